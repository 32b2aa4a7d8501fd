package examples_test

import (
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// sums finds type switches over a closed set of types that leave one out. A set
// is closed by an interface of this module with a method that no other package can
// implement. A default does not make up for a type left out: it is there to panic
// when one is added.
func sums(m *module, imported types.Importer) ([]string, error) {
	out := findings{m: m}
	c := checker{module: m, imported: imported, done: map[string]*types.Package{}, info: types.Info{Types: map[ast.Expr]types.TypeAndValue{}}}
	dirs, files := m.packages()
	c.files = files
	for _, dir := range dirs {
		if _, err := c.Import(modulePath + dir); err != nil {
			return nil, err
		}
		for _, f := range files[dir] {
			ast.Inspect(f.syntax, func(n ast.Node) bool {
				if sw, ok := n.(*ast.TypeSwitchStmt); ok {
					for _, name := range c.missing(sw) {
						out.add(sw, "the switch leaves out %s", name)
					}
				}
				return true
			})
		}
	}
	return out.lines, nil
}

// A checker gives types to the packages of a module, each after those it imports.
type checker struct {
	module   *module
	files    map[string][]*file
	imported types.Importer // of everything outside the module
	done     map[string]*types.Package
	info     types.Info
}

func (c *checker) Import(p string) (*types.Package, error) {
	dir, ours := strings.CutPrefix(p, modulePath)
	if !ours {
		return c.imported.Import(p)
	}
	if pkg := c.done[dir]; pkg != nil {
		return pkg, nil
	}
	var syntax []*ast.File
	for _, f := range c.files[dir] {
		syntax = append(syntax, f.syntax)
	}
	conf := types.Config{Importer: c, Sizes: types.SizesFor("gc", runtime.GOARCH)}
	pkg, err := conf.Check(p, c.module.fset, syntax, &c.info)
	c.done[dir] = pkg
	return pkg, err
}

// missing returns the types of a closed set that a type switch does not name.
func (c *checker) missing(sw *ast.TypeSwitchStmt) []string {
	var x ast.Expr
	switch a := sw.Assign.(type) {
	case *ast.AssignStmt:
		x = a.Rhs[0]
	case *ast.ExprStmt:
		x = a.X
	}
	set, ok := c.info.Types[x.(*ast.TypeAssertExpr).X].Type.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	pkg := closedBy(set)
	if pkg == nil || !strings.HasPrefix(pkg.Path()+"/", modulePath) {
		return nil
	}
	var out []string
	for _, name := range pkg.Scope().Names() {
		typ, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || typ.IsAlias() || types.IsInterface(typ.Type()) || isGeneric(typ.Type()) {
			continue
		}
		if pointer := types.NewPointer(typ.Type()); types.Implements(pointer, set) && !c.names(sw, typ.Type(), pointer) {
			out = append(out, name)
		}
	}
	return out
}

// closedBy returns the package of an unexported method of the interface, or nil.
func closedBy(set *types.Interface) *types.Package {
	for m := range set.Methods() {
		if !m.Exported() {
			return m.Pkg()
		}
	}
	return nil
}

func isGeneric(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && named.TypeParams().Len() > 0
}

// names reports whether a case of the switch names the type, a pointer to it, or
// an interface that it implements.
func (c *checker) names(sw *ast.TypeSwitchStmt, typ types.Type, pointer *types.Pointer) bool {
	for _, clause := range sw.Body.List {
		for _, e := range clause.(*ast.CaseClause).List {
			t := c.info.Types[e].Type
			if types.Identical(t, typ) || types.Identical(t, pointer) {
				return true
			}
			if i, ok := t.Underlying().(*types.Interface); ok && types.Implements(pointer, i) {
				return true
			}
		}
	}
	return false
}

// compiled imports packages from what the go tool has compiled.
func compiled(t *testing.T, fset *token.FileSet) types.Importer {
	t.Helper()
	if runtime.GOOS == "wasip1" || runtime.GOOS == "js" {
		t.Skipf("the go tool cannot be started on %s", runtime.GOOS)
	}
	list := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "./...")
	list.Dir = ".."
	out, err := list.Output()
	if err != nil {
		if ended, ok := err.(*exec.ExitError); ok {
			t.Fatalf("go list: %v\n%s", err, ended.Stderr)
		}
		t.Skipf("no go tool: %v", err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if p, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			files[p] = file
		}
	}
	return importer.ForCompiler(fset, "gc", func(p string) (io.ReadCloser, error) { return os.Open(files[p]) })
}

func TestSums(t *testing.T) {
	m := loadSelf(t)
	found, err := sums(m, compiled(t, m.fset))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range found {
		t.Error(line)
	}
}

func TestSumsCaught(t *testing.T) {
	const set = `package followup
type Event interface{ event() }
type (
	Assigned struct{}
	Reported struct{}
	Closed struct{}
	other struct{}
)
func (Assigned) event() {}
func (Reported) event() {}
func (*Closed) event() {}
`
	prove(t, func(m *module) []string {
		found, err := sums(m, nothing{})
		if err != nil {
			return []string{err.Error()}
		}
		return found
	}, []proof{
		{
			name: "all named", path: "followup/a.go",
			src: set + `func fold(e Event, x any) {
	switch e.(type) {
	case Assigned, Reported, *Closed:
	default:
	}
	switch e := e.(type) {
	case Assigned:
		_ = e
	case interface{ event() }:
	}
	switch x.(type) {
	case Assigned:
	}
}
`,
			why: "an interface may stand for several; a switch over any is open",
		},
		{
			name: "one left out", path: "followup/a.go",
			src: set + `func fold(e Event) {
	switch e.(type) {
	case Assigned:
	case *Closed:
	default:
	}
}
`,
			want: []string{"followup/a.go:13: the switch leaves out Reported"},
			why:  "the default would panic",
		},
		{
			name: "in another package", path: "followup/a.go", src: set,
			more: filesOf("meeting/a.go", `package meeting
import "github.com/huiwu-go/huiwu/followup"
func fold[E followup.Event](events []followup.Event) {
	for _, e := range events {
		switch e.(type) {
		case followup.Assigned, followup.Reported:
		}
	}
}
`),
			want: []string{"meeting/a.go:5: the switch leaves out Closed"},
			why:  "the set belongs to the package that closes it",
		},
	})
}
