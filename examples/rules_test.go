package examples_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/ical"
	"github.com/huiwu-go/huiwu/meeting"
	"github.com/huiwu-go/huiwu/meeting/plan"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
	"github.com/huiwu-go/huiwu/roster/journal"
	"github.com/huiwu-go/huiwu/roster/nameorder"
	"github.com/huiwu-go/huiwu/roster/wire"
	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

// rooms are the rules of every package that has some. A new room is one line.
var rooms = map[string]func() []check.Rule{
	"docs":              docs.Rules,
	"docs/symbol":       symbol.Rules,
	"followup":          followup.Rules,
	"followup/calendar": calendar.Rules,
	"followup/ical":     ical.Rules,
	"meeting":           meeting.Rules,
	"meeting/plan":      plan.Rules,
	"roster":            roster.Rules,
	"roster/check":      check.Rules,
	"roster/grouping":   grouping.Rules,
	"roster/journal":    journal.Rules,
	"roster/nameorder":  nameorder.Rules,
	"roster/wire":       wire.Rules,
	"seating":           seating.Rules,
	"seating/chart":     chart.Rules,
}

// A ruleLiteral is a check.Rule as it stands in the source.
type ruleLiteral struct {
	lit  *ast.CompositeLit
	file *file
	name string // of the package variable that holds it; "" if none does
}

// ruleLiterals returns the rules that a package writes down.
func ruleLiterals(files []*file) []ruleLiteral {
	var out []ruleLiteral
	for _, f := range files {
		names := f.imports()
		isRule := func(x ast.Expr) bool {
			switch x := x.(type) {
			case *ast.SelectorExpr:
				id, ok := x.X.(*ast.Ident)
				return ok && x.Sel.Name == "Rule" && names[id.Name] == modulePath+"roster/check"
			case *ast.Ident:
				return x.Name == "Rule" && f.dir == "roster/check"
			}
			return false
		}
		owner := map[ast.Expr]string{}
		for _, d := range f.syntax.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				for _, s := range g.Specs {
					if v := s.(*ast.ValueSpec); len(v.Names) == len(v.Values) {
						for i, x := range v.Values {
							owner[x] = v.Names[i].Name
						}
					}
				}
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			c, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			if isRule(c.Type) && len(c.Elts) > 0 {
				out = append(out, ruleLiteral{c, f, owner[c]})
			}
			var elem ast.Expr // the type that elements may leave out
			switch t := c.Type.(type) {
			case *ast.ArrayType:
				elem = t.Elt
			case *ast.MapType:
				elem = t.Value
			}
			if isRule(elem) {
				for _, e := range c.Elts {
					if kv, ok := e.(*ast.KeyValueExpr); ok {
						e = kv.Value
					}
					if e, ok := e.(*ast.CompositeLit); ok && e.Type == nil {
						out = append(out, ruleLiteral{e, f, ""})
					}
				}
			}
			return true
		})
	}
	return out
}

// field returns the value of a field of the literal.
func (r ruleLiteral) field(name string) ast.Expr {
	for _, e := range r.lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
				return kv.Value
			}
		}
	}
	return nil
}

// ruleSource finds rules that are not written as every room writes them: an
// unexported package variable whose code is an exported constant; and findings
// that do not give a sentence every argument it names.
func ruleSource(m *module) []string {
	out := findings{m: m}
	dirs, files := m.packages()
	for _, dir := range dirs {
		named := map[string][]string{} // placeholders by variable
		for _, r := range ruleLiterals(files[dir]) {
			if r.name == "" || ast.IsExported(r.name) {
				out.add(r.lit, "a rule that is not an unexported package variable")
			}
			if id, ok := r.field("Code").(*ast.Ident); !ok || !id.IsExported() {
				out.add(r.lit, "the code of rule %s is not an exported constant", r.name)
			}
			if text := text(r.field("En")); r.name != "" && text != "" {
				named[r.name] = placeholders(text)
			}
		}
		for _, f := range files[dir] {
			arguments(&out, f, named)
		}
	}
	return out.lines
}

