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
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

var day = calendar.MustParseDate

func act(item, on, by string) followup.Act {
	return followup.Act{Item: roster.ItemID(item), On: day(on), By: roster.PersonID(by)}
}

// events makes one event of each kind, in the order of the kinds, all by one
// person on one day, with everything they need.
func events(item, on, by string) []followup.Event {
	a := act(item, on, by)
	due := a.On.AddDays(60)
	return []followup.Event{
		followup.Filed{Act: a, Title: "修订会务手册", Requirement: "手册印发"},
		followup.Assigned{Act: a, Lead: "office", Leader: "chief", Contact: "clerk", Due: a.On.AddDays(30), Reports: weekly(a.On.AddDays(-14))},
		followup.Accepted{Act: a},
		followup.HandedBack{Act: a, Reason: "不属本单位职责"},
		followup.Progressed{Act: a, Percent: 40},
		followup.Reported{Act: a, Text: "已完成"},
		followup.Returned{Act: a, Reason: "材料不全"},
		followup.Closed{Act: a, Outcome: followup.Solved},
		followup.WrittenOff{Act: a},
		followup.Archived{Act: a},
		followup.ExtensionAsked{Act: a, Due: due, Reason: "需征求意见"},
		followup.ExtensionGranted{Act: a, Due: due},
		followup.ExtensionRefused{Act: a, Reason: "不必"},
		followup.Suspended{Act: a, Reason: "待上级明确"},
		followup.Resumed{Act: a, Due: due},
		followup.Cancelled{Act: a, Reason: "机构调整"},
		followup.Reopened{Act: a, Due: due, Reason: "领导批示"},
		followup.Urged{Act: a, Text: "请抓紧办理"},
		followup.Verified{Act: a, Effective: true, Text: "手册已执行"},
		followup.Linked{Act: a, Link: followup.DependsOn, To: "i0"},
		followup.Unlinked{Act: a, Link: followup.DependsOn, To: "i0"},
		followup.Drafted{Act: a, Title: "修订会务手册", Requirement: "手册印发"},
		followup.Reviewed{Act: a},
		followup.Missed{Act: a, Instalment: a.On.AddDays(-7)},
		followup.Relayed{Act: a, Org: "office"},
	}
}

