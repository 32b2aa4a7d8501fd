package nameorder_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

func TestExplain(t *testing.T) {
	strokes, full, pinyin := nameorder.SurnameStrokes(nil), nameorder.FullNameStrokes(nil), nameorder.Pinyin(nil)
	last := nameorder.SurnameStrokes(&nameorder.Options{Latin: nameorder.LatinLast})
	first := nameorder.Pinyin(&nameorder.Options{Latin: nameorder.LatinFirst})
	tests := []struct {
		order    nameorder.Order
		a, b     string
		rule     check.Code
		hans, en string
		why      string
	}{
		{
			strokes, "丁一", "万一", nameorder.StrokeCount,
			"“丁”2画，少于“万”3画", `strokes: "丁" 2 < "万" 3`, "the number of strokes",
		},
		{
			strokes, "王小山", "王　一", nameorder.BlankFirst,
			"同为“王”（4画）；单名空一字，空格在“小”之前", `strokes: "王" 4 = "王" 4; blank before "小"`, "what comes first is named first, whichever name it belongs to",
		},
		{
			strokes, "夏一", "柴一", nameorder.StrokeSequence,
			"“夏”与“柴”同为10画，第1笔横先于竖（1325111354，2121351234）",
			`strokes: "夏" 10 = "柴" 10; stroke 1: heng before shu (1325111354 < 2121351234)`, "the first stroke that differs",
		},
		{
			full, "田大利", "田富", nameorder.StrokeCount,
			"同为“田”（5画）；“大”3画，少于“富”12画", `strokes: "田" 5 = "田" 5; strokes: "大" 3 < "富" 12`, "no blank in the full-name order",
		},
		{
			full, "田大", "田大利", nameorder.Shorter,
			"同为“田”（5画）；同为“大”（3画）；字数少者在前，另一人还有“利”",
			`strokes: "田" 5 = "田" 5; strokes: "大" 3 = "大" 3; the shorter one first; the other goes on with "利"`, "the end of one name",
		},
		{
			strokes, "干一", "于一", nameorder.TableOrder,
			"“干”在“于”之前：依《通用规范汉字表》字序（23，24）", `"干" before "于": order of the standard table (23, 24)`, "the same strokes in the same sequence",
		},
		{
			strokes, "干一", "亍一", nameorder.TableOrder,
			"“干”在“亍”之前：依《通用规范汉字表》字序（23，6501）", "", "an index of a lower level",
		},
		{
			strokes, "厂一", "𠂇一", nameorder.TableOrder,
			"“厂”在“𠂇”之前：依《通用规范汉字表》字序（6，表外字）", `"厂" before "𠂇": order of the standard table (6, not in the table)`, "an index before none",
		},
		{
			strokes, "铽一", "𨱇一", nameorder.TableOrder, "", "", "a pinned pair, whose sequences say otherwise",
		},
		{
			strokes, "王一", "あ一", nameorder.TableOrder,
			"“王”在“あ”之前：依《通用规范汉字表》字序（75，字表不详）", `"王" before "あ": order of the standard table (75, unknown character)`, "an unknown character",
		},
		{
			strokes, "王", "王一", nameorder.Shorter,
			"同为“王”（4画）；字数少者在前，另一人还有“一”", `strokes: "王" 4 = "王" 4; the shorter one first; the other goes on with "一"`, "the blank behind the end is passed over",
		},
		{
			strokes, "王岳（河南）", "王　岳（解放军）", nameorder.Same,
			"“王岳（河南）”与“王岳（解放军）”同名，先后不限", `"王岳（河南）" and "王岳（解放军）": the same name, the order is free`, "notes do not count",
		},
		{
			last, "王一", "Ada", nameorder.LatinPlace,
			"“王”在“A”之前：外文字母在汉字之后", `"王" before "A": Latin letters stand after Chinese characters`, "the place the options give",
		},
		{
			first, "Ada", "安一", nameorder.LatinPlace,
			"“A”在“安”之前：外文字母在汉字之前", `"A" before "安": Latin letters stand before Chinese characters`, "the same by readings",
		},
		{
			last, "Adam", "Ada", nameorder.Shorter,
			"字数少者在前，另一人还有“m”", `the shorter one first; the other goes on with "m"`, "the end of a word",
		},
		{
			last, "Bea", "Ada", nameorder.LatinLetter,
			"外文字母“A”在“B”之前", `Latin letter "A" before "B"`, "letters",
		},
		{
			last, "José", "Jose", nameorder.LatinLetter,
			"外文字母“e”在“é”之前", `Latin letter "e" before "é"`, "marks decide last",
		},
		{
			pinyin, "于海", "尉迟海", nameorder.Shorter,
			"“于” yú 与“尉” yù 音节相同；字数少者在前，另一人还有“迟”",
			`"于" yú and "尉" yù: same syllable; the shorter one first; the other goes on with "迟"`, "a compound surname is one unit",
		},
		{
			pinyin, "王马", "王妈", nameorder.Tone,
			"“王” wáng 与“王” wáng 音节相同；“妈” mā 与“马” mǎ 音节相同，阴平先于上声",
			`"王" wáng and "王" wáng: same syllable; "妈" mā before "马" mǎ: same syllable, tone 1 before tone 3`, "the tone",
		},
		{
			pinyin, "房一", "方一", nameorder.Tone,
			"“方” fāng 与“房” fáng 音节相同，阴平先于阳平", `"方" fāng before "房" fáng: same syllable, tone 1 before tone 2`, "a first tone is no blank",
		},
		{
			pinyin, "王骂", "王麻", nameorder.Tone, "",
			`"王" wáng and "王" wáng: same syllable; "麻" má before "骂" mà: same syllable, tone 2 before tone 4`, "two tones",
		},
		{
			pinyin, "王吗", "王骂", nameorder.Tone, "",
			`"王" wáng and "王" wáng: same syllable; "骂" mà before "吗" ma: same syllable, tone 4 before the neutral tone`, "the neutral tone last",
		},
		{
			pinyin, "章一", "张一", nameorder.StrokeCount,
			"“张” zhāng 与“章” zhāng 音节相同；“张”7画，少于“章”11画", `"张" zhāng and "章" zhāng: same syllable; strokes: "张" 7 < "章" 11`, "strokes where syllable and tone are the same",
		},
		{
			pinyin, "单一", "任一", nameorder.Syllable,
			"音节“任” rén 先于“单” shàn", `"任" rén before "单" shàn`, "readings as surnames",
		},
		{
			pinyin, "王𫝀", "王一", nameorder.Syllable, "", "", "no reading comes after all syllables",
		},
	}
	for _, tt := range tests {
		a, _ := nameorder.Parse(tt.a)
		b, _ := nameorder.Parse(tt.b)
		reasons := tt.order.Explain(a, b)
		if got := reasons[len(reasons)-1].Code(); got != tt.rule {
			t.Errorf("%s: %s %s and %s: %s, want %s", tt.why, tt.order, tt.a, tt.b, got, tt.rule)
		}
		for _, text := range []struct {
			lang check.Lang
			want string
		}{{check.ZhHans, tt.hans}, {check.En, tt.en}} {
			if diff := cmp.Diff(text.want, check.Sentences(text.lang, nil, reasons...)); text.want != "" && diff != "" {
				t.Errorf("%s: %s and %s in %s (-want +got):\n%s", tt.why, tt.a, tt.b, text.lang, diff)
			}
		}
	}
}

