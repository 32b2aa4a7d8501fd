package seating_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// TestOutranked: a guest who outranks the host has the host's chair, the host that of
// the first guest and the second host the other side; or everybody sits by rank.
func TestOutranked(t *testing.T) {
	table := func(rule seating.TableRule, seats seating.BanquetHonour, o seating.Outranked) seating.Setting {
		return seating.Setting{Banquet: &seating.Banquet{Rule: rule, Seats: seats, Outranked: o}}
	}
	const one, two = "S:superior H:host 1 2 3 4", "S:superior H:host D:co-host 1 2 3"
	for _, c := range []struct {
		setting seating.Setting
		people  string
		want    string
		why     string
	}{
		{table(seating.OneHost, seating.RightFirst, seating.OutrankedYields), one, "S|1|3|4|2|H", "the host on the own right of the superior, the first guest on the left"},
		{table(seating.OneHost, seating.LeftFirst, seating.OutrankedYields), one, "S|H|2|4|3|1", "the folk rule is its mirror image"},
		{table(seating.TwoHosts, seating.RightFirst, seating.OutrankedYields), two, "S|D|2|3|1|H", "the second host on the superior's left; the chair opposite is like any other"},
		{table(seating.OneHost, seating.RightFirst, seating.OutrankedStays), one, "H|1|3|4|2|S", "as normal: the superior is the first guest"},
		{table(seating.TwoHosts, seating.RightFirst, seating.OutrankedStays), two, "H|1|2|D|3|S", "as normal with two hosts: the superior on the right of the first"},
	} {
		guests := party(t, c.people)
		p, err := seating.Arrange(c.setting, guests, seating.CNGov())
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		got := seatedIn(t, p, seating.FromDoor, "table")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
		lawful(t, p, len(guests))
	}
	for _, c := range []struct{ setting, people, code, path, why string }{
		{"one", one, "seating/no-choice", "setting.banquet.outranked", "sources have both"},
		{"one", "S:superior T:superior H:host 1", "seating/too-many-of-role", "setting.banquet", "one has the first chair"},
		{"couples", "S:superior H:host W:hostess 1", "seating/too-many-of-role", "setting.banquet", "no source says who moves where there is a hostess"},
	} {
		s := table(map[string]seating.TableRule{"one": seating.OneHost, "couples": seating.Couples}[c.setting], seating.RightFirst, 0)
		_, err := seating.Arrange(s, party(t, c.people), seating.CNGov())
		wantAt(t, err, c.code, c.path, c.why)
	}
}

// mixedPeople are a host, a hostess and pairs of a lady and a gentleman, n in all.
func mixedPeople(n int) []seating.Guest {
	guests := []seating.Guest{{ID: "H", Role: seating.RoleHost, Order: 1}, {ID: "W", Role: seating.RoleHostess, Order: 2}}
	for i := range n/2 - 1 {
		no := strconv.Itoa(i + 1)
		guests = append(guests,
			seating.Guest{ID: roster.PersonID("M" + no), Role: seating.RoleGentleman, Order: 2*i + 3},
			seating.Guest{ID: roster.PersonID("F" + no), Role: seating.RoleLady, Order: 2*i + 4})
	}
	return guests
}

