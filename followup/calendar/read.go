package calendar

import (
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxWritten is the greatest length in bytes of a text that [Read] takes.
const MaxWritten = 256

// A Written is what a text says: a date, a reading of the clock, or both.
type Written struct {
	Date     Date  // the zero Date if the text gives none
	Clock    Clock // without meaning if HasClock is false
	HasClock bool
}

// DateTime returns the moment that date and clock give, the zero DateTime if one of
// them is missing.
func (w Written) DateTime() DateTime {
	if !w.HasClock {
		return DateTime{}
	}
	return w.Date.At(w.Clock)
}

// ReadOptions of [Read]. The zero ReadOptions are strict.
type ReadOptions struct {
	// Year completes a date that is written without one. Default: such a date is a
	// finding, since no year is guessed.
	Year int

	// Lenient also takes Han and full-width digits, 二〇二六年一月五日, with a warning:
	// GB/T 9704-2012 wants Arabic numerals.
	Lenient bool
}

// Read reads a date, a time of the day, or both, as Chinese papers write them:
//
//	2026年1月5日（星期一）上午9:00      下午3时30分      1月5日晚上7:30      次日凌晨1:30
//
// The day of the week may stand in either kind of brackets or in none, as 星期一 or
// 周一; it has to be that of the date. A time is on the clock of 24 hours, unless a
// word for a part of the day says otherwise; the word and the hour have to go
// together. What can be read in two ways is a finding and is not decided: 3点
// without a word, 晚上12点. The words and their ranges are house custom: 凌晨 0:00 to
// 6:00; 清晨, 早晨, 早上 and 早 5:00 to 10:00; 上午 6:00 to 12:00; 中午 11:00 to 14:00; 下午
// 12:00 to 19:00; 傍晚 17:00 to 20:00; 晚上 and 晚 17:00 to 24:00, each without its
// end but the last. So 中午12:30 and 下午12:30 are both 12:30. After 次日 a time
// belongs to the next day and counts from 24:00 on.
//
// Month, day and hour may be padded; for month and day that is a warning. If a
// finding is of severity Error, the Written is zero.
func Read(s string, o *ReadOptions) (Written, check.Problems) {
	p := textReader{in: s, rest: s}
	if o != nil {
		p.opts = *o
	}
	if len(s) > MaxWritten || !utf8.ValidString(s) {
		p.found.Add(badWritten.At("", check.Value("text", s), check.Int("max", MaxWritten)))
		return Written{}, p.found
	}
	w := p.read()
	if p.found.Failed() {
		return Written{}, p.found
	}
	return w, p.found
}

// A textReader walks over a text. After an error it reads nothing more.
type textReader struct {
	opts     ReadOptions
	in, rest string
	found    check.Problems
	warned   bool // of Han digits
}

func (p *textReader) read() Written {
	var w Written
	p.space()
	if p.startsDate() {
		w.Date = p.date()
		p.space()
		p.weekday(w.Date)
		p.space()
	}
	if p.rest != "" || w.Date.IsZero() {
		w.Clock, w.HasClock = p.clock(), true
		p.space()
	}
	if p.rest != "" {
		p.want("结尾", "the end of the text")
	}
	return w
}

// want reports that something else stands at the place reached.
func (p *textReader) want(hans, en string) {
	if p.found.Failed() {
		return
	}
	at := check.Value("at", p.rest)
	if p.rest == "" {
		at = check.Term("at", "末尾", "its end")
	}
	p.found.Add(unreadable.At("", check.Value("text", p.in), at, check.Term("want", hans, en)))
}

// take reads one of some words.
func (p *textReader) take(words ...string) (string, bool) {
	if p.found.Failed() {
		return "", false
	}
	for _, w := range words {
		if rest, ok := strings.CutPrefix(p.rest, w); ok {
			p.rest = rest
			return w, true
		}
	}
	return "", false
}

func (p *textReader) space() { p.rest = strings.TrimLeft(p.rest, " \u3000") }

// startsDate reports whether a date stands at the place reached: a number before 年
// or 月.
func (p *textReader) startsDate() bool {
	q := *p
	q.found, q.warned = check.Problems{}, true
	q.number(4)
	_, ok := q.take("年", "月")
	return ok
}

// date reads 2026年1月5日 or 1月5日.
func (p *textReader) date() Date {
	start := p.rest
	year := p.opts.Year
	n, digits := p.number(4)
	if _, ok := p.take("年"); ok {
		if digits != 4 {
			p.rest = start
			p.want("四位年份", "a year of four digits")
		}
		year = n
		n, digits = p.number(2)
	} else if year == 0 {
		p.found.Add(noYear.At("", check.Value("text", p.in)))
	}
	padded := digits == 2 && n < 10
	if _, ok := p.take("月"); !ok || digits > 2 {
		p.want("月份", "a month")
	}
	day, digits := p.number(2)
	padded = padded || digits == 2 && day < 10
	if _, ok := p.take("日", "号"); !ok {
		p.want("日", "a day")
	}
	if p.found.Failed() {
		return Date{}
	}
	d, err := DateOf(year, n, day)
	if err != nil {
		p.found.Add(noSuchDate.At("", check.Value("text", p.in)).WithCause(err))
	}
	if padded && err == nil {
		p.found.Add(paddedDate.At("", check.Value("text", p.in), check.Text("plain", Style{Lang: check.ZhHans}.Date(d))))
	}
	return d
}

// weekday reads （星期一）, (星期一), 星期一 or the same with 周, and compares it with
// the date.
func (p *textReader) weekday(d Date) {
	open, bracket := p.take("（", "(")
	if _, ok := p.take("星期", "周"); !ok {
		if bracket {
			p.want("星期几", "a day of the week")
		}
		return
	}
	name, ok := p.take("一", "二", "三", "四", "五", "六", "日", "天")
	if !ok {
		p.want("一至六、日或天", "the name of the day")
		return
	}
	w := Sunday
	if i := strings.Index(weekdayHans, name); i >= 0 {
		w = Monday + Weekday(i/len(name))
	}
	if bracket {
		shut, ok := p.take("）", ")")
		if !ok {
			p.want("右括号", "a closing bracket")
			return
		}
		if (open == "（") != (shut == "）") {
			p.found.Add(mixedBrackets.At("", check.Value("text", p.in)))
		}
	}
	if !d.IsZero() && w != d.Weekday() {
		p.found.Add(weekdayMismatch.At("", check.Text("date", d.String()),
			check.Term("written", w.Label(), w.English()),
			check.Term("weekday", d.Weekday().Label(), d.Weekday().English())))
	}
}

// clock reads a time of the day: 上午9:00, 15时30分, 次日凌晨1点半.
func (p *textReader) clock() Clock {
	_, nextDay := p.take("次日")
	p.space()
	word, hasWord := cutDayWord(p.rest)
	p.rest = p.rest[len(word.word):]
	p.space()
	start := p.rest
	hour, digits := p.number(2)
	mark, ok := p.take(":", "：", "时", "点")
	if digits == 0 || !ok {
		p.rest = start
		p.want("时间", "a time of the day")
		return 0
	}
	minute, second := p.minutes(mark)
	if p.found.Failed() {
		return 0
	}
	written, err := ClockOf(hour, minute, second)
	switch {
	case err != nil || written > DayEnd:
		p.found.Add(noSuchTime.At("", check.Value("text", p.in)).WithCause(err))
		return 0
	case hasWord && word.night && hour == 12:
		p.found.Add(nightTwelve.At("", check.Value("text", p.in)))
		return 0
	case !hasWord && mark == "点" && 1 <= hour && hour <= 12:
		p.found.Add(bareHour.At("", check.Value("text", p.in)))
		return 0
	case hasWord:
		fits := false
		if written, fits = word.clock(written); !fits {
			p.found.Add(wordMismatch.At("", check.Value("text", p.in), check.Value("word", word.word),
				check.Text("from", word.first.String()), check.Text("to", (word.last/Minute*Minute).String())))
			return 0
		}
	}
	if nextDay {
		written += DayEnd
	}
	if !written.IsValid() {
		p.found.Add(noSuchTime.At("", check.Value("text", p.in)))
		return 0
	}
	return written
}

// minutes reads what follows the hour and its mark.
func (p *textReader) minutes(mark string) (minute, second int) {
	if mark == ":" || mark == "：" {
		start := p.rest
		minute, digits := p.number(2)
		if digits != 2 {
			p.rest = start
			p.want("两位分钟", "minutes of two digits")
		}
		if _, ok := p.take(":", "："); ok {
			start = p.rest
			if second, digits = p.number(2); digits != 2 {
				p.rest = start
				p.want("两位秒", "seconds of two digits")
			}
		}
		return minute, second
	}
	switch fraction, _ := p.take("整", "半", "一刻", "三刻"); fraction {
	case "整":
		return 0, 0
	case "半":
		return 30, 0
	case "一刻":
		return 15, 0
	case "三刻":
		return 45, 0
	}
	minute, digits := p.number(2)
	if digits == 0 {
		return 0, 0
	}
	if _, ok := p.take("分"); !ok {
		p.want("分", "分, for minutes")
	}
	if second, digits = p.number(2); digits > 0 {
		if _, ok := p.take("秒"); !ok {
			p.want("秒", "秒, for seconds")
		}
	}
	return minute, second
}

// number reads a number of at most width digits and returns how many there were.
// Without any it reads nothing. In lenient reading Han and full-width digits are
// digits too, and 十 makes a number of two: 三十一.
func (p *textReader) number(width int) (n, digits int) {
	if p.found.Failed() {
		return 0, 0
	}
	for digits < width && p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '9' {
		n, digits, p.rest = n*10+int(p.rest[0]-'0'), digits+1, p.rest[1:]
	}
	if digits > 0 || !p.opts.Lenient {
		return n, digits
	}
	if n, digits = p.foreign(width); digits > 0 && !p.warned {
		p.warned = true
		p.found.Add(foreignDigits.At("", check.Value("text", p.in)))
	}
	return n, digits
}

// foreign reads Han or full-width digits.
func (p *textReader) foreign(width int) (n, digits int) {
	for digits < width && p.rest != "" {
		r, size := utf8.DecodeRuneInString(p.rest)
		if r == '十' && width == 2 {
			// 十 is ten, 二十 twenty, 二十一 twenty-one.
			if digits == 0 {
				n = 1
			}
			p.rest = p.rest[size:]
			n *= 10
			if r, size = utf8.DecodeRuneInString(p.rest); hanDigit(r) > 0 {
				p.rest = p.rest[size:]
				n += hanDigit(r)
			}
			return n, 2
		}
		v := hanDigit(r)
		if v < 0 {
			break
		}
		n, digits, p.rest = n*10+v, digits+1, p.rest[size:]
	}
	return n, digits
}

// hanDigit returns the value of a Han or full-width digit, -1 for anything else.
func hanDigit(r rune) int {
	switch {
	case '０' <= r && r <= '９':
		return int(r - '０')
	case r == '零', r == '○':
		return 0
	default:
		const digits, size = "〇一二三四五六七八九", len("〇")
		i := strings.IndexRune(digits, r)
		if i < 0 {
			return -1
		}
		return i / size
	}
}
