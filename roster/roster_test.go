package roster_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// fixture reads bodies and people from lines, one a line, fields separated by
// spaces: "org ID NAME PARENT ORDER" ("-" is no parent) and "person ID FAMILY
// GIVEN ORG".
func fixture(t testing.TB, text string) ([]roster.Person, []roster.Org) {
	t.Helper()
	var people []roster.Person
	var orgs []roster.Org
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
		case f[0] == "org" && len(f) == 5:
			o := roster.Org{ID: roster.OrgID(f[1]), Name: f[2], Parent: roster.OrgID(strings.TrimPrefix(f[3], "-"))}
			if _, err := fmt.Sscan(f[4], &o.Order); err != nil {
				t.Fatalf("fixture line %q: %v", line, err)
			}
			orgs = append(orgs, o)
		case f[0] == "person" && len(f) == 5:
			people = append(people, roster.Person{
				ID: roster.PersonID(f[1]), Name: roster.Name{Family: f[2], Given: f[3]},
				Capacity: roster.Delegate, Org: roster.OrgID(strings.TrimPrefix(f[4], "-")),
			})
		default:
			t.Fatalf("fixture line %q", line)
		}
	}
	return people, orgs
}

const small = `
	org congress 大会 - 1
	org d2 南屏市代表团 congress 2
	org d1 澜州市代表团 congress 1
	org d0 列席 congress 0
	org d1a 澜州一组 d1 0
	person p3 王 大岳 d2
	person p1 王 桉 d1
	person p2 丁 一舟 d1a
`

