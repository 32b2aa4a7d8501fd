package grouping

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
)

// Status says how good a grouping is known to be. The zero Status is not valid.
type Status uint8

// The statuses of a grouping; each keeps every hard rule.
const (
	// Optimal: no grouping that keeps the rules has a better Value.
	Optimal Status = iota + 1

	// LocalOptimum: no move of one person or unit, and no exchange of two, keeps
	// the rules and gives a better Value.
	LocalOptimum

	// StepLimit: the steps were spent before either was known.
	StepLimit

	// Interrupted: the context ended before either was known.
	Interrupted

	// Drafted: made by hand, and taken over by [Adopt] or [Propose]. Nothing is known
	// but that it keeps every hard rule.
	Drafted
)

var statuses = [...]string{Optimal: "optimal", LocalOptimum: "local-optimum", StepLimit: "step-limit", Interrupted: "interrupted", Drafted: "drafted"}

// String returns "optimal", "local-optimum", "step-limit", "interrupted" or
// "drafted".
func (s Status) String() string {
	if s > 0 && int(s) < len(statuses) {
		return statuses[s]
	}
	return fmt.Sprintf("Status(%d)", uint8(s))
}

// Label returns the Chinese word: 已证最优, 局部最优, 步数用尽, 中途停止, 人工调整; "" for a
// status that is not valid.
func (s Status) Label() string {
	labels := [...]string{Optimal: "已证最优", LocalOptimum: "局部最优", StepLimit: "步数用尽", Interrupted: "中途停止", Drafted: "人工调整"}
	if int(s) < len(labels) {
		return labels[s]
	}
	return ""
}

// MarshalText returns the String of a valid status.
func (s Status) MarshalText() ([]byte, error) { return marshalToken(statuses[:], int(s), "status") }

// UnmarshalText reads one of the words of String.
func (s *Status) UnmarshalText(text []byte) error {
	i, err := unmarshalToken(statuses[:], text, "status")
	if err == nil {
		*s = Status(i)
	}
	return err
}

// Groups is a grouping that keeps every hard rule of its Problem, but for those that
// gave because they were asked to, made by [Allocate], [Repair], [Propose] or [Adopt] or
// read back by [ParseGroups]. The zero Groups has no group. A Groups never changes and
// is safe for concurrent use.
//
// [Allocate] fills places that are alike in every respect in the order of the first
// person of each group; after [Repair] every group is where it was.
type Groups struct {
	state   *state // never changed
	members [][]int32
	holders [][][]int32 // [group][role]
	value   levels
	bound   levels
	status  Status
	seed    uint64
	steps   int64
	relax   []Give // nil unless rules had to give

	moved, forced int64 // of a repair
}

// newGroups puts the groups of places that are alike into order, and names the
// holders of the roles.
func newGroups(s *state, bound levels, status Status, seed uint64, steps int64) Groups {
	m := s.m
	first := slices.Repeat([]int32{int32(len(m.people))}, len(m.places))
	for i, u := range m.unitOf {
		first[s.at[u]] = min(first[s.at[u]], int32(i))
	}
	alike := map[int32][]int32{}
	for g, f := range m.alike() {
		alike[f] = append(alike[f], int32(g))
	}
	name := make([]int32, len(m.places)) // of each group, the place it gets
	for _, places := range alike {
		groups := slices.Clone(places)
		slices.SortFunc(groups, func(g, h int32) int { return cmp.Compare(first[g], first[h]) })
		for k, g := range groups {
			name[g] = places[k]
		}
	}
	sorted := newState(m)
	for i := range m.units {
		sorted.place(int32(i), name[s.at[i]])
	}
	return keepGroups(sorted, bound, status, seed, steps)
}

// keepGroups leaves every group at its place, and names the holders of the roles.
func keepGroups(s *state, bound levels, status Status, seed uint64, steps int64) Groups {
	m := s.m
	g := Groups{
		state: s, value: s.value(), bound: bound, status: status, seed: seed, steps: steps,
		members: make([][]int32, len(m.places)),
	}
	for i, u := range m.unitOf {
		at := s.at[u]
		g.members[at] = append(g.members[at], int32(i))
	}
	for _, members := range g.members {
		g.holders = append(g.holders, m.appoint(members))
	}
	return g
}

