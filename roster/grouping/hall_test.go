package grouping_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// crowded is n people in groups, of whom each of the first few is barred from some.
func crowded(t *rapid.T) grouping.Problem {
	groups := rapid.IntRange(2, 5).Draw(t, "groups")
	n := rapid.IntRange(groups, 10).Draw(t, "people")
	p := grouping.Problem{Places: grouping.Numbered(groups), Sizes: grouping.Within}
	for i := range n {
		p.People = append(p.People, grouping.Person{ID: roster.PersonID(fmt.Sprint("p", i))})
	}
	for g := range p.Places {
		p.Places[g].Max = rapid.IntRange(1, 4).Draw(t, "max")
		p.Places[g].Min = rapid.IntRange(1, p.Places[g].Max).Draw(t, "min")
	}
	for i := range n {
		for g := range groups {
			if rapid.IntRange(0, 2).Draw(t, "barred") > 0 {
				p.Rules.Barred = append(p.Rules.Barred, grouping.Barred{Person: p.People[i].ID, Place: p.Places[g].ID})
			}
		}
	}
	return p
}

// matched looks for a place for each person in turn, and counts in no other way than by
// trying.
func matched(p grouping.Problem) bool {
	size := make([]int, len(p.Places))
	var place func(i int) bool
	place = func(i int) bool {
		missing := 0
		for g := range p.Places {
			missing += max(p.Places[g].Min-size[g], 0)
		}
		if missing > len(p.People)-i {
			return false
		}
		if i == len(p.People) {
			return true
		}
		for g := range p.Places {
			barred := slices.Contains(p.Rules.Barred, grouping.Barred{Person: p.People[i].ID, Place: p.Places[g].ID})
			if size[g] < p.Places[g].Max && !barred {
				size[g]++
				if place(i + 1) {
					return true
				}
				size[g]--
			}
		}
		return false
	}
	return place(0)
}

// propHall: of people barred from places of few seats it is said rightly whether there
// is a grouping, and if there is none, the rules named suffice for that.
func propHall(t *rapid.T) {
	p := crowded(t)
	_, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 100_000})
	if want := matched(p); want != (err == nil) || !want && !errors.Is(err, grouping.ErrInfeasible) {
		t.Fatalf("there is a grouping: %v, yet %v", want, err)
	}
	ps, _ := errors.AsType[check.Problems](err)
	for f := range ps.All() {
		rules := []string{f.Path()}
		for _, arg := range f.Args() {
			if arg.Key == "rules" {
				rules = append(rules, arg.List...)
			}
		}
		if matched(without(p, func(path string) bool { return slices.Contains(rules, path) })) {
			t.Fatalf("%v can be kept, yet: %v", rules, f)
		}
	}
}

func TestHall(t *testing.T) { rapid.Check(t, propHall) }

func FuzzHall(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propHall)) }

// TestLargeConflict: among a thousand people and thousands of rules that have no part in
// it, the few that contradict each other are named, and no other.
func TestLargeConflict(t *testing.T) {
	p := grouping.Problem{Places: grouping.Numbered(40)}
	for i := range 1_000 {
		x := grouping.Person{ID: roster.PersonID(fmt.Sprintf("p%04d", i)), Attributes: map[string]string{"sex": "m"}}
		if i < 41 {
			x.Attributes["sex"] = "f"
		}
		p.People = append(p.People, x)
	}
	for i := range 9_000 { // people who cannot be in the way of anybody
		p.Rules.Barred = append(p.Rules.Barred, grouping.Barred{Person: p.People[100+i%900].ID, Place: p.Places[(i%900*7+i/900)%40].ID})
	}
	// 41 women, never alone, and one in each of the first forty groups: one too few.
	p.Rules.NotAlone = []grouping.NotAlone{{Kind: grouping.Kind{Attribute: "sex", Value: "f"}}}
	p.Rules.AtLeast = []grouping.AtLeast{{Kind: grouping.Kind{Attribute: "sex", Value: "f"}, Count: 1}}
	_, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 400_000})
	ps, _ := errors.AsType[check.Problems](err)
	if !errors.Is(err, grouping.ErrInfeasible) || ps.Count(grouping.Contradiction) != 1 {
		t.Fatal(err)
	}
	for f := range ps.All() {
		for _, arg := range f.Args() {
			if want := []string{"rules.atLeast[0]", "rules.notAlone[0]"}; arg.Key == "rules" && !slices.Equal(arg.List, want) {
				t.Errorf("named %v, want %v", arg.List, want)
			}
		}
	}
}
