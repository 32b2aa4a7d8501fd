package journal

// walk goes through the entries of several desks in the canonical order. The
// entries of each desk are in that order already, since its effective times never
// fall; so it holds one source a desk and a heap of the sources by their next
// entries.
type walk[E any] struct {
	sources []source[E]
	heap    []next // the least first
}

// next is the place of a source in the heap. Sources are numbered in the order of
// the names of their desks, so that the pair orders them.
type next struct {
	effective int64
	source    int32
}

func (a next) less(b next) bool {
	return a.effective < b.effective || a.effective == b.effective && a.source < b.source
}

// source walks one desk, id by id.
type source[E any] struct {
	name      string
	group     []rec[E] // the bodies of the present id
	rest      []rec[E] // what follows it in its run
	runs      [][]rec[E]
	effective int64
	latest    int64 // effective time before the present id
}

func newWalk[E any](desks []desk[E]) *walk[E] {
	w := &walk[E]{sources: make([]source[E], len(desks)), heap: make([]next, len(desks))}
	for i, d := range desks {
		s := &w.sources[i]
		*s = source[E]{name: d.name, runs: d.runs}
		s.advance()
		w.heap[i] = next{s.effective, int32(i)}
	}
	for i := len(w.heap)/2 - 1; i >= 0; i-- {
		w.down(i)
	}
	return w
}

// top returns the source with the least entry. The heap must not be empty.
func (w *walk[E]) top() *source[E] { return &w.sources[w.heap[0].source] }

// next passes over the id that top shows.
func (w *walk[E]) next() {
	s := w.top()
	if s.advance() {
		w.heap[0].effective = s.effective
	} else {
		last := len(w.heap) - 1
		w.heap[0] = w.heap[last]
		w.heap = w.heap[:last]
	}
	w.down(0)
}

func (w *walk[E]) down(i int) {
	h := w.heap
	if i >= len(h) {
		return
	}
	x := h[i]
	for {
		child := 2*i + 1
		if child >= len(h) {
			break
		}
		if child+1 < len(h) && h[child+1].less(h[child]) {
			child++
		}
		if !h[child].less(x) {
			break
		}
		h[i] = h[child]
		i = child
	}
	h[i] = x
}

// advance goes to the next id and reports whether there is one. Its effective time
// is the greatest stamp of the desk so far, all bodies of a fork included; no stamp
// is less than 1.
func (s *source[E]) advance() bool {
	if len(s.rest) == 0 {
		if len(s.runs) == 0 {
			s.group = nil
			return false
		}
		s.rest, s.runs = s.runs[0], s.runs[1:]
	}
	n := sameID(s.rest)
	s.group, s.rest = s.rest[:n], s.rest[n:]
	s.latest = s.effective
	for i := range s.group {
		s.effective = max(s.effective, s.group[i].at)
	}
	return true
}

// sameID is the number of entries at the start of recs with the id of the first.
func sameID[E any](recs []rec[E]) int {
	n := 1
	for n < len(recs) && recs[n].seq == recs[0].seq {
		n++
	}
	return n
}

func (s *source[E]) id(r *rec[E]) ID { return ID{s.name, r.seq} }

// state of an entry among the bodies of the present id.
func (s *source[E]) state(r *rec[E]) State {
	if len(s.group) > 1 {
		return Forked
	}
	return r.x.state()
}

func (s *source[E]) entry(r *rec[E], state State) Entry[E] {
	return Entry[E]{
		ID: s.id(r), At: r.at, Actor: r.actor, Event: r.event,
		Effective: s.effective, State: state, x: r.x,
	}
}
