package symbol

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A PaperNumber is what the number of a meeting paper says.
type PaperNumber struct {
	Year   int    `json:"year,omitzero"`  // 1000 to 9999 if the template has {year}, else 0
	Type   string `json:"type,omitempty"` // 1 to 8 digits and capitals if the template has {type}, else ""
	Serial int    `json:"serial"`         // from 1; to 9999 in Chinese numerals, else to MaxSerial
}

// A Template is how a meeting numbers its papers, since no standard says it: text
// with the fields {year}, {type} and one of {n}, the serial, {nnn}, the serial padded
// to as many digits, and {一}, the serial in Chinese. 会议文件之{一}, （{一}） and
// {year}-{type}-{nnn} are templates. The zero Template has no text and writes nothing.
type Template struct{ text string }

// Bounds of a template.
const (
	MaxTemplate = 128 // bytes
	maxType     = 8
)

// NewTemplate checks the text of a template: each field at most once, one of them
// the serial, the fields divided by text, no digit beside a numeral, no space.
func NewTemplate(text string) (Template, error) {
	bad := func(hans, en string) (Template, error) {
		return Template{}, templateRule.At("", check.Value("found", text), check.Term("what", hans, en))
	}
	if len(text) > MaxTemplate || !utf8.ValidString(text) || strings.IndexFunc(text, isSpace) >= 0 {
		return bad("过长，或有空格、乱码", "it is too long, or holds spaces or broken characters")
	}
	seen := map[string]bool{}
	for rest, before := text, ""; rest != ""; {
		lit, field, after := cutField(rest)
		if strings.ContainsAny(lit, "{}") || field != "" && !isField(field) {
			return bad("括号内只能是 year、type、n（可重复）或“一”", "braces hold year, type, n (repeated for padding) or 一")
		}
		if field == "" {
			break
		}
		if before != "" && lit == "" || touches(lit, before != "", true) {
			return bad("相邻字段之间须有文字，数字旁不得再有数字", "fields need text between them, and no digit or capital beside them")
		}
		kind := strings.Trim(field, "n")
		if seen[kind] || kind == "" && seen["一"] || kind == "一" && seen[""] {
			return bad("字段重复", "a field stands twice")
		}
		seen[kind] = true
		if next, _, _ := cutField(after); touches(next, true, false) {
			return bad("相邻字段之间须有文字，数字旁不得再有数字", "fields need text between them, and no digit or capital beside them")
		}
		before, rest = field, after
	}
	if !seen[""] && !seen["一"] {
		return bad("缺顺序号字段", "it lacks the field of the serial")
	}
	return Template{text}, nil
}

// touches reports whether the text before or behind a field has a numeral or a
// capital next to it, at its start or its end.
func touches(lit string, start, end bool) bool {
	first, _ := utf8.DecodeRuneInString(lit)
	last, _ := utf8.DecodeLastRuneInString(lit)
	return start && isNumeral(first) || end && isNumeral(last)
}

func isNumeral(r rune) bool {
	_, _, arabic := arabicDigit(r)
	_, han := hanDigit(r)
	_, power := hanPower(r)
	return arabic || han || power || 'A' <= r && r <= 'Z'
}

// cutField cuts a template at its first field: the text before it, its name and what
// is behind it. Without a field all is text.
func cutField(s string) (lit, field, rest string) {
	lit, rest, ok := strings.Cut(s, "{")
	if !ok {
		return s, "", ""
	}
	field, after, ok := strings.Cut(rest, "}")
	if !ok || field == "" {
		return s, "", ""
	}
	return lit, field, after
}

func isField(f string) bool {
	return f == "year" || f == "type" || f == "一" || len(f) <= maxDigits && strings.Trim(f, "n") == ""
}

// String returns the text of the template.
func (t Template) String() string { return t.text }

