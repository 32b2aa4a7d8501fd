package calendar

import (
	"cmp"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Span is the time from Start up to End, without End: two sittings of which one
// ends when the other begins do not overlap. A Span with equal ends is a moment
// without extent; it overlaps nothing and contains nothing.
//
// Spans come from outside: Validate says whether one is usable. The methods treat
// a span that is not as one without extent.
type Span struct {
	Start DateTime `json:"start"`
	End   DateTime `json:"end"`
}

// Validate reports a missing end and an end before the start.
func (s Span) Validate() check.Problems {
	var ps check.Problems
	if s.Start.IsZero() {
		ps.Add(noStart.At("start"))
	}
	if s.End.IsZero() {
		ps.Add(noEnd.At("end"))
	}
	if !s.Start.IsZero() && !s.End.IsZero() && s.End.Before(s.Start) {
		ps.Add(endBeforeStart.At("end", check.Text("start", s.Start.String()), check.Text("end", s.End.String())))
	}
	return ps
}

// String returns "2026-01-05 09:00/2026-01-05 11:30".
func (s Span) String() string { return s.Start.String() + "/" + s.End.String() }

// Seconds returns the length of s, 0 for a span that is not usable.
func (s Span) Seconds() int64 {
	if s.IsEmpty() {
		return 0
	}
	return s.End.SecondsSince(s.Start)
}

// IsEmpty reports whether s has no extent or is not usable.
func (s Span) IsEmpty() bool { return s.Start.IsZero() || !s.Start.Before(s.End) }

// Contains reports whether t lies in s; the start does, the end does not.
func (s Span) Contains(t DateTime) bool {
	return !s.IsEmpty() && !t.Before(s.Start) && t.Before(s.End)
}

// Covers reports whether every moment of t lies in s. A span without extent is
// covered by none.
func (s Span) Covers(t Span) bool {
	return !s.IsEmpty() && !t.IsEmpty() && !t.Start.Before(s.Start) && !t.End.After(s.End)
}

// Overlaps reports whether s and t have a moment in common.
func (s Span) Overlaps(t Span) bool {
	return !s.IsEmpty() && !t.IsEmpty() && s.Start.Before(t.End) && t.Start.Before(s.End)
}

// Intersect returns the moments that s and t have in common, the zero Span if
// there are none.
func (s Span) Intersect(t Span) Span {
	if !s.Overlaps(t) {
		return Span{}
	}
	if t.Start.After(s.Start) {
		s.Start = t.Start
	}
	if t.End.Before(s.End) {
		s.End = t.End
	}
	return s
}

// Compare orders spans by start, then by end.
func (s Span) Compare(t Span) int {
	return cmp.Or(s.Start.Compare(t.Start), s.End.Compare(t.End))
}
