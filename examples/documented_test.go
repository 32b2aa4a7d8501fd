package examples_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"path"
	"strings"
	"testing"
)

// documented finds exported names without a comment that begins with the name,
// and packages without a package comment in doc.go. In a group of constants,
// variables or types the comment of the group, or of the line, is enough.
func documented(m *module) []string {
	out := findings{m: m}
	dirs, files := m.packages()
	for _, dir := range dirs {
		public := exportedTypes(files[dir])
		introduced := false
		for _, f := range files[dir] {
			text := f.syntax.Doc.Text()
			switch {
			case text == "":
			case path.Base(f.path) != "doc.go" && room(dir) == dir: // an inner package may be one file
				out.add(f.syntax, "the package comment belongs in doc.go")
			case !strings.HasPrefix(text, "Package "+f.syntax.Name.Name+" "):
				out.add(f.syntax, "the package comment does not begin with %q", "Package "+f.syntax.Name.Name)
			}
			introduced = introduced || text != ""
			for _, d := range f.syntax.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if d.Name.IsExported() && (d.Recv == nil || public[receiver(d)]) {
						named(&out, d, d.Doc, d.Name.Name)
					}
				case *ast.GenDecl:
					documentedGroup(&out, d)
				}
			}
		}
		if !introduced {
			out.add(files[dir][0].syntax, "package %s is not introduced", dir)
		}
	}
	return out.lines
}

func documentedGroup(out *findings, d *ast.GenDecl) {
	group := d.Lparen.IsValid() && d.Doc.Text() != ""
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			switch {
			case !s.Name.IsExported() || group && s.Comment.Text() != "":
			case d.Lparen.IsValid():
				named(out, s, s.Doc, s.Name.Name)
			default:
				named(out, s, d.Doc, s.Name.Name)
			}
		case *ast.ValueSpec:
			for _, name := range s.Names {
				if name.IsExported() && d.Doc.Text() == "" && s.Doc.Text() == "" && s.Comment.Text() == "" {
					out.add(name, "%s %s has no comment", d.Tok, name.Name)
				}
			}
		}
	}
}

// named wants a comment that begins with the name, after an article if need be,
// and that goes on after it.
func named(out *findings, n ast.Node, doc *ast.CommentGroup, name string) {
	text := doc.Text()
	if text == "" {
		out.add(n, "%s has no comment", name)
		return
	}
	for _, article := range []string{"", "A ", "An ", "The "} {
		if rest, ok := strings.CutPrefix(text, article+name); ok && len(strings.Fields(rest)) > 0 && strings.ContainsAny(rest[:1], " ,:\n'") {
			return
		}
	}
	out.add(n, "the comment of %s does not begin with its name", name)
}

// exportedTypes returns the names of the exported types of a package.
func exportedTypes(files []*file) map[string]bool {
	types := map[string]bool{}
	for _, f := range files {
		for _, d := range f.syntax.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE {
				for _, s := range g.Specs {
					name := s.(*ast.TypeSpec).Name
					types[name.Name] = name.IsExported()
				}
			}
		}
	}
	return types
}

// receiver returns the name of the type that a method belongs to.
func receiver(d *ast.FuncDecl) string {
	x := d.Recv.List[0].Type
	for {
		switch y := x.(type) {
		case *ast.StarExpr:
			x = y.X
		case *ast.IndexExpr:
			x = y.X
		case *ast.IndexListExpr:
			x = y.X
		case *ast.Ident:
			return y.Name
		default:
			panic(fmt.Sprintf("receiver %T", x))
		}
	}
}

func TestDocumented(t *testing.T) { pass(t, documented) }

func TestDocumentedCaught(t *testing.T) {
	prove(t, documented, []proof{
		{
			name: "documented", path: "seating/doc.go",
			src: `// Package seating places people.
package seating
// A Hall is a room.
type Hall struct{}
// Seats returns their number.
func (h *Hall) Seats() int { return 0 }
type inner[K any] struct{}
func (inner[K]) Exported() {}
// Colours of a card.
const (
	Red = 1
	Blue = 2
)
const Green = 3 // the third
// Identifiers.
type (
	PersonID string // a person
	// OrgID is a body.
	OrgID string
)
`,
			why: "one sentence for each exported name, a group in one",
		},
		{
			name: "names", path: "seating/doc.go",
			src: `// Package seats places people.
package seating
type Hall struct{}
// Returns their number.
func (h *Hall) Seats() int { return 0 }
// Arranger arranges.
func Arrange() {}
// Rows
func Rows() {}
const Red = 1
var ErrFull error
// Identifiers.
type (
	PersonID string
)
`,
			want: []string{
				`seating/doc.go:2: the package comment does not begin with "Package seating"`,
				"seating/doc.go:3: Hall has no comment",
				"seating/doc.go:5: the comment of Seats does not begin with its name",
				"seating/doc.go:7: the comment of Arrange does not begin with its name",
				"seating/doc.go:9: the comment of Rows does not begin with its name",
				"seating/doc.go:10: const Red has no comment",
				"seating/doc.go:11: var ErrFull has no comment",
				"seating/doc.go:14: PersonID has no comment",
			},
			why: "each missing or misplaced comment is named",
		},
		{
			name: "introduced elsewhere", src: "// Package seating places people.\npackage seating\n",
			want: []string{"seating/a.go:2: the package comment belongs in doc.go"},
			why:  "a reader looks into doc.go",
		},
		{
			name: "inside", path: "seating/internal/assign/assign.go", src: "// Package assign matches people and chairs.\npackage assign\n",
			why: "an inner package may be one file",
		},
		{
			name: "not introduced", src: "package seating\n",
			want: []string{"seating/a.go:1: package seating is not introduced"},
			why:  "every package introduces itself",
		},
	})
}
