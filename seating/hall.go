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
	From   Start      `json:"from,omitzero"` // where Rows and Columns begin; Outward always begins in the centre
	// Parties are the delegations in order. Then each delegation sits together, its
	// members in the order of their ranks, and ties between delegations do not
	// matter; every guest belongs to one of them. Columns needs it. Without it the
	// guests are one list.
	Parties []roster.OrgID `json:"parties,omitzero"`
	Pitch   Length         `json:"pitch,omitzero"` // from chair to chair; 0 is 550 mm
	Depth   Length         `json:"depth,omitzero"` // from row to row; 0 is 950 mm
	Aisle   Length         `json:"aisle,omitzero"` // width of an aisle; 0 is 1,000 mm
}

// A HallArea is a part of a hall: a floor, a balcony, a block. Rows holds, for
// each row from the front, the chairs between the aisles from left to right as
// the hall sees the stage; all rows of an area have the same aisles, so that
// {8, 12, 8} stands before {9, 12, 9}, and 0 leaves out a block.
type HallArea struct {
	ID    string  `json:"id"`             // for the names of its chairs
	Label string  `json:"label,omitzero"` // for the sheet, as in 一楼
	Rows  [][]int `json:"rows"`
	Empty int     `json:"empty,omitzero"` // front rows that are kept empty
}

// Method is how a hall is filled.
type Method uint8

// The methods.
const (
	Rows    Method = iota + 1 // 横排法: along the rows, one row after the other
	Columns                   // 竖排法: each delegation in columns from front to back
	Outward                   // 左右排列法: each row from its centre outward
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
	}
	starts = words{
		{"viewer-left", "自观众左侧起", "beginning on the viewer's left"},
		{"viewer-right", "自观众右侧起", "beginning on the viewer's right"},
		{"centre", "自中间起向两侧", "beginning in the centre, then on either side in turn"},
	}
)

// String returns the token: rows, columns or outward.
func (m Method) String() string { return of(methods, m).token }

// Label returns the method in Chinese.
func (m Method) Label() string { return of(methods, m).hans }

// Term returns the method in both languages.
func (m Method) Term(key string) check.Arg { return term(key, methods, m) }

// AppendText appends the token of a valid method.
func (m Method) AppendText(dst []byte) ([]byte, error) { return write(dst, "method", methods, m) }

// MarshalText returns the token of a valid method.
func (m Method) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads rows, columns or outward.
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
}

