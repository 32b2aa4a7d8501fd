package docs

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the rules of archiving.
const (
	NoRetention check.Code = "docs/no-retention" // the table does not say how long a paper is kept
	ArchiveCode check.Code = "docs/archive-code" // an archive code that cannot stand
)

const order8 = "《机关文件材料归档范围和文书档案保管期限规定》 (what bodies file and how long they keep it), National Archives Administration order 8 (2006), annex"

var (
	noRetentionRule = check.Rule{
		Code: NoRetention, Severity: check.Error, Source: order8,
		Hans: "保管期限表没有列出{kind}，请指定保管期限（国家档案局令第8号附件）",
		En:   "the table of retention terms does not list a paper of the kind {kind}; state its term (National Archives Administration order 8, annex)",
	}
	archiveCodeRule = check.Rule{
		Code: ArchiveCode, Severity: check.Error, Source: "DA/T 13-2022 《档号编制规则》 (rules for archive codes); DA/T 22-2015 《归档文件整理规则》",
		Hans: "档号{code}不可用：{why}（DA/T 13-2022、DA/T 22-2015）",
		En:   "the archive code {code} cannot stand: {why} (DA/T 13-2022, DA/T 22-2015)",
	}
)

func archiveRules() []check.Rule {
	return []check.Rule{noRetentionRule, archiveCodeRule, holdsCopyRule, holdsOriginalRule, noCodeRule, badCatalogueRule}
}

// A Retention is how long a paper is kept (保管期限). The zero Retention is not
// stated.
type Retention uint8

// The retention terms.
const (
	Permanent   Retention = iota + 1 // 永久
	ThirtyYears                      // 30年
	TenYears                         // 10年
)

var retentionWords = [...]struct{ token, hans string }{{}, {"Y", "永久"}, {"D30", "30年"}, {"D10", "10年"}}

// String returns the code of the term in archive codes: Y, D30 or D10; "" if it is
// not stated.
func (r Retention) String() string {
	if int(r) < len(retentionWords) {
		return retentionWords[r].token
	}
	return fmt.Sprintf("Retention(%d)", r)
}

// Label returns 永久, 30年 or 10年.
func (r Retention) Label() string {
	if int(r) < len(retentionWords) {
		return retentionWords[r].hans
	}
	return ""
}

