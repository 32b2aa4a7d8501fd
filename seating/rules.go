package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of findings in conventions.
const (
	NoChoice          check.Code = "seating/no-choice"
	EmptyConvention   check.Code = "seating/empty-convention"
	NoRowPreset       check.Code = "seating/no-row-preset"
	NoRowRule         check.Code = "seating/no-row-rule"
	UnknownConvention check.Code = "seating/unknown-convention"
)

var (
	noChoice = check.Rule{
		Code: NoChoice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "选项 {option} 未选定或取值不对；可选：{known}",
		En:   "option {option} is not chosen or not known; choose one of {known}",
	}
	emptyConvention = check.Rule{
		Code: EmptyConvention, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座次规则 {convention} 没有任何规定",
		En:   "convention {convention} has no rule at all",
	}
	noRowPreset = check.Rule{
		Code: NoRowPreset, Severity: check.Error, Source: check.HouseCustom,
		Hans: "预设规则 {convention} 不含主席台座次；自定规则请另取名称",
		En:   "preset {convention} has no rule for a rostrum; give a convention of your own another name",
	}
	noRowRule = check.Rule{
		Code: NoRowRule, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座次规则 {convention} 没有主席台座次的规定，只规定：{covers}",
		En:   "convention {convention} has no rule for a rostrum; it covers {covers}",
	}
	unknownConvention = check.Rule{
		Code: UnknownConvention, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有名为 {convention} 的预设规则；已有：{known}",
		En:   "there is no preset {convention}; known are {known}",
	}
)

// Codes of findings in settings.
const (
	OneSetting    check.Code = "seating/one-setting"
	BadCount      check.Code = "seating/bad-count"
	BadLength     check.Code = "seating/bad-length"
	BadRows       check.Code = "seating/bad-rows"
	BadRange      check.Code = "seating/bad-range"
	RowsOverlap   check.Code = "seating/rows-overlap"
	AisleInRowOne check.Code = "seating/aisle-in-row-one"
	BadAisle      check.Code = "seating/bad-aisle"
	SlashInArea   check.Code = "seating/slash-in-area"
	AreaTwice     check.Code = "seating/area-twice"
	RaggedRow     check.Code = "seating/ragged-row"
	BadEmpty      check.Code = "seating/bad-empty"
	BadStart      check.Code = "seating/bad-start"
	NoParties     check.Code = "seating/no-parties"
	PartyTwice    check.Code = "seating/party-twice"
	DoorBelow     check.Code = "seating/door-below"
)

