package followup_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// estimated makes items out of lines "id days percent due", with "after id" and "in id"
// for what they depend on and are parts of.
func estimated(t rapid.TB, lines ...string) followup.Board {
	t.Helper()
	log := followup.NewLog()
	var links []followup.Event
	for _, line := range lines {
		f := strings.Fields(line)
		var days, percent int
		if _, err := fmt.Sscan(f[1]+" "+f[2], &days, &percent); err != nil {
			t.Fatal(err)
		}
		a := act(f[0], "2026-09-01", "lead")
		log = record(t, log, followup.Filed{Act: a, Title: f[0], Estimate: days},
			followup.Assigned{Act: a, Lead: "org", Due: day(f[3])}, followup.Accepted{Act: a}, followup.Progressed{Act: a, Percent: percent})
		for i := 4; i < len(f); i += 2 {
			kind := map[string]followup.LinkKind{"after": followup.DependsOn, "in": followup.PartOf}[f[i]]
			links = append(links, followup.Linked{Act: a, Link: kind, To: roster.ItemID(f[i+1])})
		}
	}
	return followup.Fold(record(t, log, links...), followup.Standard())
}

func china(followup.Item) *calendar.Calendar { return calendar.China() }

// TestOutlook: the congress handbook is drafted, then consulted on, then printed; the long
// holiday and the make-up days 20 September and 10 October lie between.
func TestOutlook(t *testing.T) {
	plain, err := calendar.Weekends(2025, 2028)
	if err != nil {
		t.Fatal(err)
	}
	b := estimated(t,
		"book 0 0 2026-10-20",
		"consult 5 0 2026-10-09 in book after draft",
		"draft 10 50 2026-09-25 in book",
		"print 4 0 2026-10-20 in book after consult after paper",
		"paper 1 0 2026-10-10",
	)
	o, err := b.Outlook(day("2026-09-17"), func(it followup.Item) *calendar.Calendar {
		if it.ID == "paper" {
			return plain
		}
		return calendar.China()
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []followup.Prospect{
		{Item: "book", Left: 0, First: day("2026-10-13"), Last: day("2026-10-12"), Latest: day("2026-10-12"), Due: day("2026-10-20")},
		// 23, 24, 28, 29 and 30 September: Friday the 25th is a holiday
		{Item: "consult", Left: 5, First: day("2026-09-23"), Last: day("2026-09-30"), Latest: day("2026-09-30"), Due: day("2026-10-09")},
		// five days left from Thursday 17 September, Sunday being worked: to Tuesday the 22nd
		{Item: "draft", Left: 5, First: day("2026-09-17"), Last: day("2026-09-22"), Latest: day("2026-09-22"), Due: day("2026-09-25")},
		// by plain weeks the paper may come on 7 October
		{Item: "paper", Left: 1, First: day("2026-09-17"), Last: day("2026-09-17"), Latest: day("2026-10-07"), Float: 14, Due: day("2026-10-10")},
		// 8, 9, Saturday 10 and 12 October
		{Item: "print", Left: 4, First: day("2026-10-08"), Last: day("2026-10-12"), Latest: day("2026-10-12"), Due: day("2026-10-20")},
	}
	if diff := cmp.Diff(want, slices.Collect(o.Prospects())); diff != "" {
		t.Errorf("prospects (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]roster.ItemID{"draft", "consult", "print", "book"}, slices.Collect(o.Path())); diff != "" || o.End() != day("2026-10-12") {
		t.Errorf("path to %s (-want +got):\n%s", o.End(), diff)
	}
	if diff := cmp.Diff([]roster.ItemID{"book"}, slices.Collect(o.Blind())); diff != "" {
		t.Errorf("without an estimate (-want +got):\n%s", diff)
	}
	data, err := o.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := followup.ParseOutlook(data, b, china); err == nil {
		t.Error("an outlook by another calendar is read")
	}
	o, err = b.Outlook(day("2026-09-17"), china)
	if err != nil {
		t.Fatal(err)
	}
	if data, err = o.MarshalJSON(); err != nil {
		t.Fatal(err)
	}
	back, err := followup.ParseOutlook(data, b, china)
	if err != nil || back.On() != o.On() || back.End() != o.End() {
		t.Errorf("%v", err)
	}
	if _, err := followup.ParseOutlook([]byte(strings.Replace(string(data), `"float":`, `"float":1`, 1)), b, china); err == nil {
		t.Error("a changed float is read")
	}
}

// TestOutlookShort: what cannot be done by its due date says by how much.
func TestOutlookShort(t *testing.T) {
	o, err := estimated(t, "a 10 0 2026-09-25", "b 1 0 2026-10-04").Outlook(day("2026-09-30"), china)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for p := range o.Prospects() {
		got = append(got, fmt.Sprint(p.Item, " ", p.Last, " ", p.Short))
	}
	// a: 30 September, 8, 9 and Saturday 10 October, 12 to 16, 19; late from 28 September on
	if diff := cmp.Diff([]string{"a 2026-10-19 12", "b 2026-09-30 0"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOutlookInput(t *testing.T) {
	b := estimated(t, "a 3 0 2026-09-25 after b", "b 3 0 2026-09-25")
	cases := map[string]struct {
		board followup.Board
		on    string
		work  func(followup.Item) *calendar.Calendar
		want  check.Code
	}{
		"no day":      {b, "", china, followup.NoDate},
		"no calendar": {b, "2026-09-17", func(followup.Item) *calendar.Calendar { return nil }, followup.NoCalendar},
		"a circle":    {estimated(t, "a 3 0 2026-09-25 after b", "b 3 0 2026-09-25 after a"), "2026-09-17", china, followup.InCircle},
	}
	for name, tt := range cases {
		var on calendar.Date
		if tt.on != "" {
			on = day(tt.on)
		}
		_, err := tt.board.Outlook(on, tt.work)
		report, _ := errors.AsType[check.Problems](err)
		if !report.Has(tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var unknown *calendar.UnpublishedError
	if _, err := estimated(t, "a 300 0 2026-09-25").Outlook(day("2026-09-17"), china); !errors.As(err, &unknown) {
		t.Errorf("into an unknown year: %v", err)
	}
	if o, err := (followup.Board{}).Outlook(day("2026-09-17"), china); err != nil || o.End() != day("2026-09-16") {
		t.Errorf("nothing to do: %v, %v", o.End(), err)
	}
}

// propOutlook holds last days against placing each item day by day.
func propOutlook(t *rapid.T) {
	n := rapid.IntRange(1, 6).Draw(t, "items")
	var lines []string
	days, after := make([]int, n), make([][]int, n)
	for i := range n {
		days[i] = rapid.IntRange(0, 9).Draw(t, "days")
		percent := rapid.SampledFrom([]int{0, 30, 50, 100}).Draw(t, "percent")
		line := fmt.Sprintf("n%d %d %d 2026-10-20", i, days[i], percent)
		days[i] = (days[i]*(100-percent) + 99) / 100
		for k := range i {
			if rapid.Bool().Draw(t, "after") {
				after[i] = append(after[i], k)
				line += fmt.Sprintf(" after n%d", k)
			}
		}
		lines = append(lines, line)
	}
	on := day("2026-09-10").AddDays(rapid.IntRange(0, 40).Draw(t, "on"))
	cal := calendar.China()
	o, err := estimated(t, lines...).Outlook(on, func(followup.Item) *calendar.Calendar { return cal })
	if err != nil {
		t.Fatal(err)
	}
	last, end := make([]calendar.Date, n), on.AddDays(-1)
	i := 0
	for p := range o.Prospects() {
		at := on.AddDays(-1)
		for _, k := range after[i] {
			if last[k].After(at) {
				at = last[k]
			}
		}
		for left := days[i]; left > 0; {
			at = at.AddDays(1)
			if works, err := cal.IsWorkday(at); err != nil {
				t.Fatal(err)
			} else if works {
				left--
			}
		}
		if last[i] = at; p.Last != at || p.Left != days[i] {
			t.Fatalf("%v: %s is done on %s, want %s", lines, p.Item, p.Last, at)
		}
		if at.After(end) {
			end = at
		}
		i++
	}
	if o.End() != end {
		t.Fatalf("end %s, want %s", o.End(), end)
	}
}

func TestOutlookProperty(t *testing.T) { rapid.Check(t, propOutlook) }
func FuzzOutlook(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propOutlook)) }

// BenchmarkOutlook places 100,000 items with 300,000 links.
func BenchmarkOutlook(b *testing.B) {
	const items = 100_000
	r := rand.New(rand.NewPCG(1, 0))
	events := make([]followup.Event, 0, 6*items)
	for i := range items {
		a := followup.Act{Item: roster.ItemID(fmt.Sprintf("i%06d", i)), On: day("2025-01-02"), By: "clerk"}
		events = append(events, followup.Filed{Act: a, Title: "落实会议决定事项", Estimate: 1 + i%5}, followup.Assigned{Act: a, Lead: "org", Due: day("2025-06-30")})
	}
	for i := 5000; i < items; i++ { // on items at least 5,000 before, so that chains stay within the known years
		seen := map[int]bool{}
		for len(seen) < 3+max(0, 1-i%6) {
			to := r.IntN(i/100*100 - 4900)
			if seen[to] {
				continue
			}
			seen[to] = true
			a := followup.Act{Item: roster.ItemID(fmt.Sprintf("i%06d", i)), On: day("2025-01-02"), By: "clerk"}
			events = append(events, followup.Linked{Act: a, Link: followup.DependsOn, To: roster.ItemID(fmt.Sprintf("i%06d", to))})
		}
	}
	if n := len(events) - 2*items; n < 300_000 {
		b.Fatal(n)
	}
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "office", At: 1}, events...)
	if err != nil {
		b.Fatal(err)
	}
	board, cal := followup.Fold(log, followup.Standard()), calendar.China()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := board.Outlook(day("2025-01-02"), func(followup.Item) *calendar.Calendar { return cal }); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleBoard_Outlook() {
	act := func(id roster.ItemID) followup.Act {
		return followup.Act{Item: id, On: calendar.MustParseDate("2026-09-21"), By: "小王"}
	}
	due := calendar.MustParseDate("2026-10-12")
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "督查室", At: 1_790_000_000_000},
		followup.Filed{Act: act("起草"), Title: "起草手册", Estimate: 6}, followup.Assigned{Act: act("起草"), Lead: "办公厅", Due: due},
		followup.Filed{Act: act("印制"), Title: "印制手册", Estimate: 4}, followup.Assigned{Act: act("印制"), Lead: "印刷厂", Due: due},
		followup.Linked{Act: act("印制"), Link: followup.DependsOn, To: "起草"},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	cal := calendar.China()
	o, err := followup.Fold(log, followup.Standard()).Outlook(calendar.MustParseDate("2026-09-22"), func(followup.Item) *calendar.Calendar { return cal })
	for p := range o.Prospects() {
		fmt.Println(p.Item, p.First, p.Last, p.Float, p.Short)
	}
	fmt.Println(slices.Collect(o.Path()), o.End(), err)
	// Output:
	// 印制 2026-10-08 2026-10-12 0 0
	// 起草 2026-09-22 2026-09-30 0 0
	// [起草 印制] 2026-10-12 <nil>
}
