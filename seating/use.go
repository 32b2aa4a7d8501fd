package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Use says what a chair of a hall is kept for. The zero Use is a chair for anybody.
type Use uint8

// The values of Use.
const (
	Blocked    Use = iota + 1 // 停用: nobody sits there, as it is broken or a camera stands on it
	Reserved                  // 预留: for those with the role of the mark, or kept empty
	Accessible                // 轮椅席位: a place for those who need it, and for nobody else
)

var uses = words{
	{"blocked", "停用", "blocked"},
	{"reserved", "预留", "reserved"},
	{"accessible", "轮椅席位", "accessible place"},
}

// String returns the token: blocked, reserved or accessible.
func (u Use) String() string { return of(uses, u).token }

// Label returns the use in Chinese.
func (u Use) Label() string { return of(uses, u).hans }

// Term returns the use in both languages.
func (u Use) Term(key string) check.Arg { return term(key, uses, u) }

// AppendText appends the token of a valid use.
func (u Use) AppendText(dst []byte) ([]byte, error) { return write(dst, "use of a chair", uses, u) }

// MarshalText returns the token of a valid use.
func (u Use) MarshalText() ([]byte, error) { return u.AppendText(nil) }

// UnmarshalText reads blocked, reserved or accessible.
func (u *Use) UnmarshalText(text []byte) error { return read(u, "use of a chair", uses, text) }

// A Mark takes neighbouring chairs of a hall out of those for anybody. No chair has
// two marks: one that is blocked and reserved too is a finding, and so is one for
// somebody in a row that is kept empty.
type Mark struct {
	Seat SeatID `json:"seat"`        // the first of them
	To   int    `json:"to,omitzero"` // the number of the last of them in the row; 0 is Seat alone
	Use  Use    `json:"use"`
	Role Role   `json:"role,omitzero"` // of a reserved chair: who sits there; "" keeps it empty
}

// Validate reports what is wrong with the mark alone.
func (m Mark) Validate() check.Problems {
	var ps check.Problems
	if m.Seat.IsZero() {
		ps.Add(noSuchSeat.At("seat", check.Value("seat", "")))
	}
	if m.To != 0 && (m.To < m.Seat.Number || m.To > MaxSeats) {
		ps.Add(badMark.At("to", check.Int("to", m.To), check.Int("from", m.Seat.Number)))
	}
	choose(&ps, "use", m.Use, uses)
	if m.Role != "" {
		ps.In("", roster.CheckID("role", KindRole, m.Role))
		if m.Use != Reserved {
			ps.Add(roleOfMark.At("role", m.Use.Term("use")))
		}
	}
	return ps
}

// last is the number of the last chair of the mark.
func (m Mark) last() int { return max(m.To, m.Seat.Number) }

// mark gives the marked chairs their use and returns, mark by mark, their indices.
func (h Hall) mark(l *Layout) ([][]int, check.Problems) {
	var ps check.Problems
	if len(h.Marks) == 0 {
		return nil, ps
	}
	rows := make(map[SeatID]int, len(l.rows))
	for i, r := range l.rows {
		rows[SeatID{Area: r.Area, Row: r.Number}] = i
	}
	marked := make([][]int, len(h.Marks))
	for i, m := range h.Marks {
		at := check.Index("marks", i)
		r, there := rows[SeatID{Area: m.Seat.Area, Row: m.Seat.Row}]
		if !there || m.last() > l.rows[r].len {
			ps.Add(noSuchSeat.At(check.Key(at, "seat"), check.Value("seat", SeatID{m.Seat.Area, m.Seat.Row, m.last()}.String())))
			continue
		}
		if l.rows[r].Kept && (m.Use == Accessible || m.Role != "") {
			ps.Add(markInKept.At(at, check.Value("seat", m.Seat.String()), m.Use.Term("use")))
		}
		for n := m.Seat.Number; n <= m.last(); n++ {
			s := &l.seats[l.rows[r].first+n-1]
			if s.Use != 0 {
				ps.Add(markedTwice.At(at, check.Value("seat", s.ID.String()), s.Use.Term("first"), m.Use.Term("second")))
				break
			}
			s.Use = m.Use
			marked[i] = append(marked[i], l.rows[r].first+n-1)
		}
	}
	return marked, ps
}

