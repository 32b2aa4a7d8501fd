package grouping

import (
	"fmt"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestAcceptTable(t *testing.T) {
	for i, got := range acceptTable {
		want := -math.Log((float64(i)+0.5)/float64(len(acceptTable))) * acceptUnit
		if math.Abs(float64(got)-want) > 0.5+1e-6 {
			t.Errorf("entry %d is %d, want %.3f rounded", i, got, want)
		}
	}
	sum := crc32.NewIEEE()
	for _, n := range acceptTable {
		fmt.Fprintf(sum, "%d,", n)
	}
	source, err := os.ReadFile("tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if note := fmt.Sprintf("followed by a comma: %08x.", sum.Sum32()); !strings.Contains(string(source), note) {
		t.Errorf("the head of tables.go does not say %q", note)
	}
}

// TestSpread compares the bisection with people placed one by one, each where one
// more costs least.
func TestSpread(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		groups := 1 + random.IntN(5)
		from, share := make([]int32, groups), make([]int32, groups)
		for g := range groups {
			from[g], share[g] = random.Int32N(5), random.Int32N(9)
		}
		rest := random.Int32N(12)
		want := slices.Clone(from)
		for range rest {
			best := 0
			for g := range groups {
				if 2*want[g]-share[g] < 2*want[best]-share[best] {
					best = g
				}
			}
			want[best]++
		}
		total := int64(0)
		for g := range groups {
			total += cost(want[g], share[g])
		}
		if got := spread(from, share, rest); got != total {
			t.Fatalf("spread(%v, %v, %d) = %d, want %d", from, share, rest, got, total)
		}
	}
}