// arguments looks at calls such as noID.At(path, check.Text("kind", kind)) that
// spell out their arguments.
func arguments(out *findings, f *file, named map[string][]string) {
	names := f.imports()
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.Ellipsis.IsValid() {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || method.Sel.Name != "At" && method.Sel.Name != "Because" {
			return true
		}
		id, ok := method.X.(*ast.Ident)
		if !ok || named[id.Name] == nil {
			return true
		}
		args := call.Args
		if method.Sel.Name == "At" {
			args = args[1:]
		}
		var given []string
		for _, a := range args {
			key, ok := argumentKey(names, f.dir, a)
			if !ok {
				return true
			}
			given = append(given, key)
		}
		for _, key := range named[id.Name] {
			if !slices.Contains(given, key) {
				out.add(call, "%s.%s does not give {%s}", id.Name, method.Sel.Name, key)
			}
		}
		return true
	})
}

// argumentKey returns the key of an argument made by a call of package check.
func argumentKey(names map[string]string, dir string, x ast.Expr) (string, bool) {
	call, ok := x.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return "", false
	}
	switch fn := call.Fun.(type) {
	case *ast.SelectorExpr:
		id, ok := fn.X.(*ast.Ident)
		if !ok || names[id.Name] != modulePath+"roster/check" {
			return "", false
		}
	case *ast.Ident:
		if dir != "roster/check" {
			return "", false
		}
	default:
		return "", false
	}
	key := text(call.Args[0])
	return key, key != ""
}

// text returns the value of a string constant expression made of literals, or "".
func text(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.BasicLit:
		if v := constant.MakeFromLiteral(x.Value, x.Kind, 0); v.Kind() == constant.String {
			return constant.StringVal(v)
		}
	case *ast.BinaryExpr:
		return text(x.X) + text(x.Y)
	case *ast.ParenExpr:
		return text(x.X)
	}
	return ""
}

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

