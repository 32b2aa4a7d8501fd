package docs

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Codes of the findings of the plan of a day.
const (
	UnknownPaper check.Code = "docs/unknown-paper"  // a use of a paper that is not on the list
	NotUsed      check.Code = "docs/not-used"       // a paper that no session uses
	OtherLink    check.Code = "docs/other-link"     // a paper that says it belongs to another session or item
	FewCopies    check.Code = "docs/few-copies"     // a print run below what a session needs
	NotReady     check.Code = "docs/not-ready"      // a paper to be printed that is not ready
	BadPlan      check.Code = "docs/bad-day-plan"   // a plan that contradicts itself
	NoTime       check.Code = "docs/no-time-of-use" // a use without a time
)

var (
	unknownPaperRule = check.Rule{
		Code: UnknownPaper, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文件清单上没有{paper}",
		En:   "{paper} is not on the list of papers",
	}
	notUsedRule = check.Rule{
		Code: NotUsed, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{paper}没有对应的议程",
		En:   "no item of the agenda uses {paper}",
	}
	otherLinkRule = check.Rule{
		Code: OtherLink, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{paper}在清单上属于{listed}，日程上用于{used}",
		En:   "{paper} belongs to {listed} by the list of papers, but is used at {used}",
	}
	fewCopiesRule = check.Rule{
		Code: FewCopies, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}印制{have}份，会上需要{want}份",
		En:   "{paper}: {have} copies are printed, {want} are needed",
	}
	notReadyRule = check.Rule{
		Code: NotReady, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}应于{due}前印好，目前是{step}",
		En:   "{paper} is to be printed by {due}; so far it is {step}",
	}
	badPlanRule = check.Rule{
		Code: BadPlan, Severity: check.Error, Source: check.HouseCustom,
		Hans: "印发计划与文件清单和日程不符",
		En:   "the plan does not follow from the papers and their uses",
	}
	noTimeRule = check.Rule{
		Code: NoTime, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}没有写明使用时间",
		En:   "{paper} has no time of use",
	}
)

func dayRules() []check.Rule {
	return []check.Rule{unknownPaperRule, notUsedRule, otherLinkRule, fewCopiesRule, notReadyRule, badPlanRule, noTimeRule}
}

// A Use is when and where a paper is used, and by how many.
type Use struct {
	Paper   roster.PaperID    `json:"paper"`
	At      calendar.DateTime `json:"at"` // on the clock of the meeting
	Session roster.SessionID  `json:"session,omitzero"`
	Item    roster.ItemID     `json:"item,omitzero"`
	Copies  int               `json:"copies,omitzero"` // how many are needed; 0 asks for the whole print run
}

// DayInput is what [PlanDay] is asked. Papers, uses and preparations are those of the
// whole meeting.
type DayInput struct {
	Day          calendar.Date `json:"day"`
	Papers       []Paper       `json:"papers"`
	Uses         []Use         `json:"uses"`
	Preparations []Preparation `json:"preparations,omitempty"`
	IssueLead    int           `json:"issueLead,omitzero"` // minutes before its use by which a paper is handed out; 60 if zero
	PrintLead    int           `json:"printLead,omitzero"` // minutes before that by which it is printed; 720 if zero
}

// A DayLine is a line of a print or issue list (印制分发清单).
type DayLine struct {
	Paper   roster.PaperID    `json:"paper"`
	Copies  int               `json:"copies,omitzero"`
	Due     calendar.DateTime `json:"due"`
	Session roster.SessionID  `json:"session,omitzero"`
	Item    roster.ItemID     `json:"item,omitzero"`
}

// Bounds of the plan of a day.
const (
	MaxUses = 100_000
	maxLead = 60 * 24 * 60 // minutes of a lead, hours of a Lead
)

// A DayPlan says what is printed and handed out on one day, and what is printed on the
// next (次日印发安排). It is built by [PlanDay] and never changes.
type DayPlan struct {
	in                 DayInput
	print, issue, next []DayLine
	found              check.Problems
}

