package grouping_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// TestManySearched hands over thousands of rules that only a search finds to
// contradict each other: each of three keeps a from one of the others, and each is
// there a thousand times.
func TestManySearched(t *testing.T) {
	t.Parallel() // the calls are safe side by side
	p := grouping.Problem{Places: grouping.Numbered(2)}
	for i, id := range ids("a b c d") {
		x := grouping.Person{ID: id, Attributes: map[string]string{}}
		for k := range 3 {
			if i == 0 || i == k+1 {
				x.Attributes[fmt.Sprint("k", k)] = "x"
			}
		}
		p.People = append(p.People, x)
	}
	rules := 3_000
	if testing.Short() {
		rules = 600
	}
	for i := range rules {
		p.Rules.AtMost = append(p.Rules.AtMost, grouping.AtMost{Kind: grouping.Kind{Attribute: fmt.Sprint("k", i%3), Value: "x"}, Count: 1})
	}
	_, err := grouping.Allocate(t.Context(), p, nil)
	ps, _ := errors.AsType[check.Problems](err)
	if !ps.Has(grouping.Contradiction) || ps.Len() != 1 {
		t.Fatalf("got %v", err)
	}
}
