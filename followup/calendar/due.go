package calendar

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Deadline (到期日) is the day on which something is due, with the reasons for it. It
// is pending as long as the event has not happened from which its period runs. The
// zero Deadline is none; all others are made by [Due] and [Limit.Due] and never
// change.
type Deadline struct {
	policy        Policy
	limit         Limit
	trigger       Date
	from          DateTime // of the event, for hours
	ref           Ref
	nominal, date Date
	moment        DateTime // the end, for hours
	reasons       []check.Reason
}

// Due finds the day on which a period ends by a policy. The trigger is the day of the
// event from which the period runs, which is not counted; if it is the zero Date the
// event has not happened yet and the deadline is pending.
//
// A policy or a period that is not valid, a unit or a direction that the policy does
// not cover, hours, which run from a moment (see [DueAt]), and a day outside the years 1 to 9999 are a [check.Problems]; a year that
// the calendar does not know, if the answer depends on it, an [*UnpublishedError].
func Due(p Policy, c *Calendar, trigger Date, period Period) (Deadline, error) {
	return Limit{Kind: Within, Period: period}.Due(p, c, trigger)
}

// DueAt finds when a period ends that runs from an event at a moment. A period in hours
// ends at a moment, see [Deadline.Moment]; all others end as [Due] finds from the day of
// the event. Errors are those of Due.
func DueAt(p Policy, c *Calendar, trigger DateTime, period Period) (Deadline, error) {
	return Limit{Kind: Within, Period: period}.DueAt(p, c, trigger)
}

// Due finds the day of a limit. The policy ends periods; limits of other kinds name a
// day and need it only for its name. Errors are those of the function [Due]; a limit
// that names a day before its event, as 本周五前 does on a Saturday, is a
// [check.Problems] too.
func (l Limit) Due(p Policy, c *Calendar, trigger Date) (Deadline, error) {
	return l.due(p, c, trigger, DateTime{})
}

// DueAt finds when a limit ends that runs from an event at a moment, in hours or not, as
// the function [DueAt] does.
func (l Limit) DueAt(p Policy, c *Calendar, trigger DateTime) (Deadline, error) {
	if !l.inHours() {
		return l.Due(p, c, trigger.Date())
	}
	return l.due(p, c, trigger.Date(), trigger)
}

// due finds the deadline of a limit; from is the moment of the event, for hours only.
func (l Limit) due(p Policy, c *Calendar, trigger Date, from DateTime) (Deadline, error) {
	var ps check.Problems
	ps.In("policy", p.Validate())
	ps.In("limit", l.Validate())
	if l.Kind == Within && !ps.Failed() {
		policy, unit := check.Value("policy", p.ID), check.Term("unit", l.Period.Unit.Label(), units[l.Period.Unit].many)
		if !p.knows(l.Period.Unit) {
			ps.Add(unitRefused.At("limit.period.unit", policy, unit))
		}
		if p.NoBackward && l.Period.Backward() {
			ps.Add(backwardRefused.At("limit.period.n", policy, check.Int("n", l.Period.N)))
		}
		if l.inHours() && !trigger.IsZero() && from.IsZero() {
			ps.Add(needsMoment.At("limit.period.unit", check.Int("n", max(l.Period.N, -l.Period.N)), dateArg(trigger)))
		}
	}
	if err := ps.Err(); err != nil {
		return Deadline{}, err
	}
	d := Deadline{policy: p.clone(), limit: l, trigger: trigger, from: from, ref: c.Ref()}
	var err error
	switch {
	case trigger.IsZero() && l.needsTrigger():
		d.because(&awaitsEvent)
		return d, nil
	case l.inHours():
		err = d.hours(c)
	case l.Kind == Within:
		err = d.period(c)
	default:
		err = d.day(c)
	}
	if err != nil {
		return Deadline{}, err
	}
	d.reasons = append(d.reasons, c.Reason())
	return d, nil
}

// IsZero reports whether d is no deadline.
func (d Deadline) IsZero() bool { return d.policy.ID == "" }

// Pending reports whether the event has not happened yet.
func (d Deadline) Pending() bool { return !d.IsZero() && d.date.IsZero() }

// Date returns the day on which it is due, the last on which it is in time; the zero
// Date while it is pending.
func (d Deadline) Date() Date { return d.date }

