package wire

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A scanner walks the bytes of one JSON text and collects what is wrong with it.
// Its methods return false when the reading has ended: at the first syntax error,
// since nothing after it has a sure meaning, and where the text nests too deep.
type scanner struct {
	data   []byte
	pos    int
	limits Limits
	steps  []step // the way to the value being read, a step for each open list and object
	lines  lineCounter
	found  check.Problems
}

// A step is the place in one open list or object.
type step struct {
	kind  stepKind
	key   []byte // of stepKey
	name  string // of stepName
	index int    // of stepIndex
	path  string // of the step and those before it, once it was needed
}

type stepKind uint8

const (
	stepNone  stepKind = iota // between two members
	stepIndex                 // at an element
	stepKey                   // at a member, by the key as it was read
	stepName                  // at a member, by the name of a field
)

// maxStep is how many bytes of a key stand in a path.
const maxStep = 64

// path returns the path of the value being read.
func (s *scanner) path() string { return pathOf(s.steps) }

// pathOf returns the path that steps lead along. It goes as deep as the default
// limit; below that, line and column tell the place.
func pathOf(steps []step) string {
	steps = steps[:min(len(steps), MaxDepth)]
	if len(steps) == 0 {
		return ""
	}
	last := &steps[len(steps)-1]
	if last.path == "" {
		outer := pathOf(steps[:len(steps)-1])
		switch last.kind {
		case stepIndex:
			last.path = check.Index(outer, last.index)
		case stepKey:
			last.path = check.Key(outer, clip(last.key))
		case stepName:
			last.path = check.Key(outer, last.name)
		default:
			return outer
		}
	}
	return last.path
}

// clip cuts a key between characters so that it can stand in a path.
func clip(key []byte) string {
	if len(key) <= maxStep {
		return string(key)
	}
	n := maxStep
	for n > maxStep-utf8.UTFMax && !utf8.RuneStart(key[n]) {
		n--
	}
	return string(key[:n]) + "…"
}

// A lineCounter turns offsets into lines and columns, looking only at the bytes
// between one question and the next.
type lineCounter struct {
	offset int // of the last question
	line   int // the line of that offset
	start  int // where that line begins
}

func (c *lineCounter) at(data []byte, offset int) (line, column int) {
	from, to := min(c.offset, offset), max(c.offset, offset)
	if breaks := bytes.Count(data[from:to], newline); breaks > 0 {
		if offset < c.offset {
			breaks = -breaks
		}
		c.line += breaks
		c.start = bytes.LastIndexByte(data[:offset], '\n') + 1
	}
	c.offset = offset
	return c.line, offset - c.start + 1
}

var newline = []byte{'\n'}

// add records a finding of a rule at an offset, on the path of the value being
// read. Line and column follow the other arguments.
func (s *scanner) add(rule *check.Rule, offset int, args ...check.Arg) {
	s.found.Add(s.finding(rule, offset, args...))
}

func (s *scanner) finding(rule *check.Rule, offset int, args ...check.Arg) check.Problem {
	line, column := s.lines.at(s.data, offset)
	return rule.At(s.path(), append(args, check.Int("line", line), check.Int("column", column))...)
}

// broken records a syntax error and ends the reading.
func (s *scanner) broken(offset int, hans, en string) bool {
	s.add(&syntax, offset, check.Term("what", hans, en))
	return false
}

// space steps over white space and reports whether anything follows it.
func (s *scanner) space() bool {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
		default:
			return true
		}
	}
	return false
}

// peek steps over white space and returns the first byte of the next value.
func (s *scanner) peek() (byte, bool) {
	if !s.space() {
		return 0, s.broken(s.pos, "内容在此中断", "the text ends where a value is due")
	}
	return s.data[s.pos], true
}

// open steps into the list or object that begins here.
func (s *scanner) open() bool {
	if len(s.steps) == s.limits.Depth {
		s.add(&tooDeep, s.pos, check.Int("max", s.limits.Depth))
		return false
	}
	s.steps = append(s.steps, step{})
	s.pos++
	return true
}

// A turn says what a list or an object goes on with.
type turn uint8

const (
	turnBroken turn = iota // nothing: the reading has ended
	turnNext               // a further element or member
	turnLast               // its end
)

