package grouping

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of what is wrong with an input.
const (
	NoPeople         check.Code = "grouping/no-people"
	NoPlaces         check.Code = "grouping/no-places"
	TooMany          check.Code = "grouping/too-many"
	Twice            check.Code = "grouping/twice"
	OutOfRange       check.Code = "grouping/out-of-range"
	BoundsCross      check.Code = "grouping/bounds-cross"
	RoomTooSmall     check.Code = "grouping/room-too-small"
	UnknownSizing    check.Code = "grouping/unknown-sizing"
	UnknownPerson    check.Code = "grouping/unknown-person"
	UnknownPlace     check.Code = "grouping/unknown-place"
	UnknownAttribute check.Code = "grouping/unknown-attribute"
	UnknownValue     check.Code = "grouping/unknown-value"
	NoValue          check.Code = "grouping/no-value"
	BadValue         check.Code = "grouping/bad-value"
	NeedsTwo         check.Code = "grouping/needs-two"
	UnknownPairGoal  check.Code = "grouping/unknown-pair-goal"
	WrongShape       check.Code = "grouping/wrong-shape"
	LevelOfHard      check.Code = "grouping/level-of-hard"
	OfBoth           check.Code = "grouping/of-both"
	UnknownRule      check.Code = "grouping/unknown-rule"
	GivesAlready     check.Code = "grouping/gives-already"
)

// Codes of why no grouping can keep every rule. Their findings have
// [ErrInfeasible] as cause.
const (
	TooFewPeople     check.Code = "grouping/too-few-people"
	TooManyPeople    check.Code = "grouping/too-many-people"
	SeatsShort       check.Code = "grouping/seats-short"
	TogetherAndApart check.Code = "grouping/together-and-apart"
	TwoPlaces        check.Code = "grouping/two-places"
	FixedAndBarred   check.Code = "grouping/fixed-and-barred"
	UnitTooLarge     check.Code = "grouping/unit-too-large"
	NoPlaceLeft      check.Code = "grouping/no-place-left"
	PlaceOverfull    check.Code = "grouping/place-overfull"
	Oversupplied     check.Code = "grouping/oversupplied"
	Undersupplied    check.Code = "grouping/undersupplied"
	PlaceShort       check.Code = "grouping/place-short"
	PlacesOverfull   check.Code = "grouping/places-overfull"
	PlacesShort      check.Code = "grouping/places-short"
	Clique           check.Code = "grouping/clique"
	Contradiction    check.Code = "grouping/contradiction"
	Contradictory    check.Code = "grouping/contradictory"
)

// Codes of what [Check], [CheckRounds] and the parsers find in groups.
const (
	PlacesDiffer  check.Code = "grouping/places-differ"
	NotPlaced     check.Code = "grouping/not-placed"
	PlacedTwice   check.Code = "grouping/placed-twice"
	WrongSize     check.Code = "grouping/wrong-size"
	RoomOverfull  check.Code = "grouping/room-overfull"
	RuleBroken    check.Code = "grouping/rule-broken"
	WrongHolder   check.Code = "grouping/wrong-holder"
	WrongFigure   check.Code = "grouping/wrong-figure"
	WrongCount    check.Code = "grouping/wrong-count"
	NotMember     check.Code = "grouping/not-member"
	MetApart      check.Code = "grouping/met-apart"
	CannotConvene check.Code = "grouping/cannot-convene"
	WishBroken    check.Code = "grouping/wish-broken"
)

