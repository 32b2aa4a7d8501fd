package examples_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// modulePath is the path of the module, with the slash that follows it.
const modulePath = "github.com/huiwu-go/huiwu/"

// A module is the Go source of a module, in the order of its paths.
type module struct {
	fset  *token.FileSet
	files []*file
}

// A file is one Go file. Library code is what a host links: neither tests nor
// generators nor examples.
type file struct {
	path    string // from the top of the module
	dir     string // the folder, which is the path of the package in the module
	syntax  *ast.File
	library bool
}

// load reads the Go files of a module. Folders that the go tool passes over stay
// out: hidden ones and testdata.
func load(fsys fs.FS) (*module, error) {
	m := &module{fset: token.NewFileSet()}
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p != "." && d.IsDir() && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(p) != ".go":
			return nil
		}
		src, err := fs.ReadFile(fsys, p)
		if err != nil {
			return err
		}
		syntax, err := parser.ParseFile(m.fset, p, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		test := strings.HasSuffix(p, "_test.go")
		generator := bytes.HasPrefix(src, []byte("//go:build ignore\n")) || bytes.Contains(src, []byte("\n//go:build ignore\n"))
		m.files = append(m.files, &file{
			path: p, dir: path.Dir(p), syntax: syntax,
			library: !test && !generator && !within(p, "examples"),
		})
		return nil
	})
	return m, err
}

// within reports whether p is dir or lies in it.
func within(p, dir string) bool { return p == dir || strings.HasPrefix(p, dir+"/") }

// loadSelf reads this module.
func loadSelf(t testing.TB) *module {
	t.Helper()
	m, err := load(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(m.files, func(f *file) bool { return f.dir == "roster/check" }) {
		t.Fatal("roster/check is not in the module: the tests look at the wrong folder")
	}
	return m
}

// library returns the files that a host links.
func (m *module) library() []*file {
	var out []*file
	for _, f := range m.files {
		if f.library {
			out = append(out, f)
		}
	}
	return out
}

// packages returns the library files by folder, and the folders in order.
func (m *module) packages() (dirs []string, files map[string][]*file) {
	files = map[string][]*file{}
	for _, f := range m.library() {
		if files[f.dir] == nil {
			dirs = append(dirs, f.dir)
		}
		files[f.dir] = append(files[f.dir], f)
	}
	slices.Sort(dirs)
	return dirs, files
}

// imports returns the import path of each name that a file gives to a package.
func (f *file) imports() map[string]string {
	names := map[string]string{}
	for _, spec := range f.syntax.Imports {
		p := importPath(spec)
		name := path.Base(p)
		if name == "v2" {
			name = path.Base(path.Dir(p))
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
	}
	return names
}

func importPath(spec *ast.ImportSpec) string {
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		panic(err) // the parser has let it pass
	}
	return p
}

// A guard looks at a module and returns what it must not hold, a line a finding.
type guard func(*module) []string

// findings collects what a guard has to say.
type findings struct {
	m     *module
	lines []string
}

func (fs *findings) add(n ast.Node, format string, args ...any) {
	at := fs.m.fset.Position(n.Pos())
	fs.lines = append(fs.lines, fmt.Sprintf("%s:%d: ", at.Filename, at.Line)+fmt.Sprintf(format, args...))
}

// pass fails the test with everything that the guard finds in this module.
func pass(t *testing.T, g guard) {
	t.Helper()
	for _, line := range g(loadSelf(t)) {
		t.Error(line)
	}
}

// A proof is a source and what a guard has to find in it.
type proof struct {
	name string
	path string // of the file; "seating/a.go" if empty
	src  string
	more fstest.MapFS // further files
	want []string
	why  string
}

// filesOf returns files given as name, source, name, source.
func filesOf(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for pair := range slices.Chunk(pairs, 2) {
		fsys[pair[0]] = &fstest.MapFile{Data: []byte(pair[1])}
	}
	return fsys
}

// prove shows that a guard finds what it is for, and nothing else.
func prove(t *testing.T, g guard, proofs []proof) {
	t.Helper()
	for _, p := range proofs {
		t.Run(p.name, func(t *testing.T) {
			if p.path == "" {
				p.path = "seating/a.go"
			}
			fsys := filesOf(p.path, p.src)
			maps.Copy(fsys, p.more)
			m, err := load(fsys)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(p.want, g(m)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", p.why, diff)
			}
		})
	}
}
