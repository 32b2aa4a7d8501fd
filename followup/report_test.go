package followup_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// quarter is a board of every kind of item, of three lead bodies, on 16 October 2026.
func quarter(t rapid.TB) followup.Board {
	t.Helper()
	log := followup.NewLog()
	for _, x := range []struct{ id, lead, due, fate string }{
		{"a1", "a", "2026-09-30", "closed 2026-09-30"},
		{"a2", "a", "2026-09-30", "closed 2026-10-08"},
		{"a3", "a", "2026-09-30", "extended 2026-10-30"},
		{"a4", "a", "2026-10-15", "open"},
		{"b1", "b", "2026-10-30", "open"},
		{"b2", "b", "2026-09-18", "open"},
		{"b3", "b", "2026-09-18", "cancelled"},
		{"b4", "b", "2026-09-18", "suspended"},
		{"b5", "b", "2026-09-18", "extended-closed 2026-10-08"},
		{"c1", "c", "2026-11-30", "depends b1"},
		{"d1", "", "", "filed"},
	} {
		lead, office := act(x.id, "2026-09-01", "lead"), act(x.id, "2026-09-01", "office")
		log = record(t, log, followup.Filed{Act: office, Title: x.id})
		if x.lead == "" {
			continue
		}
		log = record(t, log, followup.Assigned{Act: office, Lead: roster.OrgID(x.lead), Due: day(x.due)}, followup.Accepted{Act: lead})
		fate, arg, _ := strings.Cut(x.fate, " ")
		var more []followup.Event
		if strings.HasPrefix(fate, "extended") {
			more = append(more, followup.ExtensionAsked{Act: lead, Due: day("2026-10-30"), Reason: "征求意见"}, followup.ExtensionGranted{Act: office, Due: day("2026-10-30")})
		}
		switch fate {
		case "closed", "extended-closed":
			done, accepted := act(x.id, arg, "lead"), act(x.id, "2026-10-10", "office")
			more = append(more, followup.Reported{Act: done, Text: "已完成"}, followup.Closed{Act: accepted, Outcome: followup.Solved})
		case "cancelled":
			more = append(more, followup.Cancelled{Act: office, Reason: "机构调整"})
		case "suspended":
			more = append(more, followup.Suspended{Act: office, Reason: "待上级明确"})
		case "depends":
			more = append(more, followup.Linked{Act: office, Link: followup.DependsOn, To: roster.ItemID(arg)})
		}
		log = record(t, log, more...)
	}
	return followup.Fold(log, followup.Standard())
}

