package calendar

import (
	"strconv"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A ClockStyle says how a reading of the clock is written. The zero ClockStyle is
// Clock24.
type ClockStyle uint8

// The ways to write a reading.
const (
	Clock24  ClockStyle = iota // 15:30; in Chinese and in English
	ClockDay                   // 下午3:30; 3:30 p.m.
	ClockHan                   // 15时30分; in English as Clock24
)

// A Style says how dates and times are written for people. The zero Style writes
// English, "5 January 2026" and "15:30". Month and day are never padded: GB/T
// 9704-2012, 7.3.5.4 (月、日不编虚位).
//
// The words of ClockDay are house custom: 凌晨 before 6:00, 上午 before 12:00, 中午
// before 13:00, 下午 before 18:00, then 晚上; in English noon is "12:00 noon" and
// midnight keeps the clock of 24 hours, since 12 a.m. is read both ways. A reading
// of 24:00 is written so; a later one belongs to the next day, and says so: 次日
// 凌晨1:30, "1:30 a.m. the next day". Seconds are written only if there are any.
//
// Dates and times written in Chinese are read back by [Read].
type Style struct {
	Lang         check.Lang // a Lang that is not valid is taken as English
	Weekday      bool       // with the day of the week: 2026年1月5日（星期一）, 5 January 2026 (Monday)
	HalfBrackets bool       // in Chinese: (星期一) in half-width brackets
	NoYear       bool       // 1月5日, 5 January
	Clock        ClockStyle
}

var months = [...]string{
	"", "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// Date returns a date in the style, "" for the zero Date.
func (s Style) Date(d Date) string {
	if d.IsZero() {
		return ""
	}
	return string(s.appendDate(nil, d))
}

// Time returns a reading of the clock in the style, "" for one that is not valid.
func (s Style) Time(c Clock) string {
	if !c.IsValid() {
		return ""
	}
	return string(s.appendTime(nil, c))
}

// At returns a date with a reading of the clock in the style; "" if one of them is
// missing or not valid. For a DateTime t it is At(t.Date(), t.Clock()).
func (s Style) At(d Date, c Clock) string {
	if d.IsZero() || !c.IsValid() {
		return ""
	}
	return string(s.appendAt(nil, d, c))
}

// Span returns a span in the style: the date, the start and the end, joined by a
// dash (一字线 in Chinese), and the date of the end only if it is another: 2026年1月
// 5日上午9:00—11:30. An end at midnight after the day of the start is its 24:00.
// Span returns "" for a span that [Span.Validate] refuses.
func (s Style) Span(span Span) string {
	if span.Start.IsZero() || span.End.Before(span.Start) {
		return ""
	}
	dash := "–"
	if s.Lang == check.ZhHans {
		dash = "—"
	}
	day, from, to := span.Start.Date(), span.Start.Clock(), span.End.Clock()
	dst := s.appendAt(nil, day, from)
	dst = append(dst, dash...)
	switch {
	case span.End.Date() == day:
	case span.End.Date().DaysSince(day) == 1 && to == Midnight:
		to = DayEnd
	default:
		return string(s.appendAt(dst, span.End.Date(), to))
	}
	if s.sameWord(from, to) {
		_, shown := wordFor(to)
		return string(shown.append12(dst))
	}
	return string(s.appendTime(dst, to))
}

// sameWord reports whether the end of a span goes under the word of its start.
func (s Style) sameWord(from, to Clock) bool {
	if s.Lang != check.ZhHans || s.Clock != ClockDay || to >= DayEnd {
		return false
	}
	a, _ := wordFor(from)
	b, _ := wordFor(to)
	return a == b
}

func (s Style) appendAt(dst []byte, d Date, c Clock) []byte {
	dst = s.appendDate(dst, d)
	if s.Lang != check.ZhHans {
		dst = append(dst, ", "...)
	}
	return s.appendTime(dst, c)
}

func (s Style) appendDate(dst []byte, d Date) []byte {
	year, month, day := d.Civil()
	if s.Lang != check.ZhHans {
		dst = append(appendInt(dst, day), ' ')
		dst = append(dst, months[month]...)
		if !s.NoYear {
			dst = appendInt(append(dst, ' '), year)
		}
		if s.Weekday {
			dst = append(dst, " ("+d.Weekday().English()+")"...)
		}
		return dst
	}
	if !s.NoYear {
		dst = append(appendPadded(dst, year, 4), "年"...)
	}
	dst = append(appendInt(dst, month), "月"...)
	dst = append(appendInt(dst, day), "日"...)
	switch {
	case s.Weekday && s.HalfBrackets:
		dst = append(dst, "("+d.Weekday().Label()+")"...)
	case s.Weekday:
		dst = append(dst, "（"+d.Weekday().Label()+"）"...)
	}
	return dst
}

func (s Style) appendTime(dst []byte, c Clock) []byte {
	hans := s.Lang == check.ZhHans
	next := c > DayEnd
	if next {
		c -= DayEnd
		if hans {
			dst = append(dst, "次日"...)
		}
	}
	switch {
	case s.Clock == ClockHan && hans:
		dst = c.appendHan(dst)
	case s.Clock == ClockDay && hans && c < DayEnd:
		word, shown := wordFor(c)
		dst = shown.append12(append(dst, word...))
	case s.Clock == ClockDay && !hans && Midnight < c && c < DayEnd:
		dst = c.appendEnglish(dst)
	default:
		dst = c.append(dst, false)
	}
	if next && !hans {
		dst = append(dst, " the next day"...)
	}
	return dst
}

// append12 writes 3:30, the hour without padding.
func (c Clock) append12(dst []byte) []byte {
	h, m, s := c.HMS()
	dst = appendPadded(append(appendInt(dst, h), ':'), m, 2)
	if s != 0 {
		dst = appendPadded(append(dst, ':'), s, 2)
	}
	return dst
}

// appendHan writes 15时30分.
func (c Clock) appendHan(dst []byte) []byte {
	h, m, s := c.HMS()
	dst = append(appendInt(dst, h), "时"...)
	if m != 0 || s != 0 {
		dst = append(appendInt(dst, m), "分"...)
	}
	if s != 0 {
		dst = append(appendInt(dst, s), "秒"...)
	}
	return dst
}

// appendEnglish writes 3:30 p.m.
func (c Clock) appendEnglish(dst []byte) []byte {
	h, _, _ := c.HMS()
	shown := c - Clock(h)*Hour + Clock((h+11)%12+1)*Hour
	dst = shown.append12(dst)
	switch {
	case c == Noon:
		return append(dst, " noon"...)
	case c < Noon:
		return append(dst, " a.m."...)
	default:
		return append(dst, " p.m."...)
	}
}

// String returns the name of the constant.
func (s ClockStyle) String() string {
	switch s {
	case Clock24:
		return "24"
	case ClockDay:
		return "day"
	case ClockHan:
		return "han"
	default:
		return "ClockStyle(" + strconv.Itoa(int(s)) + ")"
	}
}
