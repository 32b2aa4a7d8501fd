package grouping

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// exact searches all groupings, depth first. It leaves out what groups that are
// alike, or units that are alike, would only repeat, what breaks a rule whatever
// follows, and what cannot be better than the best known.
type exact struct {
	m     *model
	nodes int64
	step  func() bool

	// first is set if any grouping that keeps every rule is enough; then the units from
	// free on, who only fill the sizes, are placed all at once.
	first bool
	free  int

	// old is by person the group before, in a repair: the fewest moves come before
	// the least value.
	old    []int32
	moved  int64 // of those placed, and the least of the others
	fewest int64 // of best

	order  []int32 // of units
	before []int32 // by place in order: the last one before that is alike, or −1
	alike  []int32 // by group: the first that is alike

	at      []int32
	counted []int32  // [column·groups+group]
	left    []int32  // by column: people not placed yet
	count   []int32  // [goal·groups+group]
	share   []int32  // [goal·groups+group]
	rest    []int32  // by goal: people not placed yet
	bound   []int64  // by goal: the least cost from here
	size    []int32  // by group: units
	wished  []int32  // [wish·groups+group]
	wanting []int32  // by wish: people not placed yet
	granted []int64  // by wish: by how much it is broken at the least from here
	crews   []crew   // by group, if a role is weighted
	idle    crew     // not placed yet
	paired  int64    // the least cost of the pairs from here
	company *company // of the pairs

	found bool
	best  []int32
	value levels
}

func newExact(m *model, nodes int64, step func() bool) *exact {
	groups := len(m.places)
	e := &exact{
		m: m, nodes: nodes, step: step,
		at:      slices.Repeat([]int32{-1}, len(m.units)),
		counted: make([]int32, len(m.hard)*groups),
		left:    make([]int32, len(m.hard)),
		count:   make([]int32, len(m.soft)*groups),
		share:   make([]int32, len(m.soft)*groups),
		rest:    make([]int32, len(m.soft)),
		bound:   slices.Clone(m.bound),
		size:    make([]int32, groups),
		best:    make([]int32, len(m.units)),
		alike:   m.alike(),
		wished:  make([]int32, len(m.wishes)*groups),
		wanting: make([]int32, len(m.wishes)),
		crews:   make([]crew, groups),
	}
	for x := range m.wishes {
		e.granted = append(e.granted, m.wishes[x].bound)
	}
	for g := range groups {
		for x := range m.soft {
			e.share[x*groups+g] = m.share[g*len(m.soft)+x]
		}
	}
	if t := m.pairs; t != nil {
		e.paired, e.company = t.bound, newCompany(m, t.ranked())
		e.nodes = e.nodes * 256 / max(int64(t.n)*int64(t.n), 256) // a node looks at all pairs
	}
	kinds := make([]string, len(m.units))
	for i := range m.units {
		e.order = append(e.order, int32(i))
		kinds[i] = m.units[i].kind()
		if m.pairs != nil {
			kinds[i] += string(binary.AppendVarint(nil, int64(i))) // nobody is alike
		}
		for _, t := range m.units[i].hard {
			e.left[t.x] += t.n
		}
		for _, t := range m.units[i].soft {
			e.rest[t.x] += t.n
		}
		for _, t := range m.units[i].wishes {
			e.wanting[t.x] += t.n
		}
		for _, t := range m.units[i].seats {
			e.idle[t.x] += t.n
		}
	}
	e.sort(kinds)
	return e
}

// newFeasible makes a search for any grouping that keeps the rules.
func newFeasible(m *model, nodes int64, step func() bool) *exact {
	bare := *m
	bare.soft, bare.share, bare.bound, bare.pairs, bare.wishes, bare.bench = nil, nil, nil, nil, nil, nil
	bare.units = slices.Clone(m.units)
	for i := range bare.units {
		u := &bare.units[i]
		u.soft, u.wishes, u.seats = nil, nil, nil
	}
	bare.hard = tightened(m.hard)
	e := newExact(&bare, nodes, step)
	e.first, e.free = true, len(e.order)
	for e.free > 0 && bare.units[e.order[e.free-1]].filler() {
		e.free--
	}
	return e
}

