package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// A drawing is one layout with people in it.
type drawing struct {
	file       string
	title      string
	setting    seating.Setting
	guests     []seating.Guest
	convention seating.Convention
	view       seating.View
}

// Constructed names, hosts and guests in turn.
var names = strings.Fields(`林晓晴 王一 陈思远 周明 欧阳文博 李知夏 赵安 孙若水 吴越 郑维 冯初 褚远山
	卫青禾 蒋南 沈言 韩秋白 杨朔 朱颜 秦川 尤溪 许诺 何田 吕望舒 施雨`)

// people returns n guests of a party with a role, numbered on from first.
func people(party roster.OrgID, role seating.Role, first, n int) []seating.Guest {
	guests := make([]seating.Guest, n)
	for i := range guests {
		guests[i] = seating.Guest{ID: roster.PersonID(strconv.Itoa(first + i)), Party: party, Role: role, Order: first + i}
	}
	return guests
}

func join(lists ...[]seating.Guest) []seating.Guest {
	var all []seating.Guest
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

// name is what a sheet prints for a person or a party.
func name(_, id string) string {
	if n, err := strconv.Atoi(id); err == nil && n >= 1 && n <= len(names) {
		return names[n-1]
	}
	return map[string]string{"hosts": "甲市", "guests": "乙州", "home": "主办方", "east": "东方国", "south": "南方国", "west": "西方国"}[id]
}

// drawings are one of every kind of layout, and the two placings of a long table.
func drawings() []drawing {
	sides := seating.Sides{Hosts: "hosts", Guests: "guests"}
	gov, foreign := seating.CNGov(), seating.CNForeign()
	delegations := join(people("hosts", "", 1, 4), people("hosts", seating.RoleInterpreter, 5, 1),
		people("guests", "", 6, 4), people("guests", seating.RoleInterpreter, 10, 1))
	across := seating.Talks{Sides: sides, Table: seating.TableAcross, Interpreter: seating.InterpretersFacing, Ranks: seating.InterpreterUncounted}
	endOn := across
	endOn.Table, endOn.Interpreter, endOn.Ranks = seating.TableEndOn, seating.InterpreterBehind, 0
	banquet, diners := banquet()
	return []drawing{
		{"01-rostrum", "主席台", seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 7}, {Seats: 8, Aisles: []int{4}}}}}, people("", "", 1, 15), gov, seating.FromHall},
		{"02-hall", "会场（竖排法）", hall(), join(people("hosts", "", 1, 6), people("guests", "", 7, 4), people("home", "", 11, 4)), gov, seating.FromHall},
		{"03-talks", "会谈（横桌）", seating.Setting{Talks: &across}, delegations, foreign, seating.FromDoor},
		{"04-talks-end-on", "会谈（竖桌）", seating.Setting{Talks: &endOn}, delegations, foreign, seating.FromDoor},
		{"05-sofas", "会见", seating.Setting{Sofas: &seating.Sofas{Sides: sides, Visitor: seating.GuestOwnRight}}, delegations, foreign, seating.FromDoor},
		{"06-signing", "签字仪式", seating.Setting{Signing: &seating.Signing{Sides: sides, MaxSide: 3}}, signing(), foreign, seating.FromDoor},
		{"07-photo", "合影", seating.Setting{Photo: &seating.Photo{Front: seating.FrontOdd, MaxRow: 7}}, people("", "", 1, 12), gov, seating.FromHall},
		{"08-photo-sides", "宾主合影", seating.Setting{Photo: &seating.Photo{Hosts: "hosts", Guests: "guests", Ends: seating.HostsClose, MaxRow: 9}}, join(people("hosts", "", 1, 6), people("guests", "", 7, 5)), foreign, seating.FromHall},
		{"09-one-leader", "一头坐会议桌", seating.Setting{Board: &seating.Board{Shape: seating.BoardLong}}, people("", "", 1, 7), gov, seating.FromDoor},
		{"10-u-shape", "U形会议桌", seating.Setting{Board: &seating.Board{Shape: seating.BoardU, Head: 3}}, people("", "", 1, 13), gov, seating.FromDoor},
		{"11-hollow-square", "回形会议桌", seating.Setting{Board: &seating.Board{Shape: seating.BoardSquare, Head: 5, Foot: 5}}, people("", "", 1, 18), gov, seating.FromDoor},
		{"12-banquet", "宴会", banquet, diners, gov, seating.FromDoor},
		{"13-mixed-table", "Dinner", seating.Setting{Banquet: &seating.Banquet{Rule: seating.MixedTable, Seats: seating.RightFirst, ThirdMan: seating.ThirdManRight}}, mixed(), seating.USState(), seating.FromDoor},
		{"14-awards", "颁奖", seating.Setting{Awards: &seating.Awards{Pairing: seating.PairGraded}}, join(people("", seating.RoleAwarder, 1, 7), people("", seating.RoleWinner, 8, 6), people("", seating.RoleUsher, 14, 3)), gov, seating.FromHall},
		{"15-podium", "领奖台", seating.Setting{Podium: &seating.Podium{Order: seating.PodiumSecondOwnLeft}}, people("", "", 1, 3), gov, seating.FromHall},
		{"16-car", "五座轿车", seating.Setting{Car: &seating.Car{Vehicle: seating.Sedan5, Driver: seating.DriverEmployed, RearMiddle: seating.RearMiddleLast}}, people("", "", 1, 4), gov, seating.FromAbove},
		{"17-seven-seats", "七座车", seating.Setting{Car: &seating.Car{Vehicle: seating.Seven, Driver: seating.DriverEmployed}}, people("", "", 1, 6), gov, seating.FromAbove},
		{"18-coach", "中巴", seating.Setting{Car: &seating.Car{Vehicle: seating.Coach, Driver: seating.DriverEmployed, Coach: seating.CoachRight}}, people("", "", 1, 16), gov, seating.FromAbove},
		{"19-flags", "旗帜", seating.Setting{Flags: &seating.Flags{Host: "home", Rule: seating.FlagHostRightEnd}}, []seating.Guest{{ID: "home", Order: 1}, {ID: "east", Order: 2}, {ID: "south", Order: 3}, {ID: "west", Order: 4}}, foreign, seating.FromHall},
		{"20-dais", "Head table", seating.Setting{Dais: &seating.Dais{}}, couples(), seating.UK(), seating.FromHall},
		{"21-lectern", "主席台（台上设发言席）", seating.Setting{Rostrum: &seating.Rostrum{Lectern: seating.LecternOnTable}}, people("", "", 1, 7), seating.IntlRight(), seating.FromHall},
		{"22-hall-classes", "会场（团长、代表、列席）", classes(), congress(), gov, seating.FromHall},
		{"23-hall-areas", "会场（分片法）", areas(), congress(), gov, seating.FromHall},
		{"24-hall-fan", "扇形会场", fan(), people("", "", 1, 20), gov, seating.FromRostrum},
	}
}

