package journal

import (
	"iter"
	"log/slog"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Log is a set of entries. It never changes: what changes it returns another
// one, which shares what it can. The zero Log is empty; it can be read and merged,
// but only [New], [Of] and [Parse] give a log that can record.
//
// A Log is safe for concurrent use as long as nobody changes an event in it.
type Log[E any] struct {
	codec *Codec[E]
	desks []desk[E] // by name, none of them empty
}

// desk holds the entries of one desk in runs: by number within a run and from run
// to run, bodies of one id side by side in the order of their keys. A run is never
// written to after it is made.
type desk[E any] struct {
	name string
	runs [][]rec[E]
}

// New returns an empty log whose events are written and read by c.
func New[E any](c *Codec[E]) Log[E] { return Log[E]{codec: c} }

// Of returns the log of the entries given, in any order, each as often as one
// likes. Entries with an id, time, actor or event that no log takes are an error,
// a check.Problems with all of them at paths such as [3].id.seq.
//
// It costs a sort and one call of the codec an entry.
func Of[E any](c *Codec[E], entries ...Entry[E]) (Log[E], error) {
	ps := c.Validate()
	if err := ps.Err(); err != nil {
		return Log[E]{}, err
	}
	var buf []byte
	byDesk := map[string][]rec[E]{}
	for i, e := range entries {
		found := checkHead("id", e.ID, e.At, e.Actor)
		if e.x.keeps() == nil {
			var err error
			if buf, err = c.check(buf, e.Event); err != nil {
				explain(&found, badEvent.At("event"), err)
			}
		}
		ps.In(check.Index("", i), found)
		byDesk[e.ID.Desk] = append(byDesk[e.ID.Desk], e.rec())
	}
	if err := ps.Err(); err != nil {
		return Log[E]{}, err
	}
	return build(c, byDesk), nil
}

// LogValue gives the number of entries, without what they say.
func (l Log[E]) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("desks", len(l.desks)), slog.Int("entries", l.Len()))
}

func (e Entry[E]) rec() rec[E] {
	return rec[E]{seq: e.ID.Seq, at: e.At, actor: e.Actor, event: e.Event, x: e.x}
}

// build makes a log of the entries of each desk in any order, which it may sort.
func build[E any](c *Codec[E], byDesk map[string][]rec[E]) Log[E] {
	l := New(c)
	m := merger[E]{codec: c}
	for name, recs := range byDesk {
		l.desks = append(l.desks, desk[E]{name, [][]rec[E]{m.settleAll(name, recs)}})
	}
	slices.SortFunc(l.desks, func(a, b desk[E]) int { return strings.Compare(a.name, b.name) })
	return l
}

// Len is the number of entries; each body of a fork counts.
func (l Log[E]) Len() int {
	n := 0
	for _, d := range l.desks {
		n += d.len()
	}
	return n
}

func (d desk[E]) len() int {
	n := 0
	for _, run := range d.runs {
		n += len(run)
	}
	return n
}

// Desks walks the names of the desks that have entries, in the order of their
// bytes.
func (l Log[E]) Desks() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, d := range l.desks {
			if !yield(d.name) {
				return
			}
		}
	}
}

// find returns the place of a desk and whether it has entries.
func (l Log[E]) find(name string) (int, bool) {
	return slices.BinarySearchFunc(l.desks, name, func(d desk[E], name string) int {
		return strings.Compare(d.name, name)
	})
}

// Desk walks the entries of one desk in the order of their numbers.
func (l Log[E]) Desk(name string) iter.Seq[Entry[E]] {
	i, ok := l.find(name)
	if !ok {
		return func(func(Entry[E]) bool) {}
	}
	return Log[E]{l.codec, l.desks[i : i+1]}.All()
}

// All walks all entries in the canonical order: by effective time, then desk, then
// number; the bodies of a fork by time, then digest, then link. It costs a comparison or two for
// each doubling of the number of desks, an entry, and memory for each desk.
func (l Log[E]) All() iter.Seq[Entry[E]] {
	return func(yield func(Entry[E]) bool) {
		for w := newWalk(l.desks); len(w.heap) > 0; w.next() {
			s := w.top()
			for i := range s.group {
				r := &s.group[i]
				if !yield(s.entry(r, s.state(r))) {
					return
				}
			}
		}
	}
}

// Fold walks the log in the canonical order and lets step take each entry whose
// state is [Taken]; it steps over unknown, erased and forked ones, which
// [Log.Findings] reports. As long as step depends on its arguments alone, what comes
// out depends on the set of entries alone, not on how it came together.
func Fold[E, S any](l Log[E], s S, step func(S, Entry[E]) S) S {
	for w := newWalk(l.desks); len(w.heap) > 0; w.next() {
		src := w.top()
		if r := &src.group[0]; src.state(r) == Taken {
			s = step(s, src.entry(r, Taken))
		}
	}
	return s
}
