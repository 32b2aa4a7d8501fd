package wire

import (
	"bytes"
	"iter"
)

// bom is the byte order mark in UTF-8.
const bom = "\ufeff"

// isUTF16 reports a byte order mark of UTF-16.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF})
}

// Lines walks the lines of a text with JSON Lines, each with its number from 1
// and without its line break (LF or CRLF). Lines of spaces and tabs only are
// counted and left out. A line is a part of data.
func Lines(data []byte) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		for n := 1; len(data) > 0; n++ {
			line, rest, _ := bytes.Cut(data, newline)
			data = rest
			line = bytes.TrimSuffix(line, []byte{'\r'})
			if len(bytes.Trim(line, " \t")) > 0 && !yield(n, line[:len(line):len(line)]) {
				return
			}
		}
	}
}
