package grouping

import (
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Give (让步) names hard rules that may give if all rules together cannot be kept:
// see Options.Relax.
type Give struct {
	// Rule is the path of a hard rule below the problem, such as rules.apart[3], of a
	// list, such as rules.apart, or rules, for all of them. Of several that hold a rule
	// the longest counts.
	Rule string `json:"rule"`

	// Order says who gives first: 1, the first, to MaxOrder; 0 is read as 1. Whatever a
	// later order need not give counts more than anything of an earlier one.
	Order int `json:"order,omitzero"`

	// Weight multiplies within the order, 1 to MaxRuleWeight; 0 is read as 1.
	Weight int `json:"weight,omitzero"`
}

// relaxing reports what is wrong with a list of Give for a problem.
func relaxing(p *Problem, gives []Give) check.Problems {
	var ps check.Problems
	limit(&ps, "relax", len(gives), MaxRules)
	if ps.Failed() {
		return ps
	}
	hard := map[string]bool{}
	for path, rule := range p.Rules.All() {
		if rule.soft().Weight == 0 {
			for _, holder := range holders(path) {
				hard[holder] = true
			}
		}
	}
	seen := map[string]bool{}
	for i, g := range gives {
		path := check.Index("relax", i)
		rule := check.Value("rule", g.Rule)
		if !hard[g.Rule] {
			ps.Add(unknownRule.At(check.Key(path, "rule"), rule))
		}
		if seen[g.Rule] {
			ps.Add(givesAlready.At(check.Key(path, "rule"), rule))
		}
		seen[g.Rule] = true
		within(&ps, check.Key(path, "order"), g.Order, 0, MaxOrder)
		within(&ps, check.Key(path, "weight"), g.Weight, 0, MaxRuleWeight)
	}
	return ps
}

// holders returns a path of a rule, that of its list, and that of all rules.
func holders(path string) [3]string {
	list, _, _ := strings.Cut(path, "[")
	return [3]string{path, list, "rules"}
}

// relaxed returns the problem with the rules that may give as weighted ones of the
// levels before those of a Value.
func relaxed(p Problem, gives []Give) Problem {
	by := make(map[string]Soft, len(gives))
	for _, g := range gives {
		by[g.Rule] = Soft{Weight: max(g.Weight, 1), Level: -max(g.Order, 1)}
	}
	r := &p.Rules
	r.Together = giving(r.Together, "together", by, func(x *Together) *Soft { return &x.Soft })
	r.Apart = giving(r.Apart, "apart", by, func(x *Apart) *Soft { return &x.Soft })
	r.Fixed = giving(r.Fixed, "fixed", by, func(x *Fixed) *Soft { return &x.Soft })
	r.Barred = giving(r.Barred, "barred", by, func(x *Barred) *Soft { return &x.Soft })
	r.AtLeast = giving(r.AtLeast, "atLeast", by, func(x *AtLeast) *Soft { return &x.Soft })
	r.AtMost = giving(r.AtMost, "atMost", by, func(x *AtMost) *Soft { return &x.Soft })
	r.NotAlone = giving(r.NotAlone, "notAlone", by, func(x *NotAlone) *Soft { return &x.Soft })
	r.Whole = giving(r.Whole, "whole", by, func(x *Whole) *Soft { return &x.Soft })
	r.Spread = giving(r.Spread, "spread", by, func(x *Spread) *Soft { return &x.Soft })
	r.Served = giving(r.Served, "served", by, func(x *Served) *Soft { return &x.Soft })
	r.Separate = giving(r.Separate, "separate", by, func(x *Separate) *Soft { return &x.Soft })
	r.Roles = giving(r.Roles, "roles", by, func(x *Role) *Soft { return &x.Soft })
	return p
}

func giving[R any](rules []R, key string, by map[string]Soft, soft func(*R) *Soft) []R {
	out := make([]R, len(rules))
	for i := range rules {
		out[i] = rules[i]
		s := soft(&out[i])
		for _, holder := range holders(check.Index("rules."+key, i)) {
			if give, ok := by[holder]; ok && s.Weight == 0 {
				*s = give
				break
			}
		}
	}
	return out
}