func TestReport(t *testing.T) {
	b, on := quarter(t), day("2026-10-16")
	for basis, want := range map[followup.Basis][]string{
		followup.CurrentDue: {
			": 1 items, 1 open, 0 overdue, 0 blocked, 0/0/0 none",
			"a: 4 items, 2 open, 1 overdue, 0 blocked, 1/1/1 3333",
			"b: 5 items, 3 open, 1 overdue, 0 blocked, 1/0/1 5000",
			"c: 1 items, 1 open, 0 overdue, 1 blocked, 0/0/0 none",
		},
		followup.OriginalDue: { // the extensions of a3 and b5 do not count
			": 1 items, 1 open, 0 overdue, 0 blocked, 0/0/0 none",
			"a: 4 items, 2 open, 1 overdue, 0 blocked, 1/1/2 2500",
			"b: 5 items, 3 open, 1 overdue, 0 blocked, 0/1/1 0",
			"c: 1 items, 1 open, 0 overdue, 1 blocked, 0/0/0 none",
		},
	} {
		r, err := b.Report(followup.Suqian(), on, calendar.China(), &followup.ReportOptions{Basis: basis})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for u := range r.Units() {
			rate := "none"
			if h, ok := u.Rate(); ok {
				rate = fmt.Sprint(h)
			}
			got = append(got, fmt.Sprintf("%s: %d items, %d open, %d overdue, %d blocked, %d/%d/%d %s", u.Lead, u.Items, u.Open, u.Overdue, u.Blocked, u.InTime, u.Late, u.Missed, rate))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", basis, diff)
		}
	}
	r, err := b.Report(followup.Suqian(), on, calendar.China(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var order []roster.OrgID
	for u := range r.Ranking() {
		order = append(order, u.Lead)
	}
	if diff := cmp.Diff([]roster.OrgID{"b", "a", "", "c"}, order); diff != "" {
		t.Errorf("ranking (-want +got):\n%s", diff)
	}
	// b2 is late by 16 working days: 20 to 24 and 28 to 30 September, 8 to 10 and 12 to
	// 16 October, the make-up days of 20 September and 10 October among them.
	want := []followup.Worst{
		{Item: "b2", Lead: "b", Light: followup.Red, Due: day("2026-09-18"), Workdays: 16},
		{Item: "a4", Lead: "a", Light: followup.Red, Due: day("2026-10-15"), Workdays: 1},
		{Item: "a3", Lead: "a", Light: followup.Yellow, Due: day("2026-10-30")},
		{Item: "b1", Lead: "b", Light: followup.Yellow, Due: day("2026-10-30")},
		{Item: "c1", Lead: "c", Light: followup.Yellow, Due: day("2026-11-30")},
	}
	if diff := cmp.Diff(want, slices.Collect(r.Worst())); diff != "" {
		t.Errorf("worst (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]followup.Age{{0, 5, 1}, {6, 10, 0}, {11, 21, 1}, {22, 63, 0}, {64, 0, 0}}, slices.Collect(r.Ages())); diff != "" {
		t.Errorf("ages (-want +got):\n%s", diff)
	}
	all := r.All()
	if all.Items != 11 || all.Stages != [followup.Stages + 1]int{0, 1, 0, 5, 0, 3, 0, 0, 1, 1} || all.Lights != [followup.Lights + 1]int{6, 0, 0, 3, 0, 2} || r.On() != on {
		t.Errorf("all: %+v", all)
	}
}

func TestReportInput(t *testing.T) {
	b, on, cal := quarter(t), day("2026-10-16"), calendar.China()
	bad := followup.Suqian()
	bad.Name = ""
	for name, call := range map[string]func() (followup.Report, error){
		"no day": func() (followup.Report, error) {
			return b.Report(followup.Suqian(), calendar.Date{}, cal, nil)
		},
		"basis": func() (followup.Report, error) {
			return b.Report(followup.Suqian(), on, cal, &followup.ReportOptions{Basis: 9})
		},
		"list": func() (followup.Report, error) {
			return b.Report(followup.Suqian(), on, cal, &followup.ReportOptions{Worst: followup.MaxWorst + 1})
		},
		"rules": func() (followup.Report, error) { return b.Report(bad, on, cal, nil) },
	} {
		if _, err := call(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	var unknown *calendar.UnpublishedError
	if _, err := b.Report(followup.Suqian(), day("2027-02-01"), cal, nil); !errors.As(err, &unknown) {
		t.Errorf("a year without notice: %v", err)
	}
}

// propReport holds the counts and the list against walking the items once for each
// number, and reads the report back.
func propReport(t *rapid.T) {
	log := followup.NewLog()
	for i := range rapid.IntRange(0, 12).Draw(t, "items") {
		es := events(fmt.Sprintf("i%02d", i), "2026-09-01", "lead")
		given, _ := es[1].(followup.Assigned)
		given.Lead = rapid.SampledFrom([]roster.OrgID{"a", "b"}).Draw(t, "lead")
		given.Due = day("2026-09-01").AddDays(rapid.IntRange(0, 90).Draw(t, "due"))
		es[1] = given
		es = append(es[:3:3], es[rapid.SampledFrom([]int{4, 5, 13, 15, 17}).Draw(t, "fate")])
		var err error
		if log, err = log.Append(journal.Stamp{Desk: "one", At: 1}, es...); err != nil {
			t.Fatal(err)
		}
	}
	b, on, cal := followup.Fold(log, followup.Standard()), day("2026-10-20"), calendar.China()
	worst := rapid.IntRange(-1, 5).Draw(t, "worst")
	r, err := b.Report(followup.Suqian(), on, cal, &followup.ReportOptions{Worst: worst})
	if err != nil {
		t.Fatal(err)
	}
	var want []followup.Worst
	count, late := map[roster.OrgID]int{}, 0
	for it := range b.Items() {
		s, err := followup.Suqian().Light(it, on, cal)
		if err != nil {
			t.Fatal(err)
		}
		n, err := it.DaysLate(on, cal)
		if err != nil {
			t.Fatal(err)
		}
		count[it.Lead]++
		if it.Overdue(on) {
			late++
		}
		if s.Light > followup.Green {
			want = append(want, followup.Worst{Item: it.ID, Lead: it.Lead, Light: s.Light, Due: it.Due, Workdays: n})
		}
	}
	slices.SortFunc(want, func(a, b followup.Worst) int {
		switch {
		case a.Light != b.Light:
			return int(b.Light) - int(a.Light)
		case a.Workdays != b.Workdays:
			return b.Workdays - a.Workdays
		case a.Due != b.Due:
			return a.Due.Compare(b.Due)
		default:
			return strings.Compare(string(a.Item), string(b.Item))
		}
	})
	limit := worst
	if worst == 0 {
		limit = 100
	}
	want = want[:min(len(want), max(limit, 0))]
	if diff := cmp.Diff(fmt.Sprint(want), fmt.Sprint(slices.Collect(r.Worst()))); diff != "" {
		t.Fatalf("worst (-want +got):\n%s", diff)
	}
	ages := 0
	for a := range r.Ages() {
		ages += a.Items
	}
	sum := 0
	for u := range r.Units() {
		sum += u.Items
		if u.Items != count[u.Lead] {
			t.Fatalf("%s has %d items, want %d", u.Lead, u.Items, count[u.Lead])
		}
	}
	if r.All().Overdue != late || ages != late || r.All().Items != sum || sum != b.Len() {
		t.Fatalf("%d overdue, %d aged, want %d", r.All().Overdue, ages, late)
	}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := followup.ParseReport(data, b, followup.Suqian(), cal)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(data) {
		t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(string(data), string(again)))
	}
	if b.Len() > 0 {
		changed := strings.Replace(string(data), `"items":`, `"items":1`, 1)
		if _, err := followup.ParseReport([]byte(changed), b, followup.Suqian(), cal); err == nil {
			t.Fatalf("read: %s", changed)
		}
	}
	if _, err := followup.ParseReport(data, b, followup.Yichang(), cal); err == nil {
		t.Fatal("read with other lights")
	}
}

func TestReportProperty(t *testing.T) { rapid.Check(t, propReport) }
func FuzzReport(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propReport)) }

func ExampleBoard_Report() {
	var events []followup.Event
	for i, due := range []string{"2026-09-29", "2026-10-12", "2026-12-31"} {
		a := followup.Act{Item: roster.ItemID(fmt.Sprintf("事项%d", i+1)), On: calendar.MustParseDate("2026-09-01"), By: "督查室"}
		events = append(events, followup.Filed{Act: a, Title: "落实会议决定"}, followup.Assigned{Act: a, Lead: "办公厅", Due: calendar.MustParseDate(due)})
	}
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "督查室", At: 1}, events...)
	if err != nil {
		fmt.Println(err)
		return
	}
	board := followup.Fold(log, followup.Standard())
	r, err := board.Report(followup.ProjectSchedule(), calendar.MustParseDate("2026-10-14"), calendar.China(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for u := range r.Units() {
		fmt.Println(u.Lead, u.Items, u.Overdue)
	}
	for w := range r.Worst() {
		fmt.Println(w.Item, w.Light.Label(), w.Due, w.Workdays)
	}
	// Output:
	// 办公厅 3 2
	// 事项1 红 2026-09-29 7
	// 事项2 黄 2026-10-12 2
}
