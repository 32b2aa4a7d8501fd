package examples_test

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// pure is what library code may import, besides this module and x/text. Where
// names are given, only these may be used; "!name" may not, and all others may.
var pure = map[string]string{
	"bytes":           "",
	"cmp":             "",
	"container/heap":  "",
	"context":         "Context Cause Canceled DeadlineExceeded Background",
	"crypto/sha256":   "",
	"encoding":        "",
	"encoding/binary": "",
	"encoding/csv":    "",
	"encoding/hex":    "",
	"encoding/json":   "",
	"encoding/xml":    "",
	"errors":          "",
	"fmt":             "!Print !Printf !Println !Scan !Scanf !Scanln",
	"hash":            "",
	"html":            "",
	"io":              "EOF",
	"iter":            "",
	"log/slog": "Value LogValuer Attr AnyValue BoolValue GroupValue Int64Value IntValue StringValue Uint64Value " +
		"Any Bool Group Int Int64 String Uint64",
	"maps": "",
	"math": "MaxInt MaxInt8 MaxInt16 MaxInt32 MaxInt64 MinInt MinInt8 MinInt16 MinInt32 MinInt64 " +
		"MaxUint MaxUint8 MaxUint16 MaxUint32 MaxUint64",
	"math/big":     "Int NewInt Rat NewRat",
	"math/bits":    "",
	"math/rand/v2": "New NewPCG NewChaCha8 Rand Source PCG ChaCha8",
	"slices":       "",
	"sort":         "",
	"strconv":      "!ParseFloat !FormatFloat !AppendFloat !ParseComplex !FormatComplex",
	"strings":      "",
	"time": "!Now !Since !Until !Sleep !After !AfterFunc !Tick !NewTimer !NewTicker !Timer !Ticker " +
		"!Local !LoadLocation !Unix !UnixMilli !UnixMicro !Parse", // the last four read the zone of the machine
	"unicode":       "",
	"unicode/utf16": "",
	"unicode/utf8":  "",
}

// owned are packages that one room alone may import: reflect shapes what is read
// and written, and the tables of x/text are linked only by who asks for them.
var owned = map[string]string{
	"reflect":                    "roster/wire",
	"golang.org/x/text/collate":  "roster/alphabet",
	"golang.org/x/text/encoding": "", // a host passes its decoder
}

// allows reports whether a rule of pure lets a name pass.
func allows(rule, name string) bool {
	words := strings.Fields(rule)
	if len(words) == 0 || strings.HasPrefix(words[0], "!") {
		return !slices.Contains(words, "!"+name)
	}
	return slices.Contains(words, name)
}

// purity finds what makes library code depend on anything but its arguments.
func purity(m *module) []string {
	out := findings{m: m}
	dirs, files := m.packages()
	for _, dir := range dirs {
		for _, f := range files[dir] {
			impureImports(&out, f)
			impureCode(&out, f)
		}
		changingVariables(&out, files[dir])
	}
	return out.lines
}

func impureImports(out *findings, f *file) {
	for _, spec := range f.syntax.Imports {
		p := importPath(spec)
		_, std := pure[p]
		keeper, kept := owner(p)
		switch {
		case spec.Name != nil && (spec.Name.Name == "_" || spec.Name.Name == "."):
			out.add(spec, "blank or dot import of %s", p)
		case kept:
			if room(f.dir) != keeper {
				out.add(spec, "%s is not for this package", p)
			}
		case std, strings.HasPrefix(p, modulePath), within(p, "golang.org/x/text"):
		default:
			out.add(spec, "%s is not on the list of imports", p)
		}
	}
}

// owner returns the room that a package of owned, or one below it, is kept for.
func owner(p string) (room string, ok bool) {
	for tree, room := range owned {
		if within(p, tree) {
			return room, true
		}
	}
	return "", false
}

