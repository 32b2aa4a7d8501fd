package chart_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

// as gives roles and parties to the first of some people, in turn.
func as(guests []seating.Guest, change func(i int, g *seating.Guest)) []seating.Guest {
	for i := range guests {
		change(i, &guests[i])
	}
	return guests
}

// twoSides puts people on the two sides in turn.
func twoSides(n int) []seating.Guest {
	return as(people(n), func(i int, g *seating.Guest) { g.Party = []roster.OrgID{"h", "g"}[i%2] })
}

// layouts are plans of every kind but rostrum and hall.
func layouts(t testing.TB) map[string]seating.Plan {
	t.Helper()
	sides := seating.Sides{Hosts: "h", Guests: "g"}
	signing := as(twoSides(14), func(i int, g *seating.Guest) {
		g.Role = map[int]seating.Role{0: seating.RoleSigner, 1: seating.RoleSigner, 2: seating.RoleAssistant}[i]
	})
	stage := as(people(12), func(i int, g *seating.Guest) {
		g.Role = []seating.Role{seating.RoleAwarder, seating.RoleWinner, seating.RoleUsher}[min(i/5, 2)]
	})
	stage[10].Role, stage[11].Role = seating.RoleAwarder, seating.RoleAwarder
	banquet := &seating.Banquet{Rule: seating.OneHost, Seats: seating.RightFirst, Order: seating.RightFirst, Chairs: 10, Rows: []int{1, 2, 2}}
	diners := as(people(45), func(i int, g *seating.Guest) {
		if i%9 == 0 {
			g.Role = seating.RoleHost
			banquet.Tables = append(banquet.Tables, seating.BanquetTable{ID: "t" + strconv.Itoa(i/9+1)})
		}
		table := &banquet.Tables[i/9]
		table.People = append(table.People, g.ID)
	})
	return map[string]seating.Plan{
		"talks":   arrange(t, seating.Setting{Talks: &seating.Talks{Sides: sides, Table: seating.TableAcross}}, twoSides(11)),
		"end on":  arrange(t, seating.Setting{Talks: &seating.Talks{Sides: sides, Table: seating.TableEndOn}}, twoSides(11)),
		"sofas":   arrange(t, seating.Setting{Sofas: &seating.Sofas{Sides: sides, Visitor: seating.SuperiorOwnLeft}}, twoSides(30)),
		"few":     arrange(t, seating.Setting{Sofas: &seating.Sofas{Sides: sides, Visitor: seating.GuestOwnRight}}, twoSides(2)),
		"signing": arrange(t, seating.Setting{Signing: &seating.Signing{Sides: sides, MaxSide: 4}}, signing),
		"photo":   arrange(t, seating.Setting{Photo: &seating.Photo{Front: seating.FrontOdd, MaxRow: 9}}, people(31)),
		"board":   arrange(t, seating.Setting{Board: &seating.Board{Shape: seating.BoardSquare, Head: 4, Foot: 3}}, people(17)),
		"banquet": arrange(t, seating.Setting{Banquet: banquet}, diners),
		"awards":  arrange(t, seating.Setting{Awards: &seating.Awards{Pairing: seating.PairEqual}}, stage),
		"podium":  arrange(t, seating.Setting{Podium: &seating.Podium{Order: seating.PodiumSecondOwnRight}}, people(3)),
		"car":     arrange(t, seating.Setting{Car: &seating.Car{Vehicle: seating.MPV, Driver: seating.DriverEmployed}}, people(6)),
		"coach":   arrange(t, seating.Setting{Car: &seating.Car{Vehicle: seating.Coach, Driver: seating.DriverHost, Coach: seating.CoachRight}}, people(17)),
		"dais": arrange(t, seating.Setting{Dais: &seating.Dais{}}, as(people(8), func(i int, g *seating.Guest) {
			g.Role = map[int]seating.Role{0: seating.RoleHost, 1: seating.RoleHostess, 3: seating.RoleSpouse, 5: seating.RoleSpouse}[i]
		})),
		"fan": arrange(t, seating.Setting{Hall: &seating.Hall{Areas: []seating.HallArea{{ID: "fan", Places: [][]seating.Point{
			{{X: -600, Y: -60}, {X: 0}, {X: 600, Y: -60}}, {{X: -900, Y: 880}, {X: -300, Y: 1000}, {X: 300, Y: 1000}, {X: 900, Y: 880}},
		}}}, Method: seating.Rows, From: seating.StartViewerLeft}}, people(6)),
		"lectern": arrange(t, seating.Setting{Rostrum: &seating.Rostrum{Lectern: seating.LecternOnTable}}, people(7)),
		"flags":   arrange(t, seating.Setting{Flags: &seating.Flags{Host: "p1", Rule: seating.FlagHostCentre}}, people(6)),
	}
}

