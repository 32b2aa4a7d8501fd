package grouping

import (
	"fmt"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Limits of Pairs.
const (
	MaxPaired   = 4_000       // people of a Problem that has Pairs
	MaxDistance = 100_000_000 // of two people
)

// Pairs asks for groups of people who differ much, or little, by a number given for
// each two of them: how far apart their fields are, how well they know each other,
// how often they have met. The zero Pairs asks nothing.
//
// A grouping costs, under [Similar], the sum of the numbers of all two people who
// share a group, and under [Diverse] the sum of those of all two who do not: the
// total of all numbers less what is within the groups. Either is zero at best.
type Pairs struct {
	Goal PairGoal `json:"goal"`

	// People are those with numbers, in the order of Distances. Anybody not listed
	// counts as 0 with everybody.
	People []roster.PersonID `json:"people"`

	// Distances are the numbers, 0 to MaxDistance, above the diagonal of the table
	// of People, row by row: of the first with the second, the third and so on, then
	// of the second with the third. For n people these are n·(n−1)/2. Decimals are
	// scaled by the caller.
	Distances []int32 `json:"distances"`

	// Level is that of [Balance]: 1 to [Levels]−1, 0 is read as 1. On one level the
	// numbers count one for one with the costs of Balance.
	Level int `json:"level,omitzero"`
}

// PairGoal says what is asked of the people who share a group. The zero PairGoal is
// not valid.
type PairGoal uint8

// The goals of Pairs.
const (
	Diverse PairGoal = iota + 1 // as much between them as can be
	Similar                     // as little between them as can be
)

var pairGoals = [...]string{Diverse: "diverse", Similar: "similar"}

// String returns "diverse" or "similar".
func (g PairGoal) String() string {
	if g > 0 && int(g) < len(pairGoals) {
		return pairGoals[g]
	}
	return fmt.Sprintf("PairGoal(%d)", uint8(g))
}

// Label returns the Chinese word: 差异最大, 差异最小; "" for a goal that is not valid.
func (g PairGoal) Label() string {
	labels := [...]string{Diverse: "差异最大", Similar: "差异最小"}
	if int(g) < len(labels) {
		return labels[g]
	}
	return ""
}

// MarshalText returns the String of a valid goal.
func (g PairGoal) MarshalText() ([]byte, error) {
	return marshalToken(pairGoals[:], int(g), "pair goal")
}

// UnmarshalText reads "diverse" or "similar".
func (g *PairGoal) UnmarshalText(text []byte) error {
	i, err := unmarshalToken(pairGoals[:], text, "pair goal")
	if err == nil {
		*g = PairGoal(i)
	}
	return err
}

// asked reports whether the zero Pairs was left as it is.
func (p Pairs) asked() bool {
	return p.Goal != 0 || len(p.People) > 0 || len(p.Distances) > 0 || p.Level != 0
}

func (p Pairs) level() int { return max(p.Level, 1) }

// maxFaults is how many wrong distances are reported; more say nothing new.
const maxFaults = 100

// validate reports what is wrong; all is how many people the problem has.
func (p Pairs) validate(v *validator, all int) check.Problems {
	var ps check.Problems
	if !p.asked() {
		return ps
	}
	limit(&ps, "people", max(all, len(p.People)), MaxPaired)
	if ps.Failed() {
		return ps
	}
	if p.Goal != Diverse && p.Goal != Similar {
		ps.Add(unknownPairGoal.At("goal", check.Int("goal", int64(p.Goal))))
	}
	within(&ps, "level", p.Level, 0, Levels-1)
	ps.In("", v.list(p.People))
	if n := len(p.People); len(p.Distances) != n*(n-1)/2 {
		ps.Add(wrongShape.At("distances", check.Int("n", n), check.Int("want", n*(n-1)/2), check.Int("got", len(p.Distances))))
	}
	faults := 0
	for i, d := range p.Distances {
		if d < 0 || d > MaxDistance {
			within(&ps, check.Index("distances", i), int(d), 0, MaxDistance)
			if faults++; faults == maxFaults {
				break
			}
		}
	}
	return ps
}

// A table holds what pairs of people cost if they share a group, for the engine.
type table struct {
	n     int
	cost  []int32 // [i·n+j], people in canonical order
	base  int64   // cost of a grouping in which nobody shares a group
	level int

	most        int32 // the greatest cost of either sign
	coefficient int64 // on the scale of the search
	bound       int64 // no grouping costs less, base included
	extra       bool  // sizes do not bound how many people a group has
}

func (t *table) row(i int32) []int32 { return t.cost[int(i)*t.n:][:t.n] }

// pair adds the table of the pairs.
func (b *builder) pair(p Pairs) {
	if !p.asked() {
		return
	}
	t := &table{n: len(b.people), level: gives + p.level(), cost: make([]int32, len(b.people)*len(b.people))}
	rows := b.indices(p.People)
	k := 0
	for x, i := range rows {
		for _, j := range rows[x+1:] {
			d := p.Distances[k]
			k++
			t.most = max(t.most, d)
			if p.Goal == Diverse {
				t.base += int64(d)
				d = -d
			}
			t.row(i)[j], t.row(j)[i] = d, d
		}
	}
	t.extra = b.sizes.members < b.sizes.everybody
	b.pairs = t
}
