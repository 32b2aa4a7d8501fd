package grouping

import (
	"math/bits"
	"slices"
)

// polish improves the state until no move of one unit and no exchange of two that
// keeps the rules makes its Value better, and reports whether it came so far. The
// levels are kept apart exactly: the scale of the search is widened until no single
// step on a level can outweigh an earlier one.
func (r *run) polish() bool {
	for {
		if !r.state.widen() {
			return false
		}
		improved, ok := r.pass()
		if !ok || !improved {
			return ok
		}
	}
}

// pass tries every move and every exchange once.
func (r *run) pass() (improved, ok bool) {
	s, m := r.state, r.state.m
	try := func(i, h, j int32) bool {
		g := s.at[i]
		if s.change(i, h, j) < 0 {
			improved = true
		} else {
			s.change(i, g, j)
		}
		return r.step()
	}
	for i := range int32(len(m.units)) {
		u := &m.units[i]
		for h := range int32(len(m.places)) {
			if h != s.at[i] && u.may(h) && !try(i, h, -1) {
				return improved, false
			}
		}
		for j := i + 1; j < int32(len(m.units)); j++ {
			v := &m.units[j]
			g, h := s.at[i], s.at[j]
			switch {
			case g == h || !u.may(h) || !v.may(g):
			case u.slots != nil && v.slots != nil:
				if s.swapEnergy(u, v, g, h) < 0 {
					s.swap(i, j)
					improved = true
				}
				if !r.step() {
					return improved, false
				}
			case !try(i, h, j):
				return improved, false
			}
		}
	}
	return improved, true
}

// widen sets coefficients and penalty such that no change of one level in one step
// outweighs an earlier level or a rule, and reports whether 62 bits suffice. It
// holds for the state as it is.
func (s *state) widen() bool {
	m := s.m
	largest := int64(1)
	for i := range m.units {
		for _, t := range m.units[i].soft {
			largest = max(largest, int64(t.n))
		}
	}
	lean := int64(0)
	for _, cell := range s.uneven.list {
		n := int64(s.lean[cell])
		lean = max(lean, n, -n)
	}
	terms := make([]int64, len(m.units)) // of the unit in question, by level
	most := m.wishSteps()                // the greatest change of a level
	for l := range most {
		clear(terms)
		for i := range m.units {
			for _, t := range m.units[i].soft {
				if m.soft[t.x].level == l {
					terms[i] += m.soft[t.x].weight
				}
			}
		}
		// Two units, each leaving one cell and entering another.
		most[l] = 4*slices.Max(terms)*largest*(lean+1+2*largest) + 4*most[l]
	}
	if t := m.pairs; t != nil {
		most[t.level] += 4 * t.heaviest(m.units)
	}
	scale := uint64(1)
	coefficient := levels{}
	for l := range slices.Backward(most[:]) {
		coefficient[l] = int64(scale)
		high, low := bits.Mul64(scale, uint64(most[l])*2+1)
		if high != 0 || low > 1<<40 {
			return false
		}
		scale = low
	}
	for x := range m.soft {
		s.coef[x] = m.soft[x].weight * coefficient[m.soft[x].level]
	}
	s.penalty = int64(scale)
	s.cost = 0
	if t := m.pairs; t != nil {
		s.pair = coefficient[t.level]
		s.cost = s.pair * s.paired
	}
	s.widenWishes(coefficient)
	for g := range m.places {
		for x := range m.soft {
			s.cost += s.coef[x] * cost(s.count(int32(g), x), m.share[g*len(m.soft)+x])
		}
	}
	return true
}