// Codes of reasons, as [Groups.Explain], [Met] and [Proposal] give them.
const (
	BecauseFixed    check.Code = "grouping/because-fixed"
	BecauseTogether check.Code = "grouping/because-together"
	BecauseHolder   check.Code = "grouping/because-holder"
	BecauseOnly     check.Code = "grouping/because-only"
	BecauseBest     check.Code = "grouping/because-best"
	BecauseEqual    check.Code = "grouping/because-equal"
	BecauseBetter   check.Code = "grouping/because-better"
	WouldBreak      check.Code = "grouping/would-break"
	WouldResize     check.Code = "grouping/would-resize"
	WouldUneven     check.Code = "grouping/would-uneven"
	WouldUnevenSize check.Code = "grouping/would-uneven-size"
	WouldPair       check.Code = "grouping/would-pair"
	MeetAgain       check.Code = "grouping/meet-again"
	MeetBefore      check.Code = "grouping/meet-before"
	MeetOthers      check.Code = "grouping/meet-others"
	PairsMeet       check.Code = "grouping/pairs-meet"
	BecauseArrived  check.Code = "grouping/because-arrived"
	BecauseEvicted  check.Code = "grouping/because-evicted"
	BecauseGone     check.Code = "grouping/because-gone"
	BecauseRepaired check.Code = "grouping/because-repaired"
	WouldCost       check.Code = "grouping/would-cost"
	RuleHeld        check.Code = "grouping/rule-held"
	RuleTight       check.Code = "grouping/rule-tight"
	RuleCosts       check.Code = "grouping/rule-costs"
	RuleGave        check.Code = "grouping/rule-gave"
	PlaceBreaks     check.Code = "grouping/place-breaks"
	PlaceShortOf    check.Code = "grouping/place-short-of"
	GoalChanges     check.Code = "grouping/goal-changes"
	CountChanges    check.Code = "grouping/count-changes"
	SizeChanges     check.Code = "grouping/size-changes"
	HolderChanges   check.Code = "grouping/holder-changes"
	NothingChanges  check.Code = "grouping/nothing-changes"
)

