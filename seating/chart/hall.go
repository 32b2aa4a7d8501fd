package chart

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// Codes of the findings where a plan and a venue do not fit each other.
const (
	BadUnit  check.Code = "chart/bad-unit"
	NotWhole check.Code = "chart/not-whole"
)

var (
	badUnit = check.Rule{
		Code: BadUnit, Severity: check.Error, Source: check.HouseCustom,
		Hans: "一个单位为 {unit} 毫米不成立：应为 1 至 {max} 毫米",
		En:   "a unit of {unit} mm is none: from 1 to {max} mm",
	}
	notWhole = check.Rule{
		Code: NotWhole, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座位 {guid} 的位置换算后不是整毫米，或超出范围",
		En:   "the place of seat {guid} is no whole number of millimetres, or out of range",
	}
)

// MaxUnit is how many millimetres a unit of a venue may have at most.
const MaxUnit = 1_000 * seating.Millimetre

// openCategory is the category of chairs for anybody; the others bear the token of
// their use, as blocked, reserved and accessible.
const openCategory = "seat"

// VenueOf returns the chairs of a layout as a venue: an area is a zone, the name of a
// chair its id for good, its use its category; tables, stage and door are areas of the
// first zone. A unit has the millimetres given, of which it may be a thousandth part:
// the places are exact.
func VenueOf(name string, l seating.Layout, unit seating.Length) (Venue, error) {
	var ps check.Problems
	if unit < 1 || unit > MaxUnit {
		ps.Add(badUnit.At("unit", check.Int("unit", unit), check.Int("max", MaxUnit)))
		return Venue{}, ps.Err()
	}
	lo, hi := l.Bounds()
	v := Venue{Name: name, Size: VenueSize{
		Width:  int((hi.X - lo.X + unit - 1) / unit),
		Height: int((hi.Y - lo.Y + unit - 1) / unit),
	}}
	place := func(p seating.Point) VenuePosition {
		x, xs := coord(p.X-lo.X, unit)
		y, ys := coord(p.Y-lo.Y, unit)
		if !xs || !ys {
			ps.Add(notWhole.At("unit", check.Value("guid", "")))
		}
		return VenuePosition{X: x, Y: y}
	}
	uses := map[string]bool{}
	for r := range l.Rows() {
		if n := len(v.Zones); n == 0 || v.Zones[n-1].ZoneID != r.Area {
			label := r.Label
			if label == "" {
				label = r.Area
			}
			v.Zones = append(v.Zones, VenueZone{Name: label, ZoneID: r.Area, Rows: []VenueRow{}})
		}
		row := VenueRow{Number: strconv.Itoa(r.Number), NumberPosition: "both", Seats: []VenueSeat{}}
		for s := range l.SeatsOf(r) {
			category := openCategory
			if s.Use != 0 {
				category = s.Use.String()
			}
			if !uses[category] {
				uses[category] = true
				v.Categories = append(v.Categories, VenueCategory{Name: category})
			}
			row.Seats = append(row.Seats, VenueSeat{
				GUID: s.ID.String(), Number: strconv.Itoa(s.ID.Number), Position: place(s.At), Category: category,
			})
		}
		zone := &v.Zones[len(v.Zones)-1]
		zone.Rows = append(zone.Rows, row)
	}
	for b := range l.Boxes() {
		at := place(b.Min)
		area := VenueArea{Shape: "rectangle", Position: &at, Rectangle: &VenueRectangle{
			Width: int((b.Max.X - b.Min.X) / unit), Height: int((b.Max.Y - b.Min.Y) / unit),
		}}
		if b.Kind != seating.Table {
			area.Text = &VenueText{Text: b.Kind.Label()}
		}
		v.Zones[0].Areas = append(v.Zones[0].Areas, area)
	}
	if err := ps.Err(); err != nil {
		return Venue{}, err
	}
	return v, nil
}

// coord returns a length in thousandths of a unit, and whether it is exact.
func coord(d, unit seating.Length) (Coord, bool) {
	n := int64(d) * 1000
	return Coord(n / int64(unit)), n%int64(unit) == 0
}

// A VenueRef joins a chair of a hall with the id that it has in a venue.
type VenueRef struct {
	Seat seating.SeatID
	GUID string
}

