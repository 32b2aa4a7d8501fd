package seating_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// party reads people from a list such as "H1 H2 T:interpreter G1": in order, of
// the hosts if the name begins with H or T, of the guests if it begins with G, S
// or U.
func party(t testing.TB, list string) []seating.Guest {
	t.Helper()
	var guests []seating.Guest
	for i, f := range strings.Fields(list) {
		id, role, _ := strings.Cut(f, ":")
		g := seating.Guest{ID: roster.PersonID(id), Role: seating.Role(role), Order: i + 1}
		switch id[0] {
		case 'H', 'T':
			g.Party = "hosts"
		case 'G', 'S', 'U':
			g.Party = "guests"
		}
		guests = append(guests, g)
	}
	return guests
}

// sides are the two sides of the people of party.
var sides = seating.Sides{Hosts: "hosts", Guests: "guests"}

// seatedIn is the people of an area as a view has them, rows apart by " / ".
func seatedIn(t testing.TB, p seating.Plan, v seating.View, area string) string {
	t.Helper()
	rows, err := p.Rows(v)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for row := range rows {
		if row.Row.Area != area {
			continue
		}
		var names []string
		for _, place := range row.Places {
			if place.Empty() {
				names = append(names, "-")
			} else {
				names = append(names, string(place.Guest.ID))
			}
		}
		out = append(out, strings.Join(names, "|"))
	}
	return strings.Join(out, " / ")
}

// layoutCase is one setting with people in it and how one area of it is to be
// filled.
type layoutCase struct {
	name       string
	convention string
	setting    seating.Setting
	people     string
	view       seating.View
	area       string
	want       string
	why        string
}

func talks(table seating.TableAxis, seat seating.InterpreterSeat, ranks seating.InterpreterRanks) seating.Setting {
	return seating.Setting{Talks: &seating.Talks{Sides: sides, Table: table, Interpreter: seat, Ranks: ranks}}
}

// layoutCases are the layouts collected from handbooks and notes of offices, with
// both readings where a source has two. An id such as T33 is that of a collected
// row.
func layoutCases() []layoutCase {
	const (
		five   = "H1 G1 G2 G3 G4 G5"
		hosts3 = "H1 H2 H3 T:interpreter G1"
		guest3 = "H1 G1 G2 G3 U:interpreter"
	)
	across, endOn := seating.TableAcross, seating.TableEndOn
	facing, right, third, behind := seating.InterpretersFacing, seating.InterpreterOwnRight, seating.InterpreterThird, seating.InterpreterBehind
	none, apart, counted := seating.InterpreterRanks(0), seating.InterpreterUncounted, seating.InterpreterCounted
	door, stage := seating.FromDoor, seating.FromRostrum
	return []layoutCase{
		{"T32", "cn-foreign", talks(across, 0, none), five, door, "guests", "G4|G2|G1|G3|G5", "guests face the door and are seen from the side of the hosts: right is high"},
		{"T33", "cn-foreign", talks(across, facing, apart), hosts3, stage, "hosts", "H2|T|H1|H3", "seen from the guests: interpreter on the own right, the second stays on the right"},
		{"T33-counted", "cn-foreign", talks(across, facing, counted), hosts3, stage, "hosts", "H3|T|H1|H2", "the other reading: the interpreter has the right, the second goes to the left"},
		{"T34", "cn-foreign", talks(across, facing, apart), guest3, door, "guests", "G2|G1|U|G3", "the guest's interpreter faces the other one"},
		{"T34-counted", "cn-foreign", talks(across, facing, counted), guest3, door, "guests", "G3|G2|G1|U", "the other reading"},
		{"interpreters right", "cn-foreign", talks(across, right, apart), guest3, door, "guests", "G2|U|G1|G3", "both interpreters on the own right of their principals"},
		{"interpreters left", "cn-foreign", talks(across, seating.InterpreterOwnLeft, apart), guest3, door, "guests", "G2|G1|U|G3", "the delegate has the interpreter on the left"},
		{"third seat", "cn-gov", talks(across, third, none), "H1 G1 G2 G3 G4 U:interpreter", door, "guests", "G4|U|G1|G2|G3", "the interpreter has seat 3, own right; the others go on"},
		{"third seat of two", "cn-gov", talks(across, third, none), "H1 G1 U:interpreter", door, "guests", "G1|U", "there is no third seat: the interpreter has the other one"},
		{"counted, two", "cn-gov", talks(across, right, counted), "H1 G1 U:interpreter", door, "guests", "G1|U", "a row of two has one chair beside the principal"},
		{"behind", "cn-foreign", talks(across, behind, none), guest3, door, "guests", "G2|G1|G3 / U", "behind the principal"},
		{"domestic", "cn-gov", talks(across, 0, none), "H1 H2 H3 G1 G2 G3", stage, "hosts", "H3|H1|H2", "left is high on the host side too, seen by the guests"},
		{"end on, guests", "cn-foreign", talks(endOn, 0, none), "H1 H2 H3 G1 G2 G3", door, "guests", "G2|G1|G3", "guests on the right of those who enter, from the far end: own right is far"},
		{"end on, hosts", "cn-foreign", talks(endOn, 0, none), "H1 H2 H3 G1 G2 G3", door, "hosts", "H3|H1|H2", "hosts on the left, from the far end: own right is near"},
	}
}

