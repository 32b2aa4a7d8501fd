package ical_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/ical"
	"github.com/huiwu-go/huiwu/roster/check"
)

// crlf writes a text with the line breaks of RFC 5545.
func crlf(lines ...string) string { return strings.Join(lines, "\r\n") + "\r\n" }

// outline shows names, UIDs and depth of components.
func outline(cs []ical.Component) string {
	var b strings.Builder
	var walk func(cs []ical.Component, depth int)
	walk = func(cs []ical.Component, depth int) {
		for _, c := range cs {
			fmt.Fprintf(&b, "%s%s", strings.Repeat(" ", depth), c.Name)
			for _, l := range c.Props {
				fmt.Fprintf(&b, " %s=%s", l.Name, l.Value)
			}
			b.WriteByte('\n')
			walk(c.Inner, depth+1)
		}
	}
	walk(cs, 0)
	return b.String()
}

func TestDecode(t *testing.T) {
	tests := []struct {
		name, in, want, findings, why string
	}{
		{
			"good",
			crlf("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VTODO", "UID:1", "X-A:b", "BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM", "END:VTODO", "END:VCALENDAR"),
			"VCALENDAR VERSION=2.0\n VTODO UID=1 X-A=b\n  VALARM ACTION=DISPLAY\n", "", "RFC 5545, section 3.4",
		},
		{"nothing", "", "", "", "no text, no components"},
		{
			"lower case and blanks after names",
			crlf("begin:vcalendar ", "Begin:vTodo", "uid:1", "end:VTODO", "end:VCALENDAR\t"),
			"vcalendar\n vTodo uid=1\n", "", "names are compared without regard to case",
		},
		{
			"folded",
			"BEGIN:VTODO\r\nSUM\r\n MARY:a\r\n\tb\r\n  c\r\nEND:VTODO\r\n",
			"VTODO SUMMARY=ab c\n", "", "RFC 5545, section 3.1: a break and one blank vanish",
		},
		{
			"folded inside a character",
			"BEGIN:VTODO\r\nSUMMARY:\xe7\x9d\r\n \xa3\r\nEND:VTODO\r\n",
			"VTODO SUMMARY=督\n", "", "some writers fold between octets; the note in section 3.1 warns of it",
		},
		{
			"bare LF", "BEGIN:VTODO\nUID:1\nEND:VTODO\n", "VTODO UID=1\n",
			"line 1 ends in LF rather than CRLF, and others may\n", "one warning",
		},
		{
			"no line break at the end", "BEGIN:VTODO\r\nUID:1\r\nEND:VTODO", "VTODO UID=1\n", "", "harmless",
		},
		{
			"blank lines and byte order mark", "\ufeff" + crlf("BEGIN:VTODO", "", "UID:1", "END:VTODO", ""), "VTODO UID=1\n",
			"line 2 is blank\nline 5 is blank\nthe text begins with a byte order mark, which was left out\n", "warnings",
		},
		{
			"one broken line",
			crlf("BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:1", "END:VTODO", "BEGIN:VTODO", "UID:2", "SUMMARY", "END:VTODO", "BEGIN:VTODO", "UID:3", "END:VTODO", "END:VCALENDAR"),
			"VCALENDAR\n VTODO UID=1\n VTODO UID=3\n",
			"components[0].inner[1]: \"VTODO\" with UID \"2\" in lines 5 to 8 is faulty and was left out\n" +
				"components[0].inner[1]: line 7: the colon is missing: \"SUMMARY\"\n",
			"one bad item does not spoil the others",
		},
		{
			"broken alarm",
			crlf("BEGIN:VTODO", "UID:1", "BEGIN:VALARM", "ACTION;:DISPLAY", "END:VALARM", "END:VTODO", "BEGIN:VTODO", "UID:2", "END:VTODO"),
			"VTODO UID=2\n",
			"components[0]: \"VTODO\" with UID \"1\" in lines 1 to 6 is faulty and was left out\n" +
				"components[0].inner[0]: line 4: a parameter is name=value: \"ACTION;:DISPLAY\"\n",
			"an item is returned whole or not at all",
		},
		{
			"broken line in the calendar",
			crlf("BEGIN:VCALENDAR", "X_A:b", "VERSION:2.0", "BEGIN:VTODO", "UID:1", "END:VTODO", "END:VCALENDAR"),
			"VCALENDAR VERSION=2.0\n VTODO UID=1\n",
			"components[0]: line 2: a name consists of letters, digits and hyphens: \"X_A:b\"\n",
			"the line alone is left out",
		},
		{
			"no END of an item",
			crlf("BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:1", "BEGIN:VTODO", "UID:2", "END:VTODO", "END:VCALENDAR"),
			"VCALENDAR\n VTODO UID=2\n",
			"components[0].inner[0]: \"VTODO\" with UID \"1\" in lines 2 to 4 is faulty and was left out\n" +
				"components[0].inner[0]: \"VTODO\", begun in line 2, has no END up to line 4\n",
			"items do not stand inside each other, so the next one shows it",
		},
		{
			"no END of an alarm",
			crlf("BEGIN:VTODO", "UID:1", "BEGIN:VALARM", "END:VTODO", "BEGIN:VTODO", "UID:2", "END:VTODO"),
			"VTODO UID=2\n",
			"components[0]: \"VTODO\" with UID \"1\" in lines 1 to 4 is faulty and was left out\n" +
				"components[0].inner[0]: \"VALARM\", begun in line 3, has no END up to line 4\n",
			"",
		},
		{
			"no END of the calendar",
			crlf("BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:1", "END:VTODO"),
			"VCALENDAR\n VTODO UID=1\n",
			"components[0]: \"VCALENDAR\", begun in line 1, has no END up to line 4\n",
			"what there was is kept",
		},
		{
			"cut off",
			crlf("BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:1", "END:VTODO", "BEGIN:VTODO", "UID:2"),
			"VCALENDAR\n VTODO UID=1\n",
			"components[0]: \"VCALENDAR\", begun in line 1, has no END up to line 6\n" +
				"components[0].inner[1]: \"VTODO\" with UID \"2\" in lines 5 to 6 is faulty and was left out\n" +
				"components[0].inner[1]: \"VTODO\", begun in line 5, has no END up to line 6\n",
			"",
		},
		{
			"two calendars", crlf("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VCALENDAR", "X-A:b", "END:VCALENDAR"),
			"VCALENDAR\nVCALENDAR X-A=b\n", "", "section 3.4 allows a stream of them",
		},
		{
			"calendar in a calendar", crlf("BEGIN:VCALENDAR", "BEGIN:VCALENDAR", "X-A:b", "END:VCALENDAR"),
			"VCALENDAR\nVCALENDAR X-A=b\n",
			"components[0]: \"VCALENDAR\", begun in line 1, has no END up to line 2\n", "",
		},
		{
			"stray END", crlf("END:VTODO", "BEGIN:VCALENDAR", "END:VTODO", "END:VCALENDAR"),
			"VCALENDAR\n",
			"line 1: END:\"VTODO\" has no BEGIN\ncomponents[0]: line 3: END:\"VTODO\" has no BEGIN\n", "",
		},
		{"outside", crlf("UID:1", "BEGIN:VTODO", "END:VTODO"), "VTODO\n", "line 1: \"UID\" is inside no component\n", ""},
		{
			"no name", crlf("BEGIN:", "UID:1", "END:", "BEGIN:VTODO", "END:VTODO"), "VTODO\n",
			"components[0]: \"\" with UID \"1\" in lines 1 to 3 is faulty and was left out\n" +
				"components[0]: line 1: this is no name of a component: \"BEGIN:\"\n" +
				"components[0]: line 3: this is no name of a component: \"END:\"\n",
			"",
		},
		{
			"parameters of a BEGIN", crlf("BEGIN;X=1:VTODO", "END:VTODO"), "",
			"components[0]: \"VTODO\" with UID \"\" in lines 1 to 2 is faulty and was left out\n" +
				"components[0]: line 1: this is no name of a component: \"BEGIN;X=1:VTODO\"\n", "they would be lost",
		},
		{
			"not UTF-8", "BEGIN:VTODO\r\nSUMMARY:\xb6\xbd\r\nEND:VTODO\r\n", "",
			"components[0]: \"VTODO\" with UID \"\" in lines 1 to 3 is faulty and was left out\ncomponents[0]: line 2: this is not valid UTF-8\n",
			"section 3.1.4",
		},
		{
			"control character", crlf("BEGIN:VTODO", "SUMMARY:a\x07b", "END:VTODO"), "",
			"components[0]: \"VTODO\" with UID \"\" in lines 1 to 3 is faulty and was left out\n" +
				"components[0]: line 2: there is a control character in it: \"SUMMARY:a\\ab\"\n", "section 3.1",
		},
		{
			"vCard", crlf("BEGIN:VCARD", "VERSION:4.0", "item1.TEL;TYPE=work,voice:+86 10 0000", "END:VCARD"),
			"VCARD VERSION=4.0 TEL=+86 10 0000\n", "", "RFC 6350, section 3.3",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ps := ical.Decode([]byte(tt.in), nil)
			if diff := cmp.Diff(tt.want, outline(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			if diff := cmp.Diff(tt.findings, ps.Text(check.En, nil)); diff != "" {
				t.Errorf("findings: %s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestDecodeHostile(t *testing.T) {
	todo := crlf("BEGIN:VTODO", "UID:good", "END:VTODO")
	million := 1_000_000
	if testing.Short() {
		million /= 50
	}
	tests := []struct {
		name, in string
		lim      *ical.Limits
		want     string
		code     check.Code
		findings int // at most
	}{
		{"a line of 10 MB", "BEGIN:VTODO\r\nSUMMARY:" + strings.Repeat("x", 10<<20) + "\r\nEND:VTODO\r\n" + todo, nil, "VTODO UID=good\n", ical.TooLong, 2},
		{"a folded line of 10 MB", "BEGIN:VTODO\r\nSUMMARY:" + strings.Repeat("x\r\n ", 2*ical.MaxLine) + "\r\nEND:VTODO\r\n" + todo, nil, "VTODO UID=good\n", ical.TooLong, 2},
		{"a million BEGINs", strings.Repeat("BEGIN:X\r\n", million) + todo, nil, "VTODO UID=good\n", ical.TooDeep, 20},
		{"many BEGINs and ENDs", strings.Repeat("BEGIN:X\r\n", 1e5) + strings.Repeat("END:X\r\n", 1e5) + todo, nil, "VTODO UID=good\n", ical.TooDeep, 2},
		{"many ENDs", strings.Repeat("END:X\r\n", 1e5) + todo, nil, "VTODO UID=good\n", ical.StrayEnd, 1e5},
		{"too much", strings.Repeat(todo, 10), &ical.Limits{Bytes: 100}, "", ical.TooLarge, 1},
		{"too many lines", todo + strings.Repeat("X:\r\n", 1000), &ical.Limits{Lines: 4}, "VTODO UID=good\n", ical.TooManyLines, 2},
		{"too many parameters", "BEGIN:VTODO\r\nX;A=" + strings.Repeat(",", 5000) + ":\r\nEND:VTODO\r\n" + todo, nil, "VTODO UID=good\n", ical.Syntax, 2},
		{"short lines only", "BEGIN:VTODO\r\nSUMMARY:123456789\r\nEND:VTODO\r\n" + todo, &ical.Limits{Line: 12}, "VTODO UID=good\n", ical.TooLong, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ps := ical.Decode([]byte(tt.in), tt.lim)
			if diff := cmp.Diff(tt.want, outline(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if !ps.Has(tt.code) || ps.Len() > tt.findings {
				t.Errorf("%d findings: %v", ps.Len(), ps.Error())
			}
		})
	}
}

// drawComponent draws any component that can be written.
func drawComponent(t *rapid.T, parent string, depth int) ical.Component {
	token := rapid.StringMatching(`[A-Za-z0-9-]{1,8}`)
	name := rapid.OneOf(rapid.SampledFrom([]string{"VTODO", "VEVENT", "VALARM", "X-OURS", "vtimezone"}), token).
		Filter(func(s string) bool {
			return !strings.EqualFold(s, "VCALENDAR") && !strings.EqualFold(s, "VCARD")
		}).Draw(t, "component")
	if depth == 0 && rapid.Bool().Draw(t, "calendar") {
		name = "VCALENDAR"
	}
	if depth > 0 && strings.HasPrefix(strings.ToUpper(name), "V") && !strings.EqualFold(parent, "VCALENDAR") {
		name = "X-" + name
	}
	c := ical.Component{Name: name}
	text := rapid.StringOf(rapid.OneOf(
		rapid.RuneFrom([]rune("ab督办会务😀;:,\"\\^'n\u200b\u202e \t=.")),
		rapid.Rune(),
	)).Filter(func(s string) bool {
		return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f })
	})
	for range rapid.IntRange(0, 4).Draw(t, "properties") {
		l := ical.Line{
			Name: token.Filter(func(s string) bool { return !strings.EqualFold(s, "BEGIN") && !strings.EqualFold(s, "END") }).Draw(t, "name"),
		}
		if rapid.IntRange(0, 9).Draw(t, "grouped") == 0 {
			l.Group = token.Draw(t, "group")
		}
		for range rapid.IntRange(0, 3).Draw(t, "parameters") {
			p := ical.Param{Name: token.Draw(t, "parameter")}
			for range rapid.IntRange(1, 3).Draw(t, "values") {
				p.Values = append(p.Values, strings.ReplaceAll(text.Draw(t, "value"), "n", "\n"))
			}
			l.Params = append(l.Params, p)
		}
		l.Value = strings.Repeat(text.Draw(t, "text"), rapid.IntRange(0, 20).Draw(t, "times"))
		c.Props = append(c.Props, l)
	}
	if depth < 3 {
		for range rapid.IntRange(0, 2).Draw(t, "inner") {
			c.Inner = append(c.Inner, drawComponent(t, c.Name, depth+1))
		}
	}
	return c
}

func propRoundTrip(t *rapid.T) {
	var want []ical.Component
	for range rapid.IntRange(0, 3).Draw(t, "components") {
		want = append(want, drawComponent(t, "", 0))
	}
	data, err := ical.Append([]byte("before"), want...)
	if err != nil {
		t.Fatal(err)
	}
	data, ok := bytes.CutPrefix(data, []byte("before"))
	if !ok {
		t.Fatal("what stood in dst is gone")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("line %q of %d octets", line, len(line))
		}
	}
	got, ps := ical.Decode(data, nil)
	if ps.Len() != 0 {
		t.Fatalf("findings in\n%s\n%s", data, ps.Text(check.En, nil))
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("read back (-want +got):\n%s", diff)
	}
}

func TestRoundTrip(t *testing.T) { rapid.Check(t, propRoundTrip) }
func FuzzRoundTrip(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRoundTrip)) }

// Whatever is read can be written and is read again as it was.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		crlf("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VTODO", "UID:1", `X-A;B="c;d",e^n:f\,g`, "BEGIN:VALARM", "END:VALARM", "END:VTODO", "END:VCALENDAR"),
		"BEGIN:VTODO\nSUMMARY:\xe7\x9d\n \xa3\nEND:VTODO\n",
		crlf("BEGIN:VCARD", "item1.TEL;TYPE=work:1", "END:VCARD"),
		crlf("BEGIN:VTODO", "BEGIN:VTODO", "END:VEVENT"),
		"BEGIN:X\r\nBEGIN:VCALENDAR\r\nEND:X\r\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, ps := ical.Decode(data, nil)
		text, err := ical.Append(nil, got...)
		if err != nil {
			t.Fatalf("read, but not to be written: %v", err)
		}
		back, again := ical.Decode(text, nil)
		if again.Len() != 0 {
			t.Fatalf("findings in what was written:\n%s", again.Text(check.En, nil))
		}
		if diff := cmp.Diff(got, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("read back (-want +got):\n%s", diff)
		}
		if !ps.Failed() && strings.Count(strings.ToUpper(string(data)), "BEGIN:") > 0 && len(got) == 0 {
			t.Fatal("components vanished without a finding")
		}
		for _, c := range got {
			c.Validate()
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	todo := ical.NewTodo("1@example.org", stamp, "落实会议议定事项，按期报送办理情况，逾期未报的予以通报，办理结果列入年度督查台账")
	cal := ical.NewCalendar("-//Example//huiwu//EN")
	for range 500 {
		cal = cal.Holding(todo)
	}
	data, err := ical.Append(nil, cal)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if got, ps := ical.Decode(data, nil); len(got) != 1 || ps.Len() != 0 {
			b.Fatal(ps)
		}
	}
}
