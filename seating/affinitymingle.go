package seating

import (
	"context"
	"fmt"
	"iter"
	"log/slog"
	"maps"
	"math/rand/v2"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// SearchOptions are what a search may be told. The zero value works.
type SearchOptions struct {
	Seed     uint64               // starts the random numbers; another seed may find another seating
	MaxSteps int64                // steps at most, about; 0 is MingleSteps
	Progress func(SearchProgress) // if set, called on the caller's goroutine every few thousand steps
}

// MingleSteps is how many steps are taken if [SearchOptions] do not say.
const MingleSteps = 2_000_000

// SearchProgress is how far a search has come.
type SearchProgress struct {
	Steps, MaxSteps int64
	Broken, Lost    int64 // of the best seating so far
}

// Mingled is people seated by affinity: everybody on a chair, those whom protocol
// seated where they were. It is made by [Mingle] or read back by [ParseMingled] and
// never changes. The zero Mingled seats nobody.
type Mingled struct {
	affinity Affinity
	seats    []SeatID // by person, as listed
	value    AffinityValue
	bound    AffinityValue
	breaks   []Break
}

// Mingle seats the people of an affinity who keep no seat so that no hard rule is
// broken and as little as possible is lost otherwise. It looks at the exchange of two
// people, or of a person and an empty chair, and keeps those that pay. Up to eight
// open chairs are tried in every order; of more, the outcome is as good as the bound
// says.
//
// A seating is returned even where hard rules are broken, with what breaks them, as
// somebody has to sit down in the end; if [Mingled.Bound] has them broken, there is
// none without. What is wrong with the input is an error, a [check.Problems]. If ctx
// ends, the best seating so far comes with an error that wraps its cause.
//
// The same version, affinity, seed and steps give the same seating on every machine. A
// step is an exchange that is tried; one between large tables counts for more where
// relations are about tables. It takes about a microsecond or less.
func Mingle(ctx context.Context, a Affinity, o *SearchOptions) (Mingled, error) {
	if err := a.Validate().Err(); err != nil {
		return Mingled{}, err
	}
	c := a.company()
	s := &search{ctx: ctx, now: c.seat(), bound: a.bound(c)}
	if o != nil {
		s.opts = *o
	}
	if s.opts.MaxSteps == 0 {
		s.opts.MaxSteps = MingleSteps
	}
	s.src = rand.NewPCG(s.opts.Seed, 0)
	s.best = s.now.clone()
	if s.run() {
		s.bound = s.best.lost
	}
	m := Mingled{affinity: a.clone(), seats: make([]SeatID, len(a.People)), bound: AffinityValue{s.bound.hard, s.bound.soft}}
	for person, chair := range s.best.chair {
		m.seats[person] = c.chairs[chair]
	}
	var err error
	if m.value, m.breaks, err = CheckMingled(a, m.holdings()); err != nil {
		return Mingled{}, err
	}
	if ctx.Err() != nil {
		return m, fmt.Errorf("seating by affinity: %w", context.Cause(ctx))
	}
	return m, nil
}

// clone returns a copy that shares nothing with a.
func (a Affinity) clone() Affinity {
	a.Tables, a.People, a.Held = slices.Clone(a.Tables), slices.Clone(a.People), slices.Clone(a.Held)
	for i := range a.People {
		p := &a.People[i]
		p.Knows, p.Traits = slices.Clone(p.Knows), maps.Clone(p.Traits)
		for name, values := range p.Traits {
			p.Traits[name] = slices.Clone(values)
		}
	}
	r := &a.Relations
	r.Together, r.Apart = slices.Clone(r.Together), slices.Clone(r.Apart)
	for i := range r.Together {
		r.Together[i].People = slices.Clone(r.Together[i].People)
	}
	for i := range r.Apart {
		r.Apart[i].People = slices.Clone(r.Apart[i].People)
	}
	r.Alternate, r.Shared = slices.Clone(r.Alternate), slices.Clone(r.Shared)
	r.Acquainted, r.PerTable = slices.Clone(r.Acquainted), slices.Clone(r.PerTable)
	return a
}

// holdings are all seats, by person as listed.
func (m Mingled) holdings() []Holding {
	all := make([]Holding, len(m.seats))
	for i, seat := range m.seats {
		all[i] = Holding{m.affinity.People[i].ID, seat}
	}
	return all
}

// Affinity returns a copy of what the people were seated by.
func (m Mingled) Affinity() Affinity { return m.affinity.clone() }

// Seats walks the people with their seats, as they are listed.
func (m Mingled) Seats() iter.Seq[Holding] { return slices.Values(m.holdings()) }

// Of returns the seat of a person, or false if there is no such person.
func (m Mingled) Of(person roster.PersonID) (SeatID, bool) {
	i := slices.IndexFunc(m.affinity.People, func(c Companion) bool { return c.ID == person })
	if i < 0 {
		return SeatID{}, false
	}
	return m.seats[i], true
}

// Value returns what the seating is worth.
func (m Mingled) Value() AffinityValue { return m.value }

// Bound returns a value that no seating is below, in either part. Where it is the
// Value, there is no better seating.
func (m Mingled) Bound() AffinityValue { return m.bound }

// Breaks walks what the seating breaks, relation by relation.
func (m Mingled) Breaks() iter.Seq[Break] { return slices.Values(m.breaks) }

// Draft returns the seating as a draft of the plan that the affinity was made from:
// [AuditDraft] makes a plan of it that can be drawn and printed. Chairs of the plan that
// the affinity does not have stay empty.
func (m Mingled) Draft(p Plan) Draft {
	sitter := make(map[SeatID]roster.PersonID, len(m.seats))
	for i, seat := range m.seats {
		sitter[seat] = m.affinity.People[i].ID
	}
	d := Draft{View: FromHall, Setting: p.Setting()}
	for r := range p.room.layout.Rows() {
		row := make([]roster.PersonID, 0, r.len)
		for s := range p.room.layout.SeatsOf(r) {
			row = append(row, sitter[s.ID])
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

// Explain says why a person sits where he or she does: who is near for which relation,
// what the seat breaks, and the exchange that would cost least. It returns false if
// there is no such person. It costs a try of every exchange with the person.
func (m Mingled) Explain(person roster.PersonID) ([]check.Reason, bool) {
	seat, known := m.Of(person)
	if !known {
		return nil, false
	}
	named := m.seatTerm(seat)
	if slices.ContainsFunc(m.affinity.Held, func(h Holding) bool { return h.Person == person }) {
		return append([]check.Reason{whyProtocol.Because(named)}, m.brokenBy(person)...), true
	}
	c := newChecker(m.affinity)
	_ = c.take(m.holdings()) // a Mingled has everybody on a chair
	sides := []check.Arg{check.Term("one", "无人", "nobody"), check.Term("other", "无人", "nobody")}
	for i, q := range c.neighbours(person) {
		sides[i] = check.ID(sides[i].Key, roster.KindPerson, q)
	}
	why := []check.Reason{whyCompany.Because(append(sides, named)...)}
	r := m.affinity.Relations
	for _, t := range r.Together {
		for _, q := range c.near(person, t.Near) {
			if slices.Contains(t.People, person) && slices.Contains(t.People, q) {
				why = append(why, whyTogether.Because(term("near", nearnesses, t.Near), check.ID("other", roster.KindPerson, q)))
			}
		}
	}
	for _, t := range r.Shared {
		for _, q := range c.near(person, t.Near) {
			if c.shares(person, q, t.Trait) {
				why = append(why, whyShared.Because(term("near", nearnesses, t.Near), check.ID("other", roster.KindPerson, q), check.ID("trait", KindTrait, t.Trait)))
				break
			}
		}
	}
	why = append(why, m.brokenBy(person)...)
	if other, more, found := m.cheapest(person); found {
		why = append(why, whyExchange.Because(check.ID("other", roster.KindPerson, other), check.Int("broken", more.hard), check.Int("lost", more.soft)))
	}
	return why, true
}

// seatTerm names a chair in a sentence.
func (m Mingled) seatTerm(id SeatID) check.Arg {
	row, number := check.Int("", id.Row).Text, check.Int("", id.Number).Text
	if slices.ContainsFunc(m.affinity.Tables, func(t AffinityTable) bool { return t.Round && t.Area == id.Area && max(t.Row, 1) == id.Row }) {
		return check.Term("seat", id.Area+" 桌 "+number+" 号座", "table "+id.Area+" seat "+number)
	}
	return check.Term("seat", id.Area+" 第 "+row+" 排 "+number+" 座", id.Area+" row "+row+" seat "+number)
}

// brokenBy are the reasons of the breaks that concern a person.
func (m Mingled) brokenBy(person roster.PersonID) []check.Reason {
	var why []check.Reason
	for _, b := range m.breaks {
		if slices.Contains(b.People, person) {
			why = append(why, b.Reason)
		}
	}
	return why
}

// cheapest returns the person with whom an exchange of seats costs least, the first of
// equals as listed.
func (m Mingled) cheapest(person roster.PersonID) (other roster.PersonID, more loss, found bool) {
	a := m.affinity.clone()
	own := -1
	for i, p := range a.People {
		if p.ID == person {
			own = i
		}
	}
	c := a.company()
	held := slices.Clone(c.held)
	a.Held = m.holdings()
	d := a.company().seat()
	for i, p := range a.People {
		if i == own || held[d.chair[i]] {
			continue
		}
		before := d.lost
		x, y := d.chair[own], d.chair[i]
		d.swap(x, y)
		if change := d.lost.plus(before, -1); !found || change.less(more) {
			other, more, found = p.ID, change, true
		}
		d.swap(x, y)
	}
	return other, more, found
}

// LogValue gives numbers instead of people.
func (m Mingled) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Int("people", len(m.seats)),
		slog.Int64("broken", m.value.Broken),
		slog.Int64("lost", m.value.Lost),
	)
}

var mingledFormat = wire.Format{Name: "seating.mingled", Version: 1}

type mingledWire struct {
	Affinity Affinity      `json:"affinity"`
	Seats    []seatWire    `json:"seats"`
	Value    AffinityValue `json:"value"`
	Bound    AffinityValue `json:"bound"`
}

// MarshalJSON writes the affinity, the seats and what they are worth as
// seating.mingled/1, which [ParseMingled] reads.
func (m Mingled) MarshalJSON() ([]byte, error) {
	w := mingledWire{Affinity: m.affinity, Seats: []seatWire{}, Value: m.value, Bound: m.bound}
	for h := range m.Seats() {
		w.Seats = append(w.Seats, seatWire{h.Seat, h.Person})
	}
	return wire.Append(nil, mingledFormat, w)
}

// ParseMingled reads what MarshalJSON writes. The value is counted anew by
// [CheckMingled]. A bound better than the numbers give is believed only where every
// order of the open chairs can be tried, and is tried there.
func ParseMingled(data []byte) (Mingled, error) {
	var w mingledWire
	_, ps := wire.Parse(data, mingledFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return Mingled{}, err
	}
	m := Mingled{affinity: w.Affinity, bound: w.Bound}
	var seats []Holding
	for _, s := range w.Seats {
		seats = append(seats, Holding{s.Person, s.Seat})
	}
	var err error
	m.value, m.breaks, err = CheckMingled(w.Affinity, seats)
	if err = ps.InErr("", err); err != nil {
		return Mingled{}, err
	}
	index := w.Affinity.index()
	m.seats = make([]SeatID, len(seats))
	for _, h := range seats {
		m.seats[index[h.Person]] = h.Seat
	}
	derived(&ps, "value", []AffinityValue{w.Value}, []AffinityValue{m.value})
	if !ps.Failed() {
		c := w.Affinity.company()
		s := &search{ctx: context.Background(), opts: SearchOptions{MaxSteps: MingleSteps}, now: c.seat(), bound: w.Affinity.bound(c)}
		s.best = s.now.clone()
		if free := len(c.chairs) - len(w.Affinity.Held); w.Bound == w.Value && free <= exactChairs && s.run() {
			s.bound = s.best.lost
		}
		derived(&ps, "bound", []AffinityValue{w.Bound}, []AffinityValue{{s.bound.hard, s.bound.soft}})
	}
	if err := ps.Err(); err != nil {
		return Mingled{}, err
	}
	return m, nil
}
