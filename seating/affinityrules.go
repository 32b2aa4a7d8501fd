package seating

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of findings in an affinity, of what a seating by affinity breaks, and of the
// reasons for its seats.
const (
	NoChairLeft   check.Code = "seating/no-chair-left"
	HeldMoved     check.Code = "seating/held-moved"
	BadWeight     check.Code = "seating/bad-weight"
	NeedsTwo      check.Code = "seating/needs-two"
	BadBounds     check.Code = "seating/bad-bounds"
	BothWays      check.Code = "seating/both-ways"
	NotTogether   check.Code = "seating/not-together"
	NotBeside     check.Code = "seating/not-beside"
	NotApart      check.Code = "seating/not-apart"
	NotAlternate  check.Code = "seating/not-alternate"
	NotShared     check.Code = "seating/not-shared"
	FewAcquainted check.Code = "seating/few-acquainted"
	TableCount    check.Code = "seating/table-count"
	WhyProtocol   check.Code = "seating/why-protocol"
	WhyCompany    check.Code = "seating/why-company"
	WhyShared     check.Code = "seating/why-shared"
	WhyTogether   check.Code = "seating/why-together"
	WhyExchange   check.Code = "seating/why-exchange"
)

var (
	noChairLeft = check.Rule{
		Code: NoChairLeft, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 应保留的座位 {seat} 不存在或已由他人保留",
		En:   "{person} is to keep seat {seat}, which is no chair or is kept by somebody else",
	}
	heldMoved = check.Rule{
		Code: HeldMoved, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 应保留座位 {seat}，却坐在别处",
		En:   "{person} keeps seat {seat} and sits elsewhere",
	}
	badWeight = check.Rule{
		Code: BadWeight, Severity: check.Error, Source: check.HouseCustom,
		Hans: "权重 {weight} 不在 0（必须遵守）至 {max} 之间",
		En:   "the weight {weight} is not from 0, a hard rule, to {max}",
	}
	needsTwo = check.Rule{
		Code: NeedsTwo, Severity: check.Error, Source: check.HouseCustom,
		Hans: "此项关系至少涉及两人，现有 {n} 人",
		En:   "the relation is among two people or more; it names {n}",
	}
	badBounds = check.Rule{
		Code: BadBounds, Severity: check.Error, Source: check.HouseCustom,
		Hans: "每桌人数下限 {least}、上限 {most}（0 为不限）不成立",
		En:   "at least {least} and at most {most} a table (0 for no limit) are no bounds",
	}
	bothWays = check.Rule{
		Code: BothWays, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 与 {other} 既须在一起（{together}）又须回避",
		En:   "{person} and {other} are to be apart and, by {together}, together",
	}
	notTogether = check.Rule{
		Code: NotTogether, Source: check.HouseCustom,
		Hans: "{person} 与 {other} 不同桌",
		En:   "{person} and {other} are not at one table",
	}
	notBeside = check.Rule{
		Code: NotBeside, Source: check.HouseCustom,
		Hans: "{person} 的邻座没有应与其同坐的人",
		En:   "{person} has nobody beside of those to sit with",
	}
	notApart = check.Rule{
		Code: NotApart, Source: check.HouseCustom,
		Hans: "{person} 与 {other} 应当回避，却为{near}",
		En:   "{person} and {other} are to be apart and are {near}",
	}
	notAlternate = check.Rule{
		Code: NotAlternate, Source: check.HouseCustom,
		Hans: "{person} 与邻座 {other} 的 {trait} 相同",
		En:   "{person} and {other}, side by side, share a value of {trait}",
	}
	notShared = check.Rule{
		Code: NotShared, Source: check.HouseCustom,
		Hans: "{person} 的{near}没有 {trait} 相同的人",
		En:   "{person} has nobody who shares a value of {trait} and is {near}",
	}
	fewAcquainted = check.Rule{
		Code: FewAcquainted, Source: check.HouseCustom,
		Hans: "{person} 的{near}有熟人 {n} 名，应有 {least} 名",
		En:   "{person} knows {n} of those who are {near}; there should be {least}",
	}
	tableCount = check.Rule{
		Code: TableCount, Source: check.HouseCustom,
		Hans: "{table} 桌 {trait} 为 {value} 的有 {n} 人，应为 {least} 至 {most} 人（0 为不限）",
		En:   "at table {table}, {n} people have {value} as {trait}; there should be {least} to {most} (0 for no limit)",
	}
	whyProtocol = check.Rule{
		Code: WhyProtocol, Source: check.HouseCustom,
		Hans: "{seat}：按礼宾位次定座，不参与调配",
		En:   "{seat}: given by protocol and not moved",
	}
	whyCompany = check.Rule{
		Code: WhyCompany, Source: check.HouseCustom,
		Hans: "{seat}：按亲疏关系安排，邻座为 {one} 和 {other}",
		En:   "{seat}: seated by affinity, between {one} and {other}",
	}
	whyShared = check.Rule{
		Code: WhyShared, Source: check.HouseCustom,
		Hans: "与{near}的 {other} 有相同的 {trait}",
		En:   "shares a value of {trait} with {other}, who is {near}",
	}
	whyTogether = check.Rule{
		Code: WhyTogether, Source: check.HouseCustom,
		Hans: "按要求与 {other} {near}",
		En:   "is {near} with {other}, as asked",
	}
	whyExchange = check.Rule{
		Code: WhyExchange, Source: check.HouseCustom,
		Hans: "换座中代价最小的是与 {other} 互换：硬性违反增减 {broken} 处，其他损失增减 {lost}",
		En:   "of all exchanges that with {other} costs least: it changes the breaks of hard rules by {broken} and what is lost otherwise by {lost}",
	}
)

// affinityRules are the rules of affinity.
func affinityRules() []check.Rule {
	return []check.Rule{
		noChairLeft, heldMoved, badWeight, needsTwo, badBounds, bothWays,
		notTogether, notBeside, notApart, notAlternate, notShared, fewAcquainted, tableCount,
		whyProtocol, whyCompany, whyShared, whyTogether, whyExchange,
	}
}
