package wire

import (
	"strings"
	"unicode"

	"github.com/huiwu-go/huiwu/roster/check"
)

// CSV says how a table is written as text. The zero CSV writes as RFC 4180 says,
// with line feeds, and reads what spreadsheets write. What one CSV writes, the
// same CSV reads back as it was.
//
// Only a comma, a semicolon or a tab separates cells. Cells are quoted where they
// need it; a table without quotes is written and read by
//
//	wire.CSV{Separator: '\t', Bare: true}
//
// in which no cell can hold a tab or a line break.
type CSV struct {
	// Separator is ',', ';' or '\t'. By default a table is written with commas,
	// and read with the one of the three under which its header shows the most
	// declared columns, then the most columns, then the first of the three. A
	// bare table has tabs by default.
	Separator byte

	// Bare is a table without quotes: a quotation mark is a character like others.
	Bare bool

	// Unguarded leaves cells as they are. By default a cell that a spreadsheet
	// would take for a formula is written with an apostrophe before it, which
	// reading takes off again. Set it for tables that only programs read.
	Unguarded bool

	// CRLF ends lines with CR LF rather than LF. Reading takes both.
	CRLF bool

	// BOM begins with a byte order mark, by which spreadsheets know UTF-8.
	// Reading takes a table with or without it.
	BOM bool

	// Open reads columns that were not declared under the name in their header;
	// by default they are findings.
	Open bool

	// Decode turns text that looks like GB18030 into UTF-8; without it such text
	// is a finding. golang.org/x/text/encoding/simplifiedchinese has a decoder.
	Decode func(gb18030 []byte) ([]byte, error)

	// Limits bound what is read; nil stands for the defaults.
	Limits *Limits
}

// A Column is one that a table may have.
type Column struct {
	Name     string   // under which a Row is asked for its cells; a header by itself
	Aliases  []string // other headers of the column, such as 姓名 for name
	Required bool     // the header must have it
	Filled   bool     // no cell of it may be empty
}

const separators = ",;\t"

// separator returns the one to write with, or to read with if it is known
// beforehand; 0 says that the header decides.
func (c CSV) separator() byte {
	if c.Separator == 0 && c.Bare {
		return '\t'
	}
	return c.Separator
}

// faults reports a separator that is none.
func (c CSV) faults() check.Problems {
	var found check.Problems
	if c.Separator != 0 && strings.IndexByte(separators, c.Separator) < 0 {
		found.Add(badSeparator.At("", check.Value("separator", string(c.Separator))))
	}
	return found
}

// isControl reports a character that has no place in a table: NUL and other
// controls, but not tabs and line breaks.
func isControl(r rune) bool {
	return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r'
}
