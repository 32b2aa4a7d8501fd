package seating_test

import (
	"fmt"
	"maps"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// assembly is a floor of five rows in two blocks and two delegations with a head each;
// p3 needs an accessible place and comes with p4.
func assembly() (seating.Setting, []seating.Guest) {
	guests, parties := delegations(6, 6)
	guests[0].Role, guests[6].Role, guests[11].Role = "head", "head", "observer"
	guests[2].Accessible, guests[3].Beside = true, "p3"
	return seating.Setting{Hall: &seating.Hall{
		Areas:  []seating.HallArea{{ID: "floor", Rows: [][]int{{3, 3}, {3, 3}, {3, 3}, {3, 3}, {3, 3}}}},
		Method: seating.Rows, From: seating.StartViewerLeft, Parties: parties,
		Division: seating.ThroughHall,
		Classes:  []seating.Class{{Role: "head", Front: true}, {Break: true}, {Role: "observer", Empty: 1}},
		Marks:    []seating.Mark{{Seat: seating.SeatID{Area: "floor", Row: 3, Number: 1}, Use: seating.Accessible}},
	}}, guests
}

// Heads of delegations have row one, observers sit behind an empty row, and who needs an
// accessible place has it, the companion beside.
func ExampleHall() {
	s, guests := assembly()
	plan, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, err := plan.Rows(seating.FromHall)
	if err != nil {
		fmt.Println(err)
		return
	}
	for row := range rows {
		for _, place := range row.Places {
			fmt.Printf("%-4s", place.Guest.ID)
		}
		fmt.Println("|")
	}
	why, _ := plan.Explain("p4")
	fmt.Println(check.Sentences(check.ZhHans, nil, why...))
	// Output:
	// p1  p7                  |
	// p2  p5  p6  p8  p9  p10 |
	// p3  p4  p11             |
	//                         |
	// p12                     |
	// floor第 3 排 2 座：陪护 p3，坐在旁边
}

// Delegations in areas of any shape: how far each sits from the stage, beside what no
// other way to seat as many people could better.
func ExamplePlan_Sight() {
	guests, parties := delegations(5, 4, 7)
	plan, err := seating.Arrange(hall(seating.Contiguous, seating.StartViewerLeft, parties,
		[]int{3, 3}, []int{3, 3}, []int{3, 3}), guests, seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	sight, err := plan.Sight()
	if err != nil {
		fmt.Println(err)
		return
	}
	for party := range sight.Parties() {
		fmt.Println(party.Party, party.Mean, party.Areas)
	}
	fmt.Println("level", sight.Level(), "bound", sight.Bound(), "spread", sight.Spread())
	data, err := sight.MarshalJSON()
	if err != nil {
		fmt.Println(err)
		return
	}
	back, err := seating.ParseSight(data)
	fmt.Println(back.Spread() == sight.Spread(), err)
	// Output:
	// d1 3155 1
	// d2 3226 1
	// d3 2917 1
	// level 3071 bound 3055 spread 309
	// true <nil>
}

// Two ballot boxes: whole blocks go to a box, so that no two ways cross.
func ExamplePlan_Route() {
	plan, err := seating.Arrange(hall(seating.Rows, seating.StartViewerLeft, nil, []int{2, 4, 2}, []int{2, 4, 2}), people(16), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	route, err := plan.Route(seating.Poll{
		Boxes: []seating.BallotBox{{ID: "A", Area: "floor"}, {ID: "B", Area: "floor"}},
		First: []seating.PollGroup{{ID: "rostrum", Box: "A", Others: 5}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for leg := range route.Legs() {
		fmt.Println(leg.Box, leg.Nth, leg.Group, leg.From, leg.To, leg.Voters)
	}
	for box := range route.Boxes() {
		fmt.Println(box.Box, box.Voters)
	}
	// Output:
	// A 1 rostrum   5
	// A 2  floor/1/1 floor/1/2 2
	// A 3  floor/2/1 floor/2/2 2
	// A 4  floor/1/3 floor/1/6 4
	// A 5  floor/2/3 floor/2/6 4
	// B 1  floor/1/7 floor/1/8 2
	// B 2  floor/2/7 floor/2/8 2
	// A 17
	// B 4
}

func ExamplePlan_Inventory() {
	plan, err := seating.Arrange(rostrum(3, 4), people(7), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	list, err := plan.Inventory(seating.Kit{Approved: 20, Items: []seating.Item{
		{ID: "cup", Per: seating.PerPerson, Spare: 2},
		{ID: "microphone", Per: seating.PerChair, Every: 2, Rows: 1, Numbered: true},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(list.Chairs(), list.Tables(), list.Total("cup"))
	for mic := range list.Numbers() {
		fmt.Println(mic.Item, mic.Number, mic.Seat)
	}
	// Output:
	// 7 2 9
	// microphone 1 rostrum/1/1
	// microphone 2 rostrum/1/3
}

// Ten delegations in blocks of four: who sits in the first block in the years ahead, and
// how often each does.
func ExampleTurn_Ahead() {
	list := orgs("a b c d e f g h i j")
	rota, err := seating.Turn{Rule: seating.TurnBlocks, Size: 4}.Ahead(list, 0, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	for term := range rota.Terms() {
		fmt.Println(term.Term, term.Lead)
	}
	fmt.Println(maps.Collect(rota.Turns()))
	// Output:
	// 0 [a b c d]
	// 1 [e f g h]
	// 2 [i j]
	// map[a:1 b:1 c:1 d:1 e:1 f:1 g:1 h:1 i:1 j:1]
}
