package docs

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Clause is a part of a draft that can be amended by itself: an article, a paragraph.
type Clause struct {
	ID   string `json:"id"`   // as people name it: 第三条
	Text string `json:"text"` // without its name
}

// A DraftText is the text of a draft, clause by clause (条文).
type DraftText struct {
	Paper   roster.PaperID `json:"paper"`
	Clauses []Clause       `json:"clauses"`
}

// Bounds of drafts.
const (
	MaxClauses    = 2000
	MaxClause     = 64 << 10 // bytes of one clause
	MaxAmendments = 10_000
)

// Validate reports clauses without a name or with one that stands twice, and a text that
// is too long.
func (d DraftText) Validate() check.Problems {
	ps := validate(ident("paper", roster.KindPaper, d.Paper))
	if len(d.Clauses) > MaxClauses {
		ps.Add(tooManyRule.At("clauses", check.Int("found", len(d.Clauses)), check.Int("max", MaxClauses)))
		return ps
	}
	seen := map[string]bool{}
	for i, c := range d.Clauses {
		path := check.Index("clauses", i)
		ps.In("", validate(note(path+".id", c.ID, true)))
		if seen[c.ID] {
			ps.Add(duplicateIDRule.At(path+".id", check.Value("id", c.ID)))
		}
		seen[c.ID] = true
		if len(c.Text) > MaxClause {
			ps.Add(tooLongRule.At(path+".text", check.Int("max", MaxClause)))
		}
	}
	return ps
}

// A Change is what an amendment does to its clause. The zero Change is [Rewrite].
type Change uint8

// The changes.
const (
	Rewrite Change = iota // 重写: the clause is to read as Text
	Reword                // 改词: Words are to read as Text; an empty Text strikes them out
	Strike                // 删除: the clause is struck out
	Insert                // 增加: a clause named New with the Text is put behind it
)

var changeWords = [...]word{
	{"rewrite", "重写", "rewrite"}, {"reword", "改词", "reword"}, {"strike", "删除", "strike"}, {"insert", "增加", "insert"},
}

// String returns "rewrite", "reword", "strike" or "insert".
func (c Change) String() string { return textOf(changeWords[:], "Change", c) }

// Label returns 重写, 改词, 删除 or 增加.
func (c Change) Label() string { return labelOf(changeWords[:], c) }

// AppendText appends the String of a change.
func (c Change) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, changeWords[:], "change", c)
}

// MarshalText returns the String of a change.
func (c Change) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads the String of a change.
func (c *Change) UnmarshalText(text []byte) error {
	return readToken(c, changeWords[:], "change", text)
}

// A Verdict is what became of an amendment. The zero Verdict is [Pending].
type Verdict uint8

// The verdicts.
const (
	Pending   Verdict = iota // 待表决
	Adopted                  // 通过
	Rejected                 // 否决
	Withdrawn                // 撤回
	NotPut                   // 不再表决: another one was adopted in its place
)

var verdictWords = [...]word{
	{"pending", "待表决", "pending"},
	{"adopted", "通过", "adopted"},
	{"rejected", "否决", "rejected"},
	{"withdrawn", "撤回", "withdrawn"},
	{"not-put", "不再表决", "not put to the vote"},
}

// String returns the token of the verdict, such as "adopted".
func (v Verdict) String() string { return textOf(verdictWords[:], "Verdict", v) }

// Label returns the Chinese word of the verdict, such as 通过.
func (v Verdict) Label() string { return labelOf(verdictWords[:], v) }

// AppendText appends the String of a verdict.
func (v Verdict) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, verdictWords[:], "verdict", v)
}

// MarshalText returns the String of a verdict.
func (v Verdict) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads the String of a verdict.
func (v *Verdict) UnmarshalText(text []byte) error {
	return readToken(v, verdictWords[:], "verdict", text)
}

// An Amendment is a proposal to change one clause of a draft (修正案, 修改意见).
type Amendment struct {
	ID       string            `json:"id"`
	Clause   string            `json:"clause"` // the clause it changes; "" to insert before the first
	Change   Change            `json:"change,omitzero"`
	Words    string            `json:"words,omitempty"` // what [Reword] replaces, exactly once in the clause
	New      string            `json:"new,omitempty"`   // the name of the clause that [Insert] adds
	Text     string            `json:"text,omitempty"`
	Proposer []roster.PersonID `json:"proposer,omitempty"`
	Body     roster.OrgID      `json:"body,omitzero"` // where a body proposes it
	Reason   string            `json:"reason,omitempty"`
	Rank     int               `json:"rank,omitzero"` // how far removed in substance the chair holds it to be, 1 furthest; 0 if not said
	Verdict  Verdict           `json:"verdict,omitzero"`
}

// alive reports whether an amendment is still to be voted on or was adopted.
func (a *Amendment) alive() bool { return a.Verdict == Pending || a.Verdict == Adopted }

