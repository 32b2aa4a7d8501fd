package grouping

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// hallWork is how many looks at a kind of units and a place may be spent.
const hallWork = 8_000_000

// hall reports people who may only be in places that do not take them all, and places
// that need more people than may be there: by Hall's theorem, in its form for numbers,
// there are none if, person by person, all find room.
func (b *builder) hall() {
	sort := b.sorts()
	if sort == nil {
		return
	}
	work := hallWork
	for h := range b.hard {
		c := &b.hard[h]
		if c.form != bounded {
			continue
		}
		kinds := b.restricted(c, sort)
		if len(kinds) == 0 || len(kinds) == 1 && kinds[0].units[0].allowed == nil {
			continue
		}
		if work -= len(kinds) * len(b.places); work < 0 {
			return
		}
		n, may := make([]int32, len(kinds)), make([][]int32, len(kinds))
		from := make([][]int32, len(b.places))
		for k, kind := range kinds {
			n[k] = kind.n
			for g := range int32(len(b.places)) {
				if kind.units[0].may(g) {
					may[k], from[g] = append(may[k], g), append(from[g], int32(k))
				}
			}
		}
		if crowd, places := squeeze(n, c.hi, may, from, &work); crowd != nil {
			b.squeezed(c, kinds, crowd, places)
		} else if places, _ := squeeze(c.lo, n, from, may, &work); places != nil {
			b.wanting(c, kinds, places)
		}
		if b.ps.Failed() {
			return
		}
	}
}

// sorts numbers the units by the places they may be in, 0 for anywhere; nil if all may be
// anywhere.
func (b *builder) sorts() []int32 {
	sort, index := make([]int32, len(b.units)), map[string]int32{}
	key := make([]byte, len(b.places))
	for i := range b.units {
		if b.units[i].allowed == nil {
			continue
		}
		clear(key)
		for g, ok := range b.units[i].allowed {
			if ok {
				key[g] = 1
			}
		}
		if index[string(key)] == 0 {
			index[string(key)] = int32(len(index) + 1)
		}
		sort[i] = index[string(key)]
	}
	if len(index) == 0 {
		return nil
	}
	return sort
}

// A hallKind is the units of a column that may be in the same places.
type hallKind struct {
	units []*unit
	n     int32 // people counted
}

// restricted divides those whom a column counts by the places they may be in, in the
// order of their first.
func (b *builder) restricted(c *column, sort []int32) []hallKind {
	var kinds []hallKind
	index, seen := map[int32]int{}, map[int32]bool{}
	for _, p := range c.people {
		i := b.unitOf[p]
		k, ok := index[sort[i]]
		if !ok {
			k = len(kinds)
			index[sort[i]] = k
			kinds = append(kinds, hallKind{})
		}
		kinds[k].n++
		if !seen[i] {
			seen[i] = true
			kinds[k].units = append(kinds[k].units, &b.units[i])
		}
	}
	return kinds
}

// squeeze sends so many people of each source into sinks with so much room, along the
// edges to, whose reverse is back. If they do not all find room it returns sources whose
// people do not, and the sinks that are all they reach; nil if they do, or if it would
// take long to say.
func squeeze(people, room []int32, to, back [][]int32, work *int) (sources, sinks []int32) {
	sent := make([]map[int32]int32, len(room)) // by sink: by source
	free := slices.Clone(room)
	for s, n := range people {
		for n > 0 {
			// Breadth first, from source to sink and back to those who were sent there.
			came := map[int32]int32{} // by sink: the source it was reached from
			through := map[int32]int32{int32(s): -1}
			queue, end := []int32{int32(s)}, int32(-1)
			for k := 0; k < len(queue) && end < 0; k++ {
				for _, t := range to[queue[k]] {
					if *work--; *work < 0 {
						return nil, nil
					}
					if _, ok := came[t]; ok {
						continue
					}
					came[t] = queue[k]
					if free[t] > 0 {
						end = t
						break
					}
					for _, o := range back[t] {
						if _, ok := through[o]; !ok && sent[t][o] > 0 {
							through[o] = t
							queue = append(queue, o)
						}
					}
				}
			}
			if end < 0 {
				for t := range int32(len(room)) {
					if _, ok := came[t]; ok {
						sinks = append(sinks, t)
					}
				}
				slices.Sort(queue)
				return queue, sinks
			}
			by := min(n, free[end])
			for t := end; through[came[t]] >= 0; t = through[came[t]] {
				by = min(by, sent[through[came[t]]][came[t]])
			}
			n -= by
			free[end] -= by
			for t := end; ; {
				o := came[t]
				if sent[t] == nil {
					sent[t] = map[int32]int32{}
				}
				sent[t][o] += by
				if t = through[o]; t < 0 {
					break
				}
				sent[t][o] -= by
			}
		}
	}
	return nil, nil
}

// squeezed reports the kinds whose people may only be in places.
func (b *builder) squeezed(c *column, kinds []hallKind, crowd, places []int32) {
	var units []*unit
	var people []int32
	n, most := int64(0), int64(0)
	for _, k := range crowd {
		units = append(units, kinds[k].units...)
		n += int64(kinds[k].n)
	}
	in := map[*unit]bool{}
	for _, u := range units {
		in[u] = true
	}
	for _, p := range c.people {
		if in[&b.units[b.unitOf[p]]] {
			people = append(people, p)
		}
	}
	slices.Sort(people)
	for _, g := range places {
		most += int64(c.hi[g])
	}
	rules := b.restricting(slices.Clone(c.rules), units...)
	b.impossible(placesOverfull.At(first(rules), ruleArg(rules...), b.placeArg(places),
		check.Int("n", n), check.Int("most", most), b.who("people", people)))
}

// wanting reports places that need more people than may be in any of them.
func (b *builder) wanting(c *column, kinds []hallKind, places []int32) {
	need, n := int64(0), int64(0)
	for _, g := range places {
		need += int64(c.lo[g])
	}
	var units []*unit
	for _, kind := range kinds {
		if slices.ContainsFunc(places, kind.units[0].may) {
			n += int64(kind.n)
		} else {
			units = append(units, kind.units...)
		}
	}
	rules := b.restricting(slices.Clone(c.rules), units...)
	b.impossible(placesShort.At(first(rules), ruleArg(rules...), b.placeArg(places), check.Int("need", need), check.Int("n", n)))
}

// placeArg is the argument for places.
func (b *builder) placeArg(places []int32) check.Arg {
	ids := make([]PlaceID, len(places))
	for k, g := range places {
		ids[k] = b.places[g]
	}
	return check.IDs("places", KindPlace, ids...)
}
