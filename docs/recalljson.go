package docs

import (
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// reportFormat names the JSON of a Report.
var reportFormat = wire.Format{Name: "docs.recall", Version: 1}

type reportWire struct {
	At         int64           `json:"at"`
	Offset     int             `json:"offset"`
	Frozen     int64           `json:"frozen,omitzero"`
	Log        journal.Count   `json:"log"`
	Papers     []lineWire      `json:"papers"`
	Holders    []Holder        `json:"holders"`
	Exceptions []exceptionWire `json:"exceptions"`
}

type lineWire struct {
	ID       roster.PaperID `json:"id"`
	Level    symbol.Level   `json:"level,omitzero"`
	Recall   bool           `json:"recall,omitzero"`
	PrintRun bool           `json:"printRun,omitzero"`
	Due      int64          `json:"due,omitzero"`
	HandedIn []owned        `json:"handedIn,omitempty"`
	Copies   []runWire      `json:"copies"`
}

type runWire struct {
	Copies    Range           `json:"copies"`
	State     CopyState       `json:"state"`
	Holder    roster.PersonID `json:"holder,omitzero"`
	Since     int64           `json:"since,omitzero"`
	Signed    bool            `json:"signed,omitzero"`
	Defective bool            `json:"defective,omitzero"`
	Outside   bool            `json:"outside,omitzero"`
	Expected  bool            `json:"expected,omitzero"`
}

type exceptionWire struct {
	Kind   Kind                `json:"kind"`
	Grade  Grade               `json:"grade"`
	Paper  roster.PaperID      `json:"paper,omitzero"`
	From   int64               `json:"from,omitzero"` // numbers, since an event may have named copies that cannot be
	To     int64               `json:"to,omitzero"`
	Who    roster.PersonID     `json:"who,omitzero"`
	Holder roster.PersonID     `json:"holder,omitzero"`
	Unit   roster.OrgID        `json:"unit,omitzero"`
	State  CopyState           `json:"state,omitzero"`
	Desk   string              `json:"desk,omitzero"`
	Seq    uint64              `json:"seq,omitzero"`
	At     int64               `json:"at,omitzero"`
	Count  int64               `json:"count,omitzero"`
	Near   []symbol.CopyNumber `json:"near,omitempty"`
	Round  []Exchange          `json:"round,omitempty"`
}

// MarshalJSON returns the report as docs.recall/1: every run of copies with its state
// and holder, from which the balances follow, and the exceptions.
func (r Report) MarshalJSON() ([]byte, error) {
	w := reportWire{
		At: r.at, Offset: r.offset, Frozen: r.frozen, Log: r.log,
		Papers: make([]lineWire, len(r.lines)), Holders: []Holder{}, Exceptions: make([]exceptionWire, len(r.found)),
	}
	for i, l := range r.lines {
		w.Papers[i] = lineWire{ID: l.id, Level: l.level, Recall: l.recall, PrintRun: l.printed, Due: l.due, HandedIn: l.owners, Copies: []runWire{}}
	}
	for _, x := range r.runs {
		p := &w.Papers[x.paper]
		p.Copies = append(p.Copies, runWire{
			Copies: x.copies(), State: x.state, Holder: r.holders[x.holder], Since: x.since,
			Signed: x.flags&runSigned != 0, Defective: x.flags&runDefective != 0,
			Outside: x.flags&runOutside != 0, Expected: x.flags&runExpected != 0,
		})
	}
	for i, h := range r.holders {
		if h != "" {
			w.Holders = append(w.Holders, Holder{h, r.orgs[i]})
		}
	}
	for i, x := range r.found {
		w.Exceptions[i] = exceptionWire{
			Kind: x.kind, Grade: x.grade, Paper: x.paper, From: int64(x.copies.From), To: int64(x.copies.To),
			Who: x.who, Holder: x.holder, Unit: x.org, State: x.state, Desk: x.entry.Desk, Seq: x.entry.Seq,
			At: x.at, Count: x.count, Near: x.near, Round: x.round,
		}
	}
	return wire.Append(nil, reportFormat, w)
}

// ParseReport reads what MarshalJSON of a report wrote. It refuses a report that [Recall]
// could not have made: copies in two states, holders that are not listed, an order
// of its own, exceptions that do not agree with what became of the entries or of the
// copies. The error is a [check.Problems].
func ParseReport(data []byte, lim *wire.Limits) (Report, error) {
	var w reportWire
	_, ps := wire.Parse(data, reportFormat, &w, lim)
	if err := ps.Err(); err != nil {
		return Report{}, err
	}
	in := RecallInput{At: w.At, Offset: w.Offset, Holders: w.Holders}
	ps.In("", in.Validate())
	p := reportParser{ps: &ps, Report: Report{at: w.At, offset: w.Offset, frozen: w.Frozen, log: w.Log}}
	p.people(w.Holders)
	for i, l := range w.Papers {
		p.paper(i, l)
	}
	for i, x := range w.Exceptions {
		p.exception(i, x)
	}
	p.agree()
	if err := ps.Err(); err != nil {
		return Report{}, err
	}
	return p.Report, nil
}

type reportParser struct {
	Report
	ps *check.Problems
}

func (p *reportParser) contradiction(path, hans, en string) {
	p.ps.Add(badReportRule.At(path, check.Term("what", hans, en)))
}

func (p *reportParser) people(holders []Holder) {
	p.holders, p.orgs = []roster.PersonID{""}, []roster.OrgID{""}
	for i, h := range holders {
		if h.ID <= p.holders[len(p.holders)-1] {
			p.contradiction(check.Index("holders", i), "持有人未按编号排列", "holders do not stand in the order of their ids")
		}
		p.holders, p.orgs = append(p.holders, h.ID), append(p.orgs, h.Org)
	}
}

func (p *reportParser) paper(i int, l lineWire) {
	path := check.Index("papers", i)
	if i > 0 && l.ID <= p.lines[i-1].id {
		p.contradiction(path, "文件未按编号排列", "papers do not stand in the order of their ids")
	}
	p.lines = append(p.lines, line{id: l.ID, level: l.Level, recall: l.Recall, printed: l.PrintRun, due: l.Due, owners: l.HandedIn})
	p.handedIn(path, l)
	if l.Due < 0 || l.Due > journal.MaxAt {
		p.contradiction(path+".due", "时间不可用", "a time that cannot be")
	}
	last := symbol.CopyNumber(0)
	for j, x := range l.Copies {
		at := check.Index(path+".copies", j)
		holder, known := slices.BinarySearch(p.holders, x.Holder)
		switch {
		case x.Copies.From <= last:
			p.contradiction(at, "份号重复或未排序", "copies stand twice or out of order")
		case x.State == Unprinted:
			p.contradiction(at, "未印制的份号不入表", "copies that were never printed are not listed")
		case x.Since < 0 || x.Since > journal.MaxAt:
			p.contradiction(at+".since", "时间不可用", "a time that cannot be")
		case !known:
			p.contradiction(at, "持有人不在名单中", "the holder is not listed")
		case x.Outside && !l.PrintRun:
			p.contradiction(at, "没有印制记录，谈不上超出印号", "nothing is outside where no print run is recorded")
		}
		last = x.Copies.To
		r := run{paper: int32(i), holder: int32(holder), from: x.Copies.From, to: x.Copies.To, since: x.Since, state: x.State}
		for _, f := range [...]struct {
			set  bool
			flag runFlags
		}{{x.Signed, runSigned}, {x.Defective, runDefective}, {x.Outside, runOutside}, {x.Expected, runExpected}} {
			if f.set {
				r.flags |= f.flag
			}
		}
		p.runs = append(p.runs, r)
	}
}

// handedIn checks what units handed in.
func (p *reportParser) handedIn(path string, l lineWire) {
	for i, o := range l.HandedIn {
		at := check.Index(path+".handedIn", i)
		p.ps.In(at, roster.CheckID("unit", roster.KindOrg, o.Unit))
		if !l.PrintRun {
			p.contradiction(at, "单位上交的文件应有期初份数", "what units handed in has an opening balance")
		}
		if i > 0 && o.Copies.From <= l.HandedIn[i-1].Copies.To {
			p.contradiction(at, "份号重复或未排序", "copies stand twice or out of order")
		}
		known := 0
		for _, x := range l.Copies {
			known += Range{max(x.Copies.From, o.Copies.From), min(x.Copies.To, o.Copies.To)}.Len()
		}
		if known != o.Copies.Len() {
			p.contradiction(at, "上交的份号未列入份号表", "copies that were handed in are not listed")
		}
	}
}

func (p *reportParser) exception(i int, w exceptionWire) {
	path := check.Index("exceptions", i)
	x := Exception{
		kind: w.Kind, grade: w.Grade, paper: w.Paper,
		copies: Range{symbol.CopyNumber(w.From), symbol.CopyNumber(w.To)},
		who:    w.Who, holder: w.Holder, org: w.Unit, state: w.State, entry: journal.ID{Desk: w.Desk, Seq: w.Seq},
		at: w.At, count: w.Count, near: w.Near, round: w.Round, offset: int32(p.offset),
	}
	switch {
	case int64(x.copies.From) != w.From || int64(x.copies.To) != w.To:
		p.contradiction(path, "份号超出范围", "copy numbers are out of range")
	case x.kind == 0 || x.grade == 0 || x.kind == Outstanding || x.kind == NotGivenBack:
		p.contradiction(path, "异常类别或等级不明", "kind or grade is not one of an exception")
	case !x.roundAgrees():
		p.contradiction(path+".round", "连环互换的各份不成一环", "the copies of a round of swaps do not make a round")
	case i > 0 && x.Compare(p.found[len(p.found)-1]) < 0:
		p.contradiction(path, "异常未排序", "exceptions do not stand in their order")
	}
	p.found = append(p.found, x)
}

// agree compares the exceptions with what became of entries and copies.
func (p *reportParser) agree() {
	var missing uint64
	forked, unread, lost := 0, 0, 0
	for _, x := range p.found {
		switch x.kind { //nolint:exhaustive // only these four say what the totals of the log say too
		case DeskGap:
			missing += uint64(max(x.count, 0))
		case Fork:
			forked++
		case Unread:
			unread++
		case LossOpen:
			lost += x.copies.Len()
		}
	}
	for _, r := range p.runs {
		if r.state == Lost {
			lost -= r.copies().Len()
		}
	}
	if missing != p.log.Missing || forked != p.log.Forked || unread != p.log.Unknown+p.log.Erased {
		p.contradiction("log", "记录的完整情况与异常不一致", "what became of the entries does not agree with the exceptions")
	}
	if lost != 0 {
		p.contradiction("exceptions", "报失份数与异常不一致", "the lost copies do not agree with the exceptions")
	}
}

func unsigned(n uint64) string { return strconv.FormatUint(n, 10) }
