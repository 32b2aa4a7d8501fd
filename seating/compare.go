package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// chairs says which chair of the plan after changes is which one of the plan before,
// and the same of rows; -1 is one that is new.
type chairs struct {
	old  []int
	rows []int
}

// chairsAnew pairs the chairs of a plan that was arranged anew with those before. In
// a hall chairs stand where they are. Where rows were arranged anew, their chairs are
// numbered anew: of all ways to push a row along, the one counts after which nobody
// had to leave a locked chair and the fewest people have to stand up.
func (p Plan) chairsAnew(after Plan, rows []int, locked []int) chairs {
	same := chairs{old: slices.Repeat([]int{-1}, after.room.layout.Len()), rows: rows}
	if p.setting.furniture().traits().fixed {
		at := p.room.layout.byID()
		for i, s := range after.room.layout.seats {
			if seat, ok := at[s.ID]; ok {
				same.old[i] = seat
			}
		}
		return same
	}
	bound := make(map[int]bool, len(locked))
	for _, seat := range locked {
		bound[seat] = true
	}
	for i, to := range after.room.layout.rows {
		if i >= len(rows) {
			same.rows = append(same.rows, -1)
			continue
		}
		from := p.room.layout.rows[rows[i]]
		best, least := 0, [2]int{-1}
		for push := min(0, from.len-to.len); push <= max(0, from.len-to.len); push++ {
			cost := p.asPushed(after, from, to, push, bound)
			if least[0] < 0 || slices.Compare(cost[:], least[:]) < 0 {
				best, least = push, cost
			}
		}
		for j := range to.len {
			if k := j + best; k >= 0 && k < from.len {
				same.old[to.first+j] = from.first + k
			}
		}
	}
	return same
}

// asPushed counts the people of a row who have to leave a locked chair, and all who
// have to stand up, if chair j was chair j+push before.
func (p Plan) asPushed(after Plan, from, to Row, push int, bound map[int]bool) [2]int {
	var cost [2]int
	stay := make(map[int]bool, len(bound))
	for j := range to.len {
		k := j + push
		now := after.sitter[to.first+j]
		there := k >= 0 && k < from.len
		switch {
		case now >= 0 && there && p.sitter[from.first+k] >= 0 && p.guests[p.sitter[from.first+k]].ID == after.guests[now].ID:
			stay[from.first+k] = true
		case now >= 0:
			cost[1]++
		}
	}
	if len(bound) > 0 {
		for seat := from.first; seat < from.first+from.len; seat++ {
			if bound[seat] && !stay[seat] {
				cost[0]++
			}
		}
	}
	return cost
}

// unlocked reports locked chairs that somebody had to leave, or that somebody else
// takes who is not there in the name of who left it.
func (r *Reseating) unlocked(l *list, locked []int, same chairs) check.Problems {
	var ps check.Problems
	if len(locked) == 0 {
		return ps
	}
	now := make(map[int]int, len(same.old)) // chair after by chair before
	for seat, old := range same.old {
		if old >= 0 {
			now[old] = seat
		}
	}
	heirs := make(map[roster.PersonID]roster.PersonID, len(l.stands))
	for heir, of := range l.stands {
		heirs[of] = heir
	}
	for i, seat := range locked {
		var was, sits roster.PersonID
		if h := r.before.sitter[seat]; h >= 0 {
			was = r.before.guests[h].ID
		}
		if at, ok := now[seat]; ok && r.after.sitter[at] >= 0 {
			sits = r.after.guests[r.after.sitter[at]].ID
		}
		_, present := l.index[was]
		if sits == was || !present && (sits == "" || was != "" && sits == heirs[was]) {
			continue
		}
		ps.Add(lockBroken.At(check.Index("locked", i), r.before.seatTerm("seat", r.before.room.layout.seats[seat].ID),
			r.remedy.Term("remedy")))
	}
	return ps
}

// A spot is where a person sits as people see it: the row, and how far from its
// first person on which own side (left is negative).
type spot struct{ row, away int }

