package docs

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the findings of number accounts.
const (
	NotOpened    check.Code = "docs/series-not-opened"
	OpenedTwice  check.Code = "docs/series-opened-twice"
	LeaseOverlap check.Code = "docs/lease-overlap"
	OutsideLease check.Code = "docs/outside-lease"
	NumberTwice  check.Code = "docs/number-twice"
	BadSerial    check.Code = "docs/bad-serial"
	HasNumber    check.Code = "docs/has-number"

	ReturnOutside check.Code = "docs/return-outside" // a block given back that was not leased
	TwoNumbers    check.Code = "docs/two-numbers"    // a paper with numbers of two series of one class
	LeadNumber    check.Code = "docs/lead-number"    // a joint issue under the number of another than the lead body
)

var (
	notOpenedRule = check.Rule{
		Code: NotOpened, Severity: check.Error, Source: regulation25,
		Hans: "编号序列{series}没有启用；新的代字、新的年度须先启用",
		En:   "the series {series} is not open; a new code and a new year are opened first",
	}
	openedTwiceRule = check.Rule{
		Code: OpenedTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "编号序列{series}已经启用",
		En:   "the series {series} is open already",
	}
	leaseOverlapRule = check.Rule{
		Code: LeaseOverlap, Severity: check.Error, Source: check.HouseCustom,
		Hans: "划给登记点{desk}的号段{series} {from}至{to}与已划出的号段重叠或不可用，未采用",
		En:   "the block {from} to {to} of {series} for desk {desk} overlaps another or is not usable, and is not taken",
	}
	outsideLeaseRule = check.Rule{
		Code: OutsideLease, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{series}的{serial}号没有划给登记点{desk}",
		En:   "serial {serial} of {series} is not leased to desk {desk}",
	}
	numberTwiceRule = check.Rule{
		Code: NumberTwice, Severity: check.Error, Source: regulation25,
		Hans: "{series}的{serial}号已是“{state}”，又登记为“{now}”",
		En:   "serial {serial} of {series} is {state} already and is recorded as {now} again",
	}
	badSerialRule = check.Rule{
		Code: BadSerial, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{series}没有{serial}这样的号或号数",
		En:   "{series} has no serial or count such as {serial}",
	}
	hasNumberRule = check.Rule{
		Code: HasNumber, Severity: check.Error, Source: regulation25,
		Hans: "{paper}已编为{series}的{serial}号",
		En:   "{paper} bears serial {serial} of {series} already",
	}
	returnOutsideRule = check.Rule{
		Code: ReturnOutside, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记点{desk}退回的号段{series} {from}至{to}没有划给它",
		En:   "desk {desk} gives back {from} to {to} of {series}, which is not leased to it",
	}
	twoNumbersRule = check.Rule{
		Code: TwoNumbers, Severity: check.Error, Source: regulation95,
		Hans: "{paper}已有{other}的编号，又编为{series}的{serial}号；联合行文只用主办机关的发文字号（《党政机关公文处理工作条例》第九条第五项）",
		En:   "{paper} bears a number of {other} and serial {serial} of {series} too; a joint issue bears the number of the lead body alone (Regulation on the handling of official documents, art. 9(5))",
	}
	leadNumberRule = check.Rule{
		Code: LeadNumber, Severity: check.Error, Source: regulation95,
		Hans: "{series}是{owner}的编号，{paper}的主办机关是{lead}；联合行文使用主办机关的发文字号（《党政机关公文处理工作条例》第九条第五项）",
		En:   "{series} belongs to {owner}, but the lead body of {paper} is {lead}; a joint issue bears the number of the lead body (Regulation on the handling of official documents, art. 9(5))",
	}
)

const regulation95 = "《党政机关公文处理工作条例》 (regulation on the handling of official documents), 中办发〔2012〕14号, art. 9(5)"

func seriesRules() []check.Rule {
	return []check.Rule{
		notOpenedRule, openedTwiceRule, leaseOverlapRule, outsideLeaseRule, numberTwiceRule,
		badSerialRule, hasNumberRule, returnOutsideRule, twoNumbersRule, leadNumberRule,
	}
}
