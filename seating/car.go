package seating

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Car (乘车) is a vehicle with the driver on the left. Guests are its passengers; the
// driver is not among them. Whatever the rule, the seat where the guest of honour
// has sat down is the seat of honour.
type Car struct {
	Vehicle    VehicleType `json:"vehicle"`
	Driver     CarDriver   `json:"driver"`
	RearMiddle RearMiddle  `json:"rearMiddle,omitzero"` // to be chosen for a car with five seats and an employed driver
	Coach      CoachFirst  `json:"coach,omitzero"`      // to be chosen for a coach
	Rows       int         `json:"rows,omitzero"`       // rows of a coach; 0 is 6
	Left       int         `json:"left,omitzero"`       // chairs of a coach in a row behind the driver; 0 is 2
	Right      int         `json:"right,omitzero"`      // chairs on the other side of the aisle; 0 is 1
}

// VehicleType is a kind of vehicle by its seats, that of the driver included.
type VehicleType uint8

// The values of VehicleType.
const (
	Sedan4 VehicleType = iota + 1 // 四座轿车: one beside the driver, two behind
	Sedan5                        // 五座轿车: one beside the driver, three behind
	Seven                         // 七座车: one, two, three
	MPV                           // 商务车: two captain's chairs in the middle, three behind
	Coach                         // 中巴: rows on both sides of an aisle
	Jeep                          // 越野车: one beside the driver, three behind
)

var vehicleTypes = words{
	{"sedan-4", "四座轿车", "a car with four seats"},
	{"sedan-5", "五座轿车", "a car with five seats"},
	{"seven", "七座车", "a car with seven seats"},
	{"mpv", "商务车", "a van with two captain's chairs"},
	{"coach", "中巴", "a coach"},
	{"jeep", "越野车", "a jeep"},
}

// String returns the token: sedan-4, sedan-5, seven, mpv, coach or jeep.
func (v VehicleType) String() string { return of(vehicleTypes, v).token }

// Label returns the choice in Chinese.
func (v VehicleType) Label() string { return of(vehicleTypes, v).hans }

// AppendText appends the token of a valid choice.
func (v VehicleType) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "vehicle", vehicleTypes, v)
}

// MarshalText returns the token of a valid choice.
func (v VehicleType) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads sedan-4, sedan-5, seven, mpv, coach or jeep.
func (v *VehicleType) UnmarshalText(text []byte) error { return read(v, "vehicle", vehicleTypes, text) }

// CarDriver says who drives.
type CarDriver uint8

// The values of CarDriver.
const (
	DriverEmployed CarDriver = iota + 1 // 专职司机
	DriverHost                          // 主人驾车: the seat beside the host is the first
)

var carDrivers = words{
	{"employed", "专职司机驾车", "a driver is employed"},
	{"host", "主人驾车", "the host drives"},
}

// String returns the token: employed or host.
func (c CarDriver) String() string { return of(carDrivers, c).token }

// Label returns the choice in Chinese.
func (c CarDriver) Label() string { return of(carDrivers, c).hans }

// AppendText appends the token of a valid choice.
func (c CarDriver) AppendText(dst []byte) ([]byte, error) { return write(dst, "driver", carDrivers, c) }

// MarshalText returns the token of a valid choice.
func (c CarDriver) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads employed or host.
func (c *CarDriver) UnmarshalText(text []byte) error { return read(c, "driver", carDrivers, text) }

// RearMiddle says who is third in a car with five seats and an employed driver. Sources
// differ.
type RearMiddle uint8

// The values of RearMiddle.
const (
	RearMiddleLast  RearMiddle = iota + 1 // the third sits beside the driver; the rear middle is used when three sit behind
	RearMiddleThird                       // the third sits in the rear middle; beside the driver is last
)

var rearMiddles = words{
	{"last", "副驾驶为第三，后排中间仅三人并坐时用", "beside the driver is the third seat, the rear middle the last"},
	{"third", "后排中间为第三，副驾驶为末", "the rear middle is the third seat, beside the driver the last"},
}

// String returns the token: last or third.
func (r RearMiddle) String() string { return of(rearMiddles, r).token }

// Label returns the choice in Chinese.
func (r RearMiddle) Label() string { return of(rearMiddles, r).hans }

// AppendText appends the token of a valid choice.
func (r RearMiddle) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "use of the rear middle", rearMiddles, r)
}

