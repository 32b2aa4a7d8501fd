package chart_test

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

func people(n int) []seating.Guest {
	guests := make([]seating.Guest, n)
	for i := range guests {
		guests[i] = seating.Guest{ID: roster.PersonID("p" + strconv.Itoa(i+1)), Order: i + 1}
	}
	return guests
}

func arrange(t testing.TB, s seating.Setting, guests []seating.Guest) seating.Plan {
	t.Helper()
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// stage is a stage of seven and eight, with an aisle and a door.
func stage(t testing.TB, door seating.Direction) seating.Plan {
	t.Helper()
	return arrange(t, seating.Setting{
		Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 7}, {Seats: 8, Aisles: []int{4}}}}, Door: door,
	}, people(15))
}

// floors is a hall of two floors with delegations of five.
func floors(t testing.TB) seating.Plan {
	t.Helper()
	h := seating.Hall{
		Areas: []seating.HallArea{
			{ID: "floor", Label: "一楼", Rows: [][]int{{2, 4, 2}, {3, 4, 3}, {3, 4, 3}}, Empty: 1},
			{ID: "balcony", Label: "二楼", Rows: [][]int{{6}, {7}}},
		},
		Method: seating.Columns, From: seating.StartCentre,
	}
	var guests []seating.Guest
	for i := range 4 {
		party := roster.OrgID("d" + strconv.Itoa(i+1))
		h.Parties = append(h.Parties, party)
		for range 5 {
			n := len(guests) + 1
			guests = append(guests, seating.Guest{ID: roster.PersonID("p" + strconv.Itoa(n)), Party: party, Order: n})
		}
	}
	return arrange(t, seating.Setting{Hall: &h}, guests)
}

// names gives constructed names of two, three and more characters.
func names(kind, id string) string {
	n, err := strconv.Atoi(id[1:])
	if err != nil {
		return ""
	}
	if kind == roster.KindOrg {
		return []string{"甲区", "乙区", "丙县", "丁市"}[n%4] + "代表团"
	}
	return []string{"赵", "钱", "孙", "李", "周", "吴", "郑", "王"}[n%8] +
		[]string{"一", "思远", "晓晴", "明", "欧阳文博", "阿丽亚·买买提江"}[n/3%6]
}

func latin(_, id string) string { return "Guest No. " + id }

// drawn is a rectangle with the texts that stand in it.
type drawn struct {
	class      string
	x, y, w, h int
	texts      []label
}

type label struct {
	class string
	x, y  int
	text  string
}

// parse reads an SVG back: its rectangles in order, each with the texts in it, and
// the texts that stand in none of the chairs.
func parse(t testing.TB, svg []byte) (rects []drawn, others []label) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	var text *label
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%.2000s", err, svg)
		}
		switch e := token.(type) {
		case xml.StartElement:
			attr := map[string]string{}
			for _, a := range e.Attr {
				attr[a.Name.Local] = a.Value
			}
			n := func(name string) int {
				v, err := strconv.Atoi(attr[name])
				if err != nil {
					t.Fatalf("%s of %s is %q", name, e.Name.Local, attr[name])
				}
				return v
			}
			switch e.Name.Local {
			case "rect":
				rects = append(rects, drawn{class: attr["class"], x: n("x"), y: n("y"), w: n("width"), h: n("height")})
			case "text":
				text = &label{class: attr["class"], x: n("x"), y: n("y")}
			}
		case xml.CharData:
			if text != nil {
				text.text += string(e)
			}
		case xml.EndElement:
			if e.Name.Local != "text" || text == nil {
				continue
			}
			inside := false
			for i := range rects {
				if r := &rects[i]; chair(r.class) && text.x >= r.x && text.x <= r.x+r.w && text.y >= r.y && text.y <= r.y+r.h {
					r.texts = append(r.texts, *text)
					inside = true
				}
			}
			if !inside {
				others = append(others, *text)
			}
			text = nil
		}
	}
	return rects, others
}

// chair reports whether a class is one of chairs.
func chair(class string) bool {
	return class == "s" || class == "e" || len(class) == 2 && class[0] == 'p'
}

