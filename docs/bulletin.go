package docs

import (
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the findings of bulletins.
const (
	NoBulletinNumber check.Code = "docs/no-bulletin-number" // a bulletin whose number is not that of an issue
	IssueOrder       check.Code = "docs/issue-order"        // numbers of issues that do not follow each other
	TotalOrder       check.Code = "docs/total-order"        // running numbers that do not follow each other
	StageOrder       check.Code = "docs/stage-order"        // stages of a bulletin out of their order
	StageSkipped     check.Code = "docs/stage-skipped"      // a bulletin issued without check or signature
	BulletinLate     check.Code = "docs/bulletin-late"      // a bulletin issued after its time
	GroupLate        check.Code = "docs/group-late"         // a contribution after the cut-off
	GroupAbsent      check.Code = "docs/group-absent"       // a group that no bulletin covers
)

var (
	noBulletinNumberRule = check.Rule{
		Code: NoBulletinNumber, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}不是简报期号，应如“大会简报第3期（总第128期）”",
		En:   "{found} is no number of an issue; it is written as 大会简报第3期（总第128期）",
	}
	issueOrderRule = check.Rule{
		Code: IssueOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}应为第{want}期",
		En:   "{found} should be issue {want}",
	}
	totalOrderRule = check.Rule{
		Code: TotalOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}的总期号应为{want}",
		En:   "the running number of {found} should be {want}",
	}
	stageOrderRule = check.Rule{
		Code: StageOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}{stage}的时间{at}早于{before}",
		En:   "{found} was {stage} at {at}, before it was {before}",
	}
	stageSkippedRule = check.Rule{
		Code: StageSkipped, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}已{stage}，但没有{before}",
		En:   "{found} was {stage} without having been {before}",
	}
	bulletinLateRule = check.Rule{
		Code: BulletinLate, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{found}应于{due}前印发",
		En:   "{found} should have been issued by {due}",
	}
	groupLateRule = check.Rule{
		Code: GroupLate, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{org}的材料{at}送到，截稿时间是{due}",
		En:   "what {org} contributed came at {at}, after the cut-off {due}",
	}
	groupAbsentRule = check.Rule{
		Code: GroupAbsent, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "各期简报都没有反映{org}的讨论情况",
		En:   "no bulletin reports on {org}",
	}
)

func bulletinRules() []check.Rule {
	return []check.Rule{
		noBulletinNumberRule, issueOrderRule, totalOrderRule, stageOrderRule, stageSkippedRule,
		bulletinLateRule, groupLateRule, groupAbsentRule,
	}
}

// A Contribution is what a group sent in for a bulletin.
type Contribution struct {
	Group roster.OrgID      `json:"group"`
	At    calendar.DateTime `json:"at,omitzero"`
}

// A Bulletin is one issue of a bulletin (简报) on its way from the groups to the readers.
// Its number is that of an issue; special issues (增刊) are a series of their own.
type Bulletin struct {
	Paper   roster.PaperID    `json:"paper"`
	Number  string            `json:"number"`
	From    []Contribution    `json:"from,omitempty"`
	Cutoff  calendar.DateTime `json:"cutoff,omitzero"` // 截稿: until when groups send in
	Drafted calendar.DateTime `json:"drafted,omitzero"`
	Checked calendar.DateTime `json:"checked,omitzero"`
	Signed  calendar.DateTime `json:"signed,omitzero"` // 签发
	Issued  calendar.DateTime `json:"issued,omitzero"` // 印发
	Due     calendar.DateTime `json:"due,omitzero"`    // by when it is to be issued
}

// stages are the stages of a bulletin in their order.
func (b *Bulletin) stages() [4]calendar.DateTime {
	return [...]calendar.DateTime{b.Drafted, b.Checked, b.Signed, b.Issued}
}

var stageWords = [...]word{
	{"drafted", "编写", "drafted"}, {"checked", "审核", "checked"}, {"signed", "签发", "signed"}, {"issued", "印发", "issued"},
}