func TestLayouts(t *testing.T) {
	for _, c := range layoutCases() {
		t.Run(c.name, func(t *testing.T) {
			guests := party(t, c.people)
			p, err := seating.Arrange(c.setting, guests, convention(t, c.convention))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, seatedIn(t, p, c.view, c.area)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			lawful(t, p, len(guests))
		})
	}
}

// lawful checks what holds of every plan as arranged: everybody sits once, the
// plan is clean under its own audit and is read back as it is, every seat has its
// reasons in both languages, no two chairs stand in one place, and everybody but
// those the setting cannot do without may stay away.
func lawful(t testing.TB, p seating.Plan, n int) {
	t.Helper()
	seated := map[roster.PersonID]bool{}
	at := map[seating.Point]bool{}
	ids := map[seating.SeatID]bool{}
	for place := range p.Places() {
		if at[place.Seat.At] || ids[place.Seat.ID] {
			t.Errorf("two chairs are %v at %v", place.Seat.ID, place.Seat.At)
		}
		at[place.Seat.At], ids[place.Seat.ID] = true, true
		if place.Empty() {
			continue
		}
		if seated[place.Guest.ID] {
			t.Errorf("%s sits twice", place.Guest.ID)
		}
		seated[place.Guest.ID] = true
		why, ok := p.Explain(place.Guest.ID)
		if !ok || len(why) == 0 {
			t.Errorf("nothing explains the seat of %s", place.Guest.ID)
		}
		for _, r := range why {
			for _, lang := range []check.Lang{check.ZhHans, check.En} {
				if text := r.Text(lang, nil); text == "" || strings.ContainsAny(text, "{}") || strings.Contains(text, "(0)") {
					t.Errorf("the seat of %s is explained by %q", place.Guest.ID, text)
				}
			}
		}
	}
	if len(seated) != n || p.Len() != n {
		t.Errorf("%d of %d people are seated", len(seated), n)
	}
	if a := p.Audit(); !a.Clean() {
		t.Errorf("the plan does not pass its own audit: %v", a.Findings().Err())
	}
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	q, err := seating.ParsePlan(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if again, err := q.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Errorf("read back, the plan differs: %v\n%s", err, cmp.Diff(string(data), string(again)))
	}
	for g := range p.Guests() {
		ways, err := seating.Remedies(p, g.ID)
		if err != nil {
			continue // a side or a table without its first is refused
		}
		for _, way := range ways {
			if _, still := way.After().Of(g.ID); still || way.After().Len() != n-1 {
				t.Errorf("%s is away and sits by %v", g.ID, way.Change().Remedy)
			}
			data, err := way.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := seating.ParseReseating(data); err != nil {
				t.Errorf("%s is away by %v: %v", g.ID, way.Change().Remedy, err)
			}
		}
	}
}

// TestLayoutsRefused: what does not fit is said, with its place.
func TestLayoutsRefused(t *testing.T) {
	for _, c := range []struct {
		name    string
		setting seating.Setting
		people  string
		code    string
		path    string
		why     string
	}{
		{"no axis", talks(0, 0, 0), "H1 G1", "seating/no-choice", "setting.talks.table", "no hidden default"},
		{"no choice for the interpreter", talks(1, 0, 0), "H1 G1 U:interpreter", "seating/no-choice", "setting.talks.interpreter", "sources differ"},
		{"no choice for the ranks", talks(1, 1, 0), "H1 G1 U:interpreter", "seating/no-choice", "setting.talks.ranks", "both readings exist"},
		{"two interpreters", talks(1, 1, 1), "H1 G1 U1:interpreter U2:interpreter", "seating/too-many-of-role", "setting.talks.interpreter", "one sits beside the principal"},
		{"no guests", talks(1, 0, 0), "H1 H2", "seating/nobody-of-side", "setting.talks.guests", "talks have two sides"},
		{"somebody else", talks(1, 0, 0), "H1 G1 X1", "seating/unknown-party", "guests[2].party", "on neither side"},
		{"one side", seating.Setting{Talks: &seating.Talks{Sides: seating.Sides{Hosts: "a", Guests: "a"}, Table: 1}}, "H1", "seating/party-twice", "setting.talks.guests", "two sides"},
		{"door elsewhere", seating.Setting{Talks: talks(1, 0, 0).Talks, Door: seating.Up}, "H1 G1", "seating/door-below", "setting.door", "who faces the door faces down"},
		{"two settings", seating.Setting{Talks: talks(1, 0, 0).Talks, Rostrum: &seating.Rostrum{}}, "H1 G1", "seating/one-setting", "setting", "one setting"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := seating.Arrange(c.setting, party(t, c.people), seating.CNForeign())
			wantAt(t, err, c.code, c.path, c.why)
		})
	}
}

func TestTalksExplained(t *testing.T) {
	p, err := seating.Arrange(talks(seating.TableAcross, seating.InterpretersFacing, seating.InterpreterUncounted),
		party(t, "H1 H2 T:interpreter G1"), seating.CNForeign())
	if err != nil {
		t.Fatal(err)
	}
	why, _ := p.Explain("T")
	var got []string
	for _, r := range why {
		got = append(got, r.Text(check.ZhHans, nil))
	}
	want := []string{
		"主方第 1 排 2 座：因身份（interpreter）在 H1 右手侧第 1 座",
		"本图选定：主方译员在主谈人右手侧、客方译员在左手侧，两译员相对（talks.interpreter=facing；出处：惯例）",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if k := slices.Collect(p.Layout().Rows()); k[0].Kind != seating.GuestRow || k[1].Kind != seating.HostRow {
		t.Errorf("rows %v", k)
	}
}
