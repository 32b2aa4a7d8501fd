package main

import (
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/meeting"
	"github.com/huiwu-go/huiwu/meeting/plan"
	"github.com/huiwu-go/huiwu/roster"
)

// The congress of the dossier: the Tenth Congress of Lanjiang, a province that
// does not exist, from 14 to 19 September 2026. The figures are those of a real
// provincial congress: 820 delegates, 281 non-voting attendees and 103 newly
// elected members, 1,204 persons in all.
const (
	delegates  = 820
	nonVoting  = 281
	elected    = 103
	leaders    = 24 // on the rostrum, in two rows
	staff      = 12 // of the secretariat, beyond the 1,204
	congressID = roster.OrgID("congress")
	presidium  = roster.OrgID("presidium")
)

var (
	firstDay = calendar.MustParseDate("2026-09-14")
	lastDay  = calendar.MustParseDate("2026-09-19")
)

// delegation is a delegation with the number of its delegates.
type delegation struct {
	id, name, short string
	size            int
}

// delegations in the order that the province uses: cities in the order of their
// codes, then the organs, enterprises, schools and the garrison.
var delegations = []delegation{
	{"d01", "澜州市代表团", "澜州", 96},
	{"d02", "清源市代表团", "清源", 68},
	{"d03", "临江市代表团", "临江", 64},
	{"d04", "云门市代表团", "云门", 60},
	{"d05", "白石市代表团", "白石", 56},
	{"d06", "松原口市代表团", "松原口", 54},
	{"d07", "望川市代表团", "望川", 52},
	{"d08", "永和市代表团", "永和", 50},
	{"d09", "南屏市代表团", "南屏", 48},
	{"d10", "双溪市代表团", "双溪", 44},
	{"d11", "北麓自治州代表团", "北麓", 42},
	{"d12", "西河自治州代表团", "西河", 38},
	{"d13", "省直机关代表团", "省直", 58},
	{"d14", "省属企业代表团", "企业", 36},
	{"d15", "高等院校代表团", "高校", 30},
	{"d16", "驻澜部队代表团", "部队", 24},
}

// sectors that the groups should hold in equal parts.
var sectors = []string{"机关", "企业", "农业", "教育", "科技", "卫生"}

// attendee is a person with what the groups are balanced by.
type attendee struct {
	roster.Person
	sector string
	band   string // age band
}

// people builds the bodies, all 1,204 persons and the staff.
func people() ([]attendee, []roster.Org) {
	orgs := []roster.Org{
		{ID: congressID, Name: "澜江省第十次代表大会", Short: "大会", Order: 1},
		{ID: presidium, Name: "大会主席团", Short: "主席团", Parent: congressID, Order: 1},
	}
	for i, d := range delegations {
		orgs = append(orgs, roster.Org{ID: roster.OrgID(d.id), Name: d.name, Short: d.short, Parent: congressID, Order: i + 2})
	}
	for i, name := range []string{"列席人员", "新当选委员", "新当选候补委员", "新当选纪委委员", "大会秘书处"} {
		orgs = append(orgs, roster.Org{
			ID: roster.OrgID(fmt.Sprintf("u%02d", i+1)), Name: name, Parent: congressID, Order: len(delegations) + 2 + i,
		})
	}

	n := newNamer()
	var all []attendee
	add := func(prefix string, i int, org string, c roster.Capacity) *attendee {
		a := attendee{
			Person: roster.Person{ID: roster.PersonID(fmt.Sprintf("%s%04d", prefix, i+1)), Name: n.name(), Capacity: c, Org: roster.OrgID(org), Sex: roster.Male, Rank: 3 + n.rnd.IntN(3)},
			sector: sectors[min(n.rnd.IntN(len(sectors)), n.rnd.IntN(len(sectors)))],
			band:   pick(n, []string{"35岁以下", "36至45岁", "46至55岁", "46至55岁", "56岁以上"}),
		}
		if n.rnd.IntN(100) < 36 {
			a.Sex = roster.Female
		}
		a.Ethnicity = "汉族"
		if n.rnd.IntN(8) == 0 {
			a.Ethnicity = pick(n, peoples)
		}
		all = append(all, a)
		return &all[len(all)-1]
	}
	i := 0
	for _, d := range delegations {
		for j := range d.size {
			a := add("p", i, d.id, roster.Delegate)
			switch { // three or four of each delegation lead offices and may convene a group
			case j < 3:
				a.Rank = 2
			case j == 3 && d.size > 50:
				a.Rank = 2
			}
			i++
		}
	}
	for j, w := range whole {
		a := &all[j*67+11]
		a.Name, a.Ethnicity = roster.Name{Given: w.name}, w.people
	}
	for j := range nonVoting {
		add("q", j, "u01", roster.NonVoting)
	}
	for j := range elected {
		org := "u02"
		switch {
		case j >= 72:
			org = "u04"
		case j >= 60:
			org = "u03"
		}
		a := add("r", j, org, roster.Elected)
		a.Votes = 800 - n.rnd.IntN(60)
	}
	for j := range staff {
		add("s", j, "u05", roster.Staff)
	}
	seatLeaders(all)
	for j := range all {
		all[j].Name.Note = note(all[j].Person)
	}
	return all, orgs
}

