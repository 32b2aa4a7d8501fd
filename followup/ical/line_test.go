package ical_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/ical"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestLines(t *testing.T) {
	const rfc6868 = "RFC 6868, section 3.2"
	tests := []struct {
		in   string
		want ical.Line
		why  string
	}{
		{"SUMMARY:a:b;c", ical.Line{Name: "SUMMARY", Value: "a:b;c"}, "the value begins after the first colon"},
		{"SUMMARY:", ical.Line{Name: "SUMMARY"}, "an empty value"},
		{"X;A=:v", ical.Line{Name: "X", Params: []ical.Param{{"A", []string{""}}}, Value: "v"}, "an empty parameter value"},
		{"X;A=b;C=d,e:v", ical.Line{Name: "X", Params: []ical.Param{{"A", []string{"b"}}, {"C", []string{"d", "e"}}}, Value: "v"}, "RFC 5545, section 3.1"},
		{`X;A="b;c:d,e":v`, ical.Line{Name: "X", Params: []ical.Param{{"A", []string{"b;c:d,e"}}}, Value: "v"}, "RFC 5545, section 3.1: quoted"},
		{`X;A="b",c,"d":v`, ical.Line{Name: "X", Params: []ical.Param{{"A", []string{"b", "c", "d"}}}, Value: "v"}, "RFC 5545, section 3.1: some quoted"},
		{`X;A="":v`, ical.Line{Name: "X", Params: []ical.Param{{"A", []string{""}}}, Value: "v"}, "quoted nothing"},
		{`X;A=^'b^'^n^^n^x:v`, ical.Line{Name: "X", Params: []ical.Param{{"A", []string{"\"b\"\n^n^x"}}}, Value: "v"}, rfc6868},
		{`X;A=b\nc:v`, ical.Line{Name: "X", Params: []ical.Param{{"A", []string{`b\nc`}}}, Value: "v"}, "parameters have no backslash escapes"},
		{"item1.TEL:1", ical.Line{Group: "item1", Name: "TEL", Value: "1"}, "RFC 6350, section 3.3: group"},
		{"X:v^n\t", ical.Line{Name: "X", Value: "v^n\t"}, "values keep what they are"},
	}
	for _, tt := range tests {
		got, ps := ical.Decode([]byte(crlf("BEGIN:X", tt.in, "END:X")), nil)
		if ps.Len() != 0 || len(got) != 1 || len(got[0].Props) != 1 {
			t.Fatalf("%s: %s", tt.in, ps.Text(check.En, nil))
		}
		if diff := cmp.Diff(tt.want, got[0].Props[0], cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", tt.in, tt.why, diff)
		}
	}
}

func TestBadLines(t *testing.T) {
	tests := []struct{ in, want string }{
		{"SUMMARY", "the colon is missing"},
		{"X;A=b", "the colon is missing"},
		{`X;A="b"`, "the colon is missing"},
		{`X;A="b`, "a quote in a parameter has no pair or is out of place"},
		{`X;A="b"c:v`, "a quote in a parameter has no pair or is out of place"},
		{`X;A=b"c":v`, "a quote in a parameter has no pair or is out of place"},
		{":v", "a name consists of letters, digits and hyphens"},
		{"Ä:v", "a name consists of letters, digits and hyphens"},
		{"A B:v", "a name consists of letters, digits and hyphens"},
		{".A:v", "a name consists of letters, digits and hyphens"},
		{"a.b.c:v", "a name consists of letters, digits and hyphens"},
		{"X;A:v", "a parameter is name=value"},
		{"X;=b:v", "a parameter is name=value"},
		{"X;:v", "a parameter is name=value"},
		{"X:\x00", "there is a control character in it"},
		{"X:\x7f", "there is a control character in it"},
		{"X:a\rb", "there is a control character in it"},
	}
	for _, tt := range tests {
		got, ps := ical.Decode([]byte(crlf("BEGIN:X", tt.in, "END:X")), nil)
		if len(got) != 0 || !strings.Contains(ps.Text(check.En, nil), "line 2: "+tt.want+": ") {
			t.Errorf("%q: got %s, want %s", tt.in, ps.Text(check.En, nil), tt.want)
		}
	}
}

