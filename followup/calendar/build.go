package calendar

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Options of [New]. The zero Options are those of an office with a week from
// Monday to Friday.
type Options struct {
	// ID of the calendar, as a due date records it. Default: the jurisdiction of
	// the annual notices.
	ID string

	// Weekend holds the days of rest of an ordinary week. Default: Saturday and
	// Sunday.
	Weekend []Weekday

	// From and To are the first and the last year of plain weeks: the years between
	// them are known even if no annual notice publishes them. Default: none. Set
	// them where the law fixes the holidays and no yearly notice is needed, never
	// for the years of a Chinese calendar.
	From, To int
}

func (o *Options) withDefaults() Options {
	var own Options
	if o != nil {
		own = *o
	}
	if len(own.Weekend) == 0 {
		own.Weekend = []Weekday{Saturday, Sunday}
	}
	return own
}

// New builds the calendar of notices, given in any order. The error is a
// [check.Problems] with everything that is wrong with them: see [Check].
//
// It costs time and memory in proportion to the days of the years covered, about
// ten bytes a day.
func New(notices []Notice, o *Options) (*Calendar, error) {
	b := gather(notices, o.withDefaults())
	if err := b.ps.Err(); err != nil {
		return nil, err
	}
	return b.calendar(), nil
}

// Check reports everything that [New] has to say about notices: what [Notice.Validate]
// finds in each of them, below notices[i], and what does not fit together: an ID used
// twice, a year published twice, an amendment of an unknown notice or holiday, a
// make-up day that is an ordinary working day, a day that one notice gives off and
// another makes a working day. A day named as a holiday twice is a warning; then
// the notice published first gives its name.
func Check(notices []Notice, o *Options) check.Problems {
	return gather(notices, o.withDefaults()).ps
}

// Weekends builds a calendar of plain weeks without holidays for the years from
// first to last, with the ID "weekends".
func Weekends(first, last int) (*Calendar, error) {
	return New(nil, &Options{ID: "weekends", From: first, To: last})
}

// A builder gathers notices, judges them, and lays out the tables.
type builder struct {
	ps      check.Problems
	opts    Options
	rest    [Sunday + 1]bool // days of rest of the week
	notices []Notice         // own copies, as given
	force   []standing       // holidays in force, in order of publication
	years   []int            // known, ascending
	annual  int              // index of the annual notice of the last year, -1 if none
}

// standing is a holiday after amendments, with the notice it stands in.
type standing struct {
	notice, holiday int // indices; the path of a finding
}

func (s standing) path() string {
	return check.Join(check.Index("notices", s.notice), check.Index("holidays", s.holiday))
}

func gather(notices []Notice, o Options) *builder {
	b := &builder{opts: o, annual: -1}
	if len(notices) > MaxNotices {
		b.ps.Add(tooManyNotices.At("notices", check.Int("n", len(notices)), check.Int("max", MaxNotices)))
		return b
	}
	b.notices = make([]Notice, len(notices))
	holidays := 0
	for i, n := range notices {
		holidays += len(n.Holidays)
		b.notices[i] = n.clone()
		b.ps.In(check.Index("notices", i), n.Validate())
	}
	if holidays > MaxHolidays {
		b.ps.Add(tooManyHolidays.At("notices", check.Int("n", holidays), check.Int("max", MaxHolidays)))
		return b
	}
	b.week()
	b.coverage()
	b.amend()
	b.days()
	return b
}

func (b *builder) week() {
	free := 0
	for i, w := range b.opts.Weekend {
		switch {
		case !w.IsValid():
			b.ps.Add(badWeekday.At(check.Index("weekend", i), check.Int("day", int(w))))
		case !b.rest[w]:
			b.rest[w] = true
			free++
		}
	}
	if free == int(Sunday) {
		b.ps.Add(noWorkingWeek.At("weekend"))
	}
	checkText(&b.ps, "id", b.opts.ID, false)
}

// coverage finds the years that are known, and notices that claim the same ID or
// the same year.
func (b *builder) coverage() {
	ids := make(map[string]int, len(b.notices))
	published := make(map[int]int, len(b.notices))
	for i, n := range b.notices {
		at := check.Index("notices", i)
		if first, taken := ids[n.ID]; taken {
			b.ps.Add(duplicateNotice.At(check.Join(at, "id"), check.Value("id", n.ID), check.Text("other", check.Index("notices", first))))
		} else {
			ids[n.ID] = i
		}
		if n.Amends != "" || n.Year == 0 {
			continue
		}
		if first, taken := published[n.Year]; taken {
			b.ps.Add(yearTwice.At(check.Join(at, "year"), check.Int("year", n.Year), check.Text("other", check.Index("notices", first))))
			continue
		}
		published[n.Year] = i
		b.years = append(b.years, n.Year)
		if b.annual >= 0 && b.notices[b.annual].Jurisdiction != n.Jurisdiction {
			b.ps.Add(otherJurisdiction.At(check.Join(at, "jurisdiction"),
				check.Value("jurisdiction", n.Jurisdiction), check.Value("other", b.notices[b.annual].Jurisdiction)))
		}
		if b.annual < 0 || n.Year > b.notices[b.annual].Year {
			b.annual = i
		}
	}
	o := b.opts
	switch {
	case o.From == 0 && o.To == 0:
	case o.From < MinYear || o.To > MaxYear || o.To < o.From:
		b.ps.Add(badYears.At("from", check.Int("from", o.From), check.Int("to", o.To)))
	case o.To-o.From < MaxCoveredYear:
		for y := o.From; y <= o.To; y++ {
			b.years = append(b.years, y)
		}
	default:
		b.years = append(b.years, o.From, o.To)
	}
	slices.Sort(b.years)
	b.years = slices.Compact(b.years)
	if len(b.years) == 0 {
		b.ps.Add(noYears.At(""))
	} else if span := b.years[len(b.years)-1] - b.years[0] + 1; span > MaxCoveredYear {
		b.ps.Add(tooManyYears.At("", check.Int("n", span), check.Int("max", MaxCoveredYear)))
	}
	if o.ID == "" && b.annual < 0 {
		b.ps.Add(noText.At("id"))
	}
}

