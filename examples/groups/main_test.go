package main

import (
	"bufio"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/examples/internal/binary"
)

// result is what a run leaves behind.
type result struct {
	Stdout, Stderr string
	Exit           int
}

func groups(stdin string, args ...string) result {
	var stdout, stderr strings.Builder
	exit := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return result{stdout.String(), stderr.String(), exit}
}

const people = `id,name,sex,delegation
d01,甲,f,east
d02,乙,m,east
d03,丙,m,east
d04,丁,f,west
d05,戊,m,west
d06,己,f,west
d07,庚,m,north
d08,辛,,north
d09,壬,f,north
`

// The program as built and the function run give the same, and what they give is
// right by another way of reckoning.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, input string
		args        []string
	}{
		{"ranint-12-3-ss", ranInt.generate(12, 3, 0, 1), []string{"-steps", "50000"}},
		{"ranint-30-4-ds", ranInt.generate(30, 4, 2, 2), []string{"-seed", "3", "-steps", "300000"}},
		{"ranreal-20-5-ss", ranReal.generate(20, 5, 0, 3), []string{"-format", "mdgp", "-groups", "5", "-steps", "300000", "-"}},
		{"geo-24-4-ds", geo.generate(24, 4, 3, 4), []string{"-steps", "300000"}},
		{"list", people, []string{"-format", "csv", "-groups", "3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := groups(c.input, c.args...)
			if got.Exit != done || got.Stderr != "" {
				t.Fatalf("exit %d: %s", got.Exit, got.Stderr)
			}
			binary.Golden(t, filepath.Join("testdata", c.name+".golden"), got.Stdout)
			if c.name != "list" {
				reckon(t, c.input, got.Stdout)
			}
			stdout, stderr, exit := binary.Run(t, "groups", c.input, c.args...)
			if diff := cmp.Diff(got, result{stdout, stderr, exit}); diff != "" {
				t.Errorf("the program differs from run (-run +program):\n%s", diff)
			}
		})
	}
}

// rational reads a decimal.
func rational(t testing.TB, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%q is no number", text)
	}
	return r
}

// reckon reads an instance and an output anew: everybody is in one group, sizes are
// within their bounds, the objective is the sum of the distances, and not above the
// bound. It returns the objective.
func reckon(t testing.TB, input, output string) *big.Rat {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(output), "\n")
	head := strings.Fields(input[:strings.Index(input, "\n")])
	n, _ := strconv.Atoi(head[0])
	at := map[string]int{}
	for k, line := range lines[2:] {
		cells := strings.Split(line, "\t")
		if cells[0] != "group" || cells[1] != strconv.Itoa(k+1) {
			t.Fatalf("line %q, want group %d", line, k+1)
		}
		lo, _ := strconv.Atoi(head[3+2*k])
		hi, _ := strconv.Atoi(head[4+2*k])
		if size := len(cells) - 2; size < lo || size > hi {
			t.Errorf("group %d has %d members, want %d to %d", k+1, size, lo, hi)
		}
		for _, member := range cells[2:] {
			if _, placed := at[member]; placed {
				t.Errorf("%s is placed twice", member)
			}
			at[member] = k + 1
		}
	}
	if len(at) != n || strconv.Itoa(len(lines)-2) != head[1] {
		t.Errorf("%d people in %d groups, want %d in %s", len(at), len(lines)-2, n, head[1])
	}
	total := new(big.Rat)
	scanner := bufio.NewScanner(strings.NewReader(input))
	for scanner.Scan() {
		if f := strings.Fields(scanner.Text()); len(f) == 3 && at[f[0]] != 0 && at[f[0]] == at[f[1]] {
			total.Add(total, rational(t, f[2]))
		}
	}
	objective, ok := strings.CutPrefix(lines[0], "objective\t")
	bound, also := strings.CutPrefix(lines[1], "bound\t")
	if !ok || !also || rational(t, objective).Cmp(total) != 0 || bound != "-" && rational(t, bound).Cmp(total) < 0 {
		t.Errorf("%q, %q, want the objective %s", lines[0], lines[1], total.FloatString(3))
	}
	return total
}

