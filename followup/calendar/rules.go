package calendar

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the rules of this package.
const (
	NoStart        check.Code = "calendar/no-start"
	NoEnd          check.Code = "calendar/no-end"
	EndBeforeStart check.Code = "calendar/end-before-start"
)

var (
	noStart = check.Rule{
		Code: NoStart, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少起始时间",
		En:   "the start is missing",
	}
	noEnd = check.Rule{
		Code: NoEnd, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少结束时间",
		En:   "the end is missing",
	}
	endBeforeStart = check.Rule{
		Code: EndBeforeStart, Severity: check.Error, Source: check.HouseCustom,
		Hans: "结束时间 {end} 早于起始时间 {start}",
		En:   "the end, {end}, lies before the start, {start}",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return slices.Concat(
		[]check.Rule{noStart, noEnd, endBeforeStart},
		noticeRules(),
		dayRules(),
		textRules(),
		dueRules(),
		phraseRules(),
		recurrenceRules(),
	)
}
