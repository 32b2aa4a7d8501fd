package ical

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the findings in text that is read.
const (
	TooLarge     check.Code = "ical/too-large"
	TooManyLines check.Code = "ical/too-many-lines"
	TooLong      check.Code = "ical/too-long"
	TooDeep      check.Code = "ical/too-deep"
	NotUTF8      check.Code = "ical/not-utf8"
	BareLF       check.Code = "ical/bare-lf"
	BlankLine    check.Code = "ical/blank-line"
	BOM          check.Code = "ical/byte-order-mark"
	Syntax       check.Code = "ical/syntax"
	Outside      check.Code = "ical/outside"
	Unclosed     check.Code = "ical/unclosed"
	StrayEnd     check.Code = "ical/stray-end"
	LeftOut      check.Code = "ical/left-out"
)

// Codes of the findings in components.
const (
	Unwritable  check.Code = "ical/unwritable"
	Misplaced   check.Code = "ical/misplaced"
	Missing     check.Code = "ical/missing"
	Repeated    check.Code = "ical/repeated"
	Exclusive   check.Code = "ical/exclusive"
	Needs       check.Code = "ical/needs"
	BadValue    check.Code = "ical/bad-value"
	EndsEarly   check.Code = "ical/ends-early"
	OtherForm   check.Code = "ical/other-form"
	StampNotUTC check.Code = "ical/stamp-not-utc"
)

const rfc5545 = `"Internet Calendaring and Scheduling Core Object Specification (iCalendar)", RFC 5545, `

var (
	tooLarge = check.Rule{
		Code: TooLarge, Severity: check.Error, Source: check.HouseCustom,
		Hans: "内容共 {bytes} 字节，超过上限 {max} 字节，未读取",
		En:   "the input has {bytes} bytes, more than the {max} allowed, and was not read",
	}
	tooManyLines = check.Rule{
		Code: TooManyLines, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：内容行超过 {max} 行；其后未读取",
		En:   "line {line}: more than {max} content lines; nothing from here on was read",
	}
	tooLong = check.Rule{
		Code: TooLong, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：内容行超过 {max} 字节",
		En:   "line {line}: the content line is longer than {max} bytes",
	}
	tooDeep = check.Rule{
		Code: TooDeep, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：组件嵌套超过 {max} 层",
		En:   "line {line}: components are nested deeper than {max} levels",
	}
	notUTF8 = check.Rule{
		Code: NotUTF8, Severity: check.Error, Source: rfc5545 + "section 3.1.4",
		Hans: "第 {line} 行：不是有效的 UTF-8",
		En:   "line {line}: this is not valid UTF-8",
	}
	bareLF = check.Rule{
		Code: BareLF, Severity: check.Warning, Source: rfc5545 + "section 3.1",
		Hans: "第 {line} 行起有行以 LF 结尾，应为 CRLF",
		En:   "line {line} ends in LF rather than CRLF, and others may",
	}
	blankLine = check.Rule{
		Code: BlankLine, Severity: check.Warning, Source: rfc5545 + "section 3.1",
		Hans: "第 {line} 行是空行",
		En:   "line {line} is blank",
	}
	byteOrderMark = check.Rule{
		Code: BOM, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "文本以字节序标记（BOM）开头，已略去",
		En:   "the text begins with a byte order mark, which was left out",
	}
	syntax = check.Rule{
		Code: Syntax, Severity: check.Error, Source: rfc5545 + "section 3.1",
		Hans: "第 {line} 行：{what}：{text}",
		En:   "line {line}: {what}: {text}",
	}
	outside = check.Rule{
		Code: Outside, Severity: check.Error, Source: rfc5545 + "section 3.4",
		Hans: "第 {line} 行：{text} 不在任何组件之内",
		En:   "line {line}: {text} is inside no component",
	}
	unclosed = check.Rule{
		Code: Unclosed, Severity: check.Error, Source: rfc5545 + "section 3.4",
		Hans: "第 {begin} 行开始的 {component} 没有 END，至第 {line} 行",
		En:   "{component}, begun in line {begin}, has no END up to line {line}",
	}
	strayEnd = check.Rule{
		Code: StrayEnd, Severity: check.Error, Source: rfc5545 + "section 3.4",
		Hans: "第 {line} 行：END:{component} 没有对应的 BEGIN",
		En:   "line {line}: END:{component} has no BEGIN",
	}
	leftOut = check.Rule{
		Code: LeftOut, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {begin} 至 {line} 行的 {component}（UID {uid}）有误，未读入",
		En:   "{component} with UID {uid} in lines {begin} to {line} is faulty and was left out",
	}
)

var (
	unwritable = check.Rule{
		Code: Unwritable, Severity: check.Error, Source: rfc5545 + "section 3.1",
		Hans: "{text} 无法写出：{what}",
		En:   "{text} cannot be written: {what}",
	}
	misplaced = check.Rule{
		Code: Misplaced, Severity: check.Error, Source: rfc5545 + "section 3.6",
		Hans: "组件 {component} 不能放在 {parent} 之内",
		En:   "component {component} cannot stand inside {parent}",
	}
	missing = check.Rule{
		Code: Missing, Severity: check.Error, Source: rfc5545 + "section 3.6",
		Hans: "{component} 缺少 {property}",
		En:   "{component} has no {property}",
	}
	repeated = check.Rule{
		Code: Repeated, Severity: check.Error, Source: rfc5545 + "section 3.6",
		Hans: "{component} 中 {property} 出现 {n} 次，最多 {max} 次",
		En:   "{component} has {n} of {property}, at most {max} may be",
	}
	exclusive = check.Rule{
		Code: Exclusive, Severity: check.Error, Source: rfc5545 + "section 3.6",
		Hans: "{component} 不能既有 {property} 又有 {other}",
		En:   "{component} has both {property} and {other}, which exclude each other",
	}
	needs = check.Rule{
		Code: Needs, Severity: check.Error, Source: rfc5545 + "section 3.6",
		Hans: "{component} 有 {property} 就必须有 {other}",
		En:   "{component} has {property}, which needs {other}",
	}
	badValue = check.Rule{
		Code: BadValue, Severity: check.Error, Source: rfc5545 + "section 3.3",
		Hans: "{property} 的值 {value} 不可用：应为{want}",
		En:   "value {value} of {property} is not usable: want {want}",
	}
	endsEarly = check.Rule{
		Code: EndsEarly, Severity: check.Error, Source: rfc5545 + "sections 3.8.2.2 and 3.8.2.3",
		Hans: "{property} {end} 不晚于 DTSTART {start}",
		En:   "{property} {end} is not later than DTSTART {start}",
	}
	otherForm = check.Rule{
		Code: OtherForm, Severity: check.Error, Source: rfc5545 + "sections 3.8.2.2 and 3.8.2.3",
		Hans: "{property} 与 DTSTART 一个只有日期、一个带时间",
		En:   "one of {property} and DTSTART is a date, the other a date with time",
	}
	stampNotUTC = check.Rule{
		Code: StampNotUTC, Severity: check.Error, Source: rfc5545 + "section 3.8.7.2",
		Hans: "DTSTAMP {value} 应为世界时（以 Z 结尾）",
		En:   "DTSTAMP {value} is to be in UTC, with Z at its end",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		tooLarge, tooManyLines, tooLong, tooDeep, notUTF8, bareLF, blankLine, byteOrderMark, syntax,
		outside, unclosed, strayEnd, leftOut,
		unwritable, misplaced, missing, repeated, exclusive, needs, badValue, endsEarly, otherForm, stampNotUTC,
	}
}
