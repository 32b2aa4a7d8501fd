package followup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Bounds on what events hold.
const (
	MaxText     = 6000 // bytes of a text
	MaxSupports = 200  // supporting bodies of an item
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
// Suspended, Resumed, Cancelled, Reopened, Urged, Verified, Linked, Unlinked.
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
)

// Kinds is the number of kinds of events.
const Kinds = int(KindUnlinked)

// String returns the token, which is also the type of the event in a journal.
func (k Kind) String() string { return of(kinds, k).token }

// Label returns the Chinese term, "" if k is not valid.
func (k Kind) Label() string { return of(kinds, k).hans }

// KindOf returns the kind of an event, 0 for nil.
func KindOf(e Event) Kind {
	if e == nil {
		return 0
	}
	return e.kind()
}

// Filed (立项) puts an item on file. Decision is the paper or minute it comes from
// and Words the sentence that decided it; Title is what is to be done. Issued is the
// day on which that paper was issued (印发), Requirement what has to be there for the
// item to be done (工作要求).
type Filed struct {
	Act
	Title       string        `json:"title"`
	Decision    string        `json:"decision,omitzero"`
	Words       string        `json:"words,omitzero"`
	Issued      calendar.Date `json:"issued,omitzero"`
	Requirement string        `json:"requirement,omitzero"`
	Class       Class         `json:"class,omitzero"`
}

// Assigned (交办) gives an item to one lead body, with its due date. Counted names
// the version of the calendar that the date was counted on, the zero Ref if none was.
type Assigned struct {
	Act
	Lead     roster.OrgID    `json:"lead"`
	Supports []roster.OrgID  `json:"supports,omitempty"`
	Leader   roster.PersonID `json:"leader,omitzero"`  // 责任领导
	Contact  roster.PersonID `json:"contact,omitzero"` // 联系人
	Due      calendar.Date   `json:"due"`
	Counted  calendar.Ref    `json:"counted,omitzero"`
}

// Accepted (签收): the lead has the item and works on it.
type Accepted struct{ Act }

// HandedBack (退回交办): the lead says that the item is not theirs.
type HandedBack struct {
	Act
	Reason string `json:"reason"`
}

