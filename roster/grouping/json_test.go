package grouping_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// small is a problem whose best grouping has a value: three women of whom none may
// be split off, and a convener of rank in each group.
func small() grouping.Problem {
	return grouping.Problem{
		People: people("a/f/1 b/f/2 c/f d/m/1 e/m/2 f/m"),
		Places: grouping.Numbered(2),
		Rules: grouping.RuleLists{
			Together: []grouping.Together{{People: ids("a b c")}},
			Roles:    []grouping.Role{{ID: grouping.Convener, Count: 1, Floor: 2}},
		},
		Objective: grouping.Objective{Balance: []grouping.Balance{{Attribute: "sex"}}},
	}
}

const smallJSON = `{"huiwu":"grouping.groups/1","status":"optimal","value":[0,8,0,0],"bound":[0,8,0,0],` +
	`"seed":0,"steps":STEPS,"groups":[` +
	`{"place":"1","members":["a","b","c"],"roles":[{"role":"convener","people":["a"]}]},` +
	`{"place":"2","members":["d","e","f"],"roles":[{"role":"convener","people":["d"]}]}]}`

func TestJSON(t *testing.T) {
	p := small()
	g, err := grouping.Allocate(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	steps, _ := json.Marshal(g.Steps())
	want := strings.Replace(smallJSON, "STEPS", string(steps), 1)
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for _, c := range []struct {
		old, new string
		code     check.Code
		why      string
	}{
		{`"status":"optimal",`, ``, "grouping/wrong-figure", "a status is needed"},
		{`"optimal"`, `"local-optimum"`, "grouping/wrong-figure", "the bound is met"},
		{`"optimal"`, `"great"`, "wire/refused", "an unknown status"},
		{`"value":[0,8,0,0]`, `"value":[0,0,0,0]`, "grouping/wrong-figure", "a value that is not this grouping's"},
		{`"value":[0,8,0,0]`, `"value":[0,8,0]`, "wire/wrong-length", "a value has four levels"},
		{`"bound":[0,8,0,0]`, `"bound":[0,9,0,0]`, "grouping/wrong-figure", "a bound that is not this problem's"},
		{`"bound":[0,8,0,0]`, `"bound":[0,0,0,0]`, "grouping/wrong-figure", "a bound below the one that is known"},
		{`["a","b","c"]`, `["b","a","c"]`, "grouping/wrong-figure", "not in official order"},
		{`["a","b","c"]`, `["a","b","d"]`, "grouping/placed-twice", "d sits twice, c nowhere"},
		{`"people":["a"]`, `"people":["b"]`, "grouping/wrong-figure", "a ranks before b"},
		{`"people":["a"]`, `"people":["c"]`, "grouping/wrong-holder", "c has no rank"},
		{`"place":"1"`, `"place":"3"`, "grouping/places-differ", "there is no place 3"},
		{`"seed":0`, `"seed":-1`, "wire/out-of-range", "seeds are not negative"},
		{`"steps":`, `"steps":-`, "grouping/wrong-figure", "steps are not negative"},
		{`"seed"`, `"Seed"`, "wire/key-case", "keys are exact"},
		{`groups/1`, `groups/3`, "wire/newer-format", "a later version"},
	} {
		t.Run(c.why, func(t *testing.T) {
			changed := strings.Replace(string(data), c.old, c.new, 1)
			if changed == string(data) {
				t.Fatalf("%q is not there", c.old)
			}
			_, err := grouping.ParseGroups([]byte(changed), p)
			ps, ok := errors.AsType[check.Problems](err)
			if !ok || !ps.Has(c.code) {
				t.Errorf("want %s, got %v", c.code, err)
			}
		})
	}
	if _, err := json.Marshal(grouping.Groups{}); err == nil {
		t.Error("the zero Groups has a form")
	}
}

// TestClaims hands in groupings that keep every rule and claim too much.
func TestClaims(t *testing.T) {
	p := grouping.Problem{
		People:    people("a/f b/f c/m d/m"),
		Places:    grouping.Numbered(2),
		Objective: grouping.Objective{Balance: []grouping.Balance{{Attribute: "sex"}}},
	}
	const split = `{"huiwu":"grouping.groups/1","status":"STATUS","value":[0,4,0,0],"bound":[0,BOUND,0,0],"seed":0,"steps":0,` +
		`"groups":[{"place":"1","members":["a","b"]},{"place":"2","members":["c","d"]}]}`
	for _, c := range []struct {
		status, bound string
		sound         bool
		why           string
	}{
		{"step-limit", "0", true, "it claims nothing"},
		{"interrupted", "0", true, "it claims nothing"},
		{"optimal", "4", false, "an exchange gives 0"},
		{"optimal", "0", false, "the bound is not met"},
		{"local-optimum", "0", false, "an exchange is better"},
		{"step-limit", "4", false, "no grouping is proven to cost 4 at the least"},
	} {
		t.Run(c.status+c.bound, func(t *testing.T) {
			text := strings.NewReplacer("STATUS", c.status, "BOUND", c.bound).Replace(split)
			if _, err := grouping.ParseGroups([]byte(text), p); (err == nil) != c.sound {
				t.Errorf("%s: %v", c.why, err)
			}
		})
	}
}

// propProblem: a problem survives JSON.
func propProblem(t *rapid.T) {
	p := genProblem(t, 12)
	data, err := grouping.AppendProblem(nil, p)
	if err != nil {
		t.Fatal(err)
	}
	back, err := grouping.ParseProblem(data)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	if diff := cmp.Diff(p, back); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
}

// TestVersions: what needs nothing new is written in version 1, which is read as ever.
func TestVersions(t *testing.T) {
	for _, c := range []struct {
		rules grouping.RuleLists
		want  string
		why   string
	}{
		{grouping.RuleLists{}, "1", "no rules"},
		{small().Rules, "1", "hard rules of old"},
		{grouping.RuleLists{Apart: []grouping.Apart{{People: ids("a b"), Soft: grouping.Soft{Weight: 1}}}}, "2", "a weight"},
		{grouping.RuleLists{Spread: []grouping.Spread{{Kind: kindOf("sex", "f")}}}, "2", "a new list"},
	} {
		p := small()
		p.Rules = c.rules
		data, err := grouping.AppendProblem(nil, p)
		if err != nil || !strings.HasPrefix(string(data), `{"huiwu":"grouping.problem/`+c.want+`"`) {
			t.Errorf("%s: %s, %v", c.why, data, err)
		}
		if back, err := grouping.ParseProblem(data); err != nil || !cmp.Equal(p, back) {
			t.Errorf("%s: %v, %v", c.why, back, err)
		}
	}
}

func TestProblemJSON(t *testing.T) { rapid.Check(t, propProblem) }

// FuzzParseProblem: what is read is valid, is written as text that reads back the
// same, and is allocated or refused in bounded time.
func FuzzParseProblem(f *testing.F) {
	data, _ := grouping.AppendProblem(nil, small())
	f.Add(data)
	f.Add([]byte(`{"huiwu":"grouping.problem/1","people":[{"id":"a"}],"places":[{"id":"1"}],"sizes":"within"}`))
	f.Add([]byte(`{"huiwu":"grouping.problem/1","people":[{"id":"a","order":99999999999}],"places":[]}`))
	f.Add([]byte(`{"huiwu":"grouping.problem/2","people":[{"id":"a","attributes":{"x":"1"}},{"id":"b","attributes":{"x":"2"}}],"places":[{"id":"1"},{"id":"2"}],` +
		`"rules":{"together":[{"people":["a","b"],"soft":{"weight":10000,"level":3}}],"spread":[{"kind":{"attribute":"x"}}],` +
		`"served":[{"kind":{"attribute":"x","value":"1"},"by":{"attribute":"x","value":"2"},"soft":{"weight":1}}],` +
		`"separate":[{"kind":{"attribute":"x","value":"1"},"from":{"attribute":"x","value":"2"}}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := grouping.ParseProblem(data)
		if err != nil {
			return
		}
		if ps := p.Validate(); ps.Failed() {
			t.Fatal(ps)
		}
		text, err := grouping.AppendProblem(nil, p)
		if err != nil {
			t.Fatal(err)
		}
		back, err := grouping.ParseProblem(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if again, _ := grouping.AppendProblem(nil, back); string(again) != string(text) {
			t.Fatalf("%s, then %s", text, again)
		}
		g, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 10_000})
		if err != nil {
			return
		}
		if v, ps := grouping.Check(p, g.Draft()); ps.Failed() || v != g.Value() {
			t.Fatalf("value %v, checked %v:\n%v", g.Value(), v, ps)
		}
	})
}

// FuzzParseGave: so it is where rules gave.
func FuzzParseGave(f *testing.F) {
	p := torn()
	g, err := grouping.Allocate(f.Context(), p, &grouping.Options{Relax: []grouping.Give{{Rule: "rules"}}})
	if err != nil {
		f.Fatal(err)
	}
	data, err := json.Marshal(g)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(strings.Replace(string(data), `"rules"`, `"rules.apart","order":3`, 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := grouping.ParseGroups(data, p)
		if err != nil {
			return
		}
		if g.Gave() == nil {
			t.Fatal("all rules of torn cannot be kept")
		}
		sameAfterJSON(t, p, g)
	})
}

// FuzzParseGroups: what is read back is sound and is written as it was read.
func FuzzParseGroups(f *testing.F) {
	p := small()
	f.Add([]byte(strings.Replace(smallJSON, "STEPS", "7", 1)))
	f.Add([]byte(`{"huiwu":"grouping.groups/1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := grouping.ParseGroups(data, p)
		if err != nil {
			return
		}
		if v, ps := grouping.Check(p, g.Draft()); ps.Failed() || v != g.Value() {
			t.Fatalf("value %v, checked %v:\n%v", g.Value(), v, ps)
		}
		sameAfterJSON(t, p, g)
	})
}
