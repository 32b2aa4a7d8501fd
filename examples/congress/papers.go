package main

import (
	"errors"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// The draft resolution is the paper that has to come back.
const (
	draftID  = roster.PaperID("决议草案")
	registry = "文印组"
	printRun = 830 // 820 delegates, 8 for the store, 2 spoiled
)

// paperSection gives the papers their numbers, hands the numbered copies of the
// draft resolution to the delegates, takes them back at three desks that do not see
// each other, and closes the account: two copies are missing, and two people have
// brought each other's.
func (j *job) paperSection() error {
	papers, err := j.numberPapers()
	if err != nil {
		return err
	}
	log, err := j.issueCopies()
	if err != nil {
		return err
	}
	frozen := docs.Freeze(log, millis(lastDay, "11:00"))
	log, err = j.takeBack(log)
	if err != nil {
		return err
	}
	input := docs.RecallInput{
		At: millis(lastDay, "18:00"), Offset: chinaOffset, Papers: papers, Frozen: frozen,
	}
	for _, a := range j.people {
		input.Holders = append(input.Holders, docs.Holder{ID: a.ID, Org: a.Org})
	}
	for h := range log.Heads() {
		input.Heads = append(input.Heads, h)
	}
	report, err := docs.Recall(log, input)
	if err != nil {
		return err
	}
	j.tell("  三个收发点的登记合并后：\n", "  The entries of the three desks, united:\n")
	for _, r := range report.Verdict() {
		j.printf("  · %s\n", j.why(r))
	}
	for b := range report.Papers() {
		if _, numbered := b.Total(); numbered {
			j.printf("  · %s\n", j.why(b.Reason()))
		}
	}
	j.tell("  催交：\n", "  To be chased:\n")
	chase, err := report.Chase(docs.ChaseInput{})
	if err != nil {
		return err
	}
	for line := range chase.All() {
		j.printf("  · %s\n", j.why(chase.Reason(line)))
	}
	if err := j.handLists(log, input, chase); err != nil {
		return err
	}
	j.tell("  异常：\n", "  Exceptions:\n")
	rows := [][]string{{"exception", "paper", "copy", "who", "detail"}}
	for x := range report.Exceptions() {
		rows = append(rows, []string{x.Kind().String(), string(x.Paper()), x.Copies().String(), string(x.Who()), j.why(x.Reason())})
		j.printf("  · %s：%s\n", j.say(x.Kind().Label(), x.Kind().String()), j.why(x.Reason()))
	}
	if err := j.keepTSV("exceptions.tsv", rows); err != nil {
		return err
	}
	lines, err := log.AppendLines(nil)
	if err != nil {
		return err
	}
	j.keep("copies.jsonl", lines)
	return j.keepJSON("recall.json", report)
}

// handLists keeps the tables that people take in hand: what has to come back, what both
// sides sign, and whom to ask.
func (j *job) handLists(log docs.Log, input docs.RecallInput, chase docs.ChaseList) error {
	list, err := docs.ListRecall(log, input)
	if err != nil {
		return err
	}
	register, err := docs.RegisterHandovers(log, input)
	if err != nil {
		return err
	}
	j.tell("  清退目录应收回 %d 份；登记表、催交名单另附。\n", "  Copies on the recall list: %d; the register and the chase list are apart.\n", list.Count())
	return errors.Join(
		j.keepTSV("recall-list.tsv", list.Rows(j.name)),
		j.keepTSV("register.tsv", register.Rows(j.name)),
		j.keepTSV("chase.tsv", chase.Rows(j.name)),
	)
}

// numberPapers opens the series of the congress and gives three papers their
// numbers; one serial was spoiled and says why.
func (j *job) numberPapers() ([]docs.Paper, error) {
	series := docs.Series{Class: symbol.Wenhao, Body: "澜代会发", Year: 2026, Dating: symbol.InBrackets}
	log := docs.NewNumberLog()
	record := func(events []docs.NumberEvent, err error) error {
		if err != nil {
			return err
		}
		log, err = log.Append(stamp(registry, firstDay), events...)
		return err
	}
	numbers := func() docs.Numbers { n, _ := docs.FoldNumbers(log); return n }
	err := errors.Join(
		record(numbers().Open(series, 1)),
		record(numbers().Lease(series, registry, 20)),
	)
	if err != nil {
		return nil, err
	}
	papers := []docs.Paper{
		{ID: "工作报告", Title: "工作报告", Kind: docs.MainReport, Session: opening, Item: "b2"},
		{ID: "选举办法", Title: "选举办法（草案）", Kind: docs.OtherPaper, Session: "election", Item: "d1"},
		{ID: draftID, Title: "关于工作报告的决议（草案）", Kind: docs.Draft, Session: closingSession, Item: "e1", Copies: printRun, Recall: true, Deadline: lastDay.At(calendar.MustParseClock("12:00"))},
	}
	for i := range papers {
		if papers[i].ID == draftID { // the third serial went to a paper that was withdrawn
			if err := record(numbers().Void(series, registry, 3, "文稿撤回，号码作废")); err != nil {
				return nil, err
			}
		}
		if err := record(numbers().Issue(series, registry, papers[i].ID)); err != nil {
			return nil, err
		}
		serial := 0
		for s := 1; s <= 20; s++ {
			if numbers().Record(series, s).Paper == papers[i].ID {
				serial = s
			}
		}
		number, err := series.Number(serial)
		if err != nil {
			return nil, err
		}
		papers[i].Number = number.String()
		j.printf("  %s　%s\n", number, papers[i].Title)
	}
	for _, gap := range numbers().Gaps(series) {
		if gap.State == docs.VoidNumber {
			j.tell("  第 %d 号作废：%s\n", "  serial %d is void: %s\n", gap.From, gap.Reason)
		}
	}
	code, err := symbol.NewCopyCode("LJ202610", 3, 1)
	if err != nil {
		return nil, err
	}
	j.tell("  决议草案印 %d 份，份号连同校验码，如 %s。\n", "  %d copies of the draft resolution are printed; codes with check character, such as %s.\n", printRun, code)
	lines, err := log.AppendLines(nil)
	if err != nil {
		return nil, err
	}
	j.keep("numbers.jsonl", lines)
	return papers, nil
}

// issueCopies prints the draft, spoils two copies, and hands one to each delegate in
// the order of the roster.
func (j *job) issueCopies() (docs.Log, error) {
	log, err := docs.NewLog().Append(stamp(registry, lastDay.AddDays(-1)),
		docs.Printed{Paper: draftID, Copies: docs.Range{From: 1, To: printRun}},
		docs.Stocked{Paper: draftID, Copies: docs.Range{From: 1, To: printRun - 2}},
		docs.Voided{Paper: draftID, Copies: docs.Range{From: printRun - 1, To: printRun}, Reason: "印制缺页"})
	if err != nil {
		return log, err
	}
	var holders []roster.PersonID
	for _, id := range j.ranking.All() {
		if p, _ := j.roster.Person(id); p.Capacity == roster.Delegate {
			holders = append(holders, id)
		}
	}
	ledger, _ := docs.Fold(log)
	events, err := ledger.Issue(draftID, docs.Range{}, holders...)
	if err != nil {
		return log, err
	}
	s := stamp(registry, lastDay)
	s.At = millis(lastDay, "08:00")
	return log.Append(s, events...)
}

// takeBack records what came back: delegations one to five at the first desk, the
// next six at the second, the rest at the third. The desks begin with no log of
// their own and are united at the end.
func (j *job) takeBack(log docs.Log) (docs.Log, error) {
	desks := [3]docs.Log{docs.NewLog(), docs.NewLog(), docs.NewLog()}
	names := [3]string{"收发一组", "收发二组", "收发三组"}
	at := map[roster.OrgID]int{}
	for i, d := range delegations {
		at[roster.OrgID(d.id)] = min(i/5, 2)
	}
	returned := [3][]docs.Event{}
	copies := map[roster.PersonID]symbol.CopyNumber{}
	for e := range log.All() {
		if issued, ok := e.Event.(docs.Issued); ok {
			copies[issued.Holder] = issued.Copy
		}
	}
	missing := map[roster.PersonID]bool{"p0100": true, "p0500": true}
	swapped := map[roster.PersonID]roster.PersonID{"p0200": "p0201", "p0201": "p0200"}
	for _, a := range j.people {
		c, has := copies[a.ID]
		if !has || missing[a.ID] {
			continue
		}
		if other, ok := swapped[a.ID]; ok {
			c = copies[other]
		}
		desk := at[a.Org]
		returned[desk] = append(returned[desk], docs.Returned{Paper: draftID, Copy: c, By: a.ID})
	}
	for i := range desks {
		s := journal.Stamp{Desk: names[i], At: millis(lastDay, "11:30") + int64(i)*60_000}
		var err error
		if desks[i], err = desks[i].Append(s, returned[i]...); err != nil {
			return log, err
		}
		log = log.Merge(desks[i])
	}
	return log, nil
}
