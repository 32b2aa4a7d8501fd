package grouping

import (
	"iter"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Validate reports everything that is wrong with the input itself: identifiers
// missing, unusable or listed twice, rules about nobody, numbers out of range,
// bounds that cross, more than the limits above. Whether the rules contradict each
// other is the question of [Allocate].
func (p Problem) Validate() check.Problems {
	v := &validator{
		people:     make(map[roster.PersonID]*Person, len(p.People)),
		places:     make(map[PlaceID]bool, len(p.Places)),
		attributes: map[string]map[string]bool{},
	}
	var ps check.Problems
	limit(&ps, "people", len(p.People), MaxPeople)
	limit(&ps, "places", len(p.Places), MaxPlaces)
	limit(&ps, "rules", p.Rules.Len(), MaxRules)
	limit(&ps, "rules.roles", len(p.Rules.Roles), MaxRoles)
	limit(&ps, "objective.balance", len(p.Objective.Balance), MaxGoals)
	if ps.Failed() {
		return ps // too large to look at closely
	}
	if !slices.ContainsFunc(p.People, func(p Person) bool { return !p.Extra }) {
		ps.Add(noPeople.At("people"))
	}
	if len(p.Places) == 0 {
		ps.Add(noPlaces.At("places"))
	}
	for i := range p.People {
		path := check.Index("people", i)
		person := &p.People[i]
		ps.In(path, v.person(person))
		if v.people[person.ID] != nil {
			ps.Add(twice.At(check.Key(path, "id"), check.ID("id", roster.KindPerson, person.ID)))
		}
		v.people[person.ID] = person
	}
	for i, place := range p.Places {
		path := check.Index("places", i)
		ps.In(path, place.Validate())
		if v.places[place.ID] {
			ps.Add(twice.At(check.Key(path, "id"), check.ID("id", KindPlace, place.ID)))
		}
		v.places[place.ID] = true
	}
	if p.Sizes > Within {
		ps.Add(unknownSizing.At("sizes", check.Int("sizing", int64(p.Sizes))))
	}
	for path, rule := range p.Rules.All() {
		ps.In(path, rule.check(v))
		ps.In(check.Key(path, "soft"), rule.soft().Validate())
	}
	limit(&ps, "rules", v.listed, MaxListed)
	ps.In("rules", v.roleNames(p.Rules.Roles))
	ps.In("objective", p.Objective.validate(v))
	ps.In("objective.pairs", p.Objective.Pairs.validate(v, len(p.People)))
	return ps
}

// Validate reports what is wrong with the place taken by itself.
func (p Place) Validate() check.Problems {
	ps := roster.CheckID("id", KindPlace, p.ID)
	number(&ps, "min", p.Min, 0)
	number(&ps, "max", p.Max, 0)
	number(&ps, "capacity", p.Capacity, 0)
	if p.Max > 0 && p.Min > p.Max {
		ps.Add(boundsCross.At("min", check.Int("min", p.Min), check.Int("max", p.Max)))
	}
	if p.Capacity > 0 && p.Min > p.Capacity {
		ps.Add(roomTooSmall.At("capacity", check.Int("min", p.Min), check.Int("capacity", p.Capacity)))
	}
	return ps
}

// validator knows who and what the input names.
type validator struct {
	people     map[roster.PersonID]*Person
	places     map[PlaceID]bool
	attributes map[string]map[string]bool // the values that somebody has
	listed     int                        // people named by lists
}

func (v *validator) person(p *Person) check.Problems {
	ps := roster.CheckID("id", roster.KindPerson, p.ID)
	number(&ps, "order", p.Order, 0)
	number(&ps, "rank", p.Rank, 0)
	for name, value := range p.Attributes { // Problems keeps its own order
		path := check.Key("attributes", name)
		ps.In(path, roster.CheckID("", KindAttribute, name))
		if len(value) > MaxText || !utf8.ValidString(value) {
			ps.Add(badValue.At(path, check.Value("value", value), check.Int("max", MaxText)))
		}
		if value == "" {
			continue
		}
		if v.attributes[name] == nil {
			v.attributes[name] = map[string]bool{}
		}
		v.attributes[name][value] = true
	}
	return ps
}

// list reports on the people of a rule that needs at least two.
func (v *validator) list(people []roster.PersonID) check.Problems {
	var ps check.Problems
	if len(people) < 2 {
		ps.Add(needsTwo.At("people"))
	}
	v.listed += len(people)
	seen := make(map[roster.PersonID]bool, len(people))
	for i, id := range people {
		path := check.Index("people", i)
		ps.In(path, v.knows(id))
		if seen[id] {
			ps.Add(twice.At(path, check.ID("id", roster.KindPerson, id)))
		}
		seen[id] = true
	}
	return ps
}

func (v *validator) knows(id roster.PersonID) check.Problems {
	var ps check.Problems
	if v.people[id] == nil {
		ps.Add(unknownPerson.At("", check.Value("id", string(id))))
	}
	return ps
}

func (v *validator) knowsPlace(id PlaceID) check.Problems {
	var ps check.Problems
	if !v.places[id] {
		ps.Add(unknownPlace.At("", check.Value("id", string(id))))
	}
	return ps
}

func (v *validator) knowsPlaces(ids []PlaceID) check.Problems {
	var ps check.Problems
	seen := make(map[PlaceID]bool, len(ids))
	for i, id := range ids {
		path := check.Index("places", i)
		ps.In(path, v.knowsPlace(id))
		if seen[id] {
			ps.Add(twice.At(path, check.ID("id", KindPlace, id)))
		}
		seen[id] = true
	}
	return ps
}

// kind reports a kind that nobody is of; valueless says that it may stand for
// every value of its attribute.
func (v *validator) kind(k Kind, valueless bool) check.Problems {
	var ps check.Problems
	values := v.attributes[k.Attribute]
	switch {
	case values == nil:
		ps.Add(unknownAttribute.At("attribute", check.Value("attribute", k.Attribute)))
	case k.Value == "" && !valueless:
		ps.Add(noValue.At("value", check.ID("attribute", KindAttribute, k.Attribute)))
	case k.Value != "" && !values[k.Value]:
		ps.Add(unknownValue.At("value", check.ID("attribute", KindAttribute, k.Attribute), check.Value("value", k.Value)))
	}
	return ps
}

// both walks those who are of two kinds.
func (v *validator) both(a, b Kind) iter.Seq[roster.PersonID] {
	return func(yield func(roster.PersonID) bool) {
		for _, id := range slices.Sorted(maps.Keys(v.people)) {
			if p := v.people[id]; p.is(a) && p.is(b) && !yield(id) {
				return
			}
		}
	}
}

// Validate reports a weight or level out of range, and a level without weight.
func (s Soft) Validate() check.Problems {
	var ps check.Problems
	within(&ps, "weight", s.Weight, 0, MaxRuleWeight)
	within(&ps, "level", s.Level, 0, Levels-1)
	if s.Weight == 0 && s.Level > 0 {
		ps.Add(levelOfHard.At("level", check.Int("level", s.Level)))
	}
	return ps
}

func (r Together) check(v *validator) check.Problems { return v.list(r.People) }

func (r Apart) check(v *validator) check.Problems { return v.list(r.People) }

func (r Fixed) check(v *validator) check.Problems { return v.pair(r.Person, r.Place) }

func (r Barred) check(v *validator) check.Problems { return v.pair(r.Person, r.Place) }

func (v *validator) pair(person roster.PersonID, place PlaceID) check.Problems {
	var ps check.Problems
	ps.In("person", v.knows(person))
	ps.In("place", v.knowsPlace(place))
	return ps
}

func (r AtLeast) check(v *validator) check.Problems {
	var ps check.Problems
	ps.In("kind", v.kind(r.Kind, false))
	ps.In("", v.knowsPlaces(r.Places))
	number(&ps, "count", r.Count, 1)
	return ps
}

func (r AtMost) check(v *validator) check.Problems {
	var ps check.Problems
	ps.In("kind", v.kind(r.Kind, false))
	ps.In("", v.knowsPlaces(r.Places))
	number(&ps, "count", r.Count, 0)
	return ps
}

func (r NotAlone) check(v *validator) check.Problems {
	var ps check.Problems
	ps.In("kind", v.kind(r.Kind, true))
	if r.Count != 0 {
		number(&ps, "count", r.Count, 2)
	}
	return ps
}

func (r Whole) check(v *validator) check.Problems {
	var ps check.Problems
	ps.In("kind", v.kind(r.Kind, true))
	return ps
}

func (r Spread) check(v *validator) check.Problems {
	var ps check.Problems
	ps.In("kind", v.kind(r.Kind, true))
	return ps
}

func (r Served) check(v *validator) check.Problems {
	var ps check.Problems
	ps.In("kind", v.kind(r.Kind, false))
	ps.In("by", v.kind(r.By, false))
	number(&ps, "count", r.Count, 0)
	return ps
}

func (r Separate) check(v *validator) check.Problems {
	var ps check.Problems
	ps.In("kind", v.kind(r.Kind, false))
	ps.In("from", v.kind(r.From, false))
	for id := range v.both(r.Kind, r.From) {
		ps.Add(ofBoth.At("from", check.ID("person", roster.KindPerson, id)))
	}
	return ps
}

func (r Role) check(v *validator) check.Problems {
	ps := roster.CheckID("id", KindRole, r.ID)
	number(&ps, "count", r.Count, 1)
	number(&ps, "floor", r.Floor, 0)
	if r.Who != (Kind{}) {
		ps.In("who", v.kind(r.Who, false))
	}
	return ps
}

// roleNames reports roles of one name; paths are below rules.
func (v *validator) roleNames(roles []Role) check.Problems {
	var ps check.Problems
	seen := map[string]bool{}
	for i, r := range roles {
		if seen[r.ID] {
			ps.Add(twice.At(check.Key(check.Index("roles", i), "id"), check.ID("id", KindRole, r.ID)))
		}
		seen[r.ID] = true
	}
	return ps
}

func (o Objective) validate(v *validator) check.Problems {
	var ps check.Problems
	seen := map[string]bool{}
	for i, b := range o.Balance {
		path := check.Index("balance", i)
		if v.attributes[b.Attribute] == nil {
			ps.Add(unknownAttribute.At(check.Key(path, "attribute"), check.Value("attribute", b.Attribute)))
		}
		if seen[b.Attribute] {
			ps.Add(twice.At(check.Key(path, "attribute"), check.ID("id", KindAttribute, b.Attribute)))
		}
		seen[b.Attribute] = true
		within(&ps, check.Key(path, "level"), b.Level, 0, Levels-1)
		within(&ps, check.Key(path, "weight"), b.Weight, 0, MaxWeight)
	}
	return ps
}

func number(ps *check.Problems, path string, n, least int) { within(ps, path, n, least, MaxNumber) }

func within(ps *check.Problems, path string, n, least, most int) {
	if n < least || n > most {
		ps.Add(outOfRange.At(path, check.Int("n", n), check.Int("least", least), check.Int("most", most)))
	}
}

func limit(ps *check.Problems, path string, n, most int) {
	if n > most {
		ps.Add(tooMany.At(path, check.Int("n", n), check.Int("most", most)))
	}
}
