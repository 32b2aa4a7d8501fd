package check_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
)

func mustCatalog(t testing.TB) check.Catalog {
	t.Helper()
	c, err := check.NewCatalog(check.Rules(), hallRules())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCatalog(t *testing.T) {
	c := mustCatalog(t)
	var codes []check.Code
	for r := range c.All() {
		codes = append(codes, r.Code)
		if got, ok := c.Lookup(r.Code); !ok || got != r {
			t.Errorf("%s: %v, %t", r.Code, got, ok)
		}
	}
	if !slices.IsSorted(codes) || len(codes) != len(check.Rules())+len(hallRules()) {
		t.Errorf("codes %v", codes)
	}
	if _, ok := c.Lookup("hall/other"); ok {
		t.Error("a code that nobody brought is found")
	}
	for range c.All() {
		break // the walk may end early
	}
	rules := hallRules()
	rules[0].En = "changed"
	if r, _ := c.Lookup(badName.Code); r != badName {
		t.Errorf("a caller changed a rule to %v", r)
	}
}

func TestNewCatalog(t *testing.T) {
	rule := func(change func(*check.Rule)) check.Rule {
		r := badName
		change(&r)
		return r
	}
	for _, c := range []struct {
		name string
		rule check.Rule
		want string
		why  string
	}{
		{"no code", rule(func(r *check.Rule) { r.Code = "" }), "rule  is incomplete: the code is not of the form room/name", "a code names its room"},
		{"no room", rule(func(r *check.Rule) { r.Code = "/x" }), "rule /x is incomplete: the code is not of the form room/name", "a code names its room"},
		{"no name", rule(func(r *check.Rule) { r.Code = "hall/" }), "rule hall/ is incomplete: the code is not of the form room/name", "and what is wrong"},
		{"severity", rule(func(r *check.Rule) { r.Severity = 3 }), "rule hall/bad-name is incomplete: the severity is out of range", "there are two, and reasons"},
		{"source", rule(func(r *check.Rule) { r.Source = "" }), "rule hall/bad-name is incomplete: it has no source", "custom is a source as well"},
		{"no Chinese", rule(func(r *check.Rule) { r.Hans = "" }), "rule hall/bad-name is incomplete: it has no Chinese text", "both languages"},
		{"no English", rule(func(r *check.Rule) { r.En = "" }), "rule hall/bad-name is incomplete: it has no English text", "both languages"},
		{"placeholders", rule(func(r *check.Rule) { r.En = "{nme}" }), "rule hall/bad-name is incomplete: the placeholders of its texts differ", "a slip would show braces"},
		{"more often", rule(func(r *check.Rule) { r.En = "{name}, {name}" }), "", "a placeholder may stand twice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := check.NewCatalog([]check.Rule{fewSeats, c.rule})
			ps, _ := errors.AsType[check.Problems](err)
			if got := strings.ReplaceAll(ps.Text(check.En, nil), "sets[0][1]: ", ""); !slices.Contains(strings.Split(got, "\n"), c.want) {
				t.Errorf("got %q, want %q: %s", got, c.want, c.why)
			}
		})
	}
	_, err := check.NewCatalog(hallRules(), []check.Rule{nearest, {Code: "x/y"}})
	ps, _ := errors.AsType[check.Problems](err)
	if got := ps.Text(check.ZhHans, nil); !strings.HasPrefix(got, "sets[1][0]: 规则编码 hall/nearest 重复\nsets[1][1]: 规则 x/y 不完整：") || ps.Len() != 4 {
		t.Errorf("got %s: all faults at once", got)
	}
}

