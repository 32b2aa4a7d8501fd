package seating

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Photo (合影) is rows of people who face the camera, the front row first.
//
// Without sides it is one list, filled row by row as a rostrum is. With sides the
// first host stands in the centre, the first guest on the own right, the second on
// the own left, then two hosts, two guests and so on: hosts and guests alternate.
type Photo struct {
	Hosts  roster.OrgID `json:"hosts,omitzero"`
	Guests roster.OrgID `json:"guests,omitzero"`
	Front  PhotoFront   `json:"front,omitzero"`  // to be chosen for one list
	Ends   PhotoEnds    `json:"ends,omitzero"`   // to be chosen for two sides
	MaxRow int          `json:"maxRow,omitzero"` // most people in a row, as the lens allows; 0 is no limit
	Pitch  Length       `json:"pitch,omitzero"`  // from person to person; 0 is 600 mm
}

// PhotoFront says how many people stand in front, where there is one list.
type PhotoFront uint8

// The values of PhotoFront.
const (
	FrontOdd PhotoFront = iota + 1 // 前排单数: an odd number, so that No.1 is in the centre; two people alone share it
	FrontAny                       // any number: rows are as even as can be
)

var photoFronts = words{
	{"odd", "前排取单数，1号居正中", "an odd number in the front row: No.1 stands in the very centre"},
	{"any", "前排人数不限单双", "any number in the front row"},
}

// String returns the token: odd or any.
func (p PhotoFront) String() string { return of(photoFronts, p).token }

// Label returns the choice in Chinese.
func (p PhotoFront) Label() string { return of(photoFronts, p).hans }

// AppendText appends the token of a valid choice.
func (p PhotoFront) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "front row", photoFronts, p)
}

// MarshalText returns the token of a valid choice.
func (p PhotoFront) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads odd or any.
func (p *PhotoFront) UnmarshalText(text []byte) error { return read(p, "front row", photoFronts, text) }

// PhotoEnds says who stands at the ends of the front row, where there are two sides.
type PhotoEnds uint8

// The values of PhotoEnds.
const (
	HostsClose PhotoEnds = iota + 1 // 主方把边: hosts; the front row is 1, 5, 9, … people, or one host with one guest
	EndsOpen                        // anybody
)

var photoEnds = words{
	{"hosts-close", "主方人员把边", "hosts close both ends of the front row"},
	{"open", "两端不限", "anybody may stand at the ends"},
}

// String returns the token: hosts-close or open.
func (p PhotoEnds) String() string { return of(photoEnds, p).token }

// Label returns the choice in Chinese.
func (p PhotoEnds) Label() string { return of(photoEnds, p).hans }

// AppendText appends the token of a valid choice.
func (p PhotoEnds) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "ends of the front row", photoEnds, p)
}

// MarshalText returns the token of a valid choice.
func (p PhotoEnds) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads hosts-close or open.
func (p *PhotoEnds) UnmarshalText(text []byte) error {
	return read(p, "ends of the front row", photoEnds, text)
}

// Validate reports one side without the other and options that are not chosen.
func (p Photo) Validate() check.Problems {
	var ps check.Problems
	if p.sided() {
		ps.In("", Sides{p.Hosts, p.Guests}.Validate())
		choose(&ps, "ends", p.Ends, photoEnds)
		chooseOrNone(&ps, "front", p.Front, photoFronts)
	} else {
		choose(&ps, "front", p.Front, photoFronts)
		chooseOrNone(&ps, "ends", p.Ends, photoEnds)
	}
	if p.MaxRow < 0 || p.MaxRow > MaxRostrum {
		ps.Add(badCount.At("maxRow", check.Int("n", p.MaxRow), check.Int("max", MaxRostrum)))
	}
	checkLengths(&ps, field{"pitch", p.Pitch})
	return ps
}

func (p Photo) sided() bool    { return p.Hosts != "" || p.Guests != "" }
func (p Photo) traits() traits { return traits{fromCentre: !p.sided(), closes: !p.sided()} }

