package calendar_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

func days(list ...string) []calendar.Date {
	ds := make([]calendar.Date, len(list))
	for i, s := range list {
		ds[i] = day(s)
	}
	return ds
}

func plain(id string, year int, holidays ...calendar.Holiday) calendar.Notice {
	return calendar.Notice{ID: id, Jurisdiction: "CN", Year: year, Title: "Notice " + id, Holidays: holidays}
}

func TestCheckNotices(t *testing.T) {
	spring := calendar.Holiday{
		Name: "春节", From: day("2026-02-15"), To: day("2026-02-23"),
		InLieu: days("2026-02-20"), MakeUp: days("2026-02-14", "2026-02-28"),
	}
	edit := func(h calendar.Holiday, f func(*calendar.Holiday)) calendar.Holiday {
		h.InLieu, h.MakeUp = slices.Clone(h.InLieu), slices.Clone(h.MakeUp)
		f(&h)
		return h
	}
	amendment := func(id, amends string, year int, hs ...calendar.Holiday) calendar.Notice {
		n := plain(id, year, hs...)
		n.Amends = amends
		return n
	}
	base := plain("a", 2026, spring)
	tests := []struct {
		name    string
		notices []calendar.Notice
		opts    *calendar.Options
		want    string
		why     string
	}{
		{"good", []calendar.Notice{base}, nil, "", "nothing to report"},
		{
			"empty",
			[]calendar.Notice{{}},
			nil,
			"there is no annual notice, so the calendar would know no year\n" +
				"id: this field is needed\n" +
				"notices[0].id: this field is needed\n" +
				"notices[0].jurisdiction: this field is needed\n" +
				"notices[0].title: this field is needed\n",
			"all findings at once",
		},
		{
			"texts",
			[]calendar.Notice{{
				ID: " a", Jurisdiction: "CN", Year: 10000, Title: "a\u202eb", TitleEn: strings.Repeat("x", 401), Number: "\xff",
				Address: "ftp://example.org", Signed: day("2026-01-02"), Published: day("2026-01-01"),
			}},
			nil,
			"the calendar spans 1 years, more than 400\n",
			"",
		},
		{
			"both off and on",
			[]calendar.Notice{plain("a", 2026, edit(spring, func(h *calendar.Holiday) { h.MakeUp[0] = day("2026-02-15") }))},
			nil,
			`notices[0].holidays[0].makeUp[0]: "春节" names 2026-02-15 both as a day off and as a working day` + "\n",
			"a date is a holiday or a make-up day",
		},
		{
			"make-up on a working day",
			[]calendar.Notice{plain("a", 2026, edit(spring, func(h *calendar.Holiday) { h.MakeUp[0] = day("2026-02-13") }))},
			nil,
			"notices[0].holidays[0].makeUp[0]: 2026-02-13, a Friday, is a working day anyway and cannot be a make-up day\n",
			"an extra day on an ordinary working day is a slip",
		},
		{
			"year of another file",
			[]calendar.Notice{plain("a", 2025, spring)},
			nil,
			"notices[0].holidays[0].from: 2026-02-15 does not belong in the notice for 2025, which may reach into the December before and the January after\n" +
				"notices[0].holidays[0].makeUp[0]: 2026-02-14 does not belong in the notice for 2025, which may reach into the December before and the January after\n" +
				"notices[0].holidays[0].makeUp[1]: 2026-02-28 does not belong in the notice for 2025, which may reach into the December before and the January after\n" +
				"notices[0].holidays[0].to: 2026-02-23 does not belong in the notice for 2025, which may reach into the December before and the January after\n",
			"a year's data loaded under another year",
		},
		{
			"December before and January after",
			[]calendar.Notice{plain("a", 2027, calendar.Holiday{Name: "x", From: day("2026-12-31"), To: day("2027-01-02"), MakeUp: days("2028-01-01")})},
			nil, "", "the holidays of a year reach into the adjoining months",
		},
		{
			"days in lieu",
			[]calendar.Notice{plain("a", 2026, edit(spring, func(h *calendar.Holiday) { h.InLieu = days("2026-02-21", "2026-02-24") }))},
			nil,
			"notices[0].holidays[0].inLieu[0]: 2026-02-21, a Saturday, is a day of rest anyway and cannot be given in lieu\n" +
				`notices[0].holidays[0].inLieu[1]: 2026-02-24, given in lieu, is not one of the days off of "春节"` + "\n",
			"a day in lieu is a weekday within the holiday",
		},
		{
			"ends",
			[]calendar.Notice{plain(
				"a", 2026,
				calendar.Holiday{Name: "a", From: day("2026-05-01")},
				calendar.Holiday{Name: "b", From: day("2026-05-05"), To: day("2026-05-01")},
				calendar.Holiday{Name: "c"},
				calendar.Holiday{Name: "d", MakeUp: []calendar.Date{{}}},
				calendar.Holiday{Name: "d", MakeUp: days("2026-05-09")},
			)},
			nil,
			"notices[0].holidays[0]: give the first and the last day off, or neither\n" +
				"notices[0].holidays[1].to: the last day off, 2026-05-01, lies before the first, 2026-05-05\n" +
				`notices[0].holidays[2]: "c" names neither days off nor working days; only an amendment strikes out a holiday` + "\n" +
				"notices[0].holidays[3].makeUp[0]: the date is missing\n" +
				`notices[0].holidays[4]: holiday name "d" is used by holidays[3] too` + "\n",
			"",
		},
		{
			"contradiction",
			[]calendar.Notice{base, plain("b", 0, calendar.Holiday{Name: "x", From: day("2026-02-28"), To: day("2026-03-01")})},
			nil,
			"notices[1].holidays[0]: 2026-02-28 is off by one and a working day by the other of this holiday and notices[0].holidays[0].makeUp[1]\n",
			"a notice that should have been an amendment",
		},
		{
			"named twice",
			[]calendar.Notice{base, plain("b", 0, calendar.Holiday{Name: "x", From: day("2026-02-23"), To: day("2026-02-24")})},
			nil,
			"notices[1].holidays[0]: 2026-02-23 is named by notices[0].holidays[0] already\n",
			"no contradiction, a warning",
		},
		{
			"twice",
			[]calendar.Notice{base, base},
			nil,
			"notices[1].holidays[0]: 2026-02-15 is named by notices[0].holidays[0] already\n",
			"",
		},
		{
			"amendments",
			[]calendar.Notice{
				base,
				amendment("b", "z", 2026, spring),
				amendment("c", "a", 2025),
				amendment("d", "c", 2026, spring),
				amendment("e", "a", 2026, calendar.Holiday{Name: "春 节"}),
				amendment("f", "a", 2026, calendar.Holiday{Name: "春节"}),
			},
			nil,
			`notices[1].amends: the amended notice "z" is not among the notices` + "\n" +
				"notices[2].year: the amendment is for 2025, the amended notice for 2026\n" +
				`notices[3].amends: "c" is itself an amendment; name the notice it amends, "a"` + "\n" +
				`notices[4].holidays[0].name: the amended notice "a" has no holiday "春 节"; a new holiday belongs in a supplement` + "\n",
			"an amendment that changes nothing is a slip",
		},
		{
			"jurisdictions",
			[]calendar.Notice{base, {ID: "b", Jurisdiction: "HK", Year: 2025, Title: "b"}},
			nil,
			`notices[1].jurisdiction: this annual notice is of "HK", another one of "CN"` + "\n",
			"one calendar, one authority; supplements may come from others",
		},
		{
			"weeks", nil, &calendar.Options{ID: "x", From: 2026, To: 2026, Weekend: []calendar.Weekday{1, 2, 3, 4, 5, 6, 7, 8}},
			"weekend: all seven days of the week are days of rest\nweekend[7]: day of rest 8 is none of Monday (1) to Sunday (7)\n",
			"",
		},
		{"years", nil, &calendar.Options{ID: "x", From: 2026, To: 2025}, "there is no annual notice, so the calendar would know no year\nfrom: the years 2026 to 2025 are not usable\n", ""},
		{"too many years", nil, &calendar.Options{ID: "x", From: 1, To: 9999}, "the calendar spans 9999 years, more than 400\n", "memory is bounded"},
		{
			"too many days",
			[]calendar.Notice{plain("a", 2026, calendar.Holiday{Name: "x", From: day("0001-01-01"), To: day("9999-12-31")})},
			nil,
			`notices[0].holidays[0]: "x" names more than 400 days` + "\n", "time is bounded",
		},
		{
			"too many notices", make([]calendar.Notice, calendar.MaxNotices+1), nil,
			"notices: 2001 notices are more than 2000\n", "time is bounded",
		},
		{
			"too many holidays",
			[]calendar.Notice{plain("a", 2026, make([]calendar.Holiday, calendar.MaxHolidays+1)...)},
			nil,
			"notices: 8001 holidays are more than 8000\n", "the tables have room for so many",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ps := calendar.Check(tt.notices, tt.opts)
			got := ps.Text(check.En, nil)
			switch tt.name {
			case "texts": // texts quoted in full would hide the point
				var codes []string
				for code, n := range ps.Codes() {
					codes = append(codes, fmt.Sprint(code, " ", n))
				}
				want := []string{
					"calendar/bad-address 1", "calendar/bad-text 4", "calendar/bad-year 1", "calendar/published-early 1",
				}
				if diff := cmp.Diff(want, codes); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				return
			case "twice":
				if !ps.Has(calendar.DuplicateNotice) || !ps.Has(calendar.YearTwice) {
					t.Errorf("got\n%s", got)
				}
				return
			case "too many holidays":
				got = got[strings.LastIndex(got[:len(got)-1], "notices: ")+0:]
				if !ps.Has(calendar.TooManyHolidays) {
					t.Errorf("got\n%s", got)
				}
				return
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			c, err := calendar.New(tt.notices, tt.opts)
			if (err != nil) != ps.Failed() || (c == nil) != ps.Failed() {
				t.Errorf("New: %v, %v", c, err)
			}
		})
	}
}

