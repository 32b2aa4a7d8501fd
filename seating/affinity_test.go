package seating_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// company returns people from a list such as "a:F,zh b:M,fr": identifiers with a sex
// and a language, either of which may be left out.
func company(list string) []seating.Companion {
	var all []seating.Companion
	for f := range strings.FieldsSeq(list) {
		id, traits, _ := strings.Cut(f, ":")
		sex, language, _ := strings.Cut(traits, ",")
		c := seating.Companion{ID: roster.PersonID(id), Traits: map[string][]string{}}
		if sex != "" {
			c.Traits["sex"] = []string{sex}
		}
		if language != "" {
			c.Traits["language"] = strings.Split(language, "+")
		}
		all = append(all, c)
	}
	return all
}

// round are round tables of the given sizes, a, b, c and so on.
func round(sizes ...int) []seating.AffinityTable {
	var all []seating.AffinityTable
	for i, n := range sizes {
		all = append(all, seating.AffinityTable{Area: string(rune('a' + i)), Chairs: n, Round: true})
	}
	return all
}

func ids(list string) []roster.PersonID {
	var all []roster.PersonID
	for f := range strings.FieldsSeq(list) {
		all = append(all, roster.PersonID(f))
	}
	return all
}

// atTables is who sits where, chair by chair, tables apart by " / ".
func atTables(m seating.Mingled) string {
	var tables []string
	for _, t := range m.Affinity().Tables {
		chairs := slices.Repeat([]string{"-"}, t.Chairs)
		for h := range m.Seats() {
			if h.Seat.Area == t.Area && h.Seat.Row == max(t.Row, 1) {
				chairs[h.Seat.Number-1] = string(h.Person)
			}
		}
		tables = append(tables, strings.Join(chairs, "|"))
	}
	return strings.Join(tables, " / ")
}

