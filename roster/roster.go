package roster

import (
	"cmp"
	"iter"
	"log/slog"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// MaxPeople is how many people, and how many bodies, a roster holds at most.
const MaxPeople = 200_000

// A Roster is a checked set of people and bodies. The zero Roster is empty.
// Rosters never change and are safe for concurrent use.
type Roster struct {
	people []Person // by ID
	orgs   []Org    // by ID
	tree   []OrgID  // all bodies, parents before children, siblings by Order, then ID
	depth  []int32  // of the bodies in tree; 0 for a root
}

// New checks people and bodies, by themselves and against each other, and joins
// them. It reports every finding at once: identifiers used twice, bodies and
// principals that do not exist, bodies that are their own ancestors, siblings that
// claim one place. The slices are copied.
func New(people []Person, orgs []Org) (Roster, error) {
	var ps check.Problems
	if len(people) > MaxPeople || len(orgs) > MaxPeople {
		ps.Add(tooMany.At("", check.Int("n", max(len(people), len(orgs))), check.Int("max", MaxPeople)))
		return Roster{}, ps.Err()
	}
	for i, p := range people {
		ps.In(check.Index("people", i), p.Validate())
	}
	for i, o := range orgs {
		ps.In(check.Index("orgs", i), o.Validate())
	}
	r := Roster{people: slices.Clone(people), orgs: slices.Clone(orgs)}
	slices.SortStableFunc(r.people, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(r.orgs, func(a, b Org) int { return cmp.Compare(a.ID, b.ID) })
	for i, p := range r.people {
		r.people[i].Posts = slices.Clone(p.Posts)
	}
	duplicates(&ps, "people", KindPerson, people, func(p Person) PersonID { return p.ID })
	duplicates(&ps, "orgs", KindOrg, orgs, func(o Org) OrgID { return o.ID })
	if ps.Failed() { // links can be judged only between things that are there once
		return Roster{}, ps.Err()
	}
	r.checkLinks(&ps, people, orgs)
	r.buildTree(&ps, orgs)
	if err := ps.Err(); err != nil {
		return Roster{}, err
	}
	return r, nil
}

// duplicates reports each identifier that a list uses again.
func duplicates[T any, ID ~string](ps *check.Problems, path, kind string, list []T, id func(T) ID) {
	first := make(map[ID]int, len(list))
	for i, v := range list {
		if j, seen := first[id(v)]; seen && id(v) != "" {
			ps.Add(duplicateID.At(check.Index(path, i)+".id",
				KindTerm(kind), check.Value("id", string(id(v))), check.Text("other", check.Index(path, j))))
			continue
		}
		first[id(v)] = i
	}
}

func (r Roster) checkLinks(ps *check.Problems, people []Person, orgs []Org) {
	org := func(path string, id OrgID) {
		if _, ok := r.Org(id); !ok && id != "" {
			ps.Add(unknownOrg.At(path, check.ID("org", KindOrg, id)))
		}
	}
	for i, o := range orgs {
		org(check.Index("orgs", i)+".parent", o.Parent)
	}
	for i, p := range people {
		at := check.Index("people", i)
		org(at+".org", p.Org)
		for j, post := range p.Posts {
			org(check.Index(at+".posts", j)+".org", post.Org)
		}
		if p.Principal == "" {
			continue
		}
		if _, ok := r.Person(p.Principal); !ok || p.Principal == p.ID {
			ps.Add(unknownPrincipal.At(at+".principal", check.ID("person", KindPerson, p.ID), check.ID("principal", KindPerson, p.Principal)))
		}
	}
}

// buildTree orders the bodies and reports circles and places claimed twice.
func (r *Roster) buildTree(ps *check.Problems, orgs []Org) {
	at := make(map[OrgID]int, len(orgs))
	children := map[OrgID][]Org{}
	for i, o := range orgs {
		at[o.ID] = i
		children[o.Parent] = append(children[o.Parent], o)
	}
	for _, siblings := range children {
		slices.SortFunc(siblings, func(a, b Org) int {
			// A body without a place stands after those that have one.
			return cmp.Or(cmp.Compare(uint(a.Order)-1, uint(b.Order)-1), cmp.Compare(a.ID, b.ID))
		})
		for i, o := range siblings {
			if i > 0 && o.Order != 0 && o.Order == siblings[i-1].Order {
				ps.Add(samePlace.At(check.Index("orgs", at[o.ID])+".order",
					check.ID("org", KindOrg, o.ID), check.ID("other", KindOrg, siblings[i-1].ID), check.Int("order", o.Order)))
			}
		}
	}
	type visit struct {
		org   OrgID
		depth int32
	}
	var stack []visit
	push := func(parent OrgID, depth int32) {
		for _, o := range slices.Backward(children[parent]) {
			stack = append(stack, visit{o.ID, depth})
		}
	}
	for push("", 0); len(stack) > 0; {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		r.tree, r.depth = append(r.tree, v.org), append(r.depth, v.depth)
		push(v.org, v.depth+1)
	}
	if len(r.tree) == len(orgs) {
		return
	}
	reached := make(map[OrgID]bool, len(r.tree))
	for _, id := range r.tree {
		reached[id] = true
	}
	for i, o := range orgs {
		if _, ok := r.Org(o.Parent); ok && !reached[o.ID] { // a missing parent is a finding of its own
			ps.Add(orgCircle.At(check.Index("orgs", i)+".parent", check.ID("org", KindOrg, o.ID)))
		}
	}
}

// Len is the number of people.
func (r Roster) Len() int { return len(r.people) }

// People walks the people in the order of their identifiers.
func (r Roster) People() iter.Seq[Person] { return slices.Values(r.people) }

// Person returns the person with an identifier.
func (r Roster) Person(id PersonID) (Person, bool) {
	i, ok := slices.BinarySearchFunc(r.people, id, func(p Person, id PersonID) int { return cmp.Compare(p.ID, id) })
	if !ok {
		return Person{}, false
	}
	return r.people[i], true
}

// Orgs walks the bodies, parents before children, siblings in their approved
// order, those without a place last, by identifier.
func (r Roster) Orgs() iter.Seq[Org] {
	return func(yield func(Org) bool) {
		for _, id := range r.tree {
			if o, _ := r.Org(id); !yield(o) {
				return
			}
		}
	}
}

// Org returns the body with an identifier.
func (r Roster) Org(id OrgID) (Org, bool) {
	i, ok := slices.BinarySearchFunc(r.orgs, id, func(o Org, id OrgID) int { return cmp.Compare(o.ID, id) })
	if !ok {
		return Org{}, false
	}
	return r.orgs[i], true
}

// Children walks the bodies whose parent is org, in their approved order; those of
// "" are the roots.
func (r Roster) Children(org OrgID) iter.Seq[Org] {
	return func(yield func(Org) bool) {
		for o := range r.Orgs() {
			if o.Parent == org && !yield(o) {
				return
			}
		}
	}
}

// Within reports whether org is body or stands below it.
func (r Roster) Within(org, body OrgID) bool {
	for org != "" {
		if org == body {
			return true
		}
		o, _ := r.Org(org)
		org = o.Parent
	}
	return false
}

// Name is a [check.Namer]: it knows the printed names of people and the labels of
// bodies.
func (r Roster) Name(kind, id string) string {
	switch kind {
	case KindPerson:
		p, _ := r.Person(PersonID(id))
		return p.Name.Print()
	case KindOrg:
		o, _ := r.Org(OrgID(id))
		return o.Label()
	default:
		return ""
	}
}

// LogValue shows how many people and bodies there are.
func (r Roster) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("people", len(r.people)), slog.Int("orgs", len(r.orgs)))
}

var rosterFormat = wire.Format{Name: "roster.roster", Version: 1}

type wireRoster struct {
	Orgs   []Org    `json:"orgs"`
	People []Person `json:"people"`
}

// MarshalJSON writes the roster in a versioned form that [Parse] reads.
func (r Roster) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, rosterFormat, wireRoster{Orgs: r.orgs, People: r.people})
}

// Parse reads what MarshalJSON wrote, or a host's own JSON of that form, and
// checks it as [New] does.
func Parse(data []byte) (Roster, error) {
	var w wireRoster
	if _, found := wire.Parse(data, rosterFormat, &w, nil); found.Failed() {
		return Roster{}, found.Err()
	}
	return New(w.People, w.Orgs)
}
