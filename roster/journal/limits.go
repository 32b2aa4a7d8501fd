package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Limits of an entry.
const (
	// MaxName is the greatest length in bytes of the name of a desk or a type and
	// of an actor. All are UTF-8 of visible characters that neither begins nor ends
	// with a space; only an actor may be "".
	MaxName = 128

	// MaxSeq is the greatest number of an entry, the greatest whole number that
	// every reader of JSON keeps exactly.
	MaxSeq uint64 = 1<<53 - 1

	// MaxAt is the greatest time, the last millisecond of the year 9999.
	MaxAt int64 = 253402300799999

	// MaxBranches is how many bodies of a fork [Log.Verify] follows.
	MaxBranches = 64

	// MaxBody is the greatest length of the body of an event in bytes.
	MaxBody = 1 << 20
)

// name reports whether s may be the name of a desk or a type.
func name(s string) bool {
	return s != "" && len(s) <= MaxName && utf8.ValidString(s) && strings.TrimSpace(s) == s &&
		!strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) })
}

// checkHead reports what no entry may have; the desk and the number stand at the
// path of the id.
func checkHead(idPath string, id ID, at int64, actor string) check.Problems {
	var ps check.Problems
	if !name(id.Desk) {
		ps.Add(badDesk.At(check.Join(idPath, "desk"), check.Value("desk", id.Desk), check.Int("max", MaxName)))
	}
	if id.Seq < 1 || id.Seq > MaxSeq {
		ps.Add(badSeq.At(check.Join(idPath, "seq"), number("seq", id.Seq), number("max", MaxSeq)))
	}
	if at < 1 || at > MaxAt {
		ps.Add(badTime.At("at", check.Int("at", at), check.Int("max", MaxAt)))
	}
	if actor != "" && !name(actor) {
		ps.Add(badActor.At("actor", check.Value("actor", actor), check.Int("max", MaxName)))
	}
	return ps
}
