package grouping_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// propRotateRules: with people apart, few who may convene, earlier days and tables of
// different sizes, what comes back passes the checker, which counts the same repeats,
// not below the bound, and survives JSON.
func propRotateRules(t *rapid.T) {
	n := rapid.IntRange(4, 24).Draw(t, "people")
	r := rotation(n, rapid.IntRange(1, min(n, 6)).Draw(t, "groups"), 0, rapid.IntRange(1, 6).Draw(t, "rounds"))
	some := func(most int, name string) []roster.PersonID {
		return rapid.Permutation(r.People).Draw(t, name)[:rapid.IntRange(2, min(most, n)).Draw(t, name)]
	}
	for range rapid.IntRange(0, 3).Draw(t, "apart") {
		r.Apart = append(r.Apart, some(3, "apart"))
	}
	for range rapid.IntRange(0, 6).Draw(t, "met") {
		r.Met = append(r.Met, grouping.Meeting{People: append(some(5, "met"), "a stranger"), Weight: rapid.IntRange(0, 3).Draw(t, "weight")})
	}
	if rapid.Bool().Draw(t, "conveners") {
		r.Conveners = some(n, "conveners")
	}
	if rapid.Bool().Draw(t, "sizes") {
		for g := range r.Groups {
			left := n - (r.Groups - 1 - g)
			for _, size := range r.Sizes {
				left -= size
			}
			r.Sizes = append(r.Sizes, rapid.IntRange(1, max(min(left, 7), 1)).Draw(t, "size"))
		}
	}
	if ps := r.Validate(); ps.Failed() {
		t.Fatalf("%+v is invalid:\n%v", r, ps)
	}
	got, err := grouping.Rotate(t.Context(), r, &grouping.Options{MaxSteps: 20_000})
	if err != nil {
		if !errors.Is(err, grouping.ErrInfeasible) && !errors.Is(err, grouping.ErrUndecided) {
			t.Fatal(err)
		}
		if len(r.Apart) == 0 && len(r.Conveners) == 0 {
			t.Fatalf("nothing stands in the way: %v", err)
		}
		return
	}
	var rounds []grouping.Round
	for _, round := range got.All() {
		rounds = append(rounds, round)
	}
	repeats, ps := grouping.CheckRounds(r, rounds)
	if ps.Failed() || repeats != got.Repeats() || got.Bound() > repeats || (got.Status() == grouping.Optimal) != (got.Bound() == repeats) {
		t.Fatalf("%d repeats, counted %d, bound %d, status %v:\n%v", got.Repeats(), repeats, got.Bound(), got.Status(), ps)
	}
	again := int64(0)
	for _, reason := range got.Again() {
		for _, arg := range reason.Args() {
			if arg.Key == "n" {
				var n int64
				_, _ = fmt.Sscan(arg.Text, &n)
				if again += n; reason.Code() == grouping.MeetAgain {
					again--
				}
			}
		}
	}
	if again != repeats {
		t.Fatalf("%d repeats in words, %d counted", again, repeats)
	}
	data, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	back, err := grouping.ParseRounds(data, r)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	if twice, _ := json.Marshal(back); string(twice) != string(data) {
		t.Fatalf("(-want +got):\n%s", cmp.Diff(string(data), string(twice)))
	}
}

func TestRotateRules(t *testing.T) { rapid.Check(t, propRotateRules) }

func FuzzRotateRules(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRotateRules)) }

// TestRotateKept: what is asked is kept where there is a way.
func TestRotateKept(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(*grouping.Rotation)
		repeats int64
		why     string
	}{
		{"a second day", func(r *grouping.Rotation) {
			r.Met = []grouping.Meeting{{People: r.People[:4]}, {People: r.People[4:8]}, {People: r.People[8:12]}, {People: r.People[12:]}}
		}, 0, "sixteen people in fours meet nobody twice in five rounds: one was yesterday, four are left"},
		{"a day too many", func(r *grouping.Rotation) {
			r.Rounds = 5
			r.Met = []grouping.Meeting{{People: r.People[:4]}, {People: r.People[4:8]}, {People: r.People[8:12]}, {People: r.People[12:]}}
		}, 24, "after five rounds all have met: the sixth repeats every meeting"},
		{"two who may not meet", func(r *grouping.Rotation) {
			r.Apart = [][]roster.PersonID{{"p000", "p001"}, {"p002", "p003", "p004", "p005"}}
		}, 0, "there is a choice of whom not to meet"},
		{"four may convene", func(r *grouping.Rotation) { r.Conveners = r.People[:4] }, 0, "each leads a group in every round, and so they never meet"},
		{"tables of different sizes", func(r *grouping.Rotation) { r.Sizes = []int{3, 4, 4, 4} }, 0, "one sits out in each of four rounds"},
	} {
		r := rotation(16, 4, 0, 4)
		c.change(&r)
		got, err := grouping.Rotate(t.Context(), r, &grouping.Options{MaxSteps: 4_000_000})
		if err != nil || got.Repeats() > c.repeats {
			t.Errorf("%s: %d repeats, want %d: %s (%v)", c.name, got.Repeats(), c.repeats, c.why, err)
			continue
		}
		var rounds []grouping.Round
		for _, round := range got.All() {
			rounds = append(rounds, round)
		}
		if _, ps := grouping.CheckRounds(r, rounds); ps.Failed() {
			t.Errorf("%s:\n%v", c.name, ps)
		}
	}
}

