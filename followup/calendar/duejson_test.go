package calendar_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestDeadlineJSON(t *testing.T) {
	c := calendar.China()
	for _, q := range []calendar.Question{
		ask("days", calendar.CNCivil(), "2026-02-01", "15 days"),
		ask("pending", calendar.CNWorkdays(), "", "5 workdays"),
		{ID: "end", Policy: calendar.CNCivil(), Trigger: calendar.MustDate(2026, 5, 11), Limit: calendar.Limit{Kind: calendar.MonthEnd, Ahead: 1, Roll: calendar.Preceding, Event: "印发"}},
		{ID: "date", Policy: calendar.CNCivil(), Limit: calendar.Limit{Kind: calendar.OnDate, Date: calendar.MustDate(2026, 5, 11), Before: true}},
		{ID: "hours", Policy: calendar.USFRCP6(), From: calendar.MustParseDateTime("2026-02-12 10:30"), Limit: calendar.Limit{Kind: calendar.Within, Period: calendar.MustParsePeriod("48 hours")}},
		{ID: "friday", Policy: calendar.CNCivil(), Trigger: calendar.MustDate(2026, 5, 11), Limit: calendar.Limit{Kind: calendar.NextWeekday, Weekday: calendar.Friday}},
	} {
		d := must[calendar.Deadline](t)(q.Due(c))
		data := must[[]byte](t)(json.Marshal(d))
		back, err := calendar.ParseDeadline(data, c)
		if err != nil || !back.Equal(d) {
			t.Errorf("%s: %v\n%s", q.ID, err, data)
		}
	}
	d := must[calendar.Deadline](t)(ask("days", calendar.CNWorkdays(), "2026-02-01", "5 workdays").Due(c))
	const want = `{"huiwu":"calendar.deadline/1","policy":{"id":"cn_workdays","title":"工作日期限惯例","titleEn":"custom for periods in working days",` +
		`"source":"house custom","units":["workdays"],"forward":"none","backward":"none"},"limit":{"kind":"within","period":"5 workdays"},` +
		`"trigger":"2026-02-01","calendar":{"calendar":"CN","version":"2025-11-04.2344aa21473d"},"nominal":"2026-02-06","date":"2026-02-06"}`
	data := must[[]byte](t)(json.Marshal(d))
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := json.Marshal(calendar.Deadline{}); err == nil {
		t.Error("no deadline is written")
	}
	for _, tt := range []struct {
		old, with string
		code      check.Code
		why       string
	}{
		{`"date":"2026-02-06"}`, `"date":"2026-02-09"}`, calendar.OtherDay, "a changed day"},
		{`"nominal":"2026-02-06"`, `"nominal":"2026-02-05"`, calendar.OtherDay, "a changed day before rolling"},
		{`2344aa21473d`, `000000000000`, calendar.OtherCalendar, "another version"},
		{`"calendar":"CN"`, `"calendar":"HK"`, calendar.OtherCalendar, "another calendar"},
		{`"5 workdays"`, `"5 days"`, calendar.UnitRefused, "a question that the policy refuses"},
		{`"kind":"within"`, `"kind":"without"`, "", "no such kind"},
		{`"units":["workdays"]`, `"units":["moons"]`, "", "no such unit"},
		{`"trigger"`, `"Trigger"`, "", "another key"},
	} {
		_, err := calendar.ParseDeadline([]byte(strings.Replace(string(data), tt.old, tt.with, 1)), c)
		found, ok := errors.AsType[check.Problems](err)
		if !ok || tt.code != "" && !found.Has(tt.code) {
			t.Errorf("%s: %v", tt.why, err)
		}
	}
}

func TestPolicyJSON(t *testing.T) {
	for _, p := range calendar.Policies() {
		data := must[[]byte](t)(calendar.AppendPolicy([]byte("x"), p))
		back, err := calendar.ParsePolicy(data[1:])
		if err != nil || !reflect.DeepEqual(back, p) {
			t.Errorf("%s: %+v, %v", p.ID, back, err)
		}
	}
	if data, err := calendar.AppendPolicy([]byte("x"), calendar.Policy{}); err == nil || string(data) != "x" {
		t.Errorf("%s, %v", data, err)
	}
	for _, s := range []string{"", "{}", `{"huiwu":"calendar.policy/1"}`, `{"huiwu":"calendar.policy/2","id":"x"}`} {
		if _, err := calendar.ParsePolicy([]byte(s)); err == nil {
			t.Errorf("%q is read", s)
		}
	}
}

// FuzzParseDeadline: what is read is written so that it reads the same.
func FuzzParseDeadline(f *testing.F) {
	c := calendar.China()
	d, err := ask("days", calendar.CNCivil(), "2026-02-01", "15 days").Due(c)
	if err != nil {
		f.Fatal(err)
	}
	data, err := json.Marshal(d)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"huiwu":"calendar.deadline/1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := calendar.ParseDeadline(data, c)
		if err != nil {
			if !d.IsZero() {
				t.Fatalf("%s: %v", data, err)
			}
			return
		}
		again, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := calendar.ParseDeadline(again, c); err != nil || !back.Equal(d) {
			t.Fatalf("%s: %v", again, err)
		}
	})
}
