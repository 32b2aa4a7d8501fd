package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules about periods, policies, limits and deadlines.
const (
	BadPeriod       check.Code = "calendar/bad-period"
	BadUnit         check.Code = "calendar/bad-unit"
	BadRoll         check.Code = "calendar/bad-roll"
	BadPolicyNumber check.Code = "calendar/bad-policy-number"
	NeverInForce    check.Code = "calendar/never-in-force"
	BadLimitKind    check.Code = "calendar/bad-limit-kind"
	UselessField    check.Code = "calendar/useless-field"
	BadAhead        check.Code = "calendar/bad-ahead"
	UnitRefused     check.Code = "calendar/unit-refused"
	BackwardRefused check.Code = "calendar/backward-refused"
	NeedsMoment     check.Code = "calendar/needs-moment"
	BeyondDates     check.Code = "calendar/beyond-dates"
	DueBeforeEvent  check.Code = "calendar/due-before-event"
	AwaitsEvent     check.Code = "calendar/awaits-event"
	RunsFrom        check.Code = "calendar/runs-from"
	RunsBackFrom    check.Code = "calendar/runs-back-from"
	RunsFromMoment  check.Code = "calendar/runs-from-moment"
	RunsBackMoment  check.Code = "calendar/runs-back-from-moment"
	HourLeftOut     check.Code = "calendar/hour-left-out"
	LastMoment      check.Code = "calendar/last-moment"
	NotInForce      check.Code = "calendar/not-in-force"
	ShortPeriod     check.Code = "calendar/short-period"
	LastWorkday     check.Code = "calendar/last-workday"
	LastDay         check.Code = "calendar/last-day"
	NoSameDay       check.Code = "calendar/no-same-day"
	RolledOn        check.Code = "calendar/rolled-on"
	RolledBack      check.Code = "calendar/rolled-back"
	LeastWorkdays   check.Code = "calendar/least-workdays"
	NamedDay        check.Code = "calendar/named-day"
	DayBefore       check.Code = "calendar/day-before"
	ByCalendar      check.Code = "calendar/by-calendar"
	TooFewWorkdays  check.Code = "calendar/too-few-workdays"

	TooManyQuestions check.Code = "calendar/too-many-questions"
	DueMoved         check.Code = "calendar/due-moved"
	OtherCalendar    check.Code = "calendar/other-calendar"
	OtherDay         check.Code = "calendar/other-day"
)

