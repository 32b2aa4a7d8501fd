package seating_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

func TestArrangeRostrum(t *testing.T) {
	role := func(role seating.Role, ids ...int) []seating.Guest {
		guests := people(9)
		for _, id := range ids {
			guests[id-1].Role = role
		}
		return guests
	}
	for _, c := range []struct {
		name    string
		rostrum seating.Rostrum
		guests  []seating.Guest
		want    string
		why     string
	}{
		{
			name: "one row", rostrum: seating.Rostrum{}, guests: people(5),
			want: "5|3|1|2|4", why: "without a limit there is one row",
		},
		{
			name: "chosen rows", rostrum: seating.Rostrum{MaxRow: 6}, guests: people(11),
			want: "5|3|1|2|4 / 10|8|6|7|9|11", why: "as few rows as fit, none in front longer than one behind",
		},
		{
			name: "rest in the open row", rostrum: seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 3}, {}}}, guests: people(8),
			want: "3|1|2 / 8|6|4|5|7", why: "a row without a number takes what is over",
		},
		{
			name:    "role before rank",
			rostrum: seating.Rostrum{Rows: []seating.RostrumRow{{Role: "executive-chair"}, {}}},
			guests:  role("executive-chair", 4, 6, 8),
			want:    "8|4|6 / 7|3|1|2|5|9",
			why:     "the row of the presiding chairpersons stands before higher ranks; each row is filled by the same rule",
		},
		{
			name: "ranges",
			rostrum: seating.Rostrum{Rows: []seating.RostrumRow{
				{Ranks: seating.RankRange{From: 1, To: 3}}, {Seats: 4}, {Ranks: seating.RankRange{From: 8, To: 9}},
			}},
			guests: people(9),
			want:   "3|1|2 / 6|4|5|7 / 8|9",
			why:    "reserved rows take their ranks, the row between them the rest",
		},
		{
			name:    "gaps in the orders",
			rostrum: seating.Rostrum{}, guests: []seating.Guest{{ID: "p30", Order: 30}, {ID: "p7", Order: 7}, {ID: "p12", Order: 12}},
			want: "30|7|12", why: "orders are a list, not numbers of chairs",
		},
		{
			name:    "two alone behind others",
			rostrum: seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 3}, {Seats: 2}}}, guests: people(5),
			want: "3|1|2 / 4|5", why: "a row of two behind others is an even row",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, preset := range []string{"cn-gov", "cn-gov two=no1-left"} {
				p, err := seating.Arrange(seating.Setting{Rostrum: &c.rostrum}, c.guests, convention(t, preset))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(c.want, picture(t, p, seating.FromHall)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", c.why, diff)
				}
				if a := p.Audit(); !a.Clean() {
					t.Errorf("the plan does not pass its own audit: %v", a.Findings().Err())
				}
			}
		})
	}
}

// hall is a hall of one area with the given blocks in each row.
func hall(method seating.Method, from seating.Start, parties []roster.OrgID, rows ...[]int) seating.Setting {
	return seating.Setting{Hall: &seating.Hall{
		Areas:  []seating.HallArea{{ID: "floor", Rows: rows}},
		Method: method, From: from, Parties: parties,
	}}
}

// delegations returns guests p1… in delegations of the given sizes, d1 first.
func delegations(sizes ...int) ([]seating.Guest, []roster.OrgID) {
	var guests []seating.Guest
	var parties []roster.OrgID
	for i, n := range sizes {
		party := roster.OrgID("d" + string(rune('1'+i)))
		parties = append(parties, party)
		for range n {
			g := people(len(guests) + 1)[len(guests)]
			g.Party = party
			guests = append(guests, g)
		}
	}
	return guests, parties
}

