package symbol

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Reader reads document numbers. The zero Reader guesses nothing.
type Reader struct {
	// Century is the first year of the century of years that are not written in
	// full: 1900, 2000 and so on. 0, the default, and a year that begins no century
	// leave them unread.
	Century int
}

// Parse reads a number as people write it and says what is wrong with the writing.
// It is Reader{}.Parse.
func Parse(s string) (Number, check.Problems) { return Reader{}.Parse(s) }

// MustParse returns the number in s and panics if there is anything to say about
// it. It is for constants and tests.
func MustParse(s string) Number {
	n, found := Parse(s)
	if found.Len() > 0 || n.Canonical() == "" {
		panic("symbol: " + shown([]byte(s)) + " is no clean number") //nolint:forbidigo // a MustX function
	}
	return n
}

// Parse reads a number as people write it. Each finding has the path [i], i being
// the character where it begins, counted from 0, and at most one finding of a rule
// is made. A warning was repaired; after an error there is no canonical form. A
// text of class [Other] or [None] has findings only if it is not fit to be printed
// or too long: no rule of this package speaks about it.
//
// The cost is linear in the text, at most [MaxText] bytes of it.
func (r Reader) Parse(s string) (Number, check.Problems) {
	if s == "" {
		return Number{}, check.Problems{}
	}
	if len(s) > MaxText {
		var ps check.Problems
		ps.Add(tooLongRule.At("", check.Term("what", "编号（字节）", "number, in bytes,"), check.Int("max", MaxText)))
		return Number{class: Other, raw: s}, ps
	}
	if narrow, at := narrowed(s); at >= 0 { // Ａ／80／L．1
		if n, found, ok := parseOuter(narrow); ok {
			r, _ := utf8.DecodeRuneInString(s[at:])
			add(&found, n.class, &lookalikeRule, utf8.RuneCountInString(s[:at]), check.Value("found", string(r)))
			if n.text == "" {
				n.raw = s
			}
			return n, found
		}
	}
	if n, found, ok := parseOuter(s); ok {
		return n, found
	}
	var p parser
	if r.Century%100 == 0 && r.Century >= 1000 && r.Century < 10000 {
		p.century = int32(r.Century)
	}
	p.sc.run(s)
	n := p.number()
	if n.class != None && n.class != Other || p.found.Len() > 0 {
		return n, p.found
	}
	if strings.Contains(s, "第") || strings.Contains(s, "文件") || strings.Contains(s, "材料") {
		if row, found, ok := readRows(s); ok && row.class.han() {
			return row, found
		}
	}
	return n, p.found
}

type parser struct {
	sc      scan
	century int32
	found   check.Problems
}

func (p *parser) number() Number {
	shape := p.sc.shape[:p.sc.n]
	class, of, tail := p.family()
	row := find(shape, of)
	stray := -1
	if tail && row == nil || p.sc.more {
		class, of = p.familyOf(p.token(tokHan, false))
		row = nil
	}
	if row == nil {
		row, stray = p.repairable(of)
	}
	if row == nil || !p.yearShown(row) {
		return p.unknown()
	}
	n := Number{class: class, dating: row.dating}
	if stray >= 0 {
		p.stray(stray)
	}
	p.read(&n, row)
	if p.found.Failed() {
		return Number{class: class, raw: p.sc.text}
	}
	p.names(&n, tail)
	return n
}

// find returns the row of a shape, nil if there is none.
func find(shape []byte, of family) *reading {
	for i := range readings {
		if row := &readings[i]; row.of&of != 0 && row.shape == string(shape) {
			return row
		}
	}
	return nil
}

// family returns the class that the text names: by the title at its end if it ends
// in one, else by the first Chinese text.
func (p *parser) family() (class Class, of family, tail bool) {
	if last := p.sc.n - 1; last > 0 && p.sc.shape[last] == tokHan {
		class, of = p.familyOf(last)
		return class, of, true
	}
	class, of = p.familyOf(p.token(tokHan, false))
	return class, of, false
}

