package docs_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// typeName is the name of the type of an event.
func typeName(e docs.Event) string { return fmt.Sprintf("%T", e) }

// big is a log of papers with copies that were all issued and returned, by a number
// of desks.
func big(b *testing.B, papers, copies, desks int) docs.Log {
	b.Helper()
	var entries []journal.Entry[docs.Event]
	seq := make([]uint64, desks)
	record := func(desk int, at int64, e docs.Event) {
		seq[desk]++
		entries = append(entries, journal.Entry[docs.Event]{
			ID: journal.ID{Desk: fmt.Sprintf("desk%02d", desk), Seq: seq[desk]}, At: nine + at, Event: e,
		})
	}
	people := make([]roster.PersonID, copies)
	for i := range people {
		people[i] = roster.PersonID(fmt.Sprintf("d%06d", i%3000))
	}
	for p := range papers {
		id := roster.PaperID(fmt.Sprintf("p%04d", p))
		record(0, 0, docs.Printed{Paper: id, Copies: docs.Range{From: 1, To: symbol.CopyNumber(copies)}})
		for i := range copies {
			record(i%desks, int64(p*copies+i), docs.Issued{Paper: id, Copy: symbol.CopyNumber(i + 1), Holder: people[i]})
		}
	}
	for p := range papers {
		id := roster.PaperID(fmt.Sprintf("p%04d", p))
		for i := range copies {
			record((i+1)%desks, int64((papers+p)*copies+i), docs.Returned{Paper: id, Copy: symbol.CopyNumber(i + 1), By: people[i]})
		}
	}
	log, err := docs.LogOf(entries...)
	if err != nil {
		b.Fatal(err)
	}
	return log
}

func BenchmarkFold(b *testing.B) {
	log := big(b, 50, 20_000, 8)
	b.ReportAllocs()
	for b.Loop() {
		docs.Fold(log)
	}
	b.ReportMetric(float64(log.Len()), "events")
}

func BenchmarkRecall(b *testing.B) {
	log := big(b, 50, 20_000, 8)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := docs.Recall(log, docs.RecallInput{At: nine + 1<<30}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(log.Len()), "events")
}

// Fifty logs of 40,000 entries meet: those of fifty desks, and fifty copies of the
// record of which each holds every fiftieth entry of every desk.
func BenchmarkMerge(b *testing.B) {
	const desks = 50
	copies := 20_000
	if testing.Short() {
		copies = 2000
	}
	all := big(b, 50, copies, desks)
	apart := map[string][]docs.Log{}
	for desk := range all.Desks() {
		apart["desks"] = append(apart["desks"], of(b, slices.Collect(all.Desk(desk))...))
	}
	dealt := make([][]journal.Entry[docs.Event], desks)
	i := 0
	for e := range all.All() {
		dealt[i%desks] = append(dealt[i%desks], e)
		i++
	}
	for _, entries := range dealt {
		apart["mixed"] = append(apart["mixed"], of(b, entries...))
	}
	for _, name := range []string{"desks", "mixed"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				logs := slices.Clone(apart[name])
				for len(logs) > 1 { // two by two, so that no entry is merged fifty times
					for i := range len(logs) / 2 {
						logs[i] = logs[i].Merge(logs[len(logs)-1-i])
					}
					logs = logs[:(len(logs)+1)/2]
				}
				if logs[0].Len() != all.Len() {
					b.Fatal(logs[0].Len())
				}
			}
			b.ReportMetric(float64(all.Len()), "events")
		})
	}
}

func BenchmarkAdmit(b *testing.B) {
	log := big(b, 10, 1000, 3)
	ledger, _ := docs.Fold(log)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := ledger.Admit(docs.Issued{Paper: "p0003", Copy: 500, Holder: "d000001"}); err != nil {
			b.Fatal(err)
		}
	}
}
