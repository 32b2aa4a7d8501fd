package wire

import (
	"encoding"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Table is what [CSV.Parse] read. It collects the findings of those who read its
// cells, so it is not safe for concurrent use.
type Table struct {
	columns []Column
	names   []string       // of the columns in the text, "" for one that is not used
	index   map[string]int // by name
	cells   []string       // row after row, in the order of the text
	rows    []tableRow
	found   check.Problems
}

type tableRow struct {
	line int // where it begins
	end  int // of its cells in Table.cells
}

// columnOf returns the declared column that a header names, or -1.
func columnOf(columns []Column, header string) int {
	return slices.IndexFunc(columns, func(c Column) bool {
		return c.Name == header || slices.Contains(c.Aliases, header)
	})
}

// header matches the header of the text with the declared columns.
func (t *Table) header(cells []string, line int, open bool) {
	t.index = map[string]int{}
	at := check.Int("line", line)
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	for i, cell := range cells {
		name := strings.TrimSpace(cell)
		if c := columnOf(t.columns, name); c >= 0 {
			name = t.columns[c].Name
		} else if name != "" && !open {
			t.found.Add(unknownColumn.At(check.Index("columns", i), at, check.Value("name", name), t.nearest(name)))
			name = ""
		} else if name == "" {
			t.found.Add(unnamedColumn.At(check.Index("columns", i), at, check.Int("number", i+1)))
		}
		if _, taken := t.index[name]; taken {
			t.found.Add(duplicateColumn.At(check.Index("columns", i), at, check.Value("name", name), check.Int("number", i+1)))
			name = ""
		}
		if name != "" {
			t.index[name] = i
		}
		t.names = append(t.names, name)
	}
	for _, c := range t.columns {
		if c.Required && !t.Has(c.Name) {
			t.found.Add(missingColumn.At("columns", at, check.Value("name", c.Name)))
		}
	}
}

func (t *Table) nearest(name string) check.Arg {
	var known []string
	for _, c := range t.columns {
		known = append(append(known, c.Name), c.Aliases...)
	}
	if near := nearest(name, known); near != "" {
		return check.Value("nearest", near)
	}
	return check.Term("nearest", "无", "none")
}

// add takes the record that s has read.
func (t *Table) add(s *cellScanner) {
	cells, width := s.cells, len(t.names)
	for len(cells) > width && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	whole := len(cells) == width && s.sound
	if !whole && s.sound {
		t.found.Add(raggedRow.At(t.place(-1), check.Int("line", s.line), check.Int("want", width), check.Int("have", len(cells))))
	}
	t.cells = append(t.cells, cells[:min(width, len(cells))]...)
	for range width - len(cells) {
		t.cells = append(t.cells, "")
	}
	t.rows = append(t.rows, tableRow{line: s.line, end: len(t.cells)})
	for _, c := range t.columns {
		if i, ok := t.index[c.Name]; ok && c.Filled && whole && cells[i] == "" {
			row := Row{t, len(t.rows) - 1}
			path, line := row.At(c.Name)
			t.found.Add(emptyCell.At(path, check.Int("line", line), check.Value("name", c.Name)))
		}
	}
}

// place returns the path of cell i of the row that comes next, or of the row for
// -1; for a nil table, of the header.
func (t *Table) place(i int) string {
	if t == nil {
		if i < 0 {
			return "columns"
		}
		return check.Index("columns", i)
	}
	row := check.Index("rows", len(t.rows))
	switch {
	case i < 0:
		return row
	case i < len(t.names) && t.names[i] != "":
		return check.Key(row, t.names[i])
	default:
		return check.Index(row, i)
	}
}

// Problems returns what is wrong with the table and with the cells that were read
// so far, by path: columns[2] is the third cell of the header, rows[12].seq the
// cell of column seq in row 12, counted from 0 without the header.
func (t *Table) Problems() check.Problems { return t.found }

// Add puts findings of the caller among those of the table. [Row.At] has the path
// and the line of a cell.
func (t *Table) Add(found ...check.Problem) { t.found.Add(found...) }

// Has reports whether the header has a column of that name.
func (t *Table) Has(column string) bool {
	_, ok := t.index[column]
	return ok
}

// Columns walks the names of the columns in the order of the text: the declared
// name of a declared column, the header of another.
func (t *Table) Columns() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, name := range t.names {
			if name != "" && !yield(name) {
				return
			}
		}
	}
}

// Len is the number of rows without the header.
func (t *Table) Len() int { return len(t.rows) }

// Rows walks the rows in order.
func (t *Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := range t.rows {
			if !yield(Row{t, i}) {
				return
			}
		}
	}
}

// A Row is one row of a table below its header. Its methods take the declared name
// of a column, or the header of another column of an open table. A column that the
// text does not have, and a cell that a short row does not have, is empty.
type Row struct {
	table *Table
	index int
}

// Index is the number of the row, counted from 0 without the header.
func (r Row) Index() int { return r.index }

// At returns the path of a cell and the line on which it begins, for findings.
// For the empty name these are the path and the line of the row.
func (r Row) At(column string) (path string, line int) {
	path, line = check.Index("rows", r.index), r.table.rows[r.index].line
	if column == "" {
		return path, line
	}
	for _, cell := range r.cells()[:r.table.index[column]] {
		line += strings.Count(cell, "\n")
	}
	return check.Key(path, column), line
}

func (r Row) cells() []string {
	end := r.table.rows[r.index].end
	return r.table.cells[end-len(r.table.names) : end]
}

// Text returns a cell as it stands.
func (r Row) Text(column string) string {
	i, ok := r.table.index[column]
	if !ok {
		if !slices.ContainsFunc(r.table.columns, func(c Column) bool { return c.Name == column }) {
			path, _ := r.At(column)
			r.table.Add(undeclaredColumn.At(path, check.Value("name", column)))
		}
		return ""
	}
	return r.cells()[i]
}

// Int returns the whole number in a cell: digits, with '-' before them if need be.
// An empty cell is 0. Other text is a finding, and so is a number beyond int64.
func (r Row) Int(column string) int64 {
	text := r.Text(column)
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 64)
	switch {
	case !allDigits(strings.TrimPrefix(text, "-")):
		r.bad(column, text, check.Term("why", "不是整数", "it is no whole number"), nil)
		return 0
	case err != nil:
		r.bad(column, text, check.Term("why", "超出范围", "it is out of range"), err)
		return 0
	}
	return n
}

// Read gives a cell to a variable that reads text. An empty cell leaves it as it
// is. An error of the variable is a finding.
func (r Row) Read(column string, into encoding.TextUnmarshaler) {
	text := r.Text(column)
	if text == "" {
		return
	}
	if err := into.UnmarshalText([]byte(text)); err != nil {
		r.bad(column, text, check.Text("why", err.Error()), err)
	}
}

func (r Row) bad(column, text string, why check.Arg, cause error) {
	path, line := r.At(column)
	r.table.Add(badCell.At(path, check.Int("line", line), check.Value("name", column), check.Value("value", text), why).WithCause(cause))
}
