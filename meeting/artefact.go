package meeting

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// An ArtefactKind says what is printed or sent. The zero kind is not valid.
type ArtefactKind uint8

// The kinds of artefacts.
const (
	SeatCard    ArtefactKind = iota + 1 // 席位卡: the name card on a seat
	SeatPlan                            // 座次图: the drawing of a seat plan
	ChairScript                         // 主持词: what the chair reads
	AgendaSheet                         // 议程单: what everyone has on the table
)

// IsValid reports whether k is one of the kinds above.
func (k ArtefactKind) IsValid() bool { return valid(artefactKinds, k) }

// String returns the token, such as "seat-card".
func (k ArtefactKind) String() string { return of(artefactKinds, k).token }

// Label returns the Chinese term, such as 席位卡, "" if k is not valid.
func (k ArtefactKind) Label() string { return of(artefactKinds, k).hans }

// A Key names an artefact: which kind, of which session, on which sheet, for whom.
// Sheet is "" but for cards and seat plans, Person but for cards.
type Key struct {
	Kind    ArtefactKind
	Session roster.SessionID
	Sheet   string
	Person  roster.PersonID
}

// KindSeat is the kind of a seat, such as rostrum/1/8, as a [check.Namer] receives
// it from this package.
const KindSeat = "seat"

// A Fact is one of the things that an artefact is made of. Kind is the kind of the
// values as a [check.Namer] receives it, or check.KindText.
type Fact struct {
	Label  check.Arg // what the fact is, in both languages
	Kind   string
	Values []string
}

func (f Fact) equal(g Fact) bool { return f.Kind == g.Kind && slices.Equal(f.Values, g.Values) }

// arg returns the values for a sentence.
func (f Fact) arg(key string) check.Arg {
	switch {
	case len(f.Values) == 0 || len(f.Values) == 1 && f.Values[0] == "":
		return check.Term(key, "无", "none")
	case len(f.Values) == 1:
		return check.ID(key, f.Kind, f.Values[0])
	default:
		return check.IDs(key, f.Kind, f.Values...)
	}
}

func fact[S ~string](hans, en, kind string, values ...S) Fact {
	f := Fact{Label: check.Term("fact", hans, en), Kind: kind}
	for _, v := range values {
		f.Values = append(f.Values, string(v))
	}
	return f
}

// An Artefact is something that is printed or sent, with the facts it is a pure
// function of. Artefacts of one kind have the same facts in the same order.
type Artefact struct {
	Key   Key
	Facts []Fact
}

// Artefacts lists everything that is printed or sent, session by session in the
// order of the dossier: the agenda sheet, the chair's script, and for each sheet
// the seat plan and its cards by seat.
func (e Event) Artefacts() []Artefact {
	var list []Artefact
	for _, s := range e.dossier.Sessions {
		list = append(list,
			Artefact{Key{Kind: AgendaSheet, Session: s.ID}, s.agendaFacts()},
			Artefact{Key{Kind: ChairScript, Session: s.ID}, e.scriptFacts(s)},
		)
		for _, st := range e.seatings {
			if st.Session == s.ID {
				list = append(list, e.seats(st)...)
			}
		}
	}
	return list
}

func (s Session) agendaFacts() []Fact {
	return append([]Fact{
		fact("名称", "title", check.KindText, s.Title),
		fact("时间", "time", check.KindText, s.Span.String()),
		fact("地点", "room", roster.KindRoom, s.Room),
		fact("主持人", "chair", roster.KindPerson, s.Chair),
	}, s.itemFacts()...)
}

func (s Session) itemFacts() []Fact {
	var titles []string
	var presenters []roster.PersonID
	var minutes []string
	for _, it := range s.Agenda {
		titles = append(titles, it.Title)
		presenters = append(presenters, it.Presenter)
		minutes = append(minutes, strconv.Itoa(it.Minutes))
	}
	return []Fact{
		fact("议程", "agenda", check.KindText, titles...),
		fact("报告人或发言人", "presenters", roster.KindPerson, presenters...),
		fact("时长（分钟）", "minutes", check.KindText, minutes...),
	}
}

// scriptFacts: the chair's script names the chair, the leaders who are present, and
// the items with their presenters.
func (e Event) scriptFacts(s Session) []Fact {
	var present []roster.PersonID
	for _, st := range e.seatings {
		if st.Session == s.ID && st.Plan.Setting().Rostrum != nil {
			for g := range st.Plan.Guests() {
				present = append(present, g.ID)
			}
		}
	}
	return append([]Fact{
		fact("主持人", "chair", roster.KindPerson, s.Chair),
		fact("主席台出席人员", "present on the rostrum", roster.KindPerson, present...),
	}, s.itemFacts()...)
}

