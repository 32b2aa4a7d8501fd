package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Rostrum (主席台) is a stage with one row of chairs or more, all facing the
// hall. Each row is centred and filled by the same rule, the front row first.
//
// Rows are given front first. A row may be reserved for a role or for a range of
// ranks; the others take the rest of the list in order. The chairs of a row may
// be given or left to the library: reserved rows have as many chairs as people,
// the others share the people evenly, a row in front having no more than one
// behind it. No chair on a rostrum stays empty: chairs and people that do not
// agree are a finding.
//
// Without Rows the library makes as few rows as MaxRow allows.
type Rostrum struct {
	Rows      []RostrumRow   `json:"rows,omitzero"`
	MaxRow    int            `json:"maxRow,omitzero"`    // most chairs in a row where Rows is empty; 0 is no limit
	Lectern   LecternPlace   `json:"lectern,omitzero"`   // none if not given
	Moderator ModeratorPlace `json:"moderator,omitzero"` // of the one with [RoleModerator]
	Pitch     Length         `json:"pitch,omitzero"`     // from chair to chair; 0 is 800 mm
	Depth     Length         `json:"depth,omitzero"`     // from row to row; 0 is 1,600 mm
	Aisle     Length         `json:"aisle,omitzero"`     // width of an aisle; 0 is 1,000 mm
}

// A RostrumRow is one row of a rostrum. Role and Ranks reserve it; at most one of
// them is given.
type RostrumRow struct {
	Seats  int       `json:"seats,omitzero"`  // chairs; 0 lets the library choose
	Role   Role      `json:"role,omitzero"`   // takes everybody with the role
	Ranks  RankRange `json:"ranks,omitzero"`  // takes everybody with an order in the range and no reserved role
	Aisles []int     `json:"aisles,omitzero"` // an aisle after these chairs, counted as the hall sees them; never in row 1
}

// A RankRange is a range of orders in the list of precedence, both ends included.
// The zero RankRange is none.
type RankRange struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// IsZero reports whether no range is given.
func (r RankRange) IsZero() bool { return r == RankRange{} }

func (r RankRange) has(order int) bool { return r.From <= order && order <= r.To }

// reserved reports whether the row is not for the rest of the list.
func (r RostrumRow) reserved() bool { return r.Role != "" || !r.Ranks.IsZero() }

// rostrumArea is the area of every rostrum.
const rostrumArea = "rostrum"

// Bounds of lengths that an input may give.
const (
	MinPitch = 300 * Millimetre
	MaxPitch = 10 * Metre
)

// checkLengths reports lengths that are given and out of bounds.
func checkLengths(ps *check.Problems, fields ...field) {
	for _, f := range fields {
		if f.length != 0 && (f.length < MinPitch || f.length > MaxPitch) {
			ps.Add(badLength.At(f.name, check.Int("length", f.length), check.Int("min", MinPitch), check.Int("max", MaxPitch)))
		}
	}
}

type field struct {
	name   string
	length Length
}

// Validate reports rows that contradict themselves or each other, whoever the
// guests are.
func (r Rostrum) Validate() check.Problems {
	var ps check.Problems
	checkLengths(&ps, field{"pitch", r.Pitch}, field{"depth", r.Depth}, field{"aisle", r.Aisle})
	chooseOrNone(&ps, "lectern", r.Lectern, lecternPlaces)
	chooseOrNone(&ps, "moderator", r.Moderator, moderatorPlaces)
	if len(r.Rows) > MaxRostrum || r.MaxRow < 0 || r.MaxRow > 0 && len(r.Rows) > 0 {
		ps.Add(badRows.At("rows", check.Int("rows", len(r.Rows)), check.Int("maxRow", r.MaxRow), check.Int("max", MaxRostrum)))
		return ps
	}
	total := 0
	for i, row := range r.Rows {
		at := check.Index("rows", i)
		ps.In(at, row.Validate())
		if i == 0 && len(row.Aisles) > 0 {
			ps.Add(aisleInRowOne.At(check.Key(at, "aisles")))
		}
		for j, other := range r.Rows[:i] {
			if row.Role != "" && row.Role == other.Role ||
				!row.Ranks.IsZero() && row.Ranks.From <= other.Ranks.To && other.Ranks.From <= row.Ranks.To {
				ps.Add(rowsOverlap.At(at, check.Int("row", i+1), check.Int("other", j+1)))
			}
		}
		total += min(max(row.Seats, 0), MaxRostrum)
	}
	if total > MaxRostrum {
		ps.Add(badCount.At("rows", check.Int("n", total), check.Int("max", MaxRostrum)))
	}
	return ps
}

