package followup

import (
	"iter"
	"maps"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// pick returns copies of some items, sorted; equal ones stay by identifier.
func (b Board) pick(which func(*Item) bool, order func(a, b Item) int) []Item {
	var out []Item
	for _, it := range b.items {
		if which(it) {
			out = append(out, it.clone())
		}
	}
	slices.SortStableFunc(out, order)
	return out
}

// group walks some items by a text, the texts in the order of their bytes.
func (b Board) group(which func(*Item) bool, by func(*Item) string) iter.Seq2[string, []Item] {
	groups := map[string][]*Item{}
	for _, it := range b.items {
		if which(it) {
			groups[by(it)] = append(groups[by(it)], it)
		}
	}
	return func(yield func(string, []Item) bool) {
		for _, key := range slices.Sorted(maps.Keys(groups)) {
			items := make([]Item, len(groups[key]))
			for i, it := range groups[key] {
				items[i] = it.clone()
			}
			if !yield(key, items) {
				return
			}
		}
	}
}

// Arising walks what the next session has on its agenda from earlier ones (上次议定事项落实情况): the
// papers that decided, each with those of its items that still owe work. Items are viewed
// there, never copied: one that is moved on stands so in every agenda that is asked for
// afterwards. Items without a paper stand under "".
func (b Board) Arising() iter.Seq2[string, []Item] {
	return b.group(func(it *Item) bool { return it.Stage.Open() }, func(it *Item) string { return it.Decision })
}

// Unresolved returns the points of an agenda of which no item came (议而未决、决而未行), in the order
// given: nothing that is on file, or proposed, names them as the point that decided it.
func (b Board) Unresolved(points ...roster.ItemID) []roster.ItemID {
	has := map[roster.ItemID]bool{}
	for _, it := range b.items {
		has[it.Point] = true
	}
	return slices.DeleteFunc(slices.Clone(points), func(p roster.ItemID) bool { return has[p] && p != "" })
}

// Issues walks the issues of a bulletin, or of another origin that comes in issues, with the
// items that came of each, open or not. Issues are texts, as they are printed.
func (b Board) Issues(kind OriginKind) iter.Seq2[string, []Item] {
	return b.group(func(it *Item) bool { return it.Origin.Kind == kind && it.Origin.Issue != "" }, func(it *Item) string { return it.Origin.Issue })
}

// An Answer (答复情况) is how an opinion, a request or something else that came in was dealt
// with: when it was routed to a lead, when that answered, and how it ended.
type Answer struct {
	Item     roster.ItemID `json:"item"`
	Origin   Origin        `json:"origin"`
	Lead     roster.OrgID  `json:"lead,omitzero"`
	Routed   calendar.Date `json:"routed,omitzero"`   // when its lead got it
	Answered calendar.Date `json:"answered,omitzero"` // when that last reported
	Outcome  Outcome       `json:"outcome,omitzero"`
	Code     string        `json:"code,omitzero"`
	Workdays int           `json:"workdays"` // from the day it was received to the answer, or up to the day asked for
}

// Answers returns how what came in from one origin is dealt with, by the day it was received,
// then identifier. What has no such day is left out. It fails where the calendar does not know
// a year.
func (b Board) Answers(kind OriginKind, on calendar.Date, cal *calendar.Calendar) ([]Answer, error) {
	var out []Answer
	items := b.pick(func(it *Item) bool {
		return it.Origin.Kind == kind && !it.Origin.Received.IsZero() && !it.Origin.Received.After(on)
	},
		func(a, b Item) int { return a.Origin.Received.Compare(b.Origin.Received) })
	for _, it := range items {
		a := Answer{Item: it.ID, Origin: it.Origin, Lead: it.Lead, Routed: it.Assigned, Answered: it.Reported, Outcome: it.Outcome, Code: it.Code}
		until := on
		if !a.Answered.IsZero() && a.Answered.Before(on) {
			until = a.Answered
		}
		n, err := cal.Count(it.Origin.Received, until)
		if err != nil {
			return nil, err
		}
		a.Workdays = n
		out = append(out, a)
	}
	return out, nil
}

var answerFormat = wire.Format{Name: "followup.answer", Version: 1}

// MarshalJSON writes the answer in a versioned form that [ParseAnswer] reads.
func (a Answer) MarshalJSON() ([]byte, error) {
	type plain Answer
	return wire.Append(nil, answerFormat, plain(a))
}

// ParseAnswer reads what MarshalJSON wrote and holds it against the board on a day.
func ParseAnswer(data []byte, b Board, on calendar.Date, cal *calendar.Calendar) (Answer, error) {
	type plain Answer
	return parseOne(data, answerFormat, func(have plain) (plain, bool, error) {
		all, err := b.Answers(have.Origin.Kind, on, cal)
		i := slices.IndexFunc(all, func(a Answer) bool { return a.Item == have.Item })
		if err != nil || i < 0 {
			return plain{}, false, err
		}
		return plain(all[i]), true, nil
	}, func(p plain) Answer { return Answer(p) })
}
