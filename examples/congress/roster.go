package main

import (
	"strconv"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// shown is how many names of a long list the report prints.
const shown = 12

// rosterSection puts everyone into their official order: the leaders as approved,
// then the delegates by surname strokes, then the other classes, each by surname
// strokes; the newly elected by votes first.
func (j *job) rosterSection() error {
	strokes := roster.ByName{Order: nameorder.SurnameStrokes(nil)}
	byClass := map[roster.Capacity][]roster.PersonID{}
	for _, a := range j.people {
		if len(a.Posts) > 0 {
			j.leaders = append(j.leaders, a.ID)
			continue
		}
		byClass[a.Capacity] = append(byClass[a.Capacity], a.ID)
	}
	approved := roster.ByApproved{People: j.leaders, Source: j.say("预备会议通过的主席团名单", "list of the presidium, adopted by the preparatory meeting")}
	var err error
	j.ranking, err = j.roster.Rank(
		roster.Section{Title: j.say("主席团", "Presidium"), Members: j.leaders, Keys: []roster.Key{approved}},
		roster.Section{Title: j.say("代表（按姓氏笔画为序）", "Delegates, by surname strokes"), Members: byClass[roster.Delegate], Keys: []roster.Key{strokes}},
		roster.Section{Title: j.say("列席人员（按姓氏笔画为序）", "Non-voting attendees, by surname strokes"), Members: byClass[roster.NonVoting], Keys: []roster.Key{strokes}},
		roster.Section{Title: j.say("新当选人员（按得票多少，得票相等的按姓氏笔画为序）", "Newly elected, by votes, then surname strokes"), Members: byClass[roster.Elected], Keys: []roster.Key{roster.ByVotes{}, strokes}},
	)
	if err != nil {
		return err
	}
	j.tell("  正式代表 %d 人，列席人员 %d 人，新当选人员 %d 人，共 %d 人；代表团 %d 个。另有大会秘书处工作人员 %d 人。\n",
		"  %d delegates, %d non-voting attendees, %d newly elected, %d persons; %d delegations. The secretariat has a staff of %d.\n",
		delegates, nonVoting, elected, j.roster.Len()-staff, len(delegations), staff)
	for title, ids := range j.ranking.Sections() {
		j.tell("  %s，%d 人：\n", "  %s, %d:\n", title, len(ids))
		for i, id := range ids[:min(len(ids), shown)] {
			p, _ := j.roster.Person(id)
			j.printf("    %s", p.Name.WithNote())
			if i > 0 {
				j.printf("　%s", j.why(j.ranking.Explain(ids[i-1], id)...))
			}
			j.printf("\n")
		}
		if rest := len(ids) - shown; rest > 0 {
			j.tell("    …另有 %d 人\n", "    … and %d more\n", rest)
		}
	}
	ties := j.ranking.Problems()
	if ties.Len() == 0 {
		j.tell("  没有分不出先后的人员。\n", "  Nobody is tied.\n")
	}
	j.findings(ties)

	rows := [][]string{{"position", "id", "name", "note", "capacity", "body"}}
	for n, id := range j.ranking.All() {
		p, _ := j.roster.Person(id)
		rows = append(rows, []string{strconv.Itoa(n), string(id), p.Name.String(), p.Name.Note, p.Capacity.String(), string(p.Org)})
	}
	if err := j.keepTSV("roster.tsv", rows); err != nil {
		return err
	}
	if err := j.keepJSON("roster.json", j.roster); err != nil {
		return err
	}
	return j.keepJSON("ranking.json", j.ranking)
}
