package nameorder

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/huiwu-go/huiwu/roster/nameorder/internal/reading"
	"github.com/huiwu-go/huiwu/roster/nameorder/internal/stroke"
)

// TableVersion names the data behind the keys. Keys that were stored under one
// version are not compared with keys of another.
const TableVersion = stroke.Version

// A key is a sequence of weights, three bytes each, of which the first that
// differs decides. Every key ends in the weight end, which nothing is below, so
// that no key is the beginning of another.
type weight uint32

const (
	end        weight = 0
	blank      weight = 1
	lettersLow weight = 0x000100 // Latin letters that come first, by code point
	known      weight = 0x120000 // characters by rank, syllables by place
	noReading  weight = 0x1F0000
	unknown    weight = 0x200000 // characters without rank, by code point
	lettersTop weight = 0x400000 // Latin letters that come last
)

// A level is what a weight of a key stands for.
type level uint8

const (
	byStrokes level = iota + 1 // a character by its strokes, or the blank
	bySyllable
	byTone
	bySpelling // Latin words in full
	atEnd
)

// A step is one weight of a key, as Explain needs it.
type step struct {
	level  level
	unit   int // which unit, -1 for the blank and the end
	weight weight
}

// put appends one weight to a key, and the step to a trace if there is one. Keys
// are handed on as slices rather than kept in a struct, so that a key on the stack
// of the caller stays there.
func put(key []byte, trace *[]step, s step) []byte {
	if trace != nil {
		*trace = append(*trace, s)
	}
	return append(key, byte(s.weight>>16), byte(s.weight>>8), byte(s.weight))
}

// AppendKey appends the sort key of a name. Keys compare as bytes, as [Order.Compare]
// compares the names; no key is the beginning of another, so a key may follow other
// keys and be followed by more. It allocates nothing for names of the usual length
// in Chinese characters beyond the growth of dst.
func (o Order) AppendKey(dst []byte, n Name) []byte {
	o.must()
	var buf [16]unit
	all, surname := units(buf[:0], &n)
	return o.appendKey(dst, nil, &n, all, surname)
}

// Key returns the sort key of a name; see [Order.AppendKey].
func (o Order) Key(n Name) []byte { return o.AppendKey(nil, n) }

// Compare returns -1 if a comes before b, +1 if b comes before a, and 0 if both
// are the same name for this order. It is a total order of names.
func (o Order) Compare(a, b Name) int {
	var x, y [64]byte
	return bytes.Compare(o.AppendKey(x[:0], a), o.AppendKey(y[:0], b))
}

// appendKey appends the key of a name whose units are at hand.
func (o Order) appendKey(key []byte, trace *[]step, n *Name, all []unit, surname int) []byte {
	if o.read == nil {
		key = o.appendStrokes(key, trace, all, 0, len(all), o.blankAt(all, surname))
		key = put(key, trace, step{atEnd, -1, end})
	} else {
		var buf [16]reading.Reading
		said := o.readings(buf[:0], n, all, surname)
		key = o.appendPart(key, trace, all, said, 0, surname)
		key = o.appendPart(key, trace, all, said, surname, len(all))
	}
	return appendSpelling(key, trace, all)
}

// blankAt returns before which unit the blank stands, or -1.
func (o Order) blankAt(all []unit, surname int) int {
	switch {
	case !o.blank || len(all) < 2 || all[0].latin():
		return -1
	case len(all) == 2:
		return 1
	case o.opts.BlankAfterCompoundSurname && surname > 1 && surname == len(all)-1:
		return surname
	default:
		return -1
	}
}

// appendStrokes appends the units from first to last in stroke order.
func (o Order) appendStrokes(key []byte, trace *[]step, all []unit, first, last, blankAt int) []byte {
	for i := first; i < last; i++ {
		u := all[i]
		if i == blankAt {
			key = put(key, trace, step{byStrokes, -1, blank})
		}
		if u.latin() {
			key = o.appendLetter(key, trace, i, u)
		} else if rank, ok := stroke.Rank(u.rune()); ok {
			key = put(key, trace, step{byStrokes, i, known + weight(rank)})
		} else {
			key = put(key, trace, step{byStrokes, i, unknown + weight(u)})
		}
	}
	return key
}

