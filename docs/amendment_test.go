package docs_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

var draft = docs.DraftText{Paper: "p", Clauses: []docs.Clause{
	{ID: "第一条", Text: "代表应当出席会议。"},
	{ID: "第二条", Text: "会议每年举行一次。"},
	{ID: "第三条", Text: "本办法自公布之日起施行。"},
}}

func TestCheckAmendments(t *testing.T) {
	for _, tt := range []struct {
		list []docs.Amendment
		want string
		why  string
	}{
		{[]docs.Amendment{
			{ID: "a", Clause: "第一条", Change: docs.Reword, Words: "应当", Text: "必须"},
			{ID: "b", Clause: "第一条", Change: docs.Reword, Words: "出席", Text: "参加"},
			{ID: "c", Clause: "第一条", Change: docs.Insert, New: "第一条之一", Text: "请假须经批准。"},
			{ID: "d", Change: docs.Insert, New: "序言", Text: "为了开好会议。"},
		}, "", "words that do not meet, and clauses between"},
		{[]docs.Amendment{
			{ID: "a", Clause: "第一条", Change: docs.Reword, Words: "应当出席", Text: "必须出席"},
			{ID: "b", Clause: "第一条", Change: docs.Reword, Words: "出席会议", Text: "参加会议"},
		}, "amendments[1] amendment-conflict", "words that overlap"},
		{[]docs.Amendment{
			{ID: "a", Clause: "第二条", Text: "会议每年举行两次。", Verdict: docs.Adopted},
			{ID: "b", Clause: "第二条", Change: docs.Strike, Verdict: docs.Adopted},
		}, "amendments[1] both-adopted", "a clause cannot be rewritten and struck out"},
		{[]docs.Amendment{
			{ID: "a", Clause: "第二条", Change: docs.Strike, Verdict: docs.Rejected},
			{ID: "b", Clause: "第二条", Text: "会议随时举行。", Verdict: docs.Withdrawn},
			{ID: "c", Clause: "第二条", Text: "会议每年举行两次。"},
		}, "", "what was rejected or withdrawn is in nobody's way"},
		{[]docs.Amendment{{ID: "a", Clause: "第九条", Text: "x"}}, "amendments[0].clause unknown-clause", "no such clause"},
		{[]docs.Amendment{{ID: "a", Text: "x"}}, "amendments[0].clause unknown-clause", "only an insertion stands before the first clause"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条", Change: docs.Reword, Words: "缺席", Text: "x"}}, "amendments[0].words words-not-found", "words that are not there"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条", Change: docs.Reword, Words: "会", Text: "x"}, {ID: "b", Clause: "第三条", Change: docs.Reword, Words: "", Text: "x"}}, "amendments[1].words words-not-found", "no words"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条", Text: "代表应当出席会议。"}}, "amendments[0] no-change", "the text as it is"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条", Change: docs.Reword, Words: "出席", Text: "出席"}}, "amendments[0] no-change", "the words as they are"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条"}}, "amendments[0].text missing", "no text"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条", Change: docs.Insert, New: "第二条"}}, "amendments[0].new duplicate-id; amendments[0].text missing", "a name that is taken, no text"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条", Change: docs.Strike}, {ID: "a", Clause: "第二条", Change: docs.Strike}}, "amendments[1].id duplicate-id", "one id twice"},
		{[]docs.Amendment{{Clause: "第一条", Change: docs.Strike, Proposer: []roster.PersonID{""}}}, "amendments[0].id missing; amendments[0].proposer[0] roster/no-id", "no id"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条", Text: strings.Repeat("x", docs.MaxClause+1)}}, "amendments[0].text too-long", "a long text"},
		{[]docs.Amendment{{ID: "a", Clause: "第一条", Change: 9}}, "amendments[0].change missing", "no such change"},
		{make([]docs.Amendment, docs.MaxAmendments+1), "amendments too-many", "too many"},
	} {
		if diff := cmp.Diff(tt.want, said(docs.CheckAmendments(draft, tt.list))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	for _, tt := range []struct {
		draft docs.DraftText
		want  string
		why   string
	}{
		{docs.DraftText{}, "paper roster/no-id", "no paper"},
		{docs.DraftText{Paper: "p", Clauses: []docs.Clause{{}, {ID: "a"}, {ID: "a"}}}, "clauses[0].id missing; clauses[2].id duplicate-id", "clauses without a name of their own"},
		{docs.DraftText{Paper: "p", Clauses: []docs.Clause{{ID: "a", Text: strings.Repeat("x", docs.MaxClause+1)}}}, "clauses[0].text too-long", "a long clause"},
		{docs.DraftText{Paper: "p", Clauses: make([]docs.Clause, docs.MaxClauses+1)}, "clauses too-many", "too many clauses"},
	} {
		if diff := cmp.Diff(tt.want, said(tt.draft.Validate())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

func TestVoteOrder(t *testing.T) {
	list := []docs.Amendment{
		{ID: "late", Clause: "第三条", Change: docs.Reword, Words: "公布", Text: "通过"},
		{ID: "twice", Clause: "第二条", Change: docs.Reword, Words: "一次", Text: "两次"},
		{ID: "often", Clause: "第二条", Text: "会议根据需要随时举行。"},
		{ID: "strike", Clause: "第二条", Change: docs.Strike},
		{ID: "gone", Clause: "第二条", Change: docs.Strike, Verdict: docs.Withdrawn},
	}
	told := func(list []docs.Amendment, rule docs.VoteRule) string {
		steps, err := docs.VoteOrder(draft, list, rule)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, s := range steps {
			text := s.Amendment
			if s.Excludes != nil {
				text += "(" + strings.Join(s.Excludes, ",") + ")"
			}
			out = append(out, text+" "+strings.TrimPrefix(string(s.Reasons[0].Code()), "docs/voted-"))
		}
		return strings.Join(out, "; ")
	}
	want := "strike(often,twice) as-gauged; often(twice) as-gauged; twice as-gauged; late alone"
	if diff := cmp.Diff(want, told(list, docs.FurthestFirst)); diff != "" {
		t.Errorf("by length (-want +got)\n%s", diff)
	}
	want = "twice(often,strike) as-handed-in; often(strike) as-handed-in; strike as-handed-in; late alone"
	if diff := cmp.Diff(want, told(list, docs.AsListed)); diff != "" {
		t.Errorf("as listed (-want +got)\n%s", diff)
	}
	list[1].Rank, list[2].Rank, list[3].Rank = 1, 3, 2
	want = "twice(strike,often) as-ranked; strike(often) as-ranked; often as-ranked; late alone"
	if diff := cmp.Diff(want, told(list, docs.FurthestFirst)); diff != "" {
		t.Errorf("as the chair ranks them (-want +got)\n%s", diff)
	}
	if _, err := docs.VoteOrder(draft, []docs.Amendment{{ID: "a", Clause: "x"}}, docs.FurthestFirst); err == nil {
		t.Error("an amendment to no clause was put to the vote")
	}
}

func TestRevise(t *testing.T) {
	list := []docs.Amendment{
		{ID: "a", Clause: "第一条", Change: docs.Reword, Words: "应当", Text: "必须", Verdict: docs.Adopted},
		{ID: "b", Clause: "第一条", Change: docs.Reword, Words: "会议", Text: "全体会议", Verdict: docs.Adopted},
		{ID: "c", Clause: "第一条", Change: docs.Insert, New: "第一条之一", Text: "请假须经批准。", Verdict: docs.Adopted},
		{ID: "d", Clause: "第二条", Change: docs.Strike, Verdict: docs.Adopted},
		{ID: "e", Change: docs.Insert, New: "序言", Text: "为了开好会议。", Verdict: docs.Adopted},
		{ID: "f", Clause: "第三条", Text: "本办法即日施行。", Verdict: docs.Rejected},
	}
	r, err := docs.Revise(draft, list)
	if err != nil {
		t.Fatal(err)
	}
	want := []docs.ComparedClause{
		{Clause: "序言", After: "为了开好会议。", New: true, Amendments: []string{"e"}},
		{Clause: "第一条", Before: "代表应当出席会议。", After: "代表必须出席全体会议。", Amendments: []string{"a", "b"}},
		{Clause: "第一条之一", After: "请假须经批准。", New: true, Amendments: []string{"c"}},
		{Clause: "第二条", Before: "会议每年举行一次。", Struck: true, Amendments: []string{"d"}},
		{Clause: "第三条", Before: "本办法自公布之日起施行。", After: "本办法自公布之日起施行。"},
	}
	var got []docs.ComparedClause
	for row := range r.Comparison() {
		got = append(got, row)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	text := docs.DraftText{Paper: "p", Clauses: []docs.Clause{
		{ID: "序言", Text: "为了开好会议。"},
		{ID: "第一条", Text: "代表必须出席全体会议。"},
		{ID: "第一条之一", Text: "请假须经批准。"},
		{ID: "第三条", Text: "本办法自公布之日起施行。"},
	}}
	if diff := cmp.Diff(text, r.Text()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	table, err := r.AppendCSV(nil)
	if err != nil {
		t.Fatal(err)
	}
	wantTable := "条文,原文,修改后,修正案\n序言,,为了开好会议。,e\n第一条,代表应当出席会议。,代表必须出席全体会议。,a、b\n" +
		"第一条之一,,请假须经批准。,c\n第二条,会议每年举行一次。,（删去）,d\n第三条,本办法自公布之日起施行。,本办法自公布之日起施行。,\n"
	if diff := cmp.Diff(wantTable, string(table)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	data, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(data), `{"huiwu":"docs.revision/1",`) {
		t.Errorf("%s", data)
	}
	back, err := docs.ParseRevision(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, back.Text()); diff != "" {
		t.Errorf("read back (-want +got)\n%s", diff)
	}
	forged := strings.Replace(string(data), "代表必须出席全体会议", "代表可以缺席全体会议", 1)
	_, err = docs.ParseRevision([]byte(forged), nil)
	if found, ok := errors.AsType[check.Problems](err); !ok || !found.Has(docs.BadRevision) {
		t.Errorf("a forged comparison: %v", err)
	}
	if _, err := docs.Revise(draft, []docs.Amendment{
		{ID: "a", Clause: "第二条", Change: docs.Strike, Verdict: docs.Adopted},
		{ID: "b", Clause: "第二条", Text: "x", Verdict: docs.Adopted},
	}); err == nil {
		t.Error("two adopted amendments to one clause were made")
	}
}

// genAmendments draws amendments to a draft of three short clauses.
func genAmendments(t *rapid.T) []docs.Amendment {
	var list []docs.Amendment
	for i := range rapid.IntRange(0, 8).Draw(t, "amendments") {
		c := draft.Clauses[rapid.IntRange(0, len(draft.Clauses)-1).Draw(t, "clause")]
		a := docs.Amendment{
			ID: fmt.Sprint("a", i), Clause: c.ID, Change: docs.Change(rapid.IntRange(0, 3).Draw(t, "change")),
			Text: fmt.Sprint("文", i), Verdict: docs.Verdict(rapid.IntRange(0, 4).Draw(t, "verdict")),
			Rank: rapid.IntRange(0, 2).Draw(t, "rank"),
		}
		switch a.Change {
		case docs.Reword:
			runes := []rune(c.Text)
			from := rapid.IntRange(0, len(runes)-2).Draw(t, "from")
			a.Words = string(runes[from : from+2])
		case docs.Insert:
			a.New = fmt.Sprint("新", i)
		case docs.Strike, docs.Rewrite:
		}
		list = append(list, a)
	}
	return list
}

// propAmend: every pending amendment is voted on once, nothing that was excluded comes
// before what excludes it; whatever the vote, if each adoption drops what it excludes,
// the adopted ones fit together; and the revision reads back.
func propAmend(t *rapid.T) {
	list := genAmendments(t)
	for i := range list {
		if list[i].Verdict == docs.Adopted {
			list[i].Verdict = docs.Pending
		}
	}
	steps, err := docs.VoteOrder(draft, list, docs.VoteRule(rapid.IntRange(0, 1).Draw(t, "rule")))
	if err != nil {
		t.Skip(err)
	}
	verdict := map[string]docs.Verdict{}
	pending := 0
	for _, a := range list {
		if a.Verdict == docs.Pending {
			pending++
		}
	}
	for _, s := range steps {
		if _, dropped := verdict[s.Amendment]; dropped {
			continue
		}
		verdict[s.Amendment] = docs.Rejected
		if rapid.Bool().Draw(t, "adopted") {
			verdict[s.Amendment] = docs.Adopted
			for _, id := range s.Excludes {
				verdict[id] = docs.NotPut
			}
		}
	}
	if len(steps) != pending || len(verdict) != pending {
		t.Fatalf("%d steps, %d verdicts for %d pending amendments", len(steps), len(verdict), pending)
	}
	for i := range list {
		if v, ok := verdict[list[i].ID]; ok {
			list[i].Verdict = v
		}
	}
	r, err := docs.Revise(draft, list)
	if err != nil {
		t.Fatalf("after the vote: %v", err)
	}
	data, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := docs.ParseRevision(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := back.MarshalJSON()
	if err != nil || string(again) != string(data) {
		t.Fatalf("%s reads back as %s, %v", data, again, err)
	}
	before := docs.DraftText{Paper: draft.Paper}
	for row := range r.Comparison() {
		if !row.New {
			before.Clauses = append(before.Clauses, docs.Clause{ID: row.Clause, Text: row.Before})
		}
		if len(row.Amendments) == 0 && row.Before != row.After {
			t.Fatalf("%s changed by nobody", row.Clause)
		}
	}
	if diff := cmp.Diff(draft, before); diff != "" {
		t.Fatalf("the left column is the draft (-want +got)\n%s", diff)
	}
}

func TestAmendLaws(t *testing.T) { rapid.Check(t, propAmend) }

func FuzzAmend(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propAmend)) }

// FuzzParseRevision: what is read is written as it was read.
func FuzzParseRevision(f *testing.F) {
	r, err := docs.Revise(draft, []docs.Amendment{{ID: "a", Clause: "第二条", Change: docs.Strike, Verdict: docs.Adopted}})
	if err != nil {
		f.Fatal(err)
	}
	data, err := r.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"huiwu":"docs.revision/1","draft":{"paper":"p","clauses":[]},"amendments":[],"rows":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := docs.ParseRevision(data, nil)
		if err != nil {
			return
		}
		once, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := docs.ParseRevision(once, nil)
		if err != nil {
			t.Fatalf("%s: %v", once, err)
		}
		if twice, err := back.MarshalJSON(); err != nil || string(twice) != string(once) {
			t.Fatalf("%s\n%s\n%v", once, twice, err)
		}
	})
}

func ExampleRevise() {
	draft := docs.DraftText{Paper: "p1", Clauses: []docs.Clause{
		{ID: "第一条", Text: "代表应当出席会议。"},
		{ID: "第二条", Text: "会议每年举行一次。"},
	}}
	amendments := []docs.Amendment{
		{ID: "1", Clause: "第二条", Change: docs.Reword, Words: "一次", Text: "两次"},
		{ID: "2", Clause: "第二条", Text: "会议根据需要随时举行。"},
	}
	steps, _ := docs.VoteOrder(draft, amendments, docs.FurthestFirst)
	for _, s := range steps {
		fmt.Println(s.Amendment, check.Sentences(check.ZhHans, nil, s.Reasons...))
	}
	amendments[1].Verdict, amendments[0].Verdict = docs.Rejected, docs.Adopted
	revision, _ := docs.Revise(draft, amendments)
	for row := range revision.Comparison() {
		fmt.Println(row.Clause, row.Before, "→", row.After, row.Amendments)
	}
	// Output:
	// 2 离原文最远的先表决：“2”改动8个字。这只是按字数排的建议，实质远近请主持人定；“2”如获通过，“1”不再表决
	// 1 离原文最远的先表决：“1”改动1个字。这只是按字数排的建议，实质远近请主持人定
	// 第一条 代表应当出席会议。 → 代表应当出席会议。 []
	// 第二条 会议每年举行一次。 → 会议每年举行两次。 [1]
}
