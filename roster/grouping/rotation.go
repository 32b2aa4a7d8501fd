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

	// Sizes are those of each group in every round, where tables or rooms differ; then
	// groups keep their order, and Size is 0.
	Sizes []int `json:"sizes,omitzero"`

	// Met are meetings of earlier days. Whoever met then meets again, even in the first
	// round. The weight is how often they met.
	Met []Meeting `json:"met,omitzero"`

	// Apart (不得同组) are people of whom no two may ever share a group, list by list.
	Apart [][]roster.PersonID `json:"apart,omitzero"`

	// Conveners are those who may convene: every group has one of them, in every round.
	// None listed is everybody.
	Conveners []roster.PersonID `json:"conveners,omitzero"`
}

// Validate reports what is wrong with the rotation.
func (r Rotation) Validate() check.Problems {
	var ps check.Problems
	limit(&ps, "people", len(r.People), MaxRotating)
	listed := len(r.Conveners)
	for _, list := range r.Apart {
		listed += len(list)
	}
	for _, m := range r.Met {
		listed += len(m.People)
	}
	limit(&ps, "", max(listed, len(r.Apart), len(r.Met)), MaxListed)
	if ps.Failed() {
		return ps
	}
	if len(r.People) == 0 {
		ps.Add(noPeople.At("people"))
	}
	known := map[roster.PersonID]bool{}
	for i, id := range r.People {
		path := check.Index("people", i)
		ps.In(path, roster.CheckID("", roster.KindPerson, id))
		if known[id] {
			ps.Add(twice.At(path, check.ID("id", roster.KindPerson, id)))
		}
		known[id] = true
	}
	within(&ps, "groups", r.Groups, 1, max(len(r.People), 1))
	within(&ps, "rounds", r.Rounds, 1, MaxRounds)
	number(&ps, "size", r.Size, 0)
	list := func(path string, people []roster.PersonID, strangers bool) {
		seen := map[roster.PersonID]bool{}
		for i, id := range people {
			switch path := check.Index(path, i); {
			case seen[id]:
				ps.Add(twice.At(path, check.ID("id", roster.KindPerson, id)))
			case !known[id] && !strangers:
				ps.Add(unknownPerson.At(path, check.Value("id", string(id))))
			}
			seen[id] = true
		}
	}
	for k, people := range r.Apart {
		path := check.Index("apart", k)
		if len(people) < 2 {
			ps.Add(needsTwo.At(path))
		}
		list(path, people, false)
	}
	for k, m := range r.Met {
		path := check.Index("met", k)
		list(check.Key(path, "people"), m.People, true)
		within(&ps, check.Key(path, "weight"), m.Weight, 0, MaxRounds)
	}
	list("conveners", r.Conveners, false)
	if len(r.Sizes) > 0 {
		if len(r.Sizes) != r.Groups {
			ps.Add(wrongCount.At("sizes", check.Term("what", "组数", "the number of groups"), check.Int("n", len(r.Sizes)), check.Int("want", r.Groups)))
		}
		within(&ps, "size", r.Size, 0, 0)
		room := len(r.People)
		for g, size := range r.Sizes {
			within(&ps, check.Index("sizes", g), size, 1, max(room-(len(r.Sizes)-1-g), 1))
			room -= min(max(size, 1), room)
		}
	}
	return ps
}

// playing is how many people are in groups in every round.
func (r Rotation) playing() int {
	n := len(r.People)
	if len(r.Sizes) > 0 {
		n = 0
		for _, size := range r.Sizes {
			n += size
		}
		return n
	}
	if r.Size > 0 && r.Size < (n+r.Groups-1)/r.Groups {
		return r.Size * r.Groups
	}
	return n
}

// sizes returns the size of group g, inclusive bounds.
func (r Rotation) sizes(g int) (least, most int) {
	if len(r.Sizes) > 0 {
		return r.Sizes[g], r.Sizes[g]
	}
	in := r.playing()
	return in / r.Groups, (in + r.Groups - 1) / r.Groups
}

// A rotating is a Rotation by numbers of people.
type rotating struct {
	*Rotation
	number map[roster.PersonID]int
	leads  []bool  // by person: may convene; nil if everybody may
	met    []int16 // [i·n+j]: how often two met before
	apart  []bool  // [i·n+j]
	out    []bool  // [round·n+person]: sits out
}

