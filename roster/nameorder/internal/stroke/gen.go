//go:build ignore

// Gen writes tables.go from strokes.txt. It reads no other file.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"go/format"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	source = "strokes.txt"
	target = "tables.go"
	block  = 64 // characters between two entries whose sequence is written in full
)

// A character as the source has it.
type character struct {
	r        rune
	sequence string
	index    int // 0 if none
}

func main() {
	log.SetFlags(0)
	text, err := os.ReadFile(source)
	if err != nil {
		log.Fatal(err)
	}
	chars, version := parse(string(text))
	out, err := format.Source(write(chars, version, text))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(target, out, 0o644); err != nil {
		log.Fatal(err)
	}
}

// parse returns the characters in their order.
func parse(text string) (chars []character, version string) {
	var pins []string
	for n, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "version "):
			version = strings.TrimPrefix(line, "version ")
		case strings.HasPrefix(line, "pin "):
			pins = append(pins, strings.TrimPrefix(line, "pin "))
		default:
			sequence, list, ok := strings.Cut(line, "\t")
			if !ok || strings.Trim(sequence, "12345") != "" {
				log.Fatalf("%s:%d: want a sequence, a tab and characters", source, n+1)
			}
			for list != "" {
				r, size := utf8.DecodeRuneInString(list)
				digits := list[size:]
				rest := strings.TrimLeft(digits, "0123456789")
				index, _ := strconv.Atoi(digits[:len(digits)-len(rest)])
				chars = append(chars, character{r, sequence, index})
				list = rest
			}
		}
	}
	if !slices.IsSortedFunc(chars, compare) {
		log.Fatalf("%s: lines or characters are out of order", source)
	}
	for _, pin := range pins {
		first, size := utf8.DecodeRuneInString(pin)
		second, _ := utf8.DecodeRuneInString(pin[size:])
		from := slices.IndexFunc(chars, func(c character) bool { return c.r == second })
		moved := chars[from]
		chars = slices.Delete(chars, from, from+1)
		to := slices.IndexFunc(chars, func(c character) bool { return c.r == first })
		if len(chars[to].sequence) != len(moved.sequence) {
			log.Fatalf("%s: pin %s joins different numbers of strokes", source, pin)
		}
		chars = slices.Insert(chars, to+1, moved)
	}
	return chars, version
}

func compare(a, b character) int {
	last := func(index int) int { // no index comes last
		if index == 0 {
			return 1 << 20
		}
		return index
	}
	switch {
	case len(a.sequence) != len(b.sequence):
		return len(a.sequence) - len(b.sequence)
	case a.sequence != b.sequence:
		return strings.Compare(a.sequence, b.sequence)
	case last(a.index) != last(b.index):
		return last(a.index) - last(b.index)
	default:
		return int(a.r - b.r)
	}
}

