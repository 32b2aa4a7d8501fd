package check_test

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
)

func report(found ...check.Problem) check.Problems {
	var ps check.Problems
	ps.Add(found...)
	return ps
}

func TestProblems(t *testing.T) {
	warning, failure := fewSeats.At("halls[10]", check.Int("n", 3)), badName.At("halls[2]", check.Value("name", "x"))
	for _, c := range []struct {
		name   string
		report check.Problems
		err    string // "" for nil
		text   string
		why    string
	}{
		{"empty", report(), "", "", "nothing found is no error"},
		{"warning", report(warning), "", "halls[10]: {hall} has 3 seats only\n", "a warning is usable"},
		{
			"error", report(failure),
			`halls[2]: hall name "x" is not usable`,
			"halls[2]: hall name \"x\" is not usable\n",
			"one finding is its own text",
		},
		{
			"both", report(warning, failure, warning),
			`halls[2]: hall name "x" is not usable (and 2 more)`,
			"halls[2]: hall name \"x\" is not usable\nhalls[10]: {hall} has 3 seats only\nhalls[10]: {hall} has 3 seats only\n",
			"the first of the highest severity, all in the order of their places",
		},
		{
			"warning first", report(fewSeats.At("a"), badName.At("b")),
			"b: hall name {name} is not usable (and 1 more)",
			"a: {hall} has {n} seats only\nb: hall name {name} is not usable\n",
			"the error is named although the warning comes first",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.report.Err()
			if (err == nil) != (c.err == "") || err != nil && err.Error() != c.err {
				t.Errorf("error %v, want %q: %s", err, c.err, c.why)
			}
			if c.report.Failed() != (c.err != "") {
				t.Errorf("Failed is %t: %s", c.report.Failed(), c.why)
			}
			if diff := gocmp.Diff(c.text, c.report.Text(check.En, nil)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
	if got := report().Error(); got != "no findings" {
		t.Errorf("an empty report says %q", got)
	}
}

func TestErrors(t *testing.T) {
	cause := &fs.PathError{Op: "read", Path: "halls", Err: fs.ErrNotExist}
	err := fmt.Errorf("seat the guests: %w", report(fewSeats.At("a"), badName.At("b").WithCause(cause)).Err())
	if ps, ok := errors.AsType[check.Problems](err); !ok || ps.Len() != 2 {
		t.Errorf("the report is not found in %v", err)
	}
	if p, ok := errors.AsType[check.Problem](err); !ok || p.Path() != "a" {
		t.Errorf("the first finding is not found in %v", err)
	}
	if got, ok := errors.AsType[*fs.PathError](err); !ok || got != cause {
		t.Errorf("the cause is not found in %v", err)
	}
	if !errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrExist) {
		t.Errorf("errors.Is sees another cause in %v", err)
	}

	var outer check.Problems
	if rest := outer.InErr("hall", err); rest != nil || outer.Len() != 2 || !strings.HasPrefix(outer.Error(), "hall.b: ") {
		t.Errorf("InErr: %v, %v, want the findings below hall", rest, outer)
	}
	if rest := outer.InErr("hall", nil); rest != nil || outer.Len() != 2 {
		t.Errorf("InErr of nil: %v, %v", rest, outer)
	}
	if rest := outer.InErr("hall", fs.ErrExist); rest != fs.ErrExist || outer.Len() != 2 {
		t.Errorf("InErr of another error: %v, %v, want it as it came", rest, outer)
	}
}

// plainReport is a report said plainly: all findings in a list.
type plainReport []check.Problem

func (r plainReport) sorted() plainReport {
	r = slices.Clone(r)
	slices.SortStableFunc(r, check.Problem.Compare)
	return r
}

func (r plainReport) of(code check.Code) plainReport {
	return slices.DeleteFunc(r.sorted(), func(p check.Problem) bool { return p.Code() != code })
}

func (r plainReport) kept() plainReport {
	var out plainReport
	for _, code := range []check.Code{badName.Code, fewSeats.Code} {
		all := r.of(code)
		out = append(out, all[:min(len(all), check.MaxKept)]...)
	}
	return out.sorted()
}

// compare fails the test unless ps is what r says.
func (r plainReport) compare(t *rapid.T, ps check.Problems) {
	t.Helper()
	if got := slices.Collect(ps.All()); !slices.EqualFunc(got, r.kept(), check.Problem.Equal) {
		t.Fatalf("%d findings kept, want %d, or others:\n%v\nwant\n%v", len(got), len(r.kept()), got, r.kept())
	}
	if ps.Len() != len(r) {
		t.Fatalf("%d findings, want %d", ps.Len(), len(r))
	}
	sum := 0
	for code, n := range ps.Codes() {
		if n != len(r.of(code)) || n != ps.Count(code) || !ps.Has(code) {
			t.Fatalf("%s: %d by Codes, %d by Count, want %d", code, n, ps.Count(code), len(r.of(code)))
		}
		sum += n
	}
	if sum != len(r) || ps.Has("hall/other") || ps.Count("hall/other") != 0 {
		t.Fatalf("%d findings by code, want %d", sum, len(r))
	}
	if ps.Failed() != (len(r.of(badName.Code)) > 0) {
		t.Fatalf("Failed is %t", ps.Failed())
	}
	lines := strings.Count(ps.Text(check.ZhHans, nil), "\n")
	want := len(r.kept())
	for _, code := range []check.Code{badName.Code, fewSeats.Code} {
		if len(r.of(code)) > check.MaxKept {
			want++
		}
	}
	if lines != want {
		t.Fatalf("%d lines, want %d", lines, want)
	}
}

// drawFindings returns findings of two rules, at times more than are kept.
func drawFindings(t *rapid.T, label string) plainReport {
	path := rapid.SampledFrom([]string{"", "a", "b", "a.b", "[0]", "[9]", "[10]", "a[1]"})
	found := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) check.Problem {
		p := path.Draw(t, "path")
		if rapid.Bool().Draw(t, "error") {
			return badName.At(p, check.Int("n", rapid.IntRange(0, 1).Draw(t, "n")))
		}
		return fewSeats.At(p)
	}), 0, 8).Draw(t, label)
	if rapid.IntRange(0, 19).Draw(t, label+" many") == 0 {
		first := rapid.IntRange(0, 30).Draw(t, label+" first")
		for i := range check.MaxKept + rapid.IntRange(-1, 20).Draw(t, label+" beyond") {
			found = append(found, fewSeats.At(check.Index("list", first+i)))
		}
	}
	return found
}

