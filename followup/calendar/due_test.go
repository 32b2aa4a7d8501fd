package calendar_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestDue(t *testing.T) {
	china := calendar.China()
	us := must[*calendar.Calendar](t)(calendar.USFederal(1985, 2030))
	eu := must[*calendar.Calendar](t)(calendar.EUWeekends(1980, 2030))
	narrow := calendar.CNCivil()
	narrow.StatutoryOnly = true
	for _, tt := range []struct {
		policy                calendar.Policy
		c                     *calendar.Calendar
		trigger, period, want string
		why                   string
	}{
		{calendar.CNCivil(), china, "2024-01-31", "1 month", "2024-02-29", "article 202: no corresponding day, the end of the month"},
		{calendar.CNCivil(), china, "2024-02-29", "1 year", "2025-02-28", "the same for years"},
		{calendar.CNCivil(), china, "2026-02-01", "15 days", "2026-02-24", "article 203: the last day falls in the Spring Festival"},
		{calendar.CNCivil(), china, "2026-01-28", "1 month", "2026-02-28", "a make-up Saturday is no holiday"},
		{calendar.CNCivil(), china, "2026-06-01", "5 days", "2026-06-08", "a Saturday rolls by default"},
		{narrow, china, "2026-06-01", "5 days", "2026-06-06", "in the narrow reading it does not"},
		{narrow, china, "2026-02-01", "15 days", "2026-02-24", "the Spring Festival rolls in either reading"},
		{narrow, china, "2019-04-01", "4 days", "2019-04-06", "the day after the holiday is a Saturday that no notice names"},
		{calendar.CNCivil(), china, "2019-04-01", "4 days", "2019-04-08", "where weekends roll, the weekend after a holiday does too"},
		{calendar.CNCivil(), china, "2026-02-26", "-3 days", "2026-02-14", "backwards from the Spring Festival to the working day before"},
		{calendar.CNCivil(), china, "2024-02-08", "5 workdays", "2024-02-21", "working days with a make-up Sunday"},
		{calendar.CNCivil(), china, "2026-06-01", "2 weeks", "2026-06-15", "weeks of seven days"},
		{calendar.CNProcedure(), china, "2024-09-16", "15 days", "2024-10-08", "holidays inside count, the last day does not stand on one"},
		{calendar.CNWorkdays(), china, "2024-02-08", "10 workdays", "2024-02-28", "across the Spring Festival"},
		{calendar.CNWorkdays(), china, "2024-05-13", "-1 workday", "2024-05-11", "backwards to a make-up Saturday"},
		{calendar.EU118271(), eu, "1985-02-18", "3 months", "1985-05-20", "article 3(4): Saturday to Monday"},
		{calendar.EU118271(), eu, "2024-01-31", "1 month", "2024-02-29", "article 3(2)(c)"},
		{calendar.EU118271(), eu, "2024-03-01", "2 days", "2024-03-05", "article 3(5): from Friday, Sunday to Monday, but two working days end on Tuesday"},
		{calendar.EU118271(), eu, "2024-03-01", "1 day", "2024-03-04", "article 3(5) does not concern one day"},
		{calendar.EU118271(), eu, "2024-03-01", "3 days", "2024-03-05", "three days to Monday hold one working day"},
		{calendar.EU118271(), eu, "2024-03-01", "4 days", "2024-03-05", "four hold two"},
		{calendar.EU118271(), eu, "2024-03-11", "-1 day", "2024-03-10", "article 3(4) is not for periods calculated backwards"},
		{calendar.EU118271(), eu, "2024-03-11", "-2 days", "2024-03-07", "but article 3(5) is: Friday and Thursday"},
		{calendar.EU118271(), eu, "2024-03-01", "2 workdays", "2024-03-05", "a period in working days"},
		{calendar.USFRCP6(), us, "2007-08-02", "30 days", "2007-09-04", "Saturday, Sunday, Labor Day"},
		{calendar.USFRCP6(), us, "2007-09-22", "-21 days", "2007-08-31", "backwards it continues backwards"},
		{calendar.USFRCP6(), us, "2021-06-04", "14 days", "2021-06-21", "Juneteenth, observed on a Friday"},
		{calendar.USFRCP6(), us, "2021-12-01", "30 days", "2022-01-03", "New Year's Day, observed in the year before"},
		{calendar.USFRCPPre2009(), us, "2007-08-24", "10 days", "2007-09-10", "less than 11 days: weekends and Labor Day not counted"},
		{calendar.USFRCPPre2009(), us, "2007-08-24", "11 days", "2007-09-04", "11 days: all counted"},
		{calendar.USFRCPPre2009(), us, "2007-09-10", "-10 days", "2007-08-24", "and back"},
		{calendar.USFRCPPre2009(), us, "2007-08-24", "1 week", "2007-08-31", "a week is not a period in days"},
		{calendar.CouncilOfEurope(), eu, "2024-01-31", "1 month", "2024-02-29", "article 4"},
		{calendar.CouncilOfEurope(), eu, "2024-03-01", "1 day", "2024-03-04", "article 5"},
		{calendar.CouncilOfEurope(), eu, "2024-03-01", "2 days", "2024-03-04", "no least number of working days"},
	} {
		got, err := calendar.Due(tt.policy, tt.c, calendar.MustParseDate(tt.trigger), calendar.MustParsePeriod(tt.period))
		if err != nil || got.Date().String() != tt.want {
			t.Errorf("%s, %s, %s: %v, %v, want %s: %s", tt.policy.ID, tt.trigger, tt.period, got.Date(), err, tt.want, tt.why)
		}
	}
}

