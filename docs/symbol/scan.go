package symbol

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text is cut into tokens, each named by one byte, so that the kinds of a whole
// number make up a short string: its shape. 国发〔2026〕30号 has the shape H[D]DN.
const (
	tokHan   = 'H' // Chinese characters: a body code, an issuer, a title
	tokOpen  = '['
	tokClose = ']'
	tokDigit = 'D' // a numeral
	tokYear  = 'Y' // 年 after a numeral
	tokDi    = 'd' // 第 before the numeral of a number
	tokHao   = 'N' // 号 after a numeral or a bracket
	tokIssue = 'Q' // 期 or 次 after a numeral
	tokTotal = 'T' // 总 before the 第 of a running number
	tokJie   = 'J' // 届 after a numeral in brackets
	tokStray = 'x' // anything else
)

// maxTokens is how many tokens are looked at; no number has as many.
const maxTokens = 16

type token struct {
	kind       byte
	start, end int // bytes of the text
	unit       Unit
	num        numeral
}

// A scan is a text cut into tokens. It lives on the stack of the reader.
type scan struct {
	text   string
	tokens [maxTokens]token
	n      int
	shape  [maxTokens]byte
	space  int  // byte offset of the first space, -1 if none
	more   bool // tokens were left over
	digits bool // a numeral is among the tokens
}

// isSpace reports whether r is a space, or a mark without width that editors leave
// in a text.
func isSpace(r rune) bool {
	return !isCommon(r) && (r == '\u200b' || r == '\u2060' || r == '\ufeff' || unicode.IsSpace(r))
}

// isCommon reports whether r is one of the characters that nearly all Chinese text
// consists of; it is the quick question before the slow ones.
func isCommon(r rune) bool { return 0x4e00 <= r && r <= 0x9fff }

func isHan(r rune) bool { return isCommon(r) || r > 0x2e7f && unicode.Is(unicode.Han, r) }

// closing returns the bracket that closes an opening one, 0 for any other rune.
func closing(r rune) rune {
	switch r {
	case '(', '（':
		return r + 1
	case '[', '［', '{', '｛':
		return r + 2
	case '〔', '【', '〖', '〘', '〚', '「', '『', '〈', '《', '﹝', '﹙', '︹', '⟨':
		return r + 1
	}
	return 0
}

// isClosing reports whether r closes one of the brackets above.
func isClosing(r rune) bool {
	switch r {
	case ')', '）', ']', '］', '}', '｝',
		'〕', '】', '〗', '〙', '〛', '」', '』', '〉', '》', '﹞', '﹚', '︺', '⟩':
		return true
	}
	return false
}

func (sc *scan) run(s string) {
	sc.text, sc.space = s, -1
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		if isSpace(r) {
			if sc.space < 0 {
				sc.space = i
			}
			i += w
			continue
		}
		if sc.n == maxTokens {
			sc.more = true
			return
		}
		i = sc.next(i, r, w)
	}
}

// next reads the token at i, which begins with r of w bytes, and returns where the
// one after it begins.
func (sc *scan) next(i int, r rune, w int) int {
	last := sc.last()
	if isCommon(r) {
		switch {
		case r == '年' && last == tokDigit:
			return sc.put(tokYear, i, w)
		case r == '号' && (last == tokDigit || last == tokClose):
			return sc.put(tokHao, i, w)
		case r == '期' && last == tokDigit:
			return sc.issue(i, w, Qi)
		case r == '次' && last == tokDigit:
			return sc.issue(i, w, Ci)
		case r == '第' && sc.numbered(i+w):
			return sc.put(tokDi, i, w)
		case r == '总' && (last == tokIssue || last == tokOpen) && strings.HasPrefix(sc.text[sc.skip(i+w):], "第"):
			return sc.put(tokTotal, i, w)
		case r == '届' && last == tokDigit && sc.n > 1 && sc.shape[sc.n-2] == tokOpen:
			return sc.put(tokJie, i, w)
		}
	} else {
		if n, size := scanArabic(sc.text[i:]); size > 0 {
			return sc.number(i, n, size)
		}
		switch {
		case closing(r) != 0:
			return sc.put(tokOpen, i, w)
		case isClosing(r):
			return sc.put(tokClose, i, w)
		}
	}
	switch last {
	case tokOpen, tokClose, tokDi, tokYear: // only there a Chinese numeral is no part of a name
		if n, size := scanHan(sc.text[i:]); size > 0 {
			return sc.number(i, n, size)
		}
	case tokHan:
		if isHan(r) || r == '、' {
			sc.tokens[sc.n-1].end = i + w
			return i + w
		}
	}
	if isHan(r) {
		return sc.put(tokHan, i, w)
	}
	return sc.put(tokStray, i, w)
}

// issue puts 期 or 次.
func (sc *scan) issue(i, w int, u Unit) int {
	i = sc.put(tokIssue, i, w)
	sc.tokens[sc.n-1].unit = u
	return i
}

// numbered reports whether a numeral stands at i that ends a number: before 号,
// 期, 次, a closing bracket or the end. 第 before any other text is part of a name.
func (sc *scan) numbered(i int) bool {
	i = sc.skip(i)
	_, size := scanArabic(sc.text[i:])
	if size == 0 {
		if _, size = scanHan(sc.text[i:]); size == 0 {
			return false
		}
	}
	i = sc.skip(i + size)
	if i == len(sc.text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(sc.text[i:])
	return r == '号' || r == '期' || r == '次' || isClosing(r)
}

func (sc *scan) skip(i int) int {
	for i < len(sc.text) {
		r, w := utf8.DecodeRuneInString(sc.text[i:])
		if !isSpace(r) {
			break
		}
		i += w
	}
	return i
}

func (sc *scan) last() byte {
	if sc.n == 0 {
		return 0
	}
	return sc.tokens[sc.n-1].kind
}

func (sc *scan) number(i int, n numeral, size int) int {
	sc.digits = true
	i = sc.put(tokDigit, i, size)
	sc.tokens[sc.n-1].num = n
	return i
}

func (sc *scan) put(kind byte, i, size int) int {
	sc.tokens[sc.n] = token{kind: kind, start: i, end: i + size}
	sc.shape[sc.n] = kind
	sc.n++
	return i + size
}

// at returns the text of a token.
func (sc *scan) at(i int) string { return sc.text[sc.tokens[i].start:sc.tokens[i].end] }

// place is the number of the character at byte offset i, counted from 1.
func (sc *scan) place(i int) int { return utf8.RuneCountInString(sc.text[:i]) + 1 }

// span returns the text from token i to token j.
func (sc *scan) span(i, j int) string { return sc.text[sc.tokens[i].start:sc.tokens[j].end] }
