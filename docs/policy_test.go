package docs_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

var presets = []docs.Policy{docs.CNPolicy(), docs.NATOPolicy(), docs.USPolicy()}

func TestPolicyPresets(t *testing.T) {
	for _, p := range presets {
		if err := p.Validate().Err(); err != nil {
			t.Errorf("%s: %v", p.ID, err)
		}
		data, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		back, err := docs.ParsePolicy(data)
		if diff := cmp.Diff(p, back); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", p.ID, err, diff)
		}
	}
	if data, err := json.Marshal(docs.Policy{}); err != nil || string(data) != "null" {
		t.Errorf("no policy is %s, %v", data, err)
	}
}

func TestPolicyRefuses(t *testing.T) {
	for _, tt := range []struct {
		change func(*docs.Policy)
		path   string
		code   check.Code
		why    string
	}{
		{func(p *docs.Policy) { p.ID = "" }, "id", roster.NoID, "no id"},
		{func(p *docs.Policy) { p.Name = " " }, "name", docs.Missing, "no name"},
		{func(p *docs.Policy) { p.Classes = p.Classes[:3] }, "classes", docs.PolicyClasses, "top-secret is missing"},
		{func(p *docs.Policy) { p.Classes = append(p.Classes, p.Classes[3]) }, "classes", docs.PolicyClasses, "one class too many"},
		{func(p *docs.Policy) { p.Classes[1].Level = symbol.Secret }, "classes[1].level", docs.PolicyClasses, "a level twice"},
		{func(p *docs.Policy) { p.Classes[0].Destruction.Watchers = -1 }, "classes[0].destruction.watchers", docs.PolicyNumber, "fewer than nobody"},
		{func(p *docs.Policy) { p.Classes[0].Destruction.Watchers = docs.MaxWatchers + 1 }, "classes[0].destruction.watchers", docs.PolicyNumber, "a crowd"},
		{func(p *docs.Policy) { p.Classes[2].Destruction.KeepYears = docs.MaxKeep + 1 }, "classes[2].destruction.keepYears", docs.PolicyNumber, "beyond a millennium"},
		{func(p *docs.Policy) { p.Classes[0].Destruction.Source = "" }, "classes[0].destruction.source", docs.Missing, "no source"},
		{func(p *docs.Policy) { p.Classes[0].Chase.Source = "" }, "classes[0].chase.source", docs.Missing, "no source"},
		{func(p *docs.Policy) { p.Classes[0].Chase.Steps = nil }, "classes[0].chase.steps", docs.PolicySteps, "nobody is asked"},
		{func(p *docs.Policy) { p.Classes[0].Chase.Steps[0].After = 1 }, "classes[0].chase.steps", docs.PolicySteps, "at first nobody is asked"},
		{func(p *docs.Policy) { p.Classes[0].Chase.Steps[2].After = 5 }, "classes[0].chase.steps[2]", docs.PolicySteps, "out of order"},
		{func(p *docs.Policy) { p.Classes[0].Chase.Steps[2].After = p.Classes[0].Chase.Steps[1].After }, "classes[0].chase.steps[2]", docs.PolicySteps, "two at a time"},
		{func(p *docs.Policy) { p.Classes[0].Chase.Steps[1].Ask = docs.AskHolder }, "classes[0].chase.steps[1]", docs.PolicySteps, "the holder twice"},
		{func(p *docs.Policy) { p.Classes[0].Chase.Steps[1].Ask = 0 }, "classes[0].chase.steps[1]", docs.PolicySteps, "who?"},
		{func(p *docs.Policy) { p.Classes[0].Chase.Steps[2].After = docs.MaxAfter + 1 }, "classes[0].chase.steps[2].after", docs.PolicyNumber, "after more than a year"},
	} {
		p := docs.CNPolicy()
		tt.change(&p)
		var got []string
		for x := range p.Validate().All() {
			got = append(got, x.Path()+" "+string(x.Code()))
		}
		if diff := cmp.Diff([]string{tt.path + " " + string(tt.code)}, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
		if _, err := json.Marshal(p); err == nil {
			t.Errorf("%s: written", tt.why)
		}
		if _, err := docs.Recall(docs.NewLog(), docs.RecallInput{At: 1, Policy: p}); err == nil {
			t.Errorf("%s: a recall takes it", tt.why)
		}
		if _, _, err := docs.FoldUnder(docs.NewLog(), p, nil); err == nil {
			t.Errorf("%s: a fold takes it", tt.why)
		}
	}
}

// What a destruction without any evidence, or with some of it, lacks at each level.
func TestDestructionPolicy(t *testing.T) {
	approval := docs.DestructionApproved{Paper: "p", Copies: docs.Range{From: 1, To: 9}, By: "chief", Reference: "ok"}
	for _, tt := range []struct {
		policy   docs.Policy
		mark     string
		approved bool
		event    docs.Destroyed
		want     string
		why      string
	}{
		{docs.CNPolicy(), "", false, docs.Destroyed{}, "destroy-unapproved,too-few-watchers", "nobody may destroy papers alone"},
		{docs.CNPolicy(), "秘密★10年", true, docs.Destroyed{Approval: "ok", Watchers: []roster.PersonID{"Y"}}, "too-few-watchers", "two watch"},
		{docs.CNPolicy(), "绝密★30年", true, docs.Destroyed{Approval: "ok", Watchers: []roster.PersonID{"Y", "Z"}}, "", "approved and watched by two"},
		{docs.CNPolicy(), "绝密★30年", true, docs.Destroyed{Approval: "ok", Watchers: []roster.PersonID{"X", "Y", "Z"}}, "self-watched", "X destroys and watches"},
		{docs.NATOPolicy(), "", false, docs.Destroyed{}, "", "open papers need nothing"},
		{docs.NATOPolicy(), "秘密★10年", false, docs.Destroyed{Watchers: []roster.PersonID{"X"}}, "", "nobody has to watch, so nobody watches himself"},
		{docs.NATOPolicy(), "机密★20年", false, docs.Destroyed{}, "too-few-watchers,uncertified", "a witness and a certificate"},
		{docs.NATOPolicy(), "绝密★30年", false, docs.Destroyed{Watchers: []roster.PersonID{"Y"}, Certificate: " "}, "uncertified", "a blank is no number"},
		{docs.NATOPolicy(), "绝密★30年", false, docs.Destroyed{Watchers: []roster.PersonID{"Y"}, Certificate: "7"}, "", "by the book, and nobody approves"},
		{docs.USPolicy(), "机密★20年", false, docs.Destroyed{}, "", "no record below Top Secret"},
		{docs.USPolicy(), "绝密★30年", false, docs.Destroyed{}, "too-few-watchers,uncertified", "two persons sign the record"},
		{docs.USPolicy(), "绝密★30年", false, docs.Destroyed{Watchers: []roster.PersonID{"Y"}, Certificate: "7"}, "", "one destroys, one witnesses, both sign"},
	} {
		events := []docs.Event{docs.Printed{Paper: "p", Copies: docs.Range{From: 1, To: 9}}}
		if tt.approved {
			events = append(events, approval)
		}
		log := record(t, docs.NewLog(), 0, events...)
		tt.event.Paper, tt.event.Copies, tt.event.By = "p", docs.Range{From: 2, To: 5}, "X"
		paper := docs.Paper{ID: "p", Title: "t", Copies: 9, Recall: true}
		if tt.mark != "" {
			paper.Mark = mark(t, tt.mark)
		}
		ledger, _, err := docs.FoldUnder(log, tt.policy, []docs.Paper{paper})
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := ledger.Admit(tt.event); (err == nil) != (tt.want == "") {
			t.Errorf("%s, %s: %s: admitted with %v", tt.policy.ID, tt.mark, tt.why, err)
		}
		log = record(t, log, 1, tt.event)
		_, found, err := docs.FoldUnder(log, tt.policy, []docs.Paper{paper})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, kindsOf(found)); diff != "" {
			t.Errorf("%s, %s: %s (-want +got)\n%s", tt.policy.ID, tt.mark, tt.why, diff)
		}
		report, err := docs.Recall(log, docs.RecallInput{At: nine + 60*minute, Papers: []docs.Paper{paper}, Policy: tt.policy})
		if err != nil {
			t.Fatal(err)
		}
		var inReport []docs.Exception
		for x := range report.Exceptions() {
			inReport = append(inReport, x)
		}
		if diff := cmp.Diff(tt.want, kindsOf(inReport)); diff != "" {
			t.Errorf("%s, %s: %s, in the report (-want +got)\n%s", tt.policy.ID, tt.mark, tt.why, diff)
		}
	}
}

