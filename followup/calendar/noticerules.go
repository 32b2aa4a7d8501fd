package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules about notices.
const (
	NoText            check.Code = "calendar/no-text"
	BadText           check.Code = "calendar/bad-text"
	BadAddress        check.Code = "calendar/bad-address"
	BadYear           check.Code = "calendar/bad-year"
	PublishedEarly    check.Code = "calendar/published-early"
	DuplicateHoliday  check.Code = "calendar/duplicate-holiday"
	OneEnd            check.Code = "calendar/one-end"
	ToBeforeFrom      check.Code = "calendar/to-before-from"
	NoDays            check.Code = "calendar/no-days"
	TooManyDays       check.Code = "calendar/too-many-days"
	NoDate            check.Code = "calendar/no-date"
	BothOffAndOn      check.Code = "calendar/both-off-and-on"
	LieuOutside       check.Code = "calendar/lieu-outside"
	LieuOnRest        check.Code = "calendar/lieu-on-rest"
	OutsideYear       check.Code = "calendar/outside-year"
	TooManyNotices    check.Code = "calendar/too-many-notices"
	TooManyHolidays   check.Code = "calendar/too-many-holidays"
	TooManyYears      check.Code = "calendar/too-many-years"
	BadWeekday        check.Code = "calendar/bad-weekday"
	NoWorkingWeek     check.Code = "calendar/no-working-week"
	DuplicateNotice   check.Code = "calendar/duplicate-notice"
	YearTwice         check.Code = "calendar/year-twice"
	OtherJurisdiction check.Code = "calendar/other-jurisdiction"
	BadYears          check.Code = "calendar/bad-years"
	NoYears           check.Code = "calendar/no-years"
	UnknownAmended    check.Code = "calendar/unknown-amended"
	AmendsAmendment   check.Code = "calendar/amends-amendment"
	OtherYear         check.Code = "calendar/other-year"
	UnknownHoliday    check.Code = "calendar/unknown-holiday"
	MakeUpOnWorkday   check.Code = "calendar/make-up-on-workday"
	Contradiction     check.Code = "calendar/contradiction"
	NamedTwice        check.Code = "calendar/named-twice"
)

