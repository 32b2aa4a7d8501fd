package grouping_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

func rotation(n, groups, size, rounds int) grouping.Rotation {
	r := grouping.Rotation{Groups: groups, Size: size, Rounds: rounds}
	for i := range n {
		r.People = append(r.People, roster.PersonID(fmt.Sprintf("p%03d", i)))
	}
	return r
}

// fewest looks at every way to fill two rounds and returns the least number of
// repeats that CheckRounds accepts: the first round may be any that it accepts, as
// all are alike but for names.
func fewest(r grouping.Rotation) int64 {
	var all []grouping.Round
	at := make([]int, len(r.People))
	one := r
	one.Rounds = 1
	for {
		round := grouping.Round{Groups: make([]grouping.RoundGroup, r.Groups)}
		for i, g := range at {
			group := &round.Groups[g]
			group.Members = append(group.Members, r.People[i])
			group.Convener = r.People[i]
		}
		if _, ps := grouping.CheckRounds(one, []grouping.Round{round}); !ps.Failed() {
			all = append(all, round)
		}
		i := 0
		for ; i < len(at); i++ {
			if at[i]++; at[i] < r.Groups {
				break
			}
			at[i] = 0
		}
		if i == len(at) {
			break
		}
	}
	least := int64(1 << 62)
	for _, second := range all {
		repeats, _ := grouping.CheckRounds(r, []grouping.Round{all[0], second})
		least = min(least, repeats)
	}
	return least
}

func TestRotateFewest(t *testing.T) {
	for n := 2; n <= 7; n++ {
		for groups := 1; groups <= min(n, 3); groups++ {
			r := rotation(n, groups, 0, 2)
			got, err := grouping.Rotate(t.Context(), r, &grouping.Options{MaxSteps: 20_000})
			want := fewest(r)
			if err != nil || got.Repeats() != want || got.Bound() > want {
				t.Errorf("%d people, %d groups: %d repeats, bound %d, the fewest are %d (%v)", n, groups, got.Repeats(), got.Bound(), want, err)
			}
		}
	}
}

// propRotate: whatever is asked, the checker finds no fault, counts the same repeats,
// not below the bound, conveners change, and the rounds survive JSON.
func propRotate(t *rapid.T) {
	n := rapid.IntRange(1, 40).Draw(t, "people")
	r := rotation(n, rapid.IntRange(1, min(n, 9)).Draw(t, "groups"), rapid.SampledFrom([]int{0, 1, 2, 3, 5, 50}).Draw(t, "size"),
		rapid.IntRange(1, 12).Draw(t, "rounds"))
	o := &grouping.Options{Seed: rapid.Uint64().Draw(t, "seed"), MaxSteps: 5_000}
	got, err := grouping.Rotate(t.Context(), r, o)
	if err != nil {
		t.Fatal(err)
	}
	var rounds []grouping.Round
	for k, round := range got.All() {
		if rounds = append(rounds, round); k != len(rounds) {
			t.Fatalf("round %d stands at %d", k, len(rounds))
		}
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
				again += n - 1
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

func TestRotate(t *testing.T) { rapid.Check(t, propRotate) }

func FuzzRotate(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRotate)) }

// TestRotateKnown: cases of the literature.
func TestRotateKnown(t *testing.T) {
	for _, c := range []struct {
		groups, size, rounds int
		most                 int64
		status               grouping.Status
		why                  string
	}{
		{8, 4, 8, 0, grouping.Optimal, "eight groups are a field"},
		{8, 4, 9, 0, grouping.Optimal, "and the rows of four blocks are one round more"},
		{7, 7, 8, 0, grouping.Optimal, "an affine plane: everybody meets everybody once"},
		{5, 3, 7, 0, grouping.Optimal, "the fifteen schoolgirls"},
		{10, 6, 6, 0, grouping.Optimal, "ten groups are no field"},
		{10, 8, 5, 5, grouping.StepLimit, "the best that is known has few repeats"},
		{4, 4, 6, 24, grouping.Optimal, "after five rounds all have met, a sixth repeats every meeting"},
	} {
		r := rotation(c.groups*c.size, c.groups, c.size, c.rounds)
		got, err := grouping.Rotate(t.Context(), r, &grouping.Options{MaxSteps: 6_000_000})
		if err != nil || got.Repeats() > c.most || got.Status() != c.status {
			t.Errorf("%d-%d-%d: %d repeats, want at most %d; status %v, want %v: %s (%v)",
				c.groups, c.size, c.rounds, got.Repeats(), c.most, got.Status(), c.status, c.why, err)
		}
	}
}