// TestSVG reads sheets back and finds every name at its place: the chairs, sorted
// from top to bottom and left to right, hold what the plan has in the rows of the
// same reader.
func TestSVG(t *testing.T) {
	for _, c := range []struct {
		name string
		plan seating.Plan
		view seating.View
		o    chart.Options
		back bool // the front row stands higher than the row behind
		want []string
		why  string
	}{
		{"stage from the hall", stage(t, 0), seating.FromHall, chart.Options{Names: names}, false, []string{"主席台座次图", "观众席", "视角：从观众席看（面向主席台）", "第2排"}, "the front row is nearest to the hall"},
		{"stage from the stage", stage(t, 0), seating.FromRostrum, chart.Options{Names: names, Latin: latin, Lang: check.En}, true, []string{"Seating plan of the rostrum", "Hall", "View: seen from the rostrum, facing the hall", "Row 2"}, "turned round"},
		{"stage from above", stage(t, seating.Down), seating.FromAbove, chart.Options{Title: "示意图", Note: "开幕会"}, false, []string{"示意图", "开幕会", "门"}, "as from the hall"},
		{"stage from a door behind it", stage(t, seating.Up), seating.FromDoor, chart.Options{Names: names}, true, []string{"门", "视角：从门口看（面向室内）"}, "as from the stage"},
		{"hall from the hall", floors(t), seating.FromHall, chart.Options{Names: names, Latin: latin}, true, []string{"会场座次图", "主席台", "一楼", "二楼", "2 丙县代表团"}, "the stage is at the top"},
		{"hall from the stage", floors(t), seating.FromRostrum, chart.Options{Names: names}, false, []string{"主席台"}, "turned round"},
	} {
		t.Run(c.name, func(t *testing.T) {
			svg, err := chart.AppendSVG([]byte("before"), c.plan, c.view, &c.o)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(svg), "before<svg ") {
				t.Fatalf("does not append: %.40q", svg)
			}
			rects, others := parse(t, svg[len("before"):])
			var chairs []drawn
			for _, r := range rects {
				if chair(r.class) && r.w > r.h { // a swatch of the legend is square
					chairs = append(chairs, r)
				}
			}
			slices.SortStableFunc(chairs, func(a, b drawn) int {
				if a.y != b.y {
					return a.y - b.y
				}
				return a.x - b.x
			})
			seen, err := c.plan.Rows(c.view)
			if err != nil {
				t.Fatal(err)
			}
			rows := slices.Collect(seen)
			if !c.back {
				slices.Reverse(rows)
			}
			var places []seating.Place
			for _, row := range rows {
				places = append(places, row.Places...)
			}
			if len(places) != len(chairs) {
				t.Fatalf("%d chairs for %d places", len(chairs), len(places))
			}
			for i, place := range places {
				want := []string{strconv.Itoa(place.Seat.ID.Number)}
				if !place.Empty() {
					name := string(place.Guest.ID)
					if c.o.Names != nil {
						name = c.o.Names(roster.KindPerson, name)
					}
					want = append(want, name)
					if c.o.Latin != nil {
						want = append(want, c.o.Latin(roster.KindPerson, string(place.Guest.ID)))
					}
				}
				if diff := cmp.Diff(want, said(chairs[i])); diff != "" {
					t.Errorf("%v (-want +got):\n%s", place.Seat.ID, diff)
				}
			}
			for i, r := range chairs {
				for _, other := range chairs[:i] {
					if r.x < other.x+other.w && other.x < r.x+r.w && r.y < other.y+other.h && other.y < r.y+r.h {
						t.Fatalf("chairs %+v and %+v overlap", r, other)
					}
				}
				if page := rects[0]; r.x < 0 || r.y < 0 || r.x+r.w > page.w || r.y+r.h > page.h {
					t.Errorf("chair %+v stands beside the page %+v", r, page)
				}
			}
			var around []string
			for _, l := range others {
				around = append(around, l.text)
				if page := rects[0]; l.x < 0 || l.y < 0 || l.x > page.w || l.y > page.h {
					t.Errorf("%+v stands beside the page", l)
				}
			}
			for _, want := range c.want {
				if !slices.Contains(around, want) {
					t.Errorf("%q is not on the sheet: %s; there are %q", want, c.why, around)
				}
			}
			if page := rects[0]; page.w*210/297-page.h > 1 || page.h-page.w*210/297 > 1 {
				t.Errorf("the page is %d by %d", page.w, page.h)
			}
		})
	}
}

