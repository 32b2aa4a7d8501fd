package wire_test

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/wire"
)

// drawCSV draws a way to write tables, and a table that can be written so.
func drawCSV(t *rapid.T) (wire.CSV, [][]string) {
	c := wire.CSV{
		Separator: rapid.SampledFrom([]byte{0, ',', ';', '\t'}).Draw(t, "separator"),
		Bare:      rapid.Bool().Draw(t, "bare"), Unguarded: rapid.Bool().Draw(t, "unguarded"),
		CRLF: rapid.Bool().Draw(t, "crlf"), BOM: rapid.Bool().Draw(t, "bom"), Open: true,
	}
	letters := []rune("ab\"',;\t\r\n=+-@＝＠ 5.林\u3000\ufeff😀")
	if c.Bare {
		letters = []rune("ab\"'=+-@＝＠ 5.林\u3000😀")
	}
	cell := rapid.StringOfN(rapid.SampledFrom(letters), 0, 6, -1)
	title := cell.Filter(func(s string) bool { return s != "" && strings.TrimSpace(s) == s })
	width := rapid.IntRange(1, 4).Draw(t, "width")
	header := rapid.SliceOfNDistinct(title, width, width, rapid.ID[string]).Draw(t, "header")
	if c.Bare && width == 1 {
		cell = cell.Filter(func(s string) bool { return s != "" })
	}
	rows := rapid.SliceOf(rapid.SliceOfN(cell, width, width)).Draw(t, "rows")
	return c, append([][]string{header}, rows...)
}

// propCSVRoundTrip: what one CSV writes, the same CSV reads back.
func propCSVRoundTrip(t *rapid.T) {
	c, rows := drawCSV(t)
	data, err := c.Append(nil, rows)
	if err != nil {
		t.Fatal(err)
	}
	table := c.Parse(data, nil)
	if err := table.Problems().Err(); err != nil {
		t.Fatalf("%v\n%q", err, data)
	}
	if diff := cmp.Diff(rows, cells(table)); diff != "" {
		t.Fatalf("%q (-want +got):\n%s", data, diff)
	}
}

// propCSVGuard: no cell of a guarded table begins as a formula does.
func propCSVGuard(t *rapid.T) {
	c, rows := drawCSV(t)
	c.Unguarded, c.Bare, c.Separator = false, false, ','
	data, err := c.Append(nil, rows)
	if err != nil {
		t.Fatal(err)
	}
	c.Unguarded = true
	for _, row := range cells(c.Parse(data, nil)) {
		for _, cell := range row {
			if strings.IndexAny(cell, "=+-@＝＋－＠\t\r\n") == 0 && strings.Trim(cell[1:], "0123456789.") != "" {
				t.Fatalf("%q would be a formula", cell)
			}
		}
	}
}

func TestCSVLaws(t *testing.T) {
	rapid.Check(t, propCSVRoundTrip)
	rapid.Check(t, propCSVGuard)
}

func FuzzCSVRoundTrip(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propCSVRoundTrip)) }

// checkCSV holds what is read without findings against encoding/csv, and writes
// and reads it again.
func checkCSV(t *testing.T, data []byte) {
	c := wire.CSV{Separator: ',', Unguarded: true, Open: true}
	table := c.Parse(data, nil)
	if !table.Problems().Equal(c.Parse(data, nil).Problems()) {
		t.Fatal("two readings differ")
	}
	if table.Problems().Failed() {
		return
	}
	got := cells(table)
	if len(got[0]) == 0 {
		return // a header without names is no table that can be written
	}
	again, err := c.Append(nil, got)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, cells(c.Parse(again, nil))); diff != "" {
		t.Fatalf("written and read again (-want +got):\n%s", diff)
	}
	// encoding/csv turns CR LF into LF, keeps the mark and empty columns at the end.
	crlf := regexp.MustCompile("\r+\n")
	r := csv.NewReader(strings.NewReader(crlf.ReplaceAllString(strings.TrimPrefix(string(data), "\ufeff"), "\n")))
	r.FieldsPerRecord = -1
	want, err := r.ReadAll()
	if err != nil {
		t.Fatalf("encoding/csv refuses it: %v", err)
	}
	for i := range want {
		want[i] = want[i][:len(got[0])]
		for j := range want[i] {
			if i == 0 {
				want[i][j] = strings.TrimSpace(want[i][j])
			}
			got[i][j] = crlf.ReplaceAllString(got[i][j], "\n")
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("encoding/csv reads something else (-want +got):\n%s", diff)
	}
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"name,seq\nLin,1\n", "\ufeffa;b\r\n1;2\r\n", "a,b\n\"x\n\"\"y\"\"\",2\n", "a\n\"", "a,b,,\n1,2,,\n", "a\n\n\"\"\n",
		"\xd0\xd5\xc3\xfb,b\n", "a\rb\n", "a,\"b\"c\n", "\xff\xfea", "a\n\"\r\r\n\"\r\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(checkCSV)
}
