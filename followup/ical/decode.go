package ical

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Default limits, used where a field of [Limits] is zero.
const (
	MaxBytes = 16 << 20 // bytes of an input
	MaxLines = 1 << 20  // content lines of an input
	MaxLine  = 1 << 20  // bytes of a content line, unfolded
	MaxDepth = 16       // components inside each other
)

// Limits bound what [Decode] reads. A field that is zero or negative stands for its
// default; nil stands for all defaults.
type Limits struct {
	Bytes int // of the input
	Lines int // content lines
	Line  int // bytes of a content line, at most MaxLine
}

func (l *Limits) withDefaults() Limits {
	out := Limits{MaxBytes, MaxLines, MaxLine}
	if l == nil {
		return out
	}
	if l.Bytes > 0 {
		out.Bytes = l.Bytes
	}
	if l.Lines > 0 {
		out.Lines = l.Lines
	}
	if l.Line > 0 {
		out.Line = min(l.Line, MaxLine)
	}
	return out
}

// Decode reads a text of components: calendars, cards, or items without a calendar
// around them. It works item by item. An item, which is a component inside a
// VCALENDAR or at the top, is returned whole or not at all: if one of its lines
// cannot be read, or its BEGIN and END do not fit, there are findings with the
// numbers of the lines, the item is left out, and reading goes on with the next
// one. A faulty line directly in a VCALENDAR is left out alone. A calendar without
// END is returned with the items it had.
//
// The path of a finding counts components as they stand in the text, those left
// out included: components[0].inner[3]. Bare LF, blank lines and a byte order mark
// are warnings. Whether items are complete and sensible is not judged here:
// see [Component.Validate].
func Decode(data []byte, lim *Limits) ([]Component, check.Problems) {
	d := decoder{limits: lim.withDefaults()}
	if len(data) > d.limits.Bytes {
		d.found.Add(tooLarge.At("", check.Int("bytes", len(data)), check.Int("max", d.limits.Bytes)))
		return nil, d.found
	}
	if rest, ok := bytes.CutPrefix(data, []byte("\ufeff")); ok {
		d.found.Add(byteOrderMark.At(""))
		data = rest
	}
	u := unfolder{data: data, max: d.limits.Line}
	for n := 1; ; n++ {
		content, line, long, ok := u.next()
		if !ok {
			break
		}
		if n > d.limits.Lines {
			d.line = line
			d.found.Add(tooManyLines.At("", check.Int("line", line), check.Int("max", d.limits.Lines)))
			break
		}
		d.content(content, line, long)
	}
	if u.lf > 0 {
		d.found.Add(bareLF.At("", check.Int("line", u.lf)))
	}
	d.unwind(0)
	return d.done, d.found
}

// A decoder builds components from content lines.
type decoder struct {
	limits  Limits
	found   check.Problems
	done    []Component
	count   int // components at the top so far, those left out included
	open    []opened
	skipped int // levels open beyond MaxDepth
	line    int // number of the line at hand
}

// An opened component has had its BEGIN and not yet its END.
type opened struct {
	Component
	begin  int    // line of its BEGIN
	path   string // of findings
	count  int    // inner components so far, those left out included
	faulty bool   // of an item: it will be left out
}

// item is the level at which items stand: 1 inside a VCALENDAR, else 0.
func (d *decoder) item() int {
	if len(d.open) > 0 && d.open[0].Is("VCALENDAR") {
		return 1
	}
	return 0
}

// fault adds a finding at the place reached and marks the item there, if any.
func (d *decoder) fault(rule *check.Rule, args ...check.Arg) {
	path := ""
	if len(d.open) > 0 {
		path = d.open[len(d.open)-1].path
	}
	if i := d.item(); len(d.open) > i {
		d.open[i].faulty = true
	}
	d.found.Add(rule.At(path, append(args, check.Int("line", d.line))...))
}

func (d *decoder) content(content []byte, line int, long bool) {
	d.line = line
	switch {
	case long:
		d.fault(&tooLong, check.Int("max", d.limits.Line))
		return
	case len(bytes.TrimSpace(content)) == 0:
		d.found.Add(blankLine.At("", check.Int("line", line)))
		return
	case !utf8.Valid(content):
		d.fault(&notUTF8)
		return
	}
	l, f := parseLine(string(content))
	switch {
	case f != noFlaw:
		d.fault(&syntax, check.Term("what", f.hans, f.en), check.Value("text", string(content)))
	case l.Is("BEGIN"):
		d.begin(strings.TrimRight(l.Value, " \t"))
		d.mark(l, content)
	case l.Is("END"):
		d.mark(l, content)
		d.end(strings.TrimRight(l.Value, " \t"))
	case len(d.open) == 0:
		d.fault(&outside, check.Value("text", l.Name))
	case d.skipped == 0:
		top := &d.open[len(d.open)-1]
		top.Props = append(top.Props, l)
	}
}

// mark reports a BEGIN or an END that names no component; as a BEGIN it spoils the
// component that it opened.
func (d *decoder) mark(l Line, content []byte) {
	name := strings.TrimRight(l.Value, " \t")
	if isToken(name) && len(name) <= maxComponentName && len(l.Params) == 0 && l.Group == "" {
		return
	}
	d.fault(&syntax, check.Term("what", "组件名称不可用", "this is no name of a component"), check.Value("text", string(content)))
}

func (d *decoder) begin(name string) {
	// An item or a calendar that begins inside an item shows that an END is missing.
	switch {
	case isContainer(name):
		d.unwind(0)
	case isItem(name):
		d.unwind(d.item())
	}
	if len(d.open) == MaxDepth {
		if d.skipped == 0 {
			d.fault(&tooDeep, check.Int("max", MaxDepth))
		}
		d.skipped++
		return
	}
	c := opened{Component: Component{Name: name}, begin: d.line}
	if len(d.open) == 0 {
		c.path = check.Index("components", d.count)
		d.count++
	} else {
		parent := &d.open[len(d.open)-1]
		c.path = check.Join(parent.path, check.Index("inner", parent.count))
		parent.count++
	}
	d.open = append(d.open, c)
}

func (d *decoder) end(name string) {
	if d.skipped > 0 {
		d.skipped--
		return
	}
	for i, open := range slices.Backward(d.open) {
		if open.Is(name) {
			d.unwind(i + 1)
			d.close()
			return
		}
	}
	d.fault(&strayEnd, check.Value("component", name))
}

// unwind closes components that have no END until only level are open.
func (d *decoder) unwind(level int) {
	d.skipped = 0
	for len(d.open) > level {
		top := d.open[len(d.open)-1]
		d.fault(&unclosed, check.Value("component", top.Name), check.Int("begin", top.begin))
		d.close()
	}
}

// close puts the innermost open component where it belongs.
func (d *decoder) close() {
	top := d.open[len(d.open)-1]
	d.open = d.open[:len(d.open)-1]
	if top.faulty {
		d.found.Add(leftOut.At(top.path, check.Value("component", top.Name), check.Value("uid", top.Text("UID")),
			check.Int("begin", top.begin), check.Int("line", d.line)))
		return
	}
	if len(d.open) == 0 {
		d.done = append(d.done, top.Component)
		return
	}
	parent := &d.open[len(d.open)-1]
	parent.Inner = append(parent.Inner, top.Component)
}
