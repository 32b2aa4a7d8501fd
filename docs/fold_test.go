package docs_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// reach is how copy 7, of a run of 1 to 9 with 8 unprinted numbers above it, comes
// into each state. A holds it where somebody does.
var reach = map[docs.CopyState]string{
	docs.Unprinted:  "",
	docs.Registered: "d 0 print 1-9",
	docs.InStock:    "d 0 print 1-9 \n d 0 stock 1-9",
	docs.Held:       "d 0 print 1-9 \n d 0 stock 1-9 \n d 0 issue 7 A",
	docs.TakenBack:  "d 0 print 1-9 \n d 0 stock 1-9 \n d 0 issue 7 A \n d 1 return 7 A",
	docs.InArchive:  "d 0 print 1-9 \n d 0 stock 1-9 \n d 0 archive 7",
	docs.Shredded:   "d 0 print 1-9 \n d 0 stock 1-9 \n d 0 approve 7 ok \n d 0 destroy 7 X ok Y Z",
	docs.Lost:       "d 0 print 1-9 \n d 0 stock 1-9 \n d 0 issue 7 A \n d 1 loss 7 A",
	docs.PassedOn:   "d 0 print 1-9 \n d 0 stock 1-9 \n d 0 out 7 unit 12",
	docs.Void:       "d 0 print 1-9 \n d 0 stock 1-9 \n d 0 void 7",
}

// table says what each event does to a copy in each state: the state after it, "."
// for the same one, and the exceptions. It is the specification of the ledger, to be
// read by somebody who hands out papers.
const table = `
                 print           hand-in         stock                     void            issue                   receipt         transfer                return                    pages           pages-missing   defect          loss            find                    archive                   approve         destroy                    out
unprinted        registered      in-stock        in-stock                  .,out-of-range  issued                  .,unknown-copy  .,unknown-copy          .,unknown-copy            .,unknown-copy  .,unknown-copy  .,unknown-copy  .,unknown-copy  .,unknown-copy          .,unknown-copy            .,out-of-range  .,out-of-range             .,unknown-copy
registered       .,out-of-range  .,out-of-range  in-stock                  void            issued                  .,not-issued    .,not-issued            .,not-issued              .               .,defect        .,defect        lost            .,out-of-order          archived                  .               destroyed                  transferred-out
in-stock         .,out-of-range  .,out-of-range  .,out-of-order            void            issued                  .,not-issued    .,not-issued            .,not-issued              .               .,defect        .,defect        lost            .,out-of-order          archived                  .               destroyed                  transferred-out
issued           .,out-of-range  .,out-of-range  .,out-of-order            .,out-of-order  .,double-issue          .               .                       returned                  .               .,defect        .,defect        lost            .,out-of-order          archived,out-of-order     .               destroyed,out-of-order     transferred-out
returned         .,out-of-range  .,out-of-range  in-stock                  .,out-of-order  issued                  .,not-issued    .,not-issued            .,duplicate-return        .               .,defect        .,defect        lost            .,out-of-order          archived                  .               destroyed                  transferred-out
archived         .,out-of-range  .,out-of-range  .,out-of-order            .,out-of-order  issued,out-of-order     .,not-issued    .,not-issued            .,not-issued              .               .,defect        .,defect        lost            .,out-of-order          .,out-of-order            .               destroyed                  transferred-out
destroyed        .,out-of-range  .,out-of-range  .,out-of-order            .,out-of-order  issued,out-of-order     .,not-issued    .,not-issued            .,not-issued              .,out-of-order  .,out-of-order  .,out-of-order  .,out-of-order  .,out-of-order          .,out-of-order            .,out-of-order  .,out-of-order             .,out-of-order
lost             .,out-of-range  .,out-of-range  in-stock,lost-then-found  .,out-of-order  issued,lost-then-found  .,out-of-order  issued,lost-then-found  returned,lost-then-found  .,out-of-order  .,out-of-order  .,out-of-order  .               issued,lost-then-found  archived,lost-then-found  .,out-of-order  destroyed,lost-then-found  transferred-out,lost-then-found
transferred-out  .,out-of-range  .,out-of-range  in-stock,out-of-order     .,out-of-order  issued,out-of-order     .,not-issued    .,not-issued            returned,not-issued       .,out-of-order  .,out-of-order  .,out-of-order  .,out-of-order  .,out-of-order          archived,out-of-order     .,out-of-order  destroyed,out-of-order     .,out-of-order
void             .,out-of-range  .,out-of-range  .,out-of-order            .,out-of-order  issued,out-of-order     .,not-issued    .,not-issued            .,not-issued              .,out-of-order  .,out-of-order  .,out-of-order  lost            .,out-of-order          .,out-of-order            .               destroyed                  .,out-of-order
`

// acts are the events of the columns, done to copy 7.
var acts = map[string]string{
	"print": "print 7", "hand-in": "handin 7 unit", "stock": "stock 7", "void": "void 7", "issue": "issue 7 B", "receipt": "receipt 7 A",
	"transfer": "transfer 7 A B", "return": "return 7 A", "pages": "pages 7", "pages-missing": "pages 7 3 4",
	"defect": "defect 7", "loss": "loss 7 A", "find": "find 7 A", "archive": "archive 7",
	"approve": "approve 7 more", "destroy": "destroy 7 X ok Y Z", "out": "out 7 unit 13",
}

func TestMoves(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(table), "\n")
	columns := strings.Fields(lines[0])
	if len(lines) != 1+len(reach) || len(columns) != len(acts) {
		t.Fatalf("the table has %d rows and %d columns", len(lines)-1, len(columns))
	}
	for _, line := range lines[1:] {
		cells := strings.Fields(line)
		var from docs.CopyState
		if err := from.UnmarshalText([]byte(cells[0])); err != nil {
			t.Fatal(err)
		}
		for i, cell := range cells[1:] {
			story := reach[from] + "\n d 5 " + acts[columns[i]]
			if columns[i] == "destroy" && from != docs.Shredded {
				story = reach[from] + "\n d 4 approve 7 ok \n d 5 " + acts[columns[i]]
			}
			ledger, found := docs.Fold(script(t, story))
			state, kinds, _ := strings.Cut(cell, ",")
			if state == "." {
				state = from.String()
			}
			var got []string
			for _, x := range found {
				if x.At() == nine+5*minute {
					got = append(got, x.Kind().String())
					if x.State() != from {
						t.Errorf("%s, %s: the exception says the copy was %v", from, columns[i], x.State())
					}
				}
			}
			if s := ledger.Copy("p", 7).State.String(); s != state || strings.Join(got, ",") != kinds {
				t.Errorf("%s, then %s: %s with %v, want %s", from, columns[i], s, got, cell)
			}
		}
	}
}