// congress are three delegations of eight, each with a head and two observers; one
// person needs a wheelchair place and is accompanied.
func congress() []seating.Guest {
	all := join(people("hosts", "", 1, 8), people("guests", "", 9, 8), people("home", "", 17, 8))
	for i := range all {
		switch i % 8 {
		case 0:
			all[i].Role = "head"
		case 6, 7:
			all[i].Role = "observer"
		}
	}
	all[10].Accessible, all[11].Beside = true, all[10].ID
	return all
}

// floor is a hall of five rows with a camera, a place for a wheelchair and chairs kept
// for late arrivals.
func floor(method seating.Method) *seating.Hall {
	at := func(row, number int) seating.SeatID { return seating.SeatID{Area: "floor", Row: row, Number: number} }
	return &seating.Hall{
		Areas:  []seating.HallArea{{ID: "floor", Label: "一楼", Rows: slices.Repeat([][]int{{3, 4, 3}}, 5), Voting: true}},
		Method: method, From: seating.StartViewerLeft, Parties: []roster.OrgID{"hosts", "guests", "home"},
		Marks: []seating.Mark{
			{Seat: at(2, 10), Use: seating.Accessible}, {Seat: at(3, 5), To: 6, Use: seating.Blocked}, {Seat: at(5, 1), To: 3, Use: seating.Reserved},
		},
	}
}