func impureCode(out *findings, f *file) {
	names := f.imports()
	for _, group := range f.syntax.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, "//go:linkname") {
				out.add(c, "go:linkname")
			}
		}
	}
	if f.syntax.Name.Name == "main" {
		out.add(f.syntax.Name, "a program among the library; generators begin with //go:build ignore")
	}
	for _, d := range f.syntax.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
			out.add(fn, "init function")
		}
	}
	var above []ast.Node // the nodes around n, outermost first
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		if n == nil {
			above = above[:len(above)-1]
			return true
		}
		switch n := n.(type) {
		case *ast.GoStmt:
			out.add(n, "go statement")
		case *ast.Ident:
			switch n.Name {
			case "float32", "float64", "complex64", "complex128":
				out.add(n, "%s: no float decides anything", n.Name)
			}
		case *ast.BasicLit:
			if v := constant.MakeFromLiteral(n.Value, n.Kind, 0); n.Kind == token.IMAG || n.Kind == token.FLOAT && constant.ToInt(v).Kind() != constant.Int {
				out.add(n, "%s: no float decides anything", n.Value)
			}
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok {
				switch id.Name {
				case "print", "println":
					out.add(n, "%s writes to standard error", id.Name)
				case "panic":
					if why := badPanic(out.m, f, n, above); why != "" {
						out.add(n, "panic %s", why)
					}
				}
			}
			if s, ok := n.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Local" && len(n.Args) == 0 {
				out.add(n, "Local gives a time in the zone of the machine")
			}
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok {
				if rule, std := pure[names[id.Name]]; std && !allows(rule, n.Sel.Name) && !inUTC(names[id.Name], above) {
					out.add(n, "%s.%s is not pure", names[id.Name], n.Sel.Name)
				}
			}
		}
		above = append(above, n)
		return true
	})
}

// inUTC reports whether what stands below the nodes above is called and made a
// time in UTC at once, as in time.Unix(s, 0).UTC().
func inUTC(pkg string, above []ast.Node) bool {
	if pkg != "time" || len(above) < 2 {
		return false
	}
	_, called := above[len(above)-1].(*ast.CallExpr)
	s, ok := above[len(above)-2].(*ast.SelectorExpr)
	return called && ok && s.Sel.Name == "UTC"
}

var panicReason = regexp.MustCompile(`^//nolint:forbidigo // \S`)

// badPanic says what is wrong with a panic: it has to give its reason, and to
// stand in a MustX, in the default of a switch, in a function whose comment says
// that it panics, or in one that nobody passes anything, so that only the source
// itself can be at fault.
func badPanic(m *module, f *file, call *ast.CallExpr, above []ast.Node) string {
	line := m.fset.Position(call.Pos()).Line
	reasoned := slices.ContainsFunc(f.syntax.Comments, func(g *ast.CommentGroup) bool {
		return m.fset.Position(g.Pos()).Line == line && panicReason.MatchString(g.List[0].Text)
	})
	if !reasoned {
		return "without a reason (//nolint:forbidigo // ...)"
	}
	for _, n := range above {
		switch n := n.(type) {
		case *ast.FuncDecl:
			must := strings.HasPrefix(n.Name.Name, "Must") || strings.HasPrefix(n.Name.Name, "must")
			if must || strings.Contains(n.Doc.Text(), "panics") || n.Recv == nil && n.Type.Params.NumFields() == 0 {
				return ""
			}
		case *ast.CaseClause:
			if n.List == nil {
				return ""
			}
		}
	}
	return "outside of MustX and of the default of a switch, in a function that does not say so"
}

// changingVariables finds package variables that a caller, or the package, can
// change. The packages that the code imports are left unresolved, which is enough
// to tell a package variable from a local one.
func changingVariables(out *findings, files []*file) {
	info := types.Info{Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: nothing{}, Error: func(error) {}, FakeImportC: true}
	var syntax []*ast.File
	for _, f := range files {
		syntax = append(syntax, f.syntax)
	}
	pkg, _ := conf.Check(files[0].dir, out.m.fset, syntax, &info) // the errors are the missing imports
	variable := func(x ast.Expr) types.Object {
		for {
			switch y := x.(type) {
			case *ast.Ident:
				if v, ok := info.Uses[y].(*types.Var); ok && v.Parent() == pkg.Scope() {
					return v
				}
				return nil
			case *ast.SelectorExpr:
				x = y.X
			case *ast.IndexExpr:
				x = y.X
			case *ast.SliceExpr:
				x = y.X
			case *ast.StarExpr:
				x = y.X
			case *ast.ParenExpr:
				x = y.X
			default:
				return nil
			}
		}
	}
	for _, f := range files {
		for _, d := range f.syntax.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				for _, name := range s.(*ast.ValueSpec).Names {
					if name.IsExported() && !strings.HasPrefix(name.Name, "Err") {
						out.add(name, "exported variable %s: a caller can change it", name.Name)
					}
					if v := pkg.Scope().Lookup(name.Name); v != nil && isMap(v.Type()) {
						out.add(name, "package variable %s is a map: it can change and is built at every start", name.Name)
					}
				}
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			var targets []ast.Expr
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					targets = n.Lhs
				}
			case *ast.IncDecStmt:
				targets = []ast.Expr{n.X}
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					targets = []ast.Expr{n.Key, n.Value}
				}
			case *ast.CallExpr: // clear(x), delete(x, k), copy(x, y)
				if id, ok := n.Fun.(*ast.Ident); ok && slices.Contains([]string{"clear", "delete", "copy"}, id.Name) && len(n.Args) > 0 {
					targets = n.Args[:1]
				}
			}
			for _, x := range targets {
				if v := variable(x); v != nil {
					out.add(n, "package variable %s is changed", v.Name())
				}
			}
			return true
		})
	}
}

