package grouping_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// propRelax: if, and only if, all rules together are impossible, those asked to give
// do, by as little as can be; the rest is kept.
func propRelax(t *rapid.T) {
	p := genProblem(t, few)
	p.Objective = grouping.Objective{}
	if p.Sizes == grouping.NearEven {
		p.Sizes = grouping.Within
	}
	// Nothing is weighted but what gives, on the levels of a Value in its place.
	var gives []grouping.Give
	order := map[string]int{}
	all := rapid.Bool().Draw(t, "all")
	harden(&p, func(path string) grouping.Soft {
		if all || rapid.Bool().Draw(t, path) {
			order[path] = rapid.IntRange(1, grouping.MaxOrder).Draw(t, "order")
			gives = append(gives, grouping.Give{Rule: path, Order: order[path], Weight: rapid.IntRange(1, 3).Draw(t, "weight")})
		}
		return grouping.Soft{}
	})
	q := p
	harden(&q, func(path string) grouping.Soft {
		for _, g := range gives {
			if g.Rule == path {
				return grouping.Soft{Weight: g.Weight, Level: grouping.Levels - g.Order}
			}
		}
		return grouping.Soft{}
	})
	o := &grouping.Options{Relax: gives}
	g, err := grouping.Allocate(t.Context(), p, o)
	if keepable(p) {
		if err != nil || g.Gave() != nil {
			t.Fatalf("all rules can be kept, yet: %v, %+v", err, g.Gave())
		}
		return
	}
	want, found := exhaust(q)
	switch {
	case !found && errors.Is(err, grouping.ErrInfeasible):
		return
	case !found || err != nil:
		t.Fatalf("found %v, got %v", found, err)
	}
	var got grouping.Value
	for _, m := range g.Gave() {
		got[grouping.Levels-order[m.Rule]] += m.Cost
		if !m.Gave || m.Soft != (grouping.Soft{}) || order[m.Rule] == 0 {
			t.Fatalf("%+v was not asked to give", m)
		}
	}
	if got != want || g.Status() != grouping.Optimal {
		t.Fatalf("gave %v, status %v; the least is %v", got, g.Status(), want)
	}
	_, ps := grouping.Check(p, g.Draft())
	broken := map[string]bool{}
	for f := range ps.All() {
		switch f.Code() {
		case grouping.RuleBroken:
			broken[f.Args()[1].List[0]] = true
		case grouping.WrongHolder:
			broken["role"] = true
		default:
			t.Fatalf("sizes and rooms never give: %v", f)
		}
	}
	for _, m := range g.Gave() {
		delete(broken, m.Rule)
		if strings.HasPrefix(m.Rule, "rules.roles") {
			delete(broken, "role")
		}
	}
	if len(broken) > 0 {
		t.Fatalf("broken, and not said to be: %v", broken)
	}
	sameAfterJSON(t, p, g)
}

func TestRelax(t *testing.T) {
	t.Parallel() // the calls are safe side by side
	rapid.Check(t, propRelax)
}

func FuzzRelax(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRelax)) }

// harden gives every rule the weight that soft says.
func harden(p *grouping.Problem, soft func(path string) grouping.Soft) {
	r := &p.Rules
	r.Together = each(r.Together, "together", func(x *grouping.Together, path string) { x.Soft = soft(path) })
	r.Apart = each(r.Apart, "apart", func(x *grouping.Apart, path string) { x.Soft = soft(path) })
	r.Fixed = each(r.Fixed, "fixed", func(x *grouping.Fixed, path string) { x.Soft = soft(path) })
	r.Barred = each(r.Barred, "barred", func(x *grouping.Barred, path string) { x.Soft = soft(path) })
	r.AtLeast = each(r.AtLeast, "atLeast", func(x *grouping.AtLeast, path string) { x.Soft = soft(path) })
	r.AtMost = each(r.AtMost, "atMost", func(x *grouping.AtMost, path string) { x.Soft = soft(path) })
	r.NotAlone = each(r.NotAlone, "notAlone", func(x *grouping.NotAlone, path string) { x.Soft = soft(path) })
	r.Whole = each(r.Whole, "whole", func(x *grouping.Whole, path string) { x.Soft = soft(path) })
	r.Spread = each(r.Spread, "spread", func(x *grouping.Spread, path string) { x.Soft = soft(path) })
	r.Served = each(r.Served, "served", func(x *grouping.Served, path string) { x.Soft = soft(path) })
	r.Separate = each(r.Separate, "separate", func(x *grouping.Separate, path string) { x.Soft = soft(path) })
	r.Roles = each(r.Roles, "roles", func(x *grouping.Role, path string) { x.Soft = soft(path) })
}

func each[R any](rules []R, key string, change func(*R, string)) (out []R) {
	for i, r := range rules {
		change(&r, check.Index("rules."+key, i))
		out = append(out, r)
	}
	return out
}

// torn is a problem whose rules cannot all be kept: a and b are to be together and
// apart, and there are two conveners for three groups.
func torn() grouping.Problem {
	return grouping.Problem{
		People: people("a/f/1 b/f/2 c/f d/m e/m f/m"),
		Places: grouping.Numbered(3),
		Rules: grouping.RuleLists{
			Together: []grouping.Together{{People: ids("a b")}},
			Apart:    []grouping.Apart{{People: ids("a b")}, {People: ids("c d")}},
			Roles:    []grouping.Role{{ID: grouping.Convener, Count: 1, Floor: 2}},
		},
	}
}

