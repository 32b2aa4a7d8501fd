package network_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/network"
)

var day = calendar.MustParseDate

func weekdays(t testing.TB) *calendar.Calendar {
	t.Helper()
	cal, err := calendar.Weekends(2025, 2028)
	if err != nil {
		t.Fatal(err)
	}
	return cal
}

func TestSchedule(t *testing.T) {
	cn, plain := calendar.China(), weekdays(t)
	// 0 drafts (3 days) and 1 surveys (1 day) before 2 consults (2 days), then 3 is
	// the milestone of printing; 4 (1 day) stands alone.
	n, err := network.New(5, edges(0, 2, 1, 2, 2, 3))
	if err != nil {
		t.Fatal(err)
	}
	works := []network.Work{{3, cn}, {1, plain}, {2, plain}, {0, cn}, {1, cn}}
	// Thursday 17 September 2026; Sunday the 20th is a make-up day in China.
	s, err := n.Schedule(day("2026-09-17"), works)
	if err != nil {
		t.Fatal(err)
	}
	want := []network.Slot{
		{day("2026-09-17"), day("2026-09-20"), day("2026-09-17"), day("2026-09-20"), 0},
		{day("2026-09-17"), day("2026-09-17"), day("2026-09-18"), day("2026-09-18"), 1},
		{day("2026-09-21"), day("2026-09-22"), day("2026-09-21"), day("2026-09-22"), 0},
		{day("2026-09-23"), day("2026-09-22"), day("2026-09-23"), day("2026-09-22"), 0},
		{day("2026-09-17"), day("2026-09-17"), day("2026-09-22"), day("2026-09-22"), 4},
	}
	if diff := cmp.Diff(want, slices.Collect(s.Slots())); diff != "" {
		t.Errorf("slots (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int32{0, 2}, slices.Collect(s.Path())); diff != "" || s.End() != day("2026-09-22") {
		t.Errorf("path to %s (-want +got):\n%s", s.End(), diff)
	}
}

func TestScheduleInput(t *testing.T) {
	cal := weekdays(t)
	n, err := network.New(2, edges(0, 1))
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		start calendar.Date
		works []network.Work
		want  []network.Finding
	}{
		"no start": {calendar.Date{}, []network.Work{{1, cal}, {1, cal}}, []network.Finding{{network.NoStart, -1}}},
		"too few":  {day("2026-01-05"), []network.Work{{1, cal}}, []network.Finding{{network.WrongCount, -1}}},
		"bad":      {day("2026-01-05"), []network.Work{{-1, nil}, {network.MaxDays + 1, cal}}, []network.Finding{{network.BadDays, 0}, {network.NoCalendar, 0}, {network.BadDays, 1}}},
	} {
		_, err := n.Schedule(tt.start, tt.works)
		e, ok := errors.AsType[*network.InputError](err)
		if !ok {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, e.Findings); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for name, works := range map[string][]network.Work{
		"runs into an unknown year":  {{500, cal}, {1, cal}},
		"ends in an unknown year":    {{250, calendar.China()}, {1, cal}},
		"waits into an unknown year": {{300, cal}, {1, calendar.China()}},
	} {
		var unknown *calendar.UnpublishedError
		start := day("2026-06-01")
		if name == "runs into an unknown year" {
			start = day("2027-12-01")
		}
		if _, err := n.Schedule(start, works); !errors.As(err, &unknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var none network.Network
	if s, err := none.Schedule(day("2026-01-05"), nil); err != nil || s.End() != day("2026-01-04") || len(slices.Collect(s.Path())) != 0 {
		t.Errorf("no nodes: end %v, %v", s.End(), err)
	}
}

// slowEnd places every node day by day, one of them slipped by some working days,
// and returns last days and the end.
func slowEnd(t *rapid.T, all []network.Edge, works []network.Work, start calendar.Date, slips int, by int) ([]calendar.Date, calendar.Date) {
	works = slices.Clone(works)
	lasts, end := make([]calendar.Date, len(works)), start.AddDays(-1)
	var place func(i int) calendar.Date
	place = func(i int) calendar.Date {
		if !lasts[i].IsZero() {
			return lasts[i]
		}
		at := start.AddDays(-1)
		for _, e := range all {
			if int(e.To) == i && place(int(e.From)).After(at) {
				at = lasts[e.From]
			}
		}
		left := works[i].Days
		if i == slips {
			left += by
		}
		for left > 0 {
			at = at.AddDays(1)
			works, err := works[i].Calendar.IsWorkday(at)
			if err != nil {
				t.Fatal(err)
			}
			if works {
				left--
			}
		}
		lasts[i] = at
		return at
	}
	for i := range works {
		if d := place(i); d.After(end) {
			end = d
		}
	}
	return lasts, end
}

// propSchedule: last days are those of placing day by day, and the float of a node
// is exactly the greatest slip that does not move the end.
func propSchedule(t *rapid.T) {
	nodes := rapid.IntRange(2, 7).Draw(t, "nodes")
	var all []network.Edge
	for _, e := range genEdges(t, nodes) {
		if e.From < e.To {
			all = append(all, e)
		}
	}
	plain, err := calendar.Weekends(2025, 2027)
	if err != nil {
		t.Fatal(err)
	}
	sixDays, err := calendar.New(nil, &calendar.Options{ID: "six-days", Weekend: []calendar.Weekday{calendar.Sunday}, From: 2025, To: 2027})
	if err != nil {
		t.Fatal(err)
	}
	cals := []*calendar.Calendar{calendar.China(), plain, sixDays}
	works := make([]network.Work, nodes)
	for i := range works {
		works[i] = network.Work{Days: rapid.IntRange(0, 6).Draw(t, "days"), Calendar: rapid.SampledFrom(cals).Draw(t, "calendar")}
	}
	start := day("2026-08-01").AddDays(rapid.IntRange(0, 60).Draw(t, "start"))
	n, err := network.New(nodes, all)
	if err != nil {
		t.Fatal(err)
	}
	s, err := n.Schedule(start, works)
	if err != nil {
		t.Fatal(err)
	}
	lasts, end := slowEnd(t, all, works, start, -1, 0)
	if s.End() != end {
		t.Fatalf("end %s, want %s", s.End(), end)
	}
	for i := range int32(nodes) {
		slot := s.Slot(i)
		if slot.Last != lasts[i] {
			t.Fatalf("node %d is done on %s, want %s", i, slot.Last, lasts[i])
		}
		if slot.LatestLast.Before(slot.Last) || slot.LatestFirst.Before(slot.First) {
			t.Fatalf("node %d: %+v", i, slot)
		}
		if works[i].Days == 0 {
			continue // a milestone slips by itself, not by days of work
		}
		if _, moved := slowEnd(t, all, works, start, int(i), slot.Float); moved != end {
			t.Fatalf("node %d slips by its float of %d and moves the end to %s", i, slot.Float, moved)
		}
		if _, moved := slowEnd(t, all, works, start, int(i), slot.Float+1); moved == end {
			t.Fatalf("node %d slips by %d and does not move the end", i, slot.Float+1)
		}
	}
	path := slices.Collect(s.Path())
	if got := s.Slot(path[len(path)-1]).Last; got != end {
		t.Fatalf("the critical path ends on %s, want %s", got, end)
	}
	for i := range path[1:] {
		if !slices.Contains(all, network.Edge{From: path[i], To: path[i+1]}) {
			t.Fatalf("%v is no path", path)
		}
	}
	if slices.Collect(n.Prev(path[0])) != nil {
		t.Fatalf("%v begins with a node that waits", path)
	}
}

func TestScheduleProperty(t *testing.T) { rapid.Check(t, propSchedule) }
func FuzzSchedule(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propSchedule)) }

// BenchmarkSchedule builds a network of 100,000 nodes and 300,000 edges and places it.
func BenchmarkSchedule(b *testing.B) {
	const nodes = 100_000
	cals := []*calendar.Calendar{calendar.China(), weekdays(b)}
	r := rand.New(rand.NewPCG(1, 0))
	seen := map[network.Edge]bool{}
	var all []network.Edge
	for len(all) < 3*nodes {
		e := network.Edge{From: r.Int32N(nodes), To: r.Int32N(nodes)}
		// layers of a hundred keep the longest chain within the known years
		if e.From/100 >= e.To/100 || seen[e] || e.To/100-e.From/100 < 50 {
			continue
		}
		seen[e] = true
		all = append(all, e)
	}
	works := make([]network.Work, nodes)
	for i := range works {
		works[i] = network.Work{Days: i % 5, Calendar: cals[i%2]}
	}
	start := day("2025-01-02")
	b.ReportAllocs()
	for b.Loop() {
		n, err := network.New(nodes, all)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := n.Schedule(start, works); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleNetwork_Schedule() {
	cal := calendar.China()
	// 0 draft, 1 consult, 2 print
	n, err := network.New(3, []network.Edge{{From: 0, To: 1}, {From: 1, To: 2}})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := n.Schedule(calendar.MustParseDate("2026-09-28"), []network.Work{{2, cal}, {3, cal}, {1, cal}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for slot := range s.Slots() {
		fmt.Println(slot.First, slot.Last, slot.Float)
	}
	_, err = network.New(2, []network.Edge{{From: 0, To: 1}, {From: 1, To: 0}})
	fmt.Println(err)
	// Output:
	// 2026-09-28 2026-09-29 0
	// 2026-09-30 2026-10-09 0
	// 2026-10-10 2026-10-10 0
	// nodes [0 1] wait for each other in a circle
}