var (
	noText = check.Rule{
		Code: NoText, Severity: check.Error, Source: check.HouseCustom,
		Hans: "此项必填",
		En:   "this field is needed",
	}
	badText = check.Rule{
		Code: BadText, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文字 {text} 不可用：应为不超过 {max} 字节的可见字符，首尾无空格",
		En:   "text {text} is not usable: up to {max} bytes of visible characters without spaces at its ends",
	}
	badAddress = check.Rule{
		Code: BadAddress, Severity: check.Error, Source: check.HouseCustom,
		Hans: "网址 {address} 应以 https:// 或 http:// 开头",
		En:   "web address {address} begins with neither https:// nor http://",
	}
	badYear = check.Rule{
		Code: BadYear, Severity: check.Error, Source: check.HouseCustom,
		Hans: "年份 {year} 应在 1 至 9999 之间",
		En:   "year {year} lies outside 1 to 9999",
	}
	publishedEarly = check.Rule{
		Code: PublishedEarly, Severity: check.Error, Source: check.HouseCustom,
		Hans: "发布日期 {published} 早于成文日期 {signed}",
		En:   "published on {published}, before it was signed on {signed}",
	}
	duplicateHoliday = check.Rule{
		Code: DuplicateHoliday, Severity: check.Error, Source: check.HouseCustom,
		Hans: "假日名称 {name} 与 {other} 重复",
		En:   "holiday name {name} is used by {other} too",
	}
	oneEnd = check.Rule{
		Code: OneEnd, Severity: check.Error, Source: check.HouseCustom,
		Hans: "放假起止日期应同时填写或同时空缺",
		En:   "give the first and the last day off, or neither",
	}
	toBeforeFrom = check.Rule{
		Code: ToBeforeFrom, Severity: check.Error, Source: check.HouseCustom,
		Hans: "放假终止日期 {to} 早于起始日期 {from}",
		En:   "the last day off, {to}, lies before the first, {from}",
	}
	noDays = check.Rule{
		Code: NoDays, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{name} 既无放假日期，也无补班日期；只有修改通知可以取消假日",
		En:   "{name} names neither days off nor working days; only an amendment strikes out a holiday",
	}
	tooManyDays = check.Rule{
		Code: TooManyDays, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{name} 的放假、调休或补班日期超过 {max} 天",
		En:   "{name} names more than {max} days",
	}
	noDate = check.Rule{
		Code: NoDate, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少日期",
		En:   "the date is missing",
	}
	bothOffAndOn = check.Rule{
		Code: BothOffAndOn, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{name} 把 {date} 既列为放假日，又列为补班日",
		En:   "{name} names {date} both as a day off and as a working day",
	}
	lieuOutside = check.Rule{
		Code: LieuOutside, Severity: check.Error, Source: check.HouseCustom,
		Hans: "调休日 {date} 不在 {name} 的放假日期之内",
		En:   "{date}, given in lieu, is not one of the days off of {name}",
	}
	lieuOnRest = check.Rule{
		Code: LieuOnRest, Severity: check.Error, Source: check.HouseCustom,
		Hans: "调休日 {date}（{weekday}）本是休息日，无须以补班换取",
		En:   "{date}, a {weekday}, is a day of rest anyway and cannot be given in lieu",
	}
	outsideYear = check.Rule{
		Code: OutsideYear, Severity: check.Error, Source: check.HouseCustom,
		Hans: "日期 {date} 不属于 {year} 年的通知（可涉及上年12月和次年1月）",
		En:   "{date} does not belong in the notice for {year}, which may reach into the December before and the January after",
	}
	tooManyNotices = check.Rule{
		Code: TooManyNotices, Severity: check.Error, Source: check.HouseCustom,
		Hans: "通知有 {n} 件，超过 {max} 件",
		En:   "{n} notices are more than {max}",
	}
	tooManyHolidays = check.Rule{
		Code: TooManyHolidays, Severity: check.Error, Source: check.HouseCustom,
		Hans: "假日共 {n} 项，超过 {max} 项",
		En:   "{n} holidays are more than {max}",
	}
	tooManyYears = check.Rule{
		Code: TooManyYears, Severity: check.Error, Source: check.HouseCustom,
		Hans: "日历首末相距 {n} 年，超过 {max} 年",
		En:   "the calendar spans {n} years, more than {max}",
	}
	badWeekday = check.Rule{
		Code: BadWeekday, Severity: check.Error, Source: check.HouseCustom,
		Hans: "休息日 {day} 不是星期一（1）至星期日（7）",
		En:   "day of rest {day} is none of Monday (1) to Sunday (7)",
	}
	noWorkingWeek = check.Rule{
		Code: NoWorkingWeek, Severity: check.Error, Source: check.HouseCustom,
		Hans: "一周七天都是休息日，没有工作日可言",
		En:   "all seven days of the week are days of rest",
	}
	duplicateNotice = check.Rule{
		Code: DuplicateNotice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "通知编号 {id} 与 {other} 重复",
		En:   "notice id {id} is used by {other} too",
	}
	yearTwice = check.Rule{
		Code: YearTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{year} 年的安排 {other} 已经公布；如系修改，请注明所修改的通知",
		En:   "{year} is published by {other} already; if this notice amends it, say so",
	}
	otherJurisdiction = check.Rule{
		Code: OtherJurisdiction, Severity: check.Error, Source: check.HouseCustom,
		Hans: "年度通知的适用地区 {jurisdiction} 与 {other} 不同",
		En:   "this annual notice is of {jurisdiction}, another one of {other}",
	}
	badYears = check.Rule{
		Code: BadYears, Severity: check.Error, Source: check.HouseCustom,
		Hans: "年份范围 {from} 至 {to} 不可用",
		En:   "the years {from} to {to} are not usable",
	}
	noYears = check.Rule{
		Code: NoYears, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有年度通知，日历不含任何年份",
		En:   "there is no annual notice, so the calendar would know no year",
	}
	unknownAmended = check.Rule{
		Code: UnknownAmended, Severity: check.Error, Source: check.HouseCustom,
		Hans: "所修改的通知 {id} 未载入",
		En:   "the amended notice {id} is not among the notices",
	}
	amendsAmendment = check.Rule{
		Code: AmendsAmendment, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{id} 本身是修改通知，请注明原通知 {base}",
		En:   "{id} is itself an amendment; name the notice it amends, {base}",
	}
	otherYear = check.Rule{
		Code: OtherYear, Severity: check.Error, Source: check.HouseCustom,
		Hans: "修改通知的年份 {year} 与原通知的年份 {amended} 不同",
		En:   "the amendment is for {year}, the amended notice for {amended}",
	}
	unknownHoliday = check.Rule{
		Code: UnknownHoliday, Severity: check.Error, Source: check.HouseCustom,
		Hans: "原通知 {id} 没有名为 {name} 的假日；新增假日请用补充通知",
		En:   "the amended notice {id} has no holiday {name}; a new holiday belongs in a supplement",
	}
	makeUpOnWorkday = check.Rule{
		Code: MakeUpOnWorkday, Severity: check.Error, Source: check.HouseCustom,
		Hans: "补班日 {date}（{weekday}）本来就是工作日",
		En:   "{date}, a {weekday}, is a working day anyway and cannot be a make-up day",
	}
	contradiction = check.Rule{
		Code: Contradiction, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{date} 在此与 {other} 一处放假、一处上班，互相矛盾",
		En:   "{date} is off by one and a working day by the other of this holiday and {other}",
	}
	namedTwice = check.Rule{
		Code: NamedTwice, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{date} 在 {other} 已经列明",
		En:   "{date} is named by {other} already",
	}
)

func noticeRules() []check.Rule {
	return []check.Rule{
		noText, badText, badAddress, badYear, publishedEarly, duplicateHoliday, oneEnd, toBeforeFrom,
		noDays, tooManyDays, noDate, bothOffAndOn, lieuOutside, lieuOnRest, outsideYear, tooManyNotices,
		tooManyHolidays, tooManyYears, badWeekday, noWorkingWeek, duplicateNotice, yearTwice,
		otherJurisdiction, badYears, noYears, unknownAmended, amendsAmendment, otherYear, unknownHoliday,
		makeUpOnWorkday, contradiction, namedTwice,
	}
}
