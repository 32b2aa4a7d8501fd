package docs_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

var letters = docs.Series{Class: symbol.Wenhao, Body: "会办", Year: 2026}

// numbers records events of desks one minute after the other.
type numbers struct {
	t   testing.TB
	log docs.NumberLog
	at  int64
}

func (n *numbers) record(desk string, events []docs.NumberEvent, err error) {
	n.t.Helper()
	if err != nil {
		n.t.Fatal(err)
	}
	n.at++
	if n.log, err = n.log.Append(journal.Stamp{Desk: desk, At: nine + n.at*minute}, events...); err != nil {
		n.t.Fatal(err)
	}
}

func (n *numbers) now() docs.Numbers {
	n.t.Helper()
	state, found := docs.FoldNumbers(n.log)
	if found.Len() > 0 {
		n.t.Fatal(found)
	}
	return state
}

func TestSeries(t *testing.T) {
	n := &numbers{t: t, log: docs.NewNumberLog()}
	do := func(desk string) func([]docs.NumberEvent, error) {
		return func(events []docs.NumberEvent, err error) { t.Helper(); n.record(desk, events, err) }
	}
	do("registry")(n.now().Open(letters, 1))
	do("registry")(n.now().Lease(letters, "registry", 5))
	do("registry")(n.now().Lease(letters, "north", 5))
	do("registry")(n.now().Issue(letters, "registry", "p1"))
	do("registry")(n.now().Reserve(letters, "registry", "p2"))
	do("registry")(n.now().Issue(letters, "registry", "p3"))
	do("registry")(n.now().Void(letters, "registry", 4, "misprint"))
	do("north")(n.now().Issue(letters, "north", "p4"))
	do("north")(n.now().Void(letters, "north", 7, "withdrawn"))
	do("north")(n.now().Issue(letters, "north", "p5"))
	do("registry")(n.now().Issue(letters, "registry", "p2")) // the reserved one

	state := n.now()
	want := docs.NumberBalance{Total: 10, Issued: 5, Void: 2, Unused: 3}
	if diff := cmp.Diff(want, state.Balance(letters)); diff != "" {
		t.Errorf("balance (-want +got)\n%s", diff)
	}
	gaps := []docs.NumberGap{
		{From: 4, To: 4, NumberRecord: docs.NumberRecord{State: docs.VoidNumber, Reason: "misprint", Desk: "registry"}},
		{From: 5, To: 5, NumberRecord: docs.NumberRecord{Desk: "registry"}},
		{From: 7, To: 7, NumberRecord: docs.NumberRecord{State: docs.VoidNumber, Reason: "withdrawn", Desk: "north"}},
	}
	if diff := cmp.Diff(gaps, state.Gaps(letters)); diff != "" {
		t.Errorf("gaps (-want +got)\n%s", diff)
	}
	if r := state.Record(letters, 2); r != (docs.NumberRecord{State: docs.IssuedNumber, Paper: "p2", Desk: "registry"}) {
		t.Errorf("serial 2: %+v", r)
	}
	if number, err := letters.Number(2); err != nil || number.String() != "会办〔2026〕2号" {
		t.Errorf("%v, %v", number, err)
	}

	// A new year begins only when somebody opens it.
	if _, err := state.Issue(letters.Next(), "registry", "p6"); !errors.Is(err, docs.ErrNoNumber) {
		t.Errorf("next year without opening: %v", err)
	}
	if _, err := state.Lease(letters.Next(), "registry", 5); err == nil {
		t.Error("leased in a series that is not open")
	}
	do("registry")(n.now().Open(letters.Next(), 1))
	do("registry")(n.now().Lease(letters.Next(), "registry", 5))
	do("registry")(n.now().Issue(letters.Next(), "registry", "p6"))
	if r := n.now().Record(letters.Next(), 1); r.Paper != "p6" {
		t.Errorf("the first of the new year: %+v", r)
	}

	data, err := n.log.AppendLines(nil)
	if err != nil {
		t.Fatal(err)
	}
	back, found := docs.ParseNumberLog(data, nil)
	if found.Len() > 0 || back.Len() != n.log.Len() {
		t.Errorf("%d entries read back, %v", back.Len(), found)
	}
}

