package seating

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Dais is a head table with couples, as custom in the United Kingdom has it: the
// host in the centre, the principal guest on the own right, the wife of that guest
// on the own left of the host, and the wife of the host beyond the principal guest.
// One has [RoleHost], one [RoleHostess]; the partners of guests have [RoleSpouse] and
// the order of those they come with. Beyond those four, for whom alone there is a
// source, people alternate: guests and partners in turn on either side.
type Dais struct {
	Pitch Length `json:"pitch,omitzero"` // from chair to chair; 0 is 800 mm
}

// Validate reports a distance that is none.
func (d Dais) Validate() check.Problems {
	var ps check.Problems
	checkLengths(&ps, field{"pitch", d.Pitch})
	return ps
}

func (d Dais) parties() []roster.OrgID { return nil }
func (d Dais) traits() traits          { return traits{} }
func (d Dais) choices() []choice       { return nil }

// build fills the table from the host outward.
func (d Dais) build(_ Convention, guests []Guest) (room, check.Problems) {
	if d.Pitch == 0 {
		d.Pitch = 800
	}
	var ps check.Problems
	all := listed(guests, "", RoleHost, RoleHostess, RoleSpouse)
	for _, role := range [...]Role{RoleHost, RoleHostess} {
		if n := len(all.by[role]); n != 1 {
			ps.Add(tooManyOfRole.At("", check.ID("role", KindRole, role), check.Int("n", n), check.Int("min", 1), check.Int("max", 1)))
		}
	}
	n := len(guests)
	if n > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", n), check.Int("max", MaxRostrum)))
	}
	if ps.Failed() {
		return room{}, ps
	}
	var out room
	own := out.bench(Row{Area: "head", Number: 1, Kind: HeadRow, Pitch: d.Pitch}, Point{}, Down, n)
	s := shape{left: (n - 1) / 2, right: n / 2, first: OwnRight}
	host := own[s.left]
	out.one(host, anchor{place: inCentre}, all.by[RoleHost][0])
	lists := [...][]int{all.ranked, all.by[RoleSpouse]}
	seqs := [...]sequence{{}, {chain: 1}}
	hostess := s.left + min(2, s.right)
	for _, chair := range s.order()[1:] {
		side, away := s.side(chair)
		at := anchor{side: side, chairs: away, seat: host}
		if chair == hostess {
			out.one(own[chair], at, all.by[RoleHostess][0])
			continue
		}
		from := 0 // partners have the odd chairs on the left and the even ones on the right
		if (side == OwnLeft) == (away%2 == 1) {
			from = 1
		}
		if len(lists[from]) == 0 {
			from = 1 - from
		}
		seqs[from].take(own[chair], at)
		seqs[from].guests = append(seqs[from].guests, lists[from][0])
		lists[from] = lists[from][1:]
	}
	for _, seq := range seqs {
		if len(seq.seats) > 0 {
			out.seqs = append(out.seqs, seq)
		}
	}
	width := Length(n) * d.Pitch / 2
	out.layout.boxes = []Box{{Table, Point{-width, d.Pitch / 2}, Point{width, d.Pitch}}}
	out.layout.setFront(House, d.Pitch)
	return out, ps
}
