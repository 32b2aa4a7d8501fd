package docs

import (
	"fmt"
	"slices"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Policy (管理办法) is what a house asks of those who destroy copies and of those who
// get them back, class by class. [CNPolicy], [NATOPolicy] and [USPolicy] are presets; a
// house with rules of its own changes one of them or reads its own with [ParsePolicy].
// The zero Policy is none: where one may be given, [CNPolicy] stands for it.
type Policy struct {
	ID      string        `json:"id"`      // by which hosts tell policies apart, such as "cn"
	Name    string        `json:"name"`    // for people
	Classes []ClassPolicy `json:"classes"` // one of each level, in rising order
}

// A ClassPolicy is the policy for papers of one level of secrecy.
type ClassPolicy struct {
	Level       symbol.Level      `json:"level"`
	Destruction DestructionPolicy `json:"destruction"`
	Chase       ChasePolicy       `json:"chase"`
}

// A DestructionPolicy says what evidence a destruction needs (销毁手续). Evidence that
// is missing raises an exception and never undoes the destruction.
type DestructionPolicy struct {
	Approval    bool   `json:"approval,omitzero"`    // a DestructionApproved whose copies and reference cover it
	Watchers    int    `json:"watchers,omitzero"`    // distinct persons watching (监销人) besides who destroys, 0 to MaxWatchers
	Certificate bool   `json:"certificate,omitzero"` // the number of a certificate that all of them signed
	KeepYears   int    `json:"keepYears,omitzero"`   // how long the record is kept, in years; 0 if no end is laid down
	Source      string `json:"source"`
}

// KeepUntil returns the day from which the record of a destruction on a day may go; ok
// is false if the policy lays down no end.
func (p DestructionPolicy) KeepUntil(destroyed calendar.Date) (d calendar.Date, ok bool) {
	if p.KeepYears == 0 || destroyed.IsZero() {
		return calendar.Date{}, false
	}
	d = destroyed.AddMonths(12 * p.KeepYears)
	if !d.IsZero() && d.Day() < destroyed.Day() { // there is no 29 February in that year
		d = d.AddDays(1)
	}
	return d, !d.IsZero()
}

// A ChasePolicy says who is asked for a copy that has not come back, and from when on
// (催交梯次).
type ChasePolicy struct {
	Steps  []ChaseStep `json:"steps"` // by After, rising; the first is at 0
	Source string      `json:"source"`
}

// A ChaseStep is one rung: from After minutes past the time by which a copy had to come
// back, Ask is asked for it.
type ChaseStep struct {
	After int   `json:"after"` // minutes, 0 to MaxAfter
	Ask   Asked `json:"ask"`
}

// Limits of a policy.
const (
	MaxWatchers = 20              // persons watching
	MaxKeep     = 1000            // years
	MaxAfter    = 366 * 24 * 60   // minutes: a year
	MaxSteps    = int(askedCount) // each may be asked once
)

// An Asked is whom to ask for a copy. The zero Asked is not valid.
type Asked uint8

// Whom to ask, from the nearest to the highest.
const (
	AskHolder    Asked = iota + 1 // 持有人
	AskContact                    // 联络员: of the holder
	AskSecretary                  // 代表团秘书: of his delegation
	AskSecrecy                    // 保密部门: the secrecy office of the meeting
	askedCount   = AskSecrecy
)

var askedWords = []word{
	{},
	{"holder", "持有人", "the holder"},
	{"contact", "联络员", "the contact"},
	{"secretary", "代表团秘书", "the secretary of the delegation"},
	{"secrecy-office", "保密部门", "the secrecy office"},
}

// String returns the token, such as "secrecy-office".
func (a Asked) String() string {
	if a != 0 && a <= askedCount {
		return askedWords[a].token
	}
	return fmt.Sprintf("Asked(%d)", uint8(a))
}

// Label returns the Chinese name, such as 保密部门.
func (a Asked) Label() string {
	if a <= askedCount {
		return askedWords[a].hans
	}
	return ""
}

// AppendText appends the String of a valid Asked.
func (a Asked) AppendText(dst []byte) ([]byte, error) {
	if a == 0 || a > askedCount {
		return dst, fmt.Errorf("asked %d is out of range", uint8(a))
	}
	return append(dst, askedWords[a].token...), nil
}

// MarshalText returns the String of a valid Asked.
func (a Asked) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads a token.
func (a *Asked) UnmarshalText(text []byte) error {
	i := slices.IndexFunc(askedWords, func(w word) bool { return w.token == string(text) })
	if i < 1 {
		return unknownWord("asked", text, askedWords[1:])
	}
	*a = Asked(i)
	return nil
}

const (
	natoSecurity = "NATO Security Policy, C-M(2002)49, enclosure E; Directive on the Security of Information, AC/35-D/2002, disposal and destruction"
	dodRecords   = "Information Security Program Regulation, 32 CFR 159a.64, records of destruction"
)

// ladder is how copies are chased at a level: the higher it is, the sooner the next
// one is asked. It is house custom.
func ladder(contact, secretary, office int) ChasePolicy {
	p := ChasePolicy{Source: check.HouseCustom, Steps: []ChaseStep{{0, AskHolder}, {contact, AskContact}, {secretary, AskSecretary}}}
	if office > 0 {
		p.Steps = append(p.Steps, ChaseStep{office, AskSecrecy})
	}
	return p
}

// CNPolicy is the practice of China: every destruction is approved and watched by two
// persons besides the one who does it, and its record, which is the entry itself with
// their names, is kept without end. The regulation asks for approval of any paper and
// for two persons with carriers of state secrets; that two watch the destruction of
// other papers of a meeting too, and the ladders, are house custom.
func CNPolicy() Policy {
	secret := DestructionPolicy{Approval: true, Watchers: 2, Source: regulation35 + "; " + secrecyRegulation}
	public := DestructionPolicy{Approval: true, Watchers: 2, Source: regulation35 + "; watchers: " + check.HouseCustom}
	return Policy{ID: "cn", Name: "党政机关会议文件管理（通行做法）", Classes: []ClassPolicy{
		{symbol.Open, public, ladder(24*60, 72*60, 0)},
		{symbol.Confidential, secret, ladder(4*60, 12*60, 24*60)},
		{symbol.Secret, secret, ladder(2*60, 4*60, 8*60)},
		{symbol.TopSecret, secret, ladder(30, 60, 120)},
	}}
}

// NATOPolicy is the practice of NATO: destruction of COSMIC TOP SECRET and NATO SECRET
// is witnessed and certified, the certificates are kept for ten and for five years.
// The levels are read as top-secret, secret and confidential; the ladders are house
// custom.
func NATOPolicy() Policy {
	return Policy{ID: "nato", Name: "NATO classified information", Classes: []ClassPolicy{
		{symbol.Open, DestructionPolicy{Source: natoSecurity}, ladder(24*60, 72*60, 0)},
		{symbol.Confidential, DestructionPolicy{Source: natoSecurity}, ladder(4*60, 12*60, 24*60)},
		{symbol.Secret, DestructionPolicy{Watchers: 1, Certificate: true, KeepYears: 5, Source: natoSecurity}, ladder(2*60, 4*60, 8*60)},
		{symbol.TopSecret, DestructionPolicy{Watchers: 1, Certificate: true, KeepYears: 10, Source: natoSecurity}, ladder(30, 60, 120)},
	}}
}

// USPolicy is the practice of the armed forces of the United States: two cleared
// persons sign the record of destroyed Top Secret papers, so that one watches besides
// the one who destroys; lower levels need no record. Records are kept for two years.
// The ladders are house custom.
func USPolicy() Policy {
	low := DestructionPolicy{KeepYears: 2, Source: dodRecords}
	return Policy{ID: "us", Name: "United States Department of Defense", Classes: []ClassPolicy{
		{symbol.Open, DestructionPolicy{Source: dodRecords}, ladder(24*60, 72*60, 0)},
		{symbol.Confidential, low, ladder(4*60, 12*60, 24*60)},
		{symbol.Secret, low, ladder(2*60, 4*60, 8*60)},
		{symbol.TopSecret, DestructionPolicy{Watchers: 1, Certificate: true, KeepYears: 2, Source: dodRecords}, ladder(30, 60, 120)},
	}}
}

// IsZero reports whether p is no policy.
func (p Policy) IsZero() bool { return p.ID == "" && p.Name == "" && p.Classes == nil }

// Validate reports a policy without id, name or sources, that does not say what holds
// for each level, with numbers out of their limits, or whose steps do not begin at 0
// with nobody asked twice and go on in rising order.
func (p Policy) Validate() check.Problems {
	ps := validate(ident("id", "policy", p.ID), note("name", p.Name, true))
	if len(p.Classes) != len(levels) {
		ps.Add(policyClassesRule.At("classes", check.Int("n", len(p.Classes)), check.Int("want", len(levels))))
	}
	for i, c := range p.Classes {
		path := check.Index("classes", i)
		if i < len(levels) && c.Level != levels[i] {
			ps.Add(policyClassesRule.At(path+".level", check.Int("n", len(p.Classes)), check.Int("want", len(levels))))
		}
		ps.In(path+".destruction", c.Destruction.validate())
		ps.In(path+".chase", c.Chase.validate())
	}
	return ps
}

// levels are the levels of which a policy has a class each.
var levels = [...]symbol.Level{symbol.Open, symbol.Confidential, symbol.Secret, symbol.TopSecret}

func (p DestructionPolicy) validate() check.Problems {
	ps := validate(note("source", p.Source, true))
	for _, n := range []struct {
		path    string
		n, most int
	}{{"watchers", p.Watchers, MaxWatchers}, {"keepYears", p.KeepYears, MaxKeep}} {
		if n.n < 0 || n.n > n.most {
			ps.Add(policyNumberRule.At(n.path, check.Int("n", n.n), check.Int("max", n.most)))
		}
	}
	return ps
}

func (p ChasePolicy) validate() check.Problems {
	ps := validate(note("source", p.Source, true))
	if len(p.Steps) == 0 || p.Steps[0].After != 0 {
		ps.Add(policyStepsRule.At("steps"))
	}
	for i, s := range p.Steps {
		path := check.Index("steps", i)
		if s.After < 0 || s.After > MaxAfter {
			ps.Add(policyNumberRule.At(path+".after", check.Int("n", s.After), check.Int("max", MaxAfter)))
		}
		again := slices.ContainsFunc(p.Steps[:i], func(t ChaseStep) bool { return t.Ask == s.Ask })
		if s.Ask == 0 || s.Ask > askedCount || again || i > 0 && s.After <= p.Steps[i-1].After {
			ps.Add(policyStepsRule.At(path))
		}
		if i == MaxSteps { // the next ones ask somebody twice as well
			break
		}
	}
	return ps
}

// of returns what a valid policy says of a level.
func (p Policy) of(l symbol.Level) ClassPolicy { return p.Classes[l] }

// orDefault returns p, or [CNPolicy] for the zero Policy.
func (p Policy) orDefault() Policy {
	if p.IsZero() {
		return CNPolicy()
	}
	return p
}

// policyFormat names the JSON of a Policy.
var policyFormat = wire.Format{Name: "docs.policy", Version: 1}

// MarshalJSON returns a valid policy as docs.policy/1; the zero Policy is null.
func (p Policy) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	if err := p.Validate().Err(); err != nil {
		return nil, err
	}
	type plain Policy
	return wire.Append(nil, policyFormat, plain(p))
}

