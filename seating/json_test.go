package seating_test

import (
	"encoding"
	"encoding/json"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

const threeJSON = `{"huiwu":"seating.plan/2",` +
	`"convention":{"name":"cn-gov","row":{"honour":"own-left","even":"no2-left","two":"follow","extra":"beside-no2"},` +
	`"choices":{"superior":"own-left","interpreter":"third","front":"odd","ends":"hosts-close","seats":"right-first","tables":"right-first",` +
	`"podium":"second-own-left","rearMiddle":"last","twoFlags":"guest-own-right","flags":"host-right-end"}},` +
	`"setting":{"rostrum":{"rows":[{"seats":3}]}},` +
	`"guests":[{"id":"p1","order":1},{"id":"p2","order":2},{"id":"p3","order":3}],` +
	`"seats":[{"seat":"rostrum/1/1","person":"p3"},{"seat":"rostrum/1/2","person":"p1"},{"seat":"rostrum/1/3","person":"p2"}]}`

func TestPlanJSON(t *testing.T) {
	p, err := seating.Arrange(rostrum(3), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(threeJSON, string(data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if outer, err := json.Marshal(map[string]any{"plan": p}); err != nil || string(outer) != `{"plan":`+threeJSON+`}` {
		t.Errorf("inside a document of the host: %s, %v", outer, err)
	}
}

func TestParsePlanRefused(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new string
		code     string
		path     string
		why      string
	}{
		{"another seat", `"rostrum/1/1","person":"p3"`, `"rostrum/1/1","person":"p2"`, "seating/not-derived", "seats[0]", "a plan is what its convention makes of its list"},
		{"another convention", `"name":"cn-gov","row":{"honour":"own-left"`, `"name":"house","row":{"honour":"own-right"`, "seating/not-derived", "seats[0]", "the mirror image is not this plan"},
		{"a seat missing", `,{"seat":"rostrum/1/3","person":"p2"}`, ``, "seating/not-derived", "seats[2]", "everybody sits"},
		{"out of order", `{"id":"p1","order":1},{"id":"p2","order":2}`, `{"id":"p2","order":2},{"id":"p1","order":1}`, "seating/not-derived", "guests[0]", "plans are written in one form"},
		{"unknown option", `"no2-left"`, `"left"`, "wire/refused", "convention.row.even", "a bare left is no option"},
		{"bare side", `"own-left"`, `"left"`, "wire/refused", "convention.row.honour", "whose left?"},
		{"option missing", `,"two":"follow"`, ``, "seating/no-choice", "convention.row.two", "no hidden default"},
		{"unknown key", `"order":1}`, `"order":1,"seat":3}`, "wire/unknown-key", "guests[0].seat", "strict"},
		{"newer", `seating.plan/2`, `seating.plan/3`, "wire/newer-format", "huiwu", "not to be trusted"},
		{"bad seat", `"rostrum/1/1"`, `"rostrum/01/1"`, "wire/refused", "seats[0].seat", "one form only"},
		{"a change that arranges anew", `"seats":[`, `"steps":[{"changes":[{"type":"absent","person":"p2"}],"remedy":"rerank"}],"seats":[`, "seating/anew-forgets", "steps[0].remedy", "a list arranged anew is a plan of its own"},
		{"a change of a stranger", `"seats":[`, `"steps":[{"changes":[{"type":"absent","person":"p9"}],"remedy":"slide-same-side"}],"seats":[`, "seating/not-present", "steps[0].changes[0].person", "checked as if made anew"},
		{"a change that does not show", `"seats":[`, `"steps":[{"changes":[{"type":"absent","person":"p3"}],"remedy":"slide-same-side"}],"seats":[`, "seating/not-derived", "seats[0]", "p3 is away and sits"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(threeJSON, c.old, c.new, 1)
			if text == threeJSON {
				t.Fatal("nothing was replaced")
			}
			_, err := seating.ParsePlan([]byte(text))
			wantCode(t, err, c.code, c.why)
			if !strings.HasPrefix(c.code, "wire/") { // paths of wire carry lines
				wantAt(t, err, c.code, c.path, c.why)
			}
		})
	}
}

// propPlanJSON: every plan is read back as it was.
func propPlanJSON(t *rapid.T) {
	setting, guests, c := drawn(t)
	setting.Door = rapid.SampledFrom([]seating.Direction{0, seating.Up, seating.Right, seating.Down, seating.Left}).Draw(t, "door")
	p, err := seating.Arrange(setting, guests, c)
	if err != nil {
		t.Fatal(err)
	}
	readBack(t, p)
}

func TestPlanRoundTrip(t *testing.T) { rapid.Check(t, propPlanJSON) }

func FuzzPlanRoundTrip(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propPlanJSON)) }

