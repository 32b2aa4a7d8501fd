package seating

import (
	"cmp"
	"iter"
	"log/slog"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// RoleExecutiveChair is the role of those who preside over a sitting (执行主席): a
// [RostrumRow] may be reserved for it.
const RoleExecutiveChair Role = "executive-chair"

// Presiding (执行主席轮值) is the members of a presidium and the sittings that some of
// them preside over in turn.
type Presiding struct {
	Members  []roster.PersonID `json:"members"` // in order of precedence
	Sittings []Sitting         `json:"sittings"`
}

// A Sitting is one sitting and who may preside over it.
type Sitting struct {
	Session roster.SessionID  `json:"session"`
	Chairs  int               `json:"chairs"`         // people who preside
	Given   []roster.PersonID `json:"given,omitzero"` // of them, those who are decided already
	Away    []roster.PersonID `json:"away,omitzero"`  // members who cannot preside
}

// MaxSittings is how many sittings may be planned at once.
const MaxSittings = 200

// Validate reports members and sittings that are named twice, people who are no members
// or both decided and away, and sittings for which there are too few.
func (p Presiding) Validate() check.Problems {
	ps := checkOrder(len(p.Members), func(i int) string { return string(p.Members[i]) }, "members", roster.KindPerson)
	if n := len(p.Members); n > MaxRostrum {
		ps.Add(badCount.At("members", check.Int("n", n), check.Int("max", MaxRostrum)))
	}
	if n := len(p.Sittings); n == 0 || n > MaxSittings {
		ps.Add(badCount.At("sittings", check.Int("n", n), check.Int("max", MaxSittings)))
	}
	if ps.Failed() {
		return ps
	}
	member := make(map[roster.PersonID]bool, len(p.Members))
	for _, m := range p.Members {
		member[m] = true
	}
	seen := map[roster.SessionID]int{}
	for i, s := range p.Sittings {
		at := check.Index("sittings", i)
		ps.In(at, roster.CheckID("session", roster.KindSession, s.Session))
		if first, twice := seen[s.Session]; twice {
			ps.Add(listedTwice.At(check.Key(at, "session"), check.ID("who", roster.KindSession, s.Session), check.Int("first", first+1)))
		} else {
			seen[s.Session] = i
		}
		named := map[roster.PersonID]bool{}
		for _, list := range []struct {
			field  string
			people []roster.PersonID
		}{{"given", s.Given}, {"away", s.Away}} {
			for j, person := range list.people {
				path, who := check.Index(check.Key(at, list.field), j), check.ID("person", roster.KindPerson, person)
				if !member[person] {
					ps.Add(notOnList.At(path, who))
				} else if named[person] {
					ps.Add(seatedTwice.At(path, who))
				}
				named[person] = true
			}
		}
		if free := len(p.Members) - len(s.Away); s.Chairs < 1 || s.Chairs > free || len(s.Given) > s.Chairs {
			ps.Add(tooFewToPreside.At(check.Key(at, "chairs"), check.Int("chairs", s.Chairs), check.Int("given", len(s.Given)), check.Int("members", free)))
		}
	}
	return ps
}

// A Presidency is who presides over which sitting. It is made by [Preside] or read back
// by [ParsePresidency] and never changes.
type Presidency struct {
	of    Presiding
	turns []PresidingTurn
}

// A PresidingTurn is those who preside over a sitting, in order of precedence.
type PresidingTurn struct {
	Session roster.SessionID  `json:"session"`
	Chairs  []roster.PersonID `json:"chairs"`
}

// Preside assigns the members to the sittings so that all preside as equally often as
// those who are decided and away allow: no assignment has a smaller sum of squares of
// the numbers of turns. Among equals the one goes first who has presided longest ago,
// then the higher in precedence. It is a pure function and costs little more than
// members times sittings.
func Preside(p Presiding) (Presidency, error) {
	if err := p.Validate().Err(); err != nil {
		return Presidency{}, err
	}
	d := newDuty(p)
	for s := range p.Sittings {
		d.fill(s)
	}
	for d.level() {
	}
	out := Presidency{of: p.clone()}
	for s := range p.Sittings {
		turn := PresidingTurn{Session: p.Sittings[s].Session}
		for m, on := range d.on[s] {
			if on {
				turn.Chairs = append(turn.Chairs, p.Members[m])
			}
		}
		out.turns = append(out.turns, turn)
	}
	return out, nil
}

func (p Presiding) clone() Presiding {
	p.Members, p.Sittings = slices.Clone(p.Members), slices.Clone(p.Sittings)
	for i := range p.Sittings {
		s := &p.Sittings[i]
		s.Given, s.Away = slices.Clone(s.Given), slices.Clone(s.Away)
	}
	return p
}

// A duty is the assignment in the making, by index of sitting and member.
type duty struct {
	p         Presiding
	on, fixed [][]bool // fixed: decided or away
	turns     []int
	last      []int // sitting before, -1 for none
}

func newDuty(p Presiding) *duty {
	d := &duty{p: p, turns: make([]int, len(p.Members)), last: slices.Repeat([]int{-1}, len(p.Members))}
	index := make(map[roster.PersonID]int, len(p.Members))
	for i, m := range p.Members {
		index[m] = i
	}
	for _, s := range p.Sittings {
		on, fixed := make([]bool, len(p.Members)), make([]bool, len(p.Members))
		for _, person := range s.Given {
			on[index[person]], fixed[index[person]] = true, true
		}
		for _, person := range s.Away {
			fixed[index[person]] = true
		}
		d.on, d.fixed = append(d.on, on), append(d.fixed, fixed)
		for m := range on {
			if on[m] {
				d.turns[m]++
			}
		}
	}
	return d
}

// fill gives a sitting those who have presided least, then longest ago.
func (d *duty) fill(s int) {
	var free []int
	for m := range d.turns {
		if !d.fixed[s][m] {
			free = append(free, m)
		}
	}
	slices.SortStableFunc(free, func(a, b int) int {
		return cmp.Or(cmp.Compare(d.turns[a], d.turns[b]), cmp.Compare(d.last[a], d.last[b]))
	})
	for _, m := range free[:d.p.Sittings[s].Chairs-len(d.p.Sittings[s].Given)] {
		d.on[s][m] = true
		d.turns[m]++
	}
	for m, on := range d.on[s] {
		if on {
			d.last[m] = s
		}
	}
}

// level hands a turn from somebody who has two more than another on to the other, where
// need be through others, and reports whether it could.
func (d *duty) level() bool {
	order := make([]int, len(d.turns))
	for m := range order {
		order[m] = m
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(d.turns[b], d.turns[a]) })
	for _, from := range order {
		if d.turns[from]-d.turns[order[len(order)-1]] < 2 {
			return false
		}
		if d.hand(from) {
			return true
		}
	}
	return false
}

