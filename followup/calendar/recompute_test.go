package calendar_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func asOf(t testing.TB, day string) *calendar.Calendar {
	t.Helper()
	return must[*calendar.Calendar](t)(calendar.New(calendar.InForce(calendar.ChinaNotices(), calendar.MustParseDate(day)), nil))
}

func ask(id string, p calendar.Policy, trigger, period string) calendar.Question {
	q := calendar.Question{ID: id, Policy: p, Limit: calendar.Limit{Kind: calendar.Within, Period: calendar.MustParsePeriod(period)}}
	if trigger != "" {
		q.Trigger = calendar.MustParseDate(trigger)
	}
	return q
}

func TestRecompute(t *testing.T) {
	before, after := asOf(t, "2020-01-26"), asOf(t, "2020-01-27")
	got, err := calendar.Recompute(before, after, []calendar.Question{
		ask("across", calendar.CNWorkdays(), "2020-01-20", "5 workdays"),
		ask("later", calendar.CNWorkdays(), "2020-03-02", "5 workdays"),
		ask("roll", calendar.CNCivil(), "2020-01-16", "15 days"),
		ask("inside", calendar.CNCivil(), "2020-01-20", "1 month"),
		ask("pending", calendar.CNWorkdays(), "", "5 workdays"),
		ask("back", calendar.CNWorkdays(), "2020-02-04", "-2 workdays"),
		ask("from a changed day", calendar.CNWorkdays(), "2020-02-01", "-2 workdays"),
	})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, m := range got {
		line := m.Question.ID + " " + m.Before.Date().String() + " " + m.After.Date().String()
		for _, c := range m.Days {
			line += " " + c.After.Date.String()[5:]
		}
		lines = append(lines, line)
	}
	want := []string{
		"across 2020-02-01 2020-02-04 01-31 02-01",
		"roll 2020-01-31 2020-02-03 01-31 02-01",
		"back 2020-02-01 2020-01-23 01-31 02-01",
		"from a changed day 2020-01-23 2020-01-22 01-31 02-01",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("the amendment of 27 January 2020 (-want +got):\n%s", diff)
	}
	if text := check.Sentences(check.ZhHans, nil, got[0].Reasons()...); !strings.HasPrefix(text, "“across” 的到期日由 2020-02-01 改为 2020-02-04；2020-01-31 由工作日改为放假，依据：《国务院办公厅关于延长2020年春节假期的通知》") {
		t.Error(text)
	}
}

func TestRecomputeUnknown(t *testing.T) {
	before, after := asOf(t, "2025-11-03"), asOf(t, "2025-11-04")
	got, err := calendar.Recompute(before, after, []calendar.Question{
		ask("new", calendar.CNWorkdays(), "2025-12-30", "5 workdays"),
		ask("old", calendar.CNWorkdays(), "2025-12-01", "5 workdays"),
	})
	if err != nil || len(got) != 1 || !got[0].Before.IsZero() || got[0].After.Date().String() != "2026-01-07" {
		t.Fatalf("%+v, %v", got, err)
	}
	if text := check.Sentences(check.En, nil, got[0].Reasons()...); text != `the day on which "new" is due was unknown and is now 2026-01-07` {
		t.Error(text)
	}
	again, err := calendar.Recompute(after, before, []calendar.Question{got[0].Question})
	if err != nil || len(again) != 1 || !again[0].After.IsZero() {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestRecomputeRefused(t *testing.T) {
	c := calendar.China()
	_, err := calendar.Recompute(c, c, []calendar.Question{
		ask("", calendar.CNWorkdays(), "2025-12-01", "5 workdays"),
		ask("days", calendar.CNWorkdays(), "2025-12-01", "5 days"),
		{ID: "empty"},
	})
	found, ok := errors.AsType[check.Problems](err)
	var paths []string
	for p := range found.All() {
		paths = append(paths, p.Path())
	}
	want := []string{
		"questions[0].id", "questions[1].limit.period.unit", "questions[2].limit.kind",
		"questions[2].policy.id", "questions[2].policy.source", "questions[2].policy.title", "questions[2].policy.units",
	}
	if diff := cmp.Diff(want, paths); !ok || diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := calendar.Recompute(c, c, make([]calendar.Question, calendar.MaxQuestions+1)); err == nil {
		t.Error("too many questions")
	}
}

// propRecompute: what does not move has no change that concerns it, and every move is
// the difference of two answers.
func propRecompute(t *rapid.T) {
	before, err := calendar.New(calendar.InForce(calendar.ChinaNotices(), calendar.MustDate(2020, 1, 1)), nil)
	if err != nil {
		t.Fatal(err)
	}
	after := calendar.China()
	q := ask("q", rapid.SampledFrom([]calendar.Policy{calendar.CNCivil(), calendar.CNWorkdays()}).Draw(t, "policy"), "2020-01-10", "1 workday")
	q.Trigger = q.Trigger.AddDays(rapid.IntRange(0, 40).Draw(t, "trigger"))
	q.Limit.Period.N = rapid.IntRange(1, 20).Draw(t, "n") * rapid.SampledFrom([]int{1, -1}).Draw(t, "sign")
	moved, err := calendar.Recompute(before, after, []calendar.Question{q})
	was, errWas := q.Due(before)
	is, errIs := q.Due(after)
	if err != nil || errWas != nil || errIs != nil {
		t.Fatal(err, errWas, errIs)
	}
	if (len(moved) == 1) != (was.Date() != is.Date()) {
		t.Fatalf("%v and %v: %+v", was.Date(), is.Date(), moved)
	}
	if len(moved) == 1 && (len(moved[0].Days) == 0 || !moved[0].Before.Equal(was) || !moved[0].After.Equal(is)) {
		t.Fatalf("moved without a cause: %+v", moved[0])
	}
}

func TestPropRecompute(t *testing.T) { rapid.Check(t, propRecompute) }
func FuzzRecompute(f *testing.F)     { f.Fuzz(rapid.MakeFuzz(propRecompute)) }

func ExampleRecompute() {
	notices := calendar.ChinaNotices()
	before, err := calendar.New(calendar.InForce(notices, calendar.MustDate(2020, 1, 26)), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := calendar.New(calendar.InForce(notices, calendar.MustDate(2020, 1, 27)), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	moved, err := calendar.Recompute(before, after, []calendar.Question{{
		ID: "item 7", Policy: calendar.CNWorkdays(), Trigger: calendar.MustDate(2020, 1, 20),
		Limit: calendar.Limit{Kind: calendar.Within, Period: calendar.MustParsePeriod("5 workdays")},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range moved {
		fmt.Println(m.Reasons()[0].Text(check.En, nil))
	}
	// Output: the day on which "item 7" is due was 2020-02-01 and is now 2020-02-04
}
