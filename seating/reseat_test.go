package seating_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

func TestReseat(t *testing.T) {
	role := rostrum(2, 3)
	role.Rostrum.Rows[0] = seating.RostrumRow{Role: "chair"}
	chairs := people(5)
	chairs[3].Role, chairs[4].Role = "chair", "chair"
	open := seating.Setting{Rostrum: &seating.Rostrum{MaxRow: 6}}
	floor := hall(seating.Rows, seating.StartViewerLeft, nil, []int{4}, []int{4})
	for _, c := range []struct {
		name    string
		setting seating.Setting
		guests  []seating.Guest
		preset  string
		absent  roster.PersonID
		remedy  seating.Remedy
		want    string
		cost    seating.Cost
		why     string
	}{
		{
			"rerank", rostrum(7), people(7), "cn-gov", "p4", seating.Rerank,
			"6|3|1|2|5|7",
			seating.Cost{Chairs: 3, Relative: 3, Sides: 3, HalfShift: 1},
			"5, 6 and 7 change sides; the row is pushed by half a chair to stand in the middle",
		},
		{
			"slide", rostrum(7), people(7), "cn-gov", "p4", seating.SlideSameSide,
			"7|5|3|1|2|6",
			seating.Cost{Chairs: 1, Relative: 1, Inversions: 1, OffCentre: 1},
			"6 alone moves and now sits as near as 5, on the higher side",
		},
		{
			"the last", rostrum(7), people(7), "cn-gov", "p7", seating.Rerank,
			"5|3|1|2|4|6",
			seating.Cost{HalfShift: 1},
			"nobody moves but the row as a whole",
		},
		{
			"the last slides", rostrum(7), people(7), "cn-gov", "p7", seating.SlideSameSide,
			"5|3|1|2|4|6",
			seating.Cost{OffCentre: 1},
			"the same people on the same chairs, left where they stand",
		},
		{
			"the first", rostrum(7), people(7), "cn-gov", "p1", seating.Rerank,
			"6|4|2|3|5|7",
			seating.Cost{Chairs: 6, Relative: 6, Sides: 5, HalfShift: 1},
			"all move and all but the new first change sides",
		},
		{
			"the other reading of even rows", rostrum(7), people(7), "cn-gov-b", "p7", seating.Rerank,
			"6|4|2|1|3|5",
			seating.Cost{Chairs: 5, Relative: 5, Sides: 5, HalfShift: 1},
			"from seven to six the pattern turns round: the cost of cn-gov-b",
		},
		{
			"international", rostrum(5), people(5), "intl-right", "p2", seating.SlideSameSide,
			"4|1|3|5",
			seating.Cost{Chairs: 1, Relative: 1, Inversions: 1, OffCentre: 1},
			"4 moves in on the right of the first, above 3",
		},
		{
			"two rows, whole list", rostrum(5, 6), people(11), "cn-gov", "p2", seating.Rerank,
			"6|4|1|3|5 / 11|9|7|8|10",
			seating.Cost{Chairs: 8, Relative: 9, Sides: 7, HalfShift: 1},
			"the front row stays full, the last row closes up and is pushed along under 7",
		},
		{
			"two rows, one row", rostrum(5, 6), people(11), "cn-gov", "p2", seating.CloseRow,
			"4|1|3|5 / 10|8|6|7|9|11",
			seating.Cost{Chairs: 3, Relative: 3, Sides: 3, HalfShift: 1},
			"the row behind stays as it is",
		},
		{
			"two rows, slide", rostrum(5, 6), people(11), "cn-gov", "p8", seating.SlideSameSide,
			"5|3|1|2|4 / 10|6|7|9|11",
			seating.Cost{Chairs: 1, Relative: 1, Inversions: 1, OffCentre: 1},
			"10 moves in on the side of 8, which is the higher one in this row: 9 ranks before him",
		},
		{
			"reserved row closes up", role, chairs, "cn-gov", "p4", seating.Rerank,
			"5 / 3|1|2",
			seating.Cost{Relative: 1, HalfShift: 1},
			"nobody comes forward into a row that is reserved for a role",
		},
		{
			"a row that empties", rostrum(1, 3), people(4), "cn-gov", "p1", seating.CloseRow,
			"4|2|3",
			seating.Cost{},
			"the row is gone, the row behind becomes the front row and stays as it is",
		},
		{
			"chosen rows", open, people(11), "cn-gov", "p11", seating.Rerank,
			"5|3|1|2|4 / 10|8|6|7|9",
			seating.Cost{HalfShift: 1},
			"rows are chosen anew",
		},
		{
			"hall, gap", floor, people(6), "cn-gov", "p2", seating.KeepGap,
			"1|-|3|4 / 5|6|-|-",
			seating.Cost{},
			"in a hall the chair stays empty",
		},
		{
			"hall, rerank", floor, people(6), "cn-gov", "p2", seating.Rerank,
			"1|3|4|5 / 6|-|-|-",
			seating.Cost{Chairs: 4, Relative: 4},
			"everybody behind moves up",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := seating.Arrange(c.setting, c.guests, convention(t, c.preset))
			if err != nil {
				t.Fatal(err)
			}
			r, err := seating.Reseat(p, c.remedy, nil, seating.Absent{Person: c.absent})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, picture(t, r.After(), seating.FromHall)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if diff := cmp.Diff(c.cost, r.Cost()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			found, err := seating.Remedies(p, nil, seating.Absent{Person: c.absent})
			if err != nil {
				t.Fatal(err)
			}
			ways := waysOf(found)
			if !slices.ContainsFunc(ways, func(w seating.Reseating) bool { return w.Remedy() == c.remedy }) {
				t.Errorf("%v is not among the remedies", c.remedy)
			}
			for i := 1; i < len(ways); i++ {
				if ways[i-1].Cost().Chairs > ways[i].Cost().Chairs {
					t.Errorf("remedy %d costs more than the next", i)
				}
			}
		})
	}
}

