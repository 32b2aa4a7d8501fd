package nameorder

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Scheme names one of the three official orders in a document. The zero Scheme
// is none: sources do not agree on one order, so there is no default.
type Scheme uint8

// The schemes.
const (
	BySurnameStrokes  Scheme = iota + 1 // surname-strokes, 姓氏笔画为序
	ByFullNameStrokes                   // fullname-strokes, 姓名笔画为序
	ByPinyin                            // pinyin, 姓名拼音为序
)

var schemes = tokens[Scheme]{"", "surname-strokes", "fullname-strokes", "pinyin"}

// IsValid reports whether s is one of the schemes.
func (s Scheme) IsValid() bool { return s != 0 && schemes.valid(s) }

// String returns the token of s: surname-strokes, fullname-strokes or pinyin; ""
// for the zero Scheme.
func (s Scheme) String() string { return schemes.text(s) }

// Label returns the words printed above a list in this order, such as
// 按姓氏笔画为序; "" if s is not valid.
func (s Scheme) Label() string {
	if !s.IsValid() {
		return ""
	}
	return [...]string{
		BySurnameStrokes:  "按姓氏笔画为序",
		ByFullNameStrokes: "按姓名笔画为序",
		ByPinyin:          "按姓名拼音为序",
	}[s]
}

// MarshalText returns the token of s.
func (s Scheme) MarshalText() ([]byte, error) { return schemes.marshal(s) }

// UnmarshalText reads a token.
func (s *Scheme) UnmarshalText(text []byte) error { return schemes.unmarshal(s, text) }

// Latin says where names in Latin letters stand among names in Chinese
// characters. No published rule is known, so the zero value refuses them.
type Latin uint8

// The places of names in Latin letters.
const (
	LatinError Latin = iota // error: they are a finding of severity Error, and come last
	LatinFirst              // first: before all Chinese names
	LatinLast               // last: after all Chinese names
)

var latins = tokens[Latin]{"error", "first", "last"}

// String returns the token of l: error, first or last.
func (l Latin) String() string { return latins.text(l) }

// MarshalText returns the token of l.
func (l Latin) MarshalText() ([]byte, error) { return latins.marshal(l) }

// UnmarshalText reads a token.
func (l *Latin) UnmarshalText(text []byte) error { return latins.unmarshal(l, text) }

// Tie says what two people of the same name are. Their order is free: published
// lists tell them apart by a note in brackets.
type Tie uint8

// What equal names are.
const (
	TieInput Tie = iota // input: they keep the order of the input, with a warning
	TieError            // error: they are a finding of severity Error
)

var ties = tokens[Tie]{"input", "error"}

// String returns the token of t: input or error.
func (t Tie) String() string { return ties.text(t) }

// MarshalText returns the token of t.
func (t Tie) MarshalText() ([]byte, error) { return ties.marshal(t) }

// UnmarshalText reads a token.
func (t *Tie) UnmarshalText(text []byte) error { return ties.unmarshal(t, text) }

// Blank says whether a name of two characters has a blank after its first one in
// the stroke orders. The scheme implies it; sources disagree about lists of
// people's congresses, some of which put single given names first as well.
type Blank uint8

// Whether there is a blank.
const (
	BlankImplied Blank = iota // implied: in surname-strokes, not in fullname-strokes
	BlankOn                   // on
	BlankOff                  // off
)

var blanks = tokens[Blank]{"implied", "on", "off"}

// String returns the token of b: implied, on or off.
func (b Blank) String() string { return blanks.text(b) }

// MarshalText returns the token of b.
func (b Blank) MarshalText() ([]byte, error) { return blanks.marshal(b) }

// UnmarshalText reads a token.
func (b *Blank) UnmarshalText(text []byte) error { return blanks.unmarshal(b, text) }

// Umlaut says how ü stands among the letters of a syllable in the pinyin order.
type Umlaut uint8

// The places of ü.
const (
	UmlautLetter Umlaut = iota // letter: a letter after u: lu, luan, lun, luo, lü, lüe
	UmlautNear                 // near: as u, after it where nothing else differs: lu, lü, luan, lüe, lun, luo, as in GB 2312-1980; ê likewise by e
)

var umlauts = tokens[Umlaut]{"letter", "near"}

// String returns the token of u: letter or near.
func (u Umlaut) String() string { return umlauts.text(u) }

// MarshalText returns the token of u.
func (u Umlaut) MarshalText() ([]byte, error) { return umlauts.marshal(u) }

// UnmarshalText reads a token.
func (u *Umlaut) UnmarshalText(text []byte) error { return umlauts.unmarshal(u, text) }

// Options are the choices that published rules leave open. The zero Options are
// ready to use.
type Options struct {
	Latin Latin `json:"latin,omitzero"`
	Tie   Tie   `json:"tie,omitzero"`
	Blank Blank `json:"blank,omitzero"` // stroke orders only

	// BlankAfterCompoundSurname puts the blank also between a compound surname and
	// a given name of one character, 欧阳 and 信, wherever a name of two characters
	// has one. No published list shows which is meant; the rule speaks of names of
	// two characters only.
	BlankAfterCompoundSurname bool `json:"blankAfterCompoundSurname,omitzero"`

	Umlaut Umlaut `json:"umlaut,omitzero"` // pinyin order only
}

// Validate reports choices that are out of range.
func (o Options) Validate() check.Problems {
	var ps check.Problems
	for _, f := range []struct {
		name  string
		valid bool
		value fmt.Stringer
	}{
		{"latin", latins.valid(o.Latin), o.Latin},
		{"tie", ties.valid(o.Tie), o.Tie},
		{"blank", blanks.valid(o.Blank), o.Blank},
		{"umlaut", umlauts.valid(o.Umlaut), o.Umlaut},
	} {
		if !f.valid {
			ps.Add(badChoice.At(f.name, check.Text("field", f.name), check.Text("value", f.value.String())))
		}
	}
	return ps
}

// tokens are the texts of an enumeration, by value; "" is not a text.
type tokens[E ~uint8] []string

func (t tokens[E]) valid(e E) bool { return int(e) < len(t) }

func (t tokens[E]) text(e E) string {
	if !t.valid(e) {
		return fmt.Sprintf("%T(%d)", e, uint8(e))
	}
	return t[e]
}

func (t tokens[E]) marshal(e E) ([]byte, error) {
	if !t.valid(e) || t[e] == "" {
		return nil, fmt.Errorf("%T %d has no text", e, uint8(e))
	}
	return []byte(t[e]), nil
}

func (t tokens[E]) unmarshal(e *E, text []byte) error {
	i := slices.Index(t, string(text))
	if i < 0 || len(text) == 0 {
		known := strings.TrimPrefix(strings.Join(t, ", "), ", ")
		return fmt.Errorf("%q is none of %s", text[:min(len(text), 64)], known)
	}
	*e = E(i)
	return nil
}