func TestFolding(t *testing.T) {
	tests := []struct{ value, want, why string }{
		{strings.Repeat("x", 73), "X:" + strings.Repeat("x", 73) + "\r\n", "75 octets stay on one line"},
		{strings.Repeat("x", 74), "X:" + strings.Repeat("x", 73) + "\r\n x\r\n", "76 do not"},
		{strings.Repeat("x", 73+74), "X:" + strings.Repeat("x", 73) + "\r\n " + strings.Repeat("x", 74) + "\r\n", "the blank counts"},
		{strings.Repeat("x", 73+75), "X:" + strings.Repeat("x", 73) + "\r\n " + strings.Repeat("x", 74) + "\r\n x\r\n", "the blank counts"},
		{strings.Repeat("督", 25), "X:" + strings.Repeat("督", 24) + "\r\n 督\r\n", "74 octets, since a character stays whole"},
		{strings.Repeat("x", 72) + "😀", "X:" + strings.Repeat("x", 72) + "\r\n 😀\r\n", "four octets stay together"},
		{strings.Repeat("x", 73) + "  y", "X:" + strings.Repeat("x", 73) + "\r\n   y\r\n", "blanks of the value survive"},
	}
	for _, tt := range tests {
		got, err := ical.Line{Name: "X", Value: tt.value}.Append(nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}

func TestLineAppend(t *testing.T) {
	l := ical.Text("SUMMARY", "a,b").With("LANGUAGE", "zh").With("X-A", "b;c", `d"e`, "f\ng^")
	got, err := l.Append([]byte("> "))
	if err != nil || string(got) != "> SUMMARY;LANGUAGE=zh;X-A=\"b;c\",d^'e,f^ng^^:a\\,b\r\n" {
		t.Errorf("%s, %v", got, err)
	}
	if v, ok := l.Param("x-a"); !ok || v != "b;c" {
		t.Errorf("parameter X-A: %q %t", v, ok)
	}
	if v, ok := l.Param("none"); ok || v != "" {
		t.Errorf("no parameter: %q %t", v, ok)
	}
	tests := []struct {
		l    ical.Line
		want string
	}{
		{ical.Line{}, "a name consists"},
		{ical.Line{Name: "A:B"}, "a name consists"},
		{ical.Line{Name: "A", Group: "b c"}, "a name consists"},
		{ical.Line{Name: "begin"}, "BEGIN and END are no properties"},
		{ical.Line{Name: "END"}, "BEGIN and END are no properties"},
		{ical.Line{Name: "A", Value: "b\r\nATTACH:c"}, "control character"},
		{ical.Line{Name: "A", Value: "b\nc"}, "control character"},
		{ical.Line{Name: "A", Value: "\xff"}, "not valid UTF-8"},
		{ical.Line{Name: "A", Value: strings.Repeat("x", ical.MaxLine)}, "too long"},
		{ical.Line{Name: "A"}.With("B"), "no value"},
		{ical.Line{Name: "A"}.With("B C", "d"), "a name consists"},
		{ical.Line{Name: "A"}.With("B", "c\r"), "control character"},
		{ical.Line{Name: "A"}.With("B", "\xff"), "not valid UTF-8"},
		{ical.Line{Name: "A"}.With("B", make([]string, ical.MaxParams+1)...), "too many parameters"},
	}
	for _, tt := range tests {
		got, err := tt.l.Append([]byte("x"))
		if err == nil || !strings.Contains(err.Error(), tt.want) || string(got) != "x" {
			t.Errorf("%+v: %q, %v; want %s", tt.l.Name, got, err, tt.want)
		}
	}
}

func TestText(t *testing.T) {
	tests := []struct{ text, value, why string }{
		{`a\b;c,d` + "\n", `a\\b\;c\,d\n`, "RFC 5545, section 3.3.11"},
		{"a:b\"c", "a:b\"c", "colons and quotes are not escaped"},
		{"", "", "nothing"},
		{`\n`, `\\n`, "a backslash and an n are no line feed"},
		{"督办", "督办", "UTF-8 as it is"},
	}
	for _, tt := range tests {
		if got := ical.EscapeText(tt.text); got != tt.value {
			t.Errorf("%q: escaped %q, want %q: %s", tt.text, got, tt.value, tt.why)
		}
		if got := ical.UnescapeText(tt.value); got != tt.text {
			t.Errorf("%q: unescaped %q, want %q: %s", tt.value, got, tt.text, tt.why)
		}
	}
	for value, want := range map[string]string{`a\Nb`: "a\nb", `a\:b\`: `a\:b\`, `\\\\n`: `\\n`, `\\\n`: "\\\n"} {
		if got := ical.UnescapeText(value); got != want {
			t.Errorf("%q: unescaped %q, want %q", value, got, want)
		}
	}
	if got := ical.EscapeText("a\r\nb\rc"); got != `a\nb\nc` {
		t.Errorf("line breaks: %q", got)
	}
}

func propText(t *rapid.T) {
	texts := rapid.SliceOfN(rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("ab\\;,nN\n")), rapid.Rune())), 1, 4).
		Filter(func(ss []string) bool { return !strings.Contains(strings.Join(ss, ""), "\r") }).Draw(t, "texts")
	for _, s := range texts {
		if got := ical.UnescapeText(ical.EscapeText(s)); got != s {
			t.Fatalf("%q came back as %q", s, got)
		}
	}
	sep := rapid.SampledFrom([]byte{',', ';'}).Draw(t, "separator")
	if got := ical.SplitText(sep, ical.JoinText(sep, texts...)); !cmp.Equal(got, texts) {
		t.Fatalf("%q came back as %q", texts, got)
	}
}

func TestTextLaws(t *testing.T) { rapid.Check(t, propText) }
func FuzzText(f *testing.F)     { f.Fuzz(rapid.MakeFuzz(propText)) }

func FuzzSplitText(f *testing.F) {
	f.Add(`a\,b,c;d\`)
	f.Fuzz(func(t *testing.T, value string) {
		parts := ical.SplitText(',', value)
		again := ical.SplitText(',', ical.JoinText(',', parts...))
		if strings.Contains(value, "\r") {
			return
		}
		if !cmp.Equal(parts, again) {
			t.Errorf("%q: %q, then %q", value, parts, again)
		}
	})
}
