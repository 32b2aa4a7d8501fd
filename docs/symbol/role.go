package symbol

// A Role is what a piece of a number stands for. The zero Role is [Separator].
type Role uint8

// The roles of pieces.
const (
	Separator Role = iota // 连接符: what only joins or introduces pieces, as "/" or "IEEE "
	Body                  // 机构: organ, committee, working group, author, body code
	Session               // 届次或年份: session or year
	Nature                // 文件种类: kind of paper, as L. or RES or draft
	Serial                // 顺序号: running number
	Modifier              // 修改标记: addendum, corrigendum, revision, version
	Subject               // 主题代码: subject codes, archive category, language
	Note                  // 附注: (resumption), (Sect.1), reissue mark
)

var roleWords = []word{
	Separator: {"separator", "连接符"},
	Body:      {"body", "机构"},
	Session:   {"session", "届次或年份"},
	Nature:    {"nature", "文件种类"},
	Serial:    {"serial", "顺序号"},
	Modifier:  {"modifier", "修改标记"},
	Subject:   {"subject", "主题代码"},
	Note:      {"note", "附注"},
}

// String returns the token of the role, such as "body".
func (r Role) String() string { return textOf(roleWords, "Role", uint8(r)) }

// Label returns the Chinese name of the role, such as 机构.
func (r Role) Label() string { return labelOf(roleWords, uint8(r)) }

// AppendText appends the token of a valid role.
func (r Role) AppendText(dst []byte) ([]byte, error) {
	return appendWord(dst, roleWords, "role", uint8(r))
}

// MarshalText returns the token of a valid role.
func (r Role) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads the token of a role.
func (r *Role) UnmarshalText(text []byte) error {
	n, err := parseWord(roleWords, "role", text)
	if err != nil {
		return err
	}
	*r = Role(n)
	return nil
}

// A Piece is a part of the text of a number and what it stands for.
type Piece struct {
	Role Role   `json:"role,omitzero"`
	Text string `json:"text"`
}
