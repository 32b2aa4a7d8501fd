package seating

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Signing (签字仪式) has one table. Facing the door, the signer of the hosts sits on
// the own left and that of the guests on the own right, with one assistant at most
// on the outer side of each. The delegations stand behind, hosts behind hosts and
// guests behind guests, the first of each beside the middle line; those who do not
// fit stand in further rows.
//
// Three parties or more ([Signing.Parties]) sign at one chair, to which the signers come
// in the agreed order, or side by side. Those who stand have the agreed order too: the
// signers in a row where there is one chair, and behind the signers one of each party in
// every row, assistants first, all from the own right of the people, which is the left
// of whoever comes in.
//
// Signers have [RoleSigner], assistants [RoleAssistant]; all others stand. How the
// copies read and in which order they are signed is a [SigningOrder].
type Signing struct {
	Sides
	Parties []roster.OrgID `json:"parties,omitzero"` // three or more in the agreed order, instead of two sides
	Table   SigningTable   `json:"table,omitzero"`   // to be chosen for them
	MaxSide int            `json:"maxSide,omitzero"` // most people of one side in a row behind; 0 is no limit
	Pitch   Length         `json:"pitch,omitzero"`   // from person to person; 0 is 800 mm
}

// Validate reports sides that are not two and a limit that is none.
func (s Signing) Validate() check.Problems {
	var ps check.Problems
	chooseOrNone(&ps, "table", s.Table, signingTables)
	if len(s.Parties) == 0 {
		ps.In("", s.Sides.Validate())
	} else {
		ps.In("", s.several())
	}
	if s.MaxSide < 0 || s.MaxSide > MaxRostrum {
		ps.Add(badCount.At("maxSide", check.Int("n", s.MaxSide), check.Int("max", MaxRostrum)))
	}
	checkLengths(&ps, field{"pitch", s.Pitch})
	return ps
}

// several reports parties that are not three or more.
func (s Signing) several() check.Problems {
	ps := checkOrder(len(s.Parties), func(i int) string { return string(s.Parties[i]) }, "parties", roster.KindOrg)
	choose(&ps, "table", s.Table, signingTables)
	if n := len(s.Parties); n < 3 || n > MaxSignatories || s.Sides != (Sides{}) {
		ps.Add(sidesOrParties.At("parties", check.Int("n", n), check.Int("max", MaxSignatories)))
	}
	return ps
}

func (s Signing) parties() []roster.OrgID {
	if len(s.Parties) > 0 {
		return s.Parties
	}
	return s.Sides.parties()
}

func (s Signing) traits() traits { return traits{door: true} }

func (s Signing) choices() []choice {
	return []choice{{field: "table", value: uint8(s.Table), words: signingTables}}
}