// PlanDay returns the lists of one day (当日文件印制分发清单). A paper is printed once, by the time of its first
// use, and handed out for each. Times go by the leads: printing for the morning falls on
// the day before.
func PlanDay(in DayInput) (DayPlan, error) {
	if err := in.validate().Err(); err != nil {
		return DayPlan{}, err
	}
	in.Papers, in.Uses, in.Preparations = slices.Clone(in.Papers), slices.Clone(in.Uses), slices.Clone(in.Preparations)
	p := DayPlan{in: in}
	papers := map[roster.PaperID]int{}
	for i := range in.Papers {
		papers[in.Papers[i].ID] = i
	}
	steps := map[roster.PaperID]Step{}
	for _, x := range in.Preparations {
		steps[x.Paper] = x.Step()
	}
	first := map[roster.PaperID]DayLine{}
	for i, u := range in.Uses {
		paper := in.Papers[papers[u.Paper]]
		p.use(i, u, paper)
		line := DayLine{u.Paper, cmp.Or(u.Copies, paper.Copies), u.At.Add(-60 * int64(cmp.Or(in.IssueLead, 60))), u.Session, u.Item}
		if line.Due.Date() == in.Day {
			p.issue = append(p.issue, line)
		}
		line.Due = line.Due.Add(-60 * int64(cmp.Or(in.PrintLead, 720)))
		line.Copies = max(paper.Copies, line.Copies)
		if was, ok := first[u.Paper]; ok {
			line.Copies = max(line.Copies, was.Copies)
			if !line.Due.Before(was.Due) {
				was.Copies = line.Copies
				line = was
			}
		}
		first[u.Paper] = line
	}
	for i := range in.Papers {
		line, used := first[in.Papers[i].ID]
		id := check.ID("paper", roster.KindPaper, in.Papers[i].ID)
		switch {
		case !used:
			p.found.Add(notUsedRule.At(check.Index("papers", i), id))
		case line.Due.Date() == in.Day:
			p.print = append(p.print, line)
			if step, known := steps[line.Paper]; known && step != ReadyToPrint {
				p.found.Add(notReadyRule.At(check.Index("papers", i), id, check.Text("due", line.Due.String()), step.term("step")))
			}
		case line.Due.Date() == in.Day.AddDays(1):
			p.next = append(p.next, line)
		}
	}
	for _, list := range [...][]DayLine{p.print, p.issue, p.next} {
		slices.SortStableFunc(list, func(a, b DayLine) int {
			return cmp.Or(a.Due.Compare(b.Due), strings.Compare(string(a.Paper), string(b.Paper)))
		})
	}
	return p, nil
}

// use reports a use that does not agree with the list of papers.
func (p *DayPlan) use(i int, u Use, paper Paper) {
	path := check.Index("uses", i)
	id := check.ID("paper", roster.KindPaper, u.Paper)
	if paper.Session != "" && u.Session != "" && paper.Session != u.Session {
		p.found.Add(otherLinkRule.At(path+".session", id, check.ID("listed", roster.KindSession, paper.Session), check.ID("used", roster.KindSession, u.Session)))
	}
	if paper.Item != "" && u.Item != "" && paper.Item != u.Item {
		p.found.Add(otherLinkRule.At(path+".item", id, check.ID("listed", roster.KindItem, paper.Item), check.ID("used", roster.KindItem, u.Item)))
	}
	if paper.Copies > 0 && u.Copies > paper.Copies {
		p.found.Add(fewCopiesRule.At(path+".copies", id, check.Int("have", paper.Copies), check.Int("want", u.Copies)))
	}
}

