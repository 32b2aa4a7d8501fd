package calendar_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func drawClock(t *rapid.T, label string) calendar.Clock {
	return calendar.Clock(rapid.Int32Range(0, int32(calendar.MaxClock)).Draw(t, label))
}

func TestParseClock(t *testing.T) {
	tests := []struct{ in, want, why string }{
		{"09:00", "09:00", "hours and minutes"},
		{"09:00:00", "09:00", "seconds that are 0 are not printed"},
		{"09:00:30", "09:00:30", "seconds"},
		{"00:00", "00:00", "midnight"},
		{"24:00", "24:00", "end of the day"},
		{"25:30", "25:30", "an evening session past midnight"},
		{"47:59:59", "47:59:59", "last reading"},
		{"48:00", `clock "48:00": want 00 to 47 at byte 0`, "beyond the second day"},
		{"09:60", `clock "09:60": want 00 to 59 at byte 3`, "minutes"},
		{"09:00:60", `clock "09:00:60": want 00 to 59 at byte 6`, "no leap seconds on a wall clock"},
		{"9:00", `clock "9:00": want a digit at byte 1`, "two digits each"},
		{"09：00", `clock "09：00": want ':' at byte 2`, "full-width colon belongs to Chinese text"},
		{"09:00 ", `clock "09:00 ": want nothing more at byte 5`, "nothing after"},
		{"09:00:", `clock "09:00:": want a digit at byte 6`, "seconds announced but missing"},
		{"", `clock "": want a digit at byte 0`, "empty"},
	}
	for _, tt := range tests {
		c, err := calendar.ParseClock(tt.in)
		got := c.String()
		if err != nil {
			got = err.Error()
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", tt.in, tt.why, diff)
		}
	}
	if _, err := calendar.ClockOf(24, 60, 0); err == nil || err.Error() != `clock "24:60:0": want 00:00:00 to 47:59:59 at byte 0` {
		t.Errorf("ClockOf(24, 60, 0): %v", err)
	}
	for _, c := range []calendar.Clock{-1, calendar.MaxClock + 1} {
		if c.IsValid() || c.String() != fmt.Sprintf("Clock(%d)", int32(c)) {
			t.Errorf("%d: valid %t, text %s", int32(c), c.IsValid(), c)
		}
	}
}

func propClockText(t *rapid.T) {
	c := drawClock(t, "clock")
	back, err := calendar.ParseClock(c.String())
	if err != nil || back != c {
		t.Fatalf("%s read back as %s, %v", c, back, err)
	}
	h, m, s := c.HMS()
	if same, err := calendar.ClockOf(h, m, s); err != nil || same != c {
		t.Fatalf("ClockOf(%d, %d, %d) = %s, %v, want %s", h, m, s, same, err, c)
	}
}

func TestClockText(t *testing.T) { rapid.Check(t, propClockText) }

func FuzzParseClock(f *testing.F) {
	for _, s := range []string{"09:00", "25:30", "47:59:59", "48:00", "9:00", "09:00:", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := calendar.ParseClock(s)
		if err != nil {
			if pe, ok := errors.AsType[*calendar.ParseError](err); !ok || pe.Value != s || pe.At > len(s) {
				t.Errorf("%q: error %+v", s, err)
			}
			return
		}
		if text := c.String(); !c.IsValid() || text != s && text+":00" != s {
			t.Errorf("%q read as %s", s, c)
		}
	})
}

func TestParseDateTime(t *testing.T) {
	tests := []struct{ in, want, why string }{
		{"2026-01-05T09:00:00", "2026-01-05 09:00", "ISO 8601"},
		{"2026-01-05 09:00", "2026-01-05 09:00", "as it is printed"},
		{"2026-01-05T09:00:01", "2026-01-05 09:00:01", "seconds"},
		{"2026-01-05T24:00", "2026-01-06 00:00", "the end of a day is the beginning of the next"},
		{"2026-12-31T25:30", "2027-01-01 01:30", "past midnight, past the year"},
		{"9999-12-31T23:59:59", "9999-12-31 23:59:59", "last moment"},
		{"9999-12-31T24:00", `date and time "9999-12-31T24:00": want a moment before the year 10000 at byte 0`, "out of range"},
		{"2026-01-05", `date and time "2026-01-05": want 'T' or a space at byte 10`, "a clock is needed"},
		{"2026-01-05T09:00Z", `date and time "2026-01-05T09:00Z": want nothing more at byte 16`, "civil moments have no zone"},
		{"2026-01-05  09:00", `date and time "2026-01-05  09:00": want a digit at byte 11`, "one space"},
		{"2026-02-30T09:00", `date and time "2026-02-30T09:00": want a day from 01 to 28 at byte 8`, "date"},
	}
	for _, tt := range tests {
		at, err := calendar.ParseDateTime(tt.in)
		got := at.String()
		if err != nil {
			got = err.Error()
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", tt.in, tt.why, diff)
		}
	}
}

