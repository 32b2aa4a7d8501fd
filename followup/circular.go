package followup

import (
	"fmt"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Section is one part of a circular: its heading and its sentences, in both languages.
type Section struct {
	Heading   string // in Chinese
	HeadingEn string // in English
	Sentences []check.Reason
}

// Circular (督查通报) puts the report, and the scores if they are given, into the sections of
// a circular: how all items stand, the lead bodies by punctuality, the ageing of what is
// overdue, the items that stand worst, and who lost points. The sentences hold identifiers;
// names are put in when they are written, see [AppendSections].
func (r Report) Circular(scores *Scores) []Section {
	all := r.all
	out := []Section{{Heading: "总体情况", HeadingEn: "How the items stand", Sentences: []check.Reason{
		circularAll.Because(check.Text("on", r.on.String()), check.Int("items", all.Items), check.Int("open", all.Open),
			check.Int("overdue", all.Overdue), check.Int("blocked", all.Blocked), rateArg(all), term("basis", bases, r.basis)),
		circularLights.Because(check.Int("red", all.Lights[Red]), check.Int("orange", all.Lights[Orange]), check.Int("yellow", all.Lights[Yellow]),
			check.Int("blue", all.Lights[Blue]), check.Int("green", all.Lights[Green])),
		circularCare.Because(check.Int("returned", all.Returned), check.Int("slips", all.Slips), check.Int("unwritten", all.Unwritten)),
	}}}
	bodies := Section{Heading: "各单位办理情况", HeadingEn: "By lead body"}
	for u := range r.Ranking() {
		if u.Lead != "" {
			bodies.Sentences = append(bodies.Sentences, circularBody.Because(check.ID("lead", roster.KindOrg, u.Lead), check.Int("items", u.Items),
				check.Int("open", u.Open), check.Int("overdue", u.Overdue), rateArg(u.Count)))
		}
	}
	ageing := Section{Heading: "逾期时长", HeadingEn: "Ageing"}
	for _, a := range r.ages {
		if a.Items > 0 {
			ageing.Sentences = append(ageing.Sentences, circularAge.Because(check.Text("range", Clause{Min: a.From, Max: a.To, Exact: a.To != 0}.bounds()), check.Int("n", a.Items)))
		}
	}
	worst := Section{Heading: "突出问题", HeadingEn: "What stands worst"}
	for _, w := range r.worst {
		worst.Sentences = append(worst.Sentences, circularWorst.Because(check.ID("item", roster.KindItem, w.Item), check.ID("lead", roster.KindOrg, w.Lead),
			term("light", lights, w.Light), check.Text("due", w.Due.String()), check.Int("n", w.Workdays)))
	}
	for _, s := range []Section{bodies, ageing, worst, scores.section()} {
		if len(s.Sentences) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// section is the part of a circular about the scores; without sentences for none.
func (s *Scores) section() Section {
	out := Section{Heading: "考核计分", HeadingEn: "Scores"}
	if s == nil {
		return out
	}
	for x := range s.Ranking() {
		lead := check.ID("lead", roster.KindOrg, x.Lead)
		out.Sentences = append(out.Sentences, circularScore.Because(lead, check.Text("points", unsigned(x.Points))))
		for _, t := range x.Taken {
			out.Sentences = append(out.Sentences, s.Why(x, t))
		}
		if x.Talk {
			out.Sentences = append(out.Sentences, circularTalk.Because(lead))
		}
	}
	return out
}

func unsigned(hundredths int) string {
	if s := decimal(hundredths); s[0] == '+' {
		return s[1:]
	}
	return decimal(hundredths)
}

// rateArg is the punctuality in percent, a dash if there is none.
func rateArg(c Count) check.Arg {
	h, ok := c.Rate()
	if !ok {
		return check.Text("rate", "—")
	}
	return check.Text("rate", fmt.Sprintf("%d.%02d%%", h/100, h%100))
}

// numerals number the sections of a circular, which has five at most.
var numerals = [...]string{"一", "二", "三", "四", "五"}

// AppendSections appends the text of a circular in a language, a heading a line, 一、 or 1.,
// and a sentence a line, with names for identifiers.
func AppendSections(dst []byte, lang check.Lang, name check.Namer, sections ...Section) []byte {
	for i, s := range sections {
		if lang == check.ZhHans {
			dst = fmt.Appendf(dst, "%s、%s\n", hanNumber(i), s.Heading)
		} else {
			dst = fmt.Appendf(dst, "%d. %s\n", i+1, s.HeadingEn)
		}
		for _, why := range s.Sentences {
			dst = append(append(dst, why.Text(lang, name)...), '\n')
		}
	}
	return dst
}

func hanNumber(i int) string {
	if i < len(numerals) {
		return numerals[i]
	}
	return fmt.Sprint(i + 1)
}

// Checks returns the closed items whose effect was to be looked at by a day and has not been
// since they were last reported (应回头看), by the planned day, then identifier.
func (b Board) Checks(on calendar.Date) []Item {
	return b.pick(func(it *Item) bool {
		return !it.Stage.Open() && it.Stage != StageCancelled && !it.Check.IsZero() && !it.Check.After(on) && it.Verified.IsZero()
	}, func(a, b Item) int { return a.Check.Compare(b.Check) })
}
