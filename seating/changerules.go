package seating

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of findings about changes.
const (
	NotPresent    check.Code = "seating/not-present"
	AlreadySeated check.Code = "seating/already-seated"
	NobodyLeft    check.Code = "seating/nobody-left"
	NobodyOfParty check.Code = "seating/nobody-of-party"
	SameTwice     check.Code = "seating/same-twice"
	OtherList     check.Code = "seating/other-list"
	BadRank       check.Code = "seating/bad-rank"
	NoRoleToPass  check.Code = "seating/no-role-to-pass"
	NoSuchTable   check.Code = "seating/no-such-table"
	NoSeatToLock  check.Code = "seating/no-seat-to-lock"
	LockBroken    check.Code = "seating/lock-broken"
	NoSuchRemedy  check.Code = "seating/no-such-remedy"
	TooManySteps  check.Code = "seating/too-many-steps"
	NoChange      check.Code = "seating/no-change"
	UnknownChange check.Code = "seating/unknown-change"
	StrayField    check.Code = "seating/stray-field"
	AnewForgets   check.Code = "seating/anew-forgets"

	SheetTwice       check.Code = "seating/sheet-twice"
	PieceTwice       check.Code = "seating/piece-twice"
	NoMicrophoneSeat check.Code = "seating/no-microphone-seat"
	NoSuchSheet      check.Code = "seating/no-such-sheet"
	ChoiceTwice      check.Code = "seating/choice-twice"
	NoSheetConcerned check.Code = "seating/no-sheet-concerned"
	NoneInOrder      check.Code = "seating/none-in-order"
)

var (
	notPresent = check.Rule{
		Code: NotPresent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 不在座，无从变动",
		En:   "{person} is not seated, so nothing can change for this person",
	}
	alreadySeated = check.Rule{
		Code: AlreadySeated, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 已经在座，不能再增加",
		En:   "{person} is seated already and cannot be added",
	}
	nobodyLeft = check.Rule{
		Code: NobodyLeft, Severity: check.Error, Source: check.HouseCustom,
		Hans: "变动之后无人在座",
		En:   "after the changes nobody is left",
	}
	nobodyOfParty = check.Rule{
		Code: NobodyOfParty, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{party} 无人在座",
		En:   "nobody of {party} is seated",
	}
	sameTwice = check.Rule{
		Code: SameTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 不能与本人替换或对调",
		En:   "{person} cannot take his or her own place",
	}
	otherList = check.Rule{
		Code: OtherList, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 与 {other} 不在同一次序之列，或身份不同，不能对调位次",
		En:   "{person} and {other} are not ranked in one list or have different roles: they cannot change places",
	}
	badRank = check.Rule{
		Code: BadRank, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 的位次 {rank} 不在 1 至 {max} 之间",
		En:   "the rank {rank} for {person} is not from 1 to {max}",
	}
	noRoleToPass = check.Rule{
		Code: NoRoleToPass, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 没有身份可交给 {to}，或两人身份相同",
		En:   "{person} has no role to pass to {to}, or both have the same one",
	}
	noSuchTable = check.Rule{
		Code: NoSuchTable, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有编号为 {table} 的桌：宴会有多桌时，增加的人须指明哪一桌",
		En:   "there is no table {table}: where a banquet has several tables, say at which one a newcomer sits",
	}
	noSeatToLock = check.Rule{
		Code: NoSeatToLock, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有座位 {seat}，无从锁定",
		En:   "there is no seat {seat} to lock",
	}
	lockBroken = check.Rule{
		Code: LockBroken, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{seat}已锁定，“{remedy}”却要动它",
		En:   "{seat} is locked, but the remedy would change it: {remedy}",
	}
	noSuchRemedy = check.Rule{
		Code: NoSuchRemedy, Severity: check.Error, Source: check.HouseCustom,
		Hans: "此次变动不能采用“{remedy}”；可考虑：{known}",
		En:   "the changes cannot be met by {remedy}; consider one of {known}",
	}
	tooManySteps = check.Rule{
		Code: TooManySteps, Severity: check.Error, Source: check.HouseCustom,
		Hans: "共有 {n} 次变动，超过上限 {max}，请重新排定",
		En:   "there are {n} changes, and no more than {max} are kept: arrange the people anew",
	}
	noChange = check.Rule{
		Code: NoChange, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有写明变动",
		En:   "no change is given",
	}
	unknownChange = check.Rule{
		Code: UnknownChange, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有名为 {type} 的变动",
		En:   "there is no change of the type {type}",
	}
	strayField = check.Rule{
		Code: StrayField, Severity: check.Error, Source: check.HouseCustom,
		Hans: "类型 {type} 没有此处的某个字段",
		En:   "a field stands here that the type {type} does not have",
	}
	anewForgets = check.Rule{
		Code: AnewForgets, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{remedy}”是重新排定，不能记作此前座次图的一步",
		En:   "{remedy} arranges people anew and is no step of the plan before",
	}
	sheetTwice = check.Rule{
		Code: SheetTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座次图 {sheet} 与第 {first} 份同名",
		En:   "sheet {sheet} has the name of sheet number {first}",
	}
	pieceTwice = check.Rule{
		Code: PieceTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{kind}重复列出",
		En:   "this is listed twice: {kind}",
	}
	noMicrophoneSeat = check.Rule{
		Code: NoMicrophoneSeat, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有座位 {seat}，无从放话筒",
		En:   "there is no seat {seat} for a microphone",
	}
	noSuchSheet = check.Rule{
		Code: NoSuchSheet, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有名为 {sheet} 的座次图",
		En:   "there is no sheet {sheet}",
	}
	choiceTwice = check.Rule{
		Code: ChoiceTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "对座次图 {sheet} 作了两次选择",
		En:   "two choices are made for sheet {sheet}",
	}
	noSheetConcerned = check.Rule{
		Code: NoSheetConcerned, Severity: check.Error, Source: check.HouseCustom,
		Hans: "此项变动不涉及任何一份座次图：所涉的人都不在座，或该图已注明不涉及",
		En:   "the change concerns no sheet: nobody whom it names sits on one that is not omitted",
	}
	noneInOrder = check.Rule{
		Code: NoneInOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有一种办法能使位次不颠倒，请逐图选定办法",
		En:   "every way puts somebody out of rank: choose the remedy for the sheet",
	}
)

