package followup_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// steps say for each state what may happen in it, on the day on which everything
// before it happened, and the stage that follows; all else is refused. In the state
// "asked" the item is in progress and a request is open, "resting" was suspended
// before its lead accepted it, "verified" was reported and found effective.
var steps = map[string]string{
	"none":        "filed=filed",
	"filed":       "assigned=assigned cancelled=cancelled",
	"assigned":    "accepted=in-progress handed-back=filed suspended=suspended cancelled=cancelled urged=assigned missed=assigned relayed=assigned",
	"in-progress": "progressed=in-progress reported=reported extension-asked=in-progress suspended=suspended cancelled=cancelled urged=in-progress missed=in-progress relayed=in-progress",
	"asked":       "progressed=in-progress reported=reported extension-granted=in-progress extension-refused=in-progress suspended=suspended cancelled=cancelled urged=in-progress missed=in-progress relayed=in-progress",
	"reported":    "returned=in-progress closed=closed cancelled=cancelled missed=reported relayed=reported",
	"closed":      "written-off=written-off reopened=in-progress verified=closed relayed=closed",
	"written-off": "archived=archived reopened=in-progress verified=written-off relayed=written-off",
	"archived":    "relayed=archived",
	"suspended":   "resumed=in-progress cancelled=cancelled",
	"resting":     "resumed=assigned cancelled=cancelled",
	"cancelled":   "",
}

// presetSteps are the states in which a preset differs; "gone" is one that it does
// not have.
var presetSteps = map[string]map[string]string{
	"standard":     {},
	"baoshan-2021": {},
	"shanxi-13710": {
		"written-off": "reopened=in-progress verified=written-off relayed=written-off", "archived": "gone",
	},
	"dengzhou-three-slips": { // no slip before the item is late
		"assigned":    "accepted=in-progress handed-back=filed suspended=suspended cancelled=cancelled missed=assigned relayed=assigned",
		"in-progress": "progressed=in-progress reported=reported extension-asked=in-progress suspended=suspended cancelled=cancelled missed=in-progress relayed=in-progress",
		"asked":       "progressed=in-progress reported=reported extension-granted=in-progress extension-refused=in-progress suspended=suspended cancelled=cancelled missed=in-progress relayed=in-progress",
	},
	"proposals": {},
	"yichang-platform": { // a draft before, a review after
		"none": "drafted=drafted", "drafted": "filed=filed cancelled=cancelled",
		"reported": "reviewed=reviewed returned=in-progress cancelled=cancelled missed=reported relayed=reported",
		"reviewed": "returned=in-progress closed=closed cancelled=cancelled missed=reviewed relayed=reviewed",
	},
	"jiu-recommendations": {
		"assigned":    "accepted=in-progress handed-back=filed cancelled=cancelled urged=assigned missed=assigned relayed=assigned",
		"in-progress": "progressed=in-progress reported=reported cancelled=cancelled urged=in-progress missed=in-progress relayed=in-progress",
		"closed":      "reopened=in-progress verified=closed relayed=closed",
		"asked":       "gone", "written-off": "gone", "archived": "gone", "suspended": "gone", "resting": "gone",
	},
	"action-log": {
		"filed": "assigned=in-progress cancelled=cancelled", "assigned": "gone",
		"in-progress": "progressed=in-progress reported=reported extension-asked=in-progress cancelled=cancelled urged=in-progress missed=in-progress relayed=in-progress",
		"asked":       "progressed=in-progress reported=reported extension-granted=in-progress extension-refused=in-progress cancelled=cancelled urged=in-progress missed=in-progress relayed=in-progress",
		"closed":      "reopened=in-progress verified=closed relayed=closed",
		"written-off": "gone", "archived": "gone", "suspended": "gone", "resting": "gone",
	},
	"w3c-tracker": {
		"filed": "assigned=in-progress", "assigned": "gone",
		"in-progress": "progressed=in-progress reported=reported urged=in-progress missed=in-progress relayed=in-progress",
		"reported":    "returned=in-progress closed=closed missed=reported relayed=reported",
		"closed":      "reopened=in-progress relayed=closed",
		"asked":       "gone", "written-off": "gone", "archived": "gone", "suspended": "gone", "resting": "gone", "cancelled": "gone",
	},
	"capa": {
		"reported":    "returned=in-progress cancelled=cancelled verified=reported missed=reported relayed=reported",
		"verified":    "returned=in-progress closed=closed cancelled=cancelled verified=reported missed=reported relayed=reported",
		"closed":      "written-off=written-off reopened=in-progress relayed=closed",
		"written-off": "archived=archived reopened=in-progress relayed=written-off",
	},
}

