package docs_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// day is the day before the opening; the meeting uses three papers.
func day() docs.DayInput {
	at := calendar.MustParseDateTime
	return docs.DayInput{
		Day: calendar.MustParseDate("2026-11-22"),
		Papers: []docs.Paper{
			{ID: "report", Title: "工作报告", Copies: 820, Session: "s1"},
			{ID: "list", Title: "名单", Copies: 100},
			{ID: "draft", Title: "决议草案", Copies: 820, Item: "i3"},
		},
		Uses: []docs.Use{
			{Paper: "report", At: at("2026-11-23 09:00"), Session: "s1"},
			{Paper: "report", At: at("2026-11-24 09:00"), Session: "s1", Copies: 50},
			{Paper: "list", At: at("2026-11-22 19:00"), Copies: 80},
			{Paper: "draft", At: at("2026-11-24 15:00"), Item: "i3"},
		},
		Preparations: []docs.Preparation{{Paper: "report", Known: at("2026-11-20 09:00"), Checked: at("2026-11-20 10:00"), Numbered: at("2026-11-20 11:00"), Ready: at("2026-11-20 12:00")}},
	}
}

// lines renders the three lists of a plan.
func lines(p docs.DayPlan) string {
	var b strings.Builder
	for l := range p.Print() {
		fmt.Fprintf(&b, "print %s %d %v\n", l.Paper, l.Copies, l.Due)
	}
	for l := range p.Issue() {
		fmt.Fprintf(&b, "issue %s %d %v\n", l.Paper, l.Copies, l.Due)
	}
	for l := range p.Next() {
		fmt.Fprintf(&b, "next %s %d %v\n", l.Paper, l.Copies, l.Due)
	}
	return b.String()
}

