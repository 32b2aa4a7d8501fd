package followup

import (
	"errors"
	"slices"

	"github.com/huiwu-go/huiwu/followup/network"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxLinks is how many links of each kind an item holds to others.
const MaxLinks = 1000

// A LinkKind says how one item stands to another. The zero LinkKind is not valid.
type LinkKind uint8

// The kinds of links.
const (
	// PartOf (子事项): the item is a part of the other, its parent; there is one parent.
	PartOf LinkKind = iota + 1
	// DependsOn (前置事项): the item can begin only when the other is done.
	DependsOn
	// RelatesTo (相关事项): each has to do with the other. It is kept at both ends and
	// never makes a circle.
	RelatesTo
)

// IsValid reports whether k is one of the kinds above.
func (k LinkKind) IsValid() bool { return valid(linkKinds, k) }

// String returns the token, such as "part-of".
func (k LinkKind) String() string { return of(linkKinds, k).token }

// Label returns the Chinese term, "" if k is not valid.
func (k LinkKind) Label() string { return of(linkKinds, k).hans }

// MarshalText returns the token of a valid kind.
func (k LinkKind) MarshalText() ([]byte, error) { return write(linkKinds, k) }

// UnmarshalText reads a token.
func (k *LinkKind) UnmarshalText(text []byte) error { return read(k, linkKinds, text) }

// Linked (关联) ties an item to another. A second parent takes the place of the first.
type Linked struct {
	Act
	Link LinkKind      `json:"link"`
	To   roster.ItemID `json:"to"`
}

// Unlinked (取消关联) takes a link away.
type Unlinked struct {
	Act
	Link LinkKind      `json:"link"`
	To   roster.ItemID `json:"to"`
}

func (Linked) kind() Kind   { return KindLinked }
func (Unlinked) kind() Kind { return KindUnlinked }

func (e Linked) validate() check.Problems   { return e.Act.validateLink(e.Link, e.To) }
func (e Unlinked) validate() check.Problems { return e.Act.validateLink(e.Link, e.To) }

func (a Act) validateLink(k LinkKind, to roster.ItemID) check.Problems {
	ps := a.with("to", roster.CheckID("", roster.KindItem, to))
	if !k.IsValid() {
		ps.Add(badLink.At("link", itemArg(a), check.Int("n", int(k))))
	}
	if to == a.Item {
		ps.Add(selfLink.At("to", itemArg(a)))
	}
	return ps
}

// links returns the links of a kind, other than to the parent.
func (it *Item) links(k LinkKind) *[]roster.ItemID {
	if k == DependsOn {
		return &it.Depends
	}
	return &it.Relates
}

// has reports whether the item holds a link.
func (it *Item) has(k LinkKind, to roster.ItemID) bool {
	if k == PartOf {
		return it.Parent == to
	}
	_, ok := slices.BinarySearch(*it.links(k), to)
	return ok
}

// link ties the item to another.
func (it *Item) link(k LinkKind, to roster.ItemID) {
	if k == PartOf {
		it.Parent = to
		return
	}
	all := it.links(k)
	i, _ := slices.BinarySearch(*all, to)
	*all = slices.Insert(*all, i, to)
}

// unlink takes a link away.
func (it *Item) unlink(k LinkKind, to roster.ItemID) {
	if k == PartOf {
		it.Parent = ""
		return
	}
	all := it.links(k)
	if i, ok := slices.BinarySearch(*all, to); ok {
		*all = slices.Delete(*all, i, i+1)
	}
}

// circle returns the items that would wait for one another in a circle if an item were
// linked to another, in the order in which they would have to be done, the shortest
// such circle. A parent waits for its parts, and an item for what it depends on.
func (b Board) circle(e Linked) []roster.ItemID {
	if e.Link == RelatesTo {
		return nil
	}
	nodes, edges := b.waits(func(it *Item) bool { return it.ID == e.Item && e.Link == PartOf }) // that parent changes
	from, ok := nodes[e.To]
	to, known := nodes[e.Item]
	if !ok || !known {
		return nil
	}
	if e.Link == PartOf {
		from, to = to, from
	}
	// The link has the item "to" wait for the item "from": a circle if the other way
	// round one waits already.
	way, err := network.Way(len(b.items), edges, to, from)
	if err != nil {
		return nil // more items or links than a network holds
	}
	return b.named(way)
}

// named returns the items of nodes, nil for none.
func (b Board) named(path []int32) []roster.ItemID {
	var out []roster.ItemID
	for _, n := range path {
		out = append(out, b.items[n].ID)
	}
	return out
}

// waits returns the items as nodes of a network, and who has to be done before whom,
// each pair once; links to items that are not on file lead nowhere. The parents of
// some items can be left out.
func (b Board) waits(orphan func(*Item) bool) (map[roster.ItemID]int32, []network.Edge) {
	nodes := make(map[roster.ItemID]int32, len(b.items))
	for i, it := range b.items {
		nodes[it.ID] = int32(i)
	}
	var edges []network.Edge
	for i, it := range b.items {
		if parent, ok := nodes[it.Parent]; ok && it.Parent != "" && !orphan(it) && !b.items[parent].has(DependsOn, it.ID) {
			edges = append(edges, network.Edge{From: int32(i), To: parent})
		}
		for _, id := range it.Depends {
			if on, ok := nodes[id]; ok {
				edges = append(edges, network.Edge{From: on, To: int32(i)})
			}
		}
	}
	return nodes, edges
}

// Circle returns items that wait for one another in a circle, in the order in which
// they would have to be done; nil if none do. Commands refuse to close a circle, but
// two systems that each link rightly can close one together. Which one is found of
// several depends on the board alone.
func (b Board) Circle() []roster.ItemID {
	_, edges := b.waits(func(*Item) bool { return false })
	_, err := network.New(len(b.items), edges)
	c, ok := errors.AsType[*network.CycleError](err)
	if !ok {
		return nil
	}
	return b.named(c.Path)
}

// Blocked returns the items that an item waits for (受阻): those it depends on that are
// on file and still owe work, ascending. A cancelled one blocks nothing.
func (b Board) Blocked(id roster.ItemID) []roster.ItemID {
	it := b.find(id)
	if it == nil || !it.Stage.Open() {
		return nil
	}
	var out []roster.ItemID
	for _, on := range it.Depends {
		if other := b.find(on); other != nil && other.Stage.Open() {
			out = append(out, on)
		}
	}
	return out
}
