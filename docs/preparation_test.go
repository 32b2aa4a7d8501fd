package docs_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestPreparation(t *testing.T) {
	at := calendar.MustParseDateTime
	good := docs.Preparation{
		Paper: "p",
		Versions: []docs.Version{
			{State: docs.Discussion, At: at("2026-11-01 09:00")},
			{State: docs.Submitted, At: at("2026-11-05 09:00"), Note: "按初审意见修改"},
		},
		Reviews: []docs.Review{
			{Round: docs.FirstReview, Version: 1, At: at("2026-11-03 09:00"), By: "r"},
			{Round: docs.FirstReview, Version: 2, At: at("2026-11-06 09:00"), By: "r", Approved: true},
		},
		Known: at("2026-11-06 10:00"), Checked: at("2026-11-07 10:00"),
	}
	if ps := good.Validate(); ps.Len() > 0 || good.Step() != docs.CheckedEarly {
		t.Fatalf("%v, %v", good.Step(), ps)
	}
	for _, tt := range []struct {
		change func(*docs.Preparation)
		want   string
		why    string
	}{
		{func(p *docs.Preparation) { p.Paper = "" }, "paper roster/no-id", "no paper"},
		{func(p *docs.Preparation) { p.Ready = at("2026-11-09 10:00") }, "ready step-skipped", "ready without a number"},
		{func(p *docs.Preparation) { p.Numbered = at("2026-11-07 09:00") }, "numbered step-order", "numbered before it was proof-read"},
		{func(p *docs.Preparation) { p.Versions[1].State = 0 }, "versions[1].state missing", "no state"},
		{func(p *docs.Preparation) { p.Versions[0].State = docs.ForVote }, "versions[1].state state-back", "a voting draft does not become a draft again"},
		{func(p *docs.Preparation) { p.Versions[1].At = at("2026-10-01 09:00") }, "versions[1].at version-order", "older than the one before"},
		{func(p *docs.Preparation) { p.Reviews[1].Version = 3 }, "checked not-approved; reviews[1].version no-version", "no such version"},
		{func(p *docs.Preparation) { p.Reviews[1].At = at("2026-11-04 09:00") }, "reviews[1].at version-order", "reviewed before it was written"},
		{func(p *docs.Preparation) { p.Reviews[1].Approved = false }, "checked not-approved", "sent back, yet proof-read"},
		{func(p *docs.Preparation) {
			p.Reviews = append(p.Reviews, docs.Review{Round: docs.SecondReview, Version: 2, At: at("2026-11-06 11:00"), By: "s"})
		}, "checked not-approved", "a later review sent it back"},
		{func(p *docs.Preparation) { p.Reviews[1].Round = docs.LastReview }, "reviews[1].round review-skipped", "the last review without the second"},
		{func(p *docs.Preparation) { p.Reviews[0].Round = 0 }, "reviews[0].round missing", "no round"},
		{func(p *docs.Preparation) { p.Reviews[0].By = "" }, "reviews[0].by roster/no-id", "no reviewer"},
		{func(p *docs.Preparation) { p.Versions = make([]docs.Version, 1001) }, "versions too-many", "too many"},
	} {
		p := good
		p.Versions = append([]docs.Version(nil), good.Versions...)
		p.Reviews = append([]docs.Review(nil), good.Reviews...)
		tt.change(&p)
		if diff := cmp.Diff(tt.want, said(p.Validate())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	data, err := json.Marshal(good)
	if err != nil {
		t.Fatal(err)
	}
	var back docs.Preparation
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(back); err != nil || string(again) != string(data) {
		t.Errorf("%s reads back as %s, %v", data, again, err)
	}
}

func TestLate(t *testing.T) {
	at := calendar.MustParseDateTime
	lead := docs.Lead{Known: 72, Checked: 48, Numbered: 24, Ready: 12}
	use := at("2026-11-23 09:00")
	p := docs.Preparation{Paper: "p", Known: at("2026-11-20 09:00"), Checked: at("2026-11-21 09:01")}
	for _, tt := range []struct{ now, want, why string }{
		{"2026-11-21 10:00", "checked step-late", "taken a minute late"},
		{"2026-11-22 09:00", "checked step-late", "its time has just come"},
		{"2026-11-22 09:01", "checked step-late; numbered step-late", "and has passed"},
		{"2026-11-23 08:00", "checked step-late; numbered step-late; ready step-late", "an hour before"},
	} {
		if diff := cmp.Diff(tt.want, said(p.Late(use, at(tt.now), lead))); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", tt.now, tt.why, diff)
		}
	}
	if ps := p.Late(use, at("2026-11-23 08:00"), docs.Lead{}); ps.Len() > 0 {
		t.Errorf("nothing is asked: %v", ps)
	}
}

func TestPreparationWords(t *testing.T) {
	type enum interface {
		MarshalText() ([]byte, error)
		Label() string
		String() string
	}
	for _, tt := range []struct {
		all  []enum
		back func([]byte) (enum, error)
	}{
		{[]enum{docs.Discussion, docs.Comment, docs.Submitted, docs.Reviewed, docs.Revised, docs.ForVote, docs.Final}, func(b []byte) (enum, error) { var e docs.DraftState; err := e.UnmarshalText(b); return e, err }},
		{[]enum{docs.FirstReview, docs.SecondReview, docs.LastReview}, func(b []byte) (enum, error) { var e docs.ReviewRound; err := e.UnmarshalText(b); return e, err }},
		{[]enum{docs.NotKnown, docs.KnownEarly, docs.CheckedEarly, docs.NumberedEarly, docs.ReadyToPrint}, func(b []byte) (enum, error) { var e docs.Step; err := e.UnmarshalText(b); return e, err }},
		{[]enum{docs.FurthestFirst, docs.AsListed}, func(b []byte) (enum, error) { var e docs.VoteRule; err := e.UnmarshalText(b); return e, err }},
		{[]enum{docs.Rewrite, docs.Reword, docs.Strike, docs.Insert}, func(b []byte) (enum, error) { var e docs.Change; err := e.UnmarshalText(b); return e, err }},
		{[]enum{docs.Pending, docs.Adopted, docs.Rejected, docs.Withdrawn, docs.NotPut}, func(b []byte) (enum, error) { var e docs.Verdict; err := e.UnmarshalText(b); return e, err }},
	} {
		for _, e := range tt.all {
			text, err := e.MarshalText()
			if back, err2 := tt.back(text); err != nil || err2 != nil || back != e || e.Label() == "" || e.String() != string(text) {
				t.Errorf("%v: %s, %v, %v", e, text, err, err2)
			}
		}
		if _, err := tt.back([]byte("no such word")); err == nil {
			t.Errorf("%T reads anything", tt.all[0])
		}
		if _, err := tt.back(nil); err == nil {
			t.Errorf("%T reads nothing", tt.all[0])
		}
	}
	for _, e := range []enum{docs.DraftState(0), docs.DraftState(99), docs.ReviewRound(9), docs.Step(9), docs.Change(9), docs.Verdict(9), docs.VoteRule(9)} {
		if text, err := e.MarshalText(); err == nil || e.Label() != "" {
			t.Errorf("%s was written for %v", text, e)
		}
	}
	if got := docs.ForVote.Mark() + docs.Final.Mark() + docs.DraftState(0).Mark(); got != "（表决稿）" {
		t.Error(got)
	}
}

func ExamplePreparation_Late() {
	at := calendar.MustParseDateTime
	p := docs.Preparation{Paper: "报告", Known: at("2026-11-20 09:00"), Checked: at("2026-11-21 09:00")}
	fmt.Println(p.Step().Label())
	fmt.Print(p.Late(at("2026-11-23 09:00"), at("2026-11-22 10:00"), docs.Lead{Known: 72, Checked: 48, Numbered: 24, Ready: 12}).Text(check.ZhHans, nil))
	// Output:
	// 提前校核
	// numbered: 报告应于2026-11-22 09:00前提前编号
}

func TestCountFaults(t *testing.T) {
	at := calendar.MustParseDateTime
	p := docs.Preparation{Paper: "p", Ready: at("2026-11-20 09:00")}
	late := p.Late(at("2026-11-23 09:00"), at("2026-11-23 08:00"), docs.Lead{Known: 72, Checked: 48})
	if diff := cmp.Diff(docs.Faults{Errors: 1, Delays: 2}, docs.CountFaults(p.Validate(), late)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := docs.CountFaults(); got != (docs.Faults{}) {
		t.Errorf("%+v", got)
	}
}
