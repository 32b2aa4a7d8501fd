package docs_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

func TestRecallList(t *testing.T) {
	log, in := congress(t)
	in.Papers = append(in.Papers, docs.Paper{ID: "guide", Place: 1, Title: "会议指南", Kind: docs.Guide})
	in.Frozen = docs.Freeze(log, nine+470*minute) // before anybody brought anything back
	list, err := docs.ListRecall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, l := range []docs.RecallList{list, list.Of("west")} {
		table, err := wire.CSV{}.Append(nil, l.Rows(names))
		if err != nil {
			t.Fatal(err)
		}
		b.Write(table)
		data, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(data, '\n'))
		sameRecallList(t, l)
	}
	golden(t, "recall-list.golden", b.String())
	if list.At() != nine+470*minute || list.Count() != 24 || list.Of("west").Count() != 6 || list.Of("nowhere").Count() != 0 {
		t.Errorf("%d copies at %d", list.Count(), list.At())
	}
	if data, err := json.Marshal(docs.RecallList{}); err != nil || string(data) != "null" {
		t.Errorf("no list is %s, %v", data, err)
	}
	in.At = 0
	if _, err := docs.ListRecall(log, in); err == nil {
		t.Error("a list at no time")
	}
}

func sameRecallList(t failer, l docs.RecallList) {
	t.Helper()
	data, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	back, err := docs.ParseRecallList(data, nil)
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	again, err := json.Marshal(back)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, again) || !slices.EqualFunc(l.Rows(nil), back.Rows(nil), slices.Equal) {
		t.Fatalf("the list reads back as another one\n%s\n%s", data, again)
	}
}

// A copy that the frozen expectation holds and the record of today does not know to be
// out stays on the list, with nobody.
func TestRecallListWithoutHolder(t *testing.T) {
	whole := script(t, "d 0 print 1-9 \n d 1 issue 1 A \n d 1 issue 2 A \n e 1 issue 3 A")
	in := docs.RecallInput{At: nine + 60*minute, Frozen: docs.Freeze(whole, nine+10*minute)}
	list, err := docs.ListRecall(script(t, "d 0 print 1-9 \n d 1 issue 1 A \n d 1 issue 2 A"), in)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for x := range list.All() {
		for _, h := range x.Held {
			got = append(got, fmt.Sprint(x.Paper, " ", x.Recall, " ", h.Copies, " ", h.Holder))
		}
	}
	if fmt.Sprint(got) != "[p true 000001-000002 A p true 000003 ]" {
		t.Error(got)
	}
	sameRecallList(t, list)
}

func TestParseRecallListRefuses(t *testing.T) {
	log, in := congress(t)
	in.Frozen = docs.Freeze(log, nine+470*minute)
	list, err := docs.ListRecall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, now, why string }{
		{`"copies":"000002"`, `"copies":"000001"`, "a copy twice"},
		{`"holder":"d02"`, `"holder":"d01"`, "neighbours that are not joined"},
		{`"holder":"d02"`, `"holder":"d\n"`, "no id"},
		{`"org":"south"`, `"org":"s\n"`, "no id"},
		{`"paper":"list"`, `"paper":"report"`, "a paper twice"},
		{`"paper":"list"`, `"paper":"s"`, "papers out of order"},
		{`"paper":"list"`, `"place":1000,"paper":"list"`, "no such place"},
		{`"at":`, `"at":-`, "no time"},
		{`"offset":28800`, `"offset":2880000`, "no clock"},
		{`"docs.recall-list/1"`, `"docs.recall-list/2"`, "a newer version"},
		{`"held":[`, `"helt":[`, "an unknown key"},
	} {
		changed := bytes.Replace(data, []byte(tt.old), []byte(tt.now), 1)
		if _, err := docs.ParseRecallList(changed, nil); err == nil || bytes.Equal(changed, data) {
			t.Errorf("%s: read %s", tt.why, changed)
		}
	}
}

// registered is a day at two desks whose clerks sign: a clean return, a swap, a round, a
// damaged copy, an unknown one, one that was mistyped and corrected, one that a unit
// takes home and one that is taken home without a receipt.
func registered(t testing.TB) docs.Log {
	t.Helper()
	log := script(t, "o 0 print 1-20 \n o 1 issue 1 A \n o 1 issue 2 B \n o 1 issue 3 C \n o 1 issue 4 A \n o 1 issue 5 B \n o 1 issue 6 C \n o 1 issue 7 D \n o 1 issue 8 D \n o 1 issue 9 D")
	var err error
	for i, e := range []docs.Event{
		docs.Returned{Paper: "p", Copy: 1, By: "A"},
		docs.PageChecked{Paper: "p", Copy: 1},
		docs.Returned{Paper: "p", Copy: 2, By: "C"},
		docs.Returned{Paper: "p", Copy: 3, By: "B"}, // a swap
		docs.Returned{Paper: "p", Copy: 4, By: "B"},
		docs.Returned{Paper: "p", Copy: 5, By: "C"},
		docs.Returned{Paper: "p", Copy: 6, By: "A"}, // a round
		docs.PageChecked{Paper: "p", Copy: 6, Missing: []int{3}},
		docs.Returned{Paper: "p", Copy: 70, By: "D"},
		docs.Returned{Paper: "p", Copy: 8, By: "A"},
		docs.Corrected{Entry: journal.ID{Desk: "door", Seq: 10}, Reason: "mistyped"},
		docs.TransferredOut{Paper: "p", Copy: 7, To: "unit", Register: "收字12号"},
		docs.TransferredOut{Paper: "p", Copy: 8, To: "unit"},
	} {
		actor := "clerk"
		if i == 2 {
			actor = ""
		}
		if log, err = log.Append(journal.Stamp{Desk: "door", At: nine + int64(100+i)*minute, Actor: actor}, e); err != nil {
			t.Fatal(err)
		}
	}
	return log
}

