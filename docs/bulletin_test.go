package docs_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestCheckBulletins(t *testing.T) {
	at := calendar.MustParseDateTime
	issues := func(change func([]docs.Bulletin)) []docs.Bulletin {
		var out []docs.Bulletin
		for i, number := range []string{"大会简报2026年第1期（总第126期）", "大会简报2026年第2期（总第127期）", "大会简报增刊第1期"} {
			out = append(out, docs.Bulletin{
				Paper: roster.PaperID(fmt.Sprint("b", i)), Number: number, From: []docs.Contribution{{Group: roster.OrgID(fmt.Sprint("g", i)), At: at("2026-11-22 17:00")}},
				Cutoff: at("2026-11-22 18:00"), Drafted: at("2026-11-22 19:00"), Checked: at("2026-11-22 20:00"),
				Signed: at("2026-11-22 21:00"), Issued: at("2026-11-23 06:00"), Due: at("2026-11-23 07:00"),
			})
		}
		change(out)
		return out
	}
	for _, tt := range []struct {
		change func([]docs.Bulletin)
		want   string
		why    string
	}{
		{func([]docs.Bulletin) {}, "", "as it should be; special issues count apart"},
		{func(b []docs.Bulletin) { b[1].Number = "大会简报2026年第3期（总第127期）" }, "[1].number issue-order", "a number left out"},
		{func(b []docs.Bulletin) { b[1].Number = "大会简报2026年第2期（总第129期）" }, "[1].number total-order", "a running number left out"},
		{func(b []docs.Bulletin) { b[1].Number = "大会简报2027年第1期（总第127期）" }, "", "a new year begins with 1, the running number goes on"},
		{func(b []docs.Bulletin) { b[1].Number = "大会简报2026年2期（总第127期）" }, "[1].number no-bulletin-number", "not written as issues are"},
		{func(b []docs.Bulletin) { b[1].Number = "会办〔2026〕2号" }, "[1].number no-bulletin-number", "another number"},
		{func(b []docs.Bulletin) { b[0].Checked = calendar.DateTime{} }, "[0].signed stage-skipped", "signed without a check"},
		{func(b []docs.Bulletin) { b[0].Signed = at("2026-11-22 19:30") }, "[0].signed stage-order", "signed before it was checked"},
		{func(b []docs.Bulletin) { b[0].Issued = at("2026-11-23 07:01") }, "[0].issued bulletin-late", "a minute late"},
		{func(b []docs.Bulletin) { b[0].Issued = calendar.DateTime{} }, "[0].issued bulletin-late", "not issued yet"},
		{func(b []docs.Bulletin) { b[0].From[0].At = at("2026-11-22 18:01") }, "[0].from[0] group-late", "after the cut-off"},
		{func(b []docs.Bulletin) { b[2].From = nil }, "groups[2] group-absent", "a group that nobody reports on"},
		{func(b []docs.Bulletin) { b[0].Paper = "" }, "[0].paper roster/no-id", "no paper"},
	} {
		got := docs.CheckBulletins(issues(tt.change), []roster.OrgID{"g0", "g1", "g2"}, at("2026-11-23 08:00"))
		if diff := cmp.Diff(tt.want, said(got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	if got := said(docs.CheckBulletins(make([]docs.Bulletin, docs.MaxBulletins+1), nil, calendar.DateTime{})); got != " too-many" {
		t.Error(got)
	}
}

func ExampleCheckBulletins() {
	fmt.Print(docs.CheckBulletins([]docs.Bulletin{
		{Paper: "b1", Number: "大会简报第1期（总第126期）", From: []docs.Contribution{{Group: "第一组"}}},
		{Paper: "b2", Number: "大会简报第2期（总第128期）"},
	}, []roster.OrgID{"第一组", "第二组"}, calendar.DateTime{}).Text(check.ZhHans, nil))
	// Output:
	// [1].number: “大会简报第2期（总第128期）”的总期号应为127
	// groups[1]: 各期简报都没有反映第二组的讨论情况
}
