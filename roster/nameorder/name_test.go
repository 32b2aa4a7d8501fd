package nameorder_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

func TestParse(t *testing.T) {
	type codes = []check.Code
	tests := []struct {
		in    string
		want  nameorder.Name
		found codes
		why   string
	}{
		{"王一", nameorder.Name{Family: "王", Given: "一"}, nil, "the plain form"},
		{"王　一", nameorder.Name{Family: "王", Given: "一"}, nil, "as printed"},
		{"王大伟（女，回族）", nameorder.Name{Family: "王", Given: "大伟", Note: "女，回族"}, nil, "a note"},
		{"王大伟 (女)", nameorder.Name{Family: "王", Given: "大伟", Note: "女"}, nil, "half-width brackets"},
		{"王　岳（女）（河南）", nameorder.Name{Family: "王", Given: "岳", Note: "女；河南"}, nil, "two notes"},
		{"王岳(a)(b)", nameorder.Name{Family: "王", Given: "岳", Note: "a；b"}, nil, "two short notes"},
		{"王岳（解放军(甲)）", nameorder.Name{Family: "王", Given: "岳", Note: "解放军（甲）"}, nil, "brackets within a note"},
		{"欧阳信", nameorder.Name{Family: "欧阳", Given: "信"}, nil, "a compound surname"},
		{"欧　阳", nameorder.Name{Family: "欧", Given: "阳"}, nil, "two characters are no compound surname alone"},
		{"单于伟", nameorder.Name{Family: "单", Given: "于伟"}, nil, "not in the table of surnames"},
		{"诸葛 信", nameorder.Name{Family: "诸葛", Given: "信"}, nil, "a space says nothing"},
		{"阿力•木合", nameorder.Name{Given: "阿力·木合"}, nil, "a name with a dot is not divided"},
		{"王", nameorder.Name{Family: "王"}, nil, "one character"},
		{"Ｊohn　Ｏ’Brien-Ng Jr. （英国）", nameorder.Name{Given: "John O’Brien-Ng Jr.", Note: "英国"}, nil, "a Latin name"},
		{"Bo", nameorder.Name{Given: "Bo"}, nil, "a short Latin name"},
		{strings.Repeat("A", nameorder.MaxName), nameorder.Name{Given: strings.Repeat("A", nameorder.MaxName)}, nil, "as long as may be"},
		{"鄭一", nameorder.Name{Family: "鄭", Given: "一"}, nil, "traditional forms stay; the order reports them"},
		{"\uF9FD一", nameorder.Name{Family: "什", Given: "一"}, nil, "a compatibility ideograph"},
		{"王\u200b一\u202e", nameorder.Name{Family: "王", Given: "一"}, codes{nameorder.HiddenCharacter, nameorder.HiddenCharacter}, "characters that do not show"},
		{"王一\t", nameorder.Name{Family: "王", Given: "一"}, codes{nameorder.HiddenCharacter}, "a control character"},
		{"葛\U000E0100一", nameorder.Name{Family: "葛", Given: "一"}, codes{nameorder.HiddenCharacter}, "a variation selector"},
		{"王一（女", nameorder.Name{Family: "王", Given: "一", Note: "女"}, codes{nameorder.StrayBracket}, "a note that is not closed"},
		{"王）一", nameorder.Name{Family: "王", Given: "一"}, codes{nameorder.StrayBracket}, "a bracket that closes nothing"},
		{"）王\u200b一", nameorder.Name{Family: "王", Given: "一"}, codes{nameorder.HiddenCharacter, nameorder.StrayBracket}, "both faults"},
		{"王\xff一", nameorder.Name{Family: "王", Given: "\uFFFD一"}, codes{nameorder.NotUTF8}, "not UTF-8"},
		{"", nameorder.Name{}, codes{nameorder.NoName}, "nothing"},
		{"　（女）", nameorder.Name{Note: "女"}, codes{nameorder.NoName}, "only a note"},
		{strings.Repeat("王", 1000), nameorder.Name{Family: "王", Given: strings.Repeat("王", 340)}, codes{nameorder.TooLong}, "what is beyond the limit does not count"},
	}
	for _, tt := range tests {
		got, found := nameorder.Parse(tt.in)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: Parse(%q) (-want +got):\n%s", tt.why, tt.in, diff)
		}
		var seen codes
		for p := range found.All() {
			seen = append(seen, p.Code())
			if p.Path() != "" {
				t.Errorf("%s: path %s", tt.why, p.Path())
			}
		}
		if !slices.Equal(seen, tt.found) {
			t.Errorf("%s: Parse(%q) finds %v, want %v", tt.why, tt.in, seen, tt.found)
		}
	}
}

