package grouping

import (
	"fmt"
	"iter"
	"log/slog"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Round is one round of a rotation.
type Round struct {
	Groups []RoundGroup      `json:"groups"`
	Out    []roster.PersonID `json:"out,omitzero"` // who sits out
}

// A RoundGroup is a group of a Round, with one of its members as convener.
type RoundGroup struct {
	Convener roster.PersonID   `json:"convener"`
	Members  []roster.PersonID `json:"members"`
}

// Rounds are the rounds of a [Rotation], made by [Rotate] or read back by
// [ParseRounds]. The zero Rounds has no round. Rounds never change and are safe for
// concurrent use.
type Rounds struct {
	rotation Rotation
	number   map[roster.PersonID]int
	met      []int16 // [i·people+j]: how often two met before
	rounds   []Round
	repeats  int64
	bound    int64
	status   Status
	seed     uint64
	steps    int64
}

// Len is the number of rounds.
func (r Rounds) Len() int { return len(r.rounds) }

// All walks the rounds from 1. Groups are in the order of their first member, members
// in official order; the lists are the caller's.
func (r Rounds) All() iter.Seq2[int, Round] {
	return func(yield func(int, Round) bool) {
		for k, round := range r.rounds {
			if !yield(k+1, round.clone()) {
				return
			}
		}
	}
}

func (r Round) clone() Round {
	c := Round{Groups: slices.Clone(r.Groups), Out: slices.Clone(r.Out)}
	for g := range c.Groups {
		c.Groups[g].Members = slices.Clone(c.Groups[g].Members)
	}
	return c
}

// Repeats is how often two people meet who met before: two people who share a group
// in three rounds are two repeats, and three if they met on an earlier day.
func (r Rounds) Repeats() int64 { return r.repeats }

// Bound is a number of repeats that no rounds of this kind are below.
func (r Rounds) Bound() int64 { return r.bound }

// Status says how good the rounds are known to be.
func (r Rounds) Status() Status { return r.status }

// Seed is the seed the call was given.
func (r Rounds) Seed() uint64 { return r.seed }

// Steps is how many steps the call spent; 0 if the rounds were known at once.
func (r Rounds) Steps() int64 { return r.steps }

// Meetings returns the rounds, from 1, in which two people share a group.
func (r Rounds) Meetings(a, b roster.PersonID) []int {
	var list []int
	for k, round := range r.rounds {
		for _, group := range round.Groups {
			if a != b && slices.Contains(group.Members, a) && slices.Contains(group.Members, b) {
				list = append(list, k+1)
			}
		}
	}
	return list
}

// Again says of each two people who meet again in how many rounds they share a group, in
// official order.
func (r Rounds) Again() []check.Reason {
	var reasons []check.Reason
	r.pairs(func(i, j, before, n int) {
		rule := meetAgain
		switch {
		case n > 0 && before > 0:
			rule = meetBefore
		case n < 2:
			return
		}
		reasons = append(reasons, rule.Because(
			check.ID("a", roster.KindPerson, r.rotation.People[i]),
			check.ID("b", roster.KindPerson, r.rotation.People[j]), check.Int("n", n)))
	})
	return reasons
}

// Summary says how many others each of the people meets, and how many of each two share
// a group how often.
func (r Rounds) Summary() []check.Reason {
	people := len(r.rotation.People)
	if people < 2 {
		return nil
	}
	others, often := make([]int, people), make([]int, len(r.rounds)+1)
	r.pairs(func(i, j, _, n int) {
		often[n]++
		if n > 0 {
			others[i]++
			others[j]++
		}
	})
	reasons := []check.Reason{meetOthers.Because(
		check.Int("least", slices.Min(others)), check.Int("most", slices.Max(others)), check.Int("rounds", len(r.rounds)))}
	for n, pairs := range often {
		if pairs > 0 && n != 1 {
			reasons = append(reasons, pairsMeet.Because(check.Int("pairs", pairs), check.Int("n", n)))
		}
	}
	return reasons
}

// pairs calls f for every two people with how often they met before, and meet.
func (r Rounds) pairs(f func(i, j, before, n int)) {
	people := len(r.rotation.People)
	met := make([]uint8, people*people)
	for _, round := range r.rounds {
		for _, group := range round.Groups {
			for _, a := range group.Members {
				for _, b := range group.Members {
					met[r.number[a]*people+r.number[b]]++
				}
			}
		}
	}
	for i := range people {
		for j := i + 1; j < people; j++ {
			f(i, j, int(r.met[i*people+j]), int(met[i*people+j]))
		}
	}
}

func (r Rounds) count() int64 {
	repeats := int64(0)
	r.pairs(func(_, _, before, n int) { repeats += int64(max(n-1+min(before, 1), 0)) })
	return repeats
}

// LogValue gives the quality of the rounds instead of their people.
func (r Rounds) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Int("rounds", r.Len()),
		slog.String("status", r.status.String()),
		slog.Int64("repeats", r.repeats),
		slog.Int64("bound", r.bound),
	)
}

// LogValue gives numbers instead of people.
func (r Rotation) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("people", len(r.People)), slog.Int("groups", r.Groups), slog.Int("rounds", r.Rounds))
}

