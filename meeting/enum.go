package meeting

import (
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A word is the stable token of a value and its name in both languages.
type word struct{ token, hans, en string }

// words are the words of an enumeration whose values count from 1.
type words struct {
	name, what string // of the type; of a value in an error
	all        []word
}

func valid[E ~uint8](ws *words, e E) bool { return e >= 1 && int(e) <= len(ws.all) }

// of returns the word of a value; one that is not valid shows its number and has no
// name.
func of[E ~uint8](ws *words, e E) word {
	if !valid(ws, e) {
		return word{token: fmt.Sprintf("%s(%d)", ws.name, uint8(e))}
	}
	return ws.all[e-1]
}

// term is the word of a value as an argument of a sentence.
func term[E ~uint8](key string, ws *words, e E) check.Arg {
	w := of(ws, e)
	return check.Term(key, w.hans, w.en)
}

// write returns the token of a value. The zero value has none.
func write[E ~uint8](ws *words, e E) ([]byte, error) {
	if !valid(ws, e) {
		return nil, fmt.Errorf("%s %d is not valid", ws.what, uint8(e))
	}
	return []byte(ws.all[e-1].token), nil
}

// read finds the value of a token.
func read[E ~uint8](into *E, ws *words, text []byte) error {
	known := make([]string, len(ws.all))
	for i, w := range ws.all {
		if w.token == string(text) {
			*into = E(i + 1)
			return nil
		}
		known[i] = w.token
	}
	return fmt.Errorf("%s %.40q is none of %s", ws.what, text, strings.Join(known, ", "))
}

var (
	kinds = &words{name: "Kind", what: "item kind", all: []word{
		{"report", "报告", "report"},
		{"address", "讲话", "address"},
		{"speech", "发言", "speech"},
		{"deliberation", "审议", "deliberation"},
		{"vote", "表决", "vote"},
		{"election", "选举", "election"},
		{"ceremony", "仪式", "ceremony"},
	}}
	artefactKinds = &words{name: "ArtefactKind", what: "kind of artefact", all: []word{
		{"seat-card", "席位卡", "seat card"},
		{"seat-plan", "座次图", "seat plan"},
		{"chair-script", "主持词", "chair script"},
		{"agenda-sheet", "议程单", "agenda sheet"},
	}}
	actions = &words{name: "Action", what: "action", all: []word{
		{"make", "新制", "make"},
		{"remake", "重制", "remake"},
		{"withdraw", "撤下", "withdraw"},
	}}
)