func isMap(t types.Type) bool {
	_, ok := t.Underlying().(*types.Map)
	return ok
}

// nothing imports packages as if they were empty.
type nothing struct{}

func (nothing) Import(p string) (*types.Package, error) {
	name := p[strings.LastIndex(p, "/")+1:]
	pkg := types.NewPackage(p, name)
	pkg.MarkComplete()
	return pkg, nil
}

func TestPurity(t *testing.T) {
	if runtime.GOOS == "wasip1" || runtime.GOOS == "js" {
		t.Skip("go/types descends into tables of many thousand lines deeper than the stack of WebAssembly engines")
	}
	pass(t, purity)
}

func TestPurityCaught(t *testing.T) {
	prove(t, purity, []proof{
		{
			name: "pure",
			src: `package seating
import ("context"; "errors"; "fmt"; "io"; "log/slog"; "math"; "math/rand/v2"; "time"; "golang.org/x/text/unicode/norm")
var ErrFull = errors.New("full")
var table = [...]string{1: "one"}
const Million = 1e6
type Hall struct{ n int }
func (h Hall) LogValue() slog.Value { return slog.StringValue("hall") }
func draw(ctx context.Context, seed uint64) (int, error) {
	table := map[string]int{}
	table["local"] = math.MaxInt32
	if err := context.Cause(ctx); err != nil && !errors.Is(err, io.EOF) { return 0, fmt.Errorf("draw: %w", err) }
	_ = norm.NFC
	_ = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	_ = time.UnixMilli(0).UTC()
	return rand.New(rand.NewPCG(seed, 0)).IntN(9), nil
}
func MustHall(n int) Hall {
	if n < 1 { panic("seating: no hall") //nolint:forbidigo // for constants
	}
	switch n {
	case 1:
	default: panic("seating: unknown") //nolint:forbidigo // a programmer's error
	}
	return Hall{}
}
// place panics if n is negative.
func place(n int) { panic("seating: negative") //nolint:forbidigo // a programmer's error
}
func preset() Hall { panic("seating: bad preset") //nolint:forbidigo // the data of this file
}
`,
			why: "what library code may do",
		},
		{
			name: "imports",
			src:  "package seating\nimport \"os\"\nimport \"sync\"\nimport \"embed\"\nimport _ \"fmt\"\nimport . \"strings\"\nimport \"pgregory.net/rapid\"\nimport \"math/rand\"\nimport \"unsafe\"\n",
			want: []string{
				"seating/a.go:2: os is not on the list of imports",
				"seating/a.go:3: sync is not on the list of imports",
				"seating/a.go:4: embed is not on the list of imports",
				"seating/a.go:5: blank or dot import of fmt",
				"seating/a.go:6: blank or dot import of strings",
				"seating/a.go:7: pgregory.net/rapid is not on the list of imports",
				"seating/a.go:8: math/rand is not on the list of imports",
				"seating/a.go:9: unsafe is not on the list of imports",
			},
			why: "the list is closed",
		},
		{
			name: "owned",
			src:  "package seating\nimport \"golang.org/x/text/collate\"\nimport \"golang.org/x/text/encoding/simplifiedchinese\"\nimport \"reflect\"\n",
			more: filesOf(
				"roster/alphabet/a.go", "package alphabet\nimport \"golang.org/x/text/collate\"\n",
				"roster/wire/a.go", "package wire\nimport \"reflect\"\nimport \"golang.org/x/text/unicode/norm\"\n",
			),
			want: []string{
				"seating/a.go:2: golang.org/x/text/collate is not for this package",
				"seating/a.go:3: golang.org/x/text/encoding/simplifiedchinese is not for this package",
				"seating/a.go:4: reflect is not for this package",
			},
			why: "one room each, and nobody an encoding",
		},
		{
			name: "selectors",
			src: `package seating
import ("context"; "fmt"; "io"; "log/slog"; "math"; "math/big"; "math/rand/v2"; clock "time")
var _ = clock.Now
var _ = clock.Local
var _ = clock.Unix(0, 0).Hour()
var _ = fmt.Println
var _ = rand.IntN
var _ = io.Discard
var _ = slog.Info
var _ = math.Sqrt
var _ = big.NewFloat
var _ = context.WithTimeout
func f(t clock.Time) { t.Local() }
`,
			want: []string{
				"seating/a.go:3: time.Now is not pure",
				"seating/a.go:4: time.Local is not pure",
				"seating/a.go:5: time.Unix is not pure",
				"seating/a.go:6: fmt.Println is not pure",
				"seating/a.go:7: math/rand/v2.IntN is not pure",
				"seating/a.go:8: io.Discard is not pure",
				"seating/a.go:9: log/slog.Info is not pure",
				"seating/a.go:10: math.Sqrt is not pure",
				"seating/a.go:11: math/big.NewFloat is not pure",
				"seating/a.go:12: context.WithTimeout is not pure",
				"seating/a.go:13: Local gives a time in the zone of the machine",
			},
			why: "a renamed import is seen through",
		},
		{
			name: "statements",
			src: `package seating
func init() {}
func f() { go f() }
//go:linkname f runtime.f
func g() { println("x") }
type T struct{ W float64 }
const half = 0.5
`,
			want: []string{
				"seating/a.go:4: go:linkname",
				"seating/a.go:2: init function",
				"seating/a.go:3: go statement",
				"seating/a.go:5: println writes to standard error",
				"seating/a.go:6: float64: no float decides anything",
				"seating/a.go:7: 0.5: no float decides anything",
			},
			why: "nothing happens by itself, nothing is rounded",
		},
		{
			name: "panic",
			src: `package seating
func f() { panic("a") }
func g() { panic("b") //nolint:forbidigo
}
func h(n int) { panic("c") //nolint:forbidigo // cannot be
}
func (T) i() { panic("d") //nolint:forbidigo // cannot be
}
`,
			want: []string{
				"seating/a.go:2: panic without a reason (//nolint:forbidigo // ...)",
				"seating/a.go:3: panic without a reason (//nolint:forbidigo // ...)",
				"seating/a.go:5: panic outside of MustX and of the default of a switch, in a function that does not say so",
				"seating/a.go:7: panic outside of MustX and of the default of a switch, in a function that does not say so",
			},
			why: "bad data never panics",
		},
		{
			name: "variables",
			src: `package seating
type index map[string]int
var Default = 1
var names = map[string]int{}
var byName index
var count, list = 0, []int{1}
var at struct{ x int }
func f() {
	count++
	list[0] = 2
	at.x = 3
	elsewhere = 4
	count := 5
	count = 6
	for count = range 7 {}
	clear(list)
}
`,
			more: filesOf("seating/b.go", "package seating\nvar elsewhere int\n"),
			want: []string{
				"seating/a.go:3: exported variable Default: a caller can change it",
				"seating/a.go:4: package variable names is a map: it can change and is built at every start",
				"seating/a.go:5: package variable byName is a map: it can change and is built at every start",
				"seating/a.go:9: package variable count is changed",
				"seating/a.go:10: package variable list is changed",
				"seating/a.go:11: package variable at is changed",
				"seating/a.go:12: package variable elsewhere is changed",
				"seating/a.go:16: package variable list is changed",
			},
			why: "package variables are constants that Go cannot write as such; a local of the same name is not one",
		},
		{
			name: "program", src: "package main\nfunc main() {}\n",
			want: []string{"seating/a.go:1: a program among the library; generators begin with //go:build ignore"},
			why:  "programs are examples or generators",
		},
		{
			name: "not the library", path: "seating/gen.go",
			src: "//go:build ignore\n\npackage main\n\nimport \"os\"\n\nfunc main() { os.Exit(1) }\n",
			more: filesOf("seating/a_test.go", "package seating_test\nimport \"os\"\nvar _ = os.Exit\n",
				"examples/rostrum/main.go", "package main\nimport \"os\"\nfunc main() { os.Exit(1) }\n"),
			why: "generators, tests and examples do what they need",
		},
	})
}

// TestPureListAgrees holds the names above against what they are for: a rule is
// either a list of names or a list of exceptions.
func TestPureListAgrees(t *testing.T) {
	for _, p := range slices.Sorted(maps.Keys(pure)) {
		words := strings.Fields(pure[p])
		banned := slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, "!") })
		named := slices.ContainsFunc(words, func(w string) bool { return !strings.HasPrefix(w, "!") })
		if banned && named {
			t.Errorf("%s: names and exceptions are mixed", p)
		}
	}
}
