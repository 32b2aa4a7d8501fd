package calendar_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// published reads testdata/china.txt: the days that are not ordinary.
func published(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/china.txt")
	if err != nil {
		t.Fatal(err)
	}
	days := make(map[string]string)
	for line := range strings.Lines(string(text)) {
		if date, rest, ok := strings.Cut(strings.TrimSpace(line), " "); ok && date != "#" {
			days[date] = rest
		}
	}
	return days
}

func TestEveryDayOfChina(t *testing.T) {
	days, c := published(t), calendar.China()
	n := 0
	for d := calendar.MustDate(2019, 1, 1); d.Year() < 2027; d = d.AddDays(1) {
		n++
		got, err := c.Day(d)
		if err != nil {
			t.Fatal(err)
		}
		want, ok := days[d.String()]
		if !ok {
			want = "workday -"
			if d.Weekday() >= calendar.Saturday {
				want = "weekend -"
			}
		}
		kind, name, _ := strings.Cut(want, " ")
		if name == "-" {
			name = ""
		}
		if got.Kind.String() != kind || !strings.Contains(got.Holiday, name) || (name == "") != (got.Holiday == "") {
			t.Errorf("%s: got %s %s, published is %s", d, got.Kind, got.Holiday, want)
		}
		if working, err := c.IsWorkday(d); err != nil || working != got.Working() {
			t.Errorf("%s: IsWorkday says %t, Day says %s", d, working, got.Kind)
		}
	}
	if n != 2922 {
		t.Errorf("walked over %d days", n)
	}
}

func TestWorkdaysPerYear(t *testing.T) {
	c := calendar.China()
	got := make([]int, 0, 8)
	for y := 2019; y <= 2026; y++ {
		n, err := c.CountInclusive(calendar.MustDate(y, 1, 1), calendar.MustDate(y, 12, 31))
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, n)
	}
	if diff := cmp.Diff([]int{250, 249, 250, 249, 249, 251, 248, 248}, got); diff != "" {
		t.Errorf("working days a year (-want +got):\n%s", diff)
	}
}

// Two notices were amended after publication, one of them during the holiday.
func TestAmendedNotices(t *testing.T) {
	tests := []struct {
		asOf, date string
		kind       calendar.Kind
		notice     string
		why        string
	}{
		{"2019-03-21", "2019-05-01", calendar.Off, "CN-2019", "1 May alone was off"},
		{"2019-03-21", "2019-05-02", calendar.Workday, "", "before the amendment a Thursday like others"},
		{"2019-03-21", "2019-04-28", calendar.Weekend, "", "before the amendment a Sunday like others"},
		{"2019-03-21", "2019-05-05", calendar.Weekend, "", "before the amendment a Sunday like others"},
		{"2019-03-22", "2019-05-01", calendar.Off, "CN-2019-labour-day", "1 to 4 May off"},
		{"2019-03-22", "2019-05-02", calendar.InLieu, "CN-2019-labour-day", "1 to 4 May off"},
		{"2019-03-22", "2019-05-04", calendar.Off, "CN-2019-labour-day", "1 to 4 May off"},
		{"2019-03-22", "2019-04-28", calendar.MakeUp, "CN-2019-labour-day", "Sunday, working day"},
		{"2019-03-22", "2019-05-05", calendar.MakeUp, "CN-2019-labour-day", "Sunday, working day"},
		{"2019-03-22", "2019-10-01", calendar.Off, "CN-2019", "the rest of the notice stands"},
		{"2020-01-26", "2020-01-30", calendar.Off, "CN-2020", "24 to 30 January off"},
		{"2020-01-26", "2020-01-31", calendar.Workday, "", "Friday after the holiday"},
		{"2020-01-26", "2020-02-01", calendar.MakeUp, "CN-2020", "Saturday, working day"},
		{"2020-01-26", "2020-02-02", calendar.Weekend, "", "Sunday"},
		{"2020-01-27", "2020-01-19", calendar.MakeUp, "CN-2020-spring-festival", "the make-up day that lay in the past stands"},
		{"2020-01-27", "2020-01-31", calendar.Off, "CN-2020-spring-festival", "extended to 2 February"},
		{"2020-01-27", "2020-02-01", calendar.Off, "CN-2020-spring-festival", "no longer a working day"},
		{"2020-01-27", "2020-02-02", calendar.Off, "CN-2020-spring-festival", "extended to 2 February"},
		{"2020-01-27", "2020-02-03", calendar.Workday, "", "work began on 3 February"},
	}
	for _, tt := range tests {
		c, err := calendar.New(calendar.InForce(calendar.ChinaNotices(), calendar.MustParseDate(tt.asOf)), nil)
		if err != nil {
			t.Fatal(err)
		}
		day, err := c.Day(calendar.MustParseDate(tt.date))
		if err != nil || day.Kind != tt.kind || day.Notice != tt.notice {
			t.Errorf("%s seen on %s: got %s by %q, %v; want %s by %q: %s", tt.date, tt.asOf, day.Kind, day.Notice, err, tt.kind, tt.notice, tt.why)
		}
	}
}