// amended is an amendment with its place in a draft.
type amended struct {
	*Amendment
	clause   int // -1 before the first
	from, to int // bytes of the clause that it changes; equal for an insertion
}

// touches reports whether two amendments change the same words.
func (a amended) touches(b amended) bool {
	if a.clause != b.clause || a.Change == Insert || b.Change == Insert {
		return false
	}
	return a.from < b.to && b.from < a.to || a.Change != Reword || b.Change != Reword
}

// removed is how many characters an amendment changes.
func (a amended) removed(d DraftText) int {
	if a.clause < 0 || a.Change == Insert {
		return utf8.RuneCountInString(a.Text)
	}
	old, now := []rune(d.Clauses[a.clause].Text[a.from:a.to]), []rune(a.Text)
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	return max(len(old), len(now))
}

// place finds what amendments change and reports those that cannot.
func place(d DraftText, list []Amendment) ([]amended, check.Problems) {
	ps := d.Validate()
	if len(list) > MaxAmendments {
		ps.Add(tooManyRule.At("amendments", check.Int("found", len(list)), check.Int("max", MaxAmendments)))
	}
	if ps.Failed() {
		return nil, ps
	}
	clauses, ids := map[string]int{}, map[string]bool{}
	for i, c := range d.Clauses {
		clauses[c.ID] = i
	}
	var out []amended
	for i := range list {
		a := amended{Amendment: &list[i]}
		path := check.Index("amendments", i)
		ps.In("", validate(note(path+".id", a.ID, true), note(path+".reason", a.Reason, false)))
		if ids[a.ID] {
			ps.Add(duplicateIDRule.At(path+".id", check.Value("id", a.ID)))
		}
		ids[a.ID] = true
		if len(a.Text) > MaxClause {
			ps.Add(tooLongRule.At(path+".text", check.Int("max", MaxClause)))
		}
		if int(a.Change) >= len(changeWords) || int(a.Verdict) >= len(verdictWords) {
			ps.Add(missingRule.At(path + ".change"))
			continue
		}
		for k, id := range a.Proposer {
			ps.In("", roster.CheckID(check.Index(path+".proposer", k), roster.KindPerson, id))
		}
		var ok bool
		if a.clause, ok = clauses[a.Clause]; !ok {
			if a.clause = -1; a.Change != Insert || a.Clause != "" {
				ps.Add(unknownClauseRule.At(path+".clause", check.Value("clause", a.Clause)))
				continue
			}
		}
		if ps.In("", a.bounds(d, path, clauses)); !ps.Failed() {
			out = append(out, a)
		}
	}
	return out, ps
}

// bounds finds the words that an amendment changes.
func (a *amended) bounds(d DraftText, path string, clauses map[string]int) check.Problems {
	var ps check.Problems
	switch a.Change {
	case Insert:
		ps.In("", validate(note(path+".new", a.New, true)))
		if _, twice := clauses[a.New]; twice {
			ps.Add(duplicateIDRule.At(path+".new", check.Value("id", a.New)))
		}
		if a.Verdict == Adopted {
			clauses[a.New] = -1
		}
		if a.Text == "" {
			ps.Add(missingRule.At(path + ".text"))
		}
		return ps
	case Reword:
		text := d.Clauses[a.clause].Text
		n := 0
		if a.Words != "" {
			n = strings.Count(text, a.Words)
		}
		if n != 1 {
			ps.Add(wordsRule.At(path+".words", check.Value("clause", a.Clause), check.Value("words", a.Words), check.Int("n", n)))
			return ps
		}
		a.from = strings.Index(text, a.Words)
		a.to = a.from + len(a.Words)
		if a.Text == a.Words {
			ps.Add(noChangeRule.At(path, check.Value("id", a.ID), check.Value("clause", a.Clause)))
		}
	case Rewrite, Strike:
		a.to = len(d.Clauses[a.clause].Text)
		switch {
		case a.Change == Rewrite && a.Text == "":
			ps.Add(missingRule.At(path + ".text"))
		case a.Change == Rewrite && a.Text == d.Clauses[a.clause].Text:
			ps.Add(noChangeRule.At(path, check.Value("id", a.ID), check.Value("clause", a.Clause)))
		}
	}
	return ps
}

// CheckAmendments reports amendments that cannot be made, and those that change the same
// words of the draft: with a warning while they are pending, as an error if both are
// adopted.
func CheckAmendments(d DraftText, list []Amendment) check.Problems {
	placed, ps := place(d, list)
	ps.In("", conflicts(placed))
	return ps
}

