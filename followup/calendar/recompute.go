package calendar

import (
	"errors"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxQuestions is the number of questions that [Recompute] takes at once.
const MaxQuestions = 1_000_000

// A Question is what a host keeps of something that is due, so that its day can be
// found again when a notice is amended.
type Question struct {
	ID      string `json:"id"` // of the thing that is due
	Policy  Policy `json:"policy"`
	Limit   Limit  `json:"limit"`
	Trigger Date   `json:"trigger,omitzero"` // the zero Date as long as the event has not happened

	// From is the moment of the event for a limit in hours, in place of Trigger.
	From DateTime `json:"from,omitzero"`
}

// Due answers the question by a calendar, as [Limit.Due] and [Limit.DueAt] do.
func (q Question) Due(c *Calendar) (Deadline, error) {
	if !q.From.IsZero() {
		return q.Limit.DueAt(q.Policy, c, q.From)
	}
	return q.Limit.Due(q.Policy, c, q.Trigger)
}

// A Moved is a day on which something is due that two versions of a calendar find
// differently.
type Moved struct {
	Question Question

	// Before and After are the deadlines by the two calendars; the zero Deadline by one
	// that does not know a year it depends on.
	Before, After Deadline

	// Days are the days that became working days or ceased to be, from the event, or the
	// earlier of the two days without one, up to the later.
	Days []Change
}

// Reasons say from which day to which it moved and, for each of the Days, by which
// notice.
func (m Moved) Reasons() []check.Reason {
	day := func(key string, d Deadline) check.Arg {
		if d.date.IsZero() {
			return check.Term(key, "未知", "unknown")
		}
		return check.Text(key, d.date.String())
	}
	reasons := []check.Reason{dueMoved.Because(check.Value("id", m.Question.ID), day("before", m.Before), day("after", m.After))}
	for _, c := range m.Days {
		reasons = append(reasons, c.Reason())
	}
	return reasons
}

// Recompute answers questions by two versions of a calendar and returns those whose day
// differs, in the order of the questions, with the days that explain it. A pending
// question never differs.
//
// Everything else that is wrong with the questions is reported at once, as a
// [check.Problems], below questions[i]: what [Limit.Due] finds, and an ID that is missing.
func Recompute(before, after *Calendar, questions []Question) ([]Moved, error) {
	var ps check.Problems
	if len(questions) > MaxQuestions {
		ps.Add(tooManyQuestions.At("questions", check.Int("n", len(questions)), check.Int("max", MaxQuestions)))
		return nil, ps.Err()
	}
	changes := slices.DeleteFunc(Diff(before, after), func(c Change) bool { return !c.Moved() })
	var all []Moved
	for i, q := range questions {
		at := check.Index("questions", i)
		checkText(&ps, check.Join(at, "id"), q.ID, true)
		was, err := known(q.Due(before))
		var is Deadline
		if err == nil {
			is, err = known(q.Due(after))
		}
		if err := ps.InErr(at, err); err != nil {
			return nil, err
		}
		if was.date != is.date {
			all = append(all, Moved{Question: q, Before: was, After: is, Days: between(changes, q.Trigger, q.From.Date(), was.date, is.date)})
		}
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return all, nil
}

// known takes an unknown year for the zero Deadline.
func known(d Deadline, err error) (Deadline, error) {
	if _, ok := errors.AsType[*UnpublishedError](err); ok {
		return Deadline{}, nil
	}
	return d, err
}

// between returns the changes from the first to the last of some days; zero Dates are
// left out.
func between(changes []Change, days ...Date) []Change {
	days = slices.DeleteFunc(days, Date.IsZero)
	from, _ := slices.BinarySearchFunc(changes, slices.MinFunc(days, Date.Compare), compareChange)
	to, found := slices.BinarySearchFunc(changes, slices.MaxFunc(days, Date.Compare), compareChange)
	if found {
		to++
	}
	return slices.Clone(changes[from:to])
}

func compareChange(c Change, d Date) int { return c.After.Date.Compare(d) }
