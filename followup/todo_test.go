package followup_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/ical"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

var stamp = calendar.MustParseDateTime("2026-09-21 08:00")

// vtodo is a calendar of VTODOs, each given by its lines.
func vtodo(todos ...string) []byte {
	var out strings.Builder
	out.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\n")
	for _, t := range todos {
		out.WriteString("BEGIN:VTODO\r\nDTSTAMP:20260921T080000Z\r\n" + strings.ReplaceAll(t, "\n", "\r\n") + "\r\nEND:VTODO\r\n")
	}
	out.WriteString("END:VCALENDAR\r\n")
	return []byte(out.String())
}

func TestParseTodos(t *testing.T) {
	todos, found := followup.ParseTodos(vtodo(
		"UID:i1@house.example\nSUMMARY:修订会务手册\nSTATUS:COMPLETED\nX-HUIWU-STAGE:in-progress\nPERCENT-COMPLETE:100\nDUE;VALUE=DATE:20261030",
		"UID:i2@house.example\nSUMMARY:broken\nDUE;VALUE=DATE:20261030\nDURATION:P1D",
		"UID:i3@other.example\nSUMMARY:timed\nDUE:20261030T170000Z\nPRIORITY:1\nRELATED-TO:i1@house.example\nRELATED-TO;RELTYPE=DEPENDS-ON:i2@house.example\nRELATED-TO;RELTYPE=SIBLING:x",
		"UID:i4@house.example\nSTATUS:IN-PROCESS\nX-HUIWU-STAGE:suspended\nX-HUIWU-LEAD:office",
		"UID:i5@house.example\nPERCENT-COMPLETE:101",
		"UID:i6@house.example\nX-HUIWU-STAGE:resting",
		"SUMMARY:no UID",
	), "house.example")
	var got []string
	for _, x := range todos {
		got = append(got, fmt.Sprint(x.Item, " ", x.Title, " ", x.Stage, " ", x.Percent, " ", x.Due, " ", x.Lead, " of ", x.Parent, " after ", x.Depends, ", ", len(x.Foreign), " foreign"))
	}
	want := []string{
		"i1 修订会务手册 reported 100 2026-10-30  of  after [], 0 foreign", // two keys: completed elsewhere is reported here
		"i3@other.example timed assigned 0 2026-10-30  of i1 after [i2], 3 foreign",
		"i4  suspended 0  office of  after [], 0 foreign",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("todos (-want +got):\n%s", diff)
	}
	var places []string
	for p := range found.All() {
		places = append(places, p.Path())
	}
	for _, id := range []string{"i2@", "i5@", "i6@"} {
		if !slices.ContainsFunc(places, func(p string) bool { return strings.Contains(p, id) }) {
			t.Errorf("nothing is said of %s: %v", id, places)
		}
	}
	// What another program said comes back as it was.
	text, err := ical.Append(nil, ical.NewCalendar("-//x//y", todos[1].Component("house.example", stamp)))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"UID:i3@other.example", "DUE:20261030T170000Z", "PRIORITY:1", "RELATED-TO;RELTYPE=SIBLING:x", "RELATED-TO;RELTYPE=PARENT:i1@house.example"} {
		if strings.Count(string(text), line+"\r\n") != 1 {
			t.Errorf("%s is lost:\n%s", line, text)
		}
	}
	if strings.Count(string(text), "\r\nDUE") != 1 {
		t.Errorf("two due dates:\n%s", text)
	}
}

// TestTodoMarks: parameters and the moment of completion that another program wrote come
// back where they stood.
func TestTodoMarks(t *testing.T) {
	for _, tt := range []struct{ lines, want, why string }{
		{"SUMMARY;LANGUAGE=zh:议定", "SUMMARY;LANGUAGE=zh:议定", "a property of the view"},
		{"RELATED-TO;RELTYPE=PARENT;X-A=1:p@house.example\nRELATED-TO;RELTYPE=DEPENDS-ON:q@house.example", "RELATED-TO;RELTYPE=PARENT;X-A=1:p@house.example\r\nRELATED-TO;RELTYPE=DEPENDS-ON:q@house.example", "one of two with the name"},
		{"DUE;VALUE=DATE;X-A=1:20261030", "DUE;VALUE=DATE;X-A=1:20261030", "beside a parameter that is interpreted"},
		{"DUE;X-A=1:20261030T170000Z", "DUE;X-A=1:20261030T170000Z", "a foreign form, once"},
		{"STATUS:COMPLETED\nCOMPLETED:20261030T013000Z", "COMPLETED:20261030T013000Z", "the moment, not only the day"},
		{"STATUS:COMPLETED\nCOMPLETED:20261030T120000Z", "COMPLETED:20261030T120000Z", "the day"},
	} {
		todos, found := followup.ParseTodos(vtodo("UID:i1@house.example\n"+tt.lines), "house.example")
		if len(todos) != 1 || found.Failed() {
			t.Fatalf("%s: %v", tt.lines, found)
		}
		if strings.HasPrefix(tt.want, "COMPLETED") && todos[0].Closed != day("2026-10-30") {
			t.Errorf("%s: closed on %v", tt.lines, todos[0].Closed)
		}
		text, err := ical.Append(nil, todos[0].Component("house.example", stamp))
		if name, _, _ := strings.Cut(strings.ReplaceAll(tt.want, ":", ";"), ";"); err != nil ||
			strings.Count(string(text), tt.want+"\r\n") != 1 || name != "RELATED-TO" && strings.Count(string(text), "\r\n"+name) != 1 {
			t.Errorf("%s, %v:\n%s", tt.why, err, text)
		}
	}
	if _, found := followup.ParseTodos(vtodo("UID:i1@house.example\nCOMPLETED:yesterday"), "house.example"); !found.Failed() {
		t.Error("a COMPLETED that is none is let in")
	}
}

