package pairs

import "math/bits"

// An engine holds a grouping in the course of being improved. T is wide enough for
// what one person costs in a group, times four.
type engine[T int32 | int64] struct {
	p     *Problem
	n     int
	free  bool
	slack T      // twice the greatest cost of a pair
	top   uint64 // no limit is greater

	at      []int32
	near    []T // [group·n+person]: what the person costs with the members
	own     []T // by person: near in the own group
	members [][]int32
	seat    []int32
	cost    int64

	best     []int32
	bestCost int64

	heat  int64 // in 1/heatUnit
	limit []T   // what a change may cost, by random index, the greatest first

	going, coming []T     // of a visit: what people lose by changing groups alone
	who           []int32 // those of coming

	random uint64
	steps  int64
	most   int64
	tick   func(steps int64) bool
	ended  bool
}

const heatUnit = 1 << 12

// chunk is how many steps lie between two calls of tick, and between two rounds of
// exchanges of sizes: of those, resizes by the number of people, for the work of one
// grows with it.
const (
	chunk   = 1 << 12
	resizes = 1 << 14
)

// next returns 64 random bits (wyrand: a counter, multiplied and folded).
func next(state *uint64) uint64 {
	*state += 0xa0761d6478bd642f
	hi, lo := bits.Mul64(*state, *state^0xe7037ed1a0b428db)
	return hi ^ lo
}

func (e *engine[T]) below(n int) int { return int(next(&e.random) >> 32 * uint64(n) >> 32) }

// set puts everybody where at says.
func (e *engine[T]) set(at []int32) {
	clear(e.near)
	for g := range e.members {
		e.members[g] = e.members[g][:0]
	}
	copy(e.at, at)
	e.cost = 0
	for i, g := range e.at {
		e.seat[i] = int32(len(e.members[g]))
		e.members[g] = append(e.members[g], int32(i))
		near := e.near[int(g)*e.n:][:e.n]
		e.cost += int64(near[i])
		for k, c := range e.p.Cost[i*e.n:][:e.n] {
			near[k] += T(c)
		}
	}
	for i, g := range e.at {
		e.own[i] = e.near[int(g)*e.n+i]
	}
}

// keep remembers the grouping if it is the best so far.
func (e *engine[T]) keep() {
	if e.cost < e.bestCost {
		e.bestCost = e.cost
		copy(e.best, e.at)
	}
}

// swap exchanges the groups of i and j.
func (e *engine[T]) swap(i, j int, delta T) {
	n, g, h := e.n, e.at[i], e.at[j]
	ci, cj := e.p.Cost[i*n:][:n], e.p.Cost[j*n:][:n]
	here, there := e.near[int(g)*n:][:n], e.near[int(h)*n:][:n]
	for k := range here {
		d := T(cj[k] - ci[k])
		here[k] += d
		there[k] -= d
	}
	e.at[i], e.at[j] = h, g
	e.members[g][e.seat[i]], e.members[h][e.seat[j]] = int32(j), int32(i)
	e.seat[i], e.seat[j] = e.seat[j], e.seat[i]
	for _, k := range e.members[g] {
		e.own[k] = here[k]
	}
	for _, k := range e.members[h] {
		e.own[k] = there[k]
	}
	e.cost += int64(delta)
}

// move puts i into group h.
func (e *engine[T]) move(i int, h int32) {
	n, g := e.n, e.at[i]
	here, there := e.near[int(g)*n:][:n], e.near[int(h)*n:][:n]
	e.cost += int64(there[i] - here[i])
	for k, c := range e.p.Cost[i*n:][:n] {
		here[k] -= T(c)
		there[k] += T(c)
	}
	list := e.members[g]
	last := list[len(list)-1]
	list[e.seat[i]], e.seat[last] = last, e.seat[i]
	e.members[g] = list[:len(list)-1]
	e.seat[i] = int32(len(e.members[h]))
	e.members[h] = append(e.members[h], int32(i))
	e.at[i] = h
	for _, k := range e.members[g] {
		e.own[k] = here[k]
	}
	for _, k := range e.members[h] {
		e.own[k] = there[k]
	}
}

// cool sets the temperature.
func (e *engine[T]) cool(heat int64) {
	e.heat = heat
	for k, a := range e.p.Accept {
		hi, lo := bits.Mul64(uint64(heat), uint64(a))
		quo, _ := bits.Div64(hi, lo, uint64(e.p.Unit)*heatUnit) // heat is far below 2^62
		e.limit[k] = T(min(quo, e.top))
	}
}

// run visits pairs of groups until so many looks at a person, or at an exchange of
// two, are spent.
func (e *engine[T]) run(steps int64) {
	for left := steps; left > 0; {
		left -= e.visit()
	}
	e.steps += steps
}

// visit tries all exchanges between two groups, drawn, or until one moves over. It
// returns how many looks it took.
func (e *engine[T]) visit() int64 {
	r := next(&e.random)
	g, h := int(r&0xffffffff*uint64(len(e.members))>>32), int(r>>32*uint64(len(e.members)-1)>>32)
	if h >= g {
		h++
	}
	looks := int64(0)
	for from := 0; from < len(e.members[g]); {
		next, more := e.sweep(g, h, from)
		from, looks = next, looks+more
	}
	return looks
}

