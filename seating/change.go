package seating

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Change is something that happens after the people were arranged. The set is
// closed: Absent, NoShow, Added, Substituted, Swapped, RankChanged, ChairChanged,
// Isolated. Several of them may be made at once; each sees what those before it
// left.
type Change interface {
	// apply changes the list of those present and reports why it could not.
	apply(l *list, at string)
	wire() changeWire
	// reason says in a sentence what happened.
	reason() check.Reason
}

var _ = []Change{Absent{}, NoShow{}, Added{}, Substituted{}, Swapped{}, RankChanged{}, ChairChanged{}, Isolated{}}

// Absent: a person has sent word that he or she does not come (缺席).
type Absent struct {
	Person roster.PersonID
}

// NoShow: at the start a person is not there (未到场). Everybody else has sat down,
// so that even on a rostrum the chair may stay empty ([KeepGap]), or somebody comes
// forward from the row behind ([PullForward]).
type NoShow struct {
	Person roster.PersonID
}

// Added: a person comes who was not expected (增加). An order that is taken is given
// up: whoever has it moves down by one, and so do those who follow without a gap.
type Added struct {
	Guest Guest
	Table string // where a banquet has several tables, the ID of one; not read elsewhere
}

// Substituted: somebody comes in the place of a person (替补), either in the name of
// that person, with order, role and party of the one who is replaced, or at his or
// her own, where an order that is taken is given up as for [Added]. Who comes may
// have a seat already and then leaves it.
type Substituted struct {
	Person    roster.PersonID
	By        Guest
	KeepsRank bool // By sits in the name of Person; of By only ID is read
}

// Swapped: two people of one list and one role are told to take each other's place
// (对调), in the order of precedence and on the chairs.
type Swapped struct {
	Person roster.PersonID
	With   roster.PersonID
}

// RankChanged: a person takes another place in the order of precedence (位次调整):
// Rank counts those present of the same list, where each side or delegation ranks
// its own of that, and 1 is first. Those in between move by one; the orders
// themselves stay.
type RankChanged struct {
	Person roster.PersonID
	Rank   int
}

// ChairChanged: a role passes from one person to another who takes over
// (调整主持人): that of the moderator, of an executive chairperson, of the host of a
// table. The one who had it gets the role that the other had, if any.
type ChairChanged struct {
	From roster.PersonID
	To   roster.PersonID
}

// Isolated: all of one party stay away from the room, as for a delegation that
// takes part from elsewhere (代表团隔离).
type Isolated struct {
	Party roster.OrgID
}

func (c Absent) apply(l *list, at string) { l.leaves(c.Person, check.Key(at, "person"), false) }

func (c NoShow) apply(l *list, at string) { l.leaves(c.Person, check.Key(at, "person"), true) }

func (c Added) apply(l *list, at string) {
	l.ps.In(check.Key(at, "guest"), c.Guest.Validate())
	if l.at(c.Guest.ID) >= 0 {
		l.ps.Add(alreadySeated.At(check.Key(check.Key(at, "guest"), "id"), check.ID("person", roster.KindPerson, c.Guest.ID)))
	}
	if l.ps.Failed() || !l.join(c.Guest.ID, c.Table, check.Key(at, "table")) {
		return
	}
	l.insert(c.Guest)
	l.kinds.adds = true
}

func (c Substituted) apply(l *list, at string) {
	ps := roster.CheckID("id", roster.KindPerson, c.By.ID)
	if !c.KeepsRank {
		ps = c.By.Validate()
	}
	l.ps.In(check.Key(at, "by"), ps)
	if c.By.ID == c.Person {
		l.ps.Add(sameTwice.At(check.Key(check.Key(at, "by"), "id"), check.ID("person", roster.KindPerson, c.Person)))
	}
	g := l.present(c.Person, check.Key(at, "person"))
	if l.ps.Failed() {
		return
	}
	by := c.By
	if c.KeepsRank {
		by = Guest{ID: c.By.ID, Party: l.guests[g].Party, Role: l.guests[g].Role, Order: l.guests[g].Order}
	}
	if l.at(by.ID) >= 0 {
		l.remove(by.ID)
		l.setting.Banquet.without(by.ID)
	}
	l.inherit(by.ID, c.Person, c.KeepsRank)
	l.remove(c.Person)
	l.setting.Banquet.replace(c.Person, by.ID)
	l.insert(by)
	l.kinds.substitutes = true
}

