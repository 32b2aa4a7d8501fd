package docs

import (
	"fmt"
	"slices"
)

// textOf returns the token of an enumeration value, or Kind(n) for one that is none.
func textOf[E ~uint8](words []word, kind string, e E) string {
	if int(e) < len(words) && words[e].token != "" {
		return words[e].token
	}
	return fmt.Sprintf("%s(%d)", kind, e)
}

func labelOf[E ~uint8](words []word, e E) string {
	if int(e) < len(words) {
		return words[e].hans
	}
	return ""
}

func appendToken[E ~uint8](dst []byte, words []word, kind string, e E) ([]byte, error) {
	if int(e) >= len(words) || words[e].token == "" {
		return dst, fmt.Errorf("%s %d is out of range", kind, e)
	}
	return append(dst, words[e].token...), nil
}

// readToken finds a token among words. The error lists the known ones.
func readToken[E ~uint8](e *E, words []word, kind string, text []byte) error {
	i := slices.IndexFunc(words, func(w word) bool { return w.token != "" && w.token == string(text) })
	if i < 0 {
		return unknownWord(kind, text, slices.DeleteFunc(slices.Clone(words), func(w word) bool { return w.token == "" }))
	}
	*e = E(i)
	return nil
}
