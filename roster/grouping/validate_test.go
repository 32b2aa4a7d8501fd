package grouping_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

func TestValidate(t *testing.T) {
	type problem = grouping.Problem
	type rules = grouping.RuleLists
	four := people("a/f b/m c/m d/m")
	two := grouping.Numbered(2)
	sex := func(value string) grouping.Kind { return grouping.Kind{Attribute: "sex", Value: value} }
	for _, c := range []struct {
		name string
		p    problem
		want []string
		why  string
	}{
		{"sound", problem{People: four, Places: two}, nil, "nothing to find"},
		{"nothing", problem{}, []string{"people: grouping/no-people", "places: grouping/no-places"}, "the zero Problem is empty"},
		{"only staff", problem{People: people("+a"), Places: two}, []string{"people: grouping/no-people"}, "extra people are no members"},
		{
			"people",
			problem{People: append(people("a a"), grouping.Person{
				ID: " b", Order: -1, Rank: grouping.MaxNumber + 1,
				Attributes: map[string]string{"": "x", "sex": strings.Repeat("x", 257), "age": "\xff"},
			}), Places: two},
			[]string{
				"people[1].id: grouping/twice",
				`people[2].attributes[""]: roster/no-id`,
				"people[2].attributes.age: grouping/bad-value",
				"people[2].attributes.sex: grouping/bad-value",
				"people[2].id: roster/bad-id",
				"people[2].order: grouping/out-of-range",
				"people[2].rank: grouping/out-of-range",
			},
			"all findings at once",
		},
		{
			"places",
			problem{People: four, Places: []grouping.Place{
				{ID: "1", Min: 3, Max: 2},
				{ID: "1", Min: 3, Capacity: 2},
				{Min: -1, Max: -1, Capacity: -1},
			}},
			[]string{
				"places[0].min: grouping/bounds-cross",
				"places[1].capacity: grouping/room-too-small",
				"places[1].id: grouping/twice",
				"places[2].capacity: grouping/out-of-range",
				"places[2].id: roster/no-id",
				"places[2].max: grouping/out-of-range",
				"places[2].min: grouping/out-of-range",
			},
			"bounds that cross, a room below the lower bound, a place twice",
		},
		{"sizing", problem{People: four, Places: two, Sizes: 9}, []string{"sizes: grouping/unknown-sizing"}, "three sizings are known"},
		{
			"nobody",
			problem{People: four, Places: two, Rules: rules{
				Together: []grouping.Together{{People: ids("a x")}, {People: ids("a")}, {People: ids("a a")}},
				Apart:    []grouping.Apart{{People: ids("y b")}},
				Fixed:    []grouping.Fixed{{Person: "x", Place: "9"}},
				Barred:   []grouping.Barred{{Person: "a", Place: ""}},
			}},
			[]string{
				"rules.apart[0].people[0]: grouping/unknown-person",
				"rules.barred[0].place: grouping/unknown-place",
				"rules.fixed[0].person: grouping/unknown-person",
				"rules.fixed[0].place: grouping/unknown-place",
				"rules.together[0].people[1]: grouping/unknown-person",
				"rules.together[1].people: grouping/needs-two",
				"rules.together[2].people[1]: grouping/twice",
			},
			"rules about nobody, about one, about one twice",
		},
		{
			"kinds",
			problem{People: four, Places: two, Rules: rules{
				AtLeast:  []grouping.AtLeast{{Kind: sex("f")}, {Kind: sex("x"), Count: 1}, {Kind: sex(""), Count: 1}},
				AtMost:   []grouping.AtMost{{Kind: sex("f"), Count: -1, Places: []grouping.PlaceID{"1", "1", "9"}}},
				NotAlone: []grouping.NotAlone{{Kind: sex(""), Count: 1}, {Kind: grouping.Kind{Attribute: "age"}}},
				Whole:    []grouping.Whole{{Kind: sex("x")}},
			}},
			[]string{
				"rules.atLeast[0].count: grouping/out-of-range",
				"rules.atLeast[1].kind.value: grouping/unknown-value",
				"rules.atLeast[2].kind.value: grouping/no-value",
				"rules.atMost[0].count: grouping/out-of-range",
				"rules.atMost[0].places[1]: grouping/twice",
				"rules.atMost[0].places[2]: grouping/unknown-place",
				"rules.notAlone[0].count: grouping/out-of-range",
				"rules.notAlone[1].kind.attribute: grouping/unknown-attribute",
				"rules.whole[0].kind.value: grouping/unknown-value",
			},
			"a kind nobody is of is a slip of the pen",
		},
		{
			"weights",
			problem{People: append(people("z/f"), four...), Places: two, Rules: rules{
				Apart: []grouping.Apart{
					{People: ids("a b"), Soft: grouping.Soft{Weight: -1, Level: -1}},
					{People: ids("a b"), Soft: grouping.Soft{Weight: math.MaxInt, Level: 4}},
					{People: ids("a b"), Soft: grouping.Soft{Weight: grouping.MaxRuleWeight, Level: 3}},
				},
				Roles: []grouping.Role{{ID: "chair", Count: 1, Soft: grouping.Soft{Level: 2}}},
			}},
			[]string{
				"rules.apart[0].soft.level: grouping/out-of-range",
				"rules.apart[0].soft.weight: grouping/out-of-range",
				"rules.apart[1].soft.level: grouping/out-of-range",
				"rules.apart[1].soft.weight: grouping/out-of-range",
				"rules.roles[0].soft.level: grouping/level-of-hard",
			},
			"weights are positive and bounded; a hard rule has no level",
		},
		{
			"two kinds",
			problem{People: four, Places: two, Rules: rules{
				Served:   []grouping.Served{{Kind: sex("f"), By: sex("x"), Count: -1}, {Kind: sex(""), By: sex("")}},
				Separate: []grouping.Separate{{Kind: sex("m"), From: sex("m")}, {Kind: sex("x"), From: sex("f")}},
				Spread:   []grouping.Spread{{Kind: sex("x")}, {Kind: sex("")}},
			}},
			[]string{
				"rules.separate[0].from: grouping/of-both",
				"rules.separate[0].from: grouping/of-both",
				"rules.separate[0].from: grouping/of-both",
				"rules.separate[1].kind.value: grouping/unknown-value",
				"rules.served[0].by.value: grouping/unknown-value",
				"rules.served[0].count: grouping/out-of-range",
				"rules.served[1].by.value: grouping/no-value",
				"rules.served[1].kind.value: grouping/no-value",
				"rules.spread[0].kind.value: grouping/unknown-value",
			},
			"nobody can be kept apart from themselves",
		},
		{
			"roles",
			problem{People: four, Places: two, Rules: rules{Roles: []grouping.Role{
				{ID: "chair", Count: 1},
				{ID: "chair", Count: 0, Floor: -1, Who: sex("x")},
				{Count: 1, Who: sex("")},
			}}},
			[]string{
				"rules.roles[1].count: grouping/out-of-range",
				"rules.roles[1].floor: grouping/out-of-range",
				"rules.roles[1].id: grouping/twice",
				"rules.roles[1].who.value: grouping/unknown-value",
				"rules.roles[2].id: roster/no-id",
				"rules.roles[2].who.value: grouping/no-value",
			},
			"a role is asked for once, of people there are",
		},
		{
			"objective",
			problem{People: four, Places: two, Objective: grouping.Objective{Balance: []grouping.Balance{
				{Attribute: "sex", Level: 4, Weight: 101},
				{Attribute: "sex", Level: -1, Weight: -1},
				{Attribute: "age"},
			}}},
			[]string{
				"objective.balance[0].level: grouping/out-of-range",
				"objective.balance[0].weight: grouping/out-of-range",
				"objective.balance[1].attribute: grouping/twice",
				"objective.balance[1].level: grouping/out-of-range",
				"objective.balance[1].weight: grouping/out-of-range",
				"objective.balance[2].attribute: grouping/unknown-attribute",
			},
			"levels and weights have bounds",
		},
		{
			"too large",
			problem{
				People: make([]grouping.Person, grouping.MaxPeople+1), Places: make([]grouping.Place, grouping.MaxPlaces+1),
				Rules: rules{
					Fixed: make([]grouping.Fixed, grouping.MaxRules+1),
					Roles: make([]grouping.Role, grouping.MaxRoles+1),
				},
				Objective: grouping.Objective{Balance: make([]grouping.Balance, grouping.MaxGoals+1)},
			},
			[]string{
				"objective.balance: grouping/too-many", "people: grouping/too-many", "places: grouping/too-many",
				"rules: grouping/too-many", "rules.roles: grouping/too-many",
			},
			"what is too large is not looked at closely",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for f := range c.p.Validate().All() {
				got = append(got, fmt.Sprintf("%s: %s", f.Path(), f.Code()))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if _, err := grouping.Allocate(t.Context(), c.p, nil); (err != nil) != (c.want != nil) {
				t.Errorf("allocate: %v", err)
			}
			if _, ps := grouping.Check(c.p, grouping.Draft{}); !ps.Failed() {
				t.Errorf("check finds nothing in an empty draft")
			}
		})
	}
}

