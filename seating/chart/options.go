package chart

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// Options say how a plan is drawn. The zero Options, and nil, are usable: a sheet
// in Chinese that shows identifiers.
type Options struct {
	Lang  check.Lang  // of titles, labels and the legend; zh-Hans unless En
	Title string      // "" is the kind of plan, as in 主席台座次图
	Note  string      // a line under the title: occasion, date, place; "" is none
	Names check.Namer // names of people and delegations; nil prints identifiers
	Latin check.Namer // a second line with names in Latin letters; nil is none
}

// Codes of the findings of this package.
const (
	NoView check.Code = "chart/no-view"
)

var noView = check.Rule{
	Code: NoView, Severity: check.Error, Source: check.HouseCustom,
	Hans: "本图不能按“{view}”绘制：须指明视角，从门口看须已知门的位置",
	En:   "the plan cannot be drawn {view}: name a view, and a door for the view from the door",
}

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		noView, missingMember, badMember, foreignMember, twoSeats, noSeatID, unknownCategory, unknownToken, tooManySeats,
		badUnit, notWhole, seatTwice, personTwice, farSeat,
	}
}

// A drawing is a plan, the view it is drawn in and how.
type drawing struct {
	plan    seating.Plan
	kind    seating.Kind
	layout  seating.Layout
	single  map[alike]bool // rows that are the only ones of their area and kind
	view    seating.View
	o       Options
	parties map[roster.OrgID]int // delegations by number, from 1
	listed  []roster.OrgID       // delegations in order
}

func newDrawing(p seating.Plan, v seating.View, o *Options) (*drawing, error) {
	d := &drawing{plan: p, kind: p.Setting().Kind(), layout: p.Layout(), view: v, parties: map[roster.OrgID]int{}, single: map[alike]bool{}}
	if o != nil {
		d.o = *o
	}
	if !d.layout.Shows(v) {
		var ps check.Problems
		ps.Add(noView.At("view", v.Term("view")))
		return nil, ps.Err()
	}
	seen := map[alike]bool{}
	for r := range d.layout.Rows() {
		d.single[row(r)] = !seen[row(r)]
		seen[row(r)] = true
	}
	if hall := p.Setting().Hall; hall != nil {
		for _, party := range hall.Parties {
			d.list(party)
		}
	}
	for g := range p.Guests() {
		if g.Party != "" {
			d.list(g.Party)
		}
	}
	return d, nil
}

// rows of one area and kind are told apart by their numbers.
type alike struct {
	area string
	kind seating.RowKind
}

func row(r seating.Row) alike { return alike{r.Area, r.Kind} }

// list gives a delegation the next number.
func (d *drawing) list(party roster.OrgID) {
	if d.parties[party] == 0 {
		d.listed = append(d.listed, party)
		d.parties[party] = len(d.listed)
	}
}

// say returns the text in the language of the sheet.
func (d *drawing) say(hans, en string) string {
	if d.o.Lang == check.En {
		return en
	}
	return hans
}

// words returns a word of the field in the language of the sheet.
func (d *drawing) words(a check.Arg) string { return d.say(a.Text, a.En) }

// name returns what is printed for a person.
func (d *drawing) name(person roster.PersonID, limit int) string {
	return fit(named(d.o.Names, roster.KindPerson, string(person)), limit)
}

// latin returns the second line for a person, "" if there is none.
func (d *drawing) latin(person roster.PersonID, limit int) string {
	if d.o.Latin == nil {
		return ""
	}
	return fit(d.o.Latin(roster.KindPerson, string(person)), limit)
}

func named(names check.Namer, kind, id string) string {
	if names != nil {
		if n := names(kind, id); n != "" {
			return n
		}
	}
	return id
}

// Bounds of the lines around a plan, in columns.
const (
	longestTitle = 60
	longestLine  = 120
	longestParty = 24
)

func (d *drawing) title() string {
	if d.o.Title != "" {
		return fit(d.o.Title, longestTitle)
	}
	t := titles[d.kind]
	return d.say(t[0], t[1])
}

// titles are what a sheet is called that has no title of its own.
var titles = [...][2]string{
	seating.KindRostrum: {"主席台座次图", "Seating plan of the rostrum"},
	seating.KindHall:    {"会场座次图", "Seating plan of the hall"},
	seating.KindTalks:   {"会谈座次图", "Seating plan of the talks"},
	seating.KindSofas:   {"会见座次图", "Seating plan of the meeting"},
	seating.KindSigning: {"签字仪式位次图", "Plan of the signing ceremony"},
	seating.KindPhoto:   {"合影位次图", "Plan of the group photo"},
	seating.KindBoard:   {"会议桌座次图", "Seating plan of the table"},
	seating.KindBanquet: {"宴会座次图", "Seating plan of the banquet"},
	seating.KindAwards:  {"颁奖位次图", "Plan of the award stage"},
	seating.KindPodium:  {"领奖台位次图", "Plan of the podium"},
	seating.KindCar:     {"乘车座次图", "Seating plan of the vehicle"},
	seating.KindFlags:   {"旗帜位次图", "Plan of the flags"},
	seating.KindDais:    {"主桌座次图", "Seating plan of the head table"},
}

