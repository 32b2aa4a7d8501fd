package symbol

import (
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A family is a set of classes that share their shapes.
type family uint8

const (
	letters  family = 1 << iota // 发文字号
	publics                     // 令, 公告
	issues                      // 纪要, 简报
	nameless                    // no Chinese text at all
	named    = letters | publics | issues
)

// A reading is what a shape means: which numeral is what, how the year is written,
// and what is wrong with it whatever the numerals are.
type reading struct {
	shape  string
	of     family
	roles  string // for each numeral: y year, s serial, t running number, - none of them
	dating Dating
	broken []*check.Rule
}

// readings is the grammar. A shape that is not listed for its family is not a
// number of that family. The first row is the only one for a clean 发文字号.
var readings = [...]reading{
	// 代字〔year〕serial号
	{"H[D]DN", named, "ys", InBrackets, nil},
	{"H[D]D", named, "ys", InBrackets, []*check.Rule{&missingHaoRule}},
	{"H[D]dDN", letters | issues, "ys", InBrackets, []*check.Rule{&diRule}},
	{"H[D]dDN", publics, "ys", InBracketsOrdinal, nil},
	{"H[DJ]dDN", publics, "-s", Undated, nil}, // 公告〔十四届〕第五号
	{"H[D]dD", letters | issues, "ys", InBrackets, []*check.Rule{&diRule, &missingHaoRule}},
	{"H[D]dD", publics, "ys", InBracketsOrdinal, []*check.Rule{&missingHaoRule}},
	{"H[DY]DN", named, "ys", InBrackets, []*check.Rule{&bracketRule}},
	{"H[[D]]DN", named, "ys", InBrackets, []*check.Rule{&bracketRule}},
	{"H[D][D]N", named, "ys", InBrackets, []*check.Rule{&bracketRule}},
	{"H[D][DN]", named, "ys", InBrackets, []*check.Rule{&bracketRule}},
	{"H[DY]dDN", letters | issues, "ys", InBrackets, []*check.Rule{&bracketRule, &diRule}},

	// a part is missing
	{"H[D]N", named, "y", InBrackets, []*check.Rule{&incompleteRule}},
	{"H[D]", named, "y", InBrackets, []*check.Rule{&incompleteRule}},
	{"H[]DN", named, "s", InBrackets, []*check.Rule{&incompleteRule}},
	{"[D]DN", nameless, "ys", InBrackets, []*check.Rule{&incompleteRule}},
	{"[D]D", nameless, "ys", InBrackets, []*check.Rule{&incompleteRule}},
	{"[D]N", nameless, "y", InBrackets, []*check.Rule{&incompleteRule}},
	{"[D]", nameless, "y", InBrackets, []*check.Rule{&incompleteRule}},

	// year and serial not kept apart
	{"HDN", letters, "-", InBrackets, []*check.Rule{&noBracketRule}},
	{"HDDN", letters, "--", InBrackets, []*check.Rule{&noBracketRule}},
	{"HDYDN", letters, "--", InBrackets, []*check.Rule{&noBracketRule}},
	{"HDYdDN", letters, "--", InBrackets, []*check.Rule{&noBracketRule, &diRule}},
	{"HDdDN", letters, "--", InBrackets, []*check.Rule{&noBracketRule, &diRule}},
	{"HdDN", letters, "-", InBrackets, []*check.Rule{&noBracketRule, &diRule}},
	{"H[DN", named, "-", InBrackets, []*check.Rule{&noBracketRule}},
	{"H[DDN", named, "--", InBrackets, []*check.Rule{&noBracketRule}},
	{"H[DdDN", named, "--", InBrackets, []*check.Rule{&noBracketRule, &diRule}},
	{"HD]DN", named, "--", InBrackets, []*check.Rule{&noBracketRule}},
	{"HD]dDN", named, "--", InBrackets, []*check.Rule{&noBracketRule, &diRule}},

	// parts in another order
	{"D[DN]", nameless, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"D[D]N", nameless, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"HD[DN]", named, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"HD[D]N", named, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"H[DN]", letters | issues, "-", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"HDN[D]", named, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"HdDN[D]", named, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"H[D]ND", named, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"[D]HDN", named, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"[D]DNH", publics | issues, "--", InBrackets, []*check.Rule{&orderOfPartsRule}},
	{"dDNH", publics, "-", InWords, []*check.Rule{&orderOfPartsRule}},
	{"HdDNH", publics, "-", InWords, []*check.Rule{&orderOfPartsRule}},
	{"DYdDNH", publics, "--", InWords, []*check.Rule{&orderOfPartsRule}},
	{"HDYdDNH", publics, "--", InWords, []*check.Rule{&orderOfPartsRule}},

	// issuer, [year年], 第serial号
	{"HdDN", publics | issues, "s", Undated, nil},
	{"H[dDN]", publics | issues, "s", Undated, nil},
	{"HDYdDN", publics | issues, "ys", InWords, nil},
	{"H[DYdDN]", publics | issues, "ys", InWords, nil},
	{"H[DY]dDN", publics, "ys", InWords, nil},
	{"HDN", publics | issues, "s", Undated, []*check.Rule{&missingDiRule}},
	{"H[DN]", publics, "s", Undated, []*check.Rule{&missingDiRule}},
	{"HDYDN", publics | issues, "ys", InWords, []*check.Rule{&missingDiRule}},
	{"H[DYDN]", publics | issues, "ys", InWords, []*check.Rule{&missingDiRule}},
	{"HdD", publics, "s", Undated, []*check.Rule{&missingHaoRule}},
	{"H[dD]", publics, "s", Undated, []*check.Rule{&missingHaoRule}},
	{"HDYdD", publics, "ys", InWords, []*check.Rule{&missingHaoRule}},

	// 纪要, 简报: 第N期, 第N次
	{"HdDQ", issues, "s", Undated, nil},
	{"H[dDQ]", issues, "s", Undated, nil},
	{"HDQ", issues, "s", Undated, []*check.Rule{&missingDiRule}},
	{"H[DQ]", issues, "s", Undated, []*check.Rule{&missingDiRule}},
	{"H[D]dDQ", issues, "ys", InBrackets, nil},
	{"H[D]DQ", issues, "ys", InBrackets, []*check.Rule{&missingDiRule}},
	{"HDYdDQ", issues, "ys", InWords, nil},
	{"H[DY]dDQ", issues, "ys", InWords, nil},
	{"H[DYdDQ]", issues, "ys", InWords, nil},
	{"dDQH", issues, "s", Undated, nil},
	{"HdDQH", issues, "s", Undated, nil},
	{"DYdDQH", issues, "ys", InWords, nil},
	{"HDYdDQH", issues, "ys", InWords, nil},

	// 第N期（总第M期）
	{"HdDQ[TdDQ]", issues, "st", Undated, nil},
	{"HdDQTdDQ", issues, "st", Undated, nil},
	{"H[dDQTdDQ]", issues, "st", Undated, nil},
	{"H[D]dDQ[TdDQ]", issues, "yst", InBrackets, nil},
	{"H[D]dDQTdDQ", issues, "yst", InBrackets, nil},
	{"HDYdDQ[TdDQ]", issues, "yst", InWords, nil},
	{"HDYdDQTdDQ", issues, "yst", InWords, nil},
	{"H[DYdDQTdDQ]", issues, "yst", InWords, nil},
}

// classOf returns the class that the last word of a title names.
func classOf(title string) (Class, family) {
	for _, w := range [...]struct {
		word  string
		class Class
		of    family
	}{
		{"令", Order, publics},
		{"公告", Announcement, publics},
		{"通告", Announcement, publics},
		{"纪要", Minutes, issues},
		{"简报", Bulletin, issues},
		{"简报增刊", Bulletin, issues},
		{"情况反映", Bulletin, issues},
	} {
		if strings.HasSuffix(title, w.word) {
			return w.class, w.of
		}
	}
	return Wenhao, letters
}
