package roster

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules of this package.
const (
	NoID             check.Code = "roster/no-id"
	BadID            check.Code = "roster/bad-id"
	DuplicateID      check.Code = "roster/duplicate-id"
	NoName           check.Code = "roster/no-name"
	LongText         check.Code = "roster/long-text"
	BadText          check.Code = "roster/bad-text"
	LooseSpace       check.Code = "roster/loose-space"
	Padded           check.Code = "roster/padded"
	NoCapacity       check.Code = "roster/no-capacity"
	BadSex           check.Code = "roster/bad-sex"
	Negative         check.Code = "roster/negative"
	TooMany          check.Code = "roster/too-many"
	EndsBefore       check.Code = "roster/ends-before-start"
	NotAide          check.Code = "roster/not-an-aide"
	UnknownOrg       check.Code = "roster/unknown-body"
	UnknownPrincipal check.Code = "roster/unknown-principal"
	SamePlace        check.Code = "roster/same-place"
	OrgCircle        check.Code = "roster/body-circle"

	UnknownPerson check.Code = "roster/unknown-person"
	ListedTwice   check.Code = "roster/listed-twice"
	TwoRests      check.Code = "roster/two-rests"
	NoKey         check.Code = "roster/no-key"
	NoOrder       check.Code = "roster/no-order"
	NoDate        check.Code = "roster/no-date"
	NoSource      check.Code = "roster/no-source"
	NoReason      check.Code = "roster/no-reason"
	OneTarget     check.Code = "roster/one-target"
	NotInSection  check.Code = "roster/not-in-section"
	OtherCount    check.Code = "roster/other-count"
	OtherTitle    check.Code = "roster/other-title"
	OtherOrder    check.Code = "roster/other-order"

	Tied              check.Code = "roster/tied"
	DecidedBySection  check.Code = "roster/by-section"
	DecidedByCapacity check.Code = "roster/by-capacity"
	DecidedByBody     check.Code = "roster/by-body"
	DecidedByPost     check.Code = "roster/by-post"
	DecidedByRank     check.Code = "roster/by-rank"
	DecidedByDate     check.Code = "roster/by-credential"
	DecidedByVotes    check.Code = "roster/by-votes"
	DecidedByApproval check.Code = "roster/by-approved-order"
	MovedBefore       check.Code = "roster/moved-before"
	MovedAfter        check.Code = "roster/moved-after"
)

