package journal_test

import (
	order "cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

const good = `{"huiwu":"journal.entry/1","log":"test.ledger","desk":"a","seq":1,"at":7,"type":"issued","version":1,"body":{"paper":"d1","copy":1,"holder":"p7"}}`

// edit changes the good line at one place.
func edit(old, new string) string {
	if !strings.Contains(good, old) {
		panic(old)
	}
	return strings.Replace(good, old, new, 1)
}

func TestParse(t *testing.T) {
	zeros, ones := strings.Repeat("0", 64), strings.Repeat("1", 64)
	erased := edit(`"type":"issued","version":1,"body":{"paper":"d1","copy":1,"holder":"p7"}`, `"erased":"`+ones+`"`)
	for _, tt := range []struct {
		name, text string
		n          int
		want       []string // path and code of the findings
		why        string
	}{
		{"empty", "", 0, nil, "an empty file is an empty log"},
		{"one", good + "\n", 1, nil, ""},
		{"no line break at the end", good, 1, nil, "editors cut it off"},
		{"line breaks of Windows", good + "\r\n\r\n" + good + "\r\n", 1, nil, "editors put them in"},
		{"empty lines", "\n \t\n" + good + "\n\n\n", 1, nil, "cat of files with such ends"},
		{"byte order mark of each file", "\ufeff" + good + "\n\ufeff" + good + "\n", 1, nil, "cat of files of Windows"},
		{"keys in another order", `{"at":7,"seq":1,"desk":"a","body":{"paper":"d1","copy":1,"holder":"p7"},"version":1,"type":"issued","log":"test.ledger","huiwu":"journal.entry/1"}`, 1, nil, "tools sort keys"},
		{"space in the body", strings.ReplaceAll(strings.ReplaceAll(good, ":", " : "), ",", " ,\t") + "\n" + good, 1, nil, "the same entry: space between tokens is not recorded"},
		{"erased", erased, 1, nil, ""},
		{"erased and whole", erased + "\n" + good, 2, nil, "the digest is not that of the whole one: a fork"},

		{"good lines beside bad ones", good + "\n{\n" + edit(`"seq":1`, `"seq":2`) + "\n", 2, []string{"line[2] wire/syntax"}, "a bad line costs nothing but itself"},
		{"two on a line", good + good, 0, []string{"line[1] wire/trailing-text"}, "a lost line break must not pass for one entry"},
		{"cut off", good[:60], 0, []string{"line[1] wire/syntax"}, "a crash while writing"},
		{"an array", "[" + good + "]", 0, []string{"line[1] wire/wrong-type"}, ""},
		{"key in another case", edit(`"seq"`, `"Seq"`), 0, []string{"line[1].Seq wire/key-case"}, "two readers would read two numbers"},
		{"key twice", edit(`"seq":1`, `"seq":1,"seq":2`), 0, []string{"line[1].seq wire/duplicate-key"}, "two readers would read two numbers"},
		{"key twice in an unknown event", edit(`"issued","version":1,"body":{`, `"moved","version":1,"body":{"paper":"d2",`), 0, []string{"line[1].body.paper wire/duplicate-key"}, "also where nobody here reads it"},
		{"unknown key", edit(`"seq":1`, `"seq":1,"note":"x"`), 0, []string{"line[1].note wire/unknown-key"}, "what is not kept would be lost"},
		{"not UTF-8", edit(`"p7"`, "\"\xc4\xe3\""), 0, []string{"line[1].body.holder wire/not-utf8"}, ""},
		{"another line format", edit(`entry/1`, `entry/2`), 0, []string{"line[1].huiwu wire/refused"}, "a newer version may mean anything"},
		{"no format", edit(`"huiwu":"journal.entry/1",`, ``), 0, []string{"line[1].huiwu journal/missing-key"}, ""},
		{"another log", edit(`test.ledger`, `test.items`), 0, []string{"line[1].log journal/foreign-line"}, "files of two rooms in one"},
		{"no log", edit(`"log":"test.ledger",`, ``), 0, []string{"line[1].log journal/missing-key"}, ""},
		{"no desk", edit(`"desk":"a",`, ``), 0, []string{"line[1].desk journal/bad-desk"}, ""},
		{"number 0", edit(`"seq":1`, `"seq":0`), 0, []string{"line[1].seq journal/bad-seq"}, "numbers begin at 1"},
		{"number too great", edit(`"seq":1`, `"seq":9007199254740992`), 0, []string{"line[1].seq journal/bad-seq"}, "other readers would round it"},
		{"number below 0", edit(`"seq":1`, `"seq":-1`), 0, []string{"line[1].seq wire/out-of-range"}, ""},
		{"number with a point", edit(`"seq":1`, `"seq":1.0`), 0, []string{"line[1].seq wire/not-whole"}, ""},
		{"no time", edit(`"at":7,`, ``), 0, []string{"line[1].at journal/bad-time"}, ""},
		{"actor", edit(`"at":7`, `"at":7,"actor":"p\u202e"`), 0, []string{"line[1].actor journal/bad-actor"}, "it turns what follows"},
		{"no type", edit(`"type":"issued",`, ``), 0, []string{"line[1].type journal/missing-key"}, ""},
		{"bad type", edit(`"issued"`, `" issued"`), 0, []string{"line[1].type journal/bad-type"}, ""},
		{"no version", edit(`"version":1,`, ``), 0, []string{"line[1].version journal/bad-version"}, ""},
		{"no body", edit(`,"body":{"paper":"d1","copy":1,"holder":"p7"}`, ``), 0, []string{"line[1].body journal/missing-key"}, ""},
		{"erased and not", strings.Replace(erased, `"at":7`, `"at":7,"actor":"p1"`, 1), 0, []string{"line[1].erased journal/half-erased"}, "somebody erased by hand and forgot the actor"},
		{"erased but for the salt", strings.Replace(erased, `"at":7`, `"at":7,"salt":"000102030405060708090a0b0c0d0e0f"`, 1), 0, []string{"line[1].erased journal/half-erased"}, "the salt is there to be erased"},
		{"digest in capitals", strings.Replace(erased, ones, strings.Repeat("A", 64), 1), 0, []string{"line[1].erased wire/refused"}, "a value has one text"},
		{"short digest", strings.Replace(erased, ones, ones[1:], 1), 0, []string{"line[1].erased wire/refused"}, ""},
		{"zero digest", strings.Replace(erased, ones, zeros, 1), 0, []string{"line[1].erased wire/refused"}, "zero is none"},
		{"zero link", edit(`"at":7`, `"at":7,"link":"`+zeros+`"`), 0, []string{"line[1].link wire/refused"}, "zero is none"},
		{"short salt", edit(`"at":7`, `"at":7,"salt":"01"`), 0, []string{"line[1].salt wire/refused"}, ""},
		{"everything wrong", `{"seq":0,"version":-1}`, 0, []string{
			"line[1].at journal/bad-time", "line[1].body journal/missing-key", "line[1].desk journal/bad-desk", "line[1].huiwu journal/missing-key",
			"line[1].log journal/missing-key", "line[1].seq journal/bad-seq", "line[1].type journal/missing-key", "line[1].version journal/bad-version",
		}, "all findings at once"},
		{"deep", edit(`{"paper":"d1","copy":1,"holder":"p7"}`, strings.Repeat("[", 100_000)), 0, []string{"line[1].body" + strings.Repeat("[0]", 63) + " wire/too-deep"}, "bounded"},
		{"long line", edit("d1", strings.Repeat("x", journal.MaxLine)), 0, []string{"line[1] journal/long-line"}, "bounded"},
	} {
		log, found := journal.Parse(ledger, []byte(tt.text), nil)
		var got []string
		for p := range found.All() {
			got = append(got, p.Path()+" "+string(p.Code()))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || log.Len() != tt.n {
			t.Errorf("%s: %d entries, want %d; findings (-want +got):\n%s%s", tt.name, log.Len(), tt.n, diff, tt.why)
		}
	}
}

func TestParseNamesLines(t *testing.T) {
	text := good + "\n\n" + edit(`"seq":1`, `"seq":0`) + "\n" + edit(`"desk":"a"`, `"desk":`) + "\n" + edit("ledger", "items")
	_, found := journal.Parse(ledger, []byte(text), nil)
	want := `line[3].seq: 序号 0 超出 1 至 9007199254740991
line[4].desk: 第 4 行第 55 列：JSON 语法错误，不是 JSON 值；其后未读取
line[5].log: 第 5 行属于记录簿 “test.items”，不属于 “test.ledger”，未读入
`
	if diff := cmp.Diff(want, found.Text(check.ZhHans, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParseLimits(t *testing.T) {
	text := []byte(good + "\n" + edit(`"seq":1`, `"seq":2`) + "\n")
	for _, tt := range []struct {
		lim  *journal.Limits
		n    int
		code check.Code
	}{
		{&journal.Limits{Bytes: len(text), Line: len(good)}, 2, ""},
		{&journal.Limits{Bytes: len(text) - 1}, 0, journal.TooLarge},
		{&journal.Limits{Line: len(good) - 1}, 0, journal.LongLine},
		{&journal.Limits{Bytes: -1, Line: -1}, 2, ""},
	} {
		log, found := journal.Parse(ledger, text, tt.lim)
		if log.Len() != tt.n || found.Has(tt.code) != (tt.code != "") {
			t.Errorf("%+v: %d entries, %v", tt.lim, log.Len(), found)
		}
	}
	// What is too large is read in parts.
	log, _ := journal.Parse(ledger, text[:len(good)+1], nil)
	rest, _ := journal.Parse(ledger, text[len(good)+1:], nil)
	if got := lines(t, rest.Merge(log)); got != string(text) {
		t.Errorf("in parts: %s", got)
	}
}

// An event that cannot be read is never lost, and never reaches the step of a fold.
func TestUnreadStaysAsItIs(t *testing.T) {
	for _, tt := range []struct {
		name, line string
		code       check.Code
	}{
		{"unknown type", edit(`"issued"`, `"moved"`), journal.TypeUnknown},
		{"newer version", edit(`"version":1`, `"version":2`), journal.TypeUnknown},
		{"greatest version", edit(`"version":1`, `"version":2147483647`), journal.TypeUnknown},
		{"wrong field", edit(`"holder"`, `"keeper"`), journal.EventUnreadable},
		{"wrong type", edit(`"copy":1`, `"copy":"1"`), journal.EventUnreadable},
		{"no object", edit(`{"paper":"d1","copy":1,"holder":"p7"}`, `17`), journal.EventUnreadable},
		{"null", edit(`{"paper":"d1","copy":1,"holder":"p7"}`, `null`), journal.EventUnreadable},
	} {
		log := parse(t, tt.line)
		if got := lines(t, log); got != tt.line+"\n" {
			t.Errorf("%s: written as %s", tt.name, got)
		}
		if found := log.Findings(nil); found.Count(tt.code) != 1 || found.Has(journal.TypeUnknown) == found.Has(journal.EventUnreadable) {
			t.Errorf("%s: %v", tt.name, found)
		}
		if held, _ := foldLedger(log); len(held) > 0 || log.Complete() {
			t.Errorf("%s: the fold takes it: %v", tt.name, held)
		}
		for e := range log.All() {
			typ, version, body, ok := e.Unread()
			if e.State != journal.Unknown || e.Event != nil || !ok || !strings.Contains(tt.line, fmt.Sprintf(`"type":%q,"version":%d,"body":%s}`, typ, version, body)) {
				t.Errorf("%s: %+v %s %d %s", tt.name, e, typ, version, body)
			}
		}
	}
	for e := range parse(t, good).All() {
		if _, _, _, ok := e.Unread(); ok {
			t.Error("an event that was read is unread")
		}
	}
}

// A program that knows the type reads what one that does not has kept.
func TestUnreadIsReadLater(t *testing.T) {
	older := &journal.Codec[movement]{Name: "test.ledger", Types: ledger.Types[1:]}
	kept, found := journal.Parse(older, []byte(good), nil)
	if found.Len() > 0 || kept.Count().Unknown != 1 {
		t.Fatal(found)
	}
	later := parse(t, lines(t, kept))
	if held, _ := foldLedger(later); !cmp.Equal(held, holders{{"d1", 1}: "p7"}) {
		t.Errorf("held %v", held)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(good + "\n" + edit(`"seq":1`, `"seq":2`))
	f.Add(edit(`"issued"`, `"moved"`) + "\n" + edit(`"at":7`, `"at":7,"actor":"p1","salt":"000102030405060708090a0b0c0d0e0f"`))
	f.Add(edit(`"type":"issued","version":1,"body":{"paper":"d1","copy":1,"holder":"p7"}`, `"erased":"`+strings.Repeat("1", 64)+`"`) + "\n" + good)
	text, _ := chain(f, ledger, "a", 3)
	f.Add(strings.Join(text, ""))
	f.Add("\ufeff" + edit(`"body":{`, `"body": { `) + "\r\n{")
	f.Fuzz(func(t *testing.T, text string) {
		log, found := journal.Parse(ledger, []byte(text), nil)
		n := 0
		for line := range strings.Lines(text) {
			if strings.Trim(line, " \t\r\n") != "" {
				n++
			}
		}
		if log.Len() > n || log.Len() < n && found.Len() == 0 && log.Len() == 0 {
			t.Fatalf("%d entries of %d lines, %v", log.Len(), n, found)
		}
		out := lines(t, log)
		again := parse(t, out)
		if got := lines(t, again); got != out {
			t.Fatalf("decode of encode gives\n%s\nwant\n%s", got, out)
		}
		if got := lines(t, again.Merge(log)); got != out {
			t.Fatalf("merge with itself gives\n%s\nwant\n%s", got, out)
		}
		if !again.Findings(nil).Equal(log.Findings(nil)) || !again.Verify().Equal(log.Verify()) || again.Count() != log.Count() {
			t.Fatalf("read back: %v, %v", again.Findings(nil), log.Findings(nil))
		}
		if log.Complete() && log.Findings(&journal.Known{}).Has(journal.SeqMissing) {
			t.Fatal("complete over a gap")
		}
		entries := slices.Collect(log.All())
		if !slices.IsSortedFunc(entries, func(a, b journal.Entry[movement]) int {
			return order.Or(order.Compare(a.Effective, b.Effective), a.ID.Compare(b.ID))
		}) {
			t.Fatal("not in the canonical order")
		}
		last := map[string]uint64{}
		for _, e := range entries {
			if e.ID.Seq < last[e.ID.Desk] {
				t.Fatalf("%v comes after %d of its desk", e.ID, last[e.ID.Desk])
			}
			last[e.ID.Desk] = e.ID.Seq
		}
	})
}
