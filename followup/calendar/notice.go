package calendar

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Limits on what [New] and [Notice.Validate] accept.
const (
	MaxNotices     = 2000 // notices of one calendar
	MaxHolidays    = 8000 // holidays of all notices of one calendar
	MaxNamedDays   = 400  // days of one holiday, of its make-up days, of its days in lieu
	MaxNoticeText  = 400  // bytes of a title, a name, a number, an address
	MaxCoveredYear = 400  // years from the first to the last of one calendar
)

// A Notice (放假安排通知) is what an authority publishes about the days off and the
// working days of a year. Notices are inputs: a host adds next year's notice as
// data. There are three kinds of them.
//
//   - The annual notice has a Year and publishes that year in whole: whatever it
//     does not name is an ordinary day of the week. Only an annual notice makes a
//     year known.
//   - An amendment has Amends. Each of its holidays takes the place of the holiday
//     with the same name in the amended notice, make-up days included, and stands
//     as it is after the amendment; one without any day strikes it out.
//   - A supplement has neither and adds days to known years: a day of mourning, a
//     city's games, a closing day of the house.
type Notice struct {
	ID           string    `json:"id"`                 // of this notice, unique in a calendar
	Jurisdiction string    `json:"jurisdiction"`       // where it holds: "CN"
	Year         int       `json:"year,omitzero"`      // the year published; also that of the notice amended
	Amends       string    `json:"amends,omitzero"`    // ID of the notice amended, itself no amendment
	Number       string    `json:"number,omitzero"`    // 发文字号, as printed
	Title        string    `json:"title"`              // in the language of the notice
	TitleEn      string    `json:"titleEn,omitzero"`   // in English
	Signed       Date      `json:"signed,omitzero"`    // 成文日期, the date below the text
	Published    Date      `json:"published,omitzero"` // 发布日期, from which it is known; orders versions
	Address      string    `json:"address,omitzero"`   // web address at the official site
	Holidays     []Holiday `json:"holidays,omitempty"` // in the order of the notice
}

// A Holiday is one item of a notice: days off in a row, the working days that make
// up for some of them, or both. From and To are both days off; both are zero if
// the item only names working days.
//
// Which of the days off are taken in exchange for the make-up days is not said by
// the Chinese notices; where InLieu says so, that is an attribution, and it does
// not change which days are working days.
type Holiday struct {
	Name   string `json:"name"`             // 春节
	NameEn string `json:"nameEn,omitzero"`  // Spring Festival
	From   Date   `json:"from,omitzero"`    // first day off
	To     Date   `json:"to,omitzero"`      // last day off
	InLieu []Date `json:"inLieu,omitempty"` // 调休: weekdays between From and To given for the make-up days
	MakeUp []Date `json:"makeUp,omitempty"` // 补班: days of rest that are working days
}

// InForce returns the notices that were published on or before a day, in the order
// given; one without Published always counts as published. A calendar built from
// them is the version that was in force on that day.
func InForce(notices []Notice, on Date) []Notice {
	return slices.DeleteFunc(slices.Clone(notices), func(n Notice) bool { return n.Published.After(on) })
}

// Validate reports what is wrong with a notice taken alone: texts, dates and days.
// That a make-up day falls on a day of rest, and that notices fit together, is
// judged by [New], which knows the week and the other notices.
func (n Notice) Validate() check.Problems {
	var ps check.Problems
	checkText(&ps, "id", n.ID, true)
	checkText(&ps, "jurisdiction", n.Jurisdiction, true)
	checkText(&ps, "title", n.Title, true)
	checkText(&ps, "titleEn", n.TitleEn, false)
	checkText(&ps, "number", n.Number, false)
	checkText(&ps, "amends", n.Amends, false)
	checkText(&ps, "address", n.Address, false)
	if n.Address != "" && !strings.HasPrefix(n.Address, "https://") && !strings.HasPrefix(n.Address, "http://") {
		ps.Add(badAddress.At("address", check.Value("address", n.Address)))
	}
	if n.Year != 0 && (n.Year < MinYear || n.Year > MaxYear) {
		ps.Add(badYear.At("year", check.Int("year", n.Year)))
	}
	if !n.Published.IsZero() && n.Published.Before(n.Signed) {
		ps.Add(publishedEarly.At("published", check.Text("signed", n.Signed.String()), check.Text("published", n.Published.String())))
	}
	names := make(map[string]int, len(n.Holidays))
	for i, h := range n.Holidays {
		at := check.Index("holidays", i)
		if first, taken := names[h.Name]; taken {
			ps.Add(duplicateHoliday.At(at, check.Value("name", h.Name), check.Text("other", check.Index("holidays", first))))
		} else {
			names[h.Name] = i
		}
		ps.In(at, h.validate(n))
	}
	return ps
}

