package roster_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// congress has leaders in approved order, people who tie, and two capacities.
func congress(t testing.TB) roster.Roster {
	t.Helper()
	people, orgs := fixture(t, `
		org congress 大会 - 1
		org d1 澜州 congress 1
		org d2 南屏 congress 2
		org d2a 南屏一组 d2 0
		org d3 无序号 congress 0
		person p1 王 桉 d2a
		person p2 王 大岳 d1
		person p3 丁 一舟 d3
		person p4 叶 湜 d2
		person p5 申 湜 d2
		person p6 田 桉 -
	`)
	day := calendar.MustParseDate
	people[0].Rank, people[1].Rank = 2, 1
	people[2].Votes, people[3].Votes = 700, 650
	people[3].Capacity = roster.NonVoting
	people[4].Credential, people[5].Credential = day("2024-05-01"), day("2023-05-01")
	people[0].Posts = []roster.Post{{Org: "d2", Title: "副团长", Order: 2}}
	people[4].Posts = []roster.Post{{Org: "d2", Title: "团长", Order: 1, From: day("2026-01-01")}}
	r, err := roster.New(people, orgs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestKeys(t *testing.T) {
	r := congress(t)
	on := calendar.MustParseDate("2026-09-14")
	tests := []struct {
		name, why string
		keys      []roster.Key
		want      string
		explain   string // why the first stands before the last
	}{
		{"none", "without keys everyone is tied, in the order of identifiers", nil, "1:p1 1:p2 1:p3 1:p4 1:p5 1:p6", "王　桉、田　桉 按现有依据分不出先后，并列第 1 位，请示确定"},
		{"capacity", "delegates first", []roster.Key{roster.ByCapacity{}}, "1:p1 1:p2 1:p3 1:p5 1:p6 6:p4", "按参会身份，王　桉（正式代表）在 叶　湜（列席人员）之前"},
		{"body", "the roster's own order, parents before children, none last", []roster.Key{roster.ByBody{}}, "1:p2 2:p4 2:p5 4:p1 5:p3 6:p6", "按单位次序，王大岳（澜州）在 田　桉（无）之前"},
		{"listed bodies", "a person counts for the first listed body on the way up", []roster.Key{roster.ByBody{Bodies: []roster.OrgID{"d2", "d1"}}}, "1:p1 1:p4 1:p5 4:p2 5:p3 5:p6", "按单位次序，王　桉（南屏）在 田　桉（无）之前"},
		{"drawn start", "the drawn body first, then on around", []roster.Key{roster.ByBody{Bodies: []roster.OrgID{"d1", "d2", "d3"}, Start: "d2"}}, "1:p1 1:p4 1:p5 4:p3 5:p2 6:p6", "按单位次序，王　桉（南屏）在 田　桉（无）之前"},
		{"post", "the head of the delegation, its deputy, the rest", []roster.Key{roster.ByPost{Org: "d2", On: on}}, "1:p5 2:p1 3:p2 3:p3 3:p4 3:p6", "按 2026-09-14 在南屏所任职务，申　湜（团长）在 田　桉（无）之前"},
		{"rank", "1 is the highest, none last", []roster.Key{roster.ByRank{}}, "1:p2 2:p1 3:p3 3:p4 3:p5 3:p6", "按职级，王大岳（1）在 田　桉（无）之前"},
		{"credential", "the earliest first, none last", []roster.Key{roster.ByCredential{}}, "1:p6 2:p5 3:p1 3:p2 3:p3 3:p4", "按就任日期，田　桉（2023-05-01）在 叶　湜（无）之前"},
		{"votes", "most first", []roster.Key{roster.ByVotes{}}, "1:p3 2:p4 3:p1 3:p2 3:p5 3:p6", "按得票多少，丁一舟（700 票）在 田　桉（0 票）之前"},
		{"approved", "as listed, the others last", []roster.Key{roster.ByApproved{People: []roster.PersonID{"p4", "p1"}, Source: "筹委会"}}, "1:p4 2:p1 3:p2 3:p3 3:p5 3:p6", "按审定次序（筹委会），叶　湜（第1位）在 田　桉（未列入）之前"},
		{"strokes", "丁 2, 王 4 with the blank first, then 大; 叶 before 申 before 田 by stroke sequence", []roster.Key{roster.ByName{Order: strokes}}, "1:p3 2:p1 3:p2 4:p4 5:p5 6:p6", ""},
		{"chain", "rank decides first, strokes among the rest", []roster.Key{roster.ByRank{}, roster.ByName{Order: strokes}}, "1:p2 2:p1 3:p3 4:p4 5:p5 6:p6", "按职级，王大岳（1）在 田　桉（无）之前"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k, err := r.Rank(roster.Section{Keys: tt.keys})
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(tt.want, positions(k)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			ids := k.IDs()
			first, last := ids[0], ids[len(ids)-1]
			for _, why := range [][]check.Reason{k.Explain(first, last), k.Explain(last, first)} {
				if got := check.Sentences(check.ZhHans, r.Name, why...); tt.explain != "" && got != tt.explain {
					t.Errorf("explain: %q, want %q", got, tt.explain)
				}
			}
		})
	}
}

var strokes = nameorder.SurnameStrokes(nil)

// decides is the code of the last reason, "" if there is none.
func decides(why []check.Reason) check.Code {
	if len(why) == 0 {
		return ""
	}
	return why[len(why)-1].Code()
}

// positions prints a ranking as "1:p2 2:p1".
func positions(k roster.Ranking) string {
	var out []string
	for n, id := range k.All() {
		out = append(out, fmt.Sprintf("%d:%s", n, id))
	}
	return strings.Join(out, " ")
}

func TestSections(t *testing.T) {
	r := congress(t)
	k, err := r.Rank(
		roster.Section{Title: "主席团", Members: []roster.PersonID{"p5", "p2"}, Keys: []roster.Key{roster.ByRank{}}},
		roster.Section{Title: "以下按姓氏笔画为序", Keys: []roster.Key{roster.ByName{Order: strokes}}},
	)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := positions(k), "1:p2 2:p5 3:p3 4:p1 5:p4 6:p6"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := check.Sentences(check.ZhHans, r.Name, k.Explain("p3", "p5")...), "申　湜 在前一段（主席团），丁一舟 在后一段（以下按姓氏笔画为序）"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := k.Explain("p3", "p9"); got != nil {
		t.Errorf("someone who is not ranked: %v", got)
	}
	var titles []string
	for title, ids := range k.Sections() {
		titles = append(titles, fmt.Sprint(title, len(ids)))
	}
	if diff := gocmp.Diff([]string{"主席团2", "以下按姓氏笔画为序4"}, titles); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

func TestOverrides(t *testing.T) {
	r := congress(t)
	byRank := []roster.Key{roster.ByRank{}} // p2, p1, then four who tie
	tests := []struct {
		name, why, want string
		overrides       []roster.Override
	}{
		{"before", "moved to the front", "1:p1 2:p2 3:p3 3:p4 3:p5 3:p6", []roster.Override{{Person: "p1", Before: "p2", Reason: "筹委会定"}}},
		{"before a tie", "before all of them: the tie is not broken in silence", "1:p2 2:p1 3:p6 4:p3 4:p4 4:p5", []roster.Override{{Person: "p6", Before: "p4", Reason: "筹委会定"}}},
		{"after a tie", "after all of them", "1:p1 2:p3 2:p4 2:p5 2:p6 6:p2", []roster.Override{{Person: "p2", After: "p4", Reason: "筹委会定"}}},
		{"two steps", "one after the other", "1:p6 2:p1 3:p2 4:p3 4:p4 4:p5", []roster.Override{{Person: "p1", Before: "p2", Reason: "甲"}, {Person: "p6", Before: "p1", Reason: "乙"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k, err := r.Rank(roster.Section{Keys: byRank, Overrides: tt.overrides})
			if err != nil {
				t.Fatal(err)
			}
			if got := positions(k); got != tt.want {
				t.Errorf("got %s, want %s: %s", got, tt.want, tt.why)
			}
		})
	}
	k, err := r.Rank(roster.Section{Keys: byRank, Overrides: tests[0].overrides})
	if err != nil {
		t.Fatal(err)
	}
	if got := decides(k.Explain("p2", "p1")); got != roster.MovedBefore {
		t.Errorf("against the keys: %s", got)
	}
	if got := decides(k.Explain("p1", "p3")); got != roster.DecidedByRank {
		t.Errorf("where the keys agree they decide: %s", got)
	}
}

func TestRankFindings(t *testing.T) {
	r := congress(t)
	tests := []struct {
		name     string
		sections []roster.Section
		want     []string
	}{
		{"unknown and twice", []roster.Section{{Members: []roster.PersonID{"p1", "p9", "p1"}}}, []string{"sections[0].members[1] roster/unknown-person", "sections[0].members[2] roster/listed-twice"}},
		{"two sections", []roster.Section{{Members: []roster.PersonID{"p1"}}, {Members: []roster.PersonID{"p1"}}}, []string{"sections[1].members[0] roster/listed-twice"}},
		{"two rests", []roster.Section{{}, {}}, []string{"sections[1].members roster/two-rests"}},
		{"no order", []roster.Section{{Keys: []roster.Key{roster.ByName{}}}}, []string{"sections[0].keys[0].order roster/no-order"}},
		{"nil key", []roster.Section{{Keys: []roster.Key{nil}}}, []string{"sections[0].keys[0] roster/no-key"}},
		{"approved", []roster.Section{{Keys: []roster.Key{roster.ByApproved{People: []roster.PersonID{"p9", "p1", "p1"}}}}}, []string{
			"sections[0].keys[0].people[0] roster/unknown-person", "sections[0].keys[0].people[2] roster/duplicate-id", "sections[0].keys[0].source roster/no-source",
		}},
		{"post", []roster.Section{{Keys: []roster.Key{roster.ByPost{Org: "x"}}}}, []string{"sections[0].keys[0].on roster/no-date", "sections[0].keys[0].org roster/unknown-body"}},
		{"body", []roster.Section{{Keys: []roster.Key{roster.ByBody{Bodies: []roster.OrgID{"d1", "x", "d1"}, Start: "y"}}}}, []string{
			"sections[0].keys[0].bodies[1] roster/unknown-body", "sections[0].keys[0].bodies[2] roster/duplicate-id", "sections[0].keys[0].start roster/unknown-body",
		}},
		{"override", []roster.Section{{Overrides: []roster.Override{{Person: "p1", Before: "p2", After: "p3"}, {Person: "p9", Before: "p1", Reason: "甲"}, {Person: "p1", After: "p1", Reason: "甲"}}}}, []string{
			"sections[0].overrides[0] roster/one-target", "sections[0].overrides[0].reason roster/no-reason",
			"sections[0].overrides[1].person roster/not-in-section", "sections[0].overrides[2].before or after roster/not-in-section",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := r.Rank(tt.sections...)
			if diff := gocmp.Diff(tt.want, codes(t, err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// propRank: the byte keys order people as a plain comparison of their fields does,
// whatever the order of arrival, and everyone is ranked exactly once.
func propRank(t *rapid.T) {
	r := genRoster(t)
	k, err := r.Rank(roster.Section{Keys: []roster.Key{roster.ByCapacity{}, roster.ByVotes{}, roster.ByRank{}}})
	if err != nil {
		t.Fatal(err)
	}
	rank := func(p roster.Person) int {
		if p.Rank == 0 {
			return 1000
		}
		return p.Rank
	}
	compare := func(a, b roster.Person) int {
		return cmp.Or(cmp.Compare(a.Capacity, b.Capacity), cmp.Compare(b.Votes, a.Votes), cmp.Compare(rank(a), rank(b)))
	}
	people := slices.Collect(r.People())
	slices.SortStableFunc(people, compare)
	var want []string
	position := 0
	for i, p := range people {
		if i == 0 || compare(people[i-1], p) != 0 {
			position = i + 1
		}
		want = append(want, fmt.Sprintf("%d:%s", position, p.ID))
	}
	if got := positions(k); got != strings.Join(want, " ") {
		t.Fatalf("got %s, want %s", got, want)
	}
	for i := range people {
		for j := range people {
			why := k.Explain(people[i].ID, people[j].ID)
			if (decides(why) == roster.Tied) != (i != j && compare(people[i], people[j]) == 0) || (why == nil) != (i == j) {
				t.Fatalf("%v, %v: %s", people[i], people[j], check.Sentences(check.En, nil, why...))
			}
		}
	}
	if got := k.Problems().Count(roster.Tied); got != len(slices.Collect(k.Ties())) {
		t.Fatalf("%d ties reported", got)
	}
}

func TestRankProperty(t *testing.T) { rapid.Check(t, propRank) }

// propRanking: a ranking reads back, and one that was tampered with does not.
func propRanking(t *rapid.T) {
	r := genRoster(t)
	sections := []roster.Section{{Title: "全体", Keys: []roster.Key{roster.ByName{Order: strokes}}}}
	k, err := r.Rank(sections...)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(k)
	if err != nil {
		t.Fatal(err)
	}
	back, err := r.ParseRanking(data, sections...)
	if err != nil || positions(back) != positions(k) {
		t.Fatalf("%s: %v", data, err)
	}
	ids := k.IDs()
	if len(ids) < 2 {
		return
	}
	a, b := fmt.Sprintf("%q", ids[0]), fmt.Sprintf("%q", ids[len(ids)-1])
	swapped := strings.NewReplacer(a, b, b, a).Replace(string(data))
	if _, err := r.ParseRanking([]byte(swapped), sections...); err == nil {
		t.Fatalf("%s: not refused", swapped)
	}
}

func TestRankingRoundTrip(t *testing.T) { rapid.Check(t, propRanking) }

func FuzzParseRanking(f *testing.F) {
	r := congress(f)
	sections := []roster.Section{{Keys: []roster.Key{roster.ByRank{}}}}
	f.Add([]byte(`{"huiwu":"roster.ranking/1","sections":[{"groups":[["p2"],["p1"],["p3","p4","p5","p6"]]}]}`))
	f.Add([]byte(`{"huiwu":"roster.ranking/1","sections":[{"groups":[]},{"groups":[[]]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if k, err := r.ParseRanking(data, sections...); err == nil && positions(k) != "1:p2 2:p1 3:p3 3:p4 3:p5 3:p6" {
			t.Fatalf("%s gives %s", data, positions(k))
		}
	})
}
