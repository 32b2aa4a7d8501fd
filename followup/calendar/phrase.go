package calendar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// ReadLimit reads how papers say when something is due, in Chinese or English:
//
//	5个工作日内   三十日内   3个月内   印发之日起15日内   会后7天内   提前3个工作日   24小时内
//	月底前   下月底前   本季度末前   年底前   周五前   下周五前   2026年3月5日前
//	within 5 working days of receipt   by end of month   by next Friday   by 2026-03-05
//
// Numbers may be Arabic, full-width or Han numerals, in English also words up to
// twelve. 日 and 天 are days and never working days. What is due within a period is due
// on its last day at the latest (民法典, article 1259: 以内 includes the number).
//
// What can be read in two ways is a finding. It is a warning where usage has a default:
// a day before which something is due is itself still in time, 周五 is the first Friday
// from the event on, next Friday is that of the next week, and 即日 is not counted. It
// is an error, and nothing is decided, for 3月内 (in March, or within three months),
// 5日前 (by the 5th, or five days before) and for a date without a year, unless the
// options complete it. The end of a month, a quarter or a year is its last day, whether
// anybody works on it or not; see the field Roll.
//
// If a finding is of severity Error, the Limit is zero.
func ReadLimit(s string, o *ReadOptions) (Limit, check.Problems) {
	p := limitReader{in: s}
	if o != nil {
		p.opts = *o
	}
	if len(s) > MaxWritten || !utf8.ValidString(s) {
		p.found.Add(badWritten.At("", check.Value("text", s), check.Int("max", MaxWritten)))
		return Limit{}, p.found
	}
	var l Limit
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		l = p.chinese(strings.NewReplacer(" ", "", "\u3000", "").Replace(s))
	} else {
		l = p.english(strings.Fields(strings.ToLower(s)))
	}
	if !p.found.Failed() {
		p.found.In("", l.Validate())
	}
	if p.found.Failed() {
		return Limit{}, p.found
	}
	return l, p.found
}

// A limitReader reads one phrase.
type limitReader struct {
	opts  ReadOptions
	in    string
	found check.Problems
}

func (p *limitReader) report(rule *check.Rule, args ...check.Arg) {
	p.found.Add(rule.At("", append([]check.Arg{check.Value("text", p.in)}, args...)...))
}

// unreadable reports a phrase that is none, unless it is known already what is wrong.
func (p *limitReader) unreadable() Limit {
	if !p.found.Failed() {
		p.report(&notALimit)
	}
	return Limit{}
}

// Words that lead from the event to its limit, longer ones first.
var (
	afterEvent  = [...]string{"之日起", "之日后", "之后", "以后", "后", "起"}
	withinWords = [...]string{"以内", "之内", "内"}
	beforeWords = [...]string{"以前", "之前", "前"}
	untilWords  = [...]string{"截止", "为止", "止"}
)

// hanUnits are the words after a number, longer ones first where one ends another.
var hanUnits = [...]struct {
	word string
	unit Unit
}{
	{"个工作日", Workdays},
	{"工作日", Workdays},
	{"个自然日", Days},
	{"自然日", Days},
	{"日", Days},
	{"天", Days},
	{"个月", Months},
	{"个星期", Weeks},
	{"星期", Weeks},
	{"周", Weeks},
	{"年", Years},
	{"个小时", Hours},
	{"小时", Hours},
}

// hanEnds are the ends of months, quarters and years, and how far ahead they are.
var hanEnds = [...]struct {
	words string
	kind  LimitKind
	ahead int
}{
	{"月底 月末 本月底 本月末 当月底 当月末", MonthEnd, 0},
	{"下月底 下月末 下个月底 下个月末", MonthEnd, 1},
	{"季度末 季度底 季末 本季度末 本季度底 本季末 当季度末", QuarterEnd, 0},
	{"下季度末 下季度底 下季末 下个季度末", QuarterEnd, 1},
	{"年底 年末 本年底 本年末 今年底 今年末 当年底 当年末", YearEnd, 0},
	{"明年底 明年末 下年底 下年末 次年底 次年末", YearEnd, 1},
}

