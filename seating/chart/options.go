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
func Rules() []check.Rule { return []check.Rule{noView} }

// A drawing is a plan, the view it is drawn in and how.
type drawing struct {
	plan    seating.Plan
	layout  seating.Layout
	view    seating.View
	o       Options
	parties map[roster.OrgID]int // delegations by number, from 1
	listed  []roster.OrgID       // delegations in order
}

func newDrawing(p seating.Plan, v seating.View, o *Options) (*drawing, error) {
	d := &drawing{plan: p, layout: p.Layout(), view: v, parties: map[roster.OrgID]int{}}
	if o != nil {
		d.o = *o
	}
	if !d.layout.Shows(v) {
		var ps check.Problems
		ps.Add(noView.At("view", v.Term("view")))
		return nil, ps.Err()
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
	if d.plan.Setting().Hall != nil {
		return d.say("会场座次图", "Seating plan of the hall")
	}
	return d.say("主席台座次图", "Seating plan of the rostrum")
}

// legend returns the lines under a plan: the view, the convention with its options
// two to a line, the numbers.
func (d *drawing) legend() []string {
	c := d.plan.Convention()
	name, _ := c.Describe("name")
	lines := []string{
		d.say("视角：", "View: ") + d.words(d.view.Term("view")),
		fit(d.say("座次规则：", "Convention: ")+c.String()+d.say("，", ", ")+d.words(name), longestLine),
	}
	var options []string
	for o := range c.Options() {
		options = append(options, d.say(o.Hans, o.En))
	}
	for two := range slices.Chunk(options, 2) {
		lines = append(lines, strings.Join(two, d.say("；", "; ")))
	}
	seats, people := strconv.Itoa(d.layout.Len()), strconv.Itoa(d.plan.Len())
	return append(lines, d.say("座位 "+seats+"，就座 "+people+"。座位号自观众左侧起。",
		"Chairs: "+seats+", people: "+people+". Chairs are numbered from the left of the hall, facing the stage."))
}

// party returns the legend of a delegation.
func (d *drawing) party(i int) string {
	return strconv.Itoa(i+1) + " " + fit(named(d.o.Names, roster.KindOrg, string(d.listed[i])), longestParty)
}

// row returns what is printed at the ends of a row.
func (d *drawing) row(r seating.Row) string {
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