// amend finds the holidays in force. Amendments are applied in order of their
// publication, so that of two for one holiday the later stands.
func (b *builder) amend() {
	order := make([]int, len(b.notices))
	base := make(map[string]int, len(b.notices))
	for i, n := range b.notices {
		order[i] = i
		base[n.ID] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return byPublication(b.notices[i], b.notices[j]) })
	stands := make([][]standing, len(b.notices)) // of the holidays of notices that are no amendments
	for i, n := range b.notices {
		if n.Amends == "" {
			stands[i] = make([]standing, len(n.Holidays))
			for k := range stands[i] {
				stands[i][k] = standing{i, k}
			}
		}
	}
	for _, i := range order {
		n, at := b.notices[i], check.Index("notices", i)
		if n.Amends == "" {
			continue
		}
		target, known := base[n.Amends]
		switch {
		case !known:
			b.ps.Add(unknownAmended.At(check.Join(at, "amends"), check.Value("id", n.Amends)))
			continue
		case b.notices[target].Amends != "":
			b.ps.Add(amendsAmendment.At(check.Join(at, "amends"), check.Value("id", n.Amends), check.Value("base", b.notices[target].Amends)))
			continue
		case b.notices[target].Year != n.Year:
			b.ps.Add(otherYear.At(check.Join(at, "year"), check.Int("year", n.Year), check.Int("amended", b.notices[target].Year)))
			continue
		}
		for k, h := range n.Holidays {
			slot := slices.IndexFunc(b.notices[target].Holidays, func(old Holiday) bool { return old.Name == h.Name })
			if slot < 0 {
				b.ps.Add(unknownHoliday.At(check.Join(standing{i, k}.path(), "name"), check.Value("name", h.Name), check.Value("id", n.Amends)))
				continue
			}
			stands[target][slot] = standing{i, k}
		}
	}
	for _, i := range order {
		b.force = append(b.force, stands[i]...)
	}
}

// A claim is what a holiday in force says about a day.
type claim struct {
	date    Date
	from    standing
	makeUp  int // index among the make-up days, -1 for a day off
	working bool
}

func (c claim) path() string {
	if c.makeUp < 0 {
		return c.from.path()
	}
	return check.Join(c.from.path(), check.Index("makeUp", c.makeUp))
}

// days judges each day that a holiday in force names: whether make-up days and days
// in lieu fit the week, and whether two holidays agree on the day.
func (b *builder) days() {
	claims := make([]claim, 0, 8*len(b.force))
	for _, s := range b.force {
		h := b.holiday(s)
		for i, d := range h.MakeUp {
			if d.IsZero() {
				continue // found already
			}
			c := claim{d, s, i, true}
			if claims = append(claims, c); !b.rest[d.Weekday()] {
				b.ps.Add(makeUpOnWorkday.At(c.path(), dateArg(d), weekdayArg(d)))
			}
		}
		for i, d := range h.InLieu {
			if b.rest[d.Weekday()] {
				b.ps.Add(lieuOnRest.At(check.Join(s.path(), check.Index("inLieu", i)), dateArg(d), weekdayArg(d)))
			}
		}
		for d := range h.all() {
			claims = append(claims, claim{d, s, -1, false})
		}
	}
	slices.SortStableFunc(claims, func(c, d claim) int { return c.date.Compare(d.date) })
	first := 0
	for i, c := range claims {
		if c.date != claims[first].date {
			first = i
		}
		if i == first || c.from == claims[first].from && c.working != claims[first].working {
			continue // the latter was found in the notice
		}
		rule := &namedTwice
		if c.working != claims[first].working {
			rule = &contradiction
		}
		b.ps.Add(rule.At(c.path(), dateArg(c.date), check.Text("other", claims[first].path())))
	}
}

func dateArg(d Date) check.Arg { return check.Text("date", d.String()) }

func weekdayArg(d Date) check.Arg {
	return check.Term("weekday", d.Weekday().Label(), d.Weekday().English())
}

func (b *builder) holiday(s standing) *Holiday { return &b.notices[s.notice].Holidays[s.holiday] }

// all walks the days off, the first MaxNamedDays of them.
func (h *Holiday) all() iter.Seq[Date] {
	return func(yield func(Date) bool) {
		d := h.From
		for range MaxNamedDays {
			if d.IsZero() || d.After(h.To) || !yield(d) {
				return
			}
			d = d.AddDays(1)
		}
	}
}
