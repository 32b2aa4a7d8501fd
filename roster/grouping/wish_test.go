package grouping_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

func kindOf(attribute, value string) grouping.Kind {
	return grouping.Kind{Attribute: attribute, Value: value}
}

// TestWishes prices what weighted rules are broken by, place by place.
func TestWishes(t *testing.T) {
	type rules = grouping.RuleLists
	nine := people("a/f/1 b/f/2 c/f d/m/1 e/m f/m g h i/m/3")
	three := grouping.Numbered(3)
	female := kindOf("sex", "f")
	two := []grouping.PlaceID{"2"}
	one := grouping.Soft{Weight: 1}
	for _, c := range []struct {
		name  string
		rules rules
		draft string
		want  grouping.Value
		at    []string // place and people
		why   string
	}{
		{"together", rules{Together: []grouping.Together{{People: ids("a b c d e"), Soft: one}}}, "a b c | d e f | g h i", grouping.Value{0, 2}, []string{"2 2"}, "two are away from the three"},
		{"together, torn", rules{Together: []grouping.Together{{People: ids("a d g"), Soft: one}}}, "a b c | d e f | g h i", grouping.Value{0, 2}, []string{"2 1", "3 1"}, "two are away from the first"},
		{"whole", rules{Whole: []grouping.Whole{{Kind: kindOf("sex", ""), Soft: one}}}, "a b d | c e f | g h i", grouping.Value{0, 3}, []string{"1 1", "2 1", "3 1"}, "c away from two women; d and i from two men"},
		{"apart", rules{Apart: []grouping.Apart{{People: ids("a b c d e"), Soft: one}}}, "a b c | d e f | g h i", grouping.Value{0, 3}, []string{"1 2", "2 1"}, "two beyond one, and one beyond one"},
		{"fixed", rules{Fixed: []grouping.Fixed{{Person: "a", Place: "2", Soft: grouping.Soft{Weight: 7, Level: 3}}}}, "a b c | d e f | g h i", grouping.Value{0, 0, 0, 7}, []string{"1 1"}, "one person, seven each, on the third level"},
		{"barred", rules{Barred: []grouping.Barred{{Person: "d", Place: "2", Soft: one}}}, "a b c | d e f | g h i", grouping.Value{0, 1}, []string{"2 1"}, "one person"},
		{"at least", rules{AtLeast: []grouping.AtLeast{{Kind: female, Count: 2, Soft: one}}}, "a b d | c e f | g h i", grouping.Value{0, 3}, []string{"2 1", "3 2"}, "one and two women are missing"},
		{"at least there", rules{AtLeast: []grouping.AtLeast{{Kind: female, Count: 2, Places: two, Soft: one}}}, "a b d | c e f | g h i", grouping.Value{0, 1}, []string{"2 1"}, "only the second is spoken of"},
		{"at most", rules{AtMost: []grouping.AtMost{{Kind: female, Count: 1, Soft: one}}}, "a b c | d e f | g h i", grouping.Value{0, 2}, []string{"1 2"}, "two women too many"},
		{"not alone", rules{NotAlone: []grouping.NotAlone{{Kind: kindOf("sex", ""), Count: 3, Soft: one}}}, "a b d | c e f | g h i", grouping.Value{0, 5}, []string{"1 2", "2 2", "3 1"}, "of 2 women one is missing, of 1 man he is alone; of 1 woman and 2 men so too; i is alone"},
		{"spread", rules{Spread: []grouping.Spread{{Kind: female, Soft: one}}}, "a b c | d e f | g h i", grouping.Value{0, 4}, []string{"1 2", "2 1", "3 1"}, "one each is even"},
		{"served", rules{Served: []grouping.Served{{Kind: female, By: kindOf("sex", "m"), Count: 2, Soft: one}}}, "a b d | c e g | f h i", grouping.Value{0, 2}, []string{"1 1", "2 1"}, "one man is missing twice; where no woman is nobody is needed"},
		{"served, few", rules{Served: []grouping.Served{{Kind: female, By: kindOf("sex", "m"), Count: 9, Soft: one}}}, "a g h | d e f | b c i", grouping.Value{0, 3}, []string{"1 1", "3 2"}, "the one woman could go, and the two"},
		{"separate", rules{Separate: []grouping.Separate{{Kind: female, From: kindOf("sex", "m"), Soft: one}}}, "a b d | c e f | g h i", grouping.Value{0, 2}, []string{"1 1", "2 1"}, "d is the fewer there, c here"},
		{"role", rules{Roles: []grouping.Role{{ID: "chair", Count: 2, Floor: 2, Soft: one}}}, "a b c | d e f | g h i", grouping.Value{0, 3}, []string{"2 1", "3 2"}, "two seats each, taken by a, b and d"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := grouping.Problem{People: nine, Places: three, Rules: c.rules}
			d, _ := appointed(p, written(p, c.draft))
			value, ps := grouping.Check(p, d)
			var at []string
			for f := range ps.All() {
				if f.Code() != grouping.WishBroken || f.Severity() != check.Warning {
					t.Fatalf("found %v", f)
				}
				var place, n string
				for _, arg := range f.Args() {
					switch arg.Key {
					case "place":
						place = arg.Text
					case "n":
						n = arg.Text
					}
				}
				at = append(at, place+" "+n)
			}
			if diff := cmp.Diff(c.at, at); diff != "" || value != c.want {
				t.Errorf("value %v, want %v: %s (-want +got):\n%s", value, c.want, c.why, diff)
			}
			g, err := grouping.Adopt(p, written(p, c.draft))
			if err != nil {
				t.Fatal(err)
			}
			if g.Value() != c.want {
				t.Errorf("the engine counts %v, want %v", g.Value(), c.want)
			}
		})
	}
}

