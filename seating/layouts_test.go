package seating_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// party reads people from a list such as "H1 H2 T:interpreter G1": in order, of
// the hosts if the name begins with H or T, of the guests if it begins with G, S
// or U.
func party(t testing.TB, list string) []seating.Guest {
	t.Helper()
	var guests []seating.Guest
	for i, f := range strings.Fields(list) {
		id, role, _ := strings.Cut(f, ":")
		g := seating.Guest{ID: roster.PersonID(id), Role: seating.Role(role), Order: i + 1}
		switch id[0] {
		case 'H', 'T':
			g.Party = "hosts"
		case 'G', 'S', 'U':
			g.Party = "guests"
		}
		guests = append(guests, g)
	}
	return guests
}

// sides are the two sides of the people of party.
var sides = seating.Sides{Hosts: "hosts", Guests: "guests"}

// seatedIn is the people of an area as a view has them, rows apart by " / ".
func seatedIn(t testing.TB, p seating.Plan, v seating.View, area string) string {
	t.Helper()
	rows, err := p.Rows(v)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for row := range rows {
		if row.Row.Area != area {
			continue
		}
		var names []string
		for _, place := range row.Places {
			if place.Empty() {
				names = append(names, "-")
			} else {
				names = append(names, string(place.Guest.ID))
			}
		}
		out = append(out, strings.Join(names, "|"))
	}
	return strings.Join(out, " / ")
}

// layoutCase is one setting with people in it and how one area of it is to be
// filled.
type layoutCase struct {
	name       string
	convention string
	setting    seating.Setting
	people     string
	view       seating.View
	area       string
	want       string
	why        string
}

func talks(table seating.TableAxis, seat seating.InterpreterSeat, ranks seating.InterpreterRanks) seating.Setting {
	return seating.Setting{Talks: &seating.Talks{Sides: sides, Table: table, Interpreter: seat, Ranks: ranks}}
}

func sofas(v seating.VisitorSide) seating.Setting {
	return seating.Setting{Sofas: &seating.Sofas{Sides: sides, Visitor: v}}
}

func signing(maxSide int) seating.Setting {
	return seating.Setting{Signing: &seating.Signing{Sides: sides, MaxSide: maxSide}}
}

func photo(front seating.PhotoFront, maxRow int) seating.Setting {
	return seating.Setting{Photo: &seating.Photo{Front: front, MaxRow: maxRow}}
}

func photographed(ends seating.PhotoEnds, maxRow int) seating.Setting {
	return seating.Setting{Photo: &seating.Photo{Hosts: sides.Hosts, Guests: sides.Guests, Ends: ends, MaxRow: maxRow}}
}

func board(shape seating.BoardShape, head, foot int) seating.Setting {
	return seating.Setting{Board: &seating.Board{Shape: shape, Head: head, Foot: foot}}
}

func awards(p seating.Pairing, after seating.AwarderPlace) seating.Setting {
	return seating.Setting{Awards: &seating.Awards{Pairing: p, After: after}}
}

func podium(o seating.PodiumOrder) seating.Setting {
	return seating.Setting{Podium: &seating.Podium{Order: o}}
}

func flags(r seating.FlagRule, host roster.PersonID) seating.Setting {
	return seating.Setting{Flags: &seating.Flags{Host: host, Rule: r}}
}

func car(v seating.VehicleType, d seating.CarDriver, m seating.RearMiddle) seating.Setting {
	return seating.Setting{Car: &seating.Car{Vehicle: v, Driver: d, RearMiddle: m}}
}

func rostrumWith(l seating.LecternPlace, m seating.ModeratorPlace, rows ...int) seating.Setting {
	s := rostrum(rows...)
	s.Rostrum.Lectern, s.Rostrum.Moderator = l, m
	return s
}

