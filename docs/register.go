package docs

import (
	"cmp"
	"fmt"
	"iter"
	"log/slog"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Condition is how a copy was found when it was handed over. The zero Condition is
// [Unchecked].
type Condition uint8

// The conditions of a copy.
const (
	Unchecked Condition = iota // 未清点: its pages were not counted
	Intact                     // 完好: its pages are complete
	Damaged                    // 缺页或污损
)

var conditionWords = []word{{"unchecked", "未清点", "not counted"}, {"complete", "完好", "complete"}, {"defective", "缺页或污损", "defective"}}

// String returns "unchecked", "complete" or "defective".
func (c Condition) String() string {
	if int(c) < len(conditionWords) {
		return conditionWords[c].token
	}
	return fmt.Sprintf("Condition(%d)", uint8(c))
}

// Label returns 未清点, 完好 or 缺页或污损.
func (c Condition) Label() string {
	if int(c) < len(conditionWords) {
		return conditionWords[c].hans
	}
	return ""
}

// AppendText appends the String of a valid condition.
func (c Condition) AppendText(dst []byte) ([]byte, error) {
	if int(c) >= len(conditionWords) {
		return dst, fmt.Errorf("condition %d is out of range", uint8(c))
	}
	return append(dst, conditionWords[c].token...), nil
}

// MarshalText returns the String of a valid condition.
func (c Condition) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads the token of a condition.
func (c *Condition) UnmarshalText(text []byte) error {
	i := slices.IndexFunc(conditionWords, func(w word) bool { return w.token == string(text) })
	if i < 0 {
		return unknownWord("condition", text, conditionWords)
	}
	*c = Condition(i)
	return nil
}

// A Handover is one line of the register: one copy that passed from one side to the
// other.
type Handover struct {
	Entry  journal.ID        `json:"entry"` // that recorded it
	At     int64             `json:"at"`    // Unix milliseconds: its stamp
	Paper  roster.PaperID    `json:"paper"`
	Number string            `json:"number,omitzero"`
	Mark   symbol.Mark       `json:"mark,omitzero"`
	Copy   symbol.CopyNumber `json:"copy"`

	// Out is false for a copy that came back and true for one that left for good, to a
	// unit.
	Out bool `json:"out,omitzero"`

	// By is who brought the copy back (交件人), and Org his delegation; Org is the unit
	// that a copy went out to, and Receipt the number under which it took it.
	By      roster.PersonID `json:"by,omitzero"`
	Org     roster.OrgID    `json:"org,omitzero"`
	Receipt string          `json:"receipt,omitzero"`

	// Desk is who took it in or gave it out (经办人): the actor of the entry, "" if the
	// desk did not say.
	Desk string `json:"desk,omitzero"`

	// Holder is who held the copy by the record, "" if nobody did.
	Holder    roster.PersonID `json:"holder,omitzero"`
	Condition Condition       `json:"condition,omitzero"`

	// Remark is the gravest exception that the entry raised, 0 if it raised none.
	Remark Kind `json:"remark,omitzero"`
}

// Signed reports whether both sides are named: who brought the copy and who took it in,
// or who gave it out and the receipt of the unit.
func (h Handover) Signed() bool {
	if h.Out {
		return h.Desk != "" && strings.TrimSpace(h.Receipt) != ""
	}
	return h.Desk != "" && h.By != ""
}

// LogValue leaves the persons out of logs.
func (h Handover) LogValue() slog.Value {
	return slog.GroupValue(slog.String("entry", h.Entry.String()), slog.String("paper", string(h.Paper)), slog.String("copy", h.Copy.String()))
}

func (h Handover) compare(g Handover) int {
	return cmp.Or(cmp.Compare(h.Org, g.Org), cmp.Compare(h.By, g.By), cmp.Compare(h.At, g.At), h.Entry.Compare(g.Entry))
}

// A Register is what passed between the desks of the meeting and the people and units:
// the register that both sides sign (文件清退登记表, 交接登记). It is made by
// [RegisterHandovers], read back by [ParseRegister] and never changes.
type Register struct {
	at     int64
	offset int
	lines  []Handover
}

// RegisterHandovers returns the register of every return and every transfer out that
// is recorded, also of copies that nobody knows, since something was handed over:
// corrected entries are left out, and each exception is remarked. It rests on the
// time, the clock, the papers, the holders and the policy of the input. An input that
// is not valid is an error, a [check.Problems].
func RegisterHandovers(log Log, in RecallInput) (Register, error) {
	if err := in.Validate().Err(); err != nil {
		return Register{}, err
	}
	f := foldKeeping(log, newHandling(in.Policy, in.Papers))
	r := Register{at: in.At, offset: in.Offset, lines: f.handovers}
	papers := make(map[roster.PaperID]*Paper, len(in.Papers))
	for i := range in.Papers {
		papers[in.Papers[i].ID] = &in.Papers[i]
	}
	orgs := make(map[roster.PersonID]roster.OrgID, len(in.Holders))
	for _, h := range in.Holders {
		orgs[h.ID] = h.Org
	}
	remarks := map[journal.ID]Kind{}
	for _, x := range f.found {
		was := remarks[x.entry]
		if was == 0 || kinds[x.kind].grade > kinds[was].grade {
			remarks[x.entry] = x.kind
		}
		for _, m := range x.round {
			remarks[m.Entry] = SwapRound
		}
	}
	for i := range r.lines {
		h := &r.lines[i]
		if p := papers[h.Paper]; p != nil {
			h.Number, h.Mark = p.Number, p.Mark
		}
		if !h.Out {
			h.Org = orgs[h.By]
		}
		h.Remark = remarks[h.Entry]
		h.Condition = f.condition(*h)
	}
	slices.SortFunc(r.lines, Handover.compare)
	return r, nil
}

// condition says how a copy was found after a return, as long as it is the last one.
func (l Ledger) condition(h Handover) Condition {
	i, ok := l.papers[h.Paper]
	if !ok || h.Out || l.accounts[i].state(h.Copy) == Unprinted {
		return Unchecked
	}
	s := l.accounts[i].copies[h.Copy]
	switch {
	case s.back != h.At || l.holders[s.by] != h.By:
		return Unchecked
	case s.flags&defective != 0:
		return Damaged
	case s.flags&checked != 0:
		return Intact
	default:
		return Unchecked
	}
}

// At is the time of the register in Unix milliseconds.
func (r Register) At() int64 { return r.at }

// All walks the lines, by delegation or unit, person, time and entry.
func (r Register) All() iter.Seq[Handover] { return slices.Values(r.lines) }

// Of walks the lines of one delegation or unit.
func (r Register) Of(org roster.OrgID) iter.Seq[Handover] {
	return func(yield func(Handover) bool) {
		for _, h := range r.lines {
			if h.Org == org && !yield(h) {
				return
			}
		}
	}
}

// Unsigned walks the lines in which a side is not named.
func (r Register) Unsigned() iter.Seq[Handover] {
	return func(yield func(Handover) bool) {
		for _, h := range r.lines {
			if !h.Signed() && !yield(h) {
				return
			}
		}
	}
}

// LogValue says how long the register is, without persons.
func (r Register) LogValue() slog.Value {
	return slog.GroupValue(slog.Int64("at", r.at), slog.Int("lines", len(r.lines)))
}

// Rows returns the register as a table with a header, for [wire.CSV]. The last two
// columns are empty, for the signatures of both sides. Name turns ids into names, and
// nil leaves them.
func (r Register) Rows(name check.Namer) [][]string {
	rows := [][]string{{"org", "by", "paper", "number", "mark", "copy", "direction", "time", "desk", "receipt", "holder", "condition", "remark", "entry", "signedBy", "signedFor"}}
	for _, h := range r.lines {
		direction, remark := "in", ""
		if h.Out {
			direction = "out"
		}
		if h.Remark != 0 {
			remark = h.Remark.String()
		}
		rows = append(rows, []string{
			named(name, roster.KindOrg, string(h.Org)), named(name, roster.KindPerson, string(h.By)), named(name, roster.KindPaper, string(h.Paper)),
			h.Number, h.Mark.String(), h.Copy.String(), direction, clockText(h.At, r.offset), named(name, roster.KindPerson, h.Desk), h.Receipt,
			named(name, roster.KindPerson, string(h.Holder)), h.Condition.String(), remark, h.Entry.String(), "", "",
		})
	}
	return rows
}

// registerFormat names the JSON of a Register.
var registerFormat = wire.Format{Name: "docs.register", Version: 1}

type registerWire struct {
	At     int64      `json:"at"`
	Offset int        `json:"offset"`
	Lines  []Handover `json:"lines"`
}

// MarshalJSON returns the register as docs.register/1; the zero Register is null.
func (r Register) MarshalJSON() ([]byte, error) {
	if r.at == 0 {
		return []byte("null"), nil
	}
	return wire.Append(nil, registerFormat, registerWire{r.at, r.offset, append([]Handover{}, r.lines...)})
}

// ParseRegister reads what MarshalJSON of a register wrote. It refuses lines that stand
// twice or out of order, and what no entry says. The error is a [check.Problems].
func ParseRegister(data []byte, lim *wire.Limits) (Register, error) {
	var w registerWire
	_, ps := wire.Parse(data, registerFormat, &w, lim)
	if err := ps.Err(); err != nil {
		return Register{}, err
	}
	ps.In("", RecallInput{At: w.At, Offset: w.Offset}.Validate())
	contradiction := func(path, hans, en string) { ps.Add(badReportRule.At(path, check.Term("what", hans, en))) }
	seen := map[journal.ID]bool{}
	for i, h := range w.Lines {
		path := check.Index("lines", i)
		ps.In(path, h.event().Validate())
		switch {
		case h.At < 1 || h.At > journal.MaxAt || h.Entry.Seq == 0 || h.Entry.Desk == "":
			contradiction(path, "时间或记录号不可用", "a time or an entry that cannot be")
		case h.Out != (h.By == "") || !h.Out && h.Receipt != "" || h.Out && h.Condition != Unchecked:
			contradiction(path, "交回与移交的栏目混淆", "what says a return and what says a transfer are mixed")
		case seen[h.Entry] || i > 0 && w.Lines[i-1].compare(h) >= 0:
			contradiction(path, "记录重复或未排序", "entries stand twice or out of order")
		}
		seen[h.Entry] = true
	}
	if err := ps.Err(); err != nil {
		return Register{}, err
	}
	return Register{at: w.At, offset: w.Offset, lines: w.Lines}, nil
}

// event is the event that a line came from.
func (h Handover) event() Event {
	if h.Out {
		return TransferredOut{h.Paper, h.Copy, h.Org, h.Receipt}
	}
	return Returned{h.Paper, h.Copy, h.By}
}
