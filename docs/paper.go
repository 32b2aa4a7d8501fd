package docs

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A PaperKind is what a meeting paper is for. The zero PaperKind is not stated.
type PaperKind uint8

// The kinds of meeting papers.
const (
	Agenda        PaperKind = iota + 1 // 议程
	Timetable                          // 日程
	Guide                              // 会议指南
	Instructions                       // 大会须知
	NameList                           // 名单
	Speech                             // 领导讲话
	MainReport                         // 主题报告
	SpecialReport                      // 专题报告
	ModelCase                          // 典型材料
	Script                             // 主持词
	Statement                          // 发言材料
	Briefing                           // 汇报材料
	Draft                              // 讨论稿、征求意见稿、表决稿
	Resolution                         // 决议、决定
	MinutesPaper                       // 纪要
	BulletinPaper                      // 简报
	PressText                          // 新闻通稿
	Compilation                        // 资料汇编
	OtherPaper                         // 其他材料
	NoticePaper                        // 通知
	RequestPaper                       // 请示
	ReplyPaper                         // 批复
	SummaryPaper                       // 总结
	GroupRecord                        // 小组会议记录
)

var paperWords = []word{
	{},
	{"agenda", "议程", "agenda"},
	{"timetable", "日程", "timetable"},
	{"guide", "会议指南", "meeting guide"},
	{"instructions", "大会须知", "instructions for delegates"},
	{"name-list", "名单", "name list"},
	{"speech", "领导讲话", "leader's speech"},
	{"main-report", "主题报告", "main report"},
	{"special-report", "专题报告", "special report"},
	{"model-case", "典型材料", "model-case paper"},
	{"script", "主持词", "chair's script"},
	{"statement", "发言材料", "statement"},
	{"briefing", "汇报材料", "briefing"},
	{"draft", "讨论稿", "draft"},
	{"resolution", "决议决定", "resolution or decision"},
	{"minutes", "纪要", "minutes"},
	{"bulletin", "简报", "bulletin"},
	{"press-text", "新闻通稿", "agreed press text"},
	{"compilation", "资料汇编", "compilation"},
	{"other", "其他材料", "other paper"},
	{"notice", "通知", "notice"},
	{"request", "请示", "request for instructions"},
	{"reply", "批复", "reply"},
	{"summary", "总结", "summary"},
	{"group-record", "小组会议记录", "record of a group"},
}

// String returns the token of the kind, such as "main-report".
func (k PaperKind) String() string { return textOf(paperWords[:], "PaperKind", k) }

// Label returns the Chinese name of the kind, such as 主题报告.
func (k PaperKind) Label() string { return labelOf(paperWords[:], k) }

// AppendText appends the String of a kind.
func (k PaperKind) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, paperWords[:], "paper kind", k)
}

// MarshalText returns the String of a kind.
func (k PaperKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads the token of a kind.
func (k *PaperKind) UnmarshalText(text []byte) error {
	return readToken(k, paperWords[:], "paper kind", text)
}

// An Urgency is how urgent a paper is (紧急程度), as marked on it. The zero Urgency marks
// nothing.
type Urgency uint8

// The urgencies, in rising order. 平急 and 特提 stand on telegrams alone.
const (
	Unmarked   Urgency = iota // no mark
	Routine                   // 平急
	Urgent                    // 加急
	VeryUrgent                // 特急
	Flash                     // 特提
)

var urgencyWords = [...]word{
	{"unmarked", "未标", "unmarked"},
	{"routine", "平急", "routine"},
	{"urgent", "加急", "urgent"},
	{"very-urgent", "特急", "very urgent"},
	{"flash", "特提", "flash"},
}

// String returns the token of the urgency, such as "very-urgent".
func (u Urgency) String() string { return textOf(urgencyWords[:], "Urgency", u) }

// Label returns 平急, 加急, 特急, 特提 or 未标.
func (u Urgency) Label() string { return labelOf(urgencyWords[:], u) }

// AppendText appends the String of an urgency.
func (u Urgency) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, urgencyWords[:], "urgency", u)
}

// MarshalText returns the String of an urgency.
func (u Urgency) MarshalText() ([]byte, error) { return u.AppendText(nil) }

// UnmarshalText reads the String of an urgency.
func (u *Urgency) UnmarshalText(text []byte) error {
	return readToken(u, urgencyWords[:], "urgency", text)
}

// MaxTitle is the greatest length of a title in bytes, MaxPages the greatest number of
// pages.
const (
	MaxTitle = 1000
	MaxPages = 100_000
)

// A Paper is one document of the meeting (会议文件), whatever its copies: a line of
// the list of papers (文件清单).
type Paper struct {
	ID       roster.PaperID    `json:"id"`
	Place    int               `json:"place,omitzero"`  // its number on the list of papers, by which copy codes name it; 1 to 999
	Number   string            `json:"number,omitzero"` // as printed on it; "" if it has none
	Title    string            `json:"title"`
	Kind     PaperKind         `json:"kind,omitzero"`
	Owner    roster.OrgID      `json:"owner,omitzero"`    // the body that answers for it; of a joint issue the lead body (主办机关)
	Mark     symbol.Mark       `json:"mark,omitzero"`     // level and term; zero if it is no state secret
	Urgency  Urgency           `json:"urgency,omitzero"`  // 紧急程度 marked on it
	Pages    int               `json:"pages,omitzero"`    // pages (页数); 0 if not counted
	Dated    calendar.Date     `json:"dated,omitzero"`    // date of issue marked on it; the term counts from it
	Copies   int               `json:"copies,omitzero"`   // print run (印制份数); 0 if copies are not numbered
	Session  roster.SessionID  `json:"session,omitzero"`  // where it is used
	Item     roster.ItemID     `json:"item,omitzero"`     // the agenda item it belongs to
	Recall   bool              `json:"recall,omitzero"`   // to be taken back (会后收回)
	Deadline calendar.DateTime `json:"deadline,omitzero"` // by when, on the clock of the meeting
}

