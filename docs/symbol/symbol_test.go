package symbol_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster/check"
)

// rows reads a table of testdata without its comments and its header.
func rows(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	header := true
	for line := range strings.Lines(string(data)) {
		switch {
		case strings.HasPrefix(line, "#"):
		case header:
			header = false
		default:
			out = append(out, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	if len(out) == 0 {
		t.Fatalf("%s holds no row", name)
	}
	return out
}

// diagnoses lists the codes found, in the order of their places.
func diagnoses(found check.Problems) string {
	var codes []string
	for p := range found.All() {
		codes = append(codes, strings.TrimPrefix(string(p.Code()), "symbol/"))
	}
	return strings.Join(codes, ",")
}

// reading is what a text was read as, for comparison.
type reading struct{ Class, Diagnoses, Canonical string }

func read(s string) reading {
	n, found := symbol.Parse(s)
	return reading{n.Class().String(), diagnoses(found), n.Canonical()}
}

func TestValid(t *testing.T) {
	for _, row := range rows(t, "valid.tsv") {
		n, found := symbol.Parse(row[0])
		if found.Len() > 0 || n.String() != row[0] || n.Canonical() != row[0] || n.Class() != symbol.Wenhao {
			t.Errorf("%s: read as %v %q with %v", row[0], n.Class(), n, found)
		}
	}
}

func TestVariants(t *testing.T) {
	for _, row := range rows(t, "variants.tsv") {
		want := reading{row[1], row[2], row[3]}
		if diff := cmp.Diff(want, read(row[0])); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", row[0], row[4], diff)
		}
	}
}

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want reading
		why  string
	}{
		// none and other
		{"", reading{"none", "", ""}, "no text"},
		{"关于召开会议的通知", reading{"none", "", ""}, "no numeral"},
		{"南宁站[2025]（通知）钦防二线 08号", reading{"other", "", ""}, "in-house form: kept, not repaired"},
		{"（2021）沪01民终1234号", reading{"other", "", ""}, "number of a court case"},
		{"（1998）沪高法终字第12号", reading{"other", "", ""}, "number of a court case, older form"},
		{"國發〔2024〕1號", reading{"other", "", ""}, "號 is not 号"},
		{"WT/MIN(05)/DEC", reading{"wto", "", "WT/MIN(05)/DEC"}, "bracketed year after Latin letters"},
		{"附件（1）", reading{"other", "", ""}, "a bracketed figure is no year"},
		{"附件（12）", reading{"other", "", ""}, "nor are two"},
		{"会议文件（三）", reading{"meeting-paper", "", "会议文件（三）"}, "a bracketed figure is no year"},
		{"会议室3号", reading{"other", "", ""}, "no year"},
		{"会议室12345号", reading{"other", "", ""}, "five digits that are no year and serial of our time"},
		{"会议室（3）5号", reading{"other", "", ""}, "no year"},
		{"第3号", reading{"other", "", ""}, "no title"},
		{"一号文件", reading{"none", "", ""}, "a Chinese numeral inside a name is none"},

		// document numbers
		{"一机部发〔1985〕3号", reading{"wenhao", "", "一机部发〔1985〕3号"}, "a numeral belongs to the code"},
		{"高检发释字〔2025〕1号", reading{"wenhao", "", "高检发释字〔2025〕1号"}, "字 may end the code"},
		{"国发﹝2024﹞1号", reading{"wenhao", "bracket", "国发〔2024〕1号"}, "small brackets"},
		{"国发〔2024]1号", reading{"wenhao", "bracket", "国发〔2024〕1号"}, "an unlike pair"},
		{"国发〔2024年〕1号", reading{"wenhao", "bracket", "国发〔2024〕1号"}, "only the bare year stands in brackets"},
		{"国发〔2023〕第1号", reading{"wenhao", "di", "国发〔2023〕1号"}, "第 added"},
		{"国发[2023]第001", reading{"wenhao", "bracket,di,padding,missing-hao", "国发〔2023〕1号"}, "all findings at once, by place"},
		{"国发〔２０２４〕１２号", reading{"wenhao", "numeral", "国发〔2024〕12号"}, "fullwidth digits"},
		{"国发〔2024〕十二号", reading{"wenhao", "numeral", "国发〔2024〕12号"}, "a Chinese serial reads in one way"},
		{"国发〔2024〕一百三号", reading{"wenhao", "stray", ""}, "130 or 103"},
		{" 国 发〔2024〕1 号", reading{"wenhao", "spacing", "国发〔2024〕1号"}, "one finding for all spaces"},
		{"国发\u200b〔2024〕1号", reading{"wenhao", "spacing", "国发〔2024〕1号"}, "a space without width"},
		{"国发〔24〕5号", reading{"wenhao", "year-digits", ""}, "no century is guessed"},
		{"国发(85)5号", reading{"wenhao", "bracket,year-digits", ""}, "older form"},
		{"国发〔202〕1号", reading{"wenhao", "year-digits", ""}, "three digits"},
		{"国发〔0202〕1号", reading{"wenhao", "year-digits", ""}, "padded year"},
		{"国发〔20244〕1号", reading{"wenhao", "year-digits", ""}, "five digits"},
		{"〔24〕", reading{"wenhao", "year-digits", ""}, "the year alone"},
		{"国发〔二〇二四〕5号", reading{"wenhao", "cn-year", ""}, "Chinese year"},
		{"国发〔二四〕5号", reading{"wenhao", "cn-year,year-digits", ""}, "Chinese and not in full"},
		{"国发〔2024〕号", reading{"wenhao", "incomplete", ""}, "serial left blank"},
		{"国发〔2024〕0号", reading{"wenhao", "incomplete", ""}, "zero is no serial"},
		{"国发〔〕1号", reading{"wenhao", "incomplete", ""}, "year left blank"},
		{"〔2024〕1号", reading{"wenhao", "incomplete", ""}, "code left out"},
		{"(2024)1号", reading{"wenhao", "bracket,incomplete", ""}, "as bad advice has it"},
		{"国发〔2024 1号", reading{"wenhao", "no-bracket,spacing", ""}, "closing bracket missing: not repaired"},
		{"国发2024〕1号", reading{"wenhao", "no-bracket", ""}, "opening bracket missing: not repaired"},
		{"国发２０２４１号", reading{"wenhao", "no-bracket", ""}, "fullwidth, and serial 1 of 2024 or 41 of 202"},
		{"国发2024年12号", reading{"wenhao", "no-bracket", ""}, "年 is no bracket"},
		{"国发2024年第12号", reading{"wenhao", "no-bracket,di", ""}, "an order would be written so, a document number not"},
		{"〔2024〕国发1号", reading{"wenhao", "order-of-parts", ""}, "year before code"},
		{"国发1号〔2024〕", reading{"wenhao", "order-of-parts", ""}, "serial before year"},
		{"2024〔1〕号", reading{"wenhao", "order-of-parts", ""}, "bracket round the serial"},
		{"国发〔2024〕1号文", reading{"wenhao", "stray", ""}, "text behind the number"},
		{"国发〔2024〕1号会议纪要", reading{"wenhao", "stray", ""}, "a title behind the number does not change its class"},
		{"国发〔2024〕A1号", reading{"wenhao", "stray", ""}, "a letter before the serial"},
		{"X国发〔2024〕1号", reading{"wenhao", "stray", ""}, "a letter before the code"},
		{"国发\u202e〔2024〕1号", reading{"wenhao", "stray", ""}, "a mark that turns the direction of writing"},
		{"国发\xff〔2024〕1号", reading{"wenhao", "stray", ""}, "not UTF-8"},
		{"国发〔2024〕1号1号", reading{"wenhao", "stray", ""}, "twice"},
		{"国发〔2024〕1234567890号", reading{"wenhao", "too-long", ""}, "ten digits"},
		{"国发〔2024〕999999999号", reading{"wenhao", "", "国发〔2024〕999999999号"}, "the greatest serial"},
		{strings.Repeat("某", 12) + "〔2024〕1号", reading{"wenhao", "", strings.Repeat("某", 12) + "〔2024〕1号"}, "longest code"},
		{strings.Repeat("某", 13) + "〔2024〕1号", reading{"wenhao", "too-long", ""}, "code too long"},
		{"\u202e", reading{"none", "stray", ""}, "nothing but a mark that turns the direction of writing"},

		// orders and announcements
		{"国令第843号", reading{"order", "", "国令第843号"}, "short name"},
		{"中华人民共和国国务院令第841号", reading{"order", "", "国令第841号"}, "long name of the same"},
		{"国务院令841号", reading{"order", "missing-di", "国令第841号"}, "第 left out"},
		{"国务院第841号令", reading{"order", "order-of-parts", ""}, "as spoken"},
		{"第841号令", reading{"order", "order-of-parts", ""}, "as spoken, without issuer"},
		{"中华人民共和国教育部令第52号", reading{"order", "", "中华人民共和国教育部令第52号"}, "issuer as written"},
		{"中华人民共和国主席令（第七十一号）", reading{"order", "numeral", "中华人民共和国主席令第71号"}, "named Chinese numeral"},
		{"中华人民共和国主席令第四十五号", reading{"order", "numeral", "中华人民共和国主席令第45号"}, "named Chinese numeral"},
		{"中华人民共和国交通运输部令 2016 年 第 13 号", reading{"order", "spacing", "中华人民共和国交通运输部令2016年第13号"}, "with year"},
		{"某某局令第 四 七 二 号", reading{"order", "spacing,numeral", "某某局令第472号"}, "as headings are set"},
		{"某某部令（2016年）第13号", reading{"order", "", "某某部令2016年第13号"}, "brackets round the year only"},
		{"某某总局令〔2015〕80号", reading{"order", "", "某某总局令〔2015〕80号"}, "year in brackets"},
		{"某某部令16年第3号", reading{"order", "year-digits", ""}, "no century is guessed here either"},
		{"某某部令第5", reading{"order", "missing-hao", "某某部令第5号"}, "号 left out"},
		{"第一机械工业部令第3号", reading{"order", "", "第一机械工业部令第3号"}, "第 may begin a name"},
		{"财政部 税务总局公告2023年第12号", reading{"announcement", "", "财政部 税务总局公告2023年第12号"}, "a space divides two issuers"},
		{"财政部 税务总局 公告2023年第12号", reading{"announcement", "spacing", "财政部 税务总局公告2023年第12号"}, "one before the word 公告 does not"},
		{"某某局公告〔2012〕第5号", reading{"announcement", "", "某某局公告〔2012〕第5号"}, "as banks number them: 第 is right there"},
		{"某某银行令[2026]第3", reading{"order", "bracket,missing-hao", "某某银行令〔2026〕第3号"}, "the same, badly written"},
		{"某省人大常委会公告〔十四届〕第五号", reading{"announcement", "numeral", "某省人大常委会公告〔十四届〕第5号"}, "the term of the body in brackets"},
		{"某省人大常委会公告[十四届]第5号", reading{"announcement", "lookalike", "某省人大常委会公告〔十四届〕第5号"}, "in other brackets"},
		{"〔2026〕2号会议纪要", reading{"minutes", "order-of-parts", ""}, "the title behind"},
		{"某某局通告第3号", reading{"announcement", "", "某某局通告第3号"}, "public notice"},

		// minutes and bulletins: 第 is right there
		{"会议纪要〔2026〕2号", reading{"minutes", "", "会议纪要〔2026〕2号"}, "no code"},
		{"会议纪要[2026]02号", reading{"minutes", "bracket,padding", "会议纪要〔2026〕2号"}, "the brackets rule holds here too"},
		{"会议纪要第5期", reading{"minutes", "", "会议纪要第5期"}, "issue"},
		{"会议纪要（第5次）", reading{"minutes", "", "会议纪要第5次"}, "session, as under a heading"},
		{"第5次会议纪要", reading{"minutes", "", "第5次会议纪要"}, "session before the title"},
		{"市十二届人大常委会第35次会议纪要", reading{"minutes", "", "市十二届人大常委会第35次会议纪要"}, "a Chinese numeral inside a name"},
		{"2026年第3次办公会议纪要", reading{"minutes", "", "2026年第3次办公会议纪要"}, "year first"},
		{"会议简报第12期", reading{"bulletin", "", "会议简报第12期"}, "issue"},
		{"会议简报 12期", reading{"bulletin", "spacing,missing-di", "会议简报第12期"}, "第 left out"},
		{"简报〔2026〕第3期", reading{"bulletin", "", "简报〔2026〕第3期"}, "with year in brackets"},
		{"情况反映2026年第十期", reading{"bulletin", "numeral", "情况反映2026年第10期"}, "with year in words"},
		{"国发〔2026〕第3期", reading{"other", "", ""}, "only minutes and bulletins have issues"},
		{"大会简报第3期（总第128期）", reading{"bulletin", "", "大会简报第3期（总第128期）"}, "the running number over all years"},
		{"大会简报 第3期 总第128期", reading{"bulletin", "spacing", "大会简报第3期（总第128期）"}, "without brackets"},
		{"工作简报2026年第3期(总第一百二十八期)", reading{"bulletin", "numeral", "工作简报2026年第3期（总第128期）"}, "in Chinese"},
		{"工作简报〔2026〕第3期（总第128期）", reading{"bulletin", "", "工作简报〔2026〕第3期（总第128期）"}, "year in brackets"},
		{"工作简报（2026年第3期 总第128期）", reading{"bulletin", "spacing", "工作简报2026年第3期（总第128期）"}, "under a heading"},
		{"简报第3期（总第2期）", reading{"bulletin", "total", ""}, "the running number counts more issues, not fewer"},
		{"简报第3期（第128期）", reading{"bulletin", "stray", ""}, "two numbers"},
		{"简报 增刊第2期", reading{"bulletin", "spacing", "简报增刊第2期"}, "special issues count apart"},
		{"国发〔2026〕30-32号", reading{"wenhao", "stray", ""}, "several numbers"},
		{"国发〔2026〕30、31号", reading{"wenhao", "stray", ""}, "several numbers"},
		{"国发〔2026〕3O号", reading{"wenhao", "stray", ""}, "a letter for a digit"},
		{"国发〔2O26〕30号", reading{"wenhao", "year-digits,stray", ""}, "a letter for a digit of the year"},
		{"国发[[2026]]30号", reading{"wenhao", "bracket", "国发〔2026〕30号"}, "brackets twice"},
		{"国发〔2026〕（30）号", reading{"wenhao", "bracket", "国发〔2026〕30号"}, "brackets round the serial too"},
		{"国发〔2026〕（30号）", reading{"wenhao", "bracket", "国发〔2026〕30号"}, "brackets round the serial too"},
		{"国发、财发〔2026〕30号", reading{"wenhao", "stray", ""}, "a joint issue bears one code"},
		{"提案第0012号", reading{"other", "", ""}, "four digits are a year only if they may be one"},
		{"国办发1985号", reading{"wenhao", "no-bracket", ""}, "they may be here"},
	} {
		if diff := cmp.Diff(tt.want, read(tt.in)); diff != "" {
			t.Errorf("%q: %s (-want +got)\n%s", tt.in, tt.why, diff)
		}
	}
}

