package seating

import (
	"encoding/json"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// The formats of the results. In version 1 a convention had no choices.
var (
	planFormat      = wire.Format{Name: "seating.plan", Version: 2}
	reseatingFormat = wire.Format{Name: "seating.reseating", Version: 2}
	auditFormat     = wire.Format{Name: "seating.audit", Version: 2}
)

// The wire forms hold what a result was made from and what came of it. Reading
// makes the result anew from the former and compares it with the latter.
type (
	planWire struct {
		Convention Convention `json:"convention"`
		Setting    Setting    `json:"setting"`
		Guests     []Guest    `json:"guests"`
		Changes    []Change   `json:"changes,omitzero"`
		Seats      []seatWire `json:"seats"`
	}
	seatWire struct {
		Seat   SeatID          `json:"seat"`
		Person roster.PersonID `json:"person"`
	}
	reseatingWire struct {
		Before planWire   `json:"before"`
		Change Change     `json:"change"`
		After  []seatWire `json:"after"`
		Cost   Cost       `json:"cost"`
		Moves  []moveWire `json:"moves"`
		Cards  []Card     `json:"cards"`
	}
	moveWire struct {
		Person roster.PersonID `json:"person"`
		From   SeatID          `json:"from"`
		To     SeatID          `json:"to"`
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
	return planWire{p.convention, p.setting, p.guests, p.changes, p.seats()}
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

// MarshalJSON writes the plan with everything it was made from as
// seating.plan/2, which [ParsePlan] reads.
func (p Plan) MarshalJSON() ([]byte, error) { return wire.Append(nil, planFormat, p.wire()) }

// ParsePlan reads what MarshalJSON writes, and seating.plan/1. The plan is made anew from the people,
// the setting, the convention and the changes; seats that do not follow from them
// are a finding.
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

// plan makes the plan anew.
func (w planWire) plan() (Plan, check.Problems) {
	p, ps := arrange(w.Setting, w.Guests, w.Convention)
	if len(w.Changes) > MaxChanges {
		ps.Add(tooManySteps.At("changes", check.Int("n", len(w.Changes)), check.Int("max", MaxChanges)))
	}
	for i, change := range w.Changes {
		if ps.Failed() {
			return Plan{}, ps
		}
		at := check.Index("changes", i)
		if change.Remedy == Rerank || change.Remedy == CloseRow {
			ps.Add(noSuchRemedy.At(check.Key(at, "remedy"), check.ID("person", roster.KindPerson, change.Absent),
				check.Text("remedy", change.Remedy.String()), check.Text("known", words{of(remedies, SlideSameSide), of(remedies, KeepGap)}.String())))
			continue
		}
		var found check.Problems
		p, found = p.changedAnew(change)
		ps.In(at, found)
	}
	if !ps.Failed() {
		derived(&ps, "guests", w.Guests, p.guests)
		derived(&ps, "seats", w.Seats, p.seats())
	}
	return p, ps
}

// changedAnew applies a change without counting what it costs.
func (p Plan) changedAnew(change Change) (Plan, check.Problems) {
	ps := p.permits(change)
	switch {
	case ps.Failed():
		return Plan{}, ps
	case change.Remedy == SlideSameSide:
		return p.slide(p.guest(change.Absent)), ps
	default:
		return p.gap(p.guest(change.Absent)), ps
	}
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
	w := reseatingWire{Before: r.before.wire(), Change: r.change, After: r.after.seats(), Cost: r.cost, Moves: []moveWire{}, Cards: []Card{}}
	for _, m := range r.moves {
		w.Moves = append(w.Moves, moveWire{m.Person, m.From, m.To})
	}
	w.Cards = append(w.Cards, r.cards...)
	return w
}

// MarshalJSON writes the plan before, the change and what came of it as
// seating.reseating/2, which [ParseReseating] reads.
func (r Reseating) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, reseatingFormat, r.wire())
}

// ParseReseating reads what MarshalJSON writes. The change is made anew; what does
// not follow from it is a finding.
func ParseReseating(data []byte) (Reseating, error) {
	var w reseatingWire
	_, ps := wire.Parse(data, reseatingFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return Reseating{}, err
	}
	before, found := w.Before.plan()
	ps.In("before", found)
	var r Reseating
	if !ps.Failed() {
		r, found = reseat(before, w.Change)
		ps.In("change", found)
	}
	if !ps.Failed() {
		want := r.wire()
		derived(&ps, "after", w.After, want.After)
		derived(&ps, "moves", w.Moves, want.Moves)
		derived(&ps, "cards", w.Cards, want.Cards)
		derived(&ps, "cost", []Cost{w.Cost}, []Cost{want.Cost})
	}
	if err := ps.Err(); err != nil {
		return Reseating{}, err
	}
	return r, nil
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