func mustNew(t testing.TB, text string) roster.Roster {
	t.Helper()
	r, err := roster.New(fixture(t, text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// codes lists the findings of err as "path code".
func codes(t testing.TB, err error) []string {
	t.Helper()
	report, ok := errors.AsType[check.Problems](err)
	if !ok {
		t.Fatalf("got %v, want a report", err)
	}
	var out []string
	for p := range report.All() {
		out = append(out, p.Path()+" "+string(p.Code()))
	}
	return out
}

func TestNewFindings(t *testing.T) {
	ok := roster.Person{ID: "p1", Name: roster.Name{Family: "王", Given: "桉"}, Capacity: roster.Delegate}
	with := func(change func(*roster.Person)) []roster.Person {
		p := ok
		change(&p)
		return []roster.Person{p}
	}
	org := roster.Org{ID: "d1", Name: "澜州"}
	tests := []struct {
		name, why string
		people    []roster.Person
		orgs      []roster.Org
		want      []string
	}{
		{"clean", "nothing is wrong", []roster.Person{ok}, []roster.Org{org}, nil},
		{"no id", "an identifier is needed to refer to a person", with(func(p *roster.Person) { p.ID = "" }), nil, []string{"people[0].id roster/no-id"}},
		{"hidden id", "a zero-width space makes two identifiers look the same", with(func(p *roster.Person) { p.ID = "p\u200b1" }), nil, []string{"people[0].id roster/bad-id"}},
		{"long id", "129 bytes are one too many", with(func(p *roster.Person) { p.ID = roster.PersonID(strings.Repeat("x", 129)) }), nil, []string{"people[0].id roster/bad-id"}},
		{"twice", "the second one is reported, with the first", []roster.Person{ok, ok}, nil, []string{"people[1].id roster/duplicate-id"}},
		{"no name", "a card needs a name", with(func(p *roster.Person) { p.Name = roster.Name{Note: "女"} }), nil, []string{"people[0].name roster/no-name"}},
		{"bidi", "a direction mark turns the rest of the card around", with(func(p *roster.Person) { p.Name.Given = "\u202e桉" }), nil, []string{"people[0].name.given roster/bad-text"}},
		{"space at the end", "padding belongs to the print form", with(func(p *roster.Person) { p.Name.Family = "王\u3000" }), nil, []string{"people[0].name.family roster/loose-space"}},
		{"padded inside", "the library puts the padding in", with(func(p *roster.Person) { p.Name = roster.Name{Given: "王\u3000桉"} }), nil, []string{"people[0].name.given roster/padded"}},
		{"not UTF-8", "bytes of another encoding", with(func(p *roster.Person) { p.Name.Family = "\xcd\xf5" }), nil, []string{"people[0].name.family roster/bad-text"}},
		{"huge", "10 MB are cut in the finding", with(func(p *roster.Person) { p.Name.Given = strings.Repeat("桉", 10<<20/3) }), nil, []string{"people[0].name.given roster/long-text"}},
		{"no capacity", "the zero Capacity is not valid", with(func(p *roster.Person) { p.Capacity = 0 }), nil, []string{"people[0].capacity roster/no-capacity"}},
		{"negative", "ranks count from 1", with(func(p *roster.Person) { p.Rank = -1 }), nil, []string{"people[0].rank roster/negative"}},
		{"no body", "the body has to exist", with(func(p *roster.Person) { p.Org = "d9" }), []roster.Org{org}, []string{"people[0].org roster/unknown-body"}},
		{"post", "the post ends before it begins, in a body that is not there", with(func(p *roster.Person) {
			p.Posts = []roster.Post{{Org: "d1", Title: "主任", From: calendar.MustParseDate("2026-02-01"), To: calendar.MustParseDate("2026-01-01")}}
		}), nil, []string{"people[0].posts[0].to roster/ends-before-start"}},
		{"aide", "only aides accompany someone", with(func(p *roster.Person) { p.Principal = "p2" }), nil, []string{"people[0].principal roster/not-an-aide"}},
		{"own aide", "nobody accompanies themselves", with(func(p *roster.Person) { p.Capacity, p.Principal = roster.Aide, "p1" }), nil, []string{"people[0].principal roster/unknown-principal"}},
		{"circle", "two bodies above each other", nil, []roster.Org{{ID: "a", Name: "甲", Parent: "b"}, {ID: "b", Name: "乙", Parent: "a"}}, []string{"orgs[0].parent roster/body-circle", "orgs[1].parent roster/body-circle"}},
		{"no parent", "a missing parent is no circle", nil, []roster.Org{{ID: "a", Name: "甲", Parent: "b"}}, []string{"orgs[0].parent roster/unknown-body"}},
		{"one place", "two siblings claim place 1", nil, []roster.Org{{ID: "a", Name: "甲", Order: 1}, {ID: "b", Name: "乙", Order: 1}}, []string{"orgs[1].order roster/same-place"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := roster.New(tt.people, tt.orgs)
			if err == nil {
				if tt.want != nil {
					t.Fatalf("no finding, want %q: %s", tt.want, tt.why)
				}
				return
			}
			if diff := cmp.Diff(tt.want, codes(t, err)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestRosterTree(t *testing.T) {
	r := mustNew(t, small)
	var tree []roster.OrgID
	for o := range r.Orgs() {
		tree = append(tree, o.ID)
	}
	if diff := cmp.Diff([]roster.OrgID{"congress", "d1", "d1a", "d2", "d0"}, tree); diff != "" {
		t.Errorf("bodies (-want +got):\n%s", diff)
	}
	var children []roster.OrgID
	for o := range r.Children("congress") {
		children = append(children, o.ID)
	}
	if diff := cmp.Diff([]roster.OrgID{"d1", "d2", "d0"}, children); diff != "" {
		t.Errorf("children in approved order, those without a place last (-want +got):\n%s", diff)
	}
	for _, tt := range []struct {
		org, body roster.OrgID
		want      bool
	}{{"d1a", "congress", true}, {"d1a", "d1a", true}, {"d1", "d1a", false}, {"d1a", "d2", false}, {"", "congress", false}, {"nowhere", "congress", false}} {
		if got := r.Within(tt.org, tt.body); got != tt.want {
			t.Errorf("Within(%q, %q) = %v, want %v", tt.org, tt.body, got, tt.want)
		}
	}
	if p, ok := r.Person("p1"); !ok || p.Name.Print() != "王\u3000桉" {
		t.Errorf("Person(p1) = %v, %v", p.Name, ok)
	}
	if _, ok := r.Person("p9"); ok {
		t.Error("Person(p9) is found")
	}
	if got := r.Name(roster.KindOrg, "d1") + r.Name(roster.KindPerson, "p3") + r.Name("seat", "p3"); got != "澜州市代表团王大岳" {
		t.Errorf("names: %q", got)
	}
}

func TestNewCopies(t *testing.T) {
	people, orgs := fixture(t, small)
	people[0].Posts = []roster.Post{{Org: "d1", Title: "团长"}}
	r, err := roster.New(people, orgs)
	if err != nil {
		t.Fatal(err)
	}
	people[0].Posts[0].Title, people[1].Name.Given, orgs[0].Name = "x", "x", "x"
	if p, _ := r.Person("p3"); p.Posts[0].Title != "团长" {
		t.Error("a post changed with the caller's slice")
	}
	if r.Name(roster.KindPerson, "p1") != "王\u3000桉" || r.Name(roster.KindOrg, "congress") != "大会" {
		t.Error("the roster changed with the caller's slices")
	}
}

func TestPostOnDate(t *testing.T) {
	day := calendar.MustParseDate
	p := roster.Person{Posts: []roster.Post{
		{Org: "a", Title: "没有位次"},
		{Org: "a", Title: "副主任", Order: 2, From: day("2026-01-01")},
		{Org: "a", Title: "主任", Order: 1, From: day("2026-03-01"), To: day("2026-03-31")},
		{Org: "b", Title: "顾问", Order: 1},
	}}
	tests := []struct{ on, org, want, why string }{
		{"2025-12-31", "a", "没有位次", "before any other post"},
		{"2026-02-28", "a", "副主任", "a post with a place goes before one without"},
		{"2026-03-01", "a", "主任", "the first day is included, the higher post wins"},
		{"2026-03-31", "a", "主任", "the last day is included"},
		{"2026-04-01", "a", "副主任", "the day after is not"},
		{"2026-04-01", "c", "", "no post in that body"},
	}
	for _, tt := range tests {
		if got, _ := p.Post(roster.OrgID(tt.org), day(tt.on)); got.Title != tt.want {
			t.Errorf("on %s in %s: %q, want %q: %s", tt.on, tt.org, got.Title, tt.want, tt.why)
		}
	}
}

func TestPrint(t *testing.T) {
	tests := []struct {
		name              roster.Name
		print, note, full string
	}{
		{roster.Name{Family: "王", Given: "桉"}, "王\u3000桉", "王\u3000桉", "王桉"},
		{roster.Name{Family: "王", Given: "大岳", Note: "女，回族"}, "王大岳", "王大岳（女，回族）", "王大岳"},
		{roster.Name{Family: "欧阳", Given: "桉"}, "欧阳桉", "欧阳桉", "欧阳桉"},
		{roster.Name{Given: "才让·多杰措"}, "才让·多杰措", "才让·多杰措", "才让·多杰措"},
	}
	for _, tt := range tests {
		if got := [3]string{tt.name.Print(), tt.name.WithNote(), tt.name.String()}; got != [3]string{tt.print, tt.note, tt.full} {
			t.Errorf("%+v: %q", tt.name, got)
		}
	}
}

func TestLogsHideNames(t *testing.T) {
	p := roster.Person{ID: "p1", Name: roster.Name{Family: "王", Given: "桉"}}
	if got := p.LogValue().String() + p.Name.LogValue().String(); strings.Contains(got, "王") {
		t.Errorf("a log shows the name: %s", got)
	}
}

func TestEnumsRoundTrip(t *testing.T) {
	for c := range roster.Capacity(12) {
		text, err := c.MarshalText()
		if (err == nil) != c.IsValid() || (c.Label() != "") != c.IsValid() {
			t.Errorf("%v: valid %v, error %v, label %q", c, c.IsValid(), err, c.Label())
		}
		var back roster.Capacity
		if err == nil && (back.UnmarshalText(text) != nil || back != c) {
			t.Errorf("%v reads back as %v", c, back)
		}
	}
	var s roster.Sex
	if err := s.UnmarshalText([]byte("男")); err == nil {
		t.Error("a label is no token")
	}
}

func genRoster(t *rapid.T) roster.Roster {
	n := rapid.IntRange(0, 12).Draw(t, "people")
	m := rapid.IntRange(1, 4).Draw(t, "bodies")
	var orgs []roster.Org
	for i := range m {
		o := roster.Org{ID: roster.OrgID(fmt.Sprint("d", i)), Name: "甲", Order: rapid.SampledFrom([]int{0, i + 1}).Draw(t, "order")}
		if i > 0 {
			o.Parent = roster.OrgID(rapid.SampledFrom([]string{"", "d0"}).Draw(t, "parent"))
		}
		orgs = append(orgs, o)
	}
	var people []roster.Person
	for i := range n {
		people = append(people, roster.Person{
			ID: roster.PersonID(fmt.Sprint("p", i)),
			Name: roster.Name{
				Family: rapid.SampledFrom([]string{"王", "丁", "欧阳", "叶", "申"}).Draw(t, "family"),
				Given:  rapid.SampledFrom([]string{"桉", "大岳", "一舟", "湜"}).Draw(t, "given"),
				Note:   rapid.SampledFrom([]string{"", "女"}).Draw(t, "note"),
			},
			Capacity: rapid.SampledFrom([]roster.Capacity{roster.Delegate, roster.NonVoting}).Draw(t, "capacity"),
			Org:      orgs[rapid.IntRange(0, m-1).Draw(t, "org")].ID,
			Rank:     rapid.IntRange(0, 2).Draw(t, "rank"),
			Votes:    rapid.IntRange(0, 2).Draw(t, "votes"),
		})
	}
	r, err := roster.New(rapid.Permutation(people).Draw(t, "arrival"), orgs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// propRoster: a roster reads back as it was, and the order of arrival is gone.
func propRoster(t *rapid.T) {
	r := genRoster(t)
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := roster.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(data) {
		t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(string(data), string(again)))
	}
	people := slices.Collect(r.People())
	shuffled, err := roster.New(rapid.Permutation(people).Draw(t, "again"), slices.Collect(r.Orgs()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(people, slices.Collect(shuffled.People())); diff != "" {
		t.Fatalf("people (-want +got):\n%s", diff)
	}
}

func TestRosterRoundTrip(t *testing.T) { rapid.Check(t, propRoster) }

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"huiwu":"roster.roster/1","orgs":[{"id":"d1","name":"澜州"}],"people":[{"id":"p1","name":{"family":"王","given":"桉"},"capacity":"delegate","org":"d1"}]}`))
	f.Add([]byte(`{"huiwu":"roster.roster/2"}`))
	f.Add([]byte(`{"people":[{"id":"p1"},{"ID":"p1"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := roster.Parse(data)
		if err != nil {
			if len(codes(t, err)) == 0 {
				t.Fatalf("an error without a finding: %v", err)
			}
			return
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		again, err := roster.Parse(out)
		if err != nil {
			t.Fatalf("%s: %v", out, err)
		}
		if twice, err := json.Marshal(again); err != nil || string(twice) != string(out) {
			t.Fatalf("%v: %s reads back as %s", err, out, twice)
		}
	})
}
