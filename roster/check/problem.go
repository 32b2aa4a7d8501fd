package check

import (
	"cmp"
	"errors"
	"log/slog"
	"slices"
	"strings"
)

// A Problem is one finding: a rule that the input breaks, where, and with which
// values. Problems are made by [Rule.At]; the zero Problem is not one. A Problem
// is an error and never changes.
type Problem struct {
	path  string
	rule  *Rule
	args  []Arg
	cause error
}

// WithCause returns the finding with the error that lies behind it; errors.Is and
// errors.As see it.
func (p Problem) WithCause(err error) Problem {
	p.cause = err
	return p
}

// In returns the finding with its path placed below outer.
func (p Problem) In(outer string) Problem {
	p.path = Join(printable(outer), p.path)
	return p
}

// Path is the place of the finding; "" is the whole input.
func (p Problem) Path() string { return p.path }

// Code is the code of the broken rule.
func (p Problem) Code() Code { return p.rule.Code }

// Severity is the severity of the broken rule.
func (p Problem) Severity() Severity { return p.rule.Severity }

// Rule returns the broken rule.
func (p Problem) Rule() Rule { return *p.rule }

// Args returns a copy of the arguments.
func (p Problem) Args() []Arg { return slices.Clone(p.args) }

// Text renders the sentence of the finding, without its path.
func (p Problem) Text(l Lang, name Namer) string { return p.rule.text(l, name, p.args) }

// Error returns the path and the English sentence.
func (p Problem) Error() string { return at(p.path, p.Text(En, nil)) }

// Unwrap returns the cause, or nil.
func (p Problem) Unwrap() error { return p.cause }

// Compare orders findings by path, then code, then arguments. The cause does not
// count.
func (p Problem) Compare(q Problem) int {
	if c := ComparePaths(p.path, q.path); c != 0 {
		return c
	}
	return cmp.Or(
		cmp.Compare(p.rule.Code, q.rule.Code),
		slices.CompareFunc(p.args, q.args, Arg.compare),
	)
}

// Equal reports whether both findings have path, code and arguments in common.
func (p Problem) Equal(q Problem) bool { return p.Compare(q) == 0 }

// LogValue leaves the arguments out of logs: they may be personal data.
func (p Problem) LogValue() slog.Value {
	return slog.GroupValue(slog.String("path", p.path), slog.String("code", string(p.rule.Code)))
}

func at(path, text string) string {
	if path == "" {
		return text
	}
	return path + ": " + text
}

// A Reason says why the library decided as it did. Reasons are made by
// [Rule.Because]; the zero Reason says nothing. A Reason never changes.
type Reason struct {
	rule *Rule
	args []Arg
}

// IsZero reports whether r says nothing.
func (r Reason) IsZero() bool { return r.rule == nil }

// Code is the code of the rule behind the reason, "" for the zero Reason.
func (r Reason) Code() Code { return r.Rule().Code }

// Rule returns the rule behind the reason, with its source.
func (r Reason) Rule() Rule {
	if r.rule == nil {
		return Rule{}
	}
	return *r.rule
}

// Args returns a copy of the arguments.
func (r Reason) Args() []Arg { return slices.Clone(r.args) }

// Text renders the sentence of the reason.
func (r Reason) Text(l Lang, name Namer) string {
	if r.rule == nil {
		return ""
	}
	return r.rule.text(l, name, r.args)
}

// Equal reports whether both reasons have code and arguments in common.
func (r Reason) Equal(q Reason) bool {
	return r.Code() == q.Code() && slices.EqualFunc(r.args, q.args, Arg.equal)
}

// LogValue leaves the arguments out of logs: they may be personal data.
func (r Reason) LogValue() slog.Value { return slog.StringValue(string(r.Code())) }

// Sentences joins the sentences of reasons into one text.
func Sentences(l Lang, name Namer, reasons ...Reason) string {
	between := "; "
	if l == ZhHans {
		between = "；"
	}
	var texts []string
	for _, r := range reasons {
		if t := r.Text(l, name); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, between)
}

// asProblems returns the report that err is or wraps.
func asProblems(err error) (Problems, bool) {
	return errors.AsType[Problems](err)
}
