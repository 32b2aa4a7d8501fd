package wire

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Parse reads a table whose first row is its header. It returns a table in any
// case; what is wrong with it is in its [Table.Problems], and a table with a
// finding of severity Error is walked only to find the other faults.
//
// Headers are matched without the white space around them and otherwise letter by
// letter. Cells are taken as they stand, white space included. Lines without any
// text are left out; cells beyond the header are, too, if they are empty, since
// spreadsheets write such.
func (c CSV) Parse(data []byte, columns []Column) *Table {
	limits := c.Limits.withDefaults()
	t := &Table{columns: columns, found: c.faults()}
	text, ok := c.decode(data, limits, &t.found)
	if !ok || t.found.Failed() {
		return t
	}
	s := cellScanner{
		text: text, sep: c.separator(), bare: c.Bare, unguarded: c.Unguarded,
		limits: limits, lines: lineCounter{line: limits.FirstLine}, found: &t.found,
	}
	if s.sep == 0 {
		s.sep = s.detect(columns)
	}
	if !s.record(nil) {
		t.found.Add(noHeader.At(""))
		return t
	}
	t.header(s.cells, s.line, c.Open)
	for s.record(t) {
		if len(t.rows) == limits.Rows {
			t.found.Add(tooManyRows.At("", check.Int("line", s.line), check.Int("max", limits.Rows)))
			return t
		}
		t.add(&s)
	}
	return t
}

// decode returns the text of data in UTF-8 without its byte order mark. Text that
// is neither UTF-8 nor recognised is returned as it is: its cells are reported.
func (c CSV) decode(data []byte, limits Limits, found *check.Problems) (text []byte, ok bool) {
	switch {
	case len(data) > limits.Bytes:
		found.Add(tooLarge.At("", check.Int("bytes", len(data)), check.Int("max", limits.Bytes)))
		return nil, false
	case isUTF16(data):
		found.Add(looksUTF16.At(""))
		return nil, false
	case utf8.Valid(data) || !isGB18030(data):
		return bytes.TrimPrefix(data, []byte(bom)), true
	case c.Decode == nil:
		found.Add(looksGB18030.At(""))
		return nil, false
	}
	text, err := c.Decode(data)
	switch {
	case err != nil:
		found.Add(undecodable.At("", check.Text("why", err.Error())).WithCause(err))
	case len(text) > limits.Bytes:
		found.Add(tooLarge.At("", check.Int("bytes", len(text)), check.Int("max", limits.Bytes)))
	case !utf8.Valid(text) || bytes.ContainsRune(text, utf8.RuneError):
		found.Add(undecodable.At("", check.Term("why", "转换结果中有无效字符", "the result holds characters that are not valid")))
	default:
		return bytes.TrimPrefix(text, []byte(bom)), true
	}
	return nil, false
}

// A cellScanner walks the records of a table. We do not use encoding/csv because
// it changes CR LF inside cells and stops at the first fault of a record.
type cellScanner struct {
	text            []byte
	pos             int
	sep             byte
	bare, unguarded bool
	limits          Limits
	lines           lineCounter
	found           *check.Problems

	// The last record:
	cells []string
	line  int  // where it begins
	sound bool // whether its cells are those that were meant
}

// detect returns the separator under which the header shows the most declared
// columns, then the most columns. A header whose quotes do not fit is not one.
func (s *cellScanner) detect(columns []Column) byte {
	best, most := byte(','), [2]int{}
	for _, sep := range []byte(separators) {
		trial := *s
		trial.sep, trial.found, trial.cells = sep, &check.Problems{}, nil
		if !trial.record(nil) || !trial.sound && len(trial.cells) < s.limits.Columns {
			continue
		}
		declared := 0
		for _, cell := range trial.cells {
			if columnOf(columns, strings.TrimSpace(cell)) >= 0 {
				declared++
			}
		}
		if shows := [2]int{declared, len(trial.cells)}; slices.Compare(shows[:], most[:]) > 0 {
			best, most = sep, shows
		}
	}
	return best
}

// record reads the next record and reports whether there was one. The table, nil
// for the header, names the places of findings.
func (s *cellScanner) record(t *Table) bool {
	for s.skipBreak() {
	}
	if s.pos == len(s.text) {
		return false
	}
	s.cells, s.sound = s.cells[:0], true
	s.line, _ = s.lines.at(s.text, s.pos)
	for {
		start := s.pos
		cell, ok := s.cell(t)
		if len(s.cells) == s.limits.Columns {
			if s.sound {
				s.found.Add(tooManyColumns.At(t.place(-1), check.Int("line", s.line), check.Int("max", s.limits.Columns)))
			}
			s.sound = false
		} else {
			s.judge(t, start, cell)
			if !s.unguarded {
				cell = unguarded(cell)
			}
			s.cells = append(s.cells, cell)
		}
		if !ok {
			s.sound = false
			s.toBreak()
		}
		if s.pos == len(s.text) || s.skipBreak() {
			return true
		}
		s.pos++ // the separator
	}
}

