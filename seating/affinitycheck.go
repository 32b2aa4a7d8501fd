package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// An AffinityValue is what a seating is worth: breaks of hard rules count first, then
// what is lost by the others. Less is better, and zero is the best there is.
type AffinityValue struct {
	Broken int64 `json:"broken"` // breaks of hard rules
	Lost   int64 `json:"lost"`   // weights of the breaks of all other relations
}

// A Break is one place where a seating breaks a relation.
type Break struct {
	Path   string            // of the relation, as in relations.apart[3]
	Weight int               // of the relation; 0 for a hard rule
	Times  int               // how often: more than 1 where more than one person is missing or too many
	People []roster.PersonID // whom it concerns; nobody for a count at a table
	Reason check.Reason
}

// CheckMingled looks at a seating made or changed by hand: everybody sits on one chair,
// nobody on a chair of another, and those whom protocol seated sit where they were. It
// returns what the seating is worth and every break, relation by relation. It counts
// straight from the relations and shares nothing with the search of [Mingle].
func CheckMingled(a Affinity, seats []Holding) (AffinityValue, []Break, error) {
	ps := a.Validate()
	if ps.Failed() {
		return AffinityValue{}, nil, ps.Err()
	}
	c := newChecker(a)
	ps.In("", c.take(seats))
	if err := ps.Err(); err != nil {
		return AffinityValue{}, nil, err
	}
	breaks := c.breaks()
	var v AffinityValue
	for _, b := range breaks {
		if b.Weight == 0 {
			v.Broken += int64(b.Times)
		} else {
			v.Lost += int64(b.Times) * int64(b.Weight)
		}
	}
	return v, breaks, nil
}

// A checker counts breaks by looking at people and seats.
type checker struct {
	a      Affinity
	person map[roster.PersonID]Companion
	seat   map[roster.PersonID]SeatID
	sitter map[SeatID]roster.PersonID
	table  map[SeatID]AffinityTable // by the name of chair 1 of the table
	known  map[roster.PersonID]bool // who knows anybody
}

func newChecker(a Affinity) *checker {
	c := &checker{
		a: a, person: map[roster.PersonID]Companion{}, seat: map[roster.PersonID]SeatID{},
		sitter: map[SeatID]roster.PersonID{}, table: map[SeatID]AffinityTable{}, known: map[roster.PersonID]bool{},
	}
	for _, p := range a.People {
		c.person[p.ID] = p
		for _, other := range p.Knows {
			c.known[p.ID], c.known[other] = true, true
		}
	}
	for _, t := range a.Tables {
		c.table[SeatID{t.Area, max(t.Row, 1), 1}] = t
	}
	return c
}

// take puts people on chairs and reports those who do not fit.
func (c *checker) take(seats []Holding) check.Problems {
	var ps check.Problems
	for i, h := range seats {
		at, who := check.Index("seats", i), check.ID("person", roster.KindPerson, h.Person)
		if _, known := c.person[h.Person]; !known {
			ps.Add(notOnList.At(check.Key(at, "person"), who))
			continue
		}
		if _, twice := c.seat[h.Person]; twice {
			ps.Add(seatedTwice.At(check.Key(at, "person"), who))
			continue
		}
		t, there := c.table[SeatID{h.Seat.Area, h.Seat.Row, 1}]
		if _, taken := c.sitter[h.Seat]; taken || !there || h.Seat.Number > t.Chairs {
			ps.Add(noChairLeft.At(check.Key(at, "seat"), who, check.Value("seat", h.Seat.String())))
			continue
		}
		c.seat[h.Person], c.sitter[h.Seat] = h.Seat, h.Person
	}
	for i, p := range c.a.People {
		if _, seated := c.seat[p.ID]; !seated {
			ps.Add(notSeated.At(check.Index("people", i), check.ID("person", roster.KindPerson, p.ID)))
		}
	}
	for i, h := range c.a.Held {
		if at, seated := c.seat[h.Person]; seated && at != h.Seat {
			ps.Add(heldMoved.At(check.Index("held", i), check.ID("person", roster.KindPerson, h.Person), check.Value("seat", h.Seat.String())))
		}
	}
	return ps
}

// neighbours returns who sits on either side of a person.
func (c *checker) neighbours(p roster.PersonID) []roster.PersonID {
	at := c.seat[p]
	t := c.table[SeatID{at.Area, at.Row, 1}]
	var all []roster.PersonID
	for _, number := range [...]int{at.Number - 1, at.Number + 1} {
		if t.Round && t.Chairs > 2 {
			number = (number+t.Chairs-1)%t.Chairs + 1
		}
		if other, taken := c.sitter[SeatID{at.Area, at.Row, number}]; taken {
			all = append(all, other)
		}
	}
	return all
}

// near returns who is near a person, in no order that matters.
func (c *checker) near(p roster.PersonID, n Nearness) []roster.PersonID {
	if n == Beside {
		return c.neighbours(p)
	}
	at := c.seat[p]
	var all []roster.PersonID
	for number := 1; number <= c.table[SeatID{at.Area, at.Row, 1}].Chairs; number++ {
		if other, taken := c.sitter[SeatID{at.Area, at.Row, number}]; taken && other != p {
			all = append(all, other)
		}
	}
	return all
}

