package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// FromDrawn returns delegations in their alphabetical order, which is given, from
// the one that is drawn, going on with the first after the last: the order of the
// United Nations General Assembly (resolution 71/323, paragraph 42), for the whole
// of a session. The delegation drawn takes the first seat, which is the right end of
// the front row as seen from the podium: a [Hall] filled by rows from
// [StartViewerLeft]. It is an error if the list is empty, too long, names a
// delegation twice or lacks the one drawn.
func FromDrawn(delegations []roster.OrgID, drawn roster.OrgID) ([]roster.OrgID, error) {
	ps := checkOrder(len(delegations), func(i int) string { return string(delegations[i]) }, "delegations", roster.KindOrg)
	first := slices.Index(delegations, drawn)
	if first < 0 {
		ps.Add(unknownDrawn.At("drawn", check.Value("drawn", string(drawn))))
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return from(delegations, first), nil
}

// A Turn is how a list moves on from one term to the next, so that everybody has a
// turn at each place.
type Turn struct {
	Rule TurnRule `json:"rule"`
	// Size is the number of delegations in a block for [TurnBlocks], as 7, and the
	// number of parts for [TurnFront], as 5; it is not used otherwise.
	Size int `json:"size,omitzero"`
}

// TurnRule says how a list moves on.
type TurnRule uint8

// The values of TurnRule.
const (
	TurnLeft   TurnRule = iota + 1 // 欧盟理事会: around a table, listed clockwise, one seat to the left each term
	TurnFront                      // 人大代表团内: of a column from the front, the front part goes to the back
	TurnBlocks                     // 人大代表团之间: from one side of the hall, the blocks move on by one, round the hall
)

var turnRules = words{
	{"one-seat-left", "每期各代表团左移一席", "each term every delegation moves one seat to its left"},
	{"front-to-back", "每年前部若干分之一移到后面", "each year the front part goes to the back"},
	{"blocks", "各组轮换位置", "each year the blocks move on by one place"},
}

// String returns the token: one-seat-left, front-to-back or blocks.
func (t TurnRule) String() string { return of(turnRules, t).token }

// Label returns the choice in Chinese.
func (t TurnRule) Label() string { return of(turnRules, t).hans }

// AppendText appends the token of a valid choice.
func (t TurnRule) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "rule of turns", turnRules, t)
}

// MarshalText returns the token of a valid choice.
func (t TurnRule) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads one-seat-left, front-to-back or blocks.
func (t *TurnRule) UnmarshalText(text []byte) error { return read(t, "rule of turns", turnRules, text) }

// turnSources are the texts the rules come from.
var turnSources = []string{
	"Council of the European Union, Delegations' seating order at the Council table, 1998–2005",
	check.HouseCustom,
	check.HouseCustom,
}

// Source returns the text that the rule comes from.
func (t Turn) Source() string {
	return choice{value: uint8(t.Rule), sources: turnSources}.origin()
}

// Validate reports a rule that is not chosen and a size that it does not allow.
func (t Turn) Validate() check.Problems {
	var ps check.Problems
	choose(&ps, "rule", t.Rule, turnRules)
	if t.Rule != TurnLeft && (t.Size < 1 || t.Size > MaxGuests) {
		ps.Add(badCount.At("size", check.Int("n", t.Size), check.Int("max", MaxGuests)))
	}
	return ps
}

// Delegations returns the order of delegations in a term, from their order in term
// 0. The term is from 0; after Period terms the order begins anew. It is an error if
// the turn is not valid, the term is negative, or the list is empty, too long or
// names a delegation twice.
func (t Turn) Delegations(list []roster.OrgID, term int) ([]roster.OrgID, error) {
	first, err := t.first(len(list), func(i int) string { return string(list[i]) }, "delegations", roster.KindOrg, term)
	if err != nil {
		return nil, err
	}
	return from(list, first), nil
}

// Members returns the order of the members of a delegation in a term; otherwise it
// is as Delegations.
func (t Turn) Members(list []roster.PersonID, term int) ([]roster.PersonID, error) {
	first, err := t.first(len(list), func(i int) string { return string(list[i]) }, "members", roster.KindPerson, term)
	if err != nil {
		return nil, err
	}
	return from(list, first), nil
}

// Period returns after how many terms a list of n begins anew: n for [TurnLeft], the
// number of parts for [TurnFront], that of blocks for [TurnBlocks]. Within a period
// everybody in turn is at each place, in the front part, in each block's place. It is
// 0 if the turn is not valid or n is not positive.
func (t Turn) Period(n int) int {
	switch {
	case t.Validate().Failed() || n < 1:
		return 0
	case t.Rule == TurnLeft:
		return n
	case t.Rule == TurnFront:
		return t.Size
	default:
		return (n + t.Size - 1) / t.Size
	}
}

// first returns the index in the list of term 0 that stands first in a term.
func (t Turn) first(n int, id func(int) string, field, kind string, term int) (int, error) {
	if err := t.check(n, id, field, kind, term).Err(); err != nil {
		return 0, err
	}
	return t.start(n, term%t.Period(n)), nil
}

// check reports a turn, a list or a term that is not valid.
func (t Turn) check(n int, id func(int) string, field, kind string, term int) check.Problems {
	ps := t.Validate()
	ps.In("", checkOrder(n, id, field, kind))
	if term < 0 {
		ps.Add(badTerm.At("term", check.Int("term", term)))
	}
	return ps
}

// start is first for a term of the first period of a valid turn.
func (t Turn) start(n, term int) int {
	switch t.Rule {
	case TurnLeft: // the next seat to the left is the next one clockwise
		return (n - term) % n
	case TurnFront:
		return int(int64(term) * int64(n) / int64(t.Size))
	default:
		return term * t.Size
	}
}

// from returns a list that begins at an index and goes on with the first after the
// last.
func from[T any](list []T, first int) []T {
	return slices.Concat(list[first:], list[:first])
}

// checkOrder reports a list of n that is empty, too long, or names somebody twice.
func checkOrder(n int, id func(int) string, field, kind string) check.Problems {
	var ps check.Problems
	if n < 1 || n > MaxGuests {
		ps.Add(badCount.At(field, check.Int("n", n), check.Int("max", MaxGuests)))
		return ps
	}
	seen := make(map[string]int, n)
	for i := range n {
		at := check.Index(field, i)
		ps.In("", roster.CheckID(at, kind, id(i)))
		if first, twice := seen[id(i)]; twice {
			ps.Add(listedTwice.At(at, check.ID("who", kind, id(i)), check.Int("first", first+1)))
			continue
		}
		seen[id(i)] = i
	}
	return ps
}
