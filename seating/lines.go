package seating

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
)

// A line is a row whose chairs stand close together, after a change: who sits
// there, and which chair is which one of the row before.
type line struct {
	people []int // guests after, from the own left
	at     int   // chair of the row before, from its own left, where the line begins; may lie outside
	first  int   // index in people of who sits in the centre
}

// maxOff is by how many people the two sides of a row may differ that is closed
// without being arranged anew: its first person is one chair off the middle at most.
const maxOff = 2

// even reports whether the first person of the line is near enough to its middle.
func (n line) even() bool { return n.off() <= maxOff }

func (n line) off() int {
	off := 2*n.first - (len(n.people) - 1)
	return max(off, -off)
}

// A closing closes the rows of a plan after changes.
type closing struct {
	p      Plan
	l      *list
	heir   []int        // the guest after who has the chair of a guest before, -1 if nobody
	was    []int        // the guest before whose chair a guest after has, -1 for a newcomer
	rows   [][]int      // guests after, by row, in the order of the row
	place  []int        // where a guest after stands in the order of a row
	strays map[int]bool // guests after whose place in their row is to be found
	locked map[int]bool // chairs before
}

// closing puts people into rows: who stays keeps the row, the others go where their
// role or their rank is.
func (p Plan) closing(l *list, locked []int) *closing {
	c := &closing{
		p: p, l: l,
		heir: slices.Repeat([]int{-1}, len(p.guests)), was: slices.Repeat([]int{-1}, len(l.guests)),
		rows: make([][]int, len(p.room.layout.rows)), place: make([]int, len(l.guests)),
		strays: map[int]bool{}, locked: map[int]bool{},
	}
	for _, seat := range locked {
		c.locked[seat] = true
	}
	before := p.byPerson()
	moderator := p.byRole(l.guests)
	var strays []int
	for g, guest := range l.guests {
		c.place[g] = g
		if h, ok := before[l.chairOf(l.heirs, guest.ID)]; ok {
			c.heir[h], c.was[g] = g, h
		}
		row := -1
		if c.was[g] >= 0 {
			row = p.room.layout.row(p.chair[c.was[g]])
		}
		if row < 0 || l.loose[guest.ID] || g == moderator && row > 0 {
			c.strays[g] = true
			strays = append(strays, g)
		} else {
			c.rows[row] = append(c.rows[row], g)
		}
	}
	if moderator >= 0 {
		c.place[moderator] = -1
		if p.setting.Rostrum.Moderator == ModeratorEnd {
			c.place[moderator] = len(l.guests)
		}
	}
	for _, g := range strays {
		row := c.rowFor(g, moderator)
		c.rows[row] = append(c.rows[row], g)
	}
	for _, row := range c.rows {
		slices.SortFunc(row, c.compare)
	}
	return c
}

// byPerson returns the guests who are seated, by person.
func (p Plan) byPerson() map[roster.PersonID]int {
	at := make(map[roster.PersonID]int, len(p.guests))
	for g, guest := range p.guests {
		if p.chair[g] >= 0 {
			at[guest.ID] = g
		}
	}
	return at
}

// byRole returns who sits in the front row of a rostrum by role, -1 if nobody does.
func (p Plan) byRole(guests []Guest) int {
	r := p.setting.Rostrum
	if r == nil || r.Moderator == ModeratorByRank {
		return -1
	}
	moderator, _ := r.moderator(guests)
	return moderator
}

// compare orders people as a row does: by rank, but for who sits there by role.
func (c *closing) compare(g, h int) int { return cmp.Compare(c.place[g], c.place[h]) }

// rowFor returns the row of somebody without one: a reserved row, else the first in
// which somebody is lower, else the last; neither of them reserved.
func (c *closing) rowFor(g, moderator int) int {
	if g == moderator {
		return 0
	}
	guest, last := c.l.guests[g], 0
	reserved := -1
	for i := range c.rows {
		switch spec := c.p.spec(i); {
		case spec.Role != "" && spec.Role == guest.Role:
			return i
		case reserved < 0 && spec.Ranks.has(guest.Order):
			reserved = i
		case spec.reserved():
		default:
			last = i
		}
	}
	if reserved >= 0 {
		return reserved
	}
	for i, row := range c.rows {
		lower := func(other int) bool { return other > g && other != moderator && !c.strays[other] }
		if !c.p.spec(i).reserved() && slices.ContainsFunc(row, lower) {
			return i
		}
	}
	return last
}

// spec is a row as the setting has it, the zero row outside a rostrum.
func (p Plan) spec(row int) RostrumRow {
	if p.setting.Rostrum == nil {
		return RostrumRow{}
	}
	return p.rowSpec(row)
}

// chairs returns who has each chair of a row after, from the own left; -1 where
// nobody has it any more, and where somebody leaves it for another place.
func (c *closing) chairs(row int) []int {
	r := c.p.room.layout.rows[row]
	chairs := make([]int, r.len)
	for own := range chairs {
		chairs[own] = -1
		if h := c.p.sitter[r.first+r.len-1-own]; h >= 0 && c.heir[h] >= 0 && !c.strays[c.heir[h]] {
			chairs[own] = c.heir[h]
		}
	}
	return chairs
}

// stays returns a row of which nothing changes, and whether that is so.
func (c *closing) stays(row int) (line, bool) {
	chairs := c.chairs(row)
	full := len(chairs) == len(c.rows[row]) && !slices.Contains(chairs, -1)
	return line{people: chairs, first: c.p.room.seqs[row].shape.left}, full
}

