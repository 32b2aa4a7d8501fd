package seating

import (
	"iter"
	"log/slog"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Plan is who sits where: a setting, the people in order of precedence, the
// convention they were seated under, and the changes since. Plans are built by
// [Arrange], [Reseat] and [ParsePlan] and never change; reading one is safe for
// concurrent use. The zero Plan seats nobody.
type Plan struct {
	convention Convention
	setting    Setting
	guests     []Guest // in order
	origin     origin
	steps      []step // changes since the people were arranged
	room       room
	sitter     []int // guest on each chair, -1 if empty
	chair      []int // chair of each guest
}

// Arrange seats guests in a setting under a convention: the higher in rank, the
// higher in honour the chair, row after row. It is a pure function; the order of
// the list does not matter, only the orders in it. Everything that is wrong with
// the input is reported at once, as [check.Problems]: options that are not
// chosen, people who stand twice in the list, ties, an aisle through the front
// row, people and chairs that do not agree in number.
func Arrange(s Setting, guests []Guest, c Convention) (Plan, error) {
	p, ps := arrange(s, guests, c)
	if err := ps.Err(); err != nil {
		return Plan{}, err
	}
	return p, nil
}

// origin is what people were arranged from, and where a hand put them instead, nil if
// none did.
type origin struct {
	setting Setting
	guests  []Guest
	hand    []seatWire
}

func arrange(s Setting, guests []Guest, c Convention) (Plan, check.Problems) {
	var ps check.Problems
	ps.In("convention", c.Validate())
	applied := s.under(c, len(guests))
	ps.In("setting", applied.validate())
	var parties []roster.OrgID
	given := applied.kinds()
	if len(given) == 1 {
		parties = given[0].parties()
		if given[0].traits().fromCentre {
			ps.In("convention", c.rows())
		}
	}
	ps.In("", checkGuests(guests, len(parties) > 0))
	ps.In("", checkParties(guests, parties))
	if ps.Failed() {
		return Plan{}, ps
	}
	kind := given[0]
	p := Plan{convention: c, setting: s.clone(), guests: inOrder(guests, parties, kind.traits().standing)}
	p.origin = origin{setting: p.setting, guests: p.guests}
	var found check.Problems
	p.room, found = kind.build(c, p.guests)
	ps.In(check.Key("setting", kind.String()), found)
	if ps.Failed() {
		return Plan{}, ps
	}
	if kind.traits().door {
		s.Door = Down
	}
	p.room.layout.setDoor(s.Door)
	p.seat()
	return p, ps
}

// checkParties reports guests whose delegation is not among those to be seated.
func checkParties(guests []Guest, parties []roster.OrgID) check.Problems {
	var ps check.Problems
	if len(parties) == 0 {
		return ps
	}
	known := make(map[roster.OrgID]bool, len(parties))
	for _, party := range parties {
		known[party] = true
	}
	for i, g := range guests {
		if !known[g.Party] {
			ps.Add(unknownParty.At(check.Key(check.Index("guests", i), "party"),
				check.ID("person", roster.KindPerson, g.ID), check.Value("party", string(g.Party))))
		}
	}
	return ps
}

// seat puts the guests on their chairs.
func (p *Plan) seat() {
	p.sitter = slices.Repeat([]int{-1}, p.room.layout.Len())
	p.chair = slices.Repeat([]int{-1}, len(p.guests))
	for _, seq := range p.room.seqs {
		for i, g := range seq.guests {
			p.sitter[seq.seats[i]], p.chair[g] = g, seq.seats[i]
		}
	}
}

// Convention returns the convention that the plan was made under.
func (p Plan) Convention() Convention { return p.convention }

// Setting returns a copy of the setting that the people were arranged in, with the
// tables of a banquet as they are now. Changes since then may have taken chairs away
// or added some: the [Layout] is what stands.
func (p Plan) Setting() Setting { return p.setting.clone() }

// Layout returns the chairs of the plan.
func (p Plan) Layout() Layout { return p.room.layout }

// Changes walks what was changed since the people were arranged, in order, each
// with the way in which the plan dealt with it.
func (p Plan) Changes() iter.Seq2[Remedy, Change] {
	return func(yield func(Remedy, Change) bool) {
		for _, s := range p.steps {
			for _, c := range s.changes {
				if !yield(s.by, c) {
					return
				}
			}
		}
	}
}

// Guests walks the people who are seated, in order of precedence.
func (p Plan) Guests() iter.Seq[Guest] {
	return func(yield func(Guest) bool) {
		for i, g := range p.guests {
			if p.chair[i] >= 0 && !yield(g) {
				return
			}
		}
	}
}

// Len is the number of people who are seated.
func (p Plan) Len() int {
	n := 0
	for _, chair := range p.chair {
		if chair >= 0 {
			n++
		}
	}
	return n
}

// A Place is a chair and who sits there; Guest is zero where nobody does.
type Place struct {
	Seat  Seat
	Guest Guest
	Rank  int // place of the guest among those seated, 1 is first; 0 where nobody sits
}

// Empty reports whether nobody sits there.
func (p Place) Empty() bool { return p.Guest.ID == "" }

// Places walks every chair by area, row and number.
func (p Plan) Places() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		ranks := p.ranks()
		for seat := range p.sitter {
			if !yield(p.place(seat, ranks)) {
				return
			}
		}
	}
}

