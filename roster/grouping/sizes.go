package grouping

import "github.com/huiwu-go/huiwu/roster/check"

// sizes are the bounds of the groups and the shares they are due.
type sizes struct {
	members, everybody int     // people without and with the extra ones
	lo, hi             []int32 // by group, inclusive, for members
	evenLo, evenHi     []int32 // the even size, rounded down and up
	capacity           []int32 // by group, for everybody

	// A group is due weight/total of all members, and of the people with a value.
	weight []int64
	total  int64
}

// newSizes works out bounds and shares, and reports why there are none.
func newSizes(p *Problem) (sizes, check.Problems) {
	var ps check.Problems
	groups := len(p.Places)
	s := sizes{everybody: len(p.People)}
	for i := range p.People {
		if !p.People[i].Extra {
			s.members++
		}
	}
	for _, place := range p.Places {
		capacity, most := s.everybody, s.members
		if place.Capacity > 0 {
			capacity = min(capacity, place.Capacity)
		}
		if place.Max > 0 {
			most = min(most, place.Max)
		}
		s.capacity = append(s.capacity, int32(capacity))
		s.lo = append(s.lo, int32(max(place.Min, 1)))
		s.hi = append(s.hi, int32(min(most, capacity)))
	}
	switch least, most, seats := sum(s.lo), sum(s.hi), sum(s.capacity); {
	case int64(s.members) < least:
		ps.Add(tooFewPeople.At("places", check.Int("least", least), check.Int("n", s.members)).WithCause(ErrInfeasible))
	case int64(s.members) > most:
		ps.Add(tooManyPeople.At("places", check.Int("most", most), check.Int("n", s.members)).WithCause(ErrInfeasible))
	case int64(s.everybody) > seats:
		ps.Add(seatsShort.At("places", check.Int("most", seats), check.Int("n", s.everybody)).WithCause(ErrInfeasible))
	}
	if ps.Failed() {
		return s, ps
	}
	level, rest := waterLevel(s.lo, s.hi, int64(s.members))
	free := int64(0)
	for g := range groups {
		s.evenLo = append(s.evenLo, clamp(level, s.lo[g], s.hi[g]))
		s.evenHi = append(s.evenHi, s.evenLo[g])
		if rest > 0 && s.lo[g] <= level && level < s.hi[g] {
			s.evenHi[g]++
			free++
		}
	}
	for g := range groups {
		w := int64(s.evenLo[g]) * max(free, 1)
		if s.evenHi[g] > s.evenLo[g] {
			w += rest
		}
		s.weight = append(s.weight, w)
	}
	s.total = int64(s.members) * max(free, 1)
	if p.Sizes == Even {
		s.lo, s.hi = s.evenLo, s.evenHi
	}
	return s, ps
}

// waterLevel returns the size that every group takes as far as its bounds allow,
// and how many people are then left for one more each. The bounds admit n.
func waterLevel(lo, hi []int32, n int64) (level int32, rest int64) {
	filled := func(level int32) int64 {
		total := int64(0)
		for g := range lo {
			total += int64(clamp(level, lo[g], hi[g]))
		}
		return total
	}
	for step := int32(1) << 20; step > 0; step >>= 1 { // sizes stay below MaxPeople
		if filled(level+step) <= n {
			level += step
		}
	}
	return level, n - filled(level)
}

// share returns the share of group g in n people, rounded down and up.
func (s *sizes) share(g int, n int32) (lo, hi int32) {
	due := int64(n) * s.weight[g]
	lo = int32(due / s.total)
	hi = lo
	if due%s.total != 0 {
		hi++
	}
	return lo, hi
}

func clamp(n, lo, hi int32) int32 { return min(max(n, lo), hi) }

func sum(list []int32) int64 {
	total := int64(0)
	for _, n := range list {
		total += int64(n)
	}
	return total
}
