package seating_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// batch is a batch of awarders A1…, winners named after the batch and ushers U1….
func batch(id string, pairing seating.Pairing, awarders, winners, ushers int) seating.AwardBatch {
	b := seating.AwardBatch{ID: id, Stage: seating.Awards{Pairing: pairing, After: seating.AwarderBesideLast}}
	add := func(prefix string, role seating.Role, n int) {
		for i := range n {
			b.People = append(b.People, seating.Guest{ID: roster.PersonID(prefix + strconv.Itoa(i+1)), Role: role, Order: len(b.People) + 1})
		}
	}
	add("A", seating.RoleAwarder, awarders)
	add(id, seating.RoleWinner, winners)
	add("U", seating.RoleUsher, ushers)
	return b
}

// stages is each batch as winners in the order in which they go up, with seat, place
// and awarder, then the trays.
func stages(r seating.AwardRun) []string {
	var all []string
	for b := range r.Batches() {
		var parts []string
		for _, w := range b.Winners {
			parts = append(parts, fmt.Sprintf("%s@%d/%d>%d:%s<%d", w.Winner, w.Seat.Row, w.Seat.Number, w.Place, w.Awarder, w.Leave))
		}
		for _, tray := range b.Trays {
			parts = append(parts, fmt.Sprintf("%s%v", tray.Usher, tray.Items))
		}
		all = append(all, strings.Join(parts, " ")+" "+fmt.Sprint(b.Removed))
	}
	return all
}

func TestAwardRun(t *testing.T) {
	for _, c := range []struct {
		name     string
		ceremony seating.AwardBatches
		want     []string
		why      string
	}{
		{
			"two batches",
			seating.AwardBatches{Up: seating.ViewerLeft, Down: seating.ViewerRight, Batches: []seating.AwardBatch{batch("w", seating.PairEqual, 3, 3, 3), batch("v", seating.PairGraded, 3, 3, 0)}},
			[]string{
				"w3@4/3>3:A2<1 w2@4/2>2:A1<2 w1@4/1>1:A3<3 U1[w1] U2[w2] U3[w3] []",
				"v2@4/5>3:A2<1 v1@4/4>2:A1<2 v3@4/6>1:A3<3 [v3 v1 v2] []",
			},
			"from the left stairs the one furthest right goes first; trays lie as they stand; the winners of the second batch sit after those of the first",
		},
		{
			"an usher for two",
			seating.AwardBatches{Up: seating.ViewerRight, Down: seating.ViewerRight, Batches: []seating.AwardBatch{batch("w", seating.PairEqual, 3, 3, 2)}},
			[]string{"w1@4/1>1:A3<3 w2@4/2>2:A1<2 w3@4/3>3:A2<1 U1[w1 w2] U2[w3] []"},
			"up and down on the right: first up is last down",
		},
		{
			"one awarder",
			seating.AwardBatches{Up: seating.ViewerLeft, Down: seating.ViewerLeft, Batches: []seating.AwardBatch{batch("w", seating.OneAwarder, 1, 3, 1)}},
			[]string{"w1@4/1>3:A1<3 w2@4/2>2:A1<2 w3@4/3>1:A1<1 U1[w1 w2 w3] []"},
			"the tray lies in the order of the awards",
		},
		{
			"somebody is not there",
			seating.AwardBatches{Up: seating.ViewerLeft, Down: seating.ViewerLeft, NoShows: ids("w2"), Batches: []seating.AwardBatch{batch("w", seating.PairEqual, 3, 3, 3)}},
			[]string{"w3@4/3>2:A2<2 w1@4/1>1:A1<1 U1[w1] U2[w3] [w2]"},
			"the others close up before No.1 and No.2, the third usher stays away, seats in the hall stay",
		},
	} {
		r, err := c.ceremony.Run(seating.CNGov())
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.want, stages(r)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.name, c.why, diff)
		}
	}
}

// propAwardRun: on the trays lies every award of those who are there once, in the order
// in which they stand; who goes up passes nobody who stands already, and nobody leaves
// past somebody who still stands.
func propAwardRun(t *rapid.T) {
	a := seating.AwardBatches{
		Up:   rapid.SampledFrom([]seating.ViewerSide{seating.ViewerLeft, seating.ViewerRight}).Draw(t, "up"),
		Down: rapid.SampledFrom([]seating.ViewerSide{seating.ViewerLeft, seating.ViewerRight}).Draw(t, "down"),
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "batches") {
		n := rapid.IntRange(1, 8).Draw(t, "winners")
		pairing := seating.Pairing(rapid.IntRange(1, 3).Draw(t, "pairing"))
		awarders := n + rapid.IntRange(0, 2).Draw(t, "awarders")
		if pairing == seating.OneAwarder {
			awarders = 1
		}
		b := batch(string(rune('a'+i)), pairing, awarders, n, rapid.SampledFrom([]int{0, n, (n + 1) / 2}).Draw(t, "ushers"))
		for _, g := range b.People {
			if g.Role == seating.RoleWinner && g.Order > awarders+1 && rapid.IntRange(0, 4).Draw(t, "there") == 0 {
				a.NoShows = append(a.NoShows, g.ID)
			}
		}
		a.Batches = append(a.Batches, b)
	}
	c := seating.CNGov()
	r, err := a.Run(c)
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for b := range r.Batches() {
		plan, ok := r.Plan(i)
		if !ok || !plan.Audit().Clean() {
			t.Errorf("batch %d has no clean plan", i)
		}
		var onTrays []roster.PersonID
		for _, tray := range b.Trays {
			onTrays = append(onTrays, tray.Items...)
		}
		standing := slices.Clone(b.Winners)
		slices.SortFunc(standing, func(a, b seating.StageWinner) int { return a.Place - b.Place })
		if a.Batches[i].Stage.Pairing == seating.OneAwarder {
			slices.Reverse(standing)
		}
		for j, w := range standing {
			if j >= len(onTrays) || onTrays[j] != w.Winner {
				t.Errorf("the trays hold %v, and %s stands at %d", onTrays, w.Winner, w.Place)
			}
		}
		if len(onTrays) != len(b.Winners) {
			t.Errorf("%d awards for %d winners", len(onTrays), len(b.Winners))
		}
		for j, w := range b.Winners {
			for _, later := range b.Winners[j+1:] {
				if (later.Place > w.Place) == (a.Up == seating.ViewerLeft) {
					t.Errorf("%s goes up past %s", later.Winner, w.Winner)
				}
				if (later.Leave < w.Leave) == ((later.Place > w.Place) == (a.Down == seating.ViewerLeft)) {
					t.Errorf("%s and %s leave past each other", later.Winner, w.Winner)
				}
			}
			if slices.Contains(a.NoShows, w.Winner) || w.Awarder == "" {
				t.Errorf("%+v", w)
			}
		}
		i++
	}
	data, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParseAwardRun(data)
	if err != nil || !slices.Equal(stages(back), stages(r)) {
		t.Errorf("read back, it differs: %v", err)
	}
}

