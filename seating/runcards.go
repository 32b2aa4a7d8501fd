package seating

import (
	"iter"
	"log/slog"
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// CardWalk says how somebody walks who lays out place cards (摆台签).
type CardWalk struct {
	From      ViewerSide `json:"from"`               // where the first row is begun, as the hall has it
	BackFirst bool       `json:"backFirst,omitzero"` // in each area the row furthest back first
	OneWay    bool       `json:"oneWay,omitzero"`    // every row from the same side; otherwise back and forth
	Spare     int        `json:"spare,omitzero"`     // blank cards to take along
}

// MaxSpareCards is how many blank cards a run may take along.
const MaxSpareCards = 1_000

// A CardStep is one chair of a card run.
type CardStep struct {
	Lay    int             `json:"lay"`   // when its card is laid, from 1
	Check  int             `json:"check"` // when the second person comes to it, from 1
	Seat   SeatID          `json:"seat"`
	Person roster.PersonID `json:"person,omitzero"` // "" for a chair without a card
}

// A CardRun is the chairs of a plan in the order in which their cards are laid: row by
// row, back and forth, around a table clockwise from the host. A second person checks
// them against the same list the other way round, from the last chair to the first, so
// that nobody reads on what the other has just done. It is made by [Plan.CardRun] or
// read back by [ParseCardRun] and never changes.
type CardRun struct {
	plan  Plan
	walk  CardWalk
	steps []CardStep
}

// CardRun returns the chairs of the plan in walking order. Rows that are kept empty are
// left out; chairs that are empty otherwise are steps without a card, for the one who
// checks to see that none lies there. It is an error if the walk has no side to begin.
func (p Plan) CardRun(w CardWalk) (CardRun, error) {
	var ps check.Problems
	choose(&ps, "from", w.From, viewerSides)
	if w.Spare < 0 || w.Spare > MaxSpareCards {
		ps.Add(badCount.At("spare", check.Int("n", w.Spare), check.Int("max", MaxSpareCards)))
	}
	if err := ps.Err(); err != nil {
		return CardRun{}, err
	}
	r := CardRun{plan: p, walk: w}
	rows := slices.DeleteFunc(slices.Clone(p.room.layout.rows), func(r Row) bool { return r.Kept })
	if w.BackFirst {
		for i := 0; i < len(rows); {
			j := i + 1
			for j < len(rows) && rows[j].Area == rows[i].Area {
				j++
			}
			slices.Reverse(rows[i:j])
			i = j
		}
	}
	backwards := w.From == ViewerRight
	for _, row := range rows {
		seats := make([]int, row.len)
		for i := range seats {
			seats[i] = row.first + i
		}
		if !row.Round {
			if backwards {
				slices.Reverse(seats)
			}
			backwards = backwards != !w.OneWay
		}
		for _, seat := range seats {
			step := CardStep{Lay: len(r.steps) + 1, Seat: p.room.layout.seats[seat].ID}
			if g := p.sitter[seat]; g >= 0 {
				step.Person = p.guests[g].ID
			}
			r.steps = append(r.steps, step)
		}
	}
	for i := range r.steps {
		r.steps[i].Check = len(r.steps) - i
	}
	return r, nil
}

// Plan returns the plan whose cards are laid.
func (r CardRun) Plan() Plan { return r.plan }

// Walk returns how the cards are laid.
func (r CardRun) Walk() CardWalk { return r.walk }

// Steps walks the chairs in the order in which the cards are laid.
func (r CardRun) Steps() iter.Seq[CardStep] { return slices.Values(r.steps) }

// Checks walks the chairs in the order in which the second person checks them.
func (r CardRun) Checks() iter.Seq[CardStep] {
	return func(yield func(CardStep) bool) {
		for _, s := range slices.Backward(r.steps) {
			if !yield(s) {
				return
			}
		}
	}
}

// Cards is the number of cards to be laid, without the blank ones.
func (r CardRun) Cards() int { return r.plan.Len() }

// AppendCSV appends the run as a table with a header: laid and checked are for the two
// people to tick, and blank cards to take along come last. Names are given for the
// people; nil writes their identifiers.
func (r CardRun) AppendCSV(dst []byte, name func(roster.PersonID) string) ([]byte, error) {
	rows := [][]string{{"lay", "check", "area", "row", "number", "person", "name", "laid", "checked"}}
	for _, s := range r.steps {
		called := string(s.Person)
		if name != nil && s.Person != "" {
			called = name(s.Person)
		}
		rows = append(rows, []string{
			strconv.Itoa(s.Lay), strconv.Itoa(s.Check), s.Seat.Area, strconv.Itoa(s.Seat.Row), strconv.Itoa(s.Seat.Number),
			string(s.Person), called, "", "",
		})
	}
	for range r.walk.Spare {
		rows = append(rows, make([]string, len(rows[0])))
	}
	return wire.CSV{}.Append(dst, rows)
}

// LogValue gives numbers instead of people.
func (r CardRun) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("steps", len(r.steps)), slog.Int("spare", r.walk.Spare))
}

var cardRunFormat = wire.Format{Name: "seating.cardrun", Version: 1}

type cardRunWire struct {
	Plan  planWire   `json:"plan"`
	Walk  CardWalk   `json:"walk"`
	Steps []CardStep `json:"steps"`
}

// MarshalJSON writes the plan, the walk and the steps as seating.cardrun/1, which
// [ParseCardRun] reads.
func (r CardRun) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, cardRunFormat, cardRunWire{r.plan.wire(), r.walk, r.steps})
}

// ParseCardRun reads what MarshalJSON writes. The steps are made anew; what does not
// follow from the plan and the walk is a finding.
func ParseCardRun(data []byte) (CardRun, error) {
	var w cardRunWire
	_, ps := wire.Parse(data, cardRunFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return CardRun{}, err
	}
	p, found := w.Plan.plan()
	ps.In("plan", found)
	var r CardRun
	if !ps.Failed() {
		var err error
		if r, err = p.CardRun(w.Walk); err != nil {
			return CardRun{}, ps.InErr("walk", err)
		}
		derived(&ps, "steps", w.Steps, r.steps)
	}
	if err := ps.Err(); err != nil {
		return CardRun{}, err
	}
	return r, nil
}
