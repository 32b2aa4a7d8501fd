package grouping

import (
	"cmp"
	"slices"
)

// away is how many of the unit's people were in another group than g; who was in none
// does not count.
func (u *unit) away(old []int32, g int32) int64 {
	n := int64(0)
	for _, p := range u.people {
		if old[p] >= 0 && old[p] != g {
			n++
		}
	}
	return n
}

// forced returns how many people at least are in another group than before, old by
// person, in every grouping that keeps the rules. It counts
//
//   - the people of each unit that cannot all be where they were;
//   - of each group, who must leave because a rule counts too many of those who would
//     stay, or must come because it counts too few;
//   - what the sizes ask: a full group that takes somebody gives somebody away.
func (m *model) forced(old []int32) int64 {
	stay := slices.Repeat([]int32{-1}, len(m.units)) // by unit: its group, where that costs nothing more
	apart := int64(0)
	for i := range m.units {
		u := &m.units[i]
		if g := u.only(); g >= 0 {
			stay[i] = g
			apart += u.away(old, g)
			continue
		}
		least, home, homes := u.away(old, -1), int32(-1), 0
		for _, p := range u.people {
			if g := old[p]; g >= 0 {
				homes++
				if n := u.away(old, g); n < least && u.may(g) {
					least, home = n, g
				}
			}
		}
		apart += least
		if least == 0 && homes == len(u.people) {
			stay[i] = home
		}
	}
	most := int64(0)
	leave, come := make([]int64, len(m.places)), make([]int64, len(m.places))
	for x := range m.hard {
		most = max(most, m.shift(x, stay, leave, come))
	}
	if m.sizes.members == m.sizes.everybody { // then leaving a group is leaving its size
		m.demand(stay, leave, come)
		most = max(most, m.shift(0, stay, leave, come))
	}
	return apart + most
}

// shift returns how many of those who could stay must change groups for the bounds of
// column x, if so many must leave each group and come to it in any case. A group that
// changes its count by net, so many leaving and the more coming, has at least
// max(leave, come−net) who leave: that falls with net until nothing is left to win.
// So every group first grows as far as it may, and then gives up what costs nothing.
func (m *model) shift(x int, stay []int32, leave, come []int64) int64 {
	c := &m.hard[x]
	if c.form != bounded {
		return 0
	}
	counted, free := m.staying(c, stay)
	moves, beyond, least := int64(0), -free, int64(0)
	for g, n := range counted {
		lo, hi := int64(c.lo[g]-n), int64(c.hi[g]-n)
		moves += max(leave[g], come[g]-hi)
		// From here down to the net at which as many leave as must anyway, or lo.
		beyond += hi - max(hi-max(come[g]-leave[g], lo), 0)
		// Whoever comes here comes from nowhere or from another group.
		least = max(least, leave[g]+max(come[g], leave[g]+lo)-free)
	}
	return max(moves+max(beyond, 0), least)
}

// demand sets how many must leave each group, and come to it, by what any one rule
// counts there, or by rules about different people.
func (m *model) demand(stay []int32, leave, come []int64) {
	type lack struct {
		x, g, n int32
		over    bool
	}
	var lacks []lack
	for x := 1; x < len(m.hard); x++ {
		c := &m.hard[x]
		if c.form != bounded {
			continue
		}
		counted, _ := m.staying(c, stay)
		for g, n := range counted {
			if n > c.hi[g] {
				lacks = append(lacks, lack{int32(x), int32(g), n - c.hi[g], true})
			}
			if n < c.lo[g] {
				lacks = append(lacks, lack{int32(x), int32(g), c.lo[g] - n, false})
			}
		}
	}
	slices.SortStableFunc(lacks, func(a, b lack) int {
		return cmp.Or(cmp.Compare(b.n, a.n), len(m.hard[a.x].people)-len(m.hard[b.x].people))
	})
	type seen struct{ p, g int32 }
	used := [2]map[seen]bool{{}, {}}
	for _, l := range lacks {
		taken, list := used[0], come
		if l.over {
			taken, list = used[1], leave
		}
		in := func(p int32) bool { return l.over == (stay[m.unitOf[p]] == l.g) }
		if slices.ContainsFunc(m.hard[l.x].people, func(p int32) bool { return in(p) && taken[seen{p, l.g}] }) {
			continue
		}
		for _, p := range m.hard[l.x].people {
			if in(p) {
				taken[seen{p, l.g}] = true
			}
		}
		list[l.g] += int64(l.n)
	}
}

// staying counts the people of a column by the group they stay in, and the others.
func (m *model) staying(c *column, stay []int32) (counted []int32, free int64) {
	counted = make([]int32, len(m.places))
	for _, p := range c.people {
		if g := stay[m.unitOf[p]]; g >= 0 {
			counted[g]++
		} else {
			free++
		}
	}
	return counted, free
}
