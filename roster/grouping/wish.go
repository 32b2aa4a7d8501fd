package grouping

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// gives is how many levels stand before those of a [Value]: what hard rules gave that
// were allowed to, first those asked to hold out longest.
const gives = MaxOrder

// levels are costs by level: the gives, then the levels of a Value.
type levels [gives + Levels]int64

// Compare compares as [Value.Compare] does.
func (v levels) Compare(w levels) int { return slices.Compare(v[:], w[:]) }

// Sub returns v − w, level by level.
func (v levels) Sub(w levels) levels {
	for l := range v {
		v[l] -= w[l]
	}
	return v
}

func (v levels) add(w levels) levels {
	for l := range v {
		v[l] += w[l]
	}
	return v
}

// value is the part that callers see.
func (v levels) value() Value { return Value(v[gives:]) }

// A line is a rule with all that it counts.
type line struct {
	path    string
	soft    Soft
	columns []column
}

// A wish is a column of a weighted rule.
type wish struct {
	column
	level       int
	weight      int64
	coefficient int64 // weight on the scale of the search
	bound       int64 // no grouping breaks it by less
}

// wish adds a column that costs.
func (b *builder) wish(c column, s Soft) {
	b.terms += len(c.people) + len(c.with)
	b.wishes = append(b.wishes, wish{column: c, level: s.rank(), weight: int64(s.Weight)})
}

// sortWishes puts the wishes into an order that does not depend on that of the rules.
func (b *builder) sortWishes() {
	slices.SortStableFunc(b.wishes, func(v, w wish) int {
		return cmp.Or(cmp.Compare(v.level, w.level), cmp.Compare(v.weight, w.weight), v.compare(&w.column))
	})
}

// weights returns by level the greatest weight of a rule, and the most that all rules
// can cost.
func (m *model) weights() (heaviest, worst levels) {
	tell := func(l int, weight, most int64) {
		heaviest[l] = max(heaviest[l], weight)
		worst[l] += weight * most
	}
	for x := range m.wishes {
		w := &m.wishes[x]
		tell(w.level, w.weight, int64(len(w.people)+len(w.with))+sum(w.lo))
	}
	if b := m.bench; b != nil {
		for r := range b.weight {
			if b.weight[r] > 0 {
				tell(b.level[r], b.weight[r], int64(b.need[r])*int64(len(m.places)))
			}
		}
	}
	return heaviest, worst
}

// lowest is by how much a wish is broken at the least if its counts by group can only
// grow, by left in all. With nothing left it is by how much it is broken.
func (c *column) lowest(row []int32, left int32) int64 {
	if c.form == gathered {
		return sum(row) - int64(slices.Max(row))
	}
	total, missing := int64(0), int64(0)
	for g, n := range row {
		total += c.excess(int32(g), n)
		if n > 0 {
			missing += int64(max(c.gap-n, 0))
		}
	}
	switch {
	case left == 0:
		return total
	case c.form == served:
		return max(total-int64(left/c.scale), 0)
	case c.form != bounded:
		return total // nobody to come makes good for those who are wrong
	case c.gap > 0 && missing > int64(left):
		return 1 // whoever comes, one group stays between none and enough
	case c.gap > 0:
		return 0
	}
	total = 0
	under, room := int64(0), int64(0)
	for g, n := range row {
		total += int64(max(n-c.hi[g], 0))
		under += int64(max(c.lo[g]-n, 0))
		room += int64(max(c.hi[g]-n, 0))
	}
	return total + max(int64(left)-room, 0) + max(under-int64(left), 0)
}

// wishBounds sets the bounds of the wishes and of the roles.
func (m *model) wishBounds() {
	row := make([]int32, len(m.places))
	for x := range m.wishes {
		w := &m.wishes[x]
		left := int32(0)
		for _, n := range w.all() {
			left += n
		}
		w.bound = w.lowest(row, left)
	}
	if b := m.bench; b != nil {
		for r := range b.bound {
			if b.weight[r] == 0 {
				continue
			}
			fit := int64(0)
			for _, may := range m.may {
				fit += int64(may >> r & 1)
			}
			b.bound[r] = max(int64(b.need[r])*int64(len(m.places))-fit, 0)
		}
	}
}

