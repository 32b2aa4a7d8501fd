package seating_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// with gives a role to some of the guests, by number from 1.
func with(guests []seating.Guest, role seating.Role, numbers ...int) []seating.Guest {
	for _, n := range numbers {
		guests[n-1].Role = role
	}
	return guests
}

// changed returns a hall after a change.
func changed(s seating.Setting, change func(h *seating.Hall)) seating.Setting {
	change(s.Hall)
	return s
}

// at is a chair of the floor.
func at(row, number int) seating.SeatID {
	return seating.SeatID{Area: "floor", Row: row, Number: number}
}

func TestHallClasses(t *testing.T) {
	left := seating.StartViewerLeft
	three, parties := delegations(3, 3, 3)
	for _, c := range []struct {
		name    string
		setting seating.Setting
		guests  []seating.Guest
		want    string
		why     string
	}{
		{
			"members before observers",
			changed(hall(seating.Rows, left, nil, []int{4}, []int{4}), func(h *seating.Hall) {
				h.Division, h.Classes = seating.ThroughHall, []seating.Class{{}, {Role: "observer"}}
			}),
			with(people(7), "observer", 1, 4),
			"2|3|5|6 / 7|1|4|-", "full members first, then the observers, each by rank",
		},
		{
			"a row of their own",
			changed(hall(seating.Rows, left, nil, []int{4}, []int{4}), func(h *seating.Hall) {
				h.Division, h.Classes = seating.ThroughHall, []seating.Class{{}, {Role: "observer", Break: true}}
			}),
			with(people(5), "observer", 1, 4),
			"2|3|5|- / 1|4|-|-", "observers begin a row",
		},
		{
			"buffer row",
			changed(hall(seating.Outward, 0, nil, []int{3}, []int{3}, []int{3}), func(h *seating.Hall) {
				h.Division, h.Classes = seating.ThroughHall, []seating.Class{{}, {Role: "observer", Empty: 1}}
			}),
			with(people(3), "observer", 3),
			"2|1|- / -|-|- / -|3|-", "a row between them is kept empty",
		},
		{
			"heads in row one",
			changed(hall(seating.Rows, left, parties, []int{4}, []int{6}), func(h *seating.Hall) {
				h.Division, h.Classes = seating.ThroughHall, []seating.Class{{Role: "head", Front: true}, {Break: true}}
			}),
			with(slices.Clone(three), "head", 2, 4, 9),
			"2|4|9|- / 1|3|5|6|7|8", "团长坐第一排, in the order of the delegations",
		},
		{
			"heads of columns",
			changed(hall(seating.Columns, left, parties, []int{6}, []int{6}), func(h *seating.Hall) {
				h.Division, h.Classes = seating.WithinParties, []seating.Class{{Role: "head", Front: true}, {}}
			}),
			with(slices.Clone(three), "head", 2, 3, 6, 7, 9),
			"2|3|6|5|7|9 / 1|-|4|-|8|-", "every head of a delegation has a front chair of its columns",
		},
		{
			"classes within delegations",
			changed(hall(seating.Rows, left, parties, []int{5}, []int{5}), func(h *seating.Hall) {
				h.Division, h.Classes = seating.WithinParties, []seating.Class{{}, {Role: "observer"}}
			}),
			with(slices.Clone(three), "observer", 1, 8),
			"2|3|1|4|5 / 6|7|9|8|-", "each delegation sits together, its observers last",
		},
		{
			"voting units on one floor",
			seating.Setting{Hall: &seating.Hall{
				Areas: []seating.HallArea{
					{ID: "floor", Rows: [][]int{{2, 2}, {2, 2}}, Voting: true}, {ID: "balcony", Rows: [][]int{{6}}},
				},
				Method: seating.Columns, From: left, Parties: parties,
				Division: seating.WithinParties, Classes: []seating.Class{{Votes: true}, {Role: "observer"}},
			}},
			with(slices.Clone(three), "observer", 3, 6, 9),
			"1|4|7|3 / 2|5|8|- / 6|9|-|-|-|-", "who votes has a voting unit; observers take what is left, then the next floor",
		},
		{
			"voting units row by row",
			seating.Setting{Hall: &seating.Hall{
				Areas: []seating.HallArea{
					{ID: "front", Rows: [][]int{{3}}}, {ID: "floor", Rows: [][]int{{6}}, Voting: true},
				},
				Method: seating.Rows, From: left, Parties: parties,
				Division: seating.WithinParties, Classes: []seating.Class{{Votes: true}, {Role: "observer"}},
			}},
			with(slices.Clone(three), "observer", 3, 6, 9),
			"3|6|9 / 1|2|4|5|7|8", "the voters pass over chairs without units, and the others come back to them",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := seating.Arrange(c.setting, c.guests, seating.CNGov())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, picture(t, p, seating.FromHall)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if !p.Audit().Clean() {
				t.Error("the plan does not pass its own audit")
			}
			roundTrip(t, p)
		})
	}
}

