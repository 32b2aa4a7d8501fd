package followup_test

import (
	"fmt"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

func ExampleFold() {
	d := followup.Decision{
		Paper: "澜会纪〔2026〕3号", Words: "会议决定修订会务手册。", On: calendar.MustParseDate("2026-09-21"),
		Tasks: []followup.Task{{ID: "手册", Title: "修订会务手册", Lead: "办公厅", Due: calendar.MustParseDate("2026-10-12")}},
	}
	events, err := d.Items("小王")
	if err != nil {
		fmt.Println(err)
		return
	}
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "督查室", At: 1_790_000_000_000}, events...)
	if err != nil {
		fmt.Println(err)
		return
	}
	board := followup.Fold(log, followup.Standard())
	today := calendar.MustParseDate("2026-10-14")
	for it := range board.Overdue(today) {
		late, err := it.DaysLate(today, calendar.China())
		fmt.Println(it.Why(today).Text(check.ZhHans, nil), late, err)
	}
	// Output:
	// 手册 尚在“交办”，时限 2026-10-12，至 2026-10-14 已逾期 2 <nil>
}

func ExampleWithin() {
	d, err := followup.Within(calendar.China(), calendar.MustParseDate("2026-09-17"), 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Date)
	// Output:
	// 2026-09-21
}

func ExampleBoard_Timings() {
	act := func(on string) followup.Act {
		return followup.Act{Item: "手册", On: calendar.MustParseDate(on), By: "小王"}
	}
	log, err := followup.NewLog().Append(
		journal.Stamp{Desk: "督查室", At: 1_790_000_000_000},
		followup.Filed{Act: act("2026-09-17"), Title: "修订会务手册", Issued: calendar.MustParseDate("2026-09-17"), Requirement: "手册印发"},
		followup.Assigned{Act: act("2026-09-22"), Lead: "办公厅", Leader: "老张", Contact: "小李", Due: calendar.MustParseDate("2026-10-30")},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	timings, err := followup.Fold(log, followup.Baoshan()).Timings("手册", calendar.MustParseDate("2026-09-30"), calendar.China())
	for _, t := range timings {
		fmt.Println(t.Why.Text(check.ZhHans, nil), err)
	}
	// Output:
	// 手册“交办”应在 2026-09-17 后 3个工作日内，即 2026-09-21 前（含当日），迟至 2026-09-22 才完成 <nil>
}
