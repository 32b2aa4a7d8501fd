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
	for at := trigger.AddDays(1); !at.After(date); at = at.AddDays(1) {
		day, err := cal.Day(at)
		if err != nil {
			return Deadline{}, err
		}
		if day.Kind != calendar.Workday && day.Kind != calendar.Weekend {
			d.Why = append(d.Why, day.Reason())
		}
	}
	return d, nil
}