func (c Swapped) apply(l *list, at string) {
	g, h := l.present(c.Person, check.Key(at, "person")), l.present(c.With, check.Key(at, "with"))
	switch {
	case g < 0 || h < 0:
		return
	case g == h:
		l.ps.Add(sameTwice.At(check.Key(at, "with"), check.ID("person", roster.KindPerson, c.Person)))
		return
	case l.byParty && l.guests[g].Party != l.guests[h].Party || l.guests[g].Role != l.guests[h].Role:
		l.ps.Add(otherList.At(check.Key(at, "with"),
			check.ID("person", roster.KindPerson, c.Person), check.ID("other", roster.KindPerson, c.With)))
		return
	}
	l.guests[g].Order, l.guests[h].Order = l.guests[h].Order, l.guests[g].Order
	l.exchange(c.Person, c.With)
	l.setting.Banquet.exchange(c.Person, c.With)
	l.kinds.swaps = true
}

func (c RankChanged) apply(l *list, at string) {
	g := l.present(c.Person, check.Key(at, "person"))
	if g < 0 {
		return
	}
	group := l.group(l.guests[g])
	if c.Rank < 1 || c.Rank > len(group) {
		l.ps.Add(badRank.At(check.Key(at, "rank"), check.ID("person", roster.KindPerson, c.Person),
			check.Int("rank", c.Rank), check.Int("max", len(group))))
		return
	}
	l.move(group, g, c.Rank-1)
	l.loose[c.Person] = true
	l.kinds.ranks = true
}

func (c ChairChanged) apply(l *list, at string) {
	g, h := l.present(c.From, check.Key(at, "from")), l.present(c.To, check.Key(at, "to"))
	switch {
	case g < 0 || h < 0:
		return
	case l.guests[g].Role == "" || l.guests[g].Role == l.guests[h].Role:
		l.ps.Add(noRoleToPass.At(check.Key(at, "from"),
			check.ID("person", roster.KindPerson, c.From), check.ID("to", roster.KindPerson, c.To)))
		return
	}
	role := l.guests[g].Role
	l.guests[g].Role, l.guests[h].Role = l.guests[h].Role, role
	if l.setting.seatsRole(role) {
		l.exchange(c.From, c.To)
		l.setting.Banquet.exchange(c.From, c.To)
	}
	l.kinds.roles = true
}

func (c Isolated) apply(l *list, at string) {
	var away []roster.PersonID
	for _, g := range l.guests {
		if g.Party == c.Party {
			away = append(away, g.ID)
		}
	}
	if len(away) == 0 || c.Party == "" {
		l.ps.Add(nobodyOfParty.At(check.Key(at, "party"), check.ID("party", roster.KindOrg, c.Party)))
		return
	}
	for _, person := range away {
		l.leaves(person, at, false)
	}
}

func (c Absent) reason() check.Reason {
	return whyAbsent.Because(check.ID("person", roster.KindPerson, c.Person))
}

func (c NoShow) reason() check.Reason {
	return whyNoShow.Because(check.ID("person", roster.KindPerson, c.Person))
}

func (c Added) reason() check.Reason {
	return whyAdded.Because(check.ID("person", roster.KindPerson, c.Guest.ID))
}

func (c Substituted) reason() check.Reason {
	rule := whyStandIn
	if c.KeepsRank {
		rule = whyInName
	}
	return rule.Because(check.ID("by", roster.KindPerson, c.By.ID), check.ID("person", roster.KindPerson, c.Person))
}

func (c Swapped) reason() check.Reason {
	return whySwapped.Because(check.ID("person", roster.KindPerson, c.Person), check.ID("other", roster.KindPerson, c.With))
}

func (c RankChanged) reason() check.Reason {
	return whyRankChanged.Because(check.ID("person", roster.KindPerson, c.Person), check.Int("rank", c.Rank))
}

func (c ChairChanged) reason() check.Reason {
	return whyChairChanged.Because(check.ID("to", roster.KindPerson, c.To), check.ID("from", roster.KindPerson, c.From))
}

func (c Isolated) reason() check.Reason {
	return whyIsolated.Because(check.ID("party", roster.KindOrg, c.Party))
}

var changesFormat = wire.Format{Name: "seating.changes", Version: 1}

// changeWire holds the fields of every type of change.
type changeWire struct {
	Type      string          `json:"type"`
	Person    roster.PersonID `json:"person,omitzero"`
	Guest     Guest           `json:"guest,omitzero"`
	Table     string          `json:"table,omitzero"`
	By        Guest           `json:"by,omitzero"`
	KeepsRank bool            `json:"keepsRank,omitzero"`
	With      roster.PersonID `json:"with,omitzero"`
	Rank      int             `json:"rank,omitzero"`
	From      roster.PersonID `json:"from,omitzero"`
	To        roster.PersonID `json:"to,omitzero"`
	Party     roster.OrgID    `json:"party,omitzero"`
}

