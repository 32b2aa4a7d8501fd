package pairs_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/grouping/internal/pairs"
)

// accept is a small table of thresholds.
func accept() []int32 {
	list := make([]int32, 64)
	for k := range list {
		list[k] = int32(math.Round(-math.Log((float64(k)+0.5)/64) * 1024))
	}
	return list
}

func forever(int64) bool { return true }

// genProblem draws sizes that admit n people, and costs of one sign or of both.
func genProblem(t *rapid.T, least, most int) *pairs.Problem {
	groups := rapid.IntRange(2, 4).Draw(t, "groups")
	p := &pairs.Problem{Accept: accept(), Unit: 1024}
	sizes := 0
	for range groups {
		size := rapid.IntRange(1, max(most/groups, 1)).Draw(t, "size")
		sizes += size
		p.Lo = append(p.Lo, int32(max(size-rapid.IntRange(0, 2).Draw(t, "down"), 1)))
		p.Hi = append(p.Hi, int32(size+rapid.IntRange(0, 2).Draw(t, "up")))
	}
	for p.N = sizes; p.N < least; p.N++ {
		p.Hi[0]++
		p.Lo[0]++
	}
	wide := rapid.SampledFrom([]int32{1, 100, 100_000_000}).Draw(t, "wide")
	low, high := -wide, wide
	switch rapid.IntRange(0, 2).Draw(t, "sign") {
	case 0:
		low = 0
	case 1:
		high = 0
	}
	p.Cost = make([]int32, p.N*p.N)
	for i := range p.N {
		for j := range i {
			c := rapid.Int32Range(low, high).Draw(t, "cost")
			p.Cost[i*p.N+j], p.Cost[j*p.N+i] = c, c
		}
	}
	return p
}

// keeps reports whether sizes are within their bounds.
func keeps(p *pairs.Problem, at []int32) bool {
	size := make([]int32, len(p.Lo))
	for _, g := range at {
		size[g]++
	}
	for g, n := range size {
		if n < p.Lo[g] || n > p.Hi[g] {
			return false
		}
	}
	return true
}

// best looks at every grouping.
func best(p *pairs.Problem) int64 {
	least, at := int64(math.MaxInt64), make([]int32, p.N)
	for {
		if keeps(p, at) {
			least = min(least, p.Total(at))
		}
		i := 0
		for ; i < p.N; i++ {
			if at[i]++; int(at[i]) < len(p.Lo) {
				break
			}
			at[i] = 0
		}
		if i == p.N {
			return least
		}
	}
}

// TestBest: eight people are put where they cost least of all groupings there are,
// nearly always.
func TestBest(t *testing.T) {
	missed := 0
	const tries = 60
	for k := range tries {
		p := random(8, 2+k%3)
		for g := range p.Lo { // 2 of 8 in 3 groups are left over
			p.Hi[g] += int32(1 + k%2)
			p.Lo[g] -= int32(k / 2 % 2)
		}
		for i := range p.Cost {
			if k%5 == 0 {
				p.Cost[i] = -p.Cost[i] // company is dear
			}
			if i, j := i/8, i%8; i != j {
				p.Cost[i*8+j] += int32((i*i + j*j + k) % 7)
			}
		}
		r := pairs.Search(p, uint64(k), 40_000, forever)
		if !keeps(p, r.At) || r.Cost != p.Total(r.At) {
			t.Fatalf("%d: %v costs %d, said to be %d", k, r.At, p.Total(r.At), r.Cost)
		}
		if r.Cost != best(p) {
			missed++
		}
	}
	if missed > tries/20 {
		t.Errorf("missed the best in %d of %d", missed, tries)
	}
}

// propSound: what comes back keeps the sizes and costs what it says, the steps are
// those asked for, and the same call gives the same.
func propSound(t *rapid.T) {
	p := genProblem(t, 4, 40)
	seed, steps := rapid.Uint64().Draw(t, "seed"), rapid.Int64Range(1, 40_000).Draw(t, "steps")
	r := pairs.Search(p, seed, steps, forever)
	if !keeps(p, r.At) || r.Cost != p.Total(r.At) || r.Steps != steps {
		t.Fatalf("%v: cost %d, want %d; steps %d, want %d", r.At, r.Cost, p.Total(r.At), r.Steps, steps)
	}
	if again := pairs.Search(p, seed, steps, forever); !slices.Equal(again.At, r.At) {
		t.Fatalf("%v, then %v", r.At, again.At)
	}
}

func TestSound(t *testing.T) { rapid.Check(t, propSound) }

func FuzzSound(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propSound)) }

// random makes n people in groups of one size with costs of 0 to −100.
func random(n, groups int) *pairs.Problem {
	source := rand.New(rand.NewPCG(uint64(n), uint64(groups)))
	p := &pairs.Problem{N: n, Cost: make([]int32, n*n), Accept: accept(), Unit: 1024}
	for range groups {
		p.Lo, p.Hi = append(p.Lo, int32(n/groups)), append(p.Hi, int32(n/groups))
	}
	for i := range n {
		for j := range i {
			c := -source.Int32N(101)
			p.Cost[i*n+j], p.Cost[j*n+i] = c, c
		}
	}
	return p
}

// TestInterrupted: the search ends when it is told to, with what it has.
func TestInterrupted(t *testing.T) {
	for _, n := range []int{40, 320} {
		p, calls := random(n, 8), 0
		r := pairs.Search(p, 1, 1<<40, func(int64) bool {
			calls++
			return calls < 20
		})
		if calls != 20 || !keeps(p, r.At) || r.Cost != p.Total(r.At) {
			t.Errorf("%d people: asked %d times, cost %d, want %d", n, calls, r.Cost, p.Total(r.At))
		}
	}
}

// TestNoAllocation: ten times the steps allocate no more. The counter is the whole
// process's, and the runtime allocates now and then on its own: the least of several runs.
func TestNoAllocation(t *testing.T) {
	p := random(250, 10)
	least := func(steps int64) float64 {
		n := testing.AllocsPerRun(1, func() { pairs.Search(p, 1, steps, forever) })
		for range 9 {
			n = min(n, testing.AllocsPerRun(1, func() { pairs.Search(p, 1, steps, forever) }))
		}
		return n
	}
	if few, many := least(100_000), least(1_000_000); many > few {
		t.Errorf("%v allocations in 100,000 steps, %v in 1,000,000", few, many)
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, c := range []struct {
		name      string
		n, groups int
		steps     int64
	}{{"120-10", 120, 10, 20_000_000}, {"240-12", 240, 12, 60_000_000}, {"480-20", 480, 20, 100_000_000}} {
		b.Run(c.name, func(b *testing.B) {
			p := random(c.n, c.groups)
			b.ReportAllocs()
			var r pairs.Result
			for b.Loop() {
				r = pairs.Search(p, 1, c.steps, forever)
			}
			b.ReportMetric(float64(-r.Cost), "value")
			b.ReportMetric(float64(c.steps), "steps")
		})
	}
}
