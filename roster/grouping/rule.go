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

// A Rule is one thing that every grouping must keep, or is to keep as far as its
// weight goes: see [Soft]. The set of rules is closed: [Together], [Apart], [Fixed],
// [Barred], [AtLeast], [AtMost], [NotAlone], [Whole], [Spread], [Served], [Separate]
// and [Role].
type Rule interface {
	// columns returns what the rule counts; check has found it valid.
	columns(b *builder) []column
	// check reports what is wrong with the rule itself.
	check(v *validator) check.Problems
	// soft returns weight and level.
	soft() Soft
}

var _ = []Rule{
	Together{},
	Apart{},
	Fixed{},
	Barred{},
	AtLeast{},
	AtMost{},
	NotAlone{},
	Whole{},
	Spread{},
	Served{},
	Separate{},
	Role{},
}

// Soft (加权规则) makes a rule one that may be broken at a price. The zero Soft leaves
// it hard (硬性规则): every grouping keeps it.
//
// What a rule is broken by is counted in people, place by place, as each rule says,
// and is a part of the [Value].
type Soft struct {
	// Weight is what each of those people costs, 1 to MaxRuleWeight; 0 is a hard rule.
	Weight int `json:"weight,omitzero"`

	// Level is that of [Balance]: 1 to [Levels]−1, 0 is read as 1. On one level the
	// costs of rules count one for one with those of goals. A hard rule has none.
	Level int `json:"level,omitzero"`
}

func (s Soft) soft() Soft { return s }

// rank is the level inside: see levels.
func (s Soft) rank() int {
	if s.Level < 0 { // a hard rule that gives, see relaxed
		return gives + s.Level
	}
	return gives + max(s.Level, 1)
}

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
	Spread   []Spread   `json:"spread,omitzero"`
	Served   []Served   `json:"served,omitzero"`
	Separate []Separate `json:"separate,omitzero"`
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
			walk(yield, "spread", r.Spread) &&
			walk(yield, "served", r.Served) &&
			walk(yield, "separate", r.Separate) &&
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
		len(r.AtMost) + len(r.NotAlone) + len(r.Whole) + len(r.Spread) + len(r.Served) + len(r.Separate) + len(r.Roles)
}

// Together (必须同组) keeps two or more people in one group. It is broken by those
// outside the group that has the most of them.
type Together struct {
	People []roster.PersonID `json:"people"`
	Soft   `json:"soft,omitzero"`
}

// Apart (不得同组) keeps two or more people in different groups, each in one of
// its own. It is broken by those beyond one in each group.
type Apart struct {
	People []roster.PersonID `json:"people"`
	Soft   `json:"soft,omitzero"`
}

// Fixed (指定编组) puts a person into a group. It is broken by the one person.
type Fixed struct {
	Person roster.PersonID `json:"person"`
	Place  PlaceID         `json:"place"`
	Soft   `json:"soft,omitzero"`
}

// Barred (不得编入) keeps a person out of a group. It is broken by the one person.
type Barred struct {
	Person roster.PersonID `json:"person"`
	Place  PlaceID         `json:"place"`
	Soft   `json:"soft,omitzero"`
}

// AtLeast asks that each group have at least Count people of a kind. It is broken by
// those missing.
type AtLeast struct {
	Kind  Kind `json:"kind"`
	Count int  `json:"count"` // at least 1

	// Places are the groups the rule speaks of; none listed is all of them.
	Places []PlaceID `json:"places,omitzero"`
	Soft   `json:"soft,omitzero"`
}

// AtMost asks that each group have at most Count people of a kind. It is broken by
// those beyond.
type AtMost struct {
	Kind  Kind `json:"kind"`
	Count int  `json:"count"` // 0 keeps the kind out

	// Places are the groups the rule speaks of; none listed is all of them.
	Places []PlaceID `json:"places,omitzero"`
	Soft   `json:"soft,omitzero"`
}

// NotAlone asks that nobody be alone in a kind: a group has none of it or at
// least Count. With the attribute of languages it makes language groups (语种小组). It
// is broken by those in the group or those missing, whichever are fewer.
type NotAlone struct {
	// Kind without a value speaks of each value of its attribute on its own.
	Kind  Kind `json:"kind"`
	Count int  `json:"count,omitzero"` // at least 2; 0 is read as 2
	Soft  `json:"soft,omitzero"`
}

// Whole (整建制编组) keeps all people of a kind in one group. It is broken as
// [Together] is.
type Whole struct {
	// Kind without a value speaks of each value of its attribute on its own: with
	// the attribute of delegations, every delegation is kept whole.
	Kind Kind `json:"kind"`
	Soft `json:"soft,omitzero"`
}

// Spread (均匀分布) asks that each group have its share of a kind, rounded down or up;
// the share is that of [Balance]. It is broken by those missing and those beyond.
type Spread struct {
	// Kind without a value speaks of each value of its attribute on its own.
	Kind Kind `json:"kind"`
	Soft `json:"soft,omitzero"`
}

// Served (配备) asks for at least Count people of the kind By in every group that has
// anybody of Kind: an interpreter where somebody needs one. It is broken by those
// missing, or those to be served if they are fewer.
type Served struct {
	Kind  Kind `json:"kind"`
	By    Kind `json:"by"`
	Count int  `json:"count,omitzero"` // at least 1; 0 is read as 1
	Soft  `json:"soft,omitzero"`
}

// Separate (不得混编) asks that no group have people of both kinds; nobody may be of
// both. It is broken by the people of the kind that has fewer there.
type Separate struct {
	Kind Kind `json:"kind"`
	From Kind `json:"from"`
	Soft `json:"soft,omitzero"`
}

// Names of the two roles a group usually has. Any other name may be used.
const (
	Convener = "convener" // 召集人
	Recorder = "recorder" // 记录人
)

// A Role asks that each group have people who can hold it, by qualification and
// rank, and that they be named. Nobody holds two roles. It is broken by the holders
// missing; where people are short, hard roles are filled first, then those of the
// earliest level and the greatest weight.
type Role struct {
	ID    string `json:"id"`    // such as Convener
	Count int    `json:"count"` // holders in every group, at least 1

	// Who may hold the role; the zero Kind is everybody.
	Who Kind `json:"who,omitzero"`

	// Floor is the lowest rank that may hold the role: ranks 1 to Floor may. 0 asks
	// for no rank.
	Floor int `json:"floor,omitzero"`

	Soft `json:"soft,omitzero"`
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
