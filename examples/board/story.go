package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
)

// A step is one event with the desk that enters it.
type step struct {
	on    calendar.Date
	desk  string
	event followup.Event
}

// A tale gathers the steps of one item.
type tale struct {
	j     *job
	task  task
	given calendar.Date // when it was given out
	due   calendar.Date
	steps []step
	err   error
}

// after is a working day counted from another.
func (t *tale) after(d calendar.Date, n int) calendar.Date {
	out, err := t.j.cal.Add(d, n)
	t.err = cmp.Or(t.err, err)
	return out
}

func (t *tale) act(on calendar.Date, by roster.PersonID) followup.Act {
	return followup.Act{Item: roster.ItemID(t.task.id), On: on, By: by}
}

// lead and office enter an event on a day.
func (t *tale) lead(on calendar.Date, event func(followup.Act) followup.Event) {
	t.steps = append(t.steps, step{on, t.task.lead, event(t.act(on, roster.PersonID(t.task.lead+"-contact")))})
}

func (t *tale) office(on calendar.Date, event func(followup.Act) followup.Event) {
	t.steps = append(t.steps, step{on, "office", event(t.act(on, "clerk"))})
}

func accepted(a followup.Act) followup.Event { return followup.Accepted{Act: a} }
func reported(a followup.Act) followup.Event {
	return followup.Reported{Act: a, Text: "已办结，附佐证材料。"}
}
func archived(a followup.Act) followup.Event { return followup.WrittenOff{Act: a} }

func closed(a followup.Act) followup.Event {
	return followup.Closed{Act: a, Outcome: followup.Solved, Check: a.On.AddMonths(3)}
}

func progressed(percent int) func(followup.Act) followup.Event {
	return func(a followup.Act) followup.Event { return followup.Progressed{Act: a, Percent: percent} }
}

func urged(slip followup.Light) func(followup.Act) followup.Event {
	return func(a followup.Act) followup.Event {
		return followup.Urged{Act: a, Slip: slip, Text: "请抓紧办理。"}
	}
}

// done is how an item ends well: reported on a day, closed two working days later by the
// office, and struck off.
func (t *tale) done(on calendar.Date) {
	t.lead(on, reported)
	t.office(t.after(on, 2), closed)
	t.office(t.after(on, 3), archived)
}

// tell makes the steps of the item after it was given out.
func (t *tale) tell() {
	half := t.after(t.given, t.task.workdays/2)
	if t.task.fate != silent {
		t.lead(t.after(t.given, 1), accepted)
	}
	switch t.task.fate {
	case prompt:
		t.lead(half, progressed(60))
		t.done(t.after(t.due, -2))
	case late:
		t.lead(half, progressed(30))
		t.office(t.after(t.due, 1), urged(followup.Yellow))
		t.done(t.after(t.due, 4))
	case extended:
		more := t.after(t.due, 12)
		t.lead(t.after(t.due, -3), func(a followup.Act) followup.Event {
			return followup.ExtensionAsked{Act: a, Due: more, Reason: "节日期间无法现场核查。"}
		})
		t.office(t.after(t.due, -1), func(a followup.Act) followup.Event { return followup.ExtensionGranted{Act: a, Due: more} })
		t.done(t.after(more, -1))
	case refused:
		t.lead(half, progressed(40))
		t.lead(t.after(t.due, 2), func(a followup.Act) followup.Event {
			return followup.ExtensionAsked{Act: a, Due: t.after(t.due, 15), Reason: "资金尚未到位。"}
		})
		t.office(t.after(t.due, 3), urged(followup.Red))
	case returned:
		t.lead(t.after(t.due, -5), reported)
		t.office(t.after(t.due, -3), func(a followup.Act) followup.Event {
			return followup.Returned{Act: a, Reason: "缺少佐证材料。"}
		})
		t.done(t.due)
	case slow:
		t.lead(half, progressed(10))
		t.office(t.after(half, 2), urged(followup.Yellow))
		t.office(t.after(t.due, 2), urged(followup.Red))
		t.lead(t.after(t.due, 3), progressed(50))
	case silent:
		t.office(t.after(t.given, 10), urged(followup.Yellow))
	case suspended:
		t.office(half, func(a followup.Act) followup.Event {
			return followup.Suspended{Act: a, Reason: "待扩容资金安排后恢复。"}
		})
	case cancelled:
		t.office(half, func(a followup.Act) followup.Event {
			return followup.Cancelled{Act: a, Reason: "旱情缓解，不再需要。"}
		})
	case alone:
		day := t.after(t.due, -3)
		t.lead(day, reported)
		t.lead(t.after(day, 1), closed) // two keys: refused
		t.office(t.after(day, 2), closed)
	case monthly:
		if due := calendar.MustDate(2026, 2, 5); t.given.Before(due) {
			t.lead(due.AddDays(1), func(a followup.Act) followup.Event { return followup.Progressed{Act: a, Percent: 20, Instalment: due} })
		}
		t.office(calendar.MustDate(2026, 3, 6), func(a followup.Act) followup.Event {
			return followup.Missed{Act: a, Instalment: calendar.MustDate(2026, 3, 5)}
		})
	default:
		t.err = cmp.Or(t.err, fmt.Errorf("fate %q of %s is not known", t.task.fate, t.task.id))
	}
}

// steps makes everything that happens in the quarter, day by day.
func (j *job) steps() ([]step, error) {
	var all []step
	for _, d := range decisions {
		on := calendar.MustParseDate(d.on)
		decision := followup.Decision{Paper: d.paper, Words: d.words, On: on, Issued: on, Origin: d.origin, Convener: "convener", Chair: "chair"}
		if d.origin.Kind != 0 {
			decision.Origin.Received = on.AddDays(-1)
		}
		var links []step
		for _, t := range d.tasks {
			due, err := followup.Within(j.cal, on, t.workdays)
			if err != nil {
				return nil, err
			}
			item := followup.Task{
				ID: roster.ItemID(t.id), Title: t.title.zh, Lead: roster.OrgID(t.lead), Leader: roster.PersonID(t.lead + "-leader"),
				Contact: roster.PersonID(t.lead + "-contact"), Due: due.Date, Counted: due.Ref, Estimate: t.workdays * 2 / 3,
				Requirement: t.title.zh, Completion: "书面报告并附佐证材料",
			}
			if t.fate == monthly {
				item.Reports = &followup.Reporting{From: on, Schedule: calendar.Schedule{
					Rule: calendar.MustParseRecurrence("FREQ=MONTHLY;BYMONTHDAY=5"), Roll: calendar.Preceding,
				}}
			}
			decision.Tasks = append(decision.Tasks, item)
			x := &tale{j: j, task: t, given: on, due: due.Date}
			if t.after != "" {
				links = append(links, step{on, "office", followup.Linked{Act: x.act(on, "clerk"), Link: followup.DependsOn, To: roster.ItemID(t.after)}})
			}
			if x.tell(); x.err != nil {
				return nil, x.err
			}
			all = append(all, x.steps...)
			j.names[roster.KindItem+t.id] = t.title
		}
		events, err := decision.Items("clerk")
		if err != nil {
			return nil, err
		}
		for _, e := range events {
			all = append(all, step{on, "office", e})
		}
		all = append(all, links...)
	}
	slices.SortStableFunc(all, func(a, b step) int {
		filing := func(s step) int { // what puts items on file and ties them comes first on its day
			return strings.Index("linked assigned filed", followup.KindOf(s.event).String())
		}
		return cmp.Or(a.on.Compare(b.on), -cmp.Compare(filing(a), filing(b)))
	})
	return all, nil
}
