package symbol_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs/symbol"
)

func found(text string) []string {
	var out []string
	for m := range symbol.Find(text) {
		out = append(out, fmt.Sprintf("%v %s", m.Number.Class(), text[m.Start:m.End]))
	}
	return out
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
		why  string
	}{
		{"", nil, "no text"},
		{"会议将于3月5日在3号楼召开，为期2天，共3次，第一期学员参加。", nil, "figures of other kinds"},
		{"（国发〔2026〕30号）", []string{"wenhao 国发〔2026〕30号"}, "in brackets"},
		{"根据国发〔2026〕30号和国办发[2026]2 号文件", []string{"wenhao 国发〔2026〕30号", "wenhao 国办发[2026]2 号"}, "introduced by words, one to be repaired"},
		{"见《关于会议的通知》（国办函〔2026〕5号），另见国令第843号。", []string{"wenhao 国办函〔2026〕5号", "order 国令第843号"}, "two classes"},
		{"详见大会简报第3期（总第128期）。", []string{"bulletin 大会简报第3期（总第128期）"}, "with the running number"},
		{"大会简报第3期（总第", []string{"bulletin 大会简报第3期"}, "which may break off"},
		{"根据某某银行令〔2026〕第3号执行", []string{"order 某某银行令〔2026〕第3号"}, "第 behind a year in brackets"},
		{"住房和城乡建设部公告2023年第3号", []string{"announcement 住房和城乡建设部公告2023年第3号"}, "和 is part of a name"},
		{"附：市政府第35次常务会议纪要、会议简报第12期。", []string{"minutes 市政府第35次常务会议纪要", "bulletin 会议简报第12期"}, "minutes and bulletins"},
		{"国发〔24〕5号", nil, "what cannot be repaired is not found"},
		{"国发〔2026〕\n30号", nil, "a line break divides"},
		{"The draft A/78/L.5/Rev.1, the record (A/77/PV.56) and S/RES/1441 (2002).", []string{"un A/78/L.5/Rev.1", "un A/77/PV.56", "un S/RES/1441 (2002)"}, "symbols in English"},
		{"See A/80 and A/C.6/79.SR.37.", nil, "ambiguous and mistyped ones"},
		{"https://example.org/A/78/L.5", nil, "a path is no symbol"},
		{"参见A/78/L.5，A/50/60-S/1995/1。", []string{"un A/78/L.5", "un A/50/60-S/1995/1"}, "symbols in Chinese"},
		{"ST 8220 2026 INIT; ST 12345 2000 ADD 1 COR 1, WT/MIN(05)/DEC.", []string{"eu-council ST 8220 2026 INIT", "eu-council ST 12345 2000 ADD 1 COR 1", "wto WT/MIN(05)/DEC"}, "more families"},
		{"ST 8220 2026 REV 4\nADD 1", []string{"eu-council ST 8220 2026 REV 4"}, "a chain ends with the line"},
		{"ISO/IEC JTC 1/SC 2/WG 3 N 497, SC22/WG20 N945R and draft-ietf-idn-version-00.", []string{"jtc1 ISO/IEC JTC 1/SC 2/WG 3 N 497", "jtc1 SC22/WG20 N945R", "ietf draft-ietf-idn-version-00"}, "more families"},
		{"IEEE 802.11-07/2308r11; 802.11-00/331-r4; C-M(2002)49-COR8; AC/35-D/2002-REV4", []string{"ieee IEEE 802.11-07/2308r11", "ieee 802.11-00/331-r4", "nato C-M(2002)49-COR8", "nato AC/35-D/2002-REV4"}, "more families"},
		{"LC Paper No. CB(4)1353/20-21(01) 及CB(4)867/2023(04)", []string{"hk LC Paper No. CB(4)1353/20-21(01)", "hk CB(4)867/2023(04)"}, "with and without heading"},
		{"依據：府行文字第0930118594號函", []string{"tw 府行文字第0930118594號"}, "of Taiwan, China"},
		{"档号：J001-WS·2023-Y-BGS-0001。", []string{"archive J001-WS·2023-Y-BGS-0001"}, "an archive code"},
		{"印发会议文件之一、会议材料（3）；文件（三）", []string{"meeting-paper 会议文件之一", "meeting-paper 会议材料（3）"}, "meeting papers"},
		{"Resolution 31/16 A and decision 31/301", []string{"un Resolution 31/16 A", "un decision 31/301"}, "old forms"},
		{"16183/09 JUR 459, 11979/04, 3/5", []string{"eu-council 16183/09 JUR 459"}, "bare figures are ambiguous"},
	} {
		if diff := cmp.Diff(tt.want, found(tt.in)); diff != "" {
			t.Errorf("%q: %s (-want +got)\n%s", tt.in, tt.why, diff)
		}
	}
	for range symbol.Find("A/78/1, A/78/2") {
		break // a reader may stop
	}
}