// A list that is put together wrongly in three places.
func TestInversions(t *testing.T) {
	order := nameorder.SurnameStrokes(nil)
	list := names(t, "王大伟 王一 李华 丁一 丁一 万大山 万山")
	var got []string
	for _, v := range order.Inversions(list) {
		got = append(got, list[v.Index-1].String()+"/"+list[v.Index].String()+" "+check.Sentences(check.En, nil, v.Reasons...))
	}
	want := []string{
		`王大伟/王一 strokes: "王" 4 = "王" 4; blank before "大"`,
		`李华/丁一 strokes: "丁" 2 < "李" 7`,
		`万大山/万山 strokes: "万" 3 = "万" 3; blank before "大"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if order.IsSorted(list) || !order.IsSorted(list[3:6]) || !order.IsSorted(nil) {
		t.Error("IsSorted disagrees")
	}
}

// Reasons go to tables as what follows the slash of their code.
func TestRuleNames(t *testing.T) {
	for code, want := range map[check.Code]string{
		nameorder.StrokeCount: "stroke-count", nameorder.StrokeSequence: "stroke-sequence", nameorder.TableOrder: "table-order",
		nameorder.BlankFirst: "blank", nameorder.Shorter: "shorter", nameorder.Syllable: "syllable", nameorder.Tone: "tone",
		nameorder.Same: "same",
	} {
		if got := strings.TrimPrefix(string(code), "nameorder/"); got != want {
			t.Errorf("%s is called %s, want %s", code, got, want)
		}
	}
}
