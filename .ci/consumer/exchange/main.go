// Command exchange tests the VTODO of huiwu against other programs: it writes 500 items,
// and compares what another program made of them.
//
//	exchange > items.ics
//	other-program < items.ics > theirs.ics
//	exchange items.ics theirs.ics
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/ical"
	"github.com/huiwu-go/huiwu/roster"
)

const (
	items  = 500
	domain = "house.example"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "exchange:", err)
		os.Exit(1)
	}
}

func run(files []string) error {
	if len(files) != 2 {
		data, err := write()
		if err != nil {
			return err
		}
		_, err = os.Stdout.Write(data)
		return err
	}
	ours, err := read(files[0])
	if err != nil {
		return err
	}
	theirs, err := read(files[1])
	if err != nil {
		return err
	}
	if len(ours) != items || len(theirs) != items {
		return fmt.Errorf("%d items went out and %d came back, want %d", len(ours), len(theirs), items)
	}
	lost := 0
	for i := range ours {
		if want, got := describe(ours[i]), describe(theirs[i]); got != want {
			lost++
			fmt.Printf("went out:  %s\ncame back: %s\n", want, got)
		}
	}
	if lost > 0 {
		return fmt.Errorf("%d items changed", lost)
	}
	fmt.Printf("%d items came back as they were\n", items)
	return nil
}

// Texts that are hard to carry: separators, quotes, line feeds, long lines in characters
// of three and four octets.
var texts = []string{
	"修订会务手册",
	"a, b; c: d \\ e \"f\" 'g'\nh",
	strings.Repeat("落实常务会议议定事项", 20),
	"𠀀𠮷" + strings.Repeat("·", 70),
	"trailing backslash \\",
	" blanks at both ends ",
}

func write() ([]byte, error) {
	first, cal := calendar.MustDate(2026, 1, 4), calendar.China()
	s := calendar.Schedule{Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=5"), Roll: calendar.Preceding}
	on, err := s.Occurrences(cal, first.At(calendar.Midnight), 6)
	if err != nil {
		return nil, err
	}
	var todos []ical.Component
	for i := range items {
		id := func(i int) roster.ItemID { return roster.ItemID("事项-" + strconv.Itoa(i)) }
		t := followup.Todo{
			Item: id(i), Title: texts[i%len(texts)], Words: texts[(i+1)%len(texts)],
			Stage: followup.Stage(1 + i%followup.Stages), Percent: i % 101, Lead: "办公厅",
		}
		if i%3 > 0 {
			t.Due = first.AddDays(i)
		}
		if i%5 == 0 {
			t.Closed = first.AddDays(i / 2)
		}
		if i > 10 {
			t.Parent, t.Depends = id(i-10), []roster.ItemID{id(i - 1), id(i - 2)}
		}
		t.Foreign = []ical.Line{
			ical.Text("LOCATION", texts[i%len(texts)]).With("LANGUAGE", "zh-Hans"),
			{Name: "CATEGORIES", Value: ical.JoinText(',', "督办", "回头看")},
			{Name: "PRIORITY", Value: strconv.Itoa(i % 10)},
			ical.Text("X-OTHER", "值").With("X-PARAM", "a;b,c"),
		}
		if i%7 == 0 {
			t.Foreign = append(t.Foreign, ical.Recurring(s, on, func(t calendar.DateTime) ical.Time { return ical.Day(t.Date()) })...)
		}
		if i%11 == 0 {
			t.Inner = []ical.Component{{Name: "VALARM", Props: []ical.Line{
				{Name: "ACTION", Value: "DISPLAY"}, {Name: "TRIGGER", Value: "-P1D"}, ical.Text("DESCRIPTION", texts[1]),
			}}}
		}
		todos = append(todos, t.Component(domain, first.At(calendar.MustClock(1, 0))))
	}
	return ical.Append(nil, ical.NewCalendar("-//house.example//exchange//ZH", todos...))
}

// read reads a file and puts its items into the order in which they were written.
func read(file string) ([]followup.Todo, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	todos, found := followup.ParseTodos(data, domain)
	if err := found.Err(); err != nil {
		return nil, err
	}
	number := func(t followup.Todo) int {
		n, _ := strconv.Atoi(strings.TrimPrefix(string(t.Item), "事项-"))
		return n
	}
	slices.SortFunc(todos, func(a, b followup.Todo) int { return number(a) - number(b) })
	return todos, nil
}

// describe writes an item so that the order of its properties, of its parameters and of
// its dependencies does not matter.
func describe(t followup.Todo) string {
	slices.Sort(t.Depends)
	item, err := json.Marshal(t)
	if err != nil {
		return err.Error()
	}
	parts := lines(t.Foreign)
	for _, c := range t.Inner {
		parts = append(parts, c.Name+strings.Join(lines(c.Props), " "))
	}
	return string(item) + strings.Join(parts, " ")
}

func lines(props []ical.Line) []string {
	var all []string
	for _, l := range props {
		slices.SortFunc(l.Params, func(a, b ical.Param) int { return strings.Compare(a.Name, b.Name) })
		all = append(all, fmt.Sprintf("%s%q%q", l.Name, l.Params, ical.SplitText(',', l.Value)))
	}
	slices.Sort(all)
	return all
}
