package docs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/roster/check"
)

func lint(t testing.TB, more []docs.VagueTerm, allow ...string) docs.Lint {
	t.Helper()
	l, err := docs.NewLint(more, allow...)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// vague renders what a lint finds as "word open".
func vague(l docs.Lint, text string) string {
	var out []string
	for m := range l.Find(text) {
		out = append(out, text[m.Start:m.End]+" "+m.Open.String())
	}
	return strings.Join(out, "; ")
}

func TestLint(t *testing.T) {
	l := lint(t, []docs.VagueTerm{{"看情况", docs.When}}, "下一步")
	for _, tt := range []struct{ text, want, why string }{
		{"", "", "nothing"},
		{"由王一于11月20日12时前送达820份。", "", "who, when and how much"},
		{"请有关部门尽快落实。", "有关部门 who; 尽快 when", "who and when are open"},
		{"材料基本上齐了，差不多够用等等。", "基本上 how-much; 差不多 how-much; 等等 open-ending", "the words of a bad clerk"},
		{"看情况办，下一步再说", "看情况 when", "a term of the host; an allowed one is let pass"},
		{"进一步加强领导", "进一步加强 empty", "the longest, without overlap"},
		{"Please send it ASAP, etc.", "ASAP when; etc open-ending", "English, in either case"},
		{"fetch the sketch, Asapx", "", "only whole words"},
		{"尽快asap尽快", "尽快 when; asap when; 尽快 when", "without a space between scripts"},
		{"\xff尽快\xff", "尽快 when", "broken text"},
	} {
		if diff := cmp.Diff(tt.want, vague(l, tt.text)); diff != "" {
			t.Errorf("%q: %s (-want +got)\n%s", tt.text, tt.why, diff)
		}
	}
	if got := vague(docs.Lint{}, "尽快"); got != "" {
		t.Errorf("the zero lint found %s", got)
	}
	for _, tt := range []struct {
		more []docs.VagueTerm
		why  string
	}{
		{[]docs.VagueTerm{{"", docs.When}}, "no word"},
		{[]docs.VagueTerm{{"看情况", 0}}, "nothing open"},
		{[]docs.VagueTerm{{"看情况", 99}}, "nothing known"},
		{[]docs.VagueTerm{{strings.Repeat("看", 65), docs.When}}, "a long word"},
		{make([]docs.VagueTerm, docs.MaxVagueTerms+1), "too many"},
	} {
		if _, err := docs.NewLint(tt.more); err == nil {
			t.Errorf("%s was taken", tt.why)
		}
	}
}

// Every term of the table is found where it stands alone, and none stands twice.
func TestVagueTerms(t *testing.T) {
	l := lint(t, nil)
	seen := map[string]bool{}
	for term := range docs.VagueTerms() {
		if seen[term.Text] || term.Open.Label() == "" {
			t.Errorf("%s stands twice or leaves nothing open", term.Text)
		}
		seen[term.Text] = true
		if got := vague(l, "（"+term.Text+"）"); got != term.Text+" "+term.Open.String() {
			t.Errorf("%s is found as %q", term.Text, got)
		}
		var back docs.Vagueness
		if text, err := term.Open.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != term.Open {
			t.Errorf("%v: %v, %v", term.Open, back, err)
		}
	}
	if _, err := docs.Vagueness(0).MarshalText(); err == nil {
		t.Error("nothing was written")
	}
}

// propLint: matches rise, do not overlap, and each is a term.
func propLint(t *rapid.T) {
	l, err := docs.NewLint(nil)
	if err != nil {
		t.Fatal(err)
	}
	terms := map[string]docs.Vagueness{}
	for term := range docs.VagueTerms() {
		terms[term.Text] = term.Open
	}
	text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"尽快", "基本", "上", "有关", "部门", "etc", "x", " ", "进一步", "加强", "领导", "\xff", "。"}), 0, 12).Draw(t, "pieces"), "")
	at := 0
	for m := range l.Find(text) {
		if m.Start < at || m.End <= m.Start || terms[strings.ToLower(text[m.Start:m.End])] != m.Open {
			t.Fatalf("%q: %+v after %d", text, m, at)
		}
		at = m.End
	}
	if n := l.Check(text).Len(); (n > 0) != (at > 0) {
		t.Fatalf("%q: %d findings", text, n)
	}
}

func TestLintLaws(t *testing.T) { rapid.Check(t, propLint) }

func FuzzLint(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propLint)) }

func ExampleLint_Check() {
	lint, _ := docs.NewLint(nil)
	fmt.Print(lint.Check("请有关部门尽快报送材料。").Text(check.ZhHans, nil))
	// Output:
	// [1]: “有关部门”说得不具体：责任人不明，写出单位和姓名
	// [5]: “尽快”说得不具体：时限不明，写出日期和时间
}