// build seats the signers and stands the others behind them.
func (s Signing) build(_ Convention, guests []Guest) (room, check.Problems) {
	if s.Pitch == 0 {
		s.Pitch = 800
	}
	if len(s.Parties) > 0 {
		return s.together(guests)
	}
	var ps check.Problems
	sides := [...]people{
		listed(guests, s.Hosts, RoleSigner, RoleAssistant),
		listed(guests, s.Guests, RoleSigner, RoleAssistant),
	}
	longest := 0
	for i, at := range [...]string{"hosts", "guests"} {
		if n := len(sides[i].by[RoleSigner]); n != 1 {
			ps.Add(tooManyOfRole.At(at, check.ID("role", KindRole, RoleSigner), check.Int("n", n), check.Int("min", 1), check.Int("max", 1)))
		}
		if n := len(sides[i].by[RoleAssistant]); n > 1 {
			ps.Add(tooManyOfRole.At(at, check.ID("role", KindRole, RoleAssistant), check.Int("n", n), check.Int("min", 0), check.Int("max", 1)))
		}
		longest = max(longest, len(sides[i].ranked))
	}
	if len(guests) > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", len(guests)), check.Int("max", MaxRostrum)))
	}
	if ps.Failed() {
		return room{}, ps
	}
	var out room
	hosts, visitors := sides[0], sides[1]
	left, right := out.halves(Row{Area: "signers", Number: 1, Kind: SignerRow, Pitch: s.Pitch}, 0,
		1+len(hosts.by[RoleAssistant]), 1+len(visitors.by[RoleAssistant]))
	for i, half := range [...][]int{left, right} {
		out.one(half[0], anchor{place: nextToMiddle}, sides[i].by[RoleSigner][0])
		for _, g := range sides[i].by[RoleAssistant] {
			out.one(half[1], anchor{side: [...]OwnSide{OwnLeft, OwnRight}[i], chairs: 1, seat: half[0]}, g)
		}
	}
	width := Length(max(len(left), len(right))) * s.Pitch
	out.layout.boxes = []Box{{Table, Point{-width, s.Pitch / 2}, Point{width, s.Pitch}}}
	most := longest
	if s.MaxSide > 0 {
		most = min(most, s.MaxSide)
	}
	for first := 0; first < longest; first += most {
		a, b := chunk(hosts.ranked, first, most), chunk(visitors.ranked, first, most)
		left, right := out.halves(Row{Area: "standing", Number: first/most + 1, Kind: StandingRow, Pitch: s.Pitch},
			-s.Pitch*Length(5+4*(first/most))/4, len(a), len(b))
		out.outward(OwnLeft, left, a, 0)
		out.outward(OwnRight, right, b, 1)
	}
	slices.SortStableFunc(out.seqs, func(a, b sequence) int { return cmp.Compare(a.chain, b.chain) })
	return out, ps
}

// together seats or stands the signers of three parties or more, and stands the others
// behind them.
func (s Signing) together(guests []Guest) (room, check.Problems) {
	var ps check.Problems
	if len(guests) > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", len(guests)), check.Int("max", MaxRostrum)))
		return room{}, ps
	}
	var signers []int
	var standing [][]int
	for i, party := range s.Parties {
		p := listed(guests, party, RoleSigner, RoleAssistant)
		for _, role := range [...]struct {
			role        Role
			least, most int
		}{{RoleSigner, 1, 1}, {RoleAssistant, 0, 1}} {
			if n := len(p.by[role.role]); n < role.least || n > role.most {
				ps.Add(tooManyOfRole.At(check.Index("parties", i), check.ID("role", KindRole, role.role), check.Int("n", n), check.Int("min", role.least), check.Int("max", role.most)))
			}
		}
		signers = append(signers, p.by[RoleSigner]...)
		for row, g := range slices.Concat(p.by[RoleAssistant], p.ranked) {
			if row == len(standing) {
				standing = append(standing, nil)
			}
			standing[row] = append(standing[row], g)
		}
	}
	if ps.Failed() {
		return room{}, ps
	}
	chairs := len(signers)
	if s.Table == OneChair {
		chairs, standing = 1, slices.Insert(standing, 0, signers)
	}
	var out room
	line := func(y Length, n int) []Point {
		places := make([]Point, n)
		for i := range places {
			places[i] = Point{Length(2*i-n+1) * s.Pitch / 2, y}
		}
		return places
	}
	r := Row{Area: "signers", Number: 1, Kind: SignerRow, Pitch: s.Pitch}
	if s.Table == OneChair {
		out.layout.add(r, Down, line(0, 1)) // whose turn it is
	} else {
		out.list(r, line(0, chairs), signers, 0)
	}
	for i, people := range standing {
		out.list(Row{Area: "standing", Number: i + 1, Kind: StandingRow, Pitch: s.Pitch}, line(-s.Pitch*Length(5+4*i)/4, len(people)), people, i+1)
	}
	for i := range out.seqs {
		out.seqs[i].chosen = []string{"table"}
	}
	width := Length(chairs) * s.Pitch / 2
	out.layout.boxes = []Box{{Table, Point{-width - s.Pitch/2, s.Pitch / 2}, Point{width + s.Pitch/2, s.Pitch}}}
	return out, ps
}

// chunk returns up to n elements of a list from an index on.
func chunk(list []int, from, n int) []int {
	from = min(from, len(list))
	return list[from:min(from+n, len(list))]
}
