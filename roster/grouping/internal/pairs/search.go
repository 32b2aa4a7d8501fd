package pairs

// A Result is the best grouping found.
type Result struct {
	At    []int32 // by person
	Cost  int64
	Steps int64
}

// Search spends steps, each a look at a person or at an exchange of two, on finding a
// cheap grouping. It calls tick with the steps spent so far every few thousand of them
// and ends if tick returns false. There must be at least two people; a start is not needed.
func Search(p *Problem, seed uint64, steps int64, tick func(steps int64) bool) Result {
	most, either := p.extent()
	largest := int64(0)
	for _, n := range p.Hi {
		largest = max(largest, int64(n))
	}
	if largest*int64(either) < 1<<27 {
		return search(p, 2*most, 1<<28, seed, steps, tick)
	}
	return search(p, 2*int64(most), 1<<60, seed, steps, tick)
}

func search[T int32 | int64](p *Problem, slack T, top uint64, seed uint64, steps int64, tick func(int64) bool) Result {
	groups := len(p.Lo)
	e := &engine[T]{
		p: p, n: p.N, free: p.free(), slack: slack, top: top,
		at: make([]int32, p.N), near: make([]T, groups*p.N), own: make([]T, p.N),
		members: make([][]int32, groups), seat: make([]int32, p.N),
		best: make([]int32, p.N), bestCost: 1 << 62,
		limit: make([]T, len(p.Accept)),
		going: make([]T, p.N), coming: make([]T, p.N), who: make([]int32, p.N),
		random: seed*0x9e3779b97f4a7c15 + 1, most: steps, tick: tick,
	}
	for g := range e.members {
		e.members[g] = make([]int32, 0, p.Hi[g])
	}
	plan := newPlan(e)
	plan.follow()
	return Result{At: e.best, Cost: e.bestCost, Steps: e.steps}
}

// A plan spends the steps: on one long run, or on several and on what they have in
// common.
type plan[T int32 | int64] struct {
	e     *engine[T]
	sizes []int32
	start []int32
	pool  []member
}

// A member of the pool is a grouping found by one run.
type member struct {
	at   []int32
	cost int64
}

func newPlan[T int32 | int64](e *engine[T]) *plan[T] {
	return &plan[T]{e: e, sizes: e.p.sizes(), start: make([]int32, e.n)}
}

// scatter puts people into groups of the sizes chosen, at random.
func (l *plan[T]) scatter() {
	k := 0
	for g, n := range l.sizes {
		for range n {
			l.start[k] = int32(g)
			k++
		}
	}
	for i := len(l.start) - 1; i > 0; i-- {
		j := l.e.below(i + 1)
		l.start[i], l.start[j] = l.start[j], l.start[i]
	}
	l.e.set(l.start)
}

// Measured on random and on geometric numbers. A run begins where so many of 2^20
// exchanges, divided by the people, would be made from a local optimum, and ends at a
// share of that temperature; one that improves on what two groupings have in common
// begins at another. Few people have a pool.
const (
	hotRate   = 300_000
	coldShare = 25 // per cent
	warmShare = 70 // per cent

	pooled     = 240 // people, at most
	poolSize   = 4
	poolRounds = 6
)

func (l *plan[T]) follow() {
	e := l.e
	l.scatter()
	e.keep()
	if len(l.sizes) < 2 {
		return
	}
	e.anneal(min(8*int64(e.n)*int64(e.n), e.most/16), 0, 0)
	hot := e.warmth(max(hotRate/int64(e.n), 1))
	cold := hot * coldShare / 100
	if e.n > pooled {
		l.scatter()
		e.anneal(e.most-e.steps, hot, cold)
		return
	}
	share := max((e.most-e.steps)/(poolSize+poolRounds), 1)
	for range poolSize {
		l.scatter()
		e.anneal(share, hot, cold)
		l.pool = append(l.pool, member{append([]int32(nil), e.at...), e.cost})
	}
	for e.steps < e.most && !e.ended {
		a := e.below(len(l.pool))
		b := e.below(len(l.pool) - 1)
		if b >= a {
			b++
		}
		l.cross(&l.pool[a], &l.pool[b])
		e.anneal(share, hot*warmShare/100, cold)
		l.admit()
	}
}

// cross makes a start of two groupings: the groups of the one and of the other in
// turn, those first that cost least, each without the people already taken; who is
// left over goes where there is room.
func (l *plan[T]) cross(a, b *member) {
	e := l.e
	groups := len(e.p.Lo)
	at := l.start
	for i := range at {
		at[i] = -1
	}
	room := make([]int32, groups)
	for _, g := range a.at {
		room[g]++
	}
	open := make([]bool, groups)
	for g := range open {
		open[g] = true
	}
	cost := make([]int64, groups)
	size := make([]int32, groups)
	for turn := range groups {
		from := a
		if turn%2 == 1 {
			from = b
		}
		clear(cost)
		clear(size)
		for i, g := range from.at {
			if at[i] >= 0 {
				continue
			}
			size[g]++
			for j, c := range e.p.Cost[i*e.n:][:i] {
				if from.at[j] == g && at[j] < 0 {
					cost[g] += int64(c)
				}
			}
		}
		// The best group goes to the smallest open place that holds it.
		pick, to := -1, -1
		for g := range groups {
			if pick < 0 || cost[g] < cost[pick] {
				pick = g
			}
		}
		for g := range groups {
			if !open[g] {
				continue
			}
			fits, was := room[g] >= size[pick], to >= 0 && room[to] >= size[pick]
			if to < 0 || fits && (!was || room[g] < room[to]) || !fits && !was && room[g] > room[to] {
				to = g
			}
		}
		open[to] = false
		for i, g := range from.at {
			if at[i] < 0 && int(g) == pick && room[to] > 0 {
				at[i] = int32(to)
				room[to]--
			}
		}
	}
	for i := range at {
		if at[i] < 0 {
			g := e.below(groups)
			for room[g] == 0 {
				g = (g + 1) % groups
			}
			at[i] = int32(g)
			room[g]--
		}
	}
	e.set(at)
}

// admit puts the grouping into the pool in place of the worst, unless it is no
// better than that or costs the same as another.
func (l *plan[T]) admit() {
	worst := 0
	for k := range l.pool {
		if l.pool[k].cost == l.e.cost {
			return
		}
		if l.pool[k].cost > l.pool[worst].cost {
			worst = k
		}
	}
	if w := &l.pool[worst]; l.e.cost < w.cost {
		copy(w.at, l.e.at)
		w.cost = l.e.cost
	}
}
