package wire

import (
	"strings"
	"unicode/utf8"
)

// A spreadsheet takes a cell for a formula by its first character. The guard puts
// an apostrophe before a cell that begins with one of these, or with apostrophes
// or spaces and then one of these, and takes off one apostrophe where it would
// have put one: so reading what was written gives back every text.
const formulaStart = "=+-@＝＋－＠\t\r\n"

// isFormula reports whether a cell could be taken for a formula once the
// apostrophes before it are gone. Negative numbers written plainly are no
// formulas; with '+' they are guarded, since a spreadsheet would drop the sign of
// a telephone number.
func isFormula(cell string) bool {
	cell = strings.TrimLeft(cell, "'")
	if isPlainNegative(cell) {
		return false
	}
	cell = strings.TrimLeft(cell, " \u00a0\u3000\ufeff")
	r, _ := utf8.DecodeRuneInString(cell)
	return cell != "" && strings.ContainsRune(formulaStart, r)
}

// isPlainNegative reports a minus sign with digits, and a point with digits.
func isPlainNegative(cell string) bool {
	digits, signed := strings.CutPrefix(cell, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	return signed && allDigits(whole) && (!point || allDigits(fraction))
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func guarded(cell string) string {
	if isFormula(cell) {
		return "'" + cell
	}
	return cell
}

func unguarded(cell string) string {
	if inner, found := strings.CutPrefix(cell, "'"); found && isFormula(inner) {
		return inner
	}
	return cell
}