// roundTrip reads a plan back from its JSON.
func roundTrip(t testing.TB, p seating.Plan) {
	t.Helper()
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParsePlan(data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := back.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(data), string(again)); diff != "" {
		t.Errorf("the plan reads back otherwise:\n%s", diff)
	}
}

// marked is a floor of rows of six chairs, each row in two blocks, with marks.
func marked(rows int, marks ...seating.Mark) seating.Setting {
	s := hall(seating.Rows, seating.StartViewerLeft, nil, slices.Repeat([][]int{{3, 3}}, rows)...)
	s.Hall.Marks = marks
	return s
}

func TestHallMarks(t *testing.T) {
	needs := func(n int, companions map[int]int, numbers ...int) []seating.Guest {
		guests := people(n)
		for _, i := range numbers {
			guests[i-1].Accessible = true
		}
		for of, with := range companions {
			guests[with-1].Beside = guests[of-1].ID
		}
		return guests
	}
	place := func(row, number, to int) seating.Mark {
		return seating.Mark{Seat: at(row, number), To: to, Use: seating.Accessible}
	}
	for _, c := range []struct {
		name   string
		stage  seating.Setting
		guests []seating.Guest
		want   string
		why    string
	}{
		{
			"blocked", marked(2, seating.Mark{Seat: at(1, 2), To: 3, Use: seating.Blocked}), people(6),
			"1|-|-|2|3|4 / 5|6|-|-|-|-", "nobody sits where the camera stands",
		},
		{
			"kept", marked(1, seating.Mark{Seat: at(1, 1), Use: seating.Reserved}), people(2),
			"-|1|2|-|-|-", "a reserved chair without a role stays empty",
		},
		{
			"reserved for a role", marked(1, seating.Mark{Seat: at(1, 5), To: 6, Use: seating.Reserved, Role: "press"}),
			with(people(4), "press", 1, 3), "2|4|-|-|1|3", "the press has its chairs, the others the rest",
		},
		{
			"accessible", marked(2, place(1, 6, 0)), needs(3, nil, 2),
			"1|3|-|-|-|2 / -|-|-|-|-|-", "one who needs the place has it, whatever the rank",
		},
		{
			"companion", marked(2, place(2, 1, 0)), needs(4, map[int]int{1: 4}, 1),
			"2|3|-|-|-|- / 1|4|-|-|-|-", "the companion sits beside",
		},
		{
			"the only place with a chair beside", marked(1, place(1, 1, 3), place(1, 6, 0)), needs(3, map[int]int{2: 3}, 1, 2),
			"1|-|-|-|3|2", "the place without a free chair is for the one who comes alone: an aisle is not beside",
		},
		{
			"two places share a chair", marked(1, place(1, 1, 0), place(1, 3, 0), place(1, 4, 0)), needs(4, map[int]int{1: 3, 2: 4}, 1, 2),
			"1|3|-|2|4|-", "places and chairs are matched, not taken as they come",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := seating.Arrange(c.stage, c.guests, seating.CNGov())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, picture(t, p, seating.FromHall)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if !p.Audit().Clean() {
				t.Error("the plan does not pass its own audit")
			}
			roundTrip(t, p)
		})
	}
}

