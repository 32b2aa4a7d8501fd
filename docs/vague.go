package docs

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the findings of vague words.
const (
	VagueWord check.Code = "docs/vague-word" // a word that leaves open who, when or how much
)

var vagueRule = check.Rule{
	Code: VagueWord, Severity: check.Warning, Source: check.HouseCustom,
	Hans: "{found}说得不具体：{why}",
	En:   "{found} is vague: {why}",
}

func vagueRules() []check.Rule { return []check.Rule{vagueRule} }

// A Vagueness is what a vague word leaves open. The zero Vagueness is not stated.
type Vagueness uint8

// What may be left open.
const (
	HowMuch    Vagueness = iota + 1 // 数量程度不明
	When                            // 时限不明
	Who                             // 责任不明
	EmptyTalk                       // 空话套话
	OpenEnding                      // 范围不明
)

var vagueWords = [...]word{
	{},
	{"how-much", "数量或程度不明，写出数字或标准", "it leaves open how much; state a number or a standard"},
	{"when", "时限不明，写出日期和时间", "it leaves open when; state a date and a time"},
	{"who", "责任人不明，写出单位和姓名", "it leaves open who; name the body and the person"},
	{"empty", "空话套话，写出具体做法或删去", "it says nothing; say what is done, or strike it out"},
	{"open-ending", "范围不明，写全或写明以何为限", "it leaves the list open; complete it, or say where it ends"},
}

// String returns the token, such as "when".
func (v Vagueness) String() string { return textOf(vagueWords[:], "Vagueness", v) }

// Label says in Chinese what is left open and what to write instead.
func (v Vagueness) Label() string { return labelOf(vagueWords[:], v) }

// AppendText appends the String of a vagueness.
func (v Vagueness) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, vagueWords[:], "vagueness", v)
}

// MarshalText returns the String of a vagueness.
func (v Vagueness) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads the String of a vagueness.
func (v *Vagueness) UnmarshalText(text []byte) error {
	return readToken(v, vagueWords[:], "vagueness", text)
}

// A VagueTerm is a word or phrase that a lint looks for: Chinese characters as they
// stand, Latin letters in either case and as whole words.
type VagueTerm struct {
	Text string    `json:"text"`
	Open Vagueness `json:"open"`
}

// vagueTerms is the table of vague words by what they leave open: house custom. Words
// that are as often exact, such as 左右 for a place, stand only in their vague company.
var vagueTerms = [...]struct {
	open  Vagueness
	words string // separated by commas
}{
	{HowMuch, "差不多,基本上,基本完成,基本到位,基本落实,大概,大约,大致,大体上,若干,适当,适量,一定数量,一定程度,较好,较大,较多,较为,尽可能,尽量,力争,原则上,视情,酌情,相对,多数,大部分,个别,更加有力"},
	{When, "尽快,尽早,及早,适时,近期,近日,日前,抓紧时间,抓紧办理,抓紧落实,早日,择机,择日,条件成熟时,过一段时间,下一步,随后,届时,长期坚持,时机成熟"},
	{Who, "有关部门,有关单位,有关方面,有关人员,有关同志,有关领导,相关部门,相关单位,相关人员,相关方面,责任单位,专人负责,各负其责,大家"},
	{EmptyTalk, "高度重视,狠抓落实,真抓实干,扎实推进,切实加强,切实抓好,进一步加强,进一步提高,认真贯彻,认真落实,全面落实,深入贯彻,大力推进,积极推动,不断提高,取得实效,落到实处,再上新台阶,迈上新台阶,具有十分重要的意义,凝心聚力,统一思想,提高认识,加强领导"},
	{OpenEnding, "等等,诸如此类,之类,及其他事项,及其它,其他有关事项"},
	{HowMuch, "approximately,roughly,more or less,basically,to some extent,as appropriate,where appropriate,as far as possible,a number of,in principle,reasonable"},
	{When, "as soon as possible,asap,in due course,in a timely manner,in the near future,shortly,at an early date,without delay,when conditions permit"},
	{Who, "relevant departments,relevant authorities,the authorities concerned,relevant parties,all concerned,those concerned"},
	{EmptyTalk, "attach great importance,further strengthen,effectively implement,earnestly implement,spare no effort,make every effort"},
	{OpenEnding, "etc,and so on,and so forth,among others,and the like"},
}