func (p Plan) place(seat int, ranks []int) Place {
	at := Place{Seat: p.room.layout.seats[seat]}
	if g := p.sitter[seat]; g >= 0 {
		at.Guest, at.Rank = p.guests[g], ranks[g]
	}
	return at
}

// ranks returns the place of each guest among those seated, 0 for who is away.
func (p Plan) ranks() []int {
	ranks := make([]int, len(p.guests))
	n := 0
	for g, chair := range p.chair {
		if chair >= 0 {
			n++
			ranks[g] = n
		}
	}
	return ranks
}

// Of returns the place of a person, or false if the person is not seated. It looks
// through the list of guests.
func (p Plan) Of(person roster.PersonID) (Place, bool) {
	g := p.guest(person)
	if g < 0 {
		return Place{}, false
	}
	return p.place(p.chair[g], p.ranks()), true
}

// guest returns the index of a person who is seated, else -1.
func (p Plan) guest(person roster.PersonID) int {
	g := slices.IndexFunc(p.guests, func(g Guest) bool { return g.ID == person })
	if g >= 0 && p.chair[g] < 0 {
		return -1
	}
	return g
}

// A SeenRow is one row as a reader has it, its places from left to right.
type SeenRow struct {
	Row    Row
	Places []Place
}

// Rows walks the rows as they are seen in a view: the rows by area, front row
// first in every view, and in each row the places from left to right of that
// reader: where a row goes away from the reader, from its far end, and around a
// table clockwise from the host. It is an error if the plan has no such view, or if the reader looks
// from a door at the side, so that rows have no left and right.
func (p Plan) Rows(v View) (iter.Seq[SeenRow], error) {
	looks := v.looks(p.room.layout.door)
	if looks == 0 || looks == Left || looks == Right {
		var ps check.Problems
		ps.Add(noView.At("view", v.Term("view")))
		return nil, ps.Err()
	}
	return func(yield func(SeenRow) bool) {
		ranks := p.ranks()
		for _, r := range p.room.layout.rows {
			places := make([]Place, r.len)
			for i := range places {
				places[i] = p.place(r.first+i, ranks)
			}
			if looks == Down && !r.Round {
				slices.Reverse(places)
			}
			if !yield(SeenRow{r, places}) {
				return
			}
		}
	}, nil
}

// LogValue gives the convention and the number of people and chairs; who sits
// where stays out of logs.
func (p Plan) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("convention", p.convention.Name),
		slog.Int("people", p.Len()),
		slog.Int("seats", p.room.layout.Len()),
	)
}
