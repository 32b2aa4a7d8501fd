package docs_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// leaders are in their order of precedence.
var leaders = []docs.Named{
	{ID: "a", Name: "王一明", Titles: []string{"市委书记", "某市市委书记"}},
	{ID: "b", Name: "李二", Titles: []string{"市长", "某市人民政府市长"}},
	{ID: "c", Name: "欧阳思远", Titles: []string{"副市长", "秘书长"}},
	{ID: "d", Name: "阿甲·乙木提", Also: []string{"YIMUTI Ajia"}},
	{ID: "e", Name: "王一"},
	{ID: "f", Name: "赵己"},
}

func index(t testing.TB, people []docs.Named) docs.NameIndex {
	t.Helper()
	x, err := docs.NewNameIndex(people, []string{"局长", "主任"})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// mentioned renders mentions as "text kind people titles".
func mentioned(x docs.NameIndex, text string) string {
	var out []string
	for m := range x.Mentions(text) {
		s := text[m.Start:m.End] + " " + m.Kind.String()
		for _, id := range m.People {
			s += " " + string(id)
		}
		if len(m.Titles) > 0 {
			s += " " + strings.Join(m.Titles, "+")
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestMentions(t *testing.T) {
	x := index(t, leaders)
	for _, tt := range []struct{ text, want, why string }{
		{"", "", "nothing"},
		{"会议由李二主持。", "李二 exact b", "a name in running text"},
		{"李　二 李 二 李  二", "李　二 exact b; 李 二 exact b; 李  二 exact b", "a name of two characters is set with a space"},
		{"李   二", "", "more than that is none"},
		{"王一明王一", "王一明 exact a; 王一 exact e", "the longest name, then the next"},
		{"欧阳思远", "欧阳思远 exact c", "a compound surname"},
		{"阿甲•乙木提、YIMUTI Ajia", "阿甲•乙木提 exact d; YIMUTI Ajia exact d", "other dots, and the Latin form"},
		{"XYIMUTI Ajia YIMUTI Ajiab", "", "part of another word"},
		{"王一鸣出席", "王一鸣 homophone a", "the same sound, another character: it goes before the shorter name"},
		{"汪一明出席", "汪一明 homophone a", "a surname of the same syllable in another tone"},
		{"欧阳思元", "欧阳思元 homophone c", "the last character of a long name"},
		{"赵已、赵巳", "赵已 look-alike f; 赵巳 look-alike f", "they look alike"},
		{"赵庚", "", "neither"},
		{"市长李二", "李二 exact b 市长", "a title before the name"},
		{"李二市长说", "李二 exact b 市长", "behind it"},
		{"副市长李二", "李二 exact b 副市长", "a word before a title makes another title of it"},
		{"原市长李二", "李二 exact b 原市长", "a former one"},
		{"副市长、秘书长欧阳思远", "欧阳思远 exact c 副市长+秘书长", "several titles"},
		{"某市市委书记王一明、某市人民政府市长李二", "王一明 exact a 某市市委书记; 李二 exact b 某市人民政府市长", "each has its own"},
		{"市委书记王一明市长李二", "王一明 exact a 市委书记; 李二 exact b 市长", "what stands between two names is the second one's if the first has a title"},
		{"王一明市委书记李二", "王一明 exact a 市委书记; 李二 exact b 市委书记", "it may be either's"},
		{"局长王一", "王一 exact e 局长", "a title that nobody on the list holds"},
		{"\xff李二\xff", "李二 exact b", "broken text"},
	} {
		if diff := cmp.Diff(tt.want, mentioned(x, tt.text)); diff != "" {
			t.Errorf("%q: %s (-want +got)\n%s", tt.text, tt.why, diff)
		}
	}
	twins := index(t, []docs.Named{{ID: "a", Name: "王一"}, {ID: "b", Name: "王一"}, {ID: "c", Name: "王乙"}})
	if diff := cmp.Diff("王一 exact a b; 王以 homophone a b c", mentioned(twins, "王一、王以")); diff != "" {
		t.Errorf("several people (-want +got)\n%s", diff)
	}
	if got := mentioned(docs.NameIndex{}, "王一"); got != "" {
		t.Errorf("the zero index found %s", got)
	}
}

func TestNewNameIndexRefuses(t *testing.T) {
	for _, tt := range []struct {
		people []docs.Named
		titles []string
		code   check.Code
		why    string
	}{
		{[]docs.Named{{Name: "王一"}}, nil, roster.NoID, "no id"},
		{[]docs.Named{{ID: "a", Name: "王一"}, {ID: "a", Name: "李二"}}, nil, docs.DuplicateID, "one id twice"},
		{[]docs.Named{{ID: "a"}}, nil, docs.Missing, "no name"},
		{[]docs.Named{{ID: "a", Name: strings.Repeat("王", 100)}}, nil, roster.LongText, "a long name"},
		{[]docs.Named{{ID: "a", Name: "王一", Also: []string{"\u202e"}}}, nil, roster.BadText, "a mark that turns the writing"},
		{[]docs.Named{{ID: "a", Name: "王一", Titles: []string{""}}}, nil, docs.Missing, "an empty title"},
		{nil, []string{""}, docs.Missing, "an empty title"},
		{make([]docs.Named, docs.MaxNamed+1), nil, docs.TooMany, "too many people"},
	} {
		_, err := docs.NewNameIndex(tt.people, tt.titles)
		if found, ok := errors.AsType[check.Problems](err); !ok || !found.Has(tt.code) {
			t.Errorf("%s: %v, want %s", tt.why, err, tt.code)
		}
	}
}

// said renders findings as "path code".
func said(found check.Problems) string {
	var out []string
	for p := range found.All() {
		out = append(out, p.Path()+" "+strings.TrimPrefix(string(p.Code()), "docs/"))
	}
	return strings.Join(out, "; ")
}

func TestCrossCheck(t *testing.T) {
	x := index(t, leaders)
	for _, tt := range []struct {
		texts []docs.NamedText
		want  string
		why   string
	}{
		{[]docs.NamedText{{Kind: docs.ScriptText, Body: "出席会议的有市委书记王一明，市长李二。", Expect: []roster.PersonID{"a", "b"}, Order: true}}, "", "all is well"},
		{[]docs.NamedText{{Kind: docs.ScriptText, Body: "王一明出席", Expect: []roster.PersonID{"a", "b", "z"}}}, "texts[0].expect[1] name-missing; texts[0].expect[2] unknown-person", "one is missing, one is not listed"},
		{[]docs.NamedText{{Kind: docs.ScriptText, Body: "市长李二、市委书记王一明、李二", Order: true}}, "texts[0].body[2] name-order", "the second before the first; a later mention does not count"},
		{[]docs.NamedText{{Kind: docs.PressNote, Body: "市长王一明"}}, "texts[0].body[2] name-title", "another's title"},
		{[]docs.NamedText{{Kind: docs.PressNote, Body: "市长欧阳思远"}}, "texts[0].body[2] name-title", "a vice mayor is not the mayor"},
		{[]docs.NamedText{{Kind: docs.PressNote, Body: "市政府副市长欧阳思远"}}, "", "the body before a title is not compared"},
		{[]docs.NamedText{{Kind: docs.CardText, Body: "王一明\n李　二\n李　二\n赵　己", Expect: []roster.PersonID{"a", "b"}, Only: true}}, "texts[0].extra.f name-extra; texts[0].twice.b name-twice", "cards: once each, nobody else"},
		{[]docs.NamedText{{Kind: docs.MinutesText, Body: "李二、李二"}}, "", "minutes name a person often"},
		{[]docs.NamedText{{Kind: docs.CardText, Body: "王一鸣\n赵已", Expect: []roster.PersonID{"a"}}}, "texts[0].body[0] name-homophone; texts[0].body[4] name-look-alike; texts[0].expect[0] name-missing", "a wrong character is a warning; the name is missing"},
		{[]docs.NamedText{{Kind: docs.ScriptText, Body: "局长赵己"}, {Kind: docs.PressNote, Body: "赵己主任"}, {Kind: docs.MinutesText, Body: "某局局长赵己"}}, "texts[1].body[0] name-titles", "the texts differ where the list gives no title"},
		{[]docs.NamedText{{Body: strings.Repeat("x", docs.MaxNamedText+1)}}, "texts[0].body too-long", "too long a text"},
	} {
		if diff := cmp.Diff(tt.want, said(x.CrossCheck(tt.texts))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	twins := index(t, []docs.Named{{ID: "a", Name: "王一", Titles: []string{"局长"}}, {ID: "b", Name: "王一", Titles: []string{"主任"}}})
	for _, tt := range []struct {
		body, want, why string
	}{
		{"王一\n王一", "texts[0].body[0] name-ambiguous; texts[0].body[3] name-ambiguous", "two cards for two people of one name"},
		{"王一局长\n王一主任", "", "their titles tell them apart"},
		{"王一局长\n王一局长", "texts[0].expect[1] name-missing; texts[0].twice.a name-twice", "the same one twice"},
	} {
		got := twins.CrossCheck([]docs.NamedText{{Kind: docs.CardText, Body: tt.body, Expect: []roster.PersonID{"a", "b"}}})
		if diff := cmp.Diff(tt.want, said(got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

func TestNamedOf(t *testing.T) {
	day := calendar.MustParseDate
	r, err := roster.New([]roster.Person{{
		ID: "a", Name: roster.Name{Family: "王", Given: "一", Latin: "WANG Yi"}, Capacity: roster.Delegate,
		Posts: []roster.Post{
			{Org: "city", Title: "市长", From: day("2026-01-01")},
			{Org: "city", Title: "副市长", To: day("2025-12-31")},
		},
	}}, []roster.Org{{ID: "city", Name: "某市人民政府", Short: "某市"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []docs.Named{{ID: "a", Name: "王一", Also: []string{"WANG Yi"}, Titles: []string{"市长", "某市人民政府市长", "某市市长"}}}
	slices.Sort(want[0].Titles)
	if diff := cmp.Diff(want, docs.NamedOf(r, day("2026-06-01"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := docs.NamedOf(r, day("2025-06-01")); got[0].Titles[0] != "副市长" {
		t.Errorf("titles of another day: %v", got)
	}
}

// propMentions: what is found lies in the text in order, and every name that was put
// there is found, unless it is part of a longer find.
func propMentions(t *rapid.T) {
	family := []string{"王", "李", "赵"}
	given := []string{"一", "二", "己", "明", "思远"}
	var people []docs.Named
	for i := range rapid.IntRange(1, 6).Draw(t, "people") {
		people = append(people, docs.Named{
			ID:   roster.PersonID(fmt.Sprint("p", i)),
			Name: rapid.SampledFrom(family).Draw(t, "family") + rapid.SampledFrom(given).Draw(t, "given"),
		})
	}
	x, err := docs.NewNameIndex(people, []string{"市长"})
	if err != nil {
		t.Fatal(err)
	}
	var body strings.Builder
	put := map[int]string{}
	for range rapid.IntRange(0, 6).Draw(t, "pieces") {
		if rapid.Bool().Draw(t, "name") {
			name := people[rapid.IntRange(0, len(people)-1).Draw(t, "who")].Name
			put[body.Len()] = name
			body.WriteString(name)
			continue
		}
		body.WriteString(rapid.SampledFrom([]string{"、", "出席", "市长", " ", "鸣", "已", "x", "\n", "\xff"}).Draw(t, "piece"))
	}
	text := body.String()
	at := 0
	for m := range x.Mentions(text) {
		if m.Start < at || m.End <= m.Start || m.End > len(text) || len(m.People) == 0 {
			t.Fatalf("%q: %+v after %d", text, m, at)
		}
		for start := range put {
			if at <= start && start < m.Start {
				t.Fatalf("%q: %s at %d is not found", text, put[start], start)
			}
		}
		if name, ok := put[m.Start]; ok && m.Kind == docs.ExactMention && !strings.HasPrefix(text[m.Start:m.End], name) {
			t.Fatalf("%q: found %q for %s", text, text[m.Start:m.End], name)
		}
		at = m.End
	}
	for start := range put {
		if start >= at {
			t.Fatalf("%q: %s at %d is not found", text, put[start], start)
		}
	}
}

func TestMentionsLaws(t *testing.T) { rapid.Check(t, propMentions) }

func FuzzMentions(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propMentions)) }

func TestMentionKinds(t *testing.T) {
	for k := docs.ExactMention; k <= docs.LookAlikeMention; k++ {
		var back docs.MentionKind
		if text, err := k.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != k || k.Label() == "" {
			t.Errorf("%v: %v, %v", k, back, err)
		}
	}
	for k := docs.AnyText; k <= docs.PressNote; k++ {
		var back docs.TextKind
		if text, err := k.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != k || k.Label() == "" {
			t.Errorf("%v: %v, %v", k, back, err)
		}
	}
	if _, err := docs.MentionKind(9).MarshalText(); err == nil || docs.MentionKind(9).String() != "MentionKind(9)" || docs.MentionKind(9).Label() != "" {
		t.Error("a kind that is none was written")
	}
	if _, err := docs.TextKind(9).MarshalText(); err == nil || docs.TextKind(9).String() != "TextKind(9)" || docs.TextKind(9).Label() != "" {
		t.Error("a kind that is none was written")
	}
	if new(docs.MentionKind).UnmarshalText([]byte("x")) == nil || new(docs.TextKind).UnmarshalText([]byte("x")) == nil {
		t.Error("a word that is none was read")
	}
}

func ExampleNameIndex_CrossCheck() {
	index, _ := docs.NewNameIndex([]docs.Named{
		{ID: "a", Name: "王一明", Titles: []string{"市委书记"}},
		{ID: "b", Name: "李二", Titles: []string{"市长"}},
	}, nil)
	fmt.Print(index.CrossCheck([]docs.NamedText{
		{Kind: docs.ScriptText, Body: "出席会议的有：市长李二，市委书记王一明。", Order: true},
		{Kind: docs.CardText, Body: "王一鸣\n李　二", Expect: []roster.PersonID{"a", "b"}},
		{Kind: docs.PressNote, Body: "副市长李二讲话。"},
	}).Text(check.ZhHans, nil))
	// Output:
	// texts[0].body[9]: 主持词中李二排在王一明之前，与位次不符
	// texts[1].body[0]: 席卡中的“王一鸣”可能是王一明，有一字同音
	// texts[1].expect[0]: 席卡没有出现王一明
	// texts[2].body[3]: 新闻稿中李二的职务写作“副市长”，名单上是市长
}

func ExampleNameIndex_Mentions() {
	index, _ := docs.NewNameIndex([]docs.Named{{ID: "a", Name: "王一明"}, {ID: "b", Name: "李二"}}, []string{"市长"})
	text := "市长李　二主持，王一名发言。"
	for m := range index.Mentions(text) {
		fmt.Println(text[m.Start:m.End], m.Kind, m.People, m.Titles)
	}
	// Output:
	// 李　二 exact [b] [市长]
	// 王一名 homophone [a] []
}

func BenchmarkMentions(b *testing.B) {
	const family, given = "王李张刘陈杨赵黄周吴", "一二三思远明志国建华文"
	var people []docs.Named
	for _, f := range family {
		for _, g := range given {
			for _, h := range given {
				people = append(people, docs.Named{ID: roster.PersonID(fmt.Sprint(len(people))), Name: string([]rune{f, g, h}), Titles: []string{"市长"}})
			}
		}
	}
	x := index(b, people)
	text := strings.Repeat("会议由市长王一明主持，李思远、张志国等出席，会议审议了工作报告和其他事项。", 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range x.Mentions(text) {
			n++
		}
		if n != 3000 {
			b.Fatal(n, utf8.RuneCountInString(text))
		}
	}
}

// No character of the table of look-alikes stands in two groups, and every group leads
// from each of its characters to each other one.
func TestLookAlikes(t *testing.T) {
	seen := map[rune]bool{}
	for _, group := range strings.Fields(docs.LookAlikes) {
		runes := []rune(group)
		for _, r := range runes {
			if seen[r] {
				t.Errorf("%c stands twice", r)
			}
			seen[r] = true
		}
		if len(runes) < 2 {
			t.Errorf("%s is no group", group)
		}
		x := index(t, []docs.Named{{ID: "a", Name: "欧" + string(runes[0])}})
		for _, r := range runes[1:] {
			if got := mentioned(x, "欧"+string(r)); !strings.HasSuffix(got, " a") || strings.Contains(got, "exact") {
				t.Errorf("欧%c for 欧%c: %q", r, runes[0], got)
			}
		}
	}
}

// FuzzNamesInText: whatever the text, mentions rise, do not overlap, name somebody, and an
// exact one reads as one of the names does.
func FuzzNamesInText(f *testing.F) {
	x := index(f, leaders)
	for _, s := range []string{"市长李　二、王一鸣", "阿甲•乙木提YIMUTI Ajia", "副市长、秘书长欧阳思远", "\xff王\xff一", "王 一 明"} {
		f.Add(s)
	}
	names := map[roster.PersonID]string{}
	for _, p := range leaders {
		names[p.ID] = p.Name
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for m := range x.Mentions(text) {
			if m.Start < at || m.End <= m.Start || m.End > len(text) || len(m.People) == 0 {
				t.Fatalf("%q: %+v after %d", text, m, at)
			}
			at = m.End
			said := strings.NewReplacer(" ", "", "\u3000", "", "\u00a0", "", "•", "·", "‧", "·", "・", "·", "･", "·", "．", "·").Replace(text[m.Start:m.End])
			if m.Kind == docs.ExactMention && said != names[m.People[0]] && said != "YIMUTIAjia" {
				t.Fatalf("%q is %s", text[m.Start:m.End], names[m.People[0]])
			}
			if m.Kind != docs.ExactMention && utf8.RuneCountInString(said) != utf8.RuneCountInString(names[m.People[0]]) {
				t.Fatalf("%q may be %s", said, names[m.People[0]])
			}
		}
		x.CrossCheck([]docs.NamedText{{Body: text, Order: true}})
	})
}

// A log shows nobody's name.
func TestNamedLog(t *testing.T) {
	if got := leaders[0].LogValue().String(); got != "a" {
		t.Error(got)
	}
	if got := index(t, leaders).LogValue().String(); got != "[people=6]" {
		t.Error(got)
	}
}
