package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules about phrases.
const (
	NotALimit     check.Code = "calendar/not-a-limit"
	MonthOrMonths check.Code = "calendar/month-or-months"
	DayOrDays     check.Code = "calendar/day-or-days"
	DayIncluded   check.Code = "calendar/day-included"
	WhichWeek     check.Code = "calendar/which-week"
	FromToday     check.Code = "calendar/from-today"
)

var (
	notALimit = check.Rule{
		Code: NotALimit, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 读不出时限",
		En:   "{text} does not say when something is due in words known here",
	}
	monthOrMonths = check.Rule{
		Code: MonthOrMonths, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 指该月之内还是若干个月之内，两可；请写“个月”或写明月底",
		En:   "{text} may mean that month or a number of months; write 个月, or the end of the month",
	}
	dayOrDays = check.Rule{
		Code: DayOrDays, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 指几号之前还是提前几天，两可；请写明月份，或写“提前”",
		En:   "{text} may mean a day of the month or a number of days before; name the month, or write 提前",
	}
	dayIncluded = check.Rule{
		Code: DayIncluded, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{text} 是否包括当日，两可；按包括当日处理",
		En:   "{text} may leave the day itself out; it is taken as still in time",
	}
	whichWeek = check.Rule{
		Code: WhichWeek, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{text} 没有写明是哪一周的{weekday}；未写的按起算日当日或其后的第一个，next 按下一周",
		En:   "{text} does not say of which week: a bare {weekday} is the first one from the event on, next is that of the next week",
	}
	fromToday = check.Rule{
		Code: FromToday, Severity: check.Warning, Source: "中华人民共和国民法典, 第二百零一条第一款",
		Hans: "{text} 的即日为起算日，当日不计入期限",
		En:   "{text}: the day itself is not counted",
	}
)

func phraseRules() []check.Rule {
	return []check.Rule{notALimit, monthOrMonths, dayOrDays, dayIncluded, whichWeek, fromToday}
}
