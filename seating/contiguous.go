package seating

import (
	"cmp"
	"math"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Bounds of the search for fair areas.
const (
	DefaultSteps = 4_000
	MaxSteps     = 100_000
)

// A floor is the open chairs of a hall as a graph, with how far each is from the
// middle of the stage.
type floor struct {
	layout *Layout
	next   [][]int32 // chairs beside, before and behind a chair
	far    []int64   // millimetres from the middle of the stage
	has    []bool    // chairs with voting units
	owner  []int32   // bloc of people on a chair, -1 if nobody's
	seen   []int32   // by whom a chair was visited last
	visit  int32
	stack  []int32
}

// byAreas gives each bloc an area of its own whose chairs hang together: side by side
// in a row, also across an aisle, or one behind the other.
//
// It lays the blocs out along paths that go to and fro in strips of the hall, of every
// width that doubles the one before, keeps the layout in which their mean distances are
// least in squares, and then exchanges chairs at the borders, one for one, as long as
// that makes them less and steps are left. An area grows chair by chair from those that
// it has, so that it hangs together on any shape of hall.
func (h Hall) byAreas(l *Layout, blocks []block, guests []Guest, rest []int, open []bool) ([]sequence, check.Problems) {
	var ps check.Problems
	blocs := h.blocs(guests, rest)
	n := 0
	for _, is := range open {
		if is {
			n++
		}
	}
	if len(rest) > n {
		ps.Add(tooManyPeople.At("areas", check.Int("people", len(rest)), check.Int("seats", n)))
		return nil, ps
	}
	f := newFloor(l, open)
	failed, most := h.lay(f, l, blocks, blocs)
	if failed >= 0 {
		u := blocs[failed]
		ps.Add(noArea.At(check.Index("parties", u.nth-1), check.ID("party", roster.KindOrg, u.party),
			check.Int("people", len(u.guests)), check.Int("seats", most)))
		return nil, ps
	}
	f.improve(blocs, h.Steps)
	seqs := make([]sequence, len(blocs))
	for i, u := range blocs {
		seqs[i] = sequence{guests: u.guests, chain: i, party: u.party, nth: u.nth}
	}
	for seat, u := range f.owner {
		if u >= 0 {
			seqs[u].seats = append(seqs[u].seats, seat)
		}
	}
	if h.From == StartViewerRight {
		for i := range seqs {
			slices.SortFunc(seqs[i].seats, func(a, b int) int {
				return cmp.Or(cmp.Compare(l.row(a), l.row(b)), cmp.Compare(b, a))
			})
		}
	}
	return seqs, ps
}

// lay tries the paths and keeps the best layout. If there is none, it returns the first
// bloc that found no area, and how many chairs of those that were left hung together.
func (h Hall) lay(f *floor, l *Layout, blocks []block, blocs []bloc) (failed, most int) {
	inOrder := make([]int, len(blocs))
	for i := range inOrder {
		inOrder[i] = i
	}
	bySize := slices.Clone(inOrder)
	slices.SortStableFunc(bySize, func(a, b int) int {
		return cmp.Or(cmp.Compare(votesFirst(blocs[a]), votesFirst(blocs[b])), cmp.Compare(len(blocs[b].guests), len(blocs[a].guests)))
	})
	failed = -1
	for _, order := range [...][]int{inOrder, bySize} { // large delegations first, if they do not fit in order
		var best []int32
		var least int64
		for width, wide := 1, false; !wide; width *= 2 {
			var rank []int32
			rank, wide = h.path(l, blocks, width)
			u, largest := f.lay(rank, blocs, order)
			if u >= 0 {
				if failed < 0 {
					failed, most = u, largest
				}
				continue
			}
			if now := unfairness(f.means(len(blocs))); best == nil || now < least {
				best, least = slices.Clone(f.owner), now
			}
		}
		if best != nil {
			f.owner = best
			return -1, 0
		}
	}
	return failed, most
}

func votesFirst(u bloc) int {
	if u.votes {
		return 0
	}
	return 1
}

func newFloor(l *Layout, open []bool) *floor {
	f := &floor{layout: l, next: l.graph(open), far: l.distances(), has: make([]bool, l.Len()), owner: make([]int32, l.Len()), seen: make([]int32, l.Len())}
	for _, r := range l.rows {
		for seat := r.first; seat < r.first+r.len; seat++ {
			f.has[seat] = r.Voting
		}
	}
	return f
}

// serves reports whether a bloc of people may take a chair.
func (f *floor) serves(u bloc, seat int32) bool { return !u.votes || f.has[seat] }

// graph returns, for each open chair, the open chairs beside it in its row, before it
// and behind it: those of the next row that stand less than a chair to the side.
func (l *Layout) graph(open []bool) [][]int32 {
	const usual = 6 // beside, before and behind, where chairs stand half a chair apart
	next, store := make([][]int32, l.Len()), make([]int32, usual*l.Len())
	for seat := range next {
		next[seat] = store[usual*seat : usual*seat : usual*(seat+1)]
	}
	for i, r := range l.rows {
		both := func(a, b int) {
			if open[a] && open[b] {
				next[a], next[b] = append(next[a], int32(b)), append(next[b], int32(a))
			}
		}
		for seat := r.first + 1; seat < r.first+r.len; seat++ {
			both(seat-1, seat)
		}
		if i == 0 || l.rows[i-1].Area != r.Area {
			continue
		}
		front := l.rows[i-1]
		from := front.first
		for seat := r.first; seat < r.first+r.len; seat++ {
			x := l.seats[seat].At.X
			for from < front.first+front.len && l.seats[from].At.X <= x-r.Pitch {
				from++
			}
			for other := from; other < front.first+front.len && l.seats[other].At.X < x+r.Pitch; other++ {
				both(other, seat)
			}
		}
	}
	return next
}

// distances returns how far each chair is from the middle of the stage.
func (l *Layout) distances() []int64 {
	var stage Point
	for _, b := range l.boxes {
		if b.Kind == Stage {
			stage = Point{(b.Min.X + b.Max.X) / 2, (b.Min.Y + b.Max.Y) / 2}
		}
	}
	far := make([]int64, l.Len())
	for seat, s := range l.seats {
		dx, dy := int64(s.At.X-stage.X), int64(s.At.Y-stage.Y)
		far[seat] = root(dx*dx + dy*dy)
	}
	return far
}

// root is the whole square root.
func root(n int64) int64 {
	if n < 2 {
		return n
	}
	low, high := int64(1), int64(1)<<31
	for x := min(n/2+1, high); ; {
		y := (x + n/x) / 2
		if y >= x {
			return max(x, low)
		}
		x = y
	}
}

// path ranks the open chairs along strips of some columns: from the front to the back
// in the first strip, from the back to the front in the next, and to and fro in each row
// of a strip. It reports whether one strip is as wide as the hall.
func (h Hall) path(l *Layout, blocks []block, width int) (rank []int32, wide bool) {
	rank = slices.Repeat([]int32{-1}, l.Len())
	wide = true
	n := int32(0)
	for _, b := range blocks {
		low, high := Length(math.MaxInt32), Length(math.MinInt32)
		for _, row := range b.rows {
			low, high = min(low, l.seats[row[0]].At.X), max(high, l.seats[row[len(row)-1]].At.X)
		}
		strip := func(row []int, i int) int { // of the chair that is i-th from where the hall begins
			if h.From == StartViewerRight {
				return int((high-l.seats[row[len(row)-1-i]].At.X)/h.Pitch) / width
			}
			return int((l.seats[row[i]].At.X-low)/h.Pitch) / width
		}
		done := make([]int, len(b.rows)) // chairs of each row that have a rank
		for here := 0; len(b.rows) > 0 && here <= int((high-low)/h.Pitch)/width; here++ {
			wide = wide && here == 0
			for step := range b.rows {
				depth := step
				if here%2 == 1 {
					depth = len(b.rows) - 1 - step
				}
				row, first := b.rows[depth], done[depth]
				end := first
				for end < len(row) && strip(row, end) == here {
					end++
				}
				done[depth] = end
				for i := first; i < end; i++ {
					k := i
					if step%2 == 1 {
						k = first + end - 1 - i
					}
					if h.From == StartViewerRight {
						k = len(row) - 1 - k
					}
					rank[row[k]] = n
					n++
				}
			}
		}
	}
	return rank, wide
}

// lay gives each bloc in turn the first chairs along the path that hang together. It
// returns the bloc for which no area is left, with the size of the largest one, or -1.
func (f *floor) lay(rank []int32, blocs []bloc, order []int) (failed, largest int) {
	n := 0
	for seat := range f.owner {
		f.owner[seat] = -1
		n = max(n, int(rank[seat])+1)
	}
	path := make([]int32, n)
	for seat, at := range rank {
		if at >= 0 {
			path[at] = int32(seat)
		}
	}
	from, votes := 0, true
	for _, i := range order {
		if blocs[i].votes != votes {
			from, votes = 0, blocs[i].votes
		}
		for from < n && f.owner[path[from]] >= 0 {
			from++
		}
		area, most := f.find(path[from:], rank, blocs[i])
		if area == nil {
			return i, most
		}
		for _, seat := range area {
			f.owner[seat] = int32(i)
		}
	}
	return -1, 0
}

// find returns the first area along the path that is large enough for a bloc, else nil
// and the size of the largest one.
func (f *floor) find(path, rank []int32, u bloc) (area []int32, most int) {
	f.visit++
	for _, start := range path {
		if f.owner[start] >= 0 || f.seen[start] == f.visit || !f.serves(u, start) {
			continue
		}
		area = f.grow(rank, start, u)
		if len(area) == len(u.guests) {
			return area, 0
		}
		most = max(most, len(area))
	}
	return nil, most
}

// grow takes as many free chairs as a bloc needs that hang together with the first,
// always the earliest along the path of those next to the ones it has.
func (f *floor) grow(rank []int32, start int32, u bloc) []int32 {
	edge := border{rank: rank, seats: []int32{start}}
	f.seen[start] = f.visit
	var area []int32
	for len(edge.seats) > 0 && len(area) < len(u.guests) {
		seat := edge.take()
		area = append(area, seat)
		for _, other := range f.next[seat] {
			if f.seen[other] != f.visit && f.owner[other] < 0 && f.serves(u, other) {
				f.seen[other] = f.visit
				edge.put(other)
			}
		}
	}
	return area
}

// A border is a heap of chairs by their rank along a path.
type border struct {
	rank  []int32
	seats []int32
}

func (b *border) less(i, j int) bool { return b.rank[b.seats[i]] < b.rank[b.seats[j]] }

// put adds a chair.
func (b *border) put(seat int32) {
	b.seats = append(b.seats, seat)
	for i := len(b.seats) - 1; i > 0 && b.less(i, (i-1)/2); i = (i - 1) / 2 {
		b.seats[i], b.seats[(i-1)/2] = b.seats[(i-1)/2], b.seats[i]
	}
}

// take removes the chair that is first along the path.
func (b *border) take() int32 {
	first, last := b.seats[0], len(b.seats)-1
	b.seats[0], b.seats = b.seats[last], b.seats[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child+1 < last && b.less(child+1, child) {
			child++
		}
		if child >= last || !b.less(child, i) {
			return first
		}
		b.seats[i], b.seats[child] = b.seats[child], b.seats[i]
		i = child
	}
}

// A mean is a sum of distances over a number of chairs.
type mean struct{ sum, n int64 }

func (m mean) less(other mean) bool { return m.sum*other.n < other.sum*m.n }

// length is the mean in whole millimetres, rounded down.
func (m mean) length() Length { return Length(m.sum / max(m.n, 1)) }

func (f *floor) means(blocs int) []mean {
	means := make([]mean, blocs)
	for seat, u := range f.owner {
		if u >= 0 {
			means[u].sum += f.far[seat]
			means[u].n++
		}
	}
	return means
}

// unfairness is what the search makes small: the square of the mean distance of each
// bloc, for each of its people. As the sum of all distances hardly changes, that makes
// the means alike.
func unfairness(means []mean) int64 {
	sum := int64(0)
	for _, m := range means {
		sum += m.unfairness()
	}
	return sum
}

// unfairness counts in eighths of a millimetre.
func (m mean) unfairness() int64 {
	eighths := 8 * m.sum / max(m.n, 1)
	return m.n * eighths * eighths
}

// improve exchanges a chair of a bloc for a nearer one that is next to it, free or of
// another bloc, the furthest bloc first, as long as that makes the whole fairer and all
// areas hang together. A step is one pair of chairs looked at.
func (f *floor) improve(blocs []bloc, steps int) {
	means := f.means(len(blocs))
	stuck := make([]bool, len(blocs))
	for {
		taker := int32(-1)
		for u := range means {
			if !stuck[u] && (taker < 0 || means[taker].less(means[u])) {
				taker = int32(u)
			}
		}
		if taker < 0 || steps == 0 {
			return
		}
		var mine []int32
		for seat, u := range f.owner {
			if u == taker {
				mine = append(mine, int32(seat))
			}
		}
		slices.SortStableFunc(mine, func(a, b int32) int { return cmp.Compare(f.far[b], f.far[a]) })
		giver, done := f.exchange(taker, mine, means, blocs, &steps)
		if stuck[taker] = !done; done && giver >= 0 {
			stuck[giver] = false
		}
	}
}

// exchange makes the first exchange that helps, the furthest chair of a bloc first. It
// returns who gave the other chair, -1 if nobody sat there.
func (f *floor) exchange(taker int32, mine []int32, means []mean, blocs []bloc, steps *int) (giver int32, done bool) {
	var wanted []int32
	f.visit++
	for _, seat := range mine {
		for _, other := range f.next[seat] {
			if f.owner[other] != taker && f.seen[other] != f.visit && f.serves(blocs[taker], other) {
				f.seen[other] = f.visit
				wanted = append(wanted, other)
			}
		}
	}
	slices.SortFunc(wanted, func(a, b int32) int { return cmp.Or(cmp.Compare(f.far[a], f.far[b]), cmp.Compare(a, b)) })
	for _, given := range mine {
		for _, got := range wanted {
			if f.far[got] >= f.far[given] {
				break
			}
			if *steps == 0 {
				return -1, false
			}
			*steps--
			giver, gain := f.owner[got], f.far[given]-f.far[got]
			before, after := means[taker].unfairness(), mean{means[taker].sum - gain, means[taker].n}.unfairness()
			if giver >= 0 {
				before += means[giver].unfairness()
				after += mean{means[giver].sum + gain, means[giver].n}.unfairness()
			}
			if after >= before || giver >= 0 && !f.serves(blocs[giver], given) {
				continue
			}
			f.owner[got], f.owner[given] = taker, giver
			if f.whole(taker, got, given) && (giver < 0 || f.whole(giver, given, got)) {
				means[taker].sum -= gain
				if giver >= 0 {
					means[giver].sum += gain
				}
				return giver, true
			}
			f.owner[got], f.owner[given] = giver, taker
		}
	}
	return -1, false
}

// whole reports whether the chairs of a bloc still hang together that got one chair for
// another: whether from the new one all chairs can be reached that were beside the old
// one, since every part that was cut off has one of them.
func (f *floor) whole(u, got, gone int32) bool {
	cut := make([]int32, 0, 8)
	for _, other := range f.next[gone] {
		if f.owner[other] == u && other != got {
			cut = append(cut, other)
		}
	}
	f.visit++
	f.seen[got] = f.visit
	f.stack = append(f.stack[:0], got)
	for missing := len(cut); missing > 0; {
		if len(f.stack) == 0 {
			return false
		}
		last := len(f.stack) - 1
		seat := f.stack[last]
		f.stack = f.stack[:last]
		for _, other := range f.next[seat] {
			if f.owner[other] == u && f.seen[other] != f.visit {
				f.seen[other] = f.visit
				f.stack = append(f.stack, other)
				if slices.Contains(cut, other) {
					missing--
				}
			}
		}
	}
	return true
}
