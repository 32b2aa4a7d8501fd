package docs_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// congress is a meeting with two papers and three desks: 27 copies go out to four
// delegations; two do not come back, and two delegates of one delegation have each
// other's copies.
func congress(t testing.TB) (docs.Log, docs.RecallInput) {
	t.Helper()
	var b strings.Builder
	b.WriteString("office 0 print 1-30 paper=report \n office 0 stock 1-30 paper=report \n office 1 void 30 paper=report \n")
	b.WriteString("office 0 print 1-10 paper=list \n office 1 stock 1-10 paper=list \n")
	for i := 1; i <= 24; i++ {
		desk := "east"
		if i > 12 {
			desk = "west"
		}
		fmt.Fprintf(&b, "%s %d issue %d d%02d paper=report \n %s %d receipt %d d%02d paper=report \n", desk, 10+i, i, i, desk, 11+i, i, i)
	}
	for i := 1; i <= 3; i++ {
		fmt.Fprintf(&b, "office %d issue %d d%02d paper=list \n", 40+i, i, i)
	}
	for i := 1; i <= 24; i++ {
		copy := map[int]int{3: 4, 4: 3}[i] // d03 and d04 changed copies
		if copy == 0 {
			copy = i
		}
		if i == 17 || i == 22 {
			continue
		}
		desk := "west"
		if i > 12 {
			desk = "east"
		}
		fmt.Fprintf(&b, "%s %d return %d d%02d paper=report \n", desk, 480+i, copy, i)
	}
	b.WriteString("office 520 pages 5 9 10 paper=report \n")
	in := docs.RecallInput{
		At: nine + 600*minute, Offset: china,
		Papers: []docs.Paper{
			{
				ID: "report", Number: "会议文件之一", Title: "工作报告", Kind: docs.MainReport, Mark: mark(t, "秘密★5年"), Copies: 30,
				Recall: true, Deadline: calendar.MustParseDateTime("2026-11-21 17:20"),
			},
			{ID: "list", Title: "名单", Kind: docs.NameList, Copies: 10},
		},
		Heads: []journal.Head{{Desk: "east", Seq: 34}, {Desk: "west", Seq: 36}, {Desk: "office", Seq: 9}},
	}
	for i := 1; i <= 24; i++ {
		in.Holders = append(in.Holders, docs.Holder{
			ID: roster.PersonID(fmt.Sprintf("d%02d", i)), Org: []roster.OrgID{"north", "south", "east", "west"}[(i-1)/6],
		})
	}
	return script(t, b.String()), in
}

func mark(t testing.TB, s string) symbol.Mark {
	t.Helper()
	m, found := symbol.ParseMark(s)
	if found.Len() > 0 {
		t.Fatal(found)
	}
	return m
}

func names(kind, id string) string {
	return map[string]string{
		"report": "《工作报告》", "list": "《名单》", "d03": "陈甲", "d04": "陈乙", "d17": "林丙", "d22": "周丁", "north": "北片代表团", "south": "南片代表团", "east": "东片代表团", "west": "西片代表团",
	}[id]
}

func TestRecallReport(t *testing.T) {
	log, in := congress(t)
	report, err := docs.Recall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "recall-zh.golden", report.Text(check.ZhHans, names))
	golden(t, "recall-en.golden", report.Text(check.En, nil))
	golden(t, "recall-delegation.golden", report.DelegationText("north", check.ZhHans, names)+"\n"+report.DelegationText("east", check.En, nil)+"\n"+report.DelegationText("nowhere", check.En, nil))
	data, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, data, "", " "); err != nil {
		t.Fatal(err)
	}
	golden(t, "recall-json.golden", pretty.String()+"\n")
	if report.AllReturned() || !report.Complete() {
		t.Errorf("all returned %t, complete %t", report.AllReturned(), report.Complete())
	}
}

