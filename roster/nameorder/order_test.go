package nameorder_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// names reads names separated by spaces; ␣ stands for a space inside one.
func names(t testing.TB, text string) []nameorder.Name {
	t.Helper()
	var list []nameorder.Name
	for s := range strings.FieldsSeq(text) {
		n, _ := nameorder.Parse(strings.ReplaceAll(s, "␣", " "))
		list = append(list, n)
	}
	return list
}

func texts(list []nameorder.Name) string {
	var b strings.Builder
	for i, n := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ReplaceAll(n.String(), " ", "␣"))
	}
	return b.String()
}

// Each list stands in its order. It is sorted from its reverse, and each pair of it
// is compared both ways.
func TestOrders(t *testing.T) {
	strokes, full, pinyin := nameorder.SurnameStrokes, nameorder.FullNameStrokes, nameorder.Pinyin
	tests := []struct {
		why   string
		order func(*nameorder.Options) nameorder.Order
		opts  nameorder.Options
		want  string
	}{
		{"the blank comes before every character", strokes, nameorder.Options{}, "丁一 丁鑫 丁一一 王一 王鑫 王一一 王大伟 王小山 李华 李辉 李大山"},
		{"without the blank a short name stands before the longer one it begins, not before others", full, nameorder.Options{}, "丁一 丁一一 丁鑫 王一 王一一 王大伟 王小山 王鑫 田大利 田富"},
		{"some lists of people's congresses put single names first", full, nameorder.Options{Blank: nameorder.BlankOn}, "田富 田大利 高富 高大富"},
		{"the blank can be taken from the surname order", strokes, nameorder.Options{Blank: nameorder.BlankOff}, "田大利 田富"},
		{"surnames that tie on strokes and sequence go by the standard table", strokes, nameorder.Options{}, "丁甲 干甲 于甲 贝甲 水甲 勾甲 凤甲 殳甲 巴甲 孔甲 叶甲 申甲 田甲 由甲 余甲 佘甲 相甲 查甲"},
		{"main form before side form, 十 before 丁", strokes, nameorder.Options{}, "十一一 丁一一 厂一一 七一一"},
		{"left-right before top-bottom: 相 before 查", strokes, nameorder.Options{}, "王相 王查"},
		{"火 4334 begins with a dot", strokes, nameorder.Options{}, "文山 方山 火山 斗山"},
		{"心 4544 and 方 4153 differ at the second stroke", strokes, nameorder.Options{}, "李方 李心"},
		{"冉 25211 has five strokes, 再 125211 six", strokes, nameorder.Options{}, "冉甲 再甲"},
		{"卵 3543524 has seven strokes and begins with 撇折", strokes, nameorder.Options{}, "狂甲 卵甲 沙甲"},
		{"恭 慕 添 end in 2444", strokes, nameorder.Options{}, "李恭 李添 李慕"},
		{"the first character decides for a compound surname, then the second", strokes, nameorder.Options{}, "申甲 欧甲 欧小明 欧阳小明 欧阳甲 诸甲 诸葛小明 诸葛明"},
		{"a compound surname with one more character has no blank", strokes, nameorder.Options{}, "诸葛大明 诸葛信"},
		{"as an option it has one", strokes, nameorder.Options{BlankAfterCompoundSurname: true}, "诸葛信 诸葛大明"},
		{"that option alone gives no blank to the full-name order", full, nameorder.Options{BlankAfterCompoundSurname: true}, "诸葛大明 诸葛信"},
		{"minority names go by their first character, the dot is skipped", strokes, nameorder.Options{}, "巴音某某 巴特某 艾力·吐某 阿力·某某 嘎玛某某"},
		{"characters of the four pinned pairs stand together", strokes, nameorder.Options{}, "王铽 王𨱇 王𬶍 王鲏 王觟 王𦝼 王鄜 王麀"},
		{"皙 has 13 strokes", strokes, nameorder.Options{}, "王皎 王楯 王皙"},
		{"unknown characters come after all known ones, by code point", strokes, nameorder.Options{}, "王龘 王あ 王ー 王ㄅ"},
		{"Latin names first", strokes, nameorder.Options{Latin: nameorder.LatinFirst}, "Ada␣B Adam O'Brien Zoe 丁一 王一"},
		{"Latin names last", strokes, nameorder.Options{Latin: nameorder.LatinLast}, "丁一 王一 王一A Ada␣B Adam O'Brien Zoe"},
		{"Latin names refused come last too", strokes, nameorder.Options{}, "丁一 王一 Adam"},
		{"a name of two characters has the blank, a word of two letters has not", strokes, nameorder.Options{Latin: nameorder.LatinLast}, "王A 王一一 Bab Bo"},
		{"a Chinese character after a Latin letter goes by its strokes", strokes, nameorder.Options{Latin: nameorder.LatinLast}, "A王 A李"},
		{"a hyphen is a blank, an apostrophe nothing", strokes, nameorder.Options{Latin: nameorder.LatinLast}, "Anne-Marie Anne␣Zoe Anneke Oaks O'Ban Oban Oc"},
		{"case and marks decide last", strokes, nameorder.Options{Latin: nameorder.LatinLast}, "Jose José jose Josef"},
		{"surnames with their reading as a surname", pinyin, nameorder.Options{}, "安甲 卜甲 曹甲 盖甲 纪甲 李甲 缪甲 区甲 朴甲 覃甲 仇甲 任甲 单甲 解甲 燕甲 员甲 曾甲 查甲 翟甲"},
		{"tones after all syllables, neutral last", pinyin, nameorder.Options{}, "王妈 王麻 王马 王骂 王吗"},
		{"a compound surname is one unit: yú before yùchí", pinyin, nameorder.Options{}, "于海 尉迟海"},
		{"the surname before the given name, whatever the tones", pinyin, nameorder.Options{}, "张一 章二 章一"},
		{"ü after u", pinyin, nameorder.Options{}, "卢甲 鲁甲 陆甲 栾甲 罗甲 吕甲"},
		{"ü by u, as in GB 2312", pinyin, nameorder.Options{Umlaut: nameorder.UmlautNear}, "卢甲 鲁甲 陆甲 吕甲 栾甲 罗甲"},
		{"a shorter name before the longer ones that go on, whatever the tones", pinyin, nameorder.Options{}, "李明 李鸣 李明月"},
		{"Latin names last by readings too", pinyin, nameorder.Options{Latin: nameorder.LatinLast}, "周甲 Adam Zoe"},
		{"Latin names first by readings too", pinyin, nameorder.Options{Latin: nameorder.LatinFirst}, "Adam Zoe 安甲"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			order := tt.order(&tt.opts)
			want := names(t, tt.want)
			got := slices.Clone(want)
			slices.Reverse(got)
			order.Sort(got)
			if diff := cmp.Diff(texts(want), texts(got)); diff != "" {
				t.Errorf("%s order (-want +got):\n%s", order, diff)
			}
			for i := range want {
				for j := range want {
					if got, sign := order.Compare(want[i], want[j]), min(max(i-j, -1), 1); got != sign {
						t.Errorf("Compare(%s, %s) = %d, want %d", want[i], want[j], got, sign)
					}
				}
			}
		})
	}
}

