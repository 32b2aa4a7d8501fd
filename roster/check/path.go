package check

import (
	"cmp"
	"math"
	"strconv"
	"strings"
)

// Index returns the path of element i, counted from 0, of the list at path.
func Index(path string, i int) string {
	return path + "[" + strconv.Itoa(i) + "]"
}

// Key returns the path of the member key of the object at path. A key that is not
// a plain word of letters, digits, '-' and '_' stands quoted in brackets, with a
// backslash before each quote and backslash.
func Key(path, key string) string {
	if len(key) > MaxValue || !word(key) {
		return path + `["` + visible(strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(key)) + `"]`
	}
	return Join(path, key)
}

// Join returns the path of inner, itself a path, below outer.
func Join(outer, inner string) string {
	switch {
	case outer == "":
		return inner
	case inner == "" || inner[0] == '[':
		return outer + inner
	default:
		return outer + "." + inner
	}
}

// printable returns a path with everything that does not show written as an
// escape. The paths that Key and Index make are printable already.
func printable(path string) string {
	out, _ := escape(path, math.MaxInt)
	return out
}

func word(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return s != ""
}

// ComparePaths orders two paths part by part: a place comes before the places
// inside it, indices compare as numbers and before keys, keys as bytes.
func ComparePaths(a, b string) int {
	p, q := a, b
	for p != "" && q != "" {
		var x, y string
		x, p = nextPart(p)
		y, q = nextPart(q)
		if c := comparePart(x, y); c != 0 {
			return c
		}
	}
	// Paths that differ only in how an index is written differ as bytes.
	return cmp.Or(cmp.Compare(len(p), len(q)), strings.Compare(a, b))
}

// nextPart splits the first part off a path: an index with its brackets, a quoted
// key with its brackets, or a plain key without its dot.
func nextPart(p string) (part, rest string) {
	p = strings.TrimPrefix(p, ".")
	if strings.HasPrefix(p, `["`) {
		for i := 2; i < len(p); i++ {
			switch {
			case p[i] == '\\':
				i++
			case strings.HasPrefix(p[i:], `"]`):
				return p[:i+2], p[i+2:]
			}
		}
		return p, ""
	}
	if strings.HasPrefix(p, "[") {
		if i := strings.IndexByte(p, ']'); i >= 0 {
			return p[:i+1], p[i+1:]
		}
		return p, ""
	}
	if i := strings.IndexAny(p, ".["); i > 0 {
		return p[:i], p[i:]
	}
	return p, ""
}

func comparePart(x, y string) int {
	i, xi := index(x)
	j, yj := index(y)
	switch {
	case xi && yj:
		return cmp.Compare(i, j)
	case xi:
		return -1
	case yj:
		return 1
	default:
		return strings.Compare(x, y)
	}
}

func index(part string) (uint64, bool) {
	if len(part) < 3 || part[0] != '[' || part[len(part)-1] != ']' {
		return 0, false
	}
	n, err := strconv.ParseUint(part[1:len(part)-1], 10, 64)
	return n, err == nil
}
