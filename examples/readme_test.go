package examples_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// Example is the code that the README shows; TestReadme holds both together.
func Example() {
	var guests []seating.Guest
	for i, id := range []roster.PersonID{"书记", "省长", "主任", "主席", "副书记"} {
		guests = append(guests, seating.Guest{ID: id, Order: i + 1})
	}
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, guests, seating.CNGov())
	fmt.Println(plan.Len(), err)
	why, _ := plan.Explain("主任")
	fmt.Println(check.Sentences(check.ZhHans, nil, why...))
	ways, err := seating.Remedies(plan, nil, seating.Absent{Person: "省长"}) // who moves if he does not come
	best, _ := ways.Fewest()
	fmt.Println(best.Cost().Chairs, ways.Len(), ways.Proof().Proven, err)
	// Output:
	// 5 <nil>
	// 主席台第 1 排 2 座：位次第 3，在 书记 右手侧第 1 座；按座次规则 cn-gov：左为上（row.honour=own-left；出处：惯例）
	// 1 2 true <nil>
}

// TestReadme holds the code of the README to the example above, line by line.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("readme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, _ := strings.Cut(string(readme), "```go\n")
	shown, _, ok := strings.Cut(shown, "```")
	_, body, _ := strings.Cut(string(source), "func Example() {\n")
	body, _, _ = strings.Cut(body, "\t// Output:")
	body = strings.ReplaceAll("\n"+body, "\n\t", "\n")[1:]
	if diff := cmp.Diff(body, shown); !ok || diff != "" {
		t.Errorf("README (-example +README):\n%s", diff)
	}
}
