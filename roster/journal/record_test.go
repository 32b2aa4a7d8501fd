package journal_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// propRecord records on one of several values of a log at a time. A value never
// changes, and it holds what was recorded on the way to it.
func propRecord(t *rapid.T) {
	type value struct {
		log  journal.Log[movement]
		want []string // ids and events in the order of each desk
	}
	values := []value{{log: journal.New(ledger)}}
	t.Repeat(map[string]func(*rapid.T){
		"append": func(t *rapid.T) {
			from := rapid.SampledFrom(values).Draw(t, "from")
			stamp := journal.Stamp{
				Desk: rapid.SampledFrom([]string{"a", "b", "c/chained"}).Draw(t, "desk"),
				At:   rapid.Int64Range(1, 100).Draw(t, "at"),
			}
			stamp.Chain = stamp.Desk == "c/chained"
			if rapid.Bool().Draw(t, "salt") {
				stamp.Salt = journal.Salt{1}
			}
			head := from.log.Head(stamp.Desk)
			if !stamp.Chain {
				stamp.After = head.Seq + rapid.Uint64Range(0, 2).Draw(t, "after")
			}
			seq := max(head.Seq, stamp.After)
			to := value{want: slices.Clone(from.want)}
			var events []movement
			for n := rapid.IntRange(0, 9).Draw(t, "n"); n > 0; n-- {
				e := issued{Paper: "d1", Copy: rapid.Uint32().Draw(t, "copy")}
				events = append(events, e)
				seq++
				to.want = append(to.want, fmt.Sprintf("%s#%d %d %v", stamp.Desk, seq, stamp.At, e))
			}
			slices.SortStableFunc(to.want, func(a, b string) int { return strings.Compare(a[:1], b[:1]) })
			to.log = must(from.log.Append(stamp, events...))
			values = append(values, to)
		},
	})
	for _, v := range values { // the old ones too: nothing changed them since
		var got []string
		for desk := range v.log.Desks() {
			for e := range v.log.Desk(desk) {
				got = append(got, fmt.Sprintf("%s#%d %d %v", e.ID.Desk, e.ID.Seq, e.At, e.Event))
			}
		}
		if diff := cmp.Diff(v.want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		if v.log.Len() != len(v.want) {
			t.Fatalf("Len %d of %d", v.log.Len(), len(v.want))
		}
	}
	last := values[len(values)-1].log
	if found := last.Verify(last.Head("c/chained")); found.Len() > 0 {
		t.Fatalf("%v", found)
	}
	if got := lines(t, parse(t, lines(t, last))); got != lines(t, last) {
		t.Fatalf("decode of encode gives\n%s", got)
	}
}

func TestRecord(t *testing.T) { rapid.Check(t, propRecord) }
func FuzzRecord(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRecord)) }

// A record a call stays cheap: runs are joined as a binary counter carries.
func TestManyRecords(t *testing.T) {
	log := journal.New(ledger)
	for i := range 20_000 {
		log = must(log.Append(journal.Stamp{Desk: "a", At: int64(i + 1)}, issued{Copy: uint32(i)}))
	}
	want := uint32(0)
	for e := range log.All() {
		if e.Event != (issued{Copy: want}) || e.ID.Seq != uint64(want)+1 {
			t.Fatalf("entry %d is %v %v", want, e.ID, e.Event)
		}
		want++
	}
	since := log.Since(journal.Head{Desk: "a", Seq: 12_345})
	if since.Len() != 20_000-12_345 || !log.Complete(journal.Head{Desk: "a", Seq: 20_000}) {
		t.Errorf("%d entries since, complete %v", since.Len(), log.Complete())
	}
}

// mute is a movement that no type of the ledger writes.
type mute struct{}

func (mute) movement() {}

