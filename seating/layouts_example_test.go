package seating_test

import (
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// printRows prints the rows of a plan as a reader has them.
func printRows(s seating.Setting, guests []seating.Guest, c seating.Convention, v seating.View) {
	plan, err := seating.Arrange(s, guests, c)
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, err := plan.Rows(v)
	if err != nil {
		fmt.Println(err)
		return
	}
	for row := range rows {
		var names []string
		if row.Row.Kind != 0 {
			names = append(names, row.Row.Kind.Label())
		}
		for _, place := range row.Places {
			id := string(place.Guest.ID)
			if place.Empty() {
				id = "-"
			}
			names = append(names, id)
		}
		fmt.Println(strings.Join(names, " "))
	}
}

// sitting returns guests of a party with a role, in order.
func sitting(first int, party roster.OrgID, role seating.Role, ids ...roster.PersonID) []seating.Guest {
	var guests []seating.Guest
	for i, id := range ids {
		guests = append(guests, seating.Guest{ID: id, Party: party, Role: role, Order: first + i})
	}
	return guests
}

// Talks across the room: guests face the door, and the interpreters each other.
func ExampleTalks() {
	guests := sitting(1, "city", "", "h1", "h2", "h3")
	guests = append(guests, sitting(4, "city", seating.RoleInterpreter, "ht")...)
	guests = append(guests, sitting(1, "state", "", "g1", "g2", "g3")...)
	guests = append(guests, sitting(4, "state", seating.RoleInterpreter, "gt")...)
	talks := seating.Setting{Talks: &seating.Talks{
		Sides: seating.Sides{Hosts: "city", Guests: "state"}, Table: seating.TableAcross,
		Interpreter: seating.InterpretersFacing, Ranks: seating.InterpreterUncounted,
	}}
	printRows(talks, guests, seating.CNForeign(), seating.FromDoor)
	// Output:
	// 客方 g2 g1 gt g3
	// 主方 h3 h1 ht h2
}

// A meeting on sofas with a superior: at home the left is high.
func ExampleSofas() {
	guests := append(sitting(1, "county", "", "h1", "h2"), sitting(1, "province", "", "s1", "s2")...)
	guests = append(guests, sitting(3, "county", seating.RoleRecorder, "r")...)
	sofas := seating.Setting{Sofas: &seating.Sofas{
		Sides: seating.Sides{Hosts: "county", Guests: "province"}, Visitor: seating.SuperiorOwnLeft,
	}}
	printRows(sofas, guests, seating.CNGov(), seating.FromDoor)
	// Output:
	// 会见席 h2 h1 s1 s2
	// 后座 r
}

func ExampleSigning() {
	guests := append(sitting(1, "city", seating.RoleSigner, "hs"), sitting(1, "state", seating.RoleSigner, "gs")...)
	guests = append(guests, sitting(2, "city", seating.RoleAssistant, "ha")...)
	guests = append(guests, sitting(2, "state", seating.RoleAssistant, "ga")...)
	guests = append(guests, sitting(3, "city", "", "h1", "h2")...)
	guests = append(guests, sitting(3, "state", "", "g1", "g2")...)
	signing := seating.Setting{Signing: &seating.Signing{Sides: seating.Sides{Hosts: "city", Guests: "state"}}}
	printRows(signing, guests, seating.CNForeign(), seating.FromDoor)
	// Output:
	// 签字席 ga gs hs ha
	// 站位 g2 g1 h1 h2
}

// Hosts and guests in turn, hosts at both ends.
func ExamplePhoto() {
	guests := append(sitting(1, "city", "", "h1", "h2", "h3"), sitting(1, "state", "", "g1", "g2")...)
	photo := seating.Setting{Photo: &seating.Photo{Hosts: "city", Guests: "state", Ends: seating.HostsClose}}
	printRows(photo, guests, seating.CNForeign(), seating.FromHall)
	photo.Photo = &seating.Photo{Front: seating.FrontOdd, MaxRow: 5}
	printRows(photo, people(8), seating.CNGov(), seating.FromHall)
	// Output:
	// 站位 h2 g1 h1 g2 h3
	// 站位 p3 p1 p2
	// 站位 p8 p6 p4 p5 p7
}

// One leader at the head of a long table, the last opposite.
func ExampleBoard() {
	table := seating.Setting{Board: &seating.Board{Shape: seating.BoardLong, Foot: 1}}
	printRows(table, people(6), seating.CNGov(), seating.FromDoor)
	// Output:
	// 主位 p1
	// 左侧席 p2 p4
	// 右侧席 p3 p5
	// 下位 p6
}

// A table with host and co-host, clockwise from the host.
func ExampleBanquet() {
	guests := append(sitting(1, "", seating.RoleHost, "host"), sitting(2, "", seating.RoleCoHost, "co-host")...)
	guests = append(guests, sitting(3, "", "", "g1", "g2", "g3", "g4")...)
	table := seating.Setting{Banquet: &seating.Banquet{Rule: seating.TwoHosts, Seats: seating.RightFirst}}
	printRows(table, guests, seating.CNGov(), seating.FromDoor)
	// Output: 圆桌 host g2 g3 co-host g4 g1
}

// A multiple of four at a mixed table: the remedies are named.
func ExampleBanquet_multipleOfFour() {
	guests := append(sitting(1, "", seating.RoleHost, "host"), sitting(2, "", seating.RoleHostess, "hostess")...)
	guests = append(guests, sitting(3, "", seating.RoleGentleman, "m1")...)
	guests = append(guests, sitting(4, "", seating.RoleLady, "f1")...)
	table := seating.Setting{Banquet: &seating.Banquet{Rule: seating.MixedTable, Seats: seating.RightFirst}}
	printRows(table, guests, seating.USState(), seating.FromDoor)
	table.Banquet.Shift = seating.ShiftOwnLeft
	printRows(table, guests, seating.USState(), seating.FromDoor)
	// Output:
	// setting.banquet: 4 is a multiple of four: host and hostess cannot sit opposite each other while the sexes alternate; choose shift (own-left, own-right, stays): she moves by one chair, or stays and two of one sex are neighbours once on either side; or change the number by two, or take another rule
	// 圆桌 host f1 m1 hostess
}

// Awards of several grades: the first grade before No.1.
func ExampleAwards() {
	guests := append(sitting(1, "", seating.RoleAwarder, "l1", "l2", "l3"), sitting(4, "", seating.RoleWinner, "first", "second", "third")...)
	stage := seating.Setting{Awards: &seating.Awards{Pairing: seating.PairGraded}}
	printRows(stage, guests, seating.CNGov(), seating.FromHall)
	// Output:
	// 颁奖席 l3 l1 l2
	// 获奖者 third first second
}

// Winners wait behind three empty rows, six to a row.
func ExampleWinnersHall() {
	hall := seating.WinnersHall(8)
	printRows(seating.Setting{Hall: &hall}, people(8), seating.CNGov(), seating.FromHall)
	// Output:
	// - - - - - -
	// - - - - - -
	// - - - - - -
	// p1 p2 p3 p4 p5 p6
	// p7 p8 - - - -
}

func ExamplePodium() {
	podium := seating.Setting{Podium: &seating.Podium{Order: seating.PodiumSecondOwnLeft}}
	printRows(podium, people(3), seating.CNGov(), seating.FromHall)
	// Output: 领奖台 p3 p1 p2
}

// Two readings of a car with five seats.
func ExampleCar() {
	car := &seating.Car{Vehicle: seating.Sedan5, Driver: seating.DriverEmployed, RearMiddle: seating.RearMiddleLast}
	printRows(seating.Setting{Car: car}, people(4), seating.CNGov(), seating.FromAbove)
	car.RearMiddle = seating.RearMiddleThird
	printRows(seating.Setting{Car: car}, people(4), seating.CNGov(), seating.FromAbove)
	// Output:
	// 前排 p3
	// 后排 p2 p4 p1
	// 前排 p4
	// 后排 p2 p3 p1
}

// Flags of a host and three guests, as the hall sees them.
func ExampleFlags() {
	flags := seating.Setting{Flags: &seating.Flags{Host: "home", Rule: seating.FlagHostRightEnd}}
	printRows(flags, sitting(1, "", "", "home", "east", "south", "west"), seating.CNForeign(), seating.FromHall)
	// Output: 旗 home east south west
}

// A head table with couples.
func ExampleDais() {
	guests := append(sitting(1, "", seating.RoleHost, "host"), sitting(2, "", seating.RoleHostess, "hostess")...)
	guests = append(guests, sitting(3, "", "", "guest")...)
	guests = append(guests, sitting(4, "", seating.RoleSpouse, "wife")...)
	printRows(seating.Setting{Dais: &seating.Dais{}}, guests, seating.UK(), seating.FromHall)
	// Output: 主位 hostess guest host wife
}

// The options that a setting has chosen, with their sources.
func ExampleSetting_Options() {
	flags := seating.Setting{Flags: &seating.Flags{Host: "home", Rule: seating.FlagGuestRight}}
	for o := range flags.Options() {
		fmt.Println(o.Field, o.Token, o.Source)
	}
	plan, err := seating.Arrange(flags, sitting(1, "", "", "home", "guest"), seating.CNForeign())
	if err != nil {
		fmt.Println(err)
		return
	}
	why, _ := plan.Explain("guest")
	for _, reason := range why {
		fmt.Println(reason.Text(check.ZhHans, nil))
	}
	// Output:
	// flags.rule guest-own-right 外交部《关于涉外升挂和使用国旗的规定》第十三条
	// 旗第 1 排 1 座：位次第 1，在 home 右手侧第 1 座
	// 本图选定：两旗：客方在旗面右侧（flags.rule=guest-own-right；出处：外交部《关于涉外升挂和使用国旗的规定》第十三条）
}

// The order of the General Assembly, and five years of a congress.
func ExampleTurn() {
	drawn, err := seating.FromDrawn([]roster.OrgID{"Afghanistan", "Albania", "Yemen", "Zambia", "Zimbabwe"}, "Yemen")
	fmt.Println(drawn, err)
	members := make([]roster.PersonID, 10)
	for i, g := range people(10) {
		members[i] = g.ID
	}
	turn := seating.Turn{Rule: seating.TurnFront, Size: 5}
	for year := range turn.Period(len(members)) {
		order, err := turn.Members(members, year)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(order[:2])
	}
	// Output:
	// [Yemen Zambia Zimbabwe Afghanistan Albania] <nil>
	// [p1 p2]
	// [p3 p4]
	// [p5 p6]
	// [p7 p8]
	// [p9 p10]
}
