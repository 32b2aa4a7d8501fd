package journal

import "encoding/binary"

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
	body, t, err := c.append(append(dst, 0, 0, 0, 0), r.event)
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
