package journal

import (
	"errors"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Stamp says who records what comes with it, where and when.
type Stamp struct {
	Desk  string // whose entries these are; see MaxName
	At    int64  // the clock of the desk: Unix milliseconds, UTC, 1 to MaxAt
	Actor string // who enters them; "" if not said

	// After is the last number that the desk knows it has given; 0 if it does not
	// know. It keeps a desk that was set up again from an old copy from giving a
	// number twice; the numbers between show as a gap until they are merged in.
	After uint64

	// Chain makes the first entry of a desk the first of a chain. A desk that has
	// entries goes on as it began: Chain is not needed again there.
	Chain bool

	// Salt is fresh from a random source of the host for every call; the zero Salt
	// leaves the entries without. Each entry gets a salt of its own, made of this
	// one, the desk and the number.
	Salt Salt
}

var (
	// ErrForked is returned for a record on a desk with a chain whose last number
	// is forked: no one end of the chain could be gone on from.
	ErrForked = errors.New("the last number of the desk is forked")
	// ErrChain is returned for a record that asks for a chain on a desk that began
	// without, or that would go on from an entry of a chain that is not here.
	ErrChain = errors.New("the chain of the desk cannot go on from here")
	// ErrFull is returned when the numbers of a desk are used up.
	ErrFull = errors.New("the desk has no number left")
)

// Append returns the log with events recorded at the desk of the stamp under the
// next numbers: after the greatest one in the log, or after s.After if that is
// greater. A stamp that no entry may have, or an event that the codec does not
// write, is an error, a check.Problems; then the log stays as it was.
//
// A stamp before an earlier one of the desk is recorded: a clock that was set back
// must not keep an office from working. [Log.Findings] tells.
//
// It costs a copy of entries of the desk, on the average one for each doubling of
// their number.
func (l Log[E]) Append(s Stamp, events ...E) (Log[E], error) {
	if err := l.codec.Validate().Err(); err != nil {
		return l, err
	}
	place, exists := l.find(s.Desk)
	d := desk[E]{name: s.Desk}
	if exists {
		d = l.desks[place]
	}
	end, err := d.end(s)
	if err != nil {
		return l, err
	}
	if end.Seq > MaxSeq || uint64(len(events)) > MaxSeq-end.Seq {
		return l, ErrFull
	}
	run, err := l.codec.record(end, s, events)
	if err != nil || len(run) == 0 {
		return l, err
	}
	d.runs = grow(d.runs, run)
	l.desks = slices.Clone(l.desks)
	if exists {
		l.desks[place] = d
	} else {
		l.desks = slices.Insert(l.desks, place, d)
	}
	return l, nil
}

// end returns the number after which s goes on and, if s continues a chain, the
// link there; chained says so.
func (d desk[E]) end(s Stamp) (end tail, err error) {
	end.Seq, end.chained = s.After, s.Chain
	if len(d.runs) == 0 {
		if s.Chain && s.After > 0 {
			return end, ErrChain
		}
		return end, nil
	}
	h := d.head()
	end.chained = slices.ContainsFunc(d.last(), func(r rec[E]) bool { return !r.x.chained().IsZero() })
	switch {
	case !end.chained && s.Chain, end.chained && s.After > h.Seq:
		return end, ErrChain
	case end.chained && h.Link.IsZero():
		return end, ErrForked
	}
	end.Head = h
	end.Seq = max(h.Seq, s.After)
	return end, nil
}

// A tail is where a record goes on.
type tail struct {
	Head
	chained bool
}

// record makes the entries for events after end.
func (c *Codec[E]) record(end tail, s Stamp, events []E) ([]rec[E], error) {
	ps := checkHead("", ID{s.Desk, end.Seq + 1}, s.At, s.Actor)
	run := make([]rec[E], len(events))
	var buf []byte
	for i, e := range events {
		var err error
		if buf, err = c.check(buf, e); err != nil {
			explain(&ps, badEvent.At(check.Index("events", i)), err)
		}
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	for i, e := range events {
		end.Seq++
		run[i] = rec[E]{seq: end.Seq, at: s.At, actor: s.Actor, event: e}
		if end.chained || !s.Salt.IsZero() {
			run[i].x = &extra{salt: c.salt(s.Salt, s.Desk, end.Seq)}
		}
		if end.chained {
			end.Link = c.link(end.Link, s.Desk, end.Seq, s.At, c.digest(&buf, s.Desk, &run[i]))
			run[i].x.link = end.Link
		}
	}
	return run, nil
}

// grow returns runs with one more at the end. It joins the last runs into one
// unless each is longer than all after it, so that there are few of them.
func grow[E any](runs [][]rec[E], run []rec[E]) [][]rec[E] {
	n, total := len(runs), len(run)
	for n > 0 && len(runs[n-1]) <= total {
		n--
		total += len(runs[n])
	}
	if n < len(runs) {
		run = slices.Concat(append(slices.Clone(runs[n:]), run)...)
	}
	return append(slices.Clone(runs[:n]), run)
}