// TestMixedTables: at every size the sexes alternate and host and hostess sit
// opposite; at a multiple of four one of the two is given up, as chosen.
func TestMixedTables(t *testing.T) {
	for n := 4; n <= seating.MaxTable; n += 2 {
		for _, shift := range []seating.ShiftHostess{0, seating.ShiftOwnLeft, seating.ShiftOwnRight, seating.HostessStays} {
			p, err := seating.Arrange(mixed(shift, seating.ThirdManRight), mixedPeople(n), seating.USState())
			if n%4 == 0 && shift == 0 {
				wantAt(t, err, "seating/multiple-of-four", "setting.banquet", "host and hostess cannot sit opposite each other")
				continue
			}
			if err != nil {
				t.Fatalf("%d, %s: %v", n, shift, err)
			}
			row := strings.Split(seatedIn(t, p, seating.FromDoor, "table"), "|")
			same := 0
			for i, id := range row {
				if female(id) == female(row[(i+1)%n]) {
					same++
				}
			}
			hostess, wantSame := n/2, 0
			switch {
			case n%4 != 0:
			case shift == seating.ShiftOwnLeft:
				hostess++
			case shift == seating.ShiftOwnRight:
				hostess--
			case shift == seating.HostessStays:
				wantSame = 2
			}
			if row[0] != "H" || row[hostess] != "W" || same != wantSame {
				t.Errorf("%d, %s: %v: hostess on chair %d wanted, %d neighbours of one sex and not %d", n, shift, row, hostess+1, same, wantSame)
			}
			if n > 4 && (row[n-1] != "F1" || row[1] != "F2" && row[1] != "W") {
				t.Errorf("%d, %s: %v: the ladies of rank sit beside the host", n, shift, row)
			}
			if n > 4 && row[hostess-1] != "M1" && row[hostess-1] != "H" {
				t.Errorf("%d, %s: %v: the first gentleman sits on the right of the hostess", n, shift, row)
			}
			if !p.Audit().Clean() {
				t.Errorf("%d, %s: not clean", n, shift)
			}
		}
	}
}

func female(id string) bool { return id[0] == 'F' || id == "W" }

// slowTable seats a table of one host or two as it is told: the right of the host, the
// left, the right of the second host, the left, and so on outward, passing over chairs
// that are taken. It returns ranks clockwise from the host, 0 and -1 for the hosts.
func slowTable(n int, two, leftFirst bool) []int {
	row := slices.Repeat([]int{-2}, n)
	row[0] = 0
	hosts := []int{0}
	if two {
		row[n/2] = -1
		hosts = append(hosts, n/2)
	}
	steps := []int{-1, 1} // counterclockwise is to the own right of who faces the middle
	if leftFirst {
		steps = []int{1, -1}
	}
	rank := 1
	for ring := 1; ring < n; ring++ {
		for _, host := range hosts {
			for _, step := range steps {
				if chair := ((host+step*ring)%n + n) % n; row[chair] == -2 {
					row[chair] = rank
					rank++
				}
			}
		}
	}
	return row
}

func TestSlowTable(t *testing.T) {
	for n := 3; n <= seating.MaxTable; n++ {
		for _, two := range []bool{false, true} {
			for _, left := range []bool{false, true} {
				rule, seats := seating.OneHost, seating.RightFirst
				guests := []seating.Guest{{ID: "0", Role: seating.RoleHost, Order: 1}}
				if two {
					rule = seating.TwoHosts
					guests = append(guests, seating.Guest{ID: "-1", Role: seating.RoleCoHost, Order: 2})
				}
				if left {
					seats = seating.LeftFirst
				}
				for i := 1; len(guests) < n; i++ {
					guests = append(guests, seating.Guest{ID: roster.PersonID(strconv.Itoa(i)), Order: i + 2})
				}
				p, err := seating.Arrange(banquet(rule, seats, 0), guests, seating.CNGov())
				if err != nil {
					t.Fatal(err)
				}
				want := strings.ReplaceAll(ranks(slowTable(n, two, left)), " ", "|")
				if diff := cmp.Diff(want, seatedIn(t, p, seating.FromDoor, "table")); diff != "" {
					t.Errorf("%s, %s, n=%d (-want +got):\n%s", rule, seats, n, diff)
				}
			}
		}
	}
}

