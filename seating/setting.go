package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Setting is what stands in the room. Exactly one of Rostrum and Hall is given.
type Setting struct {
	Rostrum *Rostrum  `json:"rostrum,omitzero"`
	Hall    *Hall     `json:"hall,omitzero"`
	Door    Direction `json:"door,omitzero"` // the side of the plan with the door; none if not given
}

// Validate reports a setting that is nothing or two things, and what is wrong in
// it, whoever the guests are.
func (s Setting) Validate() check.Problems {
	var ps check.Problems
	if (s.Rostrum == nil) == (s.Hall == nil) {
		ps.Add(oneSetting.At(""))
	}
	if s.Rostrum != nil {
		ps.In("rostrum", s.Rostrum.Validate())
	}
	if s.Hall != nil {
		ps.In("hall", s.Hall.Validate())
	}
	if s.Door > Left {
		ps.Add(noChoice.At("door", check.Text("option", "door"), check.Text("known", directions.String())))
	}
	return ps
}

// clone returns a copy that shares nothing with s.
func (s Setting) clone() Setting {
	if s.Rostrum != nil {
		r := *s.Rostrum
		r.Rows = slices.Clone(r.Rows)
		for i := range r.Rows {
			r.Rows[i].Aisles = slices.Clone(r.Rows[i].Aisles)
		}
		s.Rostrum = &r
	}
	if s.Hall != nil {
		h := *s.Hall
		h.Parties = slices.Clone(h.Parties)
		h.Areas = slices.Clone(h.Areas)
		for i := range h.Areas {
			h.Areas[i].Rows = slices.Clone(h.Areas[i].Rows)
			for j := range h.Areas[i].Rows {
				h.Areas[i].Rows[j] = slices.Clone(h.Areas[i].Rows[j])
			}
		}
		s.Hall = &h
	}
	return s
}
