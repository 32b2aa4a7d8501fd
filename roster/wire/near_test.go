package wire_test

import (
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// TestNearest asks through the findings which key is held for the one meant.
func TestNearest(t *testing.T) {
	type known struct {
		Name      int `json:"name"`
		Note      int `json:"note"`
		Delegates int `json:"delegates"`
		ID        int `json:"id"`
		Chinese   int `json:"姓名"`
	}
	for _, tt := range []struct{ key, want, why string }{
		{"nmae", "name", "two letters swapped"},
		{"nam", "name", "one left out"},
		{"namee", "name", "one added"},
		{"xname", "name", "one in front"},
		{"nane", "name", "one replaced; note is farther"},
		{"NAME", "name", "another case"},
		{"ＩＤ", "id", "full width and another case"},
		{"ib", "id", "one of two"},
		{"xy", "", "all of two is nothing in common"},
		{"deligate", "delegates", "two in eight"},
		{"dxlxgxte", "", "four in eight are too many"},
		{"姓銘", "姓名", "characters count, not bytes"},
		{"", "", "nothing is near to nothing"},
		{strings.Repeat("n", 200), "", "long keys are not compared"},
	} {
		found := wire.ParseValue([]byte(`{"`+tt.key+`":1}`), new(known), nil)
		got := ""
		for p := range found.All() {
			for _, a := range p.Args() {
				if (a.Key == "nearest" || a.Key == "want") && a.Kind == check.KindValue {
					got = a.Text
				}
			}
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q: %s", tt.key, got, tt.want, tt.why)
		}
	}
}
