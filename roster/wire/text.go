package wire

import (
	"bytes"
	"iter"
	"slices"
	"unicode/utf8"
)

// bom is the byte order mark in UTF-8.
const bom = "\ufeff"

// isUTF16 reports a byte order mark of UTF-16.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF})
}

// Lines walks the lines of a text with JSON Lines, each with its number from 1
// and without its line break (LF or CRLF). Lines of spaces and tabs only are
// counted and left out. A line is a part of data.
func Lines(data []byte) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		for n := 1; len(data) > 0; n++ {
			line, rest, _ := bytes.Cut(data, newline)
			data = rest
			line = bytes.TrimSuffix(line, []byte{'\r'})
			if len(bytes.Trim(line, " \t")) > 0 && !yield(n, slices.Clip(line)) {
				return
			}
		}
	}
}

// isGB18030 reports whether text that is not UTF-8 is probably GB18030, the
// encoding of Chinese spreadsheets on Windows (of GBK and GB 2312 it is the
// superset). It must decode from end to end; most of its characters must lie in
// the square of GB 2312, which hardly any text in a European encoding does; and
// fewer sequences may be valid UTF-8 than not, so that damaged UTF-8 is not
// mistaken for it.
func isGB18030(data []byte) bool {
	valid, invalid := 0, 0
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			invalid++
		case size > 1:
			valid++
		}
		rest = rest[size:]
	}
	square, other := 0, 0
	for i := 0; i < len(data); {
		n := gb18030Len(data[i:])
		switch {
		case n == 0:
			return false
		case n == 2 && data[i] >= 0xA1 && data[i+1] >= 0xA1:
			square++
		case n > 1:
			other++
		}
		i += n
	}
	return invalid > valid && square > other
}

// gb18030Len returns the length of the GB18030 sequence that begins b, or 0.
// Source: GB 18030-2022, section 5.
func gb18030Len(b []byte) int {
	in := func(i int, low, high byte) bool { return i < len(b) && low <= b[i] && b[i] <= high }
	switch {
	case b[0] < utf8.RuneSelf:
		return 1
	case !in(0, 0x81, 0xFE):
		return 0
	case in(1, 0x40, 0x7E), in(1, 0x80, 0xFE):
		return 2
	case in(1, 0x30, 0x39) && in(2, 0x81, 0xFE) && in(3, 0x30, 0x39):
		return 4
	default:
		return 0
	}
}
