package followup

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// A Request is an extension that was asked for and not yet decided on. The zero
// Request is none.
type Request struct {
	On     calendar.Date   `json:"on"`
	By     roster.PersonID `json:"by"`
	Due    calendar.Date   `json:"due"`
	Reason string          `json:"reason"`
}

// IsZero reports whether nothing is asked for.
func (r Request) IsZero() bool { return r == Request{} }

// An Item is an action item as the log tells it. Items are copies: changing one
// changes no board.
type Item struct {
	ID       roster.ItemID `json:"id"`
	Title    string        `json:"title"`
	Origin   Origin        `json:"origin,omitzero"`
	Decision string        `json:"decision,omitzero"` // the paper or minute it comes from
	Words    string        `json:"words,omitzero"`    // the sentence that decided it
	Filed    calendar.Date `json:"filed,omitzero"`

	Drafted   calendar.Date   `json:"drafted,omitzero"` // when it was proposed
	DraftedBy roster.PersonID `json:"draftedBy,omitzero"`
	Convener  roster.PersonID `json:"convener,omitzero"`
	Chair     roster.PersonID `json:"chair,omitzero"`

	Point      roster.ItemID `json:"point,omitzero"`      // the item of the agenda at which it was decided
	Supervisor roster.OrgID  `json:"supervisor,omitzero"` // who follows it up

	Issued      calendar.Date `json:"issued,omitzero"`      // when that paper was issued
	Requirement string        `json:"requirement,omitzero"` // what has to be there for it to be done
	Completion  string        `json:"completion,omitzero"`  // how one sees that it is
	Class       Class         `json:"class,omitzero"`
	Estimate    int           `json:"estimate,omitzero"` // working days that it takes; 0: not said
	Listing     bool          `json:"listing,omitzero"`  // it has to be entered in statistics
	Listed      calendar.Date `json:"listed,omitzero"`   // and was

	Stage    Stage           `json:"stage"`
	Rested   Stage           `json:"rested,omitzero"` // of a suspended item: the stage it goes back to
	Lead     roster.OrgID    `json:"lead,omitzero"`
	Supports []roster.OrgID  `json:"supports,omitempty"`
	Copies   []roster.OrgID  `json:"copies,omitempty"` // informed
	Leader   roster.PersonID `json:"leader,omitzero"`
	Contact  roster.PersonID `json:"contact,omitzero"`

	OriginalDue calendar.Date   `json:"originalDue,omitzero"` // as first assigned
	Due         calendar.Date   `json:"due,omitzero"`         // as it stands now
	Dues        []calendar.Date `json:"dues,omitempty"`       // every due date the item had, in order
	Counted     calendar.Ref    `json:"counted,omitzero"`     // the version of the calendar the first was counted on
	Asked       Request         `json:"asked,omitzero"`
	Extended    int             `json:"extended,omitzero"` // how often more time was granted

	Reports     *Reporting `json:"reports,omitempty"`     // when the lead reports without being asked
	Instalments []Entry    `json:"instalments,omitempty"` // the reports given or missed, by date
	Relayed     []Receipt  `json:"relayed,omitempty"`     // who passed on what was decided, by body

	Assigned calendar.Date `json:"assigned,omitzero"` // when its lead got it
	Accepted calendar.Date `json:"accepted,omitzero"`
	Reopened calendar.Date `json:"reopened,omitzero"` // the last time
	Answered calendar.Date `json:"answered,omitzero"` // the lead's first word since the later of these, progress or report
	Heard    calendar.Date `json:"heard,omitzero"`    // and its last one, accepting included

	Urged    int   `json:"urged,omitzero"` // slips since it was assigned or reopened
	LastSlip Light `json:"lastSlip,omitzero"`
	Slips    Slips `json:"slips,omitzero"`  // of each colour, since then
	RedRun   int   `json:"redRun,omitzero"` // red slips in a row, the last ones

	Percent    int             `json:"percent,omitzero"`
	Expected   calendar.Date   `json:"expected,omitzero"` // when the lead expects to be done
	Reported   calendar.Date   `json:"reported,omitzero"` // day of the last report
	ReportedBy roster.PersonID `json:"reportedBy,omitzero"`
	Returns    int             `json:"returns,omitzero"` // how often the result was refused
	Reviewed   calendar.Date   `json:"reviewed,omitzero"`
	Outcome    Outcome         `json:"outcome,omitzero"`
	Code       string          `json:"code,omitzero"` // of the outcome, by the rule of the house
	Closed     calendar.Date   `json:"closed,omitzero"`
	Check      calendar.Date   `json:"check,omitzero"` // planned look at the effect
	WrittenOff calendar.Date   `json:"writtenOff,omitzero"`
	Verified   calendar.Date   `json:"verified,omitzero"` // when its effect was last looked at, since the last report
	Effective  bool            `json:"effective,omitzero"`
	Changed    calendar.Date   `json:"changed"` // day of the last event
	Last       journal.ID      `json:"last"`    // entry of the last guarded event, see [Kind.Guarded]

	Parent  roster.ItemID   `json:"parent,omitzero"`   // the item it is a part of
	Depends []roster.ItemID `json:"depends,omitempty"` // items that have to be done before it, ascending
	Relates []roster.ItemID `json:"relates,omitempty"` // items it has to do with, ascending
}

