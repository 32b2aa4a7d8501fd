package grouping

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

func (b *builder) impossible(p check.Problem) { b.ps.Add(p.WithCause(ErrInfeasible)) }

// fix applies the rules that name a person and a place, and reports those that
// contradict each other.
func (b *builder) fix() {
	fixed := map[int32]pin{} // by unit
	for _, p := range b.pins {
		if !p.fixed {
			continue
		}
		u := b.unitOf[p.person]
		first, ok := fixed[u]
		if !ok {
			fixed[u] = p
			for g := range b.places {
				if int32(g) != p.place {
					b.forbid(&b.units[u], g)
				}
			}
			continue
		}
		if first.place != p.place {
			b.impossible(twoPlaces.At(p.path,
				check.ID("person", roster.KindPerson, b.people[p.person].ID),
				check.ID("place", KindPlace, b.places[p.place]),
				ruleArg(append(b.chain(first.person, p.person), first.path)...),
				check.ID("other", KindPlace, b.places[first.place])))
		}
	}
	for _, p := range b.pins {
		if p.fixed {
			continue
		}
		u := b.unitOf[p.person]
		if first, ok := fixed[u]; ok && first.place == p.place {
			b.impossible(fixedAndBarred.At(p.path,
				check.ID("person", roster.KindPerson, b.people[p.person].ID),
				check.ID("place", KindPlace, b.places[p.place]),
				ruleArg(append(b.chain(first.person, p.person), first.path)...)))
			continue
		}
		b.forbid(&b.units[u], int(p.place))
	}
}

// allow keeps each unit out of the groups where it breaks a rule all by itself, and
// reports the units that may then be nowhere.
func (b *builder) allow() {
	for i := range b.units {
		u := &b.units[i]
		for _, t := range u.hard {
			c := &b.hard[t.x]
			if c.form == bounded && t.n <= slices.Min(c.hi) {
				continue
			}
			for g := range b.places {
				if c.bars(int32(g), t.n) {
					b.forbid(u, g)
				}
			}
		}
		if u.allowed != nil && !slices.Contains(u.allowed, true) {
			b.nowhere(u)
		}
	}
}

func (b *builder) forbid(u *unit, g int) {
	if u.allowed == nil {
		u.allowed = slices.Repeat([]bool{true}, len(b.places))
	}
	u.allowed[g] = false
}

// nowhere reports a unit that may be in no group: by the one rule that suffices, or
// by all that have a part in it.
func (b *builder) nowhere(u *unit) {
	for _, t := range u.hard {
		c := &b.hard[t.x]
		if c.form != bounded {
			continue
		}
		most := slices.Max(c.hi)
		switch {
		case t.n <= most:
		case c.apart:
			pair := slices.DeleteFunc(slices.Clone(c.people), func(i int32) bool { return b.unitOf[i] != b.unitOf[u.people[0]] })
			slices.Sort(pair)
			b.impossible(togetherAndApart.At(c.rules[0],
				check.ID("a", roster.KindPerson, b.people[pair[0]].ID),
				check.ID("b", roster.KindPerson, b.people[pair[1]].ID),
				ruleArg(b.chain(pair[0], pair[1])...)))
			return
		case len(c.rules) == 0:
			rules := b.linking(u)
			b.impossible(unitTooLarge.At(first(rules), ruleArg(rules...), check.Int("n", t.n), check.Int("most", most), b.who("people", u.people)))
			return
		}
	}
	rules := b.restricting(nil, u)
	b.impossible(noPlaceLeft.At(first(rules), ruleArg(rules...), b.who("people", u.people)))
}

// restricting adds to rules those that keep the units out of some group.
func (b *builder) restricting(rules []string, units ...*unit) []string {
	wanted := map[int32]bool{}
	for _, u := range units {
		wanted[b.unitOf[u.people[0]]] = true
		rules = append(rules, b.linking(u)...)
		for _, t := range u.hard {
			c := &b.hard[t.x]
			if c.form != bounded && c.bars(0, t.n) || c.form == bounded && t.n > slices.Min(c.hi) {
				rules = append(rules, c.rules...)
			}
		}
	}
	for _, p := range b.pins {
		if wanted[b.unitOf[p.person]] {
			rules = append(rules, p.path)
		}
	}
	return distinct(rules)
}

// first is the path at which a finding about several rules stands.
func first(rules []string) string {
	if len(rules) == 0 {
		return "places"
	}
	return rules[0]
}

func (m *model) who(key string, people []int32) check.Arg {
	return check.IDs(key, roster.KindPerson, m.ids(people)...)
}

