package journal_test

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

var regexpLink = regexp.MustCompile(`,"link":"[0-9a-f]*"`)

// chain returns the lines of a desk with a chain, and its head.
func chain(t testing.TB, codec *journal.Codec[movement], desk string, n int) (text []string, head journal.Head) {
	t.Helper()
	log := journal.New(codec)
	var events []movement
	for i := range n {
		events = append(events, issued{Paper: "d1", Copy: uint32(i), Holder: fmt.Sprintf("p%d", i%7)})
	}
	log = must(log.Append(journal.Stamp{Desk: desk, At: 1767225600000, Actor: "p1", Chain: true, Salt: journal.Salt{7}}, events[:n/2]...))
	log = must(log.Append(journal.Stamp{Desk: desk, At: 1767225700000, Actor: "p2"}, events[n/2:]...))
	return slices.Collect(strings.Lines(string(must(log.AppendLines(nil))))), log.Head(desk)
}

// harmed reports whether the change of a chain is seen: by the reader or by the
// chain, with and without the head.
func harmed(t testing.TB, text []string, head journal.Head) (read, inner, withHead bool) {
	t.Helper()
	log, found := journal.Parse(ledger, []byte(strings.Join(text, "")), nil)
	inner, withHead = log.Verify().Failed(), log.Verify(head).Failed()
	if inner && !withHead {
		t.Fatal("a head hides a finding")
	}
	return found.Failed() || found.Has(journal.ForeignLine), inner, withHead
}

// Each of 10,000 entries is harmed in every way there is; of 500 in a short run.
func TestChainShowsEveryChange(t *testing.T) {
	const each = 5
	desks := 2000
	if testing.Short() {
		desks = 100
	}
	random := rand.New(rand.NewPCG(1, 2))
	for d := range desks {
		text, head := chain(t, ledger, fmt.Sprintf("desk%04d", d), each)
		if read, inner, withHead := harmed(t, text, head); read || inner || withHead {
			t.Fatal("a sound chain is refused")
		}
		for i := range each {
			b := []byte(text[i])
			at := random.IntN(len(b) - 1) // the line break belongs to no entry
			b[at] ^= byte(1 + random.IntN(255))
			changed := slices.Clone(text)
			changed[i] = string(b)
			if read, _, withHead := harmed(t, changed, head); !read && !withHead {
				t.Fatalf("byte %d changed from %q to %q", at, text[i], b)
			}

			// The same without the help of the reader: another holder, another stamp.
			changed[i] = strings.Replace(text[i], `"holder":"p`, `"holder":"q`, 1)
			if _, inner, _ := harmed(t, changed, head); !inner {
				t.Fatalf("changed event in %s", changed[i])
			}
			changed[i] = strings.Replace(text[i], `"at":17`, `"at":18`, 1)
			if _, inner, _ := harmed(t, changed, head); !inner {
				t.Fatalf("changed stamp in %s", changed[i])
			}

			out := slices.Delete(slices.Clone(text), i, i+1)
			switch _, inner, withHead := harmed(t, out, head); {
			case !withHead:
				t.Fatalf("entry %d left out", i+1)
			case inner != (i < each-1):
				t.Fatalf("entry %d left out: seen without the head: %v", i+1, inner)
			}

			if i == each-1 {
				continue
			}
			renumber := func(line string, to int) string {
				_, rest, _ := strings.Cut(line, `"seq":`)
				_, rest, _ = strings.Cut(rest, ",")
				before, _, _ := strings.Cut(line, `"seq":`)
				return fmt.Sprintf(`%s"seq":%d,%s`, before, to, rest)
			}
			swapped := slices.Clone(text)
			swapped[i], swapped[i+1] = renumber(text[i+1], i+1), renumber(text[i], i+2)
			if _, inner, _ := harmed(t, swapped, head); !inner {
				t.Fatalf("entries %d and %d swapped", i+1, i+2)
			}

			inserted := slices.Clone(text[:i+1])
			inserted = append(inserted, renumber(strings.Replace(text[i], `"copy":`, `"copy":9`, 1), i+2))
			for j, line := range text[i+1:] {
				inserted = append(inserted, renumber(line, i+3+j))
			}
			if _, inner, _ := harmed(t, inserted, head); !inner {
				t.Fatalf("an entry inserted after %d", i+1)
			}
		}
	}
}