func TestCentury(t *testing.T) {
	for _, tt := range []struct {
		in      string
		century int
		want    string
		why     string
	}{
		{"国发〔24〕5号", 2000, "century 国发〔2024〕5号", "two digits"},
		{"国发[85]5号", 1900, "bracket,century 国发〔1985〕5号", "with another finding"},
		{"国发〔二〇二四〕5号", 1900, "century 国发〔2024〕5号", "a full Chinese year keeps its own century"},
		{"国发〔二四〕5号", 2000, "century 国发〔2024〕5号", "two Chinese digits"},
		{"国发〔二千零二十四〕5号", 2000, "cn-year,year-digits ", "not written digit by digit"},
		{"国发〔202〕5号", 2000, "year-digits ", "three digits have no century"},
		{"国发〔24〕5号", 1950, "year-digits ", "1950 begins no century"},
		{"国发〔24〕5号", 20, "year-digits ", "20 begins no century"},
		{"国发〔2024〕5号", 1900, " 国发〔2024〕5号", "a full year needs none"},
	} {
		n, found := symbol.Reader{Century: tt.century}.Parse(tt.in)
		if got := diagnoses(found) + " " + n.Canonical(); got != tt.want {
			t.Errorf("%s in %d: %s: got %q, want %q", tt.in, tt.century, tt.why, got, tt.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	_, found := symbol.Parse("国发[2023]第001")
	var got []string
	for p := range found.All() {
		got = append(got, p.Path())
	}
	if want := []string{"[2]", "[8]", "[9]", "[12]"}; !slices.Equal(got, want) {
		t.Errorf("places %v, want %v", got, want)
	}
}

// A text of a million characters costs no more than a look at its length.
func TestLongText(t *testing.T) {
	long := "国发〔2024〕" + strings.Repeat("1", 1_000_000) + "号"
	n, found := symbol.Parse(long)
	if n.Class() != symbol.Other || diagnoses(found) != "too-long" || n.Canonical() != "" || n.String() != long {
		t.Errorf("read as %v with %v", n.Class(), found)
	}
}

// Every sentence names its clause, in both languages.
func TestClauses(t *testing.T) {
	for _, r := range symbol.Rules() {
		if strings.Contains(r.Hans, "{clause}") { // one rule for all classes
			continue
		}
		if strings.HasPrefix(r.Source, "GB/T 9704-2012") {
			clause := strings.Fields(strings.ReplaceAll(r.Source, ",", ""))[2]
			if !strings.Contains(r.Hans, clause) || !strings.Contains(r.En, clause) {
				t.Errorf("%s: a text does not name %s", r.Code, clause)
			}
		}
	}
}

// The number 1 to 9999 in Chinese, written out by the rule of the textbooks.
func spell(n int) string {
	digits := []rune("零一二三四五六七八九")
	out, zero := "", false
	for i, power := range []string{"千", "百", "十", ""} {
		d := n / []int{1000, 100, 10, 1}[i] % 10
		switch {
		case d != 0:
			if zero && out != "" {
				out += "零"
			}
			out, zero = out+string(digits[d])+power, false
		default:
			zero = true
		}
	}
	if strings.HasPrefix(out, "一十") {
		out = strings.TrimPrefix(out, "一")
	}
	return out
}

func TestChineseNumerals(t *testing.T) {
	for n := 1; n < 10000; n++ {
		s := spell(n)
		got, found := symbol.Parse("某部令第" + s + "号")
		if got.Serial() != n || diagnoses(found) != "numeral" {
			t.Fatalf("%s read as %d with %v, want %d", s, got.Serial(), found, n)
		}
	}
	for _, s := range []string{"十十", "百", "一十百", "三一十", "一百零十", "一百零", "一千一", "一千十二", "零十", "一千三十", "一百零三十"} {
		if n, _ := symbol.Parse("某部令第" + s + "号"); n.Canonical() != "" {
			t.Errorf("%s read as %v", s, n)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	good := symbol.Parts{Class: symbol.Wenhao, Body: "国发", Year: 2026, Serial: 30}
	if n, err := symbol.New(good); err != nil || n.String() != "国发〔2026〕30号" {
		t.Fatalf("%v, %v", n, err)
	}
	for _, tt := range []struct {
		change func(*symbol.Parts)
		why    string
	}{
		{func(p *symbol.Parts) { p.Class = symbol.Other }, "no grammar"},
		{func(p *symbol.Parts) { p.Class = symbol.None }, "no grammar"},
		{func(p *symbol.Parts) { p.Class = symbol.Order }, "the title does not name an order"},
		{func(p *symbol.Parts) { p.Body = "" }, "no code"},
		{func(p *symbol.Parts) { p.Body = "国 发" }, "a space in the code"},
		{func(p *symbol.Parts) { p.Body = "GF" }, "Latin code"},
		{func(p *symbol.Parts) { p.Body = strings.Repeat("某", 13) }, "code too long"},
		{func(p *symbol.Parts) { p.Body = "国发第1号" }, "a number inside the code"},
		{func(p *symbol.Parts) { p.Body = strings.Repeat("某", 1<<20) }, "hostile code"},
		{func(p *symbol.Parts) { p.Body = "会议纪要" }, "the title of minutes"},
		{func(p *symbol.Parts) { p.Tail = "通知" }, "a tail"},
		{func(p *symbol.Parts) { p.Year = 26 }, "year not in full"},
		{func(p *symbol.Parts) { p.Year = 20260 }, "five digits, and more than 16 bits"},
		{func(p *symbol.Parts) { p.Year = 0 }, "no year"},
		{func(p *symbol.Parts) { p.Dating = symbol.Undated }, "a year that is not written"},
		{func(p *symbol.Parts) { p.Dating = symbol.InWords }, "the dating of orders"},
		{func(p *symbol.Parts) { p.Dating = 9 }, "unknown dating"},
		{func(p *symbol.Parts) { p.Total = 128 }, "only issues have a running number"},
		{func(p *symbol.Parts) { p.Body = "国发、财发" }, "two codes"},
		{func(p *symbol.Parts) { p.Serial = 0 }, "no serial"},
		{func(p *symbol.Parts) { p.Serial = -1 }, "negative serial"},
		{func(p *symbol.Parts) { p.Serial = symbol.MaxSerial + 1 }, "serial too great"},
		{func(p *symbol.Parts) { p.Unit = symbol.Qi }, "the unit of bulletins"},
		{func(p *symbol.Parts) { p.Unit = 9 }, "unknown unit"},
	} {
		p := good
		tt.change(&p)
		if n, err := symbol.New(p); err == nil {
			t.Errorf("%s: New made %q", tt.why, n)
		}
	}
}

func TestMustParse(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic on a number that has to be repaired")
		}
	}()
	symbol.MustParse("国发[2026]30号")
}

func TestCompare(t *testing.T) {
	want := []string{"国办发〔2026〕2号", "国发〔2025〕9号", "国发〔2026〕2号", "国发〔2026〕10号", "国令第1号", "某公告第1号", "纪要第1期", "简报第1期"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return symbol.MustParse(a).Compare(symbol.MustParse(b)) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestText(t *testing.T) {
	for _, in := range []string{`"国发〔2026〕30号"`, `"会议文件（三）"`, `"国办发20241号"`, `""`} {
		var n symbol.Number
		if err := json.Unmarshal([]byte(in), &n); err != nil {
			t.Errorf("%s: %v", in, err)
		}
		if out, err := json.Marshal(n); err != nil || string(out) != in {
			t.Errorf("%s: written %s, %v", in, out, err)
		}
	}
	for _, in := range []string{"国发[2026]30号", "国发〔2026〕30号 ", "某部令（第3号）"} {
		var n symbol.Number
		if err := n.UnmarshalText([]byte(in)); err == nil || !n.IsZero() {
			t.Errorf("%s was read silently as %v, %v", in, n, err)
		}
	}
	for _, tt := range []struct {
		value interface {
			String() string
			Label() string
			MarshalText() ([]byte, error)
		}
		into interface{ UnmarshalText([]byte) error }
		n    uint8
	}{
		{symbol.Other, new(symbol.Class), 7},
		{symbol.WTO, new(symbol.Class), 9},
		{symbol.Ci, new(symbol.Unit), 3},
		{symbol.InBracketsOrdinal, new(symbol.Dating), 5},
		{symbol.TopSecret, new(symbol.Level), 4},
	} {
		text, err := tt.value.MarshalText()
		if err != nil || string(text) != tt.value.String() || tt.value.Label() == "" {
			t.Errorf("%v: %s, %v", tt.value, text, err)
		}
		if err := tt.into.UnmarshalText(text); err != nil {
			t.Error(err)
		}
		if err := tt.into.UnmarshalText([]byte("no such word")); err == nil || !strings.Contains(err.Error(), tt.value.String()) {
			t.Errorf("the error does not list the known words: %v", err)
		}
	}
	if _, err := symbol.Class(200).MarshalText(); err == nil {
		t.Error("a class that is none was written")
	}
	if got := symbol.Class(200).String(); got != "Class(200)" {
		t.Error(got)
	}
}

// genText draws texts near the grammar: parts in any order, well and badly written.
func genText(t *rapid.T) string {
	part := rapid.SampledFrom([]string{
		"国发", "国办函", "某部令", "公告", "通告", "会议纪要", "简报", "情况反映", "财政部 税务总局", "国务院令", "文",
		"〔", "〕", "[", "]", "（", "）", "【", "】", "2026", "26", "二〇二六", "20261", "1", "007", "十二", "四七二", "２０２６",
		"年", "第", "号", "期", "次", "號", " ", "\u3000", "\u200b", "A", "-", "\u202e", "\xff", "", "0", "9999999999",
	})
	return strings.Join(rapid.SliceOfN(part, 0, 12).Draw(t, "parts"), "")
}

// propRead holds for every text: what is read is read again from its own text, a
// finding is made for every change, and what can be written is clean.
func propRead(t *rapid.T) {
	text := genText(t)
	if rapid.Bool().Draw(t, "any") {
		text = rapid.String().Draw(t, "text")
	}
	n, found := symbol.Parse(text)
	again, _ := symbol.Parse(n.String())
	if again != n {
		t.Fatalf("%q reads as %+v, its text %q as %+v", text, n, n, again)
	}
	if (n.Canonical() == "") != (n.Class() == symbol.None || n.Class() == symbol.Other || found.Failed()) {
		t.Fatalf("%q: class %v, canonical form %q, findings %v", text, n.Class(), n.Canonical(), found)
	}
	if n.Class() == symbol.Wenhao && (found.Len() == 0) != (n.Canonical() == text) {
		t.Fatalf("%q was read as %q with findings %v", text, n.Canonical(), found)
	}
	if n.Canonical() == "" {
		if n.String() != text {
			t.Fatalf("%q was not kept: %q", text, n)
		}
		return
	}
	if _, clean := symbol.Parse(n.Canonical()); clean.Len() > clean.Count(symbol.Ambiguous) {
		t.Fatalf("%q: canonical form %q has findings %v", text, n.Canonical(), clean)
	}
	made, err := symbol.New(n.Parts())
	if err != nil || made != n {
		t.Fatalf("%q: New(%+v) is %v, %v", text, n.Parts(), made, err)
	}
	if n.Year() < 0 || n.Year() > 9999 || n.Parts().Text == "" && n.Serial() < 1 || n.Serial() > symbol.MaxSerial {
		t.Fatalf("%q: year %d, serial %d", text, n.Year(), n.Serial())
	}
}

func TestRead(t *testing.T) { rapid.Check(t, propRead) }

func FuzzRead(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propRead)) }

// FuzzParse asserts the laws of reading on texts that the fuzzer makes of real ones.
func FuzzParse(f *testing.F) {
	for _, row := range rows(f, "variants.tsv") {
		f.Add(row[0])
	}
	for _, name := range []string{"un_odd.tsv", "international.tsv"} {
		for _, row := range rows(f, name) {
			f.Add(row[0])
		}
	}
	f.Add("财政部 税务总局公告2023年第12号")
	f.Add("市政府第35次常务会议纪要")
	f.Fuzz(func(t *testing.T, text string) {
		n, found := symbol.Parse(text)
		if again, _ := symbol.Parse(n.String()); again != n {
			t.Fatalf("%q reads as %+v, its text %q as %+v", text, n, n, again)
		}
		if n.Canonical() != "" {
			if made, err := symbol.New(n.Parts()); err != nil || made != n {
				t.Fatalf("%q: New(%+v) is %v, %v", text, n.Parts(), made, err)
			}
		}
		if found.Len() > 20 {
			t.Fatalf("%q: %d findings", text, found.Len())
		}
	})
}

// propNew: every number that New makes reads back as itself.
func propNew(t *rapid.T) {
	p := symbol.Parts{
		Class:  symbol.Class(rapid.IntRange(0, 7).Draw(t, "class")),
		Body:   rapid.SampledFrom([]string{"", "国发", "国令", "某部令", "某局公告", "纪要", "市会议纪要", "简报", "第一号", "三"}).Draw(t, "body"),
		Tail:   rapid.SampledFrom([]string{"", "会议纪要", "令", "文"}).Draw(t, "tail"),
		Year:   rapid.SampledFrom([]int{0, 1999, 2026, 26}).Draw(t, "year"),
		Serial: rapid.IntRange(0, 3000).Draw(t, "serial"),
		Unit:   symbol.Unit(rapid.IntRange(0, 2).Draw(t, "unit")),
		Total:  rapid.SampledFrom([]int{0, 0, 128}).Draw(t, "total"),
		Dating: symbol.Dating(rapid.IntRange(0, 4).Draw(t, "dating")),
	}
	n, err := symbol.New(p)
	if err != nil {
		if !n.IsZero() {
			t.Fatalf("refused, yet %v was returned", n)
		}
		return
	}
	if n.Parts() != p.Filled() {
		t.Fatalf("made of %+v, has %+v", p, n.Parts())
	}
	if back, found := symbol.Parse(n.String()); back != n || found.Len() > 0 {
		t.Fatalf("%q reads as %+v with %v", n, back, found)
	}
}

func TestNew(t *testing.T) { rapid.Check(t, propNew) }

func BenchmarkParse(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"clean", "国中医药医政发〔2026〕6号"},
		{"repaired", "劳社部发[2008]3号"},
		{"order", "中华人民共和国交通运输部令（2016年第13号）"},
		{"un", "A/C.3/78/L.5/Rev.1/Add.2"},
		{"eu-council", "ST 12345 2000 ADD 1 COR 1"},
		{"archive", "J001-WS·2023-Y-BGS-0001"},
		{"other", "南宁站[2025]（通知）钦防二线 08号"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				symbol.Parse(bb.text)
			}
		})
	}
}
