package followup_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// plan is an item of 20 working days, of 5 points each: assigned on Monday 3 August
// 2026 and due on Monday the 31st, without a holiday between.
func plan(change func(*followup.Item)) followup.Item {
	it := followup.Item{
		ID: "i1", Stage: followup.StageInProgress, Assigned: day("2026-08-03"), Answered: day("2026-08-03"),
		Due: day("2026-08-31"), Percent: 50,
	}
	if change != nil {
		change(&it)
	}
	return it
}

func TestLights(t *testing.T) {
	percent := func(n int) func(*followup.Item) { return func(it *followup.Item) { it.Percent = n } }
	done := percent(100)
	idle := func(it *followup.Item) { it.Answered, it.Due, it.Percent = calendar.Date{}, day("2026-12-31"), 100 }
	unlisted := func(it *followup.Item) { it.Listing, it.Due, it.Percent = true, day("2026-12-31"), 100 }
	slip := func(l followup.Light) func(*followup.Item) {
		return func(it *followup.Item) { it.LastSlip, it.Urged, it.Percent = l, 1, 100 }
	}
	tests := []struct {
		rules  followup.RuleSet
		on     string
		item   func(*followup.Item)
		want   followup.Light
		clause int
		value  int
		why    string
	}{
		{followup.Yinchuan(), "2026-08-17", percent(50), followup.Green, -1, 0, "on plan"},
		{followup.Yinchuan(), "2026-08-17", percent(41), followup.Green, -1, 0, "9 points are not 10"},
		{followup.Yinchuan(), "2026-08-17", percent(40), followup.Yellow, 0, 10, "10 included"},
		{followup.Yinchuan(), "2026-08-17", percent(20), followup.Yellow, 0, 30, "30 included"},
		{followup.Yinchuan(), "2026-08-17", percent(19), followup.Red, 1, 31, "more than 30"},
		{followup.Yinchuan(), "2026-08-16", percent(10), followup.Red, 1, 35, "a Sunday adds nothing to the plan of Friday"},
		{followup.Yinchuan(), "2026-08-31", idle, followup.Green, -1, 0, "the month planned is not over"},
		{followup.Yinchuan(), "2026-09-01", idle, followup.Yellow, 2, 1, "not begun in it"},
		{followup.Yinchuan(), "2026-10-31", idle, followup.Yellow, 2, 2, "two months"},
		{followup.Yinchuan(), "2026-11-01", idle, followup.Red, 3, 3, "three months"},
		{followup.Yinchuan(), "2026-09-01", done, followup.Green, -1, 0, "overdue is no clause of this rule"},
		{followup.Yinchuan(), "2026-08-31", unlisted, followup.Green, -1, 0, "begun in August, and August is not over"},
		{followup.Yinchuan(), "2026-09-01", unlisted, followup.Yellow, 4, 1, "a month without an entry in statistics"},
		{followup.Yinchuan(), "2026-10-01", unlisted, followup.Red, 5, 2, "two months"},
		{followup.Yinchuan(), "2026-10-01", func(it *followup.Item) { unlisted(it); it.Listed = day("2026-09-30") }, followup.Green, -1, 0, "entered"},
		{followup.Yinchuan(), "2026-10-01", func(it *followup.Item) { unlisted(it); it.Listing = false }, followup.Green, -1, 0, "need not be entered"},
		{followup.Yinchuan(), "2026-08-20", func(it *followup.Item) { it.Stage, it.Percent = followup.StageReported, 0 }, followup.Green, -1, 0, "a reported item is at 100"},
		{followup.Yinchuan(), "2026-08-20", func(it *followup.Item) { it.Reopened, it.Percent = day("2026-08-19"), 0 }, followup.Yellow, 0, 12, "the plan begins anew: 1 day of 8"},

		{followup.Suqian(), "2026-08-25", done, followup.Green, -1, 0, "4 working days left"},
		{followup.Suqian(), "2026-08-26", done, followup.Blue, 0, 3, "3 working days left are near"},
		{followup.Suqian(), "2026-08-31", done, followup.Blue, 0, 0, "the due date"},
		{followup.Suqian(), "2026-08-31", percent(99), followup.Yellow, 1, 1, "behind beats near"},
		{followup.Suqian(), "2026-08-10", func(it *followup.Item) { it.Returns = 1 }, followup.Yellow, 2, 1, "poor quality"},
		{followup.Suqian(), "2026-08-10", func(it *followup.Item) { it.Returns, it.Stage = 1, followup.StageReported }, followup.Green, -1, 0, "reported again"},
		{followup.Suqian(), "2026-09-01", done, followup.Red, 3, 1, "overdue"},
		{followup.Suqian(), "2026-09-01", func(it *followup.Item) { it.Stage = followup.StageReported }, followup.Red, 3, 1, "red until closed"},

		{followup.Sanming(), "2026-08-10", nil, followup.Green, -1, 0, "ahead of plan"},
		{followup.Sanming(), "2026-08-18", percent(50), followup.Blue, 0, 5, "slow"},
		{followup.Sanming(), "2026-08-10", func(it *followup.Item) { it.Returns = 2 }, followup.Blue, 1, 2, "poor"},
		{followup.Sanming(), "2026-08-18", slip(followup.Blue), followup.Blue, 2, 2, "a blue slip is out"},
		{followup.Sanming(), "2026-08-18", slip(followup.Orange), followup.Orange, 3, 4, "blue was ignored, or the item starts at orange"},
		{followup.Sanming(), "2026-08-18", slip(followup.Red), followup.Red, 4, 5, "orange was ignored"},
		{followup.Sanming(), "2026-08-18", slip(followup.Yellow), followup.Green, -1, 0, "the rule knows no yellow slip"},

		{followup.Guangyuan(), "2026-08-18", percent(50), followup.Yellow, 0, 5, "late but recoverable"},
		{followup.Guangyuan(), "2026-09-01", done, followup.Yellow, 1, 1, "overdue, and nobody says it cannot be done"},
		{followup.Guangyuan(), "2026-08-18", func(it *followup.Item) { it.Expected = day("2026-09-02") }, followup.Red, 2, 2, "will not make it"},
		{followup.Guangyuan(), "2026-08-10", func(it *followup.Item) { it.Expected = day("2026-08-31") }, followup.Green, -1, 0, "will be done on the due date"},
		{followup.Guangyuan(), "2026-08-10", func(it *followup.Item) { it.Due, it.Expected = day("2026-08-28"), day("2026-08-30") }, followup.Red, 2, 1, "a weekend late is late"},

		{followup.Yichang(), "2026-08-25", done, followup.Green, -1, 0, "smooth"},
		{followup.Yichang(), "2026-08-26", done, followup.Yellow, 0, 3, "near"},
		{followup.Yichang(), "2026-08-18", percent(54), followup.Red, 1, 1, "behind"},
		{followup.Yichang(), "2026-09-01", done, followup.Red, 2, 1, "overdue"},

		{followup.ProjectSchedule(), "2026-08-31", percent(0), followup.Green, -1, 0, "the due date is in time"},
		{followup.ProjectSchedule(), "2026-09-01", nil, followup.Yellow, 0, 1, "1 day"},
		{followup.ProjectSchedule(), "2026-09-07", nil, followup.Yellow, 0, 7, "7 days"},
		{followup.ProjectSchedule(), "2026-09-08", nil, followup.Orange, 1, 8, "8 days"},
		{followup.ProjectSchedule(), "2026-09-14", nil, followup.Orange, 1, 14, "14 days"},
		{followup.ProjectSchedule(), "2026-09-15", nil, followup.Red, 2, 15, "15 days"},

		{followup.Yichang(), "2026-12-01", func(it *followup.Item) { it.Stage = followup.StageSuspended }, 0, -1, 0, "work rests"},
		{followup.Yichang(), "2026-12-01", func(it *followup.Item) { it.Stage = followup.StageClosed }, 0, -1, 0, "nothing is owed"},
		{followup.Yichang(), "2026-12-01", func(it *followup.Item) { it.Stage, it.Due = followup.StageFiled, calendar.Date{} }, 0, -1, 0, "no due date"},
	}
	for _, tt := range tests {
		got, err := tt.rules.Light(plan(tt.item), day(tt.on), calendar.China())
		if err != nil || got.Light != tt.want || got.Clause != tt.clause || got.Value != tt.value {
			t.Errorf("%s on %s: %s by clause %d with %d, %v, want %s, %d, %d: %s", tt.rules.Name, tt.on, got.Light, got.Clause, got.Value, err, tt.want, tt.clause, tt.value, tt.why)
		}
		for _, l := range []check.Lang{check.ZhHans, check.En} {
			if text := got.Why.Text(l, nil); text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s on %s: %q", tt.rules.Name, tt.on, text)
			}
		}
	}
}

