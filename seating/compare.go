package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// chairs says which chair of the plan after a change is which one of the plan
// before. Where rows were arranged anew, their chairs are numbered anew: of all
// ways to push the row along, the one counts after which the fewest people have
// to stand up.
type chairs struct {
	anew bool
	gone int // index of a row that is there no more, -1 if none
}

// old returns for each chair after the change its index before, -1 if it is new.
func (c chairs) old(before, after Plan) []int {
	old := slices.Repeat([]int{-1}, after.room.layout.Len())
	if !c.anew {
		at := make(map[SeatID]int, before.room.layout.Len())
		for i, s := range before.room.layout.seats {
			at[s.ID] = i
		}
		for i, s := range after.room.layout.seats {
			old[i] = at[s.ID]
		}
		return old
	}
	for i, to := range after.room.layout.rows {
		from := i
		if c.gone >= 0 && i >= c.gone {
			from++
		}
		if from >= len(before.room.layout.rows) {
			continue
		}
		row := before.room.layout.rows[from]
		lo, hi := min(0, row.len-to.len), max(0, row.len-to.len)
		best, fewest := 0, -1
		for push := lo; push <= hi; push++ {
			if moved := c.moved(before, after, row, to, push); fewest < 0 || moved < fewest {
				best, fewest = push, moved
			}
		}
		for j := range to.len {
			if k := j + best; k >= 0 && k < row.len {
				old[to.first+j] = row.first + k
			}
		}
	}
	return old
}

// moved counts the people of a row who have to stand up if chair j was chair
// j+push before.
func (c chairs) moved(before, after Plan, from, to Row, push int) int {
	n := 0
	for j := range to.len {
		k := j + push
		now := after.sitter[to.first+j]
		if now >= 0 && (k < 0 || k >= from.len || before.sitter[from.first+k] < 0 ||
			before.guests[before.sitter[from.first+k]].ID != after.guests[now].ID) {
			n++
		}
	}
	return n
}

// A spot is where a person sits as people see it: the row, and how far from its
// first person on which own side (left is negative).
type spot struct{ row, away int }

func (p Plan) spot(g int) spot {
	seat := p.chair[g]
	row := p.room.layout.row(seat)
	if p.setting.Rostrum == nil {
		return spot{row, seat}
	}
	seq := p.room.seqs[row]
	return spot{row, seq.own(&p.room.layout, seat) - seq.shape.left}
}

// compare counts what the change costs and lists who moves and which cards do.
func (r *Reseating) compare(same chairs) {
	before, after := r.before, r.after
	old := same.old(before, after)
	was := make(map[roster.PersonID]int, len(before.guests))
	for g, guest := range before.guests {
		was[guest.ID] = g
	}
	ranksBefore, ranksAfter := before.ranks(), after.ranks()
	for g, guest := range after.guests {
		seat := after.chair[g]
		if seat < 0 {
			continue
		}
		h := was[guest.ID]
		from, to := before.spot(h), after.spot(g)
		if same.gone >= 0 && to.row >= same.gone {
			to.row++
		}
		if old[seat] != before.chair[h] {
			r.cost.Chairs++
			r.moves = append(r.moves, Move{
				Person: guest.ID,
				From:   before.room.layout.seats[before.chair[h]].ID,
				To:     after.room.layout.seats[seat].ID,
				Reason: r.why(guest.ID, ranksBefore[h], ranksAfter[g]),
			})
		}
		if before.setting.Rostrum != nil {
			if from != to {
				r.cost.Relative++
			}
			if from.away < 0 && to.away > 0 || from.away > 0 && to.away < 0 {
				r.cost.Sides++
			}
		}
	}
	for seat, o := range old {
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
	if before.setting.Rostrum == nil {
		r.cost.Relative = r.cost.Chairs
	} else {
		r.cost.HalfShift, r.cost.OffCentre = pushed(before, after, old), after.offCentre()
	}
	r.cost.Inversions = after.Audit().Len()
}

// why is the reason for a move.
func (r *Reseating) why(person roster.PersonID, before, after int) check.Reason {
	who := check.ID("person", roster.KindPerson, person)
	if r.change.Remedy == SlideSameSide {
		return whyClosed.Because(who, check.ID("absent", roster.KindPerson, r.change.Absent))
	}
	return whyRanked.Because(who, check.Int("before", before), check.Int("after", after))
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
