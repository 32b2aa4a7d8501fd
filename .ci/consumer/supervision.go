package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// supervision puts the decision of a meeting on file, lets two systems record what
// becomes of it, and unites them.
func supervision(w io.Writer) error {
	paper, found := symbol.Parse("会议纪要[2026]03号")
	fmt.Fprintf(w, "%s\n%s", paper, found.Text(check.ZhHans, nil))

	cal := calendar.China()
	on := calendar.MustDate(2026, 9, 21)
	due, err := followup.Within(cal, on, 10)
	if err != nil {
		return err
	}
	if err := errors.Join(expect("number", paper.String(), "会议纪要〔2026〕3号"), expect("due date", due.Date.String(), "2026-10-12")); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s 起10个工作日内：%s；%s\n", on, due.Date, check.Sentences(check.ZhHans, nil, due.Why...))

	events, err := followup.Decision{
		Paper: paper.String(), Words: "会议决定修订会务手册。", On: on,
		Tasks: []followup.Task{
			{ID: "i1", Title: "修订会务手册", Lead: "office", Due: due.Date, Counted: due.Ref},
			{ID: "i2", Title: "清理过期制度", Lead: "legal", Due: due.Date, Counted: due.Ref},
		},
	}.Items("clerk")
	if err != nil {
		return err
	}
	const noon = 1_789_963_200_000 // 2026-09-21 12:00 in Beijing
	shared, err := followup.NewLog().Append(journal.Stamp{Desk: "supervision", At: noon}, events...)
	if err != nil {
		return err
	}

	// The two lead bodies record apart.
	act := func(item roster.ItemID, day int, by roster.PersonID) followup.Act {
		return followup.Act{Item: item, On: calendar.MustDate(2026, 9, day), By: by}
	}
	start := followup.Fold(shared, followup.Standard())
	office, _, err := start.Record(shared, journal.Stamp{Desk: "office", At: noon + 1},
		followup.Accepted{Act: act("i1", 21, "o1")},
		followup.Reported{Act: act("i1", 28, "o1"), Text: "新手册已印发。"},
	)
	if err != nil {
		return err
	}
	legal, _, err := start.Record(shared, journal.Stamp{Desk: "legal", At: noon + 2}, followup.Accepted{Act: act("i2", 22, "l1")})
	if err != nil {
		return err
	}

	one, two := office.Merge(legal), legal.Merge(office)
	a, err := one.AppendLines(nil)
	if err != nil {
		return err
	}
	b, err := two.AppendLines(nil)
	if err != nil {
		return err
	}
	if string(a) != string(b) {
		return errors.New("the union depends on who unites")
	}
	back, report := followup.ParseLog(a)
	if err := report.Err(); err != nil {
		return err
	}

	board := followup.Fold(back, followup.Standard())
	for it := range board.Items() {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", it.ID, it.Title, it.Stage.Label(), it.Due)
	}
	for x := range board.Exceptions() {
		fmt.Fprintf(w, "%s: %s\n", x.ID, x.Why.Text(check.ZhHans, nil))
	}
	err = board.Admit(followup.Closed{Act: act("i1", 29, "o1"), Outcome: followup.Solved})
	if report, ok := errors.AsType[check.Problems](err); !ok || !report.Has(followup.OneKey) {
		return fmt.Errorf("who reported an item may close it: %w", err)
	}
	fmt.Fprintf(w, "o1 closes what o1 reported: %v\n", err)
	if found := followup.Audit(back, followup.Standard(), nil); found.Failed() {
		return found.Err()
	}
	today := calendar.MustDate(2026, 10, 20)
	for it := range board.Overdue(today) {
		late, err := it.DaysLate(today, cal)
		if err != nil {
			return err
		}
		if late != 6 {
			return fmt.Errorf("%s is %d working days late, want 6", it.ID, late)
		}
		fmt.Fprintf(w, "%s\t逾期%d个工作日\t%s\n", it.ID, late, it.Why(today).Text(check.ZhHans, nil))
	}
	circular, err := board.Report(followup.Suqian(), today, cal, nil)
	if err != nil {
		return err
	}
	_, err = w.Write(followup.AppendSections(nil, check.ZhHans, nil, circular.Circular(nil)...))
	return err
}
