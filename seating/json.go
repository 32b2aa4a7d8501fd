package seating

import (
	"encoding/json"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// The formats of the results. In version 1 a convention had no choices, and the only
// change was an absence.
var (
	planFormat      = wire.Format{Name: "seating.plan", Version: 2}
	reseatingFormat = wire.Format{Name: "seating.reseating", Version: 2}
	waysFormat      = wire.Format{Name: "seating.ways", Version: 1}
	auditFormat     = wire.Format{Name: "seating.audit", Version: 2}
)

// The wire forms hold what a result was made from and what came of it. Reading
// makes the result anew from the former and compares it with the latter.
type (
	planWire struct {
		Convention Convention `json:"convention"`
		Setting    Setting    `json:"setting"`
		Guests     []Guest    `json:"guests"`
		Hand       []seatWire `json:"hand,omitzero"`    // where a hand put them before the steps
		Changes    []oldWire  `json:"changes,omitzero"` // version 1
		Steps      []stepWire `json:"steps,omitzero"`
		Seats      []seatWire `json:"seats"`
	}
	stepWire struct {
		Changes []changeWire `json:"changes"`
		Locked  []SeatID     `json:"locked,omitzero"`
		Remedy  Remedy       `json:"remedy,omitzero"`
	}
	// oldWire is a change as version 1 had it.
	oldWire struct {
		Absent roster.PersonID `json:"absent"`
		Remedy Remedy          `json:"remedy"`
	}
	seatWire struct {
		Seat   SeatID          `json:"seat"`
		Person roster.PersonID `json:"person"`
	}
	reseatingWire struct {
		Before planWire `json:"before"`
		Change oldWire  `json:"change,omitzero"` // version 1
		stepWire
		wayWire
	}
	wayWire struct {
		After []seatWire `json:"after"`
		Cost  Cost       `json:"cost"`
		Exact bool       `json:"exact"`
		Moves []moveWire `json:"moves"`
		Cards []Card     `json:"cards"`
	}
	moveWire struct {
		Person roster.PersonID `json:"person"`
		From   SeatID          `json:"from"`
		To     SeatID          `json:"to"`
		Side   bool            `json:"side,omitzero"`
	}
	waysWire struct {
		Before planWire `json:"before"`
		stepWire
		Ways   []oneOfWire `json:"ways"`
		Bound  int         `json:"bound"`
		Proven bool        `json:"proven"`
	}
	oneOfWire struct {
		By Remedy `json:"by"`
		wayWire
	}
	auditWire struct {
		Plan       *planWire    `json:"plan,omitzero"`
		Draft      *draftWire   `json:"draft,omitzero"`
		Inverted   int          `json:"inverted"`
		Pairs      []pairWire   `json:"pairs"`
		ValidUnder []Convention `json:"validUnder"`
		Mirrored   bool         `json:"mirrored"`
	}
	draftWire struct {
		Convention Convention `json:"convention"`
		Guests     []Guest    `json:"guests"`
		Draft
	}
	pairWire struct {
		Higher roster.PersonID `json:"higher"`
		Lower  roster.PersonID `json:"lower"`
	}
)

func (p Plan) wire() planWire {
	w := planWire{Convention: p.convention, Setting: p.origin.setting, Guests: p.origin.guests, Hand: p.origin.hand, Seats: p.seats()}
	for _, s := range p.steps {
		w.Steps = append(w.Steps, s.wire())
	}
	return w
}

func (p Plan) seats() []seatWire {
	seats := []seatWire{}
	for seat, g := range p.sitter {
		if g >= 0 {
			seats = append(seats, seatWire{p.room.layout.seats[seat].ID, p.guests[g].ID})
		}
	}
	return seats
}

// byHand puts people where a document says that a hand put them.
func (p *Plan) byHand(hand []seatWire) check.Problems {
	var ps check.Problems
	seats, index := p.room.layout.byID(), make(map[roster.PersonID]int, len(p.guests))
	for g, guest := range p.guests {
		index[guest.ID], p.chair[g] = g, -1
	}
	for seat := range p.sitter {
		p.sitter[seat] = -1
	}
	for i, s := range hand {
		at, who := check.Index("hand", i), check.ID("person", roster.KindPerson, s.Person)
		seat, stands := seats[s.Seat]
		g, listed := index[s.Person]
		switch {
		case !listed:
			ps.Add(notOnList.At(check.Key(at, "person"), who))
		case p.chair[g] >= 0:
			ps.Add(seatedTwice.At(check.Key(at, "person"), who))
		case !stands || p.sitter[seat] >= 0:
			ps.Add(notDerived.At(check.Key(at, "seat"), check.Text("key", "seat"), check.Value("written", s.Seat.String()), check.Value("want", "")))
		default:
			p.sitter[seat], p.chair[g] = g, seat
		}
	}
	for g, guest := range p.guests {
		if p.chair[g] < 0 && !ps.Failed() {
			ps.Add(notSeated.At(check.Index("guests", g), check.ID("person", roster.KindPerson, guest.ID)))
		}
	}
	if p.origin.hand = p.seats(); !ps.Failed() {
		derived(&ps, "hand", hand, p.origin.hand)
	}
	return ps
}

// MarshalJSON writes the plan with everything it was made from as
// seating.plan/2, which [ParsePlan] reads.
func (p Plan) MarshalJSON() ([]byte, error) { return wire.Append(nil, planFormat, p.wire()) }

// ParsePlan reads what MarshalJSON writes, and seating.plan/1. The plan is made anew from
// the people, the setting, the convention, where a hand put them, and the changes; seats
// that do not follow from these are a finding.
func ParsePlan(data []byte) (Plan, error) {
	var w planWire
	_, ps := wire.Parse(data, planFormat, &w, nil)
	var p Plan
	if !ps.Failed() {
		p, ps = w.plan()
	}
	if err := ps.Err(); err != nil {
		return Plan{}, err
	}
	return p, nil
}

// step is the change as it is written now.
func (w oldWire) step() stepWire {
	return stepWire{Changes: []changeWire{Absent{w.Absent}.wire()}, Remedy: w.Remedy}
}

// plan makes the plan anew.
func (w planWire) plan() (Plan, check.Problems) {
	for _, old := range w.Changes {
		w.Steps = append(w.Steps, old.step())
	}
	p, ps := arrange(w.Setting, w.Guests, w.Convention)
	if len(w.Steps) > MaxChanges {
		ps.Add(tooManySteps.At("steps", check.Int("n", len(w.Steps)), check.Int("max", MaxChanges)))
	}
	var made []Guest
	if !ps.Failed() {
		made = p.guests
	}
	if !ps.Failed() && len(w.Hand) > 0 {
		ps.In("", p.byHand(w.Hand))
	}
	for i, one := range w.Steps {
		if ps.Failed() {
			return Plan{}, ps
		}
		at := check.Index("steps", i)
		s, found := one.step()
		if s.by.anew() {
			found.Add(anewForgets.At("remedy", check.Text("remedy", s.by.String())))
		} else if len(s.changes) == 0 {
			found.Add(noChange.At("changes"))
		}
		if !found.Failed() {
			var r Reseating
			r, found = dealt(p, s)
			p = r.after
		}
		ps.In(at, found)
	}
	if !ps.Failed() {
		derived(&ps, "guests", w.Guests, made)
		derived(&ps, "seats", w.Seats, p.seats())
	}
	return p, ps
}

func (s step) wire() stepWire {
	w := stepWire{Changes: make([]changeWire, len(s.changes)), Locked: s.locked, Remedy: s.by}
	for i, c := range s.changes {
		w.Changes[i] = c.wire()
	}
	return w
}

func (w stepWire) step() (step, check.Problems) {
	changes, ps := readChanges(w.Changes)
	return step{changes, w.Locked, w.Remedy}, ps
}

// derived reports the first element of a list that does not follow from the rest
// of a document.
func derived[E comparable](ps *check.Problems, key string, written, want []E) {
	for i := range max(len(written), len(want)) {
		var a, b any
		if i < len(written) {
			a = written[i]
		}
		if i < len(want) {
			b = want[i]
		}
		if a != b {
			ps.Add(notDerived.At(check.Index(key, i), check.Text("key", key), check.Value("written", text(a)), check.Value("want", text(b))))
			return
		}
	}
}

// text is a value of a document as it is written there.
func text(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(data)
}

func (r Reseating) wire() reseatingWire {
	return reseatingWire{Before: r.before.wire(), stepWire: step{r.changes, r.locked, r.remedy}.wire(), wayWire: r.way()}
}

// way is what came of the changes.
func (r Reseating) way() wayWire {
	w := wayWire{After: r.after.seats(), Cost: r.cost, Exact: r.Exact(), Moves: []moveWire{}, Cards: []Card{}}
	for _, m := range r.moves {
		w.Moves = append(w.Moves, moveWire{m.Person, m.From, m.To, m.Side})
	}
	w.Cards = append(w.Cards, r.cards...)
	return w
}

// check reports what does not follow from the changes.
func (w wayWire) check(want wayWire) check.Problems {
	var ps check.Problems
	derived(&ps, "after", w.After, want.After)
	derived(&ps, "moves", w.Moves, want.Moves)
	derived(&ps, "cards", w.Cards, want.Cards)
	derived(&ps, "cost", []Cost{w.Cost}, []Cost{want.Cost})
	derived(&ps, "exact", []bool{w.Exact}, []bool{want.Exact})
	return ps
}

// MarshalJSON writes the plan before, the changes and what came of them as
// seating.reseating/2, which [ParseReseating] reads.
func (r Reseating) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, reseatingFormat, r.wire())
}