// into are the kinds of events that lead to a state; drafts, acceptances, looks at the
// effect and reviews that a preset does not have are passed over, and those after "second:" have another person behind them.
var into = map[string]string{
	"none": "", "drafted": "drafted", "filed": "drafted second:filed", "assigned": "drafted second:filed assigned",
	"in-progress": "drafted second:filed assigned accepted", "asked": "drafted second:filed assigned accepted extension-asked",
	"reported":    "drafted second:filed assigned accepted reported",
	"reviewed":    "drafted second:filed assigned accepted reported second:reviewed",
	"verified":    "drafted second:filed assigned accepted reported second:verified",
	"closed":      "drafted second:filed assigned accepted reported second:verified second:reviewed second:closed",
	"written-off": "drafted second:filed assigned accepted reported second:verified second:reviewed second:closed second:written-off",
	"archived":    "drafted second:filed assigned accepted reported second:verified second:reviewed second:closed second:written-off second:archived",
	"suspended":   "drafted second:filed assigned accepted suspended", "resting": "drafted second:filed assigned suspended",
	"cancelled": "drafted second:filed cancelled",
}

func eventOf(kind, on, by string) followup.Event {
	all := events("i1", on, by)
	return all[slices.IndexFunc(all, func(e followup.Event) bool { return followup.KindOf(e).String() == kind })]
}

// TestEveryPair holds every preset against the tables, for each state and each kind
// of event: what Admit says, what the fold does and where it leads.
func TestEveryPair(t *testing.T) {
	const on = "2026-09-21"
	for _, lc := range followup.Presets() {
		diffs, ok := presetSteps[lc.Name()]
		if !ok || lc.Source() == "" {
			t.Errorf("%s has no table or no source", lc.Name())
		}
		reached := map[followup.Stage]bool{0: true}
		for state, path := range into {
			row, ok := diffs[state]
			if !ok {
				row, ok = steps[state]
			}
			if !ok || row == "gone" {
				continue
			}
			log := followup.NewLog()
			for kind := range strings.FieldsSeq(path) {
				kind, second := strings.CutPrefix(kind, "second:")
				e := eventOf(kind, on, map[bool]string{false: "lead", true: "office"}[second])
				optional := slices.Contains([]string{"drafted", "accepted", "verified", "reviewed"}, kind)
				if followup.Fold(log, lc).Admit(e) == nil || !optional {
					log = record(t, log, e)
				}
			}
			before := followup.Fold(log, lc)
			was, _ := before.Item("i1")
			reached[was.Stage] = true
			if n := len(slices.Collect(before.Exceptions())); n > 0 {
				t.Fatalf("%s: %d exceptions on the way to %s", lc.Name(), n, state)
			}
			for _, e := range events("i1", on, "second") {
				kind := followup.KindOf(e).String()
				var want string
				for cell := range strings.FieldsSeq(row) {
					if k, stage, _ := strings.Cut(cell, "="); k == kind {
						want = stage
					}
				}
				if kind == "linked" && state != "none" && state != "drafted" {
					want = was.Stage.String() // on file, whatever the stage
				}
				err := before.Admit(e)
				after := followup.Fold(record(t, log, e), lc)
				it, _ := after.Item("i1")
				refused := len(slices.Collect(after.Exceptions())) > 0
				switch {
				case want == "" && (err == nil || !refused || it.Stage != was.Stage):
					t.Errorf("%s, %s, %s: admitted %v, exception %v, stage %s", lc.Name(), state, kind, err == nil, refused, it.Stage)
				case want != "" && (err != nil || refused || it.Stage.String() != want):
					t.Errorf("%s, %s, %s: %v, exception %v, stage %s, want %s", lc.Name(), state, kind, err, refused, it.Stage, want)
				}
			}
		}
		for k := followup.Kind(1); int(k) <= followup.Kinds; k++ {
			if m, ok := lc.Move(k); ok && !reached[m.To] {
				t.Errorf("%s: no row for %s", lc.Name(), m.To)
			}
		}
	}
}

