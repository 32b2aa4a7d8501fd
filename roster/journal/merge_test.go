package journal_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/journal"
)

// propUnion holds the laws of a merge over logs that have anything wrong with
// them: the twin is a set, and a set has no order of arrival.
func propUnion(t *rapid.T) {
	universe := rapid.SliceOfN(rapid.Custom(drawWritten), 1, 10).Draw(t, "universe")
	textA, twinA := drawCopies(t, "a", universe)
	textB, twinB := drawCopies(t, "b", universe)
	textC, twinC := drawCopies(t, "c", universe)
	a, b, c := parse(t, textA), parse(t, textB), parse(t, textC)
	agree(t, a, twinA)

	ab := a.Merge(b)
	agree(t, ab, twinA.union(twinB))
	agree(t, a, twinA) // and is as it was
	agree(t, ab.Merge(c), twinA.union(twinB).union(twinC))

	want := lines(t, ab)
	same := func(law string, got journal.Log[movement]) {
		t.Helper()
		if text := lines(t, got); text != want {
			t.Fatalf("%s:\n%s\nwant\n%s", law, text, want)
		}
		if !got.Equal(ab) || !ab.Equal(got) {
			t.Fatalf("%s: not equal", law)
		}
	}
	if a.Equal(ab) != (lines(t, a) == want) || ab.Equal(b) != (lines(t, b) == want) {
		t.Fatal("Equal does not agree with the lines")
	}
	same("commutative", b.Merge(a))
	same("idempotent", ab.Merge(ab))
	same("absorbs what it has", ab.Merge(b).Merge(a))
	same("zero on the right", ab.Merge(journal.Log[movement]{}))
	same("zero on the left", journal.Log[movement]{}.Merge(ab))
	same("files put one after the other", parse(t, textA+textB))
	same("decode of encode", parse(t, want))
	shuffled := rapid.Permutation(strings.SplitAfter(textA+textB, "\n")).Draw(t, "shuffled")
	same("any order of lines", parse(t, strings.Join(shuffled, "")))
	entries := slices.AppendSeq(slices.Collect(b.All()), a.All())
	same("entries handed out and given back", must(journal.Of(ledger, entries...)))

	left, right := lines(t, a.Merge(b).Merge(c)), lines(t, a.Merge(b.Merge(c)))
	if left != right {
		t.Fatalf("associative:\n%s\nwant\n%s", left, right)
	}

	// A fold cannot tell how the log came together.
	held, odd := foldLedger(ab)
	again, oddAgain := foldLedger(parse(t, strings.Join(shuffled, "")))
	if !maps.Equal(held, again) || !slices.Equal(odd.room, oddAgain.room) || !odd.log.Equal(oddAgain.log) {
		t.Fatalf("fold of\n%s\ngives %v %v and %v %v", want, held, odd, again, oddAgain)
	}

	// What a desk has beyond the heads of another, united with the rest of it, is
	// the whole again.
	heads := slices.Collect(a.Heads())
	since := ab.Since(heads...)
	for e := range since.All() {
		if e.ID.Seq <= a.Head(e.ID.Desk).Seq {
			t.Fatalf("%v does not come after %v", e.ID, a.Head(e.ID.Desk))
		}
	}
	rest := slices.DeleteFunc(slices.Collect(ab.All()), func(e journal.Entry[movement]) bool {
		return e.ID.Seq > a.Head(e.ID.Desk).Seq
	})
	same("since", since.Merge(must(journal.Of(ledger, rest...))))
	if n := ab.Since(slices.Collect(ab.Heads())...).Len(); n != 0 {
		t.Fatalf("%d entries since the heads of the log itself", n)
	}
}

func TestUnion(t *testing.T) { rapid.Check(t, propUnion) }
func FuzzUnion(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propUnion)) }