func (h Holiday) validate(n Notice) check.Problems {
	var ps check.Problems
	checkText(&ps, "name", h.Name, true)
	checkText(&ps, "nameEn", h.NameEn, false)
	switch {
	case h.From.IsZero() != h.To.IsZero():
		ps.Add(oneEnd.At(""))
	case h.To.Before(h.From):
		ps.Add(toBeforeFrom.At("to", check.Text("from", h.From.String()), check.Text("to", h.To.String())))
	case h.From.IsZero() && len(h.MakeUp) == 0 && n.Amends == "":
		ps.Add(noDays.At("", check.Value("name", h.Name)))
	}
	if max(h.To.DaysSince(h.From)+1, len(h.MakeUp), len(h.InLieu)) > MaxNamedDays {
		ps.Add(tooManyDays.At("", check.Value("name", h.Name), check.Int("max", MaxNamedDays)))
		return ps
	}
	h.validateYear(&ps, "from", n.Year, h.From)
	h.validateYear(&ps, "to", n.Year, h.To)
	for i, d := range h.MakeUp {
		at := check.Index("makeUp", i)
		h.validateYear(&ps, at, n.Year, d)
		if d.IsZero() {
			ps.Add(noDate.At(at))
		} else if h.has(d) {
			ps.Add(bothOffAndOn.At(at, check.Text("date", d.String()), check.Value("name", h.Name)))
		}
	}
	for i, d := range h.InLieu {
		if !h.has(d) {
			ps.Add(lieuOutside.At(check.Index("inLieu", i), check.Text("date", d.String()), check.Value("name", h.Name)))
		}
	}
	return ps
}

// validateYear reports a day that does not belong to the year of the notice. The
// holidays of a year begin in December of the year before and their make-up days
// reach into January of the next.
func (h Holiday) validateYear(ps *check.Problems, at string, year int, d Date) {
	if year == 0 || d.IsZero() {
		return
	}
	y, m, _ := d.Civil()
	if y == year || y == year-1 && m == 12 || y == year+1 && m == 1 {
		return
	}
	ps.Add(outsideYear.At(at, check.Text("date", d.String()), check.Int("year", year)))
}

// has reports whether d is one of the days off.
func (h Holiday) has(d Date) bool {
	return !h.From.IsZero() && !d.Before(h.From) && !d.After(h.To)
}

func checkText(ps *check.Problems, path, s string, needed bool) {
	switch {
	case s == "" && !needed:
	case s == "":
		ps.Add(noText.At(path))
	case len(s) > MaxNoticeText, !printable(s), s[0] == ' ', s[len(s)-1] == ' ':
		ps.Add(badText.At(path, check.Value("text", s), check.Int("max", MaxNoticeText)))
	}
}

// printable reports whether s is UTF-8 and all of it shows; of the spaces only the
// plain one does.
func printable(s string) bool {
	for _, r := range s {
		if !strconv.IsPrint(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}

// byPublication orders notices by the day from which they are known, then by ID.
func byPublication(a, b Notice) int {
	return cmp.Or(a.Published.Compare(b.Published), strings.Compare(a.ID, b.ID))
}

// clone returns a notice that shares nothing with n.
func (n Notice) clone() Notice {
	n.Holidays = slices.Clone(n.Holidays)
	for i, h := range n.Holidays {
		n.Holidays[i].InLieu = slices.Clone(h.InLieu)
		n.Holidays[i].MakeUp = slices.Clone(h.MakeUp)
	}
	return n
}
