package ical

import (
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
)

// A Form says how a [Time] is written. The zero Form is none.
type Form uint8

// The forms of RFC 5545, sections 3.3.4 and 3.3.5.
const (
	DateOnly Form = iota + 1 // 20260105, a day
	Floating                 // 20260105T090000, at nine wherever one is
	UTC                      // 20260105T010000Z
	Zoned                    // 20260105T090000 with a TZID parameter
)

// A Time is a DATE or a DATE-TIME. A zone is kept as the text it is named by and
// never resolved: two Times of different forms or zones cannot be compared here.
type Time struct {
	Form Form
	At   calendar.DateTime // midnight in the form DateOnly
	Zone string            // TZID in the form Zoned
}

// Day returns the Time of a whole day.
func Day(d calendar.Date) Time { return Time{Form: DateOnly, At: d.At(calendar.Midnight)} }

// In returns the Time of a moment on the wall clock of a zone.
func In(zone string, t calendar.DateTime) Time { return Time{Form: Zoned, At: t, Zone: zone} }

// String returns the value as it stands on a line, without its parameters; "" for a
// Time without Form or moment.
func (t Time) String() string {
	if t.Form < DateOnly || t.Form > Zoned || t.At.IsZero() {
		return ""
	}
	iso, _ := t.At.MarshalText() // 2026-01-05T09:00:00
	text := strings.NewReplacer("-", "", ":", "").Replace(string(iso))
	switch t.Form {
	case DateOnly:
		return text[:len("20260105")]
	case UTC:
		return text + "Z"
	case Floating, Zoned:
	}
	return text
}

// Line returns the property of that name with the value and its parameters.
func (t Time) Line(name string) Line {
	l := Line{Name: name, Value: t.String()}
	switch t.Form {
	case DateOnly:
		return l.With("VALUE", "DATE")
	case Zoned:
		return l.With("TZID", t.Zone)
	case Floating, UTC:
	}
	return l
}

// Time reads the value as a DATE or a DATE-TIME, with TZID and VALUE as far as they
// are given. The error is a [*calendar.ParseError]. A leap second, :60, is one too:
// no civil clock shows it.
func (l Line) Time() (Time, error) {
	fail := func(at int, want string) (Time, error) {
		return Time{}, &calendar.ParseError{What: "date or time", Value: l.Value, At: at, Want: want}
	}
	kind, _ := l.Param("VALUE")
	digits, clock, hasClock := strings.Cut(l.Value, "T")
	switch {
	case kind != "" && !strings.EqualFold(kind, "DATE") && !strings.EqualFold(kind, "DATE-TIME"):
		return fail(0, "VALUE to be DATE or DATE-TIME")
	case strings.EqualFold(kind, "DATE") && hasClock:
		return fail(len(digits), "no time, since VALUE is DATE")
	case strings.EqualFold(kind, "DATE-TIME") && !hasClock:
		return fail(len(digits), "a time, since VALUE is DATE-TIME")
	case !isDigits(digits, 8):
		return fail(0, "eight digits for the date")
	}
	n := func(s string) int { v, _ := strconv.Atoi(s); return v }
	d, err := calendar.DateOf(n(digits[:4]), n(digits[4:6]), n(digits[6:]))
	if err != nil {
		return fail(0, "a date that exists")
	}
	if !hasClock {
		return Day(d), nil
	}
	clock, utc := strings.CutSuffix(clock, "Z")
	if !isDigits(clock, 6) {
		return fail(len(digits)+1, "six digits for the time")
	}
	c, err := calendar.ClockOf(n(clock[:2]), n(clock[2:4]), n(clock[4:]))
	if err != nil || c >= calendar.DayEnd {
		return fail(len(digits)+1, "000000 to 235959")
	}
	t := Time{Form: Floating, At: d.At(c)}
	switch zone, zoned := l.Param("TZID"); {
	case utc:
		t.Form = UTC
	case zoned:
		t.Form, t.Zone = Zoned, zone
	}
	return t, nil
}

