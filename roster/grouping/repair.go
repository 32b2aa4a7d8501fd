package grouping

import (
	"context"
	"fmt"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Move is one person's change between a grouping and its repair.
type Move struct {
	Person roster.PersonID

	// From is "" for somebody who was in no group, To for somebody who is no longer
	// in the problem.
	From, To PlaceID

	// Reasons say why; at least one.
	Reasons []check.Reason
}

// Repair (调整) adapts a grouping to a problem that has changed: people dropped out or
// arrived, rooms or bounds changed, rules came or went. Everybody who can stays in
// the group of the same place; every rule is kept; of what is left open the objective
// decides. Problems of up to 16 units are searched through for the fewest moves, and
// among those for the least value; for larger ones [Groups.Moved] says how many moves no
// repair can do without, and so whether the fewest are proven. Whoever must not be moved
// is given a [Fixed] rule.
//
// Moves lists everybody who is in another group than before, in official order, then
// those who are gone. With nothing to repair it is empty and the grouping the same.
// Before may be any draft: people and places that the problem does not know are gone.
//
// Errors are those of [Allocate]. The Status is StepLimit at best where people had to
// be placed, for a better grouping with more moves may exist, unless the value is at
// its bound.
func Repair(ctx context.Context, p Problem, before Draft, o *Options) (Groups, []Move, error) {
	ps := p.Validate()
	ps.In("options", o.Validate())
	if err := ps.Err(); err != nil {
		return Groups{}, nil, fmt.Errorf("repair: %w", err)
	}
	m, ps := newModel(&p, nil)
	if err := ps.Err(); err != nil {
		return Groups{}, nil, fmt.Errorf("repair: %w", err)
	}
	r := newRun(ctx, m, o.withDefaults())
	old := m.origins(before)
	impossible := r.settle(old)
	forced := m.forced(old)
	complete := r.fewest(old)
	if !r.found && !complete {
		r.search(r.options.MaxSteps / 8 * 7)
	}
	if !r.found {
		switch {
		case complete || impossible:
			return Groups{}, nil, fmt.Errorf("repair: %w", contradictions(ctx, &p))
		case r.stopped:
			return Groups{}, nil, fmt.Errorf("repair: %w", context.Cause(ctx))
		default:
			return Groups{}, nil, fmt.Errorf("repair: %w", ErrUndecided)
		}
	}
	r.restore()
	_, bound := m.least()
	status := StepLimit
	switch {
	case r.state.value() == bound:
		status = Optimal
	case r.stopped:
		status = Interrupted
	}
	g := keepGroups(r.state, bound, status, r.options.Seed, r.steps)
	g.moved, g.forced = r.state.moved(old), forced
	if complete {
		g.forced = g.moved
	}
	moves := g.moves(old, before)
	if status == Interrupted {
		return g, moves, fmt.Errorf("repair: %w", context.Cause(ctx))
	}
	return g, moves, nil
}

// repairNodes is how many nodes the search for the fewest moves may spend.
const repairNodes = 400_000

// fewest looks at all repairs of a problem of few units, and reports whether it came to
// its end: then the best grouping known has the fewest moves and, of those, the least
// value, or there is none.
func (r *run) fewest(old []int32) bool {
	m := r.state.m
	if len(m.units) > exactUnits || r.stopped {
		return false
	}
	e := newExact(m, repairNodes, r.step)
	e.repair(old)
	if r.found {
		r.restore()
		e.know(r.best, r.state.value())
		e.fewest = r.state.moved(old)
	}
	complete := e.search()
	if e.found {
		r.adopt(e.best)
	}
	return complete
}

// moved is how many people are in another group than before.
func (s *state) moved(old []int32) int64 {
	n := int64(0)
	for i := range s.m.units {
		n += s.m.units[i].away(old, s.at[i])
	}
	return n
}

// Moved says how many people a [Repair] took from one group to another, and how many
// every repair has to take at the least: if the numbers are equal, the moves are proven
// to be the fewest. People who were in no group, or whose group is no more, are not
// counted. Both are 0 if the groups come from elsewhere; they are not written to JSON.
func (g Groups) Moved() (moved, forced int) { return int(g.moved), int(g.forced) }

// Origins of people without a place of the problem.
const (
	arrived = -1 // was in no group
	evicted = -2 // the place is gone
)

// origins returns by person the group of the draft, arrived or evicted. The first
// mention of a person counts.
func (m *model) origins(before Draft) []int32 {
	place := map[PlaceID]int32{}
	for g, id := range m.places {
		place[id] = int32(g)
	}
	was := map[roster.PersonID]int32{}
	for _, group := range before.Groups {
		g, ok := place[group.Place]
		if !ok {
			g = evicted
		}
		for _, id := range group.Members {
			if _, twice := was[id]; !twice {
				was[id] = g
			}
		}
	}
	old := make([]int32, len(m.people))
	for i := range m.people {
		g, ok := was[m.people[i].ID]
		if !ok {
			g = arrived
		}
		old[i] = g
	}
	return old
}

// A settler repairs a state: it counts those who leave their group.
type settler struct {
	*run
	stay [][]int32 // by unit: the groups of its people before
}

// moved is how many people of unit i are not where they were if it is in group g;
// people without a group do not count.
func (s *settler) moved(i, g int32) int64 {
	n := int64(0)
	for _, was := range s.stay[i] {
		if was != g {
			n++
		}
	}
	return n
}

// settle puts everybody back, finds places for the others, and then mends what is
// broken with few moves. It reports whether that is proven to be impossible.
func (r *run) settle(old []int32) (impossible bool) {
	s := &settler{run: r, stay: make([][]int32, len(r.state.m.units))}
	m := r.state.m
	var homeless []int32
	for i := range m.units {
		u := &m.units[i]
		for _, p := range u.people {
			if old[p] >= 0 {
				s.stay[i] = append(s.stay[i], old[p])
			}
		}
		home, least := int32(-1), int64(1<<62)
		for _, g := range s.stay[i] {
			if n := s.moved(int32(i), g); u.may(g) && (n < least || n == least && g < home) {
				home, least = g, n
			}
		}
		if home < 0 {
			homeless = append(homeless, int32(i))
			continue
		}
		r.state.place(int32(i), home)
	}
	// Large units first: they fit in few places.
	slices.SortStableFunc(homeless, func(i, j int32) int { return len(m.units[j].people) - len(m.units[i].people) })
	for _, i := range homeless {
		s.lodge(i)
	}
	for s.mend() {
		continue
	}
	if r.state.off > 0 { // no short way: look further, and from there mend again
		start := slices.Clone(r.state.at)
		budget := r.options.MaxSteps / 8 * 7
		if len(m.units) <= exactUnits { // all repairs will be looked at
			budget = min(budget, exactAfter)
		}
		r.search(budget)
		if !r.found && !r.stopped && len(m.units) > exactUnits && m.tied() <= packUnits {
			e := newFeasible(m, exactNodes, r.step)
			if complete := e.search(); !e.found {
				return complete
			}
			r.adopt(e.best)
		}
		if !r.found {
			return false
		}
		r.restore()
		s.home(start)
		r.found = false
	}
	r.keep()
	return false
}

// lodge puts a unit where it costs least.
func (s *settler) lodge(i int32) {
	st, best, least := s.state, int32(-1), int64(0)
	for g := range int32(len(st.m.places)) {
		if !st.m.units[i].may(g) {
			continue
		}
		off, cost := st.whatIf(&st.m.units[i], g)
		if e := cost + off*st.penalty; best < 0 || e < least {
			best, least = g, e
		}
		s.step()
	}
	st.place(i, best)
}

// mend makes the one change that mends most, and of those as good the one that moves
// the fewest people, then the one of the least cost. Exchanges wait until moves mend
// no more. It reports whether there was a change for the better.
func (s *settler) mend() bool {
	st, m := s.state, s.state.m
	type change struct {
		i, h, j          int32
		off, moved, cost int64
	}
	var best change
	better := func(c change) bool {
		if c.off != best.off {
			return c.off < best.off
		}
		if c.moved != best.moved {
			return c.moved < best.moved
		}
		return c.cost < best.cost
	}
	try := func(i, h, j int32) bool {
		g := st.at[i]
		off, cost := st.off, st.cost
		c := change{i: i, h: h, j: j, moved: s.moved(i, h) - s.moved(i, g)}
		if j >= 0 {
			c.moved += s.moved(j, g) - s.moved(j, h)
		}
		st.change(i, h, j)
		c.off, c.cost = st.off-off, st.cost-cost
		st.change(i, g, j)
		if better(c) {
			best = c
		}
		return s.step()
	}
	ok := s.aims(func(i, h int32) bool { return try(i, h, -1) })
	if ok && best.off == 0 {
		ok = s.aims(func(i, h int32) bool {
			for _, j := range slices.Sorted(slices.Values(st.members[h])) {
				if m.units[j].may(st.at[i]) && !try(i, h, j) {
					return false
				}
			}
			return true
		})
	}
	if !ok || best == (change{}) {
		return false
	}
	st.change(best.i, best.h, best.j)
	return true
}

// aims walks the changes that may be of use: units that count where there are too
// many go anywhere, those that count where there are too few come there, and those
// that are not at home go anywhere.
func (s *settler) aims(try func(i, h int32) bool) bool {
	st, m := s.state, s.state.m
	anywhere := func(i int32) bool {
		for h := range int32(len(m.places)) {
			if h != st.at[i] && m.units[i].may(h) && !try(i, h) {
				return false
			}
		}
		return true
	}
	for _, cell := range slices.Sorted(slices.Values(st.broken.list)) {
		g, x := cell/int32(len(m.hard)), cell%int32(len(m.hard))
		over := m.hard[x].form == bounded && st.counted[cell] > m.hard[x].hi[g]
		for i := range int32(len(m.units)) {
			switch {
			case !has(m.units[i].hard, x):
			case st.at[i] == g && (over || m.hard[x].gap > 0 || m.hard[x].scale > 0):
				if !anywhere(i) {
					return false
				}
			case st.at[i] != g && !over && m.units[i].may(g):
				if !try(i, g) {
					return false
				}
			}
		}
	}
	for i := range int32(len(m.units)) {
		if (len(s.stay[i]) == 0 || s.moved(i, st.at[i]) > 0) && !anywhere(i) {
			return false
		}
	}
	return true
}

// home brings people back to a start one by one where the rules allow it, so that a
// search that went far leaves few of them away.
func (s *settler) home(start []int32) {
	st := s.state
	for again := true; again; {
		again = false
		for i := range int32(len(st.at)) {
			g, h := st.at[i], start[i]
			if g == h || !s.step() {
				continue
			}
			st.change(i, h, -1)
			if st.off == 0 {
				again = true
				continue
			}
			st.change(i, g, -1)
			for _, j := range slices.Clone(st.members[h]) {
				if start[j] == h || !st.m.units[j].may(g) || !s.step() {
					continue
				}
				st.change(i, h, j)
				if st.off == 0 {
					again = true
					break
				}
				st.change(i, g, j)
			}
		}
	}
}

// moves lists who is elsewhere, with the reasons.
func (g Groups) moves(old []int32, before Draft) []Move {
	m := g.state.m
	t := trial{g.state.clone()}
	var list []Move
	for i, was := range old {
		at := g.at(int32(i))
		if was == at {
			continue
		}
		move := Move{Person: m.people[i].ID, To: m.places[at]}
		switch was {
		case arrived:
			move.Reasons = []check.Reason{becauseArrived.Because(check.ID("person", roster.KindPerson, move.Person))}
		case evicted:
			move.Reasons = []check.Reason{becauseEvicted.Because(check.ID("person", roster.KindPerson, move.Person))}
		default:
			move.From = m.places[was]
			move.Reasons = t.breaks(m.unitOf[i], was)
			switch u := &m.units[m.unitOf[i]]; {
			case move.Reasons != nil:
			case len(u.people) > 1:
				others := slices.DeleteFunc(m.ids(u.people), func(id roster.PersonID) bool { return id == move.Person })
				move.Reasons = []check.Reason{becauseTogether.Because(ruleArg(m.linking(u)...), check.IDs("people", roster.KindPerson, others...))}
			default:
				move.Reasons = []check.Reason{becauseRepaired.Because(check.ID("person", roster.KindPerson, move.Person))}
			}
		}
		list = append(list, move)
	}
	known := map[roster.PersonID]bool{}
	for i := range m.people {
		known[m.people[i].ID] = true
	}
	for _, group := range before.Groups {
		for _, id := range group.Members {
			if !known[id] {
				known[id] = true
				list = append(list, Move{Person: id, From: group.Place, Reasons: []check.Reason{
					becauseGone.Because(check.ID("person", roster.KindPerson, id)),
				}})
			}
		}
	}
	for k := range list { // a place that is gone still is where they were
		if list[k].From == "" {
			list[k].From = placeOf(before, list[k].Person)
		}
	}
	return list
}

func placeOf(d Draft, id roster.PersonID) PlaceID {
	for _, group := range d.Groups {
		if slices.Contains(group.Members, id) {
			return group.Place
		}
	}
	return ""
}
