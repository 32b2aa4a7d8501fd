package seating

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Podium (领奖台) has three steps: the first in the centre, the highest.
type Podium struct {
	Order PodiumOrder `json:"order,omitzero"`
	Pitch Length      `json:"pitch,omitzero"` // from step to step; 0 is 1,000 mm
}

// PodiumOrder says on which side of the first the second stands. Sources differ.
type PodiumOrder uint8

// The values of PodiumOrder.
const (
	PodiumSecondOwnLeft  PodiumOrder = iota + 1 // 3 1 2 as the hall sees it
	PodiumSecondOwnRight                        // 2 1 3 as the hall sees it
)

var podiumOrders = words{
	{"second-own-left", "亚军在冠军左手侧（观众看为 3、1、2）", "the second on the own left of the first, 3 1 2 as the hall sees it"},
	{"second-own-right", "亚军在冠军右手侧（观众看为 2、1、3）", "the second on the own right of the first, 2 1 3 as the hall sees it"},
}

// String returns the token: second-own-left or second-own-right.
func (p PodiumOrder) String() string { return of(podiumOrders, p).token }

// Label returns the choice in Chinese.
func (p PodiumOrder) Label() string { return of(podiumOrders, p).hans }

// AppendText appends the token of a valid choice.
func (p PodiumOrder) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "order of the podium", podiumOrders, p)
}

// MarshalText returns the token of a valid choice.
func (p PodiumOrder) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads second-own-left or second-own-right.
func (p *PodiumOrder) UnmarshalText(text []byte) error {
	return read(p, "order of the podium", podiumOrders, text)
}

// Validate reports an order that is not chosen.
func (p Podium) Validate() check.Problems {
	var ps check.Problems
	choose(&ps, "order", p.Order, podiumOrders)
	checkLengths(&ps, field{"pitch", p.Pitch})
	return ps
}

func (p Podium) parties() []roster.OrgID { return nil }
func (p Podium) traits() traits          { return traits{fixed: true, keeps: true} }

func (p Podium) choices() []choice {
	return []choice{{field: "order", value: uint8(p.Order), words: podiumOrders}}
}

// build stands the first three on their steps.
func (p Podium) build(_ Convention, guests []Guest) (room, check.Problems) {
	const steps = 3
	var ps check.Problems
	if len(guests) > steps {
		ps.Add(tooManyPeople.At("", check.Int("people", len(guests)), check.Int("seats", steps)))
		return room{}, ps
	}
	if p.Pitch == 0 {
		p.Pitch = Metre
	}
	var out room
	own := out.bench(Row{Area: "podium", Number: 1, Kind: PodiumRow, Pitch: p.Pitch}, Point{}, Down, steps)
	s := shape{left: 1, right: 1, first: OwnLeft}
	if p.Order == PodiumSecondOwnRight {
		s.first = OwnRight
	}
	seq := out.around(s, own, listed(guests, "").ranked, 0)
	seq.decided, seq.chosen = 0, []string{"order"}
	out.layout.setFront(House, p.Pitch)
	return out, ps
}
