package seating

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Draft is a plan made by hand: who sits where, row by row. View says whose left
// the rows begin at; only the hall and the rostrum are readers of rows, and where the
// door is at the lower edge, who stands in it reads as the hall does. Rows come in the
// order of the [Layout], a round table clockwise from the host. "" is an empty chair,
// but on a rostrum.
//
// Setting is the room; without one the rows are a rostrum as they stand.
type Draft struct {
	View    View                `json:"view"`
	Rows    [][]roster.PersonID `json:"rows"` // front row first, areas in their order
	Setting Setting             `json:"setting,omitzero"`
}

// An Audit is what a plan is worth under a convention: every pair of people who
// sit the wrong way round, and the conventions under which nobody does. Audits
// are made by [AuditDraft], [Plan.Audit] and [ParseAudit] and never change.
type Audit struct {
	plan      Plan
	draft     *Draft // nil for an audit of a plan
	chains    [][]int
	inverted  int
	validElse []Convention
	mirrored  bool
}

// A Pair is two people of whom Higher is higher in rank and yet sits lower.
type Pair struct {
	Higher, Lower Place
}

// AuditDraft checks a plan made by hand against a list of people and a
// convention. It is an error, with all findings, if the draft names no reader, if
// people are missing, not on the list or seated twice, or if a chair on a rostrum
// is empty; people who sit the wrong way round are not an error but what the
// audit reports.
func AuditDraft(d Draft, guests []Guest, c Convention) (Audit, error) {
	var ps check.Problems
	if d.View != FromHall && d.View != FromRostrum {
		ps.Add(noPlainSides.At("view"))
	}
	setting := d.Setting.clone()
	if len(setting.kinds()) == 0 {
		setting.Rostrum = &Rostrum{Rows: make([]RostrumRow, len(d.Rows))}
		for i, row := range d.Rows {
			setting.Rostrum.Rows[i].Seats = len(row)
		}
	}
	ps.In("", d.people(guests, setting.Rostrum != nil))
	if ps.Failed() {
		return Audit{}, ps.Err()
	}
	p, found := arrange(setting, guests, c)
	ps.In("", found)
	if !found.Failed() {
		ps.In("", p.reseated(d))
	}
	if err := ps.Err(); err != nil {
		return Audit{}, err
	}
	a := p.Audit()
	a.draft = &Draft{View: d.View, Rows: slices.Clone(d.Rows), Setting: d.Setting.clone()}
	for i, row := range a.draft.Rows {
		a.draft.Rows[i] = slices.Clone(row)
	}
	return a, nil
}

// people reports who is missing, too many or seated twice, and empty chairs.
func (d Draft) people(guests []Guest, full bool) check.Problems {
	var ps check.Problems
	if len(d.Rows) == 0 || len(d.Rows) > MaxSeats {
		ps.Add(badCount.At("rows", check.Int("n", len(d.Rows)), check.Int("max", MaxSeats)))
		return ps
	}
	listed := make(map[roster.PersonID]bool, len(guests))
	for _, g := range guests {
		listed[g.ID] = true
	}
	seated := make(map[roster.PersonID]bool, len(guests))
	for i, row := range d.Rows {
		for j, person := range row {
			at := check.Index(check.Index("rows", i), j)
			switch who := check.ID("person", roster.KindPerson, person); {
			case person == "" && full:
				ps.Add(chairVacant.At(at))
			case person == "":
			case !listed[person]:
				ps.Add(notOnList.At(at, who))
			case seated[person]:
				ps.Add(seatedTwice.At(at, who))
			}
			seated[person] = true
		}
	}
	for i, g := range guests {
		if !seated[g.ID] {
			ps.Add(notSeated.At(check.Index("guests", i), check.ID("person", roster.KindPerson, g.ID)))
		}
	}
	return ps
}

// reseated puts the people where the draft has them. The plan has all of them.
func (p *Plan) reseated(d Draft) check.Problems {
	var ps check.Problems
	rows := p.room.layout.rows
	if len(rows) != len(d.Rows) {
		ps.Add(badRows.At("rows", check.Int("rows", len(d.Rows)), check.Int("maxRow", 0), check.Int("max", len(rows))))
		return ps
	}
	index := make(map[roster.PersonID]int, len(p.guests))
	for g, guest := range p.guests {
		index[guest.ID] = g
	}
	arranged := slices.Clone(p.sitter)
	for i, row := range rows {
		if len(d.Rows[i]) != row.len {
			ps.Add(tooManyInRow.At(check.Index("rows", i),
				check.Int("row", row.Number), check.Int("people", len(d.Rows[i])), check.Int("seats", row.len)))
			continue
		}
		for j, person := range d.Rows[i] {
			seat := row.first + j
			if d.View == FromRostrum && !row.Round {
				seat = row.first + row.len - 1 - j
			}
			p.sitter[seat] = -1
			if person != "" {
				p.sitter[seat], p.chair[index[person]] = index[person], seat
			}
		}
	}
	if !slices.Equal(p.sitter, arranged) {
		p.origin.hand = p.seats()
	}
	return ps
}

// Audit checks the plan against its own convention. A plan as arranged is clean; a
// plan that was changed is not where a remedy inverts neighbours.
func (p Plan) Audit() Audit {
	a := Audit{plan: p}
	for i, seq := range p.room.seqs {
		if i == 0 || seq.chain != p.room.seqs[i-1].chain {
			a.chains = append(a.chains, nil)
		}
		chain := &a.chains[len(a.chains)-1]
		for _, seat := range seq.seats {
			if g := p.sitter[seat]; g >= 0 && !slices.Contains(seq.byRole, g) {
				*chain = append(*chain, g)
			}
		}
	}
	for _, chain := range a.chains {
		a.inverted += inversions(slices.Clone(chain), make([]int, len(chain)))
	}
	if a.inverted > 0 && p.setting.Rostrum != nil {
		for _, c := range tried() {
			if p.fits(c.Row, false) && (c.Row == c.preset || !p.fits(c.preset, false)) {
				a.validElse = append(a.validElse, c.Convention)
			}
		}
		a.mirrored = p.fits(p.convention.Row, true)
	}
	return a
}

