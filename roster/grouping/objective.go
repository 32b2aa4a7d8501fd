package grouping

import "cmp"

// An Objective says which of the groupings that keep every hard rule is the best,
// together with the weighted rules. The zero Objective finds all of them equally good.
type Objective struct {
	Balance []Balance `json:"balance,omitzero"`
	Pairs   Pairs     `json:"pairs,omitzero"`
}

// Balance asks that every value of an attribute be spread evenly: each group gets
// its share of the people with that value, rounded down or up.
//
// The share of a group is that of its size, taken as even as its bounds allow and
// not yet rounded: with 820 people in 30 groups every group's share of 45 women
// is 1.5, and one or two women are even; a room for half as many people is due
// half as many women. A cell (a group and a value) whose count c lies beyond the
// share t costs (c−⌊t⌋)·(c−⌈t⌉), so one person too many or too few costs 1 where
// the share is whole and 2 where it is not, and a crowd costs more than the same
// people scattered. Where all groups have one share, the sum over the groups is
// the sum of the squared counts less its least possible value.
type Balance struct {
	Attribute string `json:"attribute"`

	// Level is 1 to [Levels]−1; 0 is read as 1. Whatever is gained on a level
	// counts more than anything on a later one.
	Level int `json:"level,omitzero"`

	// Weight multiplies the cost within the level, 1 to MaxWeight; 0 is read as 1.
	Weight int `json:"weight,omitzero"`
}

// Levels is the number of levels of a [Value].
const Levels = 4

// A Value is what a grouping costs: less is better, the zero Value is perfect.
// Level 0 is the unevenness of sizes under [NearEven], measured as [Balance]
// measures counts, and 0 otherwise; the levels 1 to 3 are those of the
// [Objective] and of weighted rules, see [Soft]. Earlier levels decide.
type Value [Levels]int64

// Compare returns a negative number if v is better than w, a positive one if it is
// worse, and 0 if they are equal.
func (v Value) Compare(w Value) int {
	for l := range v {
		if c := cmp.Compare(v[l], w[l]); c != 0 {
			return c
		}
	}
	return 0
}

// Sub returns v − w, level by level.
func (v Value) Sub(w Value) Value {
	for l := range v {
		v[l] -= w[l]
	}
	return v
}

func (b Balance) level() int { return max(b.Level, 1) }

func (b Balance) weight() int64 { return int64(max(b.Weight, 1)) }
