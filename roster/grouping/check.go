package grouping

import (
	"iter"
	"maps"
	"math/big"
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Draft (草案) is a grouping as somebody writes it down: made by hand, or taken
// from [Groups.Draft] and changed. [Check] says what is wrong with it.
type Draft struct {
	Groups []DraftGroup `json:"groups"` // in the order of the places
}

// A DraftGroup is one group of a Draft.
type DraftGroup struct {
	Place   PlaceID           `json:"place"`
	Members []roster.PersonID `json:"members"` // in any order
	Roles   []Holders         `json:"roles,omitzero"`
}

// Holders are the people who hold a role in a group.
type Holders struct {
	Role   string            `json:"role"`
	People []roster.PersonID `json:"people"`
}

// Check looks at a grouping from scratch: it counts everything anew, from the words
// of each rule and goal, and shares no code with the engine that allocates. It
// returns the Value of the grouping, every hard rule that it breaks, and as warnings
// the weighted rules that it breaks; the Value means nothing unless every person
// stands in one group. The problem must be valid; else its own findings are returned.
// It costs time in proportion to people, rules and places.
func Check(p Problem, d Draft) (Value, check.Problems) {
	if ps := p.Validate(); ps.Failed() {
		return Value{}, ps
	}
	c := newChecker(&p, &d)
	return c.value.value(), c.ps
}

func newChecker(p *Problem, d *Draft) *checker {
	c := &checker{
		p: p, d: d,
		at:     map[roster.PersonID]int{},
		person: map[roster.PersonID]*Person{},
		counts: map[string]map[string]map[int]int{},
	}
	if c.placing(); c.ps.Failed() {
		return c
	}
	c.goals()
	c.sizes()
	c.seated()
	for path, rule := range p.Rules.All() {
		c.judge(path, rule)
	}
	byLevel(c.parts)
	return c
}

// judge works out by how much a rule is broken in each group, and reports or prices
// it.
func (c *checker) judge(path string, rule Rule) {
	by := c.broken(rule)
	soft := rule.soft()
	total := int64(0)
	for _, g := range slices.Sorted(maps.Keys(by)) {
		place := check.ID("place", KindPlace, c.p.Places[g].ID)
		role, isRole := rule.(Role)
		switch {
		case soft.Weight > 0:
			total += int64(by[g])
			c.ps.Add(wishBroken.At(c.path(g), place, check.IDs("rule", KindRule, path), check.Int("n", by[g])))
		case isRole:
			c.ps.Add(wrongHolder.At(c.path(g), place, roleArg("role", role.ID)))
		default:
			c.ps.Add(ruleBroken.At(c.path(g), place, check.IDs("rule", KindRule, path)))
		}
	}
	if soft.Weight > 0 {
		c.cost(path, "", soft.rank(), int64(soft.Weight)*total)
	}
}

// cost adds a part of the value; level is one inside.
func (c *checker) cost(path, attribute string, level int, n int64) {
	c.value[level] += n
	if level >= gives {
		c.parts = append(c.parts, Goal{path, attribute, level - gives, n})
	}
}

// checker holds where everybody is.
type checker struct {
	p      *Problem
	d      *Draft
	at     map[roster.PersonID]int
	person map[roster.PersonID]*Person
	counts map[string]map[string]map[int]int // attribute, value, group
	total  int                               // members
	seats  []map[roster.PersonID]int         // by group: how often somebody holds a role
	due    []*big.Rat                        // by group: its size, not rounded
	value  levels
	parts  []Goal // of the value
	ps     check.Problems
}

func (c *checker) path(g int) string { return check.Index("groups", g) }

// placing finds everybody's group.
func (c *checker) placing() {
	for i := range c.p.People {
		c.person[c.p.People[i].ID] = &c.p.People[i]
	}
	for g := range max(len(c.p.Places), len(c.d.Groups)) {
		var want, got PlaceID
		if g < len(c.p.Places) {
			want = c.p.Places[g].ID
		}
		if g < len(c.d.Groups) {
			got = c.d.Groups[g].Place
		}
		if want != got || g >= len(c.p.Places) || g >= len(c.d.Groups) {
			c.ps.Add(placesDiffer.At(c.path(g), check.Value("got", string(got)), check.Value("want", string(want))))
		}
	}
	for g, group := range c.d.Groups {
		for k, id := range group.Members {
			path := check.Index(check.Key(c.path(g), "members"), k)
			_, placed := c.at[id]
			switch {
			case c.person[id] == nil:
				c.ps.Add(unknownPerson.At(path, check.Value("id", string(id))))
			case placed:
				c.ps.Add(placedTwice.At(path, check.ID("person", roster.KindPerson, id)))
			}
			c.at[id] = g
		}
	}
	for i := range c.p.People {
		id := c.p.People[i].ID
		if _, placed := c.at[id]; !placed {
			c.ps.Add(notPlaced.At(check.Index("people", i), check.ID("person", roster.KindPerson, id)))
		}
	}
}

// count returns how many of some people each group has.
func (c *checker) count(of func(*Person) bool) []int {
	n := make([]int, len(c.p.Places))
	for i := range c.p.People {
		if person := &c.p.People[i]; of(person) {
			n[c.at[person.ID]]++
		}
	}
	return n
}

func (c *checker) members() []int { return c.count(func(p *Person) bool { return !p.Extra }) }

// sizes looks at bounds and rooms, and under [Even] at evenness: each group has its
// ideal size, rounded down or up.
func (c *checker) sizes() {
	members, everybody := c.members(), c.count(func(*Person) bool { return true })
	for g, place := range c.p.Places {
		id := check.ID("place", KindPlace, place.ID)
		least, most := c.bounds(g, c.total)
		if c.p.Sizes == Even {
			least, most = rounded(c.due[g])
		}
		if n := members[g]; n < least || n > most {
			c.ps.Add(wrongSize.At(c.path(g), id, check.Int("n", n), check.Text("want", span(least, most))))
		}
		if n := everybody[g]; place.Capacity > 0 && n > place.Capacity {
			c.ps.Add(roomOverfull.At(c.path(g), id, check.Int("n", n), check.Int("capacity", place.Capacity)))
		}
	}
}

// bounds are those of the place alone.
func (c *checker) bounds(g, total int) (least, most int) {
	place := c.p.Places[g]
	least, most = max(place.Min, 1), total
	if place.Max > 0 {
		most = min(most, place.Max)
	}
	if place.Capacity > 0 {
		most = min(most, place.Capacity)
	}
	return least, most
}

// broken returns by how many people each group breaks a rule.
func (c *checker) broken(rule Rule) map[int]int {
	by := map[int]int{}
	tell := func(g, n int) {
		if n > 0 {
			by[g] += n
		}
	}
	switch r := rule.(type) {
	case Together:
		c.scattered(c.groups(r.People), tell)
	case Apart:
		for g, n := range c.groups(r.People) {
			tell(g, n-1)
		}
	case Fixed:
		if g := c.at[r.Person]; c.p.Places[g].ID != r.Place {
			tell(g, 1)
		}
	case Barred:
		if g := c.at[r.Person]; c.p.Places[g].ID == r.Place {
			tell(g, 1)
		}
	case AtLeast:
		n := c.tally(r.Kind.Attribute)[r.Kind.Value]
		for _, g := range c.concerned(r.Places) {
			tell(g, r.Count-n[g])
		}
	case AtMost:
		n := c.tally(r.Kind.Attribute)[r.Kind.Value]
		for _, g := range c.concerned(r.Places) {
			tell(g, n[g]-r.Count)
		}
	case NotAlone:
		for in := range c.each(r.Kind) {
			for g, n := range in {
				tell(g, min(n, max(r.Count, 2)-n))
			}
		}
	case Whole:
		for in := range c.each(r.Kind) {
			c.scattered(in, tell)
		}
	case Spread:
		for in := range c.each(r.Kind) {
			for g := range c.p.Places {
				floor, ceil := c.share(g, in)
				tell(g, floor-in[g])
				tell(g, in[g]-ceil)
			}
		}
	case Served:
		by := c.tally(r.By.Attribute)[r.By.Value]
		for g, n := range c.tally(r.Kind.Attribute)[r.Kind.Value] {
			tell(g, min(n, max(r.Count, 1)-by[g]))
		}
	case Separate:
		from := c.tally(r.From.Attribute)[r.From.Value]
		for g, n := range c.tally(r.Kind.Attribute)[r.Kind.Value] {
			tell(g, min(n, from[g]))
		}
	case Role:
		for g := range c.d.Groups {
			tell(g, c.vacant(g, r))
		}
	default:
		panic("grouping: unhandled rule") //nolint:forbidigo // a programmer's error
	}
	return by
}

// groups returns how many of some people each group has that has any.
func (c *checker) groups(people []roster.PersonID) map[int]int {
	in := map[int]int{}
	for _, id := range people {
		in[c.at[id]]++
	}
	return in
}

// scattered tells of all groups but the one that has the most, the first of several.
func (c *checker) scattered(in map[int]int, tell func(g, n int)) {
	most := -1
	for _, g := range slices.Sorted(maps.Keys(in)) {
		if most < 0 || in[g] > in[most] {
			most = g
		}
	}
	for g, n := range in {
		if g != most {
			tell(g, n)
		}
	}
}

// each walks, for every value a kind speaks of, how many each group has.
func (c *checker) each(k Kind) iter.Seq[map[int]int] {
	return func(yield func(map[int]int) bool) {
		for value, in := range c.tally(k.Attribute) {
			if (k.Value == "" || k.Value == value) && !yield(in) {
				return
			}
		}
	}
}

// share returns what group g is due of the people counted, rounded down and up.
func (c *checker) share(g int, in map[int]int) (floor, ceil int) {
	have := 0
	for _, n := range in {
		have += n
	}
	return rounded(new(big.Rat).Mul(c.due[g], big.NewRat(int64(have), int64(c.total))))
}

// span writes two bounds, or one if they are equal.
func span(least, most int) string {
	if least == most {
		return strconv.Itoa(least)
	}
	return strconv.Itoa(least) + "–" + strconv.Itoa(most)
}

// rounded rounds down and up.
func rounded(r *big.Rat) (floor, ceil int) {
	floor = int(new(big.Int).Div(r.Num(), r.Denom()).Int64()) // not negative
	if ceil = floor; !r.IsInt() {
		ceil++
	}
	return floor, ceil
}

// concerned returns the groups a rule speaks of.
func (c *checker) concerned(places []PlaceID) []int {
	named := map[PlaceID]bool{}
	for _, id := range places {
		named[id] = true
	}
	var groups []int
	for g, place := range c.p.Places {
		if len(places) == 0 || named[place.ID] {
			groups = append(groups, g)
		}
	}
	return groups
}

// tally returns, for each value of an attribute, how many people with it are in the
// groups that have any.
func (c *checker) tally(attribute string) map[string]map[int]int {
	if n, ok := c.counts[attribute]; ok {
		return n
	}
	n := map[string]map[int]int{}
	for i := range c.p.People {
		person := &c.p.People[i]
		value := person.Attributes[attribute]
		if value == "" {
			continue
		}
		if n[value] == nil {
			n[value] = map[int]int{}
		}
		n[value][c.at[person.ID]]++
	}
	c.counts[attribute] = n
	return n
}

// vacant returns how many holders of a role a group lacks: the number, qualification
// and rank asked for, members of the group, nobody twice. Of a hard role a holder who
// does not fit is one lacking; of a weighted one that is wrong at any rate, and only
// an empty seat has its price.
func (c *checker) vacant(g int, role Role) int {
	held, fit := 0, 0
	for _, h := range c.d.Groups[g].Roles {
		if h.Role != role.ID {
			continue
		}
		for _, id := range h.People {
			held++
			if at, placed := c.at[id]; placed && at == g && c.seats[g][id] == 1 && c.fits(c.person[id], role) {
				fit++
			}
		}
	}
	if role.Weight > 0 && (held > fit || held > role.Count) {
		c.ps.Add(wrongHolder.At(c.path(g), check.ID("place", KindPlace, c.d.Groups[g].Place), roleArg("role", role.ID)))
	}
	if held > fit {
		return max(role.Count-fit, 1)
	}
	if role.Weight == 0 && held > role.Count {
		return held - role.Count
	}
	return role.Count - held
}

// seated counts how often somebody is named as a holder in a group, and reports roles
// that nobody asked for.
func (c *checker) seated() {
	c.seats = make([]map[roster.PersonID]int, len(c.d.Groups))
	for g, group := range c.d.Groups {
		c.seats[g] = map[roster.PersonID]int{}
		for _, h := range group.Roles {
			for _, id := range h.People {
				c.seats[g][id]++
			}
			if !slices.ContainsFunc(c.p.Rules.Roles, func(r Role) bool { return r.ID == h.Role }) {
				c.ps.Add(wrongHolder.At(c.path(g), check.ID("place", KindPlace, group.Place), roleArg("role", h.Role)))
			}
		}
	}
}

// fits reports whether a person has what a role asks for.
func (c *checker) fits(p *Person, role Role) bool {
	if role.Who.Attribute != "" && p.Attributes[role.Who.Attribute] != role.Who.Value {
		return false
	}
	return role.Floor == 0 || (1 <= p.Rank && p.Rank <= role.Floor)
}

// goals works out what every group costs from its ideal size, the one size that all
// groups would have, as far as their bounds allow, if people could be divided.
func (c *checker) goals() {
	members := c.members()
	for _, n := range members {
		c.total += n
	}
	c.due = c.ideal(c.total)
	excess := func(n, floor, ceil int) int64 { return int64(n-floor) * int64(n-ceil) }
	if c.p.Sizes == NearEven {
		total := int64(0)
		for g, n := range members {
			floor, ceil := rounded(c.due[g])
			total += excess(n, floor, ceil)
		}
		c.cost(sizesGoal, "", gives, total)
	}
	for i, b := range c.p.Objective.Balance {
		total := int64(0)
		for _, in := range c.tally(b.Attribute) {
			for g := range c.due {
				floor, ceil := c.share(g, in)
				total += int64(max(b.Weight, 1)) * excess(in[g], floor, ceil)
			}
		}
		c.cost(check.Index("objective.balance", i), b.Attribute, gives+max(b.Level, 1), total)
	}
	c.pairs()
}

// pairs adds the numbers of all two people whom the goal would have otherwise:
// together if they should be similar, in different groups if they should be diverse.
func (c *checker) pairs() {
	p := c.p.Objective.Pairs
	if !p.asked() {
		return
	}
	rest, total := p.Distances, int64(0)
	for i, one := range p.People {
		others := p.People[i+1:]
		for k, other := range others {
			if (c.at[one] == c.at[other]) == (p.Goal == Similar) {
				total += int64(rest[k])
			}
		}
		rest = rest[len(others):]
	}
	c.cost(pairsGoal, "", gives+max(p.Level, 1), total)
}

// ideal finds the ideal sizes by setting groups to their bounds, one after the
// other, until the common size of the others lies within all of theirs.
func (c *checker) ideal(total int) []*big.Rat {
	sizes := make([]*big.Rat, len(c.p.Places))
	for {
		left, open := int64(total), int64(0)
		for g := range sizes {
			if sizes[g] == nil {
				open++
			} else {
				left -= sizes[g].Num().Int64()
			}
		}
		if open == 0 {
			return sizes
		}
		common := big.NewRat(left, open)
		// Those whose bound lies farther from the common size on the side where more
		// is lost are set first: that moves the common size towards the others.
		lost, gained := new(big.Rat), new(big.Rat)
		for g := range sizes {
			least, most := c.bounds(g, total)
			if sizes[g] != nil {
				continue
			}
			if d := new(big.Rat).Sub(common, big.NewRat(int64(most), 1)); d.Sign() > 0 {
				lost.Add(lost, d)
			}
			if d := new(big.Rat).Sub(big.NewRat(int64(least), 1), common); d.Sign() > 0 {
				gained.Add(gained, d)
			}
		}
		if lost.Sign() == 0 && gained.Sign() == 0 {
			for g := range sizes {
				if sizes[g] == nil {
					sizes[g] = common
				}
			}
			return sizes
		}
		atMost := lost.Cmp(gained) >= 0
		for g := range sizes {
			least, most := c.bounds(g, total)
			switch {
			case sizes[g] != nil:
			case atMost && common.Cmp(big.NewRat(int64(most), 1)) > 0:
				sizes[g] = big.NewRat(int64(most), 1)
			case !atMost && common.Cmp(big.NewRat(int64(least), 1)) < 0:
				sizes[g] = big.NewRat(int64(least), 1)
			}
		}
	}
}