func TestRegister(t *testing.T) {
	in := docs.RecallInput{
		At: nine + 200*minute, Offset: china, Holders: []docs.Holder{{ID: "A", Org: "north"}, {ID: "B", Org: "south"}},
		Papers: []docs.Paper{{ID: "p", Number: "会办〔2026〕3号", Title: "t", Mark: mark(t, "秘密★5年"), Copies: 20, Recall: true}},
	}
	register, err := docs.RegisterHandovers(registered(t), in)
	if err != nil {
		t.Fatal(err)
	}
	table, err := wire.CSV{}.Append(nil, register.Rows(nil))
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(register)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "register.golden", string(table)+string(data)+"\n")
	var unsigned, unit []symbol.CopyNumber
	for h := range register.Unsigned() {
		unsigned = append(unsigned, h.Copy)
	}
	for h := range register.Of("unit") {
		unit = append(unit, h.Copy)
	}
	if fmt.Sprint(unsigned, unit) != "[000002 000008] [000007 000008]" || register.At() != in.At {
		t.Error(unsigned, unit)
	}
	sameRegister(t, register)
	if data, err := json.Marshal(docs.Register{}); err != nil || string(data) != "null" {
		t.Errorf("no register is %s, %v", data, err)
	}
	in.At = 0
	if _, err := docs.RegisterHandovers(registered(t), in); err == nil {
		t.Error("a register at no time")
	}
}

// The remark is the gravest exception of the entry, and a condition is that of the
// return it was found after.
func TestRegisterRemarks(t *testing.T) {
	register, err := docs.RegisterHandovers(script(t, "d 0 handin 1-9 unit \n d 1 out 1 other \n d 2 issue 2 A \n d 3 return 2 A \n d 4 issue 2 A \n d 5 return 2 A \n d 6 pages 2"), docs.RecallInput{At: nine + 60*minute})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for h := range register.All() {
		got = append(got, fmt.Sprint(h.Entry.Seq, " ", h.Condition, " ", h.Remark.Label()))
	}
	want := []string{"4 unchecked ", "6 complete ", "2 unchecked 退错单位"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func sameRegister(t failer, r docs.Register) {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := docs.ParseRegister(data, nil)
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	again, err := json.Marshal(back)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, again) || !slices.EqualFunc(r.Rows(nil), back.Rows(nil), slices.Equal) {
		t.Fatalf("the register reads back as another one\n%s\n%s", data, again)
	}
}

func TestParseRegisterRefuses(t *testing.T) {
	register, err := docs.RegisterHandovers(registered(t), docs.RecallInput{At: nine + 200*minute})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(register)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, now, why string }{
		{`"by":"A",`, ``, "nobody brought it"},
		{`"by":"A",`, `"by":"A","receipt":"x",`, "a receipt for a return"},
		{`"seq":1}`, `"seq":7}`, "an entry twice"},
		{`"seq":1}`, `"seq":0}`, "no entry"},
		{`"copy":"000001"`, `"copy":"000000"`, "no copy"},
		{`"by":"A"`, `"by":"Z"`, "out of order"},
		{`"condition":"complete"`, `"condition":"fine"`, "no condition"},
		{`"out":true`, `"out":true,"condition":"complete"`, "nobody counts what goes out"},
		{`"org":"unit"`, `"org":""`, "no unit"},
		{`"at":`, `"at":-`, "no time"},
		{`"docs.register/1"`, `"docs.register/2"`, "a newer version"},
	} {
		changed := bytes.Replace(data, []byte(tt.old), []byte(tt.now), 1)
		if _, err := docs.ParseRegister(changed, nil); err == nil || bytes.Equal(changed, data) {
			t.Errorf("%s: read %s", tt.why, changed)
		}
	}
}

