package symbol

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// clauses say which writing a class follows, in Chinese and English.
var clauses = [...]struct{ hans, en string }{
	UN:  {"联合国文号规则", "UN document symbols"},
	WTO: {"世贸组织文号规则", "WTO document symbols"},

	EUCouncil:    {"欧盟理事会文号写法", "EU Council document numbers"},
	JTC1:         {"ISO/IEC JTC 1导则第8.2条", "ISO/IEC JTC 1 Directives, 8.2"},
	IETF:         {"IETF互联网草案命名规则", "IETF, naming of Internet-Drafts"},
	IEEE:         {"IEEE 802文号写法", "IEEE 802 document numbers"},
	NATO:         {"北约文号写法", "NATO document numbers"},
	HK:           {"香港特别行政区立法会文件编号写法", "Legislative Council of the Hong Kong SAR, paper numbers"},
	TW:           {"台湾地区公文字号写法", "document numbers of Taiwan, China"},
	Archive:      {"DA/T 22-2015，档号", "DA/T 22-2015, archive codes"},
	MeetingPaper: {"会务惯例", "house custom"},
}

// parseOuter reads a number of a class that is not of Chinese official papers and
// reports whether s is one.
func parseOuter(s string) (n Number, found check.Problems, ok bool) {
	head := strings.TrimLeftFunc(s, isSpace)
	if head == "" || head[0] >= utf8.RuneSelf {
		return Number{}, found, false
	}
	if g := grammarOf(head); g != nil {
		text := newLoose(s)
		r := slashReader{g: g, text: &text, found: &found, out: make([]byte, 0, len(s))}
		text.spaces(&found, g.class)
		r.read()
		return outer(g.class, s, string(r.out), found), found, true
	}
	return readRows(s)
}

// narrowed returns a text of fullwidth and ASCII characters alone with the fullwidth
// ones as ASCII, a typographic dash as a hyphen, and the place of the first that was
// replaced; -1 if there is none or a character of another kind.
func narrowed(s string) (narrow string, at int) {
	at = -1
	if strings.IndexFunc(s, func(r rune) bool {
		return r >= utf8.RuneSelf && ascii(r) == r && !isSpace(r) && r != '·' && !strings.ContainsRune(dot.alike, r)
	}) >= 0 {
		return s, at
	}
	at = strings.IndexFunc(s, func(r rune) bool { return ascii(r) != r })
	if at < 0 {
		return s, at
	}
	return strings.Map(ascii, s), at
}

// ascii returns the ASCII character that r looks like, r itself if there is none.
func ascii(r rune) rune {
	switch {
	case '！' <= r && r <= '～':
		return r - '！' + '!'
	case '‐' <= r && r <= '—', r == '−':
		return '-'
	}
	return r
}

// outer returns the number read from s: with a canonical form unless there is an error.
func outer(class Class, s, canonical string, found check.Problems) Number {
	if found.Failed() {
		return Number{class: class, raw: s}
	}
	return Number{class: class, text: canonical}
}

// newOuter is New for the classes that have a text instead of parts.
func newOuter(p Parts) (Number, error) {
	var ps check.Problems
	class := p.Class.term("class")
	if (p != Parts{Class: p.Class, Text: p.Text}) {
		ps.Add(unwritableRule.At("text", class, check.Term("what", "此类编号只由全文写出", "the number is made of its text alone")))
		return Number{}, ps.Err()
	}
	n, found := Parse(p.Text)
	switch {
	case n.class != p.Class:
		ps.Add(unwritableRule.At("text", class, check.Term("what", "全文读作另一类编号", "the text reads as another class")))
	case n.text != p.Text || found.Failed():
		ps.In("text", found)
		ps.Add(unwritableRule.At("text", class, check.Term("what", "全文写法有误", "the text is not well written")))
	}
	if ps.Len() > 0 {
		return Number{}, ps
	}
	return n, nil
}

// Pieces returns the pieces of a number that has a canonical form, each with what
// it stands for; put together they are the canonical form. The body, session and
// modifiers of A/C.3/78/L.5/Rev.1 are pieces.
func (n Number) Pieces() []Piece {
	switch {
	case n.serial != 0:
		return n.chinese()
	case n.text == "":
		return nil
	}
	if g := grammarOf(n.text); g != nil && g.class == n.class {
		var found check.Problems
		text := newLoose(n.text)
		r := slashReader{g: g, text: &text, found: &found, want: true}
		r.read()
		return r.pieces
	}
	return rowPieces(n.class, n.text)
}

// chinese returns the pieces of a number of a Chinese official paper.
func (n Number) chinese() []Piece {
	text := n.String()
	var out []Piece
	put := func(role Role, size int) {
		if size > 0 {
			out, text = append(out, Piece{role, text[:size]}), text[size:]
		}
	}
	digits := func(s string) int { return strings.IndexFunc(s+"x", func(r rune) bool { return r < '0' || r > '9' }) }
	upTo := func() int { return strings.IndexAny(text, "0123456789") }
	put(Body, len(n.body))
	if n.year != 0 {
		put(Separator, upTo())
		put(Session, digits(text))
	}
	put(Separator, upTo())
	put(Serial, digits(text))
	put(Separator, len(n.unit.Label()))
	put(Note, len(text)-len(n.tail))
	put(Nature, len(n.tail))
	return out
}

