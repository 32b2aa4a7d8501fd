package followup

import (
	"cmp"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Bounds on a [Ladder].
const (
	MaxSteps    = 50   // steps
	MaxStepDays = 500  // working days of a step from the due date, and between repetitions
	MaxQuiet    = 1000 // quiet days
)

// A Role says to whom of an item a reminder or a feedback goes. The zero Role is not valid.
type Role uint8

// The roles.
const (
	ToContact  Role = iota + 1 // 联系人; the responsible leader if the item names none
	ToLeader                   // 责任领导
	ToConvener                 // 会议召集人: who called the session that decided
	ToChair                    // 主持人: who presided over it
)

// Roles is the number of roles.
const Roles = int(ToChair)

// of returns who has the role, "" for nobody.
func (r Role) of(it *Item) roster.PersonID {
	switch r {
	case ToContact:
		return cmp.Or(it.Contact, it.Leader)
	case ToConvener:
		return it.Convener
	case ToChair:
		return it.Chair
	default:
		return it.Leader
	}
}

// String returns the token, such as "leader".
func (r Role) String() string { return of(roles, r).token }

// Label returns the Chinese term, "" if r is not valid.
func (r Role) Label() string { return of(roles, r).hans }

// MarshalText returns the token of a valid role.
func (r Role) MarshalText() ([]byte, error) { return write(roles, r) }

// UnmarshalText reads a token.
func (r *Role) UnmarshalText(text []byte) error { return read(r, roles, text) }

// A Step is one rung of a ladder: Days working days after the due date, before it if
// negative, somebody is reminded, and then again every Every working days if that is
// not 0. A step on a due date that is a day of rest is taken on the working day before.
type Step struct {
	Days  int  `json:"days"`
	Every int  `json:"every,omitzero"`
	To    Role `json:"to"`
}

// A Ladder says when who is reminded of an item (提醒和催办的梯次). Nobody is reminded on a
// day of rest, nor on a quiet day of the house: what falls on one is told on the next
// working day that is not quiet.
type Ladder struct {
	Name   string          `json:"name"`
	Source string          `json:"source"`
	Steps  []Step          `json:"steps"`           // by days, ascending
	Quiet  []calendar.Date `json:"quiet,omitempty"` // ascending
}

// StandardLadder reminds the contact 5 working days and 1 working day before the due
// date and on the day after it, and then the responsible leader: from 3 working days
// late on, every 5 working days. It is house custom.
func StandardLadder() Ladder {
	return Ladder{Name: "standard", Source: check.HouseCustom, Steps: []Step{
		{Days: -5, To: ToContact}, {Days: -1, To: ToContact}, {Days: 1, To: ToContact}, {Days: 3, Every: 5, To: ToLeader},
	}}
}

// Validate reports a ladder without name or source, without steps or with too many,
// with a step whose days or role are not known, that does not come after the one
// before it, or with quiet days out of order.
func (l Ladder) Validate() check.Problems {
	var ps check.Problems
	for _, f := range []struct{ path, text string }{{"name", l.Name}, {"source", l.Source}} {
		if strings.TrimSpace(f.text) == "" {
			ps.Add(noText.At(f.path))
		}
		ps.In("", roster.CheckText(f.path, f.text, MaxText))
	}
	if len(l.Steps) == 0 || len(l.Steps) > MaxSteps || len(l.Quiet) > MaxQuiet {
		ps.Add(badLadder.At("", check.Int("steps", len(l.Steps)), check.Int("maxSteps", MaxSteps), check.Int("quiet", len(l.Quiet)), check.Int("maxQuiet", MaxQuiet)))
		return ps
	}
	for i, s := range l.Steps {
		if max(s.Days, -s.Days) > MaxStepDays || s.Every < 0 || s.Every > MaxStepDays || !valid(roles, s.To) || i > 0 && s.Days <= l.Steps[i-1].Days {
			ps.Add(badStep.At(check.Index("steps", i), check.Int("days", s.Days), check.Int("every", s.Every), check.Int("max", MaxStepDays)))
		}
	}
	for i, d := range l.Quiet {
		if d.IsZero() || i > 0 && !d.After(l.Quiet[i-1]) {
			ps.Add(badQuiet.At(check.Index("quiet", i), check.Text("day", d.String())))
		}
	}
	return ps
}

var ladderFormat = wire.Format{Name: "followup.ladder", Version: 1}

// MarshalJSON writes a valid ladder in a versioned form that [ParseLadder] reads.
func (l Ladder) MarshalJSON() ([]byte, error) {
	if err := l.Validate().Err(); err != nil {
		return nil, err
	}
	type plain Ladder
	return wire.Append(nil, ladderFormat, plain(l))
}

// ParseLadder reads a ladder and checks it.
func ParseLadder(data []byte) (Ladder, error) {
	type plain Ladder
	var p plain
	_, ps := wire.Parse(data, ladderFormat, &p, nil)
	if !ps.Failed() {
		ps.In("", Ladder(p).Validate())
	}
	if err := ps.Err(); err != nil {
		return Ladder{}, err
	}
	return Ladder(p), nil
}

// sends reports whether reminders go out on a day.
func (l Ladder) sends(on calendar.Date, cal *calendar.Calendar) (bool, error) {
	working, err := cal.IsWorkday(on)
	if err != nil || !working {
		return false, err
	}
	_, quiet := slices.BinarySearchFunc(l.Quiet, on, calendar.Date.Compare)
	return !quiet, nil
}

// before is the last day before a day on which reminders go out.
func (l Ladder) before(on calendar.Date, cal *calendar.Calendar) (calendar.Date, error) {
	for d := on.AddDays(-1); ; d = d.AddDays(-1) {
		if ok, err := l.sends(d, cal); ok || err != nil {
			return d, err
		}
	}
}

// reminds reports whether an item is one that is reminded of: its lead owes work by a
// date.
func (it *Item) reminds() bool {
	return (it.Stage == StageAssigned || it.Stage == StageInProgress) && !it.Due.IsZero()
}

// hit returns the steps that an item reaches after one day up to another, both days on
// which reminders go out, the last of them for each role; -1 for none.
func (l Ladder) hit(it *Item, after, on calendar.Date, cal *calendar.Calendar) (steps [Roles]int, at int, err error) {
	for i := range steps {
		steps[i] = -1
	}
	works, err := cal.IsWorkday(it.Due)
	if err != nil {
		return steps, 0, err
	}
	low, err := cal.Count(it.Due, after)
	if err != nil {
		return steps, 0, err
	}
	if at, err = cal.Count(it.Due, on); err != nil {
		return steps, 0, err
	}
	high := at
	if !works { // the step of the due date is reached on the working day before it
		low, high = low+bit(low == -1), high+bit(high == -1)
	}
	for i, s := range l.Steps {
		days := s.Days
		if s.Every > 0 && high > days {
			days += (high - days) / s.Every * s.Every // the last repetition up to the day
		}
		if low < days && days <= high {
			steps[s.To-1] = i
		}
	}
	return steps, at, nil
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Next returns the first day after a day on which somebody is reminded of an item as
// it stands, the zero Date if nobody will be. The ladder has to be valid. It fails
// where the calendar does not know a year on the way.
func (l Ladder) Next(it Item, after calendar.Date, cal *calendar.Calendar) (calendar.Date, error) {
	if err := l.Validate().Err(); err != nil || !it.reminds() {
		return calendar.Date{}, err
	}
	repeats := slices.ContainsFunc(l.Steps, func(s Step) bool { return s.Every > 0 })
	last, err := l.before(after.AddDays(1), cal)
	for on := after.AddDays(1); err == nil; on = on.AddDays(1) {
		var ok bool
		if ok, err = l.sends(on, cal); err != nil || !ok {
			continue
		}
		steps, at, errHit := l.hit(&it, last, on, cal)
		switch {
		case errHit != nil:
			return calendar.Date{}, errHit
		case slices.ContainsFunc(steps[:], func(s int) bool { return s >= 0 }):
			return on, nil
		case !repeats && at > l.Steps[len(l.Steps)-1].Days:
			return calendar.Date{}, nil
		}
		last = on
	}
	return calendar.Date{}, err
}

// Level is how many steps after the due date an overdue item has reached on a day, 0
// if it is not overdue or its lead owes nothing. The ladder has to be valid.
func (l Ladder) Level(it Item, on calendar.Date, cal *calendar.Calendar) (int, error) {
	if err := l.Validate().Err(); err != nil || !it.reminds() {
		return 0, err
	}
	late, err := it.DaysLate(on, cal)
	n := 0
	for _, s := range l.Steps {
		if s.Days > 0 && s.Days <= late {
			n++
		}
	}
	return n, err
}