// TestRotateFair: who sits out and who convenes goes round.
func TestRotateFair(t *testing.T) {
	r := rotation(14, 3, 4, 7) // two sit out in each of seven rounds
	got, err := grouping.Rotate(t.Context(), r, &grouping.Options{MaxSteps: 100_000})
	if err != nil {
		t.Fatal(err)
	}
	out, convened := map[roster.PersonID]int{}, map[roster.PersonID]int{}
	for _, round := range got.All() {
		for _, id := range round.Out {
			out[id]++
		}
		for _, g := range round.Groups {
			convened[g.Convener]++
		}
	}
	for _, id := range r.People {
		if out[id] != 1 || convened[id] < 1 || convened[id] > 2 {
			t.Errorf("%s sits out %d times and convenes %d times, want 1 and 1 or 2", id, out[id], convened[id])
		}
	}
	first := got.Meetings("p002", "p003")
	for _, k := range first {
		for n, round := range got.All() {
			has := slices.ContainsFunc(round.Groups, func(g grouping.RoundGroup) bool {
				return slices.Contains(g.Members, "p002") && slices.Contains(g.Members, "p003")
			})
			if has != slices.Contains(first, n) {
				t.Errorf("round %d: share a group %v, Meetings %v (%d)", n, has, first, k)
			}
		}
	}
	if got.Meetings("p002", "p002") != nil || got.Meetings("p002", "z") != nil {
		t.Error("nobody meets oneself or a stranger")
	}
}

