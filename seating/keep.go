package seating

import "slices"

// A step is a change that the plan keeps: the people are not arranged anew.
type step struct {
	changes []Change
	locked  []SeatID
	by      Remedy
}

// keeping returns the plan after changes in a way in which people keep their chairs
// as far as it says, and which chair is which one before. It reports whether there is
// such a plan.
func (p Plan) keeping(l *list, locked []int, by Remedy) (Plan, chairs, bool) {
	var lines []line
	var ok bool
	c := func() *closing { return p.closing(l, locked) }
	switch by {
	case SlideSameSide:
		lines, ok = c().slide()
	case FewestMoves:
		lines, ok = c().closeAll()
	case PullForward:
		lines, ok = c().pull()
	case AddFront:
		lines, ok = c().add(0)
	case AddBack:
		lines, ok = c().add(len(p.room.layout.rows) - 1)
	default:
		return p.stay(l, by)
	}
	if !ok || len(l.guests) > MaxRostrum || slices.ContainsFunc(lines, func(n line) bool { return len(n.people) > p.longest() }) {
		return Plan{}, chairs{}, false
	}
	q, same := p.relined(l, lines)
	return q, same, true
}

// longest is the most people that a row may have.
func (p Plan) longest() int {
	most := 0
	switch s := p.setting; {
	case s.Rostrum != nil:
		most = s.Rostrum.MaxRow
	case s.Photo != nil:
		most = s.Photo.MaxRow
	}
	if most == 0 {
		return MaxRostrum
	}
	return most
}

// after returns a copy of the plan for the list after changes, in which nobody sits
// yet.
func (p Plan) after(l *list) Plan {
	p.setting, p.guests = l.setting.clone(), l.guests
	p.room.seqs = slices.Clone(p.room.seqs)
	p.chair = slices.Repeat([]int{-1}, len(l.guests))
	return p
}

// relined seats people in lines. Chairs are taken away from the ends of rows or added
// there, at the pitch of the row, and nothing else moves.
func (p Plan) relined(l *list, lines []line) (Plan, chairs) {
	q := p.after(l)
	old := p.room.layout
	q.room.layout.seats, q.room.layout.rows = nil, slices.Clone(old.rows)
	q.sitter = nil
	same := chairs{rows: p.rowsBefore()}
	for i, n := range lines {
		r := &q.room.layout.rows[i]
		before := old.in(*r)
		first := r.len - n.at - len(n.people) // chair of the row before, counted from its first
		shift := max(0, 1-first-before[0].ID.Number)
		r.first, r.len = len(q.room.layout.seats), len(n.people)
		for j := range n.people {
			k := first + j
			g := n.people[len(n.people)-1-j]
			seat := before[min(max(k, 0), len(before)-1)]
			beyond := k - min(max(k, 0), len(before)-1)
			seat.At.X += Length(beyond) * r.Pitch
			seat.ID.Number += beyond + shift
			from := -1
			if beyond == 0 {
				from = old.rows[i].first + k
			}
			same.old = append(same.old, from)
			q.room.layout.seats = append(q.room.layout.seats, seat)
			q.chair[g] = len(q.sitter)
			q.sitter = append(q.sitter, g)
		}
		seq := &q.room.seqs[i]
		seq.shape.left, seq.shape.right = n.first, len(n.people)-1-n.first
		q.restand(seq)
	}
	q.refill()
	return q, same
}

// restand puts the chairs of a row that changed into the order of honour, each with
// what it is.
func (p Plan) restand(seq *sequence) {
	r := p.room.layout.rows[seq.row]
	seq.fill(r.first)
	if seq.anchors == nil {
		return
	}
	seq.anchors = nil
	seats := seq.seats
	seq.seats = nil
	for i, own := range seq.shape.order() {
		side, chairs := seq.shape.side(own)
		seq.take(seats[i], anchor{place: inCentre, side: side, chairs: chairs, seat: seats[0]})
	}
}

// stay lets everybody keep the chair but those who take that of somebody else.
// Newcomers take free chairs.
func (p Plan) stay(l *list, by Remedy) (Plan, chairs, bool) {
	heirs := l.heirs
	if by == TakeSeat {
		heirs = l.stands
	}
	q := p.after(l)
	q.sitter = slices.Repeat([]int{-1}, len(p.sitter))
	same := chairs{old: make([]int, len(p.sitter)), rows: p.rowsBefore()}
	for seat := range same.old {
		same.old[seat] = seat
	}
	before := p.byPerson()
	var newcomers []int
	for g, guest := range l.guests {
		h, ok := before[l.chairOf(heirs, guest.ID)]
		if !ok {
			newcomers = append(newcomers, g)
			continue
		}
		q.sitter[p.chair[h]], q.chair[g] = g, p.chair[h]
	}
	for _, g := range newcomers {
		seat := q.free(g)
		if seat < 0 || by == TakeSeat {
			return Plan{}, chairs{}, false
		}
		q.sitter[seat], q.chair[g] = g, seat
	}
	if !q.suits() {
		return Plan{}, chairs{}, false
	}
	q.refill()
	return q, same, true
}

// free returns the free chair that is nearest to the place of a newcomer in the order
// of his or her delegation or table, the lower one of two; -1 if there is none.
func (p Plan) free(g int) int {
	table := p.table(p.guests[g])
	best, least := -1, 0
	for _, seq := range p.room.seqs {
		if seq.chain < 0 || seq.party != "" && seq.party != p.guests[g].Party ||
			table != "" && table != p.room.layout.rows[seq.row].Area || !p.setting.admits(seq, p.guests[g]) {
			continue
		}
		at := 0 // behind those who are higher
		for i, seat := range seq.seats {
			if p.sitter[seat] >= 0 && p.sitter[seat] < g {
				at = i + 1
			}
		}
		for i, seat := range seq.seats {
			if p.sitter[seat] < 0 && (best < 0 || max(i-at, at-i) <= least) {
				best, least = seat, max(i-at, at-i)
			}
		}
	}
	return best
}

// table returns the table of a guest at a banquet of several, else "".
func (p Plan) table(g Guest) string {
	if p.setting.Banquet != nil {
		for _, t := range p.setting.Banquet.Tables {
			if slices.Contains(t.People, g.ID) {
				return t.ID
			}
		}
	}
	return ""
}

// refill says of every sequence who sits in it.
func (p *Plan) refill() {
	moderator := p.byRole(p.guests)
	for i := range p.room.seqs {
		seq := &p.room.seqs[i]
		seq.guests, seq.byRole = nil, nil
		for _, seat := range seq.seats {
			if g := p.sitter[seat]; g >= 0 && g != moderator {
				seq.guests = append(seq.guests, g)
			}
		}
		slices.Sort(seq.guests)
		if moderator < 0 || !slices.Contains(seq.seats, p.chair[moderator]) {
			continue
		}
		seq.byRole = []int{moderator}
		at := len(seq.guests)
		if p.setting.Rostrum.Moderator == ModeratorCentre {
			at = 0
		}
		seq.guests = slices.Insert(seq.guests, at, moderator)
	}
}
