package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/examples/internal/binary"
)

type result struct {
	Stdout, Stderr string
	Exit           int
}

func docnumber(stdin string, args ...string) result {
	var stdout, stderr strings.Builder
	exit := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return result{stdout.String(), stderr.String(), exit}
}

// Numbers of every class, well and badly written. The program as built and the
// function run give the same.
func TestGolden(t *testing.T) {
	input, err := os.ReadFile("testdata/numbers.txt")
	if err != nil {
		t.Fatal(err)
	}
	got := docnumber(string(input))
	binary.Golden(t, filepath.Join("testdata", "numbers.golden"), got.Stdout+"---- stderr\n"+got.Stderr)
	stdout, stderr, exit := binary.Run(t, "docnumber", string(input))
	if diff := cmp.Diff(got, result{stdout, stderr, exit}); diff != "" {
		t.Errorf("the program differs from run (-run +program):\n%s", diff)
	}
}

func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "numbers.txt")
	if err := os.WriteFile(file, []byte("国令第843号\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		why, stdin string
		args       []string
		want       result
	}{
		{"nothing gives nothing", "", nil, result{}},
		{"a file", "", []string{file}, result{Stdout: "国令第843号\torder\t国令第843号\t\n"}},
		{"two files", "", []string{file, file}, result{Stderr: "docnumber: want at most one FILE\n", Exit: badInput}},
		{"a byte order mark and carriage returns are no part of a number", "\uFEFF国发〔2026〕30号\r\n", nil, result{Stdout: "国发〔2026〕30号\twenhao\t国发〔2026〕30号\t\n"}},
		{"an empty line is a line", "\n国令第1号", nil, result{Stdout: "\tnone\t\t\n国令第1号\torder\t国令第1号\t\n"}},
		{"a tab is a space", "国发\t〔2026〕30号", nil, result{
			Stdout: "国发 〔2026〕30号\twenhao\t国发〔2026〕30号\tspacing\n",
			Stderr: "line 1: number: warning: character 3 is a space; a number holds no spaces (GB/T 9704-2012, 7.2.5)\n",
		}},
		{"not UTF-8", "国发\xff〔2026〕30号", nil, result{
			Stdout: "国发\uFFFD〔2026〕30号\twenhao\t\tstray\n",
			Stderr: "line 1: number: error: \"\\xff\" at character 3 has no place in a number (GB/T 9704-2012, 7.2.5)\n",
		}},
	} {
		if diff := cmp.Diff(tt.want, docnumber(tt.stdin, tt.args...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
	if got := docnumber("", "-nosuch"); got.Exit != badInput {
		t.Errorf("an unknown flag: exit %d", got.Exit)
	}
}
