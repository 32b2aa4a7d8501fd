package main

import (
	"github.com/huiwu-go/huiwu/meeting"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// absenceSection: the fourth leader does not come to the opening. It compares the
// legal ways to close the row, takes the one that moves the fewest people with nobody
// out of rank, and lists the cards to change, what the absence comes to on every other
// plan, and everything else that no longer holds.
func (j *job) absenceSection() error {
	missing := j.leaders[3]
	var stage seating.Plan
	for s := range j.event.Seatings() {
		if s.Sheet == rostrumSheet {
			stage = s.Plan
		}
	}
	ways, err := seating.Remedies(stage, nil, seating.Absent{Person: missing})
	if err != nil {
		return err
	}
	j.tell("  %s临时不能出席开幕会。可行方案 %d 种：\n", "  %s does not come to the opening. %d legal ways:\n", j.name(roster.KindPerson, string(missing)), ways.Len())
	for i, w := range ways.All() {
		c := w.Cost()
		j.tell("    %d. %s：换座 %d 人，换侧 %d 人，位次颠倒 %d 对，偏移 %d 个半座\n",
			"    %d. %s: %d change chairs, %d change sides, %d pairs inverted, shifted by %d half chairs\n",
			i+1, j.why1(w.Remedy().Term("remedy")), c.Chairs, c.Sides, c.Inversions, c.HalfShift)
	}
	j.printf("    %s\n", j.why(ways.Proof().Reason))
	best, _ := ways.InOrder() // to rank everybody anew never inverts a pair
	j.tell("  采用“%s”（位次不颠倒而换座最少）：\n", "  Taken, the fewest chairs changed with nobody out of rank: %s.\n", j.why1(best.Remedy().Term("remedy")))
	for m := range best.Moves() {
		j.printf("    · %s\n", j.why(m.Reason))
	}
	j.tell("  席位卡：\n", "  Cards:\n")
	for c := range best.Cards() {
		j.printf("    · %s　%s → %s\n", j.name(meeting.KindSeat, c.Seat.String()), j.orNone(c.Was), j.orNone(c.Now))
	}
	if err := j.linkedSection(missing); err != nil {
		return err
	}
	before := j.event
	j.event, err = before.Apply(meeting.Absent{Session: opening, Person: missing, Remedy: best.Remedy()})
	if err != nil {
		return err
	}
	stale := meeting.Stale(before, j.event)
	j.tell("  须重做的材料 %d 件：\n", "  %d things to make anew:\n", len(stale))
	rows := [][]string{{"action", "kind", "session", "sheet", "person"}}
	for _, s := range stale {
		rows = append(rows, []string{s.Action.String(), s.Key.Kind.String(), string(s.Key.Session), s.Key.Sheet, string(s.Key.Person)})
		of := j.event.Name(roster.KindSession, string(s.Key.Session))
		if s.Key.Person != "" {
			of = j.name(roster.KindPerson, string(s.Key.Person))
		}
		j.tell("    · %s%s（%s）：%s\n", "    · %s %s (%s): %s\n",
			j.say(s.Action.Label(), s.Action.String()), j.say(s.Key.Kind.Label(), s.Key.Kind.String()), of, j.why(s.Why...))
	}
	if err := j.keepTSV("stale.tsv", rows); err != nil {
		return err
	}
	if err := j.keepJSON("event.json", j.event); err != nil {
		return err
	}
	return j.keepSeats("rostrum-after", best.After())
}

// why1 is a word of the field in the language of the report.
func (j *job) why1(term check.Arg) string { return j.say(term.Text, term.En) }

func (j *job) orNone(id roster.PersonID) string {
	if id == "" {
		return j.say("（空）", "(nobody)")
	}
	return j.name(roster.KindPerson, string(id))
}
