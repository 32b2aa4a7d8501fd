package seating

import (
	"maps"
	"slices"
)

// bound is a loss that no seating is below: of each relation by itself, what follows
// from the numbers of people and chairs, or from two people who both keep their seats.
func (a Affinity) bound(c *company) loss {
	sum := c.together(a.Relations).plus(c.apart(a), 1)
	for _, r := range a.Relations.Alternate {
		sum = sum.plus(lossOf(r.Weight), c.alternating(a, r))
	}
	for person := range c.people {
		for _, n := range c.needs[person] {
			sum = sum.plus(n.loss, c.wanting(n))
		}
	}
	for x, t := range c.counts {
		sum = sum.plus(t.loss, c.uneven(x, t))
	}
	return sum
}

// sizes are the chairs of the tables, largest first.
func (c *company) sizes() []int {
	all := make([]int, c.tables())
	for t := range all {
		all[t] = c.first[t+1] - c.first[t]
	}
	slices.Sort(all)
	slices.Reverse(all)
	return all
}

func pairsOf(n int) int64 { return int64(n) * int64(n-1) / 2 }

// together is what is lost because groups are larger than tables.
func (c *company) together(r Relations) loss {
	var sum loss
	for _, t := range r.Together {
		if t.Near != AtTable {
			continue
		}
		left, lost := len(t.People), pairsOf(len(t.People))
		for _, size := range c.sizes() {
			lost -= pairsOf(min(left, size))
			left -= min(left, size)
		}
		sum = sum.plus(lossOf(t.Weight), lost)
	}
	return sum
}

// apart is what is lost because there are more people than tables, or by people who
// keep their seats.
func (c *company) apart(a Affinity) loss {
	var sum loss
	index := a.index()
	for _, r := range a.Relations.Apart {
		seated := map[int]int{} // chairs held by people of the relation
		for _, p := range r.People {
			if chair := slices.Index(c.start, index[p]); chair >= 0 {
				seated[chair] = c.table[chair]
			}
		}
		var least, heldPairs int64
		if n, tables := len(r.People), c.tables(); r.Near == AtTable {
			q, rest := n/tables, n%tables
			least = int64(rest)*pairsOf(q+1) + int64(tables-rest)*pairsOf(q)
			at := make([]int, tables)
			for _, t := range seated {
				at[t]++
			}
			for _, n := range at {
				heldPairs += pairsOf(n)
			}
		} else {
			for chair := range seated {
				if _, beside := seated[c.right[chair]]; beside {
					heldPairs++
				}
			}
		}
		sum = sum.plus(lossOf(r.Weight), max(least, heldPairs))
	}
	return sum
}

// alternating is how many neighbours must share a value: those of a majority, one at
// each odd table where there are but two values, and those who keep their seats.
func (c *company) alternating(a Affinity, r Alternate) int64 {
	var edges, odd, heldPairs int64
	for chair, right := range c.right {
		if right < 0 {
			continue
		}
		edges++
		if x, y := c.start[chair], c.start[right]; x >= 0 && y >= 0 && share(a.People[x].Traits[r.Trait], a.People[y].Traits[r.Trait]) {
			heldPairs++
		}
	}
	for t, table := range a.Tables {
		if n := c.first[t+1] - c.first[t]; table.Round && n > 2 && n%2 == 1 {
			odd++
		}
	}
	empty := len(c.chairs) - c.people
	edges -= 2 * int64(empty)
	with := map[string]int64{}
	everyone := true // has exactly one value
	for _, p := range a.People {
		everyone = everyone && len(p.Traits[r.Trait]) == 1
		for _, v := range slices.Compact(slices.Sorted(slices.Values(p.Traits[r.Trait]))) {
			with[v]++
		}
	}
	var least int64
	for _, n := range slices.Sorted(maps.Values(with)) {
		least = max(least, edges-2*(int64(c.people)-n))
	}
	if everyone && len(with) <= 2 && empty == 0 {
		least = max(least, odd)
	}
	return max(least, heldPairs)
}

// wanting is how many people short a need stays at best.
func (c *company) wanting(n need) int64 {
	most := 0
	for _, counts := range n.with {
		if counts {
			most++
		}
	}
	if n.near == Beside {
		most = min(most, 2)
	} else {
		most = min(most, c.sizes()[0]) // including the person, who may be of the group
	}
	return int64(max(n.least-most, 0))
}

// uneven is by how many a tally is out of bounds because there are too many or too few
// of its people, or because of those who keep their seats.
func (c *company) uneven(x int, t tally) int64 {
	people := 0
	for _, counted := range c.counted {
		if slices.Contains(counted, x) {
			people++
		}
	}
	at := make([]int, c.tables())
	for chair, person := range c.start {
		if person >= 0 && slices.Contains(c.counted[person], x) {
			at[c.table[chair]]++
		}
	}
	var least, room, tooSmall, tooMany int64
	for i, size := range c.sizes() {
		least += int64(t.least)
		tooSmall += int64(max(t.least-size, 0))
		if t.most >= 0 {
			room += int64(min(t.most, size))
			tooMany += int64(max(at[i]-t.most, 0))
		}
	}
	short, over := max(least-int64(people), tooSmall, 0), int64(0)
	if t.most >= 0 {
		over = max(int64(people)-room, tooMany, 0)
	}
	return short + over
}
