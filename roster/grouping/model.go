package grouping

import (
	"cmp"
	"errors"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// ErrInfeasible is the cause of every finding that says why no grouping can keep
// all rules.
var ErrInfeasible = errors.New("no grouping keeps every rule")

//go:generate go run gen.go

// A model is a Problem in the form the engine works on. Everything a rule or a
// goal asks is a count per group: a column counts some of the people, and bounds
// (hard) or a cost (soft) apply to the count of each group. People who are kept
// together are one unit, which adds its number of counted people to a column.
//
// People are in canonical order, by Order and ID, so that the order of the input
// decides nothing. A model is not changed once it is built.
type model struct {
	people []Person  // canonical order, without their attributes
	places []PlaceID // as given
	sizes  sizes
	roles  []Role
	may    []uint8 // by person: bit r is set if the person may hold roles[r]

	units   []unit
	unitOf  []int32 // by person
	links   []link
	pins    []pin // fixed and barred
	hard    []column
	soft    []goal
	share   []int32 // [group·len(soft)+x]: the share of a group, rounded down, plus rounded up
	penalty int64   // of one person beyond a hard bound, in the search
	bound   []int64 // by goal: no grouping costs less
	pairs   *table  // nil if nothing is asked of pairs

	lines  []line // the rules, in order
	wishes []wish // what weighted rules count
	bench  *bench // nil if no role is weighted
}

// A unit is one or more people who are placed as one.
type unit struct {
	people  []int32
	hard    []term  // by column
	soft    []term  // by goal
	slots   []int32 // of a single person: by slot, the goal or the dummy goal
	wishes  []term  // by wish
	seats   []term  // of roles that are weighted: by set of roles
	class   int32   // units of one class add the same to every hard column
	allowed []bool  // by group; nil is everywhere
}

func (u *unit) may(g int32) bool { return u.allowed == nil || u.allowed[g] }

// A term says that a unit adds n to column x.
type term struct{ x, n int32 }

// A column counts people for a rule. A column of two kinds counts both in one number:
// those of the second kind as scale each, which is more than there are of the first.
type column struct {
	rules  []string // paths of the rules behind it; none for sizes and rooms
	form   form
	people []int32 // whom it counts
	with   []int32 // those of the second kind
	scale  int32   // 0 if there is one kind
	lo, hi []int32 // of a bounded column: by group; columns may share them
	gap    int32   // counts from 1 to gap−1 are out of bounds as well
	need   int32   // of the second kind, where the first is served by it
	place  int32   // of a pinned person
	apart  bool    // an Apart rule
}

// A form says what a column asks of its counts.
type form uint8

const (
	bounded  form = iota // within the bounds of each group
	gathered             // all in one group
	fixed                // all in place
	barred               // none in place
	served               // none, or at least need of the second kind
	separate             // not both kinds
)

// two splits the count of a column of two kinds.
func (c *column) two(n int32) (int32, int32) { return n % c.scale, n / c.scale }

// excess is by how many people a count is wrong in group g. What is wrong with those
// to be gathered does not show in one group.
func (c *column) excess(g, n int32) int64 {
	switch {
	case c.form == served:
		kind, by := c.two(n)
		return int64(min(kind, max(c.need-by, 0)))
	case c.form == separate:
		return int64(min(c.two(n)))
	case c.form == fixed && g != c.place, c.form == barred && g == c.place:
		return int64(n)
	case c.form != bounded:
		return 0
	case n < c.lo[g]:
		return int64(c.lo[g] - n)
	case n > c.hi[g]:
		return int64(n - c.hi[g])
	case n > 0 && n < c.gap:
		return int64(min(n, c.gap-n))
	default:
		return 0
	}
}

// compare puts columns into an order that does not depend on that of the rules.
func (c *column) compare(d *column) int {
	return cmp.Or(cmp.Compare(c.form, d.form), cmp.Compare(c.gap, d.gap), cmp.Compare(c.need, d.need), cmp.Compare(c.place, d.place),
		slices.Compare(c.people, d.people), slices.Compare(c.with, d.with), slices.Compare(c.lo, d.lo), slices.Compare(c.hi, d.hi))
}

func sortColumns(list []column) {
	slices.SortStableFunc(list, func(c, d column) int { return c.compare(&d) })
}

// bars reports whether n people of a unit break the rule in group g whoever joins
// them.
func (c *column) bars(g, n int32) bool {
	return c.form == bounded && n > c.hi[g] || c.form == separate && c.excess(g, n) > 0
}

// A goal counts the people with one value of a balanced attribute, or, without an
// attribute, the members of a group.
type goal struct {
	attribute, value string
	people           []int32
	slot             int32 // a person adds to at most one goal of a slot
	level            int
	weight           int64
	coefficient      int64 // weight on the one scale of the search
}

// A link keeps two people together, a pin fixes or bars one.
type (
	link struct {
		a, b int32
		path string
	}
	pin struct {
		person, place int32
		fixed         bool
		path          string
	}
)

// builder gathers what the rules ask.
type builder struct {
	model
	index map[roster.PersonID]int32
	place map[PlaceID]int32
	kinds map[string]map[string][]int32 // attribute, value: people
	same  map[int][]int32
	terms int
	ps    check.Problems
}

// newModel builds the model of a valid problem. It reports whatever shows, without
// search, that the rules contradict each other. Rules whose path skip names are
// left out.
func newModel(p *Problem, skip map[string]bool) (*model, check.Problems) {
	b := &builder{same: map[int][]int32{}}
	b.sizes, b.ps = newSizes(p)
	if b.ps.Failed() {
		return nil, b.ps
	}
	b.take(p)
	b.columns(p)
	list, from := "", len(b.hard)
	for path, rule := range p.Rules.All() {
		if now := holders(path)[1]; now != list {
			sortColumns(b.hard[from:])
			list, from = now, len(b.hard)
		}
		if !skip[path] {
			b.rule(path, rule)
		}
	}
	sortColumns(b.hard[from:])
	b.rolesTogether(skip)
	b.sortWishes()
	b.goals(p)
	b.pair(p.Objective.Pairs)
	if cells := int64(len(b.hard)+len(b.soft)+len(b.wishes)) * int64(len(b.places)); cells > MaxCells || b.terms > MaxTerms {
		b.ps.Add(tooMany.At("", check.Int("n", max(cells, int64(b.terms))), check.Int("most", MaxCells)))
	}
	if b.ps.Failed() {
		return nil, b.ps
	}
	b.unite()
	// Each look takes for granted that the one before found nothing.
	for _, look := range []func(){b.fix, b.allow, b.supply, b.crowd} {
		if look(); b.ps.Failed() {
			return nil, b.ps
		}
	}
	b.price()
	return &b.model, check.Problems{}
}

// take copies people in canonical order, and indexes them.
func (b *builder) take(p *Problem) {
	order := make([]*Person, len(p.People))
	for i := range p.People {
		order[i] = &p.People[i]
	}
	slices.SortFunc(order, func(x, y *Person) int {
		return cmp.Or(cmp.Compare(x.Order, y.Order), strings.Compare(string(x.ID), string(y.ID)))
	})
	b.index = make(map[roster.PersonID]int32, len(order))
	b.kinds = map[string]map[string][]int32{}
	b.may = make([]uint8, len(order))
	b.roles = slices.Clone(p.Rules.Roles)
	for i, person := range order {
		b.index[person.ID] = int32(i)
		for r, role := range p.Rules.Roles {
			if role.mayHold(person) {
				b.may[i] |= 1 << r
			}
		}
		for attribute, value := range person.Attributes {
			if value == "" {
				continue
			}
			if b.kinds[attribute] == nil {
				b.kinds[attribute] = map[string][]int32{}
			}
			b.kinds[attribute][value] = append(b.kinds[attribute][value], int32(i))
		}
		taken := *person
		taken.Attributes = nil
		b.people = append(b.people, taken)
	}
	b.place = make(map[PlaceID]int32, len(p.Places))
	for g, place := range p.Places {
		b.place[place.ID] = int32(g)
		b.places = append(b.places, place.ID)
	}
}

// columns adds the columns of sizes and rooms.
func (b *builder) columns(p *Problem) {
	var members, everybody []int32
	for i := range b.people {
		everybody = append(everybody, int32(i))
		if !b.people[i].Extra {
			members = append(members, int32(i))
		}
	}
	b.count(column{people: members, lo: b.sizes.lo, hi: b.sizes.hi})
	if len(members) < len(everybody) {
		b.count(column{people: everybody, lo: b.uniform(0), hi: b.sizes.capacity})
	}
	if p.Sizes == NearEven {
		g := goal{people: members, level: gives}
		for i := range b.places {
			b.share = append(b.share, b.sizes.evenLo[i]+b.sizes.evenHi[i])
		}
		g.weight = 1
		b.soft = append(b.soft, g)
	}
}

// count adds a column.
func (b *builder) count(c column) {
	b.terms += len(c.people) + len(c.with)
	b.hard = append(b.hard, c)
}

// uniform returns n for every group. Callers share the list.
func (b *builder) uniform(n int) []int32 {
	if b.same[n] == nil {
		b.same[n] = slices.Repeat([]int32{int32(n)}, len(b.places))
	}
	return b.same[n]
}

// only returns n for the places listed, or for all if none is, and other elsewhere.
func (b *builder) only(places []PlaceID, n, other int) []int32 {
	if len(places) == 0 {
		return b.uniform(n)
	}
	list := slices.Clone(b.uniform(other))
	for _, id := range places {
		list[b.place[id]] = int32(n)
	}
	return list
}

// each returns a column for every value a kind speaks of, in order.
func (b *builder) each(k Kind, column func(people []int32) column) (list []column) {
	values := b.kinds[k.Attribute]
	if k.Value != "" {
		return append(list, column(values[k.Value]))
	}
	for _, value := range slices.Sorted(maps.Keys(values)) {
		list = append(list, column(values[value]))
	}
	return list
}

// rule adds what a rule asks: bounds if it is hard, a cost if it is weighted.
func (b *builder) rule(path string, r Rule) {
	soft := r.soft()
	l := line{path: path, soft: soft, columns: r.columns(b)}
	for i := range l.columns {
		c := &l.columns[i]
		c.rules = []string{path}
		switch {
		case soft.Weight > 0:
			b.wish(*c, soft)
		case c.form == gathered:
			b.together(c.people, path)
		case c.form == fixed || c.form == barred:
			b.pins = append(b.pins, pin{c.people[0], c.place, c.form == fixed, path})
		default:
			b.count(*c)
		}
	}
	b.lines = append(b.lines, l)
}

func (b *builder) together(people []int32, path string) {
	for _, i := range people[1:] {
		b.links = append(b.links, link{people[0], i, path})
	}
}

func (b *builder) indices(ids []roster.PersonID) []int32 {
	list := make([]int32, len(ids))
	for i, id := range ids {
		list[i] = b.index[id]
	}
	return list
}

func (r Together) columns(b *builder) []column {
	return []column{{form: gathered, people: slices.Sorted(slices.Values(b.indices(r.People)))}}
}

func (r Whole) columns(b *builder) []column {
	return b.each(r.Kind, func(people []int32) column { return column{form: gathered, people: people} })
}

func (r Apart) columns(b *builder) []column {
	people := slices.Sorted(slices.Values(b.indices(r.People)))
	return []column{{people: people, lo: b.uniform(0), hi: b.uniform(1), apart: true}}
}

func (r Fixed) columns(b *builder) []column {
	return []column{{form: fixed, people: []int32{b.index[r.Person]}, place: b.place[r.Place]}}
}

func (r Barred) columns(b *builder) []column {
	return []column{{form: barred, people: []int32{b.index[r.Person]}, place: b.place[r.Place]}}
}

func (r AtLeast) columns(b *builder) []column {
	people := b.kinds[r.Kind.Attribute][r.Kind.Value]
	return []column{{people: people, lo: b.only(r.Places, r.Count, 0), hi: b.uniform(len(people))}}
}

func (r AtMost) columns(b *builder) []column {
	people := b.kinds[r.Kind.Attribute][r.Kind.Value]
	return []column{{people: people, lo: b.uniform(0), hi: b.only(r.Places, r.Count, len(people))}}
}

func (r NotAlone) columns(b *builder) []column {
	return b.each(r.Kind, func(people []int32) column {
		return column{people: people, lo: b.uniform(0), hi: b.uniform(len(people)), gap: int32(max(r.Count, 2))}
	})
}

func (r Spread) columns(b *builder) []column {
	return b.each(r.Kind, func(people []int32) column {
		c := column{people: people}
		for g := range b.places {
			lo, hi := b.sizes.share(g, int32(len(people)))
			c.lo, c.hi = append(c.lo, lo), append(c.hi, hi)
		}
		return c
	})
}

func (r Served) columns(b *builder) []column {
	return b.two(r.Kind, r.By, column{form: served, need: int32(max(r.Count, 1))})
}

func (r Separate) columns(b *builder) []column {
	return b.two(r.Kind, r.From, column{form: separate})
}

// two completes a column of two kinds.
func (b *builder) two(kind, with Kind, c column) []column {
	c.people, c.with = b.kinds[kind.Attribute][kind.Value], b.kinds[with.Attribute][with.Value]
	c.scale = int32(len(c.people) + 1)
	if cells := int64(len(c.with)+1) * int64(c.scale); cells > math.MaxInt32 {
		b.ps.Add(tooMany.At("rules", check.Int("n", cells), check.Int("most", math.MaxInt32)))
		return nil
	}
	return []column{c}
}

// columns leaves roles to rolesTogether, which looks at all of them at once.
func (Role) columns(*builder) []column { return nil }

// rolesTogether asks of every group what lets all its roles be filled by different
// people: by Hall's theorem, for every set of roles, as many people who may hold
// one of them as the set needs.
func (b *builder) rolesTogether(skip map[string]bool) {
	asked := 0
	for r := range b.roles {
		switch {
		case skip[check.Index("rules.roles", r)]:
		case b.roles[r].Weight > 0:
			b.bench = newBench(b.roles)
		default:
			asked |= 1 << r
		}
	}
	for set := 1; set < 1<<len(b.roles); set++ {
		if set&asked != set {
			continue
		}
		need, rules := 0, []string(nil)
		for r, role := range b.roles {
			if set>>r&1 == 1 {
				need += role.Count
				rules = append(rules, check.Index("rules.roles", r))
			}
		}
		var people []int32
		for i, may := range b.may {
			if int(may)&set != 0 {
				people = append(people, int32(i))
			}
		}
		b.count(column{rules: rules, people: people, lo: b.uniform(need), hi: b.uniform(len(people))})
	}
}

// goals adds a goal for each value of each balanced attribute.
func (b *builder) goals(p *Problem) {
	for i, balance := range p.Objective.Balance {
		values := b.kinds[balance.Attribute]
		for _, value := range slices.Sorted(maps.Keys(values)) {
			b.soft = append(b.soft, goal{
				attribute: balance.Attribute, value: value, people: values[value],
				slot: int32(i + 1), level: gives + balance.level(), weight: balance.weight(),
			})
		}
	}
}

// price sets the scale of the search and the bound of each goal. On the scale an
// earlier level outweighs a later one by more than the later one's weights, within
// limits that keep the sum of all costs inside 62 bits; the exact order of levels
// is kept by those who compare Values.
func (b *builder) price() {
	var weights levels
	slot := int32(-1)
	for _, g := range b.soft {
		if g.slot != slot {
			slot = g.slot
			weights[g.level] += g.weight
		}
	}
	var step levels // what outweighs a level
	for l, w := range weights {
		step[l] = max(min(16*w, 32), 1)
	}
	if t := b.pairs; t != nil {
		step[t.level] = max(step[t.level], min(4*int64(t.most), 1<<20))
	}
	heaviest, worst := b.weights()
	for l, w := range heaviest {
		step[l] = max(step[l], min(4*w, 1<<14))
	}
	var scale levels
	next := int64(1)
	for l := range slices.Backward(step[:]) {
		scale[l] = next
		if w := heaviest[l]; w > 0 { // the costs of rules stay far inside 62 bits
			scale[l] = max(min(next, 1<<32/w, 1<<56/worst[l]), 1)
		}
		next = scale[l] * step[l]
	}
	most := int64(1)
	if t := b.pairs; t != nil {
		t.coefficient = scale[t.level]
		most = max(most, int64(t.most)*t.coefficient)
		t.bound = b.pairsLeast(slices.Repeat([]int32{-1}, len(b.units)), t.ranked())
	}
	for x := range b.soft {
		b.soft[x].coefficient = b.soft[x].weight * scale[b.soft[x].level]
		most = max(most, b.soft[x].coefficient)
	}
	for x := range b.wishes {
		w := &b.wishes[x]
		w.coefficient = w.weight * scale[w.level]
		most = max(most, w.coefficient)
	}
	if b.bench != nil {
		most = max(most, b.bench.price(scale))
	}
	b.penalty = min(8*most, 1<<36)
	share := make([]int32, len(b.places)*len(b.soft))
	for g := range b.places {
		for x := range b.soft {
			if b.soft[x].attribute == "" {
				share[g*len(b.soft)+x] = b.share[g]
				continue
			}
			lo, hi := b.sizes.share(g, int32(len(b.soft[x].people)))
			share[g*len(b.soft)+x] = lo + hi
		}
	}
	b.share = share
	b.bound = b.bounds()
	b.wishBounds()
}