// next steps to the n-th element or member, counted from 0, or over the end.
func (s *scanner) next(n int, end byte) turn {
	s.steps[len(s.steps)-1] = step{}
	if !s.space() {
		s.broken(s.pos, "列表或对象没有结束", "a list or object does not end")
		return turnBroken
	}
	switch c := s.data[s.pos]; {
	case c == end:
		s.pos++
		s.steps = s.steps[:len(s.steps)-1]
		return turnLast
	case n == 0:
		return turnNext
	case c == ',':
		s.pos++
		return turnNext
	default:
		s.broken(s.pos, "此处应为逗号或结尾括号", "want a comma or the closing bracket")
		return turnBroken
	}
}

// element steps to the n-th element of the innermost list.
func (s *scanner) element(n int) turn {
	t := s.next(n, ']')
	if t == turnNext {
		s.steps[len(s.steps)-1] = step{kind: stepIndex, index: n}
	}
	return t
}

// member steps to the value of the n-th member of the innermost object and
// returns its key and where that begins. The key may be a part of the input.
func (s *scanner) member(n int) (key []byte, offset int, t turn) {
	if t := s.next(n, '}'); t != turnNext {
		return nil, 0, t
	}
	if !s.space() || s.data[s.pos] != '"' {
		s.broken(s.pos, "此处应为加引号的键", "want a key in quotes")
		return nil, 0, turnBroken
	}
	offset = s.pos
	key, ok := s.text()
	if !ok {
		return nil, 0, turnBroken
	}
	if !s.space() || s.data[s.pos] != ':' {
		s.broken(s.pos, "键之后应为冒号", "want a colon after the key")
		return nil, 0, turnBroken
	}
	s.pos++
	s.steps[len(s.steps)-1] = step{kind: stepKey, key: key}
	return key, offset, turnNext
}

// text reads the string that begins here. What it returns is a part of the input
// unless the string holds escapes.
func (s *scanner) text() (content []byte, ok bool) {
	start := s.pos + 1
	ascii := true
	for i := start; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c == '"':
			s.pos = i + 1
			content = s.data[start:i:i]
			if !ascii {
				s.utf8(content, start)
			}
			return content, true
		case c == '\\':
			return s.escapedText(start, i)
		case c < ' ':
			return nil, s.broken(i, "字符串中的控制字符未转义", "a control character in a string is not escaped")
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return nil, s.broken(len(s.data), "字符串没有结束", "a string does not end")
}

// utf8 reports the first byte of part, which begins at offset, that is not UTF-8.
func (s *scanner) utf8(part []byte, offset int) {
	if utf8.Valid(part) {
		return
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(part[i:])
		if r == utf8.RuneError && size == 1 {
			s.add(&notUTF8, offset+i, hexByte(part[i]))
			return
		}
		i += size
	}
}

func hexByte(b byte) check.Arg {
	return check.Text("byte", "0x"+strconv.FormatUint(uint64(b)|0x100, 16)[1:])
}

// escapedText reads a string that begins at start and has its first escape at i.
func (s *scanner) escapedText(start, i int) (content []byte, ok bool) {
	content = append(make([]byte, 0, i-start+16), s.data[start:i]...)
	s.utf8(content, start)
	for i < len(s.data) {
		switch c := s.data[i]; {
		case c == '"':
			s.pos = i + 1
			return content, true
		case c == '\\':
			var r rune
			if r, i, ok = s.escape(i); !ok {
				return nil, false
			}
			content = utf8.AppendRune(content, r)
		default:
			n := bytes.IndexAny(s.data[i:], "\"\\")
			if n < 0 {
				n = len(s.data) - i
			}
			part := s.data[i : i+n]
			if j := slices.IndexFunc(part, func(b byte) bool { return b < ' ' }); j >= 0 {
				return nil, s.broken(i+j, "字符串中的控制字符未转义", "a control character in a string is not escaped")
			}
			s.utf8(part, i)
			content = append(content, part...)
			i += n
		}
	}
	return nil, s.broken(len(s.data), "字符串没有结束", "a string does not end")
}

// escape reads the escape at i and returns its character and what follows it.
func (s *scanner) escape(i int) (r rune, after int, ok bool) {
	if i+1 < len(s.data) {
		if s.data[i+1] == 'u' {
			return s.unicodeEscape(i)
		}
		if n := bytes.IndexByte([]byte(`"\/bfnrt`), s.data[i+1]); n >= 0 {
			return rune("\"\\/\b\f\n\r\t"[n]), i + 2, true
		}
	}
	return 0, 0, s.broken(i, "转义无效", "an escape is not one of those of JSON")
}