func TestSeriesRefuses(t *testing.T) {
	n := &numbers{t: t, log: docs.NewNumberLog()}
	record := func(e ...docs.NumberEvent) { n.record("a", e, nil) }
	record(docs.SeriesOpened{Series: letters, First: 1}, docs.BlockLeased{Series: letters, Desk: "a", From: 1, To: 3}, docs.BlockLeased{Series: letters, Desk: "b", From: 4, To: 4})
	record(docs.NumberIssued{Series: letters, Serial: 1, Paper: "p1"}, docs.NumberVoided{Series: letters, Serial: 2, Reason: "x"})
	state := n.now()
	err := func(_ []docs.NumberEvent, err error) error { return err }
	for _, tt := range []struct {
		err  error
		code check.Code
		why  string
	}{
		{err(state.Open(letters, 1)), docs.OpenedTwice, "it is open"},
		{err(state.Open(docs.Series{Class: symbol.Wenhao, Body: "X", Year: 2026}, 1)), symbol.Unwritable, "no such numbers"},
		{err(state.Open(letters.Next(), 0)), docs.BadSerial, "numbers begin with 1"},
		{err(state.Lease(letters, "a", 0)), docs.BadSerial, "no numbers"},
		{err(state.Lease(letters, "", 1)), docs.Missing, "no desk"},
		{err(state.Lease(letters, "a", symbol.MaxSerial)), docs.BadSerial, "more than there are"},
		{err(state.Issue(letters, "a", "p1")), docs.HasNumber, "the paper bears one"},
		{err(state.Issue(letters, "a", "")), roster.NoID, "no paper"},
		{err(state.Reserve(letters, "a", "")), roster.NoID, "no paper"},
		{err(state.Void(letters, "a", 1, "x")), docs.NumberTwice, "it is issued"},
		{err(state.Void(letters, "a", 2, "x")), docs.NumberTwice, "it is void"},
		{err(state.Void(letters, "a", 4, "x")), docs.OutsideLease, "another desk's"},
		{err(state.Void(letters, "a", 9, "x")), docs.OutsideLease, "nobody's"},
		{err(state.Void(letters, "a", 3, "")), docs.Missing, "no reason"},
	} {
		if found, ok := errors.AsType[check.Problems](tt.err); !ok || !found.Has(tt.code) {
			t.Errorf("%s: %v, want %s", tt.why, tt.err, tt.code)
		}
	}
	// What another desk reserved for a paper is not this desk's to issue.
	n.record("b", []docs.NumberEvent{docs.NumberReserved{Series: letters, Serial: 4, Paper: "p4"}}, nil)
	if events, err := n.now().Issue(letters, "a", "p4"); err != nil || events[0].(docs.NumberIssued).Serial != 3 {
		t.Errorf("issued %v, %v", events, err)
	}
	record(docs.NumberIssued{Series: letters, Serial: 3, Paper: "p3"})
	if _, err := n.now().Issue(letters, "a", "p5"); !errors.Is(err, docs.ErrNoNumber) {
		t.Errorf("a lease that is used up: %v", err)
	}
}

// minutes is a second series of the class of letters.
var minutes = docs.Series{Class: symbol.Wenhao, Body: "会纪", Year: 2026}

