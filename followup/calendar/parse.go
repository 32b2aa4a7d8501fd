package calendar

import (
	"strconv"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A ParseError says why a text or a set of numbers is no value of this package:
// what was to be read, from which text, at which byte of it the trouble begins,
// and what was expected there.
type ParseError struct {
	What  string // "date", "clock", "date and time", "weekday" ...
	Value string // the whole text, or the numbers as text
	At    int    // byte offset in Value, from 0
	Want  string // what was expected at that place
}

// Error returns the text of the error with the value quoted and cut to a length
// that can be shown.
func (e *ParseError) Error() string {
	shown := check.Value("value", e.Value).Text
	return e.What + ` "` + shown + `": want ` + e.Want + " at byte " + strconv.Itoa(e.At)
}

// A reader walks over a text and keeps the first error.
type reader struct {
	what string
	in   string
	at   int
	err  *ParseError
}

func (r *reader) fail(at int, want string) {
	if r.err == nil {
		r.err = &ParseError{What: r.what, Value: r.in, At: at, Want: want}
	}
}

// number reads exactly width digits.
func (r *reader) number(width int) int {
	n := 0
	for i := range width {
		if r.at+i >= len(r.in) || r.in[r.at+i] < '0' || r.in[r.at+i] > '9' {
			r.fail(r.at+i, "a digit")
			return 0
		}
		n = n*10 + int(r.in[r.at+i]-'0')
	}
	r.at += width
	return n
}

// take reads c if it comes next.
func (r *reader) take(c byte) bool {
	if r.err == nil && r.at < len(r.in) && r.in[r.at] == c {
		r.at++
		return true
	}
	return false
}

func (r *reader) expect(c byte) {
	if !r.take(c) {
		r.fail(r.at, strconv.QuoteRune(rune(c)))
	}
}

func (r *reader) end() {
	if r.at < len(r.in) {
		r.fail(r.at, "nothing more")
	}
}

// date reads 2026-01-05.
func (r *reader) date() Date {
	var starts, parts [3]int
	for i, width := range [...]int{4, 2, 2} {
		if i > 0 {
			r.expect('-')
		}
		starts[i] = r.at
		parts[i] = r.number(width)
	}
	if r.err != nil {
		return Date{}
	}
	if f, bad := dateFault(parts[0], parts[1], parts[2]); bad {
		r.fail(starts[f.part], f.want)
		return Date{}
	}
	return dateOf(parts[0], parts[1], parts[2])
}

// clock reads 09:00 or 09:00:30, up to 47:59:59.
func (r *reader) clock() Clock {
	var parts [3]int
	for i, last := range [...]int{47, 59, 59} {
		switch {
		case i == 1:
			r.expect(':')
		case i == 2 && !r.take(':'):
			continue
		}
		start := r.at
		if parts[i] = r.number(2); parts[i] > last {
			r.fail(start, "00 to "+strconv.Itoa(last))
		}
	}
	if r.err != nil {
		return 0
	}
	return clockOf(parts[0], parts[1], parts[2])
}
