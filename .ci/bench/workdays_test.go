package bench_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/huiwu-go/huiwu/followup/calendar"
)

// business is the calendar of China as github.com/rickar/cal/v2 can hold it: days
// off are holidays of one year each, make-up days are workdays by function.
func business(tb testing.TB, china *calendar.Calendar, from, to int) *cal.BusinessCalendar {
	tb.Helper()
	c := cal.NewBusinessCalendar()
	makeUp := map[time.Time]bool{}
	for d := calendar.MustDate(from, 1, 1); d.Year() <= to; d = d.AddDays(1) {
		day, err := china.Day(d)
		if err != nil {
			tb.Fatal(err)
		}
		weekend := d.Weekday() == calendar.Saturday || d.Weekday() == calendar.Sunday
		year, month, dom := d.Civil()
		switch {
		case !day.Working() && !weekend:
			c.AddHoliday(&cal.Holiday{
				Name: day.Holiday, StartYear: year, EndYear: year,
				Month: time.Month(month), Day: dom, Func: cal.CalcDayOfMonth,
			})
		case day.Working() && weekend:
			makeUp[at(d)] = true
		}
	}
	c.WorkdayFunc = func(t time.Time) bool {
		return t.Weekday() != time.Saturday && t.Weekday() != time.Sunday || makeUp[t]
	}
	return c
}

func at(d calendar.Date) time.Time {
	year, month, dom := d.Civil()
	return time.Date(year, time.Month(month), dom, 0, 0, 0, 0, time.UTC)
}

var lengths = []int{1, 10, 100, 250}

func TestWorkdaysAgree(t *testing.T) {
	china := calendar.China()
	other := business(t, china, 2024, 2026)
	for start := calendar.MustDate(2024, 1, 1); start.Before(calendar.MustDate(2025, 10, 1)); start = start.AddDays(1) {
		for _, n := range lengths {
			ours, err := china.Add(start, n)
			if err != nil {
				t.Fatal(err)
			}
			if theirs := other.WorkdaysFrom(at(start), n); !theirs.Equal(at(ours)) {
				t.Fatalf("%s and %d working days: %s here, %s there", start, n, ours, theirs.Format(time.DateOnly))
			}
		}
	}
}

func BenchmarkAddWorkdays(b *testing.B) {
	china := calendar.China()
	other := business(b, china, 2024, 2026)
	start := calendar.MustDate(2025, 1, 20) // before the Spring Festival
	from := at(start)
	for _, n := range lengths {
		b.Run(fmt.Sprintf("huiwu/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := china.Add(start, n); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("rickar-cal/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				other.WorkdaysFrom(from, n)
			}
		})
	}
}
