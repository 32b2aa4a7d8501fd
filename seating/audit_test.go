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

// draft reads "3|1|2 / 5|4".
func draft(v seating.View, s string) seating.Draft {
	d := seating.Draft{View: v}
	for row := range strings.SplitSeq(s, " / ") {
		var ids []roster.PersonID
		for seat := range strings.SplitSeq(row, "|") {
			ids = append(ids, roster.PersonID("p"+seat))
		}
		d.Rows = append(d.Rows, ids)
	}
	return d
}

func TestAuditDraft(t *testing.T) {
	for _, c := range []struct {
		name     string
		view     seating.View
		rows     string
		preset   string
		pairs    string
		valid    []string
		mirrored bool
		why      string
	}{
		{"clean", seating.FromHall, "7|5|3|1|2|4|6", "cn-gov", "", nil, false, "as it should be"},
		{"clean from the stage", seating.FromRostrum, "6|4|2|1|3|5|7", "cn-gov", "", nil, false, "the same row, read by the other side"},
		{"two swapped", seating.FromHall, "5|2|1|3|4", "cn-gov", "2>3", nil, false, "the pair is named"},
		{
			"mirror slip, odd", seating.FromHall, "4|2|1|3|5", "cn-gov", "2>3 4>5",
			[]string{"cn-foreign"},
			true, "domestic became international",
		},
		{
			"mirror slip, even", seating.FromHall, "4|2|1|3", "cn-gov", "1>2 3>4",
			[]string{"cn-gov-b", "cn-foreign"},
			true, "one legal plan became the other",
		},
		{
			"two, written exception", seating.FromHall, "2|1", "cn-gov", "1>2",
			[]string{"cn-gov-b", "cn-foreign", "cn-gov two=no1-left"},
			true, "three ways to be right",
		},
		{
			"extra chair on the left", seating.FromHall, "4|2|1|3|5|6", "intl-right", "1>3 2>3 2>5 4>5 4>6",
			[]string{"intl-right extra=own-left"},
			false, "an option that sources leave open",
		},
		{
			"rows exchanged", seating.FromHall, "4|5 / 3|1|2", "cn-gov", "1>4 1>5 2>4 2>5 3>4 3>5",
			nil, false, "the front row ranks above the row behind",
		},
		{"wild", seating.FromHall, "1|2|3|4|5", "cn-gov", "1>2 1>3 1>4 1>5 2>3 2>4", nil, false, "No.1 at the end"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := strings.Count(c.rows, "|") + strings.Count(c.rows, "/") + 1
			a, err := seating.AuditDraft(draft(c.view, c.rows), people(n), convention(t, c.preset))
			if err != nil {
				t.Fatal(err)
			}
			var pairs []string
			for p := range a.Pairs() {
				pairs = append(pairs, strings.TrimPrefix(string(p.Higher.Guest.ID), "p")+">"+strings.TrimPrefix(string(p.Lower.Guest.ID), "p"))
			}
			if diff := cmp.Diff(c.pairs, strings.Join(pairs, " ")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if a.Len() != len(pairs) || a.Clean() != (len(pairs) == 0) {
				t.Errorf("%d pairs are counted as %d", len(pairs), a.Len())
			}
			var valid []string
			for _, c := range a.ValidUnder() {
				valid = append(valid, c.String())
			}
			if diff := cmp.Diff(c.valid, valid); diff != "" {
				t.Errorf("valid under: %s (-want +got):\n%s", c.why, diff)
			}
			if a.Mirrored() != c.mirrored {
				t.Errorf("mirrored is %t: %s", a.Mirrored(), c.why)
			}
			found := a.Findings()
			if found.Failed() || found.Count(seating.OutOfOrder) != len(pairs) || found.Has(seating.MirrorSlip) != c.mirrored {
				t.Errorf("findings are\n%s", found.Text(check.En, nil))
			}
			data, err := a.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			back, err := seating.ParseAudit(data)
			if err != nil {
				t.Fatalf("%v\n%s", err, data)
			}
			if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
				t.Errorf("read back: %v %s", err, cmp.Diff(string(data), string(again)))
			}
		})
	}
}

