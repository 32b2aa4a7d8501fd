package docs

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Numbers is the state of all series after a log. It is made by [FoldNumbers] and never
// changes. The zero Numbers knows no series.
type Numbers struct {
	accounts []*numberAccount // by series
}

type numberAccount struct {
	series  Series // as it was opened
	opened  bool
	first   int
	leases  []block // what desks hold, in order, none overlap
	returns []block // what was given back and not yet taken off a lease, while folding
	used    map[int]NumberRecord
	last    int // greatest serial leased or used
}

// FoldNumbers returns what became of every serial, and what is wrong with the record:
// a serial issued twice, used without a lease, leased twice, given back without a
// lease, of a series that nobody opened, or a paper that bears two numbers of one
// class. It takes any log. Paths of findings are entries, as in desk1[12].
//
// What is recorded about a serial first holds, in the canonical order; an issue is
// kept over a reservation, and an issue of a void serial is an issue, since the paper
// bears it.
func FoldNumbers(log NumberLog) (Numbers, check.Problems) {
	f := &numberFold{bySeries: map[Series]*numberAccount{}, bearers: map[bearer]Series{}}
	for f.pass = range passes {
		journal.Fold(log, f, (*numberFold).entry)
		if f.pass == leasePass {
			f.leftovers()
		}
	}
	return Numbers{f.accounts()}, f.found
}

func (f *numberFold) accounts() []*numberAccount {
	return slices.SortedFunc(maps.Values(f.bySeries), func(a, b *numberAccount) int { return a.series.Compare(b.series) })
}

// The log is folded in passes, so that the clock of a desk never puts a use before its
// lease or a lease before the return that makes room for it.
const (
	openPass = iota
	returnPass
	leasePass
	usePass
	passes
)

// A bearer is a paper and a class of which it may bear one number.
type bearer struct {
	paper roster.PaperID
	class symbol.Class
}

type numberFold struct {
	pass     int
	bySeries map[Series]*numberAccount
	bearers  map[bearer]Series
	found    check.Problems
	at       journal.ID
}

func (f *numberFold) entry(e journal.Entry[NumberEvent]) *numberFold {
	f.at = e.ID
	switch v := e.Event.(type) {
	case SeriesOpened:
		if f.pass == openPass {
			f.open(f.account(v.Series), v)
		}
	case BlockReturned:
		if f.pass == returnPass {
			f.give(f.account(v.Series), v)
		}
	case BlockLeased:
		if f.pass == leasePass {
			f.lease(f.opened(v.Series), v)
		}
	case NumberReserved:
		f.use(v.Series, v.Serial, NumberRecord{State: ReservedNumber, Paper: v.Paper})
	case NumberIssued:
		f.use(v.Series, v.Serial, NumberRecord{State: IssuedNumber, Paper: v.Paper})
	case NumberVoided:
		f.use(v.Series, v.Serial, NumberRecord{State: VoidNumber, Reason: v.Reason})
	default:
		panic("docs: number event of unknown type") //nolint:forbidigo // the set is closed
	}
	return f
}

func (f *numberFold) account(s Series) *numberAccount {
	a := f.bySeries[s.run()]
	if a == nil {
		a = &numberAccount{series: s, first: 1, used: map[int]NumberRecord{}}
		f.bySeries[s.run()] = a
	}
	return a
}

// opened returns the account of a series and reports one that is not open.
func (f *numberFold) opened(s Series) *numberAccount {
	a := f.account(s)
	if !a.opened {
		f.add(&notOpenedRule, a)
	}
	return a
}

func (f *numberFold) open(a *numberAccount, v SeriesOpened) {
	if v.First < 1 || v.First > symbol.MaxSerial {
		f.add(&badSerialRule, a, check.Int("serial", v.First))
		v.First = 1
	}
	if a.opened {
		f.add(&openedTwiceRule, a)
		return
	}
	a.opened, a.first, a.series = true, v.First, v.Series
	a.last = max(a.last, v.First-1)
}

// give notes what a desk gave back.
func (f *numberFold) give(a *numberAccount, v BlockReturned) {
	if v.Desk != f.at.Desk || v.From < 1 || v.To < v.From || v.To > symbol.MaxSerial {
		f.add(&returnOutsideRule, a, check.Int("from", v.From), check.Int("to", v.To), check.Value("desk", v.Desk))
		return
	}
	a.returns = append(a.returns, block{v.Desk, v.From, v.To})
}