// TestLayouts draws every kind of plan in every view that it has: each name stands
// on a chair of its own, no two chairs overlap, all is on the page, and the text has
// every name.
func TestLayouts(t *testing.T) {
	for name, p := range layouts(t) {
		for _, v := range []seating.View{seating.FromHall, seating.FromRostrum, seating.FromDoor, seating.FromAbove} {
			if !p.Layout().Shows(v) {
				continue
			}
			for _, lang := range []check.Lang{check.ZhHans, check.En} {
				o := &chart.Options{Lang: lang}
				svg, err := chart.AppendSVG(nil, p, v, o)
				if err != nil {
					t.Fatalf("%s, %v: %v", name, v, err)
				}
				rects, others := parse(t, svg)
				page := rects[0]
				var chairs []drawn
				named := map[string]int{}
				for _, r := range rects[1:] {
					if r.x < 0 || r.y < 0 || r.x+r.w > page.w || r.y+r.h > page.h {
						t.Errorf("%s, %v: %+v stands beside the page %+v", name, v, r, page)
					}
					if !chair(r.class) || r.w <= r.h { // a swatch of the legend is square
						continue
					}
					for _, other := range chairs {
						if r.x < other.x+other.w && other.x < r.x+r.w && r.y < other.y+other.h && other.y < r.y+r.h {
							t.Errorf("%s, %v: chairs %+v and %+v overlap", name, v, r, other)
						}
					}
					chairs = append(chairs, r)
					if said := said(r); len(said) > 1 {
						named[said[1]]++
					}
				}
				inPlace(t, name, p, v, chairs)
				if len(chairs) != p.Layout().Len() {
					t.Errorf("%s, %v: %d chairs of %d", name, v, len(chairs), p.Layout().Len())
				}
				for _, l := range others {
					if strings.Contains(l.text, "(0)") || l.x < 0 || l.y < 0 || l.x > page.w || l.y > page.h {
						t.Errorf("%s, %v: %+v", name, v, l)
					}
				}
				text, err := chart.AppendText(nil, p, v, o)
				if err != nil {
					t.Fatalf("%s, %v: %v", name, v, err)
				}
				words := strings.Fields(string(text))
				for g := range p.Guests() {
					n := 0
					for _, w := range words {
						if w == string(g.ID) {
							n++
						}
					}
					if named[string(g.ID)] != 1 || n != 1 {
						t.Errorf("%s, %v: %s stands on %d chairs and in the text %d times", name, v, g.ID, named[string(g.ID)], n)
					}
				}
			}
		}
	}
}