// Moment returns when it ends: for a period in hours that moment, which may lie in the
// middle of a day, for all others 24:00 of Date, where no business hours end it earlier
// (民法典, article 203); the zero DateTime while it is pending.
func (d Deadline) Moment() DateTime {
	if d.date.IsZero() || !d.moment.IsZero() {
		return d.moment
	}
	return d.date.At(DayEnd)
}

// Nominal returns the day before it was rolled.
func (d Deadline) Nominal() Date { return d.nominal }

// Policy returns the policy. The caller owns it.
func (d Deadline) Policy() Policy { return d.policy.clone() }

// Limit returns the limit.
func (d Deadline) Limit() Limit { return d.limit }

// Trigger returns the day of the event, the zero Date while it is pending.
func (d Deadline) Trigger() Date { return d.trigger }

// From returns the moment of the event for a period in hours, else the zero DateTime.
func (d Deadline) From() DateTime { return d.from }

// Calendar returns the version of the calendar by which the day was found.
func (d Deadline) Calendar() Ref { return d.ref }

// Reasons returns why the deadline is this day: the policy and the event, what was
// done at each step, and the calendar. The caller owns the slice.
func (d Deadline) Reasons() []check.Reason { return slices.Clone(d.reasons) }

// Equal reports whether both deadlines answer the same question with the same day and
// reasons by the same version of a calendar.
func (d Deadline) Equal(e Deadline) bool {
	return d.policy.equal(e.policy) && d.limit == e.limit && d.trigger == e.trigger && d.from == e.from && d.ref == e.ref &&
		d.nominal == e.nominal && d.date == e.date && d.moment == e.moment && slices.EqualFunc(d.reasons, e.reasons, check.Reason.Equal)
}

func (d *Deadline) because(rule *check.Rule, args ...check.Arg) {
	d.reasons = append(d.reasons, rule.Because(args...))
}

// period ends the period by the policy.
func (d *Deadline) period(c *Calendar) error {
	p, period := d.policy, d.limit.Period
	runs := &runsFrom
	if period.Backward() {
		runs = &runsBackFrom
	}
	d.because(runs, check.Term("period", period.Label(), period.English()), check.Text("date", d.trigger.String()),
		check.Term("policy", p.Title, or(p.TitleEn, p.Title)))
	if !p.InForce(d.trigger) {
		d.because(&notInForce, check.Text("date", d.trigger.String()))
	}
	short := period.Unit == Days && max(period.N, -period.N) < p.ShortDays
	if short {
		d.because(&shortPeriod, check.Int("n", p.ShortDays))
	}
	if short || period.Unit == Workdays {
		end, err := c.Add(d.trigger, period.N)
		d.nominal, d.date = end, end
		d.because(&lastWorkday, check.Text("date", end.String()))
		return err
	}
	if d.nominal = period.from(d.trigger); d.nominal.IsZero() {
		return beyond("limit.period")
	}
	d.because(&lastDay, dateArg(d.nominal))
	if (period.Unit == Months || period.Unit == Years) && d.nominal.Day() != d.trigger.Day() {
		d.because(&noSameDay, dateArg(d.nominal))
	}
	roll := p.Forward
	if period.Backward() {
		roll = p.Backward
	}
	if err := d.roll(c, roll); err != nil {
		return err
	}
	return d.enough(c)
}

// hours ends a period that runs from a moment. One that ends at midnight ends on the day
// before it, at 24:00.
func (d *Deadline) hours(c *Calendar) error {
	p, period := d.policy, d.limit.Period
	runs, roll, start := &runsFromMoment, p.Forward, d.from
	if period.Backward() {
		runs, roll = &runsBackMoment, p.Backward
	}
	d.because(runs, check.Term("period", period.Label(), period.English()), momentArg(start),
		check.Term("policy", p.Title, or(p.TitleEn, p.Title)))
	if !p.InForce(d.trigger) {
		d.because(&notInForce, check.Text("date", d.trigger.String()))
	}
	if p.WholeHours {
		start = start.Add(-int64(start.Clock() % Hour))
		if !period.Backward() {
			start = start.Add(int64(Hour))
		}
		d.because(&hourLeftOut, momentArg(start))
	}
	end := start.Add(int64(period.N) * int64(Hour))
	if start.IsZero() || end.IsZero() || end.Add(-1).IsZero() {
		return beyond("limit.period")
	}
	d.because(&lastMoment, momentArg(end))
	if d.nominal = end.Add(-1).Date(); !p.RollHours {
		roll = NoRoll
	}
	if err := d.roll(c, roll); err != nil {
		return err
	}
	d.moment = end.Add(int64(d.date.DaysSince(d.nominal)) * daySeconds)
	if d.moment.IsZero() {
		return beyond("limit.period")
	}
	if d.moment != end {
		d.because(&lastMoment, momentArg(d.moment))
	}
	return nil
}

