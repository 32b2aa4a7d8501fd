package meeting

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules of this package.
const (
	NoTitle         check.Code = "meeting/no-title"
	NoTime          check.Code = "meeting/no-time"
	NoKind          check.Code = "meeting/no-kind"
	BadMinutes      check.Code = "meeting/bad-minutes"
	TooLong         check.Code = "meeting/too-long"
	TooMany         check.Code = "meeting/too-many"
	BadDays         check.Code = "meeting/bad-days"
	OutsideDays     check.Code = "meeting/outside-days"
	DuplicateID     check.Code = "meeting/duplicate-id"
	RoomTaken       check.Code = "meeting/room-taken"
	UnknownPerson   check.Code = "meeting/unknown-person"
	UnknownOrg      check.Code = "meeting/unknown-body"
	UnknownSession  check.Code = "meeting/unknown-session"
	SheetTwice      check.Code = "meeting/sheet-twice"
	AbsentOrder     check.Code = "meeting/absent-order"
	NoChange        check.Code = "meeting/no-change"
	UnknownChange   check.Code = "meeting/unknown-change"
	StrayField      check.Code = "meeting/stray-field"
	AlreadyAbsent   check.Code = "meeting/already-absent"
	NoReseat        check.Code = "meeting/no-reseat"
	NoChair         check.Code = "meeting/no-chair"
	ChairAbsent     check.Code = "meeting/chair-absent"
	ItemNoOwner     check.Code = "meeting/item-no-owner"
	NoPresenter     check.Code = "meeting/no-presenter"
	PresenterAbsent check.Code = "meeting/presenter-absent"
	NoPaper         check.Code = "meeting/no-paper"
	PostEmpty       check.Code = "meeting/post-empty"
	IsNew           check.Code = "meeting/is-new"
	IsGone          check.Code = "meeting/is-gone"
	FactChanged     check.Code = "meeting/fact-changed"
	ListChanged     check.Code = "meeting/list-changed"
	OrderChanged    check.Code = "meeting/order-changed"
)

