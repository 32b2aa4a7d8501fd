package docs

import (
	"cmp"
	"iter"
	"log/slog"
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Contact says who is asked for the papers of a delegation besides the holders.
type Contact struct {
	Org       roster.OrgID    `json:"org"`                // "" for holders without a delegation
	Contact   roster.PersonID `json:"contact,omitzero"`   // 联络员
	Secretary roster.PersonID `json:"secretary,omitzero"` // 秘书
}

// ChaseInput is what a chase list is made from besides the report.
type ChaseInput struct {
	Policy        Policy          // whom to ask from when on, by level; [CNPolicy] if it is zero
	Contacts      []Contact       // by delegation
	SecrecyOffice roster.PersonID // who is asked there; "" if nobody is named
}

// Validate reports a policy that is not valid, ids that are none and a delegation that
// stands twice.
func (in ChaseInput) Validate() check.Problems {
	var ps check.Problems
	if !in.Policy.IsZero() {
		ps.In("policy", in.Policy.Validate())
	}
	optional := func(path string, id roster.PersonID) {
		if id != "" {
			ps.In("", roster.CheckID(path, roster.KindPerson, id))
		}
	}
	seen := map[roster.OrgID]bool{}
	for i, c := range in.Contacts {
		path := check.Index("contacts", i)
		if c.Org != "" {
			ps.In(path, roster.CheckID("org", roster.KindOrg, c.Org))
		}
		if seen[c.Org] {
			ps.Add(duplicateIDRule.At(path+".org", check.Value("id", string(c.Org))))
		}
		seen[c.Org] = true
		optional(path+".contact", c.Contact)
		optional(path+".secretary", c.Secretary)
	}
	optional("secrecyOffice", in.SecrecyOffice)
	return ps
}

// A Chase is one line of a chase list: copies of one paper, one after the other, that
// one holder has not brought back, and whom to ask for them. Times are Unix
// milliseconds.
type Chase struct {
	Paper  roster.PaperID  `json:"paper"`
	Copies Range           `json:"copies"`
	Level  symbol.Level    `json:"level,omitzero"`
	Holder roster.PersonID `json:"holder"`
	Org    roster.OrgID    `json:"org,omitzero"`
	Since  int64           `json:"since"` // when the holder got them
	Signed bool            `json:"signed,omitzero"`

	// Due is by when they had to come back: the deadline of the paper, else the time of
	// the frozen expectation, else that of the report.
	Due int64 `json:"due"`

	// Ask is who is asked now, 0 if they are not due yet, and Person his name: of the step
	// that is reached, or of the next one if nobody is named for it; "" if nobody is.
	Ask    Asked           `json:"ask,omitzero"`
	Person roster.PersonID `json:"person,omitzero"`

	// Next is who is asked from NextAt on if they are still out; 0 at the last step.
	Next   Asked `json:"next,omitzero"`
	NextAt int64 `json:"nextAt,omitzero"`
}

// LogValue leaves the persons out of logs.
func (c Chase) LogValue() slog.Value {
	return slog.GroupValue(slog.String("paper", string(c.Paper)), slog.String("copies", c.Copies.String()), slog.String("ask", c.Ask.Label()))
}

// compare orders lines by delegation, holder, paper and copy.
func (c Chase) compare(d Chase) int {
	return cmp.Or(cmp.Compare(c.Org, d.Org), cmp.Compare(c.Holder, d.Holder), cmp.Compare(c.Paper, d.Paper), c.Copies.Compare(d.Copies))
}

// A ChaseList says who is asked for what has not come back (催交名单). It is made by
// [Report.Chase], read back by [ParseChaseList] and never changes.
type ChaseList struct {
	at     int64
	offset int
	in     ChaseInput
	lines  []Chase
}

// Chase returns the chase list at the time of the report: every copy to be recalled
// that is with a holder. Lost copies are not on it: they are exceptions of the report.
// An input that is not valid is an error, a [check.Problems].
func (r Report) Chase(in ChaseInput) (ChaseList, error) {
	if err := in.Validate().Err(); err != nil {
		return ChaseList{}, err
	}
	in.Policy = in.Policy.orDefault()
	in.Contacts = slices.Clone(in.Contacts)
	list := ChaseList{at: r.at, offset: r.offset, in: in}
	for _, run := range r.runs {
		line := r.lines[run.paper]
		if run.state != Held || !line.recall {
			continue
		}
		c := Chase{
			Paper: line.id, Copies: run.copies(), Level: line.level, Holder: r.holders[run.holder], Org: r.orgs[run.holder],
			Since: run.since, Signed: run.flags&runSigned != 0, Due: cmp.Or(line.due, r.frozen, r.at),
		}
		list.lines = append(list.lines, c.asked(r.at, in))
	}
	slices.SortFunc(list.lines, Chase.compare)
	return list, nil
}

// asked fills in who is asked at a time.
func (c Chase) asked(at int64, in ChaseInput) Chase {
	c.Ask, c.Person, c.Next, c.NextAt = 0, "", 0, 0
	steps := in.Policy.of(c.Level).Chase.Steps
	next := 0
	for next < len(steps) && at >= c.Due+int64(steps[next].After)*minute {
		next++
	}
	if next < len(steps) {
		c.Next, c.NextAt = steps[next].Ask, c.Due+int64(steps[next].After)*minute
	}
	if next == 0 {
		return c
	}
	c.Ask = steps[next-1].Ask
	for _, s := range steps[next-1:] {
		if p := in.person(s.Ask, c); p != "" {
			c.Ask, c.Person = s.Ask, p
			break
		}
	}
	return c
}

// person names who is asked for a copy, "" if nobody is named.
func (in ChaseInput) person(a Asked, c Chase) roster.PersonID {
	contact := Contact{}
	if i := slices.IndexFunc(in.Contacts, func(x Contact) bool { return x.Org == c.Org }); i >= 0 {
		contact = in.Contacts[i]
	}
	switch a {
	case AskHolder:
		return c.Holder
	case AskContact:
		return contact.Contact
	case AskSecretary:
		return contact.Secretary
	default:
		return in.SecrecyOffice
	}
}

// At is the time of the list in Unix milliseconds.
func (l ChaseList) At() int64 { return l.at }

// Len is the number of lines.
func (l ChaseList) Len() int { return len(l.lines) }

// All walks the lines, by delegation, holder, paper and copy.
func (l ChaseList) All() iter.Seq[Chase] { return slices.Values(l.lines) }

// Of walks the lines of one delegation, "" for holders without one.
func (l ChaseList) Of(org roster.OrgID) iter.Seq[Chase] {
	return func(yield func(Chase) bool) {
		for _, c := range l.lines {
			if c.Org == org && !yield(c) {
				return
			}
		}
	}
}

// Asked walks the lines for which one person is asked now, by name.
func (l ChaseList) Asked(person roster.PersonID) iter.Seq[Chase] {
	return func(yield func(Chase) bool) {
		for _, c := range l.lines {
			if c.Ask != 0 && c.Person == person && !yield(c) {
				return
			}
		}
	}
}

// LogValue says how long the list is, without persons.
func (l ChaseList) LogValue() slog.Value {
	return slog.GroupValue(slog.Int64("at", l.at), slog.String("policy", l.in.Policy.ID), slog.Int("lines", len(l.lines)))
}

// Reason says a line of the list in words.
func (l ChaseList) Reason(c Chase) check.Reason {
	next := check.Term("next", "已到最后一级", "there is no further step")
	if c.Next != 0 {
		at := clockText(c.NextAt, l.offset)
		next = check.Term("next", at+"起找"+c.Next.Label(), "from "+at+" on "+askedWords[c.Next].en)
	}
	org := check.Term("org", "未列代表团", "no delegation")
	if c.Org != "" {
		org = check.ID("org", roster.KindOrg, c.Org)
	}
	person := check.Term("person", "未指定", "nobody is named")
	if c.Person != "" {
		person = check.ID("person", roster.KindPerson, c.Person)
	}
	args := []check.Arg{
		check.ID("paper", roster.KindPaper, c.Paper), check.Text("copies", c.Copies.String()),
		check.Term("level", c.Level.Label(), c.Level.String()), whom("holder", c.Holder), org,
		check.Text("due", clockText(c.Due, l.offset)), person, next,
	}
	if c.Ask == 0 {
		return chaseLaterRule.Because(args...)
	}
	return chaseNowRule.Because(append(args, check.Int("late", (l.at-c.Due)/minute), check.Term("ask", c.Ask.Label(), askedWords[c.Ask].en))...)
}

// Rows returns the list as a table with a header, for [wire.CSV]. Times are those of
// the clock of the meeting; name turns ids into names, and nil leaves them.
func (l ChaseList) Rows(name check.Namer) [][]string {
	rows := [][]string{{"org", "holder", "paper", "copies", "level", "since", "signed", "due", "late", "ask", "person", "next", "nextAt"}}
	for _, c := range l.lines {
		row := []string{
			named(name, roster.KindOrg, string(c.Org)), named(name, roster.KindPerson, string(c.Holder)), named(name, roster.KindPaper, string(c.Paper)),
			c.Copies.String(), c.Level.String(), clockText(c.Since, l.offset), strconv.FormatBool(c.Signed),
			clockText(c.Due, l.offset), strconv.FormatInt(max(l.at-c.Due, 0)/minute, 10), "", "", "", "",
		}
		if c.Ask != 0 {
			row[9], row[10] = c.Ask.String(), named(name, roster.KindPerson, string(c.Person))
		}
		if c.Next != 0 {
			row[11], row[12] = c.Next.String(), clockText(c.NextAt, l.offset)
		}
		rows = append(rows, row)
	}
	return rows
}

// named returns the name of an id, the id itself if it has none.
func named(name check.Namer, kind, id string) string {
	if name == nil || id == "" {
		return id
	}
	return cmp.Or(name(kind, id), id)
}

// chaseFormat names the JSON of a ChaseList.
var chaseFormat = wire.Format{Name: "docs.chase", Version: 1}

type plainPolicy Policy

type chaseWire struct {
	At            int64           `json:"at"`
	Offset        int             `json:"offset"`
	Policy        plainPolicy     `json:"policy"`
	Contacts      []Contact       `json:"contacts"`
	SecrecyOffice roster.PersonID `json:"secrecyOffice,omitzero"`
	Lines         []Chase         `json:"lines"`
}

// MarshalJSON returns the list as docs.chase/1, with the policy and the contacts from
// which it follows; the zero ChaseList is null.
func (l ChaseList) MarshalJSON() ([]byte, error) {
	if l.at == 0 {
		return []byte("null"), nil
	}
	return wire.Append(nil, chaseFormat, chaseWire{
		l.at, l.offset, plainPolicy(l.in.Policy), append([]Contact{}, l.in.Contacts...), l.in.SecrecyOffice, append([]Chase{}, l.lines...),
	})
}

// ParseChaseList reads what MarshalJSON of a chase list wrote, and refuses one whose
// lines stand out of order, share a copy or do not follow from the policy and the
// contacts. The error is a [check.Problems].
func ParseChaseList(data []byte, lim *wire.Limits) (ChaseList, error) {
	var w chaseWire
	_, ps := wire.Parse(data, chaseFormat, &w, lim)
	if err := ps.Err(); err != nil {
		return ChaseList{}, err
	}
	l := ChaseList{at: w.At, offset: w.Offset, in: ChaseInput{Policy(w.Policy), w.Contacts, w.SecrecyOffice}, lines: w.Lines}
	ps.In("", RecallInput{At: w.At, Offset: w.Offset}.Validate())
	ps.In("policy", l.in.Policy.Validate())
	ps.In("", ChaseInput{Contacts: w.Contacts, SecrecyOffice: w.SecrecyOffice}.Validate())
	if ps.Failed() {
		return ChaseList{}, ps.Err()
	}
	contradiction := func(path, hans, en string) { ps.Add(badReportRule.At(path, check.Term("what", hans, en))) }
	byCopy := slices.Clone(l.lines)
	slices.SortFunc(byCopy, func(a, b Chase) int { return cmp.Or(cmp.Compare(a.Paper, b.Paper), a.Copies.Compare(b.Copies)) })
	for i := 1; i < len(byCopy); i++ {
		if a, b := byCopy[i-1], byCopy[i]; a.Paper == b.Paper && b.Copies.From <= a.Copies.To {
			contradiction("lines", "同一份列了两次", "a copy stands twice")
		}
	}
	for i, c := range l.lines {
		path := check.Index("lines", i)
		ps.In(path, validate(paper(c.Paper)))
		if c.Holder != "" {
			ps.In(path, validate(person("holder", c.Holder)))
		}
		switch {
		case !c.Copies.IsValid():
			ps.Add(rangeRule.At(path+".copies", check.Value("found", c.Copies.String())))
		case c.Due < 1 || c.Due > journal.MaxAt || c.Since < 0 || c.Since > journal.MaxAt:
			contradiction(path, "时间不可用", "a time that cannot be")
		case i > 0 && l.lines[i-1].compare(c) >= 0:
			contradiction(path, "未按代表团、持有人、文件、份号排列", "lines do not stand by delegation, holder, paper and copy")
		case c != c.asked(l.at, l.in):
			contradiction(path, "催交对象与管理办法不符", "who is asked does not follow from the policy and the contacts")
		}
	}
	if err := ps.Err(); err != nil {
		return ChaseList{}, err
	}
	return l, nil
}
