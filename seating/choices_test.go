package seating_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// TestChosenByConvention: what a setting leaves open is as the convention has it,
// and what it chooses itself stands.
func TestChosenByConvention(t *testing.T) {
	const sofaPeople, talkers = "H1 H2 S1 S2", "H1 H2 H3 T:interpreter G1 G2 G3 U:interpreter"
	two, three := flags(0, "home"), flags(0, "home")
	for _, c := range []struct {
		convention string
		setting    seating.Setting
		people     string
		view       seating.View
		area       string
		want       string
		why        string
	}{
		{"cn-gov", sofas(seating.VisitorSuperior), sofaPeople, seating.FromDoor, "sofas", "H2|H1|S1|S2", "at home left is high"},
		{"cn-foreign", sofas(seating.VisitorSuperior), sofaPeople, seating.FromDoor, "sofas", "S2|S1|H1|H2", "in the place of a guest from abroad"},
		{"cn-gov", sofas(seating.SuperiorOwnRight), sofaPeople, seating.FromDoor, "sofas", "S2|S1|H1|H2", "chosen for the plan"},
		{"cn-foreign", talks(seating.TableAcross, 0, 0), talkers, seating.FromDoor, "guests", "G2|G1|U|G3", "the interpreters face each other"},
		{"cn-gov", talks(seating.TableAcross, 0, 0), talkers, seating.FromDoor, "guests", "U|G1|G2|G3", "the interpreter has seat 3"},
		{"cn-gov", photo(0, 5), "1 2 3 4 5 6 7 8", seating.FromHall, "standing", "3|1|2 / 8|6|4|5|7", "the front row is odd"},
		{"intl-right", photographed(0, 0), "H1 H2 H3 G1 G2", seating.FromHall, "standing", "H2|G1|H1|G2|H3", "hosts close both ends"},
		{"cn-gov", podium(0), "1 2 3", seating.FromHall, "podium", "3|1|2", "left is high"},
		{"intl-right", podium(0), "1 2 3", seating.FromHall, "podium", "2|1|3", "right is high"},
		{"cn-gov", car(seating.Sedan5, seating.DriverEmployed, 0), "1 2 3 4", seating.FromAbove, "front", "3", "beside the driver is third"},
		{"cn-gov", banquet(seating.OneHost, 0, 0), "H:host 1 2 3", seating.FromDoor, "table", "H|2|3|1", "right first"},
		{"us-state", mixed(0, 0), "H:host W:hostess M1:gentleman M2:gentleman M3:gentleman M4:gentleman F1:lady F2:lady F3:lady F4:lady", seating.FromDoor, "table", "H|F2|M4|F3|M1|W|M2|F4|M3|F1", "the third gentleman beyond the first lady"},
		{"cn-foreign", two, "home F", seating.FromHall, "flags", "F|home", "two flags: the guest's in the place of honour"},
		{"cn-foreign", three, "home A B", seating.FromHall, "flags", "home|A|B", "three: the host's first"},
		{"us-state", two, "home F", seating.FromHall, "flags", "home|F", "the own flag at the viewer's left"},
	} {
		guests := party(t, c.people)
		p, err := seating.Arrange(c.setting, guests, convention(t, c.convention))
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if diff := cmp.Diff(c.want, seatedIn(t, p, c.view, c.area)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.convention, c.why, diff)
		}
		lawful(t, p, len(guests))
	}
}

