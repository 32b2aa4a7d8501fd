package wire_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// TestSyntax names the first fault of a text that is no JSON, and where it is.
func TestSyntax(t *testing.T) {
	for _, tt := range []struct {
		in     string
		column int
		what   string
		why    string
	}{
		{` `, 2, "the text ends where a value is due", "nothing"},
		{`[1`, 3, "a list or object does not end", "cut off"},
		{`{"a":1`, 7, "a list or object does not end", "cut off"},
		{`[1 2]`, 4, "want a comma or the closing bracket", "no comma"},
		{`[1}`, 3, "want a comma or the closing bracket", "the wrong bracket"},
		{`[1,]`, 4, "this is no JSON value", "a comma too many"},
		{`[,1]`, 2, "this is no JSON value", "a comma too many"},
		{`{,}`, 2, "want a key in quotes", "a comma too many"},
		{`{a:1}`, 2, "want a key in quotes", "as JavaScript allows"},
		{`{"a" 1}`, 6, "want a colon after the key", "no colon"},
		{`{"a"`, 5, "want a colon after the key", "cut off"},
		{`{`, 2, "a list or object does not end", "cut off"},
		{`'a'`, 1, "this is no JSON value", "the wrong quotes"},
		{`"a`, 3, "a string does not end", "cut off"},
		{`"a\n`, 5, "a string does not end", "cut off after an escape"},
		{`"a\`, 3, "an escape is not one of those of JSON", "cut off in an escape"},
		{`"\x41"`, 2, "an escape is not one of those of JSON", "as JavaScript allows"},
		{`"\u12"`, 2, `\u is not followed by four hexadecimal digits`, "too few digits"},
		{`"\u12G4"`, 2, `\u is not followed by four hexadecimal digits`, "no digit"},
		{`"\u`, 2, `\u is not followed by four hexadecimal digits`, "cut off"},
		{"\"a\nb\"", 3, "a control character in a string is not escaped", "a line break"},
		{"\"\\n\x1f\"", 4, "a control character in a string is not escaped", "after an escape too"},
		{`{"a":}`, 6, "this is no JSON value", "no value"},
		{`[{"a":[x]}]`, 8, "this is no JSON value", "deep inside"},
		{`tru`, 1, "this is no JSON value", "cut off"},
		{`nil`, 1, "this is no JSON value", "as Go writes it"},
		{`-`, 1, "a number begins with zeros or has no digit", "no digit"},
		{`01`, 1, "a number begins with zeros or has no digit", "a zero in front"},
		{`+1`, 1, "this is no JSON value", "a sign too many"},
		{`.5`, 1, "this is no JSON value", "nothing before the point"},
		{`1.`, 1, "a number has no digit after its point", "nothing after the point"},
		{`1e+`, 1, "a number has no digit in its exponent", "nothing after the sign"},
		{`NaN`, 1, "this is no JSON value", "no number"},
	} {
		var v json.RawMessage
		found := wire.ParseValue([]byte(tt.in), &v, nil)
		want := fmt.Sprintf("line 1, column %d: JSON syntax: %s; nothing after it was read", tt.column, tt.what)
		got := texts(found)
		if len(got) != 1 || !strings.HasSuffix(got[0], want) || !found.Has(wire.Syntax) {
			t.Errorf("%s (%s): got %q, want %q", tt.in, tt.why, got, want)
		}
		if json.Valid([]byte(tt.in)) {
			t.Errorf("%s (%s): encoding/json takes it", tt.in, tt.why)
		}
	}
}

// TestSyntaxInside: a syntax error ends the reading of everything around it.
func TestSyntaxInside(t *testing.T) {
	type all struct {
		Struct *all
		List   []all
		Array  [1]*all
		Map    map[string]all
		Raw    json.RawMessage
		Text   string
		Number int
		Grade  grade
	}
	for _, in := range []string{`x`, `"\x"`, `1.`, `{"z":x}`} {
		for _, around := range []string{
			`{"Struct":{"Struct":%s,"z":1},"z":1}`, `{"List":[{"List":[%s,7]},7],"z":1}`, `{"Array":[{"Array":[%s,7]},7],"z":1}`,
			`{"Array":[null,%s],"z":1}`, `{"Map":{"a":{"Map":{"b":%s,"c":7}},"c":7},"z":1}`, `{"Map":{%s:1},"z":1}`, `{"Raw":%s,"z":1}`,
			`{"Raw":[{"a":[%s]}],"z":1}`, `{"Text":%s,"z":1}`, `{"Number":%s,"z":1}`, `{"Grade":%s,"z":1}`, `{"z":[%s],"y":1}`, `{"Text":"a","Text":%s,"z":1}`,
		} {
			text := fmt.Sprintf(around, in)
			var v all
			found := wire.ParseValue([]byte(text), &v, nil)
			if found.Count(wire.Syntax) != 1 || found.Has(wire.TrailingText) || found.Has(wire.WrongType) {
				t.Errorf("%s: %v", text, found.Text(check.En, nil))
			}
			if version, found := wire.Parse([]byte(text[:len(text)-1]+`,"huiwu":"x.y/1"}`), wire.Format{Name: "x.y", Version: 1}, &v, nil); version != 0 || found.Has(wire.NoFormat) {
				t.Errorf("%s: version %d, %v", text, version, found)
			}
		}
	}
}

// TestNumbers: every form of number that RFC 8259 knows may stand where it is kept
// as it is.
func TestNumbers(t *testing.T) {
	for _, in := range []string{"0", "-0", "10", "-1.50", "1e5", "1E-05", "0.0e+0", "123456789012345678901234567890.5"} {
		var v json.RawMessage
		if found := wire.ParseValue([]byte(in), &v, nil); found.Len() > 0 || string(v) != in {
			t.Errorf("%s: %s, %v", in, v, found)
		}
	}
}

// TestWideStruct: a struct may have more fields than a word has bits.
func TestWideStruct(t *testing.T) {
	var fields []reflect.StructField
	var members []string
	for i := range 200 {
		name := fmt.Sprintf("F%d", i)
		fields = append(fields, reflect.StructField{Name: name, Type: reflect.TypeFor[int]()})
		members = append(members, fmt.Sprintf("%q:%d", name, i+1))
	}
	v := reflect.New(reflect.StructOf(fields))
	text := "{" + strings.Join(members, ",") + "}"
	if found := wire.ParseValue([]byte(text), v.Interface(), nil); found.Len() > 0 {
		t.Fatal(found)
	}
	got, err := wire.AppendValue(nil, v.Interface())
	if diff := cmp.Diff(text, string(got)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	twice := text[:len(text)-1] + "," + strings.Join(members, ",") + "}"
	if found := wire.ParseValue([]byte(twice), v.Interface(), nil); found.Count(wire.DuplicateKey) != 200 || found.Len() != 200 {
		t.Errorf("%d of 200 duplicates", found.Count(wire.DuplicateKey))
	}
}

var locked = check.Rule{Code: "host/locked", Severity: check.Error, Source: check.HouseCustom, Hans: "第 {line} 行：锁着", En: "line {line}: locked"}

// TestEscapes reads every escape, in either case of its digits.
func TestEscapes(t *testing.T) {
	var got string
	in := `"\"\\\/\b\f\n\r\t\u0000\u09af\uFA0e\ud83D\uDe00\u00e9 é"`
	if found := wire.ParseValue([]byte(in), &got, nil); found.Len() > 0 {
		t.Fatal(found)
	}
	if diff := cmp.Diff("\"\\/\b\f\n\r\t\x00\u09af\ufa0e😀é é", got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestCutSurrogates: a text that ends inside a pair is cut off and no more.
func TestCutSurrogates(t *testing.T) {
	for _, in := range []string{`"\ud83d`, `"\ud83d\`, `"\ud83d\u`, `"\ud83d\ude0`} {
		var v string
		found := wire.ParseValue([]byte(in), &v, nil)
		if found.Count(wire.LoneSurrogate) != 1 || found.Count(wire.Syntax) != 1 || found.Len() != 2 {
			t.Errorf("%s: %v", in, found)
		}
	}
}

// TestLimitsAreInclusive: what is as large as a limit is read, what is one larger
// is not.
func TestLimitsAreInclusive(t *testing.T) {
	for _, tt := range []struct {
		code   check.Code
		lim    wire.Limits
		allow  string
		refuse string
		csv    bool
	}{
		{wire.TooLarge, wire.Limits{Bytes: 4}, `[1 ]`, `[1  ]`, false},
		{wire.TooDeep, wire.Limits{Depth: 2}, `[[]]`, `[[[]]]`, false},
		{wire.TooLarge, wire.Limits{Bytes: 4}, "a\nb\n", "a\nbc\n", true},
		{wire.TooManyRows, wire.Limits{Rows: 1}, "a\n1\n", "a\n1\n2\n", true},
		{wire.TooManyColumns, wire.Limits{Columns: 2}, "a,b\n1,2\n", "a,b\n1,2,3\n", true},
		{wire.LongCell, wire.Limits{Cell: 3}, "a\n林\n", "a\n林1\n", true},
	} {
		read := func(text string) check.Problems {
			if tt.csv {
				return wire.CSV{Open: true, Limits: &tt.lim}.Parse([]byte(text), nil).Problems()
			}
			var v json.RawMessage
			return wire.ParseValue([]byte(text), &v, &tt.lim)
		}
		if found := read(tt.allow); found.Len() > 0 {
			t.Errorf("%s: %q is refused: %v", tt.code, tt.allow, found)
		}
		if found := read(tt.refuse); found.Count(tt.code) != 1 {
			t.Errorf("%s: %q is read: %v", tt.code, tt.refuse, found)
		}
	}
}

// A room reads itself and reports by rules of its own.
type room struct{}

func (*room) UnmarshalJSON([]byte) error {
	var found check.Problems
	found.Add(locked.At("door", check.Int("line", 7)).WithCause(errGrade))
	return fmt.Errorf("room: %w", found)
}

// TestForeignReport: findings of other packages keep what they say.
func TestForeignReport(t *testing.T) {
	var v struct{ Rooms []*room }
	found := wire.ParseValue([]byte("{\"Rooms\":\n[null,{}]}"), &v, nil)
	if diff := cmp.Diff([]string{"Rooms[1].door: line 7: locked"}, texts(found)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for p := range found.All() {
		if !errors.Is(p, errGrade) {
			t.Error("the cause is lost")
		}
	}
}

// A doubter refuses with a report that has no error in it.
type doubter struct{}

func (*doubter) UnmarshalText([]byte) error {
	var found check.Problems
	found.Add(late.At("", check.Int("line", 1)))
	return found
}

// TestRefusalIsError: what is refused is an error, whatever the refusal says.
func TestRefusalIsError(t *testing.T) {
	var v doubter
	if found := wire.ParseValue([]byte(`"x"`), &v, nil); !found.Has(wire.Refused) {
		t.Error(found)
	}
}

// TestLongKeyPath: a key is cut between characters.
func TestLongKeyPath(t *testing.T) {
	var v map[string]bool
	found := wire.ParseValue([]byte(`{"a`+strings.Repeat("林", 30)+`":1}`), &v, nil)
	want := `["a` + strings.Repeat("林", 21) + `…"]`
	for p := range found.All() {
		if p.Path() != want {
			t.Errorf("got %s, want %s", p.Path(), want)
		}
	}
	if found.Len() != 1 {
		t.Error(found)
	}
}

// TestOverwrites: what a variable held before does not shine through.
func TestOverwrites(t *testing.T) {
	v := person{Name: "before", Tags: []string{"x", "y"}, Notes: map[string]int{"x": 1}}
	if found := wire.ParseValue([]byte(`{"tags":["z"]}`), &v, nil); found.Len() > 0 {
		t.Fatal(found)
	}
	if diff := cmp.Diff(person{Tags: []string{"z"}}, v, cmp.AllowUnexported(person{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
