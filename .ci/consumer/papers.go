package main

import (
	"fmt"
	"io"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// papers hands three numbered copies out at one desk, takes two back at another,
// and asks what is still out.
func papers(w io.Writer) error {
	at := func(clock string) int64 {
		ms, _ := calendar.MustParseDate("2026-09-19").At(calendar.MustParseClock(clock)).UnixMilli(8 * 3600)
		return ms
	}
	const paper = "决议草案"
	out, err := docs.NewLog().Append(journal.Stamp{Desk: "文印组", At: at("08:00")},
		docs.Printed{Paper: paper, Copies: docs.Range{From: 1, To: 3}},
		docs.Stocked{Paper: paper, Copies: docs.Range{From: 1, To: 3}})
	if err != nil {
		return err
	}
	ledger, _ := docs.Fold(out)
	issued, err := ledger.Issue(paper, docs.Range{}, "p1", "p2", "p3")
	if err != nil {
		return err
	}
	if out, err = out.Append(journal.Stamp{Desk: "文印组", At: at("08:30")}, issued...); err != nil {
		return err
	}
	back, err := docs.NewLog().Append(journal.Stamp{Desk: "收发组", At: at("11:30")},
		docs.Returned{Paper: paper, Copy: 2, By: "p1"},
		docs.Returned{Paper: paper, Copy: 1, By: "p2"})
	if err != nil {
		return err
	}
	log := back.Merge(out)
	input := docs.RecallInput{At: at("18:00"), Offset: 8 * 3600}
	for h := range log.Heads() {
		input.Heads = append(input.Heads, h)
	}
	report, err := docs.Recall(log, input)
	if err != nil {
		return err
	}
	for x := range report.Outstanding() {
		fmt.Fprintln(w, x.Reason().Text(check.ZhHans, nil))
	}
	chase, err := report.Chase(docs.ChaseInput{SecrecyOffice: "p9"})
	if err != nil {
		return err
	}
	for line := range chase.All() {
		fmt.Fprintln(w, chase.Reason(line).Text(check.ZhHans, nil))
	}
	kinds := ""
	for x := range report.Exceptions() {
		kinds += x.Kind().String() + " "
	}
	if report.AllReturned() {
		return fmt.Errorf("all returned, with a copy out")
	}
	return expect("exceptions", kinds, "swap swap ")
}