func drawOrder(t *rapid.T, r plainReport) plainReport {
	if len(r) < 50 {
		return rapid.Permutation(r).Draw(t, "order")
	}
	r = slices.Clone(r)
	if rapid.Bool().Draw(t, "backwards") {
		slices.Reverse(r)
	}
	cut := rapid.IntRange(0, len(r)).Draw(t, "cut")
	return slices.Concat(r[cut:], r[:cut])
}

func propAdd(t *rapid.T) {
	found := drawFindings(t, "found")
	ps, qs := report(found...), report(drawOrder(t, found)...)
	found.compare(t, ps)
	if !ps.Equal(qs) || !qs.Equal(ps) {
		t.Fatalf("the order of adding matters:\n%v\n%v", ps, qs)
	}
	if a, b := ps.Text(check.En, nil), qs.Text(check.En, nil); a != b {
		t.Fatalf("the order of adding shows:\n%s\n%s", a, b)
	}
	more := append(slices.Clone(found), badName.At("extra"))
	if qs := report(more...); ps.Equal(qs) || qs.Equal(ps) {
		t.Fatalf("a report equals one with a finding more:\n%v\n%v", ps, qs)
	}
}

func TestAddLaws(t *testing.T) { rapid.Check(t, propAdd) }
func FuzzAddLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propAdd)) }

