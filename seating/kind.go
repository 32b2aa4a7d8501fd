package seating

import "github.com/huiwu-go/huiwu/roster/check"

// Kind is a kind of setting. The zero Kind is none.
type Kind uint8

// The values of Kind.
const (
	KindRostrum Kind = iota + 1 // 主席台
	KindHall                    // 观众席
	KindTalks                   // 会谈桌
	KindSofas                   // 会见
	KindSigning                 // 签字仪式
	KindPhoto                   // 合影
	KindBoard                   // 会议桌
	KindBanquet                 // 宴会
	KindAwards                  // 颁奖
	KindPodium                  // 领奖台
	KindCar                     // 乘车
	KindFlags                   // 旗帜
	KindDais                    // 主桌（携配偶）
)

var kinds = words{
	{"rostrum", "主席台", "rostrum"},
	{"hall", "观众席", "hall"},
	{"talks", "会谈桌", "table for talks"},
	{"sofas", "会见", "meeting on sofas"},
	{"signing", "签字仪式", "signing ceremony"},
	{"photo", "合影", "group photo"},
	{"board", "会议桌", "table with a head"},
	{"banquet", "宴会", "banquet"},
	{"awards", "颁奖", "award stage"},
	{"podium", "领奖台", "podium"},
	{"car", "乘车", "vehicle"},
	{"flags", "旗帜", "flags"},
	{"dais", "主桌（携配偶）", "head table with couples"},
}

// String returns the token: rostrum, hall, talks, sofas, signing, photo, board, banquet, awards, podium, car, flags or dais.
func (k Kind) String() string { return of(kinds, k).token }

// Label returns the choice in Chinese.
func (k Kind) Label() string { return of(kinds, k).hans }

// Term returns the choice in both languages.
func (k Kind) Term(key string) check.Arg { return term(key, kinds, k) }

// AppendText appends the token of a valid choice.
func (k Kind) AppendText(dst []byte) ([]byte, error) { return write(dst, "kind of setting", kinds, k) }

// MarshalText returns the token of a valid choice.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads rostrum, hall, talks, sofas, signing, photo, board, banquet, awards, podium, car, flags or dais.
func (k *Kind) UnmarshalText(text []byte) error { return read(k, "kind of setting", kinds, text) }