// Every byte of a chain, not a sample: of one line of each kind.
func TestChainShowsEveryByte(t *testing.T) {
	log := must(journal.New(ledger).Append(journal.Stamp{Desk: "a", At: 1767225600000, Actor: "p1", Chain: true, Salt: journal.Salt{7}},
		issued{"d1", 17, "p7"}, returned{"d1", 17, "p\n7"}))
	log, _ = log.Erase(func(e journal.Entry[movement]) bool { return e.ID.Seq == 2 })
	head := log.Head("a")
	text := lines(t, log)
	for i := range text {
		for _, c := range []byte("\x00 \n\"09AFaf,:{}[]\\\x80\xff" + string(text[i]^0x20)) {
			if text[i] == c || text[i] == '\n' {
				continue
			}
			b := []byte(text)
			b[i] = c
			if read, _, withHead := harmed(t, []string{string(b)}, head); !read && !withHead {
				t.Fatalf("byte %d, %q, as %q goes unseen in\n%s", i, text[i], c, b)
			}
		}
	}
}

func TestOneLongChain(t *testing.T) {
	text, head := chain(t, ledger, "a", 10_000)
	if read, inner, withHead := harmed(t, text, head); read || inner || withHead {
		t.Fatal("a sound chain is refused")
	}
	if _, inner, withHead := harmed(t, text[:9_000], head); inner || !withHead {
		t.Errorf("cut tail: seen without the head %v, with it %v", inner, withHead)
	}
	earlier, _ := journal.Parse(ledger, []byte(strings.Join(text[:9_000], "")), nil)
	if _, _, withHead := harmed(t, text, earlier.Head("a")); withHead {
		t.Error("an earlier head does not hold any more")
	}
	// Anew from the middle: only the head tells.
	forged := must(earlier.Append(journal.Stamp{Desk: "a", At: 1767225700000, Actor: "p2"}, slices.Repeat([]movement{issued{}}, 1_000)...))
	if forged.Verify().Len() > 0 || !forged.Verify(head).Has(journal.HeadDiffers) {
		t.Errorf("forged tail: %v, with the head %v", forged.Verify(), forged.Verify(head))
	}
}

// propErasedChain erases any of the entries: the chain still holds, and still shows
// what was done to the others.
func propErasedChain(t *rapid.T) {
	n := rapid.IntRange(1, 8).Draw(t, "n")
	log := journal.New(ledger)
	for i := range n {
		stamp := journal.Stamp{Desk: "a", At: rapid.Int64Range(1, 9).Draw(t, "at"), Actor: "p1", Chain: true}
		if rapid.Bool().Draw(t, "salted") {
			stamp.Salt = journal.Salt{byte(i + 1)}
		}
		log = must(log.Append(stamp, issued{Copy: uint32(i)}))
	}
	head := log.Head("a")
	gone := rapid.SliceOfN(rapid.Bool(), n, n).Draw(t, "gone")
	erased, _ := log.Erase(func(e journal.Entry[movement]) bool { return gone[e.ID.Seq-1] })
	if found := erased.Verify(head); found.Len() > 0 {
		t.Fatalf("%v", found)
	}
	for e := range erased.Desk("a") {
		if last := (journal.Head{Desk: "a", Seq: e.ID.Seq, Link: e.Link()}); e.ID.Seq == uint64(n) && last != head || erased.Verify(last).Len() > 0 {
			t.Fatalf("link %v", last)
		}
	}
	if got := erased.Head("a"); got != head {
		t.Fatalf("head %v, want %v", got, head)
	}
	if slices.Contains(gone, true) == erased.Complete() || !log.Complete() {
		t.Fatalf("complete without what is erased: %+v", erased.Count())
	}
	text := lines(t, erased)
	if strings.Count(text, `"p1"`)+strings.Count(text, `"erased"`) != n {
		t.Fatalf("payload left behind:\n%s", text)
	}
	back := parse(t, text)
	if found := back.Verify(head); found.Len() > 0 || lines(t, back) != text {
		t.Fatalf("read back: %v", found)
	}
	i := rapid.IntRange(0, n-1).Draw(t, "changed")
	line := strings.SplitAfter(text, "\n")[i]
	other := strings.Replace(line, `"copy":`, `"copy":1`, 1)
	if gone[i] {
		digit := strings.Index(line, `"erased":"`) + len(`"erased":"`)
		other = line[:digit] + string("1023456789abcdef"[strings.IndexByte("0123456789abcdef", line[digit])]) + line[digit+1:]
	}
	if other == line {
		return
	}
	if !parse(t, strings.Replace(text, line, other, 1)).Verify().Has(journal.ChainBroken) {
		t.Fatalf("%s goes unseen as\n%s", line, other)
	}
}