// MarshalText returns the String of a term, the empty text if it is not stated.
func (r Retention) MarshalText() ([]byte, error) {
	if int(r) >= len(retentionWords) {
		return nil, fmt.Errorf("retention %d is out of range", r)
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (r *Retention) UnmarshalText(text []byte) error {
	for i, w := range retentionWords {
		if w.token == string(text) {
			*r = Retention(i)
			return nil
		}
	}
	return fmt.Errorf("retention %q is none of Y, D30, D10", check.Value("", string(text)).Text)
}

// retentions is what the annex of order 8 says of the papers of a body's own meeting.
// A draft is listed as one that was not adopted: an adopted one is a resolution.
var retentions = [...]struct {
	kind PaperKind
	term Retention
}{
	{NoticePaper, Permanent},
	{RequestPaper, Permanent},
	{ReplyPaper, Permanent},
	{SummaryPaper, Permanent},
	{GroupRecord, ThirtyYears},
	{Timetable, Permanent},
	{NameList, Permanent},
	{Speech, Permanent},
	{MainReport, Permanent},
	{SpecialReport, Permanent},
	{Resolution, Permanent},
	{MinutesPaper, Permanent},
	{ModelCase, ThirtyYears},
	{Statement, ThirtyYears},
	{BulletinPaper, ThirtyYears},
	{Draft, TenYears},
}

// RetentionOf returns how long the body that held a meeting keeps its papers of a
// kind, by order 8 of the National Archives Administration; the zero Retention if the
// order does not list the kind.
func RetentionOf(k PaperKind) Retention {
	for _, r := range retentions {
		if r.kind == k {
			return r.term
		}
	}
	return 0
}

// An ArchiveItem is one item (件) to be filed: a paper with its annexes.
type ArchiveItem struct {
	Paper     roster.PaperID `json:"paper"`
	Kind      PaperKind      `json:"kind,omitzero"`
	Retention Retention      `json:"retention,omitzero"` // that of the kind if not stated
	Year      int            `json:"year"`               // 1000 to 9999
	Unit      string         `json:"unit,omitempty"`     // code of the office, of capitals and digits
	Matter    string         `json:"matter,omitempty"`   // what keeps items of one matter together
	Date      string         `json:"date,omitempty"`     // 8 digits, 20261121
	Code      string         `json:"code,omitempty"`     // the archive code (档号) once given
	Title     string         `json:"title,omitempty"`    // 题名
	Number    string         `json:"number,omitempty"`   // 文号
	Author    string         `json:"author,omitempty"`   // the body that answers for it (责任者)
	Mark      symbol.Mark    `json:"mark,omitzero"`      // 密级
	Pages     int            `json:"pages,omitzero"`     // 页数
	Note      string         `json:"note,omitempty"`     // 备注
	Lead      roster.OrgID   `json:"lead,omitzero"`      // of a joint meeting the body that held it (主办单位)
	Copy      bool           `json:"copy,omitzero"`      // a copy (复制件), not the original
}

// AssignArchiveCodes returns the items with an archive code for each: fonds (全宗号)
// of four characters, category (门类) of two letters, as J001 and WS. A code once given
// is never changed; the items without one are numbered behind the greatest of their
// class, in the order of matter, date and paper. They come back in the order in which
// they were given. If anything is wrong with an item, its place and what it is are
// returned and no code is given.
func AssignArchiveCodes(fonds, category string, items []ArchiveItem) ([]ArchiveItem, error) {
	var ps check.Problems
	out := slices.Clone(items)
	last := map[string]int{} // by class of code
	seen := map[string]bool{}
	order := make([]int, 0, len(out))
	for i, x := range out {
		if x.Code == "" {
			order = append(order, i)
			continue
		}
		at := check.Index("items", i) + ".code"
		n, found := symbol.Parse(x.Code)
		switch {
		case n.Class() != symbol.Archive || n.String() != x.Code || found.Failed():
			ps.Add(archiveCodeRule.At(at, check.Value("code", x.Code), check.Term("why", "不是规定的写法", "it is not well written")))
			continue
		case seen[x.Code]:
			ps.Add(archiveCodeRule.At(at, check.Value("code", x.Code), check.Term("why", "已给了另一件", "another item has it")))
			continue
		}
		seen[x.Code] = true
		cut := strings.LastIndexByte(x.Code, '-') + 1
		if serial, err := strconv.Atoi(x.Code[cut:]); err == nil {
			last[x.Code[:cut]] = max(last[x.Code[:cut]], serial)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := out[i], out[j]
		return cmp.Or(strings.Compare(a.Matter, b.Matter), strings.Compare(a.Date, b.Date), strings.Compare(string(a.Paper), string(b.Paper)))
	})
	for _, i := range order {
		x := &out[i]
		at := check.Index("items", i)
		term := cmp.Or(x.Retention, RetentionOf(x.Kind))
		if term == 0 {
			ps.Add(noRetentionRule.At(at+".retention", check.Term("kind", cmp.Or(x.Kind.Label(), "未注明"), x.Kind.String())))
			continue
		}
		class := fmt.Sprintf("%s-%s·%d-%s-", fonds, category, x.Year, term)
		if x.Unit != "" {
			class += x.Unit + "-"
		}
		last[class]++
		n, err := symbol.New(symbol.Parts{Class: symbol.Archive, Text: fmt.Sprintf("%s%04d", class, last[class])})
		if err != nil {
			ps.Add(archiveCodeRule.At(at+".code", check.Value("code", fmt.Sprintf("%s%04d", class, last[class])),
				check.Term("why", "各部分不合规定，或件号已满9999", "a part is not well formed, or the class holds 9999 items already")))
			continue
		}
		x.Code = n.String()
		x.Retention = term
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return out, nil
}
