package seating_test

import (
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// Eleven leaders on a stage of five and six chairs, as the hall sees them.
func ExampleArrange() {
	stage := seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 5}, {Seats: 6}}}}
	plan, err := seating.Arrange(stage, people(11), seating.CNGov())
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
		var ranks []int
		for _, place := range row.Places {
			ranks = append(ranks, place.Rank)
		}
		fmt.Println(ranks)
	}
	// Output:
	// [5 3 1 2 4]
	// [10 8 6 7 9 11]
}

// Delegations in columns, the first in the middle of the hall.
func ExampleArrange_hall() {
	floor := seating.Setting{Hall: &seating.Hall{
		Areas:   []seating.HallArea{{ID: "floor", Label: "一楼", Rows: [][]int{{2, 2}, {2, 2}}}},
		Method:  seating.Columns,
		From:    seating.StartCentre,
		Parties: []roster.OrgID{"east", "west"},
	}}
	guests := []seating.Guest{
		{ID: "e1", Party: "east", Order: 1},
		{ID: "e2", Party: "east", Order: 2},
		{ID: "w1", Party: "west", Order: 1},
		{ID: "w2", Party: "west", Order: 2},
	}
	plan, err := seating.Arrange(floor, guests, seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	for place := range plan.Places() {
		if !place.Empty() {
			fmt.Println(place.Seat.ID, place.Guest.ID)
		}
	}
	// Output:
	// floor/1/2 w1
	// floor/1/3 e1
	// floor/2/2 w2
	// floor/2/3 e2
}

func ExamplePlan_Explain() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(8), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	names := func(_, id string) string { return map[string]string{"p1": "林晓晴"}[id] }
	why, _ := plan.Explain("p2")
	for _, reason := range why {
		fmt.Println(reason.Text(check.ZhHans, names))
	}
	// Output:
	// 主席台第 1 排 5 座：位次第 2，在 林晓晴 左手侧第 1 座
	// 按座次规则 cn-gov：双数时2号在1号左手（row.even=no2-left；出处：惯例）
	// 按座次规则 cn-gov：双数时1、2号同时居中（row.extra=beside-no2；出处：惯例）
}