// tried are the conventions that a row made by hand is tried under: the presets
// whose rows differ, and variants that custom knows of a preset. A variant counts
// only where its preset does not fit.
func tried() []triedUnder {
	var all []triedUnder
	for _, c := range Presets() {
		known := func(o triedUnder) bool { return o.Row == c.Row }
		if !c.Row.IsZero() && !slices.ContainsFunc(all, known) {
			all = append(all, triedUnder{c, c.Row})
		}
	}
	two, extra := CNGov(), IntlRight()
	two.Row.Two, extra.Row.Extra = TwoNo1Left, ExtraOwnLeft
	return append(all, triedUnder{two, CNGov().Row}, triedUnder{extra, IntlRight().Row})
}

// triedUnder is a convention and the rule of the preset that it varies.
type triedUnder struct {
	Convention
	preset RowRule
}

// fits reports whether every row is filled as a rule fills it, read from the other
// side if mirror is set.
func (p Plan) fits(r RowRule, mirror bool) bool {
	for _, seq := range p.room.seqs {
		row := p.room.layout.rows[seq.row]
		if len(seq.guests) < row.len {
			return false // a chair is empty
		}
		shape := r.shape(row.len, len(p.room.layout.rows) == 1)
		for i, own := range shape.order() {
			seat := row.first + row.len - 1 - own
			if mirror {
				seat = row.first + own
			}
			if p.sitter[seat] != seq.guests[i] {
				return false
			}
		}
	}
	return true
}

// inversions counts the pairs that stand in falling order, by merging; it sorts
// the list.
func inversions(list, spare []int) int {
	if len(list) < 2 {
		return 0
	}
	mid := len(list) / 2
	left, right := list[:mid], list[mid:]
	n := inversions(left, spare) + inversions(right, spare)
	merged := spare[:0]
	for len(left) > 0 && len(right) > 0 {
		if left[0] <= right[0] {
			merged, left = append(merged, left[0]), left[1:]
		} else {
			n += len(left)
			merged, right = append(merged, right[0]), right[1:]
		}
	}
	merged = append(append(merged, left...), right...)
	copy(list, merged)
	return n
}

// Clean reports whether nobody sits the wrong way round.
func (a Audit) Clean() bool { return a.inverted == 0 }

// Len is the number of pairs of people who sit the wrong way round.
func (a Audit) Len() int { return a.inverted }

// Plan returns the plan that was audited. Of a draft it holds the people where the
// draft has them.
func (a Audit) Plan() Plan { return a.plan }

// ValidUnder lists other conventions under which the rows are as they should be:
// presets first, then presets with another option.
func (a Audit) ValidUnder() []Convention { return slices.Clone(a.validElse) }

// Mirrored reports whether the rows are as they should be if they are read from
// the other side: somebody took the left of the hall for that of the rostrum.
func (a Audit) Mirrored() bool { return a.mirrored }

// Pairs walks the pairs of people who sit the wrong way round, by the rank of the
// higher one, then by that of the lower one. Walking all of them costs the square
// of the number of people.
func (a Audit) Pairs() iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		ranks := a.plan.ranks()
		for _, chain := range a.chains {
			at := make(map[int]int, len(chain))
			for i, g := range chain {
				at[g] = i
			}
			inRank := slices.Sorted(slices.Values(chain))
			for i, high := range inRank {
				for _, low := range inRank[i+1:] {
					if at[low] < at[high] && !yield(Pair{
						a.plan.place(a.plan.chair[high], ranks),
						a.plan.place(a.plan.chair[low], ranks),
					}) {
						return
					}
				}
			}
		}
	}
}

// First returns the first pair, that of the highest person who sits too low, or
// false if the audit is clean.
func (a Audit) First() (Pair, bool) {
	for pair := range a.Pairs() {
		return pair, true
	}
	return Pair{}, false
}

// MaxPairs is how many pairs the findings of an audit name at most.
const MaxPairs = check.MaxKept

// Findings returns the audit as warnings, each pair at the chair of the higher
// person: up to MaxPairs pairs, then the conventions under which the plan is
// valid, and whether it is mirrored.
func (a Audit) Findings() check.Problems {
	var ps check.Problems
	n := 0
	for pair := range a.Pairs() {
		if n++; n > MaxPairs {
			break
		}
		seat := pair.Higher.Seat.ID
		ps.Add(outOfOrder.At(check.Key("seats", seat.String()),
			check.ID("higher", roster.KindPerson, pair.Higher.Guest.ID), check.Int("rank", pair.Higher.Rank), a.plan.seatTerm("seat", seat),
			check.ID("lower", roster.KindPerson, pair.Lower.Guest.ID), check.Int("lowerRank", pair.Lower.Rank),
			a.plan.seatTerm("lowerSeat", pair.Lower.Seat.ID)))
	}
	for _, c := range a.validElse {
		ps.Add(validUnder.At("convention", check.Text("convention", a.plan.convention.String()), check.Text("other", c.String())))
	}
	if a.mirrored {
		view := FromRostrum
		if a.draft != nil && a.draft.View == FromRostrum {
			view = FromHall
		}
		ps.Add(mirrorSlip.At("view", view.Term("view"), check.Text("convention", a.plan.convention.String())))
	}
	return ps
}
