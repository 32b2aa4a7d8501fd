package nameorder

import (
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder/internal/stroke"
)

// Explain says why two names stand as they do. The last reason is the rule that
// decides, one of the codes from [StrokeCount] to [Same]; those before it say what
// both names have in common up to there. Each reason names first what comes first,
// whichever of a and b it belongs to. Explain agrees with [Order.Compare] and links
// the stroke sequences.
func (o Order) Explain(a, b Name) []check.Reason {
	o.must()
	first, second := o.trace(&a), o.trace(&b)
	at := 0
	for at < len(first.steps) && at < len(second.steps) && first.steps[at].weight == second.steps[at].weight {
		at++
	}
	if at == len(first.steps) {
		return []check.Reason{same.Because(check.Value("a", a.String()), check.Value("b", b.String()))}
	}
	if first.steps[at].weight > second.steps[at].weight {
		first, second = second, first
	}
	return append(o.common(first, second, at), o.decide(first, second, at))
}

// A traced name is a name with the steps of its key.
type traced struct {
	all   []unit
	steps []step
	said  []string // readings in the pinyin order, by unit
}

func (o Order) trace(n *Name) traced {
	all, surname := units(nil, n)
	t := traced{all: all}
	o.appendKey(nil, &t.steps, n, all, surname)
	if o.read != nil {
		for _, r := range o.readings(nil, n, all, surname) {
			t.said = append(t.said, o.read.text(r))
		}
	}
	return t
}

// value is the unit behind a step as an argument.
func (t traced) value(key string, s step) check.Arg {
	return check.Value(key, string(t.all[s.unit].rune()))
}

func (t traced) reading(key string, s step) check.Arg {
	if t.said[s.unit] == "" {
		return check.Term(key, "无读音", "(no reading)")
	}
	return check.Text(key, t.said[s.unit])
}

// common says what both names share before the step that decides: in the stroke
// orders each character, in the pinyin order each syllable, save where the reason
// that follows says so itself.
func (o Order) common(a, b traced, at int) []check.Reason {
	var reasons []check.Reason
	for i, s := range a.steps[:at] {
		switch {
		case s.unit < 0 || a.all[s.unit].latin():
		case o.read == nil && s.level == byStrokes:
			if rank, ok := stroke.Rank(a.all[s.unit].rune()); ok {
				n := check.Int("n", stroke.Count(rank))
				reasons = append(reasons, equalStrokes.Because(a.value("a", s), n))
			}
		case s.level == bySyllable && (a.steps[at].level != byTone || a.steps[at].unit != s.unit):
			t := b.steps[i]
			reasons = append(reasons, equalSyllable.Because(a.value("a", s), a.reading("x", s), b.value("b", t), b.reading("y", t)))
		}
	}
	return reasons
}

// decide gives the reason for the first step that differs.
func (o Order) decide(a, b traced, at int) check.Reason {
	s, t := a.steps[at], b.steps[at]
	if t.unit < 0 { // the blank, behind the end of the other name
		t = b.steps[at+1]
	}
	switch {
	case s.level == atEnd:
		return shorter.Because(b.value("b", t))
	case s.weight == blank && s.unit < 0:
		return blankFirst.Because(b.value("b", t))
	case a.all[s.unit].latin() != b.all[t.unit].latin():
		place := check.Term("place", "在汉字之后", "after")
		if a.all[s.unit].latin() {
			place = check.Term("place", "在汉字之前", "before")
		}
		return latinPlace.Because(a.value("a", s), b.value("b", t), place)
	case a.all[s.unit].latin():
		return latinLetter.Because(a.value("a", s), b.value("b", t))
	case s.level == bySyllable:
		return syllable.Because(a.value("a", s), a.reading("x", s), b.value("b", t), b.reading("y", t))
	case s.level == byTone:
		return tone.Because(a.value("a", s), a.reading("x", s), b.value("b", t), b.reading("y", t),
			toneTerm("p", s.weight), toneTerm("q", t.weight))
	default:
		return byStroke(a.all[s.unit].rune(), b.all[t.unit].rune())
	}
}

// byStroke gives the reason why one character comes before another in stroke order.
func byStroke(a, b rune) check.Reason {
	first, second := check.Value("a", string(a)), check.Value("b", string(b))
	p, known := stroke.Rank(a)
	q, both := stroke.Rank(b)
	if !known || !both {
		return tableOrder.Because(first, place("i", a), second, place("j", b))
	}
	m, n := stroke.Count(p), stroke.Count(q)
	if m != n {
		return strokeCount.Because(first, check.Int("m", m), second, check.Int("n", n))
	}
	s, t := stroke.Sequence(p), stroke.Sequence(q)
	if s >= t { // the same, or one of the pairs that the table orders otherwise
		return tableOrder.Because(first, place("i", a), second, place("j", b))
	}
	k := 0
	for s[k] == t[k] {
		k++
	}
	return strokeSequence.Because(first, second, check.Int("n", n),
		check.Text("s", s), check.Text("t", t), check.Int("k", k+1), strokeTerm("x", s[k]), strokeTerm("y", t[k]))
}

// place says where a character stands in the standard table.
func place(key string, r rune) check.Arg {
	rank, ok := stroke.Rank(r)
	if !ok {
		return check.Term(key, "字表不详", "unknown character")
	}
	if i := stroke.Index(rank); i > 0 {
		return check.Int(key, i)
	}
	return check.Term(key, "表外字", "not in the table")
}

func strokeTerm(key string, class byte) check.Arg {
	i := class - '1'
	return check.Term(key,
		[...]string{"横", "竖", "撇", "点", "折"}[i],
		[...]string{"heng", "shu", "pie", "dian", "zhe"}[i])
}

func toneTerm(key string, t weight) check.Arg {
	i := t - 1
	return check.Term(key,
		[...]string{"阴平", "阳平", "上声", "去声", "轻声"}[i],
		[...]string{"tone 1", "tone 2", "tone 3", "tone 4", "the neutral tone"}[i])
}
