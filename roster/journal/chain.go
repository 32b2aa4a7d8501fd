package journal

import (
	"encoding/binary"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// payload appends what the digest of an entry covers: everything but the link,
// each text with its length before it.
func (c *Codec[E]) payload(dst []byte, desk string, r *rec[E]) []byte {
	dst = append(dst, "huiwu journal.payload/1\x00"...)
	dst = appendText(dst, c.Name)
	dst = appendText(dst, desk)
	dst = binary.BigEndian.AppendUint64(dst, r.seq)
	dst = binary.BigEndian.AppendUint64(dst, uint64(r.at))
	salt := r.x.salted()
	dst = append(dst, salt[:]...)
	dst = appendText(dst, r.actor)
	if k := r.x.keeps(); k != nil {
		dst = appendText(dst, k.body)
		dst = appendText(dst, k.typ)
		return binary.BigEndian.AppendUint64(dst, uint64(k.version))
	}
	length := len(dst)
	body, t, err := c.encode(append(dst, 0, 0, 0, 0), r.event)
	if err != nil { // not an event that the log took: somebody changed it since
		return dst
	}
	binary.BigEndian.PutUint32(body[length:], uint32(len(body)-length-4))
	body = appendText(body, t.Name)
	return binary.BigEndian.AppendUint64(body, uint64(t.Version))
}

func appendText(dst []byte, s string) []byte {
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(s)))
	return append(dst, s...)
}

// digest returns the digest of the payload, kept or made. buf is scratch space.
func (c *Codec[E]) digest(buf *[]byte, desk string, r *rec[E]) Digest {
	if k := r.x.keeps(); k != nil && k.state == Erased {
		return k.digest
	}
	*buf = c.payload((*buf)[:0], desk, r)
	return c.hash(*buf)
}

// link returns the link of an entry in the chain of its desk after prev.
func (c *Codec[E]) link(prev Digest, desk string, seq uint64, at int64, digest Digest) Digest {
	b := append([]byte(nil), "huiwu journal.link/1\x00"...)
	b = append(b, prev[:]...)
	b = appendText(b, desk)
	b = binary.BigEndian.AppendUint64(b, seq)
	b = binary.BigEndian.AppendUint64(b, uint64(at))
	return c.hash(append(b, digest[:]...))
}

// salt returns the salt of one entry, from which the salt of a stamp cannot be
// found.
func (c *Codec[E]) salt(stamp Salt, desk string, seq uint64) Salt {
	if stamp.IsZero() {
		return Salt{}
	}
	b := append([]byte(nil), "huiwu journal.salt/1\x00"...)
	b = append(b, stamp[:]...)
	b = appendText(b, desk)
	d := c.hash(binary.BigEndian.AppendUint64(b, seq))
	return Salt(d[:len(Salt{})])
}

// Verify makes the chains of the log anew and reports where they do not hold:
// entries that were changed, inserted, swapped or left out, and numbers that have
// another link than the heads given. A desk without a chain has nothing to verify
// unless a head names a link of it.
//
// Nothing in a log shows that the last entries of a desk were cut off, or that
// somebody wrote the whole chain anew: only a head that was published before does.
// Any head that the desk ever had will do, not just its last. Of a fork each of the
// first [MaxBranches] bodies may be the one that the chain goes on from.
//
// It costs a call of the codec and two of the hash an entry.
func (l Log[E]) Verify(heads ...Head) check.Problems {
	var ps check.Problems
	for d := range l.with(heads) {
		l.codec.verify(&ps, d)
	}
	return ps
}

func (c *Codec[E]) verify(ps *check.Problems, d expected[E]) {
	desk := check.Value("desk", d.name)
	missing := func(from, to uint64) {
		ps.Add(Gap{d.name, from, to}.finding(&chainGap))
	}
	chained := d.chained()
	heads := slices.Clone(d.heads)
	var buf []byte
	prev, seq := []Digest{{}}, uint64(0)
	r := reader[E]{runs: d.runs}
	for group := r.next(); group != nil; group = r.next() {
		gap := group[0].seq > seq+1
		if chained && gap {
			missing(seq+1, group[0].seq-1)
		}
		seq = group[0].seq
		links := make([]Digest, len(group))
		for i := range group {
			links[i] = group[i].x.chained()
			if !chained || gap && !links[i].IsZero() {
				continue // nothing before it to go on from
			}
			digest := c.digest(&buf, d.name, &group[i])
			if !slices.ContainsFunc(prev, func(prev Digest) bool {
				return c.link(prev, d.name, seq, group[i].at, digest) == links[i]
			}) {
				ps.Add(chainBroken.At(ID{d.name, seq}.path(), desk, number("seq", seq)))
			}
		}
		prev = links[:min(len(links), MaxBranches)]
		heads = slices.DeleteFunc(heads, func(h Head) bool {
			if h.Seq == seq && !h.Link.IsZero() && !slices.Contains(links, h.Link) {
				ps.Add(headDiffers.At(ID{d.name, seq}.path(), desk, number("seq", seq),
					check.Text("link", links[0].String()), check.Text("want", h.Link.String())))
			}
			return h.Seq == seq
		})
	}
	for _, h := range heads { // those whose number is not here
		switch linked := !h.Link.IsZero(); {
		case h.Seq > seq && (chained || linked):
			missing(seq+1, h.Seq)
		case h.Seq < seq && linked && !chained:
			missing(h.Seq, h.Seq) // or else among the gaps above
		}
	}
}

// chained reports whether an entry of the desk has a link.
func (d desk[E]) chained() bool {
	return slices.ContainsFunc(d.runs, func(run []rec[E]) bool {
		return slices.ContainsFunc(run, func(r rec[E]) bool { return !r.x.chained().IsZero() })
	})
}
