package ical

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Line is one content line (RFC 5545, section 3.1), unfolded: a property of a
// component. iCalendar and vCard (RFC 6350, section 3.3) share the form.
type Line struct {
	Group  string  // vCard only: item1 in item1.TEL
	Name   string  // letters, digits and '-'; compared without regard to case
	Params []Param // in order
	Value  string  // as written: a TEXT value keeps its escapes, see [Line.Text]
}

// A Param is a parameter of a content line with its values, without quotes and
// with the escapes of RFC 6868 undone: a value may hold line feeds and double
// quotes.
type Param struct {
	Name   string // letters, digits and '-'; compared without regard to case
	Values []string
}

// Text returns a Line whose value is text: see [EscapeText].
func Text(name, text string) Line { return Line{Name: name, Value: EscapeText(text)} }

// Is reports whether the line has that name, without regard to case.
func (l Line) Is(name string) bool { return strings.EqualFold(l.Name, name) }

// Text returns the value read as TEXT: see [UnescapeText].
func (l Line) Text() string { return UnescapeText(l.Value) }

// Param returns the first value of the first parameter of that name, and whether
// there is one.
func (l Line) Param(name string) (value string, ok bool) {
	for _, p := range l.Params {
		if strings.EqualFold(p.Name, name) && len(p.Values) > 0 {
			return p.Values[0], true
		}
	}
	return "", false
}

// With returns the line with one more parameter at its end.
func (l Line) With(name string, values ...string) Line {
	l.Params = append(slices.Clip(l.Params), Param{Name: name, Values: values})
	return l
}

// A flaw says why a line is not one.
type flaw struct{ hans, en string }

var (
	noFlaw      = flaw{}
	flawName    = flaw{"名称应由字母、数字和连字符组成", "a name consists of letters, digits and hyphens"}
	flawColon   = flaw{"缺少冒号", "the colon is missing"}
	flawParam   = flaw{"参数应为 名称=值", "a parameter is name=value"}
	flawQuote   = flaw{"参数的引号不成对或位置不当", "a quote in a parameter has no pair or is out of place"}
	flawControl = flaw{"含有控制字符", "there is a control character in it"}
	flawUTF8    = flaw{"不是有效的 UTF-8", "it is not valid UTF-8"}
	flawValues  = flaw{"参数没有值", "a parameter has no value"}
	flawLong    = flaw{"内容行过长", "the content line is too long"}
	flawMark    = flaw{"BEGIN 和 END 不是属性", "BEGIN and END are no properties"}
	flawMany    = flaw{"参数过多", "there are too many parameters"}
)

// MaxParams is the greatest number of parameter values on a line.
const MaxParams = 4096

// isToken reports whether s is a name: letters, digits and hyphens.
func isToken(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-':
		default:
			return false
		}
	}
	return s != ""
}

func isControl(c byte) bool { return c < ' ' && c != '\t' || c == 0x7f }

func hasControl(s string) bool {
	for i := range len(s) {
		if isControl(s[i]) {
			return true
		}
	}
	return false
}

// parseLine reads an unfolded line that is valid UTF-8.
func parseLine(s string) (l Line, f flaw) {
	if hasControl(s) {
		return Line{}, flawControl
	}
	end := strings.IndexAny(s, ":;")
	if end < 0 {
		return Line{}, flawColon
	}
	l.Name = s[:end]
	if group, name, ok := strings.Cut(l.Name, "."); ok {
		l.Group, l.Name = group, name
		if !isToken(group) {
			return Line{}, flawName
		}
	}
	if !isToken(l.Name) {
		return Line{}, flawName
	}
	rest, values := s[end:], 0
	for rest[0] == ';' {
		name, after, ok := strings.Cut(rest[1:], "=")
		if !ok || !isToken(name) {
			return Line{}, flawParam
		}
		p := Param{Name: name}
		for {
			value, next, f := paramValue(after)
			if f != noFlaw {
				return Line{}, f
			}
			if values++; values > MaxParams {
				return Line{}, flawMany
			}
			p.Values = append(p.Values, value)
			if rest = next; rest[0] != ',' {
				break
			}
			after = rest[1:]
		}
		l.Params = append(l.Params, p)
	}
	l.Value = rest[1:]
	return l, noFlaw
}

