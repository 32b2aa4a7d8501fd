package seating

import (
	"strconv"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Relations are what is to be kept among the people of an [Affinity], in lists by
// kind. Every relation has a Weight: 0 is a hard rule, which is kept before anything
// else; from 1 to [MaxRelationWeight] it is what each break of the relation loses.
type Relations struct {
	Together   []Together   `json:"together,omitzero"`
	Apart      []Apart      `json:"apart,omitzero"`
	Alternate  []Alternate  `json:"alternate,omitzero"`
	Shared     []Shared     `json:"shared,omitzero"`
	Acquainted []Acquainted `json:"acquainted,omitzero"`
	PerTable   []EachTable  `json:"perTable,omitzero"`
}

// Nearness says how near is near.
type Nearness uint8

// The values of Nearness.
const (
	AtTable Nearness = iota + 1 // 同桌: at one table, or in one row
	Beside                      // 邻座: on chairs side by side
)

var nearnesses = words{
	{"at-table", "同桌", "at one table"},
	{"beside", "邻座", "beside each other"},
}

// String returns the token: at-table or beside.
func (n Nearness) String() string { return of(nearnesses, n).token }

// Label returns the choice in Chinese.
func (n Nearness) Label() string { return of(nearnesses, n).hans }

// AppendText appends the token of a valid choice.
func (n Nearness) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "nearness", nearnesses, n)
}

// MarshalText returns the token of a valid choice.
func (n Nearness) MarshalText() ([]byte, error) { return n.AppendText(nil) }

// UnmarshalText reads at-table or beside.
func (n *Nearness) UnmarshalText(text []byte) error { return read(n, "nearness", nearnesses, text) }

// Together (同桌、邻座) keeps people near each other. At a table every two of them who
// are at different tables are a break; beside each other everybody is who has none of
// the others on either side.
type Together struct {
	People []roster.PersonID `json:"people"`
	Near   Nearness          `json:"near"`
	Weight int               `json:"weight,omitzero"`
}

// Apart (回避) keeps people from each other: every two of them who are near is a
// break.
type Apart struct {
	People []roster.PersonID `json:"people"`
	Near   Nearness          `json:"near"`
	Weight int               `json:"weight,omitzero"`
}

// Alternate (相间) varies a trait around the table: every two neighbours who share a
// value of it are a break. Who does not have the trait breaks nothing.
type Alternate struct {
	Trait  string `json:"trait"`
	Weight int    `json:"weight,omitzero"`
}

// Shared (共同语言等) gives everybody who has a trait somebody near who shares a value
// of it: a language, a hobby, a field. Everybody without is a break.
type Shared struct {
	Trait  string   `json:"trait"`
	Near   Nearness `json:"near"`
	Weight int      `json:"weight,omitzero"`
}

// Acquainted (熟人) gives everybody who knows anybody at least so many of them near.
// Everyone who is missing is a break.
type Acquainted struct {
	Least  int      `json:"least"` // from 1
	Near   Nearness `json:"near"`
	Weight int      `json:"weight,omitzero"`
}

// EachTable (每桌人数) bounds how many people with a value of a trait are at each table.
// Each person too many or too few is a break.
type EachTable struct {
	Trait string `json:"trait"`
	Value string `json:"value"`
	Least int    `json:"least,omitzero"`
	// Most is the most there may be, 0 for no limit. To keep people from tables, hold
	// them at others.
	Most   int `json:"most,omitzero"`
	Weight int `json:"weight,omitzero"`
}

