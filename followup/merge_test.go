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

func at(t rapid.TB, log journal.Log[followup.Event], desk string, ms int64, es ...followup.Event) journal.Log[followup.Event] {
	t.Helper()
	log, err := log.Append(journal.Stamp{Desk: desk, At: ms}, es...)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func progress(on, event string, percent int) followup.Event {
	a := act("i1", on, "lead")
	a.Source = followup.Source{System: "oa", Event: event}
	return followup.Progressed{Act: a, Percent: percent}
}

// TestImportedTwice: two machines import the same records of another system.
func TestImportedTwice(t *testing.T) {
	log := working(t)
	one := at(t, log, "oa/1", 2_000, progress("2026-09-22", "17", 20), progress("2026-09-23", "18", 30))
	two := at(t, log, "oa/2", 3_000, progress("2026-09-22", "17", 20), progress("2026-09-23", "18", 35), progress("2026-09-24", "19", 40))
	b := followup.Fold(one.Merge(two), followup.Standard())
	it, _ := b.Item("i1")
	exceptions := slices.Collect(b.Exceptions())
	if b.Repeated() != 1 || len(exceptions) != 1 || !exceptions[0].Why.Has(followup.SourceDiffers) || it.Percent != 40 {
		t.Errorf("%d repeated, %v, %d percent", b.Repeated(), exceptions, it.Percent)
	}
	for _, tt := range []struct {
		event followup.Event
		want  check.Code
	}{
		{progress("2026-09-22", "17", 20), followup.SourceTaken},
		{progress("2026-09-22", "17", 21), followup.SourceDiffers},
		{progress("2026-09-25", "20", 50), ""},
		{progress("2026-09-25", "", 50), followup.NoText},
		{progress("2026-09-25", strings.Repeat("x", 10<<20), 50), roster.LongText},
	} {
		err := b.Admit(tt.event)
		report, _ := errors.AsType[check.Problems](err)
		if (err == nil) != (tt.want == "") || tt.want != "" && !report.Has(tt.want) {
			t.Errorf("%.80v: %v, want %q", tt.event, err, tt.want)
		}
	}
}

// TestConflict: an item is assigned; the office cancels it while the lead, who does
// not know, asks for more time on the item as it was.
func TestConflict(t *testing.T) {
	log := working(t)
	it, _ := followup.Fold(log, followup.Standard()).Item("i1")
	if it.Last != (journal.ID{Desk: "office", Seq: 3}) {
		t.Fatalf("last %v", it.Last)
	}
	based := func(on, by string) followup.Act {
		a := act("i1", on, by)
		a.Base = it.Last
		return a
	}
	granted := followup.Suspended{Act: based("2026-09-22", "office"), Reason: "待上级明确"}
	asked := followup.Reported{Act: based("2026-09-22", "lead"), Text: "已完成"}
	free := followup.Progressed{Act: based("2026-09-22", "lead"), Percent: 60}
	office := at(t, log, "office", 2_000, granted)
	lead := at(t, log, "lead", 2_500, free, asked)
	for _, merged := range []journal.Log[followup.Event]{office.Merge(lead), lead.Merge(office)} {
		all := followup.Conflicts(merged, followup.Standard())
		if len(all) != 1 {
			t.Fatalf("%d conflicts", len(all))
		}
		c := all[0]
		if c.ID != (journal.ID{Desk: "lead", Seq: 2}) || c.Base.Stage != followup.StageInProgress || c.Ours.Stage != followup.StageSuspended || followup.KindOf(c.Theirs) != followup.KindReported {
			t.Errorf("%v: base %s, ours %s, theirs %v", c.ID, c.Base.Stage, c.Ours.Stage, c.Theirs)
		}
		b := followup.Fold(merged, followup.Standard())
		for x := range b.Exceptions() {
			if text := x.Why.Text(check.ZhHans, nil); strings.ContainsAny(text, "{}") {
				t.Errorf("unfilled: %s", text)
			}
		}
		report, _ := errors.AsType[check.Problems](b.Admit(asked))
		if !report.Has(followup.InConflict) {
			t.Errorf("a stale command: %v", report)
		}
	}
	// Whoever looked at the item as it is may go on.
	now, _ := followup.Fold(office, followup.Standard()).Item("i1")
	a := act("i1", "2026-09-23", "office")
	a.Base = now.Last
	if err := followup.Fold(office, followup.Standard()).Admit(followup.Resumed{Act: a, Due: day("2026-10-30")}); err != nil {
		t.Errorf("on the item as it stands: %v", err)
	}
	// A base that nobody has recorded is no base that was seen.
	a.Base = journal.ID{Desk: "elsewhere", Seq: 9}
	unseen := at(t, office, "x", 3_000, followup.Resumed{Act: a, Due: day("2026-10-30")})
	if all := followup.Conflicts(unseen, followup.Standard()); len(all) != 1 || all[0].Base.ID != "" {
		t.Errorf("an unknown base: %+v", all)
	}
	if all := followup.Conflicts(log, followup.Standard()); all != nil {
		t.Errorf("conflicts of one desk: %v", all)
	}
}

// TestGuardedKinds: what changes stage, lead, due date or outcome is guarded.
func TestGuardedKinds(t *testing.T) {
	var free []string
	for k := followup.Kind(1); int(k) <= followup.Kinds; k++ {
		if !k.Guarded() {
			free = append(free, k.String())
		}
	}
	if diff := cmp.Diff([]string{"progressed", "urged", "verified", "linked", "unlinked", "missed", "relayed"}, free); diff != "" {
		t.Errorf("free kinds (-want +got):\n%s", diff)
	}
	if followup.Kind(0).Guarded() || followup.Kind(followup.Kinds+1).Guarded() {
		t.Error("no kind is guarded")
	}
}

// propMerge: importing a log again under another desk changes no item, in whatever
// order the logs are merged, and of guarded events on one base at most one moves an
// item.
func propMerge(t *rapid.T) {
	log := working(t)
	it, _ := followup.Fold(log, followup.Standard()).Item("i1")
	var es []followup.Event
	for i := range rapid.IntRange(1, 6).Draw(t, "events") {
		a := act("i1", "2026-09-22", rapid.SampledFrom([]string{"lead", "office"}).Draw(t, "by"))
		a.Source = followup.Source{System: "oa", Event: fmt.Sprint(i)}
		a.Base = it.Last
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			es = append(es, followup.Progressed{Act: a, Percent: rapid.IntRange(0, 100).Draw(t, "percent")})
		case 1:
			es = append(es, followup.Reported{Act: a, Text: "已完成"})
		case 2:
			es = append(es, followup.Suspended{Act: a, Reason: "待定"})
		default:
			es = append(es, followup.Cancelled{Act: a, Reason: "机构调整"})
		}
	}
	one := at(t, log, "oa/1", 2_000, es...)
	two := at(t, log, "oa/2", int64(rapid.IntRange(1_500, 2_500).Draw(t, "at")), es...)
	once, twice := followup.Fold(one, followup.Standard()), followup.Fold(one.Merge(two), followup.Standard())
	again := followup.Fold(two.Merge(one), followup.Standard())
	want, _ := once.Item("i1")
	for _, b := range []followup.Board{twice, again} {
		got, _ := b.Item("i1")
		got.Last = want.Last // of one import or of the other
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b calendar.Date) bool { return a == b })); diff != "" || b.Repeated() != len(es) {
			t.Fatalf("%d repeated (-want +got):\n%s", b.Repeated(), diff)
		}
	}
	guarded := 0
	for _, e := range es {
		if followup.KindOf(e).Guarded() {
			guarded++
		}
	}
	if got := len(followup.Conflicts(one, followup.Standard())); got != max(guarded-1, 0) {
		t.Fatalf("%d conflicts of %d guarded events on one base", got, guarded)
	}
}

