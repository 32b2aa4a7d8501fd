package grouping

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// An Explanation says why a person is in a group, and what every other group would
// cost.
type Explanation struct {
	Person roster.PersonID
	Place  PlaceID

	// Unit is everybody who is kept together with the person, the person included,
	// in official order. They change groups as one.
	Unit []roster.PersonID

	// Reasons say what decided, the strongest first.
	Reasons []check.Reason

	// Others are the other groups in the order of the places.
	Others []Alternative
}

// An Alternative is another group that a person could be in.
type Alternative struct {
	Place PlaceID

	// Breaks says which rules a move of the unit to this group breaks; none if it
	// keeps them all.
	Breaks []check.Reason

	// Change is what the move adds to the Value; a negative first difference is a
	// gain.
	Change Value

	// Exchange is who changes places with the unit in the exchange that keeps every
	// rule at the least Value, in official order; none if no exchange keeps them.
	Exchange []roster.PersonID

	// ExchangeChange is what that exchange adds to the Value.
	ExchangeChange Value

	// Worse says which counts would lie further from their share: after the
	// exchange, or after the move if there is no exchange or the move keeps every
	// rule and is as good.
	Worse []check.Reason
}

// Explain says why a person is where they are; false if there is no such person. It
// costs a try of every unit.
func (g Groups) Explain(id roster.PersonID) (Explanation, bool) {
	person := g.person(id)
	if person < 0 {
		return Explanation{}, false
	}
	s := g.state.clone()
	m := s.m
	i := m.unitOf[person]
	u, at := &m.units[i], s.at[i]
	e := Explanation{Person: id, Place: m.places[at], Unit: m.ids(u.people)}
	t := trial{s}
	for h := range int32(len(m.places)) {
		if h == at {
			continue
		}
		a := Alternative{Place: m.places[h], Breaks: t.breaks(i, h)}
		a.Change = t.change(i, h, -1)
		found, with := false, int32(-1)
		for _, j := range slices.Sorted(slices.Values(s.members[h])) {
			if !u.may(h) || !m.units[j].may(at) {
				continue
			}
			s.change(i, h, j)
			kept := s.off == 0
			s.change(i, at, j)
			if !kept {
				continue
			}
			if c := t.change(i, h, j); !found || c.Compare(a.ExchangeChange) < 0 {
				a.Exchange, a.ExchangeChange, found, with = m.ids(m.units[j].people), c, true, j
			}
		}
		if a.Breaks == nil && a.Change.Compare(a.ExchangeChange) <= 0 {
			with = -1
		}
		a.Worse = t.worse(i, h, with)
		e.Others = append(e.Others, a)
	}
	e.Reasons = g.reasons(person, e)
	return e, true
}

// trial changes a state and changes it back.
type trial struct{ state *state }

// change returns what a change adds to the Value.
func (t trial) change(i, h, j int32) Value {
	s := t.state
	g := s.at[i]
	value := func() levels { return s.valueOf(g).add(s.valueOf(h)).add(s.granted()) }
	before := value()
	s.change(i, h, j)
	after := value()
	s.change(i, g, j)
	return after.Sub(before).value()
}

