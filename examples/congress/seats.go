package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/meeting"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// Sheets of the opening.
const (
	rostrumSheet = "主席台"
	hallSheet    = "代表席"
	rearSheet    = "列席席"
)

// seatSection seats the leaders on a rostrum of two rows, the other delegates in
// the hall by delegation and the non-voting attendees behind them, and joins it all
// in the event of the congress.
func (j *job) seatSection() error {
	stage, err := seating.Arrange(
		seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 11}, {Seats: 13}}}},
		j.guests(func(p roster.Person) bool { return len(p.Posts) > 0 }), seating.CNGov())
	if err != nil {
		return err
	}
	hall, err := j.arrangeHall()
	if err != nil {
		return err
	}
	// 横排法: along the rows, from the left of the hall.
	rear, err := seating.Arrange(
		seating.Setting{Hall: &seating.Hall{Areas: []seating.HallArea{block("rear", "列席席", 8)}, Method: seating.Rows, From: seating.StartViewerLeft}},
		j.guests(func(p roster.Person) bool { return p.Capacity == roster.NonVoting }), seating.CNGov())
	if err != nil {
		return err
	}
	j.event, err = meeting.Open(dossier(j.leaders), j.roster,
		meeting.Seating{Session: opening, Sheet: rostrumSheet, Plan: stage},
		meeting.Seating{Session: opening, Sheet: hallSheet, Plan: hall},
		meeting.Seating{Session: opening, Sheet: rearSheet, Plan: rear})
	if err != nil {
		return err
	}
	if err := j.link(stage); err != nil {
		return err
	}
	j.tell("  主席台（%s，面向主席台自左至右，前排在先）：\n", "  Rostrum (%s, left to right facing it, front row first):\n", stage.Convention().Name)
	if err := j.printRows(stage); err != nil {
		return err
	}
	for _, id := range j.leaders[2:4] {
		if why, ok := stage.Explain(id); ok {
			j.printf("  · %s\n", j.why(why...))
		}
	}
	j.tell("  会场代表席 %d 座，就座 %d 人；列席席 %d 座，就座 %d 人。\n", "  Hall: %d chairs for %d delegates; behind them %d chairs for %d non-voting attendees.\n",
		hall.Layout().Len(), hall.Len(), rear.Layout().Len(), rear.Len())
	j.tell("  尚未落实的事项：\n", "  Still open:\n")
	j.findings(j.event.Gaps())
	for _, s := range []struct {
		name string
		plan seating.Plan
	}{{"rostrum", stage}, {"hall", hall}, {"rear", rear}} {
		if err := j.keepSeats(s.name, s.plan); err != nil {
			return err
		}
	}
	return nil
}

// guests are the people that pick chooses, in the order of the roster.
func (j *job) guests(pick func(roster.Person) bool) []seating.Guest {
	var guests []seating.Guest
	for n, id := range j.ranking.All() {
		if p, _ := j.roster.Person(id); pick(p) {
			guests = append(guests, seating.Guest{ID: id, Party: p.Org, Order: n})
		}
	}
	return guests
}

// arrangeHall puts each delegation into columns from front to back (竖排法), the
// first one in the centre.
func (j *job) arrangeHall() (seating.Plan, error) {
	var parties []roster.OrgID
	for _, d := range delegations {
		parties = append(parties, roster.OrgID(d.id))
	}
	hall := seating.Hall{
		Areas:  []seating.HallArea{block("floor", "代表席", 24)},
		Method: seating.Columns, From: seating.StartCentre, Parties: parties,
	}
	return seating.Arrange(seating.Setting{Hall: &hall},
		j.guests(func(p roster.Person) bool { return p.Capacity == roster.Delegate && len(p.Posts) == 0 }), seating.CNGov())
}

// block is an area of rows of 40 chairs with two aisles.
func block(id, label string, rows int) seating.HallArea {
	area := seating.HallArea{ID: id, Label: label}
	for range rows {
		area.Rows = append(area.Rows, []int{12, 16, 12})
	}
	return area
}

// printRows prints the names of a plan as the hall sees them.
func (j *job) printRows(p seating.Plan) error {
	rows, err := p.Rows(seating.FromHall)
	if err != nil {
		return err
	}
	for row := range rows {
		var names []string
		for _, place := range row.Places {
			names = append(names, fmt.Sprintf("%d%s", place.Rank, j.name(roster.KindPerson, string(place.Guest.ID))))
		}
		j.tell("    第%d排 %s\n", "    row %d %s\n", row.Row.Number, strings.Join(names, " "))
	}
	return nil
}

// keepSeats keeps a plan as a table and a document.
func (j *job) keepSeats(name string, p seating.Plan) error {
	rows := [][]string{{"seat", "rank", "id", "name", "body"}}
	for place := range p.Places() {
		rows = append(rows, []string{
			place.Seat.ID.String(), strconv.Itoa(place.Rank), string(place.Guest.ID),
			j.name(roster.KindPerson, string(place.Guest.ID)), string(place.Guest.Party),
		})
	}
	if err := j.keepTSV(name+".tsv", rows); err != nil {
		return err
	}
	return j.keepJSON(name+".json", p)
}
