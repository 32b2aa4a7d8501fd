package seating

// This file imports nothing: a test type-checks it together with lines that mix
// perspectives and wants each of them refused.

// OwnSide is left or right as the seated person has it, 以当事人为参照. It says
// nothing about the paper until it is known which way the person faces. The zero
// OwnSide is no side.
type OwnSide uint8

// The sides of a seated person.
const (
	OwnLeft  OwnSide = iota + 1 // the person's left hand
	OwnRight                    // the person's right hand
)

// Opposite returns the other side; no side stays no side.
func (s OwnSide) Opposite() OwnSide {
	switch s {
	case OwnLeft:
		return OwnRight
	case OwnRight:
		return OwnLeft
	default:
		return 0
	}
}

// Of returns the direction on the plan in which the side of a person lies who
// faces the direction given, none if either is not valid.
func (s OwnSide) Of(facing Direction) Direction {
	switch s {
	case OwnLeft:
		return facing.turned(3)
	case OwnRight:
		return facing.turned(1)
	default:
		return 0
	}
}

// FromHall returns the side on which the hall sees the side of a person on the
// rostrum, who faces the hall: the other hand.
func (s OwnSide) FromHall() ViewerSide {
	side, _ := s.Of(Down).FromHall()
	return side
}

// ViewerSide is left or right as the hall has it, looking at the stage,
// 观众视线. The zero ViewerSide is no side.
type ViewerSide uint8

// The sides of a viewer in the hall.
const (
	ViewerLeft  ViewerSide = iota + 1 // the left hand of the hall
	ViewerRight                       // the right hand of the hall
)

// OnRostrum returns the own side of a person on the rostrum, who faces the hall,
// that the hall sees on its side s.
func (s ViewerSide) OnRostrum() OwnSide {
	switch s {
	case ViewerLeft:
		return OwnRight
	case ViewerRight:
		return OwnLeft
	default:
		return 0
	}
}

// Direction is a direction on the plan: the room seen from above, drawn with the
// stage at the upper edge and the hall below it. The zero Direction is none.
type Direction uint8

// The directions on the plan, clockwise.
const (
	Up    Direction = iota + 1 // towards the stage
	Right                      // towards the right edge of the drawing
	Down                       // away from the stage, into the hall
	Left                       // towards the left edge of the drawing
)

// turned returns the direction after quarter turns clockwise.
func (d Direction) turned(quarters Direction) Direction {
	if d < Up || d > Left {
		return 0
	}
	return (d-Up+quarters)%4 + Up
}

// FromHall returns the side on which the hall, looking up the plan, sees the
// direction. Towards the stage and away from it there is no side.
func (d Direction) FromHall() (ViewerSide, bool) {
	switch d {
	case Left:
		return ViewerLeft, true
	case Right:
		return ViewerRight, true
	default:
		return 0, false
	}
}

// View is the place from which a plan is read. Every list of a row from left to
// right names one. The zero View is not valid: there is no plain left.
type View uint8

// The places from which a plan is read.
const (
	FromHall    View = iota + 1 // 从观众席看: from the hall, looking at the stage
	FromRostrum                 // 从主席台看: from the stage, looking at the hall
	FromDoor                    // 从门口看: from the door of the room, looking in
	FromAbove                   // 俯视: the plan itself, stage at the upper edge
)

// looks returns the direction in which the reader of a view looks, none for the
// view from a door that no plan has.
func (v View) looks(door Direction) Direction {
	switch v {
	case FromHall, FromAbove:
		return Up
	case FromRostrum:
		return Down
	case FromDoor:
		return door.turned(2)
	default:
		return 0
	}
}

// Length is a length on the floor.
type Length int32

// Units of length.
const (
	Millimetre Length = 1
	Metre             = 1000 * Millimetre
)

// Point is a place on the plan: X grows to the right, Y downwards into the hall.
// In a rostrum and in a hall, 0, 0 is the middle of the front row.
type Point struct {
	X Length `json:"x"`
	Y Length `json:"y"`
}

// away returns the place at a distance behind the back of somebody who faces a
// direction.
func (p Point) away(facing Direction, d Length) Point {
	switch facing {
	case Up:
		p.Y += d
	case Down:
		p.Y -= d
	case Left:
		p.X += d
	case Right:
		p.X -= d
	}
	return p
}

// ViewPoint is a place on a sheet drawn in a [View]: X grows to the right, Y away
// from the upper edge, so that what lies further from the reader stands higher.
type ViewPoint struct {
	X, Y Length
}

// seen turns a place on the plan to the sheet of a reader who looks in a
// direction.
func (p Point) seen(looks Direction) ViewPoint {
	switch looks {
	case Right:
		return ViewPoint{p.Y, -p.X}
	case Down:
		return ViewPoint{-p.X, -p.Y}
	case Left:
		return ViewPoint{-p.Y, p.X}
	default:
		return ViewPoint(p)
	}
}