// Overdue reports whether work is owed on a day after the due date. It is asked for
// a day and never stored. A suspended item and one without due date are not
// overdue.
func (it Item) Overdue(on calendar.Date) bool {
	return it.Stage.Open() && it.Stage != StageSuspended && !it.Due.IsZero() && on.After(it.Due)
}

// DaysLate returns by how many working days an overdue item is late, 0 if it is not
// overdue. It fails where the calendar does not know a day between.
func (it Item) DaysLate(on calendar.Date, cal *calendar.Calendar) (int, error) {
	if !it.Overdue(on) {
		return 0, nil
	}
	return cal.Count(it.Due, on)
}

// Why says why the item is overdue on a day, or why it is not.
func (it Item) Why(on calendar.Date) check.Reason {
	args := []check.Arg{
		check.ID("item", roster.KindItem, it.ID), term("stage", stages, it.Stage),
		check.Text("due", it.Due.String()), check.Text("on", on.String()),
	}
	switch {
	case it.Overdue(on):
		return overdue.Because(args...)
	case !it.Stage.Open():
		return notOwed.Because(args...)
	case it.Stage == StageSuspended:
		return resting.Because(args...)
	case it.Due.IsZero():
		return noDueYet.Because(args...)
	default:
		return inTime.Because(args...)
	}
}

func (it Item) clone() Item {
	it.Supports, it.Copies, it.Dues = slices.Clone(it.Supports), slices.Clone(it.Copies), slices.Clone(it.Dues)
	it.Reports, it.Instalments, it.Relayed = it.Reports.clone(), slices.Clone(it.Instalments), slices.Clone(it.Relayed)
	it.Depends, it.Relates = slices.Clone(it.Depends), slices.Clone(it.Relates)
	return it
}

