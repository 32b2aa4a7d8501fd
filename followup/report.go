package followup

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// MaxWorst is the greatest number of items that a report lists one by one.
const MaxWorst = 10_000

// A Basis is the due date that punctuality is held against. Rules differ: by some a
// date set anew counts, by others what is late without an extension is scored on the
// date it had first (按原定时间考核). The zero Basis is not valid.
type Basis uint8

// The bases.
const (
	CurrentDue  Basis = iota + 1 // 现时限: the due date as it stands
	OriginalDue                  // 原时限: the due date as first assigned
)

// String returns the token: "current-due" or "original-due".
func (b Basis) String() string { return of(bases, b).token }

// Label returns the Chinese term, "" if b is not valid.
func (b Basis) Label() string { return of(bases, b).hans }

// MarshalText returns the token of a valid basis.
func (b Basis) MarshalText() ([]byte, error) { return write(bases, b) }

// UnmarshalText reads a token.
func (b *Basis) UnmarshalText(text []byte) error { return read(b, bases, text) }

// of is the due date of an item.
func (b Basis) of(it *Item) calendar.Date {
	if b == OriginalDue {
		return it.OriginalDue
	}
	return it.Due
}

// A Count says how many items of one lead body, or of all, stand how on a day.
type Count struct {
	Items  int             `json:"items"`
	Open   int             `json:"open"`   // owing work
	Stages [Stages + 1]int `json:"stages"` // by Stage
	Lights [Lights + 1]int `json:"lights"` // by Light, of all items; 0 shows none

	Overdue int `json:"overdue"` // by the current due date
	Blocked int `json:"blocked"` // open ones that wait for another open one

	// Punctuality, against the basis of the report. An item is in time if its lead
	// reported it, for the last time, not after the due date and the result was then
	// accepted; late if it was accepted but reported after it; and missed if it is not
	// accepted, not cancelled, not at rest, and the due date is past.
	InTime int `json:"inTime"`
	Late   int `json:"late"`
	Missed int `json:"missed"`

	// The care with which the work is done and followed (准确, 经常): how often results were
	// refused, slips were issued and periodic reports were recorded as missed.
	Returned  int `json:"returned"`
	Slips     int `json:"slips"`
	Unwritten int `json:"unwritten"`
}

// Rate is the punctuality (按期办结率) in hundredths of a percent, rounded down: in time of
// in time, late and missed. It is false if there is none of these.
func (c Count) Rate() (hundredths int, ok bool) {
	all := c.InTime + c.Late + c.Missed
	if all == 0 {
		return 0, false
	}
	return int(int64(c.InTime) * Whole / int64(all)), true
}

// A Body is one line of a report: the count of a lead body, "" for items that nobody
// leads.
type Body struct {
	Lead roster.OrgID `json:"lead"`
	Count
}

// An Age is one line of the ageing (逾期时长分布): overdue items by working days late.
type Age struct {
	From  int `json:"from"`
	To    int `json:"to,omitzero"` // 0: no upper end
	Items int `json:"items"`
}

// ages begin with these working days late, by house custom: a week, two, a month, a
// quarter. An item that has been late on days of rest alone is in the first.
var ages = [...]int{0, 6, 11, 22, 64}

// A Worst is one of the items that a report lists.
type Worst struct {
	Item     roster.ItemID `json:"item"`
	Lead     roster.OrgID  `json:"lead,omitzero"`
	Light    Light         `json:"light"`
	Due      calendar.Date `json:"due"`
	Workdays int           `json:"workdays"` // late, 0 if it is not
}

func (w Worst) compare(v Worst) int {
	return cmp.Or(cmp.Compare(v.Light, w.Light), cmp.Compare(v.Workdays, w.Workdays), w.Due.Compare(v.Due), strings.Compare(string(w.Item), string(v.Item)))
}

// ReportOptions are those of [Board.Report]. The zero ReportOptions hold punctuality
// against the current due date and list 100 items.
type ReportOptions struct {
	Basis Basis // default CurrentDue
	Worst int   // items listed one by one, at most MaxWorst; default 100, negative for none
}

