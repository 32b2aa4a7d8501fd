package journal

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"log/slog"
	"strconv"
)

// An ID names one entry for good: the desk that recorded it and its number there,
// counted from 1 without holes. What a valid name of a desk looks like is said at
// [MaxName].
type ID struct {
	Desk string `json:"desk"`
	Seq  uint64 `json:"seq"` // 1 to MaxSeq
}

// Compare orders ids by desk, as bytes, then by number.
func (id ID) Compare(other ID) int {
	return cmp.Or(cmp.Compare(id.Desk, other.Desk), cmp.Compare(id.Seq, other.Seq))
}

// String returns the desk and the number, as in "desk1#12".
func (id ID) String() string { return id.Desk + "#" + strconv.FormatUint(id.Seq, 10) }

// A State says what a fold does with an entry. The zero State belongs to entries
// that are not from a log.
type State uint8

// The states of an entry. Only a Taken one reaches the step of a fold.
const (
	Taken   State = iota + 1 // one body, read: the fold takes it
	Unknown                  // its type, version or body is not known to this program
	Erased                   // its payload is erased
	Forked                   // there are other bodies with the same id
)

// String returns "taken", "unknown", "erased" or "forked".
func (s State) String() string {
	switch s {
	case Taken:
		return "taken"
	case Unknown:
		return "unknown"
	case Erased:
		return "erased"
	case Forked:
		return "forked"
	default:
		return fmt.Sprintf("State(%d)", uint8(s))
	}
}

// MarshalText returns the String of a valid state.
func (s State) MarshalText() ([]byte, error) {
	if s < Taken || s > Forked {
		return nil, fmt.Errorf("entry state %d is out of range", uint8(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads "taken", "unknown", "erased" or "forked".
func (s *State) UnmarshalText(text []byte) error {
	for known := Taken; known <= Forked; known++ {
		if known.String() == string(text) {
			*s = known
			return nil
		}
	}
	return fmt.Errorf("entry state %.40q is none of taken, unknown, erased, forked", text)
}

// Label returns the Chinese word for the state, or "" for the zero State.
func (s State) Label() string {
	switch s {
	case Taken:
		return "已采用"
	case Unknown:
		return "无法识别"
	case Erased:
		return "已删除内容"
	case Forked:
		return "编号冲突"
	default:
		return ""
	}
}

// An Entry is one record of a log. An entry that a log hands out may be given to
// [Of] as it is and is the same entry there, with its salt and link, also if it is
// unknown or erased.
//
// Its payload is everything that [Log.Erase] takes away: salt, actor and event.
type Entry[E any] struct {
	ID    ID
	At    int64  // when it was entered: Unix milliseconds, UTC, 1 to MaxAt
	Actor string // who entered it; "" if not said or erased
	Event E      // what happened; the zero E if it is unknown or erased

	// Effective is the time that places the entry in the canonical order: the
	// greatest At of its desk up to this entry. State says whether the fold takes
	// it. Both are set by the log and not read by Of.
	Effective int64
	State     State

	x *extra
}

// Unread returns the type, the version and the body in JSON of an entry whose
// event this program could not read, as they were recorded, and whether e is one.
func (e Entry[E]) Unread() (typ string, version int, body string, ok bool) {
	k := e.x.keeps()
	if k == nil || k.state != Unknown {
		return "", 0, "", false
	}
	return k.typ, k.version, k.body, true
}

// Salt returns the salt of the entry; the zero Salt is none.
func (e Entry[E]) Salt() Salt { return e.x.salted() }

// Link returns the link of the entry in the chain of its desk; the zero Digest if
// the desk has no chain.
func (e Entry[E]) Link() Digest { return e.x.chained() }

// LogValue leaves actor and event out of logs: they may be personal data.
func (e Entry[E]) LogValue() slog.Value {
	return slog.GroupValue(slog.String("id", e.ID.String()), slog.Int64("at", e.At), slog.String("state", e.State.String()))
}

// A Digest is the result of a 256-bit hash. The zero Digest is none.
type Digest [32]byte

// IsZero reports whether d is no digest.
func (d Digest) IsZero() bool { return d == Digest{} }

// String returns 64 hexadecimal digits in lower case.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// MarshalText returns the String of d, or nothing for the zero Digest.
func (d Digest) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return hex.AppendEncode(nil, d[:]), nil
}

// UnmarshalText reads 64 hexadecimal digits in lower case, or nothing for the zero
// Digest.
func (d *Digest) UnmarshalText(text []byte) error { return unhex(d[:], text) }

// A Salt is random bytes that the host hands over with a record, so that nobody
// can find an erased payload by trying digests. The zero Salt is none.
type Salt [16]byte

// IsZero reports whether s is no salt.
func (s Salt) IsZero() bool { return s == Salt{} }

// LogValue keeps salts out of logs: with a salt an erased payload can be guessed.
func (s Salt) LogValue() slog.Value { return slog.BoolValue(!s.IsZero()) }

// MarshalText returns 32 hexadecimal digits in lower case, or nothing for the zero
// Salt.
func (s Salt) MarshalText() ([]byte, error) {
	if s.IsZero() {
		return nil, nil
	}
	return hex.AppendEncode(nil, s[:]), nil
}

// UnmarshalText reads 32 hexadecimal digits in lower case, or nothing for the zero
// Salt.
func (s *Salt) UnmarshalText(text []byte) error { return unhex(s[:], text) }

// unhex reads exactly len(dst) bytes of lower-case digits that are not all zero,
// or nothing for all zero: each value has one text.
func unhex(dst, text []byte) error {
	clear(dst)
	if len(text) == 0 {
		return nil
	}
	some := false
	for _, c := range text {
		if (c < '0' || '9' < c) && (c < 'a' || 'f' < c) {
			return fmt.Errorf("%.80q is not hexadecimal in lower case", text)
		}
		some = some || c != '0'
	}
	if len(text) != 2*len(dst) || !some {
		return fmt.Errorf("%.80q is not %d hexadecimal digits, not all zero", text, 2*len(dst))
	}
	_, err := hex.Decode(dst, text)
	return err
}

// rec is an entry as a log holds it, without the name of its desk.
type rec[E any] struct {
	seq   uint64
	at    int64
	actor string
	event E
	x     *extra
}

// extra is what few entries have. It never changes once it is set.
type extra struct {
	salt Salt
	link Digest // zero without a chain
	kept *kept
}

// kept stands in for an event that its codec cannot write back as it was recorded.
type kept struct {
	state   State  // Taken, Unknown or Erased
	version int    // the recorded version of the type,
	typ     string // the type
	body    string // and the body; all zero if erased
	digest  Digest // of the erased payload
}

func (x *extra) keeps() *kept {
	if x == nil {
		return nil
	}
	return x.kept
}

func (x *extra) chained() Digest {
	if x == nil {
		return Digest{}
	}
	return x.link
}

func (x *extra) salted() Salt {
	if x == nil {
		return Salt{}
	}
	return x.salt
}

// state of an entry that has no other body beside it.
func (x *extra) state() State {
	if k := x.keeps(); k != nil {
		return k.state
	}
	return Taken
}
