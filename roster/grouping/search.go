package grouping

import (
	"iter"
	"slices"
)

// A state is a grouping in the course of being made, with what every column and
// goal counts.
type state struct {
	m       *model
	at      []int32 // by unit; −1 is nowhere yet
	counted []int32 // [group·len(hard)+column]
	// lean of a goal in a group is twice its count less its share: what the next
	// person costs, less one. A dummy goal ends each row.
	lean []int32 // [group·(len(soft)+1)+goal]
	coef []int64 // by goal, 0 for the dummy
	off  int64   // people beyond hard bounds
	cost int64   // of all goals, on the scale of the search

	penalty int64 // of one person beyond a hard bound, on the same scale

	near   []int64 // [group·people+person]: what the person costs with the people there; nil without pairs
	paired int64   // cost of all pairs
	pair   int64   // coefficient of the pairs

	wishes *granted // nil without weighted rules

	members [][]int32 // by group: its units, in no order
	seat    []int32   // by unit: where it stands there
	broken  set       // the cells of counted that are out of bounds
	uneven  set       // the cells of lean, without the dummies, that cost something
}

// A set holds some of the numbers from 0 to a limit, in no order.
type set struct {
	list []int32
	at   []int32 // by number: its place in list, or −1
}

func newSet(limit int) set { return set{at: slices.Repeat([]int32{-1}, limit)} }

// flip puts a number in, or takes it out.
func (s *set) flip(n int32) {
	if at := s.at[n]; at >= 0 {
		last := s.list[len(s.list)-1]
		s.list[at], s.at[last] = last, at
		s.list, s.at[n] = s.list[:len(s.list)-1], -1
		return
	}
	s.at[n] = int32(len(s.list))
	s.list = append(s.list, n)
}

func (s set) clone() set { return set{slices.Clone(s.list), slices.Clone(s.at)} }

func newState(m *model) *state {
	s := &state{
		m:       m,
		penalty: m.penalty,
		at:      slices.Repeat([]int32{-1}, len(m.units)),
		counted: make([]int32, len(m.places)*len(m.hard)),
		lean:    make([]int32, len(m.places)*(len(m.soft)+1)),
		coef:    make([]int64, len(m.soft)+1),
		members: make([][]int32, len(m.places)),
		seat:    make([]int32, len(m.units)),
	}
	s.broken, s.uneven = newSet(len(s.counted)), newSet(len(s.lean))
	if t := m.pairs; t != nil {
		s.near, s.paired, s.pair = make([]int64, len(m.places)*t.n), t.base, t.coefficient
		s.cost = s.paired * s.pair
	}
	for x := range m.soft {
		s.coef[x] = m.soft[x].coefficient
	}
	newGranted(s)
	for g := range m.places {
		for h := range m.hard {
			if n := m.hard[h].excess(int32(g), 0); n > 0 {
				s.off += n
				s.broken.flip(int32(g*len(m.hard) + h))
			}
		}
		for x := range m.soft {
			share := m.share[g*len(m.soft)+x]
			s.tilt(g*len(s.coef)+x, -share)
			s.cost += s.coef[x] * cost(0, share)
		}
	}
	return s
}

func (s *state) clone() *state {
	t := *s
	t.at, t.counted, t.lean = slices.Clone(s.at), slices.Clone(s.counted), slices.Clone(s.lean)
	t.coef, t.near, t.wishes = slices.Clone(s.coef), slices.Clone(s.near), s.wishes.clone()
	t.seat, t.broken, t.uneven = slices.Clone(s.seat), s.broken.clone(), s.uneven.clone()
	t.members = slices.Clone(s.members)
	for g := range t.members {
		t.members[g] = slices.Clone(s.members[g])
	}
	return &t
}

// energy is what the search makes small.
func (s *state) energy() int64 { return s.cost + s.off*s.penalty }

// add puts what a unit adds into group g; sign −1 takes it out.
func (s *state) add(u *unit, g, sign int32) {
	for _, t := range u.hard {
		s.tell(t.x, g, sign*t.n)
	}
	cells := int(g) * len(s.coef)
	for _, t := range u.soft {
		n, cell := sign*t.n, cells+int(t.x)
		s.cost += s.coef[t.x] * int64(n) * int64(s.lean[cell]+n)
		s.tilt(cell, 2*n)
	}
	if s.near != nil {
		for _, i := range u.people {
			s.join(i, g, sign)
		}
	}
	if s.wishes != nil {
		s.grant(u, g, sign)
	}
}

// tell changes what column x counts in group g, and keeps the list of broken ones.
func (s *state) tell(x, g, by int32) {
	c, cell := &s.m.hard[x], int(g)*len(s.m.hard)+int(x)
	before := c.excess(g, s.counted[cell])
	s.counted[cell] += by
	after := c.excess(g, s.counted[cell])
	s.off += after - before
	if (before > 0) != (after > 0) {
		s.broken.flip(int32(cell))
	}
}

