package check

import (
	"fmt"
	"slices"
	"strings"
)

// A Code identifies a rule for good: "room/what-is-wrong". Codes are never
// reused, and callers may branch on them.
type Code string

// Severity says what a finding means for the input. The zero Severity belongs to
// rules that only give reasons.
type Severity uint8

// The severities of a finding.
const (
	Warning Severity = iota + 1 // 警告: usable, but a person should look
	Error                       // 错误: not usable
)

// String returns "warning", "error" or "reason".
func (s Severity) String() string {
	switch s {
	case 0:
		return "reason"
	case Warning:
		return "warning"
	case Error:
		return "error"
	default:
		return fmt.Sprintf("Severity(%d)", uint8(s))
	}
}

// MarshalText returns the String of a valid severity.
func (s Severity) MarshalText() ([]byte, error) {
	if s > Error {
		return nil, fmt.Errorf("severity %d is out of range", uint8(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads "reason", "warning" or "error".
func (s *Severity) UnmarshalText(text []byte) error {
	for _, known := range []Severity{0, Warning, Error} {
		if known.String() == string(text) {
			*s = known
			return nil
		}
	}
	return fmt.Errorf("severity %s is none of reason, warning, error", quote(string(text)))
}

// A Rule is one line of a room's catalogue.
//
// Hans and En are sentences with placeholders in braces, {key}; both name the
// same placeholders, and each is filled from the argument with that key. Source
// is title, number and article of the text the rule comes from, with a web
// address only of an official site, or "house custom".
type Rule struct {
	Code     Code
	Severity Severity // zero for rules that only give reasons
	Source   string
	Hans     string
	En       string
}

// HouseCustom is the Source of a rule that no published text prescribes.
const HouseCustom = "house custom"

// At returns the finding that the rule makes at a path; the empty path is the
// whole input. It panics if the rule has no severity: such a rule gives reasons.
func (r *Rule) At(path string, args ...Arg) Problem {
	if r.Severity == 0 {
		panic("check: rule " + string(r.Code) + " gives reasons, not findings") //nolint:forbidigo // a programmer's error
	}
	return Problem{path: printable(path), rule: r, args: slices.Clone(args)}
}

// Because returns the reason that the rule gives.
func (r *Rule) Because(args ...Arg) Reason { return Reason{rule: r, args: slices.Clone(args)} }

// text renders the sentence of the rule.
func (r *Rule) text(l Lang, name Namer, args []Arg) string {
	template := r.En
	if l == ZhHans {
		template = r.Hans
	}
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(template, "{")
		b.WriteString(before)
		if !open {
			return b.String()
		}
		key, after, closed := strings.Cut(rest, "}")
		i := slices.IndexFunc(args, func(a Arg) bool { return a.Key == key })
		if !closed || i < 0 { // not one of ours: print it as it stands
			b.WriteByte('{')
			template = rest
			continue
		}
		args[i].render(&b, l, name)
		template = after
	}
}

// placeholders returns the sorted, distinct keys that a sentence names.
func placeholders(s string) []string {
	var keys []string
	for {
		_, rest, open := strings.Cut(s, "{")
		key, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			slices.Sort(keys)
			return slices.Compact(keys)
		}
		keys = append(keys, key)
		s = after
	}
}