func (s *scanner) unicodeEscape(i int) (r rune, after int, ok bool) {
	r, ok = hex4(s.data[i+2:])
	if !ok {
		return 0, 0, s.broken(i, `\u 之后应为四位十六进制数`, `\u is not followed by four hexadecimal digits`)
	}
	after = i + 6
	if !utf16.IsSurrogate(r) {
		return r, after, true
	}
	if rest := s.data[after:]; len(rest) > 1 && rest[0] == '\\' && rest[1] == 'u' {
		if low, ok := hex4(rest[2:]); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return pair, after + 6, true
			}
		}
	}
	s.add(&loneSurrogate, i, check.Value("escape", string(s.data[i:after])))
	return utf8.RuneError, after, true
}

// hex4 reads four hexadecimal digits.
func hex4(b []byte) (rune, bool) {
	if len(b) < 4 {
		return 0, false
	}
	var r rune
	for _, c := range b[:4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// number reads the number that begins here and tells whether it is written as a
// whole number.
func (s *scanner) number() (number []byte, whole, ok bool) {
	start := s.pos
	if c := s.data[s.pos]; c != '-' && (c < '0' || '9' < c) {
		return nil, false, s.broken(start, "不是 JSON 值", "this is no JSON value")
	}
	if s.data[s.pos] == '-' {
		s.pos++
	}
	zero := s.pos < len(s.data) && s.data[s.pos] == '0'
	n := s.digits()
	if n == 0 || zero && n > 1 {
		return nil, false, s.broken(start, "数值写法不对", "a number begins with zeros or has no digit")
	}
	whole = true
	if s.pos < len(s.data) && s.data[s.pos] == '.' {
		whole = false
		s.pos++
		if s.digits() == 0 {
			return nil, false, s.broken(start, "小数点之后没有数字", "a number has no digit after its point")
		}
	}
	if s.pos < len(s.data) && s.data[s.pos]|0x20 == 'e' {
		whole = false
		s.pos++
		if s.pos < len(s.data) && (s.data[s.pos] == '+' || s.data[s.pos] == '-') {
			s.pos++
		}
		if s.digits() == 0 {
			return nil, false, s.broken(start, "指数没有数字", "a number has no digit in its exponent")
		}
	}
	return s.data[start:s.pos], whole, true
}

// digits steps over decimal digits and returns their number.
func (s *scanner) digits() int {
	start := s.pos
	for s.pos < len(s.data) && '0' <= s.data[s.pos] && s.data[s.pos] <= '9' {
		s.pos++
	}
	return s.pos - start
}

// word steps over one of the words true, false and null.
func (s *scanner) word(want string) bool {
	if !bytes.HasPrefix(s.data[s.pos:], []byte(want)) {
		return s.broken(s.pos, "不是 JSON 值", "this is no JSON value")
	}
	s.pos += len(want)
	return true
}

// skip reads a value of any kind and keeps nothing of it.
func (s *scanner) skip() bool {
	c, ok := s.peek()
	if !ok {
		return false
	}
	switch c {
	case '{':
		return s.skipObject()
	case '[':
		return s.skipList()
	case '"':
		_, ok = s.text()
	case 't':
		ok = s.word("true")
	case 'f':
		ok = s.word("false")
	case 'n':
		ok = s.word("null")
	default:
		_, _, ok = s.number()
	}
	return ok
}

func (s *scanner) skipList() bool {
	if !s.open() {
		return false
	}
	for n := 0; ; n++ {
		if t := s.element(n); t != turnNext {
			return t == turnLast
		}
		if !s.skip() {
			return false
		}
	}
}

func (s *scanner) skipObject() bool {
	if !s.open() {
		return false
	}
	var keys keySet
	for n := 0; ; n++ {
		key, offset, t := s.member(n)
		if t != turnNext {
			return t == turnLast
		}
		if !keys.add(key) {
			s.add(&duplicateKey, offset, check.Value("key", string(key)))
		}
		if !s.skip() {
			return false
		}
	}
}

// A keySet holds the keys of one object: the first few in a list, since most
// objects are small, all of them in a map once there are more.
type keySet struct {
	few  [8][]byte
	n    int
	many map[string]struct{}
}

// add reports whether key is new.
func (k *keySet) add(key []byte) bool {
	if k.many == nil {
		for _, have := range k.few[:k.n] {
			if bytes.Equal(have, key) {
				return false
			}
		}
		if k.n < len(k.few) {
			k.few[k.n] = key
			k.n++
			return true
		}
		k.many = make(map[string]struct{}, 2*len(k.few))
		for _, have := range k.few {
			k.many[string(have)] = struct{}{}
		}
	}
	if _, found := k.many[string(key)]; found {
		return false
	}
	k.many[string(key)] = struct{}{}
	return true
}