func TestAppendRefuses(t *testing.T) {
	chained := must(journal.New(ledger).Append(journal.Stamp{Desk: "c", At: 5, Chain: true}, issued{}, issued{}))
	plain := must(journal.New(ledger).Append(journal.Stamp{Desk: "c", At: 5}, issued{}))
	fork := chained.Merge(must(journal.New(ledger).Append(journal.Stamp{Desk: "c", At: 6, Chain: true}, issued{}, issued{})))
	last := must(journal.New(ledger).Append(journal.Stamp{Desk: "c", At: 5, After: journal.MaxSeq - 1}, issued{}))
	one := []movement{issued{}}
	for _, tt := range []struct {
		name   string
		log    journal.Log[movement]
		stamp  journal.Stamp
		events []movement
		code   check.Code
		is     error
		why    string
	}{
		{"zero log", journal.Log[movement]{}, journal.Stamp{Desk: "a", At: 1}, one, journal.BadCodec, nil, "nothing says how events are written"},
		{"no desk", plain, journal.Stamp{At: 1}, one, journal.BadDesk, nil, "an id without a desk names nothing"},
		{"invisible desk", plain, journal.Stamp{Desk: "a\u200b", At: 1}, one, journal.BadDesk, nil, "two names that look the same would be two desks"},
		{"long desk", plain, journal.Stamp{Desk: strings.Repeat("a", 129), At: 1}, one, journal.BadDesk, nil, "limit"},
		{"broken desk", plain, journal.Stamp{Desk: "a\xff", At: 1}, one, journal.BadDesk, nil, "JSON holds UTF-8 only"},
		{"no time", plain, journal.Stamp{Desk: "a"}, one, journal.BadTime, nil, "a stamp was forgotten"},
		{"nanoseconds", plain, journal.Stamp{Desk: "a", At: 1767225600000000000}, one, journal.BadTime, nil, "a wrong unit lies after the year 9999"},
		{"actor with space", plain, journal.Stamp{Desk: "a", At: 1, Actor: " p"}, one, journal.BadActor, nil, "it would not be found again"},
		{"event without type", plain, journal.Stamp{Desk: "a", At: 1}, []movement{issued{}, mute{}}, journal.BadEvent, journal.ErrNoType, "it could not be read back"},
		{"no event", plain, journal.Stamp{Desk: "a", At: 1}, []movement{nil}, journal.BadEvent, journal.ErrNoType, "a fold would meet a nil"},
		{"chain on a desk without", plain, journal.Stamp{Desk: "c", At: 9, Chain: true}, one, "", journal.ErrChain, "the entries before would hang outside of it"},
		{"chain over a hole", chained, journal.Stamp{Desk: "c", At: 9, After: 3}, one, "", journal.ErrChain, "the link to go on from is not here"},
		{"chain begun late", plain, journal.Stamp{Desk: "d", At: 9, After: 3, Chain: true}, one, "", journal.ErrChain, "the link to go on from is not here"},
		{"chain with two ends", fork, journal.Stamp{Desk: "c", At: 9}, one, "", journal.ErrForked, "no end is the right one"},
		{"no number left", last, journal.Stamp{Desk: "c", At: 9}, one, "", journal.ErrFull, "limit"},
		{"no number at all", plain, journal.Stamp{Desk: "d", At: 9, After: math.MaxUint64}, one, "", journal.ErrFull, "no overflow"},
	} {
		before := lines(t, tt.log)
		got, err := tt.log.Append(tt.stamp, tt.events...)
		report, _ := errors.AsType[check.Problems](err)
		if err == nil || tt.is != nil && !errors.Is(err, tt.is) || tt.code != "" && !report.Has(tt.code) {
			t.Errorf("%s: error %v, want %v %v (%s)", tt.name, err, tt.code, tt.is, tt.why)
		}
		if lines(t, got) != before {
			t.Errorf("%s: the log changed", tt.name)
		}
	}
	if got := must(last.Append(journal.Stamp{Desk: "d", At: 9, After: journal.MaxSeq - 2}, issued{}, issued{})); got.Head("d").Seq != journal.MaxSeq {
		t.Errorf("head %v, want the greatest number", got.Head("d"))
	}
	// A desk with a chain goes on with it, asked or not.
	on := must(chained.Append(journal.Stamp{Desk: "c", At: 9}, issued{}))
	if h := on.Head("c"); h.Link.IsZero() || on.Verify(h).Len() > 0 {
		t.Errorf("head %v, %v", h, on.Verify(h))
	}
	if got := must(fork.Append(journal.Stamp{Desk: "d", At: 9}, issued{})); got.Head("d").Seq != 1 {
		t.Error("a fork elsewhere keeps another desk from recording")
	}
}

