package chart

import (
	"cmp"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/seating"
)

// longestCell is how many columns a name takes in plain text at most.
const longestCell = 16

// A piece is a text in its place in lines of text.
type piece struct {
	x, y int // first column and line
	text string
}

// AppendText appends the plan as plain text for a terminal, as it is seen in the
// view: names in columns, an aisle wider than the space between two names, an
// empty chair as a dash, one that is kept for a use with its use in brackets. It is an error if the plan has no such view.
func AppendText(dst []byte, p seating.Plan, v seating.View, o *Options) ([]byte, error) {
	d, err := newDrawing(p, v, o)
	if err != nil {
		return dst, err
	}
	widest := 2
	for g := range p.Guests() {
		widest = max(widest, wide(d.name(g.ID, longestCell)))
	}
	cell := (widest + 3) / 2 * 2 // even, so that half a chair is a whole number of columns
	g := newGrid(d.layout, v, cell, 1)
	var pieces []piece
	middle := func(at seating.Point, text string) {
		x, y := g.at(at)
		pieces = append(pieces, piece{x - wide(text)/2, y, text})
	}
	for place := range p.Places() {
		text := "-"
		switch use := place.Seat.Use; {
		case !place.Empty():
			text = d.name(place.Guest.ID, longestCell)
		case use != 0:
			text = "(" + fit(d.use(use), cell-3) + ")"
		}
		middle(place.Seat.At, text)
	}
	for b := range d.layout.Boxes() {
		if text := d.box(b.Kind); text != "" {
			middle(seating.Point{X: (b.Min.X + b.Max.X) / 2, Y: (b.Min.Y + b.Max.Y) / 2}, "["+text+"]")
		}
	}
	if !g.sideways {
		for r := range d.layout.Rows() {
			x1, y := g.at(first(d.layout, r))
			x2 := x1
			for s := range d.layout.SeatsOf(r) {
				x2, _ = g.at(s.At)
			}
			label := d.row(r)
			pieces = append(pieces, piece{min(x1, x2) - cell/2 - wide(label) - 1, y, label})
		}
	}
	dst = append(dst, d.title()+"\n"...)
	if d.o.Note != "" {
		dst = append(dst, fit(d.o.Note, longestLine)+"\n"...)
	}
	for _, line := range d.legend() {
		dst = append(dst, line+"\n"...)
	}
	dst = append(dst, '\n')
	return appendPieces(dst, pieces), nil
}

// appendPieces appends texts line by line, each in its column or, where the one
// before it is too long, one column behind that.
func appendPieces(dst []byte, pieces []piece) []byte {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
	left := 0
	for _, p := range pieces {
		left = min(left, p.x)
	}
	line, column := pieces[0].y, 0
	for _, p := range pieces {
		if p.y != line {
			dst = append(dst, '\n')
			line, column = p.y, 0
		}
		pad := p.x - left - column
		if column > 0 {
			pad = max(pad, 1)
		}
		dst = append(append(dst, strings.Repeat(" ", pad)...), isolated(p.text)...)
		column += pad + wide(p.text)
	}
	return append(dst, '\n')
}