// wishesLeast adds the bounds of wishes and roles to those of the goals.
func (m *model) wishesLeast(total *int64, v *levels) {
	for x := range m.wishes {
		w := &m.wishes[x]
		*total += w.coefficient * w.bound
		v[w.level] += w.weight * w.bound
	}
	if b := m.bench; b != nil {
		for r := range b.bound {
			*total += b.coefficient[r] * b.bound[r]
			v[b.level[r]] += b.weight[r] * b.bound[r]
		}
	}
}

// A bench knows by how many holders roles are short where some are weighted: they are
// filled one after the other, and none ever has to give a holder back.
type bench struct {
	order       []int // of roles: hard ones first, then by level and weight
	need        []int32
	level       []int
	weight      []int64 // 0 is hard
	coefficient []int64
	bound       []int64
}

func newBench(roles []Role) *bench {
	b := &bench{coefficient: make([]int64, len(roles)), bound: make([]int64, len(roles))}
	for r, role := range roles {
		b.order = append(b.order, r)
		b.need = append(b.need, int32(role.Count))
		b.level = append(b.level, role.rank())
		b.weight = append(b.weight, int64(role.Weight))
	}
	slices.SortStableFunc(b.order, func(r, q int) int {
		if (b.weight[r] == 0) != (b.weight[q] == 0) {
			return cmp.Compare(b.weight[r], b.weight[q])
		}
		return cmp.Or(cmp.Compare(b.level[r], b.level[q]), cmp.Compare(b.weight[q], b.weight[r]))
	})
	return b
}

// price sets the coefficients and returns the greatest.
func (b *bench) price(scale levels) (most int64) {
	for r, w := range b.weight {
		b.coefficient[r] = w * scale[b.level[r]]
		most = max(most, b.coefficient[r])
	}
	return most
}

// A crew counts people by the set of roles they may hold.
type crew [1 << MaxRoles]int32

// short returns how many holders each role lacks. By Hall's theorem the first roles in
// order together lack the most that any set of them does.
func (b *bench) short(c *crew) (lacks [MaxRoles]int32) {
	var have crew // people who may hold one of a set
	for set := 1; set < 1<<len(b.order); set++ {
		for may, n := range c {
			if may&set != 0 {
				have[set] += n
			}
		}
	}
	all, before := 0, int32(0)
	for _, r := range b.order {
		all |= 1 << r
		most := int32(0)
		for set := all; set > 0; set = (set - 1) & all {
			need := int32(0)
			for q, n := range b.need {
				need += n * int32(set>>q&1)
			}
			most = max(most, need-have[set])
		}
		lacks[r], before = most-before, most
	}
	return lacks
}

// granted is the part of a state that weighted rules are about.
type granted struct {
	counted    []int32 // [wish·groups+group]
	most, ties []int32 // by wish: the greatest of its counts, and how many are as great
	coef       []int64 // by wish
	seatCoef   []int64 // by role
	crews      []crew  // by group, if a role is weighted
	value      levels
	bent       set // the cells of counted that are wrong
}

func newGranted(s *state) {
	m := s.m
	if len(m.wishes) == 0 && m.bench == nil {
		return
	}
	groups := len(m.places)
	w := &granted{
		counted: make([]int32, len(m.wishes)*groups),
		most:    make([]int32, len(m.wishes)),
		ties:    slices.Repeat([]int32{int32(groups)}, len(m.wishes)),
		bent:    newSet(len(m.wishes) * groups),
	}
	s.wishes = w
	for x := range m.wishes {
		c := &m.wishes[x]
		w.coef = append(w.coef, c.coefficient)
		for g := range groups {
			if n := c.excess(int32(g), 0); n > 0 {
				s.charge(x, n)
				w.bent.flip(int32(x*groups + g))
			}
		}
	}
	if b := m.bench; b != nil {
		w.crews = make([]crew, groups)
		w.seatCoef = slices.Clone(b.coefficient)
		for g := range groups {
			cost, v := s.vacant(&w.crews[g])
			s.cost += cost
			w.value = w.value.add(v)
		}
	}
}