// A Report (督查通报) is how all items stand on a day. It is built by [Board.Report] and
// never changes.
type Report struct {
	on    calendar.Date
	rules string
	basis Basis
	limit int
	all   Count
	units []Body
	ages  [len(ages)]Age
	worst []Worst
}

// Report counts the items by lead body, stage and light, the ages of the overdue ones
// and punctuality, and lists those that stand worst: by light, working days late, due
// date, identifier; green ones and those without a light are not listed. It fails where
// the calendar does not know a year it has to count in. It costs one walk over the
// items.
func (b Board) Report(rules RuleSet, on calendar.Date, cal *calendar.Calendar, o *ReportOptions) (Report, error) {
	ps := rules.Validate()
	r := Report{on: on, rules: rules.Name, basis: CurrentDue, limit: 100}
	if o != nil {
		r.basis = cmp.Or(o.Basis, CurrentDue)
		r.limit = max(cmp.Or(o.Worst, r.limit), 0)
	}
	ps.In("on", needDate(on))
	if !valid(bases, r.basis) || r.limit > MaxWorst {
		ps.Add(badReport.At("", check.Int("basis", int(r.basis)), check.Int("worst", r.limit), check.Int("max", MaxWorst)))
	}
	if err := ps.Err(); err != nil {
		return Report{}, err
	}
	for i, from := range ages {
		r.ages[i].From = from
		if i+1 < len(ages) {
			r.ages[i].To = ages[i+1] - 1
		}
	}
	index := map[roster.OrgID]int{}
	for _, it := range b.items {
		s, err := rules.signal(it, on, cal)
		if err != nil {
			return Report{}, err
		}
		at, ok := index[it.Lead]
		if !ok {
			at = len(r.units)
			index[it.Lead] = at
			r.units = append(r.units, Body{Lead: it.Lead})
		}
		b.count(&r.units[at].Count, it, s.Light, on, r.basis)
		late := 0
		if it.Overdue(on) {
			if late, err = it.DaysLate(on, cal); err != nil {
				return Report{}, err
			}
			i, exact := slices.BinarySearch(ages[:], late)
			r.ages[i-1+bit(exact)].Items++
		}
		if s.Light > Green {
			r.list(Worst{it.ID, it.Lead, s.Light, it.Due, late})
		}
	}
	r.cut()
	slices.SortFunc(r.units, func(a, b Body) int { return strings.Compare(string(a.Lead), string(b.Lead)) })
	for _, u := range r.units {
		r.all.add(u.Count)
	}
	return r, nil
}

// list keeps an item among the worst: it sorts and cuts only when twice as many are
// gathered as the report lists.
func (r *Report) list(w Worst) {
	if r.worst = append(r.worst, w); len(r.worst) >= 2*r.limit+64 {
		r.cut()
	}
}

func (r *Report) cut() {
	slices.SortFunc(r.worst, Worst.compare)
	r.worst = r.worst[:min(len(r.worst), r.limit)]
}

// count adds an item.
func (b Board) count(c *Count, it *Item, light Light, on calendar.Date, basis Basis) {
	c.Items++
	c.Stages[it.Stage]++
	c.Lights[light]++
	c.Open += bit(it.Stage.Open())
	c.Overdue += bit(it.Overdue(on))
	c.Returned, c.Slips, c.Unwritten = c.Returned+it.Returns, c.Slips+it.Urged, c.Unwritten+it.missed()
	c.Blocked += bit(len(it.Depends) > 0 && len(b.Blocked(it.ID)) > 0)
	due := basis.of(it)
	switch {
	case due.IsZero() || it.Stage == StageCancelled || it.Stage == StageSuspended:
	case it.Stage.Open():
		c.Missed += bit(on.After(due))
	case it.Reported.After(due):
		c.Late++
	default:
		c.InTime++
	}
}