// A block is a run of serials, both ends included, and the desk it belongs to.
type block struct {
	desk     string
	from, to int
}

// lease gives a block to a desk, without what the desk has given back of it.
func (f *numberFold) lease(a *numberAccount, v BlockLeased) {
	if v.From < 1 || v.To < v.From || v.To > symbol.MaxSerial {
		f.add(&leaseOverlapRule, a, check.Int("from", v.From), check.Int("to", v.To), check.Value("desk", v.Desk))
		return
	}
	kept, left := settle(block{v.Desk, v.From, v.To}, a.returns)
	if slices.ContainsFunc(kept, func(b block) bool { return a.leased(b.from, b.to) }) {
		f.add(&leaseOverlapRule, a, check.Int("from", v.From), check.Int("to", v.To), check.Value("desk", v.Desk))
		return
	}
	for _, b := range kept {
		a.leases = slices.Insert(a.leases, a.lease(b.from), b)
	}
	a.returns = left
	a.last = max(a.last, v.To)
}

// settle takes the returns of its desk off a lease. It returns what the desk keeps and
// the returns that are left: each takes every serial off one lease only.
func settle(lease block, returns []block) (kept, left []block) {
	kept = []block{lease}
	for _, r := range returns {
		rest := []block{r}
		for _, k := range kept {
			if both := (block{r.desk, max(k.from, r.from), min(k.to, r.to)}); r.desk == lease.desk && both.from <= both.to {
				kept, rest = minus(kept, both), minus(rest, both)
			}
		}
		left = append(left, rest...)
	}
	return kept, left
}

// minus takes a block off others.
func minus(blocks []block, b block) []block {
	var out []block
	for _, x := range blocks {
		if x.to < b.from || x.from > b.to {
			out = append(out, x)
			continue
		}
		if x.from < b.from {
			out = append(out, block{x.desk, x.from, b.from - 1})
		}
		if x.to > b.to {
			out = append(out, block{x.desk, b.to + 1, x.to})
		}
	}
	return out
}

// leftovers reports what was given back without having been leased.
func (f *numberFold) leftovers() {
	for _, a := range f.accounts() {
		for _, r := range a.returns {
			f.found.Add(returnOutsideRule.At(check.Key("", r.desk),
				check.Int("from", r.from), check.Int("to", r.to), check.Value("desk", r.desk), check.Text("series", a.series.String())))
		}
		a.returns = nil
	}
}

func (f *numberFold) add(rule *check.Rule, a *numberAccount, args ...check.Arg) {
	args = append(args, check.Text("series", a.series.String()))
	f.found.Add(rule.At(check.Join(check.Key("", f.at.Desk), fmt.Sprintf("[%d]", f.at.Seq)), args...))
}

// lease returns the place of the first lease that does not end before a serial.
func (a *numberAccount) lease(serial int) int {
	i, _ := slices.BinarySearchFunc(a.leases, serial, func(b block, serial int) int { return cmp.Compare(b.to, serial) })
	return i
}

// leased reports whether a lease holds any serial from from to to.
func (a *numberAccount) leased(from, to int) bool {
	i := a.lease(from)
	return i < len(a.leases) && a.leases[i].from <= to
}

// desk returns the desk to which a serial is leased, "" if it is to none.
func (a *numberAccount) desk(serial int) string {
	if i := a.lease(serial); i < len(a.leases) && a.leases[i].from <= serial {
		return a.leases[i].desk
	}
	return ""
}

func (a *numberAccount) record(serial int) NumberRecord {
	r := a.used[serial]
	r.Desk = a.desk(serial)
	return r
}

// use records what became of a serial.
func (f *numberFold) use(s Series, serial int, now NumberRecord) {
	if f.pass != usePass {
		return
	}
	a := f.opened(s)
	number := check.Int("serial", serial)
	if serial < 1 || serial > symbol.MaxSerial {
		f.add(&badSerialRule, a, number)
		return
	}
	was := a.record(serial)
	if was.Desk != f.at.Desk {
		f.add(&outsideLeaseRule, a, number, check.Value("desk", f.at.Desk))
	}
	a.last = max(a.last, serial)
	if now.State == IssuedNumber {
		f.bear(a, serial, now.Paper)
	}
	switch {
	case was.State == Unused,
		was.State == ReservedNumber && now.State == IssuedNumber && was.Paper == now.Paper,
		was.State == ReservedNumber && now.State == VoidNumber:
		a.used[serial] = now
	default:
		f.add(&numberTwiceRule, a, number,
			check.Term("state", was.State.Label(), was.State.String()),
			check.Term("now", now.State.Label(), now.State.String()))
		if now.State == IssuedNumber && was.State != IssuedNumber {
			a.used[serial] = now
		}
	}
}

