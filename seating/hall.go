package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Hall (观众席) is rows of chairs that face the stage, in areas such as floors,
// filled by one method. Areas are filled in the order given, a row in front
// before one behind.
type Hall struct {
	Areas  []HallArea `json:"areas"`
	Method Method     `json:"method"`
	From   Start      `json:"from,omitzero"` // where the first delegation begins; Outward always begins in the centre
	// Parties are the delegations in order. Then each delegation sits together, its
	// members in the order of their ranks, and ties between delegations do not
	// matter; every guest belongs to one of them. Columns and Contiguous need it.
	// Without it the guests are one list.
	Parties []roster.OrgID `json:"parties,omitzero"`
	// Classes are heads, members, observers and the like, in order; without them the
	// list alone decides. Division is chosen with them.
	Classes  []Class  `json:"classes,omitzero"`
	Division Division `json:"division,omitzero"`
	Marks    []Mark   `json:"marks,omitzero"` // chairs that are blocked, reserved or accessible
	Steps    int      `json:"steps,omitzero"` // most steps in search of fair areas: Contiguous only; 0 is DefaultSteps
	Pitch    Length   `json:"pitch,omitzero"` // from chair to chair; 0 is 550 mm
	Depth    Length   `json:"depth,omitzero"` // from row to row; 0 is 950 mm
	Aisle    Length   `json:"aisle,omitzero"` // width of an aisle; 0 is 1,000 mm
}

// A HallArea is a part of a hall: a floor, a balcony, a block. Rows holds, for
// each row from the front, the chairs between the aisles from left to right as
// the hall sees the stage; all rows of an area have the same aisles, so that
// {8, 12, 8} stands before {9, 12, 9}, and 0 leaves out a block. An area whose rows
// are bent or stand apart has Places in their stead, the place of every chair, row by
// row from the front and from left to right.
type HallArea struct {
	ID     string    `json:"id"`             // for the names of its chairs
	Label  string    `json:"label,omitzero"` // for the sheet, as in 一楼
	Rows   [][]int   `json:"rows,omitzero"`
	Places [][]Point `json:"places,omitzero"` // on the plan of the hall; not with Columns
	Empty  int       `json:"empty,omitzero"`  // front rows that are kept empty
	Buffer []int     `json:"buffer,omitzero"` // further rows that are kept empty (缓冲排), by number in rising order
	Voting bool      `json:"voting,omitzero"` // its chairs have voting units (表决器)
}

// rows is the number of rows of the area.
func (a HallArea) rows() int { return max(len(a.Rows), len(a.Places)) }

// kept reports whether a row, counted from 0, is kept empty.
func (a HallArea) kept(row int) bool { return row < a.Empty || slices.Contains(a.Buffer, row+1) }

// Method is how a hall is filled.
type Method uint8

// The methods.
const (
	Rows       Method = iota + 1 // 横排法: along the rows, one row after the other
	Columns                      // 竖排法: each delegation in columns from front to back
	Outward                      // 左右排列法: each row from its centre outward
	Contiguous                   // 分片法: each delegation in an area of its own, of any shape, all with sight lines as fair as can be found
)

// Start is where a hall is begun.
type Start uint8

// The starts.
const (
	StartViewerLeft  Start = iota + 1 // on the left of people who look at the stage
	StartViewerRight                  // on their right
	StartCentre                       // in the centre, then on either side in turn: Columns only
)

var (
	methods = words{
		{"rows", "横排法", "row by row"},
		{"columns", "竖排法", "delegations in columns"},
		{"outward", "左右排列法", "from the centre outward"},
		{"contiguous", "分片法", "delegations in areas of their own"},
	}
	starts = words{
		{"viewer-left", "自观众左侧起", "beginning on the viewer's left"},
		{"viewer-right", "自观众右侧起", "beginning on the viewer's right"},
		{"centre", "自中间起向两侧", "beginning in the centre, then on either side in turn"},
	}
)

// String returns the token: rows, columns, outward or contiguous.
func (m Method) String() string { return of(methods, m).token }

// Label returns the method in Chinese.
func (m Method) Label() string { return of(methods, m).hans }

