package grouping

import (
	"cmp"
	"math/bits"
	"slices"
)

// join puts a person into group g as far as pairs go; sign −1 takes the person out.
func (s *state) join(i, g, sign int32) {
	t := s.m.pairs
	near := s.near[int(g)*t.n:][:t.n]
	by := int64(sign)
	s.paired += by * near[i]
	s.cost += by * near[i] * s.pair
	for k, c := range t.row(i) {
		near[k] += by * int64(c)
	}
}

// swapPairs returns what the pairs gain or lose if i of group g and j of h change
// places.
func (s *state) swapPairs(i, j, g, h int32) int64 {
	n := s.m.pairs.n
	here, there := s.near[int(g)*n:][:n], s.near[int(h)*n:][:n]
	return there[i] - here[i] + here[j] - there[j] - 2*int64(s.m.pairs.row(i)[j])
}

// within returns what the pairs within a group cost.
func (s *state) within(g int32) int64 {
	total := int64(0)
	for _, u := range s.members[g] {
		for _, i := range s.m.units[u].people {
			total += s.near[int(g)*s.m.pairs.n+int(i)]
		}
	}
	return total / 2 // every pair was met twice
}

// heaviest returns the most that the people of one unit can cost together.
func (t *table) heaviest(units []unit) int64 {
	most := int64(0)
	for i := range units {
		total := int64(0)
		for _, p := range units[i].people {
			for _, c := range t.row(p) {
				total += max(int64(c), -int64(c))
			}
		}
		most = max(most, total)
	}
	return most
}

// ranked returns by person all people, those first who cost least with that person;
// of equal ones the first.
func (t *table) ranked() []int32 {
	rank := make([]int32, t.n*t.n)
	for i := range int32(t.n) {
		row, by := t.row(i), rank[int(i)*t.n:][:t.n]
		for j := range by {
			by[j] = int32(j)
		}
		slices.SortStableFunc(by, func(a, b int32) int { return cmp.Compare(row[a], row[b]) })
	}
	return rank
}

// company bounds what pairs cost, person by person: everybody shares a group with all
// who are in it and, of those who are nowhere yet, with the cheapest; half of every
// pair is theirs. Its lists are kept between calls.
type company struct {
	m     *model
	rank  []int32 // see ranked
	have  []int32 // by group: people
	lo    []int32 // by group: how many are still to come, inclusive
	hi    []int32
	with  []int64 // by group: what the person costs with those in it
	first []int64 // by number: what so many of the cheapest who are nowhere cost
}

func newCompany(m *model, rank []int32) *company {
	return &company{
		m: m, rank: rank,
		have: make([]int32, len(m.places)), lo: make([]int32, len(m.places)), hi: make([]int32, len(m.places)),
		with: make([]int64, len(m.places)), first: make([]int64, 1, m.pairs.n+1),
	}
}

// least returns a cost that no grouping in which the people placed stay where they are
// is below; at is by unit, −1 is not placed.
func (c *company) least(at []int32) int64 {
	t := c.m.pairs
	clear(c.have)
	for _, u := range c.m.unitOf {
		if g := at[u]; g >= 0 {
			c.have[g]++
		}
	}
	c.narrow()
	twice := int64(0)
	for i := range int32(t.n) {
		clear(c.with)
		c.first = c.first[:1]
		negative, row := int32(0), t.row(i)
		for _, j := range c.rank[int(i)*t.n:][:t.n] {
			switch h := at[c.m.unitOf[j]]; {
			case j == i:
			case h >= 0:
				c.with[h] += int64(row[j])
			default:
				c.first = append(c.first, c.first[len(c.first)-1]+int64(row[j]))
				if row[j] < 0 {
					negative++
				}
			}
		}
		if g := at[c.m.unitOf[i]]; g >= 0 {
			twice += c.in(g, 0, negative)
			continue
		}
		best, found := int64(0), false
		for g := range int32(len(c.have)) {
			if c.hi[g] > 0 {
				if n := c.in(g, 1, negative); !found || n < best {
					best, found = n, true
				}
			}
		}
		twice += best
	}
	return t.base + (twice+1)>>1 // rounded up
}

// narrow sets how many are still to come to each group: no more than the others leave,
// and no fewer than the others let come.
func (c *company) narrow() {
	rest, need, room := int32(c.m.pairs.n), int32(0), int32(0)
	for g, n := range c.have {
		rest -= n
		c.lo[g], c.hi[g] = max(c.m.sizes.lo[g]-n, 0), max(c.m.sizes.hi[g]-n, 0)
		need, room = need+c.lo[g], room+c.hi[g]
	}
	for g := range c.have {
		lo, hi := c.lo[g], c.hi[g]
		c.lo[g], c.hi[g] = max(lo, rest-(room-hi)), min(hi, rest-(need-lo))
		if c.m.pairs.extra { // sizes do not count everybody
			c.lo[g], c.hi[g] = 0, rest
		}
	}
}

// in returns what the person looked at costs at the least in group g, being one of the
// n who come: as many of the others come as the size asks, and as cost less than
// nothing.
func (c *company) in(g, n, negative int32) int64 {
	most := int32(len(c.first) - 1)
	return c.with[g] + c.first[clamp(max(negative, c.lo[g]-n), 0, max(min(c.hi[g]-n, most), 0))]
}

// pairsLeast returns a cost that no grouping is below.
func (m *model) pairsLeast(at, rank []int32) int64 { return newCompany(m, rank).least(at) }

// part returns whole·n/of, rounded down; n is at most of.
func part(whole, n, of int64) int64 {
	hi, lo := bits.Mul64(uint64(whole), uint64(n))
	q, _ := bits.Div64(hi, lo, uint64(of))
	return int64(q)
}
