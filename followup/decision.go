package followup

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxTasks is how many items a decision may be broken down into.
const MaxTasks = 1000

// A Decision (决定事项) is one thing that a session decided, or something else that is to
// be followed up — an instruction, an opinion, a request, an issue of a bulletin, see
// [Origin] — with the items that carry it out.
type Decision struct {
	Paper  string        `json:"paper"` // the minutes or paper that hold it, such as a document number
	Words  string        `json:"words"` // the sentence that decides
	Origin Origin        `json:"origin,omitzero"`
	On     calendar.Date `json:"on"`              // when the items are put on file
	Issued calendar.Date `json:"issued,omitzero"` // when the paper was issued (印发)

	Point      roster.ItemID `json:"point,omitzero"`      // the item of the agenda at which it was decided
	Supervisor roster.OrgID  `json:"supervisor,omitzero"` // who follows the items up; leads none of them

	Convener roster.PersonID `json:"convener,omitzero"` // who called the session, and is told what became of it
	Chair    roster.PersonID `json:"chair,omitzero"`    // who presided over it

	Draft bool   `json:"draft,omitzero"` // the items are proposed (拟办): a leader puts them on file
	Tasks []Task `json:"tasks"`
}

// A Task is one item of a decision: what is to be done, by whom, by when.
type Task struct {
	ID          roster.ItemID   `json:"id"`
	Title       string          `json:"title"`
	Requirement string          `json:"requirement,omitzero"`
	Completion  string          `json:"completion,omitzero"`
	Class       Class           `json:"class,omitzero"`
	Estimate    int             `json:"estimate,omitzero"` // working days
	Listing     bool            `json:"listing,omitzero"`
	Lead        roster.OrgID    `json:"lead"`
	Supports    []roster.OrgID  `json:"supports,omitempty"`
	Copies      []roster.OrgID  `json:"copies,omitempty"`
	Leader      roster.PersonID `json:"leader,omitzero"`
	Contact     roster.PersonID `json:"contact,omitzero"`
	Due         calendar.Date   `json:"due"`
	Counted     calendar.Ref    `json:"counted,omitzero"`
	Reports     *Reporting      `json:"reports,omitempty"`
}

// events are those that put the task on file and give it to its lead; only the draft if
// the decision is one.
func (t Task) events(d Decision, act Act) []Event {
	filed := Filed{
		Act: act, Title: t.Title, Origin: d.Origin, Decision: d.Paper, Words: d.Words, Issued: d.Issued,
		Requirement: t.Requirement, Completion: t.Completion, Class: t.Class, Estimate: t.Estimate, Listing: t.Listing,
		Point: d.Point, Supervisor: d.Supervisor, Convener: d.Convener, Chair: d.Chair,
	}
	if d.Draft {
		return []Event{Drafted(filed)}
	}
	return []Event{filed, Assigned{
		Act: act, Lead: t.Lead, Supports: t.Supports, Copies: t.Copies, Leader: t.Leader, Contact: t.Contact,
		Due: t.Due, Counted: t.Counted, Reports: t.Reports,
	}}
}

// Items breaks the decision down (分解): for each task the events that put it on
// file and give it to its lead, entered by a person on the day of the decision, or the one
// that proposes it. It reports every finding at once: a decision without a task or without
// its words, a task twice, without a lead, led by the body that follows it up, or due before
// the decision.
func (d Decision) Items(by roster.PersonID) ([]Event, error) {
	var ps check.Problems
	ps.In("paper", needText(d.Paper))
	ps.In("words", needText(d.Words))
	if len(d.Tasks) == 0 || len(d.Tasks) > MaxTasks {
		ps.Add(badTasks.At("tasks", check.Int("n", len(d.Tasks)), check.Int("max", MaxTasks)))
		return nil, ps.Err()
	}
	seen := map[roster.ItemID]bool{}
	var events []Event
	for i, t := range d.Tasks {
		path := check.Index("tasks", i)
		act := Act{Item: t.ID, On: d.On, By: by}
		if seen[t.ID] && t.ID != "" {
			ps.Add(taskTwice.At(path+".id", itemArg(act)))
		}
		seen[t.ID] = true
		if t.Lead == d.Supervisor && t.Lead != "" {
			ps.Add(notApart.At(path+".lead", itemArg(act), check.ID("lead", roster.KindOrg, t.Lead)))
		}
		made := t.events(d, act)
		for _, e := range made {
			ps.In(path, e.validate())
		}
		events = append(events, made...)
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return events, nil
}
