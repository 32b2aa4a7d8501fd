package docs_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Two units hand in a paper each; one copy is still with a reader, one is lost, one
// was destroyed, one went to the wrong unit and the others went back.
const lent = "d 0 handin 1-6 unit \n d 0 handin 7-9 other \n d 1 issue 1 A \n d 1 issue 2 A \n d 1 issue 3 B \n d 1 issue 7 B \n" +
	"d 2 return 1 A \n d 2 return 7 B \n d 3 loss 2 A \n d 4 approve 4 ok \n d 4 destroy 4 X ok Y Z \n" +
	"d 5 out 1 unit 11 \n d 5 out 5 unit 11 \n d 5 out 6 unit 11 \n d 5 out 7 other 12 \n d 5 out 8 other 12 \n d 6 out 9 unit 13"

func TestOwed(t *testing.T) {
	report, err := docs.Recall(script(t, lent), docs.RecallInput{At: nine + 60*minute, Offset: china})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for x := range report.Owed() {
		got = append(got, fmt.Sprint(x.Copies(), " ", x.Org(), " ", x.State(), " ", x.Grade()))
	}
	want := []string{"000002 unit lost high", "000003 unit issued low", "000004 unit destroyed high"}
	if diff := cmp.Diff(want, got); diff != "" || report.AllGivenBack() {
		t.Errorf("all given back %t (-want +got)\n%s", report.AllGivenBack(), diff)
	}
	golden(t, "recall-handed-in-zh.golden", report.Text(check.ZhHans, nil))
	golden(t, "recall-handed-in-en.golden", report.Text(check.En, nil))
	same(t, report)

	report, err = docs.Recall(script(t, "d 0 handin 1 unit \n d 5 out 1 unit 11"), docs.RecallInput{At: nine + 60*minute})
	if err != nil || !report.AllGivenBack() {
		t.Errorf("all given back %t, %v", report.AllGivenBack(), err)
	}
	incomplete := docs.RecallInput{At: nine + 60*minute, Heads: []journal.Head{{Desk: "d", Seq: 3}}}
	if report, err = docs.Recall(script(t, "d 0 handin 1 unit \n d 5 out 1 unit 11"), incomplete); err != nil || report.AllGivenBack() {
		t.Errorf("an entry is missing: all given back %t, %v", report.AllGivenBack(), err)
	}
}

func TestParseReportHandedIn(t *testing.T) {
	report, err := docs.Recall(script(t, lent), docs.RecallInput{At: nine + 60*minute})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, now, why string }{
		{`"copies":"000007-000009","unit"`, `"copies":"000006-000009","unit"`, "a copy of two units"},
		{`"copies":"000007-000009","unit"`, `"copies":"000007-000010","unit"`, "a copy that is not listed"},
		{`"unit":"other"`, `"unit":""`, "a unit without id"},
		{`"printRun":true,`, ``, "no opening balance"},
	} {
		changed := bytes.Replace(data, []byte(tt.old), []byte(tt.now), 1)
		if _, err := docs.ParseReport(changed, nil); err == nil || bytes.Equal(changed, data) {
			t.Errorf("%s: read %s", tt.why, changed)
		}
	}
}

func TestGiveBack(t *testing.T) {
	ledger, _ := docs.Fold(script(t, "d 0 handin 1-3 unit \n d 0 handin 4-5 other \n d 1 issue 1 A \n d 1 issue 2 A \n d 2 return 2 A"))
	for _, tt := range []struct {
		unit, receipt string
		want          []symbol.CopyNumber
		why           string
	}{
		{"unit", "7", []symbol.CopyNumber{2, 3}, "one is still with its reader"},
		{"other", "7", []symbol.CopyNumber{4, 5}, "all are in the store"},
		{"other", "", nil, "nobody signed"},
		{"third", "7", nil, "it handed nothing in"},
		{"", "7", nil, "no unit"},
	} {
		events, err := ledger.GiveBack("p", orgID(tt.unit), tt.receipt)
		var got []symbol.CopyNumber
		for _, e := range events {
			if out, ok := e.(docs.TransferredOut); ok && out.To == orgID(tt.unit) && out.Register == tt.receipt {
				got = append(got, out.Copy)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || (err == nil) != (tt.want != nil) {
			t.Errorf("%s: %v (-want +got)\n%s", tt.why, err, diff)
		}
	}
	if _, _, err := ledger.Admit(docs.TransferredOut{Paper: "p", Copy: 3, To: "other", Register: "7"}); err == nil {
		t.Error("a copy goes to the wrong unit")
	}
	if _, _, err := ledger.Admit(docs.HandedIn{Paper: "p", Copies: docs.Range{From: 3, To: 6}, From: "third", By: "r"}); err == nil {
		t.Error("a copy of a unit is handed in by another")
	}
}

func ExampleLedger_GiveBack() {
	log, _ := docs.NewLog().Append(journal.Stamp{Desk: "office", At: 1795222800000},
		docs.HandedIn{Paper: "经验材料", Copies: docs.Range{From: 1, To: 30}, From: "县水务局", By: "a"},
		docs.Issued{Paper: "经验材料", Copy: 1, Holder: "b"},
	)
	ledger, _ := docs.Fold(log)
	events, err := ledger.GiveBack("经验材料", "县水务局", "退字7号")
	fmt.Println(len(events), err)
	log, _ = log.Append(journal.Stamp{Desk: "office", At: 1795226400000}, events...)
	report, _ := docs.Recall(log, docs.RecallInput{At: 1795226400000})
	for x := range report.Owed() {
		fmt.Println(x.Reason().Text(check.ZhHans, nil))
	}
	// Output:
	// 29 <nil>
	// 经验材料第000001份由县水务局上交，尚未退还，现为“在外”
}
