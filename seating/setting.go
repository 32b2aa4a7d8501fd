package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Setting is what stands in the room. Exactly one kind of it is given, and Door.
//
// A rostrum and a hall are drawn with the stage at the upper edge, and the door may
// be anywhere. Every other setting is drawn with the door at the lower edge: who
// faces the door faces down the plan.
type Setting struct {
	Rostrum *Rostrum  `json:"rostrum,omitzero"`
	Hall    *Hall     `json:"hall,omitzero"`
	Talks   *Talks    `json:"talks,omitzero"`
	Sofas   *Sofas    `json:"sofas,omitzero"`
	Signing *Signing  `json:"signing,omitzero"`
	Photo   *Photo    `json:"photo,omitzero"`
	Board   *Board    `json:"board,omitzero"`
	Banquet *Banquet  `json:"banquet,omitzero"`
	Awards  *Awards   `json:"awards,omitzero"`
	Podium  *Podium   `json:"podium,omitzero"`
	Car     *Car      `json:"car,omitzero"`
	Dais    *Dais     `json:"dais,omitzero"`
	Flags   *Flags    `json:"flags,omitzero"`
	Door    Direction `json:"door,omitzero"` // the side of the plan with the door; none if not given
}

// furniture is what one kind of setting knows of itself.
type furniture interface {
	Validate() check.Problems
	parties() []roster.OrgID // delegations or sides, each of which ranks its own members; nil if there is one list
	traits() traits
	choices() []choice // options of the setting, as chosen
	build(c Convention, guests []Guest) (room, check.Problems)
}

// traits are what a setting asks for and allows.
type traits struct {
	fromCentre bool                             // a rule for rows is needed
	fixed      bool                             // chairs stand where they are when somebody is absent
	keeps      bool                             // a chair may stay empty
	closes     bool                             // rows that face the front close up towards their first person, each by itself
	door       bool                             // who sits where depends on the door, which is at the lower edge
	standing   func(Guest) (before, within int) // classes of people; nil if there are none
}

// kinds returns every kind of setting that is given.
func (s Setting) kinds() []kind {
	var given []kind
	add := func(k Kind, is bool, f furniture) {
		if is {
			given = append(given, kind{k, f})
		}
	}
	add(KindRostrum, s.Rostrum != nil, s.Rostrum)
	add(KindHall, s.Hall != nil, s.Hall)
	add(KindTalks, s.Talks != nil, s.Talks)
	add(KindSofas, s.Sofas != nil, s.Sofas)
	add(KindSigning, s.Signing != nil, s.Signing)
	add(KindPhoto, s.Photo != nil, s.Photo)
	add(KindBoard, s.Board != nil, s.Board)
	add(KindBanquet, s.Banquet != nil, s.Banquet)
	add(KindAwards, s.Awards != nil, s.Awards)
	add(KindPodium, s.Podium != nil, s.Podium)
	add(KindCar, s.Car != nil, s.Car)
	add(KindFlags, s.Flags != nil, s.Flags)
	add(KindDais, s.Dais != nil, s.Dais)
	return given
}

// every has all kinds, to ask them for what they know.
func every() Setting {
	return Setting{Rostrum: &Rostrum{}, Hall: &Hall{}, Talks: &Talks{}, Sofas: &Sofas{}, Signing: &Signing{}, Photo: &Photo{}, Board: &Board{}, Banquet: &Banquet{}, Awards: &Awards{}, Podium: &Podium{}, Car: &Car{}, Flags: &Flags{}, Dais: &Dais{}}
}

// kind is one kind of setting with its furniture.
type kind struct {
	Kind
	furniture
}

// Kind returns which kind of setting it is, 0 if it is none or more than one.
func (s Setting) Kind() Kind {
	if given := s.kinds(); len(given) == 1 {
		return given[0].Kind
	}
	return 0
}

// FromCentre reports whether some of it is filled from the centre, by the rule for
// rows of a convention.
func (s Setting) FromCentre() bool {
	return slices.ContainsFunc(s.kinds(), func(k kind) bool { return k.traits().fromCentre })
}

// furniture returns the kind of a valid setting.
func (s Setting) furniture() kind { return s.kinds()[0] }

// Validate reports a setting that is nothing or two things, and what is wrong in
// it, whoever the guests are and whatever a convention chooses where the setting
// leaves an option open.
func (s Setting) Validate() check.Problems {
	return s.under(Convention{Choices: anyChoices}, 0).validate()
}

// anyChoices leave nothing open.
var anyChoices = Choices{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}

// validate is Validate with nothing left to a convention.
func (s Setting) validate() check.Problems {
	var ps check.Problems
	given := s.kinds()
	if len(given) != 1 {
		ps.Add(oneSetting.At(""))
	}
	for _, k := range given {
		ps.In(k.String(), k.Validate())
	}
	switch k := s.Kind(); {
	case s.Door > Left:
		ps.Add(noChoice.At("door", check.Text("option", "door"), check.Text("known", directions.String())))
	case k != 0 && s.Door != 0 && s.Door != Down && s.furniture().traits().door:
		ps.Add(doorBelow.At("door", s.Door.Term("door")))
	}
	return ps
}

// choose reports an option that is not chosen or not known.
func choose[E ~uint8](ps *check.Problems, field string, value E, known words) {
	if value == 0 || int(value) > len(known) {
		ps.Add(noChoice.At(field, check.Text("option", field), check.Text("known", known.String())))
	}
}

// chooseOrNone is choose for an option that may be left out.
func chooseOrNone[E ~uint8](ps *check.Problems, field string, value E, known words) {
	if value != 0 {
		choose(ps, field, value, known)
	}
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
		h := s.Hall.clone()
		s.Hall = &h
	}
	s.Talks = copied(s.Talks)
	s.Sofas = copied(s.Sofas)
	if s.Signing = copied(s.Signing); s.Signing != nil {
		s.Signing.Parties = slices.Clone(s.Signing.Parties)
	}
	s.Photo = copied(s.Photo)
	s.Board = copied(s.Board)
	s.Banquet = s.Banquet.clone()
	s.Awards = copied(s.Awards)
	s.Podium = copied(s.Podium)
	s.Car = copied(s.Car)
	s.Flags = copied(s.Flags)
	s.Dais = copied(s.Dais)
	return s
}

// copied returns a pointer to a copy of what p points to.
func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
