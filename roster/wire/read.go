package wire

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// ParseValue reads one JSON value into the variable that into points to and
// returns everything that is wrong with it. What the variable held before is
// gone; after a finding of severity Error its content has no meaning.
//
// The plan of the type is worked out at every call, which costs some
// microseconds a type: for many small texts use [For].
func ParseValue(data []byte, into any, lim *Limits) check.Problems {
	v, p, faults := target(into)
	if faults.Failed() {
		return faults
	}
	r := newReader(data, lim)
	r.document(p, v)
	return r.found
}

// target returns the variable that into points to and the plan to read it by.
func target(into any) (reflect.Value, *plan, check.Problems) {
	v := reflect.ValueOf(into)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		var faults check.Problems
		name := "nil"
		if v.IsValid() {
			name = v.Type().String()
		}
		faults.Add(unsupportedType.At("", check.Text("type", name), check.Term("why", "读入处应为变量的指针", "it is no pointer to a variable")))
		return v, nil, faults
	}
	p, faults := planFor(v.Type().Elem(), false)
	return v.Elem(), p, faults
}

// A reader decodes the values that its scanner walks over.
type reader struct {
	scanner
	envelope *envelope // of the outermost object, or nil
	guesses  int       // similar keys sought so far
}

func newReader(data []byte, lim *Limits) *reader {
	limits := lim.withDefaults()
	return &reader{scanner: scanner{
		data: data, limits: limits,
		lines: lineCounter{line: limits.FirstLine},
	}}
}

// document reads the whole input as one value and reports whether it came to its
// end.
func (r *reader) document(p *plan, v reflect.Value) bool {
	v.SetZero()
	switch {
	case len(r.data) > r.limits.Bytes:
		r.found.Add(tooLarge.At("", check.Int("bytes", len(r.data)), check.Int("max", r.limits.Bytes)))
		return false
	case isUTF16(r.data):
		r.found.Add(looksUTF16.At(""))
		return false
	case bytes.HasPrefix(r.data, []byte(bom)):
		r.found.Add(byteOrderMark.At(""))
		r.pos = len(bom)
	}
	if !r.value(p, v) {
		return false
	}
	if r.space() {
		r.add(&trailingText, r.pos)
	}
	return true
}

// Kinds of JSON values, as a finding names them.
func kindOf(c byte) check.Arg {
	switch c {
	case '{':
		return check.Term("have", "对象", "an object")
	case '[':
		return check.Term("have", "列表", "a list")
	case '"':
		return check.Term("have", "文字", "text")
	case 't', 'f':
		return check.Term("have", "真假值", "true or false")
	case 'n':
		return check.Term("have", "空值 null", "null")
	default:
		return check.Term("have", "数值", "a number")
	}
}

// begins says with which bytes a value for an op may begin.
func (o op) begins(c byte) bool {
	switch o {
	case opBool:
		return c == 't' || c == 'f'
	case opInt, opUint:
		return c == '-' || '0' <= c && c <= '9'
	case opString, opText:
		return c == '"'
	case opStruct, opMap:
		return c == '{'
	case opSlice, opArray:
		return c == '['
	default:
		return true
	}
}

// wants names the JSON value that an op needs.
func (o op) wants() check.Arg {
	want := kindOf([...]byte{opBool: 't', opInt: '0', opUint: '0', opString: '"', opStruct: '{', opMap: '{', opSlice: '[', opArray: '[', opText: '"'}[o])
	want.Key = "want"
	return want
}

// value reads the next value into v.
func (r *reader) value(p *plan, v reflect.Value) bool {
	c, ok := r.peek()
	if !ok {
		return false
	}
	if p.op == opJSON {
		return r.byItself(v)
	}
	if c == 'n' && (p.op == opPtr || p.op == opSlice || p.op == opMap) {
		return r.word("null")
	}
	if p.op == opPtr {
		v.Set(reflect.New(p.elem.typ))
		return r.value(p.elem, v.Elem())
	}
	if !p.op.begins(c) {
		start := r.pos
		if !r.skip() {
			return false
		}
		r.add(&wrongType, start, p.op.wants(), kindOf(c))
		return true
	}
	switch p.op {
	case opBool:
		v.SetBool(c == 't')
		return r.word(strconv.FormatBool(c == 't'))
	case opInt, opUint:
		return r.integer(p, v)
	case opString, opText:
		start := r.pos
		text, ok := r.text()
		if ok {
			r.setText(p, v, text, start)
		}
		return ok
	case opStruct:
		return r.structure(p, v)
	case opMap:
		return r.mapping(p, v)
	case opSlice:
		return r.list(p, v)
	default:
		return r.array(p, v)
	}
}