func TestAwardRunLaws(t *testing.T) { rapid.Check(t, propAwardRun) }

func FuzzAwardRunLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propAwardRun)) }

// TestUshersOfOneAwarder: any number of ushers up to that of the winners shares the
// awards, in places of their own.
func TestUshersOfOneAwarder(t *testing.T) {
	for winners := 1; winners <= 12; winners++ {
		for ushers := range winners + 1 {
			b := batch("w", seating.OneAwarder, 1, winners, ushers)
			p, err := seating.Arrange(seating.Setting{Awards: &b.Stage}, b.People, seating.CNGov())
			if err != nil {
				t.Fatalf("%d winners, %d ushers: %v", winners, ushers, err)
			}
			at := map[seating.Point]bool{}
			for place := range p.Places() {
				at[place.Seat.At] = true
			}
			if len(at) != winners+1+ushers {
				t.Errorf("%d winners, %d ushers: two stand in one place", winners, ushers)
			}
		}
	}
}

func TestAwardRunRefused(t *testing.T) {
	one := batch("w", seating.PairEqual, 1, 1, 0)
	ceremony := func(batches ...seating.AwardBatch) seating.AwardBatches {
		return seating.AwardBatches{Up: seating.ViewerLeft, Down: seating.ViewerLeft, Batches: batches}
	}
	gone, stranger := ceremony(one), ceremony(one)
	gone.NoShows, stranger.NoShows = ids("w1"), ids("A1")
	for _, c := range []struct {
		a               seating.AwardBatches
		code, path, why string
	}{
		{seating.AwardBatches{Batches: []seating.AwardBatch{one}}, "seating/no-choice", "up", "whose left?"},
		{ceremony(), "seating/bad-count", "batches", "nothing to hand out"},
		{ceremony(one, one), "seating/seated-twice", "batches[1].people[1].id", "one award"},
		{ceremony(one, one), "seating/listed-twice", "batches[1].id", "one name"},
		{ceremony(batch("w", seating.PairEqual, 1, 2, 0)), "seating/too-many-of-role", "batches[0].setting.awards", "more winners than awarders"},
		{gone, "seating/nobody-to-award", "batches[0]", "an empty batch"},
		{stranger, "seating/not-on-list", "noShows[0]", "an awarder is no winner"},
	} {
		_, err := c.a.Run(seating.CNGov())
		wantAt(t, err, c.code, c.path, c.why)
	}
}

// FuzzParseAwardRun: what is read follows from its ceremony.
func FuzzParseAwardRun(f *testing.F) {
	a := seating.AwardBatches{Up: seating.ViewerLeft, Down: seating.ViewerRight, NoShows: ids("w2"), Batches: []seating.AwardBatch{batch("w", seating.PairGraded, 3, 3, 2)}}
	r, err := a.Run(seating.CNGov())
	if err != nil {
		f.Fatal(err)
	}
	data, err := r.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := seating.ParseAwardRun(data)
		if err != nil {
			return
		}
		out, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := seating.ParseAwardRun(out); err != nil || !slices.Equal(stages(back), stages(r)) {
			t.Errorf("%v\n%s", err, out)
		}
	})
}

// Three winners come up by the left stairs, the one who stands furthest away first.
func ExampleAwardBatches_Run() {
	ceremony := seating.AwardBatches{
		Up: seating.ViewerLeft, Down: seating.ViewerRight,
		Batches: []seating.AwardBatch{batch("w", seating.PairGraded, 3, 3, 3)},
	}
	run, err := ceremony.Run(seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	for b := range run.Batches() {
		for _, w := range b.Winners {
			fmt.Println(w.Queue, w.Winner, "from", w.Seat, "to place", w.Place, "before", w.Awarder)
		}
		for _, tray := range b.Trays {
			fmt.Println(tray.Usher, tray.Items)
		}
	}
	// Output:
	// 1 w2 from floor/4/2 to place 3 before A2
	// 2 w1 from floor/4/1 to place 2 before A1
	// 3 w3 from floor/4/3 to place 1 before A3
	// U1 [w3]
	// U2 [w1]
	// U3 [w2]
}