// Parent returns the number of the document that the last modifier of n changes:
// A/37/351/Add.1 for A/37/351/Add.1/Corr.1. It is the zero Number if n has no
// modifier or no canonical form.
func (n Number) Parent() Number {
	pieces := n.Pieces()
	if n.text == "" || len(pieces) == 0 {
		return Number{}
	}
	var out []byte
	cut := false
	for len(pieces) > 0 {
		end := len(pieces)
		if i := slices.Index(pieces, Piece{Separator, "-"}); n.class == UN && i >= 0 { // a double symbol
			end = i
		}
		half := pieces[:end]
		last := len(half)
		for last > 0 && half[last-1].Role != Modifier && half[last-1].Role != Serial {
			last--
		}
		if last > 0 && half[last-1].Role == Modifier {
			cut = true
			half = half[:last-1]
			for len(half) > 0 && half[len(half)-1].Role == Separator {
				half = half[:len(half)-1]
			}
		}
		for _, p := range half {
			out = append(out, p.Text...)
		}
		if pieces = pieces[end:]; len(pieces) > 0 {
			out = append(out, pieces[0].Text...)
			pieces = pieces[1:]
		}
	}
	if !cut {
		return Number{}
	}
	parent, found := Parse(string(out))
	if n.class == EUCouncil && parent.class != EUCouncil { // the first version of a paper says so
		parent, found = Parse(string(out) + " INIT")
	}
	if parent.class != n.class || found.Failed() {
		return Number{}
	}
	return parent
}

// Base returns the number without its modifiers: A/37/351 for
// A/37/351/Add.1/Corr.1, and n itself if it has none.
func (n Number) Base() Number {
	for parent := n.Parent(); !parent.IsZero(); parent = n.Parent() {
		n = parent
	}
	return n
}

// A loose text is a text without the spaces that may be left out of it.
type loose struct {
	text  string
	clean string
	at    []int // for each byte of clean and its end, the place in text; nil if they are the same
	first int   // the first space left out, -1 if there is none
}

// newLoose leaves out the spaces at both ends, beside a separator and inside
// parentheses; a space between two words stays, since it divides.
func newLoose(s string) loose {
	l := loose{text: s, clean: s, first: -1}
	if strings.IndexFunc(s, isSpace) < 0 {
		return l
	}
	const separators = "/.()-*"
	clean := make([]byte, 0, len(s))
	inside := false
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		if isSpace(r) {
			rest := strings.TrimLeftFunc(s[i:], isSpace)
			if i > 0 && isDigit(s[i-1]) && lettered(rest) { // 217 A (III)
				if l.first < 0 {
					l.first = i
				}
				i = len(s) - len(rest)
				continue
			}
			beside := len(clean) == 0 || rest == "" || strings.IndexByte(separators, rest[0]) >= 0 || strings.IndexByte(separators, clean[len(clean)-1]) >= 0
			if beside || inside {
				if l.first < 0 {
					l.first = i
				}
				i = len(s) - len(rest)
				continue
			}
		}
		switch r {
		case '(':
			inside = true
		case ')':
			inside = false
		}
		for k := range w {
			l.at = append(l.at, i+k)
		}
		clean = append(clean, s[i:i+w]...)
		i += w
	}
	l.at = append(l.at, len(s))
	l.clean = string(clean)
	return l
}

// lettered reports whether a text begins with the letter of a part of a resolution.
func lettered(s string) bool {
	if s == "" || !isUpper(s[0]) {
		return false
	}
	rest := strings.TrimLeftFunc(s[1:], isSpace)
	return rest == "" || rest[0] == '(' || rest[0] == '/'
}

// character returns the character at byte i of the clean text.
func (l *loose) character(i int) string {
	_, w := utf8.DecodeRuneInString(l.clean[i:])
	return l.clean[i : i+w]
}

// spaces reports the spaces that were left out.
func (l *loose) spaces(found *check.Problems, class Class) {
	if l.first >= 0 {
		add(found, class, &spacingRule, utf8.RuneCountInString(l.text[:l.first]))
	}
}

// find reports what is wrong at byte i of the clean text.
func (l *loose) find(found *check.Problems, class Class, rule *check.Rule, i int, args ...check.Arg) {
	if l.at != nil {
		i = l.at[i]
	}
	add(found, class, rule, utf8.RuneCountInString(l.text[:i]), args...)
}

// add makes a finding at a character, one of each rule.
func add(found *check.Problems, class Class, rule *check.Rule, place int, args ...check.Arg) {
	if found.Has(rule.Code) {
		return
	}
	clause := clauses[class]
	args = append(args, check.Term("clause", clause.hans, clause.en))
	if rule == &spacingRule || rule == &strayRule {
		args = append(args, check.Int("place", place+1))
	}
	found.Add(rule.At(check.Index("", place), args...))
}
