package seating

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Sight is how the delegations of a hall see the stage (视线): how far from its
// middle their people sit. Level is what [Contiguous] makes as small as it can, and no
// way to seat the same number of people brings it, or Worst, below Bound. Sights are
// made by [Plan.Sight] and [ParseSight] and never change.
type Sight struct {
	plan    Plan
	parties []PartySight
	outcome sightOutcome
}

// A PartySight is the distance of one delegation, in whole millimetres on the plan.
type PartySight struct {
	Party    roster.OrgID `json:"party,omitzero"`
	People   int          `json:"people"`
	Nearest  Length       `json:"nearest"`
	Mean     Length       `json:"mean"` // rounded down
	Farthest Length       `json:"farthest"`
	Front    int          `json:"front"` // the row nearest to the front in which one of them sits
	Areas    int          `json:"areas"` // in how many areas they sit that do not hang together; 1 is best
}

type sightOutcome struct {
	Level  Length `json:"level"`
	Worst  Length `json:"worst"`
	Bound  Length `json:"bound"`
	Spread Length `json:"spread"`
}

type sightWire struct {
	Plan    planWire     `json:"plan"`
	Parties []PartySight `json:"parties"`
	sightOutcome
}

var sightFormat = wire.Format{Name: "seating.sight", Version: 1}

// Sight measures how far the delegations sit from the middle of the stage; without
// delegations everybody is one. Those on reserved and accessible chairs count, but not
// for the areas. It is an error if the plan is not one of a hall. It costs a sort of
// the chairs.
func (p Plan) Sight() (Sight, error) {
	s, ps := p.sight()
	return s, ps.Err()
}

func (p Plan) sight() (Sight, check.Problems) {
	var ps check.Problems
	if p.setting.Hall == nil {
		ps.Add(notHall.At("plan.setting", p.setting.Kind().Term("kind")))
		return Sight{}, ps
	}
	l := &p.room.layout
	far := l.distances()
	parties := p.setting.Hall.Parties
	if len(parties) == 0 {
		parties = []roster.OrgID{""}
	}
	s := Sight{plan: p}
	at := make(map[roster.OrgID]int, len(parties))
	sums := make([]mean, len(parties))
	for i, party := range parties {
		at[party] = i
		s.parties = append(s.parties, PartySight{Party: party})
	}
	owner := slices.Repeat([]int{-1}, l.Len())
	var usable []int64
	for seat, g := range p.sitter {
		if r := l.rows[l.row(seat)]; g >= 0 || !r.Kept && l.seats[seat].Use == 0 {
			usable = append(usable, far[seat])
		}
		if g < 0 {
			continue
		}
		i := 0
		if len(p.setting.Hall.Parties) > 0 {
			i = at[p.guests[g].Party]
		}
		owner[seat] = i
		s.parties[i].add(Length(far[seat]), l.rows[l.row(seat)].Number)
		sums[i].sum += far[seat]
		sums[i].n++
	}
	for _, seq := range p.room.seqs {
		for _, seat := range seq.seats {
			if seq.use != 0 {
				owner[seat] = -1
			}
		}
	}
	s.measure(sums, usable)
	s.countAreas(owner)
	s.parties = slices.DeleteFunc(s.parties, func(party PartySight) bool { return party.People == 0 })
	return s, ps
}

func (s *PartySight) add(far Length, row int) {
	if s.People == 0 || far < s.Nearest {
		s.Nearest = far
	}
	if s.People == 0 || row < s.Front {
		s.Front = row
	}
	s.Farthest = max(s.Farthest, far)
	s.People++
}

// measure fills in the means, what became of them, and the bound: the mean of as many of
// the nearest chairs as there are people, since neither the worst delegation nor the
// root of the mean square lies below the mean of all people.
func (s *Sight) measure(sums []mean, usable []int64) {
	least := Length(-1)
	people := 0
	for i, m := range sums {
		if m.n == 0 {
			continue
		}
		people += int(m.n)
		s.parties[i].Mean = m.length()
		s.outcome.Worst = max(s.outcome.Worst, m.length())
		if least < 0 || m.length() < least {
			least = m.length()
		}
	}
	s.outcome.Spread = s.outcome.Worst - max(least, 0)
	s.outcome.Level = Length(root(unfairness(sums)/int64(people)) / 8)
	slices.Sort(usable)
	best := mean{n: int64(people)}
	for _, far := range usable[:people] {
		best.sum += far
	}
	s.outcome.Bound = best.length()
}

// countAreas counts the areas of each delegation.
func (s *Sight) countAreas(owner []int) {
	l := &s.plan.room.layout
	open := make([]bool, l.Len())
	for seat := range open {
		open[seat] = owner[seat] >= 0
	}
	next := l.graph(open)
	for seat := range owner {
		i := owner[seat]
		if i < 0 {
			continue
		}
		s.parties[i].Areas++
		owner[seat] = -1
		for stack := []int{seat}; len(stack) > 0; {
			last := len(stack) - 1
			here := stack[last]
			stack = stack[:last]
			for _, other := range next[here] {
				if owner[other] == i {
					owner[other] = -1
					stack = append(stack, int(other))
				}
			}
		}
	}
}

// Plan returns the plan that was measured.
func (s Sight) Plan() Plan { return s.plan }

// Parties walks the delegations that have somebody in the hall, in their order.
func (s Sight) Parties() iter.Seq[PartySight] { return slices.Values(s.parties) }

// Level is the root of the mean square of the mean distances of the delegations, each
// counted for every one of its people: the more alike they are, the less it is.
func (s Sight) Level() Length { return s.outcome.Level }

// Worst is the mean distance of the delegation that sits furthest on average.
func (s Sight) Worst() Length { return s.outcome.Worst }

// Bound is a distance that neither Level nor Worst can go below, whoever sits where.
func (s Sight) Bound() Length { return s.outcome.Bound }

// Spread is the difference between the greatest mean distance and the least.
func (s Sight) Spread() Length { return s.outcome.Spread }

func (s Sight) wire() sightWire {
	return sightWire{s.plan.wire(), append([]PartySight{}, s.parties...), s.outcome}
}

// MarshalJSON writes the plan and the distances as seating.sight/1, which [ParseSight]
// reads.
func (s Sight) MarshalJSON() ([]byte, error) { return wire.Append(nil, sightFormat, s.wire()) }

// ParseSight reads what MarshalJSON writes. The distances are measured anew; what does
// not follow from the plan is a finding.
func ParseSight(data []byte) (Sight, error) {
	var w sightWire
	_, ps := wire.Parse(data, sightFormat, &w, nil)
	var s Sight
	if !ps.Failed() {
		p, found := w.Plan.plan()
		ps.In("plan", found)
		if !ps.Failed() {
			s, found = p.sight()
			ps.In("", found)
		}
	}
	if !ps.Failed() {
		derived(&ps, "parties", w.Parties, s.parties)
		derived(&ps, "outcome", []sightOutcome{w.sightOutcome}, []sightOutcome{s.outcome})
	}
	if err := ps.Err(); err != nil {
		return Sight{}, err
	}
	return s, nil
}
