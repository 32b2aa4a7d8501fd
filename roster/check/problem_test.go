package check_test

import (
	"cmp"
	"errors"
	"io/fs"
	"log/slog"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Rules of a room made up for these tests.
var (
	badName = check.Rule{
		Code: "hall/bad-name", Severity: check.Error, Source: "Charter of the Hall, article 3",
		Hans: "会场名称 {name} 不可用", En: "hall name {name} is not usable",
	}
	fewSeats = check.Rule{
		Code: "hall/few-seats", Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{hall} 只有 {n} 席", En: "{hall} has {n} seats only",
	}
	nearest = check.Rule{
		Code: "hall/nearest", Source: check.HouseCustom,
		Hans: "{hall} 距离最近", En: "{hall} is the nearest",
	}
)

func hallRules() []check.Rule { return []check.Rule{badName, fewSeats, nearest} }

func halls(kind, id string) string {
	if kind == "room" && id == "h1" {
		return "大会堂"
	}
	return ""
}

func TestProblem(t *testing.T) {
	cause := &fs.PathError{Op: "read", Path: "halls", Err: fs.ErrNotExist}
	p := badName.At("halls[2].name", check.Value("name", "甲\n乙")).WithCause(cause)
	inner := p.In("venues[0]")
	for _, c := range []struct{ got, want, why string }{
		{p.Path(), "halls[2].name", "the place as given"},
		{inner.Path(), "venues[0].halls[2].name", "the place below another"},
		{string(p.Code()), "hall/bad-name", "of the rule"},
		{p.Severity().String(), "error", "of the rule"},
		{p.Rule().Source, "Charter of the Hall, article 3", "of the rule"},
		{p.Text(check.ZhHans, nil), `会场名称 “甲\n乙” 不可用`, "without the place"},
		{p.Text(check.En, nil), `hall name "甲\n乙" is not usable`, "without the place"},
		{p.Text(0, nil), `hall name "甲\n乙" is not usable`, "a language that is none is English"},
		{p.Error(), `halls[2].name: hall name "甲\n乙" is not usable`, "the place first"},
		{badName.At("", check.Value("name", "x")).Error(), `hall name "x" is not usable`, "the whole input has no place"},
		{fewSeats.At("x", check.ID("hall", "room", "h1"), check.Int("n", 3)).Text(check.ZhHans, halls), "大会堂 只有 3 席", "by name"},
		{badName.At("a\nb\u202e").Path(), `a\nb\u202e`, "a place is safe to print"},
		{badName.At("").In("a\nb").Path(), `a\nb`, "and so is one around it"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q: %s", c.got, c.want, c.why)
		}
	}
	if !errors.Is(p, fs.ErrNotExist) || !errors.Is(inner, fs.ErrNotExist) {
		t.Error("errors.Is does not reach the cause")
	}
	if !p.Equal(badName.At("halls[2].name", check.Value("name", "甲\n乙"))) {
		t.Error("the cause counts for Equal")
	}
	p.Args()[0] = check.Int("name", 1)
	if got := p.Args()[0].Text; got != `甲\n乙` {
		t.Errorf("a caller changed the argument of a finding to %q", got)
	}
}

func TestProblemKeepsItsArguments(t *testing.T) {
	mine := []check.Arg{check.Value("name", "x")}
	p, r := badName.At("", mine...), badName.Because(mine...)
	mine[0] = check.Value("name", "y")
	if got := p.Error() + " / " + r.Text(check.En, nil); strings.Contains(got, "y\"") {
		t.Errorf("got %s: the caller changed what was said", got)
	}
}

// TestCompareProblems: path, then code, then the arguments one by one.
func TestCompareProblems(t *testing.T) {
	ordered := []check.Problem{
		fewSeats.At(""),
		badName.At("halls[2]"),
		fewSeats.At("halls[2]"),
		fewSeats.At("halls[2]", check.ID("hall", "room", "h1")),
		fewSeats.At("halls[2]", check.ID("hall", "room", "h1"), check.Int("n", 1)),
		fewSeats.At("halls[2]", check.ID("hall", "room", "h2")),
		fewSeats.At("halls[2]", check.Term("hall", "会场", "hall")),
		fewSeats.At("halls[2]", check.Term("hall", "会场", "room")),
		fewSeats.At("halls[2]", check.IDs("n", "room", "a")),
		fewSeats.At("halls[2]", check.IDs("n", "room", "a", "b")),
		badName.At("halls[10]"),
	}
	for i, p := range ordered {
		for j, q := range ordered {
			if got, want := p.Compare(q), cmp.Compare(i, j); got != want {
				t.Errorf("%d. %v and %d. %v compare %d", i, p, j, q, got)
			}
			if p.Equal(q) != (i == j) {
				t.Errorf("%d. %v and %d. %v are equal: %t", i, p, j, q, p.Equal(q))
			}
		}
	}
}

func TestReason(t *testing.T) {
	var none check.Reason
	r := nearest.Because(check.ID("hall", "room", "h1"))
	if !none.IsZero() || none.Code() != "" || none.Rule() != (check.Rule{}) || none.Text(check.En, nil) != "" || len(none.Args()) > 0 {
		t.Errorf("the zero Reason says %q", none.Text(check.En, nil))
	}
	if r.IsZero() || r.Code() != "hall/nearest" || r.Rule() != nearest || len(r.Args()) != 1 {
		t.Errorf("code %q, rule %v, arguments %v", r.Code(), r.Rule(), r.Args())
	}
	if !none.Equal(check.Reason{}) || none.Equal(r) || !r.Equal(nearest.Because(check.ID("hall", "room", "h1"))) || r.Equal(nearest.Because()) {
		t.Error("reasons are equal if code and arguments are")
	}
	if got, want := check.Sentences(check.ZhHans, halls, r, none, r), "大会堂 距离最近；大会堂 距离最近"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := check.Sentences(check.En, nil, r, none, r), "h1 is the nearest; h1 is the nearest"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestLogsHoldNoValues: arguments may be personal data.
func TestLogsHoldNoValues(t *testing.T) {
	var log strings.Builder
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	var ps check.Problems
	p := badName.At("halls[2]", check.Value("name", "secret"))
	ps.Add(p, p, fewSeats.At("", check.Value("hall", "secret")))
	logger.Info("x", "p", p, "r", nearest.Because(check.Value("hall", "secret")), "ps", ps)
	want := "level=INFO msg=x p.path=halls[2] p.code=hall/bad-name r=hall/nearest ps.hall/bad-name=2 ps.hall/few-seats=1\n"
	if diff := gocmp.Diff(want, log.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