// special seats those who do not sit in the order of the hall: those for whom chairs
// are reserved, those who need an accessible place, and their companions. It returns
// the others, and which chairs are left for them.
func (h Hall) special(out *room, guests []Guest) (rest []int, open []bool, ps check.Problems) {
	marked, ps := h.mark(&out.layout)
	if ps.Failed() {
		return nil, nil, ps
	}
	taken := make([]bool, len(guests))
	h.reserved(out, guests, marked, taken, &ps)
	h.accessible(out, guests, taken, &ps)
	rest = make([]int, 0, len(guests))
	for g := range guests {
		if !taken[g] {
			rest = append(rest, g)
		}
	}
	open = make([]bool, out.layout.Len())
	for _, r := range out.layout.rows {
		for seat := r.first; seat < r.first+r.len; seat++ {
			open[seat] = !r.Kept && out.layout.seats[seat].Use == 0
		}
	}
	for _, seq := range out.seqs {
		for _, seat := range seq.seats {
			open[seat] = false
		}
	}
	return rest, open, ps
}

// reserved seats the people with the roles for which chairs are reserved, in their
// order, on those chairs in the order of the marks.
func (h Hall) reserved(out *room, guests []Guest, marked [][]int, taken []bool, ps *check.Problems) {
	chairs := map[Role][]int{}
	var roles []Role
	for i, m := range h.Marks {
		if m.Use != Reserved || m.Role == "" {
			continue
		}
		if chairs[m.Role] == nil {
			roles = append(roles, m.Role)
		}
		chairs[m.Role] = append(chairs[m.Role], marked[i]...)
	}
	if len(roles) == 0 {
		return
	}
	people := map[Role][]int{}
	for g, guest := range guests {
		if chairs[guest.Role] != nil && !guest.Accessible && guest.Beside == "" {
			people[guest.Role] = append(people[guest.Role], g)
			taken[g] = true
		}
	}
	for _, role := range roles {
		if n := len(people[role]); n > len(chairs[role]) {
			ps.Add(reservedShort.At("marks", check.ID("role", KindRole, role), check.Int("people", n), check.Int("seats", len(chairs[role]))))
			continue
		}
		out.seqs = append(out.seqs, sequence{seats: chairs[role], guests: people[role], chain: -1 - len(out.seqs), use: Reserved})
	}
}

// accessible seats those who need an accessible place, in their order, in the places
// from the front, and their companions beside them. Those who come with somebody
// have the places that have a free chair beside them: as many as a matching of places
// and chairs allows, so that none is refused who could be seated.
func (h Hall) accessible(out *room, guests []Guest, taken []bool, ps *check.Problems) {
	var alone, accompanied, companions []int
	companion := make(map[roster.PersonID]int)
	for g, guest := range guests {
		if guest.Beside != "" {
			companion[guest.Beside] = g
		}
	}
	for g, guest := range guests {
		if !guest.Accessible {
			continue
		}
		taken[g] = true
		if c, with := companion[guest.ID]; with {
			taken[c] = true
			accompanied, companions = append(accompanied, g), append(companions, c)
		} else {
			alone = append(alone, g)
		}
	}
	if len(alone)+len(accompanied) == 0 {
		return
	}
	var places []int
	for seat := range out.layout.seats {
		if out.layout.seats[seat].Use == Accessible {
			places = append(places, seat)
		}
	}
	if need := len(alone) + len(accompanied); need > len(places) {
		ps.Add(accessibleShort.At("marks", check.Int("people", need), check.Int("places", len(places))))
		return
	}
	pairs := out.layout.besides(places)
	if len(pairs) < len(accompanied) {
		ps.Add(companionShort.At("marks", check.Int("people", len(accompanied)), check.Int("places", len(pairs))))
		return
	}
	one := func(seat, g int) {
		out.seqs = append(out.seqs, sequence{seats: []int{seat}, guests: []int{g}, chain: -1 - len(out.seqs), use: Accessible})
	}
	used := map[int]bool{}
	for i, g := range accompanied {
		used[pairs[i].place] = true
		one(pairs[i].place, g)
		one(pairs[i].chair, companions[i])
	}
	free := slices.DeleteFunc(places, func(seat int) bool { return used[seat] })
	for i, g := range alone {
		one(free[i], g)
	}
}