func (w *granted) clone() *granted {
	if w == nil {
		return nil
	}
	c := *w
	c.counted, c.most, c.ties = slices.Clone(w.counted), slices.Clone(w.most), slices.Clone(w.ties)
	c.coef, c.seatCoef = slices.Clone(w.coef), slices.Clone(w.seatCoef)
	c.crews, c.bent = slices.Clone(w.crews), w.bent.clone()
	return &c
}

// charge says that wish x is broken by so many more.
func (s *state) charge(x int, by int64) {
	w := &s.m.wishes[x]
	s.cost += s.wishes.coef[x] * by
	s.wishes.value[w.level] += w.weight * by
}

// vacant returns what the roles of a group cost.
func (s *state) vacant(c *crew) (cost int64, v levels) {
	b := s.m.bench
	for r, n := range b.short(c) {
		if n > 0 {
			cost += s.wishes.seatCoef[r] * int64(n)
			v[b.level[r]] += b.weight[r] * int64(n)
		}
	}
	return cost, v
}

// grant puts what a unit adds to the wishes into group g; sign −1 takes it out.
func (s *state) grant(u *unit, g, sign int32) {
	for _, t := range u.wishes {
		s.tellWish(int(t.x), g, sign*t.n)
	}
	if len(u.seats) > 0 {
		w := s.wishes
		cost, v := s.vacant(&w.crews[g])
		for _, t := range u.seats {
			w.crews[g][t.x] += sign * t.n
		}
		now, value := s.vacant(&w.crews[g])
		s.cost += now - cost
		w.value = w.value.add(value.Sub(v))
	}
}

// tellWish changes what wish x counts in group g.
func (s *state) tellWish(x int, g, by int32) {
	w, c := s.wishes, &s.m.wishes[x]
	row := w.counted[x*len(s.m.places):][:len(s.m.places)]
	cell := int32(x*len(s.m.places)) + g
	was := row[g]
	now := was + by
	row[g] = now
	if c.form != gathered {
		before, after := c.excess(g, was), c.excess(g, now)
		s.charge(x, after-before)
		if (before > 0) != (after > 0) {
			w.bent.flip(cell)
		}
		return
	}
	most := w.most[x]
	switch {
	case now > most:
		w.most[x], w.ties[x] = now, 1
	case now == most:
		w.ties[x]++
	case was == most:
		if w.ties[x]--; w.ties[x] == 0 {
			w.most[x] = slices.Max(row)
			for _, n := range row {
				if n == w.most[x] {
					w.ties[x]++
				}
			}
		}
	}
	s.charge(x, int64(by)-int64(w.most[x]-most))
	part := func(n int32) bool { return n > 0 && n < int32(len(c.people)) }
	if part(was) != part(now) {
		w.bent.flip(cell)
	}
}

// wishIf returns what it costs if a unit were added to group g.
func (s *state) wishIf(u *unit, g int32) (cost int64) {
	w := s.wishes
	for _, t := range u.wishes {
		c, n := &s.m.wishes[t.x], w.counted[int(t.x)*len(s.m.places)+int(g)]
		if c.form == gathered {
			cost += w.coef[t.x] * int64(t.n-max(n+t.n-w.most[t.x], 0))
			continue
		}
		cost += w.coef[t.x] * (c.excess(g, n+t.n) - c.excess(g, n))
	}
	if len(u.seats) > 0 {
		crew := w.crews[g]
		before, _ := s.vacant(&crew)
		for _, t := range u.seats {
			crew[t.x] += t.n
		}
		after, _ := s.vacant(&crew)
		cost += after - before
	}
	return cost
}

