package docs

import (
	"iter"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// An Expectation is the set of copies that were in people's hands at a time: what has
// to come back. It is frozen at the close of the meeting, kept by the host, and handed
// to every later [Recall], so that later moves, and desks that report late, do not
// change what is looked for. It is made by [Freeze]; the zero Expectation is none.
type Expectation struct {
	at     int64
	papers []expected // by id
}

type expected struct {
	id     roster.PaperID
	copies []Range
}

// Freeze returns the copies that were with holders at a time, in Unix milliseconds,
// by the entries up to it.
func Freeze(log Log, at int64) Expectation {
	l := fold(log, at, nil).Ledger
	x := Expectation{at: at}
	for _, a := range l.accounts {
		if held := l.Copies(a.id, Held); len(held) > 0 {
			x.papers = append(x.papers, expected{a.id, held})
		}
	}
	return x
}

// IsZero reports whether there is no expectation.
func (x Expectation) IsZero() bool { return x.at == 0 }

// At is the time of the expectation in Unix milliseconds.
func (x Expectation) At() int64 { return x.at }

// Papers walks the papers of which copies are expected, by id.
func (x Expectation) Papers() iter.Seq2[roster.PaperID, []Range] {
	return func(yield func(roster.PaperID, []Range) bool) {
		for _, p := range x.papers {
			if !yield(p.id, slices.Clone(p.copies)) {
				return
			}
		}
	}
}

func (x Expectation) of(id roster.PaperID) expected {
	if i, ok := slices.BinarySearchFunc(x.papers, id, func(p expected, id roster.PaperID) int {
		return strings.Compare(string(p.id), string(id))
	}); ok {
		return x.papers[i]
	}
	return expected{}
}

func (x expected) holds(c symbol.CopyNumber) bool {
	_, ok := slices.BinarySearchFunc(x.copies, c, func(r Range, c symbol.CopyNumber) int {
		switch {
		case r.To < c:
			return -1
		case r.From > c:
			return 1
		default:
			return 0
		}
	})
	return ok
}

// expectationFormat names the JSON of an Expectation.
var expectationFormat = wire.Format{Name: "docs.expectation", Version: 1}

type expectationWire struct {
	At     int64          `json:"at"`
	Papers []expectedWire `json:"papers"`
}

type expectedWire struct {
	Paper  roster.PaperID `json:"paper"`
	Copies []Range        `json:"copies"`
}

// MarshalJSON returns the expectation as docs.expectation/1; the zero Expectation is
// null.
func (x Expectation) MarshalJSON() ([]byte, error) {
	if x.IsZero() {
		return []byte("null"), nil
	}
	w := expectationWire{At: x.at, Papers: make([]expectedWire, len(x.papers))}
	for i, p := range x.papers {
		w.Papers[i] = expectedWire{p.id, p.copies}
	}
	return wire.Append(nil, expectationFormat, w)
}

// ParseExpectation reads what MarshalJSON of an expectation wrote. Papers and ranges
// must stand in order, without overlap.
func ParseExpectation(data []byte) (Expectation, error) {
	var w expectationWire
	_, ps := wire.Parse(data, expectationFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return Expectation{}, err
	}
	if w.At < 1 || w.At > journal.MaxAt {
		ps.Add(missingRule.At("at"))
	}
	x := Expectation{at: w.At}
	for i, p := range w.Papers {
		path := check.Index("papers", i)
		ps.In(path, roster.CheckID("paper", roster.KindPaper, p.Paper))
		if i > 0 && w.Papers[i-1].Paper >= p.Paper {
			ps.Add(badReportRule.At(path+".paper", check.Term("what", "文件未按编号排列", "papers do not stand in the order of their ids")))
		}
		for j := 1; j < len(p.Copies); j++ {
			if p.Copies[j-1].To+1 >= p.Copies[j].From {
				ps.Add(badReportRule.At(check.Index(path+".copies", j), check.Term("what", "份号范围重叠或未合并", "ranges overlap or are not joined")))
			}
		}
		if len(p.Copies) == 0 {
			ps.Add(missingRule.At(path + ".copies"))
		}
		x.papers = append(x.papers, expected{p.Paper, p.Copies})
	}
	if err := ps.Err(); err != nil {
		return Expectation{}, err
	}
	return x, nil
}
