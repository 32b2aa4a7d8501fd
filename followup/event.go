package followup

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Bounds on what events hold.
const (
	MaxText     = 6000 // bytes of a text
	MaxSupports = 200  // supporting bodies of an item, and bodies that get a copy
	MaxEstimate = 2000 // working days of an estimate
)

// An Act says which item an event is about, on which day it happened and who did
// it; these are required. The day counts for limits; the stamp of the journal only
// places the event among the others.
type Act struct {
	Item roster.ItemID   `json:"item"`
	On   calendar.Date   `json:"on"`
	By   roster.PersonID `json:"by"`

	// Source is the record of another system that the event was imported from.
	Source Source `json:"source,omitzero"`
	// Base is [Item.Last] of the item on which the event was decided. Where it is
	// given, a guarded event is refused if another one has come between.
	Base journal.ID `json:"base,omitzero"`
}

// An Event is something that happened to an item. The set is closed: Filed,
// Assigned, Accepted, HandedBack, Progressed, Reported, Returned, Closed,
// WrittenOff, Archived, ExtensionAsked, ExtensionGranted, ExtensionRefused,
// Suspended, Resumed, Cancelled, Reopened, Urged, Verified, Linked, Unlinked, Drafted,
// Reviewed, Missed, Relayed.
type Event interface {
	act() Act
	kind() Kind
	validate() check.Problems // beyond the Act
}

// A Kind is the type of an [Event].
type Kind uint8

// The kinds of events, each of the type of the same name.
const (
	KindFiled Kind = iota + 1
	KindAssigned
	KindAccepted
	KindHandedBack
	KindProgressed
	KindReported
	KindReturned
	KindClosed
	KindWrittenOff
	KindArchived
	KindExtensionAsked
	KindExtensionGranted
	KindExtensionRefused
	KindSuspended
	KindResumed
	KindCancelled
	KindReopened
	KindUrged
	KindVerified
	KindLinked
	KindUnlinked
	KindDrafted
	KindReviewed
	KindMissed
	KindRelayed
)

// Kinds is the number of kinds of events.
const Kinds = int(KindRelayed)

// String returns the token, which is also the type of the event in a journal.
func (k Kind) String() string { return of(kinds, k).token }

// Label returns the Chinese term, "" if k is not valid.
func (k Kind) Label() string { return of(kinds, k).hans }

// MarshalText returns the token of a valid kind.
func (k Kind) MarshalText() ([]byte, error) { return write(kinds, k) }

// UnmarshalText reads a token.
func (k *Kind) UnmarshalText(text []byte) error { return read(k, kinds, text) }

// KindOf returns the kind of an event, 0 for nil.
func KindOf(e Event) Kind {
	if e == nil {
		return 0
	}
	return e.kind()
}

// Filed (立项) puts an item on file. Decision is the paper or minute it comes from
// and Words the sentence that decided it; Title is what is to be done. Issued is the
// day on which that paper was issued (印发). Requirement is what has to be there for the
// item to be done (工作要求) and Completion how one sees that it is (完成标准).
type Filed struct {
	Act
	Title       string        `json:"title"`
	Origin      Origin        `json:"origin,omitzero"`
	Decision    string        `json:"decision,omitzero"`
	Words       string        `json:"words,omitzero"`
	Issued      calendar.Date `json:"issued,omitzero"`
	Requirement string        `json:"requirement,omitzero"`
	Completion  string        `json:"completion,omitzero"`
	Class       Class         `json:"class,omitzero"`
	Estimate    int           `json:"estimate,omitzero"` // working days that it takes, 0 to MaxEstimate; 0: not said
	Listing     bool          `json:"listing,omitzero"`  // it has to be entered in statistics (应入统)

	Point      roster.ItemID   `json:"point,omitzero"`      // 议题: the item of the agenda at which it was decided
	Supervisor roster.OrgID    `json:"supervisor,omitzero"` // 督办单位: the body that follows it up, not the lead
	Convener   roster.PersonID `json:"convener,omitzero"`   // 会议召集人
	Chair      roster.PersonID `json:"chair,omitzero"`      // 主持人
}

