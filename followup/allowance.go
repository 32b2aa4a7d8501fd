package followup

import (
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Pace says how fast something has to be dealt with, where rules give another time for it.
// The zero Pace is not said.
type Pace uint8

// The paces.
const (
	Urgent    Pace = iota + 1 // 急件
	Unhurried                 // 非急件
	Difficult                 // 难度较大
)

// String returns the token: "urgent", "unhurried" or "difficult".
func (p Pace) String() string { return of(paces, p).token }

// Label returns the Chinese term, "" if p is not valid.
func (p Pace) Label() string { return of(paces, p).hans }

// MarshalText returns the token of a valid pace.
func (p Pace) MarshalText() ([]byte, error) { return write(paces, p) }

// UnmarshalText reads a token.
func (p *Pace) UnmarshalText(text []byte) error { return read(p, paces, text) }

// An Allowance is one line of [Allowances]: the time for items of an origin and a pace.
type Allowance struct {
	Origin OriginKind `json:"origin,omitzero"` // 0: any
	Pace   Pace       `json:"pace,omitzero"`   // 0: any
	N      int        `json:"n"`
	Unit   Unit       `json:"unit"`
}

// Allowances (办理时限规定) are the times that a rule gives for items of which no paper says when
// they are due. Each line carries its unit: rules mix 日 and 工作日, and neither stands for the
// other.
type Allowances struct {
	Name    string      `json:"name"`
	Title   string      `json:"title"`   // in Chinese, as sentences name the rule
	TitleEn string      `json:"titleEn"` // in English
	Source  string      `json:"source"`
	Lines   []Allowance `json:"lines"` // the first that fits holds
}

// Validate reports names and texts that are missing or do not show, no lines or more than
// MaxLimits, and lines with an origin, pace or unit that is not known or a number outside 1
// to MaxLimitN.
func (a Allowances) Validate() check.Problems {
	var ps check.Problems
	for _, f := range []struct{ path, text string }{{"name", a.Name}, {"title", a.Title}, {"titleEn", a.TitleEn}, {"source", a.Source}} {
		if strings.TrimSpace(f.text) == "" {
			ps.Add(noText.At(f.path))
		}
		ps.In("", roster.CheckText(f.path, f.text, MaxText))
	}
	if len(a.Lines) == 0 || len(a.Lines) > MaxLimits {
		ps.Add(badAllowances.At("lines", check.Int("n", len(a.Lines)), check.Int("max", MaxLimits)))
		return ps
	}
	for i, l := range a.Lines {
		if l.Origin != 0 && !valid(originKinds, l.Origin) || l.Pace != 0 && !valid(paces, l.Pace) || l.N < 1 || l.N > MaxLimitN || !valid(units, l.Unit) {
			ps.Add(badAllowance.At(check.Index("lines", i), check.Int("n", l.N), check.Int("max", MaxLimitN)))
		}
	}
	return ps
}

// Due returns the last day for an item of an origin and a pace from the day on which it came
// in, that day not counted, with the line that gives it. The zero OriginKind is FromDecision.
// The last day is not moved if it is a day of rest. An item for which no line holds is a
// check.Problems; the calendar counts working days, and fails where it does not know a year.
func (a Allowances) Due(origin OriginKind, pace Pace, from calendar.Date, cal *calendar.Calendar) (Deadline, error) {
	ps := a.Validate()
	ps.In("from", needDate(from))
	if err := ps.Err(); err != nil {
		return Deadline{}, err
	}
	origin = max(origin, FromDecision)
	for i, l := range a.Lines {
		if l.Origin != 0 && l.Origin != origin || l.Pace != 0 && l.Pace != pace {
			continue
		}
		due, err := Limit{N: l.N, Unit: l.Unit}.end(from, cal)
		if err != nil {
			return Deadline{}, err
		}
		d := Deadline{Date: due, Why: []check.Reason{allowed.Because(check.Text("from", from.String()), check.Int("n", l.N), term("unit", units, l.Unit),
			check.Text("due", due.String()), check.Term("rules", a.Title, a.TitleEn), check.Int("line", i+1))}}
		if l.Unit == Workdays {
			d.Ref = cal.Ref()
		}
		return d, nil
	}
	ps.Add(noAllowance.At("", term("origin", originKinds, origin), check.Term("rules", a.Title, a.TitleEn)))
	return Deadline{}, ps.Err()
}

var allowancesFormat = wire.Format{Name: "followup.allowances", Version: 1}

// MarshalJSON writes valid allowances in a versioned form that [ParseAllowances] reads.
func (a Allowances) MarshalJSON() ([]byte, error) {
	if err := a.Validate().Err(); err != nil {
		return nil, err
	}
	type plain Allowances
	return wire.Append(nil, allowancesFormat, plain(a))
}

// ParseAllowances reads allowances and checks them.
func ParseAllowances(data []byte) (Allowances, error) {
	type plain Allowances
	var p plain
	_, ps := wire.Parse(data, allowancesFormat, &p, nil)
	if !ps.Failed() {
		ps.In("", Allowances(p).Validate())
	}
	if err := ps.Err(); err != nil {
		return Allowances{}, err
	}
	return Allowances(p), nil
}

// AllowanceSets returns the presets.
func AllowanceSets() []Allowances {
	return []Allowances{CityAllowances(), CountyAllowances(), DistrictAllowances(), ProposalAllowances()}
}

// CityAllowances give 5 days to a leader's urgent instruction, 15 to one that is not, 30 to a
// very difficult one, 20 days to the minutes of a meeting and 30 to other papers. Its source
// gives urgent ones 1 to 5 days; here the longest counts.
func CityAllowances() Allowances {
	return Allowances{
		"city", "市级督查办理时限", "the times of a city's supervision", check.HouseCustom + ", after a city's rule on supervision",
		[]Allowance{
			{FromInstruction, Urgent, 5, Days},
			{FromInstruction, Difficult, 30, Days},
			{FromInstruction, 0, 15, Days},
			{FromDecision, 0, 20, Days},
			{0, 0, 30, Days},
		},
	}
}

// CountyAllowances give 5 working days to decisions of standing and special meetings, and 3
// days to what is urgent.
func CountyAllowances() Allowances {
	return Allowances{
		"county", "县级督查办理时限", "the times of a county's supervision", check.HouseCustom + ", after counties' rules on supervision",
		[]Allowance{{0, Urgent, 3, Days}, {FromDecision, 0, 5, Workdays}},
	}
}

// DistrictAllowances give 30 working days to decisions of standing meetings and 5 days to what
// the public is concerned about, which comes in as an opinion or a report on a situation.
func DistrictAllowances() Allowances {
	return Allowances{
		"district", "区级督查办理时限", "the times of a district's supervision", check.HouseCustom + ", after a district's rule on supervision",
		[]Allowance{{FromDecision, 0, 30, Workdays}, {FromOpinion, 0, 5, Days}, {FromSituation, 0, 5, Days}},
	}
}

// ProposalAllowances give 3 months to a proposal, and 6 to a difficult one, as rules of provinces
// on the proposals of deputies do.
func ProposalAllowances() Allowances {
	return Allowances{
		"proposals", "建议提案办理时限", "the times for proposals", check.HouseCustom + ", after rules of provinces on proposals",
		[]Allowance{{FromProposal, Difficult, 6, Months}, {FromProposal, 0, 3, Months}},
	}
}