// classes has the heads in row one and the observers behind an empty row.
func classes() seating.Setting {
	h := floor(seating.Rows)
	h.Division = seating.ThroughHall
	h.Classes = []seating.Class{{Role: "head", Front: true, Votes: true}, {Break: true, Votes: true}, {Role: "observer", Empty: 1}}
	return seating.Setting{Hall: h}
}

// areas gives each delegation an area of its own.
func areas() seating.Setting {
	return seating.Setting{Hall: floor(seating.Contiguous), Door: seating.Down}
}

// fan is a hall whose rows are bent around the stage and grow towards the back.
func fan() seating.Setting {
	var rows [][]seating.Point
	for i := range 4 {
		n := 5 + 2*i
		row := make([]seating.Point, n)
		for k := range row {
			side := seating.Length(2*k - n + 1)
			row[k] = seating.Point{X: side * 300, Y: seating.Length(i)*1000 - side*side*6}
		}
		rows = append(rows, row)
	}
	return seating.Setting{Hall: &seating.Hall{
		Areas: []seating.HallArea{{ID: "fan", Places: rows}}, Method: seating.Outward, Pitch: 600,
	}}
}

func hall() seating.Setting {
	return seating.Setting{Hall: &seating.Hall{
		Areas:  []seating.HallArea{{ID: "floor", Label: "一楼", Rows: [][]int{{2, 4, 2}, {2, 4, 2}, {2, 4, 2}}, Empty: 1}},
		Method: seating.Columns, From: seating.StartCentre, Parties: []roster.OrgID{"hosts", "guests", "home"},
	}}
}

// signing is a signer, an assistant and a delegation of each side.
func signing() []seating.Guest {
	return join(people("hosts", seating.RoleSigner, 1, 1), people("hosts", seating.RoleAssistant, 2, 1), people("hosts", "", 3, 5),
		people("guests", seating.RoleSigner, 8, 1), people("guests", seating.RoleAssistant, 9, 1), people("guests", "", 10, 4))
}

// banquet is three tables of eight with two hosts each.
func banquet() (seating.Setting, []seating.Guest) {
	b := &seating.Banquet{Rule: seating.TwoHosts, Seats: seating.RightFirst, Order: seating.RightFirst, Rows: []int{1, 2}, Chairs: 8}
	var guests []seating.Guest
	for i, label := range []string{"主桌", "第二桌", "第三桌"} {
		first := 8*i + 1
		at := join(people("", seating.RoleHost, first, 1), people("", seating.RoleCoHost, first+1, 1), people("", "", first+2, 6))
		t := seating.BanquetTable{ID: strconv.Itoa(i + 1), Label: label}
		for _, g := range at {
			t.People = append(t.People, g.ID)
		}
		b.Tables = append(b.Tables, t)
		guests = append(guests, at...)
	}
	return seating.Setting{Banquet: b}, guests
}

// couples are a host and a hostess and two guests with their partners.
func couples() []seating.Guest {
	guests := people("", "", 1, 6)
	for i, role := range map[int]seating.Role{0: seating.RoleHost, 1: seating.RoleHostess, 3: seating.RoleSpouse, 5: seating.RoleSpouse} {
		guests[i].Role = role
	}
	return guests
}

func mixed() []seating.Guest {
	return join(people("", seating.RoleHost, 1, 1), people("", seating.RoleHostess, 2, 1),
		people("", seating.RoleGentleman, 3, 4), people("", seating.RoleLady, 7, 4))
}
