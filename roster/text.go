package roster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// checkText reports a text for people that is too long, not UTF-8, holds a
// character that does not show, or has spaces at its ends.
func checkText(s string) check.Problems {
	var ps check.Problems
	switch {
	case len(s) > MaxNameBytes:
		ps.Add(longText.At("", check.Value("text", s), check.Int("max", MaxNameBytes)))
	case !utf8.ValidString(s):
		ps.Add(badText.At("", check.Value("text", s)))
	default:
		if strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) {
			ps.Add(badText.At("", check.Value("text", s)))
		}
		if strings.TrimSpace(s) != s {
			ps.Add(looseSpace.At("", check.Value("text", s)))
		}
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
