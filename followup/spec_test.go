package followup_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/roster/check"
)

// TestPresetsAreData: every preset can be written, read back and built again from its data.
func TestPresetsAreData(t *testing.T) {
	for _, lc := range followup.Presets() {
		data, err := lc.MarshalJSON()
		if err != nil {
			t.Errorf("%s: %v", lc.Name(), err)
			continue
		}
		back, err := followup.ParseLifecycle(data)
		if err != nil {
			t.Errorf("%s: %v", lc.Name(), err)
			continue
		}
		if diff := cmp.Diff(lc.Spec(), back.Spec()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lc.Name(), diff)
		}
	}
	if _, err := (followup.Lifecycle{}).MarshalJSON(); err == nil {
		t.Error("the zero Lifecycle is written")
	}
}

// move returns the place of a kind of event in a spec.
func move(s followup.Spec, k followup.Kind) int {
	return slices.IndexFunc(s.Moves, func(m followup.Move) bool { return m.Event == k })
}

func TestSpecFindings(t *testing.T) {
	drop := func(k followup.Kind) func(*followup.Spec) {
		return func(s *followup.Spec) { s.Moves = slices.Delete(s.Moves, move(*s, k), move(*s, k)+1) }
	}
	change := func(k followup.Kind, f func(*followup.Move)) func(*followup.Spec) {
		return func(s *followup.Spec) { f(&s.Moves[move(*s, k)]) }
	}
	for name, tt := range map[string]struct {
		why  string
		edit func(*followup.Spec)
		want []check.Code
	}{
		"as it is":     {"the standard", func(*followup.Spec) {}, nil},
		"no archive":   {"a step that nothing needs may go", drop(followup.KindArchived), []check.Code{followup.Unreached}},
		"no name":      {"", func(s *followup.Spec) { s.Name, s.Source = "", "" }, []check.Code{followup.NoText}},
		"twice":        {"one move an event", func(s *followup.Spec) { s.Moves = append(s.Moves, s.Moves[0]) }, []check.Code{followup.BadMove}},
		"unknown":      {"an event that is none", func(s *followup.Spec) { s.Moves[0].Event = followup.Kind(followup.Kinds + 1) }, []check.Code{followup.BadMove}},
		"from nowhere": {"a move begins somewhere", change(followup.KindUrged, func(m *followup.Move) { m.From = nil }), []check.Code{followup.BadMove}},
		"many guards":  {"more than there are", change(followup.KindUrged, func(m *followup.Move) { m.Guards = make([]followup.Guard, 1_000_000) }), []check.Code{followup.BadMove}},
		"no filing":    {"nothing gets on file", drop(followup.KindFiled), []check.Code{followup.Unreached}},
		"one key":      {"two keys to close", change(followup.KindClosed, func(m *followup.Move) { m.Guards = []followup.Guard{followup.Coded} }), []check.Code{followup.NeedsGuard}},
		"unseen":       {"nothing is closed that nobody reported", change(followup.KindClosed, func(m *followup.Move) { m.From = append(m.From, followup.StageInProgress) }), []check.Code{followup.UnseenClose}},
		"wrong goal":   {"progress closes nothing", change(followup.KindProgressed, func(m *followup.Move) { m.To = followup.StageClosed }), []check.Code{followup.BadGoal}},
		"guard":        {"a guard of linking says nothing about closing", change(followup.KindClosed, func(m *followup.Move) { m.Guards = append(m.Guards, followup.Untied) }), []check.Code{followup.BadGuard}},
		"guard twice":  {"", change(followup.KindClosed, func(m *followup.Move) { m.Guards = append(m.Guards, followup.Coded) }), []check.Code{followup.BadGuard}},
		"dead end": {"nothing leads out of a suspension", func(s *followup.Spec) {
			drop(followup.KindResumed)(s)
			change(followup.KindCancelled, func(m *followup.Move) {
				m.From = slices.DeleteFunc(m.From, func(st followup.Stage) bool { return st == followup.StageSuspended })
			})(s)
		}, []check.Code{followup.DeadEnd}},
		"no end": {"what is reported is never closed nor cancelled", func(s *followup.Spec) {
			for _, k := range []followup.Kind{followup.KindClosed, followup.KindCancelled} {
				drop(k)(s)
			}
		}, []check.Code{followup.DeadEnd, followup.Unreached}},
		"own draft": {"who drafts does not put on file", func(s *followup.Spec) {
			s.Moves = append(s.Moves, followup.Move{Event: followup.KindDrafted, From: []followup.Stage{0}, To: followup.StageDrafted})
			change(followup.KindFiled, func(m *followup.Move) { m.From = []followup.Stage{followup.StageDrafted} })(s)
		}, []check.Code{followup.NeedsGuard}},
		"from the middle": {"an item is put on file once", change(followup.KindFiled, func(m *followup.Move) { m.From = append(m.From, followup.StageAssigned) }), []check.Code{followup.BadFrom}},
		"limit": {"of an event that the lifecycle does not have", func(s *followup.Spec) {
			s.Limits = []followup.Limit{{Event: followup.KindDrafted, N: 3, Unit: followup.Days}}
		}, []check.Code{followup.BadLimit}},
		"no unit": {"日 and 工作日 are told apart", func(s *followup.Spec) { s.Limits = []followup.Limit{{Event: followup.KindReported, N: 3}} }, []check.Code{followup.BadLimit}},
		"limits":  {"", func(s *followup.Spec) { s.Limits = make([]followup.Limit, followup.MaxLimits+1) }, []check.Code{followup.ManyLimits}},
		"code": {"a letter has one meaning", func(s *followup.Spec) {
			c := followup.Code{Code: "A", Outcome: followup.Solved, Title: "已解决", TitleEn: "solved"}
			s.Codes = []followup.Code{c, c}
		}, []check.Code{followup.BadCode}},
	} {
		s := followup.Standard().Spec()
		tt.edit(&s)
		_, err := followup.NewLifecycle(s)
		var got []check.Code
		found := s.Validate()
		for c := range found.Codes() {
			got = append(got, c)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || (err == nil) != (tt.want == nil) {
			t.Errorf("%s: %v, %s (-want +got):\n%s\n%s", name, err, tt.why, diff, found.Text(check.En, nil))
		}
	}
}

// house is the lifecycle of a house as it would keep it: a draft, a review, two outcomes.
const house = `{"huiwu":"followup.lifecycle/1","name":"house","source":"《会议决定事项督办办法》","moves":[
{"event":"drafted","from":["none"],"to":"drafted","guards":["concrete"]},
{"event":"filed","from":["drafted"],"to":"filed","guards":["second-key","concrete"]},
{"event":"assigned","from":["filed"],"to":"in-progress","guards":["named"]},
{"event":"progressed","from":["in-progress"],"guards":["owed"]},
{"event":"reported","from":["in-progress"],"to":"reported"},
{"event":"reviewed","from":["reported"],"to":"reviewed","guards":["second-key"]},
{"event":"returned","from":["reported","reviewed"],"to":"in-progress"},
{"event":"closed","from":["reviewed"],"to":"closed","guards":["second-key","coded"]}],
"limits":[{"event":"assigned","after":"filed","n":2,"unit":"workdays"}],
"codes":[{"code":"甲","outcome":"solved","title":"办成","titleEn":"done"},{"code":"乙","outcome":"limited","title":"暂缓","titleEn":"put off"}]}`

// TestHouseLifecycle runs a scenario over the lifecycle of a house.
func TestHouseLifecycle(t *testing.T) {
	lc, err := followup.ParseLifecycle([]byte(house))
	if err != nil {
		t.Fatal(err)
	}
	draft := followup.Drafted{Act: act("i1", "2026-09-17", "clerk"), Title: "修订会务手册", Requirement: "手册印发"}
	filed := followup.Filed(draft)
	filed.By = "head"
	own := followup.Filed(draft)
	closed := followup.Closed{Act: act("i1", "2026-10-12", "head"), Outcome: followup.Solved, Code: "甲"}
	foreign, mixed := closed, closed
	foreign.Code, mixed.Outcome = "A", followup.Limited
	log := tell(t, lc, []told{
		{filed, followup.WrongStage},
		{draft, ""},
		{own, followup.OneKey},
		{filed, ""},
		{followup.Assigned{Act: act("i1", "2026-09-22", "head"), Lead: "office", Leader: "chief", Contact: "c", Due: day("2026-10-12")}, ""},
		{followup.Reported{Act: act("i1", "2026-10-10", "c"), Text: "已印发"}, ""},
		{closed, followup.WrongStage},
		{followup.Reviewed{Act: act("i1", "2026-10-12", "c")}, followup.OneKey},
		{followup.Reviewed{Act: act("i1", "2026-10-12", "clerk")}, ""},
		{foreign, followup.NoSuchCode},
		{mixed, followup.NoSuchCode},
		{closed, ""},
		{followup.WrittenOff{Act: act("i1", "2026-10-12", "head")}, followup.WrongStage},
	})
	b := followup.Fold(log, lc)
	it, _ := b.Item("i1")
	if it.Stage != followup.StageClosed || it.Code != "甲" || it.DraftedBy != "clerk" || it.Reviewed != day("2026-10-12") {
		t.Errorf("%+v", it)
	}
	if diff := cmp.Diff([]string{"assigned by 2026-09-20: followup/limit-late"}, timings(t, b, "2026-10-12")); diff != "" {
		t.Errorf("two working days after filing on a Thursday, Sunday being worked (-want +got):\n%s", diff)
	}
}

func TestParseLifecycle(t *testing.T) {
	for name, tt := range map[string]struct{ from, to string }{
		"another format": {"followup.lifecycle/1", "followup.board/1"},
		"newer":          {"lifecycle/1", "lifecycle/2"},
		"no such event":  {`"drafted","from"`, `"dreamt","from"`},
		"no such stage":  {`["none"]`, `["zero"]`},
		"no such guard":  {`"concrete"`, `"firm"`},
		"unknown key":    {`"limits"`, `"rules"`},
		"dead end":       {`"from":["reported","reviewed"],"to":"in-progress"`, `"from":["reviewed"],"to":"reported"`},
	} {
		text := bytes.Replace([]byte(house), []byte(tt.from), []byte(tt.to), 1)
		if _, err := followup.ParseLifecycle(text); err == nil || bytes.Equal(text, []byte(house)) {
			t.Errorf("%s is read", name)
		}
	}
}

func FuzzParseLifecycle(f *testing.F) {
	f.Add([]byte(house))
	for _, lc := range followup.Presets() {
		data, err := lc.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lc, err := followup.ParseLifecycle(data)
		if err != nil {
			return
		}
		text, err := lc.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := followup.ParseLifecycle(text)
		if err != nil || !cmp.Equal(lc.Spec(), back.Spec()) {
			t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(lc.Spec(), back.Spec()))
		}
		// Whatever it says, nobody closes alone.
		if m, ok := lc.Move(followup.KindClosed); ok && !slices.Contains(m.Guards, followup.SecondKey) {
			t.Fatalf("%+v", m)
		}
	})
}