// Validate reports what is wrong with the row alone.
func (r RostrumRow) Validate() check.Problems {
	var ps check.Problems
	if r.Seats < 0 || r.Seats > MaxRostrum {
		ps.Add(badCount.At("seats", check.Int("n", r.Seats), check.Int("max", MaxRostrum)))
	}
	if r.Role != "" {
		ps.In("", roster.CheckID("role", KindRole, r.Role))
	}
	if !r.Ranks.IsZero() && (r.Ranks.From < 1 || r.Ranks.To < r.Ranks.From || r.Role != "") {
		ps.Add(badRange.At("ranks", check.Int("from", r.Ranks.From), check.Int("to", r.Ranks.To)))
	}
	for i, after := range r.Aisles {
		if after < 1 || i > 0 && after <= r.Aisles[i-1] || r.Seats > 0 && after >= r.Seats {
			ps.Add(badAisle.At(check.Index("aisles", i), check.Int("after", after), check.Int("seats", r.Seats)))
		}
	}
	return ps
}

func (r Rostrum) withDefaults() Rostrum {
	for _, d := range [...]struct {
		length *Length
		value  Length
	}{{&r.Pitch, 800}, {&r.Depth, 1600}, {&r.Aisle, 1000}} {
		if *d.length == 0 {
			*d.length = d.value
		}
	}
	return r
}

// split says which guests, given in order, sit in which row; the lists keep the
// order, but for a moderator who sits by role.
func (r Rostrum) split(guests []Guest) ([][]int, check.Problems) {
	moderator, ps := r.moderator(guests)
	if r.Moderator == ModeratorByRank {
		moderator = -1
	}
	spec := r.Rows
	if len(spec) == 0 {
		rows := 1
		if r.MaxRow > 0 {
			rows = (len(guests) + r.MaxRow - 1) / r.MaxRow
		}
		spec = make([]RostrumRow, rows)
	}
	rows := make([][]int, len(spec))
	var rest []int
	for g, guest := range guests {
		if g == moderator {
			continue
		}
		row := slices.IndexFunc(spec, func(row RostrumRow) bool { return row.Role != "" && row.Role == guest.Role })
		if row < 0 {
			row = slices.IndexFunc(spec, func(row RostrumRow) bool { return row.Ranks.has(guest.Order) })
		}
		if row < 0 {
			rest = append(rest, g)
			continue
		}
		rows[row] = append(rows[row], g)
	}
	given, open := 0, 0 // chairs in rows for the rest, and rows that share what is over
	for _, row := range spec {
		switch {
		case row.reserved():
		case row.Seats > 0:
			given += row.Seats
		default:
			open++
		}
	}
	over := max(len(rest)-given, 0)
	if moderator >= 0 && !spec[0].reserved() {
		over = max(len(rest)+1-given, 0)
	}
	left := rest
	for i, row := range spec {
		if !row.reserved() {
			take := row.Seats
			if take == 0 {
				take = over / open
				over -= take
				open--
			}
			if i == 0 && moderator >= 0 {
				take--
			}
			take = min(max(take, 0), len(left))
			rows[i], left = left[:take:take], left[take:]
		}
		if i == 0 && moderator >= 0 && r.Moderator == ModeratorCentre {
			rows[0] = slices.Insert(slices.Clone(rows[0]), 0, moderator)
		} else if i == 0 && moderator >= 0 {
			rows[0] = append(slices.Clone(rows[0]), moderator)
		}
		at := check.Index("rows", i)
		people, seats := len(rows[i]), row.Seats
		if people > seats && seats > 0 {
			ps.Add(tooManyInRow.At(at, check.Int("row", i+1), check.Int("people", people), check.Int("seats", seats)))
		} else if people < max(seats, 1) {
			ps.Add(emptyChairs.At(at, check.Int("row", i+1), check.Int("people", people), check.Int("seats", seats)))
		}
		if n := len(row.Aisles); n > 0 && seats == 0 && row.Aisles[n-1] >= people {
			ps.Add(badAisle.At(check.Index(check.Key(at, "aisles"), n-1), check.Int("after", row.Aisles[n-1]), check.Int("seats", people)))
		}
	}
	if len(left) > 0 {
		ps.Add(tooManyPeople.At("rows", check.Int("people", len(rest)), check.Int("seats", given)))
	}
	if m, _ := r.moderator(guests); r.Moderator == ModeratorByRank && m >= 0 && !slices.Contains(rows[0], m) {
		ps.Add(moderatorBehind.At("moderator", check.ID("person", roster.KindPerson, guests[m].ID)))
	}
	return rows, ps
}

