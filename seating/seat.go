package seating

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A SeatID names a chair for as long as the chair stands: its area, its row and
// its number in the row, both counted from 1. Row 1 is the front row. Numbers run
// from left to right as the hall sees them when it looks at the stage; in settings
// without a stage from left to right on the plan or, in rows that go away from the
// door, from the upper edge, and around a table clockwise from the host. The zero
// SeatID is no chair.
type SeatID struct {
	Area   string
	Row    int
	Number int
}

// IsZero reports whether id names no chair.
func (id SeatID) IsZero() bool { return id == SeatID{} }

// Compare orders chairs by area, row and number.
func (id SeatID) Compare(other SeatID) int {
	return cmp.Or(
		strings.Compare(id.Area, other.Area),
		cmp.Compare(id.Row, other.Row),
		cmp.Compare(id.Number, other.Number),
	)
}

// String returns area, row and number with slashes between them, as in
// rostrum/1/3; of the zero SeatID, "".
func (id SeatID) String() string {
	text, _ := id.AppendText(nil)
	return string(text)
}

// AppendText appends the String of id.
func (id SeatID) AppendText(dst []byte) ([]byte, error) {
	if id.IsZero() {
		return dst, nil
	}
	dst = append(append(dst, id.Area...), '/')
	dst = append(strconv.AppendInt(dst, int64(id.Row), 10), '/')
	return strconv.AppendInt(dst, int64(id.Number), 10), nil
}

// MarshalText returns the String of id.
func (id SeatID) MarshalText() ([]byte, error) { return id.AppendText(nil) }

// UnmarshalText reads what String writes.
func (id *SeatID) UnmarshalText(text []byte) error {
	read, err := ParseSeatID(string(text))
	if err == nil {
		*id = read
	}
	return err
}

// ParseSeatID reads what String writes; "" is the zero SeatID.
func ParseSeatID(s string) (SeatID, error) {
	if s == "" {
		return SeatID{}, nil
	}
	area, rest, _ := strings.Cut(s, "/")
	row, number, _ := strings.Cut(rest, "/")
	id := SeatID{Area: area, Row: counted(row), Number: counted(number)}
	if found := checkArea("", area); found.Failed() || id.Row == 0 || id.Number == 0 {
		return SeatID{}, fmt.Errorf("seat %q is not of the form area/row/number", cut(s))
	}
	return id, nil
}

// counted reads a number from 1 to MaxSeats in its only form, else 0.
func counted(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > MaxSeats || strconv.Itoa(n) != s {
		return 0
	}
	return n
}

// checkArea reports a name that no area can have.
func checkArea(path, area string) check.Problems {
	ps := roster.CheckID(path, "area", area)
	if strings.Contains(area, "/") {
		ps.Add(slashInArea.At(path, check.Value("area", area)))
	}
	return ps
}

// A Seat is a chair: its name, where its middle stands on the plan, and which way
// the person on it faces.
type Seat struct {
	ID     SeatID    `json:"id"`
	At     Point     `json:"at"`
	Facing Direction `json:"facing"`
	Use    Use       `json:"use,omitzero"` // what it is kept for; none if it is for anybody
}