// weekly are reports every seven days after a day.
func weekly(from calendar.Date) *followup.Reporting {
	return &followup.Reporting{Schedule: calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=WEEKLY")}, From: from}
}

func record(t rapid.TB, log journal.Log[followup.Event], es ...followup.Event) journal.Log[followup.Event] {
	t.Helper()
	log, err := log.Append(journal.Stamp{Desk: "office", At: 1_000}, es...)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

// working is an item in progress, due on 2026-10-21, reported by nobody yet.
func working(t rapid.TB) journal.Log[followup.Event] {
	t.Helper()
	return record(t, followup.NewLog(), events("i1", "2026-09-21", "lead")[:3]...)
}

func TestGuards(t *testing.T) {
	log := working(t)
	reported := record(t, log, followup.Reported{Act: act("i1", "2026-09-30", "lead"), Text: "已完成"})
	asked := record(t, log, followup.ExtensionAsked{Act: act("i1", "2026-10-21", "lead"), Due: day("2026-11-30"), Reason: "需征求意见"})
	tests := []struct {
		name, why string
		log       journal.Log[followup.Event]
		event     followup.Event
		want      check.Code // "" is admitted
	}{
		{"own close", "who reports does not close", reported, followup.Closed{Act: act("i1", "2026-10-01", "lead"), Outcome: followup.Solved}, followup.OneKey},
		{"second key", "someone else does", reported, followup.Closed{Act: act("i1", "2026-10-01", "office"), Outcome: followup.Solved}, ""},
		{"own return", "nor refuse", reported, followup.Returned{Act: act("i1", "2026-10-01", "lead"), Reason: "不全"}, followup.OneKey},
		{"no outcome", "closing says how it ended", reported, followup.Closed{Act: act("i1", "2026-10-01", "office")}, followup.NoOutcome},
		{"backwards", "no step before the last one", reported, followup.Closed{Act: act("i1", "2026-09-29", "office"), Outcome: followup.Solved}, followup.BeforeLast},
		{"last day", "the due date itself is in time", log, followup.ExtensionAsked{Act: act("i1", "2026-10-21", "lead"), Due: day("2026-10-22"), Reason: "x"}, ""},
		{"expired", "the day after is too late", log, followup.ExtensionAsked{Act: act("i1", "2026-10-22", "lead"), Due: day("2026-11-22"), Reason: "x"}, followup.TooLate},
		{"not later", "an extension goes beyond the due date", log, followup.ExtensionAsked{Act: act("i1", "2026-10-01", "lead"), Due: day("2026-10-21"), Reason: "x"}, followup.NotLater},
		{"twice", "one request at a time", asked, followup.ExtensionAsked{Act: act("i1", "2026-10-21", "lead"), Due: day("2026-12-01"), Reason: "x"}, followup.AlreadyAsked},
		{"own grant", "who asks does not grant", asked, followup.ExtensionGranted{Act: act("i1", "2026-10-21", "lead"), Due: day("2026-11-30")}, followup.OneKey},
		{"grant late", "a request made in time may be granted after expiry", asked, followup.ExtensionGranted{Act: act("i1", "2026-10-25", "office"), Due: day("2026-11-30")}, ""},
		{"grant nothing", "nothing was asked for", log, followup.ExtensionGranted{Act: act("i1", "2026-10-21", "office"), Due: day("2026-11-30")}, followup.NothingAsked},
		{"refuse nothing", "nothing was asked for", log, followup.ExtensionRefused{Act: act("i1", "2026-10-21", "office"), Reason: "x"}, followup.NothingAsked},
		{"two leads", "the lead does not support itself", record(t, followup.NewLog(), events("i1", "2026-09-21", "p")[0]), followup.Assigned{Act: act("i1", "2026-09-21", "p"), Lead: "a", Supports: []roster.OrgID{"b", "a"}, Due: day("2026-10-01")}, followup.TwoRoles},
		{"due before", "due before it is given out", record(t, followup.NewLog(), events("i1", "2026-09-21", "p")[0]), followup.Assigned{Act: act("i1", "2026-09-21", "p"), Lead: "a", Due: day("2026-09-20")}, followup.DueBefore},
		{"percent", "101 is too much", log, followup.Progressed{Act: act("i1", "2026-09-30", "lead"), Percent: 101}, followup.BadPercent},
		{"no reason", "handing back needs a reason", record(t, followup.NewLog(), events("i1", "2026-09-21", "p")[:2]...), followup.HandedBack{Act: act("i1", "2026-09-21", "p"), Reason: " "}, followup.NoText},
		{"nobody", "every act has a person and a day", log, followup.Progressed{Act: followup.Act{Item: "i1"}}, followup.NoDate},
		{"bidi", "a direction mark turns the report around", log, followup.Progressed{Act: act("i1", "2026-09-30", "lead"), Text: "进展\u202e"}, followup.BadText},
		{"huge", "10 MB are cut in the finding", log, followup.Progressed{Act: act("i1", "2026-09-30", "lead"), Text: strings.Repeat("进", 10<<20/3)}, followup.BadText},
		{"lines", "line breaks are part of a text", log, followup.Progressed{Act: act("i1", "2026-09-30", "lead"), Text: "一\n二"}, ""},
		{"not UTF-8", "bytes of another encoding", log, followup.Progressed{Act: act("i1", "2026-09-30", "lead"), Text: "\xcd\xf5"}, followup.BadText},
		{"nil", "no event", log, nil, followup.NoEvent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := followup.Fold(tt.log, followup.Standard()).Admit(tt.event)
			report, _ := errors.AsType[check.Problems](err)
			if (err == nil) != (tt.want == "") || tt.want != "" && !report.Has(tt.want) {
				t.Errorf("%v, want %q: %s", err, tt.want, tt.why)
			}
		})
	}
}

func TestDueDates(t *testing.T) {
	log := record(t, working(t),
		followup.ExtensionAsked{Act: act("i1", "2026-10-20", "lead"), Due: day("2026-11-30"), Reason: "需征求意见"},
		followup.ExtensionGranted{Act: act("i1", "2026-10-22", "office"), Due: day("2026-11-20")})
	it, _ := followup.Fold(log, followup.Standard()).Item("i1")
	if it.OriginalDue != day("2026-10-21") || it.Due != day("2026-11-20") || !it.Asked.IsZero() {
		t.Errorf("original %v, current %v, asked %+v", it.OriginalDue, it.Due, it.Asked)
	}
	if diff := cmp.Diff([]calendar.Date{day("2026-10-21"), day("2026-11-20")}, it.Dues); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
	for _, tt := range []struct {
		on, code string
		late     bool
	}{{"2026-11-20", "followup/in-time", false}, {"2026-11-21", "followup/overdue", true}} {
		if it.Overdue(day(tt.on)) != tt.late || string(it.Why(day(tt.on)).Code()) != tt.code {
			t.Errorf("on %s: overdue %v, %s", tt.on, it.Overdue(day(tt.on)), it.Why(day(tt.on)).Text(check.En, nil))
		}
	}
	// 20 November 2026 is a Friday: one working day late on Monday.
	late, err := it.DaysLate(day("2026-11-23"), calendar.China())
	if err != nil || late != 1 {
		t.Errorf("late by %d working days, %v", late, err)
	}
	if _, err := it.DaysLate(day("2027-01-10"), calendar.China()); err == nil {
		t.Error("a year without notice was counted")
	}
}

// TestRequestLapses: what ends an item or sets its due date anew answers an open
// request, so that none is decided on afterwards.
func TestRequestLapses(t *testing.T) {
	asked := record(t, working(t), events("i1", "2026-09-22", "lead")[10])
	for name, tt := range map[string]struct {
		events []followup.Event
		open   bool
	}{
		"reported":  {[]followup.Event{events("i1", "2026-09-23", "lead")[5]}, true},
		"returned":  {[]followup.Event{events("i1", "2026-09-23", "lead")[5], events("i1", "2026-09-24", "office")[6]}, true},
		"closed":    {[]followup.Event{events("i1", "2026-09-23", "lead")[5], events("i1", "2026-09-24", "office")[7]}, false},
		"suspended": {[]followup.Event{events("i1", "2026-09-23", "office")[13]}, true},
		"resumed":   {[]followup.Event{events("i1", "2026-09-23", "office")[13], events("i1", "2026-09-24", "office")[14]}, false},
		"cancelled": {[]followup.Event{events("i1", "2026-09-23", "office")[15]}, false},
	} {
		board := followup.Fold(record(t, asked, tt.events...), followup.Standard())
		it, _ := board.Item("i1")
		if it.Asked.IsZero() == tt.open || len(slices.Collect(board.Exceptions())) != 0 {
			t.Errorf("%s: %+v, %v", name, it.Asked, slices.Collect(board.Exceptions()))
		}
	}
}

func TestOverdueByStage(t *testing.T) {
	after := day("2027-06-01")
	for name, tt := range map[string]struct {
		steps []int
		late  bool
		code  check.Code
	}{
		"filed":     {[]int{0}, false, followup.NoDueYet},
		"assigned":  {[]int{0, 1}, true, followup.IsOverdue},
		"reported":  {[]int{0, 1, 2, 5}, true, followup.IsOverdue},
		"suspended": {[]int{0, 1, 2, 13}, false, followup.Resting},
		"cancelled": {[]int{0, 1, 2, 15}, false, followup.NotOwed},
	} {
		log := followup.NewLog()
		for _, k := range tt.steps {
			log = record(t, log, events("i1", "2026-09-21", "p")[k])
		}
		it, _ := followup.Fold(log, followup.Standard()).Item("i1")
		if it.Overdue(after) != tt.late || it.Why(after).Code() != tt.code {
			t.Errorf("%s: overdue %v, %s", name, it.Overdue(after), it.Why(after).Text(check.En, nil))
		}
	}
}

func TestOpen(t *testing.T) {
	log := followup.NewLog()
	for i, lead := range []string{"b", "a", "b"} {
		e := events(fmt.Sprint("i", i), "2026-09-21", "p")
		assigned, _ := e[1].(followup.Assigned)
		assigned.Lead, assigned.Due = roster.OrgID(lead), day("2026-12-31").AddDays(-i)
		log = record(t, log, e[0], assigned)
	}
	log = record(t, log, events("done", "2026-09-21", "p")[0], events("done", "2026-09-21", "p")[15], events("i9", "2026-09-21", "p")[0])
	board := followup.Fold(log, followup.Standard())
	var got []string
	for lead, items := range board.Open() {
		for _, it := range items {
			got = append(got, fmt.Sprintf("%s:%s", lead, it.ID))
		}
	}
	if diff := cmp.Diff([]string{":i9", "a:i1", "b:i2", "b:i0"}, got); diff != "" {
		t.Errorf("open items by lead, then due date (-want +got):\n%s", diff)
	}
	var late []roster.ItemID
	for it := range board.Overdue(day("2026-12-31")) {
		late = append(late, it.ID)
	}
	if diff := cmp.Diff([]roster.ItemID{"i2", "i1"}, late); diff != "" {
		t.Errorf("overdue, the longest first (-want +got):\n%s", diff)
	}
}

func genEvent(t *rapid.T) followup.Event {
	on := day("2026-09-21").AddDays(rapid.IntRange(0, 40).Draw(t, "day")).String()
	all := events(rapid.SampledFrom([]string{"i1", "i2"}).Draw(t, "item"), on, rapid.SampledFrom([]string{"p", "q"}).Draw(t, "by"))
	return all[rapid.IntRange(0, len(all)-1).Draw(t, "kind")]
}

// propFold: the board depends on the set of entries alone, however they were
// recorded and merged; every event moves its item or is an exception; and what
// Admit lets through is never an exception.
func propFold(t *rapid.T) {
	var logs [2]journal.Log[followup.Event]
	total := 0
	for i := range logs {
		logs[i] = followup.NewLog()
		for range rapid.IntRange(0, 12).Draw(t, "events") {
			e := genEvent(t)
			var err error
			at := int64(rapid.IntRange(1, 50).Draw(t, "at"))
			if logs[i], err = logs[i].Append(journal.Stamp{Desk: fmt.Sprint("desk", i), At: at}, e); err != nil {
				t.Fatal(err)
			}
			total++
		}
	}
	merged := logs[0].Merge(logs[1])
	board := followup.Fold(merged, followup.Standard())
	again := followup.Fold(logs[1].Merge(logs[0]).Merge(logs[1]), followup.Standard())
	if diff := cmp.Diff(slices.Collect(board.Items()), slices.Collect(again.Items()), cmp.Comparer(func(a, b calendar.Date) bool { return a == b })); diff != "" {
		t.Fatalf("merged the other way round (-want +got):\n%s", diff)
	}
	replayed, exceptions := followup.NewLog(), 0
	for e := range merged.All() {
		if followup.Fold(replayed, followup.Standard()).Admit(e.Event) != nil {
			exceptions++
			continue
		}
		var err error
		if replayed, err = replayed.Append(journal.Stamp{Desk: "one", At: 1}, e.Event); err != nil {
			t.Fatal(err)
		}
	}
	if got := len(slices.Collect(board.Exceptions())); got != exceptions || merged.Len() != total {
		t.Fatalf("%d exceptions of %d events, want %d", got, total, exceptions)
	}
	if left := slices.Collect(followup.Fold(replayed, followup.Standard()).Exceptions()); len(left) != 0 {
		t.Fatalf("admitted, yet an exception: %v", left)
	}
}

func TestFoldProperty(t *testing.T) { rapid.Check(t, propFold) }
func FuzzFold(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propFold)) }

