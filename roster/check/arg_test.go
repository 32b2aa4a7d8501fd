package check_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
)

// sentence renders one argument in a sentence of its own.
func sentence(l check.Lang, name check.Namer, a check.Arg) string {
	r := check.Rule{Code: "test/arg", Hans: "<{a}>", En: "<{a}>"}
	a.Key = "a"
	return r.Because(a).Text(l, name)
}

func names(kind, id string) string {
	return map[string]string{"person/p1": "王　一", "person/p2": "Ada\u202e", "org/p1": "外事办"}[kind+"/"+id]
}

func TestArgs(t *testing.T) {
	many := strings.Split("p1,2,3,4,5,6,7,8,9,10,11,12,13,14", ",")
	for _, c := range []struct {
		name     string
		arg      check.Arg
		hans, en string
		why      string
	}{
		{"int", check.Int("n", int8(-3)), "<-3>", "<-3>", "numbers have no marks"},
		{"large int", check.Int("n", int64(-1<<63)), "<-9223372036854775808>", "<-9223372036854775808>", "64 bits on every machine"},
		{"text", check.Text("code", "u-shape"), "<u-shape>", "<u-shape>", "words of the library stand plain"},
		{"value", check.Value("v", "甲 b"), "<“甲 b”>", `<"甲 b">`, "text from outside stands in the quotes of the language"},
		{"term", check.Term("t", "主席台", "rostrum"), "<主席台>", "<rostrum>", "each language has its word"},
		{"id", check.ID("who", "person", "p1"), "<王　一>", "<王　一>", "a name where one is known"},
		{"id of another kind", check.ID("who", "org", "p1"), "<外事办>", "<外事办>", "the kind tells them apart"},
		{"unknown id", check.ID("who", "person", "p9"), "<p9>", "<p9>", "else the identifier"},
		{"hostile name", check.ID("who", "person", "p2"), `<Ada\u202e>`, `<Ada\u202e>`, "a name is made visible as well"},
		{"ids", check.IDs("who", "person", "p1", "p3"), "<王　一、p3>", "<王　一, p3>", "in the order given"},
		{"no ids", check.IDs[string]("who", "person"), "<>", "<>", "an empty list is empty"},
		{
			"many ids",
			check.IDs("who", "person", many...),
			"<王　一、2、3、4、5、6、7、8、9、10、11、12等14项>",
			"<王　一, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more>",
			"a sentence stays a sentence",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sentence(check.ZhHans, names, c.arg); got != c.hans {
				t.Errorf("zh-Hans: got %s, want %s: %s", got, c.hans, c.why)
			}
			if got := sentence(check.En, names, c.arg); got != c.en {
				t.Errorf("en: got %s, want %s: %s", got, c.en, c.why)
			}
		})
	}
	if got := sentence(check.En, nil, check.ID("who", "person", "p1")); got != "<p1>" {
		t.Errorf("got %s, want <p1>: a nil Namer knows no name", got)
	}
}

func TestVisible(t *testing.T) {
	for _, c := range []struct {
		in, want string
		why      string
	}{
		{"", "", "nothing stays nothing"},
		{"王　一 Ada-1", "王　一 Ada-1", "what shows stays, the ideographic space of printed names too"},
		{"a\nb\tc\r\x00", `a\nb\tc\r\x00`, "one finding, one line"},
		{"\u202eevil\u2066", `\u202eevil\u2066`, "direction marks cannot turn the rest"},
		{"a\u200bb\ufeff", `a\u200bb\ufeff`, "zero-width characters show"},
		{"\u00a0\u2028\u3000", `\u00a0\u2028` + "\u3000", "of the spaces only two are as they look"},
		{"\ue000\U000f0000", `\ue000\U000f0000`, "private characters have no shape"},
		{"\xff中\xe4\xb8", `\xff中\xe4\xb8`, "bytes that are no text"},
		{"é́𠮷👍", "é́𠮷👍", "marks, rare characters and pictures show"},
		{strings.Repeat("中", 80), strings.Repeat("中", 80), "240 bytes fit"},
		{strings.Repeat("中", 81), strings.Repeat("中", 71) + "…(+30)", "a longer one is cut between characters and counted"},
		{strings.Repeat("\x00", 60), strings.Repeat(`\x00`, 60), "the limit is that of the text as it shows"},
		{strings.Repeat("\x00", 61), strings.Repeat(`\x00`, 53) + "…(+8)", "escapes are not cut either"},
		{strings.Repeat("x", 10<<20), strings.Repeat("x", 215) + "…(+10485545)", "10 MB in 240 bytes"},
	} {
		if got := check.Value("v", c.in).Text; got != c.want {
			t.Errorf("%.40q: got %q, want %q: %s", c.in, got, c.want, c.why)
		}
	}
}

func propVisible(t *rapid.T) {
	in := rapid.OneOf(
		rapid.String(),
		rapid.StringN(50, 300, 2000),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 400), func(b []byte) string { return string(b) }),
	).Draw(t, "in")
	out := check.Value("v", in).Text
	if len(out) > check.MaxValue || !utf8.ValidString(out) {
		t.Fatalf("%q became %q of %d bytes", in, out, len(out))
	}
	if i := strings.IndexFunc(out, func(r rune) bool { return !unicode.IsPrint(r) && r != '\u3000' }); i >= 0 {
		t.Fatalf("%q became %q, of which byte %d does not show", in, out, i)
	}
	if again := check.Value("v", out).Text; again != out {
		t.Fatalf("%q became %q and then %q", in, out, again)
	}
	for _, a := range []check.Arg{
		check.Text("v", in), check.ID("v", "person", in), check.Term("v", in, in),
	} {
		if a.Text != out || a.En != "" && a.En != out {
			t.Fatalf("%q became %q in a value and %+v elsewhere", in, out, a)
		}
	}
	if a := check.IDs("v", "person", in); a.List[0] != out {
		t.Fatalf("%q became %q in a value and %q in a list", in, out, a.List[0])
	}
}

func TestVisibleLaws(t *testing.T) { rapid.Check(t, propVisible) }
func FuzzVisibleLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propVisible)) }