func placeholders(s string) []string {
	var keys []string
	for _, match := range placeholder.FindAllStringSubmatch(s, -1) {
		keys = append(keys, match[1])
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func TestRuleSource(t *testing.T) { pass(t, ruleSource) }

func TestRuleSourceCaught(t *testing.T) {
	const head = "package seating\nimport \"github.com/huiwu-go/huiwu/roster/check\"\n"
	prove(t, ruleSource, []proof{
		{
			name: "as it should be",
			src: head + `const NoHall check.Code = "seating/no-hall"
var noHall = check.Rule{Code: NoHall, En: "no hall {id}" + " for {n}"}
func Rules() []check.Rule { return []check.Rule{noHall} }
func f(args []check.Arg, a check.Arg) {
	noHall.At("", check.Text("id", "x"), check.Int("n", 1), check.Int("more", 2))
	noHall.At("", args...)
	noHall.At("", a)
	_ = check.Rule{}
}
`,
			why: "arguments that are not spelt out are not judged",
		},
		{
			name: "places",
			src: head + `var NoHall = check.Rule{Code: Code, En: "a"}
var noSeat = check.Rule{Code: "seating/no-seat", En: "a"}
func f() check.Rule { return check.Rule{Code: Code} }
var all = []check.Rule{{Code: Code}}
`,
			want: []string{
				"seating/a.go:3: a rule that is not an unexported package variable",
				"seating/a.go:4: the code of rule noSeat is not an exported constant",
				"seating/a.go:5: a rule that is not an unexported package variable",
				"seating/a.go:6: a rule that is not an unexported package variable",
			},
			why: "a caller can neither change a rule nor miss its code",
		},
		{
			name: "arguments",
			src: head + `var noHall = check.Rule{Code: NoHall, En: "no hall {id} for {n}"}
func f() {
	noHall.At("hall", check.Text("id", "x"))
	noHall.Because()
}
`,
			want: []string{
				"seating/a.go:5: noHall.At does not give {n}",
				"seating/a.go:6: noHall.Because does not give {id}",
				"seating/a.go:6: noHall.Because does not give {n}",
			},
			why: "a reader would see the braces",
		},
	})
}

// unlisted compares the rules that the packages of a module write down with those
// they list.
func unlisted(m *module, rooms map[string]func() []check.Rule) []string {
	var out []string
	dirs, files := m.packages()
	var sets [][]check.Rule
	for _, dir := range slices.Sorted(maps.Keys(rooms)) {
		if files[dir] == nil {
			out = append(out, dir+": has rules, but no source")
		}
	}
	for _, dir := range dirs {
		written := len(ruleLiterals(files[dir]))
		list, ok := rooms[dir]
		if !ok {
			if written > 0 {
				out = append(out, fmt.Sprintf("%s: %d rules, not in the table of rooms", dir, written))
			}
			continue
		}
		rules := list()
		if len(rules) != written {
			out = append(out, fmt.Sprintf("%s: %d rules listed, %d in the source", dir, len(rules), written))
		}
		for _, r := range rules {
			if prefix := path.Dir(string(r.Code)); prefix != dir && prefix != path.Base(dir) {
				out = append(out, fmt.Sprintf("%s: the code %s does not begin with the package", dir, r.Code))
			}
			for _, fault := range sentences(r) {
				out = append(out, fmt.Sprintf("%s: %s: %s", dir, r.Code, fault))
			}
		}
		sets = append(sets, rules)
	}
	_, err := check.NewCatalog(sets...)
	if report, ok := errors.AsType[check.Problems](err); ok {
		for p := range report.All() {
			out = append(out, p.Text(check.En, nil))
		}
	}
	return out
}

// sentences finds what a reader of the sentences would stumble over. That both
// stand there, with the same placeholders and a source, is what a catalogue asks.
func sentences(r check.Rule) []string {
	var out []string
	fault := func(broken bool, what string) {
		if broken {
			out = append(out, what)
		}
	}
	han := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	latin := func(r rune) bool { return unicode.Is(unicode.Latin, r) }
	fault(!strings.ContainsFunc(r.Hans, han), "the Chinese sentence is not Chinese")
	fault(!strings.ContainsFunc(placeholder.ReplaceAllString(r.En, ""), latin), "the English sentence is not English")
	stop := strings.HasSuffix(r.Hans, "。") || strings.HasSuffix(r.En, ".")
	fault(stop && r.Severity != 0, "a finding ends in a full stop") // reasons may be sentences of a report
	for _, s := range []string{r.Hans, r.En} {
		fault(strings.ContainsAny(placeholder.ReplaceAllString(s, ""), "{}"), "a brace that is no placeholder's")
		fault(strings.TrimSpace(s) != s || strings.Contains(s, "  "), "spaces that are too many")
	}
	return out
}

func TestRules(t *testing.T) {
	for _, line := range unlisted(loadSelf(t), rooms) {
		t.Error(line)
	}
}

func TestRulesCaught(t *testing.T) {
	rule := func(code check.Code, hans, en string) check.Rule {
		return check.Rule{Code: code, Severity: check.Error, Source: check.HouseCustom, Hans: hans, En: en}
	}
	list := func(rules ...check.Rule) func() []check.Rule { return func() []check.Rule { return rules } }
	const one = "import \"github.com/huiwu-go/huiwu/roster/check\"\nvar noHall = check.Rule{Code: NoHall}\n"
	m, err := load(filesOf("seating/a.go", "package seating\n"+one, "docs/a.go", "package docs\n"+one))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		rooms map[string]func() []check.Rule
		want  []string
		why   string
	}{
		{
			name: "complete",
			rooms: map[string]func() []check.Rule{
				"docs":    list(rule("docs/no-paper", "没有文件 {id}", "no paper {id}")),
				"seating": list(rule("seating/no-hall", "没有会场", "no hall")),
			},
			why: "what is written is listed",
		},
		{
			name:  "room left out",
			rooms: map[string]func() []check.Rule{"docs": list(rule("docs/no-paper", "没有文件", "no paper"))},
			want:  []string{"seating: 1 rules, not in the table of rooms"},
			why:   "a new room is added to the table",
		},
		{
			name: "rule left out, room gone",
			rooms: map[string]func() []check.Rule{
				"docs":    list(rule("docs/no-paper", "没有文件", "no paper")),
				"hall":    list(),
				"seating": list(),
			},
			want: []string{"hall: has rules, but no source", "seating: 0 rules listed, 1 in the source"},
			why:  "the list and the source agree in number",
		},
		{
			name: "code of another room, texts",
			rooms: map[string]func() []check.Rule{
				"docs":    list(rule("seating/no-hall", "no hall", "no {hall")),
				"seating": list(rule("seating/no-hall", "没有会场{n} ", "没有会场{id}.")),
			},
			want: []string{
				"docs: the code seating/no-hall does not begin with the package",
				"docs: seating/no-hall: the Chinese sentence is not Chinese",
				"docs: seating/no-hall: a brace that is no placeholder's",
				"seating: seating/no-hall: the English sentence is not English",
				"seating: seating/no-hall: a finding ends in a full stop",
				"seating: seating/no-hall: spaces that are too many",
				"rule code seating/no-hall is used twice",
				"rule seating/no-hall is incomplete: the placeholders of its texts differ",
			},
			why: "each fault has its line, those of the catalogue too",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, unlisted(m, c.rooms)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}