// CheckRounds looks at rounds made or changed by hand: everybody is in one group of
// every round or sits out, as many as must; sizes differ by at most one; nobody sits
// out twice more often than another; a convener is a member and may convene; nobody meets
// whom they may not. It returns how often people meet again, by a count of its own.
func CheckRounds(r Rotation, rounds []Round) (repeats int64, ps check.Problems) {
	if ps := r.Validate(); ps.Failed() {
		return 0, ps
	}
	wrong := func(path, hans, en string, n, want int) {
		if n != want {
			ps.Add(wrongCount.At(path, check.Term("what", hans, en), check.Int("n", n), check.Int("want", want)))
		}
	}
	wrong("rounds", "轮数", "the number of rounds", len(rounds), r.Rounds)
	known := map[roster.PersonID]bool{}
	for _, id := range r.People {
		known[id] = true
	}
	type couple [2]roster.PersonID
	met, sat, apart := map[couple]int64{}, map[roster.PersonID]int{}, map[couple]bool{}
	two := func(a, b roster.PersonID) couple { return couple{min(a, b), max(a, b)} }
	for _, m := range r.Met {
		for i, a := range m.People {
			for _, b := range m.People[:i] {
				met[two(a, b)]++
			}
		}
	}
	for _, list := range r.Apart {
		for i, a := range list {
			for _, b := range list[:i] {
				apart[two(a, b)] = true
			}
		}
	}
	room := r.playing()
	for k, round := range rounds {
		path := check.Index("rounds", k)
		seen := map[roster.PersonID]bool{}
		take := func(path string, id roster.PersonID) {
			switch {
			case !known[id]:
				ps.Add(unknownPerson.At(path, check.Value("id", string(id))))
			case seen[id]:
				ps.Add(placedTwice.At(path, check.ID("person", roster.KindPerson, id)))
			}
			seen[id] = true
		}
		wrong(check.Key(path, "groups"), "组数", "the number of groups", len(round.Groups), r.Groups)
		wrong(check.Key(path, "out"), "轮空人数", "the number of people who sit out", len(round.Out), len(r.People)-room)
		for i, id := range round.Out {
			take(check.Index(check.Key(path, "out"), i), id)
			sat[id]++
		}
		for g, group := range round.Groups {
			at := check.Index(check.Key(path, "groups"), g)
			least, most := r.sizes(min(g, r.Groups-1))
			wrong(check.Key(at, "members"), "小组人数", "the size of the group", len(group.Members), min(max(len(group.Members), least), most))
			for i, id := range group.Members {
				take(check.Index(check.Key(at, "members"), i), id)
				for _, other := range group.Members[:i] {
					pair := two(id, other)
					if met[pair]++; met[pair] > 1 {
						repeats++
					}
					if apart[pair] {
						ps.Add(metApart.At(check.Index(check.Key(at, "members"), i),
							check.ID("a", roster.KindPerson, other), check.ID("b", roster.KindPerson, id)))
					}
				}
			}
			switch {
			case slices.Contains(group.Members, group.Convener):
				if len(r.Conveners) > 0 && !slices.Contains(r.Conveners, group.Convener) {
					ps.Add(cannotConvene.At(check.Key(at, "convener"), check.ID("person", roster.KindPerson, group.Convener)))
				}
			default:
				ps.Add(notMember.At(check.Key(at, "convener"), check.Value("person", string(group.Convener))))
			}
		}
		for i, id := range r.People {
			if !seen[id] {
				ps.Add(notPlaced.At(path, check.ID("person", roster.KindPerson, r.People[i])))
			}
		}
	}
	fewest := len(rounds)
	for _, id := range r.People {
		fewest = min(fewest, sat[id])
	}
	for i, id := range r.People {
		wrong(check.Index("people", i), "轮空次数", "the number of rounds sat out", sat[id], min(sat[id], fewest+1))
	}
	return repeats, ps
}

var roundsFormat = wire.Format{Name: "grouping.rounds", Version: 1}

// roundsDocument is a Rounds as JSON.
type roundsDocument struct {
	Status  Status  `json:"status"`
	Repeats int64   `json:"repeats"`
	Bound   int64   `json:"bound"`
	Seed    uint64  `json:"seed"`
	Steps   int64   `json:"steps"`
	Rounds  []Round `json:"rounds"`
}

// MarshalJSON writes {"huiwu":"grouping.rounds/1", ...}, which [ParseRounds] reads
// back.
func (r Rounds) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, roundsFormat, roundsDocument{r.status, r.repeats, r.bound, r.seed, r.steps, r.rounds})
}

// ParseRounds reads the rounds of a rotation back and checks them with [CheckRounds],
// and what they say of themselves. The order of groups and members is kept. An error
// is a [check.Problems].
func ParseRounds(data []byte, r Rotation) (Rounds, error) {
	var d roundsDocument
	_, ps := wire.Parse(data, roundsFormat, &d, nil)
	if err := ps.Err(); err != nil {
		return Rounds{}, fmt.Errorf("rounds: %w", err)
	}
	repeats, ps := CheckRounds(r, d.Rounds)
	if err := ps.Err(); err != nil {
		return Rounds{}, fmt.Errorf("rounds: %w", err)
	}
	figure := func(path, hans, en string, ok bool, want any) {
		if !ok {
			ps.Add(wrongFigure.At(path, check.Term("what", hans, en), check.Text("want", fmt.Sprint(want))))
		}
	}
	figure("repeats", "重复次数", "number of repeats", d.Repeats == repeats, repeats)
	t := r.rotate()
	bound := t.bound()
	figure("bound", "下界", "bound", d.Bound == bound, bound)
	figure("steps", "步数", "number of steps", d.Steps >= 0, 0)
	want := d.Status
	if optimal := repeats == bound; optimal {
		want = Optimal
	} else if want != Interrupted {
		want = StepLimit
	}
	figure("status", "状态", "status", d.Status == want, want)
	if err := ps.Err(); err != nil {
		return Rounds{}, fmt.Errorf("rounds: %w", err)
	}
	out := Rounds{
		rotation: r, number: t.number, met: t.met, rounds: d.Rounds,
		repeats: repeats, bound: d.Bound, status: d.Status, seed: d.Seed, steps: d.Steps,
	}
	out.rotation.People = slices.Clone(r.People)
	return out, nil
}