func (r Rostrum) parties() []roster.OrgID { return nil }
func (r Rostrum) traits() traits          { return traits{fromCentre: true, closes: true} }

func (r Rostrum) choices() []choice {
	return []choice{
		{field: "lectern", value: uint8(r.Lectern), words: lecternPlaces},
		{field: "moderator", value: uint8(r.Moderator), words: moderatorPlaces},
	}
}

// build places the chairs and says in which order each row is filled.
func (r Rostrum) build(c Convention, guests []Guest) (room, check.Problems) {
	var ps check.Problems
	if len(guests) > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", len(guests)), check.Int("max", MaxRostrum)))
		return room{}, ps
	}
	r = r.withDefaults()
	rows, ps := r.split(guests)
	if ps.Failed() {
		return room{}, ps
	}
	var out room
	out.layout.seats = make([]Seat, 0, len(guests))
	var widest Length
	for i, people := range rows {
		spec := RostrumRow{}
		if i < len(r.Rows) {
			spec = r.Rows[i]
		}
		y := -Length(i) * r.Depth
		places := r.row(len(people), spec.Aisles, y)
		shape := c.Row.shape(len(people), len(guests) == len(people))
		var lectern []Box
		switch {
		case i > 0 || r.Lectern == 0:
		case r.Lectern == LecternOnTable:
			var box Box
			places, box = r.frontRow(shape)
			lectern = []Box{box}
		default:
			lectern = []Box{r.lectern(places)}
		}
		first := len(out.layout.seats)
		out.layout.add(Row{Area: rostrumArea, Number: i + 1, Pitch: r.Pitch}, Down, places)
		chain := 0
		if spec.reserved() {
			chain = i + 1
		}
		seq := sequence{chain: chain, row: i, guests: people, shape: shape, decided: len(people)}
		if i == 0 && r.Moderator != ModeratorByRank {
			if m, _ := r.moderator(guests); m >= 0 {
				seq.byRole = []int{m}
			}
		}
		seq.fill(first)
		out.seqs = append(out.seqs, seq)
		out.layout.boxes = append(out.layout.boxes, r.tables(places, spec.Aisles)...)
		out.layout.boxes = append(out.layout.boxes, lectern...)
		widest = max(widest, places[len(places)-1].X)
	}
	out.layout.boxes = append(out.layout.boxes, Box{House, Point{-widest - r.Pitch/2, r.Depth}, Point{widest + r.Pitch/2, r.Depth + r.Depth/2}})
	return out, ps
}

// row returns the places of n chairs in a row with aisles, in the middle of the
// stage.
func (r Rostrum) row(n int, aisles []int, y Length) []Point {
	width := Length(n-1)*r.Pitch + Length(len(aisles))*r.Aisle
	places := make([]Point, n)
	passed := 0
	for i := range places {
		if passed < len(aisles) && aisles[passed] == i {
			passed++
		}
		places[i] = Point{(2*(Length(i)*r.Pitch+Length(passed)*r.Aisle) - width) / 2, y}
	}
	return places
}

// tables returns the tables in front of a row, one between two aisles.
func (r Rostrum) tables(places []Point, aisles []int) []Box {
	var boxes []Box
	first := 0
	for _, end := range append(slices.Clone(aisles), len(places)) {
		a, b := places[first], places[end-1]
		boxes = append(boxes, Box{
			Table,
			Point{a.X - r.Pitch/2, a.Y + r.Depth/4},
			Point{b.X + r.Pitch/2, b.Y + r.Depth/2},
		})
		first = end
	}
	return boxes
}
