package nameorder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"github.com/huiwu-go/huiwu/roster/nameorder/internal/reading"
)

// MaxName is how many bytes of a field of a name are read. A longer one is a
// finding; what stands beyond does not count.
const MaxName = 1024

// A kind is what a character means in a name as it is printed.
type kind uint8

const (
	other   kind = iota // counts in every order; most of them are Chinese characters
	letter              // a Latin letter, or a mark on one
	joiner              // stands inside Latin names: apostrophe, hyphen, full stop, comma
	space               // padding; between two Latin words a blank
	dot                 // · in minority and foreign names
	opening             // begins a note
	closing             // ends it
	hidden              // does not show: zero-width, direction marks, controls
)

func kindOf(r rune) kind {
	switch {
	case han(r):
		return other
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
		return letter
	}
	switch r {
	case ' ', '\u3000':
		return space
	case '\u00B7', '\u2022', '\u2027', '\u30FB', '\uFF65', '\u0387':
		return dot
	case '(', '\uFF08':
		return opening
	case ')', '\uFF09':
		return closing
	case '\'', '\u2018', '\u2019', '-', '\u2010', '\u2011', '.', ',':
		return joiner
	}
	switch {
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		return hidden
	case unicode.Is(unicode.Zs, r):
		return space
	case unicode.In(r, unicode.Latin, unicode.Mn):
		return letter
	default:
		return other
	}
}

// han reports whether r lies where Chinese characters without compatibility
// mappings do. They are the common case.
func han(r rune) bool { return 0x3400 <= r && r <= 0x9FFF || 0x20000 <= r && r <= 0x2F7FF }

// A unit is one character that counts in an order, or a blank between two Latin
// words. The bit inLatin marks what belongs to a Latin word.
type unit rune

const inLatin unit = 1 << 24

func (u unit) latin() bool { return u&inLatin != 0 }

func (u unit) rune() rune { return rune(u &^ inLatin) }

// appendUnits appends the units of a field. Most fields are a few Chinese
// characters and nothing else.
func appendUnits(dst []unit, field string) []unit {
	if len(field) > MaxName {
		return appendPrinted(dst, field)
	}
	start := len(dst)
	for _, r := range field {
		switch {
		case han(r):
			dst = append(dst, unit(r))
		case r != '\u3000' && r != '\u00B7':
			return appendPrinted(dst[:start], field)
		}
	}
	return dst
}

// appendPrinted appends the units of any field.
func appendPrinted(dst []unit, field string) []unit {
	start, text := len(dst), normal(field)
	dst = appendAll(dst, text)
	if !simple(text) { // what stood apart may compose
		dst = appendAll(dst[:start], norm.NFC.String(plain(dst[start:])))
	}
	return dst
}

// appendAll appends the units of a text that normal returned.
func appendAll(dst []unit, text string) []unit {
	word := false               // the unit before is of a Latin word
	gap, dotted := false, false // a space followed it; a dot did, and no space counts
	for _, r := range text {
		k := kindOf(r)
		switch k {
		case space:
			gap = word && !dotted
			continue
		case dot, opening, closing, hidden: // as if it were not there
			gap, dotted = false, true
			continue
		case other, letter, joiner:
		}
		word = k == letter && (word || !unicode.Is(unicode.Mn, r)) || k == joiner && word
		switch {
		case word && gap:
			dst = append(dst, ' '|inLatin, unit(r)|inLatin)
		case word:
			dst = append(dst, unit(r)|inLatin)
		default:
			dst = append(dst, unit(r))
		}
		gap, dotted = false, false
	}
	return dst
}

// normal returns the text of a field without notes and characters that do not
// show, with full-width letters folded and compatibility ideographs replaced by the
// characters that they stand for (NFC).
func normal(field string) string {
	name, _ := divide(cut(field))
	if simple(name) {
		return name
	}
	return cut(norm.NFC.String(width.Fold.String(valid(name))))
}

// simple reports whether no character of s can fold or compose.
func simple(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf && !han(r) && r != '\u3000' && r != '\u00B7' {
			return false
		}
	}
	return true
}

// valid returns s with U+FFFD in place of each byte that is not UTF-8.
func valid(s string) string { return strings.Map(func(r rune) rune { return r }, s) }

// cut returns what MaxName leaves of s, in whole characters.
func cut(s string) string {
	if len(s) <= MaxName {
		return s
	}
	n := MaxName
	for n > MaxName-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// divide takes the notes in brackets out of a text, and the characters that do not
// show. Several notes are joined with ；. Brackets within a note are made
// full-width and closed.
func divide(s string) (name, note string) {
	clean := strings.IndexFunc(s, func(r rune) bool { k := kindOf(r); return k >= opening })
	if clean < 0 {
		return s, ""
	}
	var names, notes strings.Builder
	names.WriteString(s[:clean])
	depth := 0
	for _, r := range s[clean:] {
		switch k := kindOf(r); {
		case k == hidden, k == closing && depth == 0:
		case k == opening:
			switch depth++; {
			case depth > 1:
				notes.WriteRune('（')
			case notes.Len() > 0:
				notes.WriteRune('；')
			}
		case k == closing:
			if depth--; depth > 0 {
				notes.WriteRune('）')
			}
		case depth > 0:
			notes.WriteRune(r)
		default:
			names.WriteRune(r)
		}
	}
	for ; depth > 1; depth-- {
		notes.WriteRune('）')
	}
	return names.String(), strings.TrimSpace(notes.String())
}

// plain returns units as text.
func plain(all []unit) string {
	var b strings.Builder
	for _, u := range all {
		b.WriteRune(u.rune())
	}
	return b.String()
}

// units returns the units of a name and how many of them are the surname.
func units(buf []unit, n *Name) (all []unit, surname int) {
	all = appendUnits(buf, n.Family)
	surname = len(all)
	all = appendUnits(all, n.Given)
	if 0 < surname && surname < len(all) && all[surname-1].latin() && all[surname].latin() {
		all = slices.Insert(all, surname, ' '|inLatin)
	}
	if surname == 0 || all[0].latin() {
		surname = surnameLen(all)
	}
	return all, surname
}

// surnameLen returns how many units of a name in one piece are the surname: two if
// they are a compound surname and something follows, else one. A Latin name is not
// divided.
func surnameLen(all []unit) int {
	switch {
	case len(all) == 0:
		return 0
	case all[0].latin():
		return len(all)
	case len(all) > 2 && reading.IsCompound(all[0].rune(), all[1].rune()):
		return 2
	default:
		return 1
	}
}
