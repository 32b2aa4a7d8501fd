package seating

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Signing (签字仪式) has one table. Facing the door, the signer of the hosts sits on
// the own left and that of the guests on the own right, with one assistant at most
// on the outer side of each. The delegations stand behind, hosts behind hosts and
// guests behind guests, the first of each beside the middle line; those who do not
// fit stand in further rows.
//
// Signers have [RoleSigner], assistants [RoleAssistant]; all others stand.
type Signing struct {
	Sides
	MaxSide int    `json:"maxSide,omitzero"` // most people of one side in a row behind; 0 is no limit
	Pitch   Length `json:"pitch,omitzero"`   // from person to person; 0 is 800 mm
}

// Validate reports sides that are not two and a limit that is none.
func (s Signing) Validate() check.Problems {
	var ps check.Problems
	ps.In("", s.Sides.Validate())
	if s.MaxSide < 0 || s.MaxSide > MaxRostrum {
		ps.Add(badCount.At("maxSide", check.Int("n", s.MaxSide), check.Int("max", MaxRostrum)))
	}
	checkLengths(&ps, field{"pitch", s.Pitch})
	return ps
}

func (s Signing) traits() traits    { return traits{door: true} }
func (s Signing) choices() []choice { return nil }

// build seats the signers and stands the others behind them.
func (s Signing) build(_ Convention, guests []Guest) (room, check.Problems) {
	if s.Pitch == 0 {
		s.Pitch = 800
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

// chunk returns up to n elements of a list from an index on.
func chunk(list []int, from, n int) []int {
	from = min(from, len(list))
	return list[from:min(from+n, len(list))]
}
