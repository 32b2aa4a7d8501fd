package followup

import (
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Formats of the results that a board gives one by one.
var (
	signalFormat  = wire.Format{Name: "followup.signal", Version: 1}
	totalFormat   = wire.Format{Name: "followup.total", Version: 1}
	timingFormat  = wire.Format{Name: "followup.timing", Version: 1}
	silenceFormat = wire.Format{Name: "followup.silence", Version: 1}
)

// MarshalJSON writes the signal, without its reason, in a versioned form that [ParseSignal]
// reads.
func (s Signal) MarshalJSON() ([]byte, error) {
	type plain Signal
	return wire.Append(nil, signalFormat, plain(s))
}

// ParseSignal reads what MarshalJSON wrote and holds it against the item on a day.
func ParseSignal(data []byte, it Item, rules RuleSet, on calendar.Date, cal *calendar.Calendar) (Signal, error) {
	type plain Signal
	return parseOne(data, signalFormat, func(plain) (plain, bool, error) {
		s, err := rules.Light(it, on, cal)
		return plain(s), true, err
	}, func(p plain) Signal { return Signal(p) })
}

// MarshalJSON writes the total in a versioned form that [ParseTotal] reads.
func (t Total) MarshalJSON() ([]byte, error) {
	type plain Total
	return wire.Append(nil, totalFormat, plain(t))
}

// ParseTotal reads what MarshalJSON wrote and holds it against what [Board.RollUp] reckons
// for the item.
func ParseTotal(data []byte, b Board, weigh func(Item) int64, rules RuleSet, on calendar.Date, cal *calendar.Calendar) (Total, error) {
	type plain Total
	return parseOne(data, totalFormat, func(have plain) (plain, bool, error) {
		all, err := b.RollUp(weigh, rules, on, cal)
		i := slices.IndexFunc(all, func(t Total) bool { return t.Item == have.Item })
		if err != nil || i < 0 {
			return plain{}, false, err
		}
		return plain(all[i]), true, nil
	}, func(p plain) Total { return Total(p) })
}

// MarshalJSON writes the timing, without its reason, in a versioned form that [ParseTiming]
// reads.
func (t Timing) MarshalJSON() ([]byte, error) {
	type plain Timing
	return wire.Append(nil, timingFormat, plain(t))
}

// ParseTiming reads what MarshalJSON wrote and holds it against what [Board.Timings] reckons
// for the item and its limit.
func ParseTiming(data []byte, b Board, id roster.ItemID, on calendar.Date, cal *calendar.Calendar) (Timing, error) {
	type plain Timing
	return parseOne(data, timingFormat, func(have plain) (plain, bool, error) {
		all, err := b.Timings(id, on, cal)
		i := slices.IndexFunc(all, func(t Timing) bool { return t.Limit == have.Limit })
		if err != nil || i < 0 {
			return plain{}, false, err
		}
		return plain(all[i]), true, nil
	}, func(p plain) Timing { return Timing(p) })
}

// MarshalJSON writes the silence, without its reason, in a versioned form that
// [ParseSilence] reads.
func (s Silence) MarshalJSON() ([]byte, error) {
	type plain Silence
	return wire.Append(nil, silenceFormat, plain(s))
}

// ParseSilence reads what MarshalJSON wrote and holds it against what [Board.Silent] reckons
// for the item on a day.
func ParseSilence(data []byte, b Board, on calendar.Date, cal *calendar.Calendar) (Silence, error) {
	type plain Silence
	return parseOne(data, silenceFormat, func(have plain) (plain, bool, error) {
		all, err := b.Silent(on, have.Workdays, cal)
		i := slices.IndexFunc(all, func(s Silence) bool { return s.Item == have.Item })
		if err != nil || i < 0 {
			return plain{}, false, err
		}
		return plain(all[i]), true, nil
	}, func(p plain) Silence { return Silence(p) })
}
