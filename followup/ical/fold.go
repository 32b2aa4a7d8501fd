package ical

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// maxOctets is the greatest length of a line of text without its line break: RFC
// 5545, section 3.1.
const maxOctets = 75

// fold breaks the content line that begins at start into lines of at most 75
// octets and ends it with CRLF. No break lies inside a character.
func fold(dst []byte, start int) []byte {
	if len(dst)-start <= maxOctets {
		return append(dst, '\r', '\n')
	}
	content := slices.Clone(dst[start:])
	dst = dst[:start]
	room := maxOctets
	for len(content) > room {
		n := room
		for !utf8.RuneStart(content[n]) {
			n--
		}
		dst = append(append(dst, content[:n]...), "\r\n "...)
		content = content[n:]
		room = maxOctets - 1 // the blank counts
	}
	return append(append(dst, content...), '\r', '\n')
}

// An unfolder walks the content lines of a text.
type unfolder struct {
	data []byte
	line int // number of the last line of text taken, from 1
	lf   int // number of the first line that ends in a bare LF, 0 if none

	max int // bytes of a content line
}

// next returns the next content line, the number of its first line of text, and
// whether it was longer than allowed, in which case it is cut.
func (u *unfolder) next() (content []byte, line int, long, ok bool) {
	if len(u.data) == 0 {
		return nil, 0, false, false
	}
	content = u.physical()
	line = u.line
	content, long = content[:min(len(content), u.max)], len(content) > u.max
	folded := false
	for len(u.data) > 0 && (u.data[0] == ' ' || u.data[0] == '\t') {
		if !folded {
			content, folded = slices.Clone(content), true
		}
		more := u.physical()[1:]
		if len(content)+len(more) > u.max {
			long = true
			continue
		}
		content = append(content, more...)
	}
	return content, line, long, true
}

// physical takes one line of text without its line break.
func (u *unfolder) physical() []byte {
	u.line++
	line := u.data
	if i := bytes.IndexByte(u.data, '\n'); i >= 0 {
		line, u.data = u.data[:i], u.data[i+1:]
		if i > 0 && line[i-1] == '\r' {
			return line[:i-1]
		}
		if u.lf == 0 {
			u.lf = u.line
		}
		return line
	}
	u.data = nil
	return line
}