func TestMergeProperty(t *testing.T) { rapid.Check(t, propMerge) }

func ExampleConflicts() {
	act := func(by string, base journal.ID) followup.Act {
		return followup.Act{Item: "手册", On: calendar.MustParseDate("2026-09-21"), By: roster.PersonID(by), Base: base}
	}
	none := journal.ID{}
	log, err := followup.NewLog().Append(
		journal.Stamp{Desk: "督查室", At: 1_000},
		followup.Filed{Act: act("小王", none), Title: "修订会务手册"},
		followup.Assigned{Act: act("小王", none), Lead: "办公厅", Due: calendar.MustParseDate("2026-10-30")},
		followup.Accepted{Act: act("小李", none)},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	it, _ := followup.Fold(log, followup.Standard()).Item("手册")
	office, err1 := log.Append(journal.Stamp{Desk: "督查室", At: 2_000}, followup.Suspended{Act: act("小王", it.Last), Reason: "待上级明确"})
	lead, err2 := log.Append(journal.Stamp{Desk: "办公厅", At: 3_000}, followup.Reported{Act: act("小李", it.Last), Text: "已完成"})
	for _, c := range followup.Conflicts(office.Merge(lead), followup.Standard()) {
		fmt.Println(c.Base.Stage.Label(), c.Ours.Stage.Label(), followup.KindOf(c.Theirs).Label(), err1, err2)
	}
	// Output:
	// 承办 中止 反馈 <nil> <nil>
}
