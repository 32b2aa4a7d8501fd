package followup

import (
	"errors"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/network"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxWeight is the greatest weight of an item in a roll-up.
const MaxWeight = 1_000_000

// Whole is 100 percent in hundredths of a percent.
const Whole = 100_00

// A Total is what the parts of an item amount to. It is reckoned, never stored: an
// item with parts is closed by its own review alone.
type Total struct {
	Item roster.ItemID `json:"item"`

	// Hundredths is the progress in hundredths of a percent, the mean of the parts by
	// weight, rounded down; Whole only if every part that is not cancelled is closed.
	// Known is false, and Hundredths 0, if all parts are cancelled.
	Hundredths int  `json:"hundredths"`
	Known      bool `json:"known"`

	Parts     int `json:"parts"` // direct ones
	Closed    int `json:"closed,omitzero"`
	Cancelled int `json:"cancelled,omitzero"`

	Worst  Light           `json:"worst,omitzero"` // of all parts at any depth
	Lights [Lights + 1]int `json:"lights"`         // how many of those show each light, by Light
}

// RollUp reckons the totals of all items that have parts (汇总), in the order of their
// identifiers, by the rule set of lights for a day.
//
// The progress of an item with parts is the mean of its direct parts by weight,
// cancelled ones left out. A part that has parts itself counts with its own total, or,
// if those are all cancelled, with its own progress. A closed part counts as Whole. A
// part of weight 0 adds nothing to the mean, but as long as it is open its parent is
// short of Whole; if all parts that count have weight 0, they count alike. Every part
// counts alike if weigh is nil.
//
// Weights beyond 0 to MaxWeight and a circle are a check.Problems.
func (b Board) RollUp(weigh func(Item) int64, rules RuleSet, on calendar.Date, cal *calendar.Calendar) ([]Total, error) {
	ps := rules.Validate()
	nodes := make(map[roster.ItemID]int32, len(b.items))
	for i, it := range b.items {
		nodes[it.ID] = int32(i)
	}
	var edges []network.Edge // from a part to its parent
	for i, it := range b.items {
		if parent, ok := nodes[it.Parent]; ok && it.Parent != "" {
			edges = append(edges, network.Edge{From: int32(i), To: parent})
		}
	}
	net, err := network.New(len(b.items), edges)
	if c, ok := errors.AsType[*network.CycleError](err); ok {
		ps.Add(inCircle.At("", check.IDs("items", roster.KindItem, b.named(c.Path)...)))
	} else if err != nil {
		return nil, err
	}
	weights := make([]int64, len(b.items))
	for i, it := range b.items {
		weights[i] = 1
		if weigh != nil {
			weights[i] = weigh(it.clone())
		}
		if weights[i] < 0 || weights[i] > MaxWeight {
			ps.Add(badWeight.At("", check.ID("item", roster.KindItem, it.ID), check.Int("n", weights[i]), check.Int("max", MaxWeight)))
		}
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	totals := make([]Total, len(b.items))
	for at := range net.Order() { // parts before parents
		it := b.items[at]
		t := &totals[at]
		t.Item = it.ID
		var m mean
		for part := range net.Prev(at) {
			m.add(b.items[part], totals[part], weights[part], t)
			s, err := rules.signal(b.items[part], on, cal)
			if err != nil {
				return nil, err
			}
			t.Lights[s.Light]++
			t.Worst = max(t.Worst, s.Light, totals[part].Worst)
			for l, n := range totals[part].Lights {
				t.Lights[l] += n
			}
		}
		t.Hundredths, t.Known = m.of(t)
	}
	var out []Total
	for _, t := range totals {
		if t.Parts > 0 {
			out = append(out, t)
		}
	}
	return out, nil
}

// A mean gathers the progress of parts.
type mean struct {
	weights, weighted int64
	alike             int64 // the sum where all weights are 0
	parts             int64 // that count
}

// add takes one part of the total t, with the total it has itself.
func (m *mean) add(it *Item, own Total, weight int64, t *Total) {
	t.Parts++
	if it.Stage == StageCancelled {
		t.Cancelled++
		return
	}
	progress := int64(it.Percent) * Whole / 100
	switch {
	case !it.Stage.Open():
		t.Closed++
		progress = Whole
	case own.Known:
		progress = int64(own.Hundredths)
	}
	m.parts++
	m.alike += progress
	m.weights += weight
	m.weighted += weight * progress
}

// of returns the mean, and whether there is one.
func (m *mean) of(t *Total) (hundredths int, known bool) {
	switch {
	case m.parts == 0:
		return 0, false
	case m.weights == 0:
		hundredths = int(m.alike / m.parts)
	default:
		hundredths = int(m.weighted / m.weights)
	}
	if t.Closed+t.Cancelled < t.Parts {
		hundredths = min(hundredths, Whole-1)
	}
	return hundredths, true
}
