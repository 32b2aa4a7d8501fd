package chart

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/seating"
)

// Type sizes of names, in units; the others stand in the style of the sheet.
const (
	nameSize  = 20
	latinSize = 11
	useSize   = 13 // of what an empty chair is kept for
)

// Bounds of a cell for one chair, in columns of names. A name that is longer than
// a cell of its sheet is set smaller, one that is longer than longestName is cut.
const (
	longestName  = 24
	manySeats    = 200 // from here on cells are narrow
	narrowCell   = 8
	widestCell   = 18
	longestLatin = 36
)

// style is the style of every sheet but for the sizes of its head and legend: dark
// on white, tints told apart by all kinds of colour vision.
const style = `text{font-family:"Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",SimHei,"WenQuanYi Zen Hei",sans-serif;fill:#111;text-anchor:middle}` +
	`rect{stroke:#333;stroke-width:1}` +
	`.page{fill:#fff;stroke:none}.title,.area{font-weight:bold}.area{font-size:22px}.line,.no{text-anchor:start}` +
	`.no,.pn{font-size:10px;fill:#444}.pn{text-anchor:end}.row{font-size:14px;fill:#333}` +
	`.n1{font-size:20px}.n2{font-size:15px}.n3{font-size:11px}.n4{font-size:8px}.la{font-size:11px}.us{font-size:13px;fill:#555}.lb{font-size:8px}` +
	`.b1{fill:#e4e4e4;stroke:#777}.b2,.b3,.b4{fill:#f3f3f3;stroke-width:2}` +
	`.s{fill:#fff}.e{fill:#fff;stroke:#999;stroke-dasharray:4 3}` +
	`.p1{fill:#d3e7f7}.p2{fill:#fce5b5}.p3{fill:#cdeee2}.p4{fill:#f6d6e6}.p5{fill:#fdf7b8}.p6{fill:#f8cfba}.p7{fill:#dadada}.p8{fill:#e8f6fe}`

// headSizes are the sizes of head and legend on a small sheet.
var headSizes = [...]struct {
	class string
	size  int
}{{"title", 34}, {"note", 18}, {"line", 15}}

// tints is the number of tints of delegations in the style.
const tints = 8

// A sheet is SVG that is being written.
type sheet struct {
	dst []byte
}

// rect writes a rectangle.
func (s *sheet) rect(class string, x, y, w, h int) {
	s.dst = append(append(append(s.dst, `<rect class="`...), class...), '"')
	s.attr("x", x)
	s.attr("y", y)
	s.attr("width", w)
	s.attr("height", h)
	s.dst = append(s.dst, "/>\n"...)
}

// round writes a rectangle whose corners are round throughout: an ellipse.
func (s *sheet) round(class string, x, y, w, h int) {
	s.rect(class, x, y, w, h)
	s.dst = s.dst[:len(s.dst)-len("/>\n")]
	s.attr("rx", w/2)
	s.attr("ry", h/2)
	s.dst = append(s.dst, "/>\n"...)
}

// text writes a text, escaped, with its baseline at y; an empty one not at all.
func (s *sheet) text(class string, x, y int, text string) {
	if text == "" {
		return
	}
	s.dst = append(append(append(s.dst, `<text class="`...), class...), '"')
	s.attr("x", x)
	s.attr("y", y)
	s.dst = appendEscaped(append(s.dst, '>'), text)
	s.dst = append(s.dst, "</text>\n"...)
}

func (s *sheet) attr(name string, n int) {
	s.dst = append(append(append(s.dst, ' '), name...), `="`...)
	s.dst = append(strconv.AppendInt(s.dst, int64(n), 10), '"')
}

// Measures of a small sheet, in units.
const (
	margin     = 40
	headHeight = 100 // title and note
	labelWidth = 60  // for the name of a row at each of its ends
	lineHeight = 24
	swatch     = 18
	partyWidth = 300  // of a delegation in the legend
	smallest   = 1000 // width between the margins
	normal     = 2200 // width from which head and legend grow with the sheet
	gap        = 6    // between two chairs
)

