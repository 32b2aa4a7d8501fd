package followup

import (
	"bytes"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// An Exception is an event that the lifecycle does not allow where it stands in
// the canonical order. It moved nothing.
type Exception struct {
	ID    journal.ID
	Event Event
	Why   check.Problems
}

// A Board is what a log says of all items. The zero Board is empty. Boards never
// change and are safe for concurrent use.
type Board struct {
	lifecycle  Lifecycle
	items      []*Item // by ID; never changed
	exceptions []Exception
	sources    map[Source]Event // of all entries that have one; nil if none has
	repeated   int

	entries int   // of the log
	latest  int64 // effective time of the last entry taken
}

// Fold reads a log. It is total: every log gives a board, and what does not fit
// together is among its exceptions. What a fold steps over — forks, entries of
// unknown type — is told by the findings of the log.
func Fold(log journal.Log[Event], lc Lifecycle) Board {
	return fold(log, lc, func(journal.Entry[Event], *Item, check.Problems) {})
}

// fold shows each entry, with the item after it, or the item as it stood and why the
// event moved nothing.
func fold(log journal.Log[Event], lc Lifecycle, show func(journal.Entry[Event], *Item, check.Problems)) Board {
	items := map[roster.ItemID]*Item{}
	b := journal.Fold(log, Board{lifecycle: lc, entries: log.Len()}, func(b Board, e journal.Entry[Event]) Board {
		act := e.Event.act()
		it := items[act.Item]
		if it == nil {
			it = &Item{ID: act.Item}
		}
		b.latest = e.Effective
		why, again := b.remember(e.Event)
		if again {
			b.repeated++
			return b
		}
		if !why.Failed() {
			why = lc.admit(it, e.Event)
		}
		if why.Failed() {
			show(e, it, why)
			b.exceptions = append(b.exceptions, Exception{e.ID, e.Event, why})
			return b
		}
		items[act.Item] = it
		it.take(e.Event, e.ID, lc)
		show(e, it, why)
		return b
	})
	b.items = slices.SortedFunc(maps.Values(items), func(a, b *Item) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return b
}

// remember keeps the source of an event. It reports whether the same event was taken
// from it before, or that another was.
func (b *Board) remember(e Event) (found check.Problems, again bool) {
	src := e.act().Source
	if src.IsZero() {
		return found, false
	}
	before, ok := b.sources[src]
	if !ok {
		if b.sources == nil {
			b.sources = map[Source]Event{}
		}
		b.sources[src] = e
		return found, false
	}
	again, differs := known(e, before)
	if !again {
		found.Add(differs)
	}
	return found, again
}

// Admit reports, as an error, why an event may not be recorded now: it is not well
// formed, the stage does not allow it, a guard does not hold, its source was taken before,
// it was decided on an item as it no longer is, or a link would close a circle of items
// that wait for one another. Nil means that it may. A link costs a
// walk over all items, everything else a search.
func (b Board) Admit(e Event) error {
	found := b.refusal(e)
	return found.Err()
}

// refusal is why an event may not be recorded; no finding means that it may.
func (b Board) refusal(e Event) check.Problems {
	var ps check.Problems
	if e == nil {
		ps.Add(noEvent.At(""))
		return ps
	}
	it := b.find(e.act().Item)
	if it == nil {
		it = &Item{ID: e.act().Item}
	}
	ps = b.lifecycle.admit(it, e)
	if before, ok := b.sources[e.act().Source]; ok {
		_, found := known(e, before)
		ps.Add(found)
	}
	if link, ok := e.(Linked); ok && !ps.Failed() {
		if path := b.circle(link); path != nil {
			ps.Add(inCircle.At("to", check.IDs("items", roster.KindItem, path...)))
		}
	}
	return ps
}

// Len is the number of items.
func (b Board) Len() int { return len(b.items) }

// Items walks the items in the order of their identifiers.
func (b Board) Items() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, it := range b.items {
			if !yield(it.clone()) {
				return
			}
		}
	}
}

// Item returns the item with an identifier.
func (b Board) Item(id roster.ItemID) (Item, bool) {
	it := b.find(id)
	if it == nil {
		return Item{}, false
	}
	return it.clone(), true
}

// find returns the item with an identifier, nil if there is none.
func (b Board) find(id roster.ItemID) *Item {
	i, ok := slices.BinarySearchFunc(b.items, id, func(it *Item, id roster.ItemID) int {
		return strings.Compare(string(it.ID), string(id))
	})
	if !ok {
		return nil
	}
	return b.items[i]
}