// swapWishes returns what it costs if two single people change groups.
func (s *state) swapWishes(u, v *unit, g, h int32) (cost int64) {
	w := s.wishes
	for x, d := range differing(u.wishes, v.wishes) {
		c, row := &s.m.wishes[x], w.counted[int(x)*len(s.m.places):]
		from, to := g, h
		if d < 0 {
			from, to, d = h, g, -d
		}
		if c.form != gathered {
			n, m := row[from], row[to]
			cost += w.coef[x] * (c.excess(from, n-d) - c.excess(from, n) + c.excess(to, m+d) - c.excess(to, m))
			continue
		}
		most := w.most[x]
		if row[from] == most && w.ties[x] == 1 {
			most--
		}
		cost += w.coef[x] * int64(w.most[x]-max(most, row[to]+1))
	}
	if len(u.seats) == 0 && len(v.seats) == 0 {
		return cost
	}
	for _, at := range [...]int32{g, h} {
		crew := w.crews[at]
		before, _ := s.vacant(&crew)
		for _, t := range u.seats {
			crew[t.x]--
		}
		for _, t := range v.seats {
			crew[t.x]++
		}
		after, _ := s.vacant(&crew)
		cost += after - before
		u, v = v, u // who leaves the one comes to the other
	}
	return cost
}

// An amount is by how much a weighted rule, or one value of it, is broken.
type amount struct {
	path string
	n    int64
}

// amounts returns by how much each wish is broken, then each role.
func (s *state) amounts() []amount {
	m, groups := s.m, len(s.m.places)
	var list []amount
	for x := range m.wishes {
		w := &m.wishes[x]
		list = append(list, amount{w.rules[0], w.lowest(s.wishes.counted[x*groups:][:groups], 0)})
	}
	if m.bench == nil {
		return list
	}
	var lacks [MaxRoles]int64
	for g := range groups {
		for r, n := range m.bench.short(&s.wishes.crews[g]) {
			lacks[r] += int64(n)
		}
	}
	for r := range m.roles {
		list = append(list, amount{check.Index("rules.roles", r), lacks[r]})
	}
	return list
}

// widenWishes takes over coefficients by level.
func (s *state) widenWishes(coefficient levels) {
	if s.wishes == nil {
		return
	}
	for x := range s.m.wishes {
		w := &s.m.wishes[x]
		s.wishes.coef[x] = w.weight * coefficient[w.level]
	}
	if b := s.m.bench; b != nil {
		for r, weight := range b.weight {
			s.wishes.seatCoef[r] = weight * coefficient[b.level[r]]
		}
	}
	for l, n := range s.wishes.value {
		s.cost += coefficient[l] * n
	}
}

// wishSteps returns by level the most that one unit can do to the wishes by leaving a
// group or coming to one.
func (m *model) wishSteps() (most levels) {
	heaviest := levels{}
	if b := m.bench; b != nil {
		for r, w := range b.weight {
			heaviest[b.level[r]] = max(heaviest[b.level[r]], w)
		}
	}
	for i := range m.units {
		u := &m.units[i]
		var step levels
		for _, t := range u.wishes {
			step[m.wishes[t.x].level] += m.wishes[t.x].weight * int64(len(u.people))
		}
		if len(u.seats) > 0 {
			for l, w := range heaviest {
				step[l] += w * int64(len(u.people))
			}
		}
		for l := range most {
			most[l] = max(most[l], step[l])
		}
	}
	return most
}

// bentCell returns a wrong cell of a wish as remedy needs it: the group, the wish, whom
// it counts, and whether one of them is to come.
func (s *state) bentCell(k int32, coin bool) (g, x int32, people []int32, under bool) {
	cell, groups := s.wishes.bent.list[k], int32(len(s.m.places))
	g, x = cell%groups, cell/groups
	c, n := &s.m.wishes[x], s.wishes.counted[cell]
	people = c.people
	switch {
	case c.form == bounded:
		under = n < c.lo[g] || n < c.gap && coin
	case c.form == gathered && coin:
		under = true
	case c.form == served && coin:
		people, under = c.with, true
	case c.form == fixed:
		g, under = c.place, true
	}
	return g, x, people, under
}