var (
	oneSetting = check.Rule{
		Code: OneSetting, Severity: check.Error, Source: check.HouseCustom,
		Hans: "一份座次图恰有一种场地：主席台、观众席、会谈桌等",
		En:   "a plan has exactly one setting: a rostrum, a hall, a table for talks and so on",
	}
	badCount = check.Rule{
		Code: BadCount, Severity: check.Error, Source: check.HouseCustom,
		Hans: "数目 {n} 不在 1 至 {max} 之间",
		En:   "the number {n} is not from 1 to {max}",
	}
	badLength = check.Rule{
		Code: BadLength, Severity: check.Error, Source: check.HouseCustom,
		Hans: "长度 {length} 毫米不在 {min} 至 {max} 毫米之间",
		En:   "the length of {length} mm is not from {min} to {max} mm",
	}
	badRows = check.Rule{
		Code: BadRows, Severity: check.Error, Source: check.HouseCustom,
		Hans: "各排与每排上限只能给出其一，且不超过 {max} 排（排数 {rows}，每排上限 {maxRow}）",
		En:   "give either rows or the most chairs in a row, and no more than {max} rows (rows {rows}, most chairs {maxRow})",
	}
	badRange = check.Rule{
		Code: BadRange, Severity: check.Error, Source: check.HouseCustom,
		Hans: "位次范围第 {from} 至第 {to} 位不成立，或与本排的身份要求并存",
		En:   "ranks {from} to {to} are no range, or the row is reserved for a role already",
	}
	rowsOverlap = check.Rule{
		Code: RowsOverlap, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {row} 排与第 {other} 排留给同一批人",
		En:   "rows {row} and {other} are reserved for the same people",
	}
	aisleInRowOne = check.Rule{
		Code: AisleInRowOne, Severity: check.Error, Source: check.HouseCustom,
		Hans: "主席台第一排不得被过道隔断；第二排起可以",
		En:   "an aisle must not split row 1 of a rostrum; row 2 and later may be split",
	}
	badAisle = check.Rule{
		Code: BadAisle, Severity: check.Error, Source: check.HouseCustom,
		Hans: "过道不能设在第 {after} 座之后：应在两座之间，自左向右依次列出（本排 {seats} 座，0 为未定）",
		En:   "there is no aisle after chair {after}: it lies between two chairs, and aisles are listed from left to right (the row has {seats} chairs, 0 if open)",
	}
	slashInArea = check.Rule{
		Code: SlashInArea, Severity: check.Error, Source: check.HouseCustom,
		Hans: "区域编号 {area} 不能含有斜杠",
		En:   "area {area} must not contain a slash",
	}
	areaTwice = check.Rule{
		Code: AreaTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "区域 {area} 与第 {first} 个区域同名",
		En:   "area {area} has the name of area number {first}",
	}
	raggedRow = check.Rule{
		Code: RaggedRow, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {row} 排分为 {blocks} 段而第一排分为 {front} 段，或本排没有座位",
		En:   "row {row} has {blocks} blocks where the front row has {front}, or it has no chair",
	}
	badEmpty = check.Rule{
		Code: BadEmpty, Severity: check.Error, Source: check.HouseCustom,
		Hans: "区域须有座位排，且空出的前排不多于总排数：空出 {empty} 排，共 {rows} 排",
		En:   "an area has rows, and no more are kept empty than there are: {empty} of {rows}",
	}
	badStart = check.Rule{
		Code: BadStart, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{method}不能从“{from}”开始",
		En:   "the method {method} cannot have the start {from}",
	}
	noParties = check.Rule{
		Code: NoParties, Severity: check.Error, Source: check.HouseCustom,
		Hans: "竖排法须给出各代表团的次序",
		En:   "delegations in columns need the order of the delegations",
	}
	partyTwice = check.Rule{
		Code: PartyTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "代表团 {party} 重复列出，前一处为第 {first} 个",
		En:   "delegation {party} is listed twice, first as number {first}",
	}
	doorBelow = check.Rule{
		Code: DoorBelow, Severity: check.Error, Source: check.HouseCustom,
		Hans: "本类场地的图上门在下方，不能写为“{door}”",
		En:   "plans of this kind have the door at the lower edge, not {door}",
	}
)

// Codes of findings in guests and in how they fit the setting.
const (
	BadOrder        check.Code = "seating/bad-order"
	PersonTwice     check.Code = "seating/person-twice"
	Tie             check.Code = "seating/tie"
	UnknownParty    check.Code = "seating/unknown-party"
	TooManyInRow    check.Code = "seating/too-many-in-row"
	EmptyChairs     check.Code = "seating/empty-chairs"
	TooManyPeople   check.Code = "seating/too-many-people"
	PartyTooLarge   check.Code = "seating/party-too-large"
	NoView          check.Code = "seating/no-view"
	NobodyOfSide    check.Code = "seating/nobody-of-side"
	TooManyOfRole   check.Code = "seating/too-many-of-role"
	NoSuchRole      check.Code = "seating/no-such-role"
	PhotoUnclosed   check.Code = "seating/photo-unclosed"
	TwoFlags        check.Code = "seating/two-flags"
	ModeratorBehind check.Code = "seating/moderator-behind"
	TooFewPlaces    check.Code = "seating/too-few-places"
	SexesUneven     check.Code = "seating/sexes-uneven"
	MultipleOfFour  check.Code = "seating/multiple-of-four"
	SpousesBeside   check.Code = "seating/spouses-beside"
)