// ParsePolicy reads what MarshalJSON of a policy wrote and checks it. The error is a
// [check.Problems].
func ParsePolicy(data []byte) (Policy, error) {
	type plain Policy
	var p plain
	_, ps := wire.Parse(data, policyFormat, &p, nil)
	if !ps.Failed() {
		ps.In("", Policy(p).Validate())
	}
	if err := ps.Err(); err != nil {
		return Policy{}, err
	}
	return Policy(p), nil
}

// A handling says which rules hold for which paper. The nil handling is [CNPolicy]
// with every paper at the highest level.
type handling struct {
	policy Policy
	levels map[roster.PaperID]symbol.Level
}

// newHandling returns the handling of listed papers under a valid policy.
func newHandling(p Policy, papers []Paper) *handling {
	h := &handling{p.orDefault(), make(map[roster.PaperID]symbol.Level, len(papers))}
	for _, p := range papers {
		h.levels[p.ID] = p.Mark.Level()
	}
	return h
}

// of returns the rules for a paper. One that is not listed is of the highest level:
// what is not known is not let go.
func (h *handling) of(id roster.PaperID) ClassPolicy {
	if h == nil {
		return CNPolicy().of(symbol.TopSecret)
	}
	if l, ok := h.levels[id]; ok {
		return h.policy.of(l)
	}
	return h.policy.of(symbol.TopSecret)
}
