package wire_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A grade is an enumeration with a text form.
type grade uint8

const (
	low grade = iota + 1
	high
)

func (g grade) MarshalText() ([]byte, error) {
	switch g {
	case low:
		return []byte("low"), nil
	case high:
		return []byte("high"), nil
	default:
		return nil, errGrade
	}
}

func (g *grade) UnmarshalText(text []byte) error {
	switch string(text) {
	case "low":
		*g = low
	case "high":
		*g = high
	default:
		return errGrade
	}
	return nil
}

var errGrade = errors.New("grade is none of low, high")

var _ encoding.TextMarshaler = low

type place struct {
	Row  int8  `json:"row"`
	Seat uint8 `json:"seat,omitzero"`
}

type person struct {
	place
	Name   string                     `json:"name"`
	Votes  int64                      `json:"votes,omitzero"`
	Chair  bool                       `json:"chair,omitzero"`
	Grade  grade                      `json:"grade,omitzero"`
	Tags   []string                   `json:"tags,omitempty"`
	Aide   *person                    `json:"aide,omitempty"`
	Notes  map[string]int             `json:"notes,omitempty"`
	Grades map[grade][]grade          `json:"grades,omitempty"`
	Pair   [2]int                     `json:"pair"`
	Raw    json.RawMessage            `json:"raw,omitempty"`
	Extra  map[string]json.RawMessage `json:"extra,omitempty"`
	Hidden string                     `json:"-"`
	Inner  *part                      `json:"inner,omitempty"`
}

// A part reads itself, strictly.
type part struct{ N int }

func (p *part) UnmarshalJSON(data []byte) error {
	type plain part
	return wire.ParseValue(data, (*plain)(p), nil).Err()
}

func texts(found check.Problems) []string {
	lines := strings.Split(strings.TrimSuffix(found.Text(check.En, nil), "\n"), "\n")
	if lines[0] == "" {
		return nil
	}
	return lines
}

