package seating

import (
	"maps"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// An Affinity (亲疏) is what seats those whom protocol leaves open: tables with chairs,
// people with their traits, who keeps which chair, and the relations to be kept among
// them. [Mingle] seats the others; [Plan.Affinity] makes one from a plan.
type Affinity struct {
	Tables    []AffinityTable `json:"tables"`
	People    []Companion     `json:"people"`
	Held      []Holding       `json:"held,omitzero"` // the seats that protocol gave; nobody moves them
	Relations Relations       `json:"relations,omitzero"`
}

// An AffinityTable is chairs side by side: around a table, or in a row with two ends.
type AffinityTable struct {
	Area   string `json:"area"`
	Row    int    `json:"row,omitzero"` // 0 is 1
	Chairs int    `json:"chairs"`
	Round  bool   `json:"round,omitzero"` // the last chair is beside the first
}

// A Companion is a person with what relations ask for.
type Companion struct {
	ID roster.PersonID `json:"id"`
	// Traits are values by name, as in "sex": ["F"], "language": ["zh", "fr"] or
	// "job": ["surgeon"]. The host chooses names and values.
	Traits map[string][]string `json:"traits,omitzero"`
	// Knows are people whom the person knows. Who is known knows as well.
	Knows []roster.PersonID `json:"knows,omitzero"`
}

// A Holding is a person who keeps a chair.
type Holding struct {
	Person roster.PersonID `json:"person"`
	Seat   SeatID          `json:"seat"`
}

// Limits of an Affinity.
const (
	MaxCompanions     = 1_000  // people and chairs
	MaxRelations      = 2_000  // relations of all kinds together
	MaxTraits         = 20     // values of one person, and people one knows
	MaxTraitRelations = 20     // of them, those about a trait of everybody or about who knows whom
	MaxRelated        = 20_000 // people named by all relations together
	MaxRelationWeight = 1_000
)

// KindTrait is the kind of the name of a trait, and KindTable that of a table, as a
// [check.Namer] receives them.
const (
	KindTrait = "trait"
	KindTable = "area"
)

// Affinity returns the tables and the people of a plan, of whom those keep their chairs
// who sit by role and those with an order up to ranked; 0 leaves every chair that is
// held by rank alone. Rows that are kept empty have no chairs in it. The traits of the
// people and the relations are for the caller to add.
func (p Plan) Affinity(ranked int) Affinity {
	byRole := map[int]bool{}
	for _, seq := range p.room.seqs {
		for _, g := range seq.byRole {
			byRole[g] = true
		}
		if seq.chain < 0 {
			for _, g := range seq.guests {
				byRole[g] = true
			}
		}
	}
	var a Affinity
	for _, r := range p.room.layout.rows {
		if !r.Kept {
			a.Tables = append(a.Tables, AffinityTable{Area: r.Area, Row: r.Number, Chairs: r.len, Round: r.Round})
		}
	}
	for g, guest := range p.guests {
		if p.chair[g] < 0 {
			continue
		}
		a.People = append(a.People, Companion{ID: guest.ID})
		if byRole[g] || guest.Order <= ranked {
			a.Held = append(a.Held, Holding{guest.ID, p.room.layout.seats[p.chair[g]].ID})
		}
	}
	return a
}

// Validate reports tables that are none, people and chairs that do not agree, seats
// held twice, and relations that speak of nobody or contradict each other.
func (a Affinity) Validate() check.Problems {
	var ps check.Problems
	chairs := a.checkTables(&ps)
	if n := len(a.People); n == 0 || n > MaxCompanions {
		ps.Add(badCount.At("people", check.Int("n", n), check.Int("max", MaxCompanions)))
		return ps
	}
	if len(a.People) > len(chairs) {
		ps.Add(tooManyPeople.At("people", check.Int("people", len(a.People)), check.Int("seats", len(chairs))))
	}
	index := a.checkPeople(&ps)
	seats := make(map[SeatID]bool, len(chairs))
	for _, id := range chairs {
		seats[id] = true
	}
	held := map[roster.PersonID]bool{}
	for i, h := range a.Held {
		at := check.Index("held", i)
		who := check.ID("person", roster.KindPerson, h.Person)
		if _, known := index[h.Person]; !known {
			ps.Add(notOnList.At(check.Key(at, "person"), who))
		} else if held[h.Person] {
			ps.Add(seatedTwice.At(check.Key(at, "person"), who))
		}
		held[h.Person] = true
		if !seats[h.Seat] {
			ps.Add(noChairLeft.At(check.Key(at, "seat"), who, check.Value("seat", h.Seat.String())))
		}
		delete(seats, h.Seat)
	}
	a.Relations.check(&ps, index)
	return ps
}

// checkTables reports tables that are none and returns the names of all chairs.
func (a Affinity) checkTables(ps *check.Problems) []SeatID {
	if len(a.Tables) == 0 || len(a.Tables) > MaxCompanions {
		ps.Add(badCount.At("tables", check.Int("n", len(a.Tables)), check.Int("max", MaxCompanions)))
		return nil
	}
	total := 0
	seen := map[SeatID]int{}
	for i, t := range a.Tables {
		at := check.Index("tables", i)
		ps.In(at, checkArea("area", t.Area))
		if t.Chairs < 1 || t.Chairs > MaxCompanions {
			ps.Add(badCount.At(check.Key(at, "chairs"), check.Int("n", t.Chairs), check.Int("max", MaxCompanions)))
		}
		if t.Row < 0 || t.Row > MaxSeats {
			ps.Add(badCount.At(check.Key(at, "row"), check.Int("n", t.Row), check.Int("max", MaxSeats)))
		}
		name := SeatID{t.Area, max(t.Row, 1), 1}
		if first, twice := seen[name]; twice {
			ps.Add(areaTwice.At(check.Key(at, "area"), check.Value("area", t.Area), check.Int("first", first+1)))
		} else {
			seen[name] = i
		}
		total += min(max(t.Chairs, 0), MaxCompanions)
	}
	if total > MaxCompanions {
		ps.Add(badCount.At("tables", check.Int("n", total), check.Int("max", MaxCompanions)))
		return nil
	}
	return a.chairs()
}

// chairs returns the names of all chairs, table by table.
func (a Affinity) chairs() []SeatID {
	var all []SeatID
	for _, t := range a.Tables {
		for i := range max(t.Chairs, 0) {
			all = append(all, SeatID{t.Area, max(t.Row, 1), i + 1})
		}
	}
	return all
}

// checkPeople reports people who are listed twice and traits that are none, and
// returns the index of each person.
func (a Affinity) checkPeople(ps *check.Problems) map[roster.PersonID]int {
	index := make(map[roster.PersonID]int, len(a.People))
	for i, c := range a.People {
		at := check.Index("people", i)
		ps.In(at, roster.CheckID("id", roster.KindPerson, c.ID))
		if first, twice := index[c.ID]; twice {
			ps.Add(personTwice.At(check.Key(at, "id"),
				check.ID("person", roster.KindPerson, c.ID), check.Int("first", first+1), check.Int("second", i+1)))
			continue
		}
		index[c.ID] = i
	}
	for i, c := range a.People {
		at, values := check.Index("people", i), 0
		for _, name := range slices.Sorted(maps.Keys(c.Traits)) {
			path := check.Key(check.Key(at, "traits"), name)
			ps.In("", roster.CheckID(path, KindTrait, name))
			for j, value := range c.Traits[name] {
				ps.In("", roster.CheckID(check.Index(path, j), KindTrait, value))
			}
			values += len(c.Traits[name])
		}
		if n := max(values, len(c.Knows)); n > MaxTraits {
			ps.Add(badCount.At(at, check.Int("n", n), check.Int("max", MaxTraits)))
		}
		for j, other := range c.Knows {
			if k, known := index[other]; !known || k == i {
				ps.Add(notOnList.At(check.Index(check.Key(at, "knows"), j), check.ID("person", roster.KindPerson, other)))
			}
		}
	}
	return index
}