// A besidePair is an accessible place and a chair for anybody beside it.
type besidePair struct{ place, chair int }

// besides matches as many places as possible with a chair of their own beside them,
// in the order of the places.
func (l *Layout) besides(places []int) []besidePair {
	of := map[int]int{} // the place that a chair is matched with
	var tried map[int]bool
	var match func(place int) bool
	match = func(place int) bool {
		for _, chair := range l.neighbours(place) {
			if tried[chair] || l.seats[chair].Use != 0 {
				continue
			}
			tried[chair] = true
			if other, matched := of[chair]; !matched || match(other) {
				of[chair] = place
				return true
			}
		}
		return false
	}
	for _, place := range places {
		tried = map[int]bool{}
		match(place)
	}
	chair := map[int]int{}
	for c, place := range of {
		chair[place] = c
	}
	var pairs []besidePair
	for _, place := range places {
		if c, matched := chair[place]; matched {
			pairs = append(pairs, besidePair{place, c})
		}
	}
	return pairs
}

// neighbours returns the chairs of the row right beside a chair, no aisle between
// them; rows that are kept empty have none.
func (l *Layout) neighbours(seat int) []int {
	r := l.rows[l.row(seat)]
	var all []int
	for _, other := range [...]int{seat - 1, seat + 1} {
		if other >= r.first && other < r.first+r.len && !r.Kept {
			if d := l.seats[other].At.X - l.seats[seat].At.X; max(d, -d) < 2*r.Pitch {
				all = append(all, other)
			}
		}
	}
	return all
}

// suits reports whether everybody sits on a chair that serves: who needs an accessible
// place on one and nobody else there, a companion beside the person accompanied, on
// reserved chairs those with the role, on blocked ones nobody, and voters where there
// are voting units.
func (p *Plan) suits() bool {
	h := p.setting.Hall
	if h == nil || len(h.Marks) == 0 && len(h.Classes) == 0 {
		return true
	}
	l := &p.room.layout
	roles := map[int]Role{}
	marked, _ := h.withDefaults().mark(&Layout{seats: unmarked(l.seats), rows: l.rows})
	for i, seats := range marked {
		for _, seat := range seats {
			roles[seat] = h.Marks[i].Role
		}
	}
	for _, seq := range p.room.seqs {
		for _, seat := range seq.seats {
			if g := p.sitter[seat]; g >= 0 && !p.setting.admits(seq, p.guests[g]) {
				return false
			}
		}
	}
	for seat, g := range p.sitter {
		if g < 0 {
			continue
		}
		guest := p.guests[g]
		use, votes := l.seats[seat].Use, h.votes(guest) && !guest.Accessible && guest.Beside == ""
		switch {
		case use == Blocked, guest.Accessible != (use == Accessible), use == Reserved && (guest.Role == "" || guest.Role != roles[seat]),
			votes && use == 0 && !l.rows[l.row(seat)].Voting:
			return false
		case guest.Beside != "":
			if of := p.guest(guest.Beside); of >= 0 && !slices.Contains(l.neighbours(seat), p.chair[of]) {
				return false
			}
		}
	}
	return true
}

// admits reports whether somebody is of the class for which the chairs of a sequence are.
func (s Setting) admits(seq sequence, g Guest) bool {
	return seq.class == 0 || s.Hall.class(g)+1 == seq.class
}

// unmarked returns chairs that are all for anybody.
func unmarked(seats []Seat) []Seat {
	seats = slices.Clone(seats)
	for i := range seats {
		seats[i].Use = 0
	}
	return seats
}