// propMet: what Met and Goals say of the rules is what the checker finds of them.
func propMet(t *rapid.T) {
	p := genProblem(t, 12)
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 20_000})
	if err != nil {
		return
	}
	_, ps := grouping.Check(p, g.Draft())
	want := map[string]int64{}
	for f := range ps.All() {
		var key string
		var n int64
		for _, arg := range f.Args() {
			switch arg.Key {
			case "rule":
				key += arg.List[0]
			case "place":
				key = arg.Text + " " + key
			case "n":
				_, _ = fmt.Sscan(arg.Text, &n)
			}
		}
		want[key] += n
	}
	got := map[string]int64{}
	met := g.Met()
	k := 0
	for path := range p.Rules.All() {
		if k >= len(met) || met[k].Rule != path {
			t.Fatalf("no line for %s: %+v", path, met)
		}
		m := met[k]
		k++
		total := int64(0)
		for _, b := range m.Broken {
			got[string(b.Place)+" "+path] += b.By
			total += b.By
			for _, id := range b.People {
				if at, _ := g.Place(id); at != b.Place {
					t.Fatalf("%s is in %s: %+v", id, at, m)
				}
			}
		}
		if total != m.By || m.Cost != m.By*int64(m.Soft.Weight) || m.Gave || m.By > 0 && m.Soft.Weight == 0 {
			t.Fatalf("does not add up: %+v", m)
		}
		if m.Slack < 0 || m.By > 0 && m.Tightest != "" {
			t.Fatalf("to spare where it is broken: %+v", m)
		}
		for _, lang := range []check.Lang{check.ZhHans, check.En} {
			if s := check.Sentences(lang, nil, m.Reasons()...); s == "" {
				t.Fatalf("no words for %+v", m)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("(-checked +met):\n%s", diff)
	}
	var sum grouping.Value
	last := 0
	for _, goal := range g.Goals() {
		sum[goal.Level] += goal.Cost
		if goal.Level < last {
			t.Fatalf("out of order: %+v", g.Goals())
		}
		last = goal.Level
	}
	if sum != g.Value() {
		t.Fatalf("goals add up to %v, the value is %v: %+v", sum, g.Value(), g.Goals())
	}
	proposal, err := grouping.Propose(p, g.Draft())
	if err != nil {
		t.Fatal(err)
	}
	var checked []grouping.Goal
	for _, c := range proposal.Goals {
		checked = append(checked, grouping.Goal{Path: c.Path, Attribute: c.Attribute, Level: c.Level, Cost: c.After})
		if c.Before != c.After {
			t.Fatalf("nothing was changed: %+v", c)
		}
	}
	if diff := cmp.Diff(g.Goals(), checked); diff != "" {
		t.Fatalf("(-met +checked):\n%s", diff)
	}
}

func TestMet(t *testing.T) { rapid.Check(t, propMet) }

func FuzzMet(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propMet)) }

