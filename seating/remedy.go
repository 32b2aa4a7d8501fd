package seating

import (
	"github.com/huiwu-go/huiwu/roster/check"
)

// Remedy is a way to deal with changes. Each is named by what those do who stay;
// [Remedy.Source] says where it comes from.
type Remedy uint8

// The remedies.
const (
	Rerank        Remedy = iota + 1 // 全部重排: everybody is seated anew by rank; rows keep their lengths, the last one grows or closes up
	CloseRow                        // 本排重排: the rows concerned are arranged anew, nobody changes rows
	SlideSameSide                   // 同侧移座: people further out on the same side move along; newcomers sit by rank, where the row then stands best
	KeepGap                         // 保留空座: the chair stays empty, a newcomer takes a free chair; not on a rostrum but after a NoShow
	FewestMoves                     // 最少移动: no row can be closed with fewer people moved, nobody further out than somebody lower on the same side
	TakeSeat                        // 对号替换: one takes the chair of the other, everybody else stays
	PullForward                     // 后排递补: the first of the row behind comes forward to the end of the row
	AddFront                        // 前排加座: a newcomer sits on a chair added at the end of the front row
	AddBack                         // 后排加座: the same at the end of the last row
)

var remedies = words{
	{"rerank", "全部重排", "everybody is seated anew by rank"},
	{"close-row", "本排重排，其他排不动", "the row is arranged anew, the other rows stay"},
	{"slide-same-side", "同侧外侧各位依次移座", "those further out on the same side move along"},
	{"keep-gap", "保留空座", "the chair stays empty"},
	{"fewest-moves", "移动人数最少，同侧仍内高外低", "as few people move as can be, each side still in order from the centre outward"},
	{"take-seat", "对号替换，其他人不动", "one takes the chair of the other, everybody else stays"},
	{"pull-forward", "后排首位递补到前排末端", "the first of the row behind comes forward to the end of the row"},
	{"add-front", "前排末端加座", "a chair is added at the end of the front row"},
	{"add-back", "后排末端加座", "a chair is added at the end of the last row"},
}

// String returns the token: rerank, close-row, slide-same-side, keep-gap,
// fewest-moves, take-seat, pull-forward, add-front or add-back.
func (r Remedy) String() string { return of(remedies, r).token }

// Label returns the remedy in Chinese.
func (r Remedy) Label() string { return of(remedies, r).hans }

// Term returns the remedy in both languages.
func (r Remedy) Term(key string) check.Arg { return term(key, remedies, r) }

// Source returns where the remedy comes from: no published text has any of them,
// notes of offices do.
func (r Remedy) Source() string { return check.HouseCustom }

// AppendText appends the token of a valid remedy.
func (r Remedy) AppendText(dst []byte) ([]byte, error) { return write(dst, "remedy", remedies, r) }

// MarshalText returns the token of a valid remedy.
func (r Remedy) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads the token of a remedy.
func (r *Remedy) UnmarshalText(text []byte) error { return read(r, "remedy", remedies, text) }

// anew reports whether people are arranged anew, so that nothing of what was
// changed before is left.
func (r Remedy) anew() bool { return r == Rerank || r == CloseRow }

// remedies returns the ways that may be open for what has changed, those named
// first that are to stand first among equals. Where chairs stand in rows that can
// close up there are more of them than elsewhere.
func (p Plan) remedies(l *list) []Remedy {
	var open []Remedy
	k, t := l.kinds, p.setting.furniture().traits()
	away := k.leaves || k.noShows
	if (k.substitutes || k.swaps || k.roles) && !away && !k.adds && !k.ranks {
		open = append(open, TakeSeat)
	}
	if t.keeps || p.setting.Rostrum != nil && k.noShows && !k.leaves && !k.ranks {
		open = append(open, KeepGap)
	}
	if t.closes {
		open = append(open, SlideSameSide)
		if !k.swaps {
			open = append(open, FewestMoves)
		}
		if (k.adds || k.substitutes) && !k.ranks && !k.roles {
			open = append(open, AddFront)
			if len(p.room.layout.rows) > 1 {
				open = append(open, AddBack)
			}
		}
		if away && !k.adds && !k.substitutes && !k.ranks && !k.roles && len(p.room.layout.rows) > 1 {
			open = append(open, PullForward)
		}
	}
	open = append(open, Rerank)
	if p.setting.Rostrum != nil && len(p.room.layout.rows) > 1 {
		open = append(open, CloseRow)
	}
	return open
}