// TestRotateImpossible: what shows by counting is said before any search.
func TestRotateImpossible(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*grouping.Rotation)
		want   string
	}{
		{"three conveners for four groups", func(r *grouping.Rotation) { r.Conveners = r.People[:3] }, "conveners grouping/undersupplied"},
		{"five apart in four groups", func(r *grouping.Rotation) { r.Apart = [][]roster.PersonID{r.People[:5]} }, "apart[0] grouping/oversupplied"},
		{"a convener sits out", func(r *grouping.Rotation) { r.Conveners, r.Size = r.People[:4], 3 }, "conveners grouping/undersupplied"},
	} {
		r := rotation(16, 4, 0, 4)
		c.change(&r)
		_, err := grouping.Rotate(t.Context(), r, nil)
		ps, _ := errors.AsType[check.Problems](err)
		var got []string
		for f := range ps.All() {
			got = append(got, f.Path()+" "+string(f.Code()))
		}
		if !errors.Is(err, grouping.ErrInfeasible) || !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	// Two groups, and three people of whom each two are told apart, pair by pair.
	r := rotation(6, 2, 0, 1)
	r.Apart = [][]roster.PersonID{{"p000", "p001"}, {"p001", "p002"}, {"p000", "p002"}}
	if _, err := grouping.Rotate(t.Context(), r, &grouping.Options{MaxSteps: 10_000}); !errors.Is(err, grouping.ErrUndecided) {
		t.Errorf("a crowd of pairs: %v", err)
	}
}

// TestRotationRulesValidate: each fault of the rules is found at its place.
func TestRotationRulesValidate(t *testing.T) {
	r := rotation(6, 2, 3, 1)
	r.Apart = [][]roster.PersonID{{"p000"}, {"p000", "z"}, {"p001", "p001"}}
	r.Met = []grouping.Meeting{{People: ids("p000 z p000"), Weight: -1}}
	r.Conveners = ids("p000 z")
	r.Sizes = []int{0, 9, 1}
	var got []string
	for f := range r.Validate().All() {
		got = append(got, f.Path()+" "+string(f.Code()))
	}
	want := []string{
		"apart[0] grouping/needs-two",
		"apart[1][1] grouping/unknown-person",
		"apart[2][1] grouping/twice",
		"conveners[1] grouping/unknown-person",
		"met[0].people[2] grouping/twice",
		"met[0].weight grouping/out-of-range",
		"size grouping/out-of-range",
		"sizes grouping/wrong-count",
		"sizes[0] grouping/out-of-range",
		"sizes[1] grouping/out-of-range",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestCheckRoundsRules: who may not meet, and who may not convene, are found.
func TestCheckRoundsRules(t *testing.T) {
	r := rotation(4, 2, 0, 1)
	r.Apart = [][]roster.PersonID{{"p000", "p001"}}
	r.Met = []grouping.Meeting{{People: ids("p002 p003")}}
	r.Conveners = ids("p000 p002")
	r.Sizes = []int{1, 3}
	repeats, ps := grouping.CheckRounds(r, []grouping.Round{{Groups: []grouping.RoundGroup{{"p000", ids("p000 p001")}, {"p003", ids("p002 p003")}}}})
	var got []string
	for f := range ps.All() {
		got = append(got, f.Path()+" "+string(f.Code()))
	}
	want := []string{
		"rounds[0].groups[0].members grouping/wrong-count",
		"rounds[0].groups[0].members[1] grouping/met-apart",
		"rounds[0].groups[1].convener grouping/cannot-convene",
		"rounds[0].groups[1].members grouping/wrong-count",
	}
	if diff := cmp.Diff(want, got); diff != "" || repeats != 1 {
		t.Errorf("%d repeats, want 1 (-want +got):\n%s", repeats, diff)
	}
}

// On the second day of a meeting nobody is to sit with those of the first, a and b are
// not to meet at all, and only the first four convene.
func ExampleRounds_Summary() {
	rounds, err := grouping.Rotate(context.Background(), grouping.Rotation{
		People:    []roster.PersonID{"a", "b", "c", "d", "e", "f", "g", "h", "i"},
		Groups:    3,
		Rounds:    2,
		Met:       []grouping.Meeting{{People: []roster.PersonID{"a", "b", "c"}}, {People: []roster.PersonID{"d", "e", "f"}}, {People: []roster.PersonID{"g", "h", "i"}}},
		Apart:     [][]roster.PersonID{{"a", "b"}},
		Conveners: []roster.PersonID{"a", "b", "c", "d"},
	}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(rounds.Repeats(), "repeats")
	fmt.Println(check.Sentences(check.En, nil, rounds.Summary()...))
	// Output:
	// 0 repeats
	// in 2 rounds everybody meets 4 to 4 others; 18 pairs of people share a group 0 times
}
