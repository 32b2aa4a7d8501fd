package followup_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// decided is the board of one meeting: its convener, chair and three items, one of them
// closed, one cancelled, one open.
func decided(t testing.TB) (followup.Board, journal.Log[followup.Event]) {
	t.Helper()
	es, err := followup.Decision{
		Paper: "澜会纪〔2026〕3号", Words: "会议决定修订会务手册。", On: day("2026-09-21"), Issued: day("2026-09-18"), Convener: "书记", Chair: "主任",
		Tasks: []followup.Task{
			{ID: "i1", Title: "修订会务手册", Lead: "a", Leader: "p1", Due: day("2026-10-12"), Requirement: "修订会务手册", Completion: "手册印发至各单位", Copies: []roster.OrgID{"b"}},
			{ID: "i2", Title: "培训", Lead: "b", Leader: "p2", Due: day("2026-10-09")},
			{ID: "i3", Title: "清理制度", Lead: "a", Due: day("2026-10-30"), Estimate: 3, Class: followup.Major},
		},
	}.Items("clerk")
	if err != nil {
		t.Fatal(err)
	}
	log := record(t, followup.NewLog(), es...)
	log = record(t, log,
		followup.Accepted{Act: act("i1", "2026-09-22", "x")}, followup.Reported{Act: act("i1", "2026-10-14", "x"), Text: "印发"},
		followup.Closed{Act: act("i1", "2026-10-15", "clerk"), Outcome: followup.Solved, Check: day("2026-12-15")},
		followup.Cancelled{Act: act("i2", "2026-10-15", "clerk"), Reason: "机构调整"},
	)
	return followup.Fold(log, followup.Standard()), log
}

