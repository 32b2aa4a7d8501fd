package seating

import "slices"

// closeAll closes every row with as few moves as can be.
func (c *closing) closeAll() ([]line, bool) {
	lines := make([]line, len(c.rows))
	for row := range c.rows {
		var ok bool
		if lines[row], ok = c.stays(row); ok && !c.reordered(row) {
			continue
		}
		if lines[row], ok = c.fewest(row); !ok {
			return nil, false
		}
	}
	return lines, true
}

// reordered reports whether the people of a row stand in another order than before.
func (c *closing) reordered(row int) bool {
	return !slices.IsSortedFunc(c.rows[row], func(g, h int) int { return c.was[g] - c.was[h] })
}

// nowhere is the chair of a newcomer, next to which there is none.
const nowhere = -1 << 20

// A task is to close one row: n people in order of rank, each with the chair he or
// she has in the row before, from its own left.
type task struct {
	own    []int  // the chair of each
	old    int    // chairs of the row before
	centre int    // the one in its centre
	bound  []bool // who may not leave the chair
	void   []bool // chairs of the row before that nobody may take
}

// never is a cost that no row has.
const never = 1 << 40

// fewest finds the line with the fewest moves among all that are closed and in which
// chairs were taken away or added at the ends alone, the first person sits in the
// centre, one chair off it at most, nobody further out is higher than somebody nearer on the
// same side, and who is bound stays. Among those it takes the one in which the
// fewest people change sides.
func (c *closing) fewest(row int) (line, bool) {
	members := c.rows[row]
	if len(members) == 0 {
		return line{}, false
	}
	r := c.p.room.layout.rows[row]
	t := task{old: r.len, centre: c.p.room.seqs[row].shape.left, void: make([]bool, r.len)}
	for own := range t.void {
		seat := r.first + r.len - 1 - own
		h := c.p.sitter[seat]
		t.void[own] = c.locked[seat] && (h < 0 || c.heir[h] < 0)
	}
	for _, g := range members {
		own, bound := nowhere, false
		if c.was[g] >= 0 {
			if seat := c.p.chair[c.was[g]]; c.p.room.layout.row(seat) == row {
				own, bound = r.first+r.len-1-seat, c.locked[seat]
			}
		}
		t.own, t.bound = append(t.own, own), append(t.bound, bound)
	}
	at, left, cost := t.best()
	if cost >= never {
		return line{}, false
	}
	n := line{people: make([]int, len(members)), at: at, first: left}
	for i, chair := range t.seats(at, left) {
		n.people[chair-at] = members[i]
	}
	return n, true
}

// best returns where the line begins and how many people are on the own left of the
// first, with its cost.
func (t task) best() (at, left int, cost int64) {
	n, cost := len(t.own), int64(never)
	for from := min(0, t.old-n); from <= max(0, t.old-n); from++ {
		if slices.Contains(t.void[max(from, 0):min(from+n, t.old)], true) || t.outside(from) >= cost {
			continue
		}
		for l := max(0, (n-maxOff)/2); l < n && (line{people: t.own, first: l}).even(); l++ {
			if c := t.run(from, l, nil); c < cost {
				at, left, cost = from, l, c
			}
		}
	}
	return at, left, cost
}

// outside is the cost of those alone whose chair is not in the line.
func (t task) outside(from int) int64 {
	n := 0
	for _, own := range t.own {
		if own != nowhere && (own < from || own >= from+len(t.own)) {
			n++
		}
	}
	return int64(n) * int64(len(t.own)+1)
}

// run returns the cost of the best line that begins at a chair with so many people
// on the own left of the first. Person after person in order of rank, it keeps the
// best cost for each number of people that are on the left by then; went, if given,
// records for each who went there.
func (t task) run(at, left int, went [][]bool) int64 {
	n, centre := len(t.own), at+left
	right := n - 1 - left
	costs := slices.Repeat([]int64{never}, left+1)
	costs[0] = t.cost(0, centre, 0)
	for i := 1; i < n; i++ {
		for a := min(i, left); a >= 0; a-- { // a people on the left, i-a on the right
			goLeft, goRight := int64(never), int64(never)
			if a > 0 {
				goLeft = costs[a-1] + t.cost(i, centre-a, -1)
			}
			if i-a > 0 && i-a <= right {
				goRight = costs[a] + t.cost(i, centre+i-a, 1)
			}
			costs[a] = min(goLeft, goRight, never)
			if went != nil {
				went[i][a] = goLeft <= goRight
			}
		}
	}
	return costs[left]
}

// cost is what it costs to seat a person on a chair on a side: a move weighs more
// than every change of sides together.
func (t task) cost(i, chair, side int) int64 {
	switch own := t.own[i]; {
	case own == nowhere, own == chair:
		return 0
	case t.bound[i]:
		return never
	case (own-t.centre)*side < 0:
		return int64(len(t.own)) + 2
	default:
		return int64(len(t.own)) + 1
	}
}

// seats returns the chair of each person in the best line.
func (t task) seats(at, left int) []int {
	n, centre := len(t.own), at+left
	went := make([][]bool, n)
	for i := range went {
		went[i] = make([]bool, left+1)
	}
	t.run(at, left, went)
	seats := make([]int, n)
	a := left
	for i := n - 1; i > 0; i-- {
		if went[i][a] {
			seats[i] = centre - a
			a--
		} else {
			seats[i] = centre + i - a
		}
	}
	seats[0] = centre
	return seats
}