// findings gives path and code of each finding.
func findings(ps check.Problems) (lines []string) {
	for p := range ps.All() {
		lines = append(lines, fmt.Sprintf("%s %s %s", p.Path(), p.Severity(), strings.TrimPrefix(string(p.Code()), "nameorder/")))
	}
	return lines
}

func TestCheck(t *testing.T) {
	strokes, pinyin := nameorder.SurnameStrokes(nil), nameorder.Pinyin(nil)
	latin := nameorder.Pinyin(&nameorder.Options{Latin: nameorder.LatinLast})
	type lines = []string
	tests := []struct {
		order nameorder.Order
		name  nameorder.Name
		want  lines
		why   string
	}{
		{strokes, nameorder.Name{Family: "王", Given: "一"}, nil, "nothing to look at"},
		{strokes, nameorder.Name{Family: "鄭", Given: "黃呂"}, lines{"family warning unlisted-character", "given warning unlisted-character", "given warning unlisted-character"}, "traditional forms, each once"},
		{strokes, nameorder.Name{Given: "閆閆閻吳"}, lines{"given warning unlisted-character", "given warning unlisted-character", "given warning unlisted-character"}, "a repeated one once"},
		{strokes, nameorder.Name{Family: "王", Given: "あ"}, lines{"given warning unknown-character"}, "unknown to the strokes"},
		{strokes, nameorder.Name{Family: "王", Given: "Ｑ"}, lines{"given error latin-refused"}, "Latin letters refused"},
		{strokes, nameorder.Name{Family: "Smith", Given: "John"}, lines{"family error latin-refused"}, "a Latin name once"},
		{latin, nameorder.Name{Family: "Smith", Given: "John"}, nil, "Latin names have a place"},
		{strokes, nameorder.Name{Family: "王", Given: "一", Note: "女\u200b"}, lines{"note warning hidden-character"}, "the note is looked at too"},
		{strokes, nameorder.Name{Note: "女"}, lines{" error no-name"}, "no name"},
		{strokes, nameorder.Name{Given: "种一", FamilyReading: "x"}, nil, "the stroke orders read nothing"},
		{pinyin, nameorder.Name{Given: "种一"}, lines{"given warning usual-reading"}, "a surname without its reading"},
		{pinyin, nameorder.Name{Family: "单于", Given: "一"}, lines{"family warning usual-reading"}, "a compound one"},
		{pinyin, nameorder.Name{Given: "欧阳一"}, nil, "a compound one that the table has"},
		{pinyin, nameorder.Name{Family: "欧阳", Given: "一"}, nil, "the same, divided"},
		{pinyin, nameorder.Name{Family: "欧阳山", Given: "一"}, lines{"family warning usual-reading"}, "three characters"},
		{pinyin, nameorder.Name{Family: "あ", Given: "一"}, lines{"family warning no-reading", "family warning unknown-character"}, "a surname without any reading"},
		{pinyin, nameorder.Name{Family: "种", Given: "一", FamilyReading: "chóng"}, nil, "the person says how it is read"},
		{pinyin, nameorder.Name{Family: "种", Given: "一", FamilyReading: "chóng yī"}, lines{"family warning usual-reading", "familyReading error bad-reading"}, "two readings for one character"},
		{pinyin, nameorder.Name{Family: "王", Given: "一", GivenReading: "smith"}, lines{"givenReading error bad-reading"}, "no syllable"},
		{pinyin, nameorder.Name{Family: "王", GivenReading: "yi1"}, lines{"givenReading error bad-reading"}, "a reading for nothing"},
		{pinyin, nameorder.Name{Given: "阿力·木合"}, nil, "a name with a dot has no surname"},
		{pinyin, nameorder.Name{Family: "王", Given: "𨱏"}, nil, "a reading from the fourth plane"},
		{pinyin, nameorder.Name{Family: "王", Given: "あ"}, lines{"given warning no-reading", "given warning unknown-character"}, "neither reading nor strokes"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, findings(tt.order.Check(tt.name))); diff != "" {
			t.Errorf("%s: %+v (-want +got):\n%s", tt.why, tt.name, diff)
		}
	}
}

