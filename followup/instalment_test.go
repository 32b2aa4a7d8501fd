package followup_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// monthly are reports by the fifth of each month, on the working day before if need be.
func monthly(from string) *followup.Reporting {
	return &followup.Reporting{
		Schedule: calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=5"), Roll: calendar.Preceding},
		From:     day(from),
	}
}

// reporting is an item that reports monthly from September 2026 to January 2027.
func reporting(t testing.TB, more ...followup.Event) journal.Log[followup.Event] {
	t.Helper()
	return record(t, followup.NewLog(), append([]followup.Event{
		followup.Filed{Act: act("i1", "2026-09-01", "clerk"), Title: "修订会务手册"},
		followup.Assigned{Act: act("i1", "2026-09-01", "clerk"), Lead: "office", Due: day("2026-12-20"), Reports: monthly("2026-09-01")},
		followup.Accepted{Act: act("i1", "2026-09-01", "lead")},
	}, more...)...)
}

func TestInstalments(t *testing.T) {
	told := func(on, date string) followup.Event {
		return followup.Progressed{Act: act("i1", on, "lead"), Percent: 10, Instalment: day(date)}
	}
	for name, tt := range map[string]struct {
		why    string
		events []followup.Event
		on     string
		want   []string
	}{
		"rolled": {"Saturday 5 September rolls back to Friday the 4th, 5 October, in the holiday, to 30 September", nil, "2026-10-09", []string{
			"i1@2026-09-05 by 2026-09-04 missed", "i1@2026-10-05 by 2026-09-30 missed", "i1@2026-11-05 by 2026-11-05 owed",
		}},
		"late": {"a late report moves no later date", []followup.Event{told("2026-09-07", "2026-09-05"), told("2026-09-29", "2026-10-05")}, "2026-10-09", []string{
			"i1@2026-09-05 by 2026-09-04 late", "i1@2026-10-05 by 2026-09-30 in-time", "i1@2026-11-05 by 2026-11-05 owed",
		}},
		"before it was": {"what was not there on the day does not count", []followup.Event{told("2026-09-07", "2026-09-05")}, "2026-09-06", []string{
			"i1@2026-09-05 by 2026-09-04 missed", "i1@2026-10-05 by 2026-09-30 owed",
		}},
		"after a miss": {"a report may follow a recorded miss", []followup.Event{
			followup.Missed{Act: act("i1", "2026-09-06", "clerk"), Instalment: day("2026-09-05")}, told("2026-09-07", "2026-09-05"),
		}, "2026-09-08", []string{"i1@2026-09-05 by 2026-09-04 late", "i1@2026-10-05 by 2026-09-30 owed"}},
		"overdue": {"an item past its due date still reports", []followup.Event{
			told("2026-09-04", "2026-09-05"), told("2026-09-30", "2026-10-05"), told("2026-11-05", "2026-11-05"),
			followup.Suspended{Act: act("i1", "2026-11-06", "clerk"), Reason: "x"},
			followup.Resumed{Act: act("i1", "2026-11-09", "clerk"), Due: day("2026-11-20")},
		}, "2026-12-01", []string{
			"i1@2026-09-05 by 2026-09-04 in-time", "i1@2026-10-05 by 2026-09-30 in-time", "i1@2026-11-05 by 2026-11-05 in-time", "i1@2026-12-05 by 2026-12-04 owed",
		}},
		"closed": {"a closed one does not", []followup.Event{
			told("2026-09-04", "2026-09-05"), followup.Reported{Act: act("i1", "2026-09-21", "lead"), Text: "已办"}, followup.Closed{Act: act("i1", "2026-09-22", "clerk"), Outcome: followup.Solved},
		}, "2026-12-01", []string{"i1@2026-09-05 by 2026-09-04 in-time"}},
		"cancelled": {"nothing is owed after the item", []followup.Event{followup.Cancelled{Act: act("i1", "2026-09-20", "clerk"), Reason: "x"}}, "2026-12-09", []string{
			"i1@2026-09-05 by 2026-09-04 missed",
		}},
	} {
		b := followup.Fold(reporting(t, tt.events...), followup.Standard())
		all, err := b.Instalments("i1", day(tt.on), calendar.China())
		var got []string
		for _, x := range all {
			got = append(got, fmt.Sprintf("%s by %s %s", x.ID, x.Due, x.State))
			data, err := x.MarshalJSON()
			if back, errBack := followup.ParseInstalment(data, b, day(tt.on), calendar.China()); err != nil || errBack != nil || back != x {
				t.Errorf("%s: %s: %v, %v, %+v", name, data, err, errBack, back)
			}
		}
		if diff := cmp.Diff(tt.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v, %s (-want +got):\n%s", name, err, tt.why, diff)
		}
	}
}

