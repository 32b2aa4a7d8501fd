package followup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

func (a Act) validate() check.Problems {
	ps := roster.CheckID("item", roster.KindItem, a.Item)
	ps.In("by", roster.CheckID("", roster.KindPerson, a.By))
	ps.In("on", needDate(a.On))
	ps.In("source", a.Source.validate())
	if len(a.Base.Desk) > journal.MaxName {
		ps.In("base", roster.CheckText("desk", a.Base.Desk, journal.MaxName))
	}
	return ps
}

func (e Filed) validate() check.Problems {
	ps := e.Act.validate()
	if strings.TrimSpace(e.Title) == "" {
		ps.Add(noText.At("title"))
	}
	ps.In("", roster.CheckText("title", e.Title, MaxText))
	ps.In("", roster.CheckText("decision", e.Decision, MaxText))
	ps.In("origin", e.Origin.validate(e.On))
	ps.In("words", checkText(e.Words))
	ps.In("requirement", checkText(e.Requirement))
	ps.In("completion", checkText(e.Completion))
	for _, f := range []struct{ path, kind, id string }{
		{"point", roster.KindItem, string(e.Point)},
		{"supervisor", roster.KindOrg, string(e.Supervisor)},
		{"convener", roster.KindPerson, string(e.Convener)},
		{"chair", roster.KindPerson, string(e.Chair)},
	} {
		if f.id != "" {
			ps.In(f.path, roster.CheckID("", f.kind, f.id))
		}
	}
	ps.In("estimate", checkEstimate(e.Act, e.Estimate))
	if e.Class > Major {
		ps.Add(badClass.At("class", itemArg(e.Act), check.Int("n", int(e.Class))))
	}
	if e.Issued.After(e.On) && !e.On.IsZero() {
		ps.Add(filedBefore.At("issued", itemArg(e.Act), check.Text("on", e.On.String()), check.Text("issued", e.Issued.String())))
	}
	return ps
}

func (e Drafted) validate() check.Problems { return Filed(e).validate() }

func checkEstimate(a Act, n int) check.Problems {
	var ps check.Problems
	if n < 0 || n > MaxEstimate {
		ps.Add(badEstimate.At("", itemArg(a), check.Int("n", n), check.Int("max", MaxEstimate)))
	}
	return ps
}

func (e Assigned) validate() check.Problems {
	ps := e.Act.validate()
	ps.In("lead", roster.CheckID("", roster.KindOrg, e.Lead))
	ps.In("due", needDate(e.Due))
	ps.In("counted", checkText(e.Counted.Calendar+e.Counted.Version))
	if e.Reports != nil {
		ps.In("reports", e.Reports.Validate())
	}
	seen := map[roster.OrgID]bool{e.Lead: true}
	for _, list := range []struct {
		path   string
		bodies []roster.OrgID
	}{{"supports", e.Supports}, {"copies", e.Copies}} {
		if len(list.bodies) > MaxSupports {
			ps.Add(tooMany.At(list.path, check.Int("n", len(list.bodies)), check.Int("max", MaxSupports)))
			continue
		}
		for i, org := range list.bodies {
			path := check.Index(list.path, i)
			ps.In(path, roster.CheckID("", roster.KindOrg, org))
			if seen[org] {
				ps.Add(twoRoles.At(path, check.ID("org", roster.KindOrg, org), itemArg(e.Act)))
			}
			seen[org] = true
		}
	}
	if e.Due.Before(e.On) {
		ps.Add(dueBefore.At("due", itemArg(e.Act), check.Text("due", e.Due.String()), check.Text("on", e.On.String())))
	}
	return ps
}

func (e Progressed) validate() check.Problems {
	ps := e.Act.validate()
	if e.Percent < 0 || e.Percent > 100 {
		ps.Add(badPercent.At("percent", itemArg(e.Act), check.Int("n", e.Percent)))
	}
	ps.In("text", checkText(e.Text))
	ps.In("estimate", checkEstimate(e.Act, e.Estimate))
	return ps
}

func (e Closed) validate() check.Problems {
	ps := e.Act.validate()
	if !e.Outcome.IsValid() {
		ps.Add(noOutcome.At("outcome", itemArg(e.Act)))
	}
	ps.In("", roster.CheckText("code", e.Code, MaxText))
	if !e.Check.IsZero() && !e.Check.After(e.On) {
		ps.Add(checkBefore.At("check", itemArg(e.Act), check.Text("check", e.Check.String()), check.Text("on", e.On.String())))
	}
	return ps
}

func (e HandedBack) validate() check.Problems { return e.Act.with("reason", needText(e.Reason)) }
func (e Reported) validate() check.Problems   { return e.Act.with("text", needText(e.Text)) }
func (e Reviewed) validate() check.Problems   { return e.Act.with("text", checkText(e.Text)) }
func (e Returned) validate() check.Problems   { return e.Act.with("reason", needText(e.Reason)) }

func (e ExtensionRefused) validate() check.Problems { return e.Act.with("reason", needText(e.Reason)) }

func (e Suspended) validate() check.Problems { return e.Act.with("reason", needText(e.Reason)) }

func (e Cancelled) validate() check.Problems        { return e.Act.with("reason", needText(e.Reason)) }
func (e ExtensionGranted) validate() check.Problems { return e.Act.with("due", needDate(e.Due)) }
func (e Resumed) validate() check.Problems          { return e.Act.with("due", needDate(e.Due)) }

func (e ExtensionAsked) validate() check.Problems {
	ps := e.Act.with("due", needDate(e.Due))
	ps.In("reason", needText(e.Reason))
	return ps
}

func (e Reopened) validate() check.Problems {
	ps := e.Act.with("due", needDate(e.Due))
	ps.In("reason", needText(e.Reason))
	return ps
}

func (e Urged) validate() check.Problems {
	ps := e.Act.with("text", checkText(e.Text))
	if e.Slip != 0 && !e.Slip.IsValid() {
		ps.Add(badLight.At("slip", itemArg(e.Act), check.Int("n", int(e.Slip))))
	}
	return ps
}

func (e Verified) validate() check.Problems { return e.Act.with("text", needText(e.Text)) }

// with returns the findings of the act and those of one more field.
func (a Act) with(path string, found check.Problems) check.Problems {
	ps := a.validate()
	ps.In(path, found)
	return ps
}

func itemArg(a Act) check.Arg { return check.ID("item", roster.KindItem, a.Item) }

func needDate(d calendar.Date) check.Problems {
	var ps check.Problems
	if d.IsZero() {
		ps.Add(noDate.At(""))
	}
	return ps
}

func needText(s string) check.Problems {
	ps := checkText(s)
	if strings.TrimSpace(s) == "" {
		ps.Add(noText.At(""))
	}
	return ps
}

// checkText reports a text that is too long, not UTF-8, or that holds characters
// which do not show, line breaks and tabs aside.
func checkText(s string) check.Problems {
	var ps check.Problems
	hidden := func(r rune) bool { return !unicode.IsPrint(r) && !strings.ContainsRune("\n\t\u3000", r) }
	if len(s) > MaxText || !utf8.ValidString(s) || strings.ContainsFunc(s, hidden) {
		ps.Add(badText.At("", check.Value("text", s), check.Int("max", MaxText)))
	}
	return ps
}
