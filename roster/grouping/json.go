package grouping

import (
	"context"
	"fmt"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// The formats of this package.
var (
	problemFormat = wire.Format{Name: "grouping.problem", Version: 1}
	groupsFormat  = wire.Format{Name: "grouping.groups", Version: 1}
)

// AppendProblem appends a problem as a JSON document, {"huiwu":"grouping.problem/1",
// ...}. It is written as it is, valid or not.
func AppendProblem(dst []byte, p Problem) ([]byte, error) { return wire.Append(dst, problemFormat, p) }

// ParseProblem reads a problem and validates it; an error is a [check.Problems].
func ParseProblem(data []byte) (Problem, error) {
	var p Problem
	_, ps := wire.Parse(data, problemFormat, &p, nil)
	if !ps.Failed() {
		ps.In("", p.Validate())
	}
	if err := ps.Err(); err != nil {
		return Problem{}, fmt.Errorf("grouping problem: %w", err)
	}
	return p, nil
}

// document is a Groups as JSON.
type document struct {
	Status Status       `json:"status"`
	Value  Value        `json:"value"`
	Bound  Value        `json:"bound"`
	Seed   uint64       `json:"seed"`
	Steps  int64        `json:"steps"`
	Groups []DraftGroup `json:"groups"`
}

// MarshalJSON writes {"huiwu":"grouping.groups/1", ...}, which [ParseGroups] reads
// back. The people are named by their identifiers only.
func (g Groups) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, groupsFormat, document{
		Status: g.status,
		Value:  g.value,
		Bound:  g.bound,
		Seed:   g.seed,
		Steps:  g.steps,
		Groups: g.Draft().Groups,
	})
}

// ParseGroups reads a grouping of a problem back and checks it as if it were built
// anew: every rule with [Check], the order of the groups and the holders of roles,
// the Value, the bound, and what the status claims. An optimum that was proven by
// search is proven once more, which may take about a second; a local optimum costs
// a try of every exchange. An error is a [check.Problems].
func ParseGroups(data []byte, p Problem) (Groups, error) {
	var d document
	_, ps := wire.Parse(data, groupsFormat, &d, nil)
	if err := ps.Err(); err != nil {
		return Groups{}, fmt.Errorf("groups: %w", err)
	}
	value, found := Check(p, Draft{Groups: d.Groups})
	if err := found.Err(); err != nil {
		return Groups{}, fmt.Errorf("groups: %w", err)
	}
	m, conflicts := newModel(&p, nil)
	if err := conflicts.Err(); err != nil {
		return Groups{}, fmt.Errorf("groups: %w", err)
	}
	s := newState(m)
	at := make(map[string]int32, len(m.people))
	for g, group := range d.Groups {
		for _, id := range group.Members {
			at[string(id)] = int32(g)
		}
	}
	for i := range m.units {
		s.place(int32(i), at[string(m.people[m.units[i].people[0]].ID)])
	}
	g := keepGroups(s, d.Bound, d.Status, d.Seed, d.Steps)
	ps.In("", g.differences(d, value))
	if err := ps.Err(); err != nil {
		return Groups{}, fmt.Errorf("groups: %w", err)
	}
	return g, nil
}

// differences compares what was read with what is worked out.
func (g Groups) differences(d document, value Value) check.Problems {
	var ps check.Problems
	wrong := func(path, hans, en, want string) {
		ps.Add(wrongFigure.At(path, check.Term("what", hans, en), check.Text("want", want)))
	}
	for i, group := range g.Draft().Groups {
		path := check.Index("groups", i)
		if !slices.Equal(group.Members, d.Groups[i].Members) {
			wrong(check.Key(path, "members"), "成员顺序", "order of members", fmt.Sprint(group.Members))
		}
		same := slices.EqualFunc(group.Roles, d.Groups[i].Roles, func(a, b Holders) bool {
			return a.Role == b.Role && slices.Equal(a.People, b.People)
		})
		if !same {
			wrong(check.Key(path, "roles"), "任职人员", "list of holders", fmt.Sprint(group.Roles))
		}
	}
	if value != d.Value {
		wrong("value", "评价值", "value", fmt.Sprint(value))
	}
	if d.Steps < 0 {
		wrong("steps", "步数", "number of steps", "0")
	}
	m := g.state.m
	_, bound := m.least()
	switch {
	case d.Bound == bound:
	case d.Status == Optimal && d.Bound == value:
		e := newExact(m, exactNodes, func() bool { return true })
		e.know(g.state.at, value)
		if !e.search() || e.value != value {
			wrong("bound", "下界", "bound", fmt.Sprint(bound))
		}
	default:
		wrong("bound", "下界", "bound", fmt.Sprint(bound))
	}
	switch {
	case (d.Status == Optimal) != (value == d.Bound):
		wrong("status", "状态", "status", Optimal.String())
	case d.Status == LocalOptimum:
		r := newRun(context.Background(), m, Options{MaxSteps: 1 << 62})
		r.state = g.state.clone()
		if r.state.widen() {
			if improved, _ := r.pass(); !improved {
				break
			}
		}
		wrong("status", "状态", "status", StepLimit.String())
	}
	return ps
}