// TestInstalmentsUnknownYear: what lies before an unpublished year is told with the error.
func TestInstalmentsUnknownYear(t *testing.T) {
	log := record(t, followup.NewLog(),
		followup.Filed{Act: act("i1", "2026-11-01", "clerk"), Title: "x"},
		followup.Assigned{Act: act("i1", "2026-11-01", "clerk"), Lead: "office", Due: day("2027-06-01"), Reports: monthly("2026-11-01")})
	b := followup.Fold(log, followup.Standard())
	all, err := b.Instalments("i1", day("2027-03-01"), calendar.China())
	var unknown *calendar.UnpublishedError
	if !errors.As(err, &unknown) || len(all) != 2 {
		t.Errorf("%v, %v", all, err)
	}
	data, err := all[0].MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := followup.ParseInstalment(data, b, day("2027-03-01"), calendar.China()); err != nil {
		t.Error(err)
	}
}

func TestInstalmentFindings(t *testing.T) {
	b := followup.Fold(reporting(t, followup.Progressed{Act: act("i1", "2026-09-04", "lead"), Instalment: day("2026-09-05")}), followup.Standard())
	for name, tt := range map[string]struct {
		event followup.Event
		want  check.Code
	}{
		"again":         {followup.Progressed{Act: act("i1", "2026-09-07", "lead"), Instalment: day("2026-09-05")}, followup.FilledBefore},
		"missed given":  {followup.Missed{Act: act("i1", "2026-09-07", "clerk"), Instalment: day("2026-09-05")}, followup.FilledBefore},
		"no such date":  {followup.Progressed{Act: act("i1", "2026-09-07", "lead"), Instalment: day("2026-10-06")}, followup.NoInstalment},
		"before it all": {followup.Progressed{Act: act("i1", "2026-09-07", "lead"), Instalment: day("2026-08-05")}, followup.NoInstalment},
		"too early":     {followup.Missed{Act: act("i1", "2026-10-05", "clerk"), Instalment: day("2026-10-05")}, followup.MissedEarly},
		"missed":        {followup.Missed{Act: act("i1", "2026-10-06", "clerk"), Instalment: day("2026-10-05")}, ""},
		"bad rule": {
			followup.Assigned{Act: act("i2", "2026-10-06", "clerk"), Lead: "a", Due: day("2026-12-01"), Reports: &followup.Reporting{From: day("2026-10-06")}},
			calendar.BadFreq,
		},
	} {
		err := b.Admit(tt.event)
		report, _ := errors.AsType[check.Problems](err)
		if (err == nil) != (tt.want == "") || tt.want != "" && !report.Has(tt.want) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
	it, _ := b.Item("i1")
	it.Reports.Schedule.Rule.ByMonthDay[0] = 1 // a copy: the board stays as it is
	if again, _ := b.Item("i1"); again.Reports.Schedule.Rule.ByMonthDay[0] != 5 {
		t.Error("an item that was handed out changed its board")
	}
	for _, bad := range []string{
		`{"huiwu":"followup.instalment/1","id":"i1@2026-09-05","item":"i1","for":"2026-09-05","due":"2026-09-05","state":"in-time"}`,
		`{"huiwu":"followup.instalment/1","id":"i9@2026-09-05","item":"i9","for":"2026-09-05","due":"2026-09-05","state":"in-time"}`, `{}`,
	} {
		if x, err := followup.ParseInstalment([]byte(bad), b, day("2026-09-08"), calendar.China()); err == nil {
			t.Errorf("%s is read as %+v", bad, x)
		}
	}
}

// propInstalments: identifiers never repeat and do not depend on what was reported when.
func propInstalments(t *rapid.T) {
	var told []followup.Event
	on := day("2026-09-01")
	for range rapid.IntRange(0, 4).Draw(t, "reports") {
		on = on.AddDays(rapid.IntRange(0, 20).Draw(t, "later"))
		told = append(told, followup.Progressed{Act: act("i1", on.String(), "lead"), Instalment: rapid.SampledFrom([]calendar.Date{
			day("2026-09-05"), day("2026-10-05"), day("2026-11-05"), {},
		}).Draw(t, "date")})
	}
	log := record(t, followup.NewLog(),
		followup.Filed{Act: act("i1", "2026-09-01", "clerk"), Title: "x"},
		followup.Assigned{Act: act("i1", "2026-09-01", "clerk"), Lead: "office", Due: day("2026-12-20"), Reports: monthly("2026-09-01")},
		followup.Accepted{Act: act("i1", "2026-09-01", "lead")})
	bare := followup.Fold(log, followup.Standard())
	b := followup.Fold(record(t, log, told...), followup.Standard())
	asked := day("2026-09-01").AddDays(rapid.IntRange(0, 90).Draw(t, "on"))
	want, err := bare.Instalments("i1", day("2026-12-03"), calendar.China())
	got, err2 := b.Instalments("i1", asked, calendar.China())
	if err != nil || err2 != nil || len(got) > len(want) {
		t.Fatalf("%v, %v, %d of %d", err, err2, len(got), len(want))
	}
	for i, x := range got {
		if x.ID != want[i].ID || x.Due != want[i].Due || x.State == followup.FilledOwed && i+1 < len(got) {
			t.Fatalf("%+v, want %+v", x, want[i])
		}
	}
}

func TestInstalmentsProperty(t *testing.T) { rapid.Check(t, propInstalments) }

func TestRelay(t *testing.T) {
	log := record(t, followup.NewLog(),
		followup.Filed{Act: act("i1", "2026-09-21", "clerk"), Title: "传达会议精神"},
		followup.Assigned{Act: act("i1", "2026-09-21", "clerk"), Lead: "a", Supports: []roster.OrgID{"c", "b"}, Copies: []roster.OrgID{"d"}, Due: day("2026-10-20")},
		followup.Relayed{Act: act("i1", "2026-09-22", "x"), Org: "b", Text: "党组会传达"},
		followup.Relayed{Act: act("i1", "2026-09-23", "x"), Org: "a"})
	b := followup.Fold(log, followup.Standard())
	if diff := cmp.Diff([]roster.OrgID{"c", "d"}, b.Unrelayed("i1")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	it, _ := b.Item("i1")
	if diff := cmp.Diff([]followup.Receipt{{Org: "a", On: day("2026-09-23")}, {Org: "b", On: day("2026-09-22")}}, it.Relayed); diff != "" {
		t.Errorf("receipts (-want +got):\n%s", diff)
	}
	for _, org := range []roster.OrgID{"a", "z"} { // again, and a stranger
		report, _ := errors.AsType[check.Problems](b.Admit(followup.Relayed{Act: act("i1", "2026-09-24", "x"), Org: org}))
		if !report.Has(followup.NotParty) {
			t.Errorf("%s: %v", org, report)
		}
	}
	if b.Unrelayed("none") != nil {
		t.Error("no item")
	}
	twice := followup.Assigned{Act: act("i2", "2026-09-21", "clerk"), Lead: "a", Supports: []roster.OrgID{"b"}, Copies: []roster.OrgID{"b"}, Due: day("2026-10-20")}
	report, _ := errors.AsType[check.Problems](b.Admit(twice))
	if !report.Has(followup.TwoRoles) {
		t.Errorf("a copy to a supporting body: %v", report)
	}
}

func ExampleBoard_Instalments() {
	act := followup.Act{Item: "手册", On: calendar.MustParseDate("2026-09-01"), By: "小王"}
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "督查室", At: 1_790_000_000_000},
		followup.Filed{Act: act, Title: "修订会务手册"},
		followup.Assigned{Act: act, Lead: "办公厅", Due: calendar.MustParseDate("2026-12-20"), Reports: &followup.Reporting{ // 每月5日前
			Schedule: calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=5"), Roll: calendar.Preceding}, From: act.On,
		}},
		followup.Accepted{Act: act},
		followup.Progressed{Act: followup.Act{Item: "手册", On: calendar.MustParseDate("2026-09-07"), By: "小李"}, Percent: 20, Instalment: calendar.MustParseDate("2026-09-05")},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	all, err := followup.Fold(log, followup.Standard()).Instalments("手册", calendar.MustParseDate("2026-09-21"), calendar.China())
	for _, x := range all {
		fmt.Println(x.ID, x.Due, x.State.Label(), err)
	}
	// Output:
	// 手册@2026-09-05 2026-09-04 迟报 <nil>
	// 手册@2026-10-05 2026-09-30 待报 <nil>
}
