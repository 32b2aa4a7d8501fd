package calendar_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup/calendar"
)

func TestUSFederal(t *testing.T) {
	for _, tt := range []struct {
		year int
		want []string
		why  string
	}{
		{1971, []string{"01-01", "02-15", "05-31", "07-05", "09-06", "10-11", "10-25", "11-25", "12-24", "12-31"}, "the first year of the Monday holidays; Veterans Day in October; three days of the weekend observed"},
		{1978, []string{"01-02", "02-20", "05-29", "07-04", "09-04", "10-09", "11-10", "11-23", "12-25"}, "Veterans Day is back in November"},
		{1986, []string{"01-01", "01-20", "02-17", "05-26", "07-04", "09-01", "10-13", "11-11", "11-27", "12-25"}, "the holiday in January begins"},
		{2007, []string{"01-01", "01-15", "02-19", "05-28", "07-04", "09-03", "10-08", "11-12", "11-22", "12-25"}, "Veterans Day on a Sunday"},
		{2020, []string{"01-01", "01-20", "02-17", "05-25", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"}, "no Juneteenth yet"},
		{2021, []string{"01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25", "12-24", "12-31"}, "Juneteenth on a Saturday; New Year's Day of 2022"},
		{2022, []string{"01-17", "02-21", "05-30", "06-20", "07-04", "09-05", "10-10", "11-11", "11-24", "12-26"}, "its own New Year's Day lies in 2021"},
		{2026, []string{"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"}, "Independence Day on a Saturday"},
	} {
		c, err := calendar.USFederal(tt.year, tt.year)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for d := calendar.MustDate(tt.year, 1, 1); d.Year() == tt.year; d = d.AddDays(1) {
			day, err := c.Day(d)
			if err != nil {
				t.Fatal(err)
			}
			if day.Kind == calendar.Off {
				got = append(got, d.String()[5:])
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%d, %s (-want +got):\n%s", tt.year, tt.why, diff)
		}
	}
}

func TestUSFederalYears(t *testing.T) {
	for _, tt := range []struct {
		first, last int
		ok          bool
		why         string
	}{
		{1971, 2370, true, "as many years as a calendar takes"},
		{1971, 2371, false, "one more"},
		{1970, 2000, false, "other days were holidays then"},
		{2000, 1999, false, "no year"},
		{9998, 9998, true, "the last year"},
		{9998, 9999, false, "its last holiday would be judged by the year after"},
		{-1 << 31, 1<<31 - 1, false, "hostile years"},
	} {
		if c, err := calendar.USFederal(tt.first, tt.last); (err == nil) != tt.ok {
			t.Errorf("%d to %d, %s: %v", tt.first, tt.last, tt.why, err)
		} else if tt.ok && c.ID() != "US-federal" {
			t.Error(c.ID())
		}
	}
	c := must[*calendar.Calendar](t)(calendar.USFederal(2020, 2021))
	if _, err := c.Add(calendar.MustDate(2021, 12, 30), 1); err == nil {
		t.Error("2022 is not known")
	}
}

func TestNthWorkday(t *testing.T) {
	c := calendar.China()
	for _, tt := range []struct {
		from, to string
		n        int
		want     string
		why      string
	}{
		{"2026-02-01", "2026-02-28", -1, "2026-02-28", "the last one is a make-up Saturday"},
		{"2026-02-01", "2026-02-28", 1, "2026-02-02", "the first"},
		{"2022-12-01", "2022-12-31", -1, "2022-12-30", "the 31st belongs to the holiday of the next year"},
		{"2024-01-01", "2024-03-31", -3, "2024-03-27", "the third from the end of the quarter"},
		{"2024-05-06", "2024-05-06", 1, "2024-05-06", "both ends are included"},
		{"2024-05-06", "2024-05-06", 2, "", "there is one"},
		{"2024-05-06", "2024-05-06", -2, "", "there is one"},
		{"2024-05-06", "2024-05-06", 0, "", "counted from 1"},
		{"2024-05-01", "2024-05-05", 1, "", "there is none"},
		{"2024-05-05", "2024-05-01", -1, "", "an empty stretch"},
	} {
		got, err := c.NthWorkday(calendar.MustParseDate(tt.from), calendar.MustParseDate(tt.to), tt.n)
		few, ok := errors.AsType[*calendar.TooFewError](err)
		if got.String() != tt.want || ok != (tt.want == "") || ok && few.N != tt.n {
			t.Errorf("%s: %v, %v", tt.why, got, err)
		}
	}
	if _, err := c.NthWorkday(calendar.MustDate(2026, 12, 1), calendar.MustDate(2027, 1, 31), 1); err == nil {
		t.Error("2027 is not known")
	}
	_, err := c.NthWorkday(calendar.MustDate(2024, 5, 1), calendar.MustDate(2024, 5, 5), 1)
	if err.Error() != "calendar: working day 1 of 2024-05-01 to 2024-05-05: there are 0" {
		t.Error(err)
	}
}

func ExampleCalendar_NthWorkday() {
	c := calendar.China()
	february := calendar.MustDate(2026, 2, 1)
	last, err := c.NthWorkday(february.MonthStart(), february.MonthEnd(), -1)
	fmt.Println(last, err)
	// Output: 2026-02-28 <nil>
}

func ExampleUSFederal() {
	c, err := calendar.USFederal(2021, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	day, err := c.Day(calendar.MustDate(2021, 6, 18))
	fmt.Println(day.HolidayEn, err)
	// Output: Juneteenth National Independence Day <nil>
}
