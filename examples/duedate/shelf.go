package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
)

// A shelf keeps the calendars that were built already, by name and years.
type shelf map[string]*calendar.Calendar

// calendar returns the calendar of a name as the table gives it. Calendars without
// notices have plain weeks in the centuries around the year of the question.
func (s shelf) calendar(name string, year int) (*calendar.Calendar, error) {
	const reach = calendar.MaxCoveredYear/2 - 1
	year = year / 50 * 50 // questions of one half-century share a calendar
	first := max(year-reach, calendar.MinYear)
	last := min(first+2*reach, calendar.MaxYear)
	key := name + "\t" + strconv.Itoa(first)
	if c, ok := s[key]; ok {
		return c, nil
	}
	c, err := build(name, first, last)
	if err == nil {
		s[key] = c
	}
	return c, err
}

func build(name string, first, last int) (*calendar.Calendar, error) {
	weeks := &calendar.Options{ID: name, From: first, To: last}
	switch name {
	case "CN":
		return calendar.China(), nil
	case "EU-weekends":
		return calendar.EUWeekends(first, last)
	case "EU-institutions-Brussels":
		return calendar.EUInstitutions(calendar.Brussels)
	case "EU-institutions-Luxembourg":
		return calendar.EUInstitutions(calendar.Luxembourg)
	case "US-federal":
		return calendar.USFederal(max(first, calendar.USFirstYear), min(max(last, calendar.USFirstYear), calendar.MaxYear-1))
	case "US-federal-2007":
		return calendar.New(calendar.USFederalNotices(2007, 2007), weeks)
	case "US-July4-observed-only":
		return calendar.New(independenceDays(first, last), weeks)
	}
	house, err := houseDays(name)
	if err != nil {
		return nil, err
	}
	weeks.ID = "house"
	return calendar.New([]calendar.Notice{house}, weeks)
}

// independenceDays returns the observed Independence Day of each year as a supplement
// to plain weeks.
func independenceDays(first, last int) []calendar.Notice {
	n := calendar.Notice{ID: "july-4", Jurisdiction: "US", Title: "Independence Day, observed", Number: "5 U.S.C. 6103"}
	for y := first; y <= last; y++ {
		d := calendar.MustDate(y, 7, 4)
		switch d.Weekday() {
		case calendar.Saturday:
			d = d.AddDays(-1)
		case calendar.Sunday:
			d = d.AddDays(1)
		default: // observed on the day itself
		}
		n.Holidays = append(n.Holidays, calendar.Holiday{Name: "Independence Day " + strconv.Itoa(y), From: d, To: d})
	}
	return []calendar.Notice{n}
}

// houseDays reads "holidays D…; extra D…": dates between blanks or commas.
func houseDays(text string) (calendar.Notice, error) {
	n := calendar.Notice{ID: "house", Jurisdiction: "house", Title: "days of the house"}
	for part := range strings.SplitSeq(text, ";") {
		words := strings.FieldsFunc(part, func(r rune) bool { return r == ' ' || r == ',' || r == '\u3000' })
		if len(words) == 0 || words[0] != "holidays" && words[0] != "extra" {
			return n, fmt.Errorf("there is no calendar %q", text)
		}
		for _, w := range words[1:] {
			d, err := calendar.ParseDate(w)
			if err != nil {
				return n, err
			}
			h := calendar.Holiday{Name: words[0] + " " + w, From: d, To: d}
			if words[0] == "extra" {
				h = calendar.Holiday{Name: words[0] + " " + w, MakeUp: []calendar.Date{d}}
			}
			n.Holidays = append(n.Holidays, h)
		}
	}
	return n, nil
}
