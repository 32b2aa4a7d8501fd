package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// proofs reads the papers of a meeting before they are printed: their numbers and titles,
// the names in the script and on the cards, vague words, and a clause that was amended.
func proofs(w io.Writer) error {
	papers := []docs.Paper{
		{ID: "1", Title: "工作报告", Number: "会办〔2026〕1号", Copies: 3},
		{ID: "2", Title: "财政报告(草案)", Number: "会办〔2026〕2号", Copies: 3},
	}
	found := docs.CheckFormat(papers, symbol.Template{})

	names, err := docs.NewNameIndex([]docs.Named{
		{ID: "p1", Name: "王一明", Titles: []string{"市长"}},
		{ID: "p2", Name: "李二"},
	}, nil)
	if err != nil {
		return err
	}
	found.In("names", names.CrossCheck([]docs.NamedText{
		{Kind: docs.ScriptText, Body: "请副市长王一明讲话，请李二发言。", Order: true},
		{Kind: docs.CardText, Body: "王一鸣\n李　二", Expect: []roster.PersonID{"p1", "p2"}},
	}))
	lint, err := docs.NewLint(nil)
	if err != nil {
		return err
	}
	found.In("notice", lint.Check("请有关部门尽快报到。"))
	fmt.Fprint(w, found.Text(check.ZhHans, nil))

	revision, err := docs.Revise(docs.DraftText{Paper: "3", Clauses: []docs.Clause{{ID: "第一条", Text: "会议每年举行一次。"}}},
		[]docs.Amendment{{ID: "a", Clause: "第一条", Change: docs.Reword, Words: "一次", Text: "两次", Verdict: docs.Adopted}})
	if err != nil {
		return err
	}
	plan, err := docs.PlanDay(docs.DayInput{
		Day: calendar.MustParseDate("2026-09-19"), Papers: papers,
		Uses: []docs.Use{{Paper: "1", At: calendar.MustParseDateTime("2026-09-20 09:00")}, {Paper: "2", At: calendar.MustParseDateTime("2026-09-20 15:00")}},
	})
	if err != nil {
		return err
	}
	printed := ""
	for l := range plan.Print() {
		printed += string(l.Paper) + " "
	}
	var codes []string
	for code := range found.Codes() {
		codes = append(codes, strings.TrimPrefix(string(code), "docs/"))
	}
	for _, err := range []error{
		expect("findings", strings.Join(codes, " "), "name-homophone name-missing name-title title-style vague-word"),
		expect("the clause", revision.Text().Clauses[0].Text, "会议每年举行两次。"),
		expect("to print", printed, "1 "),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}
