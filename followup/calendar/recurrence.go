package calendar

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Limits on recurrence rules.
const (
	MaxRuleText  = 2000    // bytes of the text of a rule
	MaxInterval  = 10_000  // weeks, months or years
	MaxInstances = 100_000 // COUNT of a rule, and the instances of one walk
)

// A Frequency is the length of the periods of a [Recurrence]. The zero Frequency is
// none.
type Frequency uint8

// The frequencies.
const (
	Weekly  Frequency = iota + 1 // 每周
	Monthly                      // 每月
	Yearly                       // 每年
)

var frequencies = [...]struct{ token, label string }{
	Weekly: {"WEEKLY", "每周"}, Monthly: {"MONTHLY", "每月"}, Yearly: {"YEARLY", "每年"},
}

const wantFrequency = "WEEKLY, MONTHLY or YEARLY"

// IsValid reports whether f is one of the frequencies above.
func (f Frequency) IsValid() bool { return Weekly <= f && f <= Yearly }

// String returns the word of RFC 5545: "WEEKLY", "MONTHLY" or "YEARLY".
func (f Frequency) String() string {
	if !f.IsValid() {
		return string(append(appendInt([]byte("Frequency("), int(f)), ')'))
	}
	return frequencies[f].token
}

// Label returns the Chinese word: 每周, 每月 or 每年; "" for no frequency.
func (f Frequency) Label() string {
	if !f.IsValid() {
		return ""
	}
	return frequencies[f].label
}

// AppendText appends the word of a valid frequency.
func (f Frequency) AppendText(dst []byte) ([]byte, error) {
	if !f.IsValid() {
		return dst, &ParseError{What: "frequency", Value: f.String(), Want: wantFrequency}
	}
	return append(dst, f.String()...), nil
}

// MarshalText returns the word of a valid frequency.
func (f Frequency) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText reads a word in capital letters.
func (f *Frequency) UnmarshalText(text []byte) error {
	for known := Weekly; known <= Yearly; known++ {
		if frequencies[known].token == string(text) {
			*f = known
			return nil
		}
	}
	return &ParseError{What: "frequency", Value: string(text), Want: wantFrequency}
}

// A NthDay is a day of the week, or the nth such day of a month or a year, counted from
// its end if N is negative. N is 0 for every such day.
type NthDay struct {
	N   int
	Day Weekday
}

// An Until is the end of a [Recurrence]: the last moment at which an instance may lie,
// or the last day. The zero Until is none.
type Until struct {
	Time     DateTime
	DateOnly bool // Time is midnight, and the whole day counts
	UTC      bool // written with Z; kept as it stands, since there are no zones here
}

// A Recurrence is the part of the recurrence rules of RFC 5545, section 3.3.10, that
// reports and meetings need. [ParseRecurrence] reads one, in data it is the same text.
//
// Lists are sets: order and repetition do not matter. What a rule does not say is taken
// from its start: the day of the week, the day of the month, the month. So a yearly
// BYMONTHDAY without BYMONTH and BYDAY is of the month of the start; the text of the
// standard leaves that open, and libical does the same. The zero Recurrence is not
// valid.
type Recurrence struct {
	Freq       Frequency
	Interval   int      // every nth period; 0 is 1
	Count      int      // number of instances; 0 for no such end
	Until      Until    // or this end
	ByMonth    []int    // 1 to 12
	ByMonthDay []int    // 1 to 31, or -1 to -31 from the end of the month
	ByDay      []NthDay // days of the week
	BySetPos   []int    // 1 to 366, or -1 to -366: which days of each period
	WeekStart  Weekday  // first day of the week; 0 is Monday
}

// IsZero reports whether r is the zero Recurrence.
func (r Recurrence) IsZero() bool { return r.Freq == 0 && r.String() == Recurrence{}.String() }

// Equal reports whether both rules mean the same by the same words: an interval of 0
// is 1, a week begins on Monday by itself, and lists are sets.
func (r Recurrence) Equal(s Recurrence) bool { return r.String() == s.String() }