// take moves the item by an event that was admitted, of the entry with an id.
func (it *Item) take(e Event, id journal.ID, lc Lifecycle) {
	act := e.act()
	if e.kind().Guarded() {
		it.Last = id
	}
	from := it.Stage
	it.Stage, it.Changed = lc.move(e.kind()).to(it), act.On
	if due := newDue(e); !due.IsZero() && e.kind() != KindExtensionAsked {
		if len(it.Dues) == 0 {
			it.OriginalDue = due
		}
		it.Due, it.Dues = due, append(it.Dues, due)
	}
	switch e := e.(type) {
	case Drafted:
		it.describe(Filed(e))
		it.Drafted, it.DraftedBy = act.On, act.By
	case Filed:
		it.describe(e)
		it.Filed = act.On
	case Assigned:
		it.Lead, it.Leader, it.Contact, it.Counted = e.Lead, e.Leader, e.Contact, e.Counted
		it.Supports, it.Copies, it.Reports = slices.Clone(e.Supports), slices.Clone(e.Copies), e.Reports.clone()
		it.Assigned = act.On
	case Accepted:
		it.Accepted, it.Heard = act.On, act.On
	case HandedBack:
		it.Lead, it.Supports, it.Copies, it.Leader, it.Contact = "", nil, nil, "", ""
		it.Reports, it.Instalments, it.Relayed = nil, nil, nil
		it.OriginalDue, it.Due, it.Dues, it.Counted = calendar.Date{}, calendar.Date{}, nil, calendar.Ref{}
		it.Assigned = calendar.Date{}
		it.clearSlips()
	case Progressed:
		it.Percent, it.Expected = e.Percent, e.Expected
		it.Estimate = cmp.Or(e.Estimate, it.Estimate)
		if e.Listed && it.Listed.IsZero() {
			it.Listed = act.On
		}
		if !e.Instalment.IsZero() {
			it.fill(Entry{e.Instalment, act.On})
		}
		it.hear(act.On)
	case Reported:
		it.Reported, it.ReportedBy = act.On, act.By
		it.Verified, it.Effective, it.Reviewed = calendar.Date{}, false, calendar.Date{}
		it.hear(act.On)
	case Reviewed:
		it.Reviewed = act.On
	case Returned:
		it.Returns++
		it.Reviewed = calendar.Date{}
	case Closed:
		it.Outcome, it.Code, it.Closed, it.Check, it.Asked = e.Outcome, e.Code, act.On, e.Check, Request{}
	case WrittenOff:
		it.WrittenOff = act.On
	case Reopened:
		it.Outcome, it.Code, it.Check, it.Reviewed = 0, "", calendar.Date{}, calendar.Date{}
		it.Closed, it.WrittenOff, it.Reported = calendar.Date{}, calendar.Date{}, calendar.Date{}
		it.Reopened, it.Answered, it.Expected = act.On, calendar.Date{}, calendar.Date{}
		it.Percent = 0
		it.clearSlips()
		it.Verified, it.Effective = calendar.Date{}, false
	case Suspended:
		it.Rested = from
	case Resumed:
		it.Rested, it.Asked = 0, Request{} // the new due date answers the request
	case Cancelled:
		it.Rested, it.Asked = 0, Request{}
	case ExtensionAsked:
		it.Asked = Request{act.On, act.By, e.Due, e.Reason}
	case ExtensionGranted:
		it.Asked = Request{}
		it.Extended++
	case ExtensionRefused:
		it.Asked = Request{}
	case Urged:
		it.slip(e.Slip)
	case Missed:
		it.fill(Entry{For: e.Instalment})
	case Relayed:
		i, _ := it.receipt(e.Org)
		it.Relayed = slices.Insert(it.Relayed, i, Receipt{e.Org, act.On})
	case Verified:
		it.Verified, it.Effective = act.On, e.Effective
	case Linked:
		it.link(e.Link, e.To)
	case Unlinked:
		it.unlink(e.Link, e.To)
	case Archived:
	default:
		panic("followup: unhandled event") //nolint:forbidigo // a programmer's error
	}
}

// describe takes over what is to be done, and where it comes from.
func (it *Item) describe(e Filed) {
	it.Title, it.Origin, it.Decision, it.Words, it.Issued = e.Title, e.Origin, e.Decision, e.Words, e.Issued
	it.Requirement, it.Completion, it.Class, it.Estimate = e.Requirement, e.Completion, e.Class, e.Estimate
	it.Listing, it.Convener, it.Chair, it.Point, it.Supervisor = e.Listing, e.Convener, e.Chair, e.Point, e.Supervisor
}

// hear keeps the day of a word of the lead.
func (it *Item) hear(on calendar.Date) {
	it.Heard = on
	if it.Answered.IsZero() {
		it.Answered = on
	}
}

// newDue is the due date that an event names, the zero Date if it names none.
func newDue(e Event) calendar.Date {
	switch e := e.(type) {
	case Assigned:
		return e.Due
	case ExtensionAsked:
		return e.Due
	case ExtensionGranted:
		return e.Due
	case Resumed:
		return e.Due
	case Reopened:
		return e.Due
	case Filed, Accepted, HandedBack, Progressed, Reported, Returned, Closed, WrittenOff, Archived, ExtensionRefused, Suspended, Cancelled, Urged, Verified, Linked, Unlinked, Drafted, Reviewed, Missed, Relayed:
		return calendar.Date{}
	default:
		panic("followup: unhandled event") //nolint:forbidigo // a programmer's error
	}
}
