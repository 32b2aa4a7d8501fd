package followup_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

func findings(err error) []string {
	var out []string
	report, _ := errors.AsType[check.Problems](err)
	for p := range report.All() {
		out = append(out, p.Path()+" "+string(p.Code()))
	}
	return out
}

// TestRecord: what is refused is not recorded, and nothing with it.
func TestRecord(t *testing.T) {
	log := working(t)
	b := followup.Fold(log, followup.Standard())
	es := events("i1", "2026-09-22", "lead")
	for name, tt := range map[string]struct {
		why    string
		stamp  journal.Stamp
		events []followup.Event
		want   []string
	}{
		"good":    {"a report and another person's close", journal.Stamp{Desk: "office", At: 2_000}, []followup.Event{es[5], events("i1", "2026-09-23", "office")[7]}, nil},
		"own key": {"the close is refused, so the report is not recorded either", journal.Stamp{Desk: "office", At: 2_000}, []followup.Event{es[5], es[7]}, []string{"events[1].by followup/one-key"}},
		"both":    {"all are looked at", journal.Stamp{Desk: "office", At: 2_000}, []followup.Event{es[7], es[11]}, []string{"events[0] followup/wrong-stage", "events[1] followup/nothing-asked"}},
		"nothing": {"no event", journal.Stamp{Desk: "office", At: 2_000}, []followup.Event{nil}, []string{"events[0] followup/no-event"}},
		"early":   {"another desk, entered before the item was filed", journal.Stamp{Desk: "a", At: 500}, []followup.Event{es[4]}, []string{"events[0] followup/wrong-stage"}},
		"stamp":   {"the journal refuses the desk", journal.Stamp{Desk: " ", At: 2_000}, []followup.Event{es[4]}, []string{"desk journal/bad-desk"}},
	} {
		united, after, err := b.Record(log, tt.stamp, tt.events...)
		if diff := cmp.Diff(tt.want, findings(err)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", name, tt.why, diff)
		}
		if err != nil && (!united.Equal(log) || after.Len() != b.Len()) || err == nil && united.Len() != log.Len()+len(tt.events) {
			t.Errorf("%s: %d entries", name, united.Len())
		}
	}
	if it, _ := b.Item("i1"); it.Stage != followup.StageInProgress {
		t.Errorf("recording changed the board: %s", it.Stage)
	}
	if _, _, err := b.Record(record(t, log, es[4]), journal.Stamp{Desk: "office", At: 2_000}, es[4]); !slices.Equal(findings(err), []string{" followup/other-log"}) {
		t.Errorf("a board of another log: %v", err)
	}
}

// TestRecordSource: a record of another system is taken once, also through a board that was
// never folded anew.
func TestRecordSource(t *testing.T) {
	log := working(t)
	log, b, err := followup.Fold(log, followup.Standard()).Record(log, journal.Stamp{Desk: "oa/1", At: 2_000}, progress("2026-09-22", "17", 20))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		event followup.Event
		want  string
	}{
		{progress("2026-09-22", "17", 20), "events[0].source followup/source-taken"},
		{progress("2026-09-22", "17", 30), "events[0].source followup/source-differs"},
	} {
		if _, _, err := b.Record(log, journal.Stamp{Desk: "oa/2", At: 3_000}, tt.event); !slices.Equal(findings(err), []string{tt.want}) {
			t.Errorf("%v, want %s", err, tt.want)
		}
	}
	if _, _, err := b.Record(log, journal.Stamp{Desk: "oa/2", At: 3_000}, progress("2026-09-23", "18", 30), progress("2026-09-23", "18", 30)); !slices.Equal(findings(err), []string{"events[1].source followup/source-taken"}) {
		t.Errorf("twice in one call: %v", err)
	}
}

// TestRecordDisplaces: an event entered earlier than that of another desk keeps it from
// standing, and is refused.
func TestRecordDisplaces(t *testing.T) {
	log := at(t, working(t), "lead", 9_000, followup.Progressed{Act: act("i1", "2026-09-22", "lead"), Percent: 20})
	b := followup.Fold(log, followup.Standard())
	late := followup.Progressed{Act: act("i1", "2026-10-01", "lead"), Percent: 30}
	if _, _, err := b.Record(log, journal.Stamp{Desk: "office", At: 5_000}, late); !slices.Equal(findings(err), []string{" followup/displaced"}) {
		t.Errorf("%v", err)
	}
	if _, _, err := b.Record(log, journal.Stamp{Desk: "office", At: 10_000}, late); err != nil {
		t.Error(err)
	}
}

// propRecord: the board that recording returns is the fold of the log that it returns, and
// nothing that was recorded is an exception.
func propRecord(t *rapid.T) {
	lc := rapid.SampledFrom(followup.Presets()).Draw(t, "lifecycle")
	log := followup.NewLog()
	b := followup.Fold(log, lc)
	for range rapid.IntRange(1, 12).Draw(t, "calls") {
		var es []followup.Event
		for range rapid.IntRange(1, 3).Draw(t, "events") {
			es = append(es, genEvent(t))
		}
		s := journal.Stamp{Desk: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "desk"), At: rapid.Int64Range(1, 5).Draw(t, "at")}
		united, after, err := b.Record(log, s, es...)
		if err != nil && !united.Equal(log) {
			t.Fatal("a refused event is recorded")
		}
		log, b = united, after
		folded := followup.Fold(log, lc)
		x, errX := folded.MarshalJSON()
		y, errY := b.MarshalJSON()
		if !bytes.Equal(x, y) || errX != nil || errY != nil {
			t.Fatalf("%v, %v (-fold +record):\n%s", errX, errY, cmp.Diff(string(x), string(y)))
		}
		if n := len(slices.Collect(folded.Exceptions())); n > 0 {
			t.Fatalf("%d exceptions", n)
		}
	}
}

