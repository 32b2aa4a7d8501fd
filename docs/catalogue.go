package docs

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Codes of the findings of catalogues.
const (
	HoldsCopy     check.Code = "docs/holds-copy"     // the body that held a joint meeting files a copy
	HoldsOriginal check.Code = "docs/holds-original" // another body files the original
	NoCode        check.Code = "docs/no-code"        // an item without an archive code
	BadCatalogue  check.Code = "docs/bad-catalogue"  // a catalogue that contradicts itself
)

const order8art11 = "《机关文件材料归档范围和文书档案保管期限规定》 (what bodies file and how long they keep it), National Archives Administration order 8 (2006), art. 11"

var (
	holdsCopyRule = check.Rule{
		Code: HoldsCopy, Severity: check.Error, Source: order8art11,
		Hans: "{paper}由本单位主办，应归档原件（国家档案局令第8号第十一条）",
		En:   "this body held the meeting of {paper} and files the original (National Archives Administration order 8, art. 11)",
	}
	holdsOriginalRule = check.Rule{
		Code: HoldsOriginal, Severity: check.Error, Source: order8art11,
		Hans: "{paper}的主办单位是{lead}，原件由其归档，本单位归档复制件（国家档案局令第8号第十一条）",
		En:   "{lead} held the meeting of {paper} and files the original; this body files a copy (National Archives Administration order 8, art. 11)",
	}
	noCodeRule = check.Rule{
		Code: NoCode, Severity: check.Error, Source: "DA/T 22-2015 《归档文件整理规则》",
		Hans: "{paper}还没有档号（DA/T 22-2015）",
		En:   "{paper} has no archive code yet (DA/T 22-2015)",
	}
	badCatalogueRule = check.Rule{
		Code: BadCatalogue, Severity: check.Error, Source: check.HouseCustom,
		Hans: "目录与所列文件不符",
		En:   "the catalogue does not follow from its items",
	}
)

// CheckHolding reports items of joint meetings that a body should not file as it does:
// the original lies with the body that held the meeting, copies with the others. An item
// without a lead is the body's own.
func CheckHolding(body roster.OrgID, items []ArchiveItem) check.Problems {
	var ps check.Problems
	for i, x := range items {
		at, paper := check.Index("items", i)+".copy", check.ID("paper", roster.KindPaper, x.Paper)
		switch own := x.Lead == "" || x.Lead == body; {
		case own && x.Copy:
			ps.Add(holdsCopyRule.At(at, paper))
		case !own && !x.Copy:
			ps.Add(holdsOriginalRule.At(at, paper, check.ID("lead", roster.KindOrg, x.Lead)))
		}
	}
	return ps
}

// A CatalogueStyle is which columns a catalogue has. The zero CatalogueStyle is
// [ItemCatalogue].
type CatalogueStyle uint8

// The styles of catalogues.
const (
	ItemCatalogue    CatalogueStyle = iota // 归档文件目录 (DA/T 22-2015)
	ItemCatalogue00                        // 归档文件目录 (DA/T 22-2000)
	DescriptionTable                       // 著录表 (DA/T 18)
)

var catalogueWords = [...]word{
	{"items", "归档文件目录", "catalogue of items, DA/T 22-2015"},
	{"items-2000", "归档文件目录（2000年式）", "catalogue of items, DA/T 22-2000"},
	{"description", "著录表", "table of description, DA/T 18"},
}

// String returns "items", "items-2000" or "description".
func (s CatalogueStyle) String() string { return textOf(catalogueWords[:], "CatalogueStyle", s) }

// Label returns the Chinese name of the style.
func (s CatalogueStyle) Label() string { return labelOf(catalogueWords[:], s) }

// AppendText appends the String of a style.
func (s CatalogueStyle) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, catalogueWords[:], "catalogue style", s)
}

// MarshalText returns the String of a style.
func (s CatalogueStyle) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads the String of a style.
func (s *CatalogueStyle) UnmarshalText(text []byte) error {
	return readToken(s, catalogueWords[:], "catalogue style", text)
}

// catalogueColumns are the columns of each style, in their order.
var catalogueColumns = [...]string{
	ItemCatalogue:    "序号 档号 文号 责任者 题名 日期 密级 页数 备注",
	ItemCatalogue00:  "件号 责任者 文号 题名 日期 页数 备注",
	DescriptionTable: "档号 题名 责任者 文号 文种 密级 保管期限 日期 页数 备注",
}

// Columns returns the columns of a style, in their order; nil if there is no such style.
func (s CatalogueStyle) Columns() []string {
	if int(s) >= len(catalogueColumns) {
		return nil
	}
	return strings.Fields(catalogueColumns[s])
}

// A Catalogue is a list of archive items in the order of their codes. It is built by
// [NewCatalogue] and never changes.
type Catalogue struct {
	style CatalogueStyle
	items []ArchiveItem
}

// MaxArchiveItems is how many items a catalogue holds.
const MaxArchiveItems = 200_000

