package seating

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// PieceKind is a kind of thing that is made from a plan and lies on a chair, goes to a
// person or stands for the whole.
type PieceKind uint8

// The kinds of things.
const (
	PlaceCard  PieceKind = iota + 1 // 席位卡: one for each person, with the name; lies on the chair or table
	StandMark                       // 站位签: one for each person, with the name; lies on the floor of a photo or a stage
	SeatSlip                        // 座位通知: tells each person the chair
	CarCard                         // 乘车卡: tells each person the vehicle and the seat in it
	Microphone                      // 话筒: the label of a microphone, with its chair and who sits there
	DoorPlan                        // 座次图: the whole plan, at the door and for those who guide people
)

var pieceKinds = words{
	{"place-card", "席位卡", "place card"},
	{"stand-mark", "站位签", "mark to stand on"},
	{"seat-slip", "座位通知", "seat slip"},
	{"car-card", "乘车卡", "car card"},
	{"microphone", "话筒标签", "microphone label"},
	{"door-plan", "座次图", "plan at the door"},
}

// String returns the token: place-card, stand-mark, seat-slip, car-card, microphone
// or door-plan.
func (k PieceKind) String() string { return of(pieceKinds, k).token }

// Label returns the kind in Chinese.
func (k PieceKind) Label() string { return of(pieceKinds, k).hans }

// Term returns the kind in both languages.
func (k PieceKind) Term(key string) check.Arg { return term(key, pieceKinds, k) }

// AppendText appends the token of a valid kind.
func (k PieceKind) AppendText(dst []byte) ([]byte, error) { return write(dst, "piece", pieceKinds, k) }

// MarshalText returns the token of a valid kind.
func (k PieceKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads the token of a kind.
func (k *PieceKind) UnmarshalText(text []byte) error { return read(k, "piece", pieceKinds, text) }

// hangs says what a kind of thing depends on.
type hangs struct {
	person bool // one for each person
	seat   bool // the chair is printed on it
	lies   bool // it lies where the person sits
	chair  bool // one for each of the chairs that are named
}

var hanging = [...]hangs{
	PlaceCard:  {person: true, lies: true},
	StandMark:  {person: true, lies: true},
	SeatSlip:   {person: true, seat: true},
	CarCard:    {person: true, seat: true},
	Microphone: {seat: true, chair: true},
	DoorPlan:   {},
}

// An Piece is everything that one thing is made from: two items that are equal print
// alike, and a thing is stale if its piece is another one than when it was made.
type Piece struct {
	Kind   PieceKind       `json:"kind"`
	Sheet  string          `json:"sheet"`
	Person roster.PersonID `json:"person,omitzero"` // whose name is on it
	Seat   SeatID          `json:"seat,omitzero"`   // the chair that is on it
	Plan   string          `json:"plan,omitzero"`   // of a door plan: the SHA-256 of the seats, in hex
}

// key is what stays the same of a thing when it is made anew.
func (i Piece) key() Piece {
	i.Plan = ""
	switch h := hanging[i.Kind]; {
	case h.chair:
		i.Person = ""
	case h.person:
		i.Seat = SeatID{}
	}
	return i
}

// Pieces walks everything that is made from the sheet, kind by kind in the order of
// Prints, persons in order of precedence, chairs in theirs.
func (s Sheet) Pieces() iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		for _, kind := range s.Prints {
			h := hanging[kind]
			switch {
			case h.person:
				for g, guest := range s.Plan.guests {
					piece := Piece{Kind: kind, Sheet: s.Name, Person: guest.ID}
					if h.seat {
						piece.Seat = s.Plan.room.layout.seats[s.Plan.chair[g]].ID
					}
					if !yield(piece) {
						return
					}
				}
			case h.chair:
				at := s.Plan.room.layout.byID()
				for _, id := range s.Microphones {
					piece := Piece{Kind: kind, Sheet: s.Name, Seat: id}
					if g := s.Plan.sitter[at[id]]; g >= 0 {
						piece.Person = s.Plan.guests[g].ID
					}
					if !yield(piece) {
						return
					}
				}
			default:
				if !yield(Piece{Kind: kind, Sheet: s.Name, Plan: s.Plan.digest()}) {
					return
				}
			}
		}
	}
}

// digest is a fingerprint of who sits where.
func (p Plan) digest() string {
	var text []byte
	for i, s := range p.room.layout.seats {
		text = append(append(text, s.ID.String()...), 0)
		if g := p.sitter[i]; g >= 0 {
			text = append(text, p.guests[g].ID...)
		}
		text = append(text, 0)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// PrintAction says what is to be done with a thing after changes.
type PrintAction uint8

// The actions.
const (
	PrintAnew    PrintAction = iota + 1 // 重印: it is new, or what is on it has changed
	MovePiece                           // 移位: it lies elsewhere, and what is on it stays
	DiscardPiece                        // 作废: nobody needs it any more
)

var printActions = words{
	{"print", "印制", "print"},
	{"move", "移位", "move"},
	{"discard", "作废", "throw away"},
}

// String returns the token: print, move or discard.
func (a PrintAction) String() string { return of(printActions, a).token }

// Label returns the action in Chinese.
func (a PrintAction) Label() string { return of(printActions, a).hans }

// Term returns the action in both languages.
func (a PrintAction) Term(key string) check.Arg { return term(key, printActions, a) }

// AppendText appends the token of a valid action.
func (a PrintAction) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "action", printActions, a)
}

// MarshalText returns the token of a valid action.
func (a PrintAction) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads print, move or discard.
func (a *PrintAction) UnmarshalText(text []byte) error { return read(a, "action", printActions, text) }
