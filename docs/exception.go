package docs

import (
	"cmp"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// A Kind is a kind of exception. The zero Kind is none.
type Kind uint8

// The kinds of exceptions.
const (
	Outstanding       Kind = iota + 1 // 未收回: with its holder at the time of the report
	DuplicateReturn                   // 重复交回: a second return, no issue between
	UnknownCopy                       // 查无此份: a number that was never printed
	NotIssued                         // 未分发: the copy was not handed out
	WrongHolder                       // 持有人不符: brought by somebody else than its holder
	Swap                              // 互换: two holders brought each other's copies
	DoubleIssue                       // 重复分发: handed out twice without a return
	Late                              // 逾期: came back after the deadline
	Defective                         // 缺页或污损
	LostThenFound                     // 报失后出现
	OffRegister                       // 账外: taken home, in no register
	GapInRange                        // 断号: a hole in the print run
	OutOfRange                        // 超出印号: outside the print run, or printed twice
	DeskGap                           // 登记点缺号: entries of a desk are missing
	Fork                              // 记录冲突: one entry number, two contents
	FutureStamp                       // 时间超前: stamped after the time of the report
	LossOpen                          // 丢失未找回
	DestroyUnapproved                 // 未经批准销毁
	TooFewWatchers                    // 监销人不足
	SelfWatched                       // 自销自监: who destroyed it is named as a watcher
	OutOfOrder                        // 与状态不符: the event does not fit the state of the copy
	PrintRun                          // 份数不符: the register of papers states another print run
	Unread                            // 无法采用: an entry that this program cannot read, or that is erased
	NoEntry                           // 更正无对象: a correction of an entry that is not there
	Overflow                          // 超出容量: the ledger holds no more copies
	Uncertified                       // 无销毁证明: the policy asks for a certificate
	SwapRound                         // 连环互换: three holders or more brought each other's copies in a round
	NotGivenBack                      // 未退还: handed in by a unit that has not got it back
	WrongUnit                         // 退错单位: went to another unit than the one that had handed it in
	Unaccounted                       // 应清退而无记录: in the frozen expectation, and today nobody has recorded such a copy
	kindCount         = int(Unaccounted) + 1
)

// A Grade says how much an exception weighs. The zero Grade is none.
type Grade uint8

// The grades of an exception.
const (
	Low    Grade = iota + 1 // 低
	Medium                  // 中
	High                    // 高
)

var gradeWords = []word{{}, {"low", "低", "low"}, {"medium", "中", "medium"}, {"high", "高", "high"}}

// String returns "low", "medium" or "high".
func (g Grade) String() string {
	if Low <= g && g <= High {
		return gradeWords[g].token
	}
	return fmt.Sprintf("Grade(%d)", uint8(g))
}

// Label returns 低, 中 or 高.
func (g Grade) Label() string {
	if Low <= g && g <= High {
		return gradeWords[g].hans
	}
	return ""
}

// AppendText appends the String of a valid grade.
func (g Grade) AppendText(dst []byte) ([]byte, error) {
	if g < Low || g > High {
		return dst, fmt.Errorf("grade %d is out of range", uint8(g))
	}
	return append(dst, gradeWords[g].token...), nil
}

// MarshalText returns the String of a valid grade.
func (g Grade) MarshalText() ([]byte, error) { return g.AppendText(nil) }

// UnmarshalText reads "low", "medium" or "high".
func (g *Grade) UnmarshalText(text []byte) error {
	for known := Low; known <= High; known++ {
		if gradeWords[known].token == string(text) {
			*g = known
			return nil
		}
	}
	return unknownWord("grade", text, gradeWords[1:])
}

// A kindInfo is what is fixed for a kind: its token, its label, its grade unless the
// fold knows better, and the sentence of its reason.
type kindInfo struct {
	token, label string
	grade        Grade
	rule         *check.Rule
}

var kinds = [kindCount]kindInfo{
	Outstanding:       {"outstanding", "未收回", Medium, &outstandingRule},
	DuplicateReturn:   {"duplicate-return", "重复交回", High, &duplicateReturnRule},
	UnknownCopy:       {"unknown-copy", "查无此份", High, &unknownCopyRule},
	NotIssued:         {"not-issued", "未分发", Medium, &notIssuedRule},
	WrongHolder:       {"wrong-holder", "持有人不符", Medium, &wrongHolderRule},
	Swap:              {"swap", "互换", Medium, &swapRule},
	DoubleIssue:       {"double-issue", "重复分发", High, &doubleIssueRule},
	Late:              {"late", "逾期", Low, &lateRule},
	Defective:         {"defect", "缺页或污损", Medium, &defectRule},
	LostThenFound:     {"lost-then-found", "报失后出现", Medium, &lostThenFoundRule},
	OffRegister:       {"off-register", "账外", Medium, &offRegisterRule},
	GapInRange:        {"gap-in-range", "断号", High, &gapInRangeRule},
	OutOfRange:        {"out-of-range", "超出印号", High, &outOfRangeRule},
	DeskGap:           {"desk-gap", "登记点缺号", High, &deskGapRule},
	Fork:              {"fork", "记录冲突", High, &forkRule},
	FutureStamp:       {"future-stamp", "时间超前", High, &futureStampRule},
	LossOpen:          {"lost", "丢失", High, &lossOpenRule},
	DestroyUnapproved: {"destroy-unapproved", "未经批准销毁", High, &destroyUnapprovedRule},
	TooFewWatchers:    {"too-few-watchers", "监销人不足", High, &tooFewWatchersRule},
	SelfWatched:       {"self-watched", "自销自监", High, &selfWatchedRule},
	OutOfOrder:        {"out-of-order", "与状态不符", Medium, &outOfOrderRule},
	PrintRun:          {"print-run", "份数不符", High, &printRunDiffersRule},
	Unread:            {"unread", "无法采用", High, &unreadRule},
	NoEntry:           {"no-entry", "更正无对象", Medium, &noEntryRule},
	Overflow:          {"overflow", "超出容量", High, &overflowRule},
	Uncertified:       {"uncertified", "无销毁证明", High, &uncertifiedRule},
	SwapRound:         {"swap-round", "连环互换", Medium, &swapRoundRule},
	NotGivenBack:      {"not-given-back", "未退还", Low, &notGivenBackRule},
	Unaccounted:       {"unaccounted", "应清退而无记录", High, &unaccountedRule},
	WrongUnit:         {"wrong-unit", "退错单位", High, &wrongUnitRule},
}

// String returns the token of the kind, such as "wrong-holder".
func (k Kind) String() string {
	if k != 0 && int(k) < kindCount {
		return kinds[k].token
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Label returns the Chinese name of the kind, such as 持有人不符.
func (k Kind) Label() string {
	if int(k) < kindCount {
		return kinds[k].label
	}
	return ""
}

// AppendText appends the String of a kind.
func (k Kind) AppendText(dst []byte) ([]byte, error) {
	if k == 0 || int(k) >= kindCount {
		return dst, fmt.Errorf("exception kind %d is out of range", uint8(k))
	}
	return append(dst, kinds[k].token...), nil
}

// MarshalText returns the String of a kind.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads the token of a kind.
func (k *Kind) UnmarshalText(text []byte) error {
	for i := 1; i < kindCount; i++ {
		if kinds[i].token == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	words := make([]word, 0, kindCount)
	for _, info := range kinds[1:] {
		words = append(words, word{token: info.token})
	}
	return unknownWord("exception kind", text, words)
}

// An Exception is something a person has to look at. Exceptions are made by [Fold]
// and [Recall] and never change.
type Exception struct {
	kind     Kind
	grade    Grade
	state    CopyState // in which the copy was
	signed   bool
	returned bool  // it came from a return
	offset   int32 // of the clock that times are shown by
	paper    roster.PaperID
	copies   Range
	who      roster.PersonID
	holder   roster.PersonID
	org      roster.OrgID // of who, for an outstanding copy
	entry    journal.ID
	at       int64
	count    int64
	near     []symbol.CopyNumber
	round    []Exchange // of a swap round
}

// Kind is the kind of the exception.
func (e Exception) Kind() Kind { return e.kind }

// Grade says how much the exception weighs.
func (e Exception) Grade() Grade { return e.grade }

// Paper is the paper, "" for an exception of the log itself.
func (e Exception) Paper() roster.PaperID { return e.paper }

// Copies are the copies, the zero Range for an exception of the log or of the paper
// as a whole.
func (e Exception) Copies() Range { return e.copies }

// Who is the person that acted: who brought, took, signed for or destroyed the copy.
func (e Exception) Who() roster.PersonID { return e.who }

// Holder is the person that held the copy by the record, "" if nobody did.
func (e Exception) Holder() roster.PersonID { return e.holder }

// State is where the copy was by the record when the event came.
func (e Exception) State() CopyState { return e.state }

// Entry is the entry that raised the exception; its Seq is 0 if none did. Of a
// missing run of entries it is the first.
func (e Exception) Entry() journal.ID { return e.entry }

// At is the effective time of the entry in Unix milliseconds, 0 if there is none; of
// an outstanding or lost copy the time since when it is.
func (e Exception) At() int64 { return e.at }

// Near are the copies that an unknown number may have meant: those in somebody's
// hands that differ from it as a slip of the hand or the eye would, and the partner
// of a swapped copy. The slice is a copy.
func (e Exception) Near() []symbol.CopyNumber { return slices.Clone(e.near) }

// LogValue leaves the persons out of logs.
func (e Exception) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", e.kind.String()), slog.String("paper", string(e.paper)), slog.String("copies", e.copies.String()))
}

// Compare orders exceptions by paper, copies, kind, person and entry.
func (e Exception) Compare(f Exception) int {
	return cmp.Or(
		strings.Compare(string(e.paper), string(f.paper)),
		e.copies.Compare(f.copies),
		strings.Compare(e.kind.String(), f.kind.String()),
		strings.Compare(string(e.who), string(f.who)),
		e.entry.Compare(f.entry),
		strings.Compare(string(e.holder), string(f.holder)),
		cmp.Compare(e.at, f.at),
		cmp.Compare(e.state, f.state),
		cmp.Compare(e.count, f.count),
		strings.Compare(string(e.org), string(f.org)),
		slices.Compare(e.near, f.near),
		slices.CompareFunc(e.round, f.round, Exchange.compare),
	)
}

// Org is the delegation of the holder of an outstanding copy, "" if the input of the
// recall named none; of a copy that a unit handed in, that unit.
func (e Exception) Org() roster.OrgID { return e.org }

// Signed reports for an outstanding copy whether its holder has signed for it.
func (e Exception) Signed() bool { return e.signed }

// Reason says in words what is the matter.
func (e Exception) Reason() check.Reason {
	signed := check.Term("signed", "未签收", "not signed for")
	if e.signed {
		signed = check.Term("signed", "已签收", "signed for")
	}
	org := check.Term("org", "未列代表团", "no delegation")
	if e.org != "" {
		org = check.ID("org", roster.KindOrg, e.org)
	}
	return kinds[e.kind].rule.Because(
		org,
		check.ID("paper", roster.KindPaper, e.paper),
		check.Text("copies", e.copies.String()),
		whom("who", e.who),
		whom("holder", e.holder),
		e.state.term("state"),
		check.Value("desk", e.entry.Desk),
		check.Text("entry", e.entry.String()),
		check.Int("count", e.count),
		check.Text("since", clockText(e.at, int(e.offset))),
		signed,
		e.suggestion(),
		check.IDs("people", roster.KindPerson, e.people()...),
	)
}

// suggestion says which copy another may have been meant for.
func (e Exception) suggestion() check.Arg {
	near := make([]string, len(e.near))
	for i, c := range e.near {
		near[i] = c.String()
	}
	list := strings.Join(near, ", ")
	switch {
	case e.kind == SwapRound:
		return check.Text("near", e.exchanged())
	case e.kind == Swap:
		return check.Term("near", "另一份为"+list, "the other is "+list)
	case len(near) == 0:
		return check.Term("near", "没有相近的在外份号", "no copy in somebody's hands is near")
	default:
		return check.Term("near", "可能是"+list, "it may be "+list)
	}
}

// clockText is what a wall clock shows at an instant.
func clockText(ms int64, offset int) string {
	if ms == 0 {
		return "-"
	}
	return strings.Replace(calendar.FromUnixMilli(ms, offset).String(), "T", " ", 1)
}

// whom names a person, or says that nobody is recorded.
func whom(key string, id roster.PersonID) check.Arg {
	if id == "" {
		return check.Term(key, "无人", "nobody")
	}
	return check.ID(key, roster.KindPerson, id)
}
