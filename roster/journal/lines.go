package journal

import (
	"encoding/json"
	"fmt"

	"github.com/huiwu-go/huiwu/roster/wire"
)

// lineFormat stands on every line, so that files can be joined, split, sorted and
// cut at any line break.
const lineFormat = "journal.entry/1"

// line is an entry as it is written.
type line struct {
	Format  format          `json:"huiwu"`
	Log     string          `json:"log"` // the name of the codec
	Desk    string          `json:"desk"`
	Seq     uint64          `json:"seq"`
	At      int64           `json:"at"`
	Actor   string          `json:"actor,omitzero"`
	Type    string          `json:"type,omitzero"`
	Version int             `json:"version,omitzero"`
	Body    json.RawMessage `json:"body,omitzero"`
	Salt    Salt            `json:"salt,omitzero"`
	Erased  Digest          `json:"erased,omitzero"` // in place of actor, type, version, body and salt
	Link    Digest          `json:"link,omitzero"`
}

// format is lineFormat, or "" where none was read.
type format string

func (f *format) UnmarshalText(text []byte) error {
	if string(text) != lineFormat {
		return fmt.Errorf("this program reads lines of the format %s", lineFormat)
	}
	*f = lineFormat
	return nil
}

// AppendLines appends the log as JSON Lines, an entry a line, in the canonical
// order:
//
//	{"huiwu":"journal.entry/1","log":"docs.ledger","desk":"desk1","seq":1,"at":1767225600000,
//	 "actor":"p7","type":"issued","version":1,"body":{"paper":"d3","copy":17},
//	 "salt":"32 digits","link":"64 digits"}
//
// (on one line). Keys stand in this order, those that do not apply are left out,
// and in the line of an erased entry "erased", the digest, stands in place of actor
// to salt. Equal logs give equal bytes. Files put one after the other are the union
// of their logs; [Parse] reads them.
//
// An error says that somebody changed an event after it was recorded, so that the
// codec does not write it any more.
func (l Log[E]) AppendLines(dst []byte) ([]byte, error) {
	shape := wire.For[line]()
	start := len(dst)
	var body []byte
	for w := newWalk(l.desks); len(w.heap) > 0; w.next() {
		s := w.top()
		for i := range s.group {
			var out line
			var err error
			if out, body, err = l.codec.line(body, s.name, &s.group[i]); err == nil {
				dst, err = shape.Append(dst, &out)
			}
			if err != nil {
				return dst[:start], fmt.Errorf("%s: %w", s.id(&s.group[i]), err)
			}
			dst = append(dst, '\n')
		}
	}
	return dst, nil
}

// line returns an entry as it is written; its body lies in buf.
func (c *Codec[E]) line(buf []byte, desk string, r *rec[E]) (line, []byte, error) {
	out := line{
		Format: lineFormat, Log: c.Name, Desk: desk, Seq: r.seq, At: r.at, Actor: r.actor,
		Salt: r.x.salted(), Link: r.x.chained(),
	}
	switch k := r.x.keeps(); {
	case k == nil:
		body, t, err := c.encode(buf[:0], r.event)
		if err != nil {
			return out, body, err
		}
		out.Type, out.Version, out.Body = t.Name, t.Version, body
		return out, body, nil
	case k.state == Erased:
		out.Erased = k.digest
	default:
		out.Type, out.Version, out.Body = k.typ, k.version, json.RawMessage(k.body)
	}
	return out, buf, nil
}