// FuzzParsePlan: what is read is a plan that audits clean unless it was changed,
// and that is written and read back as it is.
func FuzzParsePlan(f *testing.F) {
	f.Add([]byte(threeJSON))
	for _, c := range []struct {
		s      seating.Setting
		remedy seating.Remedy
	}{
		{rostrum(2, 4), seating.SlideSameSide},
		{hall(seating.Rows, seating.StartViewerLeft, nil, []int{2, 3}, []int{1, 2}), seating.KeepGap},
	} {
		p, err := seating.Arrange(c.s, people(6), seating.CNGov())
		if err != nil {
			f.Fatal(err)
		}
		r, err := seating.Reseat(p, c.remedy, nil, seating.Absent{Person: "p3"})
		if err != nil {
			continue
		}
		for _, p := range []seating.Plan{p, r.After()} {
			data, err := p.MarshalJSON()
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := seating.ParsePlan(data)
		if err != nil {
			return
		}
		out, err := p.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		q, err := seating.ParsePlan(out)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if again, err := q.MarshalJSON(); err != nil || string(again) != string(out) {
			t.Errorf("%v\n%s", err, cmp.Diff(string(out), string(again)))
		}
		if len(changesOf(p)) == 0 && !p.Audit().Clean() {
			t.Errorf("not clean:\n%s", out)
		}
		for g := range p.Guests() {
			if _, ok := p.Explain(g.ID); !ok {
				t.Errorf("nothing explains %q", g.ID)
			}
		}
	})
}

// FuzzParseConvention: what is read is valid, and is written and read back as it is.
func FuzzParseConvention(f *testing.F) {
	for _, c := range seating.Presets() {
		data, err := c.AppendJSON(nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"name":"house","row":{"honour":"own-left"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := seating.ParseConvention(data)
		if err != nil {
			return
		}
		if found := c.Validate(); found.Failed() || len(c.Covers()) == 0 {
			t.Errorf("%+v is read and covers nothing: %v", c, found.Err())
		}
		out, err := c.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := seating.ParseConvention(out); err != nil || back != c {
			t.Errorf("%s is read back as %+v, %v", out, back, err)
		}
	})
}

// FuzzParseReseating: what is read is what the plan before allows, costs the same made
// anew, and is written and read back as it is.
func FuzzParseReseating(f *testing.F) {
	for _, c := range []struct {
		s      seating.Setting
		remedy seating.Remedy
	}{
		{rostrum(3), seating.Rerank},
		{rostrum(2, 3), seating.SlideSameSide},
		{rostrum(2, 3), seating.CloseRow},
		{hall(seating.Rows, seating.StartViewerLeft, nil, []int{5}), seating.KeepGap},
		{car(seating.Sedan5, seating.DriverHost, 0), seating.KeepGap},
	} {
		n := map[bool]int{true: 3, false: 5}[c.s.Rostrum != nil && len(c.s.Rostrum.Rows) == 1]
		if c.s.Car != nil {
			n = 3
		}
		p, err := seating.Arrange(c.s, people(n), seating.CNGov())
		if err != nil {
			f.Fatal(err)
		}
		r, err := seating.Reseat(p, c.remedy, nil, seating.Absent{Person: "p2"})
		if err != nil {
			f.Fatal(err)
		}
		data, err := r.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := seating.ParseReseating(data)
		if err != nil {
			return
		}
		if again, err := seating.Reseat(r.Before(), r.Remedy(), slices.Collect(r.Locked()), slices.Collect(r.Changes())...); err != nil || again.Cost() != r.Cost() {
			t.Errorf("made anew, the change costs %+v, not %+v: %v", again.Cost(), r.Cost(), err)
		}
		written(t, r, func(data []byte) (json.Marshaler, error) { return seating.ParseReseating(data) })
	})
}

