package seating

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Reseating is a plan after changes, beside the plan before them, with what the
// changes cost. Reseatings are built by [Reseat], [Remedies], [ParseReseating] and
// [ParseWays] and never change; to undo one, take the plan before it.
type Reseating struct {
	before, after Plan
	changes       []Change
	locked        []SeatID
	remedy        Remedy
	cost          Cost
	moves         []move
	cards         []Card
	same          chairs // which chair is which
}

// A Cost is what changes ask of the people who stay.
type Cost struct {
	Chairs     int `json:"chairs"`     // people who sit on another chair than before
	Relative   int `json:"relative"`   // people whose place relative to the first of their row is another; as Chairs where rows have no first
	Sides      int `json:"sides"`      // people who sit on the other side of the first of their row
	Inversions int `json:"inversions"` // pairs of whom the higher in rank now sits lower
	HalfShift  int `json:"halfShift"`  // half chairs by which a row is pushed along, the most of any row
	OffCentre  int `json:"offCentre"`  // half chairs by which a row stands off the middle, the most of any row
}

// A Move is a person who was there before and changes chairs. From is a chair of the
// plan before, To one of the plan after: after a row is arranged anew, its chairs are
// numbered anew.
type Move struct {
	Person roster.PersonID
	From   SeatID
	To     SeatID
	Side   bool // to the other side of the first of the row
	Reason check.Reason
}

// move is a Move with what its reason is made from.
type move struct {
	Move
	from, to      spot
	before, after int // ranks
}

// A Card is a chair of the plan after changes whose place card (席位卡) is to be
// printed or changed: Was is the person whose card lies there, Now the one whose
// card is to lie there; "" is nobody.
type Card struct {
	Seat SeatID          `json:"seat"`
	Was  roster.PersonID `json:"was,omitzero"`
	Now  roster.PersonID `json:"now,omitzero"`
}

// Before returns the plan before the changes: the way to undo them.
func (r Reseating) Before() Plan { return r.before }

// After returns the plan after the changes.
func (r Reseating) After() Plan { return r.after }

// Changes walks what happened, in order.
func (r Reseating) Changes() iter.Seq[Change] { return slices.Values(r.changes) }

// Locked walks the chairs that had to stay as they were.
func (r Reseating) Locked() iter.Seq[SeatID] { return slices.Values(r.locked) }

// Remedy returns the way in which the changes were dealt with.
func (r Reseating) Remedy() Remedy { return r.remedy }

// Cost returns what the changes cost.
func (r Reseating) Cost() Cost { return r.cost }

// Exact reports whether everybody sits as the convention has it: nobody is out of
// rank and, on a rostrum and a photo, every row is what [Arrange] makes of its people.
// A row that only closed up may have nobody out of rank and yet its odd chair on the
// other side.
func (r Reseating) Exact() bool {
	return r.cost.Inversions == 0 &&
		(!r.after.setting.furniture().traits().closes || r.after.fits(r.after.convention.Row, false))
}

// Moves walks the people who change chairs, in order of precedence.
func (r Reseating) Moves() iter.Seq[Move] {
	return func(yield func(Move) bool) {
		for _, m := range r.moves {
			m.Reason = r.why(m)
			if !yield(m.Move) {
				return
			}
		}
	}
}

// Cards walks the chairs of the plan after the changes on which another card is to
// lie, by area, row and number.
func (r Reseating) Cards() iter.Seq[Card] { return slices.Values(r.cards) }

// Reasons says what happened and how the plan deals with it.
func (r Reseating) Reasons() []check.Reason {
	if len(r.changes) == 0 {
		return nil
	}
	return step{changes: r.changes, by: r.remedy}.reasons()
}

// Reseat deals with changes in one way. Whoever sits on a locked chair stays there,
// or nobody else takes it. It is an error if a change does not fit the people who
// are seated, if nobody is left, if the way is not open, or if it moves somebody
// from a locked chair; the findings name the lock. Without changes the plan stays
// as it is, whatever the remedy.
//
// Rerank gives the same plan as [Arrange] on the list after the changes. On a
// rostrum whose rows have lengths, people from the rows behind move up and a
// newcomer pushes others back, so that every row keeps its length but the last one
// that is not reserved. A reserved row closes up or grows itself, and where the
// library chose the rows it chooses them anew.
//
// The others keep as much as they can: a line that closes up keeps its people, its
// first person stays in the centre and at most one chair off the middle, and on
// either side nobody of those who keep their rank comes to sit further out than
// somebody lower. Chairs stay empty only where the field leaves them so: in a hall,
// at a banquet, in a vehicle and on a podium, and on a rostrum only for a [NoShow].
func Reseat(p Plan, by Remedy, locked []SeatID, changes ...Change) (Reseating, error) {
	r, ps := reseat(p, step{slices.Clone(changes), slices.Clone(locked), by})
	if err := ps.Err(); err != nil {
		return Reseating{}, err
	}
	return r, nil
}