var (
	badOrder = check.Rule{
		Code: BadOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "位次 {order} 不成立：应从 1 起",
		En:   "the order {order} is none: orders count from 1",
	}
	personTwice = check.Rule{
		Code: PersonTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 在名单中出现两次：第 {first} 行和第 {second} 行",
		En:   "{person} stands in the list twice, as entries {first} and {second}",
	}
	tie = check.Rule{
		Code: Tie, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 与 {other} 同为第 {order} 位，须先定先后",
		En:   "{person} and {other} are both number {order}: decide who comes first",
	}
	unknownParty = check.Rule{
		Code: UnknownParty, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 所属代表团 {party} 不在代表团次序之中",
		En:   "{person} belongs to delegation {party}, which is not in the order of delegations",
	}
	tooManyInRow = check.Rule{
		Code: TooManyInRow, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {row} 排安排 {people} 人，只有 {seats} 座",
		En:   "row {row} is for {people} people and has {seats} chairs",
	}
	emptyChairs = check.Rule{
		Code: EmptyChairs, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {row} 排设 {seats} 座，只有 {people} 人：主席台不留空座",
		En:   "row {row} has {seats} chairs for {people} people: no chair on a rostrum stays empty",
	}
	tooManyPeople = check.Rule{
		Code: TooManyPeople, Severity: check.Error, Source: check.HouseCustom,
		Hans: "有 {people} 人要安排，只有 {seats} 座",
		En:   "there are {people} people for {seats} chairs",
	}
	partyTooLarge = check.Rule{
		Code: PartyTooLarge, Severity: check.Error, Source: check.HouseCustom,
		Hans: "代表团 {party} 有 {people} 人，余下相连的各列只有 {seats} 座",
		En:   "delegation {party} has {people} people, and the columns left beside each other have {seats} chairs",
	}
	noView = check.Rule{
		Code: NoView, Severity: check.Error, Source: check.HouseCustom,
		Hans: "本图不能按“{view}”排出左右：须指明视角，从门口看须已知门的位置且不在侧面",
		En:   "the plan has no left and right {view}: name a view, and a door that is not at the side",
	}
	nobodyOfSide = check.Rule{
		Code: NobodyOfSide, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{party} 一方无人按位次就座",
		En:   "nobody of {party} sits by rank",
	}
	tooManyOfRole = check.Rule{
		Code: TooManyOfRole, Severity: check.Error, Source: check.HouseCustom,
		Hans: "身份为 {role} 的有 {n} 人，此处应有 {min} 至 {max} 人",
		En:   "there are {n} people with the role {role}; here there are {min} to {max}",
	}
)

var (
	noSuchRole = check.Rule{
		Code: NoSuchRole, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 的身份 {role} 在此没有位置",
		En:   "there is no place here for {person} with the role {role}",
	}
	photoUnclosed = check.Rule{
		Code: PhotoUnclosed, Severity: check.Error, Source: check.HouseCustom,
		Hans: "主方 {hosts} 人、客方 {guests} 人，每排至多 {most} 人，主方无法在前排把边：前排须 5、9、13……人，主方比客方多一人；可改选两端不限（ends=open）",
		En:   "with {hosts} hosts, {guests} guests and up to {most} in a row, hosts cannot close both ends of the front row: it has 5, 9, 13 and so on, one host more than guests; or choose ends=open",
	}
	moderatorBehind = check.Rule{
		Code: ModeratorBehind, Severity: check.Error, Source: check.HouseCustom,
		Hans: "主持人 {person} 按位次落在后排：主持人须坐前排",
		En:   "by rank, moderator {person} sits in a row behind: a moderator sits in the front row",
	}
	tooFewPlaces = check.Rule{
		Code: TooFewPlaces, Severity: check.Error, Source: check.HouseCustom,
		Hans: "有 {tables} 桌，各排只够放 {places} 桌",
		En:   "there are {tables} tables, and the rows have places for {places}",
	}
	sexesUneven = check.Rule{
		Code: SexesUneven, Severity: check.Error, Source: check.HouseCustom,
		Hans: "女士 {ladies} 人、男士 {gentlemen} 人，人数不等，不能男女相间",
		En:   "{ladies} ladies and {gentlemen} gentlemen: the sexes cannot alternate unless they are as many",
	}
	multipleOfFour = check.Rule{
		Code: MultipleOfFour, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{n} 人为四的倍数：男女相间时男女主人不能正对；补救：选定 shift（{known}），即女主人移一座，或仍居对面而两侧各有一处同性相邻；或增减两人；或不取男女相间",
		En:   "{n} is a multiple of four: host and hostess cannot sit opposite each other while the sexes alternate; choose shift ({known}): she moves by one chair, or stays and two of one sex are neighbours once on either side; or change the number by two, or take another rule",
	}
	spousesBeside = check.Rule{
		Code: SpousesBeside, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 与配偶 {partner} 相邻，同性宾客之间怎样换座都分不开；可加减宾客，或选夫妇照位次不动（spouses=stay）",
		En:   "{person} sits beside {partner}, and no exchange of two guests of one sex parts them; change the guests, or let spouses stay (spouses=stay)",
	}
	twoFlags = check.Rule{
		Code: TwoFlags, Severity: check.Error, Source: check.HouseCustom,
		Hans: "此规则只用于两面旗，现有 {n} 面",
		En:   "the rule is for two flags; there are {n}",
	}
)

