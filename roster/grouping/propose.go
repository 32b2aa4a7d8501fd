package grouping

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Change is one thing that somebody would change by hand. The set of changes is
// closed: [Swap] and [Put].
type Change interface {
	// apply changes where everybody is; c knows who there is.
	apply(at map[roster.PersonID]int, places map[PlaceID]int) check.Problems
}

var _ = []Change{Swap{}, Put{}}

// Swap (对调) lets two people change groups.
type Swap struct {
	A roster.PersonID `json:"a"`
	B roster.PersonID `json:"b"`
}

// Put (调入) puts one person into a group, and nobody else, whoever is to be together
// with them: propose several changes to move them all.
type Put struct {
	Person roster.PersonID `json:"person"`
	Place  PlaceID         `json:"place"`
}

func placed(at map[roster.PersonID]int, path string, id roster.PersonID) check.Problems {
	var ps check.Problems
	if _, ok := at[id]; !ok {
		ps.Add(unknownPerson.At(path, check.Value("id", string(id))))
	}
	return ps
}

func (s Swap) apply(at map[roster.PersonID]int, _ map[PlaceID]int) check.Problems {
	ps := placed(at, "a", s.A)
	ps.In("", placed(at, "b", s.B))
	if !ps.Failed() {
		at[s.A], at[s.B] = at[s.B], at[s.A]
	}
	return ps
}

func (p Put) apply(at map[roster.PersonID]int, places map[PlaceID]int) check.Problems {
	ps := placed(at, "person", p.Person)
	g, ok := places[p.Place]
	if !ok {
		ps.Add(unknownPlace.At("place", check.Value("id", string(p.Place))))
	}
	if !ps.Failed() {
		at[p.Person] = g
	}
	return ps
}

// A Proposal (调整方案) is what changes by hand would do.
type Proposal struct {
	// Breaks are the hard rules and sizes that would be broken, whether or not they
	// were before, and as warnings the weighted rules.
	Breaks check.Problems

	// Draft is the grouping with the changes made and the roles filled anew, as
	// [Allocate] fills them; where nobody qualifies they are short.
	Draft Draft

	// Groups is the same as a result with status [Drafted]; the zero Groups if it would
	// break a hard rule.
	Groups Groups

	Before, After Value
	Goals         []GoalChange   // all goals and weighted rules, in the order of Groups.Goals
	Counts        []CountChange  // only those that change: by place, size first, then attribute and value
	Holders       []HolderChange // only those that change: by place and role
}

// A GoalChange is what a goal or a weighted rule costs before and after.
type GoalChange struct {
	Path          string // as in Goal, and so are Attribute and Level
	Attribute     string
	Level         int
	Before, After int64
}

// A CountChange is how many people a group has with a value of an attribute, before
// and after; without an attribute, how many members.
type CountChange struct {
	Place            PlaceID
	Attribute, Value string
	Before, After    int
}

// A HolderChange is who holds a role of a group, before and after.
type HolderChange struct {
	Place         PlaceID
	Role          string
	Before, After []roster.PersonID
}

// Propose tries changes by hand, one after the other, and says what they do together;
// before is changed by none of it. Every person of the problem must stand in one group
// of before, which may break rules. An error is a [check.Problems]: the problem is
// invalid or its rules contradict each other, before is no grouping of it, or a change
// names nobody. It costs what [Check] costs, twice.
func Propose(p Problem, before Draft, changes ...Change) (Proposal, error) {
	fail := func(ps check.Problems) (Proposal, error) {
		return Proposal{}, fmt.Errorf("propose: %w", ps.Err())
	}
	if ps := p.Validate(); ps.Failed() {
		return fail(ps)
	}
	m, ps := newModel(&p, nil)
	if ps.Failed() {
		return fail(ps)
	}
	was := newChecker(&p, &before)
	if was.due == nil {
		return fail(was.ps)
	}
	at, places := maps.Clone(was.at), make(map[PlaceID]int, len(p.Places))
	for g, place := range p.Places {
		places[place.ID] = g
	}
	for i, change := range changes {
		ps.In(check.Index("changes", i), change.apply(at, places))
	}
	if ps.Failed() {
		return fail(ps)
	}
	by := make([]int32, len(m.people))
	for i := range m.people {
		by[i] = int32(at[m.people[i].ID])
	}
	out := Proposal{Draft: m.draft(by)}
	now := newChecker(&p, &out.Draft)
	out.Breaks = now.ps
	out.Before, out.After = was.value.value(), now.value.value()
	for k, goal := range now.parts {
		out.Goals = append(out.Goals, GoalChange{goal.Path, goal.Attribute, goal.Level, was.parts[k].Cost, goal.Cost})
	}
	out.Counts = counted(&p, was.at, at)
	for g, group := range out.Draft.Groups {
		for _, h := range group.Roles {
			var old []roster.PersonID
			for _, o := range before.Groups[g].Roles {
				if o.Role == h.Role {
					old = append(old, o.People...)
				}
			}
			if !slices.Equal(old, h.People) {
				out.Holders = append(out.Holders, HolderChange{group.Place, h.Role, old, h.People})
			}
		}
	}
	if !out.Breaks.Failed() {
		out.Groups = m.drafted(by)
	}
	return out, nil
}

