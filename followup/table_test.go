package followup_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/wire"
)

func TestParseTasks(t *testing.T) {
	const ledger = "\ufeff编号,事项,主办单位,协办单位,责任领导,联系人,办理时限,办理状态\r\n" +
		"i1,修订会务手册,办公厅,\"法制办、 财务处\",老张,小李,2026-10-30,承办\r\n" +
		"i2,培训,培训中心,,,,2026-11-30,\r\n"
	tasks, found := followup.ParseTasks([]byte(ledger), wire.CSV{})
	want := []followup.Task{
		{ID: "i1", Title: "修订会务手册", Lead: "办公厅", Supports: []roster.OrgID{"法制办", "财务处"}, Leader: "老张", Contact: "小李", Due: day("2026-10-30")},
		{ID: "i2", Title: "培训", Lead: "培训中心", Due: day("2026-11-30")},
	}
	if diff := cmp.Diff(want, tasks); found.Len() > 0 || diff != "" {
		t.Errorf("%v (-want +got):\n%s", found, diff)
	}
	for name, tt := range map[string]struct {
		text string
		path string
	}{
		"no due date": {"id,title,lead,due\ni1,x,office,\n", "rows[0].due"},
		"a phrase":    {"id,title,lead,due\ni1,x,office,月底前\n", "rows[0].due"},
		"no lead":     {"id,title,due\ni1,x,2026-10-30\n", ""},
		"other":       {"id,title,lead,due,mood\ni1,x,office,2026-10-30,good\n", "columns[4]"},
	} {
		_, found := followup.ParseTasks([]byte(tt.text), wire.CSV{})
		var paths []string
		for p := range found.All() {
			paths = append(paths, p.Path())
		}
		if !found.Failed() || tt.path != "" && fmt.Sprint(paths) != fmt.Sprint([]string{tt.path}) {
			t.Errorf("%s: %v", name, found)
		}
	}
}

// propTable: the tasks of a decision come back out of the table of its board, also
// where a spreadsheet would see a formula.
func propTable(t *rapid.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("会议手册a=+-@,;\"'")), 1, 12, -1)
	d := followup.Decision{Paper: "澜会纪〔2026〕3号", Words: "会议决定。", On: day("2026-09-01")}
	for i := range rapid.IntRange(1, 5).Draw(t, "tasks") {
		task := followup.Task{
			ID: roster.ItemID(fmt.Sprint("i", i)), Title: word.Draw(t, "title"), Lead: "lead",
			Leader: roster.PersonID(rapid.SampledFrom([]string{"", "老张"}).Draw(t, "leader")), Due: d.On.AddDays(rapid.IntRange(0, 400).Draw(t, "due")),
		}
		for k := range rapid.IntRange(0, 3).Draw(t, "supports") {
			task.Supports = append(task.Supports, roster.OrgID(fmt.Sprint(word.Draw(t, "org"), k)))
		}
		if rapid.Bool().Draw(t, "more") {
			task.Copies, task.Estimate = []roster.OrgID{roster.OrgID(word.Draw(t, "org") + "/c")}, rapid.IntRange(0, 2000).Draw(t, "estimate")
			task.Requirement, task.Completion = word.Draw(t, "requirement"), word.Draw(t, "completion")
		}
		d.Tasks = append(d.Tasks, task)
	}
	es, err := d.Items("clerk")
	if err != nil {
		t.Skip(err)
	}
	log := followup.NewLog()
	for _, e := range es {
		if log, err = log.Append(journal.Stamp{Desk: "office", At: 1}, e); err != nil {
			t.Fatal(err)
		}
	}
	form := rapid.SampledFrom([]wire.CSV{{}, {Separator: ';', CRLF: true, BOM: true}, {Separator: '\t'}}).Draw(t, "form")
	data, err := followup.Fold(log, followup.Standard()).AppendTable(nil, form, day("2027-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	back, found := followup.ParseTasks(data, form)
	if diff := cmp.Diff(d.Tasks, back); found.Len() > 0 || diff != "" {
		t.Fatalf("%v (-want +got):\n%s\n%s", found, diff, data)
	}
}

func TestTableProperty(t *testing.T) { rapid.Check(t, propTable) }

func FuzzParseTasks(f *testing.F) {
	f.Add([]byte("编号,事项,主办单位,办理时限\ni1,x,office,2026-10-30\n"))
	f.Add([]byte("id;title;lead;supports;due\ni1;\"a\nb\";office;a、b;2026-10-30\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		tasks, found := followup.ParseTasks(data, wire.CSV{})
		for _, x := range tasks {
			if !found.Failed() && (x.ID == "" || x.Title == "" || x.Lead == "" || x.Due.IsZero()) {
				t.Fatalf("%+v is read without a finding", x)
			}
		}
	})
}

func TestTableErrors(t *testing.T) {
	b := followup.Fold(record(t, followup.NewLog(), events("i1", "2026-09-01", "p")[0], followup.Assigned{
		Act: act("i1", "2026-09-01", "p"), Lead: "a", Supports: []roster.OrgID{"b、c"}, Due: day("2026-10-01"),
	}), followup.Standard())
	if _, err := b.AppendTable(nil, wire.CSV{}, day("2026-10-01")); err == nil || !strings.Contains(err.Error(), "rows[0].supports") {
		t.Errorf("a body with the separator: %v", err)
	}
	if _, err := (followup.Board{}).AppendTable(nil, wire.CSV{}, calendar.Date{}); err == nil {
		t.Error("no day")
	}
}

func ExampleParseTasks() {
	tasks, found := followup.ParseTasks([]byte("编号,事项,主办单位,办理时限\n手册,修订会务手册,办公厅,2026-10-30\n培训,,教务处,月底前\n"), wire.CSV{})
	fmt.Println(len(tasks), tasks[0].Title, tasks[0].Due)
	fmt.Print(found.Text(check.En, nil))
	// Output:
	// 2 修订会务手册 2026-10-30
	// rows[1].due: line 3: "月底前" is not usable in column "due": date "月底前": want a digit at byte 0
	// rows[1].title: line 3: column "title" must not be empty
}