func propDateTime(t *rapid.T) {
	d := drawDate(t, "date")
	c := drawClock(t, "clock")
	at := d.At(c)
	if at.IsZero() {
		if d.AddDays(1).IsZero() && c >= calendar.DayEnd {
			return
		}
		t.Fatalf("%s at %s is no moment", d, c)
	}
	if at.Clock() != c%calendar.DayEnd || at.Date() != d.AddDays(int(c/calendar.DayEnd)) {
		t.Fatalf("%s at %s: %s", d, c, at)
	}
	if back, err := calendar.ParseDateTime(at.String()); err != nil || back != at || !back.Equal(at) {
		t.Fatalf("%s read back as %s, %v", at, back, err)
	}
	text, err := at.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	var back calendar.DateTime
	if err := back.UnmarshalText(text); err != nil || back != at {
		t.Fatalf("%s read back as %s, %v", text, back, err)
	}
	n := rapid.Int64Range(-1e12, 1e12).Draw(t, "seconds")
	later := at.Add(n)
	if later.IsZero() {
		return
	}
	if later.SecondsSince(at) != n || later.Compare(at) != sign(int(max(min(n, 1), -1))) || later.Before(at) != (n < 0) || later.After(at) != (n > 0) {
		t.Fatalf("%s and %s disagree on their order and distance", at, later)
	}
	offset := rapid.IntRange(-calendar.MaxOffset, calendar.MaxOffset).Draw(t, "offset")
	ms, ok := at.UnixMilli(offset)
	y, m, day := at.Date().Civil()
	hh, mm, ss := at.Clock().HMS()
	twin := time.Date(y, time.Month(m), day, hh, mm, ss, 0, time.FixedZone("", offset))
	if !ok || ms != twin.UnixMilli() {
		t.Fatalf("%s at offset %d: got %d, the twin says %d", at, offset, ms, twin.UnixMilli())
	}
	part := rapid.Int64Range(0, 999).Draw(t, "milliseconds")
	if back := calendar.FromUnixMilli(ms+part, offset); back != at {
		t.Fatalf("%s went through Unix time and came back as %s", at, back)
	}
}

func TestDateTimeLaws(t *testing.T) { rapid.Check(t, propDateTime) }
func FuzzDateTimeLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propDateTime)) }

func FuzzParseDateTime(f *testing.F) {
	for _, s := range []string{"2026-01-05T09:00:00", "2026-01-05 09:00", "2026-01-05T24:00", "9999-12-31T24:00", "2026-01-05", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at, err := calendar.ParseDateTime(s)
		if err != nil {
			if pe, ok := errors.AsType[*calendar.ParseError](err); !ok || pe.Value != s || pe.At > len(s) || !at.IsZero() {
				t.Errorf("%q: error %+v", s, err)
			}
			return
		}
		if back, err := calendar.ParseDateTime(at.String()); err != nil || back != at {
			t.Errorf("%q read as %s, which reads back as %s, %v", s, at, back, err)
		}
	})
}

func TestUnixMilliBounds(t *testing.T) {
	at := calendar.MustParseDateTime("2026-01-05 09:00")
	if ms, ok := at.UnixMilli(8 * 3600); !ok || ms != 1767574800000 {
		t.Errorf("09:00 in Beijing: got %d %t", ms, ok)
	}
	if _, ok := at.UnixMilli(calendar.MaxOffset + 1); ok {
		t.Error("an offset of more than 18 hours was accepted")
	}
	if _, ok := (calendar.DateTime{}).UnixMilli(0); ok {
		t.Error("the zero DateTime has an instant")
	}
	for _, ms := range []int64{-1 << 63, 1<<63 - 1} {
		if at := calendar.FromUnixMilli(ms, 0); !at.IsZero() {
			t.Errorf("%d ms is %s", ms, at)
		}
	}
	if at := calendar.FromUnixMilli(-1, 0); at.String() != "1969-12-31 23:59:59" {
		t.Errorf("one millisecond before the epoch: %s", at)
	}
	if at := calendar.FromUnixMilli(0, -calendar.MaxOffset-1); !at.IsZero() {
		t.Errorf("an offset of more than 18 hours was accepted: %s", at)
	}
	var none calendar.DateTime
	if none.SecondsSince(at) != 0 || at.SecondsSince(none) != 0 || !none.Add(1).IsZero() || none.String() != "" || !none.Before(at) {
		t.Error("the zero DateTime lies somewhere")
	}
	if at.After(at) || at.Before(at) || at.Compare(at) != 0 {
		t.Error("a moment lies before or after itself")
	}
	for _, s := range []int64{-1 << 63, 1<<63 - 1} {
		if got := at.Add(s); !got.IsZero() {
			t.Errorf("adding %d seconds gives %s", s, got)
		}
	}
}

