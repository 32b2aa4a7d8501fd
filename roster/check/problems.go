package check

import (
	"iter"
	"log/slog"
	"slices"
	"strconv"
	"strings"
)

// MaxKept is how many findings of one code a report keeps; the others are only
// counted.
const MaxKept = 1000

// Problems is a report: all findings of one input, ordered by path, then code.
// Of each code it keeps the first MaxKept in that order and counts the rest, so
// that neither the order in which findings are added nor a hostile input matters.
//
// The zero Problems is an empty report, ready to use. A copy shares its findings
// with the original: add to one of them only. Reading is safe for concurrent use,
// adding is not.
type Problems struct {
	codes []ofCode // by code
}

// ofCode holds the findings of one code, ordered, at most MaxKept of them.
type ofCode struct {
	kept  []Problem
	total int
}

// Add puts findings into the report. It costs a search among those of the same
// code.
func (ps *Problems) Add(found ...Problem) {
	for _, p := range found {
		ps.of(p.rule.Code).add(p)
	}
}

func (ps *Problems) of(code Code) *ofCode {
	i, found := slices.BinarySearchFunc(ps.codes, code, func(c ofCode, code Code) int {
		return strings.Compare(string(c.kept[0].rule.Code), string(code))
	})
	if !found {
		ps.codes = slices.Insert(ps.codes, i, ofCode{})
	}
	return &ps.codes[i]
}

func (c *ofCode) add(p Problem) {
	c.total++
	n := len(c.kept)
	if n > 0 && p.Compare(c.kept[n-1]) < 0 {
		i, _ := slices.BinarySearchFunc(c.kept, p, Problem.Compare)
		c.kept = slices.Insert(c.kept, i, p)
	} else if n < MaxKept {
		c.kept = append(c.kept, p)
	}
	c.kept = c.kept[:min(len(c.kept), MaxKept)]
}

// In adds the findings of inner with their paths placed below outer, and the
// counts of those that inner did not keep.
func (ps *Problems) In(outer string, inner Problems) {
	for _, from := range inner.codes {
		to := ps.of(from.kept[0].rule.Code)
		for _, p := range from.kept {
			to.add(p.In(outer))
		}
		to.total += from.total - len(from.kept)
	}
}

// InErr adds what an entry point returned: the findings of a report below outer,
// or nothing for nil. Any other error is returned as it came.
func (ps *Problems) InErr(outer string, err error) error {
	if err == nil {
		return nil
	}
	if inner, ok := asProblems(err); ok {
		ps.In(outer, inner)
		return nil
	}
	return err
}

// All walks the kept findings, ordered by path, then code, then arguments.
func (ps Problems) All() iter.Seq[Problem] {
	var all []Problem
	for _, c := range ps.codes {
		all = append(all, c.kept...)
	}
	slices.SortFunc(all, Problem.Compare)
	return slices.Values(all)
}

// Len is the number of findings, kept or not.
func (ps Problems) Len() int {
	n := 0
	for _, c := range ps.codes {
		n += c.total
	}
	return n
}

// Count is the number of findings of a code, kept or not.
func (ps Problems) Count(code Code) int {
	for _, c := range ps.codes {
		if c.kept[0].rule.Code == code {
			return c.total
		}
	}
	return 0
}

// Has reports whether there is a finding of the code.
func (ps Problems) Has(code Code) bool { return ps.Count(code) > 0 }

// Codes walks the codes found, in order, with the number of their findings.
func (ps Problems) Codes() iter.Seq2[Code, int] {
	return func(yield func(Code, int) bool) {
		for _, c := range ps.codes {
			if !yield(c.kept[0].rule.Code, c.total) {
				return
			}
		}
	}
}

// Failed reports whether a finding of severity Error is among them.
func (ps Problems) Failed() bool {
	return slices.ContainsFunc(ps.codes, func(c ofCode) bool { return c.kept[0].rule.Severity == Error })
}

// Err returns the report as an error if a finding of severity Error is among its
// findings, else nil. The error is a Problems:
//
//	if report, ok := errors.AsType[check.Problems](err); ok { ... }
func (ps Problems) Err() error {
	if !ps.Failed() {
		return nil
	}
	return ps
}

// Error returns the first finding of the highest severity and the number of the
// others.
func (ps Problems) Error() string {
	first, n := Problem{}, ps.Len()
	for p := range ps.All() {
		if first.rule == nil || p.Severity() > first.Severity() {
			first = p
		}
	}
	switch n {
	case 0:
		return "no findings"
	case 1:
		return first.Error()
	default:
		return first.Error() + " (and " + strconv.Itoa(n-1) + " more)"
	}
}

// Unwrap returns the kept findings, so that errors.Is and errors.As reach their
// causes.
func (ps Problems) Unwrap() []error {
	var errs []error
	for p := range ps.All() {
		errs = append(errs, p)
	}
	return errs
}

// Text renders the report, a finding a line with its path first, and a last line
// for each code of which findings were only counted.
func (ps Problems) Text(l Lang, name Namer) string {
	var b strings.Builder
	for p := range ps.All() {
		b.WriteString(at(p.path, p.Text(l, name)))
		b.WriteByte('\n')
	}
	for _, c := range ps.codes {
		if more := c.total - len(c.kept); more > 0 {
			b.WriteString(onlyCounted.text(l, nil, []Arg{Text("code", string(c.kept[0].rule.Code)), Int("more", more)}))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Equal reports whether both reports hold the same findings and counts.
func (ps Problems) Equal(qs Problems) bool {
	return slices.EqualFunc(ps.codes, qs.codes, func(a, b ofCode) bool {
		return a.total == b.total && slices.EqualFunc(a.kept, b.kept, Problem.Equal)
	})
}

// LogValue gives the number of findings a code, without their values.
func (ps Problems) LogValue() slog.Value {
	var attrs []slog.Attr
	for code, n := range ps.Codes() {
		attrs = append(attrs, slog.Int(string(code), n))
	}
	return slog.GroupValue(attrs...)
}