func TestParseValueFindings(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
		why      string
	}{
		{"clean", `{"name":"Lin","row":-3,"pair":[1,2]}`, nil, "fields of embedded structs stand among the others"},
		{"empty", ``, []string{`line 1, column 1: JSON syntax: the text ends where a value is due; nothing after it was read`}, "an empty text is no JSON value"},
		{
			"unknown key", "{\n \"nmae\":\"Lin\"}",
			[]string{`nmae: line 2, column 2: unknown key "nmae"; nearest known key: "name"`},
			"what is not understood is not dropped in silence",
		},
		{"unknown key, far", `{"zzz":[{"a":1}]}`, []string{`zzz: line 1, column 2: unknown key "zzz"; nearest known key: none`}, "no guess is better than a wild one"},
		{"key case", `{"Name":"Lin"}`, []string{`Name: line 1, column 2: key "Name" is written "name"; upper and lower case matter`}, "encoding/json would take it"},
		{"duplicate key", `{"name":"a",` + "\n" + `"n\u0061me":"b"}`, []string{`name: line 2, column 1: key "name" occurs more than once in its object`}, "RFC 7493 §2.3; escapes do not hide it"},
		{
			"duplicates everywhere", `{"zzz":{"a":1,"a":2},"raw":{"b":1,"b":2},"notes":{"c":1,"c":2}}`,
			[]string{
				`notes.c: line 1, column 57: key "c" occurs more than once in its object`,
				`raw.b: line 1, column 35: key "b" occurs more than once in its object`,
				`zzz: line 1, column 2: unknown key "zzz"; nearest known key: none`,
				`zzz.a: line 1, column 15: key "a" occurs more than once in its object`,
			},
			"also where nothing is kept, in raw JSON and in maps",
		},
		{"equal keys", `{"grades":{"low":[],"l\u006fw":[]}}`, []string{`grades.low: line 1, column 21: key "low" occurs more than once in its object`}, "maps compare what the text means"},
		{
			"wrong types", `{"name":1,"row":"1","chair":null,"tags":{},"aide":[],"pair":true}`,
			[]string{
				`aide: line 1, column 51: want an object, have a list`,
				`chair: line 1, column 29: want true or false, have null`,
				`name: line 1, column 9: want text, have a number`,
				`pair: line 1, column 61: want a list, have true or false`,
				`row: line 1, column 17: want a number, have text`,
				`tags: line 1, column 41: want a list, have an object`,
			},
			"all findings at once",
		},
		{"nulls", `{"tags":null,"aide":null,"notes":null,"raw":null,"inner":null}`, nil, "null is read where Go has nil"},
		{
			"range", `{"row":128,"seat":-1,"votes":9223372036854775808}`,
			[]string{
				`row: line 1, column 8: 128 is outside -128 to 127`,
				`seat: line 1, column 19: -1 is outside 0 to 255`,
				`votes: line 1, column 30: 9223372036854775808 is outside -9223372036854775808 to 9223372036854775807`,
			},
			"numbers are never cut to fit",
		},
		{
			"not whole", `{"row":1.0,"votes":1e3}`,
			[]string{
				`row: line 1, column 8: 1.0 must be a whole number without point and exponent`,
				`votes: line 1, column 20: 1e3 must be a whole number without point and exponent`,
			},
			"as encoding/json",
		},
		{"length", `{"pair":[1]}`, []string{`pair: line 1, column 9: the list needs 2 elements and has 1`}, "encoding/json drops or invents elements"},
		{"too long", `{"pair":[1,2,3]}`, []string{`pair: line 1, column 9: the list needs 2 elements and has 3`}, "encoding/json drops or invents elements"},
		{"enum", `{"grade":"mid"}`, []string{`grade: line 1, column 10: "mid" is not usable: grade is none of low, high`}, "the error of UnmarshalText is the reason"},
		{"enum key", `{"grades":{"mid":[]}}`, []string{`grades.mid: line 1, column 12: "mid" is not usable: grade is none of low, high`}, "keys too"},
		{
			"inner report", "{\"name\":\"x\",\n\"inner\": {\"N\":1,\n \"M\":2, \"NN\":3}}",
			[]string{
				`inner.M: line 3, column 2: unknown key "M"; nearest known key: none`,
				`inner.NN: line 3, column 9: unknown key "NN"; nearest known key: "N"`,
			},
			"lines of a part become lines of the whole",
		},
		{"inner column", `{"inner": {"N":""}}`, []string{`inner.N: line 1, column 16: want a number, have text`}, "columns on the first line of a part too"},
		{"backwards", "{\"name\":{\n\"a\":1,\n \"a\":2},\"row\":\"\"}", []string{
			`name: line 1, column 9: want text, have an object`,
			`name.a: line 3, column 2: key "a" occurs more than once in its object`,
			`row: line 3, column 15: want a number, have text`,
		}, "a value is judged after what it holds"},
		{"utf8", "{\"name\":\"a\xffb\xfe\",\"tags\":[\"\\n\xc0\"]}", []string{
			`name: line 1, column 11: byte 0xff is not valid UTF-8`,
			`tags[0]: line 1, column 27: byte 0xc0 is not valid UTF-8`,
		}, "encoding/json replaces it"},
		{"surrogate", `{"name":"\ud83d\ude00","tags":["\ud83d","\ude00x","\ud83d\u0041"]}`, []string{
			`tags[0]: line 1, column 33: escape "\ud83d" is a surrogate without its pair, not a character`,
			`tags[1]: line 1, column 42: escape "\ude00" is a surrogate without its pair, not a character`,
			`tags[2]: line 1, column 52: escape "\ud83d" is a surrogate without its pair, not a character`,
		}, "encoding/json replaces it"},
		{"after", `{} {}`, []string{`line 1, column 4: there is text after the JSON value`}, "one value a text"},
		{"bom", "\ufeff{\"nam\":1}", []string{
			`the JSON text begins with a byte order mark: remove it`,
			`nam: line 1, column 5: unknown key "nam"; nearest known key: "name"`,
		}, "RFC 8259 §8.1; named, and the rest is read"},
		{"utf16", "\xff\xfe{\x00}\x00", []string{`the text begins with a UTF-16 byte order mark: save it as UTF-8`}, "Windows editors offer it"},
		{"first fault ends", `{"nam":1,"row":"x","name":tru}`, []string{
			`nam: line 1, column 2: unknown key "nam"; nearest known key: "name"`,
			`name: line 1, column 27: JSON syntax: this is no JSON value; nothing after it was read`,
			`row: line 1, column 16: want a number, have text`,
		}, "what was found before it stays"},
		{"trailing comma", `{"name":"x",}`, []string{`line 1, column 13: JSON syntax: want a key in quotes; nothing after it was read`}, "no comma before a bracket"},
		{"control", "{\"name\":\"a\tb\"}", []string{`name: line 1, column 11: JSON syntax: a control character in a string is not escaped; nothing after it was read`}, "RFC 8259 §7"},
		{"depth", strings.Repeat("[", 65), []string{strings.Repeat("[0]", 64) + `: line 1, column 65: nested deeper than 64 levels; nothing after it was read`}, "a published bound"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var v person
			got := texts(wire.ParseValue([]byte(tt.in), &v, nil))
			if diff := cmp.Diff(tt.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestAppendDocument(t *testing.T) {
	f := wire.Format{Name: "x.y", Version: 2}
	p := person{
		Name: "林", Tags: []string{"<a>"}, Grades: map[grade][]grade{high: {low}, low: nil},
		Raw: json.RawMessage(`{ "a" : [1, 2] }`),
	}
	data, err := wire.Append([]byte("x"), f, &p)
	if err != nil {
		t.Fatal(err)
	}
	const want = `x{"huiwu":"x.y/2","row":0,"name":"林","tags":["<a>"],"grades":{"high":["low"],"low":null},"pair":[0,0],"raw":{"a":[1,2]}}`
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var q person
	version, found := wire.Parse(data[1:], f, &q, nil)
	if err := found.Err(); err != nil || version != 2 {
		t.Errorf("version %d, %v", version, err)
	}
	p.Raw = json.RawMessage(`{"a":[1,2]}`)
	if diff := cmp.Diff(p, q, cmp.AllowUnexported(person{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestInnerCounts: the findings of a part that were only counted stay counted.
func TestInnerCounts(t *testing.T) {
	const many = 3*check.MaxKept + 7
	in := `{"inner":` + manyKeys(many) + `}`
	var v person
	found := wire.ParseValue([]byte(in), &v, nil)
	if found.Count(wire.UnknownKey) != many || found.Len() != many {
		t.Errorf("%d findings, want %d", found.Len(), many)
	}
}

// TestInnerCause: the error of a part is reached through the finding.
func TestInnerCause(t *testing.T) {
	var v person
	found := wire.ParseValue([]byte(`{"grade":"mid"}`), &v, &wire.Limits{FirstLine: 41})
	if !errors.Is(found.Err(), errGrade) {
		t.Error("the cause is lost")
	}
	const want = "grade: 第 41 行第 10 列：“mid” 不可用（grade is none of low, high）\n"
	if diff := cmp.Diff(want, found.Text(check.ZhHans, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
