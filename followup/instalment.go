package followup

import (
	"errors"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// MaxInstalments is how many periodic reports an item has at most.
const MaxInstalments = 2000

// rollsBack is more days than a date is rolled back by: the longest holiday and then some.
const rollsBack = 31

// A Reporting (定期反馈) says when the lead of an item reports on it without being asked: by
// a schedule, on its dates after the day From.
type Reporting struct {
	Schedule calendar.Schedule `json:"schedule"`
	From     calendar.Date     `json:"from"`
}

// Validate reports a schedule that is wrong and a missing day.
func (r Reporting) Validate() check.Problems {
	var ps check.Problems
	ps.In("schedule", r.Schedule.Validate())
	ps.In("from", needDate(r.From))
	return ps
}

func (r *Reporting) clone() *Reporting {
	if r == nil {
		return nil
	}
	c := *r
	rule := &c.Schedule.Rule
	rule.ByMonth, rule.ByMonthDay = slices.Clone(rule.ByMonth), slices.Clone(rule.ByMonthDay)
	rule.ByDay, rule.BySetPos = slices.Clone(rule.ByDay), slices.Clone(rule.BySetPos)
	return &c
}

// names reports whether a date is one of the schedule.
func (r *Reporting) names(date calendar.Date) bool {
	if r == nil || !date.After(r.From) {
		return false
	}
	for at := range r.Schedule.Rule.Instances(r.From.At(calendar.Midnight), MaxInstalments) {
		if d := at.Date(); !d.Before(date) {
			return d == date
		}
	}
	return false
}

// Missed (未报) records that the lead did not give a periodic report. The report may still
// follow, late.
type Missed struct {
	Act
	Instalment calendar.Date `json:"instalment"`
}

func (Missed) kind() Kind { return KindMissed }

func (e Missed) validate() check.Problems {
	ps := e.Act.with("instalment", needDate(e.Instalment))
	if !e.On.After(e.Instalment) {
		ps.Add(missedEarly.At("on", itemArg(e.Act), check.Text("date", e.Instalment.String()), check.Text("on", e.On.String())))
	}
	return ps
}

// A Filling says how a periodic report stands. The zero Filling is not valid.
type Filling uint8

// The states of a periodic report.
const (
	FilledInTime Filling = iota + 1 // 按时报送: given by its day
	FilledLate                      // 迟报: given after it
	FilledMissed                    // 未报: its day is past
	FilledOwed                      // 待报: its day is not past
)

// String returns the token: "in-time", "late", "missed" or "owed".
func (f Filling) String() string { return of(fillings, f).token }

// Label returns the Chinese term, "" if f is not valid.
func (f Filling) Label() string { return of(fillings, f).hans }

// MarshalText returns the token of a valid state.
func (f Filling) MarshalText() ([]byte, error) { return write(fillings, f) }

// UnmarshalText reads a token.
func (f *Filling) UnmarshalText(text []byte) error { return read(f, fillings, text) }

// An Entry is what the log says of one periodic report: given on a day, or, if On is
// zero, recorded as missed.
type Entry struct {
	For calendar.Date `json:"for"`
	On  calendar.Date `json:"on,omitzero"`
}

// fill keeps what the log says of a periodic report. A report that follows a recorded
// miss takes its place.
func (it *Item) fill(e Entry) {
	i, ok := it.entry(e.For)
	if ok {
		it.Instalments[i] = e
		return
	}
	it.Instalments = slices.Insert(it.Instalments, i, e)
}

func (it *Item) entry(date calendar.Date) (at int, ok bool) {
	return slices.BinarySearchFunc(it.Instalments, date, func(e Entry, d calendar.Date) int { return e.For.Compare(d) })
}

// instalment reports what keeps a report from being the one for a date: the item has no
// such date, or its report is given, or, for a miss, recorded already.
func (it *Item) instalment(act Act, date calendar.Date, miss bool) (check.Problem, bool) {
	args := []check.Arg{itemArg(act), check.Text("date", date.String())}
	if !it.Reports.names(date) {
		return noInstalment.At("instalment", args...), true
	}
	if i, ok := it.entry(date); ok && (miss || !it.Instalments[i].On.IsZero()) {
		return filledBefore.At("instalment", args...), true
	}
	return check.Problem{}, false
}

// An Instalment (阶段反馈) is one of the periodic reports of an item. ID is that of the item
// and the date by the rule, as in "i1@2026-10-05": it is the same on every machine, and
// stays when an amended notice moves the due date.
type Instalment struct {
	ID    string        `json:"id"`
	Item  roster.ItemID `json:"item"`
	For   calendar.Date `json:"for"` // by the rule
	Due   calendar.Date `json:"due"` // on the calendar
	On    calendar.Date `json:"on,omitzero"`
	State Filling       `json:"state"`
}

// Instalments returns the periodic reports that an item has owed up to a day, and the next
// one after it. They are owed as long as the item is open, also after its due date, and end
// on the day on which it is closed or cancelled. A late report moves no later date. It fails
// where the calendar does not know a year; the reports before it are returned.
func (b Board) Instalments(id roster.ItemID, on calendar.Date, cal *calendar.Calendar) ([]Instalment, error) {
	it := b.find(id)
	if it == nil || it.Reports == nil {
		return nil, nil
	}
	end := on.AddDays(rollsBack)
	switch {
	case it.Stage == StageCancelled:
		end = it.Changed
	case !it.Stage.Open():
		end = it.Closed
	}
	first, n := it.Reports.From.At(calendar.Midnight), 0
	for at := range it.Reports.Schedule.Rule.Instances(first, MaxInstalments) {
		late := at.Date().After(end)
		if late && !it.Stage.Open() {
			break
		}
		if n++; late {
			break // the next one
		}
	}
	all, err := it.Reports.Schedule.Occurrences(cal, first, n)
	var out []Instalment
	for _, o := range all {
		x := Instalment{Item: id, For: o.Instance.Date(), Due: o.Due.Date()}
		if !x.For.After(it.Reports.From) {
			continue
		}
		x.ID = string(id) + "@" + x.For.String()
		if i, ok := it.entry(x.For); ok && !it.Instalments[i].On.After(on) {
			x.On = it.Instalments[i].On
		}
		switch {
		case !x.On.IsZero() && x.On.After(x.Due):
			x.State = FilledLate
		case !x.On.IsZero():
			x.State = FilledInTime
		case on.After(x.Due):
			x.State = FilledMissed
		default:
			x.State = FilledOwed
		}
		if out = append(out, x); x.State == FilledOwed {
			return out, nil
		}
	}
	return out, err
}

var instalmentFormat = wire.Format{Name: "followup.instalment", Version: 1}

// MarshalJSON writes the report in a versioned form that [ParseInstalment] reads.
func (x Instalment) MarshalJSON() ([]byte, error) {
	type plain Instalment
	return wire.Append(nil, instalmentFormat, plain(x))
}

// ParseInstalment reads what MarshalJSON wrote and holds it against the board on a day: a
// report that the item does not owe, or that stands otherwise, is a finding.
func ParseInstalment(data []byte, b Board, on calendar.Date, cal *calendar.Calendar) (Instalment, error) {
	type plain Instalment
	return parseOne(data, instalmentFormat, func(have plain) (plain, bool, error) {
		all, err := b.Instalments(have.Item, on, cal)
		i := slices.IndexFunc(all, func(x Instalment) bool { return x.For == have.For })
		if _, short := errors.AsType[*calendar.UnpublishedError](err); err != nil && (!short || i < 0) {
			return plain{}, false, err
		}
		if i < 0 {
			return plain{}, false, nil
		}
		return plain(all[i]), true, nil
	}, func(p plain) Instalment { return Instalment(p) })
}