func (p *parser) familyOf(i int) (Class, family) {
	if i < 0 {
		return Wenhao, nameless
	}
	return classOf(squeeze(p.sc.at(i)))
}

// repairable looks for a number inside a text of unknown shape: with what has no
// place taken out, or at the beginning with more behind it. It returns the row and
// the token that has no place.
func (p *parser) repairable(of family) (*reading, int) {
	if of == nameless {
		return nil, -1
	}
	shape := p.sc.shape[:p.sc.n]
	var kept [maxTokens]byte
	n, stray := 0, -1
	for i, k := range shape {
		if k == tokStray {
			if stray < 0 {
				stray = i
			}
			continue
		}
		if k == tokDigit && n > 0 && kept[n-1] == tokDigit { // 2O26, 30-32
			continue
		}
		kept[n] = k
		n++
	}
	if stray >= 0 && !p.sc.more {
		if row := find(kept[:n], of); row != nil && row.broken == nil {
			return row, stray
		}
	}
	for _, size := range [...]int{len("HDYdDN"), len("H[D]DN"), len("HdDN")} {
		if len(shape) > size {
			if row := find(shape[:size], of); row != nil && row.broken == nil {
				return row, size
			}
		}
	}
	if i := len("H[D]D"); len(shape) > i && shape[i] == tokStray { // 3O号
		if row := find([]byte("H[D]DN"), of); string(shape[:i]) == row.shape[:i] {
			return row, i
		}
	}
	return nil, -1
}

// yearShown reports whether a row that needs a year to be a number of its family
// has one to show: four digits, or two in a complete number, or the brackets that
// are used for nothing else.
func (p *parser) yearShown(row *reading) bool {
	if row.of&(publics|issues) != 0 && row.of&letters == 0 {
		return true
	}
	complete := len(row.roles) == 2 && row.roles[0] == 'y'
	for i := range p.sc.n {
		t := &p.sc.tokens[i]
		switch {
		case t.kind == tokOpen && p.sc.at(i) == "〔", t.kind == tokClose && p.sc.at(i) == "〕":
			return true
		case t.kind != tokDigit:
		case t.num.digits == 4 && (row.roles[0] != '-' || t.num.thisAge()), t.num.digits == 2 && complete:
			return true
		case t.num.digits > 4 && t.num.thisAge():
			return true
		}
	}
	return false
}

// unknown returns a number of another family, or none.
func (p *parser) unknown() Number {
	for i := range p.sc.n {
		if t := p.sc.tokens[i]; t.kind == tokStray {
			if r, _ := utf8.DecodeRuneInString(p.sc.text[t.start:]); !printable(r) {
				p.stray(i)
				break
			}
		}
	}
	if p.sc.digits || strings.ContainsAny(p.sc.text, "0123456789") {
		return Number{class: Other, raw: p.sc.text}
	}
	return Number{raw: p.sc.text}
}

func (p *parser) at(rule *check.Rule, byteOffset int, args ...check.Arg) {
	place := p.sc.place(byteOffset)
	if rule == &spacingRule || rule == &strayRule {
		args = append(args, check.Int("place", place))
	}
	if rule.Source == anyForm {
		args = append(args, check.Term("clause", "GB/T 9704-2012 第7.2.5条", "GB/T 9704-2012, 7.2.5"))
	}
	if !p.found.Has(rule.Code) {
		p.found.Add(rule.At(check.Index("", place-1), args...))
	}
}

// stray reports token i, which has no place.
func (p *parser) stray(i int) {
	p.at(&strayRule, p.sc.tokens[i].start, check.Value("found", p.sc.at(i)))
}