// Codes of the reasons for a seat.
const (
	WhyRow        check.Code = "seating/why-row"
	WhyReserved   check.Code = "seating/why-reserved"
	WhyCentre     check.Code = "seating/why-centre"
	WhyBeside     check.Code = "seating/why-beside"
	WhyOption     check.Code = "seating/why-option"
	WhyParty      check.Code = "seating/why-party"
	WhyMethod     check.Code = "seating/why-method"
	WhyPlace      check.Code = "seating/why-place"
	WhyRole       check.Code = "seating/why-role"
	WhyRoleBeside check.Code = "seating/why-role-beside"
	WhyChosen     check.Code = "seating/why-chosen"
	WhyBefore     check.Code = "seating/why-before"
)

var (
	whyRow = check.Rule{
		Code: WhyRow, Source: check.HouseCustom,
		Hans: "前排高于后排：第 {row} 排坐第 {from} 位至第 {to} 位",
		En:   "the front row ranks above those behind: row {row} seats ranks {from} to {to}",
	}
	whyReserved = check.Rule{
		Code: WhyReserved, Source: check.HouseCustom,
		Hans: "第 {row} 排留给{whom}",
		En:   "row {row} is reserved for {whom}",
	}
	whyCentre = check.Rule{
		Code: WhyCentre, Source: check.HouseCustom,
		Hans: "{seat}：位次第 {rank}，为本排之首，居中",
		En:   "{seat}: rank {rank}, first of the row, in the centre",
	}
	whyBeside = check.Rule{
		Code: WhyBeside, Source: check.HouseCustom,
		Hans: "{seat}：位次第 {rank}，在 {first} {side}侧第 {chairs} 座",
		En:   "{seat}: rank {rank}, chair {chairs} on the own {side} of {first}",
	}
	whyOption = check.Rule{
		Code: WhyOption, Source: check.HouseCustom,
		Hans: "按座次规则 {convention}：{option}（{field}={token}；出处：{source}）",
		En:   "convention {convention}: {option} ({field}={token}, source: {source})",
	}
	whyParty = check.Rule{
		Code: WhyParty, Source: check.HouseCustom,
		Hans: "{party} 在代表团次序中列第 {nth}，本人为该团第 {member}",
		En:   "{party} is number {nth} in the order of delegations, and the person its number {member}",
	}
	whyMethod = check.Rule{
		Code: WhyMethod, Source: check.HouseCustom,
		Hans: "{seat}：按{method}排列，为第 {nth} 个座位",
		En:   "{seat}: {method}, seat number {nth} in that order",
	}
	whyPlace = check.Rule{
		Code: WhyPlace, Source: check.HouseCustom,
		Hans: "{seat}：本列第 {rank}，{place}",
		En:   "{seat}: number {rank} of the list, {place}",
	}
	whyRole = check.Rule{
		Code: WhyRole, Source: check.HouseCustom,
		Hans: "{seat}：因身份（{role}）{place}",
		En:   "{seat}: by the role {role}, {place}",
	}
	whyRoleBeside = check.Rule{
		Code: WhyRoleBeside, Source: check.HouseCustom,
		Hans: "{seat}：因身份（{role}）在 {first} {side}侧第 {chairs} 座",
		En:   "{seat}: by the role {role}, chair {chairs} on the own {side} of {first}",
	}
	whyBefore = check.Rule{
		Code: WhyBefore, Source: check.HouseCustom,
		Hans: "{seat}：获奖名单第 {rank}，由 {awarder} 颁奖",
		En:   "{seat}: winner number {rank}, before {awarder}",
	}
	whyChosen = check.Rule{
		Code: WhyChosen, Source: check.HouseCustom,
		Hans: "本图选定：{option}（{field}={token}；出处：{source}）",
		En:   "chosen for this plan: {option} ({field}={token}, source: {source})",
	}
)

// Codes of findings of an audit.
const (
	OutOfOrder   check.Code = "seating/out-of-order"
	ValidUnder   check.Code = "seating/valid-under"
	MirrorSlip   check.Code = "seating/mirror-slip"
	NotOnList    check.Code = "seating/not-on-list"
	NotSeated    check.Code = "seating/not-seated"
	SeatedTwice  check.Code = "seating/seated-twice"
	ChairVacant  check.Code = "seating/chair-vacant"
	NoPlainSides check.Code = "seating/no-plain-sides"
	NotDerived   check.Code = "seating/not-derived"
	OneAudited   check.Code = "seating/one-audited"
)

