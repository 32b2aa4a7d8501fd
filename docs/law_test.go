package docs_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

var (
	somePapers = []roster.PaperID{"p", "q"}
	somePeople = []roster.PersonID{"A", "B", "C"}
	someDesks  = []string{"d", "e", "f"}
)

// genEvent draws an event about few copies of few papers, so that events meet.
func genEvent(t *rapid.T) docs.Event {
	paper := rapid.SampledFrom(somePapers).Draw(t, "paper")
	person := rapid.SampledFrom(somePeople)
	c := symbol.CopyNumber(rapid.SampledFrom([]int{1, 2, 3, 4, 5, 12, 21}).Draw(t, "copy"))
	from := symbol.CopyNumber(rapid.IntRange(1, 6).Draw(t, "from"))
	r := docs.Range{From: from, To: from + symbol.CopyNumber(rapid.IntRange(0, 5).Draw(t, "more"))}
	reference := rapid.SampledFrom([]string{"", "ok", "other"})
	switch rapid.IntRange(0, 18).Draw(t, "event") {
	case 0:
		return docs.Printed{Paper: paper, Copies: r}
	case 1:
		return docs.Stocked{Paper: paper, Copies: r}
	case 2:
		return docs.Voided{Paper: paper, Copies: r, Reason: "spoiled"}
	case 3, 4:
		return docs.Issued{Paper: paper, Copy: c, Holder: person.Draw(t, "holder")}
	case 5:
		return docs.Receipted{Paper: paper, Copy: c, By: person.Draw(t, "by")}
	case 6:
		return docs.Transferred{Paper: paper, Copy: c, From: person.Draw(t, "from"), To: person.Draw(t, "to")}
	case 7, 8:
		return docs.Returned{Paper: paper, Copy: c, By: person.Draw(t, "by")}
	case 9:
		return docs.PageChecked{Paper: paper, Copy: c, Missing: rapid.SliceOfN(rapid.IntRange(1, 9), 0, 2).Draw(t, "missing")}
	case 10:
		return docs.DefectNoted{Paper: paper, Copy: c, Note: "torn"}
	case 11:
		return docs.LostReported{Paper: paper, Copy: c, By: person.Draw(t, "by")}
	case 12:
		return docs.Found{Paper: paper, Copy: c, By: person.Draw(t, "by")}
	case 13:
		return docs.Archived{Paper: paper, Copy: c, Code: "code"}
	case 14:
		return docs.DestructionApproved{Paper: paper, Copies: r, By: "chief", Reference: reference.Draw(t, "reference")}
	case 15:
		return docs.Destroyed{
			Paper: paper, Copies: r, By: person.Draw(t, "by"), Approval: reference.Draw(t, "approval"),
			Watchers: rapid.SliceOfN(person, 0, 3).Draw(t, "watchers"),
		}
	case 16:
		return docs.TransferredOut{Paper: paper, Copy: c, To: "unit", Register: reference.Draw(t, "register")}
	case 17:
		return docs.HandedIn{Paper: paper, Copies: r, From: rapid.SampledFrom([]roster.OrgID{"unit", "other"}).Draw(t, "from"), By: "runner"}
	default:
		return docs.Corrected{
			Entry: journal.ID{
				Desk: rapid.SampledFrom(someDesks).Draw(t, "desk"), Seq: rapid.Uint64Range(1, 30).Draw(t, "seq"),
			},
			Reason: "mistyped",
		}
	}
}

// genEntries draws what several desks record, with clocks that jump.
func genEntries(t *rapid.T) []journal.Entry[docs.Event] {
	var entries []journal.Entry[docs.Event]
	seq := map[string]uint64{}
	for range rapid.IntRange(0, 40).Draw(t, "n") {
		desk := rapid.SampledFrom(someDesks).Draw(t, "desk")
		seq[desk]++
		entries = append(entries, journal.Entry[docs.Event]{
			ID: journal.ID{Desk: desk, Seq: seq[desk]}, At: nine + rapid.Int64Range(0, 50).Draw(t, "minute")*minute,
			Event: genEvent(t),
		})
	}
	return entries
}

