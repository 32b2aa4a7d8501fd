package calendar_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup/calendar"
)

func TestEUInstitutions(t *testing.T) {
	for _, tt := range []struct {
		seat calendar.Seat
		year int
		want []string
		why  string
	}{
		{
			calendar.Brussels, 2014,
			[]string{"01-01", "01-02", "04-17", "04-18", "04-21", "05-01", "05-09", "05-29", "05-30", "06-09", "07-21", "08-15", "12-24", "12-25", "12-26", "12-29", "12-30", "12-31"},
			"OJ C 39, 12.2.2013, p. 26: 18 days in all",
		},
		{
			calendar.Luxembourg, 2014,
			[]string{"01-01", "01-02", "04-17", "04-18", "04-21", "05-01", "05-09", "05-29", "05-30", "06-09", "07-21", "08-15", "12-24", "12-25", "12-26", "12-29", "12-30", "12-31"},
			"the same days as in Brussels",
		},
		{
			calendar.Brussels, 2023,
			[]string{"01-02", "04-06", "04-07", "04-10", "05-01", "05-09", "05-18", "05-19", "05-29", "07-21", "08-15", "11-01", "11-02", "12-25", "12-26", "12-27", "12-28", "12-29"},
			"OJ C 201 I, 28.5.2021, p. 2: 18 days in all",
		},
		{
			calendar.Luxembourg, 2023,
			[]string{"01-02", "04-06", "04-07", "04-10", "05-01", "05-09", "05-18", "05-19", "05-29", "06-23", "08-15", "11-01", "11-02", "12-25", "12-26", "12-27", "12-28", "12-29"},
			"its own national holiday",
		},
	} {
		c := must[*calendar.Calendar](t)(calendar.EUInstitutions(tt.seat))
		var got []string
		for d := calendar.MustDate(tt.year, 1, 1); d.Year() == tt.year; d = d.AddDays(1) {
			if off := !must[bool](t)(c.IsWorkday(d)); off && d.Weekday() != calendar.Saturday && d.Weekday() != calendar.Sunday {
				got = append(got, d.String()[5:])
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%v %d, %s (-want +got):\n%s", tt.seat, tt.year, tt.why, diff)
		}
	}
}

func TestEUInstitutionsUnknownYear(t *testing.T) {
	c := must[*calendar.Calendar](t)(calendar.EUInstitutions(calendar.Luxembourg))
	if c.ID() != "EU-institutions-Luxembourg" {
		t.Error(c.ID())
	}
	_, err := calendar.Due(calendar.EU118271(), c, calendar.MustDate(2023, 12, 29), calendar.MustParsePeriod("3 days"))
	if _, ok := errors.AsType[*calendar.UnpublishedError](err); !ok {
		t.Errorf("into a year without a list: %v", err)
	}
	more := calendar.Notice{
		ID: "house-2024", Jurisdiction: "EU", Year: 2024, Title: "house list",
		Holidays: []calendar.Holiday{{Name: "New Year", From: calendar.MustDate(2024, 1, 1), To: calendar.MustDate(2024, 1, 2)}},
	}
	c = must[*calendar.Calendar](t)(calendar.EUInstitutions(calendar.Brussels, more))
	due := must[calendar.Deadline](t)(calendar.Due(calendar.EU118271(), c, calendar.MustDate(2023, 12, 20), calendar.MustParsePeriod("5 days")))
	if due.Date() != calendar.MustDate(2024, 1, 3) {
		t.Errorf("over the end of the year: %v", due.Date())
	}
	if s := calendar.Seat(9).String(); s != "Seat(9)" {
		t.Error(s)
	}
}
