package seating

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

var (
	linkedFormat   = wire.Format{Name: "seating.linked", Version: 1}
	combinedFormat = wire.Format{Name: "seating.combined", Version: 1}
)

type (
	linkedWire struct {
		Sheets []sheetWire `json:"sheets"`
	}
	sheetWire struct {
		Name        string      `json:"name"`
		Plan        planWire    `json:"plan"`
		Prints      []PieceKind `json:"prints,omitzero"`
		Microphones []SeatID    `json:"microphones,omitzero"`
	}
	combinedWire struct {
		Before   linkedWire    `json:"before"`
		Changes  []changeWire  `json:"changes"`
		Prefer   Preference    `json:"prefer"`
		Choices  []Choice      `json:"choices,omitzero"`
		Sheets   []madeWire    `json:"sheets"`
		Lines    []lineWire    `json:"lines"`
		Reprints []reprintWire `json:"reprints"`
	}
	madeWire struct {
		Sheet  string `json:"sheet"`
		Remedy Remedy `json:"remedy"`
		Cost   Cost   `json:"cost"`
	}
	lineWire struct {
		Sheet  string          `json:"sheet"`
		Person roster.PersonID `json:"person"`
		From   SeatID          `json:"from,omitzero"`
		To     SeatID          `json:"to,omitzero"`
	}
	reprintWire struct {
		Action PrintAction `json:"action"`
		Piece  Piece       `json:"piece"`
		From   SeatID      `json:"from,omitzero"`
		To     SeatID      `json:"to,omitzero"`
	}
)

func (l Linked) wire() linkedWire {
	w := linkedWire{Sheets: make([]sheetWire, len(l.sheets))}
	for i, s := range l.sheets {
		w.Sheets[i] = sheetWire{s.Name, s.Plan.wire(), s.Prints, s.Microphones}
	}
	return w
}

// linked links the plans anew.
func (w linkedWire) linked() (Linked, check.Problems) {
	var ps check.Problems
	sheets := make([]Sheet, len(w.Sheets))
	if len(sheets) > MaxSheets {
		ps.Add(badCount.At("sheets", check.Int("n", len(sheets)), check.Int("max", MaxSheets)))
		return Linked{}, ps
	}
	for i, s := range w.Sheets {
		plan, found := s.Plan.plan()
		ps.In(check.Key(check.Index("sheets", i), "plan"), found)
		sheets[i] = Sheet{s.Name, plan, s.Prints, s.Microphones}
	}
	if ps.Failed() {
		return Linked{}, ps
	}
	return link(sheets)
}

// MarshalJSON writes the plans with their names and what is made from them as
// seating.linked/1, which [ParseLinked] reads.
func (l Linked) MarshalJSON() ([]byte, error) { return wire.Append(nil, linkedFormat, l.wire()) }

// ParseLinked reads what MarshalJSON writes. Each plan is made anew, as by
// [ParsePlan].
func ParseLinked(data []byte) (Linked, error) {
	var w linkedWire
	_, ps := wire.Parse(data, linkedFormat, &w, nil)
	var l Linked
	if !ps.Failed() {
		l, ps = w.linked()
	}
	if err := ps.Err(); err != nil {
		return Linked{}, err
	}
	return l, nil
}

// outcome is what follows from the changes, as it is written.
func (c Combined) outcome() combinedWire {
	w := combinedWire{Sheets: []madeWire{}, Lines: []lineWire{}, Reprints: []reprintWire{}}
	for sheet, r := range c.Sheets() {
		w.Sheets = append(w.Sheets, madeWire{sheet, r.remedy, r.cost})
	}
	for _, n := range c.lines {
		w.Lines = append(w.Lines, lineWire{n.Sheet, n.Person, n.From, n.To})
	}
	for _, p := range c.prints {
		w.Reprints = append(w.Reprints, reprintWire{p.Action, p.Piece, p.From, p.To})
	}
	return w
}

// MarshalJSON writes the plans before, the changes and what came of them as
// seating.combined/1, which [ParseCombined] reads.
func (c Combined) MarshalJSON() ([]byte, error) {
	w := c.outcome()
	w.Before, w.Prefer, w.Choices = c.before.wire(), c.prefer, c.choices
	w.Changes = step{changes: c.changes}.wire().Changes
	return wire.Append(nil, combinedFormat, w)
}

// ParseCombined reads what MarshalJSON writes. The changes are made anew; what does
// not follow from them is a finding.
func ParseCombined(data []byte) (Combined, error) {
	var w combinedWire
	_, ps := wire.Parse(data, combinedFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return Combined{}, err
	}
	before, found := w.Before.linked()
	ps.In("before", found)
	changes, found := readChanges(w.Changes)
	ps.In("", found)
	var c Combined
	if !ps.Failed() {
		c, found = before.change(w.Prefer, w.Choices, changes)
		ps.In("", found)
	}
	if !ps.Failed() {
		want := c.outcome()
		derived(&ps, "sheets", w.Sheets, want.Sheets)
		derived(&ps, "lines", w.Lines, want.Lines)
		derived(&ps, "reprints", w.Reprints, want.Reprints)
	}
	if err := ps.Err(); err != nil {
		return Combined{}, err
	}
	return c, nil
}