// TestMingle: what can be kept is kept, and what cannot is proven.
func TestMingle(t *testing.T) {
	const four = "a:M b:M c:F d:F"
	for _, c := range []struct {
		name      string
		tables    []seating.AffinityTable
		people    string
		held      []seating.Holding
		relations seating.Relations
		value     seating.AffinityValue
		proven    bool
		why       string
	}{
		{
			"alternate", round(4), four, nil,
			seating.Relations{Alternate: []seating.Alternate{{Trait: "sex"}}},
			seating.AffinityValue{},
			true, "two and two alternate around a table",
		},
		{
			"host opposite hostess at four", round(4), four,
			[]seating.Holding{{Person: "a", Seat: seating.SeatID{Area: "a", Row: 1, Number: 1}}, {Person: "c", Seat: seating.SeatID{Area: "a", Row: 1, Number: 3}}},
			seating.Relations{Alternate: []seating.Alternate{{Trait: "sex"}}},
			seating.AffinityValue{Broken: 2},
			true, "at a multiple of four it is impossible: two pairs of neighbours are of one sex",
		},
		{
			"an odd table", round(5), "a:M b:M c:F d:F e:F", nil,
			seating.Relations{Alternate: []seating.Alternate{{Trait: "sex", Weight: 3}}},
			seating.AffinityValue{Lost: 3},
			true, "a circle of odd length has one pair of neighbours of one sex",
		},
		{
			"a majority", round(6), "a:M b:M c:M d:M e:F f:F", nil,
			seating.Relations{Alternate: []seating.Alternate{{Trait: "sex"}}},
			seating.AffinityValue{Broken: 2},
			true, "six edges, of which two ladies can part four",
		},
		{
			"together and apart", round(2, 2), "a b c d", nil,
			seating.Relations{
				Together: []seating.Together{{People: ids("a c"), Near: seating.AtTable}},
				Apart:    []seating.Apart{{People: ids("a b"), Near: seating.AtTable}, {People: ids("c d"), Near: seating.AtTable}},
			},
			seating.AffinityValue{},
			true, "a and c at one table, b and d at the other",
		},
		{
			"more than tables", round(3, 3), "a b c d e f", nil,
			seating.Relations{Apart: []seating.Apart{{People: ids("a b c d"), Near: seating.AtTable, Weight: 2}}},
			seating.AffinityValue{Lost: 4},
			true, "four people at two tables: two pairs meet",
		},
		{
			"a group larger than a table", round(3, 3), "a b c d e f", nil,
			seating.Relations{Together: []seating.Together{{People: ids("a b c d"), Near: seating.AtTable, Weight: 1}}},
			seating.AffinityValue{Lost: 3},
			true, "three of four are at one table",
		},
		{
			"couples", round(6), "a b c d e f", nil,
			seating.Relations{
				Together: []seating.Together{{People: ids("a b"), Near: seating.Beside}, {People: ids("c d"), Near: seating.Beside}},
				Apart:    []seating.Apart{{People: ids("e f"), Near: seating.Beside}, {People: ids("b c"), Near: seating.Beside}},
			},
			seating.AffinityValue{},
			true, "couples side by side, others not",
		},
		{
			"languages", round(4), "a:,zh b:,fr c:,zh+fr d:,zh", nil,
			seating.Relations{Shared: []seating.Shared{{Trait: "language", Near: seating.Beside}}},
			seating.AffinityValue{},
			true, "who speaks both sits beside the one who speaks French",
		},
		{
			"nobody to talk to", round(4), "a:,zh b:,fr c:,zh d:,zh", nil,
			seating.Relations{Shared: []seating.Shared{{Trait: "language", Near: seating.Beside}}},
			seating.AffinityValue{Broken: 1},
			true, "nobody shares the French",
		},
		{
			"one of a kind a table", round(2, 2), "a:M b:M c:F d:F", nil,
			seating.Relations{PerTable: []seating.EachTable{{Trait: "sex", Value: "M", Least: 1, Most: 1}}},
			seating.AffinityValue{},
			true, "one gentleman at each",
		},
		{
			"too many of a kind", round(2, 2), "a:M b:M c:M d:F", nil,
			seating.Relations{PerTable: []seating.EachTable{{Trait: "sex", Value: "M", Most: 1}}},
			seating.AffinityValue{Broken: 1},
			true, "three gentlemen and two places",
		},
		{
			"a row has ends",
			[]seating.AffinityTable{{Area: "bench", Chairs: 3}},
			"a b c", nil,
			seating.Relations{Apart: []seating.Apart{{People: ids("a c"), Near: seating.Beside}}},
			seating.AffinityValue{},
			true, "the first and the last of a row are not neighbours",
		},
		{
			"an empty chair parts",
			[]seating.AffinityTable{{Area: "bench", Chairs: 3}},
			"a c", nil,
			seating.Relations{Apart: []seating.Apart{{People: ids("a c"), Near: seating.Beside}}},
			seating.AffinityValue{},
			true, "with a chair between them",
		},
		{
			"chairs to spare", round(3, 3), "a b", nil,
			seating.Relations{Together: []seating.Together{{People: ids("a b"), Near: seating.Beside}}},
			seating.AffinityValue{},
			true, "people move to empty chairs",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := seating.Affinity{Tables: c.tables, People: company(c.people), Held: c.held, Relations: c.relations}
			m, err := seating.Mingle(t.Context(), a, nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.value, m.Value()); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", atTables(m), c.why, diff)
			}
			if proven := m.Value() == m.Bound(); proven != c.proven {
				t.Errorf("proven: %v, bound %v: %s", proven, m.Bound(), c.why)
			}
			mingledLawful(t, m)
		})
	}
}