// propLedger: whatever is recorded, every copy is in one state, both sides of every
// balance agree, and the report depends on the set of entries alone.
func propLedger(t *rapid.T) {
	entries := genEntries(t)
	if len(entries) > 3 && rapid.Bool().Draw(t, "damage") {
		entries = slices.Delete(entries, 1, 2)
		forked := entries[0]
		forked.At++
		entries = append(entries, forked)
	}
	log, err := docs.LogOf(entries...)
	if err != nil {
		t.Fatal(err)
	}
	in := docs.RecallInput{At: nine + 60*minute, Holders: []docs.Holder{{ID: "A", Org: "x"}, {ID: "B", Org: "x"}}}
	report, err := docs.Recall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	ledger, found := docs.Fold(log)
	balances(t, ledger, report)
	for _, x := range found {
		for _, l := range []check.Lang{check.ZhHans, check.En} {
			if text := x.Reason().Text(l, nil); bytes.ContainsAny([]byte(text), "{}") {
				t.Fatalf("%v says %q", x.Kind(), text)
			}
		}
	}
	same(t, report)

	// In any order, split over desks that meet in any order, some of it twice.
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
	parts := make([]docs.Log, 3)
	random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	for i := range parts {
		var mine []journal.Entry[docs.Event]
		for j, e := range entries {
			if j%len(parts) == i || random.IntN(4) == 0 {
				mine = append(mine, e)
			}
		}
		if parts[i], err = docs.LogOf(mine...); err != nil {
			t.Fatal(err)
		}
	}
	for _, merged := range []docs.Log{
		parts[0].Merge(parts[1]).Merge(parts[2]), parts[2].Merge(parts[0].Merge(parts[1])), parts[1].Merge(parts[2]).Merge(parts[1]).Merge(parts[0]),
	} {
		other, err := docs.Recall(merged, in)
		if err != nil {
			t.Fatal(err)
		}
		if want, got := text(t, report), text(t, other); want != got {
			t.Fatalf("after another merge\n%s\nafter this one\n%s", want, got)
		}
	}
}

