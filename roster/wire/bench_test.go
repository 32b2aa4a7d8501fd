package wire_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/roster/wire"
)

// A guest is a line as rosters and journals have it.
type guest struct {
	ID    string          `json:"id"`
	Name  string          `json:"name"`
	Rank  int             `json:"rank"`
	Grade grade           `json:"grade"`
	Tags  []string        `json:"tags,omitempty"`
	Seat  *place          `json:"seat,omitempty"`
	Body  json.RawMessage `json:"body,omitempty"`
}

func guests(n int) []guest {
	list := make([]guest, n)
	for i := range list {
		list[i] = guest{
			ID: fmt.Sprintf("p%07d", i), Name: "林 一", Rank: i, Grade: low, Tags: []string{"正式代表", "a"},
			Seat: &place{Row: int8(i % 100), Seat: uint8(i % 200)}, Body: json.RawMessage(`{"type":"signed-in","gate":3}`),
		}
	}
	return list
}

// document returns about a megabyte of JSON.
func document(b *testing.B) []byte {
	b.Helper()
	data, err := wire.AppendValue(nil, guests(7000))
	if err != nil {
		b.Fatal(err)
	}
	return data
}

func BenchmarkParseValue(b *testing.B) {
	data := document(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var list []guest
		if found := wire.ParseValue(data, &list, nil); found.Len() > 0 {
			b.Fatal(found)
		}
	}
}

// BenchmarkParseStd is the same document with encoding/json, to compare.
func BenchmarkParseStd(b *testing.B) {
	data := document(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var list []guest
		if err := json.Unmarshal(data, &list); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendValue(b *testing.B) {
	list, dst := guests(7000), []byte(nil)
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if dst, err = wire.AppendValue(dst[:0], list); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(dst)))
	}
}

// BenchmarkParseLine reads one line of a journal with a shape built beforehand: a
// million lines take a million times as long.
func BenchmarkParseLine(b *testing.B) {
	shape := wire.For[guest]()
	line, err := shape.Append(nil, &guests(1)[0])
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		var g guest
		if found := shape.Parse(line, &g, nil); found.Len() > 0 {
			b.Fatal(found)
		}
	}
}

// BenchmarkParseLineWithoutShape works the plan out again for every line.
func BenchmarkParseLineWithoutShape(b *testing.B) {
	line, err := wire.AppendValue(nil, &guests(1)[0])
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var g guest
		if found := wire.ParseValue(line, &g, nil); found.Len() > 0 {
			b.Fatal(found)
		}
	}
}

// BenchmarkMillionLines reads a million lines.
func BenchmarkMillionLines(b *testing.B) {
	shape := wire.For[guest]()
	line, err := shape.Append(nil, &guests(1)[0])
	if err != nil {
		b.Fatal(err)
	}
	data := []byte(strings.Repeat(string(line)+"\n", 1_000_000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for n, line := range wire.Lines(data) {
			var g guest
			if found := shape.Parse(line, &g, &wire.Limits{FirstLine: n}); found.Len() > 0 {
				b.Fatal(found)
			}
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	rows := [][]string{{"id", "name", "unit", "rank", "note"}}
	for i := range 100_000 {
		rows = append(rows, []string{fmt.Sprintf("p%07d", i), "林 一", "第一代表团", fmt.Sprint(i), `=a "note"`})
	}
	data, err := wire.CSV{BOM: true}.Append(nil, rows)
	if err != nil {
		b.Fatal(err)
	}
	columns := []wire.Column{{Name: "id", Required: true, Filled: true}, {Name: "name"}, {Name: "unit"}, {Name: "rank"}, {Name: "note"}}
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			table := wire.CSV{}.Parse(data, columns)
			sum := int64(0)
			for row := range table.Rows() {
				sum += row.Int("rank")
			}
			if err := table.Problems().Err(); err != nil || sum != 4_999_950_000 {
				b.Fatal(sum, err)
			}
		}
	})
	b.Run("append", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		dst := []byte(nil)
		for b.Loop() {
			if dst, err = (wire.CSV{BOM: true}).Append(dst[:0], rows); err != nil {
				b.Fatal(err)
			}
		}
	})
}
