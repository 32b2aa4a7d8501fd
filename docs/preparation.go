package docs

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the findings of preparing papers.
const (
	StepSkipped   check.Code = "docs/step-skipped"   // an early step taken without the one before it
	StepOrder     check.Code = "docs/step-order"     // an early step before the one that goes before it
	StepLate      check.Code = "docs/step-late"      // an early step not taken by its time
	StateBack     check.Code = "docs/state-back"     // a version whose state goes back
	VersionOrder  check.Code = "docs/version-order"  // versions or reviews that do not follow in time
	NoVersion     check.Code = "docs/no-version"     // a review of a version that is not there
	NotApproved   check.Code = "docs/not-approved"   // a version that is used before it is approved
	ReviewSkipped check.Code = "docs/review-skipped" // a later review without the first one
)

var (
	stepSkippedRule = check.Rule{
		Code: StepSkipped, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}已{step}，但没有记录{before}",
		En:   "{paper} is {step} though it is not recorded as {before}",
	}
	stepOrderRule = check.Rule{
		Code: StepOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}{step}的时间{at}早于{before}",
		En:   "{paper} was {step} at {at}, before it was {before}",
	}
	stepLateRule = check.Rule{
		Code: StepLate, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}应于{due}前{step}",
		En:   "{paper} should have been {step} by {due}",
	}
	stateBackRule = check.Rule{
		Code: StateBack, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}已是{was}，不能退回{state}",
		En:   "{paper} is a {was} already and cannot become a {state}",
	}
	versionOrderRule = check.Rule{
		Code: VersionOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}的时间{at}早于前一稿或所审的稿",
		En:   "{paper}: the time {at} is before that of the version before it",
	}
	noVersionRule = check.Rule{
		Code: NoVersion, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}没有第{version}稿",
		En:   "{paper} has no version {version}",
	}
	notApprovedRule = check.Rule{
		Code: NotApproved, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}第{version}稿未经审核同意，不能{step}",
		En:   "version {version} of {paper} has not been approved and cannot be {step}",
	}
	reviewSkippedRule = check.Rule{
		Code: ReviewSkipped, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{paper}没有{before}就作了{round}",
		En:   "{paper}: {round} without {before}",
	}
)

func preparationRules() []check.Rule {
	return []check.Rule{
		stepSkippedRule, stepOrderRule, stepLateRule, stateBackRule, versionOrderRule,
		noVersionRule, notApprovedRule, reviewSkippedRule,
	}
}

// A DraftState is what a version of a paper is meant for (稿). The zero DraftState is not
// stated. States only go forward.
type DraftState uint8

// The states of a draft.
const (
	Discussion DraftState = iota + 1 // 讨论稿
	Comment                          // 征求意见稿
	Submitted                        // 送审稿
	Reviewed                         // 审议稿
	Revised                          // 修改稿
	ForVote                          // 表决稿
	Final                            // 定稿
)

var draftWords = [...]word{
	{},
	{"discussion", "讨论稿", "discussion draft"},
	{"comment", "征求意见稿", "draft for comment"},
	{"submitted", "送审稿", "submitted draft"},
	{"reviewed", "审议稿", "draft under review"},
	{"revised", "修改稿", "revised draft"},
	{"vote", "表决稿", "voting draft"},
	{"final", "定稿", "final text"},
}

// String returns the token of the state, such as "vote".
func (s DraftState) String() string { return textOf(draftWords[:], "DraftState", s) }

// Label returns the Chinese name of the state, such as 表决稿.
func (s DraftState) Label() string { return labelOf(draftWords[:], s) }

// Mark returns what stands behind the title of a version in the state, as in
// 工作报告（讨论稿）; nothing for a final text.
func (s DraftState) Mark() string {
	if s == 0 || s >= Final {
		return ""
	}
	return "（" + s.Label() + "）"
}

// AppendText appends the String of a state.
func (s DraftState) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, draftWords[:], "draft state", s)
}

// MarshalText returns the String of a state.
func (s DraftState) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads the String of a state.
func (s *DraftState) UnmarshalText(text []byte) error {
	return readToken(s, draftWords[:], "draft state", text)
}

// A ReviewRound is which review of a version it is. The zero ReviewRound is not stated.
type ReviewRound uint8

// The rounds of review.
const (
	FirstReview  ReviewRound = iota + 1 // 初审
	SecondReview                        // 复审
	LastReview                          // 终审
)

var reviewWords = [...]word{
	{}, {"first", "初审", "first review"}, {"second", "复审", "second review"}, {"last", "终审", "last review"},
}

