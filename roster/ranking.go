package roster

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Section (分段) is a part of a list with an order of its own.
type Section struct {
	// Title is what the list prints before the section, such as 以下按姓氏笔画为序;
	// "" prints nothing.
	Title string
	// Members are the people of the section. Nil means everyone whom no other
	// section names; one section may be so. The order of Members does not count.
	Members []PersonID
	// Keys are the chain that orders the section: the first that tells two people
	// apart decides. Without keys all members are tied.
	Keys []Key
	// Overrides are applied after the keys, one after the other.
	Overrides []Override
}

// MaxOverrides is how many overrides a section may have.
const MaxOverrides = 1000

// An Override puts a person directly before or after another one of the same
// section, against what the keys say, because someone decided so. If that other
// person is tied with others, the place is before or after all of them.
type Override struct {
	Person PersonID `json:"person"`
	Before PersonID `json:"before,omitzero"` // exactly one of Before and After is given
	After  PersonID `json:"after,omitzero"`
	Reason string   `json:"reason"` // required: who decided, and why
}

// A Ranking is a roster's people in their official order. The zero Ranking is
// empty. Rankings never change and are safe for concurrent use.
type Ranking struct {
	roster   Roster
	sections []rankedSection
	at       map[PersonID]place
}

type rankedSection struct {
	title  string
	keyers []keyer
	groups [][]PersonID // in order; more than one in a group is a tie
	moved  map[PersonID]Override
}

// place is where a person stands: section, group, and the 1-based position of the
// group's first member in the whole ranking.
type place struct{ section, group, position int }

// Rank orders people by sections, first section first. People whom no section
// holds are left out. Findings name a person in two sections, one who is not in
// the roster, keys with unusable settings, and overrides without a target or a
// reason. Ties are no error: see [Ranking.Ties].
//
// The cost is n log n comparisons of byte strings.
func (r Roster) Rank(sections ...Section) (Ranking, error) {
	var ps check.Problems
	members := r.members(&ps, sections)
	k := Ranking{roster: r, at: map[PersonID]place{}}
	for i, s := range sections {
		path := check.Index("sections", i)
		ps.In("", CheckText(path+".title", s.Title, MaxNameBytes))
		ranked := rankedSection{title: s.Title}
		for j, key := range s.Keys {
			at := check.Index(path+".keys", j)
			if key == nil {
				ps.Add(noKey.At(at))
				continue
			}
			kr, found := key.prepare(r)
			ps.In(at, found)
			ranked.keyers = append(ranked.keyers, kr)
		}
		if ps.Failed() { // go on to report the rest, but do not order by unusable keys
			continue
		}
		ranked.order(members[i])
		if len(s.Overrides) > MaxOverrides {
			ps.Add(tooMany.At(path+".overrides", check.Int("n", len(s.Overrides)), check.Int("max", MaxOverrides)))
			continue
		}
		for j, o := range s.Overrides {
			ps.In(check.Index(path+".overrides", j), ranked.override(o))
		}
		k.sections = append(k.sections, ranked)
	}
	if err := ps.Err(); err != nil {
		return Ranking{}, err
	}
	position := 1
	for i, s := range k.sections {
		for j, group := range s.groups {
			for _, id := range group {
				k.at[id] = place{i, j, position}
			}
			position += len(group)
		}
	}
	return k, nil
}

// members gives each section its people.
func (r Roster) members(ps *check.Problems, sections []Section) [][]Person {
	out := make([][]Person, len(sections))
	in := make(map[PersonID]int, len(r.people))
	rest := -1
	for i, s := range sections {
		path := check.Index("sections", i) + ".members"
		if s.Members == nil {
			if rest >= 0 {
				ps.Add(twoRests.At(path, check.Text("other", check.Index("sections", rest))))
			}
			rest = i
			continue
		}
		for j, id := range s.Members {
			at := check.Index(path, j)
			p, ok := r.Person(id)
			if !ok {
				ps.Add(unknownPerson.At(at, check.ID("person", KindPerson, id)))
				continue
			}
			if k, twice := in[id]; twice {
				ps.Add(listedTwice.At(at, check.ID("person", KindPerson, id), check.Text("other", check.Index("sections", k))))
				continue
			}
			in[id] = i
			out[i] = append(out[i], p)
		}
	}
	if rest >= 0 {
		for _, p := range r.people {
			if _, named := in[p.ID]; !named {
				out[rest] = append(out[rest], p)
			}
		}
	}
	return out
}

