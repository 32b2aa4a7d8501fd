package meeting

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Bounds on a dossier.
const (
	MaxSessions = 1000
	MaxItems    = 1000 // items of one session
	MaxText     = 600  // bytes of a title
)

// Kind is what a session does with an item of its agenda. The zero Kind is not
// valid.
type Kind uint8

// The kinds of items.
const (
	Report       Kind = iota + 1 // 报告: a report is made
	Address                      // 讲话: a leader speaks
	Speech                       // 发言: a participant speaks
	Deliberation                 // 审议: a paper is discussed
	Vote                         // 表决: a question is put to the vote
	Election                     // 选举: people are elected
	Ceremony                     // 仪式: anthem, awards, oath
)

// IsValid reports whether k is one of the kinds above.
func (k Kind) IsValid() bool { return valid(kinds, k) }

// String returns the token, such as "deliberation".
func (k Kind) String() string { return of(kinds, k).token }

// Label returns the Chinese term, such as 审议, "" if k is not valid.
func (k Kind) Label() string { return of(kinds, k).hans }

// MarshalText returns the token of a valid kind.
func (k Kind) MarshalText() ([]byte, error) { return write(kinds, k) }

// UnmarshalText reads a token.
func (k *Kind) UnmarshalText(text []byte) error { return read(k, kinds, text) }

// needsPaper reports whether an item of this kind is about a paper.
func (k Kind) needsPaper() bool { return k == Report || k == Deliberation || k == Vote }

// needsPresenter reports whether somebody has to speak for an item of this kind.
func (k Kind) needsPresenter() bool { return k == Report || k == Address || k == Speech }

// An Item is one point of an agenda (议程).
type Item struct {
	ID        roster.ItemID    `json:"id"`
	Title     string           `json:"title"`
	Kind      Kind             `json:"kind"`
	Minutes   int              `json:"minutes"`            // planned duration, at least 1
	Presenter roster.PersonID  `json:"presenter,omitzero"` // who reports or speaks
	Owner     roster.PersonID  `json:"owner,omitzero"`     // who sees to it that the item is ready
	Papers    []roster.PaperID `json:"papers,omitempty"`
}

// A Session (场次) is one sitting.
type Session struct {
	ID     roster.SessionID `json:"id"`
	Title  string           `json:"title"`
	Span   calendar.Span    `json:"span"`
	Room   roster.RoomID    `json:"room"`
	Chair  roster.PersonID  `json:"chair,omitzero"` // 主持人
	Agenda []Item           `json:"agenda,omitempty"`
}

// Minutes is the planned duration of all items.
func (s Session) Minutes() int {
	sum := 0
	for _, it := range s.Agenda {
		sum += it.Minutes
	}
	return sum
}

// Validate reports what is wrong with the form of the session.
func (s Session) Validate() check.Problems {
	ps := roster.CheckID("id", roster.KindSession, s.ID)
	ps.In("room", roster.CheckID("", roster.KindRoom, s.Room))
	ps.In("", checkTitle("title", s.Title))
	ps.In("span", s.Span.Validate())
	if s.Span.Validate().Len() == 0 && s.Span.IsEmpty() {
		ps.Add(noTime.At("span"))
	}
	if len(s.Agenda) > MaxItems {
		ps.Add(tooMany.At("agenda", check.Int("n", len(s.Agenda)), check.Int("max", MaxItems)))
		return ps
	}
	fits := true
	for i, it := range s.Agenda {
		ps.In(check.Index("agenda", i), it.Validate())
		fits = fits && it.Minutes >= 0 && it.Minutes <= 24*60
	}
	if have := s.Span.Seconds() / 60; fits && have > 0 && int64(s.Minutes()) > have {
		ps.Add(tooLong.At("agenda", check.Int("need", s.Minutes()), check.Int("have", have)))
	}
	return ps
}

// Validate reports what is wrong with the form of the item.
func (it Item) Validate() check.Problems {
	ps := roster.CheckID("id", roster.KindItem, it.ID)
	ps.In("", checkTitle("title", it.Title))
	if !it.Kind.IsValid() {
		ps.Add(noKind.At("kind", check.ID("item", roster.KindItem, it.ID)))
	}
	if it.Minutes < 1 || it.Minutes > 24*60 {
		ps.Add(badMinutes.At("minutes", check.Int("n", it.Minutes)))
	}
	for i, p := range it.Papers {
		ps.In(check.Index("papers", i), roster.CheckID("", roster.KindPaper, p))
	}
	return ps
}

// checkTitle reports a title that is missing or that roster.CheckText refuses.
func checkTitle(path, s string) check.Problems {
	ps := roster.CheckText(path, s, MaxText)
	if s == "" {
		ps.Add(noTitle.At(path))
	}
	return ps
}
