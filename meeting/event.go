package meeting

import (
	"cmp"
	"encoding/json"
	"iter"
	"log/slog"
	"slices"

	"github.com/huiwu-go/huiwu/meeting/plan"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
	"github.com/huiwu-go/huiwu/seating"
)

// A Seating is a seat plan of a session: Sheet tells it from the other plans of the
// session, such as 主席台 and 会场.
type Seating struct {
	Session roster.SessionID
	Sheet   string
	Plan    seating.Plan
}

// An Event is a meeting with everything joined: dossier, roster, seat plans, and
// who is absent from which session. Events are built by [Open], [Event.Apply] and
// [ParseEvent] and never change; they are safe for concurrent use. The zero Event
// is empty.
type Event struct {
	dossier  Dossier
	roster   roster.Roster
	seatings []Seating // by session in the order of the dossier, then sheet
	absences []absence // by session, then person
}

type absence struct {
	Session roster.SessionID `json:"session"`
	Person  roster.PersonID  `json:"person"`
}

func (a absence) compare(b absence) int {
	return cmp.Or(cmp.Compare(a.Session, b.Session), cmp.Compare(a.Person, b.Person))
}

// Open joins a dossier with the roster and seat plans. It reports all findings at
// once: a dossier that is not well formed, people and bodies that the roster does
// not hold, seat plans of sessions that do not exist, and two of one name.
func Open(d Dossier, r roster.Roster, seatings ...Seating) (Event, error) {
	ps := d.Validate()
	e := Event{dossier: d.clone(), roster: r, seatings: slices.Clone(seatings)}
	e.checkPeople(&ps)
	order := make(map[roster.SessionID]int, len(d.Sessions))
	for i, s := range d.Sessions {
		order[s.ID] = i
	}
	type name struct {
		session roster.SessionID
		sheet   string
	}
	first := map[name]int{}
	for i, s := range seatings {
		path := check.Index("seatings", i)
		ps.In("", checkTitle(path+".sheet", s.Sheet))
		if _, ok := order[s.Session]; !ok {
			ps.Add(unknownSession.At(path+".session", check.ID("session", roster.KindSession, s.Session)))
		}
		if j, twice := first[name{s.Session, s.Sheet}]; twice {
			ps.Add(sheetTwice.At(path+".sheet", check.Value("sheet", s.Sheet),
				check.ID("session", roster.KindSession, s.Session), check.Text("other", check.Index("seatings", j))))
		}
		first[name{s.Session, s.Sheet}] = i
		for g := range s.Plan.Guests() {
			e.need(&ps, path+".plan", g.ID)
		}
	}
	if err := ps.Err(); err != nil {
		return Event{}, err
	}
	slices.SortStableFunc(e.seatings, func(a, b Seating) int {
		return cmp.Or(cmp.Compare(order[a.Session], order[b.Session]), cmp.Compare(a.Sheet, b.Sheet))
	})
	return e, nil
}

// clone copies everything that a caller could change.
func (d Dossier) clone() Dossier {
	d.Sessions, d.Posts = slices.Clone(d.Sessions), slices.Clone(d.Posts)
	for i := range d.Sessions {
		s := &d.Sessions[i]
		s.Agenda = slices.Clone(s.Agenda)
		for j := range s.Agenda {
			s.Agenda[j].Papers = slices.Clone(s.Agenda[j].Papers)
		}
	}
	return d
}

// need reports a person who is named and not in the roster.
func (e Event) need(ps *check.Problems, path string, id roster.PersonID) {
	if _, ok := e.roster.Person(id); !ok && id != "" {
		ps.Add(unknownPerson.At(path, check.ID("person", roster.KindPerson, id)))
	}
}

func (e Event) checkPeople(ps *check.Problems) {
	d := e.dossier
	if _, ok := e.roster.Org(d.Organizer); !ok && d.Organizer != "" {
		ps.Add(unknownOrg.At("organizer", check.ID("org", roster.KindOrg, d.Organizer)))
	}
	for i, s := range d.Sessions {
		path := check.Index("sessions", i)
		e.need(ps, path+".chair", s.Chair)
		for j, it := range s.Agenda {
			at := check.Index(path+".agenda", j)
			e.need(ps, at+".presenter", it.Presenter)
			e.need(ps, at+".owner", it.Owner)
		}
	}
	for i, p := range d.Posts {
		path := check.Index("posts", i)
		if _, ok := e.Session(p.Session); !ok && p.Session != "" {
			ps.Add(unknownSession.At(path+".session", check.ID("session", roster.KindSession, p.Session)))
		}
		e.need(ps, path+".owner", p.Owner)
		e.need(ps, path+".backup", p.Backup)
	}
}

// Dossier returns a copy of the dossier.
func (e Event) Dossier() Dossier { return e.dossier.clone() }

// Roster returns the roster.
func (e Event) Roster() roster.Roster { return e.roster }

// Session returns the session with an identifier.
func (e Event) Session(id roster.SessionID) (Session, bool) {
	i := e.session(id)
	if i < 0 {
		return Session{}, false
	}
	return e.Dossier().Sessions[i], true
}

func (e Event) session(id roster.SessionID) int {
	return slices.IndexFunc(e.dossier.Sessions, func(s Session) bool { return s.ID == id })
}

// Seatings walks the seat plans by session in the order of the dossier, then sheet.
func (e Event) Seatings() iter.Seq[Seating] { return slices.Values(e.seatings) }

// Absent returns who is absent from a session, by identifier.
func (e Event) Absent(session roster.SessionID) []roster.PersonID {
	var ids []roster.PersonID
	for _, a := range e.absences {
		if a.Session == session {
			ids = append(ids, a.Person)
		}
	}
	return ids
}

