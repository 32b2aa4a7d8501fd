package ical_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/ical"
	"github.com/huiwu-go/huiwu/roster/check"
)

var stamp = calendar.MustParseDateTime("2026-01-05 01:00")

func TestRules(t *testing.T) {
	if _, err := check.NewCatalog(ical.Rules()); err != nil {
		t.Error(err)
	}
}

func TestValidate(t *testing.T) {
	const s36 = "RFC 5545, section 3.6"
	todo := func(lines ...ical.Line) ical.Component { return ical.NewTodo("1", stamp, "x").With(lines...) }
	at := func(s string) ical.Time { return ical.Time{Form: ical.Floating, At: calendar.MustParseDateTime(s)} }
	day := func(s string) ical.Time { return ical.Day(calendar.MustParseDate(s)) }
	line := func(name, value string) ical.Line { return ical.Line{Name: name, Value: value} }
	tests := []struct {
		name string
		c    ical.Component
		want string
		why  string
	}{
		{"todo", todo(), "", "UID, DTSTAMP and SUMMARY"},
		{"calendar", ical.NewCalendar("-//x//EN", todo(), ical.NewEvent("2", stamp, "y")), "", s36},
		{"empty calendar", ical.Component{Name: "vcalendar"}, "VCALENDAR has no PRODID\nVCALENDAR has no VERSION\n", s36 + ", whatever the case of names"},
		{"empty todo", ical.Component{Name: "VTODO"}, "VTODO has no DTSTAMP\nVTODO has no UID\n", s36 + ".2"},
		{"two summaries", todo(ical.Text("Summary", "y")), "VTODO has 2 of SUMMARY, at most 1 may be\n", s36 + ".2"},
		{
			"DUE and DURATION", todo(at("2026-01-05 09:00").Line("DTSTART"), at("2026-01-06 09:00").Line("DUE"), line("DURATION", "P1D")),
			"VTODO has both DURATION and DUE, which exclude each other\n", s36 + ".2",
		},
		{"DURATION alone", todo(line("DURATION", "P1D")), "VTODO has DURATION, which needs DTSTART\n", s36 + ".2"},
		{
			"DTEND and DURATION", ical.NewEvent("1", stamp, "x").With(at("2026-01-05 09:00").Line("DTSTART"), at("2026-01-05 10:00").Line("DTEND"), line("DURATION", "PT1H")),
			"VEVENT has both DURATION and DTEND, which exclude each other\n", s36 + ".1",
		},
		{"DUE without time", todo(at("2026-01-05 09:00").Line("DTSTART"), day("2026-01-06").Line("DUE")), "one of DUE and DTSTART is a date, the other a date with time\n", "section 3.8.2.3"},
		{"DUE too early", todo(day("2026-01-06").Line("DTSTART"), day("2026-01-06").Line("DUE")), "DUE 20260106 is not later than DTSTART 20260106\n", "section 3.8.2.3"},
		{
			"DUE in another zone", todo(ical.In("Asia/Shanghai", stamp).Line("DTSTART"), ical.In("Europe/Paris", stamp).Line("DUE")), "",
			"zones are not resolved, so nothing is claimed",
		},
		{
			"bad values", todo(line("DUE", "tomorrow"), line("COMPLETED", "20260230T000000Z")).With(line("DTSTART", "20260105T250000")),
			`props[3]: value "tomorrow" of DUE is not usable: want a date or a time, such as 20260105 or 20260105T090000` + "\n" +
				`props[4]: value "20260230T000000Z" of COMPLETED is not usable: want a date or a time, such as 20260105 or 20260105T090000` + "\n" +
				`props[5]: value "20260105T250000" of DTSTART is not usable: want a date or a time, such as 20260105 or 20260105T090000` + "\n",
			"section 3.3.5",
		},
		{"stamp", ical.Component{Name: "VTODO", Props: []ical.Line{line("UID", "1"), line("DTSTAMP", "20260105T090000")}}, "props[1]: DTSTAMP \"20260105T090000\" is to be in UTC, with Z at its end\n", "section 3.8.7.2"},
		{"duration", todo(day("2026-01-06").Line("DTSTART"), line("DURATION", "1 day")), "props[4]: value \"1 day\" of DURATION is not usable: want a duration, such as P1D or PT30M\n", "section 3.3.6"},
		{
			"alarm", todo().Holding(ical.Component{Name: "VALARM", Props: []ical.Line{line("ACTION", "DISPLAY"), line("REPEAT", "2")}}),
			"inner[0]: VALARM has no TRIGGER\ninner[0]: VALARM has REPEAT, which needs DURATION\n", s36 + ".6",
		},
		{"foreign", ical.Component{Name: "X-OURS", Props: []ical.Line{line("DUE", "any")}}, "", "what no standard knows is let pass"},
		{"card", ical.Component{Name: "VCARD"}, "VCARD has no FN\nVCARD has no VERSION\n", "RFC 6350, section 6"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := tt.c.Validate().Text(check.En, nil)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

// Only what can be written is judged, so that no depth of nesting is too much.
func TestValidateDeep(t *testing.T) {
	deep := ical.Component{Name: "VALARM"}
	for range 100 {
		deep = ical.Component{Name: "X", Inner: []ical.Component{deep}}
	}
	if ps := deep.Validate(); ps.Len() != 0 {
		t.Errorf("findings below the greatest depth: %s", ps.Text(check.En, nil))
	}
}

func TestAppendRefuses(t *testing.T) {
	deep := ical.Component{Name: "X"}
	for range ical.MaxDepth {
		deep = ical.Component{Name: "X", Inner: []ical.Component{deep}}
	}
	c := func(name string, inner ...ical.Component) ical.Component {
		return ical.Component{Name: name, Inner: inner}
	}
	tests := []struct {
		c    ical.Component
		want string
	}{
		{c(""), `components[0]: "" cannot be written: a name consists of letters, digits and hyphens`},
		{c("A B"), `components[0]: "A B" cannot be written: a name consists of letters, digits and hyphens`},
		{c(strings.Repeat("X", 70)), "cannot be written"},
		{c("VTODO", c("VTODO")), `components[0].inner[0]: component "VTODO" cannot stand inside "VTODO"`},
		{c("X-A", c("vevent")), `components[0].inner[0]: component "vevent" cannot stand inside "X-A"`},
		{c("VTODO", c("VCALENDAR")), `components[0].inner[0]: component "VCALENDAR" cannot stand inside "VTODO"`},
		{c("VCALENDAR", c("VTODO").With(ical.Line{Name: "A", Value: "\n"})), `components[0].inner[0].props[0]: "A" cannot be written: there is a control character in it`},
		{deep, "components are nested too deep"},
	}
	for _, tt := range tests {
		got, err := ical.Append([]byte("x"), tt.c)
		if err == nil || !strings.Contains(err.Error(), tt.want) || string(got) != "x" {
			t.Errorf("%s: %q, %v", tt.want, got, err)
		}
	}
}

func TestComponentAccess(t *testing.T) {
	base := ical.NewTodo("1", stamp, "a")
	one, two := base.With(ical.Text("X-A", "b")), base.With(ical.Text("X-A", "c"), ical.Text("x-a", "d"))
	if one.Text("X-A") != "b" || two.Text("x-a") != "c" || base.Text("X-A") != "" {
		t.Errorf("With shares its room: %q %q %q", one.Text("X-A"), two.Text("X-A"), base.Text("X-A"))
	}
	n := 0
	for l := range two.All("X-A") {
		if n++; l.Text() == "c" {
			break
		}
	}
	if n != 1 {
		t.Errorf("walked over %d", n)
	}
	if _, ok := base.Prop("X-A"); ok || !base.Is("vtodo") {
		t.Error("a property that is not there was found")
	}
	inner := base.Holding(one)
	if len(base.Inner) != 0 || len(inner.Inner) != 1 {
		t.Error("Holding changed its component")
	}
}

func TestTime(t *testing.T) {
	at := calendar.MustParseDateTime("2026-01-05 09:30:15")
	tests := []struct {
		line ical.Line
		want ical.Time
		why  string
	}{
		{ical.Line{Name: "DUE", Value: "20260105T093015"}, ical.Time{Form: ical.Floating, At: at}, "form 1 of section 3.3.5"},
		{ical.Line{Name: "DUE", Value: "20260105T093015Z"}, ical.Time{Form: ical.UTC, At: at}, "form 2"},
		{ical.Line{Name: "DUE", Value: "20260105T093015"}.With("TZID", "Asia/Shanghai"), ical.In("Asia/Shanghai", at), "form 3"},
		{ical.Line{Name: "DUE", Value: "20260105"}.With("VALUE", "DATE"), ical.Day(at.Date()), "section 3.3.4"},
	}
	for _, tt := range tests {
		got, err := tt.line.Time()
		if err != nil || got != tt.want {
			t.Errorf("%s: %+v, %v", tt.why, got, err)
		}
		if diff := cmp.Diff(tt.line, tt.want.Line("DUE")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
	lenient := []struct {
		line ical.Line
		want ical.Time
		why  string
	}{
		{ical.Line{Value: "20260105"}, ical.Day(at.Date()), "VALUE=DATE forgotten, as many do"},
		{ical.Line{Value: "20260105T093015Z"}.With("TZID", "Asia/Shanghai"), ical.Time{Form: ical.UTC, At: at}, "Z decides"},
		{ical.Line{Value: "20260105T093015"}.With("VALUE", "date-time"), ical.Time{Form: ical.Floating, At: at}, "case"},
	}
	for _, tt := range lenient {
		if got, err := tt.line.Time(); err != nil || got != tt.want {
			t.Errorf("%s: %+v, %v", tt.why, got, err)
		}
	}
	bad := []struct {
		line ical.Line
		at   int
		why  string
	}{
		{ical.Line{Value: ""}, 0, "nothing"},
		{ical.Line{Value: "2026-01-05"}, 0, "no hyphens"},
		{ical.Line{Value: "20260230"}, 0, "no such date"},
		{ical.Line{Value: "20260105T0930"}, 9, "seconds are needed"},
		{ical.Line{Value: "20260105T240000"}, 9, "the day ends before"},
		{ical.Line{Value: "20261231T235960"}, 9, "leap second"},
		{ical.Line{Value: "20260105T093015+0800"}, 9, "no offsets"},
		{ical.Line{Value: "20260105T093015"}.With("VALUE", "DATE"), 8, "VALUE says otherwise"},
		{ical.Line{Value: "20260105"}.With("VALUE", "DATE-TIME"), 8, "VALUE says otherwise"},
		{ical.Line{Value: "20260105T093015/PT1H"}.With("VALUE", "PERIOD"), 0, "another type"},
		{ical.Line{Value: "２０２６0105"}, 0, "ASCII digits only"},
	}
	for _, tt := range bad {
		got, err := tt.line.Time()
		pe, ok := errors.AsType[*calendar.ParseError](err)
		if !ok || pe.At != tt.at || got != (ical.Time{}) {
			t.Errorf("%q: %s: %+v, %v", tt.line.Value, tt.why, got, err)
		}
	}
	if s := (ical.Time{}).String() + (ical.Time{Form: ical.UTC}).String() + (ical.Time{Form: 9, At: at}).String(); s != "" {
		t.Errorf("no Time is written %q", s)
	}
}

func FuzzTime(f *testing.F) {
	for _, s := range []string{"20260105", "20260105T093015", "20260105T093015Z", "2026-01-05", "00000000", "20261231T235960"} {
		f.Add(s, "")
		f.Add(s, "Asia/Shanghai")
	}
	f.Fuzz(func(t *testing.T, value, zone string) {
		l := ical.Line{Name: "DUE", Value: value}
		if zone != "" {
			l = l.With("TZID", zone)
		}
		got, err := l.Time()
		if err != nil {
			return
		}
		if back, err := got.Line("DUE").Time(); err != nil || back != got || got.String() != value {
			t.Errorf("%q with zone %q: %+v, then %+v, %v", value, zone, got, back, err)
		}
	})
}

func TestDuration(t *testing.T) {
	tests := []struct {
		in   string
		want ical.Duration
		out  string
		why  string
	}{
		{"P7W", ical.Duration{Days: 49}, "P7W", "section 3.3.6"},
		{"P15DT5H0M20S", ical.Duration{Days: 15, Seconds: 18020}, "P15DT5H20S", "section 3.3.6"},
		{"-PT15M", ical.Duration{Seconds: -900}, "-PT15M", "before, as in a TRIGGER"},
		{"+P1D", ical.Duration{Days: 1}, "P1D", "a sign that says nothing"},
		{"PT90M", ical.Duration{Seconds: 5400}, "PT1H30M", ""},
		{"P0D", ical.Duration{}, "PT0S", ""},
		{"P8D", ical.Duration{Days: 8}, "P8D", "no whole weeks"},
		{"P7DT1S", ical.Duration{Days: 7, Seconds: 1}, "P7DT1S", "weeks stand alone"},
		{"P1W2D", ical.Duration{Days: 9}, "P9D", "more than the grammar allows, but clear"},
	}
	for _, tt := range tests {
		got, err := ical.ParseDuration(tt.in)
		if err != nil || got != tt.want || got.String() != tt.out {
			t.Errorf("%s: %+v %s, %v; want %+v %s: %s", tt.in, got, got, err, tt.want, tt.out, tt.why)
		}
	}
	for _, bad := range []string{"", "P", "PT", "1D", "--P1D", "P1", "P1H", "PT1D", "P1DT", "PT1S1M", "P1DT1HT1M", "P1.5D", "P1234567890123D", "P999999999999W", "p1d", "P-1D", "P1D "} {
		got, err := ical.ParseDuration(bad)
		if pe, ok := errors.AsType[*calendar.ParseError](err); !ok || pe.Value != bad || got != (ical.Duration{}) {
			t.Errorf("%q: %+v, %v", bad, got, err)
		}
	}
	for _, bad := range []ical.Duration{{Days: 1, Seconds: -1}, {Days: -1, Seconds: 1}, {Days: 1 << 41}, {Seconds: -1 << 63}} {
		if s := bad.String(); s != "" {
			t.Errorf("%+v is written %s", bad, s)
		}
	}
	at := calendar.MustParseDateTime("2026-01-31 23:00")
	if got := (ical.Duration{Days: 1, Seconds: 7200}).After(at); got != calendar.MustParseDateTime("2026-02-02 01:00") {
		t.Errorf("a day and two hours later: %s", got)
	}
	if got := (ical.Duration{Days: 1 << 40}).After(at); !got.IsZero() {
		t.Errorf("far out: %s", got)
	}
}

func propDuration(t *rapid.T) {
	d := ical.Duration{Days: rapid.Int64Range(0, ical.MaxDuration).Draw(t, "days"), Seconds: rapid.Int64Range(0, ical.MaxDuration).Draw(t, "seconds")}
	if rapid.Bool().Draw(t, "before") {
		d.Days, d.Seconds = -d.Days, -d.Seconds
	}
	if back, err := ical.ParseDuration(d.String()); err != nil || back != d {
		t.Fatalf("%+v is written %s and read as %+v, %v", d, d, back, err)
	}
}

func TestDurationLaws(t *testing.T) { rapid.Check(t, propDuration) }

func FuzzParseDuration(f *testing.F) {
	for _, s := range []string{"P7W", "-PT15M", "P15DT5H0M20S", "PT", "P1DT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ical.ParseDuration(s)
		if err != nil {
			return
		}
		if back, err := ical.ParseDuration(d.String()); err != nil || back != d {
			t.Errorf("%q: %+v is written %s and read as %+v, %v", s, d, d, back, err)
		}
	})
}

func ExampleAppend() {
	due := calendar.MustDate(2026, 1, 9)
	todo := ical.NewTodo("item-7@example.org", calendar.MustParseDateTime("2026-01-05 01:00"), "报送办理情况；抄送办公室").
		With(ical.Day(due).Line("DUE"), ical.Line{Name: "STATUS", Value: "NEEDS-ACTION"})
	text, err := ical.Append(nil, ical.NewCalendar("-//Example Office//huiwu//EN", todo))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(strings.ReplaceAll(string(text), "\r", ""))
	// Output:
	// BEGIN:VCALENDAR
	// VERSION:2.0
	// PRODID:-//Example Office//huiwu//EN
	// BEGIN:VTODO
	// UID:item-7@example.org
	// DTSTAMP:20260105T010000Z
	// SUMMARY:报送办理情况；抄送办公室
	// DUE;VALUE=DATE:20260109
	// STATUS:NEEDS-ACTION
	// END:VTODO
	// END:VCALENDAR
}

func ExampleDecode() {
	text := "BEGIN:VCALENDAR\r\n" +
		"BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Report\\, in writing\r\nEND:VTODO\r\n" +
		"BEGIN:VTODO\r\nUID:2\r\nSUMMARY\r\nEND:VTODO\r\n" +
		"END:VCALENDAR\r\n"
	calendars, found := ical.Decode([]byte(text), nil)
	for _, item := range calendars[0].Inner {
		fmt.Println(item.Text("UID"), item.Text("SUMMARY"))
	}
	fmt.Print(found.Text(check.En, nil))
	// Output:
	// 1 Report, in writing
	// components[0].inner[1]: "VTODO" with UID "2" in lines 6 to 9 is faulty and was left out
	// components[0].inner[1]: line 8: the colon is missing: "SUMMARY"
}

func ExampleComponent_Validate() {
	todo := ical.NewTodo("1", calendar.MustParseDateTime("2026-01-05 01:00"), "Report").With(
		ical.Day(calendar.MustDate(2026, 1, 6)).Line("DTSTART"),
		ical.Day(calendar.MustDate(2026, 1, 9)).Line("DUE"),
		ical.Line{Name: "DURATION", Value: "P3D"},
	)
	fmt.Print(todo.Validate().Text(check.ZhHans, nil))
	// Output: VTODO 不能既有 DURATION 又有 DUE
}