// bear reports a paper that bears a number of another series of the class as well.
func (f *numberFold) bear(a *numberAccount, serial int, paper roster.PaperID) {
	key := bearer{paper, a.series.Class}
	if was, ok := f.bearers[key]; !ok {
		f.bearers[key] = a.series
	} else if was.run() != a.series.run() {
		f.add(&twoNumbersRule, a, check.ID("paper", roster.KindPaper, paper), check.Int("serial", serial), check.Text("other", was.String()))
	}
}

func (n Numbers) account(s Series) *numberAccount {
	i, ok := slices.BinarySearchFunc(n.accounts, s, func(a *numberAccount, s Series) int { return a.series.Compare(s) })
	if !ok {
		return &numberAccount{series: s}
	}
	return n.accounts[i]
}

// Series walks the series of which anything is recorded, in order.
func (n Numbers) Series() iter.Seq[Series] {
	return func(yield func(Series) bool) {
		for _, a := range n.accounts {
			if !yield(a.series) {
				return
			}
		}
	}
}

// Number returns the number of a serial as its series was opened, which says how its
// numbers are written. It refuses what [Series.Number] refuses.
func (n Numbers) Number(s Series, serial int) (symbol.Number, error) {
	return n.account(s).series.Number(serial)
}

// Next returns the series of the year after, to be opened. A running number (总期号) goes
// on behind the greatest issued one.
func (n Numbers) Next(s Series) Series {
	s = n.account(s).series
	next := s.Next()
	if s.Total != 0 {
		next.Total = s.Total + n.greatest(s)
	}
	return next
}

// greatest is the greatest issued serial of a series, 0 if there is none.
func (n Numbers) greatest(s Series) int {
	top := 0
	for serial, r := range n.account(s).used {
		if r.State == IssuedNumber {
			top = max(top, serial)
		}
	}
	return top
}

// Opened reports whether a series is open.
func (n Numbers) Opened(s Series) bool { return n.account(s).opened }

// Record returns what is known of a serial.
func (n Numbers) Record(s Series, serial int) NumberRecord { return n.account(s).record(serial) }

// A NumberBalance counts the serials of a series from its first one to the greatest
// that is leased or used: Total is the sum of the others.
type NumberBalance struct {
	Total, Issued, Void, Reserved, Unused int
}

// Balance counts the serials of a series.
func (n Numbers) Balance(s Series) NumberBalance {
	a := n.account(s)
	var b NumberBalance
	first := a.first
	for serial, r := range a.used {
		first = min(first, serial)
		switch r.State {
		case IssuedNumber:
			b.Issued++
		case VoidNumber:
			b.Void++
		case ReservedNumber:
			b.Reserved++
		case Unused: // reckoned from the others
		}
	}
	b.Total = max(a.last-first+1, 0)
	b.Unused = b.Total - b.Issued - b.Void - b.Reserved
	return b
}

// Gaps returns the serials below the greatest issued one that no paper bears, in
// order, with what explains each run.
func (n Numbers) Gaps(s Series) []NumberGap {
	a := n.account(s)
	end := n.greatest(s)
	if end == 0 {
		return nil
	}
	var marks []int
	for serial := range a.used {
		marks = append(marks, serial, serial+1)
	}
	marks = append(marks, a.first)
	for _, l := range a.leases {
		marks = append(marks, l.from, l.to+1)
	}
	slices.Sort(marks)
	marks = slices.Compact(marks)
	var gaps []NumberGap
	for i, from := range marks {
		r := a.record(from)
		if from < a.first || from >= end || r.State == IssuedNumber {
			continue
		}
		to := end - 1
		if i+1 < len(marks) {
			to = min(to, marks[i+1]-1)
		}
		if k := len(gaps); k > 0 && gaps[k-1].To+1 == from && gaps[k-1].NumberRecord == r {
			gaps[k-1].To = to
			continue
		}
		gaps = append(gaps, NumberGap{from, to, r})
	}
	return gaps
}
