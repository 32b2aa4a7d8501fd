// Package stroke holds the stroke order of Chinese characters: number of strokes
// (笔画数), stroke sequence (笔顺), place in the Table of General Standard Chinese
// Characters (通用规范汉字表, State Council, 2013).
//
// The ranks, the sequences and the table are separate constants: a program that
// only compares links only the ranks. Nothing is computed at start-up.
//
// The data stand in strokes.txt, the licences in NOTICE.
package stroke

//go:generate go run gen.go

import "sort"

// Len is the number of characters of the order. Ranks run from 0 to Len-1.
const Len = len(ranks) / 2

// The ranges of code points that the table covers without holes; the ranks of all
// other characters follow theirs.
const (
	unified, unifiedEnd       = 0x4E00, 0x9FFF
	extensionA, extensionAEnd = 0x3400, 0x4DBF

	extensionAPlace = unifiedEnd - unified + 1
	othersPlace     = extensionAPlace + extensionAEnd - extensionA + 1
)

// unlisted marks the rank of a character that the standard table does not have.
const unlisted = 0x8000

// Rank returns the place of a character in the order, and whether the order has
// the character.
func Rank(r rune) (rank int, ok bool) {
	v, ok := entry(r)
	return v &^ unlisted, ok
}

// Listed reports whether a character stands in the Table of General Standard
// Chinese Characters. Traditional and variant forms do not.
func Listed(r rune) bool {
	v, ok := entry(r)
	return ok && v&unlisted == 0
}

// Place returns where a character stands in the data, from 0 to Len-1, for tables
// that run parallel to this one.
func Place(r rune) (place int, ok bool) {
	switch {
	case unified <= r && r <= unifiedEnd:
		return int(r - unified), true
	case extensionA <= r && r <= extensionAEnd:
		return int(r-extensionA) + extensionAPlace, true
	}
	const n = len(others) / 3
	i := sort.Search(n, func(i int) bool { return uint24(others, i) >= int(r) })
	if i == n || uint24(others, i) != int(r) {
		return 0, false
	}
	return othersPlace + i, true
}

func entry(r rune) (v int, ok bool) {
	place, ok := Place(r)
	if !ok {
		return 0, false
	}
	return uint16At(ranks, place), true
}

// Count returns the number of strokes of the character with the given rank.
func Count(rank int) int {
	return sort.Search(mostStrokes, func(i int) bool { return uint16At(starts, i+1) > rank }) + 1
}

// Sequence returns the strokes of the character with the given rank in writing
// order: 1 横, 2 竖, 3 撇, 4 点, 5 折. It costs a walk over at most 64 entries.
func Sequence(rank int) string {
	var sequence [mostStrokes + 2]byte // room for a last byte of three
	first := rank / blockSize * blockSize
	at := uint24(offsets, rank/blockSize)
	count := Count(first)
	for i := first; ; i++ {
		for uint16At(starts, count) <= i {
			count++
		}
		shared := int(sequences[at])
		at++
		for k := shared; k < count; k += 3 {
			packed := sequences[at]
			at++
			sequence[k], sequence[k+1], sequence[k+2] = '1'+packed/25, '1'+packed/5%5, '1'+packed%5
		}
		if i == rank {
			return string(sequence[:count])
		}
	}
}

// Index returns the index, from 1, of the character with the given rank in the
// Table of General Standard Chinese Characters, or 0. It costs a walk over the
// table.
func Index(rank int) int {
	for i := range tableSize {
		if uint16At(table, i) == rank {
			return i + 1
		}
	}
	return 0
}

func uint16At(s string, i int) int { return int(s[2*i])<<8 | int(s[2*i+1]) }

func uint24(s string, i int) int {
	return int(s[3*i])<<16 | int(s[3*i+1])<<8 | int(s[3*i+2])
}
