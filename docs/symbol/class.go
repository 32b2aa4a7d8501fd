package symbol

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Class is a family of document numbers with one grammar. The zero Class is
// [None].
type Class uint8

// The classes this package reads.
const (
	None         Class = iota // no number in the text
	Wenhao                    // 发文字号: 国发〔2026〕30号
	Order                     // 令号: 国令第843号
	Announcement              // 公告号: 某某局公告2026年第3号
	Minutes                   // 纪要: 会议纪要〔2026〕2号, 会议纪要第5期, 第5次会议纪要
	Bulletin                  // 简报: 会议简报第12期
	Other                     // a number of another family, kept as it was read
	UN                        // 联合国文号: A/C.3/78/L.5/Rev.1
	WTO                       // 世贸组织文号: WT/MIN(22)/33
	EUCouncil                 // 欧盟理事会文号: ST 8220 2026 INIT
	JTC1                      // ISO/IEC JTC 1 文号: ISO/IEC JTC 1/SC 2/WG 3 N 497
	IETF                      // IETF 草案名: draft-ietf-httpbis-semantics-19
	IEEE                      // IEEE 802 文号: IEEE 802.11-07/2308r11
	NATO                      // 北约文号: C-M(2002)49-COR8
	HK                        // 中国香港立法会文件编号: CB(4)867/2023(04)
	TW                        // 中国台湾地区公文字号: 府行文字第0930118594號
	Archive                   // 档号: J001-WS·2023-Y-BGS-0001
	MeetingPaper              // 会议文件编号: 会议文件之一
)

// A word is a token of an enumeration with its Chinese label.
type word struct{ token, label string }

// textOf returns the token of an enumeration value, or Kind(n) for a value that
// is none of them.
func textOf(words []word, kind string, n uint8) string {
	if int(n) < len(words) {
		return words[n].token
	}
	return fmt.Sprintf("%s(%d)", kind, n)
}

func appendWord(dst []byte, words []word, kind string, n uint8) ([]byte, error) {
	if int(n) >= len(words) {
		return dst, fmt.Errorf("%s %d is out of range", kind, n)
	}
	return append(dst, words[n].token...), nil
}

func labelOf(words []word, n uint8) string {
	if int(n) < len(words) {
		return words[n].label
	}
	return ""
}

// parseWord finds a token among words. The error lists the known ones.
func parseWord(words []word, kind string, text []byte) (uint8, error) {
	i := slices.IndexFunc(words, func(w word) bool { return w.token == string(text) })
	if i < 0 {
		tokens := make([]string, len(words))
		for j, w := range words {
			tokens[j] = w.token
		}
		return 0, fmt.Errorf("%s %s is none of %s", kind, shown(text), strings.Join(tokens, ", "))
	}
	return uint8(i), nil
}

// shown is text from outside as an error may print it: quoted, cut, visible.
func shown(text []byte) string { return `"` + check.Value("", string(text)).Text + `"` }

var classWords = []word{
	None:         {"none", "无编号"},
	Wenhao:       {"wenhao", "发文字号"},
	Order:        {"order", "令号"},
	Announcement: {"announcement", "公告号"},
	Minutes:      {"minutes", "纪要号"},
	Bulletin:     {"bulletin", "简报期号"},
	Other:        {"other", "其他编号"},
	UN:           {"un", "联合国文号"},
	WTO:          {"wto", "世贸组织文号"},
	EUCouncil:    {"eu-council", "欧盟理事会文号"},
	JTC1:         {"jtc1", "ISO/IEC JTC 1 文号"},
	IETF:         {"ietf", "IETF 草案名"},
	IEEE:         {"ieee", "IEEE 802 文号"},
	NATO:         {"nato", "北约文号"},
	HK:           {"hk", "中国香港立法会文件编号"},
	TW:           {"tw", "中国台湾地区公文字号"},
	Archive:      {"archive", "档号"},
	MeetingPaper: {"meeting-paper", "会议文件编号"},
}