func TestSlipsAndWorkdays(t *testing.T) {
	rules := followup.RuleSet{Name: "own", Title: "本单位规则", TitleEn: "our rules", Source: check.HouseCustom, Clauses: []followup.Clause{
		{Light: followup.Yellow, Measure: followup.WorkdaysLate, Min: 0, Exact: true},
		{Light: followup.Orange, Measure: followup.WorkdaysLate, Min: 1},
		{Light: followup.Red, Measure: followup.SlipsOut, Min: 2, Max: 3},
	}}
	due := func(it *followup.Item) { it.Due = day("2026-08-28") } // a Friday
	for _, tt := range []struct {
		on   string
		item func(*followup.Item)
		want followup.Light
	}{
		{"2026-08-28", due, followup.Green},
		{"2026-08-30", due, followup.Yellow},
		{"2026-08-31", due, followup.Orange},
		{"2026-08-10", func(it *followup.Item) { it.Urged = 1 }, followup.Green},
		{"2026-08-10", func(it *followup.Item) { it.Urged = 3 }, followup.Red},
		{"2026-08-10", func(it *followup.Item) { it.Urged = 4 }, followup.Green},
	} {
		if got, err := rules.Light(plan(tt.item), day(tt.on), calendar.China()); err != nil || got.Light != tt.want {
			t.Errorf("on %s: %s, %v, want %s", tt.on, got.Light, err, tt.want)
		}
	}
	var unknown *calendar.UnpublishedError
	if _, err := rules.Light(plan(nil), day("2027-02-01"), calendar.China()); !errors.As(err, &unknown) {
		t.Errorf("a year without notice: %v", err)
	}
}

