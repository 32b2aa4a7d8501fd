package grouping_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// propAcquainted: the value of a grouping is the weight of all earlier meetings of
// people who share a group again, counted meeting by meeting.
func propAcquainted(t *rapid.T) {
	n := rapid.IntRange(2, 12).Draw(t, "people")
	var p grouping.Problem
	var all []roster.PersonID
	for i := range n {
		id := roster.PersonID(fmt.Sprint("p", i))
		all = append(all, id)
		p.People = append(p.People, grouping.Person{ID: id})
	}
	p.Places = grouping.Numbered(rapid.IntRange(1, min(n, 4)).Draw(t, "groups"))
	p.Sizes = grouping.Within
	var met []grouping.Meeting
	for range rapid.IntRange(0, 5).Draw(t, "meetings") {
		guests := append([]roster.PersonID{"stranger"}, all...)
		met = append(met, grouping.Meeting{
			People: rapid.Permutation(guests).Draw(t, "people")[:rapid.IntRange(0, n).Draw(t, "size")],
			Weight: rapid.IntRange(0, 3).Draw(t, "weight"),
		})
	}
	pairs, err := grouping.Acquainted(all, met)
	if err != nil {
		t.Fatal(err)
	}
	p.Objective.Pairs = pairs
	at := make([]int, n)
	where := map[roster.PersonID]int{}
	for i := range at {
		at[i] = i % len(p.Places)
		if i >= len(p.Places) {
			at[i] = rapid.IntRange(0, len(p.Places)-1).Draw(t, "group")
		}
		where[all[i]] = at[i]
	}
	want := int64(0)
	for _, m := range met {
		for i, a := range m.People {
			for _, b := range m.People[:i] {
				g, known := where[a]
				h, also := where[b]
				if known && also && g == h {
					want += int64(max(m.Weight, 1))
				}
			}
		}
	}
	if v, ps := grouping.Check(p, draft(p, at)); ps.Failed() || v[1] != want {
		t.Fatalf("value %v, want %d:\n%v", v, want, ps)
	}
}

func TestAcquainted(t *testing.T) { rapid.Check(t, propAcquainted) }

func FuzzAcquainted(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propAcquainted)) }

func TestAcquaintedRefused(t *testing.T) {
	flood := make([]grouping.Meeting, 150)
	for i := range flood {
		flood[i] = grouping.Meeting{People: ids("a b"), Weight: grouping.MaxNumber}
	}
	for _, c := range []struct {
		name   string
		people []roster.PersonID
		met    []grouping.Meeting
		want   []string
	}{
		{"twice", ids("a b a"), nil, []string{"people[2] grouping/twice"}},
		{"twice in a meeting", ids("a b"), []grouping.Meeting{{People: ids("a a")}}, []string{"met[0].people[1] grouping/twice"}},
		{"weight", ids("a b"), []grouping.Meeting{{People: ids("a b"), Weight: -1}}, []string{"met[0].weight grouping/out-of-range"}},
		{"sum", ids("a b"), flood, []string{"met[100] grouping/out-of-range"}},
		{"crowd", make([]roster.PersonID, grouping.MaxPaired+1), nil, []string{"people grouping/too-many"}},
		{"long", ids("a b"), make([]grouping.Meeting, grouping.MaxListed+1), []string{"met grouping/too-many"}},
	} {
		_, err := grouping.Acquainted(c.people, c.met)
		ps, ok := errors.AsType[check.Problems](err)
		if !ok {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for f := range ps.All() {
			got = append(got, f.Path()+" "+string(f.Code()))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestAcquaintedAlone: one person, or nobody, has nobody to meet, and asks nothing.
func TestAcquaintedAlone(t *testing.T) {
	for _, people := range []string{"", "a"} {
		got, err := grouping.Acquainted(ids(people), []grouping.Meeting{{People: ids("a b")}})
		if diff := cmp.Diff(grouping.Pairs{}, got); err != nil || diff != "" {
			t.Errorf("%q: %v (-want +got):\n%s", people, err, diff)
		}
	}
}

// Two dinners are over; at the third nobody shall sit with somebody they know.
func ExampleAcquainted() {
	people := []roster.PersonID{"a", "b", "c", "d", "e", "f", "g", "h", "i"}
	pairs, err := grouping.Acquainted(people, []grouping.Meeting{
		{People: people[0:3]},
		{People: people[3:6]},
		{People: people[6:9]},
		{People: []roster.PersonID{"a", "d", "g"}},
		{People: []roster.PersonID{"b", "e", "h"}},
		{People: []roster.PersonID{"c", "f", "i"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	problem := grouping.Problem{Places: grouping.Numbered(3), Objective: grouping.Objective{Pairs: pairs}}
	for _, id := range people {
		problem.People = append(problem.People, grouping.Person{ID: id})
	}
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for place, members := range groups.All() {
		fmt.Println(place, members)
	}
	fmt.Println("acquainted:", groups.Value()[1])
	// Output:
	// 1 [a e i]
	// 2 [b f g]
	// 3 [c d h]
	// acquainted: 0
}
