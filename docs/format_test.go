package docs_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestCheckFormat(t *testing.T) {
	list := func(change func([]docs.Paper)) []docs.Paper {
		var out []docs.Paper
		for i, title := range []string{"工作报告", "财政报告", "日程", "名单"} {
			out = append(out, docs.Paper{ID: roster.PaperID(fmt.Sprint("p", i)), Title: title, Number: fmt.Sprintf("会办〔2026〕%d号", i+1), Pages: 10})
		}
		change(out)
		return out
	}
	for _, tt := range []struct {
		change func([]docs.Paper)
		want   string
		why    string
	}{
		{func([]docs.Paper) {}, "", "all of one kind"},
		{func(p []docs.Paper) { p[0].Title = "工作报告(讨论稿)" }, "[0].title title-style", "half-width brackets"},
		{func(p []docs.Paper) { p[0].Title = "工作报告（讨论稿）" }, "", "full-width ones"},
		{func(p []docs.Paper) { p[0].Title = "工作 报告" }, "[0].title title-style", "a space inside"},
		{func(p []docs.Paper) { p[0].Title = "《工作报告》" }, "[0].title title-style", "title marks round the whole"},
		{func(p []docs.Paper) { p[0].Title = "关于《某办法》和《某规则》" }, "", "but not round a part"},
		{func(p []docs.Paper) { p[0].Title = "工作报告。" }, "[0].title title-style", "a full stop"},
		{func(p []docs.Paper) { p[0].Title = "Report (draft)" }, "", "a title in Latin letters has half-width brackets"},
		{func(p []docs.Paper) { p[2].Title = "工作报告" }, "[2].title same-title", "one title twice"},
		{func(p []docs.Paper) { p[1].Number = "" }, " number-gap; [1].number number-absent", "one without a number"},
		{func(p []docs.Paper) { p[1].Number = "会办〔2025〕2号" }, " number-gap; [1].number number-style", "another year"},
		{func(p []docs.Paper) { p[1].Number = "会议文件之二" }, " number-gap; [1].number number-style", "another kind of number"},
		{func(p []docs.Paper) { p[2].Number, p[3].Number = "会议文件之三", "" }, "", "half of them are no majority"},
		{func(p []docs.Paper) { p[1].Number = "会办[2026]2号" }, "", "badly written, but the same: that is said elsewhere"},
		{func(p []docs.Paper) { p[3].Number = "会办〔2026〕3号" }, "[3].number same-number", "one number twice"},
		{func(p []docs.Paper) { p[1].Number, p[2].Number = p[2].Number, p[1].Number }, "[2].number number-order", "out of order"},
		{func(p []docs.Paper) { p[3].Number = "会办〔2026〕999号" }, " number-gap", "a wide gap"},
		{func(p []docs.Paper) { p[0].Mark, p[1].Mark = mark(t, "机密★20年"), mark(t, "机密") }, "[1].mark mark-style", "one term is not stated"},
		{func(p []docs.Paper) { p[0].Mark, p[1].Mark = mark(t, "机密★20年"), mark(t, "秘密") }, "", "of another level"},
		{func(p []docs.Paper) { p[0].Pages = 0 }, "[0].pages pages-absent", "pages not counted"},
		{func(p []docs.Paper) {
			for i := range p {
				p[i].Number, p[i].Pages = "", 0
			}
		}, "", "nothing is stated on any"},
	} {
		if diff := cmp.Diff(tt.want, said(docs.CheckFormat(list(tt.change), symbol.Template{}))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	form, err := symbol.NewTemplate("会议文件之{一}")
	if err != nil {
		t.Fatal(err)
	}
	papers := list(func(p []docs.Paper) {
		p[0].Number, p[1].Number, p[2].Number, p[3].Number = "会议文件之一", "会议文件之二", "会议文件（三）", "会议文件之一"
	})
	if diff := cmp.Diff("[2].number not-by-template; [3].number same-number", said(docs.CheckFormat(papers, form))); diff != "" {
		t.Errorf("by a template (-want +got)\n%s", diff)
	}
	if ps := docs.CheckFormat(nil, symbol.Template{}); ps.Len() > 0 {
		t.Errorf("no papers: %v", ps)
	}
}

func TestPaperFields(t *testing.T) {
	for _, tt := range []struct {
		paper docs.Paper
		want  string
		why   string
	}{
		{docs.Paper{ID: "p", Title: "通知", Urgency: docs.VeryUrgent}, "", "as papers are marked"},
		{docs.Paper{ID: "p", Title: "通知", Urgency: docs.Flash}, "urgency urgency", "as telegrams are"},
		{docs.Paper{ID: "p", Title: "通知", Number: "国办发明电〔2008〕15号", Urgency: docs.Flash}, "", "a telegram"},
		{docs.Paper{ID: "p", Title: "通知", Urgency: 9}, "urgency missing", "no urgency"},
		{docs.Paper{ID: "p", Title: "通知", Pages: -1}, "pages bad-pages", "no pages"},
	} {
		if diff := cmp.Diff(tt.want, said(tt.paper.Validate())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	for u := docs.Unmarked; u <= docs.Flash; u++ {
		var back docs.Urgency
		if text, err := u.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != u || u.Label() == "" {
			t.Errorf("%v: %v", u, back)
		}
	}
	for _, tt := range []struct {
		parts []string
		want  string
		why   string
	}{
		{nil, "", "nothing"},
		{[]string{"", ""}, "", "no secrets"},
		{[]string{"秘密★10年", "机密★5年", ""}, "机密★5年", "the highest level, whatever its term"},
		{[]string{"机密★5年", "机密★20年", "机密★6个月"}, "机密★20年", "the longest term of it"},
		{[]string{"机密★5年", "机密"}, "机密", "no term is the maximum"},
		{[]string{"机密", "机密★20年"}, "机密★20年", "which a stated one of that length leaves no doubt about"},
		{[]string{"绝密★30年", "绝密★长期"}, "绝密★长期", "without end"},
	} {
		var marks []symbol.Mark
		for _, s := range tt.parts {
			marks = append(marks, mark(t, s))
		}
		if got := docs.CompilationMark(marks...).String(); got != tt.want {
			t.Errorf("%v: %s: %s, want %s", tt.parts, tt.why, got, tt.want)
		}
	}
}

func ExampleCheckFormat() {
	fmt.Print(docs.CheckFormat([]docs.Paper{
		{ID: "p1", Title: "工作报告", Number: "会办〔2026〕1号"},
		{ID: "p2", Title: "财政报告(草案)", Number: "会办〔2026〕2号"},
		{ID: "p3", Title: "日程", Number: "会议文件之三"},
		{ID: "p4", Title: "名单", Number: "会办〔2026〕4号"},
	}, symbol.Template{}).Text(check.ZhHans, nil))
	// Output:
	// 会办〔2026〕*号缺3
	// [1].title: 标题“财政报告(草案)”与格式不符：用了半角标点
	// [2].number: 编号“会议文件之三”与其他文件不一致，多数编作会办〔2026〕*号
}