// propErase holds that erasing and merging do not get into each other's way.
func propErase(t *rapid.T) {
	universe := rapid.SliceOfN(rapid.Custom(drawWritten), 1, 8).Draw(t, "universe")
	textA, twinA := drawCopies(t, "a", universe)
	textB, _ := drawCopies(t, "b", universe)
	a, b := parse(t, textA), parse(t, textB)
	number := rapid.Uint64Range(1, 5).Draw(t, "number")
	which := func(e journal.Entry[movement]) bool { return e.ID.Seq <= number && e.ID.Desk != "a" }

	gone, n := a.Erase(which)
	tw := maps.Clone(twinA)
	for w, erased := range twinA {
		if w.seq <= number && w.desk != "a" {
			tw[w] = true
			if !erased {
				n--
			}
		}
	}
	if n != 0 {
		t.Fatalf("counts %d entries too many", n)
	}
	agree(t, gone, tw)
	agree(t, a, twinA)

	if got := lines(t, gone.Merge(a)); got != lines(t, gone) || lines(t, a.Merge(gone)) != got {
		t.Fatalf("a merge brings back what was erased:\n%s", got)
	}
	goneB, _ := b.Erase(which)
	both, _ := a.Merge(b).Erase(which)
	if got, want := lines(t, gone.Merge(goneB)), lines(t, both); got != want {
		t.Fatalf("erased apart\n%s\nand together\n%s", got, want)
	}
	if back := parse(t, lines(t, gone)); !back.Equal(gone) || !back.Merge(gone).Equal(gone) || gone.Equal(a) != a.Equal(gone) {
		t.Fatal("copies of erased entries do not compare")
	}
	if again, n := gone.Erase(which); n != 0 || lines(t, again) != lines(t, gone) {
		t.Fatalf("erased twice: %d", n)
	}
}

func TestErase(t *testing.T) { rapid.Check(t, propErase) }
func FuzzErase(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propErase)) }

// The copies of one id that differ in nothing but one thing are a fork, in one
// order, however they come together.
func TestForkOfNearCopies(t *testing.T) {
	digit := func(c string) string { return strings.Repeat(c, 64) }
	gone := edit(`"type":"issued","version":1,"body":{"paper":"d1","copy":1,"holder":"p7"}`, `"erased":"`+digit("1")+`"`)
	for _, tt := range []struct {
		name string
		near []string
	}{
		{"erased, another digest", []string{gone, strings.Replace(gone, digit("1"), digit("2"), 1)}},
		{"erased, another time", []string{gone, strings.Replace(gone, `"at":7`, `"at":8`, 1)}},
		{"erased, other links", []string{gone, strings.Replace(gone, "}", `,"link":"`+digit("3")+`"}`, 1), strings.Replace(gone, "}", `,"link":"`+digit("4")+`"}`, 1)}},
		{"another time", []string{good, edit(`"at":7`, `"at":8`)}},
		{"an actor", []string{good, edit(`"at":7`, `"at":7,"actor":"p1"`)}},
		{"a salt", []string{good, edit(`"at":7`, `"at":7,"salt":"01020304050607080900010203040506"`)}},
		{"another version", []string{good, edit(`"version":1`, `"version":2`)}},
		{"another type", []string{good, edit(`"issued"`, `"moved"`)}},
		{"another spelling", []string{good, edit(`"d1"`, `"\u00641"`)}},
		{"other links", []string{
			good, edit(`"at":7`, `"at":7,"link":"`+digit("3")+`"`), edit(`"at":7`, `"at":7,"link":"`+digit("4")+`"`), edit(`"at":7`, `"at":7,"link":"`+digit("5")+`"`),
		}},
	} {
		var forth, back journal.Log[movement]
		for _, line := range tt.near {
			one := parse(t, line)
			if one.Equal(forth) {
				t.Errorf("%s: equal", tt.name)
			}
			forth, back = forth.Merge(one), one.Merge(back)
		}
		var reversed string
		for _, line := range tt.near {
			reversed = line + "\n" + reversed
		}
		want := lines(t, forth)
		if forth.Len() != len(tt.near) || forth.Count().Forked != 1 || lines(t, back) != want || lines(t, parse(t, reversed)) != want || !forth.Equal(back) {
			t.Errorf("%s: %d bodies:\n%s\n%s", tt.name, forth.Len(), want, lines(t, back))
		}
	}
}
