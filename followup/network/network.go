package network

import (
	"container/heap"
	"fmt"
	"iter"
	"slices"
)

// Limits on what [New] accepts.
const (
	MaxNodes = 1_000_000
	MaxEdges = 4_000_000
)

// An Edge says that To can begin only when From is done. Both are indices of nodes.
type Edge struct {
	From int32 `json:"from"`
	To   int32 `json:"to"`
}

// A Fault says what is wrong with one edge or one work. The zero Fault is none.
type Fault uint8

// The faults.
const (
	TooMany     Fault = iota + 1 // more nodes or edges than the limits; a negative number of nodes
	UnknownNode                  // an edge names a node that does not exist
	SelfEdge                     // an edge leads from a node to itself
	Duplicate                    // the same edge was given before
	BadDays                      // the days of a work are negative or more than MaxDays
	NoCalendar                   // a work has no calendar
	WrongCount                   // there are not as many works as nodes
	NoStart                      // the start is no date
)

var faults = [...]string{"none", "too-many", "unknown-node", "self-edge", "duplicate", "bad-days", "no-calendar", "wrong-count", "no-start"}

// String returns the token, such as "self-edge".
func (f Fault) String() string {
	if int(f) >= len(faults) {
		return fmt.Sprintf("Fault(%d)", uint8(f))
	}
	return faults[f]
}

// A Finding is a fault and the index of the edge or work that has it, -1 if it is
// about the whole.
type Finding struct {
	Fault Fault
	Index int
}

// MaxFindings is how many findings an [InputError] keeps; the others are counted.
const MaxFindings = 1000

// An InputError holds everything that is wrong with edges or works, in the order
// of their indices.
type InputError struct {
	Findings []Finding // the first MaxFindings
	Count    int       // of all
}

// Error returns the first finding and the number of the others.
func (e *InputError) Error() string {
	first := e.Findings[0]
	text := first.Fault.String()
	if first.Index >= 0 {
		text = fmt.Sprintf("[%d]: %s", first.Index, text)
	}
	if e.Count > 1 {
		text += fmt.Sprintf(" (and %d more)", e.Count-1)
	}
	return text
}

func (e *InputError) add(f Fault, index int) {
	if e.Count++; len(e.Findings) < MaxFindings {
		e.Findings = append(e.Findings, Finding{f, index})
	}
}

func (e *InputError) err() error {
	if e.Count == 0 {
		return nil
	}
	return e
}

// A CycleError is a circle: each node of the path leads to the next by an edge, and
// the last to the first. No node stands twice, the smallest stands first, and a path
// has two nodes at least.
type CycleError struct{ Path []int32 }

// Error names the first nodes of the path.
func (e *CycleError) Error() string {
	const shown = 12
	if len(e.Path) <= shown {
		return fmt.Sprintf("nodes %v wait for each other in a circle", e.Path)
	}
	return fmt.Sprintf("%d nodes wait for each other in a circle, %v and on", len(e.Path), e.Path[:shown])
}

// A Network is a set of nodes and edges without a circle, built by [New]. The zero
// Network has no nodes. A Network never changes and is safe for concurrent use.
type Network struct {
	order []int32 // every node after those that lead to it
	next  lists   // where a node leads
	prev  lists   // what leads to a node
}

// lists are the neighbours of every node, one list after the other.
type lists struct {
	first []int32 // of node i: at[first[i]:first[i+1]]
	at    []int32
}

func (l lists) of(node int32) []int32 { return l.at[l.first[node]:l.first[node+1]] }

// listsOf sorts edges into lists, which come out in the order of the edges.
func listsOf(nodes int, edges []Edge, ends func(Edge) (node, other int32)) lists {
	l := lists{make([]int32, nodes+1), make([]int32, len(edges))}
	for _, e := range edges {
		node, _ := ends(e)
		l.first[node+1]++
	}
	for i := range nodes {
		l.first[i+1] += l.first[i]
	}
	fill := slices.Clone(l.first)
	for _, e := range edges {
		node, other := ends(e)
		l.at[fill[node]] = other
		fill[node]++
	}
	return l
}

// arrange returns indices in the order of their keys, nodes; equal ones stay in the
// order they have. It counts rather than compares.
func arrange(nodes int, indices []int32, key func(int32) int32) []int32 {
	place := make([]int32, nodes+1)
	for _, i := range indices {
		place[key(i)+1]++
	}
	for i := range nodes {
		place[i+1] += place[i]
	}
	out := make([]int32, len(indices))
	for _, i := range indices {
		k := key(i)
		out[place[k]] = i
		place[k]++
	}
	return out
}