// A paper that is not on the list is of the highest level.
func TestUnlistedPaper(t *testing.T) {
	log := record(t, docs.NewLog(), 0, docs.Printed{Paper: "p", Copies: docs.Range{From: 1, To: 9}},
		docs.Destroyed{Paper: "p", Copies: docs.Range{From: 1, To: 9}, By: "X"})
	_, found, err := docs.FoldUnder(log, docs.NATOPolicy(), nil)
	if diff := cmp.Diff("too-few-watchers,uncertified", kindsOf(found)); err != nil || diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

func TestKeepUntil(t *testing.T) {
	for _, tt := range []struct {
		years     int
		day, want string
		why       string
	}{
		{10, "2026-11-21", "2036-11-21", "ten years"},
		{5, "2024-02-29", "2029-03-01", "a day longer where there is no such day"},
		{0, "2026-11-21", "", "kept without end"},
		{2, "", "", "not destroyed"},
	} {
		var day calendar.Date
		if tt.day != "" {
			day = calendar.MustParseDate(tt.day)
		}
		got, ok := docs.DestructionPolicy{KeepYears: tt.years}.KeepUntil(day)
		if got.String() != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, %t, want %q", tt.why, got, ok, tt.want)
		}
	}
}

func kindsOf(found []docs.Exception) string {
	var b bytes.Buffer
	for i, x := range found {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(x.Kind().String())
	}
	return b.String()
}