func TestRecordProperty(t *testing.T) { rapid.Check(t, propRecord) }
func FuzzRecord(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propRecord)) }

// TestAudit: a board over a chained log is proof against changes.
func TestAudit(t *testing.T) {
	log := followup.NewLog()
	b := followup.Fold(log, followup.Standard())
	for i, e := range append(events("i1", "2026-09-21", "lead")[:3], events("i1", "2026-09-22", "lead")[4:6]...) {
		var err error
		if log, b, err = b.Record(log, journal.Stamp{Desk: "office", At: 1_000 + int64(i), Chain: true}, e); err != nil {
			t.Fatal(err)
		}
	}
	head := log.Head("office")
	known := &journal.Known{Heads: []journal.Head{head}}
	if found := followup.Audit(log, followup.Standard(), known); found.Len() != 0 {
		t.Fatalf("an honest log: %v", found)
	}
	lines, err := log.AppendLines(nil)
	if err != nil {
		t.Fatal(err)
	}
	// Every byte that still reads as a line is missed by its link.
	for i := range lines {
		changed := bytes.Clone(lines)
		changed[i] ^= 1
		back, found := followup.ParseLog(changed)
		audit := followup.Audit(back, followup.Standard(), known)
		if !found.Failed() && found.Len() == 0 && !audit.Failed() {
			t.Fatalf("byte %d of %q is changed and nobody sees it", i, lines)
		}
	}
	rows := bytes.SplitAfter(lines, []byte("\n"))
	for name, tt := range map[string]struct {
		rows  [][]byte
		known *journal.Known
		want  bool
	}{
		"order of the lines does not matter": {[][]byte{rows[1], rows[0], rows[2], rows[4], rows[3]}, known, false},
		"an inner one is gone":               {[][]byte{rows[0], rows[1], rows[3], rows[4]}, nil, true},
		"the last is gone":                   {rows[:4], known, true},
		"nobody published the head":          {rows[:4], nil, false},
	} {
		back, _ := followup.ParseLog(bytes.Join(tt.rows, nil))
		if found := followup.Audit(back, followup.Standard(), tt.known); found.Failed() != tt.want {
			t.Errorf("%s: %v", name, found)
		}
	}
	refused := at(t, log, "office", 3_000, events("i1", "2026-09-22", "lead")[7])
	want := []string{"office[6].by followup/one-key"}
	if diff := cmp.Diff(want, findings(followup.Audit(refused, followup.Standard(), nil))); diff != "" {
		t.Errorf("an event that moved nothing (-want +got):\n%s", diff)
	}
}

// TestErased: the text of an event goes, the chain still holds, and the audit says so.
func TestErased(t *testing.T) {
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "office", At: 1_000, Chain: true, Salt: journal.Salt{1}}, events("i1", "2026-09-21", "lead")[:2]...)
	if err != nil {
		t.Fatal(err)
	}
	head := log.Head("office")
	erased, n := log.Erase(func(e journal.Entry[followup.Event]) bool { return followup.KindOf(e.Event) == followup.KindAssigned })
	if found := erased.Verify(head); n != 1 || found.Failed() {
		t.Errorf("%d erased, %v", n, found)
	}
	if found := followup.Audit(erased, followup.Standard(), &journal.Known{Heads: []journal.Head{head}}); !found.Has(journal.PayloadErased) || found.Has(journal.ChainBroken) {
		t.Errorf("%v", found)
	}
}

// TestHistory: every step leaves its trace, also the one that was refused.
func TestHistory(t *testing.T) {
	es := append(events("i1", "2026-09-21", "lead")[:3], events("i1", "2026-09-22", "lead")[17], events("i1", "2026-09-23", "lead")[7])
	log := record(t, record(t, followup.NewLog(), es...), files("i2")...)
	var got []string
	for _, x := range followup.History(log, followup.Standard(), "i1") {
		got = append(got, fmt.Sprint(x.ID, " ", followup.KindOf(x.Event), " ", x.Stage, " ", x.Why.Len()))
	}
	want := []string{"office#1 filed filed 0", "office#2 assigned assigned 0", "office#3 accepted in-progress 0", "office#4 urged in-progress 0", "office#5 closed in-progress 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if followup.History(log, followup.Standard(), "i9") != nil {
		t.Error("no item")
	}
}

func ExampleBoard_Record() {
	log, board := followup.NewLog(), followup.Fold(followup.NewLog(), followup.Standard())
	act := followup.Act{Item: "手册", On: calendar.MustParseDate("2026-09-21"), By: "小王"}
	log, board, err := board.Record(log, journal.Stamp{Desk: "督查室", At: 1_790_000_000_000, Chain: true},
		followup.Filed{Act: act, Title: "修订会务手册"},
		followup.Assigned{Act: act, Lead: "办公厅", Due: calendar.MustParseDate("2026-10-12")},
		followup.Accepted{Act: act}, followup.Reported{Act: act, Text: "已印发"},
	)
	fmt.Println(log.Len(), board.Len(), err)
	log, _, err = board.Record(log, journal.Stamp{Desk: "督查室", At: 1_790_000_000_001}, followup.Closed{Act: act, Outcome: followup.Solved})
	fmt.Println(log.Len(), err)
	// Output:
	// 4 1 <nil>
	// 4 events[0].by: 手册 was reported or asked for by 小王, so someone else has to decide on it (closed)
}