func TestSpan(t *testing.T) {
	d := calendar.MustDate(2026, 1, 5)
	span := func(from, to string) calendar.Span {
		return d.Between(calendar.MustParseClock(from), calendar.MustParseClock(to))
	}
	morning, noon, evening := span("09:00", "11:30"), span("11:30", "14:00"), span("19:00", "25:30")
	if morning.Overlaps(noon) || noon.Overlaps(morning) {
		t.Error("sittings that touch overlap")
	}
	if got := evening.String(); got != "2026-01-05 19:00/2026-01-06 01:30" {
		t.Errorf("evening: %s", got)
	}
	if got := evening.Seconds(); got != 6*3600+1800 {
		t.Errorf("evening lasts %d s", got)
	}
	if morning.Contains(morning.End) || !morning.Contains(morning.Start) {
		t.Error("the start belongs to a span, the end does not")
	}
	if ps := morning.Validate(); ps.Len() != 0 {
		t.Errorf("morning: %v", ps)
	}
	tests := []struct {
		in   calendar.Span
		want string
		why  string
	}{
		{calendar.Span{}, "end: the end is missing\nstart: the start is missing\n", "both ends at once"},
		{span("11:30", "09:00"), "end: the end, 2026-01-05 09:00, lies before the start, 2026-01-05 11:30\n", "wrong order"},
		{span("09:00", "09:00"), "", "no extent is allowed"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.in.Validate().Text(check.En, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
		if !tt.in.IsEmpty() || tt.in.Seconds() != 0 || tt.in.Contains(morning.Start) || tt.in.Overlaps(morning) || morning.Covers(tt.in) || tt.in.Covers(morning) {
			t.Errorf("%s: has an extent", tt.why)
		}
	}
}

// The slow twin of a span is the set of its minutes.
func propSpan(t *rapid.T) {
	base := calendar.MustDate(2026, 1, 5).At(0)
	draw := func(label string) calendar.Span {
		return calendar.Span{
			Start: base.Add(int64(rapid.IntRange(0, 20).Draw(t, label))),
			End:   base.Add(int64(rapid.IntRange(0, 20).Draw(t, label))),
		}
	}
	s, u := draw("s"), draw("u")
	var inS, inU, inBoth int64
	for i := range int64(21) {
		at := base.Add(i)
		if s.Contains(at) {
			inS++
		}
		if u.Contains(at) {
			inU++
		}
		if s.Contains(at) && u.Contains(at) {
			inBoth++
		}
		if s.Intersect(u).Contains(at) != (s.Contains(at) && u.Contains(at)) {
			t.Fatalf("%s and %s: intersection %s at %s", s, u, s.Intersect(u), at)
		}
	}
	if s.Seconds() != inS || s.Overlaps(u) != (inBoth > 0) || s.Covers(u) != (inU > 0 && inBoth == inU) {
		t.Fatalf("%s and %s: %d, %d, %d seconds, overlap %t, cover %t", s, u, inS, inU, inBoth, s.Overlaps(u), s.Covers(u))
	}
	if s.Compare(u) != -u.Compare(s) || s.Compare(u) == 0 && s != u {
		t.Fatalf("%s and %s: order %d", s, u, s.Compare(u))
	}
}

func TestSpanLaws(t *testing.T) { rapid.Check(t, propSpan) }
func FuzzSpanLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propSpan)) }

func ExampleDate_Between() {
	evening := calendar.MustDate(2026, 1, 5).Between(calendar.MustClock(19, 30), calendar.MustClock(25, 0))
	fmt.Println(evening, evening.Seconds()/60, "minutes")
	// Output: 2026-01-05 19:30/2026-01-06 01:00 330 minutes
}

func ExampleDateTime_UnixMilli() {
	const beijing = 8 * 60 * 60
	ms, _ := calendar.MustParseDateTime("2026-01-05 09:00").UnixMilli(beijing)
	fmt.Println(ms, calendar.FromUnixMilli(ms, 0))
	// Output: 1767574800000 2026-01-05 01:00
}
