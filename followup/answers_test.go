package followup_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// opinions is what three delegations said at a meeting, gathered in two issues of the
// bulletin, and one request.
func opinions(t testing.TB) followup.Board {
	t.Helper()
	log := followup.NewLog()
	for _, x := range []struct {
		id, issue, from, received string
		kind                      followup.OriginKind
	}{
		{"o1", "第1期", "d1", "2026-09-16", followup.FromOpinion},
		{"o2", "第2期（增刊）", "d2", "2026-09-17", followup.FromOpinion},
		{"o3", "第1期", "d3", "2026-09-16", followup.FromOpinion},
		{"r1", "", "d1", "2026-09-17", followup.FromRequest},
	} {
		es, err := followup.Decision{
			Paper: "会议简报" + x.issue, Words: "建议改进会务手册。", On: day("2026-09-17"),
			Origin: followup.Origin{Kind: x.kind, Issue: x.issue, From: roster.OrgID(x.from), Voice: "v", Collector: "c", Received: day(x.received), Agenda: "a4"},
			Tasks:  []followup.Task{{ID: roster.ItemID(x.id), Title: "答复意见", Lead: "office", Due: day("2026-10-12")}},
		}.Items("clerk")
		if err != nil {
			t.Fatal(err)
		}
		log = record(t, log, es...)
	}
	log = record(t, log,
		followup.Accepted{Act: act("o1", "2026-09-17", "x")}, followup.Reported{Act: act("o1", "2026-09-21", "x"), Text: "已采纳"},
		followup.Closed{Act: act("o1", "2026-09-22", "clerk"), Outcome: followup.Limited, Code: "C"})
	return followup.Fold(log, followup.Proposals())
}

func TestAnswers(t *testing.T) {
	b := opinions(t)
	all, err := b.Answers(followup.FromOpinion, day("2026-10-09"), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range all {
		got = append(got, fmt.Sprint(a.Item, " ", a.Origin.Issue, " ", a.Origin.From, " ", a.Routed, " ", a.Answered, " ", a.Code, " ", a.Workdays))
		data, err := a.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := followup.ParseAnswer(data, b, day("2026-10-09"), calendar.China()); err != nil || back != a {
			t.Errorf("%v, %+v", err, back)
		}
		if _, err := followup.ParseAnswer([]byte(strings.Replace(string(data), `"workdays":`, `"workdays":1`, 1)), b, day("2026-10-09"), calendar.China()); err == nil {
			t.Error("another latency is read")
		}
	}
	// 17, 18, Sunday 20 and 21 September are four working days after the 16th.
	want := []string{"o1 第1期 d1 2026-09-17 2026-09-21 C 4", "o3 第1期 d3 2026-09-17   12", "o2 第2期（增刊） d2 2026-09-17   11"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	got = nil
	for issue, items := range b.Issues(followup.FromOpinion) {
		got = append(got, fmt.Sprint(issue, " ", len(items)))
	}
	if diff := cmp.Diff([]string{"第1期 2", "第2期（增刊） 1"}, got); diff != "" {
		t.Errorf("issues (-want +got):\n%s", diff)
	}
	if requests, err := b.Answers(followup.FromRequest, day("2026-09-18"), calendar.China()); err != nil || len(requests) != 1 || requests[0].Workdays != 1 {
		t.Errorf("requests: %+v, %v", requests, err)
	}
	if early, err := b.Answers(followup.FromOpinion, day("2026-09-16"), calendar.China()); err != nil || len(early) != 2 {
		t.Errorf("before the third came in: %+v, %v", early, err)
	}
	if _, err := b.Answers(followup.FromOpinion, day("2027-10-09"), calendar.China()); err == nil {
		t.Error("an unknown year")
	}
}

func TestOriginInput(t *testing.T) {
	for name, tt := range map[string]struct {
		origin followup.Origin
		want   string
	}{
		"kind":     {followup.Origin{Kind: followup.FromLesson + 1}, "origin.kind followup/bad-origin"},
		"received": {followup.Origin{Received: day("2026-09-22")}, "origin.received followup/received-later"},
		"issue":    {followup.Origin{Issue: "第1期\u200b"}, "origin.issue followup/bad-text"},
		"voice":    {followup.Origin{Voice: "\x00"}, "origin.voice " + string(roster.BadID)},
	} {
		err := followup.Board{}.Admit(followup.Filed{Act: act("i1", "2026-09-21", "clerk"), Title: "x", Origin: tt.origin})
		got := findings(err)
		if len(got) == 0 || got[0] != tt.want {
			t.Errorf("%s: %v, want %q", name, got, tt.want)
		}
	}
}

func ExampleBoard_Answers() {
	es, err := followup.Decision{
		Paper: "会议简报第3期", Words: "建议延长签到时间。", On: calendar.MustParseDate("2026-09-17"),
		Origin: followup.Origin{Kind: followup.FromOpinion, Issue: "第3期", From: "第一代表团", Collector: "小李", Received: calendar.MustParseDate("2026-09-16")},
		Tasks:  []followup.Task{{ID: "签到", Title: "研究签到时间", Lead: "会务组", Due: calendar.MustParseDate("2026-09-21")}},
	}.Items("小王")
	if err != nil {
		fmt.Println(err)
		return
	}
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "督查室", At: 1_790_000_000_000}, es...)
	if err != nil {
		fmt.Println(err)
		return
	}
	all, err := followup.Fold(log, followup.Proposals()).Answers(followup.FromOpinion, calendar.MustParseDate("2026-09-21"), calendar.China())
	for _, a := range all {
		fmt.Println(a.Origin.Issue, a.Item, a.Routed, a.Workdays, err)
	}
	// Output:
	// 第3期 签到 2026-09-17 4 <nil>
}
