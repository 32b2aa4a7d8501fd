package seating

import (
	"iter"
	"slices"
)

// A Layout is furniture before anybody sits: areas, in them rows, in them chairs
// with their places in millimetres, and boxes for what stands between them. A
// layout is built from a [Setting] and never changes. Tables, sofas and photo
// rows are layouts like a rostrum and a hall.
type Layout struct {
	seats []Seat // by area, row and number
	rows  []Row
	boxes []Box
	door  Direction
}

// A Row is one row of a layout.
type Row struct {
	Area   string  // the name of the area
	Label  string  // what is printed for the area, "" for the label of its kind
	Number int     // of the row, 1 is the front
	Pitch  Length  // from chair to chair
	Kept   bool    // kept empty on purpose
	Voting bool    // its chairs have voting units
	Kind   RowKind // what its chairs are for
	Arc    bool    // a half circle
	Round  bool    // a circle: numbers run clockwise, from whoever reads the plan
	first  int     // index of its first chair
	len    int
}

// Len is the number of chairs of the row.
func (r Row) Len() int { return r.len }

// BoxKind says what a box on the plan is.
type BoxKind uint8

// The kinds of boxes.
const (
	Table   BoxKind = iota + 1 // 桌: a table in front of chairs
	Stage                      // 主席台: the stage, where it is not the layout itself
	House                      // 观众席: the hall, where it is not the layout itself
	Door                       // 门
	Lectern                    // 发言席
	Driver                     // 驾驶座: the seat of the driver
	Camera                     // 相机: where a photo is taken from
)

var boxKinds = words{
	{"table", "桌", "table"},
	{"stage", "主席台", "rostrum"},
	{"house", "观众席", "hall"},
	{"door", "门", "door"},
	{"lectern", "发言席", "lectern"},
	{"driver", "驾驶座", "driver"},
	{"camera", "相机", "camera"},
}

// String returns the token: table, stage, house, door, lectern, driver or camera.
func (k BoxKind) String() string { return of(boxKinds, k).token }

// Label returns the kind in Chinese.
func (k BoxKind) Label() string { return of(boxKinds, k).hans }

// English returns the kind in English.
func (k BoxKind) English() string { return of(boxKinds, k).en }

// A Box is a rectangle on the plan that is no chair. Min is its upper left corner,
// Max its lower right one.
type Box struct {
	Kind     BoxKind
	Min, Max Point
}

// Len is the number of chairs.
func (l Layout) Len() int { return len(l.seats) }

// Seats walks the chairs by area, row and number.
func (l Layout) Seats() iter.Seq[Seat] { return slices.Values(l.seats) }

// Rows walks the rows by area, front row first.
func (l Layout) Rows() iter.Seq[Row] { return slices.Values(l.rows) }

// SeatsOf walks the chairs of a row of this layout by number.
func (l Layout) SeatsOf(r Row) iter.Seq[Seat] { return slices.Values(l.in(r)) }

func (l Layout) in(r Row) []Seat { return l.seats[r.first : r.first+r.len] }

// Boxes walks what stands in the room besides chairs.
func (l Layout) Boxes() iter.Seq[Box] { return slices.Values(l.boxes) }

// Door is the side of the plan on which the door is, none if none is given.
func (l Layout) Door() Direction { return l.door }

// Shows reports whether the layout can be read from a view: from the door only if
// it has one.
func (l Layout) Shows(v View) bool { return v.looks(l.door) != 0 }

// Place returns where a place on the plan lies on a sheet drawn in the view, which
// the layout must show.
func (l Layout) Place(at Point, v View) ViewPoint { return at.seen(v.looks(l.door)) }

// add puts a row behind those that are there.
func (l *Layout) add(r Row, facing Direction, places []Point) {
	r.first, r.len = len(l.seats), len(places)
	for i, at := range places {
		l.seats = append(l.seats, Seat{ID: SeatID{r.Area, r.Number, i + 1}, At: at, Facing: facing})
	}
	l.rows = append(l.rows, r)
}

// row returns the index of the row in which a chair stands.
func (l Layout) row(seat int) int {
	i, _ := slices.BinarySearchFunc(l.rows, seat, func(r Row, seat int) int {
		if r.first+r.len <= seat {
			return -1
		}
		return r.first - min(seat, r.first)
	})
	return i
}

// setFront puts what the people face in front of them, at the lower edge.
func (l *Layout) setFront(k BoxKind, pitch Length) {
	lo, hi := l.Bounds()
	l.boxes = append(l.boxes, Box{k, Point{lo.X, hi.Y + pitch/4}, Point{hi.X, hi.Y + pitch*3/4}})
}

// doorDepth is how far outside the furniture a door is drawn.
const doorDepth = 1 * Metre

// setDoor puts the door in the middle of one side of the room.
func (l *Layout) setDoor(d Direction) {
	l.door = d
	if d == 0 {
		return
	}
	lo, hi := l.Bounds()
	mid := Point{(lo.X + hi.X) / 2, (lo.Y + hi.Y) / 2}
	const half = doorDepth / 2
	box := Box{Kind: Door}
	switch d {
	case Up:
		box.Min, box.Max = Point{mid.X - doorDepth, lo.Y - doorDepth}, Point{mid.X + doorDepth, lo.Y - half}
	case Down:
		box.Min, box.Max = Point{mid.X - doorDepth, hi.Y + half}, Point{mid.X + doorDepth, hi.Y + doorDepth}
	case Left:
		box.Min, box.Max = Point{lo.X - doorDepth, mid.Y - doorDepth}, Point{lo.X - half, mid.Y + doorDepth}
	case Right:
		box.Min, box.Max = Point{hi.X + half, mid.Y - doorDepth}, Point{hi.X + doorDepth, mid.Y + doorDepth}
	}
	l.boxes = append(l.boxes, box)
}

// Bounds returns the corners of the smallest rectangle on the plan that holds all
// chairs, each as wide as the distance to the next, and all boxes.
func (l Layout) Bounds() (lo, hi Point) {
	first := true
	grow := func(a, b Point) {
		if first {
			lo, hi, first = a, b, false
		}
		lo = Point{min(lo.X, a.X), min(lo.Y, a.Y)}
		hi = Point{max(hi.X, b.X), max(hi.Y, b.Y)}
	}
	for _, r := range l.rows {
		for _, s := range l.in(r) {
			half := r.Pitch / 2
			grow(Point{s.At.X - half, s.At.Y - half}, Point{s.At.X + half, s.At.Y + half})
		}
	}
	for _, b := range l.boxes {
		grow(b.Min, b.Max)
	}
	return lo, hi
}