// term is the class as a sentence names it.
func (c Class) term(key string) check.Arg {
	en := [...]string{
		None: "number", Wenhao: "document number", Order: "order number", Announcement: "announcement number",
		Minutes: "number of minutes", Bulletin: "number of a bulletin", Other: "number of another family",
		UN: "United Nations symbol", WTO: "WTO symbol",
		EUCouncil: "EU Council document number", JTC1: "JTC 1 document number", IETF: "Internet-Draft name",
		IEEE: "IEEE 802 document number", NATO: "NATO document number", HK: "paper number of the Legislative Council of the Hong Kong SAR",
		TW: "document number of Taiwan, China", Archive: "archive code", MeetingPaper: "meeting paper number",
	}
	if int(c) >= len(en) {
		return check.Term(key, c.String(), c.String())
	}
	return check.Term(key, c.Label(), en[c])
}

// String returns the token of the class, such as "wenhao".
func (c Class) String() string { return textOf(classWords, "Class", uint8(c)) }

// Label returns the Chinese name of the class, such as 发文字号.
func (c Class) Label() string { return labelOf(classWords, uint8(c)) }

// AppendText appends the token of a class of this package.
func (c Class) AppendText(dst []byte) ([]byte, error) {
	return appendWord(dst, classWords, "class", uint8(c))
}

// MarshalText returns the token of a class of this package.
func (c Class) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads a token of a class of this package.
func (c *Class) UnmarshalText(text []byte) error {
	n, err := parseWord(classWords, "class", text)
	if err != nil {
		return err
	}
	*c = Class(n)
	return nil
}

// A Unit is the word after the serial. The zero Unit is [Hao].
type Unit uint8

// The units of a serial.
const (
	Hao Unit = iota // 号, a number
	Qi              // 期, an issue
	Ci              // 次, a session
)

var unitWords = []word{Hao: {"number", "号"}, Qi: {"issue", "期"}, Ci: {"session", "次"}}

// String returns "number", "issue" or "session".
func (u Unit) String() string { return textOf(unitWords, "Unit", uint8(u)) }

// Label returns 号, 期 or 次.
func (u Unit) Label() string { return labelOf(unitWords, uint8(u)) }

// AppendText appends the String of a valid unit.
func (u Unit) AppendText(dst []byte) ([]byte, error) {
	return appendWord(dst, unitWords, "unit", uint8(u))
}

// MarshalText returns the String of a valid unit.
func (u Unit) MarshalText() ([]byte, error) { return u.AppendText(nil) }

// UnmarshalText reads "number", "issue" or "session".
func (u *Unit) UnmarshalText(text []byte) error {
	n, err := parseWord(unitWords, "unit", text)
	if err != nil {
		return err
	}
	*u = Unit(n)
	return nil
}

// A Dating is how a number writes its year. The zero Dating is [Usual].
type Dating uint8

// The ways to write the year.
const (
	Usual             Dating = iota // as numbers of the class usually do; see [Parts.Filled]
	Undated                         // no year: 国令第843号
	InBrackets                      // 〔2026〕, before the serial
	InWords                         // 2026年, before 第
	InBracketsOrdinal               // 〔2026〕第, as some bodies number their orders
)

var datingWords = []word{
	Usual: {"usual", "按类别惯例"}, Undated: {"none", "不写年份"}, InBrackets: {"brackets", "年份加六角括号"},
	InWords: {"words", "年份加“年”"}, InBracketsOrdinal: {"brackets-ordinal", "年份加六角括号，号前加“第”"},
}

// usual is the dating of numbers of a class and unit that write a year.
func (c Class) usual(u Unit) Dating {
	switch {
	case c == Order, c == Announcement, u != Hao:
		return InWords
	default:
		return InBrackets
	}
}

// String returns "usual", "none", "brackets", "words" or "brackets-ordinal".
func (d Dating) String() string { return textOf(datingWords, "Dating", uint8(d)) }

// Label says in Chinese how the year is written.
func (d Dating) Label() string { return labelOf(datingWords, uint8(d)) }

// AppendText appends the String of a valid dating.
func (d Dating) AppendText(dst []byte) ([]byte, error) {
	return appendWord(dst, datingWords, "dating", uint8(d))
}

// MarshalText returns the String of a valid dating.
func (d Dating) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what MarshalText writes.
func (d *Dating) UnmarshalText(text []byte) error {
	n, err := parseWord(datingWords, "dating", text)
	if err != nil {
		return err
	}
	*d = Dating(n)
	return nil
}
