package docs

import (
	"cmp"
	"slices"
	"unicode"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the findings of motions.
const (
	TooFewSigners  check.Code = "docs/too-few-signers"   // fewer signers than the body asks for
	SignerTwice    check.Code = "docs/signer-twice"      // one signer twice
	NotEntitled    check.Code = "docs/not-entitled"      // a signer who is no member of the body
	LateMotion     check.Code = "docs/late-motion"       // handed in after the deadline
	LateWithdrawal check.Code = "docs/late-withdrawal"   // withdrawn after the vote began
	SameMotion     check.Code = "docs/same-motion"       // two motions with the same text
	SimilarMotion  check.Code = "docs/similar-motion"    // two motions with nearly the same text
	BodyCannot     check.Code = "docs/body-may-not"      // handed in by a delegation where only members may
	LeadNotSigner  check.Code = "docs/lead-not-a-signer" // the first mover is not among the signers
)

var (
	tooFewSignersRule = check.Rule{
		Code: TooFewSigners, Severity: check.Error, Source: "the rule of the body, as named in the text",
		Hans: "{motion}有效联名{n}人，须{min}人以上（{source}）",
		En:   "{motion} has {n} valid signers; {min} are needed ({source})",
	}
	signerTwiceRule = check.Rule{
		Code: SignerTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{who}在{motion}上签了两次名，只计一次",
		En:   "{who} signed {motion} twice; it counts once",
	}
	notEntitledRule = check.Rule{
		Code: NotEntitled, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{who}没有提议权，不计入{motion}的联名人数",
		En:   "{who} is not entitled to sign {motion} and does not count",
	}
	lateMotionRule = check.Rule{
		Code: LateMotion, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{motion}于{at}提出，截止时间是{deadline}；过时的可作为建议处理",
		En:   "{motion} was handed in at {at}, after the deadline {deadline}; it may be taken as a suggestion",
	}
	lateWithdrawalRule = check.Rule{
		Code: LateWithdrawal, Severity: check.Error, Source: localOrganic22,
		Hans: "{motion}于{at}撤回，已交付表决（{vote}）；撤回须在交付表决之前",
		En:   "{motion} was withdrawn at {at}, after it had been put to the vote ({vote})",
	}
	sameMotionRule = check.Rule{
		Code: SameMotion, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{motion}与{other}内容相同",
		En:   "{motion} has the same text as {other}",
	}
	similarMotionRule = check.Rule{
		Code: SimilarMotion, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{motion}与{other}内容相近（{percent}%），可以合并办理",
		En:   "{motion} is much like {other} ({percent} %); they may be handled together",
	}
	bodyCannotRule = check.Rule{
		Code: BodyCannot, Severity: check.Error, Source: "the rule of the body, as named in the text",
		Hans: "{motion}以{org}的名义提出，须由{min}人以上联名（{source}）",
		En:   "{motion} was handed in by {org}; {min} members have to sign it ({source})",
	}
	leadNotSignerRule = check.Rule{
		Code: LeadNotSigner, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{motion}的领衔人{who}不在联名人中",
		En:   "{who}, the first mover of {motion}, is not among its signers",
	}
)

func motionRules() []check.Rule {
	return []check.Rule{
		tooFewSignersRule, signerTwiceRule, notEntitledRule, lateMotionRule, lateWithdrawalRule,
		sameMotionRule, similarMotionRule, bodyCannotRule, leadNotSignerRule,
	}
}

const localOrganic22 = "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》 (organic law of local people's congresses and governments), 2022, art. 22"

// A SignerRule is how many members of a body have to sign a motion (联名人数).
type SignerRule struct {
	Body       string `json:"body"`                // token of the body, such as "npc"
	Label      string `json:"label"`               // its Chinese name
	Signers    int    `json:"signers"`             // at least so many members
	Delegation bool   `json:"delegation,omitzero"` // or one delegation (代表团)
	Source     string `json:"source"`
}

// Validate reports a rule that asks for nobody or names no source.
func (r SignerRule) Validate() check.Problems {
	ps := validate(note("source", r.Source, true))
	if r.Signers < 1 {
		ps.Add(missingRule.At("signers"))
	}
	return ps
}

// SignerRules returns how many members have to sign a bill (议案) by the law, for each
// body that the library knows. Rules of other bodies are the host's.
func SignerRules() []SignerRule {
	const local = "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》 (2022), "
	return []SignerRule{
		{"npc", "全国人民代表大会", 30, true, "《中华人民共和国全国人民代表大会议事规则》 (2021), art. 23"},
		{"npc-standing", "全国人民代表大会常务委员会", 10, false, "《中华人民共和国全国人民代表大会组织法》 (2021), art. 29"},
		{"local-congress", "县级以上地方人民代表大会", 10, false, local + "art. 22"},
		{"township-congress", "乡镇人民代表大会", 5, false, local + "art. 22"},
		{"city-standing", "设区的市级以上人大常委会", 5, false, local + "art. 52"},
		{"county-standing", "县级人大常委会", 3, false, local + "art. 52"},
	}
}

// SignerRuleOf returns the rule of a body by its token.
func SignerRuleOf(body string) (SignerRule, bool) {
	for _, r := range SignerRules() {
		if r.Body == body {
			return r, true
		}
	}
	return SignerRule{}, false
}

// A Signature is a member who signs a motion, and when they took it back.
type Signature struct {
	Person    roster.PersonID   `json:"person"`
	Withdrawn calendar.DateTime `json:"withdrawn,omitzero"`
}

// A Motion is a proposal handed in to a congress or committee (议案, 提案).
type Motion struct {
	ID         roster.PaperID    `json:"id"`
	Title      string            `json:"title"`
	Text       string            `json:"text,omitempty"`
	Lead       roster.PersonID   `json:"lead,omitzero"`       // the first mover (领衔人)
	Signers    []Signature       `json:"signers,omitempty"`   // with the first mover
	Delegation roster.OrgID      `json:"delegation,omitzero"` // where a delegation hands it in
	HandedIn   calendar.DateTime `json:"handedIn,omitzero"`
	Withdrawn  calendar.DateTime `json:"withdrawn,omitzero"`
	Vote       calendar.DateTime `json:"vote,omitzero"` // when it was put to the vote
}

// MotionInput is what [CheckMotions] is asked.
type MotionInput struct {
	Rule     SignerRule        `json:"rule"`
	Members  []roster.PersonID `json:"members,omitempty"` // who may sign; nil asks nobody
	Deadline calendar.DateTime `json:"deadline,omitzero"` // zero is none
	Similar  int               `json:"similar,omitzero"`  // percent from which texts are alike; 80 if zero
	Motions  []Motion          `json:"motions"`
}

// Bounds of motions.
const (
	MaxMotions    = 3000
	MaxMotion     = 64 << 10 // bytes of a text
	MaxSigners    = 3000     // of one motion
	comparedRunes = 1000     // characters of a text that are compared
)

// CheckMotions reports motions (议案、联名、截止时间) with too few valid signers, signed twice or by people who
// may not, handed in late or withdrawn too late, and motions with the same or nearly the
// same text. A signature that was taken back, and a motion that was withdrawn, does not
// count. Texts are compared by their pairs of neighbouring characters, without signs and
// spaces, up to 1,000 characters of each; the cost is quadratic in the motions.
func CheckMotions(in MotionInput) check.Problems {
	ps := in.validate()
	if ps.Failed() {
		return ps
	}
	members := map[roster.PersonID]bool{}
	for _, id := range in.Members {
		members[id] = true
	}
	for i, m := range in.Motions {
		path := check.Index("motions", i)
		name := check.Value("motion", cmp.Or(m.Title, string(m.ID)))
		ps.In("", m.times(path, name, in.Deadline))
		if m.Withdrawn.IsZero() {
			ps.In("", m.signed(path, name, in.Rule, members, in.Members == nil))
		}
	}
	ps.In("", similarMotions(in.Motions, cmp.Or(in.Similar, 80)))
	return ps
}

func (in MotionInput) validate() check.Problems {
	var ps check.Problems
	ps.In("rule", in.Rule.Validate())
	if len(in.Motions) > MaxMotions {
		ps.Add(tooManyRule.At("motions", check.Int("found", len(in.Motions)), check.Int("max", MaxMotions)))
		return ps
	}
	seen := map[roster.PaperID]bool{}
	for i, m := range in.Motions {
		path := check.Index("motions", i)
		ps.In(path, validate(ident("id", roster.KindPaper, m.ID), note("title", m.Title, true)))
		if seen[m.ID] {
			ps.Add(duplicateIDRule.At(path+".id", check.Value("id", string(m.ID))))
		}
		seen[m.ID] = true
		if len(m.Text) > MaxMotion {
			ps.Add(tooLongRule.At(path+".text", check.Int("max", MaxMotion)))
		}
		if len(m.Signers) > MaxSigners {
			ps.Add(tooManyRule.At(path+".signers", check.Int("found", len(m.Signers)), check.Int("max", MaxSigners)))
		}
		for k, s := range m.Signers {
			ps.In("", roster.CheckID(check.Index(path+".signers", k)+".person", roster.KindPerson, s.Person))
		}
	}
	return ps
}

// times reports what came too late.
func (m *Motion) times(path string, name check.Arg, deadline calendar.DateTime) check.Problems {
	var ps check.Problems
	if !deadline.IsZero() && m.HandedIn.After(deadline) {
		ps.Add(lateMotionRule.At(path+".handedIn", name, check.Text("at", m.HandedIn.String()), check.Text("deadline", deadline.String())))
	}
	if !m.Vote.IsZero() && !m.Withdrawn.IsZero() && !m.Withdrawn.Before(m.Vote) {
		ps.Add(lateWithdrawalRule.At(path+".withdrawn", name, check.Text("at", m.Withdrawn.String()), check.Text("vote", m.Vote.String())))
	}
	return ps
}

// signed counts the valid signers.
func (m *Motion) signed(path string, name check.Arg, rule SignerRule, members map[roster.PersonID]bool, anybody bool) check.Problems {
	var ps check.Problems
	valid := map[roster.PersonID]bool{}
	for k, s := range m.Signers {
		who := check.ID("who", roster.KindPerson, s.Person)
		at := check.Index(path+".signers", k)
		switch {
		case valid[s.Person]:
			ps.Add(signerTwiceRule.At(at, name, who))
		case !anybody && !members[s.Person]:
			ps.Add(notEntitledRule.At(at, name, who))
		case s.Withdrawn.IsZero():
			valid[s.Person] = true
		}
	}
	if m.Lead != "" && !slices.ContainsFunc(m.Signers, func(s Signature) bool { return s.Person == m.Lead }) {
		ps.Add(leadNotSignerRule.At(path+".lead", name, check.ID("who", roster.KindPerson, m.Lead)))
	}
	source := check.Text("source", rule.Source)
	switch {
	case m.Delegation != "" && rule.Delegation:
	case m.Delegation != "" && len(valid) < rule.Signers:
		ps.Add(bodyCannotRule.At(path+".delegation", name, check.ID("org", roster.KindOrg, m.Delegation), check.Int("min", rule.Signers), source))
	case len(valid) < rule.Signers:
		ps.Add(tooFewSignersRule.At(path+".signers", name, check.Int("n", len(valid)), check.Int("min", rule.Signers), source))
	}
	return ps
}

// similarMotions compares the texts of motions that were not withdrawn.
func similarMotions(list []Motion, percent int) check.Problems {
	var ps check.Problems
	pairs := make([][]uint64, len(list))
	for i, m := range list {
		if m.Withdrawn.IsZero() {
			pairs[i] = characterPairs(m.Text)
		}
	}
	for i, b := range list {
		for k, a := range list[:i] {
			x, y := pairs[k], pairs[i]
			if len(x) == 0 || len(y) == 0 || 100*min(len(x), len(y)) < percent*max(len(x), len(y)) {
				continue
			}
			rule, same := &similarMotionRule, alike(x, y)
			if same < percent {
				continue
			}
			args := []check.Arg{check.Value("motion", b.Title), check.Value("other", a.Title)}
			if a.Text == b.Text {
				rule = &sameMotionRule
			} else {
				args = append(args, check.Int("percent", same))
			}
			ps.Add(rule.At(check.Index("motions", i)+".text", args...))
		}
	}
	return ps
}

// characterPairs returns the pairs of neighbouring characters of a text, sorted, each
// once.
func characterPairs(text string) []uint64 {
	var out []uint64
	var last rune
	n := 0
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		if n++; n > comparedRunes {
			break
		}
		out = append(out, uint64(last)<<32|uint64(r))
		last = r
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// alike is how much two sorted sets have in common, in percent of both together.
func alike(a, b []uint64) int {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both++
			i, j = i+1, j+1
		}
	}
	return 100 * both / (len(a) + len(b) - both)
}