// mingledLawful checks what holds of every seating by affinity: held seats are kept,
// the value is what the breaks sum up to and no lower than the bound, it is read back
// as it is, and every seat has its reasons in both languages.
func mingledLawful(t rapid.TB, m seating.Mingled) {
	t.Helper()
	a := m.Affinity()
	for _, h := range a.Held {
		if at, ok := m.Of(h.Person); !ok || at != h.Seat {
			t.Errorf("%s keeps %v and sits at %v", h.Person, h.Seat, at)
		}
	}
	value, breaks, err := seating.CheckMingled(a, slices.Collect(m.Seats()))
	if err != nil || value != m.Value() || len(breaks) != len(slices.Collect(m.Breaks())) {
		t.Errorf("checked, it is worth %v, not %v: %v", value, m.Value(), err)
	}
	if b := m.Bound(); b.Broken > value.Broken || b.Broken == value.Broken && b.Lost > value.Lost {
		t.Errorf("the bound %v is above the value %v", b, value)
	}
	data, err := m.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParseMingled(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Errorf("read back, it differs: %v\n%s", err, cmp.Diff(string(data), string(again)))
	}
	for h := range m.Seats() {
		why, ok := m.Explain(h.Person)
		if !ok || len(why) == 0 {
			t.Errorf("nothing explains the seat of %s", h.Person)
		}
		for _, r := range why {
			for _, lang := range []check.Lang{check.ZhHans, check.En} {
				if text := r.Text(lang, nil); text == "" || strings.ContainsAny(text, "{}") {
					t.Errorf("the seat of %s is explained by %q", h.Person, text)
				}
			}
		}
	}
}

// drawnAffinity draws tables, people with traits, seats that are kept and relations.
func drawnAffinity(t *rapid.T, most int) seating.Affinity {
	var a seating.Affinity
	chairs := 0
	for i := range rapid.IntRange(1, 3).Draw(t, "tables") {
		n := rapid.IntRange(1, most).Draw(t, "chairs")
		a.Tables = append(a.Tables, seating.AffinityTable{Area: "t", Row: i + 1, Chairs: n, Round: rapid.Bool().Draw(t, "round")})
		chairs += n
	}
	n := rapid.IntRange(1, min(chairs, 3*most)).Draw(t, "people")
	var all []roster.PersonID
	for i := range n {
		all = append(all, roster.PersonID("p"+strconv.Itoa(i)))
	}
	values := rapid.SliceOfN(rapid.SampledFrom([]string{"x", "y", "z"}), 0, 2)
	for _, id := range all {
		c := seating.Companion{ID: id, Traits: map[string][]string{"sex": values.Draw(t, "sex"), "language": values.Draw(t, "language")}}
		if other := rapid.SampledFrom(all).Draw(t, "knows"); other != id {
			c.Knows = []roster.PersonID{other}
		}
		a.People = append(a.People, c)
	}
	free := []seating.SeatID{}
	for _, table := range a.Tables {
		for i := range table.Chairs {
			free = append(free, seating.SeatID{Area: table.Area, Row: table.Row, Number: i + 1})
		}
	}
	free = rapid.Permutation(free).Draw(t, "seats")
	for i := range rapid.IntRange(0, n).Draw(t, "held") {
		a.Held = append(a.Held, seating.Holding{Person: all[i], Seat: free[i]})
	}
	weight := func() int { return rapid.IntRange(0, 3).Draw(t, "weight") }
	near := func() seating.Nearness {
		return rapid.SampledFrom([]seating.Nearness{seating.AtTable, seating.Beside}).Draw(t, "near")
	}
	trait := rapid.SampledFrom([]string{"sex", "language", "none"})
	r := &a.Relations
	for range rapid.IntRange(0, 4).Draw(t, "relations") {
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			if n > 1 {
				r.Together = append(r.Together, seating.Together{People: rapid.Permutation(all).Draw(t, "people")[:2+rapid.IntRange(0, min(n-2, 2)).Draw(t, "more")], Near: near(), Weight: weight()})
			}
		case 1:
			if n > 1 {
				r.Apart = append(r.Apart, seating.Apart{People: rapid.Permutation(all).Draw(t, "people")[:2+rapid.IntRange(0, min(n-2, 2)).Draw(t, "more")], Near: near(), Weight: 1 + weight()})
			}
		case 2:
			r.Alternate = append(r.Alternate, seating.Alternate{Trait: trait.Draw(t, "trait"), Weight: weight()})
		case 3:
			r.Shared = append(r.Shared, seating.Shared{Trait: trait.Draw(t, "trait"), Near: near(), Weight: weight()})
		case 4:
			r.Acquainted = append(r.Acquainted, seating.Acquainted{Least: rapid.IntRange(1, 3).Draw(t, "least"), Near: near(), Weight: weight()})
		default:
			least := rapid.IntRange(0, 2).Draw(t, "least")
			r.PerTable = append(r.PerTable, seating.EachTable{Trait: trait.Draw(t, "trait"), Value: "x", Least: least, Most: max(least, 1) + rapid.IntRange(0, 1).Draw(t, "most"), Weight: weight()})
		}
	}
	return a
}

