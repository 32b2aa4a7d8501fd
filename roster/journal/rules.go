package journal

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules of this package.
const (
	IDForked        check.Code = "journal/fork"
	SeqMissing      check.Code = "journal/gap"
	ClockSetBack    check.Code = "journal/clock-set-back"
	StampAhead      check.Code = "journal/future-stamp"
	TypeUnknown     check.Code = "journal/unknown-type"
	EventUnreadable check.Code = "journal/unreadable-event"
	PayloadErased   check.Code = "journal/erased"
	ChainBroken     check.Code = "journal/chain-broken"
	ChainGap        check.Code = "journal/chain-gap"
	HeadDiffers     check.Code = "journal/head-differs"
	BadDesk         check.Code = "journal/bad-desk"
	BadSeq          check.Code = "journal/bad-seq"
	BadTime         check.Code = "journal/bad-time"
	BadActor        check.Code = "journal/bad-actor"
	BadEvent        check.Code = "journal/bad-event"
	CodecSays       check.Code = "journal/codec-says"
	BadType         check.Code = "journal/bad-type"
	BadVersion      check.Code = "journal/bad-version"
	BadCodec        check.Code = "journal/bad-codec"
	TooLarge        check.Code = "journal/too-large"
	LongLine        check.Code = "journal/long-line"
	ForeignLine     check.Code = "journal/foreign-line"
	MissingKey      check.Code = "journal/missing-key"
	HalfErased      check.Code = "journal/half-erased"
)

