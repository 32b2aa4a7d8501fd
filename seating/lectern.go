package seating

import "github.com/huiwu-go/huiwu/roster/check"

// LecternPlace says where the lectern (发言席) of a rostrum stands. Sources have all of them. The
// zero LecternPlace is a rostrum without one.
type LecternPlace uint8

// The values of LecternPlace.
const (
	LecternOnTable  LecternPlace = iota + 1 // on the head table, which it splits: No.1 on one side of it, the third on the other
	LecternFront                            // before the middle of the front row
	LecternOwnRight                         // right-front, as those on the rostrum have it
	LecternOwnLeft                          // left-front, as those on the rostrum have it
)

var lecternPlaces = words{
	{"on-table", "发言席在台上，紧邻1号", "the lectern on the head table, beside No.1"},
	{"front", "发言席在台前正中", "the lectern in front of the rostrum"},
	{"own-right", "发言席在主席台自身右前方", "the lectern at the front, on the own right of the rostrum"},
	{"own-left", "发言席在主席台自身左前方", "the lectern at the front, on the own left of the rostrum"},
}

// String returns the token: on-table, front, own-right or own-left.
func (l LecternPlace) String() string { return of(lecternPlaces, l).token }

// Label returns the choice in Chinese.
func (l LecternPlace) Label() string { return of(lecternPlaces, l).hans }

// AppendText appends the token of a valid choice.
func (l LecternPlace) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "place of the lectern", lecternPlaces, l)
}

// MarshalText returns the token of a valid choice.
func (l LecternPlace) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText reads on-table, front, own-right or own-left.
func (l *LecternPlace) UnmarshalText(text []byte) error {
	return read(l, "place of the lectern", lecternPlaces, text)
}

// ModeratorPlace says where the one with [RoleModerator] sits, always in the front row. Sources have
// all of them. The zero ModeratorPlace is a rostrum without a moderator.
type ModeratorPlace uint8

// The values of ModeratorPlace.
const (
	ModeratorCentre ModeratorPlace = iota + 1 // in the chair of the first of the front row; the others follow
	ModeratorEnd                              // in the chair of the last of the front row
	ModeratorByRank                           // by rank; a rank of a row behind is refused
)

var moderatorPlaces = words{
	{"centre", "主持人居前排正中", "the moderator in the centre of the front row"},
	{"end", "主持人在前排末位", "the moderator at the end of the front row"},
	{"by-rank", "主持人按本人位次", "the moderator by own rank"},
}

// String returns the token: centre, end or by-rank.
func (m ModeratorPlace) String() string { return of(moderatorPlaces, m).token }

// Label returns the choice in Chinese.
func (m ModeratorPlace) Label() string { return of(moderatorPlaces, m).hans }

// AppendText appends the token of a valid choice.
func (m ModeratorPlace) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "place of the moderator", moderatorPlaces, m)
}

// MarshalText returns the token of a valid choice.
func (m ModeratorPlace) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads centre, end or by-rank.
func (m *ModeratorPlace) UnmarshalText(text []byte) error {
	return read(m, "place of the moderator", moderatorPlaces, text)
}

// frontRow returns the places of the front row, with the gap for a lectern on the
// table, and the box of the lectern.
func (r Rostrum) frontRow(s shape) ([]Point, Box) {
	n := s.len()
	before := s.right // chairs on the viewer's left of the gap
	if s.first == OwnRight {
		before++ // the gap is on the own left of No.1
	}
	places := r.row(n, nil, 0)
	x := places[n-1].X + r.Pitch
	switch {
	case before == 0:
		x = places[0].X - r.Pitch
	case before < n:
		wide := r
		wide.Aisle = r.Pitch
		places = wide.row(n, []int{before}, 0)
		x = (places[before-1].X + places[before].X) / 2
	}
	return places, r.lecternAt(x, -r.Pitch/4)
}

// lectern returns the box of a lectern that is not on the table.
func (r Rostrum) lectern(places []Point) Box {
	y := r.Depth * 5 / 8
	switch r.Lectern {
	case LecternOwnRight:
		return r.lecternAt(places[0].X-r.Pitch*3/2, y)
	case LecternOwnLeft:
		return r.lecternAt(places[len(places)-1].X+r.Pitch*3/2, y)
	default:
		return r.lecternAt(0, y)
	}
}

func (r Rostrum) lecternAt(x, y Length) Box {
	return Box{Lectern, Point{x - r.Pitch*2/5, y}, Point{x + r.Pitch*2/5, y + r.Depth/4}}
}

// moderator returns the guest who sits by role, -1 if nobody does.
func (r Rostrum) moderator(guests []Guest) (int, check.Problems) {
	var ps check.Problems
	if r.Moderator == 0 {
		return -1, ps
	}
	all := listed(guests, "", RoleModerator).by[RoleModerator]
	if len(all) == 0 {
		return -1, ps
	}
	if len(all) > 1 {
		ps.Add(tooManyOfRole.At("moderator", check.ID("role", KindRole, RoleModerator), check.Int("n", len(all)), check.Int("min", 0), check.Int("max", 1)))
	}
	return all[0], ps
}
