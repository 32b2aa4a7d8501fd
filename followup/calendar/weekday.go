package calendar

import "strings"

// A Weekday is a day of the week, numbered from Monday as in ISO 8601 and GB/T
// 7408. The zero Weekday is none.
type Weekday uint8

// The days of the week.
const (
	Monday    Weekday = iota + 1 // 星期一
	Tuesday                      // 星期二
	Wednesday                    // 星期三
	Thursday                     // 星期四
	Friday                       // 星期五
	Saturday                     // 星期六
	Sunday                       // 星期日
)

const (
	weekdayTokens = "monday tuesday wednesday thursday friday saturday sunday"
	weekdayHans   = "一二三四五六日"
)

// IsValid reports whether w is one of the seven days.
func (w Weekday) IsValid() bool { return Monday <= w && w <= Sunday }

// String returns the token of the day: "monday".
func (w Weekday) String() string {
	if !w.IsValid() {
		return string(append(appendInt([]byte("Weekday("), int(w)), ')'))
	}
	return strings.Fields(weekdayTokens)[w-1]
}

// Label returns the Chinese name, 星期一 to 星期日; "" for no day.
func (w Weekday) Label() string {
	if !w.IsValid() {
		return ""
	}
	const size = len("一")
	i := int(w-1) * size
	return "星期" + weekdayHans[i:i+size]
}

// English returns the English name, "Monday"; "" for no day.
func (w Weekday) English() string {
	if !w.IsValid() {
		return ""
	}
	s := w.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// AppendText appends the token of a valid day.
func (w Weekday) AppendText(dst []byte) ([]byte, error) {
	if !w.IsValid() {
		return dst, &ParseError{What: "weekday", Value: w.String(), Want: weekdayTokens}
	}
	return append(dst, w.String()...), nil
}

// MarshalText returns the token of a valid day.
func (w Weekday) MarshalText() ([]byte, error) { return w.AppendText(nil) }

// UnmarshalText reads a token, "monday" to "sunday".
func (w *Weekday) UnmarshalText(text []byte) error {
	for day := Monday; day <= Sunday; day++ {
		if day.String() == string(text) {
			*w = day
			return nil
		}
	}
	return &ParseError{What: "weekday", Value: string(text), Want: "one of " + weekdayTokens}
}