func TestCells(t *testing.T) {
	p := grouping.Problem{Places: grouping.Numbered(2000)}
	for i := range 10_000 {
		id := fmt.Sprint(i)
		p.People = append(p.People, grouping.Person{ID: roster.PersonID(id), Attributes: map[string]string{"name": id}})
	}
	p.Objective.Balance = []grouping.Balance{{Attribute: "name"}}
	_, err := grouping.Allocate(t.Context(), p, nil)
	if err == nil || !strings.Contains(err.Error(), "at most 16000000") {
		t.Errorf("twenty million counters: %v", err)
	}
	p.Objective = grouping.Objective{}
	if _, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: -1}); err == nil {
		t.Error("a negative number of steps is accepted")
	}
}

func TestRulesAreListed(t *testing.T) {
	if _, err := check.NewCatalog(grouping.Rules()); err != nil {
		t.Error(err)
	}
}

func TestTokens(t *testing.T) {
	for i, s := range []grouping.Sizing{grouping.Even, grouping.NearEven, grouping.Within} {
		text, err := s.MarshalText()
		var back grouping.Sizing
		if err != nil || back.UnmarshalText(text) != nil || back != s || s.String() != string(text) {
			t.Errorf("%v: %q, %v, back %v", s, text, err, back)
		}
		if want := []string{"均等", "尽量均等", "限额内自由"}[i]; s.Label() != want {
			t.Errorf("label %s, want %s", s.Label(), want)
		}
	}
	labels := []string{"", "已证最优", "局部最优", "步数用尽", "中途停止", "人工调整"}
	for s := grouping.Optimal; s <= grouping.Drafted; s++ {
		text, err := s.MarshalText()
		var back grouping.Status
		if err != nil || back.UnmarshalText(text) != nil || back != s || s.String() != string(text) {
			t.Errorf("%v: %q, %v, back %v", s, text, err, back)
		}
		if s.Label() != labels[s] {
			t.Errorf("label %s, want %s", s.Label(), labels[s])
		}
	}
	if grouping.Sizing(7).Label() != "" || grouping.Status(7).Label() != "" {
		t.Error("an unknown value has a label")
	}
	var status grouping.Status
	var sizing grouping.Sizing
	if _, err := status.MarshalText(); err == nil || status.String() != "Status(0)" {
		t.Errorf("the zero Status is written, or named %s", status)
	}
	if _, err := grouping.Sizing(7).MarshalText(); err == nil || status.UnmarshalText(nil) == nil || sizing.UnmarshalText([]byte("EVEN")) == nil {
		t.Error("an unknown token is accepted")
	}
	if got := len(slices.Collect(func(yield func(int) bool) {
		for range (grouping.RuleLists{}).All() {
			yield(1)
		}
	})); got != 0 {
		t.Errorf("no rules, yet %d", got)
	}
}
