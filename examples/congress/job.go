package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/meeting"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
	"github.com/huiwu-go/huiwu/seating"
)

// A job is one run: what it knows so far, the report, and the files beside it.
type job struct {
	lang  check.Lang
	text  bytes.Buffer
	files []file

	people  []attendee
	roster  roster.Roster
	ranking roster.Ranking
	leaders []roster.PersonID // in rank order
	event   meeting.Event
	linked  seating.Linked
	board   followup.Board
	work    *calendar.Calendar
}

type file struct {
	name string
	data []byte
}

func newJob(lang check.Lang) (*job, error) {
	j := &job{lang: lang, work: calendar.China()}
	people, orgs := people()
	list := make([]roster.Person, len(people))
	for i, a := range people {
		list[i] = a.Person
	}
	var err error
	j.people = people
	j.roster, err = roster.New(list, orgs)
	return j, err
}

func (j *job) run() error {
	j.printf("%s\n%s\n", j.say("澜江省第十次代表大会　会务总报告", "Tenth Congress of Lanjiang: report of the meeting office"),
		calendar.Style{Lang: j.lang, Weekday: true}.Date(firstDay)+j.say("至", " to ")+calendar.Style{Lang: j.lang, Weekday: true}.Date(lastDay))
	for _, section := range []struct {
		hans, en string
		run      func() error
	}{
		{"一、名册", "1. Roster", j.rosterSection},
		{"二、编组", "2. Groups", j.groupSection},
		{"三、座次", "3. Seats", j.seatSection},
		{"四、临时缺席", "4. A leader does not come", j.absenceSection},
		{"五、文件清退", "5. Papers", j.paperSection},
		{"六、督办", "6. Follow-up", j.followupSection},
	} {
		j.printf("\n%s\n", j.say(section.hans, section.en))
		if err := section.run(); err != nil {
			return fmt.Errorf("%s: %w", section.en, err)
		}
	}
	return errors.Join(j.draw(), j.schedule())
}

// say picks the text of the language.
func (j *job) say(hans, en string) string {
	if j.lang == check.ZhHans {
		return hans
	}
	return en
}

// tell prints a line in the language of the report; both formats take the same
// arguments.
func (j *job) tell(hans, en string, args ...any) { j.printf(j.say(hans, en), args...) }

func (j *job) printf(format string, args ...any) { fmt.Fprintf(&j.text, format, args...) }

// why renders reasons with names.
func (j *job) why(reasons ...check.Reason) string {
	return check.Sentences(j.lang, j.name, reasons...)
}

// name knows what the event knows, once it is open, and people and bodies before.
func (j *job) name(kind, id string) string {
	if kind == meeting.KindSeat {
		if seat, err := seating.ParseSeatID(id); err == nil {
			return fmt.Sprintf(j.say("第%d排第%d座", "row %d seat %d"), seat.Row, seat.Number)
		}
	}
	if n := j.event.Name(kind, id); n != "" {
		return n
	}
	return j.roster.Name(kind, id)
}

// findings prints a report, a finding a line.
func (j *job) findings(ps check.Problems) {
	for p := range ps.All() {
		j.printf("  · %s\n", p.Text(j.lang, j.name))
	}
}

func (j *job) keep(name string, data []byte) {
	j.files = append(j.files, file{name, slices.Clone(data)})
}

// keepJSON keeps a result as its own JSON.
func (j *job) keepJSON(name string, v json.Marshaler) error {
	data, err := v.MarshalJSON()
	if err != nil {
		return err
	}
	j.keep(name, append(data, '\n'))
	return nil
}

// keepTSV keeps a table for programs.
func (j *job) keepTSV(name string, rows [][]string) error {
	data, err := wire.CSV{Separator: '\t', Bare: true}.Append(nil, rows)
	if err != nil {
		return err
	}
	j.keep(name, data)
	return nil
}