func TestHallRefused(t *testing.T) {
	left := seating.StartViewerLeft
	three, parties := delegations(3, 3, 3)
	alone := people(3)
	alone[0].Accessible = true
	pair := people(3)
	pair[0].Accessible, pair[1].Beside = true, "p1"
	both := slices.Clone(pair)
	both[2].Beside = "p1"
	ofNobody := people(2)
	ofNobody[0].Beside = "p9"
	classes := func(m seating.Method, d seating.Division, cs ...seating.Class) seating.Setting {
		from := left
		if m == seating.Outward {
			from = 0
		}
		return changed(hall(m, from, parties, []int{6}, []int{6}), func(h *seating.Hall) { h.Division, h.Classes = d, cs })
	}
	for _, c := range []struct {
		name       string
		setting    seating.Setting
		guests     []seating.Guest
		code, path string
		why        string
	}{
		{"no such chair", marked(1, seating.Mark{Seat: at(1, 7), Use: seating.Blocked}), people(1), "seating/no-such-seat", "setting.hall.marks[0].seat", "the row ends at six"},
		{"no such row", marked(1, seating.Mark{Seat: at(2, 1), Use: seating.Blocked}), people(1), "seating/no-such-seat", "setting.hall.marks[0].seat", "one row"},
		{"no chair named", marked(1, seating.Mark{Use: seating.Blocked}), people(1), "seating/no-such-seat", "setting.hall.marks[0].seat", "which chair"},
		{"backwards", marked(1, seating.Mark{Seat: at(1, 4), To: 2, Use: seating.Blocked}), people(1), "seating/bad-mark", "setting.hall.marks[0].to", "from low to high"},
		{"use not chosen", marked(1, seating.Mark{Seat: at(1, 4)}), people(1), "seating/no-choice", "setting.hall.marks[0].use", "what for"},
		{"role of a blocked chair", marked(1, seating.Mark{Seat: at(1, 4), Use: seating.Blocked, Role: "press"}), people(1), "seating/role-of-mark", "setting.hall.marks[0].role", "nobody sits there"},
		{"blocked and reserved", marked(1, seating.Mark{Seat: at(1, 1), To: 3, Use: seating.Blocked}, seating.Mark{Seat: at(1, 2), Use: seating.Reserved}), people(1), "seating/marked-twice", "setting.hall.marks[1]", "one chair, one mark"},
		{"a place in an empty row", changed(marked(2, seating.Mark{Seat: at(1, 1), Use: seating.Accessible}), func(h *seating.Hall) { h.Areas[0].Empty = 1 }), people(1), "seating/mark-in-kept", "setting.hall.marks[0]", "nobody sits in row one"},
		{"too few reserved", marked(1, seating.Mark{Seat: at(1, 1), Use: seating.Reserved, Role: "press"}), with(people(3), "press", 1, 2), "seating/reserved-short", "setting.hall.marks", "nobody is quietly put elsewhere"},
		{"no accessible place", marked(1), alone, "seating/accessible-short", "setting.hall.marks", "a person who needs one gets one or it is said"},
		{"no chair beside", marked(1, seating.Mark{Seat: at(1, 4), Use: seating.Accessible}, seating.Mark{Seat: at(1, 5), Use: seating.Blocked}), pair, "seating/companion-short", "setting.hall.marks", "the chair beside is blocked, and an aisle on the other side"},
		{"two companions", marked(1, seating.Mark{Seat: at(1, 2), Use: seating.Accessible}), both, "seating/bad-companion", "guests[2].beside", "one companion each"},
		{"companion of nobody", marked(1), ofNobody, "seating/bad-companion", "guests[0].beside", "who is p9"},
		{"all chairs blocked", marked(1, seating.Mark{Seat: at(1, 1), To: 6, Use: seating.Blocked}), people(1), "seating/too-many-people", "setting.hall.areas", "no chair is left"},
		{"division not chosen", classes(seating.Rows, 0, seating.Class{}), three, "seating/no-choice", "setting.hall.division", "sources have both"},
		{"columns through the hall", classes(seating.Columns, seating.ThroughHall, seating.Class{}), three, "seating/bad-division", "setting.hall.division", "a delegation sits together"},
		{"class twice", classes(seating.Rows, seating.ThroughHall, seating.Class{Role: "a"}, seating.Class{}, seating.Class{Role: "a"}), three, "seating/class-twice", "setting.hall.classes[2]", "one place in the order"},
		{"role that is none", classes(seating.Rows, seating.ThroughHall, seating.Class{Role: "a\x00"}), three, "roster/bad-id", "setting.hall.classes[0].role", "a word"},
		{"negative buffer", classes(seating.Rows, seating.ThroughHall, seating.Class{Empty: -1}), three, "seating/bad-count", "setting.hall.classes[0].empty", "a number of rows"},
		{"too many classes", classes(seating.Rows, seating.ThroughHall, make([]seating.Class, seating.MaxRostrum+1)...), three, "seating/bad-count", "setting.hall.classes", "published limit"},
		{"classes of delegations without delegations", changed(classes(seating.Rows, seating.WithinParties, seating.Class{}), func(h *seating.Hall) { h.Parties = nil }), people(2), "seating/no-parties", "setting.hall.parties", "within what"},
		{"no row left behind the buffer", classes(seating.Rows, seating.ThroughHall, seating.Class{}, seating.Class{Role: "a", Empty: 5}), with(slices.Clone(three), "a", 9), "seating/too-many-people", "setting.hall.areas", "the empty rows take all"},
		{"too many marks", marked(1, make([]seating.Mark, seating.MaxSeats+1)...), people(1), "seating/bad-count", "setting.hall.marks", "published limit"},
		{"second class in front", classes(seating.Rows, seating.ThroughHall, seating.Class{}, seating.Class{Role: "a", Front: true}), three, "seating/bad-class", "setting.hall.classes[1]", "the front row is taken"},
		{"buffer within delegations", classes(seating.Columns, seating.WithinParties, seating.Class{}, seating.Class{Role: "a", Empty: 1}), three, "seating/bad-class", "setting.hall.classes[1]", "a delegation sits together"},
		{"too many heads", changed(classes(seating.Rows, seating.ThroughHall, seating.Class{Role: "head", Front: true}, seating.Class{}), func(h *seating.Hall) { h.Areas[0].Rows = [][]int{{2}, {9}} }), with(slices.Clone(three), "head", 1, 4, 7), "seating/front-too-narrow", "setting.hall.classes[0]", "three heads, two chairs"},
		{"too many heads of a delegation", classes(seating.Columns, seating.WithinParties, seating.Class{Role: "head", Front: true}, seating.Class{}), with(slices.Clone(three), "head", 1, 2, 3), "seating/front-too-narrow", "setting.hall.parties[0]", "three heads, two columns"},
		{"no voting units", classes(seating.Rows, seating.ThroughHall, seating.Class{Votes: true}), three, "seating/voting-short", "setting.hall.classes[0]", "who votes has a unit"},
		{"no voting units, by delegation", classes(seating.Rows, seating.WithinParties, seating.Class{Votes: true}), three, "seating/voting-short", "setting.hall.areas", "who votes has a unit"},
		{"no voting units, in areas", classes(seating.Contiguous, seating.WithinParties, seating.Class{Votes: true}), three, "seating/no-area", "setting.hall.parties[0]", "who votes has a unit"},
		{"buffer before the empty rows", changed(hall(seating.Rows, left, nil, []int{2}, []int{2}), func(h *seating.Hall) { h.Areas[0].Empty, h.Areas[0].Buffer = 1, []int{1} }), people(1), "seating/bad-buffer", "setting.hall.areas[0].buffer[0]", "row one is empty already"},
		{"steps of rows", changed(hall(seating.Rows, left, nil, []int{2}), func(h *seating.Hall) { h.Steps = 5 }), people(1), "seating/bad-steps", "setting.hall.steps", "nothing is searched"},
		{"torn apart", changed(hall(seating.Contiguous, left, orgs("d1 d2"), []int{2}, []int{2}, []int{2}), func(h *seating.Hall) { h.Areas[0].Buffer = []int{2} }), func() []seating.Guest {
			g, _ := delegations(3, 1)
			return g
		}(), "seating/no-area", "setting.hall.parties[0]", "a buffer row lies between"},
		{"places in columns", seating.Setting{Hall: &seating.Hall{Areas: []seating.HallArea{{ID: "floor", Places: [][]seating.Point{{{X: 0, Y: 0}}}}}, Method: seating.Columns, From: left, Parties: orgs("d1")}}, three[:1], "seating/places-in-columns", "setting.hall.areas[0].places", "bent rows have no columns"},
		{"rows and places", seating.Setting{Hall: &seating.Hall{Areas: []seating.HallArea{{ID: "floor", Rows: [][]int{{1}}, Places: [][]seating.Point{{{X: 0, Y: 0}}}}}, Method: seating.Rows, From: left}}, people(1), "seating/rows-and-places", "setting.hall.areas[0].places", "one of them"},
		{"chair upon chair", seating.Setting{Hall: &seating.Hall{Areas: []seating.HallArea{{ID: "floor", Places: [][]seating.Point{{{X: 0, Y: 0}, {X: 10, Y: 0}}}}}, Method: seating.Rows, From: left}}, people(1), "seating/not-rising", "setting.hall.areas[0].places[0][1]", "one centimetre apart"},
		{"far away", seating.Setting{Hall: &seating.Hall{Areas: []seating.HallArea{{ID: "floor", Places: [][]seating.Point{{{X: 0, Y: seating.MaxExtent + 1}}}}}, Method: seating.Rows, From: left}}, people(1), "seating/too-far", "setting.hall.areas[0].places[0][0]", "published limit"},
		{"row without places", seating.Setting{Hall: &seating.Hall{Areas: []seating.HallArea{{ID: "floor", Places: [][]seating.Point{{}}}}, Method: seating.Rows, From: left}}, people(1), "seating/ragged-row", "setting.hall.areas[0].places[0]", "a row has chairs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := seating.Arrange(c.setting, c.guests, seating.CNGov())
			wantAt(t, err, c.code, c.path, c.why)
		})
	}
}

