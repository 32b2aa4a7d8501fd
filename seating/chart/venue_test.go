package chart_test

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

// arenaPlan is a seating plan as a ticketing program writes it, of the older and the newer
// form of an area and with members of its own.
func arenaPlan(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/venue.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestReadVenue(t *testing.T) {
	v, found := chart.ReadVenue([]byte(arenaPlan(t)))
	if found.Failed() {
		t.Fatal(found.Err())
	}
	var foreign []string
	for p := range found.All() {
		foreign = append(foreign, p.Path())
	}
	want := []string{"zones[0].displayed", "zones[0].rows[0].seats[1].wheelchair"}
	if diff := cmp.Diff(want, foreign); diff != "" {
		t.Errorf("what is foreign is said (-want +got):\n%s", diff)
	}
	if got := string(v.Zones[0].Rows[0].Seats[1].Foreign["wheelchair"]); got != "true" {
		t.Errorf("what is foreign is kept: %q", got)
	}
	hall, refs, err := v.Hall(20)
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]seating.Point{{{X: -550, Y: 0}, {X: 0, Y: 0}}, {{X: -550, Y: 900}, {X: 0, Y: 950}, {X: 550, Y: 900}}}
	if diff := cmp.Diff(rows, hall.Areas[0].Places); diff != "" {
		t.Errorf("zone, row and chair add up, a unit has 20 mm (-want +got):\n%s", diff)
	}
	marks := []seating.Mark{{Seat: seating.SeatID{Area: "stalls", Row: 2, Number: 3}, Use: seating.Blocked}}
	if diff := cmp.Diff(marks, hall.Marks); diff != "" {
		t.Errorf("a category is a use (-want +got):\n%s", diff)
	}
	var guids []string
	for _, r := range refs {
		guids = append(guids, r.Seat.String()+"="+r.GUID)
	}
	if diff := cmp.Diff("stalls/1/1=A-1 stalls/1/2=A-2 stalls/2/1=B-1 stalls/2/2=B-2 stalls/2/3=B-3 zone-2/1/1=E-1", strings.Join(guids, " ")); diff != "" {
		t.Errorf("ids for good stay with their chairs (-want +got):\n%s", diff)
	}
	area := v.Zones[0].Areas[0]
	if area.Shape != "rectangle" || area.Rectangle.Width != 200 || area.Text.Text != "STAGE" {
		t.Errorf("an area of the older form reads as %+v", area)
	}
	hall.Method, hall.From = seating.Rows, seating.StartViewerLeft
	if _, err := seating.Arrange(seating.Setting{Hall: &hall}, people(5), seating.CNGov()); err != nil {
		t.Error(err)
	}
	written, err := chart.AppendVenue(nil, v)
	if err != nil {
		t.Fatal(err)
	}
	again, found := chart.ReadVenue(written)
	if found.Len() > 0 {
		t.Errorf("what is written keeps to the schema: %v", found.Err())
	}
	second, err := chart.AppendVenue(nil, again)
	if err != nil || string(second) != string(written) {
		t.Errorf("%v\n%s\n%s", err, written, second)
	}
}