// ParseReseating reads what MarshalJSON writes. The changes are made anew; what does
// not follow from them is a finding.
func ParseReseating(data []byte) (Reseating, error) {
	var w reseatingWire
	_, ps := wire.Parse(data, reseatingFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return Reseating{}, err
	}
	old := w.Change != (oldWire{})
	if old {
		w.stepWire = w.Change.step()
	}
	before, found := w.Before.plan()
	ps.In("before", found)
	s, found := w.step()
	ps.In("", found)
	var r Reseating
	if !ps.Failed() {
		r, found = reseat(before, s)
		ps.In("", found)
	}
	if !ps.Failed() {
		want := r.way()
		if old { // it did not say these
			w.Exact = want.Exact
			for i := range min(len(w.Moves), len(want.Moves)) {
				w.Moves[i].Side = want.Moves[i].Side
			}
		}
		ps.In("", w.wayWire.check(want))
	}
	if err := ps.Err(); err != nil {
		return Reseating{}, err
	}
	return r, nil
}

// MarshalJSON writes the plan before, the changes and all ways as seating.ways/1,
// which [ParseWays] reads.
func (w Ways) MarshalJSON() ([]byte, error) {
	out := waysWire{
		Before: w.before.wire(), stepWire: step{changes: w.changes, locked: w.locked}.wire(),
		Ways: make([]oneOfWire, len(w.all)), Bound: w.proof.Bound, Proven: w.proof.Proven,
	}
	for i, r := range w.all {
		out.Ways[i] = oneOfWire{r.remedy, r.way()}
	}
	return wire.Append(nil, waysFormat, out)
}