// hanWholes are periods in which something is to be done, by their last day.
var hanWholes = [...]struct {
	words string
	kind  LimitKind
}{
	{"本月 当月", MonthEnd},
	{"本季度 当季度", QuarterEnd},
	{"年 本年 今年 当年 本年度", YearEnd},
}

// chinese reads a phrase without blanks.
func (p *limitReader) chinese(s string) Limit {
	event, body := p.event(s)
	var l Limit
	switch {
	case strings.HasPrefix(body, "提前"):
		n, unit := p.amount(strings.TrimPrefix(body, "提前"))
		l = Limit{Kind: Within, Period: Period{-n, unit}}
	default:
		l = p.body(body)
	}
	if p.found.Failed() {
		return Limit{}
	}
	l.Event = event
	return l
}

// event takes the event off the front of a phrase: 自印发之日起, 会后, 即日起.
func (p *limitReader) event(s string) (event, body string) {
	at, width := -1, 0
	for _, w := range afterEvent {
		if i := strings.LastIndex(s, w); i >= 0 && i+len(w) > at+width {
			at, width = i, len(w)
		}
	}
	if at < 0 {
		return "", s
	}
	event, body = s[:at], s[at+width:]
	for _, w := range [...]string{"自", "从"} {
		event = strings.TrimPrefix(event, w)
	}
	for _, w := range [...]string{"，", ",", "的"} {
		body = strings.TrimPrefix(body, w)
	}
	if event == "即日" {
		p.report(&fromToday)
	}
	return event, body
}

func (p *limitReader) body(s string) Limit {
	for _, w := range [...]string{"请于", "在", "于"} {
		s = strings.TrimPrefix(s, w)
	}
	if inner, ok := cutAny(s, withinWords[:]); ok {
		for _, whole := range hanWholes {
			if slices.Contains(strings.Fields(whole.words), inner) {
				return Limit{Kind: whole.kind}
			}
		}
		n, unit := p.amount(inner)
		return Limit{Kind: Within, Period: Period{n, unit}}
	}
	day, before := cutAny(s, beforeWords[:])
	if !before {
		var until bool
		if day, until = cutAny(s, untilWords[:]); !until {
			day = s
		}
		rest, led := day, false
		for _, w := range [...]string{"截至", "至", "到"} {
			if rest, led = strings.CutPrefix(day, w); led {
				break
			}
		}
		if day = rest; !led && !until {
			return p.unreadable()
		}
	}
	return p.named(day, before)
}

// named reads a day: the end of a month, a day of the week, a date.
func (p *limitReader) named(day string, before bool) Limit {
	for _, end := range hanEnds {
		if slices.Contains(strings.Fields(end.words), day) {
			return Limit{Kind: end.kind, Ahead: end.ahead}
		}
	}
	if before {
		if number, ok := cutAny(day, []string{"个工作日", "工作日", "日", "号", "天"}); ok {
			if _, rest := hanNumber(number); number != "" && rest == "" {
				p.report(&dayOrDays)
				return Limit{}
			}
		}
	}
	l, ok := hanWeekday(day)
	switch {
	case ok && l.Kind == NextWeekday:
		p.report(&whichWeek, check.Term("weekday", l.Weekday.Label(), l.Weekday.English()))
	case !ok:
		var end bool
		l.Kind = OnDate
		l.Date, end = p.date(day)
		before = before && !end
	}
	if before && !p.found.Failed() {
		p.report(&dayIncluded)
	}
	return l
}

// hanWeekday reads 周五, 本周五 or 下周五, also with 星期.
func hanWeekday(s string) (Limit, bool) {
	l := Limit{Kind: NextWeekday}
	for _, w := range [...]struct {
		word  string
		ahead int
	}{{"本", 0}, {"这", 0}, {"下", 1}} {
		if rest, ok := strings.CutPrefix(s, w.word); ok {
			s, l.Kind, l.Ahead = strings.TrimPrefix(rest, "个"), WeekdayOfWeek, w.ahead
			break
		}
	}
	name, short := strings.CutPrefix(s, "周")
	if !short {
		if name, short = strings.CutPrefix(s, "星期"); !short {
			return Limit{}, false
		}
	}
	if name == "天" {
		name = "日"
	}
	i := strings.Index(weekdayHans, name)
	if len(name) != len("一") || i < 0 {
		return Limit{}, false
	}
	l.Weekday = Monday + Weekday(i/len(name))
	return l, true
}