func TestErasedChain(t *testing.T) { rapid.Check(t, propErasedChain) }

// The bytes that digests and links cover are a promise: a chain that was recorded
// once has to hold in every later version. The formulas stand here a second time.
func TestDigestIsOfTheseBytes(t *testing.T) {
	log := must(journal.New(ledger).Append(journal.Stamp{Desk: "a/b", At: 258, Actor: "p1", Chain: true, Salt: journal.Salt{7}}, returned{"d1", 3, "p7"}))
	text := func(s string) string { return string(binary.BigEndian.AppendUint32(nil, uint32(len(s)))) + s }
	number := func(n uint64) string { return string(binary.BigEndian.AppendUint64(nil, n)) }

	saltOf := sha256.Sum256([]byte("huiwu journal.salt/1\x00\x07" + strings.Repeat("\x00", 15) + text("a/b") + number(1)))
	salt := saltOf[:16]
	digest := journal.Digest(sha256.Sum256([]byte("huiwu journal.payload/1\x00" + text("test.ledger") + text("a/b") + number(1) + number(258) +
		string(salt) + text("p1") + text(`{"paper":"d1","copy":3,"by":"p7"}`) + text("returned") + number(1))))
	link := journal.Digest(sha256.Sum256([]byte("huiwu journal.link/1\x00" + strings.Repeat("\x00", 32) + text("a/b") + number(1) + number(258) + string(digest[:]))))

	want := fmt.Sprintf(`{"huiwu":"journal.entry/1","log":"test.ledger","desk":"a/b","seq":1,"at":258,"actor":"p1",`+
		`"type":"returned","version":1,"body":{"paper":"d1","copy":3,"by":"p7"},"salt":"%x","link":"%v"}`+"\n", salt, link)
	if got := lines(t, log); got != want {
		t.Errorf("recorded\n%swant\n%s", got, want)
	}
	log, _ = log.Erase(func(journal.Entry[movement]) bool { return true })
	want = fmt.Sprintf(`{"huiwu":"journal.entry/1","log":"test.ledger","desk":"a/b","seq":1,"at":258,"erased":"%v","link":"%v"}`+"\n", digest, link)
	if got := lines(t, log); got != want {
		t.Errorf("erased\n%swant\n%s", got, want)
	}
}

func TestHostsOwnHash(t *testing.T) {
	codec := *ledger
	codec.Hash = func(data []byte) [32]byte { return sha256.Sum256(append([]byte("another hash"), data...)) }
	text, head := chain(t, &codec, "a", 4)
	log, found := journal.Parse(&codec, []byte(strings.Join(text, "")), nil)
	if found.Len() > 0 || log.Verify(head).Len() > 0 {
		t.Errorf("%v, %v", found, log.Verify(head))
	}
	if log, _ = log.Erase(func(e journal.Entry[movement]) bool { return e.ID.Seq == 3 }); log.Verify(head).Len() > 0 {
		t.Errorf("erased: %v", log.Verify(head))
	}
	if _, inner, _ := harmed(t, text, head); !inner {
		t.Error("SHA-256 takes the chain of another hash")
	}
}

