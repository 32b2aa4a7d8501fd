package journal_test

import (
	"fmt"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Two desks go on from what they share, apart, and meet again.
func Example() {
	shared, err := journal.New(ledger).Append(
		journal.Stamp{Desk: "desk1", At: 1767225600000, Actor: "p1"},
		issued{Paper: "d3", Copy: 1, Holder: "p7"}, issued{Paper: "d3", Copy: 2, Holder: "p8"},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	one, err := shared.Append(journal.Stamp{Desk: "desk1", At: 1767229200000, Actor: "p1"}, issued{Paper: "d3", Copy: 3, Holder: "p9"})
	if err != nil {
		fmt.Println(err)
		return
	}
	two, err := shared.Append(journal.Stamp{Desk: "desk2", At: 1767227400000, Actor: "p2"}, returned{Paper: "d3", Copy: 1, By: "p7"})
	if err != nil {
		fmt.Println(err)
		return
	}

	log := one.Merge(two)
	for e := range log.All() {
		fmt.Println(e.ID, e.Event)
	}
	fmt.Println(journal.Fold(log, 0, func(out int, e journal.Entry[movement]) int {
		switch e.Event.(type) {
		case issued:
			return out + 1
		case returned:
			return out - 1
		default:
			panic("unknown movement")
		}
	}), "copies are out")
	fmt.Println("complete:", log.Complete(journal.Head{Desk: "desk1", Seq: 3}, journal.Head{Desk: "desk2", Seq: 2}))
	// Output:
	// desk1#1 {d3 1 p7}
	// desk1#2 {d3 2 p8}
	// desk2#1 {d3 1 p7}
	// desk1#3 {d3 3 p9}
	// 2 copies are out
	// complete: false
}

// A desk was set up anew from an old copy and gave number 2 a second time. Both
// entries are kept, and neither is taken.
func ExampleLog_Forks() {
	first, err := journal.New(ledger).Append(journal.Stamp{Desk: "desk1", At: 1000}, issued{"d3", 1, "p7"})
	if err != nil {
		fmt.Println(err)
		return
	}
	before, _ := first.Append(journal.Stamp{Desk: "desk1", At: 2000}, issued{"d3", 2, "p8"})
	anew, _ := first.Append(journal.Stamp{Desk: "desk1", At: 3000}, issued{"d3", 2, "p9"})

	log := before.Merge(anew)
	for bodies := range log.Forks() {
		for _, e := range bodies {
			fmt.Println(e.ID, e.State, e.At, e.Event)
		}
	}
	held, _ := foldLedger(log)
	fmt.Println(held)
	fmt.Print(log.Findings(nil).Text(check.ZhHans, nil))

	// A desk that remembers its last number does not give it twice.
	anew, _ = first.Append(journal.Stamp{Desk: "desk1", At: 3000, After: 2}, issued{"d3", 2, "p9"})
	fmt.Println(anew.Head("desk1").Seq, anew.Complete(), before.Merge(anew).Complete())
	// Output:
	// desk1#2 forked 2000 {d3 2 p8}
	// desk1#2 forked 3000 {d3 2 p9}
	// map[{d3 1}:p7]
	// desk1[2]: 登记点 “desk1” 第 2 号有 2 条内容不同的记录，全部保留，均不采用，请核实后另行登记更正
	// 3 false true
}

// A holder asks for deletion. The chain still holds, and a copy of the log that
// comes from elsewhere does not bring the entry back.
func ExampleLog_Erase() {
	salt := journal.Salt{1, 2, 3} // of a random source in earnest
	log, err := journal.New(ledger).Append(
		journal.Stamp{Desk: "desk1", At: 1767225600000, Actor: "p1", Chain: true, Salt: salt},
		issued{"d3", 1, "p7"}, issued{"d3", 2, "p8"}, returned{"d3", 1, "p7"},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	head := log.Head("desk1") // published

	erased, n := log.Erase(func(e journal.Entry[movement]) bool {
		ev, ok := e.Event.(issued)
		return ok && ev.Holder == "p8"
	})
	fmt.Println(n, "erased; chain holds:", erased.Verify(head).Len() == 0)
	for e := range log.Merge(erased).All() {
		fmt.Println(e.ID, e.State, e.Event)
	}

	short, err := journal.Of(ledger, first(log, 2)...)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("cut off, without the head:", short.Verify().Len(), "findings")
	fmt.Print(short.Verify(head).Text(check.En, nil))
	// Output:
	// 1 erased; chain holds: true
	// desk1#1 taken {d3 1 p7}
	// desk1#2 erased <nil>
	// desk1#3 taken {d3 1 p7}
	// cut off, without the head: 0 findings
	// desk1[3]: missing from desk "desk1": entry 3; its chain cannot be followed across the gap
}

func first(log journal.Log[movement], n int) []journal.Entry[movement] {
	var out []journal.Entry[movement]
	for e := range log.All() {
		if len(out) < n {
			out = append(out, e)
		}
	}
	return out
}

// A bad line is a finding beside the good ones; an event of a type that the
// program does not know is kept.
func ExampleParse() {
	text := `{"huiwu":"journal.entry/1","log":"test.ledger","desk":"a","seq":1,"at":1000,"type":"issued","version":1,"body":{"paper":"d3","copy":1,"holder":"p7"}}
{"huiwu":"journal.entry/1","log":"test.ledger","desk":"a","seq":2,"at":2000,"type":"moved","version":1,"body":{"room":"r2"}}
{"huiwu":"journal.entry/1","log":"test.ledger","desk":"a","seq":0,"at":3000,"type":"issued","version":1,"body":{}}
`
	log, found := journal.Parse(ledger, []byte(text), nil)
	fmt.Print(found.Text(check.En, nil))
	fmt.Print(log.Findings(nil).Text(check.En, nil))
	out, err := log.AppendLines(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(out))
	// Output:
	// line[3].seq: number 0 is not from 1 to 9007199254740991
	// a[2]: entry 2 of desk "a" is of type "moved", version 1, which this program does not know: it is kept as it is and not taken
	// {"huiwu":"journal.entry/1","log":"test.ledger","desk":"a","seq":1,"at":1000,"type":"issued","version":1,"body":{"paper":"d3","copy":1,"holder":"p7"}}
	// {"huiwu":"journal.entry/1","log":"test.ledger","desk":"a","seq":2,"at":2000,"type":"moved","version":1,"body":{"room":"r2"}}
}

// What a host writes to its file after a record, and what two machines say to each
// other.
func ExampleLog_Since() {
	log, err := journal.New(ledger).Append(journal.Stamp{Desk: "a", At: 1000}, issued{"d3", 1, "p7"})
	if err != nil {
		fmt.Println(err)
		return
	}
	before := log.Head("a")
	log, err = log.Append(journal.Stamp{Desk: "a", At: 2000}, returned{"d3", 1, "p7"})
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := log.Since(before).AppendLines(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(text))
	// Output:
	// {"huiwu":"journal.entry/1","log":"test.ledger","desk":"a","seq":2,"at":2000,"type":"returned","version":1,"body":{"paper":"d3","copy":1,"by":"p7"}}
}
