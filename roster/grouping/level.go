package grouping

// levelFails is how many looks in a row may change nothing for the better before
// level gives up.
const levelFails = 512

// level mends the uneven cells one by one, without the detours of annealing: one of
// those whom the cell counts goes from where there are too many to where there are
// fewer, in exchange for whom of all there it costs least. Exchanges that cost nothing
// are made as well, so that the next look finds another state. Where people may be
// anywhere, this alone reaches the even spread nearly always.
func (r *run) level(budget int64) {
	s, m := r.state, r.state.m
	for fails := 0; fails < levelFails && len(s.uneven.list) > 0 && s.off == 0 && r.steps < budget && !r.stopped; fails++ {
		i, h := s.relief(r.src.Uint64(), r.src.Uint64())
		if i < 0 || m.units[i].slots == nil || !m.units[i].may(h) {
			continue
		}
		g, with, least := s.at[i], int32(-1), int64(1)
		for _, j := range s.members[h] {
			if v := &m.units[j]; v.slots != nil && v.may(g) && r.step() {
				if e := s.swapEnergy(&m.units[i], v, g, h); e < least {
					with, least = j, e
				}
			}
		}
		if with >= 0 {
			s.swap(i, with)
		}
		if least < 0 {
			fails = 0
		}
	}
	r.keep()
}

// reliefTries is how many groups, or people, relief looks at.
const reliefTries = 16

// relief aims at an uneven cell: it returns a unit that counts there and could leave
// for group h, where there are fewer, or that counts elsewhere and could come to h,
// where there are too few; −1 if none was met.
func (s *state) relief(bits, more uint64) (i, h int32) {
	cell := s.uneven.list[below(bits, len(s.uneven.list))]
	width := int32(len(s.coef))
	g, x := cell/width, cell%width
	if s.lean[cell] < 0 {
		people := s.m.soft[x].people
		k := int(below(more, len(people)))
		for range min(reliefTries, len(people)) {
			i = s.m.unitOf[people[k]]
			if s.lean[s.at[i]*width+x] >= s.lean[cell]+4 {
				return i, g
			}
			if k++; k == len(people) {
				k = 0
			}
		}
		return -1, g
	}
	h = below(more, len(s.members))
	for range min(reliefTries, len(s.members)) {
		if s.lean[h*width+x]+4 <= s.lean[cell] {
			return s.counting(g, x, (*unit).softTerms, bits>>32), h
		}
		if h++; int(h) == len(s.members) {
			h = 0
		}
	}
	return -1, h
}