// date reads 2026年3月5日, 3月5日 or 2026-03-05, and as the end of a longer time 3月底,
// 2026年底 or 2026年第三季度末.
func (p *limitReader) date(s string) (d Date, end bool) {
	if d, err := ParseDate(s); err == nil {
		return d, false
	}
	year, rest := p.opts.Year, s
	if n, after := hanNumber(s); after != s && strings.HasPrefix(after, "年") {
		year, rest = n, strings.TrimPrefix(after, "年")
	}
	var month, day int
	whole, end := cutAny(rest, []string{"底", "末"})
	if end {
		month = lastMonth(whole, rest != s)
	} else {
		month, day = monthAndDay(rest)
	}
	switch {
	case month == 0, rest != s && year < 1000: // of 26年 the century is not guessed
		p.unreadable()
		return Date{}, end
	case year == 0:
		p.report(&noYear)
		return Date{}, end
	case end:
		day = DaysIn(year, month)
	}
	d, err := DateOf(year, month, day)
	if err != nil {
		p.found.Add(noSuchDate.At("", check.Value("text", p.in)).WithCause(err))
	}
	return d, end
}

// lastMonth returns the last month of 3月, of 第三季度, and of the year if only 年 or
// nothing is left after its number; 0 for other words.
func lastMonth(s string, year bool) int {
	if year && (s == "" || s == "年") {
		return 12
	}
	number := strings.TrimPrefix(s, "第")
	switch n, word := hanNumber(number); {
	case (word == "季度" || word == "个季度") && n <= 4:
		return 3 * n
	case (word == "月" || word == "月份") && number == s:
		return n
	default:
		return 0
	}
}

// monthAndDay reads 3月5日; 0, 0 for other words.
func monthAndDay(s string) (month, day int) {
	month, rest := hanNumber(s)
	rest, ok := strings.CutPrefix(rest, "月")
	day, word := hanNumber(rest)
	if !ok || word != "日" && word != "号" {
		return 0, 0
	}
	return month, day
}

// amount reads a number and a unit: 5个工作日.
func (p *limitReader) amount(s string) (int, Unit) {
	n, word := hanNumber(s)
	if word == s {
		p.unreadable()
		return 0, 0
	}
	for _, u := range hanUnits {
		if u.word == word {
			return n, u.unit
		}
	}
	if word == "月" || word == "月份" {
		p.report(&monthOrMonths)
	} else {
		p.unreadable()
	}
	return 0, 0
}

// cutAny takes one of some words off the end.
func cutAny(s string, words []string) (string, bool) {
	for _, w := range words {
		if rest, ok := strings.CutSuffix(s, w); ok {
			return rest, true
		}
	}
	return s, false
}

// hanNumber reads a number off the front, in Arabic, full-width or Han numerals, up to
// 9999 in Han. Without one it returns s as the rest. A number too great for any use is
// read as MaxPeriod + 1.
func hanNumber(s string) (n int, rest string) {
	digits := 0
	for i, r := range s {
		switch {
		case '0' <= r && r <= '9':
			r -= '0'
		case '０' <= r && r <= '９':
			r -= '０'
		default:
			if digits == 0 {
				return hanNumeral(s)
			}
			return n, s[i:]
		}
		n, digits = min(10*n+int(r), MaxPeriod+1), digits+1
	}
	if digits == 0 {
		return 0, s
	}
	return n, ""
}