// tilt changes the lean of a cell and keeps the list of uneven ones: a cell costs
// nothing if its lean is 0, or 1 to either side where the share is not whole.
func (s *state) tilt(cell int, by int32) {
	was := s.lean[cell]
	now := was + by
	s.lean[cell] = now
	if (was < -1 || was > 1) != (now < -1 || now > 1) {
		s.uneven.flip(int32(cell))
	}
}

// place moves unit i to group g, −1 for nowhere.
func (s *state) place(i, g int32) {
	u := &s.m.units[i]
	if from := s.at[i]; from >= 0 {
		s.add(u, from, -1)
		list := s.members[from]
		last := list[len(list)-1]
		list[s.seat[i]], s.seat[last] = last, s.seat[i]
		s.members[from] = list[:len(list)-1]
	}
	if g >= 0 {
		s.add(u, g, 1)
		s.seat[i] = int32(len(s.members[g]))
		s.members[g] = append(s.members[g], i)
	}
	s.at[i] = g
}

// swapEnergy returns what the energy gains or loses if two single people change
// groups. Nothing is changed: most exchanges proposed are never made.
func (s *state) swapEnergy(u, v *unit, g, h int32) int64 {
	here, there := s.lean[int(g)*len(s.coef):][:len(s.coef)], s.lean[int(h)*len(s.coef):][:len(s.coef)]
	total := int64(0)
	for k, x := range u.slots {
		if y := v.slots[k]; x != y {
			total += s.coef[x]*int64(there[x]-here[x]+2) + s.coef[y]*int64(here[y]-there[y]+2)
		}
	}
	if s.near != nil {
		total += s.pair * s.swapPairs(u.people[0], v.people[0], g, h)
	}
	if s.wishes != nil {
		total += s.swapWishes(u, v, g, h)
	}
	if u.class == v.class {
		return total
	}
	off := int64(0)
	for x, d := range differing(u.hard, v.hard) {
		c := &s.m.hard[x]
		n, m := s.counted[int(g)*len(s.m.hard)+int(x)], s.counted[int(h)*len(s.m.hard)+int(x)]
		off += c.excess(g, n-d) - c.excess(g, n) + c.excess(h, m+d) - c.excess(h, m)
	}
	return total + off*s.penalty
}

// differing walks the columns to which two single people add differently, with how
// much more the first adds.
func differing(a, b []term) iter.Seq2[int32, int32] {
	return func(yield func(int32, int32) bool) {
		for len(a) > 0 || len(b) > 0 {
			switch {
			case len(b) == 0 || len(a) > 0 && a[0].x < b[0].x:
				if !yield(a[0].x, a[0].n) {
					return
				}
				a = a[1:]
			case len(a) == 0 || b[0].x < a[0].x:
				if !yield(b[0].x, -b[0].n) {
					return
				}
				b = b[1:]
			default:
				if d := a[0].n - b[0].n; d != 0 && !yield(a[0].x, d) {
					return
				}
				a, b = a[1:], b[1:]
			}
		}
	}
}

// swap exchanges the groups of two single people.
func (s *state) swap(i, j int32) {
	u, v := &s.m.units[i], &s.m.units[j]
	g, h := s.at[i], s.at[j]
	here, there, dummy := int(g)*len(s.coef), int(h)*len(s.coef), int32(len(s.coef)-1)
	pass := func(x int32, from, to int) {
		if x != dummy {
			s.cost += s.coef[x] * int64(s.lean[to+int(x)]-s.lean[from+int(x)]+2)
			s.tilt(from+int(x), -2)
			s.tilt(to+int(x), 2)
		}
	}
	for k, x := range u.slots {
		if y := v.slots[k]; x != y {
			pass(x, here, there)
			pass(y, there, here)
		}
	}
	if u.class != v.class {
		for x, d := range differing(u.hard, v.hard) {
			s.tell(x, g, -d)
			s.tell(x, h, d)
		}
	}
	if s.near != nil {
		a, b := u.people[0], v.people[0]
		s.join(a, g, -1)
		s.join(b, h, -1)
		s.join(a, h, 1)
		s.join(b, g, 1)
	}
	if s.wishes != nil {
		s.grant(u, g, -1)
		s.grant(v, h, -1)
		s.grant(u, h, 1)
		s.grant(v, g, 1)
	}
	s.at[i], s.at[j] = h, g
	s.members[g][s.seat[i]], s.members[h][s.seat[j]] = j, i
	s.seat[i], s.seat[j] = s.seat[j], s.seat[i]
}

