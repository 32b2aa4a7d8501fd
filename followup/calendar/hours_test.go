package calendar_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestDueAt(t *testing.T) {
	china := calendar.China()
	us := must[*calendar.Calendar](t)(calendar.USFederal(2009, 2030))
	eu := must[*calendar.Calendar](t)(calendar.EUWeekends(2000, 2030))
	for _, tt := range []struct {
		policy                calendar.Policy
		c                     *calendar.Calendar
		trigger, period, want string
		date                  string
		why                   string
	}{
		{calendar.CNCivil(), china, "2026-02-13 17:20", "24 hours", "2026-02-14 17:20", "2026-02-14", "article 201(2): from the moment"},
		{calendar.CNCivil(), china, "2026-02-14 17:20", "48 hours", "2026-02-16 17:20", "2026-02-16", "a festival does not roll hours"},
		{calendar.CNCivil(), china, "2026-02-13 00:00", "24 hours", "2026-02-14 00:00", "2026-02-13", "midnight is the end of the day before"},
		{calendar.CNCivil(), china, "2026-02-13 17:20", "-48 hours", "2026-02-11 17:20", "2026-02-11", "backwards"},
		{calendar.CNCivil(), china, "2026-02-01 17:20", "15 days", "2026-02-25 00:00", "2026-02-24", "days end at 24:00"},
		{calendar.CNProcedure(), china, "2026-03-02 10:20", "24 hours", "2026-03-03 11:00", "2026-03-03", "the hour it begins is not counted"},
		{calendar.CNProcedure(), china, "2026-03-02 10:00", "24 hours", "2026-03-03 11:00", "2026-03-03", "the first moment of an hour lies in it"},
		{calendar.CNProcedure(), china, "2026-03-02 10:20", "-24 hours", "2026-03-01 10:00", "2026-03-01", "backwards from the beginning of the hour"},
		{calendar.EU118271(), eu, "2024-03-01 10:20", "24 hours", "2024-03-02 11:00", "2024-03-02", "article 3(1) and (4): hours do not roll, on a Saturday either"},
		{calendar.EU118271(), eu, "2024-03-01 22:59", "1 hour", "2024-03-02 00:00", "2024-03-01", "from 23:00 to 24:00"},
		{calendar.USFRCP6(), us, "2026-02-11 10:15", "48 hours", "2026-02-13 10:15", "2026-02-13", "rule 6(a)(2)(A) and (B)"},
		{calendar.USFRCP6(), us, "2026-02-12 10:15", "48 hours", "2026-02-17 10:15", "2026-02-17", "(C): Saturday, Sunday, Washington's Birthday"},
		{calendar.USFRCP6(), us, "2026-02-17 10:15", "-24 hours", "2026-02-13 10:15", "2026-02-13", "(5): backwards it runs on backwards"},
	} {
		got, err := calendar.DueAt(tt.policy, tt.c, calendar.MustParseDateTime(tt.trigger), calendar.MustParsePeriod(tt.period))
		if err != nil || got.Moment().String() != tt.want || got.Date().String() != tt.date {
			t.Errorf("%s, %s, %s: %v, %v, %v, want %s: %s", tt.policy.ID, tt.trigger, tt.period, got.Moment(), got.Date(), err, tt.want, tt.why)
		}
	}
}

