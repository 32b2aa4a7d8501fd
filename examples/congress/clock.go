package main

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// chinaOffset is how far the clock of China is ahead of UTC, in seconds.
const chinaOffset = 8 * 3600

// millis is the moment at which the clock of China shows a time on a day.
func millis(day calendar.Date, clock string) int64 {
	at, _ := day.At(calendar.MustParseClock(clock)).UnixMilli(chinaOffset)
	return at
}

// stamp is the stamp of a desk at 17:00 of a day.
func stamp(desk string, day calendar.Date) journal.Stamp {
	return journal.Stamp{Desk: desk, At: millis(day, "17:00")}
}
