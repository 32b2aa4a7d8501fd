package seating

import (
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A word is the stable token of a value and its name in both languages.
type word struct{ token, hans, en string }

// words are the words of an enumeration whose values count from 1.
type words []word

// of returns the word of a value; a value out of range shows its number.
func of[E ~uint8](ws words, e E) word {
	if e == 0 || int(e) > len(ws) {
		n := fmt.Sprintf("(%d)", uint8(e))
		return word{n, n, n}
	}
	return ws[e-1]
}

// term is the word of a value as an argument of a sentence.
func term[E ~uint8](key string, ws words, e E) check.Arg {
	w := of(ws, e)
	return check.Term(key, w.hans, w.en)
}

// write appends the token of a value. The zero value has none: writing it is an
// error, as reading "" is.
func write[E ~uint8](dst []byte, what string, ws words, e E) ([]byte, error) {
	if e == 0 || int(e) > len(ws) {
		return dst, fmt.Errorf("%s %d is none of %s", what, uint8(e), ws)
	}
	return append(dst, ws[e-1].token...), nil
}

// read finds the value of a token.
func read[E ~uint8](into *E, what string, ws words, text []byte) error {
	for i, w := range ws {
		if w.token == string(text) {
			*into = E(i + 1)
			return nil
		}
	}
	return fmt.Errorf("%s %q is none of %s", what, cut(string(text)), ws)
}

func (ws words) String() string {
	tokens := make([]string, len(ws))
	for i, w := range ws {
		tokens[i] = w.token
	}
	return strings.Join(tokens, ", ")
}

// cut shortens a text that an error quotes.
func cut(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

var (
	ownSides = words{
		{"own-left", "本人左侧", "own left"},
		{"own-right", "本人右侧", "own right"},
	}
	viewerSides = words{
		{"viewer-left", "观众左侧", "left as the hall sees it"},
		{"viewer-right", "观众右侧", "right as the hall sees it"},
	}
	directions = words{
		{"up", "朝主席台", "towards the stage"},
		{"right", "朝图右", "towards the right of the plan"},
		{"down", "朝观众席", "towards the hall"},
		{"left", "朝图左", "towards the left of the plan"},
	}
	views = words{
		{"hall", "从观众席看（面向主席台）", "seen from the hall, facing the stage"},
		{"rostrum", "从主席台看（面向观众席）", "seen from the rostrum, facing the hall"},
		{"door", "从门口看（面向室内）", "seen from the door, facing the room"},
		{"above", "俯视图（主席台在上）", "seen from above, stage at the top"},
	}
)

// String returns the token, own-left or own-right.
func (s OwnSide) String() string { return of(ownSides, s).token }

// Label returns the side in Chinese.
func (s OwnSide) Label() string { return of(ownSides, s).hans }

// AppendText appends the token of a valid side.
func (s OwnSide) AppendText(dst []byte) ([]byte, error) { return write(dst, "side", ownSides, s) }

// MarshalText returns the token of a valid side.
func (s OwnSide) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads own-left or own-right; a plain left is refused.
func (s *OwnSide) UnmarshalText(text []byte) error { return read(s, "side", ownSides, text) }

// String returns the token, viewer-left or viewer-right.
func (s ViewerSide) String() string { return of(viewerSides, s).token }

// Label returns the side in Chinese.
func (s ViewerSide) Label() string { return of(viewerSides, s).hans }

// AppendText appends the token of a valid side.
func (s ViewerSide) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "side", viewerSides, s)
}

// MarshalText returns the token of a valid side.
func (s ViewerSide) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads viewer-left or viewer-right; a plain left is refused.
func (s *ViewerSide) UnmarshalText(text []byte) error { return read(s, "side", viewerSides, text) }

// String returns the token: up, right, down or left.
func (d Direction) String() string { return of(directions, d).token }

// Label returns the direction in Chinese.
func (d Direction) Label() string { return of(directions, d).hans }

// Term returns the direction in both languages.
func (d Direction) Term(key string) check.Arg { return term(key, directions, d) }

// AppendText appends the token of a valid direction.
func (d Direction) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "direction", directions, d)
}

// MarshalText returns the token of a valid direction.
func (d Direction) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads up, right, down or left.
func (d *Direction) UnmarshalText(text []byte) error { return read(d, "direction", directions, text) }

// String returns the token: hall, rostrum, door or above.
func (v View) String() string { return of(views, v).token }

// Label returns the view as a sheet names it, in Chinese.
func (v View) Label() string { return of(views, v).hans }

// Term returns the view as a sheet or a sentence names it, in both languages.
func (v View) Term(key string) check.Arg { return term(key, views, v) }

// AppendText appends the token of a valid view.
func (v View) AppendText(dst []byte) ([]byte, error) { return write(dst, "view", views, v) }

// MarshalText returns the token of a valid view.
func (v View) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads hall, rostrum, door or above.
func (v *View) UnmarshalText(text []byte) error { return read(v, "view", views, text) }
