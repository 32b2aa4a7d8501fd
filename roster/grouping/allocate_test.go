package grouping_test

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// propOptimum: on problems small enough to look at every assignment, Allocate finds
// the best value and proves it, or says rightly that there is no grouping. The
// independent checker finds no fault, and the grouping survives JSON.
func propOptimum(t *rapid.T) {
	p := genProblem(t, exhaustible)
	if ps := p.Validate(); ps.Failed() {
		t.Fatalf("generated problem is invalid:\n%v", ps)
	}
	want, found := exhaust(p)
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{Seed: rapid.Uint64().Draw(t, "seed")})
	switch {
	case found && err != nil:
		t.Fatalf("there is a grouping of value %v: %v", want, err)
	case !found && !errors.Is(err, grouping.ErrInfeasible):
		t.Fatalf("there is no grouping: %v", err)
	case !found:
		confirmConflict(t, p, err)
		return
	}
	v, ps := grouping.Check(p, g.Draft())
	if ps.Failed() {
		t.Fatalf("breaks rules:\n%v", ps)
	}
	if v != want || g.Value() != want || g.Bound() != want || g.Status() != grouping.Optimal {
		t.Fatalf("value %v, checked %v, bound %v, status %v; want the optimum %v", g.Value(), v, g.Bound(), g.Status(), want)
	}
	sameAfterJSON(t, p, g)
}

// confirmConflict looks at what an impossible problem is said to fail on: the rules
// that a finding names suffice to make it impossible, and of those that a
// contradiction names none may be left out.
func confirmConflict(t *rapid.T, p grouping.Problem, err error) {
	t.Helper()
	ps, ok := errors.AsType[check.Problems](err)
	if !ok {
		t.Fatalf("no report: %v", err)
	}
	for f := range ps.All() {
		rules := []string{f.Path()}
		for _, arg := range f.Args() {
			if arg.Key == "rules" {
				rules = append(rules, arg.List...)
			}
		}
		if keepable(without(p, func(path string) bool { return slices.Contains(rules, path) })) {
			t.Fatalf("%v can be kept together, yet: %v", rules, f)
		}
		if f.Code() != grouping.Contradiction {
			continue
		}
		for _, one := range rules {
			if !keepable(without(p, func(path string) bool { return path != one && slices.Contains(rules, path) })) {
				t.Fatalf("%v cannot be kept even without %s", rules, one)
			}
		}
	}
}

func sameAfterJSON(t interface {
	Helper()
	Fatalf(string, ...any)
}, p grouping.Problem, g grouping.Groups,
) {
	t.Helper()
	data, err := json.Marshal(g)
	if err != nil {
		t.Fatalf("marshal: %v", err)
	}
	back, err := grouping.ParseGroups(data, p)
	if err != nil {
		t.Fatalf("parse %s: %v", data, err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(data) {
		t.Fatalf("round trip (%v) (-want +got):\n%s", err, cmp.Diff(string(data), string(again)))
	}
}

func TestOptimum(t *testing.T) {
	t.Parallel() // the calls are safe side by side
	rapid.Check(t, propOptimum)
}

func FuzzOptimum(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propOptimum)) }

