package followup

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules about lifecycles as data.
const (
	BadMove     check.Code = "followup/bad-move"
	BadGoal     check.Code = "followup/bad-goal"
	BadFrom     check.Code = "followup/bad-from"
	UnseenClose check.Code = "followup/unseen-close"
	NeedsGuard  check.Code = "followup/needs-guard"
	BadGuard    check.Code = "followup/bad-guard"
	Unreached   check.Code = "followup/unreached"
	DeadEnd     check.Code = "followup/dead-end"
	ManyLimits  check.Code = "followup/many-limits"
	BadLimit    check.Code = "followup/bad-limit"
	BadCode     check.Code = "followup/bad-code"
)

var (
	badMove = check.Rule{
		Code: BadMove, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{event}”（{n}）不是事件、列了两次，或没有列明有效的起始环节",
		En:   "the step \"{event}\" ({n}) is not known, stands twice, or names no valid stages to begin from",
	}
	badGoal = check.Rule{
		Code: BadGoal, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{event}”不能转入“{stage}”",
		En:   "the step \"{event}\" cannot lead to the stage \"{stage}\"",
	}
	badFrom = check.Rule{
		Code: BadFrom, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{event}”不能从“{stage}”开始，或该环节列了两次",
		En:   "the step \"{event}\" cannot begin in the stage \"{stage}\", or the stage stands twice",
	}
	unseenClose = check.Rule{
		Code: UnseenClose, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{event}”只能在反馈或审核之后",
		En:   "the step \"{event}\" comes only after a report or a review",
	}
	needsGuard = check.Rule{
		Code: NeedsGuard, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{event}”须有条件“{guard}”",
		En:   "the step \"{event}\" cannot do without the guard \"{guard}\"",
	}
	badGuard = check.Rule{
		Code: BadGuard, Severity: check.Error, Source: check.HouseCustom,
		Hans: "条件 {guard} 不适用于“{event}”，或列了两次",
		En:   "guard {guard} says nothing about the step \"{event}\", or stands twice",
	}
	unreached = check.Rule{
		Code: Unreached, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有任何事件通向“{stage}”",
		En:   "no step leads to the stage \"{stage}\"",
	}
	deadEnd = check.Rule{
		Code: DeadEnd, Severity: check.Error, Source: check.HouseCustom,
		Hans: "从“{stage}”出发，事项永远不能办结或撤销",
		En:   "from the stage \"{stage}\" an item can never end",
	}
	manyLimits = check.Rule{
		Code: ManyLimits, Severity: check.Error, Source: check.HouseCustom,
		Hans: "期限 {limits} 条、结果代码 {codes} 个，超过上限 {maxLimits} 条、{maxCodes} 个",
		En:   "{limits} limits and {codes} codes, more than {maxLimits} and {maxCodes}",
	}
	badLimit = check.Rule{
		Code: BadLimit, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{event}”的期限无效：须针对流程所有的事件，数值 {n} 应在 1 到 {max} 之间并有单位",
		En:   "the limit on the step \"{event}\" is not valid: it is for steps of the lifecycle, its number {n} is between 1 and {max}, and it has a unit",
	}
	badCode = check.Rule{
		Code: BadCode, Severity: check.Error, Source: check.HouseCustom,
		Hans: "结果代码 {code} 为空、重复，或缺少结果和说明",
		En:   "code {code} is empty, stands twice, or has no outcome or text",
	}
)
