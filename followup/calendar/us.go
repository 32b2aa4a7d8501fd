package calendar

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/roster/check"
)

// USFirstYear is the first year of [USFederalNotices]: the Uniform Monday Holiday Act
// (Pub. L. 90-363) holds from 1 January 1971.
const USFirstYear = 1971

// A federalHoliday is a line of 5 U.S.C. 6103(a) with the years in which it stands so.
type federalHoliday struct {
	hans, en    string
	first, last int // years; last 0 if it stands
	month       int
	day         int     // of the month, or 0
	weekday     Weekday // with nth: the third Monday; the last one if nth is -1
	nth         int
}

var federalHolidays = [...]federalHoliday{
	{hans: "元旦", en: "New Year's Day", month: 1, day: 1},
	{hans: "马丁·路德·金纪念日", en: "Birthday of Martin Luther King, Jr.", first: 1986, month: 1, weekday: Monday, nth: 3}, // Pub. L. 98-144
	{hans: "华盛顿诞辰日", en: "Washington's Birthday", month: 2, weekday: Monday, nth: 3},
	{hans: "阵亡将士纪念日", en: "Memorial Day", month: 5, weekday: Monday, nth: -1},
	{hans: "六月节", en: "Juneteenth National Independence Day", first: 2021, month: 6, day: 19}, // Pub. L. 117-17
	{hans: "独立日", en: "Independence Day", month: 7, day: 4},
	{hans: "劳工节", en: "Labor Day", month: 9, weekday: Monday, nth: 1},
	{hans: "哥伦布日", en: "Columbus Day", month: 10, weekday: Monday, nth: 2},
	{hans: "退伍军人节", en: "Veterans Day", last: 1977, month: 10, weekday: Monday, nth: 4},
	{hans: "退伍军人节", en: "Veterans Day", first: 1978, month: 11, day: 11}, // Pub. L. 94-97
	{hans: "感恩节", en: "Thanksgiving Day", month: 11, weekday: Thursday, nth: 4},
	{hans: "圣诞节", en: "Christmas Day", month: 12, day: 25},
}

// in returns the day off for a holiday of a year; the zero Date if it did not stand
// then. A holiday on a Saturday is observed on the Friday before it, 5 U.S.C. 6103(b),
// one on a Sunday on the Monday after it, Executive Order 11582.
func (h federalHoliday) in(year int) Date {
	if year < h.first || h.last != 0 && year > h.last {
		return Date{}
	}
	if h.nth != 0 {
		return nthOf(year, h.month, h.weekday, h.nth)
	}
	d := dateOf(year, h.month, h.day)
	switch d.Weekday() {
	case Saturday:
		return d.AddDays(-1)
	case Sunday:
		return d.AddDays(1)
	default:
		return d
	}
}

// nthOf returns the nth day of the week of a month, from its end if n is negative.
func nthOf(year, month int, w Weekday, n int) Date {
	if n > 0 {
		first := dateOf(year, month, 1)
		return first.AddDays((int(w)-int(first.Weekday())+7)%7 + 7*(n-1))
	}
	last := dateOf(year, month, DaysIn(year, month))
	return last.AddDays(-(int(last.Weekday())-int(w)+7)%7 + 7*(n+1))
}

// USFederalNotices returns, a year each, the days on which the legal public holidays of
// the United States, 5 U.S.C. 6103, are observed by offices with a week from Monday to
// Friday. They are worked out by the law as it stood in each year and, for years to
// come, as it stands in 2026. Days that the President gives off by order, days of
// inauguration, which are off around the capital only, and holidays of the states are
// not among them: add them as notices. The caller owns the result.
//
// The years lie between [USFirstYear] and 9998. A New Year's Day on a Saturday is
// observed in the year before and stands in the notice of that year.
func USFederalNotices(first, last int) []Notice {
	var notices []Notice
	for y := max(first, USFirstYear); y <= min(last, MaxYear-1, first+MaxCoveredYear); y++ {
		year := strconv.Itoa(y)
		n := Notice{
			ID: "US-" + year, Jurisdiction: "US", Year: y, Number: "5 U.S.C. 6103",
			Title: year + "年美国联邦法定假日", TitleEn: "legal public holidays of the United States in " + year,
		}
		for _, h := range federalHolidays {
			if d := h.in(y); d.Year() == y {
				n.Holidays = append(n.Holidays, Holiday{Name: h.hans, NameEn: h.en, From: d, To: d})
			}
		}
		if d := federalHolidays[0].in(y + 1); d.Year() == y {
			next := strconv.Itoa(y + 1)
			n.Holidays = append(n.Holidays, Holiday{Name: next + "年元旦", NameEn: "New Year's Day of " + next, From: d, To: d})
		}
		slices.SortFunc(n.Holidays, func(a, b Holiday) int { return cmp.Compare(a.From.n, b.From.n) })
		notices = append(notices, n)
	}
	return notices
}

// USFederal builds the calendar of [USFederalNotices] with the ID "US-federal". A year
// before [USFirstYear] or after 9998, and more than [MaxCoveredYear] years, are an error.
func USFederal(first, last int) (*Calendar, error) {
	if first < USFirstYear || last < first || last >= MaxYear {
		var ps check.Problems
		ps.Add(badYears.At("first", check.Int("from", first), check.Int("to", last)))
		return nil, ps.Err()
	}
	return New(USFederalNotices(first, last), &Options{ID: "US-federal"})
}