func TestArrangeHall(t *testing.T) {
	five, fiveParties := delegations(4, 3, 2, 5, 1)
	withEmpty := hall(seating.Rows, seating.StartViewerLeft, nil, []int{3}, []int{3})
	withEmpty.Hall.Areas[0].Empty = 1
	floors := seating.Setting{Hall: &seating.Hall{
		Areas: []seating.HallArea{
			{ID: "floor", Label: "一楼", Rows: [][]int{{2}, {2}}},
			{ID: "balcony", Label: "二楼", Rows: [][]int{{4}}},
		},
		Method: seating.Columns, From: seating.StartViewerLeft, Parties: []roster.OrgID{"d1", "d2", "d3"},
	}}
	three, _ := delegations(3, 2, 2)
	for _, c := range []struct {
		name    string
		setting seating.Setting
		guests  []seating.Guest
		view    seating.View
		want    string
		why     string
	}{
		{
			"rows", hall(seating.Rows, seating.StartViewerLeft, nil, []int{5}, []int{5}), people(8), seating.FromHall,
			"1|2|3|4|5 / 6|7|8|-|-", "横排法 from left to right as a reader has it who faces the stage",
		},
		{
			"rows from the right", hall(seating.Rows, seating.StartViewerRight, nil, []int{5}, []int{5}), people(8), seating.FromHall,
			"5|4|3|2|1 / -|-|8|7|6", "sources do not say whose left: the other reading",
		},
		{
			"rows across aisles", hall(seating.Rows, seating.StartViewerLeft, nil, []int{1, 2, 1}, []int{2, 2, 2}), people(9), seating.FromHall,
			"1|2|3|4 / 5|6|7|8|9|-", "an aisle does not break a row",
		},
		{
			"front row empty", withEmpty, people(3), seating.FromHall,
			"-|-|- / 1|2|3", "front rows may be kept empty",
		},
		{
			"delegations row by row", hall(seating.Rows, seating.StartViewerLeft, []roster.OrgID{"d2", "d1"}, []int{5}), func() []seating.Guest {
				g, _ := delegations(3, 2)
				return g
			}(), seating.FromHall,
			"4|5|1|2|3", "the order of delegations comes before the ranks",
		},
		{
			"outward", hall(seating.Outward, 0, nil, []int{7}), people(7), seating.FromRostrum,
			"7|5|3|1|2|4|6", "左右排列法: No.1 in the centre, own left first, read by one who faces the people",
		},
		{
			"outward, read from the hall", hall(seating.Outward, 0, nil, []int{7}), people(7), seating.FromHall,
			"6|4|2|1|3|5|7", "people in the hall have their own left where the reader has his",
		},
		{
			"outward, not full", hall(seating.Outward, 0, nil, []int{3}, []int{5}), people(5), seating.FromHall,
			"2|1|3 / -|5|4|-|-", "the last row fills from its centre too",
		},
		{
			"columns", hall(seating.Columns, seating.StartViewerLeft, fiveParties, []int{8}, []int{8}, []int{8}), five, seating.FromHall,
			"1|4|5|8|10|13|15|- / 2|-|6|9|11|14|-|- / 3|-|7|-|12|-|-|-", "竖排法: each delegation begins a column, front to back",
		},
		{
			"columns from the right", hall(seating.Columns, seating.StartViewerRight, fiveParties, []int{8}, []int{8}, []int{8}), five, seating.FromHall,
			"-|15|13|10|8|5|4|1 / -|-|14|11|9|6|-|2 / -|-|-|12|-|7|-|3", "the same from the other side",
		},
		{
			"columns from the centre", hall(seating.Columns, seating.StartCentre, fiveParties, []int{9}, []int{9}, []int{9}), five, seating.FromHall,
			"13|10|5|4|1|8|15|-|- / 14|11|6|-|2|9|-|-|- / -|12|7|-|3|-|-|-|-",
			"the first in the middle, from there to either side in turn, own left first",
		},
		{
			"floors", floors, three, seating.FromHall,
			"1|3 / 2|- / 4|5|6|7", "a delegation that does not fit begins on the next floor",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := seating.Arrange(c.setting, c.guests, seating.CNGov())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, picture(t, p, c.view)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if a := p.Audit(); !a.Clean() {
				t.Errorf("the plan does not pass its own audit")
			}
		})
	}
}

