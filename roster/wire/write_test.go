package wire_test

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A word writes itself as the text it is told to.
type word string

func (w word) AppendText(dst []byte) ([]byte, error) {
	if w == "bad" {
		return nil, errGrade
	}
	return append(append(dst, "w-"...), w...), nil
}

func (w word) MarshalText() ([]byte, error) { return nil, errors.New("AppendText comes first") }

// A raw writes itself as it is.
type raw string

func (r *raw) MarshalJSON() ([]byte, error) { return []byte(*r), nil }

// A blur is the same text whatever it is.
type blur int

func (blur) MarshalText() ([]byte, error) { return []byte("blur"), nil }

// A loop can hold itself.
type loop struct {
	Next *loop `json:"next"`
}

func TestAppendValue(t *testing.T) {
	type unit struct {
		B int            `json:"b"`
		A map[string]int `json:"a"`
	}
	seven := 7
	for _, tt := range []struct {
		name string
		in   any
		want string
		why  string
	}{
		{"order", unit{A: map[string]int{"b": 1, "B": 2, "林": 3, "a": 4}}, `{"b":0,"a":{"B":2,"a":4,"b":1,"林":3}}`, "fields as declared, keys by bytes"},
		{"nil", unit{}, `{"b":0,"a":null}`, "nil and empty are not the same"},
		{"empty", unit{A: map[string]int{}}, `{"b":0,"a":{}}`, "nil and empty are not the same"},
		{"pointers", []*int{&seven, nil}, `[7,null]`, "null is Go's nil"},
		{"escapes", " !\"\\/\b\f\n\r\t\x00\x1f\x7f<>&\u2028林", `" !\"\\/\b\f\n\r\t\u0000\u001f` + "\x7f<>&\u2028林\"", "only what JSON demands"},
		{"appends", map[word]word{"a": "b"}, `{"w-a":"w-b"}`, "AppendText comes before MarshalText, for keys too"},
		{"value with pointer method", map[string]raw{"a": "[ 1 ]"}, `{"a":[1]}`, "also where Go has no address; white space goes"},
		{"white space of every kind", raw("[\t1 ,\r\n2\n,\r3 ]"), `[1,2,3]`, "RFC 8259 §2 knows four"},
		{"white space in text", raw(`{"a b" : "c\" d\\" , "e":" "}`), `{"a b":"c\" d\\","e":" "}`, "in text it stays"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := wire.AppendValue(nil, tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestAppendValueFaults(t *testing.T) {
	round := &loop{}
	round.Next = round
	type part struct {
		Text string          `json:"text"`
		List []string        `json:"list"`
		Map  map[string]word `json:"map"`
	}
	for _, tt := range []struct {
		name string
		in   any
		want []string
		why  string
	}{
		{"all", part{"\xff", []string{"", "a\xc0"}, map[string]word{"\xfe": "", "k": "bad"}}, []string{
			`list[1]: text "a\xc0" is not valid UTF-8 and cannot be written`,
			`map: text "\xfe" is not valid UTF-8 and cannot be written`,
			`map.k: a value of type wire_test.word cannot be written: grade is none of low, high`,
			`text: text "\xff" is not valid UTF-8 and cannot be written`,
		}, "all at once, by path; nothing is replaced"},
		{"clash", map[blur]int{1: 1, 2: 2}, []string{`two different keys would both be written "blur"`}, "one would be lost"},
		{"cycle", round, []string{"", `.next: nested deeper than 64 levels, which cannot be written`}, "it would not end"},
		{"invalid", raw("{"), []string{`line 1, column 2: JSON syntax: a list or object does not end; nothing after it was read`}, "MarshalJSON is held to the rules of reading"},
		{"duplicate", []raw{`{"a":1,"a":2}`}, []string{`[0].a: line 1, column 8: key "a" occurs more than once in its object`}, "MarshalJSON is held to the rules of reading"},
		{"two values", raw("1 2"), []string{`line 1, column 3: there is text after the JSON value`}, "MarshalJSON is held to the rules of reading"},
		{"nothing", nil, []string{`the program's type nil can be neither read nor written: there is no value`}, "null needs a type"},
		{"nil pointer", (*part)(nil), []string{`the program's type nil can be neither read nor written: there is no value`}, "null needs a place"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := wire.AppendValue([]byte("x"), tt.in)
			report, ok := errors.AsType[check.Problems](err)
			if !ok || string(got) != "x" {
				t.Fatalf("%s: %s, %v", tt.why, got, err)
			}
			if tt.name == "cycle" {
				if !report.Has(wire.UnwritableDepth) || report.Len() != 1 {
					t.Errorf("%s: %v", tt.why, err)
				}
				return
			}
			if diff := cmp.Diff(tt.want, texts(report)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

// TestUnsupportedTypes names what has no strict form, before anything is read.
func TestUnsupportedTypes(t *testing.T) {
	type embedded struct{ A int }
	type all struct {
		*embedded
		Float  float64
		Any    any
		Func   func()
		Number json.Number
		Bytes  []byte
		Ints   map[int]string
		String int `json:",string"`
		Inline int `json:"inline,inline"`
		Quote  int `json:"a\"b"`
		List   []struct{ X complex64 }
		Fine   []grade
	}
	want := []string{
		`Any: the program's type interface {} can be neither read nor written: it has no definite form in JSON`,
		`Bytes: the program's type []uint8 can be neither read nor written: bytes need a form as text, such as hexadecimal`,
		`Float: the program's type float64 can be neither read nor written: floating-point numbers decide nothing here`,
		`Func: the program's type func() can be neither read nor written: it has no definite form in JSON`,
		`Inline: the program's type int can be neither read nor written: its json tag is not understood`,
		`Ints: the program's type map[int]string can be neither read nor written: its keys are not text`,
		`List[].X: the program's type complex64 can be neither read nor written: floating-point numbers decide nothing here`,
		`Number: the program's type json.Number can be neither read nor written: a number needs a type of whole numbers`,
		`Quote: the program's type int can be neither read nor written: its json tag is not understood`,
		`String: the program's type int can be neither read nor written: its json tag is not understood`,
		`embedded: the program's type *wire_test.embedded can be neither read nor written: it cannot be embedded in this way`,
	}
	if diff := cmp.Diff(want, texts(wire.ParseValue([]byte(`{}`), new(all), nil))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, texts(wire.For[all]().Parse(nil, new(all), nil))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, write := range []func() ([]byte, error){
		func() ([]byte, error) { return wire.AppendValue(nil, all{}) },
		func() ([]byte, error) { return wire.For[all]().Append(nil, &all{}) },
	} {
		_, err := write()
		report, _ := errors.AsType[check.Problems](err)
		if diff := cmp.Diff(want, texts(report)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	for _, into := range []any{nil, 7, (*int)(nil)} {
		if found := wire.ParseValue([]byte(`7`), into, nil); !found.Has(wire.UnsupportedType) {
			t.Errorf("%T is no variable", into)
		}
	}
}

// TestEmbedded holds the choice among fields of one name against encoding/json.
func TestEmbedded(t *testing.T) {
	type A struct{ X, Y, Z, V int }
	type B struct {
		X int
		Y int `json:"Y"`
		Z int `json:"z"`
	}
	type Name string
	type C struct {
		A
		B
		name
		Name
		Z string
		W A `json:"w"`
		U A
	}
	v := C{A{1, 2, 3, 9}, B{4, 5, 6}, "hidden", "N", "7", A{8, 8, 8, 8}, A{V: 9}}
	want, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	got, err := wire.AppendValue(nil, v)
	if diff := cmp.Diff(string(want), string(got)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	var back, std C
	if err := json.Unmarshal(want, &std); err != nil {
		t.Fatal(err)
	}
	if found := wire.ParseValue(got, &back, nil); found.Len() > 0 {
		t.Fatal(found)
	}
	if diff := cmp.Diff(std, back, cmp.AllowUnexported(C{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLines(t *testing.T) {
	in := "{}\r\n\n \t\n[1]\nlast"
	want := map[int]string{1: "{}", 4: "[1]", 5: "last"}
	got := map[int]string{}
	for n, line := range wire.Lines([]byte(in)) {
		got[n] = string(line)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for n := range wire.Lines([]byte(in)) {
		if n > 1 {
			t.Error("the walk goes on after a break")
		}
		break
	}
	if keys := slices.Collect(maps.Keys(maps.Collect(wire.Lines(nil)))); len(keys) > 0 {
		t.Errorf("nothing has lines %v", keys)
	}
}

func TestRules(t *testing.T) {
	if _, err := check.NewCatalog(wire.Rules()); err != nil {
		t.Error(err)
	}
}
