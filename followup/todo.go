package followup

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/ical"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Todo (待办) is what a VTODO of iCalendar says of an item. It is a view for task
// lists, not the log: what comes back is compared and recorded as events by a person or
// by the host.
type Todo struct {
	Item    roster.ItemID   `json:"item"` // the UID, without the domain of the house
	Title   string          `json:"title"`
	Words   string          `json:"words,omitzero"`
	Stage   Stage           `json:"stage"`
	Percent int             `json:"percent,omitzero"`
	Due     calendar.Date   `json:"due,omitzero"`
	Closed  calendar.Date   `json:"closed,omitzero"`
	Lead    roster.OrgID    `json:"lead,omitzero"`
	Parent  roster.ItemID   `json:"parent,omitzero"`
	Depends []roster.ItemID `json:"depends,omitempty"`

	// Foreign are the properties, and Inner the components such as alarms, that say
	// something else. They are written back as they came. A DUE with a time of day is
	// among them and wins over Due, and so does a COMPLETED of another program over Closed.
	Foreign []ical.Line      `json:"-"`
	Inner   []ical.Component `json:"-"`

	// Marked are the properties above that came with parameters of other programs, such
	// as a LANGUAGE, which are written back with them.
	Marked []ical.Line `json:"-"`
}

// Names of properties that iCalendar leaves to the house.
const (
	stageName = "X-HUIWU-STAGE"
	leadName  = "X-HUIWU-LEAD"
)

// Todo returns the view of the item.
func (it Item) Todo() Todo {
	return Todo{
		Item: it.ID, Title: it.Title, Words: it.Words, Stage: it.Stage, Percent: it.Percent, Due: it.Due,
		Closed: it.Closed, Lead: it.Lead, Parent: it.Parent, Depends: slices.Clone(it.Depends),
	}
}

// status is the STATUS of a stage (RFC 5545, section 3.8.1.11).
func status(s Stage) string {
	switch s {
	case StageInProgress, StageReported, StageReviewed, StageSuspended:
		return "IN-PROCESS"
	case StageClosed, StageWrittenOff, StageArchived:
		return "COMPLETED"
	case StageCancelled:
		return "CANCELLED"
	default:
		return "NEEDS-ACTION"
	}
}

// stageOf is the stage that a STATUS stands for when nothing more is said. What another
// program calls completed is reported, since closing takes a second key.
func stageOf(status string) Stage {
	switch status {
	case "IN-PROCESS":
		return StageInProgress
	case "COMPLETED":
		return StageReported
	case "CANCELLED":
		return StageCancelled
	default:
		return StageAssigned
	}
}

// Component returns the VTODO, written at a moment in UTC. The domain of the house
// stands after the identifiers of its items, so that they are unique in all calendars
// (RFC 5545, section 3.8.4.7).
func (t Todo) Component(domain string, stamp calendar.DateTime) ical.Component {
	uid := func(id roster.ItemID) string {
		if strings.Contains(string(id), "@") && !strings.HasSuffix(string(id), "@"+domain) {
			return string(id) // of another house
		}
		return string(id) + "@" + domain
	}
	lines := []ical.Line{ical.Text("STATUS", status(t.Stage)), ical.Text(stageName, t.Stage.String())}
	if t.Words != "" {
		lines = append(lines, ical.Text("DESCRIPTION", t.Words))
	}
	if t.Percent != 0 {
		lines = append(lines, ical.Line{Name: "PERCENT-COMPLETE", Value: strconv.Itoa(t.Percent)})
	}
	foreign := func(name string) bool {
		return slices.ContainsFunc(t.Foreign, func(l ical.Line) bool { return l.Is(name) })
	}
	if !t.Due.IsZero() && !foreign("DUE") {
		lines = append(lines, ical.Day(t.Due).Line("DUE"))
	}
	if !t.Closed.IsZero() && !foreign("COMPLETED") {
		lines = append(lines, closedOn(t.Closed).Line("COMPLETED"))
	}
	if t.Lead != "" {
		lines = append(lines, ical.Text(leadName, string(t.Lead)))
	}
	if t.Parent != "" {
		lines = append(lines, ical.Text("RELATED-TO", uid(t.Parent)).With("RELTYPE", "PARENT"))
	}
	for _, id := range t.Depends {
		lines = append(lines, ical.Text("RELATED-TO", uid(id)).With("RELTYPE", "DEPENDS-ON"))
	}
	todo := ical.NewTodo(uid(t.Item), stamp, t.Title).With(lines...)
	for i, l := range todo.Props {
		at := slices.IndexFunc(t.Marked, func(m ical.Line) bool {
			return m.Is(l.Name) && (m.Value == l.Value || !l.Is("RELATED-TO"))
		})
		if at >= 0 {
			todo.Props[i].Params = slices.Concat(l.Params, t.Marked[at].Params)
		}
	}
	return todo.With(t.Foreign...).Holding(t.Inner...)
}

