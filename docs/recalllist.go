package docs

import (
	"cmp"
	"iter"
	"log/slog"
	"math"
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A RecallItem is one paper on the list of what has to come back.
type RecallItem struct {
	Place    int               `json:"place,omitzero"` // on the list of papers; 0 if it has none
	Paper    roster.PaperID    `json:"paper"`
	Number   string            `json:"number,omitzero"`
	Title    string            `json:"title,omitzero"`
	Mark     symbol.Mark       `json:"mark,omitzero"`
	Recall   bool              `json:"recall,omitzero"`   // false: holders may keep it
	Deadline calendar.DateTime `json:"deadline,omitzero"` // on the clock of the meeting
	Held     []HeldCopies      `json:"held"`              // by copy
}

// HeldCopies are copies of one paper, one after the other, with one holder.
type HeldCopies struct {
	Copies Range           `json:"copies"`
	Holder roster.PersonID `json:"holder,omitzero"` // "" if the record of today names none
	Org    roster.OrgID    `json:"org,omitzero"`
}

// Count is the number of copies that are with holders.
func (x RecallItem) Count() int {
	n := 0
	for _, h := range x.Held {
		n += h.Copies.Len()
	}
	return n
}

func (x RecallItem) compare(y RecallItem) int {
	last := func(place int) int { return cmp.Or(place, math.MaxInt32) }
	return cmp.Or(cmp.Compare(last(x.Place), last(y.Place)), cmp.Compare(x.Paper, y.Paper))
}

// A RecallList says which papers have to come back and by when, which may be kept, and
// who has which copy (清退目录). It goes out before the close of the meeting and is what
// returns are held against, person by person. It is made by [ListRecall], read back by
// [ParseRecallList] and never changes.
type RecallList struct {
	at     int64
	offset int
	items  []RecallItem // by place, then id
}

// ListRecall returns the list of what was with holders when the expectation of the
// input was frozen, or, if it has none, is at its time. Every paper of the input is on
// it, also one that nobody has, and every other paper of which somebody has a copy. An
// input that is not valid is an error, a [check.Problems].
func ListRecall(log Log, in RecallInput) (RecallList, error) {
	if err := in.Validate().Err(); err != nil {
		return RecallList{}, err
	}
	frozen := in.Frozen
	if frozen.IsZero() {
		frozen = Freeze(log, in.At)
	}
	ledger := fold(log, frozen.at, nil).Ledger
	orgs := make(map[roster.PersonID]roster.OrgID, len(in.Holders))
	for _, h := range in.Holders {
		orgs[h.ID] = h.Org
	}
	list := RecallList{at: frozen.at, offset: in.Offset}
	listed := map[roster.PaperID]bool{}
	add := func(x RecallItem) {
		listed[x.Paper] = true
		x.Held = []HeldCopies{}
		for _, r := range frozen.of(x.Paper).copies {
			for c := r.From; c <= r.To; c++ {
				h := HeldCopies{Copies: One(c)}
				if rec := ledger.Copy(x.Paper, c); rec.State == Held {
					h.Holder, h.Org = rec.Holder, orgs[rec.Holder]
				}
				x.Held = pushHeld(x.Held, h)
			}
		}
		list.items = append(list.items, x)
	}
	for _, p := range in.Papers {
		add(RecallItem{Place: p.Place, Paper: p.ID, Number: p.Number, Title: p.Title, Mark: p.Mark, Recall: p.Recall, Deadline: p.Deadline})
	}
	for id := range frozen.Papers() {
		if !listed[id] {
			add(RecallItem{Paper: id, Recall: true})
		}
	}
	slices.SortFunc(list.items, RecallItem.compare)
	return list, nil
}

// pushHeld appends copies in rising order, joining neighbours with one holder.
func pushHeld(held []HeldCopies, h HeldCopies) []HeldCopies {
	if n := len(held); n > 0 {
		last := &held[n-1]
		if last.Holder == h.Holder && last.Org == h.Org && last.Copies.To+1 == h.Copies.From {
			last.Copies.To = h.Copies.To
			return held
		}
	}
	return append(held, h)
}

// At is the time of the list in Unix milliseconds.
func (l RecallList) At() int64 { return l.at }

// All walks the papers, by place on the list of papers and then by id.
func (l RecallList) All() iter.Seq[RecallItem] {
	return func(yield func(RecallItem) bool) {
		for _, x := range l.items {
			x.Held = slices.Clone(x.Held)
			if !yield(x) {
				return
			}
		}
	}
}

// Of returns the list of one delegation: the same papers with the copies of its
// members.
func (l RecallList) Of(org roster.OrgID) RecallList {
	mine := RecallList{at: l.at, offset: l.offset, items: slices.Clone(l.items)}
	for i := range mine.items {
		x := &mine.items[i]
		x.Held = slices.DeleteFunc(slices.Clone(x.Held), func(h HeldCopies) bool { return h.Org != org })
	}
	return mine
}

// Count is the number of copies to be taken back.
func (l RecallList) Count() int {
	n := 0
	for _, x := range l.items {
		if x.Recall {
			n += x.Count()
		}
	}
	return n
}

// LogValue says how long the list is, without persons.
func (l RecallList) LogValue() slog.Value {
	return slog.GroupValue(slog.Int64("at", l.at), slog.Int("papers", len(l.items)), slog.Int("copies", l.Count()))
}

// Rows returns the list as a table with a header, for [wire.CSV]: a row for each paper
// and holder, and one without a holder for a paper that nobody has. Name turns ids
// into names, and nil leaves them.
func (l RecallList) Rows(name check.Namer) [][]string {
	rows := [][]string{{"place", "paper", "number", "title", "mark", "recall", "deadline", "copies", "count", "holder", "org"}}
	for _, x := range l.items {
		place := ""
		if x.Place != 0 {
			place = strconv.Itoa(x.Place)
		}
		head := []string{place, named(name, roster.KindPaper, string(x.Paper)), x.Number, x.Title, x.Mark.String(), strconv.FormatBool(x.Recall), x.Deadline.String()}
		if len(x.Held) == 0 {
			rows = append(rows, append(slices.Clone(head), "", "0", "", ""))
		}
		for _, h := range x.Held {
			rows = append(rows, append(slices.Clone(head), h.Copies.String(), strconv.Itoa(h.Copies.Len()),
				named(name, roster.KindPerson, string(h.Holder)), named(name, roster.KindOrg, string(h.Org))))
		}
	}
	return rows
}

// recallListFormat names the JSON of a RecallList.
var recallListFormat = wire.Format{Name: "docs.recall-list", Version: 1}

type recallListWire struct {
	At     int64        `json:"at"`
	Offset int          `json:"offset"`
	Papers []RecallItem `json:"papers"`
}

// MarshalJSON returns the list as docs.recall-list/1; the zero RecallList is null.
func (l RecallList) MarshalJSON() ([]byte, error) {
	if l.at == 0 {
		return []byte("null"), nil
	}
	return wire.Append(nil, recallListFormat, recallListWire{l.at, l.offset, append([]RecallItem{}, l.items...)})
}

// ParseRecallList reads what MarshalJSON of a recall list wrote. It refuses papers or
// copies that stand twice or out of order and neighbours that are not joined. The
// error is a [check.Problems].
func ParseRecallList(data []byte, lim *wire.Limits) (RecallList, error) {
	var w recallListWire
	_, ps := wire.Parse(data, recallListFormat, &w, lim)
	if err := ps.Err(); err != nil {
		return RecallList{}, err
	}
	ps.In("", RecallInput{At: w.At, Offset: w.Offset}.Validate())
	seen := map[roster.PaperID]bool{}
	for i, x := range w.Papers {
		path := check.Index("papers", i)
		p := Paper{ID: x.Paper, Place: x.Place, Number: x.Number, Title: cmp.Or(x.Title, "-"), Mark: x.Mark, Copies: 1, Recall: x.Recall, Deadline: x.Deadline}
		for f := range p.Validate().All() {
			if f.Severity() == check.Error { // what is to be said about the paper was said to who made the list
				ps.In(path, only(f))
			}
		}
		if seen[x.Paper] || i > 0 && w.Papers[i-1].compare(x) >= 0 {
			ps.Add(badReportRule.At(path, check.Term("what", "文件重复或未排序", "papers stand twice or out of order")))
		}
		seen[x.Paper] = true
		if x.Held == nil {
			ps.Add(missingRule.At(path + ".held"))
		}
		for j, h := range x.Held {
			ps.In(check.Index(path+".held", j), h.validate(x.Held[:j]))
		}
	}
	if err := ps.Err(); err != nil {
		return RecallList{}, err
	}
	return RecallList{at: w.At, offset: w.Offset, items: w.Papers}, nil
}

// validate checks copies after those before them.
func (h HeldCopies) validate(before []HeldCopies) check.Problems {
	ps := validate(copies("copies", h.Copies))
	if h.Holder != "" {
		ps.In("", roster.CheckID("holder", roster.KindPerson, h.Holder))
	}
	if h.Org != "" {
		ps.In("", roster.CheckID("org", roster.KindOrg, h.Org))
	}
	if n := len(before); n > 0 && (h.Copies.From <= before[n-1].Copies.To || len(pushHeld(slices.Clone(before[n-1:]), h)) == 1) {
		ps.Add(badReportRule.At("copies", check.Term("what", "份号重复、未排序或未合并", "copies stand twice, out of order or are not joined")))
	}
	return ps
}

// only is a report of one problem.
func only(p check.Problem) check.Problems {
	var ps check.Problems
	ps.Add(p)
	return ps
}