func TestReadVenueRefused(t *testing.T) {
	seat := func(s string) string {
		return `{"name":"n","categories":[{"name":"c"}],"zones":[{"position":{"x":0,"y":0},"rows":[{"row_number":"1","seats":[` + s + `]}]}]}`
	}
	ok := `{"seat_guid":"a","seat_number":"1","position":{"x":1,"y":2},"category":"c"}`
	for _, c := range []struct{ text, code, path, why string }{
		{`[]`, "chart/bad-member", "", "a venue is an object"},
		{`{}`, "chart/missing-member", "zones", "what the schema requires"},
		{`{"name":1,"zones":null,"categories":{}}`, "chart/bad-member", "zones", "null is no list"},
		{`{"name":1,"zones":null,"categories":{}}`, "chart/bad-member", "name", "all findings at once"},
		{seat(ok + "," + ok), "chart/two-seats", "zones[0].rows[0].seats[1].seat_guid", "one id, one chair"},
		{seat(strings.Replace(ok, `"a"`, `""`, 1)), "chart/no-seat-id", "zones[0].rows[0].seats[0].seat_guid", "a chair has an id"},
		{seat(strings.Replace(ok, `"c"`, `"d"`, 1)), "chart/unknown-category", "zones[0].rows[0].seats[0].category", "what is d"},
		{seat(strings.Replace(ok, `"x":1`, `"x":1e3`, 1)), "chart/bad-member", "zones[0].rows[0].seats[0].position.x", "no exponents"},
		{seat(strings.Replace(ok, `"x":1`, `"x":1.0001`, 1)), "chart/bad-member", "zones[0].rows[0].seats[0].position.x", "nothing is rounded"},
		{seat(strings.Replace(ok, `"x":1`, `"x":9999999999999`, 1)), "chart/bad-member", "zones[0].rows[0].seats[0].position.x", "out of range"},
		{seat(strings.Replace(ok, `"x":1,`, ``, 1)), "chart/missing-member", "zones[0].rows[0].seats[0].position.x", "where is it"},
		{seat(strings.Replace(ok, `"seat_guid"`, `"start_direction":"^","seat_guid"`, 1)), "chart/unknown-token", "zones[0].rows[0].seats[0].start_direction", "a direction"},
		{seat(strings.Replace(ok, `"seat_guid"`, `"seat_guid":"b","seat_guid"`, 1)), "wire/duplicate-key", "zones[0].rows[0].seats[0].seat_guid", "which of them"},
		{"{\"name\":\"\xff\"}", "wire/not-utf8", "name", "text is text"},
		{strings.Repeat("[", 100), "wire/too-deep", "", "bounded"},
	} {
		v, found := chart.ReadVenue([]byte(c.text))
		ok := false
		for p := range found.All() {
			ok = ok || p.Code() == check.Code(c.code) && (p.Path() == c.path || strings.HasPrefix(c.code, "wire/"))
		}
		if !ok || !found.Failed() || len(v.Zones) > 0 {
			t.Errorf("%s: no %s at %q in %v: %s", c.text, c.code, c.path, found.Err(), c.why)
		}
	}
	for _, c := range []struct {
		change func(v *chart.Venue)
		unit   seating.Length
		code   check.Code
		why    string
	}{
		{func(*chart.Venue) {}, 0, "chart/bad-unit", "how large is a unit"},
		{func(v *chart.Venue) { v.Zones[0].Position.X = 1 }, 20, "chart/not-whole", "a fiftieth of a millimetre"},
		{func(v *chart.Venue) { v.Zones[0].Position.X = 900_000_000 }, 1000, "chart/not-whole", "900 km away"},
		{func(v *chart.Venue) { v.Zones[0].Rows[0].Seats[1].Position.X = v.Zones[0].Rows[0].Seats[0].Position.X }, 20, "seating/not-rising", "one upon the other"},
		{func(v *chart.Venue) { v.Zones = nil }, 20, "seating/bad-count", "no chair at all"},
		{func(v *chart.Venue) { v.Zones = make([]chart.VenueZone, chart.MaxZones+1) }, 20, "chart/too-many-seats", "published limit"},
		{func(v *chart.Venue) { v.Zones[0].Rows[0].Seats = make([]chart.VenueSeat, chart.MaxVenueSeats+1) }, 20, "chart/too-many-seats", "published limit"},
	} {
		v, _ := chart.ReadVenue([]byte(arenaPlan(t)))
		c.change(&v)
		if _, _, err := v.Hall(c.unit); !isA(err, c.code) {
			t.Errorf("%v is no %s: %s", err, c.code, c.why)
		}
	}
}

func isA(err error, code check.Code) bool {
	ps, ok := errors.AsType[check.Problems](err)
	return ok && ps.Has(code)
}