// Drafted (拟办) proposes an item, with the fields of [Filed]: a leader has still to put it
// on file.
type Drafted Filed

// Assigned (交办) gives an item to one lead body, with its due date. Counted names
// the version of the calendar that the date was counted on, the zero Ref if none was.
// Copies go to bodies that are only to know (抄送).
type Assigned struct {
	Act
	Lead     roster.OrgID    `json:"lead"`
	Supports []roster.OrgID  `json:"supports,omitempty"`
	Copies   []roster.OrgID  `json:"copies,omitempty"`
	Leader   roster.PersonID `json:"leader,omitzero"`  // 责任领导
	Contact  roster.PersonID `json:"contact,omitzero"` // 联系人
	Due      calendar.Date   `json:"due"`
	Counted  calendar.Ref    `json:"counted,omitzero"`
	Reports  *Reporting      `json:"reports,omitempty"` // when the lead reports on its own accord; nil: only once
}

// Accepted (签收): the lead has the item and works on it.
type Accepted struct{ Act }

// HandedBack (退回交办): the lead says that the item is not theirs.
type HandedBack struct {
	Act
	Reason string `json:"reason"`
}

// Progressed (进展) says how far the work is, in percent from 0 to 100, and, if the
// lead knows, on which day it expects to be done (预计完成). Instalment is the date of the
// periodic report that it is, see [Instalment], Estimate a better one in working days,
// of the whole item, and Listed says that the work was entered in statistics (入统).
type Progressed struct {
	Act
	Percent    int           `json:"percent"`
	Expected   calendar.Date `json:"expected,omitzero"`
	Text       string        `json:"text,omitzero"`
	Instalment calendar.Date `json:"instalment,omitzero"`
	Estimate   int           `json:"estimate,omitzero"`
	Listed     bool          `json:"listed,omitzero"`
}

// Reported (反馈): the lead reports the item done.
type Reported struct {
	Act
	Text string `json:"text"`
}

// Returned (退办): the result is refused, work goes on.
type Returned struct {
	Act
	Reason string `json:"reason"`
}

// Reviewed (审核): the result has been looked at and is good enough to be decided on.
type Reviewed struct {
	Act
	Text string `json:"text,omitzero"`
}

// Closed (办结): the result is accepted. Code is that of the rule that the house closes by,
// such as "A", see [Code]. Check is the day planned for a look at the effect (回头看).
type Closed struct {
	Act
	Outcome Outcome       `json:"outcome"`
	Code    string        `json:"code,omitzero"`
	Check   calendar.Date `json:"check,omitzero"`
}

// WrittenOff (销号): the item is struck off the list.
type WrittenOff struct{ Act }

// Archived (归档): the item is filed.
type Archived struct{ Act }

// ExtensionAsked (申请延期) asks for a later due date.
type ExtensionAsked struct {
	Act
	Due    calendar.Date `json:"due"`
	Reason string        `json:"reason"`
}

// ExtensionGranted (同意延期) sets the due date; it need not be the one asked for.
type ExtensionGranted struct {
	Act
	Due calendar.Date `json:"due"`
}

// ExtensionRefused (不同意延期) leaves the due date.
type ExtensionRefused struct {
	Act
	Reason string `json:"reason"`
}

// Suspended (中止): work rests.
type Suspended struct {
	Act
	Reason string `json:"reason"`
}

// Resumed (恢复办理): work goes on, with a due date.
type Resumed struct {
	Act
	Due calendar.Date `json:"due"`
}

// Cancelled (撤销): the item is no longer to be done.
type Cancelled struct {
	Act
	Reason string `json:"reason"`
}

// Reopened (重新交办): a closed item is to be done again, with a due date.
type Reopened struct {
	Act
	Due    calendar.Date `json:"due"`
	Reason string        `json:"reason"`
}

// Urged (催办) reminds the lead in writing. Slip is the colour of the slip where the
// rules know slips of colours, the zero Light otherwise.
type Urged struct {
	Act
	Slip Light  `json:"slip,omitzero"`
	Text string `json:"text,omitzero"`
}

