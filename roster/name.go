package roster

import (
	"log/slog"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// A Name is a person's name as official lists print it. The zero Name is no name.
//
// Family is the surname, also a compound one (复姓, 欧阳); it may be empty: a
// minority name with · or a transliterated foreign name stands whole in Given.
// Note is what stands in brackets after the name, 女，回族 or 女, without the
// brackets; it never influences an order. Latin is the form for cards in Latin
// script, surname first in capitals by custom of the host. The readings say how
// this person reads the name, a syllable a character, where the tables would get it
// wrong (shàn for 单); "" means that the tables decide.
type Name struct {
	Family        string `json:"family,omitzero"`
	Given         string `json:"given,omitzero"`
	Note          string `json:"note,omitzero"`
	Latin         string `json:"latin,omitzero"`
	FamilyReading string `json:"familyReading,omitzero"`
	GivenReading  string `json:"givenReading,omitzero"`
}

// IsZero reports whether n holds nothing.
func (n Name) IsZero() bool { return n == Name{} }

// String returns surname and given name together, 王一: the form for running text.
func (n Name) String() string { return n.Family + n.Given }

// Print returns the form for lists and cards: a name of two characters in all has
// the ideographic space between them, 王　一, so that it is as wide as one of
// three.
func (n Name) Print() string {
	if utf8.RuneCountInString(n.Family) == 1 && utf8.RuneCountInString(n.Given) == 1 {
		return n.Family + "\u3000" + n.Given
	}
	return n.String()
}

// WithNote returns Print followed by the note in full-width brackets, if any:
// 王　一（女，回族）.
func (n Name) WithNote() string {
	if n.Note == "" {
		return n.Print()
	}
	return n.Print() + "（" + n.Note + "）"
}

// ForOrder returns what the orders of names read of n.
func (n Name) ForOrder() nameorder.Name {
	return nameorder.Name{
		Family: n.Family, Given: n.Given, Note: n.Note,
		FamilyReading: n.FamilyReading, GivenReading: n.GivenReading,
	}
}

// Validate reports a name of which nothing is given, and parts that are too long,
// not UTF-8, or hold characters that do not show.
func (n Name) Validate() check.Problems {
	var ps check.Problems
	if n.Family == "" && n.Given == "" {
		ps.Add(noName.At(""))
	}
	ps.In("", checkName("family", n.Family))
	ps.In("", checkName("given", n.Given))
	ps.In("", checkName("note", n.Note))
	ps.In("", checkName("latin", n.Latin))
	ps.In("", checkName("familyReading", n.FamilyReading))
	ps.In("", checkName("givenReading", n.GivenReading))
	return ps
}

// LogValue keeps names out of logs.
func (n Name) LogValue() slog.Value { return slog.StringValue("[name]") }
