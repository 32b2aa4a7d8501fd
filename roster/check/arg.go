package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Kinds of arguments that the package renders itself. Every other kind is the
// kind of an identifier, such as "person", and goes through the [Namer].
const (
	KindInt   = "int"   // a whole number
	KindText  = "text"  // text of the library: a code, a token, a date
	KindValue = "value" // text from outside, printed in quotes
	KindTerm  = "term"  // a word of the field in both languages
)

// MaxListed is how many identifiers of a list a sentence prints; the rest is
// given as a number.
const MaxListed = 12

// An Arg is one typed argument of a finding or a reason. Args are made by [ID],
// [IDs], [Int], [Text], [Value] and [Term], and are not changed afterwards.
type Arg struct {
	Key  string   `json:"key"`            // the placeholder it fills
	Kind string   `json:"kind"`           // one of the kinds above, or the kind of an identifier
	Text string   `json:"text,omitempty"` // the value; for a term the Chinese word
	En   string   `json:"en,omitempty"`   // for a term the English word
	List []string `json:"list,omitempty"` // for a list of identifiers
}

// ID is an identifier of a kind such as "person"; it is printed by name where the
// Namer knows one.
func ID[S ~string](key, kind string, id S) Arg {
	return Arg{Key: key, Kind: kind, Text: visible(string(id))}
}

// IDs is a list of identifiers of one kind, printed in the order given.
func IDs[S ~string](key, kind string, ids ...S) Arg {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = visible(string(id))
	}
	return Arg{Key: key, Kind: kind, List: list}
}

// Int is a whole number.
func Int[I ~int | ~int8 | ~int16 | ~int32 | ~int64](key string, n I) Arg {
	return Arg{Key: key, Kind: KindInt, Text: strconv.FormatInt(int64(n), 10)}
}

// Text is a word of the library that is the same in both languages: a code, a
// token, a date.
func Text(key, s string) Arg { return Arg{Key: key, Kind: KindText, Text: visible(s)} }

// Value is text from outside, printed in quotes.
func Value(key, s string) Arg { return Arg{Key: key, Kind: KindValue, Text: visible(s)} }

// Term is a word of the field in both languages.
func Term(key, hans, en string) Arg {
	return Arg{Key: key, Kind: KindTerm, Text: visible(hans), En: visible(en)}
}

// WithKey returns the argument for another placeholder.
func (a Arg) WithKey(key string) Arg {
	a.Key = key
	return a
}

func (a Arg) equal(b Arg) bool { return a.compare(b) == 0 }

func (a Arg) compare(b Arg) int {
	return cmp.Or(
		strings.Compare(a.Key, b.Key),
		strings.Compare(a.Kind, b.Kind),
		a.compareNumbers(b),
		strings.Compare(a.Text, b.Text),
		strings.Compare(a.En, b.En),
		slices.Compare(a.List, b.List),
	)
}

// compareNumbers compares whole numbers as such, so that line 9 comes before line
// 10; other texts are equal for it.
func (a Arg) compareNumbers(b Arg) int {
	if a.Kind != KindInt || b.Kind != KindInt {
		return 0
	}
	x, errX := strconv.ParseInt(a.Text, 10, 64)
	y, errY := strconv.ParseInt(b.Text, 10, 64)
	switch {
	case errX == nil && errY == nil:
		return cmp.Compare(x, y)
	case errX == nil:
		return -1 // a number that was read back and is none stands last
	case errY == nil:
		return 1
	default:
		return 0
	}
}

// render writes the argument as a sentence in l shows it.
func (a Arg) render(b *strings.Builder, l Lang, name Namer) {
	switch a.Kind {
	case KindInt, KindText:
		b.WriteString(a.Text)
	case KindValue:
		if l == ZhHans {
			b.WriteString("“" + a.Text + "”")
		} else {
			b.WriteString(`"` + a.Text + `"`)
		}
	case KindTerm:
		if l == ZhHans {
			b.WriteString(a.Text)
		} else {
			b.WriteString(a.En)
		}
	default:
		if a.List == nil {
			b.WriteString(named(a.Kind, a.Text, name))
			return
		}
		a.renderList(b, l, name)
	}
}

func (a Arg) renderList(b *strings.Builder, l Lang, name Namer) {
	shown := a.List[:min(len(a.List), MaxListed)]
	comma, more := ", ", " and "+strconv.Itoa(len(a.List)-len(shown))+" more"
	if l == ZhHans {
		comma, more = "、", "等"+strconv.Itoa(len(a.List))+"项"
	}
	for i, id := range shown {
		if i > 0 {
			b.WriteString(comma)
		}
		b.WriteString(named(a.Kind, id, name))
	}
	if len(shown) < len(a.List) {
		b.WriteString(more)
	}
}

func named(kind, id string, name Namer) string {
	if name != nil {
		if n := name(kind, id); n != "" {
			return visible(n)
		}
	}
	return id
}