// Verified (回头看) says whether the result has the effect it was to have.
type Verified struct {
	Act
	Effective bool   `json:"effective"`
	Text      string `json:"text"`
}

var _ = []Event{
	Filed{},
	Assigned{},
	Accepted{},
	HandedBack{},
	Progressed{},
	Reported{},
	Returned{},
	Closed{},
	WrittenOff{},
	Archived{},
	ExtensionAsked{},
	ExtensionGranted{},
	ExtensionRefused{},
	Suspended{},
	Resumed{},
	Cancelled{},
	Reopened{},
	Urged{},
	Verified{},
	Linked{},
	Unlinked{},
	Drafted{},
	Reviewed{},
	Missed{},
	Relayed{},
}

func (a Act) act() Act { return a }

func (Filed) kind() Kind            { return KindFiled }
func (Assigned) kind() Kind         { return KindAssigned }
func (Accepted) kind() Kind         { return KindAccepted }
func (HandedBack) kind() Kind       { return KindHandedBack }
func (Progressed) kind() Kind       { return KindProgressed }
func (Reported) kind() Kind         { return KindReported }
func (Returned) kind() Kind         { return KindReturned }
func (Closed) kind() Kind           { return KindClosed }
func (WrittenOff) kind() Kind       { return KindWrittenOff }
func (Archived) kind() Kind         { return KindArchived }
func (ExtensionAsked) kind() Kind   { return KindExtensionAsked }
func (ExtensionGranted) kind() Kind { return KindExtensionGranted }
func (ExtensionRefused) kind() Kind { return KindExtensionRefused }
func (Suspended) kind() Kind        { return KindSuspended }
func (Resumed) kind() Kind          { return KindResumed }
func (Cancelled) kind() Kind        { return KindCancelled }
func (Reopened) kind() Kind         { return KindReopened }
func (Urged) kind() Kind            { return KindUrged }
func (Verified) kind() Kind         { return KindVerified }
func (Drafted) kind() Kind          { return KindDrafted }
func (Reviewed) kind() Kind         { return KindReviewed }

// codec writes the events as their types' JSON; see [Codec].
var codec = journal.Codec[Event]{
	Name: "followup.items",
	Types: []journal.Type[Event]{
		typeOf[Filed](KindFiled), typeOf[Assigned](KindAssigned), typeOf[Accepted](KindAccepted), typeOf[HandedBack](KindHandedBack),
		typeOf[Progressed](KindProgressed), typeOf[Reported](KindReported), typeOf[Returned](KindReturned), typeOf[Closed](KindClosed),
		typeOf[WrittenOff](KindWrittenOff), typeOf[Archived](KindArchived), typeOf[ExtensionAsked](KindExtensionAsked),
		typeOf[ExtensionGranted](KindExtensionGranted), typeOf[ExtensionRefused](KindExtensionRefused), typeOf[Suspended](KindSuspended),
		typeOf[Resumed](KindResumed), typeOf[Cancelled](KindCancelled), typeOf[Reopened](KindReopened),
		typeOf[Urged](KindUrged), typeOf[Verified](KindVerified), typeOf[Linked](KindLinked), typeOf[Unlinked](KindUnlinked),
		typeOf[Drafted](KindDrafted), typeOf[Reviewed](KindReviewed), typeOf[Missed](KindMissed), typeOf[Relayed](KindRelayed),
	},
}

func typeOf[T any](k Kind) journal.Type[Event] { return journal.TypeOf[Event, T](k.String(), 1) }

// NewLog returns an empty log of items.
func NewLog() journal.Log[Event] { return journal.New(&codec) }

// LogOf returns the log of the entries given, see [journal.Of].
func LogOf(entries ...journal.Entry[Event]) (journal.Log[Event], error) {
	return journal.Of(&codec, entries...)
}

// ParseLog reads the JSON lines of one or more logs, see [journal.Parse]: what it
// could read stands beside the findings on the lines that it could not.
func ParseLog(data []byte) (journal.Log[Event], check.Problems) {
	return journal.Parse(&codec, data, nil)
}
