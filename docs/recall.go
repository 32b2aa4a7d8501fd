package docs

import (
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
