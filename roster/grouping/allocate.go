package grouping

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// DefaultSteps is the number of steps if [Options] names none: about a second.
const DefaultSteps = 20_000_000

// Options are what [Allocate] may be told beside the problem. The zero Options is
// the default, and so is nil.
type Options struct {
	// Seed starts the random numbers. Another seed may find another grouping of
	// equal or nearly equal value.
	Seed uint64

	// MaxSteps is how many steps may be spent: groupings tried, or nodes of an
	// exact search. 0 is [DefaultSteps].
	MaxSteps int64

	// Relax (让步) names hard rules that may give if, and only if, all rules together
	// are proven to be impossible to keep. Then the answer breaks them by as little as it can before
	// anything else counts, and [Groups.Gave] says which and where. Sizes and rooms
	// never give: NearEven and Within are how to ask for that. [Allocate] alone heeds
	// it, and takes MaxSteps once more.
	Relax []Give

	// Progress, if set, is called on the caller's goroutine every few thousand
	// steps, some milliseconds apart.
	Progress func(Progress)
}

// Progress is how far a call has come.
type Progress struct {
	Steps, MaxSteps int64
	Found           bool  // a grouping that keeps every rule is known
	Excess          int64 // how far its cost, on the scale of the search, is above the bound; 0 if none is known
}

// ErrUndecided is returned when the steps are spent and neither a grouping that
// keeps every rule was found nor a proof that there is none. More steps may help.
var ErrUndecided = errors.New("neither a grouping that keeps every rule nor a proof that there is none was found")

func (o *Options) withDefaults() Options {
	if o == nil {
		o = &Options{}
	}
	d := *o
	if d.MaxSteps == 0 {
		d.MaxSteps = DefaultSteps
	}
	return d
}

// Validate reports a negative number of steps.
func (o *Options) Validate() check.Problems {
	var ps check.Problems
	if o != nil && o.MaxSteps < 0 {
		ps.Add(outOfRange.At("maxSteps", check.Int("n", o.MaxSteps), check.Int("least", 0), check.Int("most", int64(1)<<62)))
	}
	return ps
}

// Allocate divides the people among the places so that every rule is kept and the
// objective is met as well as it can. It returns
//
//   - a grouping, with its Status;
//   - findings (check.Problems) if the input is invalid;
//   - findings with [ErrInfeasible] as cause if the rules contradict each other;
//   - an error that wraps [ErrUndecided] if that remained open;
//   - if ctx ended, an error that wraps its cause, and the best grouping found so
//     far with status [Interrupted], or a zero Groups if there was none yet.
//
// A step takes a few ten nanoseconds: up to about two for each attribute balanced
// where two people of one standing are exchanged, more where rules are at stake, and
// about five where only sizes and [Pairs] are. Memory is in proportion to the people
// plus MaxCells at the most; with Pairs, to people times people and groups. It is safe
// for concurrent use.
func Allocate(ctx context.Context, p Problem, o *Options) (Groups, error) {
	ps := p.Validate()
	ps.In("options", o.Validate())
	options := o.withDefaults()
	ps.In("options", relaxing(&p, options.Relax))
	if err := ps.Err(); err != nil {
		return Groups{}, fmt.Errorf("allocate: %w", err)
	}
	g, err := allocate(ctx, p, options)
	if len(options.Relax) > 0 && errors.Is(err, ErrInfeasible) {
		p = relaxed(p, options.Relax)
		relax := slices.Clone(options.Relax)
		options.Relax = nil
		g, err = allocate(ctx, p, options)
		if g.state != nil {
			g.relax = relax
		}
	}
	if err != nil {
		return g, fmt.Errorf("allocate: %w", err)
	}
	return g, nil
}

func allocate(ctx context.Context, p Problem, o Options) (Groups, error) {
	m, ps := newModel(&p, nil)
	if err := ps.Err(); err != nil {
		return Groups{}, err
	}
	return newRun(ctx, m, o).solve(&p)
}

// A run is one call of Allocate.
type run struct {
	ctx     context.Context
	options Options
	src     *rand.PCG
	steps   int64
	stopped bool // the context has ended

	state *state
	heat  int64
	least int64 // the bound on the scale of the search

	found bool
	best  []int32 // the best grouping that keeps every rule
	cost  int64   // of best
}

func newRun(ctx context.Context, m *model, o Options) *run {
	r := &run{ctx: ctx, options: o, src: rand.NewPCG(o.Seed, 0), state: newState(m), best: make([]int32, len(m.units))}
	r.least, _ = m.least()
	return r
}

// poll is how often, in steps, a run looks at its context and reports.
const poll = 1 << 13

// step counts a step and reports whether there may be another after it.
func (r *run) step() bool {
	if r.steps&(poll-1) == 0 {
		r.look()
	}
	if r.stopped || r.steps >= r.options.MaxSteps {
		return false
	}
	r.steps++
	return true
}

