package calendar

import (
	"errors"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Calendar (工作日历) knows for every day of some years whether people work on
// it, and by which notice. It is built by [New], [China] or [Weekends], never
// changes, and is safe for concurrent use; keep it rather than build it anew.
//
// A year that no notice publishes is unknown: every question that touches it is
// answered with an [*UnpublishedError], also an addition or a count that would
// pass through it. A calendar never takes an unpublished year for one of plain
// weeks. What it cannot see is that the notice of the year to come will name days
// in December of the last year it knows.
//
// Add, Count and the questions about one day take the same few nanoseconds at any
// distance and allocate nothing.
type Calendar struct {
	ref          Ref
	jurisdiction string
	title        string // of an annual notice, with its year
	titleYear    int
	firstYear    int
	lastYear     int
	gaps         []int    // unknown years between them, ascending
	first        int32    // day number of 1 January of firstYear
	day          []uint16 // of each day: holiday<<kindBits | kind
	rank         []int32  // of each day, and the day after the last: working days before it
	work         []int32  // of each working day: its index in day
	holidays     []named
}

// named is a holiday with the notice that it stands in.
type named struct {
	holiday *Holiday
	notice  *Notice
}

const kindBits = 3

// A Ref names a version of a calendar, so that a due date can record by which one
// it was computed. Two calendars with one Ref give the same answers.
type Ref struct {
	Calendar string `json:"calendar"` // the ID of the calendar: "CN"
	Version  string `json:"version"`  // derived from its notices, see [Calendar.Version]
}

// ErrNoDate is returned for a question about the zero Date.
var ErrNoDate = errors.New("calendar: no date was given")

// An UnpublishedError says that an answer depends on a year that the calendar does
// not know.
type UnpublishedError struct {
	Calendar     string // ID of the calendar
	Jurisdiction string // whose notice is missing; "" for a calendar without notices
	Year         int    // the year asked for, or the first one met on the way
	Title        string // the title the missing notice should have, "" if that is not known
}

// Error names the calendar, the year and the notice that is missing.
func (e *UnpublishedError) Error() string {
	return "calendar " + check.Value("id", e.Calendar).Text + ": " + e.Reason().Text(check.En, nil)
}

// Reason is the same for users, in both languages.
func (e *UnpublishedError) Reason() check.Reason {
	year := check.Int("year", e.Year)
	if e.Title != "" {
		return missingNotice.Because(year, check.Term("notice", "《"+e.Title+"》", "《"+e.Title+"》"))
	}
	return unknownYear.Because(year, check.Text("calendar", e.Calendar))
}

// ID returns the identifier of the calendar.
func (c *Calendar) ID() string { return c.ref.Calendar }

// Version returns a text that stands for everything the calendar knows: the day of
// publication of its newest notice, if there is one, and twelve hexadecimal digits
// of a digest, as in "2025-11-04.1b2c3d4e5f60". It does not depend on the order in
// which notices were given.
func (c *Calendar) Version() string { return c.ref.Version }

// Ref returns ID and version.
func (c *Calendar) Ref() Ref { return c.ref }

// Reason names the calendar and its version, as the last of the reasons of an answer.
func (c *Calendar) Reason() check.Reason {
	return byCalendar.Because(check.Text("calendar", c.ref.Calendar), check.Text("version", c.ref.Version))
}

// Years returns the first and the last year that the calendar knows; it may have
// gaps between them, see [Calendar.Knows].
func (c *Calendar) Years() (first, last int) { return c.firstYear, c.lastYear }

// Knows reports whether the year is published.
func (c *Calendar) Knows(year int) bool {
	if year < c.firstYear || year > c.lastYear || len(c.day) == 0 {
		return false
	}
	_, unknown := c.gap(year, year)
	return !unknown
}

// Day says what a date is, and by which notice.
func (c *Calendar) Day(d Date) (Day, error) {
	i, err := c.index(d)
	if err != nil {
		return Day{}, err
	}
	kind, at := Kind(c.day[i]&(1<<kindBits-1)), int(c.day[i]>>kindBits)
	if kind == Workday || kind == Weekend {
		return Day{Date: d, Kind: kind}, nil
	}
	h, n := c.holidays[at].holiday, c.holidays[at].notice
	return Day{
		Date: d, Kind: kind,
		Holiday: h.Name, HolidayEn: or(h.NameEn, h.Name),
		Notice: n.ID, Source: cite("《"+n.Title+"》", "（"+n.Number+"）", n.Number),
		SourceEn: cite(or(n.TitleEn, n.Title), " ("+n.Number+")", n.Number),
	}, nil
}

func or(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}

func cite(title, inBrackets, number string) string {
	if number == "" {
		return title
	}
	return title + inBrackets
}

// IsWorkday reports whether people work on a date: ordinary working days and
// make-up days.
func (c *Calendar) IsWorkday(d Date) (bool, error) {
	i, err := c.index(d)
	if err != nil {
		return false, err
	}
	return c.rank[i+1] > c.rank[i], nil
}

// Add returns the nth working day after d, before d if n is negative. The day d
// itself is not counted; Add(d, 0) is d, even if nobody works on it. To start from
// the next working day instead, roll d first.
func (c *Calendar) Add(d Date, n int) (Date, error) {
	i, err := c.index(d)
	if err != nil {
		return Date{}, err
	}
	if n == 0 {
		return d, nil
	}
	if n > len(c.work) || n < -len(c.work) {
		return Date{}, c.beyond(d, n)
	}
	at := int(c.rank[i]) + n // n < 0: rank[i] working days lie before d
	if n > 0 {
		at = int(c.rank[i+1]) + n - 1
	}
	if uint(at) >= uint(len(c.work)) {
		return Date{}, c.beyond(d, n)
	}
	e := Date{c.first + c.work[at]}
	if len(c.gaps) > 0 {
		if year, found := c.gap(d.Year(), e.Year()); found {
			return Date{}, c.unpublished(year)
		}
	}
	return e, nil
}

// Count returns the number of working days after a up to and including b. If b
// lies before a, it counts backwards: the working days before a down to and
// including b, as a negative number. So in both directions the start is left out
// and the end counted, Count(d, d) is 0, and for every n other than 0
// Count(d, e) = n where e is Add(d, n).
func (c *Calendar) Count(a, b Date) (int, error) {
	i, j, err := c.indices(a, b)
	if err != nil {
		return 0, err
	}
	if i <= j {
		return int(c.rank[j+1] - c.rank[i+1]), nil
	}
	return int(c.rank[j] - c.rank[i]), nil
}

// CountInclusive returns the number of working days from a to b, both included. If
// b lies before a, it is the negative of the number from b to a.
func (c *Calendar) CountInclusive(a, b Date) (int, error) {
	i, j, err := c.indices(a, b)
	if err != nil {
		return 0, err
	}
	if i <= j {
		return int(c.rank[j+1] - c.rank[i]), nil
	}
	return int(c.rank[j] - c.rank[i+1]), nil
}

// indices finds two dates and makes sure that every year between them is known.
func (c *Calendar) indices(a, b Date) (i, j int, err error) {
	if i, err = c.index(a); err != nil {
		return 0, 0, err
	}
	if j, err = c.index(b); err != nil {
		return 0, 0, err
	}
	if len(c.gaps) > 0 {
		if year, found := c.gap(a.Year(), b.Year()); found {
			return 0, 0, c.unpublished(year)
		}
	}
	return i, j, nil
}

// index returns the place of d in the tables.
func (c *Calendar) index(d Date) (int, error) {
	i := int(d.n) - int(c.first)
	if uint(i) < uint(len(c.day)) && c.day[i] != 0 {
		return i, nil
	}
	if d.IsZero() {
		return 0, ErrNoDate
	}
	return 0, c.unpublished(d.Year())
}

// gap returns the first unknown year met on the way between two years inside the
// tables.
func (c *Calendar) gap(from, to int) (year int, found bool) {
	for _, y := range c.gaps {
		if min(from, to) <= y && y <= max(from, to) {
			year, found = y, true
			if from <= to {
				break
			}
		}
	}
	return year, found
}

// beyond is the error of an addition that runs out of the tables: it names the
// first unknown year on its way.
func (c *Calendar) beyond(d Date, n int) error {
	edge, outside := c.lastYear, c.lastYear+1
	if n < 0 {
		edge, outside = c.firstYear, c.firstYear-1
	}
	if year, found := c.gap(d.Year(), edge); found {
		return c.unpublished(year)
	}
	return c.unpublished(outside)
}

func (c *Calendar) unpublished(year int) error {
	title := ""
	if own := strconv.Itoa(c.titleYear); c.title != "" && strings.Contains(c.title, own) {
		title = strings.Replace(c.title, own, strconv.Itoa(year), 1)
	}
	return &UnpublishedError{
		Calendar: c.ref.Calendar, Jurisdiction: c.jurisdiction, Year: year, Title: title,
	}
}