// Whoever brings a copy that nobody knows stands on the page of his delegation.
func TestStranger(t *testing.T) {
	report, err := docs.Recall(script(t, "d 0 print 1-9 \n d 9 return 50 Z"), docs.RecallInput{At: nine + 60*minute, Holders: []docs.Holder{{ID: "Z", Org: "north"}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := report.DelegationText("north", check.En, nil); !strings.Contains(got, "copy 000050 of p was never printed (Z)") || report.Org("Z") != "north" {
		t.Errorf("%q in\n%s", report.Org("Z"), got)
	}
	same(t, report)
}

// Nobody says that all has come back over a log with a hole, a fork or an entry that
// is not understood, or without a desk that is known to exist.
func TestAllReturned(t *testing.T) {
	const clean = "d 0 print 1-3 \n d 1 issue 1 A \n e 2 issue 2 B \n e 5 return 1 A \n d 5 return 2 B"
	log := script(t, clean)
	in := docs.RecallInput{At: nine + 60*minute}
	entries := slices.Collect(log.All())
	for _, tt := range []struct {
		log   docs.Log
		heads []journal.Head
		want  bool
		kinds string
		why   string
	}{
		{log, nil, true, "", "everything is back"},
		{log, []journal.Head{{Desk: "d", Seq: 3}, {Desk: "e", Seq: 2}}, true, "", "the heads agree"},
		{log, []journal.Head{{Desk: "d", Seq: 4}}, false, "desk-gap", "desk d has recorded more"},
		{log, []journal.Head{{Desk: "f", Seq: 1}}, false, "desk-gap", "desk f is not here"},
		{of(t, entries[1:]...), nil, false, "desk-gap", "the first entry is missing"},
		{log.Merge(of(t, fork(entries[4]))), nil, false, "fork", "an entry has two contents"},
		{script(t, clean+"\n d 6 issue 3 C"), nil, false, "", "one is out"},
		{script(t, clean+"\n d 6 issue 3 C \n d 7 loss 3 C"), nil, false, "lost", "one is lost"},
		{script(t, clean+"\n d 90 pages 1"), nil, true, "future-stamp", "a clock ahead hides nothing"},
		{docs.NewLog(), nil, true, "", "nothing was handed out"},
	} {
		in.Heads = tt.heads
		report, err := docs.Recall(tt.log, in)
		if err != nil {
			t.Fatal(err)
		}
		var kinds []string
		for x := range report.Exceptions() {
			kinds = append(kinds, x.Kind().String())
		}
		if got := strings.Join(kinds, ","); report.AllReturned() != tt.want || got != tt.kinds {
			t.Errorf("%s: all returned %t with %s", tt.why, report.AllReturned(), got)
		}
		if said := strings.Contains(report.Text(check.En, nil), "every paper to be taken back has come back"); said != tt.want {
			t.Errorf("%s: the text says so: %t", tt.why, said)
		}
		same(t, report)
	}
	erased, _ := log.Erase(func(e journal.Entry[docs.Event]) bool { return e.ID.Desk == "d" && e.ID.Seq == 3 })
	report, err := docs.Recall(erased, docs.RecallInput{At: in.At})
	if err != nil || report.AllReturned() || report.Complete() {
		t.Errorf("over an erased entry: %v", err)
	}
}

func of(t testing.TB, entries ...journal.Entry[docs.Event]) docs.Log {
	t.Helper()
	log, err := docs.LogOf(entries...)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

// fork returns another entry with the id of e.
func fork(e journal.Entry[docs.Event]) journal.Entry[docs.Event] {
	e.Event = docs.DefectNoted{Paper: "p", Copy: 1, Note: "torn"}
	return e
}

// A failer is a test or a property.
type failer interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// same fails unless a report reads back from its JSON as itself.
func same(t failer, r docs.Report) {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := docs.ParseReport(data, nil)
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	again, err := json.Marshal(back)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, again) || back.Text(check.ZhHans, nil) != r.Text(check.ZhHans, nil) {
		t.Fatalf("the report reads back as another one (-want +got)\n%s", cmp.Diff(r.Text(check.ZhHans, nil), back.Text(check.ZhHans, nil)))
	}
}

// What is expected is what was out at the close, whatever is handed out, brought
// back or recorded late after it.
func TestFrozen(t *testing.T) {
	const story = "d 0 print 1-9 \n d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 2 return 3 C \n"
	frozen := docs.Freeze(script(t, story), nine+10*minute)
	log := script(t, story+"d 12 return 1 A \n d 13 issue 4 D \n e 3 return 2 B")
	data, err := json.Marshal(frozen)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := docs.ParseExpectation(data); err != nil || !cmp.Equal(back, frozen, cmpRanges) {
		t.Fatalf("%s reads back as %v, %v", data, back, err)
	}
	report, err := docs.Recall(log, docs.RecallInput{At: nine + 60*minute, Frozen: frozen})
	if err != nil {
		t.Fatal(err)
	}
	for b := range report.Papers() {
		if diff := cmp.Diff([]docs.Range{{From: 1, To: 2}}, b.Expected()); diff != "" {
			t.Errorf("expected (-want +got)\n%s", diff)
		}
		if b.Count(docs.TakenBack) != 3 || b.Count(docs.Held) != 1 {
			t.Errorf("balance %v", b.Reason().Text(check.En, nil))
		}
	}
	if report.Frozen() != nine+10*minute {
		t.Errorf("frozen at %d", report.Frozen())
	}
	same(t, report)
}

// A copy that was expected and stands in no record now is told, and nobody says that
// all has come back.
func TestUnaccounted(t *testing.T) {
	const printed = "d 0 print 1-9 \n "
	frozen := docs.Freeze(script(t, printed+"d 1 issue 1 A \n d 1 print 12-13 \n d 1 issue 12 B \n d 1 issue 13 B \n e 1 issue 5 C paper=q"), nine+10*minute)
	for _, tt := range []struct {
		story, want string
		all         bool
		why         string
	}{
		{printed + "d 1 issue 1 A \n d 12 return 1 A", "unaccounted p 000012-000013\nunaccounted q 000005\n", false, "the entries of two desks are missing, and nobody gave their heads"},
		{printed + "d 1 print 12-13 \n d 1 issue 12 B \n d 1 issue 13 B \n d 12 return 12 B \n d 12 return 13 B \n e 1 issue 5 C paper=q \n e 13 return 5 C paper=q", "gap-in-range p 000010-000011\n", true, "copy 1 never went out by the record of today, and is in the store"},
	} {
		report, err := docs.Recall(script(t, tt.story), docs.RecallInput{At: nine + 60*minute, Frozen: frozen})
		if err != nil {
			t.Fatal(err)
		}
		var found []docs.Exception
		for x := range report.Exceptions() {
			found = append(found, x)
		}
		if diff := cmp.Diff(tt.want, told(found)); diff != "" || report.AllReturned() != tt.all {
			t.Errorf("%s: all returned %t (-want +got)\n%s", tt.why, report.AllReturned(), diff)
		}
		same(t, report)
	}
}

// What a clock that was set back stamps too early does not slip into an expectation.
func TestFrozenClock(t *testing.T) {
	log := script(t, "d 0 print 1-9 \n d 1 issue 1 A \n d 20 issue 2 B \n d 2 issue 3 C")
	for id, copies := range docs.Freeze(log, nine+10*minute).Papers() {
		if diff := cmp.Diff([]docs.Range{{From: 1, To: 1}}, copies); id != "p" || diff != "" {
			t.Errorf("%s (-want +got)\n%s", id, diff)
		}
	}
}

// A copy that came back late and went out again is not late, damage to a paper that is
// no secret weighs less, and a return is late by its own stamp, whatever the clock of
// its desk showed before.
func TestRecallDetails(t *testing.T) {
	log := script(t, "d 0 print 1-9 \n d 1 issue 1 A \n d 1 issue 3 C \n d 1 issue 4 D \n d 1 issue 5 F \n"+
		"d 90 return 5 F \n d 91 return 1 A \n d 92 issue 1 B \n d 93 defect 2 \n d 94 return 3 C \n d 95 return 4 E \n"+
		"e 80 issue 6 G \n e 98 issue 7 G \n e 89 return 6 G")
	report, err := docs.Recall(log, docs.RecallInput{At: nine + 99*minute, Offset: china, Papers: []docs.Paper{
		{ID: "p", Title: "t", Copies: 8, Recall: true, Deadline: calendar.MustParseDateTime("2026-11-21 10:30")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for x := range report.Exceptions() {
		fmt.Fprintf(&b, "%v %v %v %v\n", x.Grade(), x.Kind(), x.Copies(), x.Who())
	}
	want := "high print-run 000000 \nmedium defect 000002 \nlow late 000003 C\nlow late 000004 E\nmedium wrong-holder 000004 E\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

var cmpRanges = cmp.Exporter(func(t reflect.Type) bool { return t.PkgPath() == "github.com/huiwu-go/huiwu/docs" })

func TestRecallRefuses(t *testing.T) {
	for _, tt := range []struct {
		change func(*docs.RecallInput)
		code   check.Code
	}{
		{func(in *docs.RecallInput) { in.At = 0 }, docs.Missing},
		{func(in *docs.RecallInput) { in.Offset = 100_000 }, docs.BadOffset},
		{func(in *docs.RecallInput) { in.Papers = append(in.Papers, in.Papers[0]) }, docs.DuplicateID},
		{func(in *docs.RecallInput) { in.Holders = append(in.Holders, in.Holders[0]) }, docs.DuplicateID},
		{func(in *docs.RecallInput) { in.Papers[0].ID = "" }, roster.NoID},
		{func(in *docs.RecallInput) { in.Papers[0].Copies = 0 }, docs.NoCopyNumbers},
	} {
		log, in := congress(t)
		tt.change(&in)
		_, err := docs.Recall(log, in)
		if found, ok := errors.AsType[check.Problems](err); !ok || !found.Has(tt.code) {
			t.Errorf("%s: %v", tt.code, err)
		}
	}
}

// A report that contradicts itself is not read.
func TestParseReportRefuses(t *testing.T) {
	log, in := congress(t)
	report, err := docs.Recall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, now, why string }{
		{`"copies":"000004-000010"`, `"copies":"000003-000010"`, "a copy in two states"},
		{`"copies":"000004-000010"`, `"copies":"000010-000004"`, "no range"},
		{`"holder":"d01"`, `"holder":"nobody"`, "a holder that is not listed"},
		{`{"id":"d01","org":"north"}`, `{"id":"d99","org":"north"}`, "holders out of order"},
		{`"missing":0`, `"missing":1`, "a hole that no exception names"},
		{`"forked":0`, `"forked":1`, "a fork that no exception names"},
		{`"erased":0`, `"erased":1`, "an entry that no exception names"},
		{`"state":"void"`, `"state":"unprinted"`, "a copy that was never printed"},
		{`"state":"void"`, `"state":"lost"`, "a loss that no exception names"},
		{`"from":24,"to":24`, `"from":1,"to":1`, "exceptions out of order"},
		{`"kind":"defect"`, `"kind":"outstanding"`, "no kind of the list"},
		{`"docs.recall/1"`, `"docs.recall/2"`, "a newer version"},
		{`"offset":28800`, `"offset":2880000`, "no clock"},
		{`"at":`, `"aT":`, "an unknown key"},
	} {
		changed := bytes.Replace(data, []byte(tt.old), []byte(tt.now), 1)
		if bytes.Equal(changed, data) {
			t.Fatalf("%s: %s is not in the report", tt.why, tt.old)
		}
		if _, err := docs.ParseReport(changed, nil); err == nil {
			t.Errorf("%s: read", tt.why)
		}
	}
}

// A report by hand, and what must not stand in it.
func TestParseReport(t *testing.T) {
	const report = `{"huiwu":"docs.recall/1","at":1,"offset":0,"log":{"taken":1,"unknown":0,"erased":0,"forked":0,"missing":0},` +
		`"papers":[{"id":"p","recall":true,"copies":[{"copies":"000001","state":"issued","holder":"A"}]}],"holders":[{"id":"A"}],"exceptions":[]}`
	r, err := docs.ParseReport([]byte(report), nil)
	if err != nil {
		t.Fatal(err)
	}
	for x := range r.Outstanding() {
		if x.Who() != "A" || x.Copies() != docs.One(1) || x.Grade() != docs.Low {
			t.Errorf("outstanding %v with %v, %v", x.Copies(), x.Who(), x.Grade())
		}
	}
	outside := strings.Replace(report, `"holder":"A"`, `"holder":"A","outside":true`, 1)
	if _, err := docs.ParseReport([]byte(outside), nil); err == nil {
		t.Error("a copy outside of a print run that is not recorded")
	}
}

// A round of swaps that is none is not read.
func TestParseReportRound(t *testing.T) {
	log := script(t, "d 0 print 1-9 \n d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 9 return 1 B \n d 9 return 2 C \n d 9 return 3 A")
	report, err := docs.Recall(log, docs.RecallInput{At: nine + 60*minute})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, now, why string }{
		{`,"round":[{`, `,"round":[],"near":[{`, "no round"},
		{`"count":3`, `"count":4`, "four persons"},
		{`{"copy":"000003","by":"A","holder":"C","entry":{"desk":"d","seq":7}},`, ``, "two persons"},
		{`{"copy":"000002","by":"C","holder":"B"`, `{"copy":"000002","by":"C","holder":"A"`, "it does not close"},
		{`"kind":"swap-round"`, `"kind":"wrong-holder"`, "a round of another kind"},
	} {
		changed := bytes.Replace(data, []byte(tt.old), []byte(tt.now), 1)
		if _, err := docs.ParseReport(changed, nil); err == nil || bytes.Equal(changed, data) {
			t.Errorf("%s: read %s", tt.why, changed)
		}
	}
	pair := strings.NewReplacer(`,{"copy":"000003","by":"A","holder":"C","entry":{"desk":"d","seq":7}}`, ``, `"by":"C","holder":"B"`, `"by":"A","holder":"B"`, `"count":3`, `"count":2`).Replace(string(data))
	if _, err := docs.ParseReport([]byte(pair), nil); err == nil || strings.Contains(pair, "000003\",\"by") {
		t.Errorf("two persons: read %s", pair)
	}
}

func FuzzParseReport(f *testing.F) {
	log, in := congress(f)
	report, err := docs.Recall(log, in)
	if err != nil {
		f.Fatal(err)
	}
	data, err := json.Marshal(report)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"huiwu":"docs.recall/1","at":1,"offset":0,"log":{},"papers":[],"holders":[],"exceptions":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := docs.ParseReport(data, nil); err == nil {
			for b := range r.Papers() {
				if !b.Agrees() {
					t.Fatalf("%s does not balance in %s", b.Paper(), data)
				}
			}
			same(t, r)
		}
	})
}
