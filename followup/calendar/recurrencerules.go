package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules about recurrence.
const (
	BadRuleText       check.Code = "calendar/bad-rule-text"
	TrailingSemicolon check.Code = "calendar/trailing-semicolon"
	NotAPart          check.Code = "calendar/not-a-part"
	PartTwice         check.Code = "calendar/part-twice"
	UnknownPart       check.Code = "calendar/unknown-part"
	RefusedPart       check.Code = "calendar/refused-part"
	BadFreq           check.Code = "calendar/bad-freq"
	BadRuleValue      check.Code = "calendar/bad-rule-value"
	BadRulePart       check.Code = "calendar/bad-rule-part"
	ZeroInRule        check.Code = "calendar/zero-in-rule"
	TwoEnds           check.Code = "calendar/two-ends"
	NotTogether       check.Code = "calendar/not-together"
	SetPosAlone       check.Code = "calendar/set-pos-alone"
	IsInstance        check.Code = "calendar/is-instance"
	IsNthWorkday      check.Code = "calendar/is-nth-workday"
)

const rfc5545 = "RFC 5545 Internet Calendaring and Scheduling Core Object Specification (iCalendar), section 3.3.10"

var (
	badRuleText = check.Rule{
		Code: BadRuleText, Severity: check.Error, Source: check.HouseCustom,
		Hans: "重复规则 {text} 不可用：应为不超过 {max} 字节的可见字符",
		En:   "rule {text} is not usable: up to {max} bytes of visible characters",
	}
	trailingSemicolon = check.Rule{
		Code: TrailingSemicolon, Severity: check.Warning, Source: rfc5545,
		Hans: "重复规则末尾多一个分号",
		En:   "the rule ends in a semicolon",
	}
	notAPart = check.Rule{
		Code: NotAPart, Severity: check.Error, Source: rfc5545,
		Hans: "{part} 不是“名称=值”",
		En:   "{part} is not a name, an equals sign and a value",
	}
	partTwice = check.Rule{
		Code: PartTwice, Severity: check.Error, Source: rfc5545,
		Hans: "{part} 出现两次",
		En:   "{part} stands twice",
	}
	unknownPart = check.Rule{
		Code: UnknownPart, Severity: check.Error, Source: rfc5545,
		Hans: "不认识重复规则的 {part}",
		En:   "{part} is no part of a recurrence rule",
	}
	refusedPart = check.Rule{
		Code: RefusedPart, Severity: check.Error, Source: check.HouseCustom,
		Hans: "不支持 {part}：只支持按周、月、年重复，以及月、月内日、星期和位次",
		En:   "{part} is not supported: rules are weekly, monthly or yearly, by month, day of the month, day of the week and position",
	}
	badFreq = check.Rule{
		Code: BadFreq, Severity: check.Error, Source: rfc5545,
		Hans: "频率 {freq} 不是 WEEKLY、MONTHLY、YEARLY 之一",
		En:   "frequency {freq} is none of WEEKLY, MONTHLY and YEARLY",
	}
	badRuleValue = check.Rule{
		Code: BadRuleValue, Severity: check.Error, Source: rfc5545,
		Hans: "{part} 的值 {value} 无法读出",
		En:   "{value} is no value of {part}",
	}
	badRulePart = check.Rule{
		Code: BadRulePart, Severity: check.Error, Source: rfc5545,
		Hans: "{n} 应在 {low} 至 {high} 之间",
		En:   "{n} lies outside {low} to {high}",
	}
	zeroInRule = check.Rule{
		Code: ZeroInRule, Severity: check.Error, Source: rfc5545,
		Hans: "不能为 0：正数从头数，负数从尾数",
		En:   "0 is no position: 1 is the first, -1 the last",
	}
	twoEnds = check.Rule{
		Code: TwoEnds, Severity: check.Error, Source: rfc5545,
		Hans: "COUNT 与 UNTIL 不能并用",
		En:   "COUNT and UNTIL must not stand together",
	}
	notTogether = check.Rule{
		Code: NotTogether, Severity: check.Error, Source: rfc5545,
		Hans: "{part} 不能与 {other} 并用",
		En:   "{part} must not stand with {other}",
	}
	setPosAlone = check.Rule{
		Code: SetPosAlone, Severity: check.Error, Source: rfc5545,
		Hans: "BYSETPOS 须与另一个 BY 部分并用",
		En:   "BYSETPOS needs another part beginning with BY",
	}
	isInstance = check.Rule{
		Code: IsInstance, Source: rfc5545,
		Hans: "{date}（{weekday}）符合重复规则",
		En:   "{date}, a {weekday}, fits the rule",
	}
	isNthWorkday = check.Rule{
		Code: IsNthWorkday, Source: check.HouseCustom,
		Hans: "{date} 是 {from} 至 {to} 的第 {n} 个工作日（负数从末尾数）",
		En:   "{date} is working day {n} of {from} to {to}, negative from the end",
	}
)

func recurrenceRules() []check.Rule {
	return []check.Rule{
		badRuleText, trailingSemicolon, notAPart, partTwice, unknownPart, refusedPart, badFreq, badRuleValue,
		badRulePart, zeroInRule, twoEnds, notTogether, setPosAlone, isInstance, isNthWorkday,
	}
}
