package roster

import (
	"fmt"
	"strings"
)

// Capacity is the right in which a person attends (参会身份). The zero Capacity is
// not valid. Capacities are in their customary order: delegates first.
type Capacity uint8

// The capacities.
const (
	Delegate   Capacity = iota + 1 // 正式代表: counts for the quorum and votes
	Alternate                      // 候补代表: stands in for a delegate
	NonVoting                      // 列席人员: attends and may speak, does not vote
	Elected                        // 新当选人员: elected by the congress itself, attends from then on
	Invited                        // 特邀人员: invited in person
	Guest                          // 来宾: attends ceremonies
	Staff                          // 工作人员: works for the meeting
	Aide                           // 随行人员: accompanies a principal
	Media                          // 新闻记者: reports on the meeting
	capacities = iota
)

// Sex of a person, as rosters give it. The zero Sex is not stated.
type Sex uint8

// The sexes that rosters distinguish.
const (
	Female Sex = iota + 1 // 女
	Male                  // 男

)

// tokens of an enumeration: English for data, Chinese for people, by value - 1.
type tokens []struct{ en, hans string }

var (
	capacityTokens = tokens{
		{"delegate", "正式代表"},
		{"alternate", "候补代表"},
		{"non-voting", "列席人员"},
		{"elected", "新当选人员"},
		{"invited", "特邀人员"},
		{"guest", "来宾"},
		{"staff", "工作人员"},
		{"aide", "随行人员"},
		{"media", "新闻记者"},
	}
	sexTokens = tokens{{"female", "女"}, {"male", "男"}}
)

func (ts tokens) text(kind string, v uint8) string {
	if v == 0 || int(v) > len(ts) {
		return fmt.Sprintf("%s(%d)", kind, v)
	}
	return ts[v-1].en
}

func (ts tokens) label(v uint8) string {
	if v == 0 || int(v) > len(ts) {
		return ""
	}
	return ts[v-1].hans
}

func (ts tokens) marshal(kind string, v uint8) ([]byte, error) {
	if v == 0 || int(v) > len(ts) {
		return nil, fmt.Errorf("%s %d is not valid", kind, v)
	}
	return []byte(ts[v-1].en), nil
}

func (ts tokens) parse(kind string, text []byte) (uint8, error) {
	known := make([]string, len(ts))
	for i, t := range ts {
		if t.en == string(text) {
			return uint8(i + 1), nil
		}
		known[i] = t.en
	}
	return 0, fmt.Errorf("%s %.40q is none of %s", kind, text, strings.Join(known, ", "))
}

// IsValid reports whether c is one of the capacities above.
func (c Capacity) IsValid() bool { return c >= 1 && c <= capacities }

// Votes reports whether people of this capacity count for the quorum and vote.
// Alternates do so only for the delegate they stand in for.
func (c Capacity) Votes() bool { return c == Delegate }

// String returns the token, such as "non-voting".
func (c Capacity) String() string { return capacityTokens.text("Capacity", uint8(c)) }

// Label returns the Chinese term, such as 列席人员, "" if c is not valid.
func (c Capacity) Label() string { return capacityTokens.label(uint8(c)) }

// MarshalText returns the token of a valid capacity.
func (c Capacity) MarshalText() ([]byte, error) {
	return capacityTokens.marshal("capacity", uint8(c))
}

// UnmarshalText reads a token.
func (c *Capacity) UnmarshalText(text []byte) error {
	v, err := capacityTokens.parse("capacity", text)
	if err == nil {
		*c = Capacity(v)
	}
	return err
}

// String returns the token, "female" or "male".
func (s Sex) String() string { return sexTokens.text("Sex", uint8(s)) }

// Label returns 女 or 男, "" if the sex is not stated.
func (s Sex) Label() string { return sexTokens.label(uint8(s)) }

// MarshalText returns the token of a stated sex.
func (s Sex) MarshalText() ([]byte, error) { return sexTokens.marshal("sex", uint8(s)) }

// UnmarshalText reads "female" or "male".
func (s *Sex) UnmarshalText(text []byte) error {
	v, err := sexTokens.parse("sex", text)
	if err == nil {
		*s = Sex(v)
	}
	return err
}
