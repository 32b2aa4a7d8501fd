package calendar_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func within(n int, u calendar.Unit, event string) calendar.Limit {
	return calendar.Limit{Kind: calendar.Within, Period: calendar.Period{N: n, Unit: u}, Event: event}
}

func TestReadLimit(t *testing.T) {
	const (
		included = " calendar/day-included"
		which    = " calendar/which-week"
		today    = " calendar/from-today"
	)
	on := func(s string) calendar.Limit {
		return calendar.Limit{Kind: calendar.OnDate, Date: calendar.MustParseDate(s)}
	}
	weekday := func(k calendar.LimitKind, w calendar.Weekday, ahead int) calendar.Limit {
		return calendar.Limit{Kind: k, Weekday: w, Ahead: ahead}
	}
	for _, tt := range []struct {
		in    string
		want  calendar.Limit
		found string
		why   string
	}{
		{"5个工作日内", within(5, calendar.Workdays, ""), "", "working days"},
		{"5 个工作日以内", within(5, calendar.Workdays, ""), "", "with blanks"},
		{"五个工作日内", within(5, calendar.Workdays, ""), "", "Han numerals"},
		{"１５日内", within(15, calendar.Days, ""), "", "full-width digits; days are not working days"},
		{"十五天之内", within(15, calendar.Days, ""), "", "天 is 日"},
		{"三十日内", within(30, calendar.Days, ""), "", "thirty"},
		{"一百二十日内", within(120, calendar.Days, ""), "", "hundreds"},
		{"一百零五日内", within(105, calendar.Days, ""), "", "with a zero"},
		{"两个月内", within(2, calendar.Months, ""), "", "两"},
		{"十二个月内", within(12, calendar.Months, ""), "", "twelve"},
		{"2周内", within(2, calendar.Weeks, ""), "", "weeks"},
		{"3个星期内", within(3, calendar.Weeks, ""), "", "weeks in other words"},
		{"1年内", within(1, calendar.Years, ""), "", "years"},
		{"10个自然日内", within(10, calendar.Days, ""), "", "said clearly"},
		{"自印发之日起15日内", within(15, calendar.Days, "印发"), "", "an event"},
		{"印发后3个工作日内", within(3, calendar.Workdays, "印发"), "", "after an event"},
		{"会后7日内", within(7, calendar.Days, "会"), "", "a short event"},
		{"收到会后通知之日起，15日内", within(15, calendar.Days, "收到会后通知"), "", "an event with a word like it"},
		{"即日起10日内", within(10, calendar.Days, "即日"), today, "whether the day counts"},
		{"即日起至月底", calendar.Limit{Kind: calendar.MonthEnd, Event: "即日"}, today, "up to a day"},
		{"提前3个工作日", within(-3, calendar.Workdays, ""), "", "backwards"},
		{"会后24小时内", within(24, calendar.Hours, "会"), "", "hours"},
		{"提前四十八个小时", within(-48, calendar.Hours, ""), "", "hours backwards"},
		{"within 48 hours of receipt", within(48, calendar.Hours, "receipt"), "", "hours"},
		{"月底前", calendar.Limit{Kind: calendar.MonthEnd}, "", "the last day of the month"},
		{"本月底前", calendar.Limit{Kind: calendar.MonthEnd}, "", "the same"},
		{"本月内", calendar.Limit{Kind: calendar.MonthEnd}, "", "the same"},
		{"于下月末之前", calendar.Limit{Kind: calendar.MonthEnd, Ahead: 1}, "", "the next month"},
		{"本季度末前", calendar.Limit{Kind: calendar.QuarterEnd}, "", "a quarter"},
		{"下季度末前", calendar.Limit{Kind: calendar.QuarterEnd, Ahead: 1}, "", "the next one"},
		{"年底前", calendar.Limit{Kind: calendar.YearEnd}, "", "a year"},
		{"年内", calendar.Limit{Kind: calendar.YearEnd}, "", "within the year"},
		{"明年底前", calendar.Limit{Kind: calendar.YearEnd, Ahead: 1}, "", "the next year"},
		{"周五前", weekday(calendar.NextWeekday, calendar.Friday, 0), included + which, "two questions"},
		{"本周五前", weekday(calendar.WeekdayOfWeek, calendar.Friday, 0), included, "one question"},
		{"下周五前", weekday(calendar.WeekdayOfWeek, calendar.Friday, 1), included, "one question"},
		{"下个星期天以前", weekday(calendar.WeekdayOfWeek, calendar.Sunday, 1), included, "other words"},
		{"截至本周五", weekday(calendar.WeekdayOfWeek, calendar.Friday, 0), "", "no question"},
		{"本周五止", weekday(calendar.WeekdayOfWeek, calendar.Friday, 0), "", "no question"},
		{"2026年3月5日前", on("2026-03-05"), included, "a date"},
		{"二〇二六年三月五日前", on("2026-03-05"), included, "a date in Han numerals"},
		{"2026-03-05前", on("2026-03-05"), included, "a date of data"},
		{"2024年2月底前", on("2024-02-29"), "", "the end of a named month is its last day"},
		{"2026年11月份底前", on("2026-11-30"), "", "in other words"},
		{"2026年底前", on("2026-12-31"), "", "the end of a named year"},
		{"2026年年末前", on("2026-12-31"), "", "in other words"},
		{"2026年第三季度末前", on("2026-09-30"), "", "the end of a named quarter"},
		{"2026年1季度末前", on("2026-03-31"), "", "in other words"},
		{"within 5 days", within(5, calendar.Days, ""), "", "days"},
		{"Within 5 working days", within(5, calendar.Workdays, ""), "", "working days"},
		{"within ten business days of receipt", within(10, calendar.Workdays, "receipt"), "", "an event"},
		{"within one month after the first notice", within(1, calendar.Months, "the first notice"), "", "an event of words"},
		{"within a week", within(1, calendar.Weeks, ""), "", "a is one"},
		{"within 2 years", within(2, calendar.Years, ""), "", "years"},
		{"by end of month", calendar.Limit{Kind: calendar.MonthEnd}, "", "the last day"},
		{"by the end of the next quarter", calendar.Limit{Kind: calendar.QuarterEnd, Ahead: 1}, "", "articles"},
		{"by the end of this year", calendar.Limit{Kind: calendar.YearEnd}, "", "this"},
		{"by Friday", weekday(calendar.NextWeekday, calendar.Friday, 0), which, "by includes the day"},
		{"by this Friday", weekday(calendar.WeekdayOfWeek, calendar.Friday, 0), "", "clear"},
		{"by next Friday", weekday(calendar.WeekdayOfWeek, calendar.Friday, 1), which, "read in two ways"},
		{"before this Friday", calendar.Limit{Kind: calendar.WeekdayOfWeek, Weekday: calendar.Friday, Before: true}, "", "before does not include the day"},
		{"no later than 2026-03-05", on("2026-03-05"), "", "a date"},
	} {
		got, found := calendar.ReadLimit(tt.in, nil)
		codes := ""
		for p := range found.All() {
			codes += " " + string(p.Code())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || codes != tt.found {
			t.Errorf("%s: %s; found %q, want %q (-want +got):\n%s", tt.in, tt.why, codes, tt.found, diff)
		}
	}
}

func TestReadLimitRefused(t *testing.T) {
	for _, tt := range []struct {
		in   string
		code check.Code
		why  string
	}{
		{"", calendar.NotALimit, "nothing"},
		{"尽快", calendar.NotALimit, "as soon as possible is no limit"},
		{"3月内", calendar.MonthOrMonths, "in March, or within three months"},
		{"三月内", calendar.MonthOrMonths, "the same in Han numerals"},
		{"5日前", calendar.DayOrDays, "by the fifth, or five days before"},
		{"会议召开3日前", calendar.NotALimit, "an event in front of it"},
		{"3个工作日前", calendar.DayOrDays, "the same with working days"},
		{"24时内", calendar.NotALimit, "24时 is a time of the day"},
		{"5小时前", calendar.NotALimit, "of which day?"},
		{"3月5日前", calendar.NoYear, "of which year?"},
		{"3月底前", calendar.NoYear, "of which year?"},
		{"三季度末前", calendar.NoYear, "of which year?"},
		{"2026年五季度末前", calendar.NotALimit, "no such quarter"},
		{"2026年第3月底前", calendar.NotALimit, "no such words"},
		{"2026年3日前", calendar.NotALimit, "of which month?"},
		{"2026年月底前", calendar.NotALimit, "of which month?"},
		{"2026年0月底前", calendar.NotALimit, "no such month"},
		{"26年3月5日前", calendar.NotALimit, "of which century?"},
		{"2026年2月30日前", calendar.NoSuchDate, "no such day"},
		{"2026年13月底前", calendar.NoSuchDate, "no such month"},
		{"0日内", calendar.BadPeriod, "no period"},
		{"within 0 days", calendar.BadPeriod, "no period"},
		{"100001日内", calendar.BadPeriod, "too long"},
		{"99999999999999999999日内", calendar.BadPeriod, "overflow"},
		{"半年内", calendar.NotALimit, "half a year is no number of months by law"},
		{"5个内", calendar.NotALimit, "five of what"},
		{"十百日内", calendar.NotALimit, "no numeral"},
		{"二十三十日内", calendar.NotALimit, "two numerals"},
		{"周八前", calendar.NotALimit, "no such day of the week"},
		{"周五", calendar.NotALimit, "by, before or on Friday"},
		{"月底", calendar.NotALimit, "the same"},
		{"本周内", calendar.NotALimit, "to Friday or to Sunday"},
		{"by", calendar.NotALimit, "when?"},
		{"by Friday week", calendar.NotALimit, "other English"},
		{"by end of week", calendar.NotALimit, "to Friday or to Sunday"},
		{"within days", calendar.NotALimit, "how many"},
		{"within 5 days please", calendar.NotALimit, "more words"},
		{"within five", calendar.NotALimit, "of what"},
		{"before the end of month", calendar.NotALimit, "whether the end is included"},
		{"a\xff", calendar.BadWritten, "not text"},
		{strings.Repeat("五", 100) + "日内", calendar.BadWritten, "too long"},
	} {
		got, found := calendar.ReadLimit(tt.in, nil)
		if !found.Has(tt.code) || !found.Failed() || got != (calendar.Limit{}) {
			t.Errorf("%q: %+v, %v, want %s: %s", tt.in, got, found, tt.code, tt.why)
		}
	}
	got, found := calendar.ReadLimit("3月底前", &calendar.ReadOptions{Year: 2026})
	if got.Date != calendar.MustDate(2026, 3, 31) || found.Failed() {
		t.Errorf("%+v, %v: a year from outside", got, found)
	}
}

func TestLimitDue(t *testing.T) {
	c := calendar.China()
	for _, tt := range []struct{ in, trigger, want, why string }{
		{"5个工作日内", "2026-02-11", "2026-02-25", "across the Spring Festival, with its make-up Saturday"},
		{"5日内", "2026-06-01", "2026-06-08", "from Saturday to Monday"},
		{"月底前", "2026-05-11", "2026-05-31", "a Sunday stays"},
		{"下月底前", "2026-01-31", "2026-02-28", "the next month has 28 days"},
		{"本季度末前", "2026-05-11", "2026-06-30", "the second quarter"},
		{"下季度末前", "2026-11-30", "", "2027"},
		{"年底前", "2026-05-11", "2026-12-31", "the end of the year"},
		{"周五前", "2026-05-11", "2026-05-15", "from a Monday"},
		{"周五前", "2026-05-15", "2026-05-15", "on the Friday itself"},
		{"周五前", "2026-05-16", "2026-05-22", "on the Saturday after it"},
		{"本周五前", "2026-05-11", "2026-05-15", "of this week"},
		{"本周五前", "2026-05-16", "!", "of this week it is over"},
		{"下周五前", "2026-05-17", "2026-05-22", "a Sunday ends its week"},
		{"下周五前", "2026-05-18", "2026-05-29", "a Monday begins it"},
		{"before this friday", "2026-05-11", "2026-05-14", "the day itself is left out"},
		{"2026年3月5日前", "2026-03-06", "!", "due before the event"},
		{"提前3个工作日", "2026-02-25", "2026-02-13", "before a meeting after the Spring Festival"},
	} {
		l, found := calendar.ReadLimit(tt.in, nil)
		if found.Failed() {
			t.Fatal(found)
		}
		d, err := l.Due(calendar.CNCivil(), c, calendar.MustParseDate(tt.trigger))
		got := d.Date().String()
		if err != nil {
			got = "!"
		}
		if want := tt.want; got != want && (want != "" || err != nil) {
			t.Errorf("%s from %s: %s, %v, want %s: %s", tt.in, tt.trigger, got, err, want, tt.why)
		}
	}
	rolled := calendar.Limit{Kind: calendar.MonthEnd, Roll: calendar.Preceding}
	if d, err := rolled.Due(calendar.CNCivil(), c, calendar.MustDate(2026, 5, 11)); err != nil || d.Date() != calendar.MustDate(2026, 5, 29) {
		t.Errorf("the last working day of May: %v, %v", d.Date(), err)
	}
	fixed := calendar.Limit{Kind: calendar.OnDate, Date: calendar.MustDate(2026, 3, 5)}
	if d, err := fixed.Due(calendar.CNCivil(), c, calendar.Date{}); err != nil || d.Pending() || d.Date() != fixed.Date {
		t.Errorf("a date waits for no event: %v, %v", d.Date(), err)
	}
}

func TestLimitValidate(t *testing.T) {
	for _, tt := range []struct {
		l    calendar.Limit
		want string
	}{
		{calendar.Limit{}, "kind"},
		{calendar.Limit{Kind: calendar.YearEnd + 1}, "kind"},
		{calendar.Limit{Kind: calendar.Within}, "period"},
		{calendar.Limit{Kind: calendar.Within, Period: calendar.Period{N: 1}}, "period.unit"},
		{calendar.Limit{Kind: calendar.Within, Period: calendar.MustParsePeriod("1 day"), Roll: calendar.Following, Before: true, Ahead: 1, Weekday: 1, Date: calendar.MustDate(2026, 1, 1)}, "ahead before date roll weekday"},
		{calendar.Limit{Kind: calendar.OnDate}, "date"},
		{calendar.Limit{Kind: calendar.NextWeekday, Ahead: 1}, "ahead weekday"},
		{calendar.Limit{Kind: calendar.WeekdayOfWeek, Weekday: 8}, "weekday"},
		{calendar.Limit{Kind: calendar.MonthEnd, Ahead: calendar.MaxAhead + 1}, "ahead"},
		{calendar.Limit{Kind: calendar.MonthEnd, Ahead: -1}, "ahead"},
		{calendar.Limit{Kind: calendar.MonthEnd, Roll: 9, Event: "\u202e"}, "event roll"},
		{calendar.Limit{Kind: calendar.MonthEnd, Ahead: calendar.MaxAhead, Roll: calendar.ModifiedFollowing, Before: true}, ""},
	} {
		var paths []string
		for p := range tt.l.Validate().All() {
			paths = append(paths, p.Path())
		}
		if got := strings.Join(paths, " "); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.l, got, tt.want)
		}
	}
}