func text(t *rapid.T, r docs.Report) string {
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// balances holds a report against the ledger, copy by copy.
func balances(t *rapid.T, l docs.Ledger, r docs.Report) {
	type key struct {
		paper  roster.PaperID
		holder roster.PersonID
		state  docs.CopyState
	}
	want := map[key]int{}
	charged := map[key]int{}
	outside := map[roster.PaperID]int{}
	for p := range l.Papers() {
		_, printed := l.PrintRun(p)
		for c := symbol.CopyNumber(1); c < 40; c++ {
			rec := l.Copy(p, c)
			if rec.State == docs.Unprinted {
				continue
			}
			if rec.Outside && printed {
				outside[p]++
			} else {
				want[key{paper: p, state: rec.State}]++
			}
			if rec.Holder != "" {
				charged[key{p, rec.Holder, rec.State}]++
			}
		}
	}
	for b := range r.Papers() {
		total, known := b.Total()
		if n, printed := l.PrintRun(b.Paper()); known != printed || known && n != total || !b.Agrees() {
			t.Fatalf("%s: %d printed, balance of %d", b.Paper(), n, total)
		}
		for s := docs.Registered; s <= docs.Void; s++ {
			if b.Count(s) != want[key{paper: b.Paper(), state: s}] {
				t.Fatalf("%s: %d copies are %v, want %d", b.Paper(), b.Count(s), s, want[key{paper: b.Paper(), state: s}])
			}
		}
		if n := len(b.Outside()); (n > 0) != (outside[b.Paper()] > 0) {
			t.Fatalf("%s: outside %v, want %d", b.Paper(), b.Outside(), outside[b.Paper()])
		}
	}
	byOrg := map[roster.OrgID]int{}
	for b := range r.Holders() {
		if !b.Agrees() {
			t.Fatalf("%s does not balance", b.Holder())
		}
		for s := docs.Registered; s <= docs.Void; s++ {
			k := key{b.Paper(), b.Holder(), s}
			if b.Count(s) != charged[k] {
				t.Fatalf("%v: %d copies, want %d", k, b.Count(s), charged[k])
			}
			delete(charged, k)
		}
		total, _ := b.Total()
		byOrg[b.Org()] += total
	}
	if len(charged) > 0 {
		t.Fatalf("not charged: %v", slices.Collect(maps.Keys(charged)))
	}
	for b := range r.Delegations() {
		total, _ := b.Total()
		byOrg[b.Org()] -= total
		if !b.Agrees() {
			t.Fatalf("delegation %q does not balance", b.Org())
		}
	}
	for org, n := range byOrg {
		if n != 0 {
			t.Fatalf("delegation %q differs from its members by %d", org, n)
		}
	}
	held := 0
	for x := range r.Outstanding() {
		held += x.Copies().Len()
		if rec := l.Copy(x.Paper(), x.Copies().From); rec.State != docs.Held || rec.Holder != x.Who() || rec.Since != x.At() {
			t.Fatalf("outstanding %v of %s: %+v", x.Copies(), x.Who(), rec)
		}
	}
	owed := map[roster.PaperID][]symbol.CopyNumber{}
	for x := range r.Owed() {
		for c := x.Copies().From; c <= x.Copies().To; c++ {
			owed[x.Paper()] = append(owed[x.Paper()], c)
			if rec := l.Copy(x.Paper(), c); rec.Unit != x.Org() || rec.State != x.State() || x.Org() == "" {
				t.Fatalf("owed %v to %s: %+v", c, x.Org(), rec)
			}
		}
	}
	for p := range l.Papers() {
		var want []symbol.CopyNumber
		for c := symbol.CopyNumber(1); c < 40; c++ {
			if rec := l.Copy(p, c); rec.Unit != "" && rec.State != docs.PassedOn {
				want = append(want, c)
			}
		}
		if !slices.Equal(want, owed[p]) {
			t.Fatalf("%s: owed are %v, want %v", p, owed[p], want)
		}
		if len(want) > 0 && r.AllGivenBack() {
			t.Fatal("all given back, says the report, and copies are owed")
		}
	}
	if held > 0 && r.AllReturned() {
		t.Fatal("all returned, says the report, and copies are out")
	}
}

func TestLedger(t *testing.T) { rapid.Check(t, propLedger) }

func FuzzLedger(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propLedger)) }

// script0 is a log in which a few copies are printed.
func script0() docs.Log {
	log, err := docs.NewLog().Append(journal.Stamp{Desk: "d", At: nine}, docs.Printed{Paper: "p", Copies: docs.Range{From: 1, To: 9}})
	if err != nil {
		panic(err)
	}
	return log
}

// propAdmit: what is admitted and recorded raises no exception if it was a decision,
// and exactly those announced if it was seen.
func propAdmit(t *rapid.T) {
	log := script0()
	for i := range rapid.IntRange(1, 25).Draw(t, "n") {
		e := genEvent(t)
		switch e.(type) {
		case docs.Corrected, docs.Printed, docs.HandedIn: // these may change what entries before them raise
			continue
		}
		ledger, before := docs.Fold(log)
		events, seen, err := ledger.Admit(e)
		if err != nil {
			continue
		}
		log, err = log.Append(journal.Stamp{Desk: "d", At: nine + int64(i)*minute}, events...)
		if err != nil {
			t.Fatal(err)
		}
		_, after := docs.Fold(log)
		if decided := len(seen) == 0; decided && len(after) > len(before) {
			t.Fatalf("%#v was admitted in silence and raised\n%s", e, told(after))
		} else if !decided && len(after) == len(before) {
			t.Fatalf("%#v was announced with %s and raised nothing", e, told(seen))
		}
	}
}

func TestAdmit(t *testing.T) { rapid.Check(t, propAdmit) }
