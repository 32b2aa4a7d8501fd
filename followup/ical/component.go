package ical

import (
	"iter"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Component is what stands between BEGIN and END: its properties in order, then
// the components inside it in order. Nothing is interpreted: properties and
// components that no standard knows are kept like all others.
//
// Where a text places properties after inner components, that place is not kept;
// RFC 5545, section 3.6, wants the properties first.
type Component struct {
	Name  string // VCALENDAR, VTODO, VALARM, X-...; compared without regard to case
	Props []Line
	Inner []Component
}

// Is reports whether the component has that name, without regard to case.
func (c Component) Is(name string) bool { return strings.EqualFold(c.Name, name) }

// Prop returns the first property of that name, and whether there is one.
func (c Component) Prop(name string) (Line, bool) {
	for l := range find(c.Props, name) {
		return l, true
	}
	return Line{}, false
}

// All walks the properties of that name, in order.
func (c Component) All(name string) iter.Seq[Line] { return find(c.Props, name) }

// Text returns the first property of that name read as TEXT, "" if there is none.
func (c Component) Text(name string) string {
	l, _ := c.Prop(name)
	return l.Text()
}

// With returns the component with more properties at the end of its own.
func (c Component) With(lines ...Line) Component {
	c.Props = append(slices.Clip(c.Props), lines...)
	return c
}

// Holding returns the component with more components at the end of its own.
func (c Component) Holding(inner ...Component) Component {
	c.Inner = append(slices.Clip(c.Inner), inner...)
	return c
}

// containers hold items and stand inside nothing; items stand at the top or inside a
// container, never inside each other. A component of any other name may stand
// inside another.
var (
	containers = [...]string{"VCALENDAR", "VCARD"}
	items      = [...]string{"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"}
)

func isContainer(name string) bool { return among(containers[:], name) }
func isItem(name string) bool      { return among(items[:], name) }

func among(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// Append appends components as text: content lines of at most 75 octets, CRLF at
// their ends. What cannot be written is an error, a [check.Problems] with everything
// that stands against it, and dst is returned as it was. That a component lacks
// what a standard asks for is not: see [Component.Validate].
func Append(dst []byte, components ...Component) ([]byte, error) {
	var ps check.Problems
	for i, c := range components {
		c.writable(&ps, check.Index("components", i), "", 1)
	}
	if err := ps.Err(); err != nil {
		return dst, err
	}
	for _, c := range components {
		dst = c.append(dst)
	}
	return dst, nil
}

func (c Component) append(dst []byte) []byte {
	dst = append(append(append(dst, "BEGIN:"...), c.Name...), "\r\n"...)
	for _, l := range c.Props {
		dst = l.append(dst)
	}
	for _, in := range c.Inner {
		dst = in.append(dst)
	}
	return append(append(append(dst, "END:"...), c.Name...), "\r\n"...)
}

// writable reports what keeps c, which stands inside parent, from being written.
func (c Component) writable(ps *check.Problems, path, parent string, depth int) {
	if depth > MaxDepth {
		ps.Add(unwritable.At(path, check.Value("text", c.Name),
			check.Term("what", "组件嵌套过深", "components are nested too deep")))
		return
	}
	switch {
	case !isToken(c.Name) || len(c.Name) > maxComponentName:
		ps.Add(unwritable.At(path, check.Value("text", c.Name), check.Term("what", flawName.hans, flawName.en)))
	case parent != "" && isContainer(c.Name), parent != "" && isItem(c.Name) && !isContainer(parent):
		ps.Add(misplaced.At(path, check.Value("component", c.Name), check.Value("parent", parent)))
	}
	for i, l := range c.Props {
		if f := l.flaw(); f != noFlaw {
			ps.Add(unwritable.At(check.Join(path, check.Index("props", i)),
				check.Value("text", l.Name), check.Term("what", f.hans, f.en)))
		}
	}
	for i, in := range c.Inner {
		in.writable(ps, check.Join(path, check.Index("inner", i)), c.Name, depth+1)
	}
}

// maxComponentName keeps BEGIN and END on one line of text.
const maxComponentName = maxOctets - len("BEGIN:")