// read fills the numerals in and reports what is wrong with the writing.
func (p *parser) read(n *Number, row *reading) {
	if i := p.space(n.class); i >= 0 {
		p.at(&spacingRule, i)
	}
	k := 0
	for i := range p.sc.n {
		t := &p.sc.tokens[i]
		switch t.kind {
		case tokDigit:
			if k == len(row.roles) { // behind the end of the number
				continue
			}
			switch row.roles[k] {
			case 'y':
				p.year(n, i, row)
			case 's':
				n.serial = p.serial(i)
			case 't':
				n.total = p.serial(i)
			}
			k++
		case tokIssue:
			n.unit = t.unit
		}
	}
	if n.total != 0 && n.total < n.serial {
		i := p.token(tokDigit, true)
		p.at(&totalRule, p.sc.tokens[i].start, check.Int("total", n.total), check.Int("serial", n.serial))
	}
	p.brackets(row)
	for _, rule := range row.broken {
		p.broken(rule, row)
	}
	if n.class == Wenhao && p.sc.shape[0] == tokHan {
		if code := squeeze(p.sc.at(0)); utf8.RuneCountInString(code) > MaxCode {
			p.at(&tooLongRule, 0, check.Term("what", "机关代字", "body code"), check.Int("max", MaxCode))
		}
		if i := strings.Index(p.sc.at(0), "、"); i >= 0 { // a joint issue bears one code
			p.at(&strayRule, p.sc.tokens[0].start+i, check.Value("found", "、"))
		}
	}
}

// brackets reports a year in other brackets than 〔〕.
func (p *parser) brackets(row *reading) {
	if row.dating != InBrackets && row.dating != InBracketsOrdinal || !strings.Contains(row.roles, "y") {
		return
	}
	open, closed := -1, -1
	for i := range p.sc.n {
		switch p.sc.tokens[i].kind {
		case tokOpen:
			if open < 0 {
				open = i
			}
		case tokClose:
			if closed < 0 {
				closed = i
			}
		}
	}
	if open >= 0 && closed >= 0 && (p.sc.at(open) != "〔" || p.sc.at(closed) != "〕") {
		p.at(&bracketRule, p.sc.tokens[open].start, check.Value("found", p.sc.span(open, closed)))
	}
}

// broken reports what is wrong with a shape as such.
func (p *parser) broken(rule *check.Rule, row *reading) {
	last := p.sc.n - 1
	value := func(i, j int) check.Arg { return check.Value("found", p.sc.span(i, j)) }
	switch rule {
	case &incompleteRule:
		// Where an error stands already, a part may be missing because of it.
		if !p.found.Failed() {
			p.at(rule, len(p.sc.text), p.missing(row))
		}
	case &missingHaoRule:
		i := p.token(tokDigit, true)
		p.at(rule, p.sc.tokens[i].end, value(i, i))
	case &diRule:
		i := p.token(tokDi, false)
		p.at(rule, p.sc.tokens[i].start, value(i+1, i+1))
	case &missingDiRule:
		i := p.token(tokDigit, true)
		p.at(rule, p.sc.tokens[i].start, value(i, min(i+1, last)))
	case &bracketRule:
		i, end := p.token(tokOpen, false), p.token(tokClose, true)
		if end < i {
			end = last
		}
		p.at(rule, p.sc.tokens[i].start, value(i, end))
	default:
		i := p.token(tokDigit, false)
		p.at(rule, p.sc.tokens[i].start, value(0, last))
	}
}

// missing names the part that a shape lacks.
func (p *parser) missing(row *reading) check.Arg {
	switch {
	case row.of == nameless:
		return check.Term("part", "机关代字", "body code")
	case row.roles == "s":
		return check.Term("part", "年份", "year")
	default:
		return check.Term("part", "发文顺序号", "serial")
	}
}

// token returns the first or last token of a kind, -1 if there is none.
func (p *parser) token(kind byte, last bool) int {
	found := -1
	for i := range p.sc.n {
		if p.sc.shape[i] == kind {
			found = i
			if !last {
				break
			}
		}
	}
	return found
}