// Term returns the method in both languages.
func (m Method) Term(key string) check.Arg { return term(key, methods, m) }

// AppendText appends the token of a valid method.
func (m Method) AppendText(dst []byte) ([]byte, error) { return write(dst, "method", methods, m) }

// MarshalText returns the token of a valid method.
func (m Method) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads rows, columns, outward or contiguous.
func (m *Method) UnmarshalText(text []byte) error { return read(m, "method", methods, text) }

// String returns the token: viewer-left, viewer-right or centre.
func (s Start) String() string { return of(starts, s).token }

// Label returns the start in Chinese.
func (s Start) Label() string { return of(starts, s).hans }

// AppendText appends the token of a valid start.
func (s Start) AppendText(dst []byte) ([]byte, error) { return write(dst, "start", starts, s) }

// MarshalText returns the token of a valid start.
func (s Start) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads viewer-left, viewer-right or centre.
func (s *Start) UnmarshalText(text []byte) error { return read(s, "start", starts, text) }

// allowed are the starts of each method.
var allowed = [...][]Start{
	Rows:    {StartViewerLeft, StartViewerRight},
	Columns: {StartViewerLeft, StartViewerRight, StartCentre},
	Outward: {0},

	Contiguous: {StartViewerLeft, StartViewerRight},
}

// Validate reports areas, rows and choices that contradict themselves, whoever the
// guests are.
func (h Hall) Validate() check.Problems {
	var ps check.Problems
	checkLengths(&ps, field{"pitch", h.Pitch}, field{"depth", h.Depth}, field{"aisle", h.Aisle})
	if h.Method < Rows || h.Method > Contiguous {
		ps.Add(noChoice.At("method", check.Text("option", "method"), check.Text("known", methods.String())))
	} else if !slices.Contains(allowed[h.Method], h.From) {
		ps.Add(badStart.At("from", h.Method.Term("method"), term("from", starts, h.From)))
	}
	if (h.Method == Columns || h.Method == Contiguous) && len(h.Parties) == 0 {
		ps.Add(noParties.At("parties"))
	}
	if h.Steps < 0 || h.Steps > MaxSteps || h.Steps > 0 && h.Method != Contiguous {
		ps.Add(badSteps.At("steps", check.Int("steps", h.Steps), check.Int("max", MaxSteps), h.Method.Term("method")))
	}
	ps.In("", h.checkClasses())
	if len(h.Marks) > MaxSeats {
		ps.Add(badCount.At("marks", check.Int("n", len(h.Marks)), check.Int("max", MaxSeats)))
	} else {
		for i, m := range h.Marks {
			ps.In(check.Index("marks", i), m.Validate())
		}
	}
	seen := map[roster.OrgID]int{}
	for i, party := range h.Parties {
		at := check.Index("parties", i)
		ps.In("", roster.CheckID(at, roster.KindOrg, party))
		if first, twice := seen[party]; twice {
			ps.Add(partyTwice.At(at, check.ID("party", roster.KindOrg, party), check.Int("first", first+1)))
			continue
		}
		seen[party] = i
	}
	total, names := 0, map[string]int{}
	for i, a := range h.Areas {
		at := check.Index("areas", i)
		ps.In(at, a.Validate())
		if first, twice := names[a.ID]; twice {
			ps.Add(areaTwice.At(check.Key(at, "id"), check.Value("area", a.ID), check.Int("first", first+1)))
		} else {
			names[a.ID] = i
		}
		if len(a.Places) > 0 && h.Method == Columns {
			ps.Add(placesInColumns.At(check.Key(at, "places")))
		}
		for _, row := range a.Rows {
			for _, seats := range row {
				total = min(total+min(max(seats, 0), MaxSeats+1), MaxSeats+1)
			}
		}
		for _, row := range a.Places {
			total = min(total+len(row), MaxSeats+1)
		}
	}
	if total == 0 || total > MaxSeats {
		ps.Add(badCount.At("areas", check.Int("n", total), check.Int("max", MaxSeats)))
	}
	return ps
}

