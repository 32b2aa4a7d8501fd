package seating

import (
	"cmp"
	"math"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A list is the people and the setting of a plan while changes are made to them.
type list struct {
	setting Setting // a copy of its own
	byParty bool
	guests  []Guest // those present, in no order while changes are made
	index   map[roster.PersonID]int
	// heirs are people who take the chair of somebody else: of whom, "" if they have
	// none. loose are people whose place in the row is to be found anew, newcomers
	// with them.
	heirs  map[roster.PersonID]roster.PersonID
	stands map[roster.PersonID]roster.PersonID // heirs if everybody else is to stay
	loose  map[roster.PersonID]bool
	kinds  changeKinds
	ps     check.Problems
}

// changeKinds say what kinds of changes there are.
type changeKinds struct {
	leaves      bool // people who sent word that they do not come
	noShows     bool // people who are not there
	adds        bool
	substitutes bool
	swaps       bool
	ranks       bool
	roles       bool
}

// changed returns the list of those present after changes.
func (p Plan) changed(changes []Change) *list {
	l := &list{setting: p.setting.clone(), guests: slices.Clone(p.guests)}
	l.index = make(map[roster.PersonID]int, len(l.guests))
	for i, g := range l.guests {
		l.index[g.ID] = i
	}
	l.heirs, l.stands = map[roster.PersonID]roster.PersonID{}, map[roster.PersonID]roster.PersonID{}
	l.loose = map[roster.PersonID]bool{}
	parties := p.setting.furniture().parties()
	l.byParty = len(parties) > 0
	for i, c := range changes {
		c.apply(l, check.Index("changes", i))
		if l.ps.Failed() {
			return l
		}
	}
	if len(l.guests) == 0 {
		l.ps.Add(nobodyLeft.At("changes"))
		return l
	}
	l.ps.In("", checkGuests(l.guests, l.byParty))
	l.ps.In("", checkParties(l.guests, parties))
	l.guests = inOrder(l.guests, parties, p.setting.furniture().traits().standing)
	return l
}

// at returns the index of a person who is present, else -1.
func (l *list) at(person roster.PersonID) int {
	if i, ok := l.index[person]; ok {
		return i
	}
	return -1
}

// present is at with a finding.
func (l *list) present(person roster.PersonID, path string) int {
	g := l.at(person)
	if g < 0 {
		l.ps.Add(notPresent.At(path, check.ID("person", roster.KindPerson, person)))
	}
	return g
}

// leaves takes somebody out who does not come.
func (l *list) leaves(person roster.PersonID, path string, noShow bool) {
	if l.present(person, path) < 0 {
		return
	}
	l.remove(person)
	l.setting.Banquet.without(person)
	if noShow {
		l.kinds.noShows = true
	} else {
		l.kinds.leaves = true
	}
}

// remove takes somebody off the list.
func (l *list) remove(person roster.PersonID) {
	i, last := l.index[person], len(l.guests)-1
	l.guests[i] = l.guests[last]
	l.index[l.guests[i].ID] = i
	l.guests = l.guests[:last]
	delete(l.index, person)
	delete(l.heirs, person)
	delete(l.stands, person)
	delete(l.loose, person)
	for i := range l.guests {
		if l.guests[i].Beside == person {
			l.guests[i].Beside = "" // who came with somebody may stay without
		}
	}
}

// insert puts somebody on the list at an order that others give up.
func (l *list) insert(g Guest) {
	if g.Order == math.MaxInt {
		l.ps.Add(badOrder.At("guests", check.Int("order", g.Order)))
		return
	}
	want := g.Order
	for _, other := range l.group(g) {
		switch order := &l.guests[other].Order; {
		case *order < want:
		case *order > want || want == math.MaxInt:
			want = math.MaxInt // a gap: nobody else moves
		default:
			want++
			*order = want
		}
	}
	l.index[g.ID] = len(l.guests)
	l.guests = append(l.guests, g)
	if l.heirs[g.ID] == "" { // a chair of before may have gone to somebody else
		l.heirs[g.ID] = ""
		l.loose[g.ID] = true
	}
	if l.stands[g.ID] == "" {
		l.stands[g.ID] = ""
	}
}

// group returns those who are ranked in one list with somebody, in order.
func (l *list) group(g Guest) []int {
	var group []int
	for i, other := range l.guests {
		if !l.byParty || other.Party == g.Party {
			group = append(group, i)
		}
	}
	slices.SortFunc(group, func(i, j int) int { return cmp.Compare(l.guests[i].Order, l.guests[j].Order) })
	return group
}

// move takes somebody to another place of a group; the orders of the group stay.
func (l *list) move(group []int, g, to int) {
	orders := make([]int, len(group))
	for i, other := range group {
		orders[i] = l.guests[other].Order
	}
	at := slices.Index(group, g)
	group = slices.Insert(slices.Delete(group, at, at+1), to, g)
	for i, other := range group {
		l.guests[other].Order = orders[i]
	}
}

// inherit gives a newcomer the chair of somebody who leaves it: always if he or she
// sits there in the other's name, else only if everybody else is to stay.
func (l *list) inherit(heir, person roster.PersonID, always bool) {
	if always {
		l.heirs[heir] = l.chairOf(l.heirs, person)
	}
	l.stands[heir] = l.chairOf(l.stands, person)
}

// exchange lets two people take each other's chair.
func (l *list) exchange(a, b roster.PersonID) {
	for _, heirs := range [...]map[roster.PersonID]roster.PersonID{l.heirs, l.stands} {
		heirs[a], heirs[b] = l.chairOf(heirs, b), l.chairOf(heirs, a)
	}
}

// chairOf returns whose chair somebody has.
func (l *list) chairOf(heirs map[roster.PersonID]roster.PersonID, person roster.PersonID) roster.PersonID {
	if of, ok := heirs[person]; ok {
		return of
	}
	return person
}

// join puts a newcomer at a table of a banquet that has several.
func (l *list) join(person roster.PersonID, table, path string) bool {
	b := l.setting.Banquet
	if b == nil || len(b.Tables) == 0 {
		return true
	}
	for i := range b.Tables {
		if b.Tables[i].ID == table {
			b.Tables[i].People = append(b.Tables[i].People, person)
			return true
		}
	}
	l.ps.Add(noSuchTable.At(path, check.Value("table", table)))
	return false
}

// without takes a person from the tables.
func (b *Banquet) without(person roster.PersonID) {
	if b == nil {
		return
	}
	for i := range b.Tables {
		b.Tables[i].People = slices.DeleteFunc(b.Tables[i].People, func(p roster.PersonID) bool { return p == person })
	}
}

// replace puts somebody at a table in the place of another.
func (b *Banquet) replace(person, by roster.PersonID) {
	if b == nil {
		return
	}
	for i := range b.Tables {
		for j, other := range b.Tables[i].People {
			if other == person {
				b.Tables[i].People[j] = by
			}
		}
	}
}

// exchange puts two people at each other's table.
func (b *Banquet) exchange(one, other roster.PersonID) {
	if b == nil {
		return
	}
	for i := range b.Tables {
		for j, person := range b.Tables[i].People {
			switch person {
			case one:
				b.Tables[i].People[j] = other
			case other:
				b.Tables[i].People[j] = one
			}
		}
	}
}

// seatsRole reports whether who has a role sits where he or she does because of it.
func (s Setting) seatsRole(role Role) bool {
	r := s.Rostrum
	switch {
	case s.Hall != nil, s.Car != nil, s.Podium != nil, s.Photo != nil, s.Board != nil, s.Flags != nil:
		return false
	case r == nil:
		return true
	case role == RoleModerator && (r.Moderator == ModeratorCentre || r.Moderator == ModeratorEnd):
		return true
	default:
		return slices.ContainsFunc(r.Rows, func(row RostrumRow) bool { return row.Role == role })
	}
}
