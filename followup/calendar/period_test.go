package calendar_test

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestParsePeriod(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want calendar.Period
		why  string
	}{
		{"15 days", calendar.Period{N: 15, Unit: calendar.Days}, "the plural"},
		{"1 month", calendar.Period{N: 1, Unit: calendar.Months}, "the singular"},
		{"1 months", calendar.Period{N: 1, Unit: calendar.Months}, "a program that does not bend words"},
		{"-21 days", calendar.Period{N: -21, Unit: calendar.Days}, "backwards"},
		{"3 weeks", calendar.Period{N: 3, Unit: calendar.Weeks}, "weeks"},
		{"-2 year", calendar.Period{N: -2, Unit: calendar.Years}, "years"},
		{"5 workdays", calendar.Period{N: 5, Unit: calendar.Workdays}, "working days are a unit of their own"},
		{"1 working day", calendar.Period{N: 1, Unit: calendar.Workdays}, "in two words"},
		{"100000 days", calendar.Period{N: calendar.MaxPeriod, Unit: calendar.Days}, "the greatest number"},
	} {
		got, err := calendar.ParsePeriod(tt.in)
		if err != nil || got != tt.want {
			t.Errorf("%q: %v, %v; %s", tt.in, got, err, tt.why)
		}
	}
	for _, tt := range []struct{ in, why string }{
		{"", "nothing"},
		{"15", "a number alone does not say of what"},
		{"days", "no number"},
		{"0 days", "no period"},
		{"-0 days", "no period"},
		{"--3 days", "one sign"},
		{"+3 days", "forwards has no sign"},
		{"03 days", "one way to write a number"},
		{"1.5 days", "whole numbers"},
		{"15  days", "one space"},
		{"15 days ", "nothing more"},
		{"15 Days", "tokens are lower case"},
		{"48 h", "units are written in full"},
		{"100001 days", "too many"},
		{"99999999999999999999 days", "overflow"},
		{"１５ days", "full-width digits belong in phrases"},
	} {
		if got, err := calendar.ParsePeriod(tt.in); err == nil {
			t.Errorf("%q: %v, %s", tt.in, got, tt.why)
		} else if _, ok := errors.AsType[*calendar.ParseError](err); !ok {
			t.Errorf("%q: %T", tt.in, err)
		}
	}
}

func TestPeriodWords(t *testing.T) {
	for _, tt := range []struct{ in, text, hans, en, why string }{
		{"1 days", "1 day", "1日", "1 day", "the singular"},
		{"-1 month", "-1 month", "1个月", "1 month", "the direction is another word's business"},
		{"5 workdays", "5 workdays", "5个工作日", "5 working days", "two words in English"},
		{"-1 workday", "-1 workday", "1个工作日", "1 working day", "one"},
		{"2 weeks", "2 weeks", "2周", "2 weeks", "weeks"},
		{"10 years", "10 years", "10年", "10 years", "years"},
	} {
		p := calendar.MustParsePeriod(tt.in)
		if p.String() != tt.text || p.Label() != tt.hans || p.English() != tt.en {
			t.Errorf("%s: %q %q %q", tt.why, p.String(), p.Label(), p.English())
		}
	}
}

func TestPeriodValidate(t *testing.T) {
	for _, tt := range []struct {
		in   calendar.Period
		code check.Code
		why  string
	}{
		{calendar.Period{N: 0, Unit: calendar.Days}, calendar.BadPeriod, "no days"},
		{calendar.Period{N: calendar.MaxPeriod + 1, Unit: calendar.Days}, calendar.BadPeriod, "too many"},
		{calendar.Period{N: -calendar.MaxPeriod - 1, Unit: calendar.Days}, calendar.BadPeriod, "too many backwards"},
		{calendar.Period{N: 3}, calendar.BadUnit, "of what?"},
		{calendar.Period{N: 3, Unit: calendar.Hours + 1}, calendar.BadUnit, "no unit"},
	} {
		if ps := tt.in.Validate(); !ps.Has(tt.code) || ps.Len() != 1 {
			t.Errorf("%s: %v", tt.why, ps)
		}
		if _, err := tt.in.MarshalText(); err == nil {
			t.Errorf("%s: written", tt.why)
		}
	}
}

func propPeriod(t *rapid.T) {
	p := calendar.Period{
		N:    rapid.IntRange(1, calendar.MaxPeriod).Draw(t, "n") * rapid.SampledFrom([]int{1, -1}).Draw(t, "sign"),
		Unit: rapid.SampledFrom([]calendar.Unit{1, 2, 3, 4, 5}).Draw(t, "unit"),
	}
	data, err := json.Marshal(p)
	var back calendar.Period
	if err != nil || json.Unmarshal(data, &back) != nil || back != p {
		t.Fatalf("%v: %s, %v, %v", p, data, back, err)
	}
	if again, err := calendar.ParsePeriod(p.String()); again != p {
		t.Fatalf("%q: %v, %v", p.String(), again, err)
	}
}

func TestPropPeriod(t *testing.T) { rapid.Check(t, propPeriod) }

// FuzzParsePeriod: what is read is written back so that it reads the same.
func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"15 days", "-1 month", "1 working day", "0 days", "３ days", "9999999999 years"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := calendar.ParsePeriod(s)
		if err != nil {
			if p != (calendar.Period{}) {
				t.Fatalf("%q: %v with %v", s, p, err)
			}
			return
		}
		if back, err := calendar.ParsePeriod(p.String()); back != p || p.Validate().Len() != 0 {
			t.Fatalf("%q: %v, %v, %v", s, p, back, err)
		}
	})
}
