package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/examples/internal/binary"
)

// TestRun draws everything into a folder: the list of files and every text are as
// they were, every sheet is well-formed, and a second run writes the same.
func TestRun(t *testing.T) {
	dir, again := t.TempDir(), t.TempDir()
	var stdout, stderr strings.Builder
	if exit := run([]string{"-out", dir}, &stdout, &stderr); exit != 0 || stderr.Len() > 0 {
		t.Fatalf("exit %d: %s", exit, stderr.String())
	}
	binary.Golden(t, filepath.Join("testdata", "files.golden"), stdout.String())
	if exit := run([]string{"-out", again}, io.Discard, io.Discard); exit != 0 {
		t.Fatalf("exit %d", exit)
	}
	for file := range strings.FieldsSeq(stdout.String()) {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		second, err := os.ReadFile(filepath.Join(again, file))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(data), string(second)); diff != "" {
			t.Errorf("%s is not the same twice:\n%s", file, diff)
		}
		if strings.HasSuffix(file, ".txt") {
			binary.Golden(t, filepath.Join("testdata", file), string(data))
			continue
		}
		for d := xml.NewDecoder(strings.NewReader(string(data))); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
		why  string
	}{
		{nil, "give -out DIR", "where to"},
		{[]string{"-out", "x", "more"}, "give -out DIR", "one folder"},
		{[]string{"-m"}, "flag provided but not defined", "a misspelt flag"},
		{[]string{"-out", filepath.Join("main.go", "folder")}, "main.go", "a file stands where the folder should be"},
	} {
		var stdout, stderr strings.Builder
		if exit := run(c.args, &stdout, &stderr); exit != 2 || stdout.Len() > 0 || !strings.Contains(stderr.String(), c.want) {
			t.Errorf("%q: exit %d, %q, %q: %s", c.args, exit, stdout.String(), stderr.String(), c.why)
		}
	}
}

// TestProgram: the program as built lists the same files.
func TestProgram(t *testing.T) {
	dir := t.TempDir()
	stdout, stderr, exit := binary.Run(t, "layouts", "", "-out", dir)
	if exit != 0 {
		t.Fatalf("exit %d: %s", exit, stderr)
	}
	binary.Golden(t, filepath.Join("testdata", "files.golden"), stdout)
}
