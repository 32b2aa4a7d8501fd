package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// printDesk is the stream of the print runs, which come before everything else.
const printDesk = "printed"

// A table is one kind of file: its columns and the event of a row.
type table struct {
	columns []wire.Column
	stream  string // before the name of a desk, so that each file has streams of its own
	event   func(wire.Row) docs.Event
}

func filled(names ...string) []wire.Column {
	columns := make([]wire.Column, len(names))
	for i, name := range names {
		columns[i] = wire.Column{Name: name, Required: true, Filled: true}
	}
	return columns
}

var printing = table{
	columns: filled("paper", "from", "to"),
	event: func(r wire.Row) docs.Event {
		var from, to copyNumber
		r.Read("from", &from)
		r.Read("to", &to)
		return docs.Printed{Paper: roster.PaperID(r.Text("paper")), Copies: docs.Range{From: from.n, To: to.n}}
	},
}

var handingOut = table{
	columns: filled("paper", "copy", "holder", "desk", "seq", "time"),
	stream:  "issued/",
	event: func(r wire.Row) docs.Event {
		var c copyNumber
		r.Read("copy", &c)
		return docs.Issued{Paper: roster.PaperID(r.Text("paper")), Copy: c.n, Holder: roster.PersonID(r.Text("holder"))}
	},
}

var takingBack = table{
	columns: filled("paper", "copy", "by", "desk", "seq", "time"),
	stream:  "returned/",
	event: func(r wire.Row) docs.Event {
		var c copyNumber
		r.Read("copy", &c)
		return docs.Returned{Paper: roster.PaperID(r.Text("paper")), Copy: c.n, By: roster.PersonID(r.Text("by"))}
	},
}

// A reader reads the files of one run.
type reader struct {
	stderr  io.Writer
	entries []journal.Entry[docs.Event]
	papers  map[roster.PaperID]bool // that the files name
	offset  int                     // of the first time read, in seconds
	timed   bool                    // a time was read
	bad     bool
}

// file reads one file; the empty name is none.
func (r *reader) file(name string, t table) {
	if name == "" {
		return
	}
	data, err := os.ReadFile(name)
	if err != nil {
		r.fail(err)
		return
	}
	r.table(name, data, t)
}

// table reads the text of one file.
func (r *reader) table(name string, data []byte, t table) {
	read := wire.CSV{Open: true}.Parse(data, t.columns)
	for row := range read.Rows() {
		e := journal.Entry[docs.Event]{ID: journal.ID{Desk: printDesk, Seq: uint64(row.Index()) + 1}, At: 1, Event: t.event(row)}
		if t.stream != "" {
			e.ID, e.At = r.entryOf(row, t.stream)
		}
		if found := read.Problems(); found.Failed() { // what could not be read is not checked further
			continue
		}
		_, line := row.At("")
		for p := range e.Event.Validate().All() {
			r.fail(fmt.Errorf("%s: line %d: %s", name, line, p.Error()))
		}
		r.entries = append(r.entries, e)
		r.see(roster.PaperID(row.Text("paper")))
	}
	found := read.Problems()
	for p := range found.All() {
		fmt.Fprintf(r.stderr, "recall: %s: %s: %s: %s\n", name, p.Path(), p.Severity(), p.Text(check.En, nil))
	}
	r.bad = r.bad || found.Failed()
}

// see notes a paper.
func (r *reader) see(id roster.PaperID) {
	if r.papers == nil {
		r.papers = map[roster.PaperID]bool{}
	}
	r.papers[id] = true
}

// ledger reads a file of entries; the empty name is none.
func (r *reader) ledger(name string) docs.Log {
	if name == "" {
		return docs.NewLog()
	}
	data, err := os.ReadFile(name)
	if err != nil {
		r.fail(err)
		return docs.NewLog()
	}
	log, found := docs.ParseLog(data, nil)
	for p := range found.All() {
		fmt.Fprintf(r.stderr, "recall: %s: %s: %s: %s\n", name, p.Path(), p.Severity(), p.Text(check.En, nil))
	}
	r.bad = r.bad || found.Failed()
	for e := range log.All() {
		if e.Event == nil { // a type that this program does not know; the report says so
			continue
		}
		for p := range e.Event.Validate().All() {
			r.fail(fmt.Errorf("%s: entry %s: %s", name, e.ID, p.Error()))
		}
	}
	return log
}

// policy returns a preset by its id, or reads a file. What it says of the highest level
// holds for all papers, since nobody says which level they are of.
func (r *reader) policy(name string) docs.Policy {
	p := r.readPolicy(name)
	for i := range p.Classes {
		p.Classes[i].Destruction = p.Classes[len(p.Classes)-1].Destruction
	}
	return p
}

func (r *reader) readPolicy(name string) docs.Policy {
	for _, p := range []docs.Policy{docs.CNPolicy(), docs.NATOPolicy(), docs.USPolicy()} {
		if p.ID == name {
			return p
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		r.fail(err)
		return docs.Policy{}
	}
	p, err := docs.ParsePolicy(data)
	if err != nil {
		r.fail(fmt.Errorf("%s: %w", name, err))
	}
	return p
}

func (r *reader) fail(err error) {
	fmt.Fprintln(r.stderr, "recall:", err)
	r.bad = true
}

// entryOf reads where and when an entry was made. Times are shown by the clock of the
// first one.
func (r *reader) entryOf(row wire.Row, stream string) (journal.ID, int64) {
	var at stamp
	row.Read("time", &at)
	if !r.timed && !at.IsZero() {
		_, r.offset = at.Zone()
		r.timed = true
	}
	return journal.ID{Desk: stream + row.Text("desk"), Seq: uint64(row.Int("seq"))}, at.UnixMilli()
}

// A stamp is a time in RFC 3339.
type stamp struct{ time.Time }

// UnmarshalText reads a time.
func (s *stamp) UnmarshalText(text []byte) (err error) {
	s.Time, err = time.Parse(time.RFC3339, string(text))
	return err
}
