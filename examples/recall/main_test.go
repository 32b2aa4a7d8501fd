package main

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/examples/internal/binary"
)

type result struct {
	Stdout, Stderr string
	Exit           int
}

func recall(args ...string) result {
	var stdout, stderr strings.Builder
	exit := run(args, &stdout, &stderr)
	return result{stdout.String(), stderr.String(), exit}
}

// A day with one of each trouble. The program as built and the function run give the
// same.
func TestGolden(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"all", []string{"-printed", "testdata/printed.csv", "-deadline", "2026-11-21T18:00:00+08:00"}},
		{"unprinted", nil},
		{"now", []string{"-now", "2026-11-21T18:35:00+08:00"}},
	} {
		args := append([]string{"-issued", "testdata/issued.csv", "-returned", "testdata/returned.csv"}, tt.args...)
		got := recall(args...)
		binary.Golden(t, filepath.Join("testdata", tt.name+".golden"), got.Stdout)
		if got.Stderr != "" || got.Exit != wrong {
			t.Errorf("%s: exit %d, %s", tt.name, got.Exit, got.Stderr)
		}
		stdout, stderr, exit := binary.RunIn(t, ".", nil, "recall", "", args...)
		if diff := gocmp.Diff(got, result{stdout, stderr, exit}); diff != "" {
			t.Errorf("%s: the program differs from run (-run +program):\n%s", tt.name, diff)
		}
	}
}

// One ledger for each kind of exception, which raises that one and, apart from copies
// that are still out, nothing else.
func TestKinds(t *testing.T) {
	written := map[docs.Kind]string{docs.SwapRound: "wrong-holder"} // the token swap means a pair
	without := map[docs.Kind]string{
		docs.PrintRun:    "tables state no print run beside that which is recorded",
		docs.Unaccounted: "the program freezes no expectation",
		docs.Overflow:    "it takes four million copies",
	}
	for k := docs.Outstanding; k.Label() != ""; k++ {
		if without[k] != "" {
			continue
		}
		name := k.String()
		args := []string{"-ledger", filepath.Join("testdata", "kinds", name+".jsonl"), "-deadline", "2026-11-21T10:00:00+08:00"}
		if k == docs.Uncertified {
			args = append(args, "-policy", "nato")
		}
		got := recall(args...)
		binary.Golden(t, filepath.Join("testdata", "kinds", name+".golden"), got.Stdout)
		if got.Stderr != "" || got.Exit != wrong {
			t.Errorf("%s: exit %d, %s", name, got.Exit, got.Stderr)
		}
		seen := map[string]bool{}
		for line := range strings.Lines(got.Stdout) {
			if token, _, _ := strings.Cut(line, "\t"); token != "balance" && token != "outstanding" || k == docs.Outstanding && token != "balance" {
				seen[token] = true
			}
		}
		want := cmp.Or(written[k], name)
		if len(seen) != 1 || !seen[want] {
			t.Errorf("%s: wrote %v", name, slices.Sorted(maps.Keys(seen)))
		}
	}
}

