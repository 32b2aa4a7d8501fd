package journal

import (
	"bytes"
	"encoding/json"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Default limits of [Parse].
const (
	// MaxBytes is the greatest size of a text in bytes. A greater one is read in
	// parts, cut at line breaks, and merged.
	MaxBytes = 1 << 30

	// MaxLine is the greatest length of a line in bytes; the line of any entry that
	// a log takes is shorter.
	MaxLine = MaxBody + 4<<10
)

// Limits bound a text that [Parse] reads. A field that is zero or negative stands
// for its default; nil stands for all defaults.
type Limits struct {
	Bytes int // size of the text; by default MaxBytes
	Line  int // length of a line in bytes, without its line break; by default MaxLine
}

func (l *Limits) withDefaults() Limits {
	var out Limits
	if l != nil {
		out = *l
	}
	if out.Bytes <= 0 {
		out.Bytes = MaxBytes
	}
	if out.Line <= 0 {
		out.Line = MaxLine
	}
	return out
}

// Parse reads what [Log.AppendLines] writes, in any order of lines: one file or
// several, one after the other. Empty lines are passed over, a byte order mark
// before a line too.
//
// It returns the log of all lines that could be read, and what is wrong with the
// others, each at a path line[n] with n from 1. Lines of another log, by the name
// of its codec, are a warning each and left out, so that the files of several rooms
// may lie in one.
//
// A line whose event cannot be read is kept as an entry that is [Unknown], with
// its type and body as they stand; [Log.Findings] reports it. What is kept of a
// body is its text without the white space between its tokens.
func Parse[E any](c *Codec[E], data []byte, lim *Limits) (Log[E], check.Problems) {
	limits := lim.withDefaults()
	found := c.Validate()
	switch {
	case found.Failed():
		return Log[E]{}, found
	case len(data) > limits.Bytes:
		found.Add(tooLarge.At("", check.Int("bytes", len(data)), check.Int("max", limits.Bytes)))
		return New(c), found
	}
	p := parser[E]{codec: c, limits: limits, shape: wire.For[line](), names: map[string]string{}, byDesk: map[string][]rec[E]{}}
	for n, text := range wire.Lines(data) {
		if faults := p.line(n, text); faults.Len() > 0 {
			found.In(check.Index("line", n), faults)
		}
	}
	return build(c, p.byDesk), found
}

type parser[E any] struct {
	codec  *Codec[E]
	limits Limits
	shape  wire.Shape[line]
	names  map[string]string // each name once in memory
	byDesk map[string][]rec[E]
	in     line
	buf    []byte
	body   bytes.Buffer
}

var bom = []byte("\ufeff")

// line reads one line into byDesk or returns what is wrong with it.
func (p *parser[E]) line(n int, text []byte) check.Problems {
	var found check.Problems
	text = bytes.TrimPrefix(text, bom)
	if len(text) > p.limits.Line {
		found.Add(longLine.At("", check.Int("line", n), check.Int("bytes", len(text)), check.Int("max", p.limits.Line)))
		return found
	}
	in := &p.in
	found = p.shape.Parse(text, in, &wire.Limits{Bytes: p.limits.Line, FirstLine: n})
	if found.Failed() {
		return found
	}
	if in.Format != "" && in.Log != "" && in.Log != p.codec.Name {
		found.Add(foreignLine.At("log", check.Int("line", n), check.Value("log", in.Log), check.Value("want", p.codec.Name)))
		return found
	}
	found.In("", in.check(n))
	if found.Failed() {
		return found
	}
	desk := p.name(in.Desk)
	p.byDesk[desk] = append(p.byDesk[desk], p.rec(in))
	return found
}

// check reports what no line may say.
func (in *line) check(n int) check.Problems {
	found := checkHead("", ID{in.Desk, in.Seq}, in.At, in.Actor)
	misses := func(missing bool, path string) {
		if missing {
			found.Add(missingKey.At(path, check.Int("line", n), check.Text("key", path)))
		}
	}
	misses(in.Format == "", "huiwu")
	misses(in.Log == "", "log")
	if !in.Erased.IsZero() {
		if in.Actor != "" || in.Type != "" || in.Version != 0 || in.Body != nil || !in.Salt.IsZero() {
			found.Add(halfErased.At("erased", check.Int("line", n)))
		}
		return found
	}
	misses(in.Body == nil, "body")
	if in.Type == "" {
		misses(true, "type")
	} else if !name(in.Type) {
		found.Add(badType.At("type", check.Value("type", in.Type), check.Int("max", MaxName)))
	}
	if in.Version < 1 {
		found.Add(badVersion.At("version", check.Int("version", in.Version)))
	}
	return found
}

// rec makes the entry of a line that was checked.
func (p *parser[E]) rec(in *line) rec[E] {
	r := rec[E]{seq: in.Seq, at: in.At, actor: p.name(in.Actor)}
	x := extra{salt: in.Salt, link: in.Link}
	if in.Erased.IsZero() {
		p.body.Reset()
		_ = json.Compact(&p.body, in.Body) // read by wire, so it is valid
		r.event, x.kept, p.buf = p.codec.decode(p.buf, p.name(in.Type), in.Version, p.body.Bytes())
	} else {
		x.kept = &kept{state: Erased, digest: in.Erased}
	}
	if x != (extra{}) {
		r.x = &x
	}
	return r
}

// name returns one copy of a name for all entries that have it.
func (p *parser[E]) name(s string) string {
	if known, ok := p.names[s]; ok {
		return known
	}
	p.names[s] = s
	return s
}
