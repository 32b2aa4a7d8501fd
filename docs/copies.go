package docs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Range is a run of copies of one paper, both ends included. Its text is
// 000001-000120, or 000125 for a single copy. The zero Range is none.
type Range struct {
	From, To symbol.CopyNumber
}

// One returns the range of a single copy.
func One(c symbol.CopyNumber) Range { return Range{c, c} }

// IsValid reports whether r lies in 1 to [symbol.MaxCopy] and holds a copy.
func (r Range) IsValid() bool { return r.From.IsValid() && r.To.IsValid() && r.From <= r.To }

// Len is the number of copies in a valid range, 0 in any other.
func (r Range) Len() int {
	if !r.IsValid() {
		return 0
	}
	return int(r.To-r.From) + 1
}

// Contains reports whether c lies in r.
func (r Range) Contains(c symbol.CopyNumber) bool { return r.From <= c && c <= r.To }

// Compare orders ranges by their first copy, then by their last.
func (r Range) Compare(s Range) int {
	return cmp.Or(cmp.Compare(r.From, s.From), cmp.Compare(r.To, s.To))
}

// String returns the text of the range.
func (r Range) String() string {
	if r.From == r.To {
		return r.From.String()
	}
	return r.From.String() + "-" + r.To.String()
}

// AppendText appends the text of a valid range.
func (r Range) AppendText(dst []byte) ([]byte, error) {
	if !r.IsValid() {
		return dst, rangeRule.At("", check.Value("found", r.String()))
	}
	return append(dst, r.String()...), nil
}

// MarshalText returns the text of a valid range.
func (r Range) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads the text of a range: two numbers of six digits with a hyphen
// between them, or one.
func (r *Range) UnmarshalText(text []byte) error {
	from, to, two := strings.Cut(string(text), "-")
	var read Range
	err := read.From.UnmarshalText([]byte(from))
	if read.To = read.From; two && err == nil {
		err = read.To.UnmarshalText([]byte(to))
	}
	if err != nil || !read.IsValid() || read.String() != string(text) {
		return rangeRule.At("", check.Value("found", string(text)))
	}
	*r = read
	return nil
}

// ranges joins the text of ranges, as in 000001-000120, 000125.
func rangesText(rs []Range) string {
	var b strings.Builder
	for i, r := range rs {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(r.String())
	}
	return b.String()
}

// pushRange appends copies to ranges in rising order, joining neighbours.
func pushRange(rs []Range, r Range) []Range {
	if n := len(rs); n > 0 && rs[n-1].To+1 >= r.From {
		rs[n-1].To = max(rs[n-1].To, r.To)
		return rs
	}
	return append(rs, r)
}

// countCopies is the number of copies in disjoint ranges.
func countCopies(rs []Range) int {
	n := 0
	for _, r := range rs {
		n += r.Len()
	}
	return n
}

// MaxNear is how many copies [Near] names at most.
const MaxNear = 5

// Near returns the copies that a mistyped or misread number may have meant: those
// accepted by want whose six digits differ from c in two neighbouring digits changed
// round, in two digits one apart changed round, or in one digit, in this order and
// by number within each kind; at most [MaxNear].
func Near(c symbol.CopyNumber, want func(symbol.CopyNumber) bool) []symbol.CopyNumber {
	var out []symbol.CopyNumber
	if c < 0 || c > symbol.MaxCopy {
		return nil
	}
	var digits [6]symbol.CopyNumber
	powers := [6]symbol.CopyNumber{100_000, 10_000, 1000, 100, 10, 1}
	for i, p := range powers {
		digits[i] = c / p % 10
	}
	try := func(kind []symbol.CopyNumber) {
		slices.Sort(kind)
		for _, n := range slices.Compact(kind) {
			if len(out) < MaxNear && n != c && n.IsValid() && !slices.Contains(out, n) && want(n) {
				out = append(out, n)
			}
		}
	}
	var kind []symbol.CopyNumber
	for apart := 1; apart <= 2; apart++ {
		kind = kind[:0]
		for i := range len(digits) - apart {
			d := digits[i] - digits[i+apart]
			kind = append(kind, c-d*powers[i]+d*powers[i+apart])
		}
		try(kind)
	}
	kind = kind[:0]
	for i, p := range powers {
		for d := range symbol.CopyNumber(10) {
			kind = append(kind, c+(d-digits[i])*p)
		}
	}
	try(kind)
	return out
}
