package grouping

import (
	"context"
	"fmt"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// The formats of this package, in the version that is read. What needs nothing new is
// written in version 1, which every reader of this package has read. Version 2 of a
// problem has weighted rules and the lists spread, served and separate; version 2 of
// groups has the status drafted and rules that gave.
var (
	problemFormat = wire.Format{Name: "grouping.problem", Version: 2}
	groupsFormat  = wire.Format{Name: "grouping.groups", Version: 2}
)

// written returns the version to write.
func written(f wire.Format, grown bool) wire.Format {
	if !grown {
		f.Version = 1
	}
	return f
}

// grown reports whether the rules need version 2.
func (r RuleLists) grown() bool {
	for _, rule := range r.All() {
		if rule.soft() != (Soft{}) {
			return true
		}
	}
	return r.Spread != nil || r.Served != nil || r.Separate != nil
}

// AppendProblem appends a problem as a JSON document, {"huiwu":"grouping.problem/2",
// ...}, or version 1 if that suffices. It is written as it is, valid or not.
func AppendProblem(dst []byte, p Problem) ([]byte, error) {
	return wire.Append(dst, written(problemFormat, p.Rules.grown()), p)
}

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
	Gave   *gave        `json:"gave,omitzero"`
	Groups []DraftGroup `json:"groups"`
}

// gave is what hard rules gave: which were allowed to, by how much they did, and the
// least that they must, by order from the last.
type gave struct {
	Rules []Give       `json:"rules"`
	Value [gives]int64 `json:"value"`
	Bound [gives]int64 `json:"bound"`
}

// document returns what is written.
func (g Groups) document() document {
	d := document{
		Status: g.status,
		Value:  g.Value(),
		Bound:  g.Bound(),
		Seed:   g.seed,
		Steps:  g.steps,
		Groups: g.Draft().Groups,
	}
	if g.relax != nil {
		d.Gave = &gave{g.relax, [gives]int64(g.value[:gives]), [gives]int64(g.bound[:gives])}
	}
	return d
}

// levels returns value and bound.
func (d *document) levels() (value, bound levels) {
	copy(value[gives:], d.Value[:])
	copy(bound[gives:], d.Bound[:])
	if d.Gave != nil {
		copy(value[:], d.Gave.Value[:])
		copy(bound[:], d.Gave.Bound[:])
	}
	return value, bound
}

// MarshalJSON writes {"huiwu":"grouping.groups/2", ...}, or version 1 if that suffices,
// which [ParseGroups] reads back. The people are named by their identifiers only.
func (g Groups) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, written(groupsFormat, g.relax != nil || g.status == Drafted), g.document())
}

// ParseGroups reads a grouping of a problem back and checks it as if it were built
// anew: every rule with [Check], the order of the groups and the holders of roles,
// the Value, the bound, and what the status claims. An optimum that was proven by
// search is proven once more, which may take about a second; a local optimum costs
// a try of every exchange. That rules had to give is not proven again. An error is a
// [check.Problems].
func ParseGroups(data []byte, p Problem) (Groups, error) {
	fail := func(ps check.Problems) (Groups, error) { return Groups{}, fmt.Errorf("groups: %w", ps.Err()) }
	var d document
	_, ps := wire.Parse(data, groupsFormat, &d, nil)
	ps.In("problem", p.Validate())
	if ps.Failed() {
		return fail(ps)
	}
	if d.Gave != nil {
		if ps.In("gave.rules", relaxing(&p, d.Gave.Rules)); ps.Failed() {
			return fail(ps)
		}
		p = relaxed(p, d.Gave.Rules)
	}
	c := newChecker(&p, &Draft{Groups: d.Groups})
	if c.ps.Failed() {
		return fail(c.ps)
	}
	m, conflicts := newModel(&p, nil)
	if conflicts.Failed() {
		return fail(conflicts)
	}
	s := newState(m)
	for i := range m.units {
		s.place(int32(i), int32(c.at[m.people[m.units[i].people[0]].ID]))
	}
	_, bound := d.levels()
	g := keepGroups(s, bound, d.Status, d.Seed, d.Steps)
	if d.Gave != nil {
		g.relax = d.Gave.Rules
	}
	if ps.In("", g.differences(&d, c.value)); ps.Failed() {
		return fail(ps)
	}
	return g, nil
}

// differences compares what was read with what is worked out.
func (g Groups) differences(d *document, value levels) check.Problems {
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
	told, claimed := d.levels()
	if value.value() != d.Value {
		wrong("value", "评价值", "value", fmt.Sprint(value.value()))
	}
	if d.Gave != nil && (told != value || g.Gave() == nil) {
		wrong("gave.value", "让步值", "value of what gave", fmt.Sprint(value[:gives]))
	}
	if d.Steps < 0 {
		wrong("steps", "步数", "number of steps", "0")
	}
	m := g.state.m
	_, bound := m.least()
	sound := claimed == bound
	if !sound && d.Status == Optimal && claimed == value {
		e := newExact(m, exactNodes, func() bool { return true })
		e.know(g.state.at, value)
		sound = e.search() && e.value == value
	}
	if !sound {
		wrong("bound", "下界", "bound", fmt.Sprint(bound.value()))
	}
	switch {
	case d.Status == Drafted:
	case (d.Status == Optimal) != (value == claimed):
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
