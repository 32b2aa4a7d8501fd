package docs_test

import (
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestRules(t *testing.T) {
	if _, err := check.NewCatalog(docs.Rules()); err != nil {
		t.Error(err)
	}
}

// Every kind of exception has a token, a label, a grade and a sentence in both
// languages that leaves no placeholder open.
func TestKinds(t *testing.T) {
	_, found := docs.Fold(script(t, "d 9 return 1 A"))
	for _, x := range found {
		for _, l := range []check.Lang{check.ZhHans, check.En} {
			if s := x.Reason().Text(l, nil); strings.ContainsAny(s, "{}") || s == "" {
				t.Errorf("%v: %q", x.Kind(), s)
			}
		}
	}
	for k := docs.Outstanding; k <= docs.Unaccounted; k++ {
		text, err := k.MarshalText()
		var back docs.Kind
		if err != nil || back.UnmarshalText(text) != nil || back != k || k.Label() == "" {
			t.Errorf("%d: %s, %v", k, text, err)
		}
	}
}
