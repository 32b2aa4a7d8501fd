package roster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Identifiers that more than one room names. Each is a text chosen by the host,
// compared byte by byte, never shown where a name is known; "" is none. What a
// valid identifier looks like is said at [CheckID].
type (
	PersonID  string // a person
	OrgID     string // a body: a unit, a delegation, a committee
	SessionID string // one sitting of a meeting
	ItemID    string // an item: of an agenda, of work, of follow-up
	RoomID    string // a room or hall
	PaperID   string // a paper, whatever its copies
)

// Kinds of the identifiers above, as a [check.Namer] receives them.
const (
	KindPerson  = "person"
	KindOrg     = "org"
	KindSession = "session"
	KindItem    = "item"
	KindRoom    = "room"
	KindPaper   = "paper"
)

// MaxID is the greatest length of an identifier in bytes.
const MaxID = 128

// CheckID reports an identifier that is empty, longer than [MaxID] bytes, not
// UTF-8, or that holds a character which does not show or begins or ends with a
// space. Path and kind name the place for the finding.
func CheckID[ID ~string](path, kind string, id ID) check.Problems {
	var ps check.Problems
	s := string(id)
	switch {
	case s == "":
		ps.Add(noID.At(path, KindTerm(kind)))
	case len(s) > MaxID, !utf8.ValidString(s), strings.TrimSpace(s) != s,
		strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }):
		ps.Add(badID.At(path, KindTerm(kind), check.Value("id", s), check.Int("max", MaxID)))
	}
	return ps
}

// KindTerm is the argument "kind" of a finding: a kind in words, 人员 for person. A kind
// of another room stands as it is.
func KindTerm(kind string) check.Arg {
	hans := kind
	switch kind {
	case KindPerson:
		hans = "人员"
	case KindOrg:
		hans = "机构"
	case KindSession:
		hans = "场次"
	case KindItem:
		hans = "事项"
	case KindRoom:
		hans = "会场"
	case KindPaper:
		hans = "文件"
	}
	return check.Term("kind", hans, kind)
}
