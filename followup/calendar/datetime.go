package calendar

import (
	"cmp"
	"strconv"
)

// A DateTime is a civil moment: a date and a reading of the wall clock, to the
// second, without a zone. Two of them can be compared because both are read off
// the same wall.
//
// It is kept in normal form: the clock lies in 00:00:00 to 23:59:59, and a
// moment given as 24:00 or later belongs to the next day. So 25:30 on 5 January
// and 01:30 on 6 January are the same DateTime. Who wants to print an evening
// session as one evening keeps its Date and Clock.
//
// The zero DateTime is none: IsZero reports it, its text is "". DateTimes are
// comparable with == and serve as map keys.
type DateTime struct {
	s int64 // seconds since the beginning of the day before 0001-01-01
}

func fromSecond(s int64) DateTime {
	if s < daySeconds || s >= (maxDay+1)*daySeconds {
		return DateTime{}
	}
	return DateTime{s}
}

// IsZero reports whether t is no moment.
func (t DateTime) IsZero() bool { return t.s == 0 }

// Date returns the date of t, the zero Date for the zero DateTime.
func (t DateTime) Date() Date { return Date{int32(t.s / daySeconds)} }

// Clock returns the reading of the clock at t, 00:00:00 to 23:59:59.
func (t DateTime) Clock() Clock { return Clock(t.s % daySeconds) }

// Compare returns -1, 0 or 1 as t lies before, at or after u. The zero DateTime
// comes before all others.
func (t DateTime) Compare(u DateTime) int { return cmp.Compare(t.s, u.s) }

// Before reports whether t lies before u.
func (t DateTime) Before(u DateTime) bool { return t.s < u.s }

// After reports whether t lies after u.
func (t DateTime) After(u DateTime) bool { return t.s > u.s }

// Equal reports whether t == u. It is there for tools that compare by method.
func (t DateTime) Equal(u DateTime) bool { return t == u }

// Add returns the moment so many seconds later, earlier if negative. It returns
// the zero DateTime if that lies outside the years 1 to 9999, and for the zero
// DateTime.
func (t DateTime) Add(seconds int64) DateTime {
	const span = (maxDay + 1) * daySeconds
	if t.IsZero() || seconds > span || seconds < -span {
		return DateTime{}
	}
	return fromSecond(t.s + seconds)
}

// SecondsSince returns the seconds from u to t, negative if t is the earlier one.
// It is 0 if one of them is the zero DateTime.
func (t DateTime) SecondsSince(u DateTime) int64 {
	if t.IsZero() || u.IsZero() {
		return 0
	}
	return t.s - u.s
}

// unixEpoch is 1970-01-01 00:00 on the scale of DateTime.
const unixEpoch = 719163 * daySeconds

// MaxOffset is the greatest distance of a wall clock from UTC that
// [DateTime.UnixMilli] and [FromUnixMilli] accept, in seconds: 18 hours.
const MaxOffset = 18 * 60 * 60

// UnixMilli returns the instant at which a wall clock shows t, in milliseconds
// since 1970-01-01 00:00 UTC. The offset says how many seconds that wall clock is
// ahead of UTC, 28800 in China; it is always the caller's, since a civil moment
// has no zone. ok is false for the zero DateTime and for an offset beyond
// [MaxOffset].
func (t DateTime) UnixMilli(offset int) (ms int64, ok bool) {
	if t.IsZero() || offset > MaxOffset || offset < -MaxOffset {
		return 0, false
	}
	return (t.s - unixEpoch - int64(offset)) * 1000, true
}

// FromUnixMilli returns what a wall clock that is offset seconds ahead of UTC
// shows at an instant; milliseconds within a second are dropped. It returns the
// zero DateTime outside the years 1 to 9999 and for an offset beyond [MaxOffset].
func FromUnixMilli(ms int64, offset int) DateTime {
	if offset > MaxOffset || offset < -MaxOffset {
		return DateTime{}
	}
	s := ms / 1000
	if ms%1000 < 0 {
		s--
	}
	return fromSecond(s + unixEpoch + int64(offset))
}

// ParseDateTime reads a date and a clock as ISO 8601 writes them, with "T" or one
// space between them: "2026-01-05T09:00:00", "2026-01-05 09:00". A clock from 24:00
// on is a moment of the next day. Any other text, zones included, is a
// [ParseError].
func ParseDateTime(s string) (DateTime, error) {
	r := reader{what: "date and time", in: s}
	d := r.date()
	if !r.take('T') && !r.take(' ') {
		r.fail(r.at, "'T' or a space")
	}
	c := r.clock()
	r.end()
	t := d.At(c)
	if t.IsZero() {
		r.fail(0, "a moment before the year 10000")
	}
	if r.err != nil {
		return DateTime{}, r.err
	}
	return t, nil
}

// MustParseDateTime is ParseDateTime for moments that stand in the program text.
// It panics where ParseDateTime returns an error.
func MustParseDateTime(s string) DateTime {
	t, err := ParseDateTime(s)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a programmer's error
	}
	return t
}

// String returns "2026-01-05 09:00", with seconds only if there are any; "" for
// the zero DateTime.
func (t DateTime) String() string {
	if t.IsZero() {
		return ""
	}
	return string(t.Clock().append(append(t.Date().append(nil), ' '), false))
}

// AppendText appends "2026-01-05T09:00:00", nothing for the zero DateTime.
func (t DateTime) AppendText(dst []byte) ([]byte, error) {
	if t.IsZero() {
		return dst, nil
	}
	return t.Clock().append(append(t.Date().append(dst), 'T'), true), nil
}

// MarshalText returns what AppendText appends.
func (t DateTime) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads what MarshalText writes: "" gives the zero DateTime,
// everything else goes through [ParseDateTime].
func (t *DateTime) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = DateTime{}
		return nil
	}
	got, err := ParseDateTime(string(text))
	if err != nil {
		return err
	}
	*t = got
	return nil
}

func appendInt(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }
