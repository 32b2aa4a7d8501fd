package journal_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/huiwu-go/huiwu/roster/journal"
)

// halves returns two logs of n entries each over 50 desks: of every desk each log
// has every other stretch of numbers, as two machines do that met now and then.
func halves(tb testing.TB, n int) (a, b journal.Log[movement]) {
	tb.Helper()
	const desks = 50
	var part [2][]journal.Entry[movement]
	state := uint64(1)
	random := func() uint64 { // any generator does
		state = state*6364136223846793005 + 1442695040888963407
		return state >> 33
	}
	for d := range desks {
		at := int64(1767225600000)
		for seq := range 2 * n / desks {
			at += int64(random() % 2000)
			var e movement = issued{Paper: "d3", Copy: uint32(seq), Holder: "p7"}
			if seq%3 == 0 {
				e = returned{Paper: "d3", Copy: uint32(seq), By: "p7"}
			}
			to := &part[random()%2]
			if d%2 == 0 {
				to = &part[seq/100%2]
			}
			*to = append(*to, journal.Entry[movement]{
				ID: journal.ID{Desk: fmt.Sprintf("desk%02d", d), Seq: uint64(seq + 1)},
				At: at, Actor: "p1", Event: e,
			})
		}
	}
	a, err := journal.Of(ledger, part[0]...)
	if err == nil {
		b, err = journal.Of(ledger, part[1]...)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return a, b
}

const million = 1_000_000

func BenchmarkMerge(b *testing.B) {
	x, y := halves(b, million/2)
	b.ReportAllocs()
	for b.Loop() {
		if m := x.Merge(y); m.Len() != million {
			b.Fatal(m.Len())
		}
	}
}

func BenchmarkOrder(b *testing.B) {
	x, y := halves(b, million/2)
	m := x.Merge(y)
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range m.All() {
			n++
		}
		if n != million {
			b.Fatal(n)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	x, y := halves(b, million/2)
	m := x.Merge(y)
	b.ReportAllocs()
	for b.Loop() {
		out := journal.Fold(m, 0, func(out int, e journal.Entry[movement]) int {
			switch e.Event.(type) {
			case issued:
				return out + 1
			case returned:
				return out - 1
			default:
				panic("unknown event")
			}
		})
		if out <= 0 {
			b.Fatal(out)
		}
	}
}

// BenchmarkMergeSame merges two logs read apart that have everything in common.
func BenchmarkMergeSame(b *testing.B) {
	x, y := halves(b, million/2)
	x = x.Merge(y)
	z, w := halves(b, million/2)
	z = z.Merge(w)
	b.ReportAllocs()
	for b.Loop() {
		if m := x.Merge(z); m.Len() != million {
			b.Fatal(m.Len())
		}
	}
}

// BenchmarkMemory reports the heap of a log an entry, its events not counted, without
// and with chains.
func BenchmarkMemory(b *testing.B) {
	x, y := halves(b, million/2)
	plain := x.Merge(y)
	for _, c := range []struct {
		name string
		log  func(*testing.B) journal.Log[movement]
	}{
		{"plain", func(*testing.B) journal.Log[movement] { return plain }},
		{"chained", func(b *testing.B) journal.Log[movement] { return chained(b, plain) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			lines, err := c.log(b).AppendLines(nil)
			if err != nil {
				b.Fatal(err)
			}
			var entry float64
			for b.Loop() {
				entry = perEntry(b, lines)
			}
			b.ReportMetric(entry, "B/entry")
		})
	}
}

// chained records the events of a log anew, each desk with a chain.
func chained(b *testing.B, plain journal.Log[movement]) journal.Log[movement] {
	if testing.Short() {
		b.Skip("hashes a million entries")
	}
	var log journal.Log[movement]
	for d := range plain.Desks() {
		var events []movement
		for e := range plain.Desk(d) {
			events = append(events, e.Event)
		}
		one, err := journal.New(ledger).Append(journal.Stamp{Desk: d, At: 1767225600000, Actor: "p1", Chain: true, Salt: journal.Salt{7}}, events...)
		if err != nil {
			b.Fatal(err)
		}
		log = log.Merge(one)
	}
	return log
}

// perEntry reads a log and returns what an entry takes on the heap beyond its event.
func perEntry(b *testing.B, lines []byte) float64 {
	heap := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := heap()
	l, found := journal.Parse(ledger, lines, nil)
	if found.Len() > 0 {
		b.Fatal(found)
	}
	withEvents := heap() - before
	events := make([]movement, 0, million)
	for e := range l.All() {
		events = append(events, e.Event)
	}
	l = journal.Log[movement]{}                //nolint:wastedassign // lets the collector have it
	onlyEvents := heap() - before - 16*million // the slice is not the events
	runtime.KeepAlive(events)
	runtime.KeepAlive(lines)
	return float64(withEvents-onlyEvents) / million
}

func BenchmarkParse(b *testing.B) {
	x, y := halves(b, million/2)
	lines, err := x.Merge(y).AppendLines(nil)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(lines)))
	b.ReportAllocs()
	for b.Loop() {
		l, found := journal.Parse(ledger, lines, nil)
		if found.Len() > 0 || l.Len() != million {
			b.Fatal(found)
		}
	}
}

func BenchmarkAppendLines(b *testing.B) {
	x, y := halves(b, million/2)
	m := x.Merge(y)
	var lines []byte
	var err error
	b.ReportAllocs()
	for b.Loop() {
		if lines, err = m.AppendLines(lines[:0]); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(lines)))
}