// look looks at the context and reports.
func (r *run) look() {
	if r.ctx.Err() != nil {
		r.stopped = true
	}
	if r.options.Progress != nil {
		p := Progress{Steps: r.steps, MaxSteps: r.options.MaxSteps, Found: r.found}
		if r.found {
			p.Excess = r.cost - r.least
		}
		r.options.Progress(p)
	}
}

// done reports whether the state is proven to be the best.
func (r *run) done() bool { return r.state.off == 0 && r.state.cost == r.least }

// keep remembers the state if it is the best so far.
func (r *run) keep() {
	if s := r.state; s.off == 0 && (!r.found || s.cost < r.cost) {
		copy(r.best, s.at)
		r.found, r.cost = true, s.cost
	}
}

// The heat of a round falls from hottest times the greatest coefficient to coldest
// times the least. Warmer rounds wander, colder ones stick: both were measured.
const (
	hottest = heatUnit * 3 / 8
	coldest = heatUnit / 8
)

// search spends up to a number of steps on rounds of annealing, each longer than
// the one before.
func (r *run) search(budget int64) {
	m := r.state.m
	top, low := int64(1), int64(0)
	tell := func(c int64) {
		top = max(top, c)
		if low == 0 || c < low {
			low = c
		}
	}
	for x := range m.soft {
		tell(m.soft[x].coefficient)
	}
	for x := range m.wishes {
		tell(m.wishes[x].coefficient)
	}
	low = max(low, 1)
	hot, cold := hottest*top, coldest*low
	if m.pairs != nil {
		hot, cold = r.pairHeat(hot, cold)
	}
	for round := 32 * int64(len(m.units)); !r.done() && r.steps < budget && !r.stopped; round *= 2 {
		if m.pairs == nil {
			r.level(budget)
		}
		r.anneal(min(round, budget-r.steps), hot, cold)
	}
}

// Problems of at most exactUnits units are searched through, unless the bound
// proves the first answer; those of at most packUnits of which more than the size counts,
// for any answer, if none was found. Either search ends after exactNodes nodes.
const (
	exactUnits = 16
	packUnits  = 2_000
	exactNodes = 2_000_000
	exactAfter = 50_000 // steps of annealing that give the search a start
)

// polishSteps, by the square of the units, are enough to polish what pairs alone
// decide.
const polishSteps = 16

// solve is the plan of the call: construct, anneal, prove or polish.
func (r *run) solve(p *Problem) (Groups, error) {
	m := r.state.m
	budget := r.options.MaxSteps / 8 * 7
	small := len(m.units) <= exactUnits
	alone := !small && m.pairsAlone()
	if !alone { // the engine for pairs has a start of its own
		r.construct()
	}
	switch {
	case small:
		r.search(min(budget, exactAfter))
	case alone:
		budget = max(budget, r.options.MaxSteps-polishSteps*int64(len(m.units))*int64(len(m.units)))
		r.searchPairs(max(budget, 1))
	default:
		r.search(budget)
	}
	status := StepLimit
	_, bound := m.least()
	switch {
	case r.found && r.cost == r.least:
		status = Optimal
	case !r.stopped && (small || !r.found && m.tied() <= packUnits):
		prepare := newExact
		if !small {
			prepare = newFeasible
		}
		e := prepare(m, exactNodes, r.step)
		if r.found {
			r.restore()
			e.know(r.best, r.state.value())
		}
		complete := e.search()
		if e.found {
			r.adopt(e.best)
		}
		switch {
		case complete && e.found && small:
			status, bound = Optimal, e.value
		case complete && e.found: // any grouping will do to go on from
		case complete && len(r.options.Relax) > 0:
			return Groups{}, ErrInfeasible // not the place to say why
		case complete:
			return Groups{}, contradictions(r.ctx, p)
		}
	}
	if status != Optimal && small {
		r.search(budget)
		if r.found && r.cost == r.least {
			status = Optimal
		}
	}
	switch {
	case !r.found && r.stopped:
		return Groups{}, context.Cause(r.ctx)
	case !r.found:
		return Groups{}, ErrUndecided
	}
	r.restore()
	if status != Optimal && r.polish() {
		status = LocalOptimum
		if r.state.value() == bound {
			status = Optimal
		}
	}
	if status != Optimal && r.stopped {
		status = Interrupted
	}
	g := newGroups(r.state, bound, status, r.options.Seed, r.steps)
	if status == Interrupted {
		return g, context.Cause(r.ctx)
	}
	return g, nil
}

// adopt makes a grouping that keeps every rule the best one known.
func (r *run) adopt(at []int32) {
	copy(r.best, at)
	r.restore()
	r.found, r.cost = true, r.state.cost
}
