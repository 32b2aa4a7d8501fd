package golfer_test

import (
	"math"
	"testing"

	"github.com/huiwu-go/huiwu/roster/grouping/internal/golfer"
)

func accept() []int32 {
	list := make([]int32, 1024)
	for k := range list {
		list[k] = int32(math.Round(-math.Log((float64(k)+0.5)/1024) * 1024))
	}
	return list
}

func problem(groups, size, rounds int) *golfer.Problem {
	n := groups * size
	return &golfer.Problem{N: n, Groups: groups, Rounds: rounds, Out: make([]bool, n*rounds), Accept: accept(), Unit: 1024}
}

// count reckons the cost anew and finds sizes that differ by more than one.
func count(t testing.TB, p *golfer.Problem, at []int32) int64 {
	t.Helper()
	cost := int64(0)
	for i := range p.N {
		for j := range i {
			met := int64(0)
			for r := range p.Rounds {
				if g := at[r*p.N+i]; g >= 0 && g == at[r*p.N+j] {
					met++
				}
			}
			cost += met * (met - 1) / 2
		}
	}
	for r := range p.Rounds {
		sizes := make([]int, p.Groups)
		for i := range p.N {
			if g := at[r*p.N+i]; (g < 0) != p.Out[r*p.N+i] {
				t.Fatalf("round %d: person %d is in group %d", r, i, g)
			} else if g >= 0 {
				sizes[g]++
			}
		}
		for _, n := range sizes {
			if d := n - sizes[0]; d < -1 || d > 1 {
				t.Fatalf("round %d: sizes %v", r, sizes)
			}
		}
	}
	return cost
}

// TestField: with as many groups as a field has elements, nobody meets twice, in as
// many rounds as there are groups, and no exchange is tried.
func TestField(t *testing.T) {
	for _, q := range []int{2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27, 32} {
		for _, size := range []int{2, 3, q} {
			if size > q {
				continue
			}
			rounds := q
			if q%size == 0 {
				rounds++
			}
			p := problem(q, size, rounds)
			r := golfer.Search(p, 1, 1<<40, 0, func(int64) bool { return true })
			if cost := count(t, p, r.At); cost != 0 || r.Cost != 0 || r.Steps != 0 {
				t.Errorf("%d groups of %d, %d rounds: cost %d, said to be %d, %d steps", q, size, rounds, cost, r.Cost, r.Steps)
			}
		}
	}
}

// TestPadded: people may be missing from the last row.
func TestPadded(t *testing.T) {
	for _, n := range []int{17, 20, 25, 30} {
		p := problem(7, 1, 7)
		p.N, p.Out = n, make([]bool, n*7)
		r := golfer.Search(p, 1, 1<<40, 0, func(int64) bool { return true })
		if cost := count(t, p, r.At); cost != 0 || r.Steps != 0 {
			t.Errorf("%d people in 7 groups: cost %d, %d steps", n, cost, r.Steps)
		}
	}
}

// TestKnown: cases of the literature, by groups, size and rounds.
func TestKnown(t *testing.T) {
	for _, c := range []struct {
		groups, size, rounds int
		steps, want          int64
	}{
		{8, 4, 8, 0, 0},
		{8, 4, 9, 0, 0},
		{5, 3, 7, 20_000_000, 0},
		{10, 6, 6, 40_000_000, 0},
		{10, 8, 5, 4_000_000, 7},
		{8, 4, 10, 2_000_000, 40},
	} {
		p := problem(c.groups, c.size, c.rounds)
		r := golfer.Search(p, 1, max(c.steps, 1), 0, func(int64) bool { return true })
		if cost := count(t, p, r.At); cost != r.Cost || cost > c.want {
			t.Errorf("%d-%d-%d: cost %d, said to be %d, want at most %d; %d steps", c.groups, c.size, c.rounds, cost, r.Cost, c.want, r.Steps)
		} else {
			t.Logf("%d-%d-%d: cost %d, %d steps", c.groups, c.size, c.rounds, cost, r.Steps)
		}
	}
}
