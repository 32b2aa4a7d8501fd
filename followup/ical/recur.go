package ical

import (
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// The property that keeps the rule of a schedule, with the parameters that RFC 5545 has
// no words for. It is not an RRULE, since other programs would add its dates to those
// that were rolled.
const (
	ruleName     = "X-HUIWU-RRULE"
	rollParam    = "X-ROLL"
	workdayParam = "X-WORKDAY"
)

// Recurring returns the properties by which a component recurs on the dates of a
// schedule as they fall on its calendar: DTSTART for the first, which counts as an
// instance, RDATE for the others (RFC 5545, sections 3.8.2.4 and 3.8.5.2), and the rule
// itself for [ScheduleOf]. The form of the dates is the caller's: whole days, or times
// on the clock of a zone. Two occurrences on one day are one date. Without occurrences
// there are no properties.
//
//	on, err := schedule.Occurrences(c, start, 12)
//	todo = todo.With(ical.Recurring(schedule, on, func(t calendar.DateTime) ical.Time { return ical.Day(t.Date()) })...)
func Recurring(s calendar.Schedule, on []calendar.Occurrence, form func(calendar.DateTime) Time) []Line {
	if len(on) == 0 {
		return nil
	}
	first := form(on[0].Due).Line("DTSTART")
	dates := Line{Name: "RDATE", Params: first.Params}
	seen := map[string]bool{first.Value: true}
	var values []string
	for _, o := range on[1:] {
		if v := form(o.Due).String(); !seen[v] {
			seen[v] = true
			values = append(values, v)
		}
	}
	lines := []Line{first}
	if dates.Value = strings.Join(values, ","); len(values) > 0 {
		lines = append(lines, dates)
	}
	rule := Line{Name: ruleName, Value: s.Rule.String()}
	if s.Roll != calendar.NoRoll {
		rule = rule.With(rollParam, s.Roll.String())
	}
	if s.Workday != 0 {
		rule = rule.With(workdayParam, strconv.Itoa(s.Workday))
	}
	return append(lines, rule)
}

// ScheduleOf returns the schedule that [Recurring] wrote into a component, and the zero
// Schedule if there is none. One that cannot be read, or that
// [calendar.Schedule.Validate] refuses, is told by findings.
func ScheduleOf(c Component) (calendar.Schedule, check.Problems) {
	var ps check.Problems
	l, ok := c.Prop(ruleName)
	if !ok {
		return calendar.Schedule{}, ps
	}
	var s calendar.Schedule
	var found check.Problems
	s.Rule, found = calendar.ParseRecurrence(l.Value)
	ps.In(ruleName, found)
	if roll, ok := l.Param(rollParam); ok {
		if err := s.Roll.UnmarshalText([]byte(roll)); err != nil {
			ps.Add(badParam(rollParam, roll, check.Term("want", "顺延方式，如 preceding", "a way to roll, such as preceding"), err))
		}
	}
	if number, ok := l.Param(workdayParam); ok {
		n, err := strconv.Atoi(number)
		if err != nil {
			ps.Add(badParam(workdayParam, number, check.Term("want", "整数", "a whole number"), err))
		}
		s.Workday = n
	}
	if !ps.Failed() {
		ps.In(ruleName, s.Validate())
	}
	if ps.Failed() {
		return calendar.Schedule{}, ps
	}
	return s, ps
}

func badParam(name, value string, want check.Arg, err error) check.Problem {
	return badValue.At(ruleName, check.Text("property", name), check.Value("value", value), want).WithCause(err)
}
