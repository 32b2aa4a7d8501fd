package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Awards (颁奖) are the people who hand out awards and those who receive them on a
// stage, the latter in front. Everybody has [RoleAwarder], [RoleWinner] or
// [RoleUsher].
//
// The awarders stand or sit by rank as on a rostrum and do not change their places
// for the awards: n winners stand before the first n of them. More winners than
// awarders come in batches, each a plan of its own. One usher goes with each
// awarder who hands out, or with each two neighbours.
type Awards struct {
	Pairing Pairing      `json:"pairing"`
	After   AwarderPlace `json:"after,omitzero"` // to be chosen for one awarder
	Pitch   Length       `json:"pitch,omitzero"` // from person to person; 0 is 800 mm
}

// Pairing says which winner stands before which awarder.
type Pairing uint8

// The values of Pairing.
const (
	PairEqual  Pairing = iota + 1 // 不分等次: in list order from the left as the hall sees it
	PairGraded                    // 分等次: the list is by grade; its first stands before No.1, its second before No.2
	OneAwarder                    // 一人颁奖: from the right as the hall sees it to the left, in list order
)

var pairings = words{
	{"equal", "不分等次：获奖者按名单自观众左侧起排列", "awards of one grade: winners in list order from the left of the hall"},
	{"graded", "分等次：等次高的对应位次高的颁奖人", "awards of several grades: the higher grade before the higher rank"},
	{"one-awarder", "一人颁奖：自观众右侧起依次颁发", "one awarder, from the right of the hall to the left"},
}

// String returns the token: equal, graded or one-awarder.
func (p Pairing) String() string { return of(pairings, p).token }

// Label returns the choice in Chinese.
func (p Pairing) Label() string { return of(pairings, p).hans }

// AppendText appends the token of a valid choice.
func (p Pairing) AppendText(dst []byte) ([]byte, error) { return write(dst, "pairing", pairings, p) }

// MarshalText returns the token of a valid choice.
func (p Pairing) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads equal, graded or one-awarder.
func (p *Pairing) UnmarshalText(text []byte) error { return read(p, "pairing", pairings, text) }

// AwarderPlace says where one awarder stands after the last award. Sources have both.
type AwarderPlace uint8

// The values of AwarderPlace.
const (
	AwarderBesideLast AwarderPlace = iota + 1 // beside the last winner
	AwarderCentre                             // in the centre of the winners
)

var awarderPlaces = words{
	{"beside-last", "颁奖后立于最后一位获奖者旁", "beside the last winner after the awards"},
	{"centre", "颁奖后立于正中", "in the centre after the awards"},
}

// String returns the token: beside-last or centre.
func (a AwarderPlace) String() string { return of(awarderPlaces, a).token }

// Label returns the choice in Chinese.
func (a AwarderPlace) Label() string { return of(awarderPlaces, a).hans }

// AppendText appends the token of a valid choice.
func (a AwarderPlace) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "place of the awarder", awarderPlaces, a)
}

// MarshalText returns the token of a valid choice.
func (a AwarderPlace) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads beside-last or centre.
func (a *AwarderPlace) UnmarshalText(text []byte) error {
	return read(a, "place of the awarder", awarderPlaces, text)
}

// Validate reports options that are not chosen.
func (a Awards) Validate() check.Problems {
	var ps check.Problems
	choose(&ps, "pairing", a.Pairing, pairings)
	if a.Pairing == OneAwarder {
		choose(&ps, "after", a.After, awarderPlaces)
	} else {
		chooseOrNone(&ps, "after", a.After, awarderPlaces)
	}
	checkLengths(&ps, field{"pitch", a.Pitch})
	return ps
}

func (a Awards) parties() []roster.OrgID { return nil }
func (a Awards) traits() traits          { return traits{fromCentre: a.Pairing != OneAwarder} }

func (a Awards) choices() []choice {
	return []choice{
		{field: "pairing", value: uint8(a.Pairing), words: pairings},
		{field: "after", value: uint8(a.After), words: awarderPlaces},
	}
}

