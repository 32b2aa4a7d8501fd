package wire

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// AppendValue appends v as one JSON value without white space. Everything that
// keeps v from being written is reported at once: the error is a
// [check.Problems], and dst is returned as it was.
//
// The plan of the type is worked out at every call, which costs some
// microseconds a type: for many small values use [For].
func AppendValue(dst []byte, v any) ([]byte, error) {
	rv, p, faults := source(v)
	if err := faults.Err(); err != nil {
		return dst, err
	}
	w := writer{dst: dst}
	w.value(p, rv)
	return w.done(dst)
}

// source returns the value of v, behind its pointer if it is one, and the plan to
// write it by.
func source(v any) (reflect.Value, *plan, check.Problems) {
	rv := reflect.ValueOf(v)
	if !rv.IsValid() || rv.Kind() == reflect.Pointer && rv.IsNil() {
		var faults check.Problems
		faults.Add(unsupportedType.At("", check.Text("type", "nil"), check.Term("why", "没有值", "there is no value")))
		return rv, nil, faults
	}
	if rv.Kind() == reflect.Pointer {
		rv = rv.Elem()
	}
	p, faults := planFor(rv.Type(), true)
	return rv, p, faults
}

// A writer appends values as JSON. After a finding it goes on to find the others.
type writer struct {
	dst   []byte
	steps []step
	found check.Problems
}

// done returns what was written, or dst and what stands against it.
func (w *writer) done(dst []byte) ([]byte, error) {
	if err := w.found.Err(); err != nil {
		return dst, err
	}
	return w.dst, nil
}

func (w *writer) add(rule *check.Rule, args ...check.Arg) {
	w.found.Add(rule.At(pathOf(w.steps), args...))
}

func (w *writer) value(p *plan, v reflect.Value) {
	switch p.op {
	case opBool:
		w.dst = strconv.AppendBool(w.dst, v.Bool())
	case opInt:
		w.dst = strconv.AppendInt(w.dst, v.Int(), 10)
	case opUint:
		w.dst = strconv.AppendUint(w.dst, v.Uint(), 10)
	case opString:
		w.text(v.String())
	case opStruct:
		w.structure(p, v)
	case opMap:
		w.mapping(p, v)
	case opSlice, opArray:
		w.list(p, v)
	case opPtr:
		if v.IsNil() {
			w.dst = append(w.dst, "null"...)
			return
		}
		w.value(p.elem, v.Elem())
	case opJSON:
		w.byItself(p, v)
	default:
		if text, ok := w.textOf(p, v); ok {
			w.text(text)
		}
	}
}

// open steps into a list or an object unless it lies too deep.
func (w *writer) open(bracket byte) bool {
	if len(w.steps) == MaxDepth {
		w.add(&unwritableDepth, check.Int("max", MaxDepth))
		return false
	}
	w.steps = append(w.steps, step{})
	w.dst = append(w.dst, bracket)
	return true
}

func (w *writer) close(bracket byte) {
	w.steps = w.steps[:len(w.steps)-1]
	if last := len(w.dst) - 1; w.dst[last] == ',' {
		w.dst = w.dst[:last]
	}
	w.dst = append(w.dst, bracket)
}

// at steps to the next element or member.
func (w *writer) at(s step) { w.steps[len(w.steps)-1] = s }

func (w *writer) structure(p *plan, v reflect.Value) {
	if !w.open('{') {
		return
	}
	w.members(p, v)
	w.close('}')
}

func (w *writer) members(p *plan, v reflect.Value) {
	for i := range p.fields {
		f := &p.fields[i]
		fv := v.Field(f.index[0])
		for _, j := range f.index[1:] {
			fv = fv.Field(j)
		}
		if f.omitEmpty && empty(fv) || f.omitZero && f.zero(fv) {
			continue
		}
		w.at(step{kind: stepName, name: f.name})
		w.dst = append(w.dst, '"')
		w.dst = append(w.dst, f.name...) // a plain name needs no escapes
		w.dst = append(w.dst, '"', ':')
		w.value(f.plan, fv)
		w.dst = append(w.dst, ',')
	}
}

// empty reports what omitempty leaves out.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	default:
		return v.IsZero()
	}
}

// zero reports what omitzero leaves out: what the method IsZero says, or else the
// zero value.
func (f *field) zero(v reflect.Value) bool {
	switch {
	case !f.asksZero:
		return v.IsZero()
	case v.Kind() != reflect.Pointer:
		v = addressable(v).Addr()
	case v.IsNil():
		return true
	}
	return v.Interface().(zeroer).IsZero()
}