// hand looks for the nearest member with two turns less than the one given to whom a
// turn can be handed on, and does it.
func (d *duty) hand(from int) bool {
	type step struct{ sitting, giver int }
	by := make([]step, len(d.turns))
	seen, open := make([]bool, len(d.turns)), make([]bool, len(d.on))
	seen[from] = true
	queue := []int{from}
	for len(queue) > 0 {
		giver := queue[0]
		queue = queue[1:]
		if d.turns[giver] <= d.turns[from]-2 {
			d.turns[giver]++
			d.turns[from]--
			for giver != from {
				s := by[giver]
				d.on[s.sitting][giver], d.on[s.sitting][s.giver] = true, false
				giver = s.giver
			}
			return true
		}
		for s := range d.on {
			if open[s] || !d.on[s][giver] || d.fixed[s][giver] {
				continue
			}
			open[s] = true
			for m := range d.turns {
				if !seen[m] && !d.on[s][m] && !d.fixed[s][m] {
					seen[m], by[m] = true, step{s, giver}
					queue = append(queue, m)
				}
			}
		}
	}
	return false
}

// Turns walks the sittings in order with those who preside.
func (p Presidency) Turns() iter.Seq[PresidingTurn] {
	return func(yield func(PresidingTurn) bool) {
		for _, t := range p.turns {
			if !yield(PresidingTurn{t.Session, slices.Clone(t.Chairs)}) {
				return
			}
		}
	}
}

// Count returns how many sittings a person presides over.
func (p Presidency) Count(person roster.PersonID) int {
	n := 0
	for _, t := range p.turns {
		if slices.Contains(t.Chairs, person) {
			n++
		}
	}
	return n
}

// Guests returns the people of a rostrum for one sitting: those who preside have
// [RoleExecutiveChair], and who had it and does not preside has no role. It returns
// false if there is no such sitting. The list that is given stays as it is.
func (p Presidency) Guests(session roster.SessionID, guests []Guest) ([]Guest, bool) {
	i := slices.IndexFunc(p.turns, func(t PresidingTurn) bool { return t.Session == session })
	if i < 0 {
		return nil, false
	}
	guests = slices.Clone(guests)
	for j := range guests {
		g := &guests[j]
		if slices.Contains(p.turns[i].Chairs, g.ID) {
			g.Role = RoleExecutiveChair
		} else if g.Role == RoleExecutiveChair {
			g.Role = ""
		}
	}
	return guests, true
}

// Turnover walks the chairs on which another card is to lie in a second plan than in a
// first one, as from one sitting to the next: those of the second plan by area, row and
// number, then those that only the first has, from which the card is taken.
func Turnover(first, second Plan) iter.Seq[Card] {
	return func(yield func(Card) bool) {
		was := map[SeatID]roster.PersonID{}
		for place := range first.Places() {
			was[place.Seat.ID] = place.Guest.ID
		}
		for place := range second.Places() {
			card := Card{Seat: place.Seat.ID, Was: was[place.Seat.ID], Now: place.Guest.ID}
			delete(was, place.Seat.ID)
			if card.Was != card.Now && !yield(card) {
				return
			}
		}
		for place := range first.Places() {
			if _, gone := was[place.Seat.ID]; gone && !place.Empty() && !yield(Card{Seat: place.Seat.ID, Was: place.Guest.ID}) {
				return
			}
		}
	}
}

// LogValue gives numbers instead of people.
func (p Presidency) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("members", len(p.of.Members)), slog.Int("sittings", len(p.turns)))
}

var presidencyFormat = wire.Format{Name: "seating.presidency", Version: 1}

type presidencyWire struct {
	Presiding
	Turns []PresidingTurn `json:"turns"`
}

// MarshalJSON writes the members, the sittings and who presides as
// seating.presidency/1, which [ParsePresidency] reads.
func (p Presidency) MarshalJSON() ([]byte, error) {
	w := presidencyWire{p.of, p.turns}
	if w.Turns == nil {
		w = presidencyWire{Presiding{[]roster.PersonID{}, []Sitting{}}, []PresidingTurn{}}
	}
	return wire.Append(nil, presidencyFormat, w)
}

// ParsePresidency reads what MarshalJSON writes. The assignment is made anew; what does
// not follow from the members and the sittings is a finding.
func ParsePresidency(data []byte) (Presidency, error) {
	var w presidencyWire
	_, ps := wire.Parse(data, presidencyFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return Presidency{}, err
	}
	p, err := Preside(w.Presiding)
	if err != nil {
		return Presidency{}, err
	}
	derived(&ps, "turns", texts(w.Turns), texts(p.turns))
	if err := ps.Err(); err != nil {
		return Presidency{}, err
	}
	return p, nil
}
