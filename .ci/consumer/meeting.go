package main

import (
	"context"
	"fmt"
	"io"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/meeting"
	"github.com/huiwu-go/huiwu/meeting/plan"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
	"github.com/huiwu-go/huiwu/seating"
)

// event divides six people into two groups, opens a meeting with a rostrum, and
// asks what is open and what one absence makes stale.
func event(w io.Writer) error {
	var people []roster.Person
	var guests []seating.Guest
	problem := grouping.Problem{
		Places:    grouping.Numbered(2),
		Objective: grouping.Objective{Balance: []grouping.Balance{{Attribute: "sex"}}},
		Rules:     grouping.RuleLists{Apart: []grouping.Apart{{People: []roster.PersonID{"p1", "p2"}}}},
	}
	for i := range 6 {
		id := roster.PersonID(fmt.Sprintf("p%d", i+1))
		people = append(people, roster.Person{ID: id, Name: roster.Name{Family: "王", Given: string([]rune("甲乙丙丁戊己")[i])}, Capacity: roster.Delegate})
		guests = append(guests, seating.Guest{ID: id, Order: i + 1})
		sex := "male"
		if i%3 == 0 {
			sex = "female"
		}
		problem.People = append(problem.People, grouping.Person{ID: id, Order: i + 1, Attributes: map[string]string{"sex": sex}})
	}
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	if err != nil {
		return err
	}
	first, _ := groups.Place("p1")
	second, _ := groups.Place("p2")
	if groups.Status() != grouping.Optimal || first == second || len(groups.Members(first)) != 3 {
		return fmt.Errorf("groups: %s, %s and %s", groups.Status(), first, second)
	}

	r, err := roster.New(people, []roster.Org{{ID: "office", Name: "秘书处"}})
	if err != nil {
		return err
	}
	stage, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, guests, seating.CNGov())
	if err != nil {
		return err
	}
	day := calendar.MustParseDate("2026-09-14")
	morning := day.Between(calendar.MustParseClock("09:00"), calendar.MustParseClock("11:00"))
	e, err := meeting.Open(meeting.Dossier{
		Title: "工作会议", Organizer: "office", First: day, Last: day,
		Sessions: []meeting.Session{{ID: "s1", Title: "全体会议", Span: morning, Room: "一号厅", Chair: "p1"}},
		Posts:    plan.Posts{{ID: "mic", Title: "话筒", Session: "s1", Span: morning, Owner: "p6"}},
	}, r, meeting.Seating{Session: "s1", Sheet: "主席台", Plan: stage})
	if err != nil {
		return err
	}
	fmt.Fprint(w, e.Gaps().Text(check.ZhHans, e.Name))
	after, err := e.Apply(meeting.Absent{Session: "s1", Person: "p6", Remedy: seating.SlideSameSide})
	if err != nil {
		return err
	}
	actions := ""
	for _, s := range meeting.Stale(e, after) {
		actions += s.Action.String() + " " + s.Key.Kind.String() + "; "
		fmt.Fprintln(w, s.Key.Kind.Label(), check.Sentences(check.ZhHans, after.Name, s.Why...))
	}
	return expect("stale", actions, "withdraw seat-card; remake chair-script; remake seat-plan; ")
}
