package wire

import (
	"unicode"
)

// maxNear is the longest name, in characters, for which a similar one is sought.
const maxNear = 48

// nearest returns the known name most similar to name: equal but for upper and
// lower case or full width, or, failing that, with the fewest letters added, left
// out, replaced or swapped with their neighbour, at most one in three. Of equally
// near names it is the first. It returns "" if none is near.
func nearest(name string, known []string) string {
	if len(name) > maxNear*4 {
		return ""
	}
	want := folded(name)
	best, bestAt := "", max(1, len(want)/3)+1
	if len(want) > maxNear {
		return ""
	}
	for _, k := range known {
		have := folded(k)
		if d := max(len(have)-len(want), len(want)-len(have)); d >= bestAt {
			continue
		}
		if d := distance(want, have); d < bestAt && d < max(len(want), len(have)) {
			best, bestAt = k, d
		}
	}
	return best
}

// folded returns the letters of s in lower case and half width.
func folded(s string) []rune {
	rs := []rune(s)
	for i, r := range rs {
		if '！' <= r && r <= '～' {
			r -= '！' - '!'
		}
		rs[i] = unicode.ToLower(r)
	}
	return rs
}

// distance counts the single letters to add, leave out, replace or swap with
// their neighbour that turn a into b, no place being edited twice.
func distance(a, b []rune) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i, x := range a {
		row[0] = i + 1
		for j, y := range b {
			row[j+1] = min(last[j+1], row[j]) + 1
			if x == y {
				row[j+1] = min(row[j+1], last[j])
			} else {
				row[j+1] = min(row[j+1], last[j]+1)
			}
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