func TestArrangeRefused(t *testing.T) {
	twice := append(people(3), seating.Guest{ID: "p2", Order: 9})
	firsts := people(3)
	firsts[2].Order = 1
	unknown := people(3)
	unknown[1].Party = "d9"
	big, parties := delegations(2, 7)
	aisle := rostrum(3, 4)
	aisle.Rostrum.Rows[0].Aisles = []int{1}
	both := rostrum(3)
	both.Hall = hall(seating.Rows, seating.StartViewerLeft, nil, []int{3}).Hall
	hollow := hall(seating.Rows, seating.StartViewerLeft, nil, []int{3})
	hollow.Hall.Areas = append(hollow.Hall.Areas, seating.HallArea{ID: "balcony"})
	overlap := seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{
		{Ranks: seating.RankRange{From: 1, To: 2}}, {Ranks: seating.RankRange{From: 2, To: 3}},
	}}}
	for _, c := range []struct {
		name       string
		setting    seating.Setting
		guests     []seating.Guest
		convention seating.Convention
		code, path string
		why        string
	}{
		{"more people than seats", rostrum(3, 4), people(8), seating.CNGov(), "seating/too-many-people", "setting.rostrum.rows", "the eighth has no chair"},
		{"fewer people than seats", rostrum(3, 4), people(6), seating.CNGov(), "seating/empty-chairs", "setting.rostrum.rows[1]", "no chair on a rostrum stays empty"},
		{"hall too small", hall(seating.Rows, seating.StartViewerLeft, nil, []int{3}), people(4), seating.CNGov(), "seating/too-many-people", "setting.hall.areas", "a hall is full when it is full"},
		{"delegation too large", hall(seating.Columns, seating.StartViewerLeft, parties, []int{4}, []int{4}), big, seating.CNGov(), "seating/party-too-large", "setting.hall.parties[1]", "eight chairs, but seven people after a column of two"},
		{"a person twice", rostrum(4), twice, seating.CNGov(), "seating/person-twice", "guests[3].id", "one person, one chair"},
		{"two of rank 1", rostrum(3), firsts, seating.CNGov(), "seating/tie", "guests[2].order", "a tie is decided by people"},
		{"nobody", rostrum(3), nil, seating.CNGov(), "seating/bad-count", "guests", "an empty list is a mistake"},
		{"order zero", rostrum(1), []seating.Guest{{ID: "p1"}}, seating.CNGov(), "seating/bad-order", "guests[0].order", "ranks count from 1"},
		{"no identifier", rostrum(1), []seating.Guest{{Order: 1}}, seating.CNGov(), "roster/no-id", "guests[0].id", "a person has an identifier"},
		{"unknown delegation", hall(seating.Rows, seating.StartViewerLeft, []roster.OrgID{"d1"}, []int{3}), unknown, seating.CNGov(), "seating/unknown-party", "guests[1].party", "every guest belongs to a delegation in the order"},
		{"aisle through row one", aisle, people(7), seating.CNGov(), "seating/aisle-in-row-one", "setting.rostrum.rows[0].aisles", "row one is never split"},
		{"no setting", seating.Setting{}, people(1), seating.CNGov(), "seating/one-setting", "setting", "there is nowhere to sit"},
		{"two settings", both, people(3), seating.CNGov(), "seating/one-setting", "setting", "one plan, one setting"},
		{"zero convention", rostrum(3), people(3), seating.Convention{}, "seating/empty-convention", "convention.row", "there is no default"},
		{"un on a rostrum", rostrum(3), people(3), seating.UN(), "seating/no-row-rule", "convention.row", "it has no rule for a rostrum"},
		{"eu from the centre", hall(seating.Outward, 0, nil, []int{3}), people(3), seating.EU(), "seating/no-row-rule", "convention.row", "nor for the centre of a row"},
		{"ranges overlap", overlap, people(3), seating.CNGov(), "seating/rows-overlap", "setting.rostrum.rows[1]", "one person, one row"},
		{"columns without order", hall(seating.Columns, seating.StartViewerLeft, nil, []int{3}), people(3), seating.CNGov(), "seating/no-parties", "setting.hall.parties", "the order of delegations is not guessed"},
		{"rows from the centre", hall(seating.Rows, seating.StartCentre, nil, []int{3}), people(3), seating.CNGov(), "seating/bad-start", "setting.hall.from", "横排法 runs along the row"},
		{"start not chosen", hall(seating.Rows, 0, nil, []int{3}), people(3), seating.CNGov(), "seating/bad-start", "setting.hall.from", "there is no default side"},
		{"ragged blocks", hall(seating.Rows, seating.StartViewerLeft, nil, []int{3, 2}, []int{5}), people(3), seating.CNGov(), "seating/ragged-row", "setting.hall.areas[0].rows[1]", "aisles run through"},
		{"area without rows", hollow, people(3), seating.CNGov(), "seating/bad-empty", "setting.hall.areas[1].empty", "an area has rows"},
		{"negative chairs", hall(seating.Rows, seating.StartViewerLeft, nil, []int{3, -2}), people(3), seating.CNGov(), "seating/bad-count", "setting.hall.areas[0].rows[0][1]", "a number of chairs"},
		{"huge hall", hall(seating.Rows, seating.StartViewerLeft, nil, []int{seating.MaxSeats}, []int{1 << 30}), people(3), seating.CNGov(), "seating/bad-count", "setting.hall.areas", "published limit"},
		{"huge row", rostrum(1 << 30), people(3), seating.CNGov(), "seating/bad-count", "setting.rostrum.rows[0].seats", "published limit"},
		{"aisle outside", seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 1}, {Seats: 2, Aisles: []int{2}}}}}, people(3), seating.CNGov(), "seating/bad-aisle", "setting.rostrum.rows[1].aisles[0]", "an aisle lies between two chairs"},
		{"aisle outside an open row", seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 1}, {Aisles: []int{2}}}}}, people(3), seating.CNGov(), "seating/bad-aisle", "setting.rostrum.rows[1].aisles[0]", "an aisle lies between two chairs"},
		{"pitch", seating.Setting{Rostrum: &seating.Rostrum{Pitch: 20 * seating.Metre}}, people(3), seating.CNGov(), "seating/bad-length", "setting.rostrum.pitch", "a chair is not twenty metres wide"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := seating.Arrange(c.setting, c.guests, c.convention)
			wantAt(t, err, c.code, c.path, c.why)
		})
	}
}

