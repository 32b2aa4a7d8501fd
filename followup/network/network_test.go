package network_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/network"
)

func edges(pairs ...int32) []network.Edge {
	var out []network.Edge
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, network.Edge{From: pairs[i], To: pairs[i+1]})
	}
	return out
}

func TestOrder(t *testing.T) {
	for name, tt := range map[string]struct {
		why   string
		nodes int
		edges []network.Edge
		want  []int32
	}{
		"empty":       {"no nodes, no order", 0, nil, nil},
		"free":        {"without edges the indices are the order", 3, nil, []int32{0, 1, 2}},
		"back":        {"edges decide before indices do", 3, edges(2, 1, 1, 0), []int32{2, 1, 0}},
		"cross edges": {"two ways to one node are no circle", 4, edges(0, 1, 0, 2, 1, 3, 2, 3, 0, 3), []int32{0, 1, 2, 3}},
		"choice":      {"the smallest that can come next", 5, edges(4, 0, 3, 1), []int32{2, 3, 1, 4, 0}},
	} {
		n, err := network.New(tt.nodes, tt.edges)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, slices.Collect(n.Order())); diff != "" || n.Len() != tt.nodes {
			t.Errorf("%s: %s (-want +got):\n%s", name, tt.why, diff)
		}
	}
}

func TestNeighbours(t *testing.T) {
	n, err := network.New(4, edges(3, 2, 0, 3, 0, 2, 1, 2))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int32{2, 3}, slices.Collect(n.Next(0))); diff != "" {
		t.Errorf("after 0 (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int32{0, 1, 3}, slices.Collect(n.Prev(2))); diff != "" {
		t.Errorf("before 2 (-want +got):\n%s", diff)
	}
}

func TestCircle(t *testing.T) {
	for name, tt := range map[string]struct {
		why   string
		edges []network.Edge
		want  []int32
		text  string
	}{
		"two":      {"each waits for the other", edges(5, 3, 3, 5), []int32{3, 5}, "nodes [3 5] wait for each other in a circle"},
		"three":    {"the path follows the edges, the smallest first", edges(4, 9, 9, 2, 2, 4), []int32{2, 4, 9}, "nodes [2 4 9] wait for each other in a circle"},
		"held up":  {"what a circle merely holds up is not on the path", edges(0, 1, 1, 2, 2, 1, 2, 0, 0, 3, 3, 4), nil, ""},
		"downhill": {"a tail behind the circle is not on the path", edges(7, 8, 8, 7, 8, 0, 0, 1), []int32{7, 8}, ""},
	} {
		_, err := network.New(10, tt.edges)
		c, ok := errors.AsType[*network.CycleError](err)
		if !ok {
			t.Errorf("%s: %v", name, err)
			continue
		}
		onCircle(t, tt.edges, c.Path)
		if tt.want != nil && !slices.Equal(c.Path, tt.want) || tt.text != "" && c.Error() != tt.text {
			t.Errorf("%s: %v, want %v: %s", name, c, tt.want, tt.why)
		}
	}
	var long []network.Edge
	for i := range int32(1000) {
		long = append(long, network.Edge{From: i, To: (i + 1) % 1000})
	}
	_, err := network.New(1000, long)
	if c, ok := errors.AsType[*network.CycleError](err); !ok || len(c.Path) != 1000 || c.Error() != "1000 nodes wait for each other in a circle, [0 1 2 3 4 5 6 7 8 9 10 11] and on" {
		t.Errorf("a circle of 1000: %v", err)
	}
}

// onCircle fails unless the path goes round by edges, without a node twice, the
// smallest first.
func onCircle(t interface{ Fatalf(string, ...any) }, all []network.Edge, path []int32) {
	for i, from := range path {
		if to := path[(i+1)%len(path)]; !slices.Contains(all, network.Edge{From: from, To: to}) {
			t.Fatalf("%v: no edge from %d to %d", path, from, to)
		}
	}
	sorted := slices.Sorted(slices.Values(path))
	if len(path) < 2 || len(slices.Compact(slices.Clone(sorted))) != len(path) || sorted[0] != path[0] {
		t.Fatalf("%v is not a circle with the smallest first", path)
	}
}