func TestRotationValidate(t *testing.T) {
	for _, c := range []struct {
		name string
		r    grouping.Rotation
		want []string
	}{
		{"zero", grouping.Rotation{}, []string{"groups grouping/out-of-range", "people grouping/no-people", "rounds grouping/out-of-range"}},
		{"too many groups", rotation(3, 4, 0, 1), []string{"groups grouping/out-of-range"}},
		{"too many rounds", rotation(3, 1, 0, grouping.MaxRounds+1), []string{"rounds grouping/out-of-range"}},
		{"negative size", rotation(3, 1, -1, 1), []string{"size grouping/out-of-range"}},
		{"twice", grouping.Rotation{People: ids("a b a"), Groups: 1, Rounds: 1}, []string{"people[2] grouping/twice"}},
		{"too many people", rotation(grouping.MaxRotating+1, 1, 0, 1), []string{"people grouping/too-many"}},
	} {
		var got []string
		for f := range c.r.Validate().All() {
			got = append(got, f.Path()+" "+string(f.Code()))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if _, err := grouping.Rotate(t.Context(), c.r, nil); err == nil {
			t.Errorf("%s: rotated", c.name)
		}
	}
}

// TestCheckRounds: each fault is found at its place.
func TestCheckRounds(t *testing.T) {
	r := rotation(5, 2, 2, 2)
	right := func() []grouping.Round {
		return []grouping.Round{
			{Groups: []grouping.RoundGroup{{"p001", ids("p001 p002")}, {"p004", ids("p003 p004")}}, Out: ids("p000")},
			{Groups: []grouping.RoundGroup{{"p000", ids("p000 p002")}, {"p003", ids("p004 p003")}}, Out: ids("p001")},
		}
	}
	for _, c := range []struct {
		name   string
		change func([]grouping.Round) []grouping.Round
		want   []string
	}{
		{"right", func(r []grouping.Round) []grouping.Round { return r }, nil},
		{"one round", func(r []grouping.Round) []grouping.Round { return r[:1] }, []string{"rounds grouping/wrong-count"}},
		{"a stranger convenes", func(r []grouping.Round) []grouping.Round {
			r[1].Groups[0].Convener = "p003"
			return r
		}, []string{"rounds[1].groups[0].convener grouping/not-member"}},
		{"unknown", func(r []grouping.Round) []grouping.Round {
			r[0].Groups[0].Members[1] = "z"
			return r
		}, []string{"rounds[0] grouping/not-placed", "rounds[0].groups[0].members[1] grouping/unknown-person"}},
		{"twice", func(r []grouping.Round) []grouping.Round {
			r[0].Out[0] = "p004"
			return r
		}, []string{"rounds[0] grouping/not-placed", "rounds[0].groups[1].members[1] grouping/placed-twice"}},
		{"sits out twice", func(r []grouping.Round) []grouping.Round {
			r[1].Groups[0].Convener, r[1].Groups[0].Members[0], r[1].Out[0] = "p001", "p001", "p000"
			return r
		}, []string{"people[0] grouping/wrong-count"}},
		{"a group too many", func(r []grouping.Round) []grouping.Round {
			r[0].Groups = append(r[0].Groups, grouping.RoundGroup{Convener: "p000", Members: ids("p000")})
			r[0].Out = nil
			return r
		}, []string{"rounds[0].groups grouping/wrong-count", "rounds[0].groups[2].members grouping/wrong-count", "rounds[0].out grouping/wrong-count"}},
	} {
		repeats, ps := grouping.CheckRounds(r, c.change(right()))
		var got []string
		for f := range ps.All() {
			got = append(got, f.Path()+" "+string(f.Code()))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if c.want == nil && repeats != 1 {
			t.Errorf("%s: %d repeats, want p003 and p004 once", c.name, repeats)
		}
	}
}

// TestParseRounds: what rounds say of themselves is reckoned anew.
func TestParseRounds(t *testing.T) {
	r := rotation(12, 3, 0, 4)
	got, err := grouping.Rotate(t.Context(), r, &grouping.Options{MaxSteps: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{`"status":"` + got.Status().String() + `"`, `"status":"local-optimum"`},
		{fmt.Sprintf(`"repeats":%d`, got.Repeats()), `"repeats":999`},
		{fmt.Sprintf(`"bound":%d`, got.Bound()), `"bound":-1`},
		{fmt.Sprintf(`"steps":%d`, got.Steps()), `"steps":-1`},
		{`"p003"`, `"p004"`},
		{`grouping.rounds/1`, `grouping.rounds/2`},
		{`"seed"`, `"sead"`},
	} {
		bad := strings.Replace(string(data), c[0], c[1], 1)
		_, err := grouping.ParseRounds([]byte(bad), r)
		if ps, ok := errors.AsType[check.Problems](err); bad == string(data) || !ok || !ps.Failed() {
			t.Errorf("%s instead of %s is accepted: %v", c[1], c[0], err)
		}
	}
}

func TestRotateInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	reason := errors.New("the printer waits")
	r := rotation(80, 10, 8, 9)
	got, err := grouping.Rotate(ctx, r, &grouping.Options{Progress: func(p grouping.Progress) {
		if p.Steps > 50_000 {
			cancel(reason)
		}
	}})
	if !errors.Is(err, reason) || got.Status() != grouping.Interrupted || got.Len() != 9 || got.Steps() > 100_000 {
		t.Errorf("%v, status %v, %d rounds, %d steps", err, got.Status(), got.Len(), got.Steps())
	}
}

func ExampleRotate() {
	rounds, err := grouping.Rotate(context.Background(), grouping.Rotation{
		People: []roster.PersonID{"a", "b", "c", "d", "e", "f", "g", "h", "i"},
		Groups: 3,
		Rounds: 4,
	}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for k, round := range rounds.All() {
		fmt.Print(k)
		for _, g := range round.Groups {
			fmt.Print("  ", g.Members, " led by ", g.Convener)
		}
		fmt.Println()
	}
	fmt.Println(rounds.Repeats(), "repeats,", rounds.Status())
	// Output:
	// 1  [a d g] led by a  [b e h] led by b  [c f i] led by c
	// 2  [a f h] led by f  [b d i] led by d  [c e g] led by e
	// 3  [a e i] led by i  [b f g] led by g  [c d h] led by h
	// 4  [a b c] led by a  [d e f] led by d  [g h i] led by g
	// 0 repeats, optimal
}

func BenchmarkRotate(b *testing.B) {
	for _, c := range [][3]int{{8, 4, 9}, {5, 3, 7}, {10, 6, 6}, {10, 8, 5}, {8, 4, 10}, {25, 20, 25}} {
		b.Run(fmt.Sprintf("%d-%d-%d", c[0], c[1], c[2]), func(b *testing.B) {
			b.ReportAllocs()
			r := rotation(c[0]*c[1], c[0], c[1], c[2])
			var got grouping.Rounds
			for b.Loop() {
				var err error
				if got, err = grouping.Rotate(b.Context(), r, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(got.Repeats()), "repeats")
			b.ReportMetric(float64(got.Bound()), "bound")
			b.ReportMetric(float64(got.Steps()), "steps")
		})
	}
}
