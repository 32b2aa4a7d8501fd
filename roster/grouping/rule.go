package grouping

import (
	"iter"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Kind is the people who have a value of an attribute.
type Kind struct {
	Attribute string `json:"attribute"`
	Value     string `json:"value,omitzero"`
}

// A Rule is one thing that every grouping must keep. The set of rules is closed:
// [Together], [Apart], [Fixed], [Barred], [AtLeast], [AtMost], [NotAlone], [Whole]
// and [Role].
type Rule interface {
	// compile adds what the rule asks to the model; check has found it valid.
	compile(b *builder, path string)
	// check reports what is wrong with the rule itself.
	check(v *validator) check.Problems
}

var _ = []Rule{Together{}, Apart{}, Fixed{}, Barred{}, AtLeast{}, AtMost{}, NotAlone{}, Whole{}, Role{}}

// RuleLists are the rules of a [Problem], by kind. Their order decides nothing.
type RuleLists struct {
	Together []Together `json:"together,omitzero"`
	Apart    []Apart    `json:"apart,omitzero"`
	Fixed    []Fixed    `json:"fixed,omitzero"`
	Barred   []Barred   `json:"barred,omitzero"`
	AtLeast  []AtLeast  `json:"atLeast,omitzero"`
	AtMost   []AtMost   `json:"atMost,omitzero"`
	NotAlone []NotAlone `json:"notAlone,omitzero"`
	Whole    []Whole    `json:"whole,omitzero"`
	Roles    []Role     `json:"roles,omitzero"`
}

// All walks the rules with their paths below the Problem, kind by kind in the
// order of the fields.
func (r RuleLists) All() iter.Seq2[string, Rule] {
	return func(yield func(string, Rule) bool) {
		_ = walk(yield, "together", r.Together) &&
			walk(yield, "apart", r.Apart) &&
			walk(yield, "fixed", r.Fixed) &&
			walk(yield, "barred", r.Barred) &&
			walk(yield, "atLeast", r.AtLeast) &&
			walk(yield, "atMost", r.AtMost) &&
			walk(yield, "notAlone", r.NotAlone) &&
			walk(yield, "whole", r.Whole) &&
			walk(yield, "roles", r.Roles)
	}
}

func walk[R Rule](yield func(string, Rule) bool, key string, rules []R) bool {
	for i, r := range rules {
		if !yield(check.Index("rules."+key, i), r) {
			return false
		}
	}
	return true
}

// Len is the number of rules.
func (r RuleLists) Len() int {
	return len(r.Together) + len(r.Apart) + len(r.Fixed) + len(r.Barred) + len(r.AtLeast) +
		len(r.AtMost) + len(r.NotAlone) + len(r.Whole) + len(r.Roles)
}

// Together (必须同组) keeps two or more people in one group.
type Together struct {
	People []roster.PersonID `json:"people"`
}

// Apart (不得同组) keeps two or more people in different groups, each in one of
// its own.
type Apart struct {
	People []roster.PersonID `json:"people"`
}

// Fixed (指定编组) puts a person into a group.
type Fixed struct {
	Person roster.PersonID `json:"person"`
	Place  PlaceID         `json:"place"`
}

// Barred (不得编入) keeps a person out of a group.
type Barred struct {
	Person roster.PersonID `json:"person"`
	Place  PlaceID         `json:"place"`
}

// AtLeast asks that each group have at least Count people of a kind.
type AtLeast struct {
	Kind  Kind `json:"kind"`
	Count int  `json:"count"` // at least 1

	// Places are the groups the rule speaks of; none listed is all of them.
	Places []PlaceID `json:"places,omitzero"`
}

// AtMost asks that each group have at most Count people of a kind.
type AtMost struct {
	Kind  Kind `json:"kind"`
	Count int  `json:"count"` // 0 keeps the kind out

	// Places are the groups the rule speaks of; none listed is all of them.
	Places []PlaceID `json:"places,omitzero"`
}

// NotAlone asks that nobody be alone in a kind: a group has none of it or at
// least Count.
type NotAlone struct {
	// Kind without a value speaks of each value of its attribute on its own.
	Kind  Kind `json:"kind"`
	Count int  `json:"count,omitzero"` // at least 2; 0 is read as 2
}

// Whole (整建制编组) keeps all people of a kind in one group.
type Whole struct {
	// Kind without a value speaks of each value of its attribute on its own: with
	// the attribute of delegations, every delegation is kept whole.
	Kind Kind `json:"kind"`
}

// Names of the two roles a group usually has. Any other name may be used.
const (
	Convener = "convener" // 召集人
	Recorder = "recorder" // 记录人
)

// A Role asks that each group have people who can hold it, by qualification and
// rank, and that they be named. Nobody holds two roles.
type Role struct {
	ID    string `json:"id"`    // such as Convener
	Count int    `json:"count"` // holders in every group, at least 1

	// Who may hold the role; the zero Kind is everybody.
	Who Kind `json:"who,omitzero"`

	// Floor is the lowest rank that may hold the role: ranks 1 to Floor may. 0 asks
	// for no rank.
	Floor int `json:"floor,omitzero"`
}

// mayHold reports whether a person has qualification and rank.
func (r Role) mayHold(p *Person) bool {
	return (r.Who == Kind{} || p.is(r.Who)) && (r.Floor == 0 || p.Rank > 0 && p.Rank <= r.Floor)
}

// is reports whether the person is of the kind.
func (p *Person) is(k Kind) bool { return k.Value != "" && p.Attributes[k.Attribute] == k.Value }

// roleArg is the argument for the name of a role.
func roleArg(key, id string) check.Arg {
	switch id {
	case Convener:
		return check.Term(key, "召集人", "convener")
	case Recorder:
		return check.Term(key, "记录人", "recorder")
	}
	return check.ID(key, KindRole, id)
}
