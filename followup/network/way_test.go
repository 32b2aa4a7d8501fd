package network_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/network"
)

func TestWay(t *testing.T) {
	for name, tt := range map[string]struct {
		why      string
		edges    []network.Edge
		from, to int32
		want     []int32
	}{
		"none":    {"edges lead one way only", edges(1, 0), 0, 1, nil},
		"itself":  {"a node is there already", nil, 2, 2, []int32{2}},
		"short":   {"the shortest", edges(0, 1, 1, 2, 2, 3, 0, 3), 0, 3, []int32{0, 3}},
		"least":   {"of two as short the smaller", edges(0, 2, 2, 3, 0, 1, 1, 3), 0, 3, []int32{0, 1, 3}},
		"circles": {"past a circle, and edges given twice", edges(0, 1, 1, 0, 1, 2, 1, 2, 2, 2), 0, 2, []int32{0, 1, 2}},
	} {
		got, err := network.Way(4, tt.edges, tt.from, tt.to)
		if diff := cmp.Diff(tt.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v, %s (-want +got):\n%s", name, err, tt.why, diff)
		}
	}
	for name, call := range map[string]func() ([]int32, error){
		"from":     func() ([]int32, error) { return network.Way(2, nil, 2, 0) },
		"to":       func() ([]int32, error) { return network.Way(2, nil, 0, -1) },
		"edge":     func() ([]int32, error) { return network.Way(2, edges(0, 2), 0, 1) },
		"negative": func() ([]int32, error) { return network.Way(-1, nil, 0, 0) },
		"many":     func() ([]int32, error) { return network.Way(network.MaxNodes+1, nil, 0, 0) },
	} {
		if got, err := call(); err == nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// propWay: there is a way exactly where the slow twin finds one; it goes by edges, and
// none is shorter, or as short and smaller.
func propWay(t *rapid.T) {
	nodes := rapid.IntRange(2, 7).Draw(t, "nodes")
	all := genEdges(t, nodes)
	from, to := rapid.Int32Range(0, int32(nodes)-1).Draw(t, "from"), rapid.Int32Range(0, int32(nodes)-1).Draw(t, "to")
	var best []int32
	var walk func(way []int32)
	walk = func(way []int32) {
		at := way[len(way)-1]
		if at == to {
			if best == nil || len(way) < len(best) || len(way) == len(best) && slices.Compare(way, best) < 0 {
				best = slices.Clone(way)
			}
			return
		}
		for _, e := range all {
			if e.From == at && !slices.Contains(way, e.To) {
				walk(append(slices.Clip(way), e.To))
			}
		}
	}
	walk([]int32{from})
	got, err := network.Way(nodes, all, from, to)
	if diff := cmp.Diff(best, got); err != nil || diff != "" {
		t.Fatalf("%v (-want +got):\n%s", err, diff)
	}
}

func TestWayProperty(t *testing.T) { rapid.Check(t, propWay) }
func FuzzWay(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propWay)) }
