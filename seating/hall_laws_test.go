package seating_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// drawnAssembly is a hall with marks and classes, and people who may not fit in it.
func drawnAssembly(t *rapid.T) (seating.Setting, []seating.Guest) {
	blocks := rapid.IntRange(1, 3).Draw(t, "blocks")
	row := rapid.SliceOfN(rapid.IntRange(1, 4), blocks, blocks)
	a := seating.HallArea{ID: "floor", Rows: rapid.SliceOfN(row, 1, 6).Draw(t, "rows"), Voting: rapid.Bool().Draw(t, "voting")}
	a.Empty = rapid.IntRange(0, len(a.Rows)-1).Draw(t, "empty")
	if n := rapid.IntRange(a.Empty+1, len(a.Rows)).Draw(t, "buffer"); n < len(a.Rows) {
		a.Buffer = []int{n}
	}
	b := seating.HallArea{ID: "balcony", Rows: [][]int{{6}}, Voting: rapid.Bool().Draw(t, "voting above")}
	h := &seating.Hall{Areas: []seating.HallArea{a, b}, Division: seating.WithinParties, Classes: []seating.Class{
		{Votes: rapid.Bool().Draw(t, "votes")}, {Role: "observer"},
	}}
	h.Method = rapid.SampledFrom([]seating.Method{seating.Rows, seating.Columns, seating.Contiguous}).Draw(t, "method")
	h.From = rapid.SampledFrom([]seating.Start{seating.StartViewerLeft, seating.StartViewerRight}).Draw(t, "from")
	if h.Method == seating.Rows && rapid.Bool().Draw(t, "through") {
		h.Division = seating.ThroughHall
		h.Classes[1].Break, h.Classes[1].Empty = rapid.Bool().Draw(t, "break"), rapid.IntRange(0, 2).Draw(t, "gap")
	}
	uses := rapid.SampledFrom([]seating.Mark{{Use: seating.Blocked}, {Use: seating.Reserved}, {Use: seating.Reserved, Role: "press"}, {Use: seating.Accessible}})
	for i, row := range a.Rows {
		for n := range row[0] {
			if rapid.IntRange(0, 3).Draw(t, "marked") == 0 {
				m := uses.Draw(t, "use")
				m.Seat = at(i+1, n+1)
				h.Marks = append(h.Marks, m)
			}
		}
	}
	guests, parties := delegations(rapid.SliceOfN(rapid.IntRange(1, 6), 1, 4).Draw(t, "sizes")...)
	h.Parties = parties
	for i := range guests {
		g := &guests[i]
		switch rapid.IntRange(0, 9).Draw(t, "guest") {
		case 0:
			g.Accessible = true
		case 1:
			if i > 0 && guests[i-1].Accessible && guests[i-1].Beside == "" {
				g.Beside = guests[i-1].ID
			}
		case 2, 3:
			g.Role = "observer"
		case 4:
			g.Role = "press"
		}
	}
	return seating.Setting{Hall: h}, guests
}

// propAssembly: who is seated sits on a chair that serves; who is not could not have
// been: there were too few places of a kind, as trying every way shows.
func propAssembly(t *rapid.T) {
	s, guests := drawnAssembly(t)
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		ps, ok := errors.AsType[check.Problems](err)
		if !ok {
			t.Fatal(err)
		}
		pairs := 0
		for _, g := range guests {
			if g.Beside != "" {
				pairs++
			}
		}
		if ps.Has(seating.CompanionShort) && pairs <= mostPairs(s.Hall, 0, map[seating.SeatID]bool{}) {
			t.Errorf("%d people with companions could be seated: %v", pairs, err)
		}
		return
	}
	reserved := map[seating.SeatID]seating.Role{}
	for _, m := range s.Hall.Marks {
		reserved[m.Seat] = m.Role
	}
	voting := map[string]bool{}
	for _, a := range s.Hall.Areas {
		voting[a.ID] = a.Voting
	}
	rows := map[seating.SeatID]seating.Row{}
	for r := range p.Layout().Rows() {
		for seat := range p.Layout().SeatsOf(r) {
			rows[seat.ID] = r
		}
	}
	seated := map[roster.PersonID]seating.SeatID{}
	for place := range p.Places() {
		if place.Empty() {
			continue
		}
		id, g, use := place.Seat.ID, place.Guest, place.Seat.Use
		seated[g.ID] = id
		if use == seating.Blocked || rows[id].Kept && use == 0 && g.Beside == "" || (use == seating.Accessible) != g.Accessible ||
			use == seating.Reserved && (reserved[id] == "" || reserved[id] != g.Role) {
			t.Errorf("%+v sits on %+v", g, place.Seat)
		}
		if s.Hall.Classes[0].Votes && g.Role != "observer" && use == 0 && g.Beside == "" && !voting[id.Area] {
			t.Errorf("%+v has no voting unit at %v", g, id)
		}
		if why, ok := p.Explain(g.ID); !ok || len(why) == 0 {
			t.Errorf("nothing explains the seat of %s", g.ID)
		}
	}
	for _, g := range guests {
		id, of := seated[g.ID], seated[g.Beside]
		if id.IsZero() || g.Beside != "" && (id.Area != of.Area || id.Row != of.Row || max(id.Number-of.Number, of.Number-id.Number) != 1) {
			t.Errorf("%+v sits at %v, beside %v", g, id, of)
		}
	}
	if !p.Audit().Clean() {
		t.Error("the plan does not pass its own audit")
	}
	if s.Hall.Method == seating.Contiguous {
		for _, party := range s.Hall.Parties {
			for _, votes := range []bool{true, false} {
				var bloc []seating.Place
				for place := range p.Places() {
					g := place.Guest
					voter := s.Hall.Classes[0].Votes && g.Role != "observer"
					if place.Seat.Use == 0 && g.Beside == "" && voter == votes {
						bloc = append(bloc, place)
					}
				}
				if n := parts(bloc, party); n > 1 {
					t.Errorf("%s sits in %d areas, voters %v", party, n, votes)
				}
			}
		}
	}
	observers := seating.SeatID{}
	for place := range p.Places() {
		id := place.Seat.ID
		if s.Hall.Division != seating.ThroughHall || s.Hall.Classes[0].Votes || place.Empty() || place.Seat.Use != 0 || place.Guest.Beside != "" {
			continue
		}
		behind := !observers.IsZero() && (observers.Area != id.Area || observers.Row < id.Row)
		switch broken := s.Hall.Classes[1].Break || s.Hall.Classes[1].Empty > 0; {
		case place.Guest.Role == "observer" && observers.IsZero():
			observers = id
		case place.Guest.Role != "observer" && (behind || broken && observers.Row == id.Row && observers.Area == id.Area):
			t.Errorf("%+v sits at %v, observers from %v on", place.Guest, id, observers)
		}
	}
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := seating.ParsePlan(data); err != nil {
		t.Errorf("the plan does not read back: %v", err)
	}
	slices.Reverse(guests)
	if q, err := seating.Arrange(s, guests, seating.CNGov()); err != nil || encoded(t, q) != string(data) {
		t.Errorf("the order of the list matters: %v", err)
	}
}

