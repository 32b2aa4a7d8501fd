package followup

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules of this package.
const (
	NoDate       check.Code = "followup/no-date"
	NoText       check.Code = "followup/no-text"
	BadText      check.Code = "followup/bad-text"
	TooMany      check.Code = "followup/too-many"
	TwoRoles     check.Code = "followup/two-roles"
	DueBefore    check.Code = "followup/due-before"
	BadPercent   check.Code = "followup/bad-percent"
	NoOutcome    check.Code = "followup/no-outcome"
	NoEvent      check.Code = "followup/no-event"
	WrongStage   check.Code = "followup/wrong-stage"
	BeforeLast   check.Code = "followup/before-last"
	OneKey       check.Code = "followup/one-key"
	TooLate      check.Code = "followup/too-late"
	NotLater     check.Code = "followup/not-later"
	AlreadyAsked check.Code = "followup/already-asked"
	NothingAsked check.Code = "followup/nothing-asked"
	BadPeriod    check.Code = "followup/bad-period"
	BadTasks     check.Code = "followup/bad-tasks"
	TaskTwice    check.Code = "followup/task-twice"

	BadClass     check.Code = "followup/bad-class"
	BadLight     check.Code = "followup/bad-light"
	FiledBefore  check.Code = "followup/filed-before-issue"
	NotConcrete  check.Code = "followup/not-concrete"
	NotNamed     check.Code = "followup/nobody-named"
	NotAlone     check.Code = "followup/not-alone"
	TooEarly     check.Code = "followup/too-early"
	NoSlipLeft   check.Code = "followup/no-slip-left"
	NotEffective check.Code = "followup/not-effective"
	PastLimit    check.Code = "followup/past-limit"

	TooManyClauses check.Code = "followup/too-many-clauses"
	BadClause      check.Code = "followup/bad-clause"
	BadRange       check.Code = "followup/bad-range"
	LightShown     check.Code = "followup/light-shown"
	LightGreen     check.Code = "followup/light-green"

	BadLink     check.Code = "followup/bad-link"
	SelfLink    check.Code = "followup/self-link"
	TiedAlready check.Code = "followup/tied-already"
	NotTied     check.Code = "followup/not-tied"
	InCircle    check.Code = "followup/in-a-circle"
	BadWeight   check.Code = "followup/bad-weight"

	BadReport  check.Code = "followup/bad-report"
	OtherRules check.Code = "followup/other-rules"

	SourceTaken   check.Code = "followup/source-taken"
	SourceDiffers check.Code = "followup/source-differs"
	InConflict    check.Code = "followup/conflict"

	BadProperty check.Code = "followup/bad-property"
	InList      check.Code = "followup/separator-in-list"

	BadLadder   check.Code = "followup/bad-ladder"
	BadStep     check.Code = "followup/bad-step"
	BadQuiet    check.Code = "followup/bad-quiet-day"
	OtherLadder check.Code = "followup/other-ladder"
	RemindAhead check.Code = "followup/remind-ahead"
	RemindLate  check.Code = "followup/remind-late"
	IsSilent    check.Code = "followup/silent"

	LimitKept   check.Code = "followup/limit-kept"
	LimitLate   check.Code = "followup/limit-late"
	LimitMissed check.Code = "followup/limit-missed"
	LimitRuns   check.Code = "followup/limit-runs"

	BadOrigin     check.Code = "followup/bad-origin"
	ReceivedLater check.Code = "followup/received-later"
	BadEstimate   check.Code = "followup/bad-estimate"
	CheckBefore   check.Code = "followup/check-before"
	NoInstalment  check.Code = "followup/no-instalment"
	FilledBefore  check.Code = "followup/filled-before"
	MissedEarly   check.Code = "followup/missed-early"
	NotParty      check.Code = "followup/not-a-party"
	NoSuchCode    check.Code = "followup/no-such-code"

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
	NotOfBoard  check.Code = "followup/not-of-board"
	OtherLog    check.Code = "followup/other-log"
	Displaced   check.Code = "followup/displaced"

	NoCalendar  check.Code = "followup/no-calendar"
	BadScheme   check.Code = "followup/bad-scheme"
	BadMark     check.Code = "followup/bad-mark"
	PointsTaken check.Code = "followup/points"

	BadRole        check.Code = "followup/bad-role"
	DoneInTime     check.Code = "followup/done-in-time"
	DoneLate       check.Code = "followup/done-late"
	CircularAll    check.Code = "followup/circular-all"
	CircularLights check.Code = "followup/circular-lights"
	CircularBody   check.Code = "followup/circular-body"
	CircularAge    check.Code = "followup/circular-age"
	CircularWorst  check.Code = "followup/circular-worst"
	CircularScore  check.Code = "followup/circular-score"
	CircularTalk   check.Code = "followup/circular-talk"
	BadPreparation check.Code = "followup/bad-preparation"
	BadTemplate    check.Code = "followup/bad-template"
	LineTwice      check.Code = "followup/line-twice"
	NoLine         check.Code = "followup/no-line"
	LearnedTwice   check.Code = "followup/learned-twice"

	CircularCare check.Code = "followup/circular-care"

	NotApart check.Code = "followup/not-apart"

	OtherLifecycle check.Code = "followup/other-lifecycle"
	OtherCount     check.Code = "followup/other-count"
	OtherEntry     check.Code = "followup/other-entry"

	IsOverdue check.Code = "followup/overdue"
	NotOwed   check.Code = "followup/not-owed"
	Resting   check.Code = "followup/resting"
	NoDueYet  check.Code = "followup/no-due-date"
	InTime    check.Code = "followup/in-time"
	Counted   check.Code = "followup/counted"
	DaysOff   check.Code = "followup/days-off"
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
	badPeriod = check.Rule{
		Code: BadPeriod, Severity: check.Error, Source: check.HouseCustom,
		Hans: "期限 {n} 个工作日不在 1 到 {max} 之间",
		En:   "a period of {n} working days is not between 1 and {max}",
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
	lightShown = check.Rule{
		Code: LightShown, Source: check.HouseCustom,
		Hans: "{item} 于 {on} 亮{light}灯：{measure} {n}，属 {range}（{rules}第 {clause} 款）",
		En:   "{item} shows {light} on {on}: {n} {measure} is {range} ({rules}, clause {clause})",
	}
	lightGreen = check.Rule{
		Code: LightGreen, Source: check.HouseCustom,
		Hans: "{item} 于 {on} 亮绿灯：{rules}各款均不适用",
		En:   "{item} shows green on {on}: no clause of {rules} fires",
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
	badWeight = check.Rule{
		Code: BadWeight, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 的权重 {n} 不在 0 到 {max} 之间",
		En:   "weight {n} of {item} is not between 0 and {max}",
	}

	badReport = check.Rule{
		Code: BadReport, Severity: check.Error, Source: check.HouseCustom,
		Hans: "通报口径 {basis} 无效，或列出 {worst} 项超过上限 {max} 项",
		En:   "basis {basis} of the report is not known, or {worst} items are listed, more than the limit of {max}",
	}
	otherRules = check.Rule{
		Code: OtherRules, Severity: check.Error, Source: check.HouseCustom,
		Hans: "亮灯规则为 {have}，应为 {want}",
		En:   "the lights are those of {have}, want {want}",
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
	badLadder = check.Rule{
		Code: BadLadder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "提醒梯次有 {steps} 档、静默日 {quiet} 个，应为 1 至 {maxSteps} 档、静默日不超过 {maxQuiet} 个",
		En:   "the ladder has {steps} steps and {quiet} quiet days, want 1 to {maxSteps} steps and at most {maxQuiet} quiet days",
	}
	badStep = check.Rule{
		Code: BadStep, Severity: check.Error, Source: check.HouseCustom,
		Hans: "提醒档次（{days} 个工作日，每 {every} 个工作日重复）无效：天数绝对值和间隔不超过 {max}，逐档递增，须有提醒对象",
		En:   "the step at {days} working days, repeated every {every}, is not valid: days and intervals go up to {max}, each step comes after the one before, and it has a role",
	}
	badQuiet = check.Rule{
		Code: BadQuiet, Severity: check.Error, Source: check.HouseCustom,
		Hans: "静默日 {day} 缺失或未按先后排列",
		En:   "quiet day {day} is missing or not after the one before it",
	}
	otherLadder = check.Rule{
		Code: OtherLadder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "提醒梯次为 {have}，应为 {want}",
		En:   "the ladder is {have}, want {want}",
	}
	remindAhead = check.Rule{
		Code: RemindAhead, Source: check.HouseCustom,
		Hans: "{item} 时限 {due}，至 {on} 还有 {n} 个工作日",
		En:   "{item} is due on {due}, {n} working days after {on}",
	}
	remindLate = check.Rule{
		Code: RemindLate, Source: check.HouseCustom,
		Hans: "{item} 时限 {due}，至 {on} 已逾期 {n} 个工作日",
		En:   "{item} was due on {due}, and is {n} working days late on {on}",
	}
	silent = check.Rule{
		Code: IsSilent, Source: check.HouseCustom,
		Hans: "{lead} 自 {since} 至 {on} 已 {n} 个工作日未反馈 {item}",
		En:   "{lead} has not been heard on {item} since {since}, {n} working days up to {on}",
	}

	limitKept = check.Rule{
		Code: LimitKept, Source: check.HouseCustom,
		Hans: "{item}“{event}”应在 {from} 后 {n}{unit}内，即 {by} 前（含当日），已于 {done} 完成",
		En:   "the step \"{event}\" of {item} was to be taken within {n} {unit} after {from}, by {by}, and was on {done}",
	}
	limitLate = check.Rule{
		Code: LimitLate, Source: check.HouseCustom,
		Hans: "{item}“{event}”应在 {from} 后 {n}{unit}内，即 {by} 前（含当日），迟至 {done} 才完成",
		En:   "the step \"{event}\" of {item} was to be taken within {n} {unit} after {from}, by {by}, and was only on {done}",
	}
	limitMissed = check.Rule{
		Code: LimitMissed, Source: check.HouseCustom,
		Hans: "{item}“{event}”应在 {from} 后 {n}{unit}内，即 {by} 前（含当日），至 {on} 尚未完成",
		En:   "the step \"{event}\" of {item} was to be taken within {n} {unit} after {from}, by {by}, and has not been on {on}",
	}
	limitRuns = check.Rule{
		Code: LimitRuns, Source: check.HouseCustom,
		Hans: "{item}“{event}”应在 {from} 后 {n}{unit}内，即 {by} 前（含当日），至 {on} 期限未满",
		En:   "the step \"{event}\" of {item} is to be taken within {n} {unit} after {from}, by {by}; on {on} there is time",
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

	noCalendar = check.Rule{
		Code: NoCalendar, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{item} 没有工作日历",
		En:   "{item} has no calendar of working days",
	}
	badScheme = check.Rule{
		Code: BadScheme, Severity: check.Error, Source: check.HouseCustom,
		Hans: "计分办法的起评分 {base}（最低 {least}、最高 {most}，百分之一分）或 {marks} 个计分项无效：分值不超过 {maxPoints}，计分项 1 至 {max} 个",
		En:   "base {base} of the scheme between {least} and {most}, or its {marks} marks, are not valid: points go up to {maxPoints} hundredths, and there are 1 to {max} marks",
	}
	badMark = check.Rule{
		Code: BadMark, Severity: check.Error, Source: check.HouseCustom,
		Hans: "计分项（指标 {measure}，范围 {min} 至 {last}，{points}）无效",
		En:   "the mark for measure {measure} from {min} to {last}, {points} hundredths of a point, is not valid",
	}
	pointsTaken = check.Rule{
		Code: PointsTaken, Source: check.HouseCustom,
		Hans: "{lead} {measure}共 {n}，属 {range}，计 {points} 分（{scheme}第 {mark} 项）",
		En:   "{lead}: {n} {measure} in all, {range}: {points} points ({scheme}, mark {mark})",
	}

	badRole = check.Rule{
		Code: BadRole, Severity: check.Error, Source: check.HouseCustom,
		Hans: "反馈对象 {n} 无效",
		En:   "role {n} is not known",
	}
	doneInTime = check.Rule{
		Code: DoneInTime, Source: check.HouseCustom,
		Hans: "{item}（{lead}）已于 {closed} 按期办结：{outcome}",
		En:   "{item} ({lead}) was closed on {closed}, reported in time: {outcome}",
	}
	doneLate = check.Rule{
		Code: DoneLate, Source: check.HouseCustom,
		Hans: "{item}（{lead}）已于 {closed} 办结，逾期 {n} 个工作日反馈：{outcome}",
		En:   "{item} ({lead}) was closed on {closed}, reported {n} working days late: {outcome}",
	}
	circularAll = check.Rule{
		Code: CircularAll, Source: check.HouseCustom,
		Hans: "截至 {on}，督办事项共 {items} 项，在办 {open} 项，其中逾期 {overdue} 项、受阻 {blocked} 项；按期办结率 {rate}（按{basis}）。",
		En:   "On {on} there are {items} items, {open} of them open, {overdue} overdue and {blocked} blocked; {rate} were done in time, by the {basis}.",
	}
	circularLights = check.Rule{
		Code: CircularLights, Source: check.HouseCustom,
		Hans: "亮灯情况：红灯 {red} 项、橙灯 {orange} 项、黄灯 {yellow} 项、蓝灯 {blue} 项、绿灯 {green} 项。",
		En:   "Lights: {red} red, {orange} orange, {yellow} yellow, {blue} blue, {green} green.",
	}
	circularBody = check.Rule{
		Code: CircularBody, Source: check.HouseCustom,
		Hans: "{lead}：承办 {items} 项，在办 {open} 项，逾期 {overdue} 项，按期办结率 {rate}。",
		En:   "{lead}: {items} items, {open} open, {overdue} overdue, {rate} in time.",
	}
	circularAge = check.Rule{
		Code: CircularAge, Source: check.HouseCustom,
		Hans: "逾期 {range} 个工作日的 {n} 项。",
		En:   "{n} overdue by {range} working days.",
	}
	circularWorst = check.Rule{
		Code: CircularWorst, Source: check.HouseCustom,
		Hans: "{item}（{lead}）：{light}灯，时限 {due}，逾期 {n} 个工作日。",
		En:   "{item} ({lead}): {light}, due on {due}, {n} working days late.",
	}
	circularScore = check.Rule{
		Code: CircularScore, Source: check.HouseCustom,
		Hans: "{lead}：{points} 分。",
		En:   "{lead}: {points} points.",
	}
	circularTalk = check.Rule{
		Code: CircularTalk, Source: check.HouseCustom,
		Hans: "约谈 {lead} 主要负责人。",
		En:   "The head of {lead} is called for a talk.",
	}
	badPreparation = check.Rule{
		Code: BadPreparation, Severity: check.Error, Source: check.HouseCustom,
		Hans: "准备事项 {id} 的天数 {days}（不超过 {max}）、工期或单位无效",
		En:   "the days {days} of line {id}, at most {max}, its estimate or its bodies are not valid",
	}
	badTemplate = check.Rule{
		Code: BadTemplate, Severity: check.Error, Source: check.HouseCustom,
		Hans: "模板版本 {version} 应自 1 起，或共 {n} 行超过上限 {max} 行",
		En:   "version {version} of the template is below 1, or its {n} lines are more than {max}",
	}
	lineTwice = check.Rule{
		Code: LineTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "准备事项 {id} 重复",
		En:   "line {id} stands twice",
	}
	noLine = check.Rule{
		Code: NoLine, Severity: check.Error, Source: check.HouseCustom,
		Hans: "模板中没有准备事项 {id}",
		En:   "the template has no line {id}",
	}
	learnedTwice = check.Rule{
		Code: LearnedTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "经验教训 {id} 已写入模板",
		En:   "lesson {id} has been learned already",
	}

	circularCare = check.Rule{
		Code: CircularCare, Source: check.HouseCustom,
		Hans: "办理质量：退办 {returned} 次，发单催办 {slips} 次，未按期报送 {unwritten} 期。",
		En:   "Care: results refused {returned} times, slips issued {slips} times, periodic reports missed {unwritten} times.",
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

	overdue = check.Rule{
		Code: IsOverdue, Source: check.HouseCustom,
		Hans: "{item} 尚在“{stage}”，时限 {due}，至 {on} 已逾期",
		En:   "{item} is {stage}, was due on {due} and is overdue on {on}",
	}
	notOwed = check.Rule{
		Code: NotOwed, Source: check.HouseCustom,
		Hans: "{item} 已“{stage}”，不计逾期（时限 {due}，查询日 {on}）",
		En:   "{item} is {stage}: nothing is owed (due {due}, asked for {on})",
	}
	resting = check.Rule{
		Code: Resting, Source: check.HouseCustom,
		Hans: "{item} 已“{stage}”，中止期间不计逾期（时限 {due}，查询日 {on}）",
		En:   "{item} is {stage}: it does not become overdue while work rests (due {due}, asked for {on})",
	}
	noDueYet = check.Rule{
		Code: NoDueYet, Source: check.HouseCustom,
		Hans: "{item} 尚为“{stage}”，尚未定时限（查询日 {on}）",
		En:   "{item} is {stage} and has no due date yet (asked for {on})",
	}
	inTime = check.Rule{
		Code: InTime, Source: check.HouseCustom,
		Hans: "{item} 在“{stage}”，时限 {due}，至 {on} 未逾期",
		En:   "{item} is {stage}, due on {due}, and in time on {on}",
	}
	counted = check.Rule{
		Code: Counted, Source: check.HouseCustom,
		Hans: "自 {trigger} 次日起第 {n} 个工作日为 {due}（日历 {calendar} {version}）",
		En:   "working day {n} after {trigger}, that day not counted, is {due} (calendar {calendar} {version})",
	}
	daysOff = check.Rule{
		Code: DaysOff, Source: check.HouseCustom,
		Hans: "{from} 至 {to} {holiday}放假，依据{notice}",
		En:   "{from} to {to} are off for {holiday} by {notice}",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		noDate, noText, badText, tooMany, twoRoles, dueBefore, badPercent, noOutcome, noEvent, wrongStage, beforeLast,
		oneKey, tooLate, notLater, alreadyAsked, nothingAsked, badPeriod, badTasks, taskTwice, otherLifecycle, otherCount, otherEntry,
		badClass, badLight, filedBefore, notConcrete, notNamed, notAlone, tooEarly, noSlipLeft, notEffective, pastLimit,
		tooManyClauses, badClause, badRange, lightShown, lightGreen,
		badLink, selfLink, tiedAlready, notTied, inCircle, badWeight,
		badReport, otherRules, sourceTaken, sourceDiffers, conflicts, badProperty, inList,
		badLadder, badStep, badQuiet, otherLadder, remindAhead, remindLate, silent,
		limitKept, limitLate, limitMissed, limitRuns,
		badOrigin, receivedLater, badEstimate, checkBefore, noInstalment, filledBefore, missedEarly, notParty, noSuchCode,
		badMove, badGoal, badFrom, unseenClose, needsGuard, badGuard, unreached, deadEnd, manyLimits, badLimit, badCode, notOfBoard, otherLog, displaced,
		noCalendar, badScheme, badMark, pointsTaken,
		badRole, doneInTime, doneLate, circularAll, circularLights, circularBody, circularAge, circularWorst, circularScore, circularTalk, badPreparation, badTemplate, lineTwice, noLine, learnedTwice,
		circularCare,
		notApart,
		overdue, notOwed, resting, noDueYet, inTime, counted, daysOff,
	}
}