var (
	badPeriod = check.Rule{
		Code: BadPeriod, Severity: check.Error, Source: check.HouseCustom,
		Hans: "期限的数目 {n} 不可用：应为 1 至 {max}，倒推为负",
		En:   "{n} is no length of a period: from 1 to {max}, negative backwards",
	}
	badUnit = check.Rule{
		Code: BadUnit, Severity: check.Error, Source: check.HouseCustom,
		Hans: "期限单位 {unit} 不是日、周、月、年、工作日、小时之一",
		En:   "unit {unit} is none of days, weeks, months, years, working days and hours",
	}
	badRoll = check.Rule{
		Code: BadRoll, Severity: check.Error, Source: check.HouseCustom,
		Hans: "顺延方式 {roll} 不存在",
		En:   "there is no way {roll} to roll",
	}
	badPolicyNumber = check.Rule{
		Code: BadPolicyNumber, Severity: check.Error, Source: check.HouseCustom,
		Hans: "天数 {n} 应在 0 至 {max} 之间",
		En:   "number of days {n} lies outside 0 to {max}",
	}
	neverInForce = check.Rule{
		Code: NeverInForce, Severity: check.Error, Source: check.HouseCustom,
		Hans: "规则的失效日期 {to} 早于施行日期 {from}",
		En:   "the rule ends on {to}, before it begins on {from}",
	}
	badLimitKind = check.Rule{
		Code: BadLimitKind, Severity: check.Error, Source: check.HouseCustom,
		Hans: "时限种类 {kind} 不存在",
		En:   "there is no kind {kind} of limit",
	}
	uselessField = check.Rule{
		Code: UselessField, Severity: check.Error, Source: check.HouseCustom,
		Hans: "时限种类 {kind} 用不到此项",
		En:   "a limit of kind {kind} has no use for this field",
	}
	badAhead = check.Rule{
		Code: BadAhead, Severity: check.Error, Source: check.HouseCustom,
		Hans: "后推数 {n} 应在 0 至 {max} 之间",
		En:   "{n} ahead lies outside 0 to {max}",
	}
	unitRefused = check.Rule{
		Code: UnitRefused, Severity: check.Error, Source: check.HouseCustom,
		Hans: "规则 {policy} 不涉及以“{unit}”计的期限",
		En:   "policy {policy} does not cover periods in {unit}",
	}
	backwardRefused = check.Rule{
		Code: BackwardRefused, Severity: check.Error, Source: check.HouseCustom,
		Hans: "规则 {policy} 不适用于倒推的期限（{n}）",
		En:   "policy {policy} does not apply to periods counted backwards ({n})",
	}
	needsMoment = check.Rule{
		Code: NeedsMoment, Severity: check.Error, Source: check.HouseCustom,
		Hans: "以小时计的期限（{n}小时）自具体时刻起算，只有日期 {date} 不够",
		En:   "a period of {n} hours runs from a moment; the date {date} alone does not say when it begins",
	}
	beyondDates = check.Rule{
		Code: BeyondDates, Severity: check.Error, Source: check.HouseCustom,
		Hans: "到期日超出公元1年至9999年",
		En:   "the day lies outside the years 1 to 9999",
	}
	dueBeforeEvent = check.Rule{
		Code: DueBeforeEvent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "到期日 {due} 早于起算日 {event}",
		En:   "due on {due}, before the event on {event}",
	}
	awaitsEvent = check.Rule{
		Code: AwaitsEvent, Source: check.HouseCustom,
		Hans: "起算的事件尚未发生，到期日待定",
		En:   "the event from which the limit runs has not happened, so the day is not yet known",
	}
	runsFrom = check.Rule{
		Code: RunsFrom, Source: check.HouseCustom,
		Hans: "期限{period}自 {date} 起算，当日不计入，依据{policy}",
		En:   "a period of {period} runs from {date}, which is not counted, by the {policy}",
	}
	runsBackFrom = check.Rule{
		Code: RunsBackFrom, Source: check.HouseCustom,
		Hans: "期限{period}自 {date} 倒推，当日不计入，依据{policy}",
		En:   "a period of {period} is counted back from {date}, which is not counted, by the {policy}",
	}
	runsFromMoment = check.Rule{
		Code: RunsFromMoment, Source: check.HouseCustom,
		Hans: "期限{period}自 {moment} 起算，依据{policy}",
		En:   "a period of {period} runs from {moment} by the {policy}",
	}
	runsBackMoment = check.Rule{
		Code: RunsBackMoment, Source: check.HouseCustom,
		Hans: "期限{period}自 {moment} 倒推，依据{policy}",
		En:   "a period of {period} is counted back from {moment} by the {policy}",
	}
	hourLeftOut = check.Rule{
		Code: HourLeftOut, Source: check.HouseCustom,
		Hans: "起算的那一小时不计入，从 {moment} 数起",
		En:   "the hour of the event is not counted, so it counts from {moment}",
	}
	lastMoment = check.Rule{
		Code: LastMoment, Source: check.HouseCustom,
		Hans: "止于 {moment}",
		En:   "it ends at {moment}",
	}
	notInForce = check.Rule{
		Code: NotInForce, Source: check.HouseCustom,
		Hans: "该规则在 {date} 并非现行规定",
		En:   "this rule was not in force on {date}",
	}
	shortPeriod = check.Rule{
		Code: ShortPeriod, Source: check.HouseCustom,
		Hans: "不足{n}日的期限只计工作日",
		En:   "in a period of less than {n} days only working days are counted",
	}
	lastWorkday = check.Rule{
		Code: LastWorkday, Source: check.HouseCustom,
		Hans: "最后一个工作日是 {date}",
		En:   "the last of the working days is {date}",
	}
	lastDay = check.Rule{
		Code: LastDay, Source: check.HouseCustom,
		Hans: "最后一日是 {date}",
		En:   "the last day is {date}",
	}
	noSameDay = check.Rule{
		Code: NoSameDay, Source: check.HouseCustom,
		Hans: "该月没有对应日，以月末日 {date} 为最后一日",
		En:   "that month has no corresponding day, so its end, {date}, is the last day",
	}
	rolledOn = check.Rule{
		Code: RolledOn, Source: check.HouseCustom,
		Hans: "顺延至 {date}（{weekday}）",
		En:   "so it runs on to {date}, a {weekday}",
	}
	rolledBack = check.Rule{
		Code: RolledBack, Source: check.HouseCustom,
		Hans: "提前至 {date}（{weekday}）",
		En:   "so it is brought forward to {date}, a {weekday}",
	}
	minWorkdays = check.Rule{
		Code: LeastWorkdays, Source: check.HouseCustom,
		Hans: "期限应至少包含{n}个工作日，因此止于 {date}",
		En:   "the period has to contain at least {n} working days, so it ends on {date}",
	}
	namedDay = check.Rule{
		Code: NamedDay, Source: check.HouseCustom,
		Hans: "时限所指的一日是 {date}（{weekday}）",
		En:   "the limit names {date}, a {weekday}",
	}
	dayBefore = check.Rule{
		Code: DayBefore, Source: check.HouseCustom,
		Hans: "不含当日，至迟 {date}",
		En:   "that day is not included, so {date} is the last",
	}
	byCalendar = check.Rule{
		Code: ByCalendar, Source: check.HouseCustom,
		Hans: "依据日历 {calendar}，版本 {version}",
		En:   "by calendar {calendar}, version {version}",
	}
	tooFewWorkdays = check.Rule{
		Code: TooFewWorkdays, Source: check.HouseCustom,
		Hans: "{from} 至 {to} 只有{workdays}个工作日，没有第 {n} 个",
		En:   "{from} to {to} holds {workdays} working days, so there is no number {n}",
	}
	tooManyQuestions = check.Rule{
		Code: TooManyQuestions, Severity: check.Error, Source: check.HouseCustom,
		Hans: "待算的期限有 {n} 项，超过 {max} 项",
		En:   "{n} questions are more than {max}",
	}
	dueMoved = check.Rule{
		Code: DueMoved, Source: check.HouseCustom,
		Hans: "{id} 的到期日由 {before} 改为 {after}",
		En:   "the day on which {id} is due was {before} and is now {after}",
	}
	otherCalendar = check.Rule{
		Code: OtherCalendar, Severity: check.Error, Source: check.HouseCustom,
		Hans: "到期日依据日历 {written}，不是 {calendar}",
		En:   "the deadline was found by calendar {written}, not by {calendar}",
	}
	otherDay = check.Rule{
		Code: OtherDay, Severity: check.Error, Source: check.HouseCustom,
		Hans: "所记到期日 {written} 与推算结果 {date} 不符",
		En:   "the deadline is written as {written}, but is {date}",
	}
)

func dueRules() []check.Rule {
	return []check.Rule{
		badPeriod, badUnit, badRoll, badPolicyNumber, neverInForce, badLimitKind, uselessField, badAhead,
		unitRefused, backwardRefused, needsMoment, beyondDates, dueBeforeEvent, awaitsEvent, runsFrom, runsBackFrom,
		runsFromMoment, runsBackMoment, hourLeftOut, lastMoment,
		notInForce, shortPeriod, lastWorkday, lastDay, noSameDay, rolledOn, rolledBack, minWorkdays,
		namedDay, dayBefore, byCalendar, tooFewWorkdays, tooManyQuestions, dueMoved, otherCalendar, otherDay,
	}
}
