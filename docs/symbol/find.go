package symbol

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// A Match is a number in a running text, at the bytes Start to End, End not
// included.
type Match struct {
	Start, End int
	Number     Number
}

// Find yields the numbers in a running text, from left to right, without overlap.
// Each has a canonical form and is what [Parse] reads from text[m.Start:m.End].
// Numbers that could not be repaired, and those that [Ambiguous] speaks of, are left
// out; so are Chinese numbers without 号, 期 or 次 and numbers that a line break
// divides.
//
// Chinese text does not divide words: a body code or title begins behind a
// punctuation mark, a space, or a word that introduces numbers, such as 根据 or, for a
// document number, 和. Other words before a number are taken for part of its title.
//
// The cost is linear in the text: at each place no more than some dozens of
// characters are looked at.
func Find(text string) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		f := finder{text: text, rows: newMatcher(text)}
		f.rows.open = true
		for i := 0; i < len(text); {
			m, next := f.at(i)
			if m.End > 0 {
				f.last = m.End
				if !yield(m) {
					return
				}
			}
			i = next
		}
	}
}

type finder struct {
	text string
	last int // end of the last match
	rows matcher
}

// at looks at the place i and returns the number that is found there, if any, and
// the place to look at next.
func (f *finder) at(i int) (Match, int) {
	c := f.text[i]
	if c < utf8.RuneSelf {
		if !isWord(c) {
			return Match{}, i + 1
		}
		end := i + 1
		for end < len(f.text) && isWord(f.text[end]) {
			end++
		}
		if m := f.ascii(i, end); m.End > 0 {
			return m, m.End
		}
		return Match{}, end
	}
	var m Match
	rest := f.text[i:]
	switch c {
	case "号"[0]:
		if strings.HasPrefix(rest, "号") {
			m = f.chinese(i, i+len("号"))
		}
	case "號"[0]:
		if strings.HasPrefix(rest, "號") {
			m = f.chinese(i, i+len("號"))
		}
	case "期"[0]: // the first byte of 次, 文 and 材 too
		switch {
		case strings.HasPrefix(rest, "期"), strings.HasPrefix(rest, "次"):
			m = f.chinese(i, i+len("期"))
		case strings.HasPrefix(rest, "文件"), strings.HasPrefix(rest, "材料"):
			m = f.paper(i, i+len("文件"))
		}
	}
	if m.End > 0 {
		return m, m.End
	}
	_, w := utf8.DecodeRuneInString(rest)
	return Match{}, i + w
}

func isWord(c byte) bool { return isUpper(c) || isLower(c) || isDigit(c) }

// ascii looks for a number that begins with the word text[i:end].
func (f *finder) ascii(i, end int) Match {
	if i < f.last || i > 0 && strings.IndexByte("/-._@", f.text[i-1]) >= 0 {
		return Match{}
	}
	word := f.text[i:end]
	if end < len(f.text) && f.text[end] == '/' && isUpper(word[0]) {
		if m := f.slashed(i, end); m.End > 0 {
			return m
		}
	}
	if !f.mayBegin(word, end) {
		return Match{}
	}
	f.rows.budget = maxTries
	for k := range rowsOfClasses {
		r := &rowsOfClasses[k]
		if r.class.han() || r.key < 0 || !f.rows.try(r, i) {
			continue
		}
		if e := f.rows.end; e == len(f.text) || !isWord(f.text[e]) {
			return f.match(i, e)
		}
	}
	return Match{}
}

// mayBegin reports whether a word may be the first of a number that is read by
// rows. It is the quick question before the slow one.
func (f *finder) mayBegin(word string, end int) bool {
	if end == len(f.text) {
		return false
	}
	switch next := f.text[end]; {
	case word == "draft", len(word) == 4 && next == '-':
		return next == '-'
	case word == "802":
		return next == '.'
	case isDigit(word[0]):
		return next == '/' && len(word) <= 5
	case strings.EqualFold(word, "resolution"), strings.EqualFold(word, "decision"):
		return next == ' '
	case !isUpper(word[0]) || len(word) > 5:
		return false
	case len(word) > 1 && !isUpper(word[1]):
		return false
	default:
		return strings.IndexByte(" -/(", next) >= 0
	}
}

// slashed looks for a symbol whose components strokes divide, from the organ
// text[i:end] on.
func (f *finder) slashed(i, end int) Match {
	text := f.text
	if grammarOf(text[i:min(len(text), end+MaxText/8)]) == nil {
		return Match{}
	}
	open := 0
	e := end
	for e < len(text) && e-i < MaxText/8 && (isWord(text[e]) || strings.IndexByte("/.()*-", text[e]) >= 0) {
		switch text[e] {
		case '(':
			open++
		case ')':
			open--
		}
		if open < 0 || open > 1 {
			break
		}
		e++
	}
	for e > end && strings.IndexByte("/.(-", text[e-1]) >= 0 {
		e--
	}
	if rest := text[e:]; len(rest) > 6 && rest[0] == ' ' && rest[1] == '(' && rest[6] == ')' && strings.Trim(rest[2:6], "0123456789") == "" {
		if m := f.match(i, e+7); m.End > 0 { // S/RES/1441 (2002)
			return m
		}
	}
	return f.match(i, e)
}

// match returns what Parse reads from text[i:e] if that is a number to be found.
func (f *finder) match(i, e int) Match {
	n, found := Parse(f.text[i:e])
	if n.Canonical() == "" || found.Has(Ambiguous) {
		return Match{}
	}
	return Match{i, e, n}
}