func TestFeedback(t *testing.T) {
	b, _ := decided(t)
	for name, tt := range map[string]struct {
		role     followup.Role
		from, on string
		want     []string
	}{
		"convener":   {followup.ToConvener, "2026-10-01", "2026-10-20", []string{"书记: i2 cancelled 0, i1 closed 2, i3 assigned 0"}},
		"chair":      {followup.ToChair, "2026-10-15", "2026-10-20", []string{"主任: i3 assigned 0"}},
		"leaders":    {followup.ToLeader, "2026-10-01", "2026-10-20", []string{"p1: i1 closed 2", "p2: i2 cancelled 0"}},
		"before":     {followup.ToLeader, "2026-09-01", "2026-10-14", nil},
		"late":       {followup.ToConvener, "2026-10-15", "2026-11-03", []string{"书记: i3 assigned 2"}},
		"no contact": {followup.ToContact, "2026-10-01", "2026-10-20", []string{"p1: i1 closed 2", "p2: i2 cancelled 0"}},
	} {
		f, err := b.Feedback(tt.role, day(tt.from), day(tt.on), calendar.China())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var got []string
		for l := range f.Letters() {
			var briefs []string
			for _, x := range l.Briefs {
				briefs = append(briefs, fmt.Sprint(x.Item, " ", x.Stage, " ", x.Workdays))
				if text := x.Why.Text(check.En, nil); text == "" || strings.ContainsAny(text, "{}") {
					t.Errorf("unfilled: %q", text)
				}
			}
			got = append(got, string(l.To)+": "+strings.Join(briefs, ", "))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || f.Role() != tt.role || f.On() != day(tt.on) {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		data, err := f.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := followup.ParseFeedback(data, b, calendar.China()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := followup.ParseFeedback(data, followup.Board{}, calendar.China()); (err == nil) != (tt.want == nil) {
			t.Errorf("%s: of another board: %v", name, err)
		}
	}
	for _, role := range []followup.Role{0, followup.Role(followup.Roles + 1)} {
		if _, err := b.Feedback(role, day("2026-10-01"), day("2026-10-20"), calendar.China()); err == nil {
			t.Errorf("role %d", role)
		}
	}
}

// TestViews: what is open is seen in every agenda and copied into none; effects are looked
// at when they were to be.
func TestViews(t *testing.T) {
	b, log := decided(t)
	agenda := func(b followup.Board) []string {
		var out []string
		for paper, items := range b.Arising() {
			for _, it := range items {
				out = append(out, paper+" "+it.Words+" "+string(it.ID))
			}
		}
		return out
	}
	if diff := cmp.Diff([]string{"澜会纪〔2026〕3号 会议决定修订会务手册。 i3"}, agenda(b)); diff != "" {
		t.Errorf("agenda (-want +got):\n%s", diff)
	}
	later := followup.Fold(record(t, log, followup.Cancelled{Act: act("i3", "2026-10-21", "clerk"), Reason: "不再需要"}), followup.Standard())
	if agenda(later) != nil || len(agenda(b)) != 1 {
		t.Error("an agenda keeps a copy")
	}
	if len(b.Checks(day("2026-12-14"))) != 0 || len(b.Checks(day("2026-12-15"))) != 1 {
		t.Errorf("effects to be looked at: %v", b.Checks(day("2026-12-15")))
	}
	looked := followup.Fold(record(t, log, followup.Verified{Act: act("i1", "2026-12-16", "clerk"), Effective: true, Text: "已执行"}), followup.Standard())
	if len(looked.Checks(day("2026-12-31"))) != 0 {
		t.Error("the effect was looked at")
	}
	it, _ := b.Item("i1")
	if it.Requirement == "" || it.Completion == "" || it.Issued != day("2026-09-18") || !slices.Equal(it.Copies, []roster.OrgID{"b"}) || it.Check != day("2026-12-15") {
		t.Errorf("%+v", it)
	}
}

// TestUnresolved: each point of the agenda ends in a decision, each decision in an item; who
// follows an item up does not lead it.
func TestUnresolved(t *testing.T) {
	d := followup.Decision{
		Paper: "澜会纪〔2026〕3号", Words: "会议决定修订会务手册。", On: day("2026-09-21"), Point: "p1", Supervisor: "watch",
		Tasks: []followup.Task{{ID: "i1", Title: "修订会务手册", Lead: "a", Due: day("2026-10-12")}},
	}
	es, err := d.Items("clerk")
	if err != nil {
		t.Fatal(err)
	}
	b := followup.Fold(record(t, followup.NewLog(), es[0]), followup.Standard())
	if diff := cmp.Diff([]roster.ItemID{"p2", ""}, b.Unresolved("p1", "p2", "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	d.Tasks[0].Lead = "watch"
	if _, err := d.Items("clerk"); len(findings(err)) != 1 || findings(err)[0] != "tasks[0].lead followup/not-apart" {
		t.Errorf("%v", err)
	}
	given := followup.Assigned{Act: act("i1", "2026-09-21", "clerk"), Lead: "watch", Due: day("2026-10-12")}
	if err := b.Admit(given); len(findings(err)) != 1 || findings(err)[0] != "lead followup/not-apart" {
		t.Errorf("%v", err)
	}
}

// TestCircular is the text of a circular in both languages.
func TestCircular(t *testing.T) {
	b, _ := decided(t)
	r, err := b.Report(followup.Suqian(), day("2026-11-03"), calendar.China(), nil)
	if err != nil {
		t.Fatal(err)
	}
	s := followup.YearlyPoints()
	s.Marks = append(s.Marks, followup.Mark{Measure: followup.CalendarDaysLate, Min: 1, Points: -1_50, Talk: true})
	scores, err := b.Score(s, day("2026-11-03"), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	name := func(kind, id string) string {
		return map[string]string{"a": "办公厅", "b": "培训中心", "i3": "清理制度"}[id]
	}
	sections := r.Circular(&scores)
	const want = `一、总体情况
截至 2026-11-03，督办事项共 3 项，在办 1 项，其中逾期 1 项、受阻 0 项；按期办结率 0.00%（按现时限）。
亮灯情况：红灯 1 项、橙灯 0 项、黄灯 0 项、蓝灯 0 项、绿灯 0 项。
办理质量：退办 0 次，发单催办 0 次，未按期报送 0 期。
二、各单位办理情况
办公厅：承办 2 项，在办 1 项，逾期 1 项，按期办结率 0.00%。
培训中心：承办 1 项，在办 0 项，逾期 0 项，按期办结率 —。
三、逾期时长
逾期 0–5 个工作日的 1 项。
四、突出问题
清理制度（办公厅）：红灯，时限 2026-10-30，逾期 2 个工作日。
五、考核计分
培训中心：100 分。
办公厅：98.50 分。
办公厅 逾期（天）共 4，属 ≥ 1，计 -1.50 分（年度督查考核扣分规则第 2 项）
约谈 办公厅 主要负责人。
`
	if diff := cmp.Diff(want, string(followup.AppendSections(nil, check.ZhHans, name, sections...))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	english := string(followup.AppendSections(nil, check.En, name, sections...))
	if !strings.HasPrefix(english, "1. How the items stand\nOn 2026-11-03 there are 3 items, 1 of them open") || strings.ContainsAny(english, "{}") {
		t.Errorf("%s", english)
	}
	if n := len((followup.Report{}).Circular(nil)); n != 1 {
		t.Errorf("a circular about nothing has %d sections", n)
	}
}

func ExampleReport_Circular() {
	act := followup.Act{Item: "手册", On: calendar.MustParseDate("2026-09-21"), By: "小王"}
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "督查室", At: 1_790_000_000_000},
		followup.Filed{Act: act, Title: "修订会务手册"}, followup.Assigned{Act: act, Lead: "办公厅", Due: calendar.MustParseDate("2026-10-12")})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := followup.Fold(log, followup.Standard()).Report(followup.Suqian(), calendar.MustParseDate("2026-10-20"), calendar.China(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(followup.AppendSections(nil, check.ZhHans, nil, r.Circular(nil)[2:]...)))
	// Output:
	// 一、逾期时长
	// 逾期 6–10 个工作日的 1 项。
	// 二、突出问题
	// 手册（办公厅）：红灯，时限 2026-10-12，逾期 6 个工作日。
}
