package chart

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// columns returns how many columns of a terminal a character takes.
func columns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}

// wide returns how many columns of a terminal a text takes.
func wide(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

// drawn returns how many columns a text takes on paper, where characters whose
// width depends on the font are taken as wide ones.
func drawn(s string) int {
	n := 0
	for _, r := range s {
		if n += columns(r); width.LookupRune(r).Kind() == width.EastAsianAmbiguous && columns(r) == 1 {
			n++
		}
	}
	return n
}

// marksEach is how many marks without a width a character may carry.
const marksEach = 4

// fit returns s made safe to print, in at most limit columns, limit ≥ 2: a longer
// text is cut and ends in an ellipsis. It reads no further than it needs to.
func fit(s string, limit int) string {
	kept := make([]rune, 0, min(len(s), limit+1))
	used, marks := 0, 0
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if !shows(r) {
			r = utf8.RuneError
		}
		if w := columns(r); w > 0 {
			used, marks = used+w, 0
		} else if marks++; marks > marksEach {
			continue // no character carries so many
		}
		if kept = append(kept, r); used > limit {
			break
		}
	}
	if used <= limit {
		return string(kept)
	}
	for used > limit-columns('…') {
		used -= columns(kept[len(kept)-1])
		kept = kept[:len(kept)-1]
	}
	return string(kept) + "…"
}

// shows reports whether a character may stand on a sheet: it prints, it is legal
// in XML 1.0, and it does not change the direction of what follows. The two
// joiners that some scripts need in names may stand.
func shows(r rune) bool {
	return r == ' ' || r == '\u3000' || r == '\u200c' || r == '\u200d' || unicode.IsPrint(r)
}

// rightToLeft reports whether a text has letters that run from right to left.
func rightToLeft(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam) {
			return true
		}
	}
	return false
}

// Spaced returns a name of exactly two Chinese characters with the ideographic
// space between them, 王　一, so that it is as wide as one of three; any other
// name as it is.
func Spaced(name string) string {
	if len(name) > 2*utf8.UTFMax || utf8.RuneCountInString(name) != 2 {
		return name
	}
	first, size := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[size:])
	if !unicode.Is(unicode.Han, first) || !unicode.Is(unicode.Han, second) {
		return name
	}
	return name[:size] + "\u3000" + name[size:]
}

// appendEscaped appends s as text of XML.
func appendEscaped(dst []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; c {
		case '&':
			dst = append(dst, "&amp;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '"':
			dst = append(dst, "&quot;"...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
