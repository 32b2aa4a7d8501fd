package followup

import (
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A word is the stable token of a value and its name in both languages.
type word struct{ token, hans, en string }

// words are the words of an enumeration whose values count from 1. Zero is what its
// zero value is called, where that has a name.
type words struct {
	name, what string // of the type; of a value in an error
	zero       word
	all        []word
}

// of returns the word of a value; one without a word shows its number and has no name.
func of[E ~uint8](ws *words, e E) word {
	switch {
	case e == 0 && ws.zero.token != "":
		return ws.zero
	case !valid(ws, e):
		return word{token: fmt.Sprintf("%s(%d)", ws.name, uint8(e))}
	default:
		return ws.all[e-1]
	}
}

func valid[E ~uint8](ws *words, e E) bool { return e >= 1 && int(e) <= len(ws.all) }

// term is the word of a value as an argument of a sentence.
func term[E ~uint8](key string, ws *words, e E) check.Arg {
	w := of(ws, e)
	return check.Term(key, w.hans, w.en)
}

// write returns the token of a value. The zero value has none: writing it is an error,
// as reading "" is.
func write[E ~uint8](ws *words, e E) ([]byte, error) {
	if !valid(ws, e) {
		return nil, fmt.Errorf("%s %d is not valid", ws.what, uint8(e))
	}
	return []byte(ws.all[e-1].token), nil
}

// read finds the value of a token.
func read[E ~uint8](into *E, ws *words, text []byte) error {
	known := make([]string, len(ws.all))
	for i, w := range ws.all {
		if w.token == string(text) {
			*into = E(i + 1)
			return nil
		}
		known[i] = w.token
	}
	return fmt.Errorf("%s %.40q is none of %s", ws.what, text, strings.Join(known, ", "))
}

var (
	kinds = &words{name: "Kind", what: "kind of event", all: []word{
		{"filed", "立项", "put on file"},
		{"assigned", "交办", "assigned"},
		{"accepted", "签收", "accepted"},
		{"handed-back", "退回交办", "handed back"},
		{"progressed", "进展", "progress"},
		{"reported", "反馈", "reported"},
		{"returned", "退办", "returned"},
		{"closed", "办结", "closed"},
		{"written-off", "销号", "written off"},
		{"archived", "归档", "archived"},
		{"extension-asked", "申请延期", "extension asked"},
		{"extension-granted", "同意延期", "extension granted"},
		{"extension-refused", "不同意延期", "extension refused"},
		{"suspended", "中止", "suspended"},
		{"resumed", "恢复办理", "resumed"},
		{"cancelled", "撤销", "cancelled"},
		{"reopened", "重新交办", "reopened"},
		{"urged", "催办", "urged"},
		{"verified", "回头看", "verified"},
		{"linked", "关联", "linked"},
		{"unlinked", "取消关联", "unlinked"},
		{"drafted", "拟办", "drafted"},
		{"reviewed", "审核", "reviewed"},
		{"missed", "未报", "report missed"},
		{"relayed", "传达", "relayed"},
	}}
	stages = &words{name: "Stage", what: "stage", zero: word{"none", "未立项", "not on file"}, all: []word{
		{"filed", "立项", "on file"},
		{"assigned", "交办", "assigned"},
		{"in-progress", "承办", "in progress"},
		{"reported", "反馈", "reported"},
		{"closed", "办结", "closed"},
		{"written-off", "销号", "written off"},
		{"archived", "归档", "archived"},
		{"suspended", "中止", "suspended"},
		{"cancelled", "撤销", "cancelled"},
		{"drafted", "拟办", "drafted"},
		{"reviewed", "审核", "reviewed"},
	}}
	originKinds = &words{name: "OriginKind", what: "kind of origin", zero: word{"none", "会议决定", "decision of a meeting"}, all: []word{
		{"decision", "会议决定", "decision of a meeting"},
		{"instruction", "领导批示", "leader's instruction"},
		{"opinion", "代表意见", "opinion of a participant"},
		{"request", "临时交办", "request"},
		{"bulletin", "会议简报", "bulletin"},
		{"situation", "情况反映", "report on a situation"},
		{"proposal", "建议提案", "proposal"},
		{"lesson", "经验教训", "lesson"},
	}}
	guards = &words{name: "Guard", what: "guard", all: []word{
		{"second-key", "两把钥匙", "second key"},
		{"before-expiry", "到期前", "before expiry"},
		{"later-due", "时限后延", "later due date"},
		{"due-ahead", "时限不早于当日", "due date ahead"},
		{"none-asked", "无待批申请", "no request open"},
		{"asked", "有待批申请", "request open"},
		{"concrete", "要求具体", "concrete requirement"},
		{"named", "责任人明确", "leader and contact named"},
		{"alone", "不设协办", "no supporting bodies"},
		{"after-expiry", "逾期后", "after expiry"},
		{"slip-left", "尚可发单", "slip left"},
		{"found-effective", "核验有效", "found effective"},
		{"in-limit", "期限内", "within the limit"},
		{"untied", "未关联", "not linked yet"},
		{"tied", "已关联", "linked"},
		{"owed", "应报未报", "report owed"},
		{"party", "有关单位", "body with a part"},
		{"coded", "结果代码有效", "code of the rule"},
		{"apart", "督办与承办分开", "lead and supervisor apart"},
	}}
	paces = &words{name: "Pace", what: "pace", all: []word{
		{"urgent", "急件", "urgent"},
		{"unhurried", "非急件", "not urgent"},
		{"difficult", "难度较大", "difficult"},
	}}
	fillings = &words{name: "Filling", what: "state of a report", all: []word{
		{"in-time", "按时报送", "in time"},
		{"late", "迟报", "late"},
		{"missed", "未报", "missed"},
		{"owed", "待报", "owed"},
	}}
	outcomes = &words{name: "Outcome", what: "outcome", all: []word{
		{"solved", "已解决（A类）", "solved (A)"},
		{"underway", "正在解决或列入计划（B类）", "being solved or planned (B)"},
		{"limited", "受条件限制（C类）", "limited by conditions (C)"},
		{"for-record", "留作参考（D类）", "for reference (D)"},
		{"overtaken", "情况已变化", "overtaken by events"},
	}}
	lights = &words{name: "Light", what: "light", zero: word{"none", "不亮灯", "no light"}, all: []word{
		{"green", "绿", "green"},
		{"blue", "蓝", "blue"},
		{"yellow", "黄", "yellow"},
		{"orange", "橙", "orange"},
		{"red", "红", "red"},
	}}
	classes = &words{name: "Class", what: "class", all: []word{
		{"ordinary", "一般", "ordinary"},
		{"major", "重大复杂", "major or complex"},
	}}
	units = &words{name: "Unit", what: "unit", all: []word{
		{"workdays", "个工作日", "working days"},
		{"days", "天", "days"},
		{"months", "个月", "months"},
	}}
	linkKinds = &words{name: "LinkKind", what: "kind of link", all: []word{
		{"part-of", "子事项", "part of"},
		{"depends-on", "前置事项", "depends on"},
		{"relates-to", "相关事项", "relates to"},
	}}
	roles = &words{name: "Role", what: "role", all: []word{
		{"contact", "联系人", "contact"},
		{"leader", "责任领导", "responsible leader"},
		{"convener", "会议召集人", "convener"},
		{"chair", "主持人", "chair"},
	}}
	bases = &words{name: "Basis", what: "basis", all: []word{
		{"current-due", "现时限", "current due date"},
		{"original-due", "原时限", "original due date"},
	}}
	measures = &words{name: "Measure", what: "measure", all: []word{
		{"days-left", "距到期（工作日）", "working days left"},
		{"workdays-late", "逾期（工作日）", "working days late"},
		{"calendar-days-late", "逾期（天）", "days late"},
		{"lag", "落后序时进度（百分点）", "points behind plan"},
		{"months-idle", "未启动（月）", "months without a word"},
		{"times-returned", "退办（次）", "times returned"},
		{"slip-colour", "督办单颜色（级）", "colour of the last slip, by number"},
		{"slips-out", "督办单（次）", "slips issued"},
		{"overrun", "预计超期（工作日）", "working days that the lead expects to be late"},
		{"months-unlisted", "未入统（月）", "months without an entry in statistics"},
		{"yellow-slips", "黄单（次）", "yellow slips"},
		{"red-slips", "红单（次）", "red slips"},
		{"red-run", "连续红单（次）", "red slips in a row"},
		{"times-extended", "延期（次）", "extensions granted"},
		{"reports-missed", "未报（期）", "periodic reports missed"},
		{"heaviness", "事项类别（级）", "class, by number"},
	}}
)
