package calendar

import "github.com/huiwu-go/huiwu/roster/check"

// MaxAhead is how many weeks, months, quarters or years ahead a [Limit] may reach.
const MaxAhead = 1000

// A LimitKind says in which way a [Limit] fixes a day. The zero LimitKind is none.
type LimitKind uint8

// The ways to fix a day.
const (
	Within        LimitKind = iota + 1 // N日内: within a period after the event
	OnDate                             // 3月5日前: by a date
	NextWeekday                        // 周五前: by the first such day of the week, the day of the event or later
	WeekdayOfWeek                      // 下周五前: by a day of the week of the event, or of a week ahead of it
	MonthEnd                           // 月底前: by the end of the month
	QuarterEnd                         // 季度末前: by the end of the quarter
	YearEnd                            // 年底前: by the end of the year
)

var limitKinds = [...]struct{ token, label string }{
	Within:        {"within", "期限之内"},
	OnDate:        {"on-date", "指定日期"},
	NextWeekday:   {"next-weekday", "最近的星期几"},
	WeekdayOfWeek: {"weekday-of-week", "某周的星期几"},
	MonthEnd:      {"month-end", "月底"},
	QuarterEnd:    {"quarter-end", "季度末"},
	YearEnd:       {"year-end", "年底"},
}

const wantLimitKind = "within, on-date, next-weekday, weekday-of-week, month-end, quarter-end or year-end"

// IsValid reports whether k is one of the kinds above.
func (k LimitKind) IsValid() bool { return Within <= k && k <= YearEnd }

// String returns the token of k, such as "month-end".
func (k LimitKind) String() string {
	if !k.IsValid() {
		return string(append(appendInt([]byte("LimitKind("), int(k)), ')'))
	}
	return limitKinds[k].token
}

// Label returns the Chinese words for k, such as 月底; "" for no kind.
func (k LimitKind) Label() string {
	if !k.IsValid() {
		return ""
	}
	return limitKinds[k].label
}

// AppendText appends the token of a valid kind.
func (k LimitKind) AppendText(dst []byte) ([]byte, error) {
	if !k.IsValid() {
		return dst, &ParseError{What: "kind of limit", Value: k.String(), Want: wantLimitKind}
	}
	return append(dst, k.String()...), nil
}

// MarshalText returns the token of a valid kind.
func (k LimitKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads a token.
func (k *LimitKind) UnmarshalText(text []byte) error {
	for known := Within; known <= YearEnd; known++ {
		if limitKinds[known].token == string(text) {
			*k = known
			return nil
		}
	}
	return &ParseError{What: "kind of limit", Value: string(text), Want: wantLimitKind}
}

// A Limit (时限) says when something is due, as a resolution or a rule words it, before
// it is known when its event happens. [ReadLimit] reads one out of a phrase, [Limit.Due]
// finds the day.
type Limit struct {
	Kind    LimitKind `json:"kind"`
	Period  Period    `json:"period,omitzero"`  // of Within
	Date    Date      `json:"date,omitzero"`    // of OnDate
	Weekday Weekday   `json:"weekday,omitzero"` // of NextWeekday and WeekdayOfWeek
	Ahead   int       `json:"ahead,omitzero"`   // weeks, months, quarters or years ahead: 1 is the next one

	// Before leaves the day itself out: due on the day before it. Not for Within.
	Before bool `json:"before,omitzero"`

	// Roll says what becomes of a day on which nobody works. Default: it stays, since
	// the end of the month is a day and not the end of a period. For the last working
	// day of the month, use Preceding. Not for Within, which the policy rolls.
	Roll Roll `json:"roll,omitzero"`

	// Event is the event from which the limit runs, as a phrase names it: 印发. It is for
	// people; the day of the event is given to [Limit.Due].
	Event string `json:"event,omitzero"`
}

// Validate reports a kind that is none, what the kind needs and does not have, and
// what it has no use for.
func (l Limit) Validate() check.Problems {
	var ps check.Problems
	if !l.Kind.IsValid() {
		ps.Add(badLimitKind.At("kind", check.Int("kind", int(l.Kind))))
		return ps
	}
	checkText(&ps, "event", l.Event, false)
	checkRoll(&ps, "roll", l.Roll)
	kind := check.Text("kind", l.Kind.String())
	week := l.Kind == NextWeekday || l.Kind == WeekdayOfWeek
	fixed := l.Kind == Within || l.Kind == OnDate || l.Kind == NextWeekday
	for _, f := range []struct {
		path          string
		given, needed bool
	}{
		{"period", !l.Period.IsZero(), l.Kind == Within},
		{"date", !l.Date.IsZero(), l.Kind == OnDate},
		{"weekday", l.Weekday != 0, week},
		{"before", l.Before, l.Before && l.Kind != Within},
		{"roll", l.Roll != NoRoll, l.Roll != NoRoll && l.Kind != Within},
		{"ahead", l.Ahead != 0, l.Ahead != 0 && !fixed},
	} {
		switch {
		case f.given && !f.needed:
			ps.Add(uselessField.At(f.path, kind))
		case f.needed && !f.given:
			ps.Add(noText.At(f.path))
		}
	}
	if l.Kind == Within && !l.Period.IsZero() {
		ps.In("period", l.Period.Validate())
	}
	if week && l.Weekday != 0 && !l.Weekday.IsValid() {
		ps.Add(badWeekday.At("weekday", check.Int("day", int(l.Weekday))))
	}
	if l.Ahead < 0 || l.Ahead > MaxAhead {
		ps.Add(badAhead.At("ahead", check.Int("n", l.Ahead), check.Int("max", MaxAhead)))
	}
	return ps
}

// inHours reports whether the limit ends at a moment.
func (l Limit) inHours() bool { return l.Kind == Within && l.Period.Unit == Hours }

// needsTrigger reports whether the day depends on an event.
func (l Limit) needsTrigger() bool { return l.Kind != OnDate }

// day returns the day that a limit other than Within names, before Before and Roll;
// the zero Date if it lies outside the years of dates.
func (l Limit) day(trigger Date) Date {
	switch l.Kind {
	case OnDate:
		return l.Date
	case NextWeekday:
		return trigger.AddDays((int(l.Weekday) - int(trigger.Weekday()) + 7) % 7)
	case WeekdayOfWeek:
		return trigger.AddDays(7*l.Ahead + int(l.Weekday) - int(trigger.Weekday()))
	case MonthEnd:
		return trigger.MonthStart().AddMonths(l.Ahead).MonthEnd()
	case QuarterEnd:
		return trigger.MonthStart().AddMonths(2 - (trigger.Month()-1)%3 + 3*l.Ahead).MonthEnd()
	case YearEnd:
		return trigger.MonthStart().AddMonths(12 - trigger.Month() + 12*l.Ahead).MonthEnd()
	case Within:
	}
	return Date{}
}