// Validate reports areas, rows and choices that contradict themselves, whoever the
// guests are.
func (h Hall) Validate() check.Problems {
	var ps check.Problems
	checkLengths(&ps, field{"pitch", h.Pitch}, field{"depth", h.Depth}, field{"aisle", h.Aisle})
	if h.Method < Rows || h.Method > Outward {
		ps.Add(noChoice.At("method", check.Text("option", "method"), check.Text("known", methods.String())))
	} else if !slices.Contains(allowed[h.Method], h.From) {
		ps.Add(badStart.At("from", h.Method.Term("method"), term("from", starts, h.From)))
	}
	if h.Method == Columns && len(h.Parties) == 0 {
		ps.Add(noParties.At("parties"))
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
		for _, row := range a.Rows {
			for _, seats := range row {
				total = min(total+min(max(seats, 0), MaxSeats+1), MaxSeats+1)
			}
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
	if len(a.Rows) == 0 || len(a.Rows) > MaxSeats || a.Empty < 0 || a.Empty > len(a.Rows) {
		ps.Add(badEmpty.At("empty", check.Int("empty", a.Empty), check.Int("rows", len(a.Rows))))
		return ps
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

func (h Hall) withDefaults() Hall {
	for _, d := range [...]struct {
		length *Length
		value  Length
	}{{&h.Pitch, 550}, {&h.Depth, 950}, {&h.Aisle, 1000}} {
		if *d.length == 0 {
			*d.length = d.value
		}
	}
	return h
}

// A block is the chairs of an area by column from the viewer's left and by row
// from the front; rows that are kept empty are not in it.
type block struct {
	columns [][]int
	rows    [][]int
}

func (h Hall) parties() []roster.OrgID { return h.Parties }
func (h Hall) traits() traits {
	return traits{fromCentre: h.Method == Outward || h.From == StartCentre, fixed: true, keeps: true}
}
func (h Hall) choices() []choice { return nil }

// build places the chairs and says in which order they are filled.
func (h Hall) build(c Convention, guests []Guest) (room, check.Problems) {
	h = h.withDefaults()
	var out room
	var blocks []block
	var y, widest Length
	for _, a := range h.Areas {
		b, width := h.area(&out.layout, a, y)
		blocks = append(blocks, b)
		widest = max(widest, width)
		y += Length(len(a.Rows)+1) * h.Depth
	}
	out.layout.boxes = []Box{{Stage, Point{-widest / 2, -5 * h.Depth / 2}, Point{widest / 2, -3 * h.Depth / 2}}}
	var ps check.Problems
	switch h.Method {
	case Columns:
		out.seqs, ps = h.byColumns(c, blocks, guests)
	default:
		out.seqs, ps = h.byRows(c, blocks, guests)
	}
	return out, ps
}

// area adds the rows of an area whose front row stands at y, and returns its
// chairs and its width. In a lane between two aisles the outer blocks are flush
// with their aisle and the others in its middle.
func (h Hall) area(l *Layout, a HallArea, y Length) (block, Length) {
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
	b := block{columns: make([][]int, all)}
	for i, row := range a.Rows {
		var places []Point
		var seats []int
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
				seat := len(l.seats) + len(seats)
				seats = append(seats, seat)
				if i >= a.Empty {
					column := (halves + 2*k) / 2
					b.columns[column] = append(b.columns[column], seat)
				}
			}
			lane += lanes[j]
		}
		l.add(Row{Area: a.ID, Label: a.Label, Number: i + 1, Pitch: h.Pitch, Kept: i < a.Empty}, Up, places)
		if i >= a.Empty {
			b.rows = append(b.rows, seats)
		}
	}
	return b, width + h.Pitch
}

// byRows fills row after row, along the row or from its centre outward. People on
// the floor face the stage: their own left is the left of the plan.
func (h Hall) byRows(c Convention, blocks []block, guests []Guest) ([]sequence, check.Problems) {
	var ps check.Problems
	var seq sequence
	for _, b := range blocks {
		for _, row := range b.rows {
			switch {
			case h.Method == Outward:
				for _, own := range c.Row.shape(len(row), false).order() {
					seq.seats = append(seq.seats, row[own])
				}
			case h.From == StartViewerRight:
				for _, seat := range slices.Backward(row) {
					seq.seats = append(seq.seats, seat)
				}
			default:
				seq.seats = append(seq.seats, row...)
			}
		}
	}
	if len(guests) > len(seq.seats) {
		ps.Add(tooManyPeople.At("areas", check.Int("people", len(guests)), check.Int("seats", len(seq.seats))))
		return nil, ps
	}
	seq.guests = make([]int, len(guests))
	for g := range guests {
		seq.guests[g] = g
	}
	return []sequence{seq}, ps
}

// byColumns gives each delegation as many neighbouring columns as its people
// need, area after area.
func (h Hall) byColumns(c Convention, blocks []block, guests []Guest) ([]sequence, check.Problems) {
	var ps check.Problems
	members := make(map[roster.OrgID][]int, len(h.Parties))
	for g, guest := range guests {
		members[guest.Party] = append(members[guest.Party], g)
	}
	var seqs []sequence
	area, cursor := 0, h.cursor(c, blocks, 0)
	for i, party := range h.Parties {
		people := members[party]
		if len(people) == 0 {
			continue
		}
		var seats []int
		for {
			var fits bool
			if seats, fits = cursor.take(len(people)); fits {
				break
			}
			if area++; area >= len(blocks) {
				ps.Add(partyTooLarge.At(check.Index("parties", i),
					check.ID("party", roster.KindOrg, party), check.Int("people", len(people)), check.Int("seats", len(seats))))
				return nil, ps
			}
			cursor = h.cursor(c, blocks, area)
		}
		seqs = append(seqs, sequence{seats: seats, guests: people, chain: i, party: party, nth: i + 1})
	}
	return seqs, ps
}

// A cursor hands out columns of one area, nearest to the start first. On the sides
// that it begins, taken in turn, next is the column that is next there.
type cursor struct {
	columns [][]int
	sides   []side
	turn    int // whose turn it is
}

type side struct {
	next, step int
}

func (h Hall) cursor(c Convention, blocks []block, area int) *cursor {
	columns := blocks[area].columns
	cur := &cursor{columns: columns}
	left, right := side{0, 1}, side{len(columns) - 1, -1}
	switch h.From {
	case StartViewerLeft:
		cur.sides = []side{left}
	case StartViewerRight:
		cur.sides = []side{right}
	default:
		s := c.Row.shape(len(columns), false)
		near, far := side{s.left - 1, -1}, side{s.left + 1, 1}
		if s.first == OwnRight {
			near, far = far, near
		}
		cur.sides = []side{{s.left, 0}, near, far}
	}
	return cur
}

// take hands out whole columns with room for n people, front to back. From the
// centre, the first delegation takes the middle and the others go to either side
// in turn; where one side has no room left, the other takes them.
func (c *cursor) take(n int) (seats []int, fits bool) {
	if len(c.sides) == 3 { // the centre is not taken yet
		seats = append(seats, c.columns[c.sides[0].next]...)
		c.sides = c.sides[1:]
		for i := 0; len(seats) < n; i++ {
			s := &c.sides[i%2]
			if !c.has(*s) {
				if s = &c.sides[(i+1)%2]; !c.has(*s) {
					return seats, false
				}
			}
			seats = append(seats, c.columns[s.next]...)
			s.next += s.step
		}
		return seats, true
	}
	best := 0
	for i := range c.sides {
		turn := (c.turn + i) % len(c.sides)
		s := c.sides[turn]
		var found []int
		for len(found) < n && c.has(s) {
			found = append(found, c.columns[s.next]...)
			s.next += s.step
		}
		if len(found) >= n {
			c.sides[turn] = s
			c.turn = turn + 1
			return found, true
		}
		if len(found) >= best {
			best, seats = len(found), found
		}
	}
	return seats, false
}

func (c *cursor) has(s side) bool { return s.next >= 0 && s.next < len(c.columns) }
