package followup

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxWorkdays is the longest period in working days that [Within] counts.
const MaxWorkdays = 2000

// A Deadline is a due date with what it was counted on and why it falls there.
type Deadline struct {
	Date calendar.Date
	Ref  calendar.Ref
	Why  []check.Reason // the count, then each holiday and make-up day it passed
}

// Within returns the last day of a period of working days (N个工作日内) that begins
// the day after the trigger: the nth working day after it, n from 1 to MaxWorkdays.
// The day of the trigger is not counted. A year that the calendar does not know is
// a [calendar.UnpublishedError].
func Within(cal *calendar.Calendar, trigger calendar.Date, n int) (Deadline, error) {
	var ps check.Problems
	ps.In("trigger", needDate(trigger))
	if n < 1 || n > MaxWorkdays {
		ps.Add(badPeriod.At("n", check.Int("n", n), check.Int("max", MaxWorkdays)))
	}
	if err := ps.Err(); err != nil {
		return Deadline{}, err
	}
	date, err := cal.Add(trigger, n)
	if err != nil {
		return Deadline{}, err
	}
	d := Deadline{Date: date, Ref: cal.Ref()}
	d.Why = append(d.Why, counted.Because(
		check.Text("trigger", trigger.String()), check.Int("n", n), check.Text("due", date.String()),
		check.Text("calendar", d.Ref.Calendar), check.Text("version", d.Ref.Version)))
	special, err := passed(cal, trigger.AddDays(1), date)
	d.Why = append(d.Why, special...)
	return d, err
}

// passed gives a reason for each holiday from first to last, with all its days off
// in one, and for each make-up day.
func passed(cal *calendar.Calendar, first, last calendar.Date) ([]check.Reason, error) {
	var why []check.Reason
	var off calendar.Day // first day of the run that is open
	closeRun := func(end calendar.Date) {
		if off.Date.IsZero() {
			return
		}
		why = append(why, daysOff.Because(
			check.Text("from", off.Date.String()), check.Text("to", end.String()),
			check.Term("holiday", off.Holiday, off.HolidayEn), check.Term("notice", off.Source, off.SourceEn)))
		off = calendar.Day{}
	}
	for at := first; !at.After(last); at = at.AddDays(1) {
		day, err := cal.Day(at)
		if err != nil {
			return nil, err
		}
		holiday := !day.Working() && day.Holiday != ""
		if !holiday || off.Holiday != day.Holiday {
			closeRun(at.AddDays(-1))
		}
		switch {
		case holiday && off.Date.IsZero():
			off = day
		case day.Kind == calendar.MakeUp:
			why = append(why, day.Reason())
		}
	}
	closeRun(last)
	return why, nil
}
