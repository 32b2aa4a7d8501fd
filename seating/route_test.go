package seating_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/seating"
)

// floorBoxes are ballot boxes of the floor.
func floorBoxes(ids ...string) []seating.BallotBox {
	var boxes []seating.BallotBox
	for _, id := range ids {
		boxes = append(boxes, seating.BallotBox{ID: id, Area: "floor"})
	}
	return boxes
}

func TestRoute(t *testing.T) {
	s := hall(seating.Rows, seating.StartViewerLeft, nil, []int{2, 3, 2}, []int{2, 3, 2})
	guests := with(people(12), "scrutineer", 3, 9)
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Route(seating.Poll{Boxes: floorBoxes("A", "B"), First: []seating.PollGroup{
		{ID: "scrutineers", Box: "B", Role: "scrutineer"}, {ID: "rostrum", Box: "A", Others: 9},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := []seating.Leg{
		{Box: "A", Nth: 1, Group: "rostrum", Voters: 9},
		{Box: "A", Nth: 2, Block: 1, From: at(1, 1), To: at(1, 2), Voters: 2},
		{Box: "A", Nth: 3, Block: 1, From: at(2, 1), To: at(2, 1), Voters: 1},
		{Box: "B", Nth: 1, Group: "scrutineers", Voters: 2},
		{Box: "B", Nth: 2, Block: 2, From: at(1, 4), To: at(1, 5), Voters: 2},
		{Box: "B", Nth: 3, Block: 2, From: at(2, 3), To: at(2, 5), Voters: 3},
		{Box: "B", Nth: 4, Block: 3, From: at(1, 6), To: at(1, 7), Voters: 2},
	}
	if diff := cmp.Diff(want, slices.Collect(r.Legs())); diff != "" {
		t.Errorf("groups first, then blocks from the left, rows from the front; of 3, 5 and 2 voters 5 and 2 go together (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]seating.BoxTally{{Box: "A", Voters: 12}, {Box: "B", Voters: 9}}, slices.Collect(r.Boxes())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	data, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := seating.ParseRoute(data); err != nil || !slices.Equal(slices.Collect(back.Legs()), want) {
		t.Errorf("%s: %v", data, err)
	}
	_, err = seating.ParseRoute([]byte(strings.Replace(string(data), `"voters":12`, `"voters":13`, 1)))
	wantAt(t, err, "seating/not-derived", "boxes[0]", "one ballot too many")
}

func TestRouteRefused(t *testing.T) {
	p, err := seating.Arrange(hall(seating.Rows, seating.StartViewerLeft, nil, []int{2, 3}), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	stage, err := seating.Arrange(rostrum(3), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		plan seating.Plan
		poll seating.Poll
		code string
		path string
		why  string
	}{
		{p, seating.Poll{}, "seating/bad-count", "poll.boxes", "ballots go into a box"},
		{stage, seating.Poll{Boxes: floorBoxes("A")}, "seating/not-hall", "plan.setting", "a rostrum votes as a group"},
		{p, seating.Poll{Boxes: []seating.BallotBox{{ID: "A", Area: "balcony"}}}, "seating/no-box", "plan.setting.hall.areas[0]", "nobody climbs to the balcony"},
		{p, seating.Poll{Boxes: floorBoxes("A", "A")}, "seating/listed-twice", "poll.boxes[1].id", "which of them"},
		{p, seating.Poll{Boxes: floorBoxes("A"), First: []seating.PollGroup{{ID: "g", Box: "C", Others: 1}}}, "seating/no-such-box", "poll.first[0].box", "no box C"},
		{p, seating.Poll{Boxes: floorBoxes("A"), First: []seating.PollGroup{{ID: "g", Box: "A"}}}, "seating/bad-count", "poll.first[0].others", "a group of nobody"},
		{p, seating.Poll{Boxes: floorBoxes("A"), First: []seating.PollGroup{{ID: "g", Box: "A", Role: "r"}, {ID: "g", Box: "A", Role: "r"}}}, "seating/listed-twice", "poll.first[1].role", "they vote once"},
		{p, seating.Poll{Boxes: floorBoxes("A"), First: []seating.PollGroup{{ID: "g", Box: "A", Role: "r"}, {ID: "g", Box: "A", Role: "s"}}}, "seating/listed-twice", "poll.first[1].id", "which of them"},
	} {
		_, err := c.plan.Route(c.poll)
		wantAt(t, err, c.code, c.path, c.why)
	}
}

// propRoute: everybody votes once, no two ways cross, and no division of the blocks into
// parts side by side has a smaller largest box.
func propRoute(t *rapid.T) {
	blocks := rapid.IntRange(1, 6).Draw(t, "blocks")
	row := rapid.SliceOfN(rapid.IntRange(1, 4), blocks, blocks)
	s := hall(seating.Rows, seating.StartViewerLeft, nil, rapid.SliceOfN(row, 1, 4).Draw(t, "rows")...)
	seats := 0
	for _, row := range s.Hall.Areas[0].Rows {
		for _, n := range row {
			seats += n
		}
	}
	guests := people(rapid.IntRange(1, seats).Draw(t, "people"))
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{"A", "B", "C", "D"}[:rapid.IntRange(1, 4).Draw(t, "boxes")]
	r, err := p.Route(seating.Poll{Boxes: floorBoxes(ids...)})
	if err != nil {
		t.Fatal(err)
	}
	sizes := make([]int, blocks)
	last, total, box := 0, 0, ""
	for leg := range r.Legs() {
		if leg.Block < last || leg.Block == last && box != leg.Box {
			t.Errorf("block %d goes to %s after block %d to %s", leg.Block, leg.Box, last, box)
		}
		last, box = leg.Block, leg.Box
		total += leg.Voters
		sizes[leg.Block-1] += leg.Voters
	}
	if total != len(guests) {
		t.Errorf("%d ballots of %d people", total, len(guests))
	}
	largest, idle := 0, 0
	for tally := range r.Boxes() {
		largest = max(largest, tally.Voters)
		if tally.Voters == 0 {
			idle++
		}
	}
	sizes = slices.DeleteFunc(sizes, func(n int) bool { return n == 0 })
	if best := leastLargest(sizes, len(ids)); largest != best {
		t.Errorf("the largest box has %d ballots, and %d is possible: %v into %d", largest, best, sizes, len(ids))
	}
	if len(sizes) >= len(ids) && idle > 0 {
		t.Errorf("%d boxes are idle: %v into %d", idle, sizes, len(ids))
	}
}

// leastLargest tries every division.
func leastLargest(sizes []int, parts int) int {
	if parts == 1 || len(sizes) == 0 {
		sum := 0
		for _, n := range sizes {
			sum += n
		}
		return sum
	}
	best, sum := 1<<30, 0
	for i, n := range sizes {
		sum += n
		best = min(best, max(sum, leastLargest(sizes[i+1:], parts-1)))
	}
	return best
}

func TestRouteLaws(t *testing.T) { rapid.Check(t, propRoute) }

func FuzzRoute(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRoute)) }