// closedOn is the COMPLETED of a day, which iCalendar wants as a moment in UTC (RFC 5545,
// section 3.8.2.1): noon, which is that day on the clocks of the whole world but for the
// islands at the date line.
func closedOn(d calendar.Date) ical.Time { return ical.Time{Form: ical.UTC, At: d.At(calendar.Noon)} }

// AppendTodos appends the items as a calendar of VTODOs, in the order of their
// identifiers, by a product such as "-//Example Office//huiwu//ZH".
func (b Board) AppendTodos(dst []byte, product, domain string, stamp calendar.DateTime) ([]byte, error) {
	var parts []ical.Component
	for _, it := range b.items {
		parts = append(parts, it.Todo().Component(domain, stamp))
	}
	return ical.Append(dst, ical.NewCalendar(product, parts...))
}

// ParseTodos reads the VTODOs of a text, item by item: one that is broken is left out
// with its findings, the others are good. Components of other kinds are passed over.
func ParseTodos(data []byte, domain string) ([]Todo, check.Problems) {
	calendars, ps := ical.Decode(data, nil)
	var out []Todo
	for _, c := range calendars {
		items := c.Inner
		if c.Is("VTODO") {
			items = []ical.Component{c}
		}
		for _, item := range items {
			if !item.Is("VTODO") {
				continue
			}
			t, found := todoOf(item, domain)
			ps.In(check.Key("todos", item.Text("UID")), found)
			if !found.Failed() {
				out = append(out, t)
			}
		}
	}
	return out, ps
}

// todoOf reads one VTODO.
func todoOf(c ical.Component, domain string) (Todo, check.Problems) {
	ps := c.Validate()
	id := func(uid string) roster.ItemID { return roster.ItemID(strings.TrimSuffix(uid, "@"+domain)) }
	t := Todo{Item: id(c.Text("UID")), Inner: c.Inner}
	ps.In("UID", roster.CheckID("", roster.KindItem, t.Item))
	refuse := func(l ical.Line) { ps.Add(badProperty.At(l.Name, check.Value("value", l.Value))) }
	said := "" // STATUS
	for _, l := range c.Props {
		switch strings.ToUpper(l.Name) {
		case "UID", "DTSTAMP":
		case "SUMMARY":
			t.Title = l.Text()
		case "DESCRIPTION":
			t.Words = l.Text()
		case "STATUS":
			said = strings.ToUpper(l.Text())
		case stageName:
			if err := t.Stage.UnmarshalText([]byte(l.Text())); err != nil {
				refuse(l)
			}
		case leadName:
			t.Lead = roster.OrgID(l.Text())
			ps.In(l.Name, roster.CheckID("", roster.KindOrg, t.Lead))
		case "PERCENT-COMPLETE":
			n, err := strconv.Atoi(l.Value)
			if err != nil || n < 0 || n > 100 {
				refuse(l)
			}
			t.Percent = n
		case "DUE":
			due, err := l.Time()
			if err != nil {
				refuse(l)
				continue
			}
			if t.Due = due.At.Date(); due.Form != ical.DateOnly {
				t.Foreign = append(t.Foreign, l)
			}
		case "COMPLETED":
			done, err := l.Time()
			if err != nil {
				refuse(l)
				continue
			}
			if t.Closed = done.At.Date(); done != closedOn(t.Closed) {
				t.Foreign = append(t.Foreign, l)
			}
		case "RELATED-TO":
			kind, _ := l.Param("RELTYPE")
			other := id(l.Text())
			switch strings.ToUpper(kind) {
			case "", "PARENT":
				t.Parent = other
			case "DEPENDS-ON":
				t.Depends = append(t.Depends, other)
			default:
				t.Foreign = append(t.Foreign, l)
				continue
			}
			ps.In(l.Name, roster.CheckID("", roster.KindItem, other))
		default:
			t.Foreign = append(t.Foreign, l)
			continue
		}
		if marks := marks(l); len(marks) > 0 {
			t.Marked = append(t.Marked, ical.Line{Name: l.Name, Params: marks, Value: l.Value})
		}
	}
	if t.Stage == 0 || said != "" && status(t.Stage) != said {
		t.Stage = stageOf(said) // another program moved it on
	}
	return t, ps
}

// marks are the parameters of a property that this view does not interpret.
func marks(l ical.Line) []ical.Param {
	return slices.DeleteFunc(slices.Clone(l.Params), func(p ical.Param) bool {
		return slices.Contains([]string{"VALUE", "TZID", "RELTYPE"}, strings.ToUpper(p.Name))
	})
}
