package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A question is a row of the table.
type question struct{ rule, calendar, start, param string }

// An answer is a date or a number, with the reasons for it.
type answer struct {
	value   string
	reasons []check.Reason
}

// An operation answers questions that a calendar answers by itself.
type operation func(c *calendar.Calendar, start calendar.Date, param string) (answer, error)

var operations = map[string]operation{
	"add_workdays": addWorkdays,
	"add_workdays_roll_start": func(c *calendar.Calendar, start calendar.Date, param string) (answer, error) {
		start, err := c.Roll(start, calendar.Following)
		if err != nil {
			return answer{}, err
		}
		return addWorkdays(c, start, param)
	},
	"count_workdays_inclusive": countWorkdays,
	"roll_forward":             roll(calendar.Following),
	"roll_backward":            roll(calendar.Preceding),
	"roll_modified":            roll(calendar.ModifiedFollowing),
	"first_workday_of_month":   nthWorkday("1"),
	"last_workday_of_month":    nthWorkday("-1"),
	"nth_workday_of_month":     nthWorkday(""),
}

// policies are the names of policies after period_ and limit_.
var policies = map[string]func() calendar.Policy{
	"cn_civil":           calendar.CNCivil,
	"cn_civil_statutory": statutoryOnly,
	"cn_procedure":       calendar.CNProcedure,
	"cn_workdays":        calendar.CNWorkdays,
	"eu":                 calendar.EU118271,
	"eu_1182_71":         calendar.EU118271,
	"frcp":               calendar.USFRCP6,
	"frcp_forward":       calendar.USFRCP6,
	"frcp_backward":      calendar.USFRCP6,
	"us_frcp_6":          calendar.USFRCP6,
	"frcp_pre2009":       calendar.USFRCPPre2009,
	"us_frcp_pre2009":    calendar.USFRCPPre2009,
	"council_of_europe":  calendar.CouncilOfEurope,
}

func statutoryOnly() calendar.Policy {
	p := calendar.CNCivil()
	p.StatutoryOnly = true
	return p
}

// answer answers one question.
func (s shelf) answer(q question) (answer, error) {
	start, moment, err := event(strings.TrimSpace(q.start))
	if err != nil {
		return answer{}, err
	}
	c, err := s.calendar(strings.TrimSpace(q.calendar), start.Year())
	if err != nil {
		return answer{}, err
	}
	rule, param := strings.TrimSpace(q.rule), strings.TrimSpace(q.param)
	if op, ok := operations[rule]; ok {
		return op(c, start, param)
	}
	kind, name, _ := strings.Cut(rule, "_")
	policy, ok := policies[name]
	if !ok {
		return answer{}, fmt.Errorf("there is no rule %q", q.rule)
	}
	var limit calendar.Limit
	var doubts []check.Reason
	switch kind {
	case "period":
		limit.Kind = calendar.Within
		if limit.Period, err = calendar.ParsePeriod(param); err != nil {
			return answer{}, err
		}
	case "limit":
		var found check.Problems
		if limit, found = calendar.ReadLimit(param, &calendar.ReadOptions{Year: start.Year()}); found.Failed() {
			return answer{}, found
		}
		for p := range found.All() {
			rule := p.Rule()
			doubts = append(doubts, rule.Because(p.Args()...))
		}
	default:
		return answer{}, fmt.Errorf("there is no rule %q", q.rule)
	}
	if name == "frcp_forward" && limit.Period.Backward() || name == "frcp_backward" && !limit.Period.Backward() {
		return answer{}, fmt.Errorf("%s: the period %q is counted in the other direction", rule, param)
	}
	if moment.IsZero() || limit.Period.Unit != calendar.Hours {
		due, err := limit.Due(policy(), c, start)
		return answer{due.Date().String(), append(doubts, due.Reasons()...)}, err
	}
	due, err := limit.DueAt(policy(), c, moment)
	return answer{due.Moment().String(), append(doubts, due.Reasons()...)}, err
}

// event reads the day of the event, or its moment: 2026-03-02, 2026-03-02T10:20.
func event(s string) (calendar.Date, calendar.DateTime, error) {
	if !strings.Contains(s, "T") {
		d, err := calendar.ParseDate(s)
		return d, calendar.DateTime{}, err
	}
	at, err := calendar.ParseDateTime(s)
	return at.Date(), at, err
}

func addWorkdays(c *calendar.Calendar, start calendar.Date, param string) (answer, error) {
	n, err := strconv.Atoi(param)
	if err != nil {
		return answer{}, fmt.Errorf("want a number of working days, not %q", param)
	}
	d, err := c.Add(start, n)
	if err != nil {
		return answer{}, err
	}
	return on(c, d)
}

func countWorkdays(c *calendar.Calendar, start calendar.Date, param string) (answer, error) {
	end, err := calendar.ParseDate(param)
	if err != nil {
		return answer{}, err
	}
	n, err := c.CountInclusive(start, end)
	if err != nil {
		return answer{}, err
	}
	return answer{strconv.Itoa(n), []check.Reason{c.Reason()}}, nil
}

func roll(r calendar.Roll) operation {
	return func(c *calendar.Calendar, start calendar.Date, _ string) (answer, error) {
		day, err := c.Day(start)
		if err != nil {
			return answer{}, err
		}
		d, err := c.Roll(start, r)
		if err != nil || d == start {
			return answer{d.String(), []check.Reason{day.Reason(), c.Reason()}}, err
		}
		a, err := on(c, d)
		a.reasons = append([]check.Reason{day.Reason()}, a.reasons...)
		return a, err
	}
}

// nthWorkday finds a working day of the month of the start, by the number in the
// parameter of the row if there is none here.
func nthWorkday(number string) operation {
	return func(c *calendar.Calendar, start calendar.Date, param string) (answer, error) {
		if number != "" {
			param = number
		}
		n, err := strconv.Atoi(param)
		if err != nil {
			return answer{}, fmt.Errorf("want the number of a working day, not %q", param)
		}
		d, err := c.NthWorkday(start.MonthStart(), start.MonthEnd(), n)
		if err != nil {
			return answer{}, err
		}
		return on(c, d)
	}
}

// on gives a date with what the calendar knows about it.
func on(c *calendar.Calendar, d calendar.Date) (answer, error) {
	day, err := c.Day(d)
	return answer{d.String(), []check.Reason{day.Reason(), c.Reason()}}, err
}
