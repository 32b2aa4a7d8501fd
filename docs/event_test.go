package docs_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// every is one event of each type, with all its fields filled in.
var every = []docs.Event{
	docs.Printed{Paper: "p", Copies: docs.Range{From: 1, To: 9}},
	docs.HandedIn{Paper: "q", Copies: docs.Range{From: 1, To: 9}, From: "unit", By: "A"},
	docs.Stocked{Paper: "p", Copies: docs.Range{From: 1, To: 9}},
	docs.Voided{Paper: "p", Copies: docs.One(9), Reason: "spoiled"},
	docs.Issued{Paper: "p", Copy: 1, Holder: "A"},
	docs.Receipted{Paper: "p", Copy: 1, By: "A"},
	docs.Transferred{Paper: "p", Copy: 1, From: "A", To: "B"},
	docs.Returned{Paper: "p", Copy: 1, By: "B"},
	docs.PageChecked{Paper: "p", Copy: 1, Missing: []int{3, 4}},
	docs.DefectNoted{Paper: "p", Copy: 1, Note: "torn"},
	docs.LostReported{Paper: "p", Copy: 2, By: "A", Report: "7"},
	docs.Found{Paper: "p", Copy: 2, By: "B"},
	docs.Archived{Paper: "p", Copy: 3, Code: "J001-WS·2026-Y-0001"},
	docs.DestructionApproved{Paper: "p", Copies: docs.Range{From: 4, To: 6}, By: "chief", Reference: "ok"},
	docs.Destroyed{Paper: "p", Copies: docs.Range{From: 4, To: 6}, By: "X", Watchers: []roster.PersonID{"Y", "Z"}, Approval: "ok", Certificate: "7"},
	docs.TransferredOut{Paper: "p", Copy: 7, To: "unit", Register: "12"},
	docs.Corrected{Entry: journal.ID{Desk: "d", Seq: 9}, Reason: "mistyped"},
}

// Every type of event is valid as it stands above, reads back from its line as itself
// and has its column in the table of the ledger.
func TestEvents(t *testing.T) {
	log := record(t, docs.NewLog(), 0, every...)
	lines, err := log.AppendLines(nil)
	if err != nil {
		t.Fatal(err)
	}
	back, found := docs.ParseLog(lines, nil)
	if found.Len() > 0 {
		t.Fatal(found)
	}
	var got []docs.Event
	for e := range back.All() {
		got = append(got, e.Event)
		if err := e.Event.Validate().Err(); err != nil {
			t.Errorf("%s: %v", typeName(e.Event), err)
		}
	}
	if diff := cmp.Diff(every, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	inTable := map[string]bool{typeName(docs.Corrected{}): true} // it acts on entries, not on copies
	for _, act := range acts {
		for e := range script(t, "d 0 "+act).All() {
			inTable[typeName(e.Event)] = true
		}
	}
	for _, e := range every {
		if !inTable[typeName(e)] {
			t.Errorf("%s has no column", typeName(e))
		}
	}
}

// Each event without what it must say, with the paths of what is missing or too long.
func TestEventsRefuse(t *testing.T) {
	long := string(bytes.Repeat([]byte("x"), docs.MaxNote+1))
	for _, tt := range []struct {
		event docs.Event
		want  []string
	}{
		{docs.Printed{}, []string{"copies", "paper"}},
		{docs.HandedIn{}, []string{"by", "copies", "from", "paper"}},
		{docs.Stocked{}, []string{"copies", "paper"}},
		{docs.Voided{Reason: " "}, []string{"copies", "paper", "reason"}},
		{docs.Issued{}, []string{"copy", "holder", "paper"}},
		{docs.Receipted{}, []string{"by", "copy", "paper"}},
		{docs.Transferred{}, []string{"copy", "from", "paper", "to"}},
		{docs.Returned{}, []string{"by", "copy", "paper"}},
		{docs.PageChecked{Missing: []int{1, 0}}, []string{"copy", "missing[1]", "paper"}},
		{docs.DefectNoted{Note: long}, []string{"copy", "note", "paper"}},
		{docs.LostReported{Report: long}, []string{"by", "copy", "paper", "report"}},
		{docs.Found{}, []string{"by", "copy", "paper"}},
		{docs.Archived{}, []string{"code", "copy", "paper"}},
		{docs.DestructionApproved{}, []string{"by", "copies", "paper", "reference"}},
		{docs.Destroyed{Watchers: []roster.PersonID{""}, Approval: long, Certificate: long}, []string{"approval", "by", "certificate", "copies", "paper", "watchers[0]"}},
		{docs.TransferredOut{Register: long}, []string{"copy", "paper", "register", "to"}},
		{docs.Corrected{}, []string{"entry.desk", "entry.seq", "reason"}},
	} {
		var got []string
		for p := range tt.event.Validate().All() {
			got = append(got, p.Path())
		}
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", typeName(tt.event), diff)
		}
	}
}