// seats lists the seat plan and the cards of a sheet.
func (e Event) seats(st Seating) []Artefact {
	var order []roster.PersonID
	var cards []Artefact
	for p := range st.Plan.Places() {
		order = append(order, p.Guest.ID)
		if p.Empty() {
			continue
		}
		person, _ := e.roster.Person(p.Guest.ID)
		cards = append(cards, Artefact{
			Key{SeatCard, st.Session, st.Sheet, p.Guest.ID},
			[]Fact{
				fact("座位", "seat", KindSeat, p.Seat.ID.String()),
				fact("姓名", "name", check.KindText, person.Name.Print()),
				fact("拉丁字母姓名", "name in Latin letters", check.KindText, person.Name.Latin),
			},
		})
	}
	var rows []string
	for r := range st.Plan.Layout().Rows() {
		rows = append(rows, strconv.Itoa(r.Len()))
	}
	drawing := Artefact{Key{Kind: SeatPlan, Session: st.Session, Sheet: st.Sheet}, []Fact{
		fact("座次", "seats", roster.KindPerson, order...),
		fact("各排座数", "chairs of the rows", check.KindText, strings.Join(rows, "+")),
		fact("座次规则", "convention", check.KindText, st.Plan.Convention().Name),
	}}
	return append([]Artefact{drawing}, cards...)
}

// An Action says what to do with an artefact after a change. The zero Action is
// none.
type Action uint8

// The actions.
const (
	Make     Action = iota + 1 // 新制: there was none before
	Remake                     // 重制: its facts have changed
	Withdraw                   // 撤下: there is none any more
)

// String returns the token, such as "remake".
func (a Action) String() string { return of(actions, a).token }

// Label returns the Chinese term, "" if a is not valid.
func (a Action) Label() string { return of(actions, a).hans }

// A StaleArtefact is an artefact that a change has overtaken: what to do with it,
// and why, a reason for each fact that differs.
type StaleArtefact struct {
	Key    Key
	Action Action
	Why    []check.Reason
}

// Stale compares two states of a meeting and lists what no longer holds: first
// what is to be withdrawn, then, in the order of the later state, what is to be
// made or made anew. Of an event and itself it lists nothing.
func Stale(before, after Event) []StaleArtefact {
	was := map[Key]Artefact{}
	for _, a := range before.Artefacts() {
		was[a.Key] = a
	}
	var changed []StaleArtefact
	kept := map[Key]bool{}
	for _, now := range after.Artefacts() {
		kept[now.Key] = true
		old, ok := was[now.Key]
		if !ok {
			changed = append(changed, StaleArtefact{now.Key, Make, []check.Reason{isNew.Because(now.Key.args()...)}})
			continue
		}
		var why []check.Reason
		for i, f := range now.Facts {
			if !f.equal(old.Facts[i]) {
				why = append(why, f.changed(old.Facts[i]))
			}
		}
		if why != nil {
			changed = append(changed, StaleArtefact{now.Key, Remake, why})
		}
	}
	var gone []StaleArtefact
	for _, a := range before.Artefacts() {
		if !kept[a.Key] {
			gone = append(gone, StaleArtefact{a.Key, Withdraw, []check.Reason{isGone.Because(a.Key.args()...)}})
		}
	}
	return append(gone, changed...)
}

// changed says what the fact was before: of a list, what is gone and what is new,
// or that its order alone has changed.
func (f Fact) changed(old Fact) check.Reason {
	if len(f.Values) <= 1 && len(old.Values) <= 1 {
		return factChanged.Because(f.Label, old.arg("was"), f.arg("now"))
	}
	gone, come := old.without(f), f.without(old)
	if len(gone.Values)+len(come.Values) == 0 {
		return orderChanged.Because(f.Label)
	}
	return listChanged.Because(f.Label, gone.arg("gone"), come.arg("come"))
}

// without returns the values of f that g does not have.
func (f Fact) without(g Fact) Fact {
	has := make(map[string]bool, len(g.Values))
	for _, v := range g.Values {
		has[v] = true
	}
	f.Values = slices.DeleteFunc(slices.Clone(f.Values), func(v string) bool { return has[v] })
	return f
}

func (k Key) args() []check.Arg {
	who := check.Term("person", "", "")
	if k.Person != "" {
		who = check.ID("person", roster.KindPerson, k.Person)
	}
	return []check.Arg{
		term("what", artefactKinds, k.Kind),
		check.ID("session", roster.KindSession, k.Session), who,
	}
}