// edge says what is at the upper or lower edge of a plan from above that has no
// stage.
var edge = [...][2]string{
	seating.KindTalks:   {"俯视图（门在下）", "seen from above, door at the bottom"},
	seating.KindSofas:   {"俯视图（门在下）", "seen from above, door at the bottom"},
	seating.KindSigning: {"俯视图（门在下）", "seen from above, door at the bottom"},
	seating.KindPhoto:   {"俯视图（相机在下）", "seen from above, camera at the bottom"},
	seating.KindBoard:   {"俯视图（门在下）", "seen from above, door at the bottom"},
	seating.KindBanquet: {"俯视图（门在下）", "seen from above, door at the bottom"},
	seating.KindAwards:  {"俯视图（观众在下）", "seen from above, hall at the bottom"},
	seating.KindPodium:  {"俯视图（观众在下）", "seen from above, hall at the bottom"},
	seating.KindCar:     {"俯视图（车头在上）", "seen from above, front of the vehicle at the top"},
	seating.KindFlags:   {"俯视图（观众在下）", "seen from above, hall at the bottom"},
	seating.KindDais:    {"俯视图（观众在下）", "seen from above, hall at the bottom"},
}

// from names the view as it is on this sheet.
func (d *drawing) from() string {
	switch {
	case d.kind <= seating.KindHall:
	case d.view == seating.FromAbove:
		return d.say(edge[d.kind][0], edge[d.kind][1])
	case d.view == seating.FromHall && d.kind == seating.KindPhoto:
		return d.say("从相机看（面向拍摄对象）", "seen from the camera, facing the people")
	case d.view == seating.FromHall:
		return d.say("从对面看（面向就位者）", "seen from opposite, facing the people")
	case d.view == seating.FromRostrum:
		return d.say("从就位者看", "seen from behind the people, as they have it")
	}
	return d.words(d.view.Term("view"))
}

// legend returns the lines under a plan: the view, the convention with its options
// two to a line, the numbers.
func (d *drawing) legend() []string {
	c := d.plan.Convention()
	name, _ := c.Describe("name")
	lines := []string{
		d.say("视角：", "View: ") + d.from(),
		fit(d.say("座次规则：", "Convention: ")+c.String()+d.say("，", ", ")+d.words(name), longestLine),
	}
	var options []string
	for o := range d.plan.Options() {
		options = append(options, d.say(o.Hans, o.En))
	}
	for two := range slices.Chunk(options, 2) {
		lines = append(lines, strings.Join(two, d.say("；", "; ")))
	}
	seats, people := strconv.Itoa(d.layout.Len()), strconv.Itoa(d.plan.Len())
	numbered := d.say("座位号自观众左侧起。", "Chairs are numbered from the left of the hall, facing the stage.")
	switch {
	case d.kind == seating.KindBanquet:
		numbered = d.say("座位号自主人起顺时针。", "Chairs are numbered clockwise from the host.")
	case d.kind > seating.KindHall:
		numbered = d.say("座位号自图左或图上起。", "Chairs are numbered from the left or the upper end of the plan from above.")
	}
	return append(lines, d.say("座位 "+seats+"，就座 "+people+d.kept()+"。", "Chairs: "+seats+", people: "+people+d.kept()+". ")+numbered)
}

// use says in a word what a chair is kept for, "" if it is for anybody.
func (d *drawing) use(u seating.Use) string {
	return d.say(uses[u][0], uses[u][1])
}

// uses are words that fit on a chair.
var uses = [...][2]string{
	{},
	seating.Blocked:    {"停用", "blocked"},
	seating.Reserved:   {"预留", "reserved"},
	seating.Accessible: {"轮椅", "wheelchair"},
}

// kept counts the chairs by what they are kept for, in words, "" if all are for anybody.
func (d *drawing) kept() string {
	var counts [len(uses)]int
	for s := range d.layout.Seats() {
		counts[s.Use]++
	}
	var words strings.Builder
	for u := 1; u < len(uses); u++ {
		if n := strconv.Itoa(counts[u]); counts[u] > 0 {
			words.WriteString(d.say("，"+uses[u][0]+" "+n, ", "+uses[u][1]+": "+n))
		}
	}
	return words.String()
}

// party returns the legend of a delegation.
func (d *drawing) party(i int) string {
	return strconv.Itoa(i+1) + " " + fit(named(d.o.Names, roster.KindOrg, string(d.listed[i])), longestParty)
}

// named reports whether a row is known by what it is for rather than by its number.
func (d *drawing) named(r seating.Row) bool { return r.Kind != 0 && d.single[row(r)] }

// row returns what is printed for a row.
func (d *drawing) row(r seating.Row) string {
	switch {
	case r.Round && r.Label != "":
		return fit(r.Label, longestParty)
	case r.Round && len(d.single) > 1:
		return fit(r.Area, longestParty)
	case r.Arc || r.Round:
		return ""
	case d.named(r):
		return d.words(r.Kind.Term("row"))
	}
	n := strconv.Itoa(r.Number)
	return d.say("第"+n+"排", "Row "+n)
}

// box returns what is printed in a box, "" for a table.
func (d *drawing) box(k seating.BoxKind) string {
	if k == seating.Table {
		return ""
	}
	return d.say(k.Label(), strings.ToUpper(k.English()[:1])+k.English()[1:])
}
