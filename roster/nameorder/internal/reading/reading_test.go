package reading_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/huiwu-go/huiwu/roster/nameorder/internal/reading"
)

// rows reads a source again: two columns, comments left out.
func rows(t *testing.T, name string) (rows [][2]string, sum [32]byte) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if left, right, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok {
			rows = append(rows, [2]string{left, right})
		}
	}
	return rows, sha256.Sum256(data)
}

func TestEveryCharacter(t *testing.T) {
	lines, _ := rows(t, "readings.txt")
	want := map[rune]string{}
	for _, row := range lines {
		for _, r := range row[1] {
			want[r] = row[0]
		}
	}
	if len(want) != 27006 {
		t.Fatalf("%d characters, want 27006", len(want))
	}
	for r := rune(-1); r <= 0x110000; r++ {
		got, ok := reading.Usual(r)
		if ok != (want[r] != "") || got.String() != want[r] {
			t.Fatalf("%U %c: reading %q, %t, want %q", r, r, got, ok, want[r])
		}
	}
}

func TestEverySurname(t *testing.T) {
	lines, _ := rows(t, "surnames.txt")
	want := map[string]string{}
	for _, row := range lines {
		want[row[0]] = row[1]
	}
	if len(want) != 492 {
		t.Fatalf("%d surnames, want 492", len(want))
	}
	first, second := map[rune]bool{}, map[rune]bool{}
	for name := range want {
		if r := []rune(name); len(r) == 2 {
			first[r[0]], second[r[1]] = true, true
		}
	}
	for r := rune(-1); r <= 0x110000; r++ {
		got, ok := reading.Surname(r)
		if ok != (want[string(r)] != "") || got.String() != want[string(r)] {
			t.Fatalf("%U %c: reading %q, %t, want %q", r, r, got, ok, want[string(r)])
		}
	}
	for a := range first {
		for b := range second {
			x, y, ok := reading.Compound(a, b)
			name, said := string([]rune{a, b}), strings.TrimSpace(x.String()+" "+y.String())
			if ok != (want[name] != "") || said != want[name] || ok != reading.IsCompound(a, b) {
				t.Fatalf("%s: reading %q, %t, want %q", name, said, ok, want[name])
			}
		}
	}
}

// Readings stand in the source in their order, and each reads back.
func TestOrderAndText(t *testing.T) {
	lines, _ := rows(t, "readings.txt")
	var last reading.Reading
	for _, row := range lines {
		got, ok := reading.Parse(row[0])
		if !ok || got.String() != row[0] || got <= last {
			t.Errorf("Parse(%q) = %v (%d), %t after %v (%d)", row[0], got, got, ok, last, last)
		}
		last = got
	}
}

func TestParse(t *testing.T) {
	tests := []struct{ in, want, why string }{
		{"lǚ", "lǚ", "a mark"},
		{"lü3", "lǚ", "a digit"},
		{"LV3", "lǚ", "v is ü, case does not matter"},
		{"lu:3", "lǚ", "u: is ü"},
		{"nve4", "nüè", "v inside"},
		{"ma", "ma", "no tone is the neutral one"},
		{"ma0", "ma", "0 is the neutral tone"},
		{"ma5", "ma", "5 as well"},
		{"ê4", "ề", "ê is a letter of its own"},
		{"n2", "ń", "a syllable without vowel"},
		{"hng4", "hǹg", "the mark stands on n"},
		{"zhuang1", "zhuāng", "six letters"},
		{"ma6", "", "no such tone"},
		{"mā1", "", "two tones"},
		{"lue4", "", "lüe is not spelled so"},
		{"smith", "", "no syllable"},
		{"", "", "nothing"},
		{"li ", "", "no spaces"},
		{"l", "", "part of a syllable"},
		{strings.Repeat("a", 1000), "", "long"},
		{"\xff", "", "not UTF-8"},
	}
	for _, tt := range tests {
		got, ok := reading.Parse(tt.in)
		if want := tt.want; got.String() != want || ok != (want != "") {
			t.Errorf("%s: Parse(%q) = %q, %t, want %q", tt.why, tt.in, got, ok, want)
		}
	}
}

func TestSyllableOrder(t *testing.T) {
	letter := []string{"e", "ei", "en", "eng", "er", "ê", "fa", "hm", "hng", "hong", "lu", "luan", "lun", "luo", "lü", "lüe", "m", "ma", "n", "na", "neng", "ng", "ni", "nu", "nuo", "nü", "nüe", "o"}
	near := []string{"e", "ê", "ei", "en", "eng", "er", "fa", "hm", "hng", "hong", "lu", "lü", "luan", "lüe", "lun", "luo", "m", "ma", "n", "na", "neng", "ng", "ni", "nu", "nü", "nuan", "nüe", "nuo", "o"}
	place := func(by func(reading.Reading) int) func(string) int {
		return func(s string) int {
			r, ok := reading.Parse(s)
			if !ok {
				t.Fatalf("%q is no syllable", s)
			}
			return by(r)
		}
	}
	for _, tt := range []struct {
		list []string
		by   func(string) int
		why  string
	}{
		{letter, place(reading.Reading.Syllable), "letter by letter, ê after e, ü after u"},
		{near, place(reading.Reading.Near), "GB 2312-1980 and dictionaries: lu, lü, luan, lüe, lun"},
	} {
		for i := 1; i < len(tt.list); i++ {
			if tt.by(tt.list[i-1]) >= tt.by(tt.list[i]) {
				t.Errorf("%s: %s is not before %s", tt.why, tt.list[i-1], tt.list[i])
			}
		}
	}
	var seen []int
	lines, _ := rows(t, "readings.txt")
	for _, row := range lines {
		r, _ := reading.Parse(row[0])
		seen = append(seen, r.Near())
	}
	slices.Sort(seen)
	seen = slices.Compact(seen)
	if len(seen) != 417 || seen[0] != 0 || seen[416] != 416 {
		t.Errorf("Near is not a permutation of the syllables: %d places", len(seen))
	}
}

func TestToneless(t *testing.T) {
	r, _ := reading.Parse("lǜ")
	if got := r.Toneless(); got.String() != "lü" || got.Tone() != reading.Neutral || r.Tone() != 4 {
		t.Errorf("%v without its tone %d = %v, tone %d", r, r.Tone(), got, got.Tone())
	}
	if got := reading.Reading(0).String(); got != "" {
		t.Errorf("no reading prints %q", got)
	}
}

// A table that was not generated from these texts does not carry their checksums.
func TestChecksum(t *testing.T) {
	tables, err := os.ReadFile("tables.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"readings.txt", "surnames.txt"} {
		_, sum := rows(t, name)
		if want := fmt.Sprintf("// %s: SHA-256 %x\n", name, sum); !strings.Contains(string(tables), want) {
			t.Errorf("tables.go does not stand for this text: run go generate; want %s", want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"lǚ", "LV3", "hng4", "ê", "u:", "zhuāng5", "\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, ok := reading.Parse(s)
		if !ok {
			return
		}
		again, ok := reading.Parse(r.String())
		if !ok || again != r {
			t.Errorf("Parse(%q) = %v, which reads back as %v, %t", s, r, again, ok)
		}
		if !norm.NFC.IsNormalString(r.String()) {
			t.Errorf("%q is not in NFC", r)
		}
	})
}