// TestWhoChose: a reason says whether the plan or its convention chose an option.
func TestWhoChose(t *testing.T) {
	for _, c := range []struct {
		setting seating.Setting
		want    string
	}{
		{podium(0), "按座次规则 cn-gov：亚军在冠军左手侧（观众看为 3、1、2）（podium.order=second-own-left；出处：惯例）"},
		{podium(seating.PodiumSecondOwnRight), "本图选定：亚军在冠军右手侧（观众看为 2、1、3）（podium.order=second-own-right；出处：惯例）"},
	} {
		p, err := seating.Arrange(c.setting, people(3), seating.CNGov())
		if err != nil {
			t.Fatal(err)
		}
		why, _ := p.Explain("p2")
		if got := why[len(why)-1].Text(check.ZhHans, nil); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestSettingLeavesOpen: a setting alone is valid with options left open, as a
// convention may choose them.
func TestSettingLeavesOpen(t *testing.T) {
	for _, s := range []seating.Setting{podium(0), photo(0, 0), car(seating.Coach, seating.DriverEmployed, 0), flags(0, "home"), sofas(seating.VisitorSuperior), banquet(seating.OneHost, 0, 0)} {
		if found := s.Validate(); found.Len() > 0 {
			t.Errorf("%s: %v", s.Kind(), found.Err())
		}
	}
	for _, s := range []seating.Setting{podium(9), talks(0, 0, 0), sofas(0)} {
		if !s.Validate().Failed() {
			t.Errorf("%s is valid", s.Kind())
		}
	}
	c := seating.CNGov()
	c.Choices.Podium = 9
	if !c.Validate().Has("seating/no-choice") {
		t.Error("an unknown choice of a convention is not found")
	}
}

// TestVersionOne: documents of the first version are read. Their conventions have no
// choices, and their settings chose everything themselves.
func TestVersionOne(t *testing.T) {
	const plan = `{"huiwu":"seating.plan/1",` +
		`"convention":{"name":"cn-gov","row":{"honour":"own-left","even":"no2-left","two":"follow","extra":"beside-no2"}},` +
		`"setting":{"podium":{"order":"second-own-right"}},` +
		`"guests":[{"id":"p1","order":1},{"id":"p2","order":2}],` +
		`"seats":[{"seat":"podium/1/1","person":"p2"},{"seat":"podium/1/2","person":"p1"}]}`
	p, err := seating.ParsePlan([]byte(plan))
	if err != nil {
		t.Fatal(err)
	}
	lawful(t, p, 2)
	_, err = seating.ParsePlan([]byte(strings.Replace(plan, `"order":"second-own-right"`, ``, 1)))
	wantAt(t, err, "seating/no-choice", "setting.podium.order", "the first version had no choice but the setting's")

	a, err := seating.AuditDraft(seating.Draft{View: seating.FromHall, Rows: [][]roster.PersonID{{"p2", "p1"}}}, people(2), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	if len(a.ValidUnder()) == 0 {
		t.Fatal("the row is valid under no other convention")
	}
	data, err := a.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	old := strings.Replace(withoutChoices(string(data)), "seating.audit/2", "seating.audit/1", 1)
	back, err := seating.ParseAudit([]byte(old))
	if err != nil {
		t.Fatalf("%v\n%s", err, old)
	}
	if !slices.Equal(a.ValidUnder(), back.ValidUnder()) {
		t.Errorf("valid under %v, then under %v", a.ValidUnder(), back.ValidUnder())
	}
}

// withoutChoices takes the choices of conventions out of a document.
func withoutChoices(doc string) string {
	for {
		from := strings.Index(doc, `,"choices":{`)
		if from < 0 {
			return doc
		}
		to := from + strings.IndexByte(doc[from:], '}') + 1
		doc = doc[:from] + doc[to:]
	}
}

// propChoices: choosing for the plan is the same as choosing in the convention, but
// for who is said to have chosen.
func propChoices(t *rapid.T) {
	s, guests := drawnLayout(t)
	c := seating.Convention{Name: "house", Row: rapid.SampledFrom(everyRule()).Draw(t, "rule")}
	p, err := seating.Arrange(s, guests, c)
	if err != nil {
		return
	}
	moved := p.Setting()
	if b := moved.Banquet; b != nil {
		c.Choices.Seats, c.Choices.Companions, c.Choices.Hostess, c.Choices.ThirdMan = b.Seats, b.Mix, b.Shift, b.ThirdMan
		b.Seats, b.Mix, b.Shift, b.ThirdMan = 0, 0, 0, 0
	}
	if ph := moved.Photo; ph != nil {
		c.Choices.Front, c.Choices.Ends = ph.Front, ph.Ends
		ph.Front, ph.Ends = 0, 0
	}
	if v := moved.Talks; v != nil {
		c.Choices.Interpreter, c.Choices.Ranks = v.Interpreter, v.Ranks
		v.Interpreter, v.Ranks = 0, 0
	}
	if v := moved.Car; v != nil {
		c.Choices.RearMiddle, c.Choices.Coach = v.RearMiddle, v.Coach
		v.RearMiddle, v.Coach = 0, 0
	}
	if v := moved.Awards; v != nil {
		c.Choices.Awarder, v.After = v.After, 0
	}
	q, err := seating.Arrange(moved, guests, c)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := slices.Collect(p.Places()), slices.Collect(q.Places()); !slices.Equal(a, b) {
		t.Errorf("chosen by the convention, the seats differ:\n%s", cmp.Diff(a, b))
	}
}

func TestChoices(t *testing.T) { rapid.Check(t, propChoices) }

func FuzzChoices(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propChoices)) }