// FuzzParseAudit: what is read counts the pairs that it walks, and is written and
// read back as it is.
func FuzzParseAudit(f *testing.F) {
	for _, rows := range [][][]roster.PersonID{{{"p1", "p2", "p3"}}, {{"p3", "p1", "p2"}}, {{"p2"}, {"p1", "p3"}}} {
		a, err := seating.AuditDraft(seating.Draft{View: seating.FromHall, Rows: rows}, people(3), seating.CNGov())
		if err != nil {
			f.Fatal(err)
		}
		data, err := a.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := seating.ParseAudit(data)
		if err != nil {
			return
		}
		n := 0
		for pair := range a.Pairs() {
			if n++; pair.Higher.Rank >= pair.Lower.Rank {
				t.Errorf("%+v is no pair", pair)
			}
		}
		if n != a.Len() || a.Clean() != (n == 0) {
			t.Errorf("%d pairs are counted as %d", n, a.Len())
		}
		written(t, a, func(data []byte) (json.Marshaler, error) { return seating.ParseAudit(data) })
	})
}

// written writes a result and reads it back.
func written(t rapid.TB, v json.Marshaler, parse func([]byte) (json.Marshaler, error)) {
	t.Helper()
	out, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := parse(out)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if again, err := back.MarshalJSON(); err != nil || string(again) != string(out) {
		t.Errorf("%v\n%s", err, cmp.Diff(string(out), string(again)))
	}
}

func TestConventionJSON(t *testing.T) {
	for _, c := range seating.Presets() {
		data, err := c.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		back, err := seating.ParseConvention(data)
		if err != nil || back != c {
			t.Errorf("%s: %v, %v", data, back, err)
		}
		if named, err := seating.PresetNamed(c.Name); err != nil || named != c {
			t.Errorf("%s is not found: %v", c.Name, err)
		}
		if len(c.Covers()) == 0 {
			t.Errorf("%s covers nothing", c.Name)
		}
	}
	if _, err := (seating.Convention{}).AppendJSON(nil); err == nil {
		t.Error("the zero convention is written")
	}
	for _, c := range []struct{ text, code, why string }{
		{`{"name":"cn-gov"}`, "", "a preset without its rows covers nothing"},
		{`{"name":"un"}`, "ok", "a preset without rows"},
		{`{}`, "roster/no-id", "no name"},
		{`{"name":"house","row":{"honour":"own-left"}}`, "seating/no-choice", "half a rule"},
		{`{"name":"house","rows":{}}`, "wire/unknown-key", "a misspelt key"},
		{`{"name":"house","choices":{"podium":"second-own-left"}}`, "ok", "a house that seats no rostrum"},
		{`{"name":"house","choices":{"podium":"1-2-3"}}`, "wire/refused", "an unknown choice"},
		{`{"name":"house","choices":{"podiums":"second-own-left"}}`, "wire/unknown-key", "a misspelt choice"},
		{`{"name":"un","row":{"honour":"own-left","even":"no2-left","two":"follow","extra":"beside-no2"}}`, "seating/no-row-preset", "a name that means something else"},
	} {
		_, err := seating.ParseConvention([]byte(c.text))
		switch c.code {
		case "ok":
			if err != nil {
				t.Errorf("%s: %v: %s", c.text, err, c.why)
			}
		case "":
			wantCode(t, err, "seating/empty-convention", c.why)
		default:
			wantCode(t, err, c.code, c.why)
		}
	}
	_, err := seating.PresetNamed("cn-gov-c")
	wantCode(t, err, "seating/unknown-convention", "an unknown preset")
	if err == nil || !strings.Contains(err.Error(), "cn-gov, cn-gov-b, cn-foreign, intl-right, us-state, uk, un, eu") {
		t.Errorf("the known presets are not listed: %v", err)
	}
}

