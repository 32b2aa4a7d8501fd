package docs_test

import (
	"fmt"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

func ExampleRecall() {
	const at = 1795222800000 // 21 November 2026, 9:00 in China
	office, _ := docs.NewLog().Append(journal.Stamp{Desk: "office", At: at},
		docs.Printed{Paper: "p1", Copies: docs.Range{From: 1, To: 5}},
		docs.Stocked{Paper: "p1", Copies: docs.Range{From: 1, To: 5}},
		docs.Issued{Paper: "p1", Copy: 1, Holder: "a"},
		docs.Issued{Paper: "p1", Copy: 2, Holder: "b"},
		docs.Issued{Paper: "p1", Copy: 3, Holder: "c"},
	)
	door, _ := docs.NewLog().Append(journal.Stamp{Desk: "door", At: at + 3_600_000},
		docs.Returned{Paper: "p1", Copy: 2, By: "a"}, // a and b took each other's copies
		docs.Returned{Paper: "p1", Copy: 1, By: "b"},
	)
	report, err := docs.Recall(office.Merge(door), docs.RecallInput{
		At: at + 7_200_000, Offset: 28800,
		Papers: []docs.Paper{{ID: "p1", Title: "工作报告", Copies: 5, Recall: true}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for b := range report.Papers() {
		fmt.Println(b.Reason().Text(check.ZhHans, nil))
	}
	for x := range report.Outstanding() {
		fmt.Println(x.Reason().Text(check.ZhHans, nil))
	}
	for x := range report.Exceptions() {
		fmt.Println(x.Kind(), x.Copies(), x.Who())
	}
	fmt.Println(report.AllReturned())
	// Output:
	// p1：印制5＝未入库0＋作废0＋在库2＋在外1＋已收回2＋归档0＋销毁0＋丢失0＋移交0
	// p1第000003份未收回：c（未列代表团）自2026-11-21 09:00起持有，未签收
	// swap 000001 b
	// swap 000002 a
	// false
}

func ExampleLedger_Admit() {
	log, _ := docs.NewLog().Append(journal.Stamp{Desk: "office", At: 1795222800000},
		docs.Printed{Paper: "p1", Copies: docs.Range{From: 1, To: 20}},
		docs.Issued{Paper: "p1", Copy: 12, Holder: "a"},
	)
	ledger, _ := docs.Fold(log)

	_, _, err := ledger.Admit(docs.Issued{Paper: "p1", Copy: 12, Holder: "b"})
	fmt.Println(err)

	events, seen, err := ledger.Admit(docs.Returned{Paper: "p1", Copy: 21, By: "a"})
	fmt.Println(len(events), err)
	for _, x := range seen {
		fmt.Println(x.Reason().Text(check.En, nil))
	}
	// Output:
	// events[0]: not recorded: copy 000012 of p1 was handed out to b while a had not returned it
	// 1 <nil>
	// copy 000021 of p1 was never printed (a); it may be 000012
}

func ExampleLedger_Issue() {
	log, _ := docs.NewLog().Append(journal.Stamp{Desk: "office", At: 1795222800000},
		docs.Printed{Paper: "p1", Copies: docs.Range{From: 1, To: 3}},
		docs.Stocked{Paper: "p1", Copies: docs.Range{From: 1, To: 3}},
	)
	ledger, _ := docs.Fold(log)
	events, err := ledger.Issue("p1", docs.Range{}, "a", "b")
	fmt.Println(events, err)
	_, err = ledger.Issue("p1", docs.Range{From: 3, To: 3}, "a", "b")
	fmt.Println(err)
	// Output:
	// [{p1 000001 a} {p1 000002 b}] <nil>
	// p1: copies in stock to hand out: 1, needed: 2
}

func ExampleNumbers_Issue() {
	series := docs.Series{Class: symbol.Wenhao, Body: "会办", Year: 2026}
	log := docs.NewNumberLog()
	record := func(events []docs.NumberEvent, err error) docs.Numbers {
		if err == nil {
			log, err = log.Append(journal.Stamp{Desk: "registry", At: 1795222800000}, events...)
		}
		if err != nil {
			fmt.Println(err)
		}
		state, _ := docs.FoldNumbers(log)
		return state
	}
	state := record(docs.Numbers{}.Open(series, 1))
	state = record(state.Lease(series, "registry", 10))
	state = record(state.Issue(series, "registry", "p1"))
	state = record(state.Void(series, "registry", 2, "misprint"))
	state = record(state.Issue(series, "registry", "p2"))
	for _, serial := range []int{1, 3} {
		number, _ := series.Number(serial)
		fmt.Println(number, state.Record(series, serial).Paper)
	}
	for _, gap := range state.Gaps(series) {
		fmt.Println(gap.From, gap.State, gap.Reason)
	}
	// Output:
	// 会办〔2026〕1号 p1
	// 会办〔2026〕3号 p2
	// 2 void misprint
}

func ExamplePaper_Validate() {
	secret, _ := symbol.ParseMark("机密★20年")
	p := docs.Paper{
		ID: "p1", Number: "会办[2026]3号", Title: "工作报告", Mark: secret,
		Dated: calendar.MustParseDate("2026-11-20"), Owner: roster.OrgID("office"),
	}
	fmt.Print(p.Validate().Text(check.ZhHans, nil))
	day, ok := p.Release()
	fmt.Println(day, ok)
	// Output:
	// copies: 机密★20年文件必须编份号，请填写印制份数（《党政机关公文处理工作条例》第九条第一项）
	// number[2]: 年份写作“[2026]”，应当只把年份用六角括号“〔〕”括入（GB/T 9704-2012 第7.2.5条）
	// recall: 机密★20年文件没有列入清退范围，请确认（《党政机关公文处理工作条例》第三十四条）
	// 2046-11-20 true
}

func ExampleNear() {
	outstanding := map[symbol.CopyNumber]bool{12: true, 20: true, 999: true}
	fmt.Println(docs.Near(21, func(c symbol.CopyNumber) bool { return outstanding[c] }))
	// Output:
	// [000012 000020]
}

func ExampleNumberLogOf() {
	series := docs.Series{Class: symbol.Wenhao, Body: "会办", Year: 2026, Dating: symbol.InBrackets}
	log, err := docs.NumberLogOf( // entries as a host kept them, in any order
		journal.Entry[docs.NumberEvent]{ID: journal.ID{Desk: "registry", Seq: 2}, At: 1795222860000, Event: docs.BlockLeased{Series: series, Desk: "registry", From: 1, To: 20}},
		journal.Entry[docs.NumberEvent]{ID: journal.ID{Desk: "registry", Seq: 1}, At: 1795222800000, Event: docs.SeriesOpened{Series: series, First: 1}},
	)
	numbers, found := docs.FoldNumbers(log)
	next := series
	next.Year++
	fmt.Println(numbers.Opened(series), numbers.Opened(next), found.Len(), err)
	// Output:
	// true false 0 <nil>
}