// supply reports the columns whose bounds the people counted cannot meet: too many
// for all groups, too few, or too many or few for one group.
func (b *builder) supply() {
	var short [][]string // the rules already found short of people
	only := make([]int32, len(b.units))
	for i := range b.units {
		only[i] = b.units[i].only()
	}
	counted := make([][]term, len(b.hard)) // by column: unit, people
	for i := range b.units {
		for _, t := range b.units[i].hard {
			counted[t.x] = append(counted[t.x], term{int32(i), t.n})
		}
	}
	for h := range b.hard {
		c := &b.hard[h]
		if c.form != bounded {
			if n := int32(len(c.with)); n < c.need {
				b.impossible(undersupplied.At(first(c.rules), ruleArg(c.rules...), check.Int("need", c.need), check.Int("n", n)))
			}
			continue
		}
		most, need, largest := int64(0), sum(c.lo), slices.Max(c.lo)
		for g := range b.places {
			most += int64(min(c.hi[g], b.sizes.capacity[g]))
		}
		n, useful := int64(0), int64(0)
		for _, t := range counted[h] {
			n += int64(t.n)
			useful += int64(min(t.n, largest)) // one group has no use for more
		}
		covered := func(rules []string) bool {
			return !slices.ContainsFunc(rules, func(r string) bool { return !slices.Contains(c.rules, r) })
		}
		switch {
		case n > most:
			b.impossible(oversupplied.At(first(c.rules), ruleArg(c.rules...), check.Int("n", n), check.Int("most", most)))
		case n > 0 && n < int64(c.gap):
			b.impossible(undersupplied.At(first(c.rules), ruleArg(c.rules...), check.Int("need", c.gap), check.Int("n", n)))
		case useful < need && !slices.ContainsFunc(short, covered):
			short = append(short, c.rules)
			rules := slices.Clone(c.rules)
			for _, t := range counted[h] {
				if n >= need && t.n > largest {
					rules = append(rules, b.linking(&b.units[t.x])...)
				}
			}
			b.impossible(undersupplied.At(first(c.rules), ruleArg(distinct(rules)...), check.Int("need", need), check.Int("n", useful)))
		default:
			b.local(c, counted[h], only)
		}
	}
	if !b.ps.Failed() {
		b.hall()
	}
}

// local compares, group by group, the units that must be there with the upper
// bound and those that may be there with the lower one.
func (b *builder) local(c *column, counted []term, only []int32) {
	must := make([]int32, len(b.places))
	less := make([]int32, len(b.places)) // people who may not be there
	total, members := int32(0), int32(0)
	for _, t := range counted {
		total += t.n
		if only[t.x] >= 0 {
			must[only[t.x]] += t.n
		}
		for g, ok := range b.units[t.x].allowed {
			if !ok {
				less[g] += t.n
			}
		}
	}
	for _, i := range c.people {
		if !b.people[i].Extra {
			members++
		}
	}
	over := false
	for g, place := range b.places {
		if must[g] <= c.hi[g] {
			continue
		}
		over = true
		var people []int32
		var units []*unit
		for _, t := range counted {
			if only[t.x] == int32(g) {
				units = append(units, &b.units[t.x])
			}
		}
		for _, i := range c.people {
			if only[b.unitOf[i]] == int32(g) {
				people = append(people, i)
			}
		}
		rules := b.restricting(slices.Clone(c.rules), units...)
		b.impossible(placeOverfull.At(first(rules), ruleArg(rules...), check.ID("place", KindPlace, place),
			check.Int("n", must[g]), check.Int("most", c.hi[g]), b.who("people", people)))
	}
	for g, place := range b.places {
		// As many members as the size allows, and extra people, but no more than seats.
		can := min(total-less[g], min(members, b.sizes.hi[g])+total-members, b.sizes.capacity[g])
		if over || can >= c.lo[g] {
			continue
		}
		var units []*unit
		for _, t := range counted {
			if u := &b.units[t.x]; !u.may(int32(g)) {
				units = append(units, u)
			}
		}
		rules := b.restricting(slices.Clone(c.rules), units...)
		b.impossible(placeShort.At(first(rules), ruleArg(rules...), check.ID("place", KindPlace, place),
			check.Int("need", c.lo[g]), check.Int("n", can)))
	}
}

// only returns the one group a unit may be in, or −1.
func (u *unit) only() int32 {
	at := int32(-1)
	for g, ok := range u.allowed {
		if ok && at >= 0 {
			return -1
		}
		if ok {
			at = int32(g)
		}
	}
	return at
}

// Limits of the search for people of whom no two may share a group.
const (
	cliqueEdges = 2_000_000
	cliqueNodes = 200_000
)

