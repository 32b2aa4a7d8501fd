package calendar

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// outside are the parts of RFC 5545 that are refused.
var outside = [...]string{"BYWEEKNO", "BYYEARDAY", "BYHOUR", "BYMINUTE", "BYSECOND"}

// outsideFreq are the frequencies of RFC 5545 that are refused.
var outsideFreq = [...]string{"SECONDLY", "MINUTELY", "HOURLY", "DAILY"}

// ParseRecurrence reads a rule as RFC 5545 writes it, such as
// "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", in letters of either case. The path
// of a finding is the name of the part.
//
// Parts that RFC 5545 knows and this package does not are refused by name, never
// passed over: DAILY and shorter frequencies, BYWEEKNO, BYYEARDAY, BYHOUR, BYMINUTE,
// BYSECOND, and extensions. A single semicolon at the end, which some programs write,
// is a warning. If a finding is of severity Error, the Recurrence is zero.
func ParseRecurrence(s string) (Recurrence, check.Problems) {
	p := ruleParser{}
	if len(s) > MaxRuleText || !printable(s) {
		p.found.Add(badRuleText.At("", check.Value("text", s), check.Int("max", MaxRuleText)))
		return Recurrence{}, p.found
	}
	text, trailing := strings.CutSuffix(s, ";")
	if trailing {
		p.found.Add(trailingSemicolon.At(""))
	}
	seen := map[string]bool{}
	for part := range strings.SplitSeq(text, ";") {
		name, value, ok := strings.Cut(strings.ToUpper(part), "=")
		switch {
		case !ok || name == "":
			p.found.Add(notAPart.At("", check.Value("part", part)))
		case seen[name]:
			p.found.Add(partTwice.At(check.Key("", name), check.Value("part", name)))
		default:
			p.part(name, value)
		}
		seen[name] = true
	}
	if !seen["FREQ"] {
		p.found.Add(noText.At("FREQ"))
	}
	if !p.found.Failed() {
		p.found.In("", p.r.Validate())
	}
	if p.found.Failed() {
		return Recurrence{}, p.found
	}
	return p.r, p.found
}

// MustParseRecurrence is ParseRecurrence for rules that stand in the program text. It
// panics if a finding is of severity Error.
func MustParseRecurrence(s string) Recurrence {
	r, found := ParseRecurrence(s)
	if err := found.Err(); err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // a programmer's error
	}
	return r
}

// A ruleParser reads the parts of a rule.
type ruleParser struct {
	r     Recurrence
	found check.Problems
}

func (p *ruleParser) part(name, value string) {
	switch name {
	case "FREQ":
		p.freq(value)
	case "INTERVAL":
		p.r.Interval = p.positive(name, value)
	case "COUNT":
		p.r.Count = p.positive(name, value)
	case "UNTIL":
		p.until(value)
	case "BYMONTH":
		p.r.ByMonth = p.list(name, value)
	case "BYMONTHDAY":
		p.r.ByMonthDay = p.list(name, value)
	case "BYSETPOS":
		p.r.BySetPos = p.list(name, value)
	case "BYDAY":
		for word := range strings.SplitSeq(value, ",") {
			number, day := word[:max(0, len(word)-2)], word[max(0, len(word)-2):]
			d := NthDay{Day: p.weekday(name, day)}
			if number != "" {
				if d.N = p.number(name, number); d.N == 0 {
					p.bad(name, word)
				}
			}
			p.r.ByDay = append(p.r.ByDay, d)
		}
		p.r.ByDay = set(p.r.ByDay, compareNthDays)
	case "WKST":
		p.r.WeekStart = p.weekday(name, value)
	default:
		rule := &unknownPart
		if slices.Contains(outside[:], name) {
			rule = &refusedPart
		}
		p.found.Add(rule.At(check.Key("", name), check.Value("part", name)))
	}
}

func (p *ruleParser) freq(value string) {
	if p.r.Freq.UnmarshalText([]byte(value)) == nil {
		return
	}
	if slices.Contains(outsideFreq[:], value) {
		p.found.Add(refusedPart.At("FREQ", check.Value("part", "FREQ="+value)))
		return
	}
	p.found.Add(badFreq.At("FREQ", check.Value("freq", value)))
}

func (p *ruleParser) bad(name, value string) {
	p.found.Add(badRuleValue.At(name, check.Value("part", name), check.Value("value", value)))
}

// number reads a whole number with or without a sign.
func (p *ruleParser) number(name, value string) int {
	n, err := strconv.Atoi(value)
	if err != nil || len(value) > len("+100000") {
		p.bad(name, value)
		return 0
	}
	return n
}

func (p *ruleParser) positive(name, value string) int {
	n := p.number(name, value)
	if n < 1 || value[0] == '+' {
		p.bad(name, value)
	}
	return n
}

func (p *ruleParser) list(name, value string) []int {
	var list []int
	for word := range strings.SplitSeq(value, ",") {
		list = append(list, p.number(name, word))
	}
	return set(list, cmp.Compare[int])
}

func (p *ruleParser) weekday(name, word string) Weekday {
	for w := Monday; w <= Sunday; w++ {
		if weekdayWord(w) == word {
			return w
		}
	}
	p.bad(name, word)
	return Monday
}

// until reads 19971224, 19971224T000000 or 19971224T000000Z.
func (p *ruleParser) until(value string) {
	text, utc := strings.CutSuffix(value, "Z")
	date, clock, timed := strings.Cut(text, "T")
	if len(date) != 8 || timed != (len(clock) == 6) || utc && !timed {
		p.bad("UNTIL", value)
		return
	}
	d, err := ParseDate(date[:4] + "-" + date[4:6] + "-" + date[6:])
	if err != nil {
		p.bad("UNTIL", value)
		return
	}
	at := Midnight
	if timed {
		at, err = ParseClock(clock[:2] + ":" + clock[2:4] + ":" + clock[4:])
		if err != nil || at >= DayEnd {
			p.bad("UNTIL", value)
			return
		}
	}
	p.r.Until = Until{Time: d.At(at), DateOnly: !timed, UTC: utc}
}
