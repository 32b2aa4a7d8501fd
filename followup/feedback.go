package followup

import (
	"iter"
	"maps"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Brief is what a feedback says of one item.
type Brief struct {
	Item     roster.ItemID `json:"item"`
	Lead     roster.OrgID  `json:"lead,omitzero"`
	Stage    Stage         `json:"stage"`
	Due      calendar.Date `json:"due,omitzero"`
	Closed   calendar.Date `json:"closed,omitzero"`
	Outcome  Outcome       `json:"outcome,omitzero"`
	Workdays int           `json:"workdays,omitzero"` // late, as it is or as it was when it was reported
	Why      check.Reason  `json:"-"`
}

// A Letter (反馈单) is everything that one person is told.
type Letter struct {
	To     roster.PersonID `json:"to"`
	Briefs []Brief         `json:"briefs"`
}

// A Feedback (反馈情况) reports to those who have a role what became of their items. It is
// built by [Board.Feedback] and never changes.
type Feedback struct {
	role    Role
	from    calendar.Date
	on      calendar.Date
	letters []Letter
}

// Feedback tells the persons of a role (会议召集人、主持人和有关领导) how their items stand on a day:
// those that are open and on file, and those that were closed or cancelled after another day. Persons
// come by identifier, their items by due date, then identifier; items for which nobody has
// the role are told to nobody. It fails where the calendar does not know a year.
func (b Board) Feedback(role Role, from, on calendar.Date, cal *calendar.Calendar) (Feedback, error) {
	var ps check.Problems
	ps.In("from", needDate(from))
	ps.In("on", needDate(on))
	if !valid(roles, role) {
		ps.Add(badRole.At("role", check.Int("n", int(role))))
	}
	if err := ps.Err(); err != nil {
		return Feedback{}, err
	}
	f := Feedback{role: role, from: from, on: on}
	letters := map[roster.PersonID][]Brief{}
	for _, it := range b.items {
		to := role.of(it)
		ended := it.Closed
		if it.Stage == StageCancelled {
			ended = it.Changed
		}
		if to == "" || it.Stage == StageDrafted || !it.Stage.Open() && (!ended.After(from) || ended.After(on)) {
			continue
		}
		x, err := it.brief(on, cal)
		if err != nil {
			return Feedback{}, err
		}
		letters[to] = append(letters[to], x)
	}
	for _, to := range slices.Sorted(maps.Keys(letters)) {
		slices.SortStableFunc(letters[to], func(a, b Brief) int { return a.Due.Compare(b.Due) })
		f.letters = append(f.letters, Letter{to, letters[to]})
	}
	return f, nil
}

func (it *Item) brief(on calendar.Date, cal *calendar.Calendar) (Brief, error) {
	x := Brief{Item: it.ID, Lead: it.Lead, Stage: it.Stage, Due: it.Due, Closed: it.Closed, Outcome: it.Outcome}
	var err error
	if it.Stage.Open() {
		x.Workdays, err = it.DaysLate(on, cal)
		x.Why = it.Why(on)
		return x, err
	}
	if it.Stage == StageCancelled {
		x.Why = it.Why(on)
		return x, nil
	}
	args := []check.Arg{
		check.ID("item", roster.KindItem, it.ID), check.ID("lead", roster.KindOrg, it.Lead), check.Text("closed", it.Closed.String()),
		term("outcome", outcomes, it.Outcome),
	}
	if it.Reported.After(it.Due) && !it.Due.IsZero() {
		if x.Workdays, err = cal.Count(it.Due, it.Reported); err != nil {
			return x, err
		}
		x.Why = doneLate.Because(append(args, check.Int("n", x.Workdays))...)
		return x, nil
	}
	x.Why = doneInTime.Because(args...)
	return x, nil
}

// Role is the role of those who are told.
func (f Feedback) Role() Role { return f.role }

// From is the day after which items that have ended are told.
func (f Feedback) From() calendar.Date { return f.from }

// On is the day on which the items stand as they are told.
func (f Feedback) On() calendar.Date { return f.on }

// Letters walks the letters by person.
func (f Feedback) Letters() iter.Seq[Letter] {
	return func(yield func(Letter) bool) {
		for _, l := range f.letters {
			l.Briefs = slices.Clone(l.Briefs)
			if !yield(l) {
				return
			}
		}
	}
}

var feedbackFormat = wire.Format{Name: "followup.feedback", Version: 1}

type wireFeedback struct {
	Role    Role          `json:"role"`
	From    calendar.Date `json:"from"`
	On      calendar.Date `json:"on"`
	Letters []Letter      `json:"letters"`
}

func (f Feedback) wire() wireFeedback {
	return wireFeedback{f.role, f.from, f.on, append([]Letter{}, f.letters...)}
}

// MarshalJSON writes the feedback in a versioned form that [ParseFeedback] reads.
func (f Feedback) MarshalJSON() ([]byte, error) { return wire.Append(nil, feedbackFormat, f.wire()) }

// ParseFeedback reads what MarshalJSON wrote and holds it against the board: each letter
// that reckoning anew does not give is a finding.
func ParseFeedback(data []byte, b Board, cal *calendar.Calendar) (Feedback, error) {
	var have wireFeedback
	_, ps := wire.Parse(data, feedbackFormat, &have, nil)
	if ps.Failed() {
		return Feedback{}, ps.Err()
	}
	f, err := b.Feedback(have.Role, have.From, have.On, cal)
	if err != nil {
		return Feedback{}, err
	}
	compare(&ps, "letters", have.Letters, f.wire().Letters)
	if err := ps.Err(); err != nil {
		return Feedback{}, err
	}
	return f, nil
}