func (p Photo) parties() []roster.OrgID {
	if p.sided() {
		return Sides{p.Hosts, p.Guests}.parties()
	}
	return nil
}

func (p Photo) choices() []choice {
	return []choice{
		{field: "front", value: uint8(p.Front), words: photoFronts},
		{field: "ends", value: uint8(p.Ends), words: photoEnds},
	}
}

// build stands the people in rows.
func (p Photo) build(c Convention, guests []Guest) (room, check.Problems) {
	var ps check.Problems
	if p.Pitch == 0 {
		p.Pitch = 600
	}
	if len(guests) > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", len(guests)), check.Int("max", MaxRostrum)))
		return room{}, ps
	}
	most := p.MaxRow
	if most == 0 {
		most = len(guests)
	}
	if p.sided() {
		return p.interleaved(guests, most)
	}
	var out room
	rows := photoRows(len(guests), most, p.Front == FrontOdd)
	list := listed(guests, "").ranked
	for i, n := range rows {
		own := p.row(&out, i, n)
		out.around(c.Row.shape(n, len(rows) == 1), own, list[:n:n], 0).chosen = []string{"front"}
		list = list[n:]
	}
	out.layout.setFront(Camera, p.Pitch)
	return out, ps
}

func (p Photo) row(out *room, i, n int) []int {
	return out.bench(Row{Area: "standing", Number: i + 1, Kind: StandingRow, Pitch: p.Pitch}, Point{0, -Length(i) * p.Pitch}, Down, n)
}

// photoRows shares n people among as few rows as hold them, none in front longer
// than one behind, the front row odd if asked. Two people alone are one row.
func photoRows(n, most int, odd bool) []int {
	if n == 2 && most > 1 {
		return []int{2}
	}
	for r := (n + most - 1) / most; ; r++ {
		rows := make([]int, r)
		for i := range rows {
			rows[i] = (n + i) / r
		}
		if odd && rows[0]%2 == 0 {
			if r == 1 {
				continue
			}
			rows[0]--
			rows[r-1]++
		}
		if rows[r-1] <= most {
			return rows
		}
	}
}

// interleaved stands hosts and guests in turn, ring by ring around the first host.
func (p Photo) interleaved(guests []Guest, most int) (room, check.Problems) {
	hosts, visitors, ps := Sides{p.Hosts, p.Guests}.split(guests)
	if ps.Failed() {
		return room{}, ps
	}
	lists := [...][]int{hosts.ranked, visitors.ranked}
	front := min(most, len(guests))
	if p.Ends == HostsClose && len(guests) > 2 {
		rings := min((most-1)/4, (len(lists[0])-1)/2, len(lists[1])/2)
		if rings == 0 {
			ps.Add(photoUnclosed.At("ends", check.Int("hosts", len(lists[0])), check.Int("guests", len(lists[1])), check.Int("most", most)))
			return room{}, ps
		}
		front = 4*rings + 1
	}
	var out room
	for row, left := 0, len(guests); left > 0; row++ {
		n := min(most, left)
		if row == 0 {
			n = front
		}
		left -= n
		own := p.row(&out, row, n)
		s := shape{left: (n - 1) / 2, right: n / 2, first: OwnRight}
		seqs := [...]sequence{{row: row, chosen: []string{"ends"}}, {row: row, chain: 1, chosen: []string{"ends"}}}
		for _, chair := range s.order() {
			side, chairs := s.side(chair)
			from := chairs % 2
			if len(lists[from]) == 0 {
				from = 1 - from
			}
			seqs[from].take(own[chair], anchor{place: inCentre, side: side, chairs: chairs, seat: own[s.left]})
			seqs[from].guests = append(seqs[from].guests, lists[from][0])
			lists[from] = lists[from][1:]
		}
		out.seqs = append(out.seqs, seqs[:]...)
	}
	out.layout.setFront(Camera, p.Pitch)
	slices.SortStableFunc(out.seqs, func(a, b sequence) int { return cmp.Compare(a.chain, b.chain) })
	return out, ps
}
