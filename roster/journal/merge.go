package journal

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// Merge returns the union of both logs: commutative, associative, idempotent, and
// no entry is lost. Different bodies with one id are all kept, as a fork; of two
// copies of one body, one of them erased, the erased one is kept. Both logs come
// from one codec, or one of them is the zero Log.
//
// Desks of which only one log has entries are shared, not copied. Entries that
// both logs have are compared by their bytes, unless they are in memory only once.
func (l Log[E]) Merge(m Log[E]) Log[E] {
	if l.codec == nil {
		l.codec = m.codec
	}
	mg := merger[E]{codec: l.codec}
	out := make([]desk[E], 0, len(l.desks)+len(m.desks))
	a, b := l.desks, m.desks
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0].name, b[0].name); {
		case c < 0:
			out, a = append(out, a[0]), a[1:]
		case c > 0:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, mg.merge(a[0], b[0]))
			a, b = a[1:], b[1:]
		}
	}
	l.desks = append(append(out, a...), b...)
	return l
}

// merger unites entries of one desk.
type merger[E any] struct {
	codec *Codec[E]
	buf   [2][]byte // scratch space
}

func (m *merger[E]) merge(a, b desk[E]) desk[E] {
	if slices.EqualFunc(a.runs, b.runs, func(r, s []rec[E]) bool { return len(r) == len(s) && &r[0] == &s[0] }) {
		return a
	}
	x, y := reader[E]{runs: a.runs}, reader[E]{runs: b.runs}
	out := make([]rec[E], 0, a.len()+b.len())
	p, q := x.next(), y.next()
	for p != nil && q != nil {
		switch {
		case p[0].seq < q[0].seq:
			out, p = append(out, p...), x.next()
		case p[0].seq > q[0].seq:
			out, q = append(out, q...), y.next()
		default:
			if len(p) == 1 && len(q) == 1 && m.same(a.name, &p[0], &q[0]) {
				out = append(out, p[0])
			} else {
				out = append(out, m.settle(a.name, slices.Concat(p, q))...)
			}
			p, q = x.next(), y.next()
		}
	}
	for ; p != nil; p = x.next() {
		out = append(out, p...)
	}
	for ; q != nil; q = y.next() {
		out = append(out, q...)
	}
	return desk[E]{a.name, [][]rec[E]{trim(out)}}
}

// trim returns recs without the memory of what was left out, if that is much.
func trim[E any](recs []rec[E]) []rec[E] {
	if cap(recs)-len(recs) > len(recs)/8 {
		return slices.Clone(recs)
	}
	return recs
}

// reader reads runs id by id.
type reader[E any] struct {
	rest []rec[E]
	runs [][]rec[E]
}

// next returns the bodies of the next id, or nil at the end.
func (r *reader[E]) next() []rec[E] {
	if len(r.rest) == 0 {
		if len(r.runs) == 0 {
			return nil
		}
		r.rest, r.runs = r.runs[0], r.runs[1:]
	}
	n := sameID(r.rest)
	group := r.rest[:n]
	r.rest = r.rest[n:]
	return group
}

// same reports whether two entries with one id have the same body and are both
// whole or both erased: copies of which either may be kept.
func (m *merger[E]) same(desk string, a, b *rec[E]) bool {
	if a == b {
		return true
	}
	whole := a.x.state() != Erased
	if a.at != b.at || a.x.chained() != b.x.chained() || whole != (b.x.state() != Erased) {
		return false
	}
	if !whole {
		return a.x.kept.digest == b.x.kept.digest
	}
	m.buf[0] = m.codec.payload(m.buf[0][:0], desk, a)
	m.buf[1] = m.codec.payload(m.buf[1][:0], desk, b)
	return bytes.Equal(m.buf[0], m.buf[1])
}

// Equal reports whether both logs hold the same entries, erased ones as such. Both
// come from one codec, or one of them is the zero Log.
func (l Log[E]) Equal(m Log[E]) bool {
	mg := merger[E]{codec: l.codec}
	return slices.EqualFunc(l.desks, m.desks, func(a, b desk[E]) bool {
		if a.name != b.name || a.len() != b.len() {
			return false
		}
		x, y := reader[E]{runs: a.runs}, reader[E]{runs: b.runs}
		for p, q := x.next(), y.next(); p != nil; p, q = x.next(), y.next() {
			if p[0].seq != q[0].seq || !slices.EqualFunc(p, q, func(r, s rec[E]) bool { return mg.same(a.name, &r, &s) }) {
				return false
			}
		}
		return true
	})
}

// key tells the bodies of one id apart and orders them. Erasure does not change it.
type key struct {
	at           int64
	digest, link Digest
}

func (a key) compare(b key) int {
	return cmp.Or(cmp.Compare(a.at, b.at), bytes.Compare(a.digest[:], b.digest[:]), bytes.Compare(a.link[:], b.link[:]))
}

// settle orders bodies of one id by their keys and keeps one copy of each.
func (m *merger[E]) settle(desk string, group []rec[E]) []rec[E] {
	type keyed struct {
		key
		rec[E]
	}
	ks := make([]keyed, len(group))
	for i := range group {
		r := &group[i]
		ks[i] = keyed{key{r.at, m.codec.digest(&m.buf[0], desk, r), r.x.chained()}, *r}
	}
	slices.SortStableFunc(ks, func(a, b keyed) int { return a.compare(b.key) })
	out := group[:0]
	for i, k := range ks {
		if i > 0 && k.key == ks[i-1].key {
			last := &out[len(out)-1]
			*last = better(*last, k.rec)
			continue
		}
		out = append(out, k.rec)
	}
	return out
}

// settleAll sorts the entries of one desk and settles each id.
func (m *merger[E]) settleAll(desk string, recs []rec[E]) []rec[E] {
	slices.SortStableFunc(recs, func(a, b rec[E]) int { return cmp.Compare(a.seq, b.seq) })
	out := recs[:0]
	for rest := recs; len(rest) > 0; {
		n := sameID(rest)
		group := rest[:n]
		rest = rest[n:]
		if n > 1 {
			group = m.settle(desk, group)
		}
		out = append(out, group...)
	}
	return trim(out)
}

// better returns, of two copies of one body, the one to keep: the erased one.
func better[E any](a, b rec[E]) rec[E] {
	if b.x.state() == Erased {
		return b
	}
	return a
}