// TestHallExplained: who does not sit in the order is told why.
func TestHallExplained(t *testing.T) {
	s := marked(2, seating.Mark{Seat: at(2, 1), Use: seating.Accessible}, seating.Mark{Seat: at(1, 1), Use: seating.Reserved, Role: "press"})
	s.Hall.Division, s.Hall.Classes = seating.ThroughHall, []seating.Class{{}, {Role: "observer"}}
	guests := with(people(5), "press", 3)
	guests[0].Accessible, guests[3].Beside, guests[4].Role = true, "p1", "observer"
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	for person, want := range map[roster.PersonID]string{
		"p1": "needs an accessible place",
		"p3": "reserved for the role",
		"p4": "beside ",
		"p5": "number 2 of the classes",
		"p2": "(everybody else)",
	} {
		why, _ := p.Explain(person)
		if text := check.Sentences(check.En, nil, why...); !strings.Contains(text, want) {
			t.Errorf("%s: %s", person, text)
		}
	}
}

// drawnContiguous is a hall of any shape and delegations that may be too many for it.
func drawnContiguous(t *rapid.T) (seating.Setting, []seating.Guest) {
	blocks := rapid.IntRange(1, 3).Draw(t, "blocks")
	row := rapid.SliceOfN(rapid.IntRange(0, 5), blocks, blocks).Filter(func(row []int) bool { return slices.Max(row) > 0 })
	s := hall(seating.Contiguous, rapid.SampledFrom([]seating.Start{seating.StartViewerLeft, seating.StartViewerRight}).Draw(t, "from"), nil,
		rapid.SliceOfN(row, 1, 7).Draw(t, "rows")...)
	s.Hall.Steps = rapid.SampledFrom([]int{0, 1, 40}).Draw(t, "steps")
	guests, parties := delegations(rapid.SliceOfN(rapid.IntRange(1, 9), 1, 6).Draw(t, "sizes")...)
	s.Hall.Parties = parties
	return s, guests
}