// String returns "first", "second" or "last".
func (r ReviewRound) String() string { return textOf(reviewWords[:], "ReviewRound", r) }

// Label returns 初审, 复审 or 终审.
func (r ReviewRound) Label() string { return labelOf(reviewWords[:], r) }

// AppendText appends the String of a round.
func (r ReviewRound) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, reviewWords[:], "review round", r)
}

// MarshalText returns the String of a round.
func (r ReviewRound) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads the String of a round.
func (r *ReviewRound) UnmarshalText(text []byte) error {
	return readToken(r, reviewWords[:], "review round", text)
}

// A Version is one text of a paper (稿次), counted from 1.
type Version struct {
	State DraftState        `json:"state"`
	At    calendar.DateTime `json:"at"`
	By    roster.PersonID   `json:"by,omitzero"`
	Note  string            `json:"note,omitempty"` // what was changed (修改说明)
}

// A Review says what a reviewer held of a version: approved, or returned to be revised
// (修改).
type Review struct {
	Round    ReviewRound       `json:"round"`
	Version  int               `json:"version"` // from 1
	At       calendar.DateTime `json:"at"`
	By       roster.PersonID   `json:"by"`
	Approved bool              `json:"approved,omitzero"`
	Note     string            `json:"note,omitempty"`
}

// A Step is one of the four early steps of a paper, or none. The zero Step is [NotKnown].
type Step uint8

// The early steps.
const (
	NotKnown       Step = iota // 未掌握: the office does not have the text yet
	KnownEarly                 // 提前掌握: the text is at hand
	CheckedEarly               // 提前校核: it is proof-read
	NumberedEarly              // 提前编号: it has its number
	ReadyToPrint               // 提前备印: it is ready to print
	earlySteps     = 4
	maxVersionList = 1000
)

var stepWords = [...]word{
	{"not-known", "未掌握", "not at hand"},
	{"known", "提前掌握", "at hand"},
	{"checked", "提前校核", "proof-read"},
	{"numbered", "提前编号", "numbered"},
	{"ready", "提前备印", "ready to print"},
}

// String returns the token of the step, such as "checked".
func (s Step) String() string { return textOf(stepWords[:], "Step", s) }

// Label returns the Chinese name of the step, such as 提前校核.
func (s Step) Label() string { return labelOf(stepWords[:], s) }

// AppendText appends the String of a step.
func (s Step) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, stepWords[:], "step", s)
}

// MarshalText returns the String of a step.
func (s Step) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads the String of a step.
func (s *Step) UnmarshalText(text []byte) error { return readToken(s, stepWords[:], "step", text) }

// term is the step as a sentence names it.
func (s Step) term(key string) check.Arg { return check.Term(key, s.Label(), stepWords[s].en) }

// A Preparation is how far a paper has come before it is printed: its versions, their
// reviews, and when each of the four early steps was taken.
type Preparation struct {
	Paper    roster.PaperID    `json:"paper"`
	Versions []Version         `json:"versions,omitempty"`
	Reviews  []Review          `json:"reviews,omitempty"`
	Known    calendar.DateTime `json:"known,omitzero"`
	Checked  calendar.DateTime `json:"checked,omitzero"`
	Numbered calendar.DateTime `json:"numbered,omitzero"`
	Ready    calendar.DateTime `json:"ready,omitzero"`
}

// times are the four early steps.
func (p *Preparation) times() [earlySteps]calendar.DateTime {
	return [...]calendar.DateTime{p.Known, p.Checked, p.Numbered, p.Ready}
}

// Step returns the last early step that was taken without leaving one out.
func (p Preparation) Step() Step {
	for i, t := range p.times() {
		if t.IsZero() {
			return Step(i)
		}
	}
	return ReadyToPrint
}

