package docs

import (
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
)

// destroyed lets copies be destroyed and weighs the evidence.
func (f *folder) destroyed(v Destroyed) {
	a := f.account(v.Paper)
	f.run(v.Paper, v.Copies, doDestroy, v.By)
	if !v.Copies.IsValid() {
		return
	}
	x := Exception{paper: a.id, copies: v.Copies, who: v.By, state: Shredded}
	rule := f.handling.of(v.Paper).Destruction
	watchers, self := v.evidence()
	for _, fault := range [...]struct {
		is    bool
		kind  Kind
		count int
	}{
		{rule.Approval && !a.approved(v.Copies, v.Approval), DestroyUnapproved, 0},
		{watchers < rule.Watchers, TooFewWatchers, rule.Watchers},
		{rule.Watchers > 0 && self, SelfWatched, 0},
		{rule.Certificate && strings.TrimSpace(v.Certificate) == "", Uncertified, 0},
	} {
		if fault.is {
			x.kind, x.count = fault.kind, int64(fault.count)
			f.add(x)
		}
	}
}

// approved reports whether approvals with one reference cover a range.
func (a *account) approved(r Range, reference string) bool {
	var covered []Range
	for _, p := range a.approvals {
		if p.reference == reference && p.copies.From <= r.To && r.From <= p.copies.To {
			covered = append(covered, p.copies)
		}
	}
	slices.SortFunc(covered, Range.Compare)
	next := r.From
	for _, c := range covered {
		if c.From > next {
			return false
		}
		next = max(next, c.To+1)
	}
	return next > r.To
}

// evidence weighs who watched a destruction: how many distinct persons besides the
// one who did it, and whether that one is named as a watcher.
func (e Destroyed) evidence() (watchers int, self bool) {
	others := slices.DeleteFunc(slices.Clone(e.Watchers), func(w roster.PersonID) bool {
		return w == e.By || strings.TrimSpace(string(w)) == ""
	})
	slices.Sort(others)
	return len(slices.Compact(others)), slices.Contains(e.Watchers, e.By)
}