var (
	noID = check.Rule{
		Code: NoID, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少编号（{kind}）",
		En:   "{kind} id is missing",
	}
	badID = check.Rule{
		Code: BadID, Severity: check.Error, Source: check.HouseCustom,
		Hans: "编号 {id} 不可用（{kind}）：应为不超过 {max} 字节的可见字符，首尾无空格",
		En:   "{kind} id {id} is not usable: up to {max} bytes of visible characters without spaces at its ends",
	}
	duplicateID = check.Rule{
		Code: DuplicateID, Severity: check.Error, Source: check.HouseCustom,
		Hans: "编号 {id} 重复（{kind}），已用于 {other}",
		En:   "duplicate {kind} id {id}, also {other}",
	}
	noName = check.Rule{
		Code: NoName, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少姓名或名称",
		En:   "name is missing",
	}
	longText = check.Rule{
		Code: LongText, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文字 {text} 超过 {max} 字节",
		En:   "text {text} is longer than {max} bytes",
	}
	badText = check.Rule{
		Code: BadText, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文字 {text} 含有不可见字符或不是 UTF-8",
		En:   "text {text} holds characters that do not show or is not UTF-8",
	}
	looseSpace = check.Rule{
		Code: LooseSpace, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文字 {text} 首尾有空格",
		En:   "text {text} begins or ends with a space",
	}
	padded = check.Rule{
		Code: Padded, Severity: check.Error, Source: check.HouseCustom,
		Hans: "姓名 {text} 中含有排版用的空格，应去掉，打印时自动补上",
		En:   "name {text} holds a space that only printing needs: leave it out, it is added where names are printed",
	}
	noCapacity = check.Rule{
		Code: NoCapacity, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 没有有效的参会身份",
		En:   "{person} has no valid capacity",
	}
	badSex = check.Rule{
		Code: BadSex, Severity: check.Error, Source: check.HouseCustom,
		Hans: "性别值 {n} 无效",
		En:   "sex {n} is not valid",
	}
	negative = check.Rule{
		Code: Negative, Severity: check.Error, Source: check.HouseCustom,
		Hans: "数值 {n} 不能小于零",
		En:   "{n} is below zero",
	}
	tooMany = check.Rule{
		Code: TooMany, Severity: check.Error, Source: check.HouseCustom,
		Hans: "共 {n} 项，超过上限 {max} 项",
		En:   "{n} entries, more than the limit of {max}",
	}
	endsBefore = check.Rule{
		Code: EndsBefore, Severity: check.Error, Source: check.HouseCustom,
		Hans: "截止日期 {to} 早于起始日期 {from}",
		En:   "ends on {to}, before it starts on {from}",
	}
	notAide = check.Rule{
		Code: NotAide, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 不是随行人员，却登记为随行 {principal}",
		En:   "{person} is no aide, yet accompanies {principal}",
	}
	unknownOrg = check.Rule{
		Code: UnknownOrg, Severity: check.Error, Source: check.HouseCustom,
		Hans: "机构 {org} 不在名册中",
		En:   "body {org} is not in the roster",
	}
	unknownPrincipal = check.Rule{
		Code: UnknownPrincipal, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 随行的 {principal} 不在名册中或就是本人",
		En:   "{person} accompanies {principal}, who is not in the roster or is the same person",
	}
	samePlace = check.Rule{
		Code: SamePlace, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{org} 与 {other} 同列第 {order} 位",
		En:   "{org} and {other} both claim place {order}",
	}
	orgCircle = check.Rule{
		Code: OrgCircle, Severity: check.Error, Source: check.HouseCustom,
		Hans: "机构 {org} 的上级关系成环",
		En:   "body {org} is among its own ancestors, or stands below such a body",
	}

	unknownPerson = check.Rule{
		Code: UnknownPerson, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 不在名册中",
		En:   "{person} is not in the roster",
	}
	listedTwice = check.Rule{
		Code: ListedTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 重复列入，已在 {other} 中",
		En:   "{person} is listed twice, also in {other}",
	}
	twoRests = check.Rule{
		Code: TwoRests, Severity: check.Error, Source: check.HouseCustom,
		Hans: "只能有一段收列其余人员，{other} 已是",
		En:   "only one section may hold everyone else, and {other} does",
	}
	noKey = check.Rule{
		Code: NoKey, Severity: check.Error, Source: check.HouseCustom,
		Hans: "排序依据为空",
		En:   "key is nil",
	}
	noOrder = check.Rule{
		Code: NoOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "未指明姓氏笔画、姓名笔画或拼音次序",
		En:   "order of names is missing: surname strokes, full-name strokes or pinyin",
	}
	noDate = check.Rule{
		Code: NoDate, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少日期",
		En:   "date is missing",
	}
	noSource = check.Rule{
		Code: NoSource, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少依据：由谁于何时审定",
		En:   "source is missing: who approved the order, and when",
	}
	noReason = check.Rule{
		Code: NoReason, Severity: check.Error, Source: check.HouseCustom,
		Hans: "人工调整 {person} 的位次须写明理由",
		En:   "moving {person} by hand needs a reason",
	}
	oneTarget = check.Rule{
		Code: OneTarget, Severity: check.Error, Source: check.HouseCustom,
		Hans: "调整 {person} 时，“排在谁前”与“排在谁后”须且只须填一项",
		En:   "moving {person} needs exactly one of before and after",
	}
	notInSection = check.Rule{
		Code: NotInSection, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 不在本段，或以本人为参照",
		En:   "{person} is not in this section, or is moved relative to themselves",
	}
	otherCount = check.Rule{
		Code: OtherCount, Severity: check.Error, Source: check.HouseCustom,
		Hans: "有 {n} 项，重新排序得 {want} 项",
		En:   "holds {n} entries, ranking anew gives {want}",
	}
	otherTitle = check.Rule{
		Code: OtherTitle, Severity: check.Error, Source: check.HouseCustom,
		Hans: "标题为 {title}，应为 {want}",
		En:   "title is {title}, want {want}",
	}
	otherOrder = check.Rule{
		Code: OtherOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "此处为 {people}，重新排序应为 {want}",
		En:   "{people} stand here, ranking anew puts {want}",
	}

	tied = check.Rule{
		Code: Tied, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{people} 按现有依据分不出先后，并列第 {position} 位，请示确定",
		En:   "nothing tells {people} apart: they share position {position}, someone has to decide",
	}
	bySection = check.Rule{
		Code: DecidedBySection, Source: check.HouseCustom,
		Hans: "{a} 在前一段（{first}），{b} 在后一段（{second}）",
		En:   "{a} is in an earlier section ({first}) than {b} ({second})",
	}
	byCapacity = check.Rule{
		Code: DecidedByCapacity, Source: check.HouseCustom,
		Hans: "按参会身份，{a}（{first}）在 {b}（{second}）之前",
		En:   "by capacity, {a} ({first}) comes before {b} ({second})",
	}
	byBody = check.Rule{
		Code: DecidedByBody, Source: check.HouseCustom,
		Hans: "按单位次序，{a}（{first}）在 {b}（{second}）之前",
		En:   "by the order of bodies, {a} ({first}) comes before {b} ({second})",
	}
	byPost = check.Rule{
		Code: DecidedByPost, Source: check.HouseCustom,
		Hans: "按 {on} 在{org}所任职务，{a}（{first}）在 {b}（{second}）之前",
		En:   "by the posts held in {org} on {on}, {a} ({first}) comes before {b} ({second})",
	}
	byRank = check.Rule{
		Code: DecidedByRank, Source: check.HouseCustom,
		Hans: "按职级，{a}（{first}）在 {b}（{second}）之前",
		En:   "by rank, {a} ({first}) comes before {b} ({second})",
	}
	byCredential = check.Rule{
		Code: DecidedByDate, Source: "Vienna Convention on Diplomatic Relations, 1961, articles 13 and 16",
		Hans: "按就任日期，{a}（{first}）在 {b}（{second}）之前",
		En:   "by the day of taking up functions, {a} ({first}) comes before {b} ({second})",
	}
	byVotes = check.Rule{
		Code: DecidedByVotes, Source: check.HouseCustom,
		Hans: "按得票多少，{a}（{first} 票）在 {b}（{second} 票）之前",
		En:   "by votes, {a} ({first}) comes before {b} ({second})",
	}
	byApproved = check.Rule{
		Code: DecidedByApproval, Source: check.HouseCustom,
		Hans: "按审定次序（{source}），{a}（{first}）在 {b}（{second}）之前",
		En:   "by the approved order ({source}), {a} ({first}) comes before {b} ({second})",
	}
	movedBefore = check.Rule{
		Code: MovedBefore, Source: check.HouseCustom,
		Hans: "{person} 经人工调整排在 {other} 之前，理由：{reason}",
		En:   "{person} was moved before {other}: {reason}",
	}
	movedAfter = check.Rule{
		Code: MovedAfter, Source: check.HouseCustom,
		Hans: "{person} 经人工调整排在 {other} 之后，理由：{reason}",
		En:   "{person} was moved after {other}: {reason}",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		noID, badID, duplicateID, noName, longText, badText, looseSpace, padded, noCapacity, badSex, negative, tooMany,
		endsBefore, notAide, unknownOrg, unknownPrincipal, samePlace, orgCircle,
		unknownPerson, listedTwice, twoRests, noKey, noOrder, noDate, noSource, noReason, oneTarget, notInSection, otherCount,
		otherTitle, otherOrder, tied, bySection, byCapacity, byBody, byPost, byRank, byCredential, byVotes, byApproved,
		movedBefore, movedAfter,
	}
}