// value returns the cost by level.
func (s *state) value() levels {
	v := s.granted()
	for g := range int32(len(s.m.places)) {
		v = v.add(s.valueOf(g))
	}
	if t := s.m.pairs; t != nil {
		v[t.level] += t.base
	}
	return v
}

// granted returns what weighted rules cost.
func (s *state) granted() levels {
	if s.wishes == nil {
		return levels{}
	}
	return s.wishes.value
}

// valueOf returns what the goals of one group cost, beside the base of the pairs.
func (s *state) valueOf(g int32) levels {
	var v levels
	for x := range s.m.soft {
		v[s.m.soft[x].level] += s.m.soft[x].weight * cost(s.count(g, x), s.m.share[int(g)*len(s.m.soft)+x])
	}
	if t := s.m.pairs; t != nil {
		v[t.level] += s.within(g)
	}
	return v
}

// count returns how many people a goal counts in a group.
func (s *state) count(g int32, x int) int32 {
	return (s.lean[int(g)*len(s.coef)+x] + s.m.share[int(g)*len(s.m.soft)+x]) / 2
}

// least is the cost on the scale of the search below which there is nothing, and
// the same by level.
func (m *model) least() (int64, levels) {
	total, v := int64(0), levels{}
	for x, n := range m.bound {
		total += n * m.soft[x].coefficient
		v[m.soft[x].level] += n * m.soft[x].weight
	}
	if t := m.pairs; t != nil {
		total += t.bound * t.coefficient
		v[t.level] += t.bound
	}
	m.wishesLeast(&total, &v)
	return total, v
}

// construct places the units one by one, the largest and most bound first, where
// they cost least at that moment.
func (r *run) construct() {
	s := r.state
	order, only := make([]int32, len(s.m.units)), make([]int32, len(s.m.units))
	for i := range order {
		order[i], only[i] = int32(i), s.m.units[i].only()
	}
	slices.SortStableFunc(order, func(i, j int32) int {
		u, v := &s.m.units[i], &s.m.units[j]
		if a, b := len(u.people), len(v.people); a != b {
			return b - a
		}
		if a, b := only[i] >= 0, only[j] >= 0; a != b {
			if a {
				return -1
			}
			return 1
		}
		return len(v.hard) - len(u.hard)
	})
	groups := len(s.m.places)
	for _, i := range order {
		u := &s.m.units[i]
		start, tries := int32(0), groups
		if u.allowed == nil && groups > constructTries {
			start, tries = below(r.src.Uint64(), groups), constructTries
		}
		best, bestOff, least := int32(-1), int64(0), int64(0)
		for k := range groups {
			if k >= tries && best >= 0 && (bestOff < 0 || s.off == 0 && bestOff == 0) {
				break // as good as can be, as far as rules go
			}
			g := (start + int32(k)) % int32(groups)
			if !u.may(g) {
				continue
			}
			if !r.step() {
				return
			}
			off, cost := s.whatIf(u, g)
			if e := cost + off*s.penalty; best < 0 || e < least {
				best, bestOff, least = g, off, e
			}
		}
		s.place(i, best)
	}
	r.keep()
}

// constructTries is how many groups are looked at for a unit that may be anywhere.
const constructTries = 64

// whatIf returns the change of off and cost if u were added to group g, but for what
// its own people cost each other, which is the same everywhere.
func (s *state) whatIf(u *unit, g int32) (off, cost int64) {
	row := s.counted[int(g)*len(s.m.hard):]
	for _, t := range u.hard {
		c := &s.m.hard[t.x]
		off += c.excess(g, row[t.x]+t.n) - c.excess(g, row[t.x])
	}
	lean := s.lean[int(g)*len(s.coef):]
	for _, t := range u.soft {
		cost += s.coef[t.x] * int64(t.n) * int64(lean[t.x]+t.n)
	}
	if s.near != nil {
		for _, i := range u.people {
			cost += s.pair * s.near[int(g)*s.m.pairs.n+int(i)]
		}
	}
	if s.wishes != nil {
		cost += s.wishIf(u, g)
	}
	return off, cost
}

// restore brings the state to the best grouping known.
func (r *run) restore() {
	for i, g := range r.best {
		if r.state.at[i] != g {
			r.state.place(int32(i), g)
		}
	}
}

// below returns one of 0 to n−1, from 32 random bits.
func below(bits uint64, n int) int32 { return int32((bits & 0xffffffff) * uint64(n) >> 32) }

// heatUnit is a heat of one on the scale of the search.
const heatUnit = 1 << 16

