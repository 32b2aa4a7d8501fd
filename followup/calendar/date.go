package calendar

import (
	"cmp"
	"strconv"
	"strings"
)

// The years a [Date] may lie in.
const (
	MinYear = 1
	MaxYear = 9999
)

// A Date is a civil date of the proleptic Gregorian calendar, without a time and
// without a zone: the date as a notice or a wall calendar gives it.
//
// The zero Date is no date: IsZero reports it, its text is "". Every other Date
// lies in the years 1 to 9999 and is valid, since only this package builds them.
// Dates are small: compare them with == and use them as map keys.
type Date struct {
	n int32 // days since the last day of the year 0; 1 is 0001-01-01
}

const (
	maxDay      = 3652059 // 9999-12-31
	daysIn400   = 146097
	beforeMarch = 306 // days from 0000-03-01 to 0001-01-01
)

// DateOf returns the date of a year (1 to 9999), month (1 to 12) and day (1 to the
// length of the month). It never carries over: 30 February is a [ParseError].
func DateOf(year, month, day int) (Date, error) {
	if f, bad := dateFault(year, month, day); bad {
		parts := []string{strconv.Itoa(year), strconv.Itoa(month), strconv.Itoa(day)}
		before := strings.Join(parts[:f.part], "-")
		return Date{}, &ParseError{
			What: "date", Value: strings.Join(parts, "-"), At: len(before) + min(f.part, 1), Want: f.want,
		}
	}
	return dateOf(year, month, day), nil
}

// MustDate is DateOf for dates that stand in the program text. It panics where
// DateOf returns an error.
func MustDate(year, month, day int) Date {
	d, err := DateOf(year, month, day)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a programmer's error
	}
	return d
}

// dateOf counts the days up to a date that is known to exist. The year is taken to
// begin in March, so that the leap day is its last day.
func dateOf(year, month, day int) Date {
	y, m := year, month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return Date{int32(y*365 + y/4 - y/100 + y/400 + (153*m+2)/5 + day - beforeMarch)}
}

// Civil returns year, month and day; 0, 0, 0 for the zero Date.
func (d Date) Civil() (year, month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	z := int(d.n) + beforeMarch - 1 // days since 0000-03-01
	era, doe := z/daysIn400, z%daysIn400
	yoe := (doe - doe/1460 + doe/36524 - doe/(daysIn400-1)) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	m := (5*doy + 2) / 153
	year, month, day = era*400+yoe, m+3, doy-(153*m+2)/5+1
	if month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

// Year returns the year, 0 for the zero Date.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// Month returns the month, 1 to 12; 0 for the zero Date.
func (d Date) Month() int { _, m, _ := d.Civil(); return m }

// Day returns the day of the month, 1 to 31; 0 for the zero Date.
func (d Date) Day() int { _, _, day := d.Civil(); return day }

// Weekday returns the day of the week; the zero Weekday for the zero Date.
func (d Date) Weekday() Weekday {
	if d.IsZero() {
		return 0
	}
	return Weekday((d.n-1)%7 + 1) // 0001-01-01 is a Monday
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.n == 0 }

// Compare returns -1, 0 or 1 as d lies before, on or after e. The zero Date comes
// before all others.
func (d Date) Compare(e Date) int { return cmp.Compare(d.n, e.n) }

// Before reports whether d lies before e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// After reports whether d lies after e.
func (d Date) After(e Date) bool { return d.n > e.n }

// Equal reports whether d == e. It is there for tools that compare by method.
func (d Date) Equal(e Date) bool { return d == e }

// AddDays returns the date n days later, earlier if n is negative. It returns the
// zero Date if that lies outside the years 1 to 9999, and for the zero Date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > maxDay || n < -maxDay {
		return Date{}
	}
	return fromDay(int64(d.n) + int64(n))
}

func fromDay(n int64) Date {
	if n < 1 || n > maxDay {
		return Date{}
	}
	return Date{int32(n)}
}