// Validate reports what is wrong with the area alone.
func (a HallArea) Validate() check.Problems {
	var ps check.Problems
	ps.In("", checkArea("id", a.ID))
	if len(a.Label) > 0 {
		ps.In("", roster.CheckID("label", "area", a.Label))
	}
	if len(a.Rows) > 0 && len(a.Places) > 0 {
		ps.Add(rowsAndPlaces.At("places"))
		return ps
	}
	if n := a.rows(); n == 0 || n > MaxSeats || a.Empty < 0 || a.Empty > n {
		ps.Add(badEmpty.At("empty", check.Int("empty", a.Empty), check.Int("rows", n)))
		return ps
	}
	for i, row := range a.Buffer {
		if row <= a.Empty || row > a.rows() || i > 0 && row <= a.Buffer[i-1] {
			ps.Add(badBuffer.At(check.Index("buffer", i), check.Int("row", row), check.Int("empty", a.Empty), check.Int("rows", a.rows())))
		}
	}
	for i, row := range a.Places {
		ps.In(check.Index("places", i), checkPlaces(row, i+1))
	}
	for i, row := range a.Rows {
		at := check.Index("rows", i)
		sum := 0
		for j, seats := range row {
			if seats < 0 || seats > MaxSeats {
				ps.Add(badCount.At(check.Index(at, j), check.Int("n", seats), check.Int("max", MaxSeats)))
			}
			sum += min(max(seats, 0), MaxSeats)
		}
		if sum == 0 || len(row) != len(a.Rows[0]) || len(row) > MaxSeats {
			ps.Add(raggedRow.At(at, check.Int("row", i+1), check.Int("blocks", len(row)), check.Int("front", len(a.Rows[0]))))
		}
	}
	return ps
}

// checkPlaces reports a row without chairs, with chairs out of bounds, or with chairs
// that do not stand from left to right.
func checkPlaces(row []Point, number int) check.Problems {
	var ps check.Problems
	if len(row) == 0 {
		ps.Add(raggedRow.At("", check.Int("row", number), check.Int("blocks", 0), check.Int("front", 1)))
	}
	for i, p := range row {
		at := check.Index("", i)
		if max(p.X, -p.X, p.Y, -p.Y) > MaxExtent {
			ps.Add(tooFar.At(at, check.Int("x", p.X), check.Int("y", p.Y), check.Int("max", MaxExtent)))
		} else if i > 0 && p.X-row[i-1].X < MinPitch {
			ps.Add(notRising.At(at, check.Int("n", i+1), check.Int("row", number), check.Int("min", MinPitch)))
		}
	}
	return ps
}

// MaxExtent is how far from the middle of the plan a chair of a hall may stand.
const MaxExtent = 500 * Metre

func (h Hall) clone() Hall {
	h.Parties, h.Classes, h.Marks = slices.Clone(h.Parties), slices.Clone(h.Classes), slices.Clone(h.Marks)
	h.Areas = slices.Clone(h.Areas)
	for i := range h.Areas {
		a := &h.Areas[i]
		a.Rows, a.Places, a.Buffer = slices.Clone(a.Rows), slices.Clone(a.Places), slices.Clone(a.Buffer)
		for j := range a.Rows {
			a.Rows[j] = slices.Clone(a.Rows[j])
		}
		for j := range a.Places {
			a.Places[j] = slices.Clone(a.Places[j])
		}
	}
	return h
}

func (h Hall) withDefaults() Hall {
	for _, d := range [...]struct {
		length *Length
		value  Length
	}{{&h.Pitch, 550}, {&h.Depth, 950}, {&h.Aisle, 1000}} {
		if *d.length == 0 {
			*d.length = d.value
		}
	}
	if h.Steps == 0 {
		h.Steps = DefaultSteps
	}
	return h
}

// A block is the chairs of an area that anybody may take, by column from the
// viewer's left and by row from the front.
type block struct {
	columns [][]int
	rows    [][]int
	first   int // index of the first row of the area in the layout
	voting  bool
}

func (h Hall) parties() []roster.OrgID { return h.Parties }

func (h Hall) traits() traits {
	t := traits{fromCentre: h.Method == Outward || h.From == StartCentre, fixed: true, keeps: true}
	if len(h.Classes) > 0 {
		t.standing = h.standing
	}
	return t
}

func (h Hall) choices() []choice {
	return []choice{{field: "division", value: uint8(h.Division), words: divisions}}
}

