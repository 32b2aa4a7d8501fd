package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// rostrum seats ranked people, says why one of them sits there, shows what can be
// done when one does not come, and checks what a colleague arranged by hand.
func rostrum(w io.Writer) error {
	guests := make([]seating.Guest, 6)
	for i := range guests {
		guests[i] = seating.Guest{ID: roster.PersonID(fmt.Sprintf("p%d", i+1)), Order: i + 1}
	}
	names := func(_, id string) string { return map[string]string{"p1": "顾望川", "p2": "王一舟"}[id] }

	stage := seating.Setting{Rostrum: &seating.Rostrum{}}
	plan, err := seating.Arrange(stage, guests, seating.CNGov())
	if err != nil {
		return err
	}
	if err := printRows(w, plan, "p5 p3 p1 p2 p4 p6"); err != nil {
		return err
	}
	why, _ := plan.Explain("p2")
	fmt.Fprintln(w, check.Sentences(check.ZhHans, names, why...))

	ways, err := seating.Remedies(plan, nil, seating.Absent{Person: "p3"})
	if err != nil {
		return err
	}
	for _, way := range ways.All() {
		fmt.Fprintf(w, "p3 不出席，%s：\n", way.Remedy().Label())
		want := map[seating.Remedy]string{seating.SlideSameSide: "p5 p1 p2 p4 p6", seating.Rerank: "p6 p4 p1 p2 p5"}
		if err := printRows(w, way.After(), want[way.Remedy()]); err != nil {
			return err
		}
	}

	// A colleague counted from the wrong side.
	audit, err := seating.AuditDraft(seating.Draft{
		View: seating.FromHall,
		Rows: [][]roster.PersonID{{"p6", "p4", "p2", "p1", "p3", "p5"}},
	}, guests, seating.CNGov())
	if err != nil {
		return err
	}
	fmt.Fprint(w, audit.Findings().Text(check.ZhHans, names))

	data, err := plan.MarshalJSON()
	if err != nil {
		return err
	}
	back, err := seating.ParsePlan(data)
	if err != nil {
		return err
	}
	if !back.Audit().Clean() || !audit.Mirrored() {
		return errors.New("a plan as arranged is not clean, or a mirrored one passes")
	}
	return printRows(w, back, "p5 p3 p1 p2 p4 p6")
}

// printRows shows a plan of one row to the hall.
func printRows(w io.Writer, plan seating.Plan, want string) error {
	rows, err := plan.Rows(seating.FromHall)
	if err != nil {
		return err
	}
	for row := range rows {
		var ids []string
		for _, place := range row.Places {
			ids = append(ids, string(place.Guest.ID))
		}
		fmt.Fprintf(w, "  %s\n", strings.Join(ids, " "))
		if err := expect("row", strings.Join(ids, " "), want); err != nil {
			return err
		}
	}
	return nil
}

// linked lets a deputy come in the name of a leader, on the rostrum and in the car.
func linked(w io.Writer) error {
	guests := make([]seating.Guest, 4)
	for i := range guests {
		guests[i] = seating.Guest{ID: roster.PersonID(fmt.Sprintf("p%d", i+1)), Order: i + 1}
	}
	stage, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, guests, seating.CNGov())
	if err != nil {
		return err
	}
	van, err := seating.Arrange(seating.Setting{Car: &seating.Car{Vehicle: seating.MPV, Driver: seating.DriverEmployed}}, guests[1:], seating.CNGov())
	if err != nil {
		return err
	}
	event, err := seating.Link(
		seating.Sheet{Name: "主席台", Plan: stage, Prints: []seating.PieceKind{seating.PlaceCard}},
		seating.Sheet{Name: "一号车", Plan: van, Prints: []seating.PieceKind{seating.CarCard}})
	if err != nil {
		return err
	}
	all, err := event.Change(seating.PreferFewest, nil, seating.Substituted{Person: "p3", By: seating.Guest{ID: "p9"}, KeepsRank: true})
	if err != nil {
		return err
	}
	var done []string
	for p := range all.Reprints() {
		done = append(done, p.Action.Label()+p.Piece.Kind.Label()+string(p.Piece.Person))
	}
	fmt.Fprintln(w, strings.Join(done, " "))
	return expect("reprints", strings.Join(done, " "), "作废席位卡p3 印制席位卡p9 作废乘车卡p3 印制乘车卡p9")
}