// tightened returns the columns with bounds that all columns of the same people ask
// together: one of each and none alone is two of each.
func tightened(columns []column) []column {
	columns = slices.Clone(columns)
	same := map[string][]int{}
	var key []byte
	for x := range columns {
		if columns[x].form == bounded {
			key = key[:0]
			for _, p := range columns[x].people {
				key = binary.AppendVarint(key, int64(p))
			}
			same[string(key)] = append(same[string(key)], x)
		}
	}
	for _, list := range same { // each list by itself: the order decides nothing
		if len(list) < 2 {
			continue
		}
		lo, hi, gap := slices.Clone(columns[list[0]].lo), slices.Clone(columns[list[0]].hi), int32(0)
		for _, x := range list {
			gap = max(gap, columns[x].gap)
			for g := range lo {
				lo[g], hi[g] = max(lo[g], columns[x].lo[g]), min(hi[g], columns[x].hi[g])
			}
		}
		for g := range lo {
			if lo[g] > 0 {
				lo[g] = max(lo[g], gap)
			}
			if hi[g] < gap {
				hi[g] = 0
			}
		}
		for _, x := range list {
			columns[x].lo, columns[x].hi, columns[x].gap = lo, hi, gap
		}
	}
	return columns
}

// filler reports whether a unit is a single person whom nothing but the sizes counts,
// and who may be anywhere.
func (u *unit) filler() bool {
	return len(u.people) == 1 && u.allowed == nil && len(u.hard) == 1 && u.hard[0].x == 0
}

// tied returns how many units are more than fillers.
func (m *model) tied() int {
	n := 0
	for i := range m.units {
		if !m.units[i].filler() {
			n++
		}
	}
	return n
}

// fill places the fillers: first where a size is below its bound, then where there is
// room.
func (e *exact) fill() {
	groups, c := int32(len(e.m.places)), &e.m.hard[0]
	size, k := slices.Clone(e.counted[:groups]), e.free
	copy(e.best, e.at)
	for _, to := range [][]int32{c.lo, c.hi} {
		for g := range groups {
			for ; size[g] < to[g] && k < len(e.order); k++ {
				e.best[e.order[k]] = g
				size[g]++
			}
		}
	}
	e.found = true
}

// repair makes the fewest moves come first.
func (e *exact) repair(old []int32) {
	e.old = old
	kinds := make([]string, len(e.m.units))
	for i := range e.m.units {
		kinds[i] = string(binary.AppendVarint(nil, int64(i))) // nobody is alike
		e.moved += e.m.units[i].settled(old, len(e.m.places))
	}
	for g := range e.alike {
		e.alike[g] = int32(g)
	}
	e.before = nil
	e.sort(kinds)
}

// settled is the fewest of the unit's people who are away in any group it may be in.
func (u *unit) settled(old []int32, groups int) int64 {
	least := u.away(old, -1)
	for g := range int32(groups) {
		if u.may(g) {
			least = min(least, u.away(old, g))
		}
	}
	return least
}

// choice is how many groups a unit may be in.
func (u *unit) choice(groups int) int {
	n := groups
	for _, ok := range u.allowed {
		if !ok {
			n--
		}
	}
	return n
}

// sort puts the units into the order in which they are placed.
func (e *exact) sort(kinds []string) {
	m := e.m
	slices.SortStableFunc(e.order, func(i, j int32) int {
		u, v := &m.units[i], &m.units[j]
		if a, b := len(u.people), len(v.people); a != b {
			return b - a
		}
		if a, b := u.choice(len(m.places)), v.choice(len(m.places)); a != b {
			return a - b
		}
		return len(v.hard) - len(u.hard)
	})
	last := map[string]int32{}
	for k, i := range e.order {
		if before, ok := last[kinds[i]]; ok {
			e.before = append(e.before, before)
		} else {
			e.before = append(e.before, -1)
		}
		last[kinds[i]] = int32(k)
	}
}

