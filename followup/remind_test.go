package followup_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// board makes items in progress, each as "id lead contact leader due", "_" for nobody,
// all assigned on 1 September 2026.
func board(t rapid.TB, items ...string) followup.Board {
	t.Helper()
	log := followup.NewLog()
	for _, item := range items {
		f := strings.Fields(item)
		person := func(s string) roster.PersonID { return roster.PersonID(strings.Trim(s, "_")) }
		a := act(f[0], "2026-09-01", "clerk")
		log = record(
			t, log,
			followup.Filed{Act: a, Title: f[0]},
			followup.Assigned{Act: a, Lead: roster.OrgID(f[1]), Contact: person(f[2]), Leader: person(f[3]), Due: day(f[4])},
			followup.Accepted{Act: a},
		)
	}
	return followup.Fold(log, followup.Standard())
}

func lines(t rapid.TB, b followup.Board, l followup.Ladder, on string) []string {
	t.Helper()
	r, err := b.Remind(l, day(on), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for d := range r.Digests() {
		for _, x := range d.Reminders {
			out = append(out, fmt.Sprintf("%s: %s step %d, %d left", d.To, x.Item, x.Step, x.Left))
			for _, lang := range []check.Lang{check.ZhHans, check.En} {
				if text := x.Why.Text(lang, nil); strings.ContainsAny(text, "{}") {
					t.Errorf("unfilled: %s", text)
				}
			}
		}
	}
	return out
}

// TestRemind: i1 is due on Wednesday 30 September 2026, before a holiday of seven days
// up to 7 October; the 25th to the 27th are a holiday too.
func TestRemind(t *testing.T) {
	b := board(t, "i1 office wang zhang 2026-09-30", "i2 office wang zhang 2026-09-29", "i3 office _ zhang 2026-09-30", "i4 office _ _ 2026-09-30")
	l := followup.StandardLadder()
	quiet := l
	quiet.Quiet = []calendar.Date{day("2026-10-08"), day("2026-10-09")}
	for _, tt := range []struct {
		ladder followup.Ladder
		on     string
		want   []string
		why    string
	}{
		{l, "2026-09-21", []string{"wang: i2 step 0, 5 left"}, "5 working days before the 29th: 22, 23, 24, 28, 29"},
		{l, "2026-09-22", []string{": i4 step 0, 5 left", "wang: i1 step 0, 5 left", "zhang: i3 step 0, 5 left"}, "who names no contact is reminded through the leader, who names nobody is not lost"},
		{l, "2026-09-25", nil, "a day of rest"},
		{l, "2026-09-29", []string{": i4 step 1, 1 left", "wang: i1 step 1, 1 left", "zhang: i3 step 1, 1 left"}, "the day before"},
		{l, "2026-09-30", []string{"wang: i2 step 2, -1 left"}, "a day late"},
		{l, "2026-10-08", []string{": i4 step 2, -1 left", "wang: i1 step 2, -1 left", "zhang: i3 step 2, -1 left"}, "a working day late"},
		{l, "2026-10-09", []string{"zhang: i2 step 3, -3 left"}, "escalated to the leader"},
		{l, "2026-10-10", []string{": i4 step 3, -3 left", "zhang: i1 step 3, -3 left", "zhang: i3 step 3, -3 left"}, "a make-up Saturday; in order of identifiers"},
		{l, "2026-10-15", []string{"zhang: i2 step 3, -8 left"}, "and again after five working days"},
		{quiet, "2026-10-08", nil, "a quiet day"},
		{quiet, "2026-10-10", []string{": i4 step 3, -3 left", "wang: i1 step 2, -3 left", "zhang: i2 step 3, -4 left", "zhang: i1 step 3, -3 left", "zhang: i3 step 3, -3 left"}, "what fell on quiet days, one line an item and person"},
	} {
		if diff := cmp.Diff(tt.want, lines(t, b, tt.ladder, tt.on)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", tt.on, tt.why, diff)
		}
	}
}

// TestRemindStages: reminders go to who owes work.
// TestRemindRoles: who called the session is reminded as a leader is; one person has one
// line of an item, that of the highest role.
func TestRemindRoles(t *testing.T) {
	l := followup.Ladder{Name: "x", Source: "y", Steps: []followup.Step{
		{Days: 1, To: followup.ToContact}, {Days: 2, To: followup.ToLeader}, {Days: 3, To: followup.ToConvener}, {Days: 4, To: followup.ToChair},
	}, Quiet: []calendar.Date{day("2026-09-02"), day("2026-09-03"), day("2026-09-04")}}
	for name, tt := range map[string]struct {
		convener, chair string
		want            []string
	}{
		"each":     {"v", "w", []string{"c: i1 step 0, -4 left", "l: i1 step 1, -4 left", "v: i1 step 2, -4 left", "w: i1 step 3, -4 left"}},
		"one":      {"l", "l", []string{"c: i1 step 0, -4 left", "l: i1 step 3, -4 left"}},
		"not said": {"", "", []string{": i1 step 3, -4 left", "c: i1 step 0, -4 left", "l: i1 step 1, -4 left"}},
	} {
		a := act("i1", "2026-09-01", "clerk")
		b := followup.Fold(record(t, followup.NewLog(),
			followup.Filed{Act: a, Title: "x", Convener: roster.PersonID(tt.convener), Chair: roster.PersonID(tt.chair)},
			followup.Assigned{Act: a, Lead: "o", Contact: "c", Leader: "l", Due: day("2026-09-01")}), followup.Standard())
		if diff := cmp.Diff(tt.want, lines(t, b, l, "2026-09-07")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestRemindStages(t *testing.T) {
	base := []followup.Event{}
	for _, kind := range []string{"filed", "assigned"} {
		base = append(base, eventOf(kind, "2026-09-01", "lead"))
	}
	due := "2026-10-01" // as events has it; reminded of late on 2026-10-08
	for name, tt := range map[string]struct {
		more []string
		want int
	}{
		"assigned": {nil, 1}, "in progress": {[]string{"accepted"}, 1}, "reported": {[]string{"accepted", "reported"}, 0},
		"suspended": {[]string{"accepted", "suspended"}, 0}, "cancelled": {[]string{"cancelled"}, 0},
	} {
		log := record(t, followup.NewLog(), base...)
		for _, kind := range tt.more {
			log = record(t, log, eventOf(kind, "2026-09-02", "lead"))
		}
		b := followup.Fold(log, followup.Standard())
		it, _ := b.Item("i1")
		if got := lines(t, b, followup.StandardLadder(), "2026-10-08"); len(got) != tt.want || it.Due != day(due) {
			t.Errorf("%s, due %s: %v", name, it.Due, got)
		}
		next, err := followup.StandardLadder().Next(it, day("2026-09-02"), calendar.China())
		if err != nil || next.IsZero() != (tt.want == 0) {
			t.Errorf("%s: next on %s, %v", name, next, err)
		}
	}
}

func TestLevel(t *testing.T) {
	b := board(t, "i1 office wang zhang 2026-09-29")
	it, _ := b.Item("i1")
	for on, want := range map[string]int{"2026-09-29": 0, "2026-09-30": 1, "2026-10-08": 1, "2026-10-09": 2, "2026-11-30": 2} {
		if got, err := followup.StandardLadder().Level(it, day(on), calendar.China()); err != nil || got != want {
			t.Errorf("on %s: level %d, %v, want %d", on, got, err, want)
		}
	}
	short := followup.Ladder{Name: "short", Source: check.HouseCustom, Steps: []followup.Step{{Days: -2, To: followup.ToContact}, {Days: 1, To: followup.ToLeader}}}
	if next, err := short.Next(it, day("2026-09-30"), calendar.China()); err != nil || !next.IsZero() {
		t.Errorf("after the last step: %s, %v", next, err)
	}
	var unknown *calendar.UnpublishedError
	if _, err := followup.StandardLadder().Next(it, day("2026-12-31"), calendar.China()); !errors.As(err, &unknown) {
		t.Errorf("into a year without notice: %v", err)
	}
}

func TestLadderInput(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*followup.Ladder)
		want   check.Code
	}{
		"no name":   {func(l *followup.Ladder) { l.Name = "" }, followup.NoText},
		"no steps":  {func(l *followup.Ladder) { l.Steps = nil }, followup.BadLadder},
		"many":      {func(l *followup.Ladder) { l.Steps = make([]followup.Step, followup.MaxSteps+1) }, followup.BadLadder},
		"quiet":     {func(l *followup.Ladder) { l.Quiet = make([]calendar.Date, followup.MaxQuiet+1) }, followup.BadLadder},
		"far":       {func(l *followup.Ladder) { l.Steps[0].Days = -followup.MaxStepDays - 1 }, followup.BadStep},
		"backwards": {func(l *followup.Ladder) { l.Steps[0].Every = -1 }, followup.BadStep},
		"rare":      {func(l *followup.Ladder) { l.Steps[0].Every = followup.MaxStepDays + 1 }, followup.BadStep},
		"nobody":    {func(l *followup.Ladder) { l.Steps[0].To = 0 }, followup.BadStep},
		"twice":     {func(l *followup.Ladder) { l.Steps[1].Days = -5 }, followup.BadStep},
		"no day":    {func(l *followup.Ladder) { l.Quiet = make([]calendar.Date, 1) }, followup.BadQuiet},
		"same day":  {func(l *followup.Ladder) { l.Quiet = []calendar.Date{day("2026-09-01"), day("2026-09-01")} }, followup.BadQuiet},
	} {
		l := followup.StandardLadder()
		tt.change(&l)
		_, errRemind := followup.Board{}.Remind(l, day("2026-09-01"), calendar.China())
		_, errNext := l.Next(followup.Item{}, day("2026-09-01"), calendar.China())
		_, errLevel := l.Level(followup.Item{}, day("2026-09-01"), calendar.China())
		_, errJSON := json.Marshal(l)
		if !l.Validate().Has(tt.want) || errRemind == nil || errNext == nil || errLevel == nil || errJSON == nil {
			t.Errorf("%s: %v, %v, %v, %v, %v", name, l.Validate(), errRemind, errNext, errLevel, errJSON)
		}
	}
}

func genLadder(t *rapid.T) followup.Ladder {
	l := followup.Ladder{Name: "l", Source: check.HouseCustom}
	for _, days := range slices.Sorted(slices.Values(rapid.SliceOfNDistinct(rapid.IntRange(-8, 8), 1, 4, rapid.ID[int]).Draw(t, "days"))) {
		l.Steps = append(l.Steps, followup.Step{Days: days, Every: rapid.SampledFrom([]int{0, 0, 1, 3}).Draw(t, "every"), To: rapid.SampledFrom([]followup.Role{followup.ToContact, followup.ToLeader}).Draw(t, "to")})
	}
	for _, n := range slices.Sorted(slices.Values(rapid.SliceOfNDistinct(rapid.IntRange(0, 70), 0, 10, rapid.ID[int]).Draw(t, "quiet"))) {
		l.Quiet = append(l.Quiet, day("2026-09-10").AddDays(n))
	}
	return l
}

// propRemind holds the reminders of every day against the twin that sends each step,
// and each repetition, on the first day from its own on which anything goes out; and
// Next against looking at every day.
func propRemind(t *rapid.T) {
	cal, l := calendar.China(), genLadder(t)
	due := day("2026-09-20").AddDays(rapid.IntRange(0, 30).Draw(t, "due"))
	b := board(t, "i1 office wang zhang "+due.String())
	it, _ := b.Item("i1")
	sends := func(d calendar.Date) bool {
		ok, err := cal.IsWorkday(d)
		return err == nil && ok && !slices.Contains(l.Quiet, d)
	}
	want := map[calendar.Date]map[string]int{} // the last step by day and person
	for i, s := range l.Steps {
		for n := s.Days; n <= 30; n += s.Every {
			at, err := cal.Add(due, n)
			if n == 0 {
				at, err = cal.Roll(due, calendar.Preceding)
			}
			if err != nil {
				t.Fatal(err)
			}
			for !sends(at) {
				at = at.AddDays(1)
			}
			if want[at] == nil {
				want[at] = map[string]int{}
			}
			to := map[followup.Role]string{followup.ToContact: "wang", followup.ToLeader: "zhang"}[s.To]
			want[at][to] = max(want[at][to], i+1)
			if s.Every == 0 {
				break
			}
		}
	}
	var next calendar.Date
	for on := due.AddDays(20); !on.Before(due.AddDays(-20)); on = on.AddDays(-1) {
		r, err := b.Remind(l, on, cal)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for d := range r.Digests() {
			for _, x := range d.Reminders {
				got[string(d.To)] = x.Step + 1
			}
		}
		if diff := cmp.Diff(want[on], got, cmp.Transformer("empty", func(m map[string]int) string { return fmt.Sprint(m) })); diff != "" {
			t.Fatalf("due %s, on %s (-want +got):\n%s", due, on, diff)
		}
		if found, err := l.Next(it, on, cal); err == nil && !next.IsZero() && found != next {
			t.Fatalf("next after %s is %s, want %s", on, found, next)
		}
		if len(got) > 0 {
			next = on
		}
	}
	data, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	back, err := followup.ParseLadder(data)
	if diff := cmp.Diff(l, back); err != nil || diff != "" {
		t.Fatalf("%v (-want +got):\n%s", err, diff)
	}
}

func TestRemindProperty(t *testing.T) {
	rapid.Check(t, propRemind)
}

func FuzzRemind(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(propRemind))
}

func TestParseRound(t *testing.T) {
	b, cal, l := board(t, "i1 office wang zhang 2026-09-30"), calendar.China(), followup.StandardLadder()
	r, err := b.Remind(l, day("2026-09-29"), cal)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := followup.ParseRound(data, b, l, cal)
	if err != nil || back.On() != day("2026-09-29") {
		t.Fatalf("%s: %v", data, err)
	}
	other := l
	other.Name = "other"
	if _, err := followup.ParseRound(data, b, other, cal); err == nil {
		t.Error("read with another ladder")
	}
	if _, err := followup.ParseRound(data, board(t, "i1 office li zhang 2026-09-30"), l, cal); err == nil {
		t.Error("read beside another board")
	}
	for _, bad := range []string{`{}`, `{"huiwu":"followup.reminders/1","ladder":"standard","digests":[]}`, strings.Replace(string(data), "i1", "i2", 1)} {
		if _, err := followup.ParseRound([]byte(bad), b, l, cal); err == nil {
			t.Errorf("read: %s", bad)
		}
	}
}

func TestSilent(t *testing.T) {
	log := record(t, followup.NewLog(), events("i1", "2026-09-01", "lead")[:3]...)
	log = record(t, log, events("i2", "2026-09-01", "lead")[:2]...)
	log = record(t, log, followup.Progressed{Act: act("i1", "2026-09-22", "lead"), Percent: 10})
	log = record(t, log, events("i3", "2026-09-01", "lead")[:3]...)
	log = record(t, log, followup.Reported{Act: act("i3", "2026-09-02", "lead"), Text: "已完成"})
	b := followup.Fold(log, followup.Standard())
	for _, tt := range []struct {
		n    int
		want []string
	}{
		{5, []string{"i2 2026-09-01 21", "i1 2026-09-22 5"}}, {6, []string{"i2 2026-09-01 21"}}, {22, nil},
	} {
		silent, err := b.Silent(day("2026-09-30"), tt.n, calendar.China())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range silent {
			got = append(got, fmt.Sprint(s.Item, " ", s.Since, " ", s.Workdays))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("silent for %d working days (-want +got):\n%s", tt.n, diff)
		}
	}
}

func ExampleBoard_Remind() {
	it := func(id, contact, leader, due string) []followup.Event {
		a := followup.Act{Item: roster.ItemID(id), On: calendar.MustParseDate("2026-09-01"), By: "督查室"}
		return []followup.Event{
			followup.Filed{Act: a, Title: id},
			followup.Assigned{Act: a, Lead: "办公厅", Contact: roster.PersonID(contact), Leader: roster.PersonID(leader), Due: calendar.MustParseDate(due)},
		}
	}
	log, err := followup.LogOf()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, es := range [][]followup.Event{it("手册", "小李", "老张", "2026-10-09"), it("培训", "小李", "老张", "2026-09-29")} {
		if log, err = log.Append(journal.Stamp{Desk: "督查室", At: 1_790_000_000_000}, es...); err != nil {
			fmt.Println(err)
			return
		}
	}
	round, err := followup.Fold(log, followup.Standard()).Remind(followup.StandardLadder(), calendar.MustParseDate("2026-10-09"), calendar.China())
	for d := range round.Digests() {
		for _, r := range d.Reminders {
			fmt.Println(d.To, r.Why.Text(check.ZhHans, nil), err)
		}
	}
	// Output:
	// 老张 培训 时限 2026-09-29，至 2026-10-09 已逾期 3 个工作日 <nil>
}
