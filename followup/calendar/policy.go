package calendar

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Policy is a rule by which periods end, as data: the presets below each follow
// one text of law, and a host may write down its own. Whatever the policy, the day of
// the event that starts a period is not counted, the last day is, and weeks, months
// and years end on the day that corresponds to that of the event, months and years on
// the last day of the month if it has no such day. Periods in working days end on the
// last of them, periods in hours at a moment.
type Policy struct {
	ID      string `json:"id"`               // "cn_civil"
	Title   string `json:"title"`            // of the text of law, in Chinese
	TitleEn string `json:"titleEn,omitzero"` // in English
	Source  string `json:"source"`           // title, number and article, or "house custom"
	From    Date   `json:"from,omitzero"`    // first day on which the rule is in force
	To      Date   `json:"to,omitzero"`      // last day, none if it still is

	// Units that the rule knows; a period in another one is refused.
	Units []Unit `json:"units"`

	// Forward says what becomes of a last day on which nobody works, Backward the
	// same for periods counted backwards.
	Forward  Roll `json:"forward"`
	Backward Roll `json:"backward"`

	// NoBackward refuses periods that are counted backwards.
	NoBackward bool `json:"noBackward,omitzero"`

	// StatutoryOnly rolls a last day only if a notice gives it off, to the day after
	// the holiday, and lets a period end on an ordinary weekend.
	StatutoryOnly bool `json:"statutoryOnly,omitzero"`

	// ShortDays makes a period of fewer days than this one of working days. Periods in
	// weeks and longer units are not concerned. 0 for none.
	ShortDays int `json:"shortDays,omitzero"`

	// MinWorkdays is how many working days a period of at least as many days has to
	// contain; it ends later, or backwards earlier, until it does. 0 for none.
	MinWorkdays int `json:"minWorkdays,omitzero"`

	// WholeHours leaves the hour in which the event happens out of a period in hours,
	// which then begins with the next full hour, or backwards with the last one. By
	// default it begins at the moment of the event.
	WholeHours bool `json:"wholeHours,omitzero"`

	// RollHours moves the end of a period in hours off a day on which nobody works, as
	// Forward and Backward say, to the same time of the day. By default it stays.
	RollHours bool `json:"rollHours,omitzero"`
}

// CNCivil is the Civil Code of the People's Republic of China (民法典), in force from 1
// January 2021: periods are counted by the Gregorian calendar (article 200), the day
// they begin is left out (201), months and years end on the corresponding day, or
// else at the end of the month (202), and a last day that is a statutory holiday gives
// way to the day after it (203), unless law or agreement say otherwise (204). It ends at
// 24:00, or with business where there are business hours (203).
//
// Weekends roll like holidays; set StatutoryOnly for the narrow reading of 法定休假日.
// Hours run from the moment of the event (201) and, since article 203 speaks of a last
// day, are not rolled (house custom). The code says nothing on counting backwards: a day off there gives way to the
// working day before it, so that nobody's time is cut short (house custom).
func CNCivil() Policy {
	return Policy{
		ID: "cn_civil", Title: "《民法典》第二百条至第二百零四条", TitleEn: "Civil Code of the People's Republic of China, articles 200 to 204",
		Source: "中华人民共和国民法典, 第二百条至第二百零四条; backwards: " + check.HouseCustom,
		From:   MustDate(2021, 1, 1),
		Units:  []Unit{Days, Weeks, Months, Years, Workdays, Hours}, Forward: Following, Backward: Preceding,
	}
}

