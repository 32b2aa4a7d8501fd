package seating

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Flags (旗帜) are flags in a row, each a guest whose identifier stands for it. Left
// and right are those of the flags, which face the hall. Drawings show labelled
// boxes, never a flag.
type Flags struct {
	Host  roster.PersonID `json:"host"` // the flag of the host
	Rule  FlagRule        `json:"rule,omitzero"`
	Pitch Length          `json:"pitch,omitzero"` // from flag to flag; 0 is 1,000 mm
}

// FlagRule says where the flag of the host is.
type FlagRule uint8

// The values of FlagRule.
const (
	FlagGuestRight   FlagRule = iota + 1 // two flags, 客方居右: that of the guest in the place of honour
	FlagHostRightEnd                     // 并列: the host first, at the end that the hall sees on its left
	FlagHostCentre                       // 居中: an arc, or from the centre
)

var flagRules = words{
	{"guest-own-right", "两旗：客方在旗面右侧", "two flags: that of the guest on the flags' own right"},
	{"host-right-end", "主办方旗在旗面右端，其余依次", "the flag of the host at the own right end of the row, then the others"},
	{"host-centre", "主办方旗居中，其余右左依次", "the flag of the host in the centre, the others right and left in turn"},
}

// String returns the token: guest-own-right, host-right-end or host-centre.
func (f FlagRule) String() string { return of(flagRules, f).token }

// Label returns the choice in Chinese.
func (f FlagRule) Label() string { return of(flagRules, f).hans }

// AppendText appends the token of a valid choice.
func (f FlagRule) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "rule for flags", flagRules, f)
}

// MarshalText returns the token of a valid choice.
func (f FlagRule) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText reads guest-own-right, host-right-end or host-centre.
func (f *FlagRule) UnmarshalText(text []byte) error {
	return read(f, "rule for flags", flagRules, text)
}

// flagSources are the texts the rules come from.
var flagSources = []string{
	"外交部《关于涉外升挂和使用国旗的规定》第十三条",
	"外交部《关于涉外升挂和使用国旗的规定》",
	"外交部《关于涉外升挂和使用国旗的规定》",
}

// Validate reports a host that is none and a rule that is not chosen.
func (f Flags) Validate() check.Problems {
	var ps check.Problems
	ps.In("", roster.CheckID("host", roster.KindPerson, f.Host))
	choose(&ps, "rule", f.Rule, flagRules)
	checkLengths(&ps, field{"pitch", f.Pitch})
	return ps
}

func (f Flags) parties() []roster.OrgID { return nil }
func (f Flags) traits() traits          { return traits{} }

func (f Flags) choices() []choice {
	return []choice{{field: "rule", value: uint8(f.Rule), words: flagRules, sources: flagSources}}
}

// build puts the flags in a row.
func (f Flags) build(_ Convention, guests []Guest) (room, check.Problems) {
	if f.Pitch == 0 {
		f.Pitch = Metre
	}
	var ps check.Problems
	n := len(guests)
	host := slices.IndexFunc(guests, func(g Guest) bool { return g.ID == f.Host })
	if n > MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", n), check.Int("max", MaxRostrum)))
	}
	if host < 0 {
		ps.Add(notOnList.At("host", check.ID("person", roster.KindPerson, f.Host)))
	}
	if f.Rule == FlagGuestRight && n != 2 {
		ps.Add(twoFlags.At("rule", check.Int("n", n)))
	}
	if ps.Failed() {
		return room{}, ps
	}
	others := slices.DeleteFunc(listed(guests, "").ranked, func(g int) bool { return g == host })
	var out room
	own := out.bench(Row{Area: "flags", Number: 1, Kind: FlagRow, Pitch: f.Pitch}, Point{}, Down, n)
	s := shape{right: n - 1, first: OwnRight} // the host at the own left
	switch f.Rule {
	case FlagHostRightEnd:
		s = shape{left: n - 1, first: OwnLeft}
	case FlagHostCentre:
		s = shape{left: (n - 1) / 2, right: n / 2, first: OwnRight}
	case FlagGuestRight:
	}
	chairs := s.order()
	out.one(own[chairs[0]], anchor{place: hostFlag}, host, "rule")
	seq := sequence{guests: others, chosen: []string{"rule"}}
	for _, chair := range chairs[1:] {
		side, away := s.side(chair)
		seq.take(own[chair], anchor{side: side, chairs: away, seat: own[s.left]})
	}
	out.seqs = append(out.seqs, seq)
	out.layout.setFront(House, f.Pitch)
	return out, ps
}
