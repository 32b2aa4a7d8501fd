package meeting

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
	"github.com/huiwu-go/huiwu/seating"
)

// A Change is something that happens to a meeting that is prepared. The set is
// closed: Absent, ChairReplaced.
type Change interface {
	// apply changes an event that is the receiver's own copy and reports why it
	// could not.
	apply(e *Event) check.Problems
	wire() wireChange
}

var _ = []Change{Absent{}, ChairReplaced{}}

// Absent: a person does not come to a session (临时缺席). Every seat plan of the
// session in which the person sits is changed by the remedy; to see what each
// legal remedy costs, ask [seating.Remedies] of the plan.
type Absent struct {
	Session roster.SessionID
	Person  roster.PersonID
	Remedy  seating.Remedy // required if the person has a seat
}

// ChairReplaced: someone else chairs a session (调整主持人). Seats stay: who moves to
// the place of the chair is a change of its own.
type ChairReplaced struct {
	Session roster.SessionID
	By      roster.PersonID
}

// Apply returns the event after a change, or a report of why the change cannot be
// made; the event itself stays as it is.
func (e Event) Apply(c Change) (Event, error) {
	var ps check.Problems
	if c == nil {
		ps.Add(noChange.At(""))
		return Event{}, ps.Err()
	}
	next := Event{e.dossier.clone(), e.roster, slices.Clone(e.seatings), slices.Clone(e.absences)}
	ps = c.apply(&next)
	if err := ps.Err(); err != nil {
		return Event{}, err
	}
	return next, nil
}

func (c Absent) apply(e *Event) check.Problems {
	var ps check.Problems
	if e.session(c.Session) < 0 {
		ps.Add(unknownSession.At("session", check.ID("session", roster.KindSession, c.Session)))
	}
	if _, ok := e.roster.Person(c.Person); !ok {
		ps.Add(unknownPerson.At("person", check.ID("person", roster.KindPerson, c.Person)))
	}
	gone := absence{c.Session, c.Person}
	at, already := slices.BinarySearchFunc(e.absences, gone, absence.compare)
	if already {
		ps.Add(alreadyAbsent.At("person", check.ID("person", roster.KindPerson, c.Person), check.ID("session", roster.KindSession, c.Session)))
	}
	if ps.Failed() {
		return ps
	}
	e.absences = slices.Insert(e.absences, at, gone)
	for i, s := range e.seatings {
		if s.Session != c.Session {
			continue
		}
		if _, seated := s.Plan.Of(c.Person); !seated {
			continue
		}
		r, err := seating.Reseat(s.Plan, c.Remedy, nil, seating.Absent{Person: c.Person})
		if err := ps.InErr(check.Key("seatings", s.Sheet), err); err != nil {
			ps.Add(noReseat.At(check.Key("seatings", s.Sheet), check.Value("why", err.Error())).WithCause(err))
			continue
		}
		e.seatings[i].Plan = r.After()
	}
	return ps
}

func (c ChairReplaced) apply(e *Event) check.Problems {
	var ps check.Problems
	i := e.session(c.Session)
	if i < 0 {
		ps.Add(unknownSession.At("session", check.ID("session", roster.KindSession, c.Session)))
	}
	if _, ok := e.roster.Person(c.By); !ok {
		ps.Add(unknownPerson.At("by", check.ID("person", roster.KindPerson, c.By)))
	}
	if slices.Contains(e.Absent(c.Session), c.By) {
		ps.Add(chairAbsent.At("by", check.ID("session", roster.KindSession, c.Session), check.ID("person", roster.KindPerson, c.By)))
	}
	if !ps.Failed() {
		e.dossier.Sessions[i].Chair = c.By
	}
	return ps
}

var changesFormat = wire.Format{Name: "meeting.changes", Version: 1}

// wireChange holds the fields of every type of change.
type wireChange struct {
	Type    string           `json:"type"`
	Session roster.SessionID `json:"session,omitzero"`
	Person  roster.PersonID  `json:"person,omitzero"`
	Remedy  seating.Remedy   `json:"remedy,omitzero"`
	By      roster.PersonID  `json:"by,omitzero"`
}

type wireChanges struct {
	Changes []wireChange `json:"changes"`
}

const (
	typeAbsent        = "absent"
	typeChairReplaced = "chair-replaced"
)

func (c Absent) wire() wireChange {
	return wireChange{Type: typeAbsent, Session: c.Session, Person: c.Person, Remedy: c.Remedy}
}

func (c ChairReplaced) wire() wireChange {
	return wireChange{Type: typeChairReplaced, Session: c.Session, By: c.By}
}

// change returns the change that w holds, nil if its type is not known.
func (w wireChange) change() Change {
	switch w.Type {
	case typeAbsent:
		return Absent{w.Session, w.Person, w.Remedy}
	case typeChairReplaced:
		return ChairReplaced{w.Session, w.By}
	default:
		return nil
	}
}

// AppendChanges appends changes in a versioned form that [ParseChanges] reads.
func AppendChanges(dst []byte, changes ...Change) ([]byte, error) {
	w := wireChanges{Changes: make([]wireChange, len(changes))}
	for i, c := range changes {
		if c == nil {
			var ps check.Problems
			ps.Add(noChange.At(check.Index("changes", i)))
			return dst, ps.Err()
		}
		w.Changes[i] = c.wire()
	}
	return wire.Append(dst, changesFormat, w)
}

// ParseChanges reads what AppendChanges wrote. Unknown types, and fields that do
// not belong to the type, are findings.
func ParseChanges(data []byte) ([]Change, error) {
	var w wireChanges
	_, ps := wire.Parse(data, changesFormat, &w, nil)
	changes := make([]Change, len(w.Changes))
	for i, wc := range w.Changes {
		path := check.Index("changes", i)
		changes[i] = wc.change()
		switch {
		case changes[i] == nil:
			ps.Add(unknownChange.At(path+".type", check.Value("type", wc.Type)))
		case changes[i].wire() != wc:
			ps.Add(strayField.At(path, check.Value("type", wc.Type)))
		}
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return changes, nil
}
