package grouping_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/grouping"
)

// propDeltas: what the engine foretells of a change is what comes of it, and a wide
// scale orders as Values do.
func propDeltas(t *rapid.T) {
	if err := grouping.CheckDeltas(genProblem(t, 20), rapid.Uint64().Draw(t, "seed")); err != nil {
		t.Fatal(err)
	}
}

func TestDeltas(t *testing.T) { rapid.Check(t, propDeltas) }

// propSearched: the exact search alone, without a start, finds the optimum.
func propSearched(t *rapid.T) {
	p := genProblem(t, few)
	want, possible := exhaust(p)
	got, found, complete := grouping.Searched(p)
	if !complete || found != possible || found && got != want {
		t.Fatalf("found %v %v, complete %v; there is %v %v", found, got, complete, possible, want)
	}
}

func TestSearched(t *testing.T) {
	t.Parallel() // the calls are safe side by side
	rapid.Check(t, propSearched)
}

// TestAlike: places that only a weighted rule tells apart are not exchanged.
func TestAlike(t *testing.T) {
	weighted := grouping.Soft{Weight: 1}
	for _, c := range []struct {
		rules grouping.RuleLists
		why   string
	}{
		{grouping.RuleLists{AtMost: []grouping.AtMost{{Kind: kindOf("sex", "f"), Places: []grouping.PlaceID{"2"}, Soft: weighted}}}, "no women in the second"},
		{grouping.RuleLists{AtLeast: []grouping.AtLeast{{Kind: kindOf("sex", "f"), Count: 2, Places: []grouping.PlaceID{"1"}, Soft: weighted}}}, "two women in the first"},
		{grouping.RuleLists{Fixed: []grouping.Fixed{{Person: "d", Place: "1", Soft: weighted}}, Together: []grouping.Together{{People: ids("a b")}}}, "d in the first"},
		{grouping.RuleLists{Barred: []grouping.Barred{{Person: "d", Place: "2", Soft: weighted}}, Together: []grouping.Together{{People: ids("a b")}}}, "d not in the second"},
	} {
		p := grouping.Problem{People: people("a/m b/m c/f d/f"), Places: grouping.Numbered(2), Rules: c.rules}
		g, err := grouping.Allocate(t.Context(), p, nil)
		if err != nil || g.Value() != (grouping.Value{}) {
			t.Errorf("%s: value %v, %v", c.why, g.Value(), err)
		}
	}
}
