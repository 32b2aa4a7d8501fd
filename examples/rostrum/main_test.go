package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/examples/internal/binary"
)

type result struct {
	Stdout, Stderr string
	Exit           int
}

func rostrum(stdin string, args ...string) result {
	var stdout, stderr strings.Builder
	exit := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return result{stdout.String(), stderr.String(), exit}
}

func TestRun(t *testing.T) {
	for _, c := range []struct {
		name  string
		stdin string
		args  string
		want  string
		why   string
	}{
		{"default", "", "-n 7", "7 5 3 1 2 4 6\n", "cn-gov, seen by the audience"},
		{"one", "", "-n 1", "1\n", "alone"},
		{"from the rostrum", "", "-n 7 -view rostrum", "6 4 2 1 3 5 7\n", "the other side"},
		{"even", "", "-n 8 -convention cn-gov", "7 5 3 1 2 4 6 8\n", "No.2 on the own left of No.1"},
		{"even, the other way", "", "-n 8 -convention cn-gov-b", "8 6 4 2 1 3 5 7\n", "No.1 own left of the centre"},
		{"international", "", "-n 5 -convention intl-right", "4 2 1 3 5\n", "right is high"},
		{"foreign affairs", "", "-n 2 -convention cn-foreign", "2 1\n", "the guest on the own right"},
		{"united states", "", "-n 3 -convention us-state", "2 1 3\n", "right is high"},
		{"united kingdom", "", "-n 3 -convention uk -view rostrum", "3 1 2\n", "right is high"},
		{"rows", "", "-n 11 -rows 5,6", "5 3 1 2 4\n10 8 6 7 9 11\n", "the front row first, each row from its own centre"},
		{"rows from the rostrum", "", "-n 11 -rows 5,6 -view rostrum", "4 2 1 3 5\n11 9 7 6 8 10\n", "the front row first in every view"},
		{"names", "林晓晴\n王一\n陈思远\n", "-names", "陈思远\t林晓晴\t王一\n", "names as given, tabs between them"},
		{"names and number", "\ufeff# list\r\n林晓晴\r\n\r\n王 一\r\n", "-names -n 2", "林晓晴\t王 一\n", "comments and empty lines left out"},
		{"names in rows", "a\nb\nc\nd\n", "-names -rows 1,3 -convention intl-right", "a\nc\tb\td\n", "rows of names"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(result{Stdout: c.want}, rostrum(c.stdin, strings.Fields(c.args)...)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		stdin string
		args  string
		want  string
		why   string
	}{
		{"nothing", "", "", "give -n", "how many people"},
		{"nobody", "", "-n 0", "from 1 to", "a rostrum seats somebody"},
		{"negative", "", "-n -3", "from 1 to", "a number of people"},
		{"too many", "", "-n 100000000", "from 1 to 1000", "a published limit"},
		{"rows do not add up", "", "-n 11 -rows 5,5", "10 chairs for 11 people", "nobody stands, no chair is empty"},
		{"rows alone", "", "-rows 5,6", "give -n", "rows do not say how many people"},
		{"row of none", "", "-n 5 -rows 5,0", `"0" is not a number of chairs`, "a row has chairs"},
		{"row of words", "", "-n 5 -rows 5,x", `"x" is not a number of chairs`, "a number"},
		{"overflowing rows", "", "-n 5 -rows 9223372036854775807,9", "is not a number of chairs", "no overflow"},
		{"unknown convention", "", "-n 5 -convention cn-gov-c", "known are cn-gov, cn-gov-b", "the known ones are listed"},
		{"united nations", "", "-n 5 -convention un", "it covers the drawn order of delegations", "it has no rule for a rostrum"},
		{"council", "", "-n 5 -convention eu", "it covers the protocol order of delegations, the rotation of delegations", "it has no rule for a rostrum"},
		{"unknown view", "", "-n 5 -view left", "neither audience nor rostrum", "there is no plain left"},
		{"unknown flag", "", "-m 5", "flag provided but not defined", "a misspelt flag"},
		{"not a number", "", "-n five", "invalid value", "a number"},
		{"argument", "", "-n 5 more", "unexpected argument", "nothing is read from files"},
		{"names and another number", "a\nb\n", "-names -n 3", "there are 2 names", "they must agree"},
		{"no names", "\n", "-names", "from 1 to", "an empty list"},
		{"names do not fill rows", "a\nb\n", "-names -rows 1,2", "3 chairs for 2 people", "they must agree"},
		{"tab in a name", "a\nb\tc\n", "-names", "line 2", "a tab would look like two names"},
		{"hidden characters", "a\nb\u202ec\n", "-names", "line 2", "a direction mark would turn the row round"},
		{"not UTF-8", "a\n\xff\n", "-names", "line 2: not UTF-8", "named with its line"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := rostrum(c.stdin, strings.Fields(c.args)...)
			if got.Exit != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, c.want) {
				t.Errorf("%s: exit %d, %q, %q", c.why, got.Exit, got.Stdout, got.Stderr)
			}
		})
	}
}

