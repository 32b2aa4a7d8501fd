package grouping_test

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/roster/grouping"
)

// TestLogs: what is logged names neither attributes nor members.
func TestLogs(t *testing.T) {
	p := discussion()
	g, err := grouping.Allocate(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	why, _ := g.Explain("d03")
	var b strings.Builder
	log := slog.New(slog.NewTextHandler(&b, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	log.Info("all", "person", p.People[0], "problem", p, "draft", g.Draft(), "groups", g, "why", why)
	const want = "level=INFO msg=all person=d01 problem.people=12 problem.places=4 problem.rules=2 draft.groups=4 " +
		`groups.groups=4 groups.status=optimal groups.value="[0 0 0 0]" groups.bound="[0 0 0 0]" why.person=d03 why.place=3` + "\n"
	if b.String() != want {
		t.Errorf("got  %swant %s", b.String(), want)
	}
}
