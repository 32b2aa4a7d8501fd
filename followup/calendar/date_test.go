package calendar_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
)

func drawDate(t *rapid.T, label string) calendar.Date {
	first, last := calendar.MustDate(1, 1, 1), calendar.MustDate(9999, 12, 31)
	return first.AddDays(rapid.IntRange(0, last.DaysSince(first)).Draw(t, label))
}

func TestParseDate(t *testing.T) {
	tests := []struct {
		in   string
		want string // the date, or the error
		why  string
	}{
		{"2026-01-05", "2026-01-05", "ISO 8601"},
		{"0001-01-01", "0001-01-01", "first date"},
		{"9999-12-31", "9999-12-31", "last date"},
		{"2024-02-29", "2024-02-29", "leap year"},
		{"2000-02-29", "2000-02-29", "a century divisible by 400 is a leap year"},
		{"1900-02-29", `date "1900-02-29": want a day from 01 to 28 at byte 8`, "other centuries are not"},
		{"2026-13-05", `date "2026-13-05": want a month from 01 to 12 at byte 5`, "month"},
		{"2026-00-05", `date "2026-00-05": want a month from 01 to 12 at byte 5`, "month"},
		{"2026-04-31", `date "2026-04-31": want a day from 01 to 30 at byte 8`, "day"},
		{"2026-04-00", `date "2026-04-00": want a day from 01 to 30 at byte 8`, "day"},
		{"0000-01-01", `date "0000-01-01": want a year from 0001 to 9999 at byte 0`, "there is no year 0"},
		{"", `date "": want a digit at byte 0`, "empty text is no date"},
		{"2026-1-5", `date "2026-1-5": want a digit at byte 6`, "two digits each"},
		{"2026/01/05", `date "2026/01/05": want '-' at byte 4`, "one form only"},
		{"2026-01-05T", `date "2026-01-05T": want nothing more at byte 10`, "a date has no time"},
		{" 2026-01-05", `date " 2026-01-05": want a digit at byte 0`, "no blanks"},
		{"２０２６-01-05", `date "２０２６-01-05": want a digit at byte 0`, "ASCII digits only"},
		{"2026-01-0\u202e5", `date "2026-01-0\u202e5": want a digit at byte 9`, "direction marks are shown, not printed"},
		{"-026-01-05", `date "-026-01-05": want a digit at byte 0`, "no sign"},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			d, err := calendar.ParseDate(tt.in)
			got := d.String()
			if err != nil {
				got = err.Error()
				if !d.IsZero() {
					t.Errorf("an error came with the date %s", d)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestDateOfFaults(t *testing.T) {
	tests := []struct {
		y, m, d int
		want    calendar.ParseError
		why     string
	}{
		{2026, 2, 30, calendar.ParseError{What: "date", Value: "2026-2-30", At: 7, Want: "a day from 01 to 28"}, "no carrying over"},
		{2026, -1, 3, calendar.ParseError{What: "date", Value: "2026--1-3", At: 5, Want: "a month from 01 to 12"}, "month"},
		{10000, 1, 1, calendar.ParseError{What: "date", Value: "10000-1-1", At: 0, Want: "a year from 0001 to 9999"}, "year"},
	}
	for _, tt := range tests {
		_, err := calendar.DateOf(tt.y, tt.m, tt.d)
		got, ok := errors.AsType[*calendar.ParseError](err)
		if !ok {
			t.Fatalf("DateOf(%d, %d, %d): error %v is no ParseError", tt.y, tt.m, tt.d, err)
		}
		if diff := cmp.Diff(tt.want, *got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}

func TestZeroDate(t *testing.T) {
	var zero calendar.Date
	y, m, d := zero.Civil()
	got := fmt.Sprint(zero.IsZero(), y, m, d, zero.Weekday().IsValid(), zero.String() == "",
		zero.AddDays(1).IsZero(), zero.AddMonths(1).IsZero(), zero.MonthEnd().IsZero(), zero.MonthStart().IsZero(),
		zero.DaysSince(calendar.MustDate(2026, 1, 1)), zero.Before(calendar.MustDate(1, 1, 1)))
	if want := "true 0 0 0 false true true true true true 0 true"; got != want {
		t.Errorf("zero Date: got %s, want %s", got, want)
	}
}

// The standard library is the slow twin: it counts the same days in another way.
func propDateAgreesWithTime(t *rapid.T) {
	d := drawDate(t, "date")
	y, m, day := d.Civil()
	twin := time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	if got, want := d.String(), twin.Format(time.DateOnly); got != want {
		t.Fatalf("got %s, the twin says %s", got, want)
	}
	if got, want := int(d.Weekday())%7, int(twin.Weekday()); got != want {
		t.Fatalf("%s: got weekday %d, the twin says %d", d, got, want)
	}
	if y != d.Year() || m != d.Month() || day != d.Day() {
		t.Fatalf("%s: Civil gives %d %d %d", d, y, m, day)
	}
	n := rapid.IntRange(-4_000_000, 4_000_000).Draw(t, "days")
	later := twin.AddDate(0, 0, n)
	got := d.AddDays(n)
	if later.Year() < 1 || later.Year() > 9999 {
		if !got.IsZero() {
			t.Fatalf("%s + %d days: got %s beyond the range", d, n, got)
		}
		return
	}
	if got.String() != later.Format(time.DateOnly) {
		t.Fatalf("%s + %d days: got %s, the twin says %s", d, n, got, later.Format(time.DateOnly))
	}
	if got.DaysSince(d) != n || got.Compare(d) != sign(n) || got.Before(d) != (n < 0) || got.After(d) != (n > 0) {
		t.Fatalf("%s and %s disagree on their order and distance", d, got)
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	default:
		return 0
	}
}

func TestDateAgreesWithTime(t *testing.T) { rapid.Check(t, propDateAgreesWithTime) }

func TestEveryDateOfTheCenturies(t *testing.T) {
	d := calendar.MustDate(1899, 12, 31)
	twin := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	for range 201 * 366 {
		if got, want := d.String(), twin.Format(time.DateOnly); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		d, twin = d.AddDays(1), twin.AddDate(0, 0, 1)
	}
}

func TestAddMonths(t *testing.T) {
	const code = "Civil Code art. 202"
	tests := []struct {
		in   string
		n    int
		want string
		why  string
	}{
		{"2026-01-05", 1, "2026-02-05", code + ": the corresponding day"},
		{"2024-01-31", 1, "2024-02-29", code + ": no corresponding day, the month end"},
		{"2025-12-31", 2, "2026-02-28", code + ": month end across the year"},
		{"2026-03-31", -1, "2026-02-28", "backwards the same"},
		{"2026-01-31", -2, "2025-11-30", "backwards across the year"},
		{"2024-02-29", 12, "2025-02-28", code + ": leap day"},
		{"2024-02-29", 48, "2028-02-29", "next leap day"},
		{"2026-01-31", 0, "2026-01-31", "nothing added"},
		{"9999-12-01", 1, "", "beyond the year 9999"},
		{"9999-11-30", 1, "9999-12-30", "last month"},
		{"0001-01-31", -1, "", "before the year 1"},
		{"0001-02-28", -1, "0001-01-28", "first month"},
		{"2026-01-01", 1 << 30, "", "far out"},
		{"2026-01-01", -1 << 30, "", "far out"},
	}
	for _, tt := range tests {
		got := calendar.MustParseDate(tt.in).AddMonths(tt.n).String()
		if got != tt.want {
			t.Errorf("%s + %d months: got %q, want %q: %s", tt.in, tt.n, got, tt.want, tt.why)
		}
	}
	leap := calendar.MustDate(2024, 2, 29)
	if got := leap.AddYears(1).String() + leap.AddYears(-4).String() + leap.AddYears(1<<30).String(); got != "2025-02-282020-02-29" {
		t.Errorf("AddYears: got %s", got)
	}
}

func propAddMonths(t *rapid.T) {
	d := drawDate(t, "date")
	n := rapid.IntRange(-2000, 2000).Draw(t, "months")
	got := d.AddMonths(n)
	if got.IsZero() {
		return
	}
	y, m, day := d.Civil()
	gy, gm, gd := got.Civil()
	if gy*12+gm != y*12+m+n {
		t.Fatalf("%s + %d months = %s: wrong month", d, n, got)
	}
	if gd != day && (gd > day || got != got.MonthEnd()) {
		t.Fatalf("%s + %d months = %s: neither the same day nor the month end", d, n, got)
	}
	if d.MonthStart().Day() != 1 || d.MonthStart().Month() != m || d.MonthEnd().AddDays(1).Day()%31 > 1 {
		t.Fatalf("%s: month %s to %s", d, d.MonthStart(), d.MonthEnd())
	}
}

func TestAddMonthsLaws(t *testing.T) { rapid.Check(t, propAddMonths) }

func propDateText(t *rapid.T) {
	d := drawDate(t, "date")
	back, err := calendar.ParseDate(d.String())
	if err != nil || back != d || !back.Equal(d) {
		t.Fatalf("%s read back as %s, %v", d, back, err)
	}
	y, m, day := d.Civil()
	if same, err := calendar.DateOf(y, m, day); err != nil || same != d {
		t.Fatalf("DateOf(%d, %d, %d) = %s, %v", y, m, day, same, err)
	}
}

func TestDateText(t *testing.T) { rapid.Check(t, propDateText) }
func FuzzDateText(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propDateText)) }

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2026-01-05", "", "2024-02-29", "1900-02-29", "2026-13-01", "2026-1-5", "２０２６-01-05", "2026-01-05T09:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := calendar.ParseDate(s)
		if err == nil {
			if d.IsZero() || d.String() != s {
				t.Errorf("%q read as %s", s, d)
			}
			return
		}
		pe, ok := errors.AsType[*calendar.ParseError](err)
		if !ok || pe.Value != s || pe.At < 0 || pe.At > len(s) || pe.Want == "" || !d.IsZero() {
			t.Errorf("%q: error %+v", s, err)
		}
	})
}

func TestJSON(t *testing.T) {
	type record struct {
		Date  calendar.Date     `json:"date,omitzero"`
		Clock calendar.Clock    `json:"clock"`
		At    calendar.DateTime `json:"at,omitzero"`
		Span  calendar.Span     `json:"span"`
		Day   calendar.Weekday  `json:"day"`
	}
	d := calendar.MustDate(2026, 1, 5)
	full := record{d, calendar.MustClock(9, 30), d.At(calendar.MustClock(9, 0)), d.Between(18*calendar.Hour, 25*calendar.Hour), calendar.Monday}
	tests := []struct {
		in   record
		want string
		why  string
	}{
		{
			full,
			`{"date":"2026-01-05","clock":"09:30","at":"2026-01-05T09:00:00",` +
				`"span":{"start":"2026-01-05T18:00:00","end":"2026-01-06T01:00:00"},"day":"monday"}`,
			"ISO texts",
		},
		{record{Day: calendar.Sunday}, `{"clock":"00:00","span":{"start":"","end":""},"day":"sunday"}`, "zero values read back"},
	}
	for _, tt := range tests {
		data, err := json.Marshal(tt.in)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, string(data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
		var back record
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if back != tt.in {
			t.Errorf("%s: %+v read back as %+v", tt.why, tt.in, back)
		}
	}
	kept := full
	if err := json.Unmarshal([]byte(`{"date":"","at":""}`), &kept); err != nil || !kept.Date.IsZero() || !kept.At.IsZero() {
		t.Errorf("empty texts give %s and %s, %v", kept.Date, kept.At, err)
	}
	for _, bad := range []string{`{"date":"2026-02-30"}`, `{"clock":"48:00"}`, `{"at":"2026-01-05"}`, `{"day":"Monday"}`, `{"clock":""}`} {
		var r record
		if err := json.Unmarshal([]byte(bad), &r); err == nil {
			t.Errorf("%s was read as %+v", bad, r)
		}
	}
	for _, bad := range []any{calendar.Clock(-1), calendar.Weekday(0), calendar.MaxClock + 1} {
		if data, err := json.Marshal(bad); err == nil {
			t.Errorf("%v was written as %s", bad, data)
		}
	}
}

func TestWeekdayNames(t *testing.T) {
	got := ""
	for w := calendar.Monday; w <= calendar.Sunday; w++ {
		got += w.String() + " " + w.Label() + " " + w.English() + "\n"
	}
	want := "monday 星期一 Monday\ntuesday 星期二 Tuesday\nwednesday 星期三 Wednesday\nthursday 星期四 Thursday\n" +
		"friday 星期五 Friday\nsaturday 星期六 Saturday\nsunday 星期日 Sunday\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var none calendar.Weekday
	if none.String() != "Weekday(0)" || none.Label() != "" || none.English() != "" {
		t.Errorf("no day is named %s %s %s", none, none.Label(), none.English())
	}
}

func TestMustPanics(t *testing.T) {
	for name, call := range map[string]func(){
		"MustDate":          func() { calendar.MustDate(2026, 2, 30) },
		"MustParseDate":     func() { calendar.MustParseDate("2026-02-30") },
		"MustClock":         func() { calendar.MustClock(48, 0) },
		"MustParseClock":    func() { calendar.MustParseClock("9:00") },
		"MustParseDateTime": func() { calendar.MustParseDateTime("2026-01-05") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s did not panic", name)
				}
			}()
			call()
		}()
	}
}

func ExampleDate() {
	d := calendar.MustParseDate("2026-01-31")
	fmt.Println(d.Weekday().Label(), d.AddDays(1), d.AddMonths(1), d.DaysSince(calendar.MustDate(2026, 1, 5)))
	// Output: 星期六 2026-02-01 2026-02-28 26
}

func ExampleParseDate() {
	_, err := calendar.ParseDate("2026-02-30")
	fmt.Println(err)
	// Output: date "2026-02-30": want a day from 01 to 28 at byte 8
}
