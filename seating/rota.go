package seating

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// MaxTerms is how many terms a rota may have.
const MaxTerms = 1_000

// A Rota is the order of delegations term by term, planned ahead (轮换预排), and how
// often each has been in the lead: at the first place, in the front part or in the
// first block, as the rule of turns has it. Rotas are made by [Turn.Ahead] and
// [ParseRota] and never change.
type Rota struct {
	turn  Turn
	list  []roster.OrgID
	from  int
	terms []RotaTerm
}

// A RotaTerm is one term of a rota.
type RotaTerm struct {
	Term  int            `json:"term"`
	Order []roster.OrgID `json:"order"`
	Lead  []roster.OrgID `json:"lead"` // those of Order, from its beginning, whose turn it is
}

type rotaWire struct {
	Turn        Turn           `json:"turn"`
	Delegations []roster.OrgID `json:"delegations"`
	From        int            `json:"from"`
	Terms       []RotaTerm     `json:"terms"`
}

var rotaFormat = wire.Format{Name: "seating.rota", Version: 1}

// Ahead plans a number of terms from one on. The list is the order in term 0. It is an
// error if the turn or the list is not valid or the terms are none or more than
// MaxTerms.
func (t Turn) Ahead(list []roster.OrgID, from, terms int) (Rota, error) {
	r, ps := t.ahead(list, from, terms)
	return r, ps.Err()
}

func (t Turn) ahead(list []roster.OrgID, from, terms int) (Rota, check.Problems) {
	ps := t.check(len(list), func(i int) string { return string(list[i]) }, "delegations", roster.KindOrg, from)
	if terms < 1 || terms > MaxTerms {
		ps.Add(badCount.At("terms", check.Int("n", terms), check.Int("max", MaxTerms)))
	}
	if ps.Failed() {
		return Rota{}, ps
	}
	r := Rota{turn: t, list: slices.Clone(list), from: from}
	n, period := len(list), t.Period(len(list))
	for i := range terms {
		term := (from%period + i) % period
		start, lead := t.start(n, term), 1
		if t.Rule != TurnLeft {
			lead = n - start
			if term+1 < period {
				lead = t.start(n, term+1) - start
			}
		}
		order := slices.Concat(list[start:], list[:start])
		r.terms = append(r.terms, RotaTerm{Term: from + i, Order: order, Lead: order[:lead:lead]})
	}
	return r, ps
}

// Turn returns the rule of turns.
func (r Rota) Turn() Turn { return r.turn }

// Terms walks the terms in order.
func (r Rota) Terms() iter.Seq[RotaTerm] {
	return func(yield func(RotaTerm) bool) {
		for _, t := range r.terms {
			t.Order, t.Lead = slices.Clone(t.Order), slices.Clone(t.Lead)
			if !yield(t) {
				return
			}
		}
	}
}

// Turns walks the delegations in the order of term 0 with the number of terms in which
// each is in the lead. Over whole periods of the turn all have the same number; over
// any number of terms they differ by one at most.
func (r Rota) Turns() iter.Seq2[roster.OrgID, int] {
	return func(yield func(roster.OrgID, int) bool) {
		led := make(map[roster.OrgID]int, len(r.list))
		for _, t := range r.terms {
			for _, party := range t.Lead {
				led[party]++
			}
		}
		for _, party := range r.list {
			if !yield(party, led[party]) {
				return
			}
		}
	}
}

// MarshalJSON writes the rota as seating.rota/1, which [ParseRota] reads.
func (r Rota) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, rotaFormat, rotaWire{r.turn, append([]roster.OrgID{}, r.list...), r.from, append([]RotaTerm{}, r.terms...)})
}

// ParseRota reads what MarshalJSON writes. The terms are planned anew; what does not
// follow from the rule and the list is a finding.
func ParseRota(data []byte) (Rota, error) {
	var w rotaWire
	_, ps := wire.Parse(data, rotaFormat, &w, nil)
	var r Rota
	if !ps.Failed() {
		r, ps = w.Turn.ahead(w.Delegations, w.From, len(w.Terms))
	}
	if !ps.Failed() {
		derived(&ps, "terms", texts(w.Terms), texts(r.terms))
	}
	if err := ps.Err(); err != nil {
		return Rota{}, err
	}
	return r, nil
}

// texts writes each element of a list, to compare what is not comparable.
func texts[T any](list []T) []string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = text(list[i])
	}
	return all
}