// propOrder: the order of the people and of the rules decides nothing, and the
// names of the places nothing but names.
func propOrder(t *rapid.T) {
	p := genProblem(t, 40)
	q := p
	q.People = rapid.Permutation(p.People).Draw(t, "people")
	q.Rules.Together = rapid.Permutation(p.Rules.Together).Draw(t, "together")
	q.Rules.Apart = rapid.Permutation(p.Rules.Apart).Draw(t, "apart")
	q.Rules.AtLeast = rapid.Permutation(p.Rules.AtLeast).Draw(t, "atLeast")
	q.Rules.AtMost = rapid.Permutation(p.Rules.AtMost).Draw(t, "atMost")
	q.Rules.Fixed = rapid.Permutation(p.Rules.Fixed).Draw(t, "fixed")
	q.Rules.Barred = rapid.Permutation(p.Rules.Barred).Draw(t, "barred")
	q.Rules.Served = rapid.Permutation(p.Rules.Served).Draw(t, "served")
	name := map[grouping.PlaceID]grouping.PlaceID{}
	q.Places = slices.Clone(p.Places)
	for i := range q.Places {
		q.Places[i].ID = grouping.PlaceID(fmt.Sprintf("room %d", 99-i))
		name[p.Places[i].ID] = q.Places[i].ID
	}
	renamed := func(ids []grouping.PlaceID) (out []grouping.PlaceID) {
		for _, id := range ids {
			out = append(out, name[id])
		}
		return out
	}
	q.Rules.Fixed = slices.Clone(q.Rules.Fixed)
	for i := range q.Rules.Fixed {
		q.Rules.Fixed[i].Place = name[q.Rules.Fixed[i].Place]
	}
	q.Rules.Barred = slices.Clone(q.Rules.Barred)
	for i := range q.Rules.Barred {
		q.Rules.Barred[i].Place = name[q.Rules.Barred[i].Place]
	}
	q.Rules.AtLeast = slices.Clone(q.Rules.AtLeast)
	for i := range q.Rules.AtLeast {
		q.Rules.AtLeast[i].Places = renamed(q.Rules.AtLeast[i].Places)
	}
	q.Rules.AtMost = slices.Clone(q.Rules.AtMost)
	for i := range q.Rules.AtMost {
		q.Rules.AtMost[i].Places = renamed(q.Rules.AtMost[i].Places)
	}
	o := &grouping.Options{MaxSteps: 20_000}
	a, errA := grouping.Allocate(t.Context(), p, o)
	b, errB := grouping.Allocate(t.Context(), q, o)
	if (errA == nil) != (errB == nil) || errors.Is(errA, grouping.ErrInfeasible) != errors.Is(errB, grouping.ErrInfeasible) {
		t.Fatalf("one way %v, the other %v", errA, errB)
	}
	if errA != nil {
		return
	}
	want := a.Draft()
	for i := range want.Groups {
		want.Groups[i].Place = name[want.Groups[i].Place]
	}
	if diff := cmp.Diff(want, b.Draft()); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if a.Value() != b.Value() || a.Bound() != b.Bound() || a.Status() != b.Status() || a.Steps() != b.Steps() {
		t.Fatalf("%v %v %v %d, then %v %v %v %d", a.Value(), a.Bound(), a.Status(), a.Steps(), b.Value(), b.Bound(), b.Status(), b.Steps())
	}
}

func TestOrder(t *testing.T) {
	t.Parallel() // the calls are safe side by side
	rapid.Check(t, propOrder)
}

func FuzzOrder(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propOrder)) }

// propLarge: on problems too large to search through, what comes back keeps every
// rule, has the value the checker finds, is not better than its bound, and survives
// JSON; a local optimum is one.
func propLarge(t *rapid.T) {
	p := genProblem(t, 40)
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 100_000})
	if err != nil {
		return
	}
	v, ps := grouping.Check(p, g.Draft())
	if ps.Failed() || v != g.Value() {
		t.Fatalf("value %v, checked %v:\n%v", g.Value(), v, ps)
	}
	if g.Bound().Compare(v) > 0 || (g.Bound() == v) != (g.Status() == grouping.Optimal) {
		t.Fatalf("value %v, bound %v, status %v", v, g.Bound(), g.Status())
	}
	sameAfterJSON(t, p, g)
	for _, x := range p.People {
		e, ok := g.Explain(x.ID)
		if !ok || len(e.Others) != len(p.Places)-1 {
			t.Fatalf("no explanation of %s: %+v", x.ID, e)
		}
		confirm(t, p, g, e)
	}
}

// confirm looks at what an explanation says of every other group with the checker.
func confirm(t *rapid.T, p grouping.Problem, g grouping.Groups, e grouping.Explanation) {
	t.Helper()
	for _, a := range e.Others {
		to := func(swap []roster.PersonID) (grouping.Value, bool) {
			at := make([]int, len(p.People))
			for i, x := range p.People {
				place, _ := g.Place(x.ID)
				if slices.Contains(e.Unit, x.ID) {
					place = a.Place
				} else if slices.Contains(swap, x.ID) {
					place = e.Place
				}
				at[i] = slices.IndexFunc(p.Places, func(q grouping.Place) bool { return q.ID == place })
			}
			d, ok := appointed(p, draft(p, at))
			v, ps := grouping.Check(p, d)
			return v, ok && !ps.Failed()
		}
		v, kept := to(nil)
		if kept != (a.Breaks == nil) {
			t.Fatalf("moving %v to %s: keeps the rules %v, said to break %v", e.Unit, a.Place, kept, a.Breaks)
		}
		if got := v.Sub(g.Value()); got != a.Change {
			t.Fatalf("moving %v to %s changes %v, said to be %v", e.Unit, a.Place, got, a.Change)
		}
		if kept && a.Change.Compare(grouping.Value{}) < 0 && g.Status() != grouping.StepLimit {
			t.Fatalf("moving %v to %s is better, yet the status is %v", e.Unit, a.Place, g.Status())
		}
		made := a.ExchangeChange
		if a.Exchange == nil || kept && a.Change.Compare(made) <= 0 {
			made = a.Change
		}
		if made.Compare(grouping.Value{}) > 0 && a.Worse == nil {
			t.Fatalf("%v to %s adds %v, yet nothing gets worse", e.Unit, a.Place, made)
		}
		if a.Exchange == nil {
			continue
		}
		v, kept = to(a.Exchange)
		if got := v.Sub(g.Value()); !kept || got != a.ExchangeChange {
			t.Fatalf("exchange of %v and %v: kept %v, %v; said to be %v", e.Unit, a.Exchange, kept, got, a.ExchangeChange)
		}
		if a.ExchangeChange.Compare(grouping.Value{}) < 0 && g.Status() != grouping.StepLimit {
			t.Fatalf("an exchange with %v is better, yet the status is %v", a.Exchange, g.Status())
		}
	}
}

