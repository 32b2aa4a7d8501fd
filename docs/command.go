package docs

import (
	"slices"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// observed reports whether an event is something that was seen rather than decided.
// What was seen is recorded, however strange; what is decided may be refused.
func observed(e Event) bool {
	switch e.(type) {
	case Receipted, Returned, PageChecked, DefectNoted, LostReported, Found, Corrected:
		return true
	case Printed, HandedIn, Stocked, Voided, Issued, Transferred, Archived, DestructionApproved, Destroyed, TransferredOut:
		return false
	default:
		panic("docs: event of unknown type") //nolint:forbidigo // the set is closed
	}
}

// Admit decides whether events may be recorded, one after the other, on top of what
// the ledger knows. It refuses, with a [check.Problems] at paths such as events[2],
// an event that is not valid and a decision that would raise an exception: an issue
// of a copy that is out, a destruction without approval. What was seen, such as a
// return by the wrong person, is never refused; the exceptions say what to tell the
// person at the desk.
//
// The events returned are those given, for Log.Append. The ledger stays as it is: it
// costs a copy of the accounts that the events touch.
func (l Ledger) Admit(events ...Event) ([]Event, []Exception, error) {
	var ps check.Problems
	for i, e := range events {
		ps.In(check.Index("events", i), e.Validate())
	}
	if err := ps.Err(); err != nil {
		return nil, nil, err
	}
	f := l.thaw(events)
	var seen []Exception
	for i, e := range events {
		f.found = nil
		f.entry(journal.Entry[Event]{ID: journal.ID{Seq: uint64(i) + 1}, At: 1, Event: e})
		f.outsideNow(i)
		f.misdirected()
		if observed(e) {
			seen = append(seen, f.found...)
			continue
		}
		for _, x := range f.found {
			why := x.Reason()
			ps.Add(refusedRule.At(check.Index("events", i),
				check.Term("why", why.Text(check.ZhHans, nil), why.Text(check.En, nil))))
		}
	}
	if err := ps.Err(); err != nil {
		return nil, nil, err
	}
	for i := range seen {
		x := &seen[i]
		x.entry = journal.ID{}
		if x.kind == UnknownCopy {
			x.near = Near(x.copies.From, func(c symbol.CopyNumber) bool { return l.Copy(x.paper, c).State == Held })
		}
	}
	return slices.Clone(events), seen, nil
}

// outsideNow raises the exceptions for copies that event i put to use outside of a
// print run that is recorded.
func (f *folder) outsideNow(i int) {
	for _, u := range f.loose {
		u.entry = journal.ID{Seq: uint64(i) + 1}
		f.outside(u)
	}
	f.loose = nil
}

// thaw returns a folder that goes on from the ledger, with the accounts that events
// touch copied.
func (l Ledger) thaw(events []Event) *folder {
	f := newFolder(journal.MaxAt, l.handling)
	f.slots = l.slots
	f.accounts = slices.Clone(l.accounts)
	f.holders = append(f.holders, l.holders[min(1, len(l.holders)):]...)
	for i, p := range f.holders {
		f.people[p] = int32(i)
	}
	touched := map[roster.PaperID]bool{}
	for _, e := range events {
		touched[paperOf(e)] = true
	}
	for i, a := range f.accounts {
		f.papers[a.id] = int32(i)
		if touched[a.id] {
			thawed := *a
			thawed.copies = slices.Clone(a.copies)
			thawed.approvals = slices.Clone(a.approvals)
			thawed.owners = slices.Clone(a.owners)
			f.accounts[i] = &thawed
		}
	}
	f.struck = map[journal.ID]bool{} // corrections are not followed here
	return f
}

// paperOf returns the paper of an event, "" for a correction.
func paperOf(e Event) roster.PaperID {
	switch v := e.(type) {
	case Printed:
		return v.Paper
	case HandedIn:
		return v.Paper
	case Stocked:
		return v.Paper
	case Voided:
		return v.Paper
	case Issued:
		return v.Paper
	case Receipted:
		return v.Paper
	case Transferred:
		return v.Paper
	case Returned:
		return v.Paper
	case PageChecked:
		return v.Paper
	case DefectNoted:
		return v.Paper
	case LostReported:
		return v.Paper
	case Found:
		return v.Paper
	case Archived:
		return v.Paper
	case DestructionApproved:
		return v.Paper
	case Destroyed:
		return v.Paper
	case TransferredOut:
		return v.Paper
	case Corrected:
		return ""
	default:
		panic("docs: event of unknown type") //nolint:forbidigo // the set is closed
	}
}

// Issue returns the events that hand one copy of a paper to each holder, the lowest
// numbers in the store first, in the order of the holders. It refuses if there are
// not enough. A desk that works apart gives the copies that lie there as from; the
// zero Range is the whole store.
func (l Ledger) Issue(paper roster.PaperID, from Range, holders ...roster.PersonID) ([]Event, error) {
	var events []Event
	have := 0
	if i, ok := l.papers[paper]; ok {
		for c, s := range l.accounts[i].copies {
			n := symbol.CopyNumber(c)
			if s.state != InStock || from != (Range{}) && !from.Contains(n) {
				continue
			}
			if have < len(holders) {
				events = append(events, Issued{paper, n, holders[have]})
			}
			have++
		}
	}
	if have < len(holders) {
		var ps check.Problems
		ps.Add(notEnoughRule.At("", check.ID("paper", roster.KindPaper, paper), check.Int("have", have), check.Int("want", len(holders))))
		return nil, ps.Err()
	}
	events, _, err := l.Admit(events...)
	return events, err
}

// GiveBack returns the events by which a unit gets back those of its copies of a paper
// that are at hand, in the store or taken back, with the number of its receipt. Copies
// that are elsewhere stay owed to it; it refuses if none is at hand.
func (l Ledger) GiveBack(paper roster.PaperID, unit roster.OrgID, receipt string) ([]Event, error) {
	var events []Event
	if i, ok := l.papers[paper]; ok {
		a := l.accounts[i]
		for c, s := range a.copies {
			n := symbol.CopyNumber(c)
			if (s.state == InStock || s.state == TakenBack) && unit != "" && a.owner(n) == unit {
				events = append(events, TransferredOut{paper, n, unit, receipt})
			}
		}
	}
	if events == nil {
		var ps check.Problems
		ps.Add(notEnoughRule.At("", check.ID("paper", roster.KindPaper, paper), check.Int("have", 0), check.Int("want", 1)))
		return nil, ps.Err()
	}
	events, _, err := l.Admit(events...)
	return events, err
}
