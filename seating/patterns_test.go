package seating_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// people returns n guests, p1 first.
func people(n int) []seating.Guest {
	guests := make([]seating.Guest, n)
	for i := range guests {
		guests[i] = seating.Guest{ID: roster.PersonID("p" + strconv.Itoa(i+1)), Order: i + 1}
	}
	return guests
}

// rostrum is a rostrum whose rows have the given numbers of chairs.
func rostrum(rows ...int) seating.Setting {
	r := &seating.Rostrum{}
	for _, seats := range rows {
		r.Rows = append(r.Rows, seating.RostrumRow{Seats: seats})
	}
	return seating.Setting{Rostrum: r}
}

// picture is a plan as the tests write it: the numbers of the people from left to
// right in a view, chairs apart by "|", rows by " / ", "-" for an empty chair.
func picture(t testing.TB, p seating.Plan, v seating.View) string {
	t.Helper()
	var rows []string
	seen, err := p.Rows(v)
	if err != nil {
		t.Fatal(err)
	}
	for row := range seen {
		var seats []string
		for _, place := range row.Places {
			if place.Empty() {
				seats = append(seats, "-")
				continue
			}
			seats = append(seats, strings.TrimPrefix(string(place.Guest.ID), "p"))
		}
		rows = append(rows, strings.Join(seats, "|"))
	}
	return strings.Join(rows, " / ")
}