// add adds another count.
func (c *Count) add(d Count) {
	c.Items, c.Open, c.Overdue, c.Blocked = c.Items+d.Items, c.Open+d.Open, c.Overdue+d.Overdue, c.Blocked+d.Blocked
	c.InTime, c.Late, c.Missed = c.InTime+d.InTime, c.Late+d.Late, c.Missed+d.Missed
	c.Returned, c.Slips, c.Unwritten = c.Returned+d.Returned, c.Slips+d.Slips, c.Unwritten+d.Unwritten
	for i, n := range d.Stages {
		c.Stages[i] += n
	}
	for i, n := range d.Lights {
		c.Lights[i] += n
	}
}

// On is the day of the report.
func (r Report) On() calendar.Date { return r.on }

// All is the count of all items.
func (r Report) All() Count { return r.all }

// Units walks the lead bodies by identifier.
func (r Report) Units() iter.Seq[Body] { return slices.Values(r.units) }

// Ranking walks the lead bodies by their rate of punctuality, the best first; of equal
// ones the one with fewer overdue items first, then by identifier. Those without a rate
// come last.
func (r Report) Ranking() iter.Seq[Body] {
	units := slices.Clone(r.units)
	rate := func(u Body) int {
		if h, ok := u.Rate(); ok {
			return h
		}
		return -1
	}
	slices.SortStableFunc(units, func(a, b Body) int { return cmp.Or(cmp.Compare(rate(b), rate(a)), cmp.Compare(a.Overdue, b.Overdue)) })
	return slices.Values(units)
}

// Ages walks the ageing of the overdue items, the youngest first.
func (r Report) Ages() iter.Seq[Age] { return slices.Values(r.ages[:]) }

// Worst walks the items that stand worst.
func (r Report) Worst() iter.Seq[Worst] { return slices.Values(r.worst) }

var reportFormat = wire.Format{Name: "followup.report", Version: 1}

type wireReport struct {
	On    calendar.Date `json:"on"`
	Rules string        `json:"rules"`
	Basis Basis         `json:"basis"`
	Limit int           `json:"limit"`
	All   Count         `json:"all"`
	Units []Body        `json:"units"`
	Ages  []Age         `json:"ages"`
	Worst []Worst       `json:"worst"`
}

func (r Report) wire() wireReport {
	return wireReport{r.on, r.rules, r.basis, r.limit, r.all, append([]Body{}, r.units...), r.ages[:], append([]Worst{}, r.worst...)}
}

// MarshalJSON writes the report in a versioned form that [ParseReport] reads.
func (r Report) MarshalJSON() ([]byte, error) { return wire.Append(nil, reportFormat, r.wire()) }

// ParseReport reads what MarshalJSON wrote and holds it against the board: each line
// that reporting anew does not give is a finding.
func ParseReport(data []byte, b Board, rules RuleSet, cal *calendar.Calendar) (Report, error) {
	var have wireReport
	_, ps := wire.Parse(data, reportFormat, &have, nil)
	if ps.Failed() {
		return Report{}, ps.Err()
	}
	limit := have.Limit
	if limit == 0 {
		limit = -1
	}
	r, err := b.Report(rules, have.On, cal, &ReportOptions{have.Basis, limit})
	if err != nil {
		return Report{}, err
	}
	want := r.wire()
	if have.Rules != rules.Name {
		ps.Add(otherRules.At("rules", check.Value("have", have.Rules), check.Value("want", rules.Name)))
	}
	if have.Limit != want.Limit || have.Basis != want.Basis {
		ps.Add(badReport.At("", check.Int("basis", int(have.Basis)), check.Int("worst", have.Limit), check.Int("max", MaxWorst)))
	}
	compare(&ps, "all", []Count{have.All}, []Count{want.All})
	compare(&ps, "units", have.Units, want.Units)
	compare(&ps, "ages", have.Ages, want.Ages)
	compare(&ps, "worst", have.Worst, want.Worst)
	if err := ps.Err(); err != nil {
		return Report{}, err
	}
	return r, nil
}
