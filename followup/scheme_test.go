package followup_test

import (
	"errors"
	"fmt"
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

// slipped makes items out of lines "id lead colours", each letter a slip: y, r, o, b.
func slipped(t rapid.TB, lines ...string) followup.Board {
	t.Helper()
	log := followup.NewLog()
	colours := map[rune]followup.Light{'b': followup.Blue, 'y': followup.Yellow, 'o': followup.Orange, 'r': followup.Red}
	for _, line := range lines {
		f := append(strings.Fields(line), "")
		a := act(f[0], "2026-09-01", "clerk")
		log = record(t, log, followup.Filed{Act: a, Title: f[0]}, followup.Assigned{Act: a, Lead: roster.OrgID(f[1]), Due: day("2026-10-30"), Reports: monthly("2026-06-01")})
		for _, c := range f[2] {
			if c == 'm' {
				it, _ := followup.Fold(log, followup.Standard()).Item(a.Item)
				log = record(t, log, followup.Missed{Act: a, Instalment: day("2026-07-05").AddMonths(len(it.Instalments))})
				continue
			}
			log = record(t, log, followup.Urged{Act: a, Slip: colours[c]})
		}
	}
	return followup.Fold(log, followup.Standard())
}

func TestScore(t *testing.T) {
	for name, tt := range map[string]struct {
		why    string
		scheme followup.Scheme
		items  []string
		want   []string
	}{
		"two yellows": {"of one body, on whatever items", followup.GuangyuanPoints(), []string{"i1 a y", "i2 a y", "i3 b y"}, []string{"a 9900 false [0:2:-100]", "b 10000 false []"}},
		"three":       {"the third waits for a fourth", followup.GuangyuanPoints(), []string{"i1 a yyy"}, []string{"a 9900 false [0:3:-100]"}},
		"red":         {"two points and a talk, each", followup.GuangyuanPoints(), []string{"i1 a rr", "i2 a r"}, []string{"a 9400 true [1:3:-600]"}},
		"in a row":    {"a yellow one between begins anew", followup.LongchangTalks(), []string{"i1 a rryr", "i2 b rrr"}, []string{"a 10000 false []", "b 10000 true [0:3:0]"}},
		"reports":     {"ten points each", followup.YearlyPoints(), []string{"i1 a mm", "i2 a m"}, []string{"a 7000 false [0:3:-3000]"}},
		"floor":       {"no score is below the least", func() followup.Scheme { s := followup.GuangyuanPoints(); s.Least = 99_00; return s }(), []string{"i1 a rr"}, []string{"a 9900 true [1:2:-400]"}},
		"cap":         {"nor a line beyond its cap", func() followup.Scheme { s := followup.GuangyuanPoints(); s.Marks[1].Cap = 3_00; return s }(), []string{"i1 a rr"}, []string{"a 9700 true [1:2:-300]"}},
	} {
		b := slipped(t, tt.items...)
		scores, err := b.Score(tt.scheme, day("2026-10-01"), calendar.China())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var got []string
		for x := range scores.All() {
			var marks []string
			for _, m := range x.Taken {
				marks = append(marks, fmt.Sprintf("%d:%d:%d", m.Mark, m.Count, m.Points))
				if text := scores.Why(x, m).Text(check.ZhHans, nil); strings.ContainsAny(text, "{}") {
					t.Errorf("unfilled: %s", text)
				}
			}
			got = append(got, fmt.Sprint(x.Lead, " ", x.Points, " ", x.Talk, " ", marks))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", name, tt.why, diff)
		}
		data, err := scores.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := followup.ParseScores(data, b, tt.scheme, calendar.China()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := followup.ParseScores([]byte(strings.Replace(string(data), `"points":`, `"points":1`, 1)), b, tt.scheme, calendar.China()); err == nil {
			t.Errorf("%s: other points are read", name)
		}
	}
}

// TestScoreOfMuch: points that would not fit 32 bits are cut at the greatest there are.
func TestScoreOfMuch(t *testing.T) {
	s := followup.GuangyuanPoints()
	s.Most, s.Marks = followup.MaxPoints, []followup.Mark{{Measure: followup.CalendarDaysLate, Min: 1, Per: 1, Points: followup.MaxPoints}, {Measure: followup.SlipsOut, Summed: true, Min: 1, Points: -1_00}}
	b := slipped(t, "i1 a y", "i2 a")
	if _, err := b.Score(followup.StandardUrgency(), day("2027-10-01"), calendar.China()); err == nil {
		t.Error("a year that is not known")
	}
	scores, err := b.Score(s, day("2026-12-31"), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	for x := range scores.All() {
		if x.Points != followup.MaxPoints || x.Taken[0].Points != followup.MaxPoints || x.Taken[0].Count != 124 || x.Taken[1].Points != -1_00 {
			t.Errorf("%+v", x)
		}
	}
}

// TestScoreOfClosed: what an item cost stays after it is closed; what it shows today does not.
func TestScoreOfClosed(t *testing.T) {
	log := record(t, followup.NewLog(), append(events("i1", "2026-09-01", "lead")[:3],
		followup.Urged{Act: act("i1", "2026-11-02", "office"), Slip: followup.Red},
		followup.Reported{Act: act("i1", "2026-11-03", "lead"), Text: "已完成"},
		followup.Closed{Act: act("i1", "2026-11-04", "office"), Outcome: followup.Solved})...)
	s := followup.GuangyuanPoints()
	s.Marks = append(s.Marks, followup.Mark{Measure: followup.CalendarDaysLate, Min: 1, Points: -50_00})
	scores, err := followup.Fold(log, followup.Standard()).Score(s, day("2026-11-05"), calendar.China())
	for x := range scores.All() {
		if x.Points != 98_00 || err != nil {
			t.Errorf("%+v, %v", x, err)
		}
	}
}

func TestUrgency(t *testing.T) {
	b := quarter(t)
	var got []string
	for it := range b.Items() {
		n, err := followup.StandardUrgency().Urgency(it, day("2026-10-16"), calendar.China())
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(it.ID, " ", n))
	}
	// a4 is one working day late, b2 fourteen: its line is capped.
	want := []string{"a1 0", "a2 0", "a3 0", "a4 660", "b1 0", "b2 1200", "b3 0", "b4 0", "b5 0", "c1 0", "d1 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := (followup.Scheme{}).Urgency(followup.Item{}, day("2026-10-16"), calendar.China()); err == nil {
		t.Error("an empty scheme")
	}
}

func TestSchemeInput(t *testing.T) {
	for name, edit := range map[string]func(*followup.Scheme){
		"no name":      func(s *followup.Scheme) { s.Name = "" },
		"upside down":  func(s *followup.Scheme) { s.Least = s.Most + 1 },
		"no marks":     func(s *followup.Scheme) { s.Marks = nil },
		"measure":      func(s *followup.Scheme) { s.Marks[0].Measure = 0 },
		"empty range":  func(s *followup.Scheme) { s.Marks[0].Max = 1 },
		"no points":    func(s *followup.Scheme) { s.Marks[0].Points = 0 },
		"great points": func(s *followup.Scheme) { s.Marks[0].Points = -followup.MaxPoints - 1 },
		"negative per": func(s *followup.Scheme) { s.Marks[0].Per = -1 },
	} {
		s := followup.GuangyuanPoints()
		edit(&s)
		found := s.Validate()
		if _, err := s.MarshalJSON(); !found.Failed() || err == nil {
			t.Errorf("%s: %v, %v", name, found, err)
		}
		if _, err := (followup.Board{}).Score(s, day("2026-10-16"), calendar.China()); err == nil {
			t.Errorf("%s: scored", name)
		}
	}
	for _, s := range append(followup.Schemes(), followup.StandardUrgency()) {
		data, err := s.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := followup.ParseScheme(data); err != nil || !cmp.Equal(s, back) {
			t.Errorf("%s: %v\n%s", s.Name, err, cmp.Diff(s, back))
		}
	}
}

// propScore: the score is the base with the points of each body's marks, within bounds, and
// does not depend on the order of the items.
func propScore(t *rapid.T) {
	var lines, back []string
	for i := range rapid.IntRange(0, 6).Draw(t, "items") {
		slips := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"y", "r", "o", "m"}), 0, 5).Draw(t, "slips"), "")
		line := fmt.Sprintf("i%d %s %s", i, rapid.SampledFrom([]string{"a", "b"}).Draw(t, "lead"), slips)
		lines, back = append(lines, line), append([]string{line}, back...)
	}
	s := followup.GuangyuanPoints()
	one, err := slipped(t, lines...).Score(s, day("2026-10-01"), calendar.China())
	two, err2 := slipped(t, back...).Score(s, day("2026-10-01"), calendar.China())
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	x, _ := one.MarshalJSON()
	y, _ := two.MarshalJSON()
	if string(x) != string(y) {
		t.Fatalf("the order counts:\n%s\n%s", x, y)
	}
	for score := range one.Ranking() {
		yellow, red := 0, 0
		for _, line := range lines {
			if f := append(strings.Fields(line), ""); f[1] == string(score.Lead) {
				yellow, red = yellow+strings.Count(f[2], "y"), red+strings.Count(f[2], "r")
			}
		}
		if want := max(0, 100_00-yellow/2*1_00-red*2_00); score.Points != want || score.Talk != (red > 0) {
			t.Fatalf("%v: %+v, want %d", lines, score, want)
		}
	}
}