// kind is equal for units that may take each other's place.
func (u *unit) kind() string {
	var key []byte
	for _, terms := range [][]term{u.hard, u.soft, u.wishes, u.seats} {
		key = binary.AppendVarint(key, int64(len(terms)))
		for _, t := range terms {
			key = binary.AppendVarint(binary.AppendVarint(key, int64(t.x)), int64(t.n))
		}
	}
	for _, ok := range u.allowed {
		if ok {
			key = append(key, 1)
		} else {
			key = append(key, 0)
		}
	}
	return string(key)
}

// alike returns for each group the first whose bounds, shares and admissions are
// the same: their members may change groups as a body.
func (m *model) alike() []int32 {
	first := map[string]int32{}
	alike := make([]int32, len(m.places))
	var key []byte
	for g := range m.places {
		key = key[:0]
		for h := range m.hard {
			if c := &m.hard[h]; c.form == bounded {
				key = binary.AppendVarint(binary.AppendVarint(key, int64(c.lo[g])), int64(c.hi[g]))
			}
		}
		for x := range m.soft {
			key = binary.AppendVarint(key, int64(m.share[g*len(m.soft)+x]))
		}
		for x := range m.wishes {
			switch w := &m.wishes[x]; {
			case w.lo != nil:
				key = binary.AppendVarint(binary.AppendVarint(key, int64(w.lo[g])), int64(w.hi[g]))
			case int32(g) == w.place && (w.form == fixed || w.form == barred):
				key = binary.AppendVarint(key, int64(x))
			}
		}
		for i := range m.units {
			if u := &m.units[i]; u.allowed != nil {
				key = binary.AppendVarint(key, int64(i))
				if u.allowed[g] {
					key = append(key, 1)
				} else {
					key = append(key, 0)
				}
			}
		}
		if _, ok := first[string(key)]; !ok {
			first[string(key)] = int32(g)
		}
		alike[g] = first[string(key)]
	}
	return alike
}

// know gives the search a grouping to improve on.
func (e *exact) know(at []int32, v levels) {
	e.found, e.value = true, v
	copy(e.best, at)
}

// search reports whether it came to its end: then value is the least there is, or
// nothing was found because there is nothing.
func (e *exact) search() bool {
	for h := range e.m.hard {
		if !e.possible(int32(h)) {
			return true
		}
	}
	return e.descend(0)
}

func (e *exact) descend(k int) bool {
	if e.first && k == e.free {
		e.fill()
		return true
	}
	if k == len(e.order) {
		e.found, e.value, e.fewest = true, e.least(), e.moved
		copy(e.best, e.at)
		return true
	}
	i := e.order[k]
	u := &e.m.units[i]
	from := int32(0)
	if b := e.before[k]; b >= 0 {
		from = e.at[e.order[b]]
	}
	saved := make([]int64, len(u.soft))
	for n, t := range u.soft {
		saved[n] = e.bound[t.x]
	}
	granted := make([]int64, len(u.wishes))
	for n, t := range u.wishes {
		granted[n] = e.granted[t.x]
	}
	paired, moved := e.paired, e.moved
	opened := map[int32]bool{}
	for g := from; g < int32(len(e.m.places)); g++ {
		if !u.may(g) {
			continue
		}
		if e.size[g] == 0 {
			if opened[e.alike[g]] || e.emptyBefore(g) {
				continue
			}
			opened[e.alike[g]] = true
		}
		if e.nodes--; e.nodes < 0 || !e.step() {
			return false
		}
		if e.old != nil {
			e.moved = moved + u.away(e.old, g) - u.settled(e.old, len(e.m.places))
		}
		ok := e.put(i, g, 1)
		if ok && e.m.pairs != nil {
			e.paired = max(paired, e.company.least(e.at))
		}
		if ok && (!e.found || cmp.Or(cmp.Compare(e.moved, e.fewest), e.least().Compare(e.value)) < 0) {
			if !e.descend(k + 1) {
				return false
			}
		}
		e.put(i, g, -1)
		e.at[i], e.paired, e.moved = -1, paired, moved
		for n, t := range u.soft {
			e.bound[t.x] = saved[n]
		}
		for n, t := range u.wishes {
			e.granted[t.x] = granted[n]
		}
		if e.found && e.first {
			return true
		}
	}
	return true
}

