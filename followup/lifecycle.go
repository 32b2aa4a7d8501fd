package followup

import (
	"iter"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Guard is a condition on a move beyond the stages. The zero Guard is not valid.
type Guard uint8

// The guards.
const (
	// SecondKey: who reported the item, or asked for the extension, does not decide
	// on it (两把钥匙).
	SecondKey Guard = iota + 1
	// BeforeExpiry: the day is not after the current due date (到期前申请).
	BeforeExpiry
	// LaterDue: the new due date is after the current one.
	LaterDue
	// DueAhead: the new due date is not before the day of the event.
	DueAhead
	// NoneAsked: no request for an extension is open.
	NoneAsked
	// Asked: a request for an extension is open.
	Asked
	// Concrete: the item says what has to be there for it to be done (具体要求).
	Concrete
	// Named: a responsible leader and a contact are named.
	Named
	// Alone: the lead has no supporting bodies.
	Alone
	// AfterExpiry: the day is after the current due date.
	AfterExpiry
	// SlipLeft: fewer than two slips have been issued since the item was assigned.
	SlipLeft
	// FoundEffective: since the last report somebody found the result effective.
	FoundEffective
	// InLimit: the limits of the lifecycle on the event that are in days or months
	// are kept.
	InLimit
	// Untied: the item does not hold the link yet, nor MaxLinks of its kind.
	Untied
	// Tied: the item holds the link.
	Tied
)

// A Move is one line of a lifecycle: an event may happen in any of the From stages
// if all guards hold, and leads to To. If To is the zero Stage the item stays where
// it is; one that is resumed goes back to where it was suspended.
type Move struct {
	Event  Kind
	From   []Stage
	To     Stage
	Guards []Guard
}

// A Lifecycle says which events may happen when. It is data: an organisation that
// knows fewer steps leaves out moves. The zero Lifecycle allows nothing. The presets
// are functions: [Presets] names them all.
type Lifecycle struct {
	name   string
	source string
	moves  [Kinds + 1]Move // by event; one move an event
	limits []Limit
}

func lifecycle(name, source string, moves []Move, limits ...Limit) Lifecycle {
	lc := Lifecycle{name: name, source: source, limits: limits}
	for _, m := range moves {
		if len(m.From) > 0 {
			lc.moves[m.Event] = m
		}
	}
	return lc
}

// Name is the token of the preset, such as "standard".
func (lc Lifecycle) Name() string { return lc.name }

// Source says which text the lifecycle follows.
func (lc Lifecycle) Source() string { return lc.source }

// Limits walks the limits that the rule behind the lifecycle sets, in its order.
func (lc Lifecycle) Limits() iter.Seq[Limit] { return slices.Values(lc.limits) }

// Move returns the move of a kind of event, and whether the lifecycle has one.
func (lc Lifecycle) Move(k Kind) (Move, bool) {
	if k < 1 || int(k) > Kinds || lc.moves[k].Event == 0 {
		return Move{}, false
	}
	m := lc.moves[k]
	m.From, m.Guards = slices.Clone(m.From), slices.Clone(m.Guards)
	return m, true
}

// to is the stage that the move leads an item to.
func (m Move) to(it *Item) Stage {
	switch {
	case m.To != 0:
		return m.To
	case m.Event == KindResumed && it.Rested != 0:
		return it.Rested
	default:
		return it.Stage
	}
}

// admit reports why an event may not happen to an item now; no finding means that
// it may.
func (lc Lifecycle) admit(it *Item, e Event) check.Problems {
	ps := e.validate()
	if ps.Failed() {
		return ps
	}
	act := e.act()
	m := lc.moves[e.kind()]
	event := check.Term("event", e.kind().Label(), e.kind().String())
	if !slices.Contains(m.From, it.Stage) || m.Event == 0 {
		ps.Add(wrongStage.At("", itemArg(act), event, check.Term("stage", it.Stage.Label(), it.Stage.String())))
		return ps
	}
	if act.On.Before(it.Changed) {
		ps.Add(beforeLast.At("on", itemArg(act), event, check.Text("on", act.On.String()), check.Text("last", it.Changed.String())))
	}
	for _, g := range m.Guards {
		if p, broken := g.broken(lc, it, e, event); broken {
			ps.Add(p)
		}
	}
	return ps
}

// lastDay is the first day on which a limit in days or months on an event ends, the
// zero Date if the item has none that runs.
func (lc Lifecycle) lastDay(it *Item, k Kind) calendar.Date {
	var first calendar.Date
	for _, l := range lc.limits {
		from := it.since(l.After)
		if l.Event != k || l.Unit == Workdays || from.IsZero() || !l.holds(it) {
			continue
		}
		if by, err := l.end(from, nil); err == nil && (first.IsZero() || by.Before(first)) {
			first = by
		}
	}
	return first
}

// broken returns the finding if the guard does not hold.
func (g Guard) broken(lc Lifecycle, it *Item, e Event, event check.Arg) (check.Problem, bool) {
	act, due := e.act(), newDue(e)
	item := itemArg(act)
	dueArgs := []check.Arg{item, check.Text("due", due.String()), check.Text("current", it.Due.String())}
	switch g {
	case SecondKey:
		other := it.ReportedBy
		if e.kind() == KindExtensionGranted || e.kind() == KindExtensionRefused {
			other = it.Asked.By
		}
		return oneKey.At("by", item, event, check.ID("person", roster.KindPerson, act.By)), act.By == other
	case BeforeExpiry:
		return tooLate.At("on", item, check.Text("on", act.On.String()), check.Text("current", it.Due.String())), act.On.After(it.Due)
	case LaterDue:
		return notLater.At("due", dueArgs...), !due.After(it.Due)
	case DueAhead:
		return dueBefore.At("due", item, check.Text("due", due.String()), check.Text("on", act.On.String())), due.Before(act.On)
	case NoneAsked:
		return alreadyAsked.At("", item), !it.Asked.IsZero()
	case Asked:
		return nothingAsked.At("", item, event), it.Asked.IsZero()
	case Concrete:
		filed, ok := e.(Filed)
		return notConcrete.At("requirement", item), ok && strings.TrimSpace(filed.Requirement) == ""
	case Named:
		given, ok := e.(Assigned)
		return notNamed.At("", item), ok && (given.Leader == "" || given.Contact == "")
	case Alone:
		given, ok := e.(Assigned)
		return notAlone.At("supports", item, check.Int("n", len(given.Supports))), ok && len(given.Supports) > 0
	case AfterExpiry:
		return tooEarly.At("on", item, event, check.Text("on", act.On.String()), check.Text("current", it.Due.String())), !act.On.After(it.Due)
	case SlipLeft:
		return noSlipLeft.At("", item, check.Int("n", it.Urged)), it.Urged >= 2
	case FoundEffective:
		return notEffective.At("", item, event), !it.Effective
	case InLimit:
		by := lc.lastDay(it, e.kind())
		return pastLimit.At("on", item, event, check.Text("on", act.On.String()), check.Text("by", by.String())), !by.IsZero() && act.On.After(by)
	case Untied:
		l, ok := e.(Linked)
		return tiedAlready.At("to", item, check.ID("other", roster.KindItem, l.To), check.Int("max", MaxLinks)),
			ok && (it.has(l.Link, l.To) || l.Link != PartOf && len(*it.links(l.Link)) >= MaxLinks)
	case Tied:
		l, ok := e.(Unlinked)
		return notTied.At("to", item, check.ID("other", roster.KindItem, l.To)), ok && !it.has(l.Link, l.To)
	default:
		panic("followup: unknown guard") //nolint:forbidigo // guards are written in this file alone
	}
}
