package nameorder

import (
	"bytes"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder/internal/stroke"
)

// Check reports what a person should look at before a name is put into this order:
// the findings of [Name.Validate], characters outside the Table of General Standard
// Chinese Characters (通用规范汉字表), which traditional and variant forms are,
// characters whose strokes are not known, names in Latin letters unless the options
// give them a place; in the pinyin order readings that do not fit, surnames that
// have the usual reading of their characters because the table of surnames lacks
// them, characters without a reading.
//
// Nothing is converted. A name with findings has its place in the order all the
// same; what Check reports is whether it is the right one.
func (o Order) Check(n Name) check.Problems {
	o.must()
	ps := n.Validate()
	all, surname := units(nil, &n)
	fromFamily := len(appendUnits(nil, n.Family))
	path := func(i int) string {
		if i < fromFamily {
			return "family"
		}
		return "given"
	}
	latin := false
	for i, u := range all {
		r := u.rune()
		_, known := stroke.Rank(r)
		switch {
		case u.latin():
			if !latin && o.opts.Latin == LatinError {
				ps.Add(latinRefused.At(path(i), check.Value("letter", string(r))))
			}
			latin = true
		case slices.Contains(all[:i], u): // reported before
		case !known:
			ps.Add(unknownCharacter.At(path(i), check.Value("char", string(r)), check.Text("code", codePoint(r))))
		case !stroke.Listed(r):
			ps.Add(unlistedCharacter.At(path(i), check.Value("char", string(r)), check.Text("code", codePoint(r))))
		}
	}
	if o.read != nil {
		o.checkReadings(&ps, &n, all, surname, path)
	}
	return ps
}

// checkReadings reports how the readings of a name were found, where that needs a
// look.
func (o Order) checkReadings(ps *check.Problems, n *Name, all []unit, surname int, path func(int) string) {
	family, given := all[:surname], all[surname:]
	familySaid := o.checkOverride(ps, family, "familyReading", n.FamilyReading)
	o.checkOverride(ps, given, "givenReading", n.GivenReading)
	for i, r := range o.readings(nil, n, all, surname) {
		if r == 0 && !all[i].latin() && !slices.Contains(all[:i], all[i]) {
			char := all[i].rune()
			ps.Add(noReadingKnown.At(path(i), check.Value("char", string(char)), check.Text("code", codePoint(char))))
		}
	}
	dotted := n.Family == "" && strings.ContainsFunc(n.Given, func(r rune) bool { return kindOf(r) == dot })
	if familySaid || dotted || surname == 0 || family[0].latin() || o.knowsSurname(family) {
		return // dotted names have no surname
	}
	var said []string
	for _, r := range o.surname(nil, family) {
		if r == 0 {
			return // reported above
		}
		said = append(said, o.read.text(r))
	}
	ps.Add(usualReading.At(path(0), check.Value("surname", plain(family)), check.Text("reading", strings.Join(said, " "))))
}

// checkOverride reports readings that do not fit a part of the name, and whether
// they were used.
func (o Order) checkOverride(ps *check.Problems, part []unit, path, text string) (used bool) {
	if text == "" {
		return false
	}
	if len(o.override(nil, part, text)) == 0 {
		ps.Add(badReading.At(path, check.Value("reading", text), check.Value("part", plain(part))))
		return false
	}
	return true
}

// knowsSurname reports whether the table of surnames has a surname.
func (o Order) knowsSurname(family []unit) bool {
	switch len(family) {
	case 1:
		_, ok := o.read.surname(family[0].rune())
		return ok
	case 2:
		_, _, ok := o.read.compound(family[0].rune(), family[1].rune())
		return ok
	default:
		return false
	}
}

// CheckList reports what [Order.Check] finds in each name, at names[i], and the
// names that occur more than once (同名), at each but their first place: a warning,
// or an error if the options say so. The order of the list does not matter; see
// [Order.Inversions] for that.
func (o Order) CheckList(names []Name) check.Problems {
	var ps check.Problems
	for i, n := range names {
		ps.In(check.Index("names", i), o.Check(n))
	}
	rule := &sameName
	if o.opts.Tie == TieError {
		rule = &sameNameRefused
	}
	for _, group := range o.Ties(names) {
		first := names[group[0]]
		for _, i := range group[1:] {
			ps.Add(rule.At(check.Index("names", i), check.Value("name", names[i].String()),
				check.Int("no", group[0]+1), check.Value("first", first.String())))
		}
	}
	return ps
}

// Ties returns the names that the order cannot tell apart, because they are the
// same: groups of at least two indices, each ascending, by their first index.
func (o Order) Ties(names []Name) [][]int {
	byKey := sorted(o, len(names), func(i int) Name { return names[i] })
	var groups [][]int
	for from := 0; from < len(byKey); {
		to := from + 1
		for to < len(byKey) && bytes.Equal(byKey[from].key, byKey[to].key) {
			to++
		}
		if to-from > 1 {
			var group []int
			for _, k := range byKey[from:to] {
				group = append(group, k.at)
			}
			groups = append(groups, group)
		}
		from = to
	}
	slices.SortFunc(groups, func(a, b []int) int { return a[0] - b[0] })
	return groups
}
