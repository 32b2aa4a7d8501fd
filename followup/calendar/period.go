package calendar

import (
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxPeriod is the greatest number of units of a [Period], in either direction.
const MaxPeriod = 100_000

// A Unit is what a [Period] counts. The zero Unit is none.
type Unit uint8

// The units of periods. Days and working days are never taken for each other, and hours
// never for parts of a day.
const (
	Days     Unit = iota + 1 // 日: every day
	Weeks                    // 周: seven days each
	Months                   // 个月: to the day with the same number
	Years                    // 年: to the same day of the year
	Workdays                 // 工作日: working days of a calendar, make-up days among them
	Hours                    // 小时: from the moment of the event, see [DueAt]
)

var units = [...]struct{ token, one, many, label string }{
	Days:     {"days", "day", "days", "日"},
	Weeks:    {"weeks", "week", "weeks", "周"},
	Months:   {"months", "month", "months", "个月"},
	Years:    {"years", "year", "years", "年"},
	Workdays: {"workdays", "working day", "working days", "个工作日"},
	Hours:    {"hours", "hour", "hours", "小时"},
}

const wantUnit = "days, weeks, months, years, workdays or hours"

// IsValid reports whether u is one of the units above.
func (u Unit) IsValid() bool { return Days <= u && u <= Hours }

// String returns the token of u: "days", "weeks", "months", "years", "workdays" or
// "hours".
func (u Unit) String() string {
	if !u.IsValid() {
		return string(append(appendInt([]byte("Unit("), int(u)), ')'))
	}
	return units[u].token
}

// Label returns the Chinese word that follows a number: 日, 周, 个月, 年, 个工作日 or
// 小时; "" for no unit.
func (u Unit) Label() string {
	if !u.IsValid() {
		return ""
	}
	return units[u].label
}

// AppendText appends the token of a valid unit.
func (u Unit) AppendText(dst []byte) ([]byte, error) {
	if !u.IsValid() {
		return dst, &ParseError{What: "unit", Value: u.String(), Want: wantUnit}
	}
	return append(dst, u.String()...), nil
}

// MarshalText returns the token of a valid unit.
func (u Unit) MarshalText() ([]byte, error) { return u.AppendText(nil) }

// UnmarshalText reads a token.
func (u *Unit) UnmarshalText(text []byte) error {
	for known := Days; known <= Hours; known++ {
		if units[known].token == string(text) {
			*u = known
			return nil
		}
	}
	return &ParseError{What: "unit", Value: string(text), Want: wantUnit}
}

// A Period (期限) is a number of units counted from a day, forwards or, if the number
// is negative, backwards. A period of no units, such as the zero Period, is not
// valid. In data a period is a text, see [Period.String].
type Period struct {
	N    int  // negative backwards
	Unit Unit // what is counted
}

// IsZero reports whether p is the zero Period.
func (p Period) IsZero() bool { return p == Period{} }

// Backward reports whether the period is counted backwards.
func (p Period) Backward() bool { return p.N < 0 }

// Validate reports a number outside 1 to [MaxPeriod], in either direction, and a
// unit that is none.
func (p Period) Validate() check.Problems {
	var ps check.Problems
	if p.N == 0 || p.N > MaxPeriod || p.N < -MaxPeriod {
		ps.Add(badPeriod.At("n", check.Int("n", p.N), check.Int("max", MaxPeriod)))
	}
	if !p.Unit.IsValid() {
		ps.Add(badUnit.At("unit", check.Int("unit", int(p.Unit))))
	}
	return ps
}

// String returns the period as data writes it: "15 days", "-21 days", "1 month",
// "5 workdays". A period that is not valid has a text that cannot be read.
func (p Period) String() string {
	unit := p.Unit.String()
	if p.N == 1 || p.N == -1 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return strconv.Itoa(p.N) + " " + unit
}

// Label returns the period in Chinese: 15日, 1个月; its direction is left out.
func (p Period) Label() string { return strconv.Itoa(max(p.N, -p.N)) + p.Unit.Label() }

// English returns the period in English: "15 days", "1 working day"; its direction
// is left out.
func (p Period) English() string {
	n := max(p.N, -p.N)
	switch {
	case !p.Unit.IsValid():
		return p.String()
	case n == 1:
		return "1 " + units[p.Unit].one
	default:
		return strconv.Itoa(n) + " " + units[p.Unit].many
	}
}

// ParsePeriod reads a period: a whole number other than 0, with - before it for one
// counted backwards, one space, and the unit in the singular or the plural: "15
// days", "-21 days", "1 month", "5 workdays", "5 working days". Any other text is a
// [*ParseError]. Phrases of papers are read by [ReadLimit].
func ParsePeriod(s string) (Period, error) {
	number, unit, _ := strings.Cut(s, " ")
	digits := strings.TrimPrefix(number, "-")
	n, err := strconv.Atoi(digits)
	switch {
	case digits == "" || digits[0] < '1' || digits[0] > '9' || err != nil || n > MaxPeriod:
		return Period{}, &ParseError{What: "period", Value: s, Want: "a whole number from 1 to " + strconv.Itoa(MaxPeriod)}
	case digits != number:
		n = -n
	}
	for u := Days; u <= Hours; u++ {
		if w := units[u]; unit == w.token || unit == strings.TrimSuffix(w.token, "s") || unit == w.one || unit == w.many {
			return Period{n, u}, nil
		}
	}
	return Period{}, &ParseError{What: "period", Value: s, At: min(len(number)+1, len(s)), Want: wantUnit}
}

// MustParsePeriod is ParsePeriod for periods that stand in the program text. It
// panics where ParsePeriod returns an error.
func MustParsePeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a programmer's error
	}
	return p
}

// MarshalText returns the String of a valid period, and "" for the zero Period.
func (p Period) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// AppendText appends what MarshalText returns.
func (p Period) AppendText(dst []byte) ([]byte, error) {
	if p.IsZero() {
		return dst, nil
	}
	if err := p.Validate().Err(); err != nil {
		return dst, err
	}
	return append(dst, p.String()...), nil
}

// UnmarshalText reads what MarshalText writes: "" gives the zero Period, everything
// else goes through [ParsePeriod].
func (p *Period) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Period{}
		return nil
	}
	got, err := ParsePeriod(string(text))
	if err != nil {
		return err
	}
	*p = got
	return nil
}

// from returns the day on which a period of calendar units ends that is counted from
// d, which is left out; the zero Date outside the years of dates.
func (p Period) from(d Date) Date {
	switch p.Unit {
	case Days:
		return d.AddDays(p.N)
	case Weeks:
		return d.AddDays(7 * p.N)
	case Months:
		return d.AddMonths(p.N)
	case Years:
		return d.AddYears(p.N)
	case Workdays, Hours:
	}
	return Date{}
}