// check reports relations that are none.
func (r Relations) check(ps *check.Problems, index map[roster.PersonID]int) {
	n := len(r.Together) + len(r.Apart) + len(r.Alternate) + len(r.Shared) + len(r.Acquainted) + len(r.PerTable)
	named := 0
	for _, t := range r.Together {
		named += len(t.People)
	}
	for _, t := range r.Apart {
		named += len(t.People)
	}
	if n > MaxRelations || named > MaxRelated {
		ps.Add(badCount.At("relations", check.Int("n", max(n, named)), check.Int("max", map[bool]int{true: MaxRelations, false: MaxRelated}[n > MaxRelations])))
		return
	}
	if n := len(r.Alternate) + len(r.Shared) + len(r.Acquainted); n > MaxTraitRelations {
		ps.Add(badCount.At("relations", check.Int("n", n), check.Int("max", MaxTraitRelations)))
		return
	}
	weight := func(at string, w int) {
		if w < 0 || w > MaxRelationWeight {
			ps.Add(badWeight.At(check.Key(at, "weight"), check.Int("weight", w), check.Int("max", MaxRelationWeight)))
		}
	}
	list := func(at string, people []roster.PersonID, near Nearness, w int) {
		checkNear(ps, at, near)
		weight(at, w)
		if len(people) < 2 {
			ps.Add(needsTwo.At(check.Key(at, "people"), check.Int("n", len(people))))
		}
		seen := map[roster.PersonID]int{}
		for i, person := range people {
			path := check.Index(check.Key(at, "people"), i)
			who := check.ID("person", roster.KindPerson, person)
			if _, known := index[person]; !known {
				ps.Add(notOnList.At(path, who))
			}
			if first, twice := seen[person]; twice {
				ps.Add(listedTwice.At(path, check.ID("who", roster.KindPerson, person), check.Int("first", first+1)))
			} else {
				seen[person] = i
			}
		}
	}
	trait := func(at, name string, w int) {
		ps.In(at, roster.CheckID("trait", KindTrait, name))
		weight(at, w)
	}
	for i, t := range r.Together {
		list(relationPath("together", i), t.People, t.Near, t.Weight)
	}
	for i, t := range r.Apart {
		list(relationPath("apart", i), t.People, t.Near, t.Weight)
	}
	for i, t := range r.Alternate {
		trait(relationPath("alternate", i), t.Trait, t.Weight)
	}
	for i, t := range r.Shared {
		at := relationPath("shared", i)
		trait(at, t.Trait, t.Weight)
		checkNear(ps, at, t.Near)
	}
	for i, t := range r.Acquainted {
		at := relationPath("acquainted", i)
		weight(at, t.Weight)
		checkNear(ps, at, t.Near)
		if t.Least < 1 || t.Least > MaxTraits {
			ps.Add(badCount.At(check.Key(at, "least"), check.Int("n", t.Least), check.Int("max", MaxTraits)))
		}
	}
	for i, t := range r.PerTable {
		at := relationPath("perTable", i)
		trait(at, t.Trait, t.Weight)
		ps.In(at, roster.CheckID("value", KindTrait, t.Value))
		if t.Least < 0 || t.Most < 0 || t.Least == 0 && t.Most == 0 || t.Most > 0 && t.Most < t.Least || max(t.Least, t.Most) > MaxCompanions {
			ps.Add(badBounds.At(at, check.Int("least", t.Least), check.Int("most", t.Most)))
		}
	}
	r.contradictions(ps)
}

func checkNear(ps *check.Problems, at string, near Nearness) {
	var found check.Problems
	choose(&found, "near", near, nearnesses)
	ps.In(at, found)
}

// contradictions reports two people whom hard rules want both together and apart.
func (r Relations) contradictions(ps *check.Problems) {
	type pair [2]roster.PersonID
	of := func(a, b roster.PersonID) pair {
		if a > b {
			a, b = b, a
		}
		return pair{a, b}
	}
	hard := map[pair]int{}
	for i, t := range r.Together {
		if t.Weight > 0 || len(t.People) > MaxTraits {
			continue
		}
		for j, a := range t.People {
			for _, b := range t.People[:j] {
				if t.Near == AtTable && hard[of(a, b)] == 0 || t.Near == Beside && len(t.People) == 2 {
					hard[of(a, b)] = i + 1
				}
			}
		}
	}
	for i, t := range r.Apart {
		if t.Weight > 0 || len(t.People) > MaxTraits {
			continue
		}
		for j, a := range t.People {
			for _, b := range t.People[:j] {
				k := hard[of(a, b)]
				if k == 0 || t.Near == Beside && r.Together[k-1].Near == AtTable {
					continue
				}
				ps.Add(bothWays.At(relationPath("apart", i), check.ID("person", roster.KindPerson, b),
					check.ID("other", roster.KindPerson, a), check.Text("together", relationPath("together", k-1))))
			}
		}
	}
}

// relationPath is the path of a relation in an Affinity.
func relationPath(kind string, i int) string {
	return "relations." + kind + "[" + strconv.Itoa(i) + "]"
}
