package wire_test

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// TestHostileJSON reads texts made to hurt: each ends with few, short findings.
func TestHostileJSON(t *testing.T) {
	const million, many = 1_000_000, 100_000
	long := strings.Repeat("x", 10*million)
	for _, tt := range []struct {
		name, in string
		into     any
		lim      *wire.Limits
		code     check.Code
		count    int
		why      string
	}{
		{"long text", `{"name":"` + long + `"}`, new(person), nil, "", 0, "a long text is only long"},
		{"long key", `{"` + long + `":1}`, new(person), nil, wire.UnknownKey, 1, "keys are cut in paths and values"},
		{"long key in a map", `{"` + long + `":""}`, new(map[string]int), nil, wire.WrongType, 1, "keys are cut in paths and values"},
		{"long number", `{"row":` + strings.Repeat("9", million) + `}`, new(person), nil, wire.OutOfRange, 1, "numbers are cut too"},
		{"long refused text", `{"grade":"` + long + `"}`, new(person), nil, wire.Refused, 1, "values are cut"},
		{"open brackets", strings.Repeat("[", million), new(json.RawMessage), nil, wire.TooDeep, 1, "the stack does not grow with the text"},
		{"open brackets, deepest", strings.Repeat(`{"a":`, million), new(json.RawMessage), &wire.Limits{Depth: math.MaxInt}, wire.TooDeep, 1, "nor with the limit"},
		{"recursive type", strings.Repeat(`{"aide":`, million), new(person), &wire.Limits{Depth: math.MaxInt}, wire.TooDeep, 1, "nor with the type"},
		{"duplicate keys", `{` + strings.Repeat(`"a":1,`, million) + `"a":1}`, new(json.RawMessage), nil, wire.DuplicateKey, million, "all are counted"},
		{"duplicate keys of a struct", `{` + strings.Repeat(`"row":1,`, many) + `"row":1}`, new(person), nil, wire.DuplicateKey, many, "all are counted"},
		{"unknown keys", `{` + strings.Repeat(`"rwo":1,`, many) + `"row":1}`, new(person), nil, wire.UnknownKey, many, "the nearest key is sought a bounded number of times"},
		{"many keys", manyKeys(many), new(json.RawMessage), nil, "", 0, "telling keys apart takes no square of their number"},
		{"many bad texts", `{"tags":[` + strings.Repeat("\"\xff\",", many) + `""]}`, new(person), nil, wire.NotUTF8, many, "columns of a long line are counted once"},
		{"many lines", `{"tags":[` + strings.Repeat("1,\n", many) + `""]}`, new(person), nil, wire.WrongType, many, "lines are counted once"},
		{"bytes", `"` + long + `"`, new(string), &wire.Limits{Bytes: 1000}, wire.TooLarge, 1, "larger texts are not read"},
		{"invisible key", "{\"na\u200bme\":1,\"\u202ename\":2,\"\\u0000\":3}", new(person), nil, wire.UnknownKey, 3, "nothing that does not show reaches a finding"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := wire.ParseValue([]byte(tt.in), tt.into, tt.lim)
			if found.Len() != tt.count || found.Count(tt.code) != tt.count {
				t.Fatalf("%s: %d findings, want %d of %s", tt.why, found.Len(), tt.count, tt.code)
			}
			for p := range found.All() {
				checkShown(t, p)
			}
		})
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`,"` + strconv.Itoa(i) + `":0`)
	}
	return "{" + b.String()[1:] + "}"
}

// checkShown holds a finding to what may be printed.
func checkShown(t *testing.T, p check.Problem) {
	t.Helper()
	for _, l := range []check.Lang{check.ZhHans, check.En} {
		text := p.Path() + p.Text(l, nil)
		if len(text) > 1000 || strings.ContainsAny(text, "{}\u200b\u202e\x00\n") {
			t.Errorf("finding of %d bytes: %.300q", len(text), text)
		}
	}
}

func TestHostileCSV(t *testing.T) {
	const million, many = 1_000_000, 100_000
	long := strings.Repeat("x", 10*million)
	for _, tt := range []struct {
		name, in string
		code     check.Code
		count    int
		why      string
	}{
		{"long cell", "name,seq\n" + long + ",1\n", wire.LongCell, 1, "a cell is bounded"},
		{"long header", "name,seq," + long + "\n", wire.UnknownColumn, 1, "so are findings"},
		{"many columns", "name,seq" + strings.Repeat(",", many) + "x\n", wire.TooManyColumns, 1, "columns are bounded"},
		{"many open quotes", "name,seq\n" + strings.Repeat("\"\n,\n", many), wire.BadQuote, 0, "quotes pair up"},
		{"text after quotes", "name,seq\n" + strings.Repeat("\"\"x\n", many), wire.BadQuote, many, "every line is judged"},
		{"open quote", "name,seq\n\"" + strings.Repeat("x\n", many), wire.BadQuote, 1, "one quote does not swallow the table"},
		{"nul", "name,seq\n" + strings.Repeat("\x00,1\n", many), wire.ControlCharacter, many, "all are counted"},
		{"rows", "name,seq\n" + strings.Repeat("a,1\n", wire.MaxRows+1), wire.TooManyRows, 1, "rows are bounded"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := wire.CSV{}.Parse([]byte(tt.in), []wire.Column{{Name: "name"}, {Name: "seq"}}).Problems()
			if found.Count(tt.code) != tt.count {
				t.Errorf("%s: %d findings of %s, want %d", tt.why, found.Count(tt.code), tt.code, tt.count)
			}
			for p := range found.All() {
				checkShown(t, p)
			}
		})
	}
}
