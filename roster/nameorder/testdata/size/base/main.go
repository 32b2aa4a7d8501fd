// Base is a program that normalizes, folds, reports and sorts: what every other
// program of this folder links as well.
package main

import (
	"bytes"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"github.com/huiwu-go/huiwu/roster/check"
)

func main() {
	var ps check.Problems
	lines := strings.Fields(norm.NFC.String(width.Fold.String(strings.Join(os.Args, " "))))
	slices.SortFunc(lines, func(a, b string) int { return bytes.Compare([]byte(a), []byte(b)) })
	os.Stdout.WriteString(strings.Join(lines, "\n") + ps.Text(check.En, nil))
}
