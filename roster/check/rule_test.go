package check_test

import (
	"bytes"
	"encoding"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
)

func TestRender(t *testing.T) {
	for _, c := range []struct {
		template string
		args     []check.Arg
		want     string
		why      string
	}{
		{"{a} and {b}", args("a", "1", "b", "2"), "1 and 2", "each is filled"},
		{"{a}{a}", args("a", "1"), "11", "as often as it is named"},
		{"{a}", args("a", "{b}", "b", "no"), "{b}", "what an argument says is not filled again"},
		{"{a}b}", args("a", "{", "{b", "no"), "{b}", "nor together with what stands around it"},
		{"{a} {b}", args("a", "1"), "1 {b}", "what nobody fills stays"},
		{"{a} {b", args("a", "1", "b", "2"), "1 {b", "an open brace is a brace"},
		{"{ {a}", args("a", "1"), "{ 1", "and does not swallow the next placeholder"},
		{"a} {}", args("a", "1"), "a} {}", "a key is not empty"},
		{"{a}", args("a", "1", "a", "2"), "1", "the first of two"},
		{"", args("a", "1"), "", "nothing to say"},
	} {
		r := check.Rule{Code: "test/render", Hans: "甲" + c.template, En: c.template}
		if got := r.Because(c.args...).Text(check.En, nil); got != c.want {
			t.Errorf("%q: got %q, want %q: %s", c.template, got, c.want, c.why)
		}
		if got := r.Because(c.args...).Text(check.ZhHans, nil); got != "甲"+c.want {
			t.Errorf("%q in Chinese: got %q, want %q: %s", c.template, got, "甲"+c.want, c.why)
		}
	}
	if got := (check.Reason{}).Text(check.En, nil); got != "" {
		t.Errorf("the zero Reason says %q", got)
	}
}

// args returns texts under keys: key, text, key, text.
func args(pairs ...string) []check.Arg {
	var out []check.Arg
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, check.Text(pairs[i], pairs[i+1]))
	}
	return out
}

// propRender: a sentence is its pieces of text with the arguments between them,
// whatever braces the arguments hold.
func propRender(t *rapid.T) {
	braces := rapid.StringMatching(`[{}ab]{0,6}`)
	given := args("a", braces.Draw(t, "a"), "b", braces.Draw(t, "b"))
	var template, want strings.Builder
	for range rapid.IntRange(0, 5).Draw(t, "pieces") {
		piece := rapid.StringMatching(`[ab} ]{0,3}`).Draw(t, "piece")
		i := rapid.IntRange(0, 1).Draw(t, "argument")
		template.WriteString(piece + "{" + given[i].Key + "}")
		want.WriteString(piece + given[i].Text)
	}
	r := check.Rule{Code: "test/render", Hans: template.String(), En: template.String()}
	for _, l := range []check.Lang{check.ZhHans, check.En} {
		if got := r.Because(given...).Text(l, nil); got != want.String() {
			t.Fatalf("%q with %+v: got %q, want %q", template.String(), given, got, want.String())
		}
	}
}

func TestRenderLaws(t *testing.T) { rapid.Check(t, propRender) }
func FuzzRenderLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRender)) }

func TestReasonsAreNotFindings(t *testing.T) {
	defer func() {
		if v, _ := recover().(string); !strings.Contains(v, "test/why") {
			t.Errorf("At of a rule without severity: %q, want a panic that names test/why", v)
		}
	}()
	r := check.Rule{Code: "test/why", Hans: "因", En: "because"}
	r.At("")
}

func TestEnums(t *testing.T) {
	testText(t, (*check.Severity).UnmarshalText, check.Severity(0), "reason")
	testText(t, (*check.Severity).UnmarshalText, check.Warning, "warning")
	testText(t, (*check.Severity).UnmarshalText, check.Error, "error")
	testText(t, (*check.Lang).UnmarshalText, check.ZhHans, "zh-Hans")
	testText(t, (*check.Lang).UnmarshalText, check.En, "en")
	for _, bad := range []encoding.TextMarshaler{check.Severity(3), check.Lang(0), check.Lang(3)} {
		if text, err := bad.MarshalText(); err == nil {
			t.Errorf("%v: text %q, want an error", bad, text)
		}
	}
	var l check.Lang
	if err := l.UnmarshalText([]byte("zh")); err != nil || l != check.ZhHans {
		t.Errorf("zh: %v, %v, want zh-Hans", l, err)
	}
	if got := check.Severity(7).String() + " " + check.Lang(7).String(); got != "Severity(7) Lang(7)" {
		t.Errorf("got %s: a value out of range shows its number", got)
	}
}

func testText[T interface {
	comparable
	encoding.TextMarshaler
}](t *testing.T, read func(*T, []byte) error, v T, want string,
) {
	t.Helper()
	text, err := v.MarshalText()
	if err != nil || string(text) != want {
		t.Errorf("%v: text %q, %v, want %q", v, text, err, want)
	}
	var back T
	if err := read(&back, text); err != nil || back != v {
		t.Errorf("%q: read %v, %v, want %v", text, back, err, v)
	}
	if err := read(&back, bytes.ToUpper(text)); err == nil || back != v {
		t.Errorf("%q: read %v, %v, want an error and the value as it was", bytes.ToUpper(text), back, err)
	}
}