// Repeated is how many entries were passed over because the same record of another
// system had been taken before, see [Source].
func (b Board) Repeated() int { return b.repeated }

// Exceptions walks the events that moved nothing, in the canonical order.
func (b Board) Exceptions() iter.Seq[Exception] { return slices.Values(b.exceptions) }

// Open walks the lead bodies that owe work, in the order of their identifiers, each
// with its open items by due date, then identifier. Items that nobody leads stand
// under "".
func (b Board) Open() iter.Seq2[roster.OrgID, []Item] {
	byLead := map[roster.OrgID][]Item{}
	for _, it := range b.items {
		if it.Stage.Open() {
			byLead[it.Lead] = append(byLead[it.Lead], it.clone())
		}
	}
	return func(yield func(roster.OrgID, []Item) bool) {
		for _, lead := range slices.Sorted(maps.Keys(byLead)) {
			items := slices.Clone(byLead[lead])
			slices.SortStableFunc(items, func(a, b Item) int { return a.Due.Compare(b.Due) })
			if !yield(lead, items) {
				return
			}
		}
	}
}

// Overdue walks the items that are overdue on a day, the longest first, then by
// identifier.
func (b Board) Overdue(on calendar.Date) iter.Seq[Item] {
	var late []Item
	for _, it := range b.items {
		if it.Overdue(on) {
			late = append(late, it.clone())
		}
	}
	slices.SortStableFunc(late, func(a, b Item) int { return a.Due.Compare(b.Due) })
	return slices.Values(late)
}

var boardFormat = wire.Format{Name: "followup.board", Version: 1}

type (
	wireBoard struct {
		Lifecycle  string          `json:"lifecycle"`
		Items      []Item          `json:"items"`
		Exceptions []wireException `json:"exceptions,omitempty"`
	}
	wireException struct {
		ID    journal.ID   `json:"id"`
		Event string       `json:"event"`
		Codes []check.Code `json:"codes"`
	}
)

// MarshalJSON writes the board in a versioned form for reports and archives:
// lifecycle, items, and for each exception its entry, kind and codes. [ParseBoard]
// reads it beside the log.
func (b Board) MarshalJSON() ([]byte, error) { return wire.Append(nil, boardFormat, b.wire()) }

func (b Board) wire() wireBoard {
	w := wireBoard{Lifecycle: b.lifecycle.name, Items: make([]Item, len(b.items))}
	for i, it := range b.items {
		w.Items[i] = *it
	}
	for _, e := range b.exceptions {
		x := wireException{ID: e.ID, Event: e.Event.kind().String()}
		for code := range e.Why.Codes() {
			x.Codes = append(x.Codes, code)
		}
		w.Exceptions = append(w.Exceptions, x)
	}
	return w
}

// ParseBoard reads what MarshalJSON wrote and holds it against the log: each item
// and exception that folding anew does not give is a finding.
func ParseBoard(data []byte, log journal.Log[Event], lc Lifecycle) (Board, error) {
	var have wireBoard
	_, ps := wire.Parse(data, boardFormat, &have, nil)
	if ps.Failed() {
		return Board{}, ps.Err()
	}
	b := Fold(log, lc)
	want := b.wire()
	if have.Lifecycle != want.Lifecycle {
		ps.Add(otherLifecycle.At("lifecycle", check.Value("have", have.Lifecycle), check.Value("want", want.Lifecycle)))
	}
	compare(&ps, "items", have.Items, want.Items)
	compare(&ps, "exceptions", have.Exceptions, want.Exceptions)
	if err := ps.Err(); err != nil {
		return Board{}, err
	}
	return b, nil
}

// compare reports the entries of a list that differ from those that folding anew
// gives.
func compare[T any](ps *check.Problems, path string, have, want []T) {
	if len(have) != len(want) {
		ps.Add(otherCount.At(path, check.Int("have", len(have)), check.Int("want", len(want))))
	}
	for i := range min(len(have), len(want)) {
		x, errX := wire.AppendValue(nil, have[i])
		y, errY := wire.AppendValue(nil, want[i])
		if errX != nil || errY != nil || !bytes.Equal(x, y) {
			ps.Add(otherEntry.At(check.Index(path, i), check.Value("have", string(x)), check.Value("want", string(y))))
		}
	}
}