// addressable returns v, or a copy of it that has an address.
func addressable(v reflect.Value) reflect.Value {
	if v.CanAddr() {
		return v
	}
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	return c
}

func (w *writer) mapping(p *plan, v reflect.Value) {
	if v.IsNil() {
		w.dst = append(w.dst, "null"...)
		return
	}
	if !w.open('{') {
		return
	}
	w.entries(p, v)
	w.close('}')
}

func (w *writer) entries(p *plan, v reflect.Value) {
	type entry struct {
		key   string
		value reflect.Value
	}
	entries := make([]entry, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		if key, ok := w.textOf(p.key, it.Key()); ok {
			entries = append(entries, entry{key, it.Value()})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	for i, e := range entries {
		w.at(step{})
		if i > 0 && e.key == entries[i-1].key {
			w.add(&unwritableKey, check.Value("key", e.key))
		}
		w.text(e.key)
		w.at(step{kind: stepKey, key: []byte(e.key)})
		w.dst = append(w.dst, ':')
		w.value(p.elem, e.value)
		w.dst = append(w.dst, ',')
	}
}

func (w *writer) list(p *plan, v reflect.Value) {
	if p.op == opSlice && v.IsNil() {
		w.dst = append(w.dst, "null"...)
		return
	}
	if !w.open('[') {
		return
	}
	for i := range v.Len() {
		w.at(step{kind: stepIndex, index: i})
		w.value(p.elem, v.Index(i))
		w.dst = append(w.dst, ',')
	}
	w.close(']')
}

// textOf returns the text that v is written as.
func (w *writer) textOf(p *plan, v reflect.Value) (string, bool) {
	var text []byte
	var err error
	switch p.op {
	case opAppend:
		text, err = addressable(v).Addr().Interface().(encoding.TextAppender).AppendText(nil)
	case opText:
		text, err = addressable(v).Addr().Interface().(encoding.TextMarshaler).MarshalText()
	default:
		return v.String(), true
	}
	return string(text), !w.refused(p, err)
}

// refused records that v refused to be written.
func (w *writer) refused(p *plan, err error) bool {
	if err == nil {
		return false
	}
	if report, ok := errors.AsType[check.Problems](err); ok {
		w.found.In(pathOf(w.steps), report)
		return true
	}
	w.found.Add(unwritableValue.At(pathOf(w.steps), check.Text("type", p.typ.String()), check.Text("why", err.Error())).WithCause(err))
	return true
}

// byItself writes what MarshalJSON returns if that keeps the rules of reading.
func (w *writer) byItself(p *plan, v reflect.Value) {
	raw, err := addressable(v).Addr().Interface().(json.Marshaler).MarshalJSON()
	if w.refused(p, err) {
		return
	}
	limits := (*Limits)(nil).withDefaults()
	limits.Depth -= len(w.steps)
	s := scanner{data: raw, limits: limits, lines: lineCounter{line: 1}}
	if s.skip() && s.space() {
		s.add(&trailingText, s.pos)
	}
	if !w.refused(p, s.found.Err()) {
		w.dst = appendCompact(w.dst, raw)
	}
}

// appendCompact appends valid JSON without the white space between its parts.
func appendCompact(dst, valid []byte) []byte {
	inText := false
	for i := 0; i < len(valid); i++ {
		switch c := valid[i]; {
		case !inText && (c == ' ' || c == '\t' || c == '\n' || c == '\r'):
			continue
		case c == '"':
			inText = !inText
		case c == '\\': // stands in text only
			dst = append(dst, c)
			i++
		}
		dst = append(dst, valid[i])
	}
	return dst
}

// text writes s in quotes. Only what JSON demands is escaped.
func (w *writer) text(s string) {
	if !utf8.ValidString(s) {
		w.add(&unwritableText, check.Value("text", s))
	}
	w.dst = append(w.dst, '"')
	done := 0
	for i := range len(s) {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		w.dst = append(w.dst, s[done:i]...)
		done = i + 1
		if n := bytes.IndexByte([]byte("\"\\\b\f\n\r\t"), c); n >= 0 {
			w.dst = append(w.dst, '\\', `"\bfnrt`[n])
			continue
		}
		w.dst = append(w.dst, `\u00`...)
		w.dst = append(w.dst, "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
	}
	w.dst = append(w.dst, s[done:]...)
	w.dst = append(w.dst, '"')
}
