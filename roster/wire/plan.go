package wire

import (
	"cmp"
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/huiwu-go/huiwu/roster/check"
)

// An op is how a Go type is read or written.
type op uint8

const (
	opNone   op = iota // not at all
	opBool             // true or false
	opInt              // a whole number with sign
	opUint             // a whole number without sign
	opString           // text
	opStruct           // an object with known keys
	opMap              // an object with any keys
	opSlice            // a list
	opArray            // a list of fixed length
	opPtr              // null, or the value pointed to
	opJSON             // by UnmarshalJSON or MarshalJSON
	opAppend           // by AppendText
	opText             // by UnmarshalText or MarshalText
)

// A plan says how values of one type are read, or how they are written. It is
// built once, is not changed afterwards, and may lead back to itself.
type plan struct {
	op     op
	typ    reflect.Type
	elem   *plan          // of a list, a map or a pointer
	key    *plan          // of a map
	fields []field        // of a struct, in the order of declaration
	byName map[string]int // indices into fields
}

type field struct {
	name      string
	index     []int // the way to the field through embedded structs
	tagged    bool  // the name stands in a tag
	omitEmpty bool
	omitZero  bool
	asksZero  bool // by a method IsZero
	plan      *plan
}

type zeroer interface{ IsZero() bool }

// A planner builds the plan of a type and of all types below it. A type without a
// strict form is a fault, found before the first byte is read or written.
type planner struct {
	writing bool
	plans   map[reflect.Type]*plan
	faults  check.Problems
}

// planFor returns the plan of t for one direction, and what stands against it.
func planFor(t reflect.Type, writing bool) (*plan, check.Problems) {
	b := planner{writing: writing, plans: map[reflect.Type]*plan{}}
	return b.plan(t, ""), b.faults
}

func (b *planner) plan(t reflect.Type, path string) *plan {
	if p := b.plans[t]; p != nil {
		return p
	}
	p := &plan{op: b.byMethod(t), typ: t}
	b.plans[t] = p
	if p.op == opNone {
		b.byKind(p, path)
	}
	return p
}

func (b *planner) fault(path string, t reflect.Type, hans, en string) {
	b.faults.Add(unsupportedType.At(path, check.Text("type", t.String()), check.Term("why", hans, en)))
}

// byMethod returns how the methods of t, or of a pointer to it, read or write it.
func (b *planner) byMethod(t reflect.Type) op {
	switch {
	case !b.writing && has[json.Unmarshaler](t), b.writing && has[json.Marshaler](t):
		return opJSON
	case b.writing && has[encoding.TextAppender](t):
		return opAppend
	case !b.writing && has[encoding.TextUnmarshaler](t), b.writing && has[encoding.TextMarshaler](t):
		return opText
	default:
		return opNone
	}
}

func has[I any](t reflect.Type) bool { return reflect.PointerTo(t).Implements(reflect.TypeFor[I]()) }

func (b *planner) byKind(p *plan, path string) {
	t := p.typ
	switch t.Kind() {
	case reflect.Bool:
		p.op = opBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.op = opInt
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.op = opUint
	case reflect.String:
		p.op = opString
		if t == reflect.TypeFor[json.Number]() {
			b.fault(path, t, "数值应有确定的整数类型", "a number needs a type of whole numbers")
		}
	case reflect.Struct:
		p.op = opStruct
		b.structure(p, path)
	case reflect.Map:
		p.op = opMap
		p.key, p.elem = b.plan(t.Key(), path+"{}"), b.plan(t.Elem(), path+"{}")
		if k := p.key.op; k != opString && k != opText && k != opAppend {
			b.fault(path, t, "键应为文字", "its keys are not text")
		}
	case reflect.Slice:
		p.op, p.elem = opSlice, b.plan(t.Elem(), path+"[]")
		if p.elem.op == opUint && t.Elem().Kind() == reflect.Uint8 {
			b.fault(path, t, "字节应有文字形式，如十六进制", "bytes need a form as text, such as hexadecimal")
		}
	case reflect.Array:
		p.op, p.elem = opArray, b.plan(t.Elem(), path+"[]")
	case reflect.Pointer:
		p.op, p.elem = opPtr, b.plan(t.Elem(), path)
	case reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		b.fault(path, t, "浮点数各处取整不一", "floating-point numbers decide nothing here")
	default:
		b.fault(path, t, "没有确定的 JSON 形式", "it has no definite form in JSON")
	}
}

// structure collects the fields of a struct as encoding/json does: those of
// embedded structs stand among its own, and of several with one name the least
// deep wins, then the one with a tag, else none.
func (b *planner) structure(p *plan, path string) {
	all := b.collect(p.typ, path, nil)
	byName := map[string][]field{}
	for _, f := range all {
		byName[f.name] = append(byName[f.name], f)
	}
	p.byName = make(map[string]int, len(byName))
	for _, f := range all {
		if rivals := byName[f.name]; len(rivals) > 1 && !f.dominates(rivals) {
			continue
		}
		t := p.typ.FieldByIndex(f.index).Type
		f.plan = b.plan(t, check.Join(path, f.name))
		f.asksZero = t.Implements(reflect.TypeFor[zeroer]()) || t.Kind() != reflect.Pointer && has[zeroer](t)
		p.byName[f.name] = len(p.fields)
		p.fields = append(p.fields, f)
	}
}

// compare orders rivals for a name; equal rivals cancel each other out.
func (f field) compare(g field) int {
	tag := func(f field) int {
		if f.tagged {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(len(f.index), len(g.index)), cmp.Compare(tag(f), tag(g)))
}

func (f field) dominates(rivals []field) bool {
	return !slices.ContainsFunc(rivals, func(g field) bool {
		return !slices.Equal(f.index, g.index) && f.compare(g) >= 0
	})
}

func (b *planner) collect(t reflect.Type, path string, index []int) []field {
	var fields []field
	for i := range t.NumField() {
		sf := t.Field(i)
		way := append(slices.Clip(index), i)
		inner := sf.Type
		if sf.Anonymous && inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		name, options, _ := strings.Cut(sf.Tag.Get("json"), ",")
		embedded := sf.Anonymous && inner.Kind() == reflect.Struct
		switch {
		case !sf.IsExported() && !embedded, name == "-" && options == "" && sf.Tag.Get("json") == "-":
			continue
		case embedded && name == "" && sf.Type.Kind() == reflect.Pointer, embedded && name != "" && !sf.IsExported():
			b.fault(check.Join(path, sf.Name), sf.Type, "不支持这样的嵌入", "it cannot be embedded in this way")
			continue
		case embedded && name == "":
			fields = append(fields, b.collect(inner, path, way)...)
			continue
		}
		f := field{name: cmp.Or(name, sf.Name), index: way, tagged: name != ""}
		known := plainName(f.name)
		for option := range strings.SplitSeq(options, ",") {
			switch option {
			case "omitempty":
				f.omitEmpty = true
			case "omitzero":
				f.omitZero = true
			case "":
			default:
				known = false
			}
		}
		if !known {
			b.fault(check.Join(path, sf.Name), sf.Type, "json 标签无法识别", "its json tag is not understood")
		}
		fields = append(fields, f)
	}
	return fields
}

// plainName reports whether encoding/json takes a name in a tag as it is.
func plainName(name string) bool {
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) {
			return false
		}
	}
	return true
}
