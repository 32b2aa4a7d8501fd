package seating_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// congress are five plans of one event: the first seven on the rostrum, all of them
// on a photo and at a table, four in a car, everybody in the hall.
func congress(t rapid.TB) seating.Linked {
	t.Helper()
	arrange := func(s seating.Setting, guests []seating.Guest) seating.Plan {
		p, err := seating.Arrange(s, guests, seating.CNGov())
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	hosted := people(7)
	hosted[0].Role = seating.RoleHost
	mic := func(n int) seating.SeatID { return seating.SeatID{Area: "rostrum", Row: 1, Number: n} }
	l, err := seating.Link(
		seating.Sheet{Name: "主席台", Plan: arrange(rostrum(7), people(7)), Prints: []seating.PieceKind{seating.PlaceCard, seating.Microphone, seating.DoorPlan}, Microphones: []seating.SeatID{mic(4), mic(1), mic(6)}},
		seating.Sheet{Name: "合影", Plan: arrange(seating.Setting{Photo: &seating.Photo{Front: seating.FrontOdd}}, people(7)), Prints: []seating.PieceKind{seating.StandMark}},
		seating.Sheet{Name: "晚宴", Plan: arrange(banquet(seating.OneHost, seating.RightFirst, 0), hosted), Prints: []seating.PieceKind{seating.PlaceCard, seating.SeatSlip}},
		seating.Sheet{Name: "一号车", Plan: arrange(car(seating.Sedan5, seating.DriverHost, 0), people(8)[3:7]), Prints: []seating.PieceKind{seating.CarCard}},
		seating.Sheet{Name: "会场", Plan: arrange(hall(seating.Rows, seating.StartViewerLeft, nil, []int{6}, []int{6}), people(12)[7:]), Prints: []seating.PieceKind{seating.SeatSlip}},
	)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func combinedText(c seating.Combined) []string {
	var lines []string
	for sheet, r := range c.Sheets() {
		lines = append(lines, fmt.Sprintf("%s: %s", sheet, r.Remedy()))
	}
	for n := range c.Lines() {
		lines = append(lines, fmt.Sprintf("%s %s: %s -> %s", n.Sheet, n.Person, n.From, n.To))
	}
	for p := range c.Reprints() {
		what := string(p.Piece.Person)
		if p.Piece.Seat != (seating.SeatID{}) {
			what += "@" + p.Piece.Seat.String()
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s", p.Action, p.Piece.Sheet, p.Piece.Kind, what))
	}
	return lines
}

// TestLinked: one absence is one diff over all plans and one list of what to print.
func TestLinked(t *testing.T) {
	before := congress(t)
	c, err := before.Change(seating.PreferFewest, []seating.Choice{{Sheet: "合影", Remedy: seating.Rerank}}, seating.Absent{Person: "p4"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"主席台: slide-same-side",
		"合影: rerank",
		"晚宴: keep-gap",
		"一号车: keep-gap",
		"主席台 p4: rostrum/1/6 -> ",
		"主席台 p6: rostrum/1/7 -> rostrum/1/6",
		"合影 p4: standing/1/6 -> ",
	}
	got := combinedText(c)
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, line := range []string{
		"discard 主席台 place-card p4",
		"move 主席台 place-card p6",
		"print 主席台 microphone p6@rostrum/1/6",
		"print 主席台 door-plan ",
		"discard 晚宴 seat-slip p4@table/1/6",
		"discard 一号车 car-card p4@front/1/1",
	} {
		if !slices.Contains(got, line) {
			t.Errorf("no %q in\n%v", line, got)
		}
	}
	for p := range c.Reprints() {
		for _, lang := range []check.Lang{check.ZhHans, check.En} {
			if p.Reason.Text(lang, nil) == "" {
				t.Errorf("%v has no reason", p)
			}
		}
		if p.Piece.Sheet == "会场" {
			t.Errorf("%v: p4 does not sit in the hall", p)
		}
	}
	undone, err := c.Before().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if original, err := before.MarshalJSON(); err != nil || string(original) != string(undone) {
		t.Errorf("undone, it is another event: %v", err)
	}
	if s, ok := c.After().Sheet("主席台"); !ok || s.Plan.Len() != 6 || len(s.Microphones) != 3 {
		t.Errorf("the rostrum after: %v", s.Microphones)
	}
	if _, ok := c.After().Sheet("午宴"); ok {
		t.Error("there is no lunch")
	}
}

// TestLinkedSubstitute: who comes in the name of another takes every chair of his,
// and nobody moves; a microphone stays where it stands and is labelled anew.
func TestLinkedSubstitute(t *testing.T) {
	c, err := congress(t).Change(seating.PreferOrder, nil, seating.Substituted{Person: "p4", By: seating.Guest{ID: "x"}, KeepsRank: true})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"主席台: take-seat", "合影: take-seat", "晚宴: take-seat", "一号车: take-seat",
		"主席台 p4: rostrum/1/6 -> ", "主席台 x:  -> rostrum/1/6",
		"合影 p4: standing/1/6 -> ", "合影 x:  -> standing/1/6",
		"晚宴 p4: table/1/6 -> ", "晚宴 x:  -> table/1/6",
		"一号车 p4: front/1/1 -> ", "一号车 x:  -> front/1/1",
		"discard 主席台 place-card p4", "print 主席台 place-card x", "print 主席台 microphone x@rostrum/1/6", "print 主席台 door-plan ",
		"discard 合影 stand-mark p4", "print 合影 stand-mark x",
		"discard 晚宴 place-card p4", "print 晚宴 place-card x", "discard 晚宴 seat-slip p4@table/1/6", "print 晚宴 seat-slip x@table/1/6",
		"discard 一号车 car-card p4@front/1/1", "print 一号车 car-card x@front/1/1",
	}
	if diff := cmp.Diff(want, combinedText(c)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLinkedRank: a rank on the rostrum is a place among those in the car that agrees
// with it.
func TestLinkedRank(t *testing.T) {
	c, err := congress(t).Change(seating.PreferOrder, nil, seating.RankChanged{Person: "p6", Rank: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []struct {
		sheet string
		first []roster.PersonID
	}{
		{"主席台", []roster.PersonID{"p1", "p6", "p2"}},
		{"一号车", []roster.PersonID{"p6", "p4", "p5"}},
	} {
		sheet, _ := c.After().Sheet(s.sheet)
		var got []roster.PersonID
		for g := range sheet.Plan.Guests() {
			got = append(got, g.ID)
		}
		if diff := cmp.Diff(s.first, got[:3]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", s.sheet, diff)
		}
	}
}

// TestLinkedIsolated: a delegation that stays away leaves every sheet; a microphone
// whose chair goes is put away, and who keeps the chair under another number gets
// another slip.
func TestLinkedIsolated(t *testing.T) {
	guests := people(7)
	guests[3].Party, guests[6].Party = "d", "d"
	p, err := seating.Arrange(rostrum(7), guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	l, err := seating.Link(seating.Sheet{
		Name: "主席台", Plan: p, Prints: []seating.PieceKind{seating.SeatSlip, seating.Microphone},
		Microphones: []seating.SeatID{{Area: "rostrum", Row: 1, Number: 7}},
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := l.Change(seating.PreferOrder, nil, seating.Isolated{Party: "d"})
	if err != nil {
		t.Fatal(err)
	}
	// 7|5|3|1|2|4|6 becomes 6|3|1|2|5 on the chairs 2 to 6.
	want := []string{
		"主席台: rerank",
		"主席台 p4: rostrum/1/6 -> ", "主席台 p7: rostrum/1/1 -> ",
		"主席台 p5: rostrum/1/2 -> rostrum/1/5", "主席台 p6: rostrum/1/7 -> rostrum/1/1",
		"discard 主席台 seat-slip p4@rostrum/1/6", "discard 主席台 seat-slip p7@rostrum/1/1",
		"print 主席台 seat-slip p1@rostrum/1/3", "print 主席台 seat-slip p2@rostrum/1/4", "print 主席台 seat-slip p3@rostrum/1/2",
		"print 主席台 seat-slip p5@rostrum/1/5", "print 主席台 seat-slip p6@rostrum/1/1",
		"discard 主席台 microphone p6@rostrum/1/7",
	}
	if diff := cmp.Diff(want, combinedText(c)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var reasons []string
	for p := range c.Reprints() {
		reasons = append(reasons, p.Reason.Text(check.En, nil))
	}
	for _, why := range []string{
		"d is isolated and stays away from the room",
		"the chairs of the row are numbered anew: p3 has another number on the same chair",
		"row 1 seat 7 is there no more",
	} {
		if !slices.Contains(reasons, why) {
			t.Errorf("no %q in %q", why, reasons)
		}
	}
}

func TestLinkedRefused(t *testing.T) {
	l := congress(t)
	full := []seating.Choice{{Sheet: "主席台", Locked: []seating.SeatID{{Area: "rostrum", Row: 1, Number: 7}, {Area: "rostrum", Row: 1, Number: 1}, {Area: "rostrum", Row: 1, Number: 6}}}}
	for _, c := range []struct {
		name    string
		prefer  seating.Preference
		choices []seating.Choice
		change  seating.Change
		code    string
		path    string
		why     string
	}{
		{"no preference", 0, nil, seating.Absent{Person: "p4"}, "seating/no-choice", "prefer", "there is no default"},
		{"no such sheet", seating.PreferFewest, []seating.Choice{{Sheet: "午宴"}}, seating.Absent{Person: "p4"}, "seating/no-such-sheet", "choices[0].sheet", "a slip in the name"},
		{"two choices", seating.PreferFewest, []seating.Choice{{Sheet: "合影"}, {Sheet: "合影"}}, seating.Absent{Person: "p4"}, "seating/choice-twice", "choices[1].sheet", "which one?"},
		{"unknown remedy", seating.PreferFewest, []seating.Choice{{Sheet: "合影", Remedy: 99}}, seating.Absent{Person: "p4"}, "seating/no-choice", "choices[0].remedy", "not a remedy"},
		{"stranger", seating.PreferFewest, nil, seating.Absent{Person: "nobody"}, "seating/no-sheet-concerned", "changes[0]", "sits nowhere"},
		{"nil", seating.PreferFewest, nil, nil, "seating/no-change", "changes[0]", "nothing happened"},
		{"car is full", seating.PreferFewest, nil, seating.Added{Guest: seating.Guest{ID: "x", Order: 5}}, "seating/too-many-people", "sheets[\"一号车\"].setting.car.vehicle", "no free seat and nobody gives way"},
		{"locked", seating.PreferFewest, full, seating.Absent{Person: "p4"}, "seating/lock-broken", "sheets[\"主席台\"].locked[0]", "the rostrum cannot close"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := l.Change(c.prefer, c.choices, c.change)
			wantAt(t, err, c.code, c.path, c.why)
		})
	}
	first, _ := l.Sheet("主席台")
	again := first
	again.Prints = []seating.PieceKind{seating.DoorPlan, seating.DoorPlan, 99}
	again.Microphones = []seating.SeatID{{Area: "rostrum", Row: 1, Number: 9}}
	_, err := seating.Link(first, again, seating.Sheet{})
	for _, code := range []string{"seating/sheet-twice", "seating/piece-twice", "seating/no-choice", "seating/no-microphone-seat", "seating/nobody-left"} {
		wantCode(t, err, code, "all findings at once")
	}
	_, err = seating.Link()
	wantCode(t, err, "seating/bad-count", "nothing to link")
}

// propLinked: what is read is what was written; what is printed, moved and thrown
// away turns the pieces before into those after.
func propLinked(t *rapid.T) {
	before := congress(t)
	guests := people(7)
	changes := drawnChanges(t, guests)
	c, err := before.Change(rapid.SampledFrom([]seating.Preference{seating.PreferFewest, seating.PreferOrder}).Draw(t, "prefer"), nil, changes...)
	if err != nil {
		return
	}
	written(t, c, func(data []byte) (json.Marshaler, error) { return seating.ParseCombined(data) })
	written(t, c.After(), func(data []byte) (json.Marshaler, error) { return seating.ParseLinked(data) })
	pieces := func(l seating.Linked) map[seating.Piece]bool {
		all := map[seating.Piece]bool{}
		for s := range l.Sheets() {
			for p := range s.Pieces() {
				all[p] = true
			}
		}
		return all
	}
	have, want := pieces(before), pieces(c.After())
	for p := range c.Reprints() {
		switch p.Action {
		case seating.PrintAnew:
			if have[p.Piece] {
				t.Errorf("%+v is there already", p)
			}
			for old := range have { // what it replaces
				if old.Kind == p.Piece.Kind && old.Sheet == p.Piece.Sheet && (old.Person == p.Piece.Person && old.Person != "" && old.Kind != seating.Microphone || old.Kind == seating.Microphone && old.Seat == p.Piece.Seat || old.Kind == seating.DoorPlan) {
					delete(have, old)
				}
			}
			have[p.Piece] = true
		case seating.DiscardPiece:
			if !have[p.Piece] {
				t.Errorf("%+v is not there", p)
			}
			delete(have, p.Piece)
		case seating.MovePiece:
			if p.From == p.To && p.From == (seating.SeatID{}) || !have[p.Piece] {
				t.Errorf("%+v does not move", p)
			}
		default:
			t.Errorf("nothing is to be done with %+v", p)
		}
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("after %v (-want +got):\n%s", changes, diff)
	}
	for n := range c.Lines() {
		if n.From == n.To && n.From == (seating.SeatID{}) || n.Reason.Text(check.En, nil) == "" {
			t.Errorf("%+v", n)
		}
	}
}

func TestLinkedLaws(t *testing.T) { rapid.Check(t, propLinked) }

// FuzzParseLinked: what is read is written and read back as it is.
func FuzzParseLinked(f *testing.F) {
	data, err := congress(f).MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := seating.ParseLinked(data)
		if err != nil {
			return
		}
		for s := range l.Sheets() {
			for p := range s.Pieces() {
				if p.Sheet != s.Name {
					t.Errorf("%+v is made from %s", p, s.Name)
				}
			}
		}
		written(t, l, func(data []byte) (json.Marshaler, error) { return seating.ParseLinked(data) })
	})
}

// FuzzParseCombined: what is read follows from its changes, and is written and read
// back as it is.
func FuzzParseCombined(f *testing.F) {
	for _, change := range []seating.Change{seating.Absent{Person: "p4"}, seating.Substituted{Person: "p4", By: seating.Guest{ID: "x"}, KeepsRank: true}, seating.RankChanged{Person: "p6", Rank: 2}} {
		c, err := congress(f).Change(seating.PreferFewest, []seating.Choice{{Sheet: "晚宴", Omit: true}, {Sheet: "合影", Remedy: seating.Rerank}}, change)
		if err != nil {
			f.Fatal(err)
		}
		data, err := c.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := seating.ParseCombined(data)
		if err != nil {
			return
		}
		n := 0
		for range c.Sheets() {
			n++
		}
		if n == 0 && len(slices.Collect(c.Changes())) > 0 {
			t.Error("the changes concern nothing")
		}
		written(t, c, func(data []byte) (json.Marshaler, error) { return seating.ParseCombined(data) })
	})
}

// BenchmarkLinked: an absence on a rostrum of sixty, a photo, and a hall of 3,000.
func BenchmarkLinked(b *testing.B) {
	sheets := []seating.Sheet{}
	for _, s := range []struct {
		name    string
		setting seating.Setting
		guests  []seating.Guest
		prints  []seating.PieceKind
	}{
		{"rostrum", rostrum(17, 21, 22), people(60), []seating.PieceKind{seating.PlaceCard, seating.DoorPlan}},
		{"photo", seating.Setting{Photo: &seating.Photo{Front: seating.FrontOdd, MaxRow: 21}}, people(60), []seating.PieceKind{seating.StandMark}},
		{"hall", great(3000), people(3000), []seating.PieceKind{seating.SeatSlip, seating.DoorPlan}},
	} {
		p, err := seating.Arrange(s.setting, s.guests, seating.CNGov())
		if err != nil {
			b.Fatal(err)
		}
		sheets = append(sheets, seating.Sheet{Name: s.name, Plan: p, Prints: s.prints})
	}
	l, err := seating.Link(sheets...)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := l.Change(seating.PreferFewest, nil, seating.Absent{Person: "p30"}); err != nil {
			b.Fatal(err)
		}
	}
}