// year reads a year.
func (p *parser) year(n *Number, i int, row *reading) {
	t := &p.sc.tokens[i]
	found := check.Value("found", p.sc.at(i))
	han := t.num.writing == hanPlaces || t.num.writing == hanNamed
	year, full := t.num.value, t.num.digits == 4 && t.num.value >= 1000 && t.num.writing != hanNamed
	short := t.num.digits == 2 && t.num.writing != hanNamed
	strict := han && row.dating != InWords
	switch {
	case p.century != 0 && (short || full && strict):
		if short {
			year += p.century
		}
		p.at(&centuryRule, t.start, found, check.Int("want", year))
	case strict:
		p.at(&cnYearRule, t.start, found)
		fallthrough
	case !full:
		if !full {
			p.at(&yearDigitsRule, t.start, found)
		}
		return
	case t.num.writing != arabic:
		p.at(&numeralRule, t.start, found, check.Int("want", year))
	}
	n.year = int16(year)
}

// serial reads a serial or a running number.
func (p *parser) serial(i int) int32 {
	t := &p.sc.tokens[i]
	found := check.Value("found", p.sc.at(i))
	switch {
	case t.num.tooLong:
		p.at(&tooLongRule, t.start, check.Term("what", "顺序号（位数）", "serial, in digits,"), check.Int("max", maxDigits))
		return 0
	case t.num.bad:
		p.stray(i)
		return 0
	case t.num.value == 0:
		p.at(&incompleteRule, t.start, check.Term("part", "发文顺序号", "serial"))
		return 0
	}
	if t.num.writing != arabic {
		p.at(&numeralRule, t.start, found, check.Int("want", t.num.value))
	}
	if t.num.zeros {
		p.at(&paddingRule, t.start, found, check.Int("want", t.num.value))
	}
	return t.num.value
}

// names fills the titles in. The State Council's orders have a short name of their
// own, under which they are quoted.
func (p *parser) names(n *Number, tail bool) {
	if tail {
		n.tail = squeeze(p.sc.at(p.sc.n - 1))
	}
	if p.sc.shape[0] != tokHan {
		return
	}
	n.body = squeeze(p.sc.at(0))
	if i := p.token(tokJie, false); i > 0 { // the term of the body belongs to its title
		n.body = squeeze(p.sc.at(0)) + "〔" + squeeze(p.sc.at(2)) + "届〕"
		if p.sc.at(1) != "〔" || p.sc.at(i+1) != "〕" {
			p.at(&lookalikeRule, p.sc.tokens[1].start, check.Value("found", p.sc.span(1, i+1)), check.Term("clause", "会务惯例", "house custom"))
		}
	}
	switch {
	case n.class == Order && (n.body == "国务院令" || n.body == "中华人民共和国国务院令"):
		n.body = "国令"
	case p.token(tokJie, false) < 0 && (n.class == Order || n.class == Announcement):
		n.body = joint(p.sc.at(0))
	}
}

// space returns the place of the first space that does not belong, -1 if there is
// none. A space between two issuers does, as in 财政部 税务总局公告.
func (p *parser) space(class Class) int {
	first := p.sc.tokens[0]
	if p.sc.space < first.start || class != Order && class != Announcement || first.kind != tokHan {
		return p.sc.space
	}
	text := p.sc.at(0)
	kept := joint(text)
	for i := range len(text) {
		if i == len(kept) || text[i] != kept[i] {
			return first.start + i
		}
	}
	if i := strings.IndexFunc(p.sc.text[first.end:], isSpace); i >= 0 {
		return first.end + i
	}
	return -1
}

// joint returns a title with one space wherever spaces stand between two issuers:
// behind at least two characters and not before the word for the paper.
func joint(title string) string {
	words := strings.FieldsFunc(title, isSpace)
	for i := len(words) - 1; i > 0; i-- {
		if utf8.RuneCountInString(words[i-1]) < 2 || words[i] == "令" || words[i] == "公告" || words[i] == "通告" {
			words[i-1] += words[i]
			words = append(words[:i], words[i+1:]...)
		}
	}
	return strings.Join(words, " ")
}

// squeeze returns s without spaces.
func squeeze(s string) string {
	if strings.IndexFunc(s, isSpace) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}

func printable(r rune) bool { return r != utf8.RuneError && strconv.IsPrint(r) }
