package grouping_test

import (
	"testing"

	"github.com/huiwu-go/huiwu/roster/grouping"
)

// TestEvenSpread: where people may be anywhere, the even spread of five attributes is
// reached, and so proven, with few steps a person.
func TestEvenSpread(t *testing.T) {
	for _, c := range []struct {
		people, groups int
		steps          int64
	}{{300, 10, 300_000}, {820, 30, 500_000}, {3_000, 100, 1_000_000}, {10_000, 77, 1_000_000}} {
		p := skewed(c.people, c.groups)
		g, err := grouping.Allocate(t.Context(), p, &grouping.Options{Seed: 5, MaxSteps: c.steps})
		if err != nil || g.Status() != grouping.Optimal {
			t.Errorf("%d people in %d groups: value %v, status %v after %d steps (%v)", c.people, c.groups, g.Value(), g.Status(), g.Steps(), err)
			continue
		}
		if v, ps := grouping.Check(p, g.Draft()); ps.Failed() || v != (grouping.Value{}) {
			t.Errorf("%d people in %d groups: checked %v:\n%v", c.people, c.groups, v, ps)
		}
	}
}

// TestCongressSteps: with roles and people apart and together, exchanges and moves that
// aim at what is wrong take over where leveling stops, and need few steps.
func TestCongressSteps(t *testing.T) {
	p := congress()
	for seed := range uint64(5) {
		g, err := grouping.Allocate(t.Context(), p, &grouping.Options{Seed: seed, MaxSteps: 500_000})
		if err != nil || g.Status() != grouping.Optimal {
			t.Errorf("seed %d: value %v, status %v (%v)", seed, g.Value(), g.Status(), err)
		}
	}
}