// TestSlack: the tightest place and what it has to spare.
func TestSlack(t *testing.T) {
	p := grouping.Problem{
		People: people("a/f/1 b/f/2 c/f d/m/1 e/m f/m g/f/1 h/f i/m"),
		Places: grouping.Numbered(3),
		Rules: grouping.RuleLists{
			AtLeast:  []grouping.AtLeast{{Kind: kindOf("sex", "m"), Count: 1}},
			AtMost:   []grouping.AtMost{{Kind: kindOf("sex", "f"), Count: 3}},
			NotAlone: []grouping.NotAlone{{Kind: kindOf("sex", "f")}},
			Spread:   []grouping.Spread{{Kind: kindOf("sex", "f")}},
			Served:   []grouping.Served{{Kind: kindOf("sex", "f"), By: kindOf("sex", "m")}},
			Apart:    []grouping.Apart{{People: ids("a d")}},
			Roles:    []grouping.Role{{ID: "chair", Count: 1, Floor: 2}},
		},
	}
	p.Rules.NotAlone[0].Weight = 1 // h is alone in the third
	g, err := grouping.Adopt(p, written(p, "a b i | d c g | h e f"))
	if err == nil {
		t.Fatalf("there is nobody of rank in the third: %v", g)
	}
	p.Rules.Roles[0].Floor = 0
	if g, err = grouping.Adopt(p, written(p, "a b i | d c g | h e f")); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range g.Met() {
		got = append(got, fmt.Sprintf("%s %d %q %d", m.Rule, m.By, m.Tightest, m.Slack))
	}
	want := []string{
		`rules.apart[0] 0 "" 0`,
		`rules.atLeast[0] 0 "1" 0`,
		`rules.atMost[0] 0 "1" 1`,
		`rules.notAlone[0] 1 "" 0`,
		`rules.spread[0] 0 "1" 0`,
		`rules.served[0] 0 "1" 0`,
		`rules.roles[0] 0 "1" 2`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestWishesAtScale: what everybody had before is kept as far as evenness goes, which
// comes first.
func TestWishesAtScale(t *testing.T) {
	p := congress()
	for i := range p.People[:820] {
		p.Rules.Fixed = append(p.Rules.Fixed, grouping.Fixed{
			Person: p.People[i].ID, Place: p.Places[i%30].ID, Soft: grouping.Soft{Weight: 1, Level: 2},
		})
	}
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 1_000_000})
	if err != nil {
		t.Fatal(err)
	}
	v, ps := grouping.Check(p, g.Draft())
	if v != g.Value() || ps.Failed() {
		t.Fatalf("value %v, checked %v:\n%v", g.Value(), v, ps)
	}
	if v[1] > 60 || v[2] > 720 { // by chance 793 would be away
		t.Errorf("value %v: hardly anything was kept", v)
	}
}

// TestWishesWithPairs: what pairs of people ask for and what a weighted rule does are
// weighed against each other, level by level.
func TestWishesWithPairs(t *testing.T) {
	p := spaced(40, 8, grouping.Similar, 100)
	p.Objective.Pairs.Level = 2
	for i := range 8 {
		p.Rules.Together = append(p.Rules.Together, grouping.Together{
			People: p.Objective.Pairs.People[5*i : 5*i+5], Soft: grouping.Soft{Weight: 1 + i, Level: 1},
		})
	}
	p.Rules.Roles = []grouping.Role{{ID: grouping.Convener, Count: 1, Floor: 1, Soft: grouping.Soft{Weight: 1, Level: 3}}}
	for i := range 8 {
		p.People[i].Rank = 1
	}
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 300_000})
	if err != nil {
		t.Fatal(err)
	}
	v, ps := grouping.Check(p, g.Draft())
	if ps.Failed() || v != g.Value() {
		t.Fatalf("value %v, checked %v:\n%v", g.Value(), v, ps)
	}
	if v[1] != 0 || v[3] != 6 {
		t.Errorf("value %v: the eight fives can be kept, and then six groups have no convener", v)
	}
	p.Rules.Together = nil
	if g, err = grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 300_000}); err != nil || g.Value()[2] >= v[2] {
		t.Errorf("free of the fives %v, with them %v, %v", g.Value(), v, err)
	}
}
