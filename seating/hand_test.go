package seating_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// propByHand: a plan made by hand reads back as itself, also after a change, and the same
// seats as the rules give are a plan like any other.
func propByHand(t *rapid.T) {
	n := rapid.IntRange(1, 9).Draw(t, "n")
	var row []roster.PersonID
	for _, g := range rapid.Permutation(people(n)).Draw(t, "row") {
		row = append(row, g.ID)
	}
	d := seating.Draft{View: seating.FromHall, Rows: [][]roster.PersonID{row}}
	a, err := seating.AuditDraft(d, people(n), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	p := a.Plan()
	sameAgain(t, p)
	ruled, err := seating.Arrange(p.Setting(), people(n), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if hand := strings.Contains(string(data), `"hand"`); hand == a.Clean() {
		t.Fatalf("clean is %t:\n%s", a.Clean(), data)
	}
	if want, err := ruled.MarshalJSON(); err != nil || a.Clean() && string(want) != string(data) {
		t.Fatalf("%v\n%s\n%s", err, data, want)
	}
	if n > 1 {
		ways, err := seating.Remedies(p, nil, seating.Absent{Person: row[rapid.IntRange(0, n-1).Draw(t, "absent")]})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range ways.All() {
			sameAgain(t, w.After())
		}
	}
}

func sameAgain(t *rapid.T, p seating.Plan) {
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParsePlan(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Fatalf("%v\n%s\n%s", err, data, again)
	}
}

func TestByHand(t *testing.T) { rapid.Check(t, propByHand) }
func FuzzByHand(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propByHand)) }

func TestByHandRefused(t *testing.T) {
	d := seating.Draft{View: seating.FromHall, Rows: [][]roster.PersonID{{"p1", "p2", "p3"}}}
	a, err := seating.AuditDraft(d, people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	data, err := a.Plan().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	first := `{"seat":"rostrum/1/1","person":"p1"}`
	for _, tt := range []struct{ old, new, want, why string }{
		{`"hand":[` + first, `"hand":[{"seat":"rostrum/1/1","person":"p9"}`, "hand[0].person: ", "somebody who is not on the list"},
		{`"hand":[` + first, `"hand":[{"seat":"rostrum/1/1","person":"p2"}`, "hand[1].person: ", "somebody twice"},
		{`"hand":[` + first, `"hand":[{"seat":"rostrum/1/9","person":"p1"}`, "hand[0].seat: ", "a chair that does not stand"},
		{`"hand":[` + first, `"hand":[{"seat":"rostrum/1/2","person":"p1"}`, "hand[1].seat: ", "two on a chair"},
		{`"hand":[` + first + `,`, `"hand":[`, "guests[0]: ", "somebody left out"},
		{`"hand":[` + first + `,{"seat":"rostrum/1/2","person":"p2"}`, `"hand":[{"seat":"rostrum/1/2","person":"p2"},` + first, "hand[0]: ", "plans are written in one form"},
		{`"seats":[` + first, `"seats":[{"seat":"rostrum/1/1","person":"p3"}`, "seats[0]: ", "seats that do not follow"},
	} {
		bad := strings.Replace(string(data), tt.old, tt.new, 1)
		if _, err := seating.ParsePlan([]byte(bad)); bad == string(data) || err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.why, err)
		}
	}
}
