package grouping

import (
	"maps"
	"math/big"
	"slices"

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
// returns the Value of the grouping and every rule that it breaks; the Value means
// nothing unless every person stands in one group. The problem must be valid; else
// its own findings are returned. It costs time in proportion to people, rules and
// places.
func Check(p Problem, d Draft) (Value, check.Problems) {
	if ps := p.Validate(); ps.Failed() {
		return Value{}, ps
	}
	c := checker{
		p: &p, d: &d,
		at:     map[roster.PersonID]int{},
		person: map[roster.PersonID]*Person{},
		counts: map[string]map[string]map[int]int{},
	}
	c.placing()
	if c.ps.Failed() {
		return Value{}, c.ps
	}
	c.sizes()
	for path, rule := range p.Rules.All() {
		for _, g := range c.broken(rule) {
			c.ps.Add(ruleBroken.At(c.path(g), check.ID("place", KindPlace, p.Places[g].ID), check.IDs("rule", KindRule, path)))
		}
	}
	c.roles()
	return c.value(), c.ps
}

// checker holds where everybody is.
type checker struct {
	p      *Problem
	d      *Draft
	at     map[roster.PersonID]int
	person map[roster.PersonID]*Person
	counts map[string]map[string]map[int]int // attribute, value, group
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

// sizes looks at bounds and rooms, and under [Even] at evenness: nobody could be
// moved from a group to one that is smaller by two or more.
func (c *checker) sizes() {
	members, everybody := c.members(), c.count(func(*Person) bool { return true })
	total := 0
	for _, n := range members {
		total += n
	}
	for g, place := range c.p.Places {
		id := check.ID("place", KindPlace, place.ID)
		least, most := c.bounds(g, total)
		if c.p.Sizes == Even {
			for h := range c.p.Places {
				if _, room := c.bounds(h, total); members[h] < room {
					most = min(most, max(members[h]+1, least))
				}
				if floor, _ := c.bounds(h, total); members[h] > floor {
					least = max(least, min(members[h]-1, most))
				}
			}
		}
		if n := members[g]; n < least || n > most {
			c.ps.Add(wrongSize.At(c.path(g), id, check.Int("n", n), check.Int("least", least), check.Int("most", most)))
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

// broken returns the groups that break a rule, in order.
func (c *checker) broken(rule Rule) []int {
	wrong := map[int]bool{}
	switch r := rule.(type) {
	case Together:
		for _, id := range r.People {
			if c.at[id] != c.at[r.People[0]] {
				wrong[c.at[id]] = true
			}
		}
	case Apart:
		seen := map[int]bool{}
		for _, id := range r.People {
			if seen[c.at[id]] {
				wrong[c.at[id]] = true
			}
			seen[c.at[id]] = true
		}
	case Fixed:
		if g := c.at[r.Person]; c.p.Places[g].ID != r.Place {
			wrong[g] = true
		}
	case Barred:
		if g := c.at[r.Person]; c.p.Places[g].ID == r.Place {
			wrong[g] = true
		}
	case AtLeast:
		n := c.tally(r.Kind.Attribute)[r.Kind.Value]
		for _, g := range c.concerned(r.Places) {
			if n[g] < r.Count {
				wrong[g] = true
			}
		}
	case AtMost:
		n := c.tally(r.Kind.Attribute)[r.Kind.Value]
		for _, g := range c.concerned(r.Places) {
			if n[g] > r.Count {
				wrong[g] = true
			}
		}
	case NotAlone:
		for value, in := range c.tally(r.Kind.Attribute) {
			for g, n := range in {
				if (r.Kind.Value == "" || r.Kind.Value == value) && n < max(r.Count, 2) {
					wrong[g] = true
				}
			}
		}
	case Whole:
		for value, in := range c.tally(r.Kind.Attribute) {
			first := len(c.p.Places)
			for g := range in {
				first = min(first, g)
			}
			for g := range in {
				if (r.Kind.Value == "" || r.Kind.Value == value) && g > first {
					wrong[g] = true
				}
			}
		}
	case Role: // looked at by roles
	default:
		panic("grouping: unhandled rule") //nolint:forbidigo // a programmer's error
	}
	return slices.Sorted(maps.Keys(wrong))
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

// roles looks at who holds them: the number, qualification and rank asked for,
// members of the group, nobody twice.
func (c *checker) roles() {
	for g, group := range c.d.Groups {
		held := map[string][]roster.PersonID{}
		busy := map[roster.PersonID]int{}
		for _, h := range group.Roles {
			held[h.Role] = append(held[h.Role], h.People...)
			for _, id := range h.People {
				busy[id]++
			}
		}
		wrong := func(role string) {
			c.ps.Add(wrongHolder.At(c.path(g), check.ID("place", KindPlace, group.Place), roleArg("role", role)))
		}
		for _, role := range c.p.Rules.Roles {
			ok := len(held[role.ID]) == role.Count
			for _, id := range held[role.ID] {
				at, placed := c.at[id]
				ok = ok && placed && at == g && busy[id] == 1 && c.fits(c.person[id], role)
			}
			if !ok {
				wrong(role.ID)
			}
			delete(held, role.ID)
		}
		for _, unasked := range slices.Sorted(maps.Keys(held)) {
			wrong(unasked)
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

// value works out what every group costs from its ideal size, the one size that all
// groups would have, as far as their bounds allow, if people could be divided.
func (c *checker) value() Value {
	var v Value
	members := c.members()
	total := 0
	for _, n := range members {
		total += n
	}
	ideal := c.ideal(total)
	excess := func(n int, due *big.Rat) int64 {
		floor := new(big.Int).Div(due.Num(), due.Denom()).Int64() // due is not negative
		ceil := floor
		if !due.IsInt() {
			ceil++
		}
		return (int64(n) - floor) * (int64(n) - ceil)
	}
	if c.p.Sizes == NearEven {
		for g, n := range members {
			v[0] += excess(n, ideal[g])
		}
	}
	for _, b := range c.p.Objective.Balance {
		for _, counts := range c.tally(b.Attribute) {
			have := 0
			for _, n := range counts {
				have += n
			}
			for g := range ideal {
				due := new(big.Rat).Mul(ideal[g], big.NewRat(int64(have), int64(total)))
				v[max(b.Level, 1)] += int64(max(b.Weight, 1)) * excess(counts[g], due)
			}
		}
	}
	c.pairs(&v)
	return v
}

// pairs adds the numbers of all two people whom the goal would have otherwise:
// together if they should be similar, in different groups if they should be diverse.
func (c *checker) pairs(v *Value) {
	p := c.p.Objective.Pairs
	rest := p.Distances
	for i, one := range p.People {
		others := p.People[i+1:]
		for k, other := range others {
			if (c.at[one] == c.at[other]) == (p.Goal == Similar) {
				v[max(p.Level, 1)] += int64(rest[k])
			}
		}
		rest = rest[len(others):]
	}
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