// rotate numbers the people and says who sits out: all in turn, those who may convene
// spread among the others, so that no round lacks them.
func (r *Rotation) rotate() rotating {
	n := len(r.People)
	t := rotating{
		Rotation: r, number: make(map[roster.PersonID]int, n),
		met: make([]int16, n*n), apart: make([]bool, n*n), out: make([]bool, r.Rounds*n),
	}
	for i, id := range r.People {
		t.number[id] = i
	}
	for _, id := range r.Conveners {
		if t.leads == nil {
			t.leads = make([]bool, n)
		}
		t.leads[t.number[id]] = true
	}
	for _, list := range r.Apart {
		t.each(list, func(x int) { t.apart[x] = true })
	}
	for _, m := range r.Met {
		t.each(m.People, func(x int) { t.met[x] = int16(min(int(t.met[x])+max(m.Weight, 1), MaxRounds)) })
	}
	order, due := make([]int, n), make([]int, n)
	var all, seen [2]int // who may not convene, who may
	kind := func(i int) int {
		if t.leads != nil && t.leads[i] {
			return 1
		}
		return 0
	}
	for i := range n {
		all[kind(i)]++
	}
	for i := range n {
		k := kind(i)
		order[i], due[i] = i, (2*seen[k]+1)*n/all[k]
		seen[k]++
	}
	slices.SortStableFunc(order, func(i, j int) int { return due[i] - due[j] })
	next := 0
	for round := range r.Rounds {
		for range n - r.playing() {
			t.out[round*n+order[next]] = true
			next = (next + 1) % n
		}
	}
	return t
}

// each calls f for both orders of each two of the people who are in the rotation.
func (t *rotating) each(people []roster.PersonID, f func(x int)) {
	n := len(t.People)
	for _, a := range people {
		i, ok := t.number[a]
		for _, b := range people {
			if j, also := t.number[b]; ok && also && i != j {
				f(i*n + j)
			}
		}
	}
}

// bound is a number of repeats that no rounds are below: as many meetings as there
// are, less one for each two people who have not met and may; or, person by person, the
// company of all rounds less those.
func (t *rotating) bound() int64 {
	n, meetings := len(t.People), int64(0)
	least := int64(n)
	for g := range t.Groups {
		small, _ := t.sizes(g)
		least = min(least, int64(small))
	}
	if len(t.Sizes) > 0 {
		for _, size := range t.Sizes {
			meetings += int64(t.Rounds) * int64(size) * int64(size-1) / 2
		}
	} else {
		larger := int64(t.playing() % t.Groups)
		meetings = int64(t.Rounds) * (larger*(least+1)*least + (int64(t.Groups)-larger)*least*(least-1)) / 2
	}
	alone, fresh := int64(0), int64(0)
	for i := range n {
		others, plays := int64(0), int64(0)
		for j := range n {
			if i != j && t.met[i*n+j] == 0 && !t.apart[i*n+j] {
				others++
			}
		}
		for round := range t.Rounds {
			if !t.out[round*n+i] {
				plays++
			}
		}
		fresh += others
		alone += max(plays*(least-1)-others, 0)
	}
	return max(meetings-fresh/2, (alone+1)/2, 0)
}

// impossible reports rounds with fewer people who may convene than groups, or with more
// people than groups of whom no two may meet.
func (t *rotating) impossible() check.Problems {
	var ps check.Problems
	n := len(t.People)
	playing := func(round int, people []roster.PersonID) int {
		in := 0
		for _, id := range people {
			if !t.out[round*n+t.number[id]] {
				in++
			}
		}
		return in
	}
	fewest := t.Groups
	crowd := make([]int, len(t.Apart))
	for round := range t.Rounds {
		if t.leads != nil {
			fewest = min(fewest, playing(round, t.Conveners))
		}
		for k, list := range t.Apart {
			crowd[k] = max(crowd[k], playing(round, list))
		}
	}
	if fewest < t.Groups {
		ps.Add(undersupplied.At("conveners", ruleArg("conveners"), check.Int("need", t.Groups), check.Int("n", fewest)).WithCause(ErrInfeasible))
	}
	for k, in := range crowd {
		if path := check.Index("apart", k); in > t.Groups {
			ps.Add(oversupplied.At(path, ruleArg(path), check.Int("n", in), check.Int("most", t.Groups)).WithCause(ErrInfeasible))
		}
	}
	return ps
}

