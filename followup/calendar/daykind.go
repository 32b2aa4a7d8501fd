package calendar

import (
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Kind says what a day is in a [Calendar]. The zero Kind is none.
//
// Take care not to read a make-up day as a holiday because a notice names it: it
// is a working day.
type Kind uint8

// The kinds of days.
const (
	Workday Kind = iota + 1 // 工作日: an ordinary working day
	Weekend                 // 周末: an ordinary day of rest of the week
	Off                     // 放假: a day off by notice
	InLieu                  // 调休: a day off by notice, given for a make-up day
	MakeUp                  // 补班: a day of rest that a notice makes a working day
)

var kinds = [...]struct{ token, label string }{
	Workday: {"workday", "工作日"},
	Weekend: {"weekend", "周末"},
	Off:     {"holiday", "放假"},
	InLieu:  {"in-lieu", "调休"},
	MakeUp:  {"make-up", "补班"},
}

// IsValid reports whether k is one of the kinds above.
func (k Kind) IsValid() bool { return Workday <= k && k <= MakeUp }

// Working reports whether people work on such a day.
func (k Kind) Working() bool { return k == Workday || k == MakeUp }

// String returns the token of k: "workday", "weekend", "holiday", "in-lieu" or
// "make-up".
func (k Kind) String() string {
	if !k.IsValid() {
		return string(append(appendInt([]byte("Kind("), int(k)), ')'))
	}
	return kinds[k].token
}

// Label returns the Chinese word: 工作日, 周末, 放假, 调休 or 补班; "" for no kind.
func (k Kind) Label() string {
	if !k.IsValid() {
		return ""
	}
	return kinds[k].label
}

// AppendText appends the token of a valid kind.
func (k Kind) AppendText(dst []byte) ([]byte, error) {
	if !k.IsValid() {
		return dst, &ParseError{What: "kind of day", Value: k.String(), Want: wantKind}
	}
	return append(dst, k.String()...), nil
}

// MarshalText returns the token of a valid kind.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads a token.
func (k *Kind) UnmarshalText(text []byte) error {
	for known := Workday; known <= MakeUp; known++ {
		if kinds[known].token == string(text) {
			*k = known
			return nil
		}
	}
	return &ParseError{What: "kind of day", Value: string(text), Want: wantKind}
}

const wantKind = "workday, weekend, holiday, in-lieu or make-up"

// A Day is what a [Calendar] knows about a date.
type Day struct {
	Date      Date   `json:"date"`
	Kind      Kind   `json:"kind"`
	Holiday   string `json:"holiday,omitzero"`   // 春节; "" on ordinary days
	HolidayEn string `json:"holidayEn,omitzero"` // Spring Festival
	Notice    string `json:"notice,omitzero"`    // ID of the notice that says so
	Source    string `json:"source,omitzero"`    // its title and number
	SourceEn  string `json:"sourceEn,omitzero"`  // its title in English, and its number
}

// Working reports whether people work on the day.
func (d Day) Working() bool { return d.Kind.Working() }

// Reason says why the day is what it is, with the notice that decides.
func (d Day) Reason() check.Reason {
	date, weekday := dateArg(d.Date), weekdayArg(d.Date)
	if d.Notice == "" {
		switch {
		case d.Date.IsZero():
			return check.Reason{}
		case d.Working():
			return isWorkday.Because(date, weekday)
		default:
			return isWeekend.Because(date, weekday)
		}
	}
	rule := &isOff
	switch d.Kind {
	case InLieu:
		rule = &isInLieu
	case MakeUp:
		rule = &isMakeUp
	case Workday, Weekend, Off:
	}
	return rule.Because(date, weekday,
		check.Term("holiday", d.Holiday, d.HolidayEn), check.Term("notice", d.Source, d.SourceEn))
}