// New returns the network of nodes 0 to nodes-1. Edges may come in any order. An
// edge that is wrong or stands twice is an [*InputError] with all of them, a circle
// a [*CycleError]. Edges that stand twice are looked for once the others are right.
// It costs time in proportion to nodes and edges, and a logarithm of the nodes.
func New(nodes int, edges []Edge) (Network, error) {
	var found InputError
	if nodes < 0 || nodes > MaxNodes || len(edges) > MaxEdges {
		found.add(TooMany, -1)
		return Network{}, found.err()
	}
	for i, e := range edges {
		switch {
		case e.From < 0 || int(e.From) >= nodes || e.To < 0 || int(e.To) >= nodes:
			found.add(UnknownNode, i)
		case e.From == e.To:
			found.add(SelfEdge, i)
		}
	}
	if err := found.err(); err != nil {
		return Network{}, err
	}
	order := make([]int32, len(edges)) // of the edges: by From, then To, then index
	for i := range order {
		order[i] = int32(i)
	}
	order = arrange(nodes, order, func(i int32) int32 { return edges[i].To })
	order = arrange(nodes, order, func(i int32) int32 { return edges[i].From })
	sorted := make([]Edge, len(edges))
	var twice []int32
	for k, i := range order {
		if sorted[k] = edges[i]; k > 0 && sorted[k-1] == edges[i] {
			twice = append(twice, i)
		}
	}
	slices.Sort(twice)
	for _, i := range twice {
		found.add(Duplicate, int(i))
	}
	if err := found.err(); err != nil {
		return Network{}, err
	}
	n := Network{
		next: listsOf(nodes, sorted, func(e Edge) (int32, int32) { return e.From, e.To }),
		prev: listsOf(nodes, sorted, func(e Edge) (int32, int32) { return e.To, e.From }),
	}
	n.order = n.sort(nodes)
	if len(n.order) < nodes {
		return Network{}, &CycleError{n.circle(nodes)}
	}
	return n, nil
}

// ready is a heap of nodes, the smallest first.
type ready []int32

func (r ready) Len() int           { return len(r) }
func (r ready) Less(i, j int) bool { return r[i] < r[j] }
func (r ready) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *ready) Push(x any)        { *r = append(*r, x.(int32)) } //nolint:forcetypeassert // pushed in this file alone

// Pop takes the last node off the heap.
func (r *ready) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}

// sort returns the nodes in order, without those that a circle holds up.
func (n Network) sort(nodes int) []int32 {
	waits := make([]int32, nodes)
	var now ready
	for i := range waits {
		if waits[i] = int32(len(n.prev.of(int32(i)))); waits[i] == 0 {
			now = append(now, int32(i)) // ascending, hence a heap
		}
	}
	order := make([]int32, 0, nodes)
	for len(now) > 0 {
		at, _ := heap.Pop(&now).(int32)
		order = append(order, at)
		for _, to := range n.next.of(at) {
			if waits[to]--; waits[to] == 0 {
				heap.Push(&now, to)
			}
		}
	}
	return order
}

// circle returns the path of a circle among the nodes that the order leaves out:
// every one of them waits for another of them, so that going back along the smallest
// of those must come round.
func (n Network) circle(nodes int) []int32 {
	free := make([]bool, nodes)
	for _, at := range n.order {
		free[at] = true
	}
	at := int32(slices.Index(free, false))
	seen := make([]int32, nodes) // step at which a node was passed, from 1
	var back []int32
	for seen[at] == 0 {
		back = append(back, at)
		seen[at] = int32(len(back))
		for _, from := range n.prev.of(at) {
			if !free[from] {
				at = from
				break
			}
		}
	}
	path := slices.Clone(back[seen[at]-1:])
	slices.Reverse(path) // from what comes before to what comes after
	least := slices.Index(path, slices.Min(path))
	return append(path[least:len(path):len(path)], path[:least]...)
}

// Len is the number of nodes.
func (n Network) Len() int { return len(n.order) }

// Order walks the nodes so that each comes after all that lead to it; of those that
// could come next the smallest does.
func (n Network) Order() iter.Seq[int32] { return slices.Values(n.order) }

// Next walks the nodes that a node leads to, ascending. The node must exist.
func (n Network) Next(node int32) iter.Seq[int32] { return slices.Values(n.next.of(node)) }

// Prev walks the nodes that lead to a node, ascending. The node must exist.
func (n Network) Prev(node int32) iter.Seq[int32] { return slices.Values(n.prev.of(node)) }
