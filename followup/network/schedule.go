package network

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
)

// MaxDays is the greatest number of working days of a [Work].
const MaxDays = 10_000

// A Work says how long a node takes. A node of 0 days is a milestone (里程碑).
type Work struct {
	Days     int                // working days of Calendar, 0 to MaxDays
	Calendar *calendar.Calendar // on which days the node is worked at; required
}

// A Slot is when a node is done. All dates are days on which its calendar works; the
// node is worked at from First to Last if it begins as early as it can, from
// LatestFirst to LatestLast if it begins so late that the end does not move yet.
//
// A milestone stands between two days: its Last is the day on whose evening all
// before it is done, and its First is the day after, whether they are worked or not.
type Slot struct {
	First       calendar.Date `json:"first"`
	Last        calendar.Date `json:"last"`
	LatestFirst calendar.Date `json:"latestFirst"`
	LatestLast  calendar.Date `json:"latestLast"`

	// Float is by how many working days of its calendar the node can slip without
	// moving the end, if nothing else slips.
	Float int `json:"float"`
}

// A Schedule places the nodes of a network on days. It is built by
// [Network.Schedule], never changes and is safe for concurrent use.
type Schedule struct {
	slots []Slot
	path  []int32
	end   calendar.Date
}

// Schedule places every node as early as possible, none before start, and finds how
// far each can slip. There must be one work a node. Works that are wrong are an
// [*InputError]; a day of a year that a calendar does not know is the error of that
// calendar. A network without nodes ends on the evening before start. It costs a few
// questions to calendars for each node, whatever the durations.
func (n Network) Schedule(start calendar.Date, works []Work) (Schedule, error) {
	if err := n.checkWorks(start, works); err != nil {
		return Schedule{}, err
	}
	eve := start.AddDays(-1)
	s := Schedule{slots: make([]Slot, n.Len()), end: eve}
	for _, at := range n.order {
		ready := eve // the evening on which all before is done
		for _, from := range n.prev.of(at) {
			ready = later(ready, s.slots[from].Last)
		}
		slot := &s.slots[at]
		var err error
		if slot.First, slot.Last, err = works[at].after(ready); err != nil {
			return Schedule{}, err
		}
		s.end = later(s.end, slot.Last)
	}
	for _, at := range slices.Backward(n.order) {
		evening := s.end // by which it has to be done
		for _, to := range n.next.of(at) {
			if d := s.slots[to].LatestFirst.AddDays(-1); d.Before(evening) {
				evening = d
			}
		}
		slot := &s.slots[at]
		var err error
		if slot.LatestFirst, slot.LatestLast, err = works[at].before(evening); err != nil {
			return Schedule{}, err
		}
		if slot.Float, err = works[at].Calendar.Count(slot.Last, slot.LatestLast); err != nil {
			return Schedule{}, err
		}
	}
	s.path = n.critical(s)
	return s, nil
}

func later(a, b calendar.Date) calendar.Date {
	if b.After(a) {
		return b
	}
	return a
}

func (n Network) checkWorks(start calendar.Date, works []Work) error {
	var found InputError
	if start.IsZero() {
		found.add(NoStart, -1)
	}
	if len(works) != n.Len() {
		found.add(WrongCount, -1)
	}
	for i, w := range works {
		if w.Days < 0 || w.Days > MaxDays {
			found.add(BadDays, i)
		}
		if w.Calendar == nil {
			found.add(NoCalendar, i)
		}
	}
	return found.err()
}

// after returns first and last day of a work that begins after an evening.
func (w Work) after(evening calendar.Date) (first, last calendar.Date, err error) {
	first = evening.AddDays(1)
	if w.Days == 0 {
		return first, evening, nil
	}
	if first, err = w.Calendar.Roll(first, calendar.Following); err != nil {
		return first, last, err
	}
	last, err = w.Calendar.Add(first, w.Days-1)
	return first, last, err
}

// before returns first and last day of a work that is done by an evening.
func (w Work) before(evening calendar.Date) (first, last calendar.Date, err error) {
	if w.Days == 0 {
		return evening.AddDays(1), evening, nil
	}
	if last, err = w.Calendar.Roll(evening, calendar.Preceding); err != nil {
		return first, last, err
	}
	first, err = w.Calendar.Add(last, 1-w.Days)
	return first, last, err
}

// critical goes back from the node that ends last along those that held it up.
func (n Network) critical(s Schedule) []int32 {
	last := func(nodes []int32) int32 {
		best := nodes[0]
		for _, at := range nodes[1:] {
			if s.slots[at].Last.After(s.slots[best].Last) || s.slots[at].Last == s.slots[best].Last && at < best {
				best = at
			}
		}
		return best
	}
	if n.Len() == 0 {
		return nil
	}
	path := []int32{last(n.order)}
	for from := n.prev.of(path[0]); len(from) > 0; from = n.prev.of(path[len(path)-1]) {
		path = append(path, last(from))
	}
	slices.Reverse(path)
	return path
}

// Slot returns when a node is done. The node must exist.
func (s Schedule) Slot(node int32) Slot { return s.slots[node] }

// Slots walks the slots of all nodes by their indices.
func (s Schedule) Slots() iter.Seq[Slot] { return slices.Values(s.slots) }

// End is the last day on which a node is worked at, the day before the start if no
// node takes a day.
func (s Schedule) End() calendar.Date { return s.end }

// Path walks one critical path, from its first node to the one that ends last: each
// node is the one that was done last of all that the next one waits for, and of
// several the one with the smallest index. A node on it has a float only where the
// next one rests on days on which it works itself.
func (s Schedule) Path() iter.Seq[int32] { return slices.Values(s.path) }