// A frame is a page and where the plan and the legend stand on it.
type frame struct {
	width, height int
	left, top     int // of the plan
	legend        int // baseline of its first line
	percent       int // size of head and legend
	perLine       int // delegations on a line of the legend
}

func (f frame) of(n int) int { return n * f.percent / 100 }

// frame lays out the page: A4 on its side, whichever way the plan is longer. Rows
// draw apart where the page has room.
func (d *drawing) frame(g *grid, lines int) frame {
	f := frame{percent: 100}
	for pass := range 2 { // again with larger letters, where the page is large for its plan
		w, h := g.size()
		inner := max(w+2*labelWidth, smallest)
		f.width = inner + 2*margin
		f.percent = max(f.percent, f.width*100/normal)
		f.perLine = max(1, inner/f.of(partyWidth))
		all := lines + (len(d.listed)+f.perLine-1)/f.perLine
		head, below := f.of(headHeight), f.of((all+1)*lineHeight)
		if room := f.width*210/297 - head - below - 2*margin; room > h {
			g.cellY = min(g.cellY*room/h, g.cellY*8/5)
			_, h = g.size()
		}
		f.height = head + h + below + 2*margin
		if f.width*210 > f.height*297 {
			f.height = f.width * 210 / 297
		} else {
			f.width = f.height * 297 / 210
		}
		f.left = (f.width - w) / 2
		f.top = margin + head + (f.height-2*margin-head-below-h)/2
		f.legend = f.height - margin - below + f.of(2*lineHeight)
		if pass > 0 || f.percent >= f.width*90/normal {
			break
		}
		f.percent = f.width * 100 / normal
	}
	return f
}

// AppendSVG appends the plan as a sheet of SVG, as it is seen in the view. It is
// an error if the plan has no such view.
func AppendSVG(dst []byte, p seating.Plan, v seating.View, o *Options) ([]byte, error) {
	d, err := newDrawing(p, v, o)
	if err != nil {
		return dst, err
	}
	cellX, cellY, fits := d.cell()
	g := newGrid(d.layout, v, cellX, cellY)
	legend := d.legend()
	f := d.frame(&g, len(legend))

	s := sheet{dst}
	s.dst = append(s.dst, `<svg xmlns="http://www.w3.org/2000/svg"`...)
	s.attr("width", f.width)
	s.attr("height", f.height)
	s.dst = append(s.dst, ` viewBox="0 0 `...)
	s.dst = append(strconv.AppendInt(s.dst, int64(f.width), 10), ' ')
	s.dst = append(strconv.AppendInt(s.dst, int64(f.height), 10), "\">\n<title>"...)
	s.dst = append(appendEscaped(s.dst, d.title()), "</title>\n<desc>"...)
	s.dst = append(appendEscaped(s.dst, legend[0]), "</desc>\n<style>"...)
	s.dst = append(s.dst, style...)
	for _, c := range headSizes {
		s.dst = append(append(append(s.dst, '.'), c.class...), "{font-size:"...)
		s.dst = append(strconv.AppendInt(s.dst, int64(f.of(c.size)), 10), "px}"...)
	}
	s.dst = append(s.dst, "</style>\n"...)
	s.rect("page", 0, 0, f.width, f.height)
	s.text("title", f.width/2, margin+f.of(40), d.title())
	s.text("note", f.width/2, margin+f.of(72), fit(d.o.Note, longestLine))
	for b := range d.layout.Boxes() {
		x, y, w, h := g.rect(b)
		if d.kind == seating.KindBanquet && b.Kind == seating.Table {
			s.round("b1", f.left+x, f.top+y, w, h)
			continue
		}
		s.rect("b"+strconv.Itoa(int(min(b.Kind, seating.Door))), f.left+x, f.top+y, w, h)
		label := d.box(b.Kind)
		size := min(f.of(22), h*7/10, (w-8)*2/max(drawn(label), 1))
		s.line(f.left+x+w/2, f.top+y+h/2+size*36/100, size, label)
	}
	d.rows(&s, g, f)
	d.seats(&s, g, f, fits)
	y := f.legend
	for _, line := range legend {
		s.text("line", margin+labelWidth, y, line)
		y += f.of(lineHeight)
	}
	for i := range d.listed {
		x := margin + labelWidth + i%f.perLine*f.of(partyWidth)
		s.rect("p"+strconv.Itoa(i%tints+1), x, y-f.of(14), f.of(swatch), f.of(swatch))
		s.text("line", x+f.of(swatch+8), y, d.party(i))
		if i%f.perLine == f.perLine-1 {
			y += f.of(lineHeight)
		}
	}
	s.dst = append(s.dst, "</svg>\n"...)
	return s.dst, nil
}

