package seating

import (
	"cmp"
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Change is something that happened after the people were arranged: a person
// who is absent, and the way in which the plan deals with it.
type Change struct {
	Absent roster.PersonID `json:"absent"`
	Remedy Remedy          `json:"remedy"`
}

// Remedy is a way to deal with a change.
type Remedy uint8

// The remedies.
const (
	Rerank        Remedy = iota + 1 // 全部重排: everybody below moves up; rows keep their lengths, the last one closes up
	CloseRow                        // 本排重排: the row of the absent person closes up and is arranged anew, the other rows stay
	SlideSameSide                   // 同侧内移: people further out on the same side move in by one chair
	KeepGap                         // 保留空座: the chair stays empty; in a hall only
)

var remedies = words{
	{"rerank", "全部重排", "everybody below moves up"},
	{"close-row", "本排重排，其他排不动", "the row is arranged anew, the other rows stay"},
	{"slide-same-side", "同侧外侧各位内移一座", "those further out on the same side move in by one chair"},
	{"keep-gap", "保留空座", "the chair stays empty"},
}

// String returns the token: rerank, close-row, slide-same-side or keep-gap.
func (r Remedy) String() string { return of(remedies, r).token }

// Label returns the remedy in Chinese.
func (r Remedy) Label() string { return of(remedies, r).hans }

// Term returns the remedy in both languages.
func (r Remedy) Term(key string) check.Arg { return term(key, remedies, r) }

// AppendText appends the token of a valid remedy.
func (r Remedy) AppendText(dst []byte) ([]byte, error) { return write(dst, "remedy", remedies, r) }

// MarshalText returns the token of a valid remedy.
func (r Remedy) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads the token of a remedy.
func (r *Remedy) UnmarshalText(text []byte) error { return read(r, "remedy", remedies, text) }

// A Reseating is a plan after a change, beside the plan before it, with what the
// change costs. Reseatings are built by [Reseat], [Remedies] and
// [ParseReseating] and never change; to undo one, take the plan before it.
type Reseating struct {
	before, after Plan
	change        Change
	cost          Cost
	moves         []Move
	cards         []Card
}

// A Cost is what a change asks of the people who stay.
type Cost struct {
	Chairs     int `json:"chairs"`     // people who sit on another chair than before
	Relative   int `json:"relative"`   // people whose place relative to the first of their row is another; in a hall as Chairs
	Sides      int `json:"sides"`      // people who sit on the other side of the first of their row
	Inversions int `json:"inversions"` // pairs of whom the higher in rank now sits lower
	HalfShift  int `json:"halfShift"`  // half chairs by which a row is pushed along, the most of any row
	OffCentre  int `json:"offCentre"`  // half chairs by which a row stands off the middle, the most of any row
}

// A Move is a person who changes chairs. From is a chair of the plan before, To
// one of the plan after: after a row is arranged anew, its chairs are numbered
// anew.
type Move struct {
	Person roster.PersonID
	From   SeatID
	To     SeatID
	Reason check.Reason
}

// A Card is a chair of the plan after a change whose place card (席位卡) is to be
// printed or changed: Was is the person whose card lies there, Now the one whose
// card is to lie there; "" is nobody.
type Card struct {
	Seat SeatID          `json:"seat"`
	Was  roster.PersonID `json:"was,omitzero"`
	Now  roster.PersonID `json:"now,omitzero"`
}

// Before returns the plan before the change.
func (r Reseating) Before() Plan { return r.before }

// After returns the plan after the change.
func (r Reseating) After() Plan { return r.after }

// Change returns the change and the way it was dealt with.
func (r Reseating) Change() Change { return r.change }

// Cost returns what the change costs.
func (r Reseating) Cost() Cost { return r.cost }

// Moves walks the people who change chairs, in order of precedence.
func (r Reseating) Moves() iter.Seq[Move] { return slices.Values(r.moves) }

// Cards walks the chairs of the plan after the change on which another card is to
// lie, by area, row and number: the reprint list.
func (r Reseating) Cards() iter.Seq[Card] { return slices.Values(r.cards) }

// Reseat deals with a change in one way. It is an error if the person is not
// seated, if nobody else is left, or if the way is not open: nobody slides into
// the centre, and chairs stay empty only where the field leaves them so, in a hall,
// at a banquet, in a vehicle and on a podium.
//
// Rerank gives the same plan as [Arrange] on the list without the person. On a
// rostrum of several rows whose lengths are given, the setting then has one chair
// less in one row: people from the rows behind move up, so that every row keeps its
// length but the last one that is not reserved. A reserved row closes up itself,
// and where the library chose the rows it chooses them anew.
func Reseat(p Plan, change Change) (Reseating, error) {
	r, ps := reseat(p, change)
	if err := ps.Err(); err != nil {
		return Reseating{}, err
	}
	return r, nil
}

// Remedies returns every legal way to deal with the absence of a person, the one
// with the fewest chairs changed first. A way that leads to no legal plan, because
// a row with an aisle would become the front row, is left out; if no way is left,
// that is the error.
func Remedies(p Plan, absent roster.PersonID) ([]Reseating, error) {
	open, ps := p.remedies(absent)
	if err := ps.Err(); err != nil {
		return nil, err
	}
	var all []Reseating
	for _, remedy := range open {
		r, found := reseat(p, Change{absent, remedy})
		if found.Failed() {
			ps.In("", found)
			continue
		}
		all = append(all, r)
	}
	if len(all) == 0 {
		return nil, ps.Err()
	}
	slices.SortStableFunc(all, func(a, b Reseating) int {
		return cmp.Or(
			cmp.Compare(a.cost.Chairs, b.cost.Chairs),
			cmp.Compare(a.cost.Relative, b.cost.Relative),
			cmp.Compare(a.cost.Inversions, b.cost.Inversions),
		)
	})
	return all, nil
}

// remedies returns the ways that are open when a person is absent.
func (p Plan) remedies(absent roster.PersonID) ([]Remedy, check.Problems) {
	var ps check.Problems
	person := check.ID("person", roster.KindPerson, absent)
	g := p.guest(absent)
	switch {
	case g < 0:
		ps.Add(notPresent.At("absent", person))
		return nil, ps
	case p.Len() == 1:
		ps.Add(nobodyLeft.At("absent", person))
		return nil, ps
	case p.setting.furniture().traits().keeps:
		return []Remedy{KeepGap, Rerank}, ps
	case p.setting.Rostrum == nil:
		return []Remedy{Rerank}, ps
	}
	open := []Remedy{Rerank}
	seq := p.room.seqs[p.room.layout.row(p.chair[g])]
	if len(p.room.layout.rows) > 1 && p.shrinks(seq.row) != seq.row {
		open = append(open, CloseRow)
	}
	if _, chairs := seq.shape.side(seq.own(&p.room.layout, p.chair[g])); chairs > 0 {
		open = append(open, SlideSameSide)
	}
	return open, ps
}

// permits reports a change that cannot be made.
func (p Plan) permits(change Change) check.Problems {
	open, ps := p.remedies(change.Absent)
	if !ps.Failed() && !slices.Contains(open, change.Remedy) {
		var names words
		for _, remedy := range open {
			names = append(names, of(remedies, remedy))
		}
		ps.Add(noSuchRemedy.At("remedy", check.ID("person", roster.KindPerson, change.Absent),
			check.Text("remedy", change.Remedy.String()), check.Text("known", names.String())))
	}
	if len(p.changes) >= MaxChanges && (change.Remedy == SlideSameSide || change.Remedy == KeepGap) {
		ps.Add(tooManySteps.At("", check.Int("n", len(p.changes)), check.Int("max", MaxChanges)))
	}
	return ps
}

func reseat(p Plan, change Change) (Reseating, check.Problems) {
	ps := p.permits(change)
	if ps.Failed() {
		return Reseating{}, ps
	}
	g := p.guest(change.Absent)
	r := Reseating{before: p, change: change}
	same := chairs{gone: -1}
	switch change.Remedy {
	case SlideSameSide:
		r.after = p.slide(g)
	case KeepGap:
		r.after = p.gap(g)
	default:
		row := -1
		if p.setting.Rostrum != nil {
			row = p.room.layout.row(p.chair[g])
			if change.Remedy == Rerank {
				row = p.shrinks(row)
			}
		}
		var setting Setting
		setting, same.gone = p.closed(change.Absent, row, change.Remedy == CloseRow)
		same.anew = !p.setting.furniture().traits().fixed
		var present []Guest
		for guest := range p.Guests() {
			if guest.ID != change.Absent {
				present = append(present, guest)
			}
		}
		if r.after, ps = arrange(setting, present, p.convention); ps.Failed() {
			return Reseating{}, ps
		}
	}
	r.compare(same)
	return r, ps
}

// shrinks returns the row that has a chair less once everybody below has moved
// up: a reserved row closes up itself, otherwise the last row does that is not
// reserved.
func (p Plan) shrinks(row int) int {
	if p.rowSpec(row).reserved() {
		return row
	}
	last := row
	for i := range p.room.layout.rows {
		if !p.rowSpec(i).reserved() {
			last = i
		}
	}
	return last
}

// closed returns the setting with one chair less in a row, and the index of the
// row that is gone with its last chair, else -1. Rows whose length the library
// chose stay open unless fixed is set.
func (p Plan) closed(absent roster.PersonID, row int, fixed bool) (s Setting, gone int) {
	s = p.setting.clone()
	if s.Banquet != nil {
		s.Banquet.without(absent)
	}
	if s.Rostrum == nil || len(s.Rostrum.Rows) == 0 && !fixed {
		return s, -1
	}
	r := s.Rostrum
	if len(r.Rows) == 0 {
		r.Rows, r.MaxRow = make([]RostrumRow, len(p.room.layout.rows)), 0
	}
	open, people := 0, 0 // rows that share what is over, and the people in them
	for i := range r.Rows {
		spec, n := &r.Rows[i], p.room.layout.rows[i].len
		switch {
		case spec.Seats > 0 || fixed && !spec.reserved():
			spec.Seats = n
		case !spec.reserved():
			open++
			people += n
		}
	}
	if spec := &r.Rows[row]; spec.Seats == 0 && !spec.reserved() && people > open {
		people-- // the rows that share have enough for each
		for i := range r.Rows {
			if spec := &r.Rows[i]; spec.Seats == 0 && !spec.reserved() {
				spec.keepAisles(people / open)
				people -= people / open
				open--
			}
		}
		return s, -1
	}
	n := p.room.layout.rows[row].len - 1
	if n == 0 || r.Rows[row].Seats == 0 && !r.Rows[row].reserved() {
		r.Rows = slices.Delete(r.Rows, row, row+1)
		return s, row
	}
	spec := &r.Rows[row]
	if spec.Seats > 0 {
		spec.Seats = n
	}
	spec.keepAisles(n)
	return s, -1
}

// keepAisles drops the aisles that do not lie between two of n chairs.
func (r *RostrumRow) keepAisles(n int) {
	r.Aisles = slices.DeleteFunc(r.Aisles, func(after int) bool { return after >= n })
}

// slide closes the gap of a guest from the outside: the chair at the end of the
// same side is taken away, and nobody else moves.
func (p Plan) slide(g int) Plan {
	row := p.room.layout.row(p.chair[g])
	seq := p.room.seqs[row]
	side, away := seq.shape.side(seq.own(&p.room.layout, p.chair[g]))
	old := p.room.layout.rows[row]

	q := p.changedBy(Change{p.guests[g].ID, SlideSameSide}, row)
	shape, gone := seq.shape, old.first // the viewer's left end is the own right one
	if side == OwnLeft {
		shape.left--
		gone = old.first + old.len - 1
	} else {
		shape.right--
	}
	q.room.layout = p.room.layout.without(gone)
	for i := range q.room.seqs {
		s := &q.room.seqs[i]
		if i == row {
			s.shape = shape
			s.guests = slices.DeleteFunc(slices.Clone(s.guests), func(other int) bool { return other == g })
		}
		s.fill(q.room.layout.rows[s.row].first)
	}
	for other, seat := range p.chair {
		switch {
		case other == g:
			q.chair[other] = -1
		case seat < 0:
		case p.room.layout.row(seat) != row:
			if seat > gone {
				q.chair[other] = seat - 1
			}
		default:
			own := seq.own(&p.room.layout, seat) - seq.shape.left + shape.left
			if s, chairs := seq.shape.side(seq.own(&p.room.layout, seat)); s == side && chairs > away {
				own += map[OwnSide]int{OwnLeft: 1, OwnRight: -1}[side]
			}
			q.chair[other] = old.first + shape.len() - 1 - own
		}
	}
	q.sitter = slices.Repeat([]int{-1}, q.room.layout.Len())
	for other, seat := range q.chair {
		if seat >= 0 {
			q.sitter[seat] = other
		}
	}
	return q
}

// gap leaves the chair of a guest empty.
func (p Plan) gap(g int) Plan {
	q := p.changedBy(Change{p.guests[g].ID, KeepGap}, p.room.layout.row(p.chair[g]))
	q.sitter[p.chair[g]], q.chair[g] = -1, -1
	return q
}

// changedBy returns a copy of the plan that records a change in a row and may be
// worked on.
func (p Plan) changedBy(change Change, row int) Plan {
	p.changes = append(slices.Clone(p.changes), change)
	p.changed = append(slices.Clone(p.changed), row)
	p.sitter, p.chair = slices.Clone(p.sitter), slices.Clone(p.chair)
	p.room.seqs = slices.Clone(p.room.seqs)
	return p
}
