package docs_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// ask is who can be asked in the tests: the secretary of the south is not named.
var ask = docs.ChaseInput{
	Contacts: []docs.Contact{
		{Org: "north", Contact: "cn", Secretary: "sn"}, {Org: "south", Contact: "cs"},
	},
	SecrecyOffice: "office",
}

// At what time who is asked for a copy of a secret paper that was due at ten.
func TestChaseSteps(t *testing.T) {
	papers := []docs.Paper{{
		ID: "p", Title: "t", Mark: mark(t, "机密★20年"), Copies: 9, Recall: true, Deadline: calendar.MustParseDateTime("2026-11-21 10:00"),
	}}
	holders := []docs.Holder{{ID: "A", Org: "north"}, {ID: "B", Org: "south"}}
	log := script(t, "d 0 print 1-9 \n d 1 issue 1 A \n d 1 issue 2 B \n d 1 issue 3 C \n d 1 issue 4 A \n d 2 return 4 A \n d 2 loss 5 A")
	for _, tt := range []struct {
		minutes int64
		want    []string
		why     string
	}{
		{59, []string{"Asked(0)  then holder at 60"}, "not due"},
		{60, []string{"holder A then contact at 180"}, "due"},
		{179, []string{"holder A then contact at 180"}, "a minute before the step"},
		{180, []string{"contact cn then secretary at 300"}, "two hours late"},
		{300, []string{"secretary sn then secrecy-office at 540"}, "four hours late"},
		{540, []string{"secrecy-office office"}, "eight hours late: the last step"},
	} {
		report, err := docs.Recall(log, docs.RecallInput{At: nine + tt.minutes*minute, Offset: china, Papers: papers, Holders: holders})
		if err != nil {
			t.Fatal(err)
		}
		list, err := report.Chase(ask)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for c := range list.Of("north") {
			got = append(got, chaseText(c))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
		if list.Len() != 3 || list.At() != nine+tt.minutes*minute {
			t.Errorf("%s: %d lines at %d", tt.why, list.Len(), list.At())
		}
		sameList(t, list)
	}
	report, err := docs.Recall(log, docs.RecallInput{At: nine + 300*minute, Offset: china, Papers: papers, Holders: holders})
	if err != nil {
		t.Fatal(err)
	}
	list, err := report.Chase(ask)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for c := range list.All() {
		got = append(got, string(c.Org)+": "+chaseText(c))
	}
	want := []string{
		": secrecy-office office then secrecy-office at 540",
		"north: secretary sn then secrecy-office at 540",
		"south: secrecy-office office then secrecy-office at 540",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("where nobody is named the next one is asked (-want +got)\n%s", diff)
	}
	n := 0
	for c := range list.Asked("office") {
		if c.Holder == "A" {
			t.Error("the office is asked for A")
		}
		n++
	}
	if n != 2 {
		t.Errorf("the office is asked for %d", n)
	}
	if list, err = report.Chase(docs.ChaseInput{}); err != nil {
		t.Fatal(err)
	}
	for c := range list.All() {
		if c.Ask != docs.AskSecretary || c.Person != "" {
			t.Errorf("nobody is named, and asked is %v, %q", c.Ask, c.Person)
		}
	}
}

// chaseText renders who is asked, with minutes past nine.
func chaseText(c docs.Chase) string {
	s := fmt.Sprintf("%v %s", c.Ask, c.Person)
	if c.Next != 0 {
		s += fmt.Sprintf(" then %v at %d", c.Next, (c.NextAt-nine)/minute)
	}
	return s
}

// What is due when: by the deadline, else by the frozen expectation, else now.
func TestChaseDue(t *testing.T) {
	log := script(t, "d 0 print 1-9 paper=p \n d 0 print 1-9 paper=q \n d 1 issue 1 A paper=p \n d 1 issue 1 A paper=q")
	papers := []docs.Paper{{ID: "q", Title: "t", Copies: 9, Recall: true, Deadline: calendar.MustParseDateTime("2026-11-21 10:00")}}
	for _, tt := range []struct {
		frozen docs.Expectation
		want   string
	}{
		{docs.Expectation{}, "p 90 q 60 "},
		{docs.Freeze(log, nine+30*minute), "p 30 q 60 "},
	} {
		report, err := docs.Recall(log, docs.RecallInput{At: nine + 90*minute, Offset: china, Papers: papers, Frozen: tt.frozen})
		if err != nil {
			t.Fatal(err)
		}
		list, err := report.Chase(docs.ChaseInput{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for c := range list.All() {
			got += fmt.Sprint(c.Paper, " ", (c.Due-nine)/minute, " ")
		}
		if got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestChaseList(t *testing.T) {
	log, in := congress(t)
	report, err := docs.Recall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	list, err := report.Chase(docs.ChaseInput{Contacts: []docs.Contact{{Org: "east", Contact: "d13"}}})
	if err != nil {
		t.Fatal(err)
	}
	table, err := wire.CSV{}.Append(nil, list.Rows(names))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, l := range []check.Lang{check.ZhHans, check.En} {
		for c := range list.All() {
			b.WriteString(list.Reason(c).Text(l, names) + "\n")
		}
	}
	b.Write(table)
	data, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "chase.golden", b.String()+string(data)+"\n")
	sameList(t, list)
	if _, err := docs.ParseChaseList([]byte(`null`), nil); err == nil {
		t.Error("no list is read as one")
	}
	if data, err := json.Marshal(docs.ChaseList{}); err != nil || string(data) != "null" {
		t.Errorf("no list is %s, %v", data, err)
	}
}

// sameList fails unless a list reads back from its JSON as itself.
func sameList(t failer, l docs.ChaseList) {
	t.Helper()
	data, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	back, err := docs.ParseChaseList(data, nil)
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	again, err := json.Marshal(back)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, again) || !slices.EqualFunc(l.Rows(nil), back.Rows(nil), slices.Equal) {
		t.Fatalf("the list reads back as another one\n%s\n%s", data, again)
	}
}

func TestParseChaseListRefuses(t *testing.T) {
	log, in := congress(t)
	report, err := docs.Recall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	list, err := report.Chase(ask)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, now, why string }{
		{`"ask":"holder"`, `"ask":"contact"`, "somebody else is asked"},
		{`"person":"d17"`, `"person":"d18"`, "another name"},
		{`"next":"contact"`, `"next":"secretary"`, "a step is passed over"},
		{`"due":1795252800000`, `"due":1795252800001`, "the next step does not follow"},
		{`"due":1795252800000`, `"due":0`, "no time"},
		{`"since":`, `"since":-`, "a time before all"},
		{`"copies":"000017"`, `"copies":"000022"`, "a copy twice"},
		{`"holder":"d17"`, `"holder":"d\u0000"`, "no id"},
		{`"after":240`, `"after":241`, "another policy"},
		{`"org":"south"`, `"org":"north"`, "a delegation twice"},
		{`"docs.chase/1"`, `"docs.chase/2"`, "a newer version"},
		{`"offset":28800`, `"offset":2880000`, "no clock"},
		{`"level":"confidential",`, ``, "another level"},
		{`"org":"west"`, `"org":"a"`, "out of order"},
	} {
		changed := bytes.Replace(data, []byte(tt.old), []byte(tt.now), 1)
		if _, err := docs.ParseChaseList(changed, nil); err == nil || bytes.Equal(changed, data) {
			t.Errorf("%s: read %s", tt.why, changed)
		}
	}
}

func TestChaseRefuses(t *testing.T) {
	for _, tt := range []struct {
		in   docs.ChaseInput
		code check.Code
	}{
		{docs.ChaseInput{Policy: docs.Policy{ID: "x"}}, docs.Missing},
		{docs.ChaseInput{Contacts: []docs.Contact{{Org: "a"}, {Org: "a"}}}, docs.DuplicateID},
		{docs.ChaseInput{Contacts: []docs.Contact{{Org: "a\n"}}}, roster.BadID},
		{docs.ChaseInput{Contacts: []docs.Contact{{Org: "a", Contact: "b\n"}}}, roster.BadID},
		{docs.ChaseInput{Contacts: []docs.Contact{{Org: "a", Secretary: "b\n"}}}, roster.BadID},
		{docs.ChaseInput{SecrecyOffice: "b\n"}, roster.BadID},
	} {
		_, err := docs.Report{}.Chase(tt.in)
		if err == nil || !tt.in.Validate().Has(tt.code) {
			t.Errorf("%s: %v", tt.code, err)
		}
	}
}

// propChase: whatever is out is on the list once, the list reads back as itself, and as
// time goes by the person asked only rises.
func propChase(t *rapid.T) {
	log, err := docs.LogOf(genEntries(t)...)
	if err != nil {
		t.Fatal(err)
	}
	in := docs.ChaseInput{
		Policy:        rapid.SampledFrom(presets).Draw(t, "policy"),
		SecrecyOffice: rapid.SampledFrom([]roster.PersonID{"", "office"}).Draw(t, "office"),
	}
	if rapid.Bool().Draw(t, "contacts") {
		in.Contacts = ask.Contacts
	}
	last := map[string]docs.Asked{}
	frozen := docs.Freeze(log, nine+rapid.Int64Range(1, 50).Draw(t, "frozen")*minute)
	for _, late := range []int64{60, 100, 300, 1500, 9000} {
		report, err := docs.Recall(log, docs.RecallInput{
			At: nine + late*minute, Holders: []docs.Holder{{ID: "A", Org: "north"}, {ID: "B", Org: "south"}}, Frozen: frozen,
		})
		if err != nil {
			t.Fatal(err)
		}
		list, err := report.Chase(in)
		if err != nil {
			t.Fatal(err)
		}
		sameList(t, list)
		n := 0
		for x := range report.Outstanding() {
			n += x.Copies().Len()
		}
		for c := range list.All() {
			n -= c.Copies.Len()
			key := fmt.Sprint(c.Paper, c.Copies)
			if c.Ask < last[key] {
				t.Fatalf("%s: after %v %v is asked", key, last[key], c.Ask)
			}
			last[key] = c.Ask
		}
		if n != 0 {
			t.Fatalf("%d copies are out and not on the list", n)
		}
	}
}

func TestChase(t *testing.T) { rapid.Check(t, propChase) }

func FuzzParseChaseList(f *testing.F) {
	log, in := congress(f)
	report, err := docs.Recall(log, in)
	if err != nil {
		f.Fatal(err)
	}
	list, err := report.Chase(ask)
	if err != nil {
		f.Fatal(err)
	}
	data, err := json.Marshal(list)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if l, err := docs.ParseChaseList(data, nil); err == nil {
			sameList(t, l)
		}
	})
}