// Rotate divides the people anew in every round so that as few as possible meet
// again. Where the number of groups is a prime power and no group larger, nobody
// meets twice in as many rounds as there are groups, at once; else it searches. It
// returns
//
//   - the rounds, with their Status: Optimal if the repeats are at their bound,
//     StepLimit otherwise;
//   - findings (check.Problems) if the input is invalid, with [ErrInfeasible] as cause if
//     a round has fewer people who may convene than groups, or more people than groups of
//     whom no two may meet;
//   - an error that wraps [ErrUndecided] if no rounds were found in which nobody meets
//     whom they may not and every group has a convener;
//   - if ctx ended, an error that wraps its cause, and the best rounds so far with
//     status [Interrupted], or zero Rounds if there were none yet.
//
// A step, one exchange tried, takes some ten nanoseconds.
func Rotate(ctx context.Context, r Rotation, o *Options) (Rounds, error) {
	ps := r.Validate()
	ps.In("options", o.Validate())
	if err := ps.Err(); err != nil {
		return Rounds{}, fmt.Errorf("rotate: %w", err)
	}
	t := r.rotate()
	if err := t.impossible().Err(); err != nil {
		return Rounds{}, fmt.Errorf("rotate: %w", err)
	}
	options, n := o.withDefaults(), len(r.People)
	p := &golfer.Problem{
		N: n, Groups: r.Groups, Rounds: r.Rounds,
		Out: t.out, Met: slices.Clone(t.met), Leads: t.leads,
		Accept: acceptTable[:], Unit: acceptUnit,
	}
	for _, size := range r.Sizes {
		p.Sizes = append(p.Sizes, int32(size))
	}
	for x, apart := range t.apart {
		if apart {
			p.Met[x] = golfer.Leaderless // no number of repeats is as bad
		}
	}
	stopped := false
	found := golfer.Search(p, options.Seed, options.MaxSteps, t.bound(), func(steps int64) bool {
		stopped = ctx.Err() != nil
		if options.Progress != nil {
			options.Progress(Progress{Steps: steps, MaxSteps: options.MaxSteps, Found: true})
		}
		return !stopped
	})
	rounds, kept := t.rounds(found.At)
	if !kept {
		err := ErrUndecided
		if stopped {
			err = context.Cause(ctx)
		}
		return Rounds{}, fmt.Errorf("rotate: %w", err)
	}
	rounds.seed, rounds.steps = options.Seed, found.Steps
	if rounds.status != Optimal && stopped {
		rounds.status = Interrupted
		return rounds, fmt.Errorf("rotate: %w", context.Cause(ctx))
	}
	return rounds, nil
}

// rounds puts the groups of each round into the order of their first member, unless
// sizes tell them apart, and names conveners: in every group, of those who may, who has
// convened least often so far, the first in order of several. It reports whether nobody
// meets whom they may not and every group has a convener.
func (t *rotating) rounds(at []int32) (Rounds, bool) {
	n, kept := len(t.People), true
	out := Rounds{rotation: *t.Rotation, bound: t.bound(), status: StepLimit, number: t.number, met: t.met}
	out.rotation.People = slices.Clone(t.People)
	convened := make([]int, n)
	for round := range t.Rounds {
		groups := make([][]int, 0, t.Groups)
		place := make([]int, t.Groups) // in groups, from 1
		for g := range t.Sizes {
			groups = append(groups, nil)
			place[g] = g + 1
		}
		var made Round
		for i, g := range at[round*n:][:n] {
			if g < 0 {
				made.Out = append(made.Out, t.People[i])
				continue
			}
			if place[g] == 0 {
				groups = append(groups, nil)
				place[g] = len(groups)
			}
			groups[place[g]-1] = append(groups[place[g]-1], i)
		}
		for _, members := range groups {
			chair := -1
			var group RoundGroup
			for k, i := range members {
				if (t.leads == nil || t.leads[i]) && (chair < 0 || convened[i] < convened[chair]) {
					chair = i
				}
				group.Members = append(group.Members, t.People[i])
				for _, j := range members[:k] {
					kept = kept && !t.apart[i*n+j]
				}
			}
			if chair < 0 {
				return Rounds{}, false
			}
			convened[chair]++
			group.Convener = t.People[chair]
			made.Groups = append(made.Groups, group)
		}
		out.rounds = append(out.rounds, made)
	}
	out.repeats = out.count()
	if out.repeats == out.bound {
		out.status = Optimal
	}
	return out, kept
}