func TestLarge(t *testing.T) {
	t.Parallel() // the calls are safe side by side
	rapid.Check(t, propLarge)
}

func FuzzLarge(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propLarge)) }

// skewed makes n people with five attributes whose values are taken with very
// different frequency.
func skewed(n, groups int) grouping.Problem {
	random := rand.New(rand.NewPCG(uint64(n), 5))
	p := grouping.Problem{Places: grouping.Numbered(groups)}
	for i := range n {
		x := grouping.Person{ID: roster.PersonID(fmt.Sprintf("p%06d", i)), Attributes: map[string]string{}}
		for k, values := range []int{3, 7, 11, 15, 19} {
			value := min(random.IntN(values), random.IntN(values), random.IntN(values))
			x.Attributes[fmt.Sprint("attribute", k)] = fmt.Sprint(value)
		}
		p.People = append(p.People, x)
	}
	for k := range 5 {
		p.Objective.Balance = append(p.Objective.Balance, grouping.Balance{Attribute: fmt.Sprint("attribute", k)})
	}
	return p
}

// congress is the case of a congress: 820 delegates in 30 groups with a convener of
// rank each, a recorder from the staff, and five attributes to spread.
func congress() grouping.Problem {
	p := skewed(820, 30)
	for i := range p.People {
		if i%11 == 0 {
			p.People[i].Rank = 1 + i%3
		}
		p.People[i].Order = 1 + i*7%820
	}
	for i := range 33 {
		p.People = append(p.People, grouping.Person{
			ID: roster.PersonID(fmt.Sprintf("s%02d", i)), Extra: true,
			Attributes: map[string]string{"post": "staff"},
		})
	}
	p.Rules.Roles = []grouping.Role{
		{ID: grouping.Convener, Count: 1, Floor: 3},
		{ID: grouping.Recorder, Count: 1, Who: grouping.Kind{Attribute: "post", Value: "staff"}},
	}
	p.Rules.Apart = []grouping.Apart{{People: []roster.PersonID{"p000000", "p000011", "p000022"}}}
	p.Rules.Together = []grouping.Together{{People: []roster.PersonID{"p000001", "p000002"}}}
	return p
}

func TestCongress(t *testing.T) {
	p := congress()
	g, err := grouping.Allocate(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	if v, ps := grouping.Check(p, g.Draft()); ps.Failed() || v != (grouping.Value{}) || g.Status() != grouping.Optimal {
		t.Fatalf("value %v, status %v:\n%v", v, g.Status(), ps)
	}
	for place, members := range g.All() {
		size := g.Tallies(place)[0]
		if size.Count < 27 || size.Count > 28 || size.Low != 27 || size.High != 28 {
			t.Errorf("group %s: %+v, want 27 or 28", place, size)
		}
		for _, role := range []string{grouping.Convener, grouping.Recorder} {
			if h := g.Holders(place, role); len(h) != 1 || !slices.Contains(members, h[0]) {
				t.Errorf("group %s: %s %v", place, role, h)
			}
		}
	}
	sameAfterJSON(t, p, g)
}

// TestBound: where the even spread cannot be reached, the bound says by how much,
// and meeting it is a proof.
func TestBound(t *testing.T) {
	base := func() grouping.Problem {
		return grouping.Problem{
			People:    people("a/f b/f c/f d/f e/m f/m g/m h/m i/m j/m k/m l/m m/m n/m o/m p/m q/m r/m s/m t/m"),
			Places:    grouping.Numbered(4),
			Objective: grouping.Objective{Balance: []grouping.Balance{{Attribute: "sex"}}},
		}
	}
	for _, c := range []struct {
		name string
		rule grouping.RuleLists
		want grouping.Value
		best grouping.Value
		how  grouping.Status
		why  string
	}{
		{"free", grouping.RuleLists{}, grouping.Value{}, grouping.Value{}, grouping.Optimal, "one woman and four men each"},
		{
			"fixed",
			grouping.RuleLists{Fixed: []grouping.Fixed{{Person: "a", Place: "1"}, {Person: "b", Place: "1"}, {Person: "c", Place: "1"}}},
			grouping.Value{0, 6},
			grouping.Value{0, 12},
			grouping.LocalOptimum,
			"three women against one cost 4, two groups without cost 1 each; that the men suffer as much is not in the bound",
		},
		{
			"kept together",
			grouping.RuleLists{Together: []grouping.Together{{People: ids("a b c")}}},
			grouping.Value{0, 6},
			grouping.Value{0, 12},
			grouping.LocalOptimum,
			"the same, wherever the three are",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := base()
			p.Rules = c.rule
			g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 200_000})
			if err != nil {
				t.Fatal(err)
			}
			if g.Bound() != c.want || g.Value() != c.best || g.Status() != c.how {
				t.Errorf("value %v, bound %v, status %v; want %v, %v, %v: %s", g.Value(), g.Bound(), g.Status(), c.best, c.want, c.how, c.why)
			}
		})
	}
}