func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "LIST.CSV")
	if err := os.WriteFile(file, []byte("\uFEFFid,sex\na,f\nb,f\nc,m\nd,m\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		why, stdin string
		args       []string
		want       result
	}{
		{"a name that ends in .csv is a list", "", []string{"-groups", "2", file}, result{Stdout: "objective\t0\nbound\t0\ngroup\t1\ta\tc\ngroup\t2\tb\td\n"}},
		{"decimals are kept to the last", "4 2 ss 2 2 2 2\n0 1 0.5\n0 2 1\n0 3 0\n1 2 0\n1 3 1.25\n2 3 0\n", nil, result{
			Stdout: "objective\t2.25\nbound\t2.25\ngroup\t1\t0\t2\ngroup\t2\t1\t3\n",
		}},
		{"the pairs may come in any order", "2 1 ss 2 2\r\n\r\n1 0 007.10\r\n", nil, result{Stdout: "objective\t7.10\nbound\t7.10\ngroup\t1\t0\t1\n"}},
		{"one person has no distance", "1 1 ss 1 1\n", nil, result{Stdout: "objective\t0\nbound\t0\ngroup\t1\t0\n"}},
		{"a list without attributes is even in every way", "id,name\na,x\nb,x\n", []string{"-format", "csv", "-groups", "2"}, result{
			Stdout: "objective\t0\nbound\t0\ngroup\t1\ta\ngroup\t2\tb\n",
		}},
		{"a column without values balances nothing", "id,sex\na,\nb,\n", []string{"-format", "csv", "-groups", "1"}, result{
			Stdout: "objective\t0\nbound\t0\ngroup\t1\ta\tb\n",
		}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, groups(c.stdin, c.args...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestRefused: every input that cannot be used ends with 2 and says why.
func TestRefused(t *testing.T) {
	const head = "2 1 ss 2 2\n"
	list := []string{"-format", "csv", "-groups", "1"}
	for _, c := range []struct {
		stdin string
		args  []string
		want  string
	}{
		{"", []string{"-x"}, "-x"},
		{"", []string{"a", "b"}, "at most one FILE"},
		{"", []string{"-steps", "-1"}, "not negative"},
		{"", []string{"-format", "json"}, "json"},
		{"", []string{"no-such-file"}, "no-such-file"},
		{"", nil, "line 1"},
		{"2 1 xs 2 2\n", nil, "neither ss nor ds"},
		{"2 1 ss 2\n", nil, "bounds of sizes"},
		{"2 3 ss 1 1 1 1 1 1\n", nil, "groups"},
		{"99999 1 ss 1 99999\n", nil, "people"},
		{"2 1 ss 2 1\n", nil, "sizes from"},
		{"2 1 ss 2 2\n0 1 1\n", []string{"-groups", "2"}, "-groups asks for 2"},
		{head, nil, "missing"},
		{head + "0 1 2\n1 0 2\n", nil, "line 3: the distance of 0 and 1 is given twice"},
		{head + "0 1\n", nil, "columns"},
		{head + "0 0 1\n", nil, "not two people"},
		{head + "0 2 1\n", nil, "not two people"},
		{head + "0 1 NaN\n", nil, "NaN"},
		{head + "0 1 -1\n", nil, "-1"},
		{head + "0 1 1e3\n", nil, "1e3"},
		{head + "0 1 .\n", nil, "decimal"},
		{head + "0 1 1.\n", nil, "decimal"},
		{head + "0 1 0.0000000001\n", nil, "decimals"},
		{head + "0 1 100000000.1\n", nil, "more than"},
		{head + "0 1 99999999999999999999\n", nil, "more than"},
		{"2 1 ss 1 1\n0 1 1\n", nil, "at most 1"},
		{people, []string{"-format", "csv"}, "-groups"},
		{people, []string{"-format", "csv", "-groups", "10"}, "at least 10"},
		{people, []string{"-format", "csv", "-groups", "1000000000"}, "at most"},
		{"", list, "first column is id"},
		{"name\nx\n", list, "first column is id"},
		{"id,sex,sex\na,f,f\n", list, "occurs twice"},
		{"id,sex\na,f\na,m\n", list, "twice"},
		{"id,sex\na\n", list, "wrong number of fields"},
		{"id\n", list, "nobody"},
		{"id\n\"a\tb\"\n", list, "visible"},
		{"id\n\"a\nb\"\n", list, "visible"},
		{"id\n\u202ea\n", list, "visible"},
		{"id,\xff\na,x\n", list, "visible"},
		{"id," + strings.Repeat("a", 1<<20) + "\na,x\n", list, "visible"},
		{strings.Repeat("9", 2<<20), nil, "line 1"},
	} {
		got := groups(c.stdin, c.args...)
		if got.Exit != badInput || got.Stdout != "" || !strings.Contains(got.Stderr, c.want) {
			t.Errorf("%q %q: exit %d, %q; want %q", c.stdin, c.args, got.Exit, got.Stderr, c.want)
		}
	}
	if got := groups("", "-h"); got.Exit != done || !strings.Contains(got.Stderr, "-seed") {
		t.Errorf("-h: %+v", got)
	}
}

// TestGenerate: the generator writes what it says.
func TestGenerate(t *testing.T) {
	for _, f := range []family{ranInt, ranTen, ranReal, geo} {
		text := f.generate(10, 3, 1, 5)
		lines := strings.Split(strings.TrimSpace(text), "\n")
		if len(lines) != 46 || !strings.HasPrefix(lines[0], "10 3 ds ") {
			t.Errorf("%s: %d lines, first %q", f, len(lines), lines[0])
		}
		last := rational(t, strings.Fields(lines[45])[2])
		if last.Sign() < 0 || f != geo && last.Cmp(big.NewRat(100, 1)) > 0 {
			t.Errorf("%s: distance %s", f, last)
		}
		if again := f.generate(10, 3, 1, 5); again != text {
			t.Errorf("%s: another text for the same seed", f)
		}
	}
	if fmt.Sprint(geo.generate(3, 1, 0, 1)) == geo.generate(3, 1, 0, 2) {
		t.Error("another seed gives the same")
	}
}
