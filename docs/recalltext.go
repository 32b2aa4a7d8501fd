package docs

import (
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Reason says the balance in words, both sides of it.
func (b Balance) Reason() check.Reason {
	args := []check.Arg{
		check.ID("paper", roster.KindPaper, b.paper),
		check.Int("printed", b.total),
		check.Int("registered", b.Count(Registered)),
		check.Int("void", b.Count(Void)),
		check.Int("stock", b.Count(InStock)),
		check.Int("issued", b.Count(Held)),
		check.Int("returned", b.Count(TakenBack)),
		check.Int("archived", b.Count(InArchive)),
		check.Int("destroyed", b.Count(Shredded)),
		check.Int("lost", b.Count(Lost)),
		check.Int("out", b.Count(PassedOn)),
	}
	switch {
	case b.holder != "":
		return holderBalanceRule.Because(append(args, check.ID("holder", roster.KindPerson, b.holder))...)
	case b.charged && b.org == "":
		return orgBalanceRule.Because(append(args, check.Term("org", "未列代表团", "no delegation"))...)
	case b.charged:
		return orgBalanceRule.Because(append(args, check.ID("org", roster.KindOrg, b.org))...)
	case b.foreign:
		return paperHandedInRule.Because(args...)
	case !b.known:
		return paperUnknownRule.Because(args...)
	default:
		return paperBalanceRule.Because(args...)
	}
}

// Verdict says in words whether everything has come back, or why nobody can say so.
func (r Report) Verdict() []check.Reason {
	held, lost := r.open()
	var out []check.Reason
	if !r.Complete() {
		out = append(out, reportPartialRule.Because(
			check.Text("missing", unsigned(r.log.Missing)), check.Int("forked", r.log.Forked),
			check.Int("unknown", r.log.Unknown), check.Int("erased", r.log.Erased)))
	}
	switch {
	case held+lost > 0:
		out = append(out, reportOpenRule.Because(check.Int("held", held), check.Int("lost", lost)))
	case r.AllReturned():
		out = append(out, reportCompleteRule.Because())
	}
	owed := 0
	for x := range r.Owed() {
		owed += x.copies.Len()
	}
	if owed > 0 {
		out = append(out, reportOwedRule.Because(check.Int("owed", owed)))
	}
	return out
}

// Text renders the report: the verdict, each paper with the ranges behind its sums,
// each delegation that has something out or lost, the outstanding copies, what is to be
// given back to units and the exceptions, highest grade first.
func (r Report) Text(l check.Lang, name check.Namer) string {
	t := reportText{lang: l, name: name}
	t.line(0, reportHeadRule.Because(check.Text("at", clockText(r.at, r.offset))))
	for _, v := range r.Verdict() {
		t.line(0, v)
	}
	t.head("文件", "Papers")
	for b := range r.Papers() {
		t.line(1, b.Reason())
		for s := Registered; int(s) < stateCount; s++ {
			if len(b.in[s]) > 0 {
				t.text(2, t.word(s.Label(), stateWords[s].en)+" "+rangesText(b.in[s]))
			}
		}
		if len(b.out) > 0 {
			t.text(2, t.word("印号以外", "outside the print run")+" "+rangesText(b.out))
		}
		if len(b.frozen) > 0 {
			t.text(2, t.word("应清退", "to come back")+" "+rangesText(b.frozen))
		}
		if !b.recall {
			t.text(2, t.word("不列入清退", "not to be recalled"))
		}
	}
	t.head("代表团", "Delegations")
	for b := range r.Delegations() {
		t.line(1, b.Reason())
		for _, s := range [...]CopyState{Held, Lost} {
			if len(b.in[s]) > 0 {
				t.text(2, t.word(s.Label(), stateWords[s].en)+" "+rangesText(b.in[s]))
			}
		}
	}
	t.head("催交", "Outstanding")
	for x := range r.Outstanding() {
		t.line(1, x.Reason())
	}
	t.head("待退还", "To be given back")
	for x := range r.Owed() {
		t.line(1, x.Reason())
	}
	t.head("异常", "Exceptions")
	t.exceptions(r, func(Exception) bool { return true })
	return t.String()
}

// DelegationText renders what concerns one delegation, to be handed to it: the balance
// of each paper that its members were charged with and of each of them, what they have
// not brought back, and the exceptions in which one of them acted or held the copy. ""
// is the holders without a delegation.
func (r Report) DelegationText(org roster.OrgID, l check.Lang, name check.Namer) string {
	t := reportText{lang: l, name: name}
	t.line(0, reportHeadRule.Because(check.Text("at", clockText(r.at, r.offset))))
	for _, v := range r.Verdict() {
		if code := v.Code(); code == ReportPartial { // what is open elsewhere does not concern it
			t.line(0, v)
		}
	}
	t.head("文件", "Papers")
	for b := range r.Delegations() {
		if b.org == org {
			t.line(1, b.Reason())
		}
	}
	t.head("持有人", "Holders")
	for b := range r.Holders() {
		if b.org == org {
			t.line(1, b.Reason())
		}
	}
	t.head("催交", "Outstanding")
	for x := range r.Outstanding() {
		if x.org == org {
			t.line(1, x.Reason())
		}
	}
	t.head("异常", "Exceptions")
	t.exceptions(r, func(x Exception) bool { return r.concerns(x, org) })
	return t.String()
}

// concerns reports whether a person of a delegation stands in an exception.
func (r Report) concerns(x Exception, org roster.OrgID) bool {
	people := append(x.people(), x.who, x.holder)
	return slices.ContainsFunc(people, func(p roster.PersonID) bool { return p != "" && r.Org(p) == org })
}

// exceptions writes the exceptions that are wanted, highest grade first.
func (t *reportText) exceptions(r Report, want func(Exception) bool) {
	for g := High; g >= Low; g-- {
		for x := range r.Exceptions() {
			if x.grade == g && want(x) {
				why := x.Reason()
				t.text(1, "["+t.word(g.Label(), g.String())+"] "+t.word(x.kind.Label(), x.kind.String())+": "+why.Text(t.lang, t.name))
			}
		}
	}
}

// reportText collects lines; a heading appears with its first line.
type reportText struct {
	strings.Builder
	lang    check.Lang
	name    check.Namer
	heading string
}

func (t *reportText) word(hans, en string) string {
	if t.lang == check.ZhHans {
		return hans
	}
	return en
}

func (t *reportText) head(hans, en string) { t.heading = t.word(hans, en) }

func (t *reportText) line(depth int, why check.Reason) { t.text(depth, why.Text(t.lang, t.name)) }

func (t *reportText) text(depth int, s string) {
	if t.heading != "" {
		_, _ = t.WriteString("\n" + t.heading + "\n") // a Builder never fails
		t.heading = ""
	}
	_, _ = t.WriteString(strings.Repeat("  ", depth) + s + "\n")
}
