package followup_test

import (
	"encoding"
	"fmt"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/followup"
)

// TestTokens: the words of an enumeration are read back, each once, with a Chinese
// label, and what is none of them is refused in writing and reading.
func TestTokens(t *testing.T) {
	type word interface {
		fmt.Stringer
		encoding.TextMarshaler
		Label() string
	}
	type set struct {
		of    func(uint8) word
		read  func(string) (word, error)
		valid int
	}
	for name, s := range map[string]set{
		"Stage": {func(n uint8) word { return followup.Stage(n) }, func(s string) (word, error) {
			var v followup.Stage
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, followup.Stages},
		"Outcome": {func(n uint8) word { return followup.Outcome(n) }, func(s string) (word, error) {
			var v followup.Outcome
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.Overtaken)},
		"Class": {func(n uint8) word { return followup.Class(n) }, func(s string) (word, error) {
			var v followup.Class
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.Major)},
		"Light": {func(n uint8) word { return followup.Light(n) }, func(s string) (word, error) {
			var v followup.Light
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, followup.Lights},
		"LinkKind": {func(n uint8) word { return followup.LinkKind(n) }, func(s string) (word, error) {
			var v followup.LinkKind
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.RelatesTo)},
		"Role": {func(n uint8) word { return followup.Role(n) }, func(s string) (word, error) {
			var v followup.Role
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.ToChair)},
		"OriginKind": {func(n uint8) word { return followup.OriginKind(n) }, func(s string) (word, error) {
			var v followup.OriginKind
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.FromLesson)},
		"Kind": {func(n uint8) word { return followup.Kind(n) }, func(s string) (word, error) {
			var v followup.Kind
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, followup.Kinds},
		"Guard": {func(n uint8) word { return followup.Guard(n) }, func(s string) (word, error) {
			var v followup.Guard
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.Apart)},
		"Unit": {func(n uint8) word { return followup.Unit(n) }, func(s string) (word, error) {
			var v followup.Unit
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.Months)},
		"Filling": {func(n uint8) word { return followup.Filling(n) }, func(s string) (word, error) {
			var v followup.Filling
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.FilledOwed)},
		"Pace": {func(n uint8) word { return followup.Pace(n) }, func(s string) (word, error) {
			var v followup.Pace
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.Difficult)},
		"Basis": {func(n uint8) word { return followup.Basis(n) }, func(s string) (word, error) {
			var v followup.Basis
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, int(followup.OriginalDue)},
		"Measure": {func(n uint8) word { return followup.Measure(n) }, func(s string) (word, error) {
			var v followup.Measure
			err := v.UnmarshalText([]byte(s))
			return v, err
		}, followup.Measures},
	} {
		seen := map[string]bool{}
		for n := 1; n <= s.valid; n++ {
			v := s.of(uint8(n))
			text, err := v.MarshalText()
			back, errBack := s.read(string(text))
			if err != nil || errBack != nil || back != v || string(text) != v.String() || seen[v.String()] || v.Label() == "" || seen[v.Label()] {
				t.Errorf("%s(%d): %q, %v, read back as %v, %v", name, n, text, err, back, errBack)
			}
			seen[v.String()], seen[v.Label()] = true, true
		}
		beyond := s.of(uint8(s.valid) + 1)
		if _, err := beyond.MarshalText(); err == nil || beyond.Label() != "" || beyond.String() != fmt.Sprintf("%s(%d)", name, s.valid+1) {
			t.Errorf("%s: the value after the last is %s", name, beyond)
		}
		for _, bad := range []string{"", "nonsense", strings.Repeat("x", 10<<20)} {
			if _, err := s.read(bad); err == nil || len(err.Error()) > 400 {
				t.Errorf("%s: %.20q is read: %v", name, bad, err)
			}
		}
	}
}