func TestInForceKnowsNoLaterYear(t *testing.T) {
	c, err := calendar.New(calendar.InForce(calendar.ChinaNotices(), calendar.MustDate(2025, 11, 3)), nil)
	if err != nil {
		t.Fatal(err)
	}
	if first, last := c.Years(); first != 2019 || last != 2025 || c.Knows(2026) || !c.Knows(2019) || c.Knows(2018) {
		t.Errorf("known on the day before the notice for 2026: %d to %d", first, last)
	}
	_, err = c.Day(calendar.MustDate(2026, 1, 1))
	want := `calendar CN: the working days of 2026 are not known: 《国务院办公厅关于2026年部分节假日安排的通知》 is missing`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	unpublished, ok := errors.AsType[*calendar.UnpublishedError](err)
	if !ok || unpublished.Year != 2026 || unpublished.Jurisdiction != "CN" {
		t.Fatalf("got %#v", err)
	}
	if got, want := unpublished.Reason().Text(check.ZhHans, nil), "2026年的放假安排未载入，缺少《国务院办公厅关于2026年部分节假日安排的通知》"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestChinaNoticesAreInOrder(t *testing.T) {
	notices := calendar.ChinaNotices()
	if ps := calendar.Check(notices, nil); ps.Len() != 0 {
		t.Errorf("findings:\n%s", ps.Text(check.En, nil))
	}
	if len(notices) != 10 {
		t.Errorf("%d notices, want eight years and two amendments", len(notices))
	}
	for _, n := range notices {
		if !strings.HasPrefix(n.Address, "https://www.gov.cn/zhengce/zhengceku/") || !strings.HasPrefix(n.Number, "国办发明电〔") ||
			n.Published.Before(n.Signed) || n.Published.DaysSince(n.Signed) > 2 {
			t.Errorf("%s: %s %s %s %s", n.ID, n.Number, n.Signed, n.Published, n.Address)
		}
	}
	notices[0].Holidays[0].MakeUp[0] = calendar.Date{}
	if ps := calendar.Check(calendar.ChinaNotices(), nil); ps.Len() != 0 {
		t.Error("a caller changed the data of the package")
	}
}

func ExampleChina() {
	c := calendar.China()
	due, err := c.Add(calendar.MustDate(2026, 2, 11), 3)
	fmt.Println(due, err)
	for _, s := range []string{"2026-02-14", "2026-02-16"} {
		day, _ := c.Day(calendar.MustParseDate(s))
		fmt.Println(day.Reason().Text(check.ZhHans, nil))
	}
	// Output:
	// 2026-02-14 <nil>
	// 2026-02-14（星期六）因春节调休上班，依据《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）
	// 2026-02-16（星期一）春节放假，依据《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）
}

func ExampleInForce() {
	before, _ := calendar.New(calendar.InForce(calendar.ChinaNotices(), calendar.MustDate(2020, 1, 26)), nil)
	after, _ := calendar.New(calendar.InForce(calendar.ChinaNotices(), calendar.MustDate(2020, 1, 27)), nil)
	for _, change := range calendar.Diff(before, after) {
		if change.Moved() {
			fmt.Println(change.Reason().Text(check.En, nil))
		}
	}
	// Output:
	// 2020-01-31 was workday and is now holiday by: Notice of the General Office of the State Council on Extending the Spring Festival Holiday of 2020 (国办发明电〔2020〕1号)
	// 2020-02-01 was make-up and is now holiday by: Notice of the General Office of the State Council on Extending the Spring Festival Holiday of 2020 (国办发明电〔2020〕1号)
}

// A day says in both languages what it is and by which notice.
func TestReasons(t *testing.T) {
	const (
		zh = "，依据《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）\n"
		en = " by the Notice of the General Office of the State Council on the Arrangement of Certain Holidays in 2026 (国办发明电〔2025〕7号)\n"
	)
	tests := []struct {
		date string
		code check.Code
		want string
	}{
		{"2026-02-13", calendar.IsWorkday, "2026-02-13（星期五）是工作日\n2026-02-13, a Friday, is an ordinary working day\n"},
		{"2026-02-07", calendar.IsWeekend, "2026-02-07（星期六）是休息日\n2026-02-07, a Saturday, is an ordinary day of rest\n"},
		{"2026-02-14", calendar.IsMakeUp, "2026-02-14（星期六）因春节调休上班" + zh + "2026-02-14, a Saturday, is a make-up working day for Spring Festival" + en},
		{"2026-02-17", calendar.IsOff, "2026-02-17（星期二）春节放假" + zh + "2026-02-17, a Tuesday, is off for Spring Festival" + en},
		{"2026-02-20", calendar.IsInLieu, "2026-02-20（星期五）春节调休放假" + zh + "2026-02-20, a Friday, is off in lieu of a make-up working day for Spring Festival" + en},
	}
	c := calendar.China()
	for _, tt := range tests {
		day, err := c.Day(calendar.MustParseDate(tt.date))
		if err != nil {
			t.Fatal(err)
		}
		r := day.Reason()
		if diff := cmp.Diff(tt.want, r.Text(check.ZhHans, nil)+"\n"+r.Text(check.En, nil)+"\n"); diff != "" || r.Code() != tt.code {
			t.Errorf("%s %s (-want +got):\n%s", tt.date, r.Code(), diff)
		}
	}
}

func TestDiffPassesUnknownYears(t *testing.T) {
	notices := calendar.ChinaNotices()
	gap, err := calendar.New(slices.DeleteFunc(notices, func(n calendar.Notice) bool { return n.Year == 2020 || n.Year == 2026 }), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, changes := range [][]calendar.Change{calendar.Diff(gap, calendar.China()), calendar.Diff(calendar.China(), gap)} {
		if len(changes) != 0 {
			t.Errorf("years that one calendar does not know are changes: %v", changes)
		}
	}
}
