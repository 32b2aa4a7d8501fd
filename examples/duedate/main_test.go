package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/examples/internal/binary"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// result is what a run leaves behind.
type result struct {
	Stdout, Stderr string
	Exit           int
}

func duedate(stdin string, args ...string) result {
	var stdout, stderr strings.Builder
	exit := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return result{stdout.String(), stderr.String(), exit}
}

func questions(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/questions.csv")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestQuestions: every question has the answer that stands beside it.
func TestQuestions(t *testing.T) {
	text := questions(t)
	table := wire.CSV{Open: true}.Parse([]byte(text), columns)
	if err := table.Problems().Err(); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(duedate(text).Stdout, "\n"), "\n")
	if len(lines) != table.Len() {
		t.Fatalf("%d answers to %d questions", len(lines), table.Len())
	}
	for row := range table.Rows() {
		cells := strings.Split(lines[row.Index()], "\t")
		if len(cells) != 3 || cells[2] == "" || cells[0] != row.Text("id") || cells[1] != row.Text("expected") {
			t.Errorf("%q, want %s: %s", cells, row.Text("expected"), row.Text("note"))
		}
	}
}

// TestGolden: the program as built gives the same reasons in both languages.
func TestGolden(t *testing.T) {
	text := questions(t)
	for _, lang := range []string{"en", "zh-Hans"} {
		stdout, stderr, exit := binary.Run(t, "duedate", text, "-lang", lang)
		binary.Golden(t, filepath.Join("testdata", lang+".golden"), stdout)
		if diff := cmp.Diff(duedate(text, "-lang", lang), result{stdout, stderr, exit}); diff != "" {
			t.Errorf("the program differs from run (-run +program):\n%s", diff)
		}
	}
	file, err := filepath.Abs("testdata/questions.csv")
	if err != nil {
		t.Fatal(err)
	}
	if stdout, _, exit := binary.Run(t, "duedate", "", file); stdout != duedate(text).Stdout || exit != done {
		t.Errorf("exit %d: a file and standard input differ", exit)
	}
}

func TestRefused(t *testing.T) {
	const header = "id,rule,calendar,start,param\n"
	for _, c := range []struct {
		stdin, args, want, why string
	}{
		{"", "", "header", "no table"},
		{"1,add_workdays,CN,2024-01-02,1\n", "", "id", "no header"},
		{"id,rule,calendar,start\n1,roll_forward,CN,2024-01-02\n", "", "param", "a column is missing"},
		{header + "1,add_workdays,CN,2024-01-02,1,7\n", "", "line 2", "a comma too many may have moved the cells"},
		{header + "1,add_workdays,CN\n", "", "line 2", "a comma too few"},
		{header + "1,add_workdays,\"CN,2024-01-02,1\n", "", "line 2", "an open quotation"},
		{header + "1,add_workdays,CN,2024-01-02,\xff\n", "", "UTF-8", "not text"},
		{header, "-days", "flag provided but not defined", "a misspelt flag"},
		{header, "-lang fr", "invalid value", "a language without reasons"},
		{header, "a b", "at most one FILE", "two files"},
		{header, "no/such/file.csv", "no/such/file.csv", "a file that is not there"},
	} {
		got := duedate(c.stdin, strings.Fields(c.args)...)
		if got.Exit != badInput || got.Stdout != "" || !strings.Contains(got.Stderr, c.want) {
			t.Errorf("%s: %+v", c.why, got)
		}
	}
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ stdin, value, why string }{
		{"\ufeffid;rule;calendar;start;param\r\n1;add_workdays;CN;2024-02-08;5\r\n", "2024-02-21", "as a spreadsheet writes it"},
		{"param,start,calendar,rule,id\n5,2024-02-08,CN,add_workdays,1\n", "2024-02-21", "columns by name"},
		{"id,rule,calendar,start,param,source\n1,add_workdays,CN,2024-02-08,5,one, two\n", "2024-02-21", "a comma in a remark"},
	} {
		got := duedate(c.stdin)
		if cells := strings.Split(got.Stdout, "\t"); got.Exit != done || len(cells) != 3 || cells[1] != c.value {
			t.Errorf("%s: %+v", c.why, got)
		}
	}
}

func TestHelp(t *testing.T) {
	if got := duedate("", "-h"); got.Exit != done || !strings.Contains(got.Stderr, "-lang") {
		t.Errorf("%+v", got)
	}
}
