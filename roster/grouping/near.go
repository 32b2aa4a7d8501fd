package grouping

import (
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

// pairsLeast returns a cost that no grouping in which the people placed stay where
// they are is below; at is by unit, −1 is not placed, nil is nobody placed. It looks
// at each person alone: with the cheapest company of the sizes that groups may have,
// half of every pair.
func (m *model) pairsLeast(at []int32) int64 {
	t := m.pairs
	where := make([]int32, t.n)
	have := make([]int32, len(m.places))
	for i, u := range m.unitOf {
		where[i] = -1
		if at != nil && at[u] >= 0 {
			where[i] = at[u]
			have[at[u]]++
		}
	}
	least, most := slices.Min(m.sizes.lo), slices.Max(m.sizes.hi)
	open := make([]int32, 0, t.n)
	twice := int64(0)
	for i := range int32(t.n) {
		lo, hi := least-1, most-1 // company
		if g := where[i]; g >= 0 {
			lo, hi = m.sizes.lo[g]-have[g], m.sizes.hi[g]-have[g]
		}
		if t.extra {
			lo, hi = 0, int32(t.n)
		}
		open = open[:0]
		for j, c := range t.row(i) {
			switch {
			case int32(j) == i:
			case where[i] >= 0 && where[j] == where[i]:
				twice += int64(c)
			case where[i] < 0 || where[j] < 0:
				open = append(open, c)
			}
		}
		slices.Sort(open)
		for k, c := range open {
			if int32(k) >= hi || int32(k) >= lo && c >= 0 {
				break
			}
			twice += int64(c)
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
