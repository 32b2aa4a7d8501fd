package stroke_test

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/roster/nameorder/internal/stroke"
)

// A char is one character as strokes.txt has it.
type char struct {
	r        rune
	sequence string
	index    int // 1<<20 if none
}

var item = regexp.MustCompile(`(\D)(\d*)`)

// source reads strokes.txt again, by other means than the generator, and puts the
// characters into their order.
func source(t *testing.T) (chars []char, text string) {
	t.Helper()
	data, err := os.ReadFile("strokes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pins [][]rune
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if pin, ok := strings.CutPrefix(line, "pin "); ok {
			pins = append(pins, []rune(pin))
		}
		if line[0] < '1' || line[0] > '5' {
			continue
		}
		sequence, list, _ := strings.Cut(line, "\t")
		for _, m := range item.FindAllStringSubmatch(list, -1) {
			index := 1 << 20
			if m[2] != "" {
				if index, err = strconv.Atoi(m[2]); err != nil {
					t.Fatal(err)
				}
			}
			chars = append(chars, char{[]rune(m[1])[0], sequence, index})
		}
	}
	slices.SortFunc(chars, func(a, b char) int {
		return cmp.Or(
			cmp.Compare(len(a.sequence), len(b.sequence)),
			cmp.Compare(a.sequence, b.sequence),
			cmp.Compare(a.index, b.index),
			cmp.Compare(a.r, b.r),
		)
	})
	at := func(r rune) int { return slices.IndexFunc(chars, func(c char) bool { return c.r == r }) }
	for _, pin := range pins {
		i := at(pin[1])
		c := chars[i]
		chars = slices.Delete(chars, i, i+1)
		chars = slices.Insert(chars, at(pin[0])+1, c)
	}
	return chars, string(data)
}

func TestEveryCharacter(t *testing.T) {
	chars, _ := source(t)
	if len(chars) != 28165 {
		t.Fatalf("%d characters in strokes.txt, want 28165", len(chars))
	}
	if len(chars) != stroke.Len {
		t.Fatalf("%d characters in strokes.txt, %d in the table", len(chars), stroke.Len)
	}
	places := make([]bool, stroke.Len)
	for want, c := range chars {
		rank, ok := stroke.Rank(c.r)
		if !ok || rank != want {
			t.Fatalf("Rank(%c) = %d, %t, want %d", c.r, rank, ok, want)
		}
		if got := stroke.Sequence(rank); got != c.sequence {
			t.Fatalf("Sequence of %c = %s, want %s", c.r, got, c.sequence)
		}
		if got := stroke.Count(rank); got != len(c.sequence) {
			t.Fatalf("Count of %c = %d, want %d", c.r, got, len(c.sequence))
		}
		if got := stroke.Listed(c.r); got != (c.index <= 8105) {
			t.Fatalf("Listed(%c) = %t, index %d", c.r, got, c.index)
		}
		if got := stroke.Index(rank); got != c.index%(1<<20) {
			t.Fatalf("Index of %c = %d, want %d", c.r, got, c.index%(1<<20))
		}
		place, ok := stroke.Place(c.r)
		if !ok || place < 0 || place >= stroke.Len || places[place] {
			t.Fatalf("Place(%c) = %d, %t: out of range or taken", c.r, place, ok)
		}
		places[place] = true
	}
}

func TestNoOtherCharacter(t *testing.T) {
	chars, _ := source(t)
	known := map[rune]bool{}
	for _, c := range chars {
		known[c.r] = true
	}
	for r := rune(-1); r <= 0x110000; r++ {
		_, ranked := stroke.Rank(r)
		_, placed := stroke.Place(r)
		if ranked != known[r] || placed != known[r] || stroke.Listed(r) && !known[r] {
			t.Fatalf("%U: Rank %t, Place %t, Listed %t, in the source %t", r, ranked, placed, stroke.Listed(r), known[r])
		}
	}
}

// The order keeps that of the standard table within each of its three levels.
func TestStandardTable(t *testing.T) {
	chars, _ := source(t)
	last := map[int]int{}
	for _, c := range chars {
		level := 0
		switch {
		case c.index > 8105:
			continue
		case c.index > 6500:
			level = 3
		case c.index > 3500:
			level = 2
		default:
			level = 1
		}
		if c.index < last[level] {
			t.Errorf("%c, index %d, comes after index %d", c.r, c.index, last[level])
		}
		last[level] = c.index
	}
}

// A table that was not generated from this text does not carry its checksum.
func TestChecksum(t *testing.T) {
	_, text := source(t)
	tables, err := os.ReadFile("tables.go")
	if err != nil {
		t.Fatal(err)
	}
	sum := fmt.Sprintf("// strokes.txt: SHA-256 %x\n", sha256.Sum256([]byte(text)))
	if !strings.Contains(string(tables), sum) {
		t.Errorf("tables.go does not stand for this strokes.txt: run go generate; want %s", sum)
	}
	if version := "\nversion " + stroke.Version + "\n"; !strings.Contains(text, version) {
		t.Errorf("strokes.txt does not say %q", version)
	}
}

func BenchmarkRank(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range "王欧阳𨱇" {
			stroke.Rank(r)
		}
	}
}
