package journal

import (
	"errors"
	"fmt"
	"iter"
	"strconv"
	"time"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Known is what a host knows from outside the log. The zero Known is nothing.
type Known struct {
	Heads []Head `json:"heads,omitzero"` // heads that desks have published
	Now   int64  `json:"now,omitzero"`   // Unix milliseconds, UTC; 0: no stamp is ahead of it
}

// Forks walks the forks of the log in the canonical order, each with all its
// bodies, at least two.
func (l Log[E]) Forks() iter.Seq[[]Entry[E]] {
	return func(yield func([]Entry[E]) bool) {
		for w := newWalk(l.desks); len(w.heap) > 0; w.next() {
			s := w.top()
			if len(s.group) == 1 {
				continue
			}
			bodies := make([]Entry[E], len(s.group))
			for i := range bodies {
				bodies[i] = s.entry(&s.group[i], Forked)
			}
			if !yield(bodies) {
				return
			}
		}
	}
}

// A SetBack is an entry with a stamp before the one of an earlier entry of its
// desk: somebody set the clock of the desk, at one time or the other.
type SetBack struct {
	ID     ID    `json:"id"`
	At     int64 `json:"at"`     // the stamp of the entry
	Latest int64 `json:"latest"` // the greatest stamp of an earlier entry of the desk
}

// SetBacks walks the entries with a stamp before an earlier one of their desk, in
// the canonical order.
func (l Log[E]) SetBacks() iter.Seq[SetBack] {
	return func(yield func(SetBack) bool) {
		for w := newWalk(l.desks); len(w.heap) > 0; w.next() {
			s := w.top()
			for i := range s.group {
				if r := &s.group[i]; r.at < s.latest && !yield(SetBack{s.id(r), r.at, s.latest}) {
					return
				}
			}
		}
	}
}

// Ahead walks the entries with a stamp after now, in Unix milliseconds, in the
// canonical order.
func (l Log[E]) Ahead(now int64) iter.Seq[Entry[E]] {
	return func(yield func(Entry[E]) bool) {
		for e := range l.All() {
			if e.At > now && !yield(e) {
				return
			}
		}
	}
}

// Findings reports what a fold of the log leaves out or has to be told with its
// result: forks, gaps, unknown and erased entries, clocks set back, and, if known
// says so, stamps ahead of now and desks that end before their heads. Paths are
// desk and number, as in desk1[12]. Whether chains hold is asked with
// [Log.Verify]. A nil known is the zero Known.
func (l Log[E]) Findings(known *Known) check.Problems {
	if known == nil {
		known = &Known{}
	}
	var ps check.Problems
	for g := range l.Gaps(known.Heads...) {
		ps.Add(g.finding(&seqMissing))
	}
	erased := map[string]int{}
	for w := newWalk(l.desks); len(w.heap) > 0; w.next() {
		s := w.top()
		id := s.id(&s.group[0])
		add := func(rule *check.Rule, args ...check.Arg) {
			ps.Add(rule.At(id.path(), append(args, check.Value("desk", id.Desk), number("seq", id.Seq))...))
		}
		if len(s.group) > 1 {
			add(&idForked, check.Int("bodies", len(s.group)))
		}
		for i := range s.group {
			r := &s.group[i]
			if r.at < s.latest {
				add(&clockSetBack, instant("at", r.at), instant("latest", s.latest))
			}
			if known.Now != 0 && r.at > known.Now {
				add(&stampAhead, instant("at", r.at), instant("now", known.Now))
			}
			switch r.x.state() {
			case Erased:
				erased[id.Desk]++
			case Unknown:
				l.codec.unread(&ps, id, r.x.kept)
			case Taken, Forked:
			}
		}
	}
	for desk := range l.Desks() {
		if n := erased[desk]; n > 0 {
			ps.Add(payloadErased.At(check.Key("", desk), check.Value("desk", desk), check.Int("n", n)))
		}
	}
	return ps
}

// unread reports an event that is unknown, and why.
func (c *Codec[E]) unread(ps *check.Problems, id ID, k *kept) {
	args := []check.Arg{
		check.Value("desk", id.Desk), number("seq", id.Seq),
		check.Value("type", k.typ), check.Int("version", k.version),
	}
	t := c.lookup(k.typ)
	if t == nil || k.version > t.Version {
		ps.Add(typeUnknown.At(id.path(), args...))
		return
	}
	err := ErrBody // null
	if !isNull([]byte(k.body)) {
		_, err = t.Decode(k.version, []byte(k.body))
	}
	explain(ps, eventUnreadable.At(id.path(), args...), err)
}

// explain adds a finding about an event and what its codec said, the findings of a
// report one by one.
func explain(ps *check.Problems, p check.Problem, err error) {
	ps.Add(p.WithCause(err))
	if report, ok := errors.AsType[check.Problems](err); ok {
		ps.In(p.Path(), report)
		return
	}
	ps.Add(codecSays.At(p.Path(), check.Value("why", fmt.Sprint(err))))
}

// path of an entry in findings.
func (id ID) path() string {
	return check.Key("", id.Desk) + "[" + strconv.FormatUint(id.Seq, 10) + "]"
}

func number(key string, n uint64) check.Arg { return check.Text(key, strconv.FormatUint(n, 10)) }

// finding says that the numbers of a gap are missing.
func (g Gap) finding(rule *check.Rule) check.Problem {
	from, to := strconv.FormatUint(g.From, 10), strconv.FormatUint(g.To, 10)
	which := check.Term("which", "第 "+from+" 至 "+to+" 号", "entries "+from+" to "+to)
	if g.From == g.To {
		which = check.Term("which", "第 "+from+" 号", "entry "+from)
	}
	return rule.At(ID{g.Desk, g.From}.path(), check.Value("desk", g.Desk), which, check.Text("from", from), check.Text("to", to))
}

// instant is a time in UTC, to the millisecond.
func instant(key string, ms int64) check.Arg {
	return check.Text(key, time.UnixMilli(ms).UTC().Format("2006-01-02T15:04:05.000Z"))
}
