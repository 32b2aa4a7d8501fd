package symbol

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Level is a level of state secrecy (密级). The zero Level is [Open].
type Level uint8

// The levels, in rising order.
const (
	Open         Level = iota // no state secret
	Confidential              // 秘密
	Secret                    // 机密
	TopSecret                 // 绝密
)

var levelWords = []word{
	Open: {"open", "不涉密"}, Confidential: {"confidential", "秘密"},
	Secret: {"secret", "机密"}, TopSecret: {"top-secret", "绝密"},
}

// String returns "open", "confidential", "secret" or "top-secret".
func (l Level) String() string { return textOf(levelWords, "Level", uint8(l)) }

// Label returns 不涉密, 秘密, 机密 or 绝密.
func (l Level) Label() string { return labelOf(levelWords, uint8(l)) }

// MaxYears is the longest secrecy term of the level in years unless otherwise
// ruled: 10, 20 or 30; 0 for Open. A mark without a term has this one.
func (l Level) MaxYears() int {
	switch l {
	case Confidential:
		return 10
	case Secret:
		return 20
	case TopSecret:
		return 30
	default:
		return 0
	}
}

// AppendText appends the String of a valid level.
func (l Level) AppendText(dst []byte) ([]byte, error) {
	return appendWord(dst, levelWords, "level", uint8(l))
}

// MarshalText returns the String of a valid level.
func (l Level) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText reads "open", "confidential", "secret" or "top-secret".
func (l *Level) UnmarshalText(text []byte) error {
	n, err := parseWord(levelWords, "level", text)
	if err != nil {
		return err
	}
	*l = Level(n)
	return nil
}

// A Term is how long a secret is kept (保密期限). The zero Term is not stated on the
// paper. At most one field is set.
type Term struct {
	Years  int  `json:"years,omitzero"`  // 1 to 99
	Months int  `json:"months,omitzero"` // 1 to 11
	Long   bool `json:"long,omitzero"`   // 长期: no date
}

// String returns 30年, 6个月, 长期, or "" for a term that is not stated.
func (t Term) String() string {
	switch {
	case t.Long:
		return "长期"
	case t.Years != 0:
		return strconv.Itoa(t.Years) + "年"
	case t.Months != 0:
		return strconv.Itoa(t.Months) + "个月"
	default:
		return ""
	}
}

// A Mark is the secrecy mark of a paper: level and term. The zero Mark stands on a
// paper that is no state secret; its text is "".
type Mark struct {
	level Level
	term  Term
}

// NewMark returns the mark of a level and a term. It refuses a term above the
// maximum of the level; [Term].Long is the writing for a term that is ruled
// otherwise.
func NewMark(l Level, t Term) (Mark, error) {
	var ps check.Problems
	m := Mark{l, t}
	set := 0
	for _, b := range [...]bool{t.Years != 0, t.Months != 0, t.Long} {
		if b {
			set++
		}
	}
	if l > TopSecret || set > 1 || l == Open && set > 0 ||
		t.Years < 0 || t.Years > 99 || t.Months < 0 {
		ps.Add(markFormRule.At("", check.Value("found", fmt.Sprintf("%v %d/%d/%t", l, t.Years, t.Months, t.Long))))
		return Mark{}, ps
	}
	m.check(&ps)
	if err := ps.Err(); err != nil {
		return Mark{}, err
	}
	return m, nil
}

// check reports a term that the level does not allow.
func (m Mark) check(ps *check.Problems) {
	if m.term.Years > m.level.MaxYears() {
		ps.Add(markTermRule.At("", check.Value("found", m.term.String()),
			check.Term("level", m.level.Label(), m.level.String()), check.Int("max", m.level.MaxYears())))
	}
	if m.term.Months > 11 {
		ps.Add(markUnitRule.At("", check.Value("found", m.term.String())))
	}
}

// ParseMark reads a secrecy mark: the level, then ★ and the term, if it is stated.
// It reads a star of another kind, spaces, fullwidth or Chinese numerals and 月 for
// 个月 with a warning. A term that the level does not allow is an error, but the
// mark is returned as it was read; if the text is no mark the result is zero.
func ParseMark(s string) (Mark, check.Problems) {
	var ps check.Problems
	bad := func() (Mark, check.Problems) {
		ps.Add(markFormRule.At("", check.Value("found", s)))
		return Mark{}, ps
	}
	if s == "" {
		return Mark{}, ps
	}
	if len(s) > MaxText {
		return bad()
	}
	text := squeeze(s)
	var m Mark
	rest := ""
	for _, l := range [...]Level{Confidential, Secret, TopSecret} {
		if after, ok := strings.CutPrefix(text, l.Label()); ok {
			m.level, rest = l, after
		}
	}
	if m.level == Open {
		return bad()
	}
	if rest != "" {
		t, ok := parseTerm(strings.TrimLeft(rest, "★☆*＊⭐"))
		if !ok {
			return bad()
		}
		m.term = t
	}
	if want := m.String(); want != s {
		ps.Add(markStyleRule.At("", check.Value("found", s), check.Value("want", want)))
	}
	m.check(&ps)
	return m, ps
}

func parseTerm(s string) (Term, bool) {
	if s == "长期" {
		return Term{Long: true}, true
	}
	n, size := scanArabic(s)
	if size == 0 {
		if n, size = scanHan(s); n.bad {
			return Term{}, false
		}
	}
	if n.value < 1 || n.value > 999 {
		return Term{}, false
	}
	switch s[size:] {
	case "年":
		return Term{Years: int(n.value)}, n.value <= 99
	case "个月", "月":
		return Term{Months: int(n.value)}, true
	}
	return Term{}, false
}

// Level is the level of the mark.
func (m Mark) Level() Level { return m.level }

// Term is the term as it stands on the paper.
func (m Mark) Term() Term { return m.term }

// Effective is the term that holds: the stated one, else the longest of the level.
func (m Mark) Effective() Term {
	if m.term == (Term{}) {
		return Term{Years: m.level.MaxYears()}
	}
	return m.term
}

// String returns the mark as it is printed, such as 机密★20年, 秘密, or "".
func (m Mark) String() string {
	switch {
	case m.level == Open:
		return ""
	case m.term == Term{}:
		return m.level.Label()
	default:
		return m.level.Label() + "★" + m.term.String()
	}
}

// AppendText appends m.String().
func (m Mark) AppendText(dst []byte) ([]byte, error) { return append(dst, m.String()...), nil }

// MarshalText returns m.String().
func (m Mark) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads what MarshalText wrote and nothing else. A term that the
// level does not allow is kept; whoever uses the mark checks it with [Mark.Validate].
func (m *Mark) UnmarshalText(text []byte) error {
	read, found := ParseMark(string(text))
	if read.String() != string(text) {
		return firstOf(found)
	}
	*m = read
	return nil
}

// Validate reports a term that the level does not allow.
func (m Mark) Validate() check.Problems {
	var ps check.Problems
	m.check(&ps)
	return ps
}
