package nameorder_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// The blank of names of two characters comes first in surname stroke order.
func ExampleSurnameStrokes() {
	list := parse("王大伟", "李　华（女）", "王　鑫", "丁一一", "诸葛信", "王　一")
	nameorder.SurnameStrokes(nil).Sort(list)
	for _, n := range list {
		fmt.Println(n)
	}
	// Output:
	// 丁一一
	// 王一
	// 王鑫
	// 王大伟
	// 李华（女）
	// 诸葛信
}

func ExampleFullNameStrokes() {
	list := parse("田　富", "田大利")
	nameorder.FullNameStrokes(nil).Sort(list)
	fmt.Println(list)
	nameorder.FullNameStrokes(&nameorder.Options{Blank: nameorder.BlankOn}).Sort(list)
	fmt.Println(list)
	// Output:
	// [田大利 田富]
	// [田富 田大利]
}

// 单 is read shàn as a surname, and a compound surname is one unit.
func ExamplePinyin() {
	list := parse("尉迟海", "单大海", "于海", "罗小山", "覃一", "鲁一")
	list[4].FamilyReading = "tán" // as this person says
	nameorder.Pinyin(nil).Sort(list)
	fmt.Println(list)
	// Output: [鲁一 罗小山 单大海 覃一 于海 尉迟海]
}

// Sort works on any list whose elements have a name.
func ExampleSort() {
	type delegate struct {
		seat int
		name string
	}
	list := []delegate{{1, "于小山"}, {2, "干大伟"}, {3, "干　一"}}
	nameorder.Sort(nameorder.SurnameStrokes(nil), list, func(d delegate) nameorder.Name {
		return nameorder.Name{Given: d.name}
	})
	fmt.Println(list)
	// Output: [{3 干　一} {2 干大伟} {1 于小山}]
}

func ExampleOrder_Explain() {
	order := nameorder.SurnameStrokes(nil)
	for _, pair := range [][]nameorder.Name{
		parse("王小山", "王　一"),
		parse("柴大山", "夏大山"),
		parse("由一", "田一"),
	} {
		reasons := order.Explain(pair[0], pair[1])
		fmt.Println(reasons[len(reasons)-1].Code())
		fmt.Println(check.Sentences(check.ZhHans, nil, reasons...))
		fmt.Println(check.Sentences(check.En, nil, reasons...))
	}
	// Output:
	// nameorder/blank
	// 同为“王”（4画）；单名空一字，空格在“小”之前
	// strokes: "王" 4 = "王" 4; blank before "小"
	// nameorder/stroke-sequence
	// “夏”与“柴”同为10画，第1笔横先于竖（1325111354，2121351234）
	// strokes: "夏" 10 = "柴" 10; stroke 1: heng before shu (1325111354 < 2121351234)
	// nameorder/table-order
	// “田”在“由”之前：依《通用规范汉字表》字序（244，245）
	// "田" before "由": order of the standard table (244, 245)
}

// A list that claims an order is held to it.
func ExampleOrder_Inversions() {
	list := parse("丁一", "王大伟", "王　一", "李华")
	for _, v := range nameorder.SurnameStrokes(nil).Inversions(list) {
		fmt.Printf("%s before %s: %s\n", list[v.Index], list[v.Index-1], check.Sentences(check.En, nil, v.Reasons...))
	}
	// Output: 王一 before 王大伟: strokes: "王" 4 = "王" 4; blank before "大"
}

func ExampleOrder_CheckList() {
	list := parse("王　岳（河南）", "鄭大山", "种小山", "王　岳（某军区）")
	fmt.Print(nameorder.Pinyin(nil).CheckList(list).Text(check.ZhHans, nil))
	// Output:
	// names[1].family: “鄭”（U+912D）不在《通用规范汉字表》内，可能是繁体字或异体字；按所写字形排序，未作转换
	// names[1].family: 姓氏读音表中没有“鄭”，用其常用读音 zhèng；如读音不同，请注明
	// names[2].family: 姓氏读音表中没有“种”，用其常用读音 zhǒng；如读音不同，请注明
	// names[3]: “王岳（某军区）”与第 1 人“王岳（河南）”同名，先后不限，依原序
}

// Alternate members stand by votes first (按得票多少为序), equal votes by strokes: a
// key may follow other keys.
func ExampleOrder_AppendKey() {
	type member struct {
		name  nameorder.Name
		votes uint32
		key   []byte
	}
	order := nameorder.SurnameStrokes(nil)
	var list []member
	for i, n := range parse("王大伟", "丁一", "王　一") {
		m := member{name: n, votes: []uint32{180, 175, 180}[i]}
		m.key = binary.BigEndian.AppendUint32(nil, ^m.votes) // most votes first
		m.key = order.AppendKey(m.key, n)
		list = append(list, m)
	}
	slices.SortFunc(list, func(a, b member) int { return bytes.Compare(a.key, b.key) })
	for _, m := range list {
		fmt.Println(m.votes, m.name)
	}
	// Output:
	// 180 王一
	// 180 王大伟
	// 175 丁一
}

func ExampleParse() {
	for _, s := range []string{"王　一（女，回族）", "欧阳大山", "阿力•木合", "王\u200b一"} {
		n, found := nameorder.Parse(s)
		fmt.Printf("%q %q %q %d findings\n", n.Family, n.Given, n.Note, found.Len())
	}
	// Output:
	// "王" "一" "女，回族" 0 findings
	// "欧阳" "大山" "" 0 findings
	// "" "阿力·木合" "" 0 findings
	// "王" "一" "" 1 findings
}

func parse(list ...string) (names []nameorder.Name) {
	for _, s := range list {
		n, _ := nameorder.Parse(s)
		names = append(names, n)
	}
	return names
}
