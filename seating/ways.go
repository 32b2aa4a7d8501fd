package seating

import (
	"cmp"
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Ways are the legal ways to deal with changes, beside each other, and how few
// people have to change chairs. Ways are built by [Remedies] and [ParseWays] and
// never change.
type Ways struct {
	before  Plan
	changes []Change
	locked  []SeatID
	all     []Reseating
	proof   Proof
}

// A Proof says how few people have to change chairs, whatever is done: no legal plan
// moves fewer than Bound. Proven reports whether the first way moves no more, so
// that it is proven to move the fewest. Where it is not, Bound still holds, and
// Reason says so.
type Proof struct {
	Bound  int
	Proven bool
	Reason check.Reason
}

// Remedies returns every legal way to deal with changes, with the one first that
// moves the fewest people to other chairs, then the one with the fewest people whose
// place relative to the first of their row is another, then the one with the fewest
// pairs out of order. Two ways to the same plan are one. A way that leads to no legal
// plan, because a row with an aisle would become the front row or somebody would
// have to leave a locked chair, is left out; if no way is left, that is the error.
// Without changes there are no ways, and none is needed.
func Remedies(p Plan, locked []SeatID, changes ...Change) (Ways, error) {
	w, ps := remediesOf(p, slices.Clone(locked), slices.Clone(changes))
	if err := ps.Err(); err != nil {
		return Ways{}, err
	}
	return w, nil
}

func remediesOf(p Plan, locked []SeatID, changes []Change) (Ways, check.Problems) {
	w := Ways{before: p, changes: changes, locked: locked}
	l, seats, ps := p.met(step{changes: changes, locked: locked})
	if ps.Failed() {
		return Ways{}, ps
	}
	if len(changes) == 0 {
		w.proof = Proof{0, true, whyNobodyMoves.Because()}
		return w, ps
	}
	var found check.Problems
	for _, remedy := range p.remedies(l) {
		r, problems := Reseating{before: p, after: p, changes: changes, locked: locked, remedy: remedy}.by(l, seats)
		if problems.Failed() {
			if !problems.Has(NoSuchRemedy) { // arranging anew has other reasons
				found.In("", problems)
			}
			continue
		}
		same := func(other Reseating) bool { return other.after.sameSeats(r.after) }
		if !slices.ContainsFunc(w.all, same) {
			r.compare()
			w.all = append(w.all, r)
		}
	}
	if len(w.all) == 0 {
		return Ways{}, found
	}
	slices.SortStableFunc(w.all, func(a, b Reseating) int {
		return cmp.Or(
			cmp.Compare(a.cost.Chairs, b.cost.Chairs),
			cmp.Compare(a.cost.Relative, b.cost.Relative),
			cmp.Compare(a.cost.Inversions, b.cost.Inversions),
		)
	})
	w.proof = p.proof(l, seats, w.all[0])
	return w, ps
}

// sameSeats reports whether both plans have the same people on the same chairs in
// the same places.
func (p Plan) sameSeats(q Plan) bool {
	return slices.Equal(p.room.layout.seats, q.room.layout.seats) && slices.Equal(p.sitter, q.sitter)
}

// proof bounds how few people move. Nobody, where nobody does. Two people who are
// told to take each other's place both do. Where people only leave rows that close
// up, each row by itself is searched in full: a plan in which people change rows
// moves no fewer, since those who come from behind stand at the ends of their row,
// so that without them the row is one of those searched; and so does a row that is
// arranged anew. Where ranks change, the same holds of a single row. Of anything else
// no more is known than that somebody may have to move.
func (p Plan) proof(l *list, locked []int, first Reseating) Proof {
	bound, known, why := 0, true, whyProven
	switch k := l.kinds; {
	case first.cost.Chairs == 0:
		return Proof{0, true, whyNobodyMoves.Because()}
	case k.adds || k.substitutes || k.roles || k.ranks && len(p.room.layout.rows) > 1:
		known = false
	case k.swaps && !k.leaves && !k.noShows:
		why = whyBothMove
		for heir, of := range l.stands {
			if heir != of {
				bound++
			}
		}
	case k.swaps || !p.setting.furniture().traits().closes || !p.inOrder():
		known = false
	default:
		lines, ok := p.closing(l, locked).closeAll()
		if known = ok; ok {
			bound = p.moved(l, lines)
		}
	}
	if !known || bound != first.cost.Chairs {
		return Proof{min(bound, first.cost.Chairs), false, whyNotProven.Because(check.Int("chairs", first.cost.Chairs), check.Int("bound", min(bound, first.cost.Chairs)))}
	}
	return Proof{bound, true, why.Because(check.Int("chairs", bound))}
}

// moved counts the people who change chairs if those who stay sit in lines.
func (p Plan) moved(l *list, lines []line) int {
	q, same := p.relined(l, lines)
	n := 0
	before := p.byPerson()
	for g, guest := range q.guests {
		if h, there := before[guest.ID]; there && same.old[q.chair[g]] != p.chair[h] {
			n++
		}
	}
	return n
}

// inOrder reports whether in every row, on either side of the first, nobody sits
// further out than somebody lower.
func (p Plan) inOrder() bool {
	moderator := p.byRole(p.guests)
	for _, seq := range p.room.seqs {
		if seq.shape.len() != p.room.layout.rows[seq.row].len {
			return false
		}
		last := [3]int{-1, -1, -1}
		for _, seat := range seq.seats {
			g := p.sitter[seat]
			if g == moderator {
				continue
			}
			side, _ := seq.shape.side(seq.own(&p.room.layout, seat))
			if g < max(last[side], last[0]) {
				return false
			}
			last[side] = g
		}
	}
	return true
}

// Before returns the plan before the changes.
func (w Ways) Before() Plan { return w.before }

// Changes walks what happened, in order.
func (w Ways) Changes() iter.Seq[Change] { return slices.Values(w.changes) }

// Len is the number of ways.
func (w Ways) Len() int { return len(w.all) }

// All walks the ways, that with the fewest moves first.
func (w Ways) All() iter.Seq2[int, Reseating] { return slices.All(w.all) }

// Fewest returns the way that moves the fewest people, or false if there is none
// because nothing changed. It may leave a higher person on the lower of two chairs, even
// of the two in the middle of an even row: [Cost] counts such pairs as Inversions. Where
// the order on the chairs has to be the convention's, ask [Ways.InOrder].
func (w Ways) Fewest() (Reseating, bool) {
	if len(w.all) == 0 {
		return Reseating{}, false
	}
	return w.all[0], true
}

// InOrder returns, of the ways after which everybody sits as the convention has it
// ([Reseating.Exact]), the one that moves the fewest people, or false if there is none.
func (w Ways) InOrder() (Reseating, bool) {
	i := slices.IndexFunc(w.all, Reseating.Exact)
	if i < 0 {
		return Reseating{}, false
	}
	return w.all[i], true
}

// Proof says how few people have to change chairs and whether the first way is
// proven to move no more.
func (w Ways) Proof() Proof { return w.proof }