// MarshalText returns the token of a valid choice.
func (r RearMiddle) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads last or third.
func (r *RearMiddle) UnmarshalText(text []byte) error {
	return read(r, "use of the rear middle", rearMiddles, text)
}

// CoachFirst says where the first sits in a coach. Sources differ.
type CoachFirst uint8

// The values of CoachFirst.
const (
	CoachBehindDriver CoachFirst = iota + 1 // the window seat behind the driver, then across the row
	CoachRight                              // the window seat on the right, then across the row
)

var coachFirsts = words{
	{"behind-driver", "司机后第一排靠窗为首，自此向右", "the window seat of the first row behind the driver is the first, then across"},
	{"right", "每排右高左低", "in each row right is before left"},
}

// String returns the token: behind-driver or right.
func (c CoachFirst) String() string { return of(coachFirsts, c).token }

// Label returns the choice in Chinese.
func (c CoachFirst) Label() string { return of(coachFirsts, c).hans }

// AppendText appends the token of a valid choice.
func (c CoachFirst) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "first seat of a coach", coachFirsts, c)
}

// MarshalText returns the token of a valid choice.
func (c CoachFirst) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads behind-driver or right.
func (c *CoachFirst) UnmarshalText(text []byte) error {
	return read(c, "first seat of a coach", coachFirsts, text)
}

// A carSeat is a seat of a vehicle by its row and side.
type carSeat uint8

const (
	besideDriver carSeat = iota
	middleLeft
	middleRight
	rearLeft
	rearMiddle
	rearRight
)

// carOrder is the seats of a vehicle in order of honour. driver and middle are 0
// where they do not matter.
type carOrder struct {
	vehicle VehicleType
	driver  CarDriver
	middle  RearMiddle
	seats   []carSeat
}

// carOrders are all orders but those of coaches.
var carOrders = []carOrder{
	{Sedan4, DriverEmployed, 0, []carSeat{rearRight, rearLeft, besideDriver}},
	{Sedan4, DriverHost, 0, []carSeat{besideDriver, rearRight, rearLeft}},
	{Sedan5, DriverEmployed, RearMiddleLast, []carSeat{rearRight, rearLeft, besideDriver, rearMiddle}},
	{Sedan5, DriverEmployed, RearMiddleThird, []carSeat{rearRight, rearLeft, rearMiddle, besideDriver}},
	{Sedan5, DriverHost, 0, []carSeat{besideDriver, rearRight, rearLeft, rearMiddle}},
	{Seven, DriverEmployed, 0, []carSeat{rearRight, rearLeft, rearMiddle, middleRight, middleLeft, besideDriver}},
	{Seven, DriverHost, 0, []carSeat{besideDriver, rearRight, rearLeft, rearMiddle, middleRight, middleLeft}},
	{MPV, DriverEmployed, 0, []carSeat{middleRight, middleLeft, rearRight, rearLeft, rearMiddle, besideDriver}},
	{MPV, DriverHost, 0, []carSeat{besideDriver, middleRight, middleLeft, rearRight, rearLeft, rearMiddle}},
	{Jeep, 0, 0, []carSeat{besideDriver, rearRight, rearLeft, rearMiddle}},
}

// maxCoach bounds the rows of a coach and the chairs on a side of its aisle.
const maxCoach = 30

// Validate reports options that are not chosen and a coach that is none.
func (c Car) Validate() check.Problems {
	var ps check.Problems
	choose(&ps, "vehicle", c.Vehicle, vehicleTypes)
	choose(&ps, "driver", c.Driver, carDrivers)
	chooseOrNone(&ps, "rearMiddle", c.RearMiddle, rearMiddles)
	chooseOrNone(&ps, "coach", c.Coach, coachFirsts)
	if c.Vehicle == Sedan5 && c.Driver == DriverEmployed {
		choose(&ps, "rearMiddle", c.RearMiddle, rearMiddles)
	}
	if c.Vehicle == Coach {
		choose(&ps, "coach", c.Coach, coachFirsts)
	}
	for _, f := range [...]struct {
		name string
		n    int
	}{{"rows", c.Rows}, {"left", c.Left}, {"right", c.Right}} {
		if f.n < 0 || f.n > maxCoach {
			ps.Add(badCount.At(f.name, check.Int("n", f.n), check.Int("max", maxCoach)))
		}
	}
	return ps
}