func TestConditions(t *testing.T) {
	for c := docs.Unchecked; c <= docs.Damaged; c++ {
		text, err := c.MarshalText()
		var back docs.Condition
		if err != nil || back.UnmarshalText(text) != nil || back != c || c.Label() == "" || c.String() != string(text) {
			t.Errorf("%d: %s, %v", c, text, err)
		}
	}
	if _, err := docs.Condition(9).MarshalText(); err == nil || docs.Condition(9).Label() != "" || docs.Condition(9).String() != "Condition(9)" {
		t.Error("a condition that is none is written")
	}
}

// propLists: whatever is recorded, list and register read back as themselves; the list
// counts what the expectation holds, and the register has a line for every return and
// transfer that the fold takes and no correction took out.
func propLists(t *rapid.T) {
	log, err := docs.LogOf(genEntries(t)...)
	if err != nil {
		t.Fatal(err)
	}
	in := docs.RecallInput{At: nine + 60*minute, Holders: []docs.Holder{{ID: "A", Org: "x"}, {ID: "B", Org: "x"}}}
	if rapid.Bool().Draw(t, "frozen") {
		in.Frozen = docs.Freeze(log, nine+rapid.Int64Range(1, 50).Draw(t, "at")*minute)
	}
	list, err := docs.ListRecall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	sameRecallList(t, list)
	report, err := docs.Recall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	n := list.Count()
	for b := range report.Papers() {
		for _, r := range b.Expected() {
			n -= r.Len()
		}
	}
	for x := range report.Exceptions() {
		if x.Kind() == docs.Unaccounted {
			n -= x.Copies().Len()
		}
	}
	if !in.Frozen.IsZero() && n != 0 {
		t.Fatalf("the list differs from the expectation by %d", n)
	}
	register, err := docs.RegisterHandovers(log, in)
	if err != nil {
		t.Fatal(err)
	}
	sameRegister(t, register)
	want := map[journal.ID]bool{}
	struck := false
	for e := range log.All() {
		switch e.Event.(type) {
		case docs.Returned, docs.TransferredOut:
			want[e.ID] = true
		case docs.Corrected:
			struck = true
		}
	}
	for h := range register.All() {
		if !want[h.Entry] {
			t.Fatalf("%v is no handover or stands twice", h.Entry)
		}
		delete(want, h.Entry)
	}
	if !struck && len(want) > 0 {
		t.Fatalf("not in the register: %v", want)
	}
}

func TestLists(t *testing.T) { rapid.Check(t, propLists) }

func FuzzParseRecallList(f *testing.F) {
	log, in := congress(f)
	in.Frozen = docs.Freeze(log, nine+470*minute)
	list, err := docs.ListRecall(log, in)
	if err != nil {
		f.Fatal(err)
	}
	data, err := json.Marshal(list)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if l, err := docs.ParseRecallList(data, nil); err == nil {
			sameRecallList(t, l)
		}
	})
}

func FuzzParseRegister(f *testing.F) {
	register, err := docs.RegisterHandovers(registered(f), docs.RecallInput{At: nine + 200*minute})
	if err != nil {
		f.Fatal(err)
	}
	data, err := json.Marshal(register)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := docs.ParseRegister(data, nil); err == nil {
			sameRegister(t, r)
		}
	})
}

func ExampleListRecall() {
	log, _ := docs.NewLog().Append(journal.Stamp{Desk: "office", At: 1795222800000},
		docs.Printed{Paper: "p1", Copies: docs.Range{From: 1, To: 5}},
		docs.Issued{Paper: "p1", Copy: 1, Holder: "a"},
		docs.Issued{Paper: "p1", Copy: 2, Holder: "a"},
	)
	list, err := docs.ListRecall(log, docs.RecallInput{
		At: 1795226400000, Offset: 28800, Holders: []docs.Holder{{ID: "a", Org: "北片代表团"}},
		Papers: []docs.Paper{{ID: "p1", Place: 1, Title: "工作报告", Copies: 5, Recall: true, Deadline: calendar.MustParseDateTime("2026-11-21 12:00")}},
	})
	table, _ := wire.CSV{}.Append(nil, list.Rows(nil))
	fmt.Print(string(table), err, "\n")
	// Output:
	// place,paper,number,title,mark,recall,deadline,copies,count,holder,org
	// 1,p1,,工作报告,,true,2026-11-21 12:00,000001-000002,2,a,北片代表团
	// <nil>
}

func ExampleRegisterHandovers() {
	log, _ := docs.NewLog().Append(journal.Stamp{Desk: "door", At: 1795222800000, Actor: "clerk"},
		docs.Issued{Paper: "p1", Copy: 1, Holder: "a"},
		docs.Returned{Paper: "p1", Copy: 1, By: "b"},
	)
	register, err := docs.RegisterHandovers(log, docs.RecallInput{At: 1795226400000, Offset: 28800})
	for h := range register.All() {
		fmt.Println(h.Copy, h.By, h.Desk, h.Holder, h.Condition.Label(), h.Remark.Label(), h.Signed())
	}
	fmt.Println(err)
	// Output:
	// 000001 b clerk a 未清点 持有人不符 true
	// <nil>
}
