package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Class is people of a hall who sit before those of the next class, as heads of
// delegations before members, and full members (正式代表) before observers (列席).
// Within a class the list of precedence goes on as it is.
type Class struct {
	Role Role `json:"role,omitzero"` // who is in it; "" is everybody whose role is in no class
	// Front asks that the whole class sits in row one (团长坐第一排): in the first row
	// of the hall, or with [Columns] in the front chairs of its delegation's columns. A
	// class that does not fit there is a finding.
	Front bool `json:"front,omitzero"`
	// Break begins a row of its own. Empty is how many rows are kept empty before it
	// (缓冲排); then it begins a row of its own too. Both are for classes that go
	// through the hall.
	Break bool `json:"break,omitzero"`
	Empty int  `json:"empty,omitzero"`
	// Votes asks for a chair with a voting unit (表决器) for everybody in the class.
	Votes bool `json:"votes,omitzero"`
}

// Division says whether classes go through the hall or through each delegation.
// Sources have both.
type Division uint8

// The values of Division.
const (
	ThroughHall   Division = iota + 1 // all of a class sit before any of the next
	WithinParties                     // each delegation sits together, class by class
)

var divisions = words{
	{"through-hall", "各类人员全场依次就座", "all of a class sit before any of the next"},
	{"within-parties", "各类人员在本团内依次就座", "each delegation sits together, class by class"},
}

// String returns the token: through-hall or within-parties.
func (d Division) String() string { return of(divisions, d).token }

// Label returns the choice in Chinese.
func (d Division) Label() string { return of(divisions, d).hans }

// AppendText appends the token of a valid choice.
func (d Division) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "division into classes", divisions, d)
}

// MarshalText returns the token of a valid choice.
func (d Division) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads through-hall or within-parties.
func (d *Division) UnmarshalText(text []byte) error {
	return read(d, "division into classes", divisions, text)
}

// checkClasses reports classes that contradict each other or the method.
func (h Hall) checkClasses() check.Problems {
	var ps check.Problems
	if len(h.Classes) == 0 {
		chooseOrNone(&ps, "division", h.Division, divisions)
		return ps
	}
	if len(h.Classes) > MaxRostrum {
		ps.Add(badCount.At("classes", check.Int("n", len(h.Classes)), check.Int("max", MaxRostrum)))
		return ps
	}
	choose(&ps, "division", h.Division, divisions)
	block := h.Method == Columns || h.Method == Contiguous
	switch {
	case h.Division == ThroughHall && block:
		ps.Add(badDivision.At("division", h.Method.Term("method"), term("division", divisions, h.Division)))
	case h.Division == WithinParties && len(h.Parties) == 0:
		ps.Add(noParties.At("parties"))
	}
	for i, c := range h.Classes {
		at := check.Index("classes", i)
		if c.Role != "" {
			ps.In(at, roster.CheckID("role", KindRole, c.Role))
		}
		if first := slices.IndexFunc(h.Classes, func(d Class) bool { return d.Role == c.Role }); first < i {
			ps.Add(classTwice.At(at, check.ID("role", KindRole, c.Role), check.Int("first", first+1)))
		}
		if c.Empty < 0 || c.Empty > MaxSeats {
			ps.Add(badCount.At(check.Key(at, "empty"), check.Int("n", c.Empty), check.Int("max", MaxSeats)))
		}
		through := h.Division == ThroughHall
		if c.Front && (through && i > 0 || !through && h.Method != Columns) ||
			(c.Break || c.Empty > 0) && !through {
			ps.Add(badClass.At(at, check.ID("role", KindRole, c.Role), h.Method.Term("method"), term("division", divisions, h.Division)))
		}
	}
	return ps
}

// class returns the class of a guest by its index, the first one if no class is for
// everybody else.
func (h Hall) class(g Guest) int {
	rest := 0
	for i, c := range h.Classes {
		if c.Role == g.Role {
			return i
		}
		if c.Role == "" {
			rest = i
		}
	}
	return rest
}

// votes reports whether a guest needs a voting unit.
func (h Hall) votes(g Guest) bool {
	return len(h.Classes) > 0 && h.Classes[h.class(g)].Votes
}

// standing is where a guest is in the order of the hall, before the delegation and
// after it.
func (h Hall) standing(g Guest) (before, within int) {
	if len(h.Classes) == 0 {
		return 0, 0
	}
	if h.Division == ThroughHall {
		return h.class(g), 0
	}
	return 0, h.class(g)
}