// CNProcedure is the Civil Procedure Law of the People's Republic of China (民事诉讼法),
// article 85 in the numbering of 2022, which administrative procedure shares
// (法释〔2018〕1号, article 48): the hour and the day a period begins are left out,
// holidays inside are counted, and a last day that is a holiday gives way to the first day after it.
// Time in the post (在途时间) is not part of a period: what was posted in time is in
// time, which concerns the sending and not the date.
//
// Weekends and counting backwards are as in [CNCivil].
func CNProcedure() Policy {
	return Policy{
		ID: "cn_procedure", Title: "《民事诉讼法》第八十五条", TitleEn: "Civil Procedure Law of the People's Republic of China, article 85",
		Source: "中华人民共和国民事诉讼法（2021年修正）, 第八十五条; 法释〔2018〕1号, 第四十八条; backwards: " + check.HouseCustom,
		From:   MustDate(2022, 1, 1),
		Units:  []Unit{Days, Weeks, Months, Years, Workdays, Hours}, Forward: Following, Backward: Preceding,
		WholeHours: true,
	}
}

// CNWorkdays counts working days only, make-up days among them, and leaves out the
// day of the event: N个工作日内. It refuses other units, since 日 and 工作日 must not be
// taken for each other (house custom).
func CNWorkdays() Policy {
	return Policy{
		ID: "cn_workdays", Title: "工作日期限惯例", TitleEn: "custom for periods in working days",
		Source: check.HouseCustom, Units: []Unit{Workdays},
	}
}

// EU118271 is Regulation (EEC, Euratom) No 1182/71, article 3: the hour or the day of the
// event is left out (1), weeks, months and years end on the same day of the week or the same
// date, or else at the end of the month (2)(c), holidays and weekends inside are
// counted (3), a last day that is a holiday, a Saturday or a Sunday gives way to the
// following working day, but not if the period is calculated backwards or in hours (4),
// and a period of two days or more contains at least two working days (5).
//
// Which days are holidays depends on where the act is to be done (article 2(1)): the
// calendar says it.
func EU118271() Policy {
	return Policy{
		ID: "eu_1182_71", Title: "欧共体第1182/71号条例第3条", TitleEn: "Regulation (EEC, Euratom) No 1182/71, article 3",
		Source: "Regulation (EEC, Euratom) No 1182/71 of the Council of 3 June 1971 determining the rules applicable to periods, dates and time limits, OJ L 124, 8.6.1971, article 3",
		From:   MustDate(1971, 7, 1),
		Units:  []Unit{Days, Weeks, Months, Years, Workdays, Hours}, Forward: Following, MinWorkdays: 2,
		WholeHours: true,
	}
}

// USFRCP6 is rule 6(a) of the Federal Rules of Civil Procedure of the United States as
// it stands since 1 December 2009: the day of the event is left out, every day is
// counted, and from a last day that is a Saturday, a Sunday or a legal holiday the
// period runs on to the next day that is none (1), where a period measured before an
// event runs on backwards (5). Hours run from the moment of the event, and from such a day
// to the same time on the next one that is none (2).
//
// Holidays of the state in which the court sits count for periods after an event only
// (6)(C): use a calendar that has them for those, and one without them backwards. For a
// holiday on a Saturday, [USFederalNotices] takes the Friday before it off as 5 U.S.C.
// 6103(b) does for employees; where a court stays open then, use a calendar without it.
func USFRCP6() Policy {
	return Policy{
		ID: "us_frcp_6", Title: "《美国联邦民事诉讼规则》第6条(a)款", TitleEn: "Federal Rules of Civil Procedure, rule 6(a)",
		Source: "Federal Rules of Civil Procedure (28 U.S.C. App.), rule 6(a)(1), (2), (5) and (6), as amended with effect from 1 December 2009",
		From:   MustDate(2009, 12, 1),
		Units:  []Unit{Days, Weeks, Months, Years, Hours}, Forward: Following, Backward: Preceding,
		RollHours: true,
	}
}

// USFRCPPre2009 is rule 6(a) as it stood from 1 August 1985 to 30 November 2009: in
// periods of less than 11 days, Saturdays, Sundays and legal holidays were not
// counted. The rule did not say in which direction a backward period ran on, and the
// amendment of 2009 settled it; here it runs on backwards. It knew no hours.
func USFRCPPre2009() Policy {
	p := USFRCP6()
	p.ID, p.ShortDays = "us_frcp_pre2009", 11
	p.Units, p.RollHours = []Unit{Days, Weeks, Months, Years}, false
	p.Title, p.TitleEn = "《美国联邦民事诉讼规则》第6条(a)款（2009年修改前）", "Federal Rules of Civil Procedure, rule 6(a), before the amendment of 2009"
	p.Source = "Federal Rules of Civil Procedure (28 U.S.C. App.), rule 6(a), as amended with effect from 1 August 1985; backwards: the Committee Note of 2009"
	p.From, p.To = MustDate(1985, 8, 1), MustDate(2009, 11, 30)
	return p
}