// Bounds of what is looked at around 号, 期, 次 and 文件, in characters.
const (
	maxBefore = 48
	maxBehind = 16
)

// chinese looks for a number whose serial ends before text[i:e], which is 号, 期 or
// 次.
func (f *finder) chinese(i, e int) Match {
	if !f.numbered(i) {
		return Match{}
	}
	start, title := f.start(i)
	if start == i {
		return Match{}
	}
	ends := [...]int{f.behind(e), e}
	for _, end := range ends {
		if end == 0 {
			continue
		}
		letters := !strings.Contains(f.text[start:end], "公告") && !strings.Contains(f.text[start:end], "令") &&
			!strings.Contains(f.text[start:end], "纪要")
		from := start + introduced(f.text[start:title], letters)
		if m := f.match(from, end); m.End > 0 && (m.Number.class < Other || m.Number.class == TW) {
			return m
		}
	}
	return Match{}
}

// numbered reports whether a numeral ends at i and what stands before it may be a
// number: 第, a bracket, or the last character of a word for a paper.
func (f *finder) numbered(i int) bool {
	numeral := false
	for range maxBehind {
		r, w := utf8.DecodeLastRuneInString(f.text[f.last:i])
		_, _, arabic := arabicDigit(r)
		_, han := hanDigit(r)
		_, power := hanPower(r)
		switch {
		case arabic, han, power:
			numeral = true
		case r != ' ':
			return numeral && (isClosing(r) || strings.ContainsRune("第令告要报映", r))
		}
		i -= w
	}
	return false
}

// start returns where the text before i may begin a number: behind punctuation, an
// opening bracket that is not closed, or a space between two words; and the end of
// the Chinese characters it begins with.
func (f *finder) start(i int) (start, title int) {
	start, depth := i, 0
	behind := rune('号')
	for range maxBefore {
		r, w := utf8.DecodeLastRuneInString(f.text[f.last:start])
		_, _, isNumeral := arabicDigit(r)
		switch {
		case w == 0, r == utf8.RuneError:
			w = 0
		case isHan(r), isNumeral:
		case isClosing(r):
			depth++
		case closing(r) != 0:
			if depth--; depth < 0 {
				w = 0
			}
		case r == ' ':
			prev, _ := utf8.DecodeLastRuneInString(f.text[f.last : start-1])
			if !joins(prev) && !joins(behind) || prev == ' ' {
				w = 0
			}
		default:
			w = 0
		}
		if w == 0 {
			break
		}
		start -= w
		behind = r
	}
	for title = start; title < i; {
		r, w := utf8.DecodeRuneInString(f.text[title:])
		if !isHan(r) {
			break
		}
		title += w
	}
	return start, title
}

// joins reports whether a space beside r belongs to a number rather than dividing
// words.
func joins(r rune) bool {
	_, _, ok := arabicDigit(r)
	return ok || r == '第' || r == '年' || r == '号' || r == '號' || isClosing(r) || closing(r) != 0
}

// behind returns the end of a title behind 次 or 期, as in 第35次常务会议纪要, or of a
// running number, as in 第3期（总第128期）; 0 if there is none.
func (f *finder) behind(e int) int {
	if rest := f.text[e:]; strings.HasPrefix(rest, "（总第") || strings.HasPrefix(rest, "(总第") {
		if k := strings.IndexAny(rest[1:min(len(rest), 64)], "）)"); k > 0 {
			_, w := utf8.DecodeRuneInString(rest[1+k:])
			return e + 1 + k + w
		}
	}
	end := e
	for range maxBehind {
		r, w := utf8.DecodeRuneInString(f.text[end:])
		if !isHan(r) || r == '第' {
			break
		}
		end += w
		if strings.HasSuffix(f.text[e:end], "纪要") || strings.HasSuffix(f.text[e:end], "简报") {
			return end
		}
	}
	return 0
}

// paper looks for the number of a meeting paper whose title ends with text[i:e].
func (f *finder) paper(i, e int) Match {
	rest := f.text[e:]
	end := 0
	switch {
	case strings.HasPrefix(rest, "之"):
		if _, size := scanHan(rest[len("之"):min(len(rest), 64)]); size > 0 {
			end = e + len("之") + size
		}
	case strings.HasPrefix(rest, "（"):
		if k := strings.Index(rest[:min(len(rest), 64)], "）"); k > 0 {
			end = e + k + len("）")
		}
	}
	if end == 0 {
		return Match{}
	}
	start, title := f.start(i)
	if m := f.match(start+introduced(f.text[start:title], false), end); m.Number.class == MeetingPaper {
		return m
	}
	return Match{}
}

// introduced returns the end of the last word in a title that only introduces it.
// Words of one character do so before document numbers alone: 和 is part of the name
// of ministries.
func introduced(title string, letters bool) int {
	end := 0
	for _, w := range [...]string{
		"根据", "按照", "依据", "依照", "遵照", "参照", "贯彻", "落实", "执行", "转发", "印发", "关于", "详见", "参见", "另见",
		"收到", "下发", "发布", "公布", "废止", "以及", "见", "和", "及", "与", "据", "按", "以", "在", "将", "的", "对",
	} {
		if len(w) == len("和") && !letters {
			continue
		}
		if k := strings.LastIndex(title, w); k >= 0 {
			end = max(end, k+len(w))
		}
	}
	return end
}
