package followup

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules about events and boards.
const (
	NoDate         check.Code = "followup/no-date"
	NoText         check.Code = "followup/no-text"
	BadText        check.Code = "followup/bad-text"
	TooMany        check.Code = "followup/too-many"
	TwoRoles       check.Code = "followup/two-roles"
	DueBefore      check.Code = "followup/due-before"
	BadPercent     check.Code = "followup/bad-percent"
	NoOutcome      check.Code = "followup/no-outcome"
	NoEvent        check.Code = "followup/no-event"
	WrongStage     check.Code = "followup/wrong-stage"
	BeforeLast     check.Code = "followup/before-last"
	OneKey         check.Code = "followup/one-key"
	TooLate        check.Code = "followup/too-late"
	NotLater       check.Code = "followup/not-later"
	AlreadyAsked   check.Code = "followup/already-asked"
	NothingAsked   check.Code = "followup/nothing-asked"
	BadTasks       check.Code = "followup/bad-tasks"
	TaskTwice      check.Code = "followup/task-twice"
	BadClass       check.Code = "followup/bad-class"
	BadLight       check.Code = "followup/bad-light"
	FiledBefore    check.Code = "followup/filed-before-issue"
	NotConcrete    check.Code = "followup/not-concrete"
	NotNamed       check.Code = "followup/nobody-named"
	NotAlone       check.Code = "followup/not-alone"
	TooEarly       check.Code = "followup/too-early"
	NoSlipLeft     check.Code = "followup/no-slip-left"
	NotEffective   check.Code = "followup/not-effective"
	PastLimit      check.Code = "followup/past-limit"
	TooManyClauses check.Code = "followup/too-many-clauses"
	BadClause      check.Code = "followup/bad-clause"
	BadRange       check.Code = "followup/bad-range"
	BadLink        check.Code = "followup/bad-link"
	SelfLink       check.Code = "followup/self-link"
	TiedAlready    check.Code = "followup/tied-already"
	NotTied        check.Code = "followup/not-tied"
	InCircle       check.Code = "followup/in-a-circle"
	SourceTaken    check.Code = "followup/source-taken"
	SourceDiffers  check.Code = "followup/source-differs"
	InConflict     check.Code = "followup/conflict"
	BadProperty    check.Code = "followup/bad-property"
	InList         check.Code = "followup/separator-in-list"
	BadOrigin      check.Code = "followup/bad-origin"
	ReceivedLater  check.Code = "followup/received-later"
	BadEstimate    check.Code = "followup/bad-estimate"
	CheckBefore    check.Code = "followup/check-before"
	NoInstalment   check.Code = "followup/no-instalment"
	FilledBefore   check.Code = "followup/filled-before"
	MissedEarly    check.Code = "followup/missed-early"
	NotParty       check.Code = "followup/not-a-party"
	NoSuchCode     check.Code = "followup/no-such-code"
	OtherLog       check.Code = "followup/other-log"
	Displaced      check.Code = "followup/displaced"
	NotOfBoard     check.Code = "followup/not-of-board"
	NotApart       check.Code = "followup/not-apart"
	OtherLifecycle check.Code = "followup/other-lifecycle"
	OtherCount     check.Code = "followup/other-count"
	OtherEntry     check.Code = "followup/other-entry"
)