// setText gives text, read at start, to a variable of text.
func (r *reader) setText(p *plan, v reflect.Value, text []byte, start int) bool {
	if p.op == opString {
		v.SetString(string(text))
		return true
	}
	err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(text)
	r.refused(start, text, err)
	return err == nil
}

// byItself hands the bytes of the next value to the variable's own method.
func (r *reader) byItself(v reflect.Value) bool {
	start, before := r.pos, r.found.Len()
	if !r.skip() {
		return false
	}
	if r.found.Len() == before {
		raw := r.data[start:r.pos:r.pos]
		r.refused(start, raw, v.Addr().Interface().(json.Unmarshaler).UnmarshalJSON(raw))
	}
	return true
}

func (r *reader) integer(p *plan, v reflect.Value) bool {
	start := r.pos
	number, whole, ok := r.number()
	if !ok {
		return false
	}
	if !whole {
		r.add(&notWhole, start, check.Text("number", string(number)))
		return true
	}
	if p.op == opInt {
		n, err := strconv.ParseInt(string(number), 10, 64)
		if err != nil || v.OverflowInt(n) {
			bits := p.typ.Bits()
			r.add(&outOfRange, start, check.Text("number", string(number)),
				check.Int("min", int64(math.MinInt64)>>(64-bits)), check.Int("max", int64(math.MaxInt64)>>(64-bits)))
			return true
		}
		v.SetInt(n)
		return true
	}
	n, err := strconv.ParseUint(string(number), 10, 64)
	if err != nil || v.OverflowUint(n) {
		most := uint64(math.MaxUint64) >> (64 - p.typ.Bits())
		r.add(&outOfRange, start, check.Text("number", string(number)),
			check.Int("min", 0), check.Text("max", strconv.FormatUint(most, 10)))
		return true
	}
	v.SetUint(n)
	return true
}

func (r *reader) structure(p *plan, v reflect.Value) bool {
	if !r.open() {
		return false
	}
	seen := newBitSet(len(p.fields))
	next := 0 // writers follow the order of the fields
	for n := 0; ; n++ {
		key, offset, t := r.member(n)
		if t != turnNext {
			return t == turnLast
		}
		if taken, ok := r.takeEnvelope(key, offset); taken {
			if !ok {
				return false
			}
			continue
		}
		i, known := next, next < len(p.fields) && p.fields[next].name == string(key)
		if !known {
			i, known = p.byName[string(key)]
		}
		switch {
		case !known:
			r.unknown(p, string(key), offset)
		case !seen.add(i):
			r.add(&duplicateKey, offset, check.Value("key", string(key)))
			known = false
		}
		if !known {
			if !r.skip() {
				return false
			}
			continue
		}
		next = i + 1
		f := &p.fields[i]
		r.steps[len(r.steps)-1] = step{kind: stepName, name: f.name}
		fv := v.Field(f.index[0])
		for _, j := range f.index[1:] {
			fv = fv.Field(j)
		}
		if !r.value(f.plan, fv) {
			return false
		}
	}
}

// unknown reports a key that the struct of plan p does not have.
func (r *reader) unknown(p *plan, key string, offset int) {
	near := ""
	if r.guesses < check.MaxKept { // a hostile input could ask for millions
		r.guesses++
		near = nearest(key, p.names())
	}
	switch {
	case near == "":
		r.add(&unknownKey, offset, check.Value("key", key), check.Term("nearest", "无", "none"))
	case strings.EqualFold(near, key):
		r.add(&keyCase, offset, check.Value("key", key), check.Value("want", near))
	default:
		r.add(&unknownKey, offset, check.Value("key", key), check.Value("nearest", near))
	}
}

func (p *plan) names() []string {
	names := make([]string, len(p.fields))
	for i, f := range p.fields {
		names[i] = f.name
	}
	return names
}

