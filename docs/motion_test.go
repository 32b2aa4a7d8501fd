package docs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// signers are n members p0, p1 and so on.
func signers(n int) []docs.Signature {
	out := make([]docs.Signature, n)
	for i := range out {
		out[i].Person = roster.PersonID(fmt.Sprint("p", i))
	}
	return out
}

func TestCheckMotions(t *testing.T) {
	at := calendar.MustParseDateTime
	npc, ok := docs.SignerRuleOf("npc")
	if !ok {
		t.Fatal("no rule of the national congress")
	}
	local, _ := docs.SignerRuleOf("local-congress")
	base := docs.Motion{ID: "m", Title: "关于修改会议办法的议案", Signers: signers(10), Lead: "p0"}
	for _, tt := range []struct {
		rule   docs.SignerRule
		change func(*docs.Motion)
		want   string
		why    string
	}{
		{local, func(*docs.Motion) {}, "", "ten are enough in a county"},
		{npc, func(*docs.Motion) {}, "motions[0].signers too-few-signers", "and too few in the national congress"},
		{npc, func(m *docs.Motion) { m.Signers, m.Lead, m.Delegation = nil, "", "d" }, "", "where a delegation may hand it in"},
		{local, func(m *docs.Motion) { m.Signers, m.Lead, m.Delegation = nil, "", "d" }, "motions[0].delegation body-may-not", "elsewhere it may not"},
		{local, func(m *docs.Motion) { m.Signers[9].Person = "p0" }, "motions[0].signers too-few-signers; motions[0].signers[9] signer-twice", "one signed twice"},
		{local, func(m *docs.Motion) { m.Signers[9].Person = "guest" }, "motions[0].signers too-few-signers; motions[0].signers[9] not-entitled", "one is no member"},
		{local, func(m *docs.Motion) { m.Signers[9].Withdrawn = at("2026-11-20 09:00") }, "motions[0].signers too-few-signers", "one took it back"},
		{local, func(m *docs.Motion) { m.Lead = "q" }, "motions[0].lead lead-not-a-signer", "the first mover did not sign"},
		{local, func(m *docs.Motion) { m.HandedIn = at("2026-11-20 18:00") }, "", "on time"},
		{local, func(m *docs.Motion) { m.HandedIn = at("2026-11-20 18:01") }, "motions[0].handedIn late-motion", "a minute late"},
		{local, func(m *docs.Motion) { m.Signers, m.Withdrawn = nil, at("2026-11-21 08:00") }, "", "withdrawn: nobody counts"},
		{local, func(m *docs.Motion) { m.Withdrawn, m.Vote = at("2026-11-21 10:00"), at("2026-11-21 10:00") }, "motions[0].withdrawn late-withdrawal", "after it was put to the vote"},
		{local, func(m *docs.Motion) { m.Signers[0].Person = "" }, "motions[0].signers[0].person roster/no-id", "no signer"},
		{local, func(m *docs.Motion) { m.ID, m.Title = "", "" }, "motions[0].id roster/no-id; motions[0].title missing", "no motion"},
		{local, func(m *docs.Motion) { m.Text = strings.Repeat("x", docs.MaxMotion+1) }, "motions[0].text too-long", "a long text"},
		{local, func(m *docs.Motion) { m.Signers = signers(docs.MaxSigners + 1) }, "motions[0].signers too-many", "a long list"},
		{docs.SignerRule{}, func(*docs.Motion) {}, "rule.signers missing; rule.source missing", "no rule"},
	} {
		m := base
		m.Signers = append([]docs.Signature(nil), base.Signers...)
		tt.change(&m)
		members := []roster.PersonID{}
		for _, s := range signers(12) {
			members = append(members, s.Person)
		}
		got := docs.CheckMotions(docs.MotionInput{Rule: tt.rule, Members: members, Deadline: at("2026-11-20 18:00"), Motions: []docs.Motion{m}})
		if diff := cmp.Diff(tt.want, said(got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	if got := said(docs.CheckMotions(docs.MotionInput{Rule: local, Motions: make([]docs.Motion, docs.MaxMotions+1)})); got != "motions too-many" {
		t.Error(got)
	}
	if _, ok := docs.SignerRuleOf("nobody"); ok {
		t.Error("a rule of nobody")
	}
	for _, r := range docs.SignerRules() {
		if ps := r.Validate(); ps.Len() > 0 || r.Label == "" {
			t.Errorf("%s: %v", r.Body, ps)
		}
	}
}

func TestSimilarMotions(t *testing.T) {
	const text = "建议修改会议办法，明确请假手续，规定代表请假须经代表团团长批准。"
	rule := docs.SignerRule{Signers: 1, Source: "house custom"}
	motions := []docs.Motion{
		{ID: "a", Title: "甲", Text: text},
		{ID: "b", Title: "乙", Text: text},
		{ID: "c", Title: "丙", Text: strings.ReplaceAll(text, "，", " ") + "为荷"},
		{ID: "d", Title: "丁", Text: "建议增加分组讨论的时间，保证每位代表都能发言。"},
		{ID: "e", Title: "戊", Text: text, Withdrawn: calendar.MustParseDateTime("2026-11-21 08:00")},
		{ID: "f", Title: "己"},
		{ID: "g", Title: "庚"},
	}
	for i := range motions {
		motions[i].Signers = signers(1)
	}
	want := "motions[1].text same-motion; motions[2].text similar-motion; motions[2].text similar-motion"
	if diff := cmp.Diff(want, said(docs.CheckMotions(docs.MotionInput{Rule: rule, Motions: motions}))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff("motions[1].text same-motion", said(docs.CheckMotions(docs.MotionInput{Rule: rule, Motions: motions, Similar: 100}))); diff != "" {
		t.Errorf("only the same (-want +got)\n%s", diff)
	}
}

// propMotions: one more valid signer never makes a motion worse, and the order of the
// signers does not count.
func propMotions(t *rapid.T) {
	rule := rapid.SampledFrom(docs.SignerRules()).Draw(t, "rule")
	n := rapid.IntRange(0, 35).Draw(t, "signers")
	few := func(list []docs.Signature) bool {
		m := docs.Motion{ID: "m", Title: "议案", Signers: list}
		return docs.CheckMotions(docs.MotionInput{Rule: rule, Motions: []docs.Motion{m}}).Has(docs.TooFewSigners)
	}
	list := signers(n)
	if few(list) != (n < rule.Signers) {
		t.Fatalf("%d signers for %d", n, rule.Signers)
	}
	if shuffled := rapid.Permutation(list).Draw(t, "order"); few(shuffled) != few(list) {
		t.Fatal("the order of signers counts")
	}
	if twice := append(list, list...); few(twice) != few(list) {
		t.Fatal("signing twice counts twice")
	}
}

func TestMotionLaws(t *testing.T) { rapid.Check(t, propMotions) }

func ExampleCheckMotions() {
	rule, _ := docs.SignerRuleOf("township-congress")
	fmt.Print(docs.CheckMotions(docs.MotionInput{Rule: rule, Motions: []docs.Motion{{
		ID: "m1", Title: "关于修路的议案", Lead: "a",
		Signers: []docs.Signature{{Person: "a"}, {Person: "b"}, {Person: "c"}, {Person: "d"}, {Person: "a"}},
	}}}).Text(check.ZhHans, nil))
	// Output:
	// motions[0].signers: “关于修路的议案”有效联名4人，须5人以上（《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》 (2022), art. 22）
	// motions[0].signers[4]: a在“关于修路的议案”上签了两次名，只计一次
}