func TestMarshal(t *testing.T) {
	ps := report(
		fewSeats.At("halls[10]", check.ID("hall", "room", "h1"), check.Int("n", 3)),
		badName.At(`halls["a\"b"]`, check.Value("name", "<甲>"), check.Term("t", "名称", "name"), check.IDs("who", "person", "p1", "p2")).WithCause(errors.New("secret")),
	)
	for _, c := range []struct {
		value any
		want  string
		why   string
	}{
		{
			ps,
			`{"huiwu":"check.problems/1","findings":[` +
				`{"path":"halls[10]","code":"hall/few-seats","severity":"warning","args":[{"key":"hall","kind":"room","text":"h1"},{"key":"n","kind":"int","text":"3"}]},` +
				`{"path":"halls[\"a\\\"b\"]","code":"hall/bad-name","severity":"error","args":[{"key":"name","kind":"value","text":"\u003c甲\u003e"},` +
				`{"key":"t","kind":"term","text":"名称","en":"name"},{"key":"who","kind":"person","list":["p1","p2"]}]}]}`,
			"in order, without causes",
		},
		{report(), `{"huiwu":"check.problems/1","findings":[]}`, "an empty report is a report"},
		{fewSeats.At(""), `{"path":"","code":"hall/few-seats","severity":"warning"}`, "a finding alone"},
		{nearest.Because(check.Int("n", 1)), `{"code":"hall/nearest","args":[{"key":"n","kind":"int","text":"1"}]}`, "a reason"},
		{check.Reason{}, `null`, "no reason"},
	} {
		got, err := json.Marshal(c.value)
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(c.want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

func TestParseProblems(t *testing.T) {
	c := mustCatalog(t)
	const head = `{"huiwu":"check.problems/1","findings":[`
	full := strings.TrimSuffix(strings.Repeat(`{"path":"a","code":"hall/few-seats","severity":"warning"},`, check.MaxKept), ",")
	for _, row := range []struct {
		name string
		data string
		want string // the error, "" for none
		why  string
	}{
		{"empty report", head + `]}`, "", "an empty report is a report"},
		{"more", head + full + `],"more":[{"code":"hall/few-seats","count":7}]}`, "", "the others are counted"},
		{"nothing", ``, "report: EOF", "no text"},
		{"null", `null`, `report: format "", want "check.problems/1"`, "no report"},
		{"another format", `{"huiwu":"seating.plan/1"}`, `report: format "seating.plan/1", want "check.problems/1"`, "something else"},
		{"another version", `{"huiwu":"check.problems/2"}`, `report: format "check.problems/2", want "check.problems/1"`, "from the future"},
		{"unknown field", head + `],"extra":1}`, `report: json: unknown field "extra"`, "nothing is passed over"},
		{"text after it", head + `]} x`, "report: text after the report, at byte", "nothing is passed over"},
		{"unknown code", head + `{"path":"","code":"hall/\u202e","severity":"error"}]}`, `report: findings[0]: unknown code "hall/\u202e"`, "a sentence nobody has"},
		{"a reason", head + `{"path":"","code":"hall/nearest","severity":"error"}]}`, `report: findings[0]: code "hall/nearest" gives reasons, not findings`, "it would panic when made"},
		{"severity", head + `{"path":"","code":"hall/bad-name","severity":"grave"}]}`, `report: severity "grave" is none of reason, warning, error`, "a closed set"},
		{"more of few", head + `],"more":[{"code":"hall/few-seats","count":7}]}`, `report: more[0]: 7 of "hall/few-seats" beyond 0 kept`, "only what is full is counted"},
		{"more twice", head + full + `],"more":[{"code":"hall/few-seats","count":7},{"code":"hall/few-seats","count":7}]}`, `report: more[1]: 7 of "hall/few-seats" beyond 1007 kept`, "a code once"},
		{"as many as fit", head + full + `],"more":[{"code":"hall/few-seats","count":2147482647}]}`, "", "32 bits hold what is kept and the others"},
		{"none more", head + full + `],"more":[{"code":"hall/few-seats","count":0}]}`, `report: more[0]: 0 of "hall/few-seats" beyond 1000 kept`, "then there are none"},
		{"less", head + full + `],"more":[{"code":"hall/few-seats","count":-7}]}`, `report: more[0]: -7 of "hall/few-seats" beyond 1000 kept`, "a count is positive"},
		{"overflow", head + full + `],"more":[{"code":"hall/few-seats","count":2147482648}]}`, `report: more[0]: 2147482648 of "hall/few-seats" beyond 1000 kept`, "the sum has to fit"},
	} {
		t.Run(row.name, func(t *testing.T) {
			ps, err := c.ParseProblems([]byte(row.data))
			if (err == nil) != (row.want == "") || err != nil && !strings.HasPrefix(err.Error(), row.want) {
				t.Fatalf("error %v, want %q: %s", err, row.want, row.why)
			}
			if err != nil && ps.Len() != 0 {
				t.Errorf("an error and %d findings", ps.Len())
			}
			if got := errors.Is(err, check.ErrUnknownCode); got != strings.Contains(row.want, "unknown code") {
				t.Errorf("ErrUnknownCode: %t in %v", got, err)
			}
			if row.name == "more" && ps.Count("hall/few-seats") != check.MaxKept+7 {
				t.Errorf("%d findings", ps.Count("hall/few-seats"))
			}
		})
	}
}

func TestParseReason(t *testing.T) {
	c := mustCatalog(t)
	for _, row := range []struct{ data, want, why string }{
		{`null`, "", "no reason"},
		{" null\n", "", "with space around it"},
		{`{"code":"hall/nearest","args":[{"key":"hall","kind":"room","text":"h1"}]}`, "", "a reason"},
		{`{"code":"hall/bad-name"}`, "", "a rule of findings may explain as well"},
		{``, "reason: EOF", "no text"},
		{`{"code":"hall/other"}`, `reason: unknown code "hall/other"`, "a sentence nobody has"},
		{`{"code":"hall/nearest","why":1}`, `reason: json: unknown field "why"`, "nothing is passed over"},
		{`{"code":"hall/nearest"}{}`, "reason: text after the report", "nothing is passed over"},
	} {
		r, err := c.ParseReason([]byte(row.data))
		if (err == nil) != (row.want == "") || err != nil && !strings.HasPrefix(err.Error(), row.want) {
			t.Errorf("%s: error %v, want %q: %s", row.data, err, row.want, row.why)
		}
		if err == nil && r.IsZero() != (strings.TrimSpace(row.data) == "null") {
			t.Errorf("%s: read as %v", row.data, r)
		}
	}
}

// TestReadReportIsSafe: what is read is made visible as if it were made here.
func TestReadReportIsSafe(t *testing.T) {
	c := mustCatalog(t)
	long := strings.Repeat("x", 10<<20)
	ps, err := c.ParseProblems([]byte(`{"huiwu":"check.problems/1","findings":[{"path":"a\nb\u202e","code":"hall/bad-name","severity":"error","args":[` +
		`{"key":"name","kind":"value","text":"` + long + `"},{"key":"x","kind":"term","en":"a\u202e"},{"key":"y","kind":"person","list":["a\nb"]}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	p := slices.Collect(ps.All())[0]
	if p.Path() != `a\nb\u202e` || p.Args()[0].Text != check.Value("", long).Text || p.Args()[1].En != `a\u202e` || p.Args()[2].List[0] != `a\nb` {
		t.Errorf("read %q with %.300v", p.Path(), p.Args())
	}
}

func drawArg(t *rapid.T) check.Arg {
	key, s := rapid.StringMatching("[a-z]{1,3}").Draw(t, "key"), rapid.String().Draw(t, "text")
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		return check.Int(key, rapid.Int64().Draw(t, "n"))
	case 1:
		return check.Text(key, s)
	case 2:
		return check.Term(key, s, rapid.String().Draw(t, "en"))
	case 3:
		return check.ID(key, "person", s)
	case 4:
		return check.IDs(key, "person", rapid.SliceOfN(rapid.String(), 0, 20).Draw(t, "ids")...)
	default:
		return check.Value(key, s)
	}
}

func propRoundTrip(t *rapid.T) {
	c, err := check.NewCatalog(check.Rules(), hallRules())
	if err != nil {
		t.Fatal(err)
	}
	args := rapid.SliceOfN(rapid.Custom(drawArg), 0, 4)
	ps := report(drawFindings(t, "found")...)
	for _, path := range rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "paths") {
		ps.Add(badName.At(path, args.Draw(t, "args")...))
	}
	data, err := json.Marshal(ps)
	if err != nil {
		t.Fatal(err)
	}
	back, err := c.ParseProblems(data)
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	if !back.Equal(ps) || back.Len() != ps.Len() {
		t.Fatalf("read back\n%v\nwant\n%v", back, ps)
	}
	for _, l := range []check.Lang{check.ZhHans, check.En} {
		if a, b := ps.Text(l, halls), back.Text(l, halls); a != b {
			t.Fatalf("read back it says\n%s\nwant\n%s", b, a)
		}
	}

	r := nearest.Because(args.Draw(t, "why")...)
	data, err = json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := c.ParseReason(data); err != nil || !again.Equal(r) {
		t.Fatalf("reason %s: read back %v, %v", data, again, err)
	}
}

func TestRoundTrip(t *testing.T) { rapid.Check(t, propRoundTrip) }
func FuzzRoundTrip(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRoundTrip)) }

// FuzzParseProblems: what is read can be written, and reads the same again.
func FuzzParseProblems(f *testing.F) {
	c := mustCatalog(f)
	for _, ps := range []check.Problems{
		report(),
		report(badName.At("halls[2].name", check.Value("name", "甲\n乙"), check.Int("n", 3))),
		report(fewSeats.At("", check.IDs("hall", "room", "h1", "h2")), fewSeats.At("a", check.Term("x", "会场", "hall"))),
	} {
		data, err := json.Marshal(ps)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"huiwu":"check.problems/1","findings":[],"more":[{"code":"hall/few-seats","count":7}]}`))
	f.Add([]byte(`{"huiwu":"check.problems/1","findings":[{"path":"a\u202e","code":"hall/bad-name","severity":"warning"}]} `))
	f.Fuzz(func(t *testing.T, data []byte) {
		ps, err := c.ParseProblems(data)
		if err != nil {
			return
		}
		again, err := json.Marshal(ps)
		if err != nil {
			t.Fatal(err)
		}
		back, err := c.ParseProblems(again)
		if err != nil {
			t.Fatalf("%v in %s", err, again)
		}
		if !back.Equal(ps) {
			t.Fatalf("read %v and then %v", ps, back)
		}
		if third, err := json.Marshal(back); err != nil || string(third) != string(again) {
			t.Fatalf("written %s and then %s, %v", again, third, err)
		}
		text := ps.Text(check.En, nil)
		if i := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && r != '\u3000' && !unicode.IsPrint(r) }); i >= 0 {
			t.Fatalf("byte %d of the report does not show: %q", i, text)
		}
	})
}
