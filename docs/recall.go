package docs

import (
	"cmp"
	"iter"
	"log/slog"
	"slices"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// A Holder says which delegation or unit a person belongs to.
type Holder struct {
	ID  roster.PersonID `json:"id"`
	Org roster.OrgID    `json:"org,omitzero"`
}

// RecallInput is what a recall is reckoned from besides the log.
type RecallInput struct {
	// At is the time of the report in Unix milliseconds, UTC. Entries after it are
	// counted, but raise FutureStamp.
	At int64

	// Offset is how many seconds the clock of the meeting is ahead of UTC, 28800 in
	// China: deadlines are read and times are shown by it.
	Offset int

	// Papers is the list of papers. A paper of the log that it does not name is
	// taken as one to be recalled: what is not known is not let go.
	Papers []Paper

	// Holders says where persons belong.
	Holders []Holder

	// Heads are the last entries that desks have published. Without the head of a
	// desk nobody knows whether entries follow its last one.
	Heads []journal.Head

	// Frozen is what was in people's hands when the expectation was frozen, at the
	// close of the meeting; zero if it was not.
	Frozen Expectation

	// Policy is what destructions are held against, each paper by its level;
	// [CNPolicy] if it is zero.
	Policy Policy
}

// Validate reports papers and a policy that are not valid, ids that stand twice and a
// clock that cannot be.
func (in RecallInput) Validate() check.Problems {
	var ps check.Problems
	if !in.Policy.IsZero() {
		ps.In("policy", in.Policy.Validate())
	}
	ps.In("papers", ValidatePapers(in.Papers))
	seen := map[roster.PersonID]bool{}
	for i, h := range in.Holders {
		path := check.Index("holders", i)
		ps.In(path, roster.CheckID("id", roster.KindPerson, h.ID))
		if seen[h.ID] {
			ps.Add(duplicateIDRule.At(path+".id", check.Value("id", string(h.ID))))
		}
		seen[h.ID] = true
		if h.Org != "" {
			ps.In(path, roster.CheckID("org", roster.KindOrg, h.Org))
		}
	}
	if in.Offset < -calendar.MaxOffset || in.Offset > calendar.MaxOffset {
		ps.Add(badOffsetRule.At("offset", check.Int("offset", in.Offset)))
	}
	if in.At < 1 || in.At > journal.MaxAt {
		ps.Add(missingRule.At("at"))
	}
	return ps
}

// A run is copies of one paper one after the other of which the same is known.
type run struct {
	paper    int32
	holder   int32
	from, to symbol.CopyNumber
	since    int64
	state    CopyState
	flags    runFlags
}

type runFlags uint8

const (
	runSigned   runFlags = 1 << iota
	runOutside           // no print run holds the numbers
	runExpected          // in the frozen expectation
	runDefective
)

func (r run) copies() Range { return Range{r.from, r.to} }

// A line is what the report knows of a paper as a whole.
type line struct {
	id      roster.PaperID
	level   symbol.Level
	recall  bool
	printed bool  // a print run is recorded
	due     int64 // by when copies had to come back; 0 if no deadline says so
	owners  []owned
}

// A Report is the result of a recall (清退情况). It is made by [Recall], is read back
// by [ParseReport] and never changes.
type Report struct {
	at      int64
	offset  int
	frozen  int64 // time of the expectation; 0 if there is none
	log     journal.Count
	lines   []line            // by id
	holders []roster.PersonID // by id; 0 is nobody
	orgs    []roster.OrgID    // of holders
	runs    []run             // by paper, then copy
	found   []Exception
}

// Recall says which copies have come back and which have not, and what a person has
// to look at, from everything that is recorded. An input that is not valid is an
// error, a [check.Problems]; a log never is. It costs a fold of the log and a pass
// over the copies.
func Recall(log Log, in RecallInput) (Report, error) {
	if err := in.Validate().Err(); err != nil {
		return Report{}, err
	}
	f := fold(log, journal.MaxAt, newHandling(in.Policy, in.Papers))
	r := Report{
		at: in.At, offset: in.Offset, frozen: in.Frozen.at,
		log: log.Count(in.Heads...), found: f.found,
	}
	byID := map[roster.PaperID]*Paper{}
	for i := range in.Papers {
		byID[in.Papers[i].ID] = &in.Papers[i]
	}
	r.people(f.Ledger, in.Holders)
	r.copies(f.Ledger, in, byID)
	r.exceptions(log, in, byID, f)
	return r, nil
}

// people puts the holders of the ledger in order.
func (r *Report) people(l Ledger, holders []Holder) {
	orgs := make(map[roster.PersonID]roster.OrgID, len(holders))
	for _, h := range holders {
		orgs[h.ID] = h.Org
	}
	r.holders = slices.Clone(l.holders)
	if len(r.holders) == 0 {
		r.holders = []roster.PersonID{""}
	}
	slices.Sort(r.holders)
	r.orgs = make([]roster.OrgID, len(r.holders))
	for i, h := range r.holders {
		r.orgs[i] = orgs[h]
	}
}

// copies sums the ledger up in runs.
func (r *Report) copies(l Ledger, in RecallInput, byID map[roster.PaperID]*Paper) {
	place := make([]int32, len(l.holders)) // in r.holders
	for i, h := range l.holders {
		at, _ := slices.BinarySearch(r.holders, h)
		place[i] = int32(at)
	}
	ids := make([]roster.PaperID, 0, len(l.accounts)+len(in.Papers))
	for _, a := range l.accounts {
		ids = append(ids, a.id)
	}
	for _, p := range in.Papers {
		ids = append(ids, p.ID)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	each := func(yield func(run) bool) {
		for i, id := range ids {
			if at, ok := l.papers[id]; ok {
				for x := range l.accounts[at].runs(int32(i), place, in.Frozen.of(id)) {
					if !yield(x) {
						return
					}
				}
			}
		}
	}
	n := 0
	for range each {
		n++
	}
	r.runs = make([]run, 0, n) // a million copies: room for them once, not by doubling
	r.runs = slices.AppendSeq(r.runs, each)
	for _, id := range ids {
		n := line{id: id, recall: true}
		if p := byID[id]; p != nil {
			n.level, n.recall = p.Mark.Level(), p.Recall
			if due, ok := p.Deadline.UnixMilli(in.Offset); ok {
				n.due = min(max(due, 1), journal.MaxAt)
			}
		}
		if i, ok := l.papers[id]; ok {
			n.printed, n.owners = l.accounts[i].printed, l.accounts[i].owners
		}
		r.lines = append(r.lines, n)
	}
}

// runs walks the runs of an account.
func (a *account) runs(paper int32, place []int32, frozen expected) iter.Seq[run] {
	return func(yield func(run) bool) {
		var last run
		for c := range a.copies {
			s := &a.copies[c]
			if s.state == Unprinted {
				continue
			}
			next := a.run(symbol.CopyNumber(c), s, paper, place)
			if frozen.holds(next.from) {
				next.flags |= runExpected
			}
			if last.continues(next) {
				last.to = next.to
				continue
			}
			if last.to != 0 && !yield(last) {
				return
			}
			last = next
		}
		if last.to != 0 {
			yield(last)
		}
	}
}

// run is the run of one copy.
func (a *account) run(c symbol.CopyNumber, s *slot, paper int32, place []int32) run {
	x := run{paper: paper, holder: place[s.holder], from: c, to: c, since: s.since, state: s.state}
	if s.flags&signed != 0 {
		x.flags |= runSigned
	}
	if s.flags&beyond != 0 && a.printed {
		x.flags |= runOutside
	}
	if s.flags&defective != 0 {
		x.flags |= runDefective
	}
	return x
}

// continues reports whether s is the same with the next copy.
func (r run) continues(s run) bool {
	joined := r.to+1 == s.from
	r.from, r.to = s.from, s.to
	return joined && r == s
}

// exceptions adds what only the time, the list of papers and the desks show.
func (r *Report) exceptions(log Log, in RecallInput, byID map[roster.PaperID]*Paper, f *folder) {
	add := func(x Exception) {
		x.grade = kinds[x.kind].grade
		r.found = append(r.found, x)
	}
	for g := range log.Gaps(in.Heads...) {
		add(Exception{kind: DeskGap, entry: journal.ID{Desk: g.Desk, Seq: g.From}, count: int64(g.To - g.From + 1)})
	}
	if r.log.Forked > 0 {
		for bodies := range log.Forks() {
			add(Exception{kind: Fork, entry: bodies[0].ID, at: bodies[0].Effective, count: int64(len(bodies))})
		}
	}
	if f.latest > in.At || r.log.Forked+r.log.Unknown+r.log.Erased > 0 { // a second walk of the log
		for e := range log.Ahead(in.At) {
			add(Exception{kind: FutureStamp, entry: e.ID, at: e.Effective})
		}
	}
	if r.log.Unknown+r.log.Erased > 0 {
		for e := range log.All() {
			if e.State == journal.Unknown || e.State == journal.Erased {
				add(Exception{kind: Unread, entry: e.ID, at: e.Effective})
			}
		}
	}
	for _, run := range r.runs {
		if run.state == Lost {
			add(Exception{kind: LossOpen, paper: r.lines[run.paper].id, copies: run.copies(), holder: r.holders[run.holder], state: Lost, at: run.since})
		}
	}
	for _, p := range in.Frozen.papers {
		for _, copies := range f.unknown(p) {
			add(Exception{kind: Unaccounted, paper: p.id, copies: copies})
		}
	}
	for _, p := range in.Papers {
		if n, known := f.PrintRun(p.ID); known && n != p.Copies {
			add(Exception{kind: PrintRun, paper: p.ID, count: int64(p.Copies)})
		}
		if due, ok := p.Deadline.UnixMilli(in.Offset); ok {
			f.late(p.ID, due, add)
		}
	}
	for i := range r.found {
		x := &r.found[i]
		x.offset = int32(r.offset)
		if p := byID[x.paper]; p != nil && x.kind == Defective && p.Mark.Level() != symbol.Open {
			x.grade = High
		}
	}
	slices.SortFunc(r.found, Exception.Compare)
}

// unknown returns the expected copies of which nothing is recorded.
func (l Ledger) unknown(x expected) []Range {
	i, ok := l.papers[x.id]
	if !ok {
		return x.copies
	}
	var out []Range
	for _, r := range x.copies {
		for c := r.From; c <= r.To; c++ {
			if l.accounts[i].state(c) == Unprinted {
				out = pushRange(out, One(c))
			}
		}
	}
	return out
}

// late raises the exceptions for copies that came back after a deadline.
func (l Ledger) late(id roster.PaperID, due int64, add func(Exception)) {
	i, ok := l.papers[id]
	if !ok {
		return
	}
	for c, s := range l.accounts[i].copies {
		if s.back > due {
			add(Exception{
				kind: Late, paper: id, copies: One(symbol.CopyNumber(c)), who: l.holders[s.by], holder: l.holders[s.holder], state: s.state,
				at: s.back, count: (s.back - due + minute - 1) / minute,
			})
		}
	}
}

// LogValue says how the report came out, without persons.
func (r Report) LogValue() slog.Value {
	held, lost := r.open()
	return slog.GroupValue(slog.Int64("at", r.at), slog.Bool("complete", r.Complete()),
		slog.Int("papers", len(r.lines)), slog.Int("outstanding", held), slog.Int("lost", lost), slog.Int("exceptions", len(r.found)))
}

// At is the time of the report in Unix milliseconds.
func (r Report) At() int64 { return r.at }

// Frozen is the time of the frozen expectation in Unix milliseconds, 0 if none was
// given.
func (r Report) Frozen() int64 { return r.frozen }

// Complete reports whether the log is complete, as far as it and the heads show.
func (r Report) Complete() bool { return r.log.Complete() }

// Log says what became of the entries of the log.
func (r Report) Log() journal.Count { return r.log }

// AllReturned reports whether everything that was to come back has come back: no
// copy of a paper to be recalled is with a holder or lost, and none of the frozen
// expectation is unaccounted for. It is false over a log that is not complete, whatever
// is recorded in it.
func (r Report) AllReturned() bool {
	held, lost := r.open()
	unaccounted := slices.ContainsFunc(r.found, func(x Exception) bool { return x.kind == Unaccounted })
	return r.Complete() && r.at != 0 && held+lost == 0 && !unaccounted
}

// open counts the copies that have not come back.
func (r Report) open() (held, lost int) {
	for _, run := range r.runs {
		if !r.lines[run.paper].recall {
			continue
		}
		switch run.state {
		case Held:
			held += run.copies().Len()
		case Lost:
			lost += run.copies().Len()
		case Unprinted, Registered, InStock, TakenBack, InArchive, Shredded, PassedOn, Void: // not open
		}
	}
	return held, lost
}

// Exceptions walks what a person has to look at, by paper, copies and kind, without
// the outstanding copies.
func (r Report) Exceptions() iter.Seq[Exception] { return slices.Values(r.found) }

// Outstanding walks the copies of papers to be recalled that are with their holders,
// by paper and copy: the chase list (催交名单). Each is an exception of the kind
// [Outstanding]; copies one after the other with one holder are one. Who is the
// holder, At the time since when. Of state secrets of the two higher levels the grade
// is High, of the lowest Medium, else Low.
func (r Report) Outstanding() iter.Seq[Exception] {
	return func(yield func(Exception) bool) {
		for _, run := range r.runs {
			line := r.lines[run.paper]
			if run.state != Held || !line.recall {
				continue
			}
			x := Exception{
				kind: Outstanding, grade: chase(line.level), state: Held, signed: run.flags&runSigned != 0,
				offset: int32(r.offset), paper: line.id, copies: run.copies(),
				who: r.holders[run.holder], holder: r.holders[run.holder], org: r.orgs[run.holder], at: run.since,
			}
			if !yield(x) {
				return
			}
		}
	}
}

// Owed walks the copies that units handed in and have not got back (待退还), by paper
// and copy. Each is an exception of the kind [NotGivenBack] whose Org is the unit and
// whose State says where the copy is now; one that is lost or destroyed is of the
// grade High, since it cannot be given back.
func (r Report) Owed() iter.Seq[Exception] {
	return func(yield func(Exception) bool) {
		rest := r.runs
		for i, line := range r.lines {
			owners := line.owners
			for ; len(rest) > 0 && rest[0].paper == int32(i); rest = rest[1:] {
				for x := range r.owed(rest[0], line, &owners) {
					if !yield(x) {
						return
					}
				}
			}
		}
	}
}

// owed walks what of a run has not been given back, and steps over the owners of copies
// below its end.
func (r Report) owed(run run, line line, owners *[]owned) iter.Seq[Exception] {
	return func(yield func(Exception) bool) {
		for len(*owners) > 0 {
			o := (*owners)[0]
			copies := Range{max(o.Copies.From, run.from), min(o.Copies.To, run.to)}
			if copies.IsValid() && run.state != PassedOn {
				x := Exception{
					kind: NotGivenBack, grade: kinds[NotGivenBack].grade, state: run.state, offset: int32(r.offset),
					paper: line.id, copies: copies, holder: r.holders[run.holder], org: o.Unit, at: run.since,
				}
				if run.state == Lost || run.state == Shredded {
					x.grade = High
				}
				if !yield(x) {
					return
				}
			}
			if o.Copies.To > run.to {
				return
			}
			*owners = (*owners)[1:]
		}
	}
}

// AllGivenBack reports whether every unit has got back what it handed in. It is false
// over a log that is not complete.
func (r Report) AllGivenBack() bool {
	for range r.Owed() {
		return false
	}
	return r.Complete() && r.at != 0
}

// chase is the grade of an outstanding copy.
func chase(l symbol.Level) Grade {
	switch l {
	case symbol.TopSecret, symbol.Secret:
		return High
	case symbol.Confidential:
		return Medium
	default:
		return Low
	}
}

// Org is the delegation of a holder as the input gave it, "" if it did not.
func (r Report) Org(id roster.PersonID) roster.OrgID {
	if i, ok := slices.BinarySearch(r.holders, id); ok {
		return r.orgs[i]
	}
	return ""
}

// A Balance is the account of some copies of one paper, or of all: how many there are,
// and in which state each is. Both sides agree in every balance.
type Balance struct {
	paper   roster.PaperID
	holder  roster.PersonID
	org     roster.OrgID
	level   symbol.Level
	charged bool // to a holder or a delegation
	recall  bool
	known   bool
	foreign bool // handed in by units
	total   int
	in      [stateCount][]Range
	out     []Range // outside the print run
	frozen  []Range // expected
}

// Paper is the paper of the balance.
func (b Balance) Paper() roster.PaperID { return b.paper }

// Holder is the person charged with the copies, "" in a balance of a paper or a
// delegation.
func (b Balance) Holder() roster.PersonID { return b.holder }

// Org is the delegation charged with the copies, "" in a balance of a paper.
func (b Balance) Org() roster.OrgID { return b.org }

// Total is the left side of the balance: the copies printed, or those a holder or a
// delegation was charged with. Known is false for a paper of which no print run is
// recorded; then Total counts the copies that are known by use.
func (b Balance) Total() (n int, known bool) { return b.total, b.known }

// Level is the secrecy level of the paper.
func (b Balance) Level() symbol.Level { return b.level }

// Recall reports whether the paper is to be taken back.
func (b Balance) Recall() bool { return b.recall }

// Copies returns the copies in a state, as ranges in rising order. The slice is a
// copy.
func (b Balance) Copies(s CopyState) []Range {
	if int(s) >= stateCount {
		return nil
	}
	return slices.Clone(b.in[s])
}

// Count is the number of copies in a state.
func (b Balance) Count(s CopyState) int {
	if int(s) >= stateCount {
		return 0
	}
	return countCopies(b.in[s])
}

// Outside returns copies that are in use though no print run holds their numbers.
// They are in none of the states of the balance.
func (b Balance) Outside() []Range { return slices.Clone(b.out) }

// Expected returns the copies of the frozen expectation.
func (b Balance) Expected() []Range { return slices.Clone(b.frozen) }

// Agrees reports whether both sides are equal, as they always are.
func (b Balance) Agrees() bool {
	n := 0
	for _, rs := range b.in {
		n += countCopies(rs)
	}
	return n == b.total
}

// take adds a run to the balance.
func (b *Balance) take(r run) {
	if r.flags&runExpected != 0 {
		b.frozen = pushRange(b.frozen, r.copies())
	}
	if r.flags&runOutside != 0 {
		b.out = pushRange(b.out, r.copies())
		if !b.charged { // a holder answers for every copy he has
			return
		}
	}
	b.total += r.copies().Len()
	b.in[r.state] = pushRange(b.in[r.state], r.copies())
}

// Papers walks the balance of each paper, by id.
func (r Report) Papers() iter.Seq[Balance] {
	return func(yield func(Balance) bool) {
		rest := r.runs
		for i, line := range r.lines {
			b := Balance{paper: line.id, level: line.level, recall: line.recall, known: line.printed, foreign: len(line.owners) > 0}
			for len(rest) > 0 && rest[0].paper == int32(i) {
				b.take(rest[0])
				rest = rest[1:]
			}
			if !yield(b) {
				return
			}
		}
	}
}

// Holders walks the balance of each holder, by id, and of each paper he was charged
// with. A copy is charged to whoever holds it or held it last, until it is back in
// the store.
func (r Report) Holders() iter.Seq[Balance] {
	return r.charged(func(x run) int32 { return x.holder }, func(i int32) Balance {
		return Balance{holder: r.holders[i], org: r.orgs[i], charged: true, known: true}
	})
}

// Delegations walks the balance of each delegation, by id, and of each paper that its
// members were charged with. Holders without a delegation stand under "".
func (r Report) Delegations() iter.Seq[Balance] {
	orgs := slices.Clone(r.orgs)
	slices.Sort(orgs)
	orgs = slices.Compact(orgs)
	place := make([]int32, len(r.orgs))
	for i, o := range r.orgs {
		at, _ := slices.BinarySearch(orgs, o)
		place[i] = int32(at)
	}
	return r.charged(func(x run) int32 { return place[x.holder] }, func(i int32) Balance {
		return Balance{org: orgs[i], charged: true, known: true}
	})
}

// charged walks balances of the runs that have a holder, by key, then paper.
func (r Report) charged(key func(run) int32, open func(int32) Balance) iter.Seq[Balance] {
	return func(yield func(Balance) bool) {
		var order []int32
		for i, run := range r.runs {
			if run.holder != 0 {
				order = append(order, int32(i))
			}
		}
		slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(key(r.runs[a]), key(r.runs[b])) })
		for len(order) > 0 {
			first := r.runs[order[0]]
			b := open(key(first))
			line := r.lines[first.paper]
			b.paper, b.level, b.recall = line.id, line.level, line.recall
			for len(order) > 0 && r.runs[order[0]].paper == first.paper && key(r.runs[order[0]]) == key(first) {
				b.take(r.runs[order[0]])
				order = order[1:]
			}
			if !yield(b) {
				return
			}
		}
	}
}