func TestReseatLists(t *testing.T) {
	p, err := seating.Arrange(rostrum(7), people(7), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	r, err := seating.Reseat(p, seating.SlideSameSide, nil, seating.Absent{Person: "p4"})
	if err != nil {
		t.Fatal(err)
	}
	moves := slices.Collect(r.Moves())
	if len(moves) != 1 || moves[0].Person != "p6" || moves[0].From.String() != "rostrum/1/7" || moves[0].To.String() != "rostrum/1/6" {
		t.Errorf("moves are %v", moves)
	}
	if got, want := moves[0].Reason.Text(check.En, nil), "p6 moves in on the same side as the row closes up (chairs: 1)"; got != want {
		t.Errorf("the reason is %q, want %q", got, want)
	}
	want := []seating.Card{{Seat: seating.SeatID{Area: "rostrum", Row: 1, Number: 6}, Was: "p4", Now: "p6"}}
	if diff := cmp.Diff(want, slices.Collect(r.Cards())); diff != "" {
		t.Errorf("one card is changed (-want +got):\n%s", diff)
	}
	if picture(t, r.Before(), seating.FromHall) != "7|5|3|1|2|4|6" {
		t.Error("the plan before has changed")
	}
	// A second absence starts from the row as it stands.
	again, err := seating.Reseat(r.After(), seating.SlideSameSide, nil, seating.Absent{Person: "p3"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := picture(t, again.After(), seating.FromHall), "7|5|1|2|6"; got != want {
		t.Errorf("after two absences the row is %s, want %s", got, want)
	}
	anew, err := seating.Reseat(again.After(), seating.Rerank, nil, seating.Absent{Person: "p5"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := picture(t, anew.After(), seating.FromHall), "6|1|2|7"; got != want {
		t.Errorf("arranged anew the row is %s, want %s", got, want)
	}
	if changes := changesOf(anew.After()); len(changes) != 0 {
		t.Errorf("a row arranged anew remembers %v", changes)
	}
}

func TestReseatRefused(t *testing.T) {
	one, err := seating.Arrange(rostrum(1), people(1), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	five, err := seating.Arrange(rostrum(5), people(5), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	floor, err := seating.Arrange(hall(seating.Rows, seating.StartViewerLeft, nil, []int{4}), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	gone, err := seating.Reseat(floor, seating.KeepGap, nil, seating.Absent{Person: "p1"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		plan   seating.Plan
		absent roster.PersonID
		remedy seating.Remedy
		code   string
		why    string
	}{
		{"unknown", five, "p9", seating.Rerank, "seating/not-present", "not on the stage"},
		{"twice", gone.After(), "p1", seating.KeepGap, "seating/not-present", "already away"},
		{"the only one", one, "p1", seating.Rerank, "seating/nobody-left", "an empty stage is no plan"},
		{"the centre slides", five, "p1", seating.SlideSameSide, "seating/no-such-remedy", "the centre is taken by the next in rank"},
		{"gap on the stage", five, "p2", seating.KeepGap, "seating/no-such-remedy", "no empty chair on a rostrum"},
		{"slide in a hall", floor, "p2", seating.SlideSameSide, "seating/no-such-remedy", "a hall does not cascade"},
		{"one row is the whole list", five, "p2", seating.CloseRow, "seating/no-such-remedy", "same as rerank"},
		{"no remedy", five, "p2", 0, "seating/no-such-remedy", "there is no default"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := seating.Reseat(c.plan, c.remedy, nil, seating.Absent{Person: c.absent})
			wantCode(t, err, c.code, c.why)
		})
	}
	if _, err := seating.Remedies(five, nil, seating.Absent{Person: "p9"}); err == nil {
		t.Error("a stranger cannot be absent")
	}
	aisle := rostrum(1, 4)
	aisle.Rostrum.Rows[0].Ranks, aisle.Rostrum.Rows[1].Aisles = seating.RankRange{From: 1, To: 1}, []int{2}
	split, err := seating.Arrange(aisle, people(5), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	_, err = seating.Remedies(split, nil, seating.Absent{Person: "p1"})
	wantCode(t, err, "seating/aisle-in-row-one", "the row behind cannot come forward as it is")
	if ways, err := seating.Remedies(split, nil, seating.Absent{Person: "p3"}); err != nil || ways.Len() != 2 {
		t.Errorf("behind, there are %d ways: %v", ways.Len(), err)
	}
}

// propReseat: arranging anew is arranging the changed list; sliding moves half of
// those below on the same side, in a row that alternates; no way moves more people
// than arranging anew; every plan is read back as it was.
func propReseat(t *rapid.T) {
	var setting seating.Setting
	var guests []seating.Guest
	c := seating.Convention{Name: "house", Row: rapid.SampledFrom(everyRule()).Draw(t, "rule")}
	onStage := rapid.IntRange(0, 3).Draw(t, "hall") > 0
	if onStage {
		setting, guests = drawnRostrum(t)
	} else {
		setting, guests = drawnHall(t)
	}
	if len(guests) < 2 {
		t.Skip("nobody would be left")
	}
	p, err := seating.Arrange(setting, guests, c)
	if err != nil {
		t.Fatal(err)
	}
	k := rapid.IntRange(0, len(guests)-1).Draw(t, "absent")
	found, err := seating.Remedies(p, nil, seating.Absent{Person: guests[k].ID})
	if report, ok := errors.AsType[check.Problems](err); ok && report.Has(seating.AisleInRowOne) {
		t.Skip("the row behind cannot come forward as it is")
	}
	if err != nil {
		t.Fatal(err)
	}
	ways := waysOf(found)
	for _, way := range ways {
		after := way.After()
		if after.Len() != p.Len()-1 {
			t.Errorf("%v seats %d of %d", way.Remedy(), after.Len(), p.Len())
		}
		if n := len(slices.Collect(way.Moves())); n != way.Cost().Chairs {
			t.Errorf("%v has %d moves and changes %d chairs", way.Remedy(), n, way.Cost().Chairs)
		}
		switch way.Remedy() {
		case seating.Rerank, seating.CloseRow:
			anew, err := seating.Arrange(after.Setting(), slices.Delete(slices.Clone(guests), k, k+1), c)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(encoded(t, anew), encoded(t, after)); diff != "" {
				t.Errorf("%v is not the list arranged anew:\n%s", way.Remedy(), diff)
			}
			if way.Cost().Inversions != 0 {
				t.Errorf("%v inverts %d pairs", way.Remedy(), way.Cost().Inversions)
			}
		case seating.SlideSameSide:
			if len(slices.Collect(p.Layout().Rows())) == 1 && c.Row.Extra == seating.ExtraBesideNo2 {
				n := len(guests)
				if got, want := way.Cost().Relative, (n-(k+1))/2; got != want || way.Cost().Chairs != want {
					t.Errorf("%d of %d slides %d people and %d chairs, want %d", k+1, n, got, way.Cost().Chairs, want)
				}
			}
			if way.Cost().Sides != 0 {
				t.Errorf("%v changes sides", way.Remedy())
			}
		case seating.KeepGap:
			if way.Cost() != (seating.Cost{}) {
				t.Errorf("a gap costs %v", way.Cost())
			}
		default:
			if way.Cost().Chairs == 0 && way.Cost().Inversions > 0 {
				t.Errorf("%v moves nobody and inverts %d pairs", way.Remedy(), way.Cost().Inversions)
			}
		}
		if len(slices.Collect(p.Layout().Rows())) == 1 && way.Remedy() == seating.Rerank && way.Cost().Chairs < ways[0].Cost().Chairs {
			t.Errorf("the first way moves more than %v", way.Remedy())
		}
		readBack(t, after)
		data, err := way.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := seating.ParseReseating(data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
			t.Errorf("read back: %v\n%s", err, cmp.Diff(string(data), string(again)))
		}
	}
}

func readBack(t *rapid.T, p seating.Plan) {
	data := encoded(t, p)
	q, err := seating.ParsePlan([]byte(data))
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if diff := cmp.Diff(data, encoded(t, q)); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(seen(t, p, seating.FromHall), seen(t, q, seating.FromHall), cmp.AllowUnexported(seating.Row{})); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}

func TestReseatLaws(t *testing.T) { rapid.Check(t, propReseat) }

// TestFewest checks the chairs that change against every way to push a row along
// by hand: for up to eight people on a row nobody sits on the chair he had, if a
// chair may be taken away at either end, more often than counted.
func TestFewest(t *testing.T) {
	for _, rule := range everyRule() {
		c := seating.Convention{Name: "house", Row: rule}
		for n := 2; n <= 8; n++ {
			p, err := seating.Arrange(rostrum(n), people(n), c)
			if err != nil {
				t.Fatal(err)
			}
			before := strings.Split(picture(t, p, seating.FromHall), "|")
			for _, g := range people(n) {
				r, err := seating.Reseat(p, seating.Rerank, nil, seating.Absent{Person: g.ID})
				if err != nil {
					t.Fatal(err)
				}
				after := strings.Split(picture(t, r.After(), seating.FromHall), "|")
				fewest := n
				for _, push := range []int{0, 1} {
					moved := 0
					for i := range after {
						if after[i] != before[i+push] {
							moved++
						}
					}
					fewest = min(fewest, moved)
				}
				if r.Cost().Chairs != fewest {
					t.Errorf("%s, %d without %s: %d chairs, by hand %d", c, n, g.ID, r.Cost().Chairs, fewest)
				}
			}
		}
	}
}
