package journal_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// Two small rooms prove the shapes. The first keeps copies of papers: who holds
// which.

type (
	movement interface{ movement() } // issued, returned

	issued struct {
		Paper  string `json:"paper"`
		Copy   uint32 `json:"copy"`
		Holder string `json:"holder"`
	}
	returned struct {
		Paper string `json:"paper"`
		Copy  uint32 `json:"copy"`
		By    string `json:"by"`
	}
)

func (issued) movement()   {}
func (returned) movement() {}

var ledger = &journal.Codec[movement]{
	Name: "test.ledger",
	Types: []journal.Type[movement]{
		journal.TypeOf[movement, issued]("issued", 1),
		journal.TypeOf[movement, returned]("returned", 1),
	},
}

type copyOf struct {
	paper string
	n     uint32
}

type holders map[copyOf]string

// exceptions are what a fold says beside its state.
type exceptions struct {
	log  check.Problems
	room []string
}

func foldLedger(log journal.Log[movement], heads ...journal.Head) (holders, exceptions) {
	type state struct {
		held holders
		odd  []string
	}
	s := journal.Fold(log, state{held: holders{}}, func(s state, e journal.Entry[movement]) state {
		switch ev := e.Event.(type) {
		case issued:
			c := copyOf{ev.Paper, ev.Copy}
			if h, out := s.held[c]; out {
				s.odd = append(s.odd, fmt.Sprintf("%s: copy %d of %s is with %s already", e.ID, ev.Copy, ev.Paper, h))
			}
			s.held[c] = ev.Holder
		case returned:
			c := copyOf{ev.Paper, ev.Copy}
			if s.held[c] != ev.By {
				s.odd = append(s.odd, fmt.Sprintf("%s: %s does not hold copy %d of %s", e.ID, ev.By, ev.Copy, ev.Paper))
			}
			delete(s.held, c)
		default:
			panic("ledger: unknown movement")
		}
		return s
	})
	return s.held, exceptions{log.Findings(&journal.Known{Heads: heads}), s.odd}
}

var errHeld = errors.New("the copy is out")

// issue is a command: it refuses, and records nothing then.
func issue(log journal.Log[movement], at journal.Stamp, e issued) (journal.Log[movement], error) {
	held, _ := foldLedger(log)
	if _, out := held[copyOf{e.Paper, e.Copy}]; out {
		return log, errHeld
	}
	return log.Append(at, e)
}

// The second room follows action items. Its events are pointers and hold lists,
// and one type has a second version.

type (
	itemEvent interface{ Item() string } // *assigned, *reported, *closed

	assigned struct {
		ID     string   `json:"item"`
		Lead   string   `json:"lead"`
		Assist []string `json:"assist,omitzero"`
		Due    string   `json:"due,omitzero"`
	}
	reported struct {
		ID   string `json:"item"`
		Text string `json:"text"`
	}
	closed struct {
		ID string `json:"item"`
	}
)

func (e *assigned) Item() string { return e.ID }
func (e *reported) Item() string { return e.ID }
func (e *closed) Item() string   { return e.ID }

var items = &journal.Codec[itemEvent]{
	Name: "test.items",
	Types: []journal.Type[itemEvent]{
		journal.TypeOf[itemEvent, *assigned]("assigned", 2),
		{
			Name: "reported", Version: 2,
			Append: journal.TypeOf[itemEvent, *reported]("reported", 2).Append,
			Decode: func(version int, body []byte) (itemEvent, error) {
				if version == 1 { // one text alone
					text := strings.Trim(string(body), `"`)
					item, rest, ok := strings.Cut(text, ": ")
					if !ok {
						return nil, fmt.Errorf("%q names no item", text)
					}
					return &reported{item, rest}, nil
				}
				return journal.TypeOf[itemEvent, *reported]("reported", 2).Decode(version, body)
			},
		},
		journal.TypeOf[itemEvent, *closed]("closed", 1),
	},
}

type item struct {
	Lead, Due string
	Assist    []string
	Reports   []string
	Closed    bool
}

func foldItems(log journal.Log[itemEvent]) map[string]item {
	return journal.Fold(log, map[string]item{}, func(s map[string]item, e journal.Entry[itemEvent]) map[string]item {
		it := s[e.Event.Item()]
		switch ev := e.Event.(type) {
		case *assigned:
			it.Lead, it.Due, it.Assist = ev.Lead, ev.Due, ev.Assist
		case *reported:
			it.Reports = append(it.Reports, ev.Text)
		case *closed:
			it.Closed = true
		default:
			panic("items: unknown event")
		}
		s[e.Event.Item()] = it
		return s
	})
}