func TestDueAtRefused(t *testing.T) {
	china := calendar.China()
	day, moment := calendar.MustDate(2026, 2, 1), calendar.MustParseDateTime("2026-02-01 10:00")
	hours := calendar.MustParsePeriod("24 hours")
	code := func(_ calendar.Deadline, err error) check.Code {
		ps, _ := err.(check.Problems)
		for p := range ps.All() {
			return p.Code()
		}
		return ""
	}
	for _, tt := range []struct {
		got, want check.Code
		why       string
	}{
		{code(calendar.Due(calendar.CNCivil(), china, day, hours)), calendar.NeedsMoment, "a day does not say from which moment"},
		{code(calendar.DueAt(calendar.CNWorkdays(), china, moment, hours)), calendar.UnitRefused, "custom knows working days only"},
		{code(calendar.DueAt(calendar.USFRCPPre2009(), china, moment, hours)), calendar.UnitRefused, "the older rule knew no hours"},
		{code(calendar.DueAt(calendar.CNCivil(), china, calendar.MustParseDateTime("0001-01-01 10:00"), calendar.MustParsePeriod("-48 hours"))), calendar.BeyondDates, "before the first year"},
		{code(calendar.DueAt(calendar.EU118271(), china, calendar.MustParseDateTime("9999-12-31 23:30"), hours)), calendar.BeyondDates, "after the last year"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q: %s", tt.got, tt.want, tt.why)
		}
	}
	if d, err := calendar.DueAt(calendar.CNCivil(), china, calendar.DateTime{}, hours); err != nil || !d.Pending() || !d.Moment().IsZero() {
		t.Errorf("before the event: %v, %v", d.Moment(), err)
	}
	roll := calendar.USFRCP6()
	if _, err := calendar.DueAt(roll, china, calendar.MustParseDateTime("2026-12-31 10:00"), hours); err == nil {
		t.Error("rolled in a year without a notice")
	}
}

// propDueAt: hours are counted one by one; a rolled end keeps the time of the day and
// stands on the nearest working day in its direction.
func propDueAt(t *rapid.T) {
	c := calendar.China()
	p := rapid.SampledFrom([]calendar.Policy{calendar.CNCivil(), calendar.CNProcedure(), calendar.EU118271(), calendar.USFRCP6()}).Draw(t, "policy")
	from := calendar.MustParseDateTime("2025-12-20 00:00").Add(int64(rapid.IntRange(0, 60*86400).Draw(t, "second")))
	n := rapid.IntRange(1, 200).Draw(t, "n")
	step := int64(3600)
	if rapid.Bool().Draw(t, "backward") {
		step = -step
	}
	got, err := calendar.DueAt(p, c, from, calendar.Period{N: n * int(step/3600), Unit: calendar.Hours})
	if err != nil {
		t.Fatal(err)
	}
	end := from
	if p.WholeHours {
		for end.Clock()%calendar.Hour != 0 {
			end = end.Add(-1)
		}
		if step > 0 {
			end = end.Add(step)
		}
	}
	for range n {
		end = end.Add(step)
	}
	days := 0
	for ; p.RollHours; days++ {
		if ok, err := c.IsWorkday(end.Add(-1).Date()); err != nil || ok {
			break
		}
		end = end.Add(24 * step)
	}
	if got.Moment() != end || got.Date() != end.Add(-1).Date() {
		t.Fatalf("%v, want %v", got.Moment(), end)
	}
	if days == 0 && got.Nominal() != got.Date() || got.From() != from || got.Trigger() != from.Date() {
		t.Fatalf("nominal %v, from %v", got.Nominal(), got.From())
	}
}

func TestPropDueAt(t *testing.T) { rapid.Check(t, propDueAt) }
func FuzzDueAt(f *testing.F)     { f.Fuzz(rapid.MakeFuzz(propDueAt)) }

func ExampleDueAt() {
	limit, found := calendar.ReadLimit("收到后24小时内", nil)
	if found.Failed() {
		fmt.Println(found.Err())
		return
	}
	due, err := limit.DueAt(calendar.CNProcedure(), calendar.China(), calendar.MustParseDateTime("2026-03-02 10:20"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(due.Moment())
	for _, r := range due.Reasons()[:3] {
		fmt.Println(r.Text(check.En, nil))
	}
	// Output:
	// 2026-03-03 11:00
	// a period of 24 hours runs from 2026-03-02 10:20 by the Civil Procedure Law of the People's Republic of China, article 85
	// the hour of the event is not counted, so it counts from 2026-03-02 11:00
	// it ends at 2026-03-03 11:00
}