func TestDueRefused(t *testing.T) {
	eu := must[*calendar.Calendar](t)(calendar.EUWeekends(2000, 2030))
	broken := calendar.CNCivil()
	broken.ID, broken.Forward, broken.ShortDays, broken.MinWorkdays = "", 9, -1, calendar.MaxPeriod+1
	broken.Units, broken.To = append(broken.Units, 0), calendar.MustDate(1999, 1, 1)
	far := calendar.MustParsePeriod("9000 years")
	for _, tt := range []struct {
		policy  calendar.Policy
		period  calendar.Period
		trigger string
		want    string
		why     string
	}{
		{calendar.CNWorkdays(), calendar.MustParsePeriod("5 days"), "2024-01-02", `limit.period.unit: policy "cn_workdays" does not cover periods in days`, "日 is not 工作日"},
		{calendar.USFRCP6(), calendar.MustParsePeriod("5 workdays"), "2024-01-02", `limit.period.unit: policy "us_frcp_6" does not cover periods in working days`, "the rule knows none"},
		{calendar.CouncilOfEurope(), calendar.MustParsePeriod("-5 days"), "2024-01-02", `limit.period.n: policy "council_of_europe" does not apply to periods counted backwards (-5)`, "article 1(1)"},
		{calendar.CNCivil(), calendar.Period{}, "2024-01-02", "limit.period: this field is needed", "no period"},
		{calendar.CNCivil(), calendar.Period{N: 1}, "2024-01-02", "limit.period.unit: unit 0 is none of days, weeks, months, years, working days and hours", "no unit"},
		{calendar.CNCivil(), far, "2024-01-02", "limit.period: the day lies outside the years 1 to 9999", "the end of time"},
		{broken, calendar.MustParsePeriod("5 days"), "2024-01-02", strings.Join([]string{
			"policy.forward: there is no way 9 to roll", "policy.id: this field is needed",
			"policy.minWorkdays: number of days 100001 lies outside 0 to 100000", "policy.shortDays: number of days -1 lies outside 0 to 100000",
			"policy.to: the rule ends on 1999-01-01, before it begins on 2021-01-01",
			"policy.units[6]: unit 0 is none of days, weeks, months, years, working days and hours",
		}, "\n"), "all at once"},
	} {
		_, err := calendar.Due(tt.policy, eu, calendar.MustParseDate(tt.trigger), tt.period)
		found, ok := errors.AsType[check.Problems](err)
		if diff := cmp.Diff(tt.want, strings.TrimSpace(found.Text(check.En, nil))); !ok || diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}

func TestDueUnpublished(t *testing.T) {
	china := calendar.China()
	for _, tt := range []struct {
		period string
		year   int
		want   string
		why    string
	}{
		{"40 days", 2027, "", "the last day lies in a year without a notice"},
		{"5 workdays", 0, "2026-12-25", "it does not get there"},
		{"20 workdays", 2027, "", "it would pass into it"},
		{"13 days", 0, "2026-12-31", "the last day known is a working day"},
	} {
		got, err := calendar.Due(calendar.CNCivil(), china, calendar.MustDate(2026, 12, 18), calendar.MustParsePeriod(tt.period))
		unpublished, ok := errors.AsType[*calendar.UnpublishedError](err)
		if got.Date().String() != tt.want || ok != (tt.year != 0) || ok && unpublished.Year != tt.year {
			t.Errorf("%s: %v, %v: %s", tt.period, got.Date(), err, tt.why)
		}
	}
}

func TestPending(t *testing.T) {
	d, err := calendar.Due(calendar.CNWorkdays(), calendar.China(), calendar.Date{}, calendar.MustParsePeriod("3 workdays"))
	if err != nil || !d.Pending() || !d.Date().IsZero() || d.IsZero() {
		t.Fatalf("%v, %v", d, err)
	}
	if got := check.Sentences(check.ZhHans, nil, d.Reasons()...); got != "起算的事件尚未发生，到期日待定" {
		t.Error(got)
	}
	if (calendar.Deadline{}).Pending() {
		t.Error("no deadline is not pending")
	}
}

func TestDeadlineAccessors(t *testing.T) {
	c := calendar.China()
	d := must[calendar.Deadline](t)(calendar.Due(calendar.CNCivil(), c, calendar.MustDate(2026, 2, 1), calendar.MustParsePeriod("15 days")))
	if d.Nominal().String() != "2026-02-16" || d.Trigger() != calendar.MustDate(2026, 2, 1) || d.Calendar() != c.Ref() ||
		d.Limit().Period.N != 15 || d.Policy().ID != "cn_civil" || d.Pending() {
		t.Errorf("%+v", d)
	}
	p := d.Policy()
	p.Units[1] = calendar.Years
	d.Reasons()[0] = check.Reason{}
	again := must[calendar.Deadline](t)(calendar.Due(calendar.CNCivil(), c, calendar.MustDate(2026, 2, 1), calendar.MustParsePeriod("15 days")))
	if !d.Equal(again) {
		t.Error("a caller changed a deadline")
	}
	if d.Equal(must[calendar.Deadline](t)(calendar.Due(p, c, calendar.MustDate(2026, 2, 1), calendar.MustParsePeriod("15 days")))) {
		t.Error("the units of the policy differ")
	}
}

// propDue: a slow walk from day to day ends where Due does.
func propDue(t *rapid.T) {
	c := calendar.China()
	policies := calendar.Policies()
	p := rapid.SampledFrom(policies).Draw(t, "policy")
	p.StatutoryOnly = rapid.Bool().Draw(t, "statutory")
	start := calendar.MustDate(2019, 6, 1).AddDays(rapid.IntRange(0, 2400).Draw(t, "start"))
	n := rapid.IntRange(1, 90).Draw(t, "n")
	if rapid.Bool().Draw(t, "back") {
		n = -n
	}
	unit := rapid.SampledFrom([]calendar.Unit{calendar.Days, calendar.Workdays}).Draw(t, "unit")
	got, err := calendar.Due(p, c, start, calendar.Period{N: n, Unit: unit})
	refused := p.NoBackward && n < 0 || !slices.Contains(p.Units, unit)
	if refused != (err != nil) {
		t.Fatalf("%v, %v", got, err)
	}
	if err != nil {
		return
	}
	working := func(d calendar.Date) bool { w, _ := c.IsWorkday(d); return w }
	step, left, held := 1, n, 0
	if n < 0 {
		step, left = -1, -n
	}
	all := unit == calendar.Days && left >= p.ShortDays
	d := start
	for left > 0 {
		d = d.AddDays(step)
		if working(d) {
			held++
		}
		if all || working(d) {
			left--
		}
	}
	rolls := p.Forward
	if n < 0 {
		rolls = p.Backward
	}
	for all && rolls != calendar.NoRoll {
		day, _ := c.Day(d)
		if day.Working() || p.StatutoryOnly && day.Kind == calendar.Weekend {
			break
		}
		d = d.AddDays(step)
		if working(d) {
			held++
		}
	}
	for all && max(n, -n) >= p.MinWorkdays && held < p.MinWorkdays {
		if d = d.AddDays(step); working(d) {
			held++
		}
	}
	if got.Date() != d {
		t.Fatalf("%s from %v, %d %v: %v, the slow walk ends on %v", p.ID, start, n, unit, got.Date(), d)
	}
}

func TestPropDue(t *testing.T) { rapid.Check(t, propDue) }
func FuzzDue(f *testing.F)     { f.Fuzz(rapid.MakeFuzz(propDue)) }

func TestPolicies(t *testing.T) {
	var last string
	for _, p := range calendar.Policies() {
		if ps := p.Validate(); ps.Len() != 0 {
			t.Errorf("%s: %v", p.ID, ps)
		}
		if p.ID <= last {
			t.Errorf("%s after %s", p.ID, last)
		}
		last = p.ID
		if found, ok := calendar.PolicyByID(p.ID); !ok || found.Source != p.Source {
			t.Errorf("%s is not found", p.ID)
		}
		if p.Source == "" || p.TitleEn == "" {
			t.Errorf("%s has no source", p.ID)
		}
	}
	if _, ok := calendar.PolicyByID("cn"); ok {
		t.Error("cn is found")
	}
	old, now := calendar.USFRCPPre2009(), calendar.USFRCP6()
	change := calendar.MustDate(2009, 12, 1)
	if old.InForce(change) || !now.InForce(change) || !old.InForce(change.AddDays(-1)) || now.InForce(change.AddDays(-1)) {
		t.Error("one rule takes the place of the other on 1 December 2009")
	}
}

func ExampleDue() {
	trigger := calendar.MustDate(2026, 2, 1)
	due, err := calendar.Due(calendar.CNCivil(), calendar.China(), trigger, calendar.MustParsePeriod("15 days"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(due.Date())
	for _, r := range due.Reasons() {
		fmt.Println(r.Text(check.ZhHans, nil))
	}
	// Output:
	// 2026-02-24
	// 期限15日自 2026-02-01 起算，当日不计入，依据《民法典》第二百条至第二百零四条
	// 最后一日是 2026-02-16
	// 2026-02-16（星期一）春节放假，依据《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）
	// 顺延至 2026-02-24（星期二）
	// 依据日历 CN，版本 2025-11-04.2344aa21473d
}