// TestSpouses: partners whom the ranks seat side by side are parted with the least
// disturbance of rank.
func TestSpouses(t *testing.T) {
	couple := func(guests []seating.Guest, one, other roster.PersonID) []seating.Guest {
		for i := range guests {
			if guests[i].ID == one {
				guests[i].Partner = other
			}
		}
		return guests
	}
	ten := func(one, other roster.PersonID) []seating.Guest { return couple(mixedPeople(10), one, other) }
	for _, c := range []struct {
		guests  []seating.Guest
		spouses seating.Spouses
		want    string
		why     string
	}{
		{ten("M1", "F1"), 0, "H|F2|M4|F3|M1|W|M2|F4|M3|F1", "not side by side: nothing to be chosen or moved"},
		{ten("M4", "F3"), seating.SpousesStay, "H|F2|M4|F3|M1|W|M2|F4|M3|F1", "they stay"},
		{ten("M4", "F3"), seating.SpousesApart, "H|F2|M4|F4|M1|W|M2|F3|M3|F1", "the third lady changes with the fourth"},
		{ten("F1", "M3"), seating.SpousesApart, "H|F2|M3|F3|M1|W|M2|F4|M4|F1", "the third gentleman changes with the fourth, said of either partner"},
		{ten("H", "F1"), seating.SpousesApart, "H|F2|M4|F1|M1|W|M2|F4|M3|F3", "the host's wife is no neighbour of his: F1 changes with F3, as F2 is beside him too"},
	} {
		c.guests = slices.Clone(c.guests)
		s := mixed(0, seating.ThirdManRight)
		s.Banquet.Spouses = c.spouses
		house := seating.USState()
		house.Choices.Spouses = 0
		p, err := seating.Arrange(s, c.guests, house)
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if diff := cmp.Diff(c.want, seatedIn(t, p, seating.FromDoor, "table")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
		lawful(t, p, len(c.guests))
	}
	open := seating.USState()
	open.Choices.Spouses = 0
	_, err := seating.Arrange(mixed(0, seating.ThirdManRight), ten("M4", "F3"), open)
	wantAt(t, err, "seating/no-choice", "setting.banquet.spouses", "the plan seats them side by side")
	_, err = seating.Arrange(mixed(0, 0), couple(mixedPeople(6), "M1", "F2"), seating.USState())
	if err != nil {
		t.Errorf("six: %v", err)
	}
	tight := couple(couple(mixedPeople(6), "M1", "F2"), "M2", "F1")
	if _, err = seating.Arrange(mixed(0, 0), tight, seating.USState()); err != nil {
		wantAt(t, err, "seating/spouses-beside", "setting.banquet.people", "two couples of four guests")
	}
	p, err := seating.Arrange(mixed(0, 0), ten("M4", "F3"), seating.USState())
	if err != nil {
		t.Fatal(err)
	}
	why, _ := p.Explain("F3")
	if text := check.Sentences(check.ZhHans, nil, why...); !strings.Contains(text, "夫妇不相邻") {
		t.Errorf("the move is not explained: %s", text)
	}
}

// propMixed: with partners anywhere, either no two partners who could be parted sit side
// by side, or the finding says so.
func propMixed(t *rapid.T) {
	n := 2 * rapid.IntRange(2, 10).Draw(t, "pairs")
	guests := mixedPeople(n)
	for i := range guests {
		guests[i].Partner = guests[rapid.IntRange(0, n-1).Draw(t, "partner")].ID
		if guests[i].Partner == guests[i].ID || rapid.Bool().Draw(t, "single") {
			guests[i].Partner = ""
		}
	}
	p, err := seating.Arrange(mixed(seating.ShiftHostess(rapid.IntRange(1, 3).Draw(t, "shift")), seating.ThirdManRight), guests, seating.USState())
	if err != nil {
		return
	}
	var row []seating.Guest
	for place := range p.Places() {
		row = append(row, place.Guest)
	}
	for i, g := range row {
		h := row[(i+1)%n]
		if g.Partner == h.ID || h.Partner == g.ID {
			t.Errorf("%s and %s are partners and neighbours", g.ID, h.ID)
		}
	}
	if !p.Audit().Clean() {
		t.Error("the plan does not pass its own audit")
	}
	readBack(t, p)
}

func TestMixedLaws(t *testing.T) { rapid.Check(t, propMixed) }

func FuzzMixedLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propMixed)) }
