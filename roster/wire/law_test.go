package wire_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A sample has a field of every supported kind.
type sample struct {
	sampleBase
	Bool    bool                  `json:"bool"`
	Int     int                   `json:"int,omitempty"`
	Int8    int8                  `json:"int8"`
	Int64   int64                 `json:"int64,omitzero"`
	Uint16  uint16                `json:"uint16,omitempty"`
	Uint64  uint64                `json:"uint64"`
	String  string                `json:"string"`
	Named   name                  `json:"<名>,omitempty"`
	Slice   []sample              `json:"slice"`
	Texts   []string              `json:"texts,omitempty"`
	Grades  []grade               `json:"grades"`
	Array   [2]*int               `json:"array"`
	Ptr     *sample               `json:"ptr,omitempty"`
	PtrPtr  **string              `json:"ptrPtr"`
	Map     map[string]sample     `json:"map,omitempty"`
	Names   map[name]*bool        `json:"names"`
	ByGrade map[grade]int         `json:"byGrade,omitzero"`
	Raw     json.RawMessage       `json:"raw,omitempty"`
	Time    time.Time             `json:"time,omitzero"`
	Tally   tally                 `json:"tally,omitzero"`
	PTally  *tally                `json:"pTally,omitzero"`
	Self    *selfWriting          `json:"self,omitempty"`
	Struct  struct{ A, B string } `json:"struct"`
	Untag   int
	Hidden  string `json:"-"`
	Dash    string `json:"-,"`
}

type sampleBase struct {
	deeper
	Base   string `json:"base,omitempty"`
	String string `json:"string"` // hidden by that of sample
	Clash  string // less deep than that of deeper, which has a tag
}

type deeper struct {
	Clash string `json:"Clash"`
	Deep  uint8  `json:"deep,omitzero"`
}

type name string

// A tally is zero when it is even.
type tally int

func (n tally) IsZero() bool { return n%2 == 0 }

// A selfWriting reads and writes itself, with white space.
type selfWriting struct{ n int }

func (s selfWriting) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "{ \"n\" : [ %d ] }", s.n), nil
}

func (s *selfWriting) UnmarshalJSON(data []byte) error {
	var v struct {
		N [1]int `json:"n"`
	}
	err := wire.ParseValue(data, &v, nil).Err()
	s.n = v.N[0]
	return err
}

var equalSamples = cmp.AllowUnexported(sample{}, sampleBase{}, selfWriting{})

func drawText() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("ab\"\\/<>&\x00\x1f\x7f\b\f\n\r\t林\u2028\u2029\ufeff\u202e\ufffd😀{}[]:,")), 0, 5, -1)
}

func drawSample(depth int) *rapid.Generator[sample] {
	return rapid.Custom(func(t *rapid.T) sample {
		text := drawText()
		g := rapid.SampledFrom([]grade{low, high})
		s := sample{
			Bool: rapid.Bool().Draw(t, "bool"), Int: rapid.IntRange(-2, 2).Draw(t, "int"), Int8: rapid.Int8().Draw(t, "int8"),
			Int64: rapid.Int64().Draw(t, "int64"), Uint16: rapid.Uint16().Draw(t, "uint16"), Uint64: rapid.Uint64().Draw(t, "uint64"),
			String: text.Draw(t, "string"), Named: name(text.Draw(t, "named")),
			Texts: rapid.SliceOfN(text, 0, 3).Draw(t, "texts"), Grades: rapid.SliceOfN(g, 0, 3).Draw(t, "grades"),
			Names:   rapid.MapOfN(rapid.Map(text, func(s string) name { return name(s) }), rapid.Ptr(rapid.Bool(), true), 0, 3).Draw(t, "names"),
			ByGrade: rapid.MapOf(g, rapid.Int()).Draw(t, "byGrade"),
			Raw:     json.RawMessage(rapid.SampledFrom([]string{"", "1.50", "null", `{"a":[true,1e9]}`, `"\u003c"`}).Draw(t, "raw")),
			Time:    time.Unix(rapid.Int64Range(0, 1<<32).Draw(t, "time"), 0).UTC(),
			Tally:   tally(rapid.IntRange(0, 1).Draw(t, "tally") * 7),
			Self:    rapid.Ptr(rapid.Map(rapid.Int(), func(n int) selfWriting { return selfWriting{n} }), true).Draw(t, "self"),
			Untag:   rapid.Int().Draw(t, "untag"), Dash: text.Draw(t, "dash"),
		}
		s.Base, s.Deep, s.sampleBase.Clash = text.Draw(t, "base"), rapid.Uint8().Draw(t, "deep"), text.Draw(t, "clash")
		s.Struct.B = text.Draw(t, "struct")
		s.Array[rapid.IntRange(0, 1).Draw(t, "at")] = &s.Int
		if p := new(tally); rapid.Bool().Draw(t, "pTally") {
			*p = 3
			s.PTally = p
		}
		if p := &s.String; rapid.Bool().Draw(t, "ptrPtr") {
			s.PtrPtr = &p
		}
		if len(s.Texts) == 0 {
			s.Texts = nil // left out when empty
		}
		if len(s.Raw) == 0 {
			s.Raw = nil
		}
		if depth > 0 {
			s.Slice = rapid.SliceOfN(drawSample(depth-1), 0, 2).Draw(t, "slice")
			s.Ptr = rapid.Ptr(drawSample(depth-1), true).Draw(t, "ptr")
			if m := rapid.MapOfN(text, drawSample(depth-1), 0, 2).Draw(t, "map"); len(m) > 0 {
				s.Map = m
			}
		}
		return s
	})
}