func (c Car) parties() []roster.OrgID { return nil }
func (c Car) traits() traits          { return traits{fixed: true, keeps: true} }

func (c Car) choices() []choice {
	return []choice{
		{field: "vehicle", value: uint8(c.Vehicle), words: vehicleTypes},
		{field: "driver", value: uint8(c.Driver), words: carDrivers},
		{field: "rearMiddle", value: uint8(c.RearMiddle), words: rearMiddles},
		{field: "coach", value: uint8(c.Coach), words: coachFirsts},
	}
}

// carPitch is the distance of two seats, and carDepth that of two rows.
const (
	carPitch = 600 * Millimetre
	carDepth = 900 * Millimetre
)

// build puts the passengers on the seats of the vehicle, which drives up the plan.
func (c Car) build(_ Convention, guests []Guest) (room, check.Problems) {
	var ps check.Problems
	var out room
	var order []int
	if c.Vehicle == Coach {
		order = c.coach(&out)
	} else {
		order = c.car(&out)
	}
	if len(guests) > len(order) {
		ps.Add(tooManyPeople.At("vehicle", check.Int("people", len(guests)), check.Int("seats", len(order))))
		return room{}, ps
	}
	seq := sequence{guests: listed(guests, "").ranked, chosen: []string{"vehicle", "driver", "rearMiddle", "coach"}}
	for _, seat := range order {
		seq.take(seat, anchor{place: standing})
	}
	out.seqs = []sequence{seq}
	return out, ps
}

// car returns the seats of a vehicle with three rows at most, in order of honour.
func (c Car) car(out *room) []int {
	var order []carSeat
	for _, o := range carOrders {
		if o.vehicle == c.Vehicle && (o.driver == 0 || o.driver == c.Driver) && (o.middle == 0 || o.middle == c.RearMiddle) {
			order = o.seats
			break
		}
	}
	has := map[carSeat]int{}
	for _, s := range order {
		has[s] = -1
	}
	y := Length(0)
	for _, row := range [...]struct {
		row   Row
		seats [3]carSeat // left, middle, right; besideDriver where there is none
	}{
		{Row{Area: "front", Kind: FrontSeats}, [3]carSeat{}},
		{Row{Area: "middle", Kind: MiddleSeats}, [3]carSeat{middleLeft, besideDriver, middleRight}},
		{Row{Area: "rear", Kind: RearSeats}, [3]carSeat{rearLeft, rearMiddle, rearRight}},
	} {
		row.row.Number, row.row.Pitch = 1, carPitch
		var places []Point
		var named []carSeat
		for i, s := range row.seats {
			if _, there := has[s]; there && (s != besideDriver || row.row.Kind == FrontSeats && i == 2) {
				places, named = append(places, Point{Length(i-1) * carPitch, y}), append(named, s)
			}
		}
		if len(places) == 0 {
			continue
		}
		for i, seat := range out.own(row.row, Up, places) {
			has[named[i]] = seat
		}
		y += carDepth
	}
	out.layout.boxes = []Box{driversSeat()}
	seats := make([]int, len(order))
	for i, s := range order {
		seats[i] = has[s]
	}
	return seats
}

// coach returns the chairs of a coach in order of honour.
func (c Car) coach(out *room) []int {
	for _, d := range [...]struct {
		n     *int
		value int
	}{{&c.Rows, 6}, {&c.Left, 2}, {&c.Right, 1}} {
		if *d.n == 0 {
			*d.n = d.value
		}
	}
	width := c.Left + 1 + c.Right // with the aisle
	var order []int
	for row := range c.Rows {
		var places []Point
		for i := range width {
			if i != c.Left {
				places = append(places, Point{Length(i-1) * carPitch, Length(row+1) * carDepth})
			}
		}
		own := out.own(Row{Area: "coach", Number: row + 1, Kind: CoachSeats, Pitch: carPitch}, Up, places)
		if c.Coach == CoachRight {
			own = chairsOf(own)
		}
		order = append(order, own...)
	}
	out.layout.boxes = []Box{driversSeat()}
	return order
}

func driversSeat() Box {
	return Box{Driver, Point{-carPitch * 3 / 2, -carDepth / 3}, Point{-carPitch / 2, carDepth / 3}}
}
