package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules that give the reason for what a day is.
const (
	IsWorkday     check.Code = "calendar/is-workday"
	IsWeekend     check.Code = "calendar/is-weekend"
	IsOff         check.Code = "calendar/is-off"
	IsInLieu      check.Code = "calendar/is-in-lieu"
	IsMakeUp      check.Code = "calendar/is-make-up"
	IsChanged     check.Code = "calendar/is-changed"
	UnknownYear   check.Code = "calendar/unknown-year"
	MissingNotice check.Code = "calendar/missing-notice"
)

var (
	isWorkday = check.Rule{
		Code: IsWorkday, Source: check.HouseCustom,
		Hans: "{date}（{weekday}）是工作日",
		En:   "{date}, a {weekday}, is an ordinary working day",
	}
	isWeekend = check.Rule{
		Code: IsWeekend, Source: check.HouseCustom,
		Hans: "{date}（{weekday}）是休息日",
		En:   "{date}, a {weekday}, is an ordinary day of rest",
	}
	isOff = check.Rule{
		Code: IsOff, Source: check.HouseCustom,
		Hans: "{date}（{weekday}）{holiday}放假，依据{notice}",
		En:   "{date}, a {weekday}, is off for {holiday} by the {notice}",
	}
	isInLieu = check.Rule{
		Code: IsInLieu, Source: check.HouseCustom,
		Hans: "{date}（{weekday}）{holiday}调休放假，依据{notice}",
		En:   "{date}, a {weekday}, is off in lieu of a make-up working day for {holiday} by the {notice}",
	}
	isMakeUp = check.Rule{
		Code: IsMakeUp, Source: check.HouseCustom,
		Hans: "{date}（{weekday}）因{holiday}调休上班，依据{notice}",
		En:   "{date}, a {weekday}, is a make-up working day for {holiday} by the {notice}",
	}
	isChanged = check.Rule{
		Code: IsChanged, Source: check.HouseCustom,
		Hans: "{date} 由{before}改为{after}，依据：{notice}",
		En:   "{date} was {before} and is now {after} by: {notice}",
	}
	unknownYear = check.Rule{
		Code: UnknownYear, Source: check.HouseCustom,
		Hans: "日历 {calendar} 不含{year}年，无法判断工作日",
		En:   "calendar {calendar} does not know {year}, so its working days cannot be told",
	}
	missingNotice = check.Rule{
		Code: MissingNotice, Source: check.HouseCustom,
		Hans: "{year}年的放假安排未载入，缺少{notice}",
		En:   "the working days of {year} are not known: {notice} is missing",
	}
)

func dayRules() []check.Rule {
	return []check.Rule{isWorkday, isWeekend, isOff, isInLieu, isMakeUp, isChanged, unknownYear, missingNotice}
}
