package followup

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules about what is asked of a board.
const (
	BadPeriod      check.Code = "followup/bad-period"
	LightShown     check.Code = "followup/light-shown"
	LightGreen     check.Code = "followup/light-green"
	BadWeight      check.Code = "followup/bad-weight"
	BadReport      check.Code = "followup/bad-report"
	OtherRules     check.Code = "followup/other-rules"
	BadLadder      check.Code = "followup/bad-ladder"
	BadStep        check.Code = "followup/bad-step"
	BadQuiet       check.Code = "followup/bad-quiet-day"
	OtherLadder    check.Code = "followup/other-ladder"
	RemindAhead    check.Code = "followup/remind-ahead"
	RemindLate     check.Code = "followup/remind-late"
	IsSilent       check.Code = "followup/silent"
	LimitKept      check.Code = "followup/limit-kept"
	LimitLate      check.Code = "followup/limit-late"
	LimitMissed    check.Code = "followup/limit-missed"
	LimitRuns      check.Code = "followup/limit-runs"
	NoCalendar     check.Code = "followup/no-calendar"
	BadScheme      check.Code = "followup/bad-scheme"
	BadMark        check.Code = "followup/bad-mark"
	PointsTaken    check.Code = "followup/points"
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
	CircularCare   check.Code = "followup/circular-care"
	IsOverdue      check.Code = "followup/overdue"
	NotOwed        check.Code = "followup/not-owed"
	Resting        check.Code = "followup/resting"
	NoDueYet       check.Code = "followup/no-due-date"
	InTime         check.Code = "followup/in-time"
	Counted        check.Code = "followup/counted"
	DaysOff        check.Code = "followup/days-off"
	Allowed        check.Code = "followup/allowed"
	NoAllowance    check.Code = "followup/no-allowance"
	BadAllowances  check.Code = "followup/bad-allowances"
	BadAllowance   check.Code = "followup/bad-allowance"
)

var (
	badPeriod = check.Rule{
		Code: BadPeriod, Severity: check.Error, Source: check.HouseCustom,
		Hans: "期限 {n} 个工作日不在 1 到 {max} 之间",
		En:   "a period of {n} working days is not between 1 and {max}",
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
	allowed = check.Rule{
		Code: Allowed, Source: check.HouseCustom,
		Hans: "自 {from} 起 {n}{unit}内，即 {due} 前（含当日），依据{rules}第 {line} 条",
		En:   "within {n} {unit} after {from}, by {due}, by {rules}, line {line}",
	}
	noAllowance = check.Rule{
		Code: NoAllowance, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{rules}没有规定{origin}的时限",
		En:   "{rules} give no time for a {origin}",
	}
	badAllowances = check.Rule{
		Code: BadAllowances, Severity: check.Error, Source: check.HouseCustom,
		Hans: "时限规定有 {n} 条，应为 1 至 {max} 条",
		En:   "{n} lines of allowances, want 1 to {max}",
	}
	badAllowance = check.Rule{
		Code: BadAllowance, Severity: check.Error, Source: check.HouseCustom,
		Hans: "时限规定的来源、缓急、单位或数值 {n}（1 至 {max}）无效",
		En:   "origin, pace or unit of the line is not known, or its number {n} not between 1 and {max}",
	}
)
