package followup

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Reminder is one line of a digest.
type Reminder struct {
	Item roster.ItemID `json:"item"`
	Due  calendar.Date `json:"due"`
	Step int           `json:"step"` // index in the ladder
	Left int           `json:"left"` // working days left, negative if late
	Why  check.Reason  `json:"-"`
}

// A Digest (提醒单) is everything one person is reminded of on a day, in the order of
// the due dates, then identifiers. To is "" for items that name nobody.
type Digest struct {
	To        roster.PersonID `json:"to"`
	Reminders []Reminder      `json:"reminders"`
}

// A Round is what goes out on one day: one digest a person. It is built by
// [Board.Remind] and never changes.
type Round struct {
	on      calendar.Date
	ladder  string
	digests []Digest
}

// Remind returns the reminders of a day by a ladder: for every item whose lead owes
// work by a date, the steps reached since the last day on which reminders went out.
// Of several steps for one role the last one counts; nothing goes out on a day of rest
// or a quiet day. Nothing is kept: asking for each day once gives each step once.
func (b Board) Remind(l Ladder, on calendar.Date, cal *calendar.Calendar) (Round, error) {
	r := Round{on: on, ladder: l.Name}
	if err := l.Validate().Err(); err != nil {
		return Round{}, err
	}
	sends, err := l.sends(on, cal)
	if err != nil || !sends {
		return r, err
	}
	after, err := l.before(on, cal)
	if err != nil {
		return Round{}, err
	}
	lines := map[roster.PersonID][]Reminder{}
	for _, it := range b.items {
		if !it.reminds() {
			continue
		}
		steps, at, err := l.hit(it, after, on, cal)
		if err != nil {
			return Round{}, err
		}
		told := map[roster.PersonID]bool{}
		for r := Role(Roles); r >= 1; r-- { // of several roles of one person the highest counts
			if to := r.of(it); steps[r-1] >= 0 && !told[to] {
				told[to] = true
				lines[to] = append(lines[to], Reminder{it.ID, it.Due, steps[r-1], -at, it.remind(on, -at)})
			}
		}
	}
	for _, to := range slices.Sorted(maps.Keys(lines)) {
		slices.SortStableFunc(lines[to], func(a, b Reminder) int { return a.Due.Compare(b.Due) })
		r.digests = append(r.digests, Digest{to, lines[to]})
	}
	return r, nil
}

// remind is the sentence of a reminder.
func (it *Item) remind(on calendar.Date, left int) check.Reason {
	args := []check.Arg{
		check.ID("item", roster.KindItem, it.ID), check.Text("due", it.Due.String()), check.Text("on", on.String()),
		check.Int("n", max(left, -left)),
	}
	if it.Overdue(on) {
		return remindLate.Because(args...)
	}
	return remindAhead.Because(args...)
}

// On is the day of the round.
func (r Round) On() calendar.Date { return r.on }

// Digests walks the digests by person.
func (r Round) Digests() iter.Seq[Digest] {
	return func(yield func(Digest) bool) {
		for _, d := range r.digests {
			d.Reminders = slices.Clone(d.Reminders)
			if !yield(d) {
				return
			}
		}
	}
}

var roundFormat = wire.Format{Name: "followup.reminders", Version: 1}

type wireRound struct {
	On      calendar.Date `json:"on"`
	Ladder  string        `json:"ladder"`
	Digests []Digest      `json:"digests"`
}

func (r Round) wire() wireRound { return wireRound{r.on, r.ladder, append([]Digest{}, r.digests...)} }

// MarshalJSON writes the round in a versioned form that [ParseRound] reads.
func (r Round) MarshalJSON() ([]byte, error) { return wire.Append(nil, roundFormat, r.wire()) }

// ParseRound reads what MarshalJSON wrote and holds it against the board: each digest
// that reckoning the reminders of its day anew does not give is a finding.
func ParseRound(data []byte, b Board, l Ladder, cal *calendar.Calendar) (Round, error) {
	var have wireRound
	_, ps := wire.Parse(data, roundFormat, &have, nil)
	if ps.Failed() {
		return Round{}, ps.Err()
	}
	ps.In("on", needDate(have.On))
	if err := ps.Err(); err != nil {
		return Round{}, err
	}
	r, err := b.Remind(l, have.On, cal)
	if err != nil {
		return Round{}, err
	}
	if have.Ladder != l.Name {
		ps.Add(otherLadder.At("ladder", check.Value("have", have.Ladder), check.Value("want", l.Name)))
	}
	compare(&ps, "digests", have.Digests, r.wire().Digests)
	if err := ps.Err(); err != nil {
		return Round{}, err
	}
	return r, nil
}

// A Silence is an item whose lead has not been heard.
type Silence struct {
	Item     roster.ItemID `json:"item"`
	Lead     roster.OrgID  `json:"lead,omitzero"`
	Since    calendar.Date `json:"since"` // the lead's last word, or when it got the item
	Workdays int           `json:"workdays"`
	Why      check.Reason  `json:"-"`
}

// Silent returns the items at work whose lead has said nothing (accepted, progressed,
// reported) for at least so many working days up to a day, the longest silence first,
// then by identifier.
func (b Board) Silent(on calendar.Date, workdays int, cal *calendar.Calendar) ([]Silence, error) {
	var out []Silence
	for _, it := range b.items {
		since := later(it.Heard, it.since(KindAssigned))
		if it.Stage != StageAssigned && it.Stage != StageInProgress || !on.After(since) {
			continue
		}
		n, err := cal.Count(since, on)
		if err != nil {
			return nil, err
		}
		if n >= workdays {
			why := silent.Because(check.ID("item", roster.KindItem, it.ID), check.ID("lead", roster.KindOrg, it.Lead),
				check.Text("since", since.String()), check.Text("on", on.String()), check.Int("n", n))
			out = append(out, Silence{it.ID, it.Lead, since, n, why})
		}
	}
	slices.SortStableFunc(out, func(a, b Silence) int { return cmp.Compare(b.Workdays, a.Workdays) })
	return out, nil
}