// propIn: placing reports below a path is adding their findings there, in any
// order and any nesting.
func propIn(t *rapid.T) {
	a, b := drawFindings(t, "a"), drawFindings(t, "b")
	var want plainReport
	for _, p := range a {
		want = append(want, p.In("x").In("y[3]"))
	}
	for _, p := range b {
		want = append(want, p.In("y[3]"))
	}

	var inner, nested, flat check.Problems
	inner.In("x", report(a...))
	inner.Add(b...)
	nested.In("y[3]", inner)
	want.compare(t, nested)

	flat.In("y[3]", report(b...))
	flat.In(check.Join("y[3]", "x"), report(a...))
	if !flat.Equal(nested) {
		t.Fatalf("nesting matters:\n%v\n%v", flat, nested)
	}
	all := nested
	if same := (check.Problems{}); same.InErr("", all) != nil || !same.Equal(all) {
		t.Fatalf("below the empty path:\n%v\nwant\n%v", same, all)
	}
}

func TestInLaws(t *testing.T) { rapid.Check(t, propIn) }
func FuzzInLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propIn)) }

// TestHostileReport: a hundred thousand findings cost the memory of a thousand, and are
// counted to the last one.
func TestHostileReport(t *testing.T) {
	n := 100_000
	long := strings.Repeat("甲", 10<<20/3)
	var ps check.Problems
	for i := range n {
		value := check.Value("name", "x")
		if i%10_000 == 0 {
			value = check.Value("name", long)
		}
		ps.Add(badName.At(check.Index("halls", (i*7919)%n), value))
	}
	if ps.Count(badName.Code) != n || len(slices.Collect(ps.All())) != check.MaxKept {
		t.Errorf("%d findings, %d kept", ps.Count(badName.Code), len(slices.Collect(ps.All())))
	}
	text := ps.Text(check.ZhHans, nil)
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if got, want := lines[0], "halls[0]: 会场名称 “甲甲"; !strings.HasPrefix(got, want) {
		t.Errorf("the first line is %s, want %s", got, want)
	}
	if got, want := lines[len(lines)-2], "halls[999]: 会场名称 “x” 不可用"; got != want {
		t.Errorf("the last finding is %s, want %s", got, want)
	}
	if got, want := lines[len(lines)-1], "hall/bad-name 还有 99000 处，未逐条列出"; got != want {
		t.Errorf("the last line is %s, want %s", got, want)
	}
	longest := slices.MaxFunc(lines, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	if len(longest) > 400 {
		t.Errorf("a line of %d bytes", len(longest))
	}
}

func BenchmarkAdd(b *testing.B) {
	const n = 1_000_000
	found := make([]check.Problem, n)
	for i := range found {
		found[i] = badName.At(check.Index("halls", i), check.Value("name", "x"))
	}
	for _, order := range []struct {
		name string
		at   func(int) int
	}{
		{"forwards", func(i int) int { return i }},
		{"backwards", func(i int) int { return n - 1 - i }},
		{"mixed", func(i int) int { return (i * 1999) % n }},
	} {
		b.Run(order.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var ps check.Problems
				for i := range n {
					ps.Add(found[order.at(i)])
				}
			}
		})
	}
}

func TestNumbersCompareAsNumbers(t *testing.T) {
	rule := check.Rule{Code: "test/line", Severity: check.Error, Hans: "第 {line} 行", En: "line {line}"}
	var ps check.Problems
	for _, line := range []int{10, -1, 9, 100} {
		ps.Add(rule.At("cell", check.Int("line", line)))
	}
	var got []string
	for p := range ps.All() {
		got = append(got, p.Text(check.En, nil))
	}
	if diff := gocmp.Diff([]string{"line -1", "line 9", "line 10", "line 100"}, got); diff != "" {
		t.Errorf("findings at one path (-want +got):\n%s", diff)
	}
}

func TestLongKeysAreCut(t *testing.T) {
	path := check.Key("people", strings.Repeat("k", 10<<20))
	if len(path) > check.MaxValue+20 {
		t.Errorf("a key of 10 MB makes a path of %d bytes", len(path))
	}
}