// crowd reports more people than groups of whom no two may share a group.
func (b *builder) crowd() {
	next := map[int32][]int32{}
	edges := 0
	for h := range b.hard {
		c := &b.hard[h]
		if !c.apart {
			continue
		}
		if edges += len(c.people) * len(c.people); edges > cliqueEdges {
			return
		}
		for _, x := range c.people {
			for _, y := range c.people {
				if x != y {
					next[b.unitOf[x]] = append(next[b.unitOf[x]], b.unitOf[y])
				}
			}
		}
	}
	var units []int32
	for u := range next { // sorted below
		slices.Sort(next[u])
		next[u] = slices.Compact(next[u])
		units = append(units, u)
	}
	slices.Sort(units)
	groups := len(b.places)
	for dropped := true; dropped; { // a member of the crowd has as many neighbours as there are groups
		dropped = false
		units = slices.DeleteFunc(units, func(u int32) bool {
			next[u] = slices.DeleteFunc(next[u], func(v int32) bool { return next[v] == nil })
			if len(next[u]) >= groups {
				return false
			}
			delete(next, u)
			dropped = true
			return true
		})
	}
	slices.SortStableFunc(units, func(u, v int32) int { return cmp.Compare(len(next[v]), len(next[u])) })
	nodes := 0
	var grow func(members, candidates []int32) []int32
	grow = func(members, candidates []int32) []int32 {
		if len(members) > groups {
			return members
		}
		for i, u := range candidates {
			if nodes++; nodes > cliqueNodes || len(members)+len(candidates)-i <= groups {
				return nil
			}
			var rest []int32
			for _, v := range candidates[i+1:] {
				if _, ok := slices.BinarySearch(next[u], v); ok {
					rest = append(rest, v)
				}
			}
			if found := grow(append(slices.Clone(members), u), rest); found != nil {
				return found
			}
		}
		return nil
	}
	found := grow(nil, units)
	if found == nil {
		return
	}
	slices.Sort(found)
	var people []int32
	var rules []string
	for h := range b.hard {
		c := &b.hard[h]
		in := 0
		for _, i := range c.people {
			if _, ok := slices.BinarySearch(found, b.unitOf[i]); ok && c.apart {
				in++
				people = append(people, i)
			}
		}
		if in >= 2 {
			rules = append(rules, c.rules...)
		}
	}
	rules = distinct(rules)
	slices.Sort(people)
	people = slices.CompactFunc(people, func(x, y int32) bool { return b.unitOf[x] == b.unitOf[y] })
	b.impossible(clique.At(rules[0], b.who("people", people), check.Int("n", len(found)), ruleArg(rules...), check.Int("groups", groups)))
}

// contradictionWork bounds the search for a smaller set of rules: people looked at,
// and nodes.
const contradictionWork = 4_000_000

// contradictions names rules that no grouping keeps at once, of a problem that an
// exact search has found to have none: it leaves out rules, many at a time and then
// one by one, as long as the rest is still proven to be impossible. What remains
// needs every one of its rules, unless a proof took too long: then it says so.
func contradictions(ctx context.Context, p *Problem) error {
	var rules []string
	for path := range p.Rules.All() {
		rules = append(rules, path)
	}
	skip, work, open := map[string]bool{}, int64(contradictionWork), false
	for size := max(len(rules)/2, 1); len(rules) > 0; size /= 2 {
		for at := 0; at < len(rules); {
			part := rules[at:min(at+size, len(rules))]
			for _, path := range part {
				skip[path] = true
			}
			impossible, known := false, false
			if work > 0 && ctx.Err() == nil {
				impossible, known = impossibleWithout(ctx, p, skip, &work)
			}
			if impossible {
				rules = slices.Delete(rules, at, at+len(part))
				continue
			}
			for _, path := range part {
				delete(skip, path)
			}
			at += size
			open = open || size == 1 && !known
		}
		if size == 1 {
			break
		}
	}
	var ps check.Problems
	rule := contradiction
	if open {
		rule = contradictory
	}
	ps.Add(rule.At(first(rules), ruleArg(rules...)).WithCause(ErrInfeasible))
	return ps.Err()
}

// impossibleWithout reports whether no grouping keeps the rules that are not skipped,
// and whether that is known.
func impossibleWithout(ctx context.Context, p *Problem, skip map[string]bool, work *int64) (impossible, known bool) {
	*work -= int64(len(p.People) + p.Rules.Len())
	m, ps := newModel(p, skip)
	if ps.Failed() {
		return errors.Is(ps, ErrInfeasible), true
	}
	e := newFeasible(m, exactNodes/8, func() bool { *work--; return ctx.Err() == nil })
	known = e.search()
	return known && !e.found, known
}