// TestFourViews: once it is known where the door is, every layout is drawn from the
// hall, the rostrum, the door and above, each sheet says from where it is seen, and the
// view of those who face the readers turns the sheet half round.
func TestFourViews(t *testing.T) {
	all := layouts(t)
	all["rostrum"] = arrange(t, seating.Setting{Rostrum: &seating.Rostrum{}}, people(5))
	all["hall"] = arrange(t, seating.Setting{Hall: &seating.Hall{Areas: []seating.HallArea{{ID: "a", Rows: [][]int{{3}, {3}}}}, Method: seating.Rows, From: seating.StartViewerLeft}}, people(5))
	for name, p := range all {
		s := p.Setting()
		s.Door = seating.Down
		var guests []seating.Guest
		for g := range p.Guests() {
			guests = append(guests, g)
		}
		p = arrange(t, s, guests)
		words := map[string]bool{}
		at := map[seating.View]map[string]drawn{}
		for _, v := range []seating.View{seating.FromHall, seating.FromRostrum, seating.FromDoor, seating.FromAbove} {
			svg, err := chart.AppendSVG(nil, p, v, nil)
			if err != nil {
				t.Fatalf("%s is not drawn %v: %v", name, v, err)
			}
			_, desc, _ := strings.Cut(string(svg), "<desc>")
			desc, _, _ = strings.Cut(desc, "</desc>")
			if words[desc] || desc == "" {
				t.Errorf("%s, %v: the sheet says %q as another one does", name, v, desc)
			}
			words[desc] = true
			at[v] = map[string]drawn{}
			rects, _ := parse(t, svg)
			for _, r := range rects[1:] {
				if s := said(r); len(s) > 1 && chair(r.class) && r.w > r.h {
					at[v][s[1]] = r
				}
			}
			if len(at[v]) != len(guests) {
				t.Errorf("%s, %v: %d people of %d", name, v, len(at[v]), len(guests))
			}
		}
		for a, here := range at[seating.FromHall] {
			for b, there := range at[seating.FromHall] {
				half, door := at[seating.FromRostrum], at[seating.FromDoor]
				if left := here.x < there.x; left != (half[a].x > half[b].x) || left != (door[a].x < door[b].x) {
					t.Errorf("%s: %s and %s stand otherwise seen from the rostrum or the door", name, a, b)
				}
			}
		}
	}
}

// inPlace holds the chairs of a sheet, in the order of the plan, against the plan: each
// has the name of who sits there, and lies to the left of another and above it as the
// view has it.
func inPlace(t *testing.T, name string, p seating.Plan, v seating.View, chairs []drawn) {
	t.Helper()
	places := slices.Collect(p.Places())
	if len(chairs) != len(places) {
		return // reported already
	}
	for i, a := range places {
		want := strconv.Itoa(a.Seat.ID.Number)
		if got := said(chairs[i]); got[0] != want || len(got) > 1 && got[1] != string(a.Guest.ID) {
			t.Errorf("%s, %v: chair %v of %q says %q", name, v, a.Seat.ID, a.Guest.ID, got)
		}
		at := p.Layout().Place(a.Seat.At, v)
		for j, b := range places[:i] {
			other := p.Layout().Place(b.Seat.At, v)
			if at.X < other.X && chairs[i].x > chairs[j].x || at.X > other.X && chairs[i].x < chairs[j].x ||
				at.Y < other.Y && chairs[i].y > chairs[j].y || at.Y > other.Y && chairs[i].y < chairs[j].y {
				t.Errorf("%s, %v: %v and %v stand otherwise on the sheet than on the plan", name, v, a.Seat.ID, b.Seat.ID)
			}
		}
	}
}

// TestDirectory: everybody is found once in the table at the door, on a line of his own.
func TestDirectory(t *testing.T) {
	for name, p := range layouts(t) {
		for _, lang := range []check.Lang{check.ZhHans, check.En} {
			found := map[string]int{}
			for line := range strings.Lines(string(chart.AppendDirectory(nil, p, &chart.Options{Lang: lang, Note: "某日"}))) {
				if f := strings.Fields(line); len(f) > 1 {
					found[f[0]]++
				}
			}
			for g := range p.Guests() {
				if found[string(g.ID)] != 1 {
					t.Errorf("%s: %s stands there %d times", name, g.ID, found[string(g.ID)])
				}
			}
		}
	}
}