func TestLogRoundTrip(t *testing.T) {
	log := record(t, followup.NewLog(), events("i1", "2026-09-21", "p")...)
	lines, err := log.AppendLines(nil)
	if err != nil {
		t.Fatal(err)
	}
	back, found := followup.ParseLog(lines)
	if found.Len() != 0 || back.Len() != followup.Kinds {
		t.Fatalf("%d entries, %v", back.Len(), found)
	}
	again, err := back.AppendLines(nil)
	if err != nil || string(again) != string(lines) {
		t.Errorf("%v (-want +got):\n%s", err, cmp.Diff(string(lines), string(again)))
	}
	for e := range back.All() {
		if e.State != journal.Taken {
			t.Errorf("%s is %s", e.ID, e.State)
		}
	}
}

// propBoard: a board reads back beside its log, and not beside another one.
func propBoard(t *rapid.T) {
	log := followup.NewLog()
	for range rapid.IntRange(0, 12).Draw(t, "events") {
		var err error
		if log, err = log.Append(journal.Stamp{Desk: "one", At: 1}, genEvent(t)); err != nil {
			t.Fatal(err)
		}
	}
	board := followup.Fold(log, followup.Standard())
	data, err := json.Marshal(board)
	if err != nil {
		t.Fatal(err)
	}
	back, err := followup.ParseBoard(data, log, followup.Standard())
	if err != nil || back.Len() != board.Len() {
		t.Fatalf("%s: %v", data, err)
	}
	more, err := log.Append(journal.Stamp{Desk: "two", At: 1}, followup.Filed{Act: act("new", "2026-09-21", "p"), Title: "新"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := followup.ParseBoard(data, more, followup.Standard()); err == nil {
		t.Fatal("a board was read beside a longer log")
	}
}

func TestBoardRoundTrip(t *testing.T) { rapid.Check(t, propBoard) }

func FuzzParseBoard(f *testing.F) {
	log := record(f, followup.NewLog(), events("i1", "2026-09-21", "p")[:4]...)
	data, err := json.Marshal(followup.Fold(log, followup.Standard()))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"huiwu":"followup.board/1","lifecycle":"x","items":[{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := followup.ParseBoard(data, log, followup.Standard())
		if err != nil {
			return
		}
		if it, ok := b.Item("i1"); b.Len() != 1 || !ok || it.Stage != followup.StageInProgress {
			t.Fatalf("%s is taken for the board of another log", data)
		}
	})
}

func TestDecision(t *testing.T) {
	d := followup.Decision{
		Paper: "澜会纪〔2026〕3号", Words: "会议决定修订会务手册。", On: day("2026-09-21"),
		Tasks: []followup.Task{
			{ID: "i1", Title: "修订会务手册", Lead: "office", Supports: []roster.OrgID{"law"}, Due: day("2026-10-30")},
			{ID: "i2", Title: "培训", Lead: "school", Due: day("2026-11-30")},
		},
	}
	es, err := d.Items("clerk")
	if err != nil {
		t.Fatal(err)
	}
	board := followup.Fold(record(t, followup.NewLog(), es...), followup.Standard())
	it, _ := board.Item("i1")
	if board.Len() != 2 || it.Stage != followup.StageAssigned || it.Words != d.Words || it.Lead != "office" || it.Due != day("2026-10-30") {
		t.Errorf("%d items, %+v", board.Len(), it)
	}
	d.Words, d.Tasks[1].ID, d.Tasks[1].Lead = "", "i1", ""
	_, err = d.Items("")
	report, _ := errors.AsType[check.Problems](err)
	for _, code := range []check.Code{followup.NoText, followup.TaskTwice, roster.NoID} {
		if !report.Has(code) {
			t.Errorf("%s is not found: %v", code, err)
		}
	}
}

func TestWithin(t *testing.T) {
	cal := calendar.China()
	// 19 September 2026 is the Saturday before the make-up Sunday of National Day.
	d, err := followup.Within(cal, day("2026-09-19"), 1)
	if err != nil || d.Date != day("2026-09-20") || len(d.Why) != 2 {
		t.Errorf("%v, %v, %s", d.Date, err, check.Sentences(check.En, nil, d.Why...))
	}
	// Across Mid-Autumn and National Day: three days off and a run of seven, each one reason.
	d, err = followup.Within(cal, day("2026-09-21"), 11)
	if got := check.Sentences(check.ZhHans, nil, d.Why[1:]...); err != nil || strings.Count(got, "放假，依据") != 2 ||
		!strings.Contains(got, "2026-09-25 至 2026-09-27 中秋节放假") || !strings.Contains(got, "2026-10-01 至 2026-10-07 国庆节放假") || !strings.Contains(got, "2026-10-10") {
		t.Errorf("%v, %v: %s", d.Date, err, got)
	}
	for _, n := range []int{0, -1, followup.MaxWorkdays + 1} {
		if _, err := followup.Within(cal, day("2026-09-19"), n); err == nil {
			t.Errorf("%d working days: no error", n)
		}
	}
	var unpublished *calendar.UnpublishedError
	if _, err := followup.Within(cal, day("2026-12-25"), 20); !errors.As(err, &unpublished) || unpublished.Year != 2027 {
		t.Errorf("across an unpublished year: %v", err)
	}
}
