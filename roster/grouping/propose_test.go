package grouping_test

import (
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

// propPropose: what a proposal says is what the checker says of the grouping that
// comes of it, and the people are where the changes, one after the other, put them.
func propPropose(t *rapid.T) {
	p := genProblem(t, 12)
	g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 5_000})
	if err != nil {
		return
	}
	before := g.Draft()
	at := map[roster.PersonID]grouping.PlaceID{}
	for place, members := range g.All() {
		for _, id := range members {
			at[id] = place
		}
	}
	one := func() roster.PersonID { return p.People[rapid.IntRange(0, len(p.People)-1).Draw(t, "person")].ID }
	var changes []grouping.Change
	for range rapid.IntRange(0, 4).Draw(t, "changes") {
		if rapid.Bool().Draw(t, "swap") {
			s := grouping.Swap{A: one(), B: one()}
			at[s.A], at[s.B] = at[s.B], at[s.A]
			changes = append(changes, s)
			continue
		}
		m := grouping.Put{Person: one(), Place: rapid.SampledFrom(p.Places).Draw(t, "place").ID}
		at[m.Person] = m.Place
		changes = append(changes, m)
	}
	proposal, err := grouping.Propose(p, before, changes...)
	if err != nil {
		t.Fatal(err)
	}
	count := map[grouping.CountChange]int{}
	tally := func(d grouping.Draft, sign int) {
		for _, group := range d.Groups {
			for _, id := range group.Members {
				x := p.People[slices.IndexFunc(p.People, func(x grouping.Person) bool { return x.ID == id })]
				if !x.Extra {
					count[grouping.CountChange{Place: group.Place}] += sign
				}
				for a, v := range x.Attributes {
					if v != "" {
						count[grouping.CountChange{Place: group.Place, Attribute: a, Value: v}] += sign
					}
				}
			}
		}
	}
	tally(before, -1)
	tally(proposal.Draft, 1)
	for _, c := range proposal.Counts {
		key := grouping.CountChange{Place: c.Place, Attribute: c.Attribute, Value: c.Value}
		if n := count[key]; n != c.After-c.Before || n == 0 {
			t.Fatalf("counted %d, said %+v", n, c)
		}
		delete(count, key)
	}
	for key, n := range count {
		if n != 0 {
			t.Fatalf("%+v changes by %d and is not named", key, n)
		}
	}
	seen := 0
	for _, group := range proposal.Draft.Groups {
		for _, id := range group.Members {
			if seen++; at[id] != group.Place {
				t.Fatalf("%s is in %s, not %s", id, group.Place, at[id])
			}
		}
	}
	value, ps := grouping.Check(p, proposal.Draft)
	if value != proposal.After || seen != len(p.People) || proposal.Before != g.Value() {
		t.Fatalf("value %v, then %v; checked %v, then %v", proposal.Before, proposal.After, g.Value(), value)
	}
	if diff := cmp.Diff(ps.Text(check.En, nil), proposal.Breaks.Text(check.En, nil)); diff != "" {
		t.Fatalf("(-checked +said):\n%s", diff)
	}
	if ps.Failed() != (proposal.Groups.Len() == 0) {
		t.Fatalf("%d groups, yet %v", proposal.Groups.Len(), ps)
	}
	for _, h := range proposal.Holders {
		if slices.Equal(h.Before, h.After) || !slices.Equal(h.Before, g.Holders(h.Place, h.Role)) {
			t.Fatalf("%+v", h)
		}
	}
	for _, lang := range []check.Lang{check.ZhHans, check.En} {
		if check.Sentences(lang, nil, proposal.Reasons()...) == "" {
			t.Fatal("nothing to say")
		}
	}
	if proposal.Groups.Len() == 0 {
		return
	}
	if diff := cmp.Diff(proposal.Draft, proposal.Groups.Draft()); diff != "" || proposal.Groups.Value() != value {
		t.Fatalf("the result has value %v (-draft +groups):\n%s", proposal.Groups.Value(), diff)
	}
	sameAfterJSON(t, p, proposal.Groups)
	back, err := grouping.Adopt(p, proposal.Draft)
	if err != nil || back.Status() != grouping.Drafted || !slices.EqualFunc(back.Draft().Groups, proposal.Draft.Groups, func(a, b grouping.DraftGroup) bool { return cmp.Equal(a, b) }) {
		t.Fatalf("adopted %v, %v", back, err)
	}
}

func TestPropose(t *testing.T) { rapid.Check(t, propPropose) }

func FuzzPropose(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propPropose)) }