// TestLectern: on the table it stands between No.1 and the third, on the side away
// from the second; elsewhere it stands in front.
func TestLectern(t *testing.T) {
	for _, c := range []struct {
		convention string
		place      seating.LecternPlace
		n          int
		want       string
		why        string
	}{
		{"intl-right", seating.LecternOnTable, 5, "4|2|1|L|3|5", "T23: the host just right of the lectern, the second guest just left of it"},
		{"cn-gov", seating.LecternOnTable, 5, "5|3|L|1|2|4", "the mirror image where left is high"},
		{"intl-right", seating.LecternOnTable, 2, "2|1|L", "two: at the end of the table"},
		{"cn-gov", seating.LecternOnTable, 1, "L|1", "one"},
		{"cn-gov", seating.LecternFront, 3, "3|1|2", "in front of the middle"},
		{"cn-gov", seating.LecternOwnRight, 3, "L|3|1|2", "right-front of the rostrum is left as the hall sees it"},
		{"cn-gov", seating.LecternOwnLeft, 3, "3|1|2|L", "left-front"},
	} {
		p, err := seating.Arrange(rostrumWith(c.place, 0, c.n), people(c.n), convention(t, c.convention))
		if err != nil {
			t.Fatal(err)
		}
		var lectern seating.Box
		for b := range p.Layout().Boxes() {
			if b.Kind == seating.Lectern {
				lectern = b
			}
		}
		x := (lectern.Min.X + lectern.Max.X) / 2
		row := map[seating.Length]string{}
		var xs []seating.Length
		for place := range p.Places() {
			row[place.Seat.At.X] = strings.TrimPrefix(string(place.Guest.ID), "p")
			xs = append(xs, place.Seat.At.X)
		}
		if c.place != seating.LecternFront {
			row[x] = "L"
			xs = append(xs, x)
		} else if x != 0 {
			t.Errorf("%s: the lectern stands at %d", c.why, x)
		}
		slices.Sort(xs)
		var got []string
		for _, x := range xs {
			got = append(got, row[x])
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
		if (lectern.Min.Y > 0) != (c.place != seating.LecternOnTable) {
			t.Errorf("%s: the lectern stands at %v", c.why, lectern)
		}
	}
}

func banquet(r seating.TableRule, seats seating.BanquetHonour, chairs int) seating.Setting {
	return seating.Setting{Banquet: &seating.Banquet{Rule: r, Seats: seats, Chairs: chairs}}
}

func mixed(shift seating.ShiftHostess, third seating.ThirdMan) seating.Setting {
	return seating.Setting{Banquet: &seating.Banquet{Rule: seating.MixedTable, Seats: seating.RightFirst, Shift: shift, ThirdMan: third}}
}

// tables are n tables, t1 first, with a host each, in rows.
func tables(n int, order seating.BanquetHonour, rows ...int) (seating.Setting, []seating.Guest) {
	b := &seating.Banquet{Rule: seating.OneHost, Seats: seating.RightFirst, Order: order, Rows: rows, Chairs: 4}
	var guests []seating.Guest
	for i := range n {
		id := "t" + string(rune('1'+i))
		host := seating.Guest{ID: roster.PersonID("h" + id), Role: seating.RoleHost, Order: i + 1}
		guests = append(guests, host)
		b.Tables = append(b.Tables, seating.BanquetTable{ID: id, People: []roster.PersonID{host.ID}})
	}
	return seating.Setting{Banquet: b}, guests
}

// TestTables: the order of the tables in a room, by the places of their hosts as
// somebody in the door has them.
func TestTables(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		order seating.BanquetHonour
		rows  []int
		want  string
		why   string
	}{
		{"N06", 3, seating.RightFirst, []int{3}, "2|1|3", "main table in the centre, the second on the right of the main host"},
		{"N06, folk rule", 3, seating.LeftFirst, []int{3}, "3|1|2", "left before right"},
		{"N07", 2, seating.RightFirst, []int{1, 1}, "1 / 2", "far from the door is higher"},
		{"two abreast", 2, seating.RightFirst, nil, "1|2", "right is higher, facing the door"},
		{"two rows", 6, seating.RightFirst, []int{3, 3}, "2|1|3 / 5|4|6", "by distance from the main table, right before left"},
		{"triangle", 3, seating.RightFirst, []int{1, 2}, "1 / 2|3", "品字形"},
		{"seven, folk rule", 7, seating.LeftFirst, []int{7}, "7|5|3|1|2|4|6", "2, 4, 6 left and 3, 5, 7 right"},
		{"places to spare", 2, seating.RightFirst, []int{3}, "2|1", "the place over is the lowest"},
	} {
		t.Run(c.name, func(t *testing.T) {
			setting, guests := tables(c.n, c.order, c.rows...)
			p, err := seating.Arrange(setting, guests, seating.CNGov())
			if err != nil {
				t.Fatal(err)
			}
			var hosts []seating.Place
			for place := range p.Places() {
				if !place.Empty() {
					hosts = append(hosts, place)
				}
			}
			slices.SortFunc(hosts, func(a, b seating.Place) int {
				return cmpOr(int(a.Seat.At.Y-b.Seat.At.Y), int(a.Seat.At.X-b.Seat.At.X))
			})
			got := ""
			for i, h := range hosts {
				switch {
				case i > 0 && h.Seat.At.Y != hosts[i-1].Seat.At.Y:
					got += " / "
				case i > 0:
					got += "|"
				}
				got += strings.TrimPrefix(h.Seat.ID.Area, "t")
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			lawful(t, p, c.n)
		})
	}
}

func cmpOr(a, b int) int {
	if a != 0 {
		return a
	}
	return b
}

// layoutCases are the layouts collected from handbooks and notes of offices, with
// both readings where a source has two. An id such as T33 is that of a collected
// row.
func layoutCases() []layoutCase {
	const (
		tenMixed   = "H:host W:hostess M1:gentleman M2:gentleman M3:gentleman M4:gentleman F1:lady F2:lady F3:lady F4:lady"
		eightMixed = "H:host W:hostess M1:gentleman M2:gentleman M3:gentleman F1:lady F2:lady F3:lady"
		five       = "H1 G1 G2 G3 G4 G5"
		hosts3     = "H1 H2 H3 T:interpreter G1"
		guest3     = "H1 G1 G2 G3 U:interpreter"
	)
	across, endOn := seating.TableAcross, seating.TableEndOn
	facing, right, third, behind := seating.InterpretersFacing, seating.InterpreterOwnRight, seating.InterpreterThird, seating.InterpreterBehind
	none, apart, counted := seating.InterpreterRanks(0), seating.InterpreterUncounted, seating.InterpreterCounted
	door, stage := seating.FromDoor, seating.FromRostrum
	return []layoutCase{
		{"T32", "cn-foreign", talks(across, 0, none), five, door, "guests", "G4|G2|G1|G3|G5", "guests face the door and are seen from the side of the hosts: right is high"},
		{"T33", "cn-foreign", talks(across, facing, apart), hosts3, stage, "hosts", "H2|T|H1|H3", "seen from the guests: interpreter on the own right, the second stays on the right"},
		{"T33-counted", "cn-foreign", talks(across, facing, counted), hosts3, stage, "hosts", "H3|T|H1|H2", "the other reading: the interpreter has the right, the second goes to the left"},
		{"T34", "cn-foreign", talks(across, facing, apart), guest3, door, "guests", "G2|G1|U|G3", "the guest's interpreter faces the other one"},
		{"T34-counted", "cn-foreign", talks(across, facing, counted), guest3, door, "guests", "G3|G2|G1|U", "the other reading"},
		{"interpreters right", "cn-foreign", talks(across, right, apart), guest3, door, "guests", "G2|U|G1|G3", "both interpreters on the own right of their principals"},
		{"interpreters left", "cn-foreign", talks(across, seating.InterpreterOwnLeft, apart), guest3, door, "guests", "G2|G1|U|G3", "the delegate has the interpreter on the left"},
		{"third seat", "cn-gov", talks(across, third, none), "H1 G1 G2 G3 G4 U:interpreter", door, "guests", "G4|U|G1|G2|G3", "the interpreter has seat 3, own right; the others go on"},
		{"third seat of two", "cn-gov", talks(across, third, none), "H1 G1 U:interpreter", door, "guests", "G1|U", "there is no third seat: the interpreter has the other one"},
		{"counted, two", "cn-gov", talks(across, right, counted), "H1 G1 U:interpreter", door, "guests", "G1|U", "a row of two has one chair beside the principal"},
		{"behind", "cn-foreign", talks(across, behind, none), guest3, door, "guests", "G2|G1|G3 / U", "behind the principal"},
		{"domestic", "cn-gov", talks(across, 0, none), "H1 H2 H3 G1 G2 G3", stage, "hosts", "H3|H1|H2", "left is high on the host side too, seen by the guests"},
		{"end on, guests", "cn-foreign", talks(endOn, 0, none), "H1 H2 H3 G1 G2 G3", door, "guests", "G2|G1|G3", "guests on the right of those who enter, from the far end: own right is far"},
		{"T28", "cn-foreign", sofas(seating.GuestOwnRight), "H1 H2 H3 G1 G2 G3", door, "sofas", "G3|G2|G1|H1|H2|H3", "host left, guest right, both facing the door, seen from it"},
		{"T29", "cn-gov", sofas(seating.SuperiorOwnLeft), "H1 H2 H3 S1 S2 S3", door, "sofas", "H3|H2|H1|S1|S2|S3", "at home left is high: the superior on the host's own left"},
		{"T29-right", "cn-gov", sofas(seating.SuperiorOwnRight), "H1 H2 H3 S1 S2 S3", door, "sofas", "S3|S2|S1|H1|H2|H3", "other pages put the superior in the place of the guest"},
		{"sofas, unequal", "cn-foreign", sofas(seating.GuestOwnRight), "H1 G1 G2 G3", door, "sofas", "G3|G2|G1|H1", "a side of one"},
		{"sofas, aides", "cn-foreign", sofas(seating.GuestOwnRight), "H1 T1:recorder T2:interpreter G1 U:interpreter", door, "behind", "U|T2|T1", "behind their own side, interpreters nearest to the middle"},
		{"T30", "cn-foreign", signing(0), "H1:signer G1:signer", door, "signers", "G1|H1", "host signer own left, guest own right, facing the door"},
		{"signing, assistants", "cn-foreign", signing(0), "H1:signer H2:assistant G1:signer G2:assistant", door, "signers", "G2|G1|H1|H2", "assistants on the outer sides"},
		{"T31", "cn-foreign", signing(0), "H0:signer G0:signer H1 H2 H3 H4 G1 G2 G3 G4", door, "standing", "G4|G3|G2|G1|H1|H2|H3|H4", "both sides rank outward from the middle"},
		{"signing, rows", "cn-foreign", signing(2), "H0:signer G0:signer H1 H2 H3 G1 G2 G3 G4 G5", door, "standing", "G2|G1|H1|H2 / G4|G3|H3 / G5", "the overflow makes rows behind"},
		{"T18", "cn-gov", photo(seating.FrontOdd, 0), "1 2 3 4 5 6 7", seating.FromHall, "standing", "7|5|3|1|2|4|6", "as the rostrum, the front row odd"},
		{"photo, odd front", "cn-gov", photo(seating.FrontOdd, 5), "1 2 3 4 5 6 7 8", seating.FromHall, "standing", "3|1|2 / 8|6|4|5|7", "the front row is made odd"},
		{"photo, any front", "cn-gov", photo(seating.FrontAny, 5), "1 2 3 4 5 6 7 8", seating.FromHall, "standing", "3|1|2|4 / 7|5|6|8", "rows as even as can be"},
		{"T26", "intl-right", photographed(seating.HostsClose, 0), "H1 H2 H3 G1 G2", seating.FromHall, "standing", "H2|G1|H1|G2|H3", "interleaved, hosts close both ends"},
		{"T27", "intl-right", photographed(seating.HostsClose, 0), "H1 G1", seating.FromHall, "standing", "G1|H1", "two principals share the centre, the guest on the host's own right"},
		{"photo, nine", "intl-right", photographed(seating.HostsClose, 0), "H1 H2 H3 H4 H5 G1 G2 G3 G4", seating.FromHall, "standing", "H4|G3|H2|G1|H1|G2|H3|G4|H5", "five hosts close nine"},
		{"photo, the lens", "intl-right", photographed(seating.HostsClose, 6), "H1 H2 H3 H4 G1 G2 G3", seating.FromHall, "standing", "H2|G1|H1|G2|H3 / G3|H4", "the front row is five, the rest behind"},
		{"photo, open ends", "intl-right", photographed(seating.EndsOpen, 0), "H1 G1 G2", seating.FromHall, "standing", "G1|H1|G2", "one host between two guests"},
		{"one leader, head", "cn-gov", board(seating.BoardLong, 1, 1), "1 2 3 4 5 6", door, "head", "1", "the leader at the head, facing the door"},
		{"one leader, own left", "cn-gov", board(seating.BoardLong, 1, 1), "1 2 3 4 5 6", door, "own-left-arm", "2|4", "2 left upper, 4 left lower"},
		{"one leader, own right", "cn-gov", board(seating.BoardLong, 1, 1), "1 2 3 4 5 6", door, "own-right-arm", "3|5", "3 right upper, 5 right lower"},
		{"one leader, foot", "cn-gov", board(seating.BoardLong, 1, 1), "1 2 3 4 5 6", door, "foot", "6", "6 at the opposite end"},
		{"u-shape", "cn-gov", board(seating.BoardU, 3, 0), "1 2 3 4 5 6 7 8", door, "own-left-arm", "4|6|8", "the arms go on from the head, own left first"},
		{"u-shape, right is high", "intl-right", board(seating.BoardU, 3, 0), "1 2 3 4 5 6 7 8", door, "own-right-arm", "4|6|8", "own right first"},
		{"T38", "cn-gov", awards(seating.PairEqual, 0), "A1:awarder A2:awarder A3:awarder A4:awarder A5:awarder a:winner b:winner c:winner d:winner e:winner", seating.FromHall, "awarders", "A5|A3|A1|A2|A4", "the awarders keep their places"},
		{"T38 winners", "cn-gov", awards(seating.PairEqual, 0), "A1:awarder A2:awarder A3:awarder A4:awarder A5:awarder a:winner b:winner c:winner d:winner e:winner", seating.FromHall, "winners", "a|b|c|d|e", "list item i before the leader at place i from the left of the hall"},
		{"T39", "cn-gov", awards(seating.PairGraded, 0), "A1:awarder A2:awarder A3:awarder A4:awarder A5:awarder A6:awarder a:winner b:winner c:winner d:winner e:winner f:winner", seating.FromHall, "winners", "e|c|a|b|d|f", "the higher grade before the higher rank"},
		{"fewer winners", "cn-gov", awards(seating.PairGraded, 0), "A1:awarder A2:awarder A3:awarder a:winner b:winner", seating.FromHall, "winners", "a|b", "before No.1 and No.2 only"},
		{"ushers", "cn-gov", awards(seating.PairEqual, 0), "A1:awarder A2:awarder A3:awarder a:winner b:winner c:winner x:usher y:usher", seating.FromHall, "ushers", "x|y", "one usher for two neighbours, from the left"},
		{"one awarder", "cn-gov", awards(seating.OneAwarder, seating.AwarderBesideLast), "A1:awarder a:winner b:winner c:winner", seating.FromHall, "winners", "A1|c|b|a", "from right to left, then beside the last"},
		{"one awarder, centre", "cn-gov", awards(seating.OneAwarder, seating.AwarderCentre), "A1:awarder a:winner b:winner c:winner d:winner", seating.FromHall, "winners", "d|c|A1|b|a", "or in the centre"},
		{"T40", "cn-gov", podium(seating.PodiumSecondOwnLeft), "1 2 3", seating.FromHall, "podium", "3|1|2", "one reading of the podium"},
		{"T41", "cn-gov", podium(seating.PodiumSecondOwnRight), "1 2 3", seating.FromHall, "podium", "2|1|3", "the other one"},
		{"T35", "cn-foreign", flags(seating.FlagGuestRight, "home"), "home F", seating.FromHall, "flags", "F|home", "the flag of the guest on the flags' own right"},
		{"T36", "cn-foreign", flags(seating.FlagHostRightEnd, "home"), "home A B C", seating.FromHall, "flags", "home|A|B|C", "own right end = left end of the viewer"},
		{"T37", "us-state", flags(seating.FlagHostRightEnd, "home"), "home F", seating.FromHall, "flags", "home|F", "the own flag at the viewer's left"},
		{"flags from the centre", "cn-foreign", flags(seating.FlagHostCentre, "home"), "A home B", seating.FromHall, "flags", "A|home|B", "the others right and left in turn"},
		{"N11", "cn-gov", car(seating.Sedan5, seating.DriverEmployed, seating.RearMiddleLast), "1 2 3 4", seating.FromAbove, "rear", "2|4|1", "RR RL FP RM"},
		{"N11 front", "cn-gov", car(seating.Sedan5, seating.DriverEmployed, seating.RearMiddleLast), "1 2 3 4", seating.FromAbove, "front", "3", "RR RL FP RM"},
		{"N12", "cn-gov", car(seating.Sedan5, seating.DriverEmployed, seating.RearMiddleThird), "1 2 3 4", seating.FromAbove, "rear", "2|3|1", "RR RL RM FP"},
		{"N12 front", "cn-gov", car(seating.Sedan5, seating.DriverEmployed, seating.RearMiddleThird), "1 2 3 4", seating.FromAbove, "front", "4", "RR RL RM FP"},
		{"N13", "cn-gov", car(seating.Sedan5, seating.DriverHost, 0), "1 2 3 4", seating.FromAbove, "rear", "3|4|2", "FP RR RL RM"},
		{"N14", "cn-gov", car(seating.Seven, seating.DriverEmployed, 0), "1 2 3 4 5 6", seating.FromAbove, "rear", "2|3|1", "RR RL RM MR ML FP"},
		{"N14 middle", "cn-gov", car(seating.Seven, seating.DriverEmployed, 0), "1 2 3 4 5 6", seating.FromAbove, "middle", "5|4", "RR RL RM MR ML FP"},
		{"four seats", "cn-gov", car(seating.Sedan4, seating.DriverEmployed, 0), "1 2", seating.FromAbove, "rear", "2|1", "RR RL FP"},
		{"van", "cn-gov", car(seating.MPV, seating.DriverEmployed, 0), "1 2 3", seating.FromAbove, "middle", "2|1", "captain's chairs first, the right one before the left"},
		{"jeep", "cn-gov", car(seating.Jeep, seating.DriverEmployed, 0), "1 2", seating.FromAbove, "front", "1", "beside the driver is always first"},
		{"coach", "cn-gov", seating.Setting{Car: &seating.Car{Vehicle: seating.Coach, Driver: seating.DriverEmployed, Coach: seating.CoachBehindDriver, Rows: 2}}, "1 2 3 4 5", seating.FromAbove, "coach", "1|2|3 / 4|5|-", "the window behind the driver first"},
		{"coach, right", "cn-gov", seating.Setting{Car: &seating.Car{Vehicle: seating.Coach, Driver: seating.DriverEmployed, Coach: seating.CoachRight, Rows: 2}}, "1 2 3 4 5", seating.FromAbove, "coach", "3|2|1 / -|5|4", "right before left, rows front to back"},
		{"N01", "cn-gov", banquet(seating.TwoHosts, seating.RightFirst, 0), "H:host D:co-host 1 2 3 4", door, "table", "H|2|3|D|4|1", "1 right and 2 left of the host, 3 right and 4 left of the co-host; clockwise from the host"},
		{"N02", "cn-gov", banquet(seating.TwoHosts, seating.RightFirst, 0), "H:host D:co-host 1 2 3 4 5 6 7 8", door, "table", "H|2|6|7|3|D|4|8|5|1", "the next ring beside the first"},
		{"N03", "cn-gov", banquet(seating.OneHost, seating.RightFirst, 0), "H:host 1 2 3 4 5 6 7", door, "table", "H|2|4|6|7|5|3|1", "right higher, nearer higher"},
		{"N04", "cn-gov", banquet(seating.OneHost, seating.LeftFirst, 0), "H:host 1 2 3 4 5 6 7", door, "table", "H|1|3|5|7|6|4|2", "the folk rule"},
		{"N05", "cn-gov", banquet(seating.Couples, seating.RightFirst, 0), "H:host W:hostess G1 G1W:spouse x y", door, "table", "H|x|G1W|W|y|G1", "the guest right of the host, his wife right of the hostess"},
		{"N08", "us-state", banquet(seating.MixedTable, seating.RightFirst, 0), "H:host W:hostess M1:gentleman M2:gentleman F1:lady F2:lady", door, "table", "H|F2|M1|W|M2|F1", "ranking lady right of the host, ranking man right of the hostess"},
		{"N09", "us-state", mixed(0, seating.ThirdManRight), tenMixed, door, "table", "H|F2|M4|F3|M1|W|M2|F4|M3|F1", "3rd lady right of the 1st man, 4th left of the 2nd; the men likewise"},
		{"N09-left", "us-state", mixed(0, seating.ThirdManLeft), tenMixed, door, "table", "H|F2|M3|F3|M1|W|M2|F4|M4|F1", "the other reading: the source names the ladies only"},
		{"N10 shifted left", "us-state", mixed(seating.ShiftOwnLeft, seating.ThirdManRight), eightMixed, door, "table", "H|F2|M3|F3|M1|W|M2|F1", "the hostess one chair to her own left: the sexes alternate"},
		{"N10 shifted right", "us-state", mixed(seating.ShiftOwnRight, seating.ThirdManRight), eightMixed, door, "table", "H|F2|M1|W|M2|F3|M3|F1", "or to her own right"},
		{"companions", "cn-gov", seating.Setting{Banquet: &seating.Banquet{Rule: seating.OneHost, Seats: seating.RightFirst, Hosts: "hosts", Mix: seating.CompanionsBetween}}, "H:host H2 H3 G1 G2 G3 G4", door, "table", "H|G2|H3|G4|G3|H2|G1", "guests beside the host, companions beside them"},
		{"one too many chairs", "cn-gov", seating.Setting{Banquet: &seating.Banquet{Rule: seating.OneHost, Seats: seating.RightFirst, Chairs: 6}}, "H:host 1 2", door, "table", "H|2|-|-|-|1", "chairs that are over are the lowest"},
		{"T24", "uk", seating.Setting{Dais: &seating.Dais{}}, "H:host HW:hostess G1 G1W:spouse", seating.FromHall, "head", "HW|G1|H|G1W", "principal guest right of the host, his wife left of the host, the host's wife right of the guest"},
		{"couples of three", "uk", seating.Setting{Dais: &seating.Dais{}}, "H:host HW:hostess G1 G1W:spouse G2 G2W:spouse", seating.FromHall, "head", "G2W|HW|G1|H|G1W|G2", "then guests and partners"},
		{"T23", "intl-right", rostrumWith(seating.LecternOnTable, 0, 5), "1 2 3 4 5", seating.FromHall, "rostrum", "4|2|1|3|5", "the lectern is tested apart"},
		{"moderator in the centre", "cn-gov", rostrumWith(0, seating.ModeratorCentre, 3, 2), "1 2 3 4 M:moderator", seating.FromHall, "rostrum", "2|M|1 / 3|4", "the others follow"},
		{"moderator at the end", "cn-gov", rostrumWith(0, seating.ModeratorEnd, 3, 2), "1 2 3 4 M:moderator", seating.FromHall, "rostrum", "M|1|2 / 3|4", "the last chair of the front row"},
		{"moderator by rank", "cn-gov", rostrumWith(0, seating.ModeratorByRank, 3, 2), "1 M:moderator 2 3 4", seating.FromHall, "rostrum", "2|1|M / 3|4", "as anybody"},
		{"end on, hosts", "cn-foreign", talks(endOn, 0, none), "H1 H2 H3 G1 G2 G3", door, "hosts", "H3|H1|H2", "hosts on the left, from the far end: own right is near"},
	}
}

func TestLayouts(t *testing.T) {
	for _, c := range layoutCases() {
		t.Run(c.name, func(t *testing.T) {
			guests := party(t, c.people)
			p, err := seating.Arrange(c.setting, guests, convention(t, c.convention))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, seatedIn(t, p, c.view, c.area)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			lawful(t, p, len(guests))
		})
	}
}

// lawful checks what holds of every plan as arranged: everybody sits once, the
// plan is clean under its own audit and is read back as it is, every seat has its
// reasons in both languages, no two chairs stand in one place, and everybody but
// those the setting cannot do without may stay away.
func lawful(t rapid.TB, p seating.Plan, n int) {
	t.Helper()
	seated := map[roster.PersonID]bool{}
	at := map[seating.Point]bool{}
	ids := map[seating.SeatID]bool{}
	for place := range p.Places() {
		if at[place.Seat.At] || ids[place.Seat.ID] {
			t.Errorf("two chairs are %v at %v", place.Seat.ID, place.Seat.At)
		}
		at[place.Seat.At], ids[place.Seat.ID] = true, true
		if place.Empty() {
			continue
		}
		if seated[place.Guest.ID] {
			t.Errorf("%s sits twice", place.Guest.ID)
		}
		seated[place.Guest.ID] = true
		why, ok := p.Explain(place.Guest.ID)
		if !ok || len(why) == 0 {
			t.Errorf("nothing explains the seat of %s", place.Guest.ID)
		}
		for _, r := range why {
			for _, lang := range []check.Lang{check.ZhHans, check.En} {
				if text := r.Text(lang, nil); text == "" || strings.ContainsAny(text, "{}") || strings.Contains(text, "(0)") {
					t.Errorf("the seat of %s is explained by %q", place.Guest.ID, text)
				}
			}
		}
	}
	if len(seated) != n || p.Len() != n {
		t.Errorf("%d of %d people are seated", len(seated), n)
	}
	if a := p.Audit(); !a.Clean() {
		t.Errorf("the plan does not pass its own audit: %v", a.Findings().Err())
	}
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	q, err := seating.ParsePlan(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if again, err := q.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Errorf("read back, the plan differs: %v\n%s", err, cmp.Diff(string(data), string(again)))
	}
	for g := range p.Guests() {
		ways, err := seating.Remedies(p, nil, seating.Absent{Person: g.ID})
		if err != nil {
			continue // a side or a table without its first is refused
		}
		for i, way := range ways.All() {
			if _, still := way.After().Of(g.ID); still || way.After().Len() != n-1 {
				t.Errorf("%s is away and sits by %v", g.ID, way.Remedy())
			}
			if i > 0 {
				continue // read back once
			}
			data, err := way.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := seating.ParseReseating(data); err != nil {
				t.Errorf("%s is away by %v: %v", g.ID, way.Remedy(), err)
			}
		}
	}
}

// TestLayoutsRefused: what does not fit is said, with its place.
func TestLayoutsRefused(t *testing.T) {
	for _, c := range []struct {
		name    string
		setting seating.Setting
		people  string
		code    string
		path    string
		why     string
	}{
		{"no axis", talks(0, 0, 0), "H1 G1", "seating/no-choice", "setting.talks.table", "no hidden default"},
		{"no choice for the interpreter", talks(1, 0, 0), "H1 G1 U:interpreter", "seating/no-choice", "setting.talks.interpreter", "sources differ"},
		{"no choice for the ranks", talks(1, 1, 0), "H1 G1 U:interpreter", "seating/no-choice", "setting.talks.ranks", "both readings exist"},
		{"two interpreters", talks(1, 1, 1), "H1 G1 U1:interpreter U2:interpreter", "seating/too-many-of-role", "setting.talks.interpreter", "one sits beside the principal"},
		{"no guests", talks(1, 0, 0), "H1 H2", "seating/nobody-of-side", "setting.talks.guests", "talks have two sides"},
		{"somebody else", talks(1, 0, 0), "H1 G1 X1", "seating/unknown-party", "guests[2].party", "on neither side"},
		{"one side", seating.Setting{Talks: &seating.Talks{Sides: seating.Sides{Hosts: "a", Guests: "a"}, Table: 1}}, "H1", "seating/party-twice", "setting.talks.guests", "two sides"},
		{"no side for the visitors", sofas(0), "H1 G1", "seating/no-choice", "setting.sofas.visitor", "at home sources differ"},
		{"no side for a superior", sofas(seating.VisitorSuperior), "H1 G1", "seating/no-choice", "setting.sofas.visitor", "sources differ, and nobody chose"},
		{"no rule for flags", flags(0, "home"), "home A B", "seating/no-choice", "setting.flags.rule", "a row is not an arc"},
		{"nobody signs", signing(0), "H1 G1:signer", "seating/too-many-of-role", "setting.signing.hosts", "one signer a side"},
		{"three assist", signing(0), "H1:signer G1:signer G2:assistant G3:assistant", "seating/too-many-of-role", "setting.signing.guests", "one assistant a side"},
		{"hosts cannot close", photographed(seating.HostsClose, 0), "H1 H2 G1 G2", "seating/photo-unclosed", "setting.photo.ends", "two and two leave a guest at an end"},
		{"no choice for the front", photo(0, 0), "1 2", "seating/no-choice", "setting.photo.front", "no hidden default"},
		{"more winners than awarders", awards(seating.PairEqual, 0), "A:awarder a:winner b:winner", "seating/too-many-of-role", "setting.awards", "a second batch"},
		{"no role on the stage", awards(seating.PairEqual, 0), "A:awarder a:winner b", "seating/no-such-role", "setting.awards", "everybody has a role"},
		{"ushers do not divide", awards(seating.PairEqual, 0), "A:awarder B:awarder C:awarder a:winner b:winner c:winner x:usher", "seating/too-many-of-role", "setting.awards", "one for each or for two"},
		{"four on a podium", podium(1), "1 2 3 4", "seating/too-many-people", "setting.podium", "three steps"},
		{"no order of the podium", podium(0), "1", "seating/no-choice", "setting.podium.order", "sources differ"},
		{"three flags by the rule for two", flags(seating.FlagGuestRight, "home"), "home A B", "seating/two-flags", "setting.flags.rule", "a rule for two"},
		{"no flag of the host", flags(seating.FlagHostCentre, "home"), "A B", "seating/not-on-list", "setting.flags.host", "the host's flag is there"},
		{"rear middle not chosen", car(seating.Sedan5, seating.DriverEmployed, 0), "1", "seating/no-choice", "setting.car.rearMiddle", "sources differ"},
		{"too many in a car", car(seating.Sedan4, seating.DriverHost, 0), "1 2 3 4", "seating/too-many-people", "setting.car.vehicle", "three passengers"},
		{"coach not chosen", car(seating.Coach, seating.DriverEmployed, 0), "1", "seating/no-choice", "setting.car.coach", "sources differ"},
		{"N10, eight", mixed(0, seating.ThirdManRight), "H:host W:hostess M1:gentleman M2:gentleman M3:gentleman F1:lady F2:lady F3:lady", "seating/multiple-of-four", "setting.banquet", "host and hostess cannot sit opposite"},
		{"sexes uneven", mixed(1, 1), "H:host W:hostess M1:gentleman", "seating/sexes-uneven", "setting.banquet", "they cannot alternate"},
		{"third man not chosen", mixed(1, 0), "H:host W:hostess M1:gentleman M2:gentleman M3:gentleman F1:lady F2:lady F3:lady", "seating/no-choice", "setting.banquet.thirdMan", "no source says it"},
		{"no host", banquet(1, 1, 0), "1 2 3", "seating/too-many-of-role", "setting.banquet", "every table has a host"},
		{"no side", banquet(1, 0, 0), "H:host 1", "seating/no-choice", "setting.banquet.seats", "a folk rule differs"},
		{"too many at a table", banquet(1, 1, 4), "H:host 1 2 3 4", "seating/too-many-people", "setting.banquet", "five on four chairs"},
		{"moderator behind", rostrumWith(0, seating.ModeratorByRank, 3, 2), "1 2 3 4 M:moderator", "seating/moderator-behind", "setting.rostrum.moderator", "never in a row behind"},
		{"two moderators", rostrumWith(0, seating.ModeratorEnd, 3), "1 M:moderator N:moderator", "seating/too-many-of-role", "setting.rostrum.moderator", "one chairs the meeting"},
		{"no hostess", seating.Setting{Dais: &seating.Dais{}}, "H:host G1", "seating/too-many-of-role", "setting.dais", "couples"},
		{"door elsewhere", seating.Setting{Talks: talks(1, 0, 0).Talks, Door: seating.Up}, "H1 G1", "seating/door-below", "setting.door", "who faces the door faces down"},
		{"two settings", seating.Setting{Talks: talks(1, 0, 0).Talks, Rostrum: &seating.Rostrum{}}, "H1 G1", "seating/one-setting", "setting", "one setting"},
	} {
		t.Run(c.name, func(t *testing.T) {
			open := seating.CNForeign()
			open.Choices = seating.Choices{}
			_, err := seating.Arrange(c.setting, party(t, c.people), open)
			wantAt(t, err, c.code, c.path, c.why)
		})
	}
}

// TestAllAtOnce: a setting that is wrong does not hide what is wrong with the people
// and the convention.
func TestAllAtOnce(t *testing.T) {
	_, err := seating.Arrange(talks(0, 0, 0), append(party(t, "H1 G1"), seating.Guest{ID: "G1", Party: "guests"}), seating.Convention{})
	for path, code := range map[string]string{
		"setting.talks.table": "seating/no-choice", "guests[2].id": "seating/person-twice",
		"guests[2].order": "seating/bad-order", "convention.row": "seating/empty-convention",
	} {
		wantAt(t, err, code, path, "everything at once")
	}
}

// TestLayoutAudit: a plan of a table made by hand is audited side by side and table
// by table; people who sit by role are in nobody's order.
func TestLayoutAudit(t *testing.T) {
	round := banquet(seating.TwoHosts, seating.RightFirst, 0)
	for _, c := range []struct {
		name   string
		draft  seating.Draft
		people string
		want   int
		why    string
	}{
		{"sofas as they should be", seating.Draft{View: seating.FromHall, Setting: sofas(seating.GuestOwnRight), Rows: [][]roster.PersonID{{"G2", "G1", "H1", "H2"}}}, "H1 H2 G1 G2", 0, "guests on the left of the door"},
		{"one side turned round", seating.Draft{View: seating.FromHall, Setting: sofas(seating.GuestOwnRight), Rows: [][]roster.PersonID{{"G1", "G2", "H1", "H2"}}}, "H1 H2 G1 G2", 1, "the second guest has the place of the first"},
		{"seen from the sofas", seating.Draft{View: seating.FromRostrum, Setting: sofas(seating.GuestOwnRight), Rows: [][]roster.PersonID{{"H2", "H1", "G1", "G2"}}}, "H1 H2 G1 G2", 0, "the same from the other side"},
		{"a round table", seating.Draft{View: seating.FromHall, Setting: round, Rows: [][]roster.PersonID{{"H", "2", "3", "D", "4", "1"}}}, "H:host D:co-host 1 2 3 4", 0, "clockwise from the host"},
		{"a round table from the other side", seating.Draft{View: seating.FromRostrum, Setting: round, Rows: [][]roster.PersonID{{"H", "2", "3", "D", "4", "1"}}}, "H:host D:co-host 1 2 3 4", 0, "clockwise is clockwise from every side"},
		{"a round table mirrored", seating.Draft{View: seating.FromHall, Setting: round, Rows: [][]roster.PersonID{{"H", "1", "4", "D", "3", "2"}}}, "H:host D:co-host 1 2 3 4", 2, "left for right: 1 below 2, 3 below 4"},
	} {
		a, err := seating.AuditDraft(c.draft, party(t, c.people), seating.CNForeign())
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if a.Len() != c.want {
			t.Errorf("%s: %d pairs, want %d: %s\n%v", c.name, a.Len(), c.want, c.why, a.Findings().Err())
		}
	}
}

// TestLayoutAbsence: at a banquet the chair may stay empty and nobody moves; at a
// table for talks the side closes up.
func TestLayoutAbsence(t *testing.T) {
	for _, c := range []struct {
		name    string
		setting seating.Setting
		people  string
		absent  roster.PersonID
		area    string
		want    map[seating.Remedy]string
		why     string
	}{
		{
			"banquet", banquet(seating.OneHost, seating.RightFirst, 6), "H:host 1 2 3 4 5", "1", "table",
			map[seating.Remedy]string{seating.KeepGap: "H|2|4|5|3|-", seating.Rerank: "H|3|5|-|4|2"},
			"the chair stays or everybody moves up",
		},
		{
			"the host of a table", banquet(seating.OneHost, seating.RightFirst, 0), "H:host 1 2 3", "H", "table",
			map[seating.Remedy]string{seating.KeepGap: "-|2|3|1"},
			"who takes the place of the host is not the library's choice",
		},
		{
			"talks", talks(seating.TableAcross, 0, 0), "H1 G1 G2 G3", "G2", "guests",
			map[seating.Remedy]string{seating.Rerank: "G3|G1"},
			"no empty chair at the table",
		},
		{
			"car", car(seating.Sedan5, seating.DriverHost, 0), "1 2", "1", "front",
			map[seating.Remedy]string{seating.KeepGap: "-", seating.Rerank: "2"},
			"when the guest in front leaves, one from the rear moves up",
		},
	} {
		p, err := seating.Arrange(c.setting, party(t, c.people), seating.CNForeign())
		if err != nil {
			t.Fatal(err)
		}
		ways, err := seating.Remedies(p, nil, seating.Absent{Person: c.absent})
		if err != nil {
			t.Fatal(err)
		}
		got := map[seating.Remedy]string{}
		for _, way := range ways.All() {
			got[way.Remedy()] = seatedIn(t, way.After(), seating.FromHall, c.area)
			for g := range way.After().Guests() {
				if why, ok := way.After().Explain(g.ID); !ok || len(why) == 0 {
					t.Errorf("%s: nothing explains %s", c.name, g.ID)
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.name, c.why, diff)
		}
	}
}

func TestTalksExplained(t *testing.T) {
	p, err := seating.Arrange(talks(seating.TableAcross, seating.InterpretersFacing, seating.InterpreterUncounted),
		party(t, "H1 H2 T:interpreter G1"), seating.CNForeign())
	if err != nil {
		t.Fatal(err)
	}
	why, _ := p.Explain("T")
	var got []string
	for _, r := range why {
		got = append(got, r.Text(check.ZhHans, nil))
	}
	want := []string{
		"主方第 1 排 2 座：因身份（interpreter）在 H1 右手侧第 1 座",
		"本图选定：主方译员在主谈人右手侧、客方译员在左手侧，两译员相对（talks.interpreter=facing；出处：惯例）",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if k := slices.Collect(p.Layout().Rows()); k[0].Kind != seating.GuestRow || k[1].Kind != seating.HostRow {
		t.Errorf("rows %v", k)
	}
}

// propLayouts: whoever comes, in whatever number and with whatever roles, either the
// setting refuses them with findings or the plan is lawful.
func propLayouts(t *rapid.T) {
	setting, guests := drawnLayout(t)
	c := seating.Convention{Name: "house", Row: rapid.SampledFrom(everyRule()).Draw(t, "rule")}
	p, err := seating.Arrange(setting, guests, c)
	if err != nil {
		if report, ok := errors.AsType[check.Problems](err); !ok || report.Len() == 0 {
			t.Fatalf("refused without findings: %v", err)
		}
		return
	}
	lawful(t, p, len(guests))
}

func TestLayoutLaws(t *testing.T) { rapid.Check(t, propLayouts) }

func FuzzLayoutLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propLayouts)) }