// propContiguous: every delegation sits in one area that hangs together, the level
// is no better than the bound, more steps make it no worse, and a hall that
// is refused has too few chairs or too few that hang together.
func propContiguous(t *rapid.T) {
	s, guests := drawnContiguous(t)
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		return // TestContiguousSmall holds what may be refused
	}
	var places []seating.Place
	for place := range p.Places() {
		places = append(places, place)
	}
	for _, party := range s.Hall.Parties {
		if n := parts(places, party); n != 1 {
			t.Errorf("%s sits in %d parts", party, n)
		}
	}
	sight, err := p.Sight()
	if err != nil {
		t.Fatal(err)
	}
	if sight.Level() < sight.Bound() || sight.Worst() < sight.Level() || sight.Spread() > sight.Worst() {
		t.Errorf("worst %d, bound %d, spread %d", sight.Worst(), sight.Bound(), sight.Spread())
	}
	for party := range sight.Parties() {
		if party.Areas != 1 || party.Nearest > party.Mean || party.Mean > party.Farthest {
			t.Errorf("%+v", party)
		}
	}
	steps := s.Hall.Steps
	if steps == 0 {
		steps = seating.DefaultSteps
	}
	s.Hall.Steps = 400
	more, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	if better, err := more.Sight(); s.Hall.Steps >= steps && (err != nil || better.Level() > sight.Level()) {
		t.Errorf("400 steps leave the level at %d, fewer at %d: %v", better.Level(), sight.Level(), err)
	}
}