// TestOptions: every choice has a meaning in both languages and a source without
// an address of a copy.
func TestOptions(t *testing.T) {
	seen := map[string]bool{}
	for _, o := range seating.Options() {
		if seen[o.Field+o.Token] || o.Hans == "" || o.En == "" || o.Source == "" || strings.Contains(o.Source, "://") {
			t.Errorf("option %+v", o)
		}
		seen[o.Field+o.Token] = true
	}
	uk := slices.Collect(seating.UK().Options())
	if len(uk) != 5 || uk[0].Source == check.HouseCustom || uk[1].Source != check.HouseCustom {
		t.Errorf("options of uk: %+v", uk)
	}
	if un := slices.Collect(seating.UN().Options()); len(un) != 0 {
		t.Errorf("un has options: %v", un)
	}
}

// TestEnums: tokens are read back, zero and unknown ones are refused, and all have
// a Chinese label.
func TestEnums(t *testing.T) {
	tokens(t, seating.OwnLeft, seating.OwnRight)
	tokens(t, seating.ViewerLeft, seating.ViewerRight)
	tokens(t, seating.Up, seating.Right, seating.Down, seating.Left)
	tokens(t, seating.FromHall, seating.FromRostrum, seating.FromDoor, seating.FromAbove)
	tokens(t, seating.No2Left, seating.No1Left)
	tokens(t, seating.TwoFollow, seating.TwoNo1Left)
	tokens(t, seating.ExtraBesideNo2, seating.ExtraOwnLeft, seating.ExtraOwnRight)
	tokens(t, seating.RowOrder, seating.DrawnOrder, seating.ProtocolOrder, seating.Rotation, seating.OfSettings)
	tokens(t, seating.Rows, seating.Columns, seating.Outward, seating.Contiguous)
	tokens(t, seating.Blocked, seating.Reserved, seating.Accessible)
	tokens(t, seating.ThroughHall, seating.WithinParties)
	tokens(t, seating.PerChair, seating.PerPerson, seating.PerTable, seating.PerRow, seating.PerPlan)
	tokens(t, seating.StartViewerLeft, seating.StartViewerRight, seating.StartCentre)
	tokens(t, seating.TableAcross, seating.TableEndOn)
	tokens(t, seating.InterpreterOwnRight, seating.InterpretersFacing, seating.InterpreterThird, seating.InterpreterBehind, seating.InterpreterOwnLeft)
	tokens(t, seating.InterpreterUncounted, seating.InterpreterCounted)
	tokens(t, seating.GuestOwnRight, seating.SuperiorOwnLeft, seating.SuperiorOwnRight, seating.VisitorSuperior)
	tokens(t, seating.FrontOdd, seating.FrontAny)
	tokens(t, seating.HostsClose, seating.EndsOpen)
	tokens(t, seating.BoardLong, seating.BoardU, seating.BoardSquare)
	tokens(t, seating.OneHost, seating.TwoHosts, seating.Couples, seating.MixedTable)
	tokens(t, seating.RightFirst, seating.LeftFirst)
	tokens(t, seating.CompanionsByRank, seating.CompanionsBetween)
	tokens(t, seating.ShiftOwnLeft, seating.ShiftOwnRight, seating.HostessStays)
	tokens(t, seating.OutrankedStays, seating.OutrankedYields)
	tokens(t, seating.SpousesApart, seating.SpousesStay)
	tokens(t, seating.ThirdManRight, seating.ThirdManLeft)
	tokens(t, seating.PairEqual, seating.PairGraded, seating.OneAwarder)
	tokens(t, seating.AwarderBesideLast, seating.AwarderCentre)
	tokens(t, seating.PodiumSecondOwnLeft, seating.PodiumSecondOwnRight)
	tokens(t, seating.FlagGuestRight, seating.FlagHostRightEnd, seating.FlagHostCentre)
	tokens(t, seating.Sedan4, seating.Sedan5, seating.Seven, seating.MPV, seating.Coach, seating.Jeep)
	tokens(t, seating.DriverEmployed, seating.DriverHost)
	tokens(t, seating.RearMiddleLast, seating.RearMiddleThird)
	tokens(t, seating.CoachBehindDriver, seating.CoachRight)
	tokens(t, seating.LecternOnTable, seating.LecternFront, seating.LecternOwnRight, seating.LecternOwnLeft)
	tokens(t, seating.ModeratorCentre, seating.ModeratorEnd, seating.ModeratorByRank)
	tokens(t, seating.KindRostrum, seating.KindHall, seating.KindTalks, seating.KindSofas, seating.KindSigning, seating.KindPhoto, seating.KindBoard, seating.KindBanquet, seating.KindAwards, seating.KindPodium, seating.KindCar, seating.KindFlags, seating.KindDais)
	tokens(t, seating.HostRow, seating.GuestRow, seating.SofaRow, seating.BehindRow, seating.SignerRow, seating.StandingRow, seating.HeadRow, seating.OwnLeftArm, seating.OwnRightArm, seating.FootRow, seating.AwarderRow, seating.WinnerRow, seating.UsherRow, seating.PodiumRow, seating.FlagRow, seating.FrontSeats, seating.MiddleSeats, seating.RearSeats, seating.CoachSeats, seating.RoundTable)
	tokens(t, seating.TurnLeft, seating.TurnFront, seating.TurnBlocks)
	tokens(t, seating.Rerank, seating.CloseRow, seating.SlideSameSide, seating.KeepGap, seating.FewestMoves, seating.TakeSeat, seating.PullForward, seating.AddFront, seating.AddBack)
	tokens(t, seating.PlaceCard, seating.StandMark, seating.SeatSlip, seating.CarCard, seating.Microphone, seating.DoorPlan)
	tokens(t, seating.PrintAnew, seating.MovePiece, seating.DiscardPiece)
	tokens(t, seating.PreferFewest, seating.PreferOrder)
}

