package docs

import (
	"errors"
	"maps"
	"slices"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// ErrNoNumber is returned when a desk has no serial left of those leased to it.
var ErrNoNumber = errors.New("the desk has no number left in this series")

// Open returns the event that opens a series, with its first serial. Opening the
// series of a new year is the rollover (跨年): nothing else begins one. It refuses a
// series that is open.
func (n Numbers) Open(s Series, first int) ([]NumberEvent, error) {
	ps := s.Validate()
	if n.account(s).opened {
		ps.Add(openedTwiceRule.At("", check.Text("series", s.String())))
	}
	if first < 1 || first > symbol.MaxSerial {
		ps.Add(badSerialRule.At("first", check.Int("serial", first), check.Text("series", s.String())))
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return []NumberEvent{SeriesOpened{s, first}}, nil
}

// Lease returns the events that lease count serials to a desk: first those that were
// given back, from the lowest, then those behind all others. One desk alone, the
// registry, leases: two that do not know of each other would lease the same serials,
// which the fold refuses to take.
func (n Numbers) Lease(s Series, desk string, count int) ([]NumberEvent, error) {
	a := n.account(s)
	var ps check.Problems
	if !a.opened {
		ps.Add(notOpenedRule.At("", check.Text("series", s.String())))
	}
	if count < 1 || count > symbol.MaxSerial-a.last {
		ps.Add(badSerialRule.At("count", check.Int("serial", count), check.Text("series", s.String())))
	}
	if desk == "" {
		ps.Add(missingRule.At("desk"))
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	var events []NumberEvent
	for _, b := range a.free() {
		if count == 0 {
			break
		}
		to := min(b.to, b.from+count-1)
		events = append(events, BlockLeased{s, desk, b.from, to})
		count -= to - b.from + 1
	}
	if count > 0 {
		events = append(events, BlockLeased{s, desk, a.last + 1, a.last + count})
	}
	return events, nil
}

// free returns the serials up to the last one that are neither used nor leased.
func (a *numberAccount) free() []block {
	out := []block{{from: a.first, to: a.last}}
	if a.last < a.first {
		return nil
	}
	for _, l := range a.leases {
		out = minus(out, l)
	}
	for _, serial := range slices.Sorted(maps.Keys(a.used)) {
		if a.desk(serial) == "" {
			out = minus(out, block{from: serial, to: serial})
		}
	}
	return out
}

// Return returns the events by which a desk gives back the serials of its leases that
// it has not used (退回号段), one for each run. It refuses with [ErrNoNumber] if there are
// none. What was given back may be leased again.
func (n Numbers) Return(s Series, desk string) ([]NumberEvent, error) {
	a := n.account(s)
	used := slices.Sorted(maps.Keys(a.used))
	var events []NumberEvent
	for _, l := range a.leases {
		if l.desk != desk {
			continue
		}
		from := l.from
		i, _ := slices.BinarySearch(used, l.from)
		for ; i < len(used) && used[i] <= l.to; i++ {
			if from < used[i] {
				events = append(events, BlockReturned{s, desk, from, used[i] - 1})
			}
			from = used[i] + 1
		}
		if from <= l.to {
			events = append(events, BlockReturned{s, desk, from, l.to})
		}
	}
	if events == nil {
		return nil, ErrNoNumber
	}
	return events, nil
}

// next returns the lowest unused serial that is leased to a desk.
func (a *numberAccount) next(desk string) (int, bool) {
	for _, l := range a.leases {
		if l.desk != desk {
			continue
		}
		for serial := l.from; serial <= l.to; serial++ {
			if a.used[serial].State == Unused {
				return serial, true
			}
		}
	}
	return 0, false
}

// lowest returns the lowest serial of a paper in a state, of a desk if one is given; 0 if
// there is none.
func (a *numberAccount) lowest(state NumberState, paper roster.PaperID, desk string) int {
	low := 0
	for serial, r := range a.used {
		if r.Paper == paper && r.State == state && (low == 0 || serial < low) && (desk == "" || a.desk(serial) == desk) {
			low = serial
		}
	}
	return low
}

// Reserve returns the event by which a desk reserves its next serial for a paper, or
// [ErrNoNumber].
func (n Numbers) Reserve(s Series, desk string, paper roster.PaperID) ([]NumberEvent, error) {
	if err := roster.CheckID("paper", roster.KindPaper, paper).Err(); err != nil {
		return nil, err
	}
	serial, ok := n.account(s).next(desk)
	if !ok {
		return nil, ErrNoNumber
	}
	return []NumberEvent{NumberReserved{s, serial, paper}}, nil
}

// Issue returns the event by which a desk gives a paper its number: the serial that is
// reserved for it there, else the next one of the desk. It refuses with [ErrNoNumber]
// or with a [check.Problems] if the paper bears a number of the class already, be it of
// another series: a paper of several bodies bears the number of the lead body alone.
func (n Numbers) Issue(s Series, desk string, paper roster.PaperID) ([]NumberEvent, error) {
	ps := roster.CheckID("paper", roster.KindPaper, paper)
	a := n.account(s)
	for _, b := range n.accounts {
		if b.series.Class != s.Class {
			continue
		}
		if serial := b.lowest(IssuedNumber, paper, ""); serial > 0 {
			ps.Add(hasNumberRule.At("paper", check.ID("paper", roster.KindPaper, paper), check.Int("serial", serial), check.Text("series", b.series.String())))
		}
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	reserved := a.lowest(ReservedNumber, paper, desk)
	if reserved == 0 {
		var ok bool
		if reserved, ok = a.next(desk); !ok {
			return nil, ErrNoNumber
		}
	}
	return []NumberEvent{NumberIssued{s, reserved, paper}}, nil
}

// IssuePaper is Issue for a paper of which it is known who issues it. It refuses a
// series of another body than the one that answers for the paper, the lead body
// (主办机关) of a joint issue (联合行文).
func (n Numbers) IssuePaper(s Series, desk string, p Paper) ([]NumberEvent, error) {
	if owner := n.account(s).series.Owner; owner != "" && owner != p.Owner {
		var ps check.Problems
		ps.Add(leadNumberRule.At("owner", check.Text("series", s.String()), check.ID("paper", roster.KindPaper, p.ID),
			check.ID("owner", roster.KindOrg, owner), check.ID("lead", roster.KindOrg, p.Owner)))
		return nil, ps
	}
	return n.Issue(s, desk, p.ID)
}

// Void returns the event by which a desk takes a serial of its own out of use. It
// refuses without a reason, and for a serial that is issued, void or leased to
// another desk.
func (n Numbers) Void(s Series, desk string, serial int, reason string) ([]NumberEvent, error) {
	ps := validate(note("reason", reason, true))
	number := check.Int("serial", serial)
	series := check.Text("series", s.String())
	r := n.Record(s, serial)
	if r.Desk != desk || desk == "" {
		ps.Add(outsideLeaseRule.At("serial", series, number, check.Value("desk", desk)))
	}
	if r.State == IssuedNumber || r.State == VoidNumber {
		ps.Add(numberTwiceRule.At("serial", series, number,
			check.Term("state", r.State.Label(), r.State.String()),
			check.Term("now", VoidNumber.Label(), VoidNumber.String())))
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return []NumberEvent{NumberVoided{s, serial, reason}}, nil
}