func TestAuditDraftRefused(t *testing.T) {
	for _, c := range []struct {
		name       string
		draft      seating.Draft
		people     int
		code, path string
		why        string
	}{
		{"no reader", draft(0, "2|1|3"), 3, "seating/no-plain-sides", "view", "whose left?"},
		{"reader above", draft(seating.FromAbove, "2|1|3"), 3, "seating/no-plain-sides", "view", "rows are read from the hall or the stage"},
		{"stranger", draft(seating.FromHall, "2|1|9"), 3, "seating/not-on-list", "rows[0][2]", "not on the list"},
		{"twice", draft(seating.FromHall, "2|1|2"), 3, "seating/seated-twice", "rows[0][2]", "one person, one chair"},
		{"missing", draft(seating.FromHall, "2|1"), 3, "seating/not-seated", "guests[2]", "no chair for No.3"},
		{"empty chair", draft(seating.FromHall, "2|1"), 2, "", "", "control: a plain draft is heard"},
		{"vacant", seating.Draft{View: seating.FromHall, Rows: [][]roster.PersonID{{"p2", "p1", ""}}}, 2, "seating/chair-vacant", "rows[0][2]", "no empty chair on a rostrum"},
		{"nothing", seating.Draft{View: seating.FromHall}, 2, "seating/bad-count", "rows", "no rows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := seating.AuditDraft(c.draft, people(c.people), seating.CNGov())
			if c.code == "" {
				if err != nil {
					t.Errorf("%s: %v", c.why, err)
				}
				return
			}
			wantAt(t, err, c.code, c.path, c.why)
		})
	}
	d := draft(seating.FromHall, "2|1")
	d.Setting = rostrum(1, 1)
	_, err := seating.AuditDraft(d, people(2), seating.CNGov())
	wantCode(t, err, "seating/bad-rows", "the draft has other rows than the stage")
	d = draft(seating.FromHall, "3|1|2 / 4")
	d.Setting = rostrum(2, 2)
	_, err = seating.AuditDraft(d, people(4), seating.CNGov())
	wantCode(t, err, "seating/too-many-in-row", "the draft has longer rows than the stage")
}

// propAudit: the pairs that an audit counts are those that a reader finds who
// compares everybody with everybody, and swapping two people back and forth ends
// where it began.
func propAudit(t *rapid.T) {
	c := seating.Convention{Name: "house", Row: rapid.SampledFrom(everyRule()).Draw(t, "rule")}
	n := rapid.IntRange(1, 9).Draw(t, "n")
	order := rapid.Permutation(slices.Collect(func(yield func(int) bool) {
		for i := range n {
			if !yield(i + 1) {
				return
			}
		}
	})).Draw(t, "order")
	d := seating.Draft{View: seating.FromRostrum, Rows: [][]roster.PersonID{make([]roster.PersonID, n)}}
	chairs := slow(c.Row, n) // the rank that belongs on each chair
	for i := range chairs {
		d.Rows[0][i] = people(n)[order[i]-1].ID
	}
	a, err := seating.AuditDraft(d, people(n), c)
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for i := range n {
		for j := range n {
			if order[i] < order[j] && chairs[i] > chairs[j] {
				want++
			}
		}
	}
	if a.Len() != want || len(slices.Collect(a.Pairs())) != want {
		t.Errorf("%d pairs, by hand %d", a.Len(), want)
	}
	if a.Clean() != slices.Equal(order, chairs) {
		t.Errorf("clean is %t for %v on %v", a.Clean(), order, chairs)
	}
}

func TestAuditLaws(t *testing.T) { rapid.Check(t, propAudit) }
