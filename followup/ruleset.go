package followup

import (
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Bounds on a [RuleSet].
const (
	MaxClauses   = 100
	MaxThreshold = 1_000_000
)

// A Clause is one line of a rule set: the light that an item shows while a measure of
// it lies in a range, both ends included. Source is that of the threshold if it is
// not the one of the whole set.
type Clause struct {
	Light   Light   `json:"light"`
	Measure Measure `json:"measure"`
	Min     int     `json:"min"`
	Max     int     `json:"max,omitzero"`   // 0: no upper end, unless Exact
	Exact   bool    `json:"exact,omitzero"` // Max is an upper end also if it is 0
	Source  string  `json:"source,omitzero"`
}

func (c Clause) bounds() string {
	switch {
	case c.Max == 0 && !c.Exact:
		return fmt.Sprintf("≥ %d", c.Min)
	case c.Min == c.Max:
		return fmt.Sprint(c.Min)
	default:
		return fmt.Sprintf("%d–%d", c.Min, c.Max)
	}
}

// A RuleSet (亮灯规则) says when which light shows. No threshold is national: the
// presets of this package are a choice, and a host brings its own as data.
type RuleSet struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`   // in Chinese, as sentences name the set
	TitleEn string   `json:"titleEn"` // in English
	Source  string   `json:"source"`
	Clauses []Clause `json:"clauses"`
}

// Validate reports names and texts that are missing or do not show, more clauses than
// MaxClauses, clauses with a light or measure that is not known, with green, which
// shows where no clause fires, or with a range that is empty.
func (r RuleSet) Validate() check.Problems {
	var ps check.Problems
	for _, f := range []struct{ path, text string }{{"name", r.Name}, {"title", r.Title}, {"titleEn", r.TitleEn}, {"source", r.Source}} {
		if strings.TrimSpace(f.text) == "" {
			ps.Add(noText.At(f.path))
		}
		ps.In("", roster.CheckText(f.path, f.text, MaxText))
	}
	if len(r.Clauses) > MaxClauses {
		ps.Add(tooManyClauses.At("clauses", check.Int("n", len(r.Clauses)), check.Int("max", MaxClauses)))
		return ps
	}
	for i, c := range r.Clauses {
		path := check.Index("clauses", i)
		if c.Light < Blue || !c.Light.IsValid() || !c.Measure.IsValid() {
			ps.Add(badClause.At(path, check.Int("light", int(c.Light)), check.Int("measure", int(c.Measure))))
		}
		open := c.Max == 0 && !c.Exact
		if c.Min < 0 || c.Min > MaxThreshold || c.Max > MaxThreshold || !open && c.Max < c.Min {
			ps.Add(badRange.At(path, check.Int("min", c.Min), check.Int("last", c.Max), check.Int("max", MaxThreshold)))
		}
		ps.In("", roster.CheckText(path+".source", c.Source, MaxText))
	}
	return ps
}

var rulesFormat = wire.Format{Name: "followup.lights", Version: 1}

// MarshalJSON writes a valid rule set in a versioned form that [ParseRuleSet] reads.
func (r RuleSet) MarshalJSON() ([]byte, error) {
	if err := r.Validate().Err(); err != nil {
		return nil, err
	}
	type plain RuleSet
	return wire.Append(nil, rulesFormat, plain(r))
}

// ParseRuleSet reads a rule set and checks it.
func ParseRuleSet(data []byte) (RuleSet, error) {
	type plain RuleSet
	var p plain
	_, ps := wire.Parse(data, rulesFormat, &p, nil)
	if !ps.Failed() {
		ps.In("", RuleSet(p).Validate())
	}
	if err := ps.Err(); err != nil {
		return RuleSet{}, err
	}
	return RuleSet(p), nil
}

// near is when an item counts as near its due date where a rule says "near" without a
// number.
const near = 3

// RuleSets returns the presets.
func RuleSets() []RuleSet {
	return []RuleSet{Yinchuan(), Suqian(), Sanming(), Guangyuan(), Yichang(), ProjectSchedule()}
}

// Yinchuan lights by the lag behind the plan and by how long the work has not begun:
// 10 to 30 points yellow, more red; not begun in the month planned yellow, for three
// months red. The month planned is the one in which the item was assigned. A
// project that has to be entered in statistics and is not a month after its first word is
// yellow, after two red.
func Yinchuan() RuleSet {
	return RuleSet{
		"yinchuan-2025", "银川市亮灯规则（2025年）", "the lights of Yinchuan (2025)", "Yinchuan City, lights for lag behind schedule, 2025",
		[]Clause{
			{Light: Yellow, Measure: Lag, Min: 10, Max: 30},
			{Light: Red, Measure: Lag, Min: 31},
			{Light: Yellow, Measure: MonthsIdle, Min: 1, Max: 2},
			{Light: Red, Measure: MonthsIdle, Min: 3},
			{Light: Yellow, Measure: MonthsUnlisted, Min: 1, Max: 1},
			{Light: Red, Measure: MonthsUnlisted, Min: 2},
		},
	}
}

// Suqian has slips of three colours: blue near the due date, yellow behind the plan or
// of poor quality, red overdue until closed.
func Suqian() RuleSet {
	return RuleSet{
		"suqian-2025", "宿迁市三色督办规则（2025年）", "the slips of Suqian (2025)",
		"Suqian City, slips of three colours, 2025, http://sqgzw.suqian.gov.cn/gzw/gqfc/202506/c520c452698d42cebc27aed37067306c.shtml",
		[]Clause{
			{Light: Blue, Measure: DaysLeft, Min: 0, Max: near, Source: check.HouseCustom},
			{Light: Yellow, Measure: Lag, Min: 1},
			{Light: Yellow, Measure: TimesReturned, Min: 1},
			{Light: Red, Measure: CalendarDaysLate, Min: 1},
		},
	}
}

// Sanming lights blue for what is slow or poor; who ignores a blue slip gets an orange
// one, and then a red one. Important or urgent items may start at orange or red: so
// the colour of the last slip shows, whichever it is.
func Sanming() RuleSet {
	return RuleSet{
		"sanming-2017", "三明市三色督办规则（2017年）", "the slips of Sanming (2017)", "Sanming City, slips of three colours, 2017",
		[]Clause{
			{Light: Blue, Measure: Lag, Min: 1},
			{Light: Blue, Measure: TimesReturned, Min: 1},
			{Light: Blue, Measure: SlipColour, Min: int(Blue), Max: int(Blue)},
			{Light: Orange, Measure: SlipColour, Min: int(Orange), Max: int(Orange)},
			{Light: Red, Measure: SlipColour, Min: int(Red), Max: int(Red)},
		},
	}
}

// Guangyuan lights yellow for what is late but can be made up, red for what cannot be
// made: the lead expects to be done after the due date.
func Guangyuan() RuleSet {
	return RuleSet{
		"guangyuan-2018", "广元市亮灯规则（2018年）", "the lights of Guangyuan (2018)", "Guangyuan City, yellow and red lights, 2018",
		[]Clause{
			{Light: Yellow, Measure: Lag, Min: 1},
			{Light: Yellow, Measure: CalendarDaysLate, Min: 1},
			{Light: Red, Measure: Overrun, Min: 1},
		},
	}
}

// Yichang lights yellow near the due date and red behind the plan or overdue.
func Yichang() RuleSet {
	return RuleSet{
		"yichang", "宜昌市亮灯规则", "the lights of Yichang", "Yichang City, supervision platform",
		[]Clause{
			{Light: Yellow, Measure: DaysLeft, Min: 0, Max: near, Source: check.HouseCustom},
			{Light: Red, Measure: Lag, Min: 1},
			{Light: Red, Measure: CalendarDaysLate, Min: 1},
		},
	}
}

// ProjectSchedule lights by calendar days late: up to 7 yellow, from 15 on red, orange
// between. Its source puts day 7 with yellow and orange, day 15 with orange and red;
// here day 7 is yellow and day 15 red.
func ProjectSchedule() RuleSet {
	return RuleSet{
		"project-schedule", "项目进度亮灯规则", "the lights of project schedules", check.HouseCustom + ", after a company's rule",
		[]Clause{
			{Light: Yellow, Measure: CalendarDaysLate, Min: 1, Max: 7},
			{Light: Orange, Measure: CalendarDaysLate, Min: 8, Max: 14},
			{Light: Red, Measure: CalendarDaysLate, Min: 15},
		},
	}
}
