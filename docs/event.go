package docs

import (
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// An Event is something that happened to copies of a paper. The set is closed:
// [Printed], [HandedIn], [Stocked], [Voided], [Issued], [Receipted], [Transferred], [Returned],
// [PageChecked], [DefectNoted], [LostReported], [Found], [Archived],
// [DestructionApproved], [Destroyed], [TransferredOut] and [Corrected].
//
// Who entered an event, when and at which desk is said by its entry in the log.
type Event interface {
	// Validate reports what no event of its type may hold.
	Validate() check.Problems

	event() // sealed
}

// Printed says that copies were printed and numbered (印制、编号): the opening
// balance of the paper.
type Printed struct {
	Paper  roster.PaperID `json:"paper"`
	Copies Range          `json:"copies"`
}

// HandedIn says that a unit that takes part handed in copies of a paper of its own
// (参会单位上交材料), to have them back: they were counted, numbered and taken into the
// store. It opens the account as Printed does for a paper of the house. They are given
// back by TransferredOut to the same unit.
type HandedIn struct {
	Paper  roster.PaperID  `json:"paper"`
	Copies Range           `json:"copies"`
	From   roster.OrgID    `json:"from"`
	By     roster.PersonID `json:"by"` // who brought them
}

// Stocked says that copies were counted into the store (入库).
type Stocked struct {
	Paper  roster.PaperID `json:"paper"`
	Copies Range          `json:"copies"`
}

// Voided says that copies were spoiled and taken out of the run (作废).
type Voided struct {
	Paper  roster.PaperID `json:"paper"`
	Copies Range          `json:"copies"`
	Reason string         `json:"reason"`
}

// Issued says that a copy was handed out (分发).
type Issued struct {
	Paper  roster.PaperID    `json:"paper"`
	Copy   symbol.CopyNumber `json:"copy"`
	Holder roster.PersonID   `json:"holder"`
}

// Receipted says that somebody signed for a copy (签收).
type Receipted struct {
	Paper roster.PaperID    `json:"paper"`
	Copy  symbol.CopyNumber `json:"copy"`
	By    roster.PersonID   `json:"by"`
}

// Transferred says that a copy passed from one holder to another (转交, 传阅).
type Transferred struct {
	Paper roster.PaperID    `json:"paper"`
	Copy  symbol.CopyNumber `json:"copy"`
	From  roster.PersonID   `json:"from"`
	To    roster.PersonID   `json:"to"`
}

// Returned says that somebody brought a copy back (交回).
type Returned struct {
	Paper roster.PaperID    `json:"paper"`
	Copy  symbol.CopyNumber `json:"copy"`
	By    roster.PersonID   `json:"by"`
}

// PageChecked says that the pages of a copy were counted (清点页数) and which are
// missing; none if the copy is complete.
type PageChecked struct {
	Paper   roster.PaperID    `json:"paper"`
	Copy    symbol.CopyNumber `json:"copy"`
	Missing []int             `json:"missing,omitempty"` // pages, from 1
}

// DefectNoted says that a copy is damaged or written on (污损).
type DefectNoted struct {
	Paper roster.PaperID    `json:"paper"`
	Copy  symbol.CopyNumber `json:"copy"`
	Note  string            `json:"note"`
}

// LostReported says that a copy is missing (报失).
type LostReported struct {
	Paper  roster.PaperID    `json:"paper"`
	Copy   symbol.CopyNumber `json:"copy"`
	By     roster.PersonID   `json:"by"`
	Report string            `json:"report,omitempty"` // number of the report to the authority, once there is one
}

// Found says that a lost copy turned up (找回). Whoever held it holds it again,
// until it is returned.
type Found struct {
	Paper roster.PaperID    `json:"paper"`
	Copy  symbol.CopyNumber `json:"copy"`
	By    roster.PersonID   `json:"by"`
}

// Archived says that a copy was filed (归档).
type Archived struct {
	Paper roster.PaperID    `json:"paper"`
	Copy  symbol.CopyNumber `json:"copy"`
	Code  string            `json:"code"` // archive code (档号)
}

// DestructionApproved says that the destruction of copies was approved (批准销毁).
type DestructionApproved struct {
	Paper     roster.PaperID  `json:"paper"`
	Copies    Range           `json:"copies"`
	By        roster.PersonID `json:"by"`
	Reference string          `json:"reference"` // of the approval, for Destroyed to name
}

// Destroyed says that copies were destroyed (销毁).
type Destroyed struct {
	Paper    roster.PaperID    `json:"paper"`
	Copies   Range             `json:"copies"`
	By       roster.PersonID   `json:"by"`
	Watchers []roster.PersonID `json:"watchers,omitempty"` // who watched it (监销); how many it takes says the [Policy]
	Approval string            `json:"approval"`           // reference of the approval

	// Certificate is the number of the certificate that all of them signed (销毁证明);
	// "" if there is none.
	Certificate string `json:"certificate,omitempty"`
}

// TransferredOut says that a copy left for good for the register of another unit
// (移交): it was taken home and entered there (收文登记), or went back to the unit that
// had handed it in (退还).
type TransferredOut struct {
	Paper    roster.PaperID    `json:"paper"`
	Copy     symbol.CopyNumber `json:"copy"`
	To       roster.OrgID      `json:"to"`
	Register string            `json:"register,omitempty"` // number in the incoming register of the unit
}

// Corrected says that an earlier entry is wrong (更正). Nothing is erased: the fold
// steps over the entry, and what is right is recorded anew. An entry of this type can
// be corrected by a later one in its turn.
type Corrected struct {
	Entry  journal.ID `json:"entry"`
	Reason string     `json:"reason"`
}

func (Printed) event()             {}
func (HandedIn) event()            {}
func (Stocked) event()             {}
func (Voided) event()              {}
func (Issued) event()              {}
func (Receipted) event()           {}
func (Transferred) event()         {}
func (Returned) event()            {}
func (PageChecked) event()         {}
func (DefectNoted) event()         {}
func (LostReported) event()        {}
func (Found) event()               {}
func (Archived) event()            {}
func (DestructionApproved) event() {}
func (Destroyed) event()           {}
func (TransferredOut) event()      {}
func (Corrected) event()           {}

// MaxNote is the greatest length of a reason, a note or a reference in bytes.
const MaxNote = 1000

// Log is the record of what happened to the copies: entries of desks, to be merged.
type Log = journal.Log[Event]

var ledgerCodec = &journal.Codec[Event]{
	Name: "docs.ledger",
	Types: []journal.Type[Event]{
		journal.TypeOf[Event, Printed]("printed", 1),
		journal.TypeOf[Event, HandedIn]("handed-in", 1),
		journal.TypeOf[Event, Stocked]("stocked", 1),
		journal.TypeOf[Event, Voided]("voided", 1),
		journal.TypeOf[Event, Issued]("issued", 1),
		journal.TypeOf[Event, Receipted]("receipted", 1),
		journal.TypeOf[Event, Transferred]("transferred", 1),
		journal.TypeOf[Event, Returned]("returned", 1),
		journal.TypeOf[Event, PageChecked]("page-checked", 1),
		journal.TypeOf[Event, DefectNoted]("defect-noted", 1),
		journal.TypeOf[Event, LostReported]("lost-reported", 1),
		journal.TypeOf[Event, Found]("found", 1),
		journal.TypeOf[Event, Archived]("archived", 1),
		journal.TypeOf[Event, DestructionApproved]("destruction-approved", 1),
		journal.TypeOf[Event, Destroyed]("destroyed", 1),
		journal.TypeOf[Event, TransferredOut]("transferred-out", 1),
		journal.TypeOf[Event, Corrected]("corrected", 1),
	},
}

// NewLog returns an empty log.
func NewLog() Log { return journal.New(ledgerCodec) }

// LogOf returns the log of entries that a host has kept, as [journal.Of] does.
func LogOf(entries ...journal.Entry[Event]) (Log, error) { return journal.Of(ledgerCodec, entries...) }

// ParseLog reads the lines that Log.AppendLines wrote, as [journal.Parse] does. What an
// event says is not checked by it, since a fold takes everything: before it merges the
// lines of a stranger, a host asks each event to Validate, or ids that are none come out
// in reports, which then are written but not read back.
func ParseLog(data []byte, lim *journal.Limits) (Log, check.Problems) {
	return journal.Parse(ledgerCodec, data, lim)
}

// A part checks one field of an event.
type part func(ps *check.Problems)

func validate(parts ...part) check.Problems {
	var ps check.Problems
	for _, p := range parts {
		p(&ps)
	}
	return ps
}

func ident[ID ~string](path, kind string, id ID) part {
	return func(ps *check.Problems) { ps.In("", roster.CheckID(path, kind, id)) }
}

func copies(path string, r Range) part {
	return func(ps *check.Problems) {
		if !r.IsValid() {
			ps.Add(rangeRule.At(path, check.Value("found", r.String())))
		}
	}
}

func note(path, text string, required bool) part {
	return func(ps *check.Problems) {
		switch {
		case required && strings.TrimSpace(text) == "":
			ps.Add(missingRule.At(path))
		case len(text) > MaxNote:
			ps.Add(tooLongRule.At(path, check.Int("max", MaxNote)))
		}
	}
}

func paper(id roster.PaperID) part { return ident("paper", roster.KindPaper, id) }

func person(path string, id roster.PersonID) part { return ident(path, roster.KindPerson, id) }

// Validate reports a paper without id and a range that holds no copy.
func (e Printed) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copies", e.Copies))
}

