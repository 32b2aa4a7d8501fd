package followup_test

import (
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
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// files puts items on file.
func files(ids ...string) []followup.Event {
	var out []followup.Event
	for _, id := range ids {
		out = append(out, followup.Filed{Act: act(id, "2026-09-01", "clerk"), Title: id})
	}
	return out
}

func link(item string, kind followup.LinkKind, to string) followup.Event {
	return followup.Linked{Act: act(item, "2026-09-01", "clerk"), Link: kind, To: roster.ItemID(to)}
}

func unlink(item string, kind followup.LinkKind, to string) followup.Event {
	return followup.Unlinked{Act: act(item, "2026-09-01", "clerk"), Link: kind, To: roster.ItemID(to)}
}

func TestLinks(t *testing.T) {
	story := []told{}
	for _, e := range files("a", "b", "c", "d") {
		story = append(story, told{e, ""})
	}
	log := tell(t, followup.Standard(), append(
		story,
		told{link("b", followup.PartOf, "a"), ""},
		told{link("c", followup.PartOf, "b"), ""},
		told{link("a", followup.PartOf, "c"), followup.InCircle}, // the whole would be a part of its part
		told{link("c", followup.DependsOn, "a"), followup.InCircle},
		told{link("a", followup.DependsOn, "d"), ""},
		told{link("d", followup.DependsOn, "c"), ""},                // part of part before d, d before the whole: no circle
		told{link("c", followup.DependsOn, "d"), followup.InCircle}, // now there is one
		told{link("d", followup.RelatesTo, "a"), ""},                // ties of this kind never close one
		told{link("a", followup.RelatesTo, "d"), ""},
		told{link("a", followup.DependsOn, "d"), followup.TiedAlready},
		told{link("a", followup.DependsOn, "a"), followup.SelfLink},
		told{link("a", 0, "b"), followup.BadLink},
		told{link("a", followup.DependsOn, ""), roster.NoID},
		told{unlink("a", followup.DependsOn, "c"), followup.NotTied},
		told{link("b", followup.PartOf, "d"), ""}, // a second parent takes the place of the first
		told{unlink("b", followup.PartOf, "a"), followup.NotTied},
		told{unlink("b", followup.PartOf, "d"), ""},
		told{link("a", followup.PartOf, "elsewhere"), ""}, // filed in another system, not merged yet
		told{unlink("d", followup.DependsOn, "c"), ""},
		told{link("d", followup.DependsOn, "b"), ""},
	))
	b := followup.Fold(log, followup.Standard())
	var got []string
	for it := range b.Items() {
		got = append(got, fmt.Sprint(it.ID, " of ", it.Parent, " after ", it.Depends, " with ", it.Relates, " waits for ", b.Blocked(it.ID)))
	}
	want := []string{
		"a of elsewhere after [d] with [d] waits for [d]", "b of  after [] with [] waits for []",
		"c of b after [] with [] waits for []", "d of  after [b] with [a] waits for [b]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	log = record(t, log, followup.Cancelled{Act: act("b", "2026-09-02", "clerk"), Reason: "机构调整"})
	if got := followup.Fold(log, followup.Standard()).Blocked("d"); got != nil {
		t.Errorf("blocked by a cancelled item: %v", got)
	}
	if b.Circle() != nil || b.Blocked("none") != nil {
		t.Errorf("circle %v", b.Circle())
	}
}

// TestMergedCircle: two systems link rightly, each for itself, and close a circle.
func TestMergedCircle(t *testing.T) {
	log := record(t, followup.NewLog(), files("a", "b", "c")...)
	one, err := log.Append(journal.Stamp{Desk: "one", At: 2_000}, link("a", followup.DependsOn, "b"), link("b", followup.PartOf, "c"))
	if err != nil {
		t.Fatal(err)
	}
	two, err := log.Append(journal.Stamp{Desk: "two", At: 2_000}, link("b", followup.DependsOn, "a"))
	if err != nil {
		t.Fatal(err)
	}
	b := followup.Fold(one.Merge(two), followup.Standard())
	if diff := cmp.Diff([]roster.ItemID{"a", "b"}, b.Circle()); diff != "" {
		t.Errorf("circle (-want +got):\n%s", diff)
	}
	if err := b.Admit(link("a", followup.DependsOn, "c")); err == nil || !strings.Contains(err.Error(), "circle") {
		t.Errorf("another circle: %v", err)
	}
	if err := b.Admit(link("c", followup.RelatesTo, "a")); err != nil {
		t.Errorf("a circle elsewhere keeps a harmless link out: %v", err)
	}
}

// propCircle: a log of admitted links has no circle, and a refused link would make
// one.
func propCircle(t *rapid.T) {
	ids := []string{"a", "b", "c", "d", "e"}
	log := record(t, followup.NewLog(), files(ids...)...)
	for range rapid.IntRange(0, 12).Draw(t, "links") {
		e := link(rapid.SampledFrom(ids).Draw(t, "from"), rapid.SampledFrom([]followup.LinkKind{followup.PartOf, followup.DependsOn, followup.RelatesTo}).Draw(t, "kind"), rapid.SampledFrom(ids).Draw(t, "to"))
		err := followup.Fold(log, followup.Standard()).Admit(e)
		more := record(t, log, e)
		switch circle := followup.Fold(more, followup.Standard()).Circle(); {
		case err == nil && circle != nil:
			t.Fatalf("%v is admitted and closes %v", e, circle)
		case err != nil && strings.Contains(err.Error(), "circle") && circle == nil:
			t.Fatalf("%v: %v, but there is none", e, err)
		}
		if err == nil {
			log = more
		}
	}
}

func TestCircleProperty(t *testing.T) { rapid.Check(t, propCircle) }

// tree builds a board from lines "id parent stage percent weight", and the weights.
func tree(t rapid.TB, nodes ...string) (followup.Board, func(followup.Item) int64) {
	t.Helper()
	log, weights := followup.NewLog(), map[roster.ItemID]int64{}
	for _, node := range nodes {
		var id, parent, stage string
		var percent int
		var weight int64
		if _, err := fmt.Sscan(node, &id, &parent, &stage, &percent, &weight); err != nil {
			t.Fatal(err)
		}
		a, b := act(id, "2026-09-01", "lead"), act(id, "2026-09-01", "office")
		es := []followup.Event{
			followup.Filed{Act: a, Title: id},
			followup.Assigned{Act: a, Lead: "office", Due: day("2026-09-30")},
			followup.Accepted{Act: a},
			followup.Progressed{Act: a, Percent: percent},
		}
		if parent != "-" {
			es = append(es, link(id, followup.PartOf, parent))
		}
		switch stage {
		case "closed":
			es = append(es, followup.Reported{Act: a, Text: "已完成"}, followup.Closed{Act: b, Outcome: followup.Solved})
		case "cancelled":
			es = append(es, followup.Cancelled{Act: a, Reason: "机构调整"})
		}
		log, weights[roster.ItemID(id)] = record(t, log, es...), weight
	}
	return followup.Fold(log, followup.Standard()), func(it followup.Item) int64 { return weights[it.ID] }
}

func TestRollUp(t *testing.T) {
	for name, tt := range map[string]struct {
		why   string
		nodes []string
		want  []string
	}{
		"project": {
			"a project manager's tree: two days at 50 and 0 percent, one at 10; by immediate parts, weighted by duration, 20 percent",
			[]string{"p - open 0 3", "p1 p open 0 2", "p11 p1 open 50 1", "p12 p1 open 0 1", "p2 p open 10 1"},
			[]string{"p 2000 2/0/0", "p1 2500 2/0/0"},
		},
		"cancelled":     {"cancelled parts do not count", []string{"p - open 0 1", "a p open 40 1", "b p cancelled 100 9"}, []string{"p 4000 2/0/1"}},
		"all cancelled": {"then nothing is known", []string{"p - open 30 1", "a p cancelled 100 1"}, []string{"p unknown 1/0/1"}},
		"above that":    {"what is not known counts with its own progress", []string{"g - open 0 1", "p g open 30 1", "a p cancelled 100 1"}, []string{"g 3000 1/0/0", "p unknown 1/0/1"}},
		"closed":        {"all closed, and only then", []string{"p - open 0 1", "a p closed 0 1", "b p cancelled 0 1"}, []string{"p 10000 2/1/1"}},
		"milestone":     {"an open part of weight 0 keeps the whole open", []string{"p - open 0 1", "a p closed 0 5", "b p open 0 0"}, []string{"p 9999 2/1/0"}},
		"no weights":    {"parts of weight 0 alone count alike", []string{"p - open 0 1", "a p open 30 0", "b p open 60 0"}, []string{"p 4500 2/0/0"}},
		"not reviewed":  {"100 percent is not closed", []string{"p - open 0 1", "a p open 100 1"}, []string{"p 9999 1/0/0"}},
		"rounded down":  {"a third", []string{"p - open 0 1", "a p open 100 1", "b p open 0 2"}, []string{"p 3333 2/0/0"}},
		"above closed":  {"a whole whose parts are closed is not closed itself", []string{"g - open 0 1", "p g open 0 1", "a p closed 0 1"}, []string{"g 9999 1/0/0", "p 10000 1/1/0"}},
	} {
		b, weigh := tree(t, tt.nodes...)
		totals, err := b.RollUp(weigh, followup.Suqian(), day("2026-09-01"), calendar.China())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var got []string
		for _, x := range totals {
			progress := "unknown"
			if x.Known {
				progress = fmt.Sprint(x.Hundredths)
			}
			got = append(got, fmt.Sprintf("%s %s %d/%d/%d", x.Item, progress, x.Parts, x.Closed, x.Cancelled))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", name, tt.why, diff)
		}
	}
}

func TestRollUpLights(t *testing.T) {
	b, _ := tree(t, "g - open 0 1", "p g open 100 1", "a p open 0 1", "b p open 100 1", "c p closed 0 1")
	totals, err := b.RollUp(nil, followup.Suqian(), day("2026-09-10"), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range totals {
		got = append(got, fmt.Sprint(x.Item, " ", x.Worst, " ", x.Lights))
	}
	// a is behind its plan; b and p are not; c owes nothing.
	if diff := cmp.Diff([]string{"g yellow [1 2 0 1 0 0]", "p yellow [1 1 0 1 0 0]"}, got); diff != "" {
		t.Errorf("lights (-want +got):\n%s", diff)
	}
	for name, weight := range map[string]int64{"negative": -1, "huge": followup.MaxWeight + 1} {
		if _, err := b.RollUp(func(followup.Item) int64 { return weight }, followup.Suqian(), day("2026-09-10"), calendar.China()); err == nil {
			t.Errorf("%s weight", name)
		}
	}
	log := record(t, followup.NewLog(), append(files("a", "b"), link("a", followup.PartOf, "b"), link("b", followup.PartOf, "a"))...)
	_, err = followup.Fold(log, followup.Standard()).RollUp(nil, followup.Suqian(), day("2026-09-10"), calendar.China())
	if err == nil || !strings.Contains(err.Error(), "circle") {
		t.Errorf("a circle of parts: %v", err)
	}
}

// propRollUp holds totals against the slow twin in fractions of whole numbers, level by
// level, and to lie between the least and the greatest part.
func propRollUp(t *rapid.T) {
	var nodes []string
	n := rapid.IntRange(2, 7).Draw(t, "nodes")
	for i := range n {
		parent := "-"
		if i > 0 {
			parent = fmt.Sprint("n", rapid.IntRange(0, i-1).Draw(t, "parent"))
		}
		nodes = append(nodes, fmt.Sprintf("n%d %s %s %d %d", i, parent, rapid.SampledFrom([]string{"open", "open", "closed", "cancelled"}).Draw(t, "stage"),
			rapid.IntRange(0, 100).Draw(t, "percent"), rapid.IntRange(0, 3).Draw(t, "weight")))
	}
	b, weigh := tree(t, nodes...)
	totals, err := b.RollUp(weigh, followup.Suqian(), day("2026-09-01"), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	var slow func(id roster.ItemID) (int64, bool, bool) // progress of the parts; known; has parts
	slow = func(id roster.ItemID) (int64, bool, bool) {
		var ps, ws []int64
		parts, open := false, false
		for it := range b.Items() {
			if it.Parent != id {
				continue
			}
			parts = true
			if it.Stage == followup.StageCancelled {
				continue
			}
			p, known, has := slow(it.ID)
			if !has || !known {
				p = int64(it.Percent) * 100
			}
			if it.Stage == followup.StageClosed {
				p = followup.Whole
			} else {
				open = true
			}
			ps, ws = append(ps, p), append(ws, weigh(it))
		}
		if len(ps) == 0 {
			return 0, false, parts
		}
		if slices.Max(ws) == 0 {
			ws = slices.Repeat([]int64{1}, len(ws))
		}
		var sum, all int64
		for i, p := range ps {
			for range ws[i] {
				sum, all = sum+p, all+1
			}
		}
		mean := sum / all
		if open && mean == followup.Whole {
			mean--
		}
		return mean, true, parts
	}
	for _, x := range totals {
		if want, known, _ := slow(x.Item); int64(x.Hundredths) != want || x.Known != known {
			t.Fatalf("%v: %s is at %d, %v, want %d, %v", nodes, x.Item, x.Hundredths, x.Known, want, known)
		}
	}
}

func TestRollUpProperty(t *testing.T) { rapid.Check(t, propRollUp) }

func ExampleBoard_RollUp() {
	on := calendar.MustParseDate("2026-09-01")
	var events []followup.Event
	for _, id := range []roster.ItemID{"方案", "起草", "征求意见"} {
		a := followup.Act{Item: id, On: on, By: "小王"}
		events = append(events, followup.Filed{Act: a, Title: string(id)}, followup.Assigned{Act: a, Lead: "办公厅", Due: calendar.MustParseDate("2026-09-30")}, followup.Accepted{Act: a})
		if id != "方案" {
			events = append(events, followup.Linked{Act: a, Link: followup.PartOf, To: "方案"})
		}
	}
	events = append(events, followup.Progressed{Act: followup.Act{Item: "起草", On: on, By: "小王"}, Percent: 80})
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "督查室", At: 1}, events...)
	if err != nil {
		fmt.Println(err)
		return
	}
	board := followup.Fold(log, followup.Standard())
	totals, err := board.RollUp(nil, followup.Suqian(), calendar.MustParseDate("2026-09-10"), calendar.China())
	for _, x := range totals {
		fmt.Printf("%s %d.%02d%% %s %v\n", x.Item, x.Hundredths/100, x.Hundredths%100, x.Worst, err)
	}
	err = board.Admit(followup.Linked{Act: followup.Act{Item: "起草", On: on, By: "小王"}, Link: followup.DependsOn, To: "方案"})
	if report, ok := errors.AsType[check.Problems](err); ok {
		fmt.Print(report.Text(check.ZhHans, nil))
	}
	// Output:
	// 方案 40.00% yellow <nil>
	// to: 起草、方案 依次互为前置或子事项，形成循环，都无法办结
}
