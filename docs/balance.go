package docs

import (
	"cmp"
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
)

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
