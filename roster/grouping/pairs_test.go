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

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// spaced makes n people with random numbers between them.
func spaced(n, groups int, goal grouping.PairGoal, most int32) grouping.Problem {
	random := rand.New(rand.NewPCG(uint64(n), uint64(groups)))
	p := grouping.Problem{Places: grouping.Numbered(groups)}
	pairs := grouping.Pairs{Goal: goal}
	for i := range n {
		id := roster.PersonID(fmt.Sprintf("p%04d", i))
		p.People = append(p.People, grouping.Person{ID: id})
		pairs.People = append(pairs.People, id)
	}
	for range n * (n - 1) / 2 {
		pairs.Distances = append(pairs.Distances, random.Int32N(most+1))
	}
	p.Objective.Pairs = pairs
	return p
}

func TestPairsValidate(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*grouping.Problem)
		want   []string
		why    string
	}{
		{"right", func(*grouping.Problem) {}, nil, "four people have six pairs"},
		{"none", func(p *grouping.Problem) { p.Objective.Pairs = grouping.Pairs{} }, nil, "the zero Pairs asks nothing"},
		{
			"no goal",
			func(p *grouping.Problem) { p.Objective.Pairs.Goal = 0 },
			[]string{"objective.pairs.goal grouping/unknown-pair-goal"},
			"a goal is never guessed",
		},
		{
			"goal 3",
			func(p *grouping.Problem) { p.Objective.Pairs.Goal = 3 },
			[]string{"objective.pairs.goal grouping/unknown-pair-goal"},
			"there are two",
		},
		{
			"short",
			func(p *grouping.Problem) { p.Objective.Pairs.Distances = p.Objective.Pairs.Distances[:5] },
			[]string{"objective.pairs.distances grouping/wrong-shape"},
			"a number is missing",
		},
		{
			"square",
			func(p *grouping.Problem) { p.Objective.Pairs.Distances = make([]int32, 16) },
			[]string{"objective.pairs.distances grouping/wrong-shape"},
			"the numbers above the diagonal are wanted, not the whole table",
		},
		{
			"out of range",
			func(p *grouping.Problem) {
				p.Objective.Pairs.Distances = []int32{0, -1, grouping.MaxDistance, grouping.MaxDistance + 1, 0, 0}
			},
			[]string{"objective.pairs.distances[1] grouping/out-of-range", "objective.pairs.distances[3] grouping/out-of-range"},
			"each is named",
		},
		{
			"strangers",
			func(p *grouping.Problem) { p.Objective.Pairs.People = ids("p0000 p0001 z p0001") },
			[]string{"objective.pairs.people[2] grouping/unknown-person", "objective.pairs.people[3] grouping/twice"},
			"numbers are about people of the problem, each once",
		},
		{
			"level",
			func(p *grouping.Problem) { p.Objective.Pairs.Level = grouping.Levels },
			[]string{"objective.pairs.level grouping/out-of-range"},
			"as for Balance",
		},
		{
			"too many",
			func(p *grouping.Problem) {
				for i := range grouping.MaxPaired {
					p.People = append(p.People, grouping.Person{ID: roster.PersonID(fmt.Sprint("q", i))})
				}
			},
			[]string{"objective.pairs.people grouping/too-many"},
			"a table for more would not fit into memory",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := spaced(4, 2, grouping.Diverse, 9)
			c.change(&p)
			var got []string
			for f := range p.Validate().All() {
				got = append(got, f.Path()+" "+string(f.Code()))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

// TestPairsFlood: a table that is wrong throughout gives a short report.
func TestPairsFlood(t *testing.T) {
	p := spaced(500, 10, grouping.Similar, 9)
	for i := range p.Objective.Pairs.Distances {
		p.Objective.Pairs.Distances[i] = -1
	}
	ps := p.Validate()
	if n := len(slices.Collect(ps.All())); n == 0 || n > 100 {
		t.Errorf("%d findings, want 1 to 100", n)
	}
}

func TestPairGoal(t *testing.T) {
	for g, label := range map[grouping.PairGoal]string{grouping.Diverse: "差异最大", grouping.Similar: "差异最小"} {
		text, err := g.MarshalText()
		var back grouping.PairGoal
		if err != nil || back.UnmarshalText(text) != nil || back != g || g.Label() != label {
			t.Errorf("%v: %q %v, read as %v, label %s", g, text, err, back, g.Label())
		}
	}
	for _, g := range []grouping.PairGoal{0, 3} {
		if _, err := g.MarshalText(); err == nil || g.Label() != "" {
			t.Errorf("%v is not valid", g)
		}
	}
	if err := new(grouping.PairGoal).UnmarshalText([]byte("far")); err == nil {
		t.Error("there is no goal far")
	}
}

// TestPairsPermuted: in which order the table lists people decides nothing.
func TestPairsPermuted(t *testing.T) {
	p := spaced(30, 4, grouping.Diverse, 100)
	q := p
	n := len(p.People)
	at := rand.New(rand.NewPCG(3, 3)).Perm(n)
	q.Objective.Pairs.People, q.Objective.Pairs.Distances = nil, nil
	index := func(i, j int) int {
		i, j = min(i, j), max(i, j)
		return i*(2*n-i-1)/2 + j - i - 1
	}
	for i := range n {
		q.Objective.Pairs.People = append(q.Objective.Pairs.People, p.People[at[i]].ID)
		for j := i + 1; j < n; j++ {
			q.Objective.Pairs.Distances = append(q.Objective.Pairs.Distances, p.Objective.Pairs.Distances[index(at[i], at[j])])
		}
	}
	o := &grouping.Options{MaxSteps: 100_000}
	a, errA := grouping.Allocate(t.Context(), p, o)
	b, errB := grouping.Allocate(t.Context(), q, o)
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	if diff := cmp.Diff(a.Draft(), b.Draft()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPairsRules: pairs and every kind of rule and goal at once.
func TestPairsRules(t *testing.T) {
	p := congress()
	p.People = p.People[560:] // 260 members, and the staff
	p.Places = p.Places[:10]
	p.Rules.Apart = []grouping.Apart{{People: ids("p000700 p000711 p000722")}}
	p.Rules.Together = []grouping.Together{{People: ids("p000701 p000702")}}
	p.Rules.Fixed = []grouping.Fixed{{Person: "p000703", Place: "3"}}
	paired := spaced(260, 10, grouping.Similar, 50).Objective.Pairs
	for i := range paired.People {
		paired.People[i] = p.People[i].ID
	}
	paired.Level = 2
	p.Objective.Pairs = paired
	blind := p
	blind.Objective.Pairs = grouping.Pairs{}
	o := &grouping.Options{MaxSteps: 400_000}
	g, err := grouping.Allocate(t.Context(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	v, ps := grouping.Check(p, g.Draft())
	if ps.Failed() || v != g.Value() {
		t.Fatalf("value %v, checked %v:\n%v", g.Value(), v, ps)
	}
	other, err := grouping.Allocate(t.Context(), blind, o)
	if err != nil {
		t.Fatal(err)
	}
	if without, _ := grouping.Check(p, other.Draft()); v[2]*100 > without[2]*95 {
		t.Errorf("pairs cost %d, %d if nobody looks at them", v[2], without[2])
	}
	sameAfterJSON(t, p, g)
}

// TestPairsProven: up to a dozen people are proven, and more get a bound.
func TestPairsProven(t *testing.T) {
	for _, goal := range []grouping.PairGoal{grouping.Diverse, grouping.Similar} {
		for _, groups := range []int{2, 3, 4, 6} {
			g, err := grouping.Allocate(t.Context(), spaced(12, groups, goal, 100), nil)
			if err != nil || g.Status() != grouping.Optimal {
				t.Errorf("12 people in %d %v groups: status %v, %v", groups, goal, g.Status(), err)
			}
		}
		p := spaced(60, 6, goal, 100)
		g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 2_000_000})
		if err != nil || g.Status() != grouping.LocalOptimum || g.Bound()[1] <= 0 || g.Bound()[1] >= g.Value()[1] {
			t.Errorf("60 people: status %v, value %v, bound %v, %v", g.Status(), g.Value(), g.Bound(), err)
		}
	}
}

// TestPairsTwins: the best is known where people come in kinds.
func TestPairsTwins(t *testing.T) {
	const n, groups = 120, 6
	for goal, want := range map[grouping.PairGoal]int64{
		grouping.Diverse: 0, // set below
		grouping.Similar: 0, // each group is of one kind
	} {
		p := spaced(n, groups, goal, 1)
		kind := func(i int) int { return i * 7 % groups }
		k := 0
		for i := range n {
			for j := i + 1; j < n; j++ {
				p.Objective.Pairs.Distances[k] = 0
				if kind(i) != kind(j) {
					p.Objective.Pairs.Distances[k] = 10
				}
				k++
			}
		}
		if goal == grouping.Diverse {
			// 3 or 4 of each kind in every group: of 190 pairs in a group of 20 at
			// least 28 are of one kind (two kinds of four, four of three, less 4).
			all := int64(n*(n-1)/2-groups*20*19/2) * 10
			within := int64(190-(2*6+4*3)) * 10
			want = all - groups*within
		}
		g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 4_000_000})
		if err != nil || g.Value()[1] != want {
			t.Errorf("%v: value %v, want %d (%v)", goal, g.Value(), want, err)
		}
	}
}

// TestPairsSameBytes is TestSameBytes for pairs: the two widths of the engine, free
// sizes, one long run and a pool, and the engine with rules.
func TestPairsSameBytes(t *testing.T) {
	within := func(p grouping.Problem) grouping.Problem {
		p.Sizes = grouping.Within
		for g := range p.Places {
			p.Places[g].Min, p.Places[g].Max = 5+g%2, 20+3*g
		}
		return p
	}
	ruled := spaced(60, 5, grouping.Similar, 1000)
	ruled.Rules.Apart = []grouping.Apart{{People: ids("p0000 p0001 p0002")}}
	ruled.Rules.Together = []grouping.Together{{People: ids("p0003 p0004")}}
	for _, c := range []struct {
		name string
		p    grouping.Problem
		want string
	}{
		{"pool", spaced(60, 5, grouping.Diverse, 100), "c5b12e157162a9a5"},
		{"wide", spaced(60, 5, grouping.Similar, grouping.MaxDistance), "a0d7c020c770c0a9"},
		{"long", spaced(250, 10, grouping.Diverse, 100), "f220eabb28de810a"},
		{"within", within(spaced(60, 5, grouping.Diverse, 100)), "495ee06d172b4a55"},
		{"within alike", within(spaced(60, 5, grouping.Similar, 100)), "2229171743f5a063"},
		{"rules", ruled, "ed76a021610a29e4"},
		{"exact", spaced(11, 3, grouping.Diverse, 100), "bc10e5084876f1d1"},
	} {
		g, err := grouping.Allocate(t.Context(), c.p, &grouping.Options{Seed: 7, MaxSteps: 500_000})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		data, err := json.Marshal(g)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(data))[:16]; got != c.want {
			t.Errorf("%s: digest %s, want %s; status %v, value %v, bound %v", c.name, got, c.want, g.Status(), g.Value(), g.Bound())
		}
		if v, ps := grouping.Check(c.p, g.Draft()); ps.Failed() || v != g.Value() {
			t.Errorf("%s: value %v, checked %v:\n%v", c.name, g.Value(), v, ps)
		}
		sameAfterJSON(t, c.p, g)
	}
}

// TestPairsParse: a table that does not fit is found when the problem is read.
func TestPairsParse(t *testing.T) {
	p := spaced(4, 2, grouping.Diverse, 9)
	data, err := grouping.AppendProblem(nil, p)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := grouping.ParseProblem(data); err != nil || !cmp.Equal(p, back) {
		t.Errorf("%v (-want +got):\n%s", err, cmp.Diff(p, back))
	}
	p.Objective.Pairs.Distances = nil
	if data, err = grouping.AppendProblem(nil, p); err != nil {
		t.Fatal(err)
	}
	_, err = grouping.ParseProblem(data)
	if ps, ok := errors.AsType[check.Problems](err); !ok || !ps.Failed() {
		t.Errorf("a problem without its table: %v", err)
	}
}

func BenchmarkPairs(b *testing.B) {
	for _, c := range []struct {
		name  string
		p     grouping.Problem
		steps int64
	}{
		{"exact-12-4", spaced(12, 4, grouping.Diverse, 100), 0},
		{"120-10", spaced(120, 10, grouping.Diverse, 100), 200_000_000},
		{"480-20", spaced(480, 20, grouping.Diverse, 100), 200_000_000},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			var g grouping.Groups
			for b.Loop() {
				var err error
				if g, err = grouping.Allocate(b.Context(), c.p, &grouping.Options{MaxSteps: c.steps}); err != nil {
					b.Fatal(err)
				}
			}
			total := int64(0)
			for _, d := range c.p.Objective.Pairs.Distances {
				total += int64(d)
			}
			b.ReportMetric(float64(total-g.Value()[1]), "within")
			b.ReportMetric(float64(total-g.Bound()[1]), "bound")
			b.ReportMetric(float64(g.Steps()), "steps")
		})
	}
}