// build places the chairs and says in which order they are filled.
func (h Hall) build(c Convention, guests []Guest) (room, check.Problems) {
	h = h.withDefaults()
	var out room
	var columns []int // of each chair, in its area
	var y, widest, front Length
	firsts := make([]int, len(h.Areas))
	for i, a := range h.Areas {
		firsts[i] = len(out.layout.rows)
		if len(a.Places) > 0 {
			for j, row := range a.Places {
				out.layout.add(h.row(a, j), Up, row)
				columns = append(columns, make([]int, len(row))...)
				for _, p := range row {
					widest, front, y = max(widest, 2*p.X, -2*p.X), min(front, p.Y), max(y, p.Y)
				}
			}
			y += 2 * h.Depth
			continue
		}
		width := h.area(&out.layout, a, y, &columns)
		widest = max(widest, width)
		y += Length(len(a.Rows)+1) * h.Depth
	}
	out.layout.boxes = []Box{{Stage, Point{-widest / 2, front - 5*h.Depth/2}, Point{widest / 2, front - 3*h.Depth/2}}}
	rest, open, ps := h.special(&out, guests)
	if ps.Failed() {
		return room{}, ps
	}
	blocks := make([]block, len(h.Areas))
	for i, a := range h.Areas {
		blocks[i] = out.layout.block(firsts[i], a, columns, open)
	}
	var seqs []sequence
	switch h.Method {
	case Columns:
		seqs, ps = h.byColumns(c, &out.layout, blocks, guests, rest)
	case Contiguous:
		seqs, ps = h.byAreas(&out.layout, blocks, guests, rest, open)
	default:
		seqs, ps = h.byRows(c, &out.layout, blocks, guests, rest)
	}
	out.seqs = append(out.seqs, seqs...)
	return out, ps
}

// row is a row of an area, counted from 0.
func (h Hall) row(a HallArea, i int) Row {
	return Row{Area: a.ID, Label: a.Label, Number: i + 1, Pitch: h.Pitch, Kept: a.kept(i), Voting: a.Voting}
}

// area adds the rows of an area whose front row stands at y, appends the column of
// each chair, and returns the width of the area. In a lane between two aisles the
// outer blocks are flush with their aisle and the others in its middle.
func (h Hall) area(l *Layout, a HallArea, y Length, columns *[]int) Length {
	lanes := make([]int, len(a.Rows[0]))
	for _, row := range a.Rows {
		for i, seats := range row {
			lanes[i] = max(lanes[i], seats)
		}
	}
	all := 0
	for _, lane := range lanes {
		all += lane
	}
	width := Length(all-1)*h.Pitch + Length(len(lanes)-1)*h.Aisle
	for i, row := range a.Rows {
		var places []Point
		lane := 0 // columns before the lane
		for j, n := range row {
			halves := 2*lane + lanes[j] - n // half chairs before the first chair
			switch {
			case len(row) > 1 && j == 0:
				halves = 2 * (lanes[j] - n)
			case len(row) > 1 && j == len(row)-1:
				halves = 2 * lane
			}
			for k := range n {
				at := Length(halves+2*k)*h.Pitch + 2*Length(j)*h.Aisle
				places = append(places, Point{(at - width) / 2, y + Length(i)*h.Depth})
				*columns = append(*columns, (halves+2*k)/2)
			}
			lane += lanes[j]
		}
		l.add(h.row(a, i), Up, places)
	}
	return width + h.Pitch
}

// block collects the open chairs of an area whose first row is given.
func (l *Layout) block(first int, a HallArea, columns []int, open []bool) block {
	b := block{first: first, voting: a.Voting}
	for _, r := range l.rows[first : first+a.rows()] {
		var seats []int
		for seat := r.first; seat < r.first+r.len; seat++ {
			if !open[seat] {
				continue
			}
			seats = append(seats, seat)
			for columns[seat] >= len(b.columns) {
				b.columns = append(b.columns, nil)
			}
			b.columns[columns[seat]] = append(b.columns[columns[seat]], seat)
		}
		if len(seats) > 0 {
			b.rows = append(b.rows, seats)
		}
	}
	return b
}