// drawnHall is a hall of any shape.
func drawnHall(t *rapid.T) seating.Plan {
	blocks := rapid.IntRange(1, 3).Draw(t, "blocks")
	row := rapid.SliceOfN(rapid.IntRange(1, 4), blocks, blocks)
	h := &seating.Hall{Method: seating.Rows, From: seating.StartViewerLeft, Pitch: seating.Length(rapid.IntRange(500, 700).Draw(t, "pitch"))}
	for i := range rapid.IntRange(1, 2).Draw(t, "areas") {
		h.Areas = append(h.Areas, seating.HallArea{ID: []string{"floor", "balcony"}[i], Rows: rapid.SliceOfN(row, 1, 4).Draw(t, "rows")})
	}
	if rapid.Bool().Draw(t, "marked") {
		h.Marks = []seating.Mark{{Seat: seating.SeatID{Area: "floor", Row: 1, Number: 1}, Use: rapid.SampledFrom([]seating.Use{seating.Blocked, seating.Reserved, seating.Accessible}).Draw(t, "use")}}
		h.Areas[0].Rows[0][0]++
	}
	guests := people(1)
	p, err := seating.Arrange(seating.Setting{Hall: h}, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// propVenue: a hall that went through a venue has the same chairs at the same distances,
// for the same uses, under the same names; and what is written reads back as it was.
func propVenue(t *rapid.T) {
	p := drawnHall(t)
	unit := rapid.SampledFrom([]seating.Length{1, 5, 10, 25}).Draw(t, "unit")
	v, err := chart.VenueOf("会场", p.Layout(), unit)
	if err != nil {
		t.Fatal(err)
	}
	data, err := chart.AppendVenue(nil, v)
	if err != nil {
		t.Fatal(err)
	}
	back, found := chart.ReadVenue(data)
	if found.Len() > 0 {
		t.Fatal(found.Err())
	}
	if diff := cmp.Diff(v, back); diff != "" {
		t.Fatalf("the venue reads back otherwise:\n%s", diff)
	}
	hall, refs, err := back.Hall(unit)
	if err != nil {
		t.Fatal(err)
	}
	hall.Method, hall.From = seating.Rows, seating.StartViewerLeft
	q, err := seating.Arrange(seating.Setting{Hall: &hall}, people(1), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	was, is := slices.Collect(p.Layout().Seats()), slices.Collect(q.Layout().Seats())
	if len(was) != len(is) || len(refs) != len(is) {
		t.Fatalf("%d chairs, then %d with %d names", len(was), len(is), len(refs))
	}
	d := seating.Point{X: was[0].At.X - is[0].At.X, Y: was[0].At.Y - is[0].At.Y}
	for i := range was {
		is[i].At.X, is[i].At.Y = is[i].At.X+d.X, is[i].At.Y+d.Y
		if was[i] != is[i] || refs[i].Seat != is[i].ID || refs[i].GUID != was[i].ID.String() {
			t.Errorf("%+v became %+v with %+v", was[i], is[i], refs[i])
		}
	}
}

func TestVenue(t *testing.T) { rapid.Check(t, propVenue) }

// TestVenueOfLayouts: every layout is a venue, with a place for every chair.
func TestVenueOfLayouts(t *testing.T) {
	for name, p := range layouts(t) {
		v, err := chart.VenueOf(name, p.Layout(), 1)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := chart.AppendVenue(nil, v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := chart.VenueOf("x", layouts(t)["podium"].Layout(), 0); !isA(err, "chart/bad-unit") {
		t.Errorf("a unit of nothing: %v", err)
	}
}

// FuzzReadVenue: whatever is read can be written, and what was written is read as it
// was, without a finding.
func FuzzReadVenue(f *testing.F) {
	f.Add([]byte(arenaPlan(f)))
	f.Add([]byte(`{"name":"n","categories":[],"zones":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		v, found := chart.ReadVenue(data)
		if found.Failed() {
			return
		}
		once, err := chart.AppendVenue(nil, v)
		if err != nil {
			t.Fatal(err)
		}
		again, found := chart.ReadVenue(once)
		if found.Len() > 0 {
			t.Fatalf("%s: %v", once, found.Text(check.En, nil))
		}
		twice, err := chart.AppendVenue(nil, again)
		if err != nil || string(once) != string(twice) {
			t.Fatalf("%v\n%s\n%s", err, once, twice)
		}
	})
}

// FuzzCoord: a number that is read is written as the same number.
func FuzzCoord(f *testing.F) {
	for _, s := range []string{"0", "-0.5", "12.25", "1000000000", "-1.001", "3.10"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var c, d chart.Coord
		if !json.Valid([]byte(s)) || c.UnmarshalJSON([]byte(s)) != nil {
			return
		}
		text, err := c.MarshalJSON()
		if err != nil || !json.Valid(text) || d.UnmarshalJSON(text) != nil || c != d {
			t.Fatalf("%s is %d, written %s, read %d: %v", s, c, text, d, err)
		}
	})
}

func TestSeats(t *testing.T) {
	s := seating.Setting{Hall: &seating.Hall{
		Areas:  []seating.HallArea{{ID: "floor", Rows: [][]int{{2}, {3}}}},
		Method: seating.Rows, From: seating.StartViewerLeft,
		Marks: []seating.Mark{{Seat: seating.SeatID{Area: "floor", Row: 2, Number: 3}, Use: seating.Blocked}},
	}}
	p := arrange(t, s, people(3))
	names := func(_, id string) string { return map[string]string{"p1": "=1+1", "p2": `"引号", 逗号`}[id] }
	lines := chart.SeatLines(p, &chart.Options{Names: names})
	data, err := chart.AppendSeats(nil, lines)
	if err != nil {
		t.Fatal(err)
	}
	want := "seat,x,y,use,person,name\n" +
		"floor/1/1,-275,0,,p1,'=1+1\n" +
		"floor/1/2,275,0,,p2,\"\"\"引号\"\", 逗号\"\n" +
		"floor/2/1,-550,950,,p3,p3\n" +
		"floor/2/2,0,950,,,\n" +
		"floor/2/3,550,950,blocked,,\n"
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("no name becomes a formula (-want +got):\n%s", diff)
	}
	back, found := chart.ReadSeats(data)
	if diff := cmp.Diff(lines, back); diff != "" || found.Len() > 0 {
		t.Errorf("%v (-want +got):\n%s", found.Err(), diff)
	}
	d, err := chart.DraftOf(back)
	if err != nil {
		t.Fatal(err)
	}
	d.Setting = s
	a, err := seating.AuditDraft(d, people(3), seating.CNGov())
	if err != nil || !a.Clean() {
		t.Errorf("a plan that went through a table audits clean: %v", err)
	}
	back, found = chart.ReadSeats([]byte("座位,人员\nrostrum/1/3,p2\nrostrum/1/1,p1\n"))
	d, err = chart.DraftOf(back)
	if diff := cmp.Diff([][]roster.PersonID{{"p1", "", "p2"}}, d.Rows); diff != "" || found.Len() > 0 || err != nil {
		t.Errorf("%v, %v: a number without a line is an empty chair (-want +got):\n%s", found.Err(), err, diff)
	}
}

func TestSeatsRefused(t *testing.T) {
	for _, c := range []struct{ text, code, path, why string }{
		{"person\np1\n", "wire/missing-column", "columns", "which chair"},
		{"seat\nrostrum\n", "wire/bad-cell", "rows[0].seat", "no row, no number"},
		{"seat\na/1/1\na/1/1\n", "chart/seat-twice", "rows[1].seat", "one line a chair"},
		{"seat,person\na/1/1,p\na/1/2,p\n", "chart/person-twice", "rows[1].person", "one chair a person"},
		{"seat,x\na/1/1,500001\n", "chart/far-seat", "rows[0].x", "published limit"},
		{"seat,x\na/1/1,-9223372036854775808\n", "chart/far-seat", "rows[0].x", "the least number has no opposite"},
		{"seat,use\na/1/1,broken\n", "wire/bad-cell", "rows[0].use", "an unknown use"},
	} {
		lines, found := chart.ReadSeats([]byte(c.text))
		ok := false
		for p := range found.All() {
			ok = ok || p.Code() == check.Code(c.code) && p.Path() == c.path
		}
		if !ok || lines != nil {
			t.Errorf("%q: no %s at %s in %v: %s", c.text, c.code, c.path, found.Err(), c.why)
		}
	}
	_, err := chart.DraftOf([]chart.SeatLine{{Seat: seating.SeatID{Area: "a", Row: 1, Number: 20_000}}, {Seat: seating.SeatID{Area: "a", Row: 2, Number: 20_000}}})
	if !isA(err, "chart/too-many-seats") {
		t.Errorf("two lines do not make forty thousand chairs: %v", err)
	}
	_, err = chart.DraftOf([]chart.SeatLine{{Seat: seating.SeatID{Area: "a", Row: 1, Number: 1}}, {Seat: seating.SeatID{Area: "a", Row: 1, Number: 1}}})
	if !isA(err, "chart/too-many-seats") {
		t.Errorf("a chair twice: %v", err)
	}
}

// FuzzReadSeats: lines that are read are written and read back as they were.
func FuzzReadSeats(f *testing.F) {
	f.Add([]byte("seat,x,y,use,person,name\nfloor/1/1,-275,0,blocked,p1,'=1+1\n"))
	f.Add([]byte("座位;人员\na/1/2;p\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, found := chart.ReadSeats(data)
		if found.Failed() {
			return
		}
		written, err := chart.AppendSeats(nil, lines)
		if err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		back, found := chart.ReadSeats(written)
		if diff := cmp.Diff(lines, back); diff != "" || found.Failed() {
			t.Fatalf("%q: %v\n%s", written, found.Err(), diff)
		}
		if d, err := chart.DraftOf(lines); err == nil && len(d.Rows) > len(lines) {
			t.Fatalf("%d lines make %d rows", len(lines), len(d.Rows))
		}
	})
}
