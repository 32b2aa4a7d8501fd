package grouping_test

import (
	"iter"
	"slices"
	"strconv"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// draft writes an assignment down: at holds the number of a group for each person.
func draft(p grouping.Problem, at []int) grouping.Draft {
	var d grouping.Draft
	for _, place := range p.Places {
		d.Groups = append(d.Groups, grouping.DraftGroup{Place: place.ID})
	}
	for i, g := range at {
		d.Groups[g].Members = append(d.Groups[g].Members, p.People[i].ID)
	}
	return d
}

// appointed fills the roles of a draft by trying every choice: hard ones wholly, the
// others so that what is missing costs least; false if a hard role stays short.
func appointed(p grouping.Problem, d grouping.Draft) (grouping.Draft, bool) {
	person := map[roster.PersonID]grouping.Person{}
	for _, x := range p.People {
		person[x.ID] = x
	}
	whole := true
	for g := range d.Groups {
		group := &d.Groups[g]
		group.Roles = nil
		if len(p.Rules.Roles) == 0 {
			continue
		}
		busy := map[roster.PersonID]bool{}
		var best []grouping.Holders
		var least grouping.Value
		var fill func(r int, chosen []roster.PersonID, from int, roles []grouping.Holders, cost grouping.Value)
		fill = func(r int, chosen []roster.PersonID, from int, roles []grouping.Holders, cost grouping.Value) {
			if r == len(p.Rules.Roles) {
				if best == nil || cost.Compare(least) < 0 {
					best, least = slices.Clone(roles), cost
				}
				return
			}
			role := p.Rules.Roles[r]
			missing, more := int64(role.Count-len(chosen)), cost
			if role.Weight == 0 {
				more[0] += missing
			} else {
				more[max(role.Level, 1)] += int64(role.Weight) * missing
			}
			fill(r+1, nil, 0, append(roles[:len(roles):len(roles)], grouping.Holders{Role: role.ID, People: chosen}), more)
			if len(chosen) == role.Count {
				return
			}
			for k, id := range group.Members[from:] {
				x := person[id]
				if busy[id] || role.Floor > 0 && (x.Rank == 0 || x.Rank > role.Floor) ||
					role.Who.Attribute != "" && x.Attributes[role.Who.Attribute] != role.Who.Value {
					continue
				}
				busy[id] = true
				fill(r, append(chosen[:len(chosen):len(chosen)], id), from+k+1, roles, cost)
				busy[id] = false
			}
		}
		fill(0, nil, 0, nil, grouping.Value{})
		group.Roles = best
		whole = whole && least[0] == 0
	}
	return d, whole
}

// groupings walks the Values of all assignments of people to at most four places that
// keep every hard rule.
func groupings(p grouping.Problem) iter.Seq[grouping.Value] {
	return func(yield func(grouping.Value) bool) {
		at := make([]int, len(p.People))
		for {
			if peopled(p, at) {
				if d, ok := appointed(p, draft(p, at)); ok {
					if v, ps := grouping.Check(p, d); !ps.Failed() && !yield(v) {
						return
					}
				}
			}
			i := 0
			for i < len(at) {
				if at[i]++; at[i] < len(p.Places) {
					break
				}
				at[i] = 0
				i++
			}
			if i == len(at) {
				return
			}
		}
	}
}

// exhaust returns the best Value of all; false if there is none.
func exhaust(p grouping.Problem) (best grouping.Value, found bool) {
	for v := range groupings(p) {
		if !found || v.Compare(best) < 0 {
			best, found = v, true
		}
	}
	return best, found
}

// keepable reports whether there is any.
func keepable(p grouping.Problem) bool {
	for range groupings(p) {
		return true
	}
	return false
}

// peopled reports whether every group has a member and, where no place has bounds and
// sizes are to be even, none has two more than another: Check would say so, slowly.
func peopled(p grouping.Problem, at []int) bool {
	var size [4]int
	bounded := p.Sizes != grouping.Even
	for i, g := range at {
		if !p.People[i].Extra {
			size[g]++
		}
	}
	for _, place := range p.Places {
		bounded = bounded || place.Min > 0 || place.Max > 0 || place.Capacity > 0
	}
	groups := size[:len(p.Places)]
	return slices.Min(groups) > 0 && (bounded || slices.Max(groups)-slices.Min(groups) <= 1)
}

// exhaustible asks genProblem for as many people as exhaust can look at.
const exhaustible = 0

// few asks it for as many as exhaust can look at often.
const few = 6

// genProblem draws a valid problem of at most so many people, with rules of every
// kind.
func genProblem(t *rapid.T, most int) grouping.Problem {
	var p grouping.Problem
	groups := rapid.IntRange(1, 4).Draw(t, "places")
	if most == exhaustible {
		most = [...]int{0, 10, 10, 7, 6}[groups]
	}
	n := rapid.IntRange(min(groups, most), most).Draw(t, "people")
	token := func(values ...string) *rapid.Generator[string] { return rapid.SampledFrom(values) }
	for i := range n {
		p.People = append(p.People, grouping.Person{
			ID:    roster.PersonID("p" + strconv.Itoa(i)),
			Order: rapid.IntRange(0, 3).Draw(t, "order"),
			Rank:  rapid.IntRange(0, 3).Draw(t, "rank"),
			Extra: rapid.IntRange(0, 7).Draw(t, "extra") == 7 && i > 0,
			Attributes: map[string]string{
				"sex":        token("f", "m", "").Draw(t, "sex"),
				"delegation": token("a", "b", "c", "d").Draw(t, "delegation"),
			},
		})
	}
	p.Places = grouping.Numbered(groups)
	p.Sizes = rapid.SampledFrom([]grouping.Sizing{grouping.Even, grouping.NearEven, grouping.Within}).Draw(t, "sizes")
	for i := range p.Places {
		place := &p.Places[i]
		if rapid.IntRange(0, 3).Draw(t, "bounded") > 2 {
			place.Max = rapid.SampledFrom([]int{0, n/groups + 1, n / groups, n}).Draw(t, "max")
			place.Min = rapid.IntRange(0, max(min(place.Max, 3), 1)).Draw(t, "min")
		}
		if rapid.IntRange(0, 5).Draw(t, "room") > 4 {
			place.Capacity = rapid.IntRange(max(place.Min, 1), 6).Draw(t, "capacity")
		}
	}
	soft := func(name string) (s grouping.Soft) {
		if rapid.IntRange(0, 2).Draw(t, name+" weighted") == 2 {
			s.Weight = rapid.SampledFrom([]int{1, 2, 3, grouping.MaxRuleWeight}).Draw(t, name+" weight")
			s.Level = rapid.IntRange(0, grouping.Levels-1).Draw(t, name+" level")
		}
		return s
	}
	some := func(name string) bool { return rapid.IntRange(0, 4).Draw(t, name) > 3 }
	upTo := func(most int, name string) []roster.PersonID {
		ids := make([]roster.PersonID, n)
		for i := range ids {
			ids[i] = p.People[i].ID
		}
		return rapid.Permutation(ids).Draw(t, name)[:rapid.IntRange(2, min(n, most)).Draw(t, name)]
	}
	people := func(name string) []roster.PersonID { return upTo(4, name) }
	one := func(name string) roster.PersonID { return p.People[rapid.IntRange(0, n-1).Draw(t, name)].ID }
	place := func(name string) grouping.PlaceID {
		return p.Places[rapid.IntRange(0, len(p.Places)-1).Draw(t, name)].ID
	}
	kinds := []grouping.Kind{}
	seen := map[grouping.Kind]bool{}
	for _, x := range p.People {
		for _, a := range []string{"sex", "delegation"} {
			if k := (grouping.Kind{Attribute: a, Value: x.Attributes[a]}); k.Value != "" && !seen[k] {
				seen[k] = true
				kinds = append(kinds, k)
			}
		}
	}
	kind := func(name string) grouping.Kind { return rapid.SampledFrom(kinds).Draw(t, name) }
	r := &p.Rules
	for n >= 2 && some("together") {
		r.Together = append(r.Together, grouping.Together{People: people("together"), Soft: soft("together")})
	}
	for n >= 2 && some("apart") {
		r.Apart = append(r.Apart, grouping.Apart{People: people("apart"), Soft: soft("apart")})
	}
	for some("fixed") {
		r.Fixed = append(r.Fixed, grouping.Fixed{Person: one("fixed"), Place: place("fixed"), Soft: soft("fixed")})
	}
	for some("barred") {
		r.Barred = append(r.Barred, grouping.Barred{Person: one("barred"), Place: place("barred"), Soft: soft("barred")})
	}
	for some("atLeast") {
		rule := grouping.AtLeast{Kind: kind("atLeast"), Count: rapid.IntRange(1, 2).Draw(t, "atLeast"), Soft: soft("atLeast")}
		if some("places") {
			rule.Places = []grouping.PlaceID{place("atLeast")}
		}
		r.AtLeast = append(r.AtLeast, rule)
	}
	for some("atMost") {
		rule := grouping.AtMost{Kind: kind("atMost"), Count: rapid.IntRange(0, 3).Draw(t, "atMost"), Soft: soft("atMost")}
		if some("places") {
			rule.Places = []grouping.PlaceID{place("atMost")}
		}
		r.AtMost = append(r.AtMost, rule)
	}
	if some("notAlone") {
		rule := grouping.NotAlone{Kind: kind("notAlone"), Count: rapid.SampledFrom([]int{0, 2, 3}).Draw(t, "notAlone"), Soft: soft("notAlone")}
		if some("each") {
			rule.Kind.Value = ""
		}
		r.NotAlone = append(r.NotAlone, rule)
	}
	if some("whole") {
		rule := grouping.Whole{Kind: kind("whole"), Soft: soft("whole")}
		if some("each") {
			rule.Kind.Value = ""
		}
		r.Whole = append(r.Whole, rule)
	}
	if some("spread") {
		rule := grouping.Spread{Kind: kind("spread"), Soft: soft("spread")}
		if some("each") {
			rule.Kind.Value = ""
		}
		r.Spread = append(r.Spread, rule)
	}
	for some("served") {
		r.Served = append(r.Served, grouping.Served{
			Kind: kind("served"), By: kind("by"), Count: rapid.IntRange(0, 2).Draw(t, "served"), Soft: soft("served"),
		})
	}
	if some("separate") {
		rule := grouping.Separate{Kind: kind("separate"), From: kind("from"), Soft: soft("separate")}
		both := func(x grouping.Person) bool {
			return x.Attributes[rule.Kind.Attribute] == rule.Kind.Value && x.Attributes[rule.From.Attribute] == rule.From.Value
		}
		if !slices.ContainsFunc(p.People, both) {
			r.Separate = append(r.Separate, rule)
		}
	}
	for i := range rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "roles") {
		role := grouping.Role{ID: "role" + strconv.Itoa(i), Count: 1, Floor: rapid.IntRange(0, 3).Draw(t, "floor"), Soft: soft("role")}
		if some("who") {
			role.Who = kind("who")
		}
		r.Roles = append(r.Roles, role)
	}
	for _, a := range []string{"delegation", "sex"} {
		has := false
		for _, k := range kinds {
			has = has || k.Attribute == a
		}
		if has && rapid.Bool().Draw(t, "balance") {
			p.Objective.Balance = append(p.Objective.Balance, grouping.Balance{
				Attribute: a,
				Level:     rapid.IntRange(0, grouping.Levels-1).Draw(t, "level"),
				Weight:    rapid.IntRange(0, 3).Draw(t, "weight"),
			})
		}
	}
	if n >= 2 && rapid.Bool().Draw(t, "pairs") {
		pairs := grouping.Pairs{
			Goal:   rapid.SampledFrom([]grouping.PairGoal{grouping.Diverse, grouping.Similar}).Draw(t, "goal"),
			People: upTo(n, "paired"),
			Level:  rapid.IntRange(0, grouping.Levels-1).Draw(t, "pair level"),
		}
		most := rapid.SampledFrom([]int32{1, 5, 100, grouping.MaxDistance}).Draw(t, "farthest")
		for range len(pairs.People) * (len(pairs.People) - 1) / 2 {
			pairs.Distances = append(pairs.Distances, rapid.Int32Range(0, most).Draw(t, "distance"))
		}
		p.Objective.Pairs = pairs
	}
	return p
}

// without returns the problem with only those rules whose paths keep accepts.
func without(p grouping.Problem, keep func(path string) bool) grouping.Problem {
	r := &p.Rules
	r.Together = kept(r.Together, "together", keep)
	r.Apart = kept(r.Apart, "apart", keep)
	r.Fixed = kept(r.Fixed, "fixed", keep)
	r.Barred = kept(r.Barred, "barred", keep)
	r.AtLeast = kept(r.AtLeast, "atLeast", keep)
	r.AtMost = kept(r.AtMost, "atMost", keep)
	r.NotAlone = kept(r.NotAlone, "notAlone", keep)
	r.Whole = kept(r.Whole, "whole", keep)
	r.Spread = kept(r.Spread, "spread", keep)
	r.Served = kept(r.Served, "served", keep)
	r.Separate = kept(r.Separate, "separate", keep)
	r.Roles = kept(r.Roles, "roles", keep)
	return p
}

func kept[R any](rules []R, key string, keep func(string) bool) (out []R) {
	for i, r := range rules {
		if keep(check.Index("rules."+key, i)) {
			out = append(out, r)
		}
	}
	return out
}
