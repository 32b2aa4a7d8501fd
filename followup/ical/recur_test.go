package ical_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/ical"
)

func wholeDay(t calendar.DateTime) ical.Time { return ical.Day(t.Date()) }

func TestRecurring(t *testing.T) {
	fifth := calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=5"), Roll: calendar.Preceding}
	for _, tt := range []struct {
		why   string
		s     calendar.Schedule
		start string
		n     int
		form  func(calendar.DateTime) ical.Time
		want  []string
	}{
		{"rolled before the weekend, the festival and the holiday", fifth, "2026-04-05 00:00", 3, wholeDay, []string{
			"DTSTART;VALUE=DATE:20260403", "RDATE;VALUE=DATE:20260430,20260605", "X-HUIWU-RRULE;X-ROLL=preceding:FREQ=MONTHLY;BYMONTHDAY=5",
		}},
		{"one date", fifth, "2026-06-01 00:00", 1, wholeDay, []string{
			"DTSTART;VALUE=DATE:20260605", "X-HUIWU-RRULE;X-ROLL=preceding:FREQ=MONTHLY;BYMONTHDAY=5",
		}},
		{
			"by number, at a time in a zone",
			calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;INTERVAL=3"), Workday: -3},
			"2026-03-01 09:30", 2,
			func(t calendar.DateTime) ical.Time { return ical.In("Asia/Shanghai", t) },
			[]string{
				"DTSTART;TZID=Asia/Shanghai:20260327T093000", "RDATE;TZID=Asia/Shanghai:20260626T093000", "X-HUIWU-RRULE;X-WORKDAY=-3:FREQ=MONTHLY;INTERVAL=3",
			},
		},
		{"two that fall on one day are one date", calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=WEEKLY;BYDAY=SA,SU"), Roll: calendar.Following}, "2026-06-06 00:00", 2, wholeDay, []string{
			"DTSTART;VALUE=DATE:20260608", "X-HUIWU-RRULE;X-ROLL=following:FREQ=WEEKLY;BYDAY=SA,SU",
		}},
		{"none", fifth, "2026-06-01 00:00", 0, wholeDay, nil},
	} {
		on, err := tt.s.Occurrences(calendar.China(), calendar.MustParseDateTime(tt.start), tt.n)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		lines := ical.Recurring(tt.s, on, tt.form)
		for _, l := range lines {
			text, err := l.Append(nil)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(text[:len(text)-2]))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
		if c := ical.NewTodo("1", stamp, "x").With(lines...); c.Validate().Len() != 0 {
			t.Errorf("%s: %v", tt.why, c.Validate())
		}
	}
}

func TestScheduleOfRefused(t *testing.T) {
	for _, tt := range []struct{ params, value, why string }{
		{"", "FREQ=HOURLY", "a frequency outside the subset"},
		{"X-ROLL=up", "FREQ=MONTHLY", "no way to roll"},
		{"X-WORKDAY=x", "FREQ=MONTHLY", "no number"},
		{"X-WORKDAY=400", "FREQ=YEARLY", "no year has so many"},
		{"X-WORKDAY=1", "FREQ=MONTHLY;BYMONTHDAY=5", "a working day by number has no day of the month"},
	} {
		l := ical.Line{Name: "X-HUIWU-RRULE", Value: tt.value}
		if name, value, ok := strings.Cut(tt.params, "="); ok {
			l = l.With(name, value)
		}
		if s, found := ical.ScheduleOf(ical.NewTodo("1", stamp, "x").With(l)); !found.Failed() || !s.Rule.IsZero() {
			t.Errorf("%s: %+v, %v", tt.why, s, found)
		}
	}
	if s, found := ical.ScheduleOf(ical.NewTodo("1", stamp, "x")); found.Len() != 0 || !s.Rule.IsZero() {
		t.Errorf("without a schedule: %+v, %v", s, found)
	}
}

// propScheduleOf: the schedule comes back out of the text.
func propScheduleOf(t *rapid.T) {
	s := calendar.Schedule{Rule: calendar.MustParseRecurrence(rapid.SampledFrom([]string{"FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=2", "FREQ=YEARLY;COUNT=3"}).Draw(t, "rule"))}
	if s.Roll = calendar.Roll(rapid.IntRange(0, 3).Draw(t, "roll")); s.Roll == calendar.NoRoll {
		s.Workday = rapid.IntRange(-2, 2).Draw(t, "workday")
	}
	on, err := s.Occurrences(calendar.China(), calendar.MustParseDateTime("2019-01-07 09:00"), rapid.IntRange(1, 9).Draw(t, "n"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := ical.Append(nil, ical.NewTodo("1", stamp, "x").With(ical.Recurring(s, on, wholeDay)...))
	if err != nil {
		t.Fatal(err)
	}
	back, found := ical.Decode(data, nil)
	if found.Len() != 0 || len(back) != 1 {
		t.Fatal(found)
	}
	got, found := ical.ScheduleOf(back[0])
	if found.Len() != 0 || got.Roll != s.Roll || got.Workday != s.Workday || !got.Rule.Equal(s.Rule) {
		t.Fatalf("%+v, want %+v\n%v", got, s, found)
	}
}

func TestPropScheduleOf(t *testing.T) { rapid.Check(t, propScheduleOf) }
func FuzzScheduleOf(f *testing.F)     { f.Fuzz(rapid.MakeFuzz(propScheduleOf)) }

func ExampleRecurring() {
	s := calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=5"), Roll: calendar.Preceding} // 每月5日前
	on, err := s.Occurrences(calendar.China(), calendar.MustParseDateTime("2026-04-01 00:00"), 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range ical.Recurring(s, on, func(t calendar.DateTime) ical.Time { return ical.Day(t.Date()) }) {
		fmt.Println(l.Name, l.Value)
	}
	// Output:
	// DTSTART 20260403
	// RDATE 20260430,20260605
	// X-HUIWU-RRULE FREQ=MONTHLY;BYMONTHDAY=5
}