// hanNumeral reads 五, 十五, 三十, 一百二十, 两千零五, and digit by digit 二〇二六.
func hanNumeral(s string) (n int, rest string) {
	const han = "〇一二三四五六七八九"
	digit, pending, plain := 0, false, 0 // the last digit, whether it waits for its power, digits in a row
	last := 10_000                       // power read before, which the next has to be below
	for i, r := range s {
		if r == '零' {
			r = '〇'
		} else if r == '两' {
			r = '二'
		}
		if at := strings.IndexRune(han, r); at >= 0 {
			d := at / len("一")
			if pending {
				if last != 10_000 || plain >= 4 {
					return 0, s
				}
				digit, plain = 10*digit+d, plain+1
				continue
			}
			digit, pending, plain = d, d != 0 || last == 10_000, 1
			continue
		}
		power := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		if power == 0 {
			rest = s[i:]
			break
		}
		if power >= last || plain > 1 || !pending && power > 10 {
			return 0, s
		}
		n, last = n+max(digit, btoi(!pending))*power, power
		digit, pending, plain = 0, false, 0
	}
	if len(rest) == len(s) {
		return 0, s
	}
	return n + digit, rest
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// english reads the words of a phrase.
func (p *limitReader) english(words []string) Limit {
	head := func(list ...string) bool {
		if len(words) < len(list) || !slices.Equal(words[:len(list)], list) {
			return false
		}
		words = words[len(list):]
		return true
	}
	if head("within") {
		return p.within(words)
	}
	before := false
	switch {
	case head("by"), head("on", "or", "before"), head("no", "later", "than"):
	case head("before"):
		before = true
	default:
		return p.unreadable()
	}
	head("the")
	if head("end", "of") {
		head("the")
		ahead := btoi(head("next"))
		if ahead == 0 {
			head("this")
		}
		kinds := map[string]LimitKind{"month": MonthEnd, "quarter": QuarterEnd, "year": YearEnd}
		if len(words) != 1 || kinds[words[0]] == 0 || before {
			return p.unreadable()
		}
		return Limit{Kind: kinds[words[0]], Ahead: ahead}
	}
	l := Limit{Kind: NextWeekday, Before: before}
	switch {
	case head("next"):
		l.Kind, l.Ahead = WeekdayOfWeek, 1
	case head("this"):
		l.Kind = WeekdayOfWeek
	}
	if len(words) != 1 {
		return p.unreadable()
	}
	if err := l.Weekday.UnmarshalText([]byte(words[0])); err == nil {
		if l.Kind == NextWeekday || l.Ahead == 1 {
			p.report(&whichWeek, check.Term("weekday", l.Weekday.Label(), l.Weekday.English()))
		}
		return l
	}
	d, err := ParseDate(words[0])
	if err != nil || l.Kind != NextWeekday {
		return p.unreadable()
	}
	return Limit{Kind: OnDate, Date: d, Before: before}
}

const numberWords = "zero one two three four five six seven eight nine ten eleven twelve"

// within reads "5 working days of receipt" or a part of it.
func (p *limitReader) within(words []string) Limit {
	if len(words) < 2 {
		return p.unreadable()
	}
	n, rest := hanNumber(words[0])
	if at := slices.Index(strings.Fields(numberWords), words[0]); at > 0 {
		n, rest = at, ""
	} else if words[0] == "a" || words[0] == "one" {
		n, rest = 1, ""
	}
	if rest != "" {
		return p.unreadable()
	}
	unit := words[1]
	words = words[2:]
	if (unit == "working" || unit == "business" || unit == "calendar") && len(words) > 0 {
		unit, words = unit+" "+words[0], words[1:]
	}
	event := ""
	if len(words) > 1 && slices.Contains([]string{"of", "after", "from"}, words[0]) {
		event, words = strings.Join(words[1:], " "), nil
	}
	if len(words) > 0 {
		return p.unreadable()
	}
	period := Period{N: n}
	switch strings.TrimSuffix(unit, "s") {
	case "day", "calendar day":
		period.Unit = Days
	case "working day", "business day", "workday":
		period.Unit = Workdays
	case "week":
		period.Unit = Weeks
	case "month":
		period.Unit = Months
	case "year":
		period.Unit = Years
	case "hour":
		period.Unit = Hours
	default:
		return p.unreadable()
	}
	if n == 0 {
		p.found.In("period", period.Validate())
		return Limit{}
	}
	return Limit{Kind: Within, Period: period, Event: event}
}
