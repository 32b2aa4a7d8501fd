package seating_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

func orgs(list string) []roster.OrgID {
	var out []roster.OrgID
	for f := range strings.FieldsSeq(list) {
		out = append(out, roster.OrgID(f))
	}
	return out
}

func TestFromDrawn(t *testing.T) {
	list := orgs("Afghanistan Albania Yemen Zambia Zimbabwe")
	got, err := seating.FromDrawn(list, "Yemen")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(orgs("Yemen Zambia Zimbabwe Afghanistan Albania"), got); diff != "" {
		t.Errorf("N16: from the one drawn, then round (-want +got):\n%s", diff)
	}
	_, err = seating.FromDrawn(list, "Xanadu")
	wantAt(t, err, "seating/unknown-drawn", "drawn", "drawn from the list")
	_, err = seating.FromDrawn(orgs("a b a"), "a")
	wantAt(t, err, "seating/listed-twice", "delegations[2]", "each once")
	_, err = seating.FromDrawn(nil, "a")
	wantCode(t, err, "seating/bad-count", "somebody takes part")
}

func TestTurn(t *testing.T) {
	for _, c := range []struct {
		name string
		turn seating.Turn
		list string
		term int
		want string
		why  string
	}{
		{"N22", seating.Turn{Rule: seating.TurnLeft}, "A B C D", 1, "D A B C", "clockwise: everybody one seat to the left, the next one clockwise"},
		{"N22, a round", seating.Turn{Rule: seating.TurnLeft}, "A B C D", 4, "A B C D", "after as many terms as delegations"},
		{"N21, year 2", seating.Turn{Rule: seating.TurnFront, Size: 5}, "1 2 3 4 5 6 7 8 9 10", 1, "3 4 5 6 7 8 9 10 1 2", "the front fifth goes to the back"},
		{"N21, year 3", seating.Turn{Rule: seating.TurnFront, Size: 5}, "1 2 3 4 5 6 7 8 9 10", 2, "5 6 7 8 9 10 1 2 3 4", "again"},
		{"blocks", seating.Turn{Rule: seating.TurnBlocks, Size: 2}, "1 2 3 4 5 6", 1, "3 4 5 6 1 2", "the blocks move on by one"},
	} {
		got, err := c.turn.Delegations(orgs(c.list), c.term)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(orgs(c.want), got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.name, c.why, diff)
		}
	}
	for _, c := range []struct {
		turn seating.Turn
		term int
		code string
	}{
		{seating.Turn{}, 0, "seating/no-choice"},
		{seating.Turn{Rule: seating.TurnFront}, 0, "seating/bad-count"},
		{seating.Turn{Rule: seating.TurnLeft}, -1, "seating/bad-term"},
	} {
		_, err := c.turn.Members([]roster.PersonID{"a"}, c.term)
		wantCode(t, err, c.code, "not a turn")
		if c.code != "seating/bad-term" && c.turn.Period(3) != 0 {
			t.Errorf("%v has a period", c.turn)
		}
	}
}

// propTurns: within a period nobody is left out and nobody is favoured. Every term
// orders the same people; around a table everybody is in every place once; everybody
// is in the front part exactly once; every block is in every block's place once, if
// blocks are full; then all begins anew.
func propTurns(t *rapid.T) {
	turn := seating.Turn{Rule: rapid.SampledFrom([]seating.TurnRule{seating.TurnLeft, seating.TurnFront, seating.TurnBlocks}).Draw(t, "rule"), Size: rapid.IntRange(1, 8).Draw(t, "size")}
	n := rapid.IntRange(1, 40).Draw(t, "n")
	if turn.Rule == seating.TurnBlocks {
		n *= turn.Size
	}
	list := make([]roster.PersonID, n)
	for i, g := range people(n) {
		list[i] = g.ID
	}
	period := turn.Period(n)
	places := map[roster.PersonID]map[int]int{}
	front := map[roster.PersonID]int{}
	for term := range period {
		order, err := turn.Members(list, term)
		if err != nil {
			t.Fatal(err)
		}
		sorted := slices.Sorted(slices.Values(order))
		if !slices.Equal(sorted, slices.Sorted(slices.Values(list))) {
			t.Fatalf("term %d has other people", term)
		}
		for i, id := range order {
			if places[id] == nil {
				places[id] = map[int]int{}
			}
			place := i
			if turn.Rule == seating.TurnBlocks {
				place = i / turn.Size
			}
			places[id][place]++
		}
		if turn.Rule == seating.TurnFront {
			for _, id := range order[:(term+1)*n/turn.Size-term*n/turn.Size] {
				front[id]++
			}
		}
	}
	for _, id := range list {
		switch turn.Rule {
		case seating.TurnFront:
			if front[id] != 1 {
				t.Errorf("%s is in front %d times in %d terms", id, front[id], period)
			}
		default:
			if len(places[id]) != period {
				t.Errorf("%s is in %d places in %d terms", id, len(places[id]), period)
			}
		}
	}
	if again, err := turn.Members(list, period); err != nil || !slices.Equal(again, list) {
		t.Errorf("after %d terms the order is %v, %v", period, again, err)
	}
}

func TestTurnsAreFair(t *testing.T) { rapid.Check(t, propTurns) }

func FuzzTurnsAreFair(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propTurns)) }