// Progressed (进展) says how far the work is, in percent from 0 to 100, and, if the
// lead knows, on which day it expects to be done (预计完成).
type Progressed struct {
	Act
	Percent  int           `json:"percent"`
	Expected calendar.Date `json:"expected,omitzero"`
	Text     string        `json:"text,omitzero"`
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

// Closed (办结): the result is accepted.
type Closed struct {
	Act
	Outcome Outcome `json:"outcome"`
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

func (a Act) validate() check.Problems {
	ps := roster.CheckID("item", roster.KindItem, a.Item)
	ps.In("by", roster.CheckID("", roster.KindPerson, a.By))
	ps.In("on", needDate(a.On))
	ps.In("source", a.Source.validate())
	if len(a.Base.Desk) > journal.MaxName {
		ps.In("base", roster.CheckText("desk", a.Base.Desk, journal.MaxName))
	}
	return ps
}

func (e Filed) validate() check.Problems {
	ps := e.Act.validate()
	if strings.TrimSpace(e.Title) == "" {
		ps.Add(noText.At("title"))
	}
	ps.In("", roster.CheckText("title", e.Title, MaxText))
	ps.In("", roster.CheckText("decision", e.Decision, MaxText))
	ps.In("words", checkText(e.Words))
	ps.In("requirement", checkText(e.Requirement))
	if e.Class > Major {
		ps.Add(badClass.At("class", itemArg(e.Act), check.Int("n", int(e.Class))))
	}
	if e.Issued.After(e.On) && !e.On.IsZero() {
		ps.Add(filedBefore.At("issued", itemArg(e.Act), check.Text("on", e.On.String()), check.Text("issued", e.Issued.String())))
	}
	return ps
}

func (e Assigned) validate() check.Problems {
	ps := e.Act.validate()
	ps.In("lead", roster.CheckID("", roster.KindOrg, e.Lead))
	ps.In("due", needDate(e.Due))
	ps.In("counted", checkText(e.Counted.Calendar+e.Counted.Version))
	if len(e.Supports) > MaxSupports {
		ps.Add(tooMany.At("supports", check.Int("n", len(e.Supports)), check.Int("max", MaxSupports)))
		return ps
	}
	seen := map[roster.OrgID]bool{e.Lead: true}
	for i, org := range e.Supports {
		path := check.Index("supports", i)
		ps.In(path, roster.CheckID("", roster.KindOrg, org))
		if seen[org] {
			ps.Add(twoRoles.At(path, check.ID("org", roster.KindOrg, org), itemArg(e.Act)))
		}
		seen[org] = true
	}
	if e.Due.Before(e.On) {
		ps.Add(dueBefore.At("due", itemArg(e.Act), check.Text("due", e.Due.String()), check.Text("on", e.On.String())))
	}
	return ps
}

func (e Progressed) validate() check.Problems {
	ps := e.Act.validate()
	if e.Percent < 0 || e.Percent > 100 {
		ps.Add(badPercent.At("percent", itemArg(e.Act), check.Int("n", e.Percent)))
	}
	ps.In("text", checkText(e.Text))
	return ps
}

func (e Closed) validate() check.Problems {
	ps := e.Act.validate()
	if !e.Outcome.IsValid() {
		ps.Add(noOutcome.At("outcome", itemArg(e.Act)))
	}
	return ps
}

func (e HandedBack) validate() check.Problems { return e.Act.with("reason", needText(e.Reason)) }
func (e Reported) validate() check.Problems   { return e.Act.with("text", needText(e.Text)) }
func (e Returned) validate() check.Problems   { return e.Act.with("reason", needText(e.Reason)) }

func (e ExtensionRefused) validate() check.Problems { return e.Act.with("reason", needText(e.Reason)) }

func (e Suspended) validate() check.Problems { return e.Act.with("reason", needText(e.Reason)) }

func (e Cancelled) validate() check.Problems        { return e.Act.with("reason", needText(e.Reason)) }
func (e ExtensionGranted) validate() check.Problems { return e.Act.with("due", needDate(e.Due)) }
func (e Resumed) validate() check.Problems          { return e.Act.with("due", needDate(e.Due)) }

func (e ExtensionAsked) validate() check.Problems {
	ps := e.Act.with("due", needDate(e.Due))
	ps.In("reason", needText(e.Reason))
	return ps
}

func (e Reopened) validate() check.Problems {
	ps := e.Act.with("due", needDate(e.Due))
	ps.In("reason", needText(e.Reason))
	return ps
}

func (e Urged) validate() check.Problems {
	ps := e.Act.with("text", checkText(e.Text))
	if e.Slip != 0 && !e.Slip.IsValid() {
		ps.Add(badLight.At("slip", itemArg(e.Act), check.Int("n", int(e.Slip))))
	}
	return ps
}

func (e Verified) validate() check.Problems { return e.Act.with("text", needText(e.Text)) }

// with returns the findings of the act and those of one more field.
func (a Act) with(path string, found check.Problems) check.Problems {
	ps := a.validate()
	ps.In(path, found)
	return ps
}

func itemArg(a Act) check.Arg { return check.ID("item", roster.KindItem, a.Item) }

func needDate(d calendar.Date) check.Problems {
	var ps check.Problems
	if d.IsZero() {
		ps.Add(noDate.At(""))
	}
	return ps
}

func needText(s string) check.Problems {
	ps := checkText(s)
	if strings.TrimSpace(s) == "" {
		ps.Add(noText.At(""))
	}
	return ps
}

// checkText reports a text that is too long, not UTF-8, or that holds characters
// which do not show, line breaks and tabs aside.
func checkText(s string) check.Problems {
	var ps check.Problems
	hidden := func(r rune) bool { return !unicode.IsPrint(r) && !strings.ContainsRune("\n\t\u3000", r) }
	if len(s) > MaxText || !utf8.ValidString(s) || strings.ContainsFunc(s, hidden) {
		ps.Add(badText.At("", check.Value("text", s), check.Int("max", MaxText)))
	}
	return ps
}

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
