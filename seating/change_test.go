package seating_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// TestChanges: every kind of change with every way that is open, in the order in
// which they are offered; each says how many people move, change sides and are out of
// rank, and what the row becomes.
func TestChanges(t *testing.T) {
	led := people(5)
	led[3].Role = seating.RoleModerator
	centre := rostrum(5)
	centre.Rostrum.Moderator = seating.ModeratorCentre
	parted := people(7)
	parted[2].Party, parted[5].Party = "d", "d"
	floor := hall(seating.Rows, seating.StartViewerLeft, nil, []int{4}, []int{4})
	x := func(order int) seating.Guest { return seating.Guest{ID: "x", Order: order} }
	for _, c := range []struct {
		name    string
		setting seating.Setting
		guests  []seating.Guest
		changes []seating.Change
		want    []string
		why     string
	}{
		{
			"absent in front", rostrum(5, 6), people(11),
			[]seating.Change{seating.Absent{Person: "p4"}},
			[]string{
				"slide-same-side 0 0 0: 5|3|1|2 / 10|8|6|7|9|11",
				"close-row 1 1 0: 3|1|2|5 / 10|8|6|7|9|11",
				"pull-forward 3 0 3: 5|3|1|2|6 / 10|8|7|9|11",
				"rerank 6 5 0: 6|3|1|2|5 / 11|9|7|8|10",
				"true 0",
			},
			"4 sat at the end; from five to four the arranged row turns on its middle",
		},
		{
			"the first of the front", rostrum(3, 4), people(7),
			[]seating.Change{seating.Absent{Person: "p1"}},
			[]string{
				"fewest-moves 1 0 0: 3|2 / 6|4|5|7",
				"close-row 2 1 0: 2|3 / 6|4|5|7",
				"pull-forward 3 0 2: 3|2|4 / 6|5|7",
				"rerank 5 3 0: 4|2|3 / 7|5|6",
				"true 1",
			},
			"nobody slides into the centre, but No.2 may become the centre of a row that is pushed along",
		},
		{
			"no-show", rostrum(3, 4), people(7),
			[]seating.Change{seating.NoShow{Person: "p2"}},
			[]string{
				"keep-gap 0 0 0: 3|1|- / 6|4|5|7",
				"slide-same-side 0 0 0: 3|1 / 6|4|5|7",
				"close-row 1 1 0: 1|3 / 6|4|5|7",
				"pull-forward 2 0 2: 3|1|4 / 6|5|7",
				"rerank 4 3 0: 4|1|3 / 7|5|6",
				"true 0",
			},
			"everybody sits: the chair stays empty, or the first of the row behind comes forward",
		},
		{
			"added", rostrum(5), people(5),
			[]seating.Change{seating.Added{Guest: x(3)}},
			[]string{
				"add-front 0 0 3: 5|3|1|2|4|x",
				"slide-same-side 1 0 2: 5|3|1|2|x|4",
				"rerank 3 3 0: 4|x|1|2|3|5",
				"true 0",
			},
			"by rank with the row moving out, at the end, or everybody anew",
		},
		{
			"added behind", rostrum(3, 3), people(6),
			[]seating.Change{seating.Added{Guest: x(2)}},
			[]string{
				"add-front 0 0 2: 3|1|2|x / 6|4|5",
				"add-back 0 0 5: 3|1|2 / 6|4|5|x",
				"slide-same-side 1 0 1: 3|1|x|2 / 6|4|5",
				"close-row 2 2 0: 2|1|x|3 / 6|4|5",
				"rerank 4 3 0: 2|1|x / 5|3|4|6",
				"true 0",
			},
			"the last of the front row goes behind, or the front row grows",
		},
		{
			"in the name of another", rostrum(5), people(5),
			[]seating.Change{seating.Substituted{Person: "p2", By: seating.Guest{ID: "x"}, KeepsRank: true}},
			[]string{
				"take-seat 0 0 0: 5|3|1|x|4",
				"true 0",
			},
			"nobody else moves",
		},
		{
			"at the own rank", rostrum(5), people(5),
			[]seating.Change{seating.Substituted{Person: "p2", By: x(6)}},
			[]string{
				"take-seat 0 0 3: 5|3|1|x|4",
				"slide-same-side 1 0 2: 5|3|1|4|x",
				"rerank 3 3 0: x|4|1|3|5",
				"true 0",
			},
			"the chair of No.2, or the last of the row",
		},
		{
			"swapped", rostrum(5), people(5),
			[]seating.Change{seating.Swapped{Person: "p2", With: "p5"}},
			[]string{
				"take-seat 2 2 0: 2|3|1|5|4",
				"true 2",
			},
			"two people move",
		},
		{
			"rank", rostrum(5), people(5),
			[]seating.Change{seating.RankChanged{Person: "p5", Rank: 2}},
			[]string{
				"slide-same-side 2 0 2: 3|5|1|2|4",
				"rerank 4 4 0: 4|2|1|5|3",
				"true 2",
			},
			"5 becomes No.2",
		},
		{
			"moderator in the centre", centre, led,
			[]seating.Change{seating.ChairChanged{From: "p4", To: "p2"}},
			[]string{
				"take-seat 2 0 1: 5|4|2|1|3",
				"rerank 3 1 0: 5|3|2|1|4",
				"false 0",
			},
			"who takes the chair takes the seat",
		},
		{
			"moderator by rank", rostrum(5), led,
			[]seating.Change{seating.ChairChanged{From: "p4", To: "p2"}},
			[]string{
				"take-seat 0 0 0: 5|3|1|2|4",
				"true 0",
			},
			"no seat changes",
		},
		{
			"isolated", rostrum(7), parted,
			[]seating.Change{seating.Isolated{Party: "d"}},
			[]string{
				"fewest-moves 1 1 0: 7|5|4|1|2",
				"slide-same-side 2 0 1: 7|5|1|2|4",
				"rerank 3 2 0: 7|4|1|2|5",
				"true 1",
			},
			"3 and 6 stay away",
		},
		{
			"isolated in the hall", floor, parted,
			[]seating.Change{seating.Isolated{Party: "d"}},
			[]string{
				"keep-gap 0 0 0: 1|2|-|4 / 5|-|7|-",
				"rerank 3 0 0: 1|2|4|5 / 7|-|-|-",
				"true 0",
			},
			"their chairs stay empty",
		},
		{
			"added in the hall", floor, people(6),
			[]seating.Change{seating.Absent{Person: "p2"}, seating.Added{Guest: x(2)}},
			[]string{
				"keep-gap 0 0 0: 1|x|3|4 / 5|6|-|-",
				"true 0",
			},
			"the chair that is free near the own place",
		},
		{
			"photo",
			seating.Setting{Photo: &seating.Photo{Front: seating.FrontAny}},
			people(5),
			[]seating.Change{seating.Absent{Person: "p2"}},
			[]string{
				"slide-same-side 1 0 1: 5|3|1|4",
				"rerank 3 3 0: 4|1|3|5",
				"true 1",
			},
			"people close up as on a rostrum",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := seating.Arrange(c.setting, c.guests, seating.CNGov())
			if err != nil {
				t.Fatal(err)
			}
			ways, err := seating.Remedies(p, nil, c.changes...)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, w := range ways.All() {
				cost := w.Cost()
				got = append(got, fmt.Sprintf("%v %d %d %d: %s", w.Remedy(), cost.Chairs, cost.Sides, cost.Inversions, picture(t, w.After(), seating.FromHall)))
			}
			got = append(got, fmt.Sprintf("%v %d", ways.Proof().Proven, ways.Proof().Bound))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

// TestLocks: a locked chair keeps its person, or the way is not open; the finding says
// which lock it is.
func TestLocks(t *testing.T) {
	p, err := seating.Arrange(rostrum(7), people(7), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	chair := func(n int) seating.SeatID { return seating.SeatID{Area: "rostrum", Row: 1, Number: n} }
	// 7|5|3|1|2|4|6: without 4, 6 would slide in from chair 7.
	ways, err := seating.Remedies(p, []seating.SeatID{chair(7)}, seating.Absent{Person: "p4"})
	if err != nil {
		t.Fatal(err)
	}
	if ways.Len() != 1 || !ways.Proof().Proven {
		t.Errorf("%d ways, %+v", ways.Len(), ways.Proof())
	}
	if first, _ := ways.Fewest(); first.Remedy() != seating.FewestMoves || picture(t, first.After(), seating.FromHall) != "7|3|1|2|5|6" {
		t.Errorf("%v: %s", first.Remedy(), picture(t, first.After(), seating.FromHall))
	}
	for _, c := range []struct {
		remedy seating.Remedy
		locked []seating.SeatID
		code   string
		path   string
		why    string
	}{
		{seating.SlideSameSide, []seating.SeatID{chair(1), chair(7)}, "seating/lock-broken", "locked[1]", "6 would have to move"},
		{seating.Rerank, []seating.SeatID{chair(2)}, "seating/lock-broken", "locked[0]", "5 would have to move"},
		{seating.Rerank, []seating.SeatID{chair(6)}, "seating/lock-broken", "locked[0]", "somebody else would sit on the chair of 4"},
		{seating.Rerank, []seating.SeatID{chair(9)}, "seating/no-seat-to-lock", "locked[0]", "no such chair"},
		{seating.PullForward, nil, "seating/no-such-remedy", "remedy", "there is no row behind"},
	} {
		_, err := seating.Reseat(p, c.remedy, c.locked, seating.Absent{Person: "p4"})
		wantAt(t, err, c.code, c.path, c.why)
	}
	all := []seating.SeatID{chair(1), chair(2), chair(6), chair(7)}
	_, err = seating.Remedies(p, all, seating.Absent{Person: "p4"})
	wantCode(t, err, "seating/lock-broken", "no way is left")
	if r, err := seating.Reseat(p, seating.TakeSeat, all, seating.Substituted{Person: "p4", By: seating.Guest{ID: "x"}, KeepsRank: true}); err != nil || r.Cost().Chairs != 0 {
		t.Errorf("who comes in the name of another sits on a locked chair: %v", err)
	}
}

// TestChangesRefused: a change that does not fit the people is said, with its place.
func TestChangesRefused(t *testing.T) {
	roles := people(4)
	roles[0].Role = seating.RoleHost
	parties := people(3)
	parties[0].Party, parties[1].Party, parties[2].Party = "d1", "d2", "d2"
	columns := hall(seating.Columns, seating.StartViewerLeft, []roster.OrgID{"d1", "d2"}, []int{3}, []int{3})
	tables := banquet(seating.OneHost, seating.RightFirst, 6)
	tables.Banquet.Tables = []seating.BanquetTable{{ID: "a", People: []roster.PersonID{"p1", "p2", "p3", "p4"}}}
	for _, c := range []struct {
		name    string
		setting seating.Setting
		guests  []seating.Guest
		change  seating.Change
		code    string
		path    string
	}{
		{"no-show of a stranger", rostrum(3), people(3), seating.NoShow{Person: "x"}, "seating/not-present", "changes[0].person"},
		{"added twice", rostrum(3), people(3), seating.Added{Guest: seating.Guest{ID: "p1", Order: 9}}, "seating/already-seated", "changes[0].guest.id"},
		{"added without order", rostrum(3), people(3), seating.Added{Guest: seating.Guest{ID: "x"}}, "seating/bad-order", "changes[0].guest.order"},
		{"by himself", rostrum(3), people(3), seating.Substituted{Person: "p1", By: seating.Guest{ID: "p1"}, KeepsRank: true}, "seating/same-twice", "changes[0].by.id"},
		{"swapped with himself", rostrum(3), people(3), seating.Swapped{Person: "p1", With: "p1"}, "seating/same-twice", "changes[0].with"},
		{"swapped over lists", columns, parties, seating.Swapped{Person: "p1", With: "p2"}, "seating/other-list", "changes[0].with"},
		{"no rank", rostrum(3), people(3), seating.RankChanged{Person: "p1", Rank: 4}, "seating/bad-rank", "changes[0].rank"},
		{"rank in the delegation", columns, parties, seating.RankChanged{Person: "p2", Rank: 3}, "seating/bad-rank", "changes[0].rank"},
		{"no role", rostrum(3), people(3), seating.ChairChanged{From: "p1", To: "p2"}, "seating/no-role-to-pass", "changes[0].from"},
		{"nobody of the party", rostrum(3), people(3), seating.Isolated{Party: "d"}, "seating/nobody-of-party", "changes[0].party"},
		{"everybody isolated", columns, parties[1:], seating.Isolated{Party: "d2"}, "seating/nobody-left", "changes"},
		{"no table", tables, roles, seating.Added{Guest: seating.Guest{ID: "x", Order: 9}, Table: "b"}, "seating/no-such-table", "changes[0].table"},
		{"nil", rostrum(3), people(3), nil, "seating/no-change", "changes[0]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := seating.Arrange(c.setting, c.guests, seating.CNGov())
			if err != nil {
				t.Fatal(err)
			}
			_, err = seating.Remedies(p, nil, c.change)
			wantAt(t, err, c.code, c.path, c.name)
		})
	}
	p, err := seating.Arrange(rostrum(3), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	_, err = seating.Remedies(p, nil, slices.Repeat([]seating.Change{seating.Swapped{Person: "p1", With: "p2"}}, seating.MaxChanges+1)...)
	wantCode(t, err, "seating/too-many-steps", "bounded")
	_, err = seating.Remedies(seating.Plan{}, nil, seating.Absent{Person: "p1"})
	wantCode(t, err, "seating/nobody-left", "nobody sits on the zero plan")
}

// TestChangesAtTables: at a banquet of several tables a newcomer joins the table that is named,
// two who are swapped change tables, and who takes over as host sits where the host
// sat.
func TestChangesAtTables(t *testing.T) {
	s := banquet(seating.OneHost, seating.RightFirst, 5)
	s.Banquet.Order = seating.RightFirst
	s.Banquet.Tables = []seating.BanquetTable{{ID: "a", People: []roster.PersonID{"p1", "p2", "p3"}}, {ID: "b", People: []roster.PersonID{"p4", "p5", "p6"}}}
	guests := people(6)
	guests[0].Role, guests[3].Role = seating.RoleHost, seating.RoleHost
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		remedy seating.Remedy
		change seating.Change
		a, b   string
	}{
		{seating.KeepGap, seating.Added{Guest: seating.Guest{ID: "x", Order: 3}, Table: "b"}, "1|3|-|-|2", "4|6|-|x|5"},
		{seating.Rerank, seating.Added{Guest: seating.Guest{ID: "x", Order: 3}, Table: "b"}, "1|3|-|-|2", "4|5|-|6|x"},
		{seating.TakeSeat, seating.Swapped{Person: "p2", With: "p6"}, "1|3|-|-|6", "4|2|-|-|5"},
		{seating.TakeSeat, seating.ChairChanged{From: "p4", To: "p6"}, "1|3|-|-|2", "6|4|-|-|5"},
		{seating.TakeSeat, seating.Substituted{Person: "p4", By: seating.Guest{ID: "x"}, KeepsRank: true}, "1|3|-|-|2", "x|6|-|-|5"},
	} {
		r, err := seating.Reseat(p, c.remedy, nil, c.change)
		if err != nil {
			t.Errorf("%v: %v", c.change, err)
			continue
		}
		if diff := cmp.Diff([]string{c.a, c.b}, []string{tableOf(r.After(), "a"), tableOf(r.After(), "b")}); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.change, diff)
		}
		again, err := seating.Reseat(r.After(), seating.KeepGap, nil, seating.Absent{Person: "p3"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := seating.Reseat(again.After(), seating.Rerank, nil, seating.Absent{Person: "p5"}); err != nil {
			t.Errorf("after %v the tables are not what they were: %v", c.change, err)
		}
	}
}

func tableOf(p seating.Plan, area string) string {
	var chairs []string
	for place := range p.Places() {
		if place.Seat.ID.Area == area {
			chairs = append(chairs, strings.TrimPrefix(sitter(place), "p"))
		}
	}
	return strings.Join(chairs, "|")
}

func sitter(place seating.Place) string {
	if place.Empty() {
		return "-"
	}
	return string(place.Guest.ID)
}

func TestChangesJSON(t *testing.T) {
	all := []seating.Change{
		seating.Absent{Person: "p1"},
		seating.NoShow{Person: "p2"},
		seating.Added{Guest: seating.Guest{ID: "x", Party: "d", Order: 3}, Table: "a"},
		seating.Substituted{Person: "p3", By: seating.Guest{ID: "y"}, KeepsRank: true},
		seating.Swapped{Person: "p4", With: "p5"},
		seating.RankChanged{Person: "p6", Rank: 2},
		seating.ChairChanged{From: "p7", To: "p8"},
		seating.Isolated{Party: "d"},
	}
	data, err := seating.AppendChanges(nil, all...)
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParseChanges(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if diff := cmp.Diff(all, back); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := seating.AppendChanges(nil, nil); err == nil {
		t.Error("nothing is a change")
	}
	for text, code := range map[string]string{
		`{"huiwu":"seating.changes/1","changes":[{"type":"gone","person":"p1"}]}`:            "seating/unknown-change",
		`{"huiwu":"seating.changes/1","changes":[{"type":"absent","person":"p1","rank":2}]}`: "seating/stray-field",
	} {
		_, err := seating.ParseChanges([]byte(text))
		wantCode(t, err, code, text)
	}
	old := `{"huiwu":"seating.plan/1",` + strings.TrimPrefix(threeJSON, `{"huiwu":"seating.plan/2",`)
	old = strings.Replace(old, `"seats":[{"seat":"rostrum/1/1","person":"p3"},`, `"changes":[{"absent":"p3","remedy":"slide-same-side"}],"seats":[`, 1)
	if p, err := seating.ParsePlan([]byte(old)); err != nil || p.Len() != 2 || len(changesOf(p)) != 1 {
		t.Errorf("an absence of version 1: %v\n%s", err, old)
	}
	before := `{` + strings.TrimPrefix(threeJSON, `{"huiwu":"seating.plan/2",`)
	old = `{"huiwu":"seating.reseating/1","before":` + before + `,"change":{"absent":"p2","remedy":"rerank"},` +
		`"after":[{"seat":"rostrum/1/1","person":"p1"},{"seat":"rostrum/1/2","person":"p3"}],` +
		`"cost":{"chairs":1,"relative":1,"sides":1,"inversions":0,"halfShift":1,"offCentre":0},` +
		`"moves":[{"person":"p3","from":"rostrum/1/1","to":"rostrum/1/2"}],"cards":[{"seat":"rostrum/1/2","was":"p2","now":"p3"}]}`
	if r, err := seating.ParseReseating([]byte(old)); err != nil || !r.Exact() {
		t.Errorf("a reseating of version 1: %v\n%s", err, old)
	}
}

// FuzzParseChanges: what is read is written and read back as it is.
func FuzzParseChanges(f *testing.F) {
	data, err := seating.AppendChanges(nil, seating.Absent{Person: "p1"}, seating.Substituted{Person: "p1", By: seating.Guest{ID: "x", Order: 1}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		changes, err := seating.ParseChanges(data)
		if err != nil {
			return
		}
		out, err := seating.AppendChanges(nil, changes...)
		if err != nil {
			t.Fatal(err)
		}
		back, err := seating.ParseChanges(out)
		if diff := cmp.Diff(changes, back); err != nil || diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
	})
}
