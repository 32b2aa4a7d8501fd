package chart

import "github.com/huiwu-go/huiwu/seating"

// A grid turns places on the plan into units of a drawing: a step from chair to
// chair, or from row to row, is a cell.
type grid struct {
	layout       seating.Layout
	view         seating.View
	min          seating.ViewPoint
	stepX, stepY seating.Length // on the floor
	cellX, cellY int            // on the drawing
	sideways     bool           // the reader sees the rows end-on
}

// newGrid measures a layout, which the view shows, for cells of a size.
func newGrid(l seating.Layout, v seating.View, cellX, cellY int) grid {
	g := grid{layout: l, view: v, cellX: cellX, cellY: cellY}
	var along, across seating.Length // the least distance of chairs and of rows
	least := func(into *seating.Length, d seating.Length) {
		if d = max(d, -d); d > 0 && (*into == 0 || d < *into) {
			*into = d
		}
	}
	var front seating.Point
	var before seating.Row
	for r := range l.Rows() {
		if r.Round || r.Arc {
			r.Pitch = r.Pitch * 7 / 10 // neighbours are that far apart in one direction at least
		}
		least(&along, r.Pitch)
		at := first(l, r)
		if before.Area == r.Area {
			least(&across, at.Y-front.Y)
		}
		before, front = r, at
	}
	if across == 0 {
		across = 2 * along
	}
	if free(l) {
		across = along
	}
	g.stepX, g.stepY = along, across
	if g.sideways = l.Place(seating.Point{X: 1}, v).X == 0; g.sideways {
		g.stepX, g.stepY = across, along
	}
	lo, hi := l.Bounds()
	a, b := l.Place(lo, v), l.Place(hi, v)
	g.min = seating.ViewPoint{X: min(a.X, b.X), Y: min(a.Y, b.Y)}
	return g
}

// free reports whether chairs stand otherwise than in parallel rows of a stage or a
// hall.
func free(l seating.Layout) bool {
	for r := range l.Rows() {
		if r.Kind != 0 {
			return true
		}
	}
	return false
}

// bent reports whether chairs stand in circles.
func bent(l seating.Layout) bool {
	for r := range l.Rows() {
		if r.Round || r.Arc {
			return true
		}
	}
	return false
}

// first returns the place of the first chair of a row.
func first(l seating.Layout, r seating.Row) seating.Point {
	for s := range l.SeatsOf(r) {
		return s.At
	}
	return seating.Point{}
}

// at returns the units of a place on the plan.
func (g grid) at(p seating.Point) (x, y int) {
	v := g.layout.Place(p, g.view)
	return int(int64(v.X-g.min.X) * int64(g.cellX) / int64(g.stepX)),
		int(int64(v.Y-g.min.Y) * int64(g.cellY) / int64(g.stepY))
}

// size returns the units of the whole layout.
func (g grid) size() (w, h int) {
	lo, hi := g.layout.Bounds()
	x1, y1 := g.at(lo)
	x2, y2 := g.at(hi)
	return max(x1, x2), max(y1, y2)
}

// rect returns a box of the plan in units: its upper left corner and its size.
func (g grid) rect(b seating.Box) (x, y, w, h int) {
	x1, y1 := g.at(b.Min)
	x2, y2 := g.at(b.Max)
	return min(x1, x2), min(y1, y2), max(x1, x2) - min(x1, x2), max(y1, y2) - min(y1, y2)
}
