package symbol

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A slashGrammar describes symbols whose components are divided by strokes: an
// organ, bodies, sessions, natures and numbers, and modifiers at the end.
type slashGrammar struct {
	class     Class
	organs    []string // what the first component may be, sorted
	natures   []string // abbreviations of kinds of paper, in their only right case
	bodies    []string // abbreviations in small letters or in two parts
	modifiers []string // what a later paper does to an earlier one
	joint     bool     // two symbols joined by a hyphen make one
	wordTail  bool     // a word may end the symbol, and a number follow one without a dot
}

// oldSeries are the organs whose symbols once had neither session nor year: the
// last number of that time, rounded up, and the numbers that may as well be the
// session or the year of a symbol that was cut off.
var oldSeries = [...]struct {
	organ    string
	last     int
	from, to int
}{
	{"A", 10_999, 1, 99},
	{"E", 6_999, 1978, 2099},
	{"S", 27_999, 1994, 2099},
}

var slashGrammars = [...]slashGrammar{
	{
		class: UN,
		organs: []string{
			"A", "APLC", "BWC", "CAC", "CAT", "CBD", "CCM", "CCPR", "CCW", "CD", "CED", "CEDAW", "CERD", "CLCS", "CMW", "CRC",
			"CRPD", "CTOC", "DP", "E", "ECE", "ESCAP", "FCCC", "HRI", "HSP", "ICCD", "ID", "IDB", "ISBA", "JIU", "LC", "LOS",
			"NPT", "PBC", "S", "SPLOS", "ST", "T", "TD", "TRADE", "TRANS", "UNCTAD", "UNEP", "UNODC", "UNW",
		},
		natures: []string{
			"CRP", "DEC", "Dec", "GE", "HLS", "INF", "Inf", "L", "MISC", "Misc", "NGO", "PET", "PRST", "PV", "R", "RES", "Res",
			"SR", "TP", "WP",
		},
		bodies:    []string{"Conv", "MP.EIA", "MP.PP", "MP.WAT", "OzL.Conv", "OzL.Pro", "Sub"},
		modifiers: []string{"Add", "Amend", "Corr", "Rev", "Summary"},
		joint:     true,
	},
	{
		class:     WTO,
		organs:    []string{"G", "IP", "JOB", "TN", "WT"},
		natures:   []string{"DEC", "INF", "M", "N", "R", "W"},
		modifiers: []string{"Add", "Corr", "Rev", "Suppl"},
		wordTail:  true,
	},
}