// parts counts the areas of a delegation the slow way: chairs are joined with their
// neighbours in the row and those less than a chair to the side in the next one.
func parts(places []seating.Place, party roster.OrgID) int {
	var mine []seating.Seat
	for _, p := range places {
		if p.Guest.Party == party && !p.Empty() {
			mine = append(mine, p.Seat)
		}
	}
	name := make([]int, len(mine))
	for i := range name {
		name[i] = i
	}
	for range mine {
		for i, a := range mine {
			for j, b := range mine {
				side := a.At.X - b.At.X
				beside := a.ID.Row == b.ID.Row && (a.ID.Number-b.ID.Number == 1 || b.ID.Number-a.ID.Number == 1)
				behind := (a.ID.Row-b.ID.Row == 1 || b.ID.Row-a.ID.Row == 1) && max(side, -side) < 550
				if a.ID.Area == b.ID.Area && (beside || behind) {
					name[i] = min(name[i], name[j])
				}
			}
		}
	}
	n := 0
	for i := range name {
		if name[i] == i {
			n++
		}
	}
	return n
}

func TestContiguous(t *testing.T) { rapid.Check(t, propContiguous) }

func FuzzContiguous(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propContiguous)) }

// TestContiguousSmall tries every way to seat delegations in small halls: where there
// is one, one is found, and the level of the best of them lies between the bound and
// what is found, not far below it.
func TestContiguousSmall(t *testing.T) {
	for _, c := range []struct {
		rows  [][]int
		sizes []int
	}{
		{[][]int{{3}, {3}}, []int{2, 2, 2}},
		{[][]int{{3}, {3}, {3}}, []int{3, 3, 3}},
		{[][]int{{3}, {3}, {3}}, []int{4, 2, 3}},
		{[][]int{{4}, {4}}, []int{3, 3}},
		{[][]int{{1, 1}, {1, 1}, {1, 1}}, []int{3, 3}},
		{[][]int{{1}, {2}, {3}}, []int{2, 3, 1}},
		{[][]int{{5}}, []int{1, 3, 1}},
		{[][]int{{1, 0, 1}, {0, 1, 0}}, []int{1, 1, 1}},
		{[][]int{{1, 0, 1}, {1, 1, 1}}, []int{5}},
	} {
		guests, parties := delegations(c.sizes...)
		s := hall(seating.Contiguous, seating.StartViewerLeft, parties, c.rows...)
		p, err := seating.Arrange(s, guests, seating.CNGov())
		if err != nil {
			t.Errorf("%v, %v: %v", c.rows, c.sizes, err)
			continue
		}
		sight, err := p.Sight()
		if err != nil {
			t.Fatal(err)
		}
		best := bestLevel(t, p, parties, c.sizes)
		if best < sight.Bound() || best > sight.Level() {
			t.Errorf("%v, %v: bound %d, best %d, found %d", c.rows, c.sizes, sight.Bound(), best, sight.Level())
		}
		if 100*sight.Level() > 105*best {
			t.Errorf("%v, %v: found %d, and there is %d", c.rows, c.sizes, sight.Level(), best)
		}
	}
}