// order sorts people by the composite of all keys, then by identifier, and groups
// those whose composites are equal.
func (s *rankedSection) order(people []Person) {
	type keyed struct {
		id  PersonID
		key []byte
	}
	list := make([]keyed, len(people))
	var arena []byte
	for i, p := range people {
		start := len(arena)
		for _, k := range s.keyers {
			arena = k.appendTo(arena, p)
		}
		list[i] = keyed{p.ID, arena[start:len(arena):len(arena)]}
	}
	slices.SortFunc(list, func(a, b keyed) int {
		if c := bytes.Compare(a.key, b.key); c != 0 {
			return c
		}
		return strings.Compare(string(a.id), string(b.id))
	})
	for i, k := range list {
		if i > 0 && bytes.Equal(k.key, list[i-1].key) {
			last := len(s.groups) - 1
			s.groups[last] = append(s.groups[last], k.id)
			continue
		}
		s.groups = append(s.groups, []PersonID{k.id})
	}
}

func (s *rankedSection) override(o Override) check.Problems {
	var ps check.Problems
	target := o.Before
	if target == "" {
		target = o.After
	}
	from, to := s.groupOf(o.Person), s.groupOf(target)
	switch {
	case (o.Before == "") == (o.After == ""):
		ps.Add(oneTarget.At("", check.ID("person", KindPerson, o.Person)))
	case from < 0:
		ps.Add(notInSection.At("person", check.ID("person", KindPerson, o.Person)))
	case to < 0 || o.Person == target:
		ps.Add(notInSection.At("before or after", check.ID("person", KindPerson, target)))
	}
	if o.Reason == "" {
		ps.Add(noReason.At("reason", check.ID("person", KindPerson, o.Person)))
	}
	ps.In("", CheckText("reason", o.Reason, MaxNameBytes))
	if ps.Failed() {
		return ps
	}
	s.groups[from] = slices.DeleteFunc(slices.Clone(s.groups[from]), func(id PersonID) bool { return id == o.Person })
	if len(s.groups[from]) == 0 {
		s.groups = slices.Delete(s.groups, from, from+1)
	}
	to = s.groupOf(target)
	if o.After != "" {
		to++
	}
	s.groups = slices.Insert(s.groups, to, []PersonID{o.Person})
	if s.moved == nil {
		s.moved = map[PersonID]Override{}
	}
	s.moved[o.Person] = o
	return ps
}

func (s *rankedSection) groupOf(id PersonID) int {
	return slices.IndexFunc(s.groups, func(g []PersonID) bool { return slices.Contains(g, id) })
}

// Len is the number of people ranked.
func (k Ranking) Len() int { return len(k.at) }

// All walks the people in order, each with their position from 1. People who are
// tied share the position of the first of them.
func (k Ranking) All() iter.Seq2[int, PersonID] {
	return func(yield func(int, PersonID) bool) {
		for _, s := range k.sections {
			for _, group := range s.groups {
				for _, id := range group {
					if !yield(k.at[id].position, id) {
						return
					}
				}
			}
		}
	}
}

// IDs returns the people in order.
func (k Ranking) IDs() []PersonID {
	ids := make([]PersonID, 0, k.Len())
	for _, id := range k.All() {
		ids = append(ids, id)
	}
	return ids
}

// Sections walks the titles of the sections with their people in order.
func (k Ranking) Sections() iter.Seq2[string, []PersonID] {
	return func(yield func(string, []PersonID) bool) {
		for _, s := range k.sections {
			if !yield(s.title, slices.Concat(s.groups...)) {
				return
			}
		}
	}
}

// Position returns the position of a person, from 1.
func (k Ranking) Position(id PersonID) (position int, ok bool) {
	p, ok := k.at[id]
	return p.position, ok
}

// Ties walks the groups of people whom nothing tells apart, in order. Someone has
// to decide: a further key or an [Override].
func (k Ranking) Ties() iter.Seq[[]PersonID] {
	return func(yield func([]PersonID) bool) {
		for _, s := range k.sections {
			for _, group := range s.groups {
				if len(group) > 1 && !yield(slices.Clone(group)) {
					return
				}
			}
		}
	}
}

// Problems reports the ties as warnings.
func (k Ranking) Problems() check.Problems {
	var ps check.Problems
	for tie := range k.Ties() {
		ps.Add(tied.At("", check.IDs("people", KindPerson, tie...), check.Int("position", k.at[tie[0]].position)))
	}
	return ps
}