// appoint names the holders of each role in a group: for one role after the other
// those of the highest rank, then the first in order, who leave enough people for
// the roles to come. Roles that cannot all be filled stay short: see bench.
func (m *model) appoint(members []int32) [][]int32 {
	byRank := slices.Clone(members)
	slices.SortStableFunc(byRank, func(i, j int32) int {
		a, b := m.people[i].Rank, m.people[j].Rank
		if a == 0 || b == 0 {
			a, b = b, a // no rank comes last
		}
		return cmp.Compare(a, b)
	})
	var free [1 << MaxRoles]int // people by the roles they may hold
	for _, i := range members {
		free[m.may[i]]++
	}
	need := make([]int, len(m.roles))
	for r := range m.roles {
		need[r] = m.roles[r].Count
	}
	var c crew
	for _, i := range members {
		c[m.may[i]]++
	}
	for r, n := range newBench(m.roles).short(&c) {
		if n > 0 {
			need[r] -= int(n) // nobody is there to fill it
		}
	}
	enough := func() bool {
		for set := 1; set < 1<<len(m.roles); set++ {
			short := 0
			for r, n := range need {
				if set>>r&1 == 1 {
					short += n
				}
			}
			for may, n := range free {
				if may&set != 0 {
					short -= n
				}
			}
			if short > 0 {
				return false
			}
		}
		return true
	}
	holders := make([][]int32, len(m.roles))
	taken := make([]bool, len(members))
	for r := range m.roles {
		for k, i := range byRank {
			if need[r] == 0 {
				break
			}
			if taken[k] || m.may[i]>>r&1 == 0 {
				continue
			}
			free[m.may[i]]--
			need[r]--
			if !enough() {
				free[m.may[i]]++
				need[r]++
				continue
			}
			taken[k] = true
			holders[r] = append(holders[r], i)
		}
	}
	return holders
}

// Len is the number of groups.
func (g Groups) Len() int { return len(g.members) }

// All walks the groups in the order of the places, each with its members in
// official order: by Order, then ID.
func (g Groups) All() iter.Seq2[PlaceID, []roster.PersonID] {
	return func(yield func(PlaceID, []roster.PersonID) bool) {
		for i, members := range g.members {
			if !yield(g.state.m.places[i], g.state.m.ids(members)) {
				return
			}
		}
	}
}

// Members returns the members of a group in official order; nil if there is no
// such group.
func (g Groups) Members(place PlaceID) []roster.PersonID {
	if i := g.index(place); i >= 0 {
		return g.state.m.ids(g.members[i])
	}
	return nil
}

// Holders returns who holds a role in a group, the highest rank first.
func (g Groups) Holders(place PlaceID, role string) []roster.PersonID {
	i := g.index(place)
	if i < 0 {
		return nil
	}
	for r := range g.state.m.roles {
		if g.state.m.roles[r].ID == role {
			return g.state.m.ids(g.holders[i][r])
		}
	}
	return nil
}

// Place returns the group a person is in.
func (g Groups) Place(id roster.PersonID) (PlaceID, bool) {
	if i := g.person(id); i >= 0 {
		return g.state.m.places[g.at(i)], true
	}
	return "", false
}

func (g Groups) index(place PlaceID) int {
	if g.state == nil {
		return -1
	}
	return slices.Index(g.state.m.places, place)
}

func (g Groups) person(id roster.PersonID) int32 {
	if g.state == nil {
		return -1
	}
	return int32(slices.IndexFunc(g.state.m.people, func(p Person) bool { return p.ID == id }))
}

func (g Groups) at(person int32) int32 { return g.state.at[g.state.m.unitOf[person]] }

// Value is what the grouping costs.
func (g Groups) Value() Value { return g.value.value() }

// Bound is a Value that no grouping which keeps the rules is better than. It is the
// Value itself where the grouping is proven optimal; else it is what the even
// spread of each value, and each weighted rule, costs, taken by itself. The difference
// is the gap.
func (g Groups) Bound() Value { return g.bound.value() }

// Status says how good the grouping is known to be.
func (g Groups) Status() Status { return g.status }

// Steps is how many steps the call spent.
func (g Groups) Steps() int64 { return g.steps }

// Seed is the seed the call was given.
func (g Groups) Seed() uint64 { return g.seed }

// A Tally is what a group counts against its target. Attribute and Value name a
// balanced value; both are empty for the size of the group. Low and High are its
// even share, rounded down and up; for the size they are the bounds kept.
type Tally struct {
	Attribute string
	Value     string
	Count     int
	Low, High int
}

// Tallies returns the counts of a group: its size, then each balanced value in the
// order of the objective, values by their bytes; nil if there is no such group.
func (g Groups) Tallies(place PlaceID) []Tally {
	i := g.index(place)
	if i < 0 {
		return nil
	}
	m, s := g.state.m, g.state
	list := []Tally{{
		Count: int(s.counted[i*len(m.hard)]),
		Low:   int(m.sizes.lo[i]),
		High:  int(m.sizes.hi[i]),
	}}
	for x := range m.soft {
		if m.soft[x].attribute == "" {
			continue
		}
		share := m.share[i*len(m.soft)+x]
		list = append(list, Tally{
			Attribute: m.soft[x].attribute,
			Value:     m.soft[x].value,
			Count:     int(s.count(int32(i), x)),
			Low:       int(share >> 1),
			High:      int((share + 1) >> 1),
		})
	}
	return list
}

// Draft returns the grouping as it is written down, to be changed by hand and
// looked at with [Check].
func (g Groups) Draft() Draft {
	var d Draft
	for i, members := range g.members {
		m := g.state.m
		group := DraftGroup{Place: m.places[i], Members: m.ids(members)}
		for r := range m.roles {
			group.Roles = append(group.Roles, Holders{Role: m.roles[r].ID, People: m.ids(g.holders[i][r])})
		}
		d.Groups = append(d.Groups, group)
	}
	return d
}