// FuzzReadLimit: what is read is valid, has a day or waits for its event, and findings
// of severity Error and a limit exclude each other.
func FuzzReadLimit(f *testing.F) {
	for _, s := range []string{"5个工作日内", "即日起至月底", "三千二百一十日内", "二〇二六年三月五日前", "下周五前", "3月内", "within 5 days of x", "by end of next month", "before 2026-03-05", "提前三日"} {
		f.Add(s)
	}
	c := calendar.China()
	f.Fuzz(func(t *testing.T, s string) {
		l, found := calendar.ReadLimit(s, nil)
		if found.Failed() != (l == calendar.Limit{}) {
			t.Fatalf("%q: %+v, %v", s, l, found)
		}
		if found.Failed() {
			return
		}
		if l.Validate().Len() != 0 {
			t.Fatalf("%q: %v", s, l.Validate())
		}
		if d, err := l.Due(calendar.CNCivil(), c, calendar.Date{}); err != nil || d.Pending() == (l.Kind == calendar.OnDate) {
			t.Fatalf("%q: %v, %v", s, d, err)
		}
	})
}

func ExampleReadLimit() {
	l, found := calendar.ReadLimit("印发后五个工作日内", nil)
	if err := found.Err(); err != nil {
		fmt.Println(err)
		return
	}
	due, err := l.Due(calendar.CNWorkdays(), calendar.China(), calendar.MustDate(2026, 2, 11))
	fmt.Println(l.Event, l.Period, due.Date(), err)
	_, found = calendar.ReadLimit("周五前", nil)
	fmt.Print(found.Text(check.ZhHans, nil))
	// Output:
	// 印发 5 workdays 2026-02-25 <nil>
	// “周五前” 是否包括当日，两可；按包括当日处理
	// “周五前” 没有写明是哪一周的星期五；未写的按起算日当日或其后的第一个，next 按下一周
}
