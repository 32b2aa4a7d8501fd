// Package wire reads and writes the texts that huiwu exchanges with the world:
// JSON documents, JSON lines and tables (CSV). It reads strictly, says everything
// that is wrong with a text at once, by path and line, and writes the same bytes
// everywhere.
//
// Two calls serve most users: [Append] writes a document that names its format,
// and [Parse] reads it back.
//
//	format := wire.Format{Name: "seating.plan", Version: 1}
//	data, err := wire.Append(nil, format, plan)
//	version, found := wire.Parse(data, format, &plan, nil)
//
// [AppendValue] and [ParseValue] do the same without the format, [For] many times
// over for one type, [Lines] walks JSON lines, and [CSV] holds both directions of
// tables.
//
// # Terms
//
//   - A document (文档) is a JSON object that names its [Format] (格式).
//   - A table (表格) is lines of cells; its header (表头) names the columns (列).
//   - A finding (问题) is a [check.Problem]; the codes are the constants below.
//
// # Units
//
// Lines count from 1 and end with LF; a column of a finding is the byte in its
// line, from 1. Rows, elements and the columns of a header count from 0 in paths,
// as everywhere: rows[12].seq, columns[2]. Sizes are in bytes.
//
// # Which JSON is read
//
// Everything that is read without a finding, encoding/json reads too and with the
// same result; what encoding/json refuses is refused here. Refused beyond that:
//
//   - keys that are unknown, that occur twice in one object however they are
//     escaped, also where nothing is kept of them, or that differ from a known one
//     in case; two keys of a map that mean the same;
//   - text that is not UTF-8 and escapes that are half a character, which
//     encoding/json replaces;
//   - lists that are longer or shorter than the array that takes them;
//   - null, except where Go has nil, for pointers, slices and maps, and where a
//     type reads JSON by itself;
//   - more bytes or more depth than [Limits] allow.
//
// A syntax error ends the reading, since nothing after it has a sure meaning; so
// does a text that nests too deep. A byte order mark is a finding, as RFC 8259
// asks of those who write, and the text after it is read. A whole number is
// written without point and exponent. A type that reads JSON by itself gets its
// bytes only if they keep all these rules; if its error is a report, the findings
// stand below its path, with the lines of the whole text.
//
// Types may be booleans, whole numbers, text, structs, slices, arrays, pointers,
// maps with keys of text, and whatever has the methods of [json.Unmarshaler],
// [encoding.TextUnmarshaler] and their counterparts for writing. Tags may have a
// name, "-", omitempty and omitzero; structs may be embedded, pointers to them not.
// Anything else is reported before the first byte is read.
//
// # Which JSON is written
//
// No white space; fields in the order of declaration, keys of maps in the order of
// their bytes; in text only the characters escaped that JSON demands. The
// characters <, > and & and the separators U+2028 and U+2029 stand as they are:
// who puts JSON into a page of HTML escapes it there. Text that is not UTF-8 and
// values nested deeper than [MaxDepth] are errors. What was written reads back as
// it was, except that white space in raw JSON goes, that a nil [json.RawMessage]
// is null, and that omitempty does not tell nil from empty.
//
// # Tables
//
// A table is read with comma, semicolon or tab, with LF or CR LF, with or without
// a byte order mark. Text in GB18030 and UTF-16 is recognised and named; the former
// is decoded by a function that the host passes. Every fault is a finding of its
// own and the reading goes on: after a quote that is out of place with the next
// cell or, where the cells can no longer be told apart, with the next line.
//
// # Errors
//
// Reading returns a [check.Problems], writing an error that is one; both hold all
// findings. A cause, such as the error of UnmarshalText, is reached by errors.Is
// and errors.As. Nothing panics, whatever the input.
//
// # Determinism and cost
//
// The same values give the same bytes on every architecture, whichever version of
// encoding/json is linked. Time and memory grow with the length of the input (times
// its logarithm at most) and with the size of the Go values: a list of large
// structs can take many times the bytes of its text. Functions are safe for
// concurrent use; a [Table] is not.
//
// # Sources
//
// RFC 8259 for JSON, RFC 7493 (I-JSON) for duplicate keys and lone surrogates,
// RFC 4180 for CSV, GB 18030-2022 for its encoding. The guard against formulas,
// the limits and the envelope are house custom.
//
// # Non-goals
//
// Floating-point numbers, values of any type, bytes in base64, indentation, other
// encodings than UTF-8, tables without a header, guessing the type of a cell.
//
// # Decisions
//
// A scanner of our own. encoding/json stops at its first fault and lets pass what
// the rules above refuse, and its second version changes byte for byte. Ours finds
// all faults in one pass and is held against encoding/json by properties and by
// fuzzing. To be thought over when encoding/json/v2 reports all faults with lines.
//
// Plans in values, not in a cache. How a type is read is worked out once a call
// or, with [For], once a program: a cache would be a variable that changes.
//
// Newer formats are refused alone. Their other findings would be guesses, so the
// one that matters stands by itself.
//
// Unknown columns are findings of severity Error, as unknown keys are: a column
// with a slip in its header must not be dropped in silence. [CSV.Open] takes
// tables with columns of their own.
//
// An apostrophe guards formulas. Doubling quotes or a space in front does not stop
// every spreadsheet; an apostrophe does, a person knows it, and it comes off again
// without doubt: one is taken off exactly where one would be put on. A foreign
// table whose cell truly begins with an apostrophe and a formula loses it; read
// such a table with [CSV.Unguarded].
//
// Bare tables refuse tabs and line breaks. Replacing them would change data that
// nobody sees change.
package wire
