package grouping

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/grouping/internal/pairs"
)

// pairsAlone reports whether nothing but sizes and pairs matters.
func (m *model) pairsAlone() bool {
	return m.pairs != nil && len(m.hard) == 1 && len(m.soft) == 0 && len(m.wishes) == 0 && m.bench == nil &&
		len(m.places) > 1 && len(m.units) == len(m.people) &&
		!slices.ContainsFunc(m.units, func(u unit) bool { return u.allowed != nil })
}

// searchPairs spends the steps up to budget on the engine for pairs.
func (r *run) searchPairs(budget int64) {
	m := r.state.m
	p := &pairs.Problem{
		N: m.pairs.n, Cost: m.pairs.cost,
		Lo: m.sizes.lo, Hi: m.sizes.hi,
		Accept: acceptTable[:], Unit: acceptUnit,
	}
	before := r.steps
	if before >= budget || r.stopped {
		return
	}
	found := pairs.Search(p, r.options.Seed, budget-before, func(steps int64) bool {
		r.steps = before + steps
		r.look()
		return !r.stopped
	})
	r.steps = before + found.Steps
	if cost := (found.Cost + m.pairs.base) * m.pairs.coefficient; !r.found || cost < r.cost {
		r.adopt(found.At)
	}
}

// pairHeat returns from where to where to cool if pairs are at stake: at first so
// many exchanges of two people would be made from a grouping that none improves as
// the engine for pairs was measured to need.
func (r *run) pairHeat(hot, cold int64) (int64, int64) {
	const samples, rate, most = 4096, 600, 1 << 49 // rate is in a million
	s, m := r.state, r.state.m
	if len(m.units) < 2 || len(m.places) < 2 {
		return hot, cold
	}
	r.anneal(min(32*int64(len(m.units)), r.options.MaxSteps/16), 0, 0)
	deltas := make([]int64, 0, samples)
	for range samples {
		i, j := below(r.src.Uint64(), len(m.units)), below(r.src.Uint64(), len(m.units))
		u, v := &m.units[i], &m.units[j]
		if g, h := s.at[i], s.at[j]; g != h && u.may(h) && v.may(g) {
			delta := s.pair * s.swapPairs(u.people[0], v.people[0], g, h)
			deltas = append(deltas, max(delta, 1))
		}
	}
	from, to := int64(1), int64(most)
	for from < to {
		heat, made := (from+to)/2, int64(0)
		for _, d := range deltas {
			rank, _ := slices.BinarySearchFunc(acceptTable[:], d, func(a int32, d int64) int {
				if allowed(heat, a) >= d {
					return -1
				}
				return 1
			})
			made += int64(rank)
		}
		if made*1_000_000 >= rate*int64(len(deltas))*int64(len(acceptTable)) {
			to = heat
		} else {
			from = heat + 1
		}
	}
	if len(m.soft) == 0 {
		cold = from * 4 / 10
	}
	return max(hot, from), min(max(hot, from), cold)
}