// worse returns what a change puts further from its share.
func (t trial) worse(i, h, j int32) []check.Reason {
	s, m := t.state, t.state.m
	g := s.at[i]
	costs := func() []int64 {
		var list []int64
		for _, at := range [...]int32{g, h} {
			for x := range m.soft {
				list = append(list, cost(s.count(at, x), m.share[int(at)*len(m.soft)+x]))
			}
		}
		return list
	}
	before, paired := costs(), s.paired
	wanted := s.amounts()
	s.change(i, h, j)
	after := costs()
	var reasons []check.Reason
	for k := range after {
		if after[k] <= before[k] {
			continue
		}
		at, x := [...]int32{g, h}[k/len(m.soft)], k%len(m.soft)
		share := m.share[int(at)*len(m.soft)+x]
		place := check.ID("place", KindPlace, m.places[at])
		n, even := check.Int("n", s.count(at, x)), span(int(share>>1), int(share+1)>>1)
		if goal := &m.soft[x]; goal.attribute == "" {
			reasons = append(reasons, wouldUnevenSize.Because(place, n, check.Text("even", even)))
		} else {
			reasons = append(reasons, wouldUneven.Because(place, check.ID("attribute", KindAttribute, goal.attribute),
				valueArg("value", goal.attribute, goal.value), n, check.Text("even", even)))
		}
	}
	if n := s.paired - paired; n > 0 {
		reasons = append(reasons, wouldPair.Because(check.ID("place", KindPlace, m.places[g]),
			check.ID("other", KindPlace, m.places[h]), check.Int("n", n)))
	}
	for k, by := range s.amounts() {
		if n := by.n - wanted[k].n; n > 0 {
			reasons = append(reasons, wouldCost.Because(check.IDs("rule", KindRule, by.path), check.Int("n", n)))
		}
	}
	s.change(i, g, j)
	return reasons
}

// breaks returns the rules that a move of unit i to group h breaks.
func (t trial) breaks(i, h int32) []check.Reason {
	s, m := t.state, t.state.m
	g := s.at[i]
	var paths []string
	resized := false
	for _, p := range m.pins {
		if m.unitOf[p.person] == i && p.fixed == (p.place != h) {
			paths = append(paths, p.path)
		}
	}
	for _, x := range m.units[i].hard {
		c := &m.hard[x.x]
		row := func(g int32) int32 { return s.counted[int(g)*len(m.hard)+int(x.x)] }
		if c.excess(g, row(g)-x.n) == 0 && c.excess(h, row(h)+x.n) == 0 {
			continue
		}
		paths = append(paths, c.rules...)
		resized = resized || len(c.rules) == 0
	}
	var reasons []check.Reason
	for _, path := range distinct(paths) {
		reasons = append(reasons, wouldBreak.Because(check.IDs("rule", KindRule, path)))
	}
	if resized {
		reasons = append(reasons, wouldResize.Because())
	}
	return reasons
}

// reasons says what put a person where they are.
func (g Groups) reasons(person int32, e Explanation) []check.Reason {
	m := g.state.m
	i := m.unitOf[person]
	place := check.ID("place", KindPlace, e.Place)
	var reasons []check.Reason
	var fixed []string
	for _, p := range m.pins {
		if p.fixed && m.unitOf[p.person] == i {
			fixed = append(fixed, p.path)
		}
	}
	if fixed != nil {
		reasons = append(reasons, becauseFixed.Because(ruleArg(distinct(fixed)...), place))
	}
	if len(e.Unit) > 1 {
		others := slices.DeleteFunc(slices.Clone(e.Unit), func(id roster.PersonID) bool { return id == e.Person })
		reasons = append(reasons, becauseTogether.Because(ruleArg(m.linking(&m.units[i])...),
			check.IDs("people", roster.KindPerson, others...)))
	}
	for r, holders := range g.holders[g.at(person)] {
		if slices.Contains(holders, person) {
			reasons = append(reasons, becauseHolder.Because(place, roleArg("role", m.roles[r].ID)))
		}
	}
	if len(e.Others) == 0 || fixed != nil {
		return reasons
	}
	best, found := Value{}, false
	var where PlaceID
	consider := func(place PlaceID, v Value) {
		if !found || v.Compare(best) < 0 {
			best, where, found = v, place, true
		}
	}
	for _, a := range e.Others {
		if a.Breaks == nil {
			consider(a.Place, a.Change)
		}
		if a.Exchange != nil {
			consider(a.Place, a.ExchangeChange)
		}
	}
	switch c := cmp.Compare(best.Compare(Value{}), 0); {
	case !found:
		reasons = append(reasons, becauseOnly.Because())
	case c > 0:
		reasons = append(reasons, becauseBest.Because())
	case c == 0:
		reasons = append(reasons, becauseEqual.Because(check.ID("place", KindPlace, where)))
	default:
		reasons = append(reasons, becauseBetter.Because(check.ID("place", KindPlace, where)))
	}
	return reasons
}
