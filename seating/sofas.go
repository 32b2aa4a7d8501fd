package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Sofas (会见) are a half circle of armchairs in which both principals face the door,
// side by side, and each side goes on outward from its principal. Interpreters and
// recorders sit behind their principal.
type Sofas struct {
	Sides
	Visitor VisitorSide `json:"visitor"`
	Pitch   Length      `json:"pitch,omitzero"` // from chair to chair; 0 is 1,000 mm
}

// VisitorSide says on which side of the hosts the visitors sit. Sources agree on guests from
// abroad and differ on a superior at home.
type VisitorSide uint8

// The values of VisitorSide.
const (
	GuestOwnRight    VisitorSide = iota + 1 // 外宾: guests from abroad
	SuperiorOwnLeft                         // 上级: left is high
	SuperiorOwnRight                        // 上级: in the place of a guest from abroad
	VisitorSuperior                         // 上级: a superior, on the side that the convention has
)

var visitorSides = words{
	{"guest-own-right", "客方在主方右手侧", "guests on the own right of the hosts"},
	{"superior-own-left", "上级在主方左手侧（左为上）", "a superior on the own left of the hosts: left is high"},
	{"superior-own-right", "上级比照外宾在主方右手侧", "a superior on the own right of the hosts, as a guest from abroad"},
	{"superior", "上级，左右按座次规则", "a superior, on the side that the convention has"},
}

// String returns the token: guest-own-right, superior-own-left, superior-own-right or superior.
func (v VisitorSide) String() string { return of(visitorSides, v).token }

// Label returns the choice in Chinese.
func (v VisitorSide) Label() string { return of(visitorSides, v).hans }

// AppendText appends the token of a valid choice.
func (v VisitorSide) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "side of the visitors", visitorSides, v)
}

// MarshalText returns the token of a valid choice.
func (v VisitorSide) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads guest-own-right, superior-own-left, superior-own-right or superior.
func (v *VisitorSide) UnmarshalText(text []byte) error {
	return read(v, "side of the visitors", visitorSides, text)
}

// Validate reports sides that are not two and an option that is not chosen.
func (s Sofas) Validate() check.Problems {
	var ps check.Problems
	ps.In("", s.Sides.Validate())
	choose(&ps, "visitor", s.Visitor, visitorSides)
	checkLengths(&ps, field{"pitch", s.Pitch})
	return ps
}

func (s Sofas) traits() traits { return traits{door: true} }

func (s Sofas) choices() []choice {
	return []choice{{field: "visitor", value: uint8(s.Visitor), words: visitorSides}}
}

// build seats the sides on either side of the middle of the half circle.
func (s Sofas) build(_ Convention, guests []Guest) (room, check.Problems) {
	if s.Pitch == 0 {
		s.Pitch = Metre
	}
	hosts, visitors, ps := s.split(guests, RoleInterpreter, RoleRecorder)
	if len(guests) > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", len(guests)), check.Int("max", MaxRostrum)))
	}
	if ps.Failed() {
		return room{}, ps
	}
	left, right := hosts, visitors
	if s.Visitor == SuperiorOwnLeft {
		left, right = visitors, hosts
	}
	var out room
	ownLeft, ownRight := out.arc(Row{Area: "sofas", Number: 1, Kind: SofaRow, Pitch: s.Pitch}, len(left.ranked), len(right.ranked))
	out.outward(OwnLeft, ownLeft, left.ranked, 0).chosen = []string{"visitor"}
	out.outward(OwnRight, ownRight, right.ranked, 1).chosen = []string{"visitor"}
	a, b := left.aides(), right.aides()
	if len(a)+len(b) > 0 {
		ownLeft, ownRight = out.halves(Row{Area: "behind", Number: 1, Kind: BehindRow, Pitch: s.Pitch}, -s.Pitch*5/4, len(a), len(b))
		for i, seat := range append(ownLeft, ownRight...) {
			out.one(seat, anchor{place: behindFirst}, slices.Concat(a, b)[i])
		}
	}
	return out, ps
}

// aides are interpreters, then recorders.
func (p people) aides() []int {
	return slices.Concat(p.by[RoleInterpreter], p.by[RoleRecorder])
}