// propTodo: what is written is read back as it was, alarms included.
func propTodo(t *rapid.T) {
	text := rapid.StringOfN(rapid.SampledFrom([]rune("会议 a,;:\"\\\n=^'")), 0, 60, -1)
	id := rapid.SampledFrom([]string{"i1", "手册", "a@b", "a@house.example", "x;y"})
	want := followup.Todo{
		Item: roster.ItemID(id.Draw(t, "item")), Title: text.Draw(t, "title"), Words: text.Draw(t, "words"),
		Stage: followup.Stage(rapid.IntRange(1, followup.Stages).Draw(t, "stage")), Percent: rapid.IntRange(0, 100).Draw(t, "percent"),
		Lead: roster.OrgID(rapid.SampledFrom([]string{"", "办公厅", "a,b"}).Draw(t, "lead")), Parent: roster.ItemID(rapid.SampledFrom([]string{"", "p", "q@r"}).Draw(t, "parent")),
	}
	if rapid.Bool().Draw(t, "dated") {
		want.Due = day("2026-01-01").AddDays(rapid.IntRange(0, 700).Draw(t, "due"))
	}
	if rapid.Bool().Draw(t, "done") {
		want.Closed = day("2026-01-01").AddDays(rapid.IntRange(0, 700).Draw(t, "closed"))
	}
	for range rapid.IntRange(0, 2).Draw(t, "depends") {
		want.Depends = append(want.Depends, roster.ItemID(id.Draw(t, "on")))
	}
	if rapid.Bool().Draw(t, "foreign") {
		want.Foreign = []ical.Line{ical.Text("LOCATION", text.Draw(t, "place")).With("LANGUAGE", "zh")}
		want.Inner = []ical.Component{{Name: "VALARM", Props: []ical.Line{{Name: "ACTION", Value: "DISPLAY"}, {Name: "TRIGGER", Value: "-P1D"}, ical.Text("DESCRIPTION", "x")}}}
	}
	data, err := ical.Append(nil, ical.NewCalendar("-//x//y", want.Component("house.example", stamp)))
	if err != nil {
		t.Fatal(err)
	}
	got, found := followup.ParseTodos(data, "house.example")
	if len(got) != 1 || found.Failed() {
		t.Fatalf("%s: %v", data, found)
	}
	again, err := ical.Append(nil, ical.NewCalendar("-//x//y", got[0].Component("house.example", stamp)))
	if err != nil || string(again) != string(data) {
		t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(string(data), string(again)))
	}
	want.Foreign, want.Inner, got[0].Foreign, got[0].Inner = nil, nil, nil, nil
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", data, diff)
	}
}

func TestTodoProperty(t *testing.T) { rapid.Check(t, propTodo) }

// FuzzParseTodos: what is read can be written, and is then read as it was.
func FuzzParseTodos(f *testing.F) {
	f.Add(vtodo("UID:i1@house.example\nSUMMARY:x\nSTATUS:COMPLETED\nX-HUIWU-STAGE:closed\nDUE;VALUE=DATE:20261030"))
	f.Add(vtodo("UID:i3\nDUE:20261030T170000Z\nRELATED-TO;RELTYPE=DEPENDS-ON:i2@house.example\nX-A;B=c:d"))
	f.Fuzz(func(t *testing.T, data []byte) {
		todos, _ := followup.ParseTodos(data, "house.example")
		for _, x := range todos {
			text, err := ical.Append(nil, ical.NewCalendar("-//x//y", x.Component("house.example", stamp)))
			if err != nil {
				continue // names or values that were let in and cannot go out are told by Append
			}
			back, found := followup.ParseTodos(text, "house.example")
			if len(back) != 1 || back[0].Stage != x.Stage || back[0].Due != x.Due || back[0].Title != x.Title {
				t.Fatalf("%+v\nis read back as %+v\n%v\n%s", x, back, found, text)
			}
		}
	})
}

// TestFiveHundred: a board of 500 items goes out and comes back without loss.
func TestFiveHundred(t *testing.T) {
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "office", At: 1}, manyEvents(2_000)...)
	if err != nil {
		t.Fatal(err)
	}
	b := followup.Fold(log, followup.Standard())
	data, err := b.AppendTodos(nil, "-//x//y", "house.example", stamp)
	if err != nil {
		t.Fatal(err)
	}
	todos, found := followup.ParseTodos(data, "house.example")
	if found.Len() != 0 || len(todos) != 500 {
		t.Fatalf("%d items, %v", len(todos), found)
	}
	i := 0
	for it := range b.Items() {
		if diff := cmp.Diff(it.Todo(), todos[i]); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		i++
	}
	for line := range strings.SplitSeq(string(data), "\r\n") {
		if len(line) > 75 || strings.Contains(line, "\n") {
			t.Fatalf("a line of %d octets: %s", len(line), line)
		}
	}
}

func ExampleParseTodos() {
	data := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y\n" +
		"BEGIN:VTODO\nUID:手册@house.example\nDTSTAMP:20260921T080000Z\nSUMMARY:修订会务手册\nSTATUS:COMPLETED\nDUE;VALUE=DATE:20261030\nEND:VTODO\n" +
		"END:VCALENDAR\n"
	todos, found := followup.ParseTodos([]byte(data), "house.example")
	for _, x := range todos {
		fmt.Println(x.Item, x.Title, x.Stage.Label(), x.Due)
	}
	fmt.Println(found.Count(check.Code("followup/bad-property")))
	// Output:
	// 手册 修订会务手册 反馈 2026-10-30
	// 0
}
