package wire_test

import (
	"fmt"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

type card struct {
	Name  string `json:"name"`
	Seats []int  `json:"seats,omitzero"`
}

// A document names its format; everything wrong with one is reported at once.
func ExampleParse() {
	format := wire.Format{Name: "example.card", Version: 2}
	data, err := wire.Append(nil, format, card{Name: "林一", Seats: []int{3, 4}})
	fmt.Println(string(data), err)

	var c card
	version, found := wire.Parse([]byte(`{
  "huiwu": "example.card/1",
  "nmae": "林一",
  "seats": [3, "4", 5.0]
}`), format, &c, nil)
	fmt.Println("version", version)
	fmt.Print(found.Text(check.En, nil))
	fmt.Print(found.Text(check.ZhHans, nil))
	// Output:
	// {"huiwu":"example.card/2","name":"林一","seats":[3,4]} <nil>
	// version 1
	// nmae: line 3, column 3: unknown key "nmae"; nearest known key: "name"
	// seats[1]: line 4, column 16: want a number, have text
	// seats[2]: line 4, column 21: 5.0 must be a whole number without point and exponent
	// nmae: 第 3 行第 3 列：未知的键 “nmae”；最接近的已知键：“name”
	// seats[1]: 第 4 行第 16 列：应为数值，实为文字
	// seats[2]: 第 4 行第 21 列：5.0 应写作整数，不带小数点和指数
}

// A journal is read line by line with a shape that was worked out once.
func ExampleFor() {
	journal := []byte(`{"name":"林一"}
{"name":"高二","seats":[1]}
{"name":"何三","seat":[2]}
`)
	shape := wire.For[card]()
	var found check.Problems
	i := 0
	for line, text := range wire.Lines(journal) {
		var c card
		found.In(check.Index("cards", i), shape.Parse(text, &c, &wire.Limits{FirstLine: line}))
		fmt.Println(c.Name, len(c.Seats))
		i++
	}
	fmt.Print(found.Text(check.En, nil))
	// Output:
	// 林一 0
	// 高二 1
	// 何三 0
	// cards[2].seat: line 3, column 18: unknown key "seat"; nearest known key: "seats"
}

// Tables are read as spreadsheets write them.
func ExampleCSV_Parse() {
	columns := []wire.Column{
		{Name: "name", Aliases: []string{"姓名"}, Required: true, Filled: true},
		{Name: "rank", Aliases: []string{"序号"}, Required: true},
	}
	table := wire.CSV{}.Parse([]byte("\ufeff姓名;序号;备注\n林一;1;\n;two;\n"), columns)
	for row := range table.Rows() {
		fmt.Printf("%q %d\n", row.Text("name"), row.Int("rank"))
	}
	fmt.Print(table.Problems().Text(check.En, nil))
	// Output:
	// "林一" 1
	// "" 0
	// columns[2]: line 1: unknown column "备注"; nearest known column: none
	// rows[1].name: line 3: column "name" must not be empty
	// rows[1].rank: line 3: "two" is not usable in column "rank": it is no whole number
}

// Text in GB18030 is decoded by a function of the host.
func ExampleCSV_Parse_gb18030() {
	data, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("姓名,序号\n林一,1\n"))

	fmt.Print(wire.CSV{Open: true}.Parse(data, nil).Problems().Text(check.En, nil))

	c := wire.CSV{Open: true, Decode: simplifiedchinese.GB18030.NewDecoder().Bytes}
	for row := range c.Parse(data, nil).Rows() {
		fmt.Println(row.Text("姓名"), row.Int("序号"))
	}
	// Output:
	// the text looks like GB18030 (GBK): save it as UTF-8, or let the program pass a function that decodes it
	// 林一 1
}

// What a spreadsheet would take for a formula is written so that it is none.
func ExampleCSV_Append() {
	data, err := wire.CSV{}.Append(nil, [][]string{
		{"name", "phone", "change", "note"},
		{"林一", "+86 10 0000 0000", "-5", `=HYPERLINK("x")`},
	})
	fmt.Print(string(data), err)
	// Output:
	// name,phone,change,note
	// 林一,'+86 10 0000 0000,-5,"'=HYPERLINK(""x"")"
	// <nil>
}

// A table for programs: tabs, no quotes, no guard.
func ExampleCSV_Append_bare() {
	tsv := wire.CSV{Bare: true, Unguarded: true}
	data, err := tsv.Append(nil, [][]string{{"a", "b"}, {`"x"`, "=1"}})
	fmt.Printf("%q %v\n", data, err)
	_, err = tsv.Append(nil, [][]string{{"a", "b"}, {"x\ty", ""}})
	fmt.Println(err)
	// Output:
	// "a\tb\n\"x\"\t=1\n" <nil>
	// rows[0].a: cell "x\ty" cannot be written to a table: without quotes it cannot hold a separator or a line break
}