// skipBreak steps over a line break.
func (s *cellScanner) skipBreak() bool {
	rest := s.text[s.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("\n")):
		s.pos++
	case bytes.HasPrefix(rest, []byte("\r\n")):
		s.pos += 2
	default:
		return false
	}
	return true
}

// toBreak steps to the end of the line.
func (s *cellScanner) toBreak() {
	i := bytes.IndexByte(s.text[s.pos:], '\n')
	if i < 0 {
		i = len(s.text) - s.pos
	}
	s.pos += i
}

// cell reads one cell, up to the separator or the line break after it. It reports
// false if what follows cannot be told apart any more.
func (s *cellScanner) cell(t *Table) (cell string, ok bool) {
	if s.pos < len(s.text) && s.text[s.pos] == '"' && !s.bare {
		return s.quoted(t)
	}
	start := s.pos
	for s.pos < len(s.text) && s.text[s.pos] != s.sep && s.text[s.pos] != '\n' {
		s.pos++
	}
	if s.pos > start && s.text[s.pos-1] == '\r' && s.pos < len(s.text) && s.text[s.pos] == '\n' {
		s.pos--
	}
	raw := s.text[start:s.pos]
	if i := bytes.IndexByte(raw, '"'); i >= 0 && !s.bare {
		s.misquoted(t, start+i, "单元格中间有引号而未加引号", "a quote stands inside a cell without quotes")
		s.sound = false
	}
	return string(raw), true
}

// quoted reads a cell in quotes.
func (s *cellScanner) quoted(t *Table) (cell string, ok bool) {
	start := s.pos
	end := start + 1 // of the cell: the first quote that is not doubled
	for {
		n := bytes.IndexByte(s.text[end:], '"')
		if n < 0 {
			s.misquoted(t, start, "引号没有结束", "a quote does not end")
			s.toBreak()
			return string(bytes.TrimSuffix(s.text[start+1:s.pos], []byte("\r"))), false
		}
		end += n
		if !bytes.HasPrefix(s.text[end:], []byte(`""`)) {
			break
		}
		end += 2
	}
	s.pos = end + 1
	cell = strings.ReplaceAll(string(s.text[start+1:end]), `""`, `"`)
	rest := s.text[s.pos:]
	if len(rest) > 0 && rest[0] != s.sep && rest[0] != '\n' && !bytes.HasPrefix(rest, []byte("\r\n")) {
		s.misquoted(t, s.pos, "结束引号之后还有内容", "text follows the closing quote")
		return cell, false
	}
	return cell, true
}

func (s *cellScanner) misquoted(t *Table, offset int, hans, en string) {
	line, column := s.lines.at(s.text, offset)
	s.found.Add(badQuote.At(t.place(len(s.cells)),
		check.Term("what", hans, en), check.Int("line", line), check.Int("column", column)))
}

// judge reports what is wrong with the text of a cell that begins at an offset.
func (s *cellScanner) judge(t *Table, offset int, cell string) {
	raw := s.text[offset:s.pos]
	if len(cell) > s.limits.Cell {
		line, _ := s.lines.at(s.text, offset)
		s.found.Add(longCell.At(t.place(len(s.cells)),
			check.Int("line", line), check.Int("bytes", len(cell)), check.Int("max", s.limits.Cell)))
	}
	quoted := len(raw) > 0 && raw[0] == '"' && !s.bare
	for i, size := 0, 0; i < len(raw); i += size {
		if size = 1; ' ' <= raw[i] && raw[i] <= '~' {
			continue
		}
		var r rune
		r, size = utf8.DecodeRune(raw[i:])
		rule, character := &controlCharacter, check.Value("character", string(r))
		switch {
		case r == utf8.RuneError && size == 1:
			rule, character = &notUTF8, hexByte(raw[i])
		case !isControl(r) && (r != '\r' || quoted):
			continue
		}
		line, column := s.lines.at(s.text, offset+i)
		s.found.Add(rule.At(t.place(len(s.cells)), character, check.Int("line", line), check.Int("column", column)))
		return
	}
}