// seatLeaders makes the first delegates of the delegations the leaders who sit on
// the rostrum: two of each of the first eight, one of each other one.
func seatLeaders(all []attendee) {
	place := 1
	start := 0
	for k, d := range delegations {
		count := 1
		if k < leaders-len(delegations) {
			count = 2
		}
		for j := range count {
			p := &all[start+j].Person
			p.Rank = 1
			p.Posts = append(p.Posts, roster.Post{Org: presidium, Title: "主席团成员", Order: place, From: firstDay, To: lastDay})
			place++
		}
		start += d.size
	}
	for i := range all {
		if p := &all[i].Person; len(p.Posts) > 0 && p.Posts[0].Order <= 11 {
			p.Posts[0].Title = "主席团常务委员会成员"
		}
	}
}

// note is what lists print after a name: women and minorities are marked.
func note(p roster.Person) string {
	var marks []string
	if p.Sex == roster.Female {
		marks = append(marks, p.Sex.Label())
	}
	if p.Ethnicity != "汉族" {
		marks = append(marks, p.Ethnicity)
	}
	return strings.Join(marks, "，")
}

// Sessions of the congress that the report looks at.
const (
	opening        = roster.SessionID("opening")
	closingSession = roster.SessionID("closing")
)

// dossier is the timetable, the agenda and the posts. The chair is the first
// leader; the staff hold the posts. Two things are left open on purpose, so that
// the report has something to find: a post without a backup and an item that
// nobody owns.
func dossier(leaders []roster.PersonID) meeting.Dossier {
	at := func(day int, from, to string) calendar.Span {
		return firstDay.AddDays(day).Between(calendar.MustParseClock(from), calendar.MustParseClock(to))
	}
	clerk := func(n int) roster.PersonID { return roster.PersonID(fmt.Sprintf("s%04d", n)) }
	item := func(id, title string, kind meeting.Kind, minutes int, presenter, owner roster.PersonID, papers ...roster.PaperID) meeting.Item {
		return meeting.Item{ID: roster.ItemID(id), Title: title, Kind: kind, Minutes: minutes, Presenter: presenter, Owner: owner, Papers: papers}
	}
	hall, room := roster.RoomID("人民会堂"), roster.RoomID("各代表团驻地")
	return meeting.Dossier{
		Title: "澜江省第十次代表大会", Organizer: congressID, First: firstDay, Last: lastDay,
		Sessions: []meeting.Session{
			{ID: "preparatory", Title: "预备会议", Span: at(0, "15:00", "16:00"), Room: hall, Chair: leaders[1], Agenda: []meeting.Item{
				item("a1", "通过代表资格审查报告", meeting.Vote, 20, leaders[4], clerk(1), "资格审查报告"),
				item("a2", "选举主席团和秘书长", meeting.Election, 30, leaders[1], clerk(1)),
			}},
			{ID: opening, Title: "开幕会", Span: at(1, "09:00", "11:30"), Room: hall, Chair: leaders[1], Agenda: []meeting.Item{
				item("b1", "奏唱国歌", meeting.Ceremony, 5, "", clerk(2)),
				item("b2", "作工作报告", meeting.Report, 120, leaders[0], clerk(3), "工作报告"),
			}},
			{ID: "groups", Title: "分组审议报告", Span: at(2, "09:00", "11:30"), Room: room, Chair: leaders[3], Agenda: []meeting.Item{
				item("c1", "审议工作报告", meeting.Deliberation, 120, leaders[3], clerk(4), "工作报告"),
			}},
			{ID: "election", Title: "第二次全体会议", Span: at(4, "09:00", "11:30"), Room: hall, Chair: leaders[1], Agenda: []meeting.Item{
				item("d1", "选举新一届委员会", meeting.Election, 90, leaders[1], clerk(5), "选举办法"),
			}},
			{ID: closingSession, Title: "闭幕会", Span: at(5, "09:00", "11:00"), Room: hall, Chair: leaders[1], Agenda: []meeting.Item{
				item("e1", "通过关于工作报告的决议", meeting.Vote, 20, leaders[2], "", "决议草案"),
				item("e2", "讲话", meeting.Address, 40, leaders[0], clerk(3)),
			}},
		},
		Posts: plan.Posts{
			{ID: "签到", Title: "开幕会签到", Session: opening, Span: at(1, "07:30", "09:00"), Owner: clerk(1), Backup: clerk(2)},
			{ID: "话筒", Title: "开幕会话筒音响", Session: opening, Span: at(1, "08:00", "11:30"), Owner: clerk(6), Backup: clerk(7)},
			{ID: "席卡", Title: "主席台席位卡", Session: opening, Span: at(1, "07:30", "09:00"), Owner: clerk(8), Backup: clerk(9)},
			{ID: "直播", Title: "开幕会信号", Session: opening, Span: at(1, "08:30", "11:30"), Owner: clerk(10)},
			{ID: "文印", Title: "文印点", Span: at(0, "08:00", "24:00"), Owner: clerk(11), Backup: clerk(12)},
		},
	}
}