// record appends events at a number of minutes past nine.
func record(t testing.TB, log docs.Log, minutes int64, events ...docs.Event) docs.Log {
	t.Helper()
	log, err := log.Append(journal.Stamp{Desk: "d", At: nine + minutes*minute}, events...)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func FuzzParsePolicy(f *testing.F) {
	for _, p := range presets {
		data, err := json.Marshal(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := docs.ParsePolicy(data)
		if err != nil {
			return
		}
		again, err := json.Marshal(p)
		if err != nil {
			t.Fatalf("read and not written: %v", err)
		}
		back, err := docs.ParsePolicy(again)
		if diff := cmp.Diff(p, back); err != nil || diff != "" {
			t.Fatalf("%v (-want +got)\n%s", err, diff)
		}
	})
}

func ExampleFoldUnder() {
	house := docs.CNPolicy() // a house that also wants a certificate
	house.ID, house.Name = "house", "本机关管理办法"
	for i := range house.Classes {
		house.Classes[i].Destruction.Certificate = true
	}
	log, _ := docs.NewLog().Append(journal.Stamp{Desk: "office", At: 1795222800000},
		docs.Printed{Paper: "p1", Copies: docs.Range{From: 1, To: 20}},
		docs.DestructionApproved{Paper: "p1", Copies: docs.Range{From: 1, To: 20}, By: "a", Reference: "销字1号"},
		docs.Destroyed{Paper: "p1", Copies: docs.Range{From: 1, To: 20}, By: "b", Watchers: []roster.PersonID{"c", "d"}, Approval: "销字1号"},
	)
	_, found, err := docs.FoldUnder(log, house, nil)
	for _, x := range found {
		fmt.Println(x.Reason().Text(check.ZhHans, nil))
	}
	fmt.Println(err)
	// Output:
	// p1的000001-000020由b销毁，没有销毁证明编号
	// <nil>
}