// sweep tries the moves from g to h, and the exchanges of those from a seat on, until
// one is accepted. What each person would lose by going alone leaves few exchanges
// open: those of two who lose more than any limit are never looked at. It returns the
// seat to go on from, and how many looks it took.
func (e *engine[T]) sweep(g, h, from int) (seat int, looks int64) {
	n, a, b := e.n, e.members[g], e.members[h]
	here, there, own := e.near[g*n:][:n], e.near[h*n:][:n], e.own[:n]
	going, coming, who := e.going[:len(a)], e.coming[:len(b)], e.who[:len(b)]
	leastGoing, leastComing := there[a[from]]-own[a[from]], here[b[0]]-own[b[0]]
	for k := from; k < len(a); k++ {
		going[k] = there[a[k]] - own[a[k]]
		leastGoing = min(leastGoing, going[k])
	}
	for _, j := range b {
		leastComing = min(leastComing, here[j]-own[j])
	}
	looks = int64(len(a) - from + len(b))
	most, mask := e.limit[0], uint64(len(e.limit)-1)
	if leastGoing <= most && len(a) > int(e.p.Lo[g]) && len(b) < int(e.p.Hi[h]) {
		for k := from; k < len(a); k++ {
			if x := going[k]; x <= most && x <= e.limit[next(&e.random)&mask] {
				if x > 0 {
					e.keep()
				}
				e.move(int(a[k]), int32(h))
				return len(a), looks
			}
		}
	}
	top := most + e.slack
	if leastGoing+leastComing > top {
		return len(a), looks
	}
	m := 0
	for _, j := range b {
		if y := here[j] - own[j]; leastGoing+y <= top {
			who[m], coming[m] = j, y
			m++
		}
	}
	for k := from; k < len(a); k++ {
		x := going[k]
		if x+leastComing > top {
			continue
		}
		row := e.p.Cost[int(a[k])*n:][:n]
		looks += int64(m)
		l := e.below(m) // who is alike would else be met in one order
		for range m {
			if l++; l >= m {
				l = 0
			}
			delta := x + coming[l] - 2*T(row[who[l]])
			if delta > most || delta > 0 && delta > e.limit[next(&e.random)&mask] {
				continue
			}
			if delta > 0 {
				e.keep()
			}
			e.swap(int(a[k]), int(who[l]), delta)
			return k + 1, looks
		}
	}
	return len(a), looks
}

// resize lets two groups exchange their sizes: those of the larger who cost least in
// the smaller go there, one by one. It is taken back unless it is accepted.
func (e *engine[T]) resize() {
	g, h := e.below(len(e.members)), e.below(len(e.members))
	if len(e.members[g]) < len(e.members[h]) {
		g, h = h, g
	}
	a, b := len(e.members[g]), len(e.members[h])
	if a == b || a > int(e.p.Hi[h]) || b < int(e.p.Lo[g]) {
		return
	}
	e.keep()
	before, from := e.cost, len(e.members[h])
	for len(e.members[h]) < a {
		who, least := -1, T(0)
		for _, i := range e.members[g] {
			if d := e.near[h*e.n+int(i)] - e.own[i]; who < 0 || d < least {
				who, least = int(i), d
			}
		}
		e.move(who, int32(h))
	}
	if e.cost-before > int64(e.limit[next(&e.random)&uint64(len(e.limit)-1)]) {
		for len(e.members[h]) > from {
			e.move(int(e.members[h][len(e.members[h])-1]), int32(g))
		}
	}
}

// anneal runs from one temperature to another, the last part without any.
func (e *engine[T]) anneal(steps, hot, cold int64) {
	steps = min(steps, e.most-e.steps)
	descent := steps / 32
	for done := int64(0); done < steps && !e.ended; {
		now := min(chunk, steps-done)
		if done < steps-descent {
			e.cool(hot - part(hot-cold, done, steps-descent))
		} else {
			e.cool(0)
		}
		if e.free {
			for range resizes/e.n + 1 {
				e.resize()
			}
		}
		e.run(now)
		done += now
		e.ended = e.ended || !e.tick(e.steps)
	}
	e.keep()
}

// part returns whole·n/of, rounded down; n is at most of.
func part(whole, n, of int64) int64 {
	hi, lo := bits.Mul64(uint64(whole), uint64(n))
	quo, _ := bits.Div64(hi, lo, uint64(of))
	return int64(quo)
}

// warmth returns the temperature at which so many of 2^20 exchanges would be made
// from the grouping as it is.
func (e *engine[T]) warmth(rate int64) int64 {
	var deltas [8192]int64
	for k := range deltas {
		i, j := e.below(e.n), e.below(e.n)
		for tries := 0; e.at[i] == e.at[j] && tries < 1024; tries++ {
			i, j = e.below(e.n), e.below(e.n)
		}
		g, h := int(e.at[i]), int(e.at[j])
		deltas[k] = max(int64(e.near[h*e.n+i]-e.own[i]+e.near[g*e.n+j]-e.own[j]-2*T(e.p.Cost[i*e.n+j])), 1)
	}
	lo, hi := int64(1), int64(1)<<42
	for lo < hi {
		e.cool((lo + hi) / 2)
		made := int64(0)
		for _, d := range deltas {
			a, b := 0, len(e.limit) // the limits fall
			for a < b {
				if mid := (a + b) / 2; int64(e.limit[mid]) >= d {
					a = mid + 1
				} else {
					b = mid
				}
			}
			made += int64(a)
		}
		if made<<20 >= rate*int64(len(deltas)*len(e.limit)) {
			hi = (lo + hi) / 2
		} else {
			lo = (lo+hi)/2 + 1
		}
	}
	return lo
}