// Adopt takes over a grouping made by hand: the result has status [Drafted]. The roles
// are filled as [Allocate] fills them, whatever the draft says of them. An error is a
// [check.Problems]: what [Check] finds, or why no grouping keeps every rule.
func Adopt(p Problem, d Draft) (Groups, error) {
	proposal, err := Propose(p, d)
	if err != nil {
		return Groups{}, err
	}
	if err := proposal.Breaks.Err(); err != nil {
		return Groups{}, fmt.Errorf("adopt: %w", err)
	}
	return proposal.Groups, nil
}

// draft writes down who is where, with the roles filled as far as people go.
func (m *model) draft(at []int32) Draft {
	d := Draft{Groups: make([]DraftGroup, len(m.places))}
	members := make([][]int32, len(m.places))
	for i, g := range at {
		members[g] = append(members[g], int32(i))
	}
	for g, list := range members {
		d.Groups[g] = DraftGroup{Place: m.places[g], Members: m.ids(list)}
		for r, holders := range m.appoint(list) {
			d.Groups[g].Roles = append(d.Groups[g].Roles, Holders{Role: m.roles[r].ID, People: m.ids(holders)})
		}
	}
	return d
}

// drafted is the grouping as a result; at is by person and keeps every hard rule.
func (m *model) drafted(at []int32) Groups {
	s := newState(m)
	for i := range m.units {
		s.place(int32(i), at[m.units[i].people[0]])
	}
	_, bound := m.least()
	return keepGroups(s, bound, Drafted, 0, 0)
}

// counted returns the counts that differ.
func counted(p *Problem, before, after map[roster.PersonID]int) []CountChange {
	type cell struct {
		place            int
		attribute, value string
	}
	was, by := map[cell]int{}, map[cell]int{}
	touched := map[cell]bool{}
	for i := range p.People {
		x := &p.People[i]
		add := func(attribute, value string) {
			from, to := cell{before[x.ID], attribute, value}, cell{after[x.ID], attribute, value}
			was[from]++
			if from != to {
				by[from]--
				by[to]++
				touched[from], touched[to] = true, true
			}
		}
		if !x.Extra {
			add("", "")
		}
		for attribute, value := range x.Attributes {
			if value != "" {
				add(attribute, value)
			}
		}
	}
	var list []CountChange
	cells := slices.SortedFunc(maps.Keys(touched), func(a, b cell) int {
		if a.place != b.place {
			return a.place - b.place
		}
		if c := strings.Compare(a.attribute, b.attribute); c != 0 {
			return c
		}
		return strings.Compare(a.value, b.value)
	})
	for _, c := range cells {
		if n := by[c]; n != 0 {
			list = append(list, CountChange{p.Places[c.place].ID, c.attribute, c.value, was[c], was[c] + n})
		}
	}
	return list
}

// Reasons says in sentences what would change: values, counts, holders of roles; that
// nothing would, if so. What would be broken is said by Breaks.
func (p Proposal) Reasons() []check.Reason {
	var reasons []check.Reason
	for _, g := range p.Goals {
		if g.Before != g.After {
			reasons = append(reasons, goalChanges.Because(goalArg(g.Path, g.Attribute),
				check.Int("before", g.Before), check.Int("after", g.After)))
		}
	}
	for _, c := range p.Counts {
		place, before, after := check.ID("place", KindPlace, c.Place), check.Int("before", c.Before), check.Int("after", c.After)
		if c.Attribute == "" {
			reasons = append(reasons, sizeChanges.Because(place, before, after))
			continue
		}
		reasons = append(reasons, countChanges.Because(place, check.ID("attribute", KindAttribute, c.Attribute),
			valueArg("value", c.Attribute, c.Value), before, after))
	}
	people := func(key string, ids []roster.PersonID) check.Arg {
		if len(ids) == 0 {
			return check.Term(key, "空缺", "nobody")
		}
		return check.IDs(key, roster.KindPerson, ids...)
	}
	for _, h := range p.Holders {
		reasons = append(reasons, holderChanges.Because(check.ID("place", KindPlace, h.Place), roleArg("role", h.Role),
			people("before", h.Before), people("after", h.After)))
	}
	if reasons == nil {
		reasons = append(reasons, nothingChanges.Because())
	}
	return reasons
}
