package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

// hall takes the chairs of a ticketing program, seats two delegations in areas of
// their own, sends them to the ballot boxes, counts what the room needs, and hands the
// plan to a spreadsheet.
func hall(w io.Writer) error {
	venue, found := chart.ReadVenue([]byte(ticketing()))
	if found.Failed() {
		return found.Err()
	}
	room, refs, err := venue.Hall(25)
	if err != nil {
		return err
	}
	room.Method, room.From = seating.Contiguous, seating.StartViewerLeft
	room.Parties = []roster.OrgID{"east", "west"}
	var guests []seating.Guest
	for i := range 9 {
		guests = append(guests, seating.Guest{ID: roster.PersonID(fmt.Sprintf("d%d", i)), Party: room.Parties[i%2], Order: i + 1})
	}
	guests[4].Accessible, guests[6].Beside = true, "d4"
	plan, err := seating.Arrange(seating.Setting{Hall: &room, Door: seating.Down}, guests, seating.CNGov())
	if err != nil {
		return err
	}
	why, _ := plan.Explain("d6")
	fmt.Fprintln(w, check.Sentences(check.ZhHans, nil, why...))
	place, _ := plan.Of("d4")
	if err := expect("wheelchair", refs[11].GUID+" "+place.Seat.ID.String(), "S-12 stalls/3/4"); err != nil {
		return err
	}

	sight, err := plan.Sight()
	if err != nil {
		return err
	}
	for party := range sight.Parties() {
		fmt.Fprintf(w, "%s：%d 人，平均 %d 毫米\n", party.Party, party.People, party.Mean)
		if party.Areas != 1 {
			return fmt.Errorf("%s sits in %d areas", party.Party, party.Areas)
		}
	}
	if sight.Worst() < sight.Bound() {
		return fmt.Errorf("nobody can sit nearer than %d", sight.Bound())
	}

	route, err := plan.Route(seating.Poll{Boxes: []seating.BallotBox{{ID: "一号票箱", Area: "stalls"}}})
	if err != nil {
		return err
	}
	for box := range route.Boxes() {
		if err := expect("ballots", fmt.Sprint(box.Voters), "9"); err != nil {
			return err
		}
	}
	list, err := plan.Inventory(seating.Kit{Approved: 12, Items: []seating.Item{{ID: "杯", Per: seating.PerPerson, Spare: 3}}})
	if err != nil {
		return err
	}
	if err := expect("cups", fmt.Sprint(list.Total("杯")), "12"); err != nil {
		return err
	}

	table, err := chart.AppendSeats(nil, chart.SeatLines(plan, nil))
	if err != nil {
		return err
	}
	lines, found := chart.ReadSeats(table)
	if found.Failed() {
		return found.Err()
	}
	draft, err := chart.DraftOf(lines)
	if err != nil {
		return err
	}
	draft.Setting = plan.Setting()
	audit, err := seating.AuditDraft(draft, guests, seating.CNGov())
	if err != nil {
		return err
	}
	if !audit.Clean() {
		return audit.Findings().Err()
	}
	_, err = fmt.Fprintf(w, "%s", table)
	return err
}

// ticketing is a hall of three rows of four chairs as a ticketing program writes it, the
// last chair a place for a wheelchair.
func ticketing() string {
	var rows []string
	for row := range 3 {
		var seats []string
		for n := range 4 {
			number, category := 4*row+n+1, "seat"
			if number == 12 {
				category = "accessible"
			}
			seats = append(seats, fmt.Sprintf(`{"seat_guid":"S-%d","seat_number":"%d","position":{"x":%d,"y":%d},"category":%q}`, number, n+1, 24*n, 40*row, category))
		}
		rows = append(rows, fmt.Sprintf(`{"row_number":"%d","seats":[%s]}`, row+1, strings.Join(seats, ",")))
	}
	return `{"name":"礼堂","size":{"width":100,"height":100},"categories":[{"name":"seat"},{"name":"accessible"}],` +
		`"zones":[{"zone_id":"stalls","position":{"x":0,"y":0},"rows":[` + strings.Join(rows, ",") + `]}]}`
}