var (
	noPeople = check.Rule{
		Code: NoPeople, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有待编组的人员",
		En:   "there is nobody to group",
	}
	noPlaces = check.Rule{
		Code: NoPlaces, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有可编的小组",
		En:   "there is no group to fill",
	}
	tooMany = check.Rule{
		Code: TooMany, Severity: check.Error, Source: check.HouseCustom,
		Hans: "共 {n} 项，超过上限 {most}",
		En:   "{n} entries, at most {most} are allowed",
	}
	twice = check.Rule{
		Code: Twice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{id} 重复出现",
		En:   "{id} is listed twice",
	}
	outOfRange = check.Rule{
		Code: OutOfRange, Severity: check.Error, Source: check.HouseCustom,
		Hans: "数值 {n} 不在 {least} 至 {most} 之间",
		En:   "{n} is not between {least} and {most}",
	}
	boundsCross = check.Rule{
		Code: BoundsCross, Severity: check.Error, Source: check.HouseCustom,
		Hans: "人数下限 {min} 大于上限 {max}",
		En:   "the lower bound {min} is above the upper bound {max}",
	}
	roomTooSmall = check.Rule{
		Code: RoomTooSmall, Severity: check.Error, Source: check.HouseCustom,
		Hans: "房间只容 {capacity} 人，少于本组下限 {min} 人",
		En:   "the room holds {capacity}, fewer than the group's lower bound {min}",
	}
	unknownPairGoal = check.Rule{
		Code: UnknownPairGoal, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有第 {goal} 种两人关系目标",
		En:   "there is no goal {goal} for pairs",
	}
	wrongShape = check.Rule{
		Code: WrongShape, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{n} 人两两之间应有 {want} 个数值，实有 {got} 个",
		En:   "{n} people need {want} numbers for their pairs, there are {got}",
	}
	unknownSizing = check.Rule{
		Code: UnknownSizing, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有第 {sizing} 种人数方式",
		En:   "there is no sizing {sizing}",
	}
	unknownPerson = check.Rule{
		Code: UnknownPerson, Severity: check.Error, Source: check.HouseCustom,
		Hans: "名单中没有编号为 {id} 的人员",
		En:   "nobody has the id {id}",
	}
	unknownPlace = check.Rule{
		Code: UnknownPlace, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有编号为 {id} 的小组",
		En:   "no group has the id {id}",
	}
	unknownAttribute = check.Rule{
		Code: UnknownAttribute, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有人填写了属性 {attribute}",
		En:   "nobody has a value of the attribute {attribute}",
	}
	unknownValue = check.Rule{
		Code: UnknownValue, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有人的{attribute}为 {value}",
		En:   "nobody has {value} as {attribute}",
	}
	noValue = check.Rule{
		Code: NoValue, Severity: check.Error, Source: check.HouseCustom,
		Hans: "须指明{attribute}的取值",
		En:   "the rule must name a value of {attribute}",
	}
	badValue = check.Rule{
		Code: BadValue, Severity: check.Error, Source: check.HouseCustom,
		Hans: "属性值 {value} 不可用：应为不超过 {max} 字节的 UTF-8 文本",
		En:   "the value {value} is not usable: up to {max} bytes of UTF-8",
	}
	needsTwo = check.Rule{
		Code: NeedsTwo, Severity: check.Error, Source: check.HouseCustom,
		Hans: "此规则至少涉及两人",
		En:   "the rule needs at least two people",
	}

	tooFewPeople = check.Rule{
		Code: TooFewPeople, Severity: check.Error, Source: check.HouseCustom,
		Hans: "各组人数下限合计 {least}，而应编人员只有 {n} 人",
		En:   "the groups need at least {least} people, there are {n}",
	}
	tooManyPeople = check.Rule{
		Code: TooManyPeople, Severity: check.Error, Source: check.HouseCustom,
		Hans: "各组最多共编 {most} 人，而应编人员有 {n} 人",
		En:   "the groups take at most {most} people, there are {n}",
	}
	seatsShort = check.Rule{
		Code: SeatsShort, Severity: check.Error, Source: check.HouseCustom,
		Hans: "各房间共容 {most} 人，而连同工作人员共 {n} 人",
		En:   "the rooms hold {most} people, there are {n} with the extra people",
	}
	togetherAndApart = check.Rule{
		Code: TogetherAndApart, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{a}与{b}不得同组，但按 {rules} 必须同组",
		En:   "{a} and {b} are to be apart, but {rules} keep them together",
	}
	twoPlaces = check.Rule{
		Code: TwoPlaces, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person}指定在{place}，但按 {rules} 应在{other}",
		En:   "{person} is fixed to {place}, but {rules} put the same unit into {other}",
	}
	fixedAndBarred = check.Rule{
		Code: FixedAndBarred, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person}不得编入{place}，但按 {rules} 应在该组",
		En:   "{person} is barred from {place}, but {rules} put the same unit there",
	}
	unitTooLarge = check.Rule{
		Code: UnitTooLarge, Severity: check.Error, Source: check.HouseCustom,
		Hans: "按 {rules} 必须同组的 {n} 人（{people}）超过任何小组可容的 {most} 人",
		En:   "{n} people kept together by {rules} ({people}) are more than any group takes, {most}",
	}
	noPlaceLeft = check.Rule{
		Code: NoPlaceLeft, Severity: check.Error, Source: check.HouseCustom,
		Hans: "按 {rules}，{people}没有可编入的小组",
		En:   "{rules} leave no group for {people}",
	}
	placeOverfull = check.Rule{
		Code: PlaceOverfull, Severity: check.Error, Source: check.HouseCustom,
		Hans: "按 {rules}，{n} 人（{people}）只能编入{place}，而该组至多 {most} 人",
		En:   "by {rules} {n} people ({people}) can only be in {place}, where at most {most} may be",
	}
	oversupplied = check.Rule{
		Code: Oversupplied, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{rules} 涉及 {n} 人，而各组合计至多容纳 {most} 人",
		En:   "{rules} are about {n} people, all groups together may take {most}",
	}
	undersupplied = check.Rule{
		Code: Undersupplied, Severity: check.Error, Source: check.HouseCustom,
		Hans: "按 {rules}，各组合计需要 {need} 人，符合条件且可分派的只有 {n} 人",
		En:   "by {rules} the groups need {need} people, only {n} qualify and can be shared out",
	}
	placeShort = check.Rule{
		Code: PlaceShort, Severity: check.Error, Source: check.HouseCustom,
		Hans: "按 {rules}，{place}需要 {need} 人，符合条件且可编入的只有 {n} 人",
		En:   "by {rules} {place} needs {need} people, only {n} qualify and may be there",
	}
	clique = check.Rule{
		Code: Clique, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{people}共 {n} 人两两不得同组（{rules}），而只有 {groups} 个小组",
		En:   "{people}: {n} people of whom no two may share a group ({rules}), and there are {groups} groups",
	}
	placesOverfull = check.Rule{
		Code: PlacesOverfull, Severity: check.Error, Source: check.HouseCustom,
		Hans: "按 {rules}，{n} 人（{people}）只能编入{places}，而这些小组合计至多 {most} 人",
		En:   "by {rules} {n} people ({people}) can only be in {places}, where at most {most} may be in all",
	}
	placesShort = check.Rule{
		Code: PlacesShort, Severity: check.Error, Source: check.HouseCustom,
		Hans: "按 {rules}，{places}合计需要 {need} 人，符合条件且可编入的只有 {n} 人",
		En:   "by {rules} {places} need {need} people in all, only {n} qualify and may be there",
	}
	contradictory = check.Rule{
		Code: Contradictory, Severity: check.Error, Source: check.HouseCustom,
		Hans: "在各组人数范围内，{rules} 无法同时遵守；其中也许有一些并非必要，未能一一证明",
		En:   "within the sizes of the groups {rules} cannot be kept; some of them may have no part in it, to prove which would take too long",
	}
	contradiction = check.Rule{
		Code: Contradiction, Severity: check.Error, Source: check.HouseCustom,
		Hans: "在各组人数范围内，{rules} 无法同时遵守；去掉其中任何一条，其余即可遵守",
		En:   "within the sizes of the groups {rules} cannot be kept; without any one of them the rest can",
	}

	placesDiffer = check.Rule{
		Code: PlacesDiffer, Severity: check.Error, Source: check.HouseCustom,
		Hans: "小组应依次为所给各组：此处为 {got}，应为 {want}",
		En:   "the groups must be the places in their order: {got} stands where {want} should",
	}
	notPlaced = check.Rule{
		Code: NotPlaced, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person}没有编入任何小组",
		En:   "{person} is in no group",
	}
	placedTwice = check.Rule{
		Code: PlacedTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person}被编入两次",
		En:   "{person} is placed twice",
	}
	wrongSize = check.Rule{
		Code: WrongSize, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{place}有 {n} 人，应为 {want} 人",
		En:   "{place} has {n} people, it should have {want}",
	}
	roomOverfull = check.Rule{
		Code: RoomOverfull, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{place}共 {n} 人，房间只容 {capacity} 人",
		En:   "{n} people are in the room of {place}, which holds {capacity}",
	}
	ruleBroken = check.Rule{
		Code: RuleBroken, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{place}没有遵守规则 {rule}",
		En:   "{place} does not keep {rule}",
	}
	wrongHolder = check.Rule{
		Code: WrongHolder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{place}的{role}不符合规则：人数、资格、职级、是否本组成员或是否兼任",
		En:   "the {role} of {place} does not fit: number, qualification, rank, membership or a second role",
	}
	wrongFigure = check.Rule{
		Code: WrongFigure, Severity: check.Error, Source: check.HouseCustom,
		Hans: "所记{what}与重新计算的结果 {want} 不符",
		En:   "the {what} on record is not {want}, as it is worked out anew",
	}

	becauseFixed = check.Rule{
		Code: BecauseFixed, Source: check.HouseCustom,
		Hans: "按规则 {rules} 指定在{place}",
		En:   "{rules} put this unit into {place}",
	}
	becauseTogether = check.Rule{
		Code: BecauseTogether, Source: check.HouseCustom,
		Hans: "按规则 {rules} 与{people}同组",
		En:   "{rules} keep this person with {people}",
	}
	becauseHolder = check.Rule{
		Code: BecauseHolder, Source: check.HouseCustom,
		Hans: "担任{place}的{role}",
		En:   "{role} of {place}",
	}
	becauseOnly = check.Rule{
		Code: BecauseOnly, Source: check.HouseCustom,
		Hans: "移到其他各组或与其成员对调都会违反规则",
		En:   "every move to another group and every exchange with one of its members would break a rule",
	}
	becauseBest = check.Rule{
		Code: BecauseBest, Source: check.HouseCustom,
		Hans: "移到其他各组或与其成员对调，均衡程度都会变差",
		En:   "every move or exchange that keeps the rules would make the balance worse",
	}
	becauseEqual = check.Rule{
		Code: BecauseEqual, Source: check.HouseCustom,
		Hans: "在{place}同样合适，本组是同等方案中的一种",
		En:   "{place} would do as well: this is one of several equal groupings",
	}
	becauseBetter = check.Rule{
		Code: BecauseBetter, Source: check.HouseCustom,
		Hans: "移到{place}均衡程度会更好：计算在到达局部最优之前停止",
		En:   "{place} would be better: the search stopped before it reached a local optimum",
	}
	wouldBreak = check.Rule{
		Code: WouldBreak, Source: check.HouseCustom,
		Hans: "会违反规则 {rule}",
		En:   "{rule} would be broken",
	}
	wouldResize = check.Rule{
		Code: WouldResize, Source: check.HouseCustom,
		Hans: "各组人数会超出范围",
		En:   "the sizes of the groups would leave their bounds",
	}
	wouldUneven = check.Rule{
		Code: WouldUneven, Source: check.HouseCustom,
		Hans: "{place}{attribute}为{value}的将有 {n} 人，均衡数为 {even} 人",
		En:   "{place} would have {n} of {attribute} {value}, {even} would be even",
	}
	wouldUnevenSize = check.Rule{
		Code: WouldUnevenSize, Source: check.HouseCustom,
		Hans: "{place}将有 {n} 人，均衡数为 {even} 人",
		En:   "{place} would have {n} people, {even} would be even",
	}
	wrongCount = check.Rule{
		Code: WrongCount, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{what}为 {n}，应为 {want}",
		En:   "{what} is {n}, it should be {want}",
	}
	notMember = check.Rule{
		Code: NotMember, Severity: check.Error, Source: check.HouseCustom,
		Hans: "召集人 {person} 不是本组成员",
		En:   "{person} convenes a group of others",
	}
	metApart = check.Rule{
		Code: MetApart, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{a}与{b}不得同组，却编在一组",
		En:   "{a} and {b} may not meet, yet share a group",
	}
	cannotConvene = check.Rule{
		Code: CannotConvene, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person}不在可任召集人之列",
		En:   "{person} is not among those who may convene",
	}
	meetBefore = check.Rule{
		Code: MeetBefore, Source: check.HouseCustom,
		Hans: "{a}与{b}此前已同过组，又同组 {n} 次",
		En:   "{a} and {b}, who met before, share a group {n} times",
	}
	meetOthers = check.Rule{
		Code: MeetOthers, Source: check.HouseCustom,
		Hans: "{rounds} 轮中每人与 {least} 至 {most} 人同组",
		En:   "in {rounds} rounds everybody meets {least} to {most} others",
	}
	pairsMeet = check.Rule{
		Code: PairsMeet, Source: check.HouseCustom,
		Hans: "有 {pairs} 对人员同组 {n} 次",
		En:   "{pairs} pairs of people share a group {n} times",
	}
	meetAgain = check.Rule{
		Code: MeetAgain, Source: check.HouseCustom,
		Hans: "{a}与{b}同组 {n} 次",
		En:   "{a} and {b} share a group {n} times",
	}
	becauseArrived = check.Rule{
		Code: BecauseArrived, Source: check.HouseCustom,
		Hans: "{person}原未编组",
		En:   "{person} was in no group",
	}
	becauseEvicted = check.Rule{
		Code: BecauseEvicted, Source: check.HouseCustom,
		Hans: "{person}原在的小组已撤销",
		En:   "the group of {person} is no more",
	}
	becauseGone = check.Rule{
		Code: BecauseGone, Source: check.HouseCustom,
		Hans: "{person}不再参加",
		En:   "{person} takes part no longer",
	}
	becauseRepaired = check.Rule{
		Code: BecauseRepaired, Source: check.HouseCustom,
		Hans: "{person}为其他人员的调整让出位置",
		En:   "{person} made room for the changes of others",
	}
	levelOfHard = check.Rule{
		Code: LevelOfHard, Severity: check.Error, Source: check.HouseCustom,
		Hans: "规则标了第 {level} 层，却没有权重：硬性规则不分层",
		En:   "the rule has level {level} and no weight: a hard rule has no level",
	}
	ofBoth = check.Rule{
		Code: OfBoth, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person}同属两类，不能与自己分开",
		En:   "{person} is of both kinds and cannot be kept apart from themselves",
	}
	unknownRule = check.Rule{
		Code: UnknownRule, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{rule} 不是本问题的硬性规则，也不含这样的规则",
		En:   "{rule} is no hard rule of the problem and holds none",
	}
	givesAlready = check.Rule{
		Code: GivesAlready, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{rule} 重复列出",
		En:   "{rule} is named twice",
	}
	wishBroken = check.Rule{
		Code: WishBroken, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{place}没有满足加权规则 {rule}：{n} 人不合",
		En:   "{place} does not meet the weighted {rule}, by {n}",
	}
	wouldCost = check.Rule{
		Code: WouldCost, Source: check.HouseCustom,
		Hans: "加权规则 {rule} 将多 {n} 人不合",
		En:   "the weighted {rule} would be broken by {n} more",
	}
	ruleHeld = check.Rule{
		Code: RuleHeld, Source: check.HouseCustom,
		Hans: "{rule}（{kind}）已遵守",
		En:   "{rule} ({kind}) is kept",
	}
	ruleTight = check.Rule{
		Code: RuleTight, Source: check.HouseCustom,
		Hans: "{rule}（{kind}）已遵守，{place}最紧，尚余 {n} 人",
		En:   "{rule} ({kind}) is kept, with {n} to spare in {place}, where it is tightest",
	}
	ruleCosts = check.Rule{
		Code: RuleCosts, Source: check.HouseCustom,
		Hans: "加权规则 {rule} 有 {n} 人不合，权重 {weight}，计 {cost}",
		En:   "the weighted {rule} is broken by {n}, at {weight} each {cost}",
	}
	ruleGave = check.Rule{
		Code: RuleGave, Source: check.HouseCustom,
		Hans: "硬性规则 {rule} 按要求让步：{n} 人不合",
		En:   "the hard {rule} gave way as allowed, by {n}",
	}
	placeBreaks = check.Rule{
		Code: PlaceBreaks, Source: check.HouseCustom,
		Hans: "{place}有 {n} 人不合，涉及{people}",
		En:   "in {place} by {n}: {people}",
	}
	placeShortOf = check.Rule{
		Code: PlaceShortOf, Source: check.HouseCustom,
		Hans: "{place}有 {n} 人不合",
		En:   "in {place} by {n}",
	}
	goalChanges = check.Rule{
		Code: GoalChanges, Source: check.HouseCustom,
		Hans: "{goal}的评价值由 {before} 变为 {after}",
		En:   "the value of {goal} goes from {before} to {after}",
	}
	countChanges = check.Rule{
		Code: CountChanges, Source: check.HouseCustom,
		Hans: "{place}{attribute}为{value}的由 {before} 人变为 {after} 人",
		En:   "{place} goes from {before} to {after} of {attribute} {value}",
	}
	sizeChanges = check.Rule{
		Code: SizeChanges, Source: check.HouseCustom,
		Hans: "{place}由 {before} 人变为 {after} 人",
		En:   "{place} goes from {before} to {after} people",
	}
	holderChanges = check.Rule{
		Code: HolderChanges, Source: check.HouseCustom,
		Hans: "{place}的{role}由{before}改为{after}",
		En:   "the {role} of {place}, {before} so far, will be {after}",
	}
	nothingChanges = check.Rule{
		Code: NothingChanges, Source: check.HouseCustom,
		Hans: "各项评价、人数和任职均不变",
		En:   "values, counts and roles stay as they are",
	}
	wouldPair = check.Rule{
		Code: WouldPair, Source: check.HouseCustom,
		Hans: "{place}与{other}两组内两人关系的评价将变差 {n}",
		En:   "between the people within {place} and {other} it would be worse by {n}",
	}
)

