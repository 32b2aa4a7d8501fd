package journal_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/journal"
)

// A written entry is a line of a log, whole and erased.
type written struct {
	desk          string
	seq           uint64
	at            int64
	typ           string
	version       int
	whole, erased string
}

// drawWritten draws an entry out of few desks, numbers and times, so that forks,
// gaps and clocks set back are common; of types that the ledger does not know too.
func drawWritten(t *rapid.T) written {
	w := written{
		desk:    rapid.SampledFrom([]string{"a", "b", "b/return", `窗口"丙"\1`}).Draw(t, "desk"),
		seq:     rapid.Uint64Range(1, 5).Draw(t, "seq"),
		at:      rapid.Int64Range(1, 6).Draw(t, "at"),
		typ:     rapid.SampledFrom([]string{"issued", "returned", "moved"}).Draw(t, "type"),
		version: rapid.IntRange(1, 2).Draw(t, "version"),
	}
	body := map[string]string{
		"issued":   `{"paper":"d1","copy":%d,"holder":"p7"}`,
		"returned": `{"paper":"d1","copy":%d,"by":"p7"}`,
		"moved":    `{"to":["e\u0301",{"x":%d.50}]}`,
	}[w.typ]
	if rapid.Bool().Draw(t, "spaced") { // decodes, but is not what the codec writes
		body = strings.Replace(body, `"d1"`, `"\u00641"`, 1)
	}
	body = fmt.Sprintf(body, rapid.IntRange(1, 2).Draw(t, "copy"))
	actor, salt, link := "", "", ""
	if rapid.Bool().Draw(t, "hasActor") {
		actor = `,"actor":"p\"1"`
	}
	if rapid.Bool().Draw(t, "salted") {
		salt = `,"salt":"000102030405060708090a0b0c0d0e0f"`
	}
	if rapid.IntRange(0, 3).Draw(t, "linked") == 0 {
		link = `,"link":"` + strings.Repeat("ab", 32) + `"`
	}
	w.whole = fmt.Sprintf(`{"huiwu":"journal.entry/1","log":"test.ledger","desk":%s,"seq":%d,"at":%d%s,"type":"%s","version":%d,"body":%s%s%s}`+"\n",
		must(json.Marshal(w.desk)), w.seq, w.at, actor, w.typ, w.version, body, salt, link)
	gone, n := parse(t, w.whole).Erase(func(journal.Entry[movement]) bool { return true })
	if n != 1 {
		t.Fatalf("%d entries of one erased: %s", n, w.whole)
	}
	w.erased = lines(t, gone)
	return w
}

// fatal is what a test of any kind has.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

func parse(t fatal, text string) journal.Log[movement] {
	t.Helper()
	l, found := journal.Parse(ledger, []byte(text), nil)
	if found.Len() > 0 {
		t.Fatalf("%v\n%s", found, text)
	}
	return l
}

func lines(t fatal, l journal.Log[movement]) string {
	t.Helper()
	text, err := l.AppendLines(nil)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return string(text)
}

// A twin is a log as anybody would write it: a set of entries by their lines, with
// the note whether an erased copy was seen.
type twin map[written]bool

func (a twin) add(w written, erased bool) { a[w] = a[w] || erased }

func (a twin) union(b twin) twin {
	out := maps.Clone(a)
	for w, erased := range b {
		out.add(w, erased)
	}
	return out
}

// effective is the greatest stamp of the desk up to the number.
func (a twin) effective(w written) int64 {
	at := w.at
	for v := range a {
		if v.desk == w.desk && v.seq <= w.seq {
			at = max(at, v.at)
		}
	}
	return at
}

// sorted returns the entries in the canonical order; in which order the bodies of
// a fork come is for the journal to say.
func (a twin) sorted() []written {
	return slices.SortedFunc(maps.Keys(a), func(v, w written) int {
		return cmp.Or(cmp.Compare(a.effective(v), a.effective(w)), cmp.Compare(v.desk, w.desk), cmp.Compare(v.seq, w.seq))
	})
}

func (a twin) forked(w written) bool {
	for v := range a {
		if v != w && v.desk == w.desk && v.seq == w.seq {
			return true
		}
	}
	return false
}

func (a twin) state(w written) journal.State {
	switch {
	case a.forked(w):
		return journal.Forked
	case a[w]:
		return journal.Erased
	case w.typ == "moved" || w.version > 1:
		return journal.Unknown
	default:
		return journal.Taken
	}
}

// missing returns the numbers that are not there, up to the head of each desk.
func (a twin) missing(heads map[string]uint64) map[journal.ID]bool {
	out := map[journal.ID]bool{}
	last := maps.Clone(heads)
	for w := range a {
		last[w.desk] = max(last[w.desk], w.seq)
	}
	for desk, n := range last {
		for seq := uint64(1); seq <= n; seq++ {
			out[journal.ID{Desk: desk, Seq: seq}] = true
		}
	}
	for w := range a {
		delete(out, journal.ID{Desk: w.desk, Seq: w.seq})
	}
	return out
}