func (r *reader) mapping(p *plan, v reflect.Value) bool {
	if !r.open() {
		return false
	}
	v.Set(reflect.MakeMap(p.typ))
	k, e := reflect.New(p.key.typ).Elem(), reflect.New(p.elem.typ).Elem()
	for n := 0; ; n++ {
		key, offset, t := r.member(n)
		if t != turnNext {
			return t == turnLast
		}
		if taken, ok := r.takeEnvelope(key, offset); taken {
			if !ok {
				return false
			}
			continue
		}
		k.SetZero()
		e.SetZero()
		fresh := r.setText(p.key, k, key, offset)
		if fresh && v.MapIndex(k).IsValid() {
			r.add(&duplicateKey, offset, check.Value("key", string(key)))
			fresh = false
		}
		if !r.value(p.elem, e) {
			return false
		}
		if fresh {
			v.SetMapIndex(k, e)
		}
	}
}

func (r *reader) list(p *plan, v reflect.Value) bool {
	if !r.open() {
		return false
	}
	v.Set(reflect.MakeSlice(p.typ, 0, 0))
	for n := 0; ; n++ {
		if t := r.element(n); t != turnNext {
			return t == turnLast
		}
		v.Grow(1)
		v.SetLen(n + 1)
		if !r.value(p.elem, v.Index(n)) {
			return false
		}
	}
}

func (r *reader) array(p *plan, v reflect.Value) bool {
	start, size := r.pos, v.Len()
	if !r.open() {
		return false
	}
	for n := 0; ; n++ {
		t := r.element(n)
		if t == turnLast && n != size {
			r.add(&wrongLength, start, check.Int("want", size), check.Int("have", n))
		}
		switch {
		case t != turnNext:
			return t == turnLast
		case n < size && !r.value(p.elem, v.Index(n)), n >= size && !r.skip():
			return false
		}
	}
}

// refused records why a variable did not take the text or value that begins at
// start. The findings of a report are placed below the path.
func (r *reader) refused(start int, value []byte, err error) {
	if err == nil {
		return
	}
	report, ok := errors.AsType[check.Problems](err)
	if !ok || !report.Failed() {
		r.found.Add(r.finding(&refused, start, check.Value("value", string(value)), check.Text("why", err.Error())).WithCause(err))
		return
	}
	line, column := r.lines.at(r.data, start)
	r.found.In(r.path(), moved(report, line, column))
}

// moved returns a report on a part of an input, which begins at a line and a
// column, as one on the whole input: its own findings of this package are given
// the lines and columns of the whole.
func moved(report check.Problems, line, column int) check.Problems {
	var out check.Problems
	kept := map[check.Code]int{}
	for p := range report.All() {
		p = movedOne(p, line, column)
		out.Add(p)
		kept[p.Code()]++
		if kept[p.Code()] == check.MaxKept { // the last one kept: it stands for the counted ones
			for range report.Count(p.Code()) - check.MaxKept {
				out.Add(p)
			}
		}
	}
	return out
}

func movedOne(p check.Problem, line, column int) check.Problem {
	rules := Rules()
	i := slices.IndexFunc(rules, func(rule check.Rule) bool { return rule.Code == p.Code() })
	args := p.Args()
	l := slices.IndexFunc(args, func(a check.Arg) bool { return a.Key == "line" })
	c := slices.IndexFunc(args, func(a check.Arg) bool { return a.Key == "column" })
	if i < 0 || l < 0 || c < 0 {
		return p
	}
	atLine, _ := strconv.Atoi(args[l].Text)
	atColumn, _ := strconv.Atoi(args[c].Text)
	if atLine == 1 {
		args[c] = check.Int("column", column+atColumn-1)
	}
	args[l] = check.Int("line", line+atLine-1)
	return rules[i].At(p.Path(), args...).WithCause(p.Unwrap())
}

// A bitSet holds small numbers.
type bitSet struct {
	low  uint64
	rest []uint64
}

func newBitSet(n int) bitSet {
	if n <= 64 {
		return bitSet{}
	}
	return bitSet{rest: make([]uint64, (n-1)/64)}
}

// add reports whether i is new.
func (b *bitSet) add(i int) bool {
	word := &b.low
	if i >= 64 {
		word = &b.rest[i/64-1]
	}
	bit := uint64(1) << (i % 64)
	fresh := *word&bit == 0
	*word |= bit
	return fresh
}
