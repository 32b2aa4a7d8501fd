package grouping_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// fewestMoves looks at every assignment, those of few moves first, and returns the
// fewest people in another group than in was, and the least Value of those; false if no
// assignment keeps the rules.
func fewestMoves(p grouping.Problem, was map[roster.PersonID]grouping.PlaceID) (fewest int, best grouping.Value, found bool) {
	byMoves := make([][][]int, len(p.People)+1)
	at := make([]int, len(p.People))
	for {
		moved := 0
		for i, x := range p.People {
			if from := was[x.ID]; from != "" && from != p.Places[at[i]].ID {
				moved++
			}
		}
		byMoves[moved] = append(byMoves[moved], slices.Clone(at))
		i := 0
		for ; i < len(at); i++ {
			if at[i]++; at[i] < len(p.Places) {
				break
			}
			at[i] = 0
		}
		if i == len(at) {
			break
		}
	}
	for moved, list := range byMoves {
		for _, at := range list {
			if d, ok := appointed(p, draft(p, at)); ok {
				if v, ps := grouping.Check(p, d); !ps.Failed() && (!found || v.Compare(best) < 0) {
					best, found = v, true
				}
			}
		}
		if found {
			return moved, best, true
		}
	}
	return 0, best, false
}

// propFewest: of a draft in which anybody may be anywhere or nowhere, a repair makes as
// few moves as any grouping, of the least value, and says that they are the fewest.
func propFewest(t *rapid.T) {
	p := genProblem(t, exhaustible)
	was := map[roster.PersonID]grouping.PlaceID{}
	var before grouping.Draft
	for _, place := range p.Places {
		before.Groups = append(before.Groups, grouping.DraftGroup{Place: place.ID})
	}
	before.Groups = append(before.Groups, grouping.DraftGroup{Place: "gone"})
	for _, x := range p.People {
		if g := rapid.IntRange(-1, len(p.Places)).Draw(t, "was"); g >= 0 {
			before.Groups[g].Members = append(before.Groups[g].Members, x.ID)
			if g < len(p.Places) {
				was[x.ID] = p.Places[g].ID
			}
		}
	}
	want, best, found := fewestMoves(p, was)
	g, moves, err := grouping.Repair(t.Context(), p, before, nil)
	if !found {
		if !errors.Is(err, grouping.ErrInfeasible) {
			t.Fatalf("there is no grouping: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatalf("there is a grouping of %d moves: %v", want, err)
	}
	listed := 0
	for _, m := range moves {
		if was[m.Person] != "" {
			listed++
		}
	}
	moved, forced := g.Moved()
	if moved != want || forced != want || listed != want {
		t.Fatalf("%d moves, %d listed, %d forced; the fewest are %d", moved, listed, forced, want)
	}
	// Cut short, it still says nothing that is not so.
	if cut, _, err := grouping.Repair(t.Context(), p, before, &grouping.Options{MaxSteps: 300}); err == nil {
		if moved, forced := cut.Moved(); moved < want || forced > want {
			t.Fatalf("cut short %d moves, %d forced; the fewest are %d", moved, forced, want)
		}
	}
	if v, ps := grouping.Check(p, g.Draft()); ps.Failed() || v != best || g.Value() != best {
		t.Fatalf("value %v, checked %v; with %d moves %v is best:\n%v", g.Value(), v, want, best, ps)
	}
}

func TestFewest(t *testing.T) {
	t.Parallel() // the calls are safe side by side
	rapid.Check(t, propFewest)
}

func FuzzFewest(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propFewest)) }

// propForced: with more people than are searched through, the fewest moves are proven
// where rooms changed, people dropped out and others arrived.
func propForced(t *rapid.T) {
	groups := rapid.IntRange(2, 3).Draw(t, "groups")
	p := grouping.Problem{Places: grouping.Numbered(groups), Sizes: grouping.Within}
	before := grouping.Draft{Groups: make([]grouping.DraftGroup, groups)}
	n := rapid.IntRange(17, 22).Draw(t, "people")
	for i := range n {
		id := roster.PersonID(fmt.Sprintf("p%02d", i))
		p.People = append(p.People, grouping.Person{ID: id})
		if g := rapid.IntRange(-1, groups-1).Draw(t, "was"); g >= 0 {
			before.Groups[g].Members = append(before.Groups[g].Members, id)
		}
	}
	stays := make([]int, groups)
	room := 0
	for g := range p.Places {
		before.Groups[g].Place = p.Places[g].ID
		stays[g] = len(before.Groups[g].Members)
		p.Places[g].Max = max(stays[g]+rapid.IntRange(-3, 3).Draw(t, "room"), 1)
		room += p.Places[g].Max
	}
	if room < n {
		p.Places[0].Max += n - room
	}
	// Without rules the fewest moves are the people beyond the rooms, or who is missing
	// where nobody is.
	over, empty, wild := 0, 0, n
	for g := range p.Places {
		over += max(stays[g]-p.Places[g].Max, 0)
		wild -= stays[g]
		if stays[g] == 0 {
			empty++
		}
	}
	want := max(over, empty-wild)
	g, _, err := grouping.Repair(t.Context(), p, before, nil)
	if err != nil {
		t.Fatal(err)
	}
	if moved, forced := g.Moved(); moved != want || forced != want {
		t.Fatalf("%d moves, %d forced, want %d", moved, forced, want)
	}
}

func TestForced(t *testing.T) { rapid.Check(t, propForced) }