// drawCopies draws some of the entries, each any number of times, whole or erased,
// in any order, as the text of a log and as its twin.
func drawCopies(t *rapid.T, name string, of []written) (string, twin) {
	var text strings.Builder
	tw := twin{}
	for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(of)-1), 0, 12).Draw(t, name) {
		if rapid.IntRange(0, 4).Draw(t, "erase") == 0 {
			text.WriteString(of[i].erased)
			tw.add(of[i], true)
		} else {
			text.WriteString(of[i].whole)
			tw.add(of[i], false)
		}
	}
	return text.String(), tw
}

// agree compares a log with its twin in everything that can be asked.
func agree(t fatal, l journal.Log[movement], tw twin) {
	t.Helper()
	want := tw.sorted()
	var last journal.Entry[movement]
	i := 0
	for e := range l.All() {
		if i == len(want) {
			t.Fatalf("more than %d entries", len(want))
		}
		w := want[i]
		if e.ID != (journal.ID{Desk: w.desk, Seq: w.seq}) || e.Effective != tw.effective(w) {
			t.Fatalf("entry %d is %v at %d, want %v", i, e.ID, e.Effective, w)
		}
		if e.ID != last.ID && e.State != tw.state(w) {
			t.Fatalf("%v is %v, want %v", e.ID, e.State, tw.state(w))
		}
		last = e
		i++
	}
	if i != len(want) || l.Len() != i {
		t.Fatalf("%d entries, Len %d, want %d", i, l.Len(), len(want))
	}
	var text []string
	for w, erased := range tw {
		if erased {
			text = append(text, w.erased)
		} else {
			text = append(text, w.whole)
		}
	}
	got := slices.Sorted(strings.SplitAfterSeq(strings.TrimSuffix(lines(t, l), "\n")+"\n", "\n"))
	if slices.Sort(text); len(text) > 0 && !slices.Equal(text, got[1:]) { // got[0] is the empty rest
		t.Fatalf("lines\n%q\nwant\n%q", got, text)
	}

	heads := []journal.Head{{Desk: "a", Seq: 4}, {Desk: "never", Seq: 2}, {Desk: "a", Seq: 1}}
	missing := tw.missing(map[string]uint64{"a": 4, "never": 2})
	count := journal.Count{Missing: uint64(len(missing))}
	seen := map[journal.ID]bool{}
	for w := range tw {
		id := journal.ID{Desk: w.desk, Seq: w.seq}
		if seen[id] {
			continue
		}
		seen[id] = true
		switch tw.state(w) {
		case journal.Taken:
			count.Taken++
		case journal.Unknown:
			count.Unknown++
		case journal.Erased:
			count.Erased++
		case journal.Forked:
			count.Forked++
		}
	}
	if c := l.Count(heads...); c != count {
		t.Fatalf("count %+v, want %+v", c, count)
	}
	for g := range l.Gaps(heads...) {
		if g.From > g.To || missing[journal.ID{Desk: g.Desk, Seq: g.From - 1}] || missing[journal.ID{Desk: g.Desk, Seq: g.To + 1}] {
			t.Fatalf("gap %+v is not a whole one of %v", g, missing)
		}
		for seq := g.From; seq <= g.To; seq++ {
			if id := (journal.ID{Desk: g.Desk, Seq: seq}); !missing[id] {
				t.Fatalf("%v is not missing, or twice", id)
			} else {
				delete(missing, id)
			}
		}
	}
	if len(missing) > 0 {
		t.Fatalf("no gap for %v", missing)
	}
	agreeFindings(t, l, tw)
}

func agreeFindings(t fatal, l journal.Log[movement], tw twin) {
	t.Helper()
	const now = 4
	back, ahead, unknown := 0, 0, 0
	forked, erasedDesks := map[journal.ID]int{}, map[string]bool{}
	for w, erased := range tw {
		before := int64(math.MinInt64)
		for v := range tw {
			if v.desk == w.desk && v.seq < w.seq {
				before = max(before, v.at)
			}
		}
		if w.at < before {
			back++
		}
		if w.at > now {
			ahead++
		}
		if tw.forked(w) {
			forked[journal.ID{Desk: w.desk, Seq: w.seq}]++
		}
		if erased {
			erasedDesks[w.desk] = true
		} else if w.typ == "moved" || w.version > 1 {
			unknown++
		}
	}
	found := l.Findings(&journal.Known{Now: now})
	if found.Count(journal.ClockSetBack) != back || found.Count(journal.StampAhead) != ahead ||
		found.Count(journal.TypeUnknown) != unknown || found.Count(journal.IDForked) != len(forked) ||
		found.Count(journal.PayloadErased) != len(erasedDesks) {
		t.Fatalf("%d clocks set back, %d ahead, %d unknown, %d forked, %d with erased; found\n%s",
			back, ahead, unknown, len(forked), len(erasedDesks), found.Text(2, nil))
	}
	for range l.SetBacks() {
		back--
	}
	for e := range l.Ahead(now) {
		if e.At <= now {
			t.Fatalf("%v is not ahead", e.ID)
		}
		ahead--
	}
	for bodies := range l.Forks() {
		if forked[bodies[0].ID] != len(bodies) {
			t.Fatalf("%d bodies of %v, want %d", len(bodies), bodies[0].ID, forked[bodies[0].ID])
		}
		delete(forked, bodies[0].ID)
	}
	if back != 0 || ahead != 0 || len(forked) != 0 {
		t.Fatalf("left over: %d set back, %d ahead, forks %v", back, ahead, forked)
	}
}