func ExampleReport_Chase() {
	const at = 1795222800000 // 21 November 2026, 9:00 in China
	log, _ := docs.NewLog().Append(journal.Stamp{Desk: "office", At: at},
		docs.Printed{Paper: "工作报告", Copies: docs.Range{From: 1, To: 5}},
		docs.Issued{Paper: "工作报告", Copy: 1, Holder: "a"},
	)
	report, _ := docs.Recall(log, docs.RecallInput{
		At: at + 26*3_600_000, Offset: 28800, Holders: []docs.Holder{{ID: "a", Org: "北片代表团"}},
		Papers: []docs.Paper{{ID: "工作报告", Title: "工作报告", Copies: 5, Recall: true, Deadline: calendar.MustParseDateTime("2026-11-21 10:00")}},
	})
	list, err := report.Chase(docs.ChaseInput{Contacts: []docs.Contact{{Org: "北片代表团", Contact: "b", Secretary: "c"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for line := range list.All() {
		fmt.Println(list.Reason(line).Text(check.ZhHans, nil))
	}
	// Output:
	// 工作报告第000001份（不涉密）在a（北片代表团）处，应于2026-11-21 10:00前交回，已过1500分钟，请找联络员（b）；2026-11-24 10:00起找代表团秘书
}

// Nothing that a log shows of lists names a person.
func TestListsInLogs(t *testing.T) {
	log := script(t, "d 0 print 1-9 \n d 1 issue 1 alice \n d 1 issue 2 bob \n d 2 return 2 bob")
	in := docs.RecallInput{At: nine + 60*minute}
	report, err := docs.Recall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	chase, err := report.Chase(docs.ChaseInput{})
	if err != nil {
		t.Fatal(err)
	}
	list, err := docs.ListRecall(log, in)
	if err != nil {
		t.Fatal(err)
	}
	register, err := docs.RegisterHandovers(log, in)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&b, nil))
	logger.Info("lists", "report", report, "chase", chase, "list", list, "register", register)
	for c := range chase.All() {
		logger.Info("line", "chase", c)
	}
	for h := range register.All() {
		logger.Info("line", "handover", h)
	}
	if s := b.String(); strings.Contains(s, "alice") || strings.Contains(s, "bob") || !strings.Contains(s, "chase.lines=1") || !strings.Contains(s, "list.copies=1") || !strings.Contains(s, "register.lines=1") {
		t.Error(s)
	}
}

func TestAsked(t *testing.T) {
	for a := docs.AskHolder; a <= docs.AskSecrecy; a++ {
		text, err := a.MarshalText()
		var back docs.Asked
		if err != nil || back.UnmarshalText(text) != nil || back != a || a.Label() == "" || a.String() != string(text) {
			t.Errorf("%d: %s, %v", a, text, err)
		}
	}
	for _, a := range []docs.Asked{0, docs.AskSecrecy + 1} {
		if _, err := a.MarshalText(); err == nil || a.Label() != "" {
			t.Errorf("%d is written", a)
		}
	}
	var a docs.Asked
	if err := a.UnmarshalText([]byte("mayor")); err == nil || !strings.Contains(err.Error(), "secrecy-office") {
		t.Error(err)
	}
}
