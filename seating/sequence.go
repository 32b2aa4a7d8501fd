package seating

import "github.com/huiwu-go/huiwu/roster"

// A room is a layout together with who is to sit in which order: every way to
// seat people ends here, as lists of chairs in order of honour with the people
// for them in order of rank.
type room struct {
	layout Layout
	seqs   []sequence
}

// A sequence is chairs in order of honour and people in order of rank: the first
// takes the first, and so on; chairs that are over stay empty.
type sequence struct {
	seats  []int // indices of chairs
	guests []int // indices of guests, no more than seats
	chain  int   // sequences of one chain are one list of precedence, in their order
	row    int   // index of the row, where the sequence is one row around its centre
	shape  shape // of that row
	party  roster.OrgID
	nth    int // of the party among the delegations, from 1; 0 if not by delegation
	class  int // of people who may sit there, from 1; 0 if any may
	use    Use // why people sit there who do not sit in the order of a hall

	byRole  []int    // guests who sit by role rather than by rank
	anchors []anchor // what each chair is, where settings say so
	decided int      // people in the row, where the rule for rows decided it
	chosen  []string // options of the setting that decided
}

// An anchor says what a chair is: so many chairs away on an own side of the person
// on another chair or, where it has no side, a place that has a name.
type anchor struct {
	place  place
	side   OwnSide
	chairs int
	seat   int // the other chair
}

// place is the name of a chair.
type place uint8

const (
	inCentre      place = iota + 1 // in the centre of its row
	nextToMiddle                   // on its own side of the middle line
	behindFirst                    // behind the principal
	atHead                         // facing the door
	opposite                       // opposite the host
	standing                       // in its place in the order
	beforeAwarder                  // before the awarder on the other chair
	besideLast                     // beside the last winner
	hostFlag                       // the flag of the host
	lastOfRow                      // in the last chair of the row
)

var places = words{
	{"centre", "居中", "in the centre"},
	{"middle", "主位", "in the first place of that side"},
	{"behind", "在主人或主宾身后", "behind the principal"},
	{"head", "面门主位", "in the first place, facing the door"},
	{"opposite", "在主位对面", "opposite the first place"},
	{"order", "依次就位", "next in the order"},
	{"before", "面对颁奖人", "before the awarder"},
	{"beside-last", "立于最后一位获奖者旁", "beside the last winner"},
	{"host-flag", "为主办方旗帜", "the flag of the host"},
	{"last", "在前排末位", "in the last chair of the front row"},
}

// around fills a row whose chairs are given from the own left, from the centre
// outward.
func (o *room) around(s shape, own, guests []int, chain int) *sequence {
	seq := sequence{row: len(o.layout.rows) - 1, shape: s, guests: guests, chain: chain, decided: len(own)}
	for _, i := range s.order() {
		side, chairs := s.side(i)
		seq.take(own[i], anchor{place: inCentre, side: side, chairs: chairs, seat: own[s.left]})
	}
	o.seqs = append(o.seqs, seq)
	return &o.seqs[len(o.seqs)-1]
}

// outward fills half a row, given from the inside out, whose first chair is the one
// next to the middle.
func (o *room) outward(side OwnSide, seats, guests []int, chain int) *sequence {
	seq := sequence{row: len(o.layout.rows) - 1, guests: guests, chain: chain}
	for i, seat := range seats {
		if i == 0 {
			seq.take(seat, anchor{place: nextToMiddle})
		} else {
			seq.take(seat, anchor{side: side, chairs: i, seat: seats[0]})
		}
	}
	o.seqs = append(o.seqs, seq)
	return &o.seqs[len(o.seqs)-1]
}

// one seats somebody by role, apart from every list of precedence.
func (o *room) one(seat int, a anchor, guest int, chosen ...string) {
	seq := sequence{row: len(o.layout.rows) - 1, guests: []int{guest}, chain: -1 - len(o.seqs), chosen: chosen}
	seq.take(seat, a)
	o.seqs = append(o.seqs, seq)
}

// take appends the next chair in order of honour.
func (s *sequence) take(seat int, a anchor) {
	if a.side != 0 {
		a.place = standing // should the other chair be empty
	}
	s.seats, s.anchors = append(s.seats, seat), append(s.anchors, a)
}

// fill puts the chairs of a row that begins with chair first into the order of
// honour of the shape. Chairs are numbered from the viewer's left, which is the
// own right of whoever faces the hall.
func (s *sequence) fill(first int) {
	s.seats = s.shape.order()
	for i, own := range s.seats {
		s.seats[i] = first + s.shape.len() - 1 - own
	}
}

// own returns the chair of the row, counted from the own-left end.
func (s *sequence) own(l *Layout, seat int) int {
	r := l.rows[s.row]
	return r.first + r.len - 1 - seat
}
