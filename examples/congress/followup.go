package main

import (
	"fmt"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// reviewDay is the day for which the report looks at the items: a Monday after the
// long holiday.
var reviewDay = calendar.MustParseDate("2026-10-19")

// decided is what the congress decided, with the time each task was given.
var decided = []struct {
	paper, words string
	tasks        []task
}{
	{"澜会纪〔2026〕1号", "会议要求，分解工作报告提出的年度任务，明确责任单位和完成时限。", []task{
		{"t1", "分解工作报告年度任务", "d13", []string{"d14", "d15"}, 5},
		{"t2", "修订代表联络制度", "d13", nil, 20},
	}},
	{"澜会纪〔2026〕2号", "会议决定，开展基层会务人员培训，由高等院校牵头。", []task{
		{"t3", "制订培训方案", "d15", []string{"d13"}, 10},
		{"t4", "编写会务手册", "d15", nil, 30},
	}},
	{"澜会纪〔2026〕3号", "会议决定，清点并归档本次大会全部文件。", []task{
		{"t5", "大会文件清退归档", "u05", nil, 15},
	}},
}

type task struct {
	id, title, lead string
	supports        []string
	workdays        int
}

// followupSection breaks the decisions down into items, with due dates in working
// days across the National Day holiday and its make-up days, records what two desks
// entered, and looks at the board.
func (j *job) followupSection() error {
	clerk, office := roster.PersonID("s0001"), roster.PersonID("s0003")
	office1, office2 := followup.NewLog(), followup.NewLog()
	for _, d := range decided {
		decision := followup.Decision{Paper: d.paper, Words: d.words, On: lastDay}
		for _, t := range d.tasks {
			due, err := followup.Within(j.work, lastDay, t.workdays)
			if err != nil {
				return err
			}
			item := followup.Task{ID: roster.ItemID(t.id), Title: t.title, Lead: roster.OrgID(t.lead), Leader: j.leaders[4], Contact: clerk, Due: due.Date, Counted: due.Ref}
			for _, s := range t.supports {
				item.Supports = append(item.Supports, roster.OrgID(s))
			}
			decision.Tasks = append(decision.Tasks, item)
			j.tell("  %s　主办 %s　时限 %s（%d 个工作日）\n", "  %s: lead %s, due %s (%d working days)\n",
				t.title, j.name(roster.KindOrg, t.lead), calendar.Style{Lang: j.lang, Weekday: true}.Date(due.Date), t.workdays)
			if t.id == "t3" {
				j.printf("    %s\n", j.why(due.Why...))
			}
		}
		events, err := decision.Items(clerk)
		if err != nil {
			return err
		}
		if office1, err = office1.Append(stamp("督查室", lastDay), events...); err != nil {
			return err
		}
	}
	var err error
	act := func(item, on string, by roster.PersonID) followup.Act {
		return followup.Act{Item: roster.ItemID(item), On: calendar.MustParseDate(on), By: by}
	}
	office2, err = office2.Append(stamp("承办单位", calendar.MustParseDate("2026-09-21")),
		followup.Accepted{Act: act("t1", "2026-09-21", office)},
		followup.Accepted{Act: act("t3", "2026-09-21", office)},
		followup.Accepted{Act: act("t5", "2026-09-21", office)},
		followup.Reported{Act: act("t1", "2026-09-24", office), Text: "任务分解表已印发"},
		followup.ExtensionAsked{Act: act("t5", "2026-09-30", office), Due: calendar.MustParseDate("2026-10-30"), Reason: "个别文件正在追收"},
	)
	if err != nil {
		return err
	}
	office1, err = office1.Append(stamp("督查室", calendar.MustParseDate("2026-09-25")),
		followup.Closed{Act: act("t1", "2026-09-25", clerk), Outcome: followup.Solved},
		followup.ExtensionGranted{Act: act("t5", "2026-10-08", clerk), Due: calendar.MustParseDate("2026-10-23")},
	)
	if err != nil {
		return err
	}
	return j.review(office1.Merge(office2))
}

// review folds the merged log and prints what is owed on the day of the review.
func (j *job) review(log journal.Log[followup.Event]) error {
	board := followup.Fold(log, followup.Standard())
	j.findings(log.Findings(nil))
	for x := range board.Exceptions() {
		j.findings(x.Why)
	}
	titles := func(kind, id string) string {
		it, _ := board.Item(roster.ItemID(id))
		if kind != roster.KindItem {
			return j.name(kind, id)
		}
		return it.Title
	}
	j.tell("  截至%s，共 %d 项：\n", "  On %s, of %d items:\n", calendar.Style{Lang: j.lang, Weekday: true}.Date(reviewDay), board.Len())
	for it := range board.Overdue(reviewDay) {
		late, err := it.DaysLate(reviewDay, j.work)
		if err != nil {
			return err
		}
		j.tell("    逾期 %d 个工作日：%s（%s）\n", "    %d working days late: %s (%s)\n", late, it.Title, check.Sentences(j.lang, titles, it.Why(reviewDay)))
	}
	rows := [][]string{{"id", "title", "lead", "stage", "originalDue", "due", "overdue"}}
	for it := range board.Items() {
		rows = append(rows, []string{
			string(it.ID), it.Title, string(it.Lead), it.Stage.String(), it.OriginalDue.String(), it.Due.String(),
			fmt.Sprint(it.Overdue(reviewDay)),
		})
	}
	for lead, items := range board.Open() {
		j.tell("    %s 在办 %d 项：", "    %s has %d open:", j.name(roster.KindOrg, string(lead)), len(items))
		for _, it := range items {
			j.tell("　%s（%s，%s）", " %s (%s, due %s)", it.Title, j.say(it.Stage.Label(), it.Stage.String()), it.Due)
		}
		j.printf("\n")
	}
	if err := j.keepTSV("items.tsv", rows); err != nil {
		return err
	}
	lines, err := log.AppendLines(nil)
	if err != nil {
		return err
	}
	j.keep("items.jsonl", lines)
	j.board = board
	return j.keepJSON("board.json", board)
}
