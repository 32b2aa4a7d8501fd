package journal

import "slices"

// Erase returns the log without the payload of the entries that which picks, and
// how many those are: actor, event and salt go, also of unknown entries and of each
// body of a fork that is picked; id, time, digest and the link in a chain stay. So
// a chain still holds, and where copies of the entry come back by a merge, they are
// erased as well.
//
// Whoever can guess the payload of an entry without a salt can prove the guess by
// its digest: desks that enter personal data give salts. Erased text lives on in
// the files, logs and memory that a host made before; those are its own to clear.
func (l Log[E]) Erase(which func(Entry[E]) bool) (Log[E], int) {
	picked := map[string][]*rec[E]{}
	n := 0
	for w := newWalk(l.desks); len(w.heap) > 0; w.next() {
		s := w.top()
		for i := range s.group {
			r := &s.group[i]
			state := r.x.state()
			if len(s.group) > 1 && state != Erased {
				state = Forked
			}
			if state != Erased && which(s.entry(r, state)) {
				picked[s.name] = append(picked[s.name], r)
				n++
			}
		}
	}
	var buf []byte
	l.desks = slices.Clone(l.desks)
	for i, d := range l.desks {
		if recs := picked[d.name]; len(recs) > 0 {
			l.desks[i].runs = l.codec.erase(&buf, d, recs)
		}
	}
	return l, n
}

// erase returns the runs of a desk without the payload of recs, which point into
// them in their order.
func (c *Codec[E]) erase(buf *[]byte, d desk[E], recs []*rec[E]) [][]rec[E] {
	runs := slices.Clone(d.runs)
	for i, run := range runs {
		cloned := false
		for j := range run {
			if len(recs) == 0 || recs[0] != &run[j] {
				continue
			}
			recs = recs[1:]
			if !cloned {
				runs[i] = slices.Clone(run)
				cloned = true
			}
			r := &run[j]
			runs[i][j] = rec[E]{seq: r.seq, at: r.at, x: &extra{
				link: r.x.chained(),
				kept: &kept{state: Erased, digest: c.digest(buf, d.name, r)},
			}}
		}
	}
	return runs
}
