package check

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxValue is how many bytes a text of an argument may take. A longer one is cut
// between characters and ends in an ellipsis and the number of bytes left out.
const MaxValue = 240

// visible returns s in at most MaxValue bytes, with everything that does not show,
// or that changes how the rest shows, written as an escape. It changes nothing in
// a text that it returned.
func visible(s string) string {
	if out, read := escape(s, MaxValue); read == len(s) {
		return out
	}
	const room = len("…(+)") + 19 // the note at the end with the longest number
	out, read := escape(s, MaxValue-room)
	return out + "…(+" + strconv.Itoa(len(s)-read) + ")"
}

// escape writes characters of s until the next one does not fit into limit bytes
// and returns what it wrote and how many bytes of s it read.
func escape(s string, limit int) (out string, read int) {
	if len(s) <= limit && plain(s) {
		return s, len(s)
	}
	var b strings.Builder
	for read < len(s) {
		r, size := utf8.DecodeRuneInString(s[read:])
		next := s[read : read+size]
		switch {
		case r == utf8.RuneError && size == 1:
			next = `\x` + strconv.FormatUint(uint64(next[0])|0x100, 16)[1:]
		case !shows(r):
			next = strconv.QuoteRuneToASCII(r)
			next = next[1 : len(next)-1]
		}
		if b.Len()+len(next) > limit {
			break
		}
		b.WriteString(next)
		read += size
	}
	return b.String(), read
}

func plain(s string) bool {
	for _, r := range s {
		if !shows(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}

// shows reports whether r may be printed as it is. Line breaks, controls, format
// characters (zero-width and direction marks), private use and surrogates may
// not; the ideographic space may, since it stands in names as they are printed.
func shows(r rune) bool {
	return r == ' ' || r == '\u3000' || unicode.IsPrint(r)
}

// quote is visible in double quotes, for error texts.
func quote(s string) string { return `"` + visible(s) + `"` }
