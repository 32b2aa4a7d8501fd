package check

import "fmt"

// Lang is a language of the sentences the library renders. The zero Lang is not
// valid; rendering treats it as English.
type Lang uint8

// The languages of the library.
const (
	ZhHans Lang = iota + 1 // zh-Hans, 简体中文
	En                     // en, English
)

// IsValid reports whether l is one of the languages above.
func (l Lang) IsValid() bool { return l == ZhHans || l == En }

// String returns the BCP 47 tag, "zh-Hans" or "en".
func (l Lang) String() string {
	switch l {
	case ZhHans:
		return "zh-Hans"
	case En:
		return "en"
	default:
		return fmt.Sprintf("Lang(%d)", uint8(l))
	}
}

// AppendText appends the BCP 47 tag of l.
func (l Lang) AppendText(dst []byte) ([]byte, error) {
	if !l.IsValid() {
		return dst, fmt.Errorf("language %d is neither zh-Hans nor en", uint8(l))
	}
	return append(dst, l.String()...), nil
}

// MarshalText returns the BCP 47 tag of l.
func (l Lang) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText reads "zh-Hans" or "en"; "zh" is accepted for the former.
func (l *Lang) UnmarshalText(text []byte) error {
	switch string(text) {
	case "zh-Hans", "zh":
		*l = ZhHans
	case "en":
		*l = En
	default:
		return fmt.Errorf("language %s is neither zh-Hans nor en", quote(string(text)))
	}
	return nil
}

// A Namer gives the name to print for an identifier of a kind such as "person"
// or "org", or "" if it knows none; then the identifier itself is printed. A nil
// Namer knows no name. It is called while a sentence is rendered and must not
// change between two renderings that are to agree.
type Namer func(kind, id string) string
