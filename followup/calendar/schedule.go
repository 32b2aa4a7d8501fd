package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// A Schedule is a recurrence on a calendar of working days, which no rule of RFC 5545
// can say: each date rolls, or is a working day by number.
//
//	每月5日前, on the working day before if need be   FREQ=MONTHLY;BYMONTHDAY=5 and Preceding
//	每季度末前3个工作日                              FREQ=MONTHLY;INTERVAL=3 from a March on, and Workday -3
type Schedule struct {
	Rule Recurrence `json:"rule"`
	Roll Roll       `json:"roll,omitzero"` // of an instance on which nobody works; it stays by default

	// Workday is the number of a working day in the week, month or year of each instance,
	// which takes the place of the instance: 1 is the first, -1 the last. The rule then has
	// no BYDAY, BYMONTHDAY and BYSETPOS; start it on a day that every month has. 0 for
	// none.
	Workday int `json:"workday,omitzero"`
}

// An Occurrence is one date of a [Schedule].
type Occurrence struct {
	Instance DateTime       // by the rule; it identifies the occurrence, whatever the calendar says
	Due      DateTime       // on the calendar, at the same time of the day
	Reasons  []check.Reason // why it is this day
}

// Validate reports what is wrong with the rule, a way to roll that is none, and a
// working day by number that has its own day or lies outside -366 to 366.
func (s Schedule) Validate() check.Problems {
	var ps check.Problems
	ps.In("rule", s.Rule.Validate())
	checkRoll(&ps, "roll", s.Roll)
	if s.Workday == 0 {
		return ps
	}
	if s.Workday < -366 || s.Workday > 366 {
		ps.Add(badRulePart.At("workday", check.Int("n", s.Workday), check.Int("low", -366), check.Int("high", 366)))
	}
	for _, other := range []struct {
		name  string
		given bool
	}{
		{"roll", s.Roll != NoRoll},
		{"BYDAY", len(s.Rule.ByDay) > 0},
		{"BYMONTHDAY", len(s.Rule.ByMonthDay) > 0},
		{"BYSETPOS", len(s.Rule.BySetPos) > 0},
	} {
		if other.given {
			ps.Add(notTogether.At("workday", check.Text("part", "workday"), check.Text("other", other.name)))
		}
	}
	return ps
}

// Occurrences returns the dates of a schedule from its start on, at most limit of them
// and at most [MaxInstances]. Rolling never takes one away: two of them may fall on one
// day. If a date depends on a year that the calendar does not know, those before it are
// returned with an [*UnpublishedError]; if a period has too few working days, with a
// [*TooFewError].
func (s Schedule) Occurrences(c *Calendar, start DateTime, limit int) ([]Occurrence, error) {
	if err := s.Validate().Err(); err != nil {
		return nil, err
	}
	var all []Occurrence
	for at := range s.Rule.Instances(start, limit) {
		o, err := s.occurrence(c, at)
		if err != nil {
			return all, err
		}
		all = append(all, o)
	}
	return all, nil
}

func (s Schedule) occurrence(c *Calendar, at DateTime) (Occurrence, error) {
	d, o := at.Date(), Occurrence{Instance: at}
	if s.Workday != 0 {
		first, last := s.Rule.period(d)
		from, to := fromDay(int64(max(first, 1))), fromDay(int64(min(last, maxDay)))
		due, err := c.NthWorkday(from, to, s.Workday)
		o.Due = due.At(at.Clock())
		o.Reasons = []check.Reason{isNthWorkday.Because(dateArg(due), check.Int("n", s.Workday),
			check.Text("from", from.String()), check.Text("to", to.String())), c.Reason()}
		return o, err
	}
	o.Reasons = []check.Reason{isInstance.Because(dateArg(d), weekdayArg(d))}
	due, err := c.Roll(d, s.Roll)
	if s.Roll == NoRoll {
		due, err = d, nil
	}
	if err != nil {
		return o, err
	}
	if due != d {
		day, err := c.Day(d)
		if err != nil {
			return o, err
		}
		moved := &rolledOn
		if due.Before(d) {
			moved = &rolledBack
		}
		o.Reasons = append(o.Reasons, day.Reason(), moved.Because(dateArg(due), weekdayArg(due)))
	}
	o.Due, o.Reasons = due.At(at.Clock()), append(o.Reasons, c.Reason())
	return o, nil
}
