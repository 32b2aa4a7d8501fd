package grouping

import (
	"encoding/binary"
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// unite joins the people who are linked, and counts each unit into the columns.
func (b *builder) unite() {
	root := make([]int32, len(b.people)) // the first of the people linked so far
	for i := range root {
		root[i] = int32(i)
	}
	find := func(i int32) int32 {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, l := range b.links {
		x, y := find(l.a), find(l.b)
		root[max(x, y)] = min(x, y)
	}
	b.unitOf = make([]int32, len(b.people))
	for i := range b.people {
		r := find(int32(i))
		if r == int32(i) {
			b.unitOf[i] = int32(len(b.units))
			b.units = append(b.units, unit{})
		} else {
			b.unitOf[i] = b.unitOf[r]
		}
		u := &b.units[b.unitOf[i]]
		u.people = append(u.people, int32(i))
	}
	add := func(terms []term, x int, n int32) []term {
		if last := len(terms) - 1; last >= 0 && terms[last].x == int32(x) {
			terms[last].n += n
			return terms
		}
		return append(terms, term{int32(x), n})
	}
	for h := range b.hard {
		for i, n := range b.hard[h].all() {
			u := &b.units[b.unitOf[i]]
			u.hard = add(u.hard, h, n)
		}
	}
	for x := range b.wishes {
		for i, n := range b.wishes[x].all() {
			u := &b.units[b.unitOf[i]]
			u.wishes = add(u.wishes, x, n)
		}
	}
	if b.bench != nil {
		for i, may := range b.may {
			if u := &b.units[b.unitOf[i]]; may != 0 {
				u.seats = append(u.seats, term{int32(may), 1})
			}
		}
	}
	slots := int32(0)
	for x := range b.soft {
		slots = max(slots, b.soft[x].slot+1)
		for _, i := range b.soft[x].people {
			u := &b.units[b.unitOf[i]]
			u.soft = add(u.soft, x, 1)
		}
	}
	classes := map[string]int32{}
	var key []byte
	for i := range b.units {
		u := &b.units[i]
		if len(u.people) == 1 {
			u.slots = slices.Repeat([]int32{int32(len(b.soft))}, int(slots))
			for _, t := range u.soft {
				u.slots[b.soft[t.x].slot] = t.x
			}
		}
		key = key[:0]
		for _, t := range u.hard {
			key = binary.AppendVarint(binary.AppendVarint(key, int64(t.x)), int64(t.n))
		}
		class, ok := classes[string(key)]
		if !ok {
			class = int32(len(classes))
			classes[string(key)] = class
		}
		u.class = class
	}
}

// all walks the people a column counts, each with what they add.
func (c *column) all() iter.Seq2[int32, int32] {
	return func(yield func(int32, int32) bool) {
		for _, i := range c.people {
			if !yield(i, 1) {
				return
			}
		}
		for _, i := range c.with {
			if !yield(i, c.scale) {
				return
			}
		}
	}
}

func (u *unit) hardTerms() []term { return u.hard }

func (u *unit) softTerms() []term { return u.soft }

func (u *unit) wishTerms() []term { return u.wishes }

// has reports whether a unit with these terms adds to x.
func has(terms []term, x int32) bool {
	return slices.ContainsFunc(terms, func(t term) bool { return t.x == x })
}

// ids returns the identifiers of people given by their place in canonical order.
func (m *model) ids(people []int32) []roster.PersonID {
	list := make([]roster.PersonID, len(people))
	for i, p := range people {
		list[i] = m.people[p].ID
	}
	return list
}

// chain returns the paths of a smallest set of rules that keep a and b together;
// none if a is b.
func (m *model) chain(a, b int32) []string {
	if a == b {
		return nil
	}
	type edge struct{ to, rule int32 }
	edges := map[int32][]edge{}
	for i, l := range m.links {
		if m.unitOf[l.a] == m.unitOf[a] {
			edges[l.a] = append(edges[l.a], edge{l.b, int32(i)})
			edges[l.b] = append(edges[l.b], edge{l.a, int32(i)})
		}
	}
	from := map[int32]edge{a: {a, -1}}
	for queue := []int32{a}; len(queue) > 0; queue = queue[1:] {
		for _, e := range edges[queue[0]] {
			if _, seen := from[e.to]; !seen {
				from[e.to] = edge{queue[0], e.rule}
				queue = append(queue, e.to)
			}
		}
	}
	var paths []string
	for at := b; at != a; at = from[at].to {
		paths = append(paths, m.links[from[at].rule].path)
	}
	return distinct(paths)
}

// linking returns the paths of all rules that hold a unit together.
func (m *model) linking(u *unit) []string {
	var paths []string
	for _, l := range m.links {
		if m.unitOf[l.a] == m.unitOf[u.people[0]] {
			paths = append(paths, l.path)
		}
	}
	return distinct(paths)
}

// distinct sorts paths as findings are sorted, and drops those that repeat.
func distinct(paths []string) []string {
	slices.SortFunc(paths, check.ComparePaths)
	return slices.Compact(paths)
}

// ruleArg is the argument for the paths of rules, in order.
func ruleArg(paths ...string) check.Arg {
	return check.IDs("rules", KindRule, distinct(slices.Clone(paths))...)
}