// CouncilOfEurope is the European Convention on the Calculation of Time-Limits: the
// day from which a time-limit runs is left out (article 3), weeks, months and years
// end on the corresponding day, or else on the last day of the month (4), Saturdays,
// Sundays and official holidays inside are counted, and such a last day gives way to
// the first working day after it (5). It does not apply to time-limits calculated
// backwards (article 1(1)), which are refused.
func CouncilOfEurope() Policy {
	return Policy{
		ID: "council_of_europe", Title: "《欧洲计算期限公约》", TitleEn: "European Convention on the Calculation of Time-Limits",
		Source: "European Convention on the Calculation of Time-Limits, Basle, 16 May 1972, ETS No. 76, articles 1 to 5",
		From:   MustDate(1983, 4, 28),
		Units:  []Unit{Days, Weeks, Months, Years}, Forward: Following, NoBackward: true,
	}
}

// Policies returns the presets in the order of their IDs. The caller owns the result.
func Policies() []Policy {
	return []Policy{
		CNCivil(), CNProcedure(), CNWorkdays(), CouncilOfEurope(), EU118271(), USFRCP6(), USFRCPPre2009(),
	}
}

// PolicyByID returns the preset with an ID such as "cn_civil".
func PolicyByID(id string) (Policy, bool) {
	for _, p := range Policies() {
		if p.ID == id {
			return p, true
		}
	}
	return Policy{}, false
}

// Validate reports missing texts, a rule that ends before it begins, units that are
// none or missing, ways to roll that are none, and numbers outside 0 to [MaxPeriod].
func (p Policy) Validate() check.Problems {
	var ps check.Problems
	checkText(&ps, "id", p.ID, true)
	checkText(&ps, "title", p.Title, true)
	checkText(&ps, "titleEn", p.TitleEn, false)
	checkText(&ps, "source", p.Source, true)
	if !p.To.IsZero() && p.To.Before(p.From) {
		ps.Add(neverInForce.At("to", check.Text("from", p.From.String()), check.Text("to", p.To.String())))
	}
	if len(p.Units) == 0 {
		ps.Add(noText.At("units"))
	}
	for i, u := range p.Units {
		if !u.IsValid() {
			ps.Add(badUnit.At(check.Index("units", i), check.Int("unit", int(u))))
		}
	}
	checkRoll(&ps, "forward", p.Forward)
	checkRoll(&ps, "backward", p.Backward)
	p.checkNumber(&ps, "shortDays", p.ShortDays)
	p.checkNumber(&ps, "minWorkdays", p.MinWorkdays)
	return ps
}

func checkRoll(ps *check.Problems, path string, r Roll) {
	if !r.IsValid() {
		ps.Add(badRoll.At(path, check.Int("roll", int(r))))
	}
}

func (Policy) checkNumber(ps *check.Problems, path string, n int) {
	if n < 0 || n > MaxPeriod {
		ps.Add(badPolicyNumber.At(path, check.Int("n", n), check.Int("max", MaxPeriod)))
	}
}

// knows reports whether the rule covers periods in u.
func (p Policy) knows(u Unit) bool { return slices.Contains(p.Units, u) }

// clone returns a policy that shares nothing with p.
func (p Policy) clone() Policy {
	p.Units = slices.Clone(p.Units)
	return p
}

// InForce reports whether the rule is in force on d, From and To included.
func (p Policy) InForce(d Date) bool {
	return !d.Before(p.From) && (p.To.IsZero() || !d.After(p.To))
}