// propSeats: every person has exactly one chair and every chair at most one
// person; the order of the input does not matter; the plan is clean; the places
// on the plan are all different; left and right are the two views of one row.
func propSeats(t *rapid.T) {
	setting, guests, c := drawn(t)
	p, err := seating.Arrange(setting, guests, c)
	if err != nil {
		t.Fatal(err)
	}
	chairs, persons, places := map[seating.SeatID]bool{}, map[roster.PersonID]bool{}, map[seating.Point]bool{}
	for place := range p.Places() {
		if chairs[place.Seat.ID] || places[place.Seat.At] || !place.Empty() && persons[place.Guest.ID] {
			t.Errorf("%v stands or sits twice", place)
		}
		chairs[place.Seat.ID], places[place.Seat.At] = true, true
		if !place.Empty() {
			persons[place.Guest.ID] = true
			if at, ok := p.Of(place.Guest.ID); !ok || at != place {
				t.Errorf("%s sits at %v and is found at %v", place.Guest.ID, place, at)
			}
			if why, ok := p.Explain(place.Guest.ID); !ok || len(why) == 0 {
				t.Errorf("nothing explains the seat of %s", place.Guest.ID)
			}
		}
	}
	if len(persons) != len(guests) || p.Len() != len(guests) {
		t.Errorf("%d people sit on %d chairs", len(persons), len(guests))
	}
	if !p.Audit().Clean() {
		t.Errorf("the plan does not pass its own audit")
	}
	hall, stage := seen(t, p, seating.FromHall), seen(t, p, seating.FromRostrum)
	for i, row := range hall {
		slices.Reverse(stage[i].Places)
		if !slices.Equal(row.Places, stage[i].Places) {
			t.Errorf("row %d is not the same from both sides", i+1)
		}
	}

	shuffled := slices.Clone(guests)
	rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)).Shuffle(len(guests), func(i, j int) {
		shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
	})
	q, err := seating.Arrange(setting, shuffled, c)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(encoded(t, p), encoded(t, q)); diff != "" {
		t.Errorf("the order of the list matters:\n%s", diff)
	}
}

