package examples_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// rows is the picture of the house: an import points to a strictly lower row,
// never sideways. A package under x/internal stands on the row of x and is seen
// by x alone.
var rows = [...][]string{
	0: {"roster/check"},
	1: {"roster/wire"},
	2: {"roster/nameorder", "followup/calendar", "docs/symbol"},
	3: {"roster/journal", "followup/ical", "followup/network"},
	4: {"roster"},
	5: {
		"roster/grouping", "roster/alphabet", "docs", "followup",
		"meeting/plan", "meeting/schedule", "meeting/notice", "meeting/expense", "meeting/ballot",
	},
	6:  {"seating"},
	7:  {"seating/chart", "meeting/logistics"},
	8:  {"meeting"},
	9:  {"meeting/rehearsal", "meeting/guide"},
	10: {"examples"},
}

// row returns the row of a package, or -1.
func row(pkg string) int {
	pkg = room(pkg)
	return slices.IndexFunc(rows[:], func(r []string) bool { return slices.Contains(r, pkg) })
}

// room returns the public package that a package belongs to: itself, or the one
// whose internal package it is. All examples are one.
func room(pkg string) string {
	if within(pkg, "examples") {
		return "examples"
	}
	public, _, _ := strings.Cut(pkg+"/", "/internal/")
	return strings.TrimSuffix(public, "/")
}

// arrows finds imports that do not point down. Tests may look where they like.
func arrows(m *module) []string {
	out := findings{m: m}
	for _, f := range m.files {
		if strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		from := row(f.dir)
		if from < 0 {
			out.add(f.syntax, "%s is not in the picture of the packages", f.dir)
			continue
		}
		for _, spec := range f.syntax.Imports {
			to, ours := strings.CutPrefix(importPath(spec), modulePath)
			switch inside := strings.Contains(to+"/", "/internal/"); {
			case !ours, inside && room(to) == room(f.dir):
			case inside:
				out.add(spec, "%s may not look into %s", f.dir, to)
			case row(to) < 0:
				out.add(spec, "%s is not in the picture of the packages", to)
			case row(to) >= from:
				out.add(spec, "%s (row %d) may not import %s (row %d)", f.dir, from, to, row(to))
			}
		}
	}
	return out.lines
}

func TestArrows(t *testing.T) { pass(t, arrows) }

func TestArrowsCaught(t *testing.T) {
	from := func(imports ...string) string {
		var b strings.Builder
		b.WriteString("package a\n")
		for _, i := range imports {
			b.WriteString("import _ \"" + i + "\"\n")
		}
		return b.String()
	}
	const ours = modulePath
	prove(t, arrows, []proof{
		{
			name: "down", path: "meeting/a.go",
			src: from("fmt", ours+"seating", ours+"roster/check", ours+"followup/calendar", ours+"meeting/plan", "golang.org/x/text/collate"),
			why: "meeting joins the rooms below it, leaves of any folder included",
		},
		{
			name: "up", path: "followup/calendar/a.go",
			src:  from(ours + "followup"),
			want: []string{"followup/calendar/a.go:2: followup/calendar (row 2) may not import followup (row 5)"},
			why:  "a leaf carries the room above it, not the other way round",
		},
		{
			name: "sideways", path: "docs/a.go",
			src:  from(ours+"roster", ours+"followup"),
			want: []string{"docs/a.go:3: docs (row 5) may not import followup (row 5)"},
			why:  "rooms of a row know nothing of each other",
		},
		{
			name: "unknown package", path: "seating/hall/a.go", src: from(),
			want: []string{"seating/hall/a.go:1: seating/hall is not in the picture of the packages"},
			why:  "a new package is drawn into the picture first",
		},
		{
			name: "unknown import", path: "seating/a.go", src: from(ours + "util"),
			want: []string{"seating/a.go:2: util is not in the picture of the packages"},
			why:  "an import that is not there is no exception",
		},
		{
			name: "own inside", path: "seating/a.go", src: from(ours + "seating/internal/assign"),
			more: filesOf("seating/internal/assign/a.go", from(ours+"seating/internal/heap", ours+"roster")),
			why:  "an inner package is the room's own and stands on its row",
		},
		{
			name: "inside of another", path: "seating/chart/a.go", src: from(ours + "seating/internal/assign"),
			want: []string{"seating/chart/a.go:2: seating/chart may not look into seating/internal/assign"},
			why:  "the go tool would let it pass",
		},
		{
			name: "inside looks up", path: "seating/internal/assign/a.go", src: from(ours+"seating", ours+"meeting"),
			want: []string{
				"seating/internal/assign/a.go:2: seating/internal/assign (row 6) may not import seating (row 6)",
				"seating/internal/assign/a.go:3: seating/internal/assign (row 6) may not import meeting (row 8)",
			},
			why: "an inner package is imported by its room, and imports what the room may",
		},
		{
			name: "examples", path: "examples/congress/a.go",
			src: from(ours+"meeting/rehearsal", ours+"examples/internal/golden"),
			why: "an example may import every room",
		},
		{
			name: "a room imports an example", path: "meeting/a.go", src: from(ours + "examples/congress"),
			want: []string{"meeting/a.go:2: meeting (row 8) may not import examples/congress (row 10)"},
			why:  "examples are on top",
		},
		{
			name: "test", path: "docs/a_test.go", src: from(ours + "meeting"),
			why: "an external test may use what stands above its package",
		},
	})
}

// entries are what lies at the top level, besides names that begin with a dot.
var entries = []string{
	"LICENSE", "README.md", "docs", "examples", "followup", "go.mod", "go.sum", "meeting", "roster", "seating",
}

// dependencies are the modules that go.mod may require: text for the library, the
// others for tests.
var dependencies = []string{"github.com/google/go-cmp", "golang.org/x/text", "pgregory.net/rapid"}

// topLevel finds entries and dependencies that the module must not have.
func topLevel(fsys fs.FS) ([]string, error) {
	var out []string
	list, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(entries, name) {
			out = append(out, "unexpected top-level entry "+name)
		}
	}
	mod, err := fs.ReadFile(fsys, "go.mod")
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(mod)) {
		words := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require "))
		if len(words) >= 2 && strings.HasPrefix(words[1], "v") && !slices.Contains(dependencies, words[0]) {
			out = append(out, "unexpected dependency "+words[0])
		}
		if len(words) > 0 && (words[0] == "replace" || words[0] == "tool" || words[0] == "exclude") {
			out = append(out, "unexpected directive "+words[0])
		}
	}
	return out, nil
}

func TestTopLevel(t *testing.T) {
	found, err := topLevel(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

func TestTopLevelCaught(t *testing.T) {
	found, err := topLevel(fstest.MapFS{
		"roster/check/doc.go": {},
		"internal/x/x.go":     {},
		"Makefile":            {},
		".gitignore":          {},
		"go.mod": {Data: []byte("module m\n\ngo 1.26.0\n\nrequire golang.org/x/text v0.43.0\n\nrequire (\n" +
			"\tpgregory.net/rapid v1.3.0\n\tgithub.com/stretchr/testify v1.9.0 // indirect\n)\n\nreplace golang.org/x/text => ../text\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"unexpected top-level entry Makefile",
		"unexpected top-level entry internal",
		"unexpected dependency github.com/stretchr/testify",
		"unexpected directive replace",
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