func TestLedgerRoom(t *testing.T) {
	start := must(journal.New(ledger).Append(
		journal.Stamp{Desk: "desk1/issue", At: 1000, Actor: "p1"},
		issued{"d1", 1, "p7"}, issued{"d1", 2, "p8"},
	))
	if _, err := issue(start, journal.Stamp{Desk: "desk2", At: 1500}, issued{"d1", 2, "p9"}); !errors.Is(err, errHeld) {
		t.Fatalf("issuing a copy that is out: %v", err)
	}
	// Two desks go on apart. The clock of the second is slow, so that its return of
	// copy 2 still comes after the issue only if it is stamped so.
	one := must(start.Append(journal.Stamp{Desk: "desk1/returns", At: 2000}, returned{"d1", 1, "p7"}))
	two := must(start.Append(journal.Stamp{Desk: "desk2", At: 1900}, returned{"d1", 2, "p8"}, issued{"d1", 2, "p9"}))

	held, odd := foldLedger(one.Merge(two))
	if diff := cmp.Diff(holders{{"d1", 2}: "p9"}, held); diff != "" {
		t.Errorf("held (-want +got):\n%s", diff)
	}
	if odd.log.Len() > 0 || len(odd.room) > 0 {
		t.Errorf("exceptions: %v, %v", odd.log, odd.room)
	}
	// Without the second desk nothing shows that anything is missing, with its
	// head it does.
	_, odd = foldLedger(one, two.Head("desk2"))
	if !odd.log.Has(journal.SeqMissing) || one.Complete(two.Head("desk2")) || !one.Complete() {
		t.Errorf("findings %v, complete %v", odd.log, one.Complete())
	}
}

func TestItemsRoom(t *testing.T) {
	log := must(journal.New(items).Append(
		journal.Stamp{Desk: "office", At: 1000},
		&assigned{ID: "i1", Lead: "o1", Assist: []string{"o2", "o3"}}, &reported{"i1", "begun"}, &closed{"i1"},
	))
	old := `{"huiwu":"journal.entry/1","log":"test.items","desk":"tracker","seq":1,"at":900,"type":"assigned","version":1,"body":{"item":"i1","lead":"o9"}}
{"huiwu":"journal.entry/1","log":"test.items","desk":"tracker","seq":2,"at":1000,"type":"reported","version":1,"body":"i1: copied over"}
{"huiwu":"journal.entry/1","log":"test.items","desk":"tracker","seq":3,"at":1001,"type":"reported","version":1,"body":"nothing"}
{"huiwu":"journal.entry/1","log":"test.items","desk":"tracker","seq":4,"at":1002,"type":"closed","version":2,"body":{"item":"i2","by":"p1"}}
`
	imported, found := journal.Parse(items, []byte(old), nil)
	if found.Len() > 0 {
		t.Fatal(found)
	}
	if got := string(must(imported.AppendLines(nil))); got != old {
		t.Errorf("entries of older versions are written anew:\n%s", cmp.Diff(old, got))
	}
	want := map[string]item{"i1": {Lead: "o1", Assist: []string{"o2", "o3"}, Reports: []string{"begun", "copied over"}, Closed: true}}
	if diff := cmp.Diff(want, foldItems(imported.Merge(log))); diff != "" {
		t.Errorf("items (-want +got):\n%s", diff)
	}
	nothing, found := journal.Parse(items, []byte(strings.Replace(old, `{"item":"i1","lead":"o9"}`, "null", 1)), nil)
	if found.Len() > 0 || nothing.Count().Unknown != 3 || foldItems(nothing)["i1"].Lead != "" {
		t.Errorf("null is read as an event: %v, %v", found, foldItems(nothing))
	}
	findings := imported.Findings(nil)
	var codes []check.Code
	for p := range findings.All() {
		codes = append(codes, p.Code())
	}
	if want := []check.Code{journal.CodecSays, journal.EventUnreadable, journal.TypeUnknown}; !slices.Equal(want, codes) {
		t.Errorf("findings %v, want %v", findings.Text(check.En, nil), want)
	}
	if c := imported.Count(); c != (journal.Count{Taken: 2, Unknown: 2}) {
		t.Errorf("count %+v", c)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