// told runs a scenario: each event is admitted or refused with a code, and those
// admitted are recorded.
type told struct {
	event followup.Event
	want  check.Code // "" is admitted
}

func tell(t *testing.T, lc followup.Lifecycle, story []told) journal.Log[followup.Event] {
	t.Helper()
	log := followup.NewLog()
	for i, s := range story {
		err := followup.Fold(log, lc).Admit(s.event)
		report, _ := errors.AsType[check.Problems](err)
		if (err == nil) != (s.want == "") || s.want != "" && !report.Has(s.want) {
			t.Errorf("%s, step %d, %s: %v, want %q", lc.Name(), i, followup.KindOf(s.event), err, s.want)
		}
		if err == nil {
			log = record(t, log, s.event)
		}
	}
	return log
}

func timings(t *testing.T, b followup.Board, on string) []string {
	t.Helper()
	all, err := b.Timings("i1", day(on), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, x := range all {
		out = append(out, fmt.Sprintf("%s by %s: %s", x.Limit.Event, x.By, x.Why.Code()))
		if text := x.Why.Text(check.ZhHans, nil); strings.ContainsAny(text, "{}") {
			t.Errorf("unfilled: %s", text)
		}
		if late := x.Why.Code() == followup.LimitLate || x.Why.Code() == followup.LimitMissed; late != x.Late {
			t.Errorf("%s: late %v", x.Why.Code(), x.Late)
		}
	}
	return out
}

// TestBaoshan: the minutes are issued on Thursday 17 September 2026; Sunday the 20th
// is a make-up day, so 3 working days end on Monday the 21st.
func TestBaoshan(t *testing.T) {
	filed := followup.Filed{Act: act("i1", "2026-09-17", "clerk"), Title: "修订会务手册", Issued: day("2026-09-17"), Requirement: "手册印发"}
	vague := filed
	vague.Requirement = "　"
	given := followup.Assigned{Act: act("i1", "2026-09-21", "clerk"), Lead: "office", Leader: "chief", Contact: "head", Due: day("2026-10-30")}
	nobody, noContact := given, given
	nobody.Leader, noContact.Contact = "", ""
	log := tell(t, followup.Baoshan(), []told{
		{vague, followup.NotConcrete}, {filed, ""}, {nobody, followup.NotNamed}, {noContact, followup.NotNamed}, {given, ""},
	})
	if diff := cmp.Diff([]string{"assigned by 2026-09-21: followup/limit-kept"}, timings(t, followup.Fold(log, followup.Baoshan()), "2026-10-01")); diff != "" {
		t.Errorf("notice in time (-want +got):\n%s", diff)
	}
	late := given
	late.On = day("2026-09-22")
	b := followup.Fold(tell(t, followup.Baoshan(), []told{{filed, ""}, {late, ""}}), followup.Baoshan())
	for _, tt := range []struct{ on, want string }{
		{"2026-09-21", "assigned by 2026-09-21: followup/limit-runs"},
		{"2026-09-22", "assigned by 2026-09-21: followup/limit-late"},
	} {
		if diff := cmp.Diff([]string{tt.want}, timings(t, b, tt.on)); diff != "" {
			t.Errorf("notice late, asked on %s (-want +got):\n%s", tt.on, diff)
		}
	}
}

func TestShanxi13710(t *testing.T) {
	lc := followup.Shanxi13710()
	for name, tt := range map[string]struct {
		class followup.Class
		want  []string
	}{
		"ordinary": {0, []string{"accepted by 2026-09-22: followup/limit-kept", "progressed by 2026-09-24: followup/limit-late", "reported by 2026-09-28: followup/limit-missed"}},
		"major":    {followup.Major, []string{"accepted by 2026-09-22: followup/limit-kept", "progressed by 2026-09-24: followup/limit-late", "reported by 2026-10-21: followup/limit-runs"}},
	} {
		log := tell(t, lc, []told{
			{followup.Filed{Act: act("i1", "2026-09-21", "clerk"), Title: "修订会务手册", Class: tt.class}, ""},
			{followup.Assigned{Act: act("i1", "2026-09-21", "clerk"), Lead: "office", Due: day("2026-10-30")}, ""},
			{followup.Accepted{Act: act("i1", "2026-09-22", "lead")}, ""},
			{followup.Progressed{Act: act("i1", "2026-09-25", "lead"), Percent: 20}, ""},
			{followup.Progressed{Act: act("i1", "2026-09-28", "lead"), Percent: 40}, ""},
		})
		if diff := cmp.Diff(tt.want, timings(t, followup.Fold(log, lc), "2026-09-29")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	// What is done again has its limits again.
	story := []told{}
	for _, kind := range []string{"filed", "assigned", "accepted", "reported"} {
		story = append(story, told{eventOf(kind, "2026-09-21", "lead"), ""})
	}
	story = append(story, told{eventOf("closed", "2026-09-22", "office"), ""}, told{eventOf("reopened", "2026-11-02", "office"), ""})
	want := []string{"accepted by 2026-11-03: followup/limit-kept", "progressed by 2026-11-05: followup/limit-runs", "reported by 2026-11-09: followup/limit-runs"}
	if diff := cmp.Diff(want, timings(t, followup.Fold(tell(t, lc, story), lc), "2026-11-03")); diff != "" {
		t.Errorf("reopened (-want +got):\n%s", diff)
	}
}

func TestDengzhou(t *testing.T) {
	urge := func(on string) followup.Event { return followup.Urged{Act: act("i1", on, "office")} }
	log := tell(t, followup.Dengzhou(), []told{
		{followup.Filed{Act: act("i1", "2026-09-21", "clerk"), Title: "修订会务手册", Requirement: "手册印发"}, ""},
		{followup.Assigned{Act: act("i1", "2026-09-21", "clerk"), Lead: "office", Due: day("2026-10-12")}, ""},
		{urge("2026-10-12"), followup.TooEarly}, // the due date itself is in time
		{urge("2026-10-13"), ""},                // 工作催办单
		{urge("2026-10-20"), ""},                // 督办通知单
		{urge("2026-10-30"), followup.NoSlipLeft},
	})
	if it, _ := followup.Fold(log, followup.Dengzhou()).Item("i1"); it.Urged != 2 {
		t.Errorf("%d slips", it.Urged)
	}
}

func TestProposals(t *testing.T) {
	given := []told{{eventOf("filed", "2026-03-10", "clerk"), ""}, {eventOf("assigned", "2026-03-10", "clerk"), ""}}
	back := func(on string) followup.Event {
		return followup.HandedBack{Act: act("i1", on, "lead"), Reason: "不属本单位职责"}
	}
	tell(t, followup.Proposals(), append(slices.Clip(given), told{back("2026-03-21"), followup.PastLimit}, told{back("2026-03-20"), ""}))
	story := given
	for _, e := range []followup.Event{
		eventOf("accepted", "2026-03-12", "lead"), eventOf("reported", "2026-06-10", "lead"), eventOf("closed", "2026-06-12", "office"),
	} {
		story = append(story, told{e, ""})
	}
	b := followup.Fold(tell(t, followup.Proposals(), story), followup.Proposals())
	if diff := cmp.Diff([]string{"reported by 2026-06-10: followup/limit-kept"}, timings(t, b, "2026-06-30")); diff != "" {
		t.Errorf("answered on the last day (-want +got):\n%s", diff)
	}
	// Not satisfied: done again within three months.
	story = append(story, told{eventOf("reopened", "2026-06-30", "office"), ""})
	b = followup.Fold(tell(t, followup.Proposals(), story), followup.Proposals())
	if diff := cmp.Diff([]string{"reported by 2026-09-30: followup/limit-missed"}, timings(t, b, "2026-10-01")); diff != "" {
		t.Errorf("done again (-want +got):\n%s", diff)
	}
}

func TestActionLog(t *testing.T) {
	log := tell(t, followup.ActionLog(), []told{
		{followup.Filed{Act: act("i1", "2026-09-21", "secretary"), Title: "Revise the handbook"}, ""},
		{followup.Assigned{Act: act("i1", "2026-09-21", "secretary"), Lead: "office", Due: day("2026-10-12")}, ""},
		{followup.ExtensionAsked{Act: act("i1", "2026-10-01", "lead"), Due: day("2026-11-09"), Reason: "consultation"}, ""},
		{followup.ExtensionGranted{Act: act("i1", "2026-10-05", "board"), Due: day("2026-11-09")}, ""},
		{followup.Closed{Act: act("i1", "2026-11-02", "board"), Outcome: followup.Solved}, followup.WrongStage}, // not proposed for closure
		{followup.Reported{Act: act("i1", "2026-11-02", "lead"), Text: "proposed for closure"}, ""},
		{followup.Closed{Act: act("i1", "2026-11-09", "lead"), Outcome: followup.Solved}, followup.OneKey}, // the board decides
		{followup.Closed{Act: act("i1", "2026-11-09", "board"), Outcome: followup.Solved}, ""},
	})
	it, _ := followup.Fold(log, followup.ActionLog()).Item("i1")
	if it.OriginalDue != day("2026-10-12") || it.Due != day("2026-11-09") || it.Stage != followup.StageClosed {
		t.Errorf("target %s, new date %s, %s", it.OriginalDue, it.Due, it.Stage)
	}
}

func TestTracker(t *testing.T) {
	given := followup.Assigned{Act: act("i1", "2026-09-21", "chair"), Lead: "one", Due: day("2026-10-12")}
	two := given
	two.Supports = []roster.OrgID{"other"}
	log := tell(t, followup.Tracker(), []told{
		{followup.Filed{Act: act("i1", "2026-09-21", "chair"), Title: "Revise the handbook"}, ""},
		{two, followup.NotAlone}, // exactly one person
		{given, ""},
		{followup.Reported{Act: act("i1", "2026-10-01", "one"), Text: "see the list"}, ""},      // PENDINGREVIEW
		{followup.Returned{Act: act("i1", "2026-10-02", "chair"), Reason: "a status only"}, ""}, // OPEN again
		{followup.Reported{Act: act("i1", "2026-10-09", "one"), Text: "done"}, ""},
		{followup.Closed{Act: act("i1", "2026-10-10", "one"), Outcome: followup.Solved}, followup.OneKey},
		{followup.Closed{Act: act("i1", "2026-10-10", "chair"), Outcome: followup.Solved}, ""},
	})
	if it, _ := followup.Fold(log, followup.Tracker()).Item("i1"); it.Stage != followup.StageClosed || it.Returns != 1 {
		t.Errorf("%+v", it)
	}
}

func TestCAPA(t *testing.T) {
	looked := func(on, by string, effective bool) followup.Event {
		return followup.Verified{Act: act("i1", on, by), Effective: effective, Text: "按既定标准核验"}
	}
	closed := followup.Closed{Act: act("i1", "2026-12-01", "office"), Outcome: followup.Solved}
	tell(t, followup.CAPA(), []told{
		{followup.Filed{Act: act("i1", "2026-09-21", "clerk"), Title: "纠正"}, followup.NotConcrete}, // criteria come first
		{eventOf("filed", "2026-09-21", "clerk"), ""},
		{eventOf("assigned", "2026-09-21", "clerk"), ""},
		{eventOf("accepted", "2026-09-21", "lead"), ""},
		{eventOf("reported", "2026-10-01", "lead"), ""},
		{closed, followup.NotEffective},
		{looked("2026-10-10", "lead", true), followup.OneKey},
		{looked("2026-10-10", "office", false), ""},
		{closed, followup.NotEffective},
		{followup.Returned{Act: act("i1", "2026-10-11", "office"), Reason: "无效"}, ""},
		{followup.Reported{Act: act("i1", "2026-11-01", "lead"), Text: "已改进"}, ""},
		{looked("2026-11-20", "office", true), ""},
		{closed, ""},
	})
	// A result found effective says nothing about the next one.
	tell(t, followup.CAPA(), []told{
		{eventOf("filed", "2026-09-21", "clerk"), ""},
		{eventOf("assigned", "2026-09-21", "clerk"), ""},
		{eventOf("accepted", "2026-09-21", "lead"), ""},
		{eventOf("reported", "2026-10-01", "lead"), ""},
		{looked("2026-10-10", "office", true), ""},
		{followup.Returned{Act: act("i1", "2026-10-11", "office"), Reason: "另有问题"}, ""},
		{followup.Reported{Act: act("i1", "2026-11-01", "lead"), Text: "已改进"}, ""},
		{closed, followup.NotEffective},
	})
}

func TestNewFields(t *testing.T) {
	filed := followup.Filed{Act: act("i1", "2026-09-21", "clerk"), Title: "修订会务手册"}
	early, class := filed, filed
	early.Issued, class.Class = day("2026-09-22"), 9
	tell(t, followup.Standard(), []told{
		{early, followup.FiledBefore},
		{class, followup.BadClass},
		{filed, ""},
		{followup.Assigned{Act: act("i1", "2026-09-21", "clerk"), Lead: "office", Due: day("2026-10-30")}, ""},
		{followup.Urged{Act: act("i1", "2026-09-22", "office"), Slip: 9}, followup.BadLight},
		{followup.Urged{Act: act("i1", "2026-09-22", "office"), Slip: followup.Blue}, ""},
	})
}

func TestTimingsErrors(t *testing.T) {
	log := tell(t, followup.Baoshan(), []told{{followup.Filed{Act: act("i1", "2026-12-30", "clerk"), Title: "x", Issued: day("2026-12-30"), Requirement: "y"}, ""}})
	b := followup.Fold(log, followup.Baoshan())
	var unknown *calendar.UnpublishedError
	if _, err := b.Timings("i1", day("2026-12-31"), calendar.China()); !errors.As(err, &unknown) {
		t.Errorf("a limit into an unknown year: %v", err)
	}
	if got, err := b.Timings("none", day("2026-12-31"), calendar.China()); got != nil || err != nil {
		t.Errorf("an unknown item: %v, %v", got, err)
	}
}

// TestLimitsHaveDays: every limit of a preset is between steps of which an item keeps
// the day, and is told as data.
func TestLimitsHaveDays(t *testing.T) {
	kept := []followup.Kind{0, followup.KindFiled, followup.KindAssigned, followup.KindAccepted, followup.KindProgressed, followup.KindReported, followup.KindClosed, followup.KindWrittenOff, followup.KindHandedBack}
	n := 0
	for _, lc := range followup.Presets() {
		for l := range lc.Limits() {
			n++
			if !slices.Contains(kept, l.Event) || !slices.Contains(kept, l.After) || l.N < 1 || l.Unit.Label() == "" || strings.HasPrefix(l.Unit.String(), "Unit") {
				t.Errorf("%s: %+v", lc.Name(), l)
			}
		}
	}
	if n != 7 {
		t.Errorf("%d limits", n)
	}
}

// TestNoMoves: the zero lifecycle allows nothing, and nothing has no move.
func TestNoMoves(t *testing.T) {
	var none followup.Lifecycle
	for _, e := range events("i1", "2026-09-21", "lead") {
		if err := followup.Fold(followup.NewLog(), none).Admit(e); err == nil {
			t.Errorf("%s is admitted", followup.KindOf(e))
		}
	}
	for _, k := range []followup.Kind{0, followup.Kind(followup.Kinds + 1)} {
		if m, ok := followup.Standard().Move(k); ok || m.Event != 0 {
			t.Errorf("kind %d has a move: %+v", k, m)
		}
	}
	if _, ok := followup.Tracker().Move(followup.KindArchived); ok {
		t.Error("the tracker has an archive")
	}
}
