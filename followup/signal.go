package followup

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Measure is a number about an item on a day that a [Clause] looks at. The zero
// Measure is not valid. A measure that an item does not have on that day, such as the
// days left of a late one, fires no clause.
type Measure uint8

// The measures.
const (
	// DaysLeft is the working days after the day up to the due date, 0 on the due
	// date, while the item is not overdue (临近期限).
	DaysLeft Measure = iota + 1
	// WorkdaysLate is the working days after the due date up to the day, 0 if those
	// since it are all days of rest; only of an overdue item.
	WorkdaysLate
	// CalendarDaysLate is the calendar days since the due date of an overdue item.
	CalendarDaysLate
	// Lag is by how many points the progress in percent is behind the plan
	// (落后序时进度). The plan grows evenly over the working days from the day the item
	// was assigned, or reopened, not counted, to its due date; a reported item is at
	// 100, and its Lag 0.
	Lag
	// MonthsIdle is how many months have begun since the item was assigned, or
	// reopened, without a word of its lead: 1 from the first day of the next month
	// (未按月启动).
	MonthsIdle
	// TimesReturned is how often the result was refused, while the item is in
	// progress again (质量不高).
	TimesReturned
	// SlipColour is the colour of the last slip as a number, see [Light].
	SlipColour
	// SlipsOut is how many slips have gone out since the item was assigned or
	// reopened.
	SlipsOut
	// Overrun is the working days after the due date up to the day on which the lead
	// expects to be done, if that is later; 1 at least (难以按期完成).
	Overrun
	// MonthsUnlisted is how many months have begun since the lead's first word on an item
	// that has to be entered in statistics and is not (未入统); 1 from the first day of the
	// next month.
	MonthsUnlisted
	// YellowSlips and RedSlips are how many slips of the colour have gone out since the
	// item was assigned or reopened (黄单, 红单).
	YellowSlips
	RedSlips
	// RedRun is how many of those, the last ones, were red in a row (连续红单).
	RedRun
	// TimesExtended is how often more time was granted (延期).
	TimesExtended
	// ReportsMissed is how many periodic reports are recorded as missed (未报).
	ReportsMissed
	// Heaviness is the class as a number, see [Class].
	Heaviness
)

// Measures is the number of measures.
const Measures = int(Heaviness)

// IsValid reports whether m is one of the measures above.
func (m Measure) IsValid() bool { return valid(measures, m) }

// String returns the token, such as "days-left".
func (m Measure) String() string { return of(measures, m).token }

// Label returns the Chinese term with its unit, "" if m is not valid.
func (m Measure) Label() string { return of(measures, m).hans }

// MarshalText returns the token of a valid measure.
func (m Measure) MarshalText() ([]byte, error) { return write(measures, m) }

// UnmarshalText reads a token.
func (m *Measure) UnmarshalText(text []byte) error { return read(m, measures, text) }

// A Signal is the light of an item on a day, and why.
type Signal struct {
	Light  Light        `json:"light,omitzero"` // zero: nothing is owed, work rests, or there is no due date
	Clause int          `json:"clause"`         // index of the clause that fired; -1 if none did
	Value  int          `json:"value,omitzero"` // of its measure
	Why    check.Reason `json:"-"`
}

// Light says which light the item shows on a day: the worst of all clauses whose
// range holds their measure, of several the first one; green if there is none. An item
// that owes nothing, rests or has no due date shows none. The rule set has to be
// valid. It fails where the calendar does not know a year between the day and the
// dates of the item.
func (r RuleSet) Light(it Item, on calendar.Date, cal *calendar.Calendar) (Signal, error) {
	if err := r.Validate().Err(); err != nil {
		return Signal{Clause: -1}, err
	}
	s, err := r.signal(&it, on, cal)
	if err != nil {
		return s, err
	}
	item := check.ID("item", roster.KindItem, it.ID)
	switch {
	case s.Light == 0:
		s.Why = it.Why(on)
	case s.Clause < 0:
		s.Why = lightGreen.Because(item, check.Text("on", on.String()), check.Term("rules", r.Title, r.TitleEn))
	default:
		c := r.Clauses[s.Clause]
		s.Why = lightShown.Because(item, check.Text("on", on.String()), term("light", lights, s.Light),
			term("measure", measures, c.Measure), check.Int("n", s.Value), check.Text("range", c.bounds()),
			check.Term("rules", r.Title, r.TitleEn), check.Int("clause", s.Clause+1))
	}
	return s, nil
}

