// Explain is base and uses all that the stroke orders offer.
package main

import (
	"bytes"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

func main() {
	var ps check.Problems
	lines := strings.Fields(norm.NFC.String(width.Fold.String(strings.Join(os.Args, " "))))
	slices.SortFunc(lines, func(a, b string) int { return bytes.Compare([]byte(a), []byte(b)) })
	order := nameorder.SurnameStrokes(nil)
	var names []nameorder.Name
	for _, line := range lines {
		n, found := nameorder.Parse(line)
		ps.In("", found)
		names = append(names, n)
	}
	ps.In("", order.CheckList(names))
	for _, inversion := range order.Inversions(names) {
		lines = append(lines, check.Sentences(check.En, nil, inversion.Reasons...))
	}
	nameorder.Sort(order, lines, func(s string) nameorder.Name { return nameorder.Name{Given: s} })
	os.Stdout.WriteString(strings.Join(lines, "\n") + ps.Text(check.En, nil))
}