var (
	idForked = check.Rule{
		Code: IDForked, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记点 {desk} 第 {seq} 号有 {bodies} 条内容不同的记录，全部保留，均不采用，请核实后另行登记更正",
		En:   "number {seq} of desk {desk} stands for {bodies} different entries: all are kept and none is taken; find out which is right and record it anew",
	}
	seqMissing = check.Rule{
		Code: SeqMissing, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "登记点 {desk} 缺{which}记录，数据不完整",
		En:   "missing from desk {desk}: {which}; the log is not complete",
	}
	clockSetBack = check.Rule{
		Code: ClockSetBack, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "登记点 {desk} 第 {seq} 号的时间 {at} 早于此前记录的 {latest}，时钟曾被调动；仍按登记顺序排列",
		En:   "entry {seq} of desk {desk} is stamped {at}, before the {latest} of an earlier one: its clock was changed; the order of the desk stands",
	}
	stampAhead = check.Rule{
		Code: StampAhead, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "登记点 {desk} 第 {seq} 号的时间 {at} 晚于现在（{now}）",
		En:   "entry {seq} of desk {desk} is stamped {at}, after the present time {now}",
	}
	typeUnknown = check.Rule{
		Code: TypeUnknown, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "登记点 {desk} 第 {seq} 号的类型 {type}（第 {version} 版）本程序不认识，原样保留，未予采用",
		En:   "entry {seq} of desk {desk} is of type {type}, version {version}, which this program does not know: it is kept as it is and not taken",
	}
	eventUnreadable = check.Rule{
		Code: EventUnreadable, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记点 {desk} 第 {seq} 号（类型 {type}，第 {version} 版）的内容读不出，原样保留，未予采用",
		En:   "entry {seq} of desk {desk}, of type {type}, version {version}, cannot be read: it is kept as it is and not taken",
	}
	payloadErased = check.Rule{
		Code: PayloadErased, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "登记点 {desk} 有 {n} 条记录的内容已删除，未予采用",
		En:   "the payload of {n} entries of desk {desk} is erased: they are not taken",
	}
	chainBroken = check.Rule{
		Code: ChainBroken, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记点 {desk} 的校验链在第 {seq} 号断开：该条或其前一条被改动过",
		En:   "the chain of desk {desk} breaks at entry {seq}: that entry or the one before it was changed",
	}
	chainGap = check.Rule{
		Code: ChainGap, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记点 {desk} 缺{which}记录，校验链无法连接",
		En:   "missing from desk {desk}: {which}; its chain cannot be followed across the gap",
	}
	headDiffers = check.Rule{
		Code: HeadDiffers, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记点 {desk} 第 {seq} 号的校验值为 {link}，与公布的 {want} 不符",
		En:   "the link of entry {seq} of desk {desk} is {link}, not the published {want}",
	}
	badDesk = check.Rule{
		Code: BadDesk, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记点名称 {desk} 不可用：应为不超过 {max} 字节的可见字符，首尾无空格",
		En:   "name of a desk {desk} is not usable: 1 to {max} bytes of visible characters without spaces at its ends",
	}
	badSeq = check.Rule{
		Code: BadSeq, Severity: check.Error, Source: check.HouseCustom,
		Hans: "序号 {seq} 超出 1 至 {max}",
		En:   "number {seq} is not from 1 to {max}",
	}
	badTime = check.Rule{
		Code: BadTime, Severity: check.Error, Source: check.HouseCustom,
		Hans: "时间 {at} 不是 1 至 {max} 之间的毫秒数",
		En:   "time {at} is not a number of milliseconds from 1 to {max}",
	}
	badActor = check.Rule{
		Code: BadActor, Severity: check.Error, Source: check.HouseCustom,
		Hans: "登记人 {actor} 不可用：应为不超过 {max} 字节的可见字符，首尾无空格",
		En:   "actor {actor} is not usable: up to {max} bytes of visible characters without spaces at its ends",
	}
	badEvent = check.Rule{
		Code: BadEvent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "事项写不成记录，或者写了读不回来",
		En:   "the event cannot be written, or would not be read back",
	}
	codecSays = check.Rule{
		Code: CodecSays, Severity: check.Error, Source: check.HouseCustom,
		Hans: "内容的读写报告：{why}",
		En:   "what reads or writes the event says: {why}",
	}
	badType = check.Rule{
		Code: BadType, Severity: check.Error, Source: check.HouseCustom,
		Hans: "类型名称 {type} 不可用：应为不超过 {max} 字节的可见字符，首尾无空格",
		En:   "name of a type {type} is not usable: 1 to {max} bytes of visible characters without spaces at its ends",
	}
	badVersion = check.Rule{
		Code: BadVersion, Severity: check.Error, Source: check.HouseCustom,
		Hans: "类型版本 {version} 应从 1 起",
		En:   "version {version} of a type is less than 1",
	}
	badCodec = check.Rule{
		Code: BadCodec, Severity: check.Error, Source: check.HouseCustom,
		Hans: "记录簿的编码方式不可用：{what}",
		En:   "the codec of the log is not usable: {what}",
	}
	tooLarge = check.Rule{
		Code: TooLarge, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文本共 {bytes} 字节，超过上限 {max} 字节，未读取；请在换行处分段读入再合并",
		En:   "the text has {bytes} bytes, more than the {max} allowed, and was not read: read it in parts, cut at line breaks, and merge them",
	}
	longLine = check.Rule{
		Code: LongLine, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行共 {bytes} 字节，超过上限 {max} 字节，未读取",
		En:   "line {line} has {bytes} bytes, more than the {max} allowed, and was not read",
	}
	foreignLine = check.Rule{
		Code: ForeignLine, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "第 {line} 行属于记录簿 {log}，不属于 {want}，未读入",
		En:   "line {line} belongs to the log {log}, not to {want}, and was left out",
	}
	missingKey = check.Rule{
		Code: MissingKey, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行缺少 {key}",
		En:   "line {line} has no {key}",
	}
	halfErased = check.Rule{
		Code: HalfErased, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行标明内容已删除，却仍带有内容",
		En:   "line {line} says that its payload is erased, and still has some of it",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		idForked, seqMissing, clockSetBack, stampAhead, typeUnknown, eventUnreadable, payloadErased,
		chainBroken, chainGap, headDiffers,
		badDesk, badSeq, badTime, badActor, badEvent, codecSays, badType, badVersion, badCodec,
		tooLarge, longLine, foreignLine, missingKey, halfErased,
	}
}