// bestLevel returns the least level of all ways to put delegations on the chairs of a
// plan, in floating point.
func bestLevel(t *testing.T, p seating.Plan, parties []roster.OrgID, sizes []int) seating.Length {
	t.Helper()
	seats := slices.Collect(p.Layout().Seats())
	var stage seating.Point
	for b := range p.Layout().Boxes() {
		if b.Kind == seating.Stage {
			stage = seating.Point{X: (b.Min.X + b.Max.X) / 2, Y: (b.Min.Y + b.Max.Y) / 2}
		}
	}
	far := func(s seating.Seat) int64 {
		dx, dy := int64(s.At.X-stage.X), int64(s.At.Y-stage.Y)
		n := int64(0)
		for d := int64(1) << 20; d > 0; d /= 2 {
			if (n+d)*(n+d) <= dx*dx+dy*dy {
				n += d
			}
		}
		return n
	}
	best := seating.Length(1 << 30)
	left := slices.Clone(sizes)
	places := make([]seating.Place, len(seats))
	var try func(i, people int)
	try = func(i, people int) {
		if people == 0 {
			squares, all := 0.0, 0.0
			for _, party := range parties {
				if parts(places, party) != 1 {
					return
				}
				sum, n := int64(0), int64(0)
				for _, place := range places {
					if place.Guest.Party == party {
						sum, n = sum+far(place.Seat), n+1
					}
				}
				mean := float64(sum) / float64(n)
				squares, all = squares+float64(n)*mean*mean, all+float64(n)
			}
			best = min(best, seating.Length(math.Sqrt(squares/all)))
			return
		}
		if len(seats)-i < people {
			return
		}
		for k := range parties {
			if left[k] > 0 {
				left[k]--
				places[i] = seating.Place{Seat: seats[i], Guest: seating.Guest{ID: "p", Party: parties[k]}}
				try(i+1, people-1)
				places[i] = seating.Place{Seat: seats[i]}
				left[k]++
			}
		}
		try(i+1, people)
	}
	n := 0
	for _, size := range sizes {
		n += size
	}
	try(0, n)
	return best
}

