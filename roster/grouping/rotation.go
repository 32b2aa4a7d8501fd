package grouping

import (
	"context"
	"fmt"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping/internal/golfer"
)

// Limits of a Rotation.
const (
	MaxRotating = 1_000 // people
	MaxRounds   = 100
)

// A Rotation (轮换分组) asks for several rounds of groups in which people meet as many
// new ones as possible. It is an input for [Rotate].
type Rotation struct {
	// People in official order, which decides who sits out first, who convenes first,
	// and how groups are listed.
	People []roster.PersonID `json:"people"`

	Groups int `json:"groups"` // in every round, 1 to the number of people
	Rounds int `json:"rounds"` // 1 to MaxRounds

	// Size is the most a group takes; 0 is no limit. Sizes differ by at most one.
	// Whoever finds no room in a round sits out, everybody in turn: nobody sits out
	// a second time before all others did once.
	Size int `json:"size,omitzero"`
}

// Validate reports what is wrong with the rotation.
func (r Rotation) Validate() check.Problems {
	var ps check.Problems
	limit(&ps, "people", len(r.People), MaxRotating)
	if ps.Failed() {
		return ps
	}
	if len(r.People) == 0 {
		ps.Add(noPeople.At("people"))
	}
	seen := map[roster.PersonID]bool{}
	for i, id := range r.People {
		path := check.Index("people", i)
		ps.In(path, roster.CheckID("", roster.KindPerson, id))
		if seen[id] {
			ps.Add(twice.At(path, check.ID("id", roster.KindPerson, id)))
		}
		seen[id] = true
	}
	within(&ps, "groups", r.Groups, 1, max(len(r.People), 1))
	within(&ps, "rounds", r.Rounds, 1, MaxRounds)
	number(&ps, "size", r.Size, 0)
	return ps
}

// playing is how many people are in groups in every round.
func (r Rotation) playing() int {
	n := len(r.People)
	if r.Size > 0 && r.Size < (n+r.Groups-1)/r.Groups {
		return r.Size * r.Groups
	}
	return n
}

// bound is a number of repeats that no rounds are below: as many meetings as there
// are, less one for each two people; or, person by person, the company of all rounds
// less everybody else once.
func (r Rotation) bound() int64 {
	n, in := int64(len(r.People)), int64(r.playing())
	groups, rounds := int64(r.Groups), int64(r.Rounds)
	small, larger := in/groups, in%groups
	meetings := rounds * (larger*(small+1)*small + (groups-larger)*small*(small-1)) / 2
	out := (n - in) * rounds // in all, shared evenly
	alone := int64(0)
	for i := range n {
		plays := rounds - out/n
		if i < out%n {
			plays--
		}
		alone += max(plays*(small-1)-(n-1), 0)
	}
	return max(meetings-n*(n-1)/2, (alone+1)/2, 0)
}

// Rotate divides the people anew in every round so that as few as possible meet
// again. Where the number of groups is a prime power and no group larger, nobody
// meets twice in as many rounds as there are groups, at once; else it searches. It
// returns
//
//   - the rounds, with their Status: Optimal if the repeats are at their bound,
//     StepLimit otherwise;
//   - findings (check.Problems) if the input is invalid;
//   - if ctx ended, an error that wraps its cause, and the best rounds so far with
//     status [Interrupted].
//
// A step, one exchange tried, takes some ten nanoseconds.
func Rotate(ctx context.Context, r Rotation, o *Options) (Rounds, error) {
	ps := r.Validate()
	ps.In("options", o.Validate())
	if err := ps.Err(); err != nil {
		return Rounds{}, fmt.Errorf("rotate: %w", err)
	}
	options := o.withDefaults()
	n := len(r.People)
	p := &golfer.Problem{
		N: n, Groups: r.Groups, Rounds: r.Rounds,
		Out:    make([]bool, r.Rounds*n),
		Accept: acceptTable[:], Unit: acceptUnit,
	}
	next := 0
	for round := range r.Rounds {
		for range n - r.playing() {
			p.Out[round*n+next] = true
			next = (next + 1) % n
		}
	}
	stopped := false
	found := golfer.Search(p, options.Seed, options.MaxSteps, r.bound(), func(steps int64) bool {
		stopped = ctx.Err() != nil
		if options.Progress != nil {
			options.Progress(Progress{Steps: steps, MaxSteps: options.MaxSteps, Found: true})
		}
		return !stopped
	})
	rounds := newRounds(r, found.At)
	rounds.seed, rounds.steps = options.Seed, found.Steps
	if rounds.status != Optimal && stopped {
		rounds.status = Interrupted
		return rounds, fmt.Errorf("rotate: %w", context.Cause(ctx))
	}
	return rounds, nil
}

// newRounds puts the groups of each round into the order of their first member and
// names conveners: in every group who has convened least often so far, the first in
// order of several.
func newRounds(r Rotation, at []int32) Rounds {
	n := len(r.People)
	out := Rounds{rotation: r, bound: r.bound(), status: StepLimit, number: make(map[roster.PersonID]int, n)}
	out.rotation.People = slices.Clone(r.People)
	for i, id := range r.People {
		out.number[id] = i
	}
	convened := make([]int, n)
	for round := range r.Rounds {
		groups := make([][]int, 0, r.Groups)
		place := make([]int, r.Groups) // in groups, from 1
		var made Round
		for i, g := range at[round*n:][:n] {
			if g < 0 {
				made.Out = append(made.Out, r.People[i])
				continue
			}
			if place[g] == 0 {
				groups = append(groups, nil)
				place[g] = len(groups)
			}
			groups[place[g]-1] = append(groups[place[g]-1], i)
		}
		for _, members := range groups {
			chair := slices.MinFunc(members, func(i, j int) int { return convened[i] - convened[j] })
			convened[chair]++
			group := RoundGroup{Convener: r.People[chair]}
			for _, i := range members {
				group.Members = append(group.Members, r.People[i])
			}
			made.Groups = append(made.Groups, group)
		}
		out.rounds = append(out.rounds, made)
	}
	out.repeats = out.count()
	if out.repeats == out.bound {
		out.status = Optimal
	}
	return out
}
