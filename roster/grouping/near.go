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

// pairsLeast returns a cost that no grouping in which the people placed stay where
// they are is below; at is by unit, −1 is not placed. It looks at each person alone:
// with the cheapest company of the sizes that groups may have, half of every pair.
// The people are in the order of ranked.
func (m *model) pairsLeast(at, rank []int32) int64 {
	t := m.pairs
	have := make([]int32, len(m.places))
	for _, u := range m.unitOf {
		if g := at[u]; g >= 0 {
			have[g]++
		}
	}
	least, most := int32(t.n), int32(1) // size of a group with room
	for g, n := range have {
		if n < m.sizes.hi[g] {
			least, most = min(least, max(m.sizes.lo[g], n+1)), max(most, m.sizes.hi[g])
		}
	}
	twice := int64(0)
	for i := range int32(t.n) {
		g := at[m.unitOf[i]]
		lo, hi := least-1, most-1 // company to come
		if g >= 0 {
			lo, hi = m.sizes.lo[g]-have[g], m.sizes.hi[g]-have[g]
		}
		if t.extra {
			lo, hi = 0, int32(t.n)
		}
		row, came := t.row(i), int32(0)
		for _, j := range rank[int(i)*t.n:][:t.n] {
			h, c := at[m.unitOf[j]], row[j]
			switch {
			case j == i:
			case g >= 0 && g == h:
				twice += int64(c)
			case g >= 0 && h >= 0: // elsewhere
			case came < lo || came < hi && c < 0:
				twice += int64(c)
				came++
			}
		}
	}
	return t.base + (twice+1)>>1 // rounded up
}

// part returns whole·n/of, rounded down; n is at most of.
func part(whole, n, of int64) int64 {
	hi, lo := bits.Mul64(uint64(whole), uint64(n))
	q, _ := bits.Div64(hi, lo, uint64(of))
	return int64(q)
}