// Rules lists the rules of this package's findings and reasons.
func Rules() []check.Rule {
	return []check.Rule{
		noPeople, noPlaces, tooMany, twice, outOfRange, boundsCross, roomTooSmall, unknownSizing,
		unknownPerson, unknownPlace, unknownAttribute, unknownValue, noValue, badValue, needsTwo,
		tooFewPeople, tooManyPeople, seatsShort, togetherAndApart, twoPlaces, fixedAndBarred, unitTooLarge,
		noPlaceLeft, placeOverfull, oversupplied, undersupplied, placeShort, placesOverfull, placesShort, clique, contradiction, contradictory,
		placesDiffer, notPlaced, placedTwice, wrongSize, roomOverfull, ruleBroken,
		wrongHolder, wrongFigure, becauseFixed, becauseTogether, becauseHolder, becauseOnly, becauseBest,
		becauseEqual, becauseBetter, wouldBreak, wouldResize,
		wouldUneven, wouldUnevenSize, wouldPair, unknownPairGoal, wrongShape,
		wrongCount, notMember, metApart, cannotConvene, meetAgain, meetBefore, meetOthers, pairsMeet,
		levelOfHard, ofBoth, unknownRule, givesAlready, wishBroken, wouldCost,
		ruleHeld, ruleTight, ruleCosts, ruleGave, placeBreaks, placeShortOf,
		goalChanges, countChanges, sizeChanges, holderChanges, nothingChanges,
		becauseArrived, becauseEvicted, becauseGone, becauseRepaired,
	}
}