// TestYichangPlatform: eight nodes, with a leader's word before and a review after.
func TestYichangPlatform(t *testing.T) {
	d := followup.Decision{
		Paper: "市府办督〔2026〕8号", Words: "请研究提出意见。", On: day("2026-09-21"), Draft: true,
		Origin: followup.Origin{Kind: followup.FromInstruction, Received: day("2026-09-21")},
		Tasks:  []followup.Task{{ID: "i1", Title: "修订会务手册", Lead: "office"}},
	}
	es, err := d.Items("clerk")
	if err != nil || len(es) != 1 {
		t.Fatalf("%d events, %v", len(es), err)
	}
	draft, _ := es[0].(followup.Drafted)
	filed := followup.Filed(draft)
	filed.By = "leader"
	tell(t, followup.YichangPlatform(), []told{
		{draft, ""},
		{followup.Filed(draft), followup.OneKey},
		{filed, ""},
		{followup.Assigned{Act: act("i1", "2026-09-22", "clerk"), Lead: "office", Due: day("2026-10-20")}, ""},
		{followup.Accepted{Act: act("i1", "2026-09-22", "c")}, ""},
		{followup.Reported{Act: act("i1", "2026-09-30", "c"), Text: "已办"}, ""},
		{followup.Closed{Act: act("i1", "2026-10-08", "leader"), Outcome: followup.Solved}, followup.WrongStage},
		{followup.Reviewed{Act: act("i1", "2026-10-08", "clerk")}, ""},
		{followup.Returned{Act: act("i1", "2026-10-09", "leader"), Reason: "缺少附件"}, ""},
		{followup.Reported{Act: act("i1", "2026-10-10", "c"), Text: "已补"}, ""},
		{followup.Reviewed{Act: act("i1", "2026-10-12", "clerk")}, ""},
		{followup.Closed{Act: act("i1", "2026-10-12", "leader"), Outcome: followup.Solved, Check: day("2027-01-12")}, ""},
	})
}

