package grouping_test

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// delegates are twelve people of three delegations; those of rank 1 may convene.
func delegates() []grouping.Person {
	var out []grouping.Person
	for i, line := range strings.Split(strings.TrimSpace(`
		d01 east f 1
		d02 east m 1
		d03 east m 2
		d04 east f 2
		d05 west m 1
		d06 west f 2
		d07 west m 2
		d08 west m 2
		d09 north f 1
		d10 north m 2
		d11 north m 2
		d12 north m 2`), "\n") {
		var id, delegation, sex string
		var rank int
		_, _ = fmt.Sscan(line, &id, &delegation, &sex, &rank)
		out = append(out, grouping.Person{
			ID: roster.PersonID(id), Order: i + 1, Rank: rank,
			Attributes: map[string]string{"delegation": delegation, "sex": sex},
		})
	}
	return out
}

// discussion divides them into four groups with a convener each.
func discussion() grouping.Problem {
	return grouping.Problem{
		People: delegates(),
		Places: grouping.Numbered(4),
		Rules: grouping.RuleLists{
			Apart: []grouping.Apart{{People: []roster.PersonID{"d03", "d10"}}},
			Roles: []grouping.Role{{ID: grouping.Convener, Count: 1, Floor: 1}},
		},
		Objective: grouping.Objective{Balance: []grouping.Balance{
			{Attribute: "delegation"},
			{Attribute: "sex"},
		}},
	}
}

// names is a Namer with the words of the meeting.
func names(kind, id string) string {
	switch kind {
	case grouping.KindPlace:
		return "第" + id + "组"
	case grouping.KindRule:
		return "《编组规则》" + id
	}
	words := map[string]string{
		"delegation": "代表团", "east": "东部", "west": "西部", "north": "北部",
		"sex": "性别", "f": "女", "m": "男",
	}
	return words[id]
}