func isDigits(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "0123456789") == ""
}

// A Duration is a length of time (RFC 5545, section 3.3.6). Days are nominal: they
// lead to the same time of another day, whatever its length in hours. So days and
// seconds are kept apart.
type Duration struct {
	Days    int64 // weeks count as seven days
	Seconds int64 // of the same sign
}

// MaxDuration is the greatest number of days, and of seconds, in a Duration that
// is read.
const MaxDuration = 1 << 40

// ParseDuration reads "P7W", "P1DT2H", "-PT15M". The error is a
// [*calendar.ParseError].
func ParseDuration(s string) (Duration, error) {
	fail := func(at int, want string) (Duration, error) {
		return Duration{}, &calendar.ParseError{What: "duration", Value: s, At: at, Want: want}
	}
	rest := strings.TrimLeft(s, "+-")
	if len(s)-len(rest) > 1 || !strings.HasPrefix(rest, "P") {
		return fail(0, "P after at most one sign")
	}
	rest = rest[1:]
	var d Duration
	units := [...]struct {
		letter  byte
		days    int64
		seconds int64
	}{{'W', 7, 0}, {'D', 1, 0}, {'H', 0, 3600}, {'M', 0, 60}, {'S', 0, 1}}
	next, parts, inTime := 0, 0, false
	for rest != "" {
		if rest[0] == 'T' && !inTime {
			inTime, rest = true, rest[1:]
			next = max(next, 2)
			parts = 0
			continue
		}
		end := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		at := len(s) - len(rest)
		if end == 0 || end > 13 || end == len(rest) {
			return fail(at, "a number of at most 13 digits and its unit")
		}
		n, _ := strconv.ParseInt(rest[:end], 10, 64)
		i := next
		for i < len(units) && units[i].letter != rest[end] {
			i++
		}
		if i == len(units) || (i >= 2) != inTime {
			return fail(at+end, "a unit in its place: W, D, then T, H, M, S")
		}
		d.Days += n * units[i].days
		d.Seconds += n * units[i].seconds
		next, parts, rest = i+1, parts+1, rest[end+1:]
	}
	if parts == 0 {
		return fail(len(s), "a number and its unit")
	}
	if d.Days > MaxDuration || d.Seconds > MaxDuration {
		return fail(0, "at most 2^40 days and seconds")
	}
	if s[0] == '-' {
		d.Days, d.Seconds = -d.Days, -d.Seconds
	}
	return d, nil
}

// String returns the shortest text that [ParseDuration] reads back: "P7W", "-PT15M",
// "PT0S" for none. It returns "" if days and seconds differ in sign or are beyond
// MaxDuration.
func (d Duration) String() string {
	days, seconds, sign := d.Days, d.Seconds, ""
	if days < 0 || seconds < 0 {
		days, seconds, sign = -days, -seconds, "-"
	}
	if days < 0 || seconds < 0 || days > MaxDuration || seconds > MaxDuration {
		return ""
	}
	if days == 0 && seconds == 0 {
		return "PT0S"
	}
	text := sign + "P"
	put := func(n int64, unit string) {
		if n != 0 {
			text += strconv.FormatInt(n, 10) + unit
		}
	}
	if seconds == 0 && days%7 == 0 {
		put(days/7, "W")
		return text
	}
	put(days, "D")
	if seconds != 0 {
		text += "T"
		put(seconds/3600, "H")
		put(seconds/60%60, "M")
		put(seconds%60, "S")
	}
	return text
}

// After returns the moment that lies the duration after t: first the days, then
// the seconds. It is the zero DateTime outside the years 1 to 9999.
func (d Duration) After(t calendar.DateTime) calendar.DateTime {
	const far = 10_000 * 366
	if d.Days > far || d.Days < -far {
		return calendar.DateTime{}
	}
	return t.Date().AddDays(int(d.Days)).At(t.Clock()).Add(d.Seconds)
}
