package ical

import (
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// An occurrence says how often a property may stand in components: RFC 5545,
// section 3.6, and for VCARD RFC 6350, section 6.
type occurrence struct {
	components string // separated by blanks
	properties string
	min, max   int
}

const many = 1 << 30

var occurrences = [...]occurrence{
	{"VCALENDAR", "PRODID VERSION", 1, 1},
	{"VCALENDAR", "CALSCALE METHOD", 0, 1},
	{"VEVENT VTODO VJOURNAL VFREEBUSY", "UID DTSTAMP", 1, 1},
	{"VEVENT VTODO VJOURNAL", "CLASS CREATED DTSTART LAST-MODIFIED ORGANIZER RECURRENCE-ID SEQUENCE STATUS SUMMARY URL", 0, 1},
	{"VEVENT VTODO", "DESCRIPTION DURATION GEO LOCATION PRIORITY", 0, 1},
	{"VEVENT", "DTEND TRANSP", 0, 1},
	{"VTODO", "COMPLETED DUE PERCENT-COMPLETE", 0, 1},
	{"VFREEBUSY", "CONTACT DTSTART DTEND ORGANIZER URL", 0, 1},
	{"VTIMEZONE", "TZID", 1, 1},
	{"VTIMEZONE", "LAST-MODIFIED TZURL", 0, 1},
	{"STANDARD DAYLIGHT", "DTSTART TZOFFSETTO TZOFFSETFROM", 1, 1},
	{"VALARM", "ACTION TRIGGER", 1, 1},
	{"VALARM", "DURATION REPEAT", 0, 1},
	{"VCARD", "VERSION", 1, 1},
	{"VCARD", "FN", 1, many},
}

// pairs of properties: the second excludes the first, or is needed by it.
var pairs = [...]struct {
	component, property, other string
	rule                       *check.Rule
}{
	{"VEVENT", "DURATION", "DTEND", &exclusive},
	{"VTODO", "DURATION", "DUE", &exclusive},
	{"VTODO", "DURATION", "DTSTART", &needs},
	{"VALARM", "DURATION", "REPEAT", &needs},
	{"VALARM", "REPEAT", "DURATION", &needs},
}

// times are the properties whose values are a DATE or a DATE-TIME.
const times = "DTSTAMP DTSTART DTEND DUE COMPLETED CREATED LAST-MODIFIED RECURRENCE-ID"

// Validate reports what RFC 5545 asks of a component and those inside it: which
// properties are needed, which may stand once, which exclude or need each other
// (a DURATION beside a DUE), dates and durations that can be read, an end after the
// start, a DTSTAMP in UTC. Components and properties it does not know are let pass.
// What keeps a component from being written is reported by [Append].
func (c Component) Validate() check.Problems {
	var ps check.Problems
	c.validate(&ps, "", 1)
	return ps
}

func (c Component) validate(ps *check.Problems, path string, depth int) {
	if depth > MaxDepth {
		return // not to be written
	}
	name := check.Text("component", strings.ToUpper(check.Value("", c.Name).Text))
	counts := make(map[string]int, len(c.Props))
	for _, l := range c.Props {
		counts[strings.ToUpper(l.Name)]++
	}
	for _, o := range occurrences {
		if !listed(o.components, c.Name) {
			continue
		}
		for property := range strings.FieldsSeq(o.properties) {
			switch n := counts[property]; {
			case n < o.min:
				ps.Add(missing.At(path, name, check.Text("property", property)))
			case n > o.max:
				ps.Add(repeated.At(path, name, check.Text("property", property), check.Int("n", n), check.Int("max", o.max)))
			}
		}
	}
	for _, p := range pairs {
		if !c.Is(p.component) || counts[p.property] == 0 || (counts[p.other] > 0) != (p.rule == &exclusive) {
			continue
		}
		ps.Add(p.rule.At(path, name, check.Text("property", p.property), check.Text("other", p.other)))
	}
	if isItem(c.Name) {
		c.values(ps, path)
	}
	for i, in := range c.Inner {
		in.validate(ps, check.Join(path, check.Index("inner", i)), depth+1)
	}
}

func listed(names, name string) bool {
	for n := range strings.FieldsSeq(names) {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

// values reports dates and durations that cannot be read or do not fit each other.
func (c Component) values(ps *check.Problems, path string) {
	read := make(map[string]Time)
	for i, l := range c.Props {
		at, property := check.Join(path, check.Index("props", i)), check.Text("property", strings.ToUpper(l.Name))
		switch {
		case listed(times, l.Name):
			t, err := l.Time()
			if err != nil {
				ps.Add(badValue.At(at, property, check.Value("value", l.Value),
					check.Term("want", "日期或时间，如 20260105、20260105T090000", "a date or a time, such as 20260105 or 20260105T090000")).WithCause(err))
				continue
			}
			read[strings.ToUpper(l.Name)] = t
			if l.Is("DTSTAMP") && t.Form != UTC {
				ps.Add(stampNotUTC.At(at, check.Value("value", l.Value)))
			}
		case l.Is("DURATION"):
			if _, err := ParseDuration(l.Value); err != nil {
				ps.Add(badValue.At(at, property, check.Value("value", l.Value),
					check.Term("want", "时长，如 P1D、PT30M", "a duration, such as P1D or PT30M")).WithCause(err))
			}
		}
	}
	start, ok := read["DTSTART"]
	if !ok {
		return
	}
	for _, name := range [...]string{"DTEND", "DUE"} {
		end, ok := read[name]
		switch {
		case !ok:
		case (end.Form == DateOnly) != (start.Form == DateOnly):
			ps.Add(otherForm.At(path, check.Text("property", name)))
		case end.Form == start.Form && end.Zone == start.Zone && !end.At.After(start.At):
			ps.Add(endsEarly.At(path, check.Text("property", name), check.Text("start", start.String()), check.Text("end", end.String())))
		}
	}
}