func (in DayInput) validate() check.Problems {
	var ps check.Problems
	if in.Day.IsZero() {
		ps.Add(missingRule.At("day"))
	}
	for _, l := range [...]struct {
		path string
		n    int
		max  int
	}{{"papers", len(in.Papers), MaxUses}, {"uses", len(in.Uses), MaxUses}, {"preparations", len(in.Preparations), MaxUses}} {
		if l.n > l.max {
			ps.Add(tooManyRule.At(l.path, check.Int("found", l.n), check.Int("max", l.max)))
			return ps
		}
	}
	for _, l := range [...]struct {
		path string
		n    int
	}{{"issueLead", in.IssueLead}, {"printLead", in.PrintLead}} {
		if l.n < 0 || l.n > maxLead {
			ps.Add(negativeRule.At(l.path, check.Int("n", l.n), check.Int("max", maxLead)))
		}
	}
	papers := map[roster.PaperID]bool{}
	for i := range in.Papers {
		p := &in.Papers[i]
		path := check.Index("papers", i)
		ps.In("", roster.CheckID(path+".id", roster.KindPaper, p.ID))
		if papers[p.ID] {
			ps.Add(duplicateIDRule.At(path+".id", check.Value("id", string(p.ID))))
		}
		papers[p.ID] = true
		ps.In("", counted(path+".copies", p.Copies))
	}
	for i, u := range in.Uses {
		path := check.Index("uses", i)
		if !papers[u.Paper] {
			ps.Add(unknownPaperRule.At(path+".paper", check.ID("paper", roster.KindPaper, u.Paper)))
		}
		if u.At.IsZero() {
			ps.Add(noTimeRule.At(path+".at", check.ID("paper", roster.KindPaper, u.Paper)))
		}
		ps.In("", counted(path+".copies", u.Copies))
	}
	return ps
}

// Print walks what is to be printed on the day, by the time it is due.
func (p DayPlan) Print() iter.Seq[DayLine] { return slices.Values(p.print) }

// Issue walks what is to be handed out on the day, by the time it is due.
func (p DayPlan) Issue() iter.Seq[DayLine] { return slices.Values(p.issue) }

// Next walks what is to be printed on the day after.
func (p DayPlan) Next() iter.Seq[DayLine] { return slices.Values(p.next) }

// Problems reports papers that no item uses, links that do not agree in both directions,
// print runs that are too small, and papers to be printed today that are not ready.
func (p DayPlan) Problems() check.Problems { return p.found }

// dayFormat names the JSON of a DayPlan.
var dayFormat = wire.Format{Name: "docs.day", Version: 1}

type dayWire struct {
	Input DayInput  `json:"input"`
	Print []DayLine `json:"print"`
	Issue []DayLine `json:"issue"`
	Next  []DayLine `json:"next"`
}

// MarshalJSON writes the plan with what it was made of in a versioned form that
// [ParseDayPlan] reads.
func (p DayPlan) MarshalJSON() ([]byte, error) {
	w := dayWire{p.in, p.print, p.issue, p.next}
	for _, list := range [...]*[]DayLine{&w.Print, &w.Issue, &w.Next} {
		if *list == nil {
			*list = []DayLine{}
		}
	}
	if w.Input.Papers == nil {
		w.Input.Papers = []Paper{}
	}
	if w.Input.Uses == nil {
		w.Input.Uses = []Use{}
	}
	return wire.Append(nil, dayFormat, w)
}

// ParseDayPlan reads what MarshalJSON wrote, makes the plan anew and refuses lists that do
// not follow from it.
func ParseDayPlan(data []byte, lim *wire.Limits) (DayPlan, error) {
	var w dayWire
	_, ps := wire.Parse(data, dayFormat, &w, lim)
	if err := ps.Err(); err != nil {
		return DayPlan{}, err
	}
	p, err := PlanDay(w.Input)
	if err != nil {
		return DayPlan{}, err
	}
	if !slices.Equal(p.print, w.Print) || !slices.Equal(p.issue, w.Issue) || !slices.Equal(p.next, w.Next) {
		ps.Add(badPlanRule.At("print"))
		return DayPlan{}, ps.Err()
	}
	return p, nil
}
