package seating_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

func TestCardRun(t *testing.T) {
	two, eight := rostrum(3, 3), hall(seating.Rows, seating.StartViewerLeft, nil, []int{3}, []int{3}, []int{2})
	eight.Hall.Areas[0].Empty = 1
	for _, c := range []struct {
		setting seating.Setting
		n       int
		walk    seating.CardWalk
		want    string
		why     string
	}{
		{two, 6, seating.CardWalk{From: seating.ViewerLeft}, "3 1 2 5 4 6", "back and forth"},
		{two, 6, seating.CardWalk{From: seating.ViewerRight}, "2 1 3 6 4 5", "from the other side"},
		{two, 6, seating.CardWalk{From: seating.ViewerLeft, OneWay: true}, "3 1 2 6 4 5", "every row from the left"},
		{two, 6, seating.CardWalk{From: seating.ViewerLeft, BackFirst: true}, "6 4 5 2 1 3", "the row behind first"},
		{eight, 4, seating.CardWalk{From: seating.ViewerLeft}, "1 2 3 - 4", "a row kept empty is passed by, an empty chair is seen to"},
	} {
		p, err := seating.Arrange(c.setting, people(c.n), seating.CNGov())
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.CardRun(c.walk)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for s := range r.Steps() {
			got = append(got, map[bool]string{true: "-", false: strings.TrimPrefix(string(s.Person), "p")}[s.Person == ""])
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// propCardRun: every chair is laid once and checked once, the other way round; a row is
// walked from end to end, and no way between two rows leads back along one of them.
func propCardRun(t *rapid.T) {
	setting, guests, c := drawn(t)
	p, err := seating.Arrange(setting, guests, c)
	if err != nil {
		t.Fatal(err)
	}
	walk := seating.CardWalk{
		From:      rapid.SampledFrom([]seating.ViewerSide{seating.ViewerLeft, seating.ViewerRight}).Draw(t, "from"),
		BackFirst: rapid.Bool().Draw(t, "back first"), OneWay: rapid.Bool().Draw(t, "one way"), Spare: rapid.IntRange(0, 3).Draw(t, "spare"),
	}
	r, err := p.CardRun(walk)
	if err != nil {
		t.Fatal(err)
	}
	laid := slices.Collect(r.Steps())
	checked := slices.Collect(r.Checks())
	seen, cards := map[seating.SeatID]bool{}, 0
	for i, s := range laid {
		if s.Lay != i+1 || checked[s.Check-1] != s || seen[s.Seat] {
			t.Errorf("step %d is %+v", i+1, s)
		}
		seen[s.Seat] = true
		if s.Person != "" {
			cards++
			if at, ok := p.Of(s.Person); !ok || at.Seat.ID != s.Seat {
				t.Errorf("the card of %s lies at %v", s.Person, s.Seat)
			}
		}
		if i == 0 {
			continue
		}
		last := laid[i-1].Seat
		if s.Seat.Area == last.Area && s.Seat.Row == last.Row {
			if d := s.Seat.Number - last.Number; d != 1 && d != -1 {
				t.Errorf("from %v to %v", last, s.Seat)
			}
		}
	}
	if cards != len(guests) || r.Cards() != cards {
		t.Errorf("%d cards for %d people", cards, len(guests))
	}
	csv, err := r.AppendCSV(nil, nil)
	if err != nil || strings.Count(string(csv), "\n") != len(laid)+1+walk.Spare {
		t.Errorf("%v\n%s", err, csv)
	}
	data, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParseCardRun(data)
	if err != nil || !slices.Equal(laid, slices.Collect(back.Steps())) {
		t.Errorf("read back, it differs: %v", err)
	}
}

func TestCardRunLaws(t *testing.T) { rapid.Check(t, propCardRun) }

func FuzzCardRunLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propCardRun)) }

// FuzzParseCardRun: what is read follows from its plan and walk.
func FuzzParseCardRun(f *testing.F) {
	p, err := seating.Arrange(rostrum(2, 3), people(5), seating.CNGov())
	if err != nil {
		f.Fatal(err)
	}
	r, err := p.CardRun(seating.CardWalk{From: seating.ViewerRight, Spare: 2})
	if err != nil {
		f.Fatal(err)
	}
	data, err := r.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := seating.ParseCardRun(data)
		if err != nil {
			return
		}
		out, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := seating.ParseCardRun(out); err != nil || !slices.Equal(slices.Collect(back.Steps()), slices.Collect(r.Steps())) {
			t.Errorf("%v\n%s", err, out)
		}
	})
}

func TestCardRunRefused(t *testing.T) {
	p, err := seating.Arrange(rostrum(3), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.CardRun(seating.CardWalk{Spare: -1})
	wantAt(t, err, "seating/no-choice", "from", "a walk begins somewhere")
	wantAt(t, err, "seating/bad-count", "spare", "cards are not owed")
}

// A table of cards to be laid row by row, back and forth, and ticked by two people.
func ExamplePlan_CardRun() {
	plan, err := seating.Arrange(rostrum(2, 3), people(5), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	run, err := plan.CardRun(seating.CardWalk{From: seating.ViewerLeft})
	if err != nil {
		fmt.Println(err)
		return
	}
	names := map[roster.PersonID]string{"p1": "赵一", "p2": "钱二", "p3": "孙三", "p4": "李四", "p5": "周五"}
	csv, err := run.AppendCSV(nil, func(id roster.PersonID) string { return names[id] })
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(csv))
	// Output:
	// lay,check,area,row,number,person,name,laid,checked
	// 1,5,rostrum,1,1,p1,赵一,,
	// 2,4,rostrum,1,2,p2,钱二,,
	// 3,3,rostrum,2,3,p4,李四,,
	// 4,2,rostrum,2,2,p3,孙三,,
	// 5,1,rostrum,2,1,p5,周五,,
}