func TestRuleSetInput(t *testing.T) {
	good := followup.Suqian()
	for name, tt := range map[string]struct {
		change func(*followup.RuleSet)
		want   check.Code
	}{
		"no name":      {func(r *followup.RuleSet) { r.Name = "" }, followup.NoText},
		"no source":    {func(r *followup.RuleSet) { r.Source = " " }, followup.NoText},
		"green":        {func(r *followup.RuleSet) { r.Clauses[0].Light = followup.Green }, followup.BadClause},
		"no measure":   {func(r *followup.RuleSet) { r.Clauses[0].Measure = 0 }, followup.BadClause},
		"measure":      {func(r *followup.RuleSet) { r.Clauses[0].Measure = followup.Measure(followup.Measures + 1) }, followup.BadClause},
		"empty range":  {func(r *followup.RuleSet) { r.Clauses[0].Min = 4 }, followup.BadRange},
		"empty, exact": {func(r *followup.RuleSet) { r.Clauses[1].Exact = true }, followup.BadRange},
		"negative":     {func(r *followup.RuleSet) { r.Clauses[0].Min = -1 }, followup.BadRange},
		"huge":         {func(r *followup.RuleSet) { r.Clauses[0].Max = followup.MaxThreshold + 1 }, followup.BadRange},
		"too many": {func(r *followup.RuleSet) {
			r.Clauses = append(r.Clauses, make([]followup.Clause, followup.MaxClauses)...)
		}, followup.TooManyClauses},
	} {
		r := good
		r.Clauses = append([]followup.Clause{}, good.Clauses...)
		tt.change(&r)
		_, err := r.Light(plan(nil), day("2026-08-17"), calendar.China())
		if !r.Validate().Has(tt.want) || err == nil {
			t.Errorf("%s: %v, %v", name, r.Validate(), err)
		}
		if _, err := json.Marshal(r); err == nil {
			t.Errorf("%s: written", name)
		}
	}
	for _, r := range followup.RuleSets() {
		if ps := r.Validate(); ps.Len() > 0 {
			t.Errorf("%s: %v", r.Name, ps)
		}
	}
}

