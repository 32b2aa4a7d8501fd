package docs

import (
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Fold returns where every copy is after the log, and what a person has to look at.
// It takes any log: an event that does not fit raises an exception and never an
// error, so that the result depends on the set of entries alone. It costs time and
// memory in proportion to the entries and to the greatest copy number of each paper.
//
// Destructions are held against [CNPolicy] as for papers of the highest level;
// [FoldUnder] knows papers and other policies.
func Fold(log Log) (Ledger, []Exception) {
	f := fold(log, journal.MaxAt, nil)
	return f.Ledger, f.found
}

// FoldUnder folds as [Fold] does under a policy, [CNPolicy] for the zero one, which
// holds for each paper by its level on the list of papers. A paper that is not listed
// is taken for one of the highest level. The ledger admits events by the same policy. A
// policy or a list that is not valid is an error, a [check.Problems].
func FoldUnder(log Log, p Policy, papers []Paper) (Ledger, []Exception, error) {
	var ps check.Problems
	if !p.IsZero() {
		ps.In("policy", p.Validate())
	}
	ps.In("papers", ValidatePapers(papers))
	if err := ps.Err(); err != nil {
		return Ledger{}, nil, err
	}
	f := fold(log, journal.MaxAt, newHandling(p, papers))
	return f.Ledger, f.found, nil
}

// fold folds the entries up to a time.
func fold(log Log, until int64, h *handling) *folder {
	return foldWith(log, func() *folder { return newFolder(until, h) })
}

// foldKeeping folds all entries and keeps the handovers.
func foldKeeping(log Log, h *handling) *folder {
	return foldWith(log, func() *folder {
		f := newFolder(journal.MaxAt, h)
		f.handovers = []Handover{}
		return f
	})
}

// foldWith folds into a new folder, and into another if there are corrections.
func foldWith(log Log, open func() *folder) *folder {
	f := open()
	journal.Fold(log, f, (*folder).entry)
	if len(f.corrections) > 0 {
		struck, missing := strike(log, f.corrections)
		f = open()
		f.struck = struck
		f.found = missing
		journal.Fold(log, f, (*folder).entry)
	}
	f.finish()
	return f
}

// A folder folds entries into a ledger.
type folder struct {
	Ledger
	until       int64
	latest      int64 // greatest stamp seen
	found       []Exception
	corrections []journal.Entry[Event]
	struck      map[journal.ID]bool
	desks       map[string]int32
	loose       []looseUse // of numbers that no print run held at the time
	outs        []outgoing
	handovers   []Handover // nil if they are not kept
	last        *account   // of the event before

	at journal.Entry[Event] // the entry that is folded
}

// A looseUse is copies that came into use before its printing was known.
type looseUse struct {
	account *account
	copies  Range
	who     int32
	entry   journal.ID
	at      int64
}

func newFolder(until int64, h *handling) *folder {
	return &folder{
		Ledger: Ledger{
			handling: h,
			papers:   map[roster.PaperID]int32{}, people: map[roster.PersonID]int32{"": 0},
			holders: []roster.PersonID{""},
		},
		until: until,
		desks: map[string]int32{},
	}
}

// strike returns the entries that corrections take out, and an exception for each
// correction of an entry that is not there. A correction holds unless a later one
// takes it out: they are weighed from the last to the first, so that none can take out
// what was weighed before it.
func strike(log Log, corrections []journal.Entry[Event]) (struck map[journal.ID]bool, missing []Exception) {
	targets := map[journal.ID]bool{}
	for _, c := range corrections {
		if v, ok := c.Event.(Corrected); ok {
			targets[v.Entry] = false
		}
	}
	for e := range log.All() {
		if _, ok := targets[e.ID]; ok {
			targets[e.ID] = true
		}
	}
	struck = map[journal.ID]bool{}
	for _, c := range slices.Backward(corrections) {
		v, ok := c.Event.(Corrected)
		if !ok || struck[c.ID] {
			continue
		}
		target := v.Entry
		struck[target] = true
		if !targets[target] {
			missing = append(missing, Exception{kind: NoEntry, grade: kinds[NoEntry].grade, entry: c.ID, at: c.Effective})
		}
	}
	slices.Reverse(missing)
	return struck, missing
}

// entry folds one entry.
func (f *folder) entry(e journal.Entry[Event]) *folder {
	f.latest = max(f.latest, e.At)
	if e.Effective > f.until || f.struck[e.ID] {
		return f
	}
	f.at = e
	switch v := e.Event.(type) {
	case Printed:
		f.opening(f.account(v.Paper), v.Copies, doPrint)
	case HandedIn:
		f.handedIn(v)
	case Stocked:
		f.run(v.Paper, v.Copies, doStock, "")
	case Voided:
		f.run(v.Paper, v.Copies, doVoid, "")
	case Issued:
		f.one(v.Paper, v.Copy, doIssue, v.Holder, "")
	case Receipted:
		f.one(v.Paper, v.Copy, doReceipt, v.By, "")
	case Transferred:
		f.one(v.Paper, v.Copy, doTransfer, v.From, v.To)
	case Returned:
		f.keep(Handover{Paper: v.Paper, Copy: v.Copy, By: v.By})
		f.one(v.Paper, v.Copy, doGiveBack, v.By, "")
	case PageChecked:
		f.one(v.Paper, v.Copy, doPageCheck, "", "")
	case DefectNoted:
		f.one(v.Paper, v.Copy, doDefect, "", "")
	case LostReported:
		f.one(v.Paper, v.Copy, doLoss, v.By, "")
	case Found:
		f.one(v.Paper, v.Copy, doFind, v.By, "")
	case Archived:
		f.one(v.Paper, v.Copy, doArchive, "", "")
	case DestructionApproved:
		f.run(v.Paper, v.Copies, doApprove, v.By)
		if a := f.account(v.Paper); v.Copies.IsValid() && v.Reference != "" {
			a.approvals = append(a.approvals, approval{v.Copies, v.Reference})
		}
	case Destroyed:
		f.destroyed(v)
	case TransferredOut:
		f.keep(Handover{Paper: v.Paper, Copy: v.Copy, Out: true, Org: v.To, Receipt: v.Register})
		f.one(v.Paper, v.Copy, doTransferOut, "", "")
		f.outs = append(f.outs, outgoing{f.account(v.Paper), v.Copy, v.To, e.ID, e.Effective})
		if strings.TrimSpace(v.Register) == "" {
			f.except(OffRegister, f.account(v.Paper), One(v.Copy), PassedOn, "", f.Copy(v.Paper, v.Copy).Holder)
		}
	case Corrected:
		if f.struck == nil {
			f.corrections = append(f.corrections, e)
		}
	default:
		panic("docs: event of unknown type") //nolint:forbidigo // the set is closed
	}
	return f
}

// account returns the account of a paper, a new one if there is none.
func (f *folder) account(id roster.PaperID) *account {
	if f.last != nil && f.last.id == id {
		return f.last
	}
	i, ok := f.papers[id]
	if !ok {
		i = int32(len(f.accounts))
		f.papers[id] = i
		f.accounts = append(f.accounts, &account{id: id})
	}
	f.last = f.accounts[i]
	return f.last
}

// person returns the number of a person.
func (f *folder) person(id roster.PersonID) int32 {
	i, ok := f.people[id]
	if !ok {
		i = int32(len(f.holders))
		f.people[id] = i
		f.holders = append(f.holders, id)
	}
	return i
}

func (f *folder) desk(name string) int32 {
	i, ok := f.desks[name]
	if !ok {
		i = int32(len(f.desks))
		f.desks[name] = i
	}
	return i
}

// grow makes room for copies up to a number and reports whether there is some.
func (f *folder) grow(a *account, r Range) bool {
	need := int(r.To) + 1 - len(a.copies)
	if need <= 0 {
		return true
	}
	if f.slots+need > MaxCopies {
		f.add(Exception{kind: Overflow, paper: a.id, copies: r, count: MaxCopies})
		return false
	}
	f.slots += need
	a.copies = append(a.copies, make([]slot, need)...)
	return true
}

// opening adds a range to the opening balance of a paper and returns those of its
// copies that are new there.
func (f *folder) opening(a *account, r Range, v verb) (opened []Range) {
	if !r.IsValid() {
		f.except(OutOfRange, a, r, Unprinted, "", "")
		return nil
	}
	if !f.grow(a, r) {
		return nil
	}
	if !a.printed || r.From < a.first {
		a.first = r.From
	}
	a.printed, a.last = true, max(a.last, r.To)
	for c := r.From; c <= r.To; c++ {
		s := &a.copies[c]
		switch {
		case s.state == Unprinted:
			s.state, s.since = moves[Unprinted][v].to, f.at.At
		case s.flags&beyond != 0:
			s.flags &^= beyond
		default:
			f.except(moves[s.state][v].wrong, a, One(c), s.state, "", "")
			continue
		}
		opened = pushRange(opened, One(c))
	}
	return opened
}

// run lets an event act on each copy of a range.
func (f *folder) run(paper roster.PaperID, r Range, v verb, who roster.PersonID) {
	a := f.account(paper)
	if !r.IsValid() {
		f.except(OutOfRange, a, r, Unprinted, who, "")
		return
	}
	if moves[Unprinted][v].to != Unprinted && !f.grow(a, r) {
		return
	}
	person := f.person(who)
	known := r
	known.To = min(r.To, symbol.CopyNumber(len(a.copies)-1))
	for c := known.From; c <= known.To; c++ {
		f.act(a, c, v, person, 0)
	}
	if from := max(r.From, known.To+1); from <= r.To {
		f.except(moves[Unprinted][v].wrong, a, Range{from, r.To}, Unprinted, who, "")
	}
}

// one lets an event act on one copy.
func (f *folder) one(paper roster.PaperID, c symbol.CopyNumber, v verb, who, to roster.PersonID) {
	a := f.account(paper)
	from, next := f.person(who), f.person(to) // also of copies that nobody knows: the report says where they belong
	switch {
	case !c.IsValid():
		f.except(UnknownCopy, a, Range{c, c}, Unprinted, who, "")
	case moves[Unprinted][v].to != Unprinted && !f.grow(a, One(c)):
	case int(c) >= len(a.copies):
		f.except(moves[Unprinted][v].wrong, a, One(c), Unprinted, who, "")
	default:
		f.act(a, c, v, from, next)
	}
}

// act lets an event act on a copy that has a slot. Who is the person that acts, to
// the new holder of a transfer.
func (f *folder) act(a *account, c symbol.CopyNumber, v verb, who, to int32) {
	s := &a.copies[c]
	m := moves[s.state][v]
	was, holder := s.state, s.holder
	x := Exception{kind: m.wrong, paper: a.id, copies: One(c), state: was}
	switch v {
	case doIssue:
		s.holder, s.back = who, 0
		s.flags &^= signed | checked | defective
	case doStock:
		if m.to == InStock && was != InStock {
			s.holder, s.back = 0, 0
		}
	case doReceipt:
		if was == Held && who == holder {
			s.flags |= signed
		} else if was == Held {
			x.kind = WrongHolder
		}
	case doTransfer:
		if was == Held && who != holder {
			x.kind = WrongHolder
		}
		if m.to == Held {
			s.holder = to
			s.flags &^= signed
		}
	case doGiveBack:
		f.giveBack(s, &x, who, m.to)
	case doPageCheck:
		if v, ok := f.at.Event.(PageChecked); ok {
			x.count = int64(len(v.Missing))
		}
		switch {
		case x.kind != 0:
		case x.count > 0:
			x.kind = Defective
		default:
			s.flags |= checked
		}
	case doFind:
		if was == Lost && holder == 0 {
			m.to = InStock
		}
	case doPrint, doHandIn, doVoid, doDefect, doLoss, doArchive, doApprove, doDestroy, doTransferOut, verbCount:
	}
	if was == Unprinted && m.to != Unprinted {
		s.flags |= beyond
		f.loosen(a, c, who)
	}
	if x.kind == Defective {
		s.flags |= defective
	}
	if m.to != was || v == doIssue || v == doTransfer && m.to == Held {
		s.state, s.since = m.to, f.at.At
	}
	x.who, x.holder = f.holders[who], f.holders[holder]
	f.add(x)
	if x.kind == LostThenFound && v == doGiveBack && who != holder && holder != 0 {
		x.kind = WrongHolder
		f.add(x)
	}
}

// minute is one in milliseconds.
const minute = 60_000

// giveBack notes a return: who brings the copy, and whether it came before.
func (f *folder) giveBack(s *slot, x *Exception, who int32, to CopyState) {
	desk := f.desk(f.at.ID.Desk)
	switch {
	case s.state == Held && who != s.holder:
		x.kind = WrongHolder
	case x.kind == NotIssued && s.back != 0:
		x.kind = DuplicateReturn
	}
	if x.kind == DuplicateReturn && s.desk == desk && f.at.At/minute == s.back/minute {
		x.grade = Low // scanned twice
	}
	x.returned = true
	if to == TakenBack && s.state != TakenBack {
		s.back, s.by, s.desk = f.at.At, who, desk
	}
}

// loosen notes a copy that comes into use before its printing is known.
func (f *folder) loosen(a *account, c symbol.CopyNumber, who int32) {
	if n := len(f.loose); n > 0 {
		if l := &f.loose[n-1]; l.account == a && l.entry == f.at.ID && l.copies.To+1 == c {
			l.copies.To = c
			return
		}
	}
	f.loose = append(f.loose, looseUse{a, One(c), who, f.at.ID, f.at.Effective})
}

// except raises an exception of the entry that is folded.
func (f *folder) except(kind Kind, a *account, r Range, state CopyState, who, holder roster.PersonID) {
	f.add(Exception{kind: kind, paper: a.id, copies: r, state: state, who: who, holder: holder})
}

// add raises an exception, if it is one. Copies one after the other with which one
// entry has the same trouble are one exception.
func (f *folder) add(x Exception) {
	if x.kind == 0 {
		return
	}
	if x.grade == 0 {
		x.grade = kinds[x.kind].grade
	}
	x.entry, x.at = f.at.ID, f.at.Effective
	if n := len(f.found); n > 0 && f.found[n-1].continues(x) {
		f.found[n-1].copies.To = x.copies.To
		return
	}
	f.found = append(f.found, x)
}

// continues reports whether y is the same trouble with the next copies.
func (x Exception) continues(y Exception) bool {
	if x.entry != y.entry || !x.copies.IsValid() || x.copies.To+1 != y.copies.From {
		return false
	}
	y.copies = x.copies
	return x.Compare(y) == 0 && x.grade == y.grade
}

// finish raises the exceptions that only the whole log shows, and puts papers and
// exceptions in order.
func (f *folder) finish() {
	for _, l := range f.loose {
		f.outside(l)
	}
	for _, a := range f.accounts {
		f.holes(a)
	}
	f.misdirected()
	f.swaps()
	for i := range f.found {
		x := &f.found[i]
		if x.kind == UnknownCopy && x.copies.From == x.copies.To {
			a := f.accounts[f.papers[x.paper]]
			x.near = Near(x.copies.From, func(c symbol.CopyNumber) bool { return a.state(c) == Held })
		}
	}
	slices.SortFunc(f.accounts, func(a, b *account) int { return strings.Compare(string(a.id), string(b.id)) })
	for i, a := range f.accounts {
		f.papers[a.id] = int32(i)
	}
	slices.SortFunc(f.found, Exception.Compare)
	f.last = nil
}

// outside raises the exceptions for copies in use that no print run holds. Where no
// print run is recorded at all, nothing is outside.
func (f *folder) outside(l looseUse) {
	if !l.account.printed {
		return
	}
	f.at.ID, f.at.Effective = l.entry, l.at
	for c := l.copies.From; c <= l.copies.To; c++ {
		if s := l.account.copies[c]; s.flags&beyond != 0 {
			f.except(OutOfRange, l.account, One(c), Unprinted, f.holders[l.who], "")
		}
	}
}

// holes raises the exceptions for numbers left out of a print run.
func (f *folder) holes(a *account) {
	if !a.printed {
		return
	}
	f.at.ID, f.at.Effective = journal.ID{}, 0
	for c := a.first; c <= a.last; c++ {
		if s := a.copies[c]; s.state == Unprinted || s.flags&beyond != 0 {
			f.except(GapInRange, a, One(c), Unprinted, "", "")
		}
	}
}