// MaxBulletins is how many issues are looked at together.
const MaxBulletins = 10_000

// CheckBulletins looks at the bulletins of a meeting (简报、情况反映) in their order: numbers and running
// numbers that do not follow each other within a title and year, stages that were left out
// or came in another order, issues that are late at a time, contributions after the
// cut-off, and groups that no issue covers.
func CheckBulletins(list []Bulletin, groups []roster.OrgID, now calendar.DateTime) check.Problems {
	var ps check.Problems
	if len(list) > MaxBulletins {
		ps.Add(tooManyRule.At("", check.Int("found", len(list)), check.Int("max", MaxBulletins)))
		return ps
	}
	c := bulletins{now: now, last: map[Series]symbol.Number{}, covered: map[roster.OrgID]bool{}}
	for i := range list {
		c.one(check.Index("", i), &list[i])
	}
	for i, g := range groups {
		if !c.covered[g] {
			c.found.Add(groupAbsentRule.At(check.Index("groups", i), check.ID("org", roster.KindOrg, g)))
		}
	}
	return c.found
}

type bulletins struct {
	now     calendar.DateTime
	last    map[Series]symbol.Number // the issue before, of each title and year
	covered map[roster.OrgID]bool
	found   check.Problems
}

func (c *bulletins) one(path string, b *Bulletin) {
	c.found.In("", validate(ident(path+".paper", roster.KindPaper, b.Paper)))
	name := check.Value("found", b.Number)
	c.number(path+".number", b.Number)
	for k, x := range b.From {
		c.covered[x.Group] = true
		if !b.Cutoff.IsZero() && x.At.After(b.Cutoff) {
			c.found.Add(groupLateRule.At(check.Index(path+".from", k), check.ID("org", roster.KindOrg, x.Group), check.Text("at", x.At.String()), check.Text("due", b.Cutoff.String())))
		}
	}
	times := b.stages()
	for k := 1; k < len(times); k++ {
		stage := check.Term("stage", stageWords[k].hans, stageWords[k].en)
		before := check.Term("before", stageWords[k-1].hans, stageWords[k-1].en)
		switch {
		case times[k].IsZero():
		case times[k-1].IsZero():
			c.found.Add(stageSkippedRule.At(path+"."+stageWords[k].token, name, stage, before))
		case times[k].Before(times[k-1]):
			c.found.Add(stageOrderRule.At(path+"."+stageWords[k].token, name, stage, before, check.Text("at", times[k].String())))
		}
	}
	if !b.Due.IsZero() && (b.Issued.After(b.Due) || b.Issued.IsZero() && c.now.After(b.Due)) {
		c.found.Add(bulletinLateRule.At(path+".issued", name, check.Text("due", b.Due.String())))
	}
}

// number holds the number of an issue against the one before of its title and year. The
// running number goes on from year to year.
func (c *bulletins) number(path, text string) {
	n, found := symbol.Parse(text)
	if n.Class() != symbol.Bulletin || n.Canonical() == "" {
		c.found.Add(noBulletinNumberRule.At(path, check.Value("found", text)))
		return
	}
	c.found.In(path, found)
	p := n.Parts()
	run := Series{Class: p.Class, Body: p.Body, Year: p.Year, Unit: p.Unit}
	if was, ok := c.last[run]; ok && n.Serial() != was.Serial()+1 {
		c.found.Add(issueOrderRule.At(path, check.Value("found", text), check.Int("want", was.Serial()+1)))
	}
	c.last[run] = n
	run.Year = -1 // over all years
	if was, ok := c.last[run]; ok && n.Total() != 0 && was.Total() != 0 && n.Total() != was.Total()+1 {
		c.found.Add(totalOrderRule.At(path, check.Value("found", text), check.Int("want", was.Total()+1)))
	}
	c.last[run] = n
}
