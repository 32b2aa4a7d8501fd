package calendar_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// TestDueTokens: tokens are read back, and neither another word nor a value that is none
// has one.
func TestDueTokens(t *testing.T) {
	for _, tt := range []struct {
		name   string
		token  func(int) ([]byte, error)
		read   func([]byte) (int, error)
		tokens string
	}{
		{
			"unit",
			func(i int) ([]byte, error) { return calendar.Unit(i).MarshalText() },
			func(b []byte) (int, error) {
				var u calendar.Unit
				err := u.UnmarshalText(b)
				return int(u), err
			},
			"days weeks months years workdays hours",
		},
		{
			"kind of limit",
			func(i int) ([]byte, error) { return calendar.LimitKind(i).MarshalText() },
			func(b []byte) (int, error) {
				var k calendar.LimitKind
				err := k.UnmarshalText(b)
				return int(k), err
			},
			"within on-date next-weekday weekday-of-week month-end quarter-end year-end",
		},
		{
			"frequency",
			func(i int) ([]byte, error) { return calendar.Frequency(i).MarshalText() },
			func(b []byte) (int, error) {
				var f calendar.Frequency
				err := f.UnmarshalText(b)
				return int(f), err
			},
			"WEEKLY MONTHLY YEARLY",
		},
	} {
		tokens := strings.Fields(tt.tokens)
		for i, token := range tokens {
			text, err := tt.token(i + 1)
			back, errRead := tt.read([]byte(token))
			if string(text) != token || back != i+1 || err != nil || errRead != nil {
				t.Errorf("%s %d: %s, %d, %v, %v", tt.name, i+1, text, back, err, errRead)
			}
		}
		for _, i := range []int{0, len(tokens) + 1} {
			if _, err := tt.token(i); err == nil || !strings.Contains(err.Error(), "want "+tokens[0]) {
				t.Errorf("%s %d: %v", tt.name, i, err)
			}
		}
		if _, err := tt.read([]byte(tokens[0] + "s")); err == nil || !strings.Contains(err.Error(), tokens[len(tokens)-1]) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if a, b, c, d := calendar.MonthEnd.Label(), calendar.LimitKind(0).Label(), calendar.Monthly.Label(), calendar.Frequency(4).Label(); a != "月底" || b != "" || c != "每月" || d != "" {
		t.Errorf("%q, %q, %q, %q", a, b, c, d)
	}
	none := calendar.Period{N: 3}
	if calendar.Unit(0).Label() != "" || none.English() != "3 Unit(0)" || calendar.Frequency(0).String() != "Frequency(0)" {
		t.Errorf("%q, %q", calendar.Unit(0).Label(), none.English())
	}
}

func TestMust(t *testing.T) {
	for name, f := range map[string]func(){
		"period":     func() { calendar.MustParsePeriod("3 moons") },
		"recurrence": func() { calendar.MustParseRecurrence("FREQ=DAILY") },
	} {
		func() {
			defer func() {
				if s, ok := recover().(string); !ok || !strings.HasPrefix(s, "calendar: ") {
					t.Errorf("%s: %v", name, s)
				}
			}()
			f()
		}()
	}
}

func TestZeroTexts(t *testing.T) {
	var p calendar.Period
	var r calendar.Recurrence
	pt, errP := p.MarshalText()
	rt, errR := r.MarshalText()
	if len(pt)+len(rt) != 0 || errP != nil || errR != nil {
		t.Errorf("%q, %q, %v, %v", pt, rt, errP, errR)
	}
	p, r = calendar.MustParsePeriod("3 days"), calendar.MustParseRecurrence("FREQ=WEEKLY")
	if p.UnmarshalText(nil) != nil || r.UnmarshalText(nil) != nil || !p.IsZero() || !r.IsZero() {
		t.Errorf("%v, %v", p, r)
	}
	if p.UnmarshalText([]byte("3")) == nil || r.UnmarshalText([]byte("FREQ=DAILY")) == nil || !p.IsZero() || !r.IsZero() {
		t.Errorf("%v, %v: read from other texts", p, r)
	}
}

func TestDueEdges(t *testing.T) {
	c := calendar.China()
	p := calendar.CNCivil()
	p.Forward, p.StatutoryOnly = calendar.ModifiedFollowing, true
	d, err := calendar.Due(p, c, calendar.MustDate(2023, 9, 25), calendar.MustParsePeriod("5 days"))
	if err != nil || d.Date() != calendar.MustDate(2023, 9, 28) {
		t.Errorf("%v, %v: the holiday ends in the next month", d.Date(), err)
	}
	p.Forward = calendar.Following
	if d, err := calendar.Due(p, c, calendar.MustDate(2023, 9, 25), calendar.MustParsePeriod("-1 year")); err != nil || d.Date() != calendar.MustDate(2022, 9, 25) {
		t.Errorf("%v, %v: a Sunday before a holiday stays", d.Date(), err)
	}
	eu, err := calendar.EUWeekends(1, 10)
	if err != nil || eu.ID() != "EU-weekends" {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		l       calendar.Limit
		trigger calendar.Date
		why     string
	}{
		{calendar.Limit{Kind: calendar.YearEnd, Ahead: 1}, calendar.MustDate(9999, 1, 1), "after the last year"},
		{calendar.Limit{Kind: calendar.OnDate, Date: calendar.MustDate(1, 1, 1), Before: true}, calendar.Date{}, "before the first day"},
		{calendar.Limit{Kind: calendar.WeekdayOfWeek, Weekday: calendar.Sunday, Ahead: 3}, calendar.MustDate(9999, 12, 20), "after the last day"},
	} {
		_, err := tt.l.Due(calendar.EU118271(), eu, tt.trigger)
		if found, ok := errors.AsType[check.Problems](err); !ok || !found.Has(calendar.BeyondDates) {
			t.Errorf("%s: %v", tt.why, err)
		}
	}
	roll := calendar.Limit{Kind: calendar.MonthEnd, Roll: calendar.Preceding}
	if _, err := roll.Due(calendar.EU118271(), eu, calendar.MustDate(11, 1, 1)); err == nil {
		t.Error("the calendar does not know the year 11")
	}
	if _, err := calendar.Due(calendar.EU118271(), eu, calendar.MustDate(11, 1, 1), calendar.MustParsePeriod("-1 month")); err == nil {
		t.Error("the two working days are counted from a year that is not known")
	}
	few := &calendar.TooFewError{From: calendar.MustDate(2024, 5, 1), To: calendar.MustDate(2024, 5, 5), N: -1}
	if got := few.Reason().Text(check.ZhHans, nil); got != "2024-05-01 至 2024-05-05 只有0个工作日，没有第 -1 个" {
		t.Error(got)
	}
}

func BenchmarkDue(b *testing.B) {
	c, p := calendar.China(), calendar.CNCivil()
	trigger, period := calendar.MustDate(2026, 2, 1), calendar.MustParsePeriod("15 days")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := calendar.Due(p, c, trigger, period); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadLimit(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, found := calendar.ReadLimit("自印发之日起五个工作日内", nil); found.Failed() {
			b.Fatal(found)
		}
	}
}

func BenchmarkInstances(b *testing.B) {
	r := calendar.MustParseRecurrence("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
	start := calendar.MustDate(2026, 1, 1).At(calendar.MustClock(9, 0))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range r.Instances(start, 12) {
			n++
		}
		if n != 12 {
			b.Fatal(n)
		}
	}
}
