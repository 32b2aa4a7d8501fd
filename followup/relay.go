package followup

import (
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Relayed (传达) says that a body has passed on to its own people what was decided: lead,
// supporting and informed bodies each give one receipt for an item.
type Relayed struct {
	Act
	Org  roster.OrgID `json:"org"`
	Text string       `json:"text,omitzero"`
}

func (Relayed) kind() Kind { return KindRelayed }

func (e Relayed) validate() check.Problems {
	ps := e.Act.with("org", roster.CheckID("", roster.KindOrg, e.Org))
	ps.In("text", checkText(e.Text))
	return ps
}

// A Receipt is when a body passed on what was decided.
type Receipt struct {
	Org roster.OrgID  `json:"org"`
	On  calendar.Date `json:"on"`
}

func (it *Item) receipt(org roster.OrgID) (at int, ok bool) {
	return slices.BinarySearchFunc(it.Relayed, org, func(r Receipt, org roster.OrgID) int { return strings.Compare(string(r.Org), string(org)) })
}

// bodies are those that have a part in the item: lead, supporting and informed ones.
func (it *Item) bodies() []roster.OrgID {
	var out []roster.OrgID
	if it.Lead != "" {
		out = append(out, it.Lead)
	}
	return append(append(out, it.Supports...), it.Copies...)
}

// Unrelayed returns the bodies of an item that have not said yet that they passed on what
// was decided: the lead first, then the supporting and the informed ones as the item names
// them.
func (b Board) Unrelayed(id roster.ItemID) []roster.OrgID {
	it := b.find(id)
	if it == nil {
		return nil
	}
	return slices.DeleteFunc(it.bodies(), func(org roster.OrgID) bool { _, ok := it.receipt(org); return ok })
}
