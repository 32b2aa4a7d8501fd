package check_test

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
)

func TestPaths(t *testing.T) {
	for _, c := range []struct {
		got, want string
		why       string
	}{
		{check.Index("people", 3), "people[3]", "elements count from 0"},
		{check.Index("", 0), "[0]", "the input may be a list"},
		{check.Key("", "people"), "people", "no dot before the first key"},
		{check.Key("people[3]", "name"), "people[3].name", "keys are joined by dots"},
		{check.Key("a", "x-y_2"), "a.x-y_2", "plain words need no quotes"},
		{check.Key("a", ""), `a[""]`, "an empty key shows"},
		{check.Key("a", "b.c"), `a["b.c"]`, "a dot in a key is no joint"},
		{check.Key("a", "姓名"), `a["姓名"]`, "only ASCII words are plain"},
		{check.Key("a", `say "]`), `a["say \"]"]`, "a quote cannot end the key"},
		{check.Key("a", `\`), `a["\\"]`, "a backslash cannot take the quote with it"},
		{check.Key("a", "x\u202e\n"), `a["x\u202e\n"]`, "what does not show is escaped"},
		{check.Key("a", `\n`), `a["\\n"]`, "a backslash and a line break are told apart"},
		{check.Join("a", "b[0].c"), "a.b[0].c", "a path below a path"},
		{check.Join("a", "[0]"), "a[0]", "no dot before a bracket"},
		{check.Join("", "b"), "b", "below the whole input"},
		{check.Join("a", ""), "a", "the place itself"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s: %s", c.got, c.want, c.why)
		}
	}
}

func TestComparePaths(t *testing.T) {
	ordered := []string{
		"",
		"[0]",
		"[2]",
		"[2].name",
		"[10]",
		`["\\"][9]`,
		`["\\"][10]`,
		`["a.b"]`,
		`["a.b"][9]`,
		`["a.b"][10]`,
		`["unended\`,
		"people",
		"people[02]", // the same number as 2: as bytes
		"people[2]",
		"people[2].name",
		"people[10]",
		"people[99999999999999999999]", // too large for a number: as bytes, after numbers
		"people[x",
		"people[x]",
		"people.a",
		"people.b",
		"peoples",
		"peoples.",
		"peoples..",
	}
	shuffled := slices.Clone(ordered)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, check.ComparePaths)
	if diff := gocmp.Diff(ordered, shuffled); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A step is one part of a path: an index, or a key.
type step struct {
	index int
	key   string // "" for an index
}

func drawSteps(t *rapid.T, label string) []step {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) step {
		if rapid.Bool().Draw(t, "index") {
			return step{index: rapid.SampledFrom([]int{0, 1, 2, 9, 10, 11, 100}).Draw(t, "i")}
		}
		return step{key: rapid.OneOf(
			rapid.SampledFrom([]string{"a", "b", "ab", "a.b", `"`, `\`, `\"`, `]`, `"]`, "[0]", "中", "\x00"}),
			rapid.StringN(1, 5, 20),
		).Draw(t, "key")}
	}), 0, 4).Draw(t, label)
}

func pathOf(steps []step) string {
	p := ""
	for _, s := range steps {
		if s.key == "" {
			p = check.Index(p, s.index)
		} else {
			p = check.Key(p, s.key)
		}
	}
	return p
}

// compareSteps is the order of paths said plainly, over parts instead of text.
func compareSteps(a, b []step) int {
	return slices.CompareFunc(a, b, func(x, y step) int {
		switch {
		case x.key == "" && y.key == "":
			return cmp.Compare(x.index, y.index)
		case x.key == "":
			return -1
		case y.key == "":
			return 1
		default:
			return strings.Compare(check.Key("", x.key), check.Key("", y.key))
		}
	})
}

func propPathOrder(t *rapid.T) {
	a, b, outer := drawSteps(t, "a"), drawSteps(t, "b"), drawSteps(t, "outer")
	p, q := pathOf(a), pathOf(b)
	want := compareSteps(a, b)
	if got := check.ComparePaths(p, q); got != want {
		t.Fatalf("ComparePaths(%q, %q) = %d, want %d", p, q, got, want)
	}
	o := pathOf(outer)
	if got := check.ComparePaths(check.Join(o, p), check.Join(o, q)); got != want {
		t.Fatalf("below %q, %q and %q compare %d instead of %d", o, p, q, got, want)
	}
	if got, want := check.Join(o, p), pathOf(slices.Concat(outer, a)); got != want {
		t.Fatalf("Join(%q, %q) = %q, want %q", o, p, got, want)
	}
	if got, want := check.Join(check.Join(o, p), q), check.Join(o, check.Join(p, q)); got != want {
		t.Fatalf("Join is not associative: %q, %q", got, want)
	}
}

func TestPathOrder(t *testing.T) { rapid.Check(t, propPathOrder) }
func FuzzPathOrder(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propPathOrder)) }

// propAnyText holds the order to its laws for texts that nobody built as paths.
func propAnyText(t *rapid.T) {
	text := rapid.OneOf(
		rapid.StringMatching(`[a\[\]"\\.01]{0,8}`),
		rapid.Map(rapid.Uint64(), func(n uint64) string { return "[" + strconv.FormatUint(n, 10) + "]" }),
		rapid.String(),
	)
	a, b, c := text.Draw(t, "a"), text.Draw(t, "b"), text.Draw(t, "c")
	ab, bc := check.ComparePaths(a, b), check.ComparePaths(b, c)
	if ba := check.ComparePaths(b, a); ab != -ba {
		t.Fatalf("%q and %q compare %d and %d", a, b, ab, ba)
	}
	if (ab == 0) != (a == b) {
		t.Fatalf("%q and %q compare %d", a, b, ab)
	}
	if ac := check.ComparePaths(a, c); ab <= 0 && bc <= 0 && ac > 0 {
		t.Fatalf("%q <= %q <= %q, but the first and the last compare %d", a, b, c, ac)
	}
}

func TestAnyTextIsOrdered(t *testing.T) { rapid.Check(t, propAnyText) }
func FuzzAnyTextIsOrdered(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propAnyText)) }
