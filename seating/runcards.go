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

// A CardRow is a row of chairs as a card run sees it.
type CardRow struct {
	Area   string            `json:"area"`
	Row    int               `json:"row"`
	Round  bool              `json:"round,omitzero"`
	People []roster.PersonID `json:"people"` // by the numbers of their chairs; "" is an empty one
}

// A CardRun is the chairs of a plan in the order in which their cards are laid: row by
// row, back and forth, around a table clockwise from the host. A second person checks
// them against the same list the other way round, from the last chair to the first, so
// that nobody reads on what the other has just done. It is made by [Plan.CardRun] or
// read back by [ParseCardRun] and never changes.
type CardRun struct {
	rows  []CardRow
	walk  CardWalk
	steps []CardStep
}

// CardRun returns the chairs of the plan in walking order, whoever arranged it. Rows
// that are kept empty are left out; chairs that are empty otherwise are steps without a
// card, for the one who checks to see that none lies there. It is an error if the walk
// has no side to begin.
func (p Plan) CardRun(w CardWalk) (CardRun, error) {
	var rows []CardRow
	for _, r := range p.room.layout.rows {
		if r.Kept {
			continue
		}
		row := CardRow{Area: r.Area, Row: r.Number, Round: r.Round, People: make([]roster.PersonID, r.len)}
		for i, g := range p.sitter[r.first : r.first+r.len] {
			if g >= 0 {
				row.People[i] = p.guests[g].ID
			}
		}
		rows = append(rows, row)
	}
	r, ps := cardRun(rows, w)
	if err := ps.Err(); err != nil {
		return CardRun{}, err
	}
	return r, nil
}

func cardRun(rows []CardRow, w CardWalk) (CardRun, check.Problems) {
	var ps check.Problems
	choose(&ps, "from", w.From, viewerSides)
	if w.Spare < 0 || w.Spare > MaxSpareCards {
		ps.Add(badCount.At("spare", check.Int("n", w.Spare), check.Int("max", MaxSpareCards)))
	}
	if ps.Failed() {
		return CardRun{}, ps
	}
	r := CardRun{rows: rows, walk: w}
	rows = slices.Clone(rows)
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
		first := len(r.steps)
		for i, person := range row.People {
			r.steps = append(r.steps, CardStep{Seat: SeatID{row.Area, row.Row, i + 1}, Person: person})
		}
		if !row.Round {
			if backwards {
				slices.Reverse(r.steps[first:])
			}
			backwards = backwards != !w.OneWay
		}
	}
	for i := range r.steps {
		r.steps[i].Lay, r.steps[i].Check = i+1, len(r.steps)-i
	}
	return r, ps
}

// checkRows reports rows that no plan has.
func checkRows(rows []CardRow) check.Problems {
	var ps check.Problems
	seen, people, chairs := map[SeatID]int{}, map[roster.PersonID]bool{}, 0
	for i, row := range rows {
		at := check.Index("rows", i)
		ps.In(at, checkArea("area", row.Area))
		name := SeatID{row.Area, row.Row, 1}
		if first, twice := seen[name]; twice {
			ps.Add(areaTwice.At(check.Key(at, "area"), check.Value("area", row.Area), check.Int("first", first+1)))
		} else {
			seen[name] = i
		}
		if chairs += len(row.People); row.Row < 1 || row.Row > MaxSeats || len(row.People) == 0 || chairs > MaxSeats {
			ps.Add(badCount.At(at, check.Int("n", len(row.People)), check.Int("max", MaxSeats)))
		}
		for j, person := range row.People {
			if person == "" {
				continue
			}
			path := check.Index(check.Key(at, "people"), j)
			ps.In("", roster.CheckID(path, roster.KindPerson, person))
			if people[person] {
				ps.Add(seatedTwice.At(path, check.ID("person", roster.KindPerson, person)))
			}
			people[person] = true
		}
	}
	return ps
}

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
func (r CardRun) Cards() int {
	n := 0
	for _, s := range r.steps {
		if s.Person != "" {
			n++
		}
	}
	return n
}

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
	Rows  []CardRow  `json:"rows"`
	Walk  CardWalk   `json:"walk"`
	Steps []CardStep `json:"steps"`
}

// MarshalJSON writes the rows, the walk and the steps as seating.cardrun/1, which
// [ParseCardRun] reads.
func (r CardRun) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, cardRunFormat, cardRunWire{r.rows, r.walk, r.steps})
}

// ParseCardRun reads what MarshalJSON writes. The steps are made anew; what does not
// follow from the rows and the walk is a finding.
func ParseCardRun(data []byte) (CardRun, error) {
	var w cardRunWire
	_, ps := wire.Parse(data, cardRunFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return CardRun{}, err
	}
	ps.In("", checkRows(w.Rows))
	r, found := cardRun(w.Rows, w.Walk)
	ps.In("walk", found)
	if !ps.Failed() {
		derived(&ps, "steps", w.Steps, r.steps)
	}
	if err := ps.Err(); err != nil {
		return CardRun{}, err
	}
	return r, nil
}
