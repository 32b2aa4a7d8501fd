package calendar

import "strings"

// A dayWord is a word for a part of the day, with the readings of the clock that
// it may stand with, from the first up to and without the last. The ranges are
// house custom and overlap as usage does: 中午 is 11:00 to 14:00, 下午 12:00 to
// 19:00.
type dayWord struct {
	word        string
	first, last Clock
	night       bool // with 12 it may mean either end of the day
}

// dayWords holds longer words before those they begin with.
var dayWords = [...]dayWord{
	{"凌晨", Midnight, 6 * Hour, true},
	{"清晨", 5 * Hour, 10 * Hour, false},
	{"早晨", 5 * Hour, 10 * Hour, false},
	{"早上", 5 * Hour, 10 * Hour, false},
	{"早", 5 * Hour, 10 * Hour, false},
	{"上午", 6 * Hour, Noon, false},
	{"中午", 11 * Hour, 14 * Hour, false},
	{"下午", Noon, 19 * Hour, false},
	{"傍晚", 17 * Hour, 20 * Hour, false},
	{"晚上", 17 * Hour, DayEnd + 1, true},
	{"晚", 17 * Hour, DayEnd + 1, true},
}

// cutDayWord cuts a word for a part of the day off the beginning of s.
func cutDayWord(s string) (w dayWord, ok bool) {
	for _, w := range dayWords {
		if strings.HasPrefix(s, w.word) {
			return w, true
		}
	}
	return dayWord{}, false
}

// clock returns the reading that the word gives to a time as it is written: 3:30
// in the afternoon is 15:30, and so is 15:30. fits is false if the time does not go
// with the word.
func (w dayWord) clock(written Clock) (c Clock, fits bool) {
	in := func(c Clock) bool { return w.first <= c && c < w.last }
	if in(written) {
		return written, true
	}
	if later := written + 12*Hour; written >= Hour && written < Noon && in(later) {
		return later, true
	}
	return 0, false
}

// wordFor returns the word under which a reading before 24:00 is written, and the
// reading on a clock of twelve hours. Each reads back as it was.
func wordFor(c Clock) (word string, shown Clock) {
	switch {
	case c < 6*Hour:
		return "凌晨", c
	case c < Noon:
		return "上午", c
	case c < 13*Hour:
		return "中午", c
	case c < 18*Hour:
		return "下午", c - 12*Hour
	default:
		return "晚上", c - 12*Hour
	}
}
