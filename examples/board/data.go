package main

import "github.com/huiwu-go/huiwu/followup"

// A text is in both languages.
type text struct{ zh, en string }

// bodies lead the items, each with its responsible leader and its contact.
var bodies = []struct {
	id              string
	name            text
	leader, contact text
}{
	{"go", text{"办公厅", "General Office"}, text{"澜一清", "Lan Yiqing"}, text{"苇一舟", "Wei Yizhou"}},
	{"fin", text{"财政厅", "Finance"}, text{"澜二川", "Lan Erchuan"}, text{"苇二木", "Wei Ermu"}},
	{"edu", text{"教育厅", "Education"}, text{"澜三山", "Lan Sanshan"}, text{"苇三石", "Wei Sanshi"}},
	{"tra", text{"交通厅", "Transport"}, text{"澜四野", "Lan Siye"}, text{"苇四方", "Wei Sifang"}},
	{"hea", text{"卫健委", "Health"}, text{"澜五岭", "Lan Wuling"}, text{"苇五洲", "Wei Wuzhou"}},
	{"wat", text{"水利厅", "Water"}, text{"澜六合", "Lan Liuhe"}, text{"苇六安", "Wei Liuan"}},
}

var others = map[string]text{
	"clerk":    {"督查室经办", "supervision clerk"},
	"convener": {"澜零始", "Lan Lingshi"},
	"chair":    {"澜零中", "Lan Lingzhong"},
}

// A fate is what becomes of an item.
type fate string

const (
	prompt    fate = "prompt"    // done before its due date
	late      fate = "late"      // reported after it
	extended  fate = "extended"  // more time was asked for and granted
	refused   fate = "refused"   // more time was asked for after the due date
	returned  fate = "returned"  // the first result was not good enough
	slow      fate = "slow"      // behind its plan, with slips
	silent    fate = "silent"    // nobody has answered
	suspended fate = "suspended" // rests
	cancelled fate = "cancelled" // no longer needed
	alone     fate = "alone"     // who reported it tried to close it
	monthly   fate = "monthly"   // reports every month, one of them late, one missed
)

type task struct {
	id       string
	title    text
	lead     string
	workdays int
	fate     fate
	after    string // the item it waits for
}

// decisions are those of the standing meetings of the quarter, and one issue of a bulletin.
// 28 February is a Saturday on which people work.
var decisions = []struct {
	on     string
	paper  string
	words  string
	origin followup.Origin
	tasks  []task
}{
	{"2026-01-04", "澜府常纪〔2026〕1号", "会议决定，做好春节前保供和春运工作，各单位明确责任人和完成时限。", followup.Origin{}, []task{
		{"a1", text{"编制春运保障方案", "plan for holiday traffic"}, "tra", 8, prompt, ""},
		{"a2", text{"检修客运站设施", "repair of bus stations"}, "tra", 15, late, "a1"},
		{"a3", text{"下达保供资金", "funds for supplies"}, "fin", 10, prompt, ""},
		{"a4", text{"核查储备点库存", "check of the reserves"}, "go", 12, returned, "a3"},
		{"a5", text{"节日医疗值守安排", "hospital duty in the holiday"}, "hea", 20, prompt, ""},
		{"a6", text{"校车安全检查", "check of school buses"}, "edu", 25, extended, ""},
		{"a7", text{"督促企业结清工资", "wages paid before the holiday"}, "go", 18, alone, ""},
	}},
	{"2026-01-19", "澜府常纪〔2026〕2号", "会议决定，启动义务教育学位扩容和县级医院改造。", followup.Origin{}, []task{
		{"b1", text{"学位缺口摸底", "survey of school places"}, "edu", 10, prompt, ""},
		{"b2", text{"制订扩容方案", "plan for school places"}, "edu", 20, late, "b1"},
		{"b3", text{"安排扩容资金", "funds for school places"}, "fin", 30, slow, "b2"},
		{"b4", text{"县级医院改造清单", "list of hospitals"}, "hea", 15, returned, ""},
		{"b5", text{"医院改造立项审批", "approval of hospital works"}, "hea", 45, monthly, "b4"},
		{"b6", text{"乡镇卫生院设备采购", "equipment of clinics"}, "hea", 40, suspended, "b3"},
		{"b7", text{"校舍用地调规", "land for schools"}, "go", 60, silent, "b3"},
	}},
	{"2026-02-02", "澜府常纪〔2026〕3号", "会议决定，开展春灌和水库除险加固，农历年后全面开工。", followup.Origin{}, []task{
		{"c1", text{"春灌用水计划", "water for spring sowing"}, "wat", 8, prompt, ""},
		{"c2", text{"水库安全鉴定", "check of reservoirs"}, "wat", 20, extended, ""},
		{"c3", text{"除险加固招标", "tender for reservoirs"}, "wat", 35, slow, "c2"},
		{"c4", text{"配套资金拨付", "matching funds"}, "fin", 25, refused, ""},
		{"c5", text{"施工便道修复", "roads to the sites"}, "tra", 30, late, ""},
		{"c6", text{"渠系清淤", "clearing of canals"}, "wat", 18, late, "c1"},
		{"c7", text{"抗旱机具调配", "pumps for dry areas"}, "wat", 22, cancelled, ""},
	}},
	{"2026-02-28", "澜府常纪〔2026〕4号", "会议决定，推进政务服务一次办成，清理重复证明。", followup.Origin{}, []task{
		{"d1", text{"梳理重复证明清单", "list of double certificates"}, "go", 10, prompt, ""},
		{"d2", text{"修订办事指南", "new guides for citizens"}, "go", 15, slow, "d1"},
		{"d3", text{"非税缴费接入平台", "fees on the platform"}, "fin", 20, alone, ""},
		{"d4", text{"入学报名一网通办", "school entry online"}, "edu", 30, monthly, "d1"},
		{"d5", text{"道路运输证电子化", "transport permits online"}, "tra", 25, slow, "d1"},
		{"d6", text{"检验结果互认", "mutual use of tests"}, "hea", 22, silent, ""},
		{"d7", text{"取水许可网上办理", "water permits online"}, "wat", 12, prompt, "d1"},
	}},
	{"2026-03-02", "会议简报第3期", "代表建议延长夜间公交、公开学位信息、增设取水点。", followup.Origin{Kind: followup.FromBulletin, Issue: "第3期", From: "d01", Collector: "clerk"}, []task{
		{"e1", text{"延长夜间公交", "later buses"}, "tra", 10, late, ""},
		{"e2", text{"公开学位信息", "school places published"}, "edu", 8, prompt, ""},
		{"e3", text{"增设取水点", "more water points"}, "wat", 15, returned, ""},
		{"e4", text{"社区门诊延时", "later clinics"}, "hea", 18, slow, ""},
	}},
}
