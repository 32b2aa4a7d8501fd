package seating

import "slices"

// Furniture that is no row of a hall: benches, halves on either side of a middle
// line, arcs and circles. Each is added to a room and returns its chairs in the
// order in which settings fill them.

// bench adds n chairs in a straight line and returns them from the own left of the
// people on it to their own right. Numbers run from left to right on the plan or,
// where the line goes up and down, from the upper edge.
func (o *room) bench(r Row, mid Point, facing Direction, n int) []int {
	places := make([]Point, n)
	for i := range places {
		d := Length(2*i-n+1) * r.Pitch / 2
		if facing == Up || facing == Down {
			places[i] = Point{mid.X + d, mid.Y}
		} else {
			places[i] = Point{mid.X, mid.Y + d}
		}
	}
	return o.own(r, facing, places)
}

// own adds a row and returns its chairs from the own left.
func (o *room) own(r Row, facing Direction, places []Point) []int {
	first := len(o.layout.seats)
	o.layout.add(r, facing, places)
	own := make([]int, len(places))
	for i := range own {
		own[i] = first + i
	}
	if facing == Down || facing == Left {
		slices.Reverse(own)
	}
	return own
}

// halves adds a row that faces down the plan with left chairs on the own left of
// the middle line and right ones on the own right, and returns each half from the
// inside out.
func (o *room) halves(r Row, y Length, left, right int) (ownLeft, ownRight []int) {
	places := make([]Point, left+right)
	for i := range places { // from the own right, the left of the plan
		places[i] = Point{Length(2*(i-right)+1) * r.Pitch / 2, y}
	}
	own := o.own(r, Down, places)
	ownLeft, ownRight = own[:left:left], own[left:]
	slices.Reverse(ownLeft)
	return ownLeft, ownRight
}

// arc adds left and right chairs in a half circle that opens down the plan, and
// returns each half from the inside out.
func (o *room) arc(r Row, left, right int) (ownLeft, ownRight []int) {
	n := left + right
	const span = 150 // degrees from the first chair to the last
	radius := r.Pitch * 3
	if n > 8 {
		radius = r.Pitch * Length(n-1) * 180 / (span * 314 / 100)
	}
	places := make([]Point, n)
	for i := range places {
		degrees := (2*i - n + 1) * span / (2 * max(n-1, 7))
		places[i] = Point{radius * sine(degrees) / unit, radius - along(radius, degrees+90)}
	}
	r.Arc = true
	own := o.own(r, Down, places)
	ownLeft, ownRight = own[:left:left], own[left:]
	slices.Reverse(ownLeft)
	return ownLeft, ownRight
}

// circle adds n chairs around a table and returns them clockwise from the one
// furthest up the plan.
func (o *room) circle(r Row, centre Point, n int) []int {
	radius := radiusOf(n, r.Pitch)
	r.Round, r.first, r.len = true, len(o.layout.seats), n
	seats := make([]int, n)
	for i := range seats {
		degrees := 360 * i / n
		o.layout.seats = append(o.layout.seats, Seat{
			ID:     SeatID{r.Area, r.Number, i + 1},
			At:     Point{centre.X + along(radius, degrees), centre.Y - along(radius, degrees+90)},
			Facing: Down.turned(Direction((degrees + 45) / 90 % 4)),
		})
		seats[i] = r.first + i
	}
	o.layout.rows = append(o.layout.rows, r)
	half := max(radius-r.Pitch*4/5, r.Pitch/3)
	o.layout.boxes = append(o.layout.boxes, Box{Table, Point{centre.X - half, centre.Y - half}, Point{centre.X + half, centre.Y + half}})
	return seats
}

// radiusOf is the radius on which n chairs stand a pitch apart.
func radiusOf(n int, pitch Length) Length {
	if n < 4 {
		return pitch
	}
	return max(pitch, pitch*unit/(2*sine(180/n)))
}

// along returns the sine of an angle in a circle.
func along(radius Length, degrees int) Length {
	return Length(int64(radius) * int64(sine(degrees)) / unit)
}

// unit is the sine of a right angle.
const unit = 10_000

// sine returns the sine of whole degrees in ten thousandths.
func sine(degrees int) Length {
	degrees = (degrees%360 + 360) % 360
	switch {
	case degrees > 180:
		return -sine(degrees - 180)
	case degrees > 90:
		degrees = 180 - degrees
	}
	return sines[degrees]
}

var sines = [91]Length{
	0, 175, 349, 523, 698, 872, 1045, 1219, 1392, 1564, 1736, 1908, 2079, 2250, 2419, 2588,
	2756, 2924, 3090, 3256, 3420, 3584, 3746, 3907, 4067, 4226, 4384, 4540, 4695, 4848, 5000, 5150,
	5299, 5446, 5592, 5736, 5878, 6018, 6157, 6293, 6428, 6561, 6691, 6820, 6947, 7071, 7193, 7314,
	7431, 7547, 7660, 7771, 7880, 7986, 8090, 8192, 8290, 8387, 8480, 8572, 8660, 8746, 8829, 8910,
	8988, 9063, 9135, 9205, 9272, 9336, 9397, 9455, 9511, 9563, 9613, 9659, 9703, 9744, 9781, 9816,
	9848, 9877, 9903, 9925, 9945, 9962, 9976, 9986, 9994, 9998, 10000,
}
