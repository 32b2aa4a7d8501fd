package grouping

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Met (遵守情况) says how a rule was met.
type Met struct {
	Rule string // its path, such as rules.apart[3]
	Soft Soft   // weight and level; the zero Soft is a hard rule

	// Gave says that the rule is hard and may have given: see Options.Relax.
	Gave bool

	By     int64    // people it is broken by, 0 if it is kept; a hard rule is, unless it gave
	Cost   int64    // By times the weight
	Broken []Breach // where it is broken, in the order of the places, value by value

	// Tightest is the group with the least to spare, the first of several, and Slack
	// how many people that is; "" if the rule is broken or nothing is counted in it.
	Tightest PlaceID
	Slack    int64
}

// A Breach is a group that breaks a rule.
type Breach struct {
	Place  PlaceID
	People []roster.PersonID // those concerned who are there, in official order
	By     int64
}

// Reasons says the same in sentences: how the rule was met, then each Breach.
func (m Met) Reasons() []check.Reason {
	rule, n := check.IDs("rule", KindRule, m.Rule), check.Int("n", m.By)
	switch {
	case m.By == 0 && m.Tightest != "":
		return []check.Reason{ruleTight.Because(rule, ruleKind(m.Rule), check.ID("place", KindPlace, m.Tightest), check.Int("n", m.Slack))}
	case m.By == 0:
		return []check.Reason{ruleHeld.Because(rule, ruleKind(m.Rule))}
	}
	reasons := []check.Reason{ruleCosts.Because(rule, n, check.Int("weight", m.Soft.Weight), check.Int("cost", m.Cost))}
	if m.Gave {
		reasons = []check.Reason{ruleGave.Because(rule, n)}
	}
	for _, b := range m.Broken {
		place, by := check.ID("place", KindPlace, b.Place), check.Int("n", b.By)
		if len(b.People) == 0 {
			reasons = append(reasons, placeShortOf.Because(place, by))
			continue
		}
		reasons = append(reasons, placeBreaks.Because(place, by, check.IDs("people", roster.KindPerson, b.People...)))
	}
	return reasons
}

// ruleKinds are the words for the lists of rules.
var ruleKinds = [...]struct{ list, hans, en string }{
	{"together", "必须同组", "together"},
	{"apart", "不得同组", "apart"},
	{"fixed", "指定编组", "fixed"},
	{"barred", "不得编入", "barred"},
	{"atLeast", "至少", "at least"},
	{"atMost", "至多", "at most"},
	{"notAlone", "不得落单", "not alone"},
	{"whole", "整建制", "whole"},
	{"spread", "均匀分布", "spread"},
	{"served", "配备", "served"},
	{"separate", "不得混编", "separate"},
	{"roles", "任职", "role"},
}

// ruleKind is the argument for the kind of a rule.
func ruleKind(path string) check.Arg {
	list := holders(path)[1]
	for _, k := range ruleKinds {
		if list == check.Key("rules", k.list) {
			return check.Term("kind", k.hans, k.en)
		}
	}
	return check.Text("kind", list)
}

// Met returns how each rule of the problem was met, in the order of RuleLists.All.
func (g Groups) Met() []Met {
	if g.state == nil {
		return nil
	}
	m := g.state.m
	list := make([]Met, 0, len(m.lines))
	role := 0
	for i := range m.lines {
		l := &m.lines[i]
		met := Met{Rule: l.path, Soft: l.soft, Gave: l.soft.Level < 0}
		if met.Gave {
			met.Soft = Soft{}
		}
		for k := range l.columns {
			g.meet(&met, &l.columns[k])
		}
		if l.columns == nil {
			g.meetRole(&met, role)
			role++
		}
		slices.SortStableFunc(met.Broken, func(a, b Breach) int { return g.index(a.Place) - g.index(b.Place) })
		met.Cost = met.By * int64(l.soft.Weight)
		if met.By > 0 {
			met.Tightest, met.Slack = "", 0
		}
		list = append(list, met)
	}
	return list
}

// Gave returns how those hard rules were met that gave way because all rules together
// cannot be kept: see Options.Relax. Nil if every hard rule is kept.
func (g Groups) Gave() []Met {
	var list []Met
	for _, m := range g.Met() {
		if m.Gave && m.By > 0 {
			list = append(list, m)
		}
	}
	return list
}

func (m *Met) breach(place PlaceID, people []roster.PersonID, by int64) {
	m.By += by
	m.Broken = append(m.Broken, Breach{place, people, by})
}