func (p Plan) spot(g int, inRows bool) spot {
	seat := p.chair[g]
	row := p.room.layout.row(seat)
	if !inRows {
		return spot{row, seat}
	}
	seq := p.room.seqs[row]
	return spot{row, seq.own(&p.room.layout, seat) - seq.shape.left}
}

// compare counts what the changes cost and lists who moves and which cards do.
func (r *Reseating) compare() {
	before, after, same := r.before, r.after, r.same
	was := before.byPerson()
	ranksBefore, ranksAfter := before.ranks(), after.ranks()
	inRows := before.setting.furniture().traits().closes
	for g, guest := range after.guests {
		seat := after.chair[g]
		h, there := was[guest.ID]
		if !there {
			continue
		}
		from, to := before.spot(h, inRows), after.spot(g, inRows)
		to.row = same.rows[to.row]
		across := inRows && (from.away < 0 && to.away > 0 || from.away > 0 && to.away < 0)
		if same.old[seat] != before.chair[h] {
			r.cost.Chairs++
			r.moves = append(r.moves, move{
				Move: Move{
					Person: guest.ID,
					From:   before.room.layout.seats[before.chair[h]].ID,
					To:     after.room.layout.seats[seat].ID,
					Side:   across,
				},
				from: from, to: to, before: ranksBefore[h], after: ranksAfter[g],
			})
		}
		if inRows && from != to {
			r.cost.Relative++
		}
		if across {
			r.cost.Sides++
		}
	}
	for seat, o := range same.old {
		card := Card{Seat: after.room.layout.seats[seat].ID}
		if o >= 0 && before.sitter[o] >= 0 {
			card.Was = before.guests[before.sitter[o]].ID
		}
		if g := after.sitter[seat]; g >= 0 {
			card.Now = after.guests[g].ID
		}
		if card.Was != card.Now {
			r.cards = append(r.cards, card)
		}
	}
	if inRows {
		r.cost.HalfShift, r.cost.OffCentre = pushed(before, after, same.old), after.offCentre()
	} else {
		r.cost.Relative = r.cost.Chairs
	}
	r.cost.Inversions = after.Audit().Len()
}

// why is the reason for a move: of one who keeps the rank, that the row closed up or
// made room, else the rank.
func (r Reseating) why(m move) check.Reason {
	who := check.ID("person", roster.KindPerson, m.Person)
	switch out := max(m.to.away, -m.to.away) - max(m.from.away, -m.from.away); {
	case r.remedy == TakeSeat:
		return whyTakes.Because(who)
	case !r.remedy.anew() && m.from.row != m.to.row:
		return whyPulled.Because(who, check.Int("row", m.To.Row))
	case r.remedy.anew() || m.from.away*m.to.away <= 0:
		return whyRanked.Because(who, check.Int("before", m.before), check.Int("after", m.after))
	case out < 0:
		return whyClosed.Because(who, check.Int("chairs", -out))
	default:
		return whyMadeRoom.Because(who, check.Int("chairs", out))
	}
}

// pushed returns the most half chairs by which a row that was there before is
// pushed along.
func pushed(before, after Plan, old []int) int {
	most := 0
	for _, r := range after.room.layout.rows {
		for i, s := range after.room.layout.in(r) {
			if o := old[r.first+i]; o >= 0 {
				most = max(most, halves(s.At.X-before.room.layout.seats[o].At.X, r.Pitch))
			}
		}
	}
	return most
}

// offCentre returns the most half chairs by which the middle of a row stands off
// the middle of the stage.
func (p Plan) offCentre() int {
	most := 0
	for _, r := range p.room.layout.rows {
		row := p.room.layout.in(r)
		most = max(most, halves((row[0].At.X+row[len(row)-1].At.X)/2, r.Pitch))
	}
	return most
}

// halves is a distance in half chairs, rounded to the nearest.
func halves(d, pitch Length) int {
	if d < 0 {
		d = -d
	}
	return int((2*d + pitch/2) / pitch)
}