func ExampleAllocate() {
	groups, err := grouping.Allocate(context.Background(), discussion(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(groups.Status(), groups.Status().Label(), "value", groups.Value(), "bound", groups.Bound())
	for place, members := range groups.All() {
		fmt.Println(place, members, "convener", groups.Holders(place, grouping.Convener))
	}
	// Output:
	// optimal 已证最优 value [0 0 0 0] bound [0 0 0 0]
	// 1 [d01 d07 d10] convener [d01]
	// 2 [d02 d06 d11] convener [d02]
	// 3 [d03 d08 d09] convener [d09]
	// 4 [d04 d05 d12] convener [d05]
}

func ExampleAllocate_infeasible() {
	problem := discussion()
	problem.Rules.Together = []grouping.Together{
		{People: []roster.PersonID{"d03", "d07"}},
		{People: []roster.PersonID{"d07", "d10"}},
	}
	_, err := grouping.Allocate(context.Background(), problem, nil)
	fmt.Println(errors.Is(err, grouping.ErrInfeasible))
	if report, ok := errors.AsType[check.Problems](err); ok {
		fmt.Print(report.Text(check.En, nil))
		fmt.Print(report.Text(check.ZhHans, names))
	}
	// Output:
	// true
	// rules.apart[0]: d03 and d10 are to be apart, but rules.together[0], rules.together[1] keep them together
	// rules.apart[0]: d03与d10不得同组，但按 《编组规则》rules.together[0]、《编组规则》rules.together[1] 必须同组
}

func ExampleGroups_Explain() {
	groups, err := grouping.Allocate(context.Background(), discussion(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	why, _ := groups.Explain("d03")
	fmt.Println(why.Place, check.Sentences(check.ZhHans, names, why.Reasons...))
	for _, other := range why.Others {
		fmt.Println(other.Place, "move:", check.Sentences(check.En, nil, other.Breaks...))
		fmt.Println("  exchange with", other.Exchange, "adds", other.ExchangeChange)
	}
	fmt.Println(check.Sentences(check.ZhHans, names, why.Others[0].Worse...))
	// Output:
	// 3 移到其他各组或与其成员对调，均衡程度都会变差
	// 1 move: rules.apart[0] would be broken; the sizes of the groups would leave their bounds
	//   exchange with [d10] adds [0 4 0 0]
	// 2 move: the sizes of the groups would leave their bounds
	//   exchange with [d11] adds [0 4 0 0]
	// 4 move: the sizes of the groups would leave their bounds
	//   exchange with [d04] adds [0 4 0 0]
	// 第3组代表团为东部的将有 0 人，均衡数为 1 人；第3组代表团为北部的将有 2 人，均衡数为 1 人；第1组代表团为东部的将有 2 人，均衡数为 1 人；第1组代表团为北部的将有 0 人，均衡数为 1 人
}

func ExampleGroups_Tallies() {
	groups, err := grouping.Allocate(context.Background(), discussion(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range groups.Tallies("1") {
		what := strings.TrimSpace(t.Attribute + " " + t.Value)
		fmt.Printf("%s: %d (%d to %d)\n", cmp.Or(what, "size"), t.Count, t.Low, t.High)
	}
	// Output:
	// size: 3 (3 to 3)
	// delegation east: 1 (1 to 1)
	// delegation north: 1 (1 to 1)
	// delegation west: 1 (1 to 1)
	// sex f: 1 (1 to 1)
	// sex m: 2 (2 to 2)
}

func ExampleCheck() {
	problem := discussion()
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	draft := groups.Draft() // to be changed by hand: d03 and d07 change places
	draft.Groups[0].Members = []roster.PersonID{"d01", "d03", "d10"}
	draft.Groups[2].Members = []roster.PersonID{"d07", "d08", "d09"}
	value, found := grouping.Check(problem, draft)
	fmt.Println(value)
	fmt.Print(found.Text(check.En, nil))
	// Output:
	// [0 4 0 0]
	// groups[0]: 1 does not keep rules.apart[0]
}

func ExampleParseGroups() {
	problem := discussion()
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	data, err := json.Marshal(groups)
	if err != nil {
		fmt.Println(err)
		return
	}
	back, err := grouping.ParseGroups(data, problem)
	fmt.Println(back.Len(), back.Status(), err)
	// Output: 4 optimal <nil>
}

func ExampleWhole() {
	problem := discussion()
	problem.Rules = grouping.RuleLists{Whole: []grouping.Whole{{Kind: grouping.Kind{Attribute: "delegation"}}}}
	problem.Objective = grouping.Objective{}
	problem.Places = grouping.Numbered(2)
	_, err := grouping.Allocate(context.Background(), problem, nil)
	fmt.Println(err)

	problem.Sizes = grouping.NearEven
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	for place, members := range groups.All() {
		fmt.Println(place, members, groups.Value(), err)
	}
	// Output:
	// allocate: rules.whole[0]: within the sizes of the groups rules.whole[0] cannot be kept; without any one of them the rest can
	// 1 [d01 d02 d03 d04 d09 d10 d11 d12] [8 0 0 0] <nil>
	// 2 [d05 d06 d07 d08] [8 0 0 0] <nil>
}

// Six people whose fields lie so many years of study apart, in two groups that
// bring as much difference as can be to one table.
func ExamplePairs() {
	problem := grouping.Problem{
		Places: grouping.Numbered(2),
		Objective: grouping.Objective{Pairs: grouping.Pairs{
			Goal:   grouping.Diverse,
			People: []roster.PersonID{"a", "b", "c", "d", "e", "f"},
			Distances: []int32{
				1, 1, 9, 9, 5, // of a with b, c, d, e, f
				1, 9, 9, 5,
				9, 9, 5,
				1, 5,
				5,
			},
		}},
	}
	for _, id := range problem.Objective.Pairs.People {
		problem.People = append(problem.People, grouping.Person{ID: id})
	}
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for place, members := range groups.All() {
		fmt.Println(place, members)
	}
	fmt.Println("lost between the groups:", groups.Value()[1], groups.Status())
	// Output:
	// 1 [a c d]
	// 2 [b e f]
	// lost between the groups: 45 optimal
}

// The delegations are to stay whole, which even sizes do not allow: as a wish it holds
// as far as it can.
func ExampleSoft() {
	problem := discussion()
	problem.Rules.Whole = []grouping.Whole{{
		Kind: grouping.Kind{Attribute: "delegation"},
		Soft: grouping.Soft{Weight: 1},
	}}
	problem.Objective = grouping.Objective{Balance: []grouping.Balance{{Attribute: "sex", Level: 2}}}
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for place, members := range groups.All() {
		fmt.Println(place, members)
	}
	for _, goal := range groups.Goals() {
		fmt.Println("level", goal.Level, goal.Path, goal.Cost)
	}
	// Output:
	// 1 [d01 d08 d12]
	// 2 [d02 d03 d04]
	// 3 [d05 d06 d07]
	// 4 [d09 d10 d11]
	// level 1 rules.whole[0] 3
	// level 2 objective.balance[0] 0
}

// Two women in every group are wished for, and there are four.
func ExampleGroups_Met() {
	problem := discussion()
	problem.Rules.AtLeast = []grouping.AtLeast{{
		Kind: grouping.Kind{Attribute: "sex", Value: "f"}, Count: 2, Soft: grouping.Soft{Weight: 3},
	}}
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, met := range groups.Met() {
		fmt.Println(check.Sentences(check.En, nil, met.Reasons()...))
		fmt.Println(check.Sentences(check.ZhHans, names, met.Reasons()...))
	}
	// Output:
	// rules.apart[0] (apart) is kept
	// 《编组规则》rules.apart[0]（不得同组）已遵守
	// the weighted rules.atLeast[0] is broken by 4, at 3 each 12; in 1 by 1: d01; in 2 by 1: d06; in 3 by 1: d09; in 4 by 1: d04
	// 加权规则 《编组规则》rules.atLeast[0] 有 4 人不合，权重 3，计 12；第1组有 1 人不合，涉及d01；第2组有 1 人不合，涉及d06；第3组有 1 人不合，涉及d09；第4组有 1 人不合，涉及d04
	// rules.roles[0] (role) is kept, with 0 to spare in 1, where it is tightest
	// 《编组规则》rules.roles[0]（任职）已遵守，第1组最紧，尚余 0 人
}

// East and west are to keep apart, a quarrel that leaves no even groups: the rule that
// may give does, by as little as it can.
func ExampleGroups_Gave() {
	problem := discussion()
	problem.Places = grouping.Numbered(2)
	problem.Rules = grouping.RuleLists{Separate: []grouping.Separate{{
		Kind: grouping.Kind{Attribute: "delegation", Value: "east"},
		From: grouping.Kind{Attribute: "delegation", Value: "west"},
	}}, Whole: []grouping.Whole{{Kind: grouping.Kind{Attribute: "delegation"}}}}
	_, err := grouping.Allocate(context.Background(), problem, nil)
	fmt.Println(err)
	groups, err := grouping.Allocate(context.Background(), problem, &grouping.Options{
		Relax: []grouping.Give{{Rule: "rules.whole"}, {Rule: "rules.separate", Order: 2}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, met := range groups.Gave() {
		fmt.Println(check.Sentences(check.En, nil, met.Reasons()...))
	}
	// Output:
	// allocate: rules.whole[0]: within the sizes of the groups rules.whole[0] cannot be kept; without any one of them the rest can
	// the hard rules.whole[0] gave way as allowed, by 2; in 2 by 2: d09, d10
}

// An exchange would leave a group without convener; a second one mends that.
func ExamplePropose() {
	problem := discussion()
	groups, err := grouping.Allocate(context.Background(), problem, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	proposal, err := grouping.Propose(problem, groups.Draft(), grouping.Swap{A: "d09", B: "d11"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(proposal.Breaks.Text(check.En, nil))
	proposal, err = grouping.Propose(problem, proposal.Draft, grouping.Swap{A: "d02", B: "d03"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(proposal.Groups.Status(), proposal.After)
	for _, reason := range proposal.Reasons() {
		fmt.Println(reason.Text(check.ZhHans, names))
	}
	// Output:
	// groups[2]: the convener of 3 does not fit: number, qualification, rank, membership or a second role
	// drafted [0 4 0 0]
	// 第2组的召集人由d02改为d09
	// 第3组的召集人由空缺改为d02
}

// A grouping that somebody wrote on a sheet of paper; who convenes follows.
func ExampleAdopt() {
	problem := discussion()
	draft := grouping.Draft{Groups: []grouping.DraftGroup{
		{Place: "1", Members: []roster.PersonID{"d01", "d06", "d07"}},
		{Place: "2", Members: []roster.PersonID{"d02", "d03", "d08"}},
		{Place: "3", Members: []roster.PersonID{"d04", "d05", "d10"}},
		{Place: "4", Members: []roster.PersonID{"d09", "d11", "d12"}},
	}}
	groups, err := grouping.Adopt(problem, draft)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(groups.Status().Label(), groups.Value(), groups.Holders("4", grouping.Convener))
	// Output:
	// 人工调整 [0 14 0 0] [d09]
}
