package followup

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Class says how heavy an item is, where limits or lights depend on it. The zero
// Class is Ordinary.
type Class uint8

// The classes.
const (
	Ordinary Class = iota + 1 // 一般
	Major                     // 重大复杂
)

// or returns c, Ordinary for the zero Class.
func (c Class) or() Class { return max(c, Ordinary) }

// IsValid reports whether c is one of the classes above.
func (c Class) IsValid() bool { return valid(classes, c) }

// String returns the token, such as "major"; "ordinary" for the zero Class.
func (c Class) String() string { return of(classes, c.or()).token }

// Label returns the Chinese term, "" if c is not valid.
func (c Class) Label() string { return of(classes, c.or()).hans }

// MarshalText returns the token of a valid class.
func (c Class) MarshalText() ([]byte, error) { return write(classes, c.or()) }

// UnmarshalText reads a token.
func (c *Class) UnmarshalText(text []byte) error { return read(c, classes, text) }

// A Unit is what a [Limit] counts. Rules mix 日, 天 and 工作日; the unit says which.
type Unit uint8

// The units.
const (
	Workdays Unit = iota + 1 // 工作日, by a calendar
	Days                     // 日, 天: calendar days
	Months                   // 月: the day of the same number, else the last of the month
)

// String returns the token: "workdays", "days" or "months".
func (u Unit) String() string { return of(units, u).token }

// Label returns the Chinese term, such as 个工作日, "" if u is not valid.
func (u Unit) Label() string { return of(units, u).hans }

// MarshalText returns the token of a valid unit.
func (u Unit) MarshalText() ([]byte, error) { return write(units, u) }

// UnmarshalText reads a token.
func (u *Unit) UnmarshalText(text []byte) error { return read(u, units, text) }

// A Limit is a time that a rule gives for a step: the event has to happen not later
// than N units after the day of another, that day not counted. It does not depend on
// the due date of the item. The last day is not moved if it is a day of rest.
type Limit struct {
	Event Kind  `json:"event"`
	After Kind  `json:"after,omitzero"` // 0: the issue of the paper that the item comes from
	Class Class `json:"class,omitzero"` // of the items it is for; 0: all
	N     int   `json:"n"`
	Unit  Unit  `json:"unit"`
}

// end is the last day of the limit from a day; only working days need a calendar.
func (l Limit) end(from calendar.Date, cal *calendar.Calendar) (calendar.Date, error) {
	switch l.Unit {
	case Workdays:
		return cal.Add(from, l.N)
	case Months:
		return from.AddMonths(l.N), nil
	default:
		return from.AddDays(l.N), nil
	}
}

// day is when an event of a kind, the last of it, happened to the item; that of the
// first word since it was assigned for KindProgressed, of the issue of its paper for
// 0. The zero Date if it has not happened or the item keeps no day of it.
func (it *Item) day(k Kind) calendar.Date {
	switch k {
	case 0:
		return it.Issued
	case KindFiled:
		return it.Filed
	case KindAssigned:
		return it.Assigned
	case KindAccepted:
		return it.Accepted
	case KindProgressed:
		return it.Answered
	case KindReported:
		return it.Reported
	case KindDrafted:
		return it.Drafted
	case KindReviewed:
		return it.Reviewed
	case KindClosed:
		return it.Closed
	case KindWrittenOff:
		return it.WrittenOff
	default:
		return calendar.Date{}
	}
}

// since is the day from which a limit after an event of a kind runs: what runs from
// the day the item was assigned runs anew from the day it was reopened.
func (it *Item) since(k Kind) calendar.Date {
	if k == KindAssigned {
		return later(it.Assigned, it.Reopened)
	}
	return it.day(k)
}

func later(a, b calendar.Date) calendar.Date {
	if b.After(a) {
		return b
	}
	return a
}

// holds reports whether the limit is for items of this class.
func (l Limit) holds(it *Item) bool { return l.Class == 0 || l.Class == it.Class.or() }

// A Timing is how an item stands to a limit on a day.
type Timing struct {
	Limit Limit         `json:"limit"`
	By    calendar.Date `json:"by"`            // the last day
	Done  calendar.Date `json:"done,omitzero"` // when it happened; zero if it has not
	Late  bool          `json:"late,omitzero"` // it happened after the last day, or has not and the last day is past
	Why   check.Reason  `json:"-"`
}

// Timings says for each limit of the lifecycle that runs for an item how the item
// stands to it on a day. A limit runs once the event it is counted from has happened,
// for an item of its class; for one that was reopened it runs anew from then. That an
// item may be handed back until a day is no limit that it can miss, and not in the
// list; nor is a limit on a step that was not taken before the item ended. The calendar counts working days; it
// fails where it does not know a year.
func (b Board) Timings(id roster.ItemID, on calendar.Date, cal *calendar.Calendar) ([]Timing, error) {
	it := b.find(id)
	if it == nil {
		return nil, nil
	}
	var out []Timing
	for _, l := range b.lifecycle.limits {
		from, done := it.since(l.After), it.day(l.Event)
		if done.After(on) {
			done = calendar.Date{}
		}
		moot := done.IsZero() && (!it.Stage.Open() || l.Event == KindHandedBack)
		if from.IsZero() || from.After(on) || !l.holds(it) || moot {
			continue
		}
		by, err := l.end(from, cal)
		if err != nil {
			return nil, err
		}
		t := Timing{Limit: l, By: by, Done: done}
		args := []check.Arg{
			check.ID("item", roster.KindItem, it.ID), term("event", kinds, l.Event), check.Text("from", from.String()),
			check.Int("n", l.N), term("unit", units, l.Unit), check.Text("by", by.String()),
		}
		switch {
		case t.Done.IsZero() && on.After(by):
			t.Late, t.Why = true, limitMissed.Because(append(args, check.Text("on", on.String()))...)
		case t.Done.IsZero():
			t.Why = limitRuns.Because(append(args, check.Text("on", on.String()))...)
		case t.Done.After(by):
			t.Late, t.Why = true, limitLate.Because(append(args, check.Text("done", t.Done.String()))...)
		default:
			t.Why = limitKept.Because(append(args, check.Text("done", t.Done.String()))...)
		}
		out = append(out, t)
	}
	return out, nil
}
