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
}

// fill puts the chairs of a row that begins with chair first into the order of
// honour of the shape. Chairs are numbered from the viewer's left, which is the
// own right of whoever faces the hall.
func (s *sequence) fill(first int) {
	s.seats = s.shape.order(nil)
	for i, own := range s.seats {
		s.seats[i] = first + s.shape.len() - 1 - own
	}
}

// own returns the chair of the row, counted from the own-left end.
func (s *sequence) own(l *Layout, seat int) int {
	r := l.rows[s.row]
	return r.first + r.len - 1 - seat
}
