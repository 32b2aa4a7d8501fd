package calendar_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// adHoc builds a calendar of plain weeks from 2012 to 2017 in which the dates are
// off, those with a + working days.
func adHoc(t testing.TB, dates ...string) *calendar.Calendar {
	t.Helper()
	n := calendar.Notice{ID: "house", Jurisdiction: "house", Title: "House days"}
	for _, s := range dates {
		h := calendar.Holiday{Name: s}
		if date, extra := strings.CutPrefix(s, "+"); extra {
			h.MakeUp = []calendar.Date{calendar.MustParseDate(date)}
		} else {
			h.From, h.To = calendar.MustParseDate(s), calendar.MustParseDate(s)
		}
		n.Holidays = append(n.Holidays, h)
	}
	c, err := calendar.New([]calendar.Notice{n}, &calendar.Options{ID: "house", From: 2012, To: 2017})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func independenceDay(t testing.TB) *calendar.Calendar {
	return adHoc(t, "2012-07-04", "2013-07-04", "2014-07-04", "2015-07-03", "2016-07-04", "2017-07-04")
}

func TestWorkdays(t *testing.T) {
	usa, china := independenceDay(t), calendar.China()
	add := func(c *calendar.Calendar, d calendar.Date, p string) (string, error) {
		var n int
		fmt.Sscan(p, &n)
		e, err := c.Add(d, n)
		return e.String(), err
	}
	rollAdd := func(c *calendar.Calendar, d calendar.Date, p string) (string, error) {
		d, err := c.Roll(d, calendar.Following)
		if err != nil {
			return "", err
		}
		return add(c, d, p)
	}
	count := func(c *calendar.Calendar, d calendar.Date, p string) (string, error) {
		n, err := c.CountInclusive(d, calendar.MustParseDate(p))
		return fmt.Sprint(n), err
	}
	roll := func(c *calendar.Calendar, d calendar.Date, p string) (string, error) {
		var r calendar.Roll
		if err := r.UnmarshalText([]byte(p)); err != nil {
			return "", err
		}
		e, err := c.Roll(d, r)
		return e.String(), err
	}
	last := func(c *calendar.Calendar, d calendar.Date, _ string) (string, error) {
		e, err := c.Roll(d.MonthEnd(), calendar.Preceding)
		return e.String(), err
	}
	const (
		excluded = "the start is not counted"
		both     = "both ends are counted"
		span     = "crosses days off and make-up days"
	)
	tests := []struct {
		what     func(*calendar.Calendar, calendar.Date, string) (string, error)
		c        *calendar.Calendar
		start, p string
		want     string
		why      string
	}{
		{add, usa, "2016-01-05", "0", "2016-01-05", "nothing added"},
		{add, usa, "2016-01-03", "0", "2016-01-03", "nothing added, even on a Sunday"},
		{add, usa, "2016-01-05", "1", "2016-01-06", excluded},
		{add, usa, "2016-01-05", "-1", "2016-01-04", excluded},
		{add, usa, "2016-01-15", "-12", "2015-12-30", "over the new year, which is no holiday here"},
		{add, usa, "2016-07-01", "1", "2016-07-05", "over a weekend and 4 July"},
		{add, usa, "2016-01-01", "-366", "2014-08-06", "more than a year, over an observed 3 July"},
		{count, usa, "2015-04-01", "2015-04-30", "22", both},
		{count, usa, "2015-04-04", "2015-04-05", "0", "a weekend"},
		{count, usa, "2015-07-01", "2015-07-06", "3", "4 July 2015, a Saturday, observed on the Friday"},
		{count, usa, "2015-07-06", "2015-07-01", "-3", "backwards the same days"},
		{count, usa, "2015-07-06", "2015-07-06", "1", "one day"},
		{add, china, "2024-05-01", "1", "2024-05-06", "from a day off"},
		{add, china, "2024-05-06", "1", "2024-05-07", excluded},
		{add, china, "2024-05-10", "1", "2024-05-11", "make-up Saturday"},
		{add, china, "2023-12-29", "1", "2024-01-02", "over the new year"},
		{add, china, "2024-05-13", "-1", "2024-05-11", "back to a make-up Saturday"},
		{add, china, "2024-01-02", "-1", "2023-12-29", "back over the new year"},
		{roll, china, "2024-05-12", "following", "2024-05-13", "Sunday"},
		{roll, china, "2024-05-01", "following", "2024-05-06", "holiday"},
		{roll, china, "2024-07-08", "following", "2024-07-08", "a working day stays"},
		{roll, china, "2024-05-01", "preceding", "2024-04-30", "back from a holiday"},
		{roll, china, "2024-05-01", "none", "2024-05-01", "stays on purpose"},
		{roll, china, "2026-10-31", "modified-following", "2026-10-30", "the next working day lies in another month"},
		{roll, china, "2026-10-24", "modified-following", "2026-10-26", "the next working day lies in the same month"},
		{roll, adHoc(t, "2017-12-29"), "2017-12-31", "modified-following", "2017-12-28", "the next month is not even known"},
		{count, china, "2023-12-30", "2024-01-03", "2", both},
		{count, china, "2024-02-28", "2024-03-02", "3", both},
		{add, adHoc(t, "2013-01-01"), "2013-01-04", "2", "2013-01-08", "over a weekend"},
		{add, adHoc(t, "2013-01-01"), "2013-01-01", "2", "2013-01-03", "a start on a day off is left out like any other"},
		{rollAdd, adHoc(t, "2013-01-01"), "2013-01-01", "2", "2013-01-04", "rolled first, the start is 2 January"},
		{add, adHoc(t, "2013-01-03", "+2012-12-29"), "2012-12-31", "-2", "2012-12-28", "back over a working Saturday"},
		{add, china, "2024-02-08", "5", "2024-02-21", span + "; without make-up days it would be 22 February"},
		{add, china, "2024-02-08", "10", "2024-02-28", span},
		{add, china, "2025-09-26", "5", "2025-10-10", "make-up Sunday 28 September, then eight days off"},
		{add, china, "2026-09-18", "7", "2026-09-29", "make-up Sunday 20 September; Mid-Autumn 25 to 27"},
		{add, china, "2022-09-30", "3", "2022-10-10", "make-up days 8 and 9 October"},
		{add, china, "2025-01-24", "5", "2025-02-07", "make-up Sunday 26 January is counted"},
		{add, china, "2021-02-10", "3", "2021-02-20", "make-up Saturday 20 February"},
		{last, china, "2026-02-01", "", "2026-02-28", "make-up Saturday"},
		{last, china, "2022-12-01", "", "2022-12-30", "31 December belongs to the New Year holiday of 2023"},
		{last, china, "2024-09-01", "", "2024-09-30", "Monday"},
		{add, china, "2026-12-30", "1", "2026-12-31", "the last day that is known"},
		{add, china, "2026-12-31", "1", "calendar CN: the working days of 2027 are not known: 《国务院办公厅关于2027年部分节假日安排的通知》 is missing", "no guess about 2027"},
		{add, china, "2019-01-02", "-1", "calendar CN: the working days of 2018 are not known: 《国务院办公厅关于2018年部分节假日安排的通知》 is missing", "no guess about 2018"},
		{add, china, "2027-01-04", "0", "calendar CN: the working days of 2027 are not known: 《国务院办公厅关于2027年部分节假日安排的通知》 is missing", "not even a start"},
		{count, china, "2026-12-01", "2027-01-01", "calendar CN: the working days of 2027 are not known: 《国务院办公厅关于2027年部分节假日安排的通知》 is missing", "no count into 2027"},
		{add, usa, "2017-12-29", "1", "calendar house: calendar house does not know 2018, so its working days cannot be told", "no notices, no title"},
	}
	for _, tt := range tests {
		got, err := tt.what(tt.c, calendar.MustParseDate(tt.start), tt.p)
		if err != nil {
			got = err.Error()
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s, %s: %s (-want +got):\n%s", tt.start, tt.p, tt.why, diff)
		}
	}
}

func TestNoDate(t *testing.T) {
	c, none, some := calendar.China(), calendar.Date{}, calendar.MustDate(2026, 1, 5)
	_, day := c.Day(none)
	_, work := c.IsWorkday(none)
	_, add := c.Add(none, 1)
	_, from := c.Count(none, some)
	_, to := c.Count(some, none)
	_, inclusive := c.CountInclusive(none, some)
	_, roll := c.Roll(none, calendar.Following)
	for i, err := range []error{day, work, add, from, to, inclusive, roll} {
		if !errors.Is(err, calendar.ErrNoDate) {
			t.Errorf("call %d: %v", i, err)
		}
	}
	if _, err := c.Roll(some, calendar.Roll(9)); err == nil {
		t.Error("a roll that does not exist was taken")
	}
	if r := (calendar.Day{}).Reason(); !r.IsZero() {
		t.Errorf("the zero Day gives a reason: %s", r.Text(check.En, nil))
	}
}

// Far jumps end in an error, never in an overflow.
func TestAddFar(t *testing.T) {
	c := calendar.China()
	for _, n := range []int{math.MaxInt, math.MinInt, math.MaxInt32, math.MinInt32, 1 << 20, -1 << 20} {
		_, err := c.Add(calendar.MustDate(2022, 6, 1), n)
		unpublished, ok := errors.AsType[*calendar.UnpublishedError](err)
		if want := 2027; !ok || n > 0 && unpublished.Year != want || n < 0 && unpublished.Year != 2018 {
			t.Errorf("n = %d: %v", n, err)
		}
	}
}

// A year between two known ones may be unknown; nothing passes through it.
func TestGap(t *testing.T) {
	notices := slices.DeleteFunc(calendar.ChinaNotices(), func(n calendar.Notice) bool { return n.Year == 2021 || n.Year == 2023 })
	c, err := calendar.New(notices, nil)
	if err != nil {
		t.Fatal(err)
	}
	d2020, d2021, d2022, d2024 := calendar.MustDate(2020, 6, 1), calendar.MustDate(2021, 6, 1), calendar.MustDate(2022, 6, 1), calendar.MustDate(2024, 6, 3)
	year := func(err error) int {
		unpublished, ok := errors.AsType[*calendar.UnpublishedError](err)
		if !ok {
			return 0
		}
		return unpublished.Year
	}
	_, forward := c.Add(d2020, 300)
	_, back := c.Add(d2024, -600)
	_, far := c.Add(d2020, 100000)
	_, farBack := c.Add(d2024, -100000)
	_, count := c.Count(d2020, d2024)
	_, countBack := c.Count(d2024, d2020)
	_, start := c.Add(d2021, 1)
	_, inside := c.Add(d2022, 5)
	_, next := c.Add(calendar.MustDate(2020, 12, 31), 1)
	_, inclusive := c.CountInclusive(d2022, d2024)
	got := []int{
		year(forward), year(back), year(far), year(farBack), year(count), year(countBack),
		year(start), year(inside), year(next), year(inclusive),
	}
	if diff := cmp.Diff([]int{2021, 2023, 2021, 2023, 2021, 2023, 2021, 0, 2021, 2023}, got); diff != "" {
		t.Errorf("first unknown year on the way (-want +got):\n%s", diff)
	}
	if c.Knows(2021) || !c.Knows(2022) {
		t.Error("Knows is wrong about the gap")
	}
}

// slow is the obvious twin: it walks from day to day.
type slow struct{ c *calendar.Calendar }

func (s slow) add(d calendar.Date, n int) (calendar.Date, bool) {
	step := sign(n)
	for n != 0 {
		d = d.AddDays(step)
		working, err := s.c.IsWorkday(d)
		if err != nil {
			return calendar.Date{}, false
		}
		if working {
			n -= step
		}
	}
	return d, true
}

func (s slow) count(a, b calendar.Date) int {
	n, step := 0, sign(b.DaysSince(a))
	for a != b {
		a = a.AddDays(step)
		if working, _ := s.c.IsWorkday(a); working {
			n += step
		}
	}
	return n
}

// drawCalendar draws holidays and make-up days for two or three years.
func drawCalendar(t *rapid.T) *calendar.Calendar {
	var off, extra []calendar.Date
	base := calendar.MustDate(2021, 1, 1)
	days := rapid.SliceOfNDistinct(rapid.IntRange(0, 900), 0, 60, rapid.ID[int]).Draw(t, "days")
	for _, i := range days {
		if d := base.AddDays(i); d.Weekday() >= calendar.Saturday {
			extra = append(extra, d)
		} else {
			off = append(off, d)
		}
	}
	n := calendar.Notice{ID: "drawn", Jurisdiction: "X", Title: "Drawn"}
	for _, d := range off {
		n.Holidays = append(n.Holidays, calendar.Holiday{Name: d.String(), From: d, To: d})
	}
	if len(extra) > 0 {
		n.Holidays = append(n.Holidays, calendar.Holiday{Name: "extra", MakeUp: extra})
	}
	c, err := calendar.New([]calendar.Notice{n}, &calendar.Options{ID: "drawn", From: 2021, To: 2023})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func propWorkdays(t *rapid.T) {
	c := drawCalendar(t)
	twin := slow{c}
	base := calendar.MustDate(2021, 1, 1)
	d := base.AddDays(rapid.IntRange(0, 1094).Draw(t, "start"))
	e := base.AddDays(rapid.IntRange(0, 1094).Draw(t, "end"))
	n := rapid.IntRange(-900, 900).Draw(t, "n")

	got, err := c.Add(d, n)
	want, inside := twin.add(d, n)
	if inside != (err == nil) || got != want {
		t.Fatalf("add(%s, %d) = %s, %v; day by day it is %s", d, n, got, err, want)
	}
	if count, err := c.Count(d, e); err != nil || count != twin.count(d, e) {
		t.Fatalf("count(%s, %s) = %d, %v; day by day it is %d", d, e, count, err, twin.count(d, e))
	}
	if inside {
		if back, err := c.Count(d, got); err != nil || back != n {
			t.Fatalf("count(%s, add(%s, %d)) = %d, %v", d, d, n, back, err)
		}
		if m := sign(n) * rapid.IntRange(0, 400).Draw(t, "m"); m != 0 {
			first, err1 := c.Add(got, m)
			both, err2 := c.Add(d, n+m)
			if first != both || (err1 == nil) != (err2 == nil) {
				t.Fatalf("add(add(%s, %d), %d) = %s, add(%s, %d) = %s", d, n, m, first, d, n+m, both)
			}
		}
	}
	inclusive, err := c.CountInclusive(min2(d, e), max2(d, e))
	count, err2 := c.Count(min2(d, e), max2(d, e))
	working, err3 := c.IsWorkday(min2(d, e))
	if working {
		count++
	}
	if err != nil || err2 != nil || err3 != nil || inclusive != count {
		t.Fatalf("from %s to %s: both ends counted %d, else %d", d, e, inclusive, count)
	}
	if reverse, err := c.CountInclusive(max2(d, e), min2(d, e)); err != nil || d != e && reverse != -inclusive {
		t.Fatalf("from %s to %s: %d one way, %d the other", d, e, inclusive, reverse)
	}
	rolled, err := c.Roll(d, calendar.Following)
	if err == nil {
		if working, _ := c.IsWorkday(rolled); !working || rolled.Before(d) || twin.count(d, rolled) > 1 {
			t.Fatalf("%s rolls to %s", d, rolled)
		}
	}
}

func min2(a, b calendar.Date) calendar.Date {
	if b.Before(a) {
		return b
	}
	return a
}

func max2(a, b calendar.Date) calendar.Date {
	if b.After(a) {
		return b
	}
	return a
}

func TestWorkdayLaws(t *testing.T) { rapid.Check(t, propWorkdays) }
func FuzzWorkdayLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propWorkdays)) }