// No.4 of seven does not come: what is legal, and what it costs.
func ExampleRemedies() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(7), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	ways, err := seating.Remedies(plan, nil, seating.Absent{Person: "p4"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, way := range ways.All() {
		cost := way.Cost()
		fmt.Println(way.Remedy(), "chairs", cost.Chairs, "sides", cost.Sides, "inversions", cost.Inversions)
		for move := range way.Moves() {
			fmt.Println(" ", move.Reason.Text(check.En, nil))
		}
		for card := range way.Cards() {
			fmt.Println("  card", card.Seat, card.Was, "becomes", card.Now)
		}
	}
	// Output:
	// slide-same-side chairs 1 sides 0 inversions 1
	//   p6 moves in on the same side as the row closes up (chairs: 1)
	//   card rostrum/1/6 p4 becomes p6
	// rerank chairs 3 sides 3 inversions 0
	//   p5 goes from rank 5 to rank 4
	//   p6 goes from rank 6 to rank 5
	//   p7 goes from rank 7 to rank 6
	//   card rostrum/1/1 p5 becomes p6
	//   card rostrum/1/5 p4 becomes p5
	//   card rostrum/1/6 p6 becomes p7
}

func ExampleReseat() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(5), seating.IntlRight())
	if err != nil {
		fmt.Println(err)
		return
	}
	way, err := seating.Reseat(plan, seating.Rerank, nil, seating.Absent{Person: "p2"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for place := range way.After().Places() {
		fmt.Print(place.Guest.ID, " ")
	}
	fmt.Println("changed chairs:", way.Cost().Chairs)
	// Output: p5 p3 p1 p4 changed chairs: 3
}

// The last two of the row have sat down; who comes in the name of No.4 takes the chair.
func ExampleReseat_locked() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(7), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	ends := []seating.SeatID{{Area: "rostrum", Row: 1, Number: 1}, {Area: "rostrum", Row: 1, Number: 7}}
	_, err = seating.Reseat(plan, seating.SlideSameSide, ends, seating.Absent{Person: "p4"})
	fmt.Println(err)
	way, err := seating.Reseat(plan, seating.TakeSeat, ends, seating.Substituted{
		Person: "p4", By: seating.Guest{ID: "deputy"}, KeepsRank: true,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(check.Sentences(check.ZhHans, nil, way.Reasons()...))
	at, _ := way.After().Of("deputy")
	fmt.Println(at.Seat.ID, "rank", at.Rank, "people moved:", way.Cost().Chairs)
	// Output:
	// locked[1]: row 1 seat 7 is locked, but the remedy would change it: those further out on the same side move along
	// deputy 以 p4 的名义出席，坐 p4 的位次；处理办法：对号替换，其他人不动
	// rostrum/1/6 rank 4 people moved: 0
}

// How few people have to move, and whether that is proven.
func ExampleWays_Proof() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(9), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	ways, err := seating.Remedies(plan, nil, seating.Absent{Person: "p1"})
	if err != nil {
		fmt.Println(err)
		return
	}
	first, _ := ways.Fewest()
	proof := ways.Proof()
	fmt.Println(first.Remedy(), first.Cost().Chairs, "at least", proof.Bound, "proven", proof.Proven)
	fmt.Println(proof.Reason.Text(check.ZhHans, nil))
	// Output:
	// fewest-moves 4 at least 4 proven true
	// 至少须有 4 人换座，不能再少：各排座位收拢、1号居中、同侧内高外低，逐排穷尽
}

// No.2 does not come: what that means on the rostrum and in the car, and what is to be
// printed.
func ExampleLinked_Change() {
	stage, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(5), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	van, err := seating.Arrange(seating.Setting{Car: &seating.Car{Vehicle: seating.MPV, Driver: seating.DriverEmployed}}, people(3), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	event, err := seating.Link(
		seating.Sheet{Name: "主席台", Plan: stage, Prints: []seating.PieceKind{seating.PlaceCard, seating.DoorPlan}},
		seating.Sheet{Name: "一号车", Plan: van, Prints: []seating.PieceKind{seating.CarCard}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	all, err := event.Change(seating.PreferFewest, nil, seating.Absent{Person: "p2"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for sheet, way := range all.Sheets() {
		fmt.Println(sheet, way.Remedy().Label())
	}
	for line := range all.Lines() {
		fmt.Printf("%s %s: %q → %q\n", line.Sheet, line.Person, line.From, line.To)
	}
	for p := range all.Reprints() {
		fmt.Printf("%s%s（%s） %q\n", p.Action.Label(), p.Piece.Kind.Label(), p.Piece.Sheet, p.Piece.Person)
	}
	// Output:
	// 主席台 同侧外侧各位依次移座
	// 一号车 保留空座
	// 主席台 p2: "rostrum/1/4" → ""
	// 主席台 p4: "rostrum/1/5" → "rostrum/1/4"
	// 一号车 p2: "middle/1/1" → ""
	// 作废席位卡（主席台） "p2"
	// 移位席位卡（主席台） "p4"
	// 印制座次图（主席台） ""
	// 作废乘车卡（一号车） "p2"
}

// Changes are kept and sent as JSON.
func ExampleAppendChanges() {
	data, err := seating.AppendChanges(nil,
		seating.NoShow{Person: "p4"},
		seating.ChairChanged{From: "p3", To: "p5"})
	fmt.Println(string(data), err)
	back, err := seating.ParseChanges(data)
	fmt.Println(len(back), err)
	// Output:
	// {"huiwu":"seating.changes/1","changes":[{"type":"no-show","person":"p4"},{"type":"chair-changed","from":"p3","to":"p5"}]} <nil>
	// 2 <nil>
}

// A row laid out with the left of the wrong reader.
func ExampleAuditDraft() {
	draft := seating.Draft{View: seating.FromHall, Rows: [][]roster.PersonID{{"p4", "p2", "p1", "p3"}}}
	audit, err := seating.AuditDraft(draft, people(4), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(audit.Findings().Text(check.En, nil))
	// Output:
	// convention: this is not valid under cn-gov, but it is under cn-foreign
	// convention: this is not valid under cn-gov, but it is under cn-gov-b
	// seats["rostrum/1/3"]: p1 (rank 1, row 1 seat 3) sits below p2 (rank 2, row 1 seat 2)
	// seats["rostrum/1/4"]: p3 (rank 3, row 1 seat 4) sits below p4 (rank 4, row 1 seat 1)
	// view: left and right are mistaken for each other: read as seen from the rostrum, facing the hall, this is valid under cn-gov
}

func ExampleConvention_Line() {
	for _, c := range []seating.Convention{seating.CNGov(), seating.CNGovB(), seating.IntlRight()} {
		line, err := c.Line(6)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(c, line.FromHall())
	}
	// Output:
	// cn-gov [5 3 1 2 4 6]
	// cn-gov-b [6 4 2 1 3 5]
	// intl-right [6 4 2 1 3 5]
}

// What a preset covers, and what follows from its options.
func ExampleConvention_Options() {
	c := seating.CNGov()
	c.Row.Two = seating.TwoNo1Left
	fmt.Println(c)
	for o := range c.Options() {
		fmt.Println(o.Field, o.Token, o.Hans)
	}
	_, err := seating.UN().Line(5)
	fmt.Println(err)
	// Output:
	// cn-gov two=no1-left
	// row.honour own-left 左为上
	// row.even no2-left 双数时2号在1号左手
	// row.two no1-left 两人时1号居左
	// row.extra beside-no2 双数时1、2号同时居中
	// choices.superior own-left 上级在主方左手侧（左为上）
	// choices.interpreter third 译员坐第三座
	// choices.front odd 前排取单数，1号居正中
	// choices.ends hosts-close 主方人员把边
	// choices.seats right-first 席位以右为上
	// choices.tables right-first 桌次以右为上
	// choices.podium second-own-left 亚军在冠军左手侧（观众看为 3、1、2）
	// choices.rearMiddle last 副驾驶为第三，后排中间仅三人并坐时用
	// choices.twoFlags guest-own-right 两旗：客方在旗面右侧
	// choices.flags host-right-end 主办方旗在旗面右端，其余依次
	// convention.row: convention "un" has no rule for a rostrum; it covers the drawn order of delegations
}

func ExampleParsePlan() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(3), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	data, err := plan.MarshalJSON()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = seating.ParsePlan([]byte(strings.Replace(string(data), `"rostrum/1/1","person":"p3"`, `"rostrum/1/1","person":"p2"`, 1)))
	fmt.Println(err)
	// Output:
	// seats[0]: seats does not follow from the rest: it reads "{"seat":"rostrum/1/1","person":"p2"}" and should read "{"seat":"rostrum/1/1","person":"p3"}"
}