var (
	outOfOrder = check.Rule{
		Code: OutOfOrder, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{higher}（位次第 {rank}，{seat}）坐得低于 {lower}（位次第 {lowerRank}，{lowerSeat}）",
		En:   "{higher} (rank {rank}, {seat}) sits below {lower} (rank {lowerRank}, {lowerSeat})",
	}
	validUnder = check.Rule{
		Code: ValidUnder, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "按座次规则 {convention} 不成立，但按 {other} 成立",
		En:   "this is not valid under {convention}, but it is under {other}",
	}
	mirrorSlip = check.Rule{
		Code: MirrorSlip, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "左右看反了：{view}时，按座次规则 {convention} 成立",
		En:   "left and right are mistaken for each other: read as {view}, this is valid under {convention}",
	}
	notOnList = check.Rule{
		Code: NotOnList, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 不在名单上",
		En:   "{person} is not on the list",
	}
	notSeated = check.Rule{
		Code: NotSeated, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 没有座位",
		En:   "{person} has no seat",
	}
	seatedTwice = check.Rule{
		Code: SeatedTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 占了两个座位",
		En:   "{person} has two seats",
	}
	chairVacant = check.Rule{
		Code: ChairVacant, Severity: check.Error, Source: check.HouseCustom,
		Hans: "有空座：主席台不留空座",
		En:   "the chair is empty: no chair on a rostrum stays empty",
	}
	notDerived = check.Rule{
		Code: NotDerived, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{key} 与按规则重新推算的结果不一致：写的是 {written}，应为 {want}",
		En:   "{key} does not follow from the rest: it reads {written} and should read {want}",
	}
	oneAudited = check.Rule{
		Code: OneAudited, Severity: check.Error, Source: check.HouseCustom,
		Hans: "检查结果须恰好对应一份座次图或一份草图",
		En:   "an audit is of exactly one plan or one draft",
	}
	noPlainSides = check.Rule{
		Code: NoPlainSides, Severity: check.Error, Source: check.HouseCustom,
		Hans: "须说明左右是从哪里看：观众席或主席台",
		En:   "say from where left and right are meant: from the hall or from the rostrum",
	}
)

// Codes of findings in orders of delegations.
const (
	UnknownDrawn check.Code = "seating/unknown-drawn"
	BadTerm      check.Code = "seating/bad-term"
	ListedTwice  check.Code = "seating/listed-twice"
)

var (
	unknownDrawn = check.Rule{
		Code: UnknownDrawn, Severity: check.Error, Source: "General Assembly resolution 71/323, A/RES/71/323, paragraph 42",
		Hans: "抽中的 {drawn} 不在代表团名单上",
		En:   "{drawn}, which was drawn, is not in the list of delegations",
	}
	badTerm = check.Rule{
		Code: BadTerm, Severity: check.Error, Source: check.HouseCustom,
		Hans: "届次 {term} 不成立：应从 0 起",
		En:   "the term {term} is none: terms count from 0",
	}
	listedTwice = check.Rule{
		Code: ListedTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{who} 重复列出，前一处为第 {first} 个",
		En:   "{who} is listed twice, first as number {first}",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return slices.Concat(hallRules(), changeRules(), affinityRules(), serviceRules(), []check.Rule{
		noChoice, emptyConvention, noRowPreset, noRowRule, unknownConvention,
		oneSetting, badCount, badLength, badRows, badRange, rowsOverlap, aisleInRowOne, badAisle,
		slashInArea, areaTwice, raggedRow, badEmpty, badStart, noParties, partyTwice, doorBelow,
		badOrder, personTwice, tie, unknownParty, tooManyInRow, emptyChairs, tooManyPeople, partyTooLarge, noView, nobodyOfSide, tooManyOfRole, noSuchRole, photoUnclosed, twoFlags, moderatorBehind, tooFewPlaces, sexesUneven, multipleOfFour, spousesBeside,
		whyRow, whyReserved, whyCentre, whyBeside, whyOption, whyParty, whyMethod, whyPlace, whyRole, whyRoleBeside, whyBefore, whyChosen,
		outOfOrder, validUnder, mirrorSlip, notOnList, notSeated, seatedTwice, chairVacant, noPlainSides,
		notDerived, oneAudited,
		unknownDrawn, badTerm, listedTwice,
	})
}