func TestExceptions(t *testing.T) {
	const open = "d 0 print 1-20 \n d 0 stock 1-20 \n"
	for _, tt := range []struct {
		name, story, want, why string
	}{
		{"clean", open + "d 1 issue 1 A \n d 1 receipt 1 A \n d 9 return 1 A \n d 9 pages 1", "", "a clean life has none"},
		{"wrong holder", open + "d 1 issue 1 A \n d 9 return 1 B", "wrong-holder p 000001 B A\n", "brought by another"},
		{"swap", open + "d 1 issue 1 A \n d 1 issue 2 B \n d 9 return 1 B \n d 9 return 2 A", "swap p 000001 B A\nswap p 000002 A B\n", "each brought the other's: errors that make up for each other"},
		{"round of three", open + "d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 9 return 1 B \n d 9 return 2 C \n d 9 return 3 A", "swap-round p 000001 B A\n", "A has B's, B has C's, C has A's: one exception, not three"},
		{"round of three the other way", open + "d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 9 return 3 B \n d 9 return 1 C \n d 9 return 2 A", "swap-round p 000001 C A\n", "the lowest copy stands for the round"},
		{"chain that does not close", open + "d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 9 return 1 B \n d 9 return 2 C", "wrong-holder p 000001 B A\nwrong-holder p 000002 C B\n", "nobody brought the copy of C"},
		{"pair before round", open + "d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 1 issue 4 B \n d 9 return 1 B \n d 9 return 2 C \n d 9 return 3 A \n d 9 return 4 A", "swap p 000001 B A\nwrong-holder p 000002 C B\nwrong-holder p 000003 A C\nswap p 000004 A B\n", "two people can set a pair right on the spot, and then nobody has brought what would close the round"},
		{"two rounds through one person", open + "d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 1 issue 4 A \n d 1 issue 5 D \n d 1 issue 6 E \n d 9 return 1 B \n d 9 return 4 D \n d 9 return 2 C \n d 9 return 5 E \n d 9 return 3 A \n d 9 return 6 A", "swap-round p 000001 B A\nswap-round p 000004 D A\n", "A stands in both"},
		{"two rounds that meet on the way", open + "d 1 issue 1 Y \n d 1 issue 2 Z \n d 1 issue 3 W \n d 1 issue 4 Y \n d 1 issue 5 U \n d 1 issue 6 X \n d 9 return 1 X \n d 9 return 2 Y \n d 9 return 3 Z \n d 9 return 4 W \n d 9 return 5 Y \n d 9 return 6 U", "swap-round p 000001 X Y\nswap-round p 000002 Y Z\n", "the way from X to Y is in the second one"},
		{"no swap over papers", open + "d 0 print 1-20 paper=q \n d 1 issue 1 A \n d 1 issue 2 B paper=q \n d 9 return 1 B \n d 9 return 2 A paper=q", "wrong-holder p 000001 B A\nwrong-holder q 000002 A B\n", "copies of two papers are not taken for one another"},
		{"two swaps", open + "d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 A \n d 9 return 1 B \n d 9 return 2 A \n d 9 return 3 B", "swap p 000001 B A\nswap p 000002 A B\nwrong-holder p 000003 B A\n", "a third copy has no partner"},
		{"signed by another", open + "d 1 issue 1 A \n d 1 receipt 1 B", "wrong-holder p 000001 B A\n", "B signs for what A holds"},
		{"passed on", open + "d 1 issue 1 A \n d 2 transfer 1 A B \n d 9 return 1 B", "", "the holder is B by then"},
		{"passed on by another", open + "d 1 issue 1 A \n d 2 transfer 1 C B \n d 9 return 1 B", "wrong-holder p 000001 C A\n", "C did not hold it"},
		{"double issue", open + "d 1 issue 1 A \n e 2 issue 1 B", "double-issue p 000001 B A\n", "two desks, one copy"},
		{"scanned twice", open + "d 1 issue 1 A \n d 9 return 1 A \n d 9 return 1 A", "duplicate-return p 000001 A A\n", "same desk and minute"},
		{"duplicate after restocking", open + "d 1 issue 1 A \n d 9 return 1 A \n d 10 stock 1 \n d 11 return 1 A", "not-issued p 000001 A\n", "it lay in the store"},
		{"return of an archived copy", open + "d 1 issue 1 A \n d 9 return 1 A \n d 10 archive 1 \n d 11 return 1 A", "duplicate-return p 000001 A A\n", "a photocopy?"},
		{"return after another issue and the archive", open + "d 1 issue 1 A \n d 2 return 1 A \n d 3 issue 1 B \n d 4 archive 1 \n d 5 return 1 B", "not-issued p 000001 B B\nout-of-order p 000001  B\n", "the first return was of another issue"},
		{"issued again", open + "d 1 issue 1 A \n d 9 return 1 A \n d 10 issue 1 B \n d 11 return 1 B", "", "a copy may be lent twice"},
		{"unknown", open + "d 1 issue 12 A \n d 9 return 21 A", "unknown-copy p 000021 A\n", "12 misread as 21"},
		{"unknown paper", "d 9 return 1 A", "unknown-copy p 000001 A\n", "nothing is known of the paper"},
		{"lost, then returned by another", open + "d 1 issue 1 A \n d 2 loss 1 A \n d 9 return 1 B", "lost-then-found p 000001 B A\nwrong-holder p 000001 B A\n", "both are true"},
		{"lost from the store", open + "d 2 loss 1 C \n d 3 find 1 C", "lost-then-found p 000001 C\n", "back in the store"},
		{"issued before printing is known", "e 1 issue 5 A \n d 2 print 1-20", "", "the clock of the print shop is behind"},
		{"issued outside the run", "d 0 print 1-20 \n d 1 issue 21 A \n d 2 issue 22 A", "out-of-range p 000021 A\nout-of-range p 000022 A\n", "never printed"},
		{"no print run at all", "d 1 issue 5 A \n d 2 return 5 A", "", "without a register of printing nothing is outside"},
		{"hole", "d 0 print 1-9 \n d 0 print 12-20", "gap-in-range p 000010-000011\n", "numbers left out"},
		{"hole in use", "d 0 print 1-3 \n d 0 print 5-9 \n d 1 issue 4 A", "gap-in-range p 000004\nout-of-range p 000004 A\n", "a copy in use does not fill the hole in the run"},
		{"hole behind", "d 0 print 5-9 \n d 0 print 1-3", "gap-in-range p 000004\n", "the later run comes first"},
		{"printed twice", "d 0 print 1-9 \n d 0 print 5-12", "out-of-range p 000005-000009\n", "ranges overlap"},
		{"range beyond the run", "d 0 print 1-9 \n d 1 void 8-12", "out-of-range p 000010-000012\n", "part of it exists"},
		{"handed in and given back", "d 0 handin 1-9 unit \n d 1 issue 1 A \n d 2 return 1 A \n d 3 out 1 unit 7 \n d 3 out 2 unit 7", "", "the unit has it again and signed for it"},
		{"given back to another unit", "d 0 handin 1-4 unit \n d 0 handin 5-9 other \n d 3 out 4 other 7 \n d 3 out 5 other 7", "wrong-unit p 000004\n", "the other unit had handed in others"},
		{"given back before handed in", "e 3 out 4 other 7 \n d 5 handin 1-9 unit", "unknown-copy p 000004\nwrong-unit p 000004\n", "the clock of one desk is behind"},
		{"handed in by two units", "d 0 handin 1-5 unit \n d 0 handin 4-9 other \n d 3 out 5 unit 7 \n d 3 out 6 other 7", "out-of-range p 000004-000005\n", "the first entry keeps what both claim"},
		{"given back without a receipt", "d 0 handin 1-9 unit \n d 3 out 1 unit", "off-register p 000001\n", "nobody signed for it"},
		{"off the books", open + "d 1 issue 1 A \n d 2 out 1 unit", "off-register p 000001  A\n", "no number of an incoming register"},
		{"destroyed by the book", open + "d 1 approve 1-10 ok \n d 1 approve 11-20 ok \n d 2 destroy 1-20 X ok Y Z", "", "approvals with one reference add up"},
		{"approvals inside each other", open + "d 1 approve 1-20 ok \n d 1 approve 5-6 ok \n d 2 destroy 1-20 X ok Y Z", "", "the smaller takes nothing away"},
		{"destroyed beyond approval", open + "d 1 approve 1-10 ok \n d 2 destroy 1-20 X ok Y Z", "destroy-unapproved p 000001-000020 X\n", "half is approved"},
		{"destroyed with another approval", open + "d 1 approve 1-20 ok \n d 2 destroy 1-20 X no Y Z", "destroy-unapproved p 000001-000020 X\n", "the reference differs"},
		{"one watcher", open + "d 1 approve 1-20 ok \n d 2 destroy 1-20 X ok Y", "too-few-watchers p 000001-000020 X\n", "two are needed"},
		{"one watcher named twice", open + "d 1 approve 1-20 ok \n d 2 destroy 1-20 X ok Y Y", "too-few-watchers p 000001-000020 X\n", "two persons, not two names"},
		{"one watcher and oneself", open + "d 1 approve 1-20 ok \n d 2 destroy 1-20 X ok X Y", "self-watched p 000001-000020 X\ntoo-few-watchers p 000001-000020 X\n", "who destroys does not count"},
		{"watching oneself", open + "d 1 approve 1-20 ok \n d 2 destroy 1-20 X ok X Y Z", "self-watched p 000001-000020 X\n", "enough others watched"},
		{"corrected", open + "d 1 issue 1 A \n d 2 return 1 B \n d 3 correct d 4 \n d 4 return 1 A", "", "the mistyped return is stepped over"},
		{"correction corrected", open + "d 1 issue 1 A \n d 2 return 1 B \n d 3 correct d 4 \n d 4 correct d 5", "wrong-holder p 000001 B A\n", "the return stands again"},
		{"correction of nothing", open + "d 3 correct d 99", "no-entry  000000\n", "there is no such entry"},
		{"corrections of each other", open + "d 1 correct d 4 \n d 2 correct d 3", "", "the later one holds"},
	} {
		_, found := docs.Fold(script(t, tt.story))
		if diff := cmp.Diff(tt.want, told(found)); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", tt.name, tt.why, diff)
		}
	}
}

