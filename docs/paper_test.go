package docs_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestPaperValidate(t *testing.T) {
	good := docs.Paper{
		ID: "p", Number: "会办〔2026〕3号", Title: "工作报告", Kind: docs.MainReport, Mark: mark(t, "机密★20年"), Copies: 30,
		Recall: true, Deadline: calendar.MustParseDateTime("2026-11-23 18:00"),
	}
	if ps := good.Validate(); ps.Len() > 0 {
		t.Fatal(ps)
	}
	var over symbol.Mark
	if err := over.UnmarshalText([]byte("秘密★20年")); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		change func(*docs.Paper)
		want   check.Code
		why    string
	}{
		{func(p *docs.Paper) { p.ID = "" }, roster.NoID, "no id"},
		{func(p *docs.Paper) { p.Title = " " }, docs.Missing, "no title"},
		{func(p *docs.Paper) { p.Title = strings.Repeat("题", 1000) }, docs.TooLong, "a title of 3000 bytes"},
		{func(p *docs.Paper) { p.Number = "会办[2026]3号" }, symbol.Bracket, "the number is badly written"},
		{func(p *docs.Paper) { p.Number = "本会第三份文件3" }, docs.NumberClass, "a number of its own kind"},
		{func(p *docs.Paper) { p.Place = 1000 }, docs.BadPlace, "four digits"},
		{func(p *docs.Paper) { p.Owner = "\u202e" }, roster.BadID, "owner"},
		{func(p *docs.Paper) { p.Session = "\n" }, roster.BadID, "session"},
		{func(p *docs.Paper) { p.Item = " x" }, roster.BadID, "item"},
		{func(p *docs.Paper) { p.Mark = over }, symbol.MarkTerm, "a term above the maximum"},
		{func(p *docs.Paper) { p.Copies = 0 }, docs.NoCopyNumbers, "classified, not numbered"},
		{func(p *docs.Paper) { p.Copies = -1 }, docs.PrintRunTooBig, "no run"},
		{func(p *docs.Paper) { p.Copies = 1_000_000 }, docs.PrintRunTooBig, "the millionth copy"},
		{func(p *docs.Paper) { p.Recall = false }, docs.NoRecall, "classified, not taken back"},
		{func(p *docs.Paper) { p.Deadline = calendar.DateTime{} }, docs.NoDeadline, "no time by which"},
	} {
		p := good
		tt.change(&p)
		if ps := p.Validate(); ps.Len() != 1 || !ps.Has(tt.want) {
			t.Errorf("%s: %v, want %s", tt.why, ps, tt.want)
		}
	}
	open := docs.Paper{ID: "p", Title: "名单"}
	if ps := open.Validate(); ps.Len() > 0 {
		t.Errorf("an open paper needs no copy numbers: %v", ps)
	}
	twice := []docs.Paper{open, {ID: "q", Title: "日程", Place: 2}, {ID: "r", Title: "议程", Place: 2}, open}
	if ps := docs.ValidatePapers(twice); ps.Len() != 2 || ps.Count(docs.DuplicateID) != 2 {
		t.Errorf("one id and one place stand twice: %v", ps)
	}
	if code, err := twice[1].Code("M2026A01", 17); err != nil || code.Paper() != 2 || code.Copy() != 17 {
		t.Errorf("code %v, %v", code, err)
	}
	if _, err := open.Code("M2026A01", 17); err == nil {
		t.Error("a code for a paper without a place")
	}
	data, err := json.Marshal(good)
	if err != nil {
		t.Fatal(err)
	}
	var back docs.Paper
	if err := json.Unmarshal(data, &back); err != nil || back != good {
		t.Errorf("%s reads back as %+v, %v", data, back, err)
	}
}