type changesWire struct {
	Changes []changeWire `json:"changes"`
}

// The tokens of the types of changes.
const (
	typeAbsent       = "absent"
	typeNoShow       = "no-show"
	typeAdded        = "added"
	typeSubstituted  = "substituted"
	typeSwapped      = "swapped"
	typeRankChanged  = "rank-changed"
	typeChairChanged = "chair-changed"
	typeIsolated     = "isolated"
)

func (c Absent) wire() changeWire { return changeWire{Type: typeAbsent, Person: c.Person} }
func (c NoShow) wire() changeWire { return changeWire{Type: typeNoShow, Person: c.Person} }
func (c Added) wire() changeWire {
	return changeWire{Type: typeAdded, Guest: c.Guest, Table: c.Table}
}

func (c Substituted) wire() changeWire {
	return changeWire{Type: typeSubstituted, Person: c.Person, By: c.By, KeepsRank: c.KeepsRank}
}

func (c Swapped) wire() changeWire {
	return changeWire{Type: typeSwapped, Person: c.Person, With: c.With}
}

func (c RankChanged) wire() changeWire {
	return changeWire{Type: typeRankChanged, Person: c.Person, Rank: c.Rank}
}

func (c ChairChanged) wire() changeWire {
	return changeWire{Type: typeChairChanged, From: c.From, To: c.To}
}

func (c Isolated) wire() changeWire { return changeWire{Type: typeIsolated, Party: c.Party} }

// change returns the change that w holds, nil if its type is not known.
func (w changeWire) change() Change {
	switch w.Type {
	case typeAbsent:
		return Absent{w.Person}
	case typeNoShow:
		return NoShow{w.Person}
	case typeAdded:
		return Added{w.Guest, w.Table}
	case typeSubstituted:
		return Substituted{w.Person, w.By, w.KeepsRank}
	case typeSwapped:
		return Swapped{w.Person, w.With}
	case typeRankChanged:
		return RankChanged{w.Person, w.Rank}
	case typeChairChanged:
		return ChairChanged{w.From, w.To}
	case typeIsolated:
		return Isolated{w.Party}
	default:
		return nil
	}
}

// wireChanges is a list of changes as it is written, with a report of those that
// are none.
func wireChanges(changes []Change) ([]changeWire, check.Problems) {
	ps := checkChanges(changes)
	if ps.Failed() {
		return nil, ps
	}
	w := make([]changeWire, len(changes))
	for i, c := range changes {
		w[i] = c.wire()
	}
	return w, ps
}

// readChanges reads what wireChanges writes.
func readChanges(w []changeWire) ([]Change, check.Problems) {
	var ps check.Problems
	changes := make([]Change, len(w))
	for i, one := range w {
		at := check.Index("changes", i)
		changes[i] = one.change()
		switch {
		case changes[i] == nil:
			ps.Add(unknownChange.At(check.Key(at, "type"), check.Value("type", one.Type)))
		case changes[i].wire() != one:
			ps.Add(strayField.At(at, check.Value("type", one.Type)))
		}
	}
	return changes, ps
}

// checkChanges reports too many changes and those that are none.
func checkChanges(changes []Change) check.Problems {
	var ps check.Problems
	if len(changes) > MaxChanges {
		ps.Add(tooManySteps.At("changes", check.Int("n", len(changes)), check.Int("max", MaxChanges)))
		return ps
	}
	for i, c := range changes {
		if c == nil {
			ps.Add(noChange.At(check.Index("changes", i)))
		}
	}
	return ps
}

// AppendChanges appends changes as seating.changes/1, which [ParseChanges] reads. A
// nil change is an error.
func AppendChanges(dst []byte, changes ...Change) ([]byte, error) {
	w, ps := wireChanges(changes)
	if err := ps.Err(); err != nil {
		return dst, err
	}
	return wire.Append(dst, changesFormat, changesWire{w})
}

// ParseChanges reads what AppendChanges wrote. Types that are not known, and fields
// that do not belong to the type, are findings.
func ParseChanges(data []byte) ([]Change, error) {
	var w changesWire
	_, ps := wire.Parse(data, changesFormat, &w, nil)
	changes, found := readChanges(w.Changes)
	ps.In("", found)
	ps.In("", checkChanges(changes[:min(len(changes), MaxChanges+1)]))
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return changes, nil
}
