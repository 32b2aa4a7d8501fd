package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// dinner seats a table by rank, lets those below rank 3 sit by language, and hands the
// cards to those who lay them out.
func dinner(w io.Writer) error {
	guests := []seating.Guest{{ID: "host", Role: seating.RoleHost, Order: 1}}
	for i := 2; i <= 8; i++ {
		guests = append(guests, seating.Guest{ID: roster.PersonID(fmt.Sprintf("g%d", i)), Order: i})
	}
	plan, err := seating.Arrange(seating.Setting{Banquet: &seating.Banquet{Rule: seating.OneHost}}, guests, seating.CNForeign())
	if err != nil {
		return err
	}
	affinity := plan.Affinity(3)
	for i := range affinity.People {
		affinity.People[i].Traits = map[string][]string{"language": {[]string{"zh", "fr"}[i%2]}}
	}
	affinity.Relations.Shared = []seating.Shared{{Trait: "language", Near: seating.Beside, Weight: 1}}
	mingled, err := seating.Mingle(context.Background(), affinity, nil)
	if err != nil {
		return err
	}
	if mingled.Value() != (seating.AffinityValue{}) {
		return errors.New("everybody could share a language with a neighbour, and somebody does not")
	}
	why, _ := mingled.Explain("g8")
	fmt.Fprintln(w, check.Sentences(check.ZhHans, nil, why...))
	audit, err := seating.AuditDraft(mingled.Draft(plan), guests, plan.Convention())
	if err != nil {
		return err
	}
	run, err := audit.Plan().CardRun(seating.CardWalk{From: seating.ViewerLeft, Spare: 2})
	if err != nil {
		return err
	}
	table, err := run.AppendCSV(nil, nil)
	if err != nil {
		return err
	}
	_, err = w.Write(table)
	return err
}
