package followup

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxTasks is how many items a decision may be broken down into.
const MaxTasks = 1000

// A Decision (决定事项) is one thing that a session decided, with the items that
// carry it out.
type Decision struct {
	Paper string        `json:"paper"` // the minutes or paper that hold it, such as a document number
	Words string        `json:"words"` // the sentence that decides
	On    calendar.Date `json:"on"`    // when the items are put on file
	Tasks []Task        `json:"tasks"`
}

// A Task is one item of a decision: what is to be done, by whom, by when.
type Task struct {
	ID       roster.ItemID   `json:"id"`
	Title    string          `json:"title"`
	Lead     roster.OrgID    `json:"lead"`
	Supports []roster.OrgID  `json:"supports,omitempty"`
	Leader   roster.PersonID `json:"leader,omitzero"`
	Contact  roster.PersonID `json:"contact,omitzero"`
	Due      calendar.Date   `json:"due"`
	Counted  calendar.Ref    `json:"counted,omitzero"`
}

// Items breaks the decision down (分解): for each task the events that put it on
// file and give it to its lead, entered by a person on the day of the decision. It
// reports every finding at once: a decision without a task or without its words, a
// task twice, without a lead, or due before the decision.
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
		pair := []Event{
			Filed{Act: act, Title: t.Title, Decision: d.Paper, Words: d.Words},
			Assigned{Act: act, Lead: t.Lead, Supports: t.Supports, Leader: t.Leader, Contact: t.Contact, Due: t.Due, Counted: t.Counted},
		}
		for _, e := range pair {
			ps.In(path, e.validate())
		}
		events = append(events, pair...)
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return events, nil
}