// propMingle: whatever the relations, the seating is lawful and the same again, and
// the search counts as the check does, exchange by exchange.
func propMingle(t *rapid.T) {
	a := drawnAffinity(t, 6)
	o := &seating.SearchOptions{Seed: rapid.Uint64().Draw(t, "seed"), MaxSteps: 2_000}
	kept, anew, checked, err := a.Walk(20, o.Seed)
	if err != nil || kept != anew || anew != checked {
		t.Fatalf("kept up %v, counted anew %v, checked %v: %v", kept, anew, checked, err)
	}
	m, err := seating.Mingle(context.Background(), a, o)
	if err != nil {
		t.Fatal(err)
	}
	mingledLawful(t, m)
	again, err := seating.Mingle(context.Background(), a, o)
	if err != nil || atTables(m) != atTables(again) {
		t.Errorf("%s, then %s: %v", atTables(m), atTables(again), err)
	}
}

func TestMingleLaws(t *testing.T) { rapid.Check(t, propMingle) }

func FuzzMingleLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propMingle)) }

// propBest: of a few people, no seating is better than the one found, by a try of all
// of them; and the bound of numbers holds for the best.
func propBest(t *rapid.T) {
	a := drawnAffinity(t, 2)
	m, err := seating.Mingle(context.Background(), a, nil)
	if err != nil {
		t.Fatal(err)
	}
	var chairs []seating.SeatID
	for _, table := range a.Tables {
		for i := range table.Chairs {
			chairs = append(chairs, seating.SeatID{Area: table.Area, Row: table.Row, Number: i + 1})
		}
	}
	best, found := seating.AffinityValue{}, false
	var seats []seating.Holding
	var try func(int)
	try = func(person int) {
		if person == len(a.People) {
			v, _, err := seating.CheckMingled(a, seats)
			if err == nil && (!found || v.Broken < best.Broken || v.Broken == best.Broken && v.Lost < best.Lost) {
				best, found = v, true
			}
			return
		}
		for _, seat := range chairs {
			if !slices.ContainsFunc(seats, func(h seating.Holding) bool { return h.Seat == seat }) {
				seats = append(seats, seating.Holding{Person: a.People[person].ID, Seat: seat})
				try(person + 1)
				seats = seats[:len(seats)-1]
			}
		}
	}
	try(0)
	if m.Value() != best || m.Bound() != best {
		t.Errorf("value %v, bound %v, the best of all is %v", m.Value(), m.Bound(), best)
	}
}

func TestBest(t *testing.T) { rapid.Check(t, propBest) }

func FuzzBest(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propBest)) }

// TestDinner: twelve tables of twelve are seated with nothing lost, and that is proven.
func TestDinner(t *testing.T) {
	m, err := seating.Mingle(t.Context(), dinnerOf(12, 1), nil)
	if err != nil {
		t.Fatal(err)
	}
	if m.Value() != (seating.AffinityValue{}) {
		t.Errorf("worth %+v, bound %+v", m.Value(), m.Bound())
	}
}