func (m *Met) spare(place PlaceID, n int64) {
	if m.Tightest == "" || n < m.Slack {
		m.Tightest, m.Slack = place, n
	}
}

// meet adds how a column was met.
func (g Groups) meet(met *Met, c *column) {
	m := g.state.m
	row := make([]int32, len(m.places))
	total := int32(0)
	for i, n := range c.all() {
		row[g.at(i)] += n
		total += n
	}
	largest := slices.Index(row, slices.Max(row))
	for at, n := range row {
		by := c.excess(int32(at), n)
		people := c.people
		switch {
		case c.form == gathered && at != largest:
			by = int64(n)
		case c.form == separate:
			if a, b := c.two(n); b < a {
				people = c.with
			}
		}
		if by > 0 {
			there := slices.DeleteFunc(slices.Clone(people), func(i int32) bool { return g.at(i) != int32(at) })
			slices.Sort(there)
			met.breach(m.places[at], m.ids(there), by)
			continue
		}
		if spare, ok := c.spare(int32(at), n, total); ok {
			met.spare(m.places[at], int64(spare))
		}
	}
}

// spare returns how many people a count is within its bounds, if it has any that it
// could leave; total is the count of all groups.
func (c *column) spare(g, n, total int32) (spare int32, ok bool) {
	switch {
	case c.form == served:
		kind, by := c.two(n)
		return by - c.need, kind > 0
	case c.form != bounded, c.apart:
		return 0, false
	case c.gap > 0:
		return n - c.gap, n > 0
	}
	below, above := c.lo[g] > 0, c.hi[g] < total
	switch {
	case below && above:
		return min(n-c.lo[g], c.hi[g]-n), true
	case below:
		return n - c.lo[g], true
	default:
		return c.hi[g] - n, above
	}
}

// meetRole adds how a role was met: to spare are those who could hold it as well.
func (g Groups) meetRole(met *Met, r int) {
	m := g.state.m
	for at, members := range g.members {
		need, held := m.roles[r].Count, len(g.holders[at][r])
		if held < need {
			met.breach(m.places[at], m.ids(g.holders[at][r]), int64(need-held))
			continue
		}
		could := 0
		for _, i := range members {
			could += int(m.may[i] >> r & 1)
		}
		met.spare(m.places[at], int64(could-need))
	}
}

// A Goal is a part of a [Value]: a goal of the Objective, the sizes under [NearEven],
// or a weighted rule.
type Goal struct {
	Path      string // such as objective.balance[0], objective.pairs, sizes or rules.apart[3]
	Attribute string // that is balanced; "" if none is
	Level     int    // of the Value: levels decide one after the other
	Cost      int64  // what it adds there, its weight included
}

// goalArg is the argument for a goal in a sentence.
func goalArg(path, attribute string) check.Arg {
	switch {
	case attribute != "":
		return check.ID("goal", KindAttribute, attribute)
	case path == sizesGoal:
		return check.Term("goal", "各组人数", "sizes")
	case path == pairsGoal:
		return check.Term("goal", "两人关系", "pairs")
	}
	return check.IDs("goal", KindRule, path)
}

// Paths of goals beside those of balances and rules.
const (
	sizesGoal = "sizes"
	pairsGoal = "objective.pairs"
)

// Goals returns what the Value is the sum of, in the order in which it decides: level
// by level, on a level sizes, objective and rules in their order. What was added up by
// weight stands on one level.
func (g Groups) Goals() []Goal {
	if g.state == nil {
		return nil
	}
	m, s := g.state.m, g.state
	var list []Goal
	for x := 0; x < len(m.soft); {
		first := &m.soft[x]
		goal := Goal{Path: sizesGoal, Attribute: first.attribute, Level: first.level - gives}
		if first.attribute != "" {
			goal.Path = check.Index("objective.balance", int(first.slot)-1)
		}
		for ; x < len(m.soft) && m.soft[x].slot == first.slot; x++ {
			for at := range m.places {
				goal.Cost += m.soft[x].weight * cost(s.count(int32(at), x), m.share[at*len(m.soft)+x])
			}
		}
		list = append(list, goal)
	}
	if t := m.pairs; t != nil {
		list = append(list, Goal{Path: pairsGoal, Level: t.level - gives, Cost: s.paired})
	}
	for _, met := range g.Met() {
		if met.Soft.Weight > 0 {
			list = append(list, Goal{Path: met.Rule, Level: met.Soft.rank() - gives, Cost: met.Cost})
		}
	}
	byLevel(list)
	return list
}

func byLevel(list []Goal) {
	slices.SortStableFunc(list, func(a, b Goal) int { return a.Level - b.Level })
}