// Validate reports ids, titles and print runs that are none, what is to be said about
// the number and the secrecy mark, and a classified paper whose copies are not
// numbered or not taken back.
func (p Paper) Validate() check.Problems {
	ps := validate(ident("id", roster.KindPaper, p.ID), note("title", p.Title, true))
	var n symbol.Number
	if p.Number != "" {
		var found check.Problems
		n, found = symbol.Parse(p.Number)
		ps.In("number", found)
		if n.Canonical() == "" && found.Len() == 0 {
			ps.Add(numberClassRule.At("number", check.Value("found", p.Number)))
		}
	}
	for _, id := range []struct{ path, kind, id string }{
		{"owner", roster.KindOrg, string(p.Owner)},
		{"session", roster.KindSession, string(p.Session)},
		{"item", roster.KindItem, string(p.Item)},
	} {
		if id.id != "" {
			ps.In("", roster.CheckID(id.path, id.kind, id.id))
		}
	}
	if p.Pages < 0 || p.Pages > MaxPages {
		ps.Add(pagesRule.At("pages", check.Int("pages", p.Pages), check.Int("max", MaxPages)))
	}
	if p.Urgency > Flash {
		ps.Add(missingRule.At("urgency"))
	} else if (p.Urgency == Routine || p.Urgency == Flash) && !strings.Contains(n.Body(), "电") {
		ps.Add(urgencyRule.At("urgency", check.Text("urgency", p.Urgency.Label())))
	}
	if p.Place < 0 || p.Place > symbol.MaxPaper {
		ps.Add(placeRule.At("place", check.Int("place", p.Place), check.Int("max", symbol.MaxPaper)))
	}
	ps.In("mark", p.Mark.Validate())
	if p.Copies < 0 || p.Copies > int(symbol.MaxCopy) {
		ps.Add(printRunRule.At("copies", check.Int("copies", p.Copies), check.Int("max", int(symbol.MaxCopy))))
	}
	if mark := check.Text("mark", p.Mark.String()); p.Mark.Level() != symbol.Open {
		if p.Copies == 0 {
			ps.Add(noCopyNumbersRule.At("copies", mark))
		}
		if !p.Recall {
			ps.Add(noRecallRule.At("recall", mark))
		}
	}
	if p.Recall && p.Deadline.IsZero() {
		ps.Add(noDeadlineRule.At("deadline"))
	}
	return ps
}

// Release returns the day from which the paper is no state secret any more: the day
// of the marked date after its term, or after the longest term of its level if none
// is marked. A term that began on 29 February ends in a common year on 1 March. ok is
// false for a paper that is no state secret, bears no date, or has no end of term.
func (p Paper) Release() (d calendar.Date, ok bool) {
	t := p.Mark.Effective()
	if p.Dated.IsZero() || t.Long || t == (symbol.Term{}) {
		return calendar.Date{}, false
	}
	d = p.Dated.AddMonths(12*t.Years + t.Months)
	if d.IsZero() {
		return d, false
	}
	if d.Day() < p.Dated.Day() { // the month is too short: the term ends with it
		d = d.AddDays(1)
	}
	return d, true
}

// Code returns the code to print on a copy of the paper at a meeting, whose id has
// [symbol.MeetingLen] capitals and digits. It refuses a paper without a place.
func (p Paper) Code(meeting string, c symbol.CopyNumber) (symbol.CopyCode, error) {
	return symbol.NewCopyCode(meeting, p.Place, c)
}

// ValidatePapers checks a list of papers (文件总清单): each paper, and that no id and no
// place stands twice. Paths begin with the index, as in [3].title.
func ValidatePapers(papers []Paper) check.Problems {
	var ps check.Problems
	seen := map[roster.PaperID]bool{}
	places := map[int]bool{}
	for i, p := range papers {
		path := check.Index("", i)
		ps.In(path, p.Validate())
		if p.Place != 0 && places[p.Place] {
			ps.Add(duplicateIDRule.At(path+".place", check.Value("id", strconv.Itoa(p.Place))))
		}
		places[p.Place] = true
		if seen[p.ID] {
			ps.Add(duplicateIDRule.At(path+".id", check.Value("id", string(p.ID))))
		}
		seen[p.ID] = true
	}
	return ps
}

// CompilationMark returns the secrecy mark of a compilation (资料汇编): the highest level
// of its parts, with the longest term of those that have it. A part without a term counts
// with the maximum of its level; if all of them lack one, so does the compilation.
func CompilationMark(parts ...symbol.Mark) symbol.Mark {
	var level symbol.Level
	for _, m := range parts {
		level = max(level, m.Level())
	}
	var longest symbol.Mark
	for _, m := range parts {
		if m.Level() == level && (longest.Level() != level || longer(m, longest) > 0) {
			longest = m
		}
	}
	return longest
}

// longer compares the terms of two marks of one level. Of equal ones the stated is the
// longer, since it leaves no question.
func longer(a, b symbol.Mark) int {
	length := func(m symbol.Mark) int {
		t := m.Effective()
		if t.Long {
			return 1 << 20
		}
		return 12*t.Years + t.Months
	}
	stated := func(m symbol.Mark) int { return len(m.Term().String()) }
	return cmp.Or(cmp.Compare(length(a), length(b)), cmp.Compare(stated(a), stated(b)))
}