// paramValue reads one value, quoted or not; rest begins with what ends it, one of
// ',', ';' and ':'.
func paramValue(s string) (value, rest string, f flaw) {
	if strings.HasPrefix(s, `"`) {
		value, rest, ok := strings.Cut(s[1:], `"`)
		switch {
		case !ok:
			return "", "", flawQuote
		case rest == "":
			return "", "", flawColon
		case !strings.ContainsRune(",;:", rune(rest[0])):
			return "", "", flawQuote
		}
		return decodeCaret(value), rest, noFlaw
	}
	end := strings.IndexAny(s, `,;:"`)
	switch {
	case end < 0:
		return "", "", flawColon
	case s[end] == '"':
		return "", "", flawQuote
	}
	return decodeCaret(s[:end]), s[end:], noFlaw
}

// decodeCaret undoes the escapes of RFC 6868: ^n is a line feed, ^^ a circumflex,
// ^' a double quote. A circumflex before anything else stands for itself.
func decodeCaret(s string) string {
	if !strings.Contains(s, "^") {
		return s
	}
	return strings.NewReplacer("^n", "\n", "^^", "^", "^'", `"`).Replace(s)
}

func appendCaret(dst []byte, s string) []byte {
	for i := range len(s) {
		switch s[i] {
		case '\n':
			dst = append(dst, "^n"...)
		case '^':
			dst = append(dst, "^^"...)
		case '"':
			dst = append(dst, "^'"...)
		default:
			dst = append(dst, s[i])
		}
	}
	return dst
}

// flaw says why the line cannot be written.
func (l Line) flaw() flaw {
	switch {
	case !isToken(l.Name), l.Group != "" && !isToken(l.Group):
		return flawName
	case l.Is("BEGIN"), l.Is("END"):
		return flawMark
	case hasControl(l.Value):
		return flawControl
	case !utf8.ValidString(l.Value):
		return flawUTF8
	}
	size, values := len(l.Group)+len(l.Name)+len(l.Value)+2, 0
	for _, p := range l.Params {
		if !isToken(p.Name) {
			return flawName
		}
		if len(p.Values) == 0 {
			return flawValues
		}
		size += len(p.Name) + 1
		for _, v := range p.Values {
			switch {
			case hasControl(strings.ReplaceAll(v, "\n", "")):
				return flawControl
			case !utf8.ValidString(v):
				return flawUTF8
			}
			values++
			size += len(v) + strings.Count(v, "\n") + strings.Count(v, "^") + strings.Count(v, `"`) + 3
		}
	}
	switch {
	case values > MaxParams:
		return flawMany
	case size > MaxLine:
		return flawLong
	default:
		return noFlaw
	}
}

// Append appends the line, folded, with CRLF at its end. A line that cannot be
// written is an error, a [check.Problems]: names that are none, control
// characters, text that is not UTF-8, BEGIN and END. Then dst is returned as it was.
func (l Line) Append(dst []byte) ([]byte, error) {
	if f := l.flaw(); f != noFlaw {
		var ps check.Problems
		ps.Add(unwritable.At("", check.Value("text", l.Name), check.Term("what", f.hans, f.en)))
		return dst, ps
	}
	return l.append(dst), nil
}

// append appends a line without flaw.
func (l Line) append(dst []byte) []byte {
	start := len(dst)
	if l.Group != "" {
		dst = append(append(dst, l.Group...), '.')
	}
	dst = append(dst, l.Name...)
	for _, p := range l.Params {
		dst = append(append(dst, ';'), p.Name...)
		for i, v := range p.Values {
			dst = append(dst, "=,"[min(i, 1)])
			if strings.ContainsAny(v, ",;:") {
				dst = append(appendCaret(append(dst, '"'), v), '"')
			} else {
				dst = appendCaret(dst, v)
			}
		}
	}
	dst = append(append(dst, ':'), l.Value...)
	return fold(dst, start)
}

// find walks the lines of that name.
func find(lines []Line, name string) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for _, l := range lines {
			if l.Is(name) && !yield(l) {
				return
			}
		}
	}
}
