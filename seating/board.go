package seating

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Board is a table with a head: a long table with one leader at its end (一头坐), a
// U (U形) or a hollow square (回形). The head faces the door and is filled like a
// row of a rostrum; then come the arms, the chairs nearest to the head first, in
// turn, the side of honour of the convention before the other; the foot comes last
// and is often left empty. For tables with arms beyond six people no source has a
// clear rule: this one continues that of the one leader.
type Board struct {
	Shape BoardShape `json:"shape"`
	Head  int        `json:"head,omitzero"`  // chairs at the head; 0 is 1
	Foot  int        `json:"foot,omitzero"`  // chairs opposite the head; 0 leaves it empty
	Pitch Length     `json:"pitch,omitzero"` // from chair to chair; 0 is 800 mm
}

// BoardShape says what the tables look like. It does not change the order of the chairs.
type BoardShape uint8

// The values of BoardShape.
const (
	BoardLong   BoardShape = iota + 1 // 长桌: one long table
	BoardU                            // U形: open at the foot
	BoardSquare                       // 回形: tables on all four sides
)

var boardShapes = words{
	{"long", "长桌", "one long table"},
	{"u-shape", "U形", "a U"},
	{"hollow-square", "回形", "a hollow square"},
}

// String returns the token: long, u-shape or hollow-square.
func (b BoardShape) String() string { return of(boardShapes, b).token }

// Label returns the choice in Chinese.
func (b BoardShape) Label() string { return of(boardShapes, b).hans }

// AppendText appends the token of a valid choice.
func (b BoardShape) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "shape of the table", boardShapes, b)
}

// MarshalText returns the token of a valid choice.
func (b BoardShape) MarshalText() ([]byte, error) { return b.AppendText(nil) }

// UnmarshalText reads long, u-shape or hollow-square.
func (b *BoardShape) UnmarshalText(text []byte) error {
	return read(b, "shape of the table", boardShapes, text)
}

// Validate reports a shape that is not chosen and numbers of chairs that are none.
func (b Board) Validate() check.Problems {
	var ps check.Problems
	choose(&ps, "shape", b.Shape, boardShapes)
	for _, f := range [...]struct {
		name   string
		chairs int
	}{{"head", b.Head}, {"foot", b.Foot}} {
		if f.chairs < 0 || f.chairs > MaxRostrum {
			ps.Add(badCount.At(f.name, check.Int("n", f.chairs), check.Int("max", MaxRostrum)))
		}
	}
	checkLengths(&ps, field{"pitch", b.Pitch})
	return ps
}

func (b Board) parties() []roster.OrgID { return nil }
func (b Board) traits() traits          { return traits{fromCentre: true, door: true} }

func (b Board) choices() []choice {
	return []choice{{field: "shape", value: uint8(b.Shape), words: boardShapes}}
}

// build seats head, arms and foot as one list.
func (b Board) build(c Convention, guests []Guest) (room, check.Problems) {
	var ps check.Problems
	n := len(guests)
	if n > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", n), check.Int("max", MaxRostrum)))
		return room{}, ps
	}
	if b.Pitch == 0 {
		b.Pitch = 800
	}
	head := min(max(b.Head, 1), n)
	foot := min(b.Foot, n-head)
	arms := n - head - foot
	list := listed(guests, "").ranked
	var out room
	own := out.bench(Row{Area: "head", Number: 1, Kind: HeadRow, Pitch: b.Pitch}, Point{}, Down, head)
	out.around(c.Row.shape(head, false), own, list[:head:head], 0)
	if head == 1 {
		out.seqs[0].anchors[0].place = atHead
	}
	first := out.seqs[0].seats[0]

	half := b.Pitch * Length(max(head, foot, 2)) / 2
	sides := [...]struct {
		row    Row
		x      Length
		facing Direction
		side   OwnSide
		seats  []int
	}{
		{row: Row{Area: "own-left-arm", Kind: OwnLeftArm}, x: half + b.Pitch/2, facing: Left, side: OwnLeft},
		{row: Row{Area: "own-right-arm", Kind: OwnRightArm}, x: -half - b.Pitch/2, facing: Right, side: OwnRight},
	}
	if c.Row.Honour == OwnRight {
		sides[0], sides[1] = sides[1], sides[0]
	}
	seq := sequence{row: 1, guests: list[head : head+arms]}
	for i := range sides {
		s := &sides[i]
		s.row.Number, s.row.Pitch = 1, b.Pitch
		if chairs := (arms + 1 - i) / 2; chairs > 0 {
			s.seats = out.bench(s.row, Point{s.x, b.Pitch + Length(chairs-1)*b.Pitch/2}, s.facing, chairs)
			if s.facing == Left {
				s.seats = chairsOf(s.seats)
			}
		}
	}
	for i := range arms {
		s := sides[i%2]
		seq.take(s.seats[i/2], anchor{side: s.side, chairs: i/2 + 1, seat: first})
	}
	deep := Length((arms+1)/2+1) * b.Pitch
	if arms > 0 {
		out.seqs = append(out.seqs, seq)
	}
	if foot > 0 {
		own = out.bench(Row{Area: "foot", Number: 1, Kind: FootRow, Pitch: b.Pitch}, Point{0, deep}, Up, foot)
		out.around(c.Row.shape(foot, false), own, list[head+arms:], 0)
		if foot == 1 {
			out.seqs[len(out.seqs)-1].anchors[0].place = opposite
		}
	}
	out.layout.boxes = b.tables(half, deep)
	return out, ps
}

// chairsOf returns chairs listed from the other end.
func chairsOf(own []int) []int {
	out := make([]int, len(own))
	for i, seat := range own {
		out[len(own)-1-i] = seat
	}
	return out
}

// tables returns the boxes of the shape inside the chairs.
func (b Board) tables(half, deep Length) []Box {
	top, foot, thick := b.Pitch/2, deep-b.Pitch/2, b.Pitch/2
	if b.Shape == BoardLong || deep < 3*b.Pitch {
		return []Box{{Table, Point{-half, top}, Point{half, foot}}}
	}
	boxes := []Box{
		{Table, Point{-half, top}, Point{half, top + thick}},
		{Table, Point{-half, top + thick}, Point{thick - half, foot}},
		{Table, Point{half - thick, top + thick}, Point{half, foot}},
	}
	if b.Shape == BoardSquare {
		boxes = append(boxes, Box{Table, Point{thick - half, foot - thick}, Point{half - thick, foot}})
	}
	return boxes
}