// What lists print around a name never changes its place.
func TestPrintedForms(t *testing.T) {
	forms := [][]string{
		{"王一", "王　一", "王 一", " 王  一 ", "王一（女）", "王一(女，回族)", "王　一（女)（河南）", "（女）王一", "王\u200b一", "\ufeff王一", "王\u00a0一"},
		{"欧阳信", "欧 阳 信", "欧阳　信"},
		{"阿力·木合", "阿力•木合", "阿力‧木合", "阿力・木合", "阿力･木合", "阿力\u0387木合", "阿力木合", "阿力 · 木合"},
		{"王Ａ", "王A"},
		{"\uF9FD山", "什山"},
		{"José Silva", "Jose\u0301 Silva", " Ｊｏｓｅ\u0301　Silva  ", "José\u00a0Silva（巴西）"},
	}
	for _, order := range []nameorder.Order{nameorder.SurnameStrokes(nil), nameorder.FullNameStrokes(nil), nameorder.Pinyin(nil)} {
		for _, group := range forms {
			want := order.Key(nameorder.Name{Given: group[0]})
			for _, form := range group {
				parsed, _ := nameorder.Parse(form)
				for _, n := range []nameorder.Name{parsed, {Given: form}, {Given: form, Note: "女"}} {
					if diff := cmp.Diff(want, order.Key(n)); diff != "" {
						t.Errorf("%s: key of %+v is not that of %s (-want +got):\n%s", order, n, group[0], diff)
					}
				}
			}
		}
	}
}

