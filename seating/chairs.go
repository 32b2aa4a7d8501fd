package seating

import "slices"

// A shape is a row around the chair of its first person: how many chairs stand on
// either own side of it, and on which side the second person sits. Every pattern
// of the field is a shape; the rest follows.
type shape struct {
	left, right int
	first       OwnSide
}

// shape returns the shape of a row of n people, n ≥ 1; alone says that there is
// nobody else.
func (r RowRule) shape(n int, alone bool) shape {
	s := shape{left: (n - 1) / 2, right: (n - 1) / 2, first: r.Honour}
	if n%2 == 1 {
		return s
	}
	s.first = OwnLeft
	if r.Even == No1Left || n == 2 && alone && r.Two == TwoNo1Left {
		s.first = OwnRight
	}
	extra := s.first
	switch {
	case n == 2: // both chairs are the centre
	case r.Extra == ExtraOwnLeft:
		extra = OwnLeft
	case r.Extra == ExtraOwnRight:
		extra = OwnRight
	}
	if extra == OwnLeft {
		s.left++
	} else {
		s.right++
	}
	return s
}

// len is the number of chairs.
func (s shape) len() int { return s.left + 1 + s.right }

// order returns the chairs in order of honour, counted from 0 at the own-left end:
// the centre, then outward in turn, the side of the second person first, until
// one side has no more chairs.
func (s shape) order() []int {
	chairs := append(make([]int, 0, s.len()), s.left)
	for ring := 1; ring <= max(s.left, s.right); ring++ {
		near, far := s.left-ring, s.left+ring
		if s.first == OwnRight {
			near, far = far, near
		}
		for _, chair := range [...]int{near, far} {
			if chair >= 0 && chair < s.len() {
				chairs = append(chairs, chair)
			}
		}
	}
	return chairs
}

// wider returns the shape with a chair more on one side.
func (s shape) wider(side OwnSide) shape {
	if side == OwnLeft {
		s.left++
	} else {
		s.right++
	}
	return s
}

// side returns the own side of the first person on which a chair stands, none for
// the centre, and how many chairs away it is.
func (s shape) side(chair int) (OwnSide, int) {
	switch {
	case chair < s.left:
		return OwnLeft, s.left - chair
	case chair > s.left:
		return OwnRight, chair - s.left
	default:
		return 0, 0
	}
}

// A Line is one row of ranks. It has no left and right until a reader is named. The
// zero Line is empty.
type Line struct {
	own []int // from the own left of the seated people to their own right
}

// FromHall returns the ranks from left to right as the hall sees them.
func (l Line) FromHall() []int {
	ranks := slices.Clone(l.own)
	slices.Reverse(ranks)
	return ranks
}

// FromRostrum returns the ranks from left to right as somebody on the rostrum who
// faces the hall has them.
func (l Line) FromRostrum() []int { return slices.Clone(l.own) }
