package seating

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A bloc is people who sit together: a delegation or, where some of its members need
// voting units, those who do or those who do not.
type bloc struct {
	party  roster.OrgID
	nth    int // of the party, from 1
	guests []int
	votes  bool
}

// blocs divides the people into blocs in the order of the delegations, those who vote
// first.
func (h Hall) blocs(guests []Guest, rest []int) []bloc {
	if len(h.Parties) == 0 {
		return []bloc{{guests: rest}}
	}
	members := make(map[roster.OrgID][2][]int, len(h.Parties))
	for _, g := range rest {
		m := members[guests[g].Party]
		kind := 1
		if h.votes(guests[g]) {
			kind = 0
		}
		m[kind] = append(m[kind], g)
		members[guests[g].Party] = m
	}
	var all []bloc
	for kind := range 2 {
		for i, party := range h.Parties {
			if people := members[party][kind]; len(people) > 0 {
				all = append(all, bloc{party: party, nth: i + 1, guests: people, votes: kind == 0})
			}
		}
	}
	return all
}

// byColumns gives each delegation as many neighbouring columns as its people
// need, area after area; voters first, in areas with voting units.
func (h Hall) byColumns(c Convention, l *Layout, blocks []block, guests []Guest, rest []int) ([]sequence, check.Problems) {
	var ps check.Problems
	var seqs []sequence
	cursors := make([]*cursor, len(blocks))
	area, votes := 0, false
	for i, u := range h.blocs(guests, rest) {
		if i == 0 || u.votes != votes {
			area, votes = 0, u.votes
		}
		var seats []int
		best := 0
		for ; area < len(blocks); area++ {
			if votes && !blocks[area].voting || len(blocks[area].columns) == 0 {
				continue
			}
			if cursors[area] == nil {
				cursors[area] = h.cursor(c, blocks[area].columns)
			}
			var fits bool
			if seats, fits = cursors[area].take(len(u.guests)); fits {
				break
			}
			best = max(best, len(seats))
		}
		if area >= len(blocks) {
			ps.Add(partyTooLarge.At(check.Index("parties", u.nth-1),
				check.ID("party", roster.KindOrg, u.party), check.Int("people", len(u.guests)), check.Int("seats", best)))
			return nil, ps
		}
		seats = h.headsFirst(l, blocks[area], seats, u, guests, &ps)
		seqs = append(seqs, sequence{seats: seats, guests: u.guests, chain: i, party: u.party, nth: u.nth})
	}
	return seqs, ps
}

// headsFirst brings the front chairs of some columns before the others, as many as
// the classes need that are to sit in front.
func (h Hall) headsFirst(l *Layout, b block, seats []int, u bloc, guests []Guest, ps *check.Problems) []int {
	heads := 0
	for _, g := range u.guests {
		if len(h.Classes) > 0 && h.Classes[h.class(guests[g])].Front {
			heads++
		}
	}
	if heads == 0 {
		return seats
	}
	front := l.row(b.rows[0][0])
	var first, behind []int
	for _, seat := range seats {
		if len(first) < heads && l.row(seat) == front {
			first = append(first, seat)
		} else {
			behind = append(behind, seat)
		}
	}
	if len(first) < heads {
		ps.Add(frontTooNarrow.At(check.Index("parties", u.nth-1), check.ID("role", KindRole, guests[u.guests[0]].Role),
			check.Int("people", heads), check.Int("seats", len(first))))
	}
	return append(first, behind...)
}

// A cursor hands out columns of one area, nearest to the start first. On the sides
// that it begins, taken in turn, next is the column that is next there.
type cursor struct {
	columns [][]int
	sides   []side
	turn    int // whose turn it is
}

type side struct {
	next, step int
}

func (h Hall) cursor(c Convention, columns [][]int) *cursor {
	cur := &cursor{columns: columns}
	left, right := side{0, 1}, side{len(columns) - 1, -1}
	switch h.From {
	case StartViewerLeft:
		cur.sides = []side{left}
	case StartViewerRight:
		cur.sides = []side{right}
	default:
		s := c.Row.shape(len(columns), false)
		near, far := side{s.left - 1, -1}, side{s.left + 1, 1}
		if s.first == OwnRight {
			near, far = far, near
		}
		cur.sides = []side{{s.left, 0}, near, far}
	}
	return cur
}

// take hands out whole columns with room for n people, front to back. From the
// centre, the first delegation takes the middle and the others go to either side
// in turn; where one side has no room left, the other takes them.
func (c *cursor) take(n int) (seats []int, fits bool) {
	if len(c.sides) == 3 { // the centre is not taken yet
		seats = append(seats, c.columns[c.sides[0].next]...)
		c.sides = c.sides[1:]
		for i := 0; len(seats) < n; i++ {
			s := &c.sides[i%2]
			if !c.has(*s) {
				if s = &c.sides[(i+1)%2]; !c.has(*s) {
					return seats, false
				}
			}
			seats = append(seats, c.columns[s.next]...)
			s.next += s.step
		}
		return seats, true
	}
	best := 0
	for i := range c.sides {
		turn := (c.turn + i) % len(c.sides)
		s := c.sides[turn]
		var found []int
		for len(found) < n && c.has(s) {
			found = append(found, c.columns[s.next]...)
			s.next += s.step
		}
		if len(found) >= n {
			c.sides[turn] = s
			c.turn = turn + 1
			return found, true
		}
		if len(found) >= best {
			best, seats = len(found), found
		}
	}
	return seats, false
}

func (c *cursor) has(s side) bool { return s.next >= 0 && s.next < len(c.columns) }
