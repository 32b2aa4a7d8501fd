package seating

import (
	"iter"
	"maps"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Combined is what changes come to on all plans of an event at once: who leaves,
// comes and moves where, and what is to be printed, moved and thrown away. It is
// built by [Linked.Change] and [ParseCombined] and never changes; to undo it, take
// what was before.
type Combined struct {
	before, after Linked
	changes       []Change
	prefer        Preference
	choices       []Choice
	sheets        []int // that are concerned
	made          []Reseating
	lines         []DiffLine
	prints        []Reprint
}

// A DiffLine is what happens to one person on one sheet: From is zero for who comes,
// To for who leaves.
type DiffLine struct {
	Sheet  string
	Person roster.PersonID
	From   SeatID
	To     SeatID
	Reason check.Reason
}

// A Reprint is a thing that is to be printed, moved or thrown away, and why. Of a
// thing that is printed anew it holds what it is made from now, of one that is thrown
// away what it was made from.
type Reprint struct {
	Action PrintAction
	Piece  Piece
	From   SeatID // of a thing that is moved: where it lies
	To     SeatID // and where it is to lie
	Reason check.Reason
}

// Before returns the plans before the changes: the way to undo them.
func (c Combined) Before() Linked { return c.before }

// After returns the plans after the changes. Sheets that the changes do not concern
// are as they were.
func (c Combined) After() Linked { return c.after }

// Changes walks what happened, in order.
func (c Combined) Changes() iter.Seq[Change] { return slices.Values(c.changes) }

// Sheets walks the sheets that the changes concern, by name, each with the way in
// which it deals with them.
func (c Combined) Sheets() iter.Seq2[string, Reseating] {
	return func(yield func(string, Reseating) bool) {
		for i, sheet := range c.sheets {
			if !yield(c.before.sheets[sheet].Name, c.made[i]) {
				return
			}
		}
	}
}

// Lines walks what happens to people, sheet by sheet: first who leaves, then who
// comes, then who moves, each in order of precedence.
func (c Combined) Lines() iter.Seq[DiffLine] { return slices.Values(c.lines) }

// Reprints walks what is to be done with things, sheet by sheet and kind by kind:
// first what is thrown away, then what is printed, then what is moved.
func (c Combined) Reprints() iter.Seq[Reprint] { return slices.Values(c.prints) }

// combine lists what happens to people and to things.
func (c *Combined) combine() {
	for i, sheet := range c.sheets {
		before, after := c.before.sheets[sheet], c.after.sheets[sheet]
		c.lines = append(c.lines, c.made[i].lines(before.Name)...)
		c.prints = append(c.prints, c.made[i].reprints(before, after)...)
	}
}

// lines are what happens to the people of a sheet.
func (r Reseating) lines(sheet string) []DiffLine {
	var lines []DiffLine
	was, is := r.before.byPerson(), r.after.byPerson()
	why := r.whys()
	for g, guest := range r.before.guests {
		if _, stays := is[guest.ID]; !stays {
			lines = append(lines, DiffLine{
				Sheet: sheet, Person: guest.ID, From: r.before.room.layout.seats[r.before.chair[g]].ID, Reason: why(guest),
			})
		}
	}
	for g, guest := range r.after.guests {
		if _, there := was[guest.ID]; !there {
			lines = append(lines, DiffLine{
				Sheet: sheet, Person: guest.ID, To: r.after.room.layout.seats[r.after.chair[g]].ID, Reason: why(guest),
			})
		}
	}
	for m := range r.Moves() {
		lines = append(lines, DiffLine{sheet, m.Person, m.From, m.To, m.Reason})
	}
	return lines
}

// whys returns the change on account of which somebody comes or leaves.
func (r Reseating) whys() func(Guest) check.Reason {
	of := map[roster.PersonID]check.Reason{}
	parties := map[roster.OrgID]check.Reason{}
	for _, change := range r.changes {
		switch c := change.(type) {
		case Absent:
			of[c.Person] = c.reason()
		case NoShow:
			of[c.Person] = c.reason()
		case Added:
			of[c.Guest.ID] = c.reason()
		case Substituted:
			of[c.Person], of[c.By.ID] = c.reason(), c.reason()
		case Isolated:
			parties[c.Party] = c.reason()
		case Swapped, RankChanged, ChairChanged: // nobody comes or leaves
		default:
			panic("seating: a change of another package") //nolint:forbidigo // the set is closed
		}
	}
	return func(g Guest) check.Reason {
		if why, ok := of[g.ID]; ok {
			return why
		}
		return parties[g.Party]
	}
}

// reprints compares what the things of a sheet are made from. A thing that is made
// from the same as before may still lie elsewhere.
func (r Reseating) reprints(before, after Sheet) []Reprint {
	was := map[Piece]Piece{}
	for piece := range before.Pieces() {
		was[piece.key()] = piece
	}
	is := map[Piece]bool{}
	moves := map[roster.PersonID]Move{}
	for m := range r.Moves() {
		moves[m.Person] = m
	}
	why := r.whys()
	byKind := map[PieceKind][3][]Reprint{} // print, move, discard
	add := func(p Reprint) {
		lists := byKind[p.Piece.Kind]
		lists[p.Action-1] = append(lists[p.Action-1], p)
		byKind[p.Piece.Kind] = lists
	}
	newcomers := r.before.byPerson()
	for piece := range after.Pieces() {
		is[piece.key()] = true
		old, there := was[piece.key()]
		m, moved := moves[piece.Person]
		_, stayed := newcomers[piece.Person]
		switch {
		case there && old == piece && moved && hanging[piece.Kind].lies:
			add(Reprint{Action: MovePiece, Piece: piece, From: m.From, To: m.To, Reason: m.Reason})
		case there && old == piece:
		case hanging[piece.Kind].person && !stayed:
			add(Reprint{Action: PrintAnew, Piece: piece, Reason: why(Guest{ID: piece.Person})})
		case hanging[piece.Kind].person && moved:
			add(Reprint{Action: PrintAnew, Piece: piece, Reason: m.Reason})
		case hanging[piece.Kind].person:
			add(Reprint{Action: PrintAnew, Piece: piece, Reason: whyRenumbered.Because(check.ID("person", roster.KindPerson, piece.Person))})
		case hanging[piece.Kind].chair:
			add(Reprint{Action: PrintAnew, Piece: piece, Reason: whyOther.Because(r.after.seatTerm("seat", piece.Seat))})
		default:
			add(Reprint{Action: PrintAnew, Piece: piece, Reason: whyPlanChanged.Because(r.remedy.Term("remedy"))})
		}
	}
	for piece := range before.Pieces() {
		switch {
		case is[piece.key()]:
		case hanging[piece.Kind].person:
			guest := Guest{ID: piece.Person}
			if g, ok := newcomers[piece.Person]; ok {
				guest = r.before.guests[g]
			}
			add(Reprint{Action: DiscardPiece, Piece: piece, Reason: why(guest)})
		default:
			add(Reprint{Action: DiscardPiece, Piece: piece, Reason: whyChairGone.Because(r.before.seatTerm("seat", piece.Seat))})
		}
	}
	var all []Reprint
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		lists := byKind[kind]
		all = append(all, slices.Concat(lists[DiscardPiece-1], lists[PrintAnew-1], lists[MovePiece-1])...)
	}
	return all
}