// signal is the light without its reason.
func (r RuleSet) signal(it *Item, on calendar.Date, cal *calendar.Calendar) (Signal, error) {
	s := Signal{Clause: -1}
	if !it.Stage.Open() || it.Stage == StageSuspended || it.Due.IsZero() {
		return s, nil
	}
	s.Light = Green
	for i, c := range r.Clauses {
		if s.Light >= c.Light {
			continue
		}
		n, ok, err := c.Measure.of(it, on, cal)
		if err != nil {
			return Signal{Clause: -1}, err
		}
		if ok && n >= c.Min && (c.Max == 0 && !c.Exact || n <= c.Max) {
			s.Light, s.Clause, s.Value = c.Light, i, n
		}
	}
	return s, nil
}

// of returns the measure of an item that is open, at work and has a due date, and
// whether it has one.
func (m Measure) of(it *Item, on calendar.Date, cal *calendar.Calendar) (n int, ok bool, err error) {
	switch m {
	case DaysLeft:
		if it.Overdue(on) {
			return 0, false, nil
		}
		n, err = cal.Count(on, it.Due)
		return n, true, err
	case WorkdaysLate:
		n, err = it.DaysLate(on, cal)
		return n, it.Overdue(on), err
	case CalendarDaysLate:
		return on.DaysSince(it.Due), it.Overdue(on), nil
	case Lag:
		n, err = it.lag(on, cal)
		return n, true, err
	case MonthsIdle:
		from := it.since(KindAssigned)
		return months(from, on), it.Answered.IsZero(), nil
	case TimesReturned:
		return it.Returns, it.Stage == StageInProgress, nil
	case SlipColour:
		return int(it.LastSlip), it.LastSlip != 0, nil
	case SlipsOut:
		return it.Urged, true, nil
	case Overrun:
		if !it.Expected.After(it.Due) {
			return 0, false, nil
		}
		n, err = cal.Count(it.Due, it.Expected)
		return max(n, 1), true, err
	case MonthsUnlisted:
		return months(it.Answered, on), it.Listing && it.Listed.IsZero() && !it.Answered.IsZero(), nil
	case YellowSlips:
		return it.Slips[Yellow], true, nil
	case RedSlips:
		return it.Slips[Red], true, nil
	case RedRun:
		return it.RedRun, true, nil
	case TimesExtended:
		return it.Extended, true, nil
	case ReportsMissed:
		return it.missed(), true, nil
	case Heaviness:
		return int(it.Class.or()), true, nil
	default:
		return 0, false, nil
	}
}

// months is how many months have begun from one day to another.
func months(from, on calendar.Date) int {
	return 12*(on.Year()-from.Year()) + on.Month() - from.Month()
}

// missed is how many periodic reports are recorded as missed and did not follow.
func (it *Item) missed() int {
	n := 0
	for _, e := range it.Instalments {
		n += bit(e.On.IsZero())
	}
	return n
}

// lag is by how many points the item is behind its plan, 0 if it is not.
func (it *Item) lag(on calendar.Date, cal *calendar.Calendar) (int, error) {
	from := it.since(KindAssigned)
	if it.Stage == StageReported || it.Stage == StageReviewed || !on.After(from) {
		return 0, nil
	}
	planned := 100
	if on.Before(it.Due) {
		gone, err := cal.Count(from, on)
		if err != nil {
			return 0, err
		}
		all, err := cal.Count(from, it.Due)
		if err != nil {
			return 0, err
		}
		if all > 0 {
			planned = 100 * gone / all
		}
	}
	return max(planned-it.Percent, 0), nil
}
