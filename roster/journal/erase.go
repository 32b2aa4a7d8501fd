package journal

import "slices"

// Erase returns the log without the payload of the entries that which picks, and
// how many those are: actor, event and salt go, also of unknown entries and of each
// body of a fork that is picked; id, time, digest and the link in a chain stay. So
// a chain still holds, and where copies of the entry come back by a merge, they are
// erased as well. The entries come desk by desk.
//
// Whoever can guess the payload of an entry without a salt can prove the guess by
// its digest: desks that enter personal data give salts. Erased text lives on in
// the files, logs and memory that a host made before; those are its own to clear.
func (l Log[E]) Erase(which func(Entry[E]) bool) (Log[E], int) {
	var buf []byte
	n := 0
	l.desks = slices.Clone(l.desks)
	for i, d := range l.desks {
		picked := d.pick(which)
		if len(picked) == 0 {
			continue
		}
		run := slices.Concat(d.runs...)
		for _, j := range picked {
			run[j] = l.codec.erased(&buf, d.name, &run[j])
		}
		l.desks[i].runs = [][]rec[E]{run}
		n += len(picked)
	}
	return l, n
}

// pick returns the places of the entries to erase, counted over all runs.
func (d desk[E]) pick(which func(Entry[E]) bool) []int {
	var picked []int
	i := 0
	for w := newWalk([]desk[E]{d}); len(w.heap) > 0; w.next() {
		s := w.top()
		for j := range s.group {
			r := &s.group[j]
			if r.x.state() != Erased && which(s.entry(r, s.state(r))) {
				picked = append(picked, i)
			}
			i++
		}
	}
	return picked
}

// erased returns what stays of an entry.
func (c *Codec[E]) erased(buf *[]byte, desk string, r *rec[E]) rec[E] {
	return rec[E]{seq: r.seq, at: r.at, x: &extra{
		link: r.x.chained(),
		kept: &kept{state: Erased, digest: c.digest(buf, desk, r)},
	}}
}
