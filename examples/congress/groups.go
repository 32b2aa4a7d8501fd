package main

import (
	"context"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

const groupCount = 30

// groupSection divides the delegates into 30 groups with a convener each, so that
// delegations, sexes, peoples, sectors and ages are spread evenly.
func (j *job) groupSection() error {
	problem := grouping.Problem{
		Places: grouping.Numbered(groupCount),
		Rules:  grouping.RuleLists{Roles: []grouping.Role{{ID: grouping.Convener, Count: 1, Floor: 2}}},
		Objective: grouping.Objective{Balance: []grouping.Balance{
			{Attribute: roster.KindOrg}, {Attribute: "sex"}, {Attribute: "people"}, {Attribute: "sector"}, {Attribute: "age"},
		}},
	}
	for _, a := range j.people {
		if a.Capacity != roster.Delegate {
			continue
		}
		people := "minority"
		if a.Ethnicity == "汉族" {
			people = "han"
		}
		order, _ := j.ranking.Position(a.ID)
		problem.People = append(problem.People, grouping.Person{
			ID: a.ID, Order: order, Rank: a.Rank,
			Attributes: map[string]string{roster.KindOrg: string(a.Org), "sex": a.Sex.String(), "people": people, "sector": a.sector, "age": a.band},
		})
	}
	groups, err := grouping.Allocate(context.Background(), problem, &grouping.Options{Seed: 2026})
	if err != nil {
		return err
	}
	if _, broken := grouping.Check(problem, groups.Draft()); broken.Len() > 0 {
		return broken
	}
	j.tell("  代表 %d 人编为 %d 组，每组召集人 1 名；结果：%s，偏差 %d，下限 %d。\n",
		"  %d delegates in %d groups with one convener each; %s, unevenness %d, bound %d.\n",
		len(problem.People), groups.Len(), j.say(groups.Status().Label(), groups.Status().String()), groups.Value()[1], groups.Bound()[1])
	rows := [][]string{{"group", "role", "id", "name", "body"}}
	for place, members := range groups.All() {
		holders := groups.Holders(place, grouping.Convener)
		women, minorities := 0, 0
		bodies := map[roster.OrgID]bool{}
		for _, id := range members {
			p, _ := j.roster.Person(id)
			if p.Sex == roster.Female {
				women++
			}
			if p.Ethnicity != "汉族" {
				minorities++
			}
			bodies[p.Org] = true
			role := "member"
			if len(holders) > 0 && id == holders[0] {
				role = grouping.Convener
			}
			rows = append(rows, []string{string(place), role, string(id), p.Name.String(), string(p.Org)})
		}
		j.tell("  第%s组　召集人 %s　%d 人，女 %d 人，少数民族 %d 人，来自 %d 个代表团\n",
			"  Group %s: convener %s, %d members, %d women, %d of minorities, from %d delegations\n",
			place, j.name(roster.KindPerson, string(holders[0])), len(members), women, minorities, len(bodies))
	}
	someone := groups.Members("1")[1]
	if ex, ok := groups.Explain(someone); ok {
		best := ex.Others[0]
		j.tell("  为什么 %s 在第%s组：%s。若移到第%s组，偏差增加 %d。\n",
			"  Why %s is in group %s: %s. In group %s the unevenness would grow by %d.\n",
			j.name(roster.KindPerson, string(someone)), ex.Place, check.Sentences(j.lang, j.groupName, ex.Reasons...), best.Place, best.Change[1])
	}
	if err := j.keepTSV("groups.tsv", rows); err != nil {
		return err
	}
	return j.keepJSON("groups.json", groups)
}

// groupName knows what the rooms call groups by, beside people and bodies.
func (j *job) groupName(kind, id string) string {
	if kind == grouping.KindPlace {
		return j.say("第"+id+"组", "group "+id)
	}
	return j.name(kind, id)
}