// AddMonths returns the date with the same number n months later, earlier if n is
// negative; where that month has no such day, its last day. This is how the Civil
// Code of the People's Republic of China (民法典), article 202, ends a period of
// months: on the corresponding day, or else on the last day of the month.
// It returns the zero Date if the result lies outside the years 1 to 9999, and for
// the zero Date.
//
// Clamping loses the day: 31 January plus one month plus one month is 28 or 29
// March, plus two months is 31 March. Add once, from the date where the period
// begins.
func (d Date) AddMonths(n int) Date {
	const maxMonths = 12 * MaxYear
	if d.IsZero() || n > maxMonths || n < -maxMonths {
		return Date{}
	}
	year, month, day := d.Civil()
	m := year*12 + month - 1 + n
	year, month = m/12, m%12+1
	if m < 12*MinYear || year > MaxYear {
		return Date{}
	}
	return dateOf(year, month, min(day, DaysIn(year, month)))
}

// AddYears is AddMonths of 12 times n: 29 February becomes 28 February in a common
// year.
func (d Date) AddYears(n int) Date {
	if n > MaxYear || n < -MaxYear {
		return Date{}
	}
	return d.AddMonths(12 * n)
}

// DaysSince returns the number of days from e to d, negative if d is the earlier
// one. It is 0 if one of them is the zero Date.
func (d Date) DaysSince(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(d.n) - int(e.n)
}

// MonthStart returns the first day of the month of d.
func (d Date) MonthStart() Date {
	if d.IsZero() {
		return d
	}
	return d.AddDays(1 - d.Day())
}

// MonthEnd returns the last day of the month of d.
func (d Date) MonthEnd() Date {
	if d.IsZero() {
		return d
	}
	year, month, _ := d.Civil()
	return dateOf(year, month, DaysIn(year, month))
}

// At returns the moment of a clock reading on d. From 24:00:00 on that is a moment
// of the next day. The result is the zero DateTime if d is the zero Date, if c is
// not valid, or if it would lie after the year 9999.
func (d Date) At(c Clock) DateTime {
	if d.IsZero() || !c.IsValid() {
		return DateTime{}
	}
	return fromSecond(int64(d.n)*daySeconds + int64(c))
}

// Between returns the span from one clock reading to another on d; an end past
// 24:00:00 lies on the next day. See [Date.At] and [Span.Validate].
func (d Date) Between(from, to Clock) Span { return Span{Start: d.At(from), End: d.At(to)} }

// IsLeap reports whether a year has a 29 February.
func IsLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn returns the length of a month (1 to 12) in days, 0 for any other month.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	default:
		return 0
	}
}

// A fault says which part of a date cannot be, 0 for the year, 1 for the month, 2
// for the day, and what would do instead.
type fault struct {
	part int
	want string
}

func dateFault(year, month, day int) (f fault, bad bool) {
	switch n := DaysIn(year, month); {
	case year < MinYear || year > MaxYear:
		return fault{0, "a year from 0001 to 9999"}, true
	case n == 0:
		return fault{1, "a month from 01 to 12"}, true
	case day < 1 || day > n:
		return fault{2, "a day from 01 to " + strconv.Itoa(n)}, true
	default:
		return fault{}, false
	}
}

// ParseDate reads a date as ISO 8601 writes it, "2026-01-05": four, two and two
// digits, nothing before or after. Any other text is a [ParseError].
func ParseDate(s string) (Date, error) {
	r := reader{what: "date", in: s}
	d := r.date()
	r.end()
	if r.err != nil {
		return Date{}, r.err
	}
	return d, nil
}

// MustParseDate is ParseDate for dates that stand in the program text. It panics
// where ParseDate returns an error.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a programmer's error
	}
	return d
}

// String returns the date as "2026-01-05", "" for the zero Date.
func (d Date) String() string { return string(d.append(nil)) }

// AppendText appends the String of d.
func (d Date) AppendText(dst []byte) ([]byte, error) { return d.append(dst), nil }

// MarshalText returns the String of d.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText reads what MarshalText writes: "" gives the zero Date, everything
// else goes through [ParseDate].
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	got, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = got
	return nil
}

func (d Date) append(dst []byte) []byte {
	if d.IsZero() {
		return dst
	}
	year, month, day := d.Civil()
	dst = appendPadded(dst, year, 4)
	dst = append(dst, '-')
	dst = appendPadded(dst, month, 2)
	dst = append(dst, '-')
	return appendPadded(dst, day, 2)
}

// appendPadded appends n, at least 0, in at least width digits.
func appendPadded(dst []byte, n, width int) []byte {
	digits := strconv.Itoa(n)
	for range width - len(digits) {
		dst = append(dst, '0')
	}
	return append(dst, digits...)
}
