package seating

import "github.com/huiwu-go/huiwu/roster/check"

// RowKind says what a row of chairs is for. The zero RowKind is a plain row, known by its
// number.
type RowKind uint8

// The values of RowKind.
const (
	HostRow     RowKind = iota + 1 // 主方: the side of the hosts
	GuestRow                       // 客方: the side of the guests
	SofaRow                        // 会见席: both principals and their sides
	BehindRow                      // 后座: interpreters and recorders behind their principals
	SignerRow                      // 签字席: signers with their assistants
	StandingRow                    // 站位: people who stand
	HeadRow                        // 主位: the head of a table
	OwnLeftArm                     // 左侧席: the arm on the own left of the head
	OwnRightArm                    // 右侧席: the arm on the own right of the head
	FootRow                        // 下位: opposite the head
	AwarderRow                     // 颁奖席: those who hand out awards
	WinnerRow                      // 获奖者: those who receive them
	UsherRow                       // 礼仪: those who carry the awards
	PodiumRow                      // 领奖台: the steps of a podium
	FlagRow                        // 旗: flags, as labelled boxes
	FrontSeats                     // 前排: beside the driver
	MiddleSeats                    // 中排: the middle row of a vehicle
	RearSeats                      // 后排: the rear row of a vehicle
	CoachSeats                     // 客座: the rows of a coach
	RoundTable                     // 圆桌: a round table; numbers run clockwise from the host
)

var rowKinds = words{
	{"hosts", "主方", "hosts"},
	{"guests", "客方", "guests"},
	{"sofas", "会见席", "sofas"},
	{"behind", "后座", "chairs behind"},
	{"signers", "签字席", "signers"},
	{"standing", "站位", "standing"},
	{"head", "主位", "head of the table"},
	{"own-left-arm", "左侧席", "own left of the head"},
	{"own-right-arm", "右侧席", "own right of the head"},
	{"foot", "下位", "foot of the table"},
	{"awarders", "颁奖席", "awarders"},
	{"winners", "获奖者", "winners"},
	{"ushers", "礼仪", "ushers"},
	{"podium", "领奖台", "podium"},
	{"flags", "旗", "flags"},
	{"front", "前排", "front seats"},
	{"middle", "中排", "middle row"},
	{"rear", "后排", "rear row"},
	{"coach", "客座", "coach"},
	{"table", "圆桌", "round table"},
}

// String returns the token: hosts, guests, sofas, behind, signers, standing, head, own-left-arm, own-right-arm, foot, awarders, winners, ushers, podium, flags, front, middle, rear, coach or table.
func (r RowKind) String() string { return of(rowKinds, r).token }

// Label returns the choice in Chinese.
func (r RowKind) Label() string { return of(rowKinds, r).hans }

// Term returns the choice in both languages.
func (r RowKind) Term(key string) check.Arg { return term(key, rowKinds, r) }

// AppendText appends the token of a valid choice.
func (r RowKind) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "kind of row", rowKinds, r)
}

// MarshalText returns the token of a valid choice.
func (r RowKind) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads hosts, guests, sofas, behind, signers, standing, head, own-left-arm, own-right-arm, foot, awarders, winners, ushers, podium, flags, front, middle, rear, coach or table.
func (r *RowKind) UnmarshalText(text []byte) error { return read(r, "kind of row", rowKinds, text) }
