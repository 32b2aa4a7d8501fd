package nameorder

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Sort puts a list into the order of the names of its elements. Elements of equal
// names keep their order. It makes one key for each element and calls name once for
// each.
func Sort[T any](o Order, list []T, name func(T) Name) {
	byKey := sorted(o, len(list), func(i int) Name { return name(list[i]) })
	out := make([]T, len(list))
	for to, k := range byKey {
		out[to] = list[k.at]
	}
	copy(list, out)
}

// Sort puts names into order; see the function Sort.
func (o Order) Sort(names []Name) { Sort(o, names, func(n Name) Name { return n }) }

// IsSorted reports whether no name of a list comes before its predecessor.
func (o Order) IsSorted(names []Name) bool { return len(o.Inversions(names)) == 0 }

// A keyed is an element of a list with its key, whose first bytes stand in head.
type keyed struct {
	head uint64
	key  []byte
	at   int
}

func (k keyed) compare(l keyed) int {
	if k.head != l.head {
		return cmp.Compare(k.head, l.head)
	}
	return cmp.Or(bytes.Compare(k.key, l.key), cmp.Compare(k.at, l.at))
}

// sorted returns the n elements in order, those with equal keys as they came.
func sorted(o Order, n int, name func(int) Name) []keyed {
	o.must()
	list := make([]keyed, n)
	var keys []byte // a new piece when one is full: keys keep their place
	for i := range list {
		if cap(keys)-len(keys) < 256 {
			keys = make([]byte, 0, min(max(64*(n-i), 256), 1<<16))
		}
		start := len(keys)
		keys = o.AppendKey(keys, name(i))
		key := keys[start:len(keys):len(keys)]
		var head [8]byte
		copy(head[:], key)
		list[i] = keyed{binary.BigEndian.Uint64(head[:]), key, i}
	}
	slices.SortFunc(list, keyed.compare)
	return list
}

// An Inversion (逆序) is a place where a list breaks an order: the name at Index
// comes before the one that is printed in front of it.
type Inversion struct {
	Index   int            // of the second name of the pair, from 1
	Reasons []check.Reason // why it comes first, as [Order.Explain] gives them
}

// Inversions returns every place where a list breaks the order, from its beginning:
// each pair of neighbours of which the second comes before the first. A list is in
// order if there is none. Equal names break no order.
func (o Order) Inversions(names []Name) []Inversion {
	var found []Inversion
	for i := 1; i < len(names); i++ {
		if o.Compare(names[i-1], names[i]) > 0 {
			found = append(found, Inversion{i, o.Explain(names[i-1], names[i])})
		}
	}
	return found
}