// What a desk gives back is leased again before new numbers are.
func TestReturn(t *testing.T) {
	n := &numbers{t: t, log: docs.NewNumberLog()}
	do := func(desk string) func([]docs.NumberEvent, error) {
		return func(events []docs.NumberEvent, err error) { t.Helper(); n.record(desk, events, err) }
	}
	do("registry")(n.now().Open(letters, 1))
	do("registry")(n.now().Lease(letters, "north", 6))
	do("north")(n.now().Issue(letters, "north", "p1"))
	do("north")(n.now().Issue(letters, "north", "p2"))
	do("north")(n.now().Void(letters, "north", 4, "misprint"))
	back, err := n.now().Return(letters, "north")
	want := []docs.NumberEvent{
		docs.BlockReturned{Series: letters, Desk: "north", From: 3, To: 3},
		docs.BlockReturned{Series: letters, Desk: "north", From: 5, To: 6},
	}
	if diff := cmp.Diff(want, back); diff != "" || err != nil {
		t.Fatalf("%v (-want +got)\n%s", err, diff)
	}
	do("north")(back, err)
	if _, err := n.now().Issue(letters, "north", "p3"); !errors.Is(err, docs.ErrNoNumber) {
		t.Errorf("issued after giving everything back: %v", err)
	}
	if _, err := n.now().Return(letters, "north"); !errors.Is(err, docs.ErrNoNumber) {
		t.Errorf("gave back twice: %v", err)
	}
	leased, err := n.now().Lease(letters, "south", 5)
	want = []docs.NumberEvent{
		docs.BlockLeased{Series: letters, Desk: "south", From: 3, To: 3},
		docs.BlockLeased{Series: letters, Desk: "south", From: 5, To: 6},
		docs.BlockLeased{Series: letters, Desk: "south", From: 7, To: 8},
	}
	if diff := cmp.Diff(want, leased); diff != "" || err != nil {
		t.Fatalf("%v (-want +got)\n%s", err, diff)
	}
	do("registry")(leased, err)
	do("south")(n.now().Issue(letters, "south", "p3"))
	if r := n.now().Record(letters, 3); r.Paper != "p3" || r.Desk != "south" {
		t.Errorf("serial 3: %+v", r)
	}
	// The same desk may lease again what it gave back.
	do("south")(n.now().Return(letters, "south"))
	do("registry")(n.now().Lease(letters, "south", 2))
	do("south")(n.now().Issue(letters, "south", "p4"))
	if diff := cmp.Diff(docs.NumberBalance{Total: 8, Issued: 4, Void: 1, Unused: 3}, n.now().Balance(letters)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A desk cannot give back what another one holds, and a lease is no longer than asked.
func TestReturnOfOthers(t *testing.T) {
	log, err := docs.NewNumberLog().Append(journal.Stamp{Desk: "a", At: nine},
		docs.SeriesOpened{Series: letters, First: 1}, docs.BlockLeased{Series: letters, Desk: "b", From: 1, To: 6},
		docs.BlockReturned{Series: letters, Desk: "a", From: 1, To: 3})
	if err != nil {
		t.Fatal(err)
	}
	state, found := docs.FoldNumbers(log)
	if r := state.Record(letters, 2); r.Desk != "b" || found.Len() != 1 || !found.Has(docs.ReturnOutside) {
		t.Errorf("serial 2: %+v, %v", r, found)
	}
	back, err := docs.NewNumberLog().Append(journal.Stamp{Desk: "b", At: nine}, docs.BlockReturned{Series: letters, Desk: "b", From: 3, To: 6})
	if err != nil {
		t.Fatal(err)
	}
	state, _ = docs.FoldNumbers(log.Merge(back))
	leased, err := state.Lease(letters, "c", 2)
	if diff := cmp.Diff([]docs.NumberEvent{docs.BlockLeased{Series: letters, Desk: "c", From: 3, To: 4}}, leased); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

// A series says once how its numbers are written, and whose they are.
func TestSeriesAsOpened(t *testing.T) {
	n := &numbers{t: t, log: docs.NewNumberLog()}
	do := func(desk string) func([]docs.NumberEvent, error) {
		return func(events []docs.NumberEvent, err error) { t.Helper(); n.record(desk, events, err) }
	}
	bulletin := docs.Series{Class: symbol.Bulletin, Body: "大会简报", Year: 2026, Unit: symbol.Qi}
	opened := bulletin
	opened.Total, opened.Owner = 126, "secretariat"
	do("a")(n.now().Open(opened, 1))
	do("a")(n.now().Lease(bulletin, "a", 5))
	for _, p := range []roster.PaperID{"b1", "b2", "b3"} {
		do("a")(n.now().IssuePaper(bulletin, "a", docs.Paper{ID: p, Title: "简报", Owner: "secretariat"}))
	}
	if number, err := n.now().Number(bulletin, 3); err != nil || number.String() != "大会简报2026年第3期（总第128期）" {
		t.Errorf("%v, %v", number, err)
	}
	if got := opened.String(); got != "大会简报2026年第*期" {
		t.Error(got)
	}
	next := n.now().Next(bulletin)
	if number, err := next.Number(1); err != nil || number.String() != "大会简报2027年第1期（总第129期）" {
		t.Errorf("%v, %v", number, err)
	}
	if next.Owner != "secretariat" || opened.Next().Total != 0 {
		t.Errorf("%+v, %+v", next, opened.Next())
	}
	other := docs.Series{Class: symbol.Bulletin, Body: "大会简报", Year: 2026, Unit: symbol.Qi, Dating: symbol.InBrackets}
	if _, err := n.now().Open(other, 1); err == nil {
		t.Error("the same run was opened in another writing")
	}
	for _, tt := range []struct {
		paper docs.Paper
		code  check.Code
		why   string
	}{
		{docs.Paper{ID: "b4", Owner: "office"}, docs.LeadNumber, "another body leads"},
		{docs.Paper{ID: "b1", Owner: "secretariat"}, docs.HasNumber, "it bears one"},
	} {
		_, err := n.now().IssuePaper(bulletin, "a", tt.paper)
		if found, ok := errors.AsType[check.Problems](err); !ok || !found.Has(tt.code) {
			t.Errorf("%s: %v", tt.why, err)
		}
	}
	do("a")(n.now().Open(minutes, 1))
	do("a")(n.now().Lease(minutes, "a", 1))
	do("a")(n.now().Open(letters, 1))
	do("a")(n.now().Lease(letters, "a", 1))
	do("a")(n.now().Issue(minutes, "a", "p"))
	if _, err := n.now().Issue(letters, "a", "p"); err == nil {
		t.Error("a paper got numbers of two codes")
	}
	if bad := (docs.Series{Class: symbol.Wenhao, Body: "会办", Year: 2026, Owner: " "}); !bad.Validate().Has(roster.BadID) {
		t.Error("an owner that is none")
	}
}

// What a fold finds in a record that no command would have let through.
func TestFoldNumbers(t *testing.T) {
	open := docs.SeriesOpened{Series: letters, First: 1}
	lease := func(desk string, from, to int) docs.NumberEvent {
		return docs.BlockLeased{Series: letters, Desk: desk, From: from, To: to}
	}
	issue := func(serial int, p roster.PaperID) docs.NumberEvent {
		return docs.NumberIssued{Series: letters, Serial: serial, Paper: p}
	}
	for _, tt := range []struct {
		events []docs.NumberEvent
		code   check.Code
		kept   roster.PaperID
		why    string
	}{
		{[]docs.NumberEvent{open, open}, docs.OpenedTwice, "", "opened twice"},
		{[]docs.NumberEvent{lease("a", 1, 3)}, docs.NotOpened, "", "never opened"},
		{[]docs.NumberEvent{open, lease("a", 1, 3), lease("b", 3, 5)}, docs.LeaseOverlap, "", "leased twice"},
		{[]docs.NumberEvent{open, lease("a", 3, 1)}, docs.LeaseOverlap, "", "no block"},
		{[]docs.NumberEvent{open, lease("b", 1, 3), issue(1, "p")}, docs.OutsideLease, "p", "another desk's number: the paper bears it all the same"},
		{[]docs.NumberEvent{open, lease("a", 1, 3), issue(1, "p"), issue(1, "q")}, docs.NumberTwice, "p", "the first holds"},
		{[]docs.NumberEvent{open, lease("a", 1, 3), docs.NumberVoided{Series: letters, Serial: 1, Reason: "x"}, issue(1, "q")}, docs.NumberTwice, "q", "void, yet a paper bears it"},
		{[]docs.NumberEvent{open, lease("a", 1, 3), docs.NumberReserved{Series: letters, Serial: 1, Paper: "p"}, issue(1, "q")}, docs.NumberTwice, "q", "reserved for another"},
		{[]docs.NumberEvent{open, issue(0, "p")}, docs.BadSerial, "", "no number"},
		{[]docs.NumberEvent{open, lease("a", 1, 3), docs.BlockReturned{Series: letters, Desk: "a", From: 1, To: 3}, issue(1, "p")}, docs.OutsideLease, "p", "used after it was given back"},
		{[]docs.NumberEvent{open, lease("a", 1, 3), docs.BlockReturned{Series: letters, Desk: "a", From: 3, To: 4}}, docs.ReturnOutside, "", "more given back than leased"},
		{[]docs.NumberEvent{open, lease("b", 1, 3), docs.BlockReturned{Series: letters, Desk: "b", From: 1, To: 3}}, docs.ReturnOutside, "", "given back by another desk"},
		{[]docs.NumberEvent{open, lease("b", 1, 3), docs.BlockReturned{Series: letters, Desk: "a", From: 3, To: 1}}, docs.ReturnOutside, "", "no block"},
		{[]docs.NumberEvent{
			open, lease("a", 1, 3), issue(1, "p"),
			docs.SeriesOpened{Series: minutes, First: 1},
			docs.BlockLeased{Series: minutes, Desk: "a", From: 1, To: 1},
			docs.NumberIssued{Series: minutes, Serial: 1, Paper: "p"},
		}, docs.TwoNumbers, "p", "two bodies numbered one paper"},
	} {
		log, err := docs.NewNumberLog().Append(journal.Stamp{Desk: "a", At: nine}, tt.events...)
		if err != nil {
			t.Fatal(err)
		}
		state, found := docs.FoldNumbers(log)
		if found.Len() != 1 || !found.Has(tt.code) || state.Record(letters, 1).Paper != tt.kept {
			t.Errorf("%s: %v, serial 1 %+v", tt.why, found, state.Record(letters, 1))
		}
	}
}

// A serial below the first one of its series is counted all the same.
func TestBelowFirst(t *testing.T) {
	log, err := docs.NewNumberLog().Append(journal.Stamp{Desk: "a", At: nine},
		docs.SeriesOpened{Series: letters, First: 10}, docs.NumberIssued{Series: letters, Serial: 8, Paper: "p"})
	if err != nil {
		t.Fatal(err)
	}
	state, _ := docs.FoldNumbers(log)
	if diff := cmp.Diff(docs.NumberBalance{Total: 2, Issued: 1, Unused: 1}, state.Balance(letters)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// propDesks: desks that know of each other only now and then never issue a number
// twice, and the account of each series adds up.
func propDesks(t *rapid.T) {
	desks := []string{"a", "b", "c", "d", "e", "f", "g", "registry"}[8-rapid.IntRange(1, 8).Draw(t, "desks"):]
	views := map[string]docs.NumberLog{}
	for _, d := range desks {
		views[d] = docs.NewNumberLog()
	}
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
	papers := 0
	issued := map[roster.PaperID]bool{}
	given := map[docs.Series]map[int]bool{}
	series := []docs.Series{letters, letters.Next()}
	for range rapid.IntRange(1, 60).Draw(t, "steps") {
		desk := desks[random.IntN(len(desks))]
		state, found := docs.FoldNumbers(views[desk])
		if found.Len() > 0 {
			t.Fatal(found)
		}
		s := series[random.IntN(len(series))]
		var events []docs.NumberEvent
		var err error
		switch random.IntN(8) {
		case 0: // two desks meet
			other := desks[random.IntN(len(desks))]
			both := views[desk].Merge(views[other])
			views[desk], views[other] = both, both
			continue
		case 1:
			if desk == "registry" {
				events, err = state.Open(s, 1)
			}
		case 2:
			if desk == "registry" {
				events, err = state.Lease(s, desks[random.IntN(len(desks))], 1+random.IntN(4))
			}
		case 7:
			if desk != "registry" {
				events, err = state.Return(s, desk)
			}
		case 3:
			papers++
			events, err = state.Reserve(s, desk, paperID(papers))
		case 4:
			for serial := range 20 {
				if state.Record(s, serial).Desk == desk && random.IntN(4) == 0 {
					events, err = state.Void(s, desk, serial, "not needed")
					break
				}
			}
		default:
			papers++
			events, err = state.Issue(s, desk, paperID(papers))
		}
		if err != nil || events == nil {
			continue
		}
		if v, ok := events[0].(docs.NumberIssued); ok {
			if issued[v.Paper] {
				t.Fatalf("%s has two numbers", v.Paper)
			}
			issued[v.Paper] = true
			if given[v.Series][v.Serial] {
				t.Fatalf("%v %d was issued twice", v.Series, v.Serial)
			}
			if given[v.Series] == nil {
				given[v.Series] = map[int]bool{}
			}
			given[v.Series][v.Serial] = true
		}
		at := nine + random.Int64N(1000)*minute
		if views[desk], err = views[desk].Append(journal.Stamp{Desk: desk, At: at}, events...); err != nil {
			t.Fatal(err)
		}
	}
	all := docs.NewNumberLog()
	for _, d := range desks {
		all = all.Merge(views[d])
	}
	// Clocks run wild here, so that a number may be stamped before its lease: that does
	// not matter.
	state, found := docs.FoldNumbers(all)
	if found.Len() > 0 {
		t.Fatal(found)
	}
	n := 0
	for s := range state.Series() {
		b := state.Balance(s)
		if b.Issued+b.Void+b.Reserved+b.Unused != b.Total || b.Unused < 0 {
			t.Fatalf("%v: %+v", s, b)
		}
		n += b.Issued
		missing := 0
		for _, g := range state.Gaps(s) {
			if g.From > g.To || g.State == docs.IssuedNumber {
				t.Fatalf("%v: gap %+v", s, g)
			}
			missing += g.To - g.From + 1
		}
		top := 0
		for serial := 1; serial <= b.Total; serial++ {
			if state.Record(s, serial).State == docs.IssuedNumber {
				top = serial
			}
		}
		if top-b.Issued != missing {
			t.Fatalf("%v: greatest %d, %d issued, gaps of %d", s, top, b.Issued, missing)
		}
	}
	if n != len(issued) {
		t.Fatalf("%d numbers for %d papers", n, len(issued))
	}
}

func paperID(n int) roster.PaperID {
	return roster.PaperID([]byte{'p', byte('0' + n/10), byte('0' + n%10)})
}

func TestDesks(t *testing.T) { rapid.Check(t, propDesks) }

func FuzzDesks(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propDesks)) }

// FuzzParseNumberLog: whatever a file holds, what is read is written as it was read, every
// account adds up, and folding the entries in two parts gives the same as in one.
func FuzzParseNumberLog(f *testing.F) {
	log, err := docs.NewNumberLog().Append(journal.Stamp{Desk: "a", At: nine},
		docs.SeriesOpened{Series: letters, First: 1},
		docs.BlockLeased{Series: letters, Desk: "a", From: 1, To: 5},
		docs.NumberIssued{Series: letters, Serial: 1, Paper: "p"},
		docs.NumberReserved{Series: letters, Serial: 2, Paper: "q"},
		docs.NumberVoided{Series: letters, Serial: 3, Reason: "x"},
		docs.BlockReturned{Series: letters, Desk: "a", From: 4, To: 5})
	if err != nil {
		f.Fatal(err)
	}
	data, err := log.AppendLines(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		log, found := docs.ParseNumberLog(data, nil)
		if found.Failed() {
			return
		}
		lines, err := log.AppendLines(nil)
		if err != nil {
			t.Fatal(err)
		}
		back, found := docs.ParseNumberLog(lines, nil)
		if found.Failed() || back.Len() != log.Len() {
			t.Fatalf("%s: %v", lines, found)
		}
		state, said := docs.FoldNumbers(log)
		other, again := docs.FoldNumbers(back.Merge(log))
		if said.Text(check.En, nil) != again.Text(check.En, nil) {
			t.Fatalf("%v\n%v", said, again)
		}
		for s := range state.Series() {
			b := state.Balance(s)
			if b != other.Balance(s) || b.Total != b.Issued+b.Void+b.Reserved+b.Unused || b.Unused < 0 {
				t.Fatalf("%v: %+v, %+v", s, b, other.Balance(s))
			}
		}
	})
}