// Hall returns the chairs of the venue as a hall, whose method is left to the caller,
// and for each chair its id in the venue. Rows count from the upper edge, chairs from
// the left, whatever they are called in the venue; the middle of the hall is 0. A zone
// keeps its id or name where that can name an area, and is zone-1, zone-2 and so on
// otherwise. Chairs of the categories blocked, reserved and accessible are marked so.
// It is an error if a place is no whole number of millimetres, or if the hall is not
// valid; zones without a chair are left out.
func (v Venue) Hall(unit seating.Length) (seating.Hall, []VenueRef, error) {
	ps := v.Validate()
	if unit < 1 || unit > MaxUnit {
		ps.Add(badUnit.At("unit", check.Int("unit", unit), check.Int("max", MaxUnit)))
	}
	if err := ps.Err(); err != nil {
		return seating.Hall{}, nil, err
	}
	var zones [][][]chairAt
	for i, z := range v.Zones {
		zones = append(zones, z.chairs(i, unit, &ps))
	}
	if err := ps.Err(); err != nil {
		return seating.Hall{}, nil, err
	}
	h := seating.Hall{}
	var refs []VenueRef
	middle := middleOf(zones)
	taken := map[string]bool{}
	for i, rows := range zones {
		if len(rows) == 0 {
			continue
		}
		area := seating.HallArea{ID: v.Zones[i].area(i, taken), Label: v.Zones[i].Name}
		if roster.CheckID("label", "area", area.Label).Failed() {
			area.Label = ""
		}
		taken[area.ID] = true
		for j, row := range rows {
			places := make([]seating.Point, len(row))
			for k, c := range row {
				places[k] = seating.Point{X: c.at.X - middle.X, Y: c.at.Y - middle.Y}
				id := seating.SeatID{Area: area.ID, Row: j + 1, Number: k + 1}
				refs = append(refs, VenueRef{id, c.seat.GUID})
				var use seating.Use
				if use.UnmarshalText([]byte(c.seat.Category)) == nil {
					h.Marks = append(h.Marks, seating.Mark{Seat: id, Use: use})
				}
			}
			area.Places = append(area.Places, places)
		}
		h.Areas = append(h.Areas, area)
	}
	whole := h // whatever the method
	whole.Method, whole.From = seating.Rows, seating.StartViewerLeft
	ps.In("", whole.Validate())
	if err := ps.Err(); err != nil {
		return seating.Hall{}, nil, err
	}
	return h, refs, nil
}

// A chairAt is a chair of a venue and its place in millimetres.
type chairAt struct {
	at   seating.Point
	seat VenueSeat
}

// chairs returns the chairs of a zone row by row, rows from the upper edge and chairs
// from the left.
func (z VenueZone) chairs(i int, unit seating.Length, ps *check.Problems) [][]chairAt {
	var rows [][]chairAt
	for j, r := range z.Rows {
		var row []chairAt
		for k, s := range r.Seats {
			x, y := z.Position.X+s.Position.X, z.Position.Y+s.Position.Y
			if r.Position != nil {
				x, y = x+r.Position.X, y+r.Position.Y
			}
			px, xs := length(x, unit)
			py, ys := length(y, unit)
			if !xs || !ys {
				at := check.Index(check.Key(check.Index(check.Key(check.Index("zones", i), "rows"), j), "seats"), k)
				ps.Add(notWhole.At(check.Key(at, "position"), check.Value("guid", s.GUID)))
			}
			row = append(row, chairAt{seating.Point{X: px, Y: py}, s})
		}
		slices.SortStableFunc(row, func(a, b chairAt) int { return cmp.Compare(a.at.X, b.at.X) })
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b []chairAt) int { return cmp.Compare(top(a), top(b)) })
	return rows
}

// top is the least Y of a row.
func top(row []chairAt) seating.Length {
	y := row[0].at.Y
	for _, c := range row {
		y = min(y, c.at.Y)
	}
	return y
}

// length returns a coordinate in millimetres, and whether it is exact and in range.
func length(c Coord, unit seating.Length) (seating.Length, bool) {
	if max(c, -c) > MaxCoord {
		return 0, false
	}
	n := int64(c) * int64(unit)
	mm := n / 1000
	return seating.Length(mm), n%1000 == 0 && max(mm, -mm) <= int64(seating.MaxExtent)
}

// middleOf returns the middle of all chairs from left to right, and the upper edge.
func middleOf(zones [][][]chairAt) seating.Point {
	first := true
	var left, right, upper seating.Length
	for _, rows := range zones {
		for _, row := range rows {
			a, b, y := row[0].at.X, row[len(row)-1].at.X, top(row)
			if first {
				left, right, upper, first = a, b, y, false
			}
			left, right, upper = min(left, a), max(right, b), min(upper, y)
		}
	}
	return seating.Point{X: (left + right) / 2, Y: upper}
}

// area returns a name that an area can have and that is not taken.
func (z VenueZone) area(i int, taken map[string]bool) string {
	for _, name := range [...]string{z.ZoneID, z.Name} {
		id := seating.SeatID{Area: name, Row: 1, Number: 1}
		if back, err := seating.ParseSeatID(id.String()); err == nil && back == id && !taken[name] {
			return name
		}
	}
	for n := i + 1; ; n++ {
		if name := "zone-" + strconv.Itoa(n); !taken[name] {
			return name
		}
	}
}
