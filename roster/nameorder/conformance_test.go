package nameorder_test

import (
	"os"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// Each row of evidence.tsv is one comparison that published lists prove, without
// the names: what both names share, then the first unit that differs; ␣ is the
// blank of a name of two characters.
func TestEvidence(t *testing.T) {
	data, err := os.ReadFile("testdata/evidence.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	order := nameorder.SurnameStrokes(nil)
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 6 || strings.HasPrefix(line, "#") || cells[0] == "prefix" {
			continue
		}
		rows++
		left, right := evidenceName(cells[0], cells[1]), evidenceName(cells[0], cells[2])
		if got := order.Compare(left, right); got >= 0 {
			t.Errorf("%q: %s before %s, got %+d", cells[0], left, right, got)
		}
		if reasons := order.Explain(left, right); cells[3] == "blank" != (reasons[len(reasons)-1].Code() == nameorder.BlankFirst) {
			t.Errorf("%q: %s before %s, kind %s, explained by %s", cells[0], left, right, cells[3], reasons[len(reasons)-1].Code())
		}
	}
	if rows != 375 {
		t.Errorf("%d rows, want 375", rows)
	}
}

// evidenceName completes what a row tells to a name: the masked prefix by any
// character, a blank by a given name of one character, anything else to more than
// two characters.
func evidenceName(prefix, unit string) nameorder.Name {
	name := strings.NewReplacer("＊", "某", "␣", "").Replace(prefix + unit)
	switch {
	case unit == "␣":
		name += "某"
	case !strings.Contains(prefix, "␣"):
		name += strings.Repeat("某", max(0, 3-len([]rune(name))))
	}
	return nameorder.Name{Given: name}
}