// Format writes a number by the template. It is strict: the number has what the
// template asks for and nothing else.
func (t Template) Format(p PaperNumber) (string, error) {
	var out []byte
	rest := p
	ok := t.text != ""
	for s := t.text; s != ""; {
		lit, field, after := cutField(s)
		out = append(out, lit...)
		switch field {
		case "":
		case "year":
			ok = ok && 1000 <= p.Year && p.Year <= 9999
			out, rest.Year = strconv.AppendInt(out, int64(p.Year), 10), 0
		case "type":
			ok = ok && isType(p.Type)
			out, rest.Type = append(out, p.Type...), ""
		case "一":
			if ok = ok && 1 <= p.Serial && p.Serial <= 9999; ok {
				out, rest.Serial = append(out, hanNumeral(p.Serial)...), 0
			}
		default:
			ok = ok && 1 <= p.Serial && p.Serial <= MaxSerial
			digits := strconv.Itoa(p.Serial)
			for range len(field) - len(digits) {
				out = append(out, '0')
			}
			out, rest.Serial = append(out, digits...), 0
		}
		s = after
	}
	if !ok || rest != (PaperNumber{}) {
		return "", paperNumberRule.At("", check.Value("found", strconv.Itoa(p.Year)+" "+p.Type+" "+strconv.Itoa(p.Serial)), check.Value("form", t.text))
	}
	return string(out), nil
}

func isType(s string) bool {
	for i := range len(s) {
		if !isUpper(s[i]) && !isDigit(s[i]) {
			return false
		}
	}
	return 1 <= len(s) && len(s) <= maxType
}

// Parse reads a number that follows the template. Spaces and missing or excess zeros
// before the serial are repaired with a warning; anything else is an error.
func (t Template) Parse(s string) (PaperNumber, check.Problems) {
	var ps check.Problems
	var p PaperNumber
	bad := func() (PaperNumber, check.Problems) {
		var only check.Problems
		only.Add(paperNumberRule.At("", check.Value("found", s), check.Value("form", t.text)))
		return PaperNumber{}, only
	}
	if t.text == "" || len(s) > MaxText {
		return bad()
	}
	if i := strings.IndexFunc(s, isSpace); i >= 0 {
		add(&ps, MeetingPaper, &spacingRule, utf8.RuneCountInString(s[:i]))
	}
	text := squeeze(s)
	for form := t.text; form != ""; {
		lit, field, after := cutField(form)
		var ok bool
		if text, ok = strings.CutPrefix(text, lit); !ok {
			return bad()
		}
		if field != "" {
			size := p.read(field, text)
			if size == 0 {
				return bad()
			}
			text = text[size:]
		}
		form = after
	}
	want, err := t.Format(p)
	if err != nil || text != "" {
		return bad()
	}
	if want != squeeze(s) {
		add(&ps, MeetingPaper, &paddingRule, 0, check.Value("found", s), check.Text("want", want))
	}
	return p, ps
}

// read reads a field at the start of text and returns its length, 0 if it is not
// there.
func (p *PaperNumber) read(field, text string) int {
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	switch field {
	case "year":
		if digits != 4 {
			return 0
		}
		p.Year, _ = strconv.Atoi(text[:4])
		return 4
	case "type":
		size := 0
		for size < len(text) && (isUpper(text[size]) || isDigit(text[size])) {
			size++
		}
		p.Type = text[:size]
		return size
	case "一":
		n, size := scanHan(text)
		if n.bad || n.tooLong {
			return 0
		}
		p.Serial = int(n.value)
		if p.Serial < 1 || p.Serial > 9999 || hanNumeral(p.Serial) != text[:size] {
			return 0
		}
		return size
	default:
		if digits > 2*maxDigits {
			return 0
		}
		serial, err := strconv.ParseInt(text[:digits], 10, 64)
		if err != nil || serial > MaxSerial {
			return 0
		}
		p.Serial = int(serial)
		return digits
	}
}

// hanNumeral writes n, 1 to 9999, in Chinese: 十二, 一百零三.
func hanNumeral(n int) string {
	digits := []rune("零一二三四五六七八九")
	var out []rune
	gap := false
	for i, power := range [...]int{1000, 100, 10, 1} {
		d := n / power % 10
		if d == 0 {
			gap = len(out) > 0
			continue
		}
		if gap {
			out = append(out, '零')
			gap = false
		}
		if power != 10 || d != 1 || len(out) > 0 {
			out = append(out, digits[d])
		}
		if power > 1 {
			out = append(out, []rune("千百十")[i])
		}
	}
	return string(out)
}
