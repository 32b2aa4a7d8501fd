package calendar

import (
	"iter"
	"slices"
)

// Instances walks the moments at which a rule recurs, in order, from its start on: at
// most limit of them, and at most [MaxInstances]. The time of the day is that of the
// start. A start that does not fit the rule is no instance, and neither is a date that
// does not exist, such as 30 February. A rule that is not valid has no instances.
//
// The walk ends with UNTIL or in the year 9999. A rule that no day fits, such as
// BYMONTH=2;BYMONTHDAY=30, ends after 400 years, in which all dates and days of the week
// have been met.
func (r Recurrence) Instances(start DateTime, limit int) iter.Seq[DateTime] {
	return func(yield func(DateTime) bool) {
		if start.IsZero() || r.Validate().Failed() {
			return
		}
		left := min(limit, MaxInstances)
		if r.Count > 0 {
			left = min(left, r.Count)
		}
		last := r.Until.Time
		if r.Until.DateOnly && !last.IsZero() {
			last = last.Date().At(DayEnd - 1)
		}
		from, clock := r.completed(start), start.Clock()
		for days := range from.periods(start.Date(), last.Date()) {
			for _, d := range days {
				at := d.At(clock)
				switch {
				case at.Before(start):
					continue
				case left <= 0, !last.IsZero() && at.After(last):
					return
				}
				if left--; !yield(at) {
					return
				}
			}
			if left <= 0 {
				return
			}
		}
	}
}

// completed returns the rule with what it takes from its start.
func (r Recurrence) completed(start DateTime) Recurrence {
	r.Interval = max(r.Interval, 1)
	if r.WeekStart == 0 {
		r.WeekStart = Monday
	}
	if len(r.ByDay) > 0 {
		return r
	}
	d := start.Date()
	if r.Freq == Weekly {
		r.ByDay = []NthDay{{Day: d.Weekday()}}
		return r
	}
	if r.Freq == Yearly && len(r.ByMonth) == 0 {
		r.ByMonth = []int{d.Month()}
	}
	if len(r.ByMonthDay) == 0 {
		r.ByMonthDay = []int{d.Day()}
	}
	return r
}

// period returns the first and the last day of the week, month or year of d as day
// numbers; the first week may begin before the first of all days.
func (r Recurrence) period(d Date) (first, last int) {
	switch r.Freq {
	case Weekly:
		back := (int(d.Weekday()) - int(max(r.WeekStart, Monday)) + 7) % 7
		return int(d.n) - back, int(d.n) - back + 6
	case Monthly:
		return int(d.MonthStart().n), int(d.MonthEnd().n)
	default:
		y := d.Year()
		return int(dateOf(y, 1, 1).n), int(dateOf(y, 12, 31).n)
	}
}

// cycle is the number of periods after which a rule repeats itself whatever its
// interval, since the days of 400 years do: they are 20,871 weeks. A rule that no day of
// so many periods fits has no further instance.
var cycle = [...]int{Weekly: 20_871, Monthly: 4800, Yearly: 400}

// periods walks the days that fit in every period, from that of the start to that of the
// end, if there is one.
func (r Recurrence) periods(start, end Date) iter.Seq[[]Date] {
	return func(yield func([]Date) bool) {
		var days []Date
		for d, barren := start, 0; !d.IsZero() && barren <= cycle[r.Freq]; {
			first, last := r.period(d)
			if !end.IsZero() && first > int(end.n) {
				return
			}
			days = days[:0]
			for n := max(first, 1); n <= min(last, maxDay); n++ {
				if day := (Date{int32(n)}); r.fits(day) {
					days = append(days, day)
				}
			}
			days = r.positions(days)
			if barren++; len(days) > 0 {
				barren = 0
			}
			if !yield(days) {
				return
			}
			switch r.Freq {
			case Weekly:
				d = fromDay(int64(first + 7*r.Interval))
			case Monthly:
				d = d.MonthStart().AddMonths(r.Interval)
			default:
				d = d.MonthStart().AddMonths(12 * r.Interval)
			}
		}
	}
}

// fits reports whether a day has the month, the day of the month and the day of the
// week of the rule.
func (r Recurrence) fits(d Date) bool {
	year, month, day := d.Civil()
	if len(r.ByMonth) > 0 && !slices.Contains(r.ByMonth, month) {
		return false
	}
	length := DaysIn(year, month)
	if len(r.ByMonthDay) > 0 && !slices.Contains(r.ByMonthDay, day) && !slices.Contains(r.ByMonthDay, day-length-1) {
		return false
	}
	if len(r.ByDay) == 0 {
		return true
	}
	if r.Freq == Yearly && len(r.ByMonth) == 0 {
		first := dateOf(year, 1, 1)
		day, length = d.DaysSince(first)+1, dateOf(year, 12, 31).DaysSince(first)+1
	}
	w := d.Weekday()
	return slices.ContainsFunc(r.ByDay, func(nth NthDay) bool {
		return nth.Day == w && (nth.N == 0 || nth.N == (day-1)/7+1 || nth.N == -((length-day)/7+1))
	})
}

// positions picks the days of a period that BYSETPOS names.
func (r Recurrence) positions(days []Date) []Date {
	if len(r.BySetPos) == 0 {
		return days
	}
	picked := days[:0]
	n := len(days)
	for i, d := range days {
		if slices.Contains(r.BySetPos, i+1) || slices.Contains(r.BySetPos, i-n) {
			picked = append(picked, d)
		}
	}
	return picked
}