// propRoundTrip: what is written reads back as it was, and encoding/json reads the
// same from it and writes the same in meaning.
func propRoundTrip(t *rapid.T) {
	want := drawSample(2).Draw(t, "sample")
	data, err := wire.AppendValue(nil, want)
	if err != nil {
		t.Fatal(err)
	}
	var got, std sample
	if found := wire.ParseValue(data, &got, nil); found.Len() > 0 {
		t.Fatalf("%s\n%v", data, found)
	}
	if diff := cmp.Diff(want, got, equalSamples); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", data, diff)
	}
	if err := json.Unmarshal(data, &std); err != nil {
		t.Fatalf("%s\n%v", data, err)
	}
	if diff := cmp.Diff(std, got, equalSamples); diff != "" {
		t.Fatalf("%s: encoding/json reads something else (-std +got):\n%s", data, diff)
	}
	stdData, err := json.Marshal(&want)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(meaning(t, stdData), meaning(t, data)); diff != "" {
		t.Fatalf("%s: encoding/json writes something else (-std +got):\n%s", data, diff)
	}
	again, err := wire.Shape[sample]{}.Append(nil, &got)
	if err != nil || !bytes.Equal(data, again) {
		t.Fatalf("%s\n%s\n%v", data, again, err)
	}
}

func meaning(t *rapid.T, data []byte) any {
	var v any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	return v
}

// checkParse holds a reading against encoding/json: what wire reads, encoding/json
// reads too, with the same result; so what encoding/json refuses, wire refuses.
func checkParse(t interface{ Fatalf(string, ...any) }, data []byte) {
	var got, std, again sample
	found := wire.ParseValue(data, &got, nil)
	if !found.Equal(wire.Shape[sample]{}.Parse(data, &again, nil)) {
		t.Fatalf("two readings of %q differ", data)
	}
	last := 1 + bytes.Count(data, []byte("\n"))
	for p := range found.All() {
		for _, a := range p.Args() {
			var line int
			if a.Key == "line" {
				if fmt.Sscan(a.Text, &line); line < 1 || line > last {
					t.Fatalf("%q has no line %d", data, line)
				}
			}
		}
	}
	if found.Len() > 0 {
		return
	}
	if err := json.Unmarshal(data, &std); err != nil {
		t.Fatalf("encoding/json refuses %q: %v", data, err)
	}
	if diff := cmp.Diff(std, got, equalSamples); diff != "" {
		t.Fatalf("%q (-std +got):\n%s", data, diff)
	}
	text, err := wire.AppendValue(nil, &got)
	if err != nil {
		if report, ok := err.(check.Problems); ok && report.Has(wire.UnwritableValue) {
			return // a year that RFC 3339 cannot write
		}
		t.Fatalf("%q cannot be written: %v", data, err)
	}
	if found := wire.ParseValue(text, &again, nil); found.Len() > 0 {
		t.Fatalf("%q is written %q: %v", data, text, found)
	}
	twice, _ := wire.AppendValue(nil, &again)
	if !bytes.Equal(text, twice) {
		t.Fatalf("%q is written %q, then %q", data, text, twice)
	}
}

// propParse: the laws above for texts that are nearly right.
func propParse(t *rapid.T) {
	parts := []string{
		`{`, `}`, `[`, `]`, `,`, `:`, ` `, "\n", `null`, `true`, `0`, `-1`, `1.0`, `1e3`, `256`, `"low"`, `"x"`, `"\u006c\u006fw"`, `"\ud800"`,
		`"bool":`, `"Bool":`, `"int8":`, `"string":`, `"slice":`, `"grades":`, `"array":`, `"ptr":`, `"map":`, `"names":`, `"byGrade":`, `"raw":`,
		`"self":{"n":[1]}`, `"\u0062ool":true`, `"unknown":1`, "\"\xff\"", `"array":[null,1]`, `"slice":[{}]`, `"map":{"a":{}}`,
	}
	text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 12).Draw(t, "parts"), "")
	checkParse(t, []byte(text))
	checkParse(t, []byte("{"+text+"}"))
}

// propDamage: the laws above for documents with one byte changed.
func propDamage(t *rapid.T) {
	data, err := wire.AppendValue(nil, drawSample(1).Draw(t, "sample"))
	if err != nil {
		t.Fatal(err)
	}
	data[rapid.IntRange(0, len(data)-1).Draw(t, "at")] = rapid.SampledFrom([]byte("\"\\{}[],:01x \n\x00\xff")).Draw(t, "byte")
	checkParse(t, data)
}

func TestLaws(t *testing.T) {
	t.Run("round trip", rapid.MakeCheck(propRoundTrip))
	t.Run("parse", rapid.MakeCheck(propParse))
	t.Run("damage", rapid.MakeCheck(propDamage))
}

func FuzzRoundTrip(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRoundTrip)) }

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`{"bool":true,"int8":-1,"string":"a\u006c\ud83d\ude00","slice":[{}],"grades":["low"],"array":[null,1],"ptr":{"deep":1}}`,
		`{"map":{"a":{}},"names":{"b":null},"byGrade":{"low":1},"raw":{"x":[1.5e3,"y"]},"self":{"n":[1]},"struct":{"A":"a"}}`,
		`{"time":"2025-01-02T03:04:05Z","tally":3,"pTally":2,"-":"d","Untag":-0,"<名>":"x","base":null}`,
		"\ufeff{}", "{\"string\":\"\xff\"}", `{"string":"\ud800"}`, `{"Bool":1}`, `{"uint64":18446744073709551616}`, `[[[[`, `{"a":1,"a":2} x`, ``, "nul",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkParse(t, data) })
}
