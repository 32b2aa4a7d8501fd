package grouping

import (
	"fmt"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Meeting is people who shared a group, a table or a trip before.
type Meeting struct {
	People []roster.PersonID `json:"people"`

	// Weight is how much the meeting counts, 1 to MaxNumber; 0 is read as 1. Give
	// meetings of long ago less than those of yesterday.
	Weight int `json:"weight,omitzero"`
}

// Acquainted returns [Pairs] that ask for new acquaintances: each two of the people
// count with the weights of all meetings they shared, and groups are to hold as
// little of that as can be. Who is not among people is left out, so that a history
// may name others; fewer than two people ask nothing. An error is a [check.Problems]: somebody twice in a meeting or in
// people, a weight out of range, more people than MaxPaired, more than MaxListed
// named, or a sum above MaxDistance.
func Acquainted(people []roster.PersonID, met []Meeting) (Pairs, error) {
	var ps check.Problems
	limit(&ps, "people", len(people), MaxPaired)
	listed := 0
	for _, m := range met {
		listed += len(m.People)
	}
	limit(&ps, "met", max(listed, len(met)), MaxListed)
	if err := ps.Err(); err != nil {
		return Pairs{}, fmt.Errorf("acquainted: %w", err)
	}
	n := len(people)
	number := make(map[roster.PersonID]int, n)
	for i, id := range people {
		if _, again := number[id]; again {
			ps.Add(twice.At(check.Index("people", i), check.ID("id", roster.KindPerson, id)))
		}
		number[id] = i
	}
	sums := make([]int64, n*(n-1)/2)
	for k, m := range met {
		path := check.Index("met", k)
		within(&ps, check.Key(path, "weight"), m.Weight, 0, MaxNumber)
		var here []int
		seen := make(map[roster.PersonID]bool, len(m.People))
		for i, id := range m.People {
			if seen[id] {
				ps.Add(twice.At(check.Index(check.Key(path, "people"), i), check.ID("id", roster.KindPerson, id)))
			} else if at, ok := number[id]; ok {
				here = append(here, at)
			}
			seen[id] = true
		}
		slices.Sort(here)
		for x, i := range here {
			for _, j := range here[x+1:] {
				if sum := &sums[i*(2*n-i-1)/2+j-i-1]; *sum <= MaxDistance {
					if *sum += int64(max(m.Weight, 1)); *sum > MaxDistance {
						ps.Add(outOfRange.At(path, check.Int("n", *sum), check.Int("least", 0), check.Int("most", MaxDistance)))
					}
				}
			}
		}
	}
	if err := ps.Err(); err != nil {
		return Pairs{}, fmt.Errorf("acquainted: %w", err)
	}
	if n < 2 {
		return Pairs{}, nil
	}
	p := Pairs{Goal: Similar, People: slices.Clone(people), Distances: make([]int32, len(sums))}
	for k, sum := range sums {
		p.Distances[k] = int32(sum)
	}
	return p, nil
}
