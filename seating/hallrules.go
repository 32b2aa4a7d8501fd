package seating

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of findings in halls, and of the reasons for a seat there.
const (
	NoSuchSeat      check.Code = "seating/no-such-seat"
	BadMark         check.Code = "seating/bad-mark"
	RoleOfMark      check.Code = "seating/role-of-mark"
	MarkedTwice     check.Code = "seating/marked-twice"
	MarkInKept      check.Code = "seating/mark-in-kept"
	ReservedShort   check.Code = "seating/reserved-short"
	AccessibleShort check.Code = "seating/accessible-short"
	CompanionShort  check.Code = "seating/companion-short"
	BadCompanion    check.Code = "seating/bad-companion"
	BadDivision     check.Code = "seating/bad-division"
	ClassTwice      check.Code = "seating/class-twice"
	BadClass        check.Code = "seating/bad-class"
	BadSteps        check.Code = "seating/bad-steps"
	PlacesInColumns check.Code = "seating/places-in-columns"
	RowsAndPlaces   check.Code = "seating/rows-and-places"
	BadBuffer       check.Code = "seating/bad-buffer"
	TooFar          check.Code = "seating/too-far"
	NotRising       check.Code = "seating/not-rising"
	FrontTooNarrow  check.Code = "seating/front-too-narrow"
	VotingShort     check.Code = "seating/voting-short"
	NoArea          check.Code = "seating/no-area"
	NotHall         check.Code = "seating/not-hall"
	NoSuchBox       check.Code = "seating/no-such-box"
	NoBox           check.Code = "seating/no-box"
	NotOfMeasure    check.Code = "seating/not-of-measure"
	NoSuchArea      check.Code = "seating/no-such-area"
	OverApproved    check.Code = "seating/over-approved"
	WhyHeld         check.Code = "seating/why-held"
	WhyAccessible   check.Code = "seating/why-accessible"
	WhyCompanion    check.Code = "seating/why-companion"
	WhyClass        check.Code = "seating/why-class"
)

// companionSource asks for a chair beside each wheelchair place.
const companionSource = "GB 50763-2012 无障碍设计规范, 3.13.6"