// TestHolders: the highest rank leads, people without rank come last, and a role
// leaves those whom a later role needs.
func TestHolders(t *testing.T) {
	p := grouping.Problem{
		People: people("a/m b/m/3 c/f/2 d/m/5 e/m/4"),
		Places: grouping.Numbered(1),
		Rules: grouping.RuleLists{Roles: []grouping.Role{
			{ID: grouping.Convener, Count: 2},
			{ID: grouping.Recorder, Count: 1, Who: grouping.Kind{Attribute: "sex", Value: "f"}},
			{ID: "porter", Count: 2},
		}},
	}
	g, err := grouping.Allocate(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := [][]roster.PersonID{g.Holders("1", grouping.Convener), g.Holders("1", grouping.Recorder), g.Holders("1", "porter")}
	if diff := cmp.Diff([][]roster.PersonID{ids("b e"), ids("c"), ids("d a")}, got); diff != "" {
		t.Errorf("c ranks highest, but only she may record (-want +got):\n%s", diff)
	}
	if g.Holders("1", "chair") != nil || g.Holders("2", grouping.Convener) != nil || g.Members("2") != nil || g.Tallies("2") != nil {
		t.Error("there is no such role or group")
	}
	if _, ok := g.Place("z"); ok {
		t.Error("there is no such person")
	}
	if _, ok := g.Explain("z"); ok {
		t.Error("there is no such person")
	}
}

// whole is a congress whose delegations stay whole, which no bound proves.
func whole() grouping.Problem {
	p := skewed(300, 9)
	p.Sizes = grouping.NearEven
	for i := range p.People {
		p.People[i].Attributes["delegation"] = fmt.Sprint("d", i*i%31)
	}
	p.Rules.Whole = []grouping.Whole{{Kind: grouping.Kind{Attribute: "delegation"}}}
	for i := range p.Objective.Balance {
		p.Objective.Balance[i].Level = 1 + i%3
		p.Objective.Balance[i].Weight = 1 + i
	}
	return p
}

// TestSameBytes holds the package to its promise: the same bytes for the same
// problem, seed and steps, on every machine. A better search changes the digests.
func TestSameBytes(t *testing.T) {
	t.Parallel() // the calls are safe side by side
	for _, c := range []struct {
		name string
		p    grouping.Problem
		want string
	}{
		{"congress", congress(), "d564389bf940fcf5"},
		{"skewed", skewed(300, 10), "8b2095dbb44e0ca2"},
		{"whole", whole(), "b30965fbfb4a8d9e"},
		{"small", small(), "2c45a872e2aea06e"},
	} {
		g, err := grouping.Allocate(t.Context(), c.p, &grouping.Options{Seed: 7, MaxSteps: 300_000})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		data, err := json.Marshal(g)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(data))[:16]; got != c.want {
			t.Errorf("%s: digest %s, want %s; status %v, value %v, steps %d", c.name, got, c.want, g.Status(), g.Value(), g.Steps())
		}
		sameAfterJSON(t, c.p, g)
	}
}

func BenchmarkAllocate(b *testing.B) {
	cases := []struct {
		name string
		p    grouping.Problem
	}{
		{"congress-820-30", congress()},
		{"skewed-300-10", skewed(300, 10)},
		{"skewed-300-30", skewed(300, 30)},
		{"skewed-3000-30", skewed(3000, 30)},
		{"skewed-3000-100", skewed(3000, 100)},
		{"skewed-3000-300", skewed(3000, 300)},
		{"skewed-100000-1000", skewed(100_000, 1000)},
	}
	for _, c := range cases {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			var g grouping.Groups
			for b.Loop() {
				var err error
				if g, err = grouping.Allocate(b.Context(), c.p, nil); err != nil {
					b.Fatal(err)
				}
			}
			value, bound := int64(0), int64(0)
			for l, v := range g.Value() {
				value, bound = value+v, bound+g.Bound()[l]
			}
			b.ReportMetric(float64(value), "value")
			b.ReportMetric(float64(bound), "bound")
			b.ReportMetric(float64(g.Steps()), "steps")
		})
	}
}
