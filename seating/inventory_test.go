package seating_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/seating"
)

func TestInventory(t *testing.T) {
	stage := seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 3}, {Seats: 4, Aisles: []int{2}}}}, Door: seating.Left}
	p, err := seating.Arrange(stage, people(7), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	v, err := p.Inventory(seating.Kit{Approved: 7, Items: []seating.Item{
		{ID: "cup", Per: seating.PerPerson, Spare: 2},
		{ID: "microphone", Per: seating.PerChair, Every: 2, Numbered: true},
		{ID: "flowers", Per: seating.PerRow, Rows: 1},
		{ID: "cloth", Per: seating.PerTable},
		{ID: "bell", Per: seating.PerPlan},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := []seating.Count{
		{Item: "cup", Area: "rostrum", Row: 1, Count: 3},
		{Item: "cup", Area: "rostrum", Row: 2, Count: 4},
		{Item: "cup", Count: 2},
		{Item: "microphone", Area: "rostrum", Row: 1, Count: 2},
		{Item: "microphone", Area: "rostrum", Row: 2, Count: 2},
		{Item: "flowers", Area: "rostrum", Row: 1, Count: 1},
		{Item: "cloth", Count: 3},
		{Item: "bell", Count: 1},
	}
	if diff := cmp.Diff(want, slices.Collect(v.Counts())); diff != "" {
		t.Errorf("two share a microphone, the third has one alone (-want +got):\n%s", diff)
	}
	numbers := []seating.Numbered{
		{Item: "microphone", Number: 1, Seat: seating.SeatID{Area: "rostrum", Row: 1, Number: 1}},
		{Item: "microphone", Number: 2, Seat: seating.SeatID{Area: "rostrum", Row: 1, Number: 3}},
		{Item: "microphone", Number: 3, Seat: seating.SeatID{Area: "rostrum", Row: 2, Number: 1}},
		{Item: "microphone", Number: 4, Seat: seating.SeatID{Area: "rostrum", Row: 2, Number: 3}},
	}
	if diff := cmp.Diff(numbers, slices.Collect(v.Numbers())); diff != "" {
		t.Errorf("numbers go on from row to row (-want +got):\n%s", diff)
	}
	if v.People() != 7 || v.Chairs() != 7 || v.Tables() != 3 || v.Aisles() != 1 || v.Doors() != 1 || v.Total("cup") != 9 || v.Total("tea") != 0 {
		t.Errorf("%+v", v)
	}
	data, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := seating.ParseInventory(data); err != nil || back.Total("cup") != 9 {
		t.Errorf("%s: %v", data, err)
	}
	_, err = seating.ParseInventory([]byte(strings.Replace(string(data), `"chairs":7`, `"chairs":8`, 1)))
	wantAt(t, err, "seating/not-derived", "facts[0]", "a chair too many")
}

// TestInventoryPlaces: what people do not sit on is no chair.
func TestInventoryPlaces(t *testing.T) {
	s := marked(1, seating.Mark{Seat: at(1, 1), Use: seating.Blocked}, seating.Mark{Seat: at(1, 2), Use: seating.Accessible}, seating.Mark{Seat: at(1, 6), Use: seating.Reserved})
	guests := people(2)
	guests[1].Accessible = true
	kit := seating.Kit{Items: []seating.Item{{ID: "chair", Per: seating.PerChair}, {ID: "cup", Per: seating.PerPerson}}}
	p, err := seating.Arrange(s, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	if v, err := p.Inventory(kit); err != nil || v.Chairs() != 4 || v.Total("chair") != 4 || v.Total("cup") != 2 || v.Aisles() != 1 {
		t.Errorf("a wheelchair brings its own seat: %+v, %v", v.Chairs(), err)
	}
	podium, err := seating.Arrange(seating.Setting{Podium: &seating.Podium{Order: seating.PodiumSecondOwnLeft}}, people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	if v, err := podium.Inventory(kit); err != nil || v.Chairs() != 0 || v.Total("cup") != 3 {
		t.Errorf("people stand on a podium: %+v, %v", v.Chairs(), err)
	}
}

func TestInventoryRefused(t *testing.T) {
	p, err := seating.Arrange(rostrum(3), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	cup := seating.Item{ID: "cup", Per: seating.PerPerson}
	for _, c := range []struct {
		kit        seating.Kit
		code, path string
		why        string
	}{
		{seating.Kit{}, "seating/bad-count", "kit.items", "nothing to count"},
		{seating.Kit{Items: []seating.Item{cup}, Approved: -1}, "seating/bad-count", "kit.approved", "a number of people"},
		{seating.Kit{Items: []seating.Item{cup}, Approved: 2}, "seating/over-approved", "kit.approved", "one too many in the room"},
		{seating.Kit{Items: []seating.Item{cup, cup}}, "seating/listed-twice", "kit.items[1].id", "counted twice"},
		{seating.Kit{Items: []seating.Item{{ID: "cup"}}}, "seating/no-choice", "kit.items[0].per", "per what"},
		{seating.Kit{Items: []seating.Item{{ID: "cup", Per: seating.PerChair, Spare: -1}}}, "seating/bad-count", "kit.items[0].spare", "none missing"},
		{seating.Kit{Items: []seating.Item{{ID: "cup", Per: seating.PerChair, Area: "hall"}}}, "seating/no-such-area", "kit.items[0].area", "a slip in the name counts nothing"},
		{seating.Kit{Items: []seating.Item{{ID: "cup", Per: seating.PerTable, Area: "rostrum"}}}, "seating/not-of-measure", "kit.items[0].per", "tables are of no row"},
		{seating.Kit{Items: []seating.Item{{ID: "cup", Per: seating.PerRow, Every: 2}}}, "seating/not-of-measure", "kit.items[0].per", "rows do not share"},
	} {
		_, err := p.Inventory(c.kit)
		wantAt(t, err, c.code, c.path, c.why)
	}
}