func TestInput(t *testing.T) {
	for name, tt := range map[string]struct {
		why   string
		nodes int
		edges []network.Edge
		want  []network.Finding
		text  string
	}{
		"all at once": {
			"every wrong edge is told", 3, edges(0, 1, 1, 1, 0, 3, -1, 0, 1, 2),
			[]network.Finding{{network.SelfEdge, 1}, {network.UnknownNode, 2}, {network.UnknownNode, 3}},
			"[1]: self-edge (and 2 more)",
		},
		"twice":    {"the later of two equal edges", 3, edges(1, 2, 0, 1, 1, 2, 0, 1, 1, 2), []network.Finding{{network.Duplicate, 2}, {network.Duplicate, 3}, {network.Duplicate, 4}}, "[2]: duplicate (and 2 more)"},
		"negative": {"no negative number of nodes", -1, nil, []network.Finding{{network.TooMany, -1}}, "too-many"},
		"too many": {"one more than the limit", network.MaxNodes + 1, nil, []network.Finding{{network.TooMany, -1}}, "too-many"},
		"no node":  {"an edge without nodes", 0, edges(0, 1), []network.Finding{{network.UnknownNode, 0}}, "[0]: unknown-node"},
	} {
		_, err := network.New(tt.nodes, tt.edges)
		e, ok := errors.AsType[*network.InputError](err)
		if !ok {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, e.Findings); diff != "" || e.Count != len(tt.want) || e.Error() != tt.text {
			t.Errorf("%s: %v, %s (-want +got):\n%s", name, e, tt.why, diff)
		}
	}
	_, err := network.New(1, slices.Repeat(edges(0, 0), 5000))
	if e, ok := errors.AsType[*network.InputError](err); !ok || len(e.Findings) != network.MaxFindings || e.Count != 5000 {
		t.Errorf("5000 wrong edges: %v", err)
	}
	if _, err := network.New(2, make([]network.Edge, network.MaxEdges+1)); err == nil || err.Error() != "too-many" {
		t.Errorf("one edge more than the limit: %v", err)
	}
	if n, err := network.New(network.MaxNodes, nil); err != nil || n.Len() != network.MaxNodes {
		t.Errorf("as many nodes as the limit: %v", err)
	}
	if got := network.Fault(200).String(); got != "Fault(200)" || !strings.Contains(network.NoStart.String(), "start") {
		t.Errorf("names of faults: %s, %s", got, network.NoStart)
	}
}

func genEdges(t *rapid.T, nodes int) []network.Edge {
	pair := rapid.Custom(func(t *rapid.T) network.Edge {
		a := rapid.Int32Range(0, int32(nodes)-1).Draw(t, "from")
		b := rapid.Int32Range(0, int32(nodes)-2).Draw(t, "to")
		if b >= a {
			b++
		}
		return network.Edge{From: a, To: b}
	})
	return rapid.SliceOfNDistinct(pair, 0, 2*nodes, func(e network.Edge) network.Edge { return e }).Draw(t, "edges")
}

// reaches says slowly whether one node leads to another over one edge or more.
func reaches(all []network.Edge, from, to int32, seen map[int32]bool) bool {
	for _, e := range all {
		if e.From == from && (e.To == to || !seen[e.To]) {
			if e.To == to {
				return true
			}
			seen[e.To] = true
			if reaches(all, e.To, to, seen) {
				return true
			}
		}
	}
	return false
}

// propNew: there is an order or a circle, both as the edges say, whatever the order
// of the edges.
func propNew(t *rapid.T) {
	nodes := rapid.IntRange(2, 9).Draw(t, "nodes")
	all := genEdges(t, nodes)
	circular := false
	for i := range int32(nodes) {
		circular = circular || reaches(all, i, i, map[int32]bool{})
	}
	n, err := network.New(nodes, all)
	m, again := network.New(nodes, rapid.Permutation(all).Draw(t, "permuted"))
	if fmt.Sprint(err) != fmt.Sprint(again) {
		t.Fatalf("%v, and with the edges in another order %v", err, again)
	}
	if (err != nil) != circular {
		t.Fatalf("%v, a circle: %v", err, circular)
	}
	if err != nil {
		c, ok := errors.AsType[*network.CycleError](err)
		if !ok {
			t.Fatalf("%v", err)
		}
		onCircle(t, all, c.Path)
		return
	}
	order := slices.Collect(n.Order())
	if !slices.Equal(order, slices.Collect(m.Order())) {
		t.Fatalf("the order depends on the order of the edges: %v", order)
	}
	var want []int32 // the slow twin: the smallest node that waits for nothing any more
	for len(want) < nodes {
		for i := range int32(nodes) {
			waits := slices.ContainsFunc(all, func(e network.Edge) bool { return e.To == i && !slices.Contains(want, e.From) })
			if !waits && !slices.Contains(want, i) {
				want = append(want, i)
				break
			}
		}
	}
	if diff := cmp.Diff(want, order); diff != "" {
		t.Fatalf("order (-want +got):\n%s", diff)
	}
}

func TestNewProperty(t *testing.T) { rapid.Check(t, propNew) }
func FuzzNew(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propNew)) }