// cell returns the size of a cell and how many columns of names fit into it at
// full size.
func (d *drawing) cell() (w, h, fits int) {
	few := d.layout.Len() < manySeats
	fits = narrowCell
	if few {
		fits = widestCell
	}
	fits = min(fits, d.usual())
	w, h = d.chair(fits)
	w, h = w+gap, h+gap
	sideways := newGrid(d.layout, d.view, 1, 1).sideways
	switch {
	case few && bent(d.layout): // places are close enough already
		h = h * 5 / 4
	case few && sideways: // room for the tables
		w = w * 5 / 3
	case few:
		h *= 2
	default:
		h += gap
	}
	return w, h, fits
}

// usual returns how many columns nine names in ten take at most, at least six: a
// few longer names are set smaller rather than make every chair wider.
func (d *drawing) usual() int {
	var all []int
	for g := range d.plan.Guests() {
		all = append(all, drawn(d.name(g.ID, longestName)))
	}
	slices.Sort(all)
	return max(6, all[(len(all)-1)*9/10])
}

// chair returns the size of a chair with room for names of some columns.
func (d *drawing) chair(fits int) (w, h int) {
	w, h = fits*nameSize/2+16, 40
	if d.o.Latin != nil {
		w, h = max(w, 90), h+14
	}
	return w, h
}

// rows writes the names of the rows at both of their ends, and the names of areas.
func (d *drawing) rows(s *sheet, g grid, f frame) {
	left, top := f.left, f.top
	area := ""
	for r := range d.layout.Rows() {
		var ends []seating.Point
		for seat := range d.layout.SeatsOf(r) {
			ends = append(ends, seat.At)
		}
		x1, y1 := g.at(ends[0])
		x2, y2 := g.at(ends[len(ends)-1])
		label := d.row(r)
		if d.named(r) {
			x, y := d.label(g, r)
			s.text("row", left+x, top+y+5, label)
			continue
		}
		if g.sideways {
			s.text("row", left+x1, top+min(y1, y2)-g.cellY/2-6, label)
		} else {
			s.text("row", left+min(x1, x2)-g.cellX/2-28, top+y1+5, label)
			s.text("row", left+max(x1, x2)+g.cellX/2+28, top+y2+5, label)
		}
		if r.Label != "" && r.Area != area {
			y := top + min(y1, y2) - g.cellY*3/4
			if g.sideways { // above the number of the row
				y = top + min(y1, y2) - g.cellY/2 - 30
			}
			s.text("area", left+(x1+x2)/2, y, fit(r.Label, longestParty))
		}
		area = r.Area
	}
}