var (
	noTitle = check.Rule{
		Code: NoTitle, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少名称",
		En:   "title is missing",
	}
	noTime = check.Rule{
		Code: NoTime, Severity: check.Error, Source: check.HouseCustom,
		Hans: "起止时间相同",
		En:   "the session has no duration",
	}
	noKind = check.Rule{
		Code: NoKind, Severity: check.Error, Source: check.HouseCustom,
		Hans: "议题“{item}”没有有效的类别",
		En:   "item {item} has no valid kind",
	}
	badMinutes = check.Rule{
		Code: BadMinutes, Severity: check.Error, Source: check.HouseCustom,
		Hans: "时长 {n} 分钟不在 1 到 1440 之间",
		En:   "{n} minutes are not between 1 and 1440",
	}
	tooLong = check.Rule{
		Code: TooLong, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "各项议程共需 {need} 分钟，会议只有 {have} 分钟",
		En:   "the items need {need} minutes, the session has {have}",
	}
	tooMany = check.Rule{
		Code: TooMany, Severity: check.Error, Source: check.HouseCustom,
		Hans: "共 {n} 项，超过上限 {max} 项",
		En:   "{n} entries, more than the limit of {max}",
	}
	badDays = check.Rule{
		Code: BadDays, Severity: check.Error, Source: check.HouseCustom,
		Hans: "会期不成立：{first} 至 {last}",
		En:   "the meeting has no days: {first} to {last}",
	}
	outsideDays = check.Rule{
		Code: OutsideDays, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”（{span}）不在会期之内",
		En:   "{session} ({span}) is outside the days of the meeting",
	}
	duplicateID = check.Rule{
		Code: DuplicateID, Severity: check.Error, Source: check.HouseCustom,
		Hans: "编号 {id} 重复（{kind}），已用于 {other}",
		En:   "duplicate {kind} id {id}, also {other}",
	}
	roomTaken = check.Rule{
		Code: RoomTaken, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”与“{other}”同时使用{room}",
		En:   "{session} and {other} are in {room} at the same time",
	}
	unknownPerson = check.Rule{
		Code: UnknownPerson, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 不在名册中",
		En:   "{person} is not in the roster",
	}
	unknownOrg = check.Rule{
		Code: UnknownOrg, Severity: check.Error, Source: check.HouseCustom,
		Hans: "机构 {org} 不在名册中",
		En:   "body {org} is not in the roster",
	}
	unknownSession = check.Rule{
		Code: UnknownSession, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有场次 {session}",
		En:   "there is no session {session}",
	}
	sheetTwice = check.Rule{
		Code: SheetTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”已有名为 {sheet} 的座次图（{other}）",
		En:   "{session} has a seat plan named {sheet} already ({other})",
	}
	absentOrder = check.Rule{
		Code: AbsentOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺席名单须按场次、人员编号排列且不重复，{person} 有误",
		En:   "absences stand in order of session and person, each once: {person} does not",
	}
	noChange = check.Rule{
		Code: NoChange, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有变动内容",
		En:   "change is missing",
	}
	unknownChange = check.Rule{
		Code: UnknownChange, Severity: check.Error, Source: check.HouseCustom,
		Hans: "未知的变动类型 {type}",
		En:   "change of unknown type {type}",
	}
	strayField = check.Rule{
		Code: StrayField, Severity: check.Error, Source: check.HouseCustom,
		Hans: "变动 {type} 含有不属于它的内容",
		En:   "change {type} holds a field that does not belong to it",
	}
	alreadyAbsent = check.Rule{
		Code: AlreadyAbsent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{person} 已登记缺席“{session}”",
		En:   "{person} is absent from {session} already",
	}
	noReseat = check.Rule{
		Code: NoReseat, Severity: check.Error, Source: check.HouseCustom,
		Hans: "无法调整座次：{why}",
		En:   "the seats cannot be changed: {why}",
	}
	noChair = check.Rule{
		Code: NoChair, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”没有主持人",
		En:   "{session} has no chair",
	}
	chairAbsent = check.Rule{
		Code: ChairAbsent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”的主持人{person}缺席，须另定主持人",
		En:   "{person}, the chair of {session}, is absent: someone else has to chair",
	}
	itemNoOwner = check.Rule{
		Code: ItemNoOwner, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”的议题“{item}”无人负责",
		En:   "nobody owns item {item} of {session}",
	}
	noPresenter = check.Rule{
		Code: NoPresenter, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”的议题“{item}”没有报告人或发言人",
		En:   "item {item} of {session} has no presenter",
	}
	presenterAbsent = check.Rule{
		Code: PresenterAbsent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”的议题“{item}”由{person}报告或发言，但其缺席",
		En:   "{person} presents item {item} of {session} and is absent",
	}
	noPaper = check.Rule{
		Code: NoPaper, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”的议题“{item}”没有挂接文件",
		En:   "item {item} of {session} has no paper",
	}
	postEmpty = check.Rule{
		Code: PostEmpty, Severity: check.Error, Source: check.HouseCustom,
		Hans: "“{session}”的岗位“{post}”A、B角均缺席",
		En:   "owner and backup of post {post} are both absent from {session}",
	}
	isNew = check.Rule{
		Code: IsNew, Source: check.HouseCustom,
		Hans: "“{session}”新增{what}{person}",
		En:   "{what} {person} of {session} is new",
	}
	isGone = check.Rule{
		Code: IsGone, Source: check.HouseCustom,
		Hans: "“{session}”不再需要{what}{person}",
		En:   "{what} {person} of {session} is no longer needed",
	}
	factChanged = check.Rule{
		Code: FactChanged, Source: check.HouseCustom,
		Hans: "{fact}由 {was} 改为 {now}",
		En:   "{fact} was {was}, is {now}",
	}
	listChanged = check.Rule{
		Code: ListChanged, Source: check.HouseCustom,
		Hans: "{fact}有变：不再列入的为 {gone}，新列入的为 {come}",
		En:   "{fact}: gone {gone}, new {come}",
	}
	orderChanged = check.Rule{
		Code: OrderChanged, Source: check.HouseCustom,
		Hans: "{fact}的先后有变",
		En:   "{fact}: the order has changed",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		noTitle, noTime, noKind, badMinutes, tooLong, tooMany,
		badDays, outsideDays, duplicateID, roomTaken, unknownPerson, unknownOrg, unknownSession, sheetTwice,
		absentOrder, noChange, unknownChange, strayField, alreadyAbsent, noReseat, noChair, chairAbsent,
		itemNoOwner, noPresenter, presenterAbsent, noPaper, postEmpty, isNew, isGone, factChanged,
		listChanged, orderChanged,
	}
}
