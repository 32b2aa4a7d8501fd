package seating

import (
	"context"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// A dinner is a company on its chairs in the course of being seated.
type dinner struct {
	*company
	sitter []int // the person on each chair, -1 if it is empty
	chair  []int // the chair of each person
	count  []int // by table and tally: how many of its people are there
	lost   loss
}

// seat puts the held people on their chairs and the others on those that are left,
// in order.
func (c *company) seat() *dinner {
	d := &dinner{company: c, sitter: slices.Clone(c.start), chair: slices.Repeat([]int{-1}, c.people)}
	for chair, person := range d.sitter {
		if person >= 0 {
			d.chair[person] = chair
		}
	}
	next := 0
	for person := range d.chair {
		if d.chair[person] >= 0 {
			continue
		}
		for c.held[next] || d.sitter[next] >= 0 {
			next++
		}
		d.sitter[next], d.chair[person] = person, next
	}
	d.reckon()
	return d
}

func (d *dinner) clone() *dinner {
	e := *d
	e.sitter, e.chair, e.count = slices.Clone(d.sitter), slices.Clone(d.chair), slices.Clone(d.count)
	return &e
}

// tables is their number.
func (c *company) tables() int { return len(c.first) - 1 }

// reckon counts and sums up everything anew.
func (d *dinner) reckon() {
	d.count = make([]int, d.tables()*len(d.counts))
	for chair, person := range d.sitter {
		if person >= 0 {
			for _, t := range d.counted[person] {
				d.count[d.table[chair]*len(d.counts)+t]++
			}
		}
	}
	d.lost = d.base
	for t := range d.tables() {
		d.lost = d.lost.plus(d.atTable(t), 1)
		for x, tally := range d.counts {
			d.lost = d.lost.plus(tally.loss, tally.off(d.count[t*len(d.counts)+x]))
		}
	}
	for chair, person := range d.sitter {
		d.lost = d.lost.plus(d.pair(chair), 1)
		if person >= 0 {
			d.lost = d.lost.plus(d.needed(chair, Beside), 1)
		}
	}
}

// pair is what the person on a chair and the neighbour on its right lose.
func (d *dinner) pair(chair int) loss {
	if d.beside == nil || d.right[chair] < 0 {
		return loss{}
	}
	a, b := d.sitter[chair], d.sitter[d.right[chair]]
	if a < 0 || b < 0 {
		return loss{}
	}
	return d.beside[a][b]
}

// needed is what the needs of the person on a chair lose, of one nearness.
func (d *dinner) needed(chair int, near Nearness) loss {
	var sum loss
	for i := range d.needs[d.sitter[chair]] {
		n := &d.needs[d.sitter[chair]][i]
		if n.near != near {
			continue
		}
		found := 0
		count := func(chair int) {
			if chair >= 0 && d.sitter[chair] >= 0 && n.with[d.sitter[chair]] {
				found++
			}
		}
		if near == Beside {
			count(d.left[chair])
			count(d.right[chair])
		} else {
			t := d.table[chair]
			for other := d.first[t]; other < d.first[t+1] && found < n.least; other++ {
				count(other)
			}
		}
		if found < n.least {
			sum = sum.plus(n.loss, int64(n.least-found))
		}
	}
	return sum
}

// atTable is what the pairs and needs lose that are about a whole table.
func (d *dinner) atTable(t int) loss {
	var sum loss
	for chair := d.first[t]; chair < d.first[t+1]; chair++ {
		a := d.sitter[chair]
		if a < 0 {
			continue
		}
		if d.along != nil {
			for other := d.first[t]; other < chair; other++ {
				if b := d.sitter[other]; b >= 0 {
					sum = sum.plus(d.along[a][b], 1)
				}
			}
		}
		sum = sum.plus(d.needed(chair, AtTable), 1)
	}
	return sum
}

// around is what is lost on two chairs and beside them and, if they are at different
// tables and that matters, at those.
func (d *dinner) around(c, e int) loss {
	var sum loss
	var pairs, people [6]int
	nPairs, nPeople := 0, 0
	once := func(list *[6]int, n *int, chair int) bool {
		if chair < 0 || slices.Contains(list[:*n], chair) {
			return false
		}
		list[*n] = chair
		*n++
		return true
	}
	for _, chair := range [...]int{c, e} {
		for _, from := range [...]int{d.left[chair], chair} {
			if once(&pairs, &nPairs, from) {
				sum = sum.plus(d.pair(from), 1)
			}
		}
		for _, near := range [...]int{d.left[chair], chair, d.right[chair]} {
			if once(&people, &nPeople, near) && d.sitter[near] >= 0 {
				sum = sum.plus(d.needed(near, Beside), 1)
			}
		}
	}
	if s, t := d.table[c], d.table[e]; s != t && d.wide {
		sum = sum.plus(d.atTable(s), 1).plus(d.atTable(t), 1)
	}
	return sum
}

// tell counts a person at a table in, or out with by −1, and returns what that loses.
func (d *dinner) tell(person, table, by int) loss {
	var sum loss
	for _, x := range d.counted[person] {
		n := &d.count[table*len(d.counts)+x]
		before := d.counts[x].off(*n)
		*n += by
		sum = sum.plus(d.counts[x].loss, d.counts[x].off(*n)-before)
	}
	return sum
}

// swap exchanges what is on two chairs.
func (d *dinner) swap(c, e int) {
	before := d.around(c, e)
	a, b := d.sitter[c], d.sitter[e]
	if s, t := d.table[c], d.table[e]; s != t {
		for _, move := range [...]struct{ person, from, to int }{{a, s, t}, {b, t, s}} {
			if move.person >= 0 {
				d.lost = d.lost.plus(d.tell(move.person, move.from, -1), 1).plus(d.tell(move.person, move.to, 1), 1)
			}
		}
	}
	d.sitter[c], d.sitter[e] = b, a
	if a >= 0 {
		d.chair[a] = e
	}
	if b >= 0 {
		d.chair[b] = c
	}
	d.lost = d.lost.plus(before, -1).plus(d.around(c, e), 1)
}

// less reports whether a loss is smaller: breaks of hard rules come first.
func (l loss) less(m loss) bool {
	return l.hard < m.hard || l.hard == m.hard && l.soft < m.soft
}

// A search seats a company as well as it can within its steps.
type search struct {
	ctx   context.Context
	opts  SearchOptions
	src   *rand.PCG
	steps int64
	free  []int // the chairs that may change hands
	now   *dinner
	best  *dinner
	bound loss
}

// below returns a number below n, the same on every machine.
func (s *search) below(n int) int {
	hi, _ := bits.Mul64(s.src.Uint64(), uint64(n))
	return int(hi)
}

// pollEvery is how many steps lie between two looks at the context.
const pollEvery = 4096

// price is how many steps an exchange counts for: one, and more between large tables
// if relations are about tables.
func (s *search) price(c, e int) int64 {
	t, u := s.now.table[c], s.now.table[e]
	if t == u || !s.now.wide {
		return 1
	}
	m, n := int64(s.now.first[t+1]-s.now.first[t]), int64(s.now.first[u+1]-s.now.first[u])
	return 1 + (m*m+n*n)/256
}

// spend counts an exchange, looks at the context every few thousand steps, and reports
// whether there are steps left.
func (s *search) spend(c, e int, most int64) bool {
	before := s.steps
	s.steps += s.price(c, e)
	if before/pollEvery != s.steps/pollEvery {
		if s.opts.Progress != nil {
			s.opts.Progress(SearchProgress{s.steps, s.opts.MaxSteps, s.best.lost.hard, s.best.lost.soft})
		}
		if s.ctx.Err() != nil {
			return false
		}
	}
	return s.steps < most
}

// keep remembers the best so far and reports whether it cannot be beaten.
func (s *search) keep() bool {
	if s.now.lost.less(s.best.lost) {
		s.best = s.now.clone()
	}
	return !s.bound.less(s.best.lost)
}

// exactChairs is up to how many open chairs every seating is tried, within exactSteps
// steps, whatever the options say: so that whoever reads the outcome can try as much.
const (
	exactChairs = 8
	exactSteps  = MingleSteps
)

// run looks for the best seating; it returns true if there is no better one.
func (s *search) run() bool {
	for chair, held := range s.now.held {
		if !held {
			s.free = append(s.free, chair)
		}
	}
	switch {
	case s.keep():
		return true
	case len(s.free) <= exactChairs:
		return s.exact(len(s.free))
	}
	for s.pass() {
	}
	s.now = s.best.clone()
	for most := 2 * s.steps; s.ctx.Err() == nil && s.descend(most); {
	}
	return s.keep()
}

// exact tries every order of the first n open chairs, each one exchange away from the
// one before.
func (s *search) exact(n int) bool {
	if n < 2 {
		return true
	}
	for i := range n {
		if !s.exact(n - 1) {
			return false
		}
		if i == n-1 {
			return true
		}
		j := 0
		if n%2 == 0 {
			j = i
		}
		s.now.swap(s.free[j], s.free[n-1])
		if !s.spend(s.free[j], s.free[n-1], exactSteps) {
			return false
		}
		if s.keep() {
			return true
		}
	}
	return true
}

// energy is a loss as one number, with which the search compares.
func (l loss) energy() int64 { return l.hard*hardEnergy + l.soft }

// hardEnergy is what a break of a hard rule counts in the search.
const hardEnergy = 4 * MaxRelationWeight

// pass is one search by late acceptance: an exchange is kept if the outcome is no
// worse than that of so many exchanges before. It ends when nothing has become better
// for long, and the next one begins anew; it returns false if there is to be none.
func (s *search) pass() bool {
	const memory = 600
	s.shuffle()
	var past [memory]int64
	for i := range past {
		past[i] = s.now.lost.energy()
	}
	least, idle := s.now.lost.energy(), 0
	for i := 0; idle < 200*memory; i++ {
		c, e := s.free[s.below(len(s.free))], s.free[s.below(len(s.free))]
		if !s.spend(c, e, s.opts.MaxSteps) {
			return false
		}
		if c == e || s.now.sitter[c] < 0 && s.now.sitter[e] < 0 {
			continue
		}
		before := s.now.lost.energy()
		s.now.swap(c, e)
		after := s.now.lost.energy()
		if after > before && after > past[i%memory] {
			s.now.swap(c, e)
			after = before
		} else if s.keep() {
			return false
		}
		past[i%memory] = min(past[i%memory], after)
		idle++
		if after < least {
			least, idle = after, 0
		}
	}
	return true
}

// shuffle seats the free people at random.
func (s *search) shuffle() {
	d := s.now
	for i := len(s.free) - 1; i > 0; i-- {
		c, e := s.free[i], s.free[s.below(i+1)]
		d.sitter[c], d.sitter[e] = d.sitter[e], d.sitter[c]
	}
	for chair, person := range d.sitter {
		if person >= 0 {
			d.chair[person] = chair
		}
	}
	d.reckon()
}

// descend makes every exchange that is better at once and reports whether there was
// one and there are steps left.
func (s *search) descend(most int64) bool {
	better := false
	for i, c := range s.free {
		for _, e := range s.free[:i] {
			if !s.spend(c, e, most) {
				s.keep()
				return false
			}
			before := s.now.lost
			s.now.swap(c, e)
			if s.now.lost.less(before) {
				better = true
			} else {
				s.now.swap(c, e)
			}
		}
	}
	s.keep()
	return better
}