// drawnLayout draws a setting of any kind but a hall, and people who may fit it.
func drawnLayout(t *rapid.T) (seating.Setting, []seating.Guest) {
	n := rapid.IntRange(1, 24).Draw(t, "n")
	guests := people(n)
	roles := func(all ...seating.Role) {
		for i := range guests {
			guests[i].Role = all[rapid.IntRange(0, len(all)-1).Draw(t, "role")]
		}
	}
	inSides := func() {
		for i := range guests {
			guests[i].Party = rapid.SampledFrom([]roster.OrgID{"hosts", "guests"}).Draw(t, "party")
		}
	}
	u8 := func(most int) int { return rapid.IntRange(0, most).Draw(t, "option") }
	switch rapid.IntRange(0, 11).Draw(t, "kind") {
	case 0:
		inSides()
		guests[0].Role = rapid.SampledFrom([]seating.Role{"", seating.RoleInterpreter}).Draw(t, "first")
		guests[n-1].Role = rapid.SampledFrom([]seating.Role{"", seating.RoleInterpreter}).Draw(t, "last")
		return talks(seating.TableAxis(1+u8(1)), seating.InterpreterSeat(u8(5)), seating.InterpreterRanks(u8(2))), guests
	case 1:
		inSides()
		roles("", "", seating.RoleInterpreter, seating.RoleRecorder)
		return sofas(seating.VisitorSide(1 + u8(2))), guests
	case 2:
		inSides()
		for i := range min(n, 4) {
			guests[i].Role = []seating.Role{seating.RoleSigner, seating.RoleAssistant}[i/2]
			guests[i].Party = []roster.OrgID{"hosts", "guests"}[i%2]
		}
		return signing(u8(3)), guests
	case 3:
		return photo(seating.PhotoFront(1+u8(1)), u8(9)), guests
	case 4:
		inSides()
		return photographed(seating.PhotoEnds(1+u8(1)), u8(9)), guests
	case 5:
		return board(seating.BoardShape(1+u8(2)), u8(5), u8(4)), guests
	case 6:
		guests[0].Role = seating.RoleHost
		guests[n-1].Role = rapid.SampledFrom([]seating.Role{"", seating.RoleCoHost, seating.RoleHostess}).Draw(t, "second")
		b := banquet(seating.TableRule(1+u8(2)), seating.BanquetHonour(1+u8(1)), rapid.SampledFrom([]int{0, 24, 25}).Draw(t, "chairs"))
		if inSides(); u8(1) == 1 {
			b.Banquet.Hosts, b.Banquet.Mix = "hosts", seating.Companions(1+u8(1))
		}
		return b, guests
	case 7:
		for i := range guests {
			guests[i].Role = []seating.Role{seating.RoleGentleman, seating.RoleLady}[i%2]
		}
		guests[0].Role = seating.RoleHost
		guests[n-1].Role = seating.RoleHostess
		return mixed(seating.ShiftHostess(u8(2)), seating.ThirdMan(u8(2))), guests
	case 8:
		roles(seating.RoleAwarder, seating.RoleAwarder, seating.RoleWinner)
		return awards(seating.Pairing(1+u8(2)), seating.AwarderPlace(u8(2))), guests
	case 9:
		v := seating.VehicleType(1 + u8(5))
		return seating.Setting{Car: &seating.Car{Vehicle: v, Driver: seating.CarDriver(1 + u8(1)), RearMiddle: seating.RearMiddle(1 + u8(1)), Coach: seating.CoachFirst(1 + u8(1)), Rows: u8(9)}}, guests
	case 10:
		guests[0].Role, guests[n/2].Role = seating.RoleHost, seating.RoleHostess
		for i := range n / 3 {
			guests[n-1-i].Role = seating.RoleSpouse
		}
		return seating.Setting{Dais: &seating.Dais{}}, guests
	default:
		guests[n/2].Role = seating.RoleModerator
		s := rostrumWith(seating.LecternPlace(u8(4)), seating.ModeratorPlace(u8(3)))
		s.Rostrum.MaxRow = u8(8)
		return s, guests
	}
}
