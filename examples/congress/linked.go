package main

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// Sheets of the leaders outside the opening.
const (
	photoSheet  = "合影"
	dinnerSheet = "主桌"
	carSheet    = "一号车"
)

// link links the rostrum with what else the leaders sit and stand on that day: the
// photo, the main table of the dinner, the van of those who come together. What
// happens to one of them happens on all of these plans.
func (j *job) link(stage seating.Plan) error {
	leaders := j.guests(func(p roster.Person) bool { return len(p.Posts) > 0 })
	photo, err := seating.Arrange(seating.Setting{Photo: &seating.Photo{Front: seating.FrontOdd, MaxRow: 13}}, leaders, seating.CNGov())
	if err != nil {
		return err
	}
	at := append([]seating.Guest(nil), leaders[:10]...)
	at[0].Role = seating.RoleHost
	dinner, err := seating.Arrange(seating.Setting{Banquet: &seating.Banquet{Rule: seating.OneHost, Seats: seating.RightFirst}}, at, seating.CNGov())
	if err != nil {
		return err
	}
	van, err := seating.Arrange(seating.Setting{Car: &seating.Car{Vehicle: seating.MPV, Driver: seating.DriverEmployed}}, leaders[2:7], seating.CNGov())
	if err != nil {
		return err
	}
	var front []seating.SeatID // every chair of the front row has a microphone
	for place := range stage.Places() {
		if place.Seat.ID.Row == 1 {
			front = append(front, place.Seat.ID)
		}
	}
	j.linked, err = seating.Link(
		seating.Sheet{Name: rostrumSheet, Plan: stage, Microphones: front, Prints: []seating.PieceKind{seating.PlaceCard, seating.Microphone, seating.DoorPlan}},
		seating.Sheet{Name: photoSheet, Plan: photo, Prints: []seating.PieceKind{seating.StandMark}},
		seating.Sheet{Name: dinnerSheet, Plan: dinner, Prints: []seating.PieceKind{seating.PlaceCard, seating.DoorPlan}},
		seating.Sheet{Name: carSheet, Plan: van, Prints: []seating.PieceKind{seating.CarCard}},
	)
	return err
}

// linkedSection: what an absence comes to on all plans, and everything that is to be
// printed, moved and thrown away.
func (j *job) linkedSection(missing roster.PersonID) error {
	all, err := j.linked.Change(seating.PreferOrder, nil, seating.Absent{Person: missing})
	if err != nil {
		return err
	}
	j.tell("  联动各图（位次不颠倒而换座最少）：\n", "  On all plans, the fewest chairs changed with nobody out of rank:\n")
	moved := map[string]int{}
	for n := range all.Lines() {
		if !n.From.IsZero() && !n.To.IsZero() {
			moved[n.Sheet]++
		}
	}
	for sheet, r := range all.Sheets() {
		j.tell("    · %s：%s，换座 %d 人\n", "    · %s: %s; %d change chairs\n", sheet, j.why1(r.Remedy().Term("remedy")), moved[sheet])
	}
	rows := [][]string{{"action", "sheet", "piece", "person", "seat", "from", "to"}}
	count := map[seating.PrintAction]int{}
	for p := range all.Reprints() {
		count[p.Action]++
		rows = append(rows, []string{
			p.Action.String(), p.Piece.Sheet, p.Piece.Kind.String(), string(p.Piece.Person),
			p.Piece.Seat.String(), p.From.String(), p.To.String(),
		})
	}
	j.tell("  印制单：作废 %d 件，印制 %d 件，移位 %d 件\n", "  Print list: %d to throw away, %d to print, %d to move\n",
		count[seating.DiscardPiece], count[seating.PrintAnew], count[seating.MovePiece])
	for p := range all.Reprints() {
		if p.Action == seating.MovePiece {
			continue // in reprints.tsv
		}
		of := p.Piece.Sheet
		if p.Piece.Person != "" {
			of += j.say("，", ", ") + j.name(roster.KindPerson, string(p.Piece.Person))
		}
		j.tell("    · %s%s（%s）：%s\n", "    · %s %s (%s): %s\n", j.why1(p.Action.Term("action")), j.why1(p.Piece.Kind.Term("kind")), of,
			check.Sentences(j.lang, j.name, p.Reason))
	}
	if err := j.keepTSV("reprints.tsv", rows); err != nil {
		return err
	}
	return j.keepJSON("combined.json", all)
}