// grammarOf returns the grammar of a text that begins with an organ and a stroke
// and holds a numeral, nil if there is none.
func grammarOf(s string) *slashGrammar {
	organ, rest, ok := strings.Cut(s, "/")
	if !ok || len(organ) == 0 || len(organ) > 8 || !strings.ContainsAny(rest, "0123456789") {
		return nil
	}
	rest = strings.TrimLeft(rest, " ")
	if rest == "" || !isUpper(rest[0]) && !isDigit(rest[0]) {
		return nil
	}
	organ = strings.TrimSpace(organ)
	for i := range slashGrammars {
		g := &slashGrammars[i]
		if _, found := slices.BinarySearch(g.organs, organ); found {
			if g.class == WTO && isDigit(rest[0]) {
				return nil
			}
			return g
		}
	}
	return nil
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// A slashReader reads one symbol.
type slashReader struct {
	g      *slashGrammar
	text   *loose
	found  *check.Problems
	out    []byte
	pieces []Piece // filled only if wanted
	want   bool
}

// A component is one piece of a symbol between strokes.
type component struct {
	role  Role
	abbr  string // the abbreviation in front of the dot, or the word
	dot   string // "." if one stands between them
	num   string // the digits, "" if there are none
	note  string // (2002), (resumption), *
	start int
}

func (r *slashReader) find(rule *check.Rule, at int, args ...check.Arg) {
	r.text.find(r.found, r.g.class, rule, at, args...)
}

func (r *slashReader) read() {
	s := r.text.clean
	var mods [2]string
	halves := 0
	for start := 0; ; halves++ {
		end := r.halfEnd(start)
		mod := r.half(start, end)
		if halves < len(mods) {
			mods[halves] = mod
		}
		if end == len(s) || r.found.Failed() {
			break
		}
		const digits = "0123456789"
		if first := strings.TrimRight(s[start:end], digits); strings.TrimRight(s[end+1:], digits) == first { // a range
			r.find(&strayRule, end, check.Value("found", "-"))
			break
		}
		r.put(Separator, "-")
		start = end + 1
	}
	if halves > 1 {
		r.find(&strayRule, 0, check.Value("found", s))
	} else if halves == 1 && mods[0] != mods[1] {
		r.find(&ambiguousRule, 0, check.Value("found", s), check.Term("what",
			"修改标记只写在双重文号的一半上", "the modifiers of the two halves of a double symbol differ"))
	}
}

// halfEnd returns the end of the symbol that begins at start: the hyphen before
// another organ, or the end of the text.
func (r *slashReader) halfEnd(start int) int {
	s := r.text.clean
	if !r.g.joint {
		return len(s)
	}
	for i := start + 1; i < len(s); i++ {
		if s[i] != '-' || !isDigit(s[i-1]) && s[i-1] != ')' {
			continue
		}
		organ, _, ok := strings.Cut(s[i+1:], "/")
		if _, found := slices.BinarySearch(r.g.organs, organ); ok && found {
			return i
		}
	}
	return len(s)
}

// half reads one symbol and returns its modifiers.
func (r *slashReader) half(start, end int) (modifiers string) {
	s := r.text.clean
	var parts [12]component
	n := 0
	for i := start; i <= end; {
		j := i
		for j < end && s[j] != '/' {
			j++
		}
		if n == len(parts) {
			r.find(&strayRule, i, check.Value("found", s[i:end]))
			return ""
		}
		c := &parts[n]
		if !r.component(c, i, j, n == 0) {
			return ""
		}
		if n > 0 && c.role != Modifier && parts[n-1].role == Modifier {
			r.find(&modifierRule, i, check.Value("found", s[i:j]))
			return ""
		}
		if c.role == Modifier && modifiers == "" {
			modifiers = s[i:end]
		}
		n++
		i = j + 1
	}
	r.roles(parts[:n], end)
	for i := range parts[:n] {
		if i > 0 {
			r.put(Separator, "/")
		}
		r.write(&parts[i])
	}
	return modifiers
}

func (r *slashReader) write(c *component) {
	r.put(c.role, c.abbr+c.dot+c.num)
	switch {
	case c.note == "":
	case len(c.note) > 2 && strings.Trim(c.note[1:len(c.note)-1], "0123456789") == "": // (2002)
		r.put(Session, c.note)
	default:
		r.put(Note, c.note)
	}
}

func (r *slashReader) put(role Role, text string) {
	r.out = append(r.out, text...)
	if r.want {
		r.pieces = append(r.pieces, Piece{role, text})
	}
}

// component reads the component s[i:j] and reports whether it is one.
func (r *slashReader) component(c *component, i, j int, first bool) bool {
	s := r.text.clean
	c.start = i
	whole := s[i:j]
	k := i
	for k < j && (isUpper(s[k]) || isLower(s[k]) || s[k] == '.' || s[k] == '-') {
		k++
	}
	c.abbr = s[i:k]
	d := k
	for k < j && isDigit(s[k]) {
		k++
	}
	c.num = s[d:k]
	if c.num != "" && c.abbr == "" && k < j && isUpper(s[k]) { // 58/271A
		k++
		c.num = s[d:k]
	}
	if !r.note(c, k, j) {
		return false
	}
	if whole == "" {
		r.find(&strayRule, max(i-1, 0), check.Value("found", "/"))
		return false
	}
	if first {
		c.role = Body
		return c.num == "" && c.note == ""
	}
	if len(c.num) > maxDigits {
		r.find(&tooLongRule, d, check.Term("what", "顺序号（位数）", "serial, in digits,"), check.Int("max", maxDigits))
		return false
	}
	if len(c.num) > 1 && c.num[0] == '0' {
		bare := strings.TrimLeft(c.num, "0")
		if bare == "" || !isDigit(bare[0]) {
			r.find(&strayRule, d, check.Value("found", c.num))
			return false
		}
		r.find(&paddingRule, d, check.Value("found", c.num), check.Text("want", bare))
		c.num = bare
	}
	if c.abbr == "" {
		c.role = Serial
		return true
	}
	return r.abbreviation(c, i, whole)
}

// abbreviation reads what stands before the number of a component.
func (r *slashReader) abbreviation(c *component, i int, whole string) bool {
	abbr, dotted := strings.CutSuffix(c.abbr, ".")
	right, wrong := r.g.modifier(abbr)
	switch {
	case wrong:
		r.find(&caseRule, i, check.Value("found", whole), check.Text("want", right))
		return false
	case right != "":
		c.role, c.abbr, c.dot = Modifier, abbr, "."
		if right == "Summary" {
			c.dot = ""
		}
		if (right == "Summary") != (c.num == "" && !dotted) || right != "Summary" && (!dotted || c.num == "") {
			r.find(&modifierRule, i, check.Value("found", whole))
			return false
		}
		return true
	case !dotted && (abbr == "S-" || abbr == "ES-") && c.num != "":
		c.role = Session
		return true
	case dotted && c.num == "", !dotted && c.num != "" && !(r.g.wordTail && capitals(abbr)):
		r.find(&bodyRule, i, check.Value("found", whole))
		return false
	}
	c.abbr = abbr
	if dotted {
		c.dot = "."
	}
	if slices.Contains(r.g.natures, abbr) {
		c.role = Nature
		return true
	}
	c.role = Body
	if !dotted && isRoman(abbr) && len(abbr) > 1 {
		c.role = Session
		return true
	}
	base, sub, two := strings.Cut(abbr, ".")
	if _, wrong := r.g.modifier(base); two && (wrong || slices.Contains(r.g.modifiers, base)) { // Rev.I
		r.find(&modifierRule, i, check.Value("found", whole))
		return false
	}
	if slices.Contains(r.g.bodies, abbr) || capitals(abbr) || two && !dotted && c.num == "" && capitals(base) && isRoman(sub) { // C.I
		return true
	}
	for _, list := range [...][]string{r.g.natures, r.g.bodies} {
		for _, w := range list {
			if strings.EqualFold(w, abbr) {
				r.find(&caseRule, i, check.Value("found", whole), check.Text("want", w))
				return false
			}
		}
	}
	r.find(&bodyRule, i, check.Value("found", whole))
	return false
}

// modifier returns the modifier that an abbreviation is, and whether its letters
// are in the wrong case.
func (g *slashGrammar) modifier(abbr string) (right string, wrong bool) {
	for _, m := range g.modifiers {
		if strings.EqualFold(m, abbr) {
			return m, m != abbr
		}
	}
	return "", false
}

// capitals reports whether an abbreviation consists of capitals, with hyphens
// between them.
func capitals(s string) bool {
	if len(s) == 0 || len(s) > 12 {
		return false
	}
	for i := range len(s) {
		if !isUpper(s[i]) && (s[i] != '-' || i == 0 || i == len(s)-1 || s[i-1] == '-') {
			return false
		}
	}
	return true
}

// note reads what stands behind a number: words in parentheses and the asterisks
// of a reissue.
func (r *slashReader) note(c *component, i, j int) bool {
	s := r.text.clean
	start := i
	if i < j && s[i] == '(' {
		for i++; i < j && (isUpper(s[i]) || isLower(s[i]) || isDigit(s[i]) || s[i] == '.' || s[i] == '-'); i++ {
			continue
		}
		if i == j || s[i] != ')' || i == start+1 {
			r.find(&strayRule, i, check.Value("found", s[min(i, len(s)-1):j]))
			return false
		}
		i++
	}
	for i < j && s[i] == '*' && j == len(s) {
		i++
	}
	if i < j {
		r.find(&strayRule, i, check.Value("found", r.text.character(i)))
		return false
	}
	c.note = s[start:i]
	return true
}

// roles tells sessions from running numbers and reports symbols that lack one.
func (r *slashReader) roles(parts []component, end int) {
	s := r.text.clean
	last := len(parts) - 1
	for last > 0 && parts[last].role == Modifier {
		last--
	}
	if last == 0 {
		r.find(&noNumberRule, parts[0].start, check.Value("found", s[parts[0].start:end]))
		return
	}
	if c := &parts[last]; c.num == "" && c.role != Session && !r.g.wordTail {
		r.find(&noNumberRule, c.start, check.Value("found", s[c.start:end]))
		return
	}
	seen := false
	for i := 1; i <= last; i++ {
		c := &parts[i]
		if c.role != Serial {
			continue
		}
		if !seen && i < last && parts[last].num != "" {
			c.role = Session
		}
		seen = true
	}
	if last == 1 && parts[1].abbr == "" && len(parts) == 2 {
		r.old(parts, end)
	}
}

// old looks at a symbol of an organ and a number alone.
func (r *slashReader) old(parts []component, end int) {
	n, err := strconv.Atoi(parts[1].num)
	if err != nil {
		return
	}
	text := check.Value("found", r.text.clean[parts[0].start:end])
	for _, o := range oldSeries {
		switch {
		case o.organ != parts[0].abbr:
		case n > o.last:
			r.find(&sessionRule, parts[1].start, text)
		case o.from <= n && n <= o.to:
			r.find(&ambiguousRule, parts[0].start, text, check.Term("what",
				"可能是早年的文号，也可能是一个较长文号的开头", "it reads as an old symbol or as the beginning of a longer one"))
		}
	}
}

func isRoman(s string) bool {
	value := func(c byte) int {
		switch c {
		case 'I':
			return 1
		case 'V':
			return 5
		case 'X':
			return 10
		case 'L':
			return 50
		case 'C':
			return 100
		}
		return 0
	}
	sum := 0
	for i := range len(s) {
		v := value(s[i])
		if v == 0 || len(s) > 15 {
			return false
		}
		if i+1 < len(s) && v < value(s[i+1]) {
			v = -v
		}
		sum += v
	}
	return sum > 0 && roman(sum) == s
}

// roman writes n, 1 to 399, in Roman numerals.
func roman(n int) string {
	var out strings.Builder
	for _, r := range [...]struct {
		value int
		text  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			out.WriteString(r.text)
		}
	}
	return out.String()
}
