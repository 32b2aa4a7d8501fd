package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Talks (会谈) are two sides at one long table (长条桌), the principals opposite each
// other in the centre. Each side is filled from its centre by the rule for rows of
// the convention: in foreign affairs the second sits on the principal's own right,
// at home on the own left.
type Talks struct {
	Sides
	Table TableAxis `json:"table"`
	// Interpreter and Ranks say where an interpreter sits and whether that shifts
	// the others. Interpreter must be chosen if a guest has [RoleInterpreter], and
	// Ranks if the interpreter sits beside the principal.
	Interpreter InterpreterSeat  `json:"interpreter,omitzero"`
	Ranks       InterpreterRanks `json:"ranks,omitzero"`
	Pitch       Length           `json:"pitch,omitzero"` // from chair to chair; 0 is 800 mm
}

// TableAxis says how a long table stands to the door.
type TableAxis uint8

// The values of TableAxis.
const (
	TableAcross TableAxis = iota + 1 // 横桌: the long side to the door
	TableEndOn                       // 竖桌: one end to the door
)

var tableAxes = words{
	{"across", "长边对门：客方面门，主方背门", "the long side to the door: guests face it, hosts have their back to it"},
	{"end-on", "一端对门：进门方向右为客方、左为主方", "one end to the door: on entering, guests on the right, hosts on the left"},
}

// String returns the token: across or end-on.
func (t TableAxis) String() string { return of(tableAxes, t).token }

// Label returns the choice in Chinese.
func (t TableAxis) Label() string { return of(tableAxes, t).hans }

// AppendText appends the token of a valid choice.
func (t TableAxis) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "placing of the table", tableAxes, t)
}

// MarshalText returns the token of a valid choice.
func (t TableAxis) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads across or end-on.
func (t *TableAxis) UnmarshalText(text []byte) error {
	return read(t, "placing of the table", tableAxes, text)
}

// InterpreterSeat says where the interpreter of each side sits. Sources differ.
type InterpreterSeat uint8

// The values of InterpreterSeat.
const (
	InterpreterOwnRight InterpreterSeat = iota + 1 // both on the own right of their principals
	InterpretersFacing                             // opposite each other
	InterpreterThird                               // the third seat of the row, counted like any other
	InterpreterBehind                              // behind the principal
	InterpreterOwnLeft                             // both on the own left of their principals
)

var interpreterSeats = words{
	{"own-right", "译员坐主谈人右手侧", "the interpreter on the own right of the principal, on both sides"},
	{"facing", "主方译员在主谈人右手侧、客方译员在左手侧，两译员相对", "the host's interpreter on the own right, the guest's on the own left: they face each other"},
	{"third", "译员坐第三座", "the interpreter on the third seat of the row"},
	{"behind", "译员坐主谈人身后", "the interpreter behind the principal"},
	{"own-left", "译员坐主谈人左手侧", "the interpreter on the own left of the principal, on both sides"},
}

// String returns the token: own-right, facing, third, behind or own-left.
func (i InterpreterSeat) String() string { return of(interpreterSeats, i).token }

// Label returns the choice in Chinese.
func (i InterpreterSeat) Label() string { return of(interpreterSeats, i).hans }

// AppendText appends the token of a valid choice.
func (i InterpreterSeat) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "seat of the interpreter", interpreterSeats, i)
}

// MarshalText returns the token of a valid choice.
func (i InterpreterSeat) MarshalText() ([]byte, error) { return i.AppendText(nil) }

// UnmarshalText reads own-right, facing, third, behind or own-left.
func (i *InterpreterSeat) UnmarshalText(text []byte) error {
	return read(i, "seat of the interpreter", interpreterSeats, text)
}

// InterpreterRanks says what an interpreter beside the principal does to the others. No source says it.
type InterpreterRanks uint8

// The values of InterpreterRanks.
const (
	InterpreterUncounted InterpreterRanks = iota + 1 // the others sit as if nobody were there, one chair further out on that side
	InterpreterCounted                               // the others take the seats that are left, in order
)

var interpreterRanks = words{
	{"uncounted", "译员不占位次，其他人按原侧外移", "the interpreter counts as nobody: the others keep their sides"},
	{"counted", "译员占一个座次，其他人依次递推", "the interpreter takes a seat of the row: the others go on after it"},
}

// String returns the token: uncounted or counted.
func (i InterpreterRanks) String() string { return of(interpreterRanks, i).token }

// Label returns the choice in Chinese.
func (i InterpreterRanks) Label() string { return of(interpreterRanks, i).hans }

// AppendText appends the token of a valid choice.
func (i InterpreterRanks) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "count of the interpreter", interpreterRanks, i)
}

// MarshalText returns the token of a valid choice.
func (i InterpreterRanks) MarshalText() ([]byte, error) { return i.AppendText(nil) }

// UnmarshalText reads uncounted or counted.
func (i *InterpreterRanks) UnmarshalText(text []byte) error {
	return read(i, "count of the interpreter", interpreterRanks, text)
}

// beside reports whether the interpreter sits beside the principal.
func (i InterpreterSeat) beside() bool {
	return i == InterpreterOwnRight || i == InterpretersFacing || i == InterpreterOwnLeft
}