// TestProposeConsequences: the convener goes, another leads; a rule would be broken;
// several changes keep it.
func TestProposeConsequences(t *testing.T) {
	p := grouping.Problem{
		People: people("a/f/1 b/f/2 c/f d/m/1 e/m/2 f/m/3"),
		Places: grouping.Numbered(2),
		Rules: grouping.RuleLists{
			Together: []grouping.Together{{People: ids("a c")}},
			Roles:    []grouping.Role{{ID: grouping.Convener, Count: 1, Floor: 2}},
		},
		Objective: grouping.Objective{Balance: []grouping.Balance{{Attribute: "sex"}}},
	}
	g, err := grouping.Adopt(p, written(p, "a b c | d e f"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		changes []grouping.Change
		breaks  string
		en      string
		why     string
	}{
		{"nothing", nil, "", "values, counts and roles stay as they are", "no change"},
		{
			"leader",
			[]grouping.Change{grouping.Swap{A: "d", B: "b"}},
			"",
			"the value of sex goes from 8 to 0; 1 goes from 3 to 2 of sex f; 1 goes from 0 to 1 of sex m; " +
				"2 goes from 0 to 1 of sex f; 2 goes from 3 to 2 of sex m; the convener of 2, d so far, will be b",
			"b and e rank alike, b stands first; d ranks with a, who stands first",
		},
		{
			"alone",
			[]grouping.Change{grouping.Put{Person: "c", Place: "2"}},
			"groups[0]: 1 has 2 people, it should have 3\ngroups[1]: 2 does not keep rules.together[0]\ngroups[1]: 2 has 4 people, it should have 3\n",
			"the value of sex goes from 8 to 4; 1 goes from 3 to 2 people; 1 goes from 3 to 2 of sex f; " +
				"2 goes from 3 to 4 people; 2 goes from 0 to 1 of sex f",
			"a stays behind and the sizes differ",
		},
		{
			"both",
			[]grouping.Change{grouping.Swap{A: "a", B: "e"}, grouping.Swap{A: "c", B: "f"}},
			"",
			"the value of sex goes from 8 to 0; 1 goes from 3 to 1 of sex f; 1 goes from 0 to 2 of sex m; " +
				"2 goes from 0 to 2 of sex f; 2 goes from 3 to 1 of sex m; the convener of 1, a so far, will be b; " +
				"the convener of 2, d so far, will be a",
			"the pair goes together; of a and d, both of rank 1, a stands first",
		},
		{
			"nobody to lead",
			[]grouping.Change{grouping.Swap{A: "a", B: "f"}, grouping.Swap{A: "b", B: "c"}, grouping.Put{Person: "b", Place: "2"}, grouping.Put{Person: "c", Place: "2"}},
			"groups[0]: the convener of 1 does not fit: number, qualification, rank, membership or a second role\n" +
				"groups[0]: 1 has 1 people, it should have 3\ngroups[1]: 2 has 5 people, it should have 3\n",
			"the value of sex goes from 8 to 8; ",
			"f alone has no rank of two",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := grouping.Propose(p, g.Draft(), c.changes...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.breaks, got.Breaks.Text(check.En, nil)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			en := check.Sentences(check.En, nil, got.Reasons()...)
			if c.name == "nobody to lead" {
				if !strings.HasSuffix(en, "the convener of 1, a so far, will be nobody; the convener of 2, d so far, will be a") {
					t.Errorf("%s: %s", c.why, en)
				}
				return
			}
			if diff := cmp.Diff(c.en, en); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestProposeRefuses(t *testing.T) {
	p := small()
	sound := written(p, "a b c | d e f")
	for _, c := range []struct {
		name   string
		change func(*grouping.Problem, *grouping.Draft)
		by     grouping.Change
		want   []string
		why    string
	}{
		{"stranger", nil, grouping.Swap{A: "x", B: "y"}, []string{"changes[0].a: grouping/unknown-person", "changes[0].b: grouping/unknown-person"}, "both at once"},
		{"nowhere", nil, grouping.Put{Person: "x", Place: "9"}, []string{"changes[0].person: grouping/unknown-person", "changes[0].place: grouping/unknown-place"}, "both at once"},
		{"invalid", func(p *grouping.Problem, _ *grouping.Draft) { p.Sizes = 9 }, grouping.Swap{A: "a", B: "d"}, []string{"sizes: grouping/unknown-sizing"}, "the problem comes first"},
		{"impossible", func(p *grouping.Problem, _ *grouping.Draft) {
			p.Rules.Apart = append(p.Rules.Apart, grouping.Apart{People: ids("a b")})
		}, grouping.Swap{A: "a", B: "d"}, []string{"rules.apart[0]: grouping/together-and-apart"}, "no change keeps the rules"},
		{"left out", func(p *grouping.Problem, d *grouping.Draft) { *d = written(*p, "a b c | d e") }, grouping.Swap{A: "a", B: "d"}, []string{"people[5]: grouping/not-placed"}, "f is nowhere"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, d := p, sound
			if c.change != nil {
				c.change(&p, &d)
			}
			_, err := grouping.Propose(p, d, c.by)
			ps, _ := errors.AsType[check.Problems](err)
			var got []string
			for f := range ps.All() {
				got = append(got, fmt.Sprintf("%s: %s", f.Path(), f.Code()))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
	if _, err := grouping.Adopt(p, written(p, "a b d | c e f")); err == nil {
		t.Error("a b c are to be together")
	}
	g, err := grouping.Adopt(p, sound)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(g)
	if err != nil || !strings.HasPrefix(string(data), `{"huiwu":"grouping.groups/2","status":"drafted"`) {
		t.Errorf("%s, %v", data, err)
	}
}

func BenchmarkPropose(b *testing.B) {
	p := congress()
	g, err := grouping.Allocate(b.Context(), p, nil)
	if err != nil {
		b.Fatal(err)
	}
	before := g.Draft()
	swap := grouping.Swap{A: before.Groups[0].Members[0], B: before.Groups[1].Members[0]}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := grouping.Propose(p, before, swap); err != nil {
			b.Fatal(err)
		}
	}
}
