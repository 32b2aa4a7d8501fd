package docs

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
)

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