// TestSight measures a hall by hand: the stage is two depths before the first row.
func TestSight(t *testing.T) {
	guests, parties := delegations(1, 2)
	p, err := seating.Arrange(hall(seating.Columns, seating.StartViewerLeft, parties, []int{1}, []int{1}, []int{1}), guests[:1], seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	s, err := p.Sight()
	if err != nil {
		t.Fatal(err)
	}
	if s.Level() != 1900 || s.Worst() != 1900 || s.Bound() != 1900 || s.Spread() != 0 {
		t.Errorf("the chair before the stage: %d, %d, %d, %d", s.Level(), s.Worst(), s.Bound(), s.Spread())
	}
	data, err := s.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParseSight(data)
	if err != nil || back.Worst() != s.Worst() {
		t.Errorf("%s: %v", data, err)
	}
	_, err = seating.ParseSight([]byte(strings.Replace(string(data), `"worst":1900`, `"worst":1899`, 1)))
	wantAt(t, err, "seating/not-derived", "outcome[0]", "nobody sits nearer")
	stage, err := seating.Arrange(rostrum(3), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	_, err = stage.Sight()
	wantCode(t, err, "seating/not-hall", "a rostrum is what is looked at")
}

// TestFan: chairs with places of their own hang together and are filled like others.
func TestFan(t *testing.T) {
	fan := [][]seating.Point{
		{{X: -600, Y: 0}, {X: 0, Y: -100}, {X: 600, Y: 0}},
		{{X: -900, Y: 1000}, {X: -300, Y: 900}, {X: 300, Y: 900}, {X: 900, Y: 1000}},
	}
	guests, parties := delegations(3, 4)
	s := seating.Setting{Hall: &seating.Hall{
		Areas: []seating.HallArea{{ID: "fan", Places: fan}}, Method: seating.Contiguous, From: seating.StartViewerLeft, Parties: parties, Pitch: 600,
	}}
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	var got [][]seating.Point
	for row := range p.Layout().Rows() {
		var places []seating.Point
		for seat := range p.Layout().SeatsOf(row) {
			places = append(places, seat.At)
		}
		got = append(got, places)
	}
	if diff := cmp.Diff(fan, got); diff != "" {
		t.Errorf("chairs stand elsewhere (-want +got):\n%s", diff)
	}
	sight, err := p.Sight()
	if err != nil {
		t.Fatal(err)
	}
	for party := range sight.Parties() {
		if party.Areas != 1 {
			t.Errorf("%+v", party)
		}
	}
	roundTrip(t, p)
}

// TestHallAbsence: the chairs of a hall stay where they are when somebody who has a
// chair of his own does not come; a companion is not seated beside nobody.
func TestHallAbsence(t *testing.T) {
	s, guests := assembly()
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	wheelchair := seating.Guest{ID: "n1", Party: "d1", Order: 9, Accessible: true}
	for _, c := range []struct {
		change seating.Change
		want   string
		why    string
	}{
		{seating.Absent{Person: "p3"}, "keep-gap rerank", "who came along may stay"},
		{seating.Absent{Person: "p4"}, "keep-gap rerank", "one who needs a place may come alone"},
		{seating.Absent{Person: "p2"}, "keep-gap rerank", "anybody else"},
		{seating.Added{Guest: seating.Guest{ID: "n1", Party: "d1", Order: 9}}, "keep-gap rerank", "a newcomer takes a free chair"},
		{seating.Added{Guest: wheelchair}, "", "there is one accessible place, and it is taken"},
		{seating.Substituted{Person: "p2", By: wheelchair}, "", "the deputy cannot have the chair"},
	} {
		ways, err := seating.Remedies(p, nil, c.change)
		var got []string
		for _, way := range ways.All() {
			got = append(got, way.Remedy().String())
			roundTrip(t, way.After())
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%+v: %s: %v (-want +got):\n%s", c.change, c.why, err, diff)
		}
	}
}

// TestHallOfSpecialPeople: a hall in which nobody sits in the order is a hall.
func TestHallOfSpecialPeople(t *testing.T) {
	for _, method := range []seating.Method{seating.Rows, seating.Columns, seating.Contiguous} {
		for _, division := range []seating.Division{seating.ThroughHall, seating.WithinParties} {
			if division == seating.ThroughHall && method != seating.Rows {
				continue
			}
			guests, parties := delegations(1)
			guests[0].Accessible = true
			s := changed(marked(1, seating.Mark{Seat: at(1, 2), Use: seating.Accessible}), func(h *seating.Hall) {
				h.Method, h.Parties, h.Division, h.Classes = method, parties, division, []seating.Class{{}}
			})
			p, err := seating.Arrange(s, guests, seating.CNGov())
			if err != nil {
				t.Fatal(err)
			}
			if got := picture(t, p, seating.FromHall); got != "-|1|-|-|-|-" {
				t.Errorf("%v, %v: %s", method, division, got)
			}
			roundTrip(t, p)
		}
	}
}