func TestUsualReadingIsNamed(t *testing.T) {
	found := nameorder.Pinyin(nil).Check(nameorder.Name{Family: "单于", Given: "一"})
	const want = "family: 姓氏读音表中没有“单于”，用其常用读音 dān yú；如读音不同，请注明\n"
	if diff := cmp.Diff(want, found.Text(check.ZhHans, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCheckList(t *testing.T) {
	list := names(t, "王岳（河南） 鄭一 王岳（解放军） 李华 王岳 李华")
	if diff := cmp.Diff([]string{
		"names[1].family warning unlisted-character",
		"names[2] warning same-name",
		"names[4] warning same-name",
		"names[5] warning same-name",
	}, findings(nameorder.SurnameStrokes(nil).CheckList(list))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][]int{{0, 3}, {1, 2}}, nameorder.SurnameStrokes(nil).Ties(names(t, "王一 丁一 丁一 王一"))); diff != "" {
		t.Errorf("ties by their first index (-want +got):\n%s", diff)
	}
	refused := nameorder.SurnameStrokes(&nameorder.Options{Tie: nameorder.TieError}).CheckList(list)
	if refused.Count(nameorder.SameNameRefused) != 3 || refused.Err() == nil {
		t.Errorf("ties refused:\n%s", refused.Text(check.En, nil))
	}
	if diff := cmp.Diff([][]int{{0, 2, 4}, {3, 5}}, nameorder.Pinyin(nil).Ties(list)); diff != "" {
		t.Errorf("ties (-want +got):\n%s", diff)
	}
}

func TestNameText(t *testing.T) {
	n := nameorder.Name{Family: "王", Given: "一", Note: "女", FamilyReading: "wáng", GivenReading: "yī"}
	const want = `{"family":"王","given":"一","note":"女","familyReading":"wáng","givenReading":"yī"}`
	data, err := json.Marshal(n)
	if err != nil || string(data) != want {
		t.Errorf("%s, %v, want %s", data, err, want)
	}
	if got := n.String(); got != "王一（女）" {
		t.Errorf("String = %s", got)
	}
	if got := (nameorder.Name{Family: "Smith", Given: "John"}).String(); got != "Smith John" {
		t.Errorf("String = %s", got)
	}
	if got := fmt.Sprint(slog.AnyValue(n).Resolve()); strings.Contains(got, "王") {
		t.Errorf("a log shows %s", got)
	}
	if n.IsZero() || !(nameorder.Name{}).IsZero() {
		t.Error("IsZero disagrees")
	}
}

// Whatever a field holds, the cost stays small and the findings few.
func TestHostileText(t *testing.T) {
	const size = 1 << 20
	for _, unit := range []string{"王", "a", "(", ")", "·", "　", "\xff", "\u200b", "\u0301", "か\u3099", "\U0002F800", "<b>", "=1+1", "欧阳", "Ａ", "\x00"} {
		text := strings.Repeat(unit, size/len(unit))
		n := nameorder.Name{Family: text, Given: text, Note: text, FamilyReading: text, GivenReading: text}
		parsed, found := nameorder.Parse(text)
		if !found.Has(nameorder.TooLong) || found.Len() > 5 {
			t.Errorf("%q…: %d findings", unit, found.Len())
		}
		if len(parsed.String()) > 6*nameorder.MaxName {
			t.Errorf("%q…: a name of %d bytes", unit, len(parsed.String()))
		}
		for _, o := range []nameorder.Order{nameorder.SurnameStrokes(nil), nameorder.Pinyin(nil)} {
			if key := o.Key(n); len(key) > 32*nameorder.MaxName {
				t.Errorf("%q…: a key of %d bytes", unit, len(key))
			}
			if ps := o.Check(n); ps.Count(nameorder.TooLong) != 5 || ps.Len() > 30 {
				t.Errorf("%q…: findings\n%.2000s", unit, ps.Text(check.En, nil))
			}
			if reasons := o.Explain(n, parsed); len(reasons) == 0 {
				t.Errorf("%q…: no reason", unit)
			}
		}
	}
}
