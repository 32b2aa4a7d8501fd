package followup_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// manyEvents makes n events of n/4 items, each filed, assigned, accepted and moved
// on a little, spread over 200 lead bodies and some years of due dates.
func manyEvents(n int) []followup.Event {
	start := calendar.MustDate(2024, 1, 2)
	out := make([]followup.Event, 0, n)
	for i := 0; len(out)+4 <= n; i++ {
		a := followup.Act{Item: roster.ItemID(fmt.Sprintf("i%07d", i)), On: start.AddDays(i % 600), By: "clerk"}
		out = append(out,
			followup.Filed{Act: a, Title: "落实会议决定事项", Decision: "澜会纪〔2026〕3号", Words: "会议决定修订会务手册。"},
			followup.Assigned{Act: a, Lead: roster.OrgID(fmt.Sprintf("org%03d", i*7%200)), Leader: "leader", Due: a.On.AddDays(30 + i%300)},
			followup.Accepted{Act: a},
			followup.Progressed{Act: a, Percent: i % 101},
		)
	}
	return out
}

func manyLog(b *testing.B, n int) journal.Log[followup.Event] {
	b.Helper()
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "office", At: 1}, manyEvents(n)...)
	if err != nil {
		b.Fatal(err)
	}
	return log
}

// BenchmarkFold replays 1,000,000 events of 250,000 items.
func BenchmarkFold(b *testing.B) {
	log := manyLog(b, 1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		if board := followup.Fold(log, followup.Standard()); board.Len() != 250_000 {
			b.Fatal(board.Len())
		}
	}
}

// BenchmarkReport counts 1,000,000 items by unit, stage and light and lists the 100
// worst.
func BenchmarkReport(b *testing.B) {
	events := manyEvents(4_000_000)
	log := followup.NewLog()
	for i := 0; i < len(events); i += 4 {
		events[i/2], events[i/2+1] = events[i], events[i+1]
	}
	log, err := log.Append(journal.Stamp{Desk: "office", At: 1}, events[:len(events)/2]...)
	if err != nil {
		b.Fatal(err)
	}
	board := followup.Fold(log, followup.Standard())
	b.ReportAllocs()
	for b.Loop() {
		r, err := board.Report(followup.Suqian(), calendar.MustDate(2026, 6, 1), calendar.China(), nil)
		if err != nil || r.All().Items != 1_000_000 {
			b.Fatal(err)
		}
	}
}

// BenchmarkMerge unites two logs of 100,000 events each, half of them common, both ways,
// and folds the unions: the boards are the same, byte by byte.
func BenchmarkMerge(b *testing.B) {
	events := manyEvents(150_000)
	grow := func(log journal.Log[followup.Event], desk string, at int64, es []followup.Event) journal.Log[followup.Event] {
		log, err := log.Append(journal.Stamp{Desk: desk, At: at}, es...)
		if err != nil {
			b.Fatal(err)
		}
		return log
	}
	shared := grow(followup.NewLog(), "office", 1, events[:50_000])
	one, two := grow(shared, "lead", 3, events[50_000:100_000]), grow(shared, "oa", 2, events[100_000:])
	b.ReportAllocs()
	for b.Loop() {
		x, errX := followup.Fold(one.Merge(two), followup.Standard()).MarshalJSON()
		y, errY := followup.Fold(two.Merge(one).Merge(one), followup.Standard()).MarshalJSON()
		if errX != nil || errY != nil || !bytes.Equal(x, y) {
			b.Fatal("the union depends on who unites", errX, errY)
		}
	}
}