// Codes of the sentences about changes, of the reasons for a move and of the proof
// that no plan moves fewer.
const (
	WhyAbsent       check.Code = "seating/why-absent"
	WhyNoShow       check.Code = "seating/why-no-show"
	WhyAdded        check.Code = "seating/why-added"
	WhyStandIn      check.Code = "seating/why-stand-in"
	WhyInName       check.Code = "seating/why-in-name"
	WhySwapped      check.Code = "seating/why-swapped"
	WhyRankChanged  check.Code = "seating/why-rank-changed"
	WhyChairChanged check.Code = "seating/why-chair-changed"
	WhyIsolated     check.Code = "seating/why-isolated"
	WhyRemedy       check.Code = "seating/why-remedy"
	WhyRanked       check.Code = "seating/why-ranked"
	WhyClosed       check.Code = "seating/why-closed"
	WhyMadeRoom     check.Code = "seating/why-made-room"
	WhyPulled       check.Code = "seating/why-pulled"
	WhyTakes        check.Code = "seating/why-takes"
	WhyNobodyMoves  check.Code = "seating/why-nobody-moves"
	WhyProven       check.Code = "seating/why-proven"
	WhyNotProven    check.Code = "seating/why-not-proven"
	WhyBothMove     check.Code = "seating/why-both-move"
	WhyRenumbered   check.Code = "seating/why-renumbered"
	WhyOther        check.Code = "seating/why-other"
	WhyChairGone    check.Code = "seating/why-chair-gone"
	WhyPlanChanged  check.Code = "seating/why-plan-changed"
)