// emptyBefore reports whether a group alike stands empty before g.
func (e *exact) emptyBefore(g int32) bool {
	for f := e.alike[g]; f < g; f++ {
		if e.alike[f] == e.alike[g] && e.size[f] == 0 {
			return true
		}
	}
	return false
}

// put adds unit i to group g, or takes it out, and reports whether every rule may
// still be kept.
func (e *exact) put(i, g, sign int32) bool {
	groups := len(e.m.places)
	e.size[g] += sign
	e.at[i] = g
	ok := true
	for _, t := range e.m.units[i].hard {
		e.counted[int(t.x)*groups+int(g)] += sign * t.n
		e.left[t.x] -= sign * t.n
		ok = ok && (sign < 0 || e.possible(t.x))
	}
	for _, t := range e.m.units[i].soft {
		row := e.count[int(t.x)*groups:][:groups]
		row[g] += sign * t.n
		e.rest[t.x] -= sign * t.n
		if ok && sign > 0 {
			e.bound[t.x] = max(e.m.bound[t.x], spread(row, e.share[int(t.x)*groups:][:groups], e.rest[t.x]))
		}
	}
	for _, t := range e.m.units[i].wishes {
		row := e.wished[int(t.x)*groups:][:groups]
		row[g] += sign * t.n
		e.wanting[t.x] -= sign * t.n
		if ok && sign > 0 {
			e.granted[t.x] = e.m.wishes[t.x].lowest(row, e.wanting[t.x])
		}
	}
	for _, t := range e.m.units[i].seats {
		e.crews[g][t.x] += sign * t.n
		e.idle[t.x] -= sign * t.n
	}
	return ok
}

// possible reports whether the people left can bring the counts of a column within
// its bounds, if they could be placed one by one and anywhere.
func (e *exact) possible(h int32) bool {
	c := &e.m.hard[h]
	row := e.counted[int(h)*len(e.m.places):][:len(e.m.places)]
	if c.form == separate {
		return c.lowest(row, e.left[h]) == 0
	}
	if c.form == served {
		missing := int64(0)
		for _, n := range row {
			if kind, by := c.two(n); kind > 0 {
				missing += int64(max(c.need-by, 0))
			}
		}
		return missing <= int64(e.left[h]/c.scale)
	}
	need, room := int64(0), int64(0)
	for g := range e.m.places {
		n := row[g]
		if n > c.hi[g] {
			return false
		}
		room += int64(c.hi[g] - n)
		least := c.lo[g]
		if n > 0 {
			least = max(least, c.gap)
		}
		need += int64(max(least-n, 0))
	}
	return need <= int64(e.left[h]) && int64(e.left[h]) <= room
}

// least is the sum of the bounds by level; with everybody placed, the value.
func (e *exact) least() levels {
	var v levels
	for x, n := range e.granted {
		v[e.m.wishes[x].level] += n * e.m.wishes[x].weight
	}
	if b := e.m.bench; b != nil {
		for _, c := range e.crews {
			for may, n := range e.idle {
				c[may] += n
			}
			for r, n := range b.short(&c) {
				if n > 0 {
					v[b.level[r]] += b.weight[r] * int64(n)
				}
			}
		}
	}
	for x, n := range e.bound {
		v[e.m.soft[x].level] += n * e.m.soft[x].weight
	}
	if t := e.m.pairs; t != nil {
		v[t.level] += e.paired
	}
	return v
}