// An amendment without days strikes a holiday out; of two amendments the later
// stands; a supplement of the house adds a day.
func TestAmendAndAdd(t *testing.T) {
	holiday := func(from, to string, makeUp ...string) calendar.Holiday {
		return calendar.Holiday{Name: "x", From: day(from), To: day(to), MakeUp: days(makeUp...)}
	}
	base := plain("a", 2026, holiday("2026-05-01", "2026-05-01"), calendar.Holiday{Name: "y", From: day("2026-06-01"), To: day("2026-06-01")})
	early := calendar.Notice{ID: "z", Jurisdiction: "CN", Year: 2026, Amends: "a", Title: "early", Published: day("2026-01-02"), Holidays: []calendar.Holiday{holiday("2026-05-01", "2026-05-04", "2026-05-09")}}
	late := calendar.Notice{ID: "b", Jurisdiction: "CN", Year: 2026, Amends: "a", Title: "late", Published: day("2026-03-02"), Holidays: []calendar.Holiday{holiday("2026-05-01", "2026-05-05", "2026-05-10"), {Name: "y"}}}
	house := calendar.Notice{ID: "house", Jurisdiction: "Founding day", Title: "House day", Holidays: []calendar.Holiday{{Name: "founding day", From: day("2026-09-01"), To: day("2026-09-01")}}}
	notices := []calendar.Notice{late, house, base, early}
	kinds := func(c *calendar.Calendar) string {
		var b strings.Builder
		for _, s := range []string{"2026-05-01", "2026-05-04", "2026-05-05", "2026-05-09", "2026-05-10", "2026-06-01", "2026-09-01"} {
			d, err := c.Day(day(s))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %s %s\n", s, d.Kind, d.Notice)
		}
		return b.String()
	}
	c, err := calendar.New(notices, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "2026-05-01 holiday b\n2026-05-04 holiday b\n2026-05-05 holiday b\n2026-05-09 weekend \n2026-05-10 make-up b\n2026-06-01 workday \n2026-09-01 holiday house\n"
	if diff := cmp.Diff(want, kinds(c)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c.ID() != "CN" {
		t.Errorf("a supplement named the calendar %s", c.ID())
	}
	before, err := calendar.New(calendar.InForce(notices, day("2026-02-01")), nil)
	if err != nil {
		t.Fatal(err)
	}
	var moved []string
	for _, ch := range calendar.Diff(before, c) {
		moved = append(moved, fmt.Sprint(ch.Reason().Text(check.ZhHans, nil), ch.Moved()))
	}
	wantMoved := []string{
		"2026-05-05 由工作日改为放假，依据：《late》true",
		"2026-05-09 由补班改为周末，依据：（无）true",
		"2026-05-10 由周末改为补班，依据：《late》true",
		"2026-06-01 由放假改为工作日，依据：（无）true",
	}
	if diff := cmp.Diff(wantMoved, moved); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if before.Version() == c.Version() || before.Ref() == c.Ref() {
		t.Error("two versions with one name")
	}
	if len(calendar.Diff(c, c)) != 0 {
		t.Error("a calendar differs from itself")
	}
}

func propOrderOfNotices(t *rapid.T) {
	notices := calendar.ChinaNotices()
	want := calendar.China()
	got, err := calendar.New(rapid.Permutation(notices).Draw(t, "notices"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.Ref() != want.Ref() || len(calendar.Diff(want, got)) != 0 {
		t.Fatalf("another order gives %v, not %v", got.Ref(), want.Ref())
	}
}

func TestOrderOfNotices(t *testing.T) { rapid.Check(t, propOrderOfNotices) }

func TestVersion(t *testing.T) {
	c := calendar.China()
	if got, want := c.Ref(), (calendar.Ref{Calendar: "CN", Version: "2025-11-04.2344aa21473d"}); got != want {
		t.Errorf("got %v, want %v: due dates record it, so it must not change by itself", got, want)
	}
	if n := c.TableBytes(); n > 32<<10 {
		t.Errorf("the tables take %d bytes", n)
	}
}

// A calendar keeps no hold on what it was built from.
func TestNewCopies(t *testing.T) {
	notices := calendar.ChinaNotices()
	c, err := calendar.New(notices, nil)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := c.Day(day("2026-02-16"))
	notices[len(notices)-1].Title = "changed"
	notices[len(notices)-1].Holidays[1].Name = "changed"
	if after, _ := c.Day(day("2026-02-16")); after != before {
		t.Errorf("the calendar changed from %+v to %+v", before, after)
	}
}

// The limits themselves are allowed.
func TestAtTheLimits(t *testing.T) {
	var many []calendar.Notice
	d := day("2026-01-01")
	for i := range calendar.MaxNotices {
		n := plain(fmt.Sprint("n", i), 0)
		for range calendar.MaxHolidays / calendar.MaxNotices {
			for d.Weekday() >= calendar.Saturday {
				d = d.AddDays(1)
			}
			n.Holidays = append(n.Holidays, calendar.Holiday{Name: d.String(), From: d, To: d})
			d = d.AddDays(1)
		}
		many = append(many, n)
	}
	c, err := calendar.New(many, &calendar.Options{ID: "x", From: 2026, To: 2026 + calendar.MaxCoveredYear - 1})
	if err != nil {
		t.Fatal(err)
	}
	last := many[len(many)-1].Holidays
	if got, err := c.Day(last[len(last)-1].From); err != nil || got.Kind != calendar.Off || got.Notice != many[len(many)-1].ID {
		t.Errorf("the last holiday: %+v, %v", got, err)
	}
	if n, err := c.CountInclusive(day("2026-01-01"), last[len(last)-1].From); err != nil || n != 0 {
		t.Errorf("every weekday is off, but %d are working days, %v", n, err)
	}
	long := plain("a", 0, calendar.Holiday{Name: "x", From: day("2026-01-01"), To: day("2026-01-01").AddDays(calendar.MaxNamedDays - 1)})
	if ps := long.Validate(); ps.Len() != 0 {
		t.Errorf("the longest holiday: %s", ps.Text(check.En, nil))
	}
	exact := plain("a", 0)
	exact.Title = strings.Repeat("x", calendar.MaxNoticeText)
	if ps := exact.Validate(); ps.Len() != 0 {
		t.Errorf("the longest title: %s", ps.Text(check.En, nil))
	}
}

// Of two holidays on one day, that of the notice published first gives the name.
func TestNamedTwice(t *testing.T) {
	one := plain("b", 2026, calendar.Holiday{Name: "one", From: day("2026-05-01"), To: day("2026-05-04")})
	two := plain("a", 0, calendar.Holiday{Name: "two", From: day("2026-05-04"), To: day("2026-05-05")})
	for _, tt := range []struct {
		first, second, want string
		why                 string
	}{
		{"2026-01-01", "2026-01-02", "one", "published first"},
		{"2026-01-02", "2026-01-01", "two", "published first"},
		{"2026-01-01", "2026-01-01", "two", "by ID if on one day"},
	} {
		one.Published, two.Published = day(tt.first), day(tt.second)
		c, err := calendar.New([]calendar.Notice{one, two}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := c.Day(day("2026-05-04")); err != nil || got.Holiday != tt.want {
			t.Errorf("%s: got %s, want %s", tt.why, got.Holiday, tt.want)
		}
	}
}

// The title of a missing notice is made from that of the last year that is known.
func TestTitleOfMissingNotice(t *testing.T) {
	notices := []calendar.Notice{plain("b", 2026), plain("a", 2025), plain("c", 2024)}
	notices[0].Title, notices[1].Title, notices[2].Title = "New form of 2026", "Old form of 2025", "Older form of 2024"
	title := func() string {
		c, err := calendar.New(notices, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, err = c.Day(day("2027-01-01"))
		unpublished, ok := errors.AsType[*calendar.UnpublishedError](err)
		if !ok {
			t.Fatal(err)
		}
		return unpublished.Title
	}
	if got := title(); got != "New form of 2027" {
		t.Errorf("got %q", got)
	}
	notices[0].Title = "without its year"
	if got := title(); got != "" {
		t.Errorf("got %q", got)
	}
}