// nearSet is near as a set.
func (c *checker) nearSet(p roster.PersonID, n Nearness) map[roster.PersonID]bool {
	set := map[roster.PersonID]bool{}
	for _, q := range c.near(p, n) {
		set[q] = true
	}
	return set
}

// knows reports whether either of two people knows the other.
func (c *checker) knows(p, q roster.PersonID) bool {
	return slices.Contains(c.person[p].Knows, q) || slices.Contains(c.person[q].Knows, p)
}

// shares reports whether two people have a value of a trait in common.
func (c *checker) shares(p, q roster.PersonID, trait string) bool {
	for _, v := range c.person[p].Traits[trait] {
		if slices.Contains(c.person[q].Traits[trait], v) {
			return true
		}
	}
	return false
}

// breaks lists every break, relation by relation in the order of their kinds.
func (c *checker) breaks() []Break {
	var all []Break
	r := c.a.Relations
	add := func(path string, weight, times int, why check.Reason, people ...roster.PersonID) {
		all = append(all, Break{path, weight, times, people, why})
	}
	who := func(key string, p roster.PersonID) check.Arg { return check.ID(key, roster.KindPerson, p) }
	for i, t := range r.Together {
		path := relationPath("together", i)
		for j, p := range t.People {
			near := c.nearSet(p, t.Near)
			if t.Near == Beside {
				if !slices.ContainsFunc(c.neighbours(p), func(q roster.PersonID) bool { return slices.Contains(t.People, q) }) {
					add(path, t.Weight, 1, notBeside.Because(who("person", p)), p)
				}
				continue
			}
			for _, q := range t.People[:j] {
				if !near[q] {
					add(path, t.Weight, 1, notTogether.Because(who("person", q), who("other", p)), q, p)
				}
			}
		}
	}
	for i, t := range r.Apart {
		for j, p := range t.People {
			near := c.nearSet(p, t.Near)
			for _, q := range t.People[:j] {
				if near[q] {
					add(relationPath("apart", i), t.Weight, 1, notApart.Because(who("person", q), who("other", p), term("near", nearnesses, t.Near)), q, p)
				}
			}
		}
	}
	for i, t := range r.Alternate {
		for j, p := range c.a.People {
			near := c.neighbours(p.ID)
			for _, q := range c.a.People[:j] {
				if slices.Contains(near, q.ID) && c.shares(p.ID, q.ID, t.Trait) {
					add(relationPath("alternate", i), t.Weight, 1, notAlternate.Because(who("person", q.ID), who("other", p.ID), check.ID("trait", KindTrait, t.Trait)), q.ID, p.ID)
				}
			}
		}
	}
	for i, t := range r.Shared {
		for _, p := range c.a.People {
			if len(p.Traits[t.Trait]) > 0 && !slices.ContainsFunc(c.near(p.ID, t.Near), func(q roster.PersonID) bool { return c.shares(p.ID, q, t.Trait) }) {
				add(relationPath("shared", i), t.Weight, 1, notShared.Because(who("person", p.ID), term("near", nearnesses, t.Near), check.ID("trait", KindTrait, t.Trait)), p.ID)
			}
		}
	}
	for i, t := range r.Acquainted {
		for _, p := range c.a.People {
			if !c.known[p.ID] {
				continue
			}
			n := 0
			for _, q := range c.near(p.ID, t.Near) {
				if c.knows(p.ID, q) {
					n++
				}
			}
			if n < t.Least {
				add(relationPath("acquainted", i), t.Weight, t.Least-n,
					fewAcquainted.Because(who("person", p.ID), term("near", nearnesses, t.Near), check.Int("n", n), check.Int("least", t.Least)), p.ID)
			}
		}
	}
	for i, t := range r.PerTable {
		for _, table := range c.a.Tables {
			n := 0
			for number := 1; number <= table.Chairs; number++ {
				p, taken := c.sitter[SeatID{table.Area, max(table.Row, 1), number}]
				if taken && slices.Contains(c.person[p].Traits[t.Trait], t.Value) {
					n++
				}
			}
			off := max(t.Least-n, 0)
			if t.Most > 0 {
				off = max(off, n-t.Most)
			}
			if off > 0 {
				add(relationPath("perTable", i), t.Weight, off, tableCount.Because(table.term(), check.ID("trait", KindTrait, t.Trait),
					check.ID("value", KindTrait, t.Value), check.Int("n", n), check.Int("least", t.Least), check.Int("most", t.Most)))
			}
		}
	}
	return all
}

// term names a table in a sentence.
func (t AffinityTable) term() check.Arg {
	if t.Row > 1 {
		return check.Text("table", t.Area+"/"+check.Int("", t.Row).Text)
	}
	return check.ID("table", KindTable, t.Area)
}
