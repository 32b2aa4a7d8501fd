package roster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// CheckText reports a line of text for people that is longer than limit bytes, not
// UTF-8, holds a character that does not show — a control, a line break, a
// direction or zero-width mark — or has spaces at its ends. The ideographic space
// may stand inside. An empty text is fine.
func CheckText(path, s string, limit int) check.Problems {
	var ps check.Problems
	hidden := func(r rune) bool { return !unicode.IsPrint(r) && r != ideographicSpace }
	switch {
	case len(s) > limit:
		ps.Add(longText.At(path, check.Value("text", s), check.Int("max", limit)))
		return ps
	case !utf8.ValidString(s) || strings.ContainsFunc(s, hidden):
		ps.Add(badText.At(path, check.Value("text", s)))
	}
	if strings.TrimSpace(s) != s {
		ps.Add(looseSpace.At(path, check.Value("text", s)))
	}
	return ps
}

const ideographicSpace = '\u3000'

// checkName is CheckText for a part of a name, in which the space that pads names in
// print has no place.
func checkName(path, s string) check.Problems {
	ps := CheckText(path, s, MaxNameBytes)
	if strings.TrimSpace(s) == s && strings.ContainsRune(s, ideographicSpace) {
		ps.Add(padded.At(path, check.Value("text", s)))
	}
	return ps
}

// checkCount reports a number below zero.
func checkCount(n int) check.Problems {
	var ps check.Problems
	if n < 0 {
		ps.Add(negative.At("", check.Int("n", n)))
	}
	return ps
}