func TestScoreProperty(t *testing.T) { rapid.Check(t, propScore) }
func FuzzScore(f *testing.F)         { f.Fuzz(rapid.MakeFuzz(propScore)) }

func FuzzParseScheme(f *testing.F) {
	for _, s := range followup.Schemes() {
		data, err := s.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := followup.ParseScheme(data)
		if err != nil {
			if _, ok := errors.AsType[check.Problems](err); !ok {
				t.Fatal(err)
			}
			return
		}
		text, err := s.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := followup.ParseScheme(text); err != nil || !cmp.Equal(s, back) {
			t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(s, back))
		}
	})
}

func ExampleBoard_Score() {
	act := followup.Act{Item: "手册", On: calendar.MustParseDate("2026-09-21"), By: "小王"}
	log, err := followup.NewLog().Append(journal.Stamp{Desk: "督查室", At: 1_790_000_000_000},
		followup.Filed{Act: act, Title: "修订会务手册"}, followup.Assigned{Act: act, Lead: "办公厅", Due: calendar.MustParseDate("2026-10-12")},
		followup.Urged{Act: act, Slip: followup.Red},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, err := followup.Fold(log, followup.Standard()).Score(followup.GuangyuanPoints(), calendar.MustParseDate("2026-10-20"), calendar.China())
	for x := range scores.Ranking() {
		for _, m := range x.Taken {
			fmt.Println(x.Points, x.Talk, scores.Why(x, m).Text(check.ZhHans, nil), err)
		}
	}
	// Output:
	// 9800 true 办公厅 红单（次）共 1，属 ≥ 1，计 -2 分（广元市督办扣分规则（2018年）第 2 项） <nil>
}