// anneal looks for better groupings for a number of steps: it proposes to move one
// unit or to exchange two, accepts what is no worse, and what is worse the more
// rarely the colder it grows. Half of the proposals aim at what is wrong.
func (r *run) anneal(steps, hot, cold int64) {
	s, m := r.state, r.state.m
	for n := range steps {
		if r.done() || !r.step() {
			break
		}
		if n&255 == 0 {
			r.heat = hot - part(hot-cold, n, steps)
		}
		bits, more := r.src.Uint64(), r.src.Uint64()
		i, j := below(bits, len(m.units)), below(more, len(m.units))
		h := s.at[j]
		if more>>63 == 0 {
			i, h, j = s.remedy(bits, more, j)
		}
		if bits>>61 == 0 { // one in eight
			j = -1
		}
		u, g := &m.units[i], s.at[i]
		if g == h || !u.may(h) {
			continue
		}
		if j < 0 {
			r.propose(i, h, j)
			continue
		}
		switch v := &m.units[j]; {
		case !v.may(g):
		case u.slots != nil && v.slots != nil:
			if r.accepts(s.swapEnergy(u, v, g, h)) {
				s.swap(i, j)
			}
		default:
			r.propose(i, h, j)
		}
	}
	r.keep()
}

// remedy aims at a cell that is out of bounds or, if there is none, uneven, and
// proposes to exchange i, to go to h, and j. From a group with too many it takes one
// who counts, in exchange for j; to a group with too few it brings one who counts,
// in exchange for one of its own.
func (s *state) remedy(bits, more uint64, j int32) (i, h, with int32) {
	var g, x int32
	var under bool
	var people []int32
	hard := len(s.broken.list) > 0
	terms := (*unit).softTerms
	bent := 0
	if s.wishes != nil {
		bent = len(s.wishes.bent.list)
	}
	switch {
	case hard:
		cell := s.broken.list[below(bits, len(s.broken.list))]
		g, x = cell/int32(len(s.m.hard)), cell%int32(len(s.m.hard))
		c := &s.m.hard[x]
		people, terms = c.people, (*unit).hardTerms
		under = c.form == bounded && s.counted[cell] < c.lo[g] || s.counted[cell] < c.gap && more>>62&1 == 0
		if c.form == served && more>>62&1 == 0 {
			people, under = c.with, true
		}
	case bent+len(s.uneven.list) > 0:
		k := below(bits, bent+len(s.uneven.list))
		if int(k) < bent {
			terms = (*unit).wishTerms
			g, x, people, under = s.bentCell(k, more>>62&1 == 0)
			break
		}
		cell := s.uneven.list[int(k)-bent]
		g, x = cell/int32(len(s.coef)), cell%int32(len(s.coef))
		people = s.m.soft[x].people
		under = s.lean[cell] < 0
	default:
		return j, s.at[j], j
	}
	members := s.members[g]
	pick := bits >> 29 // 32 bits, without the three at the top
	if under {
		i = s.m.unitOf[people[below(more, len(people))]]
		if len(members) == 0 {
			return i, g, -1
		}
		return i, g, members[below(pick, len(members))]
	}
	if i = s.counting(g, x, terms, pick); i >= 0 {
		return i, s.at[j], j
	}
	return j, s.at[j], j
}

// counting returns a unit of group g that adds to x by its terms: the first from a
// random one, −1 if there is none.
func (s *state) counting(g, x int32, terms func(*unit) []term, pick uint64) int32 {
	members := s.members[g]
	k := int(below(pick, len(members)))
	for range members {
		u := &s.m.units[members[k]]
		if has(terms(u), x) {
			return members[k]
		}
		if k++; k == len(members) {
			k = 0
		}
	}
	return -1
}

// propose makes a change and takes it back if it is not accepted.
func (r *run) propose(i, h, j int32) {
	s := r.state
	g := s.at[i]
	if delta := s.change(i, h, j); delta > 0 {
		s.change(i, g, j)
		if r.accepts(delta) {
			s.change(i, h, j)
		}
	}
}

// change moves unit i to group h, and unit j, unless it is −1, from there to where i
// was, and returns what that does to the energy.
func (s *state) change(i, h, j int32) int64 {
	g, before := s.at[i], s.energy()
	s.place(i, h)
	if j >= 0 {
		s.place(j, g)
	}
	return s.energy() - before
}

// accepts decides about a change of the energy. Before the state gets worse it is
// kept, if it is the best so far.
func (r *run) accepts(delta int64) bool {
	if delta <= 0 {
		return true
	}
	if delta > allowed(r.heat, acceptTable[r.src.Uint64()&uint64(len(acceptTable)-1)]) {
		return false
	}
	r.keep()
	return true
}

// allowed is how much worse a change may be by an entry of acceptTable. A heat is
// less than 2^50.
func allowed(heat int64, entry int32) int64 { return heat * int64(entry) / (acceptUnit * heatUnit) }
