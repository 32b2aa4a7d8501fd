package grouping

import "slices"

// cost of count n against a share given as its two roundings' sum.
func cost(n, share int32) int64 {
	return int64(n-share>>1) * int64(n-(share+1)>>1)
}

// bounds returns for each goal what it costs at the least: what the even spread
// costs once the units with one place left are in it, and at least what the largest
// other unit costs where it costs least.
func (m *model) bounds() []int64 {
	base := make([]int32, len(m.soft)*len(m.places)) // [goal·groups+group]
	most := make([]int32, len(m.soft))               // the largest free unit
	rest := make([]int32, len(m.soft))
	groups := len(m.places)
	pinned := make([]bool, len(m.soft))
	for i := range m.units {
		u := &m.units[i]
		g := u.only()
		if groups == 1 {
			g = 0
		}
		for _, t := range u.soft {
			if g >= 0 {
				base[int(t.x)*groups+int(g)] += t.n
				pinned[t.x] = true
				continue
			}
			rest[t.x] += t.n
			most[t.x] = max(most[t.x], t.n)
		}
	}
	bound := make([]int64, len(m.soft))
	share := make([]int32, groups)
	for x := range m.soft {
		if !pinned[x] && most[x] <= 1 {
			continue // the even spread itself, at no cost
		}
		for g := range groups {
			share[g] = m.share[g*len(m.soft)+x]
		}
		from := base[x*groups : (x+1)*groups]
		bound[x] = spread(from, share, rest[x])
		if n := most[x]; n > 1 {
			least := int64(-1)
			tried := map[[2]int32]bool{} // groups alike cost alike
			for g := range groups {
				if like := [2]int32{from[g], share[g]}; tried[like] {
					continue
				} else {
					tried[like] = true
				}
				from[g] += n
				if c := spread(from, share, rest[x]-n); least < 0 || c < least {
					least = c
				}
				from[g] -= n
				if least == bound[x] {
					break
				}
			}
			bound[x] = max(bound[x], least)
		}
	}
	return bound
}

// spread returns the least cost of adding rest people, one by one and anywhere, to
// the counts from. The cost is convex in each count, so that the cheapest next
// place is always right; a bisection over the price of the last place finds them
// all at once.
func spread(from, share []int32, rest int32) int64 {
	// From count n one more costs 2n+1−share: at a price p a group takes as many as
	// bring its count to (p+share+1)/2 rounded down.
	level := func(g int, price int64) int64 {
		return max((price+int64(share[g])+1)>>1, int64(from[g]))
	}
	taken := func(price int64) int64 {
		total := int64(0)
		for g := range from {
			total += level(g, price) - int64(from[g])
		}
		return total
	}
	lo, hi := -int64(slices.Max(share))-2, 2*int64(rest)+2*int64(slices.Max(from))+2
	for lo+1 < hi { // at lo too few are taken or just enough, at hi more
		if mid := lo + (hi-lo)>>1; taken(mid) <= int64(rest) {
			lo = mid
		} else {
			hi = mid
		}
	}
	total := (int64(rest) - taken(lo)) * (lo + 1)
	for g := range from {
		total += cost(int32(level(g, lo)), share[g])
	}
	return total
}
