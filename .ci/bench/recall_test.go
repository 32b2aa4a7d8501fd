package bench_test

import (
	"database/sql"
	"fmt"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// A congress of papers whose copies all went out and mostly came back: one in a
// thousand is still with its holder.
const (
	recallPapers = 50
	recallCopies = 20_000
	recallPeople = 3000
	recallDesks  = 8
)

// entries are what the desks recorded, in the order of their stamps.
func entries(papers, copies int) []journal.Entry[docs.Event] {
	var out []journal.Entry[docs.Event]
	seq := make([]uint64, recallDesks)
	at := int64(1795222800000)
	record := func(desk int, e docs.Event) {
		at++
		seq[desk]++
		out = append(out, journal.Entry[docs.Event]{
			ID: journal.ID{Desk: fmt.Sprintf("desk%d", desk), Seq: seq[desk]}, At: at, Event: e,
		})
	}
	for p := range papers {
		id := roster.PaperID(fmt.Sprintf("p%02d", p))
		record(0, docs.Printed{Paper: id, Copies: docs.Range{From: 1, To: symbol.CopyNumber(copies)}})
	}
	for p := range papers {
		for c := range copies {
			id, who := roster.PaperID(fmt.Sprintf("p%02d", p)), roster.PersonID(fmt.Sprintf("d%04d", c%recallPeople))
			record(c%recallDesks, docs.Issued{Paper: id, Copy: symbol.CopyNumber(c + 1), Holder: who})
		}
	}
	for p := range papers {
		for c := range copies {
			if (p*copies+c)%1000 == 17 {
				continue
			}
			id, who := roster.PaperID(fmt.Sprintf("p%02d", p)), roster.PersonID(fmt.Sprintf("d%04d", c%recallPeople))
			record((c+1)%recallDesks, docs.Returned{Paper: id, Copy: symbol.CopyNumber(c + 1), By: who})
		}
	}
	return out
}

// database holds the same entries in memory, one row each, with the index by which
// the last event of a copy is found without a sort.
func database(tb testing.TB, list []journal.Entry[docs.Event]) *sql.DB {
	tb.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		tb.Fatal(err)
	}
	db.SetMaxOpenConns(1) // an in-memory database belongs to its connection
	tb.Cleanup(func() { _ = db.Close() })
	tx, err := db.Begin()
	if err != nil {
		tb.Fatal(err)
	}
	exec := func(query string, args ...any) {
		if _, err := tx.Exec(query, args...); err != nil {
			tb.Fatal(err)
		}
	}
	exec(`create table event (paper text, copy int, at int, desk text, seq int, kind int, who text)`)
	exec(`create table run (paper text, first int, last int)`)
	insert, err := tx.Prepare(`insert into event values (?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		tb.Fatal(err)
	}
	for _, e := range list {
		var row []any
		switch v := e.Event.(type) {
		case docs.Printed:
			exec(`insert into run values (?, ?, ?)`, string(v.Paper), int64(v.Copies.From), int64(v.Copies.To))
			continue
		case docs.Issued:
			row = []any{string(v.Paper), int64(v.Copy), e.At, e.ID.Desk, int64(e.ID.Seq), 1, string(v.Holder)}
		case docs.Returned:
			row = []any{string(v.Paper), int64(v.Copy), e.At, e.ID.Desk, int64(e.ID.Seq), 0, string(v.By)}
		}
		if _, err := insert.Exec(row...); err != nil {
			tb.Fatal(err)
		}
	}
	exec(`create index event_by_copy on event (paper, copy, at, desk, seq, kind, who)`)
	exec(`analyze`)
	if err := tx.Commit(); err != nil {
		tb.Fatal(err)
	}
	return db
}

// An account is the answer: of each paper how many copies are in which state, and who
// still has one.
type account struct {
	papers map[roster.PaperID][3]int // registered, issued, returned
	out    map[string]roster.PersonID
}

// fromSQLite asks the database. The last event of a copy decides; max() in a grouped
// query lets SQLite take the other columns from that row.
func fromSQLite(tb testing.TB, db *sql.DB) account {
	tb.Helper()
	a := account{map[roster.PaperID][3]int{}, map[string]roster.PersonID{}}
	rows, err := db.Query(`
		select run.paper, run.last - run.first + 1, sum(s.kind), count(*)
		from run join (select paper, copy, max(at), kind from event group by paper, copy) s on s.paper = run.paper
		group by run.paper`)
	if err != nil {
		tb.Fatal(err)
	}
	for rows.Next() {
		var paper roster.PaperID
		var printed, issued, used int
		if err := rows.Scan(&paper, &printed, &issued, &used); err != nil {
			tb.Fatal(err)
		}
		a.papers[paper] = [3]int{printed - used, issued, used - issued}
	}
	if err := rows.Err(); err != nil {
		tb.Fatal(err)
	}
	rows, err = db.Query(`
		select paper, copy, who from (select paper, copy, max(at), kind, who from event group by paper, copy) where kind = 1`)
	if err != nil {
		tb.Fatal(err)
	}
	for rows.Next() {
		var paper, who string
		var copy int
		if err := rows.Scan(&paper, &copy, &who); err != nil {
			tb.Fatal(err)
		}
		a.out[fmt.Sprintf("%s/%06d", paper, copy)] = roster.PersonID(who)
	}
	if err := rows.Err(); err != nil {
		tb.Fatal(err)
	}
	return a
}

// fromHuiwu asks the library, which also looks for everything that is wrong.
func fromHuiwu(tb testing.TB, log docs.Log) account {
	tb.Helper()
	report, err := docs.Recall(log, docs.RecallInput{At: 1795222800000 + 1<<32})
	if err != nil {
		tb.Fatal(err)
	}
	a := account{map[roster.PaperID][3]int{}, map[string]roster.PersonID{}}
	for b := range report.Papers() {
		a.papers[b.Paper()] = [3]int{b.Count(docs.Registered), b.Count(docs.Held), b.Count(docs.TakenBack)}
	}
	for x := range report.Outstanding() {
		for c := x.Copies().From; c <= x.Copies().To; c++ {
			a.out[fmt.Sprintf("%s/%s", x.Paper(), c)] = x.Who()
		}
	}
	return a
}

func logOf(tb testing.TB, list []journal.Entry[docs.Event]) docs.Log {
	tb.Helper()
	log, err := docs.LogOf(list...)
	if err != nil {
		tb.Fatal(err)
	}
	return log
}

func differ(a, b account) error {
	if len(a.papers) != len(b.papers) || len(a.out) != len(b.out) {
		return fmt.Errorf("%d papers and %d copies out, or %d and %d", len(a.papers), len(a.out), len(b.papers), len(b.out))
	}
	for p, n := range a.papers {
		if b.papers[p] != n {
			return fmt.Errorf("%s: %v or %v", p, n, b.papers[p])
		}
	}
	for c, who := range a.out {
		if b.out[c] != who {
			return fmt.Errorf("%s: with %s or with %s", c, who, b.out[c])
		}
	}
	return nil
}

func TestRecallAgrees(t *testing.T) {
	list := entries(3, 5000)
	ours, theirs := fromHuiwu(t, logOf(t, list)), fromSQLite(t, database(t, list))
	if err := differ(ours, theirs); err != nil {
		t.Fatal(err)
	}
	if len(ours.out) != 15 {
		t.Fatalf("%d copies are out", len(ours.out))
	}
}

// Who still has which copy, and the balance of every paper: 1,000,000 copies,
// 2,000,000 entries. Neither side is charged for loading.
func BenchmarkRecall(b *testing.B) {
	list := entries(recallPapers, recallCopies)
	log, db := logOf(b, list), database(b, list)
	list = nil
	if err := differ(fromHuiwu(b, log), fromSQLite(b, db)); err != nil {
		b.Fatal(err)
	}
	b.Run("huiwu", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			fromHuiwu(b, log)
		}
	})
	b.Run("sqlite", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			fromSQLite(b, db)
		}
	})
}
