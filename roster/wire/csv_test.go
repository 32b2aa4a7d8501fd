package wire_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

var people = []wire.Column{
	{Name: "name", Aliases: []string{"姓名"}, Required: true, Filled: true},
	{Name: "seq", Aliases: []string{"序号"}, Required: true},
	{Name: "grade"},
}

// cells reads every cell of a table.
func cells(t *wire.Table) [][]string {
	out := [][]string{slices.Collect(t.Columns())}
	for row := range t.Rows() {
		var cells []string
		for column := range t.Columns() {
			cells = append(cells, row.Text(column))
		}
		out = append(out, cells)
	}
	return out
}

func TestCSVParse(t *testing.T) {
	for _, tt := range []struct {
		name, in, why string
		csv           wire.CSV
		want          [][]string
	}{
		{"plain", "name,seq\nLin,1\nGao,2\n", "RFC 4180", wire.CSV{}, [][]string{{"name", "seq"}, {"Lin", "1"}, {"Gao", "2"}}},
		{"as Excel", "\ufeff姓名;序号\r\n林,1;1\r\n", "a mark, an alias, semicolons and CR LF", wire.CSV{}, [][]string{{"name", "seq"}, {"林,1", "1"}}},
		{"tabs", "seq\tname\n1\tLin, Gao\n", "copied out of a spreadsheet", wire.CSV{}, [][]string{{"seq", "name"}, {"1", "Lin, Gao"}}},
		{"declared columns count most", "name;seq;a,b,c,d\nLin;1;x\n", "commas show more columns, but none that is declared", wire.CSV{Open: true}, [][]string{{"name", "seq", "a,b,c,d"}, {"Lin", "1", "x"}}},
		{"then columns", "a;b,c;d\n1;2;3\n", "nothing is declared", wire.CSV{Open: true}, [][]string{{"a", "b,c", "d"}, {"1", "2", "3"}}},
		{"then the comma", "a;b,c\n1,2\n", "as many columns either way", wire.CSV{Open: true}, [][]string{{"a;b", "c"}, {"1", "2"}}},
		{"quotes tell", "x,\"a;b;c\"\n1,2\n", "under semicolons the quotes would not fit", wire.CSV{Open: true}, [][]string{{"x", "a;b;c"}, {"1", "2"}}},
		{"no line break at the end", "name,seq\nLin,", "the last cell is empty", wire.CSV{}, [][]string{{"name", "seq"}, {"Lin", ""}}},
		{"no line break after a quote", "name,seq\nLin,\"1\"", "the quote ends the cell", wire.CSV{}, [][]string{{"name", "seq"}, {"Lin", "1"}}},
		{"blank lines", "\n\nname,seq\n\r\nLin,1\n\n", "spreadsheets and editors leave them", wire.CSV{}, [][]string{{"name", "seq"}, {"Lin", "1"}}},
		{"empty columns at the end", "name,seq,,\nLin,1,,\n", "spreadsheets write the columns they once had", wire.CSV{}, [][]string{{"name", "seq"}, {"Lin", "1"}}},
		{"spaces", " name ,\u3000seq\nLin , 1\n", "headers are trimmed, cells are not", wire.CSV{}, [][]string{{"name", "seq"}, {"Lin ", " 1"}}},
		{"quotes", "name,seq\n\"a \"\"b\"\"\r\nc,\",1\n", "line breaks stay as they are", wire.CSV{}, [][]string{{"name", "seq"}, {"a \"b\"\r\nc,", "1"}}},
		{"guard", "name,seq\n'=1+1,'-1\n''@a,-1\n", "one apostrophe comes off where the writer put it", wire.CSV{}, [][]string{{"name", "seq"}, {"=1+1", "'-1"}, {"'@a", "-1"}}},
		{"unguarded", "name,seq\n'=1+1,1\n", "for programs", wire.CSV{Unguarded: true}, [][]string{{"name", "seq"}, {"'=1+1", "1"}}},
		{"bare", "name\tseq\n\"Lin\" Bo\t\"\n", "quotes are characters", wire.CSV{Bare: true}, [][]string{{"name", "seq"}, {`"Lin" Bo`, `"`}}},
		{"open", "姓名,seq,unit\nLin,1,A\n", "other columns keep their header", wire.CSV{Open: true}, [][]string{{"name", "seq", "unit"}, {"Lin", "1", "A"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table := tt.csv.Parse([]byte(tt.in), people)
			got := cells(table)
			if tt.csv.Open {
				got = cells(tt.csv.Parse([]byte(tt.in), people[:2]))
			} else if err := table.Problems().Err(); err != nil {
				t.Errorf("%s: %v", tt.why, err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestCSVFindings(t *testing.T) {
	small := &wire.Limits{Bytes: 60, Rows: 2, Columns: 3, Cell: 5}
	for _, tt := range []struct {
		name, in, why string
		csv           wire.CSV
		want          []string
	}{
		{"empty", "\ufeff\n", "there is no header", wire.CSV{}, []string{`the table is empty and has no header`}},
		{"utf16", "\xfe\xff\x00n", "what Excel calls Unicode text", wire.CSV{}, []string{`the text begins with a UTF-16 byte order mark: save it as UTF-8`}},
		{"gb18030", "\xd0\xd5\xc3\xfb,seq\n\xc1\xd6,1\n", "what Excel writes in China by default", wire.CSV{}, []string{`the text looks like GB18030 (GBK): save it as UTF-8, or let the program pass a function that decodes it`}},
		{"gb18030, not decodable", "\xd0\xd5\xc3\xfb,seq\n", "the host's function has the last word", wire.CSV{Decode: func([]byte) ([]byte, error) { return nil, errGrade }}, []string{`the text could not be decoded into UTF-8: grade is none of low, high`}},
		{"gb18030, badly decoded", "\xd0\xd5\xc3\xfb,seq\n", "replacement characters are lost text", wire.CSV{Decode: func([]byte) ([]byte, error) { return []byte("\ufffd,seq"), nil }}, []string{`the text could not be decoded into UTF-8: the result holds characters that are not valid`}},
		{"latin 1", "name,seq\nM\xfcller,1\nLin,\xe9\n", "a European file is not mistaken for a Chinese one", wire.CSV{}, []string{
			`rows[0].name: line 2, column 2: byte 0xfc is not valid UTF-8`,
			`rows[1].seq: line 3, column 5: byte 0xe9 is not valid UTF-8`,
		}},
		{"damaged utf8", "姓名,seq\n林林林\xe6,1\n", "mostly UTF-8 is UTF-8", wire.CSV{}, []string{`rows[0].name: line 2, column 10: byte 0xe6 is not valid UTF-8`}},
		{"separator", "name|seq\n", "three separators are known", wire.CSV{Separator: '|'}, []string{`separator "|" is not usable: it must be a comma, a semicolon or a tab`}},
		{"header", "nmae,Seq,name,姓名,,x\n1,2,3,4,5,6\n", "every column is judged", wire.CSV{}, []string{
			`columns: line 1: the header lacks the required column "seq"`,
			`columns[0]: line 1: unknown column "nmae"; nearest known column: "name"`,
			`columns[1]: line 1: unknown column "Seq"; nearest known column: "seq"`,
			`columns[3]: line 1: column "name" occurs more than once; column number 4 is not used`,
			`columns[4]: line 1: column number 5 has no header`,
			`columns[5]: line 1: unknown column "x"; nearest known column: none`,
		}},
		{"width", "ｎａｍｅ,seq\n", "full width is named, not folded", wire.CSV{}, []string{
			`columns: line 1: the header lacks the required column "name"`,
			`columns[0]: line 1: unknown column "ｎａｍｅ"; nearest known column: "name"`,
		}},
		{"ragged", "name,seq\nLin\n\"a\nb\",1,2\nGao,2\nHe,3,\n", "by physical line, and the rest is read", wire.CSV{}, []string{
			`rows[0]: line 2: the header has 2 columns, this row 1`,
			`rows[1]: line 3: the header has 2 columns, this row 3`,
		}},
		{"empty cells", "name,seq\n,1\n\"\",\n", "Filled asks for text", wire.CSV{}, []string{
			`rows[0].name: line 2: column "name" must not be empty`,
			`rows[1].name: line 3: column "name" must not be empty`,
		}},
		{"quotes", "name,seq\nLi\"n,1\n\"Gao\"x,2\n\"He,3\n,4\n", "each fault by itself", wire.CSV{}, []string{
			`rows[0].name: line 2, column 3: quotes are not used as they must be: a quote stands inside a cell without quotes`,
			`rows[1].name: line 3, column 6: quotes are not used as they must be: text follows the closing quote`,
			`rows[2].name: line 4, column 1: quotes are not used as they must be: a quote does not end`,
			`rows[3].name: line 5: column "name" must not be empty`,
		}},
		{"controls", "name,seq\nL\x00in,1\n\"a\nb\u0085\",2\nx\ry,3\n\"x\ry\t\",3\n", "line breaks and tabs may stand in quotes", wire.CSV{}, []string{
			`rows[0].name: line 2, column 2: the cell holds the control character "\x00"`,
			`rows[1].name: line 4, column 2: the cell holds the control character "\u0085"`,
			`rows[2].name: line 5, column 2: the cell holds the control character "\r"`,
		}},
		{"limits", "name,seq,x,y\nLinLin,1\n2,3,4,5,6\n7,8\n", "published, and can be changed", wire.CSV{Limits: small, Open: true}, []string{
			`line 4: more than 2 rows; nothing from here on was read`,
			`columns: line 1: more than 3 columns; the others were not read`,
			`rows[0]: line 2: the header has 3 columns, this row 2`,
			`rows[0].name: line 2: the cell has 6 bytes, more than the 5 allowed`,
			`rows[1]: line 3: more than 3 columns; the others were not read`,
		}},
		{"bytes", strings.Repeat("x", 61), "before anything is read", wire.CSV{Limits: small}, []string{`the input has 61 bytes, more than the 60 allowed, and was not read`}},
		{"first line", "name,seq\n,1\n", "a table inside a larger text", wire.CSV{Limits: &wire.Limits{FirstLine: 10}}, []string{`rows[0].name: line 11: column "name" must not be empty`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := texts(tt.csv.Parse([]byte(tt.in), people).Problems())
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestRow(t *testing.T) {
	table := wire.CSV{}.Parse([]byte("name,seq,grade\n\"L\nin\",007,high\n\"Gao\n\",1.5,mid\nHe,-9223372036854775809,\nWu,-12,\n"), people)
	type line struct {
		Name  string
		Seq   int64
		Grade grade
	}
	var got []line
	for row := range table.Rows() {
		l := line{Name: row.Text("name"), Seq: row.Int("seq"), Grade: low}
		row.Read("grade", &l.Grade)
		got = append(got, l)
		if row.Index() == 3 {
			row.Text("unit")
			path, at := row.At("")
			table.Add(late.At(path, check.Int("line", at)))
		}
	}
	want := []line{{"L\nin", 7, high}, {"Gao\n", 0, low}, {"He", 0, low}, {"Wu", -12, low}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	findings := []string{
		`rows[1].grade: line 5: "mid" is not usable in column "grade": grade is none of low, high`,
		`rows[1].seq: line 5: "1.5" is not usable in column "seq": it is no whole number`,
		`rows[2].seq: line 6: "-9223372036854775809" is not usable in column "seq": it is out of range`,
		`rows[3]: line 7: late`,
		`rows[3].unit: the program asks for column "unit", which it did not declare and the header does not have`,
	}
	if diff := cmp.Diff(findings, texts(table.Problems())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !errors.Is(table.Problems().Err(), errGrade) {
		t.Error("the cause of a cell is lost")
	}
	if table.Len() != 4 || !table.Has("grade") || table.Has("unit") {
		t.Error("the table misstates its size or its columns")
	}
}

var late = check.Rule{Code: "host/late", Severity: check.Warning, Source: check.HouseCustom, Hans: "第 {line} 行：迟到", En: "line {line}: late"}

func TestCSVDecodes(t *testing.T) {
	gbk := "\xd0\xd5\xc3\xfb,seq\n\xc1\xd6,1\n"
	table := wire.CSV{Decode: simplifiedchinese.GB18030.NewDecoder().Bytes}.Parse([]byte(gbk), people)
	if err := table.Problems().Err(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"name", "seq"}, {"林", "1"}}, cells(table)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCSVAppend(t *testing.T) {
	tsv := wire.CSV{Separator: '\t', Bare: true}
	for _, tt := range []struct {
		name, why string
		csv       wire.CSV
		in        [][]string
		want      string
		findings  []string
	}{
		{"nothing", "no rows, no text", wire.CSV{}, nil, "", nil},
		{"quotes", "RFC 4180, and whatever another separator would split", wire.CSV{}, [][]string{{"a", "b", "c", "d", "e"}, {"x,y", `"`, "u\nv", "p;q", " s"}}, "a,b,c,d,e\n\"x,y\",\"\"\"\",\"u\nv\",\"p;q\",\" s\"\n", nil},
		{"spreadsheet", "mark, CR LF and semicolons", wire.CSV{BOM: true, CRLF: true, Separator: ';'}, [][]string{{"a", "b"}, {"1", ""}}, "\ufeffa;b\r\n1;\r\n", nil},
		{"formulas", "every first character a spreadsheet acts on, and its full-width form", wire.CSV{}, [][]string{{"a"}, {"=1"}, {"+8610"}, {"-1+1"}, {"@x"}, {"\tx"}, {"\rx"}, {"\nx"}, {"＝1"}, {"＋1"}, {"－1"}, {"＠1"}, {" =1"}, {"'=1"}}, "a\n'=1\n'+8610\n'-1+1\n'@x\n\"'\tx\"\n\"'\rx\"\n\"'\nx\"\n'＝1\n'＋1\n'－1\n'＠1\n' =1\n''=1\n", nil},
		{"no formulas", "plain negative numbers, and apostrophes before other text", wire.CSV{}, [][]string{{"a"}, {"-5"}, {"-5.20"}, {"'-5"}, {"'x"}, {"a=1"}, {"'"}}, "a\n-5\n-5.20\n'-5\n'x\na=1\n'\n", nil},
		{"nearly numbers", "a minus sign with anything else is guarded", wire.CSV{}, [][]string{{"a"}, {"-"}, {"-5."}, {"-.5"}, {"-1.2.3"}, {"--5"}}, "a\n'-\n'-5.\n'-.5\n'-1.2.3\n'--5\n", nil},
		{"unguarded", "for programs", wire.CSV{Unguarded: true}, [][]string{{"a"}, {"=1"}}, "a\n=1\n", nil},
		{"empty alone", "an empty line would be lost", wire.CSV{}, [][]string{{"a"}, {""}}, "a\n\"\"\n", nil},
		{"mark in the text", "it would be taken for that of the file", wire.CSV{}, [][]string{{"\ufeffa"}}, "\"\ufeffa\"\n", nil},
		{"bare", "quotes are characters", tsv, [][]string{{"a", "b"}, {`"x" y`, "u,v"}}, "a\tb\n\"x\" y\tu,v\n", nil},
		{"bare by default has tabs", "no quotes, no commas", wire.CSV{Bare: true}, [][]string{{"a", "b"}}, "a\tb\n", nil},
		{"unwritable", "all at once, and nothing is written", wire.CSV{}, [][]string{{"a", "b"}, {"\xff", "\x00"}, {"1"}, {"\u0080", ""}}, "", []string{
			`rows[0].a: text "\xff" is not valid UTF-8 and cannot be written`,
			`rows[0].b: cell "\x00" cannot be written to a table: it holds a control character`,
			`rows[1]: the header has 2 columns and this row 1, which cannot be written`,
			`rows[2].a: cell "\u0080" cannot be written to a table: it holds a control character`,
		}},
		{"unwritable bare", "nothing is replaced in silence", tsv, [][]string{{"a"}, {"x\ty"}, {"x\ny"}, {"\r"}, {""}, {"\ufeff"}}, "", []string{
			`rows[0].a: cell "x\ty" cannot be written to a table: without quotes it cannot hold a separator or a line break`,
			`rows[1].a: cell "x\ny" cannot be written to a table: without quotes it cannot hold a separator or a line break`,
			`rows[2].a: cell "\r" cannot be written to a table: without quotes it cannot hold a separator or a line break`,
			`rows[3].a: cell "" cannot be written to a table: without quotes it would not be read back`,
			`rows[4].a: cell "\ufeff" cannot be written to a table: without quotes it would not be read back`,
		}},
		{"no columns", "there is nothing to write", wire.CSV{}, [][]string{{}, {}}, "", []string{
			`columns: the header has 0 columns and this row 0, which cannot be written`,
			`rows[0]: the header has 0 columns and this row 0, which cannot be written`,
		}},
		{"header", "its cells are judged too", wire.CSV{}, [][]string{{"a", "\x01"}}, "", []string{`columns[1]: cell "\x01" cannot be written to a table: it holds a control character`}},
		{"separator", "three are known", wire.CSV{Separator: ':'}, [][]string{{"a"}}, "", []string{`separator ":" is not usable: it must be a comma, a semicolon or a tab`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.csv.Append([]byte("> "), tt.in)
			if diff := cmp.Diff("> "+tt.want, string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			report, _ := errors.AsType[check.Problems](err)
			if diff := cmp.Diff(tt.findings, texts(report)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

// TestLooksGB18030 asks which texts are taken for GB18030.
func TestLooksGB18030(t *testing.T) {
	gb := func(s string) string {
		out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, tt := range []struct {
		name, in string
		want     bool
		why      string
	}{
		{"names", gb("姓名,单位\n林一,第一代表团\n"), true, "common characters"},
		{"rare characters", gb("姓名,单位\n高镕,一团\n王㐂,𠮷\n"), true, "beyond GB 2312, in two and four bytes"},
		{"only rare ones", gb("㐂,𠮷\n"), false, "too little to tell"},
		{"cut in a character", gb("姓名,单位")[:3], false, "it does not decode to its end"},
		{"utf8", "姓名,单位\n林一,第一代表团\n", false, "it is what it should be"},
		{"damaged utf8", "姓名,单位\n林一,第\xe4代表团\n", false, "most of it is UTF-8"},
		{"latin 1", "name,seq\nM\xfcller,1\nLef\xe8vre,2\n", false, "letters follow the accents"},
		{"noise", "\xff\xc1\x80\xfe\x81", false, "no encoding"},
	} {
		table := wire.CSV{Open: true}.Parse([]byte(tt.in), nil)
		if got := table.Problems().Has(wire.LooksGB18030); got != tt.want {
			t.Errorf("%s: %t, want %t: %s", tt.name, got, tt.want, tt.why)
		}
	}
}
