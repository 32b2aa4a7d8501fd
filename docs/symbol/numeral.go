package symbol

import (
	"strings"
	"unicode/utf8"
)

// A writing is how a numeral is written.
type writing uint8

const (
	arabic    writing = iota // 0-9
	fullwidth                // ０-９, alone or mixed with 0-9
	hanPlaces                // 四七二: a digit a place
	hanNamed                 // 七十一: with 十, 百, 千
)

// maxDigits is the greatest number of digits of a serial that is read as one.
const maxDigits = 9

// A numeral is a run of digits in a text.
type numeral struct {
	writing writing
	value   int32 // 0 if tooLong or malformed
	digits  int   // characters read
	lead    int32 // the first two digits as a number
	zeros   bool  // begins with 0 and goes on
	tooLong bool
	bad     bool // Chinese numeral that no rule of writing allows, such as 十百
}

// hanDigit returns the value of a Chinese digit, 0 to 9.
func hanDigit(r rune) (int32, bool) {
	switch r {
	case '〇', '零', '○', '◯':
		return 0, true
	}
	if i := strings.IndexRune("一二三四五六七八九", r); i >= 0 {
		return int32(i/len("一")) + 1, true
	}
	return 0, false
}

// hanPower returns the value of 十, 百 or 千.
func hanPower(r rune) (int32, bool) {
	switch r {
	case '十':
		return 10, true
	case '百':
		return 100, true
	case '千':
		return 1000, true
	}
	return 0, false
}

// arabicDigit returns the value of an ASCII or fullwidth digit.
func arabicDigit(r rune) (value int32, wide, ok bool) {
	switch {
	case '0' <= r && r <= '9':
		return r - '0', false, true
	case '０' <= r && r <= '９':
		return r - '０', true, true
	}
	return 0, false, false
}

// scanArabic reads the digits at the start of s, ASCII or fullwidth, and returns
// their length in bytes, 0 if there are none.
func scanArabic(s string) (n numeral, size int) {
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		v, wide, ok := arabicDigit(r)
		if !ok {
			break
		}
		if wide {
			n.writing = fullwidth
		}
		n.push(v)
		size += w
	}
	return n, size
}

// push appends a digit.
func (n *numeral) push(v int32) {
	if n.digits == 1 && n.value == 0 {
		n.zeros = true
	}
	n.digits++
	if n.digits <= 2 {
		n.lead = n.lead*10 + v
	}
	if n.digits > maxDigits {
		n.tooLong, n.value = true, 0
		return
	}
	n.value = n.value*10 + v
}

// thisAge reports whether the digits begin as years of our time do.
func (n *numeral) thisAge() bool { return n.lead == 19 || n.lead == 20 }

// scanHan reads the Chinese numeral at the start of s and returns its length in
// bytes, 0 if there is none. Digits of other kinds may stand in it, and spaces
// between its characters, as headings are set.
func scanHan(s string) (n numeral, size int) {
	n.writing = hanPlaces
	var named hanSum
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		i += w
		if isSpace(r) && size > 0 {
			continue
		}
		if p, ok := hanPower(r); ok {
			n.writing = hanNamed
			named.power(p)
			n.digits++
			size = i
			continue
		}
		v, ok := hanDigit(r)
		if !ok {
			if v, _, ok = arabicDigit(r); !ok || size == 0 {
				break
			}
		}
		named.digit(v)
		n.push(v)
		size = i
	}
	if n.writing == hanNamed {
		n.zeros, n.tooLong = false, false
		n.value, n.bad = named.value()
	}
	return n, size
}

// hanSum adds up a numeral with named powers: 一百零三 is 1·100 + 3. It takes the
// full writing only, since 一百三 is 130 to some and 103 to others.
type hanSum struct {
	sum, last int32
	below     int32 // the last power; 0 before the first
	pending   bool  // a digit waits for its power
	zero      bool  // 零 stands for the powers left out
	bad       bool
}

func (h *hanSum) digit(v int32) {
	switch {
	case v == 0 && !h.pending && !h.zero && h.below > 10:
		h.zero = true
	case v == 0 || h.pending:
		h.bad = true
	default:
		h.last, h.pending = v, true
	}
}

func (h *hanSum) power(p int32) {
	if h.below != 0 && (p >= h.below || h.zero != (h.below > 10*p)) {
		h.bad = true
	}
	if !h.pending {
		h.bad = h.bad || p != 10 || h.below != 0 // only 十 begins without a digit
		h.last = 1
	}
	h.sum += h.last * p
	h.below, h.pending, h.zero = p, false, false
}

func (h *hanSum) value() (v int32, bad bool) {
	if h.pending {
		h.bad = h.bad || h.zero != (h.below > 10)
		h.sum += h.last
	} else if h.zero {
		h.bad = true
	}
	if h.bad {
		return 0, true
	}
	return h.sum, false
}