// Name is a [check.Namer]: people and bodies by the roster, sessions, items and
// posts by their titles.
func (e Event) Name(kind, id string) string {
	switch kind {
	case roster.KindSession:
		s, _ := e.Session(roster.SessionID(id))
		return s.Title
	case roster.KindItem:
		for _, s := range e.dossier.Sessions {
			for _, it := range s.Agenda {
				if it.ID == roster.ItemID(id) {
					return it.Title
				}
			}
		}
	case plan.KindPost:
		for _, p := range e.dossier.Posts {
			if p.ID == plan.PostID(id) {
				return p.Title
			}
		}
	}
	return e.roster.Name(kind, id)
}

// Gaps lists what is still open, all at once: sessions without a chair or whose
// chair is absent, items that nobody owns, that lack a presenter or a paper or
// whose presenter is absent, posts without owner or backup, and posts of a session
// for which nobody is left.
func (e Event) Gaps() check.Problems {
	var ps check.Problems
	for i, s := range e.dossier.Sessions {
		path := check.Index("sessions", i)
		session := check.ID("session", roster.KindSession, s.ID)
		absent := e.Absent(s.ID)
		switch {
		case s.Chair == "":
			ps.Add(noChair.At(path+".chair", session))
		case slices.Contains(absent, s.Chair):
			ps.Add(chairAbsent.At(path+".chair", session, check.ID("person", roster.KindPerson, s.Chair)))
		}
		for j, it := range s.Agenda {
			ps.In(check.Index(path+".agenda", j), it.gaps(session, absent))
		}
		for j, p := range e.dossier.Posts {
			if p.Session != s.ID || len(absent) == 0 {
				continue
			}
			for _, c := range (plan.Posts{p}).Uncovered(absent...) {
				ps.Add(postEmpty.At(check.Index("posts", j), session, check.ID("post", plan.KindPost, c.Post)))
			}
		}
	}
	ps.In("posts", e.dossier.Posts.Gaps())
	return ps
}

func (it Item) gaps(session check.Arg, absent []roster.PersonID) check.Problems {
	var ps check.Problems
	item := check.ID("item", roster.KindItem, it.ID)
	if it.Owner == "" {
		ps.Add(itemNoOwner.At("owner", session, item))
	}
	switch {
	case it.Presenter == "" && it.Kind.needsPresenter():
		ps.Add(noPresenter.At("presenter", session, item))
	case it.Presenter != "" && slices.Contains(absent, it.Presenter):
		ps.Add(presenterAbsent.At("presenter", session, item, check.ID("person", roster.KindPerson, it.Presenter)))
	}
	if len(it.Papers) == 0 && it.Kind.needsPaper() {
		ps.Add(noPaper.At("papers", session, item))
	}
	return ps
}

// LogValue shows the title and how much there is.
func (e Event) LogValue() slog.Value {
	return slog.GroupValue(slog.String("title", e.dossier.Title), slog.Int("sessions", len(e.dossier.Sessions)), slog.Int("people", e.roster.Len()))
}

var eventFormat = wire.Format{Name: "meeting.event", Version: 1}

type (
	wireEvent struct {
		Dossier  Dossier         `json:"dossier"`
		Roster   json.RawMessage `json:"roster"`
		Seatings []wireSeating   `json:"seatings"`
		Absent   []absence       `json:"absent,omitempty"`
	}
	wireSeating struct {
		Session roster.SessionID `json:"session"`
		Sheet   string           `json:"sheet"`
		Plan    json.RawMessage  `json:"plan"`
	}
)

// MarshalJSON writes the event in a versioned form that [ParseEvent] reads.
func (e Event) MarshalJSON() ([]byte, error) {
	people, err := e.roster.MarshalJSON()
	if err != nil {
		return nil, err
	}
	w := wireEvent{Dossier: e.dossier, Roster: people, Seatings: []wireSeating{}, Absent: e.absences}
	for _, s := range e.seatings {
		plan, err := s.Plan.MarshalJSON()
		if err != nil {
			return nil, err
		}
		w.Seatings = append(w.Seatings, wireSeating{s.Session, s.Sheet, plan})
	}
	return wire.Append(nil, eventFormat, w)
}

// ParseEvent reads what MarshalJSON wrote and checks it as [Open] does, and each
// seat plan as [seating.ParsePlan] does.
func ParseEvent(data []byte) (Event, error) {
	var w wireEvent
	_, ps := wire.Parse(data, eventFormat, &w, nil)
	if ps.Failed() {
		return Event{}, ps.Err()
	}
	r, err := roster.Parse(w.Roster)
	if err := ps.InErr("roster", err); err != nil {
		return Event{}, err
	}
	seatings := make([]Seating, len(w.Seatings))
	for i, s := range w.Seatings {
		plan, err := seating.ParsePlan(s.Plan)
		if err := ps.InErr(check.Index("seatings", i)+".plan", err); err != nil {
			return Event{}, err
		}
		seatings[i] = Seating{s.Session, s.Sheet, plan}
	}
	if ps.Failed() {
		return Event{}, ps.Err()
	}
	e, err := Open(w.Dossier, r, seatings...)
	if err != nil {
		return Event{}, err
	}
	for i, a := range w.Absent {
		path := check.Index("absent", i)
		if e.session(a.Session) < 0 {
			ps.Add(unknownSession.At(path+".session", check.ID("session", roster.KindSession, a.Session)))
		}
		e.need(&ps, path+".person", a.Person)
		if i > 0 && w.Absent[i-1].compare(a) >= 0 {
			ps.Add(absentOrder.At(path, check.ID("person", roster.KindPerson, a.Person)))
		}
	}
	e.absences = w.Absent
	return e, ps.Err()
}
