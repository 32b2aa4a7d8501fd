package followup

import (
	"errors"
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/network"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Prospect is when an open item can be done, if everything before it goes as estimated.
type Prospect struct {
	Item   roster.ItemID `json:"item"`
	Left   int           `json:"left"`   // working days of work left, of its own calendar
	First  calendar.Date `json:"first"`  // first day of that work
	Last   calendar.Date `json:"last"`   // and its last one; the day before First if none is left
	Latest calendar.Date `json:"latest"` // the latest last day that does not move the end of all
	Float  int           `json:"float"`  // working days that it can slip until then
	Due    calendar.Date `json:"due,omitzero"`
	Short  int           `json:"short,omitzero"` // working days after its due date, 1 at least, if it cannot be met
}

// An Outlook (工期预测) is when the open items can be done, and which of them decide the end.
// It is built by [Board.Outlook] and never changes.
type Outlook struct {
	on        calendar.Date
	end       calendar.Date
	prospects []Prospect
	path      []roster.ItemID
	blind     []roster.ItemID
}

// Outlook reckons from a day on when each open item can be done: it waits for the open
// items that it depends on, and a parent for its open parts. The work left of an item is
// its estimate without the part that is done by its progress, rounded up; none is left of
// one that is reported. An item without an estimate counts as none and is named by
// [Outlook.Blind]. Every item is worked at on the days of its own calendar, which the caller
// gives; one nil for any of them is an error. A circle is a check.Problems with its path; a
// year that a calendar does not know is the error of that calendar.
//
// It costs time in proportion to items and links, and their logarithm.
func (b Board) Outlook(on calendar.Date, work func(Item) *calendar.Calendar) (Outlook, error) {
	var ps check.Problems
	ps.In("on", needDate(on))
	var open Board
	var works []network.Work
	o := Outlook{on: on}
	for _, it := range b.items {
		if !it.Stage.Open() {
			continue
		}
		w := network.Work{Days: it.left(), Calendar: work(it.clone())}
		if w.Calendar == nil {
			ps.Add(noCalendar.At("", check.ID("item", roster.KindItem, it.ID)))
		}
		if it.Estimate == 0 && it.Stage != StageReported && it.Stage != StageReviewed {
			o.blind = append(o.blind, it.ID)
		}
		open.items, works = append(open.items, it), append(works, w)
	}
	_, edges := open.waits(func(*Item) bool { return false })
	net, err := network.New(len(open.items), edges)
	if c, ok := errors.AsType[*network.CycleError](err); ok {
		ps.Add(inCircle.At("", check.IDs("items", roster.KindItem, open.named(c.Path)...)))
	} else if err != nil {
		return Outlook{}, err
	}
	if err := ps.Err(); err != nil {
		return Outlook{}, err
	}
	s, err := net.Schedule(on, works)
	if err != nil {
		return Outlook{}, err
	}
	o.end, o.path = s.End(), open.named(slices.Collect(s.Path()))
	o.prospects = make([]Prospect, len(open.items))
	for i, it := range open.items {
		slot := s.Slot(int32(i))
		p := Prospect{Item: it.ID, Left: works[i].Days, First: slot.First, Last: slot.Last, Latest: slot.LatestLast, Float: slot.Float, Due: it.Due}
		if !it.Due.IsZero() && slot.Last.After(it.Due) {
			n, err := works[i].Calendar.Count(it.Due, slot.Last)
			if err != nil {
				return Outlook{}, err
			}
			p.Short = max(n, 1)
		}
		o.prospects[i] = p
	}
	return o, nil
}

// left is how many working days of work an open item still takes.
func (it *Item) left() int {
	if it.Stage == StageReported || it.Stage == StageReviewed {
		return 0
	}
	return (it.Estimate*(100-it.Percent) + 99) / 100
}

// On is the day on which the work left begins.
func (o Outlook) On() calendar.Date { return o.on }

// End is the last day of all work left, the day before On if there is none.
func (o Outlook) End() calendar.Date { return o.end }

// Prospects walks the open items in the order of their identifiers.
func (o Outlook) Prospects() iter.Seq[Prospect] { return slices.Values(o.prospects) }

// Path walks the critical path (关键线路): the items that decide the end, each waiting for
// the one before.
func (o Outlook) Path() iter.Seq[roster.ItemID] { return slices.Values(o.path) }

// Blind walks the open items whose work nobody has estimated.
func (o Outlook) Blind() iter.Seq[roster.ItemID] { return slices.Values(o.blind) }

var outlookFormat = wire.Format{Name: "followup.outlook", Version: 1}

type wireOutlook struct {
	On        calendar.Date   `json:"on"`
	End       calendar.Date   `json:"end"`
	Prospects []Prospect      `json:"prospects"`
	Path      []roster.ItemID `json:"path,omitempty"`
	Blind     []roster.ItemID `json:"blind,omitempty"`
}

func (o Outlook) wire() wireOutlook {
	return wireOutlook{o.on, o.end, append([]Prospect{}, o.prospects...), o.path, o.blind}
}

// MarshalJSON writes the outlook in a versioned form that [ParseOutlook] reads.
func (o Outlook) MarshalJSON() ([]byte, error) { return wire.Append(nil, outlookFormat, o.wire()) }

// ParseOutlook reads what MarshalJSON wrote and holds it against the board: each item that
// reckoning anew places otherwise is a finding.
func ParseOutlook(data []byte, b Board, work func(Item) *calendar.Calendar) (Outlook, error) {
	var have wireOutlook
	_, ps := wire.Parse(data, outlookFormat, &have, nil)
	if ps.Failed() {
		return Outlook{}, ps.Err()
	}
	o, err := b.Outlook(have.On, work)
	if err != nil {
		return Outlook{}, err
	}
	want := o.wire()
	compare(&ps, "prospects", have.Prospects, want.Prospects)
	compare(&ps, "path", have.Path, want.Path)
	compare(&ps, "blind", have.Blind, want.Blind)
	compare(&ps, "end", []calendar.Date{have.End}, []calendar.Date{want.End})
	if err := ps.Err(); err != nil {
		return Outlook{}, err
	}
	return o, nil
}
