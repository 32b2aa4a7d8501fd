package symbol

import (
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A set says which characters a step takes.
type set uint8

const (
	literal  set = iota // one of the words of the step
	digit               // 0-9, leading zeros kept
	count               // 0-9 without leading zeros, which are repaired
	upper               // A-Z
	letter              // A-Z, a-z
	lower               // a-z, 0-9
	name                // the same, but no version: two digits with nothing behind
	capital             // A-Z, 0-9
	romans              // a Roman numeral
	hanName             // Chinese characters but 第, 号 and 號
	hanCount            // a Chinese numeral
	title               // Chinese characters up to the last 文件 or 材料
	space               // one space
	mayBe               // one space or none
	group               // steps, from min to max times
)

// A step of a row takes one piece of the text. Steps are greedy; only groups are
// tried the other way when what follows does not fit.
type step struct {
	role     Role
	set      set
	min, max int      // characters, or times of a group; 0 of max is min
	words    []string // for literal
	alike    string   // characters read as the one word, with a warning
	steps    []step   // for group
}

// A row is a form of a number of a class. Once as many steps as key have fitted, a
// text belongs to the class, whatever is wrong with the rest; with a key of 0 only
// the whole text does.
type row struct {
	class Class
	key   int
	steps []step
}

// A matcher tries rows on a text.
type matcher struct {
	text   string
	fold   bool // letters in either case
	out    []byte
	pieces []Piece
	want   bool // pieces are wanted
	state  state
	row    *row
	open   bool // the end of the text need not be reached
	end    int
	far    int  // the furthest place where a step did not fit, key steps having fitted
	bare   bool // there a modifier waits for its number
	known  bool
	budget int
}

// state is what backtracking restores. Places are bytes of the text, -1 for none.
type state struct {
	out, pieces          int
	space, padded, alike int
	size                 int // of padded, of alike
	want                 string
	wanted               int // where the zeros of padded end
}

// maxTries bounds the steps tried on one text; no number comes near it.
const maxTries = 4096

func newMatcher(text string) matcher {
	return matcher{text: text, out: make([]byte, 0, min(len(text), MaxText)+8), budget: maxTries}
}

// try matches the text with a row, from its start to its end.
func (m *matcher) try(r *row, from int) bool {
	m.out, m.pieces = m.out[:0], m.pieces[:0]
	m.state = state{space: -1, padded: -1, alike: -1}
	m.row = r
	return m.match(r.steps, nil, from, 0)
}

// A tail is where to go on when the steps of a group have fitted: at the group
// itself, which has then fitted some times.
type tail struct {
	steps []step
	up    *tail
	times int
}

// match matches steps at i and then those of the tail. If the first step is a
// group, it has fitted some times before.
func (m *matcher) match(steps []step, up *tail, i, times int) bool {
	m.budget--
	if m.budget < 0 {
		return false
	}
	if len(steps) == 0 {
		if up != nil {
			return m.match(up.steps, up.up, i, up.times)
		}
		j := i
		if !m.open {
			j = m.skip(i)
		}
		if j == len(m.text) || m.open {
			if j > i {
				m.spaced(i)
			}
			m.end = i
			return true
		}
		m.failed(steps, up, i)
		return false
	}
	st := &steps[0]
	if st.set == group {
		saved := m.state
		if times < st.most() {
			if m.match(st.steps, &tail{steps, up, times + 1}, i, 0) {
				return true
			}
			m.restore(saved)
		}
		return times >= st.min && m.match(steps[1:], up, i, 0)
	}
	j, ok := m.take(st, i)
	if !ok {
		m.failed(steps, up, m.skip(i))
		return false
	}
	return m.match(steps[1:], up, j, 0)
}

func (s *step) most() int { return max(s.max, s.min, 1) }

// failed notes how far a text went that is known to belong to the class.
func (m *matcher) failed(steps []step, up *tail, i int) {
	left := len(steps)
	for ; up != nil; up = up.up {
		left = len(up.steps)
	}
	if m.row.key > 0 && len(m.row.steps)-left >= m.row.key && i >= m.far {
		m.far, m.known = i, true
		m.bare = len(steps) > 0 && steps[0].role == Modifier && (steps[0].set == count || steps[0].set == space)
	}
}

func (m *matcher) restore(s state) {
	m.state = s
	m.out = m.out[:s.out]
	if m.want {
		m.pieces = m.pieces[:s.pieces]
	}
}

// skip returns the place behind the spaces at i. In a running text only one plain
// space may stand in a number, where a row has it.
func (m *matcher) skip(i int) int {
	if m.open {
		return i
	}
	return len(m.text) - len(strings.TrimLeftFunc(m.text[i:], isSpace))
}

func (m *matcher) spaced(i int) {
	if m.state.space < 0 {
		m.state.space = i
	}
}

func (m *matcher) put(role Role, text string) {
	m.out = append(m.out, text...)
	m.state.out = len(m.out)
	if !m.want || text == "" {
		return
	}
	m.pieces = append(m.pieces, Piece{role, text})
	m.state.pieces = len(m.pieces)
}

// take matches one step at i and returns where the next one begins.
func (m *matcher) take(st *step, i int) (int, bool) {
	j := m.skip(i)
	if m.open && (st.set == space || st.set == mayBe) && i < len(m.text) && m.text[i] == ' ' {
		j = i + 1
	}
	if st.set == space || st.set == mayBe {
		switch {
		case j > i:
			if m.text[i:j] != " " {
				m.spaced(i)
			}
			m.put(st.role, " ")
		case st.set == space:
			return i, false
		}
		return j, true
	}
	if j > i {
		m.spaced(i)
		i = j
	}
	if st.set == literal {
		return m.word(st, i)
	}
	size := m.run(st, i)
	if size == 0 {
		return i, false
	}
	text := m.text[i : i+size]
	switch {
	case m.fold && (st.set == upper || st.set == capital || st.set == romans):
		text = strings.ToUpper(text)
	case m.fold && (st.set == lower || st.set == name):
		text = strings.ToLower(text)
	case st.set == count && len(text) > 1 && text[0] == '0':
		bare := strings.TrimLeft(text, "0")
		if bare == "" {
			return i, false
		}
		if m.state.padded < 0 {
			m.state.padded, m.state.wanted, m.state.size = i, i+size, size
			m.state.want = bare
		}
		text = bare
	}
	m.put(st.role, text)
	return i + size, true
}

// word matches one of the words of a step.
func (m *matcher) word(st *step, i int) (int, bool) {
	for _, w := range st.words {
		if strings.HasPrefix(m.text[i:], w) || m.fold && len(m.text)-i >= len(w) && strings.EqualFold(m.text[i:i+len(w)], w) {
			m.put(st.role, w)
			return i + len(w), true
		}
	}
	if st.alike != "" && i < len(m.text) {
		r, w := utf8.DecodeRuneInString(m.text[i:])
		if strings.ContainsRune(st.alike, r) {
			if m.state.alike < 0 {
				m.state.alike = i
			}
			m.put(st.role, st.words[0])
			return i + w, true
		}
	}
	return i, false
}

// run returns the length in bytes of what a set takes at i, 0 if that is too short.
func (m *matcher) run(st *step, i int) int {
	text := m.text[i:]
	switch st.set {
	case hanCount:
		n, size := scanHan(text)
		if n.bad || n.tooLong || n.value == 0 || strings.IndexFunc(text[:size], isSpace) >= 0 {
			return 0
		}
		return size
	case hanName, title:
		return hanRun(text, st)
	default:
	}
	size := 0
	for size < len(text) && size < st.most() && m.in(st.set, text[size]) {
		size++
	}
	if st.set == name && size == 2 && isDigit(text[0]) && isDigit(text[1]) && (size == len(text) || text[size] != '-') {
		return 0
	}
	if size < st.min || size == 0 || st.set == romans && !isRoman(strings.ToUpper(text[:size])) {
		return 0
	}
	return size
}

// hanRun returns the length of Chinese text of at most the characters of a step.
func hanRun(text string, st *step) int {
	size, n, named := 0, 0, 0
	for size < len(text) {
		r, w := utf8.DecodeRuneInString(text[size:])
		if !isHan(r) || st.set == hanName && (r == '第' || r == '号' || r == '號') {
			break
		}
		size += w
		if n++; n > st.max {
			return 0
		}
		if strings.HasSuffix(text[:size], "文件") || strings.HasSuffix(text[:size], "材料") {
			named = size
		}
	}
	if st.set == title {
		size = named
	}
	if n < st.min {
		return 0
	}
	return size
}

func (m *matcher) in(s set, c byte) bool {
	switch s {
	case digit, count:
		return isDigit(c)
	case upper, romans:
		return isUpper(c) || m.fold && isLower(c)
	case letter:
		return isUpper(c) || isLower(c)
	case lower, name:
		return isLower(c) || isDigit(c) || m.fold && isUpper(c)
	case capital:
		return isUpper(c) || isDigit(c) || m.fold && isLower(c)
	default:
		return false
	}
}

// repairs reports what was repaired in the text that was matched.
func (m *matcher) repairs(found *check.Problems) {
	s, class := &m.state, m.row.class
	place := func(i int) int { return utf8.RuneCountInString(m.text[:i]) }
	if s.space >= 0 {
		add(found, class, &spacingRule, place(s.space))
	}
	if s.padded >= 0 {
		add(found, class, &paddingRule, place(s.padded),
			check.Value("found", m.text[s.padded:s.wanted]), check.Text("want", s.want))
	}
	if s.alike >= 0 {
		_, w := utf8.DecodeRuneInString(m.text[s.alike:])
		add(found, class, &lookalikeRule, place(s.alike), check.Value("found", m.text[s.alike:s.alike+w]))
	}
}

// han reports whether the numbers of a class that is read by rows begin with a
// Chinese character.
func (c Class) han() bool { return c == TW || c == MeetingPaper }

// readRows reads a text by the rows and reports whether it is a number of one of
// their classes.
func readRows(s string) (n Number, found check.Problems, ok bool) {
	m := newMatcher(s)
	var known *row
	head := s[m.skip(0):]
	if head == "" {
		return Number{}, found, false
	}
	han := head[0] >= utf8.RuneSelf
	for i := range rowsOfClasses {
		r := &rowsOfClasses[i]
		if r.class.han() != han {
			continue
		}
		far := m.far
		if m.try(r, 0) {
			m.repairs(&found)
			if r.class == EUCouncil && r.key < 0 {
				add(&found, r.class, &ambiguousRule, 0, check.Value("found", string(m.out)), check.Term("what",
					"只有号数和年份，别的编号也这样写", "a number and a year alone; other numbers are written so too"))
			}
			if i := len(s) - len("0000"); r.class == Archive && strings.HasSuffix(s, "-0000") { // items count from 1
				add(&found, r.class, &strayRule, utf8.RuneCountInString(s[:i]), check.Value("found", s[i:]))
			}
			return outer(r.class, s, string(m.out), found), found, true
		}
		if m.known && (known == nil || m.far > far) {
			known = r
		}
	}
	strict := m
	m.fold = true
	for i := range rowsOfClasses {
		if r := &rowsOfClasses[i]; !han && !r.class.han() && m.try(r, 0) {
			at := 0
			for at < len(m.out) && at < len(s) && m.out[at] == s[at] {
				at++
			}
			add(&found, r.class, &caseRule, utf8.RuneCountInString(s[:at]), check.Value("found", s), check.Value("want", string(m.out)))
			return outer(r.class, s, "", found), found, true
		}
	}
	if known == nil {
		return Number{}, found, false
	}
	at := utf8.RuneCountInString(s[:strict.far])
	if strict.far == len(s) && strict.bare {
		add(&found, known.class, &modifierRule, at, check.Value("found", s))
	} else if strict.far == len(s) {
		add(&found, known.class, &noNumberRule, at, check.Value("found", s))
	} else {
		_, w := utf8.DecodeRuneInString(s[strict.far:])
		add(&found, known.class, &strayRule, at, check.Value("found", s[strict.far:strict.far+w]))
	}
	return outer(known.class, s, "", found), found, true
}

// rowPieces returns the pieces of a clean number of a class.
func rowPieces(class Class, text string) []Piece {
	m := newMatcher(text)
	m.want = true
	for i := range rowsOfClasses {
		if r := &rowsOfClasses[i]; r.class == class && m.try(r, 0) {
			return joinPieces(m.pieces)
		}
	}
	return nil
}

// joinPieces makes one piece of neighbours of one role: REV 4, SC 2.
func joinPieces(pieces []Piece) []Piece {
	var out []Piece
	for _, p := range pieces {
		if n := len(out); n > 0 && out[n-1].Role == p.Role {
			out[n-1].Text += p.Text
		} else {
			out = append(out, p)
		}
	}
	return out
}
