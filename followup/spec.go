package followup

import (
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Bounds on a [Spec].
const (
	MaxLimits = 100
	MaxCodes  = 100
	MaxLimitN = 2000 // units of a limit
)

// A Code is how a rule names an outcome, such as "A" for what is solved. Rules use the
// same letters with other texts, so that codes are data of a lifecycle.
type Code struct {
	Code    string  `json:"code"`
	Outcome Outcome `json:"outcome"`
	Title   string  `json:"title"`   // in Chinese
	TitleEn string  `json:"titleEn"` // in English
}

// A Spec is a lifecycle as data, such as a house writes for itself. [NewLifecycle] builds
// it. Each kind of event has one move at most; kinds without one do not happen.
type Spec struct {
	Name   string  `json:"name"`
	Source string  `json:"source"`
	Moves  []Move  `json:"moves"`
	Limits []Limit `json:"limits,omitempty"`
	Codes  []Code  `json:"codes,omitempty"`
}

// goal says where an event of a kind may lead an item, and which guards it cannot do
// without. A 0 leaves the item where it is.
type goal struct {
	stages []Stage
	needs  []Guard
}

func goals() [Kinds + 1]goal {
	stay := []Stage{0}
	return [Kinds + 1]goal{
		KindDrafted:          {[]Stage{StageDrafted}, nil},
		KindFiled:            {[]Stage{StageFiled}, nil},
		KindAssigned:         {[]Stage{StageAssigned, StageInProgress}, nil},
		KindAccepted:         {[]Stage{StageInProgress}, nil},
		KindHandedBack:       {[]Stage{StageFiled}, nil},
		KindProgressed:       {[]Stage{0, StageInProgress}, []Guard{Owed}},
		KindReported:         {[]Stage{StageReported}, nil},
		KindReviewed:         {[]Stage{StageReviewed}, []Guard{SecondKey}},
		KindReturned:         {[]Stage{StageInProgress}, nil},
		KindClosed:           {[]Stage{StageClosed}, []Guard{SecondKey, Coded}},
		KindWrittenOff:       {[]Stage{StageWrittenOff}, nil},
		KindArchived:         {[]Stage{StageArchived}, nil},
		KindExtensionAsked:   {[]Stage{0, StageInProgress}, nil},
		KindExtensionGranted: {[]Stage{0, StageInProgress}, []Guard{Asked, SecondKey}},
		KindExtensionRefused: {[]Stage{0, StageInProgress}, []Guard{Asked, SecondKey}},
		KindSuspended:        {[]Stage{StageSuspended}, nil},
		KindResumed:          {[]Stage{0, StageInProgress}, nil},
		KindCancelled:        {[]Stage{StageCancelled}, nil},
		KindReopened:         {[]Stage{StageAssigned, StageInProgress}, nil},
		KindUrged:            {stay, nil},
		KindVerified:         {stay, nil},
		KindLinked:           {stay, []Guard{Untied}},
		KindUnlinked:         {stay, []Guard{Tied}},
		KindMissed:           {stay, []Guard{Owed}},
		KindRelayed:          {stay, []Guard{Party}},
	}
}

// speaksOf reports whether a guard says something about an event of a kind.
func (g Guard) speaksOf(k Kind) bool {
	switch g {
	case LaterDue, DueAhead:
		return slices.Contains([]Kind{KindAssigned, KindExtensionAsked, KindExtensionGranted, KindResumed, KindReopened}, k)
	case Concrete:
		return k == KindFiled || k == KindDrafted
	case Named, Alone, Apart:
		return k == KindAssigned
	case SlipLeft:
		return k == KindUrged
	case Untied:
		return k == KindLinked
	case Tied:
		return k == KindUnlinked
	case Owed:
		return k == KindProgressed || k == KindMissed
	case Party:
		return k == KindRelayed
	case Coded:
		return k == KindClosed
	default:
		return true
	}
}

// Validate reports a lifecycle that cannot be followed: no name or source; moves that are
// not known, stand twice, lead where their event cannot, or have guards that say nothing
// about it; closing without a second key, or other than out of a reported or reviewed
// stage; a stage that no event leads to, and one from which an item can never end; limits
// and codes that are wrong.
func (s Spec) Validate() check.Problems {
	var ps check.Problems
	for _, f := range []struct{ path, text string }{{"name", s.Name}, {"source", s.Source}} {
		if strings.TrimSpace(f.text) == "" {
			ps.Add(noText.At(f.path))
		}
		ps.In("", roster.CheckText(f.path, f.text, MaxText))
	}
	seen := map[Kind]bool{}
	goals := goals()
	for i, m := range s.Moves {
		path := check.Index("moves", i)
		if !valid(kinds, m.Event) || seen[m.Event] || len(m.From) == 0 || len(m.From) > Stages+1 || len(m.Guards) > len(guards.all) ||
			slices.ContainsFunc(m.From, func(st Stage) bool { return int(st) > Stages }) {
			ps.Add(badMove.At(path, term("event", kinds, m.Event), check.Int("n", int(m.Event))))
			continue
		}
		seen[m.Event] = true
		ps.In(path, m.validate(goals[m.Event]))
	}
	if !ps.Failed() {
		ps.In("moves", s.walk())
	}
	ps.In("", s.validateLimits(seen))
	ps.In("", s.validateCodes())
	return ps
}

func (m Move) validate(g goal) check.Problems {
	var ps check.Problems
	event := term("event", kinds, m.Event)
	if !slices.Contains(g.stages, m.To) {
		ps.Add(badGoal.At("to", event, term("stage", stages, m.To)))
	}
	if m.Event == KindClosed && slices.ContainsFunc(m.From, func(st Stage) bool { return st != StageReported && st != StageReviewed }) {
		ps.Add(unseenClose.At("from", event))
	}
	begins := m.Event == KindDrafted || m.Event == KindFiled
	for i, st := range m.From {
		if st == 0 && !begins || begins && st != 0 && (st != StageDrafted || m.Event == KindDrafted) || slices.Contains(m.From[:i], st) {
			ps.Add(badFrom.At(check.Index("from", i), event, term("stage", stages, st)))
		}
	}
	needs := g.needs
	if m.Event == KindFiled && slices.Contains(m.From, StageDrafted) {
		needs = append(slices.Clone(needs), SecondKey)
	}
	for _, need := range needs {
		if !slices.Contains(m.Guards, need) {
			ps.Add(needsGuard.At("guards", event, term("guard", guards, need)))
		}
	}
	for i, guard := range m.Guards {
		if !valid(guards, guard) || !guard.speaksOf(m.Event) || slices.Contains(m.Guards[:i], guard) {
			ps.Add(badGuard.At(check.Index("guards", i), event, check.Text("guard", guard.String())))
		}
	}
	return ps
}

// reach tells which stages moves lead to from none, and out of which an item can end.
func reach(moves []Move) (reached, ends [Stages + 1]bool) {
	reached[0] = true
	var rested []Stage // where an item that is resumed may go back to
	for st := StageFiled; int(st) <= Stages; st++ {
		ends[st] = !st.Open() && st != StageDrafted
	}
	for _, m := range moves {
		if m.Event == KindSuspended {
			rested = m.From
		}
	}
	for range Stages + 1 { // each round goes one stage further, or none
		for _, m := range moves {
			for _, from := range m.From {
				to := []Stage{m.To}
				switch {
				case m.Event == KindResumed && m.To == 0:
					to = rested
				case m.To == 0:
					to = []Stage{from}
				}
				for _, st := range to {
					reached[st] = reached[st] || reached[from]
					ends[from] = ends[from] || ends[st]
				}
			}
		}
	}
	return reached, ends
}

// walk reports stages that are not reached, and those that have no way to an end.
func (s Spec) walk() check.Problems {
	var ps check.Problems
	reached, ends := reach(s.Moves)
	if !reached[StageFiled] {
		ps.Add(unreached.At("", term("stage", stages, StageFiled)))
	}
	for i, m := range s.Moves {
		for k, from := range m.From {
			if !reached[from] {
				ps.Add(unreached.At(check.Join(check.Index("", i), check.Index("from", k)), term("stage", stages, from)))
			}
		}
	}
	for st := Stage(0); int(st) <= Stages; st++ {
		if reached[st] && !ends[st] && reached[StageFiled] {
			ps.Add(deadEnd.At("", term("stage", stages, st)))
		}
	}
	return ps
}

func (s Spec) validateLimits(has map[Kind]bool) check.Problems {
	var ps check.Problems
	if len(s.Limits) > MaxLimits || len(s.Codes) > MaxCodes {
		ps.Add(manyLimits.At("", check.Int("limits", len(s.Limits)), check.Int("maxLimits", MaxLimits), check.Int("codes", len(s.Codes)), check.Int("maxCodes", MaxCodes)))
		return ps
	}
	for i, l := range s.Limits {
		if !has[l.Event] || l.After != 0 && !has[l.After] || l.Class > Major || l.N < 1 || l.N > MaxLimitN || !valid(units, l.Unit) {
			ps.Add(badLimit.At(check.Index("limits", i), term("event", kinds, l.Event), check.Int("n", l.N), check.Int("max", MaxLimitN)))
		}
	}
	return ps
}

func (s Spec) validateCodes() check.Problems {
	var ps check.Problems
	seen := map[string]bool{}
	for i, c := range s.Codes[:min(len(s.Codes), MaxCodes)] {
		path := check.Index("codes", i)
		if strings.TrimSpace(c.Code) == "" || strings.TrimSpace(c.Title) == "" || strings.TrimSpace(c.TitleEn) == "" || !c.Outcome.IsValid() || seen[c.Code] {
			ps.Add(badCode.At(path, check.Value("code", c.Code)))
		}
		seen[c.Code] = true
		for _, f := range []struct{ path, text string }{{"code", c.Code}, {"title", c.Title}, {"titleEn", c.TitleEn}} {
			ps.In(path, roster.CheckText(f.path, f.text, MaxText))
		}
	}
	return ps
}

// NewLifecycle builds the lifecycle of a house. The error is a check.Problems with all
// that [Spec.Validate] finds.
func NewLifecycle(s Spec) (Lifecycle, error) {
	if err := s.Validate().Err(); err != nil {
		return Lifecycle{}, err
	}
	moves := make([]Move, len(s.Moves))
	for i, m := range s.Moves {
		m.From, m.Guards = slices.Clone(m.From), slices.Clone(m.Guards)
		moves[i] = m
	}
	lc := lifecycle(s.Name, s.Source, moves, slices.Clone(s.Limits)...)
	lc.codes = slices.Clone(s.Codes)
	return lc, nil
}

// Spec returns the lifecycle as data, its moves in the order of [Kind].
func (lc Lifecycle) Spec() Spec {
	s := Spec{Name: lc.name, Source: lc.source, Limits: slices.Clone(lc.limits), Codes: slices.Clone(lc.codes)}
	for k := Kind(1); int(k) <= Kinds; k++ {
		if m, ok := lc.Move(k); ok {
			s.Moves = append(s.Moves, m)
		}
	}
	return s
}

// start is a stage that a move begins in; the zero one is written "none".
type start Stage

func (s start) MarshalText() ([]byte, error) {
	if s == 0 {
		return []byte(stages.zero.token), nil
	}
	return Stage(s).MarshalText()
}

func (s *start) UnmarshalText(text []byte) error {
	if *s = 0; string(text) == stages.zero.token {
		return nil
	}
	return read(s, stages, text)
}

type (
	wireMove struct {
		Event  Kind    `json:"event"`
		From   []start `json:"from"`
		To     Stage   `json:"to,omitzero"`
		Guards []Guard `json:"guards,omitempty"`
	}
	wireSpec struct {
		Name   string     `json:"name"`
		Source string     `json:"source"`
		Moves  []wireMove `json:"moves"`
		Limits []Limit    `json:"limits,omitempty"`
		Codes  []Code     `json:"codes,omitempty"`
	}
)

var lifecycleFormat = wire.Format{Name: "followup.lifecycle", Version: 1}

// MarshalJSON writes the lifecycle in a versioned form that [ParseLifecycle] reads. The
// zero Lifecycle has none.
func (lc Lifecycle) MarshalJSON() ([]byte, error) {
	s := lc.Spec()
	if err := s.Validate().Err(); err != nil {
		return nil, err
	}
	w := wireSpec{Name: s.Name, Source: s.Source, Moves: make([]wireMove, len(s.Moves)), Limits: s.Limits, Codes: s.Codes}
	for i, m := range s.Moves {
		w.Moves[i] = wireMove{Event: m.Event, To: m.To, Guards: m.Guards}
		for _, from := range m.From {
			w.Moves[i].From = append(w.Moves[i].From, start(from))
		}
	}
	return wire.Append(nil, lifecycleFormat, w)
}

// ParseLifecycle reads the lifecycle of a house and checks it.
func ParseLifecycle(data []byte) (Lifecycle, error) {
	var w wireSpec
	_, ps := wire.Parse(data, lifecycleFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return Lifecycle{}, err
	}
	s := Spec{Name: w.Name, Source: w.Source, Limits: w.Limits, Codes: w.Codes}
	for _, m := range w.Moves {
		move := Move{Event: m.Event, To: m.To, Guards: m.Guards}
		for _, from := range m.From {
			move.From = append(move.From, Stage(from))
		}
		s.Moves = append(s.Moves, move)
	}
	return NewLifecycle(s)
}
