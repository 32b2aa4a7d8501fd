package docs_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// filed are items with their codes, not in order.
func filed() []docs.ArchiveItem {
	return []docs.ArchiveItem{
		{Paper: "c", Kind: docs.GroupRecord, Retention: docs.ThirtyYears, Year: 2026, Code: "J001-WS·2026-D30-0001", Title: "第一组会议记录", Pages: 90},
		{Paper: "b", Kind: docs.Resolution, Retention: docs.Permanent, Year: 2026, Code: "J001-WS·2026-Y-0002", Title: "关于工作报告的决议", Number: "会办〔2026〕2号", Author: "大会", Date: "20261123", Mark: docs.Paper{}.Mark, Pages: 3},
		{Paper: "a", Kind: docs.NoticePaper, Retention: docs.Permanent, Year: 2026, Code: "J001-WS·2026-Y-0001", Title: "=通知", Pages: 2},
	}
}

func TestCatalogue(t *testing.T) {
	c, err := docs.NewCatalogue(docs.ItemCatalogue, filed())
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.AppendCSV(nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "序号,档号,文号,责任者,题名,日期,密级,页数,备注\n" +
		"1,J001-WS·2026-D30-0001,,,第一组会议记录,,,90,\n" +
		"2,J001-WS·2026-Y-0001,,,'=通知,,,2,\n" +
		"3,J001-WS·2026-Y-0002,会办〔2026〕2号,大会,关于工作报告的决议,20261123,,3,\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for style, want := range map[docs.CatalogueStyle]string{
		docs.ItemCatalogue00:  "0001,,,第一组会议记录,,90,",
		docs.DescriptionTable: "J001-WS·2026-D30-0001,第一组会议记录,,,小组会议记录,,30年,,90,",
	} {
		c, err := docs.NewCatalogue(style, filed())
		if err != nil {
			t.Fatal(err)
		}
		for row := range c.Rows() {
			if diff := cmp.Diff(want, strings.Join(row, ",")); diff != "" || len(row) != len(style.Columns()) {
				t.Errorf("%v (-want +got)\n%s", style, diff)
			}
			break
		}
		var back docs.CatalogueStyle
		if text, err := style.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != style || style.Label() == "" {
			t.Errorf("%v: %v", style, back)
		}
	}
	volumes := []docs.Volume{
		{"J001-WS·2026-D30-0001", "J001-WS·2026-D30-0001", 1, 90},
		{"J001-WS·2026-Y-0001", "J001-WS·2026-Y-0002", 2, 5},
	}
	if diff := cmp.Diff(volumes, c.Volumes(50)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(volumes, c.Volumes(5)); diff != "" {
		t.Errorf("a volume that is just full (-want +got)\n%s", diff)
	}
	if got := c.Volumes(4); len(got) != 3 {
		t.Errorf("%v", got)
	}
	for _, tt := range []struct {
		change func([]docs.ArchiveItem)
		want   string
		why    string
	}{
		{func(x []docs.ArchiveItem) { x[0].Code = "" }, "items[0].code no-code", "not numbered yet"},
		{func(x []docs.ArchiveItem) { x[0].Code = "J001-WS·2026-D30-1" }, "items[0].code archive-code", "badly written"},
		{func(x []docs.ArchiveItem) { x[0].Code = x[1].Code }, "items[1].code archive-code", "one code twice"},
		{func(x []docs.ArchiveItem) { x[0].Paper = "" }, "items[0].paper roster/no-id", "no paper"},
		{func(x []docs.ArchiveItem) { x[0].Title = "a\nb" }, "items[0].title roster/bad-text", "a line break"},
		{func(x []docs.ArchiveItem) { x[0].Pages = -1 }, "items[0].pages bad-pages", "no pages"},
	} {
		items := filed()
		tt.change(items)
		_, err := docs.NewCatalogue(docs.ItemCatalogue, items)
		found, _ := errors.AsType[check.Problems](err)
		if diff := cmp.Diff(tt.want, said(found)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	if _, err := docs.NewCatalogue(9, nil); err == nil {
		t.Error("a catalogue of no style")
	}
}

func TestCheckHolding(t *testing.T) {
	items := []docs.ArchiveItem{
		{Paper: "own"},
		{Paper: "led", Lead: "us"},
		{Paper: "theirs", Lead: "them", Copy: true},
		{Paper: "lost", Lead: "us", Copy: true},
		{Paper: "kept", Lead: "them"},
		{Paper: "copied", Copy: true},
	}
	want := "items[3].copy holds-copy; items[4].copy holds-original; items[5].copy holds-copy"
	if diff := cmp.Diff(want, said(docs.CheckHolding("us", items))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// propCatalogue: the order of the items does not count, every item stands in one volume,
// and the catalogue reads back.
func propCatalogue(t *rapid.T) {
	var items []docs.ArchiveItem
	for i := range rapid.IntRange(0, 12).Draw(t, "items") {
		items = append(items, docs.ArchiveItem{
			Paper: roster.PaperID(fmt.Sprint("p", i)), Year: rapid.IntRange(2025, 2026).Draw(t, "year"), Pages: rapid.IntRange(0, 9).Draw(t, "pages"),
			Kind: rapid.SampledFrom([]docs.PaperKind{docs.Speech, docs.GroupRecord, docs.Draft}).Draw(t, "kind"),
		})
	}
	items, err := docs.AssignArchiveCodes("J001", "WS", items)
	if err != nil {
		t.Fatal(err)
	}
	c, err := docs.NewCatalogue(docs.DescriptionTable, items)
	if err != nil {
		t.Fatal(err)
	}
	other, err := docs.NewCatalogue(docs.DescriptionTable, rapid.Permutation(items).Draw(t, "order"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slices.Collect(c.Rows()), slices.Collect(other.Rows())); diff != "" {
		t.Fatalf("the order counts (-one +other)\n%s", diff)
	}
	most := rapid.IntRange(1, 20).Draw(t, "volume")
	n, pages, want := 0, 0, 0
	for _, v := range c.Volumes(most) {
		if v.Pages > most && v.Items > 1 || v.From > v.To {
			t.Fatalf("%+v for %d pages", v, most)
		}
		n, pages = n+v.Items, pages+v.Pages
	}
	for x := range c.Items() {
		want += x.Pages
	}
	if n != len(items) || pages != want {
		t.Fatalf("%d items with %d pages in volumes, want %d with %d", n, pages, len(items), want)
	}
	data, err := c.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := docs.ParseCatalogue(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Fatalf("%s\n%s\n%v", data, again, err)
	}
}

func TestCatalogueLaws(t *testing.T) { rapid.Check(t, propCatalogue) }

func FuzzCatalogue(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propCatalogue)) }

// FuzzParseCatalogue: what is read is written as it was read.
func FuzzParseCatalogue(f *testing.F) {
	c, err := docs.NewCatalogue(docs.ItemCatalogue, filed())
	if err != nil {
		f.Fatal(err)
	}
	data, err := c.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := docs.ParseCatalogue(data, nil)
		if err != nil {
			return
		}
		once, err := c.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := docs.ParseCatalogue(once, nil)
		if err != nil {
			t.Fatalf("%s: %v", once, err)
		}
		if twice, err := back.MarshalJSON(); err != nil || string(twice) != string(once) {
			t.Fatalf("%s\n%s\n%v", once, twice, err)
		}
	})
}

func TestParseCatalogue(t *testing.T) {
	c, err := docs.NewCatalogue(docs.ItemCatalogue, filed())
	if err != nil {
		t.Fatal(err)
	}
	data, err := c.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	swapped := strings.NewReplacer("Y-0001", "Y-0002", "Y-0002", "Y-0001").Replace(string(data))
	for _, bad := range []string{swapped, strings.Replace(string(data), `"code":"J001`, `"code":"j001`, 1), "{}"} {
		if _, err := docs.ParseCatalogue([]byte(bad), nil); err == nil || bad == string(data) {
			t.Errorf("read %s", bad)
		}
	}
}

// FuzzRetention: a term that is read is written as it was read.
func FuzzRetention(f *testing.F) {
	for _, s := range []string{"Y", "D30", "D10", "", "30", "y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := docs.Retention(99)
		if err := r.UnmarshalText([]byte(s)); err != nil {
			if r != 99 {
				t.Fatalf("%q is refused and read as %v", s, r)
			}
			return
		}
		if text, err := r.MarshalText(); err != nil || string(text) != s {
			t.Fatalf("%q is written %q, %v", s, text, err)
		}
	})
}

func ExampleNewCatalogue() {
	items, _ := docs.AssignArchiveCodes("J001", "WS", []docs.ArchiveItem{
		{Paper: "p1", Kind: docs.Resolution, Year: 2026, Title: "关于工作报告的决议", Author: "大会", Pages: 3},
		{Paper: "p2", Kind: docs.GroupRecord, Year: 2026, Title: "第一组会议记录", Author: "秘书处", Pages: 40},
	})
	catalogue, _ := docs.NewCatalogue(docs.ItemCatalogue, items)
	table, _ := catalogue.AppendCSV(nil)
	fmt.Print(string(table))
	// Output:
	// 序号,档号,文号,责任者,题名,日期,密级,页数,备注
	// 1,J001-WS·2026-D30-0001,,秘书处,第一组会议记录,,,40,
	// 2,J001-WS·2026-Y-0001,,大会,关于工作报告的决议,,,3,
}
