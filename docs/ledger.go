package docs

import (
	"iter"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
)

// MaxCopies is how many copies a ledger holds over all its papers, counting each
// paper up to its greatest number. It bounds what a hostile log can cost; events
// beyond it raise [Overflow].
const MaxCopies = 4_000_000

// A Ledger is the state of all copies after a log. It is made by [Fold] and never
// changes. The zero Ledger knows no copy.
type Ledger struct {
	accounts []*account               // by paper id
	papers   map[roster.PaperID]int32 // place in accounts
	holders  []roster.PersonID        // 0 is nobody
	people   map[roster.PersonID]int32
	slots    int // length of all accounts
	handling *handling
}

// An account holds the copies of one paper.
type account struct {
	id        roster.PaperID
	copies    []slot // by number; 0 is not used
	printed   bool   // an opening balance is recorded: a print run, or what a unit handed in
	first     symbol.CopyNumber
	last      symbol.CopyNumber // of the opening balance
	approvals []approval
	owners    []owned // what units handed in, by copy, none overlap
}

type approval struct {
	copies    Range
	reference string
}

// A slot is what the ledger knows of one copy.
type slot struct {
	since  int64 // stamp of the event that put it into its state
	back   int64 // stamp of its last return; 0 if none since its last issue
	holder int32 // who holds it, or held it last
	by     int32 // who brought it back
	desk   int32 // at which it came back, in the numbers of the folder
	state  CopyState
	flags  flags
}

type flags uint8

const (
	signed    flags = 1 << iota // by its holder
	checked                     // its pages were counted and are complete
	defective                   // damaged or incomplete
	beyond                      // in use though no print run holds its number
)

// state returns where a copy is.
func (a *account) state(c symbol.CopyNumber) CopyState {
	if c < 1 || int(c) >= len(a.copies) {
		return Unprinted
	}
	return a.copies[c].state
}

// Papers walks the papers of which anything is recorded, by id.
func (l Ledger) Papers() iter.Seq[roster.PaperID] {
	return func(yield func(roster.PaperID) bool) {
		for _, a := range l.accounts {
			if !yield(a.id) {
				return
			}
		}
	}
}

// A CopyRecord is what the ledger knows of one copy.
type CopyRecord struct {
	State     CopyState
	Holder    roster.PersonID // who holds it, or held it last; "" if nobody did since it was in the store
	Since     int64           // Unix milliseconds: stamp of the event that put it into its state
	Signed    bool            // its holder has signed for it
	Checked   bool            // its pages were counted and are complete
	Defective bool            // it is damaged or incomplete
	Outside   bool            // no recorded print run holds its number
	Unit      roster.OrgID    // that handed it in and gets it back; "" for a paper of the house
}

// Copy returns what is known of a copy; the zero CopyRecord, which is [Unprinted],
// if nothing is.
func (l Ledger) Copy(paper roster.PaperID, c symbol.CopyNumber) CopyRecord {
	i, ok := l.papers[paper]
	if !ok || l.accounts[i].state(c) == Unprinted {
		return CopyRecord{}
	}
	s := l.accounts[i].copies[c]
	return CopyRecord{
		State: s.state, Holder: l.holders[s.holder], Since: s.since,
		Signed: s.flags&signed != 0, Checked: s.flags&checked != 0,
		Defective: s.flags&defective != 0, Outside: s.flags&beyond != 0,
		Unit: l.accounts[i].owner(c),
	}
}

// Copies returns the copies of a paper in a state, as ranges in rising order.
func (l Ledger) Copies(paper roster.PaperID, state CopyState) []Range {
	i, ok := l.papers[paper]
	if !ok || state == Unprinted {
		return nil
	}
	var out []Range
	for c, s := range l.accounts[i].copies {
		if s.state == state {
			out = pushRange(out, One(symbol.CopyNumber(c)))
		}
	}
	return out
}

// PrintRun is the number of copies of a paper in its opening balance, which are those
// in its recorded print runs or those handed in; known is false if none is recorded.
func (l Ledger) PrintRun(paper roster.PaperID) (n int, known bool) {
	i, ok := l.papers[paper]
	if !ok || !l.accounts[i].printed {
		return 0, false
	}
	for _, s := range l.accounts[i].copies {
		if s.state != Unprinted && s.flags&beyond == 0 {
			n++
		}
	}
	return n, true
}