func TestNamesake(t *testing.T) {
	got := rostrum("王一\n林晓晴\n王一\n", "-names")
	want := result{"王一\t王一\t林晓晴\n", "line 3: 王一 stands in line 1 too: is it the same person?\n", 0}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("people may share a name (-want +got):\n%s", diff)
	}
}

func TestConventions(t *testing.T) {
	got := rostrum("", "-conventions")
	if got.Exit != 0 || got.Stderr != "" {
		t.Errorf("exit %d, %q", got.Exit, got.Stderr)
	}
	binary.Golden(t, filepath.Join("testdata", "conventions.golden"), got.Stdout)
}

// TestSVG: the drawing holds every name once, and the rows are printed as well.
func TestSVG(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.svg")
	got := rostrum("林晓晴\n<王&一>\n陈思远\n", "-names", "-svg", file)
	if got.Exit != 0 || got.Stdout != "陈思远\t林晓晴\t<王&一>\n" {
		t.Errorf("%+v", got)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]int{}
	for d := xml.NewDecoder(strings.NewReader(string(data))); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			texts[string(text)]++
		}
	}
	for _, name := range []string{"林晓晴", "<王&一>", "陈思远"} {
		if texts[name] != 1 {
			t.Errorf("%s stands on the drawing %d times", name, texts[name])
		}
	}
	if got := rostrum("", "-n", "3", "-svg", filepath.Join(t.TempDir(), "no", "folder.svg")); got.Exit != 2 || got.Stdout != "" {
		t.Errorf("a file that cannot be written: %+v", got)
	}
}

// TestProgram: the program as built does what run does.
func TestProgram(t *testing.T) {
	for _, args := range [][]string{{"-n", "11", "-rows", "5,6"}, {"-n", "5", "-convention", "un"}, {"-names"}, {"-conventions"}} {
		stdout, stderr, exit := binary.Run(t, "rostrum", "甲\n乙\n丙\n", args...)
		if diff := cmp.Diff(rostrum("甲\n乙\n丙\n", args...), result{stdout, stderr, exit}); diff != "" {
			t.Errorf("%q: the program differs from run (-run +program):\n%s", args, diff)
		}
	}
	file := filepath.Join(t.TempDir(), "plan.svg")
	if _, stderr, exit := binary.Run(t, "rostrum", "", "-n", "4", "-svg", file); exit != 0 {
		t.Errorf("exit %d: %s", exit, stderr)
	}
	if data, err := os.ReadFile(file); err != nil || !strings.Contains(string(data), ">4</text>") {
		t.Errorf("the drawing is %d bytes: %v", len(data), err)
	}
}

// TestMirror: what the audience sees is the reverse of what the rostrum sees, for
// every convention with a rule for rows.
func TestMirror(t *testing.T) {
	for _, c := range []string{"cn-gov", "cn-gov-b", "cn-foreign", "intl-right", "us-state", "uk"} {
		for n := 1; n <= 60; n++ {
			args := []string{"-n", strconv.Itoa(n), "-convention", c}
			hall := strings.Fields(rostrum("", args...).Stdout)
			stage := strings.Fields(rostrum("", append(args, "-view", "rostrum")...).Stdout)
			for i := range hall {
				if len(stage) != n || hall[i] != stage[n-1-i] {
					t.Fatalf("%s, n=%d: %v and %v", c, n, hall, stage)
				}
			}
		}
	}
}
