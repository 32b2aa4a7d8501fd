package golfer

import "math/bits"

// A Problem is n people, of whom all but those who sit out are put into groups, in every
// round anew.
type Problem struct {
	N, Groups, Rounds int
	Out               []bool  // [round·N+person]: sits out; equally many in every round
	Sizes             []int32 // by group, as many as do not sit out; nil differs by at most one
	Met               []int16 // [i·N+j]: meetings before the first round, up to 20,000; nil is none
	Leads             []bool  // by person: every group needs one of them; nil needs none
	Accept            []int32 // −ln u for u = (k+½)/len, in units; len is a power of two
	Unit              int32   // one temperature in Accept
}

// A Result is the best rounds found.
type Result struct {
	At    []int32 // [round·N+person]: the group, −1 sits out
	Cost  int64   // by pair, each meeting with each of the others; and Leaderless by group without a lead
	Steps int64
}

// Leaderless is what a group without one of Leads costs.
const Leaderless = 20_000

type engine struct {
	p       *Problem
	at      []int32
	members [][]int32 // [round·Groups+group]
	seat    []int32   // [round·N+person]
	meet    []int16   // [i·N+j]
	lead    []int32   // [round·Groups+group]: people who may lead it
	cost    int64
	slots   []int // groups, each as often as its size, in the order in which they fill
	random  uint64
	steps   int64
	best    Result
}

// Search spends up to so many steps, exchanges tried, on rounds with few repeats. It
// calls tick with the steps spent every few thousand of them and ends if tick
// returns false, or once nobody meets twice.
func Search(p *Problem, seed uint64, steps, least int64, tick func(steps int64) bool) Result {
	e := &engine{
		p: p, at: make([]int32, p.Rounds*p.N), seat: make([]int32, p.Rounds*p.N),
		members: make([][]int32, p.Rounds*p.Groups), meet: make([]int16, p.N*p.N),
		lead:   make([]int32, p.Rounds*p.Groups),
		random: seed*0x9e3779b97f4a7c15 + 1,
		best:   Result{At: make([]int32, p.Rounds*p.N), Cost: 1 << 62},
	}
	for g, size := range p.Sizes {
		for range size {
			e.slots = append(e.slots, g)
		}
	}
	for k := len(e.slots); k < p.N; k++ {
		e.slots = append(e.slots, k%p.Groups)
	}
	most := steps
	// Ever longer runs: from the field, if it gives rounds, then from chance.
	start := int64(p.N*p.Rounds) * 256
	for run := 0; e.best.Cost > least && e.steps < most; run++ {
		e.start(run%2 == 0)
		e.keep()
		if e.best.Cost <= least || !e.anneal(min(start<<min(run/2, 20), most-e.steps), least, run%2 == 0, tick) {
			break
		}
	}
	e.best.Steps = e.steps
	return e.best
}

func (e *engine) below(n int) int {
	hi, _ := bits.Mul64(e.next(), uint64(n))
	return int(hi)
}

// next returns 64 random bits (wyrand: a counter, multiplied and folded).
func (e *engine) next() uint64 {
	e.random += 0xa0761d6478bd642f
	hi, lo := bits.Mul64(e.random, e.random^0xe7037ed1a0b428db)
	return hi ^ lo
}

// start fills every round: by the field as far as it goes, if asked to, the others
// at random.
func (e *engine) start(algebraic bool) {
	p := e.p
	clear(e.meet)
	copy(e.meet, p.Met)
	clear(e.lead)
	e.cost = 0
	for x := range e.members {
		e.members[x] = e.members[x][:0]
	}
	f, ok := field{}, false
	if in := e.present(0); algebraic && p.Sizes == nil && len(in) == p.N && p.Groups <= 256 && p.N <= p.Groups*p.Groups {
		f, ok = newField(p.Groups)
	}
	size := (p.N + p.Groups - 1) / p.Groups
	for r := range p.Rounds {
		in := e.present(r)
		switch {
		case ok && r < p.Groups: // person (row, column) into group column + r·row
			for k, i := range in {
				e.sit(r, i, f.add[k%p.Groups*p.Groups+f.mul[r*p.Groups+k/p.Groups]])
			}
		case ok && r == p.Groups && p.Groups%size == 0 && p.N == size*p.Groups: // rows, in blocks
			for k, i := range in {
				e.sit(r, i, k/size)
			}
		default:
			for k := len(in) - 1; k > 0; k-- {
				j := e.below(k + 1)
				in[k], in[j] = in[j], in[k]
			}
			for k, i := range in {
				e.sit(r, i, e.slots[k])
			}
		}
	}
	if p.Leads != nil {
		for _, n := range e.lead {
			e.cost += leaderless(n)
		}
	}
}

