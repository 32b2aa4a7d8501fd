package main

import (
	"errors"
	"os"
	"path/filepath"
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

func sortnames(stdin string, args ...string) result {
	var stdout, stderr strings.Builder
	exit := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return result{stdout.String(), stderr.String(), exit}
}

// One list through every order and every form of output. The program as built and
// the function run give the same.
func TestGolden(t *testing.T) {
	list, err := os.ReadFile("testdata/list.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, order := range []string{"surname-strokes", "fullname-strokes", "pinyin"} {
		for _, form := range []string{"", "-explain", "-check"} {
			args := []string{"-order", order}
			if form != "" {
				args = append(args, form)
			}
			t.Run(strings.Join(args, " "), func(t *testing.T) {
				got := sortnames(string(list), args...)
				text := got.Stdout + "---- stderr\n" + got.Stderr
				binary.Golden(t, filepath.Join("testdata", order+form+".golden"), text)
				if want := map[bool]int{true: broken, false: done}[form == "-check"]; got.Exit != want {
					t.Errorf("exit %d, want %d", got.Exit, want)
				}
				stdout, stderr, exit := binary.Run(t, "sortnames", string(list), args...)
				if diff := cmp.Diff(got, result{stdout, stderr, exit}); diff != "" {
					t.Errorf("the program differs from run (-run +program):\n%s", diff)
				}
			})
		}
	}
}

func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "names.txt")
	if err := os.WriteFile(file, []byte("王小山\n王一\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		why, stdin string
		args       []string
		want       result
	}{
		{"nothing gives nothing", "", nil, result{}},
		{"only comments", "# a\n\n　\n#b", nil, result{}},
		{"a byte order mark and carriage returns are no part of a name", "\uFEFF王小山\r\n王一\r\n", nil, result{Stdout: "王一\n王小山\n"}},
		{"a last line without an end", "王小山\n王一", nil, result{Stdout: "王一\n王小山\n"}},
		{"a file in place of standard input", "李一\n", []string{file}, result{Stdout: "王一\n王小山\n"}},
		{"a list in order", "王一\n王小山\n", []string{"-check"}, result{}},
		{"the line counts comments and empty lines", "# a\n\n王小山\n# b\n王一\n", []string{"-check"}, result{Stdout: "5\t王小山\t王一\tblank\n", Exit: broken}},
		{"equal neighbours break nothing", "王一（甲）\n王　一（乙）\n", []string{"-check"}, result{
			Stderr: "line 2: name: warning: \"王一（乙）\" is the same name as \"王一（甲）\" of line 1; they keep their order\n",
		}},
		{"equal names keep their order", "王一（乙）\n丁一\n王一（甲）\n", nil, result{
			Stdout: "丁一\n王一（乙）\n王一（甲）\n",
			Stderr: "line 3: name: warning: \"王一（甲）\" is the same name as \"王一（乙）\" of line 1; they keep their order\n",
		}},
		{"the explanation of one name is empty", "王一\n", []string{"-explain"}, result{}},
		{"a tab in a name does not make a cell", "王\t一\n丁一\n", []string{"-explain"}, result{
			Stdout: "丁一\t王 一\tstroke-count\tstrokes: \"丁\" 2 < \"王\" 4\n",
			Stderr: "line 1: name: warning: holds the character U+0009, which does not show; it does not count in the order\n",
		}},
		{"Latin names first", "王一\nAda\n", []string{"-latin", "first"}, result{Stdout: "Ada\n王一\n"}},
		{"Latin names last", "Ada\n王一\n", []string{"-latin", "last", "-order", "pinyin"}, result{Stdout: "王一\nAda\n"}},
		{"Latin names refused", "王一\nAda\n", nil, result{
			Stderr: "line 2: name: error: holds the Latin letter \"A\": choose first whether Latin names come first or last\n", Exit: badInput,
		}},
		{"not UTF-8", "王一\n\xcd\xf5\n", []string{"-latin", "last"}, result{Stderr: "line 2: name: error: \"\\xcd\\xf5\" is not UTF-8\n", Exit: badInput}},
		{"a line without a name", "王一\n（女）\n", []string{"-check"}, result{Stderr: "line 2: name: error: there is no name\n", Exit: badInput}},
		{"an unknown character is only named", "王あ\n王龘\n", nil, result{
			Stdout: "王龘\n王あ\n",
			Stderr: "line 1: name: warning: the strokes of \"あ\" (U+3042) are not known: it is placed after all known characters\n" +
				"line 2: name: warning: \"龘\" (U+9F98) is not in the table of general standard characters: perhaps a traditional or variant form; it is placed as written, not converted\n",
		}},
		{"two modes", "王一\n", []string{"-check", "-explain"}, result{
			Stderr: "sortnames: want at most one of -explain and -check, and at most one FILE\n", Exit: badInput,
		}},
		{"two files", "", []string{file, file}, result{
			Stderr: "sortnames: want at most one of -explain and -check, and at most one FILE\n", Exit: badInput,
		}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, sortnames(tt.stdin, tt.args...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestBadCommandLine(t *testing.T) {
	for _, tt := range []struct {
		why  string
		args []string
		exit int
	}{
		{"an unknown flag", []string{"-nosuch"}, badInput},
		{"an unknown order", []string{"-order", "strokes"}, badInput},
		{"no order", []string{"-order", ""}, badInput},
		{"an unknown place", []string{"-latin", "middle"}, badInput},
		{"no such file", []string{filepath.Join(t.TempDir(), "none")}, badInput},
		{"help", []string{"-h"}, done},
	} {
		got := sortnames("王一\n", tt.args...)
		if got.Exit != tt.exit || got.Stdout != "" || got.Stderr == "" {
			t.Errorf("%s: %+v, want exit %d", tt.why, got, tt.exit)
		}
	}
	var stdout, stderr strings.Builder
	if exit := run(nil, failing{}, &stdout, &stderr); exit != badInput || !strings.Contains(stderr.String(), "torn off") {
		t.Errorf("input that fails: exit %d, %s", exit, stderr.String())
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("torn off") }