// VagueTerms walks the table of vague words.
func VagueTerms() iter.Seq[VagueTerm] {
	return func(yield func(VagueTerm) bool) {
		for _, row := range vagueTerms {
			for w := range strings.SplitSeq(row.words, ",") {
				if !yield(VagueTerm{w, row.open}) {
					return
				}
			}
		}
	}
}

// A VagueMatch is a vague word in a text, at the bytes Start to End, End not included.
type VagueMatch struct {
	Start, End int
	Open       Vagueness
}

// A Lint finds vague words (“差不多”“基本上”) and empty phrases (空话、套话). It is made by [NewLint], never changes and is safe for
// concurrent use. The zero Lint finds nothing.
type Lint struct {
	words trie
}

// MaxVagueTerms is how many terms of its own a host may add.
const MaxVagueTerms = 10_000

// NewLint returns a lint for the table of vague words, with the host's own terms added
// and without those it allows.
func NewLint(more []VagueTerm, allow ...string) (Lint, error) {
	var ps check.Problems
	if len(more) > MaxVagueTerms {
		ps.Add(tooManyRule.At("more", check.Int("found", len(more)), check.Int("max", MaxVagueTerms)))
		return Lint{}, ps
	}
	for i, t := range more {
		path := check.Index("more", i)
		switch {
		case strings.TrimSpace(t.Text) == "":
			ps.Add(missingRule.At(path + ".text"))
		case utf8.RuneCountInString(t.Text) > MaxForm:
			ps.Add(tooLongRule.At(path+".text", check.Int("max", MaxForm)))
		}
		if t.Open == 0 || int(t.Open) >= len(vagueWords) {
			ps.Add(missingRule.At(path + ".open"))
		}
	}
	if err := ps.Err(); err != nil {
		return Lint{}, err
	}
	var l Lint
	for _, t := range slices.Concat(slices.Collect(VagueTerms()), more) {
		if !slices.Contains(allow, t.Text) {
			l.words.add(lowered(t.Text), int32(t.Open))
		}
	}
	return l, nil
}

func lowered(s string) []rune {
	out := []rune(s)
	for i, r := range out {
		out[i] = unicode.ToLower(r)
	}
	return out
}

// Find yields the vague words in a text, from left to right, the longest at each place,
// without overlap. Nothing is rewritten. The cost is linear in the text.
func (l Lint) Find(text string) iter.Seq[VagueMatch] {
	return func(yield func(VagueMatch) bool) {
		runes := lowered(text)
		place := make([]int, 0, len(runes)+1)
		for i := range text {
			place = append(place, i)
		}
		place = append(place, len(text))
		letter := func(i int) bool {
			return i >= 0 && i < len(runes) && runes[i] < 0x2e80 && unicode.IsLetter(runes[i])
		}
		for i := 0; i < len(runes); i++ {
			if letter(i) && letter(i-1) {
				continue
			}
			size, open := l.words.longest(runes[i:])
			if size == 0 || letter(i+size-1) && letter(i+size) {
				continue
			}
			if !yield(VagueMatch{place[i], place[i+size], Vagueness(open[0])}) {
				return
			}
			i += size - 1
		}
	}
}

// Check reports the vague words of a text as warnings, at the path [i] of the character
// where each begins, counted from 0.
func (l Lint) Check(text string) check.Problems {
	var ps check.Problems
	chars, at := 0, 0
	for m := range l.Find(text) {
		chars, at = chars+utf8.RuneCountInString(text[at:m.Start]), m.Start
		ps.Add(vagueRule.At(check.Index("", chars), check.Value("found", text[m.Start:m.End]),
			check.Term("why", m.Open.Label(), vagueWords[m.Open].en)))
	}
	return ps
}