// leaderless is what a group with so many leads costs.
func leaderless(n int32) int64 {
	if n == 0 {
		return Leaderless
	}
	return 0
}

// handOver returns what it costs that a lead leaves group x for y.
func (e *engine) handOver(x, y int) int64 {
	return leaderless(e.lead[x]-1) - leaderless(e.lead[x]) + leaderless(e.lead[y]+1) - leaderless(e.lead[y])
}

// present returns who does not sit out.
func (e *engine) present(r int) []int32 {
	var in []int32
	for i := range e.p.N {
		e.at[r*e.p.N+i] = -1
		if !e.p.Out[r*e.p.N+i] {
			in = append(in, int32(i))
		}
	}
	return in
}

// sit puts person i into group g of round r.
func (e *engine) sit(r int, i int32, g int) {
	x := r*e.p.Groups + g
	for _, m := range e.members[x] {
		e.join(i, m)
	}
	e.at[r*e.p.N+int(i)] = int32(g)
	e.seat[r*e.p.N+int(i)] = int32(len(e.members[x]))
	e.members[x] = append(e.members[x], i)
	if e.p.Leads != nil && e.p.Leads[i] {
		e.lead[x]++
	}
}

func (e *engine) join(i, j int32) {
	n := int32(e.p.N)
	e.cost += int64(e.meet[i*n+j])
	e.meet[i*n+j]++
	e.meet[j*n+i]++
}

func (e *engine) part(i, j int32) {
	n := int32(e.p.N)
	e.meet[i*n+j]--
	e.meet[j*n+i]--
	e.cost -= int64(e.meet[i*n+j])
}

func (e *engine) keep() {
	if e.cost < e.best.Cost {
		e.best.Cost = e.cost
		copy(e.best.At, e.at)
	}
}

const (
	// heats are in 1/1024 of one meeting again: from chance, from a good start, and
	// at the end.
	hot, warm, cold = 560, 330, 120

	chunk = 1 << 12
)

// anneal reports whether it may go on.
func (e *engine) anneal(steps, least int64, gentle bool, tick func(int64) bool) bool {
	from := int64(hot)
	if gentle {
		from = warm
	}
	for done := int64(0); done < steps; done += chunk {
		heat := from - (from-cold)*done/steps
		for range min(chunk, steps-done) {
			e.steps++
			e.try(heat)
		}
		e.keep()
		if !tick(e.steps) {
			return false
		}
		if e.best.Cost <= least {
			return true
		}
	}
	return true
}

// try proposes an exchange of two people in one round.
func (e *engine) try(heat int64) {
	p := e.p
	n, bits := p.N, e.next()
	r := int((bits & 0xffff) * uint64(p.Rounds) >> 16)
	i, j := int(bits>>16&0xffffff*uint64(n)>>24), int(bits>>40*uint64(n)>>24)
	g, h := e.at[r*n+i], e.at[r*n+j]
	if g == h || g < 0 || h < 0 {
		return
	}
	from, to := r*p.Groups+int(g), r*p.Groups+int(h)
	here, there := e.members[from], e.members[to]
	a, b := e.meet[i*n:][:n], e.meet[j*n:][:n]
	delta := int64(0)
	for _, m := range here {
		if m != int32(i) {
			delta += int64(b[m]) - int64(a[m]) + 1
		}
	}
	for _, m := range there {
		if m != int32(j) {
			delta += int64(a[m]) - int64(b[m]) + 1
		}
	}
	handed, cost := p.Leads != nil && p.Leads[i] != p.Leads[j], int64(0)
	if handed {
		if p.Leads[j] {
			from, to = to, from
		}
		cost = e.handOver(from, to)
		delta += cost
	}
	if delta > 0 {
		if delta*1024*int64(p.Unit) > heat*int64(p.Accept[e.next()&uint64(len(p.Accept)-1)]) {
			return
		}
		e.keep()
	}
	if handed {
		e.lead[from]--
		e.lead[to]++
		e.cost += cost
	}
	for _, m := range here {
		if m != int32(i) {
			e.part(int32(i), m)
			e.join(int32(j), m)
		}
	}
	for _, m := range there {
		if m != int32(j) {
			e.part(int32(j), m)
			e.join(int32(i), m)
		}
	}
	e.at[r*n+i], e.at[r*n+j] = h, g
	x, y := e.seat[r*n+i], e.seat[r*n+j]
	here[x], there[y] = int32(j), int32(i)
	e.seat[r*n+i], e.seat[r*n+j] = y, x
}
