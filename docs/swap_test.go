package docs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// A round of three reads as a sentence that names everybody in it.
func TestSwapRound(t *testing.T) {
	_, found := docs.Fold(script(t, "d 0 print 1-9 \n d 1 issue 4 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 9 return 4 B \n d 9 return 2 C \n d 9 return 3 A"))
	if len(found) != 1 {
		t.Fatal(told(found))
	}
	if diff := cmp.Diff([]docs.Exchange{
		{Copy: 2, By: "C", Holder: "B", Entry: journal.ID{Desk: "d", Seq: 6}},
		{Copy: 4, By: "B", Holder: "A", Entry: journal.ID{Desk: "d", Seq: 5}},
		{Copy: 3, By: "A", Holder: "C", Entry: journal.ID{Desk: "d", Seq: 7}},
	}, found[0].Round()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want := "3 persons brought copies of p in a round: in the order of C, B, A each brought that of the next (000002, 000004, 000003) and the last that of the first; no copy is missing"
	if got := found[0].Reason().Text(check.En, nil); got != want {
		t.Error(got)
	}
	report, err := docs.Recall(script(t, "d 0 print 1-9 \n d 1 issue 4 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 9 return 4 B \n d 9 return 2 C \n d 9 return 3 A"), docs.RecallInput{At: nine + 60*minute})
	if err != nil {
		t.Fatal(err)
	}
	same(t, report)
}

// genReturns draws who holds which copy and who brings it.
func genReturns(t *rapid.T, permutation bool) (holders, bringers []roster.PersonID) {
	n := rapid.IntRange(1, 9).Draw(t, "copies")
	people := rapid.IntRange(1, 6).Draw(t, "people")
	var order []int
	for i := range n {
		order = append(order, i)
	}
	order = rapid.Permutation(order).Draw(t, "order")
	name := func(i int) roster.PersonID { return roster.PersonID(fmt.Sprintf("p%d", i)) }
	for i := range n {
		if permutation { // each person holds one copy and brings one
			holders, bringers = append(holders, name(i)), append(bringers, name(order[i]))
			continue
		}
		holders = append(holders, name(rapid.IntRange(0, people-1).Draw(t, "holder")))
		bringers = append(bringers, name(rapid.IntRange(0, people-1).Draw(t, "bringer")))
	}
	return holders, bringers
}

// propSwaps: every wrong holder is told exactly once, alone, in a pair or in a round;
// what stays alone has no round left in it; and if everybody brought one copy for one,
// nothing stays alone, with a pair or a round for each cycle of the exchange.
func propSwaps(t *rapid.T) {
	permutation := rapid.Bool().Draw(t, "permutation")
	holders, bringers := genReturns(t, permutation)
	events := []docs.Event{docs.Printed{Paper: "p", Copies: docs.Range{From: 1, To: 20}}}
	wrong := map[symbol.CopyNumber]docs.Exchange{}
	for i, h := range holders {
		c := symbol.CopyNumber(i + 1)
		events = append(events, docs.Issued{Paper: "p", Copy: c, Holder: h})
		if h != bringers[i] {
			wrong[c] = docs.Exchange{Copy: c, By: bringers[i], Holder: h}
		}
	}
	for i, b := range bringers {
		events = append(events, docs.Returned{Paper: "p", Copy: symbol.CopyNumber(i + 1), By: b})
	}
	log, err := docs.NewLog().Append(journal.Stamp{Desk: "d", At: nine}, events...)
	if err != nil {
		t.Fatal(err)
	}
	_, found := docs.Fold(log)
	alone := map[roster.PersonID][]roster.PersonID{}
	exchanges := 0
	for _, x := range found {
		members := []docs.Exchange{{Copy: x.Copies().From, By: x.Who(), Holder: x.Holder()}}
		switch x.Kind() {
		case docs.WrongHolder:
			alone[x.Who()] = append(alone[x.Who()], x.Holder())
		case docs.Swap:
			if x.Copies().From < x.Near()[0] {
				exchanges++
			}
		case docs.SwapRound:
			exchanges++
			members = x.Round()
		default:
			t.Fatalf("%v", x.Kind())
		}
		for i, m := range members {
			m.Entry = journal.ID{}
			if wrong[m.Copy] != m {
				t.Fatalf("%+v is told twice or as it was not", m)
			}
			delete(wrong, m.Copy)
			if len(members) > 1 && m.Holder != members[(i+1)%len(members)].By {
				t.Fatalf("%+v is no round", members)
			}
		}
	}
	if len(wrong) > 0 {
		t.Fatalf("not told: %+v", wrong)
	}
	var closes func(from roster.PersonID, path string) bool
	closes = func(from roster.PersonID, path string) bool {
		for _, to := range alone[from] {
			if strings.Contains(path, string(to)+" ") || closes(to, path+string(to)+" ") {
				return true
			}
		}
		return false
	}
	for who := range alone {
		if closes(who, string(who)+" ") {
			t.Fatalf("a round is left in %v", alone)
		}
	}
	if permutation && (len(alone) > 0 || exchanges != cycles(holders, bringers)) {
		t.Fatalf("%d exchanges and %v alone, want %d", exchanges, alone, cycles(holders, bringers))
	}
}

// cycles counts the cycles of two persons and more of a permutation.
func cycles(holders, bringers []roster.PersonID) int {
	next := map[roster.PersonID]roster.PersonID{}
	for i, h := range holders {
		next[h] = bringers[i]
	}
	n := 0
	for _, h := range holders {
		size := 0
		for at := h; next[at] != ""; size++ {
			at, next[at] = next[at], ""
		}
		if size > 1 {
			n++
		}
	}
	return n
}

func TestSwaps(t *testing.T) { rapid.Check(t, propSwaps) }

func FuzzSwaps(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propSwaps)) }
