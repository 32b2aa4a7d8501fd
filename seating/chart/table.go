package chart

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
	"github.com/huiwu-go/huiwu/seating"
)

// A SeatLine is a chair and who sits there, as a line of a table.
type SeatLine struct {
	Seat   seating.SeatID
	At     seating.Point
	Use    seating.Use
	Person roster.PersonID // "" is nobody
	Name   string          // as printed
}

// Codes of the findings in tables of chairs.
const (
	SeatTwice   check.Code = "chart/seat-twice"
	PersonTwice check.Code = "chart/person-twice"
	FarSeat     check.Code = "chart/far-seat"
)

var (
	seatTwice = check.Rule{
		Code: SeatTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座位 {seat} 列了两次，前一处为 {first}",
		En:   "seat {seat} is listed twice, first at {first}",
	}
	personTwice = check.Rule{
		Code: PersonTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 坐在两个座位上，前一处为 {first}",
		En:   "{person} sits on two chairs, first at {first}",
	}
	farSeat = check.Rule{
		Code: FarSeat, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座位位置 {n} 超出 {max} 毫米",
		En:   "the place {n} lies further out than {max} mm",
	}
)

// seatColumns are the columns of a table of chairs, each with its Chinese header.
var seatColumns = []wire.Column{
	{Name: "seat", Aliases: []string{"座位"}, Required: true, Filled: true},
	{Name: "x", Aliases: []string{"横向"}},
	{Name: "y", Aliases: []string{"纵向"}},
	{Name: "use", Aliases: []string{"用途"}},
	{Name: "person", Aliases: []string{"人员"}},
	{Name: "name", Aliases: []string{"姓名"}},
}

// SeatLines returns the chairs of a plan by area, row and number. Names are those of
// the options.
func SeatLines(p seating.Plan, o *Options) []SeatLine {
	var names check.Namer
	if o != nil {
		names = o.Names
	}
	var lines []SeatLine
	for place := range p.Places() {
		line := SeatLine{Seat: place.Seat.ID, At: place.Seat.At, Use: place.Seat.Use}
		if !place.Empty() {
			line.Person = place.Guest.ID
			line.Name = named(names, roster.KindPerson, string(line.Person))
		}
		lines = append(lines, line)
	}
	return lines
}

// AppendSeats appends chairs as a table in CSV that spreadsheets take for what it is: a
// name that begins like a formula does not become one.
func AppendSeats(dst []byte, lines []SeatLine) ([]byte, error) {
	rows := make([][]string, 1, len(lines)+1)
	for _, c := range seatColumns {
		rows[0] = append(rows[0], c.Name)
	}
	for _, l := range lines {
		use := ""
		if l.Use != 0 {
			use = l.Use.String()
		}
		rows = append(rows, []string{
			l.Seat.String(), strconv.Itoa(int(l.At.X)), strconv.Itoa(int(l.At.Y)), use, string(l.Person), l.Name,
		})
	}
	return wire.CSV{}.Append(dst, rows)
}

// ReadSeats reads what AppendSeats writes, also with Chinese headers and with fewer
// columns: the chair alone must be there. Chairs and people that stand twice are
// errors; then there are no lines.
func ReadSeats(data []byte) ([]SeatLine, check.Problems) {
	t := wire.CSV{}.Parse(data, seatColumns)
	var lines []SeatLine
	seats, people := map[seating.SeatID]string{}, map[roster.PersonID]string{}
	for row := range t.Rows() {
		l := SeatLine{Person: roster.PersonID(row.Text("person")), Name: row.Text("name")}
		row.Read("seat", &l.Seat)
		row.Read("use", &l.Use)
		l.At = seating.Point{X: within(t, row, "x"), Y: within(t, row, "y")}
		at, _ := row.At("seat")
		if first, twice := seats[l.Seat]; twice {
			t.Add(seatTwice.At(at, check.Value("seat", l.Seat.String()), check.Text("first", first)))
		} else if !l.Seat.IsZero() {
			seats[l.Seat] = at
		}
		at, _ = row.At("person")
		if l.Person != "" {
			t.Add(slices.Collect(roster.CheckID(at, roster.KindPerson, l.Person).All())...)
			if first, twice := people[l.Person]; twice {
				t.Add(personTwice.At(at, check.ID("person", roster.KindPerson, l.Person), check.Text("first", first)))
			} else {
				people[l.Person] = at
			}
		}
		lines = append(lines, l)
	}
	ps := t.Problems()
	if ps.Failed() {
		return nil, ps
	}
	return lines, ps
}

// within reads a length of no more than the greatest hall.
func within(t *wire.Table, row wire.Row, column string) seating.Length {
	n := row.Int(column)
	if n > int64(seating.MaxExtent) || n < -int64(seating.MaxExtent) {
		at, _ := row.At(column)
		t.Add(farSeat.At(at, check.Int("n", n), check.Int("max", seating.MaxExtent)))
		return 0
	}
	return seating.Length(n)
}

// DraftOf returns who sits where as a plan made by hand, which an audit checks: areas in
// the order of their first line, rows and chairs by number. A number that no line has is
// an empty chair. It is an error if that makes more chairs than seating.MaxSeats.
func DraftOf(lines []SeatLine) (seating.Draft, error) {
	area := map[string]int{}
	lines = slices.Clone(lines)
	for _, l := range lines {
		if _, known := area[l.Seat.Area]; !known {
			area[l.Seat.Area] = len(area)
		}
	}
	slices.SortStableFunc(lines, func(a, b SeatLine) int {
		return cmp.Or(cmp.Compare(area[a.Seat.Area], area[b.Seat.Area]), a.Seat.Compare(b.Seat))
	})
	d := seating.Draft{View: seating.FromHall}
	var row seating.SeatID
	chairs := 0
	for _, l := range lines {
		if n := len(d.Rows); n == 0 || l.Seat.Area != row.Area || l.Seat.Row != row.Row {
			d.Rows = append(d.Rows, nil)
		}
		row = l.Seat
		people := &d.Rows[len(d.Rows)-1]
		gap := l.Seat.Number - len(*people) - 1
		if chairs += gap + 1; gap < 0 || chairs > seating.MaxSeats {
			var ps check.Problems
			ps.Add(tooManySeats.At("seats", check.Int("n", chairs), check.Int("max", seating.MaxSeats)))
			return seating.Draft{}, ps.Err()
		}
		*people = append(append(*people, make([]roster.PersonID, gap)...), l.Person)
	}
	return d, nil
}
