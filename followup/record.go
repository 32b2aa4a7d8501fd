package followup

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Record records events at a desk if every one of them may happen, one after the other, on
// the board, and returns the log with them and its board. The board has to be that of the
// log. If one is refused, none is recorded: the error is a check.Problems with the findings
// of each event at its index, as in events[2], and log and board come back as they were.
//
// A stamp that is not later than the last entry of the log can put the events before entries
// of other desks. They are refused then if they move nothing where they stand, or keep
// others from moving anything.
//
// It costs a copy of the list of items, and a fold if the stamp is not the latest.
func (b Board) Record(log journal.Log[Event], s journal.Stamp, events ...Event) (journal.Log[Event], Board, error) {
	var ps check.Problems
	if log.Len() != b.entries {
		ps.Add(otherLog.At("", check.Int("have", log.Len()), check.Int("want", b.entries)))
		return log, b, ps.Err()
	}
	after := b
	after.items, after.sources = slices.Clone(b.items), maps.Clone(b.sources)
	own := map[roster.ItemID]bool{} // items that are not shared with b
	first := max(log.Head(s.Desk).Seq, s.After) + 1
	for i, e := range events {
		if found := after.refusal(e); found.Failed() {
			ps.In(check.Index("events", i), found)
			continue
		}
		after.advance(e, journal.ID{Desk: s.Desk, Seq: first + uint64(i)}, own)
	}
	if err := ps.Err(); err != nil {
		return log, b, err
	}
	united, err := log.Append(s, events...)
	if err != nil {
		return log, b, err
	}
	after.entries, after.latest = united.Len(), max(s.At, b.latest)
	if s.At > b.latest {
		return united, after, nil
	}
	after = Fold(united, b.lifecycle)
	before := map[journal.ID]bool{}
	for _, x := range b.exceptions {
		before[x.ID] = true
	}
	for _, x := range after.exceptions {
		switch {
		case before[x.ID]:
		case x.ID.Desk == s.Desk && x.ID.Seq >= first:
			ps.In(check.Index("events", int(x.ID.Seq-first)), x.Why)
		default:
			ps.Add(displaced.At("", check.Value("entry", x.ID.String()), eventArg(x.Event)))
		}
	}
	if err := ps.Err(); err != nil {
		return log, b, err
	}
	return united, after, nil
}

// advance takes an event that is admitted into a board whose list of items is its own.
func (b *Board) advance(e Event, id journal.ID, own map[roster.ItemID]bool) {
	act := e.act()
	i, ok := slices.BinarySearchFunc(b.items, act.Item, func(it *Item, id roster.ItemID) int { return strings.Compare(string(it.ID), string(id)) })
	switch {
	case !ok:
		b.items = slices.Insert(b.items, i, &Item{ID: act.Item})
	case !own[act.Item]:
		it := b.items[i].clone()
		b.items[i] = &it
	}
	own[act.Item] = true
	b.items[i].take(e, id, b.lifecycle)
	if src := act.Source; !src.IsZero() {
		if b.sources == nil {
			b.sources = map[Source]Event{}
		}
		b.sources[src] = e
	}
}

// Audit (核验) reports everything that speaks against relying on a board: what a fold of
// the log steps over — gaps, forks, entries of unknown type, erased ones — what does not
// agree with the chains of the desks or with the heads that they have published, and the
// events that moved nothing, at desk and number of their entries. Nothing is claimed to be
// done, or written off, over a log with findings of severity Error. A nil known is nothing.
func Audit(log journal.Log[Event], lc Lifecycle, known *journal.Known) check.Problems {
	ps := log.Findings(known)
	var heads []journal.Head
	if known != nil {
		heads = known.Heads
	}
	ps.In("", log.Verify(heads...))
	for x := range Fold(log, lc).Exceptions() {
		ps.In(check.Key("", x.ID.Desk)+"["+strconv.FormatUint(x.ID.Seq, 10)+"]", x.Why)
	}
	return ps
}

// A Trace (留痕) is one event of an item, with what became of it.
type Trace struct {
	ID    journal.ID
	Actor string // who entered it, as the journal says
	Event Event
	Stage Stage          // of the item after it
	Why   check.Problems // why it moved nothing; none if it did
}

// History returns everything that was recorded about an item, in the canonical order: each
// step with its day and person, slips among them, and also what moved nothing. Records that
// another system sent twice stand once.
func History(log journal.Log[Event], lc Lifecycle, id roster.ItemID) []Trace {
	var out []Trace
	fold(log, lc, func(e journal.Entry[Event], it *Item, why check.Problems) {
		if it.ID == id {
			out = append(out, Trace{e.ID, e.Actor, e.Event, it.Stage, why})
		}
	})
	return out
}
