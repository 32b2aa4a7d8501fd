package seating_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/seating"
)

// TestCollectedRows: the collected rows of halls and of changes, by their ids. Those of
// rows, tables, vehicles and stages are layoutCases and testdata/rows.tsv, those of
// orders in time TestTurn; the orders of names are nameorder's.
func TestCollectedRows(t *testing.T) {
	across := hall(seating.Outward, 0, nil, []int{7})
	along := hall(seating.Rows, seating.StartViewerLeft, nil, []int{5}, []int{5})
	for _, c := range []struct {
		id      string
		setting seating.Setting
		n       int
		view    seating.View
		want    string
		why     string
	}{
		{"N23", across, 7, seating.FromRostrum, "7|5|3|1|2|4|6", "左右排列法: the own left of the centre person first, as the rostrum has it"},
		{"N24", along, 8, seating.FromHall, "1|2|3|4|5 / 6|7|8|-|-", "横排法: as a reader has it who faces the stage"},
	} {
		p, err := seating.Arrange(c.setting, people(c.n), seating.CNGov())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, picture(t, p, c.view)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.id, c.why, diff)
		}
	}
	newcomer := seating.Guest{ID: "p7", Order: 7}
	for _, c := range []struct {
		id       string
		n        int
		change   seating.Change
		remedy   seating.Remedy
		want     string
		relative int
		why      string
	}{
		{"N25", 7, seating.Absent{Person: "p4"}, seating.Rerank, "6|3|1|2|5|7", 3, "5, 6 and 7 change sides"},
		{"N26", 7, seating.Absent{Person: "p4"}, seating.SlideSameSide, "7|5|3|1|2|6", 1, "one move, and 6 beside 2 before 5"},
		{"N27", 7, seating.Absent{Person: "p7"}, seating.Rerank, "5|3|1|2|4|6", 0, "nobody moves relative to No.1"},
		{"N28", 6, seating.Added{Guest: newcomer}, seating.Rerank, "7|5|3|1|2|4|6", 0, "nobody moves relative to No.1"},
	} {
		p, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(c.n), seating.CNGov())
		if err != nil {
			t.Fatal(err)
		}
		r, err := seating.Reseat(p, c.remedy, nil, c.change)
		if err != nil {
			t.Errorf("%s: %v", c.id, err)
			continue
		}
		if diff := cmp.Diff(c.want, picture(t, r.After(), seating.FromHall)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.id, c.why, diff)
		}
		if r.Cost().Relative != c.relative {
			t.Errorf("%s: %d relative moves and not %d: %s", c.id, r.Cost().Relative, c.relative, c.why)
		}
	}
}

// TestBadInput: what must never be seated without a word.
func TestBadInput(t *testing.T) {
	tied, twice := people(3), append(people(2), people(1)...)
	tied[2].Order = 2
	firsts := people(3)
	firsts[1].Order = 1
	for _, c := range []struct {
		guests          []seating.Guest
		code, path, why string
	}{
		{people(4), "seating/too-many-people", "setting.rostrum.rows", "more people than seats"},
		{firsts, "seating/tie", "guests[1].order", "two of rank 1"},
		{tied, "seating/tie", "guests[2].order", "a tie"},
		{twice, "seating/person-twice", "guests[2].id", "a person twice"},
	} {
		_, err := seating.Arrange(rostrum(3), c.guests, seating.CNGov())
		wantAt(t, err, c.code, c.path, c.why)
	}
	_, err := seating.PresetNamed("cn-gov-c")
	wantCode(t, err, "seating/unknown-convention", "an unknown convention")
}