// sides are the people of a row on either side of the one in the centre, from the
// inside out: the own left and the own right.
type sides struct {
	first, chair int // who sits in the centre, and on which chair of the row before
	out          [2][]int
}

// slid returns the people who stay in a row, closed up towards the centre on either
// side, and reports whether somebody sits there.
func (c *closing) slid(row int) (sides, bool) {
	chairs := c.chairs(row)
	s := sides{chair: c.p.room.seqs[row].shape.left}
	if s.first = chairs[s.chair]; s.first < 0 {
		return s, false
	}
	for i, from := range [...][]int{chairs[:s.chair], chairs[s.chair+1:]} {
		s.out[i] = slices.DeleteFunc(slices.Clone(from), func(g int) bool { return g < 0 })
	}
	slices.Reverse(s.out[0])
	return s, true
}

// line is the row that the sides make.
func (s sides) line() line {
	left := slices.Clone(s.out[0])
	slices.Reverse(left)
	return line{
		people: slices.Concat(left, []int{s.first}, s.out[1]),
		at:     s.chair - len(left), first: len(left),
	}
}

// enter seats a newcomer by rank on the side after which the row stands best, then
// where fewer people move out; honour is the side that comes first among equals. It
// reports whether the first person of the row stays that.
func (c *closing) enter(s *sides, g, honour int) bool {
	if c.compare(g, s.first) < 0 {
		return false
	}
	best, where, least := -1, 0, [2]int{}
	for _, side := range [...]int{honour, 1 - honour} {
		at := 0
		for at < len(s.out[side]) && c.compare(s.out[side][at], g) < 0 {
			at++
		}
		off := len(s.out[side]) + 1 - len(s.out[1-side])
		cost := [2]int{max(off, -off), len(s.out[side]) - at}
		if best < 0 || cost[0] < least[0] || cost[0] == least[0] && cost[1] < least[1] {
			best, where, least = side, at, cost
		}
	}
	s.out[best] = slices.Insert(s.out[best], where, g)
	return true
}

// append seats somebody at the end of the shorter side.
func (s *sides) append(g, honour int) {
	side := honour
	if len(s.out[honour]) > len(s.out[1-honour]) {
		side = 1 - honour
	}
	s.out[side] = append(s.out[side], g)
}

// honour is the side of a row on which its second person sits, as sides count them.
func (c *closing) honour(row int) int {
	if c.p.room.seqs[row].shape.first == OwnRight {
		return 1
	}
	return 0
}

// slide closes every row by a move along its sides, and seats newcomers by rank.
func (c *closing) slide() ([]line, bool) {
	lines := make([]line, len(c.rows))
	for row, members := range c.rows {
		var same bool
		if lines[row], same = c.stays(row); same {
			continue
		}
		s, ok := c.slid(row)
		for _, g := range members {
			if ok && c.strays[g] {
				ok = c.enter(&s, g, c.honour(row))
			}
		}
		if lines[row] = s.line(); !ok || !lines[row].even() {
			return nil, false
		}
	}
	return lines, true
}

// add closes every row along its sides, and seats newcomers at the end of one row.
func (c *closing) add(to int) ([]line, bool) {
	lines := make([]line, len(c.rows))
	if c.p.spec(to).reserved() {
		return nil, false
	}
	for row := range c.rows {
		var same bool
		if lines[row], same = c.stays(row); same && row != to {
			continue
		}
		s, ok := c.slid(row)
		if !ok {
			return nil, false
		}
		if row == to {
			for g := range c.l.guests {
				if c.strays[g] {
					s.append(g, c.honour(row))
				}
			}
		}
		if lines[row] = s.line(); !lines[row].even() {
			return nil, false
		}
	}
	return lines, true
}

// pull closes every row from which somebody is away with the first of the row
// behind, who sit at its end; the row behind closes with as few moves as can be.
func (c *closing) pull() ([]line, bool) {
	lines, pulled := make([]line, len(c.rows)), false
	given := make([]bool, len(c.rows))
	for row := range c.rows {
		gaps := c.p.room.layout.rows[row].len - len(c.rows[row])
		var forward []int
		if behind := row + 1; gaps > 0 && !given[row] && behind < len(c.rows) && len(c.rows[behind]) > gaps &&
			!c.p.spec(row).reserved() && !c.p.spec(behind).reserved() {
			forward = c.rows[behind][:gaps]
			c.rows[behind] = c.rows[behind][gaps:]
			given[behind], pulled = true, true
		}
		var same, ok bool
		if lines[row], same = c.stays(row); same && !given[row] {
			continue
		}
		s, sliding := c.slid(row)
		if !sliding || given[row] {
			n, closed := c.fewest(row)
			if ok = closed; ok {
				s = n.sides()
			}
		} else {
			ok = true
		}
		for _, g := range forward {
			s.append(g, c.honour(row))
		}
		if lines[row] = s.line(); !ok || !lines[row].even() {
			return nil, false
		}
	}
	return lines, pulled
}

// sides are the people of the line.
func (n line) sides() sides {
	s := sides{first: n.people[n.first], chair: n.at + n.first}
	s.out[0], s.out[1] = slices.Clone(n.people[:n.first]), slices.Clone(n.people[n.first+1:])
	slices.Reverse(s.out[0])
	return s
}
