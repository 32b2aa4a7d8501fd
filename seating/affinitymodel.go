package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
)

// A loss is what breaks cost: breaks of hard rules, and weights of the others.
type loss struct{ hard, soft int64 }

func (l loss) plus(m loss, n int64) loss { return loss{l.hard + n*m.hard, l.soft + n*m.soft} }

// lossOf is what one break of a relation costs.
func lossOf(weight int) loss {
	if weight == 0 {
		return loss{hard: 1}
	}
	return loss{soft: int64(weight)}
}

// A company is an Affinity in the form that the search reads: what pairs lose, whom
// people need near, and counts.
type company struct {
	people      int
	chairs      []SeatID
	table       []int // of each chair
	first       []int // the first chair of each table, and the end of the last
	left, right []int // the chair on either side, -1 if there is none
	held        []bool
	start       []int // the person on each chair that is held, else -1

	beside, along [][]loss // by two people: side by side, at one table; nil where nothing is lost
	wide          bool     // something is lost by a table as a whole
	base          loss     // lost by pairs at different tables, all of whom along takes off
	needs         [][]need // by person
	counts        []tally
	counted       [][]int // the tallies that count a person
}

// A need asks that a person have so many others near.
type need struct {
	near  Nearness
	least int
	with  []bool // by person, who counts
	loss  loss
}

// A tally bounds how many of its people are at each table.
type tally struct {
	least, most int // most is -1 for no limit
	loss        loss
}

// off is by how many a number is out of bounds.
func (t tally) off(n int) int64 {
	switch {
	case n < t.least:
		return int64(t.least - n)
	case t.most >= 0 && n > t.most:
		return int64(n - t.most)
	default:
		return 0
	}
}

// company returns the model of a valid affinity.
func (a Affinity) company() *company {
	c := &company{people: len(a.People), chairs: a.chairs(), needs: make([][]need, len(a.People)), counted: make([][]int, len(a.People))}
	at := make(map[SeatID]int, len(c.chairs))
	for i, id := range c.chairs {
		at[id] = i
	}
	for t, table := range a.Tables {
		first := len(c.table)
		c.first = append(c.first, first)
		for i := range table.Chairs {
			left, right := first+i-1, first+i+1
			if i == 0 {
				left = -1
			}
			if i == table.Chairs-1 {
				right = -1
			}
			c.table, c.left, c.right = append(c.table, t), append(c.left, left), append(c.right, right)
		}
		if last := first + table.Chairs - 1; table.Round && table.Chairs > 2 {
			c.left[first], c.right[last] = last, first
		}
	}
	c.first = append(c.first, len(c.table))
	c.held, c.start = make([]bool, len(c.chairs)), slices.Repeat([]int{-1}, len(c.chairs))
	index := a.index()
	for _, h := range a.Held {
		c.held[at[h.Seat]], c.start[at[h.Seat]] = true, index[h.Person]
	}
	a.pairs(c, index)
	a.needs(c, index)
	c.wide = c.along != nil || slices.ContainsFunc(c.needs, func(all []need) bool {
		return slices.ContainsFunc(all, func(n need) bool { return n.near == AtTable })
	})
	for _, r := range a.Relations.PerTable {
		t := tally{least: r.Least, most: r.Most, loss: lossOf(r.Weight)}
		if r.Most == 0 {
			t.most = -1
		}
		for i, p := range a.People {
			if slices.Contains(p.Traits[r.Trait], r.Value) {
				c.counted[i] = append(c.counted[i], len(c.counts))
			}
		}
		c.counts = append(c.counts, t)
	}
	return c
}

// index returns the index of each person.
func (a Affinity) index() map[roster.PersonID]int {
	index := make(map[roster.PersonID]int, len(a.People))
	for i, p := range a.People {
		index[p.ID] = i
	}
	return index
}

// pairs fills in what two people lose who are near each other, or who are not.
func (a Affinity) pairs(c *company, index map[roster.PersonID]int) {
	put := func(into *[][]loss, i, j int, l loss, n int64) {
		if *into == nil {
			*into = make([][]loss, c.people)
			for k := range *into {
				(*into)[k] = make([]loss, c.people)
			}
		}
		(*into)[i][j] = (*into)[i][j].plus(l, n)
		(*into)[j][i] = (*into)[i][j]
	}
	each := func(people []roster.PersonID, do func(i, j int)) {
		for k, p := range people {
			for _, q := range people[:k] {
				do(index[p], index[q])
			}
		}
	}
	for _, r := range a.Relations.Together {
		if l := lossOf(r.Weight); r.Near == AtTable {
			each(r.People, func(i, j int) {
				c.base = c.base.plus(l, 1)
				put(&c.along, i, j, l, -1)
			})
		}
	}
	for _, r := range a.Relations.Apart {
		l, into := lossOf(r.Weight), &c.along
		if r.Near == Beside {
			into = &c.beside
		}
		each(r.People, func(i, j int) { put(into, i, j, l, 1) })
	}
	for _, r := range a.Relations.Alternate {
		l := lossOf(r.Weight)
		for i, with := range a.sharing(r.Trait) {
			for j, shares := range with[:min(i, len(with))] {
				if shares {
					put(&c.beside, i, j, l, 1)
				}
			}
		}
	}
}

// sharing returns for each person who has a trait with whom a value of it is shared.
func (a Affinity) sharing(trait string) [][]bool {
	with := make([][]bool, len(a.People))
	have := map[string][]int{} // people by value
	for i, p := range a.People {
		for _, value := range p.Traits[trait] {
			have[value] = append(have[value], i)
			with[i] = make([]bool, len(a.People))
		}
	}
	for _, people := range have {
		for _, i := range people {
			for _, j := range people {
				with[i][j] = i != j
			}
		}
	}
	return with
}

// share reports whether two lists have a value in common.
func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// needs fills in who is to have whom near.
func (a Affinity) needs(c *company, index map[roster.PersonID]int) {
	for _, r := range a.Relations.Together {
		if r.Near != Beside {
			continue
		}
		group := make([]bool, c.people)
		for _, p := range r.People {
			group[index[p]] = true
		}
		for _, p := range r.People {
			c.needs[index[p]] = append(c.needs[index[p]], need{Beside, 1, group, lossOf(r.Weight)})
		}
	}
	for _, r := range a.Relations.Shared {
		for i, with := range a.sharing(r.Trait) {
			if with != nil {
				c.needs[i] = append(c.needs[i], need{r.Near, 1, with, lossOf(r.Weight)})
			}
		}
	}
	for _, r := range a.Relations.Acquainted {
		known := make([][]bool, c.people)
		knows := func(i, j int) {
			if known[i] == nil {
				known[i] = make([]bool, c.people)
			}
			known[i][j] = true
		}
		for i, p := range a.People {
			for _, other := range p.Knows {
				knows(i, index[other])
				knows(index[other], i)
			}
		}
		for i, with := range known {
			if with != nil {
				c.needs[i] = append(c.needs[i], need{r.Near, r.Least, with, lossOf(r.Weight)})
			}
		}
	}
}
