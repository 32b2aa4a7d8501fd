package followup

import (
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// MaxPreparations is how many lines a template has.
const MaxPreparations = 1000

// A Learned is why a line of a template is as it is: the lesson and what happened.
type Learned struct {
	Lesson string        `json:"lesson"`
	On     calendar.Date `json:"on"`
	Reason string        `json:"reason"`
}

// A Preparation (准备事项) is one line of a template: what is to be done so many working days
// before a session, or after it.
type Preparation struct {
	ID          string          `json:"id"`
	Title       string          `json:"title"`
	Requirement string          `json:"requirement,omitzero"`
	Completion  string          `json:"completion,omitzero"`
	Lead        roster.OrgID    `json:"lead"`
	Supports    []roster.OrgID  `json:"supports,omitempty"`
	Contact     roster.PersonID `json:"contact,omitzero"`
	Days        int             `json:"days"` // working days from the session to the due date, negative before it
	Estimate    int             `json:"estimate,omitzero"`
	Why         []Learned       `json:"why,omitempty"` // the lessons behind it, in the order in which they were learned
}

// A Template (工作模板) is what a house prepares for every session of a kind. Lessons change
// it; what they dropped stays with the reason.
type Template struct {
	Name         string        `json:"name"`
	Version      int           `json:"version"` // from 1; each lesson makes the next one
	Preparations []Preparation `json:"preparations"`
	Dropped      []Preparation `json:"dropped,omitempty"`
	Lessons      []string      `json:"lessons,omitempty"` // learned, in order
}

// A Lesson (经验教训) is what happened, at home or elsewhere, and what a template makes of it:
// lines that are added, that take the place of those with the same identifier, or that go.
type Lesson struct {
	ID      string        `json:"id"`
	On      calendar.Date `json:"on"`
	From    string        `json:"from"`   // where it happened: a session, another house
	Reason  string        `json:"reason"` // what happened, and why the template changes
	Add     []Preparation `json:"add,omitempty"`
	Replace []Preparation `json:"replace,omitempty"`
	Drop    []string      `json:"drop,omitempty"`
}

func (p Preparation) validate() check.Problems {
	var ps check.Problems
	ps.In("id", roster.CheckID("", roster.KindItem, p.ID))
	ps.In("title", needText(p.Title))
	ps.In("requirement", checkText(p.Requirement))
	ps.In("completion", checkText(p.Completion))
	ps.In("lead", roster.CheckID("", roster.KindOrg, p.Lead))
	if max(p.Days, -p.Days) > MaxStepDays || p.Estimate < 0 || p.Estimate > MaxEstimate || len(p.Supports) > MaxSupports || len(p.Why) > MaxPreparations {
		ps.Add(badPreparation.At("", check.Value("id", p.ID), check.Int("days", p.Days), check.Int("max", MaxStepDays)))
	}
	for i, w := range p.Why {
		ps.In(check.Join(check.Index("why", i), "reason"), needText(w.Reason))
	}
	return ps
}

func find(ps []Preparation, id string) int {
	return slices.IndexFunc(ps, func(p Preparation) bool { return p.ID == id })
}

// Validate reports a template without a name or version, with too many lines, lines that are
// wrong or stand twice.
func (t Template) Validate() check.Problems {
	var ps check.Problems
	ps.In("name", needText(t.Name))
	if t.Version < 1 || len(t.Preparations)+len(t.Dropped)+len(t.Lessons) > MaxPreparations {
		ps.Add(badTemplate.At("", check.Int("version", t.Version), check.Int("n", len(t.Preparations)+len(t.Dropped)+len(t.Lessons)), check.Int("max", MaxPreparations)))
		return ps
	}
	for i, p := range t.Preparations {
		path := check.Index("preparations", i)
		ps.In(path, p.validate())
		if find(t.Preparations, p.ID) < i {
			ps.Add(lineTwice.At(path+".id", check.Value("id", p.ID)))
		}
	}
	for i, p := range t.Dropped {
		ps.In(check.Index("dropped", i), p.validate())
	}
	return ps
}

// Learn returns the next version of the template, changed by a lesson. The lines that it
// touches keep the reason. The error is a check.Problems with everything that is wrong: a
// lesson without a reason or that was learned before, a line that is added and there, or
// replaced or dropped and not there.
func (t Template) Learn(l Lesson) (Template, error) {
	ps := t.Validate()
	for _, f := range []struct{ path, text string }{{"id", l.ID}, {"from", l.From}, {"reason", l.Reason}} {
		ps.In(f.path, needText(f.text))
	}
	ps.In("on", needDate(l.On))
	if slices.Contains(t.Lessons, l.ID) {
		ps.Add(learnedTwice.At("id", check.Value("id", l.ID)))
	}
	if n := len(l.Add) + len(l.Replace) + len(l.Drop); n > MaxPreparations {
		ps.Add(badTemplate.At("", check.Int("version", t.Version), check.Int("n", n), check.Int("max", MaxPreparations)))
	}
	if err := ps.Err(); err != nil {
		return Template{}, err
	}
	next := t.clone()
	next.Version++
	next.Lessons = append(next.Lessons, l.ID)
	why := Learned{l.ID, l.On, strings.TrimSpace(l.From + "：" + l.Reason)}
	for i, p := range l.Add {
		if find(next.Preparations, p.ID) >= 0 {
			ps.Add(lineTwice.At(check.Index("add", i)+".id", check.Value("id", p.ID)))
			continue
		}
		p = p.clone()
		p.Why = append(p.Why, why)
		next.Preparations = append(next.Preparations, p)
	}
	for i, p := range l.Replace {
		at := find(next.Preparations, p.ID)
		if at < 0 {
			ps.Add(noLine.At(check.Index("replace", i)+".id", check.Value("id", p.ID)))
			continue
		}
		p = p.clone()
		p.Why = append(slices.Clone(next.Preparations[at].Why), why)
		next.Preparations[at] = p
	}
	for i, id := range l.Drop {
		at := find(next.Preparations, id)
		if at < 0 {
			ps.Add(noLine.At(check.Index("drop", i), check.Value("id", id)))
			continue
		}
		gone := next.Preparations[at]
		gone.Why = append(gone.Why, why)
		next.Preparations, next.Dropped = slices.Delete(next.Preparations, at, at+1), append(next.Dropped, gone)
	}
	if !ps.Failed() {
		ps.In("", next.Validate())
	}
	if err := ps.Err(); err != nil {
		return Template{}, err
	}
	return next, nil
}

func (p Preparation) clone() Preparation {
	p.Supports, p.Why = slices.Clone(p.Supports), slices.Clone(p.Why)
	return p
}

func (t Template) clone() Template {
	for _, list := range []*[]Preparation{&t.Preparations, &t.Dropped} {
		*list = slices.Clone(*list)
		for i := range *list {
			(*list)[i] = (*list)[i].clone()
		}
	}
	t.Lessons = slices.Clone(t.Lessons)
	return t
}

// Decision makes the items of a session out of the template, put on file on a day: each is
// due its number of working days from the day of the session, and its identifier begins with
// the given text. A line that is due before it is put on file is a finding of
// [Decision.Items]. It fails where the calendar does not know a year.
func (t Template) Decision(prefix, paper string, on, session calendar.Date, cal *calendar.Calendar) (Decision, error) {
	ps := t.Validate()
	ps.In("on", needDate(on))
	ps.In("session", needDate(session))
	if err := ps.Err(); err != nil {
		return Decision{}, err
	}
	d := Decision{Paper: paper, Words: t.Name, On: on}
	for _, p := range t.Preparations {
		due, err := cal.Add(session, p.Days)
		if err != nil {
			return Decision{}, err
		}
		d.Tasks = append(d.Tasks, Task{
			ID: roster.ItemID(prefix + p.ID), Title: p.Title, Requirement: p.Requirement, Completion: p.Completion, Lead: p.Lead,
			Supports: slices.Clone(p.Supports), Contact: p.Contact, Due: due, Counted: cal.Ref(), Estimate: p.Estimate,
		})
	}
	return d, nil
}

var (
	templateFormat = wire.Format{Name: "followup.template", Version: 1}
	lessonFormat   = wire.Format{Name: "followup.lesson", Version: 1}
)

// MarshalJSON writes a valid template in a versioned form that [ParseTemplate] reads.
func (t Template) MarshalJSON() ([]byte, error) {
	if err := t.Validate().Err(); err != nil {
		return nil, err
	}
	type plain Template
	return wire.Append(nil, templateFormat, plain(t))
}

// ParseTemplate reads a template and checks it.
func ParseTemplate(data []byte) (Template, error) {
	type plain Template
	var p plain
	_, ps := wire.Parse(data, templateFormat, &p, nil)
	if !ps.Failed() {
		ps.In("", Template(p).Validate())
	}
	if err := ps.Err(); err != nil {
		return Template{}, err
	}
	return Template(p), nil
}

// MarshalJSON writes a lesson in a versioned form that [ParseLesson] reads, also in another
// house.
func (l Lesson) MarshalJSON() ([]byte, error) {
	type plain Lesson
	return wire.Append(nil, lessonFormat, plain(l))
}

// ParseLesson reads a lesson, such as another house sends. Whether it fits a template is
// said by [Template.Learn].
func ParseLesson(data []byte) (Lesson, error) {
	type plain Lesson
	var p plain
	_, ps := wire.Parse(data, lessonFormat, &p, nil)
	if err := ps.Err(); err != nil {
		return Lesson{}, err
	}
	return Lesson(p), nil
}
