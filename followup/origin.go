package followup

import (
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// An OriginKind says what an item comes from. The zero OriginKind is that of an item
// of which nothing is said; it counts as FromDecision.
type OriginKind uint8

// The origins of items.
const (
	FromDecision    OriginKind = iota + 1 // 会议决定: the minutes of a meeting
	FromInstruction                       // 领导批示: a leader's written instruction
	FromOpinion                           // 代表意见: what a participant said or wished for
	FromRequest                           // 临时交办: what was asked for during a meeting
	FromBulletin                          // 会议简报: an issue of the bulletin
	FromSituation                         // 情况反映: an issue of the reports on situations
	FromProposal                          // 建议提案: a proposal of deputies or members
	FromLesson                            // 经验教训: a lesson drawn from an earlier meeting
)

// String returns the token, such as "bulletin"; "none" for the zero OriginKind.
func (k OriginKind) String() string { return of(originKinds, k).token }

// Label returns the Chinese term, "" if k is not valid.
func (k OriginKind) Label() string { return of(originKinds, k).hans }

// MarshalText returns the token of a valid kind.
func (k OriginKind) MarshalText() ([]byte, error) { return write(originKinds, k) }

// UnmarshalText reads a token.
func (k *OriginKind) UnmarshalText(text []byte) error { return read(k, originKinds, text) }

// An Origin (来源) says what an item comes from, beside the paper and its words. The zero
// Origin is a decision of a meeting, of which no more is said.
type Origin struct {
	Kind      OriginKind      `json:"kind,omitzero"`
	Issue     string          `json:"issue,omitzero"`     // number of the issue as it is printed: 第12期
	From      roster.OrgID    `json:"from,omitzero"`      // delegation, group or body that spoke
	Voice     roster.PersonID `json:"voice,omitzero"`     // who spoke or asked
	Collector roster.PersonID `json:"collector,omitzero"` // who wrote it down (收集人)
	Received  calendar.Date   `json:"received,omitzero"`  // when; required for what is answered, see [Board.Answers]
	Agenda    roster.ItemID   `json:"agenda,omitzero"`    // the item of an agenda before which it is brought (提交全会讨论)
}

func (o Origin) validate(on calendar.Date) check.Problems {
	var ps check.Problems
	if o.Kind != 0 && !valid(originKinds, o.Kind) {
		ps.Add(badOrigin.At("kind", check.Int("n", int(o.Kind))))
	}
	ps.In("issue", checkText(o.Issue))
	for _, f := range []struct {
		path, kind, id string
	}{
		{"from", roster.KindOrg, string(o.From)},
		{"voice", roster.KindPerson, string(o.Voice)},
		{"collector", roster.KindPerson, string(o.Collector)},
		{"agenda", roster.KindItem, string(o.Agenda)},
	} {
		if f.id != "" {
			ps.In(f.path, roster.CheckID("", f.kind, f.id))
		}
	}
	if o.Received.After(on) && !on.IsZero() {
		ps.Add(receivedLater.At("received", check.Text("received", o.Received.String()), check.Text("on", on.String())))
	}
	return ps
}