func write(chars []character, version string, text []byte) []byte {
	// Ranks by place: two blocks without holes, then the other characters.
	rank := map[rune]uint16{}
	var others []rune
	for i, c := range chars {
		rank[c.r] = uint16(i)
		if c.index == 0 {
			rank[c.r] |= 0x8000
		}
		if place(c.r) < 0 {
			others = append(others, c.r)
		}
	}
	slices.Sort(others)
	var ranks, othersText []byte
	for _, b := range blocks {
		for r := b.first; r <= b.last; r++ {
			v, ok := rank[r]
			if !ok {
				log.Fatalf("%s: %q is missing", source, r)
			}
			ranks = binary.BigEndian.AppendUint16(ranks, v)
		}
	}
	for _, r := range others {
		ranks = binary.BigEndian.AppendUint16(ranks, rank[r])
		othersText = append(othersText, byte(r>>16), byte(r>>8), byte(r))
	}

	// The first rank of each number of strokes, and one past the last.
	most := len(chars[len(chars)-1].sequence)
	var starts []byte
	for n, i := 1, 0; n <= most+1; n++ {
		for i < len(chars) && len(chars[i].sequence) < n {
			i++
		}
		starts = binary.BigEndian.AppendUint16(starts, uint16(i))
	}

	// Sequences: how many strokes are those of the character before, then the
	// others, three to a byte.
	var sequences, offsets []byte
	before := ""
	for i, c := range chars {
		if i%block == 0 {
			offsets = append(offsets, byte(len(sequences)>>16), byte(len(sequences)>>8), byte(len(sequences)))
			before = ""
		}
		shared := 0
		for shared < min(len(before), len(c.sequence)) && before[shared] == c.sequence[shared] {
			shared++
		}
		sequences = append(sequences, byte(shared))
		for rest := c.sequence[shared:]; rest != ""; rest = rest[min(3, len(rest)):] {
			packed := 0
			for k := range 3 {
				packed *= 5
				if k < len(rest) {
					packed += int(rest[k] - '1')
				}
			}
			sequences = append(sequences, byte(packed))
		}
		before = c.sequence
	}

	// Ranks in the order of the standard table.
	var table []byte
	byIndex := slices.DeleteFunc(slices.Clone(chars), func(c character) bool { return c.index == 0 })
	slices.SortFunc(byIndex, func(a, b character) int { return a.index - b.index })
	for i, c := range byIndex {
		if c.index != i+1 {
			log.Fatalf("%s: index %d is missing or taken twice", source, i+1)
		}
		table = binary.BigEndian.AppendUint16(table, rank[c.r])
	}

	var b bytes.Buffer
	fmt.Fprintf(&b, "// Code generated by gen.go from %s. DO NOT EDIT.\n\n", source)
	fmt.Fprintf(&b, "// Data: CC-BY-4.0 AND MIT AND Unicode-3.0, changed; the notices stand in NOTICE:\n")
	fmt.Fprintf(&b, "//   - Conway Stroke Data, Copyright 2021-2026 Conway, CC BY 4.0\n")
	fmt.Fprintf(&b, "//   - cnchar, Copyright (c) 2017 - present theajack, MIT\n")
	fmt.Fprintf(&b, "//   - Unicode Character Database, Copyright (c) 1991-2022 Unicode, Inc., Unicode-3.0\n\n")
	fmt.Fprintf(&b, "package stroke\n\n")
	fmt.Fprintf(&b, "// Version names the order. Keys made with one version are not compared with keys\n// of another.\nconst Version = %q\n\n", version)
	fmt.Fprintf(&b, "// %s: SHA-256 %x\n\n", source, sha256.Sum256(text))
	fmt.Fprintf(&b, "const (\nmostStrokes = %d\nblockSize = %d\ntableSize = %d\n)\n\n", most, block, len(byIndex))
	total := 0
	for _, t := range []struct {
		name, doc string
		data      []byte
	}{
		{"ranks", "ranks by place, big-endian; the highest bit marks a character outside the standard table", ranks},
		{"others", "characters outside the two blocks, three bytes each, ascending", othersText},
		{"starts", "first rank of each number of strokes from 1, and the number of characters", starts},
		{"sequences", "sequences in the order of ranks, each without the strokes it shares with the one before", sequences},
		{"offsets", "where each block of sequences begins, three bytes each", offsets},
		{"table", "ranks in the order of the standard table", table},
	} {
		fmt.Fprintf(&b, "// %s: %s; %d bytes, SHA-256 %x.\nconst %s = \"\" +\n", t.name, t.doc, len(t.data), sha256.Sum256(t.data), t.name)
		for data := t.data; len(data) > 0; data = data[min(32, len(data)):] {
			var line strings.Builder
			for _, c := range data[:min(32, len(data))] {
				fmt.Fprintf(&line, `\x%02x`, c)
			}
			plus := " +"
			if len(data) <= 32 {
				plus = "\n"
			}
			fmt.Fprintf(&b, "\t\"%s\"%s\n", line.String(), plus)
		}
		total += len(t.data)
	}
	fmt.Fprintf(&b, "// %d characters, %d bytes in all.\n", len(chars), total)
	return b.Bytes()
}

// blocks are the ranges of code points that the table covers without holes.
var blocks = []struct{ first, last rune }{{0x4E00, 0x9FFF}, {0x3400, 0x4DBF}}

// place returns where the rank of a character of the blocks stands, or -1.
func place(r rune) int {
	n := 0
	for _, b := range blocks {
		if b.first <= r && r <= b.last {
			return n + int(r-b.first)
		}
		n += int(b.last - b.first + 1)
	}
	return -1
}
