package followup_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// TestAllowances: from Thursday 17 September 2026; the 20th is worked, the 25th is off.
func TestAllowances(t *testing.T) {
	for name, tt := range map[string]struct {
		rules  followup.Allowances
		origin followup.OriginKind
		pace   followup.Pace
		want   string // "" for none
		line   string
	}{
		"urgent instruction":    {followup.CityAllowances(), followup.FromInstruction, followup.Urgent, "2026-09-22", "第 1 条"},
		"difficult instruction": {followup.CityAllowances(), followup.FromInstruction, followup.Difficult, "2026-10-17", "第 2 条"},
		"instruction":           {followup.CityAllowances(), followup.FromInstruction, 0, "2026-10-02", "第 3 条"},
		"minutes":               {followup.CityAllowances(), 0, 0, "2026-10-07", "第 4 条"},
		"urgent minutes":        {followup.CityAllowances(), followup.FromDecision, followup.Urgent, "2026-10-07", "第 4 条"},
		"paper":                 {followup.CityAllowances(), followup.FromRequest, 0, "2026-10-17", "第 5 条"},
		"working days":          {followup.CountyAllowances(), followup.FromDecision, 0, "2026-09-23", "第 2 条"},
		"days":                  {followup.CountyAllowances(), followup.FromDecision, followup.Urgent, "2026-09-20", "第 1 条"},
		"nothing said":          {followup.CountyAllowances(), followup.FromOpinion, 0, "", ""},
		"public concern":        {followup.DistrictAllowances(), followup.FromSituation, 0, "2026-09-22", "第 3 条"},
		"standing meeting":      {followup.DistrictAllowances(), 0, 0, "2026-11-04", "第 1 条"},
		"proposal":              {followup.ProposalAllowances(), followup.FromProposal, 0, "2026-12-17", "第 2 条"},
		"hard proposal":         {followup.ProposalAllowances(), followup.FromProposal, followup.Difficult, "2027-03-17", "第 1 条"},
	} {
		d, err := tt.rules.Due(tt.origin, tt.pace, day("2026-09-17"), calendar.China())
		if d.Date.String() != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%s: %s, %v, want %s", name, d.Date, err, tt.want)
			continue
		}
		if err != nil {
			if report, _ := errors.AsType[check.Problems](err); !report.Has(followup.NoAllowance) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if text := check.Sentences(check.ZhHans, nil, d.Why...); !strings.Contains(text, tt.line) || strings.ContainsAny(text, "{}") {
			t.Errorf("%s: %s", name, text)
		}
		if (d.Ref != calendar.Ref{}) != (name == "working days" || name == "standing meeting") {
			t.Errorf("%s: counted on %v", name, d.Ref)
		}
	}
	if _, err := followup.CityAllowances().Due(0, 0, calendar.Date{}, nil); err == nil {
		t.Error("no day")
	}
	if _, err := followup.CountyAllowances().Due(0, 0, day("2027-09-17"), calendar.China()); err == nil {
		t.Error("an unknown year")
	}
}

func TestAllowancesInput(t *testing.T) {
	for name, edit := range map[string]func(*followup.Allowances){
		"no title": func(a *followup.Allowances) { a.Title = "" },
		"no lines": func(a *followup.Allowances) { a.Lines = nil },
		"many":     func(a *followup.Allowances) { a.Lines = make([]followup.Allowance, followup.MaxLimits+1) },
		"no unit":  func(a *followup.Allowances) { a.Lines[0].Unit = 0 },
		"no days":  func(a *followup.Allowances) { a.Lines[0].N = 0 },
		"origin":   func(a *followup.Allowances) { a.Lines[0].Origin = followup.FromLesson + 1 },
		"pace":     func(a *followup.Allowances) { a.Lines[0].Pace = followup.Difficult + 1 },
	} {
		a := followup.CityAllowances()
		edit(&a)
		if _, err := a.MarshalJSON(); err == nil {
			t.Errorf("%s is written", name)
		}
	}
	names := map[string]bool{}
	for _, a := range followup.AllowanceSets() {
		data, err := a.MarshalJSON()
		if err != nil || names[a.Name] {
			t.Fatal(a.Name, err)
		}
		names[a.Name] = true
		if back, err := followup.ParseAllowances(data); err != nil || !cmp.Equal(a, back) {
			t.Errorf("%s: %v\n%s", a.Name, err, cmp.Diff(a, back))
		}
	}
}

func FuzzParseAllowances(f *testing.F) {
	for _, a := range followup.AllowanceSets() {
		data, err := a.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := followup.ParseAllowances(data)
		if err != nil {
			return
		}
		text, err := a.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := followup.ParseAllowances(text); err != nil || !cmp.Equal(a, back) {
			t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(a, back))
		}
		if d, err := a.Due(followup.FromInstruction, followup.Urgent, day("2026-01-05"), calendar.China()); err == nil && !d.Date.IsZero() && !d.Date.After(day("2026-01-05")) {
			t.Fatalf("due on %s", d.Date)
		}
	})
}

func ExampleAllowances_Due() {
	d, err := followup.CityAllowances().Due(followup.FromInstruction, followup.Urgent, calendar.MustParseDate("2026-09-17"), calendar.China())
	fmt.Println(d.Date, check.Sentences(check.ZhHans, nil, d.Why...), err)
	// Output:
	// 2026-09-22 自 2026-09-17 起 5天内，即 2026-09-22 前（含当日），依据市级督查办理时限第 1 条 <nil>
}
