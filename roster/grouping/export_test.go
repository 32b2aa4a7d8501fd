package grouping

import (
	"cmp"
	"fmt"
	"math/rand/v2"
)

// CheckDeltas makes random changes to random states of a problem and compares what the
// engine foretells of each with what comes of it.
func CheckDeltas(p Problem, seed uint64) error {
	m, ps := newModel(&p, nil)
	if ps.Failed() {
		return nil
	}
	random := rand.New(rand.NewPCG(seed, 0))
	s := newState(m)
	for i := range m.units {
		g := random.Int32N(int32(len(m.places)))
		off, cost := s.whatIf(&m.units[i], g)
		own := int64(0) // of the pairs within the unit, the same everywhere
		if t := m.pairs; t != nil {
			for k, a := range m.units[i].people {
				for _, b := range m.units[i].people[k+1:] {
					own += int64(t.row(a)[b]) * s.pair
				}
			}
		}
		was := [2]int64{s.off, s.cost}
		s.place(int32(i), g)
		if got := [2]int64{s.off - was[0], s.cost - was[1] - own}; got != [2]int64{off, cost} {
			return fmt.Errorf("unit %d in group %d: foretold %d %d, came %d", i, g, off, cost, got)
		}
	}
	wide := s.widen()
	for range 40 {
		i, j := random.Int32N(int32(len(m.units))), random.Int32N(int32(len(m.units)))
		u, v, g, h := &m.units[i], &m.units[j], s.at[i], s.at[j]
		if g == h {
			continue
		}
		before, energy, off := s.value(), s.energy(), s.off
		if u.slots != nil && v.slots != nil {
			foretold := s.swapEnergy(u, v, g, h)
			s.swap(i, j)
			if got := s.energy() - energy; got != foretold {
				return fmt.Errorf("units %d and %d: foretold %d, came %d", i, j, foretold, got)
			}
		} else {
			s.change(i, h, j)
		}
		if order := s.value().Compare(before); wide && s.off == off && order != cmp.Compare(s.energy(), energy) {
			return fmt.Errorf("units %d and %d: from %v to %v, yet the energy goes from %d to %d", i, j, before, s.value(), energy, s.energy())
		}
		fresh := newState(m)
		for k := range m.units {
			fresh.place(int32(k), s.at[k])
		}
		if fresh.value() != s.value() || fresh.off != s.off {
			return fmt.Errorf("units %d and %d: %v %d, counted anew %v %d", i, j, s.value(), s.off, fresh.value(), fresh.off)
		}
		wide = s.widen()
	}
	return nil
}

// Searched is what the exact search finds by itself: the best Value, whether there is
// a grouping, and whether the search came to its end.
func Searched(p Problem) (best Value, found, complete bool) {
	m, ps := newModel(&p, nil)
	if ps.Failed() {
		return Value{}, false, true
	}
	e := newExact(m, exactNodes, func() bool { return true })
	complete = e.search()
	return e.value.value(), e.found, complete
}
