package docs

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/wire"
)

// A ComparedClause is a line of a comparison table (修改对照表): a clause before and
// after, and the amendments that made the difference. A clause that is new has no Before,
// one that is struck out no After.
type ComparedClause struct {
	Clause     string   `json:"clause"`
	Before     string   `json:"before,omitempty"`
	After      string   `json:"after,omitempty"`
	Struck     bool     `json:"struck,omitzero"`
	New        bool     `json:"new,omitzero"`
	Amendments []string `json:"amendments,omitempty"`
}

// A Revision is a draft with its adopted amendments made. It is built by [Revise] and
// never changes.
type Revision struct {
	draft DraftText
	list  []Amendment
	rows  []ComparedClause
}

// Revise makes the adopted amendments. It refuses amendments that cannot be made and two
// adopted ones that change the same words. Clauses that are inserted at one place stand
// in the order of the list.
func Revise(d DraftText, list []Amendment) (Revision, error) {
	list = slices.Clone(list)
	placed, ps := place(d, list)
	ps.In("", conflicts(placed))
	if err := ps.Err(); err != nil {
		return Revision{}, err
	}
	d.Clauses = slices.Clone(d.Clauses)
	r := Revision{draft: d, list: list}
	placed = slices.DeleteFunc(placed, func(a amended) bool { return a.Verdict != Adopted })
	r.insert(placed, -1)
	for i, c := range d.Clauses {
		row := ComparedClause{Clause: c.ID, Before: c.Text, After: c.Text}
		var here []amended
		for _, a := range placed {
			if a.clause == i && a.Change != Insert {
				here = append(here, a)
				row.Amendments = append(row.Amendments, a.ID)
			}
		}
		slices.SortFunc(here, func(a, b amended) int { return cmp.Compare(b.from, a.from) })
		for _, a := range here { // from the end, so that places stay
			row.After = row.After[:a.from] + a.Text + row.After[a.to:]
			if a.Change == Strike {
				row.After, row.Struck = "", true
			}
		}
		r.rows = append(r.rows, row)
		r.insert(placed, i)
	}
	return r, nil
}

// insert adds the clauses that stand behind a clause.
func (r *Revision) insert(placed []amended, clause int) {
	for _, a := range placed {
		if a.clause == clause && a.Change == Insert {
			r.rows = append(r.rows, ComparedClause{Clause: a.New, After: a.Text, New: true, Amendments: []string{a.ID}})
		}
	}
}

// Comparison walks the comparison table in the order of the text.
func (r Revision) Comparison() iter.Seq[ComparedClause] {
	return func(yield func(ComparedClause) bool) {
		for _, row := range r.rows {
			row.Amendments = slices.Clone(row.Amendments)
			if !yield(row) {
				return
			}
		}
	}
}

// AppendCSV appends the comparison table (修改对照表) with its header, safe against
// formulas.
func (r Revision) AppendCSV(dst []byte) ([]byte, error) {
	rows := [][]string{{"条文", "原文", "修改后", "修正案"}}
	for _, row := range r.rows {
		after := row.After
		if row.Struck {
			after = "（删去）"
		}
		rows = append(rows, []string{row.Clause, row.Before, after, strings.Join(row.Amendments, "、")})
	}
	return wire.CSV{}.Append(dst, rows)
}

// Text returns the draft as it reads with its amendments.
func (r Revision) Text() DraftText {
	d := DraftText{Paper: r.draft.Paper}
	for _, row := range r.rows {
		if !row.Struck {
			d.Clauses = append(d.Clauses, Clause{row.Clause, row.After})
		}
	}
	return d
}

// revisionFormat names the JSON of a Revision.
var revisionFormat = wire.Format{Name: "docs.revision", Version: 1}

type revisionWire struct {
	Draft      DraftText        `json:"draft"`
	Amendments []Amendment      `json:"amendments"`
	Rows       []ComparedClause `json:"rows"`
}

// MarshalJSON writes the draft, its amendments and the comparison table in a versioned
// form that [ParseRevision] reads.
func (r Revision) MarshalJSON() ([]byte, error) {
	w := revisionWire{r.draft, r.list, r.rows}
	if w.Draft.Clauses == nil {
		w.Draft.Clauses = []Clause{}
	}
	if w.Amendments == nil {
		w.Amendments = []Amendment{}
	}
	if w.Rows == nil {
		w.Rows = []ComparedClause{}
	}
	return wire.Append(nil, revisionFormat, w)
}

// ParseRevision reads what MarshalJSON wrote, makes the amendments anew and refuses a
// comparison table that does not follow from them.
func ParseRevision(data []byte, lim *wire.Limits) (Revision, error) {
	var w revisionWire
	_, ps := wire.Parse(data, revisionFormat, &w, lim)
	if err := ps.Err(); err != nil {
		return Revision{}, err
	}
	r, err := Revise(w.Draft, w.Amendments)
	if err != nil {
		return Revision{}, err
	}
	if !slices.EqualFunc(r.rows, w.Rows, func(a, b ComparedClause) bool {
		as, bs := a.Amendments, b.Amendments
		return slices.Equal(as, bs) && a.Clause == b.Clause && a.Before == b.Before && a.After == b.After && a.Struck == b.Struck && a.New == b.New
	}) {
		ps.Add(badRevisionRule.At("rows"))
		return Revision{}, ps.Err()
	}
	return r, nil
}
