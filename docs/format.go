package docs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the findings of the uniform format of papers, and of their new fields.
const (
	BadPages      check.Code = "docs/bad-pages"       // a number of pages that is none
	UrgencyMark   check.Code = "docs/urgency"         // an urgency that only telegrams bear
	TitleStyle    check.Code = "docs/title-style"     // a title not set as titles are
	SameTitle     check.Code = "docs/same-title"      // two papers with one title
	NumberStyle   check.Code = "docs/number-style"    // a number unlike those of the other papers
	NumberAbsent  check.Code = "docs/number-absent"   // no number where the others have one
	SameNumber    check.Code = "docs/same-number"     // one number on two papers
	MissingNumber check.Code = "docs/number-gap"      // serials that no paper bears
	NumberOrder   check.Code = "docs/number-order"    // numbers that do not rise with the list
	MarkUneven    check.Code = "docs/mark-style"      // a mark without a term where others have one
	PagesAbsent   check.Code = "docs/pages-absent"    // no pages where the others have them
	NotByTemplate check.Code = "docs/not-by-template" // a number that does not follow the template of the meeting
)

const regulation93 = "《党政机关公文处理工作条例》 (regulation on the handling of official documents), 中办发〔2012〕14号, art. 9(3)"

var (
	pagesRule = check.Rule{
		Code: BadPages, Severity: check.Error, Source: check.HouseCustom,
		Hans: "页数{pages}不可用：应在0至{max}之间",
		En:   "{pages} pages are not usable: it is 0 to {max}",
	}
	urgencyRule = check.Rule{
		Code: UrgencyMark, Severity: check.Warning, Source: regulation93,
		Hans: "“{urgency}”只用于电报，文件标“特急”或“加急”（《党政机关公文处理工作条例》第九条第三项）",
		En:   "{urgency} stands on telegrams alone; papers are marked 特急 or 加急 (Regulation on the handling of official documents, art. 9(3))",
	}
	titleStyleRule = check.Rule{
		Code: TitleStyle, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "标题{title}与格式不符：{what}",
		En:   "the title {title} is not set as titles are: {what}",
	}
	sameTitleRule = check.Rule{
		Code: SameTitle, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "标题{title}与第{other}份文件相同",
		En:   "the title {title} is that of paper {other} of the list too",
	}
	numberStyleRule = check.Rule{
		Code: NumberStyle, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "编号{found}与其他文件不一致，多数编作{usual}",
		En:   "the number {found} is unlike those of the other papers, most of which are numbered {usual}",
	}
	numberAbsentRule = check.Rule{
		Code: NumberAbsent, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "没有编号，多数文件编作{usual}",
		En:   "it has no number; most papers are numbered {usual}",
	}
	sameNumberRule = check.Rule{
		Code: SameNumber, Severity: check.Error, Source: regulation25,
		Hans: "编号{found}与第{other}份文件重复",
		En:   "the number {found} is that of paper {other} of the list too",
	}
	numberGapRule = check.Rule{
		Code: MissingNumber, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{usual}缺{missing}",
		En:   "{usual}: no paper bears {missing}",
	}
	numberOrderRule = check.Rule{
		Code: NumberOrder, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "编号{found}排在{before}之后，次序不对",
		En:   "the number {found} stands behind {before}, out of order",
	}
	markUnevenRule = check.Rule{
		Code: MarkUneven, Severity: check.Warning, Source: "GB/T 9704-2012, 7.2.2 《党政机关公文格式》 (layout key for official documents of Party and government organs)",
		Hans: "密级{mark}没有标保密期限，其他{level}文件标了",
		En:   "the mark {mark} states no term, while other papers marked {level} do",
	}
	pagesAbsentRule = check.Rule{
		Code: PagesAbsent, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "没有填页数，其他文件填了",
		En:   "its pages are not counted, while those of other papers are",
	}
	notByTemplateRule = check.Rule{
		Code: NotByTemplate, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "编号{found}不合本会编号式样{form}",
		En:   "the number {found} does not follow the form {form} of this meeting",
	}
)

func formatRules() []check.Rule {
	return []check.Rule{
		pagesRule, urgencyRule, titleStyleRule, sameTitleRule, numberStyleRule, numberAbsentRule, sameNumberRule,
		numberGapRule, numberOrderRule, markUnevenRule, pagesAbsentRule, notByTemplateRule,
	}
}

// maxMissing is how many missing serials a sentence names.
const maxMissing = 12

// CheckFormat reports where the papers of one meeting are not uniform (格式统一): titles
// not set as titles are, or standing twice; numbers of another kind than most have, absent,
// doubled, with gaps or out of order; secrecy marks without a term beside such with one;
// pages not counted. If the meeting numbers its papers by a template, every number has to
// follow it; the zero Template asks nothing. Paths begin with the index, as in [3].title.
// What is wrong with a paper by itself is said by [ValidatePapers].
func CheckFormat(papers []Paper, form symbol.Template) check.Problems {
	f := format{papers: papers, form: form}
	f.titles()
	if form == (symbol.Template{}) {
		f.numbers()
	} else {
		f.template()
	}
	f.marks()
	return f.found
}

type format struct {
	papers []Paper
	form   symbol.Template
	found  check.Problems
}

// titles reports titles that are not set as titles are.
func (f *format) titles() {
	first := map[string]int{}
	for i, p := range f.papers {
		path := check.Index("", i) + ".title"
		title := check.Value("title", p.Title)
		if what := titleFault(p.Title); what.Key != "" {
			f.found.Add(titleStyleRule.At(path, title, what))
		}
		plain := strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return -1
			}
			return r
		}, p.Title)
		if k, twice := first[plain]; twice && plain != "" {
			f.found.Add(sameTitleRule.At(path, title, check.Int("other", k+1)))
		} else if !twice {
			first[plain] = i
		}
	}
}