// Validate reports ids and ranges that are none.
func (e HandedIn) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copies", e.Copies), ident("from", roster.KindOrg, e.From), person("by", e.By))
}

// Validate reports a paper without id and a range that holds no copy.
func (e Stocked) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copies", e.Copies))
}

// Validate reports a paper without id, a range that holds no copy and a reason that
// is missing or too long.
func (e Voided) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copies", e.Copies), note("reason", e.Reason, true))
}

// Validate reports ids and copy numbers that are none.
func (e Issued) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), person("holder", e.Holder))
}

// Validate reports ids and copy numbers that are none.
func (e Receipted) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), person("by", e.By))
}

// Validate reports ids and copy numbers that are none.
func (e Transferred) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), person("from", e.From), person("to", e.To))
}

// Validate reports ids and copy numbers that are none.
func (e Returned) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), person("by", e.By))
}

// Validate reports ids, copy numbers and pages that are none.
func (e PageChecked) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), func(ps *check.Problems) {
		for i, page := range e.Missing {
			if page < 1 {
				ps.Add(missingRule.At(check.Index("missing", i)))
			}
		}
	})
}

// Validate reports ids and copy numbers that are none and a note that is missing or
// too long.
func (e DefectNoted) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), note("note", e.Note, true))
}

// Validate reports ids and copy numbers that are none and a report that is too long.
// The number of the report may follow later: a loss is recorded at once.
func (e LostReported) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), person("by", e.By), note("report", e.Report, false))
}

