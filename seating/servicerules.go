package seating

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of findings in signings, sittings, card runs and awards.
const (
	FewParties     check.Code = "seating/few-parties"
	SidesOrParties check.Code = "seating/sides-or-parties"
)

var (
	fewParties = check.Rule{
		Code: FewParties, Severity: check.Error, Source: check.HouseCustom,
		Hans: "签署方须有 2 至 {max} 方，现有 {n} 方",
		En:   "a document has 2 to {max} parties; this one has {n}",
	}
	sidesOrParties = check.Rule{
		Code: SidesOrParties, Severity: check.Error, Source: check.HouseCustom,
		Hans: "签字仪式写主客两方，或写 3 至 {max} 方的议定次序，不能兼写（现列 {n} 方）",
		En:   "a signing has two sides, or 3 to {max} parties in their agreed order, and not both; {n} are listed",
	}
)

// serviceRules are the rules of signings, sittings, card runs and awards.
func serviceRules() []check.Rule {
	return []check.Rule{fewParties, sidesOrParties}
}