// titleFault says what is wrong with the setting of a title; the zero Arg if nothing is.
func titleFault(title string) check.Arg {
	last, _ := utf8.DecodeLastRuneInString(title)
	runes := []rune(title)
	han := func(i int) bool { return i >= 0 && i < len(runes) && unicode.Is(unicode.Han, runes[i]) }
	for i, r := range runes {
		switch {
		case strings.ContainsRune(",;:?!()", r) && (han(i-1) || han(i+1)):
			return check.Term("what", "用了半角标点", "it has half-width punctuation")
		case unicode.IsSpace(r) && han(i-1) && han(i+1):
			return check.Term("what", "字间有空格", "there is a space between characters")
		}
	}
	switch {
	case strings.HasPrefix(title, "《") && strings.HasSuffix(title, "》") && strings.Count(title, "《") == 1:
		return check.Term("what", "标题本身不加书名号", "it stands in title marks")
	case strings.ContainsRune("。．.；;，,、", last):
		return check.Term("what", "末尾有标点", "it ends in punctuation")
	}
	return check.Arg{}
}

// A numbered is a paper with its number.
type numbered struct {
	paper  int
	number symbol.Number
	series Series
}

// numbers holds the numbers against the series that most of them are of.
func (f *format) numbers() {
	var list []numbered
	count := map[Series]int{}
	for i, p := range f.papers {
		n, _ := symbol.Parse(p.Number)
		if n.Canonical() == "" || n.Serial() == 0 {
			continue
		}
		parts := n.Parts()
		x := numbered{i, n, Series{Class: parts.Class, Body: parts.Body, Year: parts.Year, Unit: parts.Unit, Dating: parts.Dating}}
		list = append(list, x)
		count[x.series]++
	}
	f.same()
	var usual Series
	for _, x := range list {
		if n := count[x.series]; n > count[usual] {
			usual = x.series
		}
	}
	if 2*count[usual] <= len(f.papers) || count[usual] < 2 {
		return
	}
	style := check.Text("usual", usual.String())
	for i, p := range f.papers {
		k := slices.IndexFunc(list, func(x numbered) bool { return x.paper == i })
		switch {
		case p.Number == "":
			f.found.Add(numberAbsentRule.At(check.Index("", i)+".number", style))
		case k < 0 || list[k].series != usual:
			f.found.Add(numberStyleRule.At(check.Index("", i)+".number", check.Value("found", p.Number), style))
		}
	}
	list = slices.DeleteFunc(list, func(x numbered) bool { return x.series != usual })
	f.sequence(list, style)
}

// same reports a number that stands on two papers.
func (f *format) same() {
	first := map[string]int{}
	for i, p := range f.papers {
		n, _ := symbol.Parse(p.Number)
		text := cmp.Or(n.Canonical(), p.Number)
		if k, twice := first[text]; twice && text != "" {
			f.found.Add(sameNumberRule.At(check.Index("", i)+".number", check.Value("found", p.Number), check.Int("other", k+1)))
		} else if !twice {
			first[text] = i
		}
	}
}

// sequence reports serials that are missing between the first and the last, and numbers
// that do not rise.
func (f *format) sequence(list []numbered, style check.Arg) {
	serials := make([]int, len(list))
	for i, x := range list {
		serials[i] = x.number.Serial()
		if i > 0 && serials[i] < serials[i-1] {
			f.found.Add(numberOrderRule.At(check.Index("", x.paper)+".number",
				check.Value("found", x.number.String()), check.Value("before", list[i-1].number.String())))
		}
	}
	slices.Sort(serials)
	var missing []string
	more := 0
	for i, s := range serials[1:] {
		for m := serials[i] + 1; m < s; m++ {
			if len(missing) == maxMissing {
				more += s - m
				break
			}
			missing = append(missing, fmt.Sprint(m))
		}
	}
	if missing != nil {
		text := strings.Join(missing, "、")
		if more > 0 {
			text += fmt.Sprintf("… (+%d)", more)
		}
		f.found.Add(numberGapRule.At("", style, check.Text("missing", text)))
	}
}

// template holds the numbers against the template of the meeting.
func (f *format) template() {
	f.same()
	for i, p := range f.papers {
		if _, found := f.form.Parse(p.Number); found.Len() > 0 {
			f.found.Add(notByTemplateRule.At(check.Index("", i)+".number", check.Value("found", p.Number), check.Value("form", f.form.String())))
		}
	}
}

// marks reports marks and pages that are stated on some papers only.
func (f *format) marks() {
	termed := map[symbol.Level]bool{}
	counted := 0
	for _, p := range f.papers {
		if p.Mark.Term() != (symbol.Term{}) {
			termed[p.Mark.Level()] = true
		}
		if p.Pages > 0 {
			counted++
		}
	}
	for i, p := range f.papers {
		if l := p.Mark.Level(); termed[l] && p.Mark.Term() == (symbol.Term{}) {
			f.found.Add(markUnevenRule.At(check.Index("", i)+".mark", check.Text("mark", p.Mark.String()), check.Text("level", l.Label())))
		}
		if p.Pages == 0 && 2*counted > len(f.papers) {
			f.found.Add(pagesAbsentRule.At(check.Index("", i) + ".pages"))
		}
	}
}