func TestWeekends(t *testing.T) {
	c, err := calendar.Weekends(1985, 2024)
	if err != nil {
		t.Fatal(err)
	}
	due, err := c.Roll(calendar.MustDate(1985, 2, 18).AddMonths(3), calendar.Following)
	if err != nil || due != calendar.MustDate(1985, 5, 20) {
		t.Errorf("three months from 18 February 1985, rolled: %s, %v", due, err)
	}
	if c.ID() != "weekends" || strings.Contains(c.Version(), ".") || len(c.Version()) != 12 {
		t.Errorf("ref %+v", c.Ref())
	}
	gulf, err := calendar.New(nil, &calendar.Options{ID: "gulf", Weekend: []calendar.Weekday{calendar.Friday, calendar.Saturday}, From: 2026, To: 2026})
	if err != nil {
		t.Fatal(err)
	}
	if next, err := gulf.Add(calendar.MustDate(2026, 1, 8), 1); err != nil || next != calendar.MustDate(2026, 1, 11) {
		t.Errorf("the working day after Thursday is %s, %v", next, err)
	}
}

func TestKindsAndRolls(t *testing.T) {
	var got []string
	for k := calendar.Workday; k <= calendar.MakeUp; k++ {
		text, err := k.MarshalText()
		var back calendar.Kind
		if err != nil || back.UnmarshalText(text) != nil || back != k {
			t.Errorf("%s read back as %s", text, back)
		}
		got = append(got, fmt.Sprint(k, k.Label(), k.Working()))
	}
	for r := calendar.NoRoll; r <= calendar.ModifiedFollowing; r++ {
		text, err := r.MarshalText()
		var back calendar.Roll
		if err != nil || back.UnmarshalText(text) != nil || back != r {
			t.Errorf("%s read back as %s", text, back)
		}
		got = append(got, fmt.Sprint(r, r.Label()))
	}
	want := []string{
		"workday工作日true", "weekend周末false", "holiday放假false", "in-lieu调休false", "make-up补班true",
		"none不顺延", "following顺延", "preceding提前", "modified-following顺延不跨月",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var k calendar.Kind
	var r calendar.Roll
	if k.UnmarshalText([]byte("Workday")) == nil || r.UnmarshalText(nil) == nil || k.IsValid() || k.Label() != "" || calendar.Roll(4).Label() != "" {
		t.Error("a token that does not exist was read")
	}
	if _, err := k.MarshalText(); err == nil {
		t.Error("the zero Kind was written")
	}
	if _, err := calendar.Roll(4).MarshalText(); err == nil || calendar.Roll(4).String() != "Roll(4)" || k.String() != "Kind(0)" {
		t.Error("a Roll that does not exist was written")
	}
}

func ExampleCalendar_Count() {
	c := calendar.China()
	n, err := c.Count(calendar.MustDate(2026, 9, 18), calendar.MustDate(2026, 10, 12))
	fmt.Println(n, err)
	_, err = c.Count(calendar.MustDate(2026, 12, 1), calendar.MustDate(2027, 1, 8))
	fmt.Println(err)
	// Output:
	// 12 <nil>
	// calendar CN: the working days of 2027 are not known: 《国务院办公厅关于2027年部分节假日安排的通知》 is missing
}

func BenchmarkAddWorkdays(b *testing.B) {
	c, d := calendar.China(), calendar.MustDate(2019, 1, 2)
	for _, n := range []int{1, 5, 60, 1900} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.Add(d, n); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCount(b *testing.B) {
	c, d, e := calendar.China(), calendar.MustDate(2019, 1, 2), calendar.MustDate(2026, 12, 31)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Count(d, e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	notices := calendar.ChinaNotices()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := calendar.New(notices, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChina(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		calendar.China()
	}
}
