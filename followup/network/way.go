package network

import "slices"

// Way returns the shortest way by edges from one node to another, both on it; nil if
// there is none, and of several the one whose first step leads to the smallest node,
// and so on. It also works where the edges run in a circle: an edge from a to b would close
// one if there is a way from b to a. Edges may stand twice and come in any order;
// those that name unknown nodes are an [*InputError], and so are unknown ends, at the
// index -1.
func Way(nodes int, edges []Edge, from, to int32) ([]int32, error) {
	var found InputError
	if nodes < 0 || nodes > MaxNodes || len(edges) > MaxEdges {
		found.add(TooMany, -1)
		return nil, found.err()
	}
	known := func(n int32) bool { return n >= 0 && int(n) < nodes }
	if !known(from) || !known(to) {
		found.add(UnknownNode, -1)
	}
	for i, e := range edges {
		if !known(e.From) || !known(e.To) {
			found.add(UnknownNode, i)
		}
	}
	if err := found.err(); err != nil {
		return nil, err
	}
	// From the end backwards, so that steps counts the edges still to go.
	prev := listsOf(nodes, edges, func(e Edge) (int32, int32) { return e.To, e.From })
	steps := make([]int32, nodes) // to the end, plus 1; 0 where it is not reached
	next := make([]int32, nodes)
	steps[to] = 1
	for wave := []int32{to}; len(wave) > 0 && steps[from] == 0; {
		var further []int32
		for _, at := range wave { // ascending: the first to reach a node is the smallest
			for _, before := range prev.of(at) {
				if steps[before] == 0 {
					steps[before], next[before] = steps[at]+1, at
					further = append(further, before)
				}
			}
		}
		slices.Sort(further)
		wave = further
	}
	if steps[from] == 0 {
		return nil, nil
	}
	way := []int32{from}
	for at := from; at != to; {
		at = next[at]
		way = append(way, at)
	}
	return way, nil
}