func seen(t *rapid.T, p seating.Plan, v seating.View) []seating.SeenRow {
	rows, err := p.Rows(v)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(rows)
}

func encoded(t *rapid.T, p seating.Plan) string {
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// drawn draws a setting with the people for it.
func drawn(t *rapid.T) (seating.Setting, []seating.Guest, seating.Convention) {
	c := seating.Convention{Name: "house", Row: rapid.SampledFrom(everyRule()).Draw(t, "rule")}
	if rapid.Bool().Draw(t, "hall") {
		s, guests := drawnHall(t)
		return s, guests, c
	}
	s, guests := drawnRostrum(t)
	return s, guests, c
}

func drawnRostrum(t *rapid.T) (seating.Setting, []seating.Guest) {
	sizes := rapid.SliceOfN(rapid.IntRange(1, 9), 1, 4).Draw(t, "rows")
	n := 0
	for _, size := range sizes {
		n += size
	}
	guests := people(n)
	s := rostrum(sizes...)
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 1:
		s.Rostrum = &seating.Rostrum{MaxRow: rapid.IntRange(1, n).Draw(t, "max row")}
	case 2:
		last := len(sizes) - 1
		s.Rostrum.Rows[last] = seating.RostrumRow{Role: "chair", Seats: rapid.SampledFrom([]int{0, sizes[last]}).Draw(t, "reserved")}
		for i := range sizes[last] {
			guests[i].Role = "chair"
		}
	case 3:
		s.Rostrum.Rows[0] = seating.RostrumRow{Ranks: seating.RankRange{From: 1, To: sizes[0]}}
		if last := len(sizes) - 1; last > 0 && sizes[last] > 1 {
			s.Rostrum.Rows[last].Seats = 0
			s.Rostrum.Rows[last].Aisles = []int{1}
		}
	}
	return s, guests
}

func drawnHall(t *rapid.T) (seating.Setting, []seating.Guest) {
	blocks := rapid.IntRange(1, 3).Draw(t, "blocks")
	row := rapid.SliceOfN(rapid.IntRange(1, 5), blocks, blocks)
	var areas []seating.HallArea
	seats := 0
	for i := range rapid.IntRange(1, 2).Draw(t, "areas") {
		a := seating.HallArea{ID: []string{"floor", "balcony"}[i], Rows: rapid.SliceOfN(row, 1, 4).Draw(t, "rows")}
		a.Empty = rapid.IntRange(0, len(a.Rows)-1).Draw(t, "empty")
		for _, row := range a.Rows[a.Empty:] {
			for _, n := range row {
				seats += n
			}
		}
		areas = append(areas, a)
	}
	h := seating.Hall{Areas: areas, Method: rapid.SampledFrom([]seating.Method{seating.Rows, seating.Columns, seating.Outward}).Draw(t, "method")}
	switch h.Method {
	case seating.Rows:
		h.From = rapid.SampledFrom([]seating.Start{seating.StartViewerLeft, seating.StartViewerRight}).Draw(t, "from")
	case seating.Columns:
		h.From = rapid.SampledFrom([]seating.Start{seating.StartViewerLeft, seating.StartViewerRight, seating.StartCentre}).Draw(t, "from")
	case seating.Outward, seating.Contiguous:
	}
	n := rapid.IntRange(1, seats).Draw(t, "people")
	if h.Method == seating.Columns {
		n = 1 + n%3 // a delegation or two of which each fits a column of every hall
		guests, parties := delegations(slices.Repeat([]int{1}, min(n, blocks))...)
		h.Parties = parties
		return seating.Setting{Hall: &h}, guests
	}
	return seating.Setting{Hall: &h}, people(n)
}

func TestSeats(t *testing.T) { rapid.Check(t, propSeats) }
