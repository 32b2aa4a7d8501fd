package symbol_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs/symbol"
)

func template(t testing.TB, text string) symbol.Template {
	t.Helper()
	form, err := symbol.NewTemplate(text)
	if err != nil || form.String() != text {
		t.Fatal(form, err)
	}
	return form
}

func TestTemplate(t *testing.T) {
	for _, tt := range []struct {
		form, in  string
		want      symbol.PaperNumber
		diagnoses string
		why       string
	}{
		{"会议文件之{一}", "会议文件之十二", symbol.PaperNumber{Serial: 12}, "", "in words"},
		{"会议文件之{一}", "会议文件之一百零三", symbol.PaperNumber{Serial: 103}, "", "in words"},
		{"会议文件之{一}", "会议文件之一百三", symbol.PaperNumber{}, "paper-number", "130 or 103"},
		{"会议文件之{一}", "会议文件之3", symbol.PaperNumber{}, "paper-number", "in figures"},
		{"（{一}）", "（一）", symbol.PaperNumber{Serial: 1}, "", "brackets alone"},
		{"（{一}）", "（ 一 ）", symbol.PaperNumber{Serial: 1}, "spacing", "spaces"},
		{"（{一}）", "（一）二", symbol.PaperNumber{}, "paper-number", "text behind"},
		{"会议文件（{n}）", "会议文件（7）", symbol.PaperNumber{Serial: 7}, "", "in figures"},
		{"会议文件（{n}）", "会议文件（07）", symbol.PaperNumber{Serial: 7}, "padding", "padded"},
		{"会议文件（{n}）", "会议文件（0）", symbol.PaperNumber{}, "paper-number", "none"},
		{"{year}-{type}-{nnn}", "2026-01-001", symbol.PaperNumber{Year: 2026, Type: "01", Serial: 1}, "", "year, type, serial"},
		{"{year}-{type}-{nnn}", "2026-DWH-1001", symbol.PaperNumber{Year: 2026, Type: "DWH", Serial: 1001}, "", "more than the digits"},
		{"{year}-{type}-{nnn}", "2026-01-1", symbol.PaperNumber{Year: 2026, Type: "01", Serial: 1}, "padding", "not padded"},
		{"{year}-{type}-{nnn}", "26-01-001", symbol.PaperNumber{}, "paper-number", "no century is guessed"},
		{"{year}-{type}-{nnn}", "2026-a1-001", symbol.PaperNumber{}, "paper-number", "a small letter"},
		{"{year}-{type}-{nnn}", "2026-01-" + strings.Repeat("9", 1<<12), symbol.PaperNumber{}, "paper-number", "too long"},
	} {
		got, found := template(t, tt.form).Parse(tt.in)
		if got != tt.want || diagnoses(found) != tt.diagnoses {
			t.Errorf("%s by %s: %s: %+v with %v", tt.in, tt.form, tt.why, got, found)
		}
	}
	for _, text := range []string{
		"", "会议文件", "{year}", "{n}{type}", "{n}号{n}", "{一}之{n}", "{m}", "{", "{}", "n}{n}", "1{n}", "{n}1", "{n}一", "文件 {n}", "{nnnnnnnnnn}",
		"\xff{n}", strings.Repeat("文", 50) + "{n}",
	} {
		if form, err := symbol.NewTemplate(text); err == nil {
			t.Errorf("%q is a template %v", text, form)
		}
	}
	form := template(t, "{year}-{nnn}")
	for _, p := range []symbol.PaperNumber{
		{},
		{Year: 2026},
		{Serial: 1},
		{Year: 26, Serial: 1},
		{Year: 2026, Serial: -1},
		{Year: 2026, Serial: symbol.MaxSerial + 1},
		{Year: 2026, Serial: 1, Type: "A"},
	} {
		if s, err := form.Format(p); err == nil {
			t.Errorf("%+v is written %s", p, s)
		}
	}
	if s, err := (symbol.Template{}).Format(symbol.PaperNumber{Serial: 1}); err == nil {
		t.Errorf("no template writes %q", s)
	}
}

// propTemplate: what a template writes it reads back, without a finding.
func propTemplate(t *rapid.T) {
	part := rapid.SampledFrom([]string{"会议文件之", "（", "）", "-", "{year}", "{type}", "{n}", "{nnn}", "{一}", "{", "1", "A", " "})
	form, err := symbol.NewTemplate(strings.Join(rapid.SliceOfN(part, 1, 7).Draw(t, "form"), ""))
	if err != nil {
		return
	}
	p := symbol.PaperNumber{Serial: rapid.IntRange(-1, 12000).Draw(t, "serial")}
	if strings.Contains(form.String(), "{year}") {
		p.Year = rapid.IntRange(999, 10000).Draw(t, "year")
	}
	if strings.Contains(form.String(), "{type}") {
		p.Type = rapid.StringMatching(`[A-Z0-9]{0,9}`).Draw(t, "type")
	}
	s, err := form.Format(p)
	if err != nil {
		return
	}
	if back, found := form.Parse(s); back != p || found.Len() > 0 {
		t.Fatalf("%+v by %q is %q, which reads as %+v with %v", p, form, s, back, found)
	}
}

func TestTemplateLaws(t *testing.T) { rapid.Check(t, propTemplate) }

func FuzzTemplate(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propTemplate)) }

// Every serial is written as the textbooks spell it.
func TestTemplateSpelling(t *testing.T) {
	form := template(t, "（{一}）")
	for n := 1; n < 10000; n++ {
		if s, err := form.Format(symbol.PaperNumber{Serial: n}); err != nil || s != "（"+spell(n)+"）" {
			t.Fatalf("%d is written %s, %v", n, s, err)
		}
	}
}

func ExampleTemplate() {
	form, _ := symbol.NewTemplate("{year}-{type}-{nnn}")
	s, _ := form.Format(symbol.PaperNumber{Year: 2026, Type: "DWH", Serial: 7})
	fmt.Println(s)
	words, _ := symbol.NewTemplate("会议文件之{一}")
	p, found := words.Parse("会议文件之十二")
	fmt.Println(p.Serial, found.Len())
	// Output:
	// 2026-DWH-007
	// 12 0
}
