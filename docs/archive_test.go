package docs_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestRetentionOf(t *testing.T) {
	for _, tt := range []struct {
		kind docs.PaperKind
		want string
	}{
		{docs.Timetable, "Y"},
		{docs.NameList, "Y"},
		{docs.Speech, "Y"},
		{docs.MainReport, "Y"},
		{docs.Resolution, "Y"},
		{docs.MinutesPaper, "Y"},
		{docs.ModelCase, "D30"},
		{docs.Statement, "D30"},
		{docs.BulletinPaper, "D30"},
		{docs.Draft, "D10"},
		{docs.NoticePaper, "Y"},
		{docs.RequestPaper, "Y"},
		{docs.ReplyPaper, "Y"},
		{docs.SummaryPaper, "Y"},
		{docs.GroupRecord, "D30"},
		{docs.Guide, ""},
		{docs.OtherPaper, ""},
		{0, ""},
	} {
		got := docs.RetentionOf(tt.kind)
		if got.String() != tt.want {
			t.Errorf("%v is kept %q, want %q", tt.kind, got, tt.want)
		}
		var back docs.Retention
		if text, err := got.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != got {
			t.Errorf("%v: written %s, read back %v, %v", got, text, back, err)
		}
	}
	if err := new(docs.Retention).UnmarshalText([]byte("30")); err == nil {
		t.Error("30 is a term")
	}
}

func TestAssignArchiveCodes(t *testing.T) {
	items := []docs.ArchiveItem{
		{Paper: "d", Kind: docs.Draft, Year: 2026, Unit: "BGS"},
		{Paper: "c", Kind: docs.Resolution, Year: 2026, Unit: "BGS", Matter: "2", Date: "20261103"},
		{Paper: "a", Kind: docs.Speech, Year: 2026, Unit: "BGS", Matter: "1", Date: "20261104"},
		{Paper: "b", Kind: docs.NameList, Year: 2026, Unit: "BGS", Matter: "1", Date: "20261103"},
		{Paper: "e", Kind: docs.Speech, Year: 2026, Unit: "BGS", Code: "J001-WS·2026-Y-BGS-0007"},
		{Paper: "f", Kind: docs.Guide, Retention: docs.TenYears, Year: 2026},
	}
	got, err := docs.AssignArchiveCodes("J001", "WS", items)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, x := range got {
		codes = append(codes, strings.TrimPrefix(x.Code, "J001-WS·2026-"))
	}
	want := []string{"D10-BGS-0001", "Y-BGS-0010", "Y-BGS-0009", "Y-BGS-0008", "Y-BGS-0007", "D10-0001"}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if items[0].Code != "" {
		t.Error("the input was changed")
	}
	for _, tt := range []struct {
		item docs.ArchiveItem
		want string
		why  string
	}{
		{docs.ArchiveItem{Kind: docs.Guide, Year: 2026}, string(docs.NoRetention), "the order does not list a guide"},
		{docs.ArchiveItem{Kind: docs.Speech, Year: 26}, string(docs.ArchiveCode), "a year not in full"},
		{docs.ArchiveItem{Kind: docs.Speech, Year: 2026, Unit: "办公室"}, string(docs.ArchiveCode), "no code of an office"},
		{docs.ArchiveItem{Code: "J001-WS·2026-Y-BGS-7"}, string(docs.ArchiveCode), "an item number not in four digits"},
		{docs.ArchiveItem{Code: "J001-WS·2026-Y-BGS-0007"}, string(docs.ArchiveCode), "given to another"},
		{docs.ArchiveItem{Code: "国发〔2026〕1号"}, string(docs.ArchiveCode), "another number"},
	} {
		out, err := docs.AssignArchiveCodes("J001", "WS", []docs.ArchiveItem{items[4], tt.item})
		if out != nil || err == nil || !strings.Contains(fmt.Sprint(codesOf(err)), tt.want) {
			t.Errorf("%s: %v, %v", tt.why, out, err)
		}
	}
	full := docs.ArchiveItem{Code: "J001-WS·2026-Y-9999"}
	if _, err := docs.AssignArchiveCodes("J001", "WS", []docs.ArchiveItem{full, {Kind: docs.Speech, Year: 2026}}); err == nil {
		t.Error("a ten-thousandth item was numbered")
	}
}

// propArchive: codes differ, and filing more items changes none that was given.
func propArchive(t *rapid.T) {
	draw := func(n int, label string) []docs.ArchiveItem {
		items := make([]docs.ArchiveItem, n)
		for i := range items {
			items[i] = docs.ArchiveItem{
				Paper:  roster.PaperID(fmt.Sprintf("%s%d", label, i)),
				Kind:   rapid.SampledFrom([]docs.PaperKind{docs.Speech, docs.Draft, docs.BulletinPaper}).Draw(t, "kind"),
				Year:   rapid.IntRange(2025, 2026).Draw(t, "year"),
				Matter: rapid.SampledFrom([]string{"", "1", "2"}).Draw(t, "matter"),
			}
		}
		return items
	}
	first, err := docs.AssignArchiveCodes("J001", "WS", draw(rapid.IntRange(0, 8).Draw(t, "first"), "a"))
	if err != nil {
		t.Fatal(err)
	}
	all, err := docs.AssignArchiveCodes("J001", "WS", append(draw(rapid.IntRange(0, 8).Draw(t, "more"), "b"), first...))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, all[len(all)-len(first):], cmp.Comparer(func(a, b symbol.Mark) bool { return a == b })); diff != "" && len(first) > 0 {
		t.Fatalf("codes once given were changed (-was +is)\n%s", diff)
	}
	seen := map[string]bool{}
	for _, x := range all {
		if x.Code == "" || seen[x.Code] {
			t.Fatalf("code %q of %s", x.Code, x.Paper)
		}
		seen[x.Code] = true
	}
}

func TestArchiveLaws(t *testing.T) { rapid.Check(t, propArchive) }

func ExampleAssignArchiveCodes() {
	items, _ := docs.AssignArchiveCodes("J001", "WS", []docs.ArchiveItem{
		{Paper: "p1", Kind: docs.Resolution, Year: 2026, Unit: "BGS"},
		{Paper: "p2", Kind: docs.BulletinPaper, Year: 2026, Unit: "BGS"},
	})
	for _, x := range items {
		fmt.Println(x.Paper, x.Code, x.Retention.Label())
	}
	// Output:
	// p1 J001-WS·2026-Y-BGS-0001 永久
	// p2 J001-WS·2026-D30-BGS-0001 30年
}

func codesOf(err error) []string {
	var out []string
	if ps, ok := errors.AsType[check.Problems](err); ok {
		for code := range ps.Codes() {
			out = append(out, string(code))
		}
	}
	return out
}
