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
	// SecondKey: who drafted or reported the item, or asked for the extension, does not
	// decide on it (两把钥匙).
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
	// Owed: the periodic report is one that the item owes, and is not given yet.
	Owed
	// Party: the body has a part in the item and has not said yet that it passed it on.
	Party
	// Coded: the code of the outcome, if there is one, is of the lifecycle.
	Coded
	// Apart: the lead is not the body that follows the item up (督办与承办分开).
	Apart
)

// String returns the token, such as "second-key".
func (g Guard) String() string { return of(guards, g).token }

// Label returns the Chinese term, "" if g is not valid.
func (g Guard) Label() string { return of(guards, g).hans }

// MarshalText returns the token of a valid guard.
func (g Guard) MarshalText() ([]byte, error) { return write(guards, g) }

// UnmarshalText reads a token.
func (g *Guard) UnmarshalText(text []byte) error { return read(g, guards, text) }

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
	moves  []Move // by Kind; one move an event; nil for the zero Lifecycle
	limits []Limit
	codes  []Code
}

// lifecycle leaves out of the moves what no item reaches.
func lifecycle(name, source string, moves []Move, limits ...Limit) Lifecycle {
	lc := Lifecycle{name: name, source: source, limits: limits, moves: make([]Move, Kinds+1)}
	reached, _ := reach(moves)
	for _, m := range moves {
		m.From = slices.DeleteFunc(slices.Clone(m.From), func(st Stage) bool { return !reached[st] })
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

// Codes walks the codes by which the rule behind the lifecycle names outcomes.
func (lc Lifecycle) Codes() iter.Seq[Code] { return slices.Values(lc.codes) }

// Move returns the move of a kind of event, and whether the lifecycle has one.
func (lc Lifecycle) Move(k Kind) (Move, bool) {
	m := lc.move(k)
	if m.Event == 0 {
		return Move{}, false
	}
	m.From, m.Guards = slices.Clone(m.From), slices.Clone(m.Guards)
	return m, true
}

// move is the move of a kind of event, the zero Move if there is none.
func (lc Lifecycle) move(k Kind) Move {
	if int(k) >= len(lc.moves) {
		return Move{}
	}
	return lc.moves[k]
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
	ps.In("", it.stale(e))
	m := lc.move(e.kind())
	if !slices.Contains(m.From, it.Stage) || m.Event == 0 {
		ps.Add(wrongStage.At("", itemArg(act), eventArg(e), term("stage", stages, it.Stage)))
		return ps
	}
	if act.On.Before(it.Changed) {
		ps.Add(beforeLast.At("on", itemArg(act), eventArg(e), check.Text("on", act.On.String()), check.Text("last", it.Changed.String())))
	}
	for _, g := range m.Guards {
		if p, broken := g.broken(lc, it, e); broken {
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
func (g Guard) broken(lc Lifecycle, it *Item, e Event) (found check.Problem, broken bool) {
	act, due := e.act(), newDue(e)
	item := itemArg(act)
	switch g {
	case SecondKey:
		other := it.ReportedBy
		switch e.kind() {
		case KindExtensionGranted, KindExtensionRefused:
			other = it.Asked.By
		case KindFiled:
			other = it.DraftedBy
		default:
		}
		if act.By == other {
			return oneKey.At("by", item, eventArg(e), check.ID("person", roster.KindPerson, act.By)), true
		}
	case BeforeExpiry:
		if act.On.After(it.Due) {
			return tooLate.At("on", item, check.Text("on", act.On.String()), check.Text("current", it.Due.String())), true
		}
	case LaterDue:
		if !due.After(it.Due) {
			return notLater.At("due", item, check.Text("due", due.String()), check.Text("current", it.Due.String())), true
		}
	case DueAhead:
		if due.Before(act.On) {
			return dueBefore.At("due", item, check.Text("due", due.String()), check.Text("on", act.On.String())), true
		}
	case NoneAsked:
		if !it.Asked.IsZero() {
			return alreadyAsked.At("", item), true
		}
	case Asked:
		if it.Asked.IsZero() {
			return nothingAsked.At("", item, eventArg(e)), true
		}
	case Concrete:
		filed, ok := e.(Filed)
		if draft, is := e.(Drafted); is {
			filed, ok = Filed(draft), true
		}
		if ok && strings.TrimSpace(filed.Requirement) == "" {
			return notConcrete.At("requirement", item), true
		}
	case Named:
		if given, ok := e.(Assigned); ok && (given.Leader == "" || given.Contact == "") {
			return notNamed.At("", item), true
		}
	case Alone:
		if given, ok := e.(Assigned); ok && len(given.Supports) > 0 {
			return notAlone.At("supports", item, check.Int("n", len(given.Supports))), true
		}
	case AfterExpiry:
		if !act.On.After(it.Due) {
			return tooEarly.At("on", item, eventArg(e), check.Text("on", act.On.String()), check.Text("current", it.Due.String())), true
		}
	case SlipLeft:
		if it.Urged >= 2 {
			return noSlipLeft.At("", item, check.Int("n", it.Urged)), true
		}
	case FoundEffective:
		if !it.Effective {
			return notEffective.At("", item, eventArg(e)), true
		}
	case InLimit:
		if by := lc.lastDay(it, e.kind()); !by.IsZero() && act.On.After(by) {
			return pastLimit.At("on", item, eventArg(e), check.Text("on", act.On.String()), check.Text("by", by.String())), true
		}
	case Untied:
		l, ok := e.(Linked)
		if ok && (it.has(l.Link, l.To) || l.Link != PartOf && len(*it.links(l.Link)) >= MaxLinks) {
			return tiedAlready.At("to", item, check.ID("other", roster.KindItem, l.To), check.Int("max", MaxLinks)), true
		}
	case Tied:
		if l, ok := e.(Unlinked); ok && !it.has(l.Link, l.To) {
			return notTied.At("to", item, check.ID("other", roster.KindItem, l.To)), true
		}
	case Owed:
		if p, ok := e.(Progressed); ok && !p.Instalment.IsZero() {
			return it.instalment(act, p.Instalment, false)
		}
		if m, ok := e.(Missed); ok {
			return it.instalment(act, m.Instalment, true)
		}
	case Party:
		r, ok := e.(Relayed)
		if !ok {
			break
		}
		if _, again := it.receipt(r.Org); again || !slices.Contains(it.bodies(), r.Org) {
			return notParty.At("org", item, check.ID("org", roster.KindOrg, r.Org)), true
		}
	case Coded:
		c, ok := e.(Closed)
		if ok && c.Code != "" && !slices.ContainsFunc(lc.codes, func(x Code) bool { return x.Code == c.Code && x.Outcome == c.Outcome }) {
			return noSuchCode.At("code", item, check.Value("code", c.Code), term("outcome", outcomes, c.Outcome)), true
		}
	case Apart:
		if given, ok := e.(Assigned); ok && given.Lead == it.Supervisor {
			return notApart.At("lead", item, check.ID("lead", roster.KindOrg, given.Lead)), true
		}
	default:
		panic("followup: unknown guard") //nolint:forbidigo // guards are written in this package alone
	}
	return found, false
}

// eventArg names an event in a sentence.
func eventArg(e Event) check.Arg { return term("event", kinds, e.kind()) }
