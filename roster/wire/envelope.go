package wire

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Format names a kind of document and its version. Format{"seating.plan", 1}
// is written as the first member of the document:
//
//	{"huiwu":"seating.plan/1", ...}
//
// The zero Format names nothing and must not be used.
type Format struct {
	Name    string // "room.kind", without '/'
	Version int    // 1 or more
}

// envelopeKey is the key of the member that holds the format.
const envelopeKey = "huiwu"

// String returns the format as it is written, "seating.plan/1".
func (f Format) String() string { return f.Name + "/" + strconv.Itoa(f.Version) }

// parseFormat reads what String writes, and nothing else.
func parseFormat(s string) (Format, bool) {
	i := strings.LastIndexByte(s, '/')
	if i <= 0 {
		return Format{}, false
	}
	n, err := strconv.Atoi(s[i+1:])
	f := Format{Name: s[:i], Version: n}
	return f, err == nil && n > 0 && f.String() == s
}

// Parse reads a document of a format into the variable that into points to, a
// struct or a map with keys of text, as [ParseValue] reads a value. The member
// "huiwu" may stand at any place of the object and is not passed on.
//
// It returns the version that the document names. That of an older version is
// read like the current one: a room whose older documents differ parses into
// map[string]json.RawMessage first and goes on by the version. A document without
// format is a finding. That of a newer version or of another format is the only
// finding, since no other could be trusted; then, and where the reading ended
// before the format was seen, the version is 0.
func Parse(data []byte, f Format, into any, lim *Limits) (version int, found check.Problems) {
	v, p, faults := target(into)
	if p != nil {
		faults.In("", enveloped(p))
	}
	if faults.Failed() {
		return 0, faults
	}
	r := newReader(data, lim)
	r.envelope = &envelope{want: f}
	if r.document(p, v) && !r.envelope.seen {
		r.found.Add(noFormat.At("", check.Text("want", f.String())))
	}
	if r.envelope.fault.Failed() {
		return 0, r.envelope.fault
	}
	return r.envelope.version, r.found
}

// enveloped reports a type that leaves no place for the format.
func enveloped(p *plan) check.Problems {
	var faults check.Problems
	_, taken := p.byName[envelopeKey]
	if taken || p.op != opStruct && p.op != opMap {
		faults.Add(unsupportedType.At("", check.Text("type", p.typ.String()),
			check.Term("why", "写不下格式标识：应为没有键“huiwu”的结构或映射", `it has no place for the format: it must be a struct or map without a key "huiwu"`)))
	}
	return faults
}

// An envelope is what the outermost object says of its format.
type envelope struct {
	want    Format
	seen    bool
	version int
	fault   check.Problems
}

// takeEnvelope reads the member whose key was read at offset if it is the format.
func (r *reader) takeEnvelope(key []byte, offset int) (taken, ok bool) {
	if r.envelope == nil || len(r.steps) != 1 || string(key) != envelopeKey {
		return false, true
	}
	if r.envelope.seen {
		r.add(&duplicateKey, offset, check.Value("key", envelopeKey))
		return true, r.skip()
	}
	r.envelope.seen = true
	c, ok := r.peek()
	start := r.pos
	var name string
	if !ok || !r.value(&plan{op: opString}, reflect.ValueOf(&name).Elem()) {
		return true, false
	}
	if c != '"' {
		return true, true // of a wrong type, and reported
	}
	have, ok := parseFormat(name)
	want := r.envelope.want
	args := []check.Arg{check.Value("have", name), check.Text("want", want.String())}
	switch {
	case !ok || have.Name != want.Name:
		r.envelope.fault.Add(r.finding(&otherFormat, start, args...))
	case have.Version > want.Version:
		r.envelope.fault.Add(r.finding(&newerFormat, start, args...))
	default:
		r.envelope.version = have.Version
	}
	return true, true
}

// Append appends v, a struct or a map with keys of text or a pointer to one, as a
// document of a format: as [AppendValue] does, with the format as its first
// member.
func Append(dst []byte, f Format, v any) ([]byte, error) {
	rv, p, faults := source(v)
	if p != nil {
		faults.In("", enveloped(p))
	}
	if err := faults.Err(); err != nil {
		return dst, err
	}
	w := writer{dst: dst}
	w.open('{')
	w.text(envelopeKey)
	w.dst = append(w.dst, ':')
	w.text(f.String())
	w.dst = append(w.dst, ',')
	if p.op == opStruct {
		w.members(p, rv)
	} else {
		w.entries(p, rv)
	}
	w.close('}')
	return w.done(dst)
}
