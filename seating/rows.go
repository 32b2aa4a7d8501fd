package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// byRows fills row after row, along the row or from its centre outward, class after
// class. People on the floor face the stage: their own left is the left of the plan.
func (h Hall) byRows(c Convention, l *Layout, blocks []block, guests []Guest, rest []int) ([]sequence, check.Problems) {
	var ps check.Problems
	var fill filling
	for _, b := range blocks {
		for _, row := range b.rows {
			fill.rows = append(fill.rows, h.along(c, row))
			fill.voting = append(fill.voting, b.voting)
		}
	}
	if n := fill.left(); len(rest) > n {
		ps.Add(tooManyPeople.At("areas", check.Int("people", len(rest)), check.Int("seats", n)))
		return nil, ps
	}
	if len(h.Classes) == 0 || h.Division == WithinParties {
		return h.inOneList(&fill, guests, rest)
	}
	var seqs []sequence
	for i, class := range h.Classes {
		n := 0
		for n < len(rest) && h.class(guests[rest[n]]) == i {
			n++
		}
		if n == 0 {
			continue
		}
		if !class.Votes && len(fill.over) > 0 {
			fill.rewind()
		}
		if (class.Break || class.Empty > 0) && len(seqs) > 0 {
			last := &seqs[len(seqs)-1]
			last.seats = append(last.seats, fill.next(l, class.Empty)...)
		}
		seats, inFront := fill.take(n, class.Votes)
		at, role := check.Index("classes", i), check.ID("role", KindRole, class.Role)
		switch {
		case class.Front && inFront < n:
			ps.Add(frontTooNarrow.At(at, role, check.Int("people", n), check.Int("seats", inFront)))
		case len(seats) < n && class.Votes:
			ps.Add(votingShort.At(at, role, check.Int("people", n), check.Int("seats", len(seats))))
		case len(seats) < n:
			ps.Add(tooManyPeople.At("areas", check.Int("people", n), check.Int("seats", len(seats))))
		}
		seqs = append(seqs, sequence{seats: seats, guests: rest[:n:n], class: i + 1})
		rest = rest[n:]
	}
	if len(seqs) == 0 { // nobody sits in the order of the hall
		return nil, ps
	}
	last := &seqs[len(seqs)-1]
	over, _ := fill.take(fill.left(), h.Classes[last.class-1].Votes)
	last.seats = append(last.seats, over...)
	return seqs, ps
}

// inOneList fills the rows with everybody in order; where some vote, each delegation
// is taken apart as in columns, so that its voters stay together.
func (h Hall) inOneList(fill *filling, guests []Guest, rest []int) ([]sequence, check.Problems) {
	var ps check.Problems
	blocs := h.blocs(guests, rest)
	if !slices.ContainsFunc(blocs, func(u bloc) bool { return u.votes }) {
		seats, _ := fill.take(fill.left(), false)
		return []sequence{{seats: seats, guests: rest}}, ps
	}
	var seqs []sequence
	for i, u := range blocs {
		n := len(u.guests)
		seats, _ := fill.take(n, u.votes)
		if len(seats) < n {
			ps.Add(votingShort.At("areas", check.ID("role", KindRole, guests[u.guests[0]].Role), check.Int("people", n), check.Int("seats", len(seats))))
			return nil, ps
		}
		seqs = append(seqs, sequence{seats: seats, guests: u.guests, chain: i})
		if u.votes && (i+1 == len(blocs) || !blocs[i+1].votes) {
			fill.rewind()
		}
	}
	return seqs, ps
}

// along is a row in the order in which it is filled.
func (h Hall) along(c Convention, row []int) []int {
	switch {
	case h.Method == Outward:
		order := c.Row.shape(len(row), false).order()
		for i, own := range order {
			order[i] = row[own]
		}
		return order
	case h.From == StartViewerRight:
		row = slices.Clone(row)
		slices.Reverse(row)
	}
	return row
}

// A filling hands out the chairs of rows in order.
type filling struct {
	rows   [][]int
	voting []bool
	row    int
	over   [][]int
}

// left is the number of chairs that are left.
func (f *filling) left() int {
	n := 0
	for _, row := range f.rows[f.row:] {
		n += len(row)
	}
	return n
}

// take hands out up to n chairs, those with voting units only if they are asked for,
// and says how many of them are in the first row.
func (f *filling) take(n int, votes bool) (seats []int, inFront int) {
	for ; f.row < len(f.rows); f.row++ {
		if votes && !f.voting[f.row] {
			f.over = append(f.over, f.rows[f.row])
			continue
		}
		row := f.rows[f.row]
		some := min(n-len(seats), len(row))
		seats = append(seats, row[:some]...)
		f.rows[f.row] = row[some:]
		if f.row == 0 {
			inFront = some
		}
		if len(seats) == n {
			break
		}
	}
	return seats, inFront
}

// next goes on to the next row that nobody sits in, and keeps some rows empty before
// it. It returns the chairs that are left in the row in which it was.
func (f *filling) next(l *Layout, empty int) (over []int) {
	if f.row < len(f.rows) {
		over = f.rows[f.row]
		f.row++
	}
	for ; empty > 0 && f.row < len(f.rows); empty-- {
		if row := f.rows[f.row]; len(row) > 0 {
			l.rows[l.row(row[0])].Kept = true
		}
		f.row++
	}
	return over
}

// rewind goes back to the rows without voting units that were passed over.
func (f *filling) rewind() {
	f.rows = append(f.over, f.rows[f.row:]...)
	f.voting = append(make([]bool, len(f.over)), f.voting[f.row:]...)
	f.row, f.over = 0, nil
}