// said joins what stands on a chair: the number, the name in one line or two, the
// Latin name.
func said(c drawn) []string {
	number, name, below := "", "", ""
	for _, l := range c.texts {
		switch {
		case l.class == "no":
			number = l.text
		case l.class[0] == 'n':
			name += l.text
		case l.class[0] == 'l':
			below = l.text
		}
	}
	var out []string
	for _, s := range []string{number, name, below} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func TestNoView(t *testing.T) {
	for _, v := range []seating.View{0, seating.FromDoor, 99} {
		for _, draw := range []func([]byte, seating.Plan, seating.View, *chart.Options) ([]byte, error){chart.AppendSVG, chart.AppendText} {
			out, err := draw([]byte("x"), stage(t, 0), v, nil)
			report, ok := errors.AsType[check.Problems](err)
			if !ok || !report.Has(chart.NoView) || string(out) != "x" {
				t.Errorf("view %v gives %q, %v", v, out, err)
			}
		}
	}
}

// hostile are names that want to be more than names.
var hostile = []string{
	`<script>alert("1")</script>`, `"/><text x="0" y="0">王</text>`, "]]>&amp;&lt;", "a\x00b\x1bc\x7f", "\xff\xfe王",
	"\u202e\u2066左右", "一\u200b二\ufeff三", "line\nbreak\ttab\r", strings.Repeat("长", 1<<20), strings.Repeat("e\u0301", 1<<20),
	"e" + strings.Repeat("\u0301", 1<<20), "\ufffe\uffff\U000fffff", "اسم عربي", strings.Repeat("x", 10<<20), "·", " ", "\u3000",
}

// TestHostile: whatever a name holds, the sheet is well-formed, bounded, and says
// it in the chair of the person only.
func TestHostile(t *testing.T) {
	p := arrange(t, seating.Setting{Rostrum: &seating.Rostrum{}}, people(len(hostile)))
	bad := func(_, id string) string {
		n, _ := strconv.Atoi(id[1:])
		return hostile[n-1]
	}
	o := &chart.Options{Title: hostile[0], Note: hostile[9], Names: bad, Latin: bad}
	svg, err := chart.AppendSVG(nil, p, seating.FromHall, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(svg) > 40_000 {
		t.Errorf("the sheet has %d bytes", len(svg))
	}
	rects, _ := parse(t, svg)
	n := 0
	for _, r := range rects {
		if chair(r.class) {
			n++
			if len(r.texts) < 2 {
				t.Errorf("chair %+v has no name", r)
			}
		}
	}
	if n != len(hostile) {
		t.Errorf("%d chairs for %d people", n, len(hostile))
	}
	plain, err := chart.AppendText(nil, p, seating.FromHall, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(plain) > 10_000 {
		t.Errorf("the text has %d bytes", len(plain))
	}
	for card := range chart.Cards(p, o) {
		parse(t, chart.AppendCard(nil, card))
	}
	for _, name := range hostile {
		out := chart.AppendCard(nil, chart.Card{Name: name, Latin: name})
		if parse(t, out); len(out) > 5000 {
			t.Errorf("the card has %d bytes", len(out))
		}
	}
	for _, out := range [][]byte{svg, plain} {
		for _, r := range string(out) {
			if r == '\u202e' || r == '\u200b' || r == 0 || r == 0x1b || r == 0xfffe || r == '\r' || r == '\t' {
				t.Errorf("%U is on the sheet", r)
			}
		}
	}
}

// propNames: any names give a well-formed sheet with as many chairs as places.
func propNames(t *rapid.T) {
	given := rapid.SliceOfN(rapid.String(), 1, 8).Draw(t, "names")
	p, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{MaxRow: 4}}, people(len(given)), seating.IntlRight())
	if err != nil {
		t.Fatal(err)
	}
	o := &chart.Options{Names: func(_, id string) string {
		n, _ := strconv.Atoi(id[1:])
		return given[n-1]
	}}
	svg, err := chart.AppendSVG(nil, p, seating.FromHall, o)
	if err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v\n%s", err, svg)
		}
	}
	if got := strings.Count(string(svg), `<rect class="s"`); got != len(given) {
		t.Errorf("%d chairs for %d names", got, len(given))
	}
	again, err := chart.AppendSVG(nil, p, seating.FromHall, o)
	if err != nil || string(again) != string(svg) {
		t.Errorf("twice drawn, two sheets: %v", err)
	}
}

func TestNames(t *testing.T) { rapid.Check(t, propNames) }

func FuzzNames(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propNames)) }

func TestText(t *testing.T) {
	for _, c := range []struct {
		name string
		plan seating.Plan
		view seating.View
		o    chart.Options
		file string
	}{
		{"stage", stage(t, seating.Left), seating.FromHall, chart.Options{Names: names, Note: "开幕会"}, "stage.txt"},
		{"stage from the door", stage(t, seating.Left), seating.FromDoor, chart.Options{Names: names, Lang: check.En}, "stage-door.txt"},
		{"hall", floors(t), seating.FromHall, chart.Options{Names: names}, "hall.txt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := chart.AppendText(nil, c.plan, c.view, &c.o)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, "testdata/"+c.file, got)
		})
	}
}

