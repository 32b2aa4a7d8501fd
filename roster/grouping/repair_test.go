package grouping_test

import (
	"context"
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

// propRepair: with no change a repair is empty and the same; after people dropped out
// and a rule came, every rule is kept, everybody who is elsewhere is listed with a
// reason and nobody else, and the grouping survives JSON.
func propRepair(t *rapid.T) {
	p := genProblem(t, 24)
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 20_000})
	if err != nil {
		return
	}
	o := &grouping.Options{Seed: rapid.Uint64().Draw(t, "seed"), MaxSteps: 50_000}
	same, moves, err := grouping.Repair(t.Context(), p, g.Draft(), o)
	if err != nil || len(moves) > 0 {
		t.Fatalf("without a change %v, %v", moves, err)
	}
	if diff := cmp.Diff(g.Draft(), same.Draft()); diff != "" {
		t.Fatalf("without a change (-want +got):\n%s", diff)
	}

	q := p
	q.Rules = grouping.RuleLists{Roles: p.Rules.Roles}
	q.Objective = grouping.Objective{}
	keep := rapid.IntRange(1, len(p.People)).Draw(t, "keep")
	q.People = slices.Clone(p.People[:keep])
	for i := range rapid.IntRange(0, 3).Draw(t, "late") {
		q.People = append(q.People, grouping.Person{ID: roster.PersonID(fmt.Sprint("late", i))})
	}
	if keep > 1 && rapid.Bool().Draw(t, "apart") {
		q.Rules.Apart = []grouping.Apart{{People: []roster.PersonID{p.People[0].ID, p.People[1].ID}}}
	}
	if q.Validate().Failed() {
		return
	}
	fixed, moves, err := grouping.Repair(t.Context(), q, g.Draft(), o)
	if err != nil {
		if _, fresh := grouping.Allocate(t.Context(), q, o); fresh == nil && len(q.People) <= 12 {
			t.Fatalf("there is a grouping: %v", err)
		}
		return
	}
	v, ps := grouping.Check(q, fixed.Draft())
	if ps.Failed() || v != fixed.Value() {
		t.Fatalf("value %v, checked %v:\n%v", fixed.Value(), v, ps)
	}
	sameAfterJSON(t, q, fixed)
	listed := map[roster.PersonID]grouping.Move{}
	for _, m := range moves {
		if _, again := listed[m.Person]; again || len(m.Reasons) == 0 || m.From == m.To {
			t.Fatalf("move %+v", m)
		}
		listed[m.Person] = m
	}
	everybody := map[roster.PersonID]bool{}
	for _, people := range [][]grouping.Person{p.People, q.People} {
		for _, x := range people {
			everybody[x.ID] = true
		}
	}
	for id := range everybody {
		from, _ := g.Place(id)
		to, _ := fixed.Place(id)
		m, ok := listed[id]
		if ok != (from != to) || ok && (m.From != from || m.To != to) {
			t.Fatalf("%s from %q to %q, listed %v as %+v", id, from, to, ok, m)
		}
	}
}

func TestRepair(t *testing.T) { rapid.Check(t, propRepair) }

func FuzzRepair(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRepair)) }

// TestRepairForced: the moves are those that nothing can do without.
func TestRepairForced(t *testing.T) {
	base := func() (grouping.Problem, grouping.Draft) {
		p := grouping.Problem{People: people("a/f b/m c/m d/f e/m f/m g/f h/m i/m"), Places: grouping.Numbered(3)}
		return p, draft(p, []int{0, 0, 0, 1, 1, 1, 2, 2, 2})
	}
	for _, c := range []struct {
		name   string
		change func(*grouping.Problem)
		want   []string // "person from to code"
		why    string
	}{
		{"one drops out", func(p *grouping.Problem) { p.People = p.People[1:] }, []string{"a 1  grouping/because-gone"}, "two, three and three are even"},
		{
			"two of one group drop out",
			func(p *grouping.Problem) { p.People = p.People[2:] },
			[]string{"d 2 1 grouping/would-resize", "a 1  grouping/because-gone", "b 1  grouping/because-gone"},
			"one, three and three are not even",
		},
		{
			"one arrives",
			func(p *grouping.Problem) { p.People = append(p.People, grouping.Person{ID: "j"}) },
			[]string{"j  1 grouping/because-arrived"},
			"nobody else moves",
		},
		{
			"a room shrinks",
			func(p *grouping.Problem) { p.Places[1].Capacity = 2 },
			[]string{"d 2 1 grouping/would-resize"},
			"one has to leave",
		},
		{
			"a pair is told apart",
			func(p *grouping.Problem) { p.Rules.Apart = []grouping.Apart{{People: ids("a b")}} },
			[]string{"a 1 2 grouping/would-break", "d 2 1 grouping/would-resize"},
			"an exchange of two keeps the sizes",
		},
		{
			"locked",
			func(p *grouping.Problem) {
				p.Rules.Apart = []grouping.Apart{{People: ids("a b")}}
				p.Rules.Fixed = []grouping.Fixed{{Person: "a", Place: "1"}, {Person: "d", Place: "2"}}
			},
			[]string{"b 1 2 grouping/would-break", "e 2 1 grouping/would-resize"},
			"who is fixed stays",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, d := base()
			c.change(&p)
			g, moves, err := grouping.Repair(t.Context(), p, d, nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, m := range moves {
				got = append(got, fmt.Sprintf("%s %s %s %s", m.Person, m.From, m.To, m.Reasons[0].Code()))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if _, ps := grouping.Check(p, g.Draft()); ps.Failed() {
				t.Error(ps)
			}
		})
	}
}

// thousand are 1,000 people in 50 groups of whom every hundredth drops out.
func thousand(t testing.TB) (grouping.Problem, grouping.Draft) {
	p := skewed(1000, 50)
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 2_000_000})
	if err != nil {
		t.Fatal(err)
	}
	q := p
	q.People = nil
	for i, x := range p.People {
		if i%100 != 37 {
			q.People = append(q.People, x)
		}
	}
	return q, g.Draft()
}