// Explain says why a stands before b, or b before a: the section, the override or
// the first key that tells them apart, with both values. The last reason decides.
// There is none if one of them is not ranked or both are the same.
func (k Ranking) Explain(a, b PersonID) []check.Reason {
	p, okA := k.at[a]
	q, okB := k.at[b]
	switch {
	case !okA || !okB || a == b:
		return nil
	case p.section != q.section:
		if p.section > q.section {
			a, b, p, q = b, a, q, p
		}
		return []check.Reason{bySection.Because(
			check.ID("a", KindPerson, a), check.Text("first", k.label(p.section)),
			check.ID("b", KindPerson, b), check.Text("second", k.label(q.section)))}
	case p.group == q.group:
		a, b = min(a, b), max(a, b)
		return []check.Reason{tied.Because(check.IDs("people", KindPerson, a, b), check.Int("position", p.position))}
	}
	if p.group > q.group {
		a, b = b, a
	}
	return k.sections[p.section].explain(k.roster, a, b)
}

// explain says why first stands before second. Where the keys say otherwise, or
// nothing, an override moved one of them.
func (s rankedSection) explain(r Roster, first, second PersonID) []check.Reason {
	x, _ := r.Person(first)
	y, _ := r.Person(second)
	for _, key := range s.keyers {
		switch bytes.Compare(key.appendTo(nil, x), key.appendTo(nil, y)) {
		case 0:
			continue
		case -1:
			return key.explain(x, y)
		}
		break // against this key: an override did it
	}
	if o, ok := s.moved[first]; ok {
		return []check.Reason{o.reason()}
	}
	return []check.Reason{s.moved[second].reason()}
}

func (o Override) reason() check.Reason {
	if o.Before != "" {
		return movedBefore.Because(check.ID("person", KindPerson, o.Person), check.ID("other", KindPerson, o.Before), check.Value("reason", o.Reason))
	}
	return movedAfter.Because(check.ID("person", KindPerson, o.Person), check.ID("other", KindPerson, o.After), check.Value("reason", o.Reason))
}

func (k Ranking) label(section int) string {
	if t := k.sections[section].title; t != "" {
		return t
	}
	return check.Index("sections", section)
}

var rankingFormat = wire.Format{Name: "roster.ranking", Version: 1}

type (
	wireRanking struct {
		Sections []wireSection `json:"sections"`
	}
	wireSection struct {
		Title  string       `json:"title,omitzero"`
		Groups [][]PersonID `json:"groups"`
	}
)

// MarshalJSON writes the order in a versioned form that [Roster.ParseRanking]
// reads: the sections with their groups; more than one person in a group is a tie.
func (k Ranking) MarshalJSON() ([]byte, error) {
	w := wireRanking{Sections: []wireSection{}}
	for _, s := range k.sections {
		w.Sections = append(w.Sections, wireSection{Title: s.title, Groups: s.groups})
	}
	return wire.Append(nil, rankingFormat, w)
}

// ParseRanking reads what MarshalJSON wrote and holds it against the roster ranked
// anew by the same sections: the first person of a section who stands elsewhere is
// a finding.
func (r Roster) ParseRanking(data []byte, sections ...Section) (Ranking, error) {
	var w wireRanking
	if _, found := wire.Parse(data, rankingFormat, &w, nil); found.Failed() {
		return Ranking{}, found.Err()
	}
	k, err := r.Rank(sections...)
	if err != nil {
		return Ranking{}, err
	}
	var ps check.Problems
	if len(w.Sections) != len(k.sections) {
		ps.Add(otherCount.At("sections", check.Int("n", len(w.Sections)), check.Int("want", len(k.sections))))
		return Ranking{}, ps.Err()
	}
	for i, s := range k.sections {
		path := check.Index("sections", i)
		if w.Sections[i].Title != s.title {
			ps.Add(otherTitle.At(path+".title", check.Value("title", w.Sections[i].Title), check.Value("want", s.title)))
		}
		if len(w.Sections[i].Groups) != len(s.groups) {
			ps.Add(otherCount.At(path+".groups", check.Int("n", len(w.Sections[i].Groups)), check.Int("want", len(s.groups))))
		}
		for j := range min(len(w.Sections[i].Groups), len(s.groups)) {
			if got := w.Sections[i].Groups[j]; !slices.Equal(got, s.groups[j]) {
				ps.Add(otherOrder.At(check.Index(path+".groups", j),
					check.IDs("people", KindPerson, got...), check.IDs("want", KindPerson, s.groups[j]...)))
				break
			}
		}
	}
	if err := ps.Err(); err != nil {
		return Ranking{}, err
	}
	return k, nil
}
