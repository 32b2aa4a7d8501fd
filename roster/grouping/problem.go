package grouping

import (
	"fmt"
	"strconv"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Limits of a Problem. An input beyond one of them is a finding.
const (
	MaxPeople = 200_000
	MaxPlaces = 2_000
	MaxRules  = 20_000     // rules of all kinds together
	MaxListed = 500_000    // people named by all Together and Apart rules together
	MaxGoals  = 16         // entries of an Objective
	MaxRoles  = 4          // roles to fill in every group
	MaxCells  = 16_000_000 // counters (values balanced, rules that count) times places
	MaxTerms  = 20_000_000 // pairs of a rule that counts and a person it counts
	MaxNumber = 1_000_000  // ranks, orders, sizes and counts
	MaxWeight = 100        // weight of a goal

	MaxRuleWeight = 10_000 // weight of a rule
	MaxOrder      = 3      // of the rules that may give, see Give
	MaxText       = 256    // bytes of an attribute value
)

// Kinds of identifiers that a [check.Namer] receives from this package, beside
// those of package roster. A value of an attribute is asked for with the name of
// the attribute as its kind: name an attribute [roster.KindOrg] if its values are
// identifiers of bodies.
const (
	KindPlace     = "place"
	KindRole      = "role"
	KindAttribute = "attribute"
	KindRule      = "rule" // a path such as rules.apart[3]
)

// A PlaceID names a place, and the group that fills it. It is a text chosen by
// the caller, valid as [roster.CheckID] says.
type PlaceID string

// A Problem is everything that decides a grouping. It is an input: fill it or
// decode it with [ParseProblem], and hand it to [Allocate], which validates it.
//
// The order of People decides nothing. Places are filled as they are listed;
// their identifiers decide nothing.
type Problem struct {
	People    []Person  `json:"people"`
	Places    []Place   `json:"places"`
	Sizes     Sizing    `json:"sizes,omitzero"`
	Rules     RuleLists `json:"rules,omitzero"`
	Objective Objective `json:"objective,omitzero"`
}

// A Person is what grouping needs to know about somebody.
type Person struct {
	ID roster.PersonID `json:"id"`

	// Order is the place in the official list, 1 first. It decides how a group is
	// printed; people of equal order are listed by ID.
	Order int `json:"order,omitzero"`

	// Rank is 1 for the highest, greater for lower ones, 0 for none.
	Rank int `json:"rank,omitzero"`

	// Extra people, such as staff, sit in the room of a group and are counted
	// against its capacity, but are not part of its size.
	Extra bool `json:"extra,omitzero"`

	// Attributes are what people differ in: delegation, sex, sector, age band,
	// post. An empty value says the same as no value: the person is not counted
	// under that attribute.
	Attributes map[string]string `json:"attributes,omitzero"`
}

// A Place is one group to fill.
type Place struct {
	ID PlaceID `json:"id"`

	// Min and Max bound the size of the group, both inclusive. Zero leaves a side
	// open; a group is never empty.
	Min int `json:"min,omitzero"`
	Max int `json:"max,omitzero"`

	// Capacity is how many people the room holds, extra people included; 0 is no
	// limit.
	Capacity int `json:"capacity,omitzero"`
}

// Numbered returns n places without bounds, named "1" to "n".
func Numbered(n int) []Place {
	places := make([]Place, max(n, 0))
	for i := range places {
		places[i].ID = PlaceID(strconv.Itoa(i + 1))
	}
	return places
}

// Sizing says how sizes are chosen between the bounds of the places.
type Sizing uint8

// The ways to choose sizes.
const (
	// Even sizes differ by at most one as far as the bounds of the places allow:
	// a place whose bounds exclude the common size takes the nearest size within
	// them. It is a rule, never bent, and the zero Sizing.
	Even Sizing = iota

	// NearEven sizes are as even as the rules allow. Evenness comes before every
	// goal and stands first in a Value. Use it where units of several people are
	// to be kept whole.
	NearEven

	// Within lets sizes take any value between the bounds, as the goals like.
	Within
)

var sizings = [...]string{Even: "even", NearEven: "near-even", Within: "within"}

// String returns "even", "near-even" or "within".
func (s Sizing) String() string {
	if int(s) < len(sizings) {
		return sizings[s]
	}
	return fmt.Sprintf("Sizing(%d)", uint8(s))
}

// Label returns the Chinese word: 均等, 尽量均等, 限额内自由; "" for an unknown
// sizing.
func (s Sizing) Label() string {
	labels := [...]string{Even: "均等", NearEven: "尽量均等", Within: "限额内自由"}
	if int(s) < len(labels) {
		return labels[s]
	}
	return ""
}

// MarshalText returns the String of a known sizing.
func (s Sizing) MarshalText() ([]byte, error) { return marshalToken(sizings[:], int(s), "sizing") }

// UnmarshalText reads "even", "near-even" or "within".
func (s *Sizing) UnmarshalText(text []byte) error {
	i, err := unmarshalToken(sizings[:], text, "sizing")
	if err == nil {
		*s = Sizing(i)
	}
	return err
}

// marshalToken returns the token of an enum, and unmarshalToken finds it again.
func marshalToken(tokens []string, i int, what string) ([]byte, error) {
	if i >= len(tokens) || tokens[i] == "" {
		return nil, fmt.Errorf("%s %d is out of range", what, i)
	}
	return []byte(tokens[i]), nil
}

func unmarshalToken(tokens []string, text []byte, what string) (int, error) {
	for i, known := range tokens {
		if known != "" && known == string(text) {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%s %q is none of %q", what, clip(text), tokens)
}

// clip keeps an error text short.
func clip(text []byte) []byte { return text[:min(len(text), 64)] }

// valueArg is the argument for a value of an attribute: it goes through the Namer
// under the name of the attribute, unless that is a kind check renders itself.
func valueArg(key, attribute, value string) check.Arg {
	switch attribute {
	case check.KindInt, check.KindText, check.KindValue, check.KindTerm:
		return check.Value(key, value)
	}
	return check.ID(key, attribute, value)
}
