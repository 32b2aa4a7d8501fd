package seating_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/seating"
)

func TestRota(t *testing.T) {
	for _, c := range []struct {
		turn seating.Turn
		want string
		why  string
	}{
		{seating.Turn{Rule: seating.TurnFront, Size: 2}, "a b|c d e", "five in two parts: the front part is each one's in turn"},
		{seating.Turn{Rule: seating.TurnBlocks, Size: 2}, "a b|c d|e", "blocks of two, the last one smaller"},
		{seating.Turn{Rule: seating.TurnLeft}, "a|e|d|c|b", "one seat to the left"},
	} {
		r, err := c.turn.Ahead(orgs("a b c d e"), 0, c.turn.Period(5))
		if err != nil {
			t.Fatal(err)
		}
		var leads []string
		for term := range r.Terms() {
			var ids []string
			for _, party := range term.Lead {
				ids = append(ids, string(party))
			}
			leads = append(leads, strings.Join(ids, " "))
		}
		if diff := cmp.Diff(c.want, strings.Join(leads, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	for _, c := range []struct {
		terms int
		code  string
	}{{0, "seating/bad-count"}, {seating.MaxTerms + 1, "seating/bad-count"}} {
		_, err := seating.Turn{Rule: seating.TurnLeft}.Ahead(orgs("a b"), 0, c.terms)
		wantAt(t, err, c.code, "terms", "published limit")
	}
	_, err := seating.Turn{Rule: seating.TurnLeft}.Ahead(orgs("a a"), -1, 1)
	wantAt(t, err, "seating/listed-twice", "delegations[1]", "all findings at once")
	wantAt(t, err, "seating/bad-term", "term", "all findings at once")
}

// propRota: the terms are those that Delegations has, everybody leads as often as
// everybody else or once less, over whole periods exactly as often, and the rota reads
// back.
func propRota(t *rapid.T) {
	turn := seating.Turn{Rule: rapid.SampledFrom([]seating.TurnRule{seating.TurnLeft, seating.TurnFront, seating.TurnBlocks}).Draw(t, "rule"), Size: rapid.IntRange(1, 9).Draw(t, "size")}
	list := orgs("a b c d e f g h i")[:rapid.IntRange(1, 9).Draw(t, "n")]
	from := rapid.IntRange(0, 30).Draw(t, "from")
	terms := rapid.IntRange(1, 30).Draw(t, "terms")
	r, err := turn.Ahead(list, from, terms)
	if err != nil {
		t.Fatal(err)
	}
	for term := range r.Terms() {
		order, err := turn.Delegations(list, term.Term)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(order, term.Order); diff != "" {
			t.Errorf("term %d (-want +got):\n%s", term.Term, diff)
		}
	}
	least, most := 1<<30, 0
	for _, n := range r.Turns() {
		least, most = min(least, n), max(most, n)
	}
	if most-least > 1 || terms%turn.Period(len(list)) == 0 && most != least {
		t.Errorf("over %d terms one leads %d times, another %d times", terms, least, most)
	}
	data, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParseRota(data)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Errorf("%s reads back as %s: %v", data, again, err)
	}
	_, err = seating.ParseRota([]byte(strings.Replace(string(data), `"lead":["`, `"lead":["z","`, 1)))
	if strings.Contains(string(data), `"lead":["`) && err == nil {
		t.Error("a lead that does not follow passes")
	}
}

func TestRotaLaws(t *testing.T) { rapid.Check(t, propRota) }

func FuzzRota(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRota)) }