// propLight: the light is the worst of those whose clause fires when it stands alone,
// and the clause named is the first that gives it.
func propLight(t *rapid.T) {
	r := followup.RuleSet{Name: "r", Title: "规则", TitleEn: "rules", Source: check.HouseCustom}
	for range rapid.IntRange(0, 6).Draw(t, "clauses") {
		low := rapid.IntRange(0, 20).Draw(t, "min")
		r.Clauses = append(r.Clauses, followup.Clause{
			Light:   rapid.SampledFrom([]followup.Light{followup.Blue, followup.Yellow, followup.Orange, followup.Red}).Draw(t, "light"),
			Measure: followup.Measure(rapid.IntRange(1, followup.Measures).Draw(t, "measure")), Min: low,
			Max: low + rapid.IntRange(0, 20).Draw(t, "width"), Exact: true,
		})
	}
	it := plan(func(it *followup.Item) {
		it.Percent, it.Returns, it.Urged = rapid.IntRange(0, 100).Draw(t, "percent"), rapid.IntRange(0, 3).Draw(t, "returns"), rapid.IntRange(0, 3).Draw(t, "urged")
		it.LastSlip = followup.Light(rapid.IntRange(0, followup.Lights).Draw(t, "slip"))
		it.Expected = day("2026-08-20").AddDays(rapid.IntRange(0, 30).Draw(t, "expected"))
	})
	on := day("2026-08-03").AddDays(rapid.IntRange(0, 60).Draw(t, "on"))
	want, clause := followup.Green, -1
	for i, c := range r.Clauses {
		alone := r
		alone.Clauses = []followup.Clause{c}
		s, err := alone.Light(it, on, calendar.China())
		if err != nil {
			t.Fatal(err)
		}
		if s.Light > want {
			want, clause = s.Light, i
		}
	}
	got, err := r.Light(it, on, calendar.China())
	if err != nil || got.Light != want || got.Clause != clause {
		t.Fatalf("%s by %d, %v, want %s by %d", got.Light, got.Clause, err, want, clause)
	}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := followup.ParseRuleSet(data)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	if len(r.Clauses) == 0 {
		back.Clauses = nil
	}
	if diff := cmp.Diff(r, back); diff != "" {
		t.Fatalf("read back (-want +got):\n%s", diff)
	}
}

func TestLightProperty(t *testing.T) { rapid.Check(t, propLight) }
func FuzzLight(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propLight)) }

func FuzzParseRuleSet(f *testing.F) {
	for _, r := range followup.RuleSets() {
		data, err := json.Marshal(r)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"huiwu":"followup.lights/1","name":"x","clauses":[{"light":"green"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := followup.ParseRuleSet(data)
		if err != nil {
			return
		}
		again, err := json.Marshal(r)
		if err != nil {
			t.Fatalf("read, but not written: %v", err)
		}
		back, err := followup.ParseRuleSet(again)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, back); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

func ExampleRuleSet_Light() {
	it := followup.Item{
		ID: "手册", Stage: followup.StageInProgress, Percent: 30,
		Assigned: calendar.MustParseDate("2026-09-21"), Answered: calendar.MustParseDate("2026-09-22"), Due: calendar.MustParseDate("2026-10-30"),
	}
	for _, rules := range []followup.RuleSet{followup.Yinchuan(), followup.Suqian()} {
		s, err := rules.Light(it, calendar.MustParseDate("2026-10-16"), calendar.China())
		fmt.Println(s.Light, s.Why.Text(check.ZhHans, nil), err)
	}
	// Output:
	// yellow 手册 于 2026-10-16 亮黄灯：落后序时进度（百分点） 28，属 10–30（银川市亮灯规则（2025年）第 1 款） <nil>
	// yellow 手册 于 2026-10-16 亮黄灯：落后序时进度（百分点） 28，属 ≥ 1（宿迁市三色督办规则（2025年）第 2 款） <nil>
}