// Validate reports numbers out of range, parts that do not go together, and a rule with
// two ends.
func (r Recurrence) Validate() check.Problems {
	var ps check.Problems
	if !r.Freq.IsValid() {
		ps.Add(badFreq.At("FREQ", check.Value("freq", r.Freq.String())))
	}
	within := func(part string, n, low, high int) {
		if n < low || n > high {
			ps.Add(badRulePart.At(part, check.Int("n", n), check.Int("low", low), check.Int("high", high)))
		}
	}
	within("INTERVAL", r.Interval, 0, MaxInterval)
	within("COUNT", r.Count, 0, MaxInstances)
	if r.Count != 0 && !r.Until.Time.IsZero() {
		ps.Add(twoEnds.At("COUNT"))
	}
	for _, list := range []struct {
		part      string
		values    []int
		low, high int
	}{
		{"BYMONTH", r.ByMonth, 1, 12},
		{"BYMONTHDAY", r.ByMonthDay, -31, 31},
		{"BYSETPOS", r.BySetPos, -366, 366},
	} {
		for _, n := range list.values {
			if within(list.part, n, list.low, list.high); n == 0 && list.low < 0 {
				ps.Add(zeroInRule.At(list.part))
			}
		}
	}
	furthest := 53
	if r.Freq == Monthly || len(r.ByMonth) > 0 {
		furthest = 5
	}
	for _, d := range r.ByDay {
		if !d.Day.IsValid() {
			ps.Add(badWeekday.At("BYDAY", check.Int("day", int(d.Day))))
		}
		if within("BYDAY", d.N, -furthest, furthest); d.N != 0 && r.Freq == Weekly {
			ps.Add(notTogether.At("BYDAY", check.Text("part", strconv.Itoa(d.N)+weekdayWord(d.Day)), check.Text("other", "FREQ=WEEKLY")))
		}
	}
	if r.Freq == Weekly && len(r.ByMonthDay) > 0 {
		ps.Add(notTogether.At("BYMONTHDAY", check.Text("part", "BYMONTHDAY"), check.Text("other", "FREQ=WEEKLY")))
	}
	if len(r.BySetPos) > 0 && len(r.ByMonth)+len(r.ByMonthDay)+len(r.ByDay) == 0 {
		ps.Add(setPosAlone.At("BYSETPOS"))
	}
	if r.WeekStart != 0 && !r.WeekStart.IsValid() {
		ps.Add(badWeekday.At("WKST", check.Int("day", int(r.WeekStart))))
	}
	return ps
}

const weekdayWords = "MOTUWETHFRSASU"

func weekdayWord(w Weekday) string {
	if !w.IsValid() {
		return "?"
	}
	return weekdayWords[2*(w-1) : 2*w]
}

// String returns the rule as RFC 5545 writes it, with its parts in one order, lists
// sorted, and without what goes without saying: "FREQ=MONTHLY;BYDAY=-1FR".
func (r Recurrence) String() string {
	s := "FREQ=" + r.Freq.String()
	part := func(name, value string) {
		if value != "" {
			s += ";" + name + "=" + value
		}
	}
	if r.Interval > 1 || r.Interval < 0 {
		part("INTERVAL", strconv.Itoa(r.Interval))
	}
	if r.Count != 0 {
		part("COUNT", strconv.Itoa(r.Count))
	}
	part("UNTIL", r.Until.String())
	part("BYMONTH", numbers(r.ByMonth))
	part("BYMONTHDAY", numbers(r.ByMonthDay))
	part("BYDAY", nthDays(r.ByDay))
	part("BYSETPOS", numbers(r.BySetPos))
	if r.WeekStart != 0 && r.WeekStart != Monday {
		part("WKST", weekdayWord(r.WeekStart))
	}
	return s
}

// String returns the end as RFC 5545 writes it, "19971224T000000Z" or "19971224"; ""
// for none.
func (u Until) String() string {
	if u.Time.IsZero() {
		return ""
	}
	s := strings.ReplaceAll(u.Time.Date().String(), "-", "")
	if u.DateOnly {
		return s
	}
	h, m, sec := u.Time.Clock().HMS()
	s += "T" + string(appendPadded(appendPadded(appendPadded(nil, h, 2), m, 2), sec, 2))
	if u.UTC {
		s += "Z"
	}
	return s
}

func numbers(list []int) string {
	words := make([]string, 0, len(list))
	for _, n := range set(list, cmp.Compare[int]) {
		words = append(words, strconv.Itoa(n))
	}
	return strings.Join(words, ",")
}

func nthDays(list []NthDay) string {
	words := make([]string, 0, len(list))
	for _, d := range set(list, compareNthDays) {
		word := weekdayWord(d.Day)
		if d.N != 0 {
			word = strconv.Itoa(d.N) + word
		}
		words = append(words, word)
	}
	return strings.Join(words, ",")
}

func compareNthDays(a, b NthDay) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.N, b.N)) }

// set returns the values in order, each once.
func set[T comparable](list []T, compare func(a, b T) int) []T {
	return slices.Compact(slices.SortedFunc(slices.Values(list), compare))
}

// AppendText appends the String of a valid rule, nothing for the zero Recurrence.
func (r Recurrence) AppendText(dst []byte) ([]byte, error) {
	if r.IsZero() {
		return dst, nil
	}
	if err := r.Validate().Err(); err != nil {
		return dst, err
	}
	return append(dst, r.String()...), nil
}

// MarshalText returns what AppendText appends.
func (r Recurrence) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads what MarshalText writes: "" gives the zero Recurrence, everything
// else goes through [ParseRecurrence].
func (r *Recurrence) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = Recurrence{}
		return nil
	}
	got, found := ParseRecurrence(string(text))
	if err := found.Err(); err != nil {
		return err
	}
	*r = got
	return nil
}
