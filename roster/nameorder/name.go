package nameorder

import (
	"log/slog"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Name is what the orders need to know about a person. Fields may hold text as
// it is printed: padding, the dot ·, notes in brackets and characters that do not
// show never change the place of a name. The zero Name is empty and comes first.
type Name struct {
	// Family is the surname (姓), of one character or more. If it is empty, Given
	// holds the whole name, and a compound surname (复姓) at its beginning is
	// recognised by a table.
	Family string `json:"family,omitzero"`
	Given  string `json:"given,omitzero"` // given name (名), or the whole name

	// Note is what stands in brackets after the name: 女，回族, or the body that
	// tells two people of one name apart. It never counts in an order.
	Note string `json:"note,omitzero"`

	// FamilyReading and GivenReading say how this person reads the name, for the
	// pinyin order: a syllable for each character, separated by spaces, with tone
	// marks or digits (shàn, shan4), v or u: for ü. They go before the tables.
	FamilyReading string `json:"familyReading,omitzero"`
	GivenReading  string `json:"givenReading,omitzero"`
}

// Parse reads a name as lists print it: 王　一, 欧阳信（女，回族）, 阿力·木合买提.
// Notes in round brackets go to Note, joined with ； if there are several; spaces
// inside a Chinese name and characters that do not show are taken out; full-width
// letters and compatibility ideographs are replaced by the usual ones, the forms of
// the dot by ·. Traditional and variant characters stay as they are.
//
// The surname is divided off unless the name has a dot or begins with a Latin
// letter; such a name stands in Given. A space says nothing about where the surname
// ends, since lists are padded in many ways.
//
// The findings are those of [Name.Validate] for the text; their path is "".
func Parse(s string) (Name, check.Problems) {
	_, note := divide(cut(s))
	text := normal(s)
	all := appendUnits(nil, s)
	found := scan("", s)
	if len(all) == 0 {
		found.Add(noName.At(""))
	}
	n := Name{Note: note}
	if strings.ContainsFunc(text, func(r rune) bool { return kindOf(r) == dot }) {
		n.Given = dotted(text)
		return n, found
	}
	at := surnameLen(all)
	if at == len(all) && at > 1 { // a Latin name
		at = 0
	}
	n.Family, n.Given = plain(all[:at]), plain(all[at:])
	return n, found
}

// dotted returns a name in which each form of the dot is ·.
func dotted(text string) string {
	var b strings.Builder
	for {
		i := strings.IndexFunc(text, func(r rune) bool { return kindOf(r) == dot })
		if i < 0 {
			b.WriteString(plain(appendAll(nil, text)))
			return norm.NFC.String(b.String())
		}
		b.WriteString(plain(appendAll(nil, text[:i])) + "·")
		_, size := utf8.DecodeRuneInString(text[i:])
		text = text[i+size:]
	}
}

// IsZero reports whether n says nothing.
func (n Name) IsZero() bool { return n == Name{} }

// String returns surname, given name, and the note in brackets. Parse reads it.
func (n Name) String() string {
	last, _ := utf8.DecodeLastRuneInString(n.Family)
	first, _ := utf8.DecodeRuneInString(n.Given)
	s := n.Family + n.Given
	if kindOf(last) == letter && kindOf(first) == letter {
		s = n.Family + " " + n.Given
	}
	if n.Note != "" {
		s += "（" + n.Note + "）"
	}
	return s
}

// LogValue keeps the name out of logs: it is personal data.
func (n Name) LogValue() slog.Value { return slog.StringValue("(name)") }

// Validate reports what is wrong with a name whatever its order: no characters,
// fields of more than [MaxName] bytes, text that is not UTF-8, characters that do
// not show, brackets without their partner.
func (n Name) Validate() check.Problems {
	var ps check.Problems
	for _, f := range [...]struct{ path, text string }{
		{"family", n.Family},
		{"given", n.Given},
		{"note", n.Note},
		{"familyReading", n.FamilyReading},
		{"givenReading", n.GivenReading},
	} {
		ps.In(f.path, scan("", f.text))
	}
	if all, _ := units(nil, &n); len(all) == 0 {
		ps.Add(noName.At(""))
	}
	return ps
}

// scan reports what is wrong with the text of one field. A character that does not
// show is reported once.
func scan(path, s string) check.Problems {
	var ps check.Problems
	if len(s) > MaxName {
		ps.Add(tooLong.At(path, check.Int("n", len(s)), check.Int("max", MaxName)))
		s = cut(s)
	}
	if !utf8.ValidString(s) {
		ps.Add(notUTF8.At(path, check.Value("text", s)))
	}
	var seen []rune
	depth, stray := 0, false
	for _, r := range s {
		switch kindOf(r) {
		case opening:
			depth++
		case closing:
			if depth == 0 {
				stray = true
				continue
			}
			depth--
		case hidden:
			if !slices.Contains(seen, r) {
				seen = append(seen, r)
				ps.Add(hiddenCharacter.At(path, check.Text("code", codePoint(r))))
			}
		case other, letter, joiner, space, dot:
		}
	}
	if stray || depth > 0 {
		ps.Add(strayBracket.At(path, check.Value("text", s)))
	}
	return ps
}
