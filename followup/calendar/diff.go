package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// A Change is a day that two calendars see differently.
type Change struct {
	Before Day `json:"before"`
	After  Day `json:"after"`
}

// Moved reports whether the day became a working day or ceased to be one. Due dates
// counted over such a day are to be computed again.
func (c Change) Moved() bool { return c.Before.Working() != c.After.Working() }

// Reason says what the day was and what it is now, with the notice that says so.
func (c Change) Reason() check.Reason {
	return isChanged.Because(
		check.Text("date", c.After.Date.String()),
		check.Term("before", c.Before.Kind.Label(), c.Before.Kind.String()),
		check.Term("after", c.After.Kind.Label(), c.After.Kind.String()),
		check.Term("notice", or(c.After.Source, "（无）"), or(c.After.SourceEn, "(none)")),
	)
}

// Diff returns the days whose kind or holiday differ between two calendars, in
// order, within the years that both know. A year that only one of them knows is not
// a change: see [Calendar.Knows]. It costs a walk over all days.
func Diff(before, after *Calendar) []Change {
	var changes []Change
	for y := max(before.firstYear, after.firstYear); y <= min(before.lastYear, after.lastYear); y++ {
		if !before.Knows(y) || !after.Knows(y) {
			continue
		}
		for d := dateOf(y, 1, 1); d.Year() == y; d = d.AddDays(1) {
			b, errB := before.Day(d)
			a, errA := after.Day(d)
			if errA == nil && errB == nil && (a.Kind != b.Kind || a.Holiday != b.Holiday) {
				changes = append(changes, Change{Before: b, After: a})
			}
		}
	}
	return changes
}
