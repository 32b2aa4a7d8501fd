package docs

import (
	"slices"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// owned are copies that a unit handed in.
type owned struct {
	Copies Range        `json:"copies"`
	Unit   roster.OrgID `json:"unit"`
}

// An outgoing is a copy that went to another unit.
type outgoing struct {
	account *account
	copy    symbol.CopyNumber
	to      roster.OrgID
	entry   journal.ID
	at      int64
}

// keep notes a handover that the entry at hand records, before it is folded.
func (f *folder) keep(h Handover) {
	if f.handovers == nil {
		return
	}
	h.Entry, h.At, h.Desk = f.at.ID, f.at.At, f.at.Actor
	if was := f.Copy(h.Paper, h.Copy); was.State == Held || was.State == Lost {
		h.Holder = was.Holder
	}
	f.handovers = append(f.handovers, h)
}

// handedIn opens the account of what a unit handed in.
func (f *folder) handedIn(v HandedIn) {
	a := f.account(v.Paper)
	for _, r := range f.opening(a, v.Copies, doHandIn) {
		i, _ := slices.BinarySearchFunc(a.owners, r, func(o owned, r Range) int { return o.Copies.Compare(r) })
		a.owners = slices.Insert(a.owners, i, owned{r, v.From})
	}
}

// owner returns the unit that handed a copy in, "" if none did.
func (a *account) owner(c symbol.CopyNumber) roster.OrgID { return ownerOf(a.owners, c) }

func ownerOf(owners []owned, c symbol.CopyNumber) roster.OrgID {
	i, ok := slices.BinarySearchFunc(owners, c, func(o owned, c symbol.CopyNumber) int {
		switch {
		case o.Copies.To < c:
			return -1
		case o.Copies.From > c:
			return 1
		default:
			return 0
		}
	})
	if !ok {
		return ""
	}
	return owners[i].Unit
}

// misdirected raises the exceptions for copies that went to another unit than the one
// that had handed them in.
func (f *folder) misdirected() {
	for _, o := range f.outs {
		if owner := o.account.owner(o.copy); owner != "" && owner != o.to {
			f.at.ID, f.at.Effective = o.entry, o.at
			f.add(Exception{kind: WrongUnit, paper: o.account.id, copies: One(o.copy), state: PassedOn, org: owner})
		}
	}
	f.outs = nil
}
