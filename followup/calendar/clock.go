package calendar

// A Clock is a reading of the wall clock in seconds after midnight, from 00:00:00
// to 47:59:59. Readings from 24:00:00 on belong to the day after the one they are
// counted from, so that an evening session may run past midnight: 25:30 is half
// past one in the night that follows.
//
// The zero Clock is midnight, 00:00. Clocks are numbers: compare and add them as
// such, with the units [Second], [Minute] and [Hour], and ask IsValid where the
// result may have left the range.
type Clock int32

// Units of [Clock], and of all durations of this package.
const (
	Second Clock = 1
	Minute       = 60 * Second
	Hour         = 60 * Minute
)

// Landmarks of the day.
const (
	Midnight Clock = 0         // 00:00, the beginning of the day
	Noon           = 12 * Hour // 12:00
	DayEnd         = 24 * Hour // 24:00, the end of the day
	MaxClock       = 48*Hour - Second
)

const daySeconds = 24 * 60 * 60

// ClockOf returns the reading of hours (0 to 47), minutes and seconds (0 to 59),
// and a [ParseError] for other numbers.
func ClockOf(hour, minute, second int) (Clock, error) {
	if hour < 0 || hour > 47 || minute < 0 || minute > 59 || second < 0 || second > 59 {
		return 0, &ParseError{
			What: "clock", Value: rawClock(hour, minute, second), Want: "00:00:00 to 47:59:59",
		}
	}
	return clockOf(hour, minute, second), nil
}

// MustClock is ClockOf without seconds, for readings that stand in the program
// text. It panics where ClockOf returns an error.
func MustClock(hour, minute int) Clock {
	c, err := ClockOf(hour, minute, 0)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a programmer's error
	}
	return c
}

func clockOf(hour, minute, second int) Clock {
	return Clock(hour)*Hour + Clock(minute)*Minute + Clock(second)*Second
}

func rawClock(hour, minute, second int) string {
	dst := appendInt(nil, hour)
	dst = appendInt(append(dst, ':'), minute)
	return string(appendInt(append(dst, ':'), second))
}

// IsValid reports whether c lies in the range from 00:00:00 to 47:59:59.
func (c Clock) IsValid() bool { return Midnight <= c && c <= MaxClock }

// HMS returns hours (0 to 47), minutes and seconds of a valid reading.
func (c Clock) HMS() (hour, minute, second int) {
	return int(c / Hour), int(c % Hour / Minute), int(c % Minute)
}

// ParseClock reads "09:00" or "09:00:30", two digits each, up to "47:59:59". Any
// other text is a [ParseError].
func ParseClock(s string) (Clock, error) {
	r := reader{what: "clock", in: s}
	c := r.clock()
	r.end()
	if r.err != nil {
		return 0, r.err
	}
	return c, nil
}

// MustParseClock is ParseClock for readings that stand in the program text. It
// panics where ParseClock returns an error.
func MustParseClock(s string) Clock {
	c, err := ParseClock(s)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a programmer's error
	}
	return c
}

// String returns "09:00", with seconds "09:00:30" only if there are any. A value
// out of range is shown as "Clock(-1)".
func (c Clock) String() string {
	if !c.IsValid() {
		return string(append(appendInt([]byte("Clock("), int(c)), ')'))
	}
	return string(c.append(nil, false))
}

// AppendText appends the String of a valid reading.
func (c Clock) AppendText(dst []byte) ([]byte, error) {
	if !c.IsValid() {
		return dst, &ParseError{What: "clock", Value: c.String(), Want: "00:00:00 to 47:59:59"}
	}
	return c.append(dst, false), nil
}

// MarshalText returns the String of a valid reading.
func (c Clock) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads what [ParseClock] reads.
func (c *Clock) UnmarshalText(text []byte) error {
	got, err := ParseClock(string(text))
	if err != nil {
		return err
	}
	*c = got
	return nil
}

// append writes a valid reading; seconds forces them out.
func (c Clock) append(dst []byte, seconds bool) []byte {
	h, m, s := c.HMS()
	dst = appendPadded(dst, h, 2)
	dst = appendPadded(append(dst, ':'), m, 2)
	if s != 0 || seconds {
		dst = appendPadded(append(dst, ':'), s, 2)
	}
	return dst
}
