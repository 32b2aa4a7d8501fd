package chart_test

import (
	"fmt"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

// A plan of a ticketing program becomes a hall; what it has beyond the format is said.
func ExampleReadVenue() {
	venue, found := chart.ReadVenue([]byte(`{"name":"礼堂","size":{"width":200,"height":100},
		"categories":[{"name":"seat"},{"name":"blocked"}],
		"zones":[{"zone_id":"floor","name":"一楼","position":{"x":0,"y":50},"rows":[{"row_number":"A","curve":3,"seats":[
			{"seat_guid":"A1","seat_number":"1","position":{"x":0,"y":0},"category":"seat"},
			{"seat_guid":"A2","seat_number":"2","position":{"x":27.5,"y":0},"category":"blocked"}]}]}]}`))
	fmt.Print(found.Text(check.En, nil))
	hall, refs, err := venue.Hall(20) // a unit is 20 mm
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(hall.Areas[0].ID, hall.Areas[0].Places, hall.Marks[0].Use)
	for _, r := range refs {
		fmt.Println(r.Seat, r.GUID)
	}
	// Output:
	// zones[0].rows[0].curve: the format has no member "curve": it is kept when read and left out when written
	// floor [[{-275 0} {275 0}]] blocked
	// floor/1/1 A1
	// floor/1/2 A2
}

func ExampleAppendVenue() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(2), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	venue, err := chart.VenueOf("主席台", plan.Layout(), 10)
	if err != nil {
		fmt.Println(err)
		return
	}
	venue.Zones[0].Areas = nil
	data, err := chart.AppendVenue(nil, venue)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(data))
	// Output:
	// {"name":"主席台","zones":[{"name":"rostrum","zone_id":"rostrum","position":{"x":0,"y":0},"rows":[{"row_number":"1","row_number_position":"both","seats":[{"seat_guid":"rostrum/1/1","seat_number":"1","position":{"x":40,"y":40},"category":"seat"},{"seat_guid":"rostrum/1/2","seat_number":"2","position":{"x":120,"y":40},"category":"seat"}]}]}],"categories":[{"name":"seat"}],"size":{"width":160,"height":280}}
}

// Chairs and people go into a table and from there into a draft that an audit checks.
func ExampleReadSeats() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(3), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := chart.AppendSeats(nil, chart.SeatLines(plan, nil))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(table))
	lines, found := chart.ReadSeats(table)
	if found.Failed() {
		fmt.Println(found.Err())
		return
	}
	draft, err := chart.DraftOf(lines)
	if err != nil {
		fmt.Println(err)
		return
	}
	audit, err := seating.AuditDraft(draft, people(3), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(audit.Clean())
	// Output:
	// seat,x,y,use,person,name
	// rostrum/1/1,-800,0,,p3,p3
	// rostrum/1/2,0,0,,p1,p1
	// rostrum/1/3,800,0,,p2,p2
	// true
}

func ExampleAppendDirectory() {
	s := seating.Setting{Hall: &seating.Hall{
		Areas:  []seating.HallArea{{ID: "floor", Label: "一楼", Rows: [][]int{{2}}}, {ID: "balcony", Label: "二楼", Rows: [][]int{{2}}}},
		Method: seating.Rows, From: seating.StartViewerLeft, Parties: []roster.OrgID{"east", "west"},
	}}
	guests := people(3)
	guests[0].Party, guests[1].Party, guests[2].Party = "west", "east", "east"
	plan, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	names := func(_, id string) string {
		return map[string]string{"p1": "林晓晴", "p2": "王一", "p3": "欧阳文博", "east": "东方代表团", "west": "西方代表团"}[id]
	}
	fmt.Print(string(chart.AppendDirectory(nil, plan, &chart.Options{Title: "座次表", Names: names})))
	// Output:
	// 座次表
	//
	// 东方代表团
	// 王一      一楼 第1排 1座
	// 欧阳文博  一楼 第1排 2座
	//
	// 西方代表团
	// 林晓晴    二楼 第1排 1座
}