// mostPairs tries every way to give accessible places, from one on, a chair beside them.
func mostPairs(h *seating.Hall, from int, taken map[seating.SeatID]bool) int {
	marks := map[seating.SeatID]seating.Use{}
	for _, m := range h.Marks {
		marks[m.Seat] = m.Use
	}
	for i := from; i < len(h.Marks); i++ {
		m, a := h.Marks[i], h.Areas[0]
		if m.Use != seating.Accessible || m.Seat.Row <= a.Empty || slices.Contains(a.Buffer, m.Seat.Row) {
			continue
		}
		best := mostPairs(h, i+1, taken)
		for _, d := range []int{-1, 1} {
			chair := at(m.Seat.Row, m.Seat.Number+d)
			if chair.Number < 1 || chair.Number > a.Rows[chair.Row-1][0] || marks[chair] != 0 || taken[chair] {
				continue // marks lie in the first block: beyond it is an aisle
			}
			taken[chair] = true
			best = max(best, 1+mostPairs(h, i+1, taken))
			delete(taken, chair)
		}
		return best
	}
	return 0
}

func TestAssembly(t *testing.T) { rapid.Check(t, propAssembly) }

func FuzzAssembly(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propAssembly)) }

// FuzzParseReports reads what says something of a plan: what is read is written as it
// was, so that nothing in it can be changed unseen.
func FuzzParseReports(f *testing.F) {
	s, guests := assembly()
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		f.Fatal(err)
	}
	sight, err := p.Sight()
	if err != nil {
		f.Fatal(err)
	}
	route, err := p.Route(seating.Poll{Boxes: floorBoxes("A")})
	if err != nil {
		f.Fatal(err)
	}
	list, err := p.Inventory(seating.Kit{Items: []seating.Item{{ID: "cup", Per: seating.PerPerson, Numbered: true}}})
	if err != nil {
		f.Fatal(err)
	}
	rota, err := seating.Turn{Rule: seating.TurnLeft}.Ahead(orgs("a b c"), 1, 3)
	if err != nil {
		f.Fatal(err)
	}
	type report interface{ MarshalJSON() ([]byte, error) }
	for _, r := range []report{sight, route, list, rota} {
		data, err := r.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
		f.Add([]byte(strings.Replace(string(data), `:1`, `:2`, 1)))
	}
	parsers := map[string]func([]byte) (report, error){
		"sight":     func(data []byte) (report, error) { return seating.ParseSight(data) },
		"route":     func(data []byte) (report, error) { return seating.ParseRoute(data) },
		"inventory": func(data []byte) (report, error) { return seating.ParseInventory(data) },
		"rota":      func(data []byte) (report, error) { return seating.ParseRota(data) },
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for name, parse := range parsers {
			r, err := parse(data)
			if err != nil {
				continue
			}
			once, err := r.MarshalJSON()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			again, err := parse(once)
			if err != nil {
				t.Fatalf("%s: %s: %v", name, once, err)
			}
			if twice, err := again.MarshalJSON(); err != nil || string(once) != string(twice) {
				t.Fatalf("%s: %v\n%s\n%s", name, err, once, twice)
			}
		}
	})
}

// TestNoChairInFurniture: no chair of a rostrum stands where the lectern or a table does.
func TestNoChairInFurniture(t *testing.T) {
	for _, lectern := range []seating.LecternPlace{0, seating.LecternOnTable, seating.LecternFront, seating.LecternOwnRight, seating.LecternOwnLeft} {
		for n := 1; n <= 12; n++ {
			r := &seating.Rostrum{Lectern: lectern, MaxRow: 7}
			p, err := seating.Arrange(seating.Setting{Rostrum: r}, people(n), seating.CNGov())
			if err != nil {
				t.Fatal(err)
			}
			for seat := range p.Layout().Seats() {
				for b := range p.Layout().Boxes() {
					if b.Min.X < seat.At.X && seat.At.X < b.Max.X && b.Min.Y < seat.At.Y && seat.At.Y < b.Max.Y {
						t.Errorf("%v, %d people: %v stands in the %v", lectern, n, seat.ID, b.Kind)
					}
				}
			}
		}
	}
}