// label returns where the name of a row stands: in the middle of a table, before the
// people of a row, at the upper end of one that goes away from the reader.
func (d *drawing) label(g grid, r seating.Row) (x, y int) {
	lo, hi := [2]int{}, [2]int{}
	var facing seating.Direction
	for seat := range d.layout.SeatsOf(r) {
		sx, sy := g.at(seat.At)
		if facing == 0 {
			lo, hi = [2]int{sx, sy}, [2]int{sx, sy}
		}
		facing = seat.Facing
		lo, hi = [2]int{min(lo[0], sx), min(lo[1], sy)}, [2]int{max(hi[0], sx), max(hi[1], sy)}
	}
	x, y = (lo[0]+hi[0])/2, (lo[1]+hi[1])/2
	down := d.view != seating.FromRostrum
	switch {
	case r.Round:
	case facing == seating.Left || facing == seating.Right:
		y = lo[1] - g.cellY/2
	case (facing == seating.Down) == down:
		y = hi[1] + g.cellY*2/5
	default:
		y = lo[1] - g.cellY*2/5
	}
	return x, y
}

// seats writes the chairs: number, delegation, name.
func (d *drawing) seats(s *sheet, g grid, f frame, fits int) {
	w, h := d.chair(fits)
	for place := range d.plan.Places() {
		x, y := g.at(place.Seat.At)
		x, y = f.left+x, f.top+y
		class := "s"
		party := d.parties[place.Guest.Party]
		switch {
		case place.Empty():
			class = "e"
		case party > 0:
			class = "p" + strconv.Itoa((party-1)%tints+1)
		}
		s.rect(class, x-w/2, y-h/2, w, h)
		use := d.use(place.Seat.Use)
		if place.Empty() {
			s.text("no", x-w/2+3, y-h/2+10, strconv.Itoa(place.Seat.ID.Number))
			s.text("us", x, y+6, fit(use, max(2*w/useSize, 2)))
			continue
		}
		s.text("no", x-w/2+3, y-h/2+10, strings.TrimSpace(strconv.Itoa(place.Seat.ID.Number)+" "+use))
		if party > 0 {
			s.text("pn", x+w/2-3, y-h/2+10, strconv.Itoa(party))
		}
		latin := d.latin(place.Guest.ID, longestLatin)
		base := y + 13
		if d.o.Latin != nil {
			base = y + 8
		}
		s.name(d.name(place.Guest.ID, longestName), w, x, base, d.o.Latin != nil)
		if latin != "" {
			class, limit := "la", 2*w/latinSize
			if drawn(latin) > limit {
				class, limit = "lb", w/4
			}
			s.text(class, x, y+h/2-6, fit(latin, max(limit, 2)))
		}
	}
}

// name writes a name with its last line on the baseline: in one line or, if it
// would be small there, in two that break after a dot or a space; tight says that
// there is little room above.
func (s *sheet) name(name string, width, x, base int, tight bool) {
	class := nameClass(drawn(name), width)
	if class > "n2" {
		upper, lower := broken(name)
		if two := nameClass(max(drawn(upper), drawn(lower)), width); upper != "" && two < "n4" {
			leading := 16
			if class = max(two, "n2"); tight {
				class, leading = "n3", 12
			}
			s.text(class, x, base-leading, upper)
			s.text(class, x, base, lower)
			return
		}
	}
	s.text(class, x, base, name)
}

// broken breaks a name after the dot or space that leaves its halves most alike;
// without one, the first part is "".
func broken(name string) (upper, lower string) {
	lower = name
	for i, r := range name {
		if r != '·' && r != ' ' && r != '\u3000' {
			continue
		}
		end := i + utf8.RuneLen(r)
		a, b := name[:end], name[end:]
		if max(drawn(a), drawn(b)) < max(drawn(upper), drawn(lower)) {
			upper, lower = a, b
		}
	}
	return upper, lower
}

// nameClass returns the class of the largest type in which a name fits into a
// width.
func nameClass(columns, width int) string {
	for i, size := range [...]int{nameSize, 15, 11} {
		if columns*size/2 <= width-8 {
			return "n" + strconv.Itoa(i+1)
		}
	}
	return "n4"
}