func TestRelease(t *testing.T) {
	for _, tt := range []struct{ mark, dated, want, why string }{
		{"绝密★30年", "2026-01-15", "2056-01-15", "years"},
		{"秘密★6个月", "2026-01-15", "2026-07-15", "months"},
		{"秘密★11个月", "2026-03-31", "2027-03-01", "February has no 31st"},
		{"秘密★10年", "2024-02-29", "2034-03-01", "a common year has no leap day"},
		{"秘密★4年", "2024-02-29", "2028-02-29", "the next leap year has"},
		{"机密", "2026-05-01", "2046-05-01", "not marked: the maximum"},
		{"秘密★长期", "2026-05-01", "", "no end"},
		{"", "2026-05-01", "", "no state secret"},
		{"机密★20年", "", "", "no date on it"},
		{"绝密★30年", "9990-01-01", "", "beyond the calendar"},
	} {
		p := docs.Paper{Mark: mark(t, tt.mark)}
		if tt.dated != "" {
			p.Dated = calendar.MustParseDate(tt.dated)
		}
		d, ok := p.Release()
		if got := d.String(); ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("%s from %s: %s: %s, %t", tt.mark, tt.dated, tt.why, got, ok)
		}
	}
}

func TestRange(t *testing.T) {
	for _, s := range []string{"000001-000120", "000125", "000001-999999"} {
		var r docs.Range
		if err := r.UnmarshalText([]byte(s)); err != nil || r.String() != s {
			t.Errorf("%s reads as %v, %v", s, r, err)
		}
	}
	for _, s := range []string{"", "-", "1-2", "000002-000001", "000001-000001", "000001-1000000", "000000", "000001-000002-000003", "000001 - 000002"} {
		var r docs.Range
		if err := r.UnmarshalText([]byte(s)); err == nil || r != (docs.Range{}) {
			t.Errorf("%q reads as %v", s, r)
		}
	}
	if n := (docs.Range{From: 5, To: 3}).Len(); n != 0 {
		t.Errorf("a range that is none holds %d copies", n)
	}
}

// propNear: a number that differs from a true one by one slip leads back to it if
// nothing else is near.
func propNear(t *rapid.T) {
	true1 := symbol.CopyNumber(rapid.IntRange(1, 999_999).Draw(t, "copy"))
	digits := []byte(true1.String())
	i := rapid.IntRange(0, 5).Draw(t, "place")
	switch j := rapid.IntRange(0, 5).Draw(t, "other"); {
	case j != i && (j-i <= 2 && i-j <= 2):
		digits[i], digits[j] = digits[j], digits[i]
	default:
		digits[i] = byte('0' + rapid.IntRange(0, 9).Draw(t, "digit"))
	}
	wrong, _ := symbol.ParseCopyNumber(string(digits))
	near := docs.Near(wrong, func(c symbol.CopyNumber) bool { return c == true1 })
	if wrong != true1 && wrong != 0 && !slices.Contains(near, true1) {
		t.Fatalf("%v for %v: suggested %v", wrong, true1, near)
	}
	all := docs.Near(wrong, func(symbol.CopyNumber) bool { return true })
	if len(all) > docs.MaxNear || slices.Contains(all, wrong) {
		t.Fatalf("%v: suggested %v", wrong, all)
	}
}

func TestNear(t *testing.T) { rapid.Check(t, propNear) }

// Every event says what no event of its type may hold.
func TestEventValidate(t *testing.T) {
	for _, e := range []docs.Event{
		docs.Printed{},
		docs.Stocked{},
		docs.Voided{},
		docs.Issued{},
		docs.Receipted{},
		docs.Transferred{},
		docs.Returned{},
		docs.PageChecked{Missing: []int{0}},
		docs.DefectNoted{},
		docs.LostReported{},
		docs.Found{},
		docs.Archived{},
		docs.DestructionApproved{},
		docs.Destroyed{Watchers: []roster.PersonID{""}},
		docs.TransferredOut{},
		docs.Corrected{},
	} {
		var got []string
		for p := range e.Validate().All() {
			got = append(got, p.Path())
		}
		want := map[string]string{
			"docs.Printed": "copies paper", "docs.Stocked": "copies paper", "docs.Voided": "copies paper reason",
			"docs.Issued": "copy holder paper", "docs.Receipted": "by copy paper", "docs.Transferred": "copy from paper to",
			"docs.Returned": "by copy paper", "docs.PageChecked": "copy missing[0] paper", "docs.DefectNoted": "copy note paper",
			"docs.LostReported": "by copy paper", "docs.Found": "by copy paper", "docs.Archived": "code copy paper",
			"docs.DestructionApproved": "by copies paper reference", "docs.Destroyed": "by copies paper watchers[0]",
			"docs.TransferredOut": "copy paper to", "docs.Corrected": "entry.desk entry.seq reason",
		}[typeName(e)]
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%T (-want +got)\n%s", e, diff)
		}
	}
}