// TestReviewedTodo: a task list sees a reviewed item as being worked on, not as new.
func TestReviewedTodo(t *testing.T) {
	c := followup.Item{ID: "i1", Title: "x", Stage: followup.StageReviewed}.Todo().Component("house.example", stamp)
	if got := c.Text("STATUS"); got != "IN-PROCESS" {
		t.Errorf("STATUS %s", got)
	}
}

// TestRecommendations: acceptance is one thing, implementation another.
func TestRecommendations(t *testing.T) {
	es := events("r1", "2026-09-21", "office")
	tell(t, followup.Recommendations(), []told{
		{es[0], ""},
		{es[1], ""},
		{es[3], ""}, // the organisation does not accept it
		{es[1], ""},
		{es[2], ""},
		{es[4], ""},
		{es[10], followup.WrongStage},
		{followup.Reported{Act: act("r1", "2026-10-01", "org"), Text: "落实"}, ""},
		{followup.Closed{Act: act("r1", "2026-10-02", "jiu"), Outcome: followup.Solved, Code: "not-relevant"}, followup.NoSuchCode},
		{followup.Closed{Act: act("r1", "2026-10-02", "jiu"), Outcome: followup.Solved, Code: "implemented"}, ""},
	})
}

func ExampleParseLifecycle() {
	lc, err := followup.ParseLifecycle([]byte(`{"huiwu":"followup.lifecycle/1","name":"house","source":"house custom","moves":[
		{"event":"filed","from":["none"],"to":"filed"},
		{"event":"assigned","from":["filed"],"to":"in-progress"},
		{"event":"reported","from":["in-progress"],"to":"reported"},
		{"event":"closed","from":["reported"],"to":"closed"}]}`))
	fmt.Println(lc.Name(), err)
	// Output:
	// moves[3].guards: the step "closed" cannot do without the guard "second key" (and 1 more)
}
