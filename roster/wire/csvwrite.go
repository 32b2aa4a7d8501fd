package wire

import (
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Append appends a table whose first row is its header. All rows must be as long
// as the header, and cells must be UTF-8 without controls other than tabs and line
// breaks. Everything that keeps the table from being written is reported at once:
// the error is a [check.Problems], and dst is returned as it was.
func (c CSV) Append(dst []byte, rows [][]string) ([]byte, error) {
	found := c.faults()
	out := dst
	if c.BOM {
		out = append(out, bom...)
	}
	sep := c.separator()
	if sep == 0 {
		sep = ','
	}
	for i, row := range rows {
		if want := len(rows[0]); len(row) != want || want == 0 {
			found.Add(unwritableRow.At(rowPath(i), check.Int("want", want), check.Int("have", len(row))))
			continue
		}
		for j, cell := range row {
			if j > 0 {
				out = append(out, sep)
			}
			if p, ok := c.unwritable(cell, sep, len(row) == 1); ok {
				found.Add(p.In(cellPath(rows[0], i, j)))
			}
			if !c.Unguarded {
				cell = guarded(cell)
			}
			out = c.appendCell(out, cell, len(row) == 1)
		}
		if c.CRLF {
			out = append(out, '\r')
		}
		out = append(out, '\n')
	}
	if err := found.Err(); err != nil {
		return dst, err
	}
	return out, nil
}

// rowPath returns the path of row i of a table in which the header is row 0.
func rowPath(i int) string {
	if i == 0 {
		return "columns"
	}
	return check.Index("rows", i-1)
}

func cellPath(header []string, i, j int) string {
	if i == 0 {
		return check.Index(rowPath(0), j)
	}
	return check.Key(rowPath(i), header[j])
}

// unwritable returns what keeps a cell from being written.
func (c CSV) unwritable(cell string, sep byte, alone bool) (check.Problem, bool) {
	why := func(hans, en string) (check.Problem, bool) {
		return unwritableCell.At("", check.Value("value", cell), check.Term("why", hans, en)), true
	}
	switch {
	case !utf8.ValidString(cell):
		return unwritableText.At("", check.Value("text", cell)), true
	case strings.ContainsFunc(cell, isControl):
		return why("含有控制字符", "it holds a control character")
	case !c.Bare:
		return check.Problem{}, false
	case strings.IndexByte(cell, sep) >= 0, strings.ContainsAny(cell, "\r\n"):
		return why("无引号的表格中，单元格不能含有分隔符或换行", "without quotes it cannot hold a separator or a line break")
	case alone && cell == "", strings.HasPrefix(cell, bom):
		return why("无引号的表格中，读回时会丢失", "without quotes it would not be read back")
	default:
		return check.Problem{}, false
	}
}

// appendCell appends a cell, in quotes if it needs them: where it holds a quote, a
// line break or any separator, begins or ends with a space, or would not be seen.
func (c CSV) appendCell(dst []byte, cell string, alone bool) []byte {
	if c.Bare || !strings.ContainsAny(cell, "\"\r\n"+separators) && strings.Trim(cell, " ") == cell &&
		(cell != "" || !alone) && !strings.HasPrefix(cell, bom) {
		return append(dst, cell...)
	}
	dst = append(dst, '"')
	for i := range len(cell) {
		if cell[i] == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, cell[i])
	}
	return append(dst, '"')
}