func TestGive(t *testing.T) {
	for _, c := range []struct {
		name string
		give []grouping.Give
		want []string // rules that gave, and by how much; or a finding
		why  string
	}{
		{"nothing", nil, []string{"together-and-apart"}, "never unasked"},
		{"not enough", []grouping.Give{{Rule: "rules.apart"}}, []string{"undersupplied"}, "a third convener is missing still"},
		{"all", []grouping.Give{{Rule: "rules"}}, []string{"rules.together[0] 1", "rules.roles[0] 1"}, "apart, and one group without a convener"},
		{
			"the convener last",
			[]grouping.Give{{Rule: "rules"}, {Rule: "rules.roles", Order: 3}, {Rule: "rules.apart[1]", Order: 2}},
			[]string{"rules.together[0] 1", "rules.roles[0] 1"},
			"two conveners serve two groups before anything else",
		},
		{
			"together last",
			[]grouping.Give{{Rule: "rules"}, {Rule: "rules.together", Order: 3}},
			[]string{"rules.apart[0] 1", "rules.roles[0] 2"},
			"both conveners sit in one group",
		},
		{
			"together weighs more",
			[]grouping.Give{{Rule: "rules"}, {Rule: "rules.together[0]", Weight: 3}},
			[]string{"rules.apart[0] 1", "rules.roles[0] 2"},
			"3 + 1 against 1 + 2",
		},
		{"unknown", []grouping.Give{{Rule: "rules.fixed"}, {Rule: "rules.apart[2]"}, {Rule: ""}}, []string{"unknown-rule"}, "there is none"},
		{"again", []grouping.Give{{Rule: "rules"}, {Rule: "rules"}}, []string{"gives-already"}, "named twice"},
		{"range", []grouping.Give{{Rule: "rules", Order: 4, Weight: -1}}, []string{"out-of-range"}, "three orders, positive weights"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := grouping.Allocate(t.Context(), torn(), &grouping.Options{Relax: c.give})
			var got []string
			if ps, ok := errors.AsType[check.Problems](err); ok {
				for f := range ps.All() {
					if code := strings.TrimPrefix(string(f.Code()), "grouping/"); len(got) == 0 {
						got = append(got, code)
					}
				}
			}
			for _, m := range g.Gave() {
				got = append(got, fmt.Sprint(m.Rule, " ", m.By))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

// TestWeightedStays: a list that may give does not change what is weighted anyway.
func TestWeightedStays(t *testing.T) {
	p := torn()
	p.Rules.Apart[1] = grouping.Apart{People: ids("a b c d e f"), Soft: grouping.Soft{Weight: 2, Level: 3}}
	p.Rules.Roles = nil
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{Relax: []grouping.Give{{Rule: "rules.apart"}}})
	if err != nil {
		t.Fatal(err)
	}
	if gave := g.Gave(); len(gave) != 1 || gave[0].Rule != "rules.apart[0]" || g.Value() != (grouping.Value{0, 0, 0, 6}) {
		t.Errorf("value %v, gave %+v", g.Value(), gave)
	}
}

// TestGaveJSON hands in documents of what gave that claim something else.
func TestGaveJSON(t *testing.T) {
	g, err := grouping.Allocate(t.Context(), torn(), &grouping.Options{Relax: []grouping.Give{{Rule: "rules"}}})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	const part = `"gave":{"rules":[{"rule":"rules"}],"value":[0,0,2],"bound":[0,0,2]}`
	if !strings.Contains(string(data), part) || !strings.HasPrefix(string(data), `{"huiwu":"grouping.groups/2"`) {
		t.Fatalf("got %s", data)
	}
	for _, c := range []struct{ old, new, code, why string }{
		{part + ",", "", "grouping/rule-broken", "without it a rule is broken"},
		{`"value":[0,0,2],"bound":[0,0,2]}`, `"value":[0,0,1],"bound":[0,0,2]}`, "grouping/wrong-figure", "it gave two"},
		{`"value":[0,0,2],"bound":[0,0,2]}`, `"value":[0,0,2],"bound":[0,0,3]}`, "grouping/wrong-figure", "two is enough"},
		{`{"rule":"rules"}`, `{"rule":"rules.fixed"}`, "grouping/unknown-rule", "there is no such rule"},
		{`{"rule":"rules"}`, `{"rule":"rules","weight":5}`, "grouping/wrong-figure", "it weighs one"},
	} {
		text := strings.Replace(string(data), c.old, c.new, 1)
		if text == string(data) {
			t.Fatalf("%q is not there", c.old)
		}
		_, err := grouping.ParseGroups([]byte(text), torn())
		if ps, ok := errors.AsType[check.Problems](err); !ok || !ps.Has(check.Code(c.code)) {
			t.Errorf("%s: want %s, got %v", c.why, c.code, err)
		}
	}
	p := torn()
	p.Rules = grouping.RuleLists{Apart: p.Rules.Apart}
	if _, err := grouping.ParseGroups(data, p); err == nil {
		t.Error("nothing had to give, yet it is said to")
	}
}

// TestGiveAtScale: twenty may convene thirty groups, which shows by counting; ten
// groups are left without, and nothing else gives.
func TestGiveAtScale(t *testing.T) {
	p := congress()
	led := 0
	for i := range p.People {
		if p.People[i].Rank > 0 {
			if led++; led > 20 {
				p.People[i].Rank = 0
			}
		}
	}
	o := &grouping.Options{MaxSteps: 300_000}
	if _, err := grouping.Allocate(t.Context(), p, o); !errors.Is(err, grouping.ErrInfeasible) {
		t.Fatalf("got %v", err)
	}
	o.Relax = []grouping.Give{{Rule: "rules"}, {Rule: "rules.apart", Order: 2}}
	g, err := grouping.Allocate(t.Context(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	gave := g.Gave()
	if len(gave) != 1 || gave[0].Rule != "rules.roles[0]" || gave[0].By != 10 || len(gave[0].Broken) != 10 {
		t.Errorf("gave %+v", gave)
	}
	sameAfterJSON(t, p, g)
}