func TestGivenSurname(t *testing.T) {
	pinyin := nameorder.Pinyin(nil)
	one := nameorder.Name{Family: "单", Given: "于伟"}
	two := nameorder.Name{Family: "单于", Given: "伟"}
	if pinyin.Compare(one, two) <= 0 {
		t.Error("a surname that the table lacks has the usual readings, dān yú, before shàn")
	}
	if pinyin.Compare(one, nameorder.Name{Given: "单于伟"}) != 0 {
		t.Error("a surname that the table lacks is not divided off as compound")
	}
	blank := nameorder.SurnameStrokes(&nameorder.Options{BlankAfterCompoundSurname: true})
	if blank.Compare(two, nameorder.Name{Family: "单于", Given: "一一"}) >= 0 {
		t.Error("a surname given as compound has the blank after it")
	}
	if blank.Compare(nameorder.Name{Family: "欧", Given: "阳信"}, nameorder.Name{Family: "欧", Given: "阳一信"}) <= 0 {
		t.Error("a surname given as 欧 is not compound")
	}
}

// A name is the same in one piece and divided.
func TestDivided(t *testing.T) {
	for _, o := range []nameorder.Order{nameorder.SurnameStrokes(nil), nameorder.Pinyin(nil)} {
		for _, n := range []nameorder.Name{{Family: "王", Given: "一"}, {Family: "欧阳", Given: "一一"}, {Family: "Smith", Given: "John"}, {Family: "王"}} {
			if o.Compare(n, nameorder.Name{Given: n.String()}) != 0 {
				t.Errorf("%s: %+v is not %s", o, n, n)
			}
		}
	}
}

func TestReadingsOfAPerson(t *testing.T) {
	pinyin := nameorder.Pinyin(nil)
	key := func(n nameorder.Name) string { return string(pinyin.Key(n)) }
	tests := []struct {
		why   string
		a, b  nameorder.Name
		equal bool
	}{
		{"marks and digits say the same", nameorder.Name{Given: "覃一", FamilyReading: "tán"}, nameorder.Name{Given: "覃一", FamilyReading: "TAN2"}, true},
		{"a person's reading goes before the table", nameorder.Name{Given: "覃一", FamilyReading: "tán"}, nameorder.Name{Given: "覃一"}, false},
		{"the reading of the table can be given", nameorder.Name{Given: "覃一", FamilyReading: "qin2"}, nameorder.Name{Given: "覃一"}, true},
		{"v is ü", nameorder.Name{Given: "王绿", GivenReading: "lv4"}, nameorder.Name{Given: "王绿"}, true},
		{"a reading that does not fit is left out", nameorder.Name{Given: "覃一", FamilyReading: "tan2 yi1"}, nameorder.Name{Given: "覃一"}, true},
		{"a compound surname takes two", nameorder.Name{Given: "尉迟海", FamilyReading: "wei4 chi2"}, nameorder.Name{Given: "尉迟海"}, false},
		{"readings of the given name", nameorder.Name{Given: "王乐", GivenReading: "yue4"}, nameorder.Name{Given: "王乐"}, false},
		{"readings are those of the Chinese characters", nameorder.Name{Given: "王A一", GivenReading: "yi1"}, nameorder.Name{Given: "王A一"}, true},
		{"the stroke orders read nothing", nameorder.Name{Given: "王乐", GivenReading: "yue4"}, nameorder.Name{Given: "王乐"}, false},
	}
	for _, tt := range tests {
		if got := key(tt.a) == key(tt.b); got != tt.equal {
			t.Errorf("%s: %+v and %+v equal %t", tt.why, tt.a, tt.b, got)
		}
		strokes := nameorder.SurnameStrokes(nil)
		if strokes.Compare(tt.a, tt.b) != 0 {
			t.Errorf("%s: readings change the stroke order", tt.why)
		}
	}
}

