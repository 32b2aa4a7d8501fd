package seating

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of findings in signings, sittings, card runs and awards.
const (
	FewParties     check.Code = "seating/few-parties"
	SidesOrParties check.Code = "seating/sides-or-parties"

	TooFewToPreside check.Code = "seating/too-few-to-preside"
	NobodyToAward   check.Code = "seating/nobody-to-award"
)

var (
	fewParties = check.Rule{
		Code: FewParties, Severity: check.Error, Source: check.HouseCustom,
		Hans: "签署方须有 2 至 {max} 方，现有 {n} 方",
		En:   "a document has 2 to {max} parties; this one has {n}",
	}
	tooFewToPreside = check.Rule{
		Code: TooFewToPreside, Severity: check.Error, Source: check.HouseCustom,
		Hans: "执行主席应为 {chairs} 人：已定 {given} 人，可担任的成员 {members} 人",
		En:   "{chairs} are to preside; {given} are decided, and {members} members can",
	}
	nobodyToAward = check.Rule{
		Code: NobodyToAward, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {batch} 批没有到场的获奖者，应撤去本批",
		En:   "batch {batch} has no winner who is there: take it out",
	}
	sidesOrParties = check.Rule{
		Code: SidesOrParties, Severity: check.Error, Source: check.HouseCustom,
		Hans: "签字仪式写主客两方，或写 3 至 {max} 方的议定次序，不能兼写（现列 {n} 方）",
		En:   "a signing has two sides, or 3 to {max} parties in their agreed order, and not both; {n} are listed",
	}
)

// serviceRules are the rules of signings, sittings, card runs and awards.
func serviceRules() []check.Rule {
	return []check.Rule{fewParties, sidesOrParties, tooFewToPreside, nobodyToAward}
}