func TestGrades(t *testing.T) {
	for _, tt := range []struct {
		story string
		want  docs.Grade
		why   string
	}{
		{"d 0 print 1-9 \n d 1 issue 1 A \n d 2 return 1 A \n d 2 return 1 A", docs.Low, "scanned twice"},
		{"d 0 print 1-9 \n d 1 issue 1 A \n d 2 return 1 A \n d 3 return 1 A", docs.High, "a minute later"},
		{"d 0 print 1-9 \n d 1 issue 1 A \n d 2 return 1 A \n e 2 return 1 A", docs.High, "at another desk"},
	} {
		_, found := docs.Fold(script(t, tt.story))
		if len(found) != 1 || found[0].Grade() != tt.want {
			t.Errorf("%s: %v", tt.why, told(found))
		}
	}
}

// What the ledger knows of copy 1 after a story.
func TestCopyRecord(t *testing.T) {
	const open = "d 0 print 1-20 \n d 0 stock 1-20 \n d 1 issue 1 A \n d 2 receipt 1 A \n"
	at := func(minutes int64) int64 { return nine + minutes*minute }
	for _, tt := range []struct {
		story string
		want  docs.CopyRecord
		why   string
	}{
		{"", docs.CopyRecord{}, "nothing"},
		{open, docs.CopyRecord{State: docs.Held, Holder: "A", Since: at(1), Signed: true}, "signed for"},
		{open + "d 3 transfer 1 A B", docs.CopyRecord{State: docs.Held, Holder: "B", Since: at(3)}, "B has not signed"},
		{open + "d 3 issue 1 B", docs.CopyRecord{State: docs.Held, Holder: "B", Since: at(3)}, "issued twice: the later holds it, and has not signed"},
		{open + "d 3 return 1 A \n d 4 pages 1", docs.CopyRecord{State: docs.TakenBack, Holder: "A", Since: at(3), Signed: true, Checked: true}, "back and complete"},
		{open + "d 3 return 1 A \n d 4 pages 1 7", docs.CopyRecord{State: docs.TakenBack, Holder: "A", Since: at(3), Signed: true, Defective: true}, "back with a page missing"},
		{open + "d 3 return 1 A \n d 4 pages 1 \n d 5 issue 1 B", docs.CopyRecord{State: docs.Held, Holder: "B", Since: at(5)}, "what was checked was another return"},
		{open + "d 3 return 1 A \n d 4 stock 1", docs.CopyRecord{State: docs.InStock, Since: at(4), Signed: true}, "nobody answers for what is in the store"},
		{open + "d 3 loss 1 A \n d 4 find 1 A", docs.CopyRecord{State: docs.Held, Holder: "A", Since: at(4), Signed: true}, "found, and out again"},
		{"d 0 print 1-20 \n d 1 loss 1 A \n d 2 find 1 A", docs.CopyRecord{State: docs.InStock, Since: at(2)}, "nobody held it"},
		{"d 1 issue 1 A", docs.CopyRecord{State: docs.Held, Holder: "A", Since: at(1), Outside: true}, "no print run"},
	} {
		ledger, _ := docs.Fold(script(t, tt.story))
		if diff := cmp.Diff(tt.want, ledger.Copy("p", 1)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// A watcher without a name is none.
func TestNamelessWatcher(t *testing.T) {
	log, err := script(t, "d 0 print 1-9 \n d 1 approve 1-9 ok").Append(journal.Stamp{Desk: "d", At: nine + 2*minute}, docs.Destroyed{
		Paper: "p", Copies: docs.Range{From: 1, To: 9}, By: "X", Approval: "ok", Watchers: []roster.PersonID{"", "Y"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, found := docs.Fold(log); told(found) != "too-few-watchers p 000001-000009 X\n" {
		t.Error(told(found))
	}
}

// Whoever brings copy 21 is asked whether it is 12, and not whether it is 13, which
// lies in the store.
func TestNearest(t *testing.T) {
	_, found := docs.Fold(script(t, "d 0 print 1-20 \n d 1 issue 12 A \n d 1 issue 1 B \n d 1 issue 20 C \n d 9 return 21 A"))
	if len(found) != 1 {
		t.Fatal(told(found))
	}
	var got []string
	for _, c := range found[0].Near() {
		got = append(got, c.String())
	}
	if diff := cmp.Diff([]string{"000012", "000001", "000020"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A ledger holds no more than its limit: the rest is said, not stored.
func TestOverflow(t *testing.T) {
	log := docs.NewLog()
	var err error
	for _, paper := range []roster.PaperID{"a", "b", "c", "d", "e"} {
		log, err = log.Append(journal.Stamp{Desk: "d", At: nine}, docs.Issued{Paper: paper, Copy: 999_999, Holder: "A"})
		if err != nil {
			t.Fatal(err)
		}
	}
	ledger, found := docs.Fold(log)
	if got, want := told(found), "overflow e 999999\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if ledger.Copy("d", 999_999).State != docs.Held || ledger.Copy("e", 999_999).State != docs.Unprinted {
		t.Error("the limit is not where it is said to be")
	}
}