func TestPlanDay(t *testing.T) {
	p, err := docs.PlanDay(day())
	if err != nil {
		t.Fatal(err)
	}
	want := "print list 100 2026-11-22 06:00\n" +
		"print report 820 2026-11-22 20:00\n" +
		"issue list 80 2026-11-22 18:00\n"
	if diff := cmp.Diff(want, lines(p)); diff != "" || p.Problems().Len() > 0 {
		t.Errorf("%v (-want +got)\n%s", p.Problems(), diff)
	}
	in := day()
	in.Day = calendar.MustParseDate("2026-11-23")
	p, err = docs.PlanDay(in)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("issue report 820 2026-11-23 08:00\nnext draft 820 2026-11-24 02:00\n", lines(p)); diff != "" {
		t.Errorf("the day after (-want +got)\n%s", diff)
	}
	for _, tt := range []struct {
		change func(*docs.DayInput)
		want   string
		why    string
	}{
		{func(in *docs.DayInput) { in.Uses = in.Uses[:3] }, "papers[2] not-used", "nobody uses the draft"},
		{func(in *docs.DayInput) { in.Uses[0].Session = "s2" }, "uses[0].session other-link", "the list says another session"},
		{func(in *docs.DayInput) { in.Uses[3].Item = "i4" }, "uses[3].item other-link", "the list says another item"},
		{func(in *docs.DayInput) { in.Uses[2].Copies = 101 }, "uses[2].copies few-copies", "one copy short"},
		{func(in *docs.DayInput) { in.Preparations[0].Ready = calendar.DateTime{} }, "papers[0] not-ready", "to be printed, and not ready"},
		{func(in *docs.DayInput) { in.Uses[1].At = calendar.DateTime{} }, "uses[1].at no-time-of-use", "no time"},
		{func(in *docs.DayInput) { in.Uses[1].Paper = "x" }, "uses[1].paper unknown-paper", "no such paper"},
		{func(in *docs.DayInput) { in.Uses[1].Copies = -1 }, "uses[1].copies negative", "fewer than none"},
		{func(in *docs.DayInput) { in.Papers[1].Copies = -1 }, "papers[1].copies negative", "fewer than none"},
		{func(in *docs.DayInput) { in.Papers[1].ID = "report" }, "papers[1].id duplicate-id; uses[2].paper unknown-paper", "one id twice"},
		{func(in *docs.DayInput) { in.Papers[1].ID = "" }, "papers[1].id roster/no-id; uses[2].paper unknown-paper", "no id"},
		{func(in *docs.DayInput) { in.Day = calendar.Date{} }, "day missing", "no day"},
		{func(in *docs.DayInput) { in.PrintLead = -1 }, "printLead negative", "a lead that is none"},
		{func(in *docs.DayInput) { in.Uses = make([]docs.Use, docs.MaxUses+1) }, "uses too-many", "too many"},
	} {
		in := day()
		tt.change(&in)
		p, err := docs.PlanDay(in)
		found := p.Problems()
		if ps, ok := errors.AsType[check.Problems](err); ok {
			found = ps
		}
		if diff := cmp.Diff(tt.want, said(found)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// propDay: over all days, every used paper is printed once, by its first use, and handed
// out for each; what is next today is printed tomorrow.
func propDay(t *rapid.T) {
	in := docs.DayInput{IssueLead: rapid.IntRange(0, 600).Draw(t, "issue"), PrintLead: rapid.IntRange(0, 2000).Draw(t, "print")}
	start := calendar.MustParseDateTime("2026-11-10 00:00")
	for i := range rapid.IntRange(0, 4).Draw(t, "papers") {
		in.Papers = append(in.Papers, docs.Paper{ID: roster.PaperID(fmt.Sprint("p", i)), Copies: rapid.IntRange(0, 3).Draw(t, "copies")})
	}
	used := map[roster.PaperID]bool{}
	for range rapid.IntRange(0, 6*min(1, len(in.Papers))).Draw(t, "uses") {
		p := rapid.SampledFrom(in.Papers).Draw(t, "paper")
		used[p.ID] = true
		in.Uses = append(in.Uses, docs.Use{Paper: p.ID, At: start.Add(60 * rapid.Int64Range(0, 5*24*60).Draw(t, "at")), Copies: rapid.IntRange(0, 3).Draw(t, "need")})
	}
	printed, issued := map[roster.PaperID]int{}, 0
	tomorrow := ""
	for d := range 15 {
		in.Day = calendar.MustParseDate("2026-11-05").AddDays(d)
		p, err := docs.PlanDay(in)
		if err != nil {
			t.Fatal(err)
		}
		today := ""
		for l := range p.Print() {
			printed[l.Paper]++
			today += fmt.Sprintln(l)
			for _, u := range in.Uses {
				if u.Paper == l.Paper && (u.At.Before(l.Due) || u.Copies > l.Copies) {
					t.Fatalf("%+v for %+v", l, u)
				}
			}
		}
		if d > 0 && today != tomorrow {
			t.Fatalf("%v: planned %s, is %s", in.Day, tomorrow, today)
		}
		tomorrow = ""
		for l := range p.Next() {
			tomorrow += fmt.Sprintln(l)
		}
		for range p.Issue() {
			issued++
		}
		if d != 7 { // one day tells what the JSON of all does
			continue
		}
		data, err := p.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := docs.ParseDayPlan(data, nil)
		if err != nil || lines(back) != lines(p) {
			t.Fatalf("%s: %v", data, err)
		}
	}
	for id, n := range printed {
		if n != 1 || !used[id] {
			t.Fatalf("%s is printed %d times", id, n)
		}
	}
	if len(printed) != len(used) || issued != len(in.Uses) {
		t.Fatalf("%d of %d printed, %d of %d handed out", len(printed), len(used), issued, len(in.Uses))
	}
}

func TestDayLaws(t *testing.T) { rapid.Check(t, propDay) }

func FuzzDay(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propDay)) }

// FuzzParseDayPlan: what is read is written as it was read.
func FuzzParseDayPlan(f *testing.F) {
	p, err := docs.PlanDay(day())
	if err != nil {
		f.Fatal(err)
	}
	data, err := p.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(strings.Replace(string(data), `"copies":820`, `"copies":821`, 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := docs.ParseDayPlan(data, nil)
		if err != nil {
			return
		}
		once, err := p.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := docs.ParseDayPlan(once, nil)
		if err != nil {
			t.Fatalf("%s: %v", once, err)
		}
		if twice, err := back.MarshalJSON(); err != nil || string(twice) != string(once) {
			t.Fatalf("%s\n%s\n%v", once, twice, err)
		}
	})
}

func TestParseDayPlan(t *testing.T) {
	p, err := docs.PlanDay(day())
	if err != nil {
		t.Fatal(err)
	}
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	forged := strings.Replace(string(data), `"print":[{`, `"print":[{"paper":"x","due":"2026-11-22 06:00"},{`, 1)
	for _, bad := range []string{forged, strings.Replace(string(data), `"day":"2026-11-22"`, `"day":"2026-11-23"`, 1), "{}"} {
		if _, err := docs.ParseDayPlan([]byte(bad), nil); err == nil || bad == string(data) {
			t.Errorf("read %s", bad)
		}
	}
}

func ExamplePlanDay() {
	at := calendar.MustParseDateTime
	plan, _ := docs.PlanDay(docs.DayInput{
		Day: calendar.MustParseDate("2026-11-22"),
		Papers: []docs.Paper{
			{ID: "工作报告", Copies: 820},
			{ID: "名单", Copies: 100},
			{ID: "简报", Copies: 300},
		},
		Uses: []docs.Use{
			{Paper: "工作报告", At: at("2026-11-23 09:00")},
			{Paper: "名单", At: at("2026-11-22 19:00")},
			{Paper: "简报", At: at("2026-11-24 08:00")},
		},
	})
	for l := range plan.Print() {
		fmt.Println("印制", l.Due, l.Paper, l.Copies)
	}
	for l := range plan.Issue() {
		fmt.Println("分发", l.Due, l.Paper, l.Copies)
	}
	for l := range plan.Next() {
		fmt.Println("次日", l.Due, l.Paper, l.Copies)
	}
	// Output:
	// 印制 2026-11-22 06:00 名单 100
	// 印制 2026-11-22 20:00 工作报告 820
	// 分发 2026-11-22 18:00 名单 100
	// 次日 2026-11-23 19:00 简报 300
}