func TestZeroOrder(t *testing.T) {
	var zero nameorder.Order
	if !zero.IsZero() || zero.Scheme().IsValid() || zero.String() != "" {
		t.Errorf("the zero Order says it is %q", zero)
	}
	for _, o := range []nameorder.Order{nameorder.SurnameStrokes(nil), nameorder.FullNameStrokes(nil), nameorder.Pinyin(nil)} {
		if o.IsZero() {
			t.Errorf("%s is zero", o)
		}
		again, err := nameorder.New(o.Scheme(), nil)
		if err != nil || again != o {
			t.Errorf("New(%s) = %v, %v", o.Scheme(), again, err)
		}
	}
	if o := nameorder.SurnameStrokes(&nameorder.Options{Latin: 9}); !o.IsZero() {
		t.Error("options out of range give an order")
	}
	if _, err := nameorder.New(0, &nameorder.Options{Tie: 9}); err == nil || !err.(check.Problems).Has(nameorder.BadChoice) || err.(check.Problems).Len() != 2 {
		t.Errorf("New of no scheme and a bad option: %v", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("the zero Order compares")
		}
	}()
	zero.Compare(nameorder.Name{}, nameorder.Name{})
}

func TestChoicesAsText(t *testing.T) {
	opts := nameorder.Options{
		Latin: nameorder.LatinLast, Tie: nameorder.TieError, Blank: nameorder.BlankOff,
		BlankAfterCompoundSurname: true, Umlaut: nameorder.UmlautNear,
	}
	const want = `{"latin":"last","tie":"error","blank":"off","blankAfterCompoundSurname":true,"umlaut":"near"}`
	data, err := json.Marshal(opts)
	if err != nil || string(data) != want {
		t.Fatalf("%s, %v, want %s", data, err, want)
	}
	var back nameorder.Options
	if err := json.Unmarshal(data, &back); err != nil || back != opts {
		t.Errorf("read back %+v, %v", back, err)
	}
	if data, err := json.Marshal(nameorder.Options{}); err != nil || string(data) != "{}" {
		t.Errorf("zero options: %s, %v", data, err)
	}
	for _, zero := range []string{`{"latin":"error"}`, `{"tie":"input"}`, `{"blank":"implied"}`, `{"umlaut":"letter"}`} {
		back := opts
		if err := json.Unmarshal([]byte(zero), &back); err != nil || back == opts {
			t.Errorf("%s: %+v, %v", zero, back, err)
		}
	}
	for s := range nameorder.Scheme(5) {
		text, err := s.MarshalText()
		var back nameorder.Scheme
		switch {
		case !s.IsValid() && err == nil:
			t.Errorf("scheme %d has the text %q", s, text)
		case s.IsValid() && (err != nil || back.UnmarshalText(text) != nil || back != s || s.Label() == ""):
			t.Errorf("scheme %d: text %q, %v, back %d", s, text, err, back)
		}
	}
	for _, text := range []string{"", "strokes", "Pinyin", strings.Repeat("x", 1000)} {
		s := nameorder.ByPinyin
		if err := s.UnmarshalText([]byte(text)); err == nil || s != nameorder.ByPinyin || len(err.Error()) > 300 {
			t.Errorf("scheme %q read as %s, %v", text, s, err)
		}
	}
}
