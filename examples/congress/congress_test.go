package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/examples/internal/binary"
)

func TestReport(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		stdout, stderr, exit := binary.Run(t, "congress", "", "-lang", lang)
		if exit != 0 || stderr != "" {
			t.Fatalf("-lang %s: exit %d: %s", lang, exit, stderr)
		}
		binary.Golden(t, "testdata/report."+lang+".golden", stdout)
	}
}

// TestOut reads the files that the job writes: their names, and the contents of
// those that a person can check.
func TestOut(t *testing.T) {
	dir := t.TempDir()
	if _, stderr, exit := binary.Run(t, "congress", "", "-out", dir); exit != 0 || stderr != "" {
		t.Fatalf("exit %d: %s", exit, stderr)
	}
	var names []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	binary.Golden(t, "testdata/files.golden", strings.Join(names, "\n")+"\n")
	for _, name := range []string{"charts/rostrum.txt", "congress.ics", "stale.tsv", "exceptions.tsv", "items.tsv", "board.json"} {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		binary.Golden(t, "testdata/"+filepath.Base(name)+".golden", string(data))
	}
}

func TestBadArguments(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"-x"}, {"more"}} {
		var stdout, stderr bytes.Buffer
		if exit := run(args, &stdout, &stderr); exit != 2 || stdout.Len() > 0 || stderr.Len() == 0 {
			t.Errorf("%q: exit %d, %q, %q", args, exit, stdout.String(), stderr.String())
		}
	}
}

// TestFolderThatCannotBe: a file stands where the folder should be.
func TestFolderThatCannotBe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if exit := run([]string{"-out", path}, &stdout, &stderr); exit != 1 || stderr.Len() == 0 {
		t.Errorf("exit %d, %q", exit, stderr.String())
	}
}

// TestFigures holds the dossier to the figures of its congress.
func TestFigures(t *testing.T) {
	all, orgs := people()
	count := map[string]int{}
	names := map[string]bool{}
	for _, a := range all {
		count[a.Capacity.String()]++
		if names[a.Name.String()] {
			t.Errorf("%s stands twice", a.ID)
		}
		names[a.Name.String()] = true
	}
	want := map[string]int{"delegate": 820, "non-voting": 281, "elected": 103, "staff": 12}
	for capacity, n := range want {
		if count[capacity] != n {
			t.Errorf("%s: %d, want %d", capacity, count[capacity], n)
		}
	}
	if len(all) != 1204+12 || len(orgs) != 2+len(delegations)+5 {
		t.Errorf("%d persons, %d bodies", len(all), len(orgs))
	}
}