var (
	noDate = check.Rule{
		Code: NoDate, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少日期",
		En:   "date is missing",
	}
	noText = check.Rule{
		Code: NoText, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少文字说明",
		En:   "text is missing",
	}
	badText = check.Rule{
		Code: BadText, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文字 {text} 超过 {max} 字节、不是 UTF-8 或含有不可见字符",
		En:   "text {text} is longer than {max} bytes, not UTF-8, or holds characters that do not show",
	}
	tooMany = check.Rule{
		Code: TooMany, Severity: check.Error, Source: check.HouseCustom,
		Hans: "协办单位 {n} 个，超过上限 {max} 个",
		En:   "{n} supporting bodies, more than the limit of {max}",
	}
	twoRoles = check.Rule{
		Code: TwoRoles, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{org} 在 {item} 中重复列为主办或协办：主办只能有一个，协办各列一次",
		En:   "{org} stands twice among lead and supporting bodies of {item}: there is one lead, and each supports once",
	}
	dueBefore = check.Rule{
		Code: DueBefore, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的办理时限 {due} 早于交办之日 {on}",
		En:   "{item} is due on {due}, before {on}, when it is given out",
	}
	badPercent = check.Rule{
		Code: BadPercent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的进度 {n} 不在 0 到 100 之间",
		En:   "progress {n} of {item} is not between 0 and 100",
	}
	noOutcome = check.Rule{
		Code: NoOutcome, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 办结须注明办理结果",
		En:   "closing {item} needs an outcome",
	}
	noEvent = check.Rule{
		Code: NoEvent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有事件",
		En:   "event is missing",
	}
	wrongStage = check.Rule{
		Code: WrongStage, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 目前为“{stage}”，不能“{event}”",
		En:   "{item} is {stage}: the step \"{event}\" is not open to it",
	}
	beforeLast = check.Rule{
		Code: BeforeLast, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item}“{event}”的日期 {on} 早于上一步的日期 {last}",
		En:   "the step \"{event}\" of {item} on {on} is before its last step on {last}",
	}
	oneKey = check.Rule{
		Code: OneKey, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 由 {person} 反馈或申请，不能再由本人“{event}”",
		En:   "{item} was reported or asked for by {person}, so someone else has to decide on it ({event})",
	}
	tooLate = check.Rule{
		Code: TooLate, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 已于 {current} 到期，{on} 申请延期为时已晚",
		En:   "{item} was due on {current}: {on} is too late to ask for an extension",
	}
	notLater = check.Rule{
		Code: NotLater, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的新时限 {due} 不晚于现时限 {current}",
		En:   "the new due date {due} of {item} is not after the present one, {current}",
	}
	alreadyAsked = check.Rule{
		Code: AlreadyAsked, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 已有待批的延期申请",
		En:   "an extension of {item} has been asked for and is not decided yet",
	}
	nothingAsked = check.Rule{
		Code: NothingAsked, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 没有待批的延期申请，不能“{event}”",
		En:   "no extension of {item} is asked for: nothing to decide ({event})",
	}
	badTasks = check.Rule{
		Code: BadTasks, Severity: check.Error, Source: check.HouseCustom,
		Hans: "决定事项分解为 {n} 项，应为 1 到 {max} 项",
		En:   "the decision is broken down into {n} items, want 1 to {max}",
	}
	taskTwice = check.Rule{
		Code: TaskTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "事项 {item} 重复",
		En:   "item {item} stands twice",
	}
	badClass = check.Rule{
		Code: BadClass, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的事项类别 {n} 无效",
		En:   "class {n} of {item} is not known",
	}
	badLight = check.Rule{
		Code: BadLight, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的督办单颜色 {n} 无效",
		En:   "colour {n} of a slip for {item} is not known",
	}
	filedBefore = check.Rule{
		Code: FiledBefore, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 于 {on} 立项，早于来源文件的印发日期 {issued}",
		En:   "{item} is put on file on {on}, before the paper it comes from is issued on {issued}",
	}
	notConcrete = check.Rule{
		Code: NotConcrete, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 没有具体工作要求，不予立项",
		En:   "{item} says nothing about what has to be there for it to be done, so it is not put on file",
	}
	notNamed = check.Rule{
		Code: NotNamed, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 交办时须明确责任领导和具体责任人（联系人）",
		En:   "{item} is given out without its responsible leader or its contact",
	}
	notAlone = check.Rule{
		Code: NotAlone, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 只能有一个承办人，不设协办，现列 {n} 个",
		En:   "{item} has exactly one owner; {n} others are named beside it",
	}
	tooEarly = check.Rule{
		Code: TooEarly, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的时限为 {current}，{on} 尚未逾期，不能“{event}”",
		En:   "{item} is due on {current} and not late on {on}: too early for the step \"{event}\"",
	}
	noSlipLeft = check.Rule{
		Code: NoSlipLeft, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 已发 {n} 次单（催办单、督办通知单），不再发单，应列入专项台账通报",
		En:   "{n} slips have gone out for {item}, the urging slip and the notice of supervision: there is no further one",
	}
	notEffective = check.Rule{
		Code: NotEffective, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 最近一次反馈后未经核验有效，不能“{event}”",
		En:   "{item} has not been found effective since it was last reported: the step \"{event}\" is not open to it",
	}
	pastLimit = check.Rule{
		Code: PastLimit, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item}“{event}”的期限为 {by}，{on} 已过",
		En:   "the step \"{event}\" was open to {item} until {by}: {on} is too late",
	}
	tooManyClauses = check.Rule{
		Code: TooManyClauses, Severity: check.Error, Source: check.HouseCustom,
		Hans: "亮灯规则 {n} 条，超过上限 {max} 条",
		En:   "{n} clauses, more than the limit of {max}",
	}
	badClause = check.Rule{
		Code: BadClause, Severity: check.Error, Source: check.HouseCustom,
		Hans: "亮灯规则的灯色 {light} 或指标 {measure} 无效（无规则适用时即为绿灯）",
		En:   "light {light} or measure {measure} of the clause is not known; green shows where no clause fires",
	}
	badRange = check.Rule{
		Code: BadRange, Severity: check.Error, Source: check.HouseCustom,
		Hans: "亮灯规则的范围 {min} 至 {last} 为空，或不在 0 至 {max} 之间",
		En:   "the range of the clause from {min} to {last} is empty, or not between 0 and {max}",
	}
	badLink = check.Rule{
		Code: BadLink, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的关联类型 {n} 无效",
		En:   "kind {n} of a link of {item} is not known",
	}
	selfLink = check.Rule{
		Code: SelfLink, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 不能与自身关联",
		En:   "{item} cannot be linked to itself",
	}
	tiedAlready = check.Rule{
		Code: TiedAlready, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 与 {other} 已有此关联，或此类关联已达上限 {max} 个",
		En:   "{item} holds this link to {other} already, or the limit of {max} links of the kind",
	}
	notTied = check.Rule{
		Code: NotTied, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 与 {other} 没有此关联，无从取消",
		En:   "{item} holds no such link to {other}: nothing to take away",
	}
	inCircle = check.Rule{
		Code: InCircle, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{items} 依次互为前置或子事项，形成循环，都无法办结",
		En:   "{items} wait for each other in a circle, so that none of them can be done",
	}
	sourceTaken = check.Rule{
		Code: SourceTaken, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{system} 的记录 {event} 已计入 {item}，不重复登记",
		En:   "record {event} of {system} has been taken for {item} already",
	}
	sourceDiffers = check.Rule{
		Code: SourceDiffers, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{system} 的记录 {event} 两次导入内容不同（{item}），以先登记的为准",
		En:   "record {event} of {system} was imported before with another content ({item}): the first one stands",
	}
	conflicts = check.Rule{
		Code: InConflict, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item}“{event}”依据的是 {base} 之后的情况，其间已有 {last}，须比对后另行登记",
		En:   "the step \"{event}\" of {item} was decided after {base}, but {last} has come between: it has to be decided again",
	}
	badProperty = check.Rule{
		Code: BadProperty, Severity: check.Error, Source: "Internet Calendaring and Scheduling Core Object Specification (iCalendar), RFC 5545, section 3.8",
		Hans: "待办的属性值 {value} 无效",
		En:   "value {value} of the property cannot be read",
	}
	inList = check.Rule{
		Code: InList, Severity: check.Error, Source: check.HouseCustom,
		Hans: "协办单位 {id} 含有顿号，无法与其他单位同列一格",
		En:   "supporting body {id} holds the mark that stands between bodies in one cell",
	}
	badOrigin = check.Rule{
		Code: BadOrigin, Severity: check.Error, Source: check.HouseCustom,
		Hans: "来源类型 {n} 无效",
		En:   "kind {n} of the origin is not known",
	}
	receivedLater = check.Rule{
		Code: ReceivedLater, Severity: check.Error, Source: check.HouseCustom,
		Hans: "收到日期 {received} 晚于登记日期 {on}",
		En:   "received on {received}, after it is entered on {on}",
	}
	badEstimate = check.Rule{
		Code: BadEstimate, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的预计工期 {n} 个工作日不在 0 到 {max} 之间",
		En:   "the estimate of {n} working days for {item} is not between 0 and {max}",
	}
	checkBefore = check.Rule{
		Code: CheckBefore, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的回头看日期 {check} 不晚于办结之日 {on}",
		En:   "the look at the effect of {item} on {check} is not after it is closed on {on}",
	}
	noInstalment = check.Rule{
		Code: NoInstalment, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 在 {date} 没有应报的阶段反馈",
		En:   "{item} owes no periodic report for {date}",
	}
	filledBefore = check.Rule{
		Code: FilledBefore, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} {date} 一期的阶段反馈已报送，或已登记未报",
		En:   "the periodic report of {item} for {date} is given, or recorded as missed, already",
	}
	missedEarly = check.Rule{
		Code: MissedEarly, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} {date} 一期的阶段反馈到 {on} 尚未过期，不能登记未报",
		En:   "the periodic report of {item} for {date} cannot be missed on {on} yet",
	}
	notParty = check.Rule{
		Code: NotParty, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{org} 不是 {item} 的主办、协办或抄送单位，或已登记传达",
		En:   "{org} has no part in {item}, or has said already that it passed it on",
	}
	noSuchCode = check.Rule{
		Code: NoSuchCode, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的结果代码 {code} 与“{outcome}”不在办理流程所列代码之内",
		En:   "code {code} of {item} for \"{outcome}\" is not one of the lifecycle",
	}
	otherLog = check.Rule{
		Code: OtherLog, Severity: check.Error, Source: check.HouseCustom,
		Hans: "台账由 {want} 条记录汇总，现有记录 {have} 条，须重新汇总",
		En:   "the board is that of {want} entries, the log has {have}: fold it anew",
	}
	displaced = check.Rule{
		Code: Displaced, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记时间早于他处记录，致使已有的 {entry}“{event}”不能成立",
		En:   "entered before entry {entry} ({event}) of another desk, which could not stand any more",
	}
	notOfBoard = check.Rule{
		Code: NotOfBoard, Severity: check.Error, Source: check.HouseCustom,
		Hans: "台账中没有 {have}",
		En:   "the board has no {have}",
	}
	notApart = check.Rule{
		Code: NotApart, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 由 {lead} 督办，不能又由其主办",
		En:   "{lead} follows {item} up and cannot lead it as well",
	}
	otherLifecycle = check.Rule{
		Code: OtherLifecycle, Severity: check.Error, Source: check.HouseCustom,
		Hans: "办理流程为 {have}，应为 {want}",
		En:   "lifecycle is {have}, want {want}",
	}
	otherCount = check.Rule{
		Code: OtherCount, Severity: check.Error, Source: check.HouseCustom,
		Hans: "有 {have} 项，由台账重新汇总得 {want} 项",
		En:   "holds {have} entries, folding the log anew gives {want}",
	}
	otherEntry = check.Rule{
		Code: OtherEntry, Severity: check.Error, Source: check.HouseCustom,
		Hans: "与台账不符：此处为 {have}，应为 {want}",
		En:   "does not agree with the log: {have}, want {want}",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		noDate, noText, badText, tooMany, twoRoles, dueBefore, badPercent, noOutcome, noEvent,
		wrongStage, beforeLast, oneKey, tooLate, notLater, alreadyAsked, nothingAsked, badTasks, taskTwice,
		badClass, badLight, filedBefore, notConcrete, notNamed, notAlone, tooEarly, noSlipLeft, notEffective,
		pastLimit, tooManyClauses, badClause, badRange, badLink, selfLink, tiedAlready, notTied, inCircle,
		sourceTaken, sourceDiffers, conflicts, badProperty, inList, badOrigin, receivedLater, badEstimate, checkBefore,
		noInstalment, filledBefore, missedEarly, notParty, noSuchCode, otherLog, displaced, notOfBoard, notApart,
		otherLifecycle, otherCount, otherEntry,
		badMove, badGoal, badFrom, unseenClose, needsGuard, badGuard, unreached, deadEnd, manyLimits,
		badLimit, badCode,
		badPeriod, lightShown, lightGreen, badWeight, badReport, otherRules, badLadder, badStep, badQuiet,
		otherLadder, remindAhead, remindLate, silent, limitKept, limitLate, limitMissed, limitRuns, noCalendar,
		badScheme, badMark, pointsTaken, badRole, doneInTime, doneLate, circularAll, circularLights, circularBody,
		circularAge, circularWorst, circularScore, circularTalk, badPreparation, badTemplate, lineTwice, noLine, learnedTwice,
		circularCare, overdue, notOwed, resting, noDueYet, inTime, counted, daysOff,
		allowed, noAllowance, badAllowances, badAllowance,
	}
}