func TestOfRefuses(t *testing.T) {
	_, err := journal.Of(ledger,
		journal.Entry[movement]{ID: journal.ID{Desk: "a", Seq: 1}, At: 1, Event: issued{}},
		journal.Entry[movement]{ID: journal.ID{Desk: "", Seq: 0}, At: 0, Actor: "\t", Event: mute{}},
		journal.Entry[movement]{ID: journal.ID{Desk: "a", Seq: journal.MaxSeq + 1}, At: journal.MaxAt + 1, Event: issued{}},
	)
	report, ok := errors.AsType[check.Problems](err)
	if !ok {
		t.Fatalf("error %v", err)
	}
	var got []string
	for p := range report.All() {
		got = append(got, p.Path()+" "+string(p.Code()))
	}
	want := []string{
		"[1].actor journal/bad-actor", "[1].at journal/bad-time", "[1].event journal/bad-event", "[1].event journal/codec-says",
		"[1].id.desk journal/bad-desk", "[1].id.seq journal/bad-seq",
		"[2].at journal/bad-time", "[2].id.seq journal/bad-seq",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCodecIsChecked(t *testing.T) {
	good := journal.TypeOf[movement, issued]("issued", 1)
	body := func(text string) journal.Type[movement] {
		return journal.Type[movement]{
			Name: "odd", Version: 1,
			Append: func(dst []byte, _ movement) ([]byte, bool, error) { return append(dst, text...), true, nil },
			Decode: func(int, []byte) (movement, error) { return issued{}, nil },
		}
	}
	lost := body(`"x"`)
	lost.Decode = good.Decode
	stamp := journal.Stamp{Desk: "a", At: 1}
	for _, tt := range []struct {
		name  string
		codec *journal.Codec[movement]
		code  check.Code
	}{
		{"none", nil, journal.BadCodec},
		{"no name", &journal.Codec[movement]{Types: []journal.Type[movement]{good}}, journal.BadCodec},
		{"type without name", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{journal.TypeOf[movement, issued]("", 1)}}, journal.BadCodec},
		{"type twice", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{good, good}}, journal.BadCodec},
		{"version", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{journal.TypeOf[movement, issued]("issued", 0)}}, journal.BadCodec},
		{"functions", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{{Name: "y", Version: 1}}}, journal.BadCodec},
		{"no type", &journal.Codec[movement]{Name: "x"}, journal.BadEvent},
		{"body with space", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body(`{"a": 1}`)}}, journal.BadEvent},
		{"body with line break", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body("{}\n")}}, journal.BadEvent},
		{"no body", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body("")}}, journal.BadEvent},
		{"null", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body("null")}}, journal.BadEvent},
		{"two values", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body("1,2")}}, journal.BadEvent},
		{"key twice", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body(`{"a":1,"a":2}`)}}, journal.BadEvent},
		{"not UTF-8", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body("\"\xff\"")}}, journal.BadEvent},
		{"not read back", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{lost}}, journal.BadEvent},
		{"too deep", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body(strings.Repeat("[", 64) + strings.Repeat("]", 64))}}, journal.BadEvent},
		{"too long", &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body(`"` + strings.Repeat("x", journal.MaxBody) + `"`)}}, journal.BadEvent},
	} {
		_, err := journal.New(tt.codec).Append(stamp, issued{})
		if report, _ := errors.AsType[check.Problems](err); !report.Has(tt.code) {
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.code)
		}
		if _, err = journal.Of(tt.codec, journal.Entry[movement]{ID: journal.ID{Desk: "a", Seq: 1}, At: 1, Event: issued{}}); err == nil {
			t.Errorf("%s: Of takes it", tt.name)
		}
		if _, found := journal.Parse(tt.codec, nil, nil); found.Has(tt.code) != (tt.code == journal.BadCodec) {
			t.Errorf("%s: Parse finds %v", tt.name, found)
		}
	}
	for _, codec := range []check.Problems{ledger.Validate(), items.Validate()} {
		if codec.Len() > 0 {
			t.Error(codec)
		}
	}
	widest := &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body(`"` + strings.Repeat("x", journal.MaxBody-2) + `"`)}}
	deepest := &journal.Codec[movement]{Name: "x", Types: []journal.Type[movement]{body(strings.Repeat("[", 63) + strings.Repeat("]", 63))}}
	for _, codec := range []*journal.Codec[movement]{widest, deepest} {
		name := strings.Repeat(`"`, journal.MaxName)
		codec.Name, codec.Types[0].Name = name, name
		log := must(journal.New(codec).Append(journal.Stamp{Desk: name, At: journal.MaxAt, Actor: name, Chain: true, Salt: journal.Salt{1}}, issued{}))
		again, found := journal.Parse(codec, must(log.AppendLines(nil)), nil)
		if found.Len() > 0 || again.Len() != 1 {
			t.Errorf("what can be written cannot be read: %v", found)
		}
	}
}

// Somebody changes an event that is in a log: the writer says so, nothing breaks.
func TestChangedEventIsAnError(t *testing.T) {
	event := &assigned{ID: "i1", Lead: "o1"}
	log := must(journal.New(items).Append(journal.Stamp{Desk: "a", At: 1, Chain: true}, event))
	event.Lead = "\xff"
	dst := []byte("before")
	if got, err := log.AppendLines(dst); err == nil || string(got) != "before" || !strings.Contains(err.Error(), "a#1") {
		t.Errorf("%q, %v", got, err)
	}
	if !log.Verify().Has(journal.ChainBroken) || log.Merge(log).Len() != 1 {
		t.Error("the chain holds over a changed event")
	}
}

// A type that is no event of the room is seen when it is first read.
func TestTypeOfAnotherRoom(t *testing.T) {
	codec := &journal.Codec[movement]{Name: "test.ledger", Types: []journal.Type[movement]{journal.TypeOf[movement, closed]("issued", 1)}}
	log, found := journal.Parse(codec, []byte(strings.Replace(good, `{"paper":"d1","copy":1,"holder":"p7"}`, `{"item":"i1"}`, 1)), nil)
	if found.Len() > 0 || !log.Findings(nil).Has(journal.EventUnreadable) || !strings.Contains(log.Findings(nil).Text(check.En, nil), "no event of this room") {
		t.Errorf("%v, %v", found, log.Findings(nil))
	}
}
