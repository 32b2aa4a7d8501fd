// Package reading holds Mandarin readings of Chinese characters: the usual reading
// of each, the readings of surnames (姓氏读音), and the order of syllables.
//
// Each table is a constant of its own: a program that only asks for compound
// surnames links only their list. Nothing is computed at start-up.
//
// The data stand in readings.txt and surnames.txt, the licences in NOTICE.
package reading

//go:generate go run gen.go

import (
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/huiwu-go/huiwu/roster/nameorder/internal/stroke"
)

// A Reading is a syllable with its tone. Readings compare as numbers in the order
// of syllables, letter by letter with ê after e and ü after u, then tones. The
// zero Reading is none.
type Reading uint16

// Neutral is the neutral tone (轻声), the last one.
const Neutral = 5

// Syllable returns the place of the syllable in the order, from 0.
func (r Reading) Syllable() int { return int(r >> 3) }

// Near returns the place of the syllable, from 0, in the order that takes ü as u,
// and puts it after u only where nothing else differs: lu, lü, luan, lüe, lun.
func (r Reading) Near() int { return uint16At(near, r.Syllable()) }

// Tone returns the tone, 1 to 4 or Neutral.
func (r Reading) Tone() int { return int(r & 7) }

// Toneless returns the reading in the neutral tone.
func (r Reading) Toneless() Reading { return r&^7 | Neutral }

// marks are the combining tone marks, by tone.
var marks = [...]string{1: "\u0304", 2: "\u0301", 3: "\u030C", 4: "\u0300", Neutral: ""}

// String returns the syllable with its tone mark, "" for none.
func (r Reading) String() string {
	if r == 0 {
		return ""
	}
	s := strings.TrimRight(syllables[r.Syllable()*width:][:width], " ")
	i := marked(s)
	return norm.NFC.String(s[:i] + marks[r.Tone()] + s[i:])
}

// marked returns where the tone mark goes, after the letter that carries it: a, o
// or e (ê), else the last of i, u and ü, else the first of m and n (Basic Rules
// of the Chinese Phonetic Alphabet Orthography, GB/T 16159-2012, 6.4).
func marked(s string) int {
	for _, vowel := range []string{"a", "o", "e", "ê"} {
		if i := strings.Index(s, vowel); i >= 0 {
			return i + len(vowel)
		}
	}
	if i := strings.LastIndexAny(s, "iuü"); i >= 0 {
		if strings.HasPrefix(s[i:], "ü") {
			return i + len("ü")
		}
		return i + 1
	}
	return strings.IndexAny(s, "mn") + 1
}

// Parse reads a syllable with a tone mark or a digit (0 or 5 is the neutral tone,
// none as well), in letters of any case, with v or u: for ü.
func Parse(s string) (Reading, bool) {
	if len(s) > 4*width {
		return 0, false
	}
	tone := 0
	var letters strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		mark := 0
		switch {
		case '0' <= c && c <= '5':
			mark = int(c - '0')
			if mark == 0 {
				mark = Neutral
			}
		case c == 'v':
			letters.WriteString("u\u0308")
			continue
		case c == ':':
			letters.WriteString("\u0308")
			continue
		default:
			for t := 1; t < Neutral; t++ {
				if marks[t] == string(c) {
					mark = t
				}
			}
		}
		switch {
		case mark == 0:
			letters.WriteRune(c)
		case tone != 0:
			return 0, false // two tones
		default:
			tone = mark
		}
	}
	if tone == 0 {
		tone = Neutral
	}
	want := norm.NFC.String(letters.String())
	for i := range len(syllables) / width {
		if strings.TrimRight(syllables[i*width:][:width], " ") == want {
			return Reading(i<<3 | tone), true
		}
	}
	return 0, false
}

// Usual returns the most usual reading of a character.
func Usual(r rune) (Reading, bool) {
	place, ok := stroke.Place(r)
	if !ok {
		return 0, false
	}
	v := Reading(uint16At(usual, place) &^ (surname | special))
	return v, v != 0
}

// Marks of the entries of usual.
const (
	surname = 1 << 15 // of a surname
	special = 1 << 14 // of one that is not read as usual and stands in singles
)

// Surname returns the reading of a surname of one character.
func Surname(r rune) (Reading, bool) {
	place, ok := stroke.Place(r)
	if !ok {
		return 0, false
	}
	switch v := uint16At(usual, place); {
	case v&surname == 0:
		return 0, false
	case v&special == 0:
		return Reading(v &^ surname), true
	}
	const n = len(singles) / 4
	i := sort.Search(n, func(i int) bool { return rune(uint16At(singles, 2*i)) >= r })
	return Reading(uint16At(singles, 2*i+1)), true
}

// Compound returns the readings of a surname of two characters (复姓).
func Compound(first, second rune) (a, b Reading, ok bool) {
	i, ok := compound(first, second)
	if !ok {
		return 0, 0, false
	}
	return Reading(uint16At(compoundReadings, 2*i)), Reading(uint16At(compoundReadings, 2*i+1)), true
}

// IsCompound reports whether two characters are a surname (复姓).
func IsCompound(first, second rune) bool {
	_, ok := compound(first, second)
	return ok
}

func compound(first, second rune) (i int, ok bool) {
	const n = len(compounds) / 4
	i = sort.Search(n, func(i int) bool {
		a, b := rune(uint16At(compounds, 2*i)), rune(uint16At(compounds, 2*i+1))
		return a > first || a == first && b >= second
	})
	return i, i < n && rune(uint16At(compounds, 2*i)) == first && rune(uint16At(compounds, 2*i+1)) == second
}

func uint16At(s string, i int) int { return int(s[2*i])<<8 | int(s[2*i+1]) }