// Validate reports ids and copy numbers that are none.
func (e Found) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), person("by", e.By))
}

// Validate reports ids and copy numbers that are none and a code that is missing or
// too long.
func (e Archived) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), note("code", e.Code, true))
}

// Validate reports ids and ranges that are none and a reference that is missing or
// too long.
func (e DestructionApproved) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copies", e.Copies), person("by", e.By), note("reference", e.Reference, true))
}

// Validate reports ids and ranges that are none and texts that are too long. Whether
// watchers, approval and certificate are enough is an exception of the fold, not a fault of the event.
func (e Destroyed) Validate() check.Problems {
	ps := validate(paper(e.Paper), copies("copies", e.Copies), person("by", e.By), note("approval", e.Approval, false), note("certificate", e.Certificate, false))
	for i, w := range e.Watchers {
		ps.In("", roster.CheckID(check.Index("watchers", i), roster.KindPerson, w))
	}
	return ps
}

// Validate reports ids and copy numbers that are none and a register that is too
// long. A missing register is an exception of the fold, not a fault of the event.
func (e TransferredOut) Validate() check.Problems {
	return validate(paper(e.Paper), copies("copy", One(e.Copy)), ident("to", roster.KindOrg, e.To), note("register", e.Register, false))
}

// Validate reports an entry that is none and a reason that is missing or too long.
func (e Corrected) Validate() check.Problems {
	return validate(ident("entry.desk", "desk", e.Entry.Desk), note("reason", e.Reason, true), func(ps *check.Problems) {
		if e.Entry.Seq == 0 {
			ps.Add(missingRule.At("entry.seq"))
		}
	})
}