// NewCatalogue returns the catalogue of items that have their codes: class by class, and
// within a class by item number (件号). It refuses an item without a code, and one code on
// two items.
func NewCatalogue(style CatalogueStyle, items []ArchiveItem) (Catalogue, error) {
	var ps check.Problems
	if len(items) > MaxArchiveItems {
		ps.Add(tooManyRule.At("items", check.Int("found", len(items)), check.Int("max", MaxArchiveItems)))
		return Catalogue{}, ps
	}
	if style.Columns() == nil {
		ps.Add(missingRule.At("style"))
	}
	seen := map[string]bool{}
	for i, x := range items {
		path := check.Index("items", i)
		ps.In("", validate(ident(path+".paper", roster.KindPaper, x.Paper)))
		for key, text := range x.texts() {
			ps.In("", roster.CheckText(path+key, text, MaxTitle))
		}
		if x.Pages < 0 || x.Pages > MaxPages {
			ps.Add(pagesRule.At(path+".pages", check.Int("pages", x.Pages), check.Int("max", MaxPages)))
		}
		switch n, found := symbol.Parse(x.Code); {
		case x.Code == "":
			ps.Add(noCodeRule.At(path+".code", check.ID("paper", roster.KindPaper, x.Paper)))
		case n.Class() != symbol.Archive || n.String() != x.Code || found.Failed():
			ps.Add(archiveCodeRule.At(path+".code", check.Value("code", x.Code), check.Term("why", "不是规定的写法", "it is not well written")))
		case seen[x.Code]:
			ps.Add(archiveCodeRule.At(path+".code", check.Value("code", x.Code), check.Term("why", "已给了另一件", "another item has it")))
		}
		seen[x.Code] = true
	}
	if err := ps.Err(); err != nil {
		return Catalogue{}, err
	}
	c := Catalogue{style, slices.Clone(items)}
	slices.SortFunc(c.items, func(a, b ArchiveItem) int { return strings.Compare(a.Code, b.Code) })
	return c, nil
}

// texts are the texts of an item by their keys.
func (x *ArchiveItem) texts() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		_ = yield(".title", x.Title) && yield(".number", x.Number) && yield(".author", x.Author) &&
			yield(".note", x.Note) && yield(".date", x.Date)
	}
}

// Items walks the items in their order.
func (c Catalogue) Items() iter.Seq[ArchiveItem] { return slices.Values(c.items) }

// Rows walks the rows of the catalogue, with the cells of the columns of its style.
func (c Catalogue) Rows() iter.Seq[[]string] {
	columns := c.style.Columns()
	return func(yield func([]string) bool) {
		for i := range c.items {
			row := make([]string, len(columns))
			for k, column := range columns {
				row[k] = c.items[i].cell(column, i+1)
			}
			if !yield(row) {
				return
			}
		}
	}
}

// cell is what an item has in a column.
func (x *ArchiveItem) cell(column string, place int) string {
	switch column {
	case "序号":
		return strconv.Itoa(place)
	case "档号":
		return x.Code
	case "件号":
		return x.Code[strings.LastIndexByte(x.Code, '-')+1:]
	case "文号":
		return x.Number
	case "责任者":
		return x.Author
	case "题名":
		return x.Title
	case "文种":
		return x.Kind.Label()
	case "日期":
		return x.Date
	case "密级":
		return x.Mark.String()
	case "保管期限":
		return cmp.Or(x.Retention, RetentionOf(x.Kind)).Label()
	case "页数":
		if x.Pages > 0 {
			return strconv.Itoa(x.Pages)
		}
	case "备注":
		return x.Note
	}
	return ""
}

// AppendCSV appends the catalogue as a table with its header, safe against formulas.
func (c Catalogue) AppendCSV(dst []byte) ([]byte, error) {
	rows := [][]string{c.style.Columns()}
	for row := range c.Rows() {
		rows = append(rows, row)
	}
	return wire.CSV{}.Append(dst, rows)
}

// A Volume is items of one class that lie together (卷, 盒), from the first to the last
// code, both included.
type Volume struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Items int    `json:"items"`
	Pages int    `json:"pages"`
}

// Volumes divides the items of each class, in their order, into volumes of at most a
// number of pages. An item is never divided: one with more pages has a volume of its own.
func (c Catalogue) Volumes(pages int) []Volume {
	var out []Volume
	class := ""
	for i := range c.items {
		x := &c.items[i]
		of := x.Code[:strings.LastIndexByte(x.Code, '-')]
		if last := len(out) - 1; last >= 0 && of == class && out[last].Pages+x.Pages <= pages {
			out[last].To = x.Code
			out[last].Items++
			out[last].Pages += x.Pages
			continue
		}
		class = of
		out = append(out, Volume{x.Code, x.Code, 1, x.Pages})
	}
	return out
}

// catalogueFormat names the JSON of a Catalogue.
var catalogueFormat = wire.Format{Name: "docs.catalogue", Version: 1}

type catalogueWire struct {
	Style CatalogueStyle `json:"style"`
	Items []ArchiveItem  `json:"items"`
}

// MarshalJSON writes the catalogue in a versioned form that [ParseCatalogue] reads.
func (c Catalogue) MarshalJSON() ([]byte, error) {
	w := catalogueWire{c.style, c.items}
	if w.Items == nil {
		w.Items = []ArchiveItem{}
	}
	return wire.Append(nil, catalogueFormat, w)
}

// ParseCatalogue reads what MarshalJSON wrote and checks it as [NewCatalogue] does; items
// out of their order are refused.
func ParseCatalogue(data []byte, lim *wire.Limits) (Catalogue, error) {
	var w catalogueWire
	_, ps := wire.Parse(data, catalogueFormat, &w, lim)
	if err := ps.Err(); err != nil {
		return Catalogue{}, err
	}
	c, err := NewCatalogue(w.Style, w.Items)
	if err != nil {
		return Catalogue{}, err
	}
	if !slices.Equal(c.items, w.Items) {
		ps.Add(badCatalogueRule.At("items"))
		return Catalogue{}, ps.Err()
	}
	return c, nil
}