// Validate reports steps, versions and reviews that do not follow each other: a step
// without the one before it, a version whose state goes back, a review of a version that
// is not there, and a text that was proof-read before its latest version was approved.
func (p Preparation) Validate() check.Problems {
	ps := validate(ident("paper", roster.KindPaper, p.Paper))
	if len(p.Versions) > maxVersionList || len(p.Reviews) > maxVersionList {
		ps.Add(tooManyRule.At("versions", check.Int("found", max(len(p.Versions), len(p.Reviews))), check.Int("max", maxVersionList)))
		return ps
	}
	paper := check.ID("paper", roster.KindPaper, p.Paper)
	times := p.times()
	for i := 1; i < len(times); i++ {
		now, before := Step(i+1), Step(i)
		switch {
		case times[i].IsZero():
		case times[i-1].IsZero():
			ps.Add(stepSkippedRule.At(now.String(), paper, now.term("step"), before.term("before")))
		case times[i].Before(times[i-1]):
			ps.Add(stepOrderRule.At(now.String(), paper, now.term("step"), before.term("before"), check.Text("at", times[i].String())))
		}
	}
	for i, v := range p.Versions {
		path := check.Index("versions", i)
		ps.In("", validate(note(path+".note", v.Note, false)))
		if v.State == 0 || v.State > Final {
			ps.Add(missingRule.At(path + ".state"))
			continue
		}
		if i == 0 {
			continue
		}
		if was := p.Versions[i-1].State; v.State < was && was <= Final {
			ps.Add(stateBackRule.At(path+".state", paper, check.Term("was", was.Label(), draftWords[was].en), check.Term("state", v.State.Label(), draftWords[v.State].en)))
		}
		if v.At.Before(p.Versions[i-1].At) {
			ps.Add(versionOrderRule.At(path+".at", paper, check.Text("at", v.At.String())))
		}
	}
	ps.In("", p.reviews(paper))
	return ps
}

// reviews checks the reviews and that the latest version was approved before it was
// proof-read.
func (p *Preparation) reviews(paper check.Arg) check.Problems {
	var ps check.Problems
	done := map[ReviewRound]bool{}
	approved := 0
	for i, r := range p.Reviews {
		path := check.Index("reviews", i)
		ps.In("", validate(person(path+".by", r.By), note(path+".note", r.Note, false)))
		if r.Round == 0 || r.Round > LastReview {
			ps.Add(missingRule.At(path + ".round"))
			continue
		}
		if r.Version < 1 || r.Version > len(p.Versions) {
			ps.Add(noVersionRule.At(path+".version", paper, check.Int("version", r.Version)))
			continue
		}
		if r.At.Before(p.Versions[r.Version-1].At) {
			ps.Add(versionOrderRule.At(path+".at", paper, check.Text("at", r.At.String())))
		}
		if r.Round > FirstReview && !done[r.Round-1] {
			ps.Add(reviewSkippedRule.At(path+".round", paper, check.Text("round", r.Round.Label()), check.Text("before", (r.Round-1).Label())))
		}
		done[r.Round] = true
		if r.Approved {
			approved = max(approved, r.Version)
		} else if approved >= r.Version {
			approved = r.Version - 1 // a later review sent it back
		}
	}
	if last := len(p.Versions); last > 0 && len(p.Reviews) > 0 && !p.Checked.IsZero() && approved < last {
		ps.Add(notApprovedRule.At("checked", paper, check.Int("version", last), CheckedEarly.term("step")))
	}
	return ps
}

// A Lead is how many hours before its use a paper has to have come to each early step, at
// most 86,400. The zero Lead asks for nothing.
type Lead struct {
	Known    int `json:"known,omitzero"`
	Checked  int `json:"checked,omitzero"`
	Numbered int `json:"numbered,omitzero"`
	Ready    int `json:"ready,omitzero"`
}

// Late reports the early steps that a paper had not taken by their time: hours before
// its use, if that time has come. A step taken too late is late for good.
func (p Preparation) Late(use, now calendar.DateTime, lead Lead) check.Problems {
	var ps check.Problems
	for i, hours := range [earlySteps]int{lead.Known, lead.Checked, lead.Numbered, lead.Ready} {
		taken, step := p.times()[i], Step(i+1)
		due := use.Add(-3600 * int64(min(hours, maxLead)))
		if hours <= 0 || due.IsZero() || !taken.IsZero() && !taken.After(due) || taken.IsZero() && !now.After(due) {
			continue
		}
		ps.Add(stepLateRule.At(step.String(), check.ID("paper", roster.KindPaper, p.Paper), step.term("step"), check.Text("due", due.String())))
	}
	return ps
}

// Faults counts what went wrong with papers, for the aim of no errors and no delays
// (零差错、零延误).
type Faults struct {
	Errors int `json:"errors"` // findings of severity error, but for delays
	Delays int `json:"delays"`
}

// CountFaults counts findings: delays are steps, bulletins, contributions and motions that
// came late.
func CountFaults(reports ...check.Problems) Faults {
	var f Faults
	for _, ps := range reports {
		for code := range ps.Codes() {
			if code == StepLate || code == BulletinLate || code == GroupLate || code == LateMotion {
				f.Delays += ps.Count(code)
			}
		}
		for p := range ps.All() {
			if p.Severity() == check.Error && p.Code() != StepLate && p.Code() != LateMotion {
				f.Errors++
			}
		}
	}
	return f
}