type enum interface {
	~uint8
	encoding.TextMarshaler
	String() string
	Label() string
}

func tokens[E enum, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, values ...E,
) {
	t.Helper()
	for i, v := range values {
		text, err := v.MarshalText()
		if err != nil || string(text) != v.String() || v.Label() == "" || strings.HasPrefix(v.Label(), "(") {
			t.Errorf("%T %d is %q, %q, %v", v, v, text, v.Label(), err)
		}
		var back E
		if err := P(&back).UnmarshalText(text); err != nil || back != v || uint8(v) != uint8(i+1) {
			t.Errorf("%T %q is read as %d: %v", v, text, back, err)
		}
	}
	for _, bad := range []E{0, E(len(values) + 1)} {
		if text, err := bad.MarshalText(); err == nil {
			t.Errorf("%T %d is written as %q", bad, bad, text)
		}
	}
	var v E
	for _, bad := range []string{"", "left", strings.Repeat("x", 1<<20), "\xff"} {
		if err := P(&v).UnmarshalText([]byte(bad)); err == nil && bad != "left" {
			t.Errorf("%T reads %.20q", v, bad)
		} else if err != nil && len(err.Error()) > 400 {
			t.Errorf("the error repeats %d bytes", len(err.Error()))
		}
	}
}

func TestSeatID(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
		why  string
	}{
		{"rostrum/1/3", true, "area, row, number"},
		{"一楼/12/30", true, "an area may have a Chinese name"},
		{"", true, "no chair"},
		{"rostrum/1", false, "no number"},
		{"rostrum/0/1", false, "rows count from 1"},
		{"rostrum/1/03", false, "one form only"},
		{"rostrum/1/3/4", false, "too long"},
		{"/1/3", false, "no area"},
		{"rostrum/1/99999999999999999999", false, "overflow"},
	} {
		id, err := seating.ParseSeatID(c.text)
		if (err == nil) != c.ok || err == nil && id.String() != c.text {
			t.Errorf("%q is read as %v, %v: %s", c.text, id, err, c.why)
		}
	}
}

// TestLogs: who sits where stays out of logs.
func TestLogs(t *testing.T) {
	p, err := seating.Arrange(rostrum(3), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	slog.New(slog.NewTextHandler(&b, nil)).Info("seated", "plan", p)
	if got := b.String(); strings.Contains(got, "p1") || !strings.Contains(got, "plan.people=3") {
		t.Errorf("the log says %s", got)
	}
}
