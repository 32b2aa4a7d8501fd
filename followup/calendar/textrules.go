package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules about dates and times in texts.
const (
	BadWritten      check.Code = "calendar/bad-written"
	Unreadable      check.Code = "calendar/unreadable"
	NoYear          check.Code = "calendar/no-year"
	NoSuchDate      check.Code = "calendar/no-such-date"
	NoSuchTime      check.Code = "calendar/no-such-time"
	PaddedDate      check.Code = "calendar/padded-date"
	ForeignDigits   check.Code = "calendar/foreign-digits"
	MixedBrackets   check.Code = "calendar/mixed-brackets"
	WeekdayMismatch check.Code = "calendar/weekday-mismatch"
	NightTwelve     check.Code = "calendar/night-twelve"
	BareHour        check.Code = "calendar/bare-hour"
	WordMismatch    check.Code = "calendar/word-mismatch"
)

const paperFormat = "GB/T 9704-2012 党政机关公文格式, 7.3.5.4"

var (
	badWritten = check.Rule{
		Code: BadWritten, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文字 {text} 不可用：应为不超过 {max} 字节的 UTF-8 文本",
		En:   "text {text} is not usable: up to {max} bytes of UTF-8",
	}
	unreadable = check.Rule{
		Code: Unreadable, Severity: check.Error, Source: check.HouseCustom,
		Hans: "无法读出 {text} 中的日期或时间：{at}处应为{want}",
		En:   "no date or time can be read from {text}: want {want} at {at}",
	}
	noYear = check.Rule{
		Code: NoYear, Severity: check.Error, Source: paperFormat,
		Hans: "{text} 没有写明年份",
		En:   "{text} does not give the year",
	}
	noSuchDate = check.Rule{
		Code: NoSuchDate, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 中的日期不存在",
		En:   "the date in {text} does not exist",
	}
	noSuchTime = check.Rule{
		Code: NoSuchTime, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 中的时间不存在",
		En:   "the time in {text} does not exist",
	}
	paddedDate = check.Rule{
		Code: PaddedDate, Severity: check.Warning, Source: paperFormat,
		Hans: "{text} 的月、日不应编虚位，应写作{plain}",
		En:   "month and day in {text} are not to be padded: {plain}",
	}
	foreignDigits = check.Rule{
		Code: ForeignDigits, Severity: check.Warning, Source: paperFormat,
		Hans: "{text} 的日期、时间应使用阿拉伯数字",
		En:   "date and time in {text} are to be in Arabic numerals",
	}
	mixedBrackets = check.Rule{
		Code: MixedBrackets, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{text} 的括号一边全角、一边半角",
		En:   "{text} opens a bracket of one width and closes one of the other",
	}
	weekdayMismatch = check.Rule{
		Code: WeekdayMismatch, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{date} 是{weekday}，文中写作{written}",
		En:   "{date} is a {weekday}, the text says {written}",
	}
	nightTwelve = check.Rule{
		Code: NightTwelve, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 指当日零时还是24时，两可；请写 0:00 或 24:00",
		En:   "{text} may mean the beginning or the end of the day; write 0:00 or 24:00",
	}
	bareHour = check.Rule{
		Code: BareHour, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 未写明上午还是下午，两可",
		En:   "{text} does not say whether it is before or after noon",
	}
	wordMismatch = check.Rule{
		Code: WordMismatch, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 中的时间与 {word} 不符（{from} 至 {to}）",
		En:   "the time in {text} does not go with {word} ({from} to {to})",
	}
)

func textRules() []check.Rule {
	return []check.Rule{
		badWritten, unreadable, noYear, noSuchDate, noSuchTime, paddedDate, foreignDigits,
		mixedBrackets, weekdayMismatch, nightTwelve, bareHour, wordMismatch,
	}
}