func conflicts(placed []amended) check.Problems {
	var ps check.Problems
	byClause := map[int][]amended{}
	for i, b := range placed {
		if !b.alive() {
			continue
		}
		for _, a := range byClause[b.clause] {
			if !a.touches(b) {
				continue
			}
			rule := &amendConflictRule
			if a.Verdict == Adopted && b.Verdict == Adopted {
				rule = &bothAdoptedRule
			}
			ps.Add(rule.At(check.Index("amendments", i), check.Value("a", a.ID), check.Value("b", b.ID), check.Value("clause", b.Clause)))
		}
		byClause[b.clause] = append(byClause[b.clause], b)
	}
	return ps
}

// A VoteRule is the order in which amendments to the same words are put to the vote. The
// zero VoteRule is [FurthestFirst].
type VoteRule uint8

// The rules.
const (
	FurthestFirst VoteRule = iota // 先远后近: what is furthest removed from the draft first (rule 90 of the General Assembly)
	AsListed                      // 按提出先后: in the order of the list (house custom)
)

var voteWords = [...]word{
	{"furthest-first", "先远后近", "furthest removed first"}, {"as-listed", "按提出先后", "as listed"},
}

// String returns "furthest-first" or "as-listed".
func (r VoteRule) String() string { return textOf(voteWords[:], "VoteRule", r) }

// Label returns 先远后近 or 按提出先后.
func (r VoteRule) Label() string { return labelOf(voteWords[:], r) }

// AppendText appends the String of a rule.
func (r VoteRule) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, voteWords[:], "vote rule", r)
}

// MarshalText returns the String of a rule.
func (r VoteRule) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads the String of a rule.
func (r *VoteRule) UnmarshalText(text []byte) error {
	return readToken(r, voteWords[:], "vote rule", text)
}

// A VoteStep is an amendment to be put to the vote.
type VoteStep struct {
	Amendment string
	Excludes  []string       // amendments that are not put to the vote if this one is adopted
	Reasons   []check.Reason // why it stands here, and what follows from its adoption
}

// VoteOrder returns the pending amendments in the order in which they are put to the
// vote: clause by clause, and within a clause those that change the same words by the
// rule. How far an amendment is removed in substance is the chair's to say, by its Rank;
// where ranks are missing, the number of changed characters is proposed instead and the
// reason says so. Whatever the rule, amendments come before the draft itself.
func VoteOrder(d DraftText, list []Amendment, rule VoteRule) ([]VoteStep, error) {
	placed, ps := place(d, list)
	if err := ps.Err(); err != nil {
		return nil, err
	}
	placed = slices.DeleteFunc(placed, func(a amended) bool { return a.Verdict != Pending })
	slices.SortStableFunc(placed, func(a, b amended) int { return cmp.Compare(a.clause, b.clause) })
	var steps []VoteStep
	for len(placed) > 0 {
		end := slices.IndexFunc(placed, func(a amended) bool { return a.clause != placed[0].clause })
		if end < 0 {
			end = len(placed)
		}
		steps = append(steps, votes(d, placed[:end], rule)...)
		placed = placed[end:]
	}
	return steps, nil
}

// votes orders the amendments of one clause.
func votes(d DraftText, clause []amended, rule VoteRule) []VoteStep {
	rival := func(a amended) bool {
		return slices.ContainsFunc(clause, func(b amended) bool { return b.Amendment != a.Amendment && a.touches(b) })
	}
	ranked := !slices.ContainsFunc(clause, func(a amended) bool { return a.Rank == 0 && rival(a) })
	if rule == FurthestFirst {
		slices.SortStableFunc(clause, func(a, b amended) int {
			if ranked && rival(a) && rival(b) {
				return cmp.Compare(a.Rank, b.Rank)
			}
			return cmp.Or(-cmp.Compare(furthest(a), furthest(b)), -cmp.Compare(a.removed(d), b.removed(d)))
		})
	}
	var steps []VoteStep
	for i, a := range clause {
		id := check.Value("id", a.ID)
		step := VoteStep{Amendment: a.ID}
		switch {
		case !rival(a):
			step.Reasons = append(step.Reasons, votedAloneRule.Because())
		case rule != FurthestFirst:
			step.Reasons = append(step.Reasons, votedAsHandedRule.Because())
		case ranked:
			step.Reasons = append(step.Reasons, votedAsRankedRule.Because(id, check.Int("rank", a.Rank)))
		default:
			step.Reasons = append(step.Reasons, votedAsGaugedRule.Because(id, check.Int("n", a.removed(d))))
		}
		for _, b := range clause[i+1:] {
			if a.touches(b) {
				step.Excludes = append(step.Excludes, b.ID)
			}
		}
		if step.Excludes != nil {
			step.Reasons = append(step.Reasons, votedExcludingRule.Because(id, check.Value("others", strings.Join(step.Excludes, "、"))))
		}
		steps = append(steps, step)
	}
	return steps
}

// furthest puts striking a clause out before any other change of it.
func furthest(a amended) int {
	if a.Change == Strike {
		return 1
	}
	return 0
}