// Validate reports sides that are not two and options that are not known.
func (t Talks) Validate() check.Problems {
	var ps check.Problems
	ps.In("", t.Sides.Validate())
	choose(&ps, "table", t.Table, tableAxes)
	chooseOrNone(&ps, "interpreter", t.Interpreter, interpreterSeats)
	chooseOrNone(&ps, "ranks", t.Ranks, interpreterRanks)
	checkLengths(&ps, field{"pitch", t.Pitch})
	return ps
}

func (t Talks) traits() traits { return traits{fromCentre: true, door: true} }

func (t Talks) choices() []choice {
	return []choice{
		{field: "table", value: uint8(t.Table), words: tableAxes},
		{field: "interpreter", value: uint8(t.Interpreter), words: interpreterSeats},
		{field: "ranks", value: uint8(t.Ranks), words: interpreterRanks},
	}
}

// build seats each side along its edge of the table.
func (t Talks) build(c Convention, guests []Guest) (room, check.Problems) {
	if t.Pitch == 0 {
		t.Pitch = 800
	}
	hosts, visitors, ps := t.split(guests, RoleInterpreter)
	longest := 0
	for _, side := range []people{hosts, visitors} {
		n := len(side.by[RoleInterpreter])
		longest = max(longest, len(side.ranked)+n)
		if n > 0 {
			choose(&ps, "interpreter", t.Interpreter, interpreterSeats)
		}
		if n > 0 && t.Interpreter.beside() {
			choose(&ps, "ranks", t.Ranks, interpreterRanks)
		}
		if n > 1 && t.Interpreter != InterpreterBehind {
			ps.Add(tooManyOfRole.At("interpreter", check.ID("role", KindRole, RoleInterpreter), check.Int("n", n), check.Int("min", 0), check.Int("max", 1)))
		}
	}
	if longest > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", longest), check.Int("max", MaxRostrum)))
	}
	if ps.Failed() {
		return room{}, ps
	}
	var out room
	gap := t.Pitch * 5 / 4 // from the middle of the table to the chairs
	far, near := Point{0, -gap}, Point{0, gap}
	facing := [...]Direction{Down, Up}
	half := Point{Length(longest) * t.Pitch / 2, gap / 2}
	if t.Table == TableEndOn {
		far, near = Point{gap, 0}, Point{-gap, 0}
		facing = [...]Direction{Left, Right}
		half.X, half.Y = half.Y, half.X
	}
	t.side(&out, c, Row{Area: "guests", Kind: GuestRow}, far, facing[0], visitors, OwnLeft)
	t.side(&out, c, Row{Area: "hosts", Kind: HostRow}, near, facing[1], hosts, OwnRight)
	out.layout.boxes = []Box{{Table, Point{-half.X, -half.Y}, half}}
	return out, ps
}

// side seats one side. across is the own side of the principal on which an
// interpreter has the other one opposite.
func (t Talks) side(out *room, c Convention, r Row, mid Point, facing Direction, p people, across OwnSide) {
	r.Number, r.Pitch = 1, t.Pitch
	chain := len(out.seqs)
	n, interpreters := len(p.ranked), p.by[RoleInterpreter]
	if len(interpreters) == 0 || t.Interpreter == InterpreterBehind {
		own := out.bench(r, mid, facing, n)
		out.around(c.Row.shape(n, false), own, p.ranked, chain).chosen = []string{"table"}
		if len(interpreters) > 0 {
			first := out.layout.seats[out.seqs[len(out.seqs)-1].seats[0]].At
			r.Number, r.Kind = 2, BehindRow
			behind := out.bench(r, first.away(facing, t.Pitch*3/2), facing, len(interpreters))
			for i, g := range interpreters {
				out.one(behind[i], anchor{place: behindFirst}, g, "interpreter")
			}
		}
		return
	}
	own := out.bench(r, mid, facing, n+1)
	s := c.Row.shape(n+1, false)
	beside := map[InterpreterSeat]OwnSide{InterpreterOwnRight: OwnRight, InterpretersFacing: across, InterpreterOwnLeft: OwnLeft}[t.Interpreter]
	if beside != 0 && t.Ranks == InterpreterUncounted {
		s = c.Row.shape(n, false).wider(beside)
	}
	order := s.order()
	taken := s.left - 1
	switch {
	case t.Interpreter == InterpreterThird:
		taken = order[min(2, n)]
	case beside == OwnRight:
		taken = s.left + 1
	}
	if taken < 0 || taken >= s.len() { // two people: the one chair beside the principal
		taken = order[1]
	}
	if beside != 0 && t.Ranks == InterpreterUncounted {
		order = c.Row.shape(n, false).order()
		for i, chair := range order {
			if chair >= taken {
				order[i]++
			}
		}
	} else {
		order = slices.DeleteFunc(order, func(chair int) bool { return chair == taken })
	}
	seq := sequence{row: len(out.layout.rows) - 1, guests: p.ranked, chain: chain, decided: n, chosen: []string{"table"}}
	if beside != 0 {
		seq.chosen = append(seq.chosen, "ranks")
	}
	for _, chair := range order {
		side, chairs := s.side(chair)
		seq.take(own[chair], anchor{place: inCentre, side: side, chairs: chairs, seat: own[s.left]})
	}
	out.seqs = append(out.seqs, seq)
	side, chairs := s.side(taken)
	out.one(own[taken], anchor{side: side, chairs: chairs, seat: own[s.left]}, interpreters[0], "interpreter")
}
