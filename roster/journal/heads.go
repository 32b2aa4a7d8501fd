package journal

import (
	"iter"
	"math"
	"slices"
	"strings"
)

// A Head is the end of a desk as somebody knows it: its last number and, if it has
// a chain, the link there. Desks publish their heads, on paper or to one another;
// whoever holds one can tell that later entries are missing, which nothing in the
// log itself shows.
type Head struct {
	Desk string `json:"desk"`
	Seq  uint64 `json:"seq"`
	Link Digest `json:"link,omitzero"` // zero: none is known
}

// Head returns the head of a desk in this log; its number is 0 if the desk has no
// entries. If the last number is forked, the head has no link.
func (l Log[E]) Head(name string) Head {
	i, ok := l.find(name)
	if !ok {
		return Head{Desk: name}
	}
	return l.desks[i].head()
}

// Heads walks the heads of all desks of the log by their names.
func (l Log[E]) Heads() iter.Seq[Head] {
	return func(yield func(Head) bool) {
		for _, d := range l.desks {
			if !yield(d.head()) {
				return
			}
		}
	}
}

func (d desk[E]) head() Head {
	last := d.last()
	h := Head{Desk: d.name, Seq: last[0].seq}
	if len(last) == 1 {
		h.Link = last[0].x.chained()
	}
	return h
}

// last returns the bodies of the last id.
func (d desk[E]) last() []rec[E] {
	run := d.runs[len(d.runs)-1]
	n := len(run) - 1
	for n > 0 && run[n-1].seq == run[n].seq {
		n--
	}
	return run[n:]
}

// A Gap is a run of numbers of a desk, both ends included, of which the log has no
// entry.
type Gap struct {
	Desk string `json:"desk"`
	From uint64 `json:"from"`
	To   uint64 `json:"to"`
}

// Gaps walks the gaps of the log by desk, then number: between the entries of a
// desk, before its first one, and up to the heads that are given. Heads may name
// desks that the log does not have and one desk more than once.
func (l Log[E]) Gaps(heads ...Head) iter.Seq[Gap] {
	return func(yield func(Gap) bool) {
		for d := range l.with(heads) {
			seq := uint64(0)
			r := reader[E]{runs: d.runs}
			for group := r.next(); group != nil; group = r.next() {
				if group[0].seq > seq+1 && !yield(Gap{d.name, seq + 1, group[0].seq - 1}) {
					return
				}
				seq = group[0].seq
			}
			if d.expect > seq && !yield(Gap{d.name, seq + 1, d.expect}) {
				return
			}
		}
	}
}

// expected is a desk with the greatest number that a head names.
type expected[E any] struct {
	desk[E]
	expect uint64
	heads  []Head
}

// with walks the desks of the log and of heads by name.
func (l Log[E]) with(heads []Head) iter.Seq[expected[E]] {
	heads = slices.Clone(heads)
	slices.SortStableFunc(heads, func(a, b Head) int { return strings.Compare(a.Desk, b.Desk) })
	return func(yield func(expected[E]) bool) {
		desks, heads := l.desks, heads
		for len(desks) > 0 || len(heads) > 0 {
			var x expected[E]
			if len(heads) == 0 || len(desks) > 0 && desks[0].name <= heads[0].Desk {
				x.desk, desks = desks[0], desks[1:]
			} else {
				x.name = heads[0].Desk
			}
			n := 0
			for n < len(heads) && heads[n].Desk == x.name {
				x.expect = max(x.expect, heads[n].Seq)
				n++
			}
			x.heads, heads = heads[:n], heads[n:]
			if !yield(x) {
				return
			}
		}
	}
}

// A Count says what has become of the numbers that the desks have given. Each
// number counts once.
type Count struct {
	Taken   int    `json:"taken"`   // the fold takes it
	Unknown int    `json:"unknown"` // its event could not be read
	Erased  int    `json:"erased"`  // its payload is erased
	Forked  int    `json:"forked"`  // it has more than one body
	Missing uint64 `json:"missing"` // it is in a gap; at most the greatest uint64
}

// Complete reports whether the fold takes everything. A host that erases entries
// of closed matters may ask for the other counts instead.
func (c Count) Complete() bool {
	return c.Unknown == 0 && c.Erased == 0 && c.Forked == 0 && c.Missing == 0
}

// Count counts the numbers of all desks up to their greatest ones in the log and
// in the heads that are given.
func (l Log[E]) Count(heads ...Head) Count {
	var c Count
	for _, d := range l.desks {
		r := reader[E]{runs: d.runs}
		for group := r.next(); group != nil; group = r.next() {
			switch state := group[0].x.state(); {
			case len(group) > 1:
				c.Forked++
			case state == Unknown:
				c.Unknown++
			case state == Erased:
				c.Erased++
			default:
				c.Taken++
			}
		}
	}
	for g := range l.Gaps(heads...) {
		c.Missing += min(g.To-g.From+1, math.MaxUint64-c.Missing)
	}
	return c
}

// Complete reports whether the fold takes every entry that the desks have
// recorded, as far as the log and the heads given show: nothing is missing, forked,
// unknown or erased. Without the head of a desk nobody knows whether entries
// follow its last one. No room claims that all is done, returned or accounted for
// over a log that is not complete.
func (l Log[E]) Complete(heads ...Head) bool { return l.Count(heads...).Complete() }

// Since returns the entries that come after the heads given on their desks, and
// all entries of other desks: what a host writes after a record, or sends to a
// desk that has everything up to those heads. Links of heads do not matter here. To
// record, go on from the whole log: this one may not know the last numbers.
func (l Log[E]) Since(heads ...Head) Log[E] {
	since := l
	since.desks = nil
	for d := range l.with(heads) {
		if after := d.after(d.expect); len(after.runs) > 0 {
			since.desks = append(since.desks, after)
		}
	}
	return since
}

// after returns the entries of a desk with numbers above seq.
func (d desk[E]) after(seq uint64) desk[E] {
	if seq == 0 {
		return d
	}
	for len(d.runs) > 0 && d.runs[0][len(d.runs[0])-1].seq <= seq {
		d.runs = d.runs[1:]
	}
	if len(d.runs) > 0 {
		n, _ := slices.BinarySearchFunc(d.runs[0], seq+1, func(r rec[E], seq uint64) int {
			if r.seq < seq {
				return -1
			}
			return 1
		})
		if n > 0 {
			d.runs = slices.Concat([][]rec[E]{d.runs[0][n:]}, d.runs[1:])
		}
	}
	return d
}