// build stands awarders, winners and ushers.
func (a Awards) build(c Convention, guests []Guest) (room, check.Problems) {
	if a.Pitch == 0 {
		a.Pitch = 800
	}
	all := listed(guests, "", RoleAwarder, RoleWinner, RoleUsher)
	awarders, winners, ushers := all.by[RoleAwarder], all.by[RoleWinner], all.by[RoleUsher]
	var ps check.Problems
	count := func(role Role, n, least, most int) {
		if n < least || n > most {
			ps.Add(tooManyOfRole.At("", check.ID("role", KindRole, role), check.Int("n", n), check.Int("min", least), check.Int("max", most)))
		}
	}
	if len(all.ranked) > 0 {
		ps.Add(noSuchRole.At("", check.ID("person", roster.KindPerson, guests[all.ranked[0]].ID), check.Value("role", string(guests[all.ranked[0]].Role))))
	}
	if a.Pairing == OneAwarder {
		count(RoleAwarder, len(awarders), 1, 1)
		count(RoleWinner, len(winners), 1, MaxRostrum)
		count(RoleUsher, len(ushers), 0, len(winners))
	} else {
		count(RoleAwarder, len(awarders), 1, MaxRostrum)
		count(RoleWinner, len(winners), 1, len(awarders))
		if n := len(ushers); n > 0 && n != len(winners) {
			count(RoleUsher, n, (len(winners)+1)/2, (len(winners)+1)/2)
		}
	}
	if ps.Failed() {
		return room{}, ps
	}
	var out room
	var given []Point // places of those who hand out, from the left of the hall
	if a.Pairing == OneAwarder {
		given = a.oneAwarder(&out, awarders[0], winners)
	} else {
		given = a.paired(&out, c, awarders, winners)
	}
	if n := len(ushers); n > 0 {
		places := make([]Point, n)
		for i := range places {
			from, to := servedBy(i, n, len(given))
			first, last := given[from], given[to-1]
			places[i] = Point{(first.X + last.X) / 2, -a.Pitch * 5 / 4}
		}
		out.list(Row{Area: "ushers", Number: 1, Kind: UsherRow, Pitch: a.Pitch}, places, ushers, 2)
	}
	out.layout.setFront(House, a.Pitch)
	return out, ps
}

// servedBy returns which of a number of awards, from the left, usher i of n carries: as
// many as the others or one more, the first ushers rather than the last.
func servedBy(i, n, awards int) (from, to int) {
	return (i*awards + n - 1) / n, ((i+1)*awards + n - 1) / n
}

// paired stands the winners before their awarders.
func (a Awards) paired(out *room, c Convention, awarders, winners []int) []Point {
	own := out.bench(Row{Area: "awarders", Number: 1, Kind: AwarderRow, Pitch: a.Pitch}, Point{}, Down, len(awarders))
	seq := out.around(c.Row.shape(len(awarders), true), own, awarders, 0)
	before := slices.Clone(seq.seats[:len(winners)]) // the awarder of each winner
	inRow := slices.Sorted(slices.Values(before))
	if a.Pairing == PairEqual {
		copy(before, inRow)
	}
	var given, places []Point
	for _, seat := range inRow {
		at := out.layout.seats[seat].At
		given, places = append(given, at), append(places, Point{at.X, at.Y + a.Pitch*5/4})
	}
	first := len(out.layout.seats)
	out.layout.add(Row{Area: "winners", Number: 1, Kind: WinnerRow, Pitch: a.Pitch}, Down, places)
	w := sequence{row: 1, guests: winners, chain: 1, chosen: []string{"pairing"}}
	for _, awarder := range before {
		w.take(first+slices.Index(inRow, awarder), anchor{place: beforeAwarder, seat: awarder})
	}
	out.seqs = append(out.seqs, w)
	return given
}

// oneAwarder stands the winners in a row and the awarder where he or she ends.
func (a Awards) oneAwarder(out *room, awarder int, winners []int) []Point {
	n := len(winners) + 1
	own := out.bench(Row{Area: "winners", Number: 1, Kind: WinnerRow, Pitch: a.Pitch}, Point{}, Down, n)
	// own is from the own left, which the hall sees on its right: the order of the awards.
	at, place := n-1, besideLast
	if a.After == AwarderCentre {
		at, place = n/2, inCentre
	}
	out.one(own[at], anchor{place: place}, awarder, "pairing", "after")
	var given []Point
	seq := sequence{guests: winners, chain: 1, chosen: []string{"pairing"}}
	for i, seat := range own {
		if i != at {
			seq.take(seat, anchor{place: standing})
			given = append(given, out.layout.seats[seat].At)
		}
	}
	out.seqs = append(out.seqs, seq)
	slices.Reverse(given)
	return given
}

// list stands people in a row, in order from the left of the hall.
func (o *room) list(r Row, at []Point, guests []int, chain int) {
	first := len(o.layout.seats)
	o.layout.add(r, Down, at)
	seq := sequence{row: len(o.layout.rows) - 1, guests: guests, chain: chain}
	for i := range at {
		seq.take(first+i, anchor{place: standing})
	}
	o.seqs = append(o.seqs, seq)
}

// The hall of winners: its area, the rows in front that stay empty, the chairs in a row.
const (
	winnersArea  = "floor"
	winnersEmpty = 3
	winnersInRow = 6
)

// WinnersHall returns a hall in which n winners wait: behind three rows that are
// kept empty, six to a row in list order, which is the order of the batches. n is
// from 1 to [MaxSeats] less the empty rows.
func WinnersHall(n int) Hall {
	rows := make([][]int, winnersEmpty+(max(n, 1)+winnersInRow-1)/winnersInRow)
	for i := range rows {
		rows[i] = []int{winnersInRow}
	}
	return Hall{Areas: []HallArea{{ID: winnersArea, Rows: rows, Empty: winnersEmpty}}, Method: Rows, From: StartViewerLeft}
}
