package followup_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// TestBadInput: what offices enter wrongly is a typed finding with its place, and nothing
// that was entered is lost: it stands in the log and among the exceptions of its board.
func TestBadInput(t *testing.T) {
	log := working(t)
	decision := func(edit func(*followup.Decision)) error {
		d := followup.Decision{Paper: "澜会纪〔2026〕3号", Words: "会议决定。", On: day("2026-09-21"), Tasks: []followup.Task{
			{ID: "i1", Title: "修订会务手册", Lead: "a", Due: day("2026-10-12")}, {ID: "i2", Title: "培训", Lead: "b", Due: day("2026-10-12")},
		}}
		edit(&d)
		_, err := d.Items("clerk")
		return err
	}
	holiday := calendar.ChinaNotices()
	other := holiday[len(holiday)-1]
	other.ID, other.Holidays = other.ID+"-again", nil
	for name, tt := range map[string]struct {
		why  string
		err  error
		want []string
	}{
		"contradictory notices": {"two notices for one year", func() error { _, err := calendar.New(append(holiday, other), nil); return err }(), []string{"notices[10].year calendar/year-twice"}},
		"due before trigger":    {"a task due before the decision", decision(func(d *followup.Decision) { d.Tasks[0].Due = day("2026-09-20") }), []string{"tasks[0].due followup/due-before"}},
		"two leads": {"one item given to two leads is two tasks with one identifier", decision(func(d *followup.Decision) { d.Tasks[1].ID = "i1" }), []string{
			"tasks[1].id followup/task-twice",
		}},
		"lead supports itself": {"", decision(func(d *followup.Decision) { d.Tasks[0].Supports = []roster.OrgID{"a"} }), []string{"tasks[0].supports[0] followup/two-roles"}},
		"no lead":              {"", decision(func(d *followup.Decision) { d.Tasks[1].Lead = "" }), []string{"tasks[1].lead roster/no-id"}},
		"two faults":           {"all at once", decision(func(d *followup.Decision) { d.Words, d.Tasks[0].Due, d.Tasks[1].Estimate = "", day("2026-09-20"), -1 }), []string{"tasks[0].due followup/due-before", "tasks[1].estimate followup/bad-estimate", "words followup/no-text"}},
		"assigned twice": {"a second lead for an item that has one", followup.Fold(log, followup.Standard()).Admit(followup.Assigned{
			Act: act("i1", "2026-09-22", "office"), Lead: "b", Due: day("2026-10-12"),
		}), []string{" followup/wrong-stage"}},
		"close by the reporter": {"two keys", followup.Fold(record(t, log, events("i1", "2026-09-22", "lead")[5]), followup.Standard()).Admit(followup.Closed{
			Act: act("i1", "2026-09-23", "lead"), Outcome: followup.Solved,
		}), []string{"by followup/one-key"}},
		"extension after expiry": {"it was due on 21 October", followup.Fold(log, followup.Standard()).Admit(followup.ExtensionAsked{
			Act: act("i1", "2026-10-22", "lead"), Due: day("2026-11-30"), Reason: "征求意见",
		}), []string{"on followup/too-late"}},
		"a circle": {"two items that wait for each other", followup.Fold(record(t, followup.NewLog(), append(files("a", "b"), link("a", followup.DependsOn, "b"))...), followup.Standard()).
			Admit(link("b", followup.DependsOn, "a")), []string{"to followup/in-a-circle"}},
		"itself": {"", followup.Fold(record(t, followup.NewLog(), files("a")...), followup.Standard()).Admit(link("a", followup.PartOf, "a")), []string{"to followup/self-link"}},
	} {
		if diff := cmp.Diff(tt.want, findings(tt.err)); diff != "" {
			t.Errorf("%s: %v, %s (-want +got):\n%s", name, tt.err, tt.why, diff)
		}
	}
	// What was recorded all the same is there.
	wrong := events("i1", "2026-10-22", "lead")
	all := record(t, log, wrong[7], wrong[10], wrong[1])
	b := followup.Fold(all, followup.Standard())
	n := 0
	for x := range b.Exceptions() {
		if n++; x.Why.Len() == 0 || x.ID == (journal.ID{}) {
			t.Errorf("%+v", x)
		}
	}
	if it, _ := b.Item("i1"); n != 3 || all.Len() != log.Len()+3 || it.Stage != followup.StageInProgress {
		t.Errorf("%d exceptions, %d entries, %s", n, all.Len(), it.Stage)
	}
}

// TestHostile: texts of ten megabytes, hidden characters and markup are findings or harmless,
// and what a finding quotes of them is short.
func TestHostile(t *testing.T) {
	long := strings.Repeat("会", 10<<20/3)
	for name, err := range map[string]error{
		"long origin": followup.Board{}.Admit(followup.Filed{Act: act("i1", "2026-09-21", "p"), Title: "x", Origin: followup.Origin{Issue: long}}),
		"long code":   followup.Board{}.Admit(followup.Closed{Act: act("i1", "2026-09-21", "p"), Outcome: followup.Solved, Code: long}),
		"bidi":        followup.Board{}.Admit(followup.Relayed{Act: act("i1", "2026-09-21", "p"), Org: "a", Text: "\u202e"}),
		"not UTF-8":   followup.Board{}.Admit(followup.Drafted{Act: act("i1", "2026-09-21", "p"), Title: "x", Completion: "\xff"}),
		"many copies": followup.Board{}.Admit(followup.Assigned{Act: act("i1", "2026-09-21", "p"), Lead: "a", Due: day("2026-10-01"), Copies: make([]roster.OrgID, 1_000_000)}),
		"long lesson": func() error {
			_, err := hall().Learn(followup.Lesson{ID: long, On: day("2026-09-21"), From: long, Reason: long})
			return err
		}(),
		"long scheme":   func() error { s := followup.GuangyuanPoints(); s.Title = long; return s.Validate().Err() }(),
		"long spec":     func() error { s := followup.Standard().Spec(); s.Source = long; return s.Validate().Err() }(),
		"deep document": func() error { _, err := followup.ParseLifecycle([]byte(strings.Repeat("[", 1_000_000))); return err }(),
	} {
		if err == nil || len(err.Error()) > 2_000 {
			t.Errorf("%s: %.200v", name, err)
		}
	}
	// A formula in a ledger is a text there.
	b := followup.Fold(record(t, followup.NewLog(), followup.Filed{Act: act("i1", "2026-09-21", "p"), Title: "=1+1", Requirement: "@SUM(A1)"}), followup.Standard())
	data, err := b.AppendTable(nil, wire.CSV{}, day("2026-10-01"))
	if err != nil || strings.Contains(string(data), ",=1+1") || strings.Contains(string(data), ",@SUM") {
		t.Errorf("%v\n%s", err, data)
	}
}
