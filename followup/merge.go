package followup

import (
	"bytes"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Source (来源) names the record of another system that an event was made from. The
// same one imported twice, under whatever desk, is taken once. The zero Source is none.
type Source struct {
	System string `json:"system"`
	Event  string `json:"event"` // the id of the record there
}

// IsZero reports whether s names nothing.
func (s Source) IsZero() bool { return s == Source{} }

func (s Source) validate() check.Problems {
	var ps check.Problems
	if s.IsZero() {
		return ps
	}
	for _, f := range []struct{ path, text string }{{"system", s.System}, {"event", s.Event}} {
		if f.text == "" {
			ps.Add(noText.At(f.path))
		}
		ps.In("", roster.CheckText(f.path, f.text, roster.MaxID))
	}
	return ps
}

// Guarded reports whether events of the kind change what is never left to the last
// writer: the stage, the lead, the due date, the outcome. An event of another kind adds
// to an item and holds wherever it stands in the order.
func (k Kind) Guarded() bool {
	switch k {
	case KindProgressed, KindUrged, KindVerified, KindLinked, KindUnlinked, KindMissed, KindRelayed:
		return false
	default:
		return k >= 1 && int(k) <= Kinds
	}
}

// stale reports an event that was decided on an item as it no longer is: it names
// another base than the last guarded event of the item.
func (it *Item) stale(e Event) check.Problems {
	var ps check.Problems
	act := e.act()
	if base := act.Base; base != (journal.ID{}) && base != it.Last && e.kind().Guarded() {
		ps.Add(conflicts.At("base", itemArg(act), eventArg(e), check.Value("base", base.String()), check.Text("last", it.Last.String())))
	}
	return ps
}

// known reports an event whose source was taken before: again as it was, or with
// another content.
func known(e, before Event) (same bool, found check.Problem) {
	src := e.act().Source
	x, errX := wire.AppendValue(nil, e)
	y, errY := wire.AppendValue(nil, before)
	same = errX == nil && errY == nil && e.kind() == before.kind() && bytes.Equal(x, y)
	args := []check.Arg{itemArg(e.act()), check.Value("system", src.System), check.Value("event", src.Event)}
	if same {
		return true, sourceTaken.At("source", args...)
	}
	return false, sourceDiffers.At("source", args...)
}

// A Conflict is a guarded event that was decided without knowing another: two systems
// changed the same item from the same base. It moved nothing; who settles it looks at
// the three and records a further event.
type Conflict struct {
	ID     journal.ID // of the entry of Theirs
	Base   Item       // the item that both saw; the zero Item if its entry is not in the log
	Ours   Item       // the item as it stood when the event came
	Theirs Event
}

// Conflicts returns the conflicts of a log, in the canonical order. It folds the log
// twice.
func Conflicts(log journal.Log[Event], lc Lifecycle) []Conflict {
	var out []Conflict
	wanted := map[journal.ID]Item{}
	fold(log, lc, func(e journal.Entry[Event], it *Item, why check.Problems) {
		if why.Has(InConflict) {
			out = append(out, Conflict{ID: e.ID, Ours: it.clone(), Theirs: e.Event})
			wanted[e.Event.act().Base] = Item{}
		}
	})
	if len(out) == 0 {
		return nil
	}
	fold(log, lc, func(e journal.Entry[Event], it *Item, why check.Problems) {
		if _, ok := wanted[e.ID]; ok && !why.Failed() {
			wanted[e.ID] = it.clone()
		}
	})
	for i, c := range out {
		if base := wanted[c.Theirs.act().Base]; base.ID == c.Ours.ID {
			out[i].Base = base
		}
	}
	return out
}
