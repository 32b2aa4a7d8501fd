package followup_test

import (
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