func TestMingleRefused(t *testing.T) {
	two := company("a b")
	at := func(r seating.Relations) seating.Affinity {
		return seating.Affinity{Tables: round(2), People: two, Relations: r}
	}
	seat := func(n int) seating.SeatID { return seating.SeatID{Area: "a", Row: 1, Number: n} }
	for _, c := range []struct {
		name     string
		affinity seating.Affinity
		code     string
		path     string
		why      string
	}{
		{"no tables", seating.Affinity{People: two}, "seating/bad-count", "tables", "there is nowhere to sit"},
		{"nobody", seating.Affinity{Tables: round(2)}, "seating/bad-count", "people", "there is nobody to sit"},
		{"too few chairs", seating.Affinity{Tables: round(1), People: two}, "seating/too-many-people", "people", "two on one chair"},
		{"a table twice", seating.Affinity{Tables: append(round(2), round(2)...), People: two}, "seating/area-twice", "tables[1].area", "chairs have names of their own"},
		{"no chairs", seating.Affinity{Tables: round(2, 0), People: two}, "seating/bad-count", "tables[1].chairs", "a table has chairs"},
		{"huge tables", seating.Affinity{Tables: round(900, 900), People: two}, "seating/bad-count", "tables", "published limit"},
		{"a person twice", seating.Affinity{Tables: round(3), People: company("a b a")}, "seating/person-twice", "people[2].id", "one person, one chair"},
		{"a stranger known", seating.Affinity{Tables: round(2), People: []seating.Companion{{ID: "a", Knows: ids("x")}}}, "seating/not-on-list", "people[0].knows[0]", "known people are on the list"},
		{"known to oneself", seating.Affinity{Tables: round(2), People: []seating.Companion{{ID: "a", Knows: ids("a")}}}, "seating/not-on-list", "people[0].knows[0]", "nobody is his own company"},
		{"a bare trait", seating.Affinity{Tables: round(2), People: []seating.Companion{{ID: "a", Traits: map[string][]string{"sex": {""}}}}}, "roster/no-id", "people[0].traits.sex[0]", "a value is a word"},
		{"held by a stranger", seating.Affinity{Tables: round(2), People: two, Held: []seating.Holding{{Person: "x", Seat: seat(1)}}}, "seating/not-on-list", "held[0].person", "who keeps a chair is there"},
		{"a chair kept twice", seating.Affinity{Tables: round(2), People: two, Held: []seating.Holding{{Person: "a", Seat: seat(1)}, {Person: "b", Seat: seat(1)}}}, "seating/no-chair-left", "held[1].seat", "one chair, one person"},
		{"two chairs kept", seating.Affinity{Tables: round(2), People: two, Held: []seating.Holding{{Person: "a", Seat: seat(1)}, {Person: "a", Seat: seat(2)}}}, "seating/seated-twice", "held[1].person", "one person, one chair"},
		{"no such chair", seating.Affinity{Tables: round(2), People: two, Held: []seating.Holding{{Person: "a", Seat: seat(3)}}}, "seating/no-chair-left", "held[0].seat", "the table has two chairs"},
		{"alone together", at(seating.Relations{Together: []seating.Together{{People: ids("a"), Near: seating.Beside}}}), "seating/needs-two", "relations.together[0].people", "a relation is among two"},
		{"a stranger apart", at(seating.Relations{Apart: []seating.Apart{{People: ids("a x"), Near: seating.Beside}}}), "seating/not-on-list", "relations.apart[0].people[1]", "who is named is there"},
		{"named twice", at(seating.Relations{Apart: []seating.Apart{{People: ids("a a"), Near: seating.Beside}}}), "seating/listed-twice", "relations.apart[0].people[1]", "one is not two"},
		{"how near", at(seating.Relations{Shared: []seating.Shared{{Trait: "sex"}}}), "seating/no-choice", "relations.shared[0].near", "no hidden default"},
		{"weight", at(seating.Relations{Alternate: []seating.Alternate{{Trait: "sex", Weight: -1}}}), "seating/bad-weight", "relations.alternate[0].weight", "nothing is gained by a break"},
		{"no acquaintance", at(seating.Relations{Acquainted: []seating.Acquainted{{Near: seating.AtTable}}}), "seating/bad-count", "relations.acquainted[0].least", "at least one"},
		{"no bounds", at(seating.Relations{PerTable: []seating.EachTable{{Trait: "sex", Value: "M"}}}), "seating/bad-bounds", "relations.perTable[0]", "neither least nor most"},
		{"bounds crossed", at(seating.Relations{PerTable: []seating.EachTable{{Trait: "sex", Value: "M", Least: 3, Most: 2}}}), "seating/bad-bounds", "relations.perTable[0]", "least above most"},
		{"together and apart", at(seating.Relations{
			Together: []seating.Together{{People: ids("b a"), Near: seating.Beside}}, Apart: []seating.Apart{{People: ids("a b"), Near: seating.AtTable}},
		}), "seating/both-ways", "relations.apart[0]", "hard rules contradict each other"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := seating.Mingle(t.Context(), c.affinity, nil)
			wantAt(t, err, c.code, c.path, c.why)
		})
	}
	_, _, err := seating.CheckMingled(seating.Affinity{Tables: round(3), People: two, Held: []seating.Holding{{Person: "a", Seat: seat(1)}}},
		[]seating.Holding{{Person: "a", Seat: seat(2)}, {Person: "a", Seat: seat(3)}, {Person: "x", Seat: seat(1)}})
	wantAt(t, err, "seating/held-moved", "held[0]", "protocol is kept")
	wantAt(t, err, "seating/seated-twice", "seats[1].person", "one chair each")
	wantAt(t, err, "seating/not-on-list", "seats[2].person", "a stranger")
	wantAt(t, err, "seating/not-seated", "people[1]", "everybody sits")
}

