package journal_test

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Every rule is met by something here, and its sentence is whole in both languages.
func TestSentences(t *testing.T) {
	at := func(desk string, ms int64) journal.Stamp { return journal.Stamp{Desk: desk, At: ms, Actor: "p1"} }
	fork := must(journal.New(ledger).Append(at("窗口", 2000), issued{"d1", 1, "p7"})).
		Merge(must(journal.New(ledger).Append(at("窗口", 3000), issued{"d1", 1, "p8"})))
	odd := must(fork.Append(at("窗口", 1000), issued{"d1", 2, "p7"})).
		Merge(parse(t, edit(`"seq":1`, `"seq":3`)+"\n"+strings.Replace(edit(`"seq":1`, `"seq":4`), `"holder"`, `"keeper"`, 1)+"\n"+edit(`"issued"`, `"moved"`)))
	odd, _ = odd.Erase(func(e journal.Entry[movement]) bool { return e.ID == journal.ID{Desk: "a", Seq: 3} })
	text, head := chain(t, ledger, "c", 4)
	bent := parse(t, text[0]+strings.Replace(text[2], `"copy":`, `"copy":1`, 1)+strings.Replace(text[3], `"copy":`, `"copy":1`, 1))
	head.Link[0] ^= 1

	var all check.Problems
	all.In("", odd.Findings(&journal.Known{Now: 2500, Heads: []journal.Head{{Desk: "b", Seq: 1}}}))
	all.In("", bent.Verify(head))
	for _, text := range []string{
		`{"seq":0,"at":-5,"actor":" ","version":0}`, edit(`"issued"`, `"issued "`), edit("ledger", "items"),
		edit(`"at":7`, `"at":7,"erased":"`+strings.Repeat("1", 64)+`"`),
	} {
		_, found := journal.Parse(ledger, []byte(text), nil)
		all.In("", found)
	}
	_, found := journal.Parse(ledger, []byte(good), &journal.Limits{Line: 1})
	all.In("", found)
	_, found = journal.Parse(ledger, []byte(good), &journal.Limits{Bytes: 1})
	all.In("", found)
	all.In("", (*journal.Codec[movement])(nil).Validate())
	_, err := fork.Append(at("d", 1), mute{})
	report, _ := errors.AsType[check.Problems](err)
	all.In("", report)

	for _, r := range journal.Rules() {
		if !all.Has(r.Code) {
			t.Errorf("nothing here meets %s", r.Code)
		}
	}
	for p := range all.All() {
		for _, l := range []check.Lang{check.ZhHans, check.En} {
			if s := p.Text(l, nil); strings.ContainsAny(s, "{}") {
				t.Errorf("%s: %s", p.Code(), s)
			}
		}
	}
	want := `["窗口"][1]: 登记点 “窗口” 第 1 号有 2 条内容不同的记录，全部保留，均不采用，请核实后另行登记更正
["窗口"][1]: 登记点 “窗口” 第 1 号的时间 1970-01-01T00:00:03.000Z 晚于现在（1970-01-01T00:00:02.500Z）
["窗口"][2]: 登记点 “窗口” 第 2 号的时间 1970-01-01T00:00:01.000Z 早于此前记录的 1970-01-01T00:00:03.000Z，时钟曾被调动；仍按登记顺序排列
a: 登记点 “a” 有 1 条记录的内容已删除，未予采用
a[1]: 登记点 “a” 第 1 号的类型 “moved”（第 1 版）本程序不认识，原样保留，未予采用
a[2]: 登记点 “a” 缺第 2 号记录，数据不完整
a[4]: 登记点 “a” 第 4 号（类型 “issued”，第 1 版）的内容读不出，原样保留，未予采用
a[4].keeper: 第 1 行第 24 列：未知的键 “keeper”；最接近的已知键：无
b[1]: 登记点 “b” 缺第 1 号记录，数据不完整
`
	got := odd.Findings(&journal.Known{Now: 2500, Heads: []journal.Head{{Desk: "b", Seq: 1}}}).Text(check.ZhHans, nil)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What a hostile file costs grows with its size, not with its numbers or with the
// product of its parts.
func TestHostile(t *testing.T) {
	var b strings.Builder
	const n = 20_000
	for i := range n { // one id and the next with many bodies each, in a chain
		seq := 1 + i%2
		fmt.Fprintf(&b, `{"huiwu":"journal.entry/1","log":"test.ledger","desk":"a","seq":%d,"at":%d,"type":"x","version":1,"body":%d,"link":"%064x"}`+"\n", seq, 1+i%5, i, i+1)
	}
	log := parse(t, b.String())
	found, broken := log.Findings(nil), log.Verify()
	if log.Len() != n || found.Count(journal.IDForked) != 2 || found.Count(journal.TypeUnknown) != n || broken.Count(journal.ChainBroken) != n {
		t.Errorf("%d entries, %v, %v", log.Len(), found, broken)
	}
	if got := log.Merge(log); got.Len() != n {
		t.Errorf("merged with itself: %d entries", got.Len())
	}

	b.Reset()
	for i := range 3_000 { // great numbers
		fmt.Fprintf(&b, `{"huiwu":"journal.entry/1","log":"test.ledger","desk":"%d","seq":%d,"at":1,"type":"x","version":1,"body":%d}`+"\n", i, journal.MaxSeq, i)
	}
	log = parse(t, b.String())
	if c := log.Count(); c.Missing != math.MaxUint64 || c.Complete() {
		t.Errorf("count %+v", c)
	}
	most := journal.Head{Desk: "0", Seq: math.MaxUint64}
	if log.Since(most).Len() != 2_999 || log.Complete(most) || !log.Verify(most).Equal(check.Problems{}) {
		t.Error("the greatest head")
	}
	for g := range journal.New(ledger).Gaps(most) {
		if g != (journal.Gap{Desk: "0", From: 1, To: math.MaxUint64}) {
			t.Errorf("gap %+v", g)
		}
	}
}

func TestZeroLog(t *testing.T) {
	var zero journal.Log[movement]
	for range zero.All() {
		t.Error("an entry")
	}
	for range zero.Desk("a") {
		t.Error("an entry")
	}
	erased, n := zero.Erase(func(journal.Entry[movement]) bool { return true })
	if n != 0 || zero.Len() != 0 || !zero.Complete() || zero.Head("a") != (journal.Head{Desk: "a"}) || !erased.Equal(zero) ||
		zero.Findings(nil).Len() != 0 || zero.Verify().Len() != 0 || lines(t, zero.Merge(zero)) != "" {
		t.Error("the zero log is not empty")
	}
	if held, _ := foldLedger(zero); len(held) != 0 {
		t.Error("a fold of nothing gives something")
	}
	log := must(zero.Merge(journal.New(ledger)).Append(journal.Stamp{Desk: "a", At: 1}, issued{}))
	if log.Len() != 1 || log.Equal(zero) {
		t.Error("a log cannot go on from the zero log")
	}
}

// An iteration that is left early stops.
func TestWalksStop(t *testing.T) {
	log := parse(t, good+"\n"+edit(`"copy":1`, `"copy":2`)+"\n"+edit(`"desk":"a"`, `"desk":"b"`)+"\n"+
		edit(`"seq":1,"at":7`, `"seq":5,"at":3`)+"\n"+edit(`"seq":1,"at":7`, `"seq":9,"at":2`))
	heads := []journal.Head{{Desk: "z", Seq: 1}}
	n := 0
	for range log.All() {
		n++
		break
	}
	for range log.Desks() {
		n++
		break
	}
	for range log.Heads() {
		n++
		break
	}
	for range log.Forks() {
		n++
		break
	}
	for range log.SetBacks() {
		n++
		break
	}
	for range log.Ahead(1) {
		n++
		break
	}
	for range log.Gaps(heads...) {
		n++
		break
	}
	for range log.Since(log.Head("a")).Gaps(heads...) {
		n++
		break
	}
	if n != 8 {
		t.Errorf("%d steps", n)
	}
}

func TestText(t *testing.T) {
	for s := journal.Taken; s <= journal.Forked; s++ {
		text := must(s.MarshalText())
		var back journal.State
		if err := back.UnmarshalText(text); err != nil || back != s || s.Label() == "" || string(text) != s.String() {
			t.Errorf("%v: %v, %v", s, back, err)
		}
	}
	var s journal.State
	if _, err := s.MarshalText(); err == nil || s.Label() != "" || s.String() != "State(0)" {
		t.Error("the zero state has a text")
	}
	if err := s.UnmarshalText([]byte("State(0)")); err == nil {
		t.Error("no state is read")
	}
	_, head := chain(t, ledger, "a", 2)
	text := must(head.Link.MarshalText())
	var d journal.Digest
	if err := d.UnmarshalText(text); err != nil || d != head.Link || string(text) != d.String() {
		t.Errorf("digest %v, %v", d, err)
	}
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() || len(must(d.MarshalText())) != 0 {
		t.Errorf("no digest %v, %v", d, err)
	}
	salt := journal.Salt{1, 2}
	text = must(salt.MarshalText())
	var back journal.Salt
	if err := back.UnmarshalText(text); err != nil || back != salt {
		t.Errorf("salt %v, %v", back, err)
	}
	for _, bad := range []string{"0", strings.Repeat("0", 32), strings.Repeat("A", 32), strings.Repeat("1", 34), strings.Repeat("g", 32)} {
		if err := back.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("salt %q is read", bad)
		}
	}
	if got := must(journal.Salt{}.MarshalText()); len(got) != 0 {
		t.Errorf("no salt is %q", got)
	}
}

// Logs do not show who did what.
func TestLogValue(t *testing.T) {
	log := must(journal.New(ledger).Append(journal.Stamp{Desk: "a", At: 1, Actor: "p-secret", Salt: journal.Salt{9}}, issued{Holder: "p-secret"}))
	var b strings.Builder
	out := slog.New(slog.NewTextHandler(&b, nil))
	for e := range log.All() {
		out.Info("entry", "entry", e, "log", log, "salt", e.Salt())
	}
	if got := b.String(); strings.Contains(got, "secret") || !strings.Contains(got, "entry.id=a#1") || !strings.Contains(got, "log.entries=1") || !strings.Contains(got, "salt=true") {
		t.Error(got)
	}
}