var (
	whyAbsent = check.Rule{
		Code: WhyAbsent, Source: check.HouseCustom,
		Hans: "{person} 缺席",
		En:   "{person} is absent",
	}
	whyNoShow = check.Rule{
		Code: WhyNoShow, Source: check.HouseCustom,
		Hans: "{person} 开会时未到",
		En:   "{person} is not there at the start",
	}
	whyAdded = check.Rule{
		Code: WhyAdded, Source: check.HouseCustom,
		Hans: "增加 {person}",
		En:   "{person} is added",
	}
	whyStandIn = check.Rule{
		Code: WhyStandIn, Source: check.HouseCustom,
		Hans: "{by} 替 {person} 出席，按 {by} 本人位次",
		En:   "{by} comes in the place of {person}, at the own rank of {by}",
	}
	whyInName = check.Rule{
		Code: WhyInName, Source: check.HouseCustom,
		Hans: "{by} 以 {person} 的名义出席，坐 {person} 的位次",
		En:   "{by} comes in the name of {person}, at the rank of {person}",
	}
	whySwapped = check.Rule{
		Code: WhySwapped, Source: check.HouseCustom,
		Hans: "{person} 与 {other} 对调",
		En:   "{person} and {other} change places",
	}
	whyRankChanged = check.Rule{
		Code: WhyRankChanged, Source: check.HouseCustom,
		Hans: "{person} 的位次改为第 {rank}",
		En:   "{person} now has rank {rank}",
	}
	whyChairChanged = check.Rule{
		Code: WhyChairChanged, Source: check.HouseCustom,
		Hans: "{to} 接替 {from} 的身份（主持人、主陪等）",
		En:   "{to} takes over the role of {from}",
	}
	whyIsolated = check.Rule{
		Code: WhyIsolated, Source: check.HouseCustom,
		Hans: "{party} 单独隔离，不进会场",
		En:   "{party} is isolated and stays away from the room",
	}
	whyRemedy = check.Rule{
		Code: WhyRemedy, Source: check.HouseCustom,
		Hans: "处理办法：{remedy}",
		En:   "the remedy: {remedy}",
	}
	whyRanked = check.Rule{
		Code: WhyRanked, Source: check.HouseCustom,
		Hans: "{person} 由第 {before} 位改为第 {after} 位",
		En:   "{person} goes from rank {before} to rank {after}",
	}
	whyClosed = check.Rule{
		Code: WhyClosed, Source: check.HouseCustom,
		Hans: "{person} 在同侧向中间移 {chairs} 座，本排合拢",
		En:   "{person} moves in on the same side as the row closes up (chairs: {chairs})",
	}
	whyMadeRoom = check.Rule{
		Code: WhyMadeRoom, Source: check.HouseCustom,
		Hans: "{person} 在同侧向外移 {chairs} 座，让出座位",
		En:   "{person} moves out on the same side to make room (chairs: {chairs})",
	}
	whyPulled = check.Rule{
		Code: WhyPulled, Source: check.HouseCustom,
		Hans: "{person} 递补到第 {row} 排",
		En:   "{person} comes to row {row}",
	}
	whyTakes = check.Rule{
		Code: WhyTakes, Source: check.HouseCustom,
		Hans: "{person} 坐对方的座位，其他人不动",
		En:   "{person} takes the chair of the other, and everybody else stays",
	}
	whyNobodyMoves = check.Rule{
		Code: WhyNobodyMoves, Source: check.HouseCustom,
		Hans: "在座的人都不必换座",
		En:   "nobody who is seated has to change chairs",
	}
	whyProven = check.Rule{
		Code: WhyProven, Source: check.HouseCustom,
		Hans: "至少须有 {chairs} 人换座，不能再少：各排座位收拢、1号居中、同侧内高外低，逐排穷尽",
		En:   "no legal plan moves fewer people (people: {chairs}): each row was searched in full, closed up, its first in the centre and each side in order",
	}
	whyNotProven = check.Rule{
		Code: WhyNotProven, Source: check.HouseCustom,
		Hans: "所列办法中最少 {chairs} 人换座；只知道不会少于 {bound} 人，未证明为最少",
		En:   "of the ways listed, one moves the fewest people (people: {chairs}); it is only known that no plan moves fewer than {bound}, not that this is the fewest",
	}
	whyBothMove = check.Rule{
		Code: WhyBothMove, Source: check.HouseCustom,
		Hans: "对调的 {chairs} 人都须换座，不能再少",
		En:   "those who change places all change chairs (people: {chairs}), and nobody else has to",
	}
	whyRenumbered = check.Rule{
		Code: WhyRenumbered, Source: check.HouseCustom,
		Hans: "本排座位重新编号，{person} 的座号变了，人不必换座",
		En:   "the chairs of the row are numbered anew: {person} has another number on the same chair",
	}
	whyOther = check.Rule{
		Code: WhyOther, Source: check.HouseCustom,
		Hans: "{seat}换了人",
		En:   "{seat} has somebody else",
	}
	whyChairGone = check.Rule{
		Code: WhyChairGone, Source: check.HouseCustom,
		Hans: "{seat}已撤",
		En:   "{seat} is there no more",
	}
	whyPlanChanged = check.Rule{
		Code: WhyPlanChanged, Source: check.HouseCustom,
		Hans: "座次有变动（{remedy}）",
		En:   "the plan has changed: {remedy}",
	}
)

func changeRules() []check.Rule {
	return []check.Rule{
		notPresent, alreadySeated, nobodyLeft, nobodyOfParty, sameTwice, otherList, badRank, noRoleToPass, noSuchTable,
		noSeatToLock, lockBroken, noSuchRemedy, tooManySteps, noChange, unknownChange, strayField, anewForgets,
		sheetTwice, pieceTwice, noMicrophoneSeat, noSuchSheet, choiceTwice, noSheetConcerned, noneInOrder,
		whyAbsent, whyNoShow, whyAdded, whyStandIn, whyInName, whySwapped, whyRankChanged, whyChairChanged, whyIsolated, whyRemedy,
		whyRanked, whyClosed, whyMadeRoom, whyPulled, whyTakes, whyNobodyMoves, whyProven, whyNotProven, whyBothMove,
		whyRenumbered, whyOther, whyChairGone, whyPlanChanged,
	}
}