func momentArg(t DateTime) check.Arg { return check.Text("moment", t.String()) }

// enough makes sure that the period holds as many working days as the policy wants.
func (d *Deadline) enough(c *Calendar) error {
	least, n := d.policy.MinWorkdays, d.limit.Period.N
	if least == 0 || d.limit.Period.Unit == Days && max(n, -n) < least {
		return nil
	}
	if n < 0 {
		least = -least
	}
	end, err := c.Add(d.trigger, least)
	if err != nil {
		return err
	}
	if n > 0 && end.After(d.date) || n < 0 && end.Before(d.date) {
		d.date = end
		d.because(&minWorkdays, check.Int("n", d.policy.MinWorkdays), dateArg(end))
	}
	return nil
}

// day finds the day that a limit names.
func (d *Deadline) day(c *Calendar) error {
	l := d.limit
	day := l.day(d.trigger)
	if day.IsZero() {
		return beyond("limit")
	}
	d.because(&namedDay, dateArg(day), weekdayArg(day))
	if l.Before {
		if day = day.AddDays(-1); day.IsZero() {
			return beyond("limit")
		}
		d.because(&dayBefore, dateArg(day))
	}
	d.nominal = day
	if err := d.roll(c, l.Roll); err != nil {
		return err
	}
	if d.date.Before(d.trigger) {
		var ps check.Problems
		ps.Add(dueBeforeEvent.At("limit", check.Text("due", d.date.String()), check.Text("event", d.trigger.String())))
		return ps.Err()
	}
	return nil
}

// roll moves the day if nobody works on it, and says so.
func (d *Deadline) roll(c *Calendar, r Roll) error {
	d.date = d.nominal
	if r == NoRoll {
		return nil
	}
	day, err := c.Day(d.nominal)
	if err != nil {
		return err
	}
	statutory := d.limit.Kind == Within && d.policy.StatutoryOnly
	switch {
	case day.Working(), statutory && day.Kind == Weekend:
		return nil
	case statutory:
		d.date, err = c.holidayEnd(d.nominal, r)
	default:
		d.date, err = c.Roll(d.nominal, r)
	}
	if err != nil {
		return err
	}
	moved := &rolledOn
	if d.date.Before(d.nominal) {
		moved = &rolledBack
	}
	d.reasons = append(d.reasons, day.Reason())
	d.because(moved, dateArg(d.date), weekdayArg(d.date))
	return nil
}

// holidayEnd returns the first day, in the direction of r, that no notice gives off.
func (c *Calendar) holidayEnd(d Date, r Roll) (Date, error) {
	step := 1
	if r == Preceding {
		step = -1
	}
	for e := d; ; e = e.AddDays(step) {
		day, err := c.Day(e)
		crossed := r == ModifiedFollowing && e.MonthStart() != d.MonthStart()
		if crossed {
			return c.holidayEnd(d, Preceding)
		}
		if err != nil || day.Kind != Off && day.Kind != InLieu {
			return e, err
		}
	}
}

func beyond(path string) error {
	var ps check.Problems
	ps.Add(beyondDates.At(path))
	return ps.Err()
}

func (p Policy) equal(q Policy) bool {
	same := slices.Equal(p.Units, q.Units)
	p.Units, q.Units = nil, nil
	return same && p.fields() == q.fields()
}

// fields returns what is comparable of a policy.
func (p Policy) fields() [14]any {
	return [...]any{
		p.ID, p.Title, p.TitleEn, p.Source, p.From, p.To,
		p.Forward, p.Backward, p.NoBackward, p.StatutoryOnly, p.ShortDays, p.MinWorkdays,
		p.WholeHours, p.RollHours,
	}
}
