package followup_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// TestSingles: each single result is written with its format, read back against the board,
// and not read when a value of it is changed or the board has no such thing.
func TestSingles(t *testing.T) {
	cal, on := calendar.China(), day("2026-10-16")
	b := quarter(t)
	light := func(data []byte) (any, error) {
		it, _ := b.Item("b2")
		return followup.ParseSignal(data, it, followup.Suqian(), on, cal)
	}
	tree, weigh := tree(t, "p - open 0 3", "a p open 50 1", "b p open 0 1")
	total := func(data []byte) (any, error) {
		return followup.ParseTotal(data, tree, weigh, followup.Suqian(), day("2026-09-10"), cal)
	}
	due := followup.Fold(record(t, followup.NewLog(), events("i1", "2026-09-21", "p")[:2]...), followup.Shanxi13710())
	timing := func(data []byte) (any, error) { return followup.ParseTiming(data, due, "i1", on, cal) }
	silence := func(data []byte) (any, error) { return followup.ParseSilence(data, b, on, cal) }

	it, _ := b.Item("b2")
	signal, err := followup.Suqian().Light(it, on, cal)
	if err != nil {
		t.Fatal(err)
	}
	totals, err := tree.RollUp(weigh, followup.Suqian(), day("2026-09-10"), cal)
	if err != nil {
		t.Fatal(err)
	}
	timings, err := due.Timings("i1", on, cal)
	if err != nil {
		t.Fatal(err)
	}
	silent, err := b.Silent(on, 5, cal)
	if err != nil || len(silent) == 0 {
		t.Fatal(len(silent), err)
	}
	for name, tt := range map[string]struct {
		value  json.Marshaler
		read   func([]byte) (any, error)
		change [2]string
		gone   [2]string // names something that the board does not have
	}{
		"signal":  {signal, light, [2]string{`"light":"red"`, `"light":"green"`}, [2]string{"followup.signal/1", "followup.signal/2"}},
		"total":   {totals[0], total, [2]string{`"parts":2`, `"parts":3`}, [2]string{`"item":"p"`, `"item":"a"`}},
		"timing":  {timings[0], timing, [2]string{`"late":true`, `"late":false`}, [2]string{`"unit":"days"`, `"unit":"months"`}},
		"silence": {silent[0], silence, [2]string{`"since":"2026`, `"since":"2025`}, [2]string{`"item":"`, `"item":"no-`}},
	} {
		data, err := tt.value.MarshalJSON()
		if err != nil || !bytes.HasPrefix(data, []byte(`{"huiwu":"followup.`+name+`/1"`)) {
			t.Errorf("%s: %v, %s", name, err, data)
		}
		back, err := tt.read(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		again, err := json.Marshal(back)
		if err != nil || string(again) != string(data) {
			t.Errorf("%s: %v\n%s\n%s", name, err, data, again)
		}
		for _, edit := range [][2]string{tt.change, tt.gone, {`}`, `,"more":1}`}, {`{`, `[`}} {
			bad := strings.Replace(string(data), edit[0], edit[1], 1)
			if _, err := tt.read([]byte(bad)); err == nil || bad == string(data) {
				t.Errorf("%s: %s is read", name, bad)
			}
		}
	}
}

// FuzzParseSingles: whatever is read is what the board says.
func FuzzParseSingles(f *testing.F) {
	cal, on := calendar.China(), day("2026-10-16")
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "office", At: 1}, events("i1", "2026-09-21", "p")[:2]...)
	if err != nil {
		f.Fatal(err)
	}
	b := followup.Fold(log, followup.Shanxi13710())
	silent, err := b.Silent(on, 1, cal)
	if err != nil {
		f.Fatal(err)
	}
	timings, err := b.Timings("i1", on, cal)
	if err != nil {
		f.Fatal(err)
	}
	for _, v := range []json.Marshaler{silent[0], timings[0]} {
		data, err := v.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := followup.ParseSilence(data, b, on, cal); err == nil && (s.Item != "i1" || s.Since != day("2026-09-21")) {
			t.Fatalf("%+v", s)
		}
		if x, err := followup.ParseTiming(data, b, "i1", on, cal); err == nil && x.By.IsZero() {
			t.Fatalf("%+v", x)
		}
	})
}

// FuzzParseResults: whatever is read of the results of a board is written again as the
// board itself writes it.
func FuzzParseResults(f *testing.F) {
	cal, on := calendar.China(), day("2026-10-20")
	b, _ := decided(f)
	scheme := followup.GuangyuanPoints()
	feedback, err := b.Feedback(followup.ToConvener, day("2026-10-01"), on, cal)
	if err != nil {
		f.Fatal(err)
	}
	scores, err := b.Score(scheme, on, cal)
	if err != nil {
		f.Fatal(err)
	}
	outlook, err := b.Outlook(on, china)
	if err != nil {
		f.Fatal(err)
	}
	for _, v := range []json.Marshaler{feedback, scores, outlook} {
		data, err := v.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"huiwu":"followup.answer/1","item":"i1","origin":{"kind":"opinion"},"workdays":3}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		same := func(got, want json.Marshaler, err error) {
			x, errX := got.MarshalJSON()
			y, errY := want.MarshalJSON()
			if err != nil || errX != nil || errY != nil || string(x) != string(y) {
				t.Fatalf("%v, %v, %v\n%s\n%s", err, errX, errY, x, y)
			}
		}
		if got, err := followup.ParseFeedback(data, b, cal); err == nil {
			want, err := b.Feedback(got.Role(), got.From(), got.On(), cal)
			same(got, want, err)
		}
		if got, err := followup.ParseScores(data, b, scheme, cal); err == nil {
			want, err := b.Score(scheme, got.On(), cal)
			same(got, want, err)
		}
		if got, err := followup.ParseOutlook(data, b, china); err == nil {
			want, err := b.Outlook(got.On(), china)
			same(got, want, err)
		}
		if a, err := followup.ParseAnswer(data, b, on, cal); err == nil {
			t.Fatalf("an answer of a board without one: %+v", a)
		}
	})
}