func TestVerifyNames(t *testing.T) {
	text, head := chain(t, ledger, "a", 6)
	whole := parse(t, strings.Join(text, ""))
	bare := regexpLink.ReplaceAllString(strings.Join(text, ""), "")
	other := must(parse(t, strings.Join(text[:3], "")).Append(journal.Stamp{Desk: "a", At: 9, Actor: "p9"}, issued{}))
	for _, tt := range []struct {
		name  string
		log   journal.Log[movement]
		heads []journal.Head
		want  []string
		why   string
	}{
		{"sound", whole, []journal.Head{head, whole.Since().Head("a")}, nil, "a head may come twice"},
		{"hole", parse(t, text[0]+text[3]+text[4]+text[5]), nil, []string{"a[2] journal/chain-gap"}, "one hole is one finding, and the chain goes on behind it"},
		{"no start", parse(t, text[1]+text[2]), nil, []string{"a[1] journal/chain-gap"}, "a chain begins at 1"},
		{"cut", parse(t, text[0]+text[1]), []journal.Head{head}, []string{"a[3] journal/chain-gap"}, "the head says how many there are"},
		{"desk gone", journal.New(ledger), []journal.Head{head}, []string{"a[1] journal/chain-gap"}, "the head says that there was a desk"},
		{"head without link", journal.New(ledger), []journal.Head{{Desk: "a", Seq: 3}}, nil, "no chain is claimed; Gaps tells"},
		{"links taken off", parse(t, bare), []journal.Head{head}, []string{"a[6] journal/head-differs"}, "the head says that there was a chain"},
		{"links taken off, and the head", parse(t, strings.Join(strings.SplitAfter(bare, "\n")[:5], "")), []journal.Head{head}, []string{"a[6] journal/chain-gap"}, "the head says that there was a chain"},
		{"links taken off, hole at the head", parse(t, bare), []journal.Head{{Desk: "a", Seq: 6, Link: head.Link}, {Desk: "a", Seq: 2}}, []string{"a[6] journal/head-differs"}, "heads are asked each"},
		{"one link taken off", parse(t, regexpLink.ReplaceAllString(text[0], "")+text[1]), nil, []string{"a[1] journal/chain-broken", "a[2] journal/chain-broken"}, "a chain has no entries outside"},
		{"link taken off behind a hole", parse(t, text[0]+regexpLink.ReplaceAllString(text[2], "")), nil, []string{"a[2] journal/chain-gap", "a[3] journal/chain-broken"}, "a chain has no entries outside"},
		{"links taken off, and an entry", parse(t, strings.Replace(bare, regexpLink.ReplaceAllString(text[1], ""), "", 1)), []journal.Head{{Desk: "a", Seq: 2, Link: head.Link}}, []string{"a[2] journal/chain-gap"}, "the head says that there was an entry with a link"},
		{"head without link inside", whole, []journal.Head{{Desk: "a", Seq: 3}}, nil, "it says nothing of a link"},
		{"fork", whole.Merge(other), []journal.Head{head, other.Head("a")}, nil, "both branches hold; Findings reports the fork"},
	} {
		var got []string
		for p := range tt.log.Verify(tt.heads...).All() {
			got = append(got, p.Path()+" "+string(p.Code()))
		}
		if !slices.Equal(tt.want, got) {
			t.Errorf("%s: %q, want %q (%s)", tt.name, got, tt.want, tt.why)
		}
	}
	report := parse(t, text[0]+text[3]).Verify()
	if got := report.Text(check.ZhHans, nil); got != "a[2]: 登记点 “a” 缺第 2 至 3 号记录，校验链无法连接\n" {
		t.Errorf("sentence %q", got)
	}
}

// A fork may go on in many branches; beyond so many they are not followed.
func TestBranches(t *testing.T) {
	base := must(journal.New(ledger).Append(journal.Stamp{Desk: "a", At: 1, Chain: true}, issued{}))
	log := base
	for i := range journal.MaxBranches + 1 {
		log = log.Merge(must(base.Append(journal.Stamp{Desk: "a", At: 2}, issued{Copy: uint32(i)}, returned{Copy: uint32(i)})))
		if want := max(0, i+1-journal.MaxBranches); log.Verify().Len() != want {
			t.Errorf("%d branches: %v", i+1, log.Verify())
		}
	}
}