// TestColumns: in every line a name begins in the column where the chair stands.
func TestColumns(t *testing.T) {
	p := arrange(t, seating.Setting{Rostrum: &seating.Rostrum{MaxRow: 5}}, people(10))
	text, err := chart.AppendText(nil, p, seating.FromHall, &chart.Options{Names: func(_, id string) string {
		return map[string]string{"p1": "王　一", "p2": "Anna", "p6": "欧阳晓晴"}[id]
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := "" +
		"第2排     p10       p8     欧阳晓晴     p7        p9\n" +
		"第1排     p5        p3      王　一     Anna       p4\n"
	if _, rows, _ := strings.Cut(string(text), "\n\n"); !strings.HasPrefix(rows, want) {
		t.Errorf("got\n%s\nwant\n%s", rows, want)
	}
}

func TestSpaced(t *testing.T) {
	for _, c := range []struct{ name, want, why string }{
		{"王一", "王　一", "two characters are set as wide as three"},
		{"王晓晴", "王晓晴", "three stand as they are"},
		{"王　一", "王　一", "set apart already"},
		{"欧阳文博", "欧阳文博", "four"},
		{"Al", "Al", "letters are not set apart"},
		{"王A", "王A", "only Chinese characters are"},
		{"", "", "nothing"},
		{"𠮷田", "𠮷　田", "beyond the basic plane"},
	} {
		if got := chart.Spaced(c.name); got != c.want {
			t.Errorf("%q is printed as %q, want %q: %s", c.name, got, c.want, c.why)
		}
	}
}

// TestCards: a card says the same name on both sides, one of them upside down, and
// cards come in the order in which one walks along the rows.
func TestCards(t *testing.T) {
	var all []string
	for card := range chart.Cards(stage(t, 0), &chart.Options{Names: names}) {
		all = append(all, card.Name)
	}
	var want []string
	for place := range stage(t, 0).Places() {
		want = append(want, names(roster.KindPerson, string(place.Guest.ID)))
	}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	svg := string(chart.AppendCard(nil, chart.Card{Name: "王一", Latin: "WANG Yi"}))
	golden(t, "testdata/card.svg", []byte(svg))
	upper, lower, _ := strings.Cut(svg, "</g>")
	for _, side := range []string{upper, lower} {
		if strings.Count(side, ">王　一</text>") != 1 || strings.Count(side, ">WANG Yi</text>") != 1 {
			t.Errorf("a side says\n%s", side)
		}
	}
	if !strings.Contains(upper, "rotate(180 1000 500)") || strings.Contains(lower, "rotate") {
		t.Error("one side is not upside down")
	}
}

func TestGoldenSheet(t *testing.T) {
	svg, err := chart.AppendSVG(nil, stage(t, seating.Left), seating.FromHall, &chart.Options{Names: names, Note: "开幕会"})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/stage.svg", svg)
}

// TestBig: 3,000 chairs with names, delegations and Latin names stay below 1 MB.
func TestBig(t *testing.T) {
	svg, err := chart.AppendSVG(nil, big(t), seating.FromHall, &chart.Options{Names: names, Latin: latin})
	if err != nil {
		t.Fatal(err)
	}
	if len(svg) >= 1<<20 {
		t.Errorf("%d bytes", len(svg))
	}
}

// big is a hall of 3,000 chairs, all taken, in thirty delegations.
func big(t testing.TB) seating.Plan {
	t.Helper()
	h := seating.Hall{
		Areas:  []seating.HallArea{{ID: "floor", Rows: slices.Repeat([][]int{{15, 30, 15}}, 50)}},
		Method: seating.Columns, From: seating.StartViewerLeft,
	}
	var guests []seating.Guest
	for i := range 30 {
		party := roster.OrgID("d" + strconv.Itoa(i+1))
		h.Parties = append(h.Parties, party)
		for range 100 {
			n := len(guests) + 1
			guests = append(guests, seating.Guest{ID: roster.PersonID("p" + strconv.Itoa(n)), Party: party, Order: n})
		}
	}
	return arrange(t, seating.Setting{Hall: &h}, guests)
}

func BenchmarkSVG3000(b *testing.B) {
	p := big(b)
	o := &chart.Options{Names: names}
	var dst []byte
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if dst, err = chart.AppendSVG(dst[:0], p, seating.FromHall, o); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(dst)), "bytes")
}

func TestRules(t *testing.T) {
	if _, err := check.NewCatalog(chart.Rules()); err != nil {
		t.Error(err)
	}
}

var update = flag.Bool("update", false, "write the golden files anew instead of comparing with them")

// golden compares with a file.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