// Every published number is found in a text around it, at its place.
func TestFindPublished(t *testing.T) {
	var numbers []string
	for _, row := range rows(t, "valid.tsv") {
		numbers = append(numbers, row[0])
	}
	for _, row := range rows(t, "un.tsv") {
		numbers = append(numbers, row[0])
	}
	for _, row := range rows(t, "international.tsv") {
		if row[2] == "" && row[1] != "other" {
			numbers = append(numbers, row[0])
		}
	}
	for _, s := range numbers {
		for _, around := range [][2]string{{"", ""}, {"见（", "）。"}, {"见：", "，等。"}, {"\n", "\n"}} {
			text := around[0] + s + around[1]
			ms := slices.Collect(symbol.Find(text))
			if len(ms) != 1 || ms[0].Start != len(around[0]) || ms[0].End != len(around[0])+len(s) || ms[0].Number.String() != s {
				t.Errorf("in %q found %v", text, ms)
			}
		}
	}
}

// propFind: matches lie in order without overlap, each is what Parse reads, and a
// number set apart by punctuation is found whatever stands around it.
func propFind(t *rapid.T) {
	part := rapid.SampledFrom([]string{
		"根据", "会议", "，", "。", "\n", " ", "（", "）", "国发〔2026〕30号", "某部令第3号", "第35次常务会议纪要", "简报第2期", "A/78/L.5", "-", "/", "号",
		"A/", "ST 8220 2026 INIT", "draft-ietf-quic-19", "C-M(2002)49", "CB(4)867/2023(04)", "文件之一", "材料（3）", "12", "三", "\xff", "J001-WS·2023-Y-0001",
	})
	text := strings.Join(rapid.SliceOfN(part, 0, 12).Draw(t, "text"), "")
	last := 0
	for m := range symbol.Find(text) {
		if m.Start < last || m.End <= m.Start || m.End > len(text) {
			t.Fatalf("%q: match %v after %d", text, m, last)
		}
		last = m.End
		if n, f := symbol.Parse(text[m.Start:m.End]); n != m.Number || n.Canonical() == "" || f.Failed() {
			t.Fatalf("%q: found %v, Parse reads %v with %v", text, m, n, f)
		}
	}
	n := rapid.SampledFrom([]string{"国发〔2026〕30号", "A/78/L.5/Rev.1", "ST 8220 2026 INIT", "某部令2016年第13号", "draft-ietf-quic-19", "会议文件之一"}).Draw(t, "number")
	whole := text + "。\n" + n + "。\n" + text
	at := len(text) + len("。\n")
	if !slices.ContainsFunc(slices.Collect(symbol.Find(whole)), func(m symbol.Match) bool { return m.Start == at && m.End == at+len(n) }) {
		t.Fatalf("%q is not found in %q", n, whole)
	}
}

func TestFindLaws(t *testing.T) { rapid.Check(t, propFind) }

func FuzzFind(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propFind)) }

func BenchmarkFind(b *testing.B) {
	chinese := strings.Repeat("各代表团要认真审议会议文件，在规定期限内提出意见，由秘书处汇总后报主席团。这次会议共有三项议程，第一项是听取工作报告，"+
		"请各单位按时派人参加，不得缺席。联系电话请见名册，会议期间实行签到。", 6) + "依据《会议工作规则》（国发〔2026〕30号）和A/78/L.5办理。\n"
	english := strings.Repeat("The Committee took note of the report of the Secretary-General and decided to continue its consideration of the item at its next session. "+
		"In accordance with Rule 15, papers are issued in the 6 official languages. ", 6) + "See A/78/L.5/Rev.1 and ST 8220 2026 INIT.\n"
	for _, bb := range []struct{ name, text string }{
		{"chinese", strings.Repeat(chinese, 100)},
		{"english", strings.Repeat(english, 100)},
		{"hostile", strings.Repeat("ST 1 A/1/", 10_000) + strings.Repeat("一号", 10_000)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			for b.Loop() {
				for range symbol.Find(bb.text) {
				}
			}
		})
	}
}