// TestMingleInterrupted: the best so far comes with the cause.
func TestMingleInterrupted(t *testing.T) {
	ctx, stop := context.WithCancelCause(t.Context())
	cause := errors.New("the guests are at the door")
	calls := 0
	a := dinnerOf(12, 2)
	a.Relations.Shared = append(a.Relations.Shared, seating.Shared{Trait: "kind", Near: seating.Beside, Weight: 1})
	m, err := seating.Mingle(ctx, a, &seating.SearchOptions{Progress: func(p seating.SearchProgress) {
		if calls++; calls == 2 {
			stop(cause)
		}
		if p.Steps > p.MaxSteps || p.Broken < 0 {
			t.Errorf("progress %+v", p)
		}
	}})
	if !errors.Is(err, cause) || calls != 2 {
		t.Errorf("after %d looks: %v", calls, err)
	}
	mingledLawful(t, m)
}

// TestAffinityOfPlan: hosts and the higher ranks keep the chairs that protocol gave
// them, the others are mixed, and the outcome is a plan again.
func TestAffinityOfPlan(t *testing.T) {
	setting := seating.Setting{Banquet: &seating.Banquet{Rule: seating.OneHost, Seats: seating.RightFirst}}
	guests := party(t, "H:host 1 2 3 4 5 6 7")
	p, err := seating.Arrange(setting, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	a := p.Affinity(3)
	var held []string
	for _, h := range a.Held {
		held = append(held, string(h.Person)+"@"+h.Seat.String())
	}
	if diff := cmp.Diff([]string{"H@table/1/1", "1@table/1/8", "2@table/1/2"}, held); diff != "" {
		t.Errorf("the host by role, the others by order (-want +got):\n%s", diff)
	}
	a.Relations.Together = []seating.Together{{People: ids("3 6"), Near: seating.Beside}, {People: ids("2 7"), Near: seating.Beside}}
	m, err := seating.Mingle(t.Context(), a, nil)
	if err != nil || m.Value() != (seating.AffinityValue{}) {
		t.Fatalf("%v, %v", m.Value(), err)
	}
	audit, err := seating.AuditDraft(m.Draft(p), guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	q := audit.Plan()
	for h := range m.Seats() {
		if at, ok := q.Of(h.Person); !ok || at.Seat.ID != h.Seat {
			t.Errorf("%s sits at %v in the plan and at %v", h.Person, at.Seat.ID, h.Seat)
		}
	}
}

func TestMingledRefused(t *testing.T) {
	m, err := seating.Mingle(t.Context(), seating.Affinity{Tables: round(3), People: company("a:M b:M c:F"), Relations: seating.Relations{Alternate: []seating.Alternate{{Trait: "sex", Weight: 2}}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, code, path, why string }{
		{`"value":{"broken":0,"lost":2}`, `"value":{"broken":0,"lost":0}`, "seating/not-derived", "value[0]", "counted anew"},
		{`"bound":{"broken":0,"lost":2}`, `"bound":{"broken":0,"lost":1}`, "seating/not-derived", "bound[0]", "no bound of its own"},
		{`"weight":2`, `"weight":-2`, "seating/bad-weight", "relations.alternate[0].weight", "checked as if made anew"},
		{`"seat":"a/1/1"`, `"seat":"b/1/1"`, "seating/no-chair-left", "seats[0].seat", "no such chair"},
	} {
		text := strings.Replace(string(data), c.old, c.new, 1)
		if text == string(data) {
			t.Fatalf("nothing was replaced in %s", data)
		}
		_, err := seating.ParseMingled([]byte(text))
		wantAt(t, err, c.code, c.path, c.why)
	}
}

// FuzzParseMingled: what is read is a lawful seating.
func FuzzParseMingled(f *testing.F) {
	m, err := seating.Mingle(context.Background(), seating.Affinity{Tables: round(3, 2), People: company("a:M,zh b:M c:F,fr d:F"), Relations: seating.Relations{
		Alternate: []seating.Alternate{{Trait: "sex", Weight: 2}}, Shared: []seating.Shared{{Trait: "language", Near: seating.AtTable}},
		Apart: []seating.Apart{{People: ids("a b"), Near: seating.AtTable}},
	}}, nil)
	if err != nil {
		f.Fatal(err)
	}
	data, err := m.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := seating.ParseMingled(data); err == nil {
			mingledLawful(t, m)
		}
	})
}

// TestMingleLarge: the most people there may be, at two tables with relations about
// tables, are seated within the steps.
func TestMingleLarge(t *testing.T) {
	a := seating.Affinity{Tables: round(seating.MaxCompanions/2, seating.MaxCompanions/2)}
	for i := range seating.MaxCompanions {
		a.People = append(a.People, seating.Companion{
			ID:     roster.PersonID("p" + strconv.Itoa(i)),
			Traits: map[string][]string{"sex": {[]string{"F", "M"}[i%2]}, "field": {strconv.Itoa(i % 40)}},
		})
	}
	a.Relations = seating.Relations{
		Alternate: []seating.Alternate{{Trait: "sex", Weight: 1}},
		Shared:    []seating.Shared{{Trait: "field", Near: seating.AtTable, Weight: 1}},
		PerTable:  []seating.EachTable{{Trait: "sex", Value: "F", Least: 250, Most: 250}},
	}
	m, err := seating.Mingle(t.Context(), a, &seating.SearchOptions{MaxSteps: 20_000})
	if err != nil {
		t.Fatal(err)
	}
	if m.Value().Broken > 0 {
		t.Errorf("worth %+v", m.Value())
	}
}

func TestNearness(t *testing.T) { tokens(t, seating.AtTable, seating.Beside) }