// Whatever lines are read, they are written and read as the same, and the recall of
// them balances and reads back as itself.
func FuzzParseLog(f *testing.F) {
	log, err := docs.NewLog().Append(journal.Stamp{Desk: "d", At: nine}, every...)
	if err != nil {
		f.Fatal(err)
	}
	lines, err := log.AppendLines(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(lines)
	for line := range bytes.Lines(lines) {
		f.Add(slices.Clone(line))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		log, _ := docs.ParseLog(data, nil)
		lines, err := log.AppendLines(nil)
		if err != nil {
			t.Fatal(err)
		}
		back, found := docs.ParseLog(lines, nil)
		if found.Failed() {
			t.Fatalf("%v in %s", found, lines)
		}
		report, err := docs.Recall(log, docs.RecallInput{At: nine})
		if err != nil {
			t.Fatal(err)
		}
		again, err := docs.Recall(back, docs.RecallInput{At: nine})
		if err != nil || again.Text(check.En, nil) != report.Text(check.En, nil) {
			t.Fatalf("%v, or another report", err)
		}
		for b := range report.Papers() {
			if !b.Agrees() {
				t.Fatalf("%s does not balance", b.Paper())
			}
		}
	})
}

func FuzzParseExpectation(f *testing.F) {
	log, _ := congress(f)
	data, err := json.Marshal(docs.Freeze(log, nine+100*minute))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"huiwu":"docs.expectation/1","at":1,"papers":[{"paper":"p","copies":["000001","000003-000009"]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		x, err := docs.ParseExpectation(data)
		if err != nil {
			return
		}
		again, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		back, err := docs.ParseExpectation(again)
		if diff := cmp.Diff(x, back, cmpRanges); err != nil || diff != "" {
			t.Fatalf("%v (-want +got)\n%s", err, diff)
		}
		for id, copies := range x.Papers() {
			for i, r := range copies {
				if !r.IsValid() || i > 0 && r.From <= copies[i-1].To+1 {
					t.Fatalf("%s: %v", id, copies)
				}
			}
		}
	})
}

func TestParseExpectationRefuses(t *testing.T) {
	for _, tt := range []struct{ text, why string }{
		{`{"huiwu":"docs.expectation/1","at":0,"papers":[]}`, "no time"},
		{`{"huiwu":"docs.expectation/2","at":1,"papers":[]}`, "a newer version"},
		{`{"huiwu":"docs.expectation/1","at":1,"papers":[{"paper":"p","copies":[]}]}`, "a paper without copies"},
		{`{"huiwu":"docs.expectation/1","at":1,"papers":[{"paper":"","copies":["000001"]}]}`, "no paper"},
		{`{"huiwu":"docs.expectation/1","at":1,"papers":[{"paper":"q","copies":["000001"]},{"paper":"p","copies":["000001"]}]}`, "papers out of order"},
		{`{"huiwu":"docs.expectation/1","at":1,"papers":[{"paper":"p","copies":["000001-000003","000003"]}]}`, "a copy twice"},
		{`{"huiwu":"docs.expectation/1","at":1,"papers":[{"paper":"p","copies":["000001","000002"]}]}`, "neighbours that are not joined"},
		{`{"huiwu":"docs.expectation/1","at":1,"papers":[{"paper":"p","copies":["000003-000001"]}]}`, "no range"},
		{`{"huiwu":"docs.expectation/1","at":1,"papers":[{"paper":"p","copies":["1"]}]}`, "no six digits"},
	} {
		if _, err := docs.ParseExpectation([]byte(tt.text)); err == nil {
			t.Errorf("%s: read %s", tt.why, tt.text)
		}
	}
}

func ExampleParseLog() {
	office, _ := docs.NewLog().Append(journal.Stamp{Desk: "office", At: 1795222800000, Actor: "a"},
		docs.Printed{Paper: "p1", Copies: docs.Range{From: 1, To: 5}},
		docs.Issued{Paper: "p1", Copy: 1, Holder: "b"},
	)
	kept, _ := office.AppendLines(nil) // what the office writes to its file
	door := []byte(`{"huiwu":"journal.entry/1","log":"docs.ledger","desk":"door","seq":1,"at":1795226400000,"type":"returned","version":1,"body":{"paper":"p1","copy":"000001","by":"b"}}`)
	log, found := docs.ParseLog(append(kept, door...), nil)
	report, err := docs.Recall(log, docs.RecallInput{At: 1795226400000})
	fmt.Println(log.Len(), found.Len(), report.AllReturned(), err)
	// Output:
	// 3 0 true <nil>
}