// TestRepairThousand: a group that lost two gets one back, and nobody else moves.
func TestRepairThousand(t *testing.T) {
	p, before := thousand(t)
	g, moves, err := grouping.Repair(t.Context(), p, before, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, ps := grouping.Check(p, g.Draft()); ps.Failed() {
		t.Fatal(ps)
	}
	present := map[roster.PersonID]bool{}
	for _, x := range p.People {
		present[x.ID] = true
	}
	forced := 0
	for _, group := range before.Groups {
		left := 0
		for _, id := range group.Members {
			if present[id] {
				left++
			}
		}
		forced += max(19-left, 0)
	}
	if got := len(moves) - 10; got != forced {
		t.Errorf("%d people move, %d have to", got, forced)
	}
	if moved, least := g.Moved(); moved != forced || least != forced {
		t.Errorf("%d people move, %d said to be forced, %d are", moved, least, forced)
	}
}

// TestRepairMixed: drop-outs, late arrivals, pairs told apart, a smaller room, a place
// that is gone and people who must stay, all at once: no more moves than forced.
func TestRepairMixed(t *testing.T) {
	p, before := thousand(t)
	for i := range 8 {
		p.People = append(p.People, grouping.Person{ID: roster.PersonID(fmt.Sprint("late", i)), Attributes: p.People[i].Attributes})
	}
	present := map[roster.PersonID]bool{}
	for _, x := range p.People {
		present[x.ID] = true
	}
	for _, group := range before.Groups[5:10] {
		var pair []roster.PersonID
		for _, id := range group.Members {
			if present[id] && len(pair) < 2 {
				pair = append(pair, id)
			}
		}
		p.Rules.Apart = append(p.Rules.Apart, grouping.Apart{People: pair})
		p.Rules.Fixed = append(p.Rules.Fixed, grouping.Fixed{Person: pair[0], Place: group.Place})
	}
	p.Places[20].Max, p.Places[20].Min = 17, 1
	p.Places = append(p.Places[:49], grouping.Place{ID: "new"}) // the last one is gone
	g, moves, err := grouping.Repair(t.Context(), p, before, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, ps := grouping.Check(p, g.Draft()); ps.Failed() {
		t.Fatal(ps)
	}
	for _, m := range moves {
		if len(m.Reasons) == 0 {
			t.Errorf("no reason for %+v", m)
		}
	}
	moved, forced := g.Moved()
	if moved > forced+forced/100 || forced == 0 {
		t.Errorf("%d people move, %d have to", moved, forced)
	}
	t.Logf("%d moves, %d forced, %d steps", moved, forced, g.Steps())
}

func TestRepairRefused(t *testing.T) {
	p := grouping.Problem{People: people("a/f b/m"), Places: grouping.Numbered(2)}
	p.Rules.Together = []grouping.Together{{People: ids("a b")}}
	if _, _, err := grouping.Repair(t.Context(), p, grouping.Draft{}, nil); !errors.Is(err, grouping.ErrInfeasible) {
		t.Errorf("two groups of one cannot keep two together: %v", err)
	}
	p, before := thousand(t) // with a rule that no group is large enough for
	p.Rules.NotAlone = []grouping.NotAlone{{Kind: grouping.Kind{Attribute: "attribute0", Value: "2"}, Count: 21}}
	_, _, err := grouping.Repair(t.Context(), p, before, &grouping.Options{MaxSteps: 200_000})
	if ps, _ := errors.AsType[check.Problems](err); ps.Len() != 1 || !errors.Is(err, grouping.ErrInfeasible) {
		t.Errorf("no group of twenty holds twenty-one: %v", err)
	}
	if _, _, err := grouping.Repair(t.Context(), grouping.Problem{}, grouping.Draft{}, nil); err == nil {
		t.Error("there is nobody")
	}
}

// Nine people in three groups: one drops out of the second group, and the third room
// now holds only two.
func ExampleRepair() {
	problem := grouping.Problem{Places: grouping.Numbered(3)}
	var before grouping.Draft
	for _, place := range problem.Places {
		before.Groups = append(before.Groups, grouping.DraftGroup{Place: place.ID})
	}
	for i, id := range []roster.PersonID{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
		before.Groups[i/3].Members = append(before.Groups[i/3].Members, id)
		if id != "e" {
			problem.People = append(problem.People, grouping.Person{ID: id, Order: i + 1})
		}
	}
	problem.Places[2].Capacity = 2
	_, moves, err := grouping.Repair(context.Background(), problem, before, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range moves {
		fmt.Printf("%s: %q to %q, %s\n", m.Person, m.From, m.To, check.Sentences(check.En, nil, m.Reasons...))
	}
	// Output:
	// g: "3" to "2", the sizes of the groups would leave their bounds
	// e: "2" to "", e takes part no longer
}

func BenchmarkRepair(b *testing.B) {
	p, before := thousand(b)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		_, moves, err := grouping.Repair(b.Context(), p, before, nil)
		if err != nil {
			b.Fatal(err)
		}
		n = len(moves) - 10
	}
	b.ReportMetric(float64(n), "moved")
}
