package seating_test

import (
	"context"
	"fmt"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// The host and the two highest guests keep their chairs; the others sit so that
// everybody has a language in common with a neighbour and two people do not meet.
func ExampleMingle() {
	table := seating.Setting{Banquet: &seating.Banquet{Rule: seating.OneHost}}
	guests := append(sitting(1, "", seating.RoleHost, "host"), sitting(2, "", "", "g1", "g2", "g3", "g4", "g5")...)
	plan, err := seating.Arrange(table, guests, seating.CNForeign())
	if err != nil {
		fmt.Println(err)
		return
	}
	affinity := plan.Affinity(3)
	languages := map[roster.PersonID][]string{"host": {"zh"}, "g1": {"fr"}, "g2": {"en"}, "g3": {"zh", "en"}, "g4": {"zh", "fr"}, "g5": {"zh", "en"}}
	for i, p := range affinity.People {
		affinity.People[i].Traits = map[string][]string{"language": languages[p.ID]}
	}
	affinity.Relations = seating.Relations{
		Shared: []seating.Shared{{Trait: "language", Near: seating.Beside, Weight: 10}},
		Apart:  []seating.Apart{{People: []roster.PersonID{"g3", "g5"}, Near: seating.Beside}},
	}
	mingled, err := seating.Mingle(context.Background(), affinity, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+v, at best %+v\n", mingled.Value(), mingled.Bound())
	audit, err := seating.AuditDraft(mingled.Draft(plan), guests, plan.Convention())
	if err != nil {
		fmt.Println(err)
		return
	}
	var seated []roster.PersonID
	for place := range audit.Plan().Places() {
		seated = append(seated, place.Guest.ID)
	}
	fmt.Println(seated)
	for b := range mingled.Breaks() {
		fmt.Println(b.Reason.Text(check.ZhHans, nil))
	}
	why, _ := mingled.Explain("g4")
	fmt.Print(check.Sentences(check.ZhHans, nil, why...))
	// Output:
	// {Broken:0 Lost:20}, at best {Broken:0 Lost:20}
	// [host g2 g3 g4 g5 g1]
	// host 的邻座没有 language 相同的人
	// g1 的邻座没有 language 相同的人
	// table 桌 4 号座：按亲疏关系安排，邻座为 g3 和 g5；与邻座的 g3 有相同的 language；换座中代价最小的是与 g5 互换：硬性违反增减 1 处，其他损失增减 -10
}