// ParseWays reads what MarshalJSON writes. The ways are made anew; what does not
// follow from the changes is a finding.
func ParseWays(data []byte) (Ways, error) {
	var w waysWire
	_, ps := wire.Parse(data, waysFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return Ways{}, err
	}
	before, found := w.Before.plan()
	ps.In("before", found)
	s, found := w.step()
	ps.In("", found)
	if s.by != 0 {
		ps.Add(strayField.At("remedy", check.Value("type", waysFormat.Name)))
	}
	var ways Ways
	if !ps.Failed() {
		ways, found = remediesOf(before, s.locked, s.changes)
		ps.In("", found)
	}
	if !ps.Failed() {
		var written, want []Remedy
		for _, one := range w.Ways {
			written = append(written, one.By)
		}
		for _, r := range ways.all {
			want = append(want, r.remedy)
		}
		derived(&ps, "ways", written, want)
	}
	if !ps.Failed() {
		for i, r := range ways.all {
			ps.In(check.Index("ways", i), w.Ways[i].check(r.way()))
		}
		derived(&ps, "bound", []int{w.Bound}, []int{ways.proof.Bound})
		derived(&ps, "proven", []bool{w.Proven}, []bool{ways.proof.Proven})
	}
	if err := ps.Err(); err != nil {
		return Ways{}, err
	}
	return ways, nil
}

func (a Audit) wire() auditWire {
	w := auditWire{Inverted: a.inverted, Pairs: []pairWire{}, ValidUnder: []Convention{}, Mirrored: a.mirrored}
	if a.draft != nil {
		w.Draft = &draftWire{a.plan.convention, a.plan.guests, *a.draft}
	} else {
		plan := a.plan.wire()
		w.Plan = &plan
	}
	for pair := range a.Pairs() {
		if len(w.Pairs) == MaxPairs {
			break
		}
		w.Pairs = append(w.Pairs, pairWire{pair.Higher.Guest.ID, pair.Lower.Guest.ID})
	}
	w.ValidUnder = append(w.ValidUnder, a.validElse...)
	return w
}

// MarshalJSON writes what was audited and the outcome, with up to [MaxPairs]
// pairs, as seating.audit/2, which [ParseAudit] reads.
func (a Audit) MarshalJSON() ([]byte, error) { return wire.Append(nil, auditFormat, a.wire()) }

// ParseAudit reads what MarshalJSON writes. The audit is made anew; what does not
// follow from what was audited is a finding.
func ParseAudit(data []byte) (Audit, error) {
	var w auditWire
	version, ps := wire.Parse(data, auditFormat, &w, nil)
	var a Audit
	switch {
	case ps.Failed():
	case (w.Plan == nil) == (w.Draft == nil):
		ps.Add(oneAudited.At(""))
	case w.Plan != nil:
		p, found := w.Plan.plan()
		ps.In("plan", found)
		a = p.Audit()
	default:
		var err error
		a, err = AuditDraft(w.Draft.Draft, w.Draft.Guests, w.Draft.Convention)
		if err = ps.InErr("draft", err); err != nil {
			return Audit{}, err
		}
	}
	if !ps.Failed() {
		want := a.wire()
		if version == 1 {
			for i := range want.ValidUnder {
				want.ValidUnder[i].Choices = Choices{}
			}
		}
		derived(&ps, "pairs", w.Pairs, want.Pairs)
		derived(&ps, "validUnder", w.ValidUnder, want.ValidUnder)
		derived(&ps, "inverted", []int{w.Inverted}, []int{want.Inverted})
		derived(&ps, "mirrored", []bool{w.Mirrored}, []bool{want.Mirrored})
	}
	if err := ps.Err(); err != nil {
		return Audit{}, err
	}
	return a, nil
}
