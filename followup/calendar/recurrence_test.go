package calendar_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// moment reads a date with or without a time as iCalendar writes it.
func moment(t testing.TB, s string) calendar.DateTime {
	t.Helper()
	s = strings.TrimSuffix(s, "Z")
	if len(s) == 8 {
		s += "T000000"
	}
	if len(s) != 15 {
		t.Fatalf("%q is no moment", s)
	}
	return calendar.MustParseDateTime(s[:4] + "-" + s[4:6] + "-" + s[6:11] + ":" + s[11:13] + ":" + s[13:])
}

func collect(r calendar.Recurrence, start calendar.DateTime, limit int) []string {
	var got []string
	for at := range r.Instances(start, limit) {
		got = append(got, at.String())
	}
	return got
}

// TestConformance: rules of testdata/rrule.csv, each with its source, have the instances
// that stand beside them, or are refused with the part that is not supported.
func TestConformance(t *testing.T) {
	f, err := os.Open("testdata/rrule.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	inside := 0
	for _, row := range rows[1:] {
		id, name, start, rule := row[0], row[1], moment(t, row[2]), row[3]
		r, found := calendar.ParseRecurrence(rule)
		var refused []string
		for _, part := range []string{"FREQ=DAILY", "BYWEEKNO", "BYYEARDAY", "BYHOUR", "BYMINUTE", "BYSECOND"} {
			if strings.Contains(rule, part) {
				refused = append(refused, part)
			}
		}
		if len(refused) > 0 {
			if n := found.Count(calendar.RefusedPart); n != len(refused) {
				t.Errorf("%s %s: %d parts refused, want %v", id, rule, n, refused)
			}
			for _, part := range refused {
				if !strings.Contains(found.Text(check.En, nil), `"`+part+`"`) {
					t.Errorf("%s %s: %s is not named", id, rule, part)
				}
			}
			continue
		}
		inside++
		if strings.HasSuffix(rule, ";") != found.Has(calendar.TrailingSemicolon) || found.Failed() {
			t.Errorf("%s %s: %v", id, rule, found)
		}
		var want []string
		for s := range strings.SplitSeq(row[4], ",") {
			want = append(want, moment(t, s).String())
		}
		// Rules without an end are cut where the row ends.
		limit := len(want)
		if r.Count > 0 || !r.Until.Time.IsZero() {
			limit = calendar.MaxInstances
		}
		if diff := cmp.Diff(want, collect(r, start, limit)); diff != "" {
			t.Errorf("%s %s: %s (-want +got):\n%s", id, name, rule, diff)
		}
	}
	if inside != 35 {
		t.Errorf("%d rules inside the subset", inside)
	}
}

func TestInstances(t *testing.T) {
	for _, tt := range []struct {
		rule, start string
		limit       int
		want        []string
		why         string
	}{
		{"FREQ=MONTHLY;INTERVAL=13;BYMONTH=5", "20100212", 2, []string{"20130512", "20260512"}, "the month is a filter on every thirteenth"},
		{"FREQ=WEEKLY;BYDAY=WE,FR;INTERVAL=2", "20190101T100000", 4, []string{"20190102T100000", "20190104T100000", "20190116T100000", "20190118T100000"}, "a start that does not fit is no instance"},
		{"FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13", "20260101", 3, []string{"20260213", "20260313", "20261113"}, "both parts, in every month"},
		{"FREQ=YEARLY;BYDAY=-1MO", "20240101", 2, []string{"20241230", "20251229"}, "the last Monday of the year"},
		{"FREQ=YEARLY;BYDAY=53MO", "20180101", 2, []string{"20181231", "20241230"}, "not every year has 53 Mondays"},
		{"FREQ=MONTHLY;BYDAY=5FR", "20260101", 3, []string{"20260130", "20260529", "20260731"}, "nor every month five Fridays"},
		{"FREQ=MONTHLY;UNTIL=20260301", "20260101T235959", 9, []string{"20260101T235959", "20260201T235959", "20260301T235959"}, "a last day counts as a whole"},
		{"FREQ=MONTHLY;UNTIL=20260301T090000", "20260101T090000", 9, []string{"20260101T090000", "20260201T090000", "20260301T090000"}, "the last moment is included"},
		{"FREQ=MONTHLY;UNTIL=20260301T085959Z", "20260101T090000", 9, []string{"20260101T090000", "20260201T090000"}, "a second before"},
		{"FREQ=MONTHLY;UNTIL=20250101", "20260101", 9, nil, "over before it begins"},
		{"FREQ=MONTHLY;COUNT=3", "20260101", 2, []string{"20260101", "20260201"}, "the limit comes first"},
		{"FREQ=MONTHLY", "20260101", 0, nil, "no instances wanted"},
		{"FREQ=MONTHLY", "20260101", -1, nil, "a negative limit"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "20260101", 1, nil, "a date that never comes"},
		{"FREQ=MONTHLY;INTERVAL=12;BYMONTH=3", "20260101", 1, nil, "a month that is never met"},
		{"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6,-6", "20260101", 1, nil, "a position that no month has"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;INTERVAL=3", "20270101", 3, []string{"20720229", "21680229", "22640229"}, "leap days on a Monday, every third year"},
		{"FREQ=YEARLY;INTERVAL=10000", "20260101", 3, []string{"20260101"}, "the next one lies beyond the year 9999"},
		{"FREQ=WEEKLY;INTERVAL=10000", "99991201", 3, []string{"99991201"}, "and here"},
		{"FREQ=WEEKLY;WKST=SU;BYDAY=SA,SU", "00010101", 2, []string{"00010106", "00010107"}, "the first week begins before the first day"},
		{"FREQ=WEEKLY;BYDAY=FR,SU", "99991226", 9, []string{"99991226", "99991231"}, "the last week ends after the last day"},
	} {
		var want []string
		for _, s := range tt.want {
			want = append(want, moment(t, s).String())
		}
		if diff := cmp.Diff(want, collect(calendar.MustParseRecurrence(tt.rule), moment(t, tt.start), tt.limit)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", tt.rule, tt.why, diff)
		}
	}
	if got := collect(calendar.Recurrence{}, moment(t, "20260101"), 1); got != nil {
		t.Errorf("a rule that is not valid has instances: %v", got)
	}
	if got := collect(calendar.MustParseRecurrence("FREQ=WEEKLY"), calendar.DateTime{}, 1); got != nil {
		t.Errorf("no start has instances: %v", got)
	}
	for range calendar.MustParseRecurrence("FREQ=WEEKLY").Instances(moment(t, "20260101"), 5) {
		break // a walk may end early
	}
}

func TestParseRecurrence(t *testing.T) {
	for _, tt := range []struct{ in, want, why string }{
		{"FREQ=WEEKLY", "FREQ=WEEKLY", "the shortest"},
		{"freq=weekly;byday=mo", "FREQ=WEEKLY;BYDAY=MO", "letters of either case"},
		{"INTERVAL=1;FREQ=MONTHLY;WKST=MO", "FREQ=MONTHLY", "what goes without saying"},
		{"BYDAY=FR,1MO,FR,-1MO;FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=-1MO,1MO,FR", "lists are sets"},
		{"FREQ=MONTHLY;BYDAY=+1MO", "FREQ=MONTHLY;BYDAY=1MO", "a sign that the standard allows"},
		{"FREQ=YEARLY;UNTIL=19971224T000000Z;WKST=SU;BYMONTH=5,4", "FREQ=YEARLY;UNTIL=19971224T000000Z;BYMONTH=4,5;WKST=SU", "every kind of end"},
		{"FREQ=YEARLY;UNTIL=19971224", "FREQ=YEARLY;UNTIL=19971224", "a day"},
		{"FREQ=YEARLY;UNTIL=19971224T235959", "FREQ=YEARLY;UNTIL=19971224T235959", "a moment"},
	} {
		r, found := calendar.ParseRecurrence(tt.in)
		if found.Len() != 0 || r.String() != tt.want {
			t.Errorf("%s: %s, %v; %s", tt.in, r, found, tt.why)
		}
	}
	for _, tt := range []struct {
		in, want string // code and path
		why      string
	}{
		{"", "calendar/no-text FREQ", "nothing"},
		{"FREQ=DAILY", "calendar/refused-part FREQ", "outside the subset"},
		{"FREQ=FORTNIGHTLY", "calendar/bad-freq FREQ", "no frequency at all"},
		{"FREQ=YEARLY;BYWEEKNO=20", "calendar/refused-part BYWEEKNO", "outside the subset"},
		{"FREQ=YEARLY;X-ROLL=1", "calendar/unknown-part X-ROLL", "an extension"},
		{"FREQ=YEARLY;;", "calendar/not-a-part ", "two semicolons"},
		{"FREQ=YEARLY;=3", "calendar/not-a-part ", "a value without a name"},
		{"FREQ=YEARLY;FREQ=WEEKLY", "calendar/part-twice FREQ", "twice"},
		{"FREQ=WEEKLY;COUNT=0", "calendar/bad-rule-value COUNT", "no instances"},
		{"FREQ=WEEKLY;COUNT=-1", "calendar/bad-rule-value COUNT", "less than none"},
		{"FREQ=WEEKLY;COUNT=100001", "calendar/bad-rule-part COUNT", "too many"},
		{"FREQ=WEEKLY;INTERVAL=0", "calendar/bad-rule-value INTERVAL", "no step"},
		{"FREQ=WEEKLY;INTERVAL=10001", "calendar/bad-rule-part INTERVAL", "too long"},
		{"FREQ=WEEKLY;INTERVAL=99999999999999999999", "calendar/bad-rule-value INTERVAL", "overflow"},
		{"FREQ=WEEKLY;COUNT=2;UNTIL=20260101", "calendar/two-ends COUNT", "two ends"},
		{"FREQ=WEEKLY;UNTIL=20260230", "calendar/bad-rule-value UNTIL", "no such day"},
		{"FREQ=WEEKLY;UNTIL=20260101Z", "calendar/bad-rule-value UNTIL", "a day has no zone"},
		{"FREQ=WEEKLY;UNTIL=20260101T240000", "calendar/bad-rule-value UNTIL", "no such time"},
		{"FREQ=WEEKLY;UNTIL=20260101T", "calendar/bad-rule-value UNTIL", "half a time"},
		{"FREQ=WEEKLY;BYDAY=1MO", "calendar/not-together BYDAY", "a week has one Monday"},
		{"FREQ=WEEKLY;BYDAY=", "calendar/bad-rule-value BYDAY", "no day"},
		{"FREQ=WEEKLY;BYDAY=XX", "calendar/bad-rule-value BYDAY", "no such day"},
		{"FREQ=MONTHLY;BYDAY=0MO", "calendar/bad-rule-value BYDAY", "counted from 1"},
		{"FREQ=MONTHLY;BYDAY=6MO", "calendar/bad-rule-part BYDAY", "no month has six"},
		{"FREQ=YEARLY;BYDAY=54MO", "calendar/bad-rule-part BYDAY", "no year has 54"},
		{"FREQ=YEARLY;BYMONTH=3;BYDAY=6MO", "calendar/bad-rule-part BYDAY", "counted in the month"},
		{"FREQ=WEEKLY;BYMONTHDAY=1", "calendar/not-together BYMONTHDAY", "the standard forbids it"},
		{"FREQ=MONTHLY;BYMONTHDAY=32", "calendar/bad-rule-part BYMONTHDAY", "no such day"},
		{"FREQ=MONTHLY;BYMONTHDAY=0", "calendar/zero-in-rule BYMONTHDAY", "counted from 1"},
		{"FREQ=MONTHLY;BYMONTH=0", "calendar/bad-rule-part BYMONTH", "no such month"},
		{"FREQ=MONTHLY;BYSETPOS=1", "calendar/set-pos-alone BYSETPOS", "of what?"},
		{"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", "calendar/bad-rule-part BYSETPOS", "too far"},
		{"FREQ=MONTHLY;WKST=1MO", "calendar/bad-rule-value WKST", "no number there"},
		{"FREQ=MONTHLY\n", "calendar/bad-rule-text ", "no line break"},
		{"FREQ=MONTHLY;BYDAY=" + strings.Repeat("MO,", 700) + "MO", "calendar/bad-rule-text ", "too long"},
	} {
		r, found := calendar.ParseRecurrence(tt.in)
		var got []string
		for p := range found.All() {
			got = append(got, string(p.Code())+" "+p.Path())
		}
		if !slices.Contains(got, tt.want) || !r.IsZero() || !found.Failed() {
			t.Errorf("%.60s: %q, want %s: %s", tt.in, got, tt.want, tt.why)
		}
	}
	broken := calendar.Recurrence{Freq: 9, Interval: -1, Count: -1, ByDay: []calendar.NthDay{{N: 0, Day: 8}}, WeekStart: 8}
	if got := broken.Validate().Len(); got != 5 {
		t.Errorf("%d findings: %v", got, broken.Validate())
	}
	if _, err := broken.MarshalText(); err == nil {
		t.Error("a broken rule is written")
	}
}

func genRecurrence(t *rapid.T) calendar.Recurrence {
	months := rapid.SliceOfN(rapid.IntRange(1, 12), 0, 3)
	days := rapid.SliceOfN(rapid.IntRange(1, 31), 0, 3)
	r := calendar.Recurrence{
		Freq:     rapid.SampledFrom([]calendar.Frequency{calendar.Weekly, calendar.Monthly, calendar.Yearly}).Draw(t, "freq"),
		Interval: rapid.IntRange(0, 4).Draw(t, "interval"),
		Count:    rapid.IntRange(0, 30).Draw(t, "count"),
		ByMonth:  months.Draw(t, "months"), WeekStart: calendar.Weekday(rapid.IntRange(0, 7).Draw(t, "wkst")),
	}
	far := 5
	switch {
	case r.Freq == calendar.Weekly:
		far = 0
	case r.Freq == calendar.Yearly && len(r.ByMonth) == 0:
		far = 53
	}
	if r.Freq != calendar.Weekly {
		for _, n := range days.Draw(t, "monthdays") {
			r.ByMonthDay = append(r.ByMonthDay, n*rapid.SampledFrom([]int{1, -1}).Draw(t, "sign"))
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "weekdays") {
		r.ByDay = append(r.ByDay, calendar.NthDay{N: rapid.IntRange(-far, far).Draw(t, "nth"), Day: calendar.Weekday(rapid.IntRange(1, 7).Draw(t, "day"))})
	}
	if len(r.ByDay)+len(r.ByMonth)+len(r.ByMonthDay) > 0 && rapid.Bool().Draw(t, "positions") {
		r.BySetPos = []int{rapid.IntRange(1, 4).Draw(t, "pos"), -rapid.IntRange(1, 4).Draw(t, "neg")}
	}
	if r.Count == 0 {
		r.Until = calendar.Until{Time: calendar.MustDate(2030, 1, 1).At(0), DateOnly: true}
	}
	return r
}

// propRecurrence: a rule is read back from its text, and its instances are in order, at
// the time of the start, and each a day that the slow reading of the rule allows.
func propRecurrence(t *rapid.T) {
	r := genRecurrence(t)
	data, err := json.Marshal(r)
	var back calendar.Recurrence
	if err != nil || json.Unmarshal(data, &back) != nil || !back.Equal(r) {
		t.Fatalf("%s: %s, %v, %v", r, data, back, err)
	}
	start := calendar.MustDate(2024, 1, 1).AddDays(rapid.IntRange(0, 400).Draw(t, "start")).At(calendar.MustClock(9, 30))
	got := slices.Collect(r.Instances(start, 20))
	far := func(at calendar.DateTime) bool { return at.Date().Year() >= start.Date().Year()+4 }
	if want := slowInstances(r, start, 20); !slices.Equal(slices.DeleteFunc(slices.Clone(got), far), want) {
		t.Fatalf("%s from %s:\n%v, slowly\n%v", r, start, got, want)
	}
	if again := slices.Collect(back.Instances(start, 20)); !slices.Equal(got, again) {
		t.Fatalf("%s: %v, read back %v", r, got, again)
	}
}

// slowInstances looks at every day of four years and asks of each whether the rule names
// it. Days are grouped by the period they lie in, for positions and intervals.
func slowInstances(r calendar.Recurrence, start calendar.DateTime, limit int) []calendar.DateTime {
	wkst := max(r.WeekStart, calendar.Monday)
	origin := start.Date()
	index := func(d calendar.Date) int { // of the period, from that of the start
		switch r.Freq {
		case calendar.Weekly:
			week := func(d calendar.Date) int {
				for d.Weekday() != wkst {
					d = d.AddDays(-1)
				}
				return d.DaysSince(calendar.MustDate(1999, 1, 1)) + 7000
			}
			return (week(d) - week(origin)) / 7
		case calendar.Monthly:
			return 12*(d.Year()-origin.Year()) + d.Month() - origin.Month()
		default:
			return d.Year() - origin.Year()
		}
	}
	in := func(list []int, n, fromEnd int) bool {
		return slices.Contains(list, n) || slices.Contains(list, fromEnd)
	}
	names := func(d calendar.Date) bool {
		monthDays, byMonth := r.ByMonthDay, r.ByMonth
		if len(r.ByDay) == 0 && r.Freq != calendar.Weekly {
			if len(monthDays) == 0 {
				monthDays = []int{origin.Day()}
			}
			if r.Freq == calendar.Yearly && len(byMonth) == 0 {
				byMonth = []int{origin.Month()}
			}
		}
		if len(byMonth) > 0 && !in(byMonth, d.Month(), d.Month()) {
			return false
		}
		if len(monthDays) > 0 && !in(monthDays, d.Day(), d.DaysSince(d.MonthEnd())-1) {
			return false
		}
		if len(r.ByDay) == 0 {
			return r.Freq != calendar.Weekly || d.Weekday() == origin.Weekday()
		}
		for _, nth := range r.ByDay {
			if nth.Day != d.Weekday() {
				continue
			}
			if nth.N == 0 {
				return true
			}
			within := func(e calendar.Date) bool {
				return e.Year() == d.Year() && (r.Freq == calendar.Yearly && len(r.ByMonth) == 0 || e.Month() == d.Month())
			}
			step, n := -7, nth.N
			if n < 0 {
				step, n = 7, -n
			}
			count := 0
			for e := d; within(e); e = e.AddDays(step) {
				count++
			}
			if count == n {
				return true
			}
		}
		return false
	}
	groups := map[int][]calendar.Date{}
	from := calendar.MustDate(origin.Year(), 1, 1).AddDays(-7)
	for d := from; d.Year() < origin.Year()+4; d = d.AddDays(1) {
		if !names(d) {
			continue
		}
		if i := index(d); i >= 0 && i%max(r.Interval, 1) == 0 {
			groups[i] = append(groups[i], d)
		}
	}
	var all []calendar.DateTime
	for i := range 220 {
		for k, d := range groups[i] {
			at := d.At(start.Clock())
			if len(r.BySetPos) > 0 && !in(r.BySetPos, k+1, k-len(groups[i])) || at.Before(start) ||
				!r.Until.Time.IsZero() && d.After(r.Until.Time.Date()) || r.Count > 0 && len(all) >= r.Count || len(all) >= limit {
				continue
			}
			all = append(all, at)
		}
	}
	return all
}

func TestPropRecurrence(t *testing.T) { rapid.Check(t, propRecurrence) }
func FuzzRecurrence(f *testing.F)     { f.Fuzz(rapid.MakeFuzz(propRecurrence)) }

// FuzzParseRecurrence: what is read is written so that it reads the same, and what is
// not read says why.
func FuzzParseRecurrence(f *testing.F) {
	for _, s := range []string{"FREQ=WEEKLY;BYDAY=MO;", "FREQ=MONTHLY;BYMONTHDAY=-1,15;COUNT=3", "freq=yearly;until=19971224t000000z", "FREQ=DAILY", "BYDAY=,;FREQ==", "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=+1FR"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, found := calendar.ParseRecurrence(s)
		if found.Failed() {
			if !r.IsZero() {
				t.Fatalf("%q: %s with findings", s, r)
			}
			return
		}
		back, again := calendar.ParseRecurrence(r.String())
		if again.Len() != 0 || !back.Equal(r) || back.String() != r.String() {
			t.Fatalf("%q: %s, %s, %v", s, r, back, again)
		}
	})
}

func TestOccurrences(t *testing.T) {
	c := calendar.China()
	for _, tt := range []struct {
		s     calendar.Schedule
		start string
		limit int
		want  string
		why   string
	}{
		{calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=5"), Roll: calendar.Preceding}, "20260401T170000", 3, "2026-04-03 2026-04-30 2026-06-05", "每月5日前"},
		{calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=5")}, "20260401T170000", 2, "2026-04-05 2026-05-05", "no roll"},
		{calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=-1"), Roll: calendar.ModifiedFollowing}, "20260131T170000", 5, "2026-01-30 2026-02-28 2026-03-31 2026-04-30 2026-05-29", "the end of the month, or the working day before"},
		{calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;INTERVAL=3"), Workday: -3}, "20260301T170000", 4, "2026-03-27 2026-06-26 2026-09-28 2026-12-29", "每季度末前3个工作日"},
		{calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=WEEKLY"), Workday: 1}, "20260216T080000", 2, "!", "a week without working days"},
		{calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=YEARLY"), Workday: 1}, "20260105T080000", 2, "2026-01-04 !", "the next year has no notice"},
		{calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY"), Roll: calendar.Following}, "20261115T080000", 3, "2026-11-16 2026-12-15 !", "nor has January"},
	} {
		all, err := tt.s.Occurrences(c, moment(t, tt.start), tt.limit)
		var got []string
		for _, o := range all {
			got = append(got, o.Due.Date().String())
			if o.Due.Clock() != moment(t, tt.start).Clock() || len(o.Reasons) < 2 {
				t.Errorf("%s: %+v", tt.why, o)
			}
		}
		if err != nil {
			got = append(got, "!")
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", tt.why, diff, err)
		}
	}
	broken := calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1;BYSETPOS=1"), Roll: calendar.Following, Workday: 367}
	if _, err := broken.Occurrences(c, moment(t, "20260101"), 1); err == nil || broken.Validate().Len() != 5 {
		t.Errorf("%v", broken.Validate())
	}
}

func ExampleSchedule() {
	quarterly := calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;INTERVAL=3"), Workday: -3}
	dates, err := quarterly.Occurrences(calendar.China(), calendar.MustParseDateTime("2026-03-01T17:00:00"), 4)
	for _, o := range dates {
		fmt.Println(o.Due)
	}
	fmt.Println(err)
	// Output:
	// 2026-03-27 17:00
	// 2026-06-26 17:00
	// 2026-09-28 17:00
	// 2026-12-29 17:00
	// <nil>
}

func ExampleRecurrence_Instances() {
	r := calendar.MustParseRecurrence("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
	for at := range r.Instances(calendar.MustParseDateTime("2026-01-30T09:00:00"), 2) {
		fmt.Println(at)
	}
	// Output:
	// 2026-01-30 09:00
	// 2026-02-27 09:00
}
