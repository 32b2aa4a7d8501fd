// Package grouping divides people into discussion groups (会议编组).
//
// [Allocate] takes the people with their attributes, the groups to fill, the rules
// to keep and what to spread evenly, and returns [Groups]: a grouping that keeps
// every hard rule, with its value, a bound that no grouping beats, and what is known
// of its quality. Most users need that call and one more, [Groups.Explain], which says
// why a person is where they are and what every other group would cost:
//
//	groups, err := grouping.Allocate(ctx, problem, nil)
//	why, ok := groups.Explain("p17")
//
// [Groups.Met] says how every rule was met and where it is tightest, [Groups.Goals]
// what the value is the sum of.
//
// Whoever takes over by hand asks [Propose] what an exchange or a move would do before
// it is done; [Adopt] makes a result of a draft, [Check] looks at one, [ParseGroups]
// reads a result back.
//
// [Repair] adapts a grouping to people who dropped out or arrived, to other rooms and
// rules, with few moves, each with its reason. [Rotate] divides people anew in several
// rounds so that as few as possible meet again: [Rounds], with [CheckRounds] and
// [ParseRounds].
//
// # Terms
//
// A group (小组) fills a [Place]: a room, a table, or a mere number. A convener
// (召集人) leads a group and a recorder (记录人) serves it; both are a [Role].
// People kept together (必须同组) are a unit; people apart (不得同组) are each in a
// group of their own. A delegation (代表团) is an attribute like any other: kept
// [Whole], or spread evenly, by the rule [Spread] or the goal [Balance]. A language
// group (语种小组) is [NotAlone], an interpreter where one is needed [Served].
//
// A hard rule (硬性规则) is kept by every grouping; a weighted one (加权规则, [Soft]) may
// be broken at a price; a hard one gives way (让步, [Give]) only where it must and was
// asked to. A proposal (调整方案, [Proposal]) is what changes by hand would do.
//
// The size of a group counts its members; [Person.Extra] people, such as staff,
// need a seat in the room and may hold a role, but are no members. Sizes are even
// unless [Sizing] says otherwise. A count is even if it is the group's share rounded
// down or up; see [Balance] for the share where groups are of different size.
//
// # Rules and objective
//
// Every hard rule is kept, or there is no result: if the rules contradict each other,
// the error names the people and rules that do, and [ErrInfeasible] is its cause. Only
// if Options.Relax asks for it there is an answer even then: the rules it names give by
// as little as they can, in the order asked for, and [Groups.Gave] lists them.
// Contradictions that show by counting are found at any size: units that fit
// nowhere, people both together and apart, more people than groups of whom no two
// may share one, too few to hold a role, people whose places together do not take them.
// Problems of up to 16 units are searched through. Where no grouping was found of a
// larger one, those are whom more than the sizes counts, up to 2,000: then none of the
// rules named can be left out, for without any one of them there is a grouping; or the
// finding says that this could not be proven of all. A search that takes too long ends
// with [ErrUndecided].
//
// The [Value] decides among the groupings that keep the hard rules, level by level: an
// earlier level decides before a later one, and on one level the costs of goals and of
// weighted rules are added, each times its weight. So the order of goals is by level,
// by weight, or both, as the caller sets Level and Weight. A weighted rule costs by the
// people it is broken by, which each kind of rule counts as its own text says.
// [Balance] spreads the values of an attribute evenly, [Pairs] puts together people
// who differ much, or little, by a number for each two of them; [Acquainted] makes
// such numbers of who has met whom.
//
// # Values and proofs
//
// A [Value] is 0 where every count is even and every weighted rule kept, and that is its
// own proof. The bound of
// a value taken by itself (the even spread, with the people who can only be in one
// group, and the largest unit) is cheap and often met: a hundred thousand people with
// five skewed attributes are proven optimal in about a second. Problems of
// up to 16 units are proven by search. Otherwise the status is [LocalOptimum], and
// the gap between Value and Bound says how much is open.
//
// What pairs cost is not 0 at best. Their bound takes each person with the cheapest
// company there is, and is far off for more than a dozen people: the gap says so.
// Where nothing but sizes and pairs matters, an engine of its own tries about a hundred
// times as many exchanges; with rules or goals beside them the common one does.
//
// # Units
//
// Sizes and counts are people, and so is what rules are broken by. Values are the squared
// deviations of [Balance] and the people of weighted rules, times weights, and the
// numbers of [Pairs] in the caller's unit. Steps are groupings tried;
// in the engine for pairs, looks at a person or at an exchange of two.
// Nothing is a float.
//
// # Errors
//
// Findings are a [check.Problems]: first those of [Problem.Validate], then the
// contradictions. ErrUndecided and an ended context are errors of their own.
//
// # Determinism
//
// The same version gives the same bytes for the same problem, seed and steps on
// every architecture. The order of people and rules and the identifiers of places
// decide nothing. Identifiers of people decide only where [Person.Order] does not.
// A later version may find better groupings.
//
// # Sources
//
// House custom throughout: no published text prescribes how delegates are divided.
// The even spread as a bound and annealing over exchanges are known from the
// literature on maximally diverse grouping and anticlustering (Feo and Khellaf
// 1990; Papenberg and Klau 2021). The bound of pairs is the row-wise one. The condition for roles is Hall's theorem (1935).
//
// # Non-goals
//
// Sizes and rooms have no weights: [NearEven] and [Within] are how to bend them. Who
// holds a role in a group is decided by rank, not by hand; whoever is not to hold it is
// left out of the kind the [Role] asks for. A [Rotation] knows no attributes.
//
// Rounds over a finite field, and searching for them where there is none, are known
// as the social golfer problem (Dotú and Van Hentenryck 2005; Triska and Musliu 2012).
//
// # Decisions
//
// Rules are data in lists by kind ([RuleLists]), and each kind is a type of the
// closed set [Rule]. One list of a sum type would need a form of its own in JSON;
// lists by kind read as plain JSON and give every rule a path, rules.apart[3], by
// which findings and reasons name it. A new kind is a new field.
//
// Everything that counts is one mechanism: a column counts some people per group
// and has bounds, a goal counts and has a cost. Apart is a column of at most one;
// roles are columns by Hall's theorem; a room is a column of everybody. So a new
// rule needs no new search.
//
// A weighted rule is broken by people, never by yes or no, so that half a delegation
// kept is better than none, and its weight is the price of one person. What a unit
// that is torn is broken by is counted from its largest part: those who would have to
// go there. A count of two kinds, [Served] and [Separate], is one number, the second
// kind in units beyond the first, so that it moves as every count does. Roles of which
// some are weighted are no sum of counts; which seats stay empty follows from Hall's
// theorem, taken role by role.
//
// Rules that give are weighted on levels before those of a Value. A result by which
// rules gave is therefore sought, bounded, proven and checked as any other; it is found
// only after the proof that all rules together cannot be kept, never in its place.
//
// A [Proposal] works on a [Draft], not on Groups: whoever moves people by hand breaks a
// rule on the way and mends it with the next move. A Put moves one person, never a
// unit, for the same reason.
//
// Documents are written in the oldest version that holds them, so that a reader of
// that version still reads what needs nothing newer.
//
// Pairs are no counts: what a person costs with each group is kept beside them, so
// that every rule works with pairs. That costs memory and time in proportion to
// people times groups, which rules do not need, hence the limit of [MaxPaired]. The
// engine for pairs alone is apart, for it owes its speed to what it does not know.
// A value of pairs is what is lost, not what is gained: less is better throughout,
// and one order of Values serves all goals.
//
// A Rotation is an input of its own, not a Problem with rounds: what makes it quick,
// the field and the count of meetings, leaves no room for attributes. What rounds
// are asked for most it knows: who may not meet, who may convene, who has met on an
// earlier day, tables of different sizes. Whoever needs more allocates round by round,
// with [Acquainted].
//
// A repair is greedy: it takes the change that mends most and moves fewest, until
// nothing is broken, and goes far only if that leads nowhere. A search of all repairs
// would be slow for many people, and rarely find fewer moves: instead a count of who must
// leave, who must come and what the sizes then ask nearly always proves that there are
// none. Only problems that are searched through anyway are searched for fewer moves.
//
// Evenness is measured against a share that does not depend on who is where: the
// size a group would have if people could be divided. Measured against the actual
// size, 27 and 28 members would be due different numbers of women, and no grouping
// of 820 people could be even. Whoever bounds sizes to 10 and 50 gets shares in
// that proportion.
//
// Even sizes are a rule, not a wish, so that "differ by at most one" can be relied
// on. Units often make that impossible; then [NearEven] is asked for, in words.
package grouping
