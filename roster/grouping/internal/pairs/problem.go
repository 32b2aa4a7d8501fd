package pairs

// A Problem is n people to be put into groups. The caller has checked it: the table
// is symmetric with a diagonal of 0, and sizes within the bounds exist, none of them 0.
type Problem struct {
	N      int
	Cost   []int32 // [i·N+j]: what i and j cost if they share a group
	Lo, Hi []int32 // by group, inclusive
	Accept []int32 // −ln u for u = (k+½)/len, in units; len is a power of two, at most 1024
	Unit   int32   // one temperature in Accept
}

// free reports whether any size is open.
func (p *Problem) free() bool {
	for g := range p.Lo {
		if p.Lo[g] != p.Hi[g] {
			return true
		}
	}
	return false
}

// extent returns the greatest cost of a pair of different people, and the greatest
// of either sign.
func (p *Problem) extent() (most, either int32) {
	first := true
	for i := range p.N {
		for _, c := range p.Cost[i*p.N:][:i] {
			if first || c > most {
				most, first = c, false
			}
			either = max(either, c, -c)
		}
	}
	return most, either
}

// Total returns what a grouping costs.
func (p *Problem) Total(at []int32) int64 {
	total := int64(0)
	for i := range p.N {
		for j, c := range p.Cost[i*p.N:][:i] {
			if at[i] == at[j] {
				total += int64(c)
			}
		}
	}
	return total
}

// sizes chooses the sizes to start from. If company costs less than being apart, few
// large groups are better than many equal ones: of all sizes within the bounds those
// with the most pairs are chosen, else those with the fewest.
func (p *Problem) sizes() []int32 {
	sum := int64(0)
	for _, c := range p.Cost {
		sum += int64(c)
	}
	if sum < 0 {
		return p.steep()
	}
	return p.level()
}

// level fills the groups one by one, the smallest first.
func (p *Problem) level() []int32 {
	size := append([]int32(nil), p.Lo...)
	rest := int32(p.N)
	for _, n := range size {
		rest -= n
	}
	for ; rest > 0; rest-- {
		least := -1
		for g := range size {
			if size[g] < p.Hi[g] && (least < 0 || size[g] < size[least]) {
				least = g
			}
		}
		size[least]++
	}
	return size
}

// steep returns sizes with as many pairs as there can be. The number of pairs is
// convex in each size, so that all groups but one are at a bound in one of the best.
func (p *Problem) steep() []int32 {
	rest := p.N // above the lower bounds
	for _, n := range p.Lo {
		rest -= int(n)
	}
	// most[k][r]: the most pairs of the first k groups with r people above their
	// lower bounds, one group at most between its bounds (part).
	type cell struct {
		pairs int64 // −1 is impossible
		took  int32 // above the lower bound, by the last group
		whole bool  // the groups before it are all at a bound
	}
	count := func(n int32) int64 { return int64(n) * int64(n-1) / 2 }
	table := func(k int) [2][]cell {
		var t [2][]cell
		for part := range t {
			t[part] = make([]cell, rest+1)
			for r := range t[part] {
				t[part][r].pairs = -1
			}
		}
		if k == 0 {
			t[0][0].pairs = 0
		}
		return t
	}
	tables := [][2][]cell{table(0)}
	reach := 0
	for g := range p.Lo {
		before, now := tables[g], table(g+1)
		room := p.Hi[g] - p.Lo[g]
		try := func(part, r int, took int32, from int) {
			if b := before[from][r-int(took)].pairs; b >= 0 {
				if n := b + count(p.Lo[g]+took); n > now[part][r].pairs {
					now[part][r] = cell{n, took, from == 0}
				}
			}
		}
		reach = min(reach+int(room), rest)
		for r := range reach + 1 {
			for part := range 2 {
				try(part, r, 0, part)
				if int(room) <= r {
					try(part, r, room, part)
				}
			}
		}
		// Only the end needs a group between its bounds: the rest of all.
		for r := range reach + 1 {
			if g+1 < len(p.Lo) && len(p.Lo)*rest*int(room) > 1<<26 {
				break // too many to look at; the last group may still be it
			}
			for took := int32(1); took < room && int(took) <= r; took++ {
				try(1, r, took, 0)
			}
		}
		tables = append(tables, now)
	}
	size := append([]int32(nil), p.Lo...)
	part := 0
	if last := tables[len(p.Lo)]; last[1][rest].pairs > last[0][rest].pairs {
		part = 1
	}
	if tables[len(p.Lo)][part][rest].pairs < 0 {
		return p.level()
	}
	for g, r := len(p.Lo)-1, rest; g >= 0; g-- {
		c := tables[g+1][part][r]
		size[g] += c.took
		r -= int(c.took)
		if c.whole {
			part = 0
		}
	}
	return size
}