var (
	noSuchSeat = check.Rule{
		Code: NoSuchSeat, Severity: check.Error, Source: check.HouseCustom,
		Hans: "会场没有座位 {seat}",
		En:   "the hall has no seat {seat}",
	}
	badMark = check.Rule{
		Code: BadMark, Severity: check.Error, Source: check.HouseCustom,
		Hans: "标记的座位应由小到大：自 {from} 号至 {to} 号不成立",
		En:   "marked chairs run from the lower number to the higher: {from} to {to} is none",
	}
	roleOfMark = check.Rule{
		Code: RoleOfMark, Severity: check.Error, Source: check.HouseCustom,
		Hans: "只有预留座位可以指定身份，{use}座位不能",
		En:   "only reserved chairs are for a role, not those marked {use}",
	}
	markedTwice = check.Rule{
		Code: MarkedTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座位 {seat} 既标为{first}，又标为{second}",
		En:   "seat {seat} is marked twice: {first} and {second}",
	}
	markInKept = check.Rule{
		Code: MarkInKept, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座位 {seat} 标为{use}，而本排空出不坐人",
		En:   "seat {seat} is marked {use}, and its row is kept empty",
	}
	reservedShort = check.Rule{
		Code: ReservedShort, Severity: check.Error, Source: check.HouseCustom,
		Hans: "身份为 {role} 的有 {people} 人，为其预留的只有 {seats} 座",
		En:   "there are {people} people with the role {role} for {seats} chairs reserved for them",
	}
	accessibleShort = check.Rule{
		Code: AccessibleShort, Severity: check.Error, Source: check.HouseCustom,
		Hans: "有 {people} 人需要轮椅席位，会场只有 {places} 个",
		En:   "{people} people need an accessible place, and the hall has {places}",
	}
	companionShort = check.Rule{
		Code: CompanionShort, Severity: check.Error, Source: companionSource,
		Hans: "有 {people} 人需要轮椅席位并有人陪护，旁边有空座的席位只有 {places} 个",
		En:   "{people} people need an accessible place and have a companion, and {places} places have a free chair beside them",
	}
	badCompanion = check.Rule{
		Code: BadCompanion, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 不能陪护 {other}：被陪护的人应在名单上、需要轮椅席位且只有一人陪护，陪护人自己不需要轮椅席位",
		En:   "{person} cannot accompany {other}: that person is on the list, needs an accessible place and has one companion, who does not need one",
	}
	badDivision = check.Rule{
		Code: BadDivision, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{method}各代表团自成一片，不能选“{division}”",
		En:   "with {method}, each delegation sits together, so that {division} is not possible",
	}
	classTwice = check.Rule{
		Code: ClassTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "身份 {role} 列了两次，前一处为第 {first} 个",
		En:   "role {role} is a class twice, first as number {first}",
	}
	badClass = check.Rule{
		Code: BadClass, Severity: check.Error, Source: check.HouseCustom,
		Hans: "身份 {role} 的要求与{method}、“{division}”不合：坐第一排的须为全场首类，或用竖排法；另起一排和缓冲排只用于各类人员全场依次就座",
		En:   "what is asked of class {role} does not go with {method} and {division}: the class in row one is the first of the hall, or delegations sit in columns; rows of its own and empty rows are for classes through the hall",
	}
	badSteps = check.Rule{
		Code: BadSteps, Severity: check.Error, Source: check.HouseCustom,
		Hans: "步数 {steps} 不成立：应为 0 至 {max}，且只用于分片法（现为{method}）",
		En:   "{steps} steps are none: from 0 to {max}, and only for areas of any shape (the method is {method})",
	}
	placesInColumns = check.Rule{
		Code: PlacesInColumns, Severity: check.Error, Source: check.HouseCustom,
		Hans: "逐座给出位置的区域没有纵列，不能用竖排法",
		En:   "an area whose chairs have places of their own has no columns",
	}
	rowsAndPlaces = check.Rule{
		Code: RowsAndPlaces, Severity: check.Error, Source: check.HouseCustom,
		Hans: "区域的各排与逐座位置只能给出其一",
		En:   "an area has either rows or places",
	}
	badBuffer = check.Rule{
		Code: BadBuffer, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缓冲排第 {row} 排不成立：应在空出的前 {empty} 排之后，共 {rows} 排，由小到大列出",
		En:   "row {row} is no buffer row: it lies behind the {empty} rows kept empty in front, of {rows}, and rows are listed in rising order",
	}
	tooFar = check.Rule{
		Code: TooFar, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座位位置（{x}，{y}）超出 {max} 毫米",
		En:   "the place {x}, {y} lies further out than {max} mm",
	}
	notRising = check.Rule{
		Code: NotRising, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {row} 排第 {n} 座不在前一座右边至少 {min} 毫米处",
		En:   "chair {n} of row {row} does not stand at least {min} mm to the right of the one before it",
	}
	frontTooNarrow = check.Rule{
		Code: FrontTooNarrow, Severity: check.Error, Source: check.HouseCustom,
		Hans: "身份为 {role} 的 {people} 人应坐第一排，那里只有 {seats} 座",
		En:   "{people} people with the role {role} are to sit in row one, which has {seats} chairs for them",
	}
	votingShort = check.Rule{
		Code: VotingShort, Severity: check.Error, Source: check.HouseCustom,
		Hans: "身份为 {role} 的 {people} 人需要表决器，有表决器的座位只有 {seats} 个",
		En:   "{people} people with the role {role} need voting units, and {seats} chairs have one",
	}
	noArea = check.Rule{
		Code: NoArea, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有找到够代表团 {party} {people} 人相连就座的一片座位，余下最大的一片有 {seats} 座",
		En:   "no area was found for the {people} people of delegation {party}: the largest one left has {seats} chairs",
	}
	notHall = check.Rule{
		Code: NotHall, Severity: check.Error, Source: check.HouseCustom,
		Hans: "只对会场座次图有效，这是{kind}",
		En:   "this is asked of plans of a hall, not of a {kind}",
	}
	noSuchBox = check.Rule{
		Code: NoSuchBox, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有票箱 {box}",
		En:   "there is no ballot box {box}",
	}
	noBox = check.Rule{
		Code: NoBox, Severity: check.Error, Source: check.HouseCustom,
		Hans: "区域 {area} 有人投票而没有票箱",
		En:   "people vote in area {area}, which has no ballot box",
	}
	notOfMeasure = check.Rule{
		Code: NotOfMeasure, Severity: check.Error, Source: check.HouseCustom,
		Hans: "按“{per}”计数的物品不能有这些要求：几座共用和编号只用于每座、每人，区域和排数不用于每桌、每场",
		En:   "an item {per} has none of that: sharing and numbers are for chairs and people, area and rows not for tables and the plan",
	}
	noSuchArea = check.Rule{
		Code: NoSuchArea, Severity: check.Error, Source: check.HouseCustom,
		Hans: "座次图没有区域 {area}",
		En:   "the plan has no area {area}",
	}
	overApproved = check.Rule{
		Code: OverApproved, Severity: check.Error, Source: check.HouseCustom,
		Hans: "就座 {people} 人，超过场地核定人数 {approved}",
		En:   "{people} people have a place in a room approved for {approved}",
	}
	whyHeld = check.Rule{
		Code: WhyHeld, Source: check.HouseCustom,
		Hans: "{seat}：为身份 {role} 预留",
		En:   "{seat}: reserved for the role {role}",
	}
	whyAccessible = check.Rule{
		Code: WhyAccessible, Source: check.HouseCustom,
		Hans: "{seat}：本人需要轮椅席位",
		En:   "{seat}: the person needs an accessible place",
	}
	whyCompanion = check.Rule{
		Code: WhyCompanion, Source: companionSource,
		Hans: "{seat}：陪护 {other}，坐在旁边",
		En:   "{seat}: beside {other}, whom the person accompanies",
	}
	whyClass = check.Rule{
		Code: WhyClass, Source: check.HouseCustom,
		Hans: "身份 {role} 列第 {nth} 类",
		En:   "class {role} is number {nth} of the classes",
	}
)

// hallRules lists the rules of halls.
func hallRules() []check.Rule {
	return []check.Rule{
		noSuchSeat, badMark, roleOfMark, markedTwice, markInKept, reservedShort, accessibleShort, companionShort, badCompanion,
		badDivision, classTwice, badClass, badSteps, placesInColumns, rowsAndPlaces, badBuffer, tooFar, notRising,
		frontTooNarrow, votingShort, noArea, notHall, noSuchBox, noBox, notOfMeasure, noSuchArea, overApproved, whyHeld, whyAccessible, whyCompanion, whyClass,
	}
}
