package seating_test

import (
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/seating"
)

// TestServiceResults: what was tampered with is refused, and logs hold no people.
func TestServiceResults(t *testing.T) {
	plan, err := seating.Arrange(rostrum(2, 3), people(5), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	run, err := plan.CardRun(seating.CardWalk{From: seating.ViewerLeft, BackFirst: true})
	if err != nil {
		t.Fatal(err)
	}
	if run.Walk() != (seating.CardWalk{From: seating.ViewerLeft, BackFirst: true}) {
		t.Errorf("the walk is %+v", run.Walk())
	}
	awardRun, err := seating.AwardBatches{Up: seating.ViewerLeft, Down: seating.ViewerLeft, Batches: []seating.AwardBatch{batch("p", seating.PairEqual, 2, 2, 0)}}.Run(seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	if _, there := awardRun.Plan(1); there {
		t.Error("there is a plan of a batch that there is not")
	}
	mingled, err := seating.Mingle(t.Context(), seating.Affinity{Tables: round(3), People: company("p1 p2")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		result   interface{ LogValue() slog.Value }
		parse    func([]byte) error
		old, new string
		code     string
		path     string
		why      string
	}{
		{"cards", run, func(d []byte) error { _, err := seating.ParseCardRun(d); return err }, `"lay":1,`, `"lay":2,`, "seating/not-derived", "steps[0]", "the first is laid first"},
		{"cards twice", run, func(d []byte) error { _, err := seating.ParseCardRun(d); return err }, `["p1","p2"]`, `["p1","p1"]`, "seating/seated-twice", "rows[0].people[1]", "one card"},
		{"cards nowhere", run, func(d []byte) error { _, err := seating.ParseCardRun(d); return err }, `"row":1,"people"`, `"row":0,"people"`, "seating/bad-count", "rows[0]", "rows count from 1"},
		{"awards", awardRun, func(d []byte) error { _, err := seating.ParseAwardRun(d); return err }, `"queue":1`, `"queue":2`, "seating/not-derived", "batches[0]", "made anew"},
		{"awards nowhere", awardRun, func(d []byte) error { _, err := seating.ParseAwardRun(d); return err }, `"role":"winner"`, `"role":"guest"`, "seating/no-such-role", "ceremony.batches[0].setting.awards", "everybody has a role"},
		{"sittings", preside(t, seating.Presiding{Members: ids("p1 p2"), Sittings: []seating.Sitting{{Session: "s", Chairs: 1}}}), func(d []byte) error { _, err := seating.ParsePresidency(d); return err }, `"chairs":["p1"]`, `"chairs":["p2"]`, "seating/not-derived", "turns[0]", "the first presides first"},
		{"copies", order(t, instrument(2, seating.Alternat, 0, 0)), func(d []byte) error { _, err := seating.ParseSigningOrder(d); return err }, `"names":["a","b"]`, `"names":["b","a"]`, "seating/not-derived", "copies[0]", "the alternat"},
		{"affinity", mingled, func(d []byte) error { _, err := seating.ParseMingled(d); return err }, `"lost":0`, `"lost":1`, "seating/not-derived", "value[0]", "counted anew"},
	} {
		data, err := json.Marshal(c.result)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(data), c.old, c.new, 1)
		if text == string(data) {
			t.Fatalf("%s: nothing was replaced in %s", c.name, data)
		}
		wantAt(t, c.parse([]byte(text)), c.code, c.path, c.why)
		if err := c.parse(data); err != nil {
			t.Errorf("%s: as written it is refused: %v", c.name, err)
		}
		if log := c.result.LogValue().String(); strings.Contains(log, "p1") || strings.Contains(log, "signer") {
			t.Errorf("%s: the log says %s", c.name, log)
		}
	}
}

// TestPlanOptions: a plan lists the options it was made under, those for rows where it
// has rows, whoever chose them.
func TestPlanOptions(t *testing.T) {
	for _, c := range []struct {
		setting seating.Setting
		people  string
		want    string
		why     string
	}{
		{seating.Setting{Rostrum: &seating.Rostrum{}}, "1 2 3", "row.honour=own-left row.even=no2-left row.two=follow row.extra=beside-no2", "a rostrum has rows"},
		{podium(0), "1 2 3", "podium.order=second-own-left", "a podium has the order that its convention chose"},
		{car(seating.Sedan5, seating.DriverEmployed, seating.RearMiddleThird), "1", "car.vehicle=sedan-5 car.driver=employed car.rearMiddle=third", "and a car what was chosen for it"},
	} {
		p, err := seating.Arrange(c.setting, party(t, c.people), seating.CNGov())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for o := range p.Options() {
			got = append(got, o.Field+"="+o.Token)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
		for range p.Options() {
			break // a walk may end early
		}
	}
}
