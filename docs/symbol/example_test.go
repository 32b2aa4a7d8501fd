package symbol_test

import (
	"fmt"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster/check"
)

func ExampleParse() {
	for _, s := range []string{"国发〔2026〕30号", "国发[2026]030号", "国办发20241号", "会议文件（三）"} {
		n, found := symbol.Parse(s)
		fmt.Printf("%s: %v %q\n", s, n.Class(), n.Canonical())
		for p := range found.All() {
			fmt.Println("  " + p.Text(check.ZhHans, nil))
		}
	}
	// Output:
	// 国发〔2026〕30号: wenhao "国发〔2026〕30号"
	// 国发[2026]030号: wenhao "国发〔2026〕30号"
	//   年份写作“[2026]”，应当只把年份用六角括号“〔〕”括入（GB/T 9704-2012 第7.2.5条）
	//   顺序号“030”编了虚位，应写作30（GB/T 9704-2012 第7.2.5条）
	// 国办发20241号: wenhao ""
	//   “国办发20241号”的年份没有用六角括号括入，年份与顺序号无法区分；不猜测、不代为改写（GB/T 9704-2012 第7.2.5条）
	// 会议文件（三）: meeting-paper "会议文件（三）"
}

func ExampleNew() {
	n, err := symbol.New(symbol.Parts{Class: symbol.Wenhao, Body: "国发", Year: 2026, Serial: 30})
	fmt.Println(n, err)
	_, err = symbol.New(symbol.Parts{Class: symbol.Wenhao, Body: "国发", Year: 26, Serial: 30})
	fmt.Println(err)
	// Output:
	// 国发〔2026〕30号 <nil>
	// year: no document number is written from these parts: the year has four digits
}

func ExampleReader_Parse() {
	n, found := symbol.Reader{Century: 1900}.Parse("国发(85)5号")
	fmt.Println(n)
	fmt.Print(found.Text(check.En, nil))
	// Output:
	// 国发〔1985〕5号
	// [2]: the year is written "(85)"; the bare year stands in hexagonal brackets 〔〕 (GB/T 9704-2012, 7.2.5)
	// [3]: the year "85" is read as 1985 because the caller gave the century; it is written in full (GB/T 9704-2012, 7.2.5)
}

func ExampleParseMark() {
	m, _ := symbol.ParseMark("机密")
	fmt.Println(m.Level(), m.Effective())
	_, found := symbol.ParseMark("秘密★20年")
	fmt.Print(found.Text(check.ZhHans, nil))
	// Output:
	// secret 20年
	// 保密期限“20年”超出秘密的最长期限10年；另有规定的，由定密单位说明
}

func ExampleNewCopyCode() {
	code, _ := symbol.NewCopyCode("M2026A01", 7, 125)
	fmt.Println(code)
	_, err := symbol.ParseCopyCode("HW1:M2026A01.007.000152" + code.String()[23:])
	fmt.Println(err)
	// Output:
	// HW1:M2026A01.007.0001256
	// the check character of the copy code "HW1:M2026A01.007.0001526" does not agree; it may be mistyped
}

func ExampleNumber_Pieces() {
	n, _ := symbol.Parse("A/C.3/78/L.5/Rev.1/Add.2")
	for _, p := range n.Pieces() {
		if p.Role != symbol.Separator {
			fmt.Println(p.Role, p.Text)
		}
	}
	fmt.Println(n.Parent(), n.Base())
	_, found := symbol.Parse("A/C.6/79.SR.37")
	fmt.Print(found.Text(check.En, nil))
	// Output:
	// body A
	// body C.3
	// session 78
	// nature L.5
	// modifier Rev.1
	// modifier Add.2
	// A/C.3/78/L.5/Rev.1 A/C.3/78/L.5
	// [8]: "." at character 9 has no place in a number (UN document symbols)
}

func ExampleNumber_Class() {
	for _, s := range []string{
		"ST 12345 2000 ADD 1 COR 1", "ISO/IEC JTC 1/SC 2/WG 3 N 497", "draft-ietf-httpbis-semantics-19",
		"IEEE 802.11-07/2308r11", "C-M(2002)49-COR8", "CB(4)867/2023(04)", "府行文字第 0930118594 號",
		"J001-WS·2023-Y-BGS-0001", "会议文件之一",
	} {
		n, found := symbol.Parse(s)
		fmt.Println(n.Class(), n, n.Parent(), found.Len())
	}
	// Output:
	// eu-council ST 12345 2000 ADD 1 COR 1 ST 12345 2000 ADD 1 0
	// jtc1 ISO/IEC JTC 1/SC 2/WG 3 N 497  0
	// ietf draft-ietf-httpbis-semantics-19 draft-ietf-httpbis-semantics 0
	// ieee IEEE 802.11-07/2308r11 IEEE 802.11-07/2308 0
	// nato C-M(2002)49-COR8 C-M(2002)49 0
	// hk CB(4)867/2023(04)  0
	// tw 府行文字第0930118594號  1
	// archive J001-WS·2023-Y-BGS-0001  0
	// meeting-paper 会议文件之一  0
}

func ExampleFind() {
	text := "根据国发〔2026〕30号，参见A/78/L.5/Rev.1，印发会议文件之一。"
	for m := range symbol.Find(text) {
		fmt.Println(m.Start, m.End, m.Number.Class(), m.Number)
	}
	// Output:
	// 6 27 wenhao 国发〔2026〕30号
	// 36 50 un A/78/L.5/Rev.1
	// 59 77 meeting-paper 会议文件之一
}