// A ledger joins the tables, and a house brings its own policy.
func TestLedger(t *testing.T) {
	house := docs.NATOPolicy()
	house.ID = "house"
	for i := range house.Classes {
		house.Classes[i].Destruction.Certificate = false
	}
	data, err := house.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	policy, garbled := filepath.Join(dir, "house.json"), filepath.Join(dir, "garbled.json")
	issued := filepath.Join(dir, "issued.csv")
	returned := filepath.Join(dir, "returned.csv")
	for _, f := range []struct{ name, text string }{
		{policy, string(data)},
		{garbled, "{}"},
		{issued, out + "q,000001,a,d,1,2026-11-21T09:00:00+08:00\n"},
		{returned, back + "q,000001,a,d,1,2026-11-21T10:00:00+08:00\n"},
	} {
		if err := os.WriteFile(f.name, []byte(f.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ledger := filepath.Join("testdata", "kinds", "uncertified.jsonl")
	for _, tt := range []struct {
		args []string
		want string // the tokens and papers of the lines
		exit int
		why  string
	}{
		{[]string{"-ledger", ledger, "-policy", policy}, "balance p ", done, "the house wants no certificate"},
		{[]string{"-ledger", ledger, "-policy", "us"}, "uncertified p balance p ", wrong, "the record is to be signed"},
		{[]string{"-ledger", ledger}, "destroy-unapproved p too-few-watchers p balance p ", wrong, "China asks for approval and two watchers"},
		{[]string{"-ledger", ledger, "-policy", policy, "-issued", issued, "-returned", returned}, "balance p balance q ", done, "tables and ledger together"},
		{[]string{"-ledger", ledger, "-policy", garbled}, "", badInput, "no policy"},
		{[]string{"-ledger", ledger, "-policy", "nosuch"}, "", badInput, "no such policy"},
		{[]string{"-ledger", policy}, "", badInput, "no ledger"},
		{[]string{"-ledger", ledger + "x"}, "", badInput, "no such file"},
	} {
		got := recall(tt.args...)
		text := ""
		seen := map[string]bool{}
		for line := range strings.Lines(got.Stdout) {
			cells := strings.Split(line, "\t")
			if key := cells[0] + " " + cells[1] + " "; !seen[key] {
				seen[key] = true
				text += key
			}
		}
		if text != tt.want || got.Exit != tt.exit || (got.Stderr == "") == (tt.exit == badInput) {
			t.Errorf("%s: exit %d, wrote %q, %s", tt.why, got.Exit, text, got.Stderr)
		}
	}
}

// Whatever the tables hold, the program says what is wrong with them or balances what
// they say, and says the same again.
func FuzzTables(f *testing.F) {
	for _, name := range []string{"issued.csv", "returned.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, data, []byte("paper,from,to\np,1,3\n"))
	}
	f.Add([]byte(out+"p,000001,a,d,1,2026-01-01T09:00:00Z\n"), []byte(back+"p,1,a,d,1,2026-01-01T10:00:00Z\n"), []byte("paper,from,to\np,1,3\n"))
	f.Fuzz(func(t *testing.T, issued, returned, printed []byte) {
		var r reader
		var stderr strings.Builder
		r.stderr = &stderr
		r.table("printed", printed, printing)
		r.table("issued", issued, handingOut)
		r.table("returned", returned, takingBack)
		if r.bad {
			if stderr.Len() == 0 {
				t.Fatal("refused without a word")
			}
			return
		}
		log, err := docs.LogOf(r.entries...)
		if err != nil {
			return
		}
		rows, balances, err := reckon(log, &r, docs.Policy{}, instant{}, instant{})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range balances {
			balanced(t, b)
		}
		again, _, err := reckon(log, &r, docs.Policy{}, instant{}, instant{})
		if err != nil || !slices.Equal(rows, again) {
			t.Fatalf("%v, then %v, %v", rows, again, err)
		}
	})
}

// balanced fails unless both sides of a line of balance agree.
func balanced(t *testing.T, line string) {
	t.Helper()
	n := map[string]int{}
	for _, cell := range strings.Split(line, "\t")[2:] {
		key, value, _ := strings.Cut(cell, "=")
		if key == "printed" && value == "-" {
			return
		}
		var err error
		if n[key], err = strconv.Atoi(value); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	right := n["registered"] + n["void"] + n["in-stock"] + n["returned"] + n["outstanding"] + n["archived"] + n["destroyed"] + n["lost"] + n["transferred-out"] - n["outside"]
	if n["printed"] != right || n["issued"] != n["returned"]+n["outstanding"] {
		t.Fatalf("%s does not balance: %d", line, right)
	}
}

const (
	out  = "paper,copy,holder,desk,seq,time\n"
	back = "paper,copy,by,desk,seq,time\n"
)

func TestRun(t *testing.T) {
	for _, tt := range []struct {
		why, issued, returned, printed string
		want                           string // rows without their details, then balances cut after outstanding
		exit                           int
	}{
		{"nothing", out, back, "", "", done},
		{
			"everything is back", out + "p,000001,a,d,1,2026-01-01T09:00:00Z\n", back + "p,000001,a,d,1,2026-01-01T10:00:00Z\n", "",
			"balance p printed=- issued=1 returned=1 outstanding=0\n", done,
		},
		{
			"columns in another order, others between, BOM and carriage returns",
			"\uFEFFseq,desk,holder,phone,time,copy,paper\r\n1,d,a,1,2026-01-01T09:00:00Z,1,p\r\n", back + "p,000001,a,d,1,2026-01-01T10:00:00Z\n", "",
			"balance p printed=- issued=1 returned=1 outstanding=0\n", done,
		},
		{
			"a copy that is out", out + "p,000001,a,d,1,2026-01-01T09:00:00Z\n", back, "paper,from,to\np,1,3\n",
			"outstanding p 000001 a\nbalance p printed=3 issued=1 returned=0 outstanding=1\n", wrong,
		},
		{
			"an entry given twice is one", out + strings.Repeat("p,000001,a,d,1,2026-01-01T09:00:00Z\n", 2), back + "p,000001,a,d,1,2026-01-01T10:00:00Z\n", "",
			"balance p printed=- issued=1 returned=1 outstanding=0\n", done,
		},
		{
			"never issued: without a print run nobody knows it", out, back + "p,000001,a,d,1,2026-01-01T10:00:00Z\n", "",
			"unknown-copy p 000001 a\nbalance p printed=- issued=0 returned=0 outstanding=0\n", wrong,
		},
		{
			"never issued: with a print run it lay in the store", out, back + "p,000001,a,d,1,2026-01-01T10:00:00Z\n", "paper,from,to\np,1,3\n",
			"not-issued p 000001 a\nbalance p printed=3 issued=0 returned=0 outstanding=0\n", wrong,
		},
		{
			"issued outside the print run", out + "p,000009,a,d,1,2026-01-01T09:00:00Z\n", back, "paper,from,to\np,1,3\n",
			"out-of-range p 000009 a\noutstanding p 000009 a\nbalance p printed=3 issued=1 returned=0 outstanding=1\n", wrong,
		},
		{
			"a print run without issues", out, back, "paper,from,to\np,1,2\np,4,5\n",
			"gap-in-range p 000003 \nbalance p printed=4 issued=0 returned=0 outstanding=0\n", wrong,
		},
		{
			"a stamp that cannot be right", out + "p,000001,a,d,1,2026-01-01T09:00:00Z\np,000002,b,e,1,2099-01-01T09:00:00Z\n", back + "p,000001,a,d,1,2026-01-01T10:00:00Z\n", "",
			"future-stamp p 000002 b\noutstanding p 000002 b\nbalance p printed=- issued=2 returned=1 outstanding=1\n", wrong,
		},
		{
			"entries of a desk are missing", out + "p,000001,a,d,2,2026-01-01T09:00:00Z\n", back + "p,000001,a,d,1,2026-01-01T10:00:00Z\n", "",
			"desk-gap   \nbalance p printed=- issued=1 returned=1 outstanding=0\n", wrong,
		},
	} {
		dir := t.TempDir()
		file := func(name, text string) string {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
		args := []string{"-issued", file("issued.csv", tt.issued), "-returned", file("returned.csv", tt.returned)}
		if tt.printed != "" {
			args = append(args, "-printed", file("printed.csv", tt.printed))
		}
		got := recall(args...)
		var b strings.Builder
		for line := range strings.Lines(got.Stdout) {
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if cells[0] == "balance" {
				cells = cells[:6]
			} else {
				cells = cells[:4]
			}
			b.WriteString(strings.Join(cells, " ") + "\n")
		}
		if diff := gocmp.Diff(tt.want, b.String()); diff != "" || got.Exit != tt.exit || got.Stderr != "" {
			t.Errorf("%s: exit %d %s (-want +got):\n%s", tt.why, got.Exit, got.Stderr, diff)
		}
	}
}

func TestBadInput(t *testing.T) {
	good := out + "p,000001,a,d,1,2026-01-01T09:00:00Z\n"
	for _, tt := range []struct{ issued, want, why string }{
		{"paper,copy,holder,desk,seq\np,1,a,d,1\n", `required column`, "a column is missing"},
		{out + "p,0,a,d,1,2026-01-01T09:00:00Z\n", `is no copy number`, "no such copy"},
		{out + "p,1000000,a,d,1,2026-01-01T09:00:00Z\n", `is no copy number`, "the millionth copy"},
		{out + "p,1,a,d,0,2026-01-01T09:00:00Z\n", `seq`, "no such number"},
		{out + "p,1,a,d,x,2026-01-01T09:00:00Z\n", `"x"`, "no number"},
		{out + "p,1,a,d,1,2026-01-01\n", `2026-01-01`, "no time"},
		{out + "p,1,,d,1,2026-01-01T09:00:00Z\n", `must not be empty`, "no holder"},
		{out + "p,1,a\u200b,d,1,2026-01-01T09:00:00Z\n", `line 2`, "a character that does not show"},
		{out + "p,1,a,d,1,2026-01-01T09:00:00Z\xff\n", `\xff`, "not UTF-8"},
		{"", `header`, "nothing"},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "issued.csv")
		if err := os.WriteFile(path, []byte(tt.issued), 0o600); err != nil {
			t.Fatal(err)
		}
		empty := filepath.Join(dir, "returned.csv")
		if err := os.WriteFile(empty, []byte(back), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := recall("-issued", path, "-returned", empty); got.Exit != badInput || got.Stdout != "" || !strings.Contains(got.Stderr, tt.want) {
			t.Errorf("%s: exit %d, %q, want %q", tt.why, got.Exit, got.Stderr, tt.want)
		}
	}
	path := filepath.Join(t.TempDir(), "issued.csv")
	if err := os.WriteFile(path, []byte(good), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		nil,
		{"-issued", path},
		{"-issued", path, "-returned", path + "x"},
		{"-nosuch"},
		{"-issued", path, "-returned", path, "more"},
		{"-issued", path, "-returned", path, "-deadline", "noon"},
	} {
		if got := recall(args...); got.Exit != badInput || got.Stderr == "" {
			t.Errorf("%v: exit %d, %q", args, got.Exit, got.Stderr)
		}
	}
}
