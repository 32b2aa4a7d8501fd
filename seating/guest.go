package seating

import (
	"cmp"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Limits of the inputs.
const (
	MaxGuests  = 20_000 // people in one plan
	MaxSeats   = 20_000 // chairs in one hall
	MaxRostrum = 1_000  // people on one rostrum
	MaxChanges = 200    // changes kept in one plan, and made at once
)

// Role is a role that rows may be reserved for, such as "executive-chair"
// (执行主席). Hosts choose their own; "" is none.
type Role string

// KindRole is the kind of a role, as a [check.Namer] receives it.
const KindRole = "role"

// A Guest is what seating needs to know about a person.
type Guest struct {
	ID    roster.PersonID `json:"id"`
	Party roster.OrgID    `json:"party,omitzero"` // delegation or unit; "" if none
	Role  Role            `json:"role,omitzero"`
	Order int             `json:"order"` // place in the list of precedence: 1 is first, gaps are allowed, ties are not
	// Accessible asks for an accessible place (轮椅席位), which a [Hall] has by a [Mark].
	// Beside names the person with such a place whom the guest accompanies (陪护): then
	// the guest sits beside that person and not by rank. Other settings seat both by
	// rank: there any chair can be taken away.
	Accessible bool            `json:"accessible,omitzero"`
	Beside     roster.PersonID `json:"beside,omitzero"`
	// Partner is the one whom the guest comes with (配偶), whether or not he or she is on
	// the list.
	Partner roster.PersonID `json:"partner,omitzero"`
}

// Validate reports what is wrong with the guest alone.
func (g Guest) Validate() check.Problems {
	ps := roster.CheckID("id", roster.KindPerson, g.ID)
	if g.Party != "" {
		ps.In("", roster.CheckID("party", roster.KindOrg, g.Party))
	}
	if g.Role != "" {
		ps.In("", roster.CheckID("role", KindRole, g.Role))
	}
	if g.Beside != "" {
		ps.In("", roster.CheckID("beside", roster.KindPerson, g.Beside))
	}
	if g.Partner != "" {
		ps.In("", roster.CheckID("partner", roster.KindPerson, g.Partner))
	}
	if g.Order < 1 {
		ps.Add(badOrder.At("order", check.Int("order", g.Order)))
	}
	return ps
}

// checkGuests reports guests that are not valid, too many or none, people who
// stand in the list twice, and ties. byParty says that each delegation counts its
// own members.
func checkGuests(guests []Guest, byParty bool) check.Problems {
	var ps check.Problems
	if len(guests) == 0 || len(guests) > MaxGuests {
		ps.Add(badCount.At("guests", check.Int("n", len(guests)), check.Int("max", MaxGuests)))
		return ps
	}
	seen := make(map[roster.PersonID]int, len(guests))
	for i, g := range guests {
		if found := g.Validate(); found.Len() > 0 {
			ps.In(check.Index("guests", i), found)
		}
		if first, twice := seen[g.ID]; twice {
			ps.Add(personTwice.At(check.Key(check.Index("guests", i), "id"),
				check.ID("person", roster.KindPerson, g.ID), check.Int("first", first+1), check.Int("second", i+1)))
			continue
		}
		seen[g.ID] = i
	}
	ranked := make([]int, len(guests))
	for i := range ranked {
		ranked[i] = i
	}
	byRank := func(i, j int) int {
		g, h := &guests[i], &guests[j]
		if byParty && g.Party != h.Party {
			return strings.Compare(string(g.Party), string(h.Party))
		}
		return cmp.Compare(g.Order, h.Order)
	}
	slices.SortStableFunc(ranked, byRank)
	for i := 1; i < len(ranked); i++ {
		a, b := ranked[i-1], ranked[i]
		if byRank(a, b) == 0 && guests[a].ID != guests[b].ID {
			ps.Add(tie.At(check.Key(check.Index("guests", b), "order"), check.Int("order", guests[b].Order),
				check.ID("person", roster.KindPerson, guests[b].ID), check.ID("other", roster.KindPerson, guests[a].ID)))
		}
	}
	checkCompanions(&ps, guests, seen)
	return ps
}

// checkCompanions reports companions of nobody who needs an accessible place, of
// somebody who has another one, and companions who need such a place themselves.
func checkCompanions(ps *check.Problems, guests []Guest, at map[roster.PersonID]int) {
	var with map[roster.PersonID]bool
	for i, g := range guests {
		if g.Beside == "" {
			continue
		}
		if with == nil {
			with = map[roster.PersonID]bool{}
		}
		if j, listed := at[g.Beside]; !listed || !guests[j].Accessible || g.Accessible || with[g.Beside] {
			ps.Add(badCompanion.At(check.Key(check.Index("guests", i), "beside"),
				check.ID("person", roster.KindPerson, g.ID), check.ID("other", roster.KindPerson, g.Beside)))
		}
		with[g.Beside] = true
	}
}

// inOrder returns the guests in order of precedence, delegation by delegation in
// the order of parties if any are given, and class by class where there are classes.
func inOrder(guests []Guest, parties []roster.OrgID, standing func(Guest) (before, within int)) []Guest {
	at := make(map[roster.OrgID]int, len(parties))
	for i, party := range parties {
		at[party] = i
	}
	guests = slices.Clone(guests)
	slices.SortFunc(guests, func(g, h Guest) int {
		var a, b, c, d int
		if standing != nil {
			a, c = standing(g)
			b, d = standing(h)
		}
		if a != b {
			return cmp.Compare(a, b)
		}
		if len(at) > 0 && g.Party != h.Party {
			return cmp.Compare(at[g.Party], at[h.Party])
		}
		return cmp.Or(cmp.Compare(c, d), cmp.Compare(g.Order, h.Order), strings.Compare(string(g.ID), string(h.ID)))
	})
	return guests
}