// appendPart appends the units from first to last, the surname or the given name:
// all syllables, then all tones, then strokes. Where the syllables are the same, so
// is their number: only they need an end.
func (o Order) appendPart(key []byte, trace *[]step, all []unit, said []reading.Reading, first, last int) []byte {
	for i := first; i < last; i++ {
		switch r := said[i]; {
		case all[i].latin():
			key = o.appendLetter(key, trace, i, all[i])
		case r == 0:
			key = put(key, trace, step{bySyllable, i, noReading})
		case o.opts.Umlaut == UmlautNear:
			key = put(key, trace, step{bySyllable, i, known + weight(o.read.near(r))})
		default:
			key = put(key, trace, step{bySyllable, i, known + weight(r.Syllable())})
		}
	}
	key = put(key, trace, step{atEnd, -1, end})
	for i := first; i < last; i++ {
		if said[i] != 0 {
			key = put(key, trace, step{byTone, i, weight(said[i].Tone())})
		}
	}
	for i := first; i < last; i++ {
		if !all[i].latin() {
			key = o.appendStrokes(key, trace, all, i, i+1, -1)
		}
	}
	return key
}

// appendLetter appends a unit of a Latin word: a letter without its case and marks,
// or a blank for a space or a hyphen; other signs do not count here.
func (o Order) appendLetter(key []byte, trace *[]step, i int, u unit) []byte {
	first := lettersTop
	if o.opts.Latin == LatinFirst {
		first = lettersLow
	}
	switch r := u.rune(); {
	case r == ' ', r == '-', r == '\u2010', r == '\u2011':
		return put(key, trace, step{byStrokes, i, first})
	case kindOf(r) == letter && !unicode.Is(unicode.Mn, r):
		return put(key, trace, step{byStrokes, i, first + weight(base(r))})
	default:
		return key
	}
}

// base returns a letter in lower case without marks.
func base(r rune) rune {
	if r >= utf8.RuneSelf {
		if d := norm.NFD.PropertiesString(string(r)).Decomposition(); d != nil {
			r, _ = utf8.DecodeRune(d)
		}
	}
	return unicode.ToLower(r)
}

// appendSpelling tells apart names whose Latin words differ only in case, marks or
// signs.
func appendSpelling(key []byte, trace *[]step, all []unit) []byte {
	words := false
	for i, u := range all {
		if u.latin() {
			words = true
			key = put(key, trace, step{bySpelling, i, weight(u.rune())})
		}
	}
	if words {
		key = put(key, trace, step{atEnd, -1, end})
	}
	return key
}

// readings returns how each unit is read; 0 for Latin words and characters without
// a reading.
func (o Order) readings(said []reading.Reading, n *Name, all []unit, surname int) []reading.Reading {
	family, given := all[:surname], all[surname:]
	start := len(said)
	said = o.override(said, family, n.FamilyReading)
	if len(said) == start {
		said = o.surname(said, family)
	}
	start = len(said)
	said = o.override(said, given, n.GivenReading)
	if len(said) == start {
		for _, u := range given {
			said = append(said, o.usual(u))
		}
	}
	return said
}

// surname appends the readings of a surname: from the table of surnames, else the
// usual ones.
func (o Order) surname(said []reading.Reading, family []unit) []reading.Reading {
	switch len(family) {
	case 1:
		if r, ok := o.read.surname(family[0].rune()); ok {
			return append(said, r)
		}
	case 2:
		if a, b, ok := o.read.compound(family[0].rune(), family[1].rune()); ok {
			return append(said, a, b)
		}
	}
	for _, u := range family {
		said = append(said, o.usual(u))
	}
	return said
}

func (o Order) usual(u unit) reading.Reading {
	if u.latin() {
		return 0
	}
	r, _ := o.read.usual(u.rune())
	return r
}

// override appends the readings that a person gives for a part of the name, or
// nothing if they do not fit its Chinese characters.
func (o Order) override(said []reading.Reading, part []unit, text string) []reading.Reading {
	if text == "" {
		return said
	}
	start := len(said)
	syllables := strings.Fields(cut(text))
	for _, u := range part {
		if u.latin() {
			said = append(said, 0)
			continue
		}
		if len(syllables) == 0 {
			return said[:start]
		}
		r, ok := o.read.parse(syllables[0])
		if !ok {
			return said[:start]
		}
		said, syllables = append(said, r), syllables[1:]
	}
	if len(syllables) > 0 {
		return said[:start]
	}
	return said
}