// convention reads "cn-gov two=no1-left".
func convention(t testing.TB, s string) seating.Convention {
	t.Helper()
	words := strings.Fields(s)
	c, err := seating.PresetNamed(words[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words[1:] {
		option, token, _ := strings.Cut(w, "=")
		var err error
		switch option {
		case "honour":
			err = c.Row.Honour.UnmarshalText([]byte(token))
		case "even":
			err = c.Row.Even.UnmarshalText([]byte(token))
		case "two":
			err = c.Row.Two.UnmarshalText([]byte(token))
		case "extra":
			err = c.Row.Extra.UnmarshalText([]byte(token))
		default:
			t.Fatalf("no option %q", option)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// vector is one row of testdata/rows.tsv.
type vector struct {
	id, convention string
	people         int
	rows           []int
	seats, why     string
}

func vectors(t testing.TB) []vector {
	t.Helper()
	data, err := os.ReadFile("testdata/rows.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var all []vector
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 7 || f[6] == "" {
			t.Fatalf("line %q has %d fields", line, len(f))
		}
		v := vector{id: f[0], convention: f[1], seats: f[4], why: f[6]}
		v.people = number(t, f[2])
		for n := range strings.SplitSeq(f[3], ",") {
			v.rows = append(v.rows, number(t, n))
		}
		all = append(all, v)
	}
	return all
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestVectors(t *testing.T) {
	for _, v := range vectors(t) {
		t.Run(v.id, func(t *testing.T) {
			c := convention(t, v.convention)
			if got := c.String(); got != v.convention {
				t.Errorf("convention reads %q, want %q", got, v.convention)
			}
			p, err := seating.Arrange(rostrum(v.rows...), people(v.people), c)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(v.seats, picture(t, p, seating.FromHall)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", v.why, diff)
			}
		})
	}
}

// TestTable is the table of the three patterns, seen from the hall and from the
// rostrum, for one to nine people.
func TestTable(t *testing.T) {
	patterns := []struct {
		name    string
		presets []string
		hall    []string
		why     string
	}{
		{
			name: "A", presets: []string{"cn-gov"},
			hall: []string{
				"1", "1 2", "3 1 2", "3 1 2 4", "5 3 1 2 4", "5 3 1 2 4 6", "7 5 3 1 2 4 6",
				"7 5 3 1 2 4 6 8", "9 7 5 3 1 2 4 6 8",
			},
			why: "No.2 always on the own left of No.1",
		},
		{
			name: "B", presets: []string{"cn-gov-b"},
			hall: []string{
				"1", "2 1", "3 1 2", "4 2 1 3", "5 3 1 2 4", "6 4 2 1 3 5", "7 5 3 1 2 4 6",
				"8 6 4 2 1 3 5 7", "9 7 5 3 1 2 4 6 8",
			},
			why: "as A, but No.1 own left of the centre in even rows",
		},
		{
			name: "R", presets: []string{"cn-foreign", "intl-right", "us-state", "uk"},
			hall: []string{
				"1", "2 1", "2 1 3", "4 2 1 3", "4 2 1 3 5", "6 4 2 1 3 5", "6 4 2 1 3 5 7",
				"8 6 4 2 1 3 5 7", "8 6 4 2 1 3 5 7 9",
			},
			why: "No.2 on the own right",
		},
	}
	for _, p := range patterns {
		for _, preset := range p.presets {
			c := convention(t, preset)
			for i, want := range p.hall {
				line, err := c.Line(i + 1)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, ranks(line.FromHall())); diff != "" {
					t.Errorf("pattern %s, %s, n=%d: %s (-want +got):\n%s", p.name, preset, i+1, p.why, diff)
				}
				stage := strings.Fields(want)
				slices.Reverse(stage)
				if diff := cmp.Diff(strings.Join(stage, " "), ranks(line.FromRostrum())); diff != "" {
					t.Errorf("pattern %s, %s, n=%d: the rostrum sees the reverse (-want +got):\n%s", p.name, preset, i+1, diff)
				}
			}
		}
	}
}

func ranks(line []int) string { return strings.Trim(fmt.Sprint(line), "[]") }

// slow seats a row as a secretary does with cards on a table: No.1 first, then
// cards to either end in turn. It returns the row from the own left. The turn
// begins on the side of No.2, and a side that has its chairs is passed over.
func slow(r seating.RowRule, n int) []int {
	beginLeft := r.Honour == seating.OwnLeft
	if n%2 == 0 {
		beginLeft = r.Even == seating.No2Left
		if n == 2 && r.Two == seating.TwoNo1Left {
			beginLeft = false
		}
	}
	more := beginLeft // the chair more in an even row is on the own left
	if n > 2 && r.Extra != seating.ExtraBesideNo2 {
		more = r.Extra == seating.ExtraOwnLeft
	}
	roomLeft, roomRight := (n-1)/2, (n-1)/2
	if n%2 == 0 && more {
		roomLeft++
	} else if n%2 == 0 {
		roomRight++
	}
	row := []int{1}
	toLeft := beginLeft
	for rank := 2; rank <= n; rank++ {
		if toLeft && roomLeft == 0 || !toLeft && roomRight == 0 {
			toLeft = !toLeft
		}
		if toLeft {
			row = append([]int{rank}, row...)
			roomLeft--
		} else {
			row = append(row, rank)
			roomRight--
		}
		toLeft = !toLeft
	}
	return row
}

// everyRule are all rules for rows that can be chosen.
func everyRule() []seating.RowRule {
	var all []seating.RowRule
	for _, honour := range []seating.OwnSide{seating.OwnLeft, seating.OwnRight} {
		for _, even := range []seating.EvenRule{seating.No2Left, seating.No1Left} {
			for _, two := range []seating.TwoRule{seating.TwoFollow, seating.TwoNo1Left} {
				for _, extra := range []seating.ExtraSide{seating.ExtraBesideNo2, seating.ExtraOwnLeft, seating.ExtraOwnRight} {
					all = append(all, seating.RowRule{Honour: honour, Even: even, Two: two, Extra: extra})
				}
			}
		}
	}
	return all
}

func TestSlowRule(t *testing.T) {
	for _, r := range everyRule() {
		c := seating.Convention{Name: "house", Row: r}
		for n := 1; n <= 60; n++ {
			line, err := c.Line(n)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(slow(r, n), line.FromRostrum()); diff != "" {
				t.Errorf("%s, n=%d (-want +got):\n%s", c, n, diff)
			}
			p, err := seating.Arrange(rostrum(n), people(n), c)
			if err != nil {
				t.Fatal(err)
			}
			want := strings.ReplaceAll(ranks(line.FromHall()), " ", "|")
			if got := picture(t, p, seating.FromHall); got != want {
				t.Errorf("%s, n=%d: a plan has %s, a line %s", c, n, got, want)
			}
		}
	}
}

// propMirror: for an even number the two domestic patterns are mirror images of
// each other, and B is the international one; for an odd number the mirror image
// of the domestic pattern is the international one.
func propMirror(t *rapid.T) {
	n := rapid.IntRange(1, seating.MaxRostrum).Draw(t, "n")
	a, b, r := lineOf(t, seating.CNGov(), n), lineOf(t, seating.CNGovB(), n), lineOf(t, seating.IntlRight(), n)
	if n%2 == 0 {
		equal(t, "A from the hall, B from the rostrum", a.FromHall(), b.FromRostrum())
		equal(t, "B and R from the hall", b.FromHall(), r.FromHall())
	} else {
		equal(t, "A and B from the hall", a.FromHall(), b.FromHall())
		equal(t, "A from the hall, R from the rostrum", a.FromHall(), r.FromRostrum())
	}
}

func lineOf(t *rapid.T, c seating.Convention, n int) seating.Line {
	line, err := c.Line(n)
	if err != nil {
		t.Fatal(err)
	}
	return line
}

func equal(t *rapid.T, what string, a, b []int) {
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("%s differ:\n%s", what, diff)
	}
}

func TestMirror(t *testing.T) { rapid.Check(t, propMirror) }

func TestLineRefused(t *testing.T) {
	for _, c := range []struct {
		name       string
		convention seating.Convention
		n          int
		want       string
		why        string
	}{
		{"zero", seating.Convention{}, 3, "seating/empty-convention", "there is no default"},
		{"un", seating.UN(), 3, "seating/no-row-rule", "the preset has no rule for a rostrum"},
		{"eu", seating.EU(), 3, "seating/no-row-rule", "the preset has no rule for a rostrum"},
		{"un with a row", seating.Convention{Name: "un", Row: seating.CNGov().Row}, 3, "seating/no-row-preset", "the name of a preset is no cover"},
		{"half chosen", seating.Convention{Name: "house", Row: seating.RowRule{Honour: seating.OwnLeft}}, 3, "seating/no-choice", "every option is chosen"},
		{"nobody", seating.CNGov(), 0, "seating/bad-count", "a row has people"},
		{"too many", seating.CNGov(), seating.MaxRostrum + 1, "seating/bad-count", "published limit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.convention.Line(c.n)
			wantCode(t, err, c.want, c.why)
		})
	}
}