func reseat(p Plan, s step) (Reseating, check.Problems) {
	r, ps := dealt(p, s)
	if !ps.Failed() && len(s.changes) > 0 {
		r.compare()
	}
	return r, ps
}

// dealt is reseat without counting what the changes cost.
func dealt(p Plan, s step) (Reseating, check.Problems) {
	r := Reseating{before: p, after: p, changes: s.changes, locked: s.locked, remedy: s.by}
	l, seats, ps := p.met(s)
	if ps.Failed() || len(s.changes) == 0 {
		return r, ps
	}
	open := p.remedies(l)
	if !slices.Contains(open, s.by) {
		ps.Add(noSuchRemedy.At("remedy", check.Text("remedy", s.by.String()), known(open)))
		return r, ps
	}
	return r.by(l, seats)
}

// known names remedies in a finding.
func known(open []Remedy) check.Arg {
	var names words
	for _, remedy := range open {
		names = append(names, of(remedies, remedy))
	}
	return check.Text("known", names.String())
}

// met checks changes and locks against the plan and returns the list after them and
// the chairs that are locked.
func (p Plan) met(s step) (*list, []int, check.Problems) {
	ps := checkChanges(s.changes)
	if ps.Failed() || len(s.changes) == 0 && len(s.locked) == 0 {
		return nil, nil, ps
	}
	if len(s.locked) > MaxSeats {
		ps.Add(badCount.At("locked", check.Int("n", len(s.locked)), check.Int("max", MaxSeats)))
		return nil, nil, ps
	}
	seats := make([]int, 0, len(s.locked))
	if len(s.locked) > 0 {
		at := p.room.layout.byID()
		for i, id := range s.locked {
			seat, ok := at[id]
			if !ok {
				ps.Add(noSeatToLock.At(check.Index("locked", i), check.Value("seat", id.String())))
				continue
			}
			seats = append(seats, seat)
		}
	}
	if len(p.guests) == 0 {
		ps.Add(nobodyLeft.At("changes"))
	}
	if ps.Failed() {
		return nil, nil, ps
	}
	l := p.changed(s.changes)
	ps.In("", l.ps)
	return l, seats, ps
}

// byID returns the chairs by their names.
func (l Layout) byID() map[SeatID]int {
	at := make(map[SeatID]int, len(l.seats))
	for i, s := range l.seats {
		at[s.ID] = i
	}
	return at
}

// by makes the plan after in the way of the reseating, without counting the cost.
func (r Reseating) by(l *list, locked []int) (Reseating, check.Problems) {
	var ps check.Problems
	p := r.before
	var same chairs
	if r.remedy.anew() {
		setting, rows := p.regrown(l)
		if r.remedy == CloseRow {
			setting, rows = p.refitted(l)
		}
		if r.after, ps = arrange(setting, l.guests, p.convention); ps.Failed() {
			return Reseating{}, ps
		}
		same = p.chairsAnew(r.after, rows, locked)
	} else {
		var ok bool
		if r.after, same, ok = p.keeping(l, locked, r.remedy); !ok {
			ps.Add(noSuchRemedy.At("remedy", check.Text("remedy", r.remedy.String()), known([]Remedy{Rerank})))
			return Reseating{}, ps
		}
		n := len(r.changes)
		for _, s := range p.steps {
			n += len(s.changes)
		}
		if n > MaxChanges {
			ps.Add(tooManySteps.At("changes", check.Int("n", n), check.Int("max", MaxChanges)))
			return Reseating{}, ps
		}
		r.after.steps = append(slices.Clone(p.steps), step{r.changes, r.locked, r.remedy})
	}
	if ps = r.unlocked(l, locked, same); ps.Failed() {
		return Reseating{}, ps
	}
	r.same = same
	return r, ps
}
